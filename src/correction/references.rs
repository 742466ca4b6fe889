//! Arrows as corrected: rejected, confirmed, pointed elsewhere, or saying something else.
//!
//! A correction is found again by file, sentence, the document that the arrow pointed to and what it said; the sentence of
//! a secret paper is not kept, so there file and document must do.

use super::place::meant;
use super::{Change, Corrections, Line, Stage, Stale, Verdict, Why};
use crate::corpus::Corpus;
use crate::graph::{Edge, Graph, NodeIndex, WITHHELD};
use crate::identity::Key;
use crate::reference::{Reference, Target};
use crate::text::fold::fold;
use crate::vocabulary::Relation;
use std::collections::{BTreeSet, HashMap};

/// The rule of an arrow that a person has rejected.
pub const REJECTED: &str = "rejected";

/// Corrects what mentions mean, after they are resolved. Linear: a look-up for each reference.
pub fn correct_references(corpus: &Corpus, references: &mut [Reference], corrections: &Corrections) -> Vec<Stale> {
    let lines: Vec<&Line> = corrections.about(Stage::References).collect();
    if lines.is_empty() {
        return Vec::new();
    }
    let mut by_target: HashMap<&str, Vec<usize>> = HashMap::new();
    for (at, line) in lines.iter().enumerate() {
        by_target.entry(&line.id).or_default().push(at);
        if let Change::Edge(Verdict::To(id)) = &line.change {
            by_target.entry(id).or_default().push(at);
        }
    }
    let files = meant(&lines, &corrections.folder, &corpus.records);
    let (mut done, mut needless) = (BTreeSet::new(), BTreeSet::new());
    for reference in references {
        let Some(key) = reference.target.key().cloned() else { continue };
        // Where two lines mean it, one with its sentence and one without, the first counts.
        let mut aspects: Vec<&str> = Vec::new();
        for &at in by_target.get(key.id()).into_iter().flatten() {
            let line = lines[at];
            let Change::Edge(verdict) = &line.change else { continue };
            let is_file = files[at].as_ref().is_ok_and(|found| found.contains(&reference.record));
            if !is_file || !is_meant(line, reference, corpus) {
                continue;
            }
            if matches!(verdict, Verdict::To(id) if id == key.id()) {
                needless.insert(at);
                continue;
            }
            done.insert(at);
            if !aspects.contains(&line.change.aspect()) {
                aspects.push(line.change.aspect());
                apply(verdict, reference, corpus);
            }
        }
    }
    let mut stale: Vec<Stale> = needless.difference(&done).map(|&at| lines[at].stale(Why::Needless)).collect();
    for (at, line) in lines.iter().enumerate().filter(|(at, _)| !done.contains(at) && !needless.contains(at)) {
        stale.push(line.stale(*files[at].as_ref().err().unwrap_or(&Why::Changed)));
    }
    stale
}

fn is_meant(line: &Line, reference: &Reference, corpus: &Corpus) -> bool {
    let record = &corpus.records[reference.record];
    let relation = record.mentions[reference.mention].relation;
    let quote = || fold(&record.evidence[reference.mention].quote);
    // An arrow whose subject is open says no more than that it cites.
    let says = line.before == relation.code() || line.before == Relation::Cites.code();
    says && (line.quote.is_empty() || fold(&line.quote) == quote())
}

fn apply(verdict: &Verdict, reference: &mut Reference, corpus: &Corpus) {
    match verdict {
        Verdict::Reject => {
            reference.target = Target::Ambiguous(Vec::new());
            reference.rule = REJECTED;
        }
        Verdict::Confirm => {
            reference.rule = "confirmed";
            reference.confidence = 1.0;
        }
        Verdict::To(id) => {
            let key = Key::new(id);
            let held = corpus.holding(&key).is_some();
            reference.target = if held { Target::Held(key) } else { Target::Missing(key) };
            (reference.rule, reference.act, reference.series) = ("corrected", None, None);
            reference.confidence = 1.0;
        }
        Verdict::Relation(relation) => {
            reference.relation = Some(*relation);
            if reference.rule != REJECTED {
                reference.rule = "corrected";
            }
            reference.confidence = 1.0;
        }
    }
}

/// The lines that say so of an arrow, one for each sentence that it rests on.
pub fn edge_lines(graph: &Graph, edge: &Edge, to: NodeIndex, verdict: &Verdict, reason: &str) -> Vec<Line> {
    let mut lines: Vec<Line> = Vec::new();
    for place in &edge.evidence {
        let line = Line {
            line: 0,
            path: place.path.to_string(),
            quote: if place.quote == WITHHELD { String::new() } else { place.quote.to_string() },
            id: graph.graph[to].id.clone(),
            before: edge.relation.code().to_owned(),
            change: Change::Edge(verdict.clone()),
            reason: reason.to_owned(),
        };
        if !lines.contains(&line) {
            lines.push(line);
        }
    }
    lines
}
