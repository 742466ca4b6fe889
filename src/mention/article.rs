//! Mentions in web pages: which stand in their furniture, and whose relations an article reports.

use super::relation::lead_start;
use super::scan::NumberHit;
use super::words::{Token, behind};
use super::{Found, Reading};
use crate::number::Number;
use crate::text::{Span, is_gap};
use crate::vocabulary::{Relation, Zone};

/// True if the mention stands in a download line or in the list of headings of an article.
pub(super) fn is_furniture(reading: &Reading<'_>, found: &Found) -> bool {
    if !is_article(reading) || reading.document.zone(found.span.start) == Zone::Title {
        return false;
    }
    let Some((start, line)) = short_line(reading.text, found.span) else { return false };
    let text = reading.text;
    let download = line.contains(">>>") || line.contains("Tải về") || line.contains("TẢI VỀ");
    let above = text[..start].trim_end().rsplit('\n').next().unwrap_or_default();
    let listed = |line: &str| line.trim_matches(is_gap).ends_with('-');
    download || listed(line) || line.trim_start().starts_with("**") && listed(above)
}

/// "- 1Nghị quyết 20-NQ/TW năm 2008 về …": the list of related papers on a page of the web, its counts glued to the kinds.
pub(super) fn is_offered(text: &str, hit: &NumberHit) -> bool {
    // Mark, count and kind; a whole paper may stand on one line.
    const LEAD: usize = 64;
    let near = &text[text.floor_char_boundary(hit.span.start.saturating_sub(LEAD))..hit.span.start];
    let line = near.rfind('\n').map_or(near, |end| &near[end + 1..]);
    let Some(item) = line.strip_prefix("- ") else { return false };
    let kind = item.trim_start_matches(|c: char| c.is_ascii_digit());
    kind.len() < item.len() && kind.starts_with(char::is_uppercase)
}

/// The line of a mention and where it begins, if it is no longer than furniture is: a whole page may stand on one line.
fn short_line(text: &str, span: Span) -> Option<(usize, &str)> {
    const LONGEST: usize = 2000;
    let first = text.floor_char_boundary(span.start.saturating_sub(LONGEST));
    let last = text.ceil_char_boundary(text.len().min(span.end + LONGEST));
    let start = text[first..span.start].rfind('\n').map(|at| first + at + 1).or((first == 0).then_some(0))?;
    let end = text[span.end..last].find('\n').map(|at| span.end + at).or((last == text.len()).then_some(last))?;
    Some((start, &text[start..end]))
}

/// What is carried out or taken as a ground in an article is the reported document's, not the article's.
pub(super) fn report(reading: &Reading<'_>, found: &mut [Found]) {
    if !is_article(reading) {
        return;
    }
    issued_for(reading, found);
    let heading = reading.document.subject_span.unwrap_or(Span::new(0, 0));
    // "Xã … triển khai Nghị quyết số 66-NQ/TW" tells what was done, not what the resolution says.
    let mut in_heading = found.iter().filter(|f| heading.contains(f.span) && f.relation != Relation::Implements);
    let Some(reported) = in_heading.find_map(|f| f.number.clone()) else { return };
    let mut last = None;
    for (index, this) in found.iter_mut().enumerate() {
        if this.number.as_ref().is_some_and(|number| is_same(number, &reported)) {
            last = Some(index);
            continue;
        }
        let Some(last) = last.filter(|_| this.subject.is_none()) else { continue };
        let ground = this.relation == Relation::Cites && is_ground(reading, this);
        if ground || this.relation != Relation::Cites {
            this.subject = Some(last);
            this.relation = if ground { Relation::Basis } else { this.relation };
        }
    }
}

/// "Để thực hiện Đề án A, Ủy ban nhân dân tỉnh đã ban hành Kế hoạch B": A is carried out by B.
fn issued_for(reading: &Reading<'_>, found: &mut [Found]) {
    for act in 0..found.len() {
        let sentence = found[act].sentence;
        let issued = found[act].number.is_some() && found[act].subject.is_none() && !found[act].inner;
        if !issued || !is_issued_on_grounds(&reading.text[sentence.start..lead_start(&found[act]).max(sentence.start)])
        {
            continue;
        }
        // More grounds than these stand in no sentence.
        let grounds = found[..act].iter_mut().rev().take(40);
        for ground in grounds.take_while(|ground| ground.sentence.start == sentence.start) {
            if ground.subject.is_none() && matches!(ground.relation, Relation::Implements | Relation::Basis) {
                ground.subject = Some(act);
            }
        }
    }
}

/// The words of a sentence up to an act: grounds, and an organ that has issued it.
fn is_issued_on_grounds(words: &str) -> bool {
    const GROUNDS: [&str; 7] = ["Thực hiện ", "Căn cứ ", "Để ", "Triển khai ", "Theo ", "Nhằm ", "Thi hành "];
    let mut before = behind(words, words.len());
    let verb = before.next().is_some_and(|t| t.is("hành")) && before.next().is_some_and(|t| t.is("ban"));
    let denied = |t: &Token<'_>| ["chưa", "không", "sẽ", "phải", "khi"].iter().any(|word| t.is(word));
    let one = GROUNDS.iter().any(|ground| words.starts_with(ground)) && !words.contains(';');
    verb && !before.take(2).any(|t| denied(&t)) && one
}

fn is_article(reading: &Reading<'_>) -> bool {
    reading.document.kind.as_deref() == Some("Bài viết")
}

/// The same count; and the same symbol where both have one.
fn is_same(number: &Number, reported: &Number) -> bool {
    number.count == reported.count && (number.organ.is_none() || number.organ == reported.organ)
}

/// "căn cứ Kế hoạch 22/KH-TLĐ": the whole paper as a ground, not a rule that the article quotes.
fn is_ground(reading: &Reading<'_>, found: &Found) -> bool {
    let cue = found.cue.map(|cue| reading.text[cue.range()].to_lowercase());
    let rest = reading.text[found.after_issuer.max(found.span.end)..].trim_start_matches(is_gap);
    let paper = found.number.is_some() && found.provision.is_none();
    cue.as_deref() == Some("căn cứ") && paper && !rest.starts_with("quy định")
}
