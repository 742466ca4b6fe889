//! Rules for numbers that do not tell their full key by themselves.
//!
//! In this order, each only where it leaves one document: the antecedent that the words name; a fuller mention of the same
//! number in the same paper; the words about it, if they are the title of a known act; the paper's own series, for what it
//! amends or repeals under its own symbol; the organ's beginning, if the organ did not exist in any earlier period. Two rules that find different documents decide nothing.

use super::{Desk, Reading, title};
use crate::corpus::{Corpus, Holding};
use crate::date::PartialDate;
use crate::identity::{self, Identity, Key};
use crate::lexicon::Home;
use crate::mention::Mention;
use crate::record::Record;
use crate::vocabulary::{Class, Relation};
use std::collections::{BTreeSet, HashMap};

/// Settles the open numbers of a document, in place.
pub(super) fn settle_numbers(
    desk: &mut Desk<'_>,
    record: &Record,
    home: &Home,
    holding: &Holding,
    place: &HashMap<u32, usize>,
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
    place: &HashMap<u32, usize>,
    readings: &mut [Reading],
) {
    let fuller = Fuller::of(record, holding, readings);
    for (at, mention) in record.mentions.iter().enumerate() {
        let Some(told) = readings[at].identity.clone().filter(|_| readings[at].key.is_none()) else { continue };
        let named = mention.antecedent.and_then(|id| place.get(&id)).and_then(|&before| {
            let before = &readings[before];
            before.key.clone().filter(|_| before.identity.as_ref().is_none_or(|known| known.count == told.count))
        });
        if let Some(key) = named {
            readings[at].fix(key, "antecedent", None);
            continue;
        }
        let siblings = fuller.keys(&told, mention);
        let known = known_act(desk, &told, mention, record.document.date);
        match (siblings.len(), known) {
            (1, None) => readings[at].fix(siblings.into_iter().next().expect("one"), "sibling", None),
            (1, Some((act, key))) if siblings.contains(&key) => readings[at].fix(key, "sibling", Some(&act)),
            (0, Some((act, key))) => readings[at].fix(key, "title", Some(&act)),
            (count, Some((act, key))) if count > 1 && siblings.contains(&key) => {
                readings[at].fix(key, "title", Some(&act))
            }
            (0, None) => {
                if let Some(key) = own_series(desk, &told, mention, record, home, holding) {
                    readings[at].fix(key, "own-series", None);
                } else if let Some(key) = since_beginning(desk, mention, home) {
                    readings[at].fix(key, "organ-began", None);
                }
            }
            (_, known) => readings[at].rivals = siblings.into_iter().chain(known.map(|(_, key)| key)).collect(),
        }
    }
}

/// A number told in full, its key, and the words about it.
type Told<'r> = (Identity, Key, Option<&'r str>);

/// The fuller mentions of a document, by count.
struct Fuller<'r> {
    by_count: HashMap<&'r str, Vec<Told<'r>>>,
}

impl<'r> Fuller<'r> {
    fn of(record: &'r Record, holding: &'r Holding, readings: &[Reading]) -> Self {
        let mut by_count: HashMap<&str, Vec<_>> = HashMap::new();
        if let Some(count) = holding.identity.count.as_deref() {
            let own = (holding.identity.clone(), holding.key.clone(), record.document.subject.as_deref());
            by_count.entry(count).or_default().push(own);
        }
        for (mention, reading) in record.mentions.iter().zip(readings) {
            let (Some(number), Some(identity), Some(key)) = (&mention.number, &reading.identity, &reading.key) else {
                continue;
            };
            // What was settled by an antecedent has it here already, with the words about it.
            if matches!(reading.rule, "sibling" | "antecedent") {
                continue;
            }
            by_count.entry(&number.count).or_default().push((identity.clone(), key.clone(), mention.title.as_deref()));
        }
        Self { by_count }
    }

    /// The documents that the open number can mean among them.
    fn keys(&self, told: &Identity, mention: &Mention) -> BTreeSet<Key> {
        // A count alone, without kind or symbol, is no name of a document.
        if told.kind.is_none() && told.symbol.is_none() {
            return BTreeSet::new();
        }
        let count = told.count.as_deref().unwrap_or_default();
        let agreeing = || self.by_count.get(count).into_iter().flatten().filter(|(known, ..)| told.agrees_with(known));
        let about_else = |title: &Option<&str>| matches!((mention.title.as_deref(), title), (Some(own), Some(other)) if title::contradict(own, other));
        let other: BTreeSet<&Key> =
            agreeing().filter(|(_, _, title)| about_else(title)).map(|(_, key, _)| key).collect();
        agreeing().map(|(_, key, _)| key).filter(|key| !other.contains(key)).cloned().collect()
    }
}

/// The known act whose title stands with the number. Only acts of central organs: every province has a letter about the
/// same campaign, and their numbers may be equal.
fn known_act(
    desk: &mut Desk<'_>,
    told: &Identity,
    mention: &Mention,
    citing: Option<PartialDate>,
) -> Option<(String, Key)> {
    let words = mention.title.as_deref()?;
    let written = &mention.number.as_ref()?.text;
    let mut acts = desk.registry.agreeing(&mut desk.memo, told, written, mention.kind.as_deref(), citing);
    acts.retain(|(act, _)| desk.registry.is_central(&mut desk.memo, act));
    super::Registry::by_title(&acts, words).map(|(act, key)| (act.id.clone(), key))
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
    let claimed = Mention { issuer_full: record.document.issuer.clone(), ..mention.clone() };
    identity::of_mention(&mut desk.memo, &claimed, home)?.key()
}

/// The key, if the organ's first day and the citing document's date lie in one numbering period: a central organ that
/// began in this term or year numbered nothing before, and nothing later is cited.
fn since_beginning(desk: &mut Desk<'_>, mention: &Mention, home: &Home) -> Option<Key> {
    let lexicon = desk.memo.lexicon;
    let number = mention.number.as_ref()?;
    let citing = home.date?;
    let symbol = number.organ.as_deref()?;
    let organ = lexicon.organs.by_symbol(symbol, Some(citing)).filter(|organ| !organ.territorial)?;
    let began = organ.validity.from?;
    let mut dated = |date: PartialDate| {
        let dated = Mention { date: Some(date), ..mention.clone() };
        identity::of_mention(&mut desk.memo, &dated, home)?.key()
    };
    let (first, last) = (dated(began)?, dated(citing)?);
    (first == last).then_some(first)
}

/// What an identity lacks, as the rule of an ambiguous mention.
pub(super) fn lacking(identity: &Identity) -> &'static str {
    match identity {
        Identity { series: None, .. } => "open:organ",
        Identity { kind: None, .. } => "open:kind",
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
        "title" | "law-in-force" | "charter-in-force" | "known-name" | "organ-began" => 0.95,
        _ => 1.0,
    }
}
