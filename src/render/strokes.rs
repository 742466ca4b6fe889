//! The lines of an SVG: halo, strokes, and heads that are polygons.

use super::path::path;
use super::svg::{class, escaped, put, tenths};
use crate::diagram::{Diagram, Head, Line, Point, Stroke};

/// All lines, each above a halo that parts it from the lines it crosses. In a bundle those that join others come first, so
/// that no halo cuts into a line that others join; the joins cover their ends.
pub(super) fn lines(out: &mut String, diagram: &Diagram) {
    for bundle in diagram.lines.chunk_by(|a, b| a.bundle == b.bundle) {
        for line in bundle.iter().rev() {
            self::line(out, line);
        }
    }
}

/// A line with what is said there. Its halo is also where the pointer finds it.
fn line(out: &mut String, line: &Line) {
    let relation = line.relation.map_or("sends", |r| r.code());
    put(
        out,
        format_args!(
            "<g id=\"{}\" class=\"line {relation}{}\"><title>{}</title>\n<path class=\"halo s-paper\" d=\"{}\" stroke-width=\"{}\"/>",
            escaped(&line.id),
            if line.dashed { " reported" } else { "" },
            escaped(&line.title),
            path(&line.points, 0),
            tenths(line.stroke.weight() + 50)
        ),
    );
    strokes(out, &line.points, line.stroke, line.dashed, line.headed);
    out.push_str("</g>\n");
}

/// The strokes of a line and its head.
pub(super) fn strokes(out: &mut String, points: &[Point], stroke: Stroke, dashed: bool, headed: bool) {
    let tone = class(stroke.tone());
    let head = stroke.head();
    let trim = match head {
        _ if !headed => 0,
        Head::Full => 11,
        Head::Barred => 15,
        Head::Hollow => 8,
        Head::Open => 2,
        Head::Dot => 4,
    };
    let d = path(points, trim);
    let manner = match (stroke.is_dotted(), dashed) {
        // A dotted line that is reported has its dots wider apart.
        (true, true) => " sparse",
        (true, false) => " dots",
        (false, true) => " indirect",
        (false, false) => "",
    };
    put(out, format_args!("<path class=\"s-{tone}{manner}\" d=\"{d}\" stroke-width=\"{}\"/>", tenths(stroke.weight())));
    if stroke.is_double() {
        put(out, format_args!("<path class=\"s-paper\" d=\"{d}\" stroke-width=\"1.7\"/>"));
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
                "<polygon class=\"f-{tone}\" points=\"{} {} {}\"/><polyline class=\"n s-{tone}\" points=\"{} {}\" stroke-width=\"2.4\"/>",
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
                "<polyline class=\"n s-{tone}\" points=\"{} {} {}\" stroke-width=\"2.4\"/>",
                at(110, 64),
                at(15, 0),
                at(110, -64)
            ),
        ),
        Head::Hollow => put(
            out,
            format_args!(
                "<polygon class=\"f-paper s-{tone}\" points=\"{} {} {}\" stroke-width=\"1.5\"/>",
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
