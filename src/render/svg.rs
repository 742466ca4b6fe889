//! A drawing as SVG 1.1: text stays text unless outlines are asked for, arrow heads and signs are polygons, colours are
//! classes of one style sheet. Drawn for paper, it has the size of the paper.
//!
//! Coordinates are the whole units of the drawing; sizes and weights are its tenths, printed as decimals. No scripts, no
//! markers, no clip paths: the file opens alike in browsers, Inkscape and office programs.

use super::MARKER;
use super::glyphs::Glyphs;
use super::path::{FOLD, outline, path, tab};
use super::strokes::{lines, strokes, weights};
use super::theme::{LIGHT, Theme};
use crate::diagram::{Anchor, Card, Diagram, Outline, Part, Point, Rect, Shape, Text, Tone};
use crate::vocabulary::Language;
use std::collections::BTreeSet;
use std::fmt::Write;

/// How to write a drawing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SvgOptions {
    /// Its colours.
    pub theme: Theme,
    /// True: words as outlines of the bundled font, for machines that lack it. The words remain in `<title>` only.
    pub outlines: bool,
}

impl Default for SvgOptions {
    fn default() -> Self {
        Self { theme: LIGHT, outlines: false }
    }
}

/// The drawing in the light theme, its words as text.
pub fn svg(diagram: &Diagram) -> String {
    svg_with(diagram, &SvgOptions::default())
}

/// The drawing.
pub fn svg_with(diagram: &Diagram, options: &SvgOptions) -> String {
    let mut glyphs = options.outlines.then(Glyphs::default);
    let mut out = String::with_capacity(8192 + 700 * (diagram.cards.len() + diagram.lines.len()));
    head(&mut out, diagram, &options.theme);
    draw(&mut out, diagram, &mut glyphs);
    // What letters there are is known at the end; a letter may be used before it is defined.
    if let Some(glyphs) = glyphs {
        glyphs.define(&mut out);
    }
    out.push_str("</svg>\n");
    out
}

/// Everything between the head and the letters.
fn draw(out: &mut String, diagram: &Diagram, glyphs: &mut Option<Glyphs>) {
    parts(out, &diagram.ground, glyphs);
    lines(out, diagram);
    for (at, stroke) in &diagram.joins {
        put(
            out,
            format_args!("<circle class=\"f-{}\" cx=\"{}\" cy=\"{}\" r=\"4.4\"/>\n", class(stroke.tone()), at.x, at.y),
        );
    }
    for caption in &diagram.captions {
        text(out, caption, glyphs);
    }
    for card in &diagram.cards {
        self::card(out, card, glyphs);
    }
    parts(out, &diagram.frame, glyphs);
}

/// Writing to a string cannot fail.
pub(super) fn put(out: &mut String, what: std::fmt::Arguments) {
    let _ = out.write_fmt(what);
}

/// Root, provenance, title, style sheet, page.
fn head(out: &mut String, diagram: &Diagram, theme: &Theme) {
    let page = Page::of(diagram);
    let language = if diagram.language == Language::Vietnamese { "vi" } else { "en" };
    put(
        out,
        format_args!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" xmlns:xlink=\"http://www.w3.org/1999/xlink\" width=\"{}mm\" height=\"{}mm\" \
             viewBox=\"{} {} {} {}\" xml:lang=\"{language}\" role=\"img\" aria-labelledby=\"drawing-title drawing-description\">\n",
            millimetres(page.size.0),
            millimetres(page.size.1),
            page.x,
            page.y,
            page.w,
            page.h
        ),
    );
    put(out, format_args!("<metadata id=\"{MARKER}\">{}</metadata>\n", escaped(&diagram.provenance)));
    put(out, format_args!("<title id=\"drawing-title\">{}</title>\n", escaped(&diagram.title)));
    put(out, format_args!("<desc id=\"drawing-description\">{}</desc>\n", escaped(&diagram.description)));
    style(out, theme, &Sizes::of(diagram));
    put(
        out,
        format_args!(
            "<defs><pattern id=\"hatching\" width=\"9\" height=\"9\" patternUnits=\"userSpaceOnUse\" patternTransform=\"rotate(45)\">\
             <rect class=\"f-paper\" width=\"9\" height=\"9\"/><path d=\"M0 0V9\" stroke=\"{}\" stroke-width=\"3.4\"/></pattern></defs>\n",
            theme.hatch
        ),
    );
    put(
        out,
        format_args!(
            "<rect class=\"f-paper\" x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\"/>\n",
            page.x, page.y, page.w, page.h
        ),
    );
}

/// What is seen of the drawing's plane, in units, and how large it is printed.
struct Page {
    x: i32,
    y: i32,
    w: i32,
    h: i32,
    /// Width and height in quarters of a millimetre.
    size: (i32, i32),
}

impl Page {
    /// The drawing alone, or in the middle of its sheet as large as fits, whichever way round that is.
    fn of(diagram: &Diagram) -> Self {
        let (w, h) = (diagram.width, diagram.height);
        let Some(sheet) = diagram.sheet else { return Self { x: 0, y: 0, w, h, size: (w, h) } };
        let size = (sheet.width.max(1), sheet.height.max(1));
        let across = |a: i32, b: i32, c: i32| i32::try_from(i64::from(a) * i64::from(b) / i64::from(c)).unwrap_or(a);
        let wide = across(h, size.0, size.1);
        let (full_w, full_h) = if wide >= w { (wide, h) } else { (w, across(w, size.1, size.0)) };
        Self { x: (w - full_w) / 2, y: (h - full_h) / 2, w: full_w, h: full_h, size }
    }
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

pub(super) fn class(tone: Tone) -> &'static str {
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

/// The sizes of type and the weights of strokes that a drawing has, in tenths: each is a class, so that no card repeats them.
#[derive(Default)]
struct Sizes {
    type_sizes: BTreeSet<i32>,
    weights: BTreeSet<i32>,
}

impl Sizes {
    fn of(diagram: &Diagram) -> Self {
        let mut sizes = Self::default();
        let cards = diagram.cards.iter().flat_map(|card| &card.parts);
        diagram.ground.iter().chain(&diagram.frame).chain(cards).for_each(|part| sizes.add(part));
        sizes.type_sizes.extend(diagram.captions.iter().map(|caption| caption.size));
        diagram.lines.iter().for_each(|line| sizes.weights.extend(weights(line.stroke)));
        sizes
    }

    fn add(&mut self, part: &Part) {
        match part {
            Part::Text(text) => self.type_sizes.extend([text.size]),
            Part::Badge(..) => self.type_sizes.extend([BADGE]),
            Part::Shape(shape) => self.weights.extend([shape.weight, FOLD_WEIGHT, SECOND_WEIGHT]),
            Part::Rule { weight, .. } => self.weights.extend([*weight]),
            Part::Sample(_, _, stroke, _) => self.weights.extend(weights(*stroke)),
            Part::Hatch(_) | Part::Ended(_) | Part::Gap(_) | Part::Alert(_) | Part::Ring(..) => {}
        }
    }
}

/// Size of the words on a badge; weights of the fold of a letter and of the second frame of a legal document.
const BADGE: i32 = 122;
const FOLD_WEIGHT: i32 = 16;
const SECOND_WEIGHT: i32 = 10;

/// The style sheet: `f-` fills, `s-` strokes, `t` sizes of type, `w` weights of strokes.
fn style(out: &mut String, theme: &Theme, sizes: &Sizes) {
    out.push_str("<style>\n");
    out.push_str("text{font-family:'Noto Sans','Be Vietnam Pro','Segoe UI','Helvetica Neue',Arial,sans-serif}\n");
    out.push_str(".b{font-weight:700}.i{font-style:italic}.m{text-anchor:middle}.e{text-anchor:end}\n");
    out.push_str("path{stroke-linejoin:round}.n,.line path{fill:none}\n");
    out.push_str(".dash{stroke-dasharray:7 4}.fine{stroke-dasharray:3 3}.indirect{stroke-dasharray:10 5}\n");
    out.push_str(".dots{stroke-dasharray:.1 4.6}.sparse{stroke-dasharray:.1 9}.dots,.sparse{stroke-linecap:round}\n");
    put(out, format_args!(".halo{{stroke:{};opacity:.92}}\n", theme.paper));
    for tone in TONES {
        put(out, format_args!(".f-{0}{{fill:{1}}}.s-{0}{{stroke:{1}}}\n", class(tone), theme.of(tone)));
    }
    put(
        out,
        format_args!(
            ".f-ended{{fill:{};opacity:.4}}.f-mark{{fill:{1}}}.s-mark{{stroke:{1}}}\n",
            theme.grid, theme.mark
        ),
    );
    for size in &sizes.type_sizes {
        put(out, format_args!(".t{size}{{font-size:{}px}}", tenths(*size)));
    }
    out.push('\n');
    for weight in &sizes.weights {
        put(out, format_args!(".w{weight}{{stroke-width:{}}}", tenths(*weight)));
    }
    out.push_str("\n</style>\n");
}

/// Text fit for XML: markup escaped, controls left out.
pub(super) fn escaped(text: &str) -> String {
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
pub(super) fn tenths(value: i32) -> String {
    let sign = if value < 0 { "-" } else { "" };
    match value.abs() % 10 {
        0 => format!("{sign}{}", value.abs() / 10),
        rest => format!("{sign}{}.{rest}", value.abs() / 10),
    }
}

fn parts(out: &mut String, parts: &[Part], glyphs: &mut Option<Glyphs>) {
    for part in parts {
        self::part(out, part, glyphs);
    }
}

fn part(out: &mut String, part: &Part, glyphs: &mut Option<Glyphs>) {
    match part {
        Part::Shape(shape) => self::shape(out, shape),
        Part::Text(text) => self::text(out, text, glyphs),
        Part::Rule { from, to, tone, weight, dashed } => put(
            out,
            format_args!(
                "<path class=\"s-{} w{weight}{}\" d=\"{}\"/>\n",
                class(*tone),
                if *dashed { " fine" } else { "" },
                path(&[*from, *to], 0, 0),
            ),
        ),
        Part::Hatch(r) => put(
            out,
            format_args!(
                "<rect x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\" fill=\"url(#hatching)\"/>\n",
                r.x, r.y, r.w, r.h
            ),
        ),
        Part::Gap(at) => gap(out, *at),
        Part::Badge(rect, tone, words) => badge(out, *rect, *tone, words, glyphs),
        Part::Alert(at) => alert(out, *at),
        Part::Ended(area) => ended(out, *area),
        Part::Ring(at, radius) => put(
            out,
            format_args!(
                "<circle class=\"n s-plain\" cx=\"{}\" cy=\"{}\" r=\"{radius}\" stroke-width=\"1.6\" stroke-dasharray=\"2.6 2.6\"/>\n",
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

/// The sign // of years left out.
fn gap(out: &mut String, at: Point) {
    let (x, y) = (at.x - 8, at.y - 7);
    put(out, format_args!("<rect class=\"f-paper\" x=\"{x}\" y=\"{y}\" width=\"16\" height=\"13\"/>\n"));
    let (x, y) = (at.x - 6, at.y + 6);
    put(out, format_args!("<path class=\"n s-soft\" d=\"M{x} {y}l4 -12m4 12l4 -12\" stroke-width=\"1.6\"/>\n"));
}

fn badge(out: &mut String, rect: Rect, tone: Tone, words: &str, glyphs: &mut Option<Glyphs>) {
    let Rect { x, y, w, h } = rect;
    let tone = class(tone);
    put(out, format_args!("<rect class=\"f-{tone}\" x=\"{x}\" y=\"{y}\" width=\"{w}\" height=\"{h}\" rx=\"9.5\"/>\n"));
    let at = Point { x: rect.centre().x, y: y + 14 };
    text(out, &Text::new(at, BADGE, Tone::Paper, words).bold().anchored(Anchor::Middle), glyphs);
}

/// The triangle of what needs checking, and its mark.
fn alert(out: &mut String, at: Point) {
    let (x, y) = (at.x, at.y - 9);
    put(out, format_args!("<path class=\"f-alert s-mark\" d=\"M{x} {y}l9 16h-18z\" stroke-width=\"1.3\"/>"));
    let (x, y) = (at.x - 1, at.y - 4);
    put(out, format_args!("<path class=\"f-mark\" d=\"M{x} {y}h2l-.4 6h-1.2zm0 7.4h2v2h-2z\"/>\n"));
}

/// The rest of a row whose level has ended.
fn ended(out: &mut String, area: Rect) {
    let Rect { x, y, w, h } = area;
    put(out, format_args!("<rect class=\"f-ended\" x=\"{x}\" y=\"{y}\" width=\"{w}\" height=\"{h}\"/>\n"));
    put(out, format_args!("<path class=\"s-soft\" d=\"M{x} {y}V{}\" stroke-width=\"1.6\"/>\n", area.bottom()));
}

fn text(out: &mut String, text: &Text, glyphs: &mut Option<Glyphs>) {
    if let Some(glyphs) = glyphs {
        glyphs.write(out, text, class(text.tone));
        return;
    }
    let anchor = match text.anchor {
        Anchor::Start => "",
        Anchor::Middle => " m",
        Anchor::End => " e",
    };
    put(
        out,
        format_args!(
            "<text class=\"f-{} t{}{}{}{anchor}\" x=\"{}\" y=\"{}\">{}</text>\n",
            class(text.tone),
            text.size,
            if text.bold { " b" } else { "" },
            if text.italic { " i" } else { "" },
            text.at.x,
            text.at.y,
            escaped(&text.words)
        ),
    );
}

/// A card with its full words.
fn card(out: &mut String, card: &Card, glyphs: &mut Option<Glyphs>) {
    put(out, format_args!("<g id=\"{}\" class=\"{}\">", escaped(&card.id), card.classes.join(" ")));
    put(out, format_args!("<title>{}</title>\n", escaped(&card.title)));
    parts(out, &card.parts, glyphs);
    out.push_str("</g>\n");
}

/// An outlined area: inside and outline, the tab over them in the tone of the outline, fold or second frame.
fn shape(out: &mut String, shape: &Shape) {
    let r = shape.rect;
    let edge = outline(shape.outline, r);
    let fill = shape.fill.map_or("n".to_string(), |tone| format!("f-{}", class(tone)));
    let Some(stroke) = shape.stroke.map(class) else {
        put(out, format_args!("<path class=\"{fill}\" d=\"{edge}\"/>\n"));
        return;
    };
    let dash = if shape.dashed { " dash" } else { "" };
    put(out, format_args!("<path class=\"{fill} s-{stroke} w{}{dash}\" d=\"{edge}\"/>\n", shape.weight));
    if shape.tab > 0 {
        put(out, format_args!("<path class=\"f-{stroke}\" d=\"{}\"/>\n", tab(shape.outline, r, shape.tab)));
    }
    let solid = shape.fill.is_some_and(|tone| Some(tone) == shape.stroke);
    match shape.outline {
        Outline::Folded => put(
            out,
            format_args!(
                "<path class=\"{} s-{stroke} w{FOLD_WEIGHT}\" d=\"M{} {}v{FOLD}h{FOLD}{}\"/>\n",
                if solid { "f-paper" } else { "n" },
                r.right() - FOLD,
                r.y,
                if solid { "z" } else { "" }
            ),
        ),
        Outline::Double => put(
            out,
            format_args!(
                "<path class=\"n s-{} w{SECOND_WEIGHT}\" d=\"{}\"/>\n",
                if solid { "paper" } else { stroke },
                outline(Outline::Plain, r.inset(4))
            ),
        ),
        _ => {}
    }
}
