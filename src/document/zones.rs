//! Where title, preamble, body, closing and notes of a paper begin.
//!
//! [`read`] looks at each line once and only at how it begins and ends. The preamble runs from the letterhead through
//! the first operative sentence; the closing part opens with `Nơi nhận` or the signature. An annexed regulation or plan
//! behind the signature is body again, annex tables and footnotes are notes.

use super::class::{Class, class, is_basis, is_capitals, is_section, opens_with_ground};
use super::footnotes;
use super::grounds;
use super::header::Header;
use super::lines::{Row, head, rows};
use super::offices::{names_a_person, signs, signs_for};
use crate::lexicon::Lexicon;
use crate::text::fold::fold;
use crate::text::letter::is_capital;
use crate::text::{Span, is_dash, is_gap};
use crate::vocabulary::Zone;

/// The zones of a paper, and its closing part.
#[derive(Debug, PartialEq)]
pub(super) struct Zones {
    /// Where each zone begins, in order; the first at 0.
    pub(super) starts: Vec<(usize, Zone)>,
    /// The closing part, from recipients or signature to the first annex.
    pub(super) closing: Option<Span>,
    /// The preamble; empty where the text begins with its operative part.
    pub(super) preamble: Span,
}

/// Finds the zones of a paper whose letterhead was read.
pub(super) fn read(text: &str, header: &Header, lexicon: &Lexicon) -> Zones {
    let mut lines: Vec<Row<'_>> = Vec::with_capacity((text.len() - header.end) / 64);
    lines.extend(rows(text, header.end));
    let closing = (0..lines.len()).find(|&at| closes(&lines, at));
    let before = &lines[..closing.unwrap_or(lines.len())];
    let body = body(text, header.end, before, lexicon);
    let mut zones = Zones { starts: Vec::new(), closing: None, preamble: Span::new(header.end, body.max(header.end)) };
    push(&mut zones.starts, 0, Zone::Title);
    push(&mut zones.starts, header.end, Zone::Preamble);
    push(&mut zones.starts, body, Zone::Body);
    let mut from = before.partition_point(|row| row.line.start < body);
    let footnotes = footnotes::at_the_end(text, &lines[from..]);
    if let Some(at) = closing {
        annexes(&lines[from..at], Annex::Inside, footnotes, lexicon, &mut zones.starts);
        push(&mut zones.starts, lines[at].line.start, Zone::Closing);
        from = at;
    }
    let place = if closing.is_some() { Annex::Behind } else { Annex::Inside };
    let annex = annexes(&lines[from..], place, footnotes, lexicon, &mut zones.starts);
    for section in grounds::sections(before, lexicon) {
        grounds::insert(&mut zones.starts, section);
    }
    let end = annex.unwrap_or(text.len());
    zones.closing = closing.map(|at| Span::new(lines[at].line.start, end.max(lines[at].line.start)));
    zones
}

/// Begins a zone; one that would be empty gives way.
fn push(starts: &mut Vec<(usize, Zone)>, at: usize, zone: Zone) {
    while starts.last().is_some_and(|(start, _)| *start >= at) {
        starts.pop();
    }
    let at = if starts.is_empty() { 0 } else { at };
    if starts.last().is_none_or(|(_, last)| *last != zone) {
        starts.push((at, zone));
    }
}

/// The line opens the closing part: recipients, an authority, or an office with a name under it.
fn closes(lines: &[Row<'_>], at: usize) -> bool {
    let words = lines[at].words;
    if !words.starts_with(is_capital) {
        return false;
    }
    if words.starts_with('N') && opens_recipients(words) {
        return true;
    }
    let cells = || words.split('|').map(|cell| cell.trim_matches(is_gap)).filter(|cell| !cell.is_empty()).take(4);
    let parted = memchr::memchr(b'|', words.as_bytes()).is_some();
    if if parted { cells().any(signs_for) } else { signs_for(words) } {
        return true;
    }
    let below = || lines[at + 1..].iter().take(6).map(|row| row.words);
    let says_signed = |next: &str| next.len() < 20 && next.contains(['k', 'K']) && fold(next).contains("đã ký");
    let is_signed = below().next().is_some_and(says_signed);
    let office = words.len() < 120 && is_capitals(words);
    // Whose name a line may be costs more to tell; it is asked where the answer matters.
    let is_person = || is_a_name(words, false);
    if (is_signed || parted) && is_person() {
        return is_signed;
    }
    if parted && cells().nth(1).is_some() && cells().any(office_with_name) {
        return true;
    }
    let name = || below().find(|next| !is_capitals(next) && !next.starts_with(['(', '[']));
    let named = || name().is_some_and(|next| next.split('|').take(4).any(|cell| is_a_name(cell, true)));
    office && named() && signs(words) && !is_person()
}

/// A line or cell that names a person and no more.
fn is_a_name(words: &str, expected: bool) -> bool {
    words.len() < 100 && names_a_person(words, expected).is_some()
}

/// `Nơi nhận`, alone or before the first entry.
fn opens_recipients(words: &str) -> bool {
    let opening = head(words, 12);
    let alone = words.len() < 24 || opening.chars().skip(8).any(|c| c == ':') || words.contains("   ");
    alone && fold(opening).starts_with("nơi nhận")
}

/// `CHỦ TỊCH Nguyễn Văn …` in one cell.
fn office_with_name(cell: &str) -> bool {
    let short = cell.len() < 160 && !is_capitals(cell);
    short && signs(cell) && names_a_person(after_capitals(cell), true).is_some()
}

fn after_capitals(cell: &str) -> &str {
    cell.char_indices()
        .filter(|(at, _)| cell[..*at].ends_with(is_gap))
        .find(|(at, _)| cell[*at..].split(is_gap).next().is_some_and(|token| token.contains(char::is_lowercase)))
        .map_or("", |(at, _)| &cell[at..])
}

/// Where the body begins: behind the first operative sentence.
fn body(text: &str, from: usize, lines: &[Row<'_>], lexicon: &Lexicon) -> usize {
    let mut previous: Option<Row<'_>> = None;
    let mut amended = false;
    for (at, row) in lines.iter().enumerate() {
        let words = row.words;
        let fresh = || previous.is_none_or(|last| is_fresh(last, *row));
        // "…, được sửa đổi, bổ sung bởi:" / "1. Thông tư số …": what amended the act that is consolidated.
        amended |= words.ends_with("bởi:");
        let amender = amended && words.starts_with(|c: char| c.is_ascii_digit()) && words.contains(" số ");
        // "… pháp chế," / "Điều 1. Sửa đổi …": a stop behind the number, which no article has that is cited.
        let first = words.starts_with("Điều 1. ");
        if !amender && is_operative_head(words, lexicon) && (first || fresh()) {
            return row.line.start;
        }
        if promises(words) && !lines.get(at + 1).is_some_and(|next| goes_on_with_number(next.words)) {
            return lines.get(at + 1).map_or(row.line.end, |next| next.line.start);
        }
        previous = Some(*row);
    }
    unstructured(text, from, lines)
}

/// The line begins a paragraph: a blank line lies before it, or the last one ended.
fn is_fresh(last: Row<'_>, row: Row<'_>) -> bool {
    let end = last.words.trim_end_matches(is_gap);
    let apart = row.line.start > last.line.end + 1;
    apart || end.ends_with(['.', ';', ':', '”', '"', ')', '/']) || is_capitals(end)
}

/// `QUYẾT ĐỊNH:`, `Điều 1`, `I.`, `1.`, but not a numbered ground.
fn is_operative_head(words: &str, lexicon: &Lexicon) -> bool {
    if words.len() < 60 && is_capitals(words) && matches!(class(words, lexicon), Class::Decides | Class::Kind) {
        return true;
    }
    if !is_section(words) {
        return false;
    }
    let rest = words.trim_start_matches(|c: char| c.is_ascii_digit() || matches!(c, '.' | ')' | ' '));
    !fold(head(rest, 12)).starts_with("căn cứ")
}

/// The line ends a sentence that promises what follows: `… như sau:`, `… các nội dung sau:`.
fn promises(words: &str) -> bool {
    let words = words.trim_end_matches(|c: char| is_gap(c) || matches!(c, '”' | '"'));
    let ends = [" sau", "sau đây", "cụ thể", "dưới đây", "nội dung"];
    let stop = words.ends_with([':', '.', ';']);
    if !stop {
        return false;
    }
    let body = fold(words.trim_end_matches([':', '.', ';', ' ']).rsplit(['.', ';']).next().unwrap_or_default());
    let list = words.ends_with(':')
        && (ends.iter().any(|end| body.ends_with(end))
            || body == "sau"
            || !opens_with_ground(&body) && body.len() > 30);
    let amenders = body.ends_with("bởi") || body.ends_with("theo");
    list && !amenders || stop && ["như sau", "sau đây"].iter().any(|end| body.ends_with(end))
}

/// `Số 12/TTr-X …`: a list of numbers behind a colon, still the same ground.
fn goes_on_with_number(words: &str) -> bool {
    words
        .strip_prefix("Số")
        .or_else(|| words.strip_prefix("số"))
        .is_some_and(|rest| rest.trim_start_matches([':', ' ']).starts_with(|c: char| c.is_ascii_digit()))
}

/// A text without numbered parts: grounds, and the sentence that orders.
fn unstructured(text: &str, from: usize, lines: &[Row<'_>]) -> usize {
    let mut at = 0;
    while at < lines.len() {
        let mut end = at + 1;
        while end < lines.len()
            && lines[end].line.start <= lines[end - 1].line.end + 1
            && !is_fresh(lines[end - 1], lines[end])
        {
            end += 1;
        }
        let paragraph: String = fold(&text[lines[at].start..lines[end - 1].span().end]);
        let opening = without_mark(&paragraph);
        let next = lines.get(end).map(|row| row.words);
        if !opens_with_ground(opening) || orders(&paragraph) && !next.is_some_and(|next| goes_on(&paragraph, next)) {
            return lines.get(end).map_or(lines[end - 1].line.end, |next| next.line.start);
        }
        at = end;
    }
    lines.last().map_or(from, |row| row.line.end)
}

fn without_mark(paragraph: &str) -> &str {
    paragraph.trim_start_matches(|c: char| is_dash(c) || c == ' ')
}

/// The grounds go on behind this one, and what it says of asking or issuing it says of a document that it names: it ends in
/// a semicolon, or it is one clause and the next line opens with a ground too.
fn goes_on(paragraph: &str, next: &str) -> bool {
    paragraph.ends_with(';') || !paragraph.contains(", ") && is_basis(next)
}

/// The sentence asks, orders or informs.
fn orders(paragraph: &str) -> bool {
    const VERBS: &str = "\
        đề nghị các|đề nghị quý|yêu cầu|kính đề nghị|có ý kiến|thông báo|báo cáo|kính trình|kính mời|\
        trân trọng|ban hành|chuyển|phê duyệt|đồng ý|kính gửi|đề nghị ";
    let last = paragraph.rfind(", ").map_or(paragraph, |at| &paragraph[at..]);
    VERBS.split('|').any(|verb| last.contains(verb))
}

/// Where annexes are looked for.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Annex {
    /// Inside the text, before any signature: only headings in capitals count.
    Inside,
    /// Behind the signature.
    Behind,
}

/// Marks annexes and footnotes as notes and annexed regulations as body; gives where the first begins.
fn annexes(
    lines: &[Row<'_>],
    place: Annex,
    footnotes: Option<usize>,
    lexicon: &Lexicon,
    starts: &mut Vec<(usize, Zone)>,
) -> Option<usize> {
    let mut first = None;
    let mut zone = if place == Annex::Behind { Zone::Closing } else { Zone::Body };
    let mut headed = 0;
    for (at, row) in lines.iter().enumerate() {
        let words = row.words;
        let annex = is_annex(words, place);
        headed = if annex { at + 6 } else { headed };
        let closing = place == Annex::Behind && zone == Zone::Closing;
        let attached = zone == Zone::Notes && at >= headed && is_attached(lines, at);
        let next = if annex || is_footnote(words) || footnotes == Some(row.line.start) {
            Some(Zone::Notes)
        } else {
            (attached || closing && opens_annexed(lines, at, lexicon)).then_some(Zone::Body)
        };
        if let Some(next) = next.filter(|next| *next != zone) {
            first.get_or_insert(row.line.start);
            push(starts, row.line.start, next);
            zone = next;
        }
    }
    first
}

/// `[1] Điều này được sửa đổi …`.
fn is_footnote(words: &str) -> bool {
    words.strip_prefix('[').and_then(|rest| rest.split_once(']')).is_some_and(|(number, rest)| {
        (1..4).contains(&number.len()) && number.bytes().all(|b| b.is_ascii_digit()) && rest.starts_with(' ')
    })
}

/// `PHỤ LỤC I`, `Mẫu số 01`, `DANH MỤC …` as a heading.
fn is_annex(words: &str, place: Annex) -> bool {
    if !matches!(words.as_bytes().first(), Some(b'P' | b'M' | b'D' | b'B')) || words.len() > 120 {
        return false;
    }
    let capitals = is_capitals(words);
    if place == Annex::Inside && !capitals {
        return false;
    }
    let key = fold(head(words, 40));
    let alone = |name: &str| key.strip_prefix(name).is_some_and(|rest| rest.chars().count() < 12);
    let annex = key.starts_with("phụ lục") && (capitals || alone("phụ lục") && !words.ends_with([',', '.', ';']));
    let form = ["mẫu số", "biểu số", "biểu mẫu"].into_iter().any(alone) && !words.ends_with([',', ';']);
    match place {
        Annex::Inside => annex,
        Annex::Behind => annex || form || capitals && key.starts_with("danh mục"),
    }
}

/// Behind the signature a text is annexed: a kind in capitals, its first article, or a heading with `(Kèm theo …)`.
fn opens_annexed(lines: &[Row<'_>], at: usize, lexicon: &Lexicon) -> bool {
    let words = lines[at].words;
    let first = words.starts_with("Điều 1.") || words.starts_with("Chương I") && words.len() < 12;
    first || words.len() < 60 && is_capitals(words) && class(words, lexicon) == Class::Kind || is_attached(lines, at)
}

/// A heading in capitals above `(Kèm theo …)`, not that of an annex of tables.
fn is_attached(lines: &[Row<'_>], at: usize) -> bool {
    let words = lines[at].words;
    if words.len() > 200 || !is_capitals(words) {
        return false;
    }
    let mut below = lines[at + 1..].iter().take(6).map(|row| row.words);
    let attached = below.find(|next| !is_capitals(next)).is_some_and(|next| {
        let key = fold(head(next, 24));
        ["(kèm theo", "(ban hành kèm theo", "(ban hành theo", "kèm theo", "ban hành kèm theo"]
            .iter()
            .any(|head| key.starts_with(head))
    });
    attached && !signs(words) && !fold(words).contains("phụ lục")
}
