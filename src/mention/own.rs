//! What is not another document: the paper's own number, and the alias that a bracket defines.

use super::words::backward;
use super::{Found, Reading};
use crate::text::fold::fold;

/// True if the mention is the paper itself, or only defines a short name.
pub(super) fn is_own(reading: &Reading<'_>, found: &Found) -> bool {
    is_own_number(reading, found) || defines_alias(reading, found) || is_self_name(reading, found)
}

fn is_own_number(reading: &Reading<'_>, found: &Found) -> bool {
    let Some(number) = &found.number else { return false };
    if reading.document.number_span.is_some_and(|own| own.overlaps(found.span)) {
        return true;
    }
    let Some(own) = &reading.document.number else { return false };
    let same_number =
        own.count == number.count && own.kind == number.kind && own.organ == number.organ && own.year == number.year;
    if !same_number {
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

/// "(sau đây gọi tắt là Quy định 377)": later uses count, the definition of a short name does not. A bracket that repeats
/// the full number and symbol is a mention like any other.
fn defines_alias(reading: &Reading<'_>, found: &Found) -> bool {
    if found.number.as_ref().is_some_and(|n| n.family != crate::number::Family::Bare) {
        return false;
    }
    let before: Vec<String> =
        backward(reading.text, found.span.start, 6).iter().map(|t| t.text.to_lowercase()).collect();
    let is = |i: usize, word: &str| before.get(i).is_some_and(|w| w == word);
    is(0, "là") && (is(1, "gọi") && is(2, "đây") || (is(1, "tắt") || is(1, "chung")) && is(2, "gọi") && is(3, "đây"))
}

/// "Quyết định này", "Luật này" are the paper; so is a name followed by "này".
fn is_self_name(reading: &Reading<'_>, found: &Found) -> bool {
    found.number.is_none()
        && super::words::forward(reading.text, found.span.end, 1).first().is_some_and(|t| t.is("này"))
        && found.date.is_none()
}
