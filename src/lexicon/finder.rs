//! Finds kind words in a text by their first syllable.

use crate::text::Cursor;
use aho_corasick::{AhoCorasick, MatchKind};
use std::collections::BTreeMap;

/// Kind words of a lexicon, compiled. A search is linear in the text.
#[derive(Clone, Debug)]
pub struct KindFinder {
    first: AhoCorasick,
    /// For each pattern the kind words that begin with it, longest first.
    forms: Vec<Vec<String>>,
}

impl KindFinder {
    pub(super) fn new<'n>(names: impl Iterator<Item = &'n str>) -> Self {
        let mut by_first: BTreeMap<String, Vec<String>> = BTreeMap::new();
        for name in names {
            let first = name.split(' ').next().unwrap_or(name);
            for written in variants(first) {
                by_first.entry(written).or_default().push(name.to_string());
            }
        }
        for forms in by_first.values_mut() {
            forms.sort_by(|a, b| b.len().cmp(&a.len()).then(a.cmp(b)));
            forms.dedup();
        }
        let (patterns, forms): (Vec<String>, Vec<_>) = by_first.into_iter().unzip();
        let first = AhoCorasick::builder()
            .match_kind(MatchKind::LeftmostLongest)
            .build(&patterns)
            .expect("a few hundred short patterns compile");
        Self { first, forms }
    }

    /// Each kind word of the text with its bytes and its name in the lexicon, in order; the longest one at each place.
    pub fn find<'a>(&'a self, text: &'a str) -> impl Iterator<Item = (usize, usize, &'a str)> + 'a {
        self.first.find_iter(text).filter_map(move |found| {
            let start = found.start();
            if text[..start].chars().next_back().is_some_and(char::is_alphanumeric) {
                return None;
            }
            self.forms[found.pattern().as_usize()].iter().find_map(|form| {
                let mut cursor = Cursor::new(text, start);
                read_form(&mut cursor, form).then_some((start, cursor.at, form.as_str()))
            })
        })
    }
}

/// nghị, Nghị, NGHỊ, and the same with Ð for Đ.
fn variants(word: &str) -> Vec<String> {
    let small = word.to_lowercase();
    let mut chars = small.chars();
    let capital: String = chars.next().into_iter().flat_map(char::to_uppercase).chain(chars).collect();
    let upper = small.to_uppercase();
    let mut all = vec![small, capital, upper];
    let eth: Vec<String> = all.iter().filter(|w| w.contains('Đ')).map(|w| w.replace('Đ', "Ð")).collect();
    all.extend(eth);
    all.sort();
    all.dedup();
    all
}

/// Each syllable in any case with gaps of at most one line end between; Ð counts as Đ.
fn read_form(cursor: &mut Cursor<'_>, form: &str) -> bool {
    for (index, syllable) in form.split(' ').enumerate() {
        if index > 0 {
            let before = cursor.at;
            if !cursor.gap(1) || cursor.at == before {
                return false;
            }
        }
        let eth = || syllable.to_uppercase().replace('Đ', "Ð");
        if !cursor.word(syllable, false) && !(cursor.rest().starts_with('Ð') && cursor.word(&eth(), false)) {
            return false;
        }
    }
    true
}
