//! Quotations: whose words they are, and so whose grounds and references.

use super::{Found, Reading};
use crate::text::Span;
use crate::vocabulary::Relation;

/// "Điều 5 Thông tư số … quy định:" with “…” behind it: what is named in a quotation is named by the act whose words are
/// quoted, and the grounds there are that act's. New words that are put into an act are not its own yet.
pub(super) fn quoted(reading: &Reading<'_>, found: &mut [Found]) {
    for act in 0..found.len() {
        if !matches!(found[act].relation, Relation::Cites | Relation::Basis) {
            continue;
        }
        let from = found[act].after_issuer.max(found[act].span.end);
        let to = found.get(act + 1).map_or(from, |next| next.span.start);
        let Some(quotation) = quotation(reading.text, from, to, found[act].sentence.end) else { continue };
        for named in found[act + 1..].iter_mut().take_while(|named| named.span.start < quotation.end) {
            if named.subject.is_none() {
                named.subject = Some(act);
                let recital = named.cue.is_some_and(|cue| reading.text[cue.range()].starts_with("Căn cứ"));
                if recital {
                    named.relation = Relation::Basis;
                }
            }
        }
    }
}

/// The quotation between two bytes that a colon in the sentence before it announces.
fn quotation(text: &str, from: usize, to: usize, sentence: usize) -> Option<Span> {
    /// Characters of a quotation, at most.
    const LONGEST: usize = 8 << 10;
    let colon = from + text.get(from..to.min(sentence))?.find(':')?;
    let behind = text[colon + 1..to].trim_start();
    let close = match behind.chars().next()? {
        '“' => '”',
        '"' => '"',
        _ => return None,
    };
    let start = to - behind.len();
    let end = text[start..].char_indices().skip(1).take(LONGEST).find(|(_, c)| *c == close)?.0;
    Some(Span::new(start, start + end))
}
