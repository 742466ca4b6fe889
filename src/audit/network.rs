//! Findings about the graph as a whole: documents that hang at nothing, and circles.

use super::{Case, Finding, Place, Said};
use crate::graph::NodeIndex;
use crate::record::Record;
use crate::vocabulary::{Relation, State};
use petgraph::Direction;
use petgraph::graph::DiGraph;
use petgraph::visit::EdgeRef;
use std::collections::{HashMap, HashSet};

/// MC601: a held paper that cites nothing and that nothing cites. A paper with a citation that is not resolved does cite,
/// and web articles are no papers.
pub(super) fn orphan(case: &Case<'_>) -> Vec<Finding> {
    let cites: HashSet<usize> = case.references.iter().map(|reference| reference.record).collect();
    let graph = &case.graph.graph;
    let alone = |held: &&super::case::Held<'_>| {
        graph.neighbors_undirected(held.index).next().is_none()
            && held.holding.records.iter().all(|record| !cites.contains(record))
            && held.record.document.kind.as_deref() != Some("Bài viết")
            && is_read(held.record)
    };
    let finding = |held: &super::case::Held<'_>| {
        let name = case.name(held.node);
        Finding::new(Said::new(
            format!("không viện dẫn văn bản nào, không văn bản nào viện dẫn: {}", name.vietnamese),
            format!("cites nothing and is cited by nothing: {}", name.english),
        ))
        .at(Place::file(&held.record.path))
        .about(&held.node.id)
        .suggest(Said::new(
            "xem tệp có đủ trang và đọc được không; nếu đủ, văn bản đứng riêng trong kho",
            "see whether the file is whole and legible; if so, the paper stands alone in the collection",
        ))
    };
    case.held().iter().filter(alone).map(finding).collect()
}

/// False for a file in which nothing of a paper was found: an empty one, a page of a scan.
fn is_read(record: &Record) -> bool {
    let document = &record.document;
    record.problems.is_empty()
        && (document.number.is_some()
            || document.kind.is_some()
            || document.date.is_some()
            || document.issuer.is_some())
}

/// MC602: documents that rest on each other in a circle, by their own words. One finding for each circle.
pub(super) fn circle(case: &Case<'_>) -> Vec<Finding> {
    let graph = &case.graph.graph;
    // Acting on another: mere citations may go round, and what a decision issues belongs to it.
    let acts = |relation: Relation| matches!(relation, Relation::Basis | Relation::Implements | Relation::Guides);
    let mut acting: DiGraph<NodeIndex, ()> = DiGraph::with_capacity(graph.node_count(), graph.edge_count());
    for index in graph.node_indices() {
        acting.add_node(index);
    }
    for edge in graph.edge_references().filter(|edge| edge.weight().direct && acts(edge.weight().relation)) {
        acting.add_edge(edge.source(), edge.target(), ());
    }
    let mut circles: Vec<Vec<NodeIndex>> =
        petgraph::algo::tarjan_scc(&acting).into_iter().filter(|part| part.len() > 1).collect();
    circles.iter_mut().for_each(|circle| circle.sort_unstable());
    circles.sort();
    // A document is in one circle at most.
    let members = circles.iter().enumerate().flat_map(|(at, circle)| circle.iter().map(move |&index| (index, at)));
    let circle_of: HashMap<NodeIndex, usize> = members.collect();
    circles.iter().map(|circle| of_circle(case, circle, &circle_of)).collect()
}

fn of_circle(case: &Case<'_>, circle: &[NodeIndex], circle_of: &HashMap<NodeIndex, usize>) -> Finding {
    let graph = &case.graph.graph;
    let names: Vec<String> = circle.iter().map(|&index| case.short(&graph[index])).collect();
    let mut finding = Finding::new(Said::new(
        format!("văn bản dựa vào nhau thành vòng: {}", names.join(" ↔ ")),
        format!("documents rest on each other in a circle: {}", names.join(" ↔ ")),
    ))
    .about(&graph[circle[0]].id)
    .namely(circle.iter().map(|&index| graph[index].id.as_str()).collect::<Vec<_>>().join(" "));
    for &from in circle {
        let inside = graph
            .edges_directed(from, Direction::Outgoing)
            .filter(|edge| edge.weight().direct && graph[from].state == State::Held)
            .filter(|edge| circle_of.get(&edge.target()) == circle_of.get(&from))
            .min_by_key(|edge| edge.id());
        if let Some((edge, place)) = inside.and_then(|edge| Some((edge, edge.weight().evidence.first()?))) {
            let number = graph[edge.target()].number.as_deref().unwrap_or_default();
            finding = finding.at(Place::of(place, number));
        }
    }
    finding.suggest(Said::new(
        "kiểm tra số, ký hiệu được viện dẫn: một trong các viện dẫn nhầm văn bản",
        "check the numbers that are cited: one of the citations means another document",
    ))
}
