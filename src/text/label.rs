//! Labels of lists: numbers as they are written (4, IV, iv, d), and where each list has got to, counted as Word counts.

use std::collections::BTreeMap;

/// Levels of a list in Word.
pub(super) const LEVELS: usize = 9;

/// How a level of a list is written.
#[derive(Clone, Debug, Default)]
pub(super) struct Level {
    pub(super) start: u32,
    /// As OOXML names it.
    pub(super) format: String,
    /// `%1` stands for the count of the first level, and so on.
    pub(super) text: String,
    /// The style of paragraphs that it belongs to.
    pub(super) style: Option<String>,
}

/// What paragraphs refer to: a list, and what is otherwise than in the list.
#[derive(Clone, Debug, Default)]
pub(super) struct Number {
    pub(super) list: String,
    pub(super) starts: BTreeMap<usize, u32>,
    pub(super) levels: BTreeMap<usize, Level>,
    pub(super) used: bool,
}

/// The lists of a document and where each has got to.
#[derive(Debug, Default)]
pub(super) struct Numbering {
    pub(super) lists: BTreeMap<String, Vec<Level>>,
    pub(super) numbers: BTreeMap<String, Number>,
    counts: BTreeMap<String, [Option<u32>; LEVELS]>,
}

impl Numbering {
    /// Counts on in a list, and gives the label. `style` finds the level of a list that is tied to styles.
    pub(super) fn next(&mut self, number: &str, level: usize, style: Option<&str>) -> Option<String> {
        let number = self.numbers.get_mut(number)?;
        let list = self.lists.get(&number.list)?;
        let tied = style.and_then(|style| list.iter().position(|level| level.style.as_deref() == Some(style)));
        let level = tied.unwrap_or(level).min(LEVELS - 1);
        let counts = self.counts.entry(number.list.clone()).or_default();
        if !std::mem::replace(&mut number.used, true) {
            for (&level, &start) in &number.starts {
                counts[level] = start.checked_sub(1);
            }
        }
        let of = |at: usize| number.levels.get(&at).filter(|level| !level.text.is_empty()).or(list.get(at));
        counts[level] =
            Some(counts[level].map_or_else(|| of(level).map_or(1, |l| l.start), |count| count.saturating_add(1)));
        counts[level + 1..].fill(None);
        let own = of(level)?;
        if own.format == "bullet" {
            return Some(bullet(&own.text));
        }
        let mut label = own.text.clone();
        for (at, count) in counts.iter().enumerate().take(level + 1) {
            let mark = format!("%{}", at + 1);
            if label.contains(&mark) {
                let format = of(at).map_or("decimal", |level| &level.format);
                let count = count.unwrap_or_else(|| of(at).map_or(1, |level| level.start));
                label = label.replace(&mark, &written(count, format));
            }
        }
        Some(label)
    }
}

/// Bullets of symbol fonts have no letter of their own.
fn bullet(text: &str) -> String {
    match text.chars().next() {
        Some(c) if !matches!(u32::from(c), 0xE000..0xF900) && !c.is_alphanumeric() => c.to_string(),
        _ => "-".into(),
    }
}

/// A count in a format that OOXML names.
pub(super) fn written(count: u32, format: &str) -> String {
    match format {
        "upperRoman" => roman(count),
        "lowerRoman" => roman(count).to_lowercase(),
        "upperLetter" => letters(count).to_uppercase(),
        "lowerLetter" => letters(count),
        "decimalZero" => format!("{count:02}"),
        "none" => String::new(),
        _ => count.to_string(),
    }
}

fn roman(mut count: u32) -> String {
    const SIGNS: [(u32, &str); 13] = [
        (1000, "M"),
        (900, "CM"),
        (500, "D"),
        (400, "CD"),
        (100, "C"),
        (90, "XC"),
        (50, "L"),
        (40, "XL"),
        (10, "X"),
        (9, "IX"),
        (5, "V"),
        (4, "IV"),
        (1, "I"),
    ];
    if count > 4999 {
        return count.to_string();
    }
    let mut out = String::new();
    for (value, sign) in SIGNS {
        while count >= value {
            out.push_str(sign);
            count -= value;
        }
    }
    out
}

/// a to z, then aa, bb, as Word goes on.
fn letters(count: u32) -> String {
    let index = count.saturating_sub(1);
    let letter = char::from(b'a' + (index % 26) as u8);
    std::iter::repeat_n(letter, (index / 26 + 1).min(20) as usize).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_written_as_word_writes_them() {
        let all =
            ["decimal", "upperRoman", "lowerRoman", "lowerLetter", "decimalZero"].map(|format| written(28, format));
        assert_eq!(all, ["28", "XXVIII", "xxviii", "bb", "28"]);
        assert_eq!(written(14, "upperRoman"), "XIV");
    }
}
