//! What reaches a terminal: words and their styles. Nothing else that a document or a name of a file holds is obeyed.

use luocdo::render::is_harmful;
use std::borrow::Cow;
use std::io::{self, Write};

/// Words for people on standard error.
pub fn tell(words: &str) -> io::Result<()> {
    anstream::stderr().write_all(styled(words).as_bytes())
}

/// Words with styles: what else a terminal would obey is shown as a sign.
pub fn styled(words: &str) -> Cow<'_, str> {
    shown(words, style, &['\n', '\t'])
}

/// Words of a document, line by line.
pub fn plain(words: &str) -> Cow<'_, str> {
    shown(words, |_| 0, &['\n', '\t'])
}

/// A name, or what is said of it: it stays in its line.
pub fn name(words: &str) -> Cow<'_, str> {
    shown(words, |_| 0, &[])
}

/// The length of the style that a text begins with: ESC, `[`, numbers, `m`.
fn style(text: &str) -> usize {
    let numbers =
        text.strip_prefix("\u{1b}[").map(|rest| rest.trim_start_matches(|c: char| c.is_ascii_digit() || c == ';'));
    numbers.and_then(|rest| rest.strip_prefix('m')).map_or(0, |rest| text.len() - rest.len())
}

fn shown<'w>(words: &'w str, style: fn(&str) -> usize, kept: &[char]) -> Cow<'w, str> {
    let obeyed = |c: char| (c.is_control() || is_harmful(c)) && !kept.contains(&c);
    if !words.contains(obeyed) {
        return Cow::Borrowed(words);
    }
    let (mut out, mut rest) = (String::with_capacity(words.len() + 16), words);
    while let Some(at) = rest.find(obeyed) {
        out.push_str(&rest[..at]);
        rest = &rest[at..];
        let styled = style(rest);
        if styled > 0 {
            out.push_str(&rest[..styled]);
            rest = &rest[styled..];
        } else if let Some(c) = rest.chars().next() {
            out.push(sign(c));
            rest = &rest[c.len_utf8()..];
        }
    }
    out.push_str(rest);
    Cow::Owned(out)
}

/// The picture that Unicode has of a control character; one for all others, and for marks that turn the order of letters.
fn sign(c: char) -> char {
    match u32::from(c) {
        code @ 0..0x20 => char::from_u32(0x2400 + code).unwrap_or(char::REPLACEMENT_CHARACTER),
        0x7F => '\u{2421}',
        _ => char::REPLACEMENT_CHARACTER,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn styles_stay_and_nothing_else_is_obeyed() {
        let words = "\u{1b}[1;31ma\u{1b}[0m \u{1b}[2Jb\r\u{9b}31m\n";
        assert_eq!(styled(words), "\u{1b}[1;31ma\u{1b}[0m ␛[2Jb␍\u{FFFD}31m\n");
        assert_eq!(plain(words), "␛[1;31ma␛[0m ␛[2Jb␍\u{FFFD}31m\n");
        assert_eq!(name("a\nlỗi: b\u{7f}\u{202E}c"), "a␊lỗi: b␡\u{FFFD}c");
        assert!(matches!(styled("Chỉ thị\n"), Cow::Borrowed(_)));
    }
}
