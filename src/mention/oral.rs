//! Spoken sources: an instruction or conclusion given at a meeting, and the meeting that a paper reports.

use super::congress::is_ordinal;
use super::issuer::read_term;
use super::words::{Row, Token, ahead, backward, behind, forward};
use super::{Found, Reading};
use crate::date;
use crate::text::Span;
use crate::vocabulary::Class;

/// Every oral mention, in order. One search for each opening phrase.
pub(super) fn read(reading: &Reading<'_>, others: &[Found]) -> Vec<Found> {
    let mut found: Vec<Found> = Vec::new();
    let others = covered(others);
    for sighting in &reading.scan.oral {
        let (start, end) = (sighting.start, sighting.end);
        if found.last().is_some_and(|f| start < f.span.end) || meets(&others, Span::new(start, start + 1)) {
            continue;
        }
        let (kind, speech) = reading.lexicon.cues.oral_kind(sighting.phrase);
        let mention = if speech {
            instruction(reading, start, end, kind)
        } else {
            meeting(reading, start, end, kind).or_else(|| held_on(reading, start, end, kind))
        };
        found.extend(mention.filter(|m| !meets(&others, m.span)));
    }
    found
}

/// The stretches that mentions take, in order and apart.
fn covered(mentions: &[Found]) -> Vec<Span> {
    let mut spans: Vec<Span> = mentions.iter().map(|f| f.span).collect();
    spans.sort_unstable();
    let mut apart: Vec<Span> = Vec::with_capacity(spans.len());
    for span in spans {
        match apart.last_mut().filter(|last| span.start < last.end) {
            Some(last) => last.end = last.end.max(span.end),
            None => apart.push(span),
        }
    }
    apart
}

/// True if a span shares a byte with one of the stretches.
fn meets(apart: &[Span], span: Span) -> bool {
    let next = apart.partition_point(|taken| taken.end <= span.start);
    apart.get(next).is_some_and(|taken| taken.overlaps(span))
}

/// "ý kiến chỉ đạo của đồng chí … tại cuộc họp ngày 20/8/2020", "ý kiến kết luận tại Hội nghị … ngày 30/9/2021".
fn instruction(reading: &Reading<'_>, start: usize, end: usize, kind: &str) -> Option<Found> {
    let text = reading.text;
    let mut tokens = Row::new(ahead(text, end).take(70));
    // "kết luận của …": the organ follows at once.
    let named = text[start..end].ends_with("của");
    let mut issuer = if named { tokens.get(0).map(|t| t.start) } else { None };
    // "ý kiến của cử tri": no organ's.
    if text[start..end].to_lowercase().starts_with("ý kiến của") && !reading.is_organ_head(&tokens.get(0)?) {
        return None;
    }
    let mut session = None;
    let mut at_meeting = false;
    let mut previous_end = end;
    for index in 0_usize.. {
        let stops = |t: &Token<'_>| matches!(t.text, ";" | "“" | "”" | ":" | "(" | ")" | ".") || t.lines > 1;
        let Some(token) = tokens.get(index).filter(|t| !stops(t)) else { break };
        if token.is("của") && issuer.is_none() && !at_meeting {
            issuer = tokens.get(index + 1).map(|t| t.start);
        }
        if token.is("tại") && ["cuộc", "hội", "phiên", "buổi"].iter().any(|word| tokens.is(index + 1, word)) {
            if let Some(from) = issuer.filter(|_| !at_meeting) {
                issuer = Some(from);
                previous_end = tokens.get(index.saturating_sub(1))?.end;
            }
            at_meeting = true;
        }
        if token.is("tại") && !at_meeting {
            // "… chỉ đạo của Tỉnh ủy tại Công văn số …": the written source is the reference.
            return None;
        }
        // "tại Hội nghị lần thứ 12 (khóa X)": told by its count.
        if at_meeting
            && token.is("thứ")
            && let Some(ordinal) = tokens.get(index + 1).filter(|t| is_ordinal(t.text))
        {
            session = Some(read_term(text, ordinal.end).1);
        }
        // "tại Hội nghị giao ban tháng 8/2021"
        let monthly = || token.is("tháng") && date::read(text, token.start).is_some_and(|(date, _)| date.has_month());
        if at_meeting && (token.is("ngày") || monthly()) {
            let (date, after) = date::read(text, token.start)?;
            let issuer = issuer.map(|from| Span::new(from, previous_end));
            return Some(make(start, after, kind, Some(date), issuer));
        }
    }
    if let Some(end) = session.filter(|_| is_governed(reading, start)) {
        return Some(make(start, end, kind, None, issuer.map(|from| Span::new(from, previous_end))));
    }
    if named { None } else { undated(reading, start, issuer?, kind) }
}

/// "quán triệt …", "thực hiện …": what follows is carried out.
fn is_governed(reading: &Reading<'_>, start: usize) -> bool {
    let before: Vec<String> = backward(reading.text, start, 5).iter().map(|t| t.text.to_lowercase()).collect();
    before.windows(2).any(|w| w[1] == "quán" && w[0] == "triệt" || w[1] == "thực" && w[0] == "hiện")
}

/// "Quán triệt sâu sắc ý kiến phát biểu chỉ đạo của đồng chí …": carried out though no meeting is named.
fn undated(reading: &Reading<'_>, start: usize, issuer: usize, kind: &str) -> Option<Found> {
    let comrade = forward(reading.text, issuer, 2);
    let person = comrade.len() == 2 && comrade[0].is("đồng") && comrade[1].is("chí");
    let issuer = reading.issuer_phrase(issuer).filter(|_| person && is_governed(reading, start))?;
    Some(make(start, issuer.end, kind, None, Some(issuer)))
}

/// "Hội nghị toàn quốc công tác … tổ chức ngày 26/11/2025", at the head of a sentence.
fn held_on(reading: &Reading<'_>, start: usize, end: usize, kind: &str) -> Option<Found> {
    let text = reading.text;
    let first = behind(text, start).next().is_none_or(|t| t.lines > 0 || t.text == ".");
    if !first || !text[start..].starts_with(char::is_uppercase) {
        return None;
    }
    let tokens = forward(text, end, 34);
    let held = tokens.windows(3).position(|w| w[0].is("tổ") && w[1].is("chức") && w[2].is("ngày"))?;
    if held == 0 || tokens[..held].iter().any(|t| matches!(t.text, ";" | "." | ":")) {
        return None;
    }
    let (date, _) = date::read(text, tokens[held + 2].start)?;
    Some(make(start, tokens[held - 1].end, kind, Some(date), None))
}

/// "Hội nghị … tổ chức ngày …", "buổi làm việc với …" that the paper reports, where it is dated.
fn meeting(reading: &Reading<'_>, start: usize, end: usize, kind: &str) -> Option<Found> {
    let text = reading.text;
    let before = backward(text, start, 6);
    let held = before.len() > 3 && before[0].is("trì") && before[1].is("chủ");
    if !held {
        return None;
    }
    // "Ngày 09/11/2025, …, Phó Thủ tướng X đã chủ trì buổi làm việc …".
    let sentence = reading.sentence_start(start);
    let lead = &text[sentence..start];
    let day =
        lead.find("gày ").and_then(|at| (sentence + at).checked_sub(1)).filter(|at| text.is_char_boundary(*at))?;
    let (date, after_date) = date::read(text, day)?;
    let name = reading.clause_end(end, &["về", "để", "nhằm", "do", "và"]);
    let subject = text[after_date..start]
        .rfind("đã chủ trì")
        .map(|at| after_date + at)
        .or_else(|| text[after_date..start].rfind("chủ trì").map(|at| after_date + at));
    let issuer = subject.and_then(|at| {
        let from = text[after_date..at].rfind([',', ';']).map_or(after_date, |i| after_date + i + 1);
        let trimmed = text[from..at].trim();
        let from = from + text[from..at].find(trimmed)?;
        (!trimmed.is_empty()).then(|| Span::new(from, from + trimmed.len()))
    });
    Some(make(start, name, kind, Some(date), issuer))
}

fn make(start: usize, end: usize, kind: &str, date: Option<date::PartialDate>, issuer: Option<Span>) -> Found {
    Found {
        span: Span::new(start, end),
        class: Some(Class::Oral),
        kind: Some(kind.into()),
        date,
        issuer,
        after_issuer: end,
        rule: "oral",
        has_kind_word: true,
        ..Found::default()
    }
}
