//! The card of several documents: sheets behind the first, their number, whose they are, from when to when.

use super::card::{Entry, Family, NUMBER, name, stacked, time};
use super::metrics::fit;
use super::shape::{Outline, Part, Rect, Shape, Tone};
use super::wording::{Words, filled, short_name};
use crate::graph::Node;
use crate::view::{Elision, View};
use crate::vocabulary::Language;

/// Height of the card of several documents, and how far the sheets behind it stand out.
pub(crate) const ELISION_HEIGHT: i32 = 67;
const BEHIND: i32 = 5;

/// The family of several documents: that of their kind, if they share one.
pub(crate) fn family(elision: &Elision) -> Family {
    let like = Node { kind: elision.kind.clone(), system: elision.system, ..Node::default() };
    Family::of(&like)
}

/// What several documents are called: `+14 công văn` beyond the limit, `11 kế hoạch` of units that do the same.
pub(crate) fn elision_name(elision: &Elision, words: &Words) -> String {
    let count = elision.members.len();
    let kind = elision.kind.as_deref().filter(|_| words.language == Language::Vietnamese).map(str::to_lowercase);
    let kind = kind.unwrap_or_else(|| words.documents.to_string());
    if elision.repeated { format!("{count} {kind}") } else { format!("+{count} {kind}") }
}

/// Whose they are: `của 11 LĐLĐ huyện`, `của 9 tỉnh`, `của 4 cơ quan`, `của BTGTU Lai Châu`.
fn elision_organs(elision: &Elision, first: &Node, words: &Words) -> String {
    match (&elision.organ, elision.organs, elision.provinces) {
        (_, 0, _) => String::new(),
        (_, 1, _) => first.issuer.as_deref().map(|organ| filled(words.of, &[&short_name(organ)])).unwrap_or_default(),
        (Some(organ), organs, _) if elision.repeated => filled(words.of_several, &[&organs, &short_name(organ)]),
        (_, _, provinces) if provinces > 1 => filled(words.of_provinces, &[&provinces]),
        (Some(organ), organs, _) => filled(words.of_several, &[&organs, &short_name(organ)]),
        (None, organs, _) => filled(words.of_organs, &[&organs]),
    }
}

/// From when to when they are: `2019–2021`, a day.
pub(crate) fn elision_time(elision: &Elision, words: &Words) -> String {
    match elision.dates {
        None => words.undated.to_string(),
        Some((first, last)) if first == last => first.written(),
        Some((first, last)) if first.year_number() == last.year_number() => first.year_number().to_string(),
        Some((first, last)) => format!("{}–{}", first.year_number(), last.year_number()),
    }
}

/// Everything on the card of several documents: sheets behind the first, their number, whose they are, when.
pub(crate) fn elision_face(elision: &Elision, first: &Node, rect: Rect, words: &Words) -> Vec<Part> {
    let tone = family(elision).tone();
    let sheet = |by: i32| Rect { x: rect.x + by, y: rect.y + by, w: rect.w - BEHIND, h: rect.h - BEHIND };
    let held = elision.held == elision.members.len();
    let shape = |rect: Rect, weight: i32| {
        Part::Shape(Shape {
            outline: Outline::Plain,
            rect,
            fill: Some(Tone::Paper),
            stroke: Some(tone),
            weight,
            dashed: !held,
            tab: 0,
        })
    };
    let front = sheet(0);
    let left = front.x + 12;
    let room = front.right() - 8 - left;
    let (name, size) = fit(&elision_name(elision, words), NUMBER, 125, true, room);
    let mut all = vec![Entry { words: name, size, bold: true, tone }];
    let organs = elision_organs(elision, first, words);
    all.extend((!organs.is_empty()).then(|| Entry::small(&organs, Tone::Soft, room)));
    let mut time = elision_time(elision, words);
    if elision.held > 0 && !held {
        time = format!("{time}, {}", filled(words.held_of_them, &[&elision.held]));
    }
    all.push(Entry::small(&time, Tone::Soft, room));
    let mut parts = vec![shape(sheet(BEHIND), 14), shape(front, if held { 24 } else { 19 })];
    parts.extend(stacked(all, left, front));
    parts
}

/// The whole words of several documents: how many, why, which.
pub(crate) fn elision_title(elision: &Elision, view: &View, words: &Words) -> String {
    const NAMED: usize = 40;
    let node = |member: &crate::graph::NodeIndex| &view.graph.graph[*member];
    let first = node(&elision.members[0]);
    let head = [elision_name(elision, words), elision_organs(elision, first, words), elision_time(elision, words)];
    let mut lines = vec![head.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ")];
    lines.push(if elision.repeated { words.why_folded } else { words.why_elided }.to_string());
    for member in elision.members.iter().map(node).take(NAMED) {
        let parts = [Some(name(member, words)), member.issuer.clone(), Some(time(member, words))];
        lines.push(parts.into_iter().flatten().collect::<Vec<_>>().join(", "));
    }
    if elision.members.len() > NAMED {
        lines.push(filled(words.and_more_documents, &[&(elision.members.len() - NAMED)]));
    }
    lines.join("\n")
}
