//! When and where the paper was issued: the place-date line, and what stands in for one.
//!
//! A blank day or month lowers the precision and is never filled from another date of the text, but from the day of
//! passing, a place-date line above the signature, or the signer's electronic stamp.

use super::class::{Class, mended_place};
use super::lines::{NUMBERED, Piece, Pieces, folded, head};
use crate::date::{self, PartialDate};
use crate::lexicon::Lexicon;
use crate::text::fold::fold;
use crate::text::{Cursor, Span, is_dash, is_gap, is_slash};
use memchr::memmem;
use smol_str::SmolStr;

/// What the place-date line says.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct OwnDate {
    /// The place as printed, gaps folded; known names that a scan broke are mended.
    pub(super) place: Option<SmolStr>,
    /// The date, of the precision there is.
    pub(super) date: Option<PartialDate>,
    /// Where the date stands.
    pub(super) span: Span,
}

/// Reads the place-date line `pieces[at]`.
pub(super) fn own_date(pieces: &[Piece<'_>], at: usize, lexicon: &Lexicon) -> Option<OwnDate> {
    let piece = &pieces[at];
    let day = piece.words.find("ngày").or_else(|| piece.words.find("Ngày"))?;
    let next = pieces.get(at + 1).filter(|next| !next.apart);
    let whole =
        next.map_or_else(|| piece.words.to_owned(), |next| format!("{}\n{}", piece.words, head(next.words, NUMBERED)));
    let alone = read_date(piece.words, day);
    let full = alone.filter(|(date, _)| date.is_some_and(PartialDate::is_full));
    let (date, end) = full.or_else(|| read_date(&whole, day).filter(|(date, _)| date.is_some())).or(alone)?;
    let end = if end <= piece.words.len() {
        piece.span.start + end
    } else {
        next.map_or(piece.span.end, |next| next.span.end)
    };
    let place = place(pieces, at, &piece.words[..day], lexicon);
    Some(OwnDate { place, date, span: Span::new(piece.span.start + day, end) })
}

/// The words before the date, with the piece before it where a name was cut.
fn place(pieces: &[Piece<'_>], at: usize, before: &str, lexicon: &Lexicon) -> Option<SmolStr> {
    let own = folded(before.trim_end_matches(|c: char| matches!(c, ',' | '.' | '…' | '_') || is_gap(c)));
    let previous = at.checked_sub(1).map(|at| &pieces[at]).filter(|_| !pieces[at].apart);
    let joined = previous.map(|previous| folded(&format!("{} {own}", previous.words.trim_end_matches(','))));
    let known = |name: &str| lexicon.places.find(name, None).is_some();
    if let Some(joined) = joined.filter(|joined| joined.len() < 60 && known(joined)) {
        return Some(joined.into());
    }
    if own.is_empty() || known(&own) {
        return (!own.is_empty()).then(|| own.into());
    }
    let mended = mended_place(&own, lexicon).map(|place| place.name.clone());
    Some(mended.unwrap_or_else(|| own.into()))
}

/// The date that the end of a paper gives where its letterhead gives none: a place-date line above the signature, or
/// the day on which an assembly passed it (`… thông qua ngày …`), or the day of the signer's electronic signature.
pub(super) fn closing_date(
    text: &str,
    header: Option<&OwnDate>,
    closing: Option<Span>,
    lexicon: &Lexicon,
) -> Option<OwnDate> {
    let known = header.and_then(|own| own.date);
    if known.is_some_and(PartialDate::is_full) {
        return None;
    }
    let found = closing.and_then(|closing| above_signature(text, closing, lexicon)).or_else(|| stamped(text));
    found.filter(|own| known.zip(own.date).is_none_or(|(known, new)| known.agrees_with(new)))
}

/// A place-date line, or the day of passing, a few lines above the signature.
fn above_signature(text: &str, closing: Span, lexicon: &Lexicon) -> Option<OwnDate> {
    let from = (closing.start.saturating_sub(900)..=closing.start).find(|&at| text.is_char_boundary(at))?;
    let mut pieces = Pieces::of(text, Span::new(from, closing.end), false, lexicon);
    let pieces = pieces.first(60);
    let inside = |piece: &Piece<'_>| piece.class == Class::PlaceDate && piece.span.end <= closing.end;
    let lines = pieces.iter().enumerate().filter(|(_, piece)| inside(piece));
    let mut dates = lines.filter_map(|(at, _)| own_date(pieces, at, lexicon));
    let line = dates.find(|own| own.place.is_some() && own.date.is_some_and(PartialDate::is_full));
    line.or_else(|| passed(text, Span::new(from, closing.start)))
}

/// The last "thông qua ngày …" of a stretch.
fn passed(text: &str, within: Span) -> Option<OwnDate> {
    let words = &text[within.range()];
    let at = ["thông qua ngày", "thông qua\nngày"].iter().filter_map(|cue| words.rfind(cue)).max()?;
    let day = at + words[at..].find("ngày")?;
    let (date, end) = date::read(words, day)?;
    Some(OwnDate { place: None, date: Some(date), span: Span::new(within.start + day, within.start + end) })
}

/// The time of an electronic signature (`29.06.2021 15:04:05 +07:00`) that is not the gazette's or the portal's.
fn stamped(text: &str) -> Option<OwnDate> {
    let stamp = memmem::find_iter(text.as_bytes(), "+07:00").take(4);
    stamp.filter_map(|zone| stamp_before(text, zone)).next()
}

/// The date in the line of a stamp that ends at `zone`.
fn stamp_before(text: &str, zone: usize) -> Option<OwnDate> {
    let line = text[..zone].rfind('\n').map_or(0, |end| end + 1);
    let above: String = text[..zone].lines().rev().take(6).collect::<Vec<_>>().join(" ");
    let key = fold(&above);
    if ["công báo", "cổng thông tin", "cổng ttđt"].iter().any(|publisher| key.contains(publisher)) {
        return None;
    }
    let at = line + text[line..zone].find(|c: char| c.is_ascii_digit())?;
    let words: String =
        text[at..zone].chars().take_while(|c| c.is_ascii_digit() || matches!(c, '.' | '-' | '/')).collect();
    let parts: Vec<u16> = words.split(['.', '-', '/']).map(|part| part.parse().ok()).collect::<Option<_>>()?;
    let small = |value: u16| u8::try_from(value).ok();
    let date = match parts[..] {
        [year, month, day] if year > 31 => PartialDate::day(year, small(month)?, small(day)?),
        [day, month, year] => PartialDate::day(year, small(month)?, small(day)?),
        _ => None,
    }?;
    Some(OwnDate { place: None, date: Some(date), span: Span::new(at, at + words.len()) })
}

/// A date at `day`, filled in or in part blank, and the byte after it. Dots, lines and broken digits are allowed.
pub(super) fn read_date(words: &str, day: usize) -> Option<(Option<PartialDate>, usize)> {
    if let Some((date, end)) = date::read(words, day) {
        return Some((Some(date), end));
    }
    let after = day + "ngày".len();
    if let Some(read) =
        words[after..].strip_prefix(':').and_then(|_| date::read(words, after + 1 + blanks(&words[after + 1..])))
    {
        // Judgments: "Ngày: 15-6-2031".
        return Some((Some(read.0), read.1));
    }
    if let Some((date, end)) = with_digits(&words[day..]).and_then(|mended| date::read(&mended, 0)) {
        return Some((Some(date), day + end));
    }
    let mut cursor = Cursor::new(words, after);
    let (day, _) = blank_or_digits(&mut cursor);
    if !cursor.word("tháng", true) {
        return None;
    }
    let (month, _) = blank_or_digits(&mut cursor);
    if !cursor.word("năm", true) {
        return None;
    }
    let after = cursor.at;
    let (year, end) = blank_or_digits(&mut cursor);
    let year = year.and_then(|year| u16::try_from(year).ok());
    let small = |value: Option<u32>| value.and_then(|value| u8::try_from(value).ok());
    let date = year.and_then(|year| match (small(day), small(month)) {
        (Some(d), Some(m)) => PartialDate::day(year, m, d),
        (None, Some(m)) => PartialDate::month(year, m),
        _ => PartialDate::year(year),
    });
    Some((date, end.max(after)))
}

fn blanks(words: &str) -> usize {
    words.len() - words.trim_start_matches(is_gap).len()
}

/// The words with letters that a scan put for digits read as those, in words that hold a digit too (`l9`, `20l8`, `2O2O`): the
/// same length. Nothing where there are none.
fn with_digits(words: &str) -> Option<String> {
    const LETTERS: [char; 4] = ['l', 'I', 'O', 'o'];
    let misread = |token: &&str| {
        let number = || token.chars().all(|c| c.is_ascii_digit() || LETTERS.contains(&c));
        token.len() < 5 && token.contains(|c: char| c.is_ascii_digit()) && token.contains(LETTERS) && number()
    };
    let base = words.as_ptr() as usize;
    let mut mended = None;
    for token in words.split(|c: char| is_gap(c) || is_slash(c) || matches!(c, ',' | '.' | '-')).filter(misread) {
        let at = token.as_ptr() as usize - base;
        let digits = token.replace(['l', 'I'], "1").replace(['O', 'o'], "0");
        mended.get_or_insert_with(|| words.to_owned()).replace_range(at..at + token.len(), &digits);
    }
    mended
}

/// Digits with gaps between them, or a blank of gaps, dots and lines; and the byte after the last digit.
fn blank_or_digits(cursor: &mut Cursor<'_>) -> (Option<u32>, usize) {
    let filler = |c: char| is_gap(c) || is_dash(c) || is_slash(c) || ".…·(),".contains(c);
    let (mut digits, mut end) = (String::new(), 0);
    while let Some(c) = cursor.peek().filter(|&c| c.is_ascii_digit() || filler(c)) {
        cursor.bump();
        if c.is_ascii_digit() {
            digits.push(c);
            end = cursor.at;
        }
    }
    (digits.parse().ok().filter(|_| digits.len() <= 4), end)
}
