//! The units that a paper is sent to: addressees (Kính gửi) and recipients (Nơi nhận, with why).
//!
//! Entries are told apart by list marks and semicolons, not by lines, because lines are broken and cells flattened.
//! A purpose in brackets (`để b/c`) belongs to every unit of its entry. Units are kept as written.

use super::Unit;
use super::class::{Class, is_capitals};
use super::lines::{Piece, folded, head};
use super::offices::{names_a_person, signs};
use crate::text::fold::fold;
use crate::text::{Span, is_dash, is_gap};
use crate::vocabulary::Purpose;

/// The addressees on the lines of `Kính gửi`.
pub(super) fn addressees(text: &str, lines: &[Span]) -> Vec<Unit> {
    entries(text, lines).into_iter().flat_map(|entry| units(text, entry)).collect()
}

/// The recipients among the pieces behind `Nơi nhận`; offices and names of the signature between them are passed over.
pub(super) fn recipients(text: &str, pieces: &[Piece<'_>]) -> Vec<Unit> {
    let Some(head) = pieces.iter().position(|piece| piece.class == Class::Recipients) else { return Vec::new() };
    let mut lines: Vec<Span> = Vec::new();
    let first = after_heading(text, pieces[head].span);
    lines.extend(Some(first).filter(|first| text[first.range()].contains(char::is_alphabetic)));
    for piece in &pieces[head + 1..] {
        let words = piece.words;
        let item = words.starts_with(|c: char| is_dash(c) || matches!(c, '+' | '•' | '·'));
        if matches!(piece.class, Class::Kind | Class::Attached) || piece.heading {
            break;
        }
        let signed =
            is_capitals(words) || signs(words) || names_a_person(words, true).is_some() && !goes_on(text, &lines);
        if !item && (signed || words.starts_with(['}', '(']) && words.len() < 12) {
            continue;
        }
        if !item && kept(text, &lines) && !goes_on(text, &lines) {
            break;
        }
        lines.push(piece.span);
    }
    entries(text, &lines).into_iter().flat_map(|entry| units(text, entry)).collect()
}

/// What follows `Nơi nhận:` on its line.
fn after_heading(text: &str, span: Span) -> Span {
    let words = &text[span.range()];
    let end = words.find(':').map_or(words.len(), |colon| colon + 1);
    Span::new(span.start + end, span.end)
}

/// The entry for the archive was read: it is the last.
fn kept(text: &str, lines: &[Span]) -> bool {
    let last = lines.last().and_then(|line| at_marks(text, *line).pop());
    last.is_some_and(|span| {
        let words = text[span.range()].trim_start_matches(|c: char| is_dash(c) || is_gap(c));
        fold(head(words, 8)).starts_with("lưu")
    })
}

/// The last line is not the end of its entry.
fn goes_on(text: &str, lines: &[Span]) -> bool {
    lines.last().is_some_and(|span| {
        let words = text[span.range()].trim_end_matches(is_gap);
        words.ends_with(',') || words.ends_with(is_dash) || !words.ends_with([';', '.', ')', ':']) && !kept(text, lines)
    })
}

/// The entries of a list: each begins at a list mark, or behind a line that ended the one before.
fn entries(text: &str, lines: &[Span]) -> Vec<Vec<Span>> {
    let mut entries: Vec<Vec<Span>> = Vec::new();
    for line in lines {
        for (index, part) in at_marks(text, *line).into_iter().enumerate() {
            let words = text[part.range()].trim_start_matches(is_gap);
            let marked = index > 0 || words.starts_with(|c: char| is_dash(c) || matches!(c, '+' | '•' | '·'));
            let numbered = words
                .split_once(['.', ')'])
                .is_some_and(|(n, _)| !n.is_empty() && n.len() < 3 && n.bytes().all(|b| b.is_ascii_digit()));
            let ended = entries.last().and_then(|entry| entry.last()).is_none_or(|last| {
                let end = text[last.range()].trim_end_matches(is_gap);
                end.ends_with(';') && !words.starts_with('(')
            });
            if marked || numbered || ended {
                entries.push(vec![part]);
            } else if let Some(entry) = entries.last_mut() {
                entry.push(part);
            }
        }
    }
    entries
}

/// Splits a flattened cell at ` - ` behind a mark that ends an entry.
fn at_marks(text: &str, line: Span) -> Vec<Span> {
    let words = &text[line.range()];
    let mut starts = vec![0];
    for (at, c) in words.char_indices().filter(|(_, c)| is_dash(*c)) {
        let before = words[..at].trim_end_matches(is_gap);
        let spaced = words[at + c.len_utf8()..].starts_with(is_gap) && before.len() < at;
        if spaced && before.ends_with([';', '.', ':', ')']) {
            starts.push(at);
        }
    }
    let ends: Vec<usize> = starts[1..].iter().copied().chain([words.len()]).collect();
    starts
        .iter()
        .zip(ends)
        .map(|(a, b)| Span::new(line.start + a, line.start + b))
        .filter(|span| span.start < span.end)
        .collect()
}

/// The units of an entry, with its purpose.
fn units(text: &str, entry: Vec<Span>) -> Vec<Unit> {
    let whole = entry.iter().map(|span| &text[span.range()]).collect::<Vec<_>>().join(" ");
    let purpose = purpose(&whole);
    // "VPUB: CVP; các PCVP" is one unit with its parts.
    let parted = whole.contains(':');
    let mut parts: Vec<Vec<Span>> = vec![Vec::new()];
    for line in entry {
        let (mut at, mut open) = (line.start, 0_usize);
        for (mark, c) in text[line.range()].match_indices(['(', ')', ';']) {
            let end = line.start + mark;
            match c {
                "(" => open += 1,
                ")" => open = open.saturating_sub(1),
                _ if parted || open > 0 => {}
                _ => {
                    parts.last_mut().expect("never empty").push(Span::new(at, end));
                    parts.push(Vec::new());
                    at = end + 1;
                }
            }
        }
        parts.last_mut().expect("never empty").push(Span::new(at, line.end));
    }
    parts.into_iter().filter_map(|part| unit(text, &part, purpose)).collect()
}

/// A unit without list mark, end mark and the bracket that gives the purpose.
fn unit(text: &str, part: &[Span], purpose: Option<Purpose>) -> Option<Unit> {
    let is_mark = |c: char| is_dash(c) || is_gap(c) || matches!(c, '+' | '•' | '·' | ';' | ',' | '|' | '}');
    let (mut start, mut end) = (part.first()?.start, part.last()?.end);
    let words = &text[start..end];
    start += words.len() - words.trim_start_matches(is_mark).len();
    start += numbering(&text[start..end]);
    let (mut words, mut lines) = (text[start..end].to_owned(), part.len());
    if lines > 1 {
        words = part.iter().map(|span| &text[span.start.max(start)..span.end.max(start)]).collect::<Vec<_>>().join(" ");
    }
    lines = lines.min(1);
    let bracket = words.rfind('(').filter(|&at| words[at..].len() < 60 && self::purpose(&words[at..]).is_some());
    if let Some(at) = bracket {
        words.truncate(at);
    }
    // Nearly no unit says it without brackets.
    let stated = if words.contains('ể') || words.contains('Ể') { words.to_lowercase() } else { String::new() };
    let tail = [", để b/c", " để b/c", ", để báo cáo", " để báo cáo", ", để thực hiện", ", để biết"]
        .iter()
        .find(|tail| stated.trim_end_matches(['.', ' ']).ends_with(*tail));
    if let Some(tail) = tail {
        let kept = words.trim_end_matches(['.', ' ']).len().saturating_sub(tail.len());
        words.truncate(if words.is_char_boundary(kept) { kept } else { words.len() });
    }
    let name = folded(words.trim_end_matches(|c: char| is_mark(c) || matches!(c, '.' | ':')));
    if !name.contains(char::is_alphabetic) || lines == 0 {
        return None;
    }
    if bracket.is_none() || part.len() == 1 {
        end = start + text[start..end].trim_end_matches(|c: char| is_mark(c) || c == '.').len();
    }
    Some(Unit { name, purpose, span: Span::new(start, end.max(start)) })
}

/// Bytes of a numbering `1.` or `2)` with the gap behind it.
fn numbering(words: &str) -> usize {
    let digits = words.bytes().take_while(u8::is_ascii_digit).count();
    let rest = words[digits..].trim_start_matches(['.', ')']);
    let numbered = (1..3).contains(&digits) && rest.len() < words.len() - digits && rest.starts_with(is_gap);
    if numbered { words.len() - rest.trim_start_matches(is_gap).len() } else { 0 }
}

/// Why an entry is sent: said in brackets or behind "để"; the archive's entry keeps.
fn purpose(words: &str) -> Option<Purpose> {
    let key = fold(words);
    let entry = key.trim_start_matches(|c: char| !c.is_alphanumeric() && c != '(');
    if entry.starts_with("lưu") {
        return Some(Purpose::Keep);
    }
    let said: String =
        key.split('(').skip(1).map(|part| format!("{} ", part.split(')').next().unwrap_or_default())).collect();
    let behind =
        [" để ", " thay b/c", " b/c"].iter().filter_map(|word| key.find(word)).min().map_or("", |at| &key[at..]);
    if said.is_empty() && behind.is_empty() {
        return None;
    }
    let has = |words: &[&str]| {
        words.iter().any(|word| {
            said.split([' ', ',', ';']).any(|s| s == *word)
                || said.contains(word) && word.contains(' ')
                || behind.contains(word)
        })
    };
    if has(&["b/c", "báo cáo", "bc"]) {
        Some(Purpose::Report)
    } else if has(&[
        "thực hiện",
        "t/h",
        "th",
        "thi hành",
        "phối hợp",
        "p/h",
        "ph",
        "chỉ đạo",
        "triển khai",
        "giải quyết",
    ]) {
        Some(Purpose::Act)
    } else if has(&["biết", "để biết", "theo dõi", "t/d"]) {
        Some(Purpose::Know)
    } else if has(&["lưu", "để lưu"]) {
        Some(Purpose::Keep)
    } else {
        None
    }
}

#[cfg(test)]
mod tests {
    use super::super::lines::Pieces;
    use super::*;
    use crate::lexicon::Lexicon;
    use Purpose::*;

    fn of(text: &str) -> Vec<(String, Option<Purpose>)> {
        let found = recipients(text, Pieces::of(text, Span::new(0, text.len()), false, Lexicon::embedded()).first(99));
        found.into_iter().map(|unit| (unit.name, unit.purpose)).collect()
    }

    fn names(text: &str) -> Vec<String> {
        let spans: Vec<Span> = super::super::lines::rows(text, 0).map(|row| row.span()).collect();
        addressees(text, &spans).into_iter().map(|unit| unit.name).collect()
    }

    #[test]
    fn addressees_are_told_apart_by_marks_and_semicolons() {
        let expected = ["Sở Nội vụ", "Liên đoàn Lao động các huyện, thành phố"];
        for text in [
            "- Sở Nội vụ;\n- Liên đoàn Lao động\ncác huyện, thành phố.",
            "- Sở Nội vụ; - Liên đoàn Lao động các huyện, thành phố",
            "1. Sở Nội vụ;\n2. Liên đoàn Lao động các huyện, thành phố;",
        ] {
            assert_eq!(names(text), expected, "{text}");
        }
        assert_eq!(names("Bộ Lao động - Thương binh và Xã hội"), ["Bộ Lao động - Thương binh và Xã hội"]);
    }

    #[test]
    fn a_purpose_belongs_to_every_unit_of_its_entry() {
        let text = "Nơi nhận:\n- Như trên;\n- TT Tỉnh ủy; TT HĐND tỉnh; (để b/c)\n- Sở Y tế (để phối hợp);\n- Văn phòng (biết);\n- Lưu: VT, TH.";
        let expected = [
            ("Như trên", None),
            ("TT Tỉnh ủy", Some(Report)),
            ("TT HĐND tỉnh", Some(Report)),
            ("Sở Y tế", Some(Act)),
            ("Văn phòng", Some(Know)),
            ("Lưu: VT, TH", Some(Keep)),
        ];
        assert_eq!(of(text), expected.map(|(name, purpose)| (name.to_owned(), purpose)));
    }

    #[test]
    fn a_signature_between_the_recipients_is_passed_over() {
        let text = "Nơi nhận:            TM. BAN THƯỜNG VỤ\n- Như kính gửi;            PHÓ CHỦ TỊCH\n- Ban Dân vận,\nBan Tuyên giáo;\n\n- Lưu VP.\nLò Văn Bảy\n";
        let found: Vec<String> = of(text).into_iter().map(|(name, _)| name).collect();
        assert_eq!(found, ["Như kính gửi", "Ban Dân vận, Ban Tuyên giáo", "Lưu VP"]);
    }

    #[test]
    fn a_flattened_cell_is_a_list_too() {
        let text =
            "| Nơi nhận: - Như Điều 3; - Bộ Lao động - Thương binh và Xã hội (b/c); - Lưu: VT. | CHỦ TỊCH Lò Văn Bảy |";
        let expected =
            [("Như Điều 3", None), ("Bộ Lao động - Thương binh và Xã hội", Some(Report)), ("Lưu: VT", Some(Keep))];
        assert_eq!(of(text), expected.map(|(name, purpose)| (name.to_owned(), purpose)));
    }
}
