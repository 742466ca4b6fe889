//! The paper's own number and date, read from the lines that bear them.
//!
//! A blank stays blank: the next number or date of the text is never taken for it. Lines that a column or a cell cut
//! are read together with the piece that goes on.

use super::lines::{Piece, mended_place, skip_filler, tokens};
use crate::date::{self, PartialDate};
use crate::lexicon::Lexicon;
use crate::number::{self, Number};
use crate::text::{Cursor, Span, is_dash, is_gap, is_slash};

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
    if filler && let Some((number, end)) = number::read(&readable, begin, lexicon) {
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

/// A text with single spaces for gaps and line ends.
pub(super) fn folded(words: &str) -> String {
    tokens(words).iter().map(|(_, token)| *token).collect::<Vec<_>>().join(" ")
}

/// A date at `day`, filled in or in part blank, and the byte after it. Dots, lines and broken digits are allowed.
fn read_date(words: &str, day: usize) -> Option<(Option<PartialDate>, usize)> {
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
