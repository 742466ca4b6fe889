//! The numbering period: the stretch of time within which organ, kind and number name one document.
//!
//! The table of docs/identity.md as code. Where the rule of a system is unknown, or the date lies where two periods meet,
//! the full date takes the place of the period. A date too coarse to tell gives none.

use super::memo::Memo;
use super::series::Series;
use crate::date::PartialDate;
use crate::lexicon::{Restart, Term, Terms};
use crate::number::{Family, Number};
use crate::vocabulary::{Level, System};
use chrono::Months;
use std::fmt;
use std::sync::Arc;

/// A numbering period.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Period {
    /// Term of the National Assembly printed in the symbol: `QH15`.
    Assembly(u8),
    /// The year printed in the symbol: a series of its own beside the one without it.
    Printed(u16),
    /// The year of the date.
    Year(u16),
    /// Term of a central committee: khóa XII.
    Term(u8),
    /// Term of a local committee: 2015-2020.
    Tenure(Arc<str>),
    /// The date itself.
    Date(PartialDate),
}

/// As a part of an id: `qh15`, `2020`, `nam-2021`, `khoa-12`, `nk-2015-2020`, `2017-06-22`.
impl fmt::Display for Period {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Assembly(number) => write!(f, "qh{number}"),
            Self::Printed(year) => write!(f, "{year}"),
            Self::Year(year) => write!(f, "nam-{year}"),
            Self::Term(number) => write!(f, "khoa-{number}"),
            Self::Tenure(years) => write!(f, "nk-{years}"),
            Self::Date(date) => write!(f, "{date}"),
        }
    }
}

/// What a period was read from; the last part of a rule's name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ReadFrom {
    /// The number itself.
    Number,
    /// The stated date.
    Date,
    /// The stated term.
    Term,
}

/// The period of a number in a series, from what is stated. `term` is as written: `XII`, `khóa XII`, `2015-2020`.
pub(super) fn period(
    memo: &mut Memo<'_>,
    series: &Series,
    number: &Number,
    date: Option<PartialDate>,
    term: Option<&str>,
) -> Option<(Period, ReadFrom)> {
    if let Some(assembly) = of_assembly(&memo.lexicon.terms, number, date) {
        return assembly.map(|assembly| (Period::Assembly(assembly), ReadFrom::Number));
    }
    if let Some(year) = number.year {
        // "19-2017/NQ-CP" counts among the resolutions that print no year.
        let behind_dash = number.text.trim_start_matches(|c: char| c.is_ascii_digit()).starts_with('-');
        return Some((if behind_dash { Period::Year(year) } else { Period::Printed(year) }, ReadFrom::Number));
    }
    let by_date = |period: Option<Period>| period.map(|period| (period, ReadFrom::Date));
    // Orders that promulgate laws: two of one year bore the same number (35-L/CTN of 1994), so the day tells them apart.
    if number.kind.as_deref() == Some("L") && number.organ.as_deref() == Some("CTN") {
        return by_date(date.filter(|date| date.is_full()).map(Period::Date));
    }
    match series.system {
        Some(System::State) => by_date(date.map(|date| of_state(series, number, date.year_number()))),
        Some(System::Party | System::Youth | System::Farmers | System::Women) => {
            by_date(date.and_then(|date| of_date(memo, series, date)))
                .or_else(|| Some((of_term(series, term?, &memo.lexicon.terms)?, ReadFrom::Term)))
        }
        _ => by_date(date.filter(|date| date.is_full()).map(Period::Date)),
    }
}

/// The year of a date. Of a ministry's circular and of a decree it is the one that the number has lost: since the first law on
/// legal documents, of 1996, they are numbered with it and in no series without.
fn of_state(series: &Series, number: &Number, year: u16) -> Period {
    let normative = matches!(number.kind.as_deref(), Some("TT" | "NĐ")) && number.family == Family::State;
    if normative && year > 1997 && series.level == Some(Level::Central) {
        Period::Printed(year)
    } else {
        Period::Year(year)
    }
}

/// The assembly whose number it is. A printed year that is none of the printed assembly (18/2003/QH12) leaves it open, unless
/// the date tells which of the two is the slip. A symbol that lost its assembly (38/2001/PL-UBTVQH) has that of its year.
fn of_assembly(terms: &Terms, number: &Number, date: Option<PartialDate>) -> Option<Option<u8>> {
    let symbol = number.organ.as_deref()?;
    let year = number.year.and_then(PartialDate::year);
    let sitting = |date: PartialDate| terms.on(System::State, Level::Central, date).and_then(Term::ordinal);
    let day = date.filter(|date| date.is_full() && Some(date.year_number()) == number.year);
    let Some(printed) = assembly(symbol) else {
        return (symbol == "UBTVQH" && year.is_some()).then(|| day.or(year).and_then(sitting));
    };
    let (Some(year), Some(term)) = (year, terms.assembly_term(printed)) else { return Some(Some(printed)) };
    if term.validity.holds(year) || date.is_some_and(|date| term.validity.holds(date)) {
        return Some(Some(printed));
    }
    Some(day.and_then(sitting))
}

/// The number of the assembly in `QH15`, `UBTVQH16`, `UBTVQHK11`, `HĐNN8`.
pub(super) fn assembly(symbol: &str) -> Option<u8> {
    let letters = symbol.trim_end_matches(|c: char| c.is_ascii_digit());
    const BODIES: [&str; 6] = ["QH", "QHK", "UBTVQH", "UBTVQHK", "UBTV", "HĐNN"];
    BODIES.contains(&letters).then(|| symbol[letters.len()..].parse().ok())?
}

fn of_date(memo: &mut Memo<'_>, series: &Series, date: PartialDate) -> Option<Period> {
    let (system, Some(level)) = (series.system?, series.level) else {
        return date.is_full().then_some(Period::Date(date));
    };
    let terms = &memo.lexicon.terms;
    memo.periods.entry((system, level, date)).or_insert_with(|| within(system, level, date, terms)).clone()
}

fn within(system: System, level: Level, date: PartialDate, terms: &Terms) -> Option<Period> {
    let itself = date.is_full().then_some(Period::Date(date));
    let Some(term) = terms.on(system, level, date) else { return itself };
    match term.restarts {
        Restart::Unknown => itself,
        Restart::Year => Some(Period::Year(date.year_number())),
        Restart::Term if begins_in_doubt(term, date, terms) => itself,
        Restart::Term => Some(period_of(term)),
    }
}

fn of_term(series: &Series, written: &str, terms: &Terms) -> Option<Period> {
    let (system, level) = (series.system?, series.level?);
    if level == Level::Central {
        let term = terms.by_number(system, written)?;
        return (term.restarts == Restart::Term).then(|| period_of(term));
    }
    match terms.by_years(system, level, written)[..] {
        [term] if term.restarts == Restart::Term => Some(period_of(term)),
        _ => None,
    }
}

fn period_of(term: &Term) -> Period {
    term.ordinal().map_or_else(|| Period::Tenure(term.name.as_str().into()), Period::Term)
}

/// Committees below the centre met on different days. Where the term before is not in the table, a date within half a year
/// of the first congresses may still belong to it.
fn begins_in_doubt(term: &Term, date: PartialDate, terms: &Terms) -> bool {
    let Some(from) = term.validity.from.filter(|from| !from.is_full()) else { return false };
    let known_before = terms.all().iter().any(|other| {
        other.id != term.id && other.system == term.system && other.level == term.level && other.validity.holds(from)
    });
    let settled = from.earliest().checked_add_months(Months::new(6)).unwrap_or(chrono::NaiveDate::MAX);
    !known_before && date.earliest() < settled
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lexicon::Lexicon;

    fn code(system: System, level: Level, date: &str, term: Option<&str>) -> Option<String> {
        let series = Series { system: Some(system), level: Some(level), ..Series::default() };
        period(&mut Memo::new(Lexicon::embedded()), &series, &Number::bare("7"), date.parse().ok(), term)
            .map(|(p, _)| p.to_string())
    }

    #[test]
    fn a_party_number_counts_within_the_term() {
        let central = |date, term| code(System::Party, Level::Central, date, term);
        assert_eq!(central("2016-09-05", None).as_deref(), Some("khoa-12"));
        assert_eq!(central("2026-07-13", None).as_deref(), Some("khoa-14"));
        assert_eq!(central("", Some("khóa XII")).as_deref(), Some("khoa-12"));
        assert_eq!(central("2016", None), None, "two terms share the year");
        assert_eq!(central("", None), None);
        assert_eq!(code(System::Party, Level::Province, "2017-05-31", None).as_deref(), Some("nk-2015-2020"));
        assert_eq!(code(System::Party, Level::Province, "", Some("2015 - 2020")).as_deref(), Some("nk-2015-2020"));
    }

    #[test]
    fn where_two_periods_meet_the_date_is_the_key() {
        assert_eq!(code(System::Party, Level::Province, "2020-10-12", None).as_deref(), Some("2020-10-12"));
        assert_eq!(code(System::Party, Level::Province, "2020-10", None), None);
        assert_eq!(code(System::Party, Level::Commune, "2020-04-12", None).as_deref(), Some("2020-04-12"));
        assert_eq!(code(System::Party, Level::Commune, "2022-04-12", None).as_deref(), Some("nk-2020-2025"));
    }

    #[test]
    fn state_numbers_count_within_the_year_and_union_numbers_by_date() {
        assert_eq!(code(System::State, Level::Province, "2021-03", None).as_deref(), Some("nam-2021"));
        assert_eq!(code(System::Union, Level::Province, "2017-06-22", None).as_deref(), Some("2017-06-22"));
        assert_eq!(code(System::Union, Level::Province, "2017-06", None), None);
    }
}
