//! What stands on a card: code and outline of the kind, number, organ, date, subject, marks; and in its title the rest.
//!
//! Every line is measured and wrapped, made a little smaller, or cut with an ellipsis; the whole words are in the title.

use super::metrics::{LEAST, fit, width, wrap};
use super::shape::{Anchor, Outline, Part, Point, Rect, Shape, Text, Tone};
use super::units::{STRIP, Units, units_strip};
use super::wording::{Words, filled, short_name};
use crate::date::PartialDate;
use crate::graph::Node;
use crate::lexicon::Lexicon;
use crate::vocabulary::{State, System};
use unicode_normalization::UnicodeNormalization;

/// Width of every card.
pub(crate) const WIDTH: i32 = 180;

/// Where the words begin, after the tab with the code.
const TAB: i32 = 35;

/// Sizes of the number and of other lines, in tenths.
pub(super) const NUMBER: i32 = 155;
pub(super) const LINE: i32 = 122;

/// Beginnings of the kinds that guide and plan, and of those that inform and report.
const PLANS: [&str; 11] = [
    "hướng dẫn",
    "kế hoạch",
    "chương trình",
    "đề án",
    "phương án",
    "dự án",
    "chiến lược",
    "quy hoạch",
    "quy trình",
    "nội quy",
    "quy tắc",
];
const LETTERS: [&str; 13] = [
    "công văn",
    "thông báo",
    "thông cáo",
    "công điện",
    "tờ trình",
    "báo cáo",
    "biên bản",
    "giấy",
    "phiếu",
    "thư",
    "bản",
    "lời",
    "tuyên bố",
];

/// The families of kinds that have an outline and a tone of their own.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Family {
    /// Directive, resolution, conclusion of the Party.
    Party,
    /// Legal document of the State.
    State,
    /// Guideline, plan, programme.
    Guide,
    /// Letter, notice.
    Letter,
    /// Resolution or decision of a mass organisation.
    Organisation,
    /// Anything else, or a kind not known.
    Other,
    /// A spoken instruction.
    Spoken,
}

impl Family {
    /// The family of a document.
    pub(crate) fn of(node: &Node) -> Self {
        if node.state == State::Oral {
            return Family::Spoken;
        }
        let kind = node.kind.as_deref().unwrap_or_default().to_lowercase();
        let is = |starts: &[&str]| starts.iter().any(|start| kind.starts_with(start));
        if is(&PLANS) {
            Family::Guide
        } else if is(&LETTERS) {
            Family::Letter
        } else if kind.is_empty() {
            Family::Other
        } else {
            match node.system {
                Some(System::Party) => Family::Party,
                Some(System::State) => Family::State,
                Some(_) => Family::Organisation,
                None => Family::Other,
            }
        }
    }

    /// Its outline.
    pub(crate) fn outline(self) -> Outline {
        match self {
            Family::Party | Family::Organisation => Outline::Octagon,
            Family::State => Outline::Double,
            Family::Guide => Outline::Rounded,
            Family::Letter => Outline::Folded,
            Family::Other => Outline::Plain,
            Family::Spoken => Outline::Bubble,
        }
    }

    /// Its tone.
    pub(crate) fn tone(self) -> Tone {
        match self {
            Family::Party => Tone::Party,
            Family::State => Tone::State,
            Family::Guide => Tone::Guide,
            Family::Letter => Tone::Letter,
            Family::Organisation | Family::Other | Family::Spoken => Tone::Plain,
        }
    }

    /// Its class name.
    pub(crate) fn class(self) -> &'static str {
        match self {
            Family::Party => "directive",
            Family::State => "legal",
            Family::Guide => "guideline",
            Family::Letter => "letter",
            Family::Organisation => "organisation",
            Family::Other => "other",
            Family::Spoken => "spoken",
        }
    }
}

/// The code of a kind as its system writes it in symbols, else before numbers, else loosely; a kind that the lexicon gives none
/// has its initials, a kind of one word that word.
fn code(kind: &str, system: Option<System>) -> String {
    let kinds = &Lexicon::embedded().kinds;
    let known = system.map_or_else(|| kinds.by_name(kind), |system| kinds.by_name_in(kind, system));
    let in_symbols = known.and_then(|known| known.abbreviations.first().or(known.text_abbreviations.first()));
    match in_symbols {
        Some(code) => code.clone(),
        // The loose code of Luật is that of Lệnh.
        None if !kind.contains(' ') => kind.to_string(),
        None => known.and_then(|known| known.other_abbreviations.first().cloned()).unwrap_or_else(|| initials(kind)),
    }
}

/// The first letters of up to four words, capitals without tone: `ĐA` of Đề án.
fn initials(kind: &str) -> String {
    let first = kind.split_whitespace().filter_map(|word| word.chars().next()).take(4);
    let tone = |c: &char| matches!(c, '\u{300}' | '\u{301}' | '\u{303}' | '\u{309}' | '\u{323}');
    first.flat_map(char::to_uppercase).nfd().filter(|c| !tone(c)).nfc().collect()
}

/// Height of the card of a document, before its ports are counted.
pub(crate) fn height(node: &Node) -> i32 {
    match node.state {
        State::Held => 78,
        State::Missing => 62,
        State::Oral if node.name.is_some() => 62,
        State::Oral => 50,
    }
}

/// What a document is called in one word or few.
pub(crate) fn name(node: &Node, words: &Words) -> String {
    match (&node.number, &node.name) {
        (Some(number), _) if number.starts_with(['/', '-']) => filled(words.blank, &[number]),
        (Some(number), _) => number.clone(),
        (None, Some(name)) => name.clone(),
        (None, None) if node.state == State::Oral => words.spoken.to_string(),
        (None, None) => match (&node.kind, &node.title) {
            (Some(kind), _) if node.draft => format!("{kind} {}", words.blank_number),
            (Some(kind), _) => kind.clone(),
            (None, Some(title)) => title.clone(),
            (None, None) if node.draft => words.blank_number.to_string(),
            (None, None) => words.no_name.to_string(),
        },
    }
}

/// When a document is of, in words: its date, else its bounds.
pub(crate) fn time(node: &Node, words: &Words) -> String {
    let bound = |text: &str, date: PartialDate| filled(text, &[&date.written()]);
    match (node.date, node.not_after, node.not_before) {
        (Some(date), ..) if date.is_full() => date.written(),
        (Some(date), ..) => incomplete(date),
        (None, Some(latest), _) => bound(words.by, latest),
        (None, None, Some(earliest)) => bound(words.from, earliest),
        (None, None, None) => words.undated.to_string(),
    }
}

/// A date with what is not known left open, as on the paper: `…/…/2021`.
fn incomplete(date: PartialDate) -> String {
    let written = date.written();
    if written.contains('/') { format!("…/{written}") } else { format!("…/…/{written}") }
}

/// True if something on the document should be looked at.
pub(crate) fn needs_checking(node: &Node) -> bool {
    node.malformed || node.draft || (node.state == State::Held && node.date.is_none_or(|d| !d.is_full()))
}

/// Everything on the card of a document; with units, and whether nothing came of it, a strip at its foot names them.
pub(crate) fn face(node: &Node, rect: Rect, strip: Option<(&Units, bool)>, words: &Words) -> Vec<Part> {
    let family = Family::of(node);
    let held = node.state == State::Held;
    let spoken = family == Family::Spoken;
    let tab = if spoken { 0 } else { TAB };
    let mut parts = vec![Part::Shape(Shape {
        outline: family.outline(),
        rect,
        fill: Some(Tone::Paper),
        stroke: Some(family.tone()),
        weight: if held { 26 } else { 19 },
        dashed: !held,
        tab: if held { tab } else { 0 },
    })];
    if tab > 0 {
        let at = |y: i32| Point { x: rect.x + TAB, y };
        if !held {
            parts.push(Part::Rule {
                from: at(rect.y),
                to: at(rect.bottom()),
                tone: family.tone(),
                weight: 13,
                dashed: true,
            });
        }
        let tone = if held { Tone::Paper } else { family.tone() };
        // The second frame of a legal document takes room at the left.
        let frame = if family.outline() == Outline::Double { 4 } else { 0 };
        let tab = Rect { x: rect.x + frame, w: TAB - frame, ..rect };
        parts.extend(code_in_tab(
            node.kind.as_deref().map_or_else(|| "?".to_string(), |kind| code(kind, node.system)),
            tab,
            tone,
        ));
    }
    let alert = needs_checking(node);
    let body = Rect { h: rect.h - strip.map_or(0, |_| STRIP), ..rect };
    parts.extend(lines(node, body, tab, alert, words));
    if alert {
        parts.push(Part::Alert(Point { x: rect.right() - 15, y: body.bottom() - 15 }));
    }
    if let Some((units, ring)) = strip {
        parts.extend(units_strip(units, ring, rect, tab, words));
    }
    if node.cited_by > 1 {
        let count = format!("×{}", node.cited_by);
        let w = (width(&count, LINE, true) + 14).max(30);
        parts.push(Part::Badge(Rect { x: rect.right() + 1 - w, y: rect.y - 10, w, h: 19 }, family.tone(), count));
    }
    parts
}

/// The code of a kind in its tab: on one line, or, if it is long, one half above the other.
fn code_in_tab(code: String, tab: Rect, tone: Tone) -> Vec<Part> {
    const SIZE: i32 = 145;
    const LEAD: i32 = 13;
    let room = tab.w - 4;
    let letters = code.chars().count();
    let half = code.char_indices().nth(letters.div_ceil(2)).map_or(code.len(), |(at, _)| at);
    let long = letters > 3 && width(&code, LEAST, true) > room;
    let (lines, size) = if long { (vec![&code[..half], &code[half..]], LINE) } else { (vec![&code[..]], SIZE) };
    let first = tab.centre().y + if long { 5 - LEAD / 2 } else { 5 };
    let text = |(index, line): (i32, &str)| {
        let (line, size) = fit(line, size, LEAST, true, room);
        let at = Point { x: tab.centre().x, y: first + index * LEAD };
        Part::Text(Text::new(at, size, tone, line).bold().anchored(Anchor::Middle))
    };
    (0..).zip(lines).map(text).collect()
}

/// One line of a card.
pub(super) struct Entry {
    pub(super) words: String,
    pub(super) size: i32,
    pub(super) bold: bool,
    pub(super) tone: Tone,
}

impl Entry {
    /// A line of secondary words, made to fit.
    pub(super) fn small(words: &str, tone: Tone, room: i32) -> Self {
        let (words, size) = fit(words, LINE, LEAST, false, room);
        Self { words, size, bold: false, tone }
    }
}

/// Room that the warning sign takes from the lowest line.
const SIGN: i32 = 22;

/// Where the words of a card begin.
pub(super) fn left(rect: Rect, tab: i32) -> i32 {
    rect.x + if tab > 0 { tab + 9 } else { 12 }
}

/// The lines of words, from the number down.
fn lines(node: &Node, rect: Rect, tab: i32, alert: bool, words: &Words) -> Vec<Part> {
    let left = left(rect, tab);
    let room = rect.right() - 6 - left;
    // A folded corner takes room from the number only.
    let corner = if Family::of(node).outline() == Outline::Folded { 10 } else { 0 };
    let mut all = heading(node, tab > 0, room - corner, words);
    let last = if alert { room - SIGN } else { room };
    match node.state {
        State::Held => all.extend(held_lines(node, room, last, words)),
        State::Missing => {
            // A name on two lines leaves no room for more than the time.
            if all.len() == 1 {
                let about = if node.number.is_none() { unnumbered(node, words) } else { described(node) };
                all.extend((!about.is_empty()).then(|| Entry::small(&about, Tone::Soft, room)));
            }
            all.push(Entry::small(&time(node, words), Tone::Soft, last));
        }
        State::Oral => {
            all.extend(node.name.as_deref().map(|name| Entry::small(name, Tone::Soft, room)));
            all.push(Entry::small(&time(node, words), Tone::Soft, last));
        }
    }
    stacked(all, left, rect)
}

/// Place and date, then what the document is about.
fn held_lines(node: &Node, room: i32, last: i32, words: &Words) -> Vec<Entry> {
    let together = place_and_time(node, words);
    let (first, mut more) = if width(&together, LEAST, false) <= room {
        (together, Vec::new())
    } else {
        (place(node).unwrap_or_default(), vec![time(node, words)])
    };
    let incomplete = node.date.filter(|date| !date.is_full());
    if let (Some(_), Some(bound), true) = (incomplete, node.not_before, more.is_empty()) {
        more.push(filled(words.from, &[&bound.written()]));
    }
    // The kind stands in for the subject, unless it stands in for the number already.
    let kind = node.kind.as_deref().filter(|_| node.number.is_some() || node.name.is_some());
    let subject = node.title.as_deref().or(kind).unwrap_or_default();
    let rest = 2 - more.len();
    more.extend(wrap(subject, LINE, false, if rest == 1 { last } else { room }, rest));
    let count = more.len();
    let mut all = vec![Entry::small(&first, Tone::Ink, room)];
    all.extend((1..).zip(more).map(|(i, line)| Entry::small(&line, Tone::Soft, if i == count { last } else { room })));
    all
}

/// The organ of a missing document, or what else is known of it.
fn described(node: &Node) -> String {
    let known = node.issuer.as_deref().map(short_name).or_else(|| node.title.clone());
    known.or_else(|| node.kind.clone()).unwrap_or_default()
}

/// The number, or the name on up to two lines; the kind that its code tells already is left off.
fn heading(node: &Node, coded: bool, room: i32, words: &Words) -> Vec<Entry> {
    const NAME: i32 = 135;
    let name = if node.state == State::Oral { words.spoken.to_string() } else { name(node, words) };
    let kind = node.kind.as_deref().filter(|_| coded && node.number.is_none()).unwrap_or_default();
    let short = name.strip_prefix(kind).map(str::trim_start).filter(|rest| !rest.is_empty());
    let short = short_name(short.unwrap_or(&name));
    let (line, size) = fit(&short, NUMBER, 125, true, room);
    let entry = |words: String, size: i32| Entry { words, size, bold: true, tone: Tone::Ink };
    if line == short || node.number.is_some() || node.state != State::Missing {
        return vec![entry(line, size)];
    }
    wrap(&short, NAME, true, room, 2).into_iter().map(|line| entry(line, NAME)).collect()
}

/// "Nghị quyết không số": the kind of what is known by its name alone.
fn unnumbered(node: &Node, words: &Words) -> String {
    node.kind.as_ref().map_or_else(|| words.no_number.to_string(), |kind| format!("{kind} {}", words.no_number))
}

/// Lines below each other, in the middle of the card's height.
pub(super) fn stacked(all: Vec<Entry>, left: i32, rect: Rect) -> Vec<Part> {
    const LEAD: i32 = 16;
    let count = i32::try_from(all.len()).unwrap_or(1);
    let first = rect.centre().y - (count - 1) * LEAD / 2 + 5;
    let text = |(index, entry): (i32, Entry)| {
        let text = Text::new(Point { x: left, y: first + index * LEAD }, entry.size, entry.tone, entry.words);
        Part::Text(if entry.bold { text.bold() } else { text })
    };
    (0..).zip(all).map(text).collect()
}

/// "Lai Châu, 24/4/2023": where a held document is from, and its date.
fn place_and_time(node: &Node, words: &Words) -> String {
    match place(node) {
        Some(place) => format!("{place}, {}", time(node, words)),
        None => time(node, words),
    }
}

/// Where a held document is from: its province, else its organ.
fn place(node: &Node) -> Option<String> {
    node.province.clone().or_else(|| node.issuer.as_deref().map(short_name))
}

/// The whole words of a document: kind and name, organ, time, subject, state, files.
pub(crate) fn title(node: &Node, words: &Words) -> String {
    let mut first = name(node, words);
    if let Some(kind) = node.kind.as_ref().filter(|kind| !first.starts_with(kind.as_str())) {
        first = format!("{kind} {first}");
    }
    for more in [node.issuer.clone(), Some(time(node, words))].into_iter().flatten() {
        first = format!("{first}, {more}");
    }
    let mut lines = vec![first];
    lines.extend(node.title.as_ref().map(|title| format!("“{title}”")));
    if node.malformed {
        lines.push(words.malformed.to_string());
    }
    if node.draft {
        lines.push(words.draft.to_string());
    }
    if node.state == State::Missing {
        lines.push(words.not_seen.to_string());
    }
    if node.cited_by > 0 {
        lines.push(filled(words.cited_by, &[&node.cited_by]));
    }
    lines.extend(node.files.iter().map(|file| filled(words.file, &[file])));
    lines.join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn kinds_are_abbreviated_as_offices_do() {
        for (kind, expected) in [
            ("Chỉ thị", "CT"),
            ("Chương trình", "CTr"),
            ("Nghị định", "NĐ"),
            ("Thông tư liên tịch", "TTLT"),
            ("Luật", "Luật"),
            ("Lệnh", "L"),
            ("Đề án", "ĐA"),
            ("Phương án", "PA"),
            ("Công văn", "CV"),
            ("Tờ trình", "TTr"),
            ("Quy định", "QyĐ"),
        ] {
            assert_eq!(code(kind, None), expected);
        }
        assert_eq!(code("Quy định", Some(System::Party)), "QĐi", "as the Party's own guide has it");
        assert_eq!(code("Ấn phẩm Ước", None), "ÂPƯ", "a kind that the lexicon does not know");
    }
}
