//! Colours of a drawing as data. Each tone of [`LIGHT`] has a contrast of at least 4.5 on paper and tint, but for grid
//! lines and the line to addressees, which are not text.

use crate::diagram::Tone;

/// The colours of one look.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Theme {
    /// The page and the inside of cards.
    pub paper: &'static str,
    /// Every second row.
    pub tint: &'static str,
    /// Grid lines.
    pub grid: &'static str,
    /// Strokes of the hatching.
    pub hatch: &'static str,
    /// Main text.
    pub ink: &'static str,
    /// Secondary text.
    pub soft: &'static str,
    /// Directive of the Party.
    pub party: &'static str,
    /// Legal document of the State.
    pub state: &'static str,
    /// Guideline, plan; "implements".
    pub guide: &'static str,
    /// Letter, notice.
    pub letter: &'static str,
    /// Addressee, spoken instruction, other kinds.
    pub plain: &'static str,
    /// Line of a mention.
    pub refer: &'static str,
    /// Line to an addressee.
    pub send: &'static str,
    /// The inside of the warning triangle.
    pub alert: &'static str,
}

/// On white, for screens and paper.
pub const LIGHT: Theme = Theme {
    paper: "#FFFFFF",
    tint: "#F4F6F9",
    grid: "#C9D1DB",
    hatch: "#E3E8EF",
    ink: "#1B2333",
    soft: "#4B5666",
    party: "#7B1E1A",
    state: "#1D46C4",
    guide: "#0B7F73",
    letter: "#AB5600",
    plain: "#26303F",
    refer: "#5C6675",
    send: "#7C8796",
    alert: "#FFD23F",
};

impl Theme {
    /// The value of a tone.
    pub fn of(&self, tone: Tone) -> &'static str {
        match tone {
            Tone::Paper => self.paper,
            Tone::Tint => self.tint,
            Tone::Grid => self.grid,
            Tone::Ink => self.ink,
            Tone::Soft => self.soft,
            Tone::Party => self.party,
            Tone::State => self.state,
            Tone::Guide => self.guide,
            Tone::Letter => self.letter,
            Tone::Plain => self.plain,
            Tone::Refer => self.refer,
            Tone::Send => self.send,
            Tone::Alert => self.alert,
        }
    }
}
