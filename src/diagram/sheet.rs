//! Paper: its sizes, and how large a drawing is printed on it.

use super::{Diagram, Part, Text};

/// Units of a drawing to a millimetre at its own size.
pub(crate) const UNITS: i32 = 4;

/// No word may be printed smaller, in tenths of a point.
pub const LEAST_PRINTED: i32 = 60;

/// A sheet of paper, in units: four to a millimetre.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sheet {
    /// Width.
    pub width: i32,
    /// Height.
    pub height: i32,
    /// True if the paper may lie either way: the drawing turns it as suits it.
    pub turns: bool,
}

/// The sizes of ISO 216 that offices and print shops have.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[allow(missing_docs)]
pub enum Paper {
    A4,
    A3,
    A2,
    A1,
    A0,
}

impl Paper {
    /// From the smallest up.
    pub const ALL: [Paper; 5] = [Paper::A4, Paper::A3, Paper::A2, Paper::A1, Paper::A0];

    /// Long and short side in millimetres.
    pub fn millimetres(self) -> (i32, i32) {
        match self {
            Paper::A4 => (297, 210),
            Paper::A3 => (420, 297),
            Paper::A2 => (594, 420),
            Paper::A1 => (841, 594),
            Paper::A0 => (1189, 841),
        }
    }

    /// `A3`.
    pub fn name(self) -> &'static str {
        match self {
            Paper::A4 => "A4",
            Paper::A3 => "A3",
            Paper::A2 => "A2",
            Paper::A1 => "A1",
            Paper::A0 => "A0",
        }
    }

    /// A sheet of this paper, lying as suits the drawing.
    pub fn sheet(self) -> Sheet {
        let (long, short) = self.millimetres();
        Sheet { turns: true, ..Sheet::millimetres(long, short) }
    }
}

impl Sheet {
    /// A sheet of so many millimetres, this way round.
    pub fn millimetres(width: i32, height: i32) -> Self {
        Self { width: width * UNITS, height: height * UNITS, turns: false }
    }

    /// Width and height in whole millimetres.
    pub fn in_millimetres(self) -> (i32, i32) {
        (self.width / UNITS, self.height / UNITS)
    }

    /// The same sheet the other way round.
    pub fn turned(self) -> Self {
        Self { width: self.height, height: self.width, turns: self.turns }
    }

    /// This way round, or the other if the drawing comes out larger so and the paper may be turned.
    pub(crate) fn suiting(self, width: i64, height: i64) -> Self {
        if self.turns && self.turned().share(width, height) < self.share(width, height) { self.turned() } else { self }
    }

    /// How many thousandths of the sheet a drawing needs, where it needs most.
    pub(crate) fn share(self, width: i64, height: i64) -> i64 {
        let share = |need: i64, have: i32| need * 1000 / i64::from(have.max(1));
        share(width, self.width).max(share(height, self.height))
    }
}

impl Diagram {
    /// All its words but those on badges.
    pub(crate) fn texts(&self) -> impl Iterator<Item = &Text> {
        let cards = self.cards.iter().flat_map(|card| &card.parts);
        let parts = self.ground.iter().chain(&self.frame).chain(cards);
        parts.filter_map(|part| if let Part::Text(text) = part { Some(text) } else { None }).chain(&self.captions)
    }

    /// Size of its smallest words, in tenths of a unit; nothing if it has none.
    pub fn smallest(&self) -> Option<i32> {
        self.texts().map(|text| text.size).min()
    }

    /// Its smallest words in tenths of a point when it is printed on its sheet, else in its own size.
    pub fn smallest_printed(&self) -> Option<i32> {
        // A unit is a quarter of a millimetre, a millimetre 72 / 25.4 points.
        let points = |tenths: i64| tenths * 720 / (i64::from(UNITS) * 254);
        let size = points(i64::from(self.smallest()?));
        let Some(sheet) = self.sheet else { return i32::try_from(size).ok() };
        let share = |have: i32, need: i32| i64::from(have) * 100_000 / i64::from(need.max(1));
        let scale = share(sheet.width, self.width).min(share(sheet.height, self.height));
        i32::try_from(size * scale / 100_000).ok()
    }

    /// True if nothing on it is printed too small to read.
    pub fn is_legible(&self) -> bool {
        self.smallest_printed().is_none_or(|size| size >= LEAST_PRINTED)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagram::{Point, Tone};

    #[test]
    fn what_is_printed_smaller_than_six_points_is_not_legible() {
        let words = Text::new(Point::default(), 120, Tone::Ink, "chữ");
        let drawing = |paper: Paper| Diagram {
            width: 1680,
            height: 1188,
            sheet: Some(paper.sheet()),
            captions: vec![words.clone()],
            ..Diagram::default()
        };
        // 12 units are 3 mm, 8.5 points; on A4 they shrink by the square root of two.
        assert_eq!(drawing(Paper::A3).smallest_printed(), Some(85));
        assert_eq!(drawing(Paper::A4).smallest_printed(), Some(60));
        assert!(drawing(Paper::A4).is_legible());
    }
}
