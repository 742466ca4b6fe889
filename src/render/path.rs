//! Path data: outlines of cards and the ways of lines, in whole units. Only the first point is a place, all else are steps
//! from it: a large sheet has long numbers for places, and short ones for steps.

use crate::diagram::{Outline, Point, Rect};
use std::fmt::Write;

/// Radius of round corners, size of cut corners and of the fold.
const ROUND: i32 = 13;
const CUT: i32 = 10;
pub(super) const FOLD: i32 = 14;

/// Path data as it is written.
struct Steps(String);

impl Steps {
    fn from(x: i32, y: i32) -> Self {
        Self(format!("M{x} {y}"))
    }

    /// A command and its numbers; a sign parts numbers as well as a blank does.
    fn step(mut self, command: char, numbers: &[i32]) -> Self {
        self.0.push(command);
        for (index, number) in numbers.iter().enumerate() {
            let blank = if index > 0 && *number >= 0 { " " } else { "" };
            let _ = write!(self.0, "{blank}{number}");
        }
        self
    }

    fn across(self, by: i32) -> Self {
        if by == 0 { self } else { self.step('h', &[by]) }
    }

    fn down(self, by: i32) -> Self {
        if by == 0 { self } else { self.step('v', &[by]) }
    }

    fn slant(self, x: i32, y: i32) -> Self {
        self.step('l', &[x, y])
    }

    /// A round corner: to its point, and on from there.
    fn corner(self, to: (i32, i32), on: (i32, i32)) -> Self {
        self.step('q', &[to.0, to.1, to.0 + on.0, to.1 + on.1])
    }

    fn closed(mut self) -> String {
        self.0.push('z');
        self.0
    }
}

/// The path of an outline.
pub(super) fn outline(outline: Outline, r: Rect) -> String {
    match outline {
        Outline::Plain | Outline::Double => Steps::from(r.x, r.y).across(r.w).down(r.h).across(-r.w).closed(),
        Outline::Rounded => rounded(r, ROUND.min(r.h / 2)),
        Outline::Pill => rounded(r, r.h / 2),
        Outline::Octagon => {
            let (across, down) = (r.w - 2 * CUT, r.h - 2 * CUT);
            let right = Steps::from(r.x + CUT, r.y).across(across).slant(CUT, CUT).down(down).slant(-CUT, CUT);
            right.across(-across).slant(-CUT, -CUT).down(-down).closed()
        }
        Outline::Folded => {
            let right = Steps::from(r.x, r.y).across(r.w - FOLD).slant(FOLD, FOLD).down(r.h - FOLD);
            right.across(-r.w).closed()
        }
        Outline::Bubble => {
            // The tail hangs at a quarter, so that lines from the middle do not meet it.
            const TAIL: i32 = 9;
            let (k, tail) = (11.min(r.h / 2), r.w / 4);
            let (across, down) = (r.w - 2 * k, r.h - 2 * k);
            let right = Steps::from(r.x + k, r.y).across(across).corner((k, 0), (0, k)).down(down);
            let below = right.corner((0, k), (-k, 0)).across(tail + TAIL + k - r.w).slant(-TAIL, TAIL);
            let left = below.slant(-TAIL, -TAIL).across(TAIL + k - tail).corner((-k, 0), (0, -k));
            left.down(-down).corner((0, -k), (k, 0)).closed()
        }
    }
}

fn rounded(r: Rect, k: i32) -> String {
    let (across, down) = (r.w - 2 * k, r.h - 2 * k);
    let right = Steps::from(r.x + k, r.y).across(across).corner((k, 0), (0, k)).down(down).corner((0, k), (-k, 0));
    right.across(-across).corner((-k, 0), (0, -k)).down(-down).corner((0, -k), (k, 0)).closed()
}

/// The left part of an outline.
pub(super) fn tab(outline: Outline, r: Rect, width: i32) -> String {
    match outline {
        Outline::Octagon => {
            let right = Steps::from(r.x + CUT, r.y).across(width - CUT).down(r.h).across(CUT - width);
            right.slant(-CUT, -CUT).down(2 * CUT - r.h).closed()
        }
        Outline::Rounded | Outline::Pill => {
            let k = ROUND;
            let right = Steps::from(r.x + k, r.y).across(width - k).down(r.h).across(k - width);
            right.corner((-k, 0), (0, -k)).down(2 * k - r.h).corner((0, -k), (k, 0)).closed()
        }
        _ => Steps::from(r.x, r.y).across(width).down(r.h).across(-width).closed(),
    }
}

/// The path through points with round corners, its end drawn back by `trim`. The last corner leaves a head of this length a
/// straight neck.
pub(super) fn path(points: &[Point], trim: i32, head: i32) -> String {
    const RADIUS: i32 = 11;
    let [first, .., last] = points else { return String::new() };
    let mut steps = Steps::from(first.x, first.y);
    let mut at = *first;
    for (index, corner) in points.windows(3).enumerate() {
        let (a, b, c) = (corner[0], corner[1], corner[2]);
        let neck = if index + 3 == points.len() { (distance(b, c) - head - 2).max(3) } else { RADIUS };
        let radius = RADIUS.min(distance(a, b) / 2).min(distance(b, c) / 2).min(neck);
        let (before, after) = (towards(b, a, radius), towards(b, c, radius));
        steps = straight(steps, at, before).corner((b.x - before.x, b.y - before.y), (after.x - b.x, after.y - b.y));
        at = after;
    }
    let before = points[points.len() - 2];
    straight(steps, at, towards(*last, before, trim.min(distance(*last, before)))).0
}

/// A stretch between two points above or beside each other; one of no length is drawn all the same.
fn straight(steps: Steps, from: Point, to: Point) -> Steps {
    if from.x == to.x { steps.step('v', &[to.y - from.y]) } else { steps.step('h', &[to.x - from.x]) }
}

fn distance(a: Point, b: Point) -> i32 {
    (a.x - b.x).abs() + (a.y - b.y).abs()
}

/// The point `by` units from `from` in the direction of `to`.
fn towards(from: Point, to: Point, by: i32) -> Point {
    Point { x: from.x + (to.x - from.x).signum() * by, y: from.y + (to.y - from.y).signum() * by }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_way_turns_in_round_corners_and_ends_before_its_head() {
        let points = [Point { x: 1000, y: 500 }, Point { x: 1060, y: 500 }, Point { x: 1060, y: 400 }];
        assert_eq!(path(&points, 0, 0), "M1000 500h49q11 0 11-11v-89");
        assert_eq!(path(&points, 15, 15), "M1000 500h49q11 0 11-11v-74");
        let short = [points[0], points[1], Point { x: 1060, y: 480 }];
        assert_eq!(path(&short, 11, 11), "M1000 500h53q7 0 7-7v-2", "a head has a straight neck");
    }

    #[test]
    fn outlines_come_back_to_where_they_begin_but_for_the_closing_stretch() {
        let rect = Rect { x: 100, y: 200, w: 180, h: 68 };
        for kind in
            [Outline::Plain, Outline::Rounded, Outline::Octagon, Outline::Folded, Outline::Bubble, Outline::Pill]
        {
            for path in [outline(kind, rect), tab(kind, rect, 35)] {
                let (x, y) = sum(&path);
                assert!((x, y) == (0, 0) || (x == 0 && y == rect.h) || (x, y) == (-CUT, CUT), "{kind:?}: {path}");
            }
        }
    }

    /// How far the steps of a path lead in all.
    fn sum(path: &str) -> (i32, i32) {
        let spaced = path.replace('-', " -");
        let mut sum = (0, 0);
        for step in
            spaced[1..].trim_end_matches('z').split_inclusive(['h', 'v', 'l', 'q']).collect::<Vec<_>>().windows(2)
        {
            let numbers: Vec<i32> = step[1]
                .trim_end_matches(['h', 'v', 'l', 'q'])
                .split_whitespace()
                .map(|n| n.parse().expect("a number"))
                .collect();
            match (step[0].chars().next_back(), &numbers[..]) {
                (Some('h'), [x]) => sum.0 += x,
                (Some('v'), [y]) => sum.1 += y,
                (_, [.., x, y]) => sum = (sum.0 + x, sum.1 + y),
                other => panic!("{other:?} in {path}"),
            }
        }
        sum
    }
}
