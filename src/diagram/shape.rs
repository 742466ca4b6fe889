//! The parts a drawing is made of: places, outlines, tones, words, lines. Nothing here knows documents or a file format.
//!
//! Positions and lengths are whole units, four to a millimetre; sizes of type and weights of strokes are tenths of a unit.

/// A place; x to the right, y down.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Point {
    /// Units from the left edge.
    pub x: i32,
    /// Units from the upper edge.
    pub y: i32,
}

/// An upright rectangle.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Rect {
    /// Left edge.
    pub x: i32,
    /// Upper edge.
    pub y: i32,
    /// Width.
    pub w: i32,
    /// Height.
    pub h: i32,
}

impl Rect {
    /// The x of the right edge.
    pub fn right(self) -> i32 {
        self.x + self.w
    }

    /// The y of the lower edge.
    pub fn bottom(self) -> i32 {
        self.y + self.h
    }

    /// The middle.
    pub fn centre(self) -> Point {
        Point { x: self.x + self.w / 2, y: self.y + self.h / 2 }
    }

    /// True if the two share more than an edge.
    pub fn overlaps(self, other: Rect) -> bool {
        self.x < other.right() && other.x < self.right() && self.y < other.bottom() && other.y < self.bottom()
    }

    /// True if `other` lies inside, edges included.
    pub fn holds(self, other: Rect) -> bool {
        self.x <= other.x && other.right() <= self.right() && self.y <= other.y && other.bottom() <= self.bottom()
    }

    /// The rectangle moved in by `by` units on all sides.
    pub fn inset(self, by: i32) -> Rect {
        Rect { x: self.x + by, y: self.y + by, w: self.w - 2 * by, h: self.h - 2 * by }
    }
}

/// What a colour is for; the theme of a renderer gives it its value.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Tone {
    /// The page and the inside of cards.
    Paper,
    /// Every second lane.
    Tint,
    /// Grid lines and quiet frames.
    Grid,
    /// Main text and the strongest line.
    Ink,
    /// Secondary text.
    Soft,
    /// Directive of the Party.
    Party,
    /// Legal document of the State.
    State,
    /// Guideline or plan; "implements".
    Guide,
    /// Letter or notice.
    Letter,
    /// Addressee, spoken instruction, other kinds.
    Plain,
    /// Line of a mere mention.
    Refer,
    /// Line to an addressee.
    Send,
    /// Something to check.
    Alert,
}

/// The outline that tells a kind of document without colour.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outline {
    /// Square corners.
    Plain,
    /// Round corners: guideline, plan.
    Rounded,
    /// Cut corners: directive.
    Octagon,
    /// Two frames: legal document.
    Double,
    /// A folded corner: letter, notice.
    Folded,
    /// A speech bubble: spoken instruction.
    Bubble,
    /// Round ends: addressee.
    Pill,
}

/// An outlined area.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Shape {
    /// How it is outlined.
    pub outline: Outline,
    /// Where it is.
    pub rect: Rect,
    /// The inside.
    pub fill: Option<Tone>,
    /// The outline's tone.
    pub stroke: Option<Tone>,
    /// Weight of the outline in tenths of a unit.
    pub weight: i32,
    /// Dashed: not held.
    pub dashed: bool,
    /// Width of the filled tab at the left, where the code of the kind stands; 0 for none.
    pub tab: i32,
}

/// Where the position of a text lies in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Anchor {
    /// At its left end.
    Start,
    /// In its middle.
    Middle,
    /// At its right end.
    End,
}

/// One line of words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Text {
    /// Position on the baseline.
    pub at: Point,
    /// Which part of the text stands at `at`.
    pub anchor: Anchor,
    /// Size in tenths of a unit.
    pub size: i32,
    /// Bold.
    pub bold: bool,
    /// Italic.
    pub italic: bool,
    /// The colour.
    pub tone: Tone,
    /// The words.
    pub words: String,
}

impl Text {
    /// Upright text of the regular weight.
    pub fn new(at: Point, size: i32, tone: Tone, words: impl Into<String>) -> Self {
        Self { at, anchor: Anchor::Start, size, bold: false, italic: false, tone, words: words.into() }
    }

    /// The same in bold.
    pub fn bold(self) -> Self {
        Self { bold: true, ..self }
    }

    /// The same in italics.
    pub fn italic(self) -> Self {
        Self { italic: true, ..self }
    }

    /// The same with another anchor.
    pub fn anchored(self, anchor: Anchor) -> Self {
        Self { anchor, ..self }
    }

    /// The rectangle that it covers, measured with the bundled font.
    pub fn rect(&self) -> Rect {
        let w = super::metrics::width(&self.words, self.size, self.bold);
        let x = match self.anchor {
            Anchor::Start => self.at.x,
            Anchor::Middle => self.at.x - w / 2,
            Anchor::End => self.at.x - w,
        };
        // Vietnamese capitals with two marks reach 1.0 of the size above the baseline, tails 0.25 below.
        Rect { x, y: self.at.y - self.size / 10, w, h: self.size / 8 }
    }
}

/// Anything that is drawn and is not a line between cards.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Part {
    /// An outlined area.
    Shape(Shape),
    /// Words.
    Text(Text),
    /// A thin straight line, dashed or not; weight in tenths.
    Rule {
        /// One end.
        from: Point,
        /// The other end.
        to: Point,
        /// Its colour.
        tone: Tone,
        /// Weight in tenths of a unit.
        weight: i32,
        /// Dashed.
        dashed: bool,
    },
    /// A hatched area: time not known.
    Hatch(Rect),
    /// The rest of a row whose level has ended.
    Ended(Rect),
    /// The sign // of years left out, centred.
    Gap(Point),
    /// A round-ended badge with short words.
    Badge(Rect, Tone, String),
    /// The triangle of what needs checking, centred.
    Alert(Point),
    /// The dashed ring of what has no follow-up, centred, and its radius.
    Ring(Point, i32),
    /// A sample of a line, from left to right.
    Sample(Point, Point, Stroke, bool),
}

/// The manner of a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Stroke {
    /// Strong ink with a full arrow: is based on.
    Basis,
    /// Guide tone with an open arrow: implements.
    Implements,
    /// Guide tone, double, with a full arrow: guides.
    Guides,
    /// Double ink with a full arrow: follows.
    Follows,
    /// Party tone with an arrow and a bar: amends, replaces, repeals.
    Changes,
    /// Grey dots with a round end: mentions.
    Refers,
    /// Thin with a hollow arrow: is sent to.
    Sends,
}

/// The end of a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Head {
    /// A full triangle.
    Full,
    /// Two strokes.
    Open,
    /// An outlined triangle.
    Hollow,
    /// A dot.
    Dot,
    /// A full triangle and a bar.
    Barred,
}

impl Stroke {
    /// Weight in tenths of a unit.
    pub fn weight(self) -> i32 {
        match self {
            Stroke::Basis => 28,
            Stroke::Implements | Stroke::Changes => 24,
            Stroke::Guides | Stroke::Follows => 46,
            Stroke::Refers => 26,
            Stroke::Sends => 15,
        }
    }

    /// The colour.
    pub fn tone(self) -> Tone {
        match self {
            Stroke::Basis | Stroke::Follows => Tone::Ink,
            Stroke::Implements | Stroke::Guides => Tone::Guide,
            Stroke::Changes => Tone::Party,
            Stroke::Refers => Tone::Refer,
            Stroke::Sends => Tone::Send,
        }
    }

    /// Drawn as two parallel lines.
    pub fn is_double(self) -> bool {
        matches!(self, Stroke::Guides | Stroke::Follows)
    }

    /// Drawn as round dots.
    pub fn is_dotted(self) -> bool {
        self == Stroke::Refers
    }

    /// The end that points.
    pub fn head(self) -> Head {
        match self {
            Stroke::Basis | Stroke::Guides | Stroke::Follows => Head::Full,
            Stroke::Implements => Head::Open,
            Stroke::Changes => Head::Barred,
            Stroke::Refers => Head::Dot,
            Stroke::Sends => Head::Hollow,
        }
    }
}
