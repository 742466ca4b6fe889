//! What has been worked out once: organs in their territories, symbols, kinds and periods by the words that give them.
//!
//! A collection names the same organs a million times. Answers are kept by the question, and a question has the date only
//! as finely as the lexicon can tell: between two days on which an organ or province began or ended, every day of a year
//! gives the same answer, and it is asked for the first of them. So no answer depends on who asked first.

use super::period::Period;
use super::series::{Said, Told};
use crate::date::PartialDate;
use crate::lexicon::{Home, Lexicon};
use crate::number::Family;
use crate::vocabulary::{Level, System};
use chrono::NaiveDate;
use std::collections::HashMap;
use std::fmt::Write;
use std::sync::Arc;

/// Answers already worked out. It lives as long as a run over a collection.
#[derive(Debug)]
pub struct Memo<'l> {
    /// The lexicon read from.
    pub lexicon: &'l Lexicon,
    pub(super) epochs: Epochs,
    pub(super) series: HashMap<String, Told>,
    /// Organs' parts of ids, by organ.
    pub(super) codes: HashMap<&'l str, Arc<str>>,
    /// Symbols' parts of ids, by symbol as written.
    pub(super) symbols: HashMap<String, Arc<str>>,
    /// Kinds' parts of ids, by abbreviation or name.
    pub(super) kinds: HashMap<String, Arc<str>>,
    pub(super) periods: HashMap<(System, Level, PartialDate), Option<Period>>,
    /// Room for the next question.
    room: String,
}

impl<'l> Memo<'l> {
    /// An empty memo.
    pub fn new(lexicon: &'l Lexicon) -> Self {
        Self {
            lexicon,
            epochs: Epochs::of(lexicon),
            series: HashMap::new(),
            codes: HashMap::new(),
            symbols: HashMap::new(),
            kinds: HashMap::new(),
            periods: HashMap::new(),
            room: String::new(),
        }
    }

    /// Everything that the answer to "whose number is it" depends on, as one text.
    pub(super) fn question(
        &mut self,
        said: Said<'_>,
        home: &Home,
        date: Option<PartialDate>,
        own: Option<PartialDate>,
    ) -> String {
        let mut question = std::mem::take(&mut self.room);
        question.clear();
        let number = said.number;
        let parts = [
            number.and_then(|number| number.organ.as_deref()),
            number.and_then(|number| number.kind.as_deref()),
            said.issuer,
            home.province.as_deref(),
            home.district.as_deref(),
            home.commune.as_deref(),
            home.level.map(Level::code),
        ];
        for part in parts {
            question.push_str(part.unwrap_or("\u{2}"));
            question.push('\u{1}');
        }
        let family = match number.map(|number| number.family) {
            Some(Family::Party) => 'p',
            Some(Family::State) => 's',
            Some(Family::Old) => 'o',
            Some(Family::Bare) => 'b',
            None => '-',
        };
        question.push(family);
        question.push(if said.date.is_some() { 's' } else { 'h' });
        if let Some(date) = date {
            write!(question, "{date}").expect("a text takes any text");
        }
        if let Some(own) = own.filter(|own| Some(*own) != date) {
            write!(question, "<{own}").expect("a text takes any text");
        }
        question
    }

    /// Takes the room of a question back.
    pub(super) fn give_back(&mut self, question: String) {
        self.room = question;
    }
}

/// The days on which something in the lexicon begins, sorted.
#[derive(Debug)]
pub(super) struct Epochs {
    begins: Vec<NaiveDate>,
}

impl Epochs {
    fn of(lexicon: &Lexicon) -> Self {
        let organs = lexicon.organs.all().iter().map(|organ| organ.validity);
        let places = lexicon.places.all().iter().map(|place| place.validity);
        let mut begins: Vec<NaiveDate> = Vec::new();
        for validity in organs.chain(places) {
            begins.extend(validity.from.iter().flat_map(|from| [from.earliest(), from.latest()]));
            begins.extend(
                validity.to.iter().flat_map(|to| [to.earliest(), to.latest()]).filter_map(|day| day.succ_opt()),
            );
        }
        for place in lexicon.places.all() {
            begins.extend(place.city_from.map(PartialDate::earliest));
            begins.extend(place.namesake_until.and_then(|until| until.latest().succ_opt()));
        }
        begins.extend(NaiveDate::from_ymd_opt(2025, 7, 1));
        begins.sort_unstable();
        begins.dedup();
        Self { begins }
    }

    /// The first day of the year that gives the same answers as the date; the date itself if it spans a change.
    pub(super) fn representative(&self, date: PartialDate) -> PartialDate {
        let before = |day: NaiveDate| self.begins.partition_point(|begin| *begin <= day);
        let (first, last) = (before(date.earliest()), before(date.latest()));
        if first != last {
            return date;
        }
        let new_year = PartialDate::year(date.year_number()).map(PartialDate::earliest);
        let begun = first.checked_sub(1).map(|at| self.begins[at]);
        new_year.into_iter().chain(begun).max().and_then(PartialDate::from_naive).unwrap_or(date)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_between_two_changes_have_one_representative() {
        let epochs = Epochs::of(Lexicon::embedded());
        let of = |date: &str| epochs.representative(date.parse().expect("a date")).to_string();
        assert_eq!(of("2016-05-15"), of("2016-09"));
        assert_eq!(of("2025-07-01"), "2025-07-01", "provinces merged");
        assert_ne!(of("2025-06-30"), of("2025-07-01"));
        assert_eq!(of("2025"), "2025", "a year that spans the change stays a year");
    }
}
