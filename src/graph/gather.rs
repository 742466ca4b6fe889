//! References into what is said of each document: a tally of numbers, dates, issuers and titles, and who says it.
//!
//! Words of secret papers are not tallied unless they are allowed: of such papers outputs have number and date only.

use super::Stated;
use crate::corpus::Corpus;
use crate::date::PartialDate;
use crate::identity::{Key, Series};
use crate::mention::Mention;
use crate::record::Record;
use crate::reference::{Reference, Target};
use crate::text::fold::fold;
use crate::vocabulary::State;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// Everything that is said of one document.
#[derive(Debug, Default)]
pub(super) struct Gathered {
    pub(super) state: Option<State>,
    pub(super) series: Option<Arc<Series>>,
    pub(super) numbers: Tally,
    pub(super) kinds: Tally,
    pub(super) names: Tally,
    pub(super) dates: Tally,
    pub(super) issuers: Tally,
    pub(super) titles: Tally,
    /// Numbers that are written in no valid form.
    pub(super) malformed: BTreeSet<String>,
    /// Held documents that cite it, with their dates.
    pub(super) citing: BTreeMap<Key, Option<PartialDate>>,
    pub(super) provinces: BTreeSet<String>,
    pub(super) mentions: usize,
    /// Ids of the rows of the table of acts that links to it rest on.
    pub(super) acts: BTreeSet<String>,
}

/// Statements by their folded form: as written, how often, by whom.
#[derive(Debug, Default)]
pub(super) struct Tally {
    stated: BTreeMap<String, BTreeMap<String, (usize, BTreeSet<String>)>>,
}

impl Tally {
    fn add(&mut self, value: &str, path: &str) {
        let value = value.split_whitespace().collect::<Vec<_>>().join(" ");
        let value = value.trim_matches(['“', '”', '"', ' ', ',', ';', '.']);
        if value.is_empty() {
            return;
        }
        let spellings = self.stated.entry(fold(value)).or_default();
        let (count, by) = spellings.entry(value.to_string()).or_default();
        *count += 1;
        by.insert(path.to_string());
    }

    /// The most frequent first; of equals the longer, then in the order of the alphabet.
    pub(super) fn list(&self) -> Vec<Stated> {
        let mut all: Vec<Stated> = self
            .stated
            .values()
            .map(|spellings| {
                let (value, _) = spellings
                    .iter()
                    .max_by(|a, b| a.1.0.cmp(&b.1.0).then(b.0.cmp(a.0)))
                    .expect("a statement has a spelling");
                let by: BTreeSet<&String> = spellings.values().flat_map(|(_, by)| by).collect();
                Stated {
                    value: value.clone(),
                    mentions: spellings.values().map(|(count, _)| count).sum(),
                    by: by.into_iter().cloned().collect(),
                }
            })
            .collect();
        all.sort_by(|a, b| {
            b.mentions.cmp(&a.mentions).then(b.value.len().cmp(&a.value.len())).then(a.value.cmp(&b.value))
        });
        all
    }

    pub(super) fn first(&self) -> Option<String> {
        self.list().into_iter().next().map(|stated| stated.value)
    }
}

/// True if the words of the paper may stand in an output.
pub(super) fn is_open(record: &Record, allow_secret: bool) -> bool {
    allow_secret || record.document.secrecy.is_none()
}

/// Tallies every reference that has a document.
pub(super) fn gather(corpus: &Corpus, references: &[Reference], allow_secret: bool) -> BTreeMap<Key, Gathered> {
    let mut all: BTreeMap<Key, Gathered> = BTreeMap::new();
    for holding in &corpus.holdings {
        let gathered = all.entry(holding.key.clone()).or_default();
        gathered.state = Some(State::Held);
        gathered.series = holding.identity.series.clone();
    }
    for reference in references {
        let (Some(key), Some(citing)) = (reference.target.key(), corpus.holding_of(reference.record)) else { continue };
        let gathered = all.entry(key.clone()).or_default();
        gathered.state.get_or_insert(match reference.target {
            Target::Oral(_) => State::Oral,
            _ => State::Missing,
        });
        let record = &corpus.records[reference.record];
        if citing.key != *key {
            gathered.mentions += 1;
            gathered.citing.insert(citing.key.clone(), record.document.date);
            gathered.provinces.extend(record.document.province.clone());
        }
        if gathered.series.is_none() {
            gathered.series = reference.series.clone();
        }
        gathered.acts.extend(reference.act.clone());
        let mention = &record.mentions[reference.mention];
        state(gathered, mention, reference, record, is_open(record, allow_secret));
    }
    all
}

/// Tallies what one mention states.
fn state(gathered: &mut Gathered, mention: &Mention, reference: &Reference, record: &Record, open: bool) {
    let path = record.path.as_str();
    if let Some(number) = mention.number.as_ref().filter(|number| number.organ.is_some() || number.kind.is_some()) {
        gathered.numbers.add(&number.text, path);
        if number.malformed {
            gathered.malformed.insert(fold(&number.text));
        }
    }
    if let Some(date) = mention.date {
        gathered.dates.add(&date.to_string(), path);
    }
    if let Some(kind) = &mention.kind {
        gathered.kinds.add(kind, path);
    }
    if !open {
        return;
    }
    let issuer = mention.issuer_full.as_ref().or(reference.series.as_ref().and_then(|series| series.issuer.as_ref()));
    if let Some(issuer) = issuer {
        gathered.issuers.add(issuer, path);
    }
    if let Some(title) = &mention.title {
        gathered.titles.add(without_about(title), path);
    }
    match (&mention.name, &reference.target) {
        (Some(name), _) => gathered.names.add(name, path),
        (None, Target::Oral(_)) => gathered.names.add(&record.texts[reference.mention], path),
        _ => {}
    }
}

/// A title without the word that led to it: "về việc tổ chức …".
fn without_about(title: &str) -> &str {
    let title = title.trim_start_matches(['“', '”', '"', ' ']);
    ["về việc ", "Về việc ", "việc ", "về ", "Về "].iter().find_map(|word| title.strip_prefix(word)).unwrap_or(title)
}
