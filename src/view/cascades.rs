//! The cascades of a view: the few sources from which everything that acts follows.

use super::{DrawnEdge, View};
use crate::graph::NodeIndex;
use crate::vocabulary::State;
use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

/// Sources such that every held document that follows from any source follows from one of these: always the one from which
/// most held documents follow that no earlier one has (greedy cover: Chvátal, 1979). Costs sources times lines.
pub fn cascades(view: &View) -> Vec<NodeIndex> {
    let mut down: BTreeMap<NodeIndex, Vec<NodeIndex>> = BTreeMap::new();
    let mut below: BTreeSet<NodeIndex> = BTreeSet::new();
    for (source, target) in view.edges.iter().map(DrawnEdge::flow) {
        down.entry(source).or_default().push(target);
        below.insert(target);
    }
    let held = |node: &NodeIndex| view.graph.graph[*node].state == State::Held;
    let follows = |source: NodeIndex| {
        let mut seen = BTreeSet::from([source]);
        let mut open = vec![source];
        while let Some(node) = open.pop() {
            open.extend(down.get(&node).into_iter().flatten().filter(|next| seen.insert(**next)));
        }
        seen.into_iter().filter(held).collect::<BTreeSet<_>>()
    };
    let sources = down.keys().filter(|source| !below.contains(source)).copied();
    let mut open: Vec<(NodeIndex, BTreeSet<NodeIndex>)> = sources.map(|source| (source, follows(source))).collect();
    // A circle has no first document: any of it will do.
    let reached: BTreeSet<NodeIndex> = open.iter().flat_map(|(_, all)| all).copied().collect();
    open.extend(down.keys().filter(|n| held(n) && !reached.contains(n)).map(|source| (*source, follows(*source))));
    let mut chosen = Vec::new();
    while let Some(at) = (0..open.len()).max_by_key(|at| (open[*at].1.len(), Reverse(open[*at].0))) {
        let (source, covered) = open.swap_remove(at);
        if covered.is_empty() {
            break;
        }
        open.iter_mut().for_each(|(_, all)| all.retain(|node| !covered.contains(node)));
        chosen.push(source);
    }
    chosen
}
