//! Sections that list the grounds of a plan or scheme: `I. CĂN CỨ PHÁP LÝ` and the laws and directives below it.
//!
//! What is listed there stands where other papers write "Căn cứ …": before the operative text. A section is one only if its
//! heading says nothing else and a list follows; clauses of law about grounds go on in letters (`a)`).

use super::class::{is_capitals, is_section};
use super::lines::Row;
use crate::lexicon::Lexicon;
use crate::text::fold::fold;
use crate::text::{Span, is_dash, letter};
use crate::vocabulary::Zone;

/// Longest heading, in bytes.
const LONGEST: usize = 110;

/// What may stand before the words of a heading.
fn is_mark(byte: &u8) -> bool {
    matches!(byte, b'0'..=b'9' | b'I' | b'V' | b'X' | b'A' | b'B' | b'.' | b')' | b'/' | b'-' | b' ')
}

/// The line heads a section of grounds.
fn heads(words: &str, lexicon: &Lexicon) -> bool {
    const MORE: [&str; 5] = ["thực tiễn", "thực trạng", "sự cần thiết", "gồm", "quy định"];
    if words.len() > LONGEST || words.ends_with([';', '.', ',']) {
        return false;
    }
    let mark = words.bytes().take_while(is_mark).count();
    let title = &words[mark..];
    if mark == 0 || !title.starts_with(['C', 'c', 'N', 'n']) || !is_section(words) {
        return false;
    }
    let said = || title.split(|c| !letter::is_word(c)).filter(|word| !word.is_empty());
    let alone = said().map(fold).eq(["căn", "cứ"]);
    (alone || lexicon.cues.heads_grounds(said()).is_some()) && {
        let title = fold(title);
        !MORE.iter().any(|word| title.contains(word))
    }
}

/// The sections of grounds among the lines, each up to the next heading of its rank.
pub(super) fn sections(lines: &[Row<'_>], lexicon: &Lexicon) -> Vec<Span> {
    let mut found = Vec::new();
    let mut at = 0;
    while at < lines.len() {
        let listed = |at: usize| lines.get(at).is_some_and(|next| is_item(next.words, lexicon));
        // Nearly every line begins with something else.
        let marked = lines[at].words.as_bytes().first().is_some_and(is_mark);
        if !marked || !heads(lines[at].words, lexicon) {
            at += 1;
            continue;
        }
        let list = 1 + usize::from(lines.get(at + 1).is_some_and(|next| wraps(lines[at].words, next.words)));
        if !listed(at + list) {
            at += 1;
            continue;
        }
        let own = rank(lines[at].words);
        let length = lines[at + list..]
            .iter()
            .position(|row| is_section(row.words) && !heads(row.words, lexicon) && rank(row.words) <= own);
        let next = length.map_or(lines.len(), |length| at + list + length);
        let end = lines.get(next).map_or_else(|| lines[next - 1].line.end, |row| row.line.start);
        found.push(Span::new(lines[at].line.start, end));
        at = next;
    }
    found
}

/// A heading in capitals goes on in the next line: "I. CĂN CỨ XÂY DỰNG" / "KẾ HOẠCH".
fn wraps(heading: &str, next: &str) -> bool {
    let small = |c: char| c.is_lowercase();
    next.len() < LONGEST && is_capitals(next) && !is_section(next) && !heading.contains(small) && is_section(heading)
}

/// An entry of a list of grounds: behind a dash, a document at the beginning of the line or behind its number, or a sentence
/// that says so.
fn is_item(words: &str, lexicon: &Lexicon) -> bool {
    let marked = words.starts_with(|c: char| is_dash(c) || matches!(c, '+' | '•' | '*'));
    let named = words.trim_start_matches(|c: char| c.is_ascii_digit() || matches!(c, '.' | ')' | ' '));
    let names = || lexicon.kinds.names().iter().any(|kind| named.starts_with(kind.as_str()));
    marked || named.starts_with("Căn cứ ") || heads(words, lexicon) || names()
}

/// How deep a heading is: letters and words for parts, Roman numerals, `1.`, `1.1.`.
fn rank(words: &str) -> usize {
    let mark = words.split([' ', '\u{A0}']).next().unwrap_or_default();
    if mark.starts_with(|c: char| c.is_ascii_digit()) {
        return 1 + mark.split(['.', ')', '/']).filter(|part| part.starts_with(|c: char| c.is_ascii_digit())).count();
    }
    usize::from(mark.starts_with(['I', 'V', 'X']))
}

/// Makes a section preamble where it lies in the body.
pub(super) fn insert(starts: &mut Vec<(usize, Zone)>, section: Span) {
    let Some(at) = starts.partition_point(|(start, _)| *start <= section.start).checked_sub(1) else { return };
    let next = starts.get(at + 1).map_or(usize::MAX, |(start, _)| *start);
    let (start, zone) = starts[at];
    if zone != Zone::Body || section.start >= section.end || next < section.end {
        return;
    }
    let mut parts = Vec::new();
    if start < section.start {
        parts.push((start, Zone::Body));
    }
    let goes_on = parts.is_empty() && at > 0 && starts[at - 1].1 == Zone::Preamble;
    if !goes_on {
        parts.push((section.start, Zone::Preamble));
    }
    if section.end < next {
        parts.push((section.end, Zone::Body));
    }
    starts.splice(at..=at, parts);
}
