//! A graph as one JSON object (docs/formats.md): one node, edge or other entry on each line, so that two can be compared.

use super::ndjson::{known, rounded};
use crate::analysis::{Cascade, Paths};
use crate::graph::{Addressed, Edge, EdgeIndex, Evidence, Graph, NodeIndex, Unresolved};
use crate::vocabulary::{Level, Purpose, Relation};
use petgraph::Direction;
use petgraph::visit::EdgeRef;
use serde::Serialize;
use std::io::{self, Write};

/// Writes the graph.
///
/// # Errors
/// What `out` says.
pub fn write_graph(graph: &Graph, out: &mut dyn Write) -> io::Result<()> {
    write_graph_open(graph, out)?;
    out.write_all(b"}\n")
}

/// Writes the graph without the end of its object: more keys may follow.
pub(super) fn write_graph_open(graph: &Graph, out: &mut dyn Write) -> io::Result<()> {
    let id = |index: NodeIndex| graph.graph[index].id.as_str();
    begin(graph, out)?;
    write_list("nodes", graph.graph.node_weights(), out)?;
    let edges = graph.graph.edge_references();
    write_list("edges", edges.map(|edge| wire_edge(id(edge.source()), id(edge.target()), edge.weight())), out)?;
    write_list("unresolved", graph.unresolved.iter().map(wire_unresolved), out)?;
    write_list("addressed", graph.addressed.iter().map(|addressed| wire_addressed(id(addressed.node), addressed)), out)
}

/// Writes the cascade below a document: its rows in reading order, the edges of each, and the units addressed.
///
/// # Errors
/// What `out` says.
pub fn write_cascade(graph: &Graph, cascade: &Cascade, out: &mut dyn Write) -> io::Result<()> {
    begin(graph, out)?;
    let rows = cascade.rows.iter().map(|row| WireRow {
        depth: row.depth,
        id: &graph.graph[row.node].id,
        repeated: row.repeated,
        edges: row.edges.iter().map(|&edge| edge_at(graph, edge)).collect(),
        addressed: row.addressed.iter().map(|&index| graph.addressed[index].unit.as_str()).collect(),
    });
    write_list("rows", rows, out)?;
    out.write_all(b"}\n")
}

/// Writes the ways from a document down to another: the documents of each, and the edges between them.
///
/// # Errors
/// What `out` says.
pub fn write_paths(graph: &Graph, ends: (NodeIndex, NodeIndex), paths: &Paths, out: &mut dyn Write) -> io::Result<()> {
    begin(graph, out)?;
    for (key, end) in [("from", ends.0), ("to", ends.1)] {
        write!(out, ",\n\"{key}\":")?;
        serde_json::to_writer(&mut *out, &graph.graph[end].id)?;
    }
    write!(out, ",\n\"truncated\":{}", paths.truncated)?;
    let wire = paths.paths.iter().map(|path| WirePath {
        nodes: path.nodes.iter().map(|&node| graph.graph[node].id.as_str()).collect(),
        hops: path.hops.iter().map(|hop| hop.iter().map(|&edge| edge_at(graph, edge)).collect()).collect(),
    });
    write_list("paths", wire, out)?;
    out.write_all(b"}\n")
}

/// Writes one document, the edges that leave and reach it, and what is undecided in its files.
///
/// # Errors
/// What `out` says.
pub fn write_document(graph: &Graph, index: NodeIndex, out: &mut dyn Write) -> io::Result<()> {
    begin(graph, out)?;
    let node = &graph.graph[index];
    out.write_all(b",\n\"node\":")?;
    serde_json::to_writer(&mut *out, node)?;
    for (key, direction) in [("cites", Direction::Outgoing), ("cited_by", Direction::Incoming)] {
        let mut edges: Vec<_> = graph.graph.edges_directed(index, direction).map(|edge| edge.id()).collect();
        edges.sort_unstable();
        write_list(key, edges.into_iter().map(|edge| edge_at(graph, edge)), out)?;
    }
    let open = graph.unresolved.iter().filter(|mention| node.files.contains(&mention.path));
    write_list("unresolved", open.map(wire_unresolved), out)?;
    let sent = graph.addressed.iter().filter(|addressed| addressed.node == index);
    write_list("addressed", sent.map(|addressed| wire_addressed(&node.id, addressed)), out)?;
    out.write_all(b"}\n")
}

fn begin(graph: &Graph, out: &mut dyn Write) -> io::Result<()> {
    write!(out, "{{\"v\":{},\n\"collection\":", super::WIRE_VERSION)?;
    Ok(serde_json::to_writer(out, &graph.collection)?)
}

fn edge_at(graph: &Graph, index: EdgeIndex) -> WireEdge<'_> {
    let (from, to) = graph.graph.edge_endpoints(index).expect("an edge of the graph");
    wire_edge(&graph.graph[from].id, &graph.graph[to].id, &graph.graph[index])
}

pub(super) fn write_list<T: Serialize>(
    key: &str,
    entries: impl Iterator<Item = T>,
    out: &mut dyn Write,
) -> io::Result<()> {
    write!(out, ",\n\"{key}\":[")?;
    for (index, entry) in entries.enumerate() {
        out.write_all(if index == 0 { b"\n" } else { b",\n" })?;
        serde_json::to_writer(&mut *out, &entry)?;
    }
    out.write_all(b"]")
}

#[derive(Serialize)]
struct WireRow<'g> {
    depth: usize,
    id: &'g str,
    repeated: bool,
    edges: Vec<WireEdge<'g>>,
    addressed: Vec<&'g str>,
}

#[derive(Serialize)]
struct WirePath<'g> {
    nodes: Vec<&'g str>,
    hops: Vec<Vec<WireEdge<'g>>>,
}

#[derive(Serialize)]
struct WireEdge<'g> {
    from: &'g str,
    to: &'g str,
    relation: Relation,
    direct: bool,
    rule: &'g str,
    act: Option<&'g str>,
    #[serde(serialize_with = "rounded")]
    confidence: f32,
    evidence: Vec<WireEvidence<'g>>,
}

/// A place; the quote is null where the paper's secrecy mark withholds it.
#[derive(Serialize)]
struct WireEvidence<'g> {
    path: &'g str,
    line: usize,
    start: usize,
    end: usize,
    page: Option<u32>,
    place: Option<&'g str>,
    quote: Option<&'g str>,
    /// What resolved the mention; units that a paper is sent to have none.
    #[serde(skip_serializing_if = "Option::is_none")]
    rule: Option<&'g str>,
}

#[derive(Serialize)]
struct WireUnresolved<'g> {
    path: &'g str,
    line: usize,
    start: usize,
    end: usize,
    text: Option<&'g str>,
    state: &'g str,
    rule: &'g str,
    candidates: &'g [String],
}

#[derive(Serialize)]
struct WireAddressed<'g> {
    from: &'g str,
    unit: &'g str,
    purpose: Purpose,
    level: Option<Level>,
    evidence: WireEvidence<'g>,
}

fn wire_edge<'g>(from: &'g str, to: &'g str, edge: &'g Edge) -> WireEdge<'g> {
    WireEdge {
        from,
        to,
        relation: edge.relation,
        direct: edge.direct,
        rule: &edge.rule,
        act: edge.act.as_deref(),
        confidence: edge.confidence,
        evidence: edge.evidence.iter().zip(&edge.rules).map(|(place, rule)| wire_evidence(place, Some(rule))).collect(),
    }
}

fn wire_evidence<'g>(evidence: &'g Evidence, rule: Option<&'g str>) -> WireEvidence<'g> {
    WireEvidence {
        path: &evidence.path,
        line: evidence.line,
        start: evidence.start,
        end: evidence.end,
        page: evidence.page,
        place: evidence.place.as_deref(),
        quote: known(&evidence.quote),
        rule,
    }
}

fn wire_unresolved(mention: &Unresolved) -> WireUnresolved<'_> {
    WireUnresolved {
        path: &mention.path,
        line: mention.line,
        start: mention.start,
        end: mention.end,
        text: known(&mention.text),
        state: mention.state,
        rule: &mention.rule,
        candidates: &mention.candidates,
    }
}

fn wire_addressed<'g>(from: &'g str, addressed: &'g Addressed) -> WireAddressed<'g> {
    WireAddressed {
        from,
        unit: &addressed.unit,
        purpose: addressed.purpose,
        level: addressed.level,
        evidence: wire_evidence(&addressed.evidence, None),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::render::sample;

    #[test]
    fn a_graph_is_one_object_with_one_entry_a_line() {
        let mut out = Vec::new();
        write_graph(&sample::graph(), &mut out).expect("memory takes everything");
        let text = String::from_utf8(out).expect("JSON is UTF-8");
        insta::assert_snapshot!(text, @r#"
        {"v":1,
        "collection":{"luocdo":"","files":1,"sha256":"0123456789abcdef"},
        "nodes":[
        {"id":"binh-thuan/btgtu/hd/36","number":"36-HD/BTGTU","kind":"Hướng dẫn","name":null,"issuer":"Ban Tuyên giáo Tỉnh ủy Bình Thuận","issuer_from":null,"issuer_now":null,"system":"party","level":"province","province":"Bình Thuận","date":"2017-05-31","not_before":null,"not_after":null,"title":null,"state":"missing","held":false,"draft":false,"files":[],"cited_by":0,"mentions":0,"cited_from":[],"malformed":false,"secrecy":null},
        {"id":"binh-thuan/ldld/cv/218","number":"218/LĐLĐ","kind":"Hướng dẫn","name":null,"issuer":"Ban Tuyên giáo Tỉnh ủy Bình Thuận","issuer_from":null,"issuer_now":null,"system":"party","level":"province","province":"Bình Thuận","date":"2017-05-31","not_before":null,"not_after":null,"title":null,"state":"held","held":true,"draft":false,"files":["218.txt"],"cited_by":0,"mentions":0,"cited_from":[],"malformed":false,"secrecy":null}],
        "edges":[
        {"from":"binh-thuan/ldld/cv/218","to":"binh-thuan/btgtu/hd/36","relation":"basis","direct":true,"rule":"number+symbol+issuer+date","act":null,"confidence":0.98,"evidence":[{"path":"218.txt","line":21,"start":378,"end":418,"page":null,"place":null,"quote":"Căn cứ Hướng dẫn số 36-HD/BTGTU, ngày 31/5/2017","rule":"number+symbol+issuer+date"}]}],
        "unresolved":[],
        "addressed":[]}
        "#);
        let value: serde_json::Value = serde_json::from_str(&text).expect("one object");
        assert_eq!(value["edges"][0]["from"], value["nodes"][1]["id"]);
    }

    #[test]
    fn an_empty_graph_is_still_one_object() {
        let mut out = Vec::new();
        write_graph(&Graph::default(), &mut out).expect("memory takes everything");
        let value: serde_json::Value = serde_json::from_slice(&out).expect("one object");
        assert_eq!(value["nodes"], serde_json::json!([]));
    }
}
