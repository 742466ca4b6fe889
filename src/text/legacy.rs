//! The encodings that Vietnamese was typed in before Unicode: TCVN3 (ABC), VNI, VISCII, windows-1258.
//!
//! A letter of these is one or two bytes that other programs show as Latin-1: "NghÞ ®Þnh", "Nghò ñònh". [`Tally`] tells
//! which of them a text is in by reading it in each and counting Vietnamese syllables; [`convert`] gives the letters.
//! Where a font is known it decides ([`of_font`]). The table is data/encodings.csv. Left out: VPS, BK HCM, Vietware.

// The plainest build reads no fonts and no parts.
#![cfg_attr(not(all(feature = "formats", feature = "pdf-in")), allow(dead_code))]

use super::syllable;
use serde::Serialize;
use std::collections::BTreeMap;
use std::sync::OnceLock;
use unicode_normalization::UnicodeNormalization;

/// How the letters of a file, or of a run in it, were written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Encoding {
    /// Unicode as bytes; what formats with Unicode inside are counted as.
    #[default]
    #[serde(rename = "utf-8")]
    Utf8,
    /// Unicode as pairs of bytes, the lower first.
    #[serde(rename = "utf-16le")]
    Utf16Le,
    /// Unicode as pairs of bytes, the higher first.
    #[serde(rename = "utf-16be")]
    Utf16Be,
    /// Vietnamese of Windows: base letters and combining tones.
    #[serde(rename = "windows-1258")]
    Windows1258,
    /// Western letters.
    #[serde(rename = "windows-1252")]
    Windows1252,
    /// TCVN 5712:1993, the fonts .Vn…
    Tcvn3,
    /// The fonts VNI-…
    Vni,
    /// VISCII 1.1.
    Viscii,
}

impl Encoding {
    /// The name on the wire.
    pub fn code(self) -> &'static str {
        match self {
            Self::Utf8 => "utf-8",
            Self::Utf16Le => "utf-16le",
            Self::Utf16Be => "utf-16be",
            Self::Windows1258 => "windows-1258",
            Self::Windows1252 => "windows-1252",
            Self::Tcvn3 => "tcvn3",
            Self::Vni => "vni",
            Self::Viscii => "viscii",
        }
    }
}

/// What a font says about the letters set in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Hint {
    pub(super) encoding: Encoding,
    /// The font shows small letters as capitals (.VnTimeH).
    pub(super) capitals: bool,
}

/// The encoding that a font is made for; nothing for a font of Unicode.
pub(super) fn of_font(name: &str) -> Option<Hint> {
    let name = name.trim_matches(['"', '\'', ' ']).to_ascii_lowercase();
    if name.starts_with(".vn") {
        return Some(Hint { encoding: Encoding::Tcvn3, capitals: name.ends_with('h') });
    }
    // VNI-Times, "VNI Helve", VNTimes of the same maker; not "VNI" inside another word.
    (name.starts_with("vni-") || name.starts_with("vni ")).then_some(Hint { encoding: Encoding::Vni, capitals: false })
}

/// The encodings that a text may turn out to be in when nothing says so. In the order of preference where two read alike.
pub(super) const CANDIDATES: [Encoding; 3] = [Encoding::Tcvn3, Encoding::Vni, Encoding::Viscii];

struct Table {
    tcvn3: BTreeMap<char, char>,
    /// Base and mark; a second letter of '\0' for one byte alone.
    vni: BTreeMap<(char, char), char>,
    viscii: BTreeMap<char, char>,
}

fn table() -> &'static Table {
    static TABLE: OnceLock<Table> = OnceLock::new();
    TABLE.get_or_init(|| {
        let mut table = Table { tcvn3: BTreeMap::new(), vni: BTreeMap::new(), viscii: BTreeMap::new() };
        for row in include_str!("../../data/encodings.csv").lines().skip(1) {
            let mut cells = row.split(',');
            let Some(letter) = cells.next().and_then(|cell| cell.chars().next()) else { continue };
            let mut bytes = || -> Vec<char> {
                let cell = cells.next().unwrap_or_default();
                (0..cell.len() / 2).filter_map(|at| byte(&cell[2 * at..2 * at + 2])).map(char::from).collect()
            };
            if let Some(&seen) = bytes().first() {
                table.tcvn3.insert(seen, letter);
            }
            match *bytes() {
                [one] => table.vni.insert((one, '\0'), letter),
                [base, mark] => table.vni.insert((base, mark), letter),
                _ => None,
            };
            if let Some(&seen) = bytes().first() {
                table.viscii.insert(seen, letter);
            }
        }
        table
    })
}

fn byte(hex: &str) -> Option<u8> {
    u8::from_str_radix(hex, 16).ok()
}

/// The letters of a text that is shown as Latin-1 or windows-1252. What is no letter of the encoding stays.
pub(super) fn convert(seen: &str, encoding: Encoding) -> String {
    match encoding {
        Encoding::Tcvn3 => recapitalize(&map(seen, &table().tcvn3)),
        Encoding::Viscii => map(seen, &table().viscii),
        Encoding::Vni => from_vni(seen),
        _ => seen.nfc().collect(),
    }
}

fn map(seen: &str, letters: &BTreeMap<char, char>) -> String {
    seen.chars().map(as_byte).map(|c| letters.get(&c).copied().unwrap_or(c)).collect()
}

fn from_vni(seen: &str) -> String {
    let letters = &table().vni;
    let mut out = String::with_capacity(seen.len());
    let mut chars = seen.chars().map(as_byte).peekable();
    while let Some(c) = chars.next() {
        let pair = chars.peek().and_then(|&mark| pair(letters, c, mark));
        if let Some(letter) = pair {
            chars.next();
            out.push(letter);
        } else {
            out.push(letters.get(&(c, '\0')).copied().unwrap_or(c));
        }
    }
    out
}

/// A base letter and its mark; capitals are found with the mark of a small letter too.
fn pair(letters: &BTreeMap<(char, char), char>, base: char, mark: char) -> Option<char> {
    if mark.is_ascii() {
        return None;
    }
    let typed = letters.get(&(base, mark));
    typed.or_else(|| letters.get(&(base, super::letter::small(mark)))).copied().or_else(|| {
        let capital: char = mark.to_uppercase().next()?;
        letters.get(&(base, capital)).copied()
    })
}

/// windows-1252 has signs of its own where Latin-1 has control characters.
fn as_byte(c: char) -> char {
    const SIGNS: &str = "€\u{81}‚ƒ„…†‡ˆ‰Š‹Œ\u{8D}Ž\u{8F}\u{90}‘’“”•–—˜™š›œ\u{9D}žŸ";
    if u32::from(c) < 0x100 {
        return c;
    }
    SIGNS.chars().position(|sign| sign == c).and_then(|at| char::from_u32(0x80 + at as u32)).unwrap_or(c)
}

/// TCVN3 has no capitals with tone marks: they are typed as small letters and shown as capitals by the font. A word of
/// capitals, or a line without any small ASCII letter, is put back into capitals.
fn recapitalize(text: &str) -> String {
    text.split_inclusive('\n')
        .map(|line| {
            let capitals = |word: &str| word.bytes().filter(u8::is_ascii_uppercase).count();
            if !line.bytes().any(|b| b.is_ascii_lowercase()) && capitals(line) > 1 {
                return line.to_uppercase();
            }
            line.split_inclusive(' ')
                .map(|word| {
                    let small = word.bytes().any(|b| b.is_ascii_lowercase());
                    if small || capitals(word) < 2 { word.to_string() } else { word.to_uppercase() }
                })
                .collect()
        })
        .collect()
}

/// Syllables found under each reading of the same text.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Tally {
    /// As it stands: syllables, and words with letters beyond ASCII.
    plain: (usize, usize),
    read: [(usize, usize); CANDIDATES.len()],
}

/// A share of syllables below this is no Vietnamese; seen: 0.97 and more for the right reading, 0.4 and less for a wrong one.
const ENOUGH: f64 = 0.75;
/// How far the best reading must be ahead of the text as it stands.
const AHEAD: f64 = 0.3;
/// Words that a decision needs.
pub(super) const WORDS: usize = 3;

impl Tally {
    /// Adds a line shown as Latin-1.
    pub(super) fn add(&mut self, seen: &str) {
        let sum = |a: &mut (usize, usize), b: (usize, usize)| *a = (a.0 + b.0, a.1 + b.1);
        sum(&mut self.plain, syllable::tally(seen));
        for (slot, encoding) in self.read.iter_mut().zip(CANDIDATES) {
            sum(slot, syllable::tally(&convert(seen, encoding)));
        }
    }

    /// What both have seen.
    pub(super) fn and(mut self, other: &Self) -> Self {
        let sum = |a: (usize, usize), b: (usize, usize)| (a.0 + b.0, a.1 + b.1);
        self.plain = sum(self.plain, other.plain);
        for (slot, more) in self.read.iter_mut().zip(other.read) {
            *slot = sum(*slot, more);
        }
        self
    }

    /// Words with letters beyond ASCII, and the share of them that are syllables in an encoding.
    pub(super) fn under(&self, encoding: Encoding) -> (usize, f64) {
        let at = CANDIDATES.iter().position(|one| *one == encoding);
        at.map_or((0, 0.0), |at| (self.read[at].1, share(self.read[at])))
    }

    /// The encoding that makes it Vietnamese; nothing if it is Vietnamese as it stands, or under no reading.
    pub(super) fn decide(&self) -> Option<Encoding> {
        let best = self.read.iter().zip(CANDIDATES).rev().max_by(|a, b| share(*a.0).total_cmp(&share(*b.0)))?;
        let (found, words) = *best.0;
        let clear = share((found, words)) >= ENOUGH.max(share(self.plain) + AHEAD);
        (clear && words >= WORDS).then_some(best.1)
    }
}

/// The share of Vietnamese syllables among the words with letters beyond ASCII.
pub(super) fn reads(text: &str) -> f64 {
    share(syllable::tally(text))
}

fn share((found, words): (usize, usize)) -> f64 {
    if words == 0 { 0.0 } else { found as f64 / words as f64 }
}

/// True if a line shown as Latin-1 may be in one of these: letters of the upper half, and none that Latin-1 lacks. A space
/// that does not break is no letter, though VISCII has one there.
pub(super) fn may_be(seen: &str) -> bool {
    if seen.is_ascii() {
        return false;
    }
    let mut upper = false;
    for c in seen.chars() {
        match u32::from(c) {
            0x80..0x100 => upper |= !c.is_whitespace(),
            0x100.. if as_byte(c) == c && super::letter::is_letter(c) => return false,
            _ => {}
        }
    }
    upper
}

/// A line read in an encoding, if that makes it no worse.
pub(super) fn convert_if_better(seen: &str, encoding: Encoding) -> Option<String> {
    let converted = convert(seen, encoding);
    let better = reads(&converted) >= reads(seen) && may_be(seen);
    better.then_some(converted)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The bytes of a text in one of the encodings, shown as Latin-1.
    fn seen(text: &str, encoding: Encoding) -> String {
        let table = table();
        text.chars()
            .map(|c| match encoding {
                Encoding::Vni => table
                    .vni
                    .iter()
                    .find(|(_, letter)| **letter == c)
                    .map_or(c.to_string(), |(pair, _)| [pair.0, pair.1].iter().filter(|c| **c != '\0').collect()),
                Encoding::Tcvn3 => table.tcvn3.iter().find(|(_, l)| **l == c).map_or(c, |(s, _)| *s).to_string(),
                _ => table.viscii.iter().find(|(_, l)| **l == c).map_or(c, |(s, _)| *s).to_string(),
            })
            .collect()
    }

    const TEXT: &str = "Căn cứ Nghị định số 12/2003/NĐ-CP ngày 5 tháng 2 năm 2003 của Chính phủ về tổ chức bộ máy";

    #[test]
    fn the_table_has_every_letter_once() {
        assert_eq!(table().vni.len(), 134);
        assert_eq!(table().viscii.len(), 134);
        assert_eq!(table().tcvn3.len(), 74);
    }

    #[test]
    fn each_encoding_is_told_and_read_back() {
        for encoding in CANDIDATES {
            let seen = seen(TEXT, encoding);
            let mut tally = Tally::default();
            tally.add(&seen);
            assert_eq!(tally.decide(), Some(encoding), "{seen}");
            assert_eq!(convert(&seen, encoding), TEXT);
        }
    }

    #[test]
    fn unicode_and_western_text_stay_as_they_are() {
        for text in [TEXT, "café à la crème, São Paulo, Müller, naïve", "Cà phê và bánh mì, tô phở, ngà ngà"]
        {
            let mut tally = Tally::default();
            tally.add(text);
            assert_eq!(tally.decide(), None, "{text}");
        }
    }

    #[test]
    fn capitals_typed_in_tcvn3_come_back_as_capitals() {
        assert_eq!(convert("UBND TØNH X", Encoding::Tcvn3), "UBND TỈNH X");
        assert_eq!(convert("Uû ban nh©n d©n", Encoding::Tcvn3), "Uỷ ban nhân dân");
    }

    #[test]
    fn fonts_decide() {
        assert_eq!(of_font(".VnTimeH"), Some(Hint { encoding: Encoding::Tcvn3, capitals: true }));
        assert_eq!(of_font("VNI-Times").map(|hint| hint.encoding), Some(Encoding::Vni));
        assert_eq!(of_font("Times New Roman"), None);
    }
}
