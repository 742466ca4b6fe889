//! A drawing as SVG 1.1: text stays text, arrow heads and signs are polygons, colours are classes of one style sheet.
//!
//! Coordinates are the whole units of the drawing; sizes and weights are its tenths, printed as decimals. No scripts, no
//! markers, no clip paths: the file opens alike in browsers, Inkscape and office programs.

use super::MARKER;
use super::path::{FOLD, outline, path, tab};
use super::theme::{LIGHT, Theme};
use crate::diagram::{Anchor, Card, Diagram, Head, Line, Outline, Part, Point, Shape, Stroke, Text, Tone};
use crate::vocabulary::Language;
use std::fmt::Write;

/// The drawing in the light theme.
pub fn svg(diagram: &Diagram) -> String {
    svg_with(diagram, &LIGHT)
}

/// The drawing in a theme.
pub fn svg_with(diagram: &Diagram, theme: &Theme) -> String {
    let mut out = String::with_capacity(4096 + 1200 * (diagram.cards.len() + diagram.lines.len()));
    head(&mut out, diagram, theme);
    parts(&mut out, &diagram.ground);
    lines(&mut out, diagram);
    for (at, stroke) in &diagram.joins {
        put(
            &mut out,
            format_args!("<circle class=\"f-{}\" cx=\"{}\" cy=\"{}\" r=\"4.4\"/>\n", class(stroke.tone()), at.x, at.y),
        );
    }
    for caption in &diagram.captions {
        text(&mut out, caption);
    }
    for card in &diagram.cards {
        self::card(&mut out, card);
    }
    parts(&mut out, &diagram.frame);
    out.push_str("</svg>\n");
    out
}

/// Writing to a string cannot fail.
fn put(out: &mut String, what: std::fmt::Arguments) {
    let _ = out.write_fmt(what);
}

/// Root, provenance, title, style sheet, page.
fn head(out: &mut String, diagram: &Diagram, theme: &Theme) {
    let (w, h) = (diagram.width, diagram.height);
    let language = if diagram.language == Language::Vietnamese { "vi" } else { "en" };
    put(
        out,
        format_args!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{}mm\" height=\"{}mm\" viewBox=\"0 0 {w} {h}\" xml:lang=\"{language}\" \
             role=\"img\" aria-labelledby=\"drawing-title drawing-description\">\n",
            millimetres(w),
            millimetres(h)
        ),
    );
    put(out, format_args!("<metadata id=\"{MARKER}\">{}</metadata>\n", escaped(&diagram.provenance)));
    put(out, format_args!("<title id=\"drawing-title\">{}</title>\n", escaped(&diagram.title)));
    put(out, format_args!("<desc id=\"drawing-description\">{}</desc>\n", escaped(&diagram.description)));
    style(out, theme);
    put(
        out,
        format_args!(
            "<defs><pattern id=\"hatching\" width=\"9\" height=\"9\" patternUnits=\"userSpaceOnUse\" patternTransform=\"rotate(45)\">\
             <rect class=\"f-paper\" width=\"9\" height=\"9\"/><path d=\"M0 0V9\" stroke=\"{}\" stroke-width=\"3.4\"/></pattern></defs>\n",
            theme.hatch
        ),
    );
    put(out, format_args!("<rect class=\"f-paper\" width=\"{w}\" height=\"{h}\"/>\n"));
}

/// A quarter of the units, as a decimal.
fn millimetres(units: i32) -> String {
    match units % 4 {
        0 => (units / 4).to_string(),
        rest => format!("{}.{}", units / 4, ["", "25", "5", "75"][usize::try_from(rest).unwrap_or(0)]),
    }
}

const TONES: [Tone; 13] = [
    Tone::Paper,
    Tone::Tint,
    Tone::Grid,
    Tone::Ink,
    Tone::Soft,
    Tone::Party,
    Tone::State,
    Tone::Guide,
    Tone::Letter,
    Tone::Plain,
    Tone::Refer,
    Tone::Send,
    Tone::Alert,
];

fn class(tone: Tone) -> &'static str {
    match tone {
        Tone::Paper => "paper",
        Tone::Tint => "tint",
        Tone::Grid => "grid",
        Tone::Ink => "ink",
        Tone::Soft => "soft",
        Tone::Party => "party",
        Tone::State => "state",
        Tone::Guide => "guide",
        Tone::Letter => "letter",
        Tone::Plain => "plain",
        Tone::Refer => "refer",
        Tone::Send => "send",
        Tone::Alert => "alert",
    }
}

/// The style sheet: `f-` fills, `s-` strokes.
fn style(out: &mut String, theme: &Theme) {
    out.push_str("<style>\n");
    out.push_str("text{font-family:'Noto Sans','Be Vietnam Pro','Segoe UI','Helvetica Neue',Arial,sans-serif}\n");
    out.push_str(".b{font-weight:700}.i{font-style:italic}.m{text-anchor:middle}.e{text-anchor:end}\n");
    out.push_str(".n,.line path{fill:none}.line path.f-ink,.line path.f-guide,.line path.f-party{stroke:none}\n");
    out.push_str(".dash{stroke-dasharray:7 4}.fine{stroke-dasharray:3 3}.indirect{stroke-dasharray:10 5}\n");
    out.push_str(".dots{stroke-dasharray:.1 4.6}.sparse{stroke-dasharray:.1 9}.dots,.sparse{stroke-linecap:round}.halo{fill:none;opacity:.92}\n");
    for tone in TONES {
        put(out, format_args!(".f-{0}{{fill:{1}}}.s-{0}{{stroke:{1}}}\n", class(tone), theme.of(tone)));
    }
    out.push_str("</style>\n");
}

/// Text fit for XML: markup escaped, controls left out.
fn escaped(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => safe.push_str("&amp;"),
            '<' => safe.push_str("&lt;"),
            '>' => safe.push_str("&gt;"),
            '"' => safe.push_str("&quot;"),
            '\n' | '\t' => safe.push(c),
            c if c < ' ' || matches!(c, '\u{7F}'..='\u{9F}' | '\u{FFFE}' | '\u{FFFF}') || turns_text(c) => {}
            c => safe.push(c),
        }
    }
    safe
}

/// Controls that reverse the order of what follows them, on the sheet and in the source.
fn turns_text(c: char) -> bool {
    matches!(c, '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}')
}

/// Tenths as a decimal.
fn tenths(value: i32) -> String {
    let sign = if value < 0 { "-" } else { "" };
    match value.abs() % 10 {
        0 => format!("{sign}{}", value.abs() / 10),
        rest => format!("{sign}{}.{rest}", value.abs() / 10),
    }
}

fn parts(out: &mut String, parts: &[Part]) {
    for part in parts {
        self::part(out, part);
    }
}

fn part(out: &mut String, part: &Part) {
    match part {
        Part::Shape(shape) => self::shape(out, shape),
        Part::Text(text) => self::text(out, text),
        Part::Rule { from, to, tone, weight, dashed } => put(
            out,
            format_args!(
                "<path class=\"s-{}{}\" d=\"M{} {}{}\" stroke-width=\"{}\"/>\n",
                class(*tone),
                if *dashed { " fine" } else { "" },
                from.x,
                from.y,
                if from.x == to.x { format!("V{}", to.y) } else { format!("H{}", to.x) },
                tenths(*weight)
            ),
        ),
        Part::Hatch(r) => put(
            out,
            format_args!(
                "<rect x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\" fill=\"url(#hatching)\"/>\n",
                r.x, r.y, r.w, r.h
            ),
        ),
        Part::Gap(at) => {
            put(
                out,
                format_args!(
                    "<rect class=\"f-paper\" x=\"{}\" y=\"{}\" width=\"16\" height=\"13\"/>\n",
                    at.x - 8,
                    at.y - 7
                ),
            );
            let (x, y) = (at.x - 6, at.y + 6);
            put(out, format_args!("<path class=\"n s-soft\" d=\"M{x} {y}l4 -12m4 12l4 -12\" stroke-width=\"1.6\"/>\n"));
        }
        Part::Badge(rect, tone, words) => {
            put(
                out,
                format_args!(
                    "<rect class=\"f-{}\" x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\" rx=\"9.5\"/>\n",
                    class(*tone),
                    rect.x,
                    rect.y,
                    rect.w,
                    rect.h
                ),
            );
            let at = Point { x: rect.centre().x, y: rect.y + 14 };
            text(out, &Text::new(at, 122, Tone::Paper, words.clone()).bold().anchored(Anchor::Middle));
        }
        Part::Alert(at) => {
            put(
                out,
                format_args!(
                    "<path class=\"f-alert s-ink\" d=\"M{} {}l9 16h-18z\" stroke-width=\"1.3\" stroke-linejoin=\"round\"/>\
                     <path class=\"f-ink\" d=\"M{} {}h2l-.4 6h-1.2zm0 7.4h2v2h-2z\"/>\n",
                    at.x,
                    at.y - 9,
                    at.x - 1,
                    at.y - 4
                ),
            );
        }
        Part::Ring(at) => put(
            out,
            format_args!(
                "<circle class=\"n s-plain\" cx=\"{}\" cy=\"{}\" r=\"7\" stroke-width=\"1.6\" stroke-dasharray=\"2.6 2.6\"/>\n",
                at.x, at.y
            ),
        ),
        Part::Sample(from, to, stroke, dashed) => {
            out.push_str("<g class=\"line\">");
            strokes(out, &[*from, *to], *stroke, *dashed, true);
            out.push_str("</g>\n");
        }
    }
}

fn text(out: &mut String, text: &Text) {
    let anchor = match text.anchor {
        Anchor::Start => "",
        Anchor::Middle => " m",
        Anchor::End => " e",
    };
    put(
        out,
        format_args!(
            "<text class=\"f-{}{}{}{anchor}\" x=\"{}\" y=\"{}\" font-size=\"{}\">{}</text>\n",
            class(text.tone),
            if text.bold { " b" } else { "" },
            if text.italic { " i" } else { "" },
            text.at.x,
            text.at.y,
            tenths(text.size),
            escaped(&text.words)
        ),
    );
}

/// A card with its full words.
fn card(out: &mut String, card: &Card) {
    put(out, format_args!("<g id=\"{}\" class=\"{}\">", escaped(&card.id), card.classes.join(" ")));
    put(out, format_args!("<title>{}</title>\n", escaped(&card.title)));
    parts(out, &card.parts);
    out.push_str("</g>\n");
}

/// An outlined area: inside, tab, outline, fold or second frame.
fn shape(out: &mut String, shape: &Shape) {
    let r = shape.rect;
    let edge = outline(shape.outline, r);
    let fill = shape.fill.map_or("n".to_string(), |tone| format!("f-{}", class(tone)));
    let Some(stroke) = shape.stroke.map(class) else {
        put(out, format_args!("<path class=\"{fill}\" d=\"{edge}\"/>\n"));
        return;
    };
    let dash = if shape.dashed { " dash" } else { "" };
    if shape.tab > 0 {
        put(out, format_args!("<path class=\"{fill}\" d=\"{edge}\"/>\n"));
        put(out, format_args!("<path class=\"f-{stroke}\" d=\"{}\"/>\n", tab(shape.outline, r, shape.tab)));
    }
    let fill = if shape.tab > 0 { "n" } else { &fill };
    put(
        out,
        format_args!(
            "<path class=\"{fill} s-{stroke}{dash}\" d=\"{edge}\" stroke-width=\"{}\" stroke-linejoin=\"round\"/>\n",
            tenths(shape.weight)
        ),
    );
    let solid = shape.fill.is_some_and(|tone| Some(tone) == shape.stroke);
    match shape.outline {
        Outline::Folded => put(
            out,
            format_args!(
                "<path class=\"{} s-{stroke}\" d=\"M{} {}v{FOLD}h{FOLD}{}\" stroke-width=\"1.6\" stroke-linejoin=\"round\"/>\n",
                if solid { "f-paper" } else { "n" },
                r.right() - FOLD,
                r.y,
                if solid { "z" } else { "" }
            ),
        ),
        Outline::Double => put(
            out,
            format_args!(
                "<path class=\"n s-{}\" d=\"{}\" stroke-width=\"1\"/>\n",
                if solid { "paper" } else { stroke },
                outline(Outline::Plain, r.inset(4))
            ),
        ),
        _ => {}
    }
}

/// All lines, each above a halo that parts it from the lines it crosses. In a bundle those that join others come first, so
/// that no halo cuts into a line that others join; the joins cover their ends.
fn lines(out: &mut String, diagram: &Diagram) {
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
fn strokes(out: &mut String, points: &[Point], stroke: Stroke, dashed: bool, headed: bool) {
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
