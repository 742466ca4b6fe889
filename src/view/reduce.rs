//! Arrows that a longer chain implies: transitive reduction (Aho, Garey and Ullman, 1972).

use super::DrawnEdge;
use crate::graph::NodeIndex;
use crate::vocabulary::Relation;
use std::collections::{BTreeMap, BTreeSet};

/// Takes out every line from a source to a document that the source also reaches through others; gives their number. A line
/// that changes another document (amends, replaces, repeals …) always stays, and so do all lines within and into a cycle.
///
/// A depth-first search from each source with several lines, cut short at the rank of its farthest target. Costs in the
/// worst case sources times edges; a view is small.
pub(super) fn reduce(edges: &mut Vec<DrawnEdge>) -> usize {
    let mut down: BTreeMap<NodeIndex, Vec<NodeIndex>> = BTreeMap::new();
    for (source, target) in edges.iter().map(DrawnEdge::flow) {
        down.entry(source).or_default().push(target);
        down.entry(target).or_default();
    }
    let parts = parts(&down);
    let mut size: BTreeMap<usize, usize> = BTreeMap::new();
    parts.values().for_each(|part| *size.entry(*part).or_default() += 1);
    let mut implied: Vec<(NodeIndex, NodeIndex)> = Vec::new();
    for (source, targets) in down.iter().filter(|(_, targets)| targets.len() > 1) {
        let mut seen: BTreeSet<NodeIndex> = BTreeSet::new();
        // Chains that turn back into a cycle of the source imply nothing: the documents of a cycle would imply each other.
        let mut open: Vec<NodeIndex> = targets.iter().filter(|t| parts[*t] != parts[source]).copied().collect();
        while let Some(node) = open.pop() {
            open.extend(down[&node].iter().filter(|next| seen.insert(**next)));
        }
        let reached = |target: &NodeIndex| seen.contains(target) && size[&parts[target]] == 1;
        implied.extend(targets.iter().filter(|target| reached(target)).map(|target| (*source, *target)));
    }
    implied.sort_unstable();
    let before = edges.len();
    edges.retain(|edge| changes(edge.relation) || implied.binary_search(&edge.flow()).is_err());
    before - edges.len()
}

/// True for a relation that says more than the chain does.
fn changes(relation: Relation) -> bool {
    use Relation::*;
    matches!(relation, Amends | Replaces | Repeals | Suspends | Corrects)
}

/// The strongly connected part of every document.
fn parts(down: &BTreeMap<NodeIndex, Vec<NodeIndex>>) -> BTreeMap<NodeIndex, usize> {
    let mut graph = petgraph::graphmap::DiGraphMap::<NodeIndex, ()>::new();
    for (source, targets) in down {
        graph.add_node(*source);
        for target in targets {
            graph.add_edge(*source, *target, ());
        }
    }
    let parts = petgraph::algo::tarjan_scc(&graph);
    parts.into_iter().enumerate().flat_map(|(part, nodes)| nodes.into_iter().map(move |node| (node, part))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::graph::EdgeIndex;
    use proptest::prelude::*;

    /// A line along which the directive runs from `source` to `target`.
    fn line(source: usize, target: usize, relation: Relation) -> DrawnEdge {
        let (from, to) = (NodeIndex::new(target), NodeIndex::new(source));
        DrawnEdge { edge: EdgeIndex::new(0), from, to, relation, also: 0 }
    }

    #[test]
    fn a_line_beside_a_longer_chain_is_dropped_but_not_one_that_changes_a_document() {
        let chain = |direct: Relation| {
            let mut lines =
                vec![line(0, 1, Relation::Implements), line(1, 2, Relation::Implements), line(0, 2, direct)];
            (reduce(&mut lines), lines.len())
        };
        assert_eq!(chain(Relation::Implements), (1, 2));
        assert_eq!(chain(Relation::Amends), (0, 3));
    }

    #[test]
    fn lines_of_a_cycle_stay() {
        let mut lines: Vec<DrawnEdge> =
            [(0, 1), (1, 2), (2, 0), (0, 2)].iter().map(|(a, b)| line(*a, *b, Relation::Basis)).collect();
        assert_eq!(reduce(&mut lines), 0);
    }

    proptest! {
        /// petgraph's algorithm is the oracle, on graphs without cycles.
        #[test]
        fn what_stays_is_the_transitive_reduction(pairs in prop::collection::btree_set((0..12_usize, 0..12_usize), 0..50)) {
            let pairs: Vec<(usize, usize)> = pairs.into_iter().filter(|(a, b)| a < b).collect();
            let mut lines: Vec<DrawnEdge> = pairs.iter().map(|(a, b)| line(*a, *b, Relation::Basis)).collect();
            let dropped = reduce(&mut lines);
            let mut dag = petgraph::graph::DiGraph::<(), (), usize>::default();
            (0..12).for_each(|_| { dag.add_node(()); });
            pairs.iter().for_each(|(a, b)| { dag.add_edge((*a).into(), (*b).into(), ()); });
            let order: Vec<_> = (0..12).map(petgraph::graph::NodeIndex::new).collect();
            let (list, _) = petgraph::algo::tred::dag_to_toposorted_adjacency_list::<_, usize>(&dag, &order);
            let (reduced, _) = petgraph::algo::tred::dag_transitive_reduction_closure::<(), usize>(&list);
            let expected: std::collections::BTreeSet<(usize, usize)> = petgraph::visit::IntoEdgeReferences::edge_references(&reduced)
                .map(|edge| { use petgraph::visit::EdgeRef; (edge.source(), edge.target()) }).collect();
            let kept: std::collections::BTreeSet<(usize, usize)> = lines.iter().map(|l| { let (a, b) = l.flow(); (a.index(), b.index()) }).collect();
            prop_assert_eq!(&kept, &expected);
            prop_assert_eq!(dropped, pairs.len() - kept.len());
        }
    }
}
