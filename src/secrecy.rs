//! What a paper marked MẬT, TỐI MẬT or TUYỆT MẬT may show: its number and its date.
//!
//! [`withhold`] and [`withhold_in_graph`] take the words of marked papers out of what has been read, after everything has
//! been resolved and before anything is written. That a paper cites another stays, with place and number; what it says of
//! it goes. What only a marked paper names, without a number, goes altogether.

use crate::document::Document;
use crate::graph::{Graph, Node, NodeIndex};
use crate::record::{Evidence, Record};
use crate::vocabulary::State;
use petgraph::visit::EdgeRef;
use std::collections::BTreeSet;

/// Takes the words out of a record whose paper bears a secrecy mark; any other is left as it is.
pub fn withhold(record: &mut Record) {
    if record.document.secrecy.is_none() {
        return;
    }
    let document = std::mem::take(&mut record.document);
    record.document = Document {
        number: document.number,
        number_span: document.number_span,
        system: document.system,
        level: document.level,
        date: document.date,
        date_span: document.date_span,
        secrecy: document.secrecy,
        draft: document.draft,
        ..Document::default()
    };
    for mention in &mut record.mentions {
        mention.name = None;
        mention.issuer = None;
        mention.issuer_full = None;
        mention.title = None;
        mention.provision = None;
    }
    record.texts.iter_mut().for_each(String::clear);
    record.cues.iter_mut().for_each(|cue| *cue = None);
    record.unit_evidence.clear();
    let places = [&mut record.number_evidence, &mut record.date_evidence].into_iter().flatten();
    record.evidence.iter_mut().chain(places).for_each(|evidence| evidence.quote.clear());
}

/// Takes the words of marked papers out of a graph.
pub fn withhold_in_graph(graph: &mut Graph) {
    let marked: BTreeSet<String> =
        graph.graph.node_weights().filter(|n| n.secrecy.is_some()).flat_map(|n| n.files.iter().cloned()).collect();
    if marked.is_empty() {
        return;
    }
    let known = known_from(graph, &marked);
    for index in graph.graph.node_indices() {
        withhold_node(&mut graph.graph[index], known[index.index()]);
    }
    for edge in graph.graph.edge_weights_mut() {
        edge.evidence.iter_mut().for_each(|evidence| clear(evidence, &marked));
    }
    let secret_sender: Vec<bool> = graph.graph.node_weights().map(|node| node.secrecy.is_some()).collect();
    graph.addressed.retain(|addressed| !secret_sender[addressed.node.index()]);
    graph
        .unresolved
        .iter_mut()
        .filter(|mention| marked.contains(&mention.path))
        .for_each(|mention| mention.text.clear());
    drop_unnumbered(graph, &known);
}

/// Which papers speak of a node.
#[derive(Clone, Copy, Default, PartialEq)]
struct KnownFrom {
    marked: bool,
    open: bool,
}

fn known_from(graph: &Graph, marked: &BTreeSet<String>) -> Vec<KnownFrom> {
    let mut known = vec![KnownFrom::default(); graph.graph.node_count()];
    for edge in graph.graph.edge_references() {
        for evidence in &edge.weight().evidence {
            for end in [edge.source(), edge.target()] {
                let known = &mut known[end.index()];
                *if marked.contains(&evidence.path) { &mut known.marked } else { &mut known.open } = true;
            }
        }
    }
    known
}

fn withhold_node(node: &mut Node, known: KnownFrom) {
    if node.secrecy.is_some() || (node.state != State::Held && known.marked && !known.open) {
        node.name = None;
        node.issuer = None;
        node.province = None;
        node.title = None;
    } else if node.state != State::Held && known.marked {
        // The title may be the marked paper's words.
        node.title = None;
    }
}

fn clear(evidence: &mut Evidence, marked: &BTreeSet<String>) {
    if marked.contains(&evidence.path) {
        evidence.quote.clear();
    }
}

/// A source that only marked papers speak of, and that has no number, is known by their words alone.
fn drop_unnumbered(graph: &mut Graph, known: &[KnownFrom]) {
    let drop = |index: NodeIndex, node: &Node| {
        let known = known[index.index()];
        node.state != State::Held && node.number.is_none() && known.marked && !known.open
    };
    let kept: Vec<bool> = graph.graph.node_indices().map(|index| !drop(index, &graph.graph[index])).collect();
    // Indices close up in order, so the nodes keep their order.
    let moved: Vec<usize> =
        kept.iter().scan(0, |next, kept| Some(std::mem::replace(next, *next + usize::from(*kept)))).collect();
    graph.graph =
        graph.graph.filter_map(|index, node| kept[index.index()].then(|| node.clone()), |_, edge| Some(edge.clone()));
    for addressed in &mut graph.addressed {
        addressed.node = NodeIndex::new(moved[addressed.node.index()]);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::graph::{Addressed, Edge};
    use crate::vocabulary::{Purpose, Relation};

    fn node(id: &str, number: Option<&str>, state: State) -> Node {
        Node {
            id: id.into(),
            number: number.map(str::to_string),
            kind: None,
            name: Some(format!("tên {id}")),
            issuer: Some(format!("cơ quan {id}")),
            system: None,
            level: None,
            province: None,
            date: None,
            not_before: None,
            not_after: None,
            title: Some(format!("về việc {id}")),
            state,
            held: state == State::Held,
            draft: false,
            files: if state == State::Held { vec![format!("{id}.txt")] } else { Vec::new() },
            cited_by: 0,
            mentions: 0,
            cited_from: Vec::new(),
            malformed: false,
            secrecy: None,
        }
    }

    fn edge(path: &str) -> Edge {
        let evidence = Evidence { path: path.into(), line: 1, start: 0, end: 3, quote: "lời mật".into() };
        Edge {
            relation: Relation::Basis,
            direct: true,
            rule: "number".into(),
            confidence: 1.0,
            evidence: vec![evidence],
        }
    }

    fn addressed(node: NodeIndex) -> Addressed {
        Addressed { node, unit: "Sở X".into(), purpose: Purpose::Act, level: None, evidence: Evidence::default() }
    }

    /// a (marked) and b (open) cite c; a alone cites d, which has no number, and e, which has one.
    fn graph() -> Graph {
        let mut graph = Graph::default();
        let mut secret = node("a", Some("1-CV/TU"), State::Held);
        secret.secrecy = Some("MẬT".into());
        let a = graph.graph.add_node(secret);
        let d = graph.graph.add_node(node("d", None, State::Missing));
        let b = graph.graph.add_node(node("b", Some("2-CV/TU"), State::Held));
        let c = graph.graph.add_node(node("c", Some("3-CT/TW"), State::Missing));
        let e = graph.graph.add_node(node("e", Some("4-CT/TW"), State::Missing));
        for (from, to, path) in [(a, c, "a.txt"), (b, c, "b.txt"), (a, d, "a.txt"), (a, e, "a.txt")] {
            graph.graph.add_edge(from, to, edge(path));
        }
        graph.addressed = vec![addressed(a), addressed(b)];
        graph
    }

    #[test]
    fn no_word_of_a_marked_paper_stays_in_the_graph() {
        let mut graph = graph();
        withhold_in_graph(&mut graph);
        let ids: Vec<&str> = graph.graph.node_weights().map(|n| n.id.as_str()).collect();
        assert_eq!(ids, ["a", "b", "c", "e"]);
        let quotes: Vec<&str> = graph.graph.edge_weights().map(|e| e.evidence[0].quote.as_str()).collect();
        assert_eq!(quotes, ["", "lời mật", ""]);
        let titles: Vec<bool> = graph.graph.node_weights().map(|n| n.title.is_some()).collect();
        assert_eq!(titles, [false, true, false, false]);
        let issuers: Vec<bool> = graph.graph.node_weights().map(|n| n.issuer.is_some()).collect();
        assert_eq!(issuers, [false, true, true, false]);
        assert_eq!(graph.addressed.len(), 1);
        assert_eq!(graph.graph[graph.addressed[0].node].id, "b");
    }

    #[test]
    fn a_graph_without_marks_is_left_alone() {
        let mut open = graph();
        open.graph.node_weights_mut().for_each(|node| node.secrecy = None);
        withhold_in_graph(&mut open);
        assert_eq!(open.graph.node_count(), 5);
        assert!(open.graph.edge_weights().all(|edge| edge.evidence[0].quote == "lời mật"));
    }

    #[test]
    fn a_marked_record_keeps_number_and_date_only() {
        let mut record = Record { path: "a.txt".into(), texts: vec!["Chỉ thị mật".into()], ..Record::default() };
        record.document.subject = Some("về việc mật".into());
        record.document.issuer = Some("Tỉnh ủy".into());
        record.document.number = Some(crate::number::Number::bare("7"));
        record.evidence = vec![Evidence { quote: "lời mật".into(), ..Evidence::default() }];
        let before = record.clone();
        withhold(&mut record);
        assert_eq!(record.document.subject, before.document.subject, "without a mark nothing changes");
        record.document.secrecy = Some("TỐI MẬT".into());
        withhold(&mut record);
        assert_eq!((&record.document.subject, &record.document.issuer), (&None, &None));
        assert_eq!(record.document.number, before.document.number);
        assert_eq!((record.texts[0].as_str(), record.evidence[0].quote.as_str()), ("", ""));
    }
}
