//! From a view of a graph to a finished drawing: measure, place, route, verify.
//!
//! | Step | File | What it settles |
//! |---|---|---|
//! | items | `item` | the documents and counted elisions, with what decides their place |
//! | lanes | `lanes` | one row for each level and system, from the centre down; or by system, province, organ |
//! | time | `time`, `timelines` | one column for each year or month with documents; hatched room for what has no date |
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
pub(crate) mod item;
pub(crate) mod lanes;
mod legend;
pub(crate) mod metrics;
mod place;
mod plan;
mod ports;
mod route;
pub(crate) mod several;
mod shape;
mod sheet;
mod time;
mod timelines;
mod tracks;
pub(crate) mod units;
mod verify;
mod ways;
pub mod wording;

pub use shape::{Anchor, Head, Outline, Part, Point, Rect, Shape, Stroke, Text, Tone};
pub use sheet::{LEAST_PRINTED, Paper, Sheet};
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
    /// What makes a row.
    pub rows: Rows,
    /// What runs from left to right.
    pub time: Time,
    /// Where the units stand that documents are sent to.
    pub addressees: Addressees,
    /// The paper to draw for; nothing lets the drawing find its own size.
    pub sheet: Option<Sheet>,
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

impl Options {
    /// True if the drawing finds its own size.
    fn is_free(&self) -> bool {
        self.sheet.is_none() && self.max_width.is_none()
    }
}

/// What makes a row.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Rows {
    /// Level, split by system.
    #[default]
    Level,
    /// System, split by level.
    System,
    /// The centre, then each province.
    Province,
    /// Each issuing organ.
    Organ,
}

/// What runs from left to right.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Time {
    /// Years.
    #[default]
    Year,
    /// Months.
    Month,
    /// The order of dates, without a scale.
    Order,
    /// No time: what acts stands right of its sources.
    Off,
}

/// Where the units stand that documents are sent to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Addressees {
    /// In a row of their own while there are few cards, else on the cards.
    #[default]
    Auto,
    /// In a row of their own.
    Row,
    /// On the card of the document.
    Card,
    /// Nowhere.
    Off,
}

/// More cards than these, and lines to addressees would be most of the drawing.
const FEW: usize = 24;

/// A finished drawing.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Diagram {
    /// Width in units.
    pub width: i32,
    /// Height in units.
    pub height: i32,
    /// Language of its words.
    pub language: Language,
    /// The paper that it is drawn for.
    pub sheet: Option<Sheet>,
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
    /// What is left of rows that end within the time of the drawing, and words for it.
    pub ended: Vec<(Rect, String)>,
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
    let items = item::items(view, options.time);
    let lanes = lanes::lanes(&items, options.rows, words);
    let all = if options.addressees == Addressees::Off { Vec::new() } else { units::fold_units(view) };
    let apart: &[bool] = match options.addressees {
        // On paper they stand where the drawing is printed larger.
        Addressees::Auto if options.sheet.is_some() && items.len() <= MANY && !all.is_empty() => &[true, false],
        Addressees::Auto => &[items.len() <= FEW],
        Addressees::Row => &[true],
        Addressees::Card | Addressees::Off => &[false],
    };
    let trials = apart.iter().flat_map(|apart| {
        let all = all.clone();
        let (units, strips) = if *apart { (all, Vec::new()) } else { (Vec::new(), all) };
        trials(view, &items, &lanes, (units, strips), options)
    });
    let best = trials.min_by_key(|(cost, ..)| *cost);
    best.map(|(_, plan, places)| compose::compose(view, options, words, &plan, &places)).unwrap_or_default()
}

/// The most promising arrangements and what each costs. An estimate decides where there is much to place; where there is
/// little the drawings themselves are compared.
fn trials(
    view: &View,
    items: &[item::Item],
    lanes: &lanes::Lanes,
    (units, strips): (Vec<units::Units>, Vec<units::Units>),
    options: &Options,
) -> Vec<(i64, plan::Plan, place::Places)> {
    let words = wording::Words::of(options.language);
    let mut items = items.to_vec();
    strips.iter().for_each(|units| items[units.sender].height += units::STRIP);
    let links = plan::links(view, &items);
    let lines: Vec<(usize, usize)> = links.iter().map(|link| link.citing()).collect();
    let content = time::Content { items: &items, lanes, units: &units, lines: &lines };
    let timelines = timelines::timelines(content, options);
    let tried = if items.len() <= MANY { timelines.len() } else { 1 };
    let place = |(dearer, timeline)| {
        let plan = plan::plan(&items, lanes.clone(), timeline, links.clone(), (&units, &strips), words);
        let routes = route::route(&plan);
        let places = place::place(&plan, &routes, view, options);
        let height = places.bottom + legend::height(view, options, &plan, places.width);
        let cost = timelines::weigh(i64::from(places.width), i64::from(height), options).saturating_mul(dearer);
        (cost, plan, places)
    };
    timelines.into_iter().take(tried).map(place).collect()
}

/// Most cards for which several arrangements are placed and compared.
const MANY: usize = 250;
