//! Comparison keys: one spelling for the many ways in which the same Vietnamese words are written.
//!
//! [`fold`] turns a text into a key that ignores case, code variants of Đ, the place of the tone mark (hòa, hoà),
//! kinds of dash, and runs of white space; [`bare`] further drops tones and letter marks; [`slug`] makes a part of an
//! ASCII id. Keys are for comparing only and never shown. Offsets are not kept: `text` keeps those. Not folded: i and y
//! (lí, lý), because names keep theirs, and look-alike letters of other scripts, which `decode` repairs.

use super::is_dash;
use super::letter::is_letter;
use unicode_normalization::{IsNormalized, UnicodeNormalization, char::decompose_canonical, is_nfc_quick};

/// The key under which two spellings of the same words are equal.
///
/// NFC, lower case, Ð and Ɖ as Đ, tone marks of open oa, oe, uy on their first vowel, `*`, `_` and white space as one
/// space, every dash as `-`, soft hyphens and zero-width marks dropped, no space at either end.
pub fn fold(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    fold_onto(text, &mut out);
    out
}

/// [`fold`] at the end of what is there, for many keys in one string. What is there does not end inside a word.
pub(crate) fn fold_onto(text: &str, out: &mut String) {
    let start = out.len();
    if !fold_composed(text, out) {
        out.truncate(start);
        if is_nfc_quick(text.chars()) == IsNormalized::Yes {
            text.chars().for_each(|c| fold_char(c, out));
        } else {
            text.nfc().for_each(|c| fold_char(c, out));
        }
    }
    place_tone(out);
    if out.len() > start && out.ends_with(' ') {
        out.pop();
    }
}

/// Folds a text without its end. What stays as it is but for capitals of ASCII, nearly all of running text, is copied in one
/// piece. False if a character is met of which it is not plain that NFC leaves it alone.
fn fold_composed(text: &str, out: &mut String) -> bool {
    let bytes = text.as_bytes();
    // Where in the text the run begins that is not copied yet, and the one that lies in the key letter for letter.
    let (mut run, mut letters, mut at) = (0, 0, 0);
    // From where on the key holds capitals of ASCII, if it holds any.
    let (mut written, mut capitals) = (out.len(), false);
    while let Some(&byte) = bytes.get(at) {
        if byte.is_ascii_lowercase() {
            at += 1;
            continue;
        }
        let kept = match byte {
            b'A'..=b'Z' => {
                capitals = true;
                1
            }
            b'*' | b'_' | b'-' | b'\t'..=b'\r' => 0,
            b' ' if at == letters || bytes[at - 1] == b' ' => 0,
            0..=0x7F => usize::from(!may_move(&bytes[letters..at])),
            _ => small_letter(&bytes[at..]),
        };
        if kept > 0 {
            at += kept;
            continue;
        }
        let Some(c) = text[at..].chars().next().filter(|&c| is_composed(c)) else { return false };
        if run < at {
            out.push_str(&text[run..at]);
        }
        at += c.len_utf8();
        run = at;
        if let Some(small) = capital(c) {
            out.push(small);
            continue;
        }
        if capitals {
            lower(out, written);
        }
        fold_char(c, out);
        (letters, written, capitals) = (at, out.len(), false);
    }
    if run < at {
        out.push_str(&text[run..]);
    }
    if capitals {
        lower(out, written);
    }
    true
}

/// Lowers the capitals of ASCII from a byte on. Apart from the loop that asks for it, so that the loop stays small.
#[inline(never)]
fn lower(out: &mut str, from: usize) {
    out[from..].make_ascii_lowercase();
}

/// True unless it is sure that the tone of the syllable that ends these bytes stays where it is.
fn may_move(bytes: &[u8]) -> bool {
    let vowel = |at: Option<&u8>| at.is_none_or(|byte| matches!(byte | 0x20, b'o' | b'u'));
    let back = |count: usize| bytes.len().checked_sub(count).map(|at| &bytes[at]);
    match (back(2), back(1)) {
        (_, None) | (None, _) => true,
        (Some(before), Some(b'y' | b'Y')) => !before.is_ascii(),
        (_, Some(0..=0x7F)) => false,
        // The last letter has two bytes or three.
        (Some(0xC3..=0xC9), _) => vowel(back(3)),
        _ => vowel(back(4)),
    }
}

/// The length of the letter that these bytes begin with, if it is one of Vietnamese beyond ASCII that is its own key; else 0.
fn small_letter(bytes: &[u8]) -> usize {
    match *bytes {
        // à to ï, ñ to ö, ù to ý; ă, đ, ĩ; ũ; ơ, ư
        [0xC3, 0xA0..=0xAF | 0xB1..=0xB6 | 0xB9..=0xBD, ..]
        | [0xC4, 0x83 | 0x91 | 0xA9, ..]
        | [0xC5, 0xA9, ..]
        | [0xC6, 0xA1 | 0xB0, ..] => 2,
        // ạ to ỹ: every other one
        [0xE1, 0xBA, last @ 0xA1..=0xBF, ..] | [0xE1, 0xBB, last @ 0x80..=0xB9, ..] => usize::from(last % 2 == 1) * 3,
        _ => 0,
    }
}

/// [`fold`] without tone and letter marks and with đ as d: the key of searches, never of symbols (ĐA is not DA).
pub fn bare(text: &str) -> String {
    let folded = fold(text);
    let mut out = String::with_capacity(folded.len());
    for c in folded.chars() {
        push_bare(c, &mut out);
    }
    out
}

/// True if the words of the second key stand in the first, whole words only: `lao dong` is not in `lao dongs`.
pub(crate) fn names(key: &str, words: &str) -> bool {
    let bounded = |at: usize| {
        let before = key[..at].chars().next_back();
        let after = key[at + words.len()..].chars().next();
        !before.is_some_and(char::is_alphanumeric) && !after.is_some_and(char::is_alphanumeric)
    };
    !words.is_empty() && key.match_indices(words).any(|(at, _)| bounded(at))
}

/// An ASCII id part: the words of [`bare`] joined by hyphens, everything else dropped. Empty for a text without any.
pub fn slug(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in bare(text).chars() {
        if c.is_ascii_alphanumeric() {
            out.push(c);
        } else if !out.is_empty() && !out.ends_with('-') {
            out.push('-');
        }
    }
    out.truncate(out.trim_end_matches('-').len());
    out
}

/// Letters and marks that NFC leaves alone, which are nearly all there are: Latin with Vietnamese, punctuation.
fn is_composed(c: char) -> bool {
    matches!(c, '\0'..='\u{2FF}' | '\u{1E00}'..='\u{1EFF}' | '\u{2010}'..='\u{2027}')
}

/// The key of a capital of Vietnamese beyond ASCII.
fn capital(c: char) -> Option<char> {
    match c {
        'Đ' | 'Ð' | 'Ɖ' => Some('đ'),
        'À'..='Ö' | 'Ù'..='Ý' => char::from_u32(c as u32 + 32),
        'Ă' | 'Ĩ' | 'Ũ' | 'Ơ' | 'Ư' => char::from_u32(c as u32 + 1),
        'Ạ'..='Ỹ' if (c as u32).is_multiple_of(2) => char::from_u32(c as u32 + 1),
        _ => None,
    }
}

/// Adds the key of one more character.
fn fold_char(c: char, out: &mut String) {
    if let Some(small) = capital(c) {
        return out.push(small);
    }
    match c {
        'a'..='z' | 'ạ'..='ỹ' => out.push(c),
        'A'..='Z' => out.push(c.to_ascii_lowercase()),
        'đ' | 'ð' | 'ɖ' => out.push('đ'),
        '\u{AD}' | '\u{200B}'..='\u{200D}' | '\u{FEFF}' => {}
        '*' | '_' => end_word(out, ' '),
        _ if c.is_whitespace() => end_word(out, ' '),
        _ if is_dash(c) => end_word(out, '-'),
        'à'..='ö' | 'ù'..='ý' | 'ă' | 'ĩ' | 'ũ' | 'ơ' | 'ư' => out.push(c),
        _ if is_letter(c) => out.extend(c.to_lowercase()),
        _ => end_word(out, c),
    }
}

/// Closes a syllable and writes what follows it; no space at the start or after a space.
fn end_word(out: &mut String, next: char) {
    place_tone(out);
    if next != ' ' || !(out.is_empty() || out.ends_with(' ')) {
        out.push(next);
    }
}

/// Moves the tone of an open oà, oè, uỳ at the end to its first vowel (òa, òe, ùy); after q, the tone stays on y (quý).
fn place_tone(out: &mut String) {
    if may_move(out.as_bytes()) {
        move_tone(out);
    }
}

fn move_tone(out: &mut String) {
    let mut back = out.chars().rev();
    let (Some(second), Some(first)) = (back.next(), back.next()) else { return };
    let before = back.next();
    if second.is_ascii() && first.is_ascii() {
        return;
    }
    let after_q = before == Some('q');
    let moved = match first {
        'o' => O_TONES
            .iter()
            .find(|row| row[1] == second || row[2] == second)
            .map(|row| (row[0], row[3 + usize::from(row[2] == second)])),
        'u' if !after_q => U_TONES.iter().find(|row| row[1] == second).map(|row| (row[0], 'y')),
        _ if after_q && second == 'y' => U_TONES.iter().find(|row| row[0] == first).map(|row| ('u', row[1])),
        _ => None,
    };
    if let Some((vowel, rest)) = moved {
        out.truncate(out.len() - first.len_utf8() - second.len_utf8());
        out.push(vowel);
        out.push(rest);
    }
}

/// Toned o, toned a, toned e, and their plain second vowels.
const O_TONES: [[char; 5]; 5] = [
    ['ò', 'à', 'è', 'a', 'e'],
    ['ó', 'á', 'é', 'a', 'e'],
    ['ỏ', 'ả', 'ẻ', 'a', 'e'],
    ['õ', 'ã', 'ẽ', 'a', 'e'],
    ['ọ', 'ạ', 'ẹ', 'a', 'e'],
];

/// Toned u, toned y.
const U_TONES: [[char; 2]; 5] = [['ù', 'ỳ'], ['ú', 'ý'], ['ủ', 'ỷ'], ['ũ', 'ỹ'], ['ụ', 'ỵ']];

fn push_bare(c: char, out: &mut String) {
    match c {
        'đ' => out.push('d'),
        _ if c.is_ascii() => out.push(c),
        _ => decompose_canonical(c, |part| {
            if !('\u{300}'..='\u{36F}').contains(&part) {
                out.push(part);
            }
        }),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn both_places_of_the_tone_mark_have_one_key() {
        for (left, right) in [
            ("hòa", "hoà"),
            ("Ủy ban", "Uỷ ban"),
            ("khỏe", "khoẻ"),
            ("THANH HÓA", "Thanh Hoá"),
            ("thủy", "thuỷ"),
            ("khóa", "khoá"),
        ] {
            assert_eq!(fold(left), fold(right));
        }
    }

    #[test]
    fn closed_syllables_and_quy_keep_their_tone() {
        assert_eq!(fold("toàn quý hoán thuyền quỹ"), "toàn quý hoán thuyền quỹ");
        assert_eq!(fold("qúy"), "quý");
        assert_ne!(fold("hóa"), fold("hòa"));
    }

    #[test]
    fn every_code_of_the_barred_d_is_one_letter_and_d_another() {
        assert_eq!(fold("NÐ-CP"), "nđ-cp");
        assert_eq!(fold("QƉ"), "qđ");
        assert_ne!(fold("ĐA"), fold("DA"));
    }

    #[test]
    fn white_space_emphasis_and_dashes_are_one() {
        assert_eq!(fold("  **Ủy ban**\n nhân\u{A0}dân_ "), "ủy ban nhân dân");
        assert_eq!(fold("Lao động – Thương binh"), "lao động - thương binh");
        assert_eq!(fold("tuyên\u{AD}truyền"), "tuyêntruyền");
    }

    #[test]
    fn decomposed_letters_equal_composed_ones() {
        let decomposed: String = "Nghị quyết hoà".nfd().collect();
        assert_eq!(fold(&decomposed), fold("NGHỊ QUYẾT HÒA"));
    }

    #[test]
    fn a_name_holds_whole_words_only() {
        assert!(names("lien doan lao dong tinh lai chau", "lien doan lao dong"));
        assert!(!names("so lao dong", "ao dong") && !names("so lao dong", "o lao") && !names("so lao dong", ""));
    }

    #[test]
    fn bare_keeps_no_mark_and_slug_only_ascii() {
        assert_eq!(bare("Đắk Lắk"), "dak lak");
        assert_eq!(slug(" Bà Rịa - Vũng Tàu. "), "ba-ria-vung-tau");
        assert_eq!(slug("TBTT&PV"), "tbtt-pv");
        assert_eq!(slug("…"), "");
    }

    #[test]
    fn every_vietnamese_capital_has_its_small_letter() {
        for c in
            ('\u{C0}'..='\u{1EF9}').filter(|c| c.is_alphabetic() && !matches!(c, 'Đ' | 'đ' | 'Ð' | 'ð' | 'Ɖ' | 'ɖ'))
        {
            let small: String = c.to_lowercase().nfc().collect();
            let key = fold(&c.to_string());
            assert!(key == small || is_nfc_quick([c].into_iter()) != IsNormalized::Yes, "{c}: {key} and {small}");
        }
    }

    proptest! {
        #[test]
        fn a_key_is_its_own_key(text in "[ a-zA-ZàáảãạòóỏõọùúủũụỳýỷỹỵăâêôơưĐðđỦỲ*_–-]{0,24}") {
            let key = fold(&text);
            prop_assert_eq!(fold(&key), key.clone());
            let searched = bare(&text);
            prop_assert_eq!(bare(&searched), searched);
        }

        #[test]
        fn what_is_copied_whole_is_what_each_character_gives(text in "[ a-zA-ZqoaoeuyàáảãạèéỏõọùúủũụỳýỷỹỵđĐðÐñÀÈÓỎỤÙỲỸĂƠƯ*_–.,0-9\u{AD}\u{1E01}-]{0,24}") {
            let mut key = String::new();
            text.chars().for_each(|c| fold_char(c, &mut key));
            place_tone(&mut key);
            prop_assert_eq!(fold(&text), key.trim_end_matches(' '));
        }
    }
}
