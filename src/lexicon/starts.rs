//! Where words begin in a text, told for 64 bytes at a time.

/// Bytes looked at together when places are sought.
pub(super) const RUN: usize = 64;

/// Bytes of the run before that are looked at with a run: the length of a letter.
const BEFORE: usize = 3;

/// Calls `take` for every run with its first byte and the places in it where a word may begin, one bit each: a letter or digit
/// that no letter of Vietnamese nor digit stands before.
pub(super) fn each_run(bytes: &[u8], mut take: impl FnMut(usize, u64)) {
    for start in (0..bytes.len()).step_by(RUN) {
        let whole = start.checked_sub(BEFORE).and_then(|from| bytes[from..].first_chunk());
        let starts = whole.map_or_else(|| starts_in(&at_an_end(bytes, start)), starts_in);
        take(start, starts);
    }
}

/// A run at the beginning or the end of a text, with zeros for what is not there: no word begins with them.
fn at_an_end(bytes: &[u8], start: usize) -> [u8; BEFORE + RUN] {
    let mut window = [0; BEFORE + RUN];
    let from = start.saturating_sub(BEFORE);
    let there = &bytes[from..bytes.len().min(start + RUN)];
    window[BEFORE + from - start..][..there.len()].copy_from_slice(there);
    window
}

/// The bits that are set, from the lowest on.
pub(super) fn bits(mut bits: u64) -> impl Iterator<Item = usize> {
    std::iter::from_fn(move || {
        let lowest = (bits != 0).then(|| bits.trailing_zeros() as usize)?;
        bits &= bits - 1;
        Some(lowest)
    })
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
