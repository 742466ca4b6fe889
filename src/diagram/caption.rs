//! Words at the lines, where there is room: one caption for each bundle, none that touches anything.
//!
//! The legend explains every manner of line, so a caption that finds no free place is left out.

use super::crossing::Crossings;
use super::metrics::{LEAST, width};
use super::place::{HEAD, LEFT, MARGIN, Places};
use super::plan::Bound;
use super::shape::{Point, Rect, Text, Tone};
use super::wording::Words;
use super::{Diagram, Line};
use std::collections::HashMap;

/// Height of the room that a caption takes.
const HEIGHT: i32 = 14;

/// Where places are looked for: at how many lines of a bundle, along how many stretches of each, at which eighths of these.
#[derive(Clone, Copy)]
struct Search {
    lines: usize,
    stretches: usize,
    eighths: &'static [i32],
}

impl Search {
    /// In a crowded drawing what finds no place along the longest stretches hardly finds one elsewhere.
    fn of(diagram: &Diagram) -> Self {
        const CROWDED: usize = 1_000;
        if diagram.lines.len() > CROWDED {
            Self { lines: 1, stretches: 2, eighths: &[4, 2, 6] }
        } else {
            Self { lines: 24, stretches: 12, eighths: &[4, 3, 5, 2, 6, 1, 7] }
        }
    }
}

/// Adds captions to the drawing. Costs n log n.
pub(crate) fn caption(words: &Words, places: &Places, diagram: &mut Diagram) {
    let crossings = Crossings::of(&diagram.lines);
    let mut taken = Occupied::default();
    for card in &diagram.cards {
        // Badges stand above the upper edge, the tail of a bubble below the lower.
        taken.add(Rect { y: card.rect.y - 11, h: card.rect.h + 22, ..card.rect });
    }
    for column in &places.columns {
        taken.add(Rect { x: column.x, y: HEAD, w: 1, h: column.h });
    }
    for lane in &places.lanes {
        taken.add(Rect { x: LEFT, y: lane.y, w: lane.w, h: 1 });
    }
    let mut captions = Vec::new();
    let mut sent = false;
    let search = Search::of(diagram);
    for bundle in diagram.lines.chunk_by(|a, b| a.bundle == b.bundle) {
        // That something is sent is said once. The longest ways of a bundle come first.
        let said = sent;
        let worded = bundle.iter().filter(move |line| line.relation.is_some() || !said).take(search.lines);
        let mut found = worded.flat_map(|line| {
            let size = (width(words.relation(line.relation), LEAST, false) + 6, HEIGHT);
            candidates(line, size, search).map(move |rect| (line, rect))
        });
        let free = |rect: &Rect| {
            rect.x >= LEFT + 2
                && rect.right() <= diagram.width - MARGIN - 2
                && crossings.through(*rect).next().is_none()
                && !taken.overlaps(*rect)
        };
        let Some((line, rect)) = found.find(|(_, rect)| free(rect)) else { continue };
        taken.add(rect);
        sent |= line.relation.is_none();
        let tone = if line.relation.is_none() { Tone::Refer } else { line.stroke.tone() };
        captions.push(words_in(rect, words.relation(line.relation), tone));
    }
    captions.extend(undated(words, places, &crossings, &mut taken));
    captions.extend(ended(&diagram.ended, &crossings, &mut taken));
    diagram.captions = captions;
}

/// The text in the middle of its room.
fn words_in(rect: Rect, text: &str, tone: Tone) -> Text {
    Text::new(Point { x: rect.x + 3, y: rect.y + 11 }, LEAST, tone, text).italic()
}

/// Places beside the line, the best first: along its longest stretches, in the middle, then towards the ends.
fn candidates(line: &Line, (w, h): (i32, i32), search: Search) -> impl Iterator<Item = Rect> {
    let mut stretches: Vec<(Point, Point)> = line.points.windows(2).map(|p| (p[0].min(p[1]), p[0].max(p[1]))).collect();
    stretches.sort_by_key(|(a, b)| -((b.x - a.x) + (b.y - a.y)));
    let along = |from: i32, to: i32, eighth: i32| from + (to - from) * eighth / 8;
    let places = move |(a, b): (Point, Point), eighth: i32| {
        let rect = |x: i32, y: i32| Rect { x, y, w, h };
        if a.x == b.x {
            let y = along(a.y, b.y, eighth) - h / 2;
            (y >= a.y - 2 && y + h <= b.y + 2).then(|| [rect(a.x + 5, y), rect(a.x - 5 - w, y)])
        } else {
            let x = along(a.x, b.x, eighth) - w / 2;
            (x >= a.x && x + w <= b.x).then(|| [rect(x, a.y - 3 - h), rect(x, a.y + 4)])
        }
    };
    let stretches = stretches.into_iter().take(search.stretches);
    let spots = stretches.flat_map(move |stretch| search.eighths.iter().map(move |eighth| (stretch, *eighth)));
    spots.filter_map(move |(stretch, eighth)| places(stretch, eighth)).flatten()
}

/// "Chưa rõ ngày" on hatched ground, and by what it is placed, once for each row.
fn undated(words: &Words, places: &Places, crossings: &Crossings, taken: &mut Occupied) -> Vec<Text> {
    let mut captions: Vec<Text> = Vec::new();
    let mut done = None;
    for (ground, bound) in &places.hatched {
        // Where nothing at all is known of the time the heading of the column says so.
        if done == Some((ground.y, bound)) || places.unknown.is_some_and(|column| column.holds(*ground)) {
            continue;
        }
        let said = match bound {
            Bound::Latest => words.undated_by,
            Bound::Earliest => words.undated_from,
            Bound::Neither => words.undated_caption,
        };
        let rect = Rect { x: ground.x + 10, y: ground.y + 4, w: width(said, LEAST, false) + 6, h: HEIGHT };
        if rect.right() <= ground.right() && crossings.through(rect).next().is_none() && !taken.overlaps(rect) {
            taken.add(rect);
            captions.push(words_in(rect, said, Tone::Soft));
            done = Some((ground.y, bound));
        }
    }
    captions
}

/// What has become of a level, on the ground that it leaves.
fn ended(grounds: &[(Rect, String)], crossings: &Crossings, taken: &mut Occupied) -> Vec<Text> {
    // So many places at most are looked at along a ground, and across it.
    const PLACES: i32 = 40;
    let step = |length: i32| usize::try_from((length / PLACES).max(24)).unwrap_or(24);
    let mut captions = Vec::new();
    for (ground, said) in grounds {
        let size = (width(said, LEAST, false) + 6, HEIGHT);
        let columns = (ground.x + 10..=ground.right() - size.0 - 4).step_by(step(ground.w));
        let rows = (ground.y + 6..=ground.bottom() - HEIGHT - 4).step_by(step(ground.h));
        let mut places = rows.flat_map(|y| columns.clone().map(move |x| Rect { x, y, w: size.0, h: size.1 }));
        let free = |rect: &Rect| crossings.through(*rect).next().is_none() && !taken.overlaps(*rect);
        if let Some(rect) = places.find(free) {
            taken.add(rect);
            captions.push(words_in(rect, said, Tone::Soft));
        }
    }
    captions
}

/// Areas that are taken, by the squares of a grid that they touch.
#[derive(Default)]
pub(crate) struct Occupied {
    rects: Vec<Rect>,
    squares: HashMap<(i32, i32), Vec<usize>>,
}

impl Occupied {
    const SQUARE: i32 = 256;

    fn squares(rect: Rect) -> impl Iterator<Item = (i32, i32)> {
        let along = |from: i32, to: i32| from.div_euclid(Self::SQUARE)..=to.div_euclid(Self::SQUARE);
        along(rect.x, rect.right()).flat_map(move |x| along(rect.y, rect.bottom()).map(move |y| (x, y)))
    }

    /// Takes an area.
    pub(crate) fn add(&mut self, rect: Rect) {
        for square in Self::squares(rect) {
            self.squares.entry(square).or_default().push(self.rects.len());
        }
        self.rects.push(rect);
    }

    /// The indices of the areas that this one overlaps; one may come twice.
    pub(crate) fn overlapping(&self, rect: Rect) -> impl Iterator<Item = usize> {
        let near = Self::squares(rect).filter_map(|square| self.squares.get(&square)).flatten().copied();
        near.filter(move |index| self.rects[*index].overlaps(rect))
    }

    /// True if something of the area is taken.
    pub(crate) fn overlaps(&self, rect: Rect) -> bool {
        self.overlapping(rect).next().is_some()
    }
}
