//! Word since 2007: the body in reading order, tables cell by cell, text boxes, notes, headers and footers.
//!
//! Tracked changes are read as accepted. Labels of automatic numbering ("Điều 5.") are made as Word shows them. Left out:
//! comments, hidden text, pictures, charts, embedded objects, what a field would compute anew.

mod numbering;
mod style;

use super::flow::{Aside, Flow};
use super::label::Numbering;
use super::legacy::{self, Hint};
use super::package::{Node, Package, attribute, damaged, split, walk};
use super::{Decoded, Problem};
use crate::source::Limits;
use quick_xml::events::BytesStart;
use style::Styles;

/// The text of a docx file.
pub(super) fn decode(bytes: &[u8], limits: &Limits) -> Result<Decoded, Problem> {
    let mut package = Package::open(bytes, limits)?;
    let names = package.names();
    let is_body = |name: &&String| name.starts_with("word/document") && name.ends_with(".xml");
    let body = names.iter().find(is_body).ok_or_else(|| damaged("it has no word/document.xml"))?;
    let styles = Styles::read(&package.xml("word/styles.xml")?.unwrap_or_default());
    let numbering = numbering::read(&package.xml("word/numbering.xml")?.unwrap_or_default());
    let mut walker = Walker {
        flow: Flow::new(limits.text),
        styles,
        numbering,
        paragraphs: Vec::new(),
        skipping: 0,
        in_text: false,
        in_properties: 0,
        note: NotePart::None,
    };
    let mut notes = Vec::new();
    let mut read = |walker: &mut Walker, name: &str, aside: Option<Aside>| -> Result<(), Problem> {
        let Some(xml) = package.xml(name)? else { return Ok(()) };
        if let Some(aside) = aside {
            walker.flow.begin_aside(aside);
        }
        notes.extend(walk(&xml, |node| walker.see(node)).err());
        walker.settle();
        if aside.is_some() {
            walker.flow.end_aside();
        }
        Ok(())
    };
    read(&mut walker, body, None)?;
    for (prefix, aside) in [("word/header", Aside::Header), ("word/footer", Aside::Footer)] {
        for name in names.iter().filter(|name| name.starts_with(prefix)) {
            read(&mut walker, name, Some(aside))?;
        }
    }
    walker.note = NotePart::Waiting;
    for name in ["word/footnotes.xml", "word/endnotes.xml"] {
        read(&mut walker, name, None)?;
    }
    let mut decoded = walker.flow.finish();
    decoded.notes.append(&mut notes);
    Ok(decoded)
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum NotePart {
    None,
    Waiting,
    Inside,
}

/// A paragraph that is open; text boxes open others inside.
#[derive(Default)]
struct Paragraph {
    style: Option<String>,
    number: Option<(String, usize)>,
    labelled: bool,
    run_style: Option<String>,
    font: Option<String>,
    hidden: bool,
    /// Its mark is deleted: the next paragraph continues it.
    joined: bool,
}

struct Walker {
    flow: Flow,
    styles: Styles,
    numbering: Numbering,
    paragraphs: Vec<Paragraph>,
    /// Depth inside of what is not read.
    skipping: usize,
    in_text: bool,
    in_properties: usize,
    note: NotePart,
}

impl Walker {
    fn see(&mut self, node: Node<'_>) {
        match node {
            Node::Open(name, start) => {
                let (prefix, local) = split(name);
                if self.skipping > 0 || (self.in_properties == 0 && is_deleted(prefix, local)) || is_skipped(local) {
                    self.skipping += 1;
                } else {
                    self.open(prefix, local, start);
                }
            }
            Node::Close(name) => {
                if self.skipping > 0 {
                    self.skipping -= 1;
                } else {
                    let (prefix, local) = split(name);
                    self.close(prefix, local);
                }
            }
            Node::Words(words) if self.in_text && self.skipping == 0 => self.write(words),
            Node::Words(_) => {}
        }
    }

    fn open(&mut self, prefix: &str, local: &str, start: &BytesStart<'_>) {
        if prefix == "a" {
            return;
        }
        match local {
            "t" => self.in_text = true,
            _ if prefix == "m" => {}
            "p" => self.paragraphs.push(Paragraph::default()),
            "pPr" | "rPr" => self.in_properties += 1,
            "tab" | "ptab" if self.in_properties == 0 => self.write("\t"),
            "br" | "cr" if self.in_properties == 0 => self.write("\n"),
            "noBreakHyphen" => self.write("-"),
            "tbl" => self.flow.begin_table(),
            "tc" => self.flow.begin_cell(),
            "txbxContent" => self.flow.begin_aside(Aside::Box),
            "footnote" | "endnote" if self.note == NotePart::Waiting => {
                let kind = attribute(start, "type");
                if kind
                    .is_some_and(|kind| kind.to_ascii_lowercase().contains("separator") || kind == "continuationNotice")
                {
                    self.skipping = 1;
                } else {
                    self.note = NotePart::Inside;
                    self.flow.begin_aside(Aside::Note);
                }
            }
            _ if self.in_properties > 0 => self.property(local, start),
            "r" => {
                if let Some(paragraph) = self.paragraphs.last_mut() {
                    (paragraph.run_style, paragraph.font, paragraph.hidden) = (None, None, false);
                }
            }
            _ => {}
        }
    }

    fn property(&mut self, local: &str, start: &BytesStart<'_>) {
        let Some(paragraph) = self.paragraphs.last_mut() else { return };
        let value = || attribute(start, "val").map(|value| value.into_owned());
        match local {
            "pStyle" => paragraph.style = value(),
            "rStyle" => paragraph.run_style = value(),
            "numId" => {
                let level = paragraph.number.take().map_or(usize::MAX, |(_, level)| level);
                paragraph.number = value().map(|id| (id, level));
            }
            "ilvl" => {
                let id = paragraph.number.take().map(|(id, _)| id).unwrap_or_default();
                paragraph.number = value().and_then(|level| level.parse().ok()).map(|level| (id, level));
            }
            "rFonts" => paragraph.font = style::font(start),
            "vanish" => paragraph.hidden = value().is_none_or(|value| value != "0" && value != "false"),
            // Inside pPr/rPr: the paragraph's own mark.
            "del" if self.in_properties > 1 => paragraph.joined = true,
            _ => {}
        }
    }

    fn close(&mut self, prefix: &str, local: &str) {
        if prefix == "a" {
            return;
        }
        match local {
            "t" => self.in_text = false,
            _ if prefix == "m" => {}
            "pPr" => {
                self.in_properties = self.in_properties.saturating_sub(1);
                if let Some(paragraph) = self.paragraphs.last_mut() {
                    (paragraph.font, paragraph.hidden, paragraph.run_style) = (None, false, None);
                }
                self.label();
            }
            "rPr" => self.in_properties = self.in_properties.saturating_sub(1),
            "p" => {
                let joined = self.paragraphs.pop().is_some_and(|paragraph| paragraph.joined);
                self.end_paragraph(joined);
            }
            "tbl" => self.flow.end_table(),
            "tr" => self.flow.end_row(),
            "tc" => self.flow.end_cell(),
            "txbxContent" => self.flow.end_aside(),
            "footnote" | "endnote" if self.note == NotePart::Inside => {
                self.note = NotePart::Waiting;
                self.flow.end_aside();
            }
            _ => {}
        }
    }

    fn end_paragraph(&mut self, joined: bool) {
        if !joined {
            self.flow.end_paragraph();
        }
    }

    /// What is open when a part breaks off is closed.
    fn settle(&mut self) {
        if self.note == NotePart::Inside {
            self.note = NotePart::Waiting;
            self.flow.end_aside();
        }
        self.paragraphs.clear();
        (self.skipping, self.in_text, self.in_properties) = (0, false, 0);
    }

    fn write(&mut self, words: &str) {
        if self.paragraphs.last().is_some_and(|paragraph| paragraph.hidden) {
            return;
        }
        let hint = self.hint();
        self.flow.push(words, hint);
    }

    /// The font that letters are set in: of the run, its style, the paragraph's style, the document.
    fn hint(&self) -> Option<Hint> {
        let paragraph = self.paragraphs.last();
        let own = paragraph.and_then(|paragraph| paragraph.font.as_deref());
        let run = paragraph.and_then(|paragraph| self.styles.font(paragraph.run_style.as_deref()?));
        let style = || paragraph.and_then(|paragraph| paragraph.style.as_deref()).or(self.styles.paragraph());
        let name = own.or(run).or_else(|| self.styles.font(style()?)).or(self.styles.default_font());
        name.and_then(legacy::of_font)
    }

    /// Writes the label of automatic numbering at the head of a paragraph.
    fn label(&mut self) {
        let Some(paragraph) = self.paragraphs.last_mut() else { return };
        if std::mem::replace(&mut paragraph.labelled, true) {
            return;
        }
        let style = paragraph.style.as_deref().or(self.styles.paragraph());
        let of_style = style.and_then(|style| self.styles.number(style));
        let (id, level) = match (&paragraph.number, of_style) {
            (Some((id, level)), of_style) => {
                let inherited = || of_style.map_or(0, |(_, level)| level);
                let id = if id.is_empty() { of_style.map(|(id, _)| id.to_owned()) } else { Some(id.clone()) };
                (id, if *level == usize::MAX { inherited() } else { *level })
            }
            (None, Some((id, level))) => (Some(id.to_owned()), level),
            (None, None) => return,
        };
        let label = id.and_then(|id| self.numbering.next(&id, level, style));
        if let Some(label) = label.filter(|label| !label.is_empty()) {
            self.flow.push(&label, None);
            self.flow.push(" ", None);
        }
    }
}

/// What is deleted or moved away; among properties the same name marks something else.
fn is_deleted(prefix: &str, local: &str) -> bool {
    matches!(local, "del" | "moveFrom") && prefix != "a" && prefix != "m"
}

/// Instructions of fields, a second form of what is read already, and properties that say nothing of letters.
fn is_skipped(local: &str) -> bool {
    matches!(
        local,
        "delText"
            | "instrText"
            | "delInstrText"
            | "Fallback"
            | "rPrChange"
            | "pPrChange"
            | "sectPr"
            | "tblPr"
            | "trPr"
            | "tcPr"
    )
}
