//! The documents that an open number may mean, for the reader to choose from; never for the program.
//!
//! Candidates come from the rules that could not decide, the table of acts, the held documents and the documents that other
//! citations tell in full. Later ones than the citing paper are left out. The order follows docs/identity.md: a fitting
//! title first, then the most recent. Of a number that thousands of documents bear only the nearest before the citing
//! paper are looked at, so that an open number costs the same in any collection.

use super::{Desk, Reading};
use crate::corpus::Corpus;
use crate::date::PartialDate;
use crate::identity::{Identity, Key};
use crate::mention::Mention;
use chrono::NaiveDate;
use std::cmp::Reverse;
use std::collections::{BTreeMap, HashMap, HashSet};
use std::sync::Arc;

/// More candidates help nobody.
const MOST: usize = 12;

/// So many documents of one number and symbol are looked at.
const LOOKED_AT: usize = 64;

/// Every document known in full, by symbol and count, the most recent first once it is [sorted](Shelf::sort).
#[derive(Default)]
pub(super) struct Shelf<'r> {
    known: HashSet<Key>,
    by_symbol: HashMap<Arc<str>, HashMap<String, Vec<Shelved<'r>>>>,
}

/// A document on the shelf.
struct Shelved<'r> {
    date: Option<NaiveDate>,
    key: Key,
    identity: Identity,
    words: Option<&'r str>,
}

impl<'r> Shelf<'r> {
    /// The held documents.
    pub(super) fn of_holdings(corpus: &'r Corpus) -> Self {
        let mut shelf = Self::default();
        for holding in &corpus.holdings {
            let words = corpus.first_record(holding).document.subject.as_deref();
            shelf.put(&holding.key, &holding.identity, words);
        }
        shelf
    }

    /// Puts a document on the shelf, if it is not there; a bare count has no place, because any document may bear it.
    pub(super) fn put(&mut self, key: &Key, identity: &Identity, words: Option<&'r str>) {
        let (Some(count), Some(symbol)) = (&identity.count, &identity.symbol) else { return };
        if !self.known.insert(key.clone()) {
            return;
        }
        let date = identity.date.map(PartialDate::latest);
        let shelved = Shelved { date, key: key.clone(), identity: identity.clone(), words };
        let counts = match self.by_symbol.get_mut(symbol) {
            Some(counts) => counts,
            None => self.by_symbol.entry(symbol.clone()).or_default(),
        };
        match counts.get_mut(count.as_str()) {
            Some(same) => same.push(shelved),
            None => drop(counts.insert(count.clone(), vec![shelved])),
        }
    }

    /// Brings the documents of each number into their order, when all are there.
    pub(super) fn sort(&mut self) {
        for shelved in self.by_symbol.values_mut().flat_map(HashMap::values_mut) {
            shelved.sort_by(|a, b| (Reverse(a.date), &a.key).cmp(&(Reverse(b.date), &b.key)));
        }
        self.known = HashSet::new();
    }

    /// The candidates of an open mention, likeliest first.
    pub(super) fn candidates(
        &self,
        desk: &mut Desk<'_>,
        mention: &Mention,
        reading: &Reading,
        citing: Option<PartialDate>,
    ) -> Vec<Key> {
        let said = mention.title.as_deref().map(|words| desk.titles.of(words));
        let mut found: BTreeMap<Key, (bool, Option<NaiveDate>)> = BTreeMap::new();
        for key in &reading.rivals {
            found.insert(key.clone(), (true, None));
        }
        if let Some(told) = &reading.identity {
            for shelved in self.before(told, citing).iter().filter(|shelved| told.agrees_with(&shelved.identity)) {
                let fits = match (&said, shelved.words) {
                    (Some(said), Some(words)) => said.fits(&desk.titles.of(words)),
                    _ => false,
                };
                found.entry(shelved.key.clone()).or_insert((fits, shelved.date));
            }
            let written = mention.number.as_ref().map_or("", |number| number.text.as_str());
            for (act, known) in desk.registry.agreeing(&mut desk.memo, told, written, mention.kind.as_deref(), citing) {
                let fits = said.as_ref().is_some_and(|said| said.fits(&desk.titles.of(&act.title)));
                found.entry(known.0.clone()).or_insert((fits, Some(act.date.latest())));
            }
        }
        let mut ranked: Vec<(Key, (bool, Option<NaiveDate>))> = found.into_iter().collect();
        ranked.sort_by(|(a, (a_fits, a_date)), (b, (b_fits, b_date))| {
            (!a_fits, Reverse(*a_date), a).cmp(&(!b_fits, Reverse(*b_date), b))
        });
        ranked.into_iter().map(|(key, _)| key).take(MOST).collect()
    }

    /// The nearest documents of the number that are not later than the citing paper.
    fn before(&self, told: &Identity, citing: Option<PartialDate>) -> &[Shelved<'r>] {
        let (Some(count), Some(symbol)) = (&told.count, &told.symbol) else { return &[] };
        let here = self.by_symbol.get(symbol).and_then(|counts| counts.get(count.as_str()));
        let shelved = here.map_or(&[][..], Vec::as_slice);
        let latest = citing.map(PartialDate::latest);
        let first = shelved.partition_point(|known| matches!((known.date, latest), (Some(a), Some(b)) if a > b));
        &shelved[first..shelved.len().min(first + LOOKED_AT)]
    }
}
