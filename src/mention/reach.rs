//! Verbs that do not stand right before a document and reach it all the same: over the other members of a list, over those
//! to whom it is brought.

use super::Reading;
use super::scan::Case;
use super::words::{Keys, Token, backward, forward};
use crate::lexicon::Role;
use crate::text::Span;
use crate::vocabulary::Relation;

/// "Tuyên truyền Công ước CEDAW, Luật …": the verb of a list whose first documents are not read, if nothing but their names
/// stands between.
pub(super) fn list_verb(reading: &Reading<'_>, before: Span) -> Option<(Relation, Span)> {
    let text = &reading.text[before.range()];
    let tokens = forward(text, 0, 60);
    let words = Keys::of(&tokens);
    let cues = &reading.lexicon.cues;
    let opens = |at: usize| at == 0 || matches!(tokens[at - 1].text, ";" | ":" | "." | ")" | "-" | "+");
    let begin = (0..tokens.len()).rev().filter(|at| tokens[*at].is_word()).find(|at| opens(*at))?;
    let marks = tokens[begin..].iter().position(|t| !t.is_word()).map_or(tokens.len(), |at| begin + at);
    let (verb, relation, end) = (begin..marks).rev().find_map(|verb| {
        let (relation, end) = (verb + 1..=marks.min(verb + 5)).rev().find_map(|end| {
            let roles = cues.roles(words.run(verb, end));
            let relation = roles.iter().find_map(|(role, relation)| relation.filter(|_| *role == Role::Object))?;
            Some((relation, end))
        })?;
        Some((verb, relation, end))
    })?;
    // "nghiêm túc", "có hiệu quả": how it is done.
    let kind = |at: &usize| reading.kind_at(before.start + tokens[*at].start).is_some();
    let manner = (end..tokens.len()).find(kind).and_then(|first| {
        let last = (end..first).rev().find(|&at| !tokens[at].is("các") && !tokens[at].is("những"))? + 1;
        cues.roles(words.run(end, last)).iter().any(|(role, _)| *role == Role::Glue).then_some(last)
    });
    let end = manner.unwrap_or(end);
    // Each member begins with a kind word in capitals, and no verb stands among them; the first behind a verb inside the
    // clause ("kết quả thực hiện nghị quyết đại hội các cấp, …") may be a kind in small letters.
    let mut members = tokens[end..].split(|t| t.text == ",").filter(|member| !member.is_empty());
    let named = |member: &[Token<'_>], small: bool| {
        let first = member.iter().find(|t| !t.is("các") && !t.is("và"));
        let kind = first.and_then(|t| reading.kind_at(before.start + t.start));
        kind.is_some_and(|hit| small || hit.case == Case::Capital)
            && !member.iter().any(|t| t.is("tại") || t.is("theo") || t.is("được"))
    };
    let all_named = members.next().is_some_and(|first| named(first, verb > begin)) && members.all(|m| named(m, false));
    (relation == Relation::Implements && all_named)
        .then(|| (relation, Span::new(before.start + tokens[verb].start, before.start + tokens[end - 1].end)))
}

/// Verbs of bringing a document to people.
const SPREAD: [(&str, &str); 5] =
    [("quán", "triệt"), ("tuyên", "truyền"), ("phổ", "biến"), ("học", "tập"), ("triển", "khai")];

/// "tuyên truyền, quán triệt đến đoàn viên Kết luận số …": those to whom it is brought stand between verb and object.
pub(super) fn spread_to(reading: &Reading<'_>, before: Span) -> Option<Span> {
    let text = &reading.text[before.range()];
    let mut tokens = backward(text, text.len(), 22);
    tokens.reverse();
    let start = tokens.iter().rposition(|t| matches!(t.text, ";" | "." | ":" | "”")).map_or(0, |at| at + 1);
    let clause = &tokens[start..];
    let verb = clause.windows(3).rposition(|w| {
        ["đến", "tới", "cho", "trong"].iter().any(|word| w[2].is(word))
            && SPREAD.iter().any(|(first, second)| w[0].is(first) && w[1].is(second))
    })?;
    let plain =
        !clause[verb + 3..].iter().any(|t| ["về", "theo", "tại", "của", "và", "các"].iter().any(|word| t.is(word)));
    plain.then(|| Span::new(before.start + clause[verb].start, before.start + clause[verb + 1].end))
}
