//! Where mentions may begin: kind words and numbers, found by bytes in one pass each.
//!
//! Kind words and openings of oral mentions come from the lexicon's finder; numbers are found by their slash.

use crate::lexicon::{Kind, KindWord, Lexicon, Sighting, Sought};
use crate::number::{self, Number};
use crate::text::letter::{self, is_letter};
use crate::text::{Cursor, Span, is_gap};
use std::collections::HashSet;

/// A kind word as it stands in the text.
#[derive(Clone, Copy, Debug)]
pub(super) struct KindHit<'l> {
    pub span: Span,
    pub kind: &'l Kind,
    /// What the word lists say of the kind.
    pub word: KindWord,
    pub case: Case,
    /// An abbreviation (NĐ, QĐ), which counts only before a number.
    pub short: bool,
}

/// How a kind word is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Case {
    /// luật
    Small,
    /// Luật
    Capital,
    /// LUẬT
    Upper,
}

/// A number and its place.
#[derive(Clone, Debug)]
pub(super) struct NumberHit {
    pub span: Span,
    pub number: Number,
}

/// What the passes found, in the order of the text.
pub(super) struct Scan<'l> {
    pub kinds: Vec<KindHit<'l>>,
    pub numbers: Vec<NumberHit>,
    /// Openings of oral mentions.
    pub oral: Vec<Sighting>,
    /// Abbreviations of codes of law (`BLHS`) and what they stand for.
    pub codes: Vec<(Span, &'l str)>,
}

/// Both passes over a text.
pub(super) fn scan<'l>(text: &str, lexicon: &'l Lexicon) -> Scan<'l> {
    let mut numbers: Vec<NumberHit> = Vec::new();
    for start in number::find(text) {
        if numbers.last().is_some_and(|last| start < last.span.end) {
            continue;
        }
        if let Some((number, end)) = number::read(text, start, lexicon) {
            numbers.push(NumberHit { span: Span::new(start, end), number });
        }
    }
    let mut scan = Scan { kinds: Vec::new(), numbers, oral: Vec::new(), codes: Vec::new() };
    let mut short: Vec<KindHit<'l>> = Vec::new();
    for sighting in lexicon.cues.finder.find(text) {
        match sighting.sought {
            Sought::Kind => {
                let inside = scan.kinds.last().is_some_and(|last| sighting.start < last.span.end);
                let other = is_profession(text, sighting.end)
                    || is_no_law(text, &sighting)
                    || names_office(text, &sighting)
                    || ends_capital(text, &sighting);
                if !inside && !other {
                    scan.kinds.push(kind_hit(text, &sighting, lexicon));
                }
            }
            Sought::Oral => scan.oral.push(sighting),
            Sought::Short => {
                let code = lexicon.cues.code(&text[sighting.start..sighting.end]);
                let goes_on = |c: char| letter::is_word(c) || matches!(c, '-' | '/' | '&');
                match code.filter(|_| !text[sighting.end..].starts_with(goes_on)) {
                    Some(code) => scan.codes.push((Span::new(sighting.start, sighting.end), code)),
                    None => short.extend(abbreviation(text, &sighting, lexicon)),
                }
            }
        }
    }
    let behind: Vec<NumberHit> = short.iter().filter_map(|hit| glued(text, hit, lexicon)).collect();
    let defined: HashSet<&str> =
        short.iter().filter(|hit| is_defined(text, hit)).map(|hit| with_digits(text, hit)).collect();
    short.retain(|hit| {
        let parted = text[hit.span.end..].starts_with(is_gap) || opens_congress(text, hit.span.end);
        parted
            || behind.binary_search_by_key(&hit.span.end, |number| number.span.start).is_ok()
            || defined.contains(with_digits(text, hit))
    });
    if !behind.is_empty() {
        scan.numbers.extend(behind);
        scan.numbers.sort_by_key(|hit| hit.span);
    }
    add_abbreviations(&mut scan.kinds, short);
    scan
}

fn kind_hit<'l>(text: &str, sighting: &Sighting, lexicon: &'l Lexicon) -> KindHit<'l> {
    let span = Span::new(sighting.start, sighting.end);
    let (kind, word) = lexicon.cues.kind(sighting.phrase, &lexicon.kinds);
    KindHit { span, kind, word, case: case_of(&text[span.range()]), short: false }
}

/// "luật sư", "luật gia": persons, not laws.
fn is_profession(text: &str, end: usize) -> bool {
    // Nearly every word behind a kind begins otherwise.
    let rest = text[end..].strip_prefix(' ').filter(|rest| rest.starts_with(['s', 'g', 'S', 'G']));
    rest.is_some_and(|rest| {
        ["sư", "gia", "Sư", "Gia", "SƯ", "GIA"]
            .iter()
            .any(|word| rest.strip_prefix(word).is_some_and(|r| !r.starts_with(is_letter)))
    })
}

/// "pháp luật", "kỷ luật", "dự luật": the law in general, discipline, a draft; also inside the titles of laws.
fn is_no_law(text: &str, sighting: &Sighting) -> bool {
    const BEFORE: [&str; 5] = ["pháp", "kỷ", "kỉ", "quy", "dự"];
    // Nearly every sighting is another word.
    let word = &text[sighting.start..sighting.end];
    if word.len() != "luật".len() || !letter::same_word(word, "luật") {
        return false;
    }
    let before = text[..sighting.start].trim_end_matches(is_gap);
    let word = &before[letter::word_start(before, before.len())..];
    before.len() < sighting.start && BEFORE.iter().any(|known| letter::same_word(word, known))
}

/// "Sở Kế hoạch và Đầu tư", "Vụ Kế hoạch", "Viện Chiến lược …": the task that an office is named by.
fn names_office(text: &str, sighting: &Sighting) -> bool {
    const TASKS: [&str; 3] = ["kế hoạch", "chiến lược", "quy hoạch"];
    const OFFICES: [&str; 8] = ["Bộ", "Sở", "Phòng", "Ban", "Vụ", "Cục", "Viện", "Tổ"];
    let word = &text[sighting.start..sighting.end];
    // No other task begins with these letters, in either case.
    if !word.starts_with(['K', 'C', 'Q']) || !TASKS.iter().any(|task| letter::same_word(word, task)) {
        return false;
    }
    let before = text[..sighting.start].trim_end_matches(is_gap);
    let office = &before[letter::word_start(before, before.len())..];
    let upper = case_of(word) == Case::Upper;
    // "CỦA BAN", "lãnh đạo Sở" may end the line above the heading, and "Trưởng Ban" stand before a number.
    let rest = text[sighting.end..].trim_start_matches(is_gap);
    let named_on = ["và ", "& ", "&"].iter().any(|word| rest.starts_with(word));
    let numbered = rest.starts_with(|c: char| c.is_ascii_digit()) || rest.starts_with("số");
    let beside = !numbered && (named_on || !text[before.len()..sighting.start].contains('\n'));
    let named = OFFICES.iter().any(|known| if upper { letter::same_word(office, known) } else { office == *known });
    beside && named && !(upper && before.ends_with("THƯỜNG VỤ"))
}

/// "Ủy ban nhân dân thành phố Hà Nội quy định …": the name of the capital and a verb, no "nội quy".
fn ends_capital(text: &str, sighting: &Sighting) -> bool {
    let word = &text[sighting.start..sighting.end];
    if !word.starts_with('N') || !letter::same_word(word, "nội quy") {
        return false;
    }
    let before = text[..sighting.start].trim_end_matches(is_gap);
    letter::same_word(&before[letter::word_start(before, before.len())..], "hà")
}

fn case_of(written: &str) -> Case {
    let mut letters = written.chars().filter(|&c| is_letter(c));
    let first = letters.next().is_some_and(char::is_uppercase);
    if !first {
        Case::Small
    } else if letters.all(char::is_uppercase) {
        Case::Upper
    } else {
        Case::Capital
    }
}

/// `NĐ 30/2020/NĐ-CP`, `NQ số 18-NQ/TW`: an abbreviated kind word right before digits.
fn abbreviation<'l>(text: &str, sighting: &Sighting, lexicon: &'l Lexicon) -> Option<KindHit<'l>> {
    let span = Span::new(sighting.start, sighting.end);
    if text[..span.start].ends_with(['/', '-', '&', '.']) {
        return None;
    }
    let mut cursor = Cursor::new(text, span.end);
    if !cursor.gap(1) {
        return None;
    }
    if cursor.at > span.end && cursor.word("số", true) {
        cursor.gap(1);
    }
    let counted = cursor.peek().is_some_and(|c| c.is_ascii_digit());
    let congress = || &text[span.range()] == "NQ" && opens_congress(text, span.end);
    if !counted && !congress() {
        return None;
    }
    let kind = lexicon.kinds.by_text_abbreviation(&text[span.range()])?;
    let word = lexicon.cues.kind_word(kind, &lexicon.kinds)?;
    Some(KindHit { span, kind, word, case: Case::Upper, short: true })
}

/// `NQ Đại hội …`, `NQTW4`, `NQ T.Ư 4`: the resolution of a congress or plenum.
fn opens_congress(text: &str, end: usize) -> bool {
    let rest = text[end..].trim_start_matches([' ', '\u{A0}']);
    let glued = ["TW", "TƯ", "T.Ư", "T.W", "ĐH"].iter().any(|word| rest.starts_with(word));
    glued
        || rest.len() < text.len() - end
            && ["Đại hội", "đại hội", "Trung ương"].iter().any(|word| rest.starts_with(word))
}

/// `QĐ1439/QĐ-TLĐ`: the number that is glued to an abbreviated kind word and says the same kind.
fn glued(text: &str, hit: &KindHit<'_>, lexicon: &Lexicon) -> Option<NumberHit> {
    if !text[hit.span.end..].starts_with(|c: char| c.is_ascii_digit()) {
        return None;
    }
    let (number, end) = number::read_glued(text, hit.span.end, lexicon)?;
    let said = lexicon.kinds.alternatives(number.kind.as_deref()?, None);
    said.iter().any(|kind| kind.name == hit.kind.name).then(|| NumberHit { span: Span::new(hit.span.end, end), number })
}

/// "(sau đây gọi tắt là QĐ22)": an abbreviated kind word with a count glued to it, said to be the name of a paper.
fn is_defined(text: &str, hit: &KindHit<'_>) -> bool {
    let before = text[..hit.span.start].trim_end_matches(['“', '"', ' ', '\u{A0}']);
    with_digits(text, hit).len() > hit.span.range().len()
        && ["tắt là", "gọi là"].iter().any(|verb| before.ends_with(verb))
}

/// An abbreviated kind word and the digits that are glued to it: `QĐ22`.
fn with_digits<'t>(text: &'t str, hit: &KindHit<'_>) -> &'t str {
    let digits = text[hit.span.end..].bytes().take_while(u8::is_ascii_digit).count();
    let end = hit.span.end + digits;
    let goes_on = text[end..].starts_with(|c: char| letter::is_word(c) || matches!(c, '-' | '/' | '&'));
    &text[hit.span.start..if goes_on { hit.span.end } else { end }]
}

/// Those that no kind word meets join the others.
fn add_abbreviations<'l>(kinds: &mut Vec<KindHit<'l>>, short: Vec<KindHit<'l>>) {
    let meets = |span: Span| {
        let next = kinds.partition_point(|kind| kind.span.end <= span.start);
        kinds.get(next).is_some_and(|kind| kind.span.overlaps(span))
    };
    let free: Vec<KindHit<'l>> = short.into_iter().filter(|hit| !meets(hit.span)).collect();
    if !free.is_empty() {
        kinds.extend(free);
        kinds.sort_by_key(|hit| hit.span);
    }
}
