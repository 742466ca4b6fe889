//! Rules for numbers that do not tell their full key by themselves.
//!
//! In this order, each only where it leaves one document: the antecedent that the words name; a fuller mention of the same
//! number in the same paper; the words about it, if they are the title of a known act; the paper's own series, for what it
//! amends or repeals under its own symbol; the organ's beginning, if the organ did not exist in any earlier period. Two rules that find different documents decide nothing.

use super::{Desk, Places, Reading};
use crate::corpus::{Corpus, Holding};
use crate::date::PartialDate;
use crate::identity::{self, Claim, Identity, Key, Traits};
use crate::lexicon::Home;
use crate::mention::Mention;
use crate::record::Record;
use crate::vocabulary::{Class, Relation};
use std::collections::BTreeSet;
use std::sync::Arc;

/// Settles the open numbers of a document, in place.
pub(super) fn settle_numbers(
    desk: &mut Desk<'_>,
    record: &Record,
    home: &Home,
    holding: &Holding,
    place: Places<'_>,
    readings: &mut [Reading],
) {
    // What one round settles is an antecedent for the next.
    for _ in 0..ROUNDS {
        let open = |readings: &[Reading]| readings.iter().filter(|reading| reading.key.is_none()).count();
        let before = open(readings);
        settle_once(desk, record, home, holding, place, readings);
        if open(readings) == before {
            break;
        }
    }
}

/// A short form of a short form is as far as papers go.
const ROUNDS: usize = 3;

fn settle_once(
    desk: &mut Desk<'_>,
    record: &Record,
    home: &Home,
    holding: &Holding,
    place: Places<'_>,
    readings: &mut [Reading],
) {
    if readings.iter().all(|reading| reading.key.is_some() || reading.identity.is_none()) {
        return;
    }
    let fuller = Fuller::of(record, holding, readings);
    for (at, mention) in record.mentions.iter().enumerate() {
        if readings[at].key.is_some() {
            continue;
        }
        // Out of the readings while the others are looked through; it is open, so none of them means this one.
        let Some(told) = readings[at].identity.take() else { continue };
        settle_one(desk, (record, home, holding), mention, (at, &told), &fuller, place, readings);
        readings[at].identity = Some(told);
    }
}

/// Settles one open number, of which `told` is known, in the light of the rest of its paper.
fn settle_one(
    desk: &mut Desk<'_>,
    (record, home, holding): (&Record, &Home, &Holding),
    mention: &Mention,
    (at, told): (usize, &Identity),
    fuller: &Fuller<'_>,
    place: Places<'_>,
    readings: &mut [Reading],
) {
    let named = mention.antecedent.and_then(|id| place.of(id)).and_then(|before| {
        let before = &readings[before];
        before.key.clone().filter(|_| before.identity.as_ref().is_none_or(|known| known.count == told.count))
    });
    if let Some(key) = named {
        readings[at].fix(key, "antecedent", None);
        return;
    }
    let siblings = fuller.keys(desk, readings, told, at);
    let known = known_act(desk, told, mention, record.document.date);
    match (siblings.len(), known) {
        (1, None) => readings[at].fix(siblings.into_iter().next().expect("one"), "sibling", None),
        (1, Some((act, key))) if siblings.contains(&key) => readings[at].fix(key, "sibling", Some(&act)),
        (0, Some((act, key))) => readings[at].fix(key, "title", Some(&act)),
        (count, Some((act, key))) if count > 1 && siblings.contains(&key) => readings[at].fix(key, "title", Some(&act)),
        (0, None) if contradicts_itself(record, at) => {}
        (0, None) => {
            if let Some(key) = own_series(desk, told, mention, record, home, holding) {
                readings[at].fix(key, "own-series", None);
            } else if let Some(key) = since_beginning(desk, mention, home) {
                readings[at].fix(key, "organ-began", None);
            }
        }
        (_, known) => readings[at].rivals = siblings.into_iter().chain(known.map(|(_, key)| key)).collect(),
    }
}

/// The fuller mentions of a document: their counts and places among the readings, sorted, and the paper's own number.
struct Fuller<'r> {
    by_count: Vec<(&'r str, usize)>,
    record: &'r Record,
    own: &'r Holding,
}

impl<'r> Fuller<'r> {
    fn of(record: &'r Record, own: &'r Holding, readings: &[Reading]) -> Self {
        let mut by_count: Vec<(&str, usize)> = Vec::new();
        for (at, (mention, reading)) in record.mentions.iter().zip(readings).enumerate() {
            let (Some(number), true, true) = (&mention.number, reading.identity.is_some(), reading.key.is_some())
            else {
                continue;
            };
            // What was settled by an antecedent has it here already, with the words about it.
            if !matches!(reading.rule, "sibling" | "antecedent") {
                by_count.push((&number.count, at));
            }
        }
        by_count.sort_unstable();
        Self { by_count, record, own }
    }

    /// The documents that the open number can mean among them.
    fn keys(&self, desk: &mut Desk<'_>, readings: &[Reading], told: &Identity, at: usize) -> BTreeSet<Key> {
        // A count alone, without kind or symbol, is no name of a document.
        if told.traits.kind.is_none() && told.symbol.is_none() {
            return BTreeSet::new();
        }
        let subject = self.record.document.subject.as_deref();
        let own = (&self.own.identity, &self.own.key, subject);
        let count = told.count.as_deref().unwrap_or_default();
        let first = self.by_count.partition_point(|(other, _)| *other < count);
        let others = self.by_count[first..].iter().take_while(|(other, _)| *other == count);
        let others = others.filter_map(|&(_, at)| {
            let reading = &readings[at];
            Some((reading.identity.as_ref()?, reading.key.as_ref()?, self.record.mentions[at].title.as_deref()))
        });
        // Of a number whose year and day contradict each other only the day is left to tell.
        let agrees = |known: &Identity| {
            told.agrees_with(known) && (known.traits.date.is_some() || !contradicts_itself(self.record, at))
        };
        let agreeing: Vec<(&Identity, &Key, Option<&str>)> =
            std::iter::once(own).chain(others).filter(|(known, ..)| agrees(known)).collect();
        let Some(said) = self.record.mentions[at]
            .title
            .as_deref()
            .filter(|_| !agreeing.is_empty())
            .map(|words| desk.titles.of(words))
        else {
            return agreeing.into_iter().map(|(_, key, _)| key.clone()).collect();
        };
        let about_else: BTreeSet<&Key> = agreeing
            .iter()
            .filter(|(.., title)| title.is_some_and(|title| said.contradicts(&desk.titles.of(title))))
            .map(|(_, key, _)| *key)
            .collect();
        agreeing.iter().map(|(_, key, _)| *key).filter(|key| !about_else.contains(key)).cloned().collect()
    }
}

/// The known act whose title stands with the number. Only acts of central organs: every province has a letter about the
/// same campaign, and their numbers may be equal.
fn known_act(
    desk: &mut Desk<'_>,
    told: &Identity,
    mention: &Mention,
    citing: Option<PartialDate>,
) -> Option<(Arc<str>, Key)> {
    let words = mention.title.as_deref()?;
    let written = &mention.number.as_ref()?.text;
    let mut acts = desk.registry.agreeing(&mut desk.memo, told, written, mention.kind.as_deref(), citing);
    acts.retain(|(_, known)| super::registry::is_central(known));
    if acts.is_empty() {
        return None;
    }
    let words = desk.titles.of(words);
    super::Registry::by_title(&acts, &words, &mut desk.titles).map(|(act, key)| (act.id.clone(), key))
}

/// The key in the citing organ's own series: who amends, replaces, repeals, suspends or corrects a document without naming
/// its issuer, under the symbol of the own paper, means an own document. Another's would have to be named.
fn own_series(
    desk: &mut Desk<'_>,
    told: &Identity,
    mention: &Mention,
    record: &Record,
    home: &Home,
    holding: &Holding,
) -> Option<Key> {
    use Relation::{Amends, Corrects, Repeals, Replaces, Suspends};
    let changes = matches!(mention.relation, Amends | Corrects | Repeals | Replaces | Suspends);
    let own_symbol = told.symbol.is_some() && told.symbol == holding.identity.symbol;
    if !changes || !own_symbol || mention.subject != 0 || mention.issuer.is_some() {
        return None;
    }
    let claim = Claim { issuer: record.document.issuer.as_deref(), ..Claim::of(mention)? };
    identity::identify(&mut desk.memo, claim, home).0.key()
}

/// The key, if the organ's first day and the citing document's date lie in one numbering period: a central organ that
/// began in this term or year numbered nothing before, and nothing later is cited.
fn since_beginning(desk: &mut Desk<'_>, mention: &Mention, home: &Home) -> Option<Key> {
    let claim = Claim::of(mention)?;
    let citing = home.date?;
    let symbol = claim.number.organ.as_deref()?;
    let organ = desk.memo.bearer(symbol, citing).filter(|organ| !organ.territorial)?;
    let began = organ.validity.from?;
    let mut dated =
        |date: PartialDate| identity::identify(&mut desk.memo, Claim { date: Some(date), ..claim }, home).0.key();
    let (first, last) = (dated(began)?, dated(citing)?);
    (first == last).then_some(first)
}

/// True if the year that a number prints and the day that stands with it are two years or more apart: "số 29/2013/NĐ-CP ngày
/// 14/3/2008" is that of either year. One year is a slip of the day alone.
pub(super) fn contradicts_itself(record: &Record, at: usize) -> bool {
    let printed = record.mentions[at].number.as_ref().and_then(|number| number.year);
    let apart = |printed: u16| record.mentions[at].date.is_some_and(|date| date.year_number().abs_diff(printed) > 1);
    printed.is_some_and(apart) && record.own_date(at).is_some()
}

/// What an identity lacks, as the rule of an ambiguous mention.
pub(super) fn lacking(identity: &Identity) -> &'static str {
    match identity.traits {
        Traits { series: None, .. } => "open:organ",
        Traits { kind: None, .. } => "open:kind",
        _ => "open:period",
    }
}

/// True if the held document cannot be the one that is meant although the keys are equal: it is later than the citing
/// paper, and neither the number nor a stated date says that it is meant all the same.
pub(super) fn cannot_be(mention: &Mention, citing: Option<PartialDate>, held: &Holding, corpus: &Corpus) -> bool {
    let Some(own) = corpus.first_record(held).document.date.filter(|date| date.is_full()) else { return false };
    let later = citing.is_some_and(|citing| citing.latest() < own.earliest());
    let stated = mention.date.is_some_and(|date| date.is_full() && date.agrees_with(own));
    let printed = mention.number.as_ref().is_some_and(|number| number.year.is_some());
    mention.class == Class::Numbered && later && !stated && !printed
}

/// How much of a mention's confidence a rule keeps.
pub(super) fn weight(rule: &str) -> f32 {
    match rule {
        "sibling" | "antecedent" | "own-series" => 0.97,
        "title" | "law-in-force" | "law-detailed" | "charter-in-force" | "known-name" | "organ-began" => 0.95,
        _ => 1.0,
    }
}
