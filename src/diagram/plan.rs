//! What is to be placed: cards in rows and slots, and the links between them, before any coordinate is known.

use super::item::{Item, Of, places};
use super::lanes::{Lane, Lanes};
use super::shape::Stroke;
use super::time::{Column, Period, Timeline};
use super::units::{self, Units};
use super::wording::{Words, stroke};
use crate::graph::NodeIndex;
use crate::view::View;
use std::collections::BTreeMap;

/// What a card stands for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Subject {
    /// A document.
    Document(NodeIndex),
    /// Several documents: index into the elisions of the view.
    Elision(usize),
    /// Units to act; those of several documents of one slot if they are the same.
    Units {
        /// Indices of the senders' cards.
        senders: Vec<usize>,
        /// Indices into `graph.addressed`.
        addressed: Vec<usize>,
        /// Names of the units.
        names: Vec<String>,
    },
}

/// By what a card without date is placed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Bound {
    /// The date it cannot be after.
    Latest,
    /// The date it cannot be before.
    Earliest,
    /// Nothing, or one card by this and another by that.
    Neither,
}

impl Bound {
    fn of(item: &Item) -> Self {
        match (item.not_after, item.not_before) {
            (Some(_), _) => Self::Latest,
            (None, Some(_)) => Self::Earliest,
            (None, None) => Self::Neither,
        }
    }
}

/// A card and its logical place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Spot {
    /// What it stands for.
    pub(crate) subject: Subject,
    /// Its row.
    pub(crate) lane: usize,
    /// Its slot.
    pub(crate) slot: usize,
    /// Its place among the cards of its slot, from the top.
    pub(crate) rank: usize,
    /// Least height.
    pub(crate) height: i32,
    /// Column of the year that it cannot be after.
    pub(crate) limit: Option<usize>,
    /// First column that it can stand in.
    pub(crate) floor: Option<usize>,
    /// What is known instead of the date of a card without one.
    pub(crate) undated: Option<Bound>,
    /// The day of a dated document.
    pub(crate) day: Option<i32>,
    /// The units that it is sent to, if they stand on its card.
    pub(crate) strip: Option<Units>,
}

/// A line to be drawn, from the source to the document or unit that acts on it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Link {
    /// Card of the source.
    pub(crate) from: usize,
    /// Card that acts on it.
    pub(crate) to: usize,
    /// Manner of the line.
    pub(crate) stroke: Stroke,
    /// Read in another document's words.
    pub(crate) dashed: bool,
    /// What it stands for.
    pub(crate) of: Relates,
}

/// What a line stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Relates {
    /// Index into the edges of the view.
    Edge(usize),
    /// An elision of the view, and which of its ties.
    Tie(usize, usize),
    /// A document is sent to units.
    Units,
}

impl Link {
    /// The citing and the cited card.
    pub(crate) fn citing(&self) -> (usize, usize) {
        (self.to, self.from)
    }
}

/// All that is to be placed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Plan {
    /// The rows.
    pub(crate) lanes: Vec<Lane>,
    /// The columns.
    pub(crate) columns: Vec<Column>,
    /// The cards: documents in the order of the view, then units.
    pub(crate) spots: Vec<Spot>,
    /// For each slot its cards from the top.
    pub(crate) stacks: Vec<Vec<usize>>,
    /// The lines.
    pub(crate) links: Vec<Link>,
}

impl Plan {
    /// The card above this one in its slot.
    pub(crate) fn above(&self, spot: usize) -> Option<usize> {
        let Spot { slot, rank, .. } = self.spots[spot];
        rank.checked_sub(1).map(|rank| self.stacks[slot][rank])
    }

    /// The card below this one in its slot.
    pub(crate) fn below(&self, spot: usize) -> Option<usize> {
        let Spot { slot, rank, .. } = self.spots[spot];
        self.stacks[slot].get(rank + 1).copied()
    }

    /// The document of a card, if it is one.
    pub(crate) fn document(&self, spot: usize) -> Option<NodeIndex> {
        match self.spots[spot].subject {
            Subject::Document(node) => Some(node),
            Subject::Elision(_) | Subject::Units { .. } => None,
        }
    }

    /// The column of a slot.
    pub(crate) fn column_of(&self, slot: usize) -> usize {
        self.columns.partition_point(|column| column.first <= slot) - 1
    }
}

/// Sets up cards and links. Units have cards of their own, or stand on those of their senders.
pub(crate) fn plan(
    items: &[Item],
    lanes: Lanes,
    timeline: Timeline,
    links: Vec<Link>,
    (units, strips): (&[Units], &[Units]),
    words: &Words,
) -> Plan {
    let timeless = timeline.columns.iter().all(|column| column.period == Period::None);
    let mut plan = Plan { lanes: lanes.rows, columns: timeline.columns, links, ..Plan::default() };
    for (i, item) in items.iter().enumerate() {
        plan.spots.push(Spot {
            subject: match item.of {
                Of::Document(node) => Subject::Document(node),
                Of::Elision(index) => Subject::Elision(index),
            },
            lane: lanes.of[i],
            slot: timeline.slot_of[i],
            rank: 0,
            height: item.height,
            limit: timeline.limit_of[i],
            floor: timeline.floor_of[i],
            undated: (item.date.is_none() && !timeless).then(|| Bound::of(item)),
            day: item.day,
            strip: None,
        });
    }
    for units in strips {
        plan.spots[units.sender].strip = Some(units.clone());
    }
    add_units(&mut plan, units, words);
    let mut order = timeline.order;
    order.extend(items.len()..plan.spots.len());
    let slots = plan.columns.last().map_or(0, |column| column.first + column.slots);
    plan.stacks = vec![Vec::new(); slots];
    for spot in order {
        plan.stacks[plan.spots[spot].slot].push(spot);
    }
    let mut turn = vec![0; plan.spots.len()];
    for (at, spot) in plan.stacks.iter().flatten().enumerate() {
        turn[*spot] = at;
    }
    for stack in &mut plan.stacks {
        // Addressees stand in the opposite order of their senders: the lowest sender is next to its own.
        stack.sort_by_key(|spot| match &plan.spots[*spot].subject {
            Subject::Document(_) | Subject::Elision(_) => (plan.spots[*spot].lane, 0, std::cmp::Reverse(0)),
            Subject::Units { senders, .. } => {
                let lowest = senders.iter().map(|s| (plan.spots[*s].lane, turn[*s])).max().unwrap_or_default();
                (plan.spots[*spot].lane, 1, std::cmp::Reverse(lowest.0 * turn.len() + lowest.1))
            }
        });
        for (rank, spot) in stack.iter().enumerate() {
            plan.spots[*spot].rank = rank;
        }
    }
    plan
}

/// Adds the row of addressees, its cards and the lines to them. Documents of one slot with the same addressees share a card.
fn add_units(plan: &mut Plan, units: &[Units], words: &Words) {
    if units.is_empty() {
        return;
    }
    let lane = plan.lanes.len();
    plan.lanes.push(Lane { title: words.below.to_uppercase(), note: words.below_note.to_string(), until: None });
    let mut shared: BTreeMap<(usize, Vec<String>), usize> = BTreeMap::new();
    for unit in units {
        let slot = plan.spots[unit.sender].slot;
        let spot = *shared.entry((slot, unit.names.clone())).or_insert_with(|| {
            let subject = Subject::Units { senders: Vec::new(), addressed: Vec::new(), names: unit.names.clone() };
            plan.spots.push(Spot {
                subject,
                lane,
                slot,
                rank: 0,
                height: units::UNITS_HEIGHT,
                limit: None,
                floor: None,
                undated: None,
                day: None,
                strip: None,
            });
            plan.spots.len() - 1
        });
        if let Subject::Units { senders, addressed, .. } = &mut plan.spots[spot].subject {
            senders.push(unit.sender);
            addressed.extend(&unit.addressed);
        }
        plan.links.push(Link { from: unit.sender, to: spot, stroke: Stroke::Sends, dashed: false, of: Relates::Units });
    }
}

/// The lines between documents, then those of elisions.
pub(crate) fn links(view: &View, items: &[Item]) -> Vec<Link> {
    let place = places(items);
    let edges = view.edges.iter().enumerate().filter(|(_, e)| e.from != e.to);
    let link = |(i, e): (usize, &crate::view::DrawnEdge)| {
        let (source, target) = e.flow();
        Link {
            from: place[&source],
            to: place[&target],
            stroke: stroke(Some(e.relation)),
            dashed: !view.graph.graph[e.edge].direct,
            of: Relates::Edge(i),
        }
    };
    let mut links: Vec<Link> = edges.map(link).collect();
    for (index, elision) in view.elisions.iter().enumerate() {
        for (tie, at) in elision.ties.iter().zip(0..) {
            let (elided, document) = (view.nodes.len() + index, place[&tie.document]);
            let (from, to) = if tie.flows_in() { (document, elided) } else { (elided, document) };
            let dashed = tie.edges.iter().all(|edge| !view.graph.graph[*edge].direct);
            links.push(Link { from, to, stroke: stroke(Some(tie.relation)), dashed, of: Relates::Tie(index, at) });
        }
    }
    links
}
