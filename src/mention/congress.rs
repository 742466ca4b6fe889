//! Resolutions of congresses and plenums, which are told apart by their ordinal and term.

use super::numbered::trailing_date;
use super::scan::KindHit;
use super::words::{Token, forward};
use super::{Found, Reading};
use crate::text::fold::fold;
use crate::text::{Span, is_dash};

/// Resolutions of congresses and plenums: the name must say which.
pub(super) fn congress(reading: &Reading<'_>, hit: &KindHit<'_>) -> Option<Found> {
    let text = reading.text;
    let opening = forward(text, hit.span.end, 4);
    let mut index = usize::from(opening.first()?.is("của"));
    let start_of_name = index;
    let is = |i: usize, word: &str| opening.get(i).is_some_and(|t| t.is(word) && t.lines <= 1);
    if !(is(index, "đại") && is(index + 1, "hội")
        || is(index, "hội") && is(index + 1, "nghị")
        || is(index, "trung") && is(index + 1, "ương")
        || is(index, "tw")
        || is(index, "t") && is(index + 1, ".") && (is(index + 2, "ư") || is(index + 2, "w")))
    {
        return None;
    }
    let tokens = forward(text, hit.span.end, 40);
    let is = |i: usize, word: &str| tokens.get(i).is_some_and(|t| t.is(word) && t.lines <= 1);
    let mut end = None;
    let mut which = false;
    while let Some(token) = tokens.get(index) {
        if token.lines > 1 && !token.text.starts_with(char::is_lowercase) && index > start_of_name {
            break;
        }
        let small = fold(token.text);
        if is_ordinal(token.text) {
            which = true;
            end = Some(token.end);
        } else if small == "nhiệm" && is(index + 1, "kỳ") && which {
            let Some(after) = period_end(&tokens[index + 2..]) else { break };
            end = Some(after);
            break;
        } else if token.text == "," && which {
            let term = is(index + 1, "nhiệm") || is(index + 1, "khóa") || is(index + 1, "khoá");
            if !term {
                break;
            }
        } else if token.text == "("
            && which
            && (is(index + 1, "khóa") || is(index + 1, "khoá"))
            && is_ordinal(tokens.get(index + 2)?.text)
        {
            end = tokens.get(index + 3).filter(|t| t.text == ")").map(|t| t.end).or(end);
            break;
        } else if (which || !matches!(token.text, "." | "-")) && !reading.lexicon.cues.is_congress_word(&small) {
            let place = token.text.starts_with(char::is_uppercase) && !which;
            if !place {
                break;
            }
        } else if which {
            // "của Đảng", "Đảng bộ tỉnh", "Công đoàn Việt Nam" after the ordinal belong to the name.
            let belongs = continues_congress(&tokens[index..]);
            if belongs == 0 {
                break;
            }
            end = Some(tokens[index + belongs - 1].end);
            index += belongs;
            continue;
        }
        index += 1;
    }
    let end = end.filter(|_| which)?;
    let (date, after) = trailing_date(text, end);
    Some(Found {
        issuer: Some(Span::new(tokens[start_of_name].start, end)),
        date,
        holds_numbers: true,
        ..Found::named(hit, end, after, "congress-resolution")
    })
}

/// How many tokens after the ordinal still belong to the name of a congress or plenum.
fn continues_congress(tokens: &[Token<'_>]) -> usize {
    let words: Vec<String> = tokens.iter().take(6).map(|t| fold(t.text)).collect();
    let starts = |phrase: &str| {
        let parts: Vec<String> = phrase.split(' ').map(fold).collect();
        parts.len() <= words.len()
            && parts.iter().zip(&words).all(|(a, b)| a == b)
            && tokens[..parts.len()].iter().all(|t| t.lines <= 1)
    };
    for phrase in [
        "của đảng cộng sản việt nam",
        "của đảng",
        "đảng cộng sản việt nam",
        "ban chấp hành trung ương đảng",
        "ban chấp hành trung ương",
        "công đoàn việt nam",
        "cđnhvn",
        "cđvn",
        "đảng bộ tỉnh",
        "đảng bộ thành phố",
        "đảng bộ",
        "đảng",
        "khóa",
        "khoá",
    ] {
        if starts(phrase) {
            return phrase.split(' ').count();
        }
    }
    0
}

/// Roman numerals (also misread), "thứ tư", digits.
pub(super) fn is_ordinal(word: &str) -> bool {
    let roman = (1..=6).contains(&word.len())
        && word.bytes().all(|b| matches!(b, b'I' | b'V' | b'X' | b'l' | b'1'))
        && word.starts_with(['I', 'V', 'X']);
    const WORDS: [&str; 13] =
        ["nhất", "hai", "ba", "tư", "bốn", "năm", "sáu", "bảy", "tám", "chín", "mười", "mười một", "mười hai"];
    roman
        || (word.len() <= 2 && !word.is_empty() && word.bytes().all(|b| b.is_ascii_digit()))
        || WORDS.contains(&word.to_lowercase().as_str())
}

/// `2020 - 2025`, with the dash glued or not.
fn period_end(tokens: &[Token<'_>]) -> Option<usize> {
    let year = |t: &Token<'_>| t.text.len() == 4 && t.text.bytes().all(|b| b.is_ascii_digit());
    match tokens {
        [from, dash, to, ..] if year(from) && dash.text.starts_with(is_dash) && year(to) => Some(to.end),
        _ => None,
    }
}
