//! How well the words about a document fit a title: shared pairs of neighbouring syllables.
//!
//! A title in a citation is seldom complete and often runs on, so the measure asks how much of the shorter one stands in
//! the other, in order, pair by pair. Single syllables would fit anything: Vietnamese has few. Pairs are compared by a
//! hash of 64 bits; [`Titles`] keeps those of each text, because the same titles come a million times.

use crate::text::fold::fold;
use foldhash::quality::FixedState;
use std::hash::BuildHasher;
use std::sync::Arc;

/// A title fits if this share of its pairs, and at least three of them, stand in the other.
const ENOUGH: f32 = 0.6;

/// Two titles contradict each other if neither holds more than this share of the other's pairs.
const STRANGERS: f32 = 0.2;

/// The same in every run.
const HASH: FixedState = FixedState::with_seed(0);

/// The pairs of a title, each once, in the order of their hashes.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Pairs(Vec<u64>);

impl Pairs {
    /// The pairs of a text.
    pub(super) fn of(text: &str) -> Self {
        let folded = fold(text);
        let mut words = folded.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
        let mut pairs = Vec::new();
        let mut before = words.next();
        for word in words {
            pairs.push(HASH.hash_one((before, word)));
            before = Some(word);
        }
        pairs.sort_unstable();
        pairs.dedup();
        Self(pairs)
    }

    /// How many pairs both have.
    fn common(&self, other: &Self) -> usize {
        let (mut a, mut b) = (self.0.iter().peekable(), other.0.iter().peekable());
        let mut count = 0;
        while let (Some(one), Some(two)) = (a.peek(), b.peek()) {
            match one.cmp(two) {
                std::cmp::Ordering::Less => drop(a.next()),
                std::cmp::Ordering::Greater => drop(b.next()),
                std::cmp::Ordering::Equal => {
                    count += 1;
                    a.next();
                    b.next();
                }
            }
        }
        count
    }

    /// The share of one's pairs in the other, of the shorter one; 0 if fewer than three are shared.
    pub(super) fn share(&self, other: &Self) -> f32 {
        let common = self.common(other);
        if common < 3 { 0.0 } else { common as f32 / self.0.len().min(other.0.len()) as f32 }
    }

    /// True if one can be the title in the words of the other.
    pub(super) fn fits(&self, other: &Self) -> bool {
        self.share(other) >= ENOUGH
    }

    /// True if the two cannot be titles of one document.
    pub(super) fn contradicts(&self, other: &Self) -> bool {
        let (a, b) = (self.0.len(), other.0.len());
        // What neither holds more of than this is measured by the shorter one.
        a >= 3 && b >= 3 && self.common(other) as f32 / a.min(b) as f32 <= STRANGERS
    }
}

/// Titles that have been taken apart, by their text.
#[derive(Debug, Default)]
pub(super) struct Titles {
    known: super::Known<String, Title>,
    pairs: Vec<Arc<Pairs>>,
}

/// A title that has been taken apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) struct Title(u32);

impl Titles {
    /// The pairs of a title.
    pub(super) fn of(&mut self, text: &str) -> Arc<Pairs> {
        let title = self.title(text);
        self.pairs(title).clone()
    }

    /// The title of this text.
    pub(super) fn title(&mut self, text: &str) -> Title {
        if let Some(&known) = self.known.get(text) {
            return known;
        }
        let title = Title(u32::try_from(self.pairs.len()).expect("fewer titles than that"));
        self.pairs.push(Arc::new(Pairs::of(text)));
        self.known.insert(text.to_owned(), title);
        title
    }

    /// As [`Pairs::fits`].
    pub(super) fn fit(&self, one: Title, other: Title) -> bool {
        self.pairs(one).fits(self.pairs(other))
    }

    fn pairs(&self, Title(at): Title) -> &Arc<Pairs> {
        &self.pairs[at as usize]
    }
}

/// True if the two cannot be titles of one document.
pub(crate) fn contradict(one: &str, other: &str) -> bool {
    Pairs::of(one).contradicts(&Pairs::of(other))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fits(words: &str, title: &str) -> bool {
        Pairs::of(words).fits(&Pairs::of(title))
    }

    #[test]
    fn a_title_fits_when_it_is_cut_short_or_runs_on() {
        let title = "đẩy mạnh học tập và làm theo tư tưởng, đạo đức, phong cách Hồ Chí Minh";
        assert!(fits(
            "“Về đẩy mạnh học tập và làm theo tư tưởng, đạo đức, phong cách Hồ Chí Minh” và Chuyên đề toàn khóa",
            title
        ));
        assert!(fits("đẩy mạnh học tập và làm theo tư tưởng", title));
        assert!(!fits("học tập, quán triệt nghị quyết của Đảng", title));
        assert!(!fits("tư tưởng", title), "two syllables fit anything");
    }

    #[test]
    fn titles_of_different_documents_contradict_each_other() {
        assert!(contradict("tổ chức hội thi cán bộ công đoàn giỏi", "phòng chống thiên tai trên địa bàn tỉnh"));
        assert!(!contradict("tổ chức hội thi cán bộ công đoàn giỏi năm 2021", "về hội thi cán bộ công đoàn giỏi"));
        assert!(!contradict("thi đua", "phòng chống thiên tai trên địa bàn tỉnh"), "too short to tell");
    }
}
