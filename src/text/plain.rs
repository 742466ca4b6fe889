//! UTF-8 text, with or without byte order mark. What is not UTF-8 is named, never guessed at.

use super::Problem;

/// The text of UTF-8 bytes; a byte order mark stays in it, as it stands in the file.
pub(super) fn decode(bytes: Vec<u8>) -> Result<String, Problem> {
    if let Some(name) = known_binary(&bytes) {
        return Err(Problem {
            code: "not-text",
            message: format!("the content is {name}, not text"),
            remedy: "save it as .txt or .md in UTF-8".into(),
        });
    }
    // The copy costs a tenth of the second check that String::from_utf8 would make.
    let text = match simdutf8::compat::from_utf8(&bytes) {
        Ok(text) => text.to_owned(),
        Err(error) => return Err(not_utf8(&bytes, error.valid_up_to())),
    };
    if memchr::memchr(0, text.as_bytes()).is_some() {
        return Err(Problem {
            code: "not-text",
            message: "the content holds NUL bytes and is not text".into(),
            remedy: "leave it out, or save the document as .txt or .md in UTF-8".into(),
        });
    }
    Ok(text)
}

fn not_utf8(bytes: &[u8], at: usize) -> Problem {
    let binary = bytes.iter().take(4096).any(|b| matches!(b, 0..=8 | 14..=26 | 28..=31));
    if binary {
        Problem {
            code: "not-text",
            message: format!("the content is not text (byte {at})"),
            remedy: "leave it out, or save the document as .txt or .md in UTF-8".into(),
        }
    } else {
        Problem {
            code: "encoding",
            message: format!("the text is not UTF-8 (byte {at} is 0x{:02X})", bytes[at]),
            remedy: "save it again with encoding UTF-8".into(),
        }
    }
}

/// UTF-8 as far as it goes, with words in it and without control characters.
pub(super) fn recognizes(head: &[u8]) -> bool {
    let text = match std::str::from_utf8(head) {
        Ok(text) => text,
        Err(error) if error.error_len().is_none() => {
            std::str::from_utf8(&head[..error.valid_up_to()]).unwrap_or_default()
        }
        Err(_) => return false,
    };
    known_binary(head).is_none()
        && text.chars().any(char::is_alphabetic)
        && !text.chars().any(|c| c.is_control() && !matches!(c, '\n' | '\r' | '\t' | '\u{C}'))
}

fn known_binary(bytes: &[u8]) -> Option<&'static str> {
    const MAGIC: &[(&[u8], &str)] = &[
        (b"%PDF-", "a PDF file"),
        (b"PK\x03\x04", "a zip or Office file"),
        (b"\xD0\xCF\x11\xE0", "an old Office file"),
        (b"\x89PNG", "a PNG picture"),
        (b"\xFF\xD8\xFF", "a JPEG picture"),
        (b"{\\rtf", "an RTF file"),
        (b"\xFF\xFE", "UTF-16 text"),
        (b"\xFE\xFF", "UTF-16 text"),
    ];
    MAGIC.iter().find(|(magic, _)| bytes.starts_with(magic)).map(|(_, name)| *name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_byte_order_mark_stays_and_counts() {
        assert_eq!(decode("\u{FEFF}Số: 1".into()).unwrap().chars().next(), Some('\u{FEFF}'));
    }

    #[test]
    fn what_is_not_utf8_is_named_with_its_place() {
        let problem = decode(b"Ngh\xDE \xAE\xDEnh".to_vec()).unwrap_err();
        assert_eq!(problem.code, "encoding");
        assert!(problem.message.contains("byte 3"), "{}", problem.message);
    }

    #[test]
    fn a_beginning_is_recognized_though_its_last_letter_is_cut() {
        let text = "Số: 12/KH-UBND, Hà Nội";
        let cut = text.find('ộ').unwrap() + 1;
        assert!(recognizes(&text.as_bytes()[..cut]));
        for other in [&b"\x7FELF\x02\x01"[..], b"%PDF-1.7 abc", b"", b"\n\n", b"Ngh\xDE \xAE\xDEnh"] {
            assert!(!recognizes(other), "{other:?}");
        }
    }

    #[test]
    fn binary_content_is_not_text() {
        assert_eq!(decode(vec![1, 2, 3, 0xFF, 0xFE]).unwrap_err().code, "not-text");
        assert_eq!(decode(b"%PDF-1.7".to_vec()).unwrap_err().code, "not-text");
    }
}
