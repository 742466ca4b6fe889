//! A paper that a page prints without its letterhead, under a heading that tells everything: "Quyết định số 12-QĐ/TU ngày
//! 17/6/2008 của Ban Thường vụ Tỉnh ủy về …", right above its first ground. A letter or news about the paper may go on with
//! "Căn cứ …" too, but a sentence that acts, not a ground that ends in a semicolon.

use super::class::{Class, is_basis};
use super::header::Header;
use super::issued::OwnDate;
use super::lines::Piece;
use super::own::OwnNumber;
use crate::date;
use crate::lexicon::Lexicon;
use crate::number;
use crate::text::{Span, is_gap};

/// Pieces of a page above such a heading: menus, the day.
const FIRST: usize = 8;

/// What the heading of a reprinted paper tells; nothing unless it tells kind, number, day, organ and subject.
pub(super) fn read(text: &str, pieces: &[Piece<'_>], lexicon: &Lexicon) -> Option<Header> {
    let ground =
        pieces.iter().take(FIRST + 4).position(|piece| piece.class == Class::Ground && is_basis(piece.words))?;
    let behind =
        pieces[ground + 1..].iter().position(|piece| piece.apart).map_or(pieces.len(), |next| ground + 1 + next);
    if !pieces[behind - 1].words.trim_end_matches(is_gap).ends_with(';') {
        return None;
    }
    let start = pieces[..ground].iter().rposition(|piece| piece.apart)?;
    let heading = &pieces[start..ground];
    let (first, last) = (heading.first()?, heading.last()?);
    let words = &text[first.span.start..last.span.end];
    let place = |from: usize, to: usize| Span::new(first.span.start + from, first.span.start + to);
    let so = words.find(" số ")?;
    let kind = lexicon.kinds.by_name(&words[..so])?;
    let digits = so + " số ".len();
    let (number, end) = number::read(words, digits, lexicon)?;
    let numbered = place(digits, end);
    let day = past(words, end, |c| c == ',' || is_gap(c));
    let (date, end) = date::read(words, day).filter(|(date, _)| date.is_full())?;
    let dated = place(day, end);
    let of = past(words, end, |c| c == ',' || is_gap(c));
    let organ = of + words[of..].strip_prefix("của ").map(|rest| words.len() - of - rest.len())?;
    const ABOUT: [&str; 5] = [" về ", " hướng dẫn ", " quy định ", " ban hành ", " phê duyệt "];
    let about = organ + ABOUT.iter().filter_map(|about| words[organ..].find(about)).min()?;
    Some(Header {
        number: Some(OwnNumber { number: Some(number), blank_symbol: None, span: numbered }),
        date: Some(OwnDate { place: None, date: Some(date), span: dated }),
        kind: Some((kind.name.clone(), place(0, so))),
        organs: vec![place(organ, about)],
        subject: vec![place(about + 1, words.len())],
        end: pieces[ground].span.start,
        ..Header::default()
    })
}

/// The byte behind what is skipped from `at` on.
fn past(words: &str, at: usize, skipped: impl Fn(char) -> bool) -> usize {
    words.len() - words[at..].trim_start_matches(skipped).len()
}
