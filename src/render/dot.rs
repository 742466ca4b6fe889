//! A view as Graphviz DOT: one rank for each row, tied to a spine of row names; tooltips with the evidence.
//!
//! Clusters would break the rows apart, so `rank=same` keeps them. Sizes are measured with the bundled font and fixed,
//! because Graphviz without a text library takes every Vietnamese letter for a space. The graph is built as a syntax tree
//! and printed by graphviz-rust, so that no text of a document can break out of its quotes.

use super::is_harmful;
use super::net::{Arrow, Look, Net, Node, net};
use super::theme::LIGHT;
use crate::diagram::metrics;
use crate::diagram::{Head, Options, Outline};
use crate::view::View;
use graphviz_rust::dot_structures::{
    Attribute, Edge, EdgeTy, Graph, GraphAttributes, Id, Node as DotNode, NodeId, Stmt, Subgraph, Vertex,
};
use graphviz_rust::printer::{DotPrinter, PrinterContext};

/// The view as DOT, in rows; title, direction of arrows and addressees as asked for.
pub fn dot(view: &View, options: &Options) -> String {
    let mut text = tree(&net(view, options)).print(&mut PrinterContext::default());
    text.push('\n');
    text
}

/// The syntax tree of the whole graph.
fn tree(net: &Net) -> Graph {
    let mut stmts = defaults(net);
    stmts.extend(spine(&net.rows));
    stmts.extend((0..net.rows.len()).map(|row| rank(row, net)));
    stmts.extend(net.arrows.iter().map(|arrow| line(arrow, net)));
    Graph::DiGraph { id: Id::Plain("luocdo".to_string()), strict: false, stmts }
}

/// The node of the name of a row.
fn lane(row: usize) -> NodeId {
    node_of(&format!("lane-{row}"))
}

fn node_of(name: &str) -> NodeId {
    NodeId(literal(name), None)
}

fn edge(from: NodeId, to: NodeId, attributes: Vec<Attribute>) -> Stmt {
    Stmt::Edge(Edge { ty: EdgeTy::Pair(Vertex::N(from), Vertex::N(to)), attributes })
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
            c if is_harmful(c) => {}
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
fn defaults(net: &Net) -> Vec<Stmt> {
    let font = || quoted("fontname", "Noto Sans");
    let mut graph = vec![
        quoted("comment", &net.provenance),
        plain("rankdir", "TB"),
        plain("newrank", "true"),
        plain("splines", "true"),
        plain("nodesep", "0.45"),
        plain("ranksep", "0.7"),
        quoted("charset", "UTF-8"),
        font(),
        quoted("bgcolor", LIGHT.paper),
    ];
    if let Some(title) = &net.title {
        graph.extend([quoted("label", title), plain("labelloc", "t"), plain("fontsize", "20")]);
    }
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
fn spine(rows: &[[String; 2]]) -> Vec<Stmt> {
    let names = rows.iter().enumerate().map(|(row, name)| {
        let mut attributes = size(name, 24);
        attributes.extend([
            quoted("label", &name.join("\n")),
            plain("shape", "plaintext"),
            quoted("fontcolor", LIGHT.soft),
            quoted("class", "lane"),
        ]);
        Stmt::Node(DotNode::new(lane(row), attributes))
    });
    let links = (1..rows.len()).map(|row| edge(lane(row - 1), lane(row), vec![plain("style", "invis")]));
    names.chain(links).collect()
}

/// The nodes of one row.
fn rank(row: usize, net: &Net) -> Stmt {
    let mut stmts = vec![Stmt::Attribute(plain("rank", "same")), Stmt::Node(DotNode::new(lane(row), Vec::new()))];
    stmts.extend(net.nodes.iter().filter(|node| node.row == row).map(boxed));
    Stmt::Subgraph(Subgraph { id: Id::Plain(format!("row_{row}")), stmts })
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

/// A node: its words in lines that are no longer than allowed, its looks, its evidence.
fn boxed(node: &Node) -> Stmt {
    let (first, rest) = node.lines.split_first().map_or(("", &[][..]), |(first, rest)| (first.as_str(), rest));
    let mut lines = metrics::wrap(first, 110, false, WIDEST, 2);
    lines.extend(rest.iter().map(|line| metrics::cut(line, 110, false, WIDEST)));
    let (outline, tone, held) = match node.look {
        Look::Document(family, held) => (family.outline(), LIGHT.of(family.tone()), held),
        Look::Several(family, held) => (Outline::Plain, LIGHT.of(family.tone()), held),
        Look::Units => (Outline::Pill, LIGHT.plain, true),
    };
    let (shape, style) = match outline {
        Outline::Octagon => ("octagon", ""),
        Outline::Folded => ("note", ""),
        Outline::Rounded | Outline::Bubble | Outline::Pill => ("box", "rounded,"),
        Outline::Plain | Outline::Double => ("box", ""),
    };
    let dashed = if held { "" } else { "dashed," };
    let mut attributes = size(&lines, if outline == Outline::Octagon { 42 } else { 24 });
    attributes.extend([
        quoted("label", &lines.join("\n")),
        quoted("id", &node.id),
        quoted("class", &node.classes.join(" ")),
        plain("shape", shape),
        quoted("style", &format!("{style}{dashed}filled")),
        quoted("color", tone),
        plain("penwidth", if held { "2.6" } else { "1.9" }),
        quoted("tooltip", &node.title),
    ]);
    // A second edge: a legal document of the State, or the sheets behind the first.
    if outline == Outline::Double || matches!(node.look, Look::Several(..)) {
        attributes.push(plain("peripheries", "2"));
    }
    Stmt::Node(DotNode::new(node_of(&node.name), attributes))
}

/// A line from the source to what acts on it.
fn line(arrow: &Arrow, net: &Net) -> Stmt {
    let stroke = arrow.stroke;
    let color = LIGHT.of(stroke.tone());
    let style = match (stroke.is_dotted(), arrow.direct) {
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
    let mut attributes = vec![
        quoted("label", arrow.words),
        quoted("class", arrow.class),
        quoted("color", &colors),
        quoted("fontcolor", color),
        plain("style", style),
        plain("arrowhead", head),
        plain("penwidth", &format!("{}.{}", weight / 10, weight % 10)),
        quoted("edgetooltip", &arrow.title),
    ];
    if net.cite {
        // Up or down, the spine alone orders the rows.
        attributes.push(plain("constraint", "false"));
    }
    edge(node_of(&net.nodes[arrow.from].name), node_of(&net.nodes[arrow.to].name), attributes)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::graph::{Edge as Citation, Evidence, Node};
    use crate::render::MARKER;
    use crate::vocabulary::{Language, Relation, System};

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
        let quote = "“Căn cứ” &lt; \\\" kết".into();
        let evidence = vec![Evidence { path: "a.txt".into(), line: 1, start: 0, end: 1, quote, ..Evidence::default() }];
        let edge = Citation {
            relation: Relation::Guides,
            direct: false,
            rule: "r".to_string(),
            act: None,
            confidence: 1.0,
            evidence,
            rules: vec!["r"],
        };
        graph.graph.add_edge(a, b, edge);
        graph
    }

    #[test]
    fn what_is_printed_reads_back_as_the_same_tree() {
        let graph = hostile();
        let view = crate::view::select(&graph, &crate::view::Query::default());
        for language in [Language::Vietnamese, Language::English] {
            let options = Options { language, title: Some("A \"B\"".into()), ..Options::default() };
            let expected = tree(&net(&view, &options));
            assert_eq!(graphviz_rust::parse(&dot(&view, &options)), Ok(expected));
        }
    }

    #[test]
    fn control_characters_never_reach_the_output() {
        let graph = hostile();
        let text = dot(&crate::view::select(&graph, &crate::view::Query::default()), &Options::default());
        assert!(!text.chars().any(|c| c.is_control() && c != '\n'));
        assert!(text.find(MARKER).is_some_and(|at| at < 1000));
    }
}
