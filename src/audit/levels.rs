//! NG105: a chain that jumps a level.

use super::case;
use super::finding::by_place;
use super::{Case, Finding, Place, Said};
use crate::date::{PartialDate, TWO_TIERS};
use crate::graph::Node;
use crate::text::fold::fold;
use crate::vocabulary::{Language, Level, Relation};
use petgraph::Direction;
use petgraph::visit::EdgeRef;

/// NG105: a held document carries out a directive of two or more levels above and rests on nothing from the levels
/// between. Laws are for everybody and jump nothing; since July 2025 there is no district between province and commune.
pub(super) fn jump(case: &Case<'_>) -> Vec<Finding> {
    let mut found: Vec<Finding> = case.held().iter().filter_map(|held| of_document(case, held)).collect();
    by_place(&mut found);
    found
}

fn of_document(case: &Case<'_>, held: &super::case::Held<'_>) -> Option<Finding> {
    let graph = &case.graph.graph;
    let date = held.node.date.or(held.node.not_after);
    let own = rank(held.node.level?, date);
    let acts = graph
        .edges_directed(held.index, Direction::Outgoing)
        .filter(|edge| edge.weight().direct)
        .filter(|edge| matches!(edge.weight().relation, Relation::Implements | Relation::Basis | Relation::Guides));
    let mut sources = Vec::new();
    for edge in acts {
        let source = &graph[edge.target()];
        let level = source.level.filter(|level| Some(*level) < held.node.level);
        // One of the same level or a lower one passes nothing down.
        if level.is_none() && source.level.is_some() {
            continue;
        }
        // A source of the next level, or one whose level nobody tells, closes the chain.
        if level.is_none_or(|level| rank(level, date) + 1 >= own) {
            return None;
        }
        if edge.weight().relation == Relation::Implements && !is_general(source) {
            sources.push((source, edge.weight()));
        }
    }
    sources.sort_by_key(|(source, _)| &source.id);
    sources.dedup_by_key(|(source, _)| &source.id);
    let (first, edge) = sources.first()?;
    let (name, target) = (case.name(held.node), case.name(first));
    let level = |node: &Node, language| node.level.map_or("", |level| level.name(language));
    let mut finding = Finding::new(Said::new(
        format!("{} thực hiện thẳng {}, không qua văn bản cấp giữa nào", name.vietnamese, target.vietnamese),
        format!("{} carries out {} with nothing from the level between", name.english, target.english),
    ))
    .at(edge.evidence.first().map(|place| Place::of(place, first.number.as_deref().unwrap_or_default())))
    .about(&held.node.id)
    .note(Said::new(
        format!(
            "từ cấp {} xuống cấp {}",
            level(first, Language::Vietnamese).to_lowercase(),
            level(held.node, Language::Vietnamese).to_lowercase()
        ),
        format!("from {} to {}", first.level.map_or("", Level::code), held.node.level.map_or("", Level::code)),
    ));
    for (other, _) in &sources[1..] {
        let name = case.name(other);
        finding = finding.note(Said::new(
            format!("cũng thực hiện thẳng {}", name.vietnamese),
            format!("also carries out {}", name.english),
        ));
    }
    Some(finding.suggest(Said::new(
        "tìm văn bản triển khai của cấp giữa",
        "look for the paper by which the level between passed it on",
    )))
}

/// Steps from the centre, in the tiers of the last day that the paper can be of. Where that is not known there may be no
/// districts: what jumps a level then jumps one in either case.
fn rank(level: Level, latest: Option<PartialDate>) -> u8 {
    let no_district = latest.is_none_or(|date| date.latest() >= TWO_TIERS);
    match level {
        Level::Central => 0,
        Level::Province => 1,
        Level::District => 2,
        Level::Commune => 3 - u8::from(no_district),
        Level::Grassroots => 4 - u8::from(no_district),
    }
}

/// What is for everybody, whatever its level.
fn is_general(node: &Node) -> bool {
    let kind = node.kind.as_deref().map(fold).unwrap_or_default();
    let printed = node.number.as_deref().is_some_and(|number| {
        number.split('/').nth(1).is_some_and(|year| year.len() == 4 && year.bytes().all(|b| b.is_ascii_digit()))
    });
    printed || case::is_law(node.kind.as_deref()) || ["nghị định", "thông tư"].contains(&kind.as_str())
}
