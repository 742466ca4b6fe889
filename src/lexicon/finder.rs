//! Finds kind words, their abbreviations, and openings of oral mentions in a text: one pass over its bytes.
//!
//! A place counts only if a word begins there, and its first bytes begin one that is looked for. What follows is compared at
//! those places alone.

use super::casing::capitalised;
use super::starts::{bits, each_run};
use crate::text::{Cursor, is_gap, letter};

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
    cells: Cells,
    /// By what is sought, then the longest first.
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
    /// What the second syllable begins with, if there is one: see [`initial`].
    second: Option<u8>,
    phrase: usize,
}

impl Pattern {
    /// It is no phrase by itself: a gap and a second syllable follow it.
    fn goes_on(&self) -> bool {
        self.sought != Sought::Short && self.forms.iter().all(|form| !form.rest.is_empty())
    }

    /// The form that goes on behind the first syllable, which ends at byte `end`, and where it ends.
    fn read(&self, text: &str, end: usize) -> Option<(&Form, usize)> {
        if self.sought == Sought::Short {
            return self.forms.first().map(|form| (form, end));
        }
        let mut cursor = Cursor::new(text, end);
        if cursor.peek().is_some_and(letter::is_letter) {
            return None;
        }
        // None if no word follows in the same paragraph.
        let second = (cursor.gap(1) && cursor.at > end).then_some(cursor.at);
        let letter = text.as_bytes().get(cursor.at).copied().map(initial);
        let mut forms = self.forms.iter().filter(|form| form.second.is_none() || form.second == letter);
        forms.find_map(|form| Some((form, if form.rest.is_empty() { end } else { form.end(text, second?)? })))
    }
}

impl Form {
    /// Its end where its second syllable begins at byte `second`: each in any case, with gaps of at most one line end between;
    /// Ð counts as Đ.
    fn end(&self, text: &str, second: usize) -> Option<usize> {
        let mut cursor = Cursor::new(text, second);
        for (index, (syllable, eth)) in self.rest.iter().enumerate() {
            let before = cursor.at;
            if index > 0 && (!cursor.gap(1) || cursor.at == before) {
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
}

impl Finder {
    /// Compiles phrases, which begin with a letter. The longest of a sort is found where several begin.
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
            let longest = b.written.len().cmp(&a.written.len());
            a.sought.cmp(&b.sought).then(longest).then(a.written.cmp(&b.written))
        });
        Self { gate: Gate::new(&patterns), cells: Cells::new(&patterns), patterns }
    }

    /// Every phrase of the text in order, at each place the longest of each sort.
    pub fn find(&self, text: &str) -> Vec<Sighting> {
        // Running text has a phrase in some 150 bytes.
        let mut found = Vec::with_capacity(text.len() / 128);
        // The last place at which a phrase may begin, with its first bytes, until the next word is there to tell.
        let mut waiting: Option<(usize, u32)> = None;
        let mut look = |at: usize, head: u32, next: u32| {
            if self.gate.goes_on(head, next) {
                self.look(text, at, &mut found);
            }
        };
        each_run(text.as_bytes(), |base, starts, run| {
            if starts == 0 {
                return;
            }
            if let Some((at, head)) = waiting.take() {
                look(at, head, run.four(starts.trailing_zeros() as usize));
            }
            // Free of branches, which no processor would foresee.
            let mut open = 0;
            for place in bits(starts) {
                open |= u64::from(self.gate.opens(run.four(place))) << place;
            }
            for place in bits(open) {
                let (at, head) = (base + place, run.four(place));
                match bits(starts & (u64::MAX - 1) << place).next() {
                    Some(next) => look(at, head, run.four(next)),
                    None => waiting = Some((at, head)),
                }
            }
        });
        waiting.into_iter().for_each(|(at, _)| self.look(text, at, &mut found));
        found
    }

    /// Apart from the loop over the places, which few pass, so that the loop stays small.
    #[inline(never)]
    fn look(&self, text: &str, at: usize, found: &mut Vec<Sighting>) {
        if text[..at].chars().next_back().is_some_and(letter::is_word) {
            return;
        }
        let bytes = &text.as_bytes()[at..];
        let here = Head::word(bytes);
        let mut done = [false; 3];
        for (_, index) in self.cells.of(here as u16).iter().filter(|(head, _)| head.fits(here)) {
            let pattern = &self.patterns[usize::from(*index)];
            let whole = pattern.written.len() <= Head::BYTES || bytes.starts_with(pattern.written.as_bytes());
            // The longest of each sort come first.
            if done[pattern.sought as usize] || !whole {
                continue;
            }
            done[pattern.sought as usize] = true;
            let end = at + pattern.written.len();
            if let Some((form, end)) = pattern.read(text, end) {
                found.push(Sighting { start: at, end, sought: pattern.sought, phrase: form.phrase });
            }
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
        let second = rest.first().map(|(syllable, _)| initial(syllable.as_bytes()[0]));
        let form = Form { rest: rest.clone(), second, phrase };
        match patterns.iter_mut().find(|p| p.sought == sought && p.written == written) {
            Some(pattern) => pattern.forms.push(form),
            None => patterns.push(Pattern { head: Head::of(&written), written, sought, forms: vec![form] }),
        }
    }
}

/// The first byte of a word in any case; one for all letters beyond ASCII.
fn initial(byte: u8) -> u8 {
    if byte.is_ascii() { byte | 0x20 } else { 0x80 }
}

/// nghị, Nghị, NGHỊ, the same with Ð for Đ, and "qui" as "quy" was written.
fn variants(word: &str) -> Vec<String> {
    let cases = |small: &str| [small.to_owned(), capitalised(small), small.to_uppercase()];
    let mut all = cases(&word.to_lowercase()).to_vec();
    if word.eq_ignore_ascii_case("quy") {
        all.extend(cases("qui"));
    }
    let eth: Vec<String> = all.iter().filter(|w| w.contains('Đ')).map(|w| w.replace('Đ', "Ð")).collect();
    all.extend(eth);
    all.sort();
    all.dedup();
    all
}

/// Tells of nearly every place where no phrase begins that none does, by its first four bytes and the first two of the
/// next word. Many syllables that begin a phrase are the most common of all (công, quy): the next one tells.
#[derive(Clone, Debug)]
struct Gate {
    /// For each hash of four bytes whether a pattern begins with them. Asked at every word: a byte is told faster than a bit.
    heads: Box<[bool; 1 << HEADS]>,
    /// For each two bytes whether a pattern begins with them of which the first four do not tell.
    short: Box<[bool; 1 << 16]>,
    /// One bit for each hash of those bytes and the first two of the next syllable.
    pairs: [u64; 512],
    /// For each hash of those bytes whether a pattern that is a phrase by itself begins with them.
    alone: [bool; 4096],
}

impl Gate {
    fn new(patterns: &[Pattern]) -> Self {
        let mut gate =
            Self { heads: Box::new([false; _]), short: Box::new([false; _]), pairs: [0; 512], alone: [false; 4096] };
        for pattern in patterns {
            let heads = heads(pattern);
            for &head in &heads {
                gate.heads[hash::<HEADS>(head)] = true;
                gate.admit(head, pattern);
            }
            for pair in pairs(pattern).filter(|_| heads.is_empty()) {
                gate.short[usize::from(pair)] = true;
                gate.admit(u32::from(pair), pattern);
            }
        }
        gate
    }

    fn admit(&mut self, head: u32, pattern: &Pattern) {
        for form in &pattern.forms {
            // What begins with no letter is passed over where the next word is looked for.
            match form.rest.first().filter(|(syllable, _)| syllable.starts_with(letter::is_letter)) {
                Some((syllable, _)) => openings(syllable).for_each(|next| set(&mut self.pairs, paired(head, next))),
                None => self.alone[hash::<12>(head)] = true,
            }
        }
    }

    /// False if no phrase begins with these bytes.
    fn opens(&self, head: u32) -> bool {
        self.heads[hash::<HEADS>(head)] | self.short[usize::from(head as u16)]
    }

    /// False if what [`Gate::opens`] takes for a phrase is none because of the next word, which begins with `next`.
    fn goes_on(&self, head: u32, next: u32) -> bool {
        let [first, second, ..] = next.to_le_bytes();
        // What is no letter of Vietnamese may be a gap.
        if first > 0xE1 || first == 0xE1 && second < 0xB8 || matches!(first, 0xC2 | b'_') {
            return true;
        }
        let goes_on = |head| self.alone[hash::<12>(head)] || is_set(&self.pairs, paired(head, [first, second]));
        let short = head as u16;
        self.heads[hash::<HEADS>(head)] && goes_on(head) || self.short[usize::from(short)] && goes_on(short.into())
    }
}

/// The first two bytes of a syllable as it may be written: each of its first two letters small or capital, Đ also as Ð.
fn openings(syllable: &str) -> impl Iterator<Item = [u8; 2]> {
    let cases = |c: char| {
        let eth = Some('Ð').filter(|_| c == 'đ');
        [c].into_iter().chain(c.to_uppercase()).chain(eth).collect::<Vec<char>>()
    };
    let mut letters = syllable.chars();
    let (first, second) = (letters.next().map(cases).unwrap_or_default(), letters.next().map(cases));
    first.into_iter().flat_map(move |c| {
        let mut room = [0; 4];
        let second: Vec<u8> = match (c.encode_utf8(&mut room).as_bytes(), &second) {
            ([_, second, ..], _) => vec![*second],
            (_, Some(letters)) => letters.iter().map(|d| d.encode_utf8(&mut [0; 4]).as_bytes()[0]).collect(),
            // Nothing is said of what follows a single letter.
            (_, None) => (0..=u8::MAX).collect(),
        };
        second.into_iter().map(move |byte| [room[0], byte])
    })
}

/// The bit that stands for the bytes of one syllable and the next.
fn paired(head: u32, next: [u8; 2]) -> usize {
    hash::<15>(head.wrapping_mul(0x85EB_CA6B) ^ u32::from(u16::from_le_bytes(next)))
}

fn set(bits: &mut [u64], at: usize) {
    bits[at / 64] |= 1 << (at % 64);
}

fn is_set(bits: &[u64], at: usize) -> bool {
    bits[at / 64] >> (at % 64) & 1 == 1
}

/// A number of so many bits for four bytes.
fn hash<const BITS: u32>(bytes: u32) -> usize {
    (bytes.wrapping_mul(SPREAD) >> (32 - BITS)) as usize
}

/// Multiplied by a large odd number, the highest bits depend on all.
const SPREAD: u32 = 0x9E37_79B1;

/// Bits of the hash of four bytes in [`Gate`].
const HEADS: u32 = 13;

/// The four bytes with which a pattern and what may follow it begin, if it has three bytes at least.
fn heads(pattern: &Pattern) -> Vec<u32> {
    match *pattern.written.as_bytes() {
        [a, b, c, d, ..] => vec![u32::from_le_bytes([a, b, c, d])],
        [a, b, c] if pattern.goes_on() => {
            (0..=u8::MAX).filter(|&d| may_begin_gap(d)).map(|d| u32::from_le_bytes([a, b, c, d])).collect()
        }
        _ => Vec::new(),
    }
}

/// The first two bytes of a pattern that has no such four, which are many where it is a single byte: nothing is said of what
/// follows that.
fn pairs(pattern: &Pattern) -> impl Iterator<Item = u16> + use<> {
    let (first, others) = match *pattern.written.as_bytes() {
        [a, b, ..] => (u16::from_le_bytes([a, b]), 1),
        [a] => (u16::from(a), 256),
        [] => (0, 0),
    };
    (0..others).map(move |second| first | second << 8)
}

/// True if a gap may begin with this byte.
fn may_begin_gap(byte: u8) -> bool {
    byte.is_ascii() && is_gap(char::from(byte)) || matches!(byte, 0xC2 | 0xE1..=0xE3 | 0xEF)
}

/// Patterns by a hash of their first two bytes.
#[derive(Clone, Debug)]
struct Cells {
    /// Where the patterns of each hash begin in `listed`, and where the last end.
    begins: Vec<u16>,
    listed: Vec<(Head, u16)>,
}

impl Cells {
    const BITS: u32 = 9;

    fn new(patterns: &[Pattern]) -> Self {
        let mut cells: Vec<(usize, u16)> = (0..)
            .zip(patterns)
            .flat_map(|(index, pattern)| pairs(pattern).map(move |key| (Self::cell(key), index)))
            .collect();
        cells.sort_unstable();
        cells.dedup();
        let begins = (0..=1 << Self::BITS).map(|cell| cells.partition_point(|(other, _)| *other < cell) as u16);
        let listed = cells.iter().map(|&(_, index)| (patterns[usize::from(index)].head, index));
        Self { begins: begins.collect(), listed: listed.collect() }
    }

    fn cell(pair: u16) -> usize {
        hash::<{ Self::BITS }>(u32::from(pair))
    }

    /// The patterns that may begin with these bytes, in their order.
    fn of(&self, pair: u16) -> &[(Head, u16)] {
        let cell = Self::cell(pair);
        &self.listed[usize::from(self.begins[cell])..usize::from(self.begins[cell + 1])]
    }
}

#[cfg(test)]
mod tests {
    use super::super::starts::RUN;
    use super::*;

    fn finder() -> Finder {
        let list = |words: &[&str]| words.iter().map(|w| (*w).to_owned()).collect::<Vec<_>>();
        Finder::new(
            &list(&["Luật", "Nghị định", "Nghị quyết", "Nghị quyết liên tịch", "Đề án", "Quy chế"]),
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
        assert_eq!(found("5Luật, Luật5, Nghị 5 định, 5 Luật 5"), ["Luật", "Luật"]);
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
    fn a_phrase_is_found_wherever_it_lies_in_a_run() {
        for shift in 0..2 * RUN {
            let text = format!("{}“Nghị định”×Luật÷nghị quyết{}", "ạ".repeat(shift), "-".repeat(shift));
            assert_eq!(found(&text), ["Nghị định", "Luật", "nghị quyết"], "{shift}");
        }
    }

    #[test]
    fn the_next_syllable_may_have_any_case_and_any_gap_before_it() {
        for text in [
            "Nghị qUyết",
            "đề Án",
            "Đề  ÁN",
            "nghị*ĐỊNH",
            "nghị\u{1680}định",
            "nghị\u{200B}Ðịnh",
            "nghị\n_Định",
            "quy\u{A0}chế",
            "quy \u{A0}chế",
            "quy _\u{AD}*chế",
        ] {
            assert_eq!(found(text), [text]);
        }
    }

    #[test]
    fn each_sort_has_its_own_longest() {
        let sorts: Vec<Sought> = finder().find("Hội nghị, TTLT").iter().map(|s| s.sought).collect();
        assert_eq!(sorts, [Sought::Oral, Sought::Short]);
        assert_eq!(found("TTLT"), ["TTLT"]);
    }
    #[test]
    fn every_gap_begins_as_it_may() {
        for c in ('\0'..=char::MAX).filter(|&c| is_gap(c)) {
            assert!(may_begin_gap(c.to_string().as_bytes()[0]), "U+{:04X}", u32::from(c));
        }
    }
}
