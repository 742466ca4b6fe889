//! Footnotes that stand at the end of the text as lines of their own, which their marks in the text prove.
//!
//! `(1) Kế hoạch số …` opens a footnote only where `… điều hành(1);` stands above it: a list in the text has its marks at
//! the beginnings of lines or behind a gap. `[1]` proves itself and is told by `zones`.

use super::class::is_section;
use super::lines::Row;
use crate::text::letter::{is_letter, is_small};
use memchr::memmem;

/// Where the first of the footnotes that end the text begins.
pub(super) fn at_the_end(text: &str, lines: &[Row<'_>]) -> Option<usize> {
    // Nearly every line begins with a letter or another number.
    let may_be = |row: &Row<'_>| matches!(row.words.as_bytes().first(), Some(b'0' | b'1' | b'('));
    let is_first = |row: &Row<'_>| may_be(row) && number_of(row.words).is_some_and(|(number, _)| number == 1);
    let first = lines.iter().rposition(is_first)?;
    let (_, mark) = number_of(lines[first].words)?;
    // They count up, and nothing of the text stands behind them.
    let mut last = 0;
    for row in &lines[first..] {
        match number_of(row.words) {
            Some((number, _)) if number == last + 1 => last = number,
            Some(_) => return None,
            None if is_section(row.words) => return None,
            None => {}
        }
    }
    let above = lines.first().map_or(0, |row| row.line.start);
    let start = lines[first].line.start;
    is_marked(&text[above..start], mark).then_some(start)
}

/// The number with which a line opens, in brackets or bare, and its mark: `(2) Quyết định …`, `2 Quyết định …`.
fn number_of(words: &str) -> Option<(u32, &str)> {
    let bare = words.strip_prefix('(').unwrap_or(words);
    let digits = bare.bytes().take(3).take_while(u8::is_ascii_digit).count();
    let number = bare[..digits].parse().ok()?;
    let rest = if bare.len() < words.len() { bare[digits..].strip_prefix(')')? } else { &bare[digits..] };
    let opens = rest.strip_prefix(' ').is_some_and(|rest| rest.starts_with(char::is_uppercase));
    opens.then(|| (number, &words[..words.len() - rest.len()]))
}

/// The mark stands right behind a word, and no letter or digit behind it.
fn is_marked(text: &str, mark: &str) -> bool {
    memmem::find_iter(text.as_bytes(), mark).any(|at| {
        let behind = text[at + mark.len()..].chars().next();
        // A class, a form or a symbol in capitals may end in a digit.
        let word = text[..at].chars().next_back().is_some_and(|c| is_small(c) || mark.starts_with('(') && is_letter(c));
        word && !behind.is_some_and(char::is_alphanumeric)
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::lines::rows;

    fn found(text: &str) -> Option<&str> {
        let lines: Vec<Row<'_>> = rows(text, 0).collect();
        at_the_end(text, &lines).map(|at| &text[at..])
    }

    #[test]
    fn footnotes_end_the_text_and_have_their_marks_above() {
        for (text, notes) in [
            ("Đã gửi hai văn bản(1).\n(1) Kế hoạch A.\n", "(1) Kế hoạch A.\n"),
            (
                "Đã gửi hai văn bản1; đã lập tổ2.\n\n1 Kế hoạch A;\nCông văn B.\n2 Quyết định C.\n",
                "1 Kế hoạch A;\nCông văn B.\n2 Quyết định C.\n",
            ),
        ] {
            assert_eq!(found(text), Some(notes), "{text}");
        }
    }

    #[test]
    fn numbered_lines_without_a_mark_in_the_text_are_no_footnotes() {
        for text in [
            "Có hai việc:\n(1) Kế hoạch A;\n(2) Kế hoạch B.\n",
            "Có hai việc: (1) Lập tổ; (2) Trồng cây.\n(1) Kế hoạch A.\n",
            "Đã gửi văn bản(1).\n(1) Kế hoạch A.\nII. KẾT QUẢ\n",
            "Đã gửi văn bản(1).\n(1) Kế hoạch A.\n(3) Kế hoạch B.\n",
            "Chi 50.0001 đồng cho lớp A1.\n1 Kế hoạch A.\n",
        ] {
            assert_eq!(found(text), None, "{text}");
        }
    }
}
