//! A corpus and its references into a graph.

use super::gather::{gather, is_open};
use super::{Collection, Edge, Evidence, Graph, NodeIndex, Unresolved};
use super::{addressed, bounds, describe, joins};
use crate::corpus::Corpus;
use crate::identity::Key;
use crate::lexicon::Lexicon;
use crate::mention::Mention;
use crate::record::Record;
use crate::reference::{Reference, Target};
use crate::registry::Registry;
use crate::vocabulary::{Relation, State};
use petgraph::graph::DiGraph;
use sha2::{Digest, Sha256};
use std::collections::{BTreeMap, HashMap};

/// What stands in an output in place of the words of a secret paper.
pub(crate) const WITHHELD: &str = "[văn bản mật: không trích dẫn · secret document: not quoted]";

/// How to connect.
#[derive(Clone, Debug, Default)]
pub struct Options {
    /// Quote documents marked MẬT, TỐI MẬT, TUYỆT MẬT. Otherwise only their number and date are given.
    pub allow_secret: bool,
    /// What is known of missing sources besides the named acts.
    pub registry: Registry,
}

/// Connects the references of a corpus. Linear but for sorting; the same whatever the order of the files.
pub fn connect(corpus: &Corpus, references: &[Reference], lexicon: &Lexicon, options: &Options) -> Graph {
    let gathered = gather(corpus, references, options.allow_secret);
    let registries = [&options.registry, &Registry::shipped(lexicon)];
    let mut graph: DiGraph<super::Node, Edge> = DiGraph::with_capacity(gathered.len(), references.len());
    for (key, said) in &gathered {
        graph.add_node(describe::describe(key, said, corpus, &registries, options));
    }
    let index: HashMap<&Key, NodeIndex> = gathered.iter().map(|(key, _)| *key).zip(graph.node_indices()).collect();
    for ((from, to, ..), edge) in edges(corpus, references, &index, options) {
        graph.add_edge(from, to, edge);
    }
    bounds::bound(&mut graph, &gathered);
    let pieces = joins::pieces(&graph);
    for (node, pieces) in graph.node_weights_mut().zip(pieces).filter(|(node, _)| node.state == State::Missing) {
        node.dossier.joins = pieces;
    }
    describe::succession(&mut graph, lexicon);
    let addressed = corpus
        .holdings
        .iter()
        .flat_map(|holding| addressed::addressed(corpus, holding, index[&holding.key], lexicon, options))
        .collect();
    let unresolved = unresolved(corpus, references, options);
    Graph { graph, addressed, unresolved, collection: collection(corpus) }
}

/// From, to, relation, and whether it is only read in another document.
type Tie = (NodeIndex, NodeIndex, Relation, bool);

/// One edge for each tie, with all that says so.
fn edges(
    corpus: &Corpus,
    references: &[Reference],
    index: &HashMap<&Key, NodeIndex>,
    options: &Options,
) -> BTreeMap<Tie, Edge> {
    let mut edges: BTreeMap<Tie, Edge> = BTreeMap::new();
    for of_record in references.chunk_by(|a, b| a.record == b.record) {
        for reference in of_record {
            let Some(tie) = tie(corpus, of_record, reference, index) else { continue };
            let evidence = evidence(&corpus.records[reference.record], reference.mention, options);
            let edge = edges.entry(tie).or_insert_with(|| Edge {
                relation: tie.2,
                direct: !tie.3,
                rule: reference.rule.into(),
                act: reference.act.as_deref().map(str::to_owned),
                confidence: reference.confidence,
                evidence: Vec::new(),
                rules: Vec::new(),
            });
            if reference.confidence > edge.confidence {
                edge.confidence = reference.confidence;
                edge.rule = reference.rule.into();
                edge.act = reference.act.as_deref().map(str::to_owned);
            }
            edge.evidence.push(evidence);
            edge.rules.push(reference.rule);
        }
    }
    for edge in edges.values_mut() {
        let mut places: Vec<(Evidence, &str)> = edge.evidence.drain(..).zip(edge.rules.drain(..)).collect();
        places.sort_by(|(a, _), (b, _)| (&a.path, a.start, a.end).cmp(&(&b.path, b.start, b.end)));
        (edge.evidence, edge.rules) = places.into_iter().unzip();
    }
    edges
}

/// What a reference ties, given all references of its record. Nothing if it has no document, or means its own.
fn tie(
    corpus: &Corpus,
    of_record: &[Reference],
    reference: &Reference,
    index: &HashMap<&Key, NodeIndex>,
) -> Option<Tie> {
    let to = reference.target.key()?;
    let own = &corpus.holding_of(reference.record)?.key;
    let mention = mention_of(corpus, reference);
    let said = reference.relation.unwrap_or(mention.relation);
    let subject = mention.subject.checked_sub(1).map(|before| {
        // Ids count from 1, so the subject mostly stands at its own place.
        let is_subject = |other: &&Reference| mention_of(corpus, other).id == mention.subject;
        let guess = usize::try_from(before).ok().and_then(|at| of_record.get(at)).filter(is_subject);
        guess.or_else(|| of_record.iter().find(is_subject)).and_then(|subject| subject.target.key())
    });
    let (from, relation) = match subject {
        None => (own, said),
        Some(Some(subject)) => (subject, said),
        // Which document stands in the relation is open; that this paper names the document is not.
        Some(None) => (own, reference.relation.unwrap_or(Relation::Cites)),
    };
    (from != to).then(|| (index[from], index[to], relation, from != own))
}

fn mention_of<'c>(corpus: &'c Corpus, reference: &Reference) -> &'c Mention {
    &corpus.records[reference.record].mentions[reference.mention]
}

fn evidence(record: &Record, mention: usize, options: &Options) -> Evidence {
    let evidence = record.evidence[mention].clone();
    if is_open(record, options.allow_secret) {
        evidence
    } else {
        Evidence { quote: WITHHELD.into(), source: None, ..evidence }
    }
}

/// The ambiguous mentions, in the order of files and text.
fn unresolved(corpus: &Corpus, references: &[Reference], options: &Options) -> Vec<Unresolved> {
    let ambiguous = references.iter().filter_map(|reference| match &reference.target {
        Target::Ambiguous(candidates) => Some((reference, candidates)),
        _ => None,
    });
    ambiguous
        .map(|(reference, candidates)| {
            let record = &corpus.records[reference.record];
            let place = &record.evidence[reference.mention];
            let open = is_open(record, options.allow_secret);
            Unresolved {
                path: place.path.to_string(),
                start: place.start,
                end: place.end,
                line: place.line,
                text: if open { record.texts[reference.mention].clone() } else { WITHHELD.into() },
                state: "ambiguous",
                candidates: candidates.iter().map(|key| key.id().to_string()).collect(),
                rule: reference.rule.into(),
            }
        })
        .collect()
}

/// Counts and hashes what was read: names and contents, sorted by name.
fn collection(corpus: &Corpus) -> Collection {
    let mut hash = Sha256::new();
    for record in &corpus.records {
        hash.update(record.path.as_bytes());
        hash.update([0]);
        hash.update(record.fingerprint);
    }
    let sha256 = hash.finalize().iter().map(|byte| format!("{byte:02x}")).collect();
    Collection { luocdo: env!("CARGO_PKG_VERSION").into(), files: corpus.records.len(), sha256 }
}
