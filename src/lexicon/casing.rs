//! An organ's name in capitals into the capitals of running text.
//!
//! Known names and words keep their own capitals; unit words (tỉnh, huyện) and small words (và, các) are small and the
//! name behind a unit word has a capital at each syllable. What nobody knows is taken for a name.

use super::organ_words::{OrganWords, WordUse};
use super::words::{Word, is_syllable, join, prefixes, words};
use super::{Index, WordSet};
use unicode_normalization::UnicodeNormalization as _;

/// Capitals of known names and words, by their keys.
#[derive(Clone, Debug)]
pub(super) struct Casing {
    known: Index<Vec<String>>,
    /// The words with which known names begin.
    first_words: WordSet,
    small: WordSet,
    abbreviations: WordSet,
    longest: usize,
}

impl Casing {
    /// Learns from full names, from their parts between capitals, and from the table of words.
    pub(super) fn new<'a>(names: impl Iterator<Item = &'a String>, table: &OrganWords) -> Self {
        let of = |word_use: WordUse| table.all().iter().filter(move |word| word.word_use == word_use);
        let small: WordSet = of(WordUse::Small).flat_map(|word| keys(&word.written)).collect();
        let abbreviations = of(WordUse::Abbreviation).map(|word| word.written.clone()).collect();
        let first_words = UNITS.iter().filter_map(|unit| unit.split(' ').next()).map(str::to_owned).collect();
        let mut casing = Self { known: Index::default(), first_words, small, abbreviations, longest: 0 };
        let names: Vec<&String> = names.collect();
        names.iter().for_each(|name| casing.learn(name));
        of(WordUse::Capitals).for_each(|word| casing.learn(&word.full));
        for name in names {
            for part in casing.parts(name) {
                casing.learn(&part);
            }
        }
        casing
    }

    /// The text with the capitals of running text; what stands between words is kept.
    pub(super) fn apply(&self, text: &str) -> String {
        let words = words(text);
        let mut out = String::with_capacity(text.len());
        let (mut at, mut end, mut in_name) = (0, 0, false);
        while at < words.len() {
            let between = &text[end..words[at].range.start];
            out.push_str(between);
            in_name &= !matches!(words[at].key.as_str(), "lần" | "khóa" | "nhiệm");
            in_name &= !between.contains([',', ';', '(', '\n', '/']) && !between.contains(" -");
            let forms = self.at(text, &words, at, in_name);
            if let Some(unit) = forms.as_ref().filter(|forms| is_unit(&forms.join(" "))) {
                in_name = words.len() > at + unit.len();
            }
            let forms = forms
                .unwrap_or_else(|| vec![self.single(&text[words[at].range.clone()], &words[at], in_name, at == 0)]);
            for (offset, form) in forms.iter().enumerate() {
                let word = &words[at + offset];
                if offset > 0 {
                    out.push_str(&text[words[at + offset - 1].range.end..word.range.start]);
                }
                let first = out.is_empty();
                out.push_str(&if first { capitalised(form) } else { form.clone() });
            }
            at += forms.len();
            end = words[at - 1].range.end;
        }
        out.push_str(&text[end..]);
        out
    }

    /// The capitals of the longest known run of words here. Inside a place's name only longer runs count: the syllables
    /// of a name may be words too.
    fn at(&self, text: &str, words: &[Word], at: usize, in_name: bool) -> Option<Vec<String>> {
        if !self.first_words.contains(&words[at].key) {
            return None;
        }
        let least = if in_name { 3 } else { 1 };
        let rest = &words[at..words.len().min(at + self.longest)];
        let close = |pair: &&[Word]| !text[pair[0].range.end..pair[1].range.start].contains(['\n', '(', '/']);
        let run = &rest[..rest.windows(2).take_while(close).count() + 1];
        let joined = join(run);
        prefixes(run, &joined).take_while(|(length, _)| *length >= least).find_map(|(_, key)| {
            let unit = || key.split(' ').map(str::to_owned).collect();
            if is_unit(key) { Some(unit()) } else { self.known.get(key).cloned() }
        })
    }

    fn single(&self, written: &str, word: &Word, in_name: bool, first: bool) -> String {
        if self.abbreviations.contains(written) && !is_syllable(written) || is_no_word(written, &word.key) {
            return written.to_owned();
        }
        let roman = !word.key.is_empty() && word.key.chars().all(|c| matches!(c, 'i' | 'v' | 'x'));
        if roman && !in_name && !first {
            word.key.to_uppercase()
        } else if !in_name && self.small.contains(&word.key) {
            word.key.clone()
        } else {
            capitalised(&word.key)
        }
    }

    fn learn(&mut self, name: &str) {
        let words = words(name);
        self.longest = self.longest.max(words.len());
        let key = join(&words);
        self.first_words.extend(words.first().map(|word| word.key.clone()));
        let forms = || words.iter().map(|word| name[word.range.clone()].to_owned()).collect();
        self.known.entry(key).or_insert_with(forms);
    }

    /// The words of several syllables in a name: from one capital to the next, without small words at the end.
    fn parts(&self, name: &str) -> Vec<String> {
        let words = words(name);
        let starts: Vec<usize> = (0..words.len()).filter(|&i| words[i].capital).collect();
        let ends = starts.iter().skip(1).copied().chain([words.len()]);
        let mut parts = Vec::new();
        for (&start, mut end) in starts.iter().zip(ends) {
            while end > start + 1 && self.small.contains(&words[end - 1].key) {
                end -= 1;
            }
            parts.push(name[words[start].range.start..words[end - 1].range.end].to_owned());
        }
        parts
    }
}

/// Capitals that nobody can speak as a syllable: an abbreviation (`TH`, `THCS`, `ĐH`), or a figure (`III`).
fn is_no_word(written: &str, key: &str) -> bool {
    const VOWELS: &str = "aăâeêoôơuưy";
    let (mut letters, mut figures) = (0, 0);
    let mut spoken = false;
    for c in key.nfd().filter(|&c| c == 'đ' || c.is_ascii_alphabetic()) {
        if VOWELS.contains(c) {
            return false;
        }
        letters += 1;
        spoken |= c == 'i';
        figures += usize::from(matches!(c, 'i' | 'v' | 'x'));
    }
    // "VI" and "XI" may be names.
    let figure = figures == letters && (letters > 2 || matches!(key, "ii" | "iv" | "ix"));
    letters > 1 && (figure || !spoken) && !written.contains(char::is_lowercase)
}

/// Words of territorial units; the name follows.
pub(super) const UNITS: [&str; 9] =
    ["thành phố", "thị trấn", "thị xã", "đặc khu", "phường", "huyện", "quận", "tỉnh", "xã"];

fn is_unit(key: &str) -> bool {
    UNITS.contains(&key)
}

fn keys(text: &str) -> Vec<String> {
    words(text).into_iter().map(|word| word.key).collect()
}

/// The word with a capital first letter.
pub(super) fn capitalised(word: &str) -> String {
    let mut chars = word.chars();
    chars.next().map_or_else(String::new, |first| first.to_uppercase().chain(chars).collect())
}

#[cfg(test)]
mod tests {
    use crate::lexicon::Lexicon;

    fn proper(capitals: &str) -> String {
        Lexicon::embedded().organs.proper_case(capitals)
    }

    #[test]
    fn known_organs_get_the_capitals_of_running_text() {
        for (capitals, written) in [
            ("ỦY BAN NHÂN DÂN TỈNH SƠN LA", "Ủy ban nhân dân tỉnh Sơn La"),
            ("UỶ BAN NHÂN DÂN\nTHÀNH PHỐ HÀ NỘI", "Ủy ban nhân dân\nthành phố Hà Nội"),
            ("LIÊN ĐOÀN LAO ĐỘNG HUYỆN TUY PHONG", "Liên đoàn Lao động huyện Tuy Phong"),
            ("BỘ LAO ĐỘNG - THƯƠNG BINH VÀ XÃ HỘI", "Bộ Lao động - Thương binh và Xã hội"),
            ("BAN CHẤP HÀNH ĐẢNG BỘ TỈNH LAI CHÂU", "Ban Chấp hành Đảng bộ tỉnh Lai Châu"),
        ] {
            assert_eq!(proper(capitals), written);
        }
    }

    #[test]
    fn unknown_organs_follow_their_words() {
        for (capitals, written) in [
            ("TRUNG TÂM KIỂM SOÁT BỆNH TẬT TỈNH ĐẮK LẮK", "Trung tâm Kiểm soát bệnh tật tỉnh Đắk Lắk"),
            ("TRƯỜNG TIỂU HỌC KIM ĐỒNG", "Trường Tiểu học Kim Đồng"),
            ("CÔNG TY CỔ PHẦN HOA SEN", "Công ty cổ phần Hoa Sen"),
            ("BAN QUẢN LÝ DỰ ÁN ĐƯỜNG BỘ VÀ ĐƯỜNG SẮT", "Ban Quản lý dự án Đường bộ và Đường sắt"),
            ("ĐẠI HỘI ĐẠI BIỂU ĐẢNG BỘ XÃ HÒA BÌNH LẦN THỨ XIV", "Đại hội đại biểu Đảng bộ xã Hòa Bình lần thứ XIV"),
        ] {
            assert_eq!(proper(capitals), written);
        }
    }

    #[test]
    fn names_behind_a_unit_word_keep_a_capital_at_each_syllable() {
        assert_eq!(proper("UBND XÃ TÂN AN HỘI"), "UBND xã Tân An Hội");
        assert_eq!(proper("ỦY BAN NHÂN DÂN PHƯỜNG CÔNG LÝ, QUẬN 3"), "Ủy ban nhân dân phường Công Lý, quận 3");
        assert_eq!(proper("ỦY BAN NHÂN DÂN XÃ ĐẦU TƯ VÀ"), "Ủy ban nhân dân xã Đầu Tư Và");
    }
}
