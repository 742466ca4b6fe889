//! The day on which a sentence says that it was issued, where that stands at the head of the sentence and not beside the
//! number.

use super::relation::lead_start;
use super::words::{Token, behind, forward};
use super::{Found, Reading};
use crate::date::{self, PartialDate};

/// "Ngày 26/4/2013, Tỉnh ủy đã ban hành Quyết định số 22 …": the day of the first document that is said to be issued. A date
/// of its own goes before.
pub(super) fn told_before(reading: &Reading<'_>, found: &[Found], index: usize) -> Option<PartialDate> {
    let this = &found[index];
    if this.date.is_some() || this.number.is_none() || this.inner || this.subject.is_some() {
        return None;
    }
    let (start, end) = (this.sentence.start, lead_start(this));
    let words = reading.text.get(start..end).filter(|words| words.starts_with("Ngày "))?;
    let first = index.checked_sub(1).is_none_or(|before| found[before].span.end <= start);
    if !first || !is_issued(words) {
        return None;
    }
    let (day, after) = date::read(reading.text, start)?;
    let between = forward(reading.text.get(after..end)?, 0, 40);
    let plain = |t: &Token<'_>| !matches!(t.text, ";" | "." | ":" | "(" | "“") && !t.is("ngày");
    let clause = between.first().is_some_and(|t| t.text == ",") && between.len() < 40 && between.iter().all(plain);
    (clause && day.is_full()).then_some(day)
}

/// The words end with "ban hành", "ký" or "có".
fn is_issued(words: &str) -> bool {
    let mut before = behind(words, words.len());
    let Some(last) = before.next() else { return false };
    last.is("ký") || last.is("có") || last.is("hành") && before.next().is_some_and(|t| t.is("ban"))
}
