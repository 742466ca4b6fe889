//! The columns of a drawing: one for each year or month that has documents, and within it as many slots as its cards need.
//! Where documents are spread thinly over many years, a column takes several; in the mere order of time one takes all.
//!
//! A slot is a stretch of time shared by all rows: a later document never stands left of an earlier one. A document
//! without date stands on hatched ground left of the year it cannot be after, in free cells of the columns before it where
//! there are any; one of which only the earliest date is known stands in that year or after it. What has no known time at
//! all stands in the first column.

use super::Time;
use super::item::Item;
use super::lanes::{Lane, Lanes};
use super::units::Units;
use crate::date::PartialDate;
use crate::graph::Node;
use chrono::Datelike;
use std::collections::{BTreeMap, BTreeSet, HashSet};

/// A year, or a month counted from the year 0: what columns are made of.
pub(crate) type Tick = i32;

/// The tick of a day.
fn tick(day: chrono::NaiveDate, time: Time) -> Tick {
    match time {
        Time::Month => day.year() * 12 + day.month0() as i32,
        Time::Year | Time::Order | Time::Off => day.year(),
    }
}

/// The tick of a date; months have one only where the month is known.
fn first_tick(date: PartialDate, time: Time) -> Tick {
    tick(date.earliest(), time)
}

fn last_tick(date: PartialDate, time: Time) -> Tick {
    tick(date.latest(), time)
}

/// A tick in words: `2021`, `9/2021`.
pub(crate) fn written(tick: Tick, time: Time) -> String {
    match time {
        Time::Month => format!("{}/{}", tick.rem_euclid(12) + 1, tick.div_euclid(12)),
        Time::Year | Time::Order | Time::Off => tick.to_string(),
    }
}

/// What a column stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Period {
    /// Nothing is known of the time.
    Unknown,
    /// Up to this tick, which is the first with documents or before it.
    By(Tick),
    /// From this tick to that.
    Span(Tick, Tick),
    /// This tick or later, after the last with documents.
    From(Tick),
    /// No time is asked for.
    None,
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
    /// For each item its slot, counted over all columns.
    pub(crate) slot_of: Vec<usize>,
    /// For each item the index of the column of the year it cannot be after.
    pub(crate) limit_of: Vec<Option<usize>>,
    /// For each item the index of the first column it can stand in.
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
pub(super) struct Room {
    pub(super) cards: usize,
    pub(super) held: usize,
}

/// Identity and order of a column: the index of its year among the years with documents, then 0 for the unknown, 1 for
/// "by this year", 2 for the year itself, 3 for "from this year".
pub(super) type Key = (usize, u8);

const UNKNOWN: Key = (0, 0);

/// Documents by column, before slots are dealt out.
pub(super) struct Filling<'v> {
    items: &'v [Item<'v>],
    /// Who cites whom: indices of items.
    cites: &'v HashSet<(usize, usize)>,
    time: Time,
    lanes: &'v Lanes,
    pub(super) periods: BTreeMap<Key, Period>,
    dated: BTreeMap<Key, Vec<usize>>,
    undated: BTreeMap<Key, Vec<usize>>,
    limits: Vec<Option<Key>>,
    floors: Vec<Option<Key>>,
}

/// What is to be placed in time.
#[derive(Clone, Copy)]
pub(crate) struct Content<'v> {
    /// Documents and elisions.
    pub(crate) items: &'v [Item<'v>],
    /// Their rows.
    pub(crate) lanes: &'v Lanes,
    /// Addressed units that have cards of their own.
    pub(crate) units: &'v [Units],
    /// The lines, from the citing item to the cited one.
    pub(crate) lines: &'v [(usize, usize)],
}

/// The ticks of each column: as few as hold at least `thin` documents; months of different years are never joined.
pub(super) fn periods(items: &[Item], thin: usize, time: Time) -> Vec<(Tick, Tick)> {
    let mut counts: BTreeMap<Tick, usize> = BTreeMap::new();
    for date in items.iter().filter_map(|item| item.date) {
        *counts.entry(first_tick(date, time)).or_default() += 1;
    }
    let mut periods: Vec<(Tick, Tick)> = Vec::new();
    let mut documents = usize::MAX;
    for (tick, count) in counts {
        match periods.last_mut() {
            Some(period) if documents < thin && (time != Time::Month || period.1 / 12 == tick / 12) => {
                (period.1, documents) = (tick, documents + count)
            }
            _ => {
                periods.push((tick, tick));
                documents = count;
            }
        }
    }
    periods
}

/// Sorts documents into columns.
pub(super) fn fill<'v>(
    content: Content<'v>,
    cites: &'v HashSet<(usize, usize)>,
    periods: &[(Tick, Tick)],
    time: Time,
) -> Filling<'v> {
    let (items, lanes) = (content.items, content.lanes);
    let place_of = |tick: Tick| periods.partition_point(|(_, last)| *last < tick);
    let mut filling = Filling {
        items,
        cites,
        time,
        lanes,
        periods: periods.iter().enumerate().map(|(i, (first, last))| ((i, 2), Period::Span(*first, *last))).collect(),
        dated: BTreeMap::new(),
        undated: BTreeMap::new(),
        limits: vec![None; items.len()],
        floors: vec![None; items.len()],
    };
    let mut taken: BTreeSet<(usize, usize)> = BTreeSet::new();
    let mut waiting: BTreeMap<(usize, usize), Vec<usize>> = BTreeMap::new();
    for (i, item) in items.iter().enumerate() {
        if let Some(date) = item.date {
            let place = place_of(first_tick(date, time));
            taken.insert((lanes.of[i], place));
            filling.dated.entry((place, 2)).or_default().push(i);
        } else if let Some(bound) = item.not_after {
            waiting.entry((lanes.of[i], place_of(last_tick(bound, time)))).or_default().push(i);
        } else if let Some(bound) = item.not_before {
            let bound = first_tick(bound, time);
            filling.put_after(i, place_of(bound), bound);
        } else {
            filling.periods.insert(UNKNOWN, Period::Unknown);
            filling.undated.entry(UNKNOWN).or_default().push(i);
        }
    }
    for dated in filling.dated.values_mut() {
        // What stands for several documents has no day of its own: its first date orders it.
        dated.sort_by_cached_key(|&i| (order(&items[i]), lanes.of[i], i));
    }
    for ((lane, place), documents) in waiting {
        filling.settle(lane, place, &documents, &taken, periods.get(place).copied());
    }
    filling
}

fn order(item: &Item) -> Option<i32> {
    item.day.or(item.date.map(|date| date.earliest().num_days_from_ce()))
}

/// How many free cells left of a year its undated documents are spread over.
const NEAR: usize = 2;

impl Filling<'_> {
    /// Places the undated documents of a row that cannot be after the year at `place`: in the free cells before it, else in
    /// the year before it, else in a column of their own.
    fn settle(
        &mut self,
        lane: usize,
        place: usize,
        documents: &[usize],
        taken: &BTreeSet<(usize, usize)>,
        years: Option<(Tick, Tick)>,
    ) {
        let free = (0..place).rev().take(NEAR).take_while(|p| !taken.contains(&(lane, *p))).count();
        let cells = free.clamp(1, documents.len());
        for (index, &document) in documents.iter().enumerate() {
            let bound = self.items[document].not_after.map_or(0, |d| last_tick(d, self.time));
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
    fn put_after(&mut self, document: usize, place: usize, bound: Tick) {
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
    pub(super) fn deal(&self, room: Room) -> Timeline {
        let count = self.items.len();
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
        let mut slots = vec![Slot::new(self)];
        let ends: BTreeSet<i32> = self.lanes.rows.iter().filter_map(Lane::last_day).collect();
        for &i in self.dated.get(&key).into_iter().flatten() {
            let last = slots.len() - 1;
            // What came after the end of a row's level stands in another slot than what came before.
            let before = slots[last].documents.last().and_then(|before| order(&self.items[*before]));
            let (before, own) = (before.unwrap_or(i32::MAX), order(&self.items[i]).unwrap_or(i32::MIN));
            if before < own && ends.range(before..own).next().is_some() {
                slots.push(Slot::new(self));
            } else if slots[last].is_full(self, i, room) {
                let moved = slots[last].take_sources(self, i);
                slots.push(Slot::new(self));
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
                slots.push(Slot::new(self));
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
}

/// A slot while it is filled.
struct Slot {
    documents: Vec<usize>,
    /// For each row how many documents, and how many held ones.
    counts: Vec<(usize, usize)>,
}

impl Slot {
    fn new(filling: &Filling) -> Self {
        Self { documents: Vec::new(), counts: vec![(0, 0); filling.lanes.rows.len()] }
    }

    fn put(&mut self, filling: &Filling, i: usize) {
        let count = &mut self.counts[filling.lanes.of[i]];
        *count = (count.0 + 1, count.1 + usize::from(filling.items[i].held));
        self.documents.push(i);
    }

    fn is_full(&self, filling: &Filling, i: usize, room: Room) -> bool {
        let (cards, held) = self.counts[filling.lanes.of[i]];
        cards >= room.cards || (filling.items[i].held && held >= room.held)
    }

    /// Takes out the latest documents as long as `i` cites them, so that they can stand above it.
    fn take_sources(&mut self, filling: &Filling, i: usize) -> Vec<usize> {
        let cites = |source: usize| filling.cites.contains(&(i, source));
        let other_row = |source: usize| filling.lanes.of[source] != filling.lanes.of[i];
        let kept = self.documents.iter().rposition(|&s| !(cites(s) && other_row(s))).map_or(0, |last| last + 1);
        let moved = self.documents.split_off(kept.max(1).min(self.documents.len()));
        for source in &moved {
            let count = &mut self.counts[filling.lanes.of[*source]];
            *count = (count.0 - 1, count.1 - usize::from(filling.items[*source].held));
        }
        moved
    }
}
