//! Answers about a graph: what came of a document, by which ways it reached another, which missing sources matter most.
//!
//! One file per algorithm. Each says what it computes, what it costs, and what it leaves out; none changes the graph.

mod cascade;
mod paths;
mod rank;

pub use cascade::{Cascade, Row, Scope, cascade};
pub use paths::{Path, Paths, paths};
pub use rank::{by_weight, missing_by_weight};

#[cfg(test)]
mod small {
    //! Small graphs for the tests of this module.

    use crate::graph::{Addressed, Edge, Evidence, Graph, Node};
    use crate::vocabulary::{Purpose, Relation};

    /// A graph of `from relation to` triples; a leading `~` makes the edge indirect. Nodes are sorted by id.
    pub(super) fn graph(edges: &[(&str, Relation, &str)]) -> Graph {
        let mut ids: Vec<&str> = edges.iter().flat_map(|(from, _, to)| [from.trim_start_matches('~'), *to]).collect();
        ids.sort_unstable();
        ids.dedup();
        let mut graph = Graph::default();
        for id in &ids {
            graph.graph.add_node(Node { id: (*id).to_string(), ..Node::default() });
        }
        let index = |id: &str| petgraph::graph::NodeIndex::new(ids.binary_search(&id).expect("listed above"));
        for (from, relation, to) in edges {
            let edge = Edge {
                relation: *relation,
                direct: !from.starts_with('~'),
                rule: "number".into(),
                act: None,
                confidence: 1.0,
                evidence: vec![Evidence { path: format!("{from}.txt").into(), ..Evidence::default() }],
                rules: vec!["number"],
            };
            graph.graph.add_edge(index(from.trim_start_matches('~')), index(to), edge);
        }
        graph
    }

    /// Sends a document to a unit.
    pub(super) fn send(graph: &mut Graph, from: &str, unit: &str, purpose: Purpose) {
        let node = graph.graph.node_indices().find(|&n| graph.graph[n].id == from).expect("a node of the graph");
        graph.addressed.push(Addressed {
            node,
            unit: unit.into(),
            purpose,
            level: None,
            evidence: Evidence::default(),
        });
    }
}
