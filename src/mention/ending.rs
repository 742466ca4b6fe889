//! Relations that words behind a mention decide: the act that issued a plan named before it, what "được triển khai" carries out,
//! and what "hết hiệu lực" ends.

use super::change;
use super::words::{Token, ahead, forward};
use super::{Found, Reading};
use crate::text::{Span, is_dash, is_gap};
use crate::vocabulary::{Class, Relation};

/// "Chiến lược … được phê duyệt tại Quyết định …": the subject is the act that follows.
pub(super) fn issued_at(found: &mut [Found]) {
    let mut next = None;
    for index in (0..found.len()).rev() {
        if let Some(act) = next.filter(|_| found[index].subject_after) {
            found[index].relation = Relation::Promulgates;
            found[index].subject = Some(act);
            // The act itself stands beside the paper, not beside what it issues.
            if found[act].subject == Some(index) {
                found[act].subject = None;
            }
        }
        if found[index].number.is_some() && !found[index].inner {
            next = Some(index);
        }
    }
}

/// "Thực hiện Kết luận A của Ban Bí thư về …, Ban Tuyên giáo ban hành Hướng dẫn B": what opens the sentence is what B carries out, or
/// rests on, for its organ is who acts.
pub(super) fn issued_for(reading: &Reading<'_>, found: &mut [Found]) {
    const VERBS: [&str; 6] = ["đã", "vừa", "ban", "hành", "ký", "có"];
    // Only the verb stands between organ and paper.
    let acts = |act: &Found| {
        let issuer = act.issuer.filter(|issuer| issuer.start < issuer.end && issuer.end <= act.span.start)?;
        let verb: Vec<Token<'_>> = ahead(&reading.text[issuer.end..act.span.start], 0).take(4).collect();
        let plain = verb.len() < 4 && verb.iter().all(|t| VERBS.iter().any(|word| t.is(word)));
        let says = verb.last().is_some_and(|t| t.is("hành") || t.is("có"));
        let comma = reading.text[..issuer.start].trim_end().ends_with(',');
        (act.number.is_some() && !act.inner && plain && says && comma).then_some(issuer.start)
    };
    for act in 0..found.len() {
        let Some(begin) = acts(&found[act]) else { continue };
        let sentence = found[act].sentence;
        // Those under the word that opens the sentence; what stands in their titles keeps its subject.
        let opening =
            |cue: Span| reading.text[sentence.start.min(cue.start)..cue.start].trim_start_matches(is_mark).is_empty();
        let before = (0..act).rev().take(12).take_while(|&at| found[at].sentence == sentence).filter(|&at| {
            let this = &found[at];
            let carried = matches!(this.relation, Relation::Implements | Relation::Basis);
            this.span.end <= begin && this.subject.is_none() && carried && this.cue.is_some_and(opening)
        });
        let before: Vec<usize> = before.collect();
        if before.is_empty() {
            continue;
        }
        before.into_iter().for_each(|at| found[at].subject = Some(act));
        (found[act].relation, found[act].subject) = (Relation::Cites, None);
    }
}

fn is_mark(c: char) -> bool {
    is_gap(c) || is_dash(c)
}

/// "Chỉ thị số 5 được triển khai nghiêm túc", "Luật A và các văn bản hướng dẫn thi hành Luật A được thực hiện thống nhất": what is
/// carried out is the subject of its verb.
pub(super) fn carried_out(reading: &Reading<'_>, found: &mut [Found]) {
    const VERBS: [(&str, &str); 5] =
        [("thực", "hiện"), ("triển", "khai"), ("thi", "hành"), ("quán", "triệt"), ("tuyên", "truyền")];
    let passive = |at: usize, end: usize| {
        let tokens = || ahead(&reading.text[at.min(end)..end], 0).take(60);
        let papers = ["và", "các", "văn", "bản"];
        let listed = tokens().zip(papers).filter(|(t, word)| t.is(word)).count() == papers.len();
        let before = |t: &Token<'_>| !t.is("được") && (t.is_word() || listed && t.text == ",");
        let words = tokens().take(if listed { 60 } else { 6 });
        let mut words = words.skip_while(before).skip_while(|t| t.is("được"));
        let (verb, what) = (words.next()?, words.next()?);
        let by = words.next().is_some_and(|t| ["theo", "tại", "từ", "bởi"].iter().any(|word| t.is(word)));
        let carried = VERBS.iter().any(|(first, second)| verb.is(first) && what.is(second));
        Some(carried && !by)
    };
    for this in found.iter_mut() {
        let free = this.relation == Relation::Cites && this.cue.is_none() && this.subject.is_none();
        if free && !this.inner && this.provision.is_none() && this.class != Some(Class::Oral) {
            let at = this.after_issuer.max(this.span.end);
            if passive(at, this.sentence.end) == Some(true) {
                this.relation = Relation::Implements;
            }
        }
    }
}

/// "Nghị quyết số A và Nghị quyết số B hết hiệu lực": the phrase ends the list that it speaks of.
pub(super) fn ended_after(reading: &Reading<'_>, found: &mut [Found]) {
    let roots = roots(found);
    for index in (0..found.len()).rev() {
        let this = &found[index];
        // A cue above the sentence governs the list, not what the sentence itself says of its first words.
        let passive = |cue: Span| ["được", "bị"].iter().any(|word| reading.text[cue.range()].contains(word));
        // "Quy chế … ban hành kèm theo Quyết định … hết hiệu lực" says nothing of a verb.
        let governs = |cue: Span| cue.end > this.sentence.start && !passive(cue) && !change::is_issue(reading, cue);
        let governed = this.cue.is_some_and(governs);
        if this.relation == Relation::Repeals || this.inner || this.subject.is_some() || governed {
            continue;
        }
        // Past the documents in its own title and what it issues.
        let own = |at: &usize| roots[*at] == index;
        let next = (index + 1..found.len()).find(|at| found[*at].span.start >= this.span.end && !own(at));
        let behind = index + 1..next.unwrap_or(found.len());
        let next = next.map(|at| &found[at]);
        let stop = next.map_or(this.sentence.end, |n| n.span.start.min(this.sentence.end));
        let last = behind.rev().find(|at| own(at) && found[*at].span.start < stop);
        let begin = last.map_or(this, |at| &found[at]);
        let after = &reading.text[begin.after_issuer.max(begin.span.end).min(stop)..stop];
        let tokens = forward(after, 0, 60);
        let clause = tokens.iter().take_while(|t| t.text != ";").count();
        // "Hết hiệu lực toàn bộ" on a line of its own is what a page says of the paper.
        let ends = tokens.windows(3).take(clause).any(|words| {
            let own_line = words[0].lines > 0 && words[0].text == "Hết";
            words[0].is("hết") && !own_line && words[1].is("hiệu") && words[2].is("lực")
        });
        let listed = next
            .is_some_and(|n| n.relation == Relation::Repeals && n.subject.is_none() && n.sentence == this.sentence)
            && (tokens.iter().all(|t| t.is("và") || matches!(t.text, "," | ";"))
                || amended_by(after)
                || next.is_some_and(|n| n.kind == this.kind) && tokens.last().is_some_and(|t| t.is("và")));
        if ends || listed {
            found[index].relation = Relation::Repeals;
        }
    }
}

/// For each mention the one in whose title it stands, at the end of the chain of subjects; itself if it stands in none.
/// A plan leads to the act behind it that issued it, and so to what that act stands in.
fn roots(found: &[Found]) -> Vec<usize> {
    let mut roots: Vec<usize> = (0..found.len()).collect();
    let (after, before): (Vec<_>, Vec<_>) =
        found.iter().enumerate().filter_map(|(at, m)| Some((at, m.subject?))).partition(|(at, subject)| subject > at);
    for (at, subject) in before.into_iter().chain(after) {
        roots[at] = roots[subject];
    }
    roots
}

/// "đã được sửa đổi, bổ sung một số điều theo": only the amendment stands between the two.
fn amended_by(text: &str) -> bool {
    const WORDS: [&str; 15] =
        ["đã", "được", "sửa", "đổi", "bổ", "sung", "một", "số", "điều", "khoản", "theo", "bởi", "tại", "và", "lần"];
    let tokens = || ahead(text, 0).take(60);
    tokens().any(|t| t.is("được")) && tokens().all(|t| t.text == "," || WORDS.iter().any(|word| t.is(word)))
}
