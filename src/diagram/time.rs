//! The columns of a drawing: one for each year that has documents, and within it as many slots as its cards need. Where
//! documents are spread thinly over many years, a column takes several years.
//!
//! A slot is a stretch of time shared by all rows: a later document never stands left of an earlier one. A document
//! without date stands on hatched ground left of the year it cannot be after, in free cells of the columns before it where
//! there are any; one of which only the earliest date is known stands in that year or after it. What has no known time at
//! all stands in the first column.

use super::Options;
use super::card::Units;
use super::lanes::Lanes;
use crate::graph::Node;
use crate::view::View;
use chrono::Datelike;
use std::collections::{BTreeMap, BTreeSet};

/// What a column stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Period {
    /// Nothing is known of the time.
    Unknown,
    /// Up to this year, which is the first with documents or before it.
    By(u16),
    /// From this year to that.
    Years(u16, u16),
    /// This year or later, after the last year with documents.
    From(u16),
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
    /// For each document of the view the index of the first column it can stand in.
    pub(crate) floor_of: Vec<Option<usize>>,
    /// Order of filling: documents of one slot and row stand below each other in this order.
    pub(crate) order: Vec<usize>,
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
/// "by this year", 2 for the year itself, 3 for "from this year".
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
    floors: Vec<Option<Key>>,
}

/// Places documents in time, with as many years to a column and slots to a column as make the sheet small. Costs n log n
/// for each of a few dozen trials.
pub(crate) fn timeline(view: &View, lanes: &Lanes, units: &[Units], options: &Options) -> Timeline {
    let mut best: Option<(i64, Timeline)> = None;
    let mut columns = usize::MAX;
    for (thin, dearer) in THIN {
        let periods = periods(view, thin);
        if periods.len() >= columns || (thin > 1 && columns <= ENOUGH && options.max_width.is_none()) {
            continue;
        }
        columns = periods.len();
        let filling = fill(view, lanes, &periods);
        let mut worse = 0;
        for cards in (0_usize..).map(|i| [2_usize, 3][i % 2] << (i / 2) >> 1) {
            let mut slots = 0;
            for held in [cards.div_ceil(2), cards] {
                let timeline = filling.deal(Room { cards, held });
                slots = timeline.columns.last().map_or(0, |c| c.first + c.slots);
                // A column of several years says less: it must save a good part of the sheet.
                let cost = area(&timeline, lanes, units, view.edges.len(), options).saturating_mul(dearer);
                worse += 1;
                if best.as_ref().is_none_or(|(least, _)| cost < *least) {
                    best = Some((cost, timeline));
                    worse = 0;
                }
            }
            // More room changes nothing once every column is one slot, and little once the sheet keeps growing.
            if slots <= filling.periods.len() || worse > 8 {
                break;
            }
        }
    }
    best.map(|(_, timeline)| timeline).unwrap_or_default()
}

/// Fewest documents of a column that are tried, each year for itself first, and how much such a sheet counts, in hundredths.
const THIN: [(usize, i64); 4] = [(1, 100), (3, 125), (6, 150), (12, 175)];

/// As many columns as this need no thought.
const ENOUGH: usize = 10;

/// The years of each column: as few as hold at least `thin` documents.
fn periods(view: &View, thin: usize) -> Vec<(u16, u16)> {
    let mut counts: BTreeMap<u16, usize> = BTreeMap::new();
    for date in view.nodes.iter().filter_map(|n| view.graph.graph[*n].date) {
        *counts.entry(date.year_number()).or_default() += 1;
    }
    let mut periods: Vec<(u16, u16)> = Vec::new();
    let mut documents = usize::MAX;
    for (year, count) in counts {
        match periods.last_mut() {
            Some(period) if documents < thin => (period.1, documents) = (year, documents + count),
            _ => {
                periods.push((year, year));
                documents = count;
            }
        }
    }
    periods
}

/// Sorts documents into columns.
fn fill<'v, 'g>(view: &'v View<'g>, lanes: &'v Lanes, periods: &[(u16, u16)]) -> Filling<'v, 'g> {
    let node = |i: usize| &view.graph.graph[view.nodes[i]];
    let place_of = |year: u16| periods.partition_point(|(_, last)| *last < year);
    let mut filling = Filling {
        view,
        lanes,
        periods: periods.iter().enumerate().map(|(i, (first, last))| ((i, 2), Period::Years(*first, *last))).collect(),
        dated: BTreeMap::new(),
        undated: BTreeMap::new(),
        limits: vec![None; view.nodes.len()],
        floors: vec![None; view.nodes.len()],
    };
    let mut taken: BTreeSet<(usize, usize)> = BTreeSet::new();
    let mut waiting: BTreeMap<(usize, usize), Vec<usize>> = BTreeMap::new();
    for i in 0..view.nodes.len() {
        if let Some(date) = node(i).date {
            taken.insert((lanes.of[i], place_of(date.year_number())));
            filling.dated.entry((place_of(date.year_number()), 2)).or_default().push(i);
        } else if let Some(bound) = node(i).not_after {
            waiting.entry((lanes.of[i], place_of(bound.year_number()))).or_default().push(i);
        } else if let Some(bound) = node(i).not_before {
            filling.put_after(i, place_of(bound.year_number()), bound.year_number());
        } else {
            filling.periods.insert(UNKNOWN, Period::Unknown);
            filling.undated.entry(UNKNOWN).or_default().push(i);
        }
    }
    for dated in filling.dated.values_mut() {
        dated.sort_by_cached_key(|&i| (day(node(i)), lanes.of[i], i));
    }
    for ((lane, place), documents) in waiting {
        filling.settle(lane, place, &documents, &taken, periods.get(place).copied());
    }
    filling
}

/// How many free cells left of a year its undated documents are spread over.
const NEAR: usize = 2;

impl Filling<'_, '_> {
    /// Places the undated documents of a row that cannot be after the year at `place`: in the free cells before it, else in
    /// the year before it, else in a column of their own.
    fn settle(
        &mut self,
        lane: usize,
        place: usize,
        documents: &[usize],
        taken: &BTreeSet<(usize, usize)>,
        years: Option<(u16, u16)>,
    ) {
        let free = (0..place).rev().take(NEAR).take_while(|p| !taken.contains(&(lane, *p))).count();
        let cells = free.clamp(1, documents.len());
        for (index, &document) in documents.iter().enumerate() {
            let bound = self.view.graph.graph[self.view.nodes[document]].not_after.map_or(0, |d| d.year_number());
            if years.is_some_and(|(first, last)| (first..=last).contains(&bound)) {
                self.limits[document] = Some((place, 2));
            }
            let cell = if place == 0 { (0, 1) } else { (place - 1 - index % cells, 2) };
            if place == 0
                && let Period::By(year) = self.periods.entry(cell).or_insert(Period::By(bound))
            {
                *year = (*year).max(bound);
            }
            self.undated.entry(cell).or_default().push(document);
        }
    }

    /// Places an undated document in the year at `place`, which it cannot be before, or after the last year.
    fn put_after(&mut self, document: usize, place: usize, bound: u16) {
        let mut cell = (place, 2);
        if !self.periods.contains_key(&cell) {
            cell = (place, 3);
            if let Period::From(year) = self.periods.entry(cell).or_insert(Period::From(bound)) {
                *year = (*year).min(bound);
            }
        }
        self.floors[document] = Some(cell);
        self.undated.entry(cell).or_default().push(document);
    }

    /// Deals the documents out into slots.
    fn deal(&self, room: Room) -> Timeline {
        let count = self.view.nodes.len();
        let mut timeline = Timeline { slot_of: vec![0; count], ..Timeline::default() };
        let mut index_of: BTreeMap<Key, usize> = BTreeMap::new();
        let mut first = 0;
        for (key, period) in &self.periods {
            index_of.insert(*key, timeline.columns.len());
            let slots = self.deal_column(*key, first, room, &mut timeline);
            timeline.columns.push(Column { period: *period, first, slots });
            first += slots;
        }
        let index = |key: &Option<Key>| key.and_then(|key| index_of.get(&key).copied());
        timeline.limit_of = self.limits.iter().map(index).collect();
        timeline.floor_of = self.floors.iter().map(index).collect();
        timeline
    }

    /// Deals out one column: dated documents in their order, a new slot whenever a row of the last one is full; then the
    /// undated, nearest to the year they cannot be after. Gives the number of slots.
    fn deal_column(&self, key: Key, first: usize, room: Room, timeline: &mut Timeline) -> usize {
        let mut slots = vec![Slot::default()];
        for &i in self.dated.get(&key).into_iter().flatten() {
            let last = slots.len() - 1;
            if slots[last].is_full(self, i, room) {
                let moved = slots[last].take_sources(self, i);
                slots.push(Slot::default());
                for source in moved {
                    slots[last + 1].put(self, source);
                }
            }
            slots.last_mut().expect("there is always a slot").put(self, i);
        }
        let mut passed: BTreeMap<usize, usize> = BTreeMap::new();
        for &i in self.undated.get(&key).into_iter().flatten() {
            // Slots are tried from the right; a full one is never tried again for its row.
            let passed = passed.entry(self.lanes.of[i]).or_default();
            while *passed < slots.len() && slots[slots.len() - 1 - *passed].is_full(self, i, room) {
                *passed += 1;
            }
            if *passed == slots.len() {
                slots.push(Slot::default());
                *passed = 0;
            }
            let at = slots.len() - 1 - *passed;
            slots[at].put(self, i);
        }
        for (slot, content) in slots.iter().enumerate() {
            for &i in &content.documents {
                timeline.slot_of[i] = first + slot;
                timeline.order.push(i);
            }
        }
        slots.len()
    }

    fn node(&self, i: usize) -> &Node {
        &self.view.graph.graph[self.view.nodes[i]]
    }
}

/// A slot while it is filled.
#[derive(Default)]
struct Slot {
    documents: Vec<usize>,
    /// For each row how many documents, and how many held ones.
    counts: BTreeMap<usize, (usize, usize)>,
}

impl Slot {
    fn put(&mut self, filling: &Filling, i: usize) {
        let count = self.counts.entry(filling.lanes.of[i]).or_default();
        *count = (count.0 + 1, count.1 + usize::from(filling.node(i).held));
        self.documents.push(i);
    }

    fn is_full(&self, filling: &Filling, i: usize, room: Room) -> bool {
        let (cards, held) = self.counts.get(&filling.lanes.of[i]).copied().unwrap_or_default();
        cards >= room.cards || (filling.node(i).held && held >= room.held)
    }

    /// Takes out the latest documents as long as `i` cites them, so that they can stand above it.
    fn take_sources(&mut self, filling: &Filling, i: usize) -> Vec<usize> {
        let (graph, nodes) = (&filling.view.graph.graph, &filling.view.nodes);
        let cites = |source: usize| graph.contains_edge(nodes[i], nodes[source]);
        let other_row = |source: usize| filling.lanes.of[source] != filling.lanes.of[i];
        let kept = self.documents.iter().rposition(|&s| !(cites(s) && other_row(s))).map_or(0, |last| last + 1);
        let moved = self.documents.split_off(kept.max(1).min(self.documents.len()));
        for source in &moved {
            let count = self.counts.entry(filling.lanes.of[*source]).or_default();
            *count = (count.0 - 1, count.1 - usize::from(filling.node(*source).held));
        }
        moved
    }
}

/// Area of the sheet in thousands of square units, by an estimate of its width and height; more if it is far from the
/// proportions of paper.
fn area(timeline: &Timeline, lanes: &Lanes, units: &[Units], edges: usize, options: &Options) -> i64 {
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
    // A line takes half a track of a gutter and of a channel on average.
    let count = |n: usize| i64::try_from(n).unwrap_or(i64::MAX).min(1 << 24);
    let width = (220 + 216 * count(slots) + 6 * count(edges)).max(1680);
    let height =
        400 + tallest.iter().map(|cards| if *cards == 0 { 0 } else { cards * 94 + 60 }).sum::<i64>() + 6 * count(edges);
    let ratio = width * 1000 / height;
    let excess = if ratio < 1000 { 1000 * 1000 / ratio.max(1) } else { (ratio * 1000 / 1700).max(1000) };
    // Beyond the widest sheet only the width counts.
    let too_wide = options.max_width.filter(|max| width > i64::from(*max)).map_or(0, |_| width << 32);
    (width * height / 1000).saturating_mul(excess * excess / 1000) / 1000 + too_wide
}
