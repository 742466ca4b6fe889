//! The part of a document that is cited: "điểm a khoản 2 Điều 3" before the mention, "(Điều 9, 10)" after it.

use super::words::{Row, Token, ahead, behind, forward};
use super::{Found, Reading};
use crate::text::Span;

const UNITS: [&str; 11] = ["điểm", "khoản", "điều", "mục", "tiểu", "phần", "chương", "phụ", "tiết", "lục", "chương"];

/// Fills `provision` of each mention.
pub(super) fn attach(reading: &Reading<'_>, found: &mut [Found]) {
    let mut left = 0;
    for mention in found.iter_mut() {
        if !mention.inner {
            // "Điều 2 Quyết định của Bộ Chính trị số …": the part stands before the kind word.
            let head = mention.head.filter(|head| {
                let between = &reading.text[head.end.min(mention.span.start)..mention.span.start];
                head.start >= left && between.trim_start().starts_with("của ") && !between.contains([':', ','])
            });
            mention.provision = before(reading.text, mention.span.start, left)
                .or_else(|| before(reading.text, head?.start, left))
                .or_else(|| after(reading.text, mention.span.end));
        }
        left = left.max(mention.span.end);
    }
}

/// Walks left over units, their numbers and the marks between; the part begins with a unit.
fn before(text: &str, start: usize, left: usize) -> Option<Span> {
    let near = || behind(text, start).take_while(|t| t.start >= left && t.lines <= 2);
    // Nearly all mentions have another word before them.
    let first = near().find(|t| !t.is("của") && t.text != ",")?;
    if !(goes_on(&first) || is_unit(&first) || is_part_number(&first) || first.is("theo") || first.is("tại")) {
        return None;
    }
    // "… của Điều 1 tại Nghị quyết số …"
    let at = first.is("tại");
    if at && !near().nth(1).is_some_and(|t| is_part_number(&t)) {
        return None;
    }
    let mut tokens = Row::new(near().take(60));
    let parted = at || tokens.get(0).is_some_and(|t| t.is("của") || t.text == ",");
    let mut index = if parted { 1 } else { behind_regulation(&mut tokens) };
    // "Điều 1 *(chi tiết theo Phụ lục số 6)* Nghị quyết …": an aside between part and act.
    if tokens.get(index).is_some_and(|t| t.text == ")") {
        let open = (0..=14).find(|open| tokens.get(index + open).is_some_and(|t| t.text == "("))?;
        index += open + 1;
    }
    let end = tokens.get(index)?.end;
    let mut span = None;
    let mut named = false;
    let mut numbered = false;
    let mut since = 0;
    while let Some(token) = tokens.get(index) {
        if is_unit(&token) {
            let mut start = token.start;
            let other = if token.is("mục") { "tiểu" } else { "phụ" };
            let whole = tokens.get(index + 1).filter(|t| (token.is("mục") || token.is("lục")) && t.is(other));
            if let Some(whole) = whole {
                index += 1;
                start = whole.start;
            } else if token.is("lục") || token.is("tiểu") || token.is("phụ") {
                break;
            }
            if !named || !numbered {
                break;
            }
            span = Some(Span::new(start, end));
            since = 0;
            numbered = false;
        } else if is_part_number(&token) {
            named = true;
            numbered = true;
            since += 1;
        } else if goes_on(&token) && (since < 12 || !matches!(token.text, "." | "(" | ")" | ";"))
            || token.is("của") && span.is_some()
        {
            since += 1;
        } else {
            break;
        }
        index += 1;
    }
    span
}

/// How many tokens say that the act issued what the part is of, without a name: "khoản 2 Điều 12 của Quy định ban hành kèm theo".
fn behind_regulation<'t>(tokens: &mut Row<'t, impl Iterator<Item = Token<'t>>>) -> usize {
    const RULES: [(&str, &str); 4] = [("quy", "định"), ("quy", "chế"), ("điều", "lệ"), ("quy", "tắc")];
    if !tokens.is(0, "theo") || !tokens.is(1, "kèm") {
        return 0;
    }
    let issued = tokens.is(2, "hành") && tokens.is(3, "ban");
    let verb = if issued { 4 } else { 2 };
    let noun = RULES.iter().any(|(first, second)| tokens.is(verb, second) && tokens.is(verb + 1, first));
    match noun {
        true if tokens.is(verb + 2, "của") => verb + 3,
        true => verb + 2,
        false if issued => verb,
        false => 0,
    }
}

/// A mark or word between the numbers of parts.
fn goes_on(token: &Token<'_>) -> bool {
    matches!(token.text, "," | "." | "(" | ")" | ";") || token.is("và") || token.is("số")
}

/// "(Điều 9, 10, 11)" right after the mention.
fn after(text: &str, end: usize) -> Option<Span> {
    if ahead(text, end).next()?.text != "(" {
        return None;
    }
    let tokens = forward(text, end, 40);
    if !tokens.get(1).is_some_and(is_unit) {
        return None;
    }
    let close = tokens.iter().position(|t| t.text == ")")?;
    let plain = tokens[1..close]
        .iter()
        .all(|t| is_unit(t) || is_part_number(t) || t.text == "," || t.is("và") || t.text == "." || t.text == ";");
    plain.then(|| Span::new(tokens[1].start, tokens[close - 1].end))
}

fn is_unit(token: &Token<'_>) -> bool {
    UNITS.iter().any(|unit| token.is(unit))
}

/// Digits, roman numerals, one letter: `2`, `IV`, `a`, `đ`, `1a`.
fn is_part_number(token: &Token<'_>) -> bool {
    let text = token.text;
    let digits = text.bytes().filter(u8::is_ascii_digit).count();
    let letters = text.chars().count() - digits;
    let roman = text.bytes().all(|b| matches!(b, b'I' | b'V' | b'X'));
    let words = ["nhất", "hai", "ba", "thứ"].contains(&text);
    roman
        || words
        || (digits > 0 && letters <= 1)
        || (digits == 0 && letters == 1 && text.chars().all(char::is_alphabetic))
        || text == "i"
        || text == "ii"
        || text == "iii"
}
