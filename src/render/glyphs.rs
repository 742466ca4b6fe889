//! Words as outlines of the bundled font: each letter is defined once and used where it stands.
//!
//! Letters are set one after the other by their advances, as the drawing measures them; a mark on its own stands over the
//! letter before it. A character that the font lacks is drawn as the empty box that fonts have for it.

use super::is_harmful;
use super::svg::Class;
use crate::diagram::metrics::{BOLD, ITALIC, REGULAR};
use crate::diagram::{Anchor, Text};
use std::collections::BTreeSet;
use std::fmt::Write;
use std::sync::OnceLock;
use ttf_parser::{Face, GlyphId, OutlineBuilder};

/// One weight or slope of the font.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Cut {
    Regular,
    Bold,
    Italic,
}

impl Cut {
    fn of(text: &Text) -> Self {
        match (text.bold, text.italic) {
            (true, _) => Self::Bold,
            (false, true) => Self::Italic,
            (false, false) => Self::Regular,
        }
    }

    fn letter(self) -> char {
        match self {
            Self::Regular => 'r',
            Self::Bold => 'b',
            Self::Italic => 'i',
        }
    }

    /// The font; nothing if the bundled file cannot be read, which a test rules out.
    fn face(self) -> Option<&'static Face<'static>> {
        static FACES: [OnceLock<Option<Face<'static>>>; 3] = [OnceLock::new(), OnceLock::new(), OnceLock::new()];
        let (at, bytes) = match self {
            Self::Regular => (0, REGULAR),
            Self::Bold => (1, BOLD),
            Self::Italic => (2, ITALIC),
        };
        FACES[at].get_or_init(|| Face::parse(bytes, 0).ok()).as_ref()
    }
}

/// The letters that a drawing uses.
#[derive(Default)]
pub(super) struct Glyphs(BTreeSet<(Cut, u16)>);

impl Glyphs {
    /// Writes the words where they stand, in the colour of this class.
    pub(super) fn write(&mut self, out: &mut String, text: &Text, class: Class) {
        let cut = Cut::of(text);
        let Some(face) = cut.face() else { return };
        let (mut at, mut uses) = (0_i64, String::new());
        for c in text.words.chars().filter(|c| !c.is_control() && !is_harmful(*c)) {
            let glyph = face.glyph_index(c).unwrap_or(GlyphId(0));
            if face.glyph_bounding_box(glyph).is_some() {
                self.0.insert((cut, glyph.0));
                let _ = write!(uses, "<use xlink:href=\"#{}{}\" x=\"{at}\"/>", cut.letter(), glyph.0);
            }
            at += i64::from(face.glyph_hor_advance(glyph).unwrap_or(0));
        }
        let em = i64::from(face.units_per_em());
        // In ten-thousandths of a unit: sizes are tenths of one, the em is a thousand.
        let width = at * i64::from(text.size) * 1000 / em;
        let left = i64::from(text.at.x) * 10_000
            - match text.anchor {
                Anchor::Start => 0,
                Anchor::Middle => width / 2,
                Anchor::End => width,
            };
        let scale = i64::from(text.size) * 1_000_000 / em;
        let _ = writeln!(
            out,
            "<g class=\"{class}\" transform=\"translate({} {}) scale({scale} -{scale})\">{uses}</g>",
            decimal(left, 4, 2),
            text.at.y,
            scale = decimal(scale, 7, 7)
        );
    }

    /// Defines the letters.
    pub(super) fn define(&self, out: &mut String) {
        out.push_str("<defs>\n");
        for (cut, glyph) in &self.0 {
            let mut path = Path(String::new());
            if let Some(face) = cut.face() {
                face.outline_glyph(GlyphId(*glyph), &mut path);
            }
            let _ = writeln!(out, "<path id=\"{}{glyph}\" d=\"{}\"/>", cut.letter(), path.0);
        }
        out.push_str("</defs>\n");
    }
}

/// An integer that counts parts of ten to the power of `places`, as a decimal with `shown` places.
fn decimal(value: i64, places: u32, shown: u32) -> String {
    let value = value / 10_i64.pow(places - shown);
    let one = 10_i64.pow(shown);
    let text = format!(
        "{}{}.{:0width$}",
        if value < 0 { "-" } else { "" },
        value.abs() / one,
        value.abs() % one,
        width = shown as usize
    );
    text.trim_end_matches('0').trim_end_matches('.').to_string()
}

/// Path data; the outlines of the bundled font have whole numbers and halves.
struct Path(String);

impl OutlineBuilder for Path {
    fn move_to(&mut self, x: f32, y: f32) {
        let _ = write!(self.0, "M{x} {y}");
    }

    fn line_to(&mut self, x: f32, y: f32) {
        let _ = write!(self.0, "L{x} {y}");
    }

    fn quad_to(&mut self, x1: f32, y1: f32, x: f32, y: f32) {
        let _ = write!(self.0, "Q{x1} {y1} {x} {y}");
    }

    fn curve_to(&mut self, x1: f32, y1: f32, x2: f32, y2: f32, x: f32, y: f32) {
        let _ = write!(self.0, "C{x1} {y1} {x2} {y2} {x} {y}");
    }

    fn close(&mut self) {
        self.0.push('Z');
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagram::{Point, Tone};

    #[test]
    fn every_vietnamese_letter_has_an_outline_in_every_cut() {
        for cut in [Cut::Regular, Cut::Bold, Cut::Italic] {
            let face = cut.face().expect("a font");
            for c in
                "ăâđêôơưĂÂĐÊÔƠƯàảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵ0123456789/–…“”×".chars()
            {
                let glyph = face.glyph_index(c).unwrap_or(GlyphId(0));
                assert!(glyph.0 != 0 && face.glyph_bounding_box(glyph).is_some(), "{c} in {cut:?}");
            }
        }
    }

    #[test]
    fn a_letter_is_defined_once_and_placed_by_its_advance() {
        let mut glyphs = Glyphs::default();
        let (mut words, mut defined) = (String::new(), String::new());
        let text = Text::new(Point { x: 10, y: 20 }, 100, Tone::Ink, "00").anchored(Anchor::End);
        glyphs.write(&mut words, &text, Class::Fill(text.tone));
        glyphs.define(&mut defined);
        // Two digits of 572 thousandths at size 10 are 11.44 wide.
        assert!(
            words.starts_with("<g class=\"f-ink\" transform=\"translate(-1.44 20) scale(0.01 -0.01)\">"),
            "{words}"
        );
        assert!(words.contains("x=\"0\"/>") && words.contains("x=\"572\"/>"));
        assert_eq!(defined.matches("<path").count(), 1);
    }

    #[test]
    fn decimals_keep_their_sign() {
        assert_eq!([decimal(-50, 4, 2), decimal(12_345, 4, 2), decimal(0, 4, 2)], ["0", "1.23", "0"].map(String::from));
    }
}
