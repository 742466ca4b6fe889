//! Short forms in one document: which fuller mention "Quy định 377" or a second "05-CT/TW" takes up.

use super::{Found, Reading};
use crate::number::Family;
use crate::vocabulary::Class;

/// For each mention the earlier or later fuller mention of the same document, if exactly one key fits.
pub(super) fn find(_reading: &Reading<'_>, found: &[Found]) -> Vec<Option<usize>> {
    (0..found.len()).map(|index| antecedent(found, index)).collect()
}

fn antecedent(found: &[Found], index: usize) -> Option<usize> {
    let this = &found[index];
    if this.class != Some(Class::Numbered) {
        return None;
    }
    let number = this.number.as_ref()?;
    let fits = |other: &Found| {
        other.number.as_ref().is_some_and(|n| {
            n.count == number.count
                && (number.family == Family::Bare && n.family != Family::Bare && other.kind == this.kind
                    || number.family != Family::Bare
                        && n.organ == number.organ
                        && n.kind == number.kind
                        && n.year == number.year
                        && other.date.is_some()
                        && this.date.is_none())
        })
    };
    let mut first: Option<usize> = None;
    for (at, other) in found.iter().enumerate().filter(|(at, other)| *at != index && fits(other)) {
        match first {
            None => first = Some(at),
            // Two documents could be meant: none is.
            Some(known) if !same_document(&found[known], other) => return None,
            Some(known) if found[known].date.is_none() && other.date.is_some() => first = Some(at),
            Some(_) => {}
        }
    }
    first
}

fn same_document(a: &Found, b: &Found) -> bool {
    let key = |f: &Found| f.number.as_ref().map(|n| (n.organ.clone(), n.kind.clone(), n.year));
    let dates = match (a.date, b.date) {
        (Some(a), Some(b)) => a.agrees_with(b),
        _ => true,
    };
    key(a) == key(b) && dates
}
