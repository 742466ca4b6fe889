//! Where numbers begin: the digits left of a slash, past a symbol of the Party family, a year or misread letters.

use super::is_symbol_letter;
use crate::text::{is_dash, is_gap, is_slash};

/// Every byte of a text where the digits of a number with a slash begin, in order. Linear: one pass for slashes, a look of
/// at most 24 characters to the left of each.
pub fn find(text: &str) -> Vec<usize> {
    let bytes = text.as_bytes();
    // The slash, and the bytes with which the others begin.
    let slashes = memchr::memchr3_iter(b'/', 0xE2, 0xEF, bytes)
        .filter(|&at| bytes[at] == b'/' || text[at..].starts_with(['\u{2044}', '\u{2215}', '\u{FF0F}']));
    let mut starts: Vec<usize> = slashes.filter_map(|slash| start_before(text, slash)).collect();
    starts.dedup();
    starts
}

/// The digits that a slash may belong to: the nearest run to its left, past a symbol and a dash of the Party family.
fn start_before(text: &str, slash: usize) -> Option<usize> {
    // "08.a/2010/TT-BTP"
    let lettered = text[..slash].strip_suffix(|c| matches!(c, 'a'..='h')).and_then(|rest| rest.strip_suffix('.'));
    if let Some(count) = lettered.filter(|rest| rest.ends_with(|c: char| c.is_ascii_digit())) {
        return Some(count.len() - count.bytes().rev().take_while(u8::is_ascii_digit).count());
    }
    let mut letters = 0;
    for (index, (at, c)) in text[..slash].char_indices().rev().enumerate() {
        if index > 24 {
            return None;
        }
        if c.is_ascii_digit() {
            let digits = text[..=at].bytes().rev().take_while(u8::is_ascii_digit).count();
            // Digits inside a symbol (BCĐTKNQ18) are not its beginning.
            let start = misread_start(text, at + 1 - digits);
            let before = text[..start].chars().next_back();
            if before.is_some_and(|b| is_symbol_letter(b) || b == '&') {
                letters += 1;
                continue;
            }
            return match before {
                Some('.') => decimal_start(text, start),
                Some(c) if is_dash(c) && digits == 4 => Some(yearly_start(text, start)),
                _ => Some(start),
            };
        }
        let allowed = is_symbol_letter(c) || is_dash(c) || is_gap(c) || c == '&' || c.is_lowercase();
        letters += usize::from(c.is_alphabetic());
        if !allowed || letters > 16 {
            return None;
        }
    }
    None
}

/// `O5`, `1O2`, `l8`: letters that a scan put for digits, where no other letter stands before them.
fn misread_start(text: &str, start: usize) -> usize {
    let misread = text[..start].bytes().rev().take_while(|&b| is_count_byte(b)).count();
    let whole = start - misread;
    let apart = !text[..whole].chars().next_back().is_some_and(|c| c.is_alphanumeric() || is_slash(c) || c == '&');
    if misread > 0 && misread < 4 && apart { whole } else { start }
}

/// A digit, or a letter that is misread for one.
pub(super) fn is_count_byte(byte: u8) -> bool {
    byte.is_ascii_digit() || matches!(byte, b'O' | b'o' | b'l')
}

/// The start of `66.7` where `start` is that of its decimals.
fn decimal_start(text: &str, start: usize) -> Option<usize> {
    let whole = text[..start - 1].bytes().rev().take_while(u8::is_ascii_digit).count();
    (1..=3).contains(&whole).then(|| start - 1 - whole)
}

/// The start of `19-2017` where `start` is that of its year: resolutions that the Government passes each January.
fn yearly_start(text: &str, start: usize) -> usize {
    let rest = text[..start].trim_end_matches(is_dash);
    let count = rest.bytes().rev().take_while(u8::is_ascii_digit).count();
    let apart = !rest[..rest.len() - count].ends_with(|c: char| c.is_alphanumeric() || is_dash(c) || is_slash(c));
    if (1..=3).contains(&count) && apart { rest.len() - count } else { start }
}
