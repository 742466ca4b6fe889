//! What a character is, told without tables for the letters of Vietnamese: the questions asked most often.

/// A letter or digit, as [`char::is_alphanumeric`] says.
pub(crate) fn is_word(c: char) -> bool {
    match c {
        '\0'..='\x7F' => c.is_ascii_alphanumeric(),
        'À'..='Ö' | 'Ø'..='ö' | 'ø'..='\u{24F}' | '\u{1E00}'..='\u{1EFF}' => true,
        '\u{2000}'..='\u{206F}' => false,
        _ => c.is_alphanumeric(),
    }
}

/// A letter, as [`char::is_alphabetic`] says.
pub(crate) fn is_letter(c: char) -> bool {
    match c {
        '\0'..='\x7F' => c.is_ascii_alphabetic(),
        'À'..='\u{24F}' | '\u{1E00}'..='\u{1EFF}' => is_word(c),
        _ => c.is_alphabetic(),
    }
}

/// The small form of a letter, where it is one character; else the character itself.
pub(crate) fn small(c: char) -> char {
    match c {
        '\0'..='\x7F' => c.to_ascii_lowercase(),
        'À'..='Ö' | 'Ø'..='Þ' => shifted(c, 32),
        'Ă' | 'Đ' | 'Ĩ' | 'Ũ' | 'Ơ' | 'Ư' => shifted(c, 1),
        'ß'..='ÿ' | 'ă' | 'đ' | 'ĩ' | 'ũ' | 'ơ' | 'ư' => c,
        '\u{1EA0}'..='\u{1EFF}' => char::from_u32(u32::from(c) | 1).unwrap_or(c),
        _ => {
            let mut small = c.to_lowercase();
            if small.len() == 1 { small.next().unwrap_or(c) } else { c }
        }
    }
}

/// A small letter, as [`char::is_lowercase`] says.
pub(crate) fn is_small(c: char) -> bool {
    match c {
        '\0'..='\x7F' => c.is_ascii_lowercase(),
        'À'..='Þ' => false,
        'Ā'..='ķ' | '\u{1EA0}'..='\u{1EFF}' => u32::from(c) % 2 == 1,
        'Ơ' | 'Ư' => false,
        'ơ' | 'ư' => true,
        '\u{2000}'..='\u{206F}' => false,
        _ => c.is_lowercase(),
    }
}

/// A capital letter, as [`char::is_uppercase`] says.
pub(crate) fn is_capital(c: char) -> bool {
    match c {
        '\0'..='\x7F' => c.is_ascii_uppercase(),
        'À'..='Ö' | 'Ø'..='Þ' => true,
        'ß'..='ÿ' => false,
        'Ā'..='ķ' | '\u{1EA0}'..='\u{1EFF}' => u32::from(c) % 2 == 0,
        'Ơ' | 'Ư' => true,
        'ơ' | 'ư' => false,
        '\u{2000}'..='\u{206F}' => false,
        _ => c.is_uppercase(),
    }
}

fn shifted(c: char, by: u32) -> char {
    char::from_u32(u32::from(c) + by).unwrap_or(c)
}

/// For each byte how long a letter or digit is that begins with it, if the byte alone tells that it begins one; else 0.
const LENGTHS: [u8; 256] = {
    let mut lengths = [0; 256];
    let mut byte = 0;
    while byte < 0x80 {
        lengths[byte as usize] = (byte as u8).is_ascii_alphanumeric() as u8;
        byte += 1;
    }
    // U+0100 to U+023F; what begins with C3 may be the sign of multiplication.
    byte = 0xC4;
    while byte <= 0xC8 {
        lengths[byte as usize] = 2;
        byte += 1;
    }
    lengths
};

/// The byte after the run of letters and digits that byte `at` begins.
pub(crate) fn word_end(text: &str, mut at: usize) -> usize {
    let bytes = text.as_bytes();
    while let Some(&byte) = bytes.get(at) {
        let length = LENGTHS[usize::from(byte)];
        if length > 0 {
            at += usize::from(length);
        } else if byte.is_ascii() {
            break;
        } else if let Some(length) = vietnamese(byte, bytes.get(at + 1).copied()) {
            at += length;
        } else {
            match text[at..].chars().next().filter(|&c| is_word(c)) {
                Some(c) => at += c.len_utf8(),
                None => break,
            }
        }
    }
    at
}

/// The length of a letter that begins with these bytes, if they alone tell that it is one: U+00C0 to U+023F, U+1E00 to
/// U+1EFF.
fn vietnamese(first: u8, second: Option<u8>) -> Option<usize> {
    match (first, second) {
        // The signs of multiplication and division.
        (0xC3, Some(0x97 | 0xB7)) => None,
        (0xC3..=0xC8, _) => Some(2),
        (0xE1, Some(0xB8..=0xBB)) => Some(3),
        _ => None,
    }
}

/// The first byte of the run of letters and digits that ends before byte `at`.
pub(crate) fn word_start(text: &str, mut at: usize) -> usize {
    let bytes = text.as_bytes();
    while at > 0 {
        let byte = bytes[at - 1];
        if byte.is_ascii() {
            if !byte.is_ascii_alphanumeric() {
                break;
            }
            at -= 1;
        } else {
            match text[..at].chars().next_back().filter(|&c| is_word(c)) {
                Some(c) => at -= c.len_utf8(),
                None => break,
            }
        }
    }
    at
}

/// True if the two are the same word in any case. `word` is in small letters.
pub(crate) fn same_word(written: &str, word: &str) -> bool {
    let first = |word: &str| word.as_bytes().first().map_or(0, |byte| byte | 0x20);
    written.len() == word.len()
        && first(written) == first(word)
        && (written == word || written.chars().map(small).eq(word.chars()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_character_is_what_the_tables_say() {
        for c in '\0'..=char::MAX {
            let told = (is_word(c), is_letter(c));
            assert_eq!(told, (c.is_alphanumeric(), c.is_alphabetic()), "U+{:04X}", u32::from(c));
            let lower: String = c.to_lowercase().collect();
            let alone = lower.chars().count() == 1;
            let cases = (is_small(c), is_capital(c));
            assert_eq!(cases, (c.is_lowercase(), c.is_uppercase()), "U+{:04X}", u32::from(c));
            let bytes = c.to_string().into_bytes();
            let told = vietnamese(bytes[0], bytes.get(1).copied());
            assert!(told.is_none_or(|length| is_word(c) && length == bytes.len()), "U+{:04X}", u32::from(c));
            assert_eq!(small(c).to_string(), if alone { lower } else { c.to_string() }, "U+{:04X}", u32::from(c));
        }
    }

    #[test]
    fn a_word_runs_to_its_ends_from_either_side() {
        let text = "(Nghị quyết)";
        assert_eq!((word_end(text, 1), word_start(text, text.len() - 1)), ("(Nghị".len(), "(Nghị ".len()));
        assert_eq!((word_end(text, 0), word_start(text, 1)), (0, 1));
    }

    #[test]
    fn case_does_not_part_words_but_tones_do() {
        assert!(same_word("NGHỊ", "nghị") && same_word("Đ", "đ"));
        assert!(!same_word("nghĩ", "nghị") && !same_word("Nghịch", "nghị"));
    }
}
