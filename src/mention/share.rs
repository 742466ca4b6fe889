//! What the members of a list share: the issuer and the day that one of them bears for all.

use super::issuer::after_same_day;
use super::words::{Token, ahead, forward};
use super::{Found, Reading};
use crate::date::PartialDate;
use crate::vocabulary::Class;

/// Members of a list joined by commas and "và" share the issuer and date that stand at its end.
pub(super) fn share(reading: &Reading<'_>, found: &mut [Found]) {
    for index in (1..found.len()).rev() {
        let (left, right) = found.split_at_mut(index);
        let (last, this) = (&mut left[index - 1], &right[0]);
        if last.inner
            || this.inner
            || last.span.end > this.span.start
            || this.class == Some(Class::Oral)
            || last.class == Some(Class::Oral)
        {
            continue;
        }
        if last.shares_date && last.date.is_none() && may_bear(last, this.date) {
            last.date = this.date;
        }
        let part = this
            .provision
            .filter(|p| p.end <= this.span.start && p.start >= last.span.end)
            .map_or(this.span.start, |p| p.start);
        let joint = &reading.text[last.span.end..part];
        const JOINTS: [&str; 12] = [",", ";", "và", "các", "số", "thay", "thế", "bãi", "bỏ", "tại", "hoặc", "đến"];
        let plain = joint.len() < 40
            && ahead(joint, 0).take(8).all(|t| JOINTS.iter().any(|word| t.is(word)))
            && (!joint.contains(';') || part < this.span.start || same_symbol(last, this) && !is_centre(this));
        // "số A, số B và số C ngày …": one date for a list without kind words.
        let dateless = last.date.is_none() && last.number.is_some() && may_bear(last, this.date);
        let words = || reading.text[this.span.range()].split_whitespace().map(|word| word.trim_start_matches('('));
        let same_day = || words().zip(words().skip(1)).any(|pair| pair == ("cùng", "ngày"));
        if plain && (!this.has_kind_word || same_day() || is_next(last, this)) && dateless && same_series(last, this) {
            last.date = this.date;
        }
        if !plain || last.number.is_none() || this.number.is_none() {
            continue;
        }
        if last.issuer.is_none() && this.issuer.is_some_and(|i| i.start != i.end) && same_organ(last, this) {
            last.issuer = this.issuer;
            last.term = this.term.clone();
            last.issuer_shared = true;
        }
    }
    // "Quy định số A, ngày 12/01/2018 và Quy định số B cùng ngày": the day of the paper named last.
    for index in 1..found.len() {
        let (left, right) = found.split_at_mut(index);
        let this = &mut right[0];
        if this.date.is_none() && after_same_day(reading.text, this.span.end).is_some() {
            let near = |f: &&Found| f.number.is_some() && !f.inner && f.span.end + 300 > this.span.start;
            let day = left.iter().rev().find(|f| near(f)).and_then(|f| f.date).filter(|date| date.is_full());
            this.date = day.filter(|date| may_bear(this, Some(*date)));
        }
    }
    // Proposals by one body listed after its name: "… tại các Tờ trình: Số A, số B".
    for index in 1..found.len() {
        let (left, right) = found.split_at_mut(index);
        let this = &mut right[0];
        // The laws in the title of a member and the plans that it issues are none themselves.
        let law = |f: &&Found| f.kind.as_deref().is_some_and(|kind| kind.contains("uật"));
        let nested = |f: &&Found| f.number.is_none() && (law(f) || f.rule == "issued-by-act");
        if this.inner || this.issuer.is_some() {
            continue;
        }
        let Some(last) = left.iter().rev().find(|f| !nested(f)) else { continue };
        let named = last.issuer.is_some_and(|i| i.end <= last.span.start);
        if !named || last.inner || last.span.end > this.span.start {
            continue;
        }
        let joint = forward(reading.text, last.span.end, 6);
        let between: Vec<&Token<'_>> = joint.iter().take_while(|t| t.start < this.span.start).collect();
        let plain =
            between.len() < 6 && between.iter().all(|t| t.text == "," || t.text == ";" || t.is("và") || t.is("các"));
        let headless = !this.has_kind_word || last.head.is_some();
        let titled = !plain && this.head.is_none() && !this.has_kind_word && last.head.is_some();
        if plain && (headless || proposals(last, this)) || titled {
            this.issuer = last.issuer;
            this.head = this.head.or(last.head);
        }
    }
}

/// Tờ trình and Báo cáo of one proposal come from one body.
fn proposals(last: &Found, this: &Found) -> bool {
    let kind = |f: &Found| matches!(f.kind.as_deref(), Some("Tờ trình" | "Báo cáo" | "Công văn"));
    let numbered = last.number.as_ref().is_some_and(|n| n.organ.is_some());
    kind(last) && kind(this) && numbered && same_organ(last, this)
}

/// A number with its year printed bears no date of another year.
fn may_bear(found: &Found, date: Option<PartialDate>) -> bool {
    let printed = found.number.as_ref().and_then(|n| n.year);
    printed.is_none_or(|year| date.is_none_or(|date| date.year_number() == year))
}

/// Two numbers of one organ, whichever of its units drafted them: `KH-UBND` and `UBND-VHXH`.
fn same_organ(a: &Found, b: &Found) -> bool {
    let organ = |f: &Found| Some(f.number.as_ref()?.organ.as_deref()?.split('-').next()?.to_owned());
    match (organ(a), organ(b)) {
        (None, None) => a.kind == b.kind,
        (a, b) => a == b,
    }
}

/// A kind word and a number of the Party's centre, where three bodies write in one series: behind a semicolon each has its own.
fn is_centre(found: &Found) -> bool {
    found.has_kind_word && found.number.as_ref().is_some_and(|number| number.organ.as_deref() == Some("TW"))
}

/// Two numbers with the symbol of one organ.
fn same_symbol(a: &Found, b: &Found) -> bool {
    let organ = |f: &Found| f.number.as_ref().and_then(|n| n.organ.clone());
    organ(a).is_some() && organ(a) == organ(b)
}

/// "Quyết định số 217-QĐ/TW và Quyết định số 218-QĐ/TW ngày …": two numbers in a row, of one kind and with the same form, were given
/// on one day.
fn is_next(last: &Found, this: &Found) -> bool {
    let count = |f: &Found| f.number.as_ref()?.count.parse::<u32>().ok();
    let kind = |f: &Found| f.number.as_ref().and_then(|number| number.kind.clone());
    let next = count(last).zip(count(this)).is_some_and(|(last, this)| last + 1 == this);
    next && last.kind == this.kind && kind(last) == kind(this)
}

/// Two numbers of one organ, or counts without symbol.
fn same_series(a: &Found, b: &Found) -> bool {
    let organ = |f: &Found| f.number.as_ref().and_then(|n| n.organ.clone());
    organ(a) == organ(b)
}
