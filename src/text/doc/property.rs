//! What formatting says of letters: font, hidden or deleted, inside a table, end of a row, list.

use super::bytes::{part, u16_at, u32_at};
use crate::text::legacy::{Hint, of_font};

/// Fields of the file information block.
const STYLES: usize = 0x00A2;
const CHARACTERS: usize = 0x00FA;
const PARAGRAPHS: usize = 0x0102;
const FONTS: usize = 0x0112;
/// Formatted pages are of this size; their last byte counts their runs.
const PAGE: usize = 512;

/// Codes of properties.
const FONT: u16 = 0x4A4F;
const DELETED: u16 = 0x0800;
const HIDDEN: u16 = 0x083C;
const IN_TABLE: u16 = 0x2416;
const ROW_END: u16 = 0x2417;
const LIST_LEVEL: u16 = 0x260A;
const LIST: u16 = 0x460B;

/// Longest chain of styles that build on each other.
const LONGEST: usize = 32;

/// How letters look, and from which byte to which they look so.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Look {
    pub(super) hint: Option<Hint>,
    pub(super) hidden: bool,
    from: u32,
    to: u32,
}

impl Look {
    /// True if the letter at a byte looks so.
    pub(super) fn holds(&self, at: usize) -> bool {
        (self.from as usize..self.to as usize).contains(&at)
    }

    /// How many bytes look so from this one on.
    pub(super) fn bytes_from(&self, at: usize) -> usize {
        (self.to as usize).saturating_sub(at)
    }
}

#[derive(Clone, Copy, Debug)]
struct Run {
    start: u32,
    end: u32,
    font: Option<u16>,
    hidden: bool,
}

#[derive(Clone, Copy, Debug)]
struct Paragraph {
    start: u32,
    end: u32,
    style: u16,
    in_table: bool,
    row_end: bool,
    place: Place,
}

/// The list of a paragraph (0 for none) and its level there, where they are told.
#[derive(Clone, Copy, Debug, Default)]
struct Place {
    list: Option<u16>,
    level: Option<u8>,
}

impl Place {
    fn see(&mut self, code: u16, value: &[u8]) {
        match code {
            LIST => self.list = u16_at(value, 0),
            LIST_LEVEL => self.level = value.first().copied(),
            _ => {}
        }
    }
}

#[derive(Clone, Copy, Debug, Default)]
struct Style {
    base: u16,
    font: Option<u16>,
    place: Place,
}

/// Formatting by byte of the main stream.
#[derive(Debug, Default)]
pub(super) struct Properties {
    runs: Vec<Run>,
    paragraphs: Vec<Paragraph>,
    styles: Vec<Style>,
    /// What each font says of its letters.
    fonts: Vec<Option<Hint>>,
}

impl Properties {
    /// Reads what there is; what is broken says nothing.
    pub(super) fn read(main: &[u8], table: &[u8]) -> Self {
        let mut properties = Self {
            fonts: fonts(part(main, table, FONTS).unwrap_or_default()).iter().map(|name| of_font(name)).collect(),
            styles: styles(part(main, table, STYLES).unwrap_or_default()),
            ..Self::default()
        };
        for page in pages(main, table, CHARACTERS) {
            properties.runs.extend(page_runs(page));
        }
        for page in pages(main, table, PARAGRAPHS) {
            properties.paragraphs.extend(page_paragraphs(page));
        }
        properties.runs.sort_by_key(|run| run.start);
        properties.paragraphs.sort_by_key(|paragraph| paragraph.start);
        properties
    }

    pub(super) fn in_table(&self, at: usize) -> bool {
        self.paragraph(at).is_some_and(|paragraph| paragraph.in_table || paragraph.row_end)
    }

    pub(super) fn ends_row(&self, at: usize) -> bool {
        self.paragraph(at).is_some_and(|paragraph| paragraph.row_end)
    }

    /// The list that the paragraph of a byte counts on in, and the level: its own, else its style's.
    pub(super) fn list(&self, at: usize) -> Option<(u16, usize)> {
        let paragraph = self.paragraph(at)?;
        let list = paragraph.place.list.or_else(|| self.of_style(paragraph.style, |style| style.place.list))?;
        let level = paragraph.place.level.or_else(|| self.of_style(paragraph.style, |style| style.place.level));
        // Beyond these stand paragraphs that a list has let go.
        (1..0x07FF).contains(&list).then_some((list, usize::from(level.unwrap_or(0))))
    }

    /// The look of the letter at a byte: its run's, else its style's.
    pub(super) fn look(&self, at: usize) -> Look {
        let at = u32::try_from(at).unwrap_or(u32::MAX);
        let after = self.runs.partition_point(|run| run.start <= at);
        let (run, from, to) = around(&self.runs, after, at, |run| (run.start, run.end));
        let after = self.paragraphs.partition_point(|paragraph| paragraph.start <= at);
        let (paragraph, first, last) =
            around(&self.paragraphs, after, at, |paragraph| (paragraph.start, paragraph.end));
        let own = run.and_then(|run| run.font);
        let font = own.or_else(|| self.of_style(paragraph.map_or(0, |paragraph| paragraph.style), |style| style.font));
        let hint = font.and_then(|font| self.fonts.get(usize::from(font))).or(self.fonts.first()).copied().flatten();
        Look { hint, hidden: run.is_some_and(|run| run.hidden), from: from.max(first), to: to.min(last) }
    }

    /// What a style says, or one that it builds on.
    fn of_style<T>(&self, style: u16, what: impl Fn(&Style) -> Option<T>) -> Option<T> {
        let first = self.styles.get(usize::from(style));
        std::iter::successors(first, |style| self.styles.get(usize::from(style.base))).take(LONGEST).find_map(what)
    }

    fn paragraph(&self, at: usize) -> Option<&Paragraph> {
        let at = u32::try_from(at).ok()?;
        let after = self.paragraphs.partition_point(|paragraph| paragraph.start <= at);
        self.paragraphs.get(after.checked_sub(1)?).filter(|paragraph| at < paragraph.end)
    }
}

/// The entry that covers a place, if one does, and from where to where nothing changes. `after` counts the entries that
/// begin before the place or at it.
fn around<T>(entries: &[T], after: usize, at: u32, bounds: impl Fn(&T) -> (u32, u32)) -> (Option<&T>, u32, u32) {
    let before = after.checked_sub(1).map(|index| &entries[index]);
    let next = entries.get(after).map_or(u32::MAX, |entry| bounds(entry).0);
    match before {
        Some(entry) if at < bounds(entry).1 => (Some(entry), bounds(entry).0, bounds(entry).1.min(next)),
        Some(entry) => (None, bounds(entry).1, next),
        None => (None, 0, next),
    }
}

/// The formatted pages that a table of them names.
fn pages<'m>(main: &'m [u8], table: &[u8], field: usize) -> Vec<&'m [u8]> {
    let plc = part(main, table, field).unwrap_or_default();
    let count = plc.len().saturating_sub(4) / 8;
    let number = |index| u32_at(plc, 4 * (count + 1) + 4 * index);
    let page = |number: u32| {
        let at = (number & 0x003F_FFFF) as usize * PAGE;
        main.get(at..at + PAGE)
    };
    // A page holds at least one run, so no file needs more pages than it has room for.
    (0..count.min(main.len() / PAGE + 1)).filter_map(number).filter_map(page).collect()
}

/// Start and end of each run of a page, and its number.
fn bounds(page: &[u8]) -> impl Iterator<Item = (usize, u32, u32)> + '_ {
    let count = usize::from(page[PAGE - 1]);
    (0..count).filter_map(move |index| {
        let (start, end) = (u32_at(page, 4 * index)?, u32_at(page, 4 * index + 4)?);
        (start < end).then_some((index, start, end))
    })
}

fn page_runs(page: &[u8]) -> Vec<Run> {
    let count = usize::from(page[PAGE - 1]);
    let read = |(index, start, end): (usize, u32, u32)| {
        let mut run = Run { start, end, font: None, hidden: false };
        let at = usize::from(*page.get(4 * (count + 1) + index)?) * 2;
        if at > 0 {
            let length = usize::from(*page.get(at)?);
            for (code, value) in codes(page.get(at + 1..(at + 1 + length).min(PAGE))?) {
                match code {
                    FONT => run.font = u16_at(value, 0),
                    DELETED | HIDDEN => run.hidden |= value.first().is_some_and(|value| *value == 1),
                    _ => {}
                }
            }
        }
        Some(run)
    };
    bounds(page).filter_map(read).collect()
}

fn page_paragraphs(page: &[u8]) -> Vec<Paragraph> {
    let count = usize::from(page[PAGE - 1]);
    let read = |(index, start, end): (usize, u32, u32)| {
        let mut paragraph =
            Paragraph { start, end, style: 0, in_table: false, row_end: false, place: Place::default() };
        let at = usize::from(*page.get(4 * (count + 1) + 13 * index)?) * 2;
        if at > 0 {
            let (first, length) = match usize::from(*page.get(at)?) {
                0 => (at + 2, usize::from(*page.get(at + 1)?) * 2),
                words => (at + 1, words * 2 - 1),
            };
            let body = page.get(first..(first + length).min(PAGE))?;
            paragraph.style = u16_at(body, 0)?;
            for (code, value) in codes(body.get(2..)?) {
                match code {
                    IN_TABLE => paragraph.in_table = value.first() == Some(&1),
                    ROW_END => paragraph.row_end = value.first() == Some(&1),
                    _ => paragraph.place.see(code, value),
                }
            }
        }
        Some(paragraph)
    };
    bounds(page).filter_map(read).collect()
}

/// Properties one after the other: a code, which also tells the length, and a value.
fn codes(bytes: &[u8]) -> impl Iterator<Item = (u16, &[u8])> {
    let mut at = 0;
    std::iter::from_fn(move || {
        let code = u16_at(bytes, at)?;
        let first = at + 2;
        let (start, length) = match code >> 13 {
            0 | 1 => (first, 1),
            2 | 4 | 5 => (first, 2),
            3 => (first, 4),
            7 => (first, 3),
            _ if code == 0xD608 => (first + 2, usize::from(u16_at(bytes, first)?).saturating_sub(1)),
            _ => (first + 1, usize::from(*bytes.get(first)?)),
        };
        at = start + length;
        Some((code, bytes.get(start..at)?))
    })
}

/// Names of the fonts, by number.
fn fonts(table: &[u8]) -> Vec<String> {
    let count = usize::from(u16_at(table, 0).unwrap_or(0));
    let (mut names, mut at) = (Vec::new(), 4);
    for _ in 0..count {
        let Some(length) = table.get(at).map(|length| usize::from(*length)) else { break };
        let entry = table.get(at + 1..(at + 1 + length).min(table.len())).unwrap_or_default();
        // Forty bytes say how the font looks; its name ends with a zero.
        let units =
            entry.get(39..).unwrap_or_default().chunks_exact(2).map(|pair| u16::from_le_bytes([pair[0], pair[1]]));
        names.push(char::decode_utf16(units.take_while(|unit| *unit != 0)).flatten().collect());
        at += 1 + length;
    }
    names
}

/// The font of each style, and what the style builds on.
fn styles(sheet: &[u8]) -> Vec<Style> {
    let header = usize::from(u16_at(sheet, 0).unwrap_or(0));
    let count = usize::from(u16_at(sheet, 2).unwrap_or(0));
    let fixed = usize::from(u16_at(sheet, 4).unwrap_or(0));
    let default = u16_at(sheet, 14);
    let (mut styles, mut at) = (Vec::new(), 2 + header);
    for _ in 0..count {
        let Some(length) = u16_at(sheet, at).map(usize::from) else { break };
        let body = sheet.get(at + 2..(at + 2 + length).min(sheet.len())).unwrap_or_default();
        styles.push(style(body, fixed).unwrap_or(Style { base: u16::MAX, font: default, place: Place::default() }));
        at += 2 + length;
    }
    // What no style says, the document's default says.
    for style in &mut styles {
        if style.base >= 0x0FFF && style.font.is_none() {
            style.font = default;
        }
    }
    styles
}

fn style(body: &[u8], fixed: usize) -> Option<Style> {
    let kind = u16_at(body, 2)? & 0x000F;
    let base = u16_at(body, 2)? >> 4;
    let parts = u16_at(body, 4)? & 0x000F;
    let mut style = Style { base, ..Style::default() };
    let name = usize::from(u16_at(body, fixed)?);
    let mut at = fixed + 2 + 2 * name + 2;
    for index in 0..parts {
        at += at % 2;
        let length = usize::from(u16_at(body, at)?);
        let part = body.get(at + 2..at + 2 + length)?;
        // A paragraph's style has its own properties first, behind its number, then those of letters.
        if kind == 1 && index == 0 {
            codes(part.get(2..).unwrap_or_default()).for_each(|(code, value)| style.place.see(code, value));
        }
        if kind == 2 || (kind == 1 && index == 1) {
            let font = codes(part).filter(|(code, _)| *code == FONT).last();
            style.font = font.and_then(|(_, value)| u16_at(value, 0));
        }
        at += 2 + length;
    }
    Some(style)
}
