//! The columns of a drawing: one for each year that has documents, and within it as many slots as its cards need.
//!
//! A slot is a stretch of time shared by all rows: a later document never stands left of an earlier one. A document
//! without date stands in hatched room left of the year it cannot be after: in free cells of the columns before it, else
//! in a column of its own. What has no known time at all stands in the first column.

use super::Options;
use super::card::Units;
use super::lanes::Lanes;
use crate::graph::Node;
use crate::view::View;
use crate::vocabulary::State;
use chrono::Datelike;
use std::collections::{BTreeMap, BTreeSet};

/// What a column stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Period {
    /// Nothing is known of the time.
    Unknown,
    /// Before the end of this year, and no free cell nearer.
    By(u16),
    /// This year.
    Year(u16),
}

/// A column and its slots.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Column {
    /// What it stands for.
    pub(crate) period: Period,
    /// Its first slot.
    pub(crate) first: usize,
    /// How many slots it has; at least one.
    pub(crate) slots: usize,
}

/// Columns, slots, and the place of every document in them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Timeline {
    /// From early to late.
    pub(crate) columns: Vec<Column>,
    /// For each document of the view its slot, counted over all columns.
    pub(crate) slot_of: Vec<usize>,
    /// For each document of the view the index of the column of the year it cannot be after.
    pub(crate) limit_of: Vec<Option<usize>>,
    /// Order of filling: documents of one slot and row stand below each other in this order.
    pub(crate) order: Vec<usize>,
    /// Hatched cells: row, column.
    pub(crate) hatched: BTreeSet<(usize, usize)>,
}

/// The day on which a dated document is placed: the first that its date and its bounds allow.
pub(crate) fn day(node: &Node) -> Option<i32> {
    let date = node.date?;
    let bound = node.not_before.map_or(date.earliest(), |bound| bound.earliest());
    Some(bound.clamp(date.earliest(), date.latest()).num_days_from_ce())
}

/// How many cards one slot takes in one row: all, and held ones.
#[derive(Clone, Copy, Debug)]
struct Room {
    cards: usize,
    held: usize,
}

/// Identity and order of a column: the index of its year among the years with documents, then 0 for the unknown, 1 for
/// "by this year", 2 for the year itself.
type Key = (usize, u8);

const UNKNOWN: Key = (0, 0);

/// Documents by column, before slots are dealt out.
struct Filling<'v, 'g> {
    view: &'v View<'g>,
    lanes: &'v Lanes,
    periods: BTreeMap<Key, Period>,
    dated: BTreeMap<Key, Vec<usize>>,
    undated: BTreeMap<Key, Vec<usize>>,
    limits: Vec<Option<Key>>,
    hatched: BTreeSet<(usize, Key)>,
}

/// Places documents in time, with as many slots to a year as give the sheet its proportions. Costs n log n for each of a
/// few dozen trials.
pub(crate) fn timeline(view: &View, lanes: &Lanes, units: &[Units], options: &Options) -> Timeline {
    let filling = fill(view, lanes);
    let mut best: Option<(i64, Timeline)> = None;
    for cards in (0..).map(|i| [2, 3][i % 2] << (i / 2) >> 1).take_while(|cards| *cards < 2 * view.nodes.len().max(1)) {
        for held in [cards.div_ceil(2), cards] {
            let timeline = filling.deal(Room { cards, held });
            let cost = disproportion(&timeline, lanes, units, options);
            if best.as_ref().is_none_or(|(least, _)| cost < *least) {
                best = Some((cost, timeline));
            }
        }
    }
    best.map(|(_, timeline)| timeline).unwrap_or_default()
}

/// Sorts documents into columns.
fn fill<'v, 'g>(view: &'v View<'g>, lanes: &'v Lanes) -> Filling<'v, 'g> {
    let node = |i: usize| &view.graph.graph[view.nodes[i]];
    let all = 0..view.nodes.len();
    let years: BTreeSet<u16> = all.clone().filter_map(|i| node(i).date).map(|d| d.year_number()).collect();
    let years: Vec<u16> = years.into_iter().collect();
    let place_of = |year: u16| years.partition_point(|y| *y < year);
    let mut filling = Filling {
        view,
        lanes,
        periods: years.iter().enumerate().map(|(i, y)| ((i, 2), Period::Year(*y))).collect(),
        dated: BTreeMap::new(),
        undated: BTreeMap::new(),
        limits: vec![None; view.nodes.len()],
        hatched: BTreeSet::new(),
    };
    let mut taken: BTreeSet<(usize, usize)> = BTreeSet::new();
    let mut waiting: BTreeMap<(usize, usize), Vec<usize>> = BTreeMap::new();
    for i in all {
        if let Some(date) = node(i).date {
            taken.insert((lanes.of[i], place_of(date.year_number())));
            filling.dated.entry((place_of(date.year_number()), 2)).or_default().push(i);
        } else if let Some(bound) = node(i).not_after {
            waiting.entry((lanes.of[i], place_of(bound.year_number()))).or_default().push(i);
        } else {
            filling.periods.insert(UNKNOWN, Period::Unknown);
            filling.undated.entry(UNKNOWN).or_default().push(i);
            filling.hatched.insert((lanes.of[i], UNKNOWN));
        }
    }
    let mut runs = Vec::new();
    for ((lane, place), documents) in waiting {
        runs.extend(filling.settle(lane, place, &documents, &taken, &years));
    }
    for (lane, first, place) in runs {
        // The hatching runs on to the year itself, so that the eye finds the bound.
        filling.hatched.extend(filling.periods.range((first, 2)..(place, 2)).map(|(key, _)| (lane, *key)));
    }
    filling
}

/// How many free cells left of a year hold its undated documents before they get a column of their own.
const NEAR: usize = 2;

/// How many undated documents one free cell takes.
const CELL: usize = 3;

impl Filling<'_, '_> {
    /// Places the undated documents of a row that cannot be after the year at `place`: in the free cells before it, else in
    /// a column of their own. Gives the row, the first place used, and the bound, if cells were used.
    fn settle(
        &mut self,
        lane: usize,
        place: usize,
        documents: &[usize],
        taken: &BTreeSet<(usize, usize)>,
        years: &[u16],
    ) -> Option<(usize, usize, usize)> {
        let free = (0..place).rev().take(NEAR).take_while(|p| !taken.contains(&(lane, *p))).count();
        let cells = if documents.len() <= free * CELL { free.min(documents.len()) } else { 0 };
        for (index, &document) in documents.iter().enumerate() {
            let bound = self.view.graph.graph[self.view.nodes[document]].not_after.map_or(0, |d| d.year_number());
            if years.get(place) == Some(&bound) {
                self.limits[document] = Some((place, 2));
            }
            let cell = match cells {
                0 => (place, 1),
                _ => (place - 1 - index % cells, 2),
            };
            if cells == 0
                && let Period::By(year) = self.periods.entry(cell).or_insert(Period::By(bound))
            {
                *year = (*year).max(bound);
            }
            self.undated.entry(cell).or_default().push(document);
            self.hatched.insert((lane, cell));
        }
        (cells > 0).then(|| (lane, place - cells, place))
    }

    /// Deals the documents out into slots.
    fn deal(&self, room: Room) -> Timeline {
        let count = self.view.nodes.len();
        let mut timeline = Timeline { slot_of: vec![0; count], limit_of: vec![None; count], ..Timeline::default() };
        let mut index_of: BTreeMap<Key, usize> = BTreeMap::new();
        let mut first = 0;
        for (key, period) in &self.periods {
            index_of.insert(*key, timeline.columns.len());
            let slots = self.deal_column(*key, first, room, &mut timeline);
            timeline.columns.push(Column { period: *period, first, slots });
            first += slots;
        }
        timeline.limit_of = self.limits.iter().map(|limit| limit.and_then(|key| index_of.get(&key).copied())).collect();
        timeline.hatched = self.hatched.iter().filter_map(|(lane, key)| Some((*lane, *index_of.get(key)?))).collect();
        timeline
    }

    /// Deals out one column: dated documents in their order, a new slot whenever a row of the last one is full; then the
    /// undated, nearest to the year they cannot be after. Gives the number of slots.
    fn deal_column(&self, key: Key, first: usize, room: Room, timeline: &mut Timeline) -> usize {
        let node = |i: usize| &self.view.graph.graph[self.view.nodes[i]];
        let mut used: Vec<BTreeMap<usize, (usize, usize)>> = vec![BTreeMap::new()];
        let mut put = |slot: usize, i: usize, used: &mut Vec<BTreeMap<usize, (usize, usize)>>| {
            let count = used[slot].entry(self.lanes.of[i]).or_default();
            *count = (count.0 + 1, count.1 + usize::from(node(i).state == State::Held));
            timeline.slot_of[i] = first + slot;
            timeline.order.push(i);
        };
        let full = |slot: usize, i: usize, used: &[BTreeMap<usize, (usize, usize)>]| {
            let (cards, held) = used[slot].get(&self.lanes.of[i]).copied().unwrap_or_default();
            cards >= room.cards || (node(i).state == State::Held && held >= room.held)
        };
        let mut dated = self.dated.get(&key).cloned().unwrap_or_default();
        dated.sort_by_key(|&i| (day(node(i)), self.lanes.of[i], i));
        for i in dated {
            if full(used.len() - 1, i, &used) {
                used.push(BTreeMap::new());
            }
            put(used.len() - 1, i, &mut used);
        }
        let mut from: BTreeMap<usize, usize> = BTreeMap::new();
        for &i in self.undated.get(&key).into_iter().flatten() {
            // Slots are tried from the right; a full one is never tried again for its row.
            let passed = from.entry(self.lanes.of[i]).or_default();
            while *passed < used.len() && full(used.len() - 1 - *passed, i, &used) {
                *passed += 1;
            }
            if *passed == used.len() {
                used.push(BTreeMap::new());
                *passed = 0;
            }
            put(used.len() - 1 - *passed, i, &mut used);
        }
        used.len()
    }
}

/// How far a sheet would be from the proportions of paper, in thousandths, with a preference for small sheets.
fn disproportion(timeline: &Timeline, lanes: &Lanes, units: &[Units], options: &Options) -> i64 {
    let slots = timeline.columns.last().map_or(0, |c| c.first + c.slots);
    let mut stacks: BTreeMap<(usize, usize), i64> = BTreeMap::new();
    let mut tallest = vec![0_i64; lanes.rows.len() + 1];
    let mut add = |lane: usize, slot: usize| {
        let stack = stacks.entry((lane, slot)).or_default();
        *stack += 1;
        tallest[lane] = tallest[lane].max(*stack);
    };
    for (i, slot) in timeline.slot_of.iter().enumerate() {
        add(lanes.of[i], *slot);
    }
    for sender in units {
        add(lanes.rows.len(), timeline.slot_of[sender.sender]);
    }
    let natural = 220 + 216 * i64::try_from(slots).unwrap_or(i64::MAX / 1024);
    let width = natural.max(1680);
    let height = 400 + tallest.iter().map(|cards| if *cards == 0 { 0 } else { cards * 94 + 60 }).sum::<i64>();
    let ratio = width * 1000 / height;
    let off = (ratio * 1000 / 1414).max(1414 * 1000 / ratio.max(1)) - 1000;
    let too_wide = options.max_width.filter(|max| natural > i64::from(*max)).map_or(0, |_| 1_000_000 + natural);
    off + too_wide
}
