//! Resolutions of congresses and plenums, which are told apart by their ordinal and term.

use super::numbered::trailing_date;
use super::scan::{Case, KindHit};
use super::words::{Token, ahead, backward, behind, forward};
use super::{Found, Reading};
use crate::text::fold::fold;
use crate::text::{Span, is_dash};
use smol_str::SmolStr;

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
        || is(index, "đh")
        || opening.get(index).is_some_and(|t| central(t.text).is_some())
        || is(index, "t") && is(index + 1, ".") && (is(index + 2, "ư") || is(index + 2, "w")))
    {
        return None;
    }
    let tokens = forward(text, hit.span.end, 40);
    let is = |i: usize, word: &str| tokens.get(i).is_some_and(|t| t.is(word) && t.lines <= 1);
    let mut end = None;
    let mut which = false;
    // Words that tell whose congress it is, and the term.
    let (mut whose, mut several, mut term) = (false, false, false);
    while let Some(token) = tokens.get(index) {
        if token.lines > 1 && !token.text.starts_with(char::is_lowercase) && index > start_of_name {
            break;
        }
        // "… Nghị quyết Đại hội Đoàn các cấp." / "3. Tổ chức": a sentence has ended, unless the stop is that of "T.Ư".
        let ends = token.text == "." && tokens.get(index + 1).is_none_or(|next| next.start > token.end);
        if ends && index > start_of_name && tokens[index - 1].text.chars().count() > 2 {
            break;
        }
        let small = fold(token.text);
        let opened = matches!(token.text, "," | "(");
        let tenure = usize::from(opened) + index;
        if (which || whose && !several) && is(tenure, "nhiệm") && is(tenure + 1, "kỳ") {
            let Some(years) = period_end(&tokens[tenure + 2..]) else { break };
            which = true;
            end = Some(years);
            let close = ahead(text, years).next();
            if let Some(close) = close.filter(|t| token.text == "(" && t.text == ")") {
                end = Some(close.end);
            }
            break;
        }
        let khoa = |at: usize| is(at, "khóa") || is(at, "khoá");
        if is_ordinal(token.text)
            || index == start_of_name && central(token.text).is_some_and(|which| !which.is_empty())
        {
            which = true;
            end = Some(token.end);
        } else if token.text == "," && which {
            // "Trung ương 4 khóa XI, khóa XII": the next of a list.
            if !khoa(index + 1) || term {
                break;
            }
        } else if token.text == "(" && which && khoa(index + 1) && is_ordinal(tokens.get(index + 2)?.text) {
            end = tokens.get(index + 3).filter(|t| t.text == ")").map(|t| t.end).or(end);
            break;
        } else if (which || !matches!(token.text, "." | "-")) && !reading.lexicon.cues.is_congress_word(&small) {
            let place = token.text.starts_with(char::is_uppercase) && !which;
            if !place {
                if which && initials(&tokens[index..]) {
                    end = Some(token.end);
                }
                break;
            }
            whose = true;
        } else if which {
            // "của Đảng", "Đảng bộ tỉnh", "Công đoàn Việt Nam" after the ordinal belong to the name.
            let belongs = Some(body(reading, &tokens[index..])).filter(|words| *words > 0);
            let belongs = belongs.unwrap_or_else(|| continues_congress(&tokens[index..]));
            if belongs == 0 {
                break;
            }
            term |= khoa(index);
            end = Some(tokens[index + belongs - 1].end);
            index += belongs;
            continue;
        } else {
            several |= small == "cấp";
            whose |= token.is_word() && !ANY_CONGRESS.contains(&small.as_str());
        }
        index += 1;
    }
    let end = end.filter(|_| which && !is_drafted(text, hit))?;
    let (date, after) = trailing_date(text, end);
    let issuer = Span::new(tokens[start_of_name].start, end);
    Some(Found {
        issuer: Some(issuer),
        full_name: hit.short.then(|| written_out(hit, &text[issuer.range()])),
        date,
        holds_numbers: true,
        ..Found::named(hit, end, after, "congress-resolution")
    })
}

/// "cụ thể hóa chủ trương của Đảng vào Nghị quyết Đại hội VIII": the resolution is still being written; "căn cứ vào" rests on one.
fn is_drafted(text: &str, hit: &KindHit<'_>) -> bool {
    let mut before = behind(text, hit.span.start);
    let into = before.next().is_some_and(|t| t.is("vào"));
    into && !before.next().is_some_and(|t| t.is("cứ") || t.is("dựa"))
}

/// "Báo cáo chính trị và Nghị quyết Đại hội …": the report of the congress whose resolution stands beside it.
pub(super) fn report_beside(reading: &Reading<'_>, resolution: &Found) -> Option<Found> {
    if resolution.rule != "congress-resolution" {
        return None;
    }
    const WORDS: [&str; 5] = ["và", "trị", "chính", "cáo", "báo"];
    let before = backward(reading.text, resolution.span.start, 5);
    let beside = before.len() == 5 && before.iter().zip(WORDS).all(|(t, word)| t.is(word) && t.lines <= 1);
    let hit = reading.kind_at(before.last()?.start).filter(|hit| beside && hit.case == Case::Capital)?;
    Some(Found::named(&hit, before[1].end, before[1].end, "congress-report"))
}

/// `TW`, `TW4`: the short word for the Central Committee, and the number that is glued to it.
fn central(word: &str) -> Option<&str> {
    let rest = word.strip_prefix("TW").or_else(|| word.strip_prefix("TƯ"))?;
    rest.bytes().all(|b| b.is_ascii_digit()).then_some(rest)
}

/// "NQĐH Đảng bộ xã lần thứ V", "NQTW4 khóa XI" with their short words written out.
fn written_out(hit: &KindHit<'_>, whose: &str) -> Box<str> {
    let (kind, whose): (_, String) = (&hit.kind.name, super::folded(whose));
    let first = whose.split(' ').next().unwrap_or_default();
    let rest = &whose[first.len()..];
    match central(first) {
        Some("") => format!("{kind} Trung ương{rest}"),
        Some(number) => format!("{kind} Trung ương {number}{rest}"),
        None if first == "ĐH" => format!("{kind} Đại hội{rest}"),
        None => format!("{kind} {whose}"),
    }
    .into()
}

/// Words of the names of congresses that do not tell whose one is: "Đại hội đại biểu toàn quốc", "Đại hội Đảng".
const ANY_CONGRESS: [&str; 17] = [
    "đại", "hội", "biểu", "toàn", "quốc", "đảng", "lần", "thứ", "của", "các", "cấp", "nghị", "trung", "ương", "ban",
    "chấp", "hành",
];

/// The other plenums or terms of a list that the first mention begins: "Trung ương 5, 6, 7 khóa XII", "Trung ương 4 khóa XI,
/// khóa XII", "Trung ương 4 (khóa XI, XII)". The first is told its term, or loses the mark that closes the bracket.
pub(super) fn members(reading: &Reading<'_>, first: &mut Found) -> Vec<Found> {
    let (Some(name), None) = (first.name, first.date) else { return Vec::new() };
    if first.rule != "congress-resolution" {
        return Vec::new();
    }
    let key = fold(&reading.text[name.range()]);
    if key.contains("đại hội") {
        return std::iter::successors(next_congress(reading, first), |last| next_congress(reading, last)).collect();
    }
    let tokens = forward(reading.text, name.end, 24);
    if key.contains("khóa") || tokens.first().is_some_and(|t| t.text == "(") {
        terms(reading, first, name, &tokens)
    } else {
        plenums(reading, first, name, &tokens)
    }
}

/// "Nghị quyết Đại hội Đoàn tỉnh lần thứ IX và Đại hội Đoàn toàn quốc lần thứ X": the resolution of the next congress of a list, which
/// ends where the list does.
fn next_congress(reading: &Reading<'_>, last: &Found) -> Option<Found> {
    let text = reading.text;
    let [joint, great, meeting] = forward(text, last.span.end, 3)[..] else { return None };
    let joined = joins_numbers(&joint) && great.text == "Đại" && meeting.is("hội") && great.lines == 0;
    let kind = reading.lexicon.kinds.by_name(last.kind.as_deref()?).filter(|_| joined)?;
    let begin = Span::new(great.start, great.start);
    let hit = reading.kind_before(great.start).map(|hit| KindHit { span: begin, kind, short: false, ..hit })?;
    let found = congress(reading, &hit)?;
    let ends = ahead(text, found.span.end).next().is_none_or(|t| !t.is_word() || t.is("và") || t.lines > 0);
    let whole =
        || format!("{} {}", kind.name, super::folded::<String>(&text[begin.start..found.issuer.map_or(0, |i| i.end)]));
    ends.then(|| Found { full_name: Some(whole().into()), has_kind_word: false, ..found })
}

fn is_term_word(token: &Token<'_>) -> bool {
    token.is("khóa") || token.is("khoá")
}

/// A mark that joins two numbers of one line.
fn joins_numbers(token: &Token<'_>) -> bool {
    token.lines == 0 && (token.text == "," || token.is("và"))
}

/// `5`, `XII`, on this line or the next.
fn is_numeral(token: &Token<'_>) -> bool {
    let roman = |b: u8| matches!(b, b'I' | b'V' | b'X');
    let word = token.text;
    token.lines <= 1 && word.len() < 6 && (word.bytes().all(|b| b.is_ascii_digit()) || word.bytes().all(roman))
}

/// One plenum of several terms: "Trung ương 4 khóa XI, khóa XII", "Trung ương 4 (khóa XI, XII)".
fn terms(reading: &Reading<'_>, first: &mut Found, name: Span, tokens: &[Token<'_>]) -> Vec<Found> {
    let text = reading.text;
    // "(khóa XI": the first term, if a bracket opens behind the name.
    let bracket = tokens.first().is_some_and(|t| t.text == "(");
    let (first_term, mut rest) = match tokens {
        [_, word, which, rest @ ..] if bracket && is_term_word(word) && is_numeral(which) => (Some(which), rest),
        _ if bracket => return Vec::new(),
        _ => (None, tokens),
    };
    let mut others: Vec<(Span, &str)> = Vec::new();
    while let [mark, after @ ..] = rest
        && joins_numbers(mark)
    {
        let word = usize::from(after.first().is_some_and(is_term_word));
        // "khóa XII, 15 đơn vị"
        let term = |t: &&Token<'_>| is_numeral(t) && (word > 0 || t.text.starts_with(['I', 'V', 'X']));
        let Some(which) = after.get(word).filter(term) else { break };
        others.push((Span::new(after[0].start, which.end), which.text));
        rest = &after[word + 1..];
    }
    if others.is_empty() || bracket && rest.first().is_none_or(|t| t.text != ")") {
        return Vec::new();
    }
    let whole = forward(text, name.start, 40);
    let lead = whole.iter().take_while(|t| t.end <= name.end && !is_term_word(t)).filter(|t| t.is_word()).last();
    let lead: String = super::folded(&text[name.start..lead.map_or(name.end, |t| t.end)]);
    let end = first_term.map_or(name.end, |which| which.end);
    first.span.end = end;
    first.name = Some(Span::new(name.start, end));
    if let Some(which) = first_term {
        first.term = Some(which.text.into());
        first.full_name = Some(format!("{lead} khóa {}", which.text).into());
    }
    let other = |(span, term): (Span, &str)| member(first, span, format!("{lead} khóa {term}"), term.into());
    others.into_iter().map(other).collect()
}

/// Several plenums of one term: "Trung ương 5, 6, 7 khóa XII".
fn plenums(reading: &Reading<'_>, first: &mut Found, name: Span, tokens: &[Token<'_>]) -> Vec<Found> {
    let text = reading.text;
    let mut others: Vec<Span> = Vec::new();
    let mut rest = tokens;
    while let [mark, which, after @ ..] = rest
        && joins_numbers(mark)
        && is_numeral(which)
    {
        others.push(Span::new(which.start, which.end));
        rest = after;
    }
    let (term, end) = super::issuer::read_term(text, others.last().map_or(name.end, |span| span.end));
    let (Some(last), Some(term)) = (others.last_mut(), term) else { return Vec::new() };
    last.end = end;
    let lead: String = super::folded(&text[name.range()]);
    let lead = lead.rsplit_once(' ').map_or("", |(lead, _)| lead);
    first.term = Some(term.clone());
    let other = |span: Span| {
        let which: String = super::folded(&text[span.range()]);
        member(first, span, format!("{lead} {which}"), term.clone())
    };
    others.into_iter().map(other).collect()
}

/// A later one of the list, with its name as the first would have it.
fn member(first: &Found, span: Span, name: String, term: SmolStr) -> Found {
    Found {
        span,
        name: Some(span),
        full_name: Some(name.into()),
        issuer: None,
        term: Some(term),
        has_kind_word: false,
        ..first.clone()
    }
}

/// How many tokens after the ordinal name the organisation that met: "Hội Nông dân Việt Nam", "của Đảng bộ huyện Mai Sơn".
fn body(reading: &Reading<'_>, tokens: &[Token<'_>]) -> usize {
    const HEADS: [&str; 12] =
        ["hội", "công", "cđ", "đoàn", "mặt", "mttq", "liên", "lđlđ", "hiệp", "chi", "tổng", "cựu"];
    let of = usize::from(tokens[0].is("của"));
    let Some(head) = tokens.get(of).filter(|t| t.lines <= 1 && t.text.starts_with(char::is_uppercase)) else {
        return 0;
    };
    let next = |word: &str| tokens.get(of + 1).is_some_and(|t| t.is(word));
    let local = head.is("đảng") && next("bộ");
    // "Hội nghị lần thứ bảy Ban Chấp hành Tổng Liên đoàn …": the party's own committee is told by its words.
    let committee = (head.is("bch") && !next("trung") || head.is("ban") && next("chấp"))
        && !tokens.get(of + 3).is_some_and(|t| t.is("trung") || t.is("đảng"));
    if !local && !committee && (!HEADS.iter().any(|word| head.is(word)) || next("nghị") || next("đồng")) {
        return 0;
    }
    let name = reading.issuer_phrase(head.start);
    name.map_or(0, |name| tokens.iter().take_while(|t| t.end <= name.end).count())
}

/// How many tokens after the ordinal still belong to the name of a congress or plenum.
fn continues_congress(tokens: &[Token<'_>]) -> usize {
    let words: Vec<String> = tokens.iter().take(8).map(|t| fold(t.text)).collect();
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
        "của ban chấp hành trung ương đảng",
        "của ban chấp hành trung ương",
        "của bch trung ương đảng",
        "bch trung ương đảng",
        "ban chấp hành trung ương đảng",
        "ban chấp hành trung ương",
        "công đoàn việt nam",
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

/// "Đại hội VII CĐNHVN": the body by its initials, and no line in capitals.
fn initials(tokens: &[Token<'_>]) -> bool {
    let small = |t: &Token<'_>| !t.is_word() || t.text.starts_with(char::is_lowercase);
    tokens[0].lines == 0
        && tokens[0].is_capitals()
        && tokens[0].text.chars().count() > 3
        && !matches!(tokens[0].text, "UBND" | "HĐND")
        && tokens.get(1).is_none_or(small)
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
pub(super) fn period_end(tokens: &[Token<'_>]) -> Option<usize> {
    let year = |t: &Token<'_>| t.text.len() == 4 && t.text.bytes().all(|b| b.is_ascii_digit());
    match tokens {
        [from, dash, to, ..] if year(from) && dash.text.starts_with(is_dash) && year(to) => Some(to.end),
        _ => None,
    }
}
