//! Who does what with the mentioned document: relation and subject, by the nearest cue and its scope.
//!
//! A sentence is read from left to right. The first mention takes the cue that governs it as a direct object, or the word
//! that opens the recital. Later ones stand beside an earlier one (list), inside its title (nested), beside it as its
//! amendment (passive), or have a verb of their own after a break. What only points at a document is `cites`.

use super::change;
use super::gap::{
    begins_with_about, begins_with_and, break_in, is_opener, is_reason, joins_verb, opens_title, points_beside,
    same_verb_again,
};
use super::listed::listed;
use super::nested::{enclosing, nest_inside};
use super::reach::{list_verb, spread_to};
use super::sentence::{Opening, Sentences};
use super::tail::{tail, tail_of};
use super::words::{backward, forward};
use super::{Found, Reading};
use crate::lexicon::Role;
use crate::text::Span;
use crate::vocabulary::{Class, Relation, Zone};

/// Fills relation, subject, cue and sentence of every mention.
pub(super) fn relate(reading: &Reading<'_>, found: &mut [Found]) {
    let mut sentences = Sentences::of(reading);
    let mut state = State::default();
    for index in 0..found.len() {
        let start = lead_start(&found[index]);
        let sentence = sentences.around(start);
        found[index].sentence = sentence.span;
        if let Some(outer) = enclosing(found, index) {
            nest_inside(reading, found, index, outer);
            continue;
        }
        if sentence.span.start != state.sentence {
            state.enter(sentence.span.start);
        }
        // "sửa đổi Quy chế A ban hành kèm theo Quyết định B": what is done to the rules is done to the act that issued them.
        if found[index].subject_after {
            continue;
        }
        let previous =
            state.previous.filter(|&p| found[p].span.end <= start || found[p].span.end <= found[index].span.start);
        let previous = previous.map(|p| before_bracket(reading, found, p, start, state.sentence));
        let link = match previous {
            None => {
                // "Thông tư này thay thế Thông tư số …. Bộ luật Hình sự chỉ áp dụng …": a full stop ends the verb.
                let goes_on = |before: Span| {
                    sentence.paragraph == before && sentence.opening.marked
                        || !sentence.begins_anew && sentence.is_below(reading.text, before)
                };
                let list = state.list.filter(|(before, ..)| goes_on(*before));
                let list = list.map(|(_, relation, cue)| (relation, cue));
                first(reading, found, index, &sentence.opening, sentence.inherited, list)
            }
            Some(p) => later(reading, found, index, p, &state, &sentence.opening),
        };
        // "Theo Đề án A ban hành kèm theo Quyết định B": what the recital rests on is the scheme.
        let issued = index > 0 && found[index - 1].subject_after && link.relation == Relation::Basis;
        let by_scheme =
            issued && link.cue.is_some_and(|cue| reading.text[cue.range()].to_lowercase().ends_with("theo"));
        let link = if by_scheme { Link { relation: Relation::Cites, ..link } } else { link };
        // What a reason names is not what the verb before it governs, and the list below goes on with the verb.
        let beside = state.reasons && link.relation == Relation::Cites && link.cue.is_none() && link.subject.is_none();
        let reason = beside || is_reason(reading, sentence.span.start, start);
        let link = if reason { Link { relation: Relation::Cites, subject: None, cue: None } } else { link };
        state.reasons = reason;
        let this = &mut found[index];
        this.relation = link.relation;
        this.subject = link.subject;
        this.cue = link.cue;
        if this.subject.is_none() && !reason {
            state.outer = Some(index);
            state.list = Some((sentence.paragraph, link.relation, link.cue));
        }
        state.previous = Some(index);
    }
    super::ending::issued_at(found);
    super::ending::issued_for(reading, found);
    super::ending::ended_after(reading, found);
    super::ending::carried_out(reading, found);
    super::quotation::quoted(reading, found);
}

#[derive(Default)]
struct State {
    sentence: usize,
    previous: Option<usize>,
    /// Last mention whose subject is the document itself.
    outer: Option<usize>,
    /// Paragraph, relation and cue of that mention, for lists that run over paragraphs.
    list: Option<(Span, Relation, Option<Span>)>,
    /// The last mention was a reason.
    reasons: bool,
}

impl State {
    fn enter(&mut self, sentence: usize) {
        self.sentence = sentence;
        self.previous = None;
        self.outer = None;
        self.reasons = false;
    }
}

/// Relation, subject (index of the mention) and cue.
#[derive(Clone, Copy)]
pub(super) struct Link {
    pub(super) relation: Relation,
    pub(super) subject: Option<usize>,
    pub(super) cue: Option<Span>,
}

impl Link {
    /// Beside another mention, as members of a list are.
    pub(super) fn beside(other: &Found) -> Self {
        Self { relation: other.relation, subject: other.subject, cue: other.cue }
    }
}

/// "A (căn cứ B) và C": where a bracket was closed since mention `p`, the mention before the bracket is the one that stands
/// beside what follows.
fn before_bracket(reading: &Reading<'_>, found: &[Found], p: usize, start: usize, sentence: usize) -> usize {
    let text = reading.text;
    let between = &text[found[p].span.end.min(start)..start];
    let closes = between.find(')').is_some_and(|at| !between[..at].contains('('));
    if !closes {
        return p;
    }
    let Some(open) = text[sentence..found[p].span.start].rfind('(').map(|at| sentence + at) else { return p };
    let before = |&q: &usize| !found[q].inner && found[q].span.end <= open && found[q].span.start >= sentence;
    (0..p).rev().take(8).find(before).unwrap_or(p)
}

/// Where a mention begins, its provision before it included.
pub(super) fn lead_start(found: &Found) -> usize {
    found.provision.map_or(found.span.start, |p| p.start.min(found.span.start))
}

/// The first mention of a sentence.
fn first(
    reading: &Reading<'_>,
    found: &[Found],
    index: usize,
    opening: &Opening,
    inherited: Option<(Relation, Span)>,
    list: Option<(Relation, Option<Span>)>,
) -> Link {
    let this = &found[index];
    let zone = reading.document.zone(this.span.start);
    let start = lead_start(this);
    let before = Span::new(opening.start.min(start), start);
    if this.class == Some(Class::Oral) && this.kind.as_deref().is_some_and(|k| !k.starts_with("Ý kiến")) {
        return Link { relation: Relation::Cites, subject: None, cue: None };
    }
    let tail = tail(reading, before);
    let consolidated = reading.document.kind.as_deref() == Some("Văn bản hợp nhất") && zone == Zone::Preamble;
    if consolidated && tail.empty && opening.cue.is_none() {
        return Link { relation: Relation::Consolidates, subject: None, cue: None };
    }
    if tail.colon && !tail.empty {
        if let Some((relation, cue)) = opening.cue {
            return Link { relation: settle(relation, zone), subject: None, cue: Some(cue) };
        }
        if let Some((relation, cue)) = super::sentence::heading_cue(reading, before) {
            return Link { relation: settle(relation, zone), subject: None, cue: Some(cue) };
        }
        if let Some((relation, cue)) = inherited {
            return Link { relation, subject: None, cue: Some(cue) };
        }
    }
    if tail.empty {
        if let Some((relation, cue)) = inherited {
            return Link { relation: settle(relation, zone), subject: None, cue: Some(cue) };
        }
        if let Some((relation, cue)) = list.filter(|_| opening.item) {
            return Link { relation, subject: None, cue };
        }
    }
    let recital = matches!(zone, Zone::Preamble | Zone::Title);
    let guide = zone == Zone::Title && reading.document.kind.as_deref() == Some("Hướng dẫn");
    // "HƯỚNG DẪN" / "một số điểm Quy định cụ thể ban hành kèm theo Quyết định số …"
    if guide && tail.issued {
        return Link { relation: Relation::Guides, subject: None, cue: tail.cue.map(|c| c.2) };
    }
    // "HƯỚNG DẪN" / "THI HÀNH ĐIỀU LỆ …": the kind is the verb of its title.
    if let Some((Role::Object, Relation::Implements, cue)) = tail.cue
        && guide
        && reading.text[before.start..cue.start].trim().is_empty()
        && this.number.is_none()
    {
        return Link { relation: Relation::Guides, subject: None, cue: Some(cue) };
    }
    if tail.issued
        && let Some((relation, cue)) = change::by_way_of_regulation(reading, before, opening)
    {
        return Link { relation: settle(relation, zone), subject: None, cue: Some(cue) };
    }
    if let Some((role, relation, cue)) = tail.cue {
        let behind = &reading.text[this.after_issuer.max(this.span.end)..];
        let changed = Some(role)
            .filter(|role| *role == Role::Reference)
            .and_then(|_| change::of_part(reading, before, behind, &tail, opening));
        let own = match role {
            Role::Object if change::agrees(reading, cue) && !change::proposes(this) => Some(Relation::Cites),
            Role::Object if relation == Relation::Promulgates && this.number.is_some() => Some(Relation::Cites),
            Role::Object => Some(settle(relation, zone)),
            Role::Reference if tail.proposed => Some(Relation::Responds),
            Role::Reference if changed.is_some() => changed,
            Role::Reference if tail.directive => Some(Relation::Implements),
            Role::Reference
                if tail.prescribed || tail.according || opening.cue.is_none() || !recital && !opening.changes() =>
            {
                inherited
                    .filter(|(relation, _)| {
                        *relation == Relation::Implements && opening.item && names_instruction(reading, before)
                    })
                    .map(|(relation, _)| relation)
                    .or(Some(Relation::Cites))
            }
            _ => None,
        };
        if let Some(relation) = own {
            let alone_theo = recital && opening.is_theo_before(start, cue);
            let relation = if alone_theo && relation == Relation::Cites { Relation::Basis } else { relation };
            return Link { relation, subject: None, cue: Some(cue) };
        }
    }
    // "Thông qua Tờ trình số …"
    if change::proposes(this)
        && tail.cue.is_none()
        && let [second, first] = backward(reading.text, start, 2)[..]
        && first.is("thông")
        && second.is("qua")
    {
        let cue = Span::new(first.start, second.end);
        return Link { relation: Relation::Responds, subject: None, cue: Some(cue) };
    }
    if tail.separated
        && !tail.colon
        && let Some((relation, cue)) = list_verb(reading, before)
    {
        return Link { relation: settle(relation, zone), subject: None, cue: Some(cue) };
    }
    if tail.cue.is_none()
        && let Some(cue) = spread_to(reading, before)
    {
        return Link { relation: Relation::Implements, subject: None, cue: Some(cue) };
    }
    if let Some((relation, cue)) = opening.cue {
        let direct = recital || !matches!(relation, Relation::Implements | Relation::Basis);
        if direct {
            return Link { relation: settle(relation, zone), subject: None, cue: Some(cue) };
        }
    }
    if guide && tail.part {
        return Link { relation: Relation::Guides, subject: None, cue: tail.cue.map(|c| c.2) };
    }
    Link { relation: Relation::Cites, subject: None, cue: tail.cue.map(|c| c.2) }
}

/// An item that begins with what is carried out: "Ý kiến chỉ đạo của …", "Các quy định tại …".
fn names_instruction(reading: &Reading<'_>, before: Span) -> bool {
    let tokens = forward(&reading.text[before.range()], 0, 2);
    let is = |index: usize, word: &str| tokens.get(index).is_some_and(|t| t.is(word));
    const HEADS: [(&str, &str); 5] = [("ý", "kiến"), ("chỉ", "đạo"), ("kết", "luận"), ("nội", "dung"), ("yêu", "cầu")];
    const OF_PAPERS: [&str; 7] = ["quy", "nội", "nhiệm", "yêu", "chỉ", "ý", "văn"];
    let several = is(0, "các") || is(0, "những");
    several && OF_PAPERS.iter().any(|word| is(1, word))
        || HEADS.iter().any(|(first, second)| is(0, first) && is(1, second))
}

/// "Căn cứ" names grounds in the preamble; in the body it only points.
fn settle(relation: Relation, zone: Zone) -> Relation {
    if relation == Relation::Basis && !matches!(zone, Zone::Preamble | Zone::Title) {
        Relation::Cites
    } else {
        relation
    }
}

/// A mention after another one in the same sentence.
fn later(reading: &Reading<'_>, found: &[Found], index: usize, p: usize, state: &State, opening: &Opening) -> Link {
    let this = &found[index];
    let previous = &found[p];
    let mut left = previous.after_issuer.max(previous.span.end).min(lead_start(this));
    // "A (thay thế B), …": what follows the bracket stands behind A.
    let closed = (p + 1 < index).then(|| reading.text[left..lead_start(this)].rfind(')')).flatten();
    left = closed.map_or(left, |at| left + at + 1);
    // "…; các Nghị quyết của HĐND tỉnh: số A": the list begins with its head.
    let begin = this.head.filter(|head| head.start >= left).map_or(lead_start(this), |head| head.start);
    let gap = Span::new(left, begin);
    let text = &reading.text[gap.range()];
    let tokens = forward(text, 0, usize::MAX);
    let tail = tail_of(reading, &tokens, left);
    let zone = reading.document.zone(this.span.start);
    let beside = |other: usize| Link::beside(&found[other]);
    let outer = state.outer.unwrap_or(p);
    if let Some(relation) = this.fixed.filter(|_| !this.subject_after) {
        let act = if previous.number.is_some() { p } else { nearest_numbered(found, index).unwrap_or(p) };
        return Link { relation, subject: Some(act), cue: tail.cue.map(|c| c.2) };
    }
    // "Xét Tờ trình số … về dự thảo Nghị quyết bãi bỏ Nghị quyết số …": the draft is this paper.
    if change::proposes(previous)
        && zone == Zone::Preamble
        && let Some((relation, cue)) = change::by_own_draft(reading, &tokens, gap)
    {
        return Link { relation, subject: None, cue: Some(cue) };
    }
    // "… Thông tư số … Căn cứ Luật …": a recital begins, though no mark stands before it.
    if let Some((_, relation @ Relation::Basis, cue)) = tail.cue
        && reading.text[cue.start..].starts_with('C')
    {
        return Link { relation: settle(relation, zone), subject: None, cue: Some(cue) };
    }
    if let Some((Role::Passive, relation, cue)) = tail.cue {
        // An act is amended by one of its own kind.
        let amended = (0..=p)
            .rev()
            .take(4)
            .take_while(|&o| found[o].sentence == previous.sentence)
            .find(|&o| found[o].kind == this.kind);
        return passive(&found[amended.unwrap_or(p)], relation, cue);
    }
    if tail.proposed
        && text.ends_with('(')
        && let Some((_, _, cue)) = tail.cue
    {
        return Link { relation: Relation::Responds, subject: None, cue: Some(cue) };
    }
    let open = text.rfind('(').filter(|at| !text[*at..].contains(')'));
    if let Some(at) = open {
        // "thay thế: Quy chế A (ban hành kèm theo …), Quy chế B (ban hành kèm theo …)": one verb for both.
        if tail.issued && change::by_regulation(reading, previous) {
            return beside(p);
        }
        // "Căn cứ A; Quy chế B (ban hành theo Quyết định số …)": the regulation stands beside the paper before it.
        let verbs = matches!(previous.relation, Relation::Basis | Relation::Implements) && previous.subject.is_none();
        let member = &tokens[tokens.iter().rposition(|t| t.text == ";").unwrap_or(0)..];
        if verbs && change::names_regulation_in_bracket(reading, member, left, &tail) {
            return beside(p);
        }
        // "Xét đề nghị của A (Công văn số …), ý kiến của Bộ B (Công văn số …)": each in the bracket behind who says it.
        let mut words = tokens.iter().peekable();
        let bracketed = closed.is_some() || words.next_if(|t| t.text == ")").is_some();
        let joined = words.next().is_some_and(|t| matches!(t.text, "," | ";") || t.is("và"));
        let alone = at + 1 == text.len() && tail.cue.is_none();
        if bracketed && joined && alone && found[outer].relation == Relation::Responds {
            return beside(outer);
        }
        return in_bracket(reading, Span::new(left + at + 1, gap.end), found, p, zone);
    }
    if tail.separated {
        return listed(reading, found, index, p, outer, &tokens, &tail);
    }
    // "…; của Chủ tịch Ủy ban nhân dân thành phố tại Tờ trình …", "và ý kiến của Sở Tài chính tại Công văn …": one more proposal.
    let lead: Vec<String> = tokens.iter().take(3).map(|t| t.text.to_lowercase()).collect();
    let lead: Vec<&str> = lead.iter().map(String::as_str).collect();
    let pointed = matches!(tail.cue, Some((Role::Reference, _, _)));
    if pointed && matches!(lead.as_slice(), [";" | ",", "của", ..]) {
        return beside(p);
    }
    let opinion = matches!(
        lead.as_slice(),
        ["và" | "," | ";", "ý", "kiến"] | ["và" | "," | ";", "đề", "nghị"] | ["và", "của", _]
    );
    // "… tại Tờ trình số A và báo cáo thẩm định của Sở Tư pháp số B": one more paper that the decision rests on.
    let report = tail.cue.is_none() && matches!(lead.as_slice(), ["và" | "," | ";", "báo", "cáo"]);
    if (pointed && opinion || report) && found[outer].relation == Relation::Responds {
        return beside(outer);
    }
    // "… và Giám đốc Sở Nội vụ tại Văn bản số …": another one proposes.
    let another = this.issuer.filter(|issuer| {
        let joined = tokens.first().is_some_and(|t| t.is("và") || matches!(t.text, "," | ";"));
        let first = tokens.get(1).is_some_and(|t| left + t.start == issuer.start);
        joined && first && issuer.end <= this.span.start && reading.text[issuer.end..this.span.start].trim() == "tại"
    });
    if pointed && another.is_some() && found[outer].relation == Relation::Responds {
        return beside(outer);
    }
    // "tại Tờ trình A kèm theo Báo cáo thẩm định B": what comes with a proposal.
    let enclosed = matches!(lead.as_slice(), ["kèm", "theo", ..] | [",", "kèm", "theo"]) && tokens.len() < 4;
    if pointed && enclosed && found[outer].relation == Relation::Responds {
        return beside(outer);
    }
    if tail.proposed
        && let Some((_, _, cue)) = tail.cue
    {
        return Link { relation: settle(Relation::Responds, zone), subject: None, cue: Some(cue) };
    }
    if this.class == Some(Class::Oral) && previous.number.is_some() && !text.contains(';') {
        return Link { relation: Relation::Cites, subject: Some(p), cue: tail.cue.map(|c| c.2) };
    }
    // "… và hướng dẫn tại Công văn số …": what stands there is named beside the document before.
    if (pointed || tail.cue.is_none()) && points_beside(&tokens) {
        return beside(p);
    }
    // "bãi bỏ Quy chế … ban hành kèm theo A; Quy định … ban hành kèm theo B": the next of the list, under the same verb.
    let next = tokens.first().is_some_and(|t| t.text == ";");
    if next && previous.subject.is_none() && change::names_regulation_beside(&tokens, &tail) {
        return beside(p);
    }
    let broken = break_in(reading, &tokens).or_else(|| same_verb_again(reading, previous, &tokens));
    let beyond = closed.is_some() && tokens.first().is_some_and(|t| t.text == ",");
    let titled = broken.is_none() && !beyond && previous.class != Some(Class::Oral) && opens_title(reading, &tokens);
    match tail.cue {
        Some((Role::Object, relation @ (Relation::Replaces | Relation::Repeals), cue))
            if change::takes_effect(&tokens) && !reading.clause_in(&tokens) =>
        {
            // Of an act and the regulation that it issues it is the act.
            let issuing = previous.subject.filter(|_| previous.relation == Relation::Promulgates);
            Link { relation, subject: issuing.or(Some(p)), cue: Some(cue) }
        }
        Some((Role::Object, relation, cue)) => {
            let relation =
                if relation == Relation::Promulgates && this.number.is_some() { Relation::Cites } else { relation };
            // "Căn cứ Hướng dẫn A của Đoàn Chủ tịch, hướng dẫn thi hành Điều lệ": who rests on a paper does not guide in the same
            // breath, the paper does.
            let of_ground = previous.relation == Relation::Basis
                && relation == Relation::Guides
                && tokens.first().is_some_and(|t| t.text == ",")
                && is_opener(&tokens[1..]);
            if of_ground && broken.is_none() {
                return Link { relation, subject: Some(p), cue: Some(cue) };
            }
            if (begins_with_and(&tokens) || joins_verb(&tokens)) && broken.is_none() {
                return Link { relation: settle(relation, zone), subject: previous.subject, cue: Some(cue) };
            }
            // "ban hành Kế hoạch số … nhằm thực hiện …": what the plan is for.
            let purpose = tokens.first().is_some_and(|t| t.is("nhằm") || t.is("để")) && is_opener(&tokens[1..]);
            let subject = if titled || purpose { Some(p) } else { None };
            // "Tờ trình số … về việc phê duyệt Điều lệ": what a proposal asks for it does not issue.
            let asked = subject.is_some() && change::proposes(previous);
            let relation = if asked && relation == Relation::Promulgates { Relation::Cites } else { relation };
            Link {
                relation: if subject.is_some() { relation } else { settle(relation, zone) },
                subject,
                cue: Some(cue),
            }
        }
        Some((role, _, cue)) => {
            if titled && let Some((relation, cue)) = change::in_title(reading, &tokens, left, &tail) {
                return Link { relation, subject: Some(p), cue: Some(cue) };
            }
            if change::names_regulation_beside(&tokens, &tail) && broken.is_none() {
                return beside(p);
            }
            // "…; thực hiện chế độ báo cáo theo Quy định số …" only points, whatever verb opens the clause.
            let governs = |relation: Relation| relation != Relation::Implements || tail.directive;
            if let Some((relation, cue)) =
                opening.later_cue(reading, gap).filter(|(relation, _)| role != Role::Passive && governs(*relation))
            {
                return Link { relation: settle(relation, zone), subject: None, cue: Some(cue) };
            }
            // ", thực hiện nhiệm vụ nêu tại …", "và điều chỉnh tại …": a verb beside the one before, not the title's.
            if joins_verb(&tokens) {
                return Link { relation: Relation::Cites, subject: previous.subject, cue: Some(cue) };
            }
            Link { relation: Relation::Cites, subject: titled.then_some(p), cue: Some(cue) }
        }
        None => {
            if let Some((relation, cue)) = opening.later_cue(reading, gap) {
                return Link { relation: settle(relation, zone), subject: None, cue: Some(cue) };
            }
            Link { relation: Relation::Cites, subject: (titled && begins_with_about(&tokens)).then_some(p), cue: None }
        }
    }
}

/// What an act was amended by stands beside it; what took its place does not.
fn passive(act: &Found, relation: Relation, cue: Span) -> Link {
    let gone = matches!(relation, Relation::Replaces | Relation::Repeals);
    let (relation, subject) = if gone { (Relation::Cites, None) } else { (act.relation, act.subject) };
    Link { relation, subject, cue: Some(cue) }
}

/// "(thay thế Nghị định số 79)", "(được sửa đổi bởi …)", "(Nghị quyết 214/NQ-CP)", "(V/v triển khai Chỉ thị số …)".
fn in_bracket(reading: &Reading<'_>, inside: Span, found: &[Found], p: usize, zone: Zone) -> Link {
    let tail = tail(reading, inside);
    // What is done right behind the bracket, or behind "về" and "V/v", is the subject of the paper before it.
    let titled = |cue: Span| {
        let lead = forward(&reading.text[inside.start..cue.start.max(inside.start)], 0, 4);
        lead.iter().find(|t| t.is_word()).is_none_or(|first| first.is("về") || first.is("v"))
    };
    match tail.cue {
        Some((Role::Passive, relation, cue)) => passive(&found[p], relation, cue),
        Some((Role::Object, relation, cue)) if relation != Relation::Implements || titled(cue) => {
            Link { relation: settle(relation, zone), subject: Some(p), cue: Some(cue) }
        }
        Some((_, _, cue)) => Link { relation: Relation::Cites, subject: None, cue: Some(cue) },
        None => Link { relation: Relation::Cites, subject: None, cue: None },
    }
}

fn nearest_numbered(found: &[Found], index: usize) -> Option<usize> {
    (0..index).rev().find(|&i| found[i].number.is_some())
}
