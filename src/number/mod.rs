//! Numbers and symbols of documents (số và ký hiệu): `36-HD/BTGTU`, `52/2016/QĐ-TTg`, `745/LĐLĐ`, `115-CP`.
//!
//! [`read`] takes one off a text where its digits begin and says what it is made of; [`find()`] gives every place of a text
//! where one begins. The shapes are those of docs/identity.md: the State family (slash, then hyphen), the Party family
//! (hyphen, then slash), and the old forms without a slash. Which organ is meant is not decided here.
//!
//! Gaps, line ends, odd dashes and slashes, a lost hyphen or a stray one are read as meant; `text` has the number without
//! gaps and with its real typing errors, and `malformed` and `repaired` say what was odd.

mod find;
mod symbols;

use crate::lexicon::Lexicon;
use crate::text::{Cursor, is_dash, is_gap, is_slash};
use crate::vocabulary::Level;
pub use find::find;
use find::is_count_byte;
use smol_str::{SmolStr, format_smolstr};
use symbols::{join, read_symbols, split_state};

/// How the punctuation of a number runs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Family {
    /// `<no>-<KIND>/<ORGAN>`: Party, youth union, farmers' union.
    Party,
    /// `<no>[/<year>]/<KIND>-<ORGAN>`, or a letter `<no>/<ORGAN>`: State, trade union, Front.
    State,
    /// `<no>-<ORGAN>` without a slash: before 1997.
    Old,
    /// The count alone: `Nghị quyết số 18`.
    Bare,
}

/// A number and symbol taken apart.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Number {
    /// As meant: without gaps, plain hyphens and slashes, typing errors kept.
    pub text: SmolStr,
    /// Its count without leading zeros, with suffix or decimals: `36`, `7b`, `66.7`.
    pub count: SmolStr,
    /// The year printed in it.
    pub year: Option<u16>,
    /// Abbreviation of the kind: `HD`, `QĐ`.
    pub kind: Option<SmolStr>,
    /// Symbol of the organ with its units: `BTGTU`, `TWĐTN-TNTH`, `QH15`.
    pub organ: Option<SmolStr>,
    /// Run of the punctuation.
    pub family: Family,
    /// The form is none that any office uses (`01-/KH-TBTT&PV`).
    pub malformed: bool,
    /// A lost hyphen or a misread letter was put right in `kind` and `organ`.
    pub repaired: bool,
}

impl Number {
    /// A count without symbol.
    pub fn bare(count: &str) -> Self {
        Self {
            text: count.into(),
            count: without_zeros(count),
            year: None,
            kind: None,
            organ: None,
            family: Family::Bare,
            malformed: false,
            repaired: false,
        }
    }

    /// The same number with the symbol of another: `187` beside `188-KL/TW` is `187-KL/TW`.
    pub fn with_symbol_of(&self, other: &Number) -> Self {
        let digits = other.text.len() - other.text.trim_start_matches(|c: char| c.is_ascii_digit() || c == '.').len();
        let suffix = other.text[digits..].chars().next().filter(|c| c.is_lowercase()).map_or(0, char::len_utf8);
        Self {
            text: format_smolstr!("{}{}", self.text, &other.text[digits + suffix..]),
            count: self.count.clone(),
            ..other.clone()
        }
    }
}

fn without_zeros(count: &str) -> SmolStr {
    let trimmed = count.trim_start_matches('0');
    // "08.a" beside "08a"
    if let Some((digits, letter)) = trimmed.split_once('.').filter(|(_, part)| part.starts_with(char::is_alphabetic)) {
        return format_smolstr!("{digits}{letter}");
    }
    if trimmed.starts_with(|c: char| c.is_ascii_digit()) { trimmed.into() } else { format_smolstr!("0{trimmed}") }
}

/// Capital letters that symbols are made of: no tone marks.
fn is_symbol_letter(c: char) -> bool {
    c.is_ascii_uppercase() || matches!(c, 'Đ' | 'Ð' | 'Ư' | 'Ơ' | 'Â' | 'Ê' | 'Ô' | 'Ă')
}

/// Reads the number whose digits begin at byte `at`. Gives it and the byte after it; nothing if there is only a count, a
/// date, a ratio, or a word after the slash.
pub fn read(text: &str, at: usize, lexicon: &Lexicon) -> Option<(Number, usize)> {
    if text[..at]
        .chars()
        .next_back()
        .is_some_and(|c| c.is_alphanumeric() || matches!(c, ':' | '.' | '&') || is_slash(c))
        && !glued_word_before(text, at)
    {
        return None;
    }
    read_glued(text, at, lexicon)
}

/// The same behind a word that is glued to the digits: "QĐ1439/QĐ-TLĐ".
pub fn read_glued(text: &str, at: usize, lexicon: &Lexicon) -> Option<(Number, usize)> {
    let mut cursor = Cursor::new(text, at);
    let (count, meant) = read_count(&mut cursor)?;
    let mut number = Number::bare(&count);
    let mut text = String::with_capacity(32);
    text.push_str(&count);
    if let Some(meant) = meant {
        number.count = without_zeros(&meant);
        number.repaired = true;
    }
    let end_of_count = cursor.at;
    let blanks = skip_blanks(&mut cursor);
    match cursor.peek() {
        Some(c) if is_slash(c) => {
            cursor.bump();
            number.family = Family::State;
            text.push('/');
            read_state(&mut cursor, &mut number, &mut text, lexicon)?;
        }
        Some(c) if is_dash(c) => {
            cursor.bump();
            skip_blanks(&mut cursor);
            text.push('-');
            if let Some(year) = printed_year(&mut cursor) {
                number.year = Some(year);
                number.family = Family::State;
                text.push_str(&format!("{year}/"));
                let symbols = read_symbols(&mut cursor, &mut text, lexicon)?;
                split_state(&mut number, &mut text, &symbols, lexicon);
            } else if cursor.peek().is_some_and(is_slash) {
                cursor.bump();
                number.malformed = true;
                text.push('/');
                number.family = Family::State;
                read_state(&mut cursor, &mut number, &mut text, lexicon)?;
            } else {
                read_party(&mut cursor, &mut number, &mut text, lexicon, false)?;
            }
        }
        Some(c) if is_symbol_letter(c) && (blanks || at < end_of_count) => {
            text.push('-');
            read_party(&mut cursor, &mut number, &mut text, lexicon, true)?;
            number.repaired = true;
            if !blanks {
                text = text.replacen('-', "", 1);
            }
        }
        _ => return None,
    }
    // "823/PV11(CS)": the office that drafted it.
    let office = office_in_bracket(&cursor);
    text.push_str(&cursor.rest()[..office]);
    cursor.at += office;
    let footnote = if office > 0 { 0 } else { footnote_digits(&number, lexicon) };
    if let Some(organ) = number.organ.as_mut().filter(|_| footnote > 0) {
        text.truncate(text.len() - footnote);
        *organ = organ[..organ.len() - footnote].into();
    }
    number.text = text.into();
    Some((number, cursor.at - footnote))
}

/// The length of a bracket with one to four capitals that is glued to a symbol: "(CS)".
fn office_in_bracket(cursor: &Cursor<'_>) -> usize {
    let Some(inner) = cursor.rest().strip_prefix('(') else { return 0 };
    let letters: usize = inner.chars().take_while(|&c| is_symbol_letter(c)).map(char::len_utf8).sum();
    let count = inner[..letters].chars().count();
    if (1..=4).contains(&count) && inner[letters..].starts_with(')') { letters + 2 } else { 0 }
}

/// "66-NQ/TW1": the digits of a footnote at the end of a symbol that is known without them.
fn footnote_digits(number: &Number, lexicon: &Lexicon) -> usize {
    let Some(organ) = &number.organ else { return 0 };
    let bare = organ.trim_end_matches(|c: char| c.is_ascii_digit());
    let digits = organ.len() - bare.len();
    if !(1..=2).contains(&digits) {
        return 0;
    }
    let of = |symbol: &str| lexicon.organs.candidates(symbol);
    // The departments of the State Bank numbered so until about 2005: "QĐ-NH16", "14/2000/QĐ-NHNN16".
    let bank = bare == "NH" || bare == "NHNN" && number.year.is_some_and(|year| year < 2006);
    // The assembly and its committees (BC-UBXH15) bear their term.
    let assembly = ["QH", "HĐND", "HĐNN", "QHK", "BCĐ", "NQ"].iter().any(|s| bare.ends_with(s))
        || bare.starts_with("UB") && of(bare).iter().any(|organ| organ.parent.as_deref() == Some("quoc-hoi"));
    // Digits that are no part of the symbol leave its organs as they are.
    let own = organ.contains('-') || of(organ).iter().map(|o| &o.id).ne(of(bare).iter().map(|o| &o.id));
    // "TTr-NV1": units of an office are numbered; a footnote hangs on the symbol of a ministry or a province.
    let noted = of(bare).iter().any(|organ| matches!(organ.level, Level::Central | Level::Province));
    if bank || assembly || own || !noted { 0 } else { digits }
}

/// "số1202/LĐLĐ": a word glued to the digits by a converter.
fn glued_word_before(text: &str, at: usize) -> bool {
    let before = &text[..at];
    ["số", "Số", "SỐ", "số:", "Số:", "SỐ:"].iter().any(|word| {
        before.strip_suffix(word).is_some_and(|rest| !rest.chars().next_back().is_some_and(char::is_alphabetic))
    })
}

/// One to six digits, decimals, a letter: `02144`, `66.13`, `7b`, `210A`, `08.a`. Gives it as written, and as meant where
/// letters stand for digits.
fn read_count(cursor: &mut Cursor<'_>) -> Option<(SmolStr, Option<SmolStr>)> {
    let start = cursor.at;
    let meant = read_misread(cursor);
    if meant.is_none() {
        cursor.digits(6)?;
    }
    let mut probe = *cursor;
    if probe.peek() == Some('.') {
        probe.bump();
        let lettered = probe.peek().is_some_and(|c| matches!(c, 'a'..='h')) && probe.rest()[1..].starts_with(is_slash);
        if probe.digits(3).is_some() || lettered && probe.bump().is_some() {
            *cursor = probe;
        }
    }
    let whole = text_between(cursor, start);
    let mut probe = *cursor;
    let spaced = probe.peek() == Some(' ') && probe.bump().is_some();
    if let Some(letter) = probe.bump().filter(|c| matches!(c, 'a'..='h' | 'đ' | 'A'..='H')) {
        let next = probe.peek();
        let parted = next.is_some_and(|c| is_slash(c) || is_dash(c));
        let small = letter.is_lowercase()
            && !next.is_some_and(char::is_alphanumeric)
            && (!spaced || next.is_some_and(is_slash));
        if small || letter.is_uppercase() && !spaced && parted {
            *cursor = probe;
            return Some((format_smolstr!("{whole}{letter}"), meant.map(|digits| format_smolstr!("{digits}{letter}"))));
        }
    }
    Some((whole.into(), meant.map(SmolStr::from)))
}

/// `O5`, `1O2`, `l8` as the digits that are meant, before a dash or slash.
fn read_misread(cursor: &mut Cursor<'_>) -> Option<String> {
    let run = cursor.rest().bytes().take_while(|&b| is_count_byte(b)).count();
    let written = &cursor.rest()[..run];
    let digits = written.bytes().filter(u8::is_ascii_digit).count();
    let parted = cursor.rest()[run..].trim_start_matches(is_gap).starts_with(|c| is_slash(c) || is_dash(c));
    if digits == 0 || digits == run || run > 5 || !parted {
        return None;
    }
    cursor.at += run;
    Some(written.replace(['O', 'o'], "0").replace('l', "1"))
}

fn text_between<'t>(cursor: &Cursor<'t>, start: usize) -> &'t str {
    let length = cursor.at - start;
    let mut back = *cursor;
    back.at = start;
    &back.rest()[..length]
}

/// Steps over gaps with at most one line end; true if there were any.
fn skip_blanks(cursor: &mut Cursor<'_>) -> bool {
    let start = cursor.at;
    cursor.gap(1) && cursor.at > start
}

/// Steps over the year behind a dash, and the slash behind it: `19-2017/NQ-CP`.
fn printed_year(cursor: &mut Cursor<'_>) -> Option<u16> {
    let mut probe = *cursor;
    let year = probe.digits(4).and_then(|year| u16::try_from(year).ok()).filter(|year| (1945..2100).contains(year))?;
    is_slash(probe.bump()?).then(|| *cursor = probe)?;
    Some(year)
}

/// After the first slash: the year, then the symbols.
fn read_state(cursor: &mut Cursor<'_>, number: &mut Number, text: &mut String, lexicon: &Lexicon) -> Option<()> {
    skip_blanks(cursor);
    if cursor.peek()?.is_ascii_digit() {
        let start = cursor.at;
        let misread = read_misread(cursor);
        let year = misread.as_ref().map_or_else(|| cursor.digits(4), |digits| digits.parse().ok())?;
        number.repaired |= misread.is_some();
        let written = text_between(cursor, start);
        skip_blanks(cursor);
        let joint = cursor.bump()?;
        if !(is_slash(joint) || is_dash(joint)) {
            return None;
        }
        skip_blanks(cursor);
        let valid = (1900..2100).contains(&year);
        number.year = u16::try_from(year).ok().filter(|_| valid);
        number.malformed |= !valid;
        if written.len() < 2 || !valid && is_dash(joint) {
            return None;
        }
        text.push_str(written);
        text.push(if is_slash(joint) { '/' } else { '-' });
    }
    let symbols = read_symbols(cursor, text, lexicon)?;
    split_state(number, text, &symbols, lexicon);
    // "29/11/QH13", "139/009/TT-BTC": a year that is none stands only before a symbol that is one.
    let known = || number.kind.is_some() && number.organ.is_some();
    let assembly = || number.organ.as_deref().is_some_and(|organ| organ.starts_with("QH"));
    (number.year.is_some() || !number.malformed || known() || assembly()).then_some(())
}

/// After the first dash: the kind, a slash, the organ; or an old organ alone.
fn read_party(
    cursor: &mut Cursor<'_>,
    number: &mut Number,
    text: &mut String,
    lexicon: &Lexicon,
    lost_dash: bool,
) -> Option<()> {
    number.family = Family::Party;
    let symbols = read_symbols(cursor, text, lexicon)?;
    let first = &symbols[0];
    let has_slash = symbols.iter().skip(1).any(|s| s.after == '/');
    if !has_slash {
        number.family = Family::Old;
        let kind_alone = symbols.len() == 1 && lexicon.kinds.abbreviates(&first.letters) && !lost_dash;
        if kind_alone {
            number.kind = Some(first.letters.clone());
            return Some(());
        }
        let is_kind = || lexicon.kinds.abbreviates(&first.letters);
        if lost_dash && symbols.len() == 1 && lexicon.cues.is_old_organ(&first.letters) && !is_kind() {
            // "Quyết định số 150 CP"; a kind would be the beginning of something else.
            number.organ = Some(first.letters.clone());
            return Some(());
        }
        if lost_dash {
            // "184KH-LĐLĐ": the slash was lost, the kind is known.
            return (symbols.len() > 1 && is_kind()).then(|| split_state(number, text, &symbols, lexicon));
        }
        number.organ = Some(join(&symbols));
        return Some(());
    }
    if !lexicon.kinds.abbreviates(&first.letters) {
        // "06-TW/CT": organ and kind changed places.
        let swapped = symbols.len() == 2 && lexicon.kinds.abbreviates(&symbols[1].letters);
        if swapped {
            number.kind = Some(symbols[1].letters.clone());
            number.organ = Some(first.letters.clone());
            return Some(());
        }
        if lost_dash {
            return None;
        }
    }
    if lost_dash && !lexicon.kinds.abbreviates(&first.letters) {
        return None;
    }
    number.kind = Some(first.letters.clone());
    number.organ = Some(join(&symbols[1..]));
    Some(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parse(text: &str) -> Option<(String, Option<String>, Option<String>)> {
        let lexicon = Lexicon::embedded();
        let at = find(text).first().copied().unwrap_or_else(|| text.find(|c: char| c.is_ascii_digit()).unwrap());
        let told = |part: Option<SmolStr>| part.map(String::from);
        read(text, at, lexicon).map(|(n, _)| (n.text.into(), told(n.kind), told(n.organ)))
    }

    #[test]
    fn each_family_is_taken_apart() {
        for (text, number, kind, organ) in [
            ("số 36-HD/BTGTU, ngày", "36-HD/BTGTU", "HD", "BTGTU"),
            ("52/2016/QĐ-TTg", "52/2016/QĐ-TTg", "QĐ", "TTg"),
            ("188- KL/TW ngày", "188-KL/TW", "KL", "TW"),
            ("391 - CV/ĐU", "391-CV/ĐU", "CV", "ĐU"),
            ("104/2022/NĐ- CP của", "104/2022/NĐ-CP", "NĐ", "CP"),
            ("30/2020/NÐ-CP", "30/2020/NĐ-CP", "NĐ", "CP"),
            ("12/TT-BCAngày 28/2/2025", "12/TT-BCA", "TT", "BCA"),
            ("18/ 2020/QĐ-TTgcủa", "18/2020/QĐ-TTg", "QĐ", "TTg"),
            ("01-/KH-TBTT&PV", "01-/KH-TBTT&PV", "KH", "TBTT&PV"),
            ("số 19-2017/NQ-CP ngày", "19-2017/NQ-CP", "NQ", "CP"),
            ("84 QĐ/TWĐTN", "84-QĐ/TWĐTN", "QĐ", "TWĐTN"),
            ("317-QĐ/TWĐTN-TNTH", "317-QĐ/TWĐTN-TNTH", "QĐ", "TWĐTN-TNTH"),
        ] {
            assert_eq!(parse(text), Some((number.into(), Some(kind.into()), Some(organ.into()))), "{text}");
        }
    }

    #[test]
    fn letters_have_no_kind() {
        for (text, organ) in [("745/LĐLĐ", "LĐLĐ"), ("1879/UBND-VX ngày", "UBND-VX"), ("45/2019/QH14", "QH14")] {
            let (_, kind, found) = parse(text).expect(text);
            assert_eq!((kind, found.as_deref()), (None, Some(organ)), "{text}");
        }
    }

    #[test]
    fn a_committee_of_the_assembly_bears_its_term_and_no_footnote() {
        let organ = |text: &str| parse(text).and_then(|(_, _, organ)| organ);
        assert_eq!(organ("436/BC-UBVHXH15").as_deref(), Some("UBVHXH15"));
        assert_eq!(organ("66-NQ/TW1").as_deref(), Some("TW"));
    }

    #[test]
    fn an_old_number_may_have_lost_its_dash() {
        assert_eq!(parse("150 CP của"), Some(("150-CP".into(), None, Some("CP".into()))));
        assert_eq!(parse("150 TC của"), None, "a kind's letters, of a longer number");
        assert_eq!(parse("150 BHXH của"), None, "no organ that numbered so");
    }

    #[test]
    fn look_alikes_are_no_numbers() {
        for text in [
            "12/4/2023",
            "2/3",
            "24/7",
            "302/Ngày 02-06",
            "60 km/h",
            "50.000 đồng/người",
            "6909:2001/BKHCN",
            "5/BÁO CÁO",
            "12/10/KP",
            "5/12/ĐVT",
        ] {
            assert_eq!(parse(text), None, "{text}");
        }
    }

    #[test]
    fn a_year_that_is_none_is_a_slip_before_a_symbol_that_is_one() {
        for (text, number) in [("29/11/QH13 ngày", "29/11/QH13"), ("139/209/TT-BTC", "139/209/TT-BTC")] {
            let (read, _) = read(text, 0, Lexicon::embedded()).expect(text);
            assert_eq!((read.text.as_str(), read.year, read.malformed), (number, None, true), "{text}");
        }
    }

    #[test]
    fn a_list_shares_the_symbol_of_its_last_member() {
        let (last, _) = read("188-KL/TW", 0, Lexicon::embedded()).unwrap();
        assert_eq!(Number::bare("187").with_symbol_of(&last).text, "187-KL/TW");
    }

    #[test]
    fn leading_zeros_do_not_count() {
        assert_eq!(Number::bare("07").count, "7");
        assert_eq!(Number::bare("0").count, "0");
    }
}
