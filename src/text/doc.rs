//! Word 97 to 2003: body, notes, headers and footers, text boxes, by way of the piece table.
//!
//! Tables are read cell by cell; fonts of old encodings are followed down to each run and style, because most papers of
//! these years are in .VnTime. Tracked changes are read as accepted, hidden text is left out. Left out: labels of
//! automatic numbering, comments, pictures, embedded objects, Word 95 and older. Every offset of the file is checked.
//! Source: [MS-DOC], the published description of the format.

mod bytes;
mod property;

use super::content::encrypted;
use super::flow::{Aside, Flow};
use super::package::damaged;
use super::{Decoded, Problem};
use crate::source::Limits;
use bytes::{u16_at, u32_at};
use property::{Look, Properties};
use std::io::{Cursor, Read};

/// Fields of the file information block: (offset, length) of a part of the table stream.
const CLX: usize = 0x01A2;
const HEADERS: usize = 0x00F2;

/// The text of a doc file.
pub(super) fn decode(bytes: &[u8], limits: &Limits) -> Result<Decoded, Problem> {
    let mut file = cfb::CompoundFile::open(Cursor::new(bytes)).map_err(|error| damaged(&error.to_string()))?;
    let main = stream(&mut file, "WordDocument", limits)?;
    let flags = u16_at(&main, 0x0A).ok_or_else(|| damaged("it has no file information block"))?;
    if u16_at(&main, 0) != Some(0xA5EC) || u16_at(&main, 2).is_some_and(|version| version < 0x00C1) {
        let message = "the document is of Word 95 or older";
        return Err(Problem::new("not-text", message, "open it in Word or LibreOffice and save it as .docx"));
    }
    if flags & 0x0100 != 0 {
        return Err(encrypted("the document is encrypted with a password"));
    }
    let table = stream(&mut file, if flags & 0x0200 == 0 { "0Table" } else { "1Table" }, limits)?;
    let pieces = pieces(&main, &table)?;
    let properties = Properties::read(&main, &table);
    let mut reader = Reader {
        main: &main,
        pieces,
        properties,
        flow: Flow::new(limits.text),
        look: Look::default(),
        fields: Vec::new(),
        cell: false,
    };
    reader.read_parts(&table);
    Ok(reader.flow.finish())
}

fn stream(file: &mut cfb::CompoundFile<Cursor<&[u8]>>, name: &str, limits: &Limits) -> Result<Vec<u8>, Problem> {
    let stream = file.open_stream(name).map_err(|_| damaged(&format!("it has no stream {name}")))?;
    let mut bytes = Vec::new();
    // A stream that breaks off is read as far as it goes.
    let _ = stream.take(limits.unpacked).read_to_end(&mut bytes);
    Ok(bytes)
}

/// Characters that stand one after the other in the file.
#[derive(Clone, Copy, Debug)]
struct Piece {
    /// First character of the text, and one past the last.
    start: u32,
    end: u32,
    /// First byte of the main stream.
    at: u32,
    /// One byte a character, else two.
    narrow: bool,
}

/// The piece table: which characters stand where.
fn pieces(main: &[u8], table: &[u8]) -> Result<Vec<Piece>, Problem> {
    let broken = || damaged("its piece table is broken");
    let clx = bytes::part(main, table, CLX).ok_or_else(broken)?;
    let mut at = 0;
    // Property modifiers stand before it.
    while clx.get(at) == Some(&1) {
        at += 3 + usize::from(u16_at(clx, at + 1).ok_or_else(broken)?);
    }
    if clx.get(at) != Some(&2) {
        return Err(broken());
    }
    let length = u32_at(clx, at + 1).ok_or_else(broken)? as usize;
    let plc = clx.get(at + 5..(at + 5).saturating_add(length).min(clx.len())).ok_or_else(broken)?;
    let count = plc.len().saturating_sub(4) / 12;
    let mut pieces = Vec::with_capacity(count);
    for index in 0..count {
        let (start, end) = (u32_at(plc, 4 * index), u32_at(plc, 4 * index + 4));
        let fc = u32_at(plc, 4 * (count + 1) + 8 * index + 2);
        let (Some(start), Some(end), Some(fc)) = (start, end, fc) else { break };
        let narrow = fc & 0x4000_0000 != 0;
        let at = if narrow { (fc & 0x3FFF_FFFF) / 2 } else { fc & 0x3FFF_FFFF };
        if start < end {
            pieces.push(Piece { start, end, at, narrow });
        }
    }
    if pieces.is_empty() { Err(broken()) } else { Ok(pieces) }
}

struct Reader<'b> {
    main: &'b [u8],
    pieces: Vec<Piece>,
    properties: Properties,
    flow: Flow,
    /// How the letters that are being read look.
    look: Look,
    /// Open fields, and whether each is still in its instructions.
    fields: Vec<bool>,
    cell: bool,
}

impl Reader<'_> {
    fn read_parts(&mut self, table: &[u8]) {
        // Lengths of the parts, in characters: body, notes, headers, macros, comments, endnotes, boxes, boxes of headers.
        let lengths: Vec<u32> = (0..8).map(|index| u32_at(self.main, 0x4C + 4 * index).unwrap_or(0)).collect();
        let mut starts = vec![0_u32];
        for length in &lengths {
            let last = starts[starts.len() - 1];
            starts.push(last.saturating_add(*length));
        }
        self.range(starts[0], starts[1]);
        self.flow.close_paragraph();
        for (part, aside) in [(1, Aside::Note), (5, Aside::Note), (6, Aside::Box), (7, Aside::Box)] {
            if starts[part] < starts[part + 1] {
                self.aside(aside, starts[part], starts[part + 1]);
            }
        }
        self.flow.close_paragraph();
        for (index, (start, end)) in header_stories(self.main, table).into_iter().enumerate() {
            // Separators of notes stand first, then for each section: headers of even and odd pages, footers of both,
            // header and footer of the first page.
            let aside = match index.checked_sub(6).map(|index| index % 6) {
                Some(0 | 1 | 4) => Aside::Header,
                Some(_) => Aside::Footer,
                None => continue,
            };
            let (from, to) = (starts[2].saturating_add(start), starts[2].saturating_add(end).min(starts[3]));
            if from < to {
                self.aside(aside, from, to);
            }
        }
    }

    fn aside(&mut self, aside: Aside, from: u32, to: u32) {
        self.flow.begin_aside(aside);
        (self.fields, self.cell) = (Vec::new(), false);
        self.range(from, to);
        self.flow.end_aside();
    }

    /// Writes the characters from one to another, piece by piece.
    fn range(&mut self, from: u32, to: u32) {
        for index in 0..self.pieces.len() {
            let piece = self.pieces[index];
            let (start, end) = (piece.start.max(from), piece.end.min(to));
            if start >= end || self.flow.is_full() {
                continue;
            }
            let width = if piece.narrow { 1 } else { 2 };
            let mut high = None;
            for cp in start..end {
                let at = piece.at as usize + (cp - piece.start) as usize * width;
                let unit = if piece.narrow { self.main.get(at).map(|&b| u16::from(b)) } else { u16_at(self.main, at) };
                let Some(unit) = unit else { break };
                self.unit(unit, piece.narrow, at, &mut high);
            }
        }
    }

    fn unit(&mut self, unit: u16, narrow: bool, at: usize, high: &mut Option<u16>) {
        match unit {
            0x13 => self.fields.push(true),
            0x14 => {
                if let Some(instructions) = self.fields.last_mut() {
                    *instructions = false;
                }
            }
            0x15 => {
                self.fields.pop();
            }
            _ if self.fields.contains(&true) => {}
            0x07 => self.end_cell(at),
            0x0D | 0x0C => {
                if self.properties.in_table(at) {
                    self.open_cell();
                } else if self.flow.in_table() {
                    self.flow.end_table();
                    self.cell = false;
                }
                self.flow.end_paragraph();
            }
            0x0B => self.write("\n", at),
            0x09 => self.write("\t", at),
            0x1E => self.write("-", at),
            0x00..0x20 => {}
            0xD800..0xDC00 => *high = Some(unit),
            _ => {
                let c = match high.take() {
                    Some(first) => char::decode_utf16([first, unit]).next().and_then(Result::ok),
                    // Symbol fonts stand in a private range; the byte is what counts for old encodings.
                    None if (0xF020..0xF100).contains(&unit) => char::from_u32(u32::from(unit) - 0xF000),
                    None if narrow => Some(narrow_character(unit)),
                    None => char::from_u32(u32::from(unit)),
                };
                if let Some(c) = c {
                    self.write(c.encode_utf8(&mut [0; 4]), at);
                }
            }
        }
    }

    fn write(&mut self, words: &str, at: usize) {
        if !self.look.holds(at) {
            self.look = self.properties.look(at);
        }
        if self.look.hidden {
            return;
        }
        if !self.flow.has_words() {
            if self.properties.in_table(at) {
                self.open_cell();
            } else if self.flow.in_table() {
                self.flow.end_table();
                self.cell = false;
            }
        }
        self.flow.push(words, self.look.hint);
    }

    fn open_cell(&mut self) {
        if !self.flow.in_table() {
            self.flow.begin_table();
            self.cell = false;
        }
        if !self.cell {
            self.flow.begin_cell();
            self.cell = true;
        }
    }

    fn end_cell(&mut self, at: usize) {
        if self.properties.ends_row(at) {
            self.flow.end_row();
        } else {
            self.open_cell();
            self.flow.end_cell();
        }
        self.cell = false;
    }
}

/// Where each header and footer begins and ends, counted from the first character of them all.
fn header_stories(main: &[u8], table: &[u8]) -> Vec<(u32, u32)> {
    let Some(plc) = bytes::part(main, table, HEADERS) else { return Vec::new() };
    let starts: Vec<u32> = (0..plc.len() / 4).filter_map(|index| u32_at(plc, 4 * index)).collect();
    // The last entry is no story.
    starts.windows(2).take(starts.len().saturating_sub(2)).map(|pair| (pair[0], pair[1])).collect()
}

/// One-byte characters are of windows-1252.
fn narrow_character(unit: u16) -> char {
    let byte = [unit as u8];
    encoding_rs::WINDOWS_1252.decode_without_bom_handling(&byte).0.chars().next().unwrap_or(' ')
}
