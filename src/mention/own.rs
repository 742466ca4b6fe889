//! What is not another document: the paper's own number, and the alias that a bracket defines.

use super::words::{backward, behind};
use super::{Found, Reading};
use crate::text::fold::fold;
use crate::text::is_gap;
use crate::text::letter::is_word;
use crate::vocabulary::Zone;

/// True if the mention is the paper itself, or only defines a short name.
pub(super) fn is_own(reading: &Reading<'_>, found: &Found) -> bool {
    is_own_number(reading, found)
        || numbers_copy(reading, found)
        || heads_page(reading, found)
        || defines_alias(reading, found)
        || is_self_name(reading, found)
}

fn is_own_number(reading: &Reading<'_>, found: &Found) -> bool {
    let Some(number) = &found.number else { return false };
    if reading.document.number_span.is_some_and(|own| own.overlaps(found.span)) {
        return true;
    }
    let Some(own) = &reading.document.number else { return false };
    // The title of a page leaves out the drafting unit or the term: `39/2003/NQ-HĐND` for `39/2003/NQ-HĐND-K6`.
    let shorter = |own: &str, cited: &str| own.strip_prefix(cited).is_some_and(|rest| rest.starts_with('-'));
    let same_organ = own.organ == number.organ
        || reading.document.zone(found.span.start) == Zone::Title
            && own.organ.as_deref().zip(number.organ.as_deref()).is_some_and(|(own, cited)| shorter(own, cited));
    if !same_organ || own.count != number.count || own.kind != number.kind || own.year != number.year {
        return false;
    }
    let same_date = match (reading.document.date, found.date) {
        (Some(own), Some(date)) => own.agrees_with(date),
        _ => true,
    };
    let same_issuer = match (found.issuer, &reading.document.issuer) {
        (Some(span), Some(own)) if span.end > span.start => {
            let home = reading.home();
            let read = reading.lexicon.organs.read(&reading.text[span.range()], home, &reading.lexicon.places);
            !read.complete || fold(&read.name) == fold(own)
        }
        _ => true,
    };
    same_date && same_issuer
}

/// "SAO Y / Số: 12/SY-LĐLĐ": the number of a certified copy, on a line of its own behind the signature or above the
/// paper's number.
fn numbers_copy(reading: &Reading<'_>, found: &Found) -> bool {
    let at = found.span.start;
    let above = || reading.document.number_span.is_some_and(|own| found.span.end <= own.start);
    found.rule == "numbered-alone"
        && reading.text[at..].starts_with("Số")
        && (reading.document.zone(at) == Zone::Closing || above())
        && begins_line(reading.text, at, is_gap)
}

/// "Số: 77/KH-BTV" alone on its line above the text of a paper whose letterhead could not be read: nobody cites so.
fn heads_page(reading: &Reading<'_>, found: &Found) -> bool {
    let (at, text) = (found.span.start, reading.text);
    found.rule == "numbered-alone"
        && reading.document.number.is_none()
        && found.date.is_none()
        && text[at..].starts_with("Số")
        && matches!(reading.document.zone(at), Zone::Title | Zone::Preamble)
        && begins_line(text, at, |c| is_gap(c) || c == '|')
        && text[found.span.end..].chars().take_while(|&c| c != '\n').all(|c| is_gap(c) || c == '|')
}

/// "(sau đây gọi tắt là Quy định 377)", "(gọi là Nghị định số 69/2006/NĐ-CP)", "(… viết tắt là Quy chế ban hành kèm theo
/// Quyết định số 51)": later uses count, the place that defines a short name does not.
fn defines_alias(reading: &Reading<'_>, found: &Found) -> bool {
    // Nearly every mention stands behind another word and in no bracket.
    const NEAR: usize = 400;
    let near = &reading.text.as_bytes()[found.span.start.saturating_sub(NEAR)..found.span.start];
    let opened = memchr::memrchr3(b'(', b')', b';', near).is_some_and(|at| near[at] == b'(');
    let led = || behind(reading.text, found.span.start).next().is_some_and(|t| t.is("là") || t.text == ":");
    if !opened && !led() {
        return false;
    }
    let before = backward(reading.text, found.span.start, 18);
    let is = |at: usize, word: &str| before.get(at).is_some_and(|t| t.is(word));
    let open = before.iter().position(|t| matches!(t.text, "(" | ")" | ";" | "."));
    let within = open.filter(|&at| before[at].text == "(").unwrap_or(0);
    // In a bracket a few words of the name may stand before the number.
    let reach = if within > 0 { within.min(9) } else { 1 };
    (0..reach).filter(|&at| is(at, "là") || before.get(at).is_some_and(|t| t.text == ":")).any(|at| {
        let verb = (at + 1..at + 4).find(|&at| is(at, "gọi") || is(at, "viết"));
        verb.is_some_and(|at| {
            let from_now = (at + 1..at + 3).any(|at| is(at, "đây"));
            let opens = before.get(at + 1).is_some_and(|t| t.text == "(");
            from_now || opens
        })
    })
}

/// For each mention whether it only repeats: "Nghị quyết số 57-NQ/TW ngày … của Bộ Chính trị (Nghị quyết 57)", "Nghị quyết liên tịch số 102/… (Nghị quyết 102)": a bracket that holds nothing but kind and number of the paper before
/// it gives it a short name.
pub(super) fn repeats_in_brackets(reading: &Reading<'_>, found: &[Found]) -> Vec<bool> {
    let mut last: Option<&Found> = None;
    let told = found.iter().map(|mention| {
        let repeats = last.is_some_and(|last| repeats(reading, last, mention));
        last = if mention.number.is_some() { Some(mention) } else { last };
        repeats
    });
    told.collect()
}

fn repeats(reading: &Reading<'_>, last: &Found, found: &Found) -> bool {
    /// Bytes between the two at most.
    const NEAR: usize = 400;
    let Some((full, short)) = last.number.as_ref().zip(found.number.as_ref()) else { return false };
    let same = full.count == short.count
        && last.kind.as_deref().zip(found.kind.as_deref()).is_some_and(|(full, short)| full.starts_with(short))
        && (short.organ.is_none() || short.organ == full.organ)
        && (short.year.is_none() || short.year == full.year);
    let between = last.span.end.min(found.span.start)..found.span.start;
    same && found.date.is_none()
        && between.len() <= NEAR
        && reading.text[between].strip_suffix('(').is_some_and(|words| !words.contains([';', '(', '\n']))
        && reading.text[found.span.end..].starts_with(')')
}

/// "Quyết định này", "Luật này" are the paper; so is a name followed by "này", and the law that names itself: its title
/// under the letterhead, or "Quốc hội ban hành Luật Thủy sản".
fn is_self_name(reading: &Reading<'_>, found: &Found) -> bool {
    if found.number.is_some() || found.date.is_some() {
        return false;
    }
    let law = matches!(found.rule, "law-by-name" | "new-law-by-name" | "amending-law");
    if names_itself(reading, found) || law && (issues_itself(reading, found) || heads_text(reading, found)) {
        return true;
    }
    let this = super::words::ahead(reading.text, found.span.end).next().is_some_and(|t| t.is("này"));
    let title = || {
        let name = found.name.filter(|_| law)?;
        let (kind, subject) = (reading.document.kind.as_deref()?, reading.document.subject.as_deref()?);
        Some(plain(&reading.text[name.range()]).eq(plain(kind).chain(plain(subject))))
    };
    this || title().unwrap_or(false)
}

/// `NGHỊ QUYẾT` / `ĐẠI HỘI ĐẠI BIỂU ĐẢNG BỘ XÃ LẦN THỨ I`: the heading of the paper, read as a name.
fn names_itself(reading: &Reading<'_>, found: &Found) -> bool {
    let document = reading.document;
    document.kind.is_some()
        && document.kind == found.kind
        && document.zone(found.span.start) == Zone::Title
        && begins_line(reading.text, found.span.start, |c| is_gap(c) || matches!(c, '|' | '#'))
}

/// True if nothing but such characters stands before `at` in its line. A line may be as long as a file: what stands in
/// between is looked at, and no more.
pub(super) fn begins_line(text: &str, at: usize, is_nothing: impl Fn(char) -> bool) -> bool {
    text[..at].chars().rev().take_while(|&c| c != '\n').all(is_nothing)
}

/// "Luật Thủy sản" / "Căn cứ Hiến pháp …": the title with which a text begins, its grounds right behind.
fn heads_text(reading: &Reading<'_>, found: &Found) -> bool {
    let grounds = super::words::forward(reading.text, found.span.end, 2);
    grounds.len() == 2
        && grounds[0].text == "Căn"
        && grounds[1].is("cứ")
        && reading.text[..found.span.start].chars().rev().all(|c| is_gap(c) || c == '#')
}

/// "Quốc hội ban hành Luật Thủy sản.": the sentence with which a law begins.
fn issues_itself(reading: &Reading<'_>, found: &Found) -> bool {
    let mut nearest = behind(reading.text, found.span.start);
    if !nearest.next().is_some_and(|t| t.is("hành")) || !nearest.next().is_some_and(|t| t.is("ban")) {
        return false;
    }
    let before = backward(reading.text, found.span.start, 8);
    // The organ's name begins its line: the word before it stands on the line above, if there is one.
    let first = before.iter().position(|t| t.lines > 0).unwrap_or(before.len());
    (4..=7).contains(&first) && ["quốc", "ủy"].iter().any(|word| before[first - 1].is(word))
}

/// Folded words alone.
fn plain(words: &str) -> impl Iterator<Item = String> {
    words.split(|c: char| !is_word(c)).filter(|word| !word.is_empty()).map(fold)
}
