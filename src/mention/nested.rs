//! Mentions inside the span of another: a law in an amending law, an act in the name of the plan that carries it out.

use super::relation::lead_start;
use super::tail::tail;
use super::{Found, Reading};
use crate::lexicon::Role;
use crate::text::Span;
use crate::vocabulary::Relation;

/// The named mention that holds this one in its span.
pub(super) fn enclosing(found: &[Found], index: usize) -> Option<usize> {
    /// Laws in the title of one that amends them, and what stands in their titles.
    const MOST: usize = 40;
    let span = found[index].span;
    (0..index).rev().take(MOST).find(|&o| {
        let outer = &found[o];
        // "Kế hoạch thực hiện Kết luận số 5-KL/TW" ends with the number, the conclusion with its date.
        let ends = span.end <= outer.span.end || outer.holds_numbers && span.start < outer.span.end;
        outer.span.start <= span.start && ends && outer.span != span
    })
}

/// A law inside an amending law; an act inside the name of a plan that carries it out.
pub(super) fn nest_inside(reading: &Reading<'_>, found: &mut [Found], index: usize, outer: usize) {
    let between = Span::new(found[outer].span.start, lead_start(&found[index]));
    let (relation, cue) = if found[outer].amending {
        (Relation::Amends, None)
    } else {
        match tail(reading, between).cue {
            Some((Role::Object, relation, cue)) => (relation, Some(cue)),
            pointer => (Relation::Cites, pointer.map(|(.., cue)| cue)),
        }
    };
    let sentence = found[outer].sentence;
    let this = &mut found[index];
    (this.relation, this.subject, this.cue, this.sentence) = (relation, Some(outer), cue, sentence);
    this.inner = true;
}
