//! Who gives which date, issuer or title to one source, with the majority.

use super::{Case, Finding, Place, Said};
use crate::date::PartialDate;
use crate::graph::Node;
use crate::reference::Reference;
use crate::text::fold::fold;
use crate::vocabulary::State;
use petgraph::graph::NodeIndex;
use std::cmp::Reverse;
use std::collections::BTreeMap;

/// Statements of one thing: each statement with the places that make it.
type Votes<'s> = Vec<(String, Vec<&'s Reference>)>;

/// Places of each statement that are shown.
const SHOWN: usize = 3;

/// NT201: citations give one missing source several full dates.
pub(super) fn dates(case: &Case<'_>) -> Vec<Finding> {
    each_missing(case, |node, references| {
        let votes = count(references, |reference| case.stated_date(reference).map(|date| date.to_string()));
        (votes.len() > 1).then(|| {
            let written = |iso: &str| iso.parse().map_or_else(|_| iso.to_string(), PartialDate::written);
            let votes: Votes<'_> = votes.into_iter().map(|(date, who)| (written(&date), who)).collect();
            dispute(case, node, &votes, ("nhiều ngày khác nhau cho một nguồn", "different dates for one source"))
        })
    })
}

/// NG108: citations give one missing source issuers of which neither names the other, or titles that share hardly a word.
pub(super) fn words(case: &Case<'_>) -> Vec<Finding> {
    each_missing(case, |node, references| {
        let open = |reference: &&Reference| case.is_open(&case.corpus.records[reference.record]);
        let references: Vec<&Reference> = references.iter().copied().filter(open).collect();
        let issuers = count(&references, |reference| case.mention(reference).issuer_full.clone());
        let titles =
            count(&references, |reference| case.mention(reference).title.clone().filter(|title| is_said(title)));
        let issuers = apart(issuers, is_other_organ);
        let titles = apart(titles, is_other_title);
        // A congress has many names.
        if issuers.len() > 1 && node.number.is_some() {
            let what = ("cơ quan ban hành ghi khác nhau", "different issuers");
            return Some(dispute(case, node, &issuers, what).namely("issuer"));
        }
        (titles.len() > 1).then(|| {
            let what = ("trích yếu ghi khác nhau", "different titles");
            dispute(case, node, &titles, what).namely("title")
        })
    })
}

fn each_missing<'s>(case: &Case<'s>, find: impl Fn(&'s Node, &[&'s Reference]) -> Option<Finding>) -> Vec<Finding> {
    let graph = &case.graph.graph;
    let missing = |index: &NodeIndex| graph[*index].state == State::Missing && graph[*index].mentions > 1;
    let mut found: Vec<(Reverse<usize>, Finding)> = graph
        .node_indices()
        .filter(missing)
        .filter_map(|index| {
            let node = &graph[index];
            Some((Reverse(node.cited_by), find(node, case.cited(&node.id))?))
        })
        .collect();
    found.sort_by(|a, b| (a.0, &a.1.node).cmp(&(b.0, &b.1.node)));
    found.into_iter().map(|(_, finding)| finding).collect()
}

/// Each statement with its places, the most frequent first.
fn count<'s>(references: &[&'s Reference], stated: impl Fn(&&'s Reference) -> Option<String>) -> Votes<'s> {
    let mut votes: BTreeMap<String, (String, Vec<&Reference>)> = BTreeMap::new();
    for reference in references {
        if let Some(statement) = stated(reference) {
            votes.entry(fold(&statement)).or_insert_with(|| (statement, Vec::new())).1.push(reference);
        }
    }
    let mut votes: Votes<'s> = votes.into_values().collect();
    votes.sort_by(|a, b| b.1.len().cmp(&a.1.len()).then_with(|| a.0.cmp(&b.0)));
    votes
}

/// The first statement and those that say something else than it.
fn apart<'s>(votes: Votes<'s>, other: impl Fn(&str, &str) -> bool) -> Votes<'s> {
    let Some(first) = votes.first().map(|(statement, _)| statement.clone()) else { return votes };
    votes
        .into_iter()
        .enumerate()
        .filter(|(at, (said, _))| *at == 0 || other(&first, said))
        .map(|(_, vote)| vote)
        .collect()
}

/// "Tỉnh ủy" and "Ban Thường vụ Tỉnh ủy Lai Châu" are one: the words of one stand in the other in a row.
fn is_other_organ(one: &str, other: &str) -> bool {
    let words = |text: &str| content_words(text, &["ban", "thường", "vụ", "chấp", "hành", "của", "và"]);
    let (one, other) = (words(one), words(other));
    let within =
        |part: &[String], whole: &[String]| part.is_empty() || whole.windows(part.len()).any(|row| row == part);
    !within(&one, &other) && !within(&other, &one)
}

/// A title that the text introduces as one; other words behind a citation may be its own sentence going on.
fn is_said(title: &str) -> bool {
    let folded = fold(title);
    folded.starts_with("về ") || folded.starts_with("v/v") || title.starts_with(['“', '"'])
}

/// Titles are shortened and abbreviated at will; only what shares hardly a word is another title.
fn is_other_title(one: &str, other: &str) -> bool {
    let words =
        |text: &str| content_words(text, &["về", "việc", "của", "và", "các", "trong", "trên", "cho", "thực", "hiện"]);
    let (one, other) = (words(one), words(other));
    let shorter = one.len().min(other.len());
    let shared = one.iter().filter(|word| other.contains(word)).count();
    shorter >= 5 && shared * 5 < shorter
}

fn content_words(text: &str, idle: &[&str]) -> Vec<String> {
    let folded = fold(text);
    let words = folded.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty() && !idle.contains(word));
    words.map(str::to_owned).collect()
}

fn dispute(case: &Case<'_>, node: &Node, votes: &Votes<'_>, what: (&str, &str)) -> Finding {
    let name = case.name(&Node { date: None, ..node.clone() });
    let list = |times: &str| {
        votes.iter().map(|(said, who)| format!("{said} ({}{times})", who.len())).collect::<Vec<_>>().join("; ")
    };
    let mut finding = Finding::new(Said::new(
        format!("{}: {}: {}", what.0, name.vietnamese, list(" lần")),
        format!("{}: {}: {}", what.1, name.english, list("×")),
    ))
    .about(&node.id);
    // The minority first: that is where to look.
    for (said, who) in votes.iter().rev() {
        for reference in who.iter().take(SHOWN) {
            let place: Place = case.place(reference);
            finding = finding.at(place.saying(Said::alike(said.clone())));
        }
    }
    finding.suggest(Said::new(
        "đối chiếu bản gốc của nguồn; nếu là hai văn bản, ghi rõ để phân biệt",
        "compare the source itself; if there are two documents, cite them so that they can be told apart",
    ))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_shorter_name_is_the_same_organ_and_another_name_is_not() {
        assert!(!is_other_organ("Tỉnh ủy Lai Châu", "Ban Thường vụ Tỉnh ủy"));
        assert!(is_other_organ("Tỉnh ủy Lai Châu", "Ủy ban nhân dân tỉnh Lai Châu"));
    }

    #[test]
    fn titles_in_other_words_are_one_title_until_they_share_hardly_a_word() {
        assert!(!is_other_title("đổi mới tổ chức và hoạt động của Công đoàn Việt Nam", "đổi mới hoạt động Công đoàn"));
        assert!(is_other_title("đổi mới tổ chức, hoạt động Công đoàn Việt Nam", "phòng cháy chữa cháy rừng mùa khô"));
    }
}
