//! What is to be placed: each document of a view, and each counted elision, with what decides its place.

use super::Time;
use super::time::day;
use super::{card, several};
use crate::date::PartialDate;
use crate::graph::NodeIndex;
use crate::view::View;
use crate::vocabulary::{Level, State, System};
use std::collections::HashMap;

/// A document or an elision, before it has a place.
#[derive(Clone, Debug)]
pub(crate) struct Item<'v> {
    /// What it stands for.
    pub(crate) of: Of,
    /// Its level, if all that it stands for have one.
    pub(crate) level: Option<Level>,
    /// Its system.
    pub(crate) system: Option<System>,
    /// Its organ.
    pub(crate) organ: Option<&'v str>,
    /// Its province.
    pub(crate) province: Option<&'v str>,
    /// Its date, as far as the axis of time can use it.
    pub(crate) date: Option<PartialDate>,
    /// The date it cannot be before.
    pub(crate) not_before: Option<PartialDate>,
    /// The date it cannot be after.
    pub(crate) not_after: Option<PartialDate>,
    /// The day of a dated document, by which it is ordered.
    pub(crate) day: Option<i32>,
    /// Held documents have taller cards.
    pub(crate) held: bool,
    /// Least height of its card.
    pub(crate) height: i32,
}

/// What an item stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Of {
    /// A document.
    Document(NodeIndex),
    /// Index into the elisions of the view.
    Elision(usize),
}

/// The documents of a view in their order, then its elisions.
pub(crate) fn items<'v>(view: &'v View, time: Time) -> Vec<Item<'v>> {
    let mut items: Vec<Item> = view.nodes.iter().map(|node| document(view, *node, time)).collect();
    items.extend((0..view.elisions.len()).map(|index| elision(view, index, time)));
    items
}

fn document<'v>(view: &'v View, index: NodeIndex, time: Time) -> Item<'v> {
    let node = &view.graph.graph[index];
    let mut item = Item {
        of: Of::Document(index),
        level: node.level,
        system: node.system,
        organ: node.issuer.as_deref(),
        province: node.province.as_deref(),
        date: node.date,
        not_before: node.not_before,
        not_after: node.not_after,
        day: day(node),
        held: node.state == State::Held,
        height: card::height(node),
    };
    match (time, node.date) {
        // A year alone has no place among months: it is known to lie within that year.
        (Time::Month, Some(date)) if !date.has_month() => {
            item.not_before = item.not_before.or(Some(date));
            item.not_after = item.not_after.or(Some(date));
            (item.date, item.day) = (None, None);
        }
        (Time::Off, _) => (item.date, item.not_before, item.not_after, item.day) = (None, None, None, None),
        _ => {}
    }
    item
}

/// An elision stands where the first of its documents would.
fn elision<'v>(view: &'v View, index: usize, time: Time) -> Item<'v> {
    let elision = &view.elisions[index];
    let first = &view.graph.graph[elision.members[0]];
    let date = elision.dates.map(|(first, _)| first).filter(|date| match time {
        Time::Off => false,
        Time::Month => date.has_month(),
        Time::Year | Time::Order => true,
    });
    Item {
        of: Of::Elision(index),
        level: elision.level,
        system: elision.system,
        organ: first.issuer.as_deref().filter(|_| elision.organs == 1),
        province: first.province.as_deref().filter(|_| elision.provinces == 1),
        date,
        not_before: None,
        not_after: None,
        day: None,
        held: false,
        height: several::ELISION_HEIGHT,
    }
}

/// The items that documents of the view are, by node.
pub(crate) fn places(items: &[Item]) -> HashMap<NodeIndex, usize> {
    let document = |(index, item): (usize, &Item)| match item.of {
        Of::Document(node) => Some((node, index)),
        Of::Elision(_) => None,
    };
    items.iter().enumerate().filter_map(document).collect()
}
