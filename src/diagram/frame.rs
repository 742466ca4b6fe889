//! What surrounds the cards: title, counts, rows with their names, years, hatching, the note at the foot.

use super::metrics::{fit, width, wrap};
use super::place::{HEAD, LEFT, MARGIN, Places, TOP};
use super::plan::Plan;
use super::shape::{Anchor, Outline, Part, Point, Rect, Shape, Text, Tone};
use super::time::{Column, Period};
use super::wording::{Words, filled};
use super::{Diagram, Options};
use crate::view::View;
use crate::vocabulary::{Level, State};
use std::collections::BTreeSet;

/// Adds everything around the cards but the legend.
pub(crate) fn surround(
    view: &View,
    options: &Options,
    words: &Words,
    plan: &Plan,
    places: &Places,
    diagram: &mut Diagram,
) {
    heading(view, options, words, diagram);
    rows(plan, places, diagram);
    years(words, plan, places, diagram);
    if plan.spots.is_empty() {
        nothing(words, places, diagram);
    }
}

/// How many of the drawn documents are in this state.
fn count(view: &View, state: State) -> usize {
    view.nodes.iter().filter(|n| view.graph.graph[**n].state == state).count()
}

/// Title, the sentence below it, and the boxes with the counts.
fn heading(view: &View, options: &Options, words: &Words, diagram: &mut Diagram) {
    let (held, missing) = (count(view, State::Held), count(view, State::Missing));
    let mut boxes = vec![(held, words.held, 0), (missing, words.missing, 1), (view.edges.len(), words.relations, 2)];
    if view.left_out > 0 {
        boxes.push((view.left_out, words.left_out, 3));
    }
    let right = diagram.width - MARGIN;
    let first = right + 12 - 130 * i32::try_from(boxes.len()).unwrap_or(0);
    for (index, (value, name, kind)) in (0..).zip(boxes) {
        diagram.frame.extend(count_box(Rect { x: first + 130 * index, y: 36, w: 118, h: 66 }, value, name, kind));
    }
    diagram.title = options.title.clone().unwrap_or_else(|| default_title(view, words));
    diagram.description = words.summary(held, missing, &places_of(view), span(view));
    let room = first - 24 - MARGIN;
    let (title, size) = fit(&diagram.title, 330, 200, true, room);
    diagram.frame.push(Part::Text(Text::new(Point { x: MARGIN, y: 70 }, size, Tone::Ink, title).bold()));
    let (line, size) = fit(&diagram.description, 155, 120, false, room);
    diagram.frame.push(Part::Text(Text::new(Point { x: MARGIN, y: 100 }, size, Tone::Soft, line)));
}

/// A number in a frame: held, missing (dashed), relations and what is left out (quiet).
fn count_box(rect: Rect, value: usize, name: &str, kind: usize) -> Vec<Part> {
    let (tone, weight) = if kind < 2 { (Tone::Ink, if kind == 0 { 26 } else { 19 }) } else { (Tone::Grid, 26) };
    let shape = Shape {
        outline: Outline::Rounded,
        rect,
        fill: Some(Tone::Paper),
        stroke: Some(tone),
        weight,
        dashed: kind == 1,
        tab: 0,
    };
    let middle = rect.centre().x;
    let (value, size) = fit(&value.to_string(), 280, 160, true, rect.w - 12);
    let (name, small) = fit(name, 126, 100, false, rect.w - 10);
    vec![
        Part::Shape(shape),
        Part::Text(
            Text::new(Point { x: middle, y: rect.y + 33 }, size, Tone::Ink, value).bold().anchored(Anchor::Middle),
        ),
        Part::Text(Text::new(Point { x: middle, y: rect.y + 54 }, small, Tone::Soft, name).anchored(Anchor::Middle)),
    ]
}

/// "Dòng chảy chỉ đạo: từ Trung ương đến tỉnh".
fn default_title(view: &View, words: &Words) -> String {
    let levels: BTreeSet<Level> = view.nodes.iter().filter_map(|n| view.graph.graph[*n].level).collect();
    match (levels.first(), levels.last()) {
        (Some(first), Some(last)) if first != last => {
            format!("{}: {}", words.title, filled(words.between, &[&words.level(*first), &words.level(*last)]))
        }
        _ => words.title.to_string(),
    }
}

/// The provinces of the held documents.
fn places_of(view: &View) -> Vec<String> {
    let nodes = view.nodes.iter().map(|n| &view.graph.graph[*n]);
    let places: BTreeSet<String> =
        nodes.filter(|n| n.state == State::Held).filter_map(|n| n.province.clone()).collect();
    places.into_iter().collect()
}

/// The first and the last year drawn.
fn span(view: &View) -> Option<(u16, u16)> {
    let years = view.nodes.iter().filter_map(|n| view.graph.graph[*n].date).map(|d| d.year_number());
    Some((years.clone().min()?, years.max()?))
}

/// Rows, their borders and names.
fn rows(plan: &Plan, places: &Places, diagram: &mut Diagram) {
    for (index, (lane, rect)) in plan.lanes.iter().zip(&places.lanes).enumerate() {
        let fill = if index % 2 == 0 { Tone::Tint } else { Tone::Paper };
        diagram.ground.push(Part::Shape(Shape {
            outline: Outline::Plain,
            rect: *rect,
            fill: Some(fill),
            stroke: None,
            weight: 0,
            dashed: false,
            tab: 0,
        }));
        let room = LEFT - MARGIN - 26;
        let notes = wrap(&lane.note, 128, false, room, 4);
        let half = i32::try_from(notes.len()).unwrap_or(0) * 17 / 2;
        let (x, y) = (rect.x + 14, rect.centre().y - half + 2);
        let (title, size) = fit(&lane.title, 140, 100, true, room);
        diagram.ground.push(Part::Text(Text::new(Point { x, y }, size, Tone::Ink, title).bold()));
        for (line, note) in (1..).zip(notes) {
            diagram.ground.push(Part::Text(Text::new(Point { x, y: y + 2 + 17 * line }, 128, Tone::Soft, note)));
        }
    }
}

/// A thin grid line.
fn grid(from: Point, to: Point) -> Part {
    Part::Rule { from, to, tone: Tone::Grid, weight: 10, dashed: false }
}

/// Hatching, borders and headings of the columns.
fn years(words: &Words, plan: &Plan, places: &Places, diagram: &mut Diagram) {
    diagram.ground.extend(places.hatched.iter().copied().map(Part::Hatch));
    let right = diagram.width - MARGIN;
    for lane in &places.lanes {
        diagram.ground.push(grid(Point { x: lane.x, y: lane.y }, Point { x: right, y: lane.y }));
    }
    if !places.lanes.is_empty() {
        diagram.ground.push(grid(Point { x: MARGIN, y: places.bottom }, Point { x: right, y: places.bottom }));
    }
    for (index, (column, rect)) in plan.columns.iter().zip(&places.columns).enumerate() {
        diagram.ground.push(grid(Point { x: rect.x, y: HEAD }, Point { x: rect.x, y: places.bottom }));
        let (name, tone) = match column.period {
            Period::Unknown => (words.time_unknown.to_string(), Tone::Soft),
            Period::By(year) => (filled(words.until, &[&year]), Tone::Soft),
            Period::From(year) => (filled(words.since, &[&year]), Tone::Soft),
            Period::Years(first, last) if first == last => (first.to_string(), Tone::Ink),
            Period::Years(first, last) => (format!("{first}–{last}"), Tone::Ink),
        };
        let (name, size) = fit(&name, if tone == Tone::Ink { 170 } else { 140 }, 100, tone == Tone::Ink, rect.w - 24);
        let mut text = Text::new(Point { x: rect.centre().x, y: HEAD + 22 }, size, tone, name).anchored(Anchor::Middle);
        text.bold = tone == Tone::Ink;
        text.italic = tone != Tone::Ink;
        diagram.ground.push(Part::Text(text));
        if years_left_out(plan.columns.get(index.wrapping_sub(1)), column) {
            diagram.ground.push(Part::Gap(Point { x: rect.x, y: HEAD + 14 }));
        }
    }
    if !places.columns.is_empty() {
        diagram.ground.push(grid(Point { x: right, y: HEAD }, Point { x: right, y: places.bottom }));
    }
}

/// True if years lie between two columns that are next to each other.
fn years_left_out(before: Option<&Column>, column: &Column) -> bool {
    match (before.map(|c| c.period), column.period) {
        (Some(Period::Years(_, before)), Period::Years(first, _)) => first > before + 1,
        _ => false,
    }
}

/// The sentence on a sheet without documents.
fn nothing(words: &Words, places: &Places, diagram: &mut Diagram) {
    let rect = Rect { x: MARGIN, y: TOP, w: diagram.width - 2 * MARGIN, h: places.bottom - TOP };
    diagram.frame.push(Part::Shape(Shape {
        outline: Outline::Plain,
        rect,
        fill: Some(Tone::Tint),
        stroke: Some(Tone::Grid),
        weight: 10,
        dashed: false,
        tab: 0,
    }));
    let at = |y: i32| Point { x: rect.centre().x, y: rect.centre().y + y };
    diagram.frame.push(Part::Text(Text::new(at(-6), 200, Tone::Ink, words.empty).bold().anchored(Anchor::Middle)));
    diagram.frame.push(Part::Text(Text::new(at(24), 140, Tone::Soft, words.empty_remedy).anchored(Anchor::Middle)));
}

/// The notes at the foot and the provenance; `y` is the rule above them.
pub(crate) fn foot(view: &View, options: &Options, words: &Words, y: i32, diagram: &mut Diagram) {
    let right = diagram.width - MARGIN;
    diagram.frame.push(grid(Point { x: MARGIN, y }, Point { x: right, y }));
    diagram.provenance = provenance(view, options, words);
    let (source, size) = fit(&diagram.provenance, 120, 90, false, (right - MARGIN) / 3);
    let taken = width(&source, size, false);
    diagram
        .frame
        .push(Part::Text(Text::new(Point { x: right, y: y + 21 }, size, Tone::Soft, source).anchored(Anchor::End)));
    let reading = match options.arrows {
        super::Arrows::Down => words.reading_down,
        super::Arrows::Cite => words.reading_cite,
    };
    for (line, note) in (0..).zip(std::iter::once(reading.to_string()).chain(hidden(view, words))) {
        let (note, size) = fit(&note, 120, 90, false, right - MARGIN - taken - 30);
        diagram.frame.push(Part::Text(Text::new(Point { x: MARGIN, y: y + 21 + 17 * line }, size, Tone::Soft, note)));
    }
}

/// What the drawing leaves out, in one line.
pub(crate) fn hidden(view: &View, words: &Words) -> Option<String> {
    let counted = [(view.competence, words.hidden_competence), (view.weaker, words.hidden_weaker)];
    let parts: Vec<String> = counted.iter().filter(|(n, _)| *n > 0).map(|(n, text)| filled(text, &[n])).collect();
    (!parts.is_empty()).then(|| format!("{}.", parts.join(". ")))
}

/// "5 tệp · luocdo 0.1.0 · sha256 1f2e3d4c5b6a": what the drawing was made from.
fn provenance(view: &View, options: &Options, words: &Words) -> String {
    let collection = &view.graph.collection;
    let mut parts = vec![filled(words.files, &[&collection.files])];
    if !collection.luocdo.is_empty() {
        parts.push(format!("luocdo {}", collection.luocdo));
    }
    if !collection.sha256.is_empty() {
        parts.push(format!("sha256 {}", collection.sha256.chars().take(12).collect::<String>()));
    }
    parts.extend(options.note.clone());
    parts.join(" · ")
}
