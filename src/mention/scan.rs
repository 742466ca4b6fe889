//! Where mentions may begin: kind words and numbers, found by bytes in one pass each.
//!
//! Kind words come from the lexicon's finder; numbers are found by their slash.

use crate::lexicon::{Kind, Lexicon};
use crate::number::{self, Number};
use crate::text::{Cursor, Span};

/// A kind word as it stands in the text.
#[derive(Clone, Copy, Debug)]
pub(super) struct KindHit<'l> {
    pub span: Span,
    pub kind: &'l Kind,
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
    Scan { kinds: kinds(text, lexicon), numbers }
}

fn kinds<'l>(text: &str, lexicon: &'l Lexicon) -> Vec<KindHit<'l>> {
    let mut hits: Vec<KindHit<'l>> = Vec::new();
    for (start, end, name) in lexicon.cues.kind_finder.find(text) {
        if hits.last().is_some_and(|last| start < last.span.end) {
            continue;
        }
        if is_profession(text, end) {
            continue;
        }
        if let Some(kind) = lexicon.kinds.by_name(name) {
            hits.push(KindHit { span: Span::new(start, end), kind, case: case_of(&text[start..end]), short: false });
        }
    }
    abbreviations(text, lexicon, &mut hits);
    hits
}

/// "luật sư", "luật gia": persons, not laws.
fn is_profession(text: &str, end: usize) -> bool {
    text[end..].strip_prefix(' ').is_some_and(|rest| {
        ["sư", "gia", "Sư", "Gia"]
            .iter()
            .any(|word| rest.strip_prefix(word).is_some_and(|r| !r.starts_with(char::is_alphabetic)))
    })
}

fn case_of(written: &str) -> Case {
    let mut letters = written.chars().filter(|c| c.is_alphabetic());
    let first = letters.next().is_some_and(char::is_uppercase);
    if !first {
        Case::Small
    } else if letters.all(char::is_uppercase) {
        Case::Upper
    } else {
        Case::Capital
    }
}

/// `NĐ 30/2020/NĐ-CP`, `NQ số 18-NQ/TW`: abbreviated kind words right before digits.
fn abbreviations<'l>(text: &str, lexicon: &'l Lexicon, hits: &mut Vec<KindHit<'l>>) {
    let finder = &lexicon.cues.abbreviation_finder;
    let mut found: Vec<KindHit<'l>> = Vec::new();
    for hit in finder.find_iter(text) {
        let (start, end) = (hit.start(), hit.end());
        let before = text[..start].chars().next_back();
        if before.is_some_and(|c| c.is_alphanumeric() || matches!(c, '/' | '-' | '&' | '.')) {
            continue;
        }
        let mut cursor = Cursor::new(text, end);
        let at = cursor.at;
        if !cursor.gap(1) || cursor.at == at {
            continue;
        }
        if cursor.word("số", true) {
            cursor.gap(1);
        }
        if !cursor.peek().is_some_and(|c| c.is_ascii_digit()) {
            continue;
        }
        if let Some(kind) = lexicon.kinds.by_abbreviation(&text[start..end], None) {
            found.push(KindHit { span: Span::new(start, end), kind, case: Case::Upper, short: true });
        }
    }
    if !found.is_empty() {
        found.retain(|f| !hits.iter().any(|h| h.span.overlaps(f.span)));
        hits.extend(found);
        hits.sort_by_key(|h| h.span);
    }
}
