//! What somebody types into the document that is meant: an id, a number in any spelling, or words.
//!
//! [`look_up`] compares keys without marks, case, punctuation and leading zeros, so that `07ct tw`, `7/CT-TW` and
//! `07-CT/TW` are one. It looks at what the graph has and at nothing else; it is for people at a terminal and decides no
//! reference. Cost: one pass over the nodes.

use crate::diagram::wording::short_name;
use crate::graph::{Graph, Node, NodeIndex};
use crate::source::distance;
use crate::text::fold::bare;

/// Most documents offered where none is meant for sure.
const NEAR: usize = 5;

/// What was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Lookup {
    /// The one document meant.
    One(NodeIndex),
    /// Documents that what was typed fits alike, in the order of the graph.
    Several(Vec<NodeIndex>),
    /// It fits none; the documents that come nearest, the nearest first.
    None(Vec<NodeIndex>),
}

/// Finds the document that `typed` means: an id, else a number or name as a whole, else words of number, kind, name,
/// organ (in full or as cards shorten it), province and date, all of which must be there.
pub fn look_up(graph: &Graph, typed: &str) -> Lookup {
    let nodes = || graph.graph.node_indices();
    if let Some(index) = nodes().find(|&index| graph.graph[index].id == typed.trim()) {
        return Lookup::One(index);
    }
    let wanted = words(typed);
    if wanted.is_empty() {
        return Lookup::None(Vec::new());
    }
    let whole = glue(&wanted);
    let called = |node: &Node| {
        [&node.number, &node.name].into_iter().flatten().any(|name| glue(&words(name)) == whole)
            || glue(&words(&node.id)) == whole
    };
    let has_all = |node: &Node| {
        let have = words(&description(node));
        wanted.iter().all(|word| have.contains(word))
    };
    let mut found: Vec<NodeIndex> = nodes().filter(|&index| called(&graph.graph[index])).collect();
    if found.is_empty() {
        found = nodes().filter(|&index| has_all(&graph.graph[index])).collect();
    }
    match found[..] {
        [one] => Lookup::One(one),
        [] => Lookup::None(nearest(graph, &wanted)),
        _ => Lookup::Several(found),
    }
}

/// Everything by which people know a document.
fn description(node: &Node) -> String {
    let date = node.date.map(|date| format!("{} {date}", date.written()));
    let short = node.issuer.as_deref().map(short_name);
    let parts = [&node.number, &node.kind, &node.name, &node.issuer, &short, &node.province, &date];
    parts.into_iter().flatten().map(String::as_str).collect::<Vec<_>>().join(" ")
}

/// The documents whose number or name shares most words with what was typed, then differs in fewest letters.
fn nearest(graph: &Graph, wanted: &[String]) -> Vec<NodeIndex> {
    let whole: Vec<char> = glue(wanted).chars().collect();
    let mut near: Vec<(usize, usize, NodeIndex)> = graph
        .graph
        .node_indices()
        .filter_map(|index| {
            let node = &graph.graph[index];
            let have = words(node.number.as_deref().or(node.name.as_deref())?);
            let differs = distance(&whole, &glue(&have).chars().collect::<Vec<_>>());
            let lacks = wanted.iter().filter(|word| !have.contains(word)).count();
            (lacks < wanted.len() || differs <= whole.len() / 3).then_some((lacks, differs, index))
        })
        .collect();
    near.sort_unstable();
    near.into_iter().take(NEAR).map(|(_, _, index)| index).collect()
}

/// Runs of letters and runs of digits, without marks and leading zeros.
fn words(text: &str) -> Vec<String> {
    let mut words: Vec<String> = Vec::new();
    let mut last = None;
    for c in bare(text).chars() {
        let kind = c.is_alphanumeric().then_some(c.is_ascii_digit());
        if kind.is_some() {
            if last != Some(kind) {
                words.push(String::new());
            }
            words.last_mut().expect("pushed above").push(c);
        }
        last = Some(kind);
    }
    words.iter_mut().for_each(|word| *word = without_zeros(word).to_string());
    words
}

fn without_zeros(word: &str) -> &str {
    match word.trim_start_matches('0') {
        "" => word,
        rest => rest,
    }
}

/// The words as one; two numbers side by side stay two.
fn glue(words: &[String]) -> String {
    let mut whole = String::new();
    for word in words {
        if whole.ends_with(|c: char| c.is_ascii_digit()) && word.starts_with(|c: char| c.is_ascii_digit()) {
            whole.push('/');
        }
        whole.push_str(word);
    }
    whole
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::render::sample;
    use crate::vocabulary::State;

    fn graph() -> Graph {
        let mut graph = Graph::default();
        for (id, number, issuer) in [
            ("tw/ct/7", "07-CT/TW", "Ban Bí thư"),
            ("yen-bai/kh/45", "45-KH/TU", "Tỉnh ủy Yên Bái"),
            ("quang-nam/kh/45", "45-KH/TU", "Tỉnh ủy Quảng Nam"),
            ("lai-chau/745", "745/LĐLĐ", "Liên đoàn Lao động tỉnh Lai Châu"),
        ] {
            let mut node = sample::node(id, number, State::Held);
            node.issuer = Some(issuer.into());
            node.province = None;
            graph.graph.add_node(node);
        }
        graph
    }

    fn found(typed: &str) -> Lookup {
        look_up(&graph(), typed)
    }

    fn at(index: usize) -> NodeIndex {
        NodeIndex::new(index)
    }

    #[test]
    fn a_number_is_found_in_any_spelling() {
        for typed in ["07-CT/TW", "7-ct/tw", "07ct tw", "07/CT-TW", "07–CT/TW", "tw/ct/7"] {
            assert_eq!(found(typed), Lookup::One(at(0)), "{typed}");
        }
        for typed in ["745/LĐLĐ", "745/ldld", "745 LD LD"] {
            assert_eq!(found(typed), Lookup::One(at(3)), "{typed}");
        }
    }

    #[test]
    fn a_number_that_two_organs_use_is_several_until_a_word_decides() {
        assert_eq!(found("45-KH/TU"), Lookup::Several(vec![at(1), at(2)]));
        assert_eq!(found("45-KH/TU yen bai"), Lookup::One(at(1)));
    }

    #[test]
    fn an_organ_is_known_by_its_short_name_too() {
        let mut graph = graph();
        let mut blank = sample::node("yen-bai/btgtu/hd/2021", "", State::Held);
        (blank.number, blank.kind) = (None, Some("Hướng dẫn".into()));
        blank.issuer = Some("Ban Tuyên giáo Tỉnh ủy Yên Bái".into());
        blank.date = "2021-10".parse().ok();
        let index = graph.graph.add_node(blank);
        for typed in ["BTGTU Yên Bái 2021", "btgtu yen bai 10/2021", "Ban Tuyên giáo Tỉnh ủy Yên Bái 2021"] {
            assert_eq!(look_up(&graph, typed), Lookup::One(index), "{typed}");
        }
    }

    #[test]
    fn another_count_is_another_document() {
        assert!(matches!(found("70-CT/TW"), Lookup::None(_)));
        assert!(matches!(found("74/5LĐLĐ"), Lookup::None(_)));
    }

    #[test]
    fn what_comes_near_is_offered() {
        let Lookup::None(near) = found("746/LĐLĐ") else { panic!("there is no 746/LĐLĐ") };
        assert_eq!(near.first(), Some(&at(3)));
        assert_eq!(found(" – "), Lookup::None(Vec::new()));
    }
}
