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
use std::collections::BTreeMap;

/// More candidates help nobody.
const MOST: usize = 12;

/// So many documents of one number and symbol are looked at.
const LOOKED_AT: usize = 64;

/// Every document known in full, by count and symbol, the most recent first.
pub(super) struct Shelf {
    by_number: BTreeMap<String, Vec<Shelved>>,
}

/// A document on the shelf.
struct Shelved {
    date: Option<NaiveDate>,
    key: Key,
    identity: Identity,
    words: Option<String>,
}

impl Shelf {
    /// Puts the held documents and those cited in full on the shelf.
    pub(super) fn fill(corpus: &Corpus, read: &[Vec<Reading>]) -> Self {
        let mut known: BTreeMap<&Key, (&Identity, Option<&String>)> = BTreeMap::new();
        for holding in &corpus.holdings {
            known.insert(&holding.key, (&holding.identity, corpus.first_record(holding).document.subject.as_ref()));
        }
        for (record, readings) in corpus.records.iter().zip(read) {
            for (mention, reading) in record.mentions.iter().zip(readings) {
                if let (Some(key), Some(identity)) = (&reading.key, &reading.identity) {
                    known.entry(key).or_insert((identity, mention.title.as_ref()));
                }
            }
        }
        let mut by_number: BTreeMap<String, Vec<Shelved>> = BTreeMap::new();
        for (key, (identity, words)) in known {
            if let Some(place) = place(identity) {
                let date = identity.date.map(PartialDate::latest);
                let shelved = Shelved { date, key: key.clone(), identity: identity.clone(), words: words.cloned() };
                by_number.entry(place).or_default().push(shelved);
            }
        }
        for shelved in by_number.values_mut() {
            shelved.sort_by(|a, b| (Reverse(a.date), &a.key).cmp(&(Reverse(b.date), &b.key)));
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
            for shelved in self.before(told, citing).filter(|shelved| told.agrees_with(&shelved.identity)) {
                found.entry(shelved.key.clone()).or_insert((fits(shelved.words.as_deref()), shelved.date));
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
    fn before(&self, told: &Identity, citing: Option<PartialDate>) -> impl Iterator<Item = &Shelved> {
        let shelved = place(told).and_then(|place| self.by_number.get(&place)).map_or(&[][..], Vec::as_slice);
        let latest = citing.map(PartialDate::latest);
        let first = shelved.partition_point(|known| matches!((known.date, latest), (Some(a), Some(b)) if a > b));
        shelved[first..].iter().take(LOOKED_AT)
    }
}

/// Where a number stands on the shelf; a bare count has no place, because any document may bear it.
fn place(identity: &Identity) -> Option<String> {
    Some(format!("{} {}", identity.count.as_deref()?, identity.symbol.as_deref()?))
}
