//! The paper's own number and date, read from the lines that bear them.
//!
//! A blank stays blank: the next number or date of the text is never taken for it. Lines that a column or a cell cut
//! are read together with the piece that goes on.

use super::class::{Class, mended_place};
use super::lines::{Piece, pieces, tokens};
use crate::date::{self, PartialDate};
use crate::lexicon::Lexicon;
use crate::number::{self, Number};
use crate::text::fold::fold;
use crate::text::{Cursor, Span, is_dash, is_gap, is_slash};
use memchr::memmem;

/// What the number line says.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct OwnNumber {
    /// The number; nothing where it is blank.
    pub(super) number: Option<Number>,
    /// The symbol behind a blank.
    pub(super) blank_symbol: Option<String>,
    /// Where the number or its blank stands.
    pub(super) span: Span,
}

/// What the place-date line says.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct OwnDate {
    /// The place as printed, gaps folded; known names that a scan broke are mended.
    pub(super) place: Option<String>,
    /// The date, of the precision there is.
    pub(super) date: Option<PartialDate>,
    /// Where the date stands.
    pub(super) span: Span,
}

/// Reads the number line `pieces[at]`; nothing if it cites a document.
pub(super) fn own_number(pieces: &[Piece<'_>], at: usize, lexicon: &Lexicon) -> Option<OwnNumber> {
    let piece = &pieces[at];
    let start = after_word(piece.words);
    let later = pieces[at + 1..].iter().take(3).find(|next| continues_symbol(piece.words, next.words));
    let whole = later.map_or_else(|| piece.words.to_owned(), |next| format!("{}{}", piece.words, next.words));
    let readable = with_digits(&whole, start);
    let begin = readable[start..].find(|c: char| c.is_ascii_digit()).map_or(start, |digit| start + digit);
    let filler = readable[start..begin].chars().all(|c| is_gap(c) || "(:.…".contains(c));
    let place = |from: usize, to: usize| {
        let end = if to <= piece.words.len() {
            piece.span.start + to
        } else {
            later.map_or(piece.span.end, |next| next.span.end)
        };
        Span::new((piece.span.start + from).min(end), end)
    };
    if filler && let Some((number, end)) = read_spaced(&readable, begin, lexicon) {
        let cites = ["của", "về"].iter().any(|word| readable[end..].split_whitespace().any(|token| token == *word));
        return (!cites).then(|| OwnNumber { number: Some(number), blank_symbol: None, span: place(begin, end) });
    }
    let bare = readable[start..].trim_matches(|c: char| is_gap(c) || c == '.');
    if !bare.is_empty() && bare.len() < 6 && bare.bytes().all(|b| b.is_ascii_digit()) {
        return Some(OwnNumber {
            number: Some(Number::bare(bare)),
            blank_symbol: None,
            span: place(begin, begin + bare.len()),
        });
    }
    let (blank_symbol, end) = blank(&readable, start)?;
    Some(OwnNumber { number: None, blank_symbol, span: place(start, end) })
}

/// Reads a number whose dashes and slashes may have gaps around them; in a line of its own they mean nothing.
fn read_spaced(words: &str, begin: usize, lexicon: &Lexicon) -> Option<(Number, usize)> {
    let is_joint = |c: char| is_dash(c) || is_slash(c);
    let mut tight = String::with_capacity(words.len());
    let mut chars = words[begin..].chars().peekable();
    while let Some(c) = chars.next() {
        let before_joint = is_gap(c) && chars.clone().find(|c| !is_gap(*c)).is_some_and(is_joint);
        if !(before_joint || is_gap(c) && tight.ends_with(is_joint)) {
            tight.push(c);
        }
    }
    let (number, end) = number::read(&tight, 0, lexicon)?;
    let solid = tight[..end].chars().filter(|c| !is_gap(*c)).count();
    let mut marks = words[begin..].char_indices().filter(|(_, c)| !is_gap(*c));
    let (last, c) = marks.nth(solid.checked_sub(1)?)?;
    Some((number, begin + last + c.len_utf8()))
}

/// The byte after `Số`, `Luật số` and its colon.
fn after_word(words: &str) -> usize {
    let word =
        ["Số", "SỐ", "số"].iter().filter_map(|word| words.find(word).map(|at| at + word.len())).min().unwrap_or(0);
    let mut cursor = Cursor::new(words, word);
    while cursor.peek().is_some_and(|c| is_gap(c) || c == ':' || c == '.') {
        cursor.bump();
    }
    cursor.at
}

/// True if a number line stops short and `next` is a run of symbols without gaps.
fn continues_symbol(words: &str, next: &str) -> bool {
    let symbols = next.chars().any(char::is_uppercase)
        && !next.contains(is_gap)
        && !next.chars().any(|c| matches!(c, ',' | ';' | ':'));
    let short = words.trim_end().ends_with(|c: char| is_dash(c) || is_slash(c));
    let empty = words[after_word(words)..].is_empty();
    symbols && (short || empty && next.starts_with(|c: char| c.is_ascii_digit() || is_slash(c)))
}

/// The words with O and l read as digits where the count begins; the same length.
fn with_digits(words: &str, start: usize) -> String {
    let mut out = words.to_owned();
    let count: String =
        words[start..].chars().take_while(|c| c.is_ascii_digit() || matches!(c, 'O' | 'l' | 'I')).collect();
    let followed =
        words[start + count.len()..].trim_start_matches(is_gap).starts_with(|c: char| is_slash(c) || is_dash(c));
    if followed && count.bytes().any(|b| b.is_ascii_digit()) {
        out.replace_range(start..start + count.len(), &count.replace('O', "0").replace(['l', 'I'], "1"));
    }
    out
}

/// The symbol behind a blank, and the byte after it: nothing before it but gaps, dots, brackets.
fn blank(words: &str, start: usize) -> Option<(Option<String>, usize)> {
    let mut cursor = Cursor::new(words, start);
    skip_filler(&mut cursor);
    while cursor.peek().is_some_and(|c| is_gap(c) || "().…".contains(c)) {
        cursor.bump();
    }
    let Some(joint) = cursor.peek() else { return Some((None, words.len())) };
    if !is_slash(joint) && !is_dash(joint) {
        return None;
    }
    while cursor.peek().is_some_and(|c| is_slash(c) || is_dash(c) || is_gap(c)) {
        cursor.bump();
    }
    let mut probe = cursor;
    if probe.digits(4).is_some() && probe.bump().is_some_and(is_slash) {
        cursor = probe;
    }
    let run: String = cursor.rest().chars().take_while(|c| !is_gap(*c)).collect();
    let symbol = run.trim_matches(|c: char| !c.is_alphanumeric()).replace(is_dash, "-");
    let known = symbol.chars().any(char::is_uppercase);
    Some((known.then_some(symbol), cursor.at + run.len()))
}

/// Reads the place-date line `pieces[at]`.
pub(super) fn own_date(pieces: &[Piece<'_>], at: usize, lexicon: &Lexicon) -> Option<OwnDate> {
    let piece = &pieces[at];
    let day = piece.words.find("ngày").or_else(|| piece.words.find("Ngày"))?;
    let next = pieces.get(at + 1).filter(|next| !next.apart);
    let whole = next.map_or_else(|| piece.words.to_owned(), |next| format!("{}\n{}", piece.words, next.words));
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
fn place(pieces: &[Piece<'_>], at: usize, before: &str, lexicon: &Lexicon) -> Option<String> {
    let own = folded(before.trim_end_matches(|c: char| c == ',' || is_gap(c)));
    let previous = at.checked_sub(1).map(|at| &pieces[at]).filter(|_| !pieces[at].apart);
    let joined = previous.map(|previous| folded(&format!("{} {own}", previous.words.trim_end_matches(','))));
    let known = |name: &str| lexicon.places.find(name, None).is_some();
    if let Some(joined) = joined.filter(|joined| joined.len() < 60 && known(joined)) {
        return Some(joined);
    }
    if own.is_empty() || known(&own) {
        return Some(own).filter(|own| !own.is_empty());
    }
    let mended = mended_place(&own, lexicon).map(|place| place.name.clone());
    Some(mended.unwrap_or(own))
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
    let pieces = pieces(text, from, 60, false, lexicon);
    let inside = |piece: &Piece<'_>| piece.class == Class::PlaceDate && piece.span.end <= closing.end;
    let lines = pieces.iter().enumerate().filter(|(_, piece)| inside(piece));
    let mut dates = lines.filter_map(|(at, _)| own_date(&pieces, at, lexicon));
    let line = dates.find(|own| own.place.is_some() && own.date.is_some());
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

/// A text with single spaces for gaps and line ends.
pub(super) fn folded(words: &str) -> String {
    tokens(words).iter().map(|(_, token)| *token).collect::<Vec<_>>().join(" ")
}

/// A date at `day`, filled in or in part blank, and the byte after it. Dots, lines and broken digits are allowed.
pub(super) fn read_date(words: &str, day: usize) -> Option<(Option<PartialDate>, usize)> {
    if let Some((date, end)) = date::read(words, day) {
        return Some((Some(date), end));
    }
    let mut cursor = Cursor::new(words, day + "ngày".len());
    let day = blank_or_digits(&mut cursor);
    if !cursor.word("tháng", true) {
        return None;
    }
    let month = blank_or_digits(&mut cursor);
    if !cursor.word("năm", true) {
        return None;
    }
    let year = blank_or_digits(&mut cursor).and_then(|year| u16::try_from(year).ok());
    let small = |value: Option<u32>| value.and_then(|value| u8::try_from(value).ok());
    let date = year.and_then(|year| match (small(day), small(month)) {
        (Some(d), Some(m)) => PartialDate::day(year, m, d),
        (None, Some(m)) => PartialDate::month(year, m),
        _ => PartialDate::year(year),
    });
    Some((date, cursor.at))
}

/// Digits with gaps between them, or a blank of gaps, dots and lines.
fn blank_or_digits(cursor: &mut Cursor<'_>) -> Option<u32> {
    let mut digits = String::new();
    while let Some(c) =
        cursor.peek().filter(|&c| c.is_ascii_digit() || is_gap(c) || is_dash(c) || is_slash(c) || ".…·(),".contains(c))
    {
        digits.extend(Some(c).filter(char::is_ascii_digit));
        cursor.bump();
    }
    digits.parse().ok().filter(|_| digits.len() <= 4)
}

/// Steps a cursor over gaps, colons and dots.
fn skip_filler(cursor: &mut Cursor<'_>) {
    while cursor.peek().is_some_and(|c| is_gap(c) || matches!(c, ':' | '.' | '…' | '·' | '|')) {
        cursor.bump();
    }
}
