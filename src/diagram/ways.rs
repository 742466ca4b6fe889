//! The polylines: from tracks and ports to upright and level stretches, bundles drawn once.
//!
//! Within a bundle the longest way is drawn whole; every other ends where it first meets what is drawn, with a join.

use super::place::{Owner, Work, side_of};
use super::plan::Plan;
use super::route::{Arm, Bundle, Routes, Side};
use super::shape::{Point, Rect, Stroke};
use std::cmp::Reverse;
use std::collections::BTreeMap;

/// Where a line of a bundle meets the rest.
pub(crate) type Join = (Point, Stroke);

/// Which end of a line is not at a card.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Open {
    /// Both ends are at cards.
    None,
    /// It begins at a join.
    Start,
    /// It ends at a join.
    End,
}

/// The way of one link, from the source to what acts on it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Way {
    /// Index of the link.
    pub(crate) link: usize,
    /// Its corners.
    pub(crate) points: Vec<Point>,
    /// Which end joins another line.
    pub(crate) open: Open,
    /// The bundle; straight links have one of their own.
    pub(crate) bundle: usize,
}

/// Draws all ways. Costs n log n, and for each member of a bundle the number of its channels.
pub(crate) fn ways(plan: &Plan, routes: &Routes, cards: &[Rect], work: &Work) -> (Vec<Way>, Vec<Join>) {
    let (mut ways, mut joins) = (Vec::with_capacity(plan.links.len()), Vec::new());
    for (b, bundle) in routes.bundles.iter().enumerate() {
        draw(plan, (b, bundle), cards, work, &mut ways, &mut joins);
    }
    joins.dedup();
    for (index, (link, upper)) in routes.straight.iter().enumerate() {
        let x = work.straight[link];
        let lower = if plan.links[*link].from == *upper { plan.links[*link].to } else { plan.links[*link].from };
        let mut points = vec![Point { x, y: cards[*upper].bottom() }, Point { x, y: cards[lower].y }];
        if plan.links[*link].from == lower {
            points.reverse();
        }
        ways.push(Way { link: *link, points, open: Open::None, bundle: routes.bundles.len() + index });
    }
    (ways, joins)
}

/// Draws the lines of one bundle.
fn draw(
    plan: &Plan,
    (b, bundle): (usize, &Bundle),
    cards: &[Rect],
    work: &Work,
    ways: &mut Vec<Way>,
    joins: &mut Vec<Join>,
) {
    let mut paths: Vec<(usize, Vec<Point>)> =
        bundle.members.iter().enumerate().map(|(m, member)| (member.link, path(bundle, (b, m), cards, work))).collect();
    paths.sort_by_key(|(link, points)| (Reverse(length(points)), *link));
    let mut drawn = Skeleton::default();
    for (link, mut points) in paths {
        let open = match drawn.first_contact(&points) {
            Some((segment, contact)) => {
                points.truncate(segment + 1);
                points.push(contact);
                points.dedup();
                joins.push((contact, plan.links[link].stroke));
                true
            }
            None => false,
        };
        drawn.add(&points);
        let to_hub = plan.links[link].to == bundle.hub;
        if !to_hub {
            points.reverse();
        }
        let open = match (open, to_hub) {
            (false, _) => Open::None,
            (true, true) => Open::End,
            (true, false) => Open::Start,
        };
        ways.push(Way { link, points, open, bundle: b });
    }
}

fn length(points: &[Point]) -> i32 {
    points.windows(2).map(|p| (p[0].x - p[1].x).abs() + (p[0].y - p[1].y).abs()).sum()
}

/// The whole way from a member to the hub.
fn path(bundle: &Bundle, (b, m): (usize, usize), cards: &[Rect], work: &Work) -> Vec<Point> {
    let trunk: Owner = (b, None);
    let member = &bundle.members[m];
    let hub_end = side_of(cards[bundle.hub], bundle.trunk.side, along(bundle.trunk.side, trunk, work));
    let trunk_x = work.uprights.get(&trunk).copied().unwrap_or(hub_end.x);
    let mut points = Vec::with_capacity(7);
    match member.arm {
        Arm::Direct(side) => {
            let start = side_of(cards[member.card], side, work.ports[&(b, Some(m))]);
            points.extend([start, Point { x: trunk_x, y: start.y }]);
        }
        Arm::Channel { lane, upright } => {
            let own: Owner = (b, Some(m));
            let y = work.channels[&(b, lane)];
            let start = side_of(cards[member.card], upright.side, along(upright.side, own, work));
            let x = work.uprights.get(&own).copied().unwrap_or(start.x);
            points.extend([start, Point { x, y: start.y }, Point { x, y }, Point { x: trunk_x, y }]);
        }
    }
    points.extend([Point { x: trunk_x, y: hub_end.y }, hub_end]);
    simplified(points)
}

/// Where on a card's side an upright or level stretch begins: the x of the upright, or the y of the port.
fn along(side: Side, owner: Owner, work: &Work) -> i32 {
    let places = if matches!(side, Side::Left | Side::Right) { &work.ports } else { &work.uprights };
    places.get(&owner).copied().unwrap_or_default()
}

/// Without repeated points and corners that are none.
fn simplified(mut points: Vec<Point>) -> Vec<Point> {
    points.dedup();
    let mut simple: Vec<Point> = Vec::with_capacity(points.len());
    for point in points {
        if let [.., a, b] = simple[..]
            && ((a.x == b.x && b.x == point.x) || (a.y == b.y && b.y == point.y))
        {
            simple.pop();
        }
        simple.push(point);
    }
    simple
}

/// What is drawn of a bundle: on each line across the sheet the stretches between which nothing is drawn.
#[derive(Default)]
struct Skeleton {
    /// By x, the upper and the lower ends of uprights.
    uprights: Stretches,
    /// By y, the left and the right ends of levels.
    levels: Stretches,
}

/// The stretches on each line. Few lines have several: a bundle has one trunk, and one track in each channel.
type Stretches = BTreeMap<i32, Vec<(i32, i32)>>;

impl Skeleton {
    /// Adds a way; a stretch on a line that is there already lengthens it.
    fn add(&mut self, points: &[Point]) {
        for pair in points.windows(2) {
            let (a, b) = (pair[0].min(pair[1]), pair[0].max(pair[1]));
            let (lines, key, low, high) =
                if a.x == b.x { (&mut self.uprights, a.x, a.y, b.y) } else { (&mut self.levels, a.y, a.x, b.x) };
            let line = lines.entry(key).or_default();
            match line.iter_mut().find(|drawn| drawn.0 <= high && low <= drawn.1) {
                Some(drawn) => *drawn = (drawn.0.min(low), drawn.1.max(high)),
                None => line.push((low, high)),
            }
        }
    }

    /// The first point of a way that is drawn already, and the stretch of the way that reaches it.
    fn first_contact(&self, points: &[Point]) -> Option<(usize, Point)> {
        points.windows(2).enumerate().find_map(|(i, pair)| self.contact(pair[0], pair[1]).map(|point| (i, point)))
    }

    /// The point nearest to `from` where a stretch meets a parallel line that is drawn, or ends on one across it.
    fn contact(&self, from: Point, to: Point) -> Option<Point> {
        let upright = from.x == to.x;
        let (parallel, across) = if upright { (&self.uprights, &self.levels) } else { (&self.levels, &self.uprights) };
        let (key, start, end) = if upright { (from.x, from.y, to.y) } else { (from.y, from.x, to.x) };
        let (low, high) = (start.min(end), start.max(end));
        let along = drawn(parallel, key)
            .filter(|line| line.0 <= high && low <= line.1)
            .map(|line| if start <= end { start.max(line.0) } else { start.min(line.1) });
        let crossing = drawn(across, end).any(|line| line.0 <= key && key <= line.1).then_some(end);
        let nearest = along.chain(crossing).min_by_key(|at| (at - start).abs())?;
        Some(if upright { Point { x: key, y: nearest } } else { Point { x: nearest, y: key } })
    }
}

/// The stretches on one line.
fn drawn(stretches: &Stretches, line: i32) -> impl Iterator<Item = (i32, i32)> {
    stretches.get(&line).into_iter().flatten().copied()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn point(x: i32, y: i32) -> Point {
        Point { x, y }
    }

    #[test]
    fn a_way_ends_where_it_meets_its_bundle() {
        let mut drawn = Skeleton::default();
        drawn.add(&[point(0, 0), point(0, 50), point(100, 50), point(100, 90)]);
        let way = [point(40, 0), point(40, 50), point(100, 50), point(100, 90)];
        assert_eq!(drawn.first_contact(&way), Some((0, point(40, 50))));
    }

    #[test]
    fn a_way_that_runs_into_a_drawn_stretch_ends_at_its_end() {
        let mut drawn = Skeleton::default();
        drawn.add(&[point(100, 50), point(100, 90)]);
        let way = [point(80, 20), point(100, 20), point(100, 90)];
        assert_eq!(drawn.first_contact(&way), Some((1, point(100, 50))));
    }

    #[test]
    fn corners_that_are_none_are_dropped() {
        assert_eq!(
            simplified(vec![point(0, 0), point(0, 5), point(0, 5), point(0, 9)]),
            vec![point(0, 0), point(0, 9)]
        );
    }
}
