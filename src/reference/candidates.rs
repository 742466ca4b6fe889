//! The documents that an open number may mean, for the reader to choose from; never for the program.
//!
//! Candidates come from the rules that could not decide, the table of acts, the held documents and the documents that other
//! citations tell in full. Later ones than the citing paper are left out. The order follows docs/identity.md: a fitting
//! title first, then the most recent.

use super::{Desk, Reading, title};
use crate::corpus::Corpus;
use crate::date::PartialDate;
use crate::identity::{Identity, Key};
use crate::mention::Mention;
use chrono::NaiveDate;
use std::cmp::Reverse;
use std::collections::{BTreeMap, HashMap};

/// More candidates help nobody.
const MOST: usize = 12;

/// Every document known in full, by its count.
pub(super) struct Shelf {
    by_count: HashMap<String, BTreeMap<Key, (Identity, Option<String>)>>,
}

impl Shelf {
    /// Puts the held documents and those cited in full on the shelf.
    pub(super) fn fill(corpus: &Corpus, read: &[Vec<Reading>]) -> Self {
        let mut by_count: HashMap<String, BTreeMap<Key, (Identity, Option<String>)>> = HashMap::new();
        for holding in &corpus.holdings {
            if let Some(count) = &holding.identity.count {
                let subject = corpus.first_record(holding).document.subject.clone();
                by_count
                    .entry(count.clone())
                    .or_default()
                    .insert(holding.key.clone(), (holding.identity.clone(), subject));
            }
        }
        for (record, readings) in corpus.records.iter().zip(read) {
            for (mention, reading) in record.mentions.iter().zip(readings) {
                let (Some(key), Some(identity)) = (&reading.key, &reading.identity) else { continue };
                let Some(count) = &identity.count else { continue };
                let on_shelf = by_count.entry(count.clone()).or_default();
                on_shelf.entry(key.clone()).or_insert_with(|| (identity.clone(), mention.title.clone()));
            }
        }
        Self { by_count }
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
        let fits = |words: Option<&str>| match (mention.title.as_deref(), words) {
            (Some(said), Some(words)) => title::fits(said, words),
            _ => false,
        };
        for key in &reading.rivals {
            found.insert(key.clone(), (true, None));
        }
        if let Some(told) = &reading.identity {
            let count = told.count.as_deref().unwrap_or_default();
            for (key, (identity, words)) in self.by_count.get(count).into_iter().flatten() {
                let in_time = match (identity.date, citing) {
                    (Some(date), Some(citing)) => date.earliest() <= citing.latest(),
                    _ => true,
                };
                if in_time && told.agrees_with(identity) {
                    let date = identity.date.map(PartialDate::latest);
                    found.entry(key.clone()).or_insert((fits(words.as_deref()), date));
                }
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
}
