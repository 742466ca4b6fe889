//! Rich Text Format: the body in reading order, tables, notes, text boxes, headers and footers.
//!
//! Letters are Unicode (\u), or bytes of the code page of their font; a font of an old encoding says which (.VnTime).
//! Tracked changes are read as accepted. Left out: comments, hidden text, pictures, embedded objects, style sheets.

mod token;

use super::flow::{Aside, Flow};
use super::legacy::{self, Hint};
use super::{Decoded, Problem};
use crate::source::Limits;
use encoding_rs::Encoding as Page;
use std::cell::OnceCell;
use std::collections::BTreeMap;
use token::{Token, Tokens};

/// The text of an RTF file.
pub(super) fn decode(bytes: &[u8], limits: &Limits) -> Result<Decoded, Problem> {
    let mut reader = Reader::new(Flow::new(limits.text));
    let mut tokens = Tokens::new(bytes);
    let mut whole = false;
    while let Some(token) = tokens.next() {
        if reader.flow.is_full() {
            whole = true;
            break;
        }
        reader.see(token, &mut tokens);
        if reader.stack.is_empty() {
            whole = true;
            break;
        }
    }
    reader.flush();
    let mut decoded = reader.flow.finish();
    if !whole {
        let message = "the file is damaged: it ends inside a group; what stands before is read";
        decoded.notes.push(Problem::new("damaged", message, "fetch it again, or open it in its program and save it"));
    }
    Ok(decoded)
}

/// What holds inside a group and ends with it.
#[derive(Clone, Copy)]
struct State {
    font: i32,
    /// Letters here are not text.
    skip: bool,
    /// Letters are the name of a font.
    in_fonts: bool,
    hidden: bool,
    deleted: bool,
    /// Characters that follow a \u and stand for it in old programs.
    fallback: usize,
    /// It holds the same words twice: for programs without Unicode, and in a group of their own with it.
    twice: bool,
    /// It holds a note, a header or a box; whether a table and a cell were open where it stands.
    aside: Option<(bool, bool)>,
}

#[derive(Default)]
struct Font {
    name: String,
    page: Option<&'static Page>,
    /// What its name says; asked for when the name is whole.
    hint: OnceCell<Option<Hint>>,
}

struct Reader {
    flow: Flow,
    stack: Vec<State>,
    fonts: BTreeMap<i32, Font>,
    page: &'static Page,
    default_font: i32,
    /// Bytes of the code page that wait to be read together.
    bytes: Vec<u8>,
    high: Option<u16>,
    /// Characters still to be passed over after a \u.
    passing: usize,
    /// A group has just begun; \* may follow.
    fresh: bool,
    optional: bool,
    in_table: bool,
    cell_open: bool,
}

impl Reader {
    fn new(flow: Flow) -> Self {
        Self {
            flow,
            stack: Vec::new(),
            fonts: BTreeMap::new(),
            page: encoding_rs::WINDOWS_1252,
            default_font: 0,
            bytes: Vec::new(),
            high: None,
            passing: 0,
            fresh: false,
            optional: false,
            in_table: false,
            cell_open: false,
        }
    }

    fn see(&mut self, token: Token<'_>, tokens: &mut Tokens<'_>) {
        match token {
            Token::Open => {
                self.flush();
                let state = self.stack.last().copied().unwrap_or(State {
                    font: i32::MIN,
                    skip: false,
                    in_fonts: false,
                    hidden: false,
                    deleted: false,
                    fallback: 1,
                    twice: false,
                    aside: None,
                });
                self.stack.push(State { aside: None, twice: false, skip: state.skip || state.twice, ..state });
                (self.fresh, self.optional, self.passing) = (true, false, 0);
                return;
            }
            Token::Close => {
                self.flush();
                if let Some(around) = self.stack.pop().and_then(|state| state.aside) {
                    self.flow.end_aside();
                    (self.in_table, self.cell_open) = around;
                }
                self.passing = 0;
            }
            Token::Star if self.fresh => {
                self.optional = true;
                return;
            }
            Token::Star => {}
            Token::Byte(byte) => self.text(&[byte]),
            Token::Text(bytes) => self.text(bytes),
            Token::Word(b"u", number) => self.unicode(number.unwrap_or(0)),
            Token::Word(b"bin", number) => tokens.pass(usize::try_from(number.unwrap_or(0)).unwrap_or(0)),
            Token::Word(word, number) => {
                if self.passing > 0 && !self.fresh {
                    self.passing -= 1;
                } else {
                    self.flush();
                    self.word(word, number);
                }
            }
        }
        self.fresh = false;
    }

    fn word(&mut self, word: &[u8], number: Option<i32>) {
        if self.fresh && self.destination(word) {
            return;
        }
        let Some(state) = self.stack.last_mut() else { return };
        match word {
            b"ansicpg" => self.page = page(number.unwrap_or(0)).unwrap_or(self.page),
            b"deff" => self.default_font = number.unwrap_or(0),
            b"f" => {
                state.font = number.unwrap_or(0);
                if state.in_fonts {
                    self.fonts.insert(state.font, Font::default());
                }
            }
            b"fcharset" if state.in_fonts => {
                if let Some(font) = self.fonts.get_mut(&state.font) {
                    font.page = charset(number.unwrap_or(0));
                }
            }
            b"plain" => (state.font, state.hidden, state.deleted) = (i32::MIN, false, false),
            b"v" => state.hidden = number != Some(0),
            b"deleted" => state.deleted = number != Some(0),
            b"uc" => state.fallback = usize::try_from(number.unwrap_or(1)).unwrap_or(1).min(16),
            _ if state.skip => {}
            b"par" | b"sect" => {
                self.in_cell();
                self.flow.end_paragraph();
            }
            b"page" | b"column" => self.flow.close_paragraph(),
            b"line" | b"softline" | b"lbr" => self.push("\n"),
            b"tab" => self.push("\t"),
            b"intbl" => self.in_table = true,
            b"pard" => self.in_table = false,
            b"cell" => {
                self.in_table = true;
                self.in_cell();
                self.flow.end_cell();
                self.cell_open = false;
            }
            b"nestcell" | b"nestrow" => self.flow.close_paragraph(),
            b"row" => {
                self.flow.end_row();
                self.cell_open = false;
            }
            _ => {
                if let Some(c) = sign(word) {
                    self.push(c);
                }
            }
        }
    }

    /// Takes the first word of a group as the name of what the group holds.
    fn destination(&mut self, word: &[u8]) -> bool {
        let optional = std::mem::take(&mut self.optional);
        let around = self.stack.iter().rev().nth(1).copied();
        let Some(state) = self.stack.last_mut() else { return false };
        if word == b"ud" && around.is_some_and(|around| around.twice && !around.skip) {
            state.skip = false;
        }
        if state.skip {
            return false;
        }
        let aside = match word {
            b"header" | b"headerl" | b"headerr" | b"headerf" => Some(Aside::Header),
            b"footer" | b"footerl" | b"footerr" | b"footerf" => Some(Aside::Footer),
            b"footnote" => Some(Aside::Note),
            b"shptxt" => Some(Aside::Box),
            _ => None,
        };
        if let Some(aside) = aside {
            state.aside = Some((self.in_table, self.cell_open));
            (self.in_table, self.cell_open) = (false, false);
            self.flow.begin_aside(aside);
            return true;
        }
        match word {
            b"fonttbl" => (state.skip, state.in_fonts) = (true, true),
            b"stylesheet" | b"colortbl" | b"info" | b"pict" | b"object" | b"nonshppict" | b"shprslt" | b"fldinst"
            | b"sp" | b"annotation" | b"atnid" | b"atnauthor" | b"revtbl" | b"filetbl" | b"listtable"
            | b"listoverridetable" | b"xe" | b"tc" => {
                state.skip = true;
            }
            b"upr" => state.twice = true,
            // Programs that know \* words read them; of these some hold text.
            b"shpinst" | b"ud" | b"nesttableprops" | b"shptxt" => {}
            _ if optional => state.skip = true,
            _ => return false,
        }
        true
    }

    fn text(&mut self, bytes: &[u8]) {
        let passed = self.passing.min(bytes.len());
        self.passing -= passed;
        let bytes = &bytes[passed..];
        let Some(state) = self.stack.last() else { return };
        if state.in_fonts {
            if let Some(font) = self.fonts.get_mut(&state.font) {
                font.name.extend(bytes.iter().filter(|byte| **byte != b';').map(|&byte| char::from(byte)));
            }
        } else if !(state.skip || state.hidden || state.deleted) {
            self.bytes.extend_from_slice(bytes);
        }
    }

    fn unicode(&mut self, number: i32) {
        self.flush();
        let Some(state) = self.stack.last() else { return };
        self.passing = state.fallback;
        let unit = number as u16;
        let c = match (self.high.take(), unit) {
            (_, 0xD800..0xDC00) => {
                self.high = Some(unit);
                return;
            }
            (Some(high), 0xDC00..0xE000) => char::decode_utf16([high, unit]).next().and_then(Result::ok),
            // Symbol fonts stand in a private range; the byte is what counts for old encodings.
            (_, 0xF020..0xF100) => char::from_u32(u32::from(unit) - 0xF000),
            _ => char::from_u32(u32::from(unit)),
        };
        if let Some(c) = c.filter(|c| *c != '\0') {
            self.push(c.encode_utf8(&mut [0; 4]));
        }
    }

    /// Reads the bytes that wait, in the code page of their font.
    fn flush(&mut self) {
        if self.bytes.is_empty() {
            return;
        }
        let mut bytes = std::mem::take(&mut self.bytes);
        let font = self.font();
        let page = font.and_then(|font| font.page).unwrap_or(self.page);
        let page = if self.hint().is_some() { encoding_rs::WINDOWS_1252 } else { page };
        self.push(&page.decode_without_bom_handling(&bytes).0);
        bytes.clear();
        self.bytes = bytes;
    }

    fn push(&mut self, words: &str) {
        let Some(state) = self.stack.last() else { return };
        if state.skip || state.hidden || state.deleted {
            return;
        }
        self.in_cell();
        let hint = self.hint();
        self.flow.push(words, hint);
    }

    /// Opens or leaves a table as the paragraph says.
    fn in_cell(&mut self) {
        if self.in_table && !self.flow.in_table() {
            self.flow.begin_table();
            self.cell_open = false;
        }
        if self.in_table && !self.cell_open {
            self.flow.begin_cell();
            self.cell_open = true;
        }
        if !self.in_table && self.flow.in_table() {
            self.flow.end_table();
            self.cell_open = false;
        }
    }

    fn font(&self) -> Option<&Font> {
        let chosen = self.stack.last().map(|state| state.font).filter(|font| *font != i32::MIN);
        self.fonts.get(&chosen.unwrap_or(self.default_font))
    }

    fn hint(&self) -> Option<Hint> {
        let font = self.font()?;
        *font.hint.get_or_init(|| legacy::of_font(&font.name))
    }
}

fn sign(word: &[u8]) -> Option<&'static str> {
    Some(match word {
        b"emdash" => "—",
        b"endash" => "–",
        b"lquote" => "‘",
        b"rquote" => "’",
        b"ldblquote" => "“",
        b"rdblquote" => "”",
        b"bullet" => "•",
        b"~" => "\u{A0}",
        b"_" => "-",
        b"emspace" | b"enspace" | b"qmspace" => " ",
        b"\\" => "\\",
        b"{" => "{",
        b"}" => "}",
        _ => return None,
    })
}

/// A code page of Windows by its number.
fn page(number: i32) -> Option<&'static Page> {
    match number {
        65001 => Some(encoding_rs::UTF_8),
        932 => Some(encoding_rs::SHIFT_JIS),
        936 => Some(encoding_rs::GBK),
        949 => Some(encoding_rs::EUC_KR),
        950 => Some(encoding_rs::BIG5),
        number => Page::for_label(format!("windows-{number}").as_bytes()),
    }
}

/// The code page of a font's character set.
fn charset(number: i32) -> Option<&'static Page> {
    page(match number {
        0 => 1252,
        128 => 932,
        129 => 949,
        134 => 936,
        136 => 950,
        161 => 1253,
        162 => 1254,
        163 => 1258,
        177 => 1255,
        178 => 1256,
        186 => 1257,
        204 => 1251,
        222 => 874,
        238 => 1250,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(rtf: &str) -> Decoded {
        decode(rtf.as_bytes(), &Limits::default()).expect("readable")
    }

    #[test]
    fn unicode_code_pages_and_fonts_of_old_encodings_are_read() {
        let rtf = r"{\rtf1\ansi\ansicpg1252\deff0{\fonttbl{\f0 Arial;}{\f1\fcharset0 .VnTime;}{\f2\fcharset163 Times;}}
\f0 S\u7889?: 5\par {\f1 Ngh\'de \'ae\'denh}\par {\f2 qu\'f4\'ecc}\par \u-10179?\u-9201? x}";
        assert_eq!(text(rtf).text, "Số: 5\nNghị định\nquô\u{301}c\n\u{1F40F} x\n");
    }

    #[test]
    fn tables_notes_and_what_is_not_text() {
        let rtf = r"{\rtf1{\stylesheet{\s1 heading;}}{\*\generator X;}{\header\pard Dự\par}\trowd\pard\intbl A\par B\cell C\cell\row\pard sau{\footnote\pard ghi ch\par}{\v kín}{\deleted bỏ}\par}"
            .replace("Dự", r"D\u7921?").replace("kín", "k").replace("bỏ", "b");
        assert_eq!(text(&rtf).text, "Dự\nA\nB\nC\nsau\nghi ch\n");
    }

    #[test]
    fn of_words_written_twice_those_in_unicode_are_read() {
        let rtf = r"{\rtf1 a {\upr{ke ho?ch {\i 1}}{\*\ud{k\u7871? ho\u7841?ch {\i 1}}}} b\par {\stylesheet{\upr{x}{\*\ud{y}}}}}";
        assert_eq!(text(rtf).text, "a kế hoạch 1 b\n");
    }

    #[test]
    fn a_file_that_breaks_off_is_read_so_far() {
        let decoded = text(r"{\rtf1 S\u7889?: 5\par {\i Ngh");
        assert_eq!((decoded.text.as_str(), decoded.notes[0].code), ("Số: 5\nNgh\n", "damaged"));
    }
}
