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
use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::sync::Arc;

/// Everything that is said of one document.
#[derive(Debug, Default)]
pub(super) struct Gathered<'c> {
    pub(super) state: Option<State>,
    pub(super) series: Option<&'c Arc<Series>>,
    pub(super) numbers: Tally<'c>,
    pub(super) kinds: Tally<'c>,
    pub(super) names: Tally<'c>,
    pub(super) dates: Vec<(PartialDate, &'c str)>,
    /// Years printed in its number.
    pub(super) printed: BTreeSet<u16>,
    /// The full dates that citations give in their own words, not by a list that they stand in.
    pub(super) own_dates: Vec<(PartialDate, &'c str)>,
    pub(super) issuers: Tally<'c>,
    /// Some citing text names the issuer; else its symbol tells it.
    pub(super) issuer_written: bool,
    pub(super) titles: Tally<'c>,
    /// Titles of citations that are written in full, with their date: behind a number alone a sentence may go on.
    pub(super) full_titles: Tally<'c>,
    /// Numbers that are written in no valid form.
    pub(super) malformed: BTreeSet<&'c str>,
    /// Held documents that cite it, with their dates.
    pub(super) citing: BTreeMap<&'c Key, Option<PartialDate>>,
    pub(super) provinces: BTreeSet<&'c str>,
    pub(super) mentions: usize,
}

/// Statements as written, and the files that make them.
#[derive(Debug, Default)]
pub(super) struct Tally<'c> {
    stated: Vec<(&'c str, &'c str)>,
}

impl<'c> Tally<'c> {
    fn add(&mut self, value: &'c str, path: &'c str) {
        self.stated.push((value, path));
    }

    /// Each statement once, by its folded form, in its most frequent spelling. The most frequent statement first; of equals
    /// the longer, then in the order of the alphabet.
    pub(super) fn list(&self) -> Vec<Stated> {
        let mut spellings: BTreeMap<&str, (usize, BTreeSet<&str>)> = BTreeMap::new();
        for (value, path) in &self.stated {
            let (count, by) = spellings.entry(value).or_default();
            *count += 1;
            by.insert(path);
        }
        let mut folded: BTreeMap<String, Vec<Stated>> = BTreeMap::new();
        for (value, (mentions, by)) in spellings {
            let value = value.split_whitespace().collect::<Vec<_>>().join(" ");
            let value = value.trim_matches(['“', '”', '"', ' ', ',', ';', '.']).to_string();
            if !value.is_empty() {
                let by = by.into_iter().map(str::to_owned).collect();
                folded.entry(fold(&value)).or_default().push(Stated { value, mentions, by });
            }
        }
        let mut all: Vec<Stated> = folded.into_values().filter_map(merge).collect();
        all.sort_by(|a, b| {
            b.mentions.cmp(&a.mentions).then(b.value.len().cmp(&a.value.len())).then(a.value.cmp(&b.value))
        });
        all
    }

    pub(super) fn first(&self) -> Option<String> {
        self.list().into_iter().next().map(|stated| stated.value)
    }
}

/// One statement in several spellings.
fn merge(mut spellings: Vec<Stated>) -> Option<Stated> {
    spellings.sort_by(|a, b| b.mentions.cmp(&a.mentions).then(a.value.cmp(&b.value)));
    let mut spellings = spellings.into_iter();
    let mut merged = spellings.next()?;
    for other in spellings {
        merged.mentions += other.mentions;
        merged.by.extend(other.by);
    }
    merged.by.sort();
    merged.by.dedup();
    Some(merged)
}

/// True if the words of the paper may stand in an output.
pub(super) fn is_open(record: &Record, allow_secret: bool) -> bool {
    allow_secret || record.document.secrecy.is_none()
}

/// Tallies every reference that has a document. Sorted by key.
pub(super) fn gather<'c>(
    corpus: &'c Corpus,
    references: &'c [Reference],
    allow_secret: bool,
) -> Vec<(&'c Key, Gathered<'c>)> {
    let mut all: HashMap<&Key, Gathered<'_>> = HashMap::with_capacity(corpus.holdings.len());
    for holding in &corpus.holdings {
        let gathered = all.entry(&holding.key).or_default();
        gathered.state = Some(State::Held);
        gathered.series = holding.identity.traits.series.as_ref();
    }
    for reference in references {
        let (Some(key), Some(citing)) = (reference.target.key(), corpus.holding_of(reference.record)) else { continue };
        let gathered = all.entry(key).or_default();
        gathered.state.get_or_insert(match reference.target {
            Target::Oral(_) => State::Oral,
            _ => State::Missing,
        });
        let record = &corpus.records[reference.record];
        if citing.key != *key {
            gathered.mentions += 1;
            gathered.citing.insert(&citing.key, record.document.date);
            gathered.provinces.extend(corpus.home(reference.record).province.as_deref());
            gathered.own_dates.extend(record.own_date(reference.mention).map(|date| (date, record.path.as_str())));
        }
        if gathered.series.is_none() {
            gathered.series = reference.series.as_ref();
        }
        let mention = &record.mentions[reference.mention];
        state(gathered, mention, reference, record, is_open(record, allow_secret));
    }
    let mut all: Vec<(&Key, Gathered<'_>)> = all.into_iter().collect();
    all.sort_unstable_by_key(|(key, _)| *key);
    all
}

/// Tallies what one mention states.
fn state<'c>(
    gathered: &mut Gathered<'c>,
    mention: &'c Mention,
    reference: &'c Reference,
    record: &'c Record,
    open: bool,
) {
    let path = record.path.as_str();
    if let Some(number) = mention.number.as_ref().filter(|number| number.organ.is_some() || number.kind.is_some()) {
        gathered.numbers.add(&number.text, path);
        gathered.printed.extend(number.year);
        if number.malformed {
            gathered.malformed.insert(&number.text);
        }
    }
    if let Some(date) = mention.day() {
        gathered.dates.push((date, path));
    }
    if let Some(kind) = &mention.kind {
        gathered.kinds.add(kind, path);
    }
    if !open {
        return;
    }
    let issuer =
        mention.issuer_full.as_deref().or(reference.series.as_ref().and_then(|series| series.issuer.as_deref()));
    if let Some(issuer) = issuer {
        gathered.issuers.add(issuer, path);
        gathered.issuer_written |= mention.issuer.is_some();
    }
    if let Some(title) = &mention.title {
        gathered.titles.add(without_about(title), path);
        if mention.date.is_some_and(PartialDate::is_full) {
            gathered.full_titles.add(without_about(title), path);
        }
    }
    match (&mention.name, &reference.target) {
        (Some(name), _) => gathered.names.add(name, path),
        (None, Target::Oral(_)) => gathered.names.add(&record.texts[reference.mention], path),
        _ => {}
    }
}

/// Dates as statements, the most frequent first, then the earliest.
pub(super) fn dates(stated: &[(PartialDate, &str)]) -> Vec<Stated> {
    let mut tally: BTreeMap<PartialDate, (usize, BTreeSet<&str>)> = BTreeMap::new();
    for (date, path) in stated {
        let (count, by) = tally.entry(*date).or_default();
        *count += 1;
        by.insert(path);
    }
    let mut all: Vec<(PartialDate, Stated)> = tally
        .into_iter()
        .map(|(date, (mentions, by))| {
            let by = by.into_iter().map(str::to_owned).collect();
            (date, Stated { value: date.to_string(), mentions, by })
        })
        .collect();
    all.sort_by_key(|(date, stated)| (Reverse(stated.mentions), *date));
    all.into_iter().map(|(_, stated)| stated).collect()
}

/// A title without the word that led to it: "về việc tổ chức …".
fn without_about(title: &str) -> &str {
    let title = title.trim_start_matches(['“', '”', '"', ' ']);
    ["về việc ", "Về việc ", "việc ", "về ", "Về "].iter().find_map(|word| title.strip_prefix(word)).unwrap_or(title)
}
