//! The documents that an open number may mean, for the reader to choose from; never for the program.
//!
//! Candidates come from the rules that could not decide, the table of acts, the held documents and the documents that other
//! citations tell in full. Later ones than the citing paper are left out. The order follows docs/identity.md: a fitting
//! title first, then the most recent. Of a number that thousands of documents bear only the nearest before the citing
//! paper are looked at, so that an open number costs the same in any collection.

use super::title::{Title, Titles};
use super::{Desk, Known, Reference, Target};
use crate::corpus::Corpus;
use crate::date::PartialDate;
use crate::identity::{Identity, Key, Traits};
use crate::mention::Mention;
use chrono::NaiveDate;
use std::cell::Cell;
use std::cmp::Reverse;
use std::collections::HashSet;

/// More candidates help nobody.
const MOST: usize = 12;

/// So many documents of one number and symbol are looked at.
const LOOKED_AT: usize = 64;

/// Every document known in full, and every open mention, by symbol and count.
#[derive(Default)]
pub(super) struct Shelf<'r> {
    /// The keys of the documents that citations alone tell in full.
    told: HashSet<Key, foldhash::fast::FixedState>,
    /// By the places of symbol and count, of which there is one text each.
    numbers: Known<(usize, usize), Number<'r>>,
}

/// What bears one symbol and count.
#[derive(Default)]
struct Number<'r> {
    documents: Vec<Shelved<'r>>,
    open: Vec<Open>,
}

/// What is left of a mention whose document stays open, with all that its candidates are told by.
struct Open {
    /// Index of its reference.
    reference: u32,
    /// What is told besides its number.
    traits: Traits,
    /// The documents that the rules found and could not choose between, then acts that agree, with their dates; and whether
    /// the title does not fit.
    known: Box<[(bool, Option<NaiveDate>, Key)]>,
    /// What it says that the document is about.
    title: Option<Title>,
    /// The date of the citing paper.
    citing: Option<PartialDate>,
}

impl Open {
    /// Asked of the mention as long as it is at hand.
    fn of(
        desk: &mut Desk<'_>,
        reference: usize,
        mention: &Mention,
        (told, rivals): (Option<&Identity>, Vec<Key>),
        citing: Option<PartialDate>,
    ) -> Self {
        let title = mention.title.as_deref().map(|words| desk.titles.title(words));
        let mut known: Vec<_> = rivals.into_iter().map(|key| (false, None, key)).collect();
        if let Some(told) = told {
            let written = mention.number.as_ref().map_or("", |number| number.text.as_str());
            let kind = mention.kind.as_deref();
            for (act, of_act) in desk.registry.agreeing(&mut desk.memo, told, written, kind, citing) {
                let other = title.map(|title| (title, desk.titles.title(&act.title)));
                let fits = other.is_some_and(|(title, other)| desk.titles.fit(title, other));
                known.push((!fits, Some(act.date.latest()), of_act.0.clone()));
            }
        }
        Self {
            reference: u32::try_from(reference).expect("fewer mentions than that"),
            traits: told.map(|told| told.traits.clone()).unwrap_or_default(),
            known: known.into(),
            title,
            citing,
        }
    }
}

/// A document on the shelf; its number and symbol are those of its place.
struct Shelved<'r> {
    key: Key,
    traits: Traits,
    words: Option<&'r str>,
    /// The same, once it has been asked for.
    title: Cell<Option<Title>>,
}

impl Shelved<'_> {
    fn date(&self) -> Option<NaiveDate> {
        self.traits.date.map(PartialDate::latest)
    }

    fn title(&self, titles: &mut Titles) -> Option<Title> {
        let words = self.words?;
        let title = self.title.get().unwrap_or_else(|| titles.title(words));
        self.title.set(Some(title));
        Some(title)
    }
}

/// Adds to a list that grows by half: doubled, thousands of them would keep as much room again for nothing.
fn push<T>(list: &mut Vec<T>, one: T) {
    if list.len() == list.capacity() {
        list.reserve_exact(list.len() / 2 + 2);
    }
    list.push(one);
}

impl<'r> Shelf<'r> {
    /// The held documents, with room for those that so many mentions tell.
    pub(super) fn of_holdings(corpus: &'r Corpus, mentions: usize) -> Self {
        let mut shelf = Self::default();
        shelf.told.reserve(mentions / 3);
        for holding in &corpus.holdings {
            let words = corpus.first_record(holding).document.subject.as_deref();
            shelf.put(holding.key.clone(), holding.identity.clone(), words);
        }
        shelf
    }

    /// Puts a document on the shelf that a citation tells in full, if it is not there, and gives its key: one text for all
    /// that mean it.
    pub(super) fn tell_of(&mut self, key: Key, identity: Identity, words: Option<&'r str>) -> Key {
        if identity.count.is_none() || identity.symbol.is_none() {
            return key;
        }
        if let Some(known) = self.told.get(&key) {
            return known.clone();
        }
        self.told.insert(key.clone());
        self.put(key.clone(), identity, words);
        key
    }

    /// Puts a document on the shelf. A bare count has no place, because any document may bear it.
    fn put(&mut self, key: Key, identity: Identity, words: Option<&'r str>) {
        if let Some(number) = self.number(&identity) {
            push(&mut number.documents, Shelved { key, traits: identity.traits, words, title: Cell::new(None) });
        }
    }

    /// The candidates of an open mention, which has the place of a reference; none yet if documents of its number may come,
    /// and then it waits for them.
    pub(super) fn ask(
        &mut self,
        desk: &mut Desk<'_>,
        reference: usize,
        mention: &Mention,
        (told, rivals): (Option<Identity>, Vec<Key>),
        citing: Option<PartialDate>,
    ) -> Vec<Key> {
        let open = Open::of(desk, reference, mention, (told.as_ref(), rivals), citing);
        match told.and_then(|told| self.number(&told)) {
            Some(number) => {
                push(&mut number.open, open);
                Vec::new()
            }
            None => candidates(&mut desk.titles, &open, &[]),
        }
    }

    fn number(&mut self, identity: &Identity) -> Option<&mut Number<'r>> {
        let (count, symbol) = (identity.count.as_ref()?, identity.symbol.as_ref()?);
        Some(self.numbers.entry((symbol.place(), count.place())).or_default())
    }

    /// Tells each open mention its candidates, one number after another.
    pub(super) fn tell(mut self, desk: &mut Desk<'_>, references: &mut [Reference]) {
        self.told = HashSet::default();
        for mut number in self.numbers.into_values().filter(|number| !number.open.is_empty()) {
            let by_date = |a: &Shelved<'_>, b: &Shelved<'_>| b.date().cmp(&a.date()).then_with(|| a.key.cmp(&b.key));
            number.documents.sort_unstable_by(by_date);
            for open in &number.open {
                let found = candidates(&mut desk.titles, open, before(&number.documents, open.citing));
                references[open.reference as usize].target = Target::Ambiguous(found);
            }
        }
    }
}

/// The candidates of an open mention among the documents of its number, likeliest first.
fn candidates(titles: &mut Titles, open: &Open, documents: &[Shelved<'_>]) -> Vec<Key> {
    // Whether the title does not fit, when, and which. Who finds a document first says how well it fits.
    let mut found: Vec<(bool, Reverse<Option<NaiveDate>>, &Key)> = Vec::new();
    let (rivals, acts) = open.known.split_at(open.known.partition_point(|(_, date, _)| date.is_none()));
    add(&mut found, rivals);
    let rivals = found.len();
    let mut compared = Compared::default();
    for shelved in documents.iter().filter(|shelved| open.traits.agree_with(&shelved.traits)) {
        // No document is twice on the shelf.
        if found[..rivals].iter().all(|(.., key)| **key != shelved.key) {
            let title = open.title.and_then(|said| Some((said, shelved.title(titles)?)));
            let fits = title.is_some_and(|(said, title)| compared.fit(titles, said, title));
            found.push((!fits, Reverse(shelved.date()), &shelved.key));
        }
    }
    add(&mut found, acts);
    found.sort_unstable();
    // Into a list of its own: collected in place it would keep the room of all that was found.
    found[..found.len().min(MOST)].iter().map(|(.., key)| (*key).clone()).collect()
}

/// The nearest documents, of some sorted by date, that are not later than the citing paper.
fn before<'s, 'r>(documents: &'s [Shelved<'r>], citing: Option<PartialDate>) -> &'s [Shelved<'r>] {
    let latest = citing.map(PartialDate::latest);
    let first = documents.partition_point(|known| matches!((known.date(), latest), (Some(a), Some(b)) if a > b));
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

/// Adds those that are not among them.
fn add<'k>(found: &mut Vec<(bool, Reverse<Option<NaiveDate>>, &'k Key)>, more: &'k [(bool, Option<NaiveDate>, Key)]) {
    for (fits_not, date, key) in more {
        if found.iter().all(|(.., known)| *known != key) {
            found.push((*fits_not, Reverse(*date), key));
        }
    }
}
