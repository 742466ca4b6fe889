//! The lines of an SVG: halo, strokes, and heads that are polygons.

use super::path::path;
use super::svg::{Body, escaped, tenths};
use crate::diagram::{Diagram, Head, Line, Point, Stroke, Tone};
use std::fmt;

/// All lines, each above a halo that parts it from the lines it crosses: the quiet ones below the strong ones, which two halos
/// close by each other would make look dashed. In a bundle those that join others come first, so that no halo cuts into a line
/// that others join; the joins cover their ends.
pub(super) fn lines(body: &mut Body, diagram: &Diagram) {
    let mut bundles: Vec<&[Line]> = diagram.lines.chunk_by(|a, b| a.bundle == b.bundle).collect();
    bundles.sort_by_key(|bundle| loudness(&bundle[0]));
    for bundle in bundles {
        for line in bundle.iter().rev() {
            self::line(body, line);
        }
    }
}

/// Weight of the gap of a double line, and of the strokes of open and barred heads, and of the edge of a hollow one, in tenths;
/// how much wider than its line a halo is.
const BETWEEN: i32 = 17;
const HEAD: i32 = 24;
const HOLLOW: i32 = 15;
const HALO: i32 = 40;

/// What lies below and what above where lines cross.
fn loudness(line: &Line) -> usize {
    match line.stroke {
        Stroke::Sends => 0,
        Stroke::Refers => 1,
        _ if line.dashed => 2,
        _ => 3,
    }
}

/// The end of a line: its head, how far the line ends before the tip of it, and how long it is.
#[derive(Clone, Copy)]
struct End {
    head: Option<Head>,
    trim: i32,
    length: i32,
}

impl End {
    fn of(stroke: Stroke, headed: bool) -> Self {
        let head = headed.then(|| stroke.head());
        let (trim, length) = match head {
            None => (0, 0),
            Some(Head::Full) => (11, 13),
            Some(Head::Barred) => (15, 17),
            Some(Head::Hollow) => (8, 10),
            Some(Head::Open) => (2, 11),
            Some(Head::Dot) => (4, 8),
        };
        Self { head, trim, length }
    }
}

/// A line with what is said there. Its halo is also where the pointer finds it.
fn line(body: &mut Body, line: &Line) {
    let end = End::of(line.stroke, line.headed);
    let weight = body.weight(line.stroke.weight() + HALO);
    body.put(format_args!(
        "<g id=\"{}\" class=\"line {}{}\"><title>{}</title>\n<path class=\"halo {weight}\" d=\"{}\"/>",
        escaped(&line.id),
        line.relation.map_or("sends", |r| r.code()),
        if line.dashed { " reported" } else { "" },
        escaped(&line.title),
        path(&line.points, 0, end.length)
    ));
    strokes(body, &line.points, line.stroke, line.dashed, end);
    body.put(format_args!("</g>\n"));
}

/// A line in the legend.
pub(super) fn sample(body: &mut Body, points: &[Point], stroke: Stroke, dashed: bool) {
    body.put(format_args!("<g class=\"line\">"));
    strokes(body, points, stroke, dashed, End::of(stroke, true));
    body.put(format_args!("</g>\n"));
}

/// The strokes of a line and its head.
fn strokes(body: &mut Body, points: &[Point], stroke: Stroke, dashed: bool, end: End) {
    let d = path(points, end.trim, end.length);
    let manner = match (stroke.is_dotted(), dashed) {
        // A dotted line that is reported has its dots wider apart.
        (true, true) => " sparse",
        (true, false) => " dots",
        (false, true) => " indirect",
        (false, false) => "",
    };
    let (tone, weight) = (body.stroke(stroke.tone()), body.weight(stroke.weight()));
    body.put(format_args!("<path class=\"{tone} {weight}{manner}\" d=\"{d}\"/>"));
    if stroke.is_double() {
        let (paper, weight) = (body.stroke(Tone::Paper), body.weight(BETWEEN));
        body.put(format_args!("<path class=\"{paper} {weight}\" d=\"{d}\"/>"));
    }
    if let ([.., before, tip], Some(head)) = (points, end.head) {
        head_of(body, head, *before, *tip, stroke.tone());
    }
    body.put(format_args!("\n"));
}

/// A point in tenths of a unit, as polygons have it.
struct Tenths(i32, i32);

impl fmt::Display for Tenths {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{},{}", tenths(self.0), tenths(self.1))
    }
}

/// The head of an arrow, in tenths of a unit around its tip.
fn head_of(body: &mut Body, head: Head, before: Point, tip: Point, tone: Tone) {
    let (dx, dy) = ((tip.x - before.x).signum(), (tip.y - before.y).signum());
    // `back` along the line from the tip, `side` across it.
    let at = |back: i32, side: i32| Tenths(tip.x * 10 - dx * back - dy * side, tip.y * 10 - dy * back + dx * side);
    let corners = |back: i32, side: i32, front: i32| format!("{} {} {}", at(front, 0), at(back, side), at(back, -side));
    match head {
        Head::Full | Head::Barred => {
            let fill = body.fill(tone);
            body.put(format_args!("<polygon class=\"{fill}\" points=\"{}\"/>", corners(130, 56, 0)));
            if head == Head::Barred {
                let (stroke, weight) = (body.stroke(tone), body.weight(HEAD));
                let (one, other) = (at(165, 64), at(165, -64));
                body.put(format_args!("<polyline class=\"n {stroke} {weight}\" points=\"{one} {other}\"/>"));
            }
        }
        Head::Open => {
            let (stroke, weight) = (body.stroke(tone), body.weight(HEAD));
            let (one, tip, other) = (at(110, 64), at(15, 0), at(110, -64));
            body.put(format_args!("<polyline class=\"n {stroke} {weight}\" points=\"{one} {tip} {other}\"/>"));
        }
        Head::Hollow => {
            let (fill, stroke, weight) = (body.fill(Tone::Paper), body.stroke(tone), body.weight(HOLLOW));
            let points = corners(100, 46, 8);
            body.put(format_args!("<polygon class=\"{fill} {stroke} {weight}\" points=\"{points}\"/>"));
        }
        Head::Dot => {
            let (fill, Tenths(x, y)) = (body.fill(tone), at(40, 0));
            let (x, y) = (tenths(x), tenths(y));
            body.put(format_args!("<circle class=\"{fill}\" cx=\"{x}\" cy=\"{y}\" r=\"4\"/>"));
        }
    }
}
