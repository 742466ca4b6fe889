//! Where a letterhead begins in the pieces of a first page: below the menus and headings of a web page, or with a title that
//! opens with the kind where there is none.
//!
//! What stands above the organs and the motto of a paper is the page's, whatever it looks like. The subject is left to `walk`.

use super::class::{Class, is_capitals};
use super::header::Header;
use super::lines::{Piece, tokens};
use super::organs::begins_organ;
use super::own::OwnNumber;
use super::subject::is_sentence;
use crate::lexicon::Lexicon;
use crate::number;
use crate::text::Span;
use memchr::memmem;
use smol_str::SmolStr;

/// How far down a page its letterhead is looked for, in bytes.
const TOP: usize = 8000;

/// Longest line of a subject that goes on from the line above, in bytes.
const WRAPPED: usize = 120;

/// Shortest sentence with which a text without letterhead begins, in bytes.
const SENTENCE: usize = 60;

/// The motto or the party's title may stand on the first page.
pub(super) fn is_titled(text: &str) -> bool {
    let page = &text.as_bytes()[..text.len().min(TOP)];
    ["XÃ HỘI CHỦ NGHĨA VIỆT NAM", "CỘNG SẢN VIỆT NAM"]
        .iter()
        .any(|title| memmem::find(page, title.as_bytes()).is_some())
}

/// The piece with which the letterhead begins if the walk from the top took something of a web page for it: it ended above the
/// motto with nothing that only a letterhead has, or found a kind above the organs. Below the motto stands what a paper begins
/// with, or number and day beside it.
pub(super) fn below_page(pieces: &[Piece<'_>], header: &Header) -> Option<usize> {
    let motto = pieces.iter().position(|piece| matches!(piece.class, Class::Motto | Class::PartyTitle))?;
    let goes_on = |piece: &Piece<'_>| {
        use Class::{About, Capitals, Draft, Number, PlaceDate, Secrecy, Symbol, Urgency};
        let wrapped =
            piece.class == Class::Text && piece.words.len() < WRAPPED && piece.words.starts_with(char::is_lowercase);
        wrapped
            || matches!(piece.class, About | Capitals | Draft | Number | PlaceDate | Secrecy | Symbol | Urgency)
                && !piece.heading
    };
    let above = pieces[..motto].iter().rev().take_while(|piece| goes_on(piece)).count();
    let organ = |piece: &Piece<'_>| piece.class == Class::Capitals && begins_organ(piece.words);
    let start = (motto - above..motto).find(|&at| organ(&pieces[at])).unwrap_or(motto);
    let first = pieces.get(start).filter(|_| start > 0)?.span.start;
    let in_page = |span: crate::text::Span| span.start < first;
    let read_above = header.number.as_ref().is_some_and(|own| in_page(own.span))
        || header.date.as_ref().is_some_and(|own| in_page(own.span))
        || header.addressed && header.end <= first;
    let misled = header.end <= pieces[motto].span.start || header.kind.as_ref().is_some_and(|(_, span)| in_page(*span));
    let opens = |piece: &Piece<'_>| matches!(piece.class, Class::Kind | Class::About | Class::To | Class::Ground);
    let numbered = |class: Class| pieces[start..].iter().take(12).any(|piece| piece.class == class);
    let paper = pieces[motto + 1..].iter().take(12).any(opens) || numbered(Class::Number) && numbered(Class::PlaceDate);
    (misled && paper && !read_above).then_some(start)
}

/// The kind that a title in capitals opens with, and where the rest of it begins: `KẾ HOẠCH TỔ CHỨC HỘI TRẠI` above the first
/// ground or heading.
pub(super) fn titled_kind(pieces: &[Piece<'_>], at: usize, lexicon: &Lexicon) -> Option<(SmolStr, usize)> {
    // Right below place and date begins what the paper is, blank line or not.
    let dated = || at.checked_sub(1).is_some_and(|above| pieces[above].class == Class::PlaceDate);
    let opens = |piece: &&Piece<'_>| (piece.apart || dated()) && !piece.heading && is_capitals(piece.words);
    let piece = pieces.get(at).filter(opens)?;
    let words: Vec<_> = tokens(piece.words).collect();
    let (kind, rest) = (1..=3.min(words.len().saturating_sub(1))).rev().find_map(|count| {
        let (rest, _) = words[count];
        Some((lexicon.kinds.by_name(piece.words[..rest].trim_end())?, rest))
    })?;
    let opens = |piece: &&Piece<'_>| !matches!(piece.class, Class::Capitals | Class::Text | Class::Furniture);
    let next = pieces[at + 1..].iter().take(8).find(opens)?;
    matches!(next.class, Class::Ground | Class::Section).then(|| (kind.name.clone(), rest))
}

/// What a title tells that opens with kind and number.
pub(super) struct NumberedTitle {
    pub(super) number: OwnNumber,
    /// The organ behind "CỦA".
    pub(super) organ: Option<Span>,
    /// Where the subject begins in the piece.
    pub(super) subject: usize,
}

/// Reads `KẾT LUẬN 27-KL/TW CỦA BỘ CHÍNH TRỊ VỀ …`; the number must be of the kind behind which the title goes on.
pub(super) fn numbered_title(piece: &Piece<'_>, kind: &str, title: usize, lexicon: &Lexicon) -> Option<NumberedTitle> {
    let (number, end) = number::read(piece.words, title, lexicon)?;
    let symbol = number.kind.as_deref().and_then(|symbol| lexicon.kinds.by_abbreviation(symbol, None))?;
    let place = |from: usize, to: usize| Span::new(piece.span.start + from, piece.span.start + to);
    let of = piece.words[end..].strip_prefix(" CỦA ").map(|rest| piece.words.len() - rest.len());
    let about = of.and_then(|of| piece.words[of..].find(" VỀ ").map(|about| of + about));
    let number = OwnNumber { number: Some(number), blank_symbol: None, span: place(title, end) };
    let organ = of.zip(about).map(|(of, about)| place(of, about));
    let behind = about.unwrap_or(end);
    let subject = piece.words.len() - piece.words[behind..].trim_start().len();
    (symbol.name == kind).then_some(NumberedTitle { number, organ, subject })
}

/// Where the first sentence of a text without letterhead begins.
pub(super) fn first_sentence(pieces: &[Piece<'_>]) -> Option<usize> {
    let prose = |piece: &Piece<'_>| match piece.class {
        Class::Text | Class::Ground => piece.words.len() > SENTENCE,
        // "1. Ban Thường vụ thống nhất …": an item with which a part of a paper begins.
        Class::Section => piece.words.len() > 2 * SENTENCE,
        _ => false,
    };
    let found = pieces.iter().enumerate().find(|(at, piece)| prose(piece) && is_sentence(&pieces[*at..]));
    found.map(|(_, piece)| piece.span.start)
}
