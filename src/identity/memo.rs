//! What has been worked out once: organs in their territories, symbols, kinds and periods by the words that give them.
//!
//! A collection names the same organs a million times. Answers are kept by the question: by the words alone where they
//! tell the organ in any paper, by words and home where they do not. A question has the date only as finely as the lexicon
//! can tell: between two days on which an organ or province began or ended, every day of a year
//! gives the same answer, and it is asked for the first of them. So no answer depends on who asked first.

use super::period::Period;
use super::series::{Said, Series, Told};
use crate::date::{PartialDate, TWO_TIERS};
use crate::lexicon::{Home, Lexicon, Organ, Place};
use crate::vocabulary::{Level, System};
use chrono::NaiveDate;
use std::borrow::Borrow;
use std::collections::{HashMap, HashSet};
use std::fmt;
use std::ops::Deref;
use std::sync::Arc;

/// What is known, by what it is known by. The hash is fast and the same in every run; nothing walks through it.
pub(super) type Known<K, V> = HashMap<K, V, foldhash::fast::FixedState>;

/// Answers already worked out. It lives as long as a run over a collection.
#[derive(Debug)]
pub struct Memo<'l> {
    /// The lexicon read from.
    pub lexicon: &'l Lexicon,
    epochs: Epochs,
    representatives: Known<PartialDate, PartialDate>,
    words: Known<String, Word>,
    /// The parts of identities.
    pub(crate) parts: Parts,
    /// The home that was asked about last: a paper's mentions come one after another.
    home: Option<(Home, Standing<'l>)>,
    /// Questions as numbers, and what the words tell; nothing where it depends on the home.
    pub(super) by_words: Known<Question, (u32, Option<Told>)>,
    /// What the words tell in a home.
    pub(super) at_home: Known<(u32, u32), Told>,
    whereabouts: Known<[Word; 4], u32>,
    /// Whether the home's own organ of that name was one of several.
    pub(super) torn: Known<(u32, Word, PartialDate), bool>,
    provinces: Known<(Word, PartialDate), Option<&'l Place>>,
    bearers: Known<(Word, PartialDate), Option<&'l Organ>>,
    /// Organs' parts of ids, by organ.
    pub(super) codes: Known<&'l str, Arc<str>>,
    /// Symbols' parts of ids, by symbol as written.
    pub(super) symbols: Known<String, Part>,
    /// Kinds' parts of ids, by abbreviation or name.
    pub(super) kinds: Known<String, Part>,
    pub(super) periods: Known<(System, Level, PartialDate), Option<Period>>,
}

/// A text of an id. There is one for all that have it, because only [`Parts`] make them: equal ones are told by their place.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Part(Arc<str>);

impl Part {
    /// Where it stands: the same for equal texts of the same [`Parts`], and of a copy of them.
    pub(crate) fn place(&self) -> usize {
        Arc::as_ptr(&self.0).cast::<u8>().addr()
    }
}

impl Deref for Part {
    type Target = str;

    fn deref(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Part {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self)
    }
}

impl Borrow<str> for Part {
    fn borrow(&self) -> &str {
        self
    }
}

/// Parts of identities, each once for all that have it.
#[derive(Clone, Debug, Default)]
pub struct Parts {
    texts: HashSet<Part, foldhash::fast::FixedState>,
    series: HashSet<Arc<Series>, foldhash::fast::FixedState>,
}

impl Parts {
    /// A text of an id.
    pub(super) fn text(&mut self, text: &str) -> Part {
        if let Some(known) = self.texts.get(text) {
            return known.clone();
        }
        let text = Part(text.into());
        self.texts.insert(text.clone());
        text
    }

    /// An organ in whose series documents are numbered.
    pub(super) fn series(&mut self, series: Series) -> Arc<Series> {
        if let Some(known) = self.series.get(&series) {
            return known.clone();
        }
        let series = Arc::new(series);
        self.series.insert(series.clone());
        series
    }
}

/// A text that has been met, as a number; 0 is none.
type Word = u32;

/// What the answer to "whose number is it" depends on, besides the home: symbol, kind and issuer, the date, the run of the
/// punctuation and whether the date is the document's. All of it are numbers, so that it is hashed and compared in one go.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) struct Question([u32; 5]);

/// A home as answers are kept by it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Standing<'l> {
    /// Its province, district, commune and level as a number.
    pub(super) whereabouts: u32,
    /// The [representative](Memo::representative) of its date.
    pub(super) date: Option<PartialDate>,
    /// Its province on that date.
    pub(super) province: Option<(Word, &'l Place)>,
}

impl<'l> Memo<'l> {
    /// An empty memo.
    pub fn new(lexicon: &'l Lexicon) -> Self {
        Self {
            lexicon,
            epochs: Epochs::of(lexicon),
            representatives: Known::default(),
            words: Known::default(),
            parts: Parts::default(),
            home: None,
            by_words: Known::default(),
            at_home: Known::default(),
            whereabouts: Known::default(),
            torn: Known::default(),
            provinces: Known::default(),
            bearers: Known::default(),
            codes: Known::default(),
            symbols: Known::default(),
            kinds: Known::default(),
            periods: Known::default(),
        }
    }

    fn word(&mut self, text: &str) -> Word {
        if let Some(&known) = self.words.get(text) {
            return known;
        }
        let word = Word::try_from(self.words.len() + 1).expect("fewer texts than that");
        self.words.insert(text.to_owned(), word);
        word
    }

    fn word_if(&mut self, text: Option<&str>) -> Word {
        text.map_or(0, |text| self.word(text))
    }

    /// A day of which everything is answered as of the date.
    pub(super) fn representative(&mut self, date: PartialDate) -> PartialDate {
        let epochs = &self.epochs;
        *self.representatives.entry(date).or_insert_with(|| epochs.representative(date))
    }

    /// Everything that the answer depends on besides the home. `date` is a [representative](Self::representative).
    pub(super) fn question(&mut self, said: Said<'_>, joint: bool, date: Option<PartialDate>) -> Question {
        let number = said.number;
        let run = number.map_or(0, |number| 1 + number.family as u32);
        Question([
            self.word_if(number.and_then(|number| number.organ.as_deref())),
            self.word_if(number.and_then(|number| number.kind.as_deref()).filter(|_| joint)),
            self.word_if(said.issuer),
            date.map_or(0, PartialDate::code),
            run * 2 + u32::from(said.date.is_some()),
        ])
    }

    /// What answers take from the home.
    pub(super) fn standing(&mut self, home: &Home) -> Standing<'l> {
        if let Some((known, standing)) = &self.home
            && known == home
        {
            return *standing;
        }
        let date = home.date.map(|date| self.representative(date));
        let province = self.word_if(home.province.as_deref());
        let (district, commune) = (self.word_if(home.district.as_deref()), self.word_if(home.commune.as_deref()));
        let level = home.level.map_or(0, |level| 1 + level as u32);
        let next = u32::try_from(self.whereabouts.len()).expect("fewer homes than that");
        let whereabouts = *self.whereabouts.entry([province, district, commune, level]).or_insert(next);
        let place = date.zip(home.province.as_deref()).and_then(|(date, name)| {
            let places = &self.lexicon.places;
            *self.provinces.entry((province, date)).or_insert_with(|| places.find(name, Some(date)))
        });
        let standing = Standing { whereabouts, date, province: place.map(|place| (province, place)) };
        self.home = Some((home.clone(), standing));
        standing
    }

    /// The organ that the symbol alone fixes on a date, as [`Organs::by_symbol`](crate::lexicon::Organs::by_symbol)
    /// gives it.
    pub fn bearer(&mut self, symbol: &str, date: PartialDate) -> Option<&'l Organ> {
        let (word, date, lexicon) = (self.word(symbol), self.representative(date), self.lexicon);
        *self.bearers.entry((word, date)).or_insert_with(|| lexicon.organs.by_symbol(symbol, Some(date)))
    }
}

/// The days on which something in the lexicon begins, sorted.
#[derive(Debug)]
struct Epochs {
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
        begins.push(TWO_TIERS);
        begins.sort_unstable();
        begins.dedup();
        Self { begins }
    }

    /// The first day of the year that gives the same answers as the date; the date itself if it spans a change.
    fn representative(&self, date: PartialDate) -> PartialDate {
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
    use super::super::series::series;
    use super::*;
    use crate::number::Number;
    use smol_str::SmolStr;

    #[test]
    fn what_was_asked_in_one_paper_changes_nothing_for_another() {
        let lexicon = Lexicon::embedded();
        let home = |province: &str, district: &str, commune: &str, level, date: &str| Home {
            province: Some(province.into()).filter(|name: &SmolStr| !name.is_empty()),
            district: Some(district.into()).filter(|name: &SmolStr| !name.is_empty()),
            commune: Some(commune.into()).filter(|name: &SmolStr| !name.is_empty()),
            level: Some(level),
            date: date.parse().ok(),
        };
        let homes = [
            home("", "", "", Level::Central, "2021-03-02"),
            home("Lai Châu", "", "", Level::Province, "2021-03-02"),
            home("Sơn La", "huyện Mai Sơn", "", Level::District, "2021-04-05"),
            home("Sơn La", "huyện Mai Sơn", "xã Hát Lót", Level::Commune, "2021-04-05"),
            home("Lào Cai", "", "", Level::Province, "2025-09-01"),
            home("Hồ Chí Minh", "", "", Level::Province, "2025-09-01"),
        ];
        let behind = ["", " tỉnh", " tỉnh Lai Châu", " Yên Bái", " huyện Tam Đường", " xã Bản Bo, huyện Tam Đường"];
        let symbols = ["", "UBND", "TU", "LĐLĐ", "TW", "BTGTU-X"].map(|symbol| Number {
            organ: Some(symbol.into()).filter(|symbol: &SmolStr| !symbol.is_empty()),
            ..Number::bare("7")
        });
        let dates: [Option<PartialDate>; 3] = [None, "2020-02-01".parse().ok(), "2025-08".parse().ok()];
        let mut shared = Memo::new(lexicon);
        let mut apart = homes.each_ref().map(|_| Memo::new(lexicon));
        for (at, organ) in lexicon.organs.all().iter().enumerate() {
            let written = organ.aliases.get(at % 3).unwrap_or(&organ.name);
            for (of, words) in behind.iter().enumerate() {
                let issuer = Some(format!("{written}{words}")).filter(|_| of > 0 || at % 2 > 0);
                let (issuer, number) = (issuer.as_deref(), Some(&symbols[(at + of) % symbols.len()]));
                let said = Said { number, issuer, date: dates[at % 3] };
                for (home, alone) in homes.iter().zip(&mut apart) {
                    assert_eq!(series(&mut shared, said, home), series(alone, said, home), "{said:?} in {home:?}");
                }
            }
        }
        assert!(shared.by_words.values().filter(|(_, told)| told.is_some()).count() > 100, "asked once for all papers");
    }

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
