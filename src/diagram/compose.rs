//! The finished drawing: cards with their words, lines with their evidence, and the frame around them.

use super::frame;
use super::place::Places;
use super::plan::{Plan, Relates, Spot, Subject};
use super::ways::{Open, Way};
use super::wording::{Words, filled};
use super::{Arrows, Card, Diagram, Line, Options, caption, legend};
use super::{card, several, units};
use crate::graph::{Evidence, Node, NodeIndex};
use crate::view::View;
use crate::vocabulary::{Relation, State, System};

/// Puts the drawing together.
pub(crate) fn compose(view: &View, options: &Options, words: &Words, plan: &Plan, places: &Places) -> Diagram {
    let mut diagram = Diagram { language: options.language, width: places.width, ..Diagram::default() };
    diagram.cards =
        plan.spots.iter().enumerate().map(|(i, spot)| card_of(view, words, plan, places, (i, spot))).collect();
    diagram.lines = places.ways.iter().map(|way| line_of(view, options, words, plan, &diagram.cards, way)).collect();
    diagram.joins = places.joins.clone();
    diagram.lanes = places.lanes.clone();
    diagram.columns = places.columns.clone();
    frame::surround(view, options, words, plan, places, &mut diagram);
    legend::explain(view, options, words, plan, places, &mut diagram);
    caption::caption(words, places, &mut diagram);
    diagram
}

/// The card of a spot.
fn card_of(view: &View, words: &Words, plan: &Plan, places: &Places, (index, spot): (usize, &Spot)) -> Card {
    let rect = places.cards[index];
    let not_after = spot.limit.map(|column| places.columns[column].x);
    let not_before = spot.floor.map(|column| places.columns[column].x);
    let (lane, column) = (spot.lane, plan.column_of(spot.slot));
    match &spot.subject {
        Subject::Document(index) => {
            let node = &view.graph.graph[*index];
            let strip = spot.strip.as_ref().map(|units| (units, has_no_follow_up(view, *index)));
            let mut title = card::title(node, words);
            if let Some((units, ring)) = strip {
                title = format!("{title}\n{}", units_title(view, words, &units.names, &units.addressed, ring));
            }
            Card {
                id: format!("doc-{}", escaped(&node.id)),
                classes: classes(node),
                title,
                rect,
                parts: card::face(node, rect, strip, words),
                lane,
                column,
                day: spot.day,
                not_after,
                not_before,
            }
        }
        Subject::Elision(index) => {
            let elision = &view.elisions[*index];
            let first = &view.graph.graph[elision.members[0]];
            Card {
                id: elision_id(view, *index),
                classes: vec!["card", "elision", several::family(elision).class()],
                title: several::elision_title(elision, view, words),
                rect,
                parts: several::elision_face(elision, first, rect, words),
                lane,
                column,
                day: None,
                not_after,
                not_before,
            }
        }
        Subject::Units { senders, addressed, names } => {
            let documents = || senders.iter().filter_map(|sender| plan.document(*sender));
            let ring = documents().all(|sender| has_no_follow_up(view, sender));
            let sender = documents().next().map_or(String::new(), |s| escaped(&view.graph.graph[s].id));
            Card {
                id: format!("units-{sender}"),
                classes: vec!["card", "units"],
                title: units_title(view, words, names, addressed, ring),
                rect,
                parts: units::units_face(names, ring, rect, words),
                lane,
                column,
                day: None,
                not_after,
                not_before,
            }
        }
    }
}

/// Named after its first document.
pub(crate) fn elision_id(view: &View, index: usize) -> String {
    format!("more-{}", escaped(&view.graph.graph[view.elisions[index].members[0]].id))
}

/// True if nothing in the whole graph cites this document.
pub(crate) fn has_no_follow_up(view: &View, document: NodeIndex) -> bool {
    view.graph.graph.neighbors_directed(document, petgraph::Direction::Incoming).all(|from| from == document)
}

/// Which units are addressed, in which words, and whether anything came of it.
pub(crate) fn units_title(view: &View, words: &Words, names: &[String], addressed: &[usize], ring: bool) -> String {
    let mut title: Vec<String> = vec![format!("{}: {}", words.sent_to, names.join("; "))];
    title.extend(quotes(addressed.iter().map(|i| &view.graph.addressed[*i].evidence), words));
    if ring {
        title.push(words.no_follow_up.to_string());
    }
    title.join("\n")
}

/// Class names of a document: state, system, family.
pub(crate) fn classes(node: &Node) -> Vec<&'static str> {
    let mut classes = vec!["card", node.state.code(), card::Family::of(node).class()];
    classes.extend(node.system.map(System::code));
    if node.draft {
        classes.push("draft");
    }
    debug_assert!(node.held == (node.state == State::Held), "`held` is the state in another word");
    classes
}

/// An id with only letters, digits, hyphens and dots: a slash becomes a dot, all else its code between underscores. No
/// two ids become one.
pub(crate) fn escaped(id: &str) -> String {
    let mut safe = String::with_capacity(id.len());
    for c in id.chars() {
        match c {
            '/' => safe.push('.'),
            'a'..='z' | 'A'..='Z' | '0'..='9' | '-' => safe.push(c),
            other => safe.push_str(&format!("_{:x}_", u32::from(other))),
        }
    }
    safe
}

/// The line of a way, in the direction of the arrows.
fn line_of(view: &View, options: &Options, words: &Words, plan: &Plan, cards: &[Card], way: &Way) -> Line {
    let link = plan.links[way.link];
    let mut line = Line {
        id: format!("link-{}.-{}", cards[link.to].id, cards[link.from].id),
        relation: None,
        stroke: link.stroke,
        dashed: link.dashed,
        points: way.points.clone(),
        headed: way.open != Open::End,
        bundle: way.bundle,
        from: link.from,
        to: link.to,
        title: String::new(),
    };
    // Who cites: the card at the end of the flow, but for an act that promulgates.
    let citing = match link.of {
        Relates::Units => {
            line.title.clone_from(&cards[link.to].title);
            return line;
        }
        Relates::Edge(edge) => {
            let drawn = &view.edges[edge];
            line.relation = Some(drawn.relation);
            line.title = relation_title(view, words, edge);
            let id = |n: NodeIndex| escaped(&view.graph.graph[n].id);
            line.id = format!("link-doc-{}.-doc-{}", id(drawn.from), id(drawn.to));
            if plan.document(link.to) == Some(drawn.from) { link.to } else { link.from }
        }
        Relates::Tie(elision, tie) => {
            let drawn = &view.elisions[elision].ties[tie];
            line.relation = Some(drawn.relation);
            line.title = tie_title(view, words, elision, tie);
            if drawn.flows_in() == drawn.cited { link.to } else { link.from }
        }
    };
    if options.arrows == Arrows::Cite && citing == link.to {
        line.points.reverse();
        line.headed = way.open != Open::Start;
        (line.from, line.to) = (link.to, link.from);
    }
    line
}

/// What several documents do with one, and where it is said.
pub(crate) fn tie_title(view: &View, words: &Words, elision: usize, tie: usize) -> String {
    let (elision, tie) = (&view.elisions[elision], &view.elisions[elision].ties[tie]);
    let several = several::elision_name(elision, words);
    let one = card::name(&view.graph.graph[tie.document], words);
    let (citing, cited) = if tie.cited { (&several, &one) } else { (&one, &several) };
    let mut lines = vec![words.sentence(citing, tie.relation, cited)];
    lines.extend(quotes(tie.edges.iter().filter_map(|edge| view.graph.graph[*edge].evidence.first()), words));
    lines.join("\n")
}

/// Who does what with whom, and where it is said.
pub(crate) fn relation_title(view: &View, words: &Words, edge: usize) -> String {
    let drawn = &view.edges[edge];
    let weight = &view.graph.graph[drawn.edge];
    let named = |n| card::name(&view.graph.graph[n], words);
    let relation: Relation = drawn.relation;
    let sentence = words.sentence(&named(drawn.from), relation, &named(drawn.to));
    let mut lines = vec![format!("{}{sentence}", if weight.direct { "" } else { words.indirect })];
    lines.extend(quotes(weight.evidence.iter(), words));
    if drawn.also > 0 {
        lines.push(filled(words.also, &[&drawn.also]));
    }
    lines.join("\n")
}

/// The first few places of evidence in full, the rest counted.
fn quotes<'e>(evidence: impl Iterator<Item = &'e Evidence>, words: &Words) -> Vec<String> {
    const SHOWN: usize = 3;
    const LONGEST: usize = 400;
    let all: Vec<&Evidence> = evidence.collect();
    let mut lines = Vec::new();
    for place in all.iter().take(SHOWN) {
        let mut quote: String = place.quote.chars().take(LONGEST).collect();
        if quote.len() < place.quote.len() {
            quote.push('…');
        }
        lines.push(format!("“{quote}” ({}, {})", place.path, filled(words.line, &[&place.line])));
    }
    if all.len() > SHOWN {
        lines.push(filled(words.more_places, &[&(all.len() - SHOWN)]));
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn different_ids_stay_different() {
        assert_eq!(escaped("binh-thuan/btgtu/36"), "binh-thuan.btgtu.36");
        assert_ne!(escaped("a/b"), escaped("a.b"));
        assert_ne!(escaped("a_b"), escaped("a-b"));
    }
}
