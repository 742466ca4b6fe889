//! What a portal tells of a paper in a form above its text: "Số ký hiệu", "Ngày ban hành", "Cơ quan ban hành", "Trích yếu", each with
//! its value behind a colon or in the next line.
//!
//! The form is no letterhead, but it says what one says. What the paper's own letterhead tells below counts more.

use super::header::Header;
use super::issued::OwnDate;
use super::lines::Piece;
use super::own::OwnNumber;
use crate::date;
use crate::lexicon::Lexicon;
use crate::number;
use crate::text::fold::fold;
use crate::text::{Span, is_gap};
use std::ops::Range;

/// Pieces of a page within which a form begins, and those between two of its lines.
const TOP: usize = 40;
const APART: usize = 4;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Line {
    Number,
    Date,
    Issuer,
    Kind,
    Subject,
    /// What the form tells besides.
    Other,
}

const LINES: [(&str, Line); 26] = [
    ("số ký hiệu", Line::Number),
    ("số kí hiệu", Line::Number),
    ("số/ký hiệu", Line::Number),
    ("số hiệu", Line::Number),
    ("số hiệu văn bản", Line::Number),
    ("số văn bản", Line::Number),
    ("ký hiệu văn bản", Line::Number),
    ("ngày ban hành", Line::Date),
    ("ngày văn bản", Line::Date),
    ("ngày ký", Line::Date),
    ("cơ quan ban hành", Line::Issuer),
    ("nơi ban hành", Line::Issuer),
    ("đơn vị ban hành", Line::Issuer),
    ("loại văn bản", Line::Kind),
    ("hình thức văn bản", Line::Kind),
    ("thể loại", Line::Kind),
    ("trích yếu", Line::Subject),
    ("trích yếu nội dung", Line::Subject),
    ("người ký", Line::Other),
    ("ngày hiệu lực", Line::Other),
    ("ngày có hiệu lực", Line::Other),
    ("ngày hết hiệu lực", Line::Other),
    ("hiệu lực", Line::Other),
    ("lĩnh vực", Line::Other),
    ("tình trạng hiệu lực", Line::Other),
    ("tài liệu đính kèm", Line::Other),
];

/// The form on the first page, and the numbers of its pieces.
pub(super) fn read(pieces: &[Piece<'_>], lexicon: &Lexicon) -> Option<(Header, Range<usize>)> {
    let mut header = Header::default();
    let (mut told, mut start, mut end, mut at) = (Vec::new(), 0, 0, 0);
    while at < pieces.len() && at < if told.is_empty() { TOP } else { end + APART } {
        let Some((line, value, next)) = line(pieces, at) else {
            at += 1;
            continue;
        };
        if told.contains(&line) && line != Line::Other {
            break;
        }
        start = if told.is_empty() { at } else { start };
        told.push(line);
        fill(&mut header, line, value, lexicon);
        (at, end) = (next, next);
    }
    let known = header.number.is_some() && (header.date.is_some() || !header.organs.is_empty());
    (known && told.len() > 2).then_some((header, start..end))
}

/// The line of a form that begins with a piece: which it is, its value with the place, and the piece behind both.
fn line<'t>(pieces: &[Piece<'t>], at: usize) -> Option<(Line, (&'t str, Span), usize)> {
    let label = |piece: &Piece<'t>| {
        let (label, rest) = match piece.words.split_once([':', '\t']) {
            Some(parts) => parts,
            None => before_value(piece.words).unwrap_or((piece.words, "")),
        };
        // No label is longer.
        let label = if label.len() < 60 { label } else { "" };
        let key = fold(label.trim_matches(|c: char| is_gap(c) || c == '*'));
        LINES.iter().find(|(words, _)| *words == key).map(|(_, line)| (*line, rest))
    };
    let piece = pieces.get(at)?;
    let (line, rest) = label(piece)?;
    let value = rest.trim_matches(is_gap);
    if !value.is_empty() {
        let from = piece.span.start + piece.words.len() - rest.len() + rest.find(value).unwrap_or(0);
        return Some((line, (value, Span::new(from, from + value.len())), at + 1));
    }
    let below = pieces.get(at + 1).filter(|below| label(below).is_none())?;
    Some((line, (below.words, below.span), at + 2))
}

/// "Số ký hiệu 458/HD-CTĐ", "Ngày ban hành 07/11/2022", "Cơ quan ban hành Hội Chữ thập đỏ …": a label and its value without a colon.
fn before_value(words: &str) -> Option<(&str, &str)> {
    let at = words.match_indices(' ').map(|(at, _)| at).take(4).find(|&at| {
        let value = words[at + 1..].starts_with(|c: char| c.is_ascii_digit() || c.is_uppercase());
        let is = |key: &str| LINES.iter().any(|(label, line)| *label == key && *line != Line::Subject);
        value && is(&fold(&words[..at]))
    })?;
    Some((&words[..at], &words[at..]))
}

fn fill(header: &mut Header, line: Line, (value, span): (&str, Span), lexicon: &Lexicon) {
    match line {
        Line::Number => {
            let read = number::read(value, 0, lexicon).filter(|(_, end)| *end == value.len());
            header.number = read.map(|(number, _)| OwnNumber { number: Some(number), blank_symbol: None, span });
        }
        Line::Date => {
            let read = date::read(value, 0).filter(|(date, _)| date.is_full());
            header.date = read.map(|(date, _)| OwnDate { place: None, date: Some(date), span });
        }
        Line::Issuer => header.organs = vec![span],
        Line::Kind => header.kind = lexicon.kinds.by_name(value).map(|kind| (kind.name.clone(), span)),
        Line::Subject => header.subject = vec![span],
        Line::Other => {}
    }
}

/// The letterhead with what only the form tells.
pub(super) fn complete(own: Header, form: Header) -> Header {
    // A number that contradicts the form is one that the text cites.
    let number = |header: &Header| header.number.as_ref().and_then(|own| own.number.clone());
    let another = number(&own).zip(number(&form)).is_some_and(|(own, form)| own.count != form.count);
    if !own.begun() || another {
        return form;
    }
    Header {
        number: own.number.or(form.number),
        date: own.date.filter(|date| date.date.is_some()).or(form.date),
        kind: own.kind.or(form.kind),
        organs: if own.organs.is_empty() { form.organs } else { own.organs },
        subject: if own.subject.is_empty() { form.subject } else { own.subject },
        ..own
    }
}
