//! Whether letters are in the encoding that their font was made for.
//!
//! People type Unicode in old fonts too: the font of the template stays, and Word shows another in its place. So a font only
//! proposes. Where pieces of it in the same file hold letters that no old encoding has, or are words as they stand and none
//! converted, it is doubted: of its pieces those stay converted that read better so, and where both read alike, what most of
//! the file is decides.

use super::legacy::{self, Encoding};
use super::place::Mark;
use super::span::Run;
use super::syllable;

/// What the pieces set in fonts of old encodings read as.
#[derive(Default)]
pub(super) struct Fonts {
    tcvn3: Evidence,
    vni: Evidence,
}

/// Syllables that are there only as the letters stand, and only as they are converted.
#[derive(Clone, Copy, Default)]
struct Evidence {
    unicode: usize,
    old: usize,
}

impl Fonts {
    /// Notes a piece set in a font of this encoding, as it stands and as it was converted, if it was.
    pub(super) fn see(&mut self, encoding: Encoding, seen: &str, converted: Option<&str>) {
        if seen.is_ascii() {
            return;
        }
        let (plain, _) = syllable::tally(seen);
        let old = converted.map_or(0, |converted| syllable::tally(converted).0);
        let of = self.of(encoding);
        of.unicode += plain.saturating_sub(old);
        of.old += old.saturating_sub(plain);
    }

    /// Puts back what a doubted font has turned into something worse.
    pub(super) fn settle(&mut self, text: &mut String, marks: &mut [Mark], runs: &mut Vec<Run>) {
        if !runs.iter().any(|run| self.is_wrong(text, run)) {
            return;
        }
        let (whole, mut kept) = (std::mem::take(text), Vec::new());
        // From the end of one piece to the end of the next; marks stand between pieces, never inside.
        let (mut from, mut places) = (0, marks.iter_mut().peekable());
        for mut run in runs.drain(..) {
            while let Some(mark) = places.next_if(|mark| mark.at <= run.start) {
                mark.at = text.len() + (mark.at - from);
            }
            text.push_str(&whole[from..run.start]);
            from = run.end;
            let converted = &whole[run.start..run.end];
            if self.is_wrong(&whole, &run) {
                let capitals = converted.to_uppercase() == converted;
                text.push_str(&if capitals { run.source.to_uppercase() } else { run.source.into_string() });
            } else {
                let start = text.len();
                text.push_str(converted);
                (run.start, run.end) = (start, text.len());
                kept.push(run);
            }
        }
        for mark in places {
            mark.at = text.len() + (mark.at - from);
        }
        text.push_str(&whole[from..]);
        *runs = kept;
    }

    fn is_wrong(&mut self, text: &str, run: &Run) -> bool {
        let Evidence { unicode, old } = *self.of(run.encoding);
        if unicode == 0 {
            return false;
        }
        let (plain, converted) = (legacy::reads(&run.source), legacy::reads(&text[run.start..run.end]));
        plain > converted || plain == converted && unicode > old
    }

    fn of(&mut self, encoding: Encoding) -> &mut Evidence {
        if encoding == Encoding::Vni { &mut self.vni } else { &mut self.tcvn3 }
    }
}

#[cfg(test)]
mod tests {
    use super::super::flow::Flow;
    use super::*;

    /// The words of paragraphs set in this font.
    fn set_in(font: &str, paragraphs: &[&str]) -> String {
        let mut flow = Flow::new(1 << 20);
        for words in paragraphs {
            flow.push(words, legacy::of_font(font));
            flow.end_paragraph();
        }
        flow.finish().text
    }

    #[test]
    fn unicode_typed_in_an_old_font_stays_as_it_is() {
        let paragraphs = ["THÔNG BÁO", "Hoà Bình, ngày 5", "Ủy ban nhân dân xã đề nghị"];
        let upper = format!("{}\n", paragraphs.join("\n"));
        assert_eq!(set_in("VNI-Times", &paragraphs), upper);
        assert_eq!(set_in(".VnTime", &paragraphs), upper);
        assert_eq!(set_in(".VnTimeH", &paragraphs), upper.to_uppercase());
    }

    #[test]
    fn a_paper_half_typed_anew_is_read_piece_by_piece() {
        let paragraphs = ["Nghị quyết của Đảng", "QuyÕt ®Þnh cña ChÝnh phñ vÒ tæ chøc", "Hoà Bình", "Thèng nhÊt"];
        assert_eq!(
            set_in(".VnTime", &paragraphs),
            "Nghị quyết của Đảng\nQuyết định của Chính phủ về tổ chức\nHoà Bình\nThống nhất\n"
        );
    }

    #[test]
    fn spaces_that_do_not_break_are_no_letters_of_an_old_encoding() {
        let mut flow = Flow::new(1 << 20);
        for words in ["a\u{A0}b", "\u{A0}", "c\u{A0}", "\u{A0}d"] {
            flow.push(words, None);
            flow.end_paragraph();
        }
        assert_eq!(flow.finish().text, "a\u{A0}b\n\u{A0}\nc\u{A0}\n\u{A0}d\n");
    }
}
