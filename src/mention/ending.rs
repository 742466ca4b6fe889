//! Relations that words behind a mention decide: the act that issued a plan named before it, and what "hết hiệu lực" ends.

use super::words::ahead;
use super::{Found, Reading};
use crate::text::Span;
use crate::vocabulary::Relation;

/// "Chiến lược … được phê duyệt tại Quyết định …": the subject is the act that follows.
pub(super) fn issued_at(found: &mut [Found]) {
    for index in 0..found.len() {
        if found[index].subject_after {
            let act = (index + 1..found.len()).find(|&i| found[i].number.is_some() && !found[i].inner);
            if let Some(act) = act {
                found[index].relation = Relation::Promulgates;
                found[index].subject = Some(act);
                // The act itself stands beside the paper, not beside what it issues.
                if found[act].subject == Some(index) {
                    found[act].subject = None;
                }
            }
        }
    }
}

/// "Nghị quyết số A và Nghị quyết số B hết hiệu lực": the phrase ends the list that it speaks of.
pub(super) fn ended_after(reading: &Reading<'_>, found: &mut [Found]) {
    for index in (0..found.len()).rev() {
        let this = &found[index];
        // A cue above the sentence governs the list, not what the sentence itself says of its first words.
        let passive = |cue: Span| ["được", "bị"].iter().any(|word| reading.text[cue.range()].contains(word));
        // "Quy chế … ban hành kèm theo Quyết định … hết hiệu lực" says nothing of a verb.
        let issued = |cue: Span| reading.text[cue.range()].starts_with("ban hành");
        let governed = this.cue.is_some_and(|cue| cue.end > this.sentence.start && !passive(cue) && !issued(cue));
        if this.relation == Relation::Repeals || this.inner || this.subject.is_some() || governed {
            continue;
        }
        // Past the documents in its own title and what it issues.
        let own = |n: &Found| of(found, n) == Some(index);
        let next = found[index + 1..].iter().find(|n| n.span.start >= this.span.end && !own(n));
        let stop = next.map_or(this.sentence.end, |n| n.span.start.min(this.sentence.end));
        let last = found[index + 1..].iter().take_while(|n| n.span.start < stop).filter(|n| own(n)).last();
        let begin = last.unwrap_or(this);
        let after = &reading.text[begin.after_issuer.max(begin.span.end).min(stop)..stop];
        let tokens = || ahead(after, 0).take(60);
        let clause = || tokens().take_while(|t| t.text != ";");
        let ends = clause()
            .zip(tokens().skip(1))
            .zip(tokens().skip(2))
            .any(|((first, second), third)| first.is("hết") && second.is("hiệu") && third.is("lực"));
        let listed = next
            .is_some_and(|n| n.relation == Relation::Repeals && n.subject.is_none() && n.sentence == this.sentence)
            && (tokens().all(|t| t.is("và") || matches!(t.text, "," | ";"))
                || amended_by(after)
                || next.is_some_and(|n| n.kind == this.kind) && tokens().last().is_some_and(|t| t.is("và")));
        if ends || listed {
            found[index].relation = Relation::Repeals;
        }
    }
}

/// The document to which a chain of subjects leads.
fn of(found: &[Found], mention: &Found) -> Option<usize> {
    let mut subject = mention.subject?;
    while let Some(next) = found[subject].subject.filter(|next| *next < subject) {
        subject = next;
    }
    Some(subject)
}

/// "Điều 5 Thông tư số … quy định:" with “…” behind it: what is named in a quotation is named by the act whose words are
/// quoted, and the grounds there are that act's. New words that are put into an act are not its own yet.
pub(super) fn quoted(reading: &Reading<'_>, found: &mut [Found]) {
    for act in 0..found.len() {
        if !matches!(found[act].relation, Relation::Cites | Relation::Basis) {
            continue;
        }
        let from = found[act].after_issuer.max(found[act].span.end);
        let to = found.get(act + 1).map_or(from, |next| next.span.start);
        let Some(quotation) = quotation(reading.text, from, to, found[act].sentence.end) else { continue };
        for named in found[act + 1..].iter_mut().take_while(|named| named.span.start < quotation.end) {
            if named.subject.is_none() {
                named.subject = Some(act);
                let recital = named.cue.is_some_and(|cue| reading.text[cue.range()].starts_with("Căn cứ"));
                if recital {
                    named.relation = Relation::Basis;
                }
            }
        }
    }
}

/// The quotation between two bytes that a colon in the sentence before it announces.
fn quotation(text: &str, from: usize, to: usize, sentence: usize) -> Option<Span> {
    /// Characters of a quotation, at most.
    const LONGEST: usize = 8 << 10;
    let between = text.get(from..to)?;
    let colon = between.find(':').filter(|colon| from + colon < sentence)?;
    let behind = between[colon + 1..].trim_start();
    let close = match behind.chars().next()? {
        '“' => '”',
        '"' => '"',
        _ => return None,
    };
    let start = to - behind.len();
    let end = text[start..].char_indices().skip(1).take(LONGEST).find(|(_, c)| *c == close)?.0;
    Some(Span::new(start, start + end))
}

/// "đã được sửa đổi, bổ sung một số điều theo": only the amendment stands between the two.
fn amended_by(text: &str) -> bool {
    const WORDS: [&str; 15] =
        ["đã", "được", "sửa", "đổi", "bổ", "sung", "một", "số", "điều", "khoản", "theo", "bởi", "tại", "và", "lần"];
    let tokens = || ahead(text, 0).take(60);
    tokens().any(|t| t.is("được")) && tokens().all(|t| t.text == "," || WORDS.iter().any(|word| t.is(word)))
}
