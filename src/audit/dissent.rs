//! Who gives which date, issuer or title to one source, with the majority; and what the registry says against them.
//!
//! The graph's dossier tells who contradicts whom ([`crate::graph::Dossier::dissent`]); here each statement gets its places.

use super::{Case, Finding, Said};
use crate::date::PartialDate;
use crate::graph::{Dissent, Node, NodeIndex, Registered};
use crate::reference::Reference;
use crate::text::fold::fold;
use crate::vocabulary::State;
use std::cmp::Reverse;

/// Places of each statement that are shown.
const SHOWN: usize = 3;

/// NT201: citations give one missing source several full dates.
pub(super) fn dates(case: &Case<'_>) -> Vec<Finding> {
    each_missing(case, |node| {
        dispute(case, node, "date", ("nhiều ngày khác nhau cho một nguồn", "different dates for one source"))
    })
}

/// NG108: citations give one missing source issuers of which neither names the other, or titles that share hardly a word.
pub(super) fn words(case: &Case<'_>) -> Vec<Finding> {
    each_missing(case, |node| {
        let issuer = dispute(case, node, "issuer", ("cơ quan ban hành ghi khác nhau", "different issuers"));
        // A congress has many names.
        let issuer = issuer.filter(|_| node.number.is_some()).map(|finding| finding.namely("issuer"));
        let title = || dispute(case, node, "title", ("trích yếu ghi khác nhau", "different titles"));
        issuer.or_else(|| title().map(|finding| finding.namely("title")))
    })
}

fn each_missing<'s>(case: &Case<'s>, find: impl Fn(&'s Node) -> Option<Finding>) -> Vec<Finding> {
    let graph = &case.graph.graph;
    let disputed =
        |index: &NodeIndex| graph[*index].state == State::Missing && !graph[*index].dossier.dissent.is_empty();
    let found = |index: NodeIndex| Some((Reverse(graph[index].cited_by), find(&graph[index])?));
    let mut found: Vec<(Reverse<usize>, Finding)> = graph.node_indices().filter(disputed).filter_map(found).collect();
    found.sort_by(|a, b| (a.0, &a.1.node).cmp(&(b.0, &b.1.node)));
    found.into_iter().map(|(_, finding)| finding).collect()
}

/// One finding for a source of which somebody contradicts the card in this respect. The minority first: there is where to
/// look.
fn dispute(case: &Case<'_>, node: &Node, about: &'static str, what: (&str, &str)) -> Option<Finding> {
    let dissent: Vec<&Dissent> = node.dossier.dissent.iter().filter(|dissent| dissent.about == about).collect();
    let majority = match about {
        "date" => node.date?.to_string(),
        "issuer" => node.issuer.clone()?,
        _ => node.title.clone()?,
    };
    let mut values = vec![majority.as_str()];
    values.extend(dissent.iter().map(|dissent| dissent.value.as_str()));
    let votes: Vec<(String, Vec<&Reference>)> = values
        .into_iter()
        .map(|value| {
            let says = |reference: &&&Reference| states(case, reference, about, value);
            (written(about, value), case.cited(&node.id).iter().filter(says).copied().collect())
        })
        .filter(|(_, who): &(String, Vec<&Reference>)| !who.is_empty())
        .collect();
    if votes.len() < 2 {
        return None;
    }
    let name = case.name(&Node { date: None, ..node.clone() });
    let list = |times: &str| {
        votes.iter().map(|(said, who)| format!("{said} ({}{times})", who.len())).collect::<Vec<_>>().join("; ")
    };
    let mut finding = Finding::new(Said::new(
        format!("{}: {}: {}", what.0, name.vietnamese, list(" lần")),
        format!("{}: {}: {}", what.1, name.english, list("×")),
    ))
    .about(&node.id);
    for (said, who) in votes.iter().rev() {
        for reference in who.iter().take(SHOWN) {
            finding = finding.at(case.place(reference).saying(Said::alike(said.clone())));
        }
    }
    Some(finding.suggest(Said::new(
        "đối chiếu bản gốc của nguồn; nếu là hai văn bản, ghi rõ để phân biệt",
        "compare the source itself; if there are two documents, cite them so that they can be told apart",
    )))
}

fn written(about: &str, value: &str) -> String {
    let date = (about == "date").then(|| value.parse().ok()).flatten();
    date.map_or_else(|| value.to_string(), PartialDate::written)
}

/// True if a citation states this itself.
fn states(case: &Case<'_>, reference: &Reference, about: &str, value: &str) -> bool {
    let mention = case.mention(reference);
    match about {
        "date" => return case.stated_date(reference).is_some_and(|date| date.to_string() == value),
        "title" if !mention.date.is_some_and(PartialDate::is_full) => return false,
        _ => {}
    }
    let stated = if about == "issuer" { mention.issuer_full.as_deref() } else { mention.title.as_deref() };
    let value = fold(value);
    // A title stands in the dossier without the words that led to it.
    stated.map(fold).is_some_and(|stated| stated == value || about == "title" && stated.contains(&value))
        && case.is_open(&case.corpus.records[reference.record])
}

/// NG109: the registry gives another date or issuer than the held paper, or than the majority of the citations.
pub(super) fn registry(case: &Case<'_>) -> Vec<Finding> {
    let graph = &case.graph.graph;
    let finding = |index: NodeIndex| {
        let node = &graph[index];
        node.dossier.registry.as_ref().map(|registered| against_registry(case, node, registered))
    };
    graph.node_indices().filter_map(finding).collect()
}

fn against_registry(case: &Case<'_>, node: &Node, registered: &Registered) -> Finding {
    let (mut vietnamese, mut english) = (Vec::new(), Vec::new());
    // The card of a source that is not held has the registry's day; against it stands what most of the citations say.
    let majority = || node.dossier.dissent.iter().find(|dissent| dissent.about == "date")?.value.parse().ok();
    let here = if node.date == registered.date { majority() } else { node.date };
    if let Some(date) = registered.date {
        let own = here.map(PartialDate::written).unwrap_or_default();
        vietnamese.push(format!("danh mục ghi ngày {}, ở đây ghi {own}", date.written()));
        english.push(format!("the registry has {}, here it is {own}", date.written()));
    }
    if let Some(issuer) = &registered.issuer {
        let own = node.issuer.as_deref().unwrap_or_default();
        vietnamese.push(format!("danh mục ghi cơ quan ban hành là {issuer}, ở đây là {own}"));
        english.push(format!("the registry has {issuer} as its issuer, here it is {own}"));
    }
    let name = case.name(&Node { date: None, ..node.clone() });
    let mut finding = Finding::new(Said::new(
        format!("khác danh mục văn bản đã biết: {}: {}", name.vietnamese, vietnamese.join("; ")),
        format!("differs from the table of known acts: {}: {}", name.english, english.join("; ")),
    ))
    .about(&node.id);
    if let Some(source) = &registered.source {
        finding = finding.note(Said::new(format!("danh mục theo: {source}"), format!("the row rests on: {source}")));
    }
    match case.corpus.holding(&crate::identity::Key::new(&node.id)) {
        Some(holding) => finding = finding.at(case.date_place(case.corpus.first_record(holding))),
        None => {
            let date = here.map(|date| date.to_string()).unwrap_or_default();
            let issuer = node.issuer.clone().unwrap_or_default();
            let says = |reference: &&&Reference| {
                registered.date.is_some() && states(case, reference, "date", &date)
                    || registered.issuer.is_some() && states(case, reference, "issuer", &issuer)
            };
            for reference in case.cited(&node.id).iter().filter(says).take(SHOWN) {
                finding = finding.at(case.place(reference));
            }
            // What only a list or a symbol tells still stands somewhere.
            if finding.places.is_empty() {
                finding = finding.at(case.cited(&node.id).first().map(|reference| case.place(reference)));
            }
        }
    }
    finding.suggest(Said::new(
        "đối chiếu bản gốc: sửa nơi viện dẫn, hoặc xem lại danh mục (--registry)",
        "compare the original: correct the citation, or look at the registry again (--registry)",
    ))
}
