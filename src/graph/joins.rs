//! Into how many pieces the graph falls without a document: what a missing source would connect.
//!
//! One depth-first search over the graph taken as undirected (Hopcroft and Tarjan, 1973): a subtree that reaches nothing
//! above a document but the document itself is a piece of its own without it. Linear in nodes and edges; no recursion, so
//! a chain of any length will do.

use petgraph::graph::{DiGraph, NodeIndex};

/// For each node, the number of pieces that its part of the graph falls into without it: 1 where it joins nothing that
/// would not hang together otherwise, 0 for a node without edges.
pub(super) fn pieces<N, E>(graph: &DiGraph<N, E>) -> Vec<usize> {
    let count = graph.node_count();
    let neighbours: Vec<Vec<usize>> =
        graph.node_indices().map(|node| graph.neighbors_undirected(node).map(NodeIndex::index).collect()).collect();
    let (mut found, mut low, mut pieces) = (vec![0usize; count], vec![0usize; count], vec![0usize; count]);
    let mut clock = 0;
    for root in 0..count {
        if found[root] > 0 {
            continue;
        }
        clock += 1;
        (found[root], low[root]) = (clock, clock);
        let mut path = vec![(root, 0)];
        while let Some((node, next)) = path.last_mut() {
            let node = *node;
            if let Some(&other) = neighbours[node].get(*next) {
                *next += 1;
                if found[other] == 0 {
                    clock += 1;
                    (found[other], low[other]) = (clock, clock);
                    path.push((other, 0));
                } else {
                    low[node] = low[node].min(found[other]);
                }
                continue;
            }
            path.pop();
            if let Some(&(above, _)) = path.last() {
                low[above] = low[above].min(low[node]);
                pieces[above] += usize::from(low[node] >= found[above]);
                // What lies above a node is a piece as well; the root has nothing above it.
                pieces[node] += 1;
            }
        }
    }
    pieces
}

#[cfg(test)]
mod tests {
    use super::*;
    use petgraph::algo::connected_components;
    use proptest::prelude::*;

    fn graph(nodes: usize, edges: &[(usize, usize)]) -> DiGraph<(), ()> {
        let mut graph = DiGraph::new();
        let index: Vec<NodeIndex> = (0..nodes).map(|_| graph.add_node(())).collect();
        for &(from, to) in edges {
            graph.add_edge(index[from % nodes], index[to % nodes], ());
        }
        graph
    }

    /// Removes the node and counts.
    fn slowly(graph: &DiGraph<(), ()>, node: NodeIndex) -> usize {
        let mut rest = graph.clone();
        let before = connected_components(&rest);
        rest.remove_node(node);
        1 + connected_components(&rest) - before
    }

    #[test]
    fn a_source_between_two_letters_joins_them() {
        assert_eq!(pieces(&graph(3, &[(0, 1), (2, 1)])), [1, 2, 1]);
        assert_eq!(pieces(&graph(3, &[(0, 1), (2, 1), (0, 2)])), [1, 1, 1], "they know each other without it");
        assert_eq!(pieces(&graph(1, &[])), [0]);
    }

    proptest! {
        #[test]
        fn it_is_what_removing_each_document_shows(nodes in 1usize..12, edges in prop::collection::vec((0usize..12, 0usize..12), 0..20)) {
            let graph = graph(nodes, &edges);
            let quick = pieces(&graph);
            for node in graph.node_indices() {
                prop_assert_eq!(quick[node.index()], slowly(&graph, node));
            }
        }
    }
}
