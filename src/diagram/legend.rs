//! The legend: kinds, states, relations that occur in this drawing, and the missing sources to find first.

use super::card::{self, Family};
use super::frame;
use super::metrics::{LEAST, cut, fit, width, wrap};
use super::place::{MARGIN, Places};
use super::plan::{Plan, Relates, Subject};
use super::several;
use super::shape::{Anchor, Outline, Part, Point, Rect, Shape, Stroke, Text, Tone};
use super::wording::{Words, filled, short_name};
use super::{Arrows, Diagram, Options};
use crate::analysis::by_weight;
use crate::graph::Node;
use crate::view::View;
use crate::vocabulary::{Relation, State};
use std::collections::{BTreeMap, BTreeSet};

/// Left edges of the four blocks where they stand beside each other.
const KINDS: i32 = MARGIN;
const STATES: i32 = 486;
const RELATIONS: i32 = 884;
const SOURCES: i32 = 1176;
/// Distance of rows with samples, of lines, and of sources.
const ROW: i32 = 38;
const LINE: i32 = 22;
const SOURCE: i32 = 23;
/// Sources listed in one column of the table, and the least width of a column.
const LISTED: usize = 5;
const TABLE: i32 = 440;
/// Room for the name of a source.
const NAME: i32 = 180;

/// Where the blocks begin: the baseline of their headings.
#[derive(Clone, Copy)]
struct Blocks {
    kinds: Point,
    states: Point,
    relations: Point,
    sources: Point,
    /// Lower end of the lowest block.
    bottom: i32,
}

/// The blocks side by side where the drawing is wide enough, else two and two.
fn blocks(view: &View, plan: &Plan, width: i32, top: i32) -> Blocks {
    let rows = |count: usize| i32::try_from(count).unwrap_or(0) * ROW - 11;
    let kinds = rows(kinds(view, plan).len().div_ceil(2));
    let states = rows(states(view, plan).0.len().max(states(view, plan).1.len()));
    let relations = i32::try_from(relation_rows(view, plan).len()).unwrap_or(0) * LINE;
    let table = if lists_sources(view) { SOURCE * (i32::try_from(LISTED).unwrap_or(0) + 1) } else { 0 };
    let at = |x: i32, y: i32| Point { x, y };
    let (upper, lower) = (kinds.max(states), relations.max(table));
    let first = top + 38;
    if width - MARGIN - SOURCES >= TABLE {
        let bottom = first + 16 + upper.max(lower).max(0);
        let [kinds, states, relations, sources] = [KINDS, STATES, RELATIONS, SOURCES].map(|x| at(x, first));
        return Blocks { kinds, states, relations, sources, bottom };
    }
    let second = first + 16 + upper.max(0) + 38;
    let bottom = second + 16 + lower.max(0);
    let (relations, sources) = (at(KINDS, second), at(KINDS + SOURCES - RELATIONS, second));
    Blocks { kinds: at(KINDS, first), states: at(STATES, first), relations, sources, bottom }
}

/// Height of all that stands below the rows of a drawing of this width.
pub(crate) fn height(view: &View, options: &Options, plan: &Plan, width: i32) -> i32 {
    blocks(view, plan, width, 0).bottom + 13 + frame::foot_height(view, options, plan, width)
}

/// Adds the legend, the table and the foot, and sets the height of the drawing and the paper for it.
pub(crate) fn explain(
    view: &View,
    options: &Options,
    words: &Words,
    plan: &Plan,
    places: &Places,
    diagram: &mut Diagram,
) {
    let blocks = blocks(view, plan, diagram.width, places.bottom);
    if !plan.spots.is_empty() {
        let heading = |at: Point, name: &str| Part::Text(Text::new(at, 135, Tone::Ink, name).bold());
        let below = |at: Point| Point { y: at.y + 16, ..at };
        diagram.frame.push(heading(blocks.kinds, words.kinds));
        explain_kinds(view, words, plan, below(blocks.kinds), diagram);
        diagram.frame.push(heading(blocks.states, words.states));
        explain_states(view, words, plan, below(blocks.states), diagram);
        if !relation_rows(view, plan).is_empty() {
            let name = if options.arrows == Arrows::Down { words.lines_down } else { words.lines_cite };
            diagram.frame.push(heading(blocks.relations, name));
            explain_relations(view, words, plan, below(blocks.relations), diagram);
        }
        list_sources(view, words, blocks.sources, diagram);
    }
    diagram.height = (places.bottom + height(view, options, plan, diagram.width) + 3) / 4 * 4;
    let size = (i64::from(diagram.width), i64::from(diagram.height));
    diagram.sheet = options.sheet.map(|sheet| sheet.suiting(size.0, size.1));
    frame::foot(view, options, plan, blocks.bottom + 13, diagram);
}

/// The families that occur; nothing stands for addressees.
fn kinds(view: &View, plan: &Plan) -> Vec<Option<Family>> {
    let mut families: BTreeSet<Family> = view.nodes.iter().map(|n| Family::of(&view.graph.graph[*n])).collect();
    families.extend(view.elisions.iter().map(several::family));
    families.into_iter().map(Some).chain(any_units(plan).then_some(None)).collect()
}

fn any_units(plan: &Plan) -> bool {
    plan.spots.iter().any(|spot| matches!(spot.subject, Subject::Units { .. }) || spot.strip.is_some())
}

fn explain_kinds(view: &View, words: &Words, plan: &Plan, origin: Point, diagram: &mut Diagram) {
    let kinds = kinds(view, plan);
    let half = kinds.len().div_ceil(2);
    for (index, kind) in kinds.into_iter().enumerate() {
        let x = origin.x + if index < half { 0 } else { 218 };
        let y = origin.y + ROW * i32::try_from(index % half).unwrap_or(0);
        let rect = Rect { x, y, w: 46, h: 27 };
        let (outline, tone, name, code) = match kind {
            Some(Family::Party) => (Outline::Octagon, Tone::Party, words.party_kind, "CT"),
            Some(Family::State) => (Outline::Double, Tone::State, words.state_kind, "QĐ"),
            Some(Family::Guide) => (Outline::Rounded, Tone::Guide, words.guide_kind, "HD"),
            Some(Family::Letter) => (Outline::Folded, Tone::Letter, words.letter_kind, "CV"),
            Some(Family::Organisation) => (Outline::Octagon, Tone::Plain, words.other_directive, "NQ"),
            Some(Family::Other) => (Outline::Plain, Tone::Plain, words.other_kind, "…"),
            Some(Family::Spoken) => (Outline::Bubble, Tone::Plain, words.spoken_kind, ""),
            None => (Outline::Pill, Tone::Plain, words.addressee, ""),
        };
        let open = code.is_empty();
        let fill = Some(if open { Tone::Paper } else { tone });
        let dashed = outline == Outline::Bubble;
        let sample = Rect { h: if dashed { 22 } else { 27 }, ..rect };
        diagram.frame.push(Part::Shape(Shape {
            outline,
            rect: sample,
            fill,
            stroke: Some(tone),
            weight: 18,
            dashed,
            tab: 0,
        }));
        if !open {
            let at = Point { x: rect.centre().x, y: rect.y + 18 };
            diagram.frame.push(Part::Text(Text::new(at, LEAST, Tone::Paper, code).bold().anchored(Anchor::Middle)));
        }
        let room = if index < half { 156 } else { 166 };
        beside(rect, name, room, diagram);
    }
}

/// Words right of a sample, on one line or two.
fn beside(rect: Rect, name: &str, room: i32, diagram: &mut Diagram) {
    let lines = wrap(name, 120, false, room, 2);
    let first = rect.y + if lines.len() > 1 { 12 } else { 18 };
    for (index, line) in (0..).zip(lines) {
        let at = Point { x: rect.right() + 10, y: first + 14 * index };
        diagram.frame.push(Part::Text(Text::new(at, 120, Tone::Ink, line)));
    }
}

/// What a state or mark is explained by.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Mark {
    Held,
    Missing,
    Undated,
    Several,
    Count,
    Alert,
    Ring,
}

/// The states and the marks that occur.
fn states(view: &View, plan: &Plan) -> (Vec<Mark>, Vec<Mark>) {
    let any = |test: &dyn Fn(&Node) -> bool| view.nodes.iter().any(|n| test(&view.graph.graph[*n]));
    let mut states = Vec::new();
    let mut marks = Vec::new();
    let add = |list: &mut Vec<Mark>, occurs: bool, mark: Mark| {
        if occurs {
            list.push(mark);
        }
    };
    add(&mut states, any(&|n| n.state == State::Held), Mark::Held);
    add(&mut states, any(&|n| n.state != State::Held), Mark::Missing);
    add(&mut states, plan.spots.iter().any(|spot| spot.undated.is_some()), Mark::Undated);
    add(&mut states, !view.elisions.is_empty(), Mark::Several);
    add(&mut marks, any(&|n| n.cited_by > 1), Mark::Count);
    add(&mut marks, any(&card::needs_checking), Mark::Alert);
    add(&mut marks, any_units(plan), Mark::Ring);
    (states, marks)
}

fn explain_states(view: &View, words: &Words, plan: &Plan, origin: Point, diagram: &mut Diagram) {
    let (states, marks) = states(view, plan);
    let at = |x: i32, row: usize| Rect {
        x: origin.x + x,
        y: origin.y + ROW * i32::try_from(row).unwrap_or(0),
        w: 46,
        h: 27,
    };
    let sample = |rect: Rect, held: bool| Shape {
        outline: Outline::Folded,
        rect,
        fill: Some(Tone::Paper),
        stroke: Some(Tone::Ink),
        weight: if held { 26 } else { 19 },
        dashed: !held,
        tab: if held { 12 } else { 0 },
    };
    for (row, mark) in states.into_iter().enumerate() {
        let rect = at(0, row);
        let (part, name) = match mark {
            Mark::Held => (Part::Shape(sample(rect, true)), words.state_held),
            Mark::Missing => (Part::Shape(sample(rect, false)), words.state_missing),
            Mark::Several => {
                let plain = Shape { outline: Outline::Plain, weight: 14, ..sample(rect, false) };
                diagram.frame.push(Part::Shape(Shape { rect: Rect { x: rect.x + 5, y: rect.y + 5, ..rect }, ..plain }));
                (Part::Shape(plain), words.state_several)
            }
            _ => (Part::Hatch(rect), words.state_undated),
        };
        diagram.frame.push(part);
        beside(rect, name, 142, diagram);
    }
    for (row, mark) in marks.into_iter().enumerate() {
        let rect = Rect { w: 32, ..at(204, row) };
        let (part, name) = match mark {
            Mark::Count => {
                let badge = Rect { x: rect.x, y: rect.y + 4, w: 30, h: 19 };
                (Part::Badge(badge, Tone::Ink, "×2".to_string()), words.state_count)
            }
            Mark::Alert => (Part::Alert(Point { x: rect.x + 15, y: rect.y + 13 }), words.state_alert),
            _ => (Part::Ring(Point { x: rect.x + 15, y: rect.y + 13 }, 7), words.state_ring),
        };
        diagram.frame.push(part);
        beside(rect, name, 144, diagram);
    }
}

/// The manners of lines that occur with the relations drawn so; the last row is for dashed lines.
fn relation_rows(view: &View, plan: &Plan) -> Vec<(Stroke, bool, Vec<Option<Relation>>)> {
    let mut rows: BTreeMap<Stroke, BTreeSet<Option<Relation>>> = BTreeMap::new();
    for link in &plan.links {
        let relation = match link.of {
            Relates::Edge(edge) => Some(view.edges[edge].relation),
            Relates::Tie(elision, tie) => Some(view.elisions[elision].ties[tie].relation),
            Relates::Units => None,
        };
        rows.entry(link.stroke).or_default().insert(relation);
    }
    let mut rows: Vec<_> =
        rows.into_iter().map(|(stroke, names)| (stroke, false, names.into_iter().collect())).collect();
    // Dashes show better than dots that are set wider.
    if let Some(link) = plan.links.iter().filter(|link| link.dashed).min_by_key(|link| link.stroke.is_dotted()) {
        rows.push((link.stroke, true, Vec::new()));
    }
    rows
}

fn explain_relations(view: &View, words: &Words, plan: &Plan, origin: Point, diagram: &mut Diagram) {
    for (row, (stroke, dashed, names)) in (0..).zip(relation_rows(view, plan)) {
        let (x, y) = (origin.x, origin.y + 12 + LINE * row);
        diagram.frame.push(Part::Sample(Point { x, y }, Point { x: x + 56, y }, stroke, dashed));
        let name = if dashed {
            words.same_indirect.to_string()
        } else {
            names.iter().map(|relation| words.relation(*relation)).collect::<Vec<_>>().join("; ")
        };
        let (name, size) = fit(&name, 120, LEAST, false, SOURCES - RELATIONS - 70 - 14);
        diagram.frame.push(Part::Text(Text::new(Point { x: x + 70, y: y + 4 }, size, Tone::Ink, name)));
    }
}

/// True if missing documents are drawn.
fn lists_sources(view: &View) -> bool {
    view.nodes.iter().any(|n| view.graph.graph[*n].state == State::Missing)
}

/// The table of missing sources in the order of the audit, as many as there is room for.
fn list_sources(view: &View, words: &Words, origin: Point, diagram: &mut Diagram) {
    let ranked = by_weight(view.graph, view.nodes.iter().copied());
    let sources: Vec<&Node> = ranked.into_iter().map(|node| &view.graph.graph[node]).collect();
    if sources.is_empty() {
        return;
    }
    let (left, title, right) = (origin.x, origin.y, diagram.width - MARGIN);
    let columns = ((right - left + 30) / (TABLE + 30)).clamp(1, 4);
    let each = (right - left + 30) / columns - 30;
    diagram.frame.push(Part::Text(Text::new(origin, 135, Tone::Ink, words.find_first).bold()));
    let shown = usize::try_from(columns).unwrap_or(1) * LISTED;
    for (index, node) in sources.iter().take(shown).enumerate() {
        let column = i32::try_from(index / LISTED).unwrap_or(0);
        let x = left + (each + 30) * column;
        let y = title + 14 + SOURCE * i32::try_from(index % LISTED).unwrap_or(0);
        if index % LISTED == 0 {
            let at = Point { x: x + each, y: title };
            diagram.frame.push(Part::Text(Text::new(at, 120, Tone::Soft, words.find_counts).anchored(Anchor::End)));
            diagram.frame.push(rule(x, each, y));
        }
        list_source(node, words, Rect { x, y, w: each, h: SOURCE }, diagram);
    }
    if sources.len() > shown {
        let at = Point { x: left, y: title + 14 + SOURCE * i32::try_from(LISTED).unwrap_or(0) + 16 };
        let rest = filled(words.find_rest, &[&(sources.len() - shown)]);
        diagram.frame.push(Part::Text(Text::new(at, 120, Tone::Soft, rest)));
    }
}

fn rule(x: i32, w: i32, y: i32) -> Part {
    Part::Rule { from: Point { x, y }, to: Point { x: x + w, y }, tone: Tone::Grid, weight: 10, dashed: false }
}

/// One row of the table: name, organ and time, counts.
fn list_source(node: &Node, words: &Words, rect: Rect, diagram: &mut Diagram) {
    let y = rect.y + 16;
    let counts = format!("{} / {}", node.cited_by, node.mentions.max(node.cited_by));
    let end = rect.right() - width(&counts, 124, true) - 12;
    let (name, size) = fit(&card::name(node, words), 124, LEAST, true, NAME);
    let mut about: Vec<String> = node.issuer.iter().map(|issuer| short_name(issuer)).collect();
    about.push(card::time(node, words));
    let about = cut(&about.join(", "), 122, false, end - rect.x - NAME - 10);
    diagram.frame.push(Part::Text(Text::new(Point { x: rect.x, y }, size, Tone::Ink, name).bold()));
    diagram.frame.push(Part::Text(Text::new(Point { x: rect.x + NAME + 10, y }, 122, Tone::Soft, about)));
    diagram
        .frame
        .push(Part::Text(Text::new(Point { x: rect.right(), y }, 124, Tone::Ink, counts).bold().anchored(Anchor::End)));
    diagram.frame.push(rule(rect.x, rect.w, rect.bottom()));
}
