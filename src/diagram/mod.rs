//! From a view of a graph to a finished drawing: measure, place, route, verify.
//!
//! | Step | File | What it settles |
//! |---|---|---|
//! | lanes | `lanes` | one row for each level and system, from the centre down |
//! | time | `time` | one column for each year with documents; hatched room for what has no date |
//! | links | `route` | which lines share a trunk, and through which channels they run |
//! | place | `place`, `ports`, `tracks`, `ways` | tracks, ports, then every coordinate, in closed form |
//! | cards | `card` | words of each card, measured with the bundled font |
//! | frame | `frame`, `legend` | title, counts, years, lanes, legend, sources to find, reading note |
//! | captions | `caption` | words at the lines where there is room |
//!
//! Level and date are known, so nothing is searched for: lines run in gutters between the cards and in channels under the
//! lanes, which are as wide as the lines in them need. Cost: n log n in cards and lines. A [`Diagram`] holds whole units,
//! four to a millimetre, and knows no file format; [`verify()`] proves that it is legible.

mod caption;
pub(crate) mod card;
pub(crate) mod compose;
mod crossing;
mod frame;
pub(crate) mod lanes;
mod legend;
pub(crate) mod metrics;
mod place;
mod plan;
mod ports;
mod route;
mod shape;
mod time;
mod tracks;
mod verify;
mod ways;
pub mod wording;

pub use shape::{Anchor, Head, Outline, Part, Point, Rect, Shape, Stroke, Text, Tone};
pub use verify::{Fault, verify};

use crate::view::View;
use crate::vocabulary::{Language, Relation};

/// How to draw.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Options {
    /// Language of the words that are not the documents' own.
    pub language: Language,
    /// The title; nothing makes one from the levels drawn.
    pub title: Option<String>,
    /// Which way lines point.
    pub arrows: Arrows,
    /// Widest drawing in units, four to a millimetre; nothing lets width and height find the proportions of a sheet.
    pub max_width: Option<i32>,
    /// Words added to the provenance at the foot, such as a date.
    pub note: Option<String>,
}

/// Which way lines point.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Arrows {
    /// From the source to the document that acts on it, as directives run.
    #[default]
    Down,
    /// From the document to what it cites.
    Cite,
}

/// A finished drawing.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Diagram {
    /// Width in units.
    pub width: i32,
    /// Height in units.
    pub height: i32,
    /// Language of its words.
    pub language: Language,
    /// Its title.
    pub title: String,
    /// What it shows, in a sentence, for those who hear it.
    pub description: String,
    /// What it was made from.
    pub provenance: String,
    /// The rows, from the centre down.
    pub lanes: Vec<Rect>,
    /// The columns, from early to late.
    pub columns: Vec<Rect>,
    /// Under the lines: rows, hatching, grid, headings.
    pub ground: Vec<Part>,
    /// The lines; those of a bundle stand together.
    pub lines: Vec<Line>,
    /// Where lines of a bundle meet.
    pub joins: Vec<(Point, Stroke)>,
    /// Words at the lines.
    pub captions: Vec<Text>,
    /// Documents and addressees.
    pub cards: Vec<Card>,
    /// Around the rows: title, counts, legend, table, foot.
    pub frame: Vec<Part>,
}

/// A document or an addressee.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Card {
    /// Unique in the drawing, from the id of the document.
    pub id: String,
    /// Class names: `card`, state, system, family.
    pub classes: Vec<&'static str>,
    /// Full words and evidence, shown when asked for.
    pub title: String,
    /// Its place.
    pub rect: Rect,
    /// What it shows; all inside `rect` but for badges.
    pub parts: Vec<Part>,
    /// Index into the rows.
    pub lane: usize,
    /// Index into the columns.
    pub column: usize,
    /// Day of a dated document, counted from the first of the year 1; later ones never stand left of earlier ones.
    pub day: Option<i32>,
    /// Left edge of the year that the document cannot be after.
    pub not_after: Option<i32>,
    /// Left edge of the year that the document cannot be before.
    pub not_before: Option<i32>,
}

/// A line between two cards. One that joins another of its bundle ends there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// Unique in the drawing.
    pub id: String,
    /// Its relation; nothing for the line to an addressee.
    pub relation: Option<Relation>,
    /// Its manner.
    pub stroke: Stroke,
    /// Dashed: read in another document's words.
    pub dashed: bool,
    /// Upright and level stretches, in the direction of the arrow.
    pub points: Vec<Point>,
    /// True if the last point is at a card and has an arrow head.
    pub headed: bool,
    /// The bundle; lines of one bundle may share a way.
    pub bundle: usize,
    /// Index of the card where the relation begins, in the direction of the arrow.
    pub from: usize,
    /// Index of the card where it ends.
    pub to: usize,
    /// What is said, where, in which words. Never empty.
    pub title: String,
}

/// Arranges a view into a drawing. Never fails: an empty view gives a sheet that says so.
pub fn arrange(view: &View, options: &Options) -> Diagram {
    let words = wording::Words::of(options.language);
    let lanes = lanes::lanes(view, words);
    let units = card::fold_units(view);
    let timeline = time::timeline(view, &lanes, &units, options);
    let plan = plan::plan(view, lanes, timeline, &units, words);
    let routes = route::route(&plan);
    let places = place::place(&plan, &routes, legend::height(view, &plan));
    compose::compose(view, options, words, &plan, &places)
}
