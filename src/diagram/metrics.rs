//! How wide words are: a text, its size and weight in, its width in units out.
//!
//! The measures are those of the bundled font (assets/fonts), read once. Viewers without it use a font of their own, so
//! every width carries a reserve; kerning, which only tightens, is left out.

use std::sync::OnceLock;
use ttf_parser::Face;
use unicode_normalization::char::is_combining_mark;

/// The bundled font. Italics are measured as upright: they are never wider.
pub(crate) static REGULAR: &[u8] = include_bytes!("../../assets/fonts/NotoSans-Regular.ttf");
pub(crate) static BOLD: &[u8] = include_bytes!("../../assets/fonts/NotoSans-Bold.ttf");
pub(crate) static ITALIC: &[u8] = include_bytes!("../../assets/fonts/NotoSans-Italic.ttf");

/// Width in thousandths of the font size of a character that the font lacks: an em, as in fonts of the East.
const FOREIGN: i32 = 1000;

/// Reserve for fonts a little wider than ours, in thousandths.
const RESERVE: i32 = 1025;

/// The characters that documents are written in; others are measured one by one.
const KNOWN: std::ops::Range<u32> = 0x20..0x22_20;

/// The advance of every character of one weight, in thousandths of the font size, by its place in [`KNOWN`].
struct Advances(Vec<i32>);

impl Advances {
    /// Reads the bundled font. A font that cannot be read gives no advances: every character then counts as foreign.
    fn read(bytes: &[u8]) -> Self {
        let face = Face::parse(bytes, 0).ok();
        let advance = |c: char| {
            let face = face.as_ref()?;
            let advance = face.glyph_index(c).and_then(|glyph| face.glyph_hor_advance(glyph))?;
            Some(i32::from(advance) * 1000 / i32::from(face.units_per_em()))
        };
        let of = |c: char| if is_combining_mark(c) { 0 } else { advance(c).unwrap_or(FOREIGN) };
        Self(KNOWN.map(|code| char::from_u32(code).map_or(FOREIGN, of)).collect())
    }

    fn of(&self, c: char) -> i32 {
        let known = u32::from(c).checked_sub(KNOWN.start).and_then(|at| self.0.get(at as usize));
        known.copied().unwrap_or_else(|| if is_combining_mark(c) { 0 } else { FOREIGN })
    }
}

fn advances(bold: bool) -> &'static Advances {
    static CELLS: [OnceLock<Advances>; 2] = [OnceLock::new(), OnceLock::new()];
    CELLS[usize::from(bold)].get_or_init(|| Advances::read(if bold { BOLD } else { REGULAR }))
}

/// Width of a text in units, rounded up; `size` in tenths of a unit.
pub(crate) fn width(text: &str, size: i32, bold: bool) -> i32 {
    scaled(length(text, bold), size)
}

/// Length of a text in thousandths of its size.
fn length(text: &str, bold: bool) -> i64 {
    let advances = advances(bold);
    text.chars().map(|c| i64::from(advances.of(c))).sum()
}

/// Size of the smallest words of a drawing, in tenths of a unit.
pub(crate) const LEAST: i32 = 116;

/// A length in units, rounded up, with the reserve.
fn scaled(length: i64, size: i32) -> i32 {
    let exact = length * i64::from(size) * i64::from(RESERVE);
    i32::try_from((exact + 9_999_999) / 10_000_000).unwrap_or(i32::MAX)
}

/// The text on one line no wider than `max` units: as it is, else a little smaller (down to `least`), else cut with an
/// ellipsis. Gives the line and its size.
pub(crate) fn fit(text: &str, size: i32, least: i32, bold: bool, max: i32) -> (String, i32) {
    let length = length(text, bold);
    let mut sizes = (least..=size).rev().step_by(2);
    match sizes.find(|size| scaled(length, *size) <= max) {
        Some(size) => (text.to_string(), size),
        None => (cut(text, least, bold, max), least),
    }
}

/// The longest beginning of the text that fits with an ellipsis.
pub(crate) fn cut(text: &str, size: i32, bold: bool, max: i32) -> String {
    if width(text, size, bold) <= max {
        return text.to_string();
    }
    let ends: Vec<usize> = text.char_indices().filter(|(_, c)| !is_combining_mark(*c)).map(|(at, _)| at).collect();
    let shortened = |end: usize| format!("{}…", text[..ends[end]].trim_end_matches([' ', ',', ';', '-', '–']));
    let kept = (0..ends.len()).collect::<Vec<_>>().partition_point(|&end| width(&shortened(end), size, bold) <= max);
    shortened(kept.saturating_sub(1))
}

/// The text in at most `lines` lines no wider than `max`, broken between words; what does not fit is cut with an ellipsis.
pub(crate) fn wrap(text: &str, size: i32, bold: bool, max: i32, lines: usize) -> Vec<String> {
    let mut done: Vec<String> = Vec::new();
    let mut words = text.split_whitespace().peekable();
    while done.len() < lines && words.peek().is_some() {
        let mut line = String::new();
        while let Some(word) = words.peek() {
            let longer = if line.is_empty() { (*word).to_string() } else { format!("{line} {word}") };
            if !line.is_empty() && width(&longer, size, bold) > max {
                break;
            }
            line = longer;
            words.next();
        }
        if done.len() + 1 == lines {
            // The last line takes the rest, so that the ellipsis shows that there is more.
            for word in words.by_ref() {
                line.push(' ');
                line.push_str(word);
            }
        }
        done.push(cut(&line, size, bold, max));
    }
    done
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn widths_are_those_of_the_font() {
        // In Noto Sans Regular a digit is 572 thousandths of the size wide: 2 × 57.2, and the reserve.
        assert_eq!(width("00", 1000, false), 118);
        assert!(width("Kế hoạch", 122, true) > width("Kế hoạch", 122, false));
    }

    #[test]
    fn italics_are_never_wider_than_upright_words() {
        let italic = Advances::read(ITALIC);
        let wider = |words: &str| {
            let of = |advances: &Advances| words.chars().map(|c| advances.of(c)).sum::<i32>();
            of(&italic) > of(advances(false))
        };
        for words in ["căn cứ", "thực hiện", "dẫn chiếu", "sửa đổi, bổ sung", "Chưa rõ ngày", "hết tồn tại", "kính gửi"]
        {
            assert!(!wider(words), "{words}");
        }
    }

    #[test]
    fn a_mark_on_its_own_takes_no_room() {
        assert_eq!(width("e\u{302}\u{323}", 100, false), width("e", 100, false));
    }

    #[test]
    fn a_cut_text_fits_and_shows_that_it_is_cut() {
        let line = cut("Ban Tuyên giáo Tỉnh ủy Bình Thuận", 122, false, 100);
        assert!(line.ends_with('…') && width(&line, 122, false) <= 100, "{line}");
        assert_eq!(cut("ngắn", 122, false, 100), "ngắn");
    }

    #[test]
    fn wrapped_lines_fit_and_lose_nothing_but_the_end() {
        let lines = wrap("tuyên truyền kết quả sơ kết giữa nhiệm kỳ", 122, false, 110, 2);
        assert_eq!(lines.len(), 2);
        assert!(lines.iter().all(|l| width(l, 122, false) <= 110));
        assert!(lines[1].ends_with('…'));
    }
}
