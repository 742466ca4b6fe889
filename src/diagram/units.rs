//! The units that documents are sent to, to act: gathered by document, on cards of their own or at the foot of the sender's.

use super::card::{Entry, LINE, left, stacked};
use super::metrics::{LEAST, cut, width, wrap};
use super::shape::{Outline, Part, Point, Rect, Shape, Text, Tone};
use super::wording::{Words, filled, short_name};
use crate::view::{View, unit_stem};
use std::collections::BTreeMap;

/// The units that one document is sent to, to act.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Units {
    /// Index of the sender in the view.
    pub(crate) sender: usize,
    /// Indices into `graph.addressed`.
    pub(crate) addressed: Vec<usize>,
    /// Their names, each once, in the order of the document.
    pub(crate) names: Vec<String>,
}

/// Gathers the addressed units of each drawn document.
pub(crate) fn fold_units(view: &View) -> Vec<Units> {
    let mut place = vec![None; view.graph.graph.node_count()];
    for (i, node) in view.nodes.iter().enumerate() {
        place[node.index()] = Some(i);
    }
    let mut by_sender: BTreeMap<usize, Units> = BTreeMap::new();
    for &index in &view.addressed {
        let addressed = &view.graph.addressed[index];
        let Some(sender) = place[addressed.node.index()] else { continue };
        let units =
            by_sender.entry(sender).or_insert_with(|| Units { sender, addressed: Vec::new(), names: Vec::new() });
        units.addressed.push(index);
        if !units.names.contains(&addressed.unit) {
            units.names.push(addressed.unit.clone());
        }
    }
    by_sender.into_values().collect()
}

/// Height of the card of addressed units.
pub(crate) const UNITS_HEIGHT: i32 = 42;

/// Height of the strip at the foot of a card with the units that the document is sent to.
pub(crate) const STRIP: i32 = 24;

/// The names of units in so many lines: those of one kind as their number ("11 LĐLĐ huyện"), then the first names, then how
/// many more there are.
pub(crate) fn unit_lines(names: &[String], lines: usize, room: i32, words: &Words) -> Vec<String> {
    let short = gathered_names(names);
    match short.len() {
        0 => Vec::new(),
        1 => wrap(&short[0], LINE, false, room, lines),
        count if count <= lines => short.iter().map(|name| cut(name, LINE, false, room)).collect(),
        count if lines == 1 => {
            let more = filled(words.plus, &[&(count - 1)]);
            let first = cut(&short[0], LINE, false, room - width(&more, LINE, false) - 4);
            vec![format!("{first} {more}")]
        }
        count => {
            let mut all: Vec<String> = short[..lines - 1].iter().map(|name| cut(name, LINE, false, room)).collect();
            all.push(filled(words.and_more, &[&(count - lines + 1)]));
            all
        }
    }
}

/// Short names, each once; three or more units of one kind with their places become a number of them.
fn gathered_names(names: &[String]) -> Vec<String> {
    const SEVERAL: usize = 3;
    let stems: Vec<Option<String>> = names.iter().map(|name| unit_stem(name)).collect();
    let count = |stem: &Option<String>| stems.iter().filter(|other| *other == stem).count();
    let mut all: Vec<String> = Vec::new();
    for (name, stem) in names.iter().zip(&stems) {
        let said = match stem {
            Some(kind) if count(stem) >= SEVERAL => format!("{} {}", count(stem), short_name(kind)),
            _ => short_name(name),
        };
        if !all.contains(&said) {
            all.push(said);
        }
    }
    all
}

/// The strip at the foot of a card: whom the document is sent to, to act.
pub(super) fn units_strip(units: &Units, ring: bool, rect: Rect, tab: i32, words: &Words) -> Vec<Part> {
    let pill = Rect { x: left(rect, tab) - 4, y: rect.bottom() - STRIP, w: 0, h: STRIP - 5 };
    let pill = Rect { w: rect.right() - 6 - pill.x, ..pill };
    let start = pill.x + if ring { 20 } else { 9 };
    let line = unit_lines(&units.names, 1, pill.right() - 7 - start, words).into_iter().next().unwrap_or_default();
    let mut parts = vec![Part::Shape(Shape {
        outline: Outline::Pill,
        rect: pill,
        fill: Some(Tone::Paper),
        stroke: Some(Tone::Send),
        weight: 11,
        dashed: false,
        tab: 0,
    })];
    if ring {
        parts.push(Part::Ring(Point { x: pill.x + 10, y: pill.centre().y }, 5));
    }
    let at = Point { x: start, y: pill.y + 14 };
    parts.push(Part::Text(Text::new(at, LEAST, Tone::Soft, cut(&line, LEAST, false, pill.right() - 5 - start))));
    parts
}

/// Everything on the card of addressed units.
pub(crate) fn units_face(names: &[String], ring: bool, rect: Rect, words: &Words) -> Vec<Part> {
    let mut parts = vec![Part::Shape(Shape {
        outline: Outline::Pill,
        rect,
        fill: Some(Tone::Paper),
        stroke: Some(Tone::Plain),
        weight: 15,
        dashed: false,
        tab: 0,
    })];
    let left = rect.x + if ring { 28 } else { 16 };
    if ring {
        parts.push(Part::Ring(Point { x: rect.x + 15, y: rect.centre().y }, 7));
    }
    let room = rect.right() - 12 - left;
    let lines = unit_lines(names, 2, room, words);
    let tone = |index: usize| if index == 0 { Tone::Ink } else { Tone::Soft };
    let all = lines.iter().enumerate().map(|(index, line)| Entry::small(line, tone(index), room));
    parts.extend(stacked(all.collect(), left, rect));
    parts
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn units_of_one_kind_are_counted_and_others_named() {
        let names = |list: &[&str]| gathered_names(&list.iter().map(ToString::to_string).collect::<Vec<_>>());
        let unions = ["Liên đoàn Lao động huyện A", "Liên đoàn Lao động huyện B", "Liên đoàn Lao động huyện C"];
        assert_eq!(names(&unions), ["3 LĐLĐ huyện"]);
        assert_eq!(names(&unions[..2]), ["LĐLĐ huyện A", "LĐLĐ huyện B"]);
        assert_eq!(names(&["Các LĐLĐ huyện, thành phố", unions[0]]), ["Các LĐLĐ huyện, TP", "LĐLĐ huyện A"]);
    }
}
