//! A paper that a page prints without its letterhead, under a heading that tells everything: "Quyết định số 12-QĐ/TU ngày
//! 17/6/2008 của Ban Thường vụ Tỉnh ủy về …", right above its first ground or with its signature; a bracket or a first line may
//! tell as much. A letter or news about the paper may go on with
//! "Căn cứ …" too, but a sentence that acts, not a ground that ends in a semicolon.

use super::class::{Class, is_basis};
use super::header::Header;
use super::issued::OwnDate;
use super::lines::{Piece, Pieces, tokens};
use super::own::OwnNumber;
use crate::date;
use crate::lexicon::Lexicon;
use crate::number;
use crate::text::fold::fold;
use crate::text::{Span, is_gap};

/// Pieces of a page above such a heading: menus, the day.
const FIRST: usize = 8;

/// What the heading of a reprinted paper tells; nothing unless it tells kind, number, day, organ and subject.
pub(super) fn read(text: &str, pieces: &[Piece<'_>], lexicon: &Lexicon) -> Option<Header> {
    let ground =
        pieces.iter().take(FIRST + 4).position(|piece| piece.class == Class::Ground && is_basis(piece.words))?;
    let next = pieces[ground + 1..].iter().position(|piece| piece.apart || piece.class == Class::Ground);
    let behind = next.map_or(pieces.len(), |next| ground + 1 + next);
    if !pieces[behind - 1].words.trim_end_matches(is_gap).ends_with(';') {
        return None;
    }
    let start = pieces[..ground].iter().rposition(|piece| piece.apart)?;
    let told = heading(text, &pieces[start..ground], lexicon)?;
    let whole = told.date.is_some() && !told.organs.is_empty();
    whole.then(|| Header { end: pieces[ground].span.start, ..told })
}

/// What the heading of a paper tells that is printed with its signature: "Công văn số 49-CV/HNDTW ngày 14/10/2016 về việc …" above
/// everything else. Kind, number and subject are needed, and the day or the organ.
pub(super) fn signed(text: &str, lexicon: &Lexicon) -> Option<Header> {
    let mut page = Pieces::of(text, Span::new(0, text.len()), true, lexicon);
    let pieces = page.first(FIRST);
    let behind = pieces.iter().skip(1).position(|piece| piece.apart).map(|next| next + 1)?;
    let told = heading(text, &pieces[..behind], lexicon)?;
    let whole = told.date.is_some() || !told.organs.is_empty();
    whole.then(|| Header { end: pieces[behind].span.start, ..told })
}

/// What the first line tells that opens with its kind in small letters right above the grounds: "Thông tri triệu tập Hội nghị …" /
/// "Căn cứ …;", where something shows that this is the paper itself: a promise ("như sau:") or a ground that ends in a semicolon.
pub(super) fn titled(text: &str, lexicon: &Lexicon) -> Option<Header> {
    let mut page = Pieces::of(text, Span::new(0, text.len()), true, lexicon);
    let pieces = page.first(FIRST + 4);
    let ground =
        pieces.iter().position(|piece| piece.apart && piece.class == Class::Ground && is_basis(piece.words))?;
    let (title, grounds) = pieces.split_at(ground);
    let first =
        title.first().filter(|first| title.iter().skip(1).all(|piece| !piece.apart) && first.words.len() < LONGEST)?;
    let kind = (1..=3).rev().find_map(|count| {
        let (behind, _) = tokens(first.words).nth(count)?;
        let kind = lexicon.kinds.by_name(first.words[..behind].trim_end())?;
        let title = &first.words[behind..];
        let small = title.starts_with(char::is_lowercase) && !title.starts_with("số ");
        (first.words.starts_with(char::is_uppercase) && small).then(|| (kind.name.clone(), behind))
    });
    let (kind, behind) = kind?;
    let paper = grounds.iter().any(|piece| {
        let words = piece.words.trim_end_matches(is_gap);
        words.ends_with(';') || words.ends_with("như sau:")
    });
    let last = title.last()?.span.end;
    paper.then(|| Header {
        kind: Some((kind, first.span)),
        subject: vec![Span::new(first.span.start + behind, last)],
        end: pieces[ground].span.start,
        ..Header::default()
    })
}

/// Longest title in one line, in bytes.
const LONGEST: usize = 240;

/// What a bracket tells below kind and subject and above the first ground: "Quyết định" / "ban hành Quy định về …" / "(Quyết định số
/// 83-QĐ/TW ngày 26-1-2010 của Ban Bí thư)".
pub(super) fn bracketed(text: &str, pieces: &[Piece<'_>], lexicon: &Lexicon) -> Option<Header> {
    let at = pieces.iter().take(FIRST).position(|piece| piece.words.starts_with('('))?;
    // "(Quyết định số …" / "của Ban Bí thư)": the organ may stand below a blank line.
    let ends = |piece: &Piece<'_>| piece.apart && !piece.words.starts_with("của ");
    let behind = pieces.iter().skip(at + 1).position(ends).map(|next| at + 1 + next)?;
    let ground = pieces[behind..].iter().take(3).any(|piece| piece.class == Class::Ground && is_basis(piece.words));
    let (first, last) = (pieces[at], pieces[behind - 1]);
    let bracket = Span::new(first.span.start + 1, last.span.end);
    let told = named(text, bracket, lexicon)?;
    let (kind, _) = told.header.kind.as_ref()?;
    let above = pieces[..at].iter().rposition(|piece| fold(piece.words) == fold(kind))?;
    let subject = pieces[above + 1..at].iter().map(|piece| piece.span).collect();
    let of = text[told.behind..bracket.end].strip_prefix("của ").map(|rest| bracket.end - rest.len());
    let organs =
        of.map(|of| Span::new(of, of + text[of..bracket.end].trim_end_matches(|c| c == ')' || is_gap(c)).len()));
    (ground && told.header.date.is_some()).then(|| Header {
        organs: organs.into_iter().collect(),
        subject,
        end: pieces[behind].span.start,
        ..told.header
    })
}

/// Kind, number and day with which words begin.
struct Named {
    header: Header,
    /// The byte of the text behind them.
    behind: usize,
}

/// Reads "Quyết định số 12-QĐ/TU ngày 17/6/2008 ".
fn named(text: &str, words: Span, lexicon: &Lexicon) -> Option<Named> {
    let place = |from: usize, to: usize| Span::new(words.start + from, words.start + to);
    let words = &text[words.range()];
    let so = words.find(" số ")?;
    let kind = lexicon.kinds.by_name(&words[..so])?;
    let digits = so + " số ".len();
    let (number, end) = number::read(words, digits, lexicon)?;
    let day = past(words, end, |c| c == ',' || is_gap(c));
    let dated = date::read(words, day).filter(|(date, _)| date.is_full());
    let behind = past(words, dated.map_or(end, |(_, end)| end), |c| c == ',' || c.is_whitespace());
    let header = Header {
        number: Some(OwnNumber { number: Some(number), blank_symbol: None, span: place(digits, end) }),
        date: dated.map(|(date, end)| OwnDate { place: None, date: Some(date), span: place(day, end) }),
        kind: Some((kind.name.clone(), place(0, so))),
        ..Header::default()
    };
    Some(Named { header, behind: place(behind, behind).start })
}

/// Kind, number and subject of a heading, and what it says of day and organ.
fn heading(text: &str, pieces: &[Piece<'_>], lexicon: &Lexicon) -> Option<Header> {
    let words = Span::new(pieces.first()?.span.start, pieces.last()?.span.end);
    let Named { mut header, behind: organ } = named(text, words, lexicon)?;
    const ABOUT: [&str; 6] = ["về ", "hướng dẫn ", "quy định ", "ban hành ", "phê duyệt ", "V/v "];
    let about = |from: usize| {
        let starts = ABOUT.iter().filter_map(|about| text[from..words.end].find(about).map(|at| from + at));
        starts.filter(|at| text[..*at].ends_with(char::is_whitespace)).min()
    };
    let subject = match text[organ..words.end].strip_prefix("của ") {
        Some(rest) => {
            let organ = words.end - rest.len();
            let about = about(organ).filter(|about| *about > organ)?;
            header.organs = vec![Span::new(organ, text[..about].trim_end().len())];
            about
        }
        None => about(organ).filter(|about| *about == organ)?,
    };
    header.subject = vec![Span::new(subject, words.end)];
    Some(header)
}

/// The byte behind what is skipped from `at` on.
fn past(words: &str, at: usize, skipped: impl Fn(char) -> bool) -> usize {
    words.len() - words[at..].trim_start_matches(skipped).len()
}
