//! The documents that an open number may mean, for the reader to choose from; never for the program.
//!
//! Candidates come from the rules that could not decide, the table of acts, the held documents and the documents that other
//! citations tell in full. Later ones than the citing paper are left out. The order follows docs/identity.md: a fitting
//! title first, then the most recent. Of a number that thousands of documents bear only the nearest before the citing
//! paper are looked at, so that an open number costs the same in any collection.

use super::title::{Title, Titles};
use super::{Desk, Known, Open, Reference, Target};
use crate::corpus::Corpus;
use crate::date::PartialDate;
use crate::identity::{Identity, Key};
use chrono::NaiveDate;
use std::cell::Cell;
use std::cmp::Reverse;
use std::collections::HashSet;
use std::sync::Arc;

/// More candidates help nobody.
const MOST: usize = 12;

/// So many documents of one number and symbol are looked at.
const LOOKED_AT: usize = 64;

/// Every document known in full, and every open mention, by symbol and count.
#[derive(Default)]
pub(super) struct Shelf<'r> {
    known: HashSet<Key, foldhash::fast::FixedState>,
    numbers: Known<Arc<str>, Known<Arc<str>, Number<'r>>>,
    /// Open mentions without symbol and count.
    unnumbered: Vec<Open<'r>>,
}

/// What bears one symbol and count.
#[derive(Default)]
struct Number<'r> {
    documents: Vec<Shelved<'r>>,
    open: Vec<Open<'r>>,
}

/// A document on the shelf.
struct Shelved<'r> {
    date: Option<NaiveDate>,
    key: Key,
    identity: Identity,
    words: Option<&'r str>,
    /// The same, once it has been asked for.
    title: Cell<Option<Title>>,
}

impl Shelved<'_> {
    fn title(&self, titles: &mut Titles) -> Option<Title> {
        let words = self.words?;
        let title = self.title.get().unwrap_or_else(|| titles.title(words));
        self.title.set(Some(title));
        Some(title)
    }
}

impl<'r> Shelf<'r> {
    /// The held documents, with room for those of so many mentions.
    pub(super) fn of_holdings(corpus: &'r Corpus, mentions: usize) -> Self {
        let mut shelf = Self::default();
        shelf.known.reserve(corpus.holdings.len() + mentions / 2);
        for holding in &corpus.holdings {
            let words = corpus.first_record(holding).document.subject.as_deref();
            shelf.put(&holding.key, holding.identity.clone(), words);
        }
        shelf
    }

    /// Puts a document on the shelf, if it is not there; a bare count has no place, because any document may bear it.
    pub(super) fn put(&mut self, key: &Key, identity: Identity, words: Option<&'r str>) {
        if identity.count.is_none() || identity.symbol.is_none() || !self.known.insert(key.clone()) {
            return;
        }
        let date = identity.date.map(PartialDate::latest);
        if let Some(number) = self.number(&identity) {
            number.documents.push(Shelved { date, key: key.clone(), identity, words, title: Cell::new(None) });
        }
    }

    /// Keeps an open mention until all documents are there.
    pub(super) fn wait(&mut self, open: Open<'r>) {
        match open.told.as_ref().and_then(|told| self.number(told)) {
            Some(number) => number.open.push(open),
            None => self.unnumbered.push(open),
        }
    }

    fn number(&mut self, identity: &Identity) -> Option<&mut Number<'r>> {
        let (count, symbol) = (identity.count.as_ref()?, identity.symbol.as_ref()?);
        // Looked up before it is entered: an entry would need a key of its own each time.
        if !self.numbers.contains_key(symbol) {
            self.numbers.insert(symbol.clone(), Known::default());
        }
        let counts = self.numbers.get_mut(symbol)?;
        if !counts.contains_key(count) {
            counts.insert(count.clone(), Number::default());
        }
        counts.get_mut(count)
    }

    /// Tells each open mention its candidates, one number after another.
    pub(super) fn tell(mut self, desk: &mut Desk<'_>, references: &mut [Reference]) {
        self.known = HashSet::default();
        let numbers = std::mem::take(&mut self.numbers).into_values().flat_map(Known::into_values);
        for mut number in numbers.filter(|number| !number.open.is_empty()) {
            let by_date = |a: &Shelved<'_>, b: &Shelved<'_>| (Reverse(a.date), &a.key).cmp(&(Reverse(b.date), &b.key));
            number.documents.sort_unstable_by(by_date);
            for open in &number.open {
                let found = candidates(desk, open, before(&number.documents, open.citing));
                references[open.reference].target = Target::Ambiguous(found);
            }
        }
        for open in &self.unnumbered {
            references[open.reference].target = Target::Ambiguous(candidates(desk, open, &[]));
        }
    }
}

/// The candidates of an open mention among the documents of its number, likeliest first.
fn candidates(desk: &mut Desk<'_>, open: &Open<'_>, documents: &[Shelved<'_>]) -> Vec<Key> {
    let said = open.mention.title.as_deref().map(|words| desk.titles.title(words));
    let mut acts = Vec::new();
    // Whether the title does not fit, when, and which. Who finds a document first says how well it fits.
    let mut found: Vec<(bool, Reverse<Option<NaiveDate>>, &Key)> = Vec::new();
    let mut compared = Compared::default();
    for key in &open.rivals {
        add(&mut found, true, None, key);
    }
    let rivals = found.len();
    if let Some(told) = &open.told {
        for shelved in documents.iter().filter(|shelved| told.agrees_with(&shelved.identity)) {
            // No document is twice on the shelf.
            if found[..rivals].iter().all(|(.., key)| **key != shelved.key) {
                let title = said.and_then(|said| Some((said, shelved.title(&mut desk.titles)?)));
                let fits = title.is_some_and(|(said, title)| compared.fit(&desk.titles, said, title));
                found.push((!fits, Reverse(shelved.date), &shelved.key));
            }
        }
        let written = open.mention.number.as_ref().map_or("", |number| number.text.as_str());
        acts = desk.registry.agreeing(&mut desk.memo, told, written, open.mention.kind.as_deref(), open.citing);
    }
    for (act, known) in &acts {
        let title = said.map(|said| (said, desk.titles.title(&act.title)));
        let fits = title.is_some_and(|(said, title)| compared.fit(&desk.titles, said, title));
        add(&mut found, fits, Some(act.date.latest()), &known.0);
    }
    found.sort_unstable();
    found.into_iter().map(|(.., key)| key.clone()).take(MOST).collect()
}

/// The nearest documents, of some sorted by date, that are not later than the citing paper.
fn before<'s, 'r>(documents: &'s [Shelved<'r>], citing: Option<PartialDate>) -> &'s [Shelved<'r>] {
    let latest = citing.map(PartialDate::latest);
    let first = documents.partition_point(|known| matches!((known.date, latest), (Some(a), Some(b)) if a > b));
    &documents[first..documents.len().min(first + LOOKED_AT)]
}

/// The titles that one has been compared with: the papers of one number are often about the same.
#[derive(Default)]
struct Compared(Vec<(Title, bool)>);

impl Compared {
    fn fit(&mut self, titles: &Titles, said: Title, title: Title) -> bool {
        if let Some((_, fits)) = self.0.iter().find(|(known, _)| *known == title) {
            return *fits;
        }
        let fits = titles.fit(said, title);
        self.0.push((title, fits));
        fits
    }
}

/// Adds a candidate that is not among them.
fn add<'k>(
    found: &mut Vec<(bool, Reverse<Option<NaiveDate>>, &'k Key)>,
    fits: bool,
    date: Option<NaiveDate>,
    key: &'k Key,
) {
    if found.iter().all(|(.., known)| *known != key) {
        found.push((!fits, Reverse(date), key));
    }
}
