//! The paper's own number, read from the line that bears it.
//!
//! A blank stays blank: the next number of the text is never taken for it. Symbols that a column or a cell cut are read
//! together with the piece that goes on.

use super::class::Class;
use super::issued::OwnDate;
use super::lines::{NUMBERED, Piece, Pieces, head, tokens};
use crate::date;
use crate::lexicon::Lexicon;
use crate::number::{self, Number};
use crate::text::fold::fold;
use crate::text::{Cursor, Span, is_dash, is_gap, is_slash};
use smol_str::SmolStr;

/// What the number line says.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct OwnNumber {
    /// The number; nothing where it is blank.
    pub(super) number: Option<Number>,
    /// The symbol behind a blank.
    pub(super) blank_symbol: Option<SmolStr>,
    /// Where the number or its blank stands.
    pub(super) span: Span,
}

/// Reads the number line `pieces[at]`; nothing if it cites a document.
pub(super) fn own_number(pieces: &[Piece<'_>], at: usize, lexicon: &Lexicon) -> Option<OwnNumber> {
    let piece = &Piece { words: head(pieces[at].words, NUMBERED), ..pieces[at] };
    let start = after_word(piece.words);
    let later = pieces[at + 1..].iter().take(3).find(|next| continues_symbol(piece.words, next.words));
    if later.is_none() && piece.words.trim() == "Số" {
        return None;
    }
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

/// The number of a letterhead that a conversion put behind the text: the only line of the motto, with the number in it or
/// beside it. `kind` must be that of the number.
pub(super) fn displaced(text: &str, kind: &str, lexicon: &Lexicon) -> Option<OwnNumber> {
    let mut mottos = memchr::memmem::find_iter(text.as_bytes(), "CỘNG HÒA XÃ HỘI CHỦ NGHĨA");
    let at = mottos.next().filter(|_| mottos.next().is_none())?;
    let start = text[..at].rmatch_indices('\n').nth(3).map_or(0, |(line, _)| line + 1);
    let end = text[at..].match_indices('\n').nth(3).map_or(text.len(), |(line, _)| at + line);
    let mut pieces = Pieces::of(text, Span::new(start, end), true, lexicon);
    let pieces = pieces.first(12);
    let line = pieces.iter().position(|piece| piece.class == Class::Number)?;
    let own = own_number(pieces, line, lexicon)?;
    let symbol = own.number.as_ref()?.kind.as_deref()?;
    let named = lexicon.kinds.by_abbreviation(symbol, None)?;
    (named.name == kind).then_some(own)
}

/// The page says that it prints the paper itself.
fn says_whole(words: &str) -> bool {
    let said = fold(words);
    ["toàn văn", "nguyên văn"].iter().any(|word| said.contains(word))
}

/// The piece behind the words with which a page introduces the paper that it prints; they stand near its top.
pub(super) fn behind_introduction(pieces: &[Piece<'_>]) -> Option<usize> {
    const FIRST: usize = 16;
    const LONGEST: usize = 800;
    let says = |piece: &Piece<'_>| piece.words.len() < LONGEST && says_whole(piece.words);
    pieces.iter().take(FIRST).position(says).map(|at| at + 1).filter(|at| *at < pieces.len())
}

/// The piece with which a paper begins that a page prints below an introduction, and without a heading: "… ban hành Hướng dẫn số
/// 28-HD/BTGTW. Nguyên văn như sau:" / "- Căn cứ …".
pub(super) fn without_heading(pieces: &[Piece<'_>]) -> Option<usize> {
    const BELOW: [&str; 4] = ["như sau", "sau đây", "ở dưới", "dưới đây"];
    let first = behind_introduction(pieces)?;
    let said = fold(pieces[first - 1].words);
    let whole = ["toàn văn", "nguyên văn"].iter().filter_map(|word| said.rfind(word)).max()?;
    let below = BELOW.iter().any(|word| said[whole..].contains(word));
    let grounds = || pieces[first..].iter().take(3).any(|piece| piece.class == Class::Ground);
    (below && grounds()).then_some(first)
}

/// What a page tells of the paper that it prints below: "… đã ban hành Chương trình số 27-CTr/TU về …. Toàn văn như sau:".
#[derive(Debug)]
pub(super) struct Introduced {
    pub(super) number: OwnNumber,
    pub(super) date: Option<OwnDate>,
    pub(super) kind: SmolStr,
}

/// Reads what stands above `heading`, where the paper begins; of the kind of the paper, where that is known, just one number
/// must stand there.
pub(super) fn introduced(text: &str, kind: Option<&str>, heading: usize, lexicon: &Lexicon) -> Option<Introduced> {
    /// Longest introduction, in bytes.
    const LONGEST: usize = 1500;
    let words = &text[..heading];
    let words = &words[words.ceil_char_boundary(heading.saturating_sub(LONGEST))..];
    let from = heading - words.len();
    if !says_whole(words) {
        return None;
    }
    let kind_of = |number: &Number| {
        let symbol = number.kind.as_deref().and_then(|symbol| lexicon.kinds.by_abbreviation(symbol, None))?;
        (kind.is_none_or(|kind| symbol.name == kind) && number.organ.is_some()).then(|| symbol.name.clone())
    };
    let mut own = number::find(words).into_iter().filter_map(|at| {
        let (number, end) = number::read(words, at, lexicon)?;
        Some((at, kind_of(&number)?, number, end))
    });
    let (at, kind, number, end) = own.next()?;
    if own.any(|(_, _, other, _)| other.text != number.text) {
        return None;
    }
    let behind = end + words[end..].len() - words[end..].trim_start_matches(|c: char| c == ',' || is_gap(c)).len();
    // "Ngày 23/8/2017, Tỉnh ủy đã ban hành …"
    let line = words[..at].rfind('\n').map_or(0, |line| line + 1);
    let issued = ["ban hành", " ký "].iter().any(|verb| words[line..at].contains(verb));
    let days = std::iter::once(behind).chain(issued.then_some(line));
    let date = days.into_iter().find_map(|day| {
        let (date, end) = date::read(words, day).filter(|(date, _)| date.is_full())?;
        Some(OwnDate { place: None, date: Some(date), span: Span::new(from + day, from + end) })
    });
    let span = Span::new(from + at, from + end);
    Some(Introduced { number: OwnNumber { number: Some(number), blank_symbol: None, span }, date, kind })
}

/// Reads a number whose dashes and slashes may have gaps around them; in a line of its own they mean nothing.
fn read_spaced(words: &str, begin: usize, lexicon: &Lexicon) -> Option<(Number, usize)> {
    let is_joint = |c: char| is_dash(c) || is_slash(c);
    // Dots that were to be written over too: "03./QĐ-CĐCS".
    let is_filler = |c: char| is_gap(c) || c == '.' || c == '…';
    let mut tight = String::with_capacity(words.len());
    // Where each letter that was kept ends.
    let mut ends = Vec::new();
    let mut chars = words[begin..].char_indices();
    while let Some((at, c)) = chars.next() {
        let before_joint = is_filler(c) && chars.clone().map(|(_, c)| c).find(|c| !is_filler(*c)).is_some_and(is_joint);
        if !(before_joint || is_gap(c) && tight.ends_with(is_joint)) {
            tight.push(c);
            ends.push(begin + at + c.len_utf8());
        }
    }
    let (number, end) = number::read(&tight, 0, lexicon)?;
    let read = tight[..end].trim_end_matches(is_gap).chars().count();
    Some((number, *ends.get(read.checked_sub(1)?)?))
}

/// The byte after `Số`, `Luật số`, `S` that lost its letter, and the colon.
fn after_word(words: &str) -> usize {
    let spelt = ["Số", "SỐ", "số"].iter().filter_map(|word| words.find(word).map(|at| at + word.len())).min();
    let word = spelt.unwrap_or(usize::from(words.starts_with("S:")));
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
    let count = &words[after_word(words)..];
    // "Số: 67        /2024/QĐ-UBND": room was left for the count.
    let parted = next.starts_with(is_slash) && count.trim_end().ends_with(|c: char| c.is_ascii_digit());
    symbols && (short || parted || count.is_empty() && next.starts_with(|c: char| c.is_ascii_digit() || is_slash(c)))
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
fn blank(words: &str, start: usize) -> Option<(Option<SmolStr>, usize)> {
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
    Some((known.then(|| symbol.into()), cursor.at + run.len()))
}

/// Steps a cursor over gaps, colons and dots.
fn skip_filler(cursor: &mut Cursor<'_>) {
    while cursor.peek().is_some_and(|c| is_gap(c) || matches!(c, ':' | '.' | '…' | '·' | '|')) {
        cursor.bump();
    }
}

/// A number line of its own behind the first sentence, where columns were read one after the other.
pub(super) fn number_behind(pieces: &[Piece<'_>], stop: usize, lexicon: &Lexicon) -> Option<OwnNumber> {
    let behind = pieces.iter().enumerate().skip(stop).take(60);
    let mut alone = behind.filter(|(_, piece)| piece.class == Class::Number && piece.apart);
    alone.find_map(|(at, piece)| {
        let own = own_number(pieces, at, lexicon).filter(|own| own.number.is_some())?;
        let next =
            pieces.get(at + 1).is_none_or(|next| next.apart || matches!(next.class, Class::About | Class::PlaceDate));
        let whole = own.span.end >= piece.span.end && fold(piece.words).starts_with("số:");
        (whole && next).then_some(own)
    })
}

/// The kind before the number in its line: `Bản án số: 7/2031/HS-ST`.
pub(super) fn kind_before(number: &Piece<'_>, lexicon: &Lexicon) -> Option<(SmolStr, Span)> {
    let key = fold(number.words);
    let kind = lexicon.kinds.by_name(key.split_once(" số")?.0)?;
    Some((kind.name.clone(), number.span))
}

/// The kind that a line of capitals opens with if it is that of the number above, and where the title behind it begins:
/// `Luật số: 7/2031/QH19` / `LUẬT NUÔI ONG`.
pub(super) fn title_behind<'l>(number: &str, title: &str, lexicon: &'l Lexicon) -> Option<(&'l str, usize)> {
    let key = fold(number);
    let (kind, _) = key.split_once(" số")?;
    let behind = tokens(title).nth(kind.split(' ').count()).map(|(at, _)| at)?;
    (fold(title[..behind].trim_end()) == kind).then_some(())?;
    lexicon.kinds.by_name(kind).map(|kind| (kind.name.as_str(), behind))
}

/// True if nothing but a date stands behind the number of a heading ("Thông tư liên tịch số 47/2009/TTLT-BTC-BNV"): a
/// sentence that begins with a reference goes on.
pub(super) fn is_heading(piece: &Piece<'_>, own: &OwnNumber) -> bool {
    let Some(rest) = own.span.end.checked_sub(piece.span.start).and_then(|at| piece.words.get(at..)) else {
        return true;
    };
    let blanks =
        |words: &str| words.len() - words.trim_start_matches(|c: char| is_gap(c) || matches!(c, ',' | '(' | ')')).len();
    let start = blanks(rest);
    let after_date = crate::date::read(rest, start).map_or(start, |(_, end)| end);
    rest[after_date..].chars().all(|c| is_gap(c) || is_dash(c) || matches!(c, ')' | '.' | '|'))
}
