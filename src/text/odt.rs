//! OpenDocument text: the body in reading order, tables, lists with their numbers, notes, frames, headers and footers.
//!
//! Tracked changes are read as accepted. Left out: comments, numbers of headings, pictures, embedded objects.

use super::flow::{Aside, Flow};
use super::label::written;
use super::legacy;
use super::package::{Node, Package, attribute, damaged, split, walk};
use super::{Decoded, Problem};
use crate::source::Limits;
use quick_xml::events::BytesStart;
use std::collections::BTreeMap;

/// The text of an odt file.
pub(super) fn decode(bytes: &[u8], limits: &Limits) -> Result<Decoded, Problem> {
    let mut package = Package::open(bytes, limits)?;
    let manifest = package.xml("META-INF/manifest.xml")?.unwrap_or_default();
    if manifest.contains("encryption-data") {
        return Err(super::content::encrypted("the document is encrypted with a password"));
    }
    let content = package.xml("content.xml")?.ok_or_else(|| damaged("it has no content.xml"))?;
    let styles = package.xml("styles.xml")?.unwrap_or_default();
    let mut walker = Walker::new(Flow::new(limits.text));
    let mut notes: Vec<Problem> = walk(&styles, |node| walker.see(node)).err().into_iter().collect();
    walker.settle();
    notes.extend(walk(&content, |node| walker.see(node)).err());
    walker.settle();
    let mut decoded = walker.flow.finish();
    decoded.notes = [notes, decoded.notes].concat();
    Ok(decoded)
}

/// A font by style, and the style that it builds on.
#[derive(Default)]
struct Style {
    parent: Option<String>,
    font: Option<String>,
}

/// One level of a list style.
#[derive(Clone, Default)]
struct Level {
    bullet: bool,
    format: String,
    before: String,
    after: String,
    start: u32,
    shown: usize,
}

struct Walker {
    flow: Flow,
    styles: BTreeMap<String, Style>,
    lists: BTreeMap<String, BTreeMap<usize, Level>>,
    /// The style or list style that is being defined.
    defining: Option<String>,
    /// Styles of the elements that hold letters: paragraph, then spans.
    open: Vec<Option<String>>,
    /// Lists that are open: style, whether it counts on.
    nested: Vec<(String, bool)>,
    counts: BTreeMap<String, Vec<u32>>,
    label: Option<String>,
    skipping: usize,
    /// Text counts inside the body, a header or a footer only.
    reading: usize,
    blank: bool,
}

impl Walker {
    fn new(flow: Flow) -> Self {
        Self {
            flow,
            styles: BTreeMap::new(),
            lists: BTreeMap::new(),
            defining: None,
            open: Vec::new(),
            nested: Vec::new(),
            counts: BTreeMap::new(),
            label: None,
            skipping: 0,
            reading: 0,
            blank: true,
        }
    }

    fn see(&mut self, node: Node<'_>) {
        match node {
            Node::Open(name, start) => {
                let local = split(name).1;
                if self.skipping > 0
                    || matches!(
                        local,
                        "tracked-changes" | "annotation" | "note-citation" | "object" | "script" | "ruby-text"
                    )
                {
                    self.skipping += 1;
                } else {
                    self.begin(name, local, start);
                }
            }
            Node::Close(_) if self.skipping > 0 => self.skipping -= 1,
            Node::Close(name) => self.end(name, split(name).1),
            Node::Words(words) if self.skipping == 0 && !self.open.is_empty() => self.write(words),
            Node::Words(_) => {}
        }
    }

    fn begin(&mut self, name: &str, local: &str, start: &BytesStart<'_>) {
        let value = |key: &str| attribute(start, key).map(|value| value.into_owned());
        match (local, self.reading) {
            ("text", 0) if name.starts_with("office") => self.reading = 1,
            ("header" | "header-first" | "header-left", 0) if name.starts_with("style") => self.aside(Aside::Header),
            ("footer" | "footer-first" | "footer-left", 0) if name.starts_with("style") => self.aside(Aside::Footer),
            (_, 0) => self.define(local, start),
            ("p" | "h", _) if name.starts_with("text") => {
                self.open.push(value("style-name"));
                self.blank = true;
                if let Some(label) = self.label.take().filter(|label| !label.is_empty()) {
                    self.flow.push(&label, None);
                    self.flow.push(" ", None);
                }
            }
            ("span" | "a", _) => self.open.push(value("style-name")),
            ("s", _) => {
                let count = value("c").and_then(|count| count.parse().ok()).unwrap_or(1_usize);
                self.push(&" ".repeat(count.min(1000)));
                self.blank = true;
            }
            ("tab", _) if name.starts_with("text") => self.push("\t"),
            ("line-break", _) => {
                self.push("\n");
                self.blank = true;
            }
            ("list", _) => {
                let inherited = || self.nested.last().map(|(style, _)| style.clone()).unwrap_or_default();
                let style = value("style-name").unwrap_or_else(inherited);
                let continued =
                    value("continue-numbering").is_some_and(|v| v == "true") || value("continue-list").is_some();
                let depth = self.nested.len();
                if let Some(counts) = self.counts.get_mut(&style).filter(|_| !continued) {
                    counts.truncate(depth);
                }
                self.nested.push((style, continued));
            }
            ("list-item", _) => self.label = self.next(value("start-value").and_then(|start| start.parse().ok())),
            ("table", _) if name.starts_with("table") => self.flow.begin_table(),
            ("table-cell" | "covered-table-cell", _) => self.flow.begin_cell(),
            ("note-body", _) => self.aside(Aside::Note),
            ("text-box", _) => self.aside(Aside::Box),
            _ => {}
        }
    }

    fn end(&mut self, name: &str, local: &str) {
        match local {
            "text" if name.starts_with("office") => self.reading = 0,
            "header" | "header-first" | "header-left" | "footer" | "footer-first" | "footer-left"
                if name.starts_with("style") =>
            {
                self.leave();
            }
            "p" | "h" if name.starts_with("text") && self.reading > 0 => {
                self.open.pop();
                self.flow.end_paragraph();
            }
            "span" | "a" if self.reading > 0 => {
                self.open.pop();
            }
            "list" if self.reading > 0 => {
                self.nested.pop();
                self.label = None;
            }
            "table" if name.starts_with("table") && self.reading > 0 => self.flow.end_table(),
            "table-row" if self.reading > 0 => self.flow.end_row(),
            "table-cell" | "covered-table-cell" if self.reading > 0 => self.flow.end_cell(),
            "note-body" | "text-box" => self.leave(),
            "style" | "list-style" if self.reading == 0 => self.defining = None,
            _ => {}
        }
    }

    fn aside(&mut self, aside: Aside) {
        self.reading += 1;
        self.flow.begin_aside(aside);
        // What the paragraph around it set does not hold inside.
        self.open.push(None);
    }

    fn leave(&mut self) {
        if self.reading > 0 {
            self.reading -= 1;
            self.open.pop();
            self.flow.end_aside();
        }
    }

    /// What is open when a part ends early is closed.
    fn settle(&mut self) {
        while self.reading > 1 {
            self.leave();
        }
        self.flow.close_paragraph();
        (self.reading, self.skipping, self.defining) = (0, 0, None);
        self.open.clear();
        self.nested.clear();
    }

    fn define(&mut self, local: &str, start: &BytesStart<'_>) {
        let value = |key: &str| attribute(start, key).map(|value| value.into_owned());
        match local {
            "style" => {
                let name = value("name").unwrap_or_default();
                let style = Style { parent: value("parent-style-name"), font: None };
                self.styles.insert(name.clone(), style);
                self.defining = Some(name);
            }
            "text-properties" => {
                let font = value("font-name").or_else(|| value("font-family"));
                if let Some(style) = self.defining.as_ref().and_then(|name| self.styles.get_mut(name)) {
                    style.font = font.or(style.font.take());
                }
            }
            "list-style" => {
                let name = value("name").unwrap_or_default();
                self.lists.insert(name.clone(), BTreeMap::new());
                self.defining = Some(name);
            }
            "list-level-style-number" | "list-level-style-bullet" => {
                let level = value("level").and_then(|level| level.parse::<usize>().ok()).unwrap_or(1);
                let number = |key| value(key).and_then(|n| n.parse().ok());
                let found = Level {
                    bullet: local.ends_with("bullet"),
                    format: format_name(&value("num-format").unwrap_or_default()).into(),
                    before: value("num-prefix").unwrap_or_default(),
                    after: value("num-suffix").unwrap_or_default(),
                    start: number("start-value").unwrap_or(1),
                    shown: number("display-levels").unwrap_or(1) as usize,
                };
                if let Some(list) = self.defining.as_ref().and_then(|name| self.lists.get_mut(name)) {
                    list.insert(level, found);
                }
            }
            _ => {}
        }
    }

    /// Counts on in the innermost list, and gives the label of the item.
    fn next(&mut self, start: Option<u32>) -> Option<String> {
        let depth = self.nested.len();
        let (style, _) = self.nested.last()?;
        let levels = self.lists.get(style)?;
        let own = levels.get(&depth)?;
        let counts = self.counts.entry(style.clone()).or_default();
        counts.truncate(depth);
        while counts.len() < depth {
            let level = counts.len() + 1;
            counts.push(levels.get(&level).map_or(0, |level| level.start.saturating_sub(1)));
        }
        counts[depth - 1] = start.unwrap_or_else(|| counts[depth - 1].saturating_add(1));
        if own.bullet {
            return Some("-".into());
        }
        if own.format == "none" && own.before.is_empty() && own.after.is_empty() {
            return None;
        }
        let first = depth.saturating_sub(own.shown.max(1)) + 1;
        let numbers: Vec<String> = (first..=depth)
            .filter_map(|level| Some(written(*counts.get(level - 1)?, &levels.get(&level)?.format)))
            .filter(|number| !number.is_empty())
            .collect();
        Some(format!("{}{}{}", own.before, numbers.join("."), own.after))
    }

    /// White space of the XML is one blank, and none at the beginning.
    fn write(&mut self, words: &str) {
        let mut out = String::with_capacity(words.len());
        for c in words.chars() {
            let blank = matches!(c, ' ' | '\t' | '\n' | '\r');
            if !(blank && self.blank) {
                out.push(if blank { ' ' } else { c });
            }
            self.blank = blank;
        }
        self.push(&out);
    }

    fn push(&mut self, words: &str) {
        if self.open.is_empty() {
            return;
        }
        let font = self.open.iter().rev().flatten().find_map(|style| self.font(style));
        let hint = font.and_then(|font| legacy::of_font(font.trim_end_matches(|c: char| c.is_ascii_digit())));
        self.flow.push(words, hint);
    }

    fn font(&self, style: &str) -> Option<&str> {
        let first = self.styles.get(style);
        std::iter::successors(first, |style| self.styles.get(style.parent.as_deref()?))
            .take(32)
            .find_map(|style| style.font.as_deref())
    }
}

fn format_name(format: &str) -> &'static str {
    match format {
        "1" => "decimal",
        "a" => "lowerLetter",
        "A" => "upperLetter",
        "i" => "lowerRoman",
        "I" => "upperRoman",
        "" => "none",
        _ => "decimal",
    }
}
