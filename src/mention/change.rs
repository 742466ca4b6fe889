//! What is done to a document by way of a part of it: of its words, of a rule that it lays down, of a regulation that it
//! issued.

use super::scan::Case;
use super::sentence::{Opening, heading_cue};
use super::tail::Tail;
use super::words::{Keys, Token, ahead, forward};
use super::{Found, Reading};
use crate::lexicon::Role;
use crate::text::Span;
use crate::text::fold::fold;
use crate::vocabulary::Relation;

/// What changes an act: its words, its being in force.
pub(super) fn is_change(relation: Relation) -> bool {
    use Relation::{Amends, Corrects, Repeals, Replaces, Suspends};
    matches!(relation, Amends | Corrects | Repeals | Replaces | Suspends)
}

/// What this paper does to the document that a word like "tại" or "theo" points at, by way of a part of it. `before` is what
/// stands before the document in its sentence, `behind` what follows.
pub(super) fn of_part(
    reading: &Reading<'_>,
    before: Span,
    behind: &str,
    tail: &Tail,
    opening: &Opening,
) -> Option<Relation> {
    if tail.issued {
        return of_regulation(reading, before);
    }
    let text = &reading.text[before.range()];
    if changes_words(text) || !tail.according && this_paper_changes(text) {
        return Some(Relation::Amends);
    }
    // "Sửa đổi mức phạt quy định tại Điều 24 Nghị định … như sau": the new rule follows.
    let amends = opening.cue.is_some_and(|(relation, _)| relation == Relation::Amends);
    (tail.prescribed && amends && says_as_follows(behind)).then_some(Relation::Amends)
}

/// "thay thế Quy chế … ban hành kèm theo Quyết định số …": what is done to the regulation is done to the act that issued it.
fn of_regulation(reading: &Reading<'_>, before: Span) -> Option<Relation> {
    // What stands behind a colon or in a quotation is another matter, but for "thay thế: Quy chế …".
    let text = &reading.text[before.range()];
    // "một số điều của “Quy định …” (": the marks stand around the regulation.
    let named = |at: &usize| text[..*at].trim_end().ends_with("của") && text[*at..].contains('”');
    let mark = text.rfind([':', '“']).filter(|at| !(text[*at..].starts_with('“') && named(at)));
    let clause = Span::new(mark.map_or(before.start, |at| before.start + at), before.end);
    let verb = heading_cue(reading, clause).or_else(|| {
        let colon = mark.filter(|at| text[*at..].starts_with(':'))?;
        let (relation, cue) = heading_cue(reading, Span::new(before.start, before.start + colon))?;
        reading.text[cue.end..before.start + colon].trim().is_empty().then_some((relation, cue))
    });
    // "Hội đồng nhân dân ban hành Nghị quyết sửa đổi một số điều của Quy định kèm theo Nghị quyết số …": the title of the paper itself.
    let own = || {
        let kinds = &reading.scan.kinds[..reading.scan.kinds.partition_point(|hit| hit.span.start < before.end)];
        let near = kinds.iter().rev().take(8).take_while(|hit| hit.span.start >= clause.start);
        let own = near.filter(|hit| Some(hit.kind.name.as_str()) == reading.document.kind.as_deref()).last()?;
        let issues = reading.text[clause.start..own.span.start].trim_end().ends_with("ban hành");
        heading_cue(reading, Span::new(own.span.end, before.end)).filter(|_| issues)
    };
    verb.or_else(own).map(|(relation, _)| relation).filter(|relation| is_change(*relation))
}

/// "Căn cứ Quy chế … ban hành kèm theo Quyết định số …": the regulation right behind the verb is named by the act that issued it, and
/// the verb governs the act. What is done under "Theo" only points.
pub(super) fn by_way_of_regulation(reading: &Reading<'_>, before: Span, opening: &Opening) -> Option<(Relation, Span)> {
    let recital = |relation: Relation| matches!(relation, Relation::Basis | Relation::Implements);
    let (relation, cue) = opening.cue.filter(|(relation, _)| recital(*relation))?;
    let noun = ahead(reading.text, cue.end).find(|t| !t.is("các"))?;
    let kind = reading.kind_at(noun.start).filter(|kind| kind.span.end <= before.end)?;
    let named = kind.kind.promulgated && kind.case != Case::Small;
    let theo = reading.text[cue.range()].to_lowercase().ends_with("theo");
    let clause = &reading.text[noun.start..before.end];
    (named && !theo && !clause.contains([';', ':', '“', ',', '('])).then_some((relation, cue))
}

/// "dự thảo Nghị quyết sửa đổi, bổ sung một số điều của": what the draft does that this paper is, in the proposal on which it was passed.
/// `gap` is what stands between the proposal and the mention.
pub(super) fn by_own_draft(reading: &Reading<'_>, tokens: &[Token<'_>], gap: Span) -> Option<(Relation, Span)> {
    let kind = reading.document.kind.as_deref()?;
    let draft = tokens.windows(2).position(|pair| pair[0].is("dự") && pair[1].is("thảo"))?;
    let noun = tokens.get(draft + 2)?;
    let hit = reading.kind_at(gap.start + noun.start).filter(|hit| hit.kind.name == kind && hit.span.end <= gap.end)?;
    if tokens[draft..].iter().any(|t| matches!(t.text, ";" | ":")) {
        return None;
    }
    heading_cue(reading, Span::new(hit.span.end, gap.end)).filter(|(relation, _)| is_change(*relation))
}

/// "Thông qua nội dung Tờ trình số …", "Tán thành Báo cáo số …": an assembly agrees with what it was given to decide.
pub(super) fn agrees(reading: &Reading<'_>, cue: Span) -> bool {
    let phrase = fold(&reading.text[cue.range()]);
    ["thông qua", "tán thành", "nhất trí", "thống nhất"].iter().any(|verb| phrase.starts_with(verb))
}

/// A paper that asks or tells, and a charter, issue nothing.
pub(super) fn proposes(found: &Found) -> bool {
    matches!(found.kind.as_deref(), Some("Tờ trình" | "Báo cáo" | "Điều lệ"))
}

/// "Thay cụm từ “…” bằng cụm từ “…” tại …": words of an act are changed, and the act with them.
fn changes_words(text: &str) -> bool {
    let mut tokens = ahead(text, 0);
    let verb = tokens.next().is_some_and(|t| ["thay", "bỏ", "bãi", "hủy", "bổ", "sửa"].iter().any(|verb| t.is(verb)));
    verb && {
        let near: Vec<Token<'_>> = tokens.take(8).collect();
        let words = |t: &Token<'_>| t.is("từ") || t.is("chữ");
        near.windows(2).any(|w| words(&w[0]) && matches!(w[1].text, "“" | "\"" | "\'"))
    }
}

/// "Kế hoạch này điều chỉnh thời gian nêu tại …": what the paper changes is a part of the document.
fn this_paper_changes(text: &str) -> bool {
    if !text.contains("này ") {
        return false;
    }
    let tokens = forward(text, 0, 30);
    const CHANGES: [(&str, &str); 3] = [("sửa", "đổi"), ("điều", "chỉnh"), ("bổ", "sung")];
    let this = |w: &[Token<'_>]| w[0].is("này") && CHANGES.iter().any(|(a, b)| w[1].is(a) && w[2].is(b));
    tokens.windows(3).any(this) && !tokens.iter().any(|t| t.is("theo"))
}

fn says_as_follows(text: &str) -> bool {
    let mut words = ahead(text, 0);
    words.next().is_some_and(|t| t.is("như")) && words.next().is_some_and(|t| t.is("sau"))
}

/// What an earlier document does in its title to one that only a word like "kèm theo" or "trong" points at: "… sửa đổi một số
/// điều của Quy chế … ban hành kèm theo", "… bổ sung một số điểm trong". `gap` is what stands between the two, from byte
/// `offset` on.
pub(super) fn in_title(
    reading: &Reading<'_>,
    gap: &[Token<'_>],
    offset: usize,
    tail: &Tail,
) -> Option<(Relation, Span)> {
    let (.., pointer) = tail.cue?;
    let first = gap.iter().position(|t| t.text != "," && !t.is("về") && !t.is("việc"))?;
    let rest = &gap[first..];
    let head = rest.len().min(10);
    let words = Keys::of(&rest[..head]);
    let (length, relation) = (1..=head).rev().filter(|length| rest[length - 1].is_word()).find_map(|length| {
        let roles = reading.lexicon.cues.roles(words.run(0, length));
        let relation = roles.iter().find_map(|(role, relation)| relation.filter(|_| *role == Role::Object))?;
        Some((length, relation)).filter(|_| is_change(relation) || relation == Relation::Guides)
    })?;
    let between: Vec<&Token<'_>> = rest[length..].iter().take_while(|t| offset + t.start < pointer.start).collect();
    let part = |t: &[&Token<'_>]| t.len() <= 4 && t.len() > 1 && t[0].is("một") && t[1].is("số");
    let regulation = tail.issued && !between.iter().any(|t| matches!(t.text, ":" | "“" | ";"));
    let cue = Span::new(offset + rest[0].start, offset + rest[length - 1].end);
    (regulation || is_change(relation) && part(&between)).then_some((relation, cue))
}

/// What is done to a document is done to the regulation that it issued.
pub(super) fn by_regulation(reading: &Reading<'_>, found: &Found) -> bool {
    is_change(found.relation) && found.cue.is_some_and(|cue| is_issue(reading, cue))
}

/// The cue only says that the document issued what stands before it: "ban hành kèm theo".
pub(super) fn is_issue(reading: &Reading<'_>, cue: Span) -> bool {
    reading.text[cue.range()].starts_with("ban hành")
}

/// "và Quy chế … ban hành kèm theo": the regulation stands beside the document before it, under the same verb.
pub(super) fn names_regulation_beside(gap: &[Token<'_>], tail: &Tail) -> bool {
    let [first, second, ..] = gap else { return false };
    tail.issued
        && (first.is("và") || matches!(first.text, "," | ";"))
        && second.text.starts_with(char::is_uppercase)
        && !gap[1..].iter().any(|t| matches!(t.text, ":" | "“" | ";" | "("))
}

/// "; Quy chế … (ban hành theo": the same where a bracket tells what issued it. `offset` is the byte where the gap begins.
pub(super) fn names_regulation_in_bracket(
    reading: &Reading<'_>,
    gap: &[Token<'_>],
    offset: usize,
    tail: &Tail,
) -> bool {
    let [first, second, ..] = gap else { return false };
    let joined = first.is("và") || matches!(first.text, "," | ";");
    let kind = || {
        reading.kind_at(offset + second.start).is_some_and(|kind| kind.kind.promulgated && kind.case == Case::Capital)
    };
    let marks = gap[1..].iter().filter(|t| matches!(t.text, ":" | "“" | ";" | "(")).count();
    tail.issued && joined && marks == 1 && kind()
}

/// "có hiệu lực từ ngày …, thay thế", "(có hiệu lực từ …) thay thế": an act is said to take effect, and takes another's place.
pub(super) fn takes_effect(gap: &[Token<'_>]) -> bool {
    let words = if gap.first().is_some_and(|t| matches!(t.text, "(" | ",")) { &gap[1..] } else { gap };
    const PHRASE: [&str; 3] = ["có", "hiệu", "lực"];
    words.len() > 3
        && PHRASE.iter().zip(words).all(|(word, token)| token.is(word))
        && !words.iter().any(|t| matches!(t.text, ";" | "." | ":"))
}
