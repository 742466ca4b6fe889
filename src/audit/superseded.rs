//! NG103: a held document rests on an act that had been replaced or repealed.
//!
//! Only with evidence: an edge "thay thế" or "bãi bỏ" of the whole act, from the replacing act's own paper or in another's
//! words, or a row of the table of known acts. Where the table does not say from which day the replacing act applies, a
//! citation counts only when the longest usual wait has passed.

use super::case::is_law;
use super::finding::Place;
use super::{Case, Finding, Said};
use crate::date::PartialDate;
use crate::graph::Node;
use crate::identity::{Key, Memo, named};
use crate::vocabulary::{Relation, Zone};
use chrono::{Months, NaiveDate};
use std::collections::{HashMap, HashSet};

/// How a document lost its force.
struct Change {
    /// The act that took its place, in words.
    by: Said,
    /// Its date of issue.
    on: PartialDate,
    /// The day from which it applies, where the table of known acts tells.
    in_force: Option<PartialDate>,
    relation: Option<Relation>,
    /// Where the collection says so; nothing for the table of known acts.
    place: Option<Place>,
}

/// Months from issue to force that are waited: codes have waited fourteen, decrees and decisions rarely more than three.
const LAWS_WAIT: u32 = 18;
const OTHERS_WAIT: u32 = 6;

/// NG103: one finding for each held document and superseded act that it is based on or implements.
pub(super) fn superseded(case: &Case<'_>) -> Vec<Finding> {
    let changes = changes(case);
    let mut seen = HashSet::new();
    let mut found = Vec::new();
    for reference in case.references {
        let Some(key) = reference.target.key() else { continue };
        let Some(change) = changes.get(key.id()) else { continue };
        let mention = case.mention(reference);
        let relation = case.relation(reference);
        let rests = mention.subject == 0
            && (relation == Relation::Basis && mention.zone == Zone::Preamble || relation == Relation::Implements);
        let (Some((_, from)), true) = (case.citing(reference), rests) else { continue };
        let (Some(own), Some(to)) = (from.date.filter(|date| date.is_full()), case.node_of(key)) else { continue };
        let to = &case.graph.graph[to];
        if own.earliest() < applies(change, to) || !seen.insert((from.id.as_str(), key)) {
            continue;
        }
        found.push(finding(case, from, own, to, change).at_first(case.place(reference)));
    }
    found
}

fn finding(case: &Case<'_>, from: &Node, own: PartialDate, to: &Node, change: &Change) -> Finding {
    let (source, target) = (case.name(from), case.name(to));
    let (vi, en) = match change.relation {
        Some(Relation::Repeals) => ("bị bãi bỏ bởi", "repealed by"),
        _ => ("được thay thế bởi", "replaced by"),
    };
    let finding = Finding::new(Said::new(
        format!("{} dựa vào văn bản đã {vi} {}: {}", source.vietnamese, change.by.vietnamese, target.vietnamese),
        format!("{} rests on a document {en} {}: {}", source.english, change.by.english, target.english),
    ))
    .about(&from.id)
    .namely(to.id.as_str())
    .note(Said::new(
        format!("văn bản thay thế hoặc bãi bỏ: {}; văn bản viện dẫn: {}", change.on.written(), own.written()),
        format!("change issued {}, citing document {}", change.on.written(), own.written()),
    ));
    let finding = match &change.place {
        Some(place) => finding.at(place.clone()),
        None => finding.note(Said::new(
            "theo danh mục văn bản đã biết; đối chiếu trước khi dùng",
            "from the table of known acts; to be checked before use",
        )),
    };
    finding.suggest(Said::new(
        "kiểm tra hiệu lực; nếu đúng, căn cứ vào văn bản thay thế",
        "check what is in force; if so, rest on the act that replaced it",
    ))
}

impl Finding {
    /// The chief place, before those that it has.
    fn at_first(mut self, place: Place) -> Self {
        self.places.insert(0, place);
        self
    }
}

/// The day from which the old act is no longer in force for certain.
fn applies(change: &Change, old: &Node) -> NaiveDate {
    if let Some(day) = change.in_force {
        return day.latest();
    }
    let wait = if is_law(old.kind.as_deref()) { LAWS_WAIT } else { OTHERS_WAIT };
    change.on.latest().checked_add_months(Months::new(wait)).unwrap_or(NaiveDate::MAX)
}

/// Every document that is known to be replaced or repealed as a whole, with the earliest change.
fn changes(case: &Case<'_>) -> HashMap<String, Change> {
    let mut changes: HashMap<String, Change> = HashMap::new();
    let mut add = |id: &str, change: Change| match changes.get(id) {
        Some(known) if known.on <= change.on => {}
        _ => {
            changes.insert(id.to_string(), change);
        }
    };
    for reference in case.references {
        let relation = case.relation(reference);
        // A provision is a part: the rest stays in force.
        if !matches!(relation, Relation::Replaces | Relation::Repeals) || case.mention(reference).provision.is_some() {
            continue;
        }
        let Some(key) = reference.target.key().filter(|_| is_whole(case, reference)) else { continue };
        let Some(by) = subject(case, reference) else { continue };
        let Some(on) = by.date.filter(|date| date.is_full() && by.id != key.id()) else { continue };
        let place = Some(case.place(reference));
        add(key.id(), Change { by: case.name(by), on, in_force: None, relation: Some(relation), place });
    }
    let mut memo = Memo::new(case.lexicon);
    let acts = &case.lexicon.acts;
    for act in acts.all() {
        let Some(key) = named::of_act(&mut memo, act) else { continue };
        for next in act.superseded_by.iter().filter_map(|id| acts.by_id(id)).filter(|next| next.date.is_full()) {
            let words = [next.kind.as_str(), next.number.as_deref().unwrap_or(&next.title)].join(" ");
            let by = Said::alike(format!("{words}, {}", next.date.written()));
            add(key.id(), Change { by, on: next.date, in_force: next.in_force, relation: None, place: None });
        }
    }
    changes
}

/// True if the words between the verb and the citation say nothing of a part, or of an amendment that is named in passing.
fn is_whole(case: &Case<'_>, reference: &crate::reference::Reference) -> bool {
    let Some((before, _)) = case.around(reference) else { return false };
    let before = before.to_lowercase();
    let verb = ["bãi bỏ", "thay thế", "hết hiệu lực", "thay cho"];
    let since = verb.iter().filter_map(|verb| before.rfind(verb).map(|at| at + verb.len())).max().unwrap_or_default();
    let part = ["điều ", "khoản ", "điểm ", "mục ", "một phần", "cụm từ", "phụ lục", "sửa đổi", "bổ sung", "nội dung"];
    !part.iter().any(|word| before[since..].contains(word))
}

/// The document that stands in the relation: the citing paper, or another one that its text names.
fn subject<'s>(case: &Case<'s>, reference: &crate::reference::Reference) -> Option<&'s Node> {
    let mention = case.mention(reference);
    if mention.subject == 0 {
        return case.citing(reference).map(|(_, node)| node);
    }
    let of_record = |other: &crate::reference::Reference| other.record.cmp(&reference.record);
    let first = case.references.partition_point(|other| of_record(other).is_lt());
    let mut same = case.references[first..].iter().take_while(|other| of_record(other).is_eq());
    let subject = same.find(|other| case.mention(other).id == mention.subject)?;
    let key: &Key = subject.target.key()?;
    Some(&case.graph.graph[case.node_of(key)?])
}
