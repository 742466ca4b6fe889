//! Finds kind words, their abbreviations, and openings of oral mentions in a text: one pass over its bytes.
//!
//! A place counts only if a word begins there, which is told for 64 bytes at a time, and its first bytes begin one that is
//! looked for. What follows is compared at those places alone.

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
    pairs: Pairs,
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
    /// The first letter of the second syllable where it is ASCII.
    letter: Option<u8>,
    phrase: usize,
}

impl Form {
    /// Its end where its first syllable ends at byte `end` and the next word begins at byte `second`, `end` itself if none
    /// follows: each further syllable in any case, with gaps of at most one line end between; Ð counts as Đ.
    fn end(&self, text: &str, end: usize, second: usize) -> Option<usize> {
        if self.rest.is_empty() || second == end {
            return self.rest.is_empty().then_some(end);
        }
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

/// Where the word behind a syllable begins; the end of the syllable if none follows in the same paragraph; nothing if the
/// syllable goes on.
fn second(text: &str, end: usize) -> Option<usize> {
    let mut cursor = Cursor::new(text, end);
    if cursor.peek().is_some_and(letter::is_letter) {
        return None;
    }
    Some(if cursor.gap(1) { cursor.at } else { end })
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
            let longest = b.written.len().cmp(&a.written.len());
            a.sought.cmp(&b.sought).then(longest).then(a.written.cmp(&b.written))
        });
        Self { gate: Gate::new(&patterns), pairs: Pairs::new(&patterns), patterns }
    }

    /// Every phrase of the text in order, at each place the longest of each sort.
    pub fn find(&self, text: &str) -> Vec<Sighting> {
        // Running text has a phrase in some 150 bytes.
        let mut found = Vec::with_capacity(text.len() / 128);
        let bytes = text.as_bytes();
        each_start(bytes, |at, next| {
            if self.gate.opens(&bytes[at..], &bytes[next..]) {
                self.look(text, at, &mut found);
            }
        });
        found
    }

    fn look(&self, text: &str, at: usize, found: &mut Vec<Sighting>) {
        let bytes = &text.as_bytes()[at..];
        let patterns = self.pairs.of(bytes[0], bytes.get(1).copied().unwrap_or_default());
        let here = Head::word(bytes);
        let mut done = None;
        for (_, index) in patterns.iter().filter(|(head, _)| head.fits(here)) {
            let pattern = &self.patterns[usize::from(*index)];
            if done == Some(pattern.sought) {
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
            let mut forms = pattern.forms.iter();
            let read = if pattern.sought == Sought::Short {
                forms.next().map(|form| (form, end))
            } else {
                second(text, end).and_then(|second| {
                    let letter = text.as_bytes().get(second).map(|byte| byte | 0x20);
                    let mut forms = forms.filter(|form| form.letter.is_none() || form.letter == letter);
                    forms.find_map(|form| Some((form, form.end(text, end, second)?)))
                })
            };
            let sighting =
                |(form, end): (&Form, usize)| Sighting { start: at, end, sought: pattern.sought, phrase: form.phrase };
            found.extend(read.map(sighting));
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
        let letter = rest.first().map(|(syllable, _)| syllable.as_bytes()[0]).filter(u8::is_ascii);
        let form = Form { rest: rest.clone(), letter, phrase };
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

/// Bytes looked at together when places are sought.
const RUN: usize = 64;

/// Tells of nearly every place where no phrase begins that none does, by its first four bytes and the first two of the
/// next word. Many syllables that begin a phrase are the most common of all (công, quy): the next one tells.
#[derive(Clone, Debug)]
struct Gate {
    /// One bit for each hash of the first four bytes of a pattern.
    heads: [u64; 64],
    /// One bit for each hash of the first two bytes of a shorter pattern.
    short: [u64; 64],
    /// One bit for each hash of those bytes and the first two of the next syllable.
    pairs: [u64; 512],
    /// One bit for each hash of those bytes of a pattern that is a phrase by itself.
    alone: [u64; 64],
}

impl Gate {
    fn new(patterns: &[Pattern]) -> Self {
        let mut gate = Self { heads: [0; 64], short: [0; 64], pairs: [0; 512], alone: [0; 64] };
        for pattern in patterns {
            match *pattern.written.as_bytes() {
                [a, b, c, d, ..] => gate.admit([a, b, c, d], pattern, true),
                [a, b, ..] => gate.admit([a, b, 0, 0], pattern, false),
                // Nothing is said of what follows a single byte.
                [a] => (0..=u8::MAX).for_each(|b| gate.admit([a, b, 0, 0], pattern, false)),
                [] => {}
            }
        }
        gate
    }

    fn admit(&mut self, bytes: [u8; 4], pattern: &Pattern, long: bool) {
        let head = u32::from_le_bytes(bytes);
        set(if long { &mut self.heads } else { &mut self.short }, head);
        for form in &pattern.forms {
            match form.rest.first() {
                Some((syllable, _)) => openings(syllable).for_each(|next| set(&mut self.pairs, paired(head, next))),
                None => set(&mut self.alone, head),
            }
        }
    }

    /// False if no phrase begins at the start of `bytes` where the next word begins at the start of `next`.
    fn opens(&self, bytes: &[u8], next: &[u8]) -> bool {
        let Some(head) = bytes.first_chunk() else { return true };
        let head = u32::from_le_bytes(*head);
        let (long, short) = (is_set(&self.heads, head), is_set(&self.short, head & 0xFFFF));
        if !long && !short {
            return false;
        }
        let Some(&[first, second]) = next.first_chunk() else { return true };
        // What is no letter of Vietnamese may be a gap.
        if first > 0xE1 || first == 0xE1 && second < 0xB8 {
            return true;
        }
        let goes_on = |head| is_set(&self.alone, head) || is_set(&self.pairs, paired(head, [first, second]));
        long && goes_on(head) || short && goes_on(head & 0xFFFF)
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

/// Bytes of one syllable and the next, as one number.
fn paired(head: u32, next: [u8; 2]) -> u32 {
    head.wrapping_mul(0x85EB_CA6B) ^ u32::from(u16::from_le_bytes(next))
}

fn set<const WORDS: usize>(bits: &mut [u64; WORDS], bytes: u32) {
    let (word, bit) = bit_of::<WORDS>(bytes);
    bits[word] |= 1 << bit;
}

fn is_set<const WORDS: usize>(bits: &[u64; WORDS], bytes: u32) -> bool {
    let (word, bit) = bit_of::<WORDS>(bytes);
    bits[word] >> bit & 1 == 1
}

/// The word and the bit in it that stand for four bytes; the number of words is a power of two. Multiplied by a large odd
/// number, the highest bits depend on all.
fn bit_of<const WORDS: usize>(bytes: u32) -> (usize, u32) {
    let hash = bytes.wrapping_mul(0x9E37_79B1) >> (32 - (WORDS * 64).trailing_zeros());
    (hash as usize / 64, hash % 64)
}

/// Which patterns begin with two bytes. Both bytes have few values in patterns, so that the table of pairs is small.
#[derive(Clone, Debug)]
struct Pairs {
    row: [u8; 256],
    column: [u8; 256],
    columns: usize,
    /// For each pair where its patterns begin and end in `listed`.
    cells: Vec<(u16, u16)>,
    listed: Vec<(Head, u16)>,
}

impl Pairs {
    fn new(patterns: &[Pattern]) -> Self {
        let (mut row, mut column) = ([0; 256], [0; 256]);
        let (mut rows, mut columns) = (1, 1);
        let number = |table: &mut [u8; 256], used: &mut usize, byte: u8| {
            if table[usize::from(byte)] == 0 {
                table[usize::from(byte)] = u8::try_from(*used).expect("letters have few leading bytes");
                *used += 1;
            }
        };
        for bytes in patterns.iter().map(|pattern| pattern.written.as_bytes()) {
            number(&mut row, &mut rows, bytes[0]);
            bytes.get(1).into_iter().for_each(|&byte| number(&mut column, &mut columns, byte));
        }
        let (mut cells, mut listed) = (Vec::with_capacity(rows * columns), Vec::new());
        for (r, c) in (0..rows).flat_map(|r| (0..columns).map(move |c| (r, c))) {
            let from = listed.len();
            let fits = |pattern: &Pattern| {
                let bytes = pattern.written.as_bytes();
                // Nothing is said of what follows a single byte.
                usize::from(row[usize::from(bytes[0])]) == r
                    && bytes.get(1).is_none_or(|&byte| usize::from(column[usize::from(byte)]) == c)
            };
            listed.extend((0..).zip(patterns).filter(|(_, p)| fits(p)).map(|(at, p)| (p.head, at)));
            cells.push((from as u16, listed.len() as u16));
        }
        Self { row, column, columns, cells, listed }
    }

    /// The patterns that may begin with these bytes.
    fn of(&self, first: u8, second: u8) -> &[(Head, u16)] {
        let cell =
            usize::from(self.row[usize::from(first)]) * self.columns + usize::from(self.column[usize::from(second)]);
        let (from, to) = self.cells[cell];
        &self.listed[usize::from(from)..usize::from(to)]
    }
}

/// Bytes of the run before that are looked at with a run: the length of a letter.
const BEFORE: usize = 3;

/// Calls `take` at every byte where a word may begin: a letter or digit that no letter of Vietnamese nor digit stands before;
/// with it where the next may begin, the end of the text behind the last.
fn each_start(bytes: &[u8], mut take: impl FnMut(usize, usize)) {
    let mut window = [0; BEFORE + RUN];
    let mut last = None;
    for (index, run) in bytes.chunks(RUN).enumerate() {
        window.copy_within(RUN.., 0);
        window[BEFORE..BEFORE + run.len()].copy_from_slice(run);
        let mut starts = starts_in(&window) & (u64::MAX >> (RUN - run.len()));
        while starts != 0 {
            let at = index * RUN + starts.trailing_zeros() as usize;
            if let Some(last) = last.replace(at) {
                take(last, at);
            }
            starts &= starts - 1;
        }
    }
    if let Some(last) = last {
        take(last, bytes.len());
    }
}

/// The places of a run where a word may begin, one bit each. Free of branches, so that it becomes vector code.
fn starts_in(window: &[u8; BEFORE + RUN]) -> u64 {
    let is_ascii_word = |byte: u8| ((byte | 0x20).wrapping_sub(b'a') < 26) | (byte.wrapping_sub(b'0') < 10);
    let mut begins = [0; RUN];
    for (at, begins) in begins.iter_mut().enumerate() {
        let (third, second, last, byte) = (window[at], window[at + 1], window[at + 2], window[at + 3]);
        // U+00C0 to U+023F but the signs of multiplication and division, and U+1E00 to U+1EFF.
        let sign = (second == 0xC3) & ((last == 0x97) | (last == 0xB7));
        let letter = (second.wrapping_sub(0xC3) < 6) & !sign | (third == 0xE1) & (second.wrapping_sub(0xB8) < 4);
        let inside = is_ascii_word(last) | (last >= 0x80) & letter;
        *begins = u8::from((is_ascii_word(byte) | (byte >= 0xC3)) & !inside);
    }
    let mut bits = 0;
    for (index, eight) in begins.as_chunks::<8>().0.iter().enumerate() {
        // Each byte is 0 or 1; the product gathers the eight in its highest byte.
        let gathered = u64::from_le_bytes(*eight).wrapping_mul(0x0102_0408_1020_4080) >> 56;
        bits |= gathered << (8 * index);
    }
    bits
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
    fn a_phrase_is_found_wherever_it_lies_in_a_run() {
        for shift in 0..2 * RUN {
            let text = format!("{}“Nghị định”×Luật÷nghị quyết{}", "ạ".repeat(shift), "-".repeat(shift));
            assert_eq!(found(&text), ["Nghị định", "Luật", "nghị quyết"], "{shift}");
        }
    }

    #[test]
    fn the_next_syllable_may_have_any_case_and_any_gap_before_it() {
        for text in
            ["Nghị qUyết", "đề Án", "Đề  ÁN", "nghị*ĐỊNH", "nghị\u{1680}định", "nghị\u{200B}Ðịnh", "nghị\n_Định"]
        {
            assert_eq!(found(text), [text]);
        }
    }

    #[test]
    fn each_sort_has_its_own_longest() {
        let sorts: Vec<Sought> = finder().find("Hội nghị, TTLT").iter().map(|s| s.sought).collect();
        assert_eq!(sorts, [Sought::Oral, Sought::Short]);
        assert_eq!(found("TTLT"), ["TTLT"]);
    }
}
