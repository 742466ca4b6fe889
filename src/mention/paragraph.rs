//! Paragraphs of a text whose lines a converter may have broken anywhere.
//!
//! A line end is a new paragraph only where the words say so: behind a mark before a capital, before an item, a recital or an
//! article, and below a heading.

use super::words::{Token, ahead};
use crate::lexicon::Lexicon;
use crate::text::fold::fold;
use crate::text::letter::{is_capital, is_small};
use crate::text::{Span, is_dash};

/// The paragraphs of a text up to the one that holds byte `last`. A line end inside a sentence does not part them.
pub(super) fn paragraphs(text: &str, last: usize, lexicon: &Lexicon) -> Vec<Span> {
    let mut spans = Vec::new();
    // The paragraph and the line at hand, the end of the last words, and the beginning of the next ones.
    let (mut start, mut line, mut end, mut next) = (0, 0, 0, 0);
    let holds_words = |span: Span| !text[span.range()].trim_start().is_empty();
    for at in memchr::memchr_iter(b'\n', text.as_bytes()) {
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
        if parts(text, Span::new(start, end.max(start)), Span::new(at, next), lexicon) {
            spans.extend(Some(Span::new(start, at)).filter(|span| end > start || holds_words(*span)));
            start = line;
            if start > last {
                break;
            }
        }
    }
    if start <= last {
        spans.extend(Some(Span::new(start, text.len())).filter(|span| holds_words(*span)));
    }
    if spans.is_empty() {
        spans.push(Span::new(0, text.len()));
    }
    if let Some(first) = spans.first_mut() {
        first.start = 0;
    }
    spans
}

fn is_blank(c: char) -> bool {
    c.is_whitespace() || c == '*' || c == '_'
}

/// Whether the line ends in a gap part the words before it from those behind it.
fn parts(text: &str, before: Span, gap: Span, lexicon: &Lexicon) -> bool {
    let line = &text[before.range()];
    let next = text[gap.end..].trim_start_matches(|c: char| c != '\n' && is_blank(c));
    let Some(first) = next.chars().next().filter(|&c| c != '\n') else { return false };
    if line.is_empty() {
        return true;
    }
    let blank = text.as_bytes()[gap.start + 1..gap.end].contains(&b'\n');
    // "các Tờ trình:" and the numbers on the next line are one list.
    if line.ends_with(':') && next.strip_prefix("Số ").is_some_and(|n| n.starts_with(|c: char| c.is_ascii_digit())) {
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
    if !small && (is_heading_above(line, next) || is_kind_heading(next, lexicon) && !heads_in_capitals(line)) {
        return true;
    }
    let opens = [
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
    let opening = matches!(first, 'C' | 'H' | 'T' | 'X' | 'Đ' | 'K' | 'N' | 'P' | 'Q' | 'S' | 'V');
    opening && opens.iter().any(|word| next.starts_with(word)) && !line.ends_with(['(', '“', '-'])
}

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
        paragraphs(text, text.len(), Lexicon::embedded()).into_iter().map(|s| text[s.range()].trim()).collect()
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
