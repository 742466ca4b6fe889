//! Characters of the pages with their places, as pdf-extract meets them.

use super::table::Drawn;
use pdf_extract::{ColorSpace, MediaBox, OutputDev, OutputError, Path, PathOp, Transform};

/// Most rectangles of a page that are kept; tables have fewer.
const DRAWN: usize = 20_000;

/// A character on a page. Lengths in points: x in the direction of the text, y downwards, from some origin of the page.
#[derive(Clone, Debug)]
pub(in crate::text) struct Glyph {
    pub(super) x: f64,
    pub(super) end: f64,
    pub(super) y: f64,
    pub(super) size: f64,
    pub(super) text: String,
    turn: Turn,
}

/// The direction that text runs in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Turn {
    Right,
    Up,
    Left,
    Down,
}

impl Turn {
    const ALL: [Self; 4] = [Self::Right, Self::Up, Self::Left, Self::Down];

    /// Nothing for text aslant, which is a stamp or a watermark.
    fn of(place: &Transform) -> Option<Self> {
        let (x, y) = (place.m11, place.m12);
        let level = 0.05 * x.hypot(y);
        match (x.abs() <= level, y.abs() <= level) {
            (false, true) => Some(if x > 0.0 { Self::Right } else { Self::Left }),
            (true, false) => Some(if y > 0.0 { Self::Up } else { Self::Down }),
            _ => None,
        }
    }

    /// A place in the direction of the text and downwards from its top.
    fn along(self, x: f64, y: f64) -> (f64, f64) {
        match self {
            Self::Right => (x, -y),
            Self::Up => (y, x),
            Self::Left => (-x, y),
            Self::Down => (-y, -x),
        }
    }
}

impl Glyph {
    /// A word of a picture.
    pub(in crate::text) fn word(x: f64, end: f64, y: f64, size: f64, text: &str) -> Self {
        Self { x, end, y, size, text: text.to_string(), turn: Turn::Right }
    }
}

/// The characters of one page, in the order of the file.
#[derive(Clone, Debug)]
pub(in crate::text) struct Page {
    pub(super) number: u32,
    pub(super) glyphs: Vec<Glyph>,
    /// What the page draws besides letters, in the directions of its text.
    pub(super) drawn: Vec<Drawn>,
}

impl Page {
    /// A page of words.
    pub(in crate::text) fn of(number: u32, glyphs: Vec<Glyph>) -> Self {
        Self { number, glyphs, drawn: Vec::new() }
    }

    /// Keeps what runs in the direction of most of the page: a table may stand across it, and then a running header of the
    /// sheet does not belong to it.
    fn settle(&mut self) {
        let count = |turn: Turn| self.glyphs.iter().filter(|glyph| glyph.turn == turn).count();
        let most = Turn::ALL.into_iter().rev().max_by_key(|&turn| count(turn)).unwrap_or(Turn::Right);
        self.glyphs.retain(|glyph| glyph.turn == most);
        for one in &mut self.drawn {
            let ((left, top), (right, bottom)) = (most.along(one.left, one.top), most.along(one.right, one.bottom));
            *one = Drawn { left, top, right, bottom };
        }
    }

    /// Keeps the rectangles and straight lines of a path.
    fn draw(&mut self, place: &Transform, path: &Path) {
        let put =
            |x: f64, y: f64| (x * place.m11 + y * place.m21 + place.m31, x * place.m12 + y * place.m22 + place.m32);
        let mut last = None;
        for op in &path.ops {
            let (from, to) = match *op {
                PathOp::Rect(x, y, width, height) => (put(x, y), put(x + width, y + height)),
                PathOp::MoveTo(x, y) => {
                    last = Some(put(x, y));
                    continue;
                }
                PathOp::LineTo(x, y) => {
                    let to = put(x, y);
                    let Some(from) = last.replace(to) else { continue };
                    (from, to)
                }
                _ => continue,
            };
            if self.drawn.len() < DRAWN && [from.0, from.1, to.0, to.1].iter().all(|at| at.is_finite()) {
                self.drawn.push(Drawn { left: from.0, top: from.1, right: to.0, bottom: to.1 });
            }
        }
    }
}

/// A colour that nothing is painted in: its parts are not negative.
const BEGINNING: [f64; 4] = [-1.0; 4];

/// What to draw where a page begins, so that the page is known here. A file that draws it gives its letters another page.
pub(super) fn begin_mark(number: u32) -> String {
    format!("-1 -1 -1 -1 {number} sc f")
}

/// Collects the characters of a document.
pub(super) struct Glyphs {
    pub(super) pages: Vec<Page>,
    /// Pages that could not be read, or not to their end.
    pub(super) broken: Vec<u32>,
    /// The last page has not come to its end.
    open: bool,
    size: usize,
    most: usize,
}

impl Glyphs {
    pub(super) fn new(most: usize) -> Self {
        Self { pages: Vec::new(), broken: Vec::new(), open: false, size: 0, most }
    }

    pub(super) fn is_full(&self) -> bool {
        self.size >= self.most
    }

    /// Leaves the page that was being read, which is none if none had begun, and gives its number.
    pub(super) fn abandon(&mut self) -> Option<u32> {
        let open = std::mem::take(&mut self.open);
        self.pages.last().filter(|_| open).map(|page| page.number)
    }

    fn begin(&mut self, number: u32) {
        self.end();
        self.pages.push(Page { number, glyphs: Vec::new(), drawn: Vec::new() });
        self.open = true;
    }

    fn end(&mut self) {
        if let Some(page) = self.pages.last_mut().filter(|_| self.open) {
            page.settle();
        }
        self.open = false;
    }
}

impl OutputDev for Glyphs {
    fn begin_page(&mut self, _: u32, _: &MediaBox, _: Option<(f64, f64, f64, f64)>) -> Result<(), OutputError> {
        Ok(())
    }

    fn end_page(&mut self) -> Result<(), OutputError> {
        self.end();
        Ok(())
    }

    fn output_character(
        &mut self,
        place: &Transform,
        width: f64,
        _spacing: f64,
        font_size: f64,
        text: &str,
    ) -> Result<(), OutputError> {
        let (across, up) = (place.m11.hypot(place.m12), place.m21.hypot(place.m22));
        let size = font_size.abs() * up;
        let finite =
            size.is_finite() && size > 0.0 && place.m31.is_finite() && place.m32.is_finite() && width.is_finite();
        let turn = Turn::of(place).filter(|_| finite && self.size < self.most);
        let (Some(page), Some(turn)) = (self.pages.last_mut(), turn) else { return Ok(()) };
        self.size += text.len();
        let (x, y) = turn.along(place.m31, place.m32);
        let is_mark = |c: char| matches!(c, '\u{300}'..='\u{36F}');
        if !text.is_empty()
            && text.chars().all(is_mark)
            && let Some(base) = page.glyphs.last_mut()
        {
            base.text.push_str(text);
            return Ok(());
        }
        let end = x + width.max(0.0) * font_size.abs() * across;
        page.glyphs.push(Glyph { x, end, y, size, text: text.to_string(), turn });
        Ok(())
    }

    fn stroke(&mut self, place: &Transform, _: &ColorSpace, _: &[f64], path: &Path) -> Result<(), OutputError> {
        if let Some(page) = self.pages.last_mut() {
            page.draw(place, path);
        }
        Ok(())
    }

    fn fill(&mut self, place: &Transform, _: &ColorSpace, color: &[f64], path: &Path) -> Result<(), OutputError> {
        if let Some((number, _)) = color.split_last().filter(|(_, color)| **color == BEGINNING) {
            self.begin(*number as u32);
        } else if let Some(page) = self.pages.last_mut() {
            page.draw(place, path);
        }
        Ok(())
    }

    fn begin_word(&mut self) -> Result<(), OutputError> {
        Ok(())
    }

    fn end_word(&mut self) -> Result<(), OutputError> {
        Ok(())
    }

    fn end_line(&mut self) -> Result<(), OutputError> {
        Ok(())
    }
}
