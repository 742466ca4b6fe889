//! What is said of a document into its card.
//!
//! A held document speaks for itself. Of a missing one the majority of the citing texts counts and the dissenters stay in
//! the dossier; what no text says is completed from a registry, and marked. A day that a registry knows counts before what
//! the texts say of it, and a day of another year than the number prints is a slip.

use super::gather::{self, Gathered, is_open};
use super::{Dossier, Edge, Node, Options, dissent};
use crate::corpus::{Corpus, Holding};
use crate::date::PartialDate;
use crate::identity::Key;
use crate::lexicon::{Lexicon, Succession};
use crate::registry::{Entry, Registry};
use crate::text::fold::fold;
use crate::vocabulary::State;
use petgraph::graph::DiGraph;
use smol_str::SmolStr;
use std::collections::HashMap;

/// The card of a document.
pub(super) fn describe(
    key: &Key,
    gathered: &Gathered<'_>,
    corpus: &Corpus,
    registries: &[&Registry],
    options: &Options,
) -> Node {
    let state = gathered.state.unwrap_or(State::Missing);
    let dates = || gathered.citing.values().flatten().copied();
    let first_cited = dates().min_by_key(|date| (date.earliest(), *date));
    let last_cited = dates().max_by_key(|date| (date.latest(), *date));
    let mut node = Node {
        id: key.id().to_string(),
        state,
        held: state == State::Held,
        cited_by: gathered.citing.len(),
        mentions: gathered.mentions,
        cited_from: gathered.provinces.iter().map(|province| (*province).to_string()).collect(),
        dossier: Dossier {
            numbers: gathered.numbers.list(),
            dates: gather::dates(&gathered.dates),
            issuers: gathered.issuers.list(),
            titles: gathered.titles.list(),
            first_cited,
            last_cited,
            first_by: files_of(corpus, gathered, first_cited),
            last_by: files_of(corpus, gathered, last_cited),
            ..Dossier::default()
        },
        ..Node::default()
    };
    let entry = registries.iter().find_map(|registry| registry.entry(key));
    match corpus.holding(key) {
        Some(holding) => own_words(&mut node, holding, corpus, options),
        None => words_of_others(&mut node, gathered, entry),
    }
    let said = if node.held { node.date } else { majority(gathered, |_| true) };
    node.dossier.registry = entry.and_then(|entry| dissent::against_registry(&node, said, entry));
    if let Some(date) = entry.map(|entry| entry.date).filter(|date| date.is_full() && !node.held) {
        node.dossier.from_registry |= node.date != Some(date);
        node.date = Some(date);
    }
    node.dossier.dissent = dissent::dissent(&node, &gather::dates(&gathered.own_dates), &gathered.full_titles.list());
    node
}

/// The files of the documents of this date that cite.
fn files_of(corpus: &Corpus, gathered: &Gathered<'_>, date: Option<PartialDate>) -> Vec<String> {
    let of_date = gathered.citing.iter().filter(|(_, own)| date.is_some() && **own == date);
    let mut files: Vec<String> =
        of_date.filter_map(|(key, _)| Some(corpus.first_record(corpus.holding(key)?).path.clone())).collect();
    files.sort();
    files
}

/// Tells what has become of the issuers: each name, province and day is looked up once.
pub(super) fn succession(graph: &mut DiGraph<Node, Edge>, lexicon: &Lexicon) {
    let mut known: HashMap<(String, Option<String>, PartialDate), Option<String>> = HashMap::new();
    for node in graph.node_weights_mut() {
        let (Some(issuer), Some(date)) = (&node.issuer, node.date.or(node.not_after)) else { continue };
        let asked = (issuer.clone(), node.province.clone(), date);
        let now = known.entry(asked).or_insert_with_key(|(issuer, province, date)| {
            match lexicon.succession(issuer, province.as_deref(), *date) {
                Succession::Followed(seats) => {
                    Some(seats.into_iter().map(|seat| seat.name).collect::<Vec<_>>().join("; "))
                }
                Succession::Same | Succession::Ended | Succession::Unknown => None,
            }
        });
        node.issuer_now.clone_from(now);
    }
}

fn own_words(node: &mut Node, holding: &Holding, corpus: &Corpus, options: &Options) {
    let record = corpus.first_record(holding);
    let document = &record.document;
    let open = holding.records.iter().all(|&at| is_open(&corpus.records[at], options.allow_secret));
    node.number = document.number.as_ref().map(|number| number.text.to_string());
    node.malformed = document.number.as_ref().is_some_and(|number| number.malformed);
    node.kind = owned(&document.kind);
    node.issuer = owned(&document.issuer);
    node.issuer_from = document.issuer_from;
    node.system = document.system;
    node.level = document.level;
    node.province = owned(&corpus.home(holding.records[0]).province);
    node.date = document.date;
    node.title = document.subject.clone().filter(|_| open);
    node.draft = document.draft || (document.number.is_none() && document.blank_symbol.is_some());
    node.files = holding.records.iter().map(|&at| corpus.records[at].path.clone()).collect();
    node.files.sort();
    node.secrecy = holding.records.iter().find_map(|&at| owned(&corpus.records[at].document.secrecy));
    if !open {
        (node.issuer, node.issuer_from) = (None, None);
        node.dossier.titles.clear();
        node.dossier.issuers.clear();
    }
}

fn words_of_others(node: &mut Node, gathered: &Gathered<'_>, entry: Option<&Entry>) {
    // A valid spelling counts before one that no office uses.
    let malformed: Vec<String> = gathered.malformed.iter().map(|number| fold(number)).collect();
    let numbers = &node.dossier.numbers;
    let valid = numbers.iter().find(|stated| !malformed.contains(&fold(&stated.value)));
    node.malformed = valid.is_none() && !malformed.is_empty();
    node.number = valid.or(numbers.first()).map(|stated| stated.value.clone());
    node.kind = gathered.kinds.first();
    node.name = if node.number.is_none() { gathered.names.first() } else { None };
    let printed = &gathered.printed;
    node.date = majority(gathered, |date| printed.is_empty() || printed.contains(&date.year_number()));
    node.title = gathered.full_titles.first().or_else(|| gathered.titles.first());
    if let Some(series) = gathered.series {
        (node.system, node.level, node.province) = (series.system, series.level, owned(&series.province));
    }
    node.issuer = node.dossier.issuers.first().map(|stated| stated.value.clone());
    node.issuer_from = node.issuer.as_ref().map(|_| if gathered.issuer_written { "citation" } else { "symbol" });
    if let Some(entry) = entry {
        complete(node, entry);
    }
}

/// The date that most of the citing texts give, of those that can be: a full one before a year, one of a citation's own words
/// before that of a list.
fn majority(gathered: &Gathered<'_>, can_be: impl Fn(PartialDate) -> bool) -> Option<PartialDate> {
    let stated = |dates: &[(PartialDate, &str)]| -> Vec<PartialDate> {
        let listed = gather::dates(dates).into_iter().filter_map(|stated| stated.value.parse().ok());
        listed.filter(|date| can_be(*date)).collect()
    };
    let (own, all) = (stated(&gathered.own_dates), stated(&gathered.dates));
    own.first().or_else(|| all.iter().find(|date| date.is_full())).or(all.first()).copied()
}

fn owned(words: &Option<SmolStr>) -> Option<String> {
    words.as_deref().map(str::to_owned)
}

/// Fills what no text says from a registry.
fn complete(node: &mut Node, entry: &Entry) {
    let mut fill = |slot: &mut Option<String>, value: Option<String>| {
        if slot.is_none() && value.is_some() {
            *slot = value;
            node.dossier.from_registry = true;
        }
    };
    fill(&mut node.number, entry.number.clone());
    fill(&mut node.kind, Some(entry.kind.clone()));
    fill(&mut node.title, entry.number.is_some().then(|| entry.title.clone()));
    if node.issuer.is_none() {
        node.issuer_from = Some("registry");
    }
    fill(&mut node.issuer, Some(entry.issuer.clone()));
    if node.date.is_none() {
        node.date = Some(entry.date);
        node.dossier.from_registry = true;
    }
    if let Some(series) = &entry.series {
        node.system = node.system.or(series.system);
        node.level = node.level.or(series.level);
        node.province = node.province.take().or(owned(&series.province));
    }
}
