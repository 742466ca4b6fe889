//! The lines of an SVG: halo, strokes, and heads that are polygons.

use super::path::path;
use super::svg::{class, escaped, put, tenths};
use crate::diagram::{Diagram, Head, Line, Point, Stroke};

/// All lines, each above a halo that parts it from the lines it crosses: the quiet ones below the strong ones, which two halos
/// close by each other would make look dashed. In a bundle those that join others come first, so that no halo cuts into a line
/// that others join; the joins cover their ends.
pub(super) fn lines(out: &mut String, diagram: &Diagram) {
    let mut bundles: Vec<&[Line]> = diagram.lines.chunk_by(|a, b| a.bundle == b.bundle).collect();
    bundles.sort_by_key(|bundle| loudness(&bundle[0]));
    for bundle in bundles {
        for line in bundle.iter().rev() {
            self::line(out, line);
        }
    }
}

/// Weight of the gap of a double line, and of the strokes of open and barred heads, and of the edge of a hollow one, in tenths.
const BETWEEN: i32 = 17;
const HEAD: i32 = 24;
const HOLLOW: i32 = 15;

/// What lies below and what above where lines cross.
fn loudness(line: &Line) -> usize {
    match line.stroke {
        Stroke::Sends => 0,
        Stroke::Refers => 1,
        _ if line.dashed => 2,
        _ => 3,
    }
}

/// Weight of the halo of a line.
fn halo(stroke: Stroke) -> i32 {
    stroke.weight() + 40
}

/// Every weight that a line of this manner is drawn with.
pub(super) fn weights(stroke: Stroke) -> [i32; 5] {
    [stroke.weight(), halo(stroke), BETWEEN, HEAD, HOLLOW]
}

/// A line with what is said there. Its halo is also where the pointer finds it.
fn line(out: &mut String, line: &Line) {
    let relation = line.relation.map_or("sends", |r| r.code());
    put(
        out,
        format_args!(
            "<g id=\"{}\" class=\"line {relation}{}\"><title>{}</title>\n<path class=\"halo w{}\" d=\"{}\"/>",
            escaped(&line.id),
            if line.dashed { " reported" } else { "" },
            escaped(&line.title),
            halo(line.stroke),
            path(&line.points, 0, head_length(line.stroke, line.headed))
        ),
    );
    strokes(out, &line.points, line.stroke, line.dashed, line.headed);
    out.push_str("</g>\n");
}

/// How far a line ends before its head's tip.
fn trim(stroke: Stroke, headed: bool) -> i32 {
    match stroke.head() {
        _ if !headed => 0,
        Head::Full => 11,
        Head::Barred => 15,
        Head::Hollow => 8,
        Head::Open => 2,
        Head::Dot => 4,
    }
}

/// How long the head of a line is.
fn head_length(stroke: Stroke, headed: bool) -> i32 {
    match stroke.head() {
        _ if !headed => 0,
        Head::Full => 13,
        Head::Barred => 17,
        Head::Hollow => 10,
        Head::Open => 11,
        Head::Dot => 8,
    }
}

/// The strokes of a line and its head.
pub(super) fn strokes(out: &mut String, points: &[Point], stroke: Stroke, dashed: bool, headed: bool) {
    let tone = class(stroke.tone());
    let head = stroke.head();
    let trim = trim(stroke, headed);
    let d = path(points, trim, head_length(stroke, headed));
    let manner = match (stroke.is_dotted(), dashed) {
        // A dotted line that is reported has its dots wider apart.
        (true, true) => " sparse",
        (true, false) => " dots",
        (false, true) => " indirect",
        (false, false) => "",
    };
    put(out, format_args!("<path class=\"s-{tone} w{}{manner}\" d=\"{d}\"/>", stroke.weight()));
    if stroke.is_double() {
        put(out, format_args!("<path class=\"s-paper w{BETWEEN}\" d=\"{d}\"/>"));
    }
    if let ([.., before, tip], true) = (points, headed) {
        self::head_of(out, head, *before, *tip, stroke);
    }
    out.push('\n');
}

/// The head of an arrow, in tenths of a unit around its tip.
fn head_of(out: &mut String, head: Head, before: Point, tip: Point, stroke: Stroke) {
    let (dx, dy) = ((tip.x - before.x).signum(), (tip.y - before.y).signum());
    // `back` along the line from the tip, `side` across it.
    let at = |back: i32, side: i32| {
        format!("{},{}", tenths(tip.x * 10 - dx * back - dy * side), tenths(tip.y * 10 - dy * back + dx * side))
    };
    let tone = class(stroke.tone());
    match head {
        Head::Full => put(
            out,
            format_args!("<polygon class=\"f-{tone}\" points=\"{} {} {}\"/>", at(0, 0), at(130, 56), at(130, -56)),
        ),
        Head::Barred => put(
            out,
            format_args!(
                "<polygon class=\"f-{tone}\" points=\"{} {} {}\"/><polyline class=\"n s-{tone} w{HEAD}\" points=\"{} {}\"/>",
                at(0, 0),
                at(130, 56),
                at(130, -56),
                at(165, 64),
                at(165, -64)
            ),
        ),
        Head::Open => put(
            out,
            format_args!(
                "<polyline class=\"n s-{tone} w{HEAD}\" points=\"{} {} {}\"/>",
                at(110, 64),
                at(15, 0),
                at(110, -64)
            ),
        ),
        Head::Hollow => put(
            out,
            format_args!(
                "<polygon class=\"f-paper s-{tone} w{HOLLOW}\" points=\"{} {} {}\"/>",
                at(8, 0),
                at(100, 46),
                at(100, -46)
            ),
        ),
        Head::Dot => {
            let centre = at(40, 0);
            let (x, y) = centre.split_once(',').unwrap_or(("0", "0"));
            put(out, format_args!("<circle class=\"f-{tone}\" cx=\"{x}\" cy=\"{y}\" r=\"4\"/>"));
        }
    }
}
