//! Which missing sources matter most.
//!
//! A sort by what the collection shows: citing documents, then provinces they come from, then mentions, then level from the
//! centre down, then the cascades that hang together at it, then id. It counts what is held; it does not guess at what else cites the source.

use crate::graph::{Graph, NodeIndex};
use crate::vocabulary::State;
use std::cmp::Reverse;

/// The missing sources, the weightiest first.
pub fn missing_by_weight(graph: &Graph) -> Vec<NodeIndex> {
    by_weight(graph, graph.graph.node_indices())
}

/// Those of the documents that are missing, in the same order.
pub fn by_weight(graph: &Graph, documents: impl Iterator<Item = NodeIndex>) -> Vec<NodeIndex> {
    let mut missing: Vec<NodeIndex> = documents.filter(|&node| graph.graph[node].state == State::Missing).collect();
    missing.sort_by_key(|&index| {
        let node = &graph.graph[index];
        let level = (node.level.is_none(), node.level);
        (
            Reverse(node.cited_by),
            Reverse(node.cited_from.len()),
            Reverse(node.mentions),
            level,
            Reverse(node.dossier.joins),
            index,
        )
    });
    missing
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::graph::Node;
    use crate::vocabulary::Level;

    #[test]
    fn documents_weigh_before_provinces_before_mentions_before_level() {
        let mut graph = Graph::default();
        let mut add =
            |id: &str, cited_by: usize, provinces: usize, mentions: usize, level: Option<Level>, state: State| {
                let cited_from = (0..provinces).map(|n| n.to_string()).collect();
                graph.graph.add_node(Node {
                    id: id.into(),
                    cited_by,
                    cited_from,
                    mentions,
                    level,
                    state,
                    ..Node::default()
                });
            };
        add("unplaced", 1, 1, 1, None, State::Missing);
        add("commune", 1, 1, 1, Some(Level::Commune), State::Missing);
        add("central", 1, 1, 1, Some(Level::Central), State::Missing);
        add("often", 1, 1, 3, None, State::Missing);
        add("wide", 1, 2, 2, None, State::Missing);
        add("two", 2, 1, 2, None, State::Missing);
        add("held", 9, 9, 9, Some(Level::Central), State::Held);
        let order: Vec<String> = missing_by_weight(&graph).into_iter().map(|n| graph.graph[n].id.clone()).collect();
        assert_eq!(order, ["two", "wide", "often", "central", "commune", "unplaced"]);
    }
}
