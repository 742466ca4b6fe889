//! Spoken sources: an instruction or conclusion given at a meeting, and the meeting that a paper reports.

use super::words::{backward, forward};
use super::{Found, Reading};
use crate::date;
use crate::text::Span;
use crate::vocabulary::Class;

/// Every oral mention, in order. One search for each opening phrase.
pub(super) fn read(reading: &Reading<'_>, others: &[Found]) -> Vec<Found> {
    let mut found: Vec<Found> = Vec::new();
    for hit in reading.lexicon.cues.oral_finder.find_iter(reading.text) {
        let start = hit.start();
        if found.last().is_some_and(|f| start < f.span.end)
            || reading.text[..start].chars().next_back().is_some_and(char::is_alphanumeric)
            || others.iter().any(|f| f.span.start <= start && start < f.span.end)
        {
            continue;
        }
        let (kind, speech) = reading.lexicon.cues.oral_kind(hit.pattern().as_usize());
        let mention = if speech { instruction(reading, start, hit.end(), kind) } else { meeting(reading, start, hit.end(), kind) };
        found.extend(mention.filter(|m| !others.iter().any(|f| f.span.overlaps(m.span))));
    }
    found
}

/// "ý kiến chỉ đạo của đồng chí … tại cuộc họp ngày 20/8/2020", "ý kiến kết luận tại Hội nghị … ngày 30/9/2021".
fn instruction(reading: &Reading<'_>, start: usize, end: usize, kind: &str) -> Option<Found> {
    let text = reading.text;
    let tokens = forward(text, end, 70);
    let mut issuer = None;
    let mut at_meeting = false;
    let mut previous_end = end;
    for (index, token) in tokens.iter().enumerate() {
        if matches!(token.text, ";" | "“" | "”" | ":" | "(" | ")") || token.lines > 1 || token.text == "." {
            break;
        }
        if token.is("của") && issuer.is_none() && !at_meeting {
            issuer = tokens.get(index + 1).map(|t| t.start);
        }
        if token.is("tại") && ["cuộc", "hội", "phiên", "buổi"].iter().any(|w| tokens.get(index + 1).is_some_and(|t| t.is(w))) {
            if let Some(from) = issuer.filter(|_| !at_meeting) {
                issuer = Some(from);
                previous_end = tokens[index.saturating_sub(1)].end;
            }
            at_meeting = true;
        }
        if token.is("tại") && !at_meeting {
            // "… chỉ đạo của Tỉnh ủy tại Công văn số …": the written source is the reference.
            return None;
        }
        if at_meeting && token.is("ngày") {
            let (date, after) = date::read(text, token.start)?;
            let issuer = issuer.map(|from| Span::new(from, previous_end));
            return Some(make(start, after, kind, Some(date), issuer));
        }
    }
    None
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
    let day = lead.find("gày ").map(|at| sentence + at - 1).filter(|at| text.is_char_boundary(*at))?;
    let (date, after_date) = date::read(text, day)?;
    let name = reading.clause_end(end, &["về", "để", "nhằm", "do", "và"]);
    let subject = text[after_date..start].rfind("đã chủ trì").map(|at| after_date + at).or_else(|| text[after_date..start].rfind("chủ trì").map(|at| after_date + at));
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
        kind: Some(kind.to_string()),
        date,
        issuer,
        after_issuer: end,
        rule: "oral",
        has_kind_word: true,
        ..Found::default()
    }
}
