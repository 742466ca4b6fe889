//! Terms of congresses and legislatures (nhiệm kỳ, khóa): numbers restart with them.
//!
//! A term of a committee runs from the day after the closing of one congress to the closing of the next; a term of the
//! National Assembly from one first sitting to the next. A date that lies in two terms has none here.

use super::table::{LoadError, Provenance, Sources, Validity, rows};
use crate::date::PartialDate;
use crate::text::fold::fold;
use crate::text::letter::is_word;
use crate::vocabulary::{Level, System};

/// When numbers begin again at 01.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Restart {
    /// With each term.
    Term,
    /// With each year.
    Year,
    /// Not known.
    Unknown,
}

/// One term of one body.
#[derive(Clone, Debug, PartialEq)]
pub struct Term {
    /// Stable id: `dang-xiii`.
    pub id: String,
    /// The body whose term it is.
    pub body: String,
    /// Its system.
    pub system: System,
    /// Its level.
    pub level: Level,
    /// As written: `XIII`, `2015-2020`.
    pub name: String,
    /// Opening of the congress that begins it.
    pub congress_opened: Option<PartialDate>,
    /// Closing of that congress.
    pub congress_closed: Option<PartialDate>,
    /// The days of the term.
    pub validity: Validity,
    /// When numbers begin again.
    pub restarts: Restart,
    /// Where the row comes from.
    pub provenance: Provenance,
}

impl Term {
    /// The number of a term that is written in Roman figures.
    pub fn ordinal(&self) -> Option<u8> {
        from_roman(&self.name)
    }
}

/// The table of terms.
#[derive(Clone, Debug)]
pub struct Terms {
    rows: Vec<Term>,
}

impl Terms {
    pub(super) fn load(sources: &Sources<'_>) -> Result<Self, LoadError> {
        Ok(Self { rows: rows(sources, |term: &Term| term.id.clone(), read)? })
    }

    /// Every row, in the order of the table.
    pub fn all(&self) -> &[Term] {
        &self.rows
    }

    /// The term of the Party's central committee on that date; none if the date can lie in two.
    pub fn party_term(&self, date: PartialDate) -> Option<&Term> {
        self.on(System::Party, Level::Central, date)
    }

    /// The one term of a system and level that covers the whole date. Provinces hold their congresses at different
    /// days, so dates near a congress have none.
    pub fn on(&self, system: System, level: Level, date: PartialDate) -> Option<&Term> {
        let mut fits = self.of(system, level).filter(|term| term.validity.holds(date));
        let first = fits.next()?;
        (fits.next().is_none() && first.validity.covers(date)).then_some(first)
    }

    /// The term of the National Assembly with this number: 15 for `QH15` and `khóa XV`.
    pub fn assembly_term(&self, number: u8) -> Option<&Term> {
        self.of(System::State, Level::Central).find(|term| term.ordinal() == Some(number))
    }

    /// The central term of a system by its number as written: `XII`, `12`, `khóa XII`, `lần thứ 12`.
    pub fn by_number(&self, system: System, written: &str) -> Option<&Term> {
        let number = ordinal(written)?;
        self.of(system, Level::Central).find(|term| term.ordinal() == Some(number))
    }

    /// The terms of a system and level with these years: `2015-2020`, whatever the dash.
    pub fn by_years(&self, system: System, level: Level, written: &str) -> Vec<&Term> {
        let key = fold(written).replace(' ', "");
        self.of(system, level).filter(|term| term.name == key).collect()
    }

    fn of(&self, system: System, level: Level) -> impl Iterator<Item = &Term> {
        self.rows.iter().filter(move |term| term.system == system && term.level == level)
    }
}

/// The number in `XII`, `12`, `khóa XII`, `Đại hội XII`: the last word that is one, in Roman or Arabic figures.
pub fn ordinal(written: &str) -> Option<u8> {
    let words = written.split(|c: char| !is_word(c)).filter(|word| !word.is_empty());
    words.filter_map(|word| from_roman(word).or_else(|| word.parse().ok().filter(|n| *n > 0 && *n < 100))).next_back()
}

/// The value of a Roman figure from I to XXXIX in capitals, spelt by the rule.
fn from_roman(figure: &str) -> Option<u8> {
    let ones = figure.trim_start_matches('X');
    let tens = figure.len() - ones.len();
    let ones = ONES.iter().position(|known| *known == ones)?;
    u8::try_from(10 * tens + ones).ok().filter(|number| (1..40).contains(number))
}

/// The figures below ten.
const ONES: [&str; 10] = ["", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX"];

/// A number below 40 in Roman figures.
pub fn to_roman(number: u8) -> String {
    "X".repeat(usize::from(number / 10)) + ONES[usize::from(number % 10)]
}

fn read(row: &super::table::Row<'_>) -> Result<Term, LoadError> {
    Ok(Term {
        id: row.required("id")?,
        body: row.required("body")?,
        system: row.system("system")?,
        level: row.level("level")?,
        name: row.required("term")?,
        congress_opened: row.date("congress_opened")?,
        congress_closed: row.date("congress_closed")?,
        validity: row.validity("from", "to")?,
        restarts: row
            .choice("restarts", &[("term", Restart::Term), ("year", Restart::Year), ("unknown", Restart::Unknown)])?,
        provenance: row.provenance()?,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lexicon::Lexicon;

    fn day(text: &str) -> PartialDate {
        text.parse().expect(text)
    }

    fn party(date: &str) -> Option<&'static str> {
        Lexicon::embedded().terms.party_term(day(date)).map(|term| term.name.as_str())
    }

    #[test]
    fn the_date_tells_the_term_of_the_party() {
        assert_eq!(party("2016-05-15"), Some("XII"));
        assert_eq!(party("2016-01-09"), Some("XI"), "before the closing of the twelfth congress");
        assert_eq!(party("2021-06"), Some("XIII"));
        assert_eq!(party("2026-07-13"), Some("XIV"));
    }

    #[test]
    fn a_date_that_two_terms_share_has_none() {
        assert_eq!(party("2016"), None);
        assert_eq!(party("2021-02"), None);
        assert_eq!(party("1950"), None);
    }

    #[test]
    fn the_assembly_is_known_by_its_number() {
        let terms = &Lexicon::embedded().terms;
        assert_eq!(terms.assembly_term(15).map(|t| t.id.as_str()), Some("quoc-hoi-xv"));
        assert_eq!(terms.assembly_term(3), None);
    }

    #[test]
    fn a_term_is_found_however_its_number_is_written() {
        let terms = &Lexicon::embedded().terms;
        for written in ["XII", "12", "khóa XII", "lần thứ XII", "Đại hội lần thứ 12"] {
            assert_eq!(terms.by_number(System::Party, written).map(|t| t.id.as_str()), Some("dang-xii"), "{written}");
        }
        assert_eq!(terms.by_number(System::Union, "XIII").map(|t| t.id.as_str()), Some("cong-doan-xiii"));
        assert_eq!(terms.by_number(System::Party, "khóa"), None);
        assert_eq!(ordinal("IIX"), None);
    }

    #[test]
    fn provincial_terms_are_known_by_years_and_date() {
        let terms = &Lexicon::embedded().terms;
        let named = terms.by_years(System::Party, Level::Province, "2015 – 2020");
        assert_eq!(named.iter().map(|t| t.id.as_str()).collect::<Vec<_>>(), ["dang-bo-tinh-2015-2020"]);
        let on = |date| terms.on(System::Party, Level::Province, day(date)).map(|t| t.name.as_str());
        assert_eq!(on("2017-05-31"), Some("2015-2020"));
        assert_eq!(on("2020-10"), None, "some provinces had met, some had not");
    }
}
