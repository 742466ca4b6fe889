//! Finds kind words, their abbreviations, and openings of oral mentions in a text: one pass over its bytes.
//!
//! A place counts only if a word begins there and its first three bytes can begin one that is looked for; four look-ups in
//! small tables tell that. What follows is compared at those places alone.

use crate::text::{Cursor, letter};

/// What is looked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Sought {
    /// Kind words (`Nghị quyết`), in any case and over a line end.
    Kind,
    /// Openings of oral mentions (`ý kiến chỉ đạo`), likewise.
    Oral,
    /// Abbreviated kind words (`NĐ`), as they are written.
    Short,
}

/// A phrase as it stands in a text, from byte `start` to byte `end`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sighting {
    /// Its first byte.
    pub start: usize,
    /// The byte after it.
    pub end: usize,
    /// What it was looked for as.
    pub sought: Sought,
    /// Which of the phrases given for that it is, counted from 0.
    pub phrase: usize,
}

/// Phrases of a lexicon, compiled. A search is linear in the text.
#[derive(Clone, Debug)]
pub struct Finder {
    gate: Gate,
    /// By first byte: where its patterns begin and end.
    of_byte: Vec<(usize, usize)>,
    /// By first byte, then what is sought, then the longest first.
    patterns: Vec<Pattern>,
}

/// A first syllable as it may be written, and what may follow it.
#[derive(Clone, Debug)]
struct Pattern {
    written: String,
    head: Head,
    sought: Sought,
    /// Longest first.
    forms: Vec<Form>,
}

#[derive(Clone, Debug)]
struct Form {
    /// The syllables after the first, in small letters, each also with the other code of Đ if it has one.
    rest: Vec<(String, Option<String>)>,
    phrase: usize,
}

impl Finder {
    /// Compiles phrases. The longest of a sort is found where several begin.
    pub(super) fn new(kinds: &[String], oral: &[String], short: &[String]) -> Self {
        let mut patterns: Vec<Pattern> = Vec::new();
        for (sought, phrases) in [(Sought::Kind, kinds), (Sought::Oral, oral), (Sought::Short, short)] {
            let mut order: Vec<usize> = (0..phrases.len()).filter(|&index| !phrases[index].is_empty()).collect();
            order.sort_by(|&a, &b| phrases[b].len().cmp(&phrases[a].len()).then(phrases[a].cmp(&phrases[b])));
            for phrase in order {
                add(&mut patterns, sought, phrase, &phrases[phrase]);
            }
        }
        patterns.sort_by(|a, b| {
            let key = |p: &Pattern| (p.written.as_bytes()[0], p.sought);
            key(a).cmp(&key(b)).then(b.written.len().cmp(&a.written.len())).then(a.written.cmp(&b.written))
        });
        let of_byte = (0..=u8::MAX)
            .map(|byte| {
                let from = patterns.partition_point(|p| p.written.as_bytes()[0] < byte);
                (from, patterns.partition_point(|p| p.written.as_bytes()[0] <= byte))
            })
            .collect();
        Self { gate: Gate::new(&patterns), of_byte, patterns }
    }

    /// Every phrase of the text in order, at each place the longest of each sort.
    pub fn find(&self, text: &str) -> Vec<Sighting> {
        let mut found = Vec::new();
        self.gate.places(text.as_bytes(), |at| self.look(text, at, &mut found));
        found
    }

    fn look(&self, text: &str, at: usize, found: &mut Vec<Sighting>) {
        let bytes = &text.as_bytes()[at..];
        let here = Head::word(bytes);
        let (from, to) = self.of_byte[usize::from(bytes[0])];
        let mut done = None;
        for pattern in &self.patterns[from..to] {
            if !pattern.head.fits(here) || done == Some(pattern.sought) {
                continue;
            }
            if pattern.written.len() > Head::BYTES && !bytes.starts_with(pattern.written.as_bytes()) {
                continue;
            }
            if done.is_none() && text[..at].chars().next_back().is_some_and(letter::is_word) {
                return;
            }
            done = Some(pattern.sought);
            let end = at + pattern.written.len();
            let read = pattern.forms.iter().find_map(|form| {
                let end = if pattern.sought == Sought::Short { Some(end) } else { read_rest(text, end, &form.rest) };
                end.map(|end| Sighting { start: at, end, sought: pattern.sought, phrase: form.phrase })
            });
            found.extend(read);
        }
    }
}

/// The first bytes of a pattern, compared at once.
#[derive(Clone, Copy, Debug)]
struct Head {
    bytes: u64,
    mask: u64,
}

impl Head {
    const BYTES: usize = 8;

    fn of(written: &str) -> Self {
        let length = written.len().min(Self::BYTES);
        Self { bytes: Self::word(written.as_bytes()), mask: Self::word(&[0xFF; Self::BYTES][..length]) }
    }

    /// The first bytes as one number; zeros stand for what is not there, which no pattern holds.
    fn word(bytes: &[u8]) -> u64 {
        let mut word = [0; Self::BYTES];
        match bytes.first_chunk() {
            Some(whole) => word = *whole,
            None => word[..bytes.len()].copy_from_slice(bytes),
        }
        u64::from_le_bytes(word)
    }

    fn fits(self, word: u64) -> bool {
        word & self.mask == self.bytes
    }
}

fn add(patterns: &mut Vec<Pattern>, sought: Sought, phrase: usize, words: &str) {
    let (first, rest) = match sought {
        Sought::Short => (words, ""),
        _ => words.split_once(' ').unwrap_or((words, "")),
    };
    let rest: Vec<(String, Option<String>)> = rest
        .split(' ')
        .filter(|syllable| !syllable.is_empty())
        .map(|syllable| {
            let eth = syllable.to_uppercase().replace('Đ', "Ð");
            (syllable.to_lowercase(), eth.starts_with('Ð').then_some(eth))
        })
        .collect();
    let variants = if sought == Sought::Short { vec![first.to_owned()] } else { variants(first) };
    for written in variants {
        let form = Form { rest: rest.clone(), phrase };
        match patterns.iter_mut().find(|p| p.sought == sought && p.written == written) {
            Some(pattern) => pattern.forms.push(form),
            None => patterns.push(Pattern { head: Head::of(&written), written, sought, forms: vec![form] }),
        }
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

/// The end of a phrase whose first syllable ends at a byte: each further syllable in any case, with gaps of at most one
/// line end between; Ð counts as Đ.
fn read_rest(text: &str, end: usize, rest: &[(String, Option<String>)]) -> Option<usize> {
    let mut cursor = Cursor::new(text, end);
    if cursor.peek().is_some_and(letter::is_letter) {
        return None;
    }
    for (syllable, eth) in rest {
        let before = cursor.at;
        if !cursor.gap(1) || cursor.at == before {
            return None;
        }
        let with_eth = |cursor: &mut Cursor<'_>| {
            eth.as_ref().is_some_and(|eth| cursor.rest().starts_with('Ð') && cursor.word(eth, false))
        };
        if !cursor.word(syllable, false) && !with_eth(&mut cursor) {
            return None;
        }
    }
    Some(cursor.at)
}

/// Tells where a pattern may begin: each first byte has a bit, and a place counts if the bit is set for the byte before
/// it, for its own, and for the two after it.
#[derive(Clone, Debug)]
struct Gate {
    before: [u64; 256],
    first: [u64; 256],
    second: [u64; 256],
    third: [u64; 256],
}

impl Gate {
    fn new(patterns: &[Pattern]) -> Self {
        let mut gate = Self { before: [u64::MAX; 256], first: [0; 256], second: [0; 256], third: [0; 256] };
        for byte in (0..=u8::MAX).filter(u8::is_ascii_alphanumeric) {
            gate.before[usize::from(byte)] = 0;
        }
        let mut bits: Vec<u8> = Vec::new();
        for pattern in patterns {
            let bytes = pattern.written.as_bytes();
            let known = bits.iter().position(|b| *b == bytes[0]);
            let bit = 1 << (known.unwrap_or(bits.len()) % 64);
            if known.is_none() {
                bits.push(bytes[0]);
            }
            gate.first[usize::from(bytes[0])] |= bit;
            for (table, byte) in [(&mut gate.second, bytes.get(1)), (&mut gate.third, bytes.get(2))] {
                match byte {
                    Some(byte) => table[usize::from(*byte)] |= bit,
                    // Nothing is said of what follows so short a pattern.
                    None => table.iter_mut().for_each(|bits| *bits |= bit),
                }
            }
        }
        gate
    }

    fn places(&self, bytes: &[u8], mut take: impl FnMut(usize)) {
        if bytes.is_empty() {
            return;
        }
        take(0);
        for (at, run) in bytes.windows(4).enumerate() {
            let &[before, first, second, third] = run else { continue };
            let bits = self.before[usize::from(before)]
                & self.first[usize::from(first)]
                & self.second[usize::from(second)]
                & self.third[usize::from(third)];
            if bits != 0 {
                take(at + 1);
            }
        }
        (bytes.len().saturating_sub(2).max(1)..bytes.len()).for_each(take);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn finder() -> Finder {
        let list = |words: &[&str]| words.iter().map(|w| (*w).to_owned()).collect::<Vec<_>>();
        Finder::new(
            &list(&["Luật", "Nghị định", "Nghị quyết", "Nghị quyết liên tịch", "Đề án"]),
            &list(&["hội nghị"]),
            &list(&["NĐ", "TT", "TTLT"]),
        )
    }

    fn found(text: &str) -> Vec<&str> {
        finder().find(text).iter().map(|s| &text[s.start..s.end]).collect()
    }

    #[test]
    fn the_longest_phrase_is_found_in_any_case_and_over_a_line_end() {
        assert_eq!(found("NGHỊ QUYẾT\nLIÊN TỊCH, nghị  định; Ðề án"), ["NGHỊ QUYẾT\nLIÊN TỊCH", "nghị  định", "Ðề án"]);
        assert_eq!(found("Nghị\n\nquyết, nghị quyếtt, nghị viện"), [""; 0]);
    }

    #[test]
    fn a_phrase_begins_and_ends_with_its_words() {
        assert_eq!(found("ộNghị định xLuật Luậtx (Luật) *Luật*"), ["Luật", "Luật"]);
    }

    #[test]
    fn the_ends_of_a_text_count_as_ends_of_words() {
        for text in ["TT", "NĐ", "Luật"] {
            assert_eq!(found(text), [text]);
            assert_eq!(found(&format!("a {text}")), [text]);
        }
        assert_eq!(found(""), [""; 0]);
    }

    #[test]
    fn each_sort_has_its_own_longest() {
        let sorts: Vec<Sought> = finder().find("Hội nghị, TTLT").iter().map(|s| s.sought).collect();
        assert_eq!(sorts, [Sought::Oral, Sought::Short]);
        assert_eq!(found("TTLT"), ["TTLT"]);
    }
}
