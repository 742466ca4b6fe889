//! Words and marks around a place of a text, for the small windows in which mentions are read.

use crate::text::{is_gap, letter};

/// A word or a mark, with its bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Token<'t> {
    pub start: usize,
    pub end: usize,
    pub text: &'t str,
    /// Line ends between it and the token nearer to the place asked about.
    pub lines: usize,
}

impl Token<'_> {
    /// A run of letters and digits; else one mark.
    pub fn is_word(&self) -> bool {
        self.text.starts_with(letter::is_word)
    }

    /// It is this word, given in small letters.
    pub fn is(&self, word: &str) -> bool {
        letter::same_word(self.text, word)
    }
}

/// Up to `most` tokens from byte `at` on.
pub(super) fn forward(text: &str, at: usize, most: usize) -> Vec<Token<'_>> {
    let mut tokens = Vec::with_capacity(most.min(16));
    let (mut at, mut lines) = (at, 0);
    while tokens.len() < most {
        let Some(c) = text[at..].chars().next() else { break };
        if is_gap(c) {
            lines += usize::from(c == '\n');
            at += c.len_utf8();
            continue;
        }
        let end = if letter::is_word(c) { letter::word_end(text, at) } else { at + c.len_utf8() };
        tokens.push(Token { start: at, end, text: &text[at..end], lines });
        at = end;
        lines = 0;
    }
    tokens
}

/// Up to `most` tokens before byte `at`, nearest first.
pub(super) fn backward(text: &str, at: usize, most: usize) -> Vec<Token<'_>> {
    let mut tokens = Vec::with_capacity(most.min(16));
    let (mut at, mut lines) = (at, 0);
    while tokens.len() < most {
        let Some(c) = text[..at].chars().next_back() else { break };
        if is_gap(c) {
            lines += usize::from(c == '\n');
            at -= c.len_utf8();
            continue;
        }
        let start = if letter::is_word(c) { letter::word_start(text, at) } else { at - c.len_utf8() };
        tokens.push(Token { start, end: at, text: &text[start..at], lines });
        at = start;
        lines = 0;
    }
    tokens
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_directions_see_the_same_words() {
        let text = "theo  Điều 5,\n\nNghị định";
        let mut back: Vec<&str> = backward(text, text.len(), 9).iter().map(|t| t.text).collect();
        back.reverse();
        assert_eq!(back, forward(text, 0, 9).iter().map(|t| t.text).collect::<Vec<_>>());
        assert_eq!(forward(text, 0, 9)[4].lines, 2);
    }
}
