//! Short forms in one document: which fuller mention "Quy định 377" or a second "05-CT/TW" takes up.

use super::{Found, Reading};
use crate::lexicon::ordinal;
use crate::number::Family;
use crate::vocabulary::Class;
use foldhash::fast::FixedState;
use std::collections::HashMap;

/// For each mention the fuller mention of the same document, as [`find`] tells it; none where a count alone is another system's:
/// "Nghị quyết 15 của Quốc hội" is not 15-NQ/TW of the Politburo.
pub(super) fn told(reading: &Reading<'_>, found: &[Found]) -> Vec<Option<usize>> {
    let system = |mention: &Found| {
        let issuer = mention.issuer.filter(|issuer| issuer.start < issuer.end)?;
        reading.lexicon.organs.read(&reading.text[issuer.range()], reading.home(), &reading.lexicon.places).system
    };
    let contradict = |a: &Found, b: &Found| system(a).zip(system(b)).is_some_and(|(a, b)| a != b);
    let bare = |mention: &Found| mention.number.as_ref().is_some_and(|number| number.family == Family::Bare);
    // "06-NQ/TU của Tỉnh ủy khóa XVI" is not that of khóa XV.
    let term = |mention: &Found| ordinal(&mention.term.as_deref()?.to_uppercase());
    let of_another = |a: &Found, b: &Found| term(a).zip(term(b)).is_some_and(|(a, b)| a != b);
    let another = |a: &Found, b: &Found| of_another(a, b) || bare(a) && contradict(a, b);
    let meant = find(found).into_iter().zip(found);
    meant.map(|(full, mention)| full.filter(|full| !another(mention, &found[*full]))).collect()
}

/// For each mention the earlier or later fuller mention of the same document, if exactly one key fits. One pass collects
/// what each short form could mean, so that the cost is linear in the mentions.
fn find(found: &[Found]) -> Vec<Option<usize>> {
    let mut meant: HashMap<Short<'_>, Meant, FixedState> = HashMap::default();
    for (at, mention) in found.iter().enumerate() {
        for short in [count_of(mention), year_of(mention), symbol_of(mention)].into_iter().flatten() {
            meant.entry(short).or_insert(Meant::One(at)).add(found, at);
        }
    }
    found
        .iter()
        .map(|mention| match meant.get(&short_of(mention)?)? {
            Meant::One(at) => Some(*at),
            Meant::Several => None,
        })
        .collect()
}

/// What a short form gives of a document.
#[derive(PartialEq, Eq, Hash)]
enum Short<'f> {
    /// Kind and count: "Quy định 377".
    Count(Option<&'f str>, &'f str),
    /// Kind, count and year: "Thông tư số 02/2018".
    Year(Option<&'f str>, &'f str, u16),
    /// Count, year, kind and organ of the symbol, without a date.
    Symbol(&'f str, Option<u16>, Option<&'f str>, Option<&'f str>),
}

/// What the mentions of one key mean together.
enum Meant {
    One(usize),
    /// Two documents could be meant: none is.
    Several,
}

impl Meant {
    /// A mention of the same document with a date is the fuller one.
    fn add(&mut self, found: &[Found], at: usize) {
        let Meant::One(known) = *self else { return };
        if !same_document(&found[known], &found[at]) {
            *self = Meant::Several;
        } else if found[known].date.is_none() && found[at].date.is_some() {
            *self = Meant::One(at);
        }
    }
}

/// The short form that a mention is, if it is one.
fn short_of(mention: &Found) -> Option<Short<'_>> {
    let number = mention.number.as_ref().filter(|_| mention.class == Some(Class::Numbered))?;
    if number.family == Family::Bare {
        let kind = mention.kind.as_deref();
        return Some(match number.year {
            Some(year) => Short::Year(kind, &number.count, year),
            None => Short::Count(kind, &number.count),
        });
    }
    mention
        .date
        .is_none()
        .then(|| Short::Symbol(&number.count, number.year, number.kind.as_deref(), number.organ.as_deref()))
}

/// The count for which a mention with a symbol may stand.
fn count_of(mention: &Found) -> Option<Short<'_>> {
    let number = mention.number.as_ref().filter(|number| number.family != Family::Bare)?;
    Some(Short::Count(mention.kind.as_deref(), &number.count))
}

/// The count of a year for which a mention with a symbol may stand.
fn year_of(mention: &Found) -> Option<Short<'_>> {
    let number = mention.number.as_ref().filter(|number| number.family != Family::Bare)?;
    Some(Short::Year(mention.kind.as_deref(), &number.count, number.year?))
}

/// The symbol for which a dated mention may stand.
fn symbol_of(mention: &Found) -> Option<Short<'_>> {
    let number = mention.number.as_ref().filter(|_| mention.date.is_some())?;
    Some(Short::Symbol(&number.count, number.year, number.kind.as_deref(), number.organ.as_deref()))
}

fn same_document(a: &Found, b: &Found) -> bool {
    let key = |f: &Found| f.number.as_ref().map(|n| (n.organ.clone(), n.kind.clone(), n.year));
    let dates = match (a.date, b.date) {
        (Some(a), Some(b)) => a.agrees_with(b),
        _ => true,
    };
    key(a) == key(b) && dates
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::number::Number;

    fn mention(count: &str, organ: Option<&str>, date: Option<&str>) -> Found {
        let family = if organ.is_some() { Family::State } else { Family::Bare };
        Found {
            class: Some(Class::Numbered),
            kind: Some("Nghị định".into()),
            number: Some(Number { organ: organ.map(Into::into), family, ..Number::bare(count) }),
            date: date.map(|date| date.parse().expect(date)),
            ..Found::default()
        }
    }

    #[test]
    fn a_count_takes_up_the_one_number_that_has_it_and_the_dated_one_of_two() {
        let found = [mention("5", Some("CP"), None), mention("5", None, None), mention("5", Some("CP"), Some("2020"))];
        assert_eq!(find(&found), [Some(2), Some(2), None]);
    }

    #[test]
    fn two_documents_with_one_count_leave_it_open() {
        let found = [mention("5", Some("CP"), None), mention("5", None, None), mention("5", Some("TTg"), None)];
        assert_eq!(find(&found), [None, None, None]);
        let years = [
            mention("5", Some("CP"), Some("2019")),
            mention("5", Some("CP"), Some("2020")),
            mention("5", Some("CP"), None),
        ];
        assert_eq!(find(&years)[2], None);
    }
}
