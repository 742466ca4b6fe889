//! A view as rows, boxes and arrows in words: what formats share that programs arrange by themselves.

use super::MARKER;
use crate::diagram::card::{self, Family};
use crate::diagram::compose::{classes, elision_id, escaped, has_no_follow_up, relation_title, tie_title, units_title};
use crate::diagram::item::{Of, items};
use crate::diagram::lanes::lanes;
use crate::diagram::several;
use crate::diagram::units::{fold_units, unit_lines};
use crate::diagram::wording::{Words, short_name, stroke};
use crate::diagram::{Addressees, Arrows, Options, Stroke, Time};
use crate::graph::NodeIndex;
use crate::view::View;
use crate::vocabulary::{Relation, State};
use std::collections::HashMap;
use thiserror::Error;

/// A view has more than a format can show.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[error("{format} shows at most {most} {of}, and this drawing has {have}; draw fewer documents, or draw it as SVG")]
pub struct TooMuch {
    /// The format.
    pub format: &'static str,
    /// What is limited.
    pub of: &'static str,
    /// The limit.
    pub most: usize,
    /// What the view has.
    pub have: usize,
}

/// What a box looks like.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Look {
    /// A document of a family; dashed unless held.
    Document(Family, bool),
    /// Several documents of a family, or of none in particular; dashed unless all are held.
    Several(Family, bool),
    /// Units that a document is sent to.
    Units,
}

/// A box.
pub(super) struct Node {
    pub(super) look: Look,
    pub(super) row: usize,
    pub(super) lines: Vec<String>,
    pub(super) classes: Vec<&'static str>,
    /// What the export calls it.
    pub(super) name: String,
    /// What the poster calls it.
    pub(super) id: String,
    pub(super) title: String,
}

/// An arrow in the direction that is asked for.
pub(super) struct Arrow {
    pub(super) from: usize,
    pub(super) to: usize,
    pub(super) stroke: Stroke,
    pub(super) direct: bool,
    pub(super) class: &'static str,
    pub(super) words: &'static str,
    pub(super) title: String,
}

/// Everything.
pub(super) struct Net {
    /// Mark, program and data.
    pub(super) provenance: String,
    /// The title that is asked for.
    pub(super) title: Option<String>,
    /// Arrows run from what cites to what is cited.
    pub(super) cite: bool,
    /// Name of each row, and what is in it.
    pub(super) rows: Vec<[String; 2]>,
    pub(super) nodes: Vec<Node>,
    pub(super) arrows: Vec<Arrow>,
}

/// Puts a view into words. Of the options these formats have no time and no sheet.
pub(super) fn net(view: &View, options: &Options) -> Net {
    let words = Words::of(options.language);
    let cite = options.arrows == Arrows::Cite;
    let all = items(view, Time::Year);
    let lanes = lanes(&all, options.rows, words);
    let mut rows: Vec<[String; 2]> = lanes.rows.into_iter().map(|row| [row.title, row.note]).collect();
    let mut nodes: Vec<Node> = all
        .iter()
        .zip(&lanes.of)
        .map(|(item, row)| match item.of {
            Of::Document(index) => document(view, index, *row, words),
            Of::Elision(index) => several(view, index, *row, words),
        })
        .collect();
    let place: HashMap<NodeIndex, usize> = view.nodes.iter().copied().zip(0..).collect();
    let mut arrows: Vec<Arrow> = Vec::new();
    let mut add = |from: usize, to: usize, relation: Option<Relation>, direct: bool, title: String| {
        let (class, words) = (relation.map_or("sends", Relation::code), words.relation(relation));
        arrows.push(Arrow { from, to, stroke: stroke(relation), direct, class, words, title });
    };
    for (index, edge) in view.edges.iter().enumerate() {
        let (mut source, mut target) = edge.flow();
        if cite {
            (source, target) = (edge.from, edge.to);
        }
        let direct = view.graph.graph[edge.edge].direct;
        add(place[&source], place[&target], Some(edge.relation), direct, relation_title(view, words, index));
    }
    for (index, elision) in view.elisions.iter().enumerate() {
        for (tie, at) in elision.ties.iter().zip(0..) {
            let (one, all) = (place[&tie.document], view.nodes.len() + index);
            let from_all = if cite { tie.cited } else { !tie.flows_in() };
            let (from, to) = if from_all { (all, one) } else { (one, all) };
            let direct = tie.edges.iter().any(|edge| view.graph.graph[*edge].direct);
            add(from, to, Some(tie.relation), direct, tie_title(view, words, index, at));
        }
    }
    let mut sent = if options.addressees == Addressees::Off { Vec::new() } else { fold_units(view) };
    if options.addressees == Addressees::Card {
        for units in sent.drain(..) {
            nodes[units.sender].lines.extend(unit_lines(&units.names, 1, i32::MAX, words));
        }
    }
    if !sent.is_empty() {
        rows.push([words.below.to_uppercase(), words.below_note.to_string()]);
    }
    for units in &sent {
        let ring = has_no_follow_up(view, view.nodes[units.sender]);
        let title = units_title(view, words, &units.names, &units.addressed, ring);
        add(units.sender, nodes.len(), None, true, title.clone());
        let sender = &view.graph.graph[view.nodes[units.sender]].id;
        nodes.push(Node {
            look: Look::Units,
            row: rows.len() - 1,
            lines: unit_lines(&units.names, 2, i32::MAX, words),
            classes: vec!["card", "units"],
            // Ids of documents have no blank, so the two cannot meet.
            name: format!("units {sender}"),
            id: format!("units-{}", escaped(sender)),
            title,
        });
    }
    let data = &view.graph.collection;
    let provenance = format!("{MARKER}: luocdo {}, {} files, sha256 {}", data.luocdo, data.files, data.sha256);
    Net { provenance, title: options.title.clone(), cite, rows, nodes, arrows }
}

fn document(view: &View, index: NodeIndex, row: usize, words: &Words) -> Node {
    let node = &view.graph.graph[index];
    let mut lines = vec![short_name(&card::name(node, words))];
    lines.extend(node.issuer.as_deref().map(short_name));
    lines.push(card::time(node, words));
    Node {
        look: Look::Document(Family::of(node), node.state == State::Held),
        row,
        lines,
        classes: classes(node),
        name: node.id.clone(),
        id: format!("doc-{}", escaped(&node.id)),
        title: card::title(node, words),
    }
}

fn several(view: &View, index: usize, row: usize, words: &Words) -> Node {
    let elision = &view.elisions[index];
    Node {
        look: Look::Several(several::family(elision), elision.held == elision.members.len()),
        row,
        lines: vec![several::elision_name(elision, words), several::elision_time(elision, words)],
        classes: vec!["card", "elision"],
        name: elision_id(view, index),
        id: elision_id(view, index),
        title: several::elision_title(elision, view, words),
    }
}
