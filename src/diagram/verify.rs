//! Proof that a drawing is legible: [`verify`] looks at the finished [`Diagram`] alone and lists what is wrong with it.
//!
//! It knows nothing of how the drawing was made. An empty list means: no two cards overlap, no line passes through a card
//! or a caption, no lines of different bundles run over each other, words stay inside their cards and off each other and are
//! large enough, every line says why it is there, and rows and time hold.

use super::caption::Occupied;
use super::crossing::Crossings;
use super::metrics::LEAST;
use super::shape::{Part, Point, Rect, Text};
use super::{Card, Diagram, Line};
use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

/// Something wrong with a drawing. Cards and lines are named by their ids.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fault {
    /// Two cards overlap.
    CardsOverlap(String, String),
    /// A line passes through a card that is none of its ends.
    LineThroughCard(String, String),
    /// A line passes through a caption.
    LineThroughCaption(String, String),
    /// A caption touches a card or another caption.
    CaptionCovered(String),
    /// Two lines of different bundles run over each other.
    LinesCoincide(String, String),
    /// A line is neither upright nor level somewhere, or has fewer than two points.
    LineAskew(String),
    /// A line does not end at its card or at a line of its bundle.
    LineLoose(String),
    /// A line has no evidence.
    LineWithoutEvidence(String),
    /// Words reach out of their card.
    WordsOutside(String, String),
    /// Words run over other words of the same card, or of the frame and the headings.
    WordsOverlap(String, String),
    /// Words are smaller than any may be.
    WordsTooSmall(String),
    /// A card is not inside its row or its column.
    CardOutsideRow(String),
    /// A dated card stands left of an older one.
    TimeReversed(String, String),
    /// An undated card is not left of the year that it cannot be after.
    TooLate(String),
    /// An undated card stands left of the year that it cannot be before.
    TooEarly(String),
    /// An id occurs twice.
    IdTwice(String),
    /// A part lies outside the sheet.
    OutsideSheet(String),
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Fault::CardsOverlap(a, b) => write!(f, "cards {a} and {b} overlap"),
            Fault::LineThroughCard(line, card) => write!(f, "line {line} passes through card {card}"),
            Fault::LineThroughCaption(line, words) => write!(f, "line {line} passes through the caption “{words}”"),
            Fault::CaptionCovered(words) => write!(f, "the caption “{words}” touches a card or another caption"),
            Fault::LinesCoincide(a, b) => write!(f, "lines {a} and {b} run over each other"),
            Fault::LineAskew(line) => write!(f, "line {line} is neither upright nor level"),
            Fault::LineLoose(line) => write!(f, "line {line} ends at nothing"),
            Fault::LineWithoutEvidence(line) => write!(f, "line {line} has no evidence"),
            Fault::WordsOutside(card, words) => write!(f, "“{words}” reaches out of card {card}"),
            Fault::WordsOverlap(a, b) => write!(f, "“{a}” and “{b}” run over each other"),
            Fault::WordsTooSmall(words) => write!(f, "“{words}” is smaller than words may be"),
            Fault::CardOutsideRow(card) => write!(f, "card {card} is not inside its row and column"),
            Fault::TimeReversed(a, b) => write!(f, "card {a} is later than {b} but stands left of it"),
            Fault::TooLate(card) => write!(f, "card {card} is not left of the year that it cannot be after"),
            Fault::TooEarly(card) => write!(f, "card {card} stands left of the year that it cannot be before"),
            Fault::IdTwice(id) => write!(f, "the id {id} occurs twice"),
            Fault::OutsideSheet(words) => write!(f, "{words} lies outside the sheet"),
        }
    }
}

/// Lists the faults of a drawing. Costs n log n in its cards and stretches of lines.
pub fn verify(diagram: &Diagram) -> Vec<Fault> {
    let mut faults = Vec::new();
    let mut cards = Occupied::default();
    for card in &diagram.cards {
        for other in cards.overlapping(card.rect).collect::<BTreeSet<_>>() {
            faults.push(Fault::CardsOverlap(diagram.cards[other].id.clone(), card.id.clone()));
        }
        cards.add(card.rect);
    }
    let crossings = Crossings::of(&diagram.lines);
    for card in &diagram.cards {
        words_inside(card, &mut faults);
        words_apart(words_of(&card.parts), &mut faults);
        in_row_and_column(diagram, card, &mut faults);
        for line in crossings.through(card.rect).map(|line| &diagram.lines[line]) {
            faults.push(Fault::LineThroughCard(line.id.clone(), card.id.clone()));
        }
    }
    words_apart(words_of(&diagram.frame).chain(words_of(&diagram.ground)), &mut faults);
    words_large_enough(diagram, &mut faults);
    captions(diagram, &cards, &crossings, &mut faults);
    lines(diagram, &mut faults);
    coincidences(diagram, &mut faults);
    time(diagram, &mut faults);
    ids(diagram, &mut faults);
    sheet(diagram, &mut faults);
    faults
}

fn words_of(parts: &[Part]) -> impl Iterator<Item = &Text> {
    parts.iter().filter_map(|part| if let Part::Text(text) = part { Some(text) } else { None })
}

/// Words of a card stay inside it; badges may stand on its edge.
fn words_inside(card: &Card, faults: &mut Vec<Fault>) {
    for text in words_of(&card.parts).filter(|text| !card.rect.holds(text.rect())) {
        faults.push(Fault::WordsOutside(card.id.clone(), text.words.clone()));
    }
}

/// No words are smaller than the smallest that are allowed.
fn words_large_enough(diagram: &Diagram, faults: &mut Vec<Fault>) {
    let small = diagram.texts().filter(|text| text.size < LEAST);
    faults.extend(small.map(|text| Fault::WordsTooSmall(text.words.clone())));
}

/// No words run over others.
fn words_apart<'d>(texts: impl Iterator<Item = &'d Text>, faults: &mut Vec<Fault>) {
    // Marks above capitals and tails of the line above may reach between each other.
    const SHARED: i32 = 2;
    let (mut taken, mut seen) = (Occupied::default(), Vec::new());
    for text in texts {
        let rect = text.rect();
        let rect = Rect { y: rect.y + SHARED, h: rect.h - 2 * SHARED, ..rect };
        for other in taken.overlapping(rect).collect::<BTreeSet<usize>>() {
            let other: &Text = seen[other];
            faults.push(Fault::WordsOverlap(other.words.clone(), text.words.clone()));
        }
        taken.add(rect);
        seen.push(text);
    }
}

fn in_row_and_column(diagram: &Diagram, card: &Card, faults: &mut Vec<Fault>) {
    let row = diagram.lanes.get(card.lane).is_some_and(|row| row.holds(card.rect));
    let column = diagram.columns.get(card.column).is_some_and(|c| c.x <= card.rect.x && card.rect.right() <= c.right());
    if !row || !column {
        faults.push(Fault::CardOutsideRow(card.id.clone()));
    }
    if card.not_after.is_some_and(|x| card.rect.right() > x) {
        faults.push(Fault::TooLate(card.id.clone()));
    }
    if card.not_before.is_some_and(|x| card.rect.x < x) {
        faults.push(Fault::TooEarly(card.id.clone()));
    }
}

fn captions(diagram: &Diagram, cards: &Occupied, crossings: &Crossings, faults: &mut Vec<Fault>) {
    let mut others = Occupied::default();
    for caption in &diagram.captions {
        let rect = caption.rect();
        for line in crossings.through(rect) {
            faults.push(Fault::LineThroughCaption(diagram.lines[line].id.clone(), caption.words.clone()));
        }
        if cards.overlaps(rect) || others.overlaps(rect) {
            faults.push(Fault::CaptionCovered(caption.words.clone()));
        }
        others.add(rect);
    }
}

/// Each line is upright or level, ends where it should, and has evidence.
fn lines(diagram: &Diagram, faults: &mut Vec<Fault>) {
    let mut bundles: BTreeMap<usize, Vec<&Line>> = BTreeMap::new();
    for line in &diagram.lines {
        bundles.entry(line.bundle).or_default().push(line);
    }
    for line in &diagram.lines {
        let straight = line.points.windows(2).all(|p| (p[0].x == p[1].x) != (p[0].y == p[1].y));
        let (Some(first), Some(last)) = (line.points.first(), line.points.last()) else {
            faults.push(Fault::LineAskew(line.id.clone()));
            continue;
        };
        if !straight || line.points.len() < 2 {
            faults.push(Fault::LineAskew(line.id.clone()));
        }
        let at_card =
            |card: usize, point: &Point| diagram.cards.get(card).is_some_and(|card| on_edge(card.rect, *point));
        let (from, to) = (at_card(line.from, first), at_card(line.to, last));
        let end = if from { last } else { first };
        let joined = || bundles[&line.bundle].iter().any(|other| other.id != line.id && touches(other, *end));
        if !(from && to) && !((from || to) && joined()) {
            faults.push(Fault::LineLoose(line.id.clone()));
        }
        if line.title.trim().is_empty() {
            faults.push(Fault::LineWithoutEvidence(line.id.clone()));
        }
    }
}

fn on_edge(rect: Rect, point: Point) -> bool {
    let inside = rect.x <= point.x && point.x <= rect.right() && rect.y <= point.y && point.y <= rect.bottom();
    let corner = [rect.x, rect.right()].contains(&point.x) && [rect.y, rect.bottom()].contains(&point.y);
    let edge = [rect.x, rect.right()].contains(&point.x) || [rect.y, rect.bottom()].contains(&point.y);
    inside && edge && !corner
}

fn touches(line: &Line, point: Point) -> bool {
    line.points.windows(2).any(|p| {
        let (a, b) = (p[0].min(p[1]), p[0].max(p[1]));
        let (low, high) = (a.y.min(b.y), a.y.max(b.y));
        a.x <= point.x && point.x <= b.x && low <= point.y && point.y <= high
    })
}

/// Stretches of different bundles on one line across the sheet do not overlap.
fn coincidences(diagram: &Diagram, faults: &mut Vec<Fault>) {
    let mut stretches: Vec<(bool, i32, i32, i32, usize)> = Vec::new();
    for (index, line) in diagram.lines.iter().enumerate() {
        for p in line.points.windows(2) {
            let (a, b) = (p[0].min(p[1]), p[0].max(p[1]));
            let upright = a.x == b.x;
            stretches.push(if upright { (true, a.x, a.y, b.y, index) } else { (false, a.y, a.x, b.x, index) });
        }
    }
    stretches.sort_unstable();
    let mut open: Vec<(i32, usize)> = Vec::new();
    let mut last = None;
    for (upright, across, low, high, index) in stretches {
        if last != Some((upright, across)) {
            open.clear();
            last = Some((upright, across));
        }
        open.retain(|(end, _)| *end > low);
        for (_, other) in &open {
            let (a, b) = (&diagram.lines[*other], &diagram.lines[index]);
            if a.bundle != b.bundle {
                faults.push(Fault::LinesCoincide(a.id.clone(), b.id.clone()));
            }
        }
        open.push((high, index));
    }
}

/// From left to right, dated cards do not get older.
fn time(diagram: &Diagram, faults: &mut Vec<Fault>) {
    let mut dated: Vec<(i32, i32, &Card)> =
        diagram.cards.iter().filter_map(|card| card.day.map(|day| (card.rect.x, day, card))).collect();
    dated.sort_by_key(|(x, day, _)| (*x, *day));
    let mut latest: Option<(i32, i32, &Card)> = None;
    for (x, day, card) in dated {
        if let Some((before, last, other)) = latest
            && before < x
            && day < last
        {
            faults.push(Fault::TimeReversed(other.id.clone(), card.id.clone()));
        }
        if latest.is_none_or(|(_, last, _)| last <= day) {
            latest = Some((x, day, card));
        }
    }
}

fn ids(diagram: &Diagram, faults: &mut Vec<Fault>) {
    let mut ids: Vec<&str> =
        diagram.cards.iter().map(|c| c.id.as_str()).chain(diagram.lines.iter().map(|l| l.id.as_str())).collect();
    ids.sort_unstable();
    let twice: BTreeSet<&str> = ids.windows(2).filter(|pair| pair[0] == pair[1]).map(|pair| pair[0]).collect();
    faults.extend(twice.into_iter().map(|id| Fault::IdTwice(id.to_string())));
}

/// Nothing lies outside the sheet.
fn sheet(diagram: &Diagram, faults: &mut Vec<Fault>) {
    let sheet = Rect { x: 0, y: 0, w: diagram.width, h: diagram.height };
    for card in diagram.cards.iter().filter(|card| !sheet.holds(card.rect)) {
        faults.push(Fault::OutsideSheet(card.id.clone()));
    }
    let words = words_of(&diagram.frame).chain(words_of(&diagram.ground)).chain(&diagram.captions);
    for text in words.filter(|text| !sheet.holds(text.rect())) {
        faults.push(Fault::OutsideSheet(text.words.clone()));
    }
    for line in &diagram.lines {
        if line.points.iter().any(|p| p.x < 0 || p.y < 0 || p.x > diagram.width || p.y > diagram.height) {
            faults.push(Fault::OutsideSheet(line.id.clone()));
        }
    }
}
