//! When a document without a full date was issued, at the earliest and at the latest.
//!
//! It is not later than any held document that cites it, and not earlier than any dated document that it rests on or
//! implements; what an act promulgates has the act's day; the year that its number prints holds it too. Bounds that
//! contradict each other are withdrawn to what the document's own date or number says.

use super::gather::Gathered;
use super::{Edge, Node};
use crate::date::PartialDate;
use crate::identity::Key;
use crate::vocabulary::Relation;
use chrono::NaiveDate;
use petgraph::Direction;
use petgraph::graph::{DiGraph, NodeIndex};
use petgraph::visit::EdgeRef;

/// Sets the bounds of every node without a full date. Linear in nodes and edges.
pub(super) fn bound(graph: &mut DiGraph<Node, Edge>, gathered: &[(&Key, Gathered<'_>)]) {
    let bounds: Vec<_> = graph
        .node_indices()
        .zip(gathered.iter().map(|(_, gathered)| gathered))
        .filter(|(index, _)| !graph[*index].date.is_some_and(PartialDate::is_full))
        .map(|(index, gathered)| (index, bounds(graph, index, gathered)))
        .collect();
    for (index, (not_before, not_after)) in bounds {
        if not_before.is_some() && not_before == not_after {
            graph[index].date = not_before.and_then(PartialDate::from_naive);
            continue;
        }
        graph[index].not_before = not_before.and_then(PartialDate::from_naive);
        graph[index].not_after = not_after.and_then(PartialDate::from_naive);
    }
}

/// The year in the number, where all that cite it write the same.
fn printed_year(gathered: &Gathered<'_>) -> Option<PartialDate> {
    let mut years = gathered.printed.iter();
    years.next().filter(|_| years.next().is_none()).and_then(|year| PartialDate::year(*year))
}

fn bounds(
    graph: &DiGraph<Node, Edge>,
    index: NodeIndex,
    gathered: &Gathered<'_>,
) -> (Option<NaiveDate>, Option<NaiveDate>) {
    let own = graph[index].date.or_else(|| printed_year(gathered));
    let (own_first, own_last) = (own.map(PartialDate::earliest), own.map(PartialDate::latest));
    let full = |node: NodeIndex| graph[node].date.filter(|date| date.is_full()).map(PartialDate::earliest);
    let promulgated = graph
        .edges_directed(index, Direction::Incoming)
        .filter(|edge| edge.weight().relation == Relation::Promulgates)
        .find_map(|edge| full(edge.source()));
    let sources = graph
        .edges_directed(index, Direction::Outgoing)
        .filter(|edge| matches!(edge.weight().relation, Relation::Basis | Relation::Implements))
        .filter_map(|edge| full(edge.target()));
    let first = sources.chain(promulgated).chain(own_first).max();
    let citing = gathered.citing.values().flatten().map(|date| date.latest());
    let last = citing.chain(promulgated).chain(own_last).min();
    match (first, last) {
        (Some(first), Some(last)) if last < first => (own_first, own_last),
        bounds => bounds,
    }
}
