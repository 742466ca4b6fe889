//! A text as words with their bytes and keys, for matching names word by word.

use crate::text::fold::fold;
use crate::text::letter::{self, is_letter};
use std::ops::Range;

/// One word of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Word {
    /// Its bytes in the text.
    pub(super) range: Range<usize>,
    /// Its folded form.
    pub(super) key: String,
    /// True if it begins with a capital.
    pub(super) capital: bool,
}

/// The words of a text: runs of letters, digits and combining marks.
pub(super) fn words(text: &str) -> Vec<Word> {
    let mut found = Vec::with_capacity(text.len() / 6 + 1);
    let mut start = None;
    for (at, c) in text.char_indices().chain([(text.len(), ' ')]) {
        let inside = letter::is_word(c) || ('\u{300}'..='\u{36F}').contains(&c);
        match (start, inside) {
            (None, true) => start = Some(at),
            (Some(from), false) => {
                let word = &text[from..at];
                let capital = word.chars().next().is_some_and(letter::is_capital);
                found.push(Word { range: from..at, key: fold(word), capital });
                start = None;
            }
            _ => {}
        }
    }
    found
}

/// The words of a run by their keys, with single spaces.
pub(super) fn join(run: &[Word]) -> String {
    let mut joined = String::with_capacity(run.iter().map(|word| word.key.len() + 1).sum());
    for (index, word) in run.iter().enumerate() {
        if index > 0 {
            joined.push(' ');
        }
        joined.push_str(&word.key);
    }
    joined
}

/// The runs that begin with the first word, the longest first: how many words, and their keys in what [`join`] gives for all.
pub(super) fn prefixes<'k>(run: &'k [Word], joined: &'k str) -> impl Iterator<Item = (usize, &'k str)> {
    let mut end = joined.len();
    (1..=run.len()).rev().map(move |length| {
        let key = &joined[..end];
        end = (end - run[length - 1].key.len()).saturating_sub(1);
        (length, key)
    })
}

/// True if letters in capitals may be a syllable as well as an abbreviation: ĐẦU TƯ is no Trung ương.
pub(super) fn is_syllable(token: &str) -> bool {
    let letters: Vec<char> = token.chars().filter(|&c| is_letter(c)).collect();
    letters.len() < 4
        && letters.iter().skip(1).any(|c| matches!(c, 'A' | 'Ă' | 'Â' | 'E' | 'Ê' | 'I' | 'O' | 'Ô' | 'Ơ' | 'U' | 'Ư'))
}
