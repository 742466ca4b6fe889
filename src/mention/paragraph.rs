//! Paragraphs of a text whose lines a converter may have broken anywhere.
//!
//! A line end is a new paragraph only where the words say so: behind a mark before a capital, before an item, a recital or an
//! article, and below a heading.

use super::words::{Token, ahead};
use crate::lexicon::Lexicon;
use crate::text::fold::fold;
use crate::text::letter::{is_capital, is_small};
use crate::text::{Span, is_dash};

/// The paragraphs of a text around the places that are asked for: what stands far from all of them is not looked at.
pub(super) struct Paragraphs<'t> {
    text: &'t str,
    lexicon: &'t Lexicon,
    /// Those of the stretch, in order.
    spans: Vec<Span>,
    /// A run of whole paragraphs.
    stretch: Span,
}

impl<'t> Paragraphs<'t> {
    pub fn of(text: &'t str, lexicon: &'t Lexicon) -> Self {
        Self { text, lexicon, spans: Vec::new(), stretch: Span::new(0, 0) }
    }

    /// The paragraph that holds a byte.
    pub fn around(&mut self, at: usize) -> Span {
        if at >= self.stretch.end {
            let start = parting_before(self.text, self.stretch.end, at);
            if start > self.stretch.end {
                self.spans.clear();
                self.stretch = Span::new(start, start);
            }
            let (more, end) = paragraphs(self.text, Span::new(self.stretch.end, at), self.lexicon);
            self.spans.extend(more);
            self.stretch.end = end;
        }
        while at < self.stretch.start {
            self.go_back();
        }
        let index = self.spans.partition_point(|paragraph| paragraph.start <= at).saturating_sub(1);
        self.spans.get(index).copied().unwrap_or(self.stretch)
    }

    /// The paragraph above one.
    pub fn above(&mut self, paragraph: Span) -> Option<Span> {
        loop {
            let index = self.spans.partition_point(|other| other.start < paragraph.start);
            if index > 0 || self.stretch.start == 0 {
                return index.checked_sub(1).map(|above| self.spans[above]);
            }
            self.go_back();
        }
    }

    /// Takes what stands before the stretch to it.
    fn go_back(&mut self) {
        let start = parting_before(self.text, 0, self.stretch.start - 1);
        let (before, _) = paragraphs(self.text, Span::new(start, self.stretch.start - 1), self.lexicon);
        self.spans.splice(0..0, before);
        self.stretch.start = start;
    }
}

/// The beginning of the last line before byte `at` that begins a paragraph wherever the one before it began; else `least`,
/// where one is known to begin.
fn parting_before(text: &str, least: usize, at: usize) -> usize {
    let parts = |end: &usize| {
        let line = memchr::memrchr(b'\n', &text.as_bytes()[..*end]).map_or(0, |before| before + 1);
        let words = text[line..*end].trim_end_matches(is_blank);
        // An empty line belongs to the gap behind the words above it, which is looked at once.
        let gap = || Span::new(*end, text.len() - text[end + 1..].trim_start().len());
        !words.is_empty() && Ends::of(text, words, gap()).is_some_and(|ends| ends.parts())
    };
    let mut ends = memchr::memrchr_iter(b'\n', &text.as_bytes()[least..at]).map(|end| least + end);
    ends.find(parts).map_or(least, |end| end + 1)
}

/// The paragraphs from a byte that begins one up to that which holds the end of the span, and the byte behind them. A line end
/// inside a sentence does not part them.
fn paragraphs(text: &str, span: Span, lexicon: &Lexicon) -> (Vec<Span>, usize) {
    let mut spans = Vec::new();
    // The paragraph and the line at hand, the end of the last words, and the beginning of the next ones.
    let (mut start, mut line, mut end, mut next) = (span.start, span.start, 0, 0);
    let holds_words = |span: Span| !text[span.range()].trim_start().is_empty();
    for at in memchr::memchr_iter(b'\n', &text.as_bytes()[span.start..]).map(|at| span.start + at) {
        // Behind an empty line nothing is left to part.
        if at == start {
            (start, line) = (at + 1, at + 1);
            continue;
        }
        let words = text[line..at].trim_end_matches(is_blank).len();
        if words > 0 {
            end = line + words;
        }
        line = at + 1;
        if next < line {
            next = text.len() - text[line..].trim_start().len();
        }
        let ends = Ends::of(text, &text[start..end.max(start)], Span::new(at, next));
        if ends.is_some_and(|ends| ends.parts() || ends.parts_heading(lexicon)) {
            spans.extend(Some(Span::new(start, at)).filter(|span| end > start || holds_words(*span)));
            start = line;
            if start > span.end {
                return (spans, start);
            }
        }
    }
    spans.extend(Some(Span::new(start, text.len())).filter(|span| holds_words(*span)));
    (spans, text.len())
}

fn is_blank(c: char) -> bool {
    c.is_whitespace() || c == '*' || c == '_'
}

/// Line ends, the words before them and those behind them.
struct Ends<'t> {
    line: &'t str,
    next: &'t str,
    /// Of the words behind.
    first: char,
    /// There is an empty line.
    blank: bool,
}

impl<'t> Ends<'t> {
    /// Those in a gap behind a line; none where no words follow.
    fn of(text: &'t str, line: &'t str, gap: Span) -> Option<Self> {
        let next = text[gap.end..].trim_start_matches(|c: char| c != '\n' && is_blank(c));
        let first = next.chars().next().filter(|&c| c != '\n')?;
        let blank = text.as_bytes()[gap.start + 1..gap.end].contains(&b'\n');
        Some(Self { line, next, first, blank })
    }

    /// They part the words, whatever else stands in the paragraph before them.
    fn parts(&self) -> bool {
        let Self { line, next, first, blank } = *self;
        if line.is_empty() {
            return true;
        }
        // "các Tờ trình:" and the numbers on the next line are one list.
        if line.ends_with(':') && next.strip_prefix("Số ").is_some_and(|n| n.starts_with(|c: char| c.is_ascii_digit()))
        {
            return false;
        }
        let small = is_small(first);
        // A quotation mark at the head of a line opens a title as often as an item.
        let quoted = || next.starts_with(['“', '"']) && !line.ends_with(['.', ';', ':', ',']);
        let item = || begins_item(next) && !quoted();
        if blank {
            // A page break inside a sentence: no mark before, small letters after.
            let goes_on = small && !line.ends_with(['.', ';', ':', '!', '?', '|']) && !item();
            return !goes_on;
        }
        let last = line.chars().next_back();
        let ended = matches!(last, Some(';' | ':' | '.' | '|'));
        if !small && (ended || item()) || matches!(last, Some(';' | ':' | '.' | ',')) && item() {
            return true;
        }
        let opening = matches!(first, 'C' | 'H' | 'T' | 'X' | 'Đ' | 'K' | 'N' | 'P' | 'Q' | 'S' | 'V');
        opening && OPENINGS.iter().any(|word| next.starts_with(word)) && !line.ends_with(['(', '“', '-'])
    }

    /// They part a heading from what stands below it, or a title from what stands above it.
    fn parts_heading(&self, lexicon: &Lexicon) -> bool {
        !is_small(self.first)
            && (is_heading_above(self.line, self.next)
                || is_kind_heading(self.next, lexicon) && !heads_in_capitals(self.line))
    }
}

/// Words that open a paragraph.
const OPENINGS: [&str; 26] = [
    "Căn cứ",
    "Thực hiện",
    "Xét ",
    "Xem xét ",
    "Theo ",
    "Điều ",
    "Kính gửi",
    "Nơi nhận",
    "QUYẾT ĐỊNH",
    "QUYẾT NGHỊ",
    "Số:",
    "V/v",
    "Trên cơ sở",
    // A new sentence behind a title or a line without its stop.
    "Tại ",
    "Sau khi ",
    "Được sự ",
    "Trong ",
    "Trước ",
    "Để ",
    "Nhằm ",
    "Phát huy ",
    "Tiếp tục ",
    "Quán triệt ",
    "Vừa qua",
    "Hiện nay",
    "Các ",
];

fn first_line(text: &str) -> &str {
    &text[..memchr::memchr(b'\n', text.as_bytes()).unwrap_or(text.len())]
}

/// "Điều 2. Hiệu lực thi hành", "I. Xem xét kết quả": the heading of an article or a section, which was not broken there,
/// because the line below it is much longer, is not in capitals as the heading is, or opens an article with a verb of change.
fn is_heading_above(line: &str, next: &str) -> bool {
    const LONGEST: usize = 240;
    const LONGER: usize = 60;
    let article = line.strip_prefix("Điều ").is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_digit()));
    let section = is_section(line);
    if !article && !section || line.len() > LONGEST || line.ends_with([',', '(', '“', '-', ':']) || line.contains('\n')
    {
        return false;
    }
    let below = first_line(next);
    let capitals = section && !line.contains(is_small) && below.contains(is_small);
    const CHANGES: [&str; 5] = ["Bãi bỏ ", "Sửa đổi", "Bổ sung ", "Thay thế ", "Hủy bỏ "];
    let changes = article && CHANGES.iter().any(|verb| next.starts_with(verb));
    next.starts_with(is_capital) && (capitals || changes || below.len() > line.len() + LONGER)
}

fn is_section(line: &str) -> bool {
    let capitals = line.len() - line.trim_start_matches(is_capital).len();
    (1..6).contains(&capitals) && line[capitals..].starts_with(". ")
}

/// "I. CĂN CỨ XÂY DỰNG", which goes on with "KẾ HOẠCH".
fn heads_in_capitals(line: &str) -> bool {
    is_section(line) && !line.contains(is_small)
}

/// "THÔNG TƯ" alone on its line, behind a place and date: the title begins here.
fn is_kind_heading(next: &str, lexicon: &Lexicon) -> bool {
    // Nearly every line goes on in small letters.
    if next.chars().nth(1).is_none_or(is_small) {
        return false;
    }
    let line = first_line(next).trim_end_matches(is_blank);
    let short = line.len() < 40 && !line.contains(char::is_lowercase);
    short && lexicon.kinds.by_name(&fold(line)).is_some()
}

/// `-`, `+`, `1.`, `a)`, `(1)`, `#`, `|`: what stands before the first word of an item.
pub(super) fn is_list_mark(token: &Token<'_>, next: Option<&Token<'_>>, position: usize) -> bool {
    if token.text.starts_with(is_dash)
        || matches!(token.text, "+" | "•" | "#" | "|" | ">" | "(" | ")" | "." | "·" | "“" | "\"")
    {
        return position > 0 || !matches!(token.text, "." | ")");
    }
    let numeral = token.text.len() <= 4
        && token.text.bytes().all(|b| b.is_ascii_digit() || matches!(b, b'I' | b'V' | b'X'))
        || token.text.chars().count() == 1 && token.text.chars().all(char::is_lowercase);
    numeral && next.is_some_and(|n| matches!(n.text, "." | ")"))
}

/// The first line of the text begins with a list mark.
pub(super) fn begins_item(text: &str) -> bool {
    // Nearly every line begins with a word, and a capital that is no numeral begins no list mark.
    if text.starts_with(|c| is_capital(c) && !matches!(c, 'I' | 'V' | 'X')) {
        return false;
    }
    let line = first_line(text);
    // A row of a table: its number, then the next cell.
    let digits = line.bytes().take_while(u8::is_ascii_digit).count();
    let row = (1..4).contains(&digits) && line[digits..].starts_with('\t');
    let mut tokens = ahead(line, 0);
    row || tokens.next().is_some_and(|first| is_list_mark(&first, tokens.next().as_ref(), 0))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn split(text: &str) -> Vec<&str> {
        let (spans, _) = paragraphs(text, Span::new(0, text.len()), Lexicon::embedded());
        spans.into_iter().map(|s| text[s.range()].trim()).collect()
    }

    #[test]
    fn a_broken_line_does_not_part_a_sentence() {
        assert_eq!(split("Thực hiện Chỉ\nthị số 5 của\nBan Bí thư").len(), 1);
        assert_eq!(split("phong cách Hồ Chí\n\nminh trong các cấp").len(), 1);
    }

    #[test]
    fn items_and_recitals_are_paragraphs() {
        assert_eq!(
            split("Căn cứ Luật A;\nCăn cứ Luật B;\n- Mục một\n- Mục hai"),
            ["Căn cứ Luật A;", "Căn cứ Luật B;", "- Mục một", "- Mục hai"]
        );
    }
}
