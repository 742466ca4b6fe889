//! A drawing as SVG 1.1: text stays text unless outlines are asked for, arrow heads and signs are polygons, colours are
//! classes of one style sheet. Drawn for paper, it has the size of the paper.
//!
//! Coordinates are the whole units of the drawing; sizes and weights are its tenths, printed as decimals. No scripts, no
//! markers, no clip paths: the file opens alike in browsers, Inkscape and office programs.

use super::glyphs::Glyphs;
use super::path::{FOLD, outline, path, tab};
use super::strokes::{lines, sample};
use super::theme::{LIGHT, Theme};
use super::{MARKER, is_harmful};
use crate::diagram::{Anchor, Card, Diagram, Outline, Part, Point, Rect, Shape, Text, Tone};
use crate::vocabulary::Language;
use std::collections::BTreeSet;
use std::fmt::{self, Write};
use std::mem::discriminant;

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
    let mut body = Body {
        out: String::with_capacity(8192 + 700 * (diagram.cards.len() + diagram.lines.len())),
        glyphs: options.outlines.then(Glyphs::default),
        classes: BTreeSet::new(),
    };
    draw(&mut body, diagram);
    // What letters there are is known at the end; a letter may be used before it is defined.
    if let Some(glyphs) = &body.glyphs {
        glyphs.define(&mut body.out);
    }
    let Body { mut out, classes, .. } = body;
    out.insert_str(0, &head(diagram, &options.theme, &classes));
    out.push_str("</svg>\n");
    out
}

/// What is drawn, with the letters and the classes that it has used so far.
pub(super) struct Body {
    out: String,
    glyphs: Option<Glyphs>,
    classes: BTreeSet<Class>,
}

impl Body {
    /// Writing to a string cannot fail.
    pub(super) fn put(&mut self, what: std::fmt::Arguments) {
        let _ = self.out.write_fmt(what);
    }

    /// The class, which the style sheet then has.
    pub(super) fn class(&mut self, class: Class) -> Class {
        self.classes.insert(class);
        class
    }

    /// Filled in this tone.
    pub(super) fn fill(&mut self, tone: Tone) -> Class {
        self.class(Class::Fill(tone))
    }

    /// Drawn in this tone.
    pub(super) fn stroke(&mut self, tone: Tone) -> Class {
        self.class(Class::Stroke(tone))
    }

    /// Drawn in this weight, in tenths.
    pub(super) fn weight(&mut self, weight: i32) -> Class {
        self.class(Class::Weight(weight))
    }
}

/// What many parts of a drawing share, so that none repeats it: a line of the style sheet.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Class {
    /// The inside in a tone.
    Fill(Tone),
    /// The edge in a tone.
    Stroke(Tone),
    /// A size of type in tenths.
    Type(i32),
    /// The weight of a stroke in tenths.
    Weight(i32),
}

impl fmt::Display for Class {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Fill(tone) => write!(f, "f-{}", name(*tone)),
            Self::Stroke(tone) => write!(f, "s-{}", name(*tone)),
            Self::Type(size) => write!(f, "t{size}"),
            Self::Weight(weight) => write!(f, "w{weight}"),
        }
    }
}

impl Class {
    fn rule(self, theme: &Theme) -> String {
        match self {
            Self::Fill(tone) => format!(".{self}{{fill:{}}}", theme.of(tone)),
            Self::Stroke(tone) => format!(".{self}{{stroke:{}}}", theme.of(tone)),
            Self::Type(size) => format!(".{self}{{font-size:{}px}}", tenths(size)),
            Self::Weight(weight) => format!(".{self}{{stroke-width:{}}}", tenths(weight)),
        }
    }
}

/// Everything between the head and the letters.
fn draw(body: &mut Body, diagram: &Diagram) {
    parts(body, &diagram.ground);
    lines(body, diagram);
    for (at, stroke) in &diagram.joins {
        let fill = body.fill(stroke.tone());
        body.put(format_args!("<circle class=\"{fill}\" cx=\"{}\" cy=\"{}\" r=\"4.4\"/>\n", at.x, at.y));
    }
    for caption in &diagram.captions {
        text(body, caption);
    }
    for card in &diagram.cards {
        self::card(body, card);
    }
    parts(body, &diagram.frame);
}

/// Root, provenance, title, style sheet, page.
fn head(diagram: &Diagram, theme: &Theme, classes: &BTreeSet<Class>) -> String {
    let page = Page::of(diagram);
    let language = if diagram.language == Language::Vietnamese { "vi" } else { "en" };
    let mut out = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" xmlns:xlink=\"http://www.w3.org/1999/xlink\" width=\"{}mm\" height=\"{}mm\" \
         viewBox=\"{} {} {} {}\" xml:lang=\"{language}\" role=\"img\" aria-labelledby=\"drawing-title drawing-description\">\n",
        millimetres(page.size.0),
        millimetres(page.size.1),
        page.x,
        page.y,
        page.w,
        page.h
    );
    out += &format!("<metadata id=\"{MARKER}\">{}</metadata>\n", escaped(&diagram.provenance));
    out += &format!("<title id=\"drawing-title\">{}</title>\n", escaped(&diagram.title));
    out += &format!("<desc id=\"drawing-description\">{}</desc>\n", escaped(&diagram.description));
    out += &style(theme, classes);
    out += &format!(
        "<defs><pattern id=\"hatching\" width=\"9\" height=\"9\" patternUnits=\"userSpaceOnUse\" patternTransform=\"rotate(45)\">\
         <rect fill=\"{}\" width=\"9\" height=\"9\"/><path d=\"M0 0V9\" stroke=\"{}\" stroke-width=\"3.4\"/></pattern></defs>\n",
        theme.paper, theme.hatch
    );
    out += &format!(
        "<rect fill=\"{}\" x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\"/>\n",
        theme.paper, page.x, page.y, page.w, page.h
    );
    out
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

/// The name of a tone in classes.
fn name(tone: Tone) -> &'static str {
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

/// Size of the words on a badge; weights of the fold of a letter, of signs, of the triangle of what needs checking, and of the
/// second frame of a legal document.
const BADGE: i32 = 122;
const FOLD_WEIGHT: i32 = 16;
const SIGN_WEIGHT: i32 = 16;
const ALERT_WEIGHT: i32 = 13;
const SECOND_WEIGHT: i32 = 10;

/// The style sheet: what stands for words and manners of strokes, then the classes that the drawing uses.
fn style(theme: &Theme, classes: &BTreeSet<Class>) -> String {
    let mut out = String::from("<style>\n");
    out.push_str("text{font-family:'Noto Sans','Be Vietnam Pro','Segoe UI','Helvetica Neue',Arial,sans-serif}\n");
    out.push_str(".b{font-weight:700}.i{font-style:italic}.m{text-anchor:middle}.e{text-anchor:end}\n");
    out.push_str("path{stroke-linejoin:round}.n,.line path{fill:none}\n");
    out.push_str(".dash{stroke-dasharray:7 4}.fine{stroke-dasharray:3 3}.indirect{stroke-dasharray:10 5}\n");
    out.push_str(".dots{stroke-dasharray:.1 4.6}.sparse{stroke-dasharray:.1 9}.dots,.sparse{stroke-linecap:round}\n");
    out += &format!(".halo{{stroke:{};opacity:.92}}.f-ended{{fill:{};opacity:.4}}\n", theme.paper, theme.grid);
    out += &format!(".f-mark{{fill:{0}}}.s-mark{{stroke:{0}}}\n", theme.mark);
    for sort in classes.iter().collect::<Vec<_>>().chunk_by(|a, b| discriminant(*a) == discriminant(*b)) {
        sort.iter().for_each(|class| out.push_str(&class.rule(theme)));
        out.push('\n');
    }
    out.push_str("</style>\n");
    out
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
            c if c == '\r' || is_harmful(c) => {}
            c => safe.push(c),
        }
    }
    safe
}

/// Tenths as a decimal.
pub(super) fn tenths(value: i32) -> String {
    let sign = if value < 0 { "-" } else { "" };
    match value.abs() % 10 {
        0 => format!("{sign}{}", value.abs() / 10),
        rest => format!("{sign}{}.{rest}", value.abs() / 10),
    }
}

fn parts(body: &mut Body, parts: &[Part]) {
    for part in parts {
        self::part(body, part);
    }
}

fn part(body: &mut Body, part: &Part) {
    match part {
        Part::Shape(shape) => self::shape(body, shape),
        Part::Text(text) => self::text(body, text),
        Part::Rule { from, to, tone, weight, dashed } => {
            let (stroke, weight) = (body.stroke(*tone), body.weight(*weight));
            let fine = if *dashed { " fine" } else { "" };
            body.put(format_args!("<path class=\"{stroke} {weight}{fine}\" d=\"{}\"/>\n", path(&[*from, *to], 0, 0)));
        }
        Part::Hatch(r) => body.put(format_args!(
            "<rect x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\" fill=\"url(#hatching)\"/>\n",
            r.x, r.y, r.w, r.h
        )),
        Part::Gap(at) => gap(body, *at),
        Part::Badge(rect, tone, words) => badge(body, *rect, *tone, words),
        Part::Alert(at) => alert(body, *at),
        Part::Ended(area) => ended(body, *area),
        Part::Ring(at, radius) => {
            let (stroke, weight) = (body.stroke(Tone::Plain), body.weight(SIGN_WEIGHT));
            body.put(format_args!(
                "<circle class=\"n {stroke} {weight}\" cx=\"{}\" cy=\"{}\" r=\"{radius}\" stroke-dasharray=\"2.6 2.6\"/>\n",
                at.x, at.y
            ));
        }
        Part::Sample(from, to, stroke, dashed) => sample(body, &[*from, *to], *stroke, *dashed),
    }
}

/// The sign // of years left out.
fn gap(body: &mut Body, at: Point) {
    let (fill, stroke, weight) = (body.fill(Tone::Paper), body.stroke(Tone::Soft), body.weight(SIGN_WEIGHT));
    let (x, y) = (at.x - 8, at.y - 7);
    body.put(format_args!("<rect class=\"{fill}\" x=\"{x}\" y=\"{y}\" width=\"16\" height=\"13\"/>\n"));
    let (x, y) = (at.x - 6, at.y + 6);
    body.put(format_args!("<path class=\"n {stroke} {weight}\" d=\"M{x} {y}l4 -12m4 12l4 -12\"/>\n"));
}

fn badge(body: &mut Body, rect: Rect, tone: Tone, words: &str) {
    let Rect { x, y, w, h } = rect;
    let fill = body.fill(tone);
    body.put(format_args!("<rect class=\"{fill}\" x=\"{x}\" y=\"{y}\" width=\"{w}\" height=\"{h}\" rx=\"9.5\"/>\n"));
    let at = Point { x: rect.centre().x, y: y + 14 };
    text(body, &Text::new(at, BADGE, Tone::Paper, words).bold().anchored(Anchor::Middle));
}

/// The triangle of what needs checking, and its mark.
fn alert(body: &mut Body, at: Point) {
    let (fill, weight) = (body.fill(Tone::Alert), body.weight(ALERT_WEIGHT));
    let (x, y) = (at.x, at.y - 9);
    body.put(format_args!("<path class=\"{fill} s-mark {weight}\" d=\"M{x} {y}l9 16h-18z\"/>"));
    let (x, y) = (at.x - 1, at.y - 4);
    body.put(format_args!("<path class=\"f-mark\" d=\"M{x} {y}h2l-.4 6h-1.2zm0 7.4h2v2h-2z\"/>\n"));
}

/// The rest of a row whose level has ended.
fn ended(body: &mut Body, area: Rect) {
    let Rect { x, y, w, h } = area;
    body.put(format_args!("<rect class=\"f-ended\" x=\"{x}\" y=\"{y}\" width=\"{w}\" height=\"{h}\"/>\n"));
    let (stroke, weight) = (body.stroke(Tone::Soft), body.weight(SIGN_WEIGHT));
    body.put(format_args!("<path class=\"{stroke} {weight}\" d=\"M{x} {y}V{}\"/>\n", area.bottom()));
}

fn text(body: &mut Body, text: &Text) {
    let fill = body.fill(text.tone);
    if let Some(glyphs) = &mut body.glyphs {
        glyphs.write(&mut body.out, text, fill);
        return;
    }
    let size = body.class(Class::Type(text.size));
    let anchor = match text.anchor {
        Anchor::Start => "",
        Anchor::Middle => " m",
        Anchor::End => " e",
    };
    body.put(format_args!(
        "<text class=\"{fill} {size}{}{}{anchor}\" x=\"{}\" y=\"{}\">{}</text>\n",
        if text.bold { " b" } else { "" },
        if text.italic { " i" } else { "" },
        text.at.x,
        text.at.y,
        escaped(&text.words)
    ));
}

/// A card with its full words.
fn card(body: &mut Body, card: &Card) {
    body.put(format_args!("<g id=\"{}\" class=\"{}\">", escaped(&card.id), card.classes.join(" ")));
    body.put(format_args!("<title>{}</title>\n", escaped(&card.title)));
    parts(body, &card.parts);
    body.put(format_args!("</g>\n"));
}

/// An outlined area: inside and outline, the tab over them in the tone of the outline, fold or second frame.
fn shape(body: &mut Body, shape: &Shape) {
    let r = shape.rect;
    let edge = outline(shape.outline, r);
    let fill = shape.fill.map_or("n".to_string(), |tone| body.fill(tone).to_string());
    let Some(tone) = shape.stroke else {
        body.put(format_args!("<path class=\"{fill}\" d=\"{edge}\"/>\n"));
        return;
    };
    let (stroke, weight) = (body.stroke(tone), body.weight(shape.weight));
    let dash = if shape.dashed { " dash" } else { "" };
    body.put(format_args!("<path class=\"{fill} {stroke} {weight}{dash}\" d=\"{edge}\"/>\n"));
    if shape.tab > 0 {
        let fill = body.fill(tone);
        body.put(format_args!("<path class=\"{fill}\" d=\"{}\"/>\n", tab(shape.outline, r, shape.tab)));
    }
    let solid = shape.fill == Some(tone);
    match shape.outline {
        Outline::Folded => {
            let fill = if solid { body.fill(Tone::Paper).to_string() } else { "n".to_string() };
            let weight = body.weight(FOLD_WEIGHT);
            body.put(format_args!(
                "<path class=\"{fill} {stroke} {weight}\" d=\"M{} {}v{FOLD}h{FOLD}{}\"/>\n",
                r.right() - FOLD,
                r.y,
                if solid { "z" } else { "" }
            ));
        }
        Outline::Double => {
            let stroke = if solid { body.stroke(Tone::Paper) } else { stroke };
            let weight = body.weight(SECOND_WEIGHT);
            let inner = outline(Outline::Plain, r.inset(4));
            body.put(format_args!("<path class=\"n {stroke} {weight}\" d=\"{inner}\"/>\n"));
        }
        _ => {}
    }
}
