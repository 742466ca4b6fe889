//! Words and marks around a place of a text, for the small windows in which mentions are read.

use crate::text::fold::{fold, fold_onto};
use crate::text::{after_gap, is_gap, letter};

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

    /// A word of two letters or more, all of them capitals.
    pub fn is_capitals(&self) -> bool {
        self.text.chars().all(char::is_uppercase) && self.text.chars().nth(1).is_some()
    }

    /// Its folded word; nothing for a mark.
    pub fn key(&self) -> String {
        if self.is_word() { fold(self.text) } else { String::new() }
    }

    /// It is this word, given in small letters.
    pub fn is(&self, word: &str) -> bool {
        letter::same_word(self.text, word)
    }
}

/// The tokens from byte `at` on, one at a time.
pub(super) fn ahead(text: &str, mut at: usize) -> impl Iterator<Item = Token<'_>> {
    std::iter::from_fn(move || {
        let (start, lines) = after_gap(text, at);
        let end = letter::word_end(text, start);
        at = if end > start { end } else { start + text[start..].chars().next()?.len_utf8() };
        Some(Token { start, end: at, text: &text[start..at], lines })
    })
}

/// The tokens before byte `at`, nearest first, one at a time.
pub(super) fn behind(text: &str, mut at: usize) -> impl Iterator<Item = Token<'_>> {
    std::iter::from_fn(move || {
        let mut lines = 0;
        loop {
            let c = text[..at].chars().next_back()?;
            if is_gap(c) {
                lines += usize::from(c == '\n');
                at -= c.len_utf8();
                continue;
            }
            let end = at;
            at = if letter::is_word(c) { letter::word_start(text, at) } else { at - c.len_utf8() };
            return Some(Token { start: at, end, text: &text[at..end], lines });
        }
    })
}

/// Tokens for which room is made at once: making more room costs more than having it.
const ROOM: usize = 48;

/// Up to `most` tokens from byte `at` on.
pub(super) fn forward(text: &str, at: usize, most: usize) -> Vec<Token<'_>> {
    let mut tokens = Vec::with_capacity(most.min(ROOM));
    tokens.extend(ahead(text, at).take(most));
    tokens
}

/// Up to `most` tokens before byte `at`, nearest first.
pub(super) fn backward(text: &str, at: usize, most: usize) -> Vec<Token<'_>> {
    let mut tokens = Vec::with_capacity(most.min(ROOM));
    tokens.extend(behind(text, at).take(most));
    tokens
}

/// Tokens that are found no further than they are asked for.
pub(super) struct Row<'t, Tokens> {
    found: Vec<Token<'t>>,
    rest: Tokens,
}

impl<'t, Tokens: Iterator<Item = Token<'t>>> Row<'t, Tokens> {
    pub fn new(tokens: Tokens) -> Self {
        Self { found: Vec::with_capacity(ROOM), rest: tokens }
    }

    pub fn get(&mut self, index: usize) -> Option<Token<'t>> {
        while self.found.len() <= index {
            self.found.push(self.rest.next()?);
        }
        Some(self.found[index])
    }

    /// The token is there and this word.
    pub fn is(&mut self, index: usize, word: &str) -> bool {
        self.get(index).is_some_and(|token| token.is(word))
    }
}

/// The folded words of a row of tokens in one string, so that every run of them is a slice of it. Marks are left out.
pub(super) struct Keys {
    joined: String,
    /// Where the word of each token begins and ends; a mark has no bytes.
    places: Vec<(usize, usize)>,
}

impl Keys {
    pub fn of(tokens: &[Token<'_>]) -> Self {
        let mut joined = String::with_capacity(tokens.len() * 8);
        let mut places = Vec::with_capacity(tokens.len());
        for token in tokens {
            let mut start = joined.len();
            if token.is_word() {
                if start > 0 {
                    joined.push(' ');
                    start += 1;
                }
                fold_onto(token.text, &mut joined);
            }
            places.push((start, joined.len()));
        }
        Self { joined, places }
    }

    /// The folded word of a token; nothing for a mark.
    pub fn word(&self, index: usize) -> &str {
        let (start, end) = self.places[index];
        &self.joined[start..end]
    }

    /// The words from one token, which is a word, to before another, one space between.
    pub fn run(&self, from: usize, to: usize) -> &str {
        &self.joined[self.places[from].0..self.places[to - 1].1]
    }

    /// The words of at most `most` tokens before one of them, nearest first.
    pub fn before(&self, index: usize, most: usize) -> impl Iterator<Item = &str> {
        self.places[..index].iter().rev().take(most).map(|&(start, end)| &self.joined[start..end])
    }
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
    #[test]
    fn runs_of_keys_leave_marks_out() {
        let keys = Keys::of(&forward("Căn cứ, theo HOÀ", 0, 9));
        assert_eq!(keys.run(0, 4), "căn cứ theo");
        assert_eq!((keys.word(2), keys.word(4), keys.word(0)), ("", "hòa", "căn"));
        assert_eq!(keys.before(3, 2).collect::<Vec<_>>(), ["", "cứ"]);
    }
}
