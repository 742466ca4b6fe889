//! Arrows as corrected: rejected, confirmed, pointed elsewhere, or saying something else.
//!
//! A correction is found again by file, sentence, the document that the arrow pointed to and what it said; the sentence of
//! a secret paper is not kept, so there file and document must do.

use super::{Change, Corrections, Line, Stage, Stale, Verdict, Why, absent, is_file, last_part};
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
    let (mut done, mut needless) = (BTreeSet::new(), BTreeSet::new());
    for reference in references {
        let Some(key) = reference.target.key().cloned() else { continue };
        // Where two lines mean it, one with its sentence and one without, the first counts.
        let mut aspects: Vec<&str> = Vec::new();
        for &at in by_target.get(key.id()).into_iter().flatten() {
            let line = lines[at];
            let Change::Edge(verdict) = &line.change else { continue };
            if !is_meant(line, reference, corpus) {
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
    let mut by_name: HashMap<&str, Vec<&str>> = HashMap::new();
    for record in &corpus.records {
        by_name.entry(last_part(&record.path)).or_default().push(&record.path);
    }
    let is_there = |line: &Line| {
        by_name.get(last_part(&line.path)).is_some_and(|paths| paths.iter().any(|path| is_file(&line.path, path)))
    };
    let files: BTreeSet<usize> = (0..lines.len()).filter(|&at| is_there(lines[at])).collect();
    let answered: BTreeSet<usize> = done.union(&needless).copied().collect();
    stale.extend(files.difference(&answered).map(|&at| lines[at].stale(Why::Changed)));
    absent(&lines, &files.union(&answered).copied().collect(), &mut stale);
    stale
}

fn is_meant(line: &Line, reference: &Reference, corpus: &Corpus) -> bool {
    let record = &corpus.records[reference.record];
    let relation = record.mentions[reference.mention].relation;
    let quote = || fold(&record.evidence[reference.mention].quote);
    // An arrow whose subject is open says no more than that it cites.
    let says = line.before == relation.code() || line.before == Relation::Cites.code();
    says && is_file(&line.path, &record.path) && (line.quote.is_empty() || fold(&line.quote) == quote())
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
