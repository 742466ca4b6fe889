//! The columns of a drawing: one for each year or month that has documents, and within it as many slots as its cards need.
//! Where documents are spread thinly over many years, a column takes several; in the mere order of time one takes all.
//!
//! A slot is a stretch of time shared by all rows: a later document never stands left of an earlier one. A document
//! without date stands on hatched ground left of the year it cannot be after, in free cells of the columns before it where
//! there are any; one of which only the earliest date is known stands in that year or after it. What has no known time at
//! all stands in the first column. Without an axis of time what acts stands right of its sources, as far as rows allow.

use super::item::Item;
use super::lanes::{Lane, Lanes};
use super::units::Units;
use super::{Options, Time};
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
struct Room {
    cards: usize,
    held: usize,
}

/// Identity and order of a column: the index of its year among the years with documents, then 0 for the unknown, 1 for
/// "by this year", 2 for the year itself, 3 for "from this year".
type Key = (usize, u8);

const UNKNOWN: Key = (0, 0);

/// Documents by column, before slots are dealt out.
struct Filling<'v> {
    items: &'v [Item<'v>],
    /// Who cites whom: indices of items.
    cites: &'v HashSet<(usize, usize)>,
    time: Time,
    lanes: &'v Lanes,
    periods: BTreeMap<Key, Period>,
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

/// Places items in time, with as many years to a column and slots to a column as make the sheet small: the most promising
/// arrangements by an estimate of the sheet, the best first. Costs n log n for each of a few dozen trials.
pub(crate) fn timelines(content: Content, options: &Options) -> Vec<(i64, Timeline)> {
    let cites: HashSet<(usize, usize)> = content.lines.iter().copied().collect();
    let mut best = Best::default();
    let mut columns = usize::MAX;
    let whole = [(usize::MAX, 100)];
    let thin: &[(usize, i64)] = if matches!(options.time, Time::Order | Time::Off) { &whole } else { &THIN };
    let depths = if options.time == Time::Off { depths(content) } else { Vec::new() };
    for (thin, dearer) in thin {
        let periods = periods(content.items, *thin, options.time);
        if periods.len() >= columns || (*thin > 1 && columns <= enough(options.time) && options.is_free()) {
            continue;
        }
        columns = periods.len();
        let filling = fill(content, &cites, &periods, options.time);
        let mut worse = 0;
        for cards in (0_usize..).map(|i| [2_usize, 3][i % 2] << (i / 2) >> 1) {
            let mut slots = 0;
            for held in [cards.div_ceil(2), cards] {
                let timeline = match options.time {
                    Time::Off => abreast(content, &depths, cards),
                    _ => filling.deal(Room { cards, held }),
                };
                slots = timeline.columns.last().map_or(0, |c| c.first + c.slots);
                // A column of several years says less: it must save a good part of the sheet.
                worse = if best.offer(area(&timeline, content, options), *dearer, timeline) { 0 } else { worse + 1 };
            }
            // More room changes nothing once every column is one slot, and little once the sheet keeps growing.
            if slots <= filling.periods.len().max(1) || worse > 8 {
                break;
            }
        }
    }
    best.0.into_iter().map(|(_, dearer, timeline)| (dearer, timeline)).collect()
}

/// The most promising arrangements: what the sheet is estimated to cost, how much dearer it counts, the best first.
#[derive(Default)]
struct Best(Vec<(i64, i64, Timeline)>);

/// More are not kept.
const KEPT: usize = 6;

impl Best {
    /// True if none is better.
    fn offer(&mut self, area: i64, dearer: i64, timeline: Timeline) -> bool {
        let cost = area.saturating_mul(dearer);
        let at = self.0.partition_point(|(least, ..)| *least <= cost);
        if !self.0.iter().any(|(.., other)| *other == timeline) {
            self.0.insert(at, (cost, dearer, timeline));
            self.0.truncate(KEPT);
        }
        at == 0
    }
}

/// Fewest documents of a column that are tried, each year for itself first, and how much such a sheet counts, in hundredths.
const THIN: [(usize, i64); 5] = [(1, 100), (2, 112), (3, 118), (6, 140), (12, 175)];

/// As many columns as this need not be fewer: who asks for months wants to see them.
fn enough(time: Time) -> usize {
    if time == Time::Month { 18 } else { 8 }
}

/// The ticks of each column: as few as hold at least `thin` documents; months of different years are never joined.
fn periods(items: &[Item], thin: usize, time: Time) -> Vec<(Tick, Tick)> {
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

/// How many sources stand before each item in the longest chain; chains stop where they would turn in a circle.
fn depths(content: Content) -> Vec<usize> {
    let mut sources: Vec<Vec<usize>> = vec![Vec::new(); content.items.len()];
    content.lines.iter().for_each(|(citing, cited)| sources[*citing].push(*cited));
    let mut depths: Vec<Option<usize>> = vec![None; content.items.len()];
    let mut entered = vec![false; content.items.len()];
    for start in 0..content.items.len() {
        let mut path = vec![start];
        while let Some(&item) = path.last() {
            if !std::mem::replace(&mut entered[item], true) {
                path.extend(sources[item].iter().filter(|source| !entered[**source]));
                continue;
            }
            path.pop();
            let before = sources[item].iter().filter_map(|source| depths[*source].map(|depth| depth + 1));
            depths[item] = Some(depths[item].unwrap_or(0).max(before.max().unwrap_or(0)));
        }
    }
    depths.into_iter().map(Option::unwrap_or_default).collect()
}

/// Slots without time: each row for itself, in the order of the chains.
fn abreast(content: Content, depths: &[usize], cards: usize) -> Timeline {
    let mut order: Vec<usize> = (0..content.items.len()).collect();
    order.sort_by_key(|item| (depths[*item], content.items[*item].held, *item));
    let none = vec![None; order.len()];
    let mut timeline =
        Timeline { slot_of: vec![0; order.len()], limit_of: none.clone(), floor_of: none, ..Timeline::default() };
    let mut filled: BTreeMap<usize, usize> = BTreeMap::new();
    let mut slots = 0;
    for &item in &order {
        let count = filled.entry(content.lanes.of[item]).or_default();
        timeline.slot_of[item] = *count / cards.max(1);
        slots = slots.max(timeline.slot_of[item] + 1);
        *count += 1;
    }
    timeline.order = order;
    if slots > 0 {
        timeline.columns.push(Column { period: Period::None, first: 0, slots });
    }
    timeline
}

/// Sorts documents into columns.
fn fill<'v>(
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
    fn deal(&self, room: Room) -> Timeline {
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
        let mut slots = vec![Slot::default()];
        let ends: BTreeSet<i32> = self.lanes.rows.iter().filter_map(Lane::last_day).collect();
        for &i in self.dated.get(&key).into_iter().flatten() {
            let last = slots.len() - 1;
            // What came after the end of a row's level stands in another slot than what came before.
            let before = slots[last].documents.last().and_then(|before| order(&self.items[*before]));
            let (before, own) = (before.unwrap_or(i32::MAX), order(&self.items[i]).unwrap_or(i32::MIN));
            if before < own && ends.range(before..own).next().is_some() {
                slots.push(Slot::default());
            } else if slots[last].is_full(self, i, room) {
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
        *count = (count.0 + 1, count.1 + usize::from(filling.items[i].held));
        self.documents.push(i);
    }

    fn is_full(&self, filling: &Filling, i: usize, room: Room) -> bool {
        let (cards, held) = self.counts.get(&filling.lanes.of[i]).copied().unwrap_or_default();
        cards >= room.cards || (filling.items[i].held && held >= room.held)
    }

    /// Takes out the latest documents as long as `i` cites them, so that they can stand above it.
    fn take_sources(&mut self, filling: &Filling, i: usize) -> Vec<usize> {
        let cites = |source: usize| filling.cites.contains(&(i, source));
        let other_row = |source: usize| filling.lanes.of[source] != filling.lanes.of[i];
        let kept = self.documents.iter().rposition(|&s| !(cites(s) && other_row(s))).map_or(0, |last| last + 1);
        let moved = self.documents.split_off(kept.max(1).min(self.documents.len()));
        for source in &moved {
            let count = self.counts.entry(filling.lanes.of[*source]).or_default();
            *count = (count.0 - 1, count.1 - usize::from(filling.items[*source].held));
        }
        moved
    }
}

/// How much paper an arrangement takes, by an estimate of its width and height.
fn area(timeline: &Timeline, content: Content, options: &Options) -> i64 {
    let lanes = content.lanes;
    let slots = timeline.columns.last().map_or(0, |c| c.first + c.slots);
    let mut stacks: BTreeMap<(usize, usize), i64> = BTreeMap::new();
    let mut tallest = vec![0_i64; lanes.rows.len() + 1];
    let mut add = |lane: usize, slot: usize, height: i32| {
        let stack = stacks.entry((lane, slot)).or_default();
        *stack += i64::from(height);
        tallest[lane] = tallest[lane].max(*stack);
    };
    for (i, slot) in timeline.slot_of.iter().enumerate() {
        add(lanes.of[i], *slot, content.items[i].height + 22);
    }
    for sender in content.units {
        add(lanes.rows.len(), timeline.slot_of[sender.sender], 58);
    }
    // A line takes half a track of a gutter and of a channel on average.
    let count = |n: usize| i64::try_from(n).unwrap_or(i64::MAX).min(1 << 24);
    let lines = 6 * count(content.lines.len());
    let width = (220 + 216 * count(slots) + lines).max(1680);
    let height = 400 + tallest.iter().map(|cards| if *cards == 0 { 0 } else { cards + 52 }).sum::<i64>() + lines;
    weigh(width, height, options)
}

/// What a drawing of this size costs: its area in thousands of square units, more if it is far from the proportions of paper;
/// on a given sheet how small it is printed.
pub(crate) fn weigh(width: i64, height: i64, options: &Options) -> i64 {
    if let Some(sheet) = options.sheet {
        // The square of the larger share, so that it weighs like an area.
        let share = sheet.suiting(width, height).share(width, height);
        return share * share;
    }
    let ratio = width * 1000 / height.max(1);
    let excess = if ratio < 1000 { 1000 * 1000 / ratio.max(1) } else { (ratio * 1000 / 1700).max(1000) };
    // Beyond the widest sheet only the width counts.
    let too_wide = options.max_width.filter(|max| width > i64::from(*max)).map_or(0, |_| width << 32);
    (width * height / 1000).saturating_mul(excess * excess / 1000) / 1000 + too_wide
}
