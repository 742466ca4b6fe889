//! Every way by which a document came down to another.
//!
//! A depth-first search for simple paths along the cascade, entering only documents from which the goal can still be
//! reached. A path costs at most the documents on it and their neighbours. The number of paths can grow exponentially with
//! the graph, so the search stops at a stated number of paths, or of steps where circles lead it into dead ends, and says so.

use super::cascade::Scope;
use crate::graph::{EdgeIndex, Graph, NodeIndex};

/// Steps that the search may take for each path it may give.
const STEPS_PER_PATH: usize = 1000;

/// The paths found.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Paths {
    /// In the order of the cascade: by date and id at each step.
    pub paths: Vec<Path>,
    /// There are, or may be, more than were asked for.
    pub truncated: bool,
}

/// One way down.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Path {
    /// The documents, from the source to the goal.
    pub nodes: Vec<NodeIndex>,
    /// What ties each document to the next: `hops[i]` stands between `nodes[i]` and `nodes[i + 1]`. Never empty.
    pub hops: Vec<Vec<EdgeIndex>>,
}

/// The simple paths from `from` down to `to`, at most `limit`. From a document to itself there is none.
pub fn paths(graph: &Graph, from: NodeIndex, to: NodeIndex, scope: &Scope, limit: usize) -> Paths {
    let mut found = Paths::default();
    let reaches = above(graph, to, scope);
    if from == to || !reaches[from.index()] {
        return found;
    }
    let mut on_path = vec![false; graph.graph.node_count()];
    let mut path = Path { nodes: vec![from], hops: Vec::new() };
    on_path[from.index()] = true;
    let mut open = vec![scope.below(graph, from).into_iter()];
    let mut steps = 0;
    while let Some(choices) = open.last_mut() {
        let Some((next, hop)) = choices.next() else {
            open.pop();
            path.hops.pop();
            let left = path.nodes.pop().expect("one document for each open choice");
            on_path[left.index()] = false;
            continue;
        };
        steps += 1;
        if steps > limit.saturating_mul(STEPS_PER_PATH) {
            found.truncated = true;
            break;
        }
        if on_path[next.index()] || !reaches[next.index()] {
            continue;
        }
        if next == to {
            if found.paths.len() == limit {
                found.truncated = true;
                break;
            }
            let mut whole = path.clone();
            whole.nodes.push(next);
            whole.hops.push(hop);
            found.paths.push(whole);
            continue;
        }
        on_path[next.index()] = true;
        path.nodes.push(next);
        path.hops.push(hop);
        open.push(scope.below(graph, next).into_iter());
    }
    found
}

/// The documents from which `goal` can be reached along the cascade.
fn above(graph: &Graph, goal: NodeIndex, scope: &Scope) -> Vec<bool> {
    let mut parents: Vec<Vec<NodeIndex>> = vec![Vec::new(); graph.graph.node_count()];
    for node in graph.graph.node_indices() {
        for (next, _) in scope.below(graph, node) {
            parents[next.index()].push(node);
        }
    }
    let mut reached = vec![false; graph.graph.node_count()];
    reached[goal.index()] = true;
    let mut waiting = vec![goal];
    while let Some(node) = waiting.pop() {
        for &parent in &parents[node.index()] {
            if !std::mem::replace(&mut reached[parent.index()], true) {
                waiting.push(parent);
            }
        }
    }
    reached
}

#[cfg(test)]
mod tests {
    use super::super::small::graph;
    use super::*;
    use crate::vocabulary::Relation;
    use proptest::prelude::*;

    fn ways(graph: &Graph, from: &str, to: &str, limit: usize) -> (Vec<String>, bool) {
        let find = |id: &str| graph.graph.node_indices().find(|&n| graph.graph[n].id == id).unwrap();
        let found = paths(graph, find(from), find(to), &Scope::default(), limit);
        let written =
            |path: &Path| path.nodes.iter().map(|&n| graph.graph[n].id.as_str()).collect::<Vec<_>>().join(">");
        (found.paths.iter().map(written).collect(), found.truncated)
    }

    #[test]
    fn every_way_is_found_once() {
        let graph = graph(&[
            ("hd", Relation::Implements, "ct"),
            ("~hd", Relation::Implements, "ct"),
            ("letter", Relation::Basis, "hd"),
            ("letter", Relation::Implements, "ct"),
            ("other", Relation::Implements, "ct"),
        ]);
        assert_eq!(ways(&graph, "ct", "letter", 10), (vec!["ct>hd>letter".into(), "ct>letter".into()], false));
        assert_eq!(ways(&graph, "letter", "ct", 10), (vec![], false));
    }

    #[test]
    fn what_is_cut_off_is_said() {
        let graph = graph(&[
            ("b", Relation::Basis, "a"),
            ("c", Relation::Basis, "a"),
            ("d", Relation::Basis, "b"),
            ("d", Relation::Basis, "c"),
        ]);
        assert_eq!(ways(&graph, "a", "d", 1), (vec!["a>b>d".into()], true));
        assert!(!ways(&graph, "a", "d", 2).1);
    }

    /// The dull twin: every path by plain recursion.
    fn dull(next: &[Vec<usize>], path: &mut Vec<usize>, to: usize, out: &mut Vec<Vec<usize>>) {
        for &step in &next[*path.last().unwrap()] {
            if path.contains(&step) {
                continue;
            }
            path.push(step);
            if step == to {
                out.push(path.clone());
            } else {
                dull(next, path, to, out);
            }
            path.pop();
        }
    }

    proptest! {
        #[test]
        fn the_same_paths_as_by_plain_recursion(edges in prop::collection::vec((0usize..6, 0usize..6), 1..14)) {
            let name = |n: usize| ["a", "b", "c", "d", "e", "f"][n];
            let mut triples: Vec<_> = edges.iter().filter(|(x, y)| x != y).map(|&(x, y)| (name(x), Relation::Basis, name(y))).collect();
            triples.sort();
            triples.dedup();
            prop_assume!(!triples.is_empty());
            let graph = graph(&triples);
            let next: Vec<Vec<usize>> = graph.graph.node_indices()
                .map(|n| Scope::default().below(&graph, n).into_iter().map(|(m, _)| m.index()).collect()).collect();
            for from in 0..next.len() {
                for to in (0..next.len()).filter(|&to| to != from) {
                    let mut expected = Vec::new();
                    dull(&next, &mut vec![from], to, &mut expected);
                    let found = paths(&graph, NodeIndex::new(from), NodeIndex::new(to), &Scope::default(), 10_000);
                    let nodes: Vec<Vec<usize>> = found.paths.iter().map(|p| p.nodes.iter().map(|n| n.index()).collect()).collect();
                    prop_assert_eq!(nodes, expected);
                }
            }
        }
    }
}
