//! Every coordinate: rows, columns, cards, ports, tracks.
//!
//! Heights come first (they need only the number of tracks in each channel), then the uprights in each gutter, then
//! widths. Nothing is iterated to convergence.

use super::card;
use super::frame::lane_words;
use super::lanes::Lane;
use super::plan::{Bound, Plan};
use super::ports::{Ports, Tracks, lay_gaps, lay_ports, ports};
use super::route::{Arm, Routes, Side};
use super::shape::{Point, Rect};
use super::time::Period;
use super::tracks::{Stretch, fewest, nested};
use super::ways::{Join, Way, ways};
use super::{Options, Sheet, legend};
use crate::view::View;
use std::collections::{BTreeMap, BTreeSet};

/// Margin of the sheet.
pub(crate) const MARGIN: i32 = 40;
/// Where the columns begin, right of the names of the rows.
pub(crate) const LEFT: i32 = 178;
/// Where the headings of the columns begin.
pub(crate) const HEAD: i32 = 132;
/// Where the rows begin.
pub(crate) const TOP: i32 = 164;
/// Height of the sentence that stands in place of rows where there are none.
const EMPTY: i32 = 220;
/// Narrowest drawing: A3, and for a sheet of smaller paper A4 upright in its own size, a little smaller, that a title and a legend fit.
const NARROWEST: i32 = 1680;
const NARROWEST_SHEET: i32 = 920;

/// Highest drawing that gets air between its rows.
const AIRY: i32 = 1600;

/// Distance of tracks, and of the ports of a card at the least.
const STEP: i32 = 10;
const PORT: i32 = 9;
/// Room between a card and the nearest upright: an arrow head and the beginning of a corner.
const PAD: i32 = 17;
/// Room in a row above and below its cards: a badge and an arrow head.
const ABOVE: i32 = 20;
const BELOW: i32 = 17;
/// Room between cards of a slot: with an arrow between them, without, between addressees.
const LINKED: i32 = 25;
const BETWEEN: i32 = 14;
const UNITS: i32 = 12;

/// All places.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Places {
    /// Size of the sheet.
    pub(crate) width: i32,
    /// Where the rows end.
    pub(crate) bottom: i32,
    /// The rows, over the whole width.
    pub(crate) lanes: Vec<Rect>,
    /// The columns, from the headings to the last row.
    pub(crate) columns: Vec<Rect>,
    /// The cards.
    pub(crate) cards: Vec<Rect>,
    /// Left and right end of every slot, its share of the gutters included.
    pub(crate) slots: Vec<(i32, i32)>,
    /// The column of what has no known time.
    pub(crate) unknown: Option<Rect>,
    /// Ground of cards without date.
    pub(crate) hatched: Vec<(Rect, Bound)>,
    /// The lines.
    pub(crate) ways: Vec<Way>,
    /// Where lines of a bundle meet.
    pub(crate) joins: Vec<Join>,
}

/// An upright of a bundle: its trunk, or that of a member.
pub(crate) type Owner = (usize, Option<usize>);

/// What is known on the way from counts to coordinates.
#[derive(Default)]
pub(crate) struct Work {
    /// For each bundle and channel its y.
    pub(crate) channels: BTreeMap<(usize, usize), i32>,
    /// For each upright its y at its card (gutters only).
    pub(crate) ports: BTreeMap<Owner, i32>,
    /// For each upright its x.
    pub(crate) uprights: BTreeMap<Owner, i32>,
    /// For each straight link its x.
    pub(crate) straight: BTreeMap<usize, i32>,
}

/// Computes all places. Costs n log n.
pub(crate) fn place(plan: &Plan, routes: &Routes, view: &View, options: &Options) -> Places {
    let mut work = Work::default();
    let mut places = Places::default();
    let ports = ports(routes);
    let heights = card_heights(plan, &ports);
    let levels = level_tracks(plan, routes);
    let gutters = plan.stacks.len() + 1;
    // Heights need the width only for the proportions of the sheet, so a first guess of it will do.
    let guess = (LEFT + MARGIN + (card::WIDTH + 2 * PAD) * i32::try_from(plan.stacks.len()).unwrap_or(0))
        .max(if options.sheet.is_some() { NARROWEST_SHEET } else { NARROWEST });
    let foot = legend::height(view, options, plan, guess);
    let ratio = options.sheet.map(|sheet| ratio(sheet, guess, &plan.lanes));
    let proportion = ratio.unwrap_or(1414);
    lay_rows(plan, &measured_cells(plan, routes, &heights), &heights, &levels, (guess, foot, proportion), &mut places);
    for ((bundle, lane), (track, count)) in &levels {
        work.channels.insert((*bundle, *lane), places.lanes[*lane].bottom() - 12 - (count - 1 - track) * STEP);
    }
    // Ports need the tracks to stand in their order, and tracks the ports to know their ends: ports are laid twice.
    lay_ports(routes, &ports, &places, &Tracks::new(), &mut work);
    let (tracks, _) = upright_tracks(routes, &work, gutters);
    lay_ports(routes, &ports, &places, &tracks, &mut work);
    let (tracks, counts) = upright_tracks(routes, &work, gutters);
    let least = ratio.map_or(NARROWEST, |ratio| ((places.bottom + foot) * ratio / 1000).max(NARROWEST_SHEET));
    lay_columns(plan, &tracks, &counts, (least, ratio.is_some()), &mut places, &mut work);
    let unknown = plan.columns.iter().position(|column| column.period == Period::Unknown);
    places.unknown = unknown.map(|column| places.columns[column]);
    places.hatched = hatched(plan, &places);
    lay_gaps(plan, routes, &places, &mut work);
    (places.ways, places.joins) = ways(plan, routes, &places.cards, &work);
    places
}

/// Width of the sheet in thousandths of its height, turned the way that suits the drawing.
fn ratio(sheet: Sheet, width: i32, lanes: &[Lane]) -> i32 {
    // A row is about twice as high as a card.
    let height = TOP + 200 + 160 * i32::try_from(lanes.len()).unwrap_or(0);
    let sheet = sheet.suiting(i64::from(width), i64::from(height));
    sheet.width * 1000 / sheet.height.max(1)
}

/// Cards grow with the ports at their fuller side.
fn card_heights(plan: &Plan, ports: &Ports) -> Vec<i32> {
    let mut heights: Vec<i32> = plan.spots.iter().map(|spot| spot.height).collect();
    for ((card, _), owners) in ports {
        let needed = 28 + PORT * (i32::try_from(owners.len()).unwrap_or(i32::MAX / PORT) - 1);
        heights[*card] = heights[*card].max(needed);
    }
    heights
}

/// For each bundle and channel its track and the number of tracks there.
type Levels = BTreeMap<(usize, usize), (i32, i32)>;

/// Deals out the tracks of channels.
fn level_tracks(plan: &Plan, routes: &Routes) -> Levels {
    let mut by_channel: BTreeMap<usize, Vec<(usize, Stretch)>> = BTreeMap::new();
    for (b, bundle) in routes.bundles.iter().enumerate() {
        let mut spans: BTreeMap<usize, Stretch> = BTreeMap::new();
        let at = |order: usize| i32::try_from(order).unwrap_or(i32::MAX);
        for member in &bundle.members {
            let Arm::Channel { lane, upright } = member.arm else { continue };
            let (x, trunk) = (at(upright.order()), at(bundle.trunk.order()));
            let from_above = |card: usize| if plan.spots[card].lane <= lane { -1 } else { 1 };
            let span = spans.entry(lane).or_insert(Stretch { low: trunk, high: trunk, pull: from_above(bundle.hub) });
            span.low = span.low.min(x);
            span.high = span.high.max(x);
            span.pull += from_above(member.card);
        }
        for (lane, span) in spans {
            by_channel.entry(lane).or_default().push((b, span));
        }
    }
    let mut levels = BTreeMap::new();
    for (lane, spans) in by_channel {
        let (tracks, count) = fewest(&spans.iter().map(|(_, span)| *span).collect::<Vec<_>>());
        for ((bundle, _), track) in spans.iter().zip(tracks) {
            levels.insert((*bundle, lane), (i32::try_from(track).unwrap_or(0), i32::try_from(count).unwrap_or(1)));
        }
    }
    levels
}

/// The cards of a row in one slot, and what lies between them.
struct Cell {
    lane: usize,
    cards: Vec<usize>,
    /// Room above each card but the first.
    gaps: Vec<i32>,
    height: i32,
}

/// All cells with the room between their cards: most where an arrow runs from one to the next.
fn measured_cells(plan: &Plan, routes: &Routes, heights: &[i32]) -> Vec<Cell> {
    let linked: BTreeSet<usize> = routes.straight.iter().map(|(_, upper)| *upper).collect();
    let gap = |upper: usize| match plan.document(upper) {
        Some(_) if linked.contains(&upper) => LINKED,
        Some(_) => BETWEEN,
        None => UNITS,
    };
    let cell = |((lane, _), cards): ((usize, usize), Vec<usize>)| {
        let gaps: Vec<i32> = cards[..cards.len() - 1].iter().map(|upper| gap(*upper)).collect();
        let height = cards.iter().map(|card| heights[*card]).sum::<i32>() + gaps.iter().sum::<i32>();
        Cell { lane, cards, gaps, height }
    };
    cells(plan).into_iter().map(cell).collect()
}

/// Least height of each row: its name and its tallest cell; and that of its channel.
fn needed(plan: &Plan, cells: &[Cell], levels: &Levels) -> Vec<(i32, i32)> {
    let mut needed: Vec<(i32, i32)> = plan
        .lanes
        .iter()
        .map(|lane| {
            let (titles, _, notes) = lane_words(lane);
            (31 + 17 * i32::try_from(titles.len() + notes.len()).unwrap_or(0), 0)
        })
        .collect();
    for cell in cells {
        needed[cell.lane].0 = needed[cell.lane].0.max(ABOVE + cell.height + BELOW);
    }
    for ((_, lane), (_, count)) in levels {
        needed[*lane].1 = count * STEP + 4;
    }
    needed
}

/// Rows and the heights of cards in them; x is set later.
fn lay_rows(
    plan: &Plan,
    cells: &[Cell],
    heights: &[i32],
    levels: &Levels,
    (width, foot, proportion): (i32, i32, i32),
    places: &mut Places,
) {
    let needed = needed(plan, cells, levels);
    let natural = TOP + needed.iter().map(|(cards, channel)| cards + channel).sum::<i32>() + foot;
    let sheet = width * 1000 / proportion;
    // A little air brings a small sheet to the proportions of paper; much air would only pull the drawing apart.
    let small = natural <= AIRY;
    let air = if small && sheet > natural && sheet - natural <= natural / 4 { sheet - natural } else { 0 };
    let each = air / i32::try_from(plan.lanes.len().max(1)).unwrap_or(1);
    let mut y = TOP;
    for (cards, channel) in &needed {
        places.lanes.push(Rect { x: MARGIN, y, w: 0, h: cards + channel + each });
        y += cards + channel + each;
    }
    places.bottom = if plan.lanes.is_empty() { y + EMPTY } else { y };
    places.cards = vec![Rect::default(); plan.spots.len()];
    for cell in cells {
        let room = needed[cell.lane].0 + each - ABOVE - BELOW;
        let mut y = places.lanes[cell.lane].y + ABOVE + (room - cell.height) / 2;
        for (card, gap) in cell.cards.iter().zip(cell.gaps.iter().chain(std::iter::once(&0))) {
            places.cards[*card] = Rect { x: 0, y, w: card::WIDTH, h: heights[*card] };
            y += heights[*card] + gap;
        }
    }
}

/// The cards of each row and slot from the top.
fn cells(plan: &Plan) -> BTreeMap<(usize, usize), Vec<usize>> {
    let mut cells: BTreeMap<(usize, usize), Vec<usize>> = BTreeMap::new();
    for (slot, stack) in plan.stacks.iter().enumerate() {
        for card in stack {
            cells.entry((plan.spots[*card].lane, slot)).or_default().push(*card);
        }
    }
    cells
}

/// The track of every upright in a gutter, and the number of tracks of every gutter.
fn upright_tracks(routes: &Routes, work: &Work, gutters: usize) -> (Tracks, Vec<usize>) {
    let mut by_gutter: Vec<Vec<(Owner, Stretch)>> = vec![Vec::new(); gutters];
    for (b, bundle) in routes.bundles.iter().enumerate() {
        let trunk = bundle.trunk;
        let mut pull = if trunk.side == Side::Left { 1 } else { -1 };
        let mut ends: Vec<i32> = work.ports.get(&(b, None)).copied().into_iter().collect();
        for (m, member) in bundle.members.iter().enumerate() {
            match member.arm {
                Arm::Direct(side) => {
                    ends.push(work.ports[&(b, Some(m))]);
                    pull += if side == Side::Left { 1 } else { -1 };
                }
                Arm::Channel { lane, upright } => {
                    let y = work.channels[&(b, lane)];
                    ends.push(y);
                    pull += if upright.order() > trunk.order() { 1 } else { -1 };
                    if let Some(port) = work.ports.get(&(b, Some(m))) {
                        let to_trunk = if trunk.order() > upright.order() { 1 } else { -1 };
                        let own = if upright.side == Side::Left { 1 } else { -1 };
                        by_gutter[upright.index].push(((b, Some(m)), stretch(&[*port, y], own + to_trunk)));
                    }
                }
            }
        }
        if matches!(trunk.side, Side::Left | Side::Right) && ends.iter().any(|y| *y != ends[0]) {
            by_gutter[trunk.index].push(((b, None), stretch(&ends, pull)));
        }
    }
    let mut tracks = BTreeMap::new();
    let mut counts = Vec::with_capacity(gutters);
    for (gutter, uprights) in by_gutter.iter().enumerate() {
        let (its, count) = nested(&uprights.iter().map(|(_, stretch)| *stretch).collect::<Vec<_>>());
        tracks.extend(uprights.iter().zip(its).map(|((owner, _), track)| (*owner, (gutter, track))));
        counts.push(count);
    }
    (tracks, counts)
}

/// The stretch over all of these heights, with the room of a corner at its ends.
fn stretch(ends: &[i32], pull: i32) -> Stretch {
    let low = ends.iter().min().copied().unwrap_or(0);
    let high = ends.iter().max().copied().unwrap_or(0);
    Stretch { low: low - 4, high: high + 4, pull }
}

/// What stands where from left to right.
struct Across {
    width: i32,
    /// For each gutter the x of its first track.
    first_track: Vec<i32>,
    /// For each gutter before which a column begins the x of the border.
    borders: Vec<Option<i32>>,
    /// For each slot the left edge of its cards.
    slots: Vec<i32>,
}

/// Widths of gutters: as many tracks as they have and room for heads of arrows, and air towards the proportions of a sheet.
fn across(plan: &Plan, counts: &[usize], (least, limited): (i32, bool)) -> Across {
    /// Half of a gutter without lines, and the room of a border beside lines.
    const BARE: i32 = 14;
    const BORDER: i32 = 6;
    let slots = plan.stacks.len();
    let mut starts = vec![false; slots + 1];
    plan.columns.iter().for_each(|column| starts[column.first] = column.first > 0);
    let run = |gutter: usize| i32::try_from(counts[gutter].max(1) - 1).unwrap_or(0) * STEP;
    let pads = |gutter: usize| match (counts[gutter], starts[gutter]) {
        (0, _) => (BARE, BARE),
        (_, true) => (PAD + BORDER, PAD),
        (_, false) => (PAD, PAD),
    };
    let natural: i32 = (0..=slots).map(|g| pads(g).0 + run(g) + pads(g).1).sum::<i32>()
        + card::WIDTH * i32::try_from(slots).unwrap_or(0);
    let spare = (least - LEFT - MARGIN - natural).max(0);
    // Much air would only pull the drawing apart.
    let spare = if limited { spare.min((natural / 3).max(NARROWEST_SHEET - LEFT - MARGIN - natural)) } else { spare };
    let each = spare / i32::try_from(slots + 1).unwrap_or(1);
    let width = (LEFT + natural + spare + MARGIN + 3) / 4 * 4;
    let mut across = Across { width, first_track: Vec::new(), borders: Vec::new(), slots: Vec::new() };
    let mut x = LEFT;
    for gutter in 0..=slots {
        let (before, after) = pads(gutter);
        let first = x + before + each / 2;
        let border = if counts[gutter] > 0 { x + (first - x) / 2 - 3 } else { (x + first + after + each / 2) / 2 };
        across.borders.push(starts[gutter].then_some(border));
        across.first_track.push(first);
        x = first + run(gutter) + after + each - each / 2;
        if gutter < slots {
            across.slots.push(x);
        }
        x += card::WIDTH;
    }
    across
}

/// Columns and slots, x of cards and of uprights in gutters.
fn lay_columns(
    plan: &Plan,
    tracks: &Tracks,
    counts: &[usize],
    least: (i32, bool),
    places: &mut Places,
    work: &mut Work,
) {
    let across = across(plan, counts, least);
    places.width = across.width;
    for (card, spot) in plan.spots.iter().enumerate() {
        places.cards[card].x = across.slots[spot.slot];
    }
    for lane in &mut places.lanes {
        lane.w = places.width - 2 * MARGIN;
    }
    let right = places.width - MARGIN;
    let middle = |slot: usize| (across.slots[slot - 1] + card::WIDTH + across.slots[slot]) / 2;
    let inner = (1..plan.stacks.len()).map(|slot| across.borders[slot].unwrap_or_else(|| middle(slot)));
    let ends: Vec<i32> = std::iter::once(LEFT).chain(inner).chain([right]).collect();
    places.slots = ends.windows(2).map(|end| (end[0], end[1])).collect();
    if !plan.columns.is_empty() {
        let borders = across.borders.iter().flatten().copied();
        let edges: Vec<i32> = std::iter::once(LEFT).chain(borders).chain([right]).collect();
        let height = places.bottom - HEAD;
        places.columns = edges.windows(2).map(|e| Rect { x: e[0], y: HEAD, w: e[1] - e[0], h: height }).collect();
    }
    for (owner, (gutter, track)) in tracks {
        work.uprights.insert(*owner, across.first_track[*gutter] + i32::try_from(*track).unwrap_or(0) * STEP);
    }
}

/// Ground of cards without date: the whole cell where all are, else a strip around them.
fn hatched(plan: &Plan, places: &Places) -> Vec<(Rect, Bound)> {
    let mut grounds = Vec::new();
    for ((lane, slot), cards) in cells(plan) {
        let Some(first) = cards.iter().position(|card| plan.spots[*card].undated.is_some()) else { continue };
        let (row, (left, right)) = (places.lanes[lane], places.slots[slot]);
        let (top, bottom) = match first {
            0 => (row.y, row.bottom()),
            _ => (
                places.cards[cards[first]].y - BETWEEN / 2,
                places.cards[cards[cards.len() - 1]].bottom() + BETWEEN / 2,
            ),
        };
        let bounds = || cards.iter().filter_map(|card| plan.spots[*card].undated);
        let first = bounds().next().unwrap_or(Bound::Neither);
        let bound = if bounds().all(|bound| bound == first) { first } else { Bound::Neither };
        grounds.push((Rect { x: left, y: top, w: right - left, h: bottom - top }, bound));
    }
    grounds
}

/// The middle of a card's side, for lines that need no port there.
pub(crate) fn side_of(rect: Rect, side: Side, along: i32) -> Point {
    match side {
        Side::Left => Point { x: rect.x, y: along },
        Side::Right => Point { x: rect.right(), y: along },
        Side::Top => Point { x: along, y: rect.y },
        Side::Bottom => Point { x: along, y: rect.bottom() },
    }
}
