//! A mention in a list: beside which of the earlier ones it stands.

use super::relation::Link;
use super::tail::Tail;
use super::words::Token;
use super::{Found, Reading};
use crate::vocabulary::Relation;

/// A mention behind a mark of a list, "và" or a colon: it stands beside an earlier one.
pub(super) fn listed(
    reading: &Reading<'_>,
    found: &[Found],
    index: usize,
    p: usize,
    outer: usize,
    tokens: &[Token<'_>],
    tail: &Tail,
) -> Link {
    let (this, previous) = (&found[index], &found[p]);
    let beside = |other: usize| Link::beside(&found[other]);
    // "phê duyệt Chương trình … và Kế hoạch số …": what an act issues has no number; what has one stands beside the act.
    let issued = previous.fixed == Some(Relation::Promulgates) && this.number.is_some();
    if let Some(act) = previous.subject.filter(|_| issued) {
        return beside(act);
    }
    let plain = tokens
        .iter()
        .take(8)
        .all(|t| !t.is_word() || t.is("và") || t.is("các") || t.is("hoặc") || t.is("đến") || t.is("số"));
    // "Thực hiện Chỉ thị số …, Huyện ủy đã ban hành các văn bản sau: Kế hoạch số …": a clause of its own.
    if tail.colon && (reading.clause_in(tokens) || tokens.windows(2).any(|w| w[0].is("ban") && w[1].is("hành"))) {
        return Link { relation: Relation::Cites, subject: None, cue: None };
    }
    if tail.semicolon {
        return beside(outer);
    }
    // "Quy định số A về “Thi hành Điều lệ Đảng”, Hướng dẫn số B": behind the mark that closes the title, and behind the charter
    // that the title names, stands the next of the list.
    let quoted = tokens.first().is_some_and(|t| matches!(t.text, "”" | "\"" | "»"));
    let titled = quoted || previous.rule == "charter" && this.number.is_some();
    if titled && previous.subject == Some(outer) {
        return beside(outer);
    }
    // "Xét Tờ trình A về … theo Quyết định B và Tờ trình C": C stands beside A.
    let returns = previous.subject == Some(outer) && this.kind != previous.kind && this.kind == found[outer].kind;
    if returns && outer < p {
        return beside(outer);
    }
    let above = previous.subject.filter(|_| previous.relation == Relation::Guides);
    if above.is_some_and(|act| stands_no_higher(reading, this, &found[act])) {
        return beside(outer);
    }
    if plain || previous.subject.is_none() {
        return beside(p);
    }
    let alike = previous.kind == this.kind && previous.number.is_some() == this.number.is_some();
    if alike { beside(p) } else { beside(outer) }
}

/// No decree guides a circular, and no circular another: what an act guides ranks above it. A decree guides what the assembly
/// and its committee passed.
fn stands_no_higher(reading: &Reading<'_>, this: &Found, act: &Found) -> bool {
    if act.kind.as_deref() == Some("Nghị định") && this.kind.as_deref() == Some("Quyết định") {
        return true;
    }
    let rank = |found: &Found| reading.lexicon.kinds.by_name(found.kind.as_deref()?)?.rank;
    rank(this).zip(rank(act)).is_some_and(|(this, act)| this >= act)
}
