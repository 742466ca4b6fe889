//! How well the words about a document fit a title: shared pairs of neighbouring syllables.
//!
//! A title in a citation is seldom complete and often runs on, so the measure asks how much of the shorter one stands in
//! the other, in order, pair by pair. Single syllables would fit anything: Vietnamese has few.

use crate::text::fold::fold;
use std::collections::HashSet;

/// A title fits if this share of its pairs, and at least three of them, stand in the other.
const ENOUGH: f32 = 0.6;

/// Two titles contradict each other if neither holds more than this share of the other's pairs.
const STRANGERS: f32 = 0.2;

/// True if the words can be about the document with this title.
pub(super) fn fits(words: &str, title: &str) -> bool {
    share(words, title) >= ENOUGH
}

/// True if the two cannot be titles of one document.
pub(crate) fn contradict(one: &str, other: &str) -> bool {
    let (a, b) = (pairs(one), pairs(other));
    a.len() >= 3 && b.len() >= 3 && overlap(&a, &b) <= STRANGERS && overlap(&b, &a) <= STRANGERS
}

/// The share of the title's pairs that stand in the words, or of the words' pairs in the title where those are fewer;
/// 0 if fewer than three are shared.
pub(super) fn share(words: &str, title: &str) -> f32 {
    let (words, title) = (pairs(words), pairs(title));
    let common = title.intersection(&words).count();
    if common < 3 {
        return 0.0;
    }
    overlap(&title, &words).max(overlap(&words, &title))
}

fn overlap(of: &HashSet<(String, String)>, within: &HashSet<(String, String)>) -> f32 {
    if of.is_empty() {
        return 0.0;
    }
    of.intersection(within).count() as f32 / of.len() as f32
}

fn pairs(text: &str) -> HashSet<(String, String)> {
    let folded = fold(text);
    let words: Vec<&str> = folded.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    words.windows(2).map(|pair| (pair[0].to_string(), pair[1].to_string())).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

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
