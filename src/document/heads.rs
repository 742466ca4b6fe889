//! Closed lists of words with which a line may begin, asked by their first byte.

/// The words of a list by their first byte.
pub(super) struct Heads {
    words: Vec<(&'static str, String)>,
    /// For each byte where its words begin; the next entry is where they end.
    from: Vec<usize>,
}

impl Heads {
    /// The words of a list in which `|` stands between them.
    pub(super) fn of(list: &'static str) -> Self {
        Self::keyed(list, str::to_owned)
    }

    /// The words of a list, asked for by what `key` makes of them.
    pub(super) fn keyed(list: &'static str, key: impl Fn(&str) -> String) -> Self {
        let mut words: Vec<(&'static str, String)> = list.split('|').map(|word| (word, key(word))).collect();
        let first = |word: &(&str, String)| word.1.as_bytes().first().copied().map_or(0, usize::from);
        words.sort_by_key(first);
        let from = (0..=256).map(|byte| words.partition_point(|word| first(word) < byte)).collect();
        Self { words, from }
    }

    /// The words, each with its key, that have the first byte of a text, in the order of the list.
    pub(super) fn like(&self, text: &str) -> &[(&'static str, String)] {
        match text.as_bytes().first() {
            Some(&byte) => &self.words[self.from[usize::from(byte)]..self.from[usize::from(byte) + 1]],
            None => &[],
        }
    }

    /// What follows the first word of the list with which a text begins and that `goes_on` takes.
    pub(super) fn strip<'t>(&self, text: &'t str, goes_on: impl Fn(&str) -> bool) -> Option<&'t str> {
        let mut rests = self.like(text).iter().filter_map(|(_, key)| text.strip_prefix(key.as_str()));
        rests.find(|rest| goes_on(rest))
    }

    /// True if the text begins with a word of the list.
    pub(super) fn open(&self, text: &str) -> bool {
        self.strip(text, |_| true).is_some()
    }

    /// True if the text is a word of the list.
    pub(super) fn hold(&self, text: &str) -> bool {
        self.like(text).iter().any(|(_, key)| key == text)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_begins_with_the_first_word_that_goes_on() {
        let heads = Heads::of("bộ |ban|ban chỉ");
        assert_eq!(heads.strip("ban chỉ đạo", |rest| rest.starts_with(' ')), Some(" chỉ đạo"));
        assert_eq!(heads.strip("ban chỉ đạo", |rest| rest.starts_with(" đ")), Some(" đạo"));
        assert!(heads.open("bộ y tế") && !heads.open("bộ") && !heads.open(""));
        assert!(heads.hold("ban") && !heads.hold("ban "));
        assert_eq!(Heads::keyed("Ban|Bộ", str::to_lowercase).like("bí thư").len(), 2);
    }
}
