//! Text by itself: UTF-8, UTF-16, and the old encodings of Vietnamese. What is none of them is named, never guessed at.

use super::legacy::{self, CANDIDATES, Encoding, Tally, WORDS};
use super::place::Places;
use super::span::Run;
use super::{Decoded, Problem, syllable};

/// The text of bytes; a byte order mark of UTF-8 stays in it, as it stands in the file.
pub(super) fn decode(bytes: Vec<u8>) -> Result<Decoded, Problem> {
    if let Some(encoding) = is_utf16(&bytes) {
        return utf16(&bytes, encoding);
    }
    // The copy costs a tenth of the second check that String::from_utf8 would make.
    let text = match simdutf8::compat::from_utf8(&bytes) {
        Ok(text) => text.to_owned(),
        Err(error) => return legacy(&bytes, error.valid_up_to()),
    };
    if memchr::memchr(0, text.as_bytes()).is_some() {
        return Err(not_text("the content holds NUL bytes and is not text"));
    }
    Ok(Decoded { text, ..Decoded::default() })
}

fn not_text(message: &str) -> Problem {
    Problem::new("not-text", message, "leave it out, or save the document as .txt or .md in UTF-8")
}

/// UTF-8 as far as it goes, or UTF-16, with words in it and without control characters.
pub(super) fn recognizes(head: &[u8]) -> bool {
    if let Some(encoding) = is_utf16(head) {
        return utf16(&head[..head.len() & !1], encoding).is_ok_and(|decoded| are_words(&decoded.text));
    }
    let text = match std::str::from_utf8(head) {
        Ok(text) => text,
        Err(error) if error.error_len().is_none() => {
            std::str::from_utf8(&head[..error.valid_up_to()]).unwrap_or_default()
        }
        Err(_) => return false,
    };
    are_words(text)
}

fn are_words(text: &str) -> bool {
    text.chars().any(char::is_alphabetic)
        && !text.chars().any(|c| c.is_control() && !matches!(c, '\n' | '\r' | '\t' | '\u{C}'))
}

/// UTF-16 by its mark; without one by the zero bytes, which stand in one half of the pairs only.
fn is_utf16(bytes: &[u8]) -> Option<Encoding> {
    match bytes {
        [0xFF, 0xFE, ..] => return Some(Encoding::Utf16Le),
        [0xFE, 0xFF, ..] => return Some(Encoding::Utf16Be),
        _ => {}
    }
    let head = &bytes[..bytes.len().min(4096) & !1];
    memchr::memchr(0, head)?;
    let zeros = |of: usize| head.iter().skip(of).step_by(2).filter(|b| **b == 0).count();
    let (first, second, pairs) = (zeros(0), zeros(1), head.len() / 2);
    match (first * 4 > pairs, second * 4 > pairs) {
        (false, true) if first == 0 => Some(Encoding::Utf16Le),
        (true, false) if second == 0 => Some(Encoding::Utf16Be),
        _ => None,
    }
}

fn utf16(bytes: &[u8], encoding: Encoding) -> Result<Decoded, Problem> {
    let big = encoding == Encoding::Utf16Be;
    let marked = matches!(bytes, [0xFF, 0xFE, ..] | [0xFE, 0xFF, ..]);
    let start = if marked { 2 } else { 0 };
    let units = bytes[start..].chunks_exact(2).map(|pair| {
        let pair = [pair[0], pair[1]];
        if big { u16::from_be_bytes(pair) } else { u16::from_le_bytes(pair) }
    });
    let mut decoded = Decoded { encoding, ..Decoded::default() };
    let (mut anchors, mut at) = (Vec::new(), start);
    for c in char::decode_utf16(units) {
        let Ok(c) = c else {
            return Err(Problem::new(
                "encoding",
                format!("the text looks like UTF-16 and is none (byte {at})"),
                "save it again with encoding UTF-8",
            ));
        };
        if c == '\0' {
            return Err(not_text("the content holds NUL characters and is not text"));
        }
        anchors.push((decoded.text.len(), at));
        decoded.text.push(c);
        at += 2 * c.len_utf16();
    }
    if !marked && !are_words(decoded.text.lines().next().unwrap_or_default()) && !are_words(&decoded.text) {
        return Err(not_text("the content is not text"));
    }
    decoded.places = Places::Bytes(anchors);
    Ok(decoded)
}

/// Bytes that are not UTF-8. Lines may differ: each is read as UTF-8 if it is that, else in the old encoding that makes the
/// rest Vietnamese, or in the one that makes the line so where that does not.
fn legacy(bytes: &[u8], at: usize) -> Result<Decoded, Problem> {
    let binary =
        bytes.iter().take(4096).any(|b| matches!(b, 0 | 1 | 3 | 4 | 7 | 8 | 14..=19 | 21..=24 | 26 | 28 | 29 | 31));
    if binary {
        return Err(not_text(&format!("the content is not text (byte {at})")));
    }
    let lines: Vec<&[u8]> = bytes.split_inclusive(|b| *b == b'\n').collect();
    let read: Vec<Option<Tally>> = lines.iter().map(|line| tally(line)).collect();
    let old = || lines.iter().zip(&read).filter(|(_, read)| read.is_some()).map(|(line, _)| *line);
    let whole = read.iter().flatten().fold(Tally::default(), |sum, line| sum.and(line));
    let windows: Vec<String> = old().filter_map(windows1258).collect();
    let (found, words) = windows.iter().map(|line| syllable::tally(line)).fold((0, 0), |a, b| (a.0 + b.0, a.1 + b.1));
    let encoding = match whole.decide().or_else(|| of_most(&read)) {
        Some(encoding) => encoding,
        None if words >= WORDS && found * 4 >= words * 3 && windows.len() == old().count() => Encoding::Windows1258,
        None => return Err(unknown(bytes, at)),
    };
    let of_lines = read.iter().map(|line| line.as_ref().map(|line| of_line(line, encoding)));
    Ok(convert_lines(&lines, encoding, of_lines))
}

/// What a line that is no UTF-8 reads as.
fn tally(line: &[u8]) -> Option<Tally> {
    std::str::from_utf8(line).is_err().then(|| {
        let mut tally = Tally::default();
        tally.add(&latin1(line));
        tally
    })
}

/// Of a file whose lines are in several encodings: the one of most words, if nearly every line is in one.
fn of_most(lines: &[Option<Tally>]) -> Option<Encoding> {
    let decided: Vec<(Encoding, usize)> =
        lines.iter().flatten().filter_map(|line| line.decide().map(|of| (of, line.under(of).0))).collect();
    let words = |of: Encoding| decided.iter().filter(|(one, _)| *one == of).map(|(_, words)| words).sum::<usize>();
    let all: usize = lines.iter().flatten().map(|line| line.under(CANDIDATES[0]).0).sum();
    let told: usize = decided.iter().map(|(_, words)| words).sum();
    let most = CANDIDATES.into_iter().rev().max_by_key(|&of| words(of))?;
    (words(most) >= WORDS && told * 10 >= all * 9).then_some(most)
}

/// The encoding of one line: that of the file, unless another makes Vietnamese of it and this does not. With it whether it
/// is no Vietnamese in any.
fn of_line(line: &Tally, of_file: Encoding) -> (Encoding, bool) {
    /// Fewer words may all be names and symbols.
    const TELLING: usize = 5;
    /// What is read in another encoding than its own has fewer syllables.
    const POOR: f64 = 0.5;
    let (words, share) = line.under(of_file);
    if of_file == Encoding::Windows1258 || share >= POOR {
        return (of_file, false);
    }
    line.decide().map_or((of_file, words >= TELLING), |other| (other, false))
}

fn convert_lines(
    lines: &[&[u8]],
    encoding: Encoding,
    of_lines: impl Iterator<Item = Option<(Encoding, bool)>>,
) -> Decoded {
    let mut decoded = Decoded { encoding, ..Decoded::default() };
    let (mut anchors, mut byte, mut foreign) = (Vec::new(), 0, Vec::new());
    for ((number, line), of_line) in (1..).zip(lines).zip(of_lines) {
        let start = decoded.text.len();
        if let Some((encoding, is_foreign)) = of_line {
            if is_foreign {
                foreign.push(number);
            }
            let seen = latin1(line);
            let words = match encoding {
                Encoding::Windows1258 => windows1258(line).unwrap_or_default(),
                _ => legacy::convert(&seen, encoding),
            };
            decoded.text.push_str(&words);
            let (new, old) = (word_starts(words.as_bytes()), word_starts(line));
            anchors.extend(new.iter().zip(old).map(|(new, old)| (start + new, byte + old)));
            let end = decoded.text.len();
            decoded.runs.push(Run { start, end, encoding, source: seen.into_boxed_str() });
        } else {
            anchors.push((start, byte));
            decoded.text.push_str(std::str::from_utf8(line).unwrap_or_default());
        }
        byte += line.len();
    }
    // A line without old letters in it between two that have some says nothing of the pairs inside.
    decoded.places = Places::Bytes(anchors);
    decoded.notes.extend(in_none(&foreign, encoding));
    decoded
}

/// Names the lines that are in no encoding.
fn in_none(lines: &[usize], read_as: Encoding) -> Option<Problem> {
    const NAMED: usize = 5;
    if lines.is_empty() {
        return None;
    }
    let named: Vec<String> = lines.iter().take(NAMED).map(ToString::to_string).collect();
    let more = if lines.len() > NAMED { ", …" } else { "" };
    let (named, read_as) = (named.join(", "), read_as.code());
    let message = format!("line {named}{more}: in no encoding Vietnamese; read as {read_as}, like the rest");
    Some(Problem::new("encoding", message, "save it again with encoding UTF-8"))
}

/// The first byte of each word, and 0. White space is the same in all encodings.
fn word_starts(line: &[u8]) -> Vec<usize> {
    let starts = (1..line.len()).filter(|&at| line[at - 1].is_ascii_whitespace() && !line[at].is_ascii_whitespace());
    std::iter::once(0).chain(starts).collect()
}

fn latin1(bytes: &[u8]) -> String {
    bytes.iter().map(|&b| char::from(b)).collect()
}

#[cfg(feature = "formats")]
fn windows1258(bytes: &[u8]) -> Option<String> {
    use unicode_normalization::UnicodeNormalization;
    let (text, wrong) = encoding_rs::WINDOWS_1258.decode_without_bom_handling(bytes);
    (!wrong).then(|| text.nfc().collect())
}

#[cfg(not(feature = "formats"))]
fn windows1258(_: &[u8]) -> Option<String> {
    None
}

fn unknown(bytes: &[u8], at: usize) -> Problem {
    let tried: Vec<&str> = CANDIDATES.iter().map(|encoding| encoding.code()).collect();
    let message = format!(
        "the text is not UTF-8 (byte {at} is 0x{:02X}), and read as {} or windows-1258 it is no Vietnamese",
        bytes[at.min(bytes.len() - 1)],
        tried.join(", ")
    );
    Problem::new("encoding", message, "save it again with encoding UTF-8")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::{Format, Part, Span, Text};

    const TEXT: &str = "Căn cứ Nghị định số 12\nngày 5 tháng 2 của Chính phủ về tổ chức\n";

    #[test]
    fn a_byte_order_mark_stays_and_counts() {
        assert_eq!(decode("\u{FEFF}Số: 1".into()).unwrap().text.chars().next(), Some('\u{FEFF}'));
    }

    #[test]
    fn what_is_in_no_encoding_is_named_with_its_place() {
        let problem = decode(b"Ngh\xDE tr\xFF\xFF ab\xFFc \xFFx".to_vec()).unwrap_err();
        assert_eq!(problem.code, "encoding");
        assert!(problem.message.contains("byte 3 is 0xDE"), "{}", problem.message);
        assert_eq!(decode(b"\x00\x01\x02\xFF".to_vec()).unwrap_err().code, "not-text");
        assert_eq!(decode(b"a\x00bcdefghijkl".to_vec()).unwrap_err().code, "not-text");
    }

    #[test]
    fn utf16_is_read_with_and_without_its_mark() {
        let little: Vec<u8> = TEXT.encode_utf16().flat_map(u16::to_le_bytes).collect();
        let big: Vec<u8> = TEXT.encode_utf16().flat_map(u16::to_be_bytes).collect();
        for (bytes, mark, encoding) in
            [(little, [0xFF, 0xFE], Encoding::Utf16Le), (big, [0xFE, 0xFF], Encoding::Utf16Be)]
        {
            for marked in [true, false] {
                let file = if marked { [mark.as_slice(), &bytes].concat() } else { bytes.clone() };
                let decoded = decode(file).unwrap();
                assert_eq!((decoded.text.as_str(), decoded.encoding), (TEXT, encoding));
                let at = TEXT.find("ngày").expect("there");
                let units = TEXT[..at].encode_utf16().count() * 2 + if marked { 2 } else { 0 };
                assert_eq!(decoded.places.of(at).part, Part::Byte(units));
            }
        }
    }

    #[test]
    fn tcvn3_is_read_and_every_word_leads_back_to_its_byte() {
        let bytes = b"C\xA8n c\xF8 Ngh\xDE \xAE\xDEnh s\xE8 12\nng\xB5y 5 th\xB8ng 2 c\xF1a Ch\xDDnh ph\xF1 v\xD2 t\xE6 ch\xF8c\n";
        let text = Text::of(decode(bytes.to_vec()).unwrap(), Format::Text);
        assert_eq!((text.as_str(), text.encoding), (TEXT, Encoding::Tcvn3));
        let at = TEXT.find("Nghị định").expect("there");
        assert_eq!(text.place(at).part, Part::Byte(7));
        let span = Span::new(at, at + "Nghị định số 12".len());
        assert_eq!(text.source_of(span).as_deref(), Some("NghÞ ®Þnh sè 12"));
    }

    const TCVN3: &[u8] = b"C\xA8n c\xF8 Ngh\xDE \xAE\xDEnh cu\xB6 Ch\xDDnh ph\xF1 v\xD2 t\xE6 ch\xF8c b\xE9 m\xB8y;\n";
    const VNI: &[u8] = b"Th\xF6\xEFc hie\xE4n Ngh\xF2 quye\xE1t cu\xFBa \xD1a\xFBng v\xE0 Nha\xF8 n\xF6\xF4\xF9c.\n";

    #[test]
    fn lines_of_another_encoding_are_read_in_theirs() {
        for copies in [4, 1] {
            let decoded = decode([TCVN3.repeat(copies), VNI.to_vec()].concat()).unwrap();
            assert!(decoded.text.starts_with("Căn cứ Nghị định"), "{}", decoded.text);
            assert!(decoded.text.contains("Thực hiện Nghị quyết của Đảng"), "{}", decoded.text);
            assert!(decoded.notes.is_empty(), "{:?}", decoded.notes);
        }
    }

    #[test]
    fn a_line_that_is_vietnamese_in_no_encoding_is_named() {
        let none = b"\xFEx \xFFz q\xFD\xFE w\xF0\xFF j\xFF\xFE f\xFE\xFF\n";
        let decoded = decode([&TCVN3.repeat(9), none.as_slice(), TCVN3].concat()).unwrap();
        assert_eq!(decoded.notes.len(), 1);
        let problem = &decoded.notes[0];
        assert!(problem.code == "encoding" && problem.message.contains("line 10:"), "{problem:?}");
    }

    #[cfg(feature = "formats")]
    #[test]
    fn windows_1258_is_composed() {
        let bytes = b"Nghi\xF2 \xF0i\xF2nh cu\xD2a c\xF5 quan qu\xF4\xECc h\xF4\xF2i".to_vec();
        let decoded = decode(bytes).unwrap();
        assert_eq!(
            (decoded.text.as_str(), decoded.encoding),
            ("Nghị định của cơ quan quốc hội", Encoding::Windows1258)
        );
    }
}
