//! Word 97 to 2003: body, notes, headers and footers, text boxes, by way of the piece table.
//!
//! Tables are read cell by cell; fonts of old encodings are followed down to each run and style, because most papers of
//! these years are in .VnTime. Tracked changes are read as accepted, hidden text is left out. Labels of automatic
//! numbering are made as Word shows them. Left out: comments, pictures, embedded objects, Word 95 and older. Every offset
//! of the file is checked.
//! Source: [MS-DOC], the published description of the format.

mod bytes;
mod numbering;
mod property;

use super::content::encrypted;
use super::flow::{Aside, Flow};
use super::label::Numbering;
use super::package::damaged;
use super::{Decoded, Problem};
use crate::source::Limits;
use bytes::{u16_at, u32_at};
use property::{Look, Properties};
use std::io::{Cursor, Read};

/// Fields of the file information block: (offset, length) of a part of the table stream.
const CLX: usize = 0x01A2;
const HEADERS: usize = 0x00F2;

/// Bytes of a stream that are copied at once: the whole of it would be held twice.
const READ_AT_ONCE: usize = 16 << 10;

/// The text of a doc file.
pub(super) fn decode(bytes: &[u8], limits: &Limits) -> Result<Decoded, Problem> {
    let options = cfb::OpenOptions::new().max_buffer_size(READ_AT_ONCE);
    let mut file: File<'_> = options.open_with(Cursor::new(bytes)).map_err(|error| damaged(&error.to_string()))?;
    let main = stream(&mut file, bytes.len(), "WordDocument", limits)?;
    let flags = u16_at(&main, 0x0A).ok_or_else(|| damaged("it has no file information block"))?;
    if u16_at(&main, 0) != Some(0xA5EC) || u16_at(&main, 2).is_some_and(|version| version < 0x00C1) {
        let message = "the document is of Word 95 or older";
        return Err(Problem::new("not-text", message, "open it in Word or LibreOffice and save it as .docx"));
    }
    if flags & 0x0100 != 0 {
        return Err(encrypted("the document is encrypted with a password"));
    }
    let table = stream(&mut file, bytes.len(), if flags & 0x0200 == 0 { "0Table" } else { "1Table" }, limits)?;
    let pieces = pieces(&main, &table)?;
    let properties = Properties::read(&main, &table);
    let mut reader = Reader {
        main: &main,
        pieces,
        properties,
        numbering: numbering::read(&main, &table),
        flow: Flow::new(limits.text),
        look: Look::default(),
        letters: String::new(),
        first: 0,
        high: None,
        fields: Vec::new(),
        instructions: false,
        cell: false,
        labelled: false,
        passed: false,
    };
    reader.read_parts(&table);
    Ok(reader.flow.finish())
}

type File<'b> = cfb::CompoundFile<Cursor<&'b [u8]>>;

/// A stream of a file of so many bytes.
fn stream(file: &mut File<'_>, size: usize, name: &str, limits: &Limits) -> Result<Vec<u8>, Problem> {
    let stream = file.open_stream(name).map_err(|_| damaged(&format!("it has no stream {name}")))?;
    // What its length is said to be may not be true.
    let length = usize::try_from(stream.len()).unwrap_or(0).min(size);
    let mut bytes = Vec::with_capacity(length);
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
    /// Letters of one look that are not in the flow yet, and the byte of the first.
    letters: String,
    first: usize,
    /// The first half of a character of two units.
    high: Option<u16>,
    /// Open fields, and whether each is still in its instructions.
    fields: Vec<bool>,
    /// One of them is.
    instructions: bool,
    cell: bool,
    numbering: Numbering,
    /// The open paragraph has got its label, if it has one.
    labelled: bool,
    /// Hidden letters of the open paragraph were passed over.
    passed: bool,
}

/// Letters that wait at most, in bytes: a text is cut where it is as long as it may be, not a paragraph later.
const WAITING: usize = 4096;

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
        (self.fields, self.instructions, self.cell) = (Vec::new(), false, false);
        (self.labelled, self.passed) = (false, false);
        self.range(from, to);
        self.flow.end_aside();
    }

    /// Writes the characters from one to another, piece by piece.
    fn range(&mut self, from: u32, to: u32) {
        let main = self.main;
        for index in 0..self.pieces.len() {
            let piece = self.pieces[index];
            let (start, end) = (piece.start.max(from), piece.end.min(to));
            if start >= end || self.flow.is_full() {
                continue;
            }
            let width = if piece.narrow { 1 } else { 2 };
            let byte = |cp: u32| (piece.at as usize).saturating_add((cp - piece.start) as usize * width);
            let (first, last) = (byte(start), byte(end).min(main.len()));
            let bytes = main.get(first..last).unwrap_or_default();
            self.high = None;
            let mut at = 0;
            while let Some(&unit) = bytes.get(at) {
                let unit = match bytes.get(at + 1) {
                    _ if piece.narrow => u16::from(unit),
                    Some(&high) => u16::from_le_bytes([unit, high]),
                    None => break,
                };
                at += match self.letters_from(&bytes[at..], piece.narrow, first + at) {
                    0 => {
                        self.unit(unit, piece.narrow, first + at);
                        width
                    }
                    taken => taken,
                };
            }
            self.write();
        }
    }

    /// Takes the letters at the head of these bytes that stand for themselves and look alike; gives how many bytes they are.
    fn letters_from(&mut self, bytes: &[u8], narrow: bool, at: usize) -> usize {
        let bytes = &bytes[..WAITING.min(bytes.len())];
        let plain = if narrow {
            bytes.iter().take_while(|&&byte| byte >= 0x20 && !(0x80..0xA0).contains(&byte)).count()
        } else {
            let units = bytes.chunks_exact(2).map(|unit| u16::from_le_bytes([unit[0], unit[1]]));
            2 * units.take_while(|unit| (0x20..0xD800).contains(unit)).count()
        };
        if plain == 0 || self.instructions || self.high.is_some() {
            return 0;
        }
        self.look_at(at);
        if self.look.hidden {
            return 0;
        }
        if self.letters.is_empty() {
            self.first = at;
        }
        let alike = self.look.bytes_from(at).min(plain).next_multiple_of(if narrow { 1 } else { 2 });
        let letters = &bytes[..alike];
        self.letters.push_str(&if narrow {
            encoding_rs::mem::decode_latin1(letters)
        } else {
            encoding_rs::UTF_16LE.decode_without_bom_handling(letters).0
        });
        if self.letters.len() >= WAITING {
            self.write();
        }
        alike
    }

    /// How the letter at a byte looks is how those behind it do.
    fn look_at(&mut self, at: usize) {
        if !self.look.holds(at) {
            self.write();
            self.look = self.properties.look(at);
        }
    }

    fn unit(&mut self, unit: u16, narrow: bool, at: usize) {
        match unit {
            0x13 => self.field(|fields| fields.push(true)),
            0x14 => self.field(|fields| {
                if let Some(instructions) = fields.last_mut() {
                    *instructions = false;
                }
            }),
            0x15 => self.field(|fields| {
                fields.pop();
            }),
            _ if self.instructions => {}
            0x20.. => self.letter(unit, narrow, at),
            0x07 => self.end_cell(at),
            0x0D | 0x0C => {
                self.write();
                if self.properties.in_table(at) {
                    self.open_cell();
                } else if self.flow.in_table() {
                    self.flow.end_table();
                    self.cell = false;
                }
                self.end_label(at);
                self.flow.end_paragraph();
            }
            0x0B => self.push('\n', at),
            0x09 => self.push('\t', at),
            0x1E => self.push('-', at),
            _ => {}
        }
    }

    fn field(&mut self, change: impl FnOnce(&mut Vec<bool>)) {
        change(&mut self.fields);
        self.instructions = self.fields.contains(&true);
    }

    fn letter(&mut self, unit: u16, narrow: bool, at: usize) {
        if (0xD800..0xDC00).contains(&unit) {
            self.high = Some(unit);
            return;
        }
        let c = match self.high.take() {
            Some(first) => char::decode_utf16([first, unit]).next().and_then(Result::ok),
            // Symbol fonts stand in a private range; the byte is what counts for old encodings.
            None if (0xF020..0xF100).contains(&unit) => char::from_u32(u32::from(unit) - 0xF000),
            None if narrow => Some(narrow_character(unit)),
            None => char::from_u32(u32::from(unit)),
        };
        if let Some(c) = c {
            self.push(c, at);
        }
    }

    fn push(&mut self, c: char, at: usize) {
        self.look_at(at);
        if self.look.hidden {
            self.passed = true;
            return;
        }
        if self.letters.is_empty() {
            self.first = at;
        }
        self.letters.push(c);
        if self.letters.len() >= WAITING {
            self.write();
        }
    }

    /// Writes the letters that wait.
    fn write(&mut self) {
        if self.letters.is_empty() {
            return;
        }
        if !self.flow.has_words() {
            if self.properties.in_table(self.first) {
                self.open_cell();
            } else if self.flow.in_table() {
                self.flow.end_table();
                self.cell = false;
            }
        }
        self.label(self.first);
        self.flow.push(&self.letters, self.look.hint);
        self.letters.clear();
    }

    /// Writes the label of automatic numbering at the head of the paragraph of a byte.
    fn label(&mut self, at: usize) {
        if std::mem::replace(&mut self.labelled, true) {
            return;
        }
        let list = self.properties.list(at);
        let label = list.and_then(|(list, level)| self.numbering.next(&list.to_string(), level, None));
        if let Some(label) = label.filter(|label| !label.is_empty()) {
            // It is set in the letters of its paragraph, unless they cannot be meant.
            let hint = self.properties.look(at).hint;
            self.flow.push(&label, hint);
            self.flow.push(" ", hint);
        }
    }

    /// A paragraph without words has its label too, unless all its words are hidden.
    fn end_label(&mut self, at: usize) {
        if !self.passed {
            self.label(at);
        }
        (self.labelled, self.passed) = (false, false);
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
        self.write();
        if self.properties.ends_row(at) {
            self.flow.end_row();
        } else {
            self.open_cell();
            self.end_label(at);
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

/// One-byte characters are of windows-1252, which is Latin-1 but for 32 signs.
fn narrow_character(unit: u16) -> char {
    let byte = unit as u8;
    match byte {
        0x80..0xA0 => encoding_rs::WINDOWS_1252.decode_without_bom_handling(&[byte]).0.chars().next().unwrap_or(' '),
        _ => char::from(byte),
    }
}
