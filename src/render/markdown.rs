//! Text that Markdown shows as it is: what formats share that are read as Markdown.

use super::is_harmful;

/// One line: what Markdown or HTML could take for its own stands behind a backslash, as do the signs that make a list, a
/// quotation, a heading or a rule where a line begins with them. Blanks before it go; line ends and tabs are blanks.
pub(super) fn line(words: &str) -> String {
    let words = words.trim_start();
    let digits = words.bytes().take_while(u8::is_ascii_digit).count();
    let opening = match words[digits..].chars().next() {
        Some('-' | '+' | '=') if digits == 0 => Some(0),
        Some('.' | ')') if digits > 0 => Some(digits),
        _ => None,
    };
    let mut plain = String::with_capacity(words.len());
    for (at, c) in words.char_indices() {
        match c {
            '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '|' | '#' | '~' | '&' => plain.extend(['\\', c]),
            '\n' | '\r' | '\t' => plain.push(' '),
            c if is_harmful(c) => {}
            c if opening == Some(at) => plain.extend(['\\', c]),
            c => plain.push(c),
        }
    }
    plain
}

/// A path in a line, as code: whatever stands in it stays.
pub(super) fn code(path: &str) -> String {
    let longest = path.split(|c| c != '`').map(str::len).max().unwrap_or(0);
    let mark = "`".repeat(longest + 1);
    let path: String = path.chars().map(|c| if c.is_control() { ' ' } else { c }).filter(|c| !is_harmful(*c)).collect();
    let edge = if path.starts_with('`') || path.ends_with('`') { " " } else { "" };
    format!("{mark}{edge}{path}{edge}{mark}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_document_cannot_write_markdown() {
        assert_eq!(line("a|b <script> [x](y)\nz &amp; *"), "a\\|b \\<script\\> \\[x\\](y) z \\&amp; \\*");
        for (words, shown) in [
            ("1. Căn cứ", "1\\. Căn cứ"),
            ("12) Căn cứ", "12\\) Căn cứ"),
            ("- Lưu: VT", "\\- Lưu: VT"),
            ("    > x", "\\> x"),
            ("===", "\\==="),
            ("12/KH-UBND", "12/KH-UBND"),
            ("Điều 1. Căn cứ", "Điều 1. Căn cứ"),
        ] {
            assert_eq!(line(words), shown);
        }
    }

    #[test]
    fn a_path_stays_in_its_line_and_between_its_marks() {
        assert_eq!(code("kho/a.txt"), "`kho/a.txt`");
        assert_eq!(code("a\nb`c.txt"), "``a b`c.txt``");
        assert_eq!(code("a\u{202E}txt.exe"), "`atxt.exe`");
    }
}
