//! The table of acts as keys: which known acts an incomplete number or name can mean.
//!
//! The table is not complete, so it never decides by how many of its rows fit. It decides where the words about a document
//! are those of one row's title, for no other act of that number bears that title.

use super::title::{Pairs, Titles};
use crate::date::PartialDate;
use crate::identity::{self, Claim, Identity, Key, Memo, named};
use crate::lexicon::{Act, Home, Lexicon};
use crate::text::fold::fold;
use crate::vocabulary::Level;
use std::sync::Arc;

/// Rows of the table of acts whose keys have been worked out.
pub(super) struct Registry<'l> {
    lexicon: &'l Lexicon,
    known: super::Known<&'l str, Option<Arc<Known>>>,
    /// The rows of each number as written.
    by_number: super::Known<String, Vec<&'l Act>>,
    /// The laws of each title as written.
    laws: super::Known<String, Arc<[&'l Act]>>,
}

/// The key of a row, and for a numbered one its parts.
pub(super) type Known = (Key, Identity);

impl<'l> Registry<'l> {
    pub(super) fn new(lexicon: &'l Lexicon) -> Self {
        Self { lexicon, known: Default::default(), by_number: Default::default(), laws: Default::default() }
    }

    /// What is known of a row.
    pub(super) fn identity(&mut self, memo: &mut Memo<'l>, act: &'l Act) -> Option<Arc<Known>> {
        if let Some(known) = self.known.get(&*act.id) {
            return known.clone();
        }
        let found = named::of_act(memo, act).map(|key| Arc::new((key, parts(memo, act))));
        self.known.insert(&act.id, found.clone());
        found
    }

    /// The rows that agree with what is told of a number, not later than the citing document.
    pub(super) fn agreeing(
        &mut self,
        memo: &mut Memo<'l>,
        told: &Identity,
        written: &str,
        kind: Option<&str>,
        citing: Option<PartialDate>,
    ) -> Vec<(&'l Act, Arc<Known>)> {
        let mut acts = match self.by_number.get(written) {
            Some(acts) => acts.clone(),
            None => {
                let acts = self.lexicon.acts.by_number(written);
                self.by_number.insert(written.to_owned(), acts.clone());
                acts
            }
        };
        if let (Some(kind), None) = (kind, &told.symbol) {
            acts.extend(self.lexicon.acts.by_short_form(&format!("{kind} {written}")));
        }
        acts.retain(|act| citing.is_none_or(|citing| act.date.earliest() <= citing.latest()));
        acts.sort_by_key(|act| &act.id);
        acts.dedup_by_key(|act| &act.id);
        let mut found = Vec::new();
        for act in acts {
            let in_time = told.traits.date.is_none_or(|date| date.agrees_with(act.date));
            if let Some(known) = self.identity(memo, act).filter(|known| in_time && told.agrees_with(&known.1)) {
                found.push((act, known));
            }
        }
        found
    }

    /// The laws of a title, oldest first.
    pub(super) fn laws(&mut self, title: &str) -> Arc<[&'l Act]> {
        if let Some(known) = self.laws.get(title) {
            return known.clone();
        }
        let laws: Arc<[&Act]> = self.lexicon.acts.laws_by_title(&self.lexicon.cues.title_in_full(title)).into();
        self.laws.insert(title.to_owned(), laws.clone());
        laws
    }

    /// The one row whose title the words are, if no other agreeing row comes near it.
    pub(super) fn by_title(
        acts: &[(&'l Act, Arc<Known>)],
        words: &Pairs,
        titles: &mut Titles,
    ) -> Option<(&'l Act, Key)> {
        let mut scored: Vec<(f32, &(&Act, Arc<Known>))> =
            acts.iter().map(|row| (words.share(&titles.of(&row.0.title)), row)).collect();
        scored.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.0.id.cmp(&b.1.0.id)));
        let (best, row) = scored.first()?;
        let second = scored.get(1).map_or(0.0, |(score, _)| *score);
        (words.fits(&titles.of(&row.0.title)) && best - second >= 0.25).then(|| (row.0, row.1.0.clone()))
    }

    /// The row that is called by this name, if exactly one is and it is not later than the citing document.
    pub(super) fn by_name(
        &mut self,
        memo: &mut Memo<'l>,
        name: &str,
        citing: Option<PartialDate>,
    ) -> Option<(&'l Act, Key)> {
        let acts = self.lexicon.acts.by_short_form(name);
        let [act] = acts[..] else { return None };
        let in_time = citing.is_none_or(|citing| act.date.earliest() <= citing.latest());
        let known = self.identity(memo, act).filter(|_| in_time)?;
        Some((act, known.0.clone()))
    }

    /// The charters of a body, oldest first.
    pub(super) fn charters(&self, body: &str) -> Vec<&'l Act> {
        let of_body = |act: &&Act| act.kind == "Điều lệ" && named::charter_body(&fold(&act.title)) == Some(body);
        let mut found: Vec<&Act> = self.lexicon.acts.all().iter().filter(of_body).collect();
        found.sort_by_key(|act| (act.date, &act.id));
        found
    }
}

/// True if the act is a central organ's.
pub(super) fn is_central(known: &Known) -> bool {
    known.1.traits.series.as_ref().is_some_and(|series| series.level == Some(Level::Central))
}

fn parts(memo: &mut Memo<'_>, act: &Act) -> Identity {
    let number = act.number.as_deref().and_then(|written| crate::number::read(written, 0, memo.lexicon));
    let Some((number, _)) = number else { return Identity::default() };
    let claim = Claim {
        number: &number,
        kind: Some(&act.kind),
        issuer: Some(&act.issuer),
        date: Some(act.date),
        term: act.term.as_deref(),
    };
    identity::identify(memo, claim, &Home::default()).0
}
