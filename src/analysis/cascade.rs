//! What came of a document: the documents that act on it, those that act on them, and so on down to the addressed units.
//!
//! A depth-first walk against the arrows, because an arrow runs from the later, acting document to its source. A document
//! that promulgates a regulation stands above it, so that relation is walked along the arrow. Cost: nodes plus edges of the
//! part reached, each expanded once; a document that is reached again is listed and marked, not expanded again.

use crate::graph::{EdgeIndex, Graph, Node, NodeIndex};
use crate::vocabulary::{Purpose, Relation};
use petgraph::Direction;
use petgraph::visit::EdgeRef;
use std::collections::BTreeMap;

/// Which relations carry a cascade.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Scope {
    /// The relations that are followed.
    pub relations: Vec<Relation>,
}

impl Default for Scope {
    /// Relations by which a document acts on another. Left out: `cites`, `responds`, `follows`, `publishes`, `translates`,
    /// which carry no directive down.
    fn default() -> Self {
        let idle = [Relation::Cites, Relation::Responds, Relation::Follows, Relation::Publishes, Relation::Translates];
        Self { relations: Relation::ALL.iter().copied().filter(|relation| !idle.contains(relation)).collect() }
    }
}

impl Scope {
    /// Every relation.
    pub fn every() -> Self {
        Self { relations: Relation::ALL.to_vec() }
    }

    /// The documents one step below `node`, and the edges that say so, in order of date and id.
    pub(super) fn below(&self, graph: &Graph, node: NodeIndex) -> Vec<(NodeIndex, Vec<EdgeIndex>)> {
        let mut steps: BTreeMap<NodeIndex, Vec<EdgeIndex>> = BTreeMap::new();
        for edge in graph.graph.edges_directed(node, Direction::Incoming) {
            if edge.weight().relation != Relation::Promulgates && self.relations.contains(&edge.weight().relation) {
                steps.entry(edge.source()).or_default().push(edge.id());
            }
        }
        for edge in graph.graph.edges_directed(node, Direction::Outgoing) {
            if edge.weight().relation == Relation::Promulgates && self.relations.contains(&Relation::Promulgates) {
                steps.entry(edge.target()).or_default().push(edge.id());
            }
        }
        let mut steps: Vec<_> = steps.into_iter().filter(|(next, _)| *next != node).collect();
        for (_, edges) in &mut steps {
            edges.sort_unstable();
        }
        steps.sort_by_key(|(next, _)| (time(&graph.graph[*next]), *next));
        steps
    }
}

/// Dated documents first, in order of time.
fn time(node: &Node) -> (bool, Option<chrono::NaiveDate>) {
    let earliest = node.date.or(node.not_before).or(node.not_after).map(|date| date.earliest());
    (earliest.is_none(), earliest)
}

/// The cascade below a document, as a tree written line by line.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Cascade {
    /// The document itself first, then each document below it under the one it acts on.
    pub rows: Vec<Row>,
}

/// One document in a cascade.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// Steps below the top, which is 0.
    pub depth: usize,
    /// The document.
    pub node: NodeIndex,
    /// What ties it to the row it stands under: every edge between the two. Empty at the top.
    pub edges: Vec<EdgeIndex>,
    /// It stands further up in the tree with all that is below it.
    pub repeated: bool,
    /// Indices into `graph.addressed`: the units it is sent to, to act. Empty where `repeated`.
    pub addressed: Vec<usize>,
}

/// The cascade below `top`.
pub fn cascade(graph: &Graph, top: NodeIndex, scope: &Scope) -> Cascade {
    let mut addressed: BTreeMap<NodeIndex, Vec<usize>> = BTreeMap::new();
    for (index, sent) in graph.addressed.iter().enumerate().filter(|(_, sent)| sent.purpose == Purpose::Act) {
        addressed.entry(sent.node).or_default().push(index);
    }
    let mut shown = vec![false; graph.graph.node_count()];
    let mut rows = Vec::new();
    let mut waiting = vec![(0, top, Vec::new())];
    while let Some((depth, node, edges)) = waiting.pop() {
        let repeated = std::mem::replace(&mut shown[node.index()], true);
        let units = if repeated { Vec::new() } else { addressed.get(&node).cloned().unwrap_or_default() };
        rows.push(Row { depth, node, edges, repeated, addressed: units });
        if !repeated {
            waiting.extend(scope.below(graph, node).into_iter().rev().map(|(next, edges)| (depth + 1, next, edges)));
        }
    }
    Cascade { rows }
}

#[cfg(test)]
mod tests {
    use super::super::small::{graph, send};
    use super::*;

    fn tree(graph: &Graph, top: &str, scope: &Scope) -> Vec<String> {
        let top = graph.graph.node_indices().find(|&n| graph.graph[n].id == top).unwrap();
        cascade(graph, top, scope)
            .rows
            .iter()
            .map(|row| {
                let units: Vec<&str> = row.addressed.iter().map(|&i| graph.addressed[i].unit.as_str()).collect();
                let mark = if row.repeated { "*" } else { "" };
                format!("{}{}{mark}{}", "-".repeat(row.depth), graph.graph[row.node].id, units.join(","))
            })
            .collect()
    }

    #[test]
    fn a_cascade_runs_against_the_arrows_down_to_the_units() {
        let mut graph = graph(&[
            ("~hd", Relation::Implements, "ct"),
            ("letter", Relation::Basis, "hd"),
            ("letter", Relation::Implements, "ct"),
        ]);
        send(&mut graph, "letter", ">districts", Purpose::Act);
        send(&mut graph, "letter", ">archive", Purpose::Keep);
        assert_eq!(tree(&graph, "ct", &Scope::default()), ["ct", "-hd", "--letter>districts", "-letter*"]);
    }

    #[test]
    fn a_mere_citation_carries_nothing_down() {
        let graph = graph(&[("reply", Relation::Responds, "ct"), ("note", Relation::Cites, "ct")]);
        assert_eq!(tree(&graph, "ct", &Scope::default()), ["ct"]);
        assert_eq!(tree(&graph, "ct", &Scope::every()), ["ct", "-note", "-reply"]);
    }

    #[test]
    fn a_regulation_stands_below_the_decision_that_issues_it() {
        let graph =
            graph(&[("qd", Relation::Promulgates, "qd#quy-che"), ("letter", Relation::Implements, "qd#quy-che")]);
        assert_eq!(tree(&graph, "qd", &Scope::default()), ["qd", "-qd#quy-che", "--letter"]);
        assert_eq!(tree(&graph, "qd#quy-che", &Scope::default()), ["qd#quy-che", "-letter"]);
    }

    #[test]
    fn a_circle_ends() {
        let graph = graph(&[("a", Relation::Basis, "b"), ("b", Relation::Basis, "a")]);
        assert_eq!(tree(&graph, "a", &Scope::default()), ["a", "-b", "--a*"]);
    }
}
