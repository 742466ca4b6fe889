//! Where lines meet cards: ports at their sides, and places in the gaps above and below them.

use super::card;
use super::place::{Owner, Places, Work};
use super::plan::Plan;
use super::route::{Arm, Bundle, Routes, Side, Upright};
use std::collections::BTreeMap;

/// The uprights in gutters at each side of each card.
pub(crate) type Ports = BTreeMap<(usize, Side), Vec<Owner>>;

pub(crate) fn ports(routes: &Routes) -> Ports {
    let mut ports = Ports::new();
    let mut add = |card: usize, side: Side, owner: Owner| {
        if matches!(side, Side::Left | Side::Right) {
            ports.entry((card, side)).or_default().push(owner);
        }
    };
    for (b, bundle) in routes.bundles.iter().enumerate() {
        add(bundle.hub, bundle.trunk.side, (b, None));
        for (m, member) in bundle.members.iter().enumerate() {
            match member.arm {
                Arm::Direct(side) | Arm::Channel { upright: Upright { side, .. }, .. } => {
                    add(member.card, side, (b, Some(m)))
                }
            }
        }
    }
    ports
}

/// The gutter and the track of uprights.
pub(crate) type Tracks = BTreeMap<Owner, (usize, usize)>;

/// The heights at which lines leave cards to the side. Lines that turn up stand above those that turn down; the upright
/// nearest to the card is outermost, so that lines of one side of one card do not cross. Before tracks are known the
/// nearest goal counts as the nearest upright.
///
/// Ports at left sides and at right sides lie on different heights, so that lines from both sides of a gutter never run
/// into each other.
pub(crate) fn lay_ports(routes: &Routes, ports: &Ports, places: &Places, tracks: &Tracks, work: &mut Work) {
    for ((card, side), owners) in ports {
        let rect = places.cards[*card];
        let middle = rect.centre().y;
        let mut sorted: Vec<(i32, i32, Owner)> = owners
            .iter()
            .map(|owner| {
                let (up, down) = goals(routes, *owner, places, work);
                let away = away(routes, *owner, *side, tracks);
                match (up < middle, down > middle) {
                    (true, false) => (0, away.unwrap_or(middle - up), *owner),
                    (false, true) => (2, -away.unwrap_or(down - middle), *owner),
                    _ => (1, 0, *owner),
                }
            })
            .collect();
        sorted.sort_unstable();
        let count = i32::try_from(sorted.len()).unwrap_or(1);
        let step = if count > 1 { ((rect.h - 28) / (count - 1)).min(18) } else { 0 };
        let grid = if *side == Side::Left { 4 } else { 0 };
        for (index, (_, _, owner)) in (0..).zip(sorted) {
            let y = middle + (2 * index - (count - 1)) * step / 2;
            work.ports.insert(owner, (y - grid + 4).div_euclid(8) * 8 + grid);
        }
    }
    for (b, bundle) in routes.bundles.iter().enumerate() {
        straighten(b, bundle, ports, places, work);
    }
}

/// How many tracks lie between a card and an upright at this side of it.
fn away(routes: &Routes, (b, member): Owner, side: Side, tracks: &Tracks) -> Option<i32> {
    let direct = member.is_some_and(|m| matches!(routes.bundles[b].members[m].arm, Arm::Direct(_)));
    let (_, track) = tracks.get(&(b, if direct { None } else { member }))?;
    let track = i32::try_from(*track).unwrap_or(0);
    Some(if side == Side::Right { track } else { -track })
}

/// The highest and the lowest place that an upright leads to, seen from its card.
fn goals(routes: &Routes, (b, member): Owner, places: &Places, work: &Work) -> (i32, i32) {
    let bundle = &routes.bundles[b];
    let middle = |card: usize| places.cards[card].centre().y;
    let ends = bundle.members.iter().map(|m| match m.arm {
        Arm::Direct(_) => middle(m.card),
        Arm::Channel { lane, .. } => work.channels[&(b, lane)],
    });
    match member.map(|m| bundle.members[m].arm) {
        Some(Arm::Channel { lane, .. }) => (work.channels[&(b, lane)], work.channels[&(b, lane)]),
        Some(Arm::Direct(_)) => (middle(bundle.hub), middle(bundle.hub)),
        None => (ends.clone().min().unwrap_or(0), ends.max().unwrap_or(0)),
    }
}

/// Two cards beside each other with one line between them get it level, where a card has no other line on that side.
fn straighten(b: usize, bundle: &Bundle, ports: &Ports, places: &Places, work: &mut Work) {
    let [member] = bundle.members[..] else { return };
    let Arm::Direct(side) = member.arm else { return };
    if side == bundle.trunk.side {
        return;
    }
    let alone = |card: usize, side: Side| ports.get(&(card, side)).is_some_and(|owners| owners.len() == 1);
    let within = |card: usize, y: i32| (places.cards[card].y + 14..=places.cards[card].bottom() - 14).contains(&y);
    let (hub_y, member_y) = (work.ports[&(b, None)], work.ports[&(b, Some(0))]);
    if alone(bundle.hub, bundle.trunk.side) && within(bundle.hub, member_y) {
        work.ports.insert((b, None), member_y);
    } else if alone(member.card, side) && within(member.card, hub_y) {
        work.ports.insert((b, Some(0)), hub_y);
    }
}

/// An upright in a gap: where its line turns, its order among those that turn there, and what it belongs to.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Entry {
    turn: i32,
    order: i32,
    /// The upright of a bundle, or a straight link.
    owner: Result<Owner, usize>,
}

/// What runs in the gap below a card or above the first: straight links in the middle, lines that turn left on the left.
/// Of those that turn to one side, the one with the farthest channel is nearest to the middle of the other side, so that
/// they do not cross.
pub(crate) fn lay_gaps(plan: &Plan, routes: &Routes, places: &Places, work: &mut Work) {
    let mut gaps: BTreeMap<(usize, usize), Vec<Entry>> = BTreeMap::new();
    for (link, upper) in &routes.straight {
        let spot = &plan.spots[*upper];
        gaps.entry((spot.slot, spot.rank + 1)).or_default().push(Entry { turn: 0, order: 0, owner: Err(*link) });
    }
    let mut add = |card: usize, side: Side, turn: i32, away: i32, owner: Owner| {
        let gap = (plan.spots[card].slot, plan.spots[card].rank + usize::from(side == Side::Bottom));
        let turn = if turn < 0 { -1 } else { 1 };
        gaps.entry(gap).or_default().push(Entry { turn, order: -turn * away, owner: Ok(owner) });
    };
    for (b, bundle) in routes.bundles.iter().enumerate() {
        let trunk = bundle.trunk;
        let (mut turn, mut farthest) = (0, 0);
        for (m, member) in bundle.members.iter().enumerate() {
            let Arm::Channel { lane, upright } = member.arm else { continue };
            let y = work.channels[&(b, lane)];
            turn += if upright.order() < trunk.order() { -1 } else { 1 };
            farthest = farthest.max((y - places.cards[bundle.hub].centre().y).abs());
            if matches!(upright.side, Side::Top | Side::Bottom) {
                let side = if trunk.order() < upright.order() { -1 } else { 1 };
                let away = (y - places.cards[member.card].centre().y).abs();
                add(member.card, upright.side, side, away, (b, Some(m)));
            }
        }
        if matches!(trunk.side, Side::Top | Side::Bottom) {
            add(bundle.hub, trunk.side, turn, farthest, (b, None));
        }
    }
    for ((slot, _), mut entries) in gaps {
        entries.sort_unstable();
        let centre = places.cards[plan.stacks[slot][0]].centre().x;
        let count = i32::try_from(entries.len()).unwrap_or(1);
        let lefts = i32::try_from(entries.iter().filter(|entry| entry.turn < 0).count()).unwrap_or(0);
        let middles = i32::try_from(entries.iter().filter(|entry| entry.turn == 0).count()).unwrap_or(0);
        // With a straight link the others stand around it, else all are spread around the middle.
        let origin = if middles > 0 { 2 * lefts + middles - 1 } else { count - 1 };
        let widest = origin.max(2 * (count - 1) - origin).max(1);
        let step = (card::WIDTH - 44).min(24 * widest) / widest;
        for (index, entry) in (0..).zip(entries) {
            let x = centre + (2 * index - origin) * step / 2;
            match entry.owner {
                Err(link) => work.straight.insert(link, x),
                Ok(owner) => work.uprights.insert(owner, x),
            };
        }
    }
}
