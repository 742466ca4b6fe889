//! What surrounds the cards: title, counts, rows with their names, years, hatching, the note at the foot.

use super::lanes::Lane;
use super::metrics::{LEAST, cut, fit, width, wrap};
use super::place::{HEAD, LEFT, MARGIN, Places, TOP};
use super::plan::Plan;
use super::shape::{Anchor, Outline, Part, Point, Rect, Shape, Text, Tone};
use super::time::{Column, Period, written};
use super::wording::{Words, filled};
use super::{Diagram, Options, Time};
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
    rows(words, options, plan, places, diagram);
    years(words, options, plan, places, diagram);
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
    let elided = view.documents() - view.nodes.len();
    boxes.extend((elided > 0).then_some((elided, words.elided, 3)));
    boxes.extend((view.left_out > 0).then_some((view.left_out, words.left_out, 3)));
    let right = diagram.width - MARGIN;
    let (wide, apart) = if diagram.width < NARROW { (104, 8) } else { (118, 12) };
    let first = right + apart - (wide + apart) * i32::try_from(boxes.len()).unwrap_or(0);
    for (index, (value, name, kind)) in (0..).zip(boxes) {
        let rect = Rect { x: first + (wide + apart) * index, y: 36, w: wide, h: 66 };
        diagram.frame.extend(count_box(rect, value, name, kind));
    }
    diagram.title = options.title.clone().unwrap_or_else(|| default_title(view, words));
    diagram.description = words.summary(held, missing, &places_of(view), span(view));
    let room = first - 24 - MARGIN;
    let lines = |words: &str, size: i32, least: i32, bold: bool| {
        let (line, fitting) = fit(words, size, least, bold, room);
        if line == words { (vec![line], fitting) } else { (wrap(words, least, bold, room, 2), least) }
    };
    let (titles, size) = lines(&diagram.title, 330, 220, true);
    let top = if titles.len() > 1 { 47 } else { 70 };
    for (line, title) in (0..).zip(titles) {
        diagram
            .frame
            .push(Part::Text(Text::new(Point { x: MARGIN, y: top + 27 * line }, size, Tone::Ink, title).bold()));
    }
    let (sentences, size) = lines(&diagram.description, 155, 120, false);
    for (line, sentence) in (0..).zip(sentences) {
        diagram.frame.push(Part::Text(Text::new(Point { x: MARGIN, y: 100 + 17 * line }, size, Tone::Soft, sentence)));
    }
}

/// A narrower drawing has narrower boxes with its counts.
const NARROW: i32 = 1300;

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
    let (name, small) = fit(name, 126, LEAST, false, rect.w - 8);
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
fn rows(words: &Words, options: &Options, plan: &Plan, places: &Places, diagram: &mut Diagram) {
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
        let (titles, size, notes) = lane_words(lane);
        let lines = i32::try_from(titles.len() + notes.len()).unwrap_or(0);
        let (x, top) = (rect.x + 14, rect.centre().y - (lines - 1) * 17 / 2 + 2);
        let at = |line: i32| Point { x, y: top + 17 * line };
        let count = i32::try_from(titles.len()).unwrap_or(0);
        for (line, title) in (0..).zip(titles) {
            diagram.ground.push(Part::Text(Text::new(at(line), size, Tone::Ink, title).bold()));
        }
        for (line, note) in (count..).zip(notes) {
            let at = Point { y: at(line).y + 2, ..at(line) };
            diagram.ground.push(Part::Text(Text::new(at, NOTE, Tone::Soft, note)));
        }
        ended(words, options, plan, (index, lane), places, diagram);
    }
}

/// Size of the names below the title of a row, in tenths.
const NOTE: i32 = 128;

/// The lines of a row's title with their size, and those of its note.
pub(crate) fn lane_words(lane: &Lane) -> (Vec<String>, i32, Vec<String>) {
    let room = LEFT - MARGIN - 26;
    let (title, size) = fit(&lane.title, 140, 118, true, room);
    let titles = if title == lane.title { (vec![title], size) } else { (wrap(&lane.title, 124, true, room, 3), 124) };
    (titles.0, titles.1, wrap(&lane.note, NOTE, false, room, 4))
}

/// Shades a row from where its level has ended, if the time of the drawing goes that far.
fn ended(
    words: &Words,
    options: &Options,
    plan: &Plan,
    (index, lane): (usize, &Lane),
    places: &Places,
    diagram: &mut Diagram,
) {
    let Some((until, last)) = lane.until.zip(lane.last_day()).filter(|_| options.time != Time::Off) else { return };
    let after = |slot: usize| {
        let mut days = plan.stacks[slot].iter().filter_map(|spot| plan.spots[*spot].day).peekable();
        days.peek().is_some() && days.all(|day| day > last)
    };
    let Some(first) = (0..plan.stacks.len()).find(|slot| after(*slot)) else { return };
    let holds = |slot: usize| plan.stacks[slot].iter().any(|spot| plan.spots[*spot].lane == index);
    if (first..plan.stacks.len()).any(holds) {
        return;
    }
    let (rect, x) = (places.lanes[index], places.slots[first].0);
    let area = Rect { x, y: rect.y, w: rect.right() - x, h: rect.h };
    diagram.ground.push(Part::Ended(area));
    diagram.ended.push((area, filled(words.ended, &[&until.written()])));
}

/// A thin grid line.
fn grid(from: Point, to: Point) -> Part {
    Part::Rule { from, to, tone: Tone::Grid, weight: 10, dashed: false }
}

/// Hatching, borders and headings of the columns.
fn years(words: &Words, options: &Options, plan: &Plan, places: &Places, diagram: &mut Diagram) {
    diagram.ground.extend(places.hatched.iter().map(|(ground, _)| Part::Hatch(*ground)));
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
            Period::By(last) => (filled(words.until, &[&written(last, options.time)]), Tone::Soft),
            Period::From(first) => (filled(words.since, &[&written(first, options.time)]), Tone::Soft),
            Period::Span(first, last) => {
                let (first, last) = (written(first, options.time), written(last, options.time));
                let span = if first == last { first } else { format!("{first}–{last}") };
                let order = options.time == Time::Order;
                (if order { filled(words.in_order, &[&span]) } else { span }, Tone::Ink)
            }
            Period::None => (words.without_time.to_string(), Tone::Soft),
        };
        let (name, size) = fit(&name, if tone == Tone::Ink { 170 } else { 140 }, LEAST, tone == Tone::Ink, rect.w - 24);
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
        (Some(Period::Span(_, before)), Period::Span(first, _)) => first > before + 1,
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

/// Distance of the lines at the foot.
const FOOT_LINE: i32 = 17;

/// Height of so many lines at the foot, with the rule above them and the margin below.
pub(crate) fn foot_height(view: &View, options: &Options, plan: &Plan, width: i32) -> i32 {
    37 + FOOT_LINE * i32::try_from(foot_notes(view, options, plan, width).0.len()).unwrap_or(0)
}

/// The notes at the foot in lines, and the provenance that stands right of the first.
fn foot_notes(view: &View, options: &Options, plan: &Plan, sheet: i32) -> (Vec<String>, String) {
    let words = Words::of(options.language);
    let mut reading = match options.arrows {
        super::Arrows::Down => words.reading_down,
        super::Arrows::Cite => words.reading_cite,
    }
    .to_string();
    let gap = |pair: &[Column]| years_left_out(Some(&pair[0]), &pair[1]);
    if plan.columns.windows(2).any(gap) {
        let gaps = if options.time == Time::Month { words.reading_gaps_of_months } else { words.reading_gaps };
        reading = format!("{reading} {gaps}");
    }
    let room = sheet - 2 * MARGIN;
    let source = cut(&provenance(view, options, words), LEAST, false, room / 2);
    let beside = room - width(&source, LEAST, false) - 30;
    let lines =
        std::iter::once(reading).chain(hidden(view, words)).flat_map(|note| wrap(&note, LEAST, false, beside, 4));
    (lines.collect(), source)
}

/// The notes at the foot and the provenance; `y` is the rule above them.
pub(crate) fn foot(view: &View, options: &Options, plan: &Plan, y: i32, diagram: &mut Diagram) {
    let right = diagram.width - MARGIN;
    diagram.frame.push(grid(Point { x: MARGIN, y }, Point { x: right, y }));
    diagram.provenance = provenance(view, options, Words::of(options.language));
    let (lines, source) = foot_notes(view, options, plan, diagram.width);
    let text = |x: i32, line: i32, words: String| {
        Text::new(Point { x, y: y + 21 + FOOT_LINE * line }, LEAST, Tone::Soft, words)
    };
    diagram.frame.push(Part::Text(text(right, 0, source).anchored(Anchor::End)));
    diagram.frame.extend((0..).zip(lines).map(|(line, words)| Part::Text(text(MARGIN, line, words))));
}

/// What the drawing leaves out, in one line.
pub(crate) fn hidden(view: &View, words: &Words) -> Option<String> {
    let counted = [
        (view.competence, words.hidden_competence),
        (view.weaker, words.hidden_weaker),
        (view.implied, words.hidden_implied),
        (view.unrelated, words.hidden_unrelated),
    ];
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
