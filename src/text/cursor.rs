//! Steps over a text: gaps, words and digits, as they stand after scanning, marking up and breaking lines.

use super::letter::{is_letter, small};

/// A place in a text, moved forward by what is recognised there. All offsets are bytes.
#[derive(Clone, Copy, Debug)]
pub struct Cursor<'t> {
    text: &'t str,
    /// The byte the cursor stands at; always between two characters.
    pub at: usize,
}

impl<'t> Cursor<'t> {
    /// A cursor at a byte of a text, which must lie between two characters.
    pub fn new(text: &'t str, at: usize) -> Self {
        Self { text, at }
    }

    /// What is left.
    pub fn rest(&self) -> &'t str {
        &self.text[self.at..]
    }

    /// The next character.
    pub fn peek(&self) -> Option<char> {
        self.rest().chars().next()
    }

    /// Steps over the next character.
    pub fn bump(&mut self) -> Option<char> {
        let c = self.peek()?;
        self.at += c.len_utf8();
        Some(c)
    }

    /// Steps over white space and emphasis marks (`*`, `_`) with at most `lines` line ends; false (and no step) if there are more.
    pub fn gap(&mut self, lines: usize) -> bool {
        let (at, seen) = after_gap(self.text, self.at);
        if seen > lines {
            return false;
        }
        self.at = at;
        true
    }

    /// Steps over `word`, any case; it must not be followed by a letter unless `glued`.
    pub fn word(&mut self, word: &str, glued: bool) -> bool {
        let first = |word: &str| word.as_bytes().first().filter(|byte| byte.is_ascii()).map(|byte| byte | 0x20);
        let rest = self.rest();
        if first(rest).zip(first(word)).is_some_and(|(found, expected)| found != expected) {
            return false;
        }
        let after = rest.strip_prefix(word).or_else(|| {
            let mut rest = rest.chars();
            let same = |expected| rest.next().is_some_and(|c| c == expected || small(c) == small(expected));
            word.chars().all(same).then_some(rest.as_str())
        });
        let Some(after) = after.filter(|after| glued || !after.starts_with(is_letter)) else { return false };
        self.at += rest.len() - after.len();
        true
    }

    /// Steps over words separated by gaps with at most one line end in each.
    pub fn words(&mut self, words: &str) -> bool {
        let start = self.at;
        for (index, word) in words.split(' ').enumerate() {
            if (index > 0 && !(self.gap(1) && self.at > start)) || !self.word(word, false) {
                self.at = start;
                return false;
            }
        }
        true
    }

    /// Steps over one to `most` ASCII digits that no digit follows, and gives their value.
    pub fn digits(&mut self, most: usize) -> Option<u32> {
        let length = self.rest().bytes().take_while(u8::is_ascii_digit).count();
        if length == 0 || length > most {
            return None;
        }
        let value = self.rest()[..length].parse().ok()?;
        self.at += length;
        Some(value)
    }
}

/// The byte after a run of gaps, and the line ends in it.
pub(crate) fn after_gap(text: &str, at: usize) -> (usize, usize) {
    // U+00C0 to U+07FF begin with the bytes beyond ASCII.
    let begins_word = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, 0xC3..=0xDF);
    // Nearly always one blank before a word.
    match text.as_bytes()[at..] {
        [b' ', next, ..] if begins_word(next) => (at + 1, 0),
        [next, ..] if begins_word(next) => (at, 0),
        _ => after_gaps(text, at),
    }
}

/// [`after_gap`], character by character.
fn after_gaps(text: &str, mut at: usize) -> (usize, usize) {
    let (bytes, mut lines) = (text.as_bytes(), 0);
    while let Some(&byte) = bytes.get(at) {
        if byte.is_ascii() {
            if !is_gap(char::from(byte)) {
                break;
            }
            lines += usize::from(byte == b'\n');
            at += 1;
        } else {
            match text[at..].chars().next().filter(|&c| is_gap(c)) {
                Some(c) => at += c.len_utf8(),
                None => break,
            }
        }
    }
    (at, lines)
}

/// White space, invisible characters and emphasis marks: what may stand inside a mention without meaning.
pub fn is_gap(c: char) -> bool {
    match c {
        '\0'..='\x7F' => matches!(c, ' ' | '\t'..='\r' | '*' | '_'),
        '\u{AD}' | '\u{200B}'..='\u{200D}' | '\u{FEFF}' => true,
        '\u{C0}'..='\u{167F}' | '\u{1E00}'..='\u{1FFF}' => false,
        _ => c.is_whitespace(),
    }
}

/// Any of the dashes that typists and converters put for a hyphen.
pub fn is_dash(c: char) -> bool {
    matches!(c, '-' | '\u{2010}'..='\u{2015}' | '\u{2212}' | '\u{FE63}' | '\u{FF0D}')
}

/// Any of the slashes.
pub fn is_slash(c: char) -> bool {
    matches!(c, '/' | '\u{2044}' | '\u{2215}' | '\u{FF0F}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_white_space_is_a_gap_and_no_letter_is() {
        for c in '\0'..=char::MAX {
            let mark = matches!(c, '*' | '_' | '\u{AD}' | '\u{200B}'..='\u{200D}' | '\u{FEFF}');
            assert_eq!(is_gap(c), c.is_whitespace() || mark, "U+{:04X}", u32::from(c));
        }
    }

    #[test]
    fn a_gap_has_no_more_line_ends_than_allowed() {
        let mut cursor = Cursor::new("a \n\u{A0}*b", 1);
        assert!(!cursor.gap(0) && cursor.at == 1);
        assert!(cursor.gap(1) && cursor.peek() == Some('b'));
    }
}
