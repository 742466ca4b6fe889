//! Which arrangements in time are tried: how many years a column takes, and how many cards a slot. The most promising by an
//! estimate of the sheet come first.
//!
//! Without an axis of time what acts stands right of its sources, as far as rows allow.

use super::time::{Column, Content, Period, Room, Timeline, fill, periods};
use super::{Options, Time};
use std::collections::{BTreeMap, HashSet};

/// Places items in time, with as many years to a column and slots to a column as make the sheet small: the most promising
/// arrangements by an estimate of the sheet, the best first. Costs n log n for each of a few dozen trials.
pub(crate) fn timelines(content: Content, options: &Options) -> Vec<(i64, Timeline)> {
    let cites: HashSet<(usize, usize)> = content.lines.iter().copied().collect();
    let mut best = Best::default();
    let mut columns = usize::MAX;
    let thin: &[(usize, i64)] = if matches!(options.time, Time::Order | Time::Off) { &[WHOLE] } else { &THIN };
    let chain = (options.time == Time::Off).then(|| chain(content));
    for (thin, dearer) in thin {
        let periods = periods(content.items, *thin, options.time);
        if periods.len() >= columns || (*thin > 1 && columns <= enough(options.time) && options.is_free()) {
            continue;
        }
        columns = periods.len();
        let filling = fill(content, &cites, &periods, options.time);
        let mut worse = 0;
        for cards in sizes(content.items.len().isqrt() / CROWD) {
            let mut slots = 0;
            for room in rooms(cards, options.time) {
                let timeline = match &chain {
                    Some(chain) => abreast(content, chain, room.cards),
                    None => filling.deal(room),
                };
                slots = timeline.columns.last().map_or(0, |c| c.first + c.slots);
                // A column of several years says less: it must save a good part of the sheet.
                worse = if best.offer(area(&timeline, content, options), *dearer, timeline) { 0 } else { worse + 1 };
            }
            // More room changes nothing once every column is one slot, and little once the sheet keeps growing.
            if slots <= filling.periods.len().max(1) || worse > PATIENCE {
                break;
            }
        }
    }
    best.0.into_iter().map(|(_, dearer, timeline)| (dearer, timeline)).collect()
}

/// Of many documents no sheet has fewer cards in a slot than the root of their number has times this.
const CROWD: usize = 64;

/// After so many arrangements that are none better no more cards in a slot are tried.
const PATIENCE: usize = 8;

/// How many cards a slot takes in a row: 1, 2, 3, 4, 6, 8, 12 …, from the least on.
fn sizes(least: usize) -> impl Iterator<Item = usize> {
    let doubled = (0..usize::BITS - 2).flat_map(|power| [2_usize << power, 3 << power]);
    std::iter::once(1).chain(doubled).skip_while(move |cards| *cards < least)
}

/// How many of them may be held: half or all; without time it does not matter.
fn rooms(cards: usize, time: Time) -> impl Iterator<Item = Room> {
    let half = (time != Time::Off).then(|| cards.div_ceil(2)).filter(|half| *half < cards);
    half.into_iter().chain([cards]).map(move |held| Room { cards, held })
}

/// The most promising arrangements: what the sheet is estimated to cost, how much dearer it counts, the best first.
#[derive(Default)]
struct Best(Vec<(i64, i64, Timeline)>);

/// More are not kept.
const KEPT: usize = 12;

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

/// One column for all.
const WHOLE: (usize, i64) = (usize::MAX, 100);

/// As many columns as this need not be fewer: who asks for months wants to see them.
fn enough(time: Time) -> usize {
    if time == Time::Month { 18 } else { 8 }
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

/// The items in the order of the chains.
fn chain(content: Content) -> Vec<usize> {
    let depths = depths(content);
    let mut order: Vec<usize> = (0..content.items.len()).collect();
    order.sort_by_key(|item| (depths[*item], content.items[*item].held, *item));
    order
}

/// Slots without time: each row for itself, in this order.
fn abreast(content: Content, order: &[usize], cards: usize) -> Timeline {
    let none = vec![None; order.len()];
    let mut timeline =
        Timeline { slot_of: vec![0; order.len()], limit_of: none.clone(), floor_of: none, ..Timeline::default() };
    let mut filled: BTreeMap<usize, usize> = BTreeMap::new();
    let mut slots = 0;
    for &item in order {
        let count = filled.entry(content.lanes.of[item]).or_default();
        timeline.slot_of[item] = *count / cards.max(1);
        slots = slots.max(timeline.slot_of[item] + 1);
        *count += 1;
    }
    timeline.order = order.to_vec();
    if slots > 0 {
        timeline.columns.push(Column { period: Period::None, first: 0, slots });
    }
    timeline
}

/// How much paper an arrangement takes, by an estimate of its width and height.
fn area(timeline: &Timeline, content: Content, options: &Options) -> i64 {
    let lanes = content.lanes;
    let slots = timeline.columns.last().map_or(0, |c| c.first + c.slots);
    let rows = lanes.rows.len() + 1;
    let mut stacks = vec![0_i64; rows * slots];
    let mut tallest = vec![0_i64; rows];
    let mut add = |lane: usize, slot: usize, height: i32| {
        let stack = &mut stacks[slot * rows + lane];
        *stack += i64::from(height);
        tallest[lane] = tallest[lane].max(*stack);
    };
    for (i, slot) in timeline.slot_of.iter().enumerate() {
        add(lanes.of[i], *slot, content.items[i].height + 16);
    }
    for sender in content.units {
        add(lanes.rows.len(), timeline.slot_of[sender.sender], 54);
    }
    // A line takes half a track of a gutter and of a channel on average.
    let count = |n: usize| i64::try_from(n).unwrap_or(i64::MAX).min(1 << 24);
    let lines = 6 * count(content.lines.len());
    let width = (220 + 210 * count(slots) + lines).max(1680);
    let height = 400 + tallest.iter().map(|cards| if *cards == 0 { 0 } else { cards + 40 }).sum::<i64>() + lines;
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
