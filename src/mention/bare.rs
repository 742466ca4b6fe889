//! Counts without a symbol of their own: those that share the symbol of a list, and those that a kind word names alone.

use super::numbered::{announced, issuer_between, lead_in, trailing_date};
use super::scan::{Case, KindHit, NumberHit};
use super::words::{Token, ahead, backward, forward};
use super::{Found, Reading};
use crate::number::{Family, Number};
use crate::text::{Cursor, Span, is_dash, is_gap, is_slash};
use crate::vocabulary::{Class, Zone};
use memchr::memmem;
use smol_str::format_smolstr;

/// Counts that share the symbol of the number after them: `187, ` before `188-KL/TW`.
pub(super) fn members_before(
    reading: &Reading<'_>,
    last: &Found,
    hit: &NumberHit,
    previous: Option<&Found>,
) -> Vec<Found> {
    let text = reading.text;
    let number = last.number.as_ref().expect("a numbered mention");
    if last.has_kind_word {
        return Vec::new();
    }
    let mut counts: Vec<Span> = Vec::new();
    let mut at = hit.span.start;
    loop {
        let tokens = backward(text, at, 3);
        if !tokens.first().is_some_and(|t| t.text == "," || t.is("và") || t.is("đến")) {
            break;
        }
        let Some(count) = tokens.get(1).filter(|t| t.lines == 0 && is_count(t)) else { break };
        if previous.is_some_and(|p| count.start < p.span.end) {
            break;
        }
        counts.push(Span::new(count.start, count.end));
        at = count.start;
    }
    if counts.is_empty() {
        return Vec::new();
    }
    counts.reverse();
    let lead = lead_in(reading, counts[0].start);
    let Some(kind) = lead.kind.or_else(|| reading.kind_at(lead.head?.start)) else { return Vec::new() };
    counts
        .iter()
        .enumerate()
        .map(|(index, span)| Found {
            span: Span::new(if index == 0 { lead.start } else { span.start }, span.end),
            class: Some(Class::Numbered),
            kind: Some(kind.kind.name.clone()),
            head: lead.head,
            number: Some(Number::bare(&text[span.range()]).with_symbol_of(number)),
            shares_date: true,
            rule: "shared-symbol",
            has_kind_word: index == 0 && lead.kind.is_some(),
            ..Found::default()
        })
        .collect()
}

fn is_count(token: &Token<'_>) -> bool {
    let digits = token.text.trim_end_matches(|c: char| matches!(c, 'a'..='e' | 'đ'));
    (1..=5).contains(&digits.len()) && digits.bytes().all(|b| b.is_ascii_digit())
}

/// Kind words with a count alone: `Nghị quyết số 18`, `Chỉ thị 05`, `các Nghị quyết 57, 59, 66`.
pub(super) fn read_bare(reading: &Reading<'_>, taken: &[Span]) -> Vec<Found> {
    let mut found = Vec::new();
    let mut next = 0;
    for hit in &reading.scan.kinds {
        next += taken[next..].iter().take_while(|span| span.start < hit.span.start).count();
        if taken.get(next).is_some_and(|span| span.start == hit.span.start)
            || next > 0 && taken[next - 1].end > hit.span.start
        {
            continue;
        }
        found.extend(bare_after(reading, hit));
    }
    found
}

fn bare_after(reading: &Reading<'_>, hit: &KindHit<'_>) -> Vec<Found> {
    if !hit.short && !hit.word.bare_number {
        return Vec::new();
    }
    let text = reading.text;
    let written = &text[hit.span.range()];
    let (by_count, by_year) = ("bare-number-short", "bare-year-short");
    // "CV_00021_V1" is the name of a file.
    // Digits are glued only to what the paper says is a short name: "QĐ22".
    let apart = text[hit.span.end..].starts_with(|c: char| matches!(c, ' ' | '\u{A0}') || c.is_ascii_digit())
        && !text[..hit.span.start].ends_with('_');
    let short = hit.short && apart && [by_count, by_year].iter().any(|list| reading.lexicon.cues.lists(list, written));
    if hit.short && !short {
        return Vec::new();
    }
    let mut cursor = Cursor::new(text, hit.span.end);
    cursor.gap(1);
    let so = cursor.rest().starts_with(['s', 'S']) && cursor.word("số", false);
    if so {
        cursor.gap(1);
    }
    let counted = cursor.peek().is_some_and(|c| c.is_ascii_digit());
    if !counted && !so {
        let told = hit.case != Case::Small && !hit.short;
        return if told { Vec::from_iter(old_behind_issuer(reading, hit)) } else { Vec::new() };
    }
    if !counted || !so && hit.case == Case::Small {
        return Vec::new();
    }
    let hit = &announced(reading, *hit);
    if let Some(old) = old_number(reading, hit, cursor.at, so) {
        return vec![old];
    }
    let mut found = Vec::new();
    let mut start = hit.span.start;
    loop {
        let tokens = forward(text, cursor.at, 4);
        let Some(count) = tokens.first().filter(|t| is_count(t) && t.lines <= 1) else { break };
        let by_year = so || short || reading.lexicon.cues.lists("bare-year-kind", &hit.kind.name);
        let of_year = if by_year { count_of_year(text, count) } else { None };
        // "QĐ 2020" may be those of a year.
        let year = || matches!(count.text.parse(), Ok(1945..2100));
        if of_year.is_none() && short && (year() || !reading.lexicon.cues.lists(by_count, written)) {
            break;
        }
        if of_year.is_none() && !stands_as_count(text, count, &tokens[1..], so, !found.is_empty()) {
            break;
        }
        let (number, end) = of_year.unwrap_or_else(|| (Number::bare(count.text), count.end));
        found.push(bare(reading, hit, Span::new(start, end), number, found.is_empty()));
        let joint = ahead(text, end).next();
        let Some(joint) = joint.filter(|t| (t.text == "," || t.is("và")) && t.lines == 0) else { break };
        cursor.at = joint.end;
        cursor.gap(1);
        if cursor.word("số", false) {
            cursor.gap(1);
        }
        start = ahead(text, joint.end).next().map_or(cursor.at, |t| t.start);
    }
    found
}

/// `Nghị định của Hội đồng Chính phủ số 172-CP`: the same behind the issuer.
fn old_behind_issuer(reading: &Reading<'_>, hit: &KindHit<'_>) -> Option<Found> {
    const NEAR: usize = 120;
    let behind = hit.span.end;
    let near = &reading.text.as_bytes()[behind..reading.text.len().min(behind + NEAR)];
    memmem::find_iter(near, "số ".as_bytes()).find_map(|at| {
        let digits = behind + at + "số ".len();
        let found = old_number(reading, hit, digits, true)?;
        let issuer = issuer_between(reading, hit, behind + at)?;
        Some(Found { issuer: Some(issuer), ..found })
    })
}

/// `Nghị định 57-CP`, `Quyết định số 307-TTg`, `Quyết định số 150 CP`: before 1997, without a slash.
fn old_number(reading: &Reading<'_>, hit: &KindHit<'_>, digits: usize, so: bool) -> Option<Found> {
    let cut = || {
        let (number, end) = crate::number::read(reading.text, digits, reading.lexicon)?;
        let cut = number.family == Family::Old && number.kind.is_some() && number.organ.is_none() && so;
        cut.then_some((number, end))
    };
    let (number, end) = reading.old_number_at(digits).or_else(cut)?;
    let (date, after) = trailing_date(reading.text, end);
    Some(Found {
        span: Span::new(hit.span.start, after),
        class: Some(Class::Numbered),
        kind: Some(hit.kind.name.clone()),
        repaired: number.repaired,
        number: Some(number),
        date,
        rule: "numbered",
        has_kind_word: true,
        ..Found::default()
    })
}

fn bare(reading: &Reading<'_>, hit: &KindHit<'_>, span: Span, number: Number, first: bool) -> Found {
    let (date, end) = trailing_date(reading.text, span.end);
    // "Kế hoạch thực hiện Đề án 939 năm 2022": a scheme runs for years, in a title the year is that of the work.
    let of_work = hit.kind.name == "Đề án"
        && date.is_some_and(|date| !date.has_month())
        && reading.document.zone(span.start) == Zone::Title;
    let (date, end) = if of_work { (None, span.end) } else { (date, end) };
    Found {
        span: Span::new(span.start, end),
        class: Some(Class::Numbered),
        kind: Some(hit.kind.name.clone()),
        number: Some(number),
        date,
        rule: "bare-number",
        has_kind_word: first,
        ..Found::default()
    }
}

/// `01/2017` for `01/2017/TTLT-…`: the count with its year, and the byte after it; of a longer number or a date, nothing.
fn count_of_year(text: &str, count: &Token<'_>) -> Option<(Number, usize)> {
    let rest = text[count.end..].strip_prefix('/')?;
    let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
    let year = rest[..digits].parse().ok().filter(|year| digits == 4 && (1945..2100).contains(year))?;
    let goes_on = |c: char| c.is_alphanumeric() || is_dash(c) || is_slash(c);
    let ends = !rest[digits..].trim_start_matches(is_gap).starts_with(|c| is_dash(c) || is_slash(c));
    (ends && !rest[digits..].starts_with(goes_on)).then(|| {
        let number = Number::bare(count.text);
        let text = format_smolstr!("{}/{}", number.text, &rest[..digits]);
        (Number { text, year: Some(year), ..number }, count.end + 1 + digits)
    })
}

/// A count that names a document is not followed by what it counts or by the rest of a longer number.
fn stands_as_count(text: &str, count: &Token<'_>, after: &[Token<'_>], so: bool, listed: bool) -> bool {
    let next_char = text[count.end..].chars().next();
    if next_char.is_some_and(|c| {
        c == '%' || c == '/' || c == '.' && text[count.end + 1..].starts_with(|d: char| d.is_ascii_digit())
    }) {
        return false;
    }
    if next_char.is_some_and(is_dash)
        || after.first().is_some_and(|t| t.text.starts_with(is_dash) && next_char.is_some_and(is_gap)) && !so
    {
        return false;
    }
    if next_char == Some(',') && text[count.end + 1..].starts_with(|d: char| d.is_ascii_digit()) {
        return false;
    }
    if so {
        return true;
    }
    if !listed && count.text.len() < 2 {
        return false;
    }
    // "Kế hoạch 5 năm", "Nghị quyết 30 ngày": counted things.
    let Some(next) = after.first() else { return true };
    if !next.is_word() || next.lines > 0 {
        return true;
    }
    if next.is("năm") || next.is("ngày") {
        return after.get(1).is_some_and(|t| t.text.starts_with(|c: char| c.is_ascii_digit()));
    }
    const COUNTED: [&str; 14] = [
        "tháng", "tuần", "giờ", "người", "đồng", "triệu", "tỷ", "điều", "chương", "trang", "nội", "nhiệm", "điểm",
        "văn",
    ];
    !COUNTED.contains(&next.text.to_lowercase().as_str())
}
