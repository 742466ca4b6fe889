//! The documents that an open number may mean, for the reader to choose from; never for the program.
//!
//! Candidates come from the rules that could not decide, the table of acts, the held documents and the documents that other
//! citations tell in full. Later ones than the citing paper are left out. The order follows docs/identity.md: a fitting
//! title first, then the most recent. Of a number that thousands of documents bear only the nearest before the citing
//! paper are looked at, so that an open number costs the same in any collection.

use super::{Desk, Reading, title};
use crate::corpus::Corpus;
use crate::date::PartialDate;
use crate::identity::{Identity, Key};
use crate::mention::Mention;
use chrono::NaiveDate;
use std::cmp::Reverse;
use std::collections::{BTreeMap, HashSet};

/// More candidates help nobody.
const MOST: usize = 12;

/// So many documents of one number and symbol are looked at.
const LOOKED_AT: usize = 64;

/// Every document known in full, by count and symbol, the most recent first.
pub(super) struct Shelf<'r> {
    by_number: BTreeMap<(&'r str, &'r str), Vec<Shelved<'r>>>,
}

/// A document on the shelf.
struct Shelved<'r> {
    date: Option<NaiveDate>,
    key: &'r Key,
    identity: &'r Identity,
    words: Option<&'r str>,
}

impl<'r> Shelf<'r> {
    /// Puts the held documents and those cited in full on the shelf.
    pub(super) fn fill(corpus: &'r Corpus, read: &'r [Vec<Reading>]) -> Self {
        let mut known: HashSet<&Key> = HashSet::new();
        let mut by_number: BTreeMap<(&str, &str), Vec<Shelved<'_>>> = BTreeMap::new();
        let mut shelve = |key: &'r Key, identity: &'r Identity, words: Option<&'r str>| {
            if let Some(place) = place(identity).filter(|_| known.insert(key)) {
                let date = identity.date.map(PartialDate::latest);
                by_number.entry(place).or_default().push(Shelved { date, key, identity, words });
            }
        };
        for holding in &corpus.holdings {
            let words = corpus.first_record(holding).document.subject.as_deref();
            shelve(&holding.key, &holding.identity, words);
        }
        for (record, readings) in corpus.records.iter().zip(read) {
            for (mention, reading) in record.mentions.iter().zip(readings) {
                if let (Some(key), Some(identity)) = (&reading.key, &reading.identity) {
                    shelve(key, identity, mention.title.as_deref());
                }
            }
        }
        for shelved in by_number.values_mut() {
            shelved.sort_by(|a, b| (Reverse(a.date), a.key).cmp(&(Reverse(b.date), b.key)));
        }
        Self { by_number }
    }

    /// The candidates of an open mention, likeliest first.
    pub(super) fn candidates(
        &self,
        desk: &mut Desk<'_>,
        mention: &Mention,
        reading: &Reading,
        citing: Option<PartialDate>,
    ) -> Vec<Key> {
        let mut found: BTreeMap<Key, (bool, Option<NaiveDate>)> = BTreeMap::new();
        let fits = |words: Option<&str>| matches!((mention.title.as_deref(), words), (Some(said), Some(words)) if title::fits(said, words));
        for key in &reading.rivals {
            found.insert(key.clone(), (true, None));
        }
        if let Some(told) = &reading.identity {
            for shelved in self.before(told, citing).iter().filter(|shelved| told.agrees_with(shelved.identity)) {
                found.entry(shelved.key.clone()).or_insert((fits(shelved.words), shelved.date));
            }
            let written = mention.number.as_ref().map_or("", |number| number.text.as_str());
            for (act, key) in desk.registry.agreeing(&mut desk.memo, told, written, mention.kind.as_deref(), citing) {
                found.entry(key).or_insert((fits(Some(&act.title)), Some(act.date.latest())));
            }
        }
        let mut ranked: Vec<(Key, (bool, Option<NaiveDate>))> = found.into_iter().collect();
        ranked.sort_by_key(|(key, (fits, date))| (!fits, Reverse(*date), key.clone()));
        ranked.into_iter().map(|(key, _)| key).take(MOST).collect()
    }

    /// The nearest documents of the number that are not later than the citing paper.
    fn before<'s>(&'s self, told: &'s Identity, citing: Option<PartialDate>) -> &'s [Shelved<'s>] {
        let here = place(told).and_then(|(count, symbol)| self.by_number.get(&(count, symbol)));
        let shelved = here.map_or(&[][..], Vec::as_slice);
        let latest = citing.map(PartialDate::latest);
        let first = shelved.partition_point(|known| matches!((known.date, latest), (Some(a), Some(b)) if a > b));
        &shelved[first..shelved.len().min(first + LOOKED_AT)]
    }
}

/// Where a number stands on the shelf; a bare count has no place, because any document may bear it.
fn place(identity: &Identity) -> Option<(&str, &str)> {
    Some((identity.count.as_deref()?, identity.symbol.as_deref()?))
}
