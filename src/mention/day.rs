//! The day of a mention where that stands at the head of the sentence or behind the issuer and not beside the number, and the year
//! beside it that is another's.

use super::relation::lead_start;
use super::scan::NumberHit;
use super::words::{Token, ahead, backward, behind, forward};
use super::{Found, Reading};
use crate::date::{self, PartialDate};
use crate::number::Family;
use crate::vocabulary::Zone;

/// "Ngày 26/4/2013, Tỉnh ủy đã ban hành Quyết định số 22 …": the day of the first document that is said to be issued. A date
/// of its own goes before.
pub(super) fn told_before(reading: &Reading<'_>, found: &[Found], index: usize) -> Option<PartialDate> {
    let this = &found[index];
    if this.date.is_some() || this.number.is_none() || this.inner || this.subject.is_some() {
        return None;
    }
    let (start, end) = (this.sentence.start, lead_start(this));
    let words = reading.text.get(start..end).filter(|words| words.starts_with("Ngày "))?;
    let first = index.checked_sub(1).is_none_or(|before| found[before].span.end <= start);
    if !first || !is_issued(words) {
        return None;
    }
    let (day, after) = date::read(reading.text, start)?;
    let between = forward(reading.text.get(after..end)?, 0, 40);
    let plain = |t: &Token<'_>| !matches!(t.text, ";" | "." | ":" | "(" | "“") && !t.is("ngày");
    let clause = between.first().is_some_and(|t| t.text == ",") && between.len() < 40 && between.iter().all(plain);
    (clause && day.is_full()).then_some(day)
}

/// The words end with "ban hành", "ký" or "có".
fn is_issued(words: &str) -> bool {
    let mut before = behind(words, words.len());
    let Some(last) = before.next() else { return false };
    last.is("ký") || last.is("có") || last.is("hành") && before.next().is_some_and(|t| t.is("ban"))
}

/// "X năm 2025 ban hành ngày 21/7/2025", "Công văn X đề ngày …", "… ký ngày …": the fuller date of the same year.
pub(super) fn later_date(reading: &Reading<'_>, found: &mut Found) {
    let after = found.after_issuer.max(found.span.end);
    if matches!(found.rule, "charter" | "law-by-name" | "new-law-by-name" | "amending-law") && found.date.is_none() {
        found.date = adopted(reading, after);
    }
    if found.rule == "charter" || found.date.is_some_and(PartialDate::is_full) {
        return;
    }
    let verb = |first: Token<'_>| ["ban", "thông", "đề", "ký"].iter().any(|verb| first.is(verb));
    if !ahead(reading.text, after).next().is_some_and(verb) {
        return;
    }
    let tokens = forward(reading.text, after, 3);
    let is = |at: usize, word: &str| tokens.get(at).is_some_and(|t| t.is(word) && t.lines <= 1);
    let two = is(0, "ban") && is(1, "hành") || is(0, "thông") && is(1, "qua");
    let verb = if two { 2 } else { usize::from(is(0, "đề") || is(0, "ký")) };
    if verb > 0 && is(verb, "ngày") {
        let (date, _) = super::numbered::trailing_date(reading.text, tokens[verb - 1].end);
        if let Some(date) = date.filter(|d| found.date.is_none_or(|own| own.agrees_with(*d))) {
            found.date = Some(date);
        }
    }
}

/// "Điều lệ Đoàn do Đại hội đại biểu toàn quốc lần thứ X của Đoàn thông qua ngày 12/12/2012", "Luật X đã được Quốc hội thông qua
/// ngày 30 tháng 6 năm 1983": the day behind a charter or a law.
fn adopted(reading: &Reading<'_>, after: usize) -> Option<PartialDate> {
    let text = reading.text;
    let mut tokens = ahead(text, after).skip_while(|t| t.is("đã"));
    let opens = |t: &Token<'_>| t.is("do") || t.is("được") || t.text == "(";
    tokens.next().filter(opens)?;
    let tokens: Vec<Token<'_>> = tokens.take(24).collect();
    // "… được Quốc hội khóa XI, kỳ họp thứ 4 thông qua ngày …"
    let clause = tokens.iter().take_while(|t| !matches!(t.text, ";" | "." | ":"));
    let words: Vec<&Token<'_>> = clause.collect();
    let at = words.windows(3).position(|w| w[0].is("thông") && w[1].is("qua") && w[2].is("ngày"))?;
    // "… được sửa đổi bởi Luật B thông qua ngày", "… và Luật B được thông qua ngày": the day of the other.
    let other = |t: &&Token<'_>| reading.kind_at(t.start).is_some();
    if words[..at].iter().any(other) {
        return None;
    }
    super::numbered::trailing_date(text, words[at + 1].end).0
}

/// "Kế hoạch thực hiện Chỉ thị số 05-CT/TW năm 2021": in a title or behind the plan the year of the work, where the table of
/// acts or this paper has the number with another day and none of that year.
pub(super) fn is_of_work(reading: &Reading<'_>, hit: &NumberHit, start: usize, date: Option<PartialDate>) -> bool {
    let Some(year) = date.filter(|date| !date.has_month() && hit.number.year.is_none()) else { return false };
    if reading.document.zone(hit.span.start) != Zone::Title && !is_planned(reading, start) {
        return false;
    }
    let acts = reading.lexicon.acts.by_number(&hit.number.text);
    // Other series begin anew each year, and so does what bears their numbers.
    if acts.is_empty() && hit.number.family != Family::Party {
        return false;
    }
    // So many numbers on either side are looked at, and no more: the cost stays linear.
    const NEAR: usize = 100;
    let numbers = &reading.scan.numbers;
    let at = numbers.partition_point(|other| other.span.start < hit.span.start);
    let near = &numbers[at.saturating_sub(NEAR)..numbers.len().min(at + NEAR)];
    let same = near.iter().filter(|other| other.number.text == hit.number.text);
    let told = same
        .filter_map(|other| super::numbered::trailing_date(reading.text, other.span.end).0)
        .filter(|date| date.is_full());
    let days: Vec<PartialDate> = acts.iter().map(|act| act.date).chain(told).collect();
    !days.is_empty() && days.iter().all(|day| day.year_number() < year.year_number())
}

/// "Kế hoạch thực hiện", "Báo cáo kết quả triển khai" right before a mention: the work goes on for years.
fn is_planned(reading: &Reading<'_>, start: usize) -> bool {
    const PLANS: [&str; 5] = ["Kế hoạch", "Chương trình", "Chương trình hành động", "Báo cáo", "Hướng dẫn"];
    let [second, first] = &backward(reading.text, start, 2)[..] else { return false };
    let verb = second.is("hiện") && first.is("thực") || second.is("khai") && first.is("triển");
    let plan = || reading.kind_before(first.start).filter(|kind| PLANS.contains(&kind.kind.name.as_str()));
    verb && plan().is_some_and(|plan| {
        let between = forward(&reading.text[plan.span.end..first.start], 0, 8);
        between.len() < 8 && between.iter().all(Token::is_word)
    })
}
