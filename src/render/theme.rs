//! Colours of a drawing as data. In each look every tone of words has a contrast of at least 4.5 on paper and tint; grid
//! lines and the line to addressees are not words. A test computes it.

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
    /// Its outline and mark.
    pub mark: &'static str,
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
    mark: "#1B2333",
};

/// On a dark page, for screens.
pub const DARK: Theme = Theme {
    paper: "#0F1420",
    tint: "#161D2B",
    grid: "#36415A",
    hatch: "#232D42",
    ink: "#F2F5FA",
    soft: "#B3BECE",
    party: "#FF9A8B",
    state: "#8FB2FF",
    guide: "#45C9B6",
    letter: "#FFC36B",
    plain: "#E9EDF3",
    refer: "#9AA6B8",
    send: "#77839A",
    alert: "#FFD23F",
    mark: "#0F1420",
};

/// Black on white, for office printers: kinds differ by outline and code, and by shade where a tab is filled.
pub const PRINT: Theme = Theme {
    paper: "#FFFFFF",
    tint: "#FFFFFF",
    grid: "#B0B0B0",
    hatch: "#DDDDDD",
    ink: "#000000",
    soft: "#333333",
    party: "#000000",
    state: "#2B2B2B",
    guide: "#4A4A4A",
    letter: "#666666",
    plain: "#1A1A1A",
    refer: "#5A5A5A",
    send: "#7A7A7A",
    alert: "#FFFFFF",
    mark: "#000000",
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

#[cfg(test)]
mod tests {
    use super::*;

    /// Relative luminance (WCAG 2.1).
    fn luminance(colour: &str) -> f64 {
        let part = |at: usize| f64::from(u8::from_str_radix(&colour[at..at + 2], 16).expect("two digits")) / 255.0;
        let linear = |c: f64| if c <= 0.03928 { c / 12.92 } else { ((c + 0.055) / 1.055).powf(2.4) };
        0.2126 * linear(part(1)) + 0.7152 * linear(part(3)) + 0.0722 * linear(part(5))
    }

    fn contrast(a: &str, b: &str) -> f64 {
        let (a, b) = (luminance(a), luminance(b));
        (a.max(b) + 0.05) / (a.min(b) + 0.05)
    }

    #[test]
    fn words_stand_out_from_the_page_in_every_look() {
        for theme in [LIGHT, DARK, PRINT] {
            for tone in
                [Tone::Ink, Tone::Soft, Tone::Party, Tone::State, Tone::Guide, Tone::Letter, Tone::Plain, Tone::Refer]
            {
                for ground in [theme.paper, theme.tint] {
                    let value = theme.of(tone);
                    assert!(contrast(value, ground) >= 4.5, "{value} on {ground}: {:.2}", contrast(value, ground));
                }
            }
            assert!(contrast(theme.of(Tone::Send), theme.paper) >= 3.0);
            assert!(contrast(theme.mark, theme.alert) >= 4.5);
        }
    }
}
