//! A view as Graphviz DOT: one rank for each row, tied to a spine of row names; tooltips with the evidence.
//!
//! Clusters would break the rows apart, so `rank=same` keeps them. Sizes are measured with the bundled font and fixed,
//! because Graphviz without a text library takes every Vietnamese letter for a space. The graph is built as a syntax tree
//! and printed by graphviz-rust, so that no text of a document can break out of its quotes.

use super::MARKER;
use super::theme::LIGHT;
use crate::diagram::card::{self, Family};
use crate::diagram::compose::{classes, elision_id, escaped, has_no_follow_up, relation_title, tie_title, units_title};
use crate::diagram::item::{Of, items};
use crate::diagram::lanes::{Lane, lanes};
use crate::diagram::metrics;
use crate::diagram::several;
use crate::diagram::units::{Units, fold_units};
use crate::diagram::wording::{Words, filled, short_name, stroke};
use crate::diagram::{Head, Outline, Rows, Stroke, Time};
use crate::graph::{Node, NodeIndex};
use crate::view::View;
use crate::vocabulary::{Language, Relation, State};
use graphviz_rust::dot_structures::{
    Attribute, Edge, EdgeTy, Graph, GraphAttributes, Id, Node as DotNode, NodeId, Stmt, Subgraph, Vertex,
};
use graphviz_rust::printer::{DotPrinter, PrinterContext};

/// The view as DOT, from sources to what acts on them.
pub fn dot(view: &View, language: Language) -> String {
    let mut text = tree(view, Words::of(language)).print(&mut PrinterContext::default());
    text.push('\n');
    text
}

/// The syntax tree of the whole graph.
fn tree(view: &View, words: &'static Words) -> Graph {
    let items = items(view, Time::Year);
    let lanes = lanes(&items, Rows::Level, words);
    let sent = fold_units(view);
    let mut rows = lanes.rows;
    let mut nodes: Vec<Vec<Stmt>> = (0..rows.len()).map(|lane| vec![NodeOf::lane(lane).stmt(Vec::new())]).collect();
    for (item, lane) in items.iter().zip(lanes.of) {
        nodes[lane].push(match item.of {
            Of::Document(node) => document(&view.graph.graph[node], words),
            Of::Elision(index) => several(view, index, words),
        });
    }
    if !sent.is_empty() {
        nodes.push(vec![NodeOf::lane(rows.len()).stmt(Vec::new())]);
        nodes[rows.len()].extend(sent.iter().map(|units| addressees(view, units, words)));
        rows.push(Lane { title: words.below.to_uppercase(), note: words.below_note.to_string(), until: None });
    }
    let mut stmts = defaults(view);
    stmts.extend(spine(&rows));
    stmts.extend(nodes.into_iter().enumerate().map(|(lane, nodes)| rank(lane, nodes)));
    stmts.extend(view.edges.iter().enumerate().map(|(i, edge)| {
        let (source, target) = edge.flow();
        let ends = (NodeOf::document(view, source), NodeOf::document(view, target));
        let weight = &view.graph.graph[edge.edge];
        let title = relation_title(view, words, i);
        line(ends, Manner::of(Some(edge.relation), weight.direct), words, &title)
    }));
    for (index, elision) in view.elisions.iter().enumerate() {
        for (tie, at) in elision.ties.iter().zip(0..) {
            let (one, all) = (NodeOf::document(view, tie.document), NodeOf(elision_id(view, index)));
            let ends = if tie.flows_in() { (one, all) } else { (all, one) };
            let direct = tie.edges.iter().any(|edge| view.graph.graph[*edge].direct);
            stmts.push(line(ends, Manner::of(Some(tie.relation), direct), words, &tie_title(view, words, index, at)));
        }
    }
    stmts.extend(sent.iter().map(|units| {
        let ends = (NodeOf::document(view, view.nodes[units.sender]), units_of(view, units.sender));
        line(ends, Manner::of(None, true), words, &addressees_title(view, units, words))
    }));
    Graph::DiGraph { id: Id::Plain("luocdo".to_string()), strict: false, stmts }
}

/// A node by its id.
struct NodeOf(String);

impl NodeOf {
    fn lane(index: usize) -> Self {
        Self(format!("lane-{index}"))
    }

    fn document(view: &View, node: NodeIndex) -> Self {
        Self(view.graph.graph[node].id.clone())
    }

    fn id(&self) -> NodeId {
        NodeId(literal(&self.0), None)
    }

    fn stmt(&self, attributes: Vec<Attribute>) -> Stmt {
        Stmt::Node(DotNode::new(self.id(), attributes))
    }
}

/// The node of the units that a document is sent to. Ids of documents have no blank, so the two cannot meet.
fn units_of(view: &View, sender: usize) -> NodeOf {
    NodeOf(format!("units {}", view.graph.graph[view.nodes[sender]].id))
}

/// A string in quotes, fit for DOT: quotes and backslashes escaped, control characters left out, line ends kept.
fn literal(text: &str) -> Id {
    let mut quoted = String::with_capacity(text.len() + 2);
    quoted.push('"');
    for c in text.chars() {
        match c {
            '"' => quoted.push_str("\\\""),
            '\\' => quoted.push_str("\\\\"),
            '\n' => quoted.push_str("\\n"),
            c if c.is_control() => {}
            c => quoted.push(c),
        }
    }
    quoted.push('"');
    Id::Escaped(quoted)
}

/// An attribute of free text. Graphviz reads entities in it, so an ampersand is written as one.
fn quoted(name: &str, text: &str) -> Attribute {
    Attribute(Id::Plain(name.to_string()), literal(&text.replace('&', "&amp;")))
}

/// An attribute that is a number or a word of DOT.
fn plain(name: &str, value: &str) -> Attribute {
    Attribute(Id::Plain(name.to_string()), Id::Plain(value.to_string()))
}

/// Marker, fonts, and the looks of all nodes and edges.
fn defaults(view: &View) -> Vec<Stmt> {
    let collection = &view.graph.collection;
    let provenance =
        format!("{MARKER}: luocdo {}, {} files, sha256 {}", collection.luocdo, collection.files, collection.sha256);
    let font = || quoted("fontname", "Noto Sans");
    let graph = vec![
        quoted("comment", &provenance),
        plain("rankdir", "TB"),
        plain("newrank", "true"),
        plain("splines", "true"),
        plain("nodesep", "0.45"),
        plain("ranksep", "0.7"),
        quoted("charset", "UTF-8"),
        font(),
        quoted("bgcolor", LIGHT.paper),
    ];
    let node = vec![
        font(),
        plain("fontsize", "11"),
        plain("shape", "box"),
        quoted("fillcolor", LIGHT.paper),
        quoted("fontcolor", LIGHT.ink),
    ];
    let edge = vec![font(), quoted("fontsize", "9.5"), plain("arrowsize", "0.9")];
    vec![
        Stmt::GAttribute(GraphAttributes::Graph(graph)),
        Stmt::GAttribute(GraphAttributes::Node(node)),
        Stmt::GAttribute(GraphAttributes::Edge(edge)),
    ]
}

/// The names of the rows below each other, held together by invisible edges.
fn spine(rows: &[Lane]) -> Vec<Stmt> {
    let names: Vec<String> = rows.iter().map(|row| format!("{}\n{}", row.title, row.note)).collect();
    let mut stmts: Vec<Stmt> = Vec::new();
    for (index, name) in names.iter().enumerate() {
        let lines: Vec<String> = name.lines().map(str::to_string).collect();
        let mut attributes = size(&lines, 24);
        attributes.extend([
            quoted("label", name),
            plain("shape", "plaintext"),
            quoted("fontcolor", LIGHT.soft),
            quoted("class", "lane"),
        ]);
        stmts.push(NodeOf::lane(index).stmt(attributes));
    }
    for index in 1..names.len() {
        let ends = EdgeTy::Pair(Vertex::N(NodeOf::lane(index - 1).id()), Vertex::N(NodeOf::lane(index).id()));
        stmts.push(Stmt::Edge(Edge { ty: ends, attributes: vec![plain("style", "invis")] }));
    }
    stmts
}

/// Nodes of one row.
fn rank(index: usize, nodes: Vec<Stmt>) -> Stmt {
    let mut stmts = vec![Stmt::Attribute(plain("rank", "same"))];
    stmts.extend(nodes);
    Stmt::Subgraph(Subgraph { id: Id::Plain(format!("row_{index}")), stmts })
}

/// Longest line of a label in points.
const WIDEST: i32 = 190;

/// Width and height in inches, so that the label fits in any Graphviz; `room` is left at both sides together, in points.
fn size(lines: &[String], room: i32) -> Vec<Attribute> {
    let widest = lines.iter().map(|line| metrics::width(line, 110, false)).max().unwrap_or(0);
    let inches = |points: i32| format!("{}.{:02}", points / 72, points % 72 * 100 / 72);
    let count = i32::try_from(lines.len()).unwrap_or(1);
    vec![plain("width", &inches(widest + room)), plain("height", &inches(14 * count + 14)), plain("fixedsize", "true")]
}

/// A document.
fn document(node: &Node, words: &Words) -> Stmt {
    let family = Family::of(node);
    let held = node.state == State::Held;
    let mut lines = metrics::wrap(&short_name(&card::name(node, words)), 110, false, WIDEST, 2);
    lines.extend(node.issuer.as_deref().map(|issuer| metrics::cut(&short_name(issuer), 110, false, WIDEST)));
    lines.push(card::time(node, words));
    let mut attributes = size(&lines, if family.outline() == Outline::Octagon { 42 } else { 24 });
    let (shape, style) = match family.outline() {
        Outline::Octagon => ("octagon", ""),
        Outline::Folded => ("note", ""),
        Outline::Rounded | Outline::Bubble | Outline::Pill => ("box", "rounded,"),
        Outline::Plain | Outline::Double => ("box", ""),
    };
    let dashed = if held { "" } else { "dashed," };
    attributes.extend([
        quoted("label", &lines.join("\n")),
        quoted("id", &format!("doc-{}", escaped(&node.id))),
        quoted("class", &classes(node).join(" ")),
        plain("shape", shape),
        quoted("style", &format!("{style}{dashed}filled")),
        quoted("color", LIGHT.of(family.tone())),
        plain("penwidth", if held { "2.6" } else { "1.9" }),
        quoted("tooltip", &card::title(node, words)),
    ]);
    if family.outline() == Outline::Double {
        attributes.push(plain("peripheries", "2"));
    }
    NodeOf(node.id.clone()).stmt(attributes)
}

/// Several documents.
fn several(view: &View, index: usize, words: &Words) -> Stmt {
    let elision = &view.elisions[index];
    let lines = [several::elision_name(elision, words), several::elision_time(elision, words)];
    let mut attributes = size(&lines, 24);
    attributes.extend([
        quoted("label", &lines.join("\n")),
        quoted("id", &elision_id(view, index)),
        quoted("class", "card elision"),
        quoted("style", "dashed,filled"),
        quoted("color", LIGHT.of(several::family(elision).tone())),
        plain("peripheries", "2"),
        quoted("tooltip", &several::elision_title(elision, view, words)),
    ]);
    NodeOf(elision_id(view, index)).stmt(attributes)
}

/// The units that a document is sent to.
fn addressees(view: &View, units: &Units, words: &Words) -> Stmt {
    let short: Vec<String> = units.names.iter().map(|name| short_name(name)).collect();
    let shown =
        if short.len() > 2 { vec![short[0].clone(), filled(words.and_more, &[&(short.len() - 1)])] } else { short };
    let mut attributes = size(&shown, 24);
    attributes.extend([
        quoted("label", &shown.join("\n")),
        quoted("class", "card units"),
        quoted("style", "rounded,filled"),
        quoted("color", LIGHT.plain),
        quoted("tooltip", &addressees_title(view, units, words)),
    ]);
    units_of(view, units.sender).stmt(attributes)
}

fn addressees_title(view: &View, units: &Units, words: &Words) -> String {
    units_title(view, words, &units.names, &units.addressed, has_no_follow_up(view, view.nodes[units.sender]))
}

/// How a line looks and what it is called.
struct Manner {
    relation: Option<Relation>,
    stroke: Stroke,
    direct: bool,
}

impl Manner {
    fn of(relation: Option<Relation>, direct: bool) -> Self {
        Self { relation, stroke: stroke(relation), direct }
    }
}

/// A line from the source to what acts on it.
fn line((from, to): (NodeOf, NodeOf), manner: Manner, words: &Words, title: &str) -> Stmt {
    let Manner { relation, stroke, direct } = manner;
    let color = LIGHT.of(stroke.tone());
    let style = match (stroke.is_dotted(), direct) {
        (true, _) => "dotted",
        (false, false) => "dashed",
        (false, true) => "solid",
    };
    let head = match stroke.head() {
        Head::Full => "normal",
        Head::Open => "vee",
        Head::Hollow => "empty",
        Head::Dot => "dot",
        Head::Barred => "normaltee",
    };
    // Two colours with a gap between them make a double line.
    let colors = if stroke.is_double() { format!("{color}:{}:{color}", LIGHT.paper) } else { color.to_string() };
    let weight = stroke.weight().min(28);
    let attributes = vec![
        quoted("label", words.relation(relation)),
        quoted("class", relation.map_or("sends", Relation::code)),
        quoted("color", &colors),
        quoted("fontcolor", color),
        plain("style", style),
        plain("arrowhead", head),
        plain("penwidth", &format!("{}.{}", weight / 10, weight % 10)),
        quoted("edgetooltip", title),
    ];
    Stmt::Edge(Edge { ty: EdgeTy::Pair(Vertex::N(from.id()), Vertex::N(to.id())), attributes })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::graph::{Edge as Citation, Evidence};
    use crate::vocabulary::System;

    /// Two documents whose words try to break out of DOT.
    fn hostile() -> crate::graph::Graph {
        let mut graph = crate::graph::Graph::default();
        let mut add = |id: &str, number: &str| {
            graph.graph.add_node(Node {
                id: id.to_string(),
                number: Some(number.to_string()),
                kind: Some("Kế hoạch".to_string()),
                issuer: Some("Tiểu ban \"TT&PV\" \\ Tỉnh ủy".to_string()),
                system: Some(System::Party),
                title: Some("dòng một\ndòng hai \u{0}\u{7}; } digraph x {".to_string()),
                malformed: true,
                ..Node::default()
            })
        };
        let (a, b) = (add("a\"b", "01-/KH-TBTT&PV"), add("c\\", "x -> y [label=<b>]"));
        let quote = "“Căn cứ” &lt; \\\" kết".to_string();
        let evidence =
            vec![Evidence { path: "a.txt".to_string(), line: 1, start: 0, end: 1, quote, ..Evidence::default() }];
        let edge = Citation {
            relation: Relation::Guides,
            direct: false,
            rule: "r".to_string(),
            act: None,
            confidence: 1.0,
            evidence,
        };
        graph.graph.add_edge(a, b, edge);
        graph
    }

    #[test]
    fn what_is_printed_reads_back_as_the_same_tree() {
        let graph = hostile();
        let view = crate::view::select(&graph, &crate::view::Query::default());
        for language in [Language::Vietnamese, Language::English] {
            let expected = tree(&view, Words::of(language));
            assert_eq!(graphviz_rust::parse(&dot(&view, language)), Ok(expected));
        }
    }

    #[test]
    fn control_characters_never_reach_the_output() {
        let graph = hostile();
        let text = dot(&crate::view::select(&graph, &crate::view::Query::default()), Language::Vietnamese);
        assert!(!text.chars().any(|c| c.is_control() && c != '\n'));
        assert!(text.find(MARKER).is_some_and(|at| at < 1000));
    }
}
