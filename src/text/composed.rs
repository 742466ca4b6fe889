//! Whether a text is NFC already, told from its bytes: no look-up for letters that are precomposed, which nearly all are.
//!
//! The answer is one-sided: what is not told here is asked of the Unicode tables (`span`).

use std::ops::Range;

/// Bytes looked at together; long enough for the widest vector registers.
const RUN: usize = 64;

/// The parts of a text that may not be NFC, each with all characters of it that NFC may change or reorder: what lies
/// outside is ASCII, precomposed Latin letters, punctuation, arrows, mathematical and private signs. Costs a fraction of a
/// nanosecond a byte.
pub(super) fn odd_parts(text: &str) -> Vec<Range<usize>> {
    let bytes = text.as_bytes();
    let mut parts: Vec<Range<usize>> = Vec::new();
    for start in (0..bytes.len()).step_by(RUN) {
        let odd = match bytes.get(start..start + RUN + 2) {
            Some(run) => any_unusual(&run[..RUN], &run[1..=RUN]) && any_odd(&run[..RUN], &run[1..=RUN], &run[2..]),
            None => {
                let mut run = [0; RUN + 2];
                let rest = &bytes[start..];
                run[..rest.len()].copy_from_slice(rest);
                any_odd(&run[..RUN], &run[1..=RUN], &run[2..])
            }
        };
        match parts.last_mut().filter(|last| last.end == start) {
            _ if !odd => {}
            Some(last) => last.end = start + RUN,
            None => parts.push(start..start + RUN),
        }
    }
    for part in &mut parts {
        // A character that is cut is odd only if it begins inside.
        let boundary = |from: usize| (from..text.len()).find(|&at| text.is_char_boundary(at)).unwrap_or(text.len());
        *part = boundary(part.start)..boundary(part.end);
    }
    parts
}

/// True if anything but ASCII and the letters of Vietnamese may begin here. Free of branches, so that it becomes vector code.
fn any_unusual(first: &[u8], second: &[u8]) -> bool {
    let unusual = |(&a, &b): (&u8, &u8)| (a >= 0xCC) & ((a != 0xE1) | (b.wrapping_sub(0xB8) > 3));
    first.iter().zip(second).fold(false, |any, pair| any | unusual(pair))
}

/// True if a character that NFC may change begins here; free of branches too.
fn any_odd(first: &[u8], second: &[u8], third: &[u8]) -> bool {
    let mut odd = false;
    for ((&a, &b), &c) in first.iter().zip(second).zip(third) {
        odd |= is_odd(a, b, c);
    }
    odd
}

/// True if a character that begins with these bytes may be one that NFC changes or reorders; false for inner bytes.
///
/// Plain leads: up to CB (U+02FF) and EE (private). E1 B8 to BB: Latin Extended Additional. E2 80 to 9F without the marks
/// for symbols (83), the letter-like signs (84), the angle brackets (8C) and two spaces that have other names. EF: private
/// signs and the byte order mark.
fn is_odd(a: u8, b: u8, c: u8) -> bool {
    let lead = (a >= 0xCC) & (a != 0xE1) & (a != 0xE2) & (a != 0xEE) & (a != 0xEF);
    let latin = (a == 0xE1) & !(0xB8..=0xBB).contains(&b);
    let spaces = (b == 0x80) & (c < 0x82);
    let signs = (a == 0xE2) & ((b > 0x9F) | (b == 0x83) | (b == 0x84) | (b == 0x8C) | spaces);
    let private = (a == 0xEF) & (b > 0xA3) & ((b != 0xBB) | (c != 0xBF));
    lead | latin | signs | private
}

#[cfg(test)]
mod tests {
    use super::*;
    use unicode_normalization::char::canonical_combining_class;
    use unicode_normalization::{IsNormalized, is_nfc_quick};

    #[test]
    fn no_character_that_composes_or_moves_passes() {
        for c in '\0'..=char::MAX {
            if odd_parts(c.encode_utf8(&mut [0; 4])).is_empty() {
                let still = is_nfc_quick(std::iter::once(c)) == IsNormalized::Yes && canonical_combining_class(c) == 0;
                assert!(still, "U+{:04X}", u32::from(c));
            }
        }
    }

    #[test]
    fn one_odd_character_is_seen_wherever_it_stands() {
        let plain = "Nghị quyết – “Điều 5…”\u{F0B7}₫ ".repeat(9);
        assert!(odd_parts(&plain).is_empty());
        for (at, _) in plain.char_indices() {
            for odd in ["e\u{301}", "\u{2126}", "\u{2001}", "\u{F900}"] {
                let text = [&plain[..at], odd, &plain[at..]].concat();
                let parts = odd_parts(&text);
                let mark = at + odd.len() - odd.chars().next_back().map_or(0, char::len_utf8);
                assert!(parts.iter().any(|part| part.contains(&mark)), "{odd} at {at}: {parts:?}");
            }
        }
    }
}
