//! Through which gutters and channels lines run, before any coordinate is known.
//!
//! A line between two cards next to each other in a slot is straight. All others of one relation that share a target, or
//! a source if more share that, form a bundle: a trunk at the shared card (its hub), and an arm to each other card (a
//! member). Trunks and arms run only in gutters between slots, in channels under rows, and in the gap between a card and
//! the next one of its slot, none of which ever holds a card.

use super::plan::{Plan, Spot};
use super::shape::Stroke;
use std::collections::BTreeMap;

/// A side of a card.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Side {
    Left,
    Right,
    Top,
    Bottom,
}

/// An upright stretch at a card: in a gutter, or in the gap above or below the card.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Upright {
    /// Where it meets the card.
    pub(crate) side: Side,
    /// The gutter left of this slot (for `Left` and `Right`), or the slot itself (for `Top` and `Bottom`).
    pub(crate) index: usize,
}

impl Upright {
    fn gutter(side: Side, index: usize) -> Self {
        Self { side, index }
    }

    /// Position from the left: gutters are even, slots odd.
    pub(crate) fn order(self) -> usize {
        match self.side {
            Side::Left | Side::Right => 2 * self.index,
            Side::Top | Side::Bottom => 2 * self.index + 1,
        }
    }
}

/// How a member reaches the trunk.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Arm {
    /// It stands at the trunk's gutter: a level stretch from this side.
    Direct(Side),
    /// An upright to the channel under this row, and along it.
    Channel { lane: usize, upright: Upright },
}

/// A card at the end of a bundle.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Member {
    /// Index of the link.
    pub(crate) link: usize,
    /// The card.
    pub(crate) card: usize,
    /// Its way to the trunk.
    pub(crate) arm: Arm,
}

/// Links of one relation that share a card.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Bundle {
    /// The shared card.
    pub(crate) hub: usize,
    /// Where the trunk stands.
    pub(crate) trunk: Upright,
    /// The other cards.
    pub(crate) members: Vec<Member>,
}

/// All ways.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Routes {
    /// Links between cards next to each other in a slot: link, upper card.
    pub(crate) straight: Vec<(usize, usize)>,
    /// The bundles.
    pub(crate) bundles: Vec<Bundle>,
}

/// Finds the ways of all links. Costs n log n.
pub(crate) fn route(plan: &Plan) -> Routes {
    let mut routes = Routes::default();
    let mut rest = Vec::new();
    for (index, link) in plan.links.iter().enumerate() {
        if plan.below(link.from) == Some(link.to) {
            routes.straight.push((index, link.from));
        } else if plan.above(link.from) == Some(link.to) {
            routes.straight.push((index, link.to));
        } else {
            rest.push(index);
        }
    }
    let mut gaps = Gaps::default();
    for (_, upper) in &routes.straight {
        gaps.take(plan, *upper, Side::Bottom);
    }
    routes.bundles = bundled(plan, &rest).into_iter().map(|(hub, links)| lead(plan, hub, &links, &mut gaps)).collect();
    routes
}

/// How many uprights stand in the gap above each card of each slot.
#[derive(Default)]
struct Gaps(BTreeMap<(usize, usize), usize>);

impl Gaps {
    /// More than these would stand too close.
    const MOST: usize = 7;

    fn gap(plan: &Plan, card: usize, side: Side) -> (usize, usize) {
        (plan.spots[card].slot, plan.spots[card].rank + usize::from(side == Side::Bottom))
    }

    fn has_room(&self, plan: &Plan, card: usize, side: Side) -> bool {
        self.0.get(&Self::gap(plan, card, side)).is_none_or(|count| *count < Self::MOST)
    }

    fn take(&mut self, plan: &Plan, card: usize, side: Side) {
        *self.0.entry(Self::gap(plan, card, side)).or_default() += 1;
    }
}

/// Groups links by the card that most of them share.
fn bundled(plan: &Plan, links: &[usize]) -> Vec<(usize, Vec<usize>)> {
    let manner = |link: usize| (plan.links[link].stroke, plan.links[link].dashed);
    let mut into: BTreeMap<(usize, (Stroke, bool)), usize> = BTreeMap::new();
    let mut out: BTreeMap<(usize, (Stroke, bool)), usize> = BTreeMap::new();
    for &link in links {
        *into.entry((plan.links[link].to, manner(link))).or_default() += 1;
        *out.entry((plan.links[link].from, manner(link))).or_default() += 1;
    }
    let mut bundles: BTreeMap<(usize, (Stroke, bool), bool), Vec<usize>> = BTreeMap::new();
    for &link in links {
        let (from, to) = (plan.links[link].from, plan.links[link].to);
        let shares_source = out[&(from, manner(link))] > into[&(to, manner(link))];
        bundles.entry((if shares_source { from } else { to }, manner(link), shares_source)).or_default().push(link);
    }
    bundles.into_iter().map(|((hub, ..), links)| (hub, links)).collect()
}

/// Lays the trunk of a bundle and the arms of its members.
fn lead(plan: &Plan, hub: usize, links: &[usize], gaps: &mut Gaps) -> Bundle {
    let other = |link: usize| if plan.links[link].from == hub { plan.links[link].to } else { plan.links[link].from };
    let cards: Vec<(usize, usize)> = links.iter().map(|&link| (link, other(link))).collect();
    let in_gap = gap_trunk(plan, hub, &cards).filter(|trunk| gaps.has_room(plan, hub, trunk.side));
    if let Some(trunk) = in_gap {
        gaps.take(plan, hub, trunk.side);
    }
    let trunk = in_gap.unwrap_or_else(|| gutter_trunk(plan, hub, &cards));
    let members =
        cards.iter().map(|&(link, card)| Member { link, card, arm: arm(plan, hub, trunk, card, gaps) }).collect();
    Bundle { hub, trunk, members }
}

/// The channel nearest to a member on the side of the hub.
fn channel(plan: &Plan, hub: usize, member: usize) -> usize {
    let (hub, member) = (plan.spots[hub].lane, plan.spots[member].lane);
    if member <= hub { member } else { member - 1 }
}

/// The gutter beside the hub that more members are on the side of.
fn gutter_trunk(plan: &Plan, hub: usize, cards: &[(usize, usize)]) -> Upright {
    let slot = plan.spots[hub].slot;
    let left = cards.iter().filter(|(_, card)| plan.spots[*card].slot < slot).count();
    let right = cards.iter().filter(|(_, card)| plan.spots[*card].slot > slot).count();
    if left >= right { Upright::gutter(Side::Left, slot) } else { Upright::gutter(Side::Right, slot + 1) }
}

/// A trunk above or below the hub, if its slot is free from there to every channel that the bundle uses, and no member
/// stands just beside it.
fn gap_trunk(plan: &Plan, hub: usize, cards: &[(usize, usize)]) -> Option<Upright> {
    let Spot { lane, slot, .. } = plan.spots[hub];
    let beside = |card: usize| plan.spots[card].slot.abs_diff(slot) <= 1;
    if cards.iter().any(|(_, card)| beside(*card)) {
        return None;
    }
    let channels = cards.iter().map(|(_, card)| channel(plan, hub, *card));
    let (first, last) = (channels.clone().min()?, channels.max()?);
    let upper = plan.above(hub).map_or(0, |above| plan.spots[above].lane);
    let lower = plan.below(hub).map_or(plan.lanes.len(), |below| plan.spots[below].lane);
    if last < lane && first >= upper && plan.above(hub).is_none_or(|above| plan.spots[above].lane < lane) {
        Some(Upright { side: Side::Top, index: slot })
    } else if first >= lane && last < lower {
        Some(Upright { side: Side::Bottom, index: slot })
    } else {
        None
    }
}

/// The way from a member to the trunk.
fn arm(plan: &Plan, hub: usize, trunk: Upright, card: usize, gaps: &mut Gaps) -> Arm {
    let Spot { lane, slot, .. } = plan.spots[card];
    if matches!(trunk.side, Side::Left | Side::Right) {
        if slot == trunk.index {
            return Arm::Direct(Side::Left);
        }
        if slot + 1 == trunk.index {
            return Arm::Direct(Side::Right);
        }
    }
    let channel = channel(plan, hub, card);
    let in_gap = if channel == lane {
        plan.below(card).is_none_or(|below| plan.spots[below].lane > lane).then_some(Side::Bottom)
    } else {
        plan.above(card).is_none_or(|above| plan.spots[above].lane < lane).then_some(Side::Top)
    };
    let upright = match in_gap.filter(|side| gaps.has_room(plan, card, *side)) {
        Some(side) => {
            gaps.take(plan, card, side);
            Upright { side, index: slot }
        }
        None if trunk.order() <= 2 * slot => Upright::gutter(Side::Left, slot),
        None => Upright::gutter(Side::Right, slot + 1),
    };
    Arm::Channel { lane: channel, upright }
}
