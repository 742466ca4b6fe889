//! Path data: outlines of cards and the ways of lines, in whole units.

use crate::diagram::{Outline, Point, Rect};
use std::fmt::Write;

/// Radius of round corners, size of cut corners and of the fold.
const ROUND: i32 = 13;
const CUT: i32 = 10;
pub(super) const FOLD: i32 = 14;

/// The path of an outline.
pub(super) fn outline(outline: Outline, r: Rect) -> String {
    let (x, y, right, bottom) = (r.x, r.y, r.right(), r.bottom());
    let round = ROUND.min(r.h / 2);
    match outline {
        Outline::Plain | Outline::Double => format!("M{x} {y}H{right}V{bottom}H{x}Z"),
        Outline::Rounded => rounded(r, round),
        Outline::Pill => rounded(r, r.h / 2),
        Outline::Octagon => {
            let (a, b, c, d) = (x + CUT, right - CUT, y + CUT, bottom - CUT);
            format!("M{a} {y}H{b}L{right} {c}V{d}L{b} {bottom}H{a}L{x} {d}V{c}Z")
        }
        Outline::Folded => format!("M{x} {y}H{}L{right} {}V{bottom}H{x}Z", right - FOLD, y + FOLD),
        Outline::Bubble => {
            // The tail hangs at a quarter, so that lines from the middle do not meet it.
            let tail = x + r.w / 4;
            let k = 11.min(r.h / 2);
            format!(
                "M{} {y}H{}Q{right} {y} {right} {}V{}Q{right} {bottom} {} {bottom}H{}L{tail} {}L{} {bottom}H{}Q{x} {bottom} {x} {}V{}Q{x} {y} {} {y}Z",
                x + k,
                right - k,
                y + k,
                bottom - k,
                right - k,
                tail + 9,
                bottom + 9,
                tail - 9,
                x + k,
                bottom - k,
                y + k,
                x + k
            )
        }
    }
}

fn rounded(r: Rect, k: i32) -> String {
    let (x, y, right, bottom) = (r.x, r.y, r.right(), r.bottom());
    format!(
        "M{} {y}H{}Q{right} {y} {right} {}V{}Q{right} {bottom} {} {bottom}H{}Q{x} {bottom} {x} {}V{}Q{x} {y} {} {y}Z",
        x + k,
        right - k,
        y + k,
        bottom - k,
        right - k,
        x + k,
        bottom - k,
        y + k,
        x + k
    )
}

/// The left part of an outline.
pub(super) fn tab(outline: Outline, r: Rect, width: i32) -> String {
    let (x, y, bottom, end) = (r.x, r.y, r.bottom(), r.x + width);
    match outline {
        Outline::Octagon => {
            format!("M{} {y}H{end}V{bottom}H{}L{x} {}V{}Z", x + CUT, x + CUT, bottom - CUT, y + CUT)
        }
        Outline::Rounded | Outline::Pill => {
            let k = ROUND;
            format!(
                "M{} {y}H{end}V{bottom}H{}Q{x} {bottom} {x} {}V{}Q{x} {y} {} {y}Z",
                x + k,
                x + k,
                bottom - k,
                y + k,
                x + k
            )
        }
        _ => format!("M{x} {y}H{end}V{bottom}H{x}Z"),
    }
}

/// The path through points with round corners, its end drawn back by `trim`.
pub(super) fn path(points: &[Point], trim: i32) -> String {
    const RADIUS: i32 = 11;
    let [first, .., last] = points else { return String::new() };
    let mut d = format!("M{} {}", first.x, first.y);
    for corner in points.windows(3) {
        let (a, b, c) = (corner[0], corner[1], corner[2]);
        let radius = RADIUS.min(distance(a, b) / 2).min(distance(b, c) / 2);
        let (before, after) = (towards(b, a, radius), towards(b, c, radius));
        straight(&mut d, before, a.x == b.x);
        let _ = write!(d, "Q{} {} {} {}", b.x, b.y, after.x, after.y);
    }
    let before = points[points.len() - 2];
    let end = towards(*last, before, trim.min(distance(*last, before)));
    straight(&mut d, end, before.x == last.x);
    d
}

fn straight(d: &mut String, to: Point, upright: bool) {
    let _ = if upright { write!(d, "V{}", to.y) } else { write!(d, "H{}", to.x) };
}

fn distance(a: Point, b: Point) -> i32 {
    (a.x - b.x).abs() + (a.y - b.y).abs()
}

/// The point `by` units from `from` in the direction of `to`.
fn towards(from: Point, to: Point, by: i32) -> Point {
    Point { x: from.x + (to.x - from.x).signum() * by, y: from.y + (to.y - from.y).signum() * by }
}
