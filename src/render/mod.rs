//! Results as bytes, one file per format.
//!
//! | Format | From | To |
//! |---|---|---|
//! | [`svg()`] | a [`crate::diagram::Diagram`] | SVG 1.1, text as text |
//! | [`png()`] | the same, feature `png` | PNG |
//! | [`pdf()`] | several of them, feature `pdf` | PDF, a page each, vector, fonts embedded |
//! | [`dot()`] | a [`crate::view::View`] | Graphviz DOT |
//! | [`mermaid()`], [`d2()`] | the same, within their limits | text for notes and diagram tools |
//! | [`mod@json`] | a [`crate::graph::Graph`], or an answer about it | one JSON object |
//! | [`mod@csv`] | a [`crate::graph::Graph`] | tables for Gephi and spreadsheets |
//! | [`ndjson`] | a [`crate::record::Record`] | one JSON object a line |
//! | [`report`] | what an audit found | JSON, CSV, Markdown, HTML, XLSX, SARIF, JUnit … |
//!
//! Every drawing names the program near its beginning with [`MARKER`], so that the program never reads its own drawings
//! as documents. Same input, same bytes.

pub mod csv;
mod d2;
mod dot;
mod glyphs;
pub mod json;
mod markdown;
mod mermaid;
mod net;
pub mod ndjson;
mod path;
#[cfg(feature = "pdf")]
mod pdf;
#[cfg(feature = "png")]
mod png;
mod strokes;
pub mod report;
mod svg;
mod theme;
#[cfg(any(feature = "png", feature = "pdf"))]
mod tree;

pub use crate::source::OWN_MARK as MARKER;
pub use d2::d2;
pub use dot::dot;
pub use mermaid::mermaid;
pub use net::TooMuch;
#[cfg(feature = "pdf")]
pub use pdf::pdf;
#[cfg(feature = "png")]
pub use png::png;
use svg::escaped;
pub use svg::{SvgOptions, svg, svg_with};
pub use theme::{DARK, LIGHT, PRINT, Theme};
#[cfg(any(feature = "png", feature = "pdf"))]
pub use tree::PictureError;

use crate::graph::Node;
use std::borrow::Cow;

/// Version of the wire format; keys may be added within a version, none changes its meaning.
pub const WIRE_VERSION: u32 = 1;

/// True for what no output shows: controls that terminals and viewers obey, marks that turn the order of the text behind
/// them, and what XML cannot hold. Line ends and tabs are left to each format.
pub fn is_harmful(c: char) -> bool {
    let turns = matches!(c, '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}');
    turns || matches!(c, '\u{FFFE}' | '\u{FFFF}') || c.is_control() && !matches!(c, '\n' | '\r' | '\t')
}

/// The text without what is harmful.
pub(crate) fn harmless(text: &str) -> Cow<'_, str> {
    match text.contains(is_harmful) {
        true => Cow::Owned(text.chars().filter(|c| !is_harmful(*c)).collect()),
        false => Cow::Borrowed(text),
    }
}

/// What a document is called in one breath: its number, its name, or its kind, place and date.
pub fn label(node: &Node) -> Cow<'_, str> {
    if let Some(name) = node.number.as_deref().or(node.name.as_deref()) {
        return Cow::Borrowed(name);
    }
    let parts = [node.kind.as_deref(), node.issuer.as_deref()].into_iter().flatten().map(str::to_string);
    let parts: Vec<String> = parts.chain(node.date.map(|date| date.written())).collect();
    if parts.is_empty() { Cow::Borrowed(&node.id) } else { Cow::Owned(parts.join(", ")) }
}

#[cfg(test)]
pub(crate) mod sample {
    //! One small graph that the tests of the formats share.

    use crate::graph::{Edge, Evidence, Graph, Node};
    use crate::record::Record;
    use crate::vocabulary::{Level, Relation, State, System};

    pub fn node(id: &str, number: &str, state: State) -> Node {
        Node {
            id: id.into(),
            number: Some(number.into()),
            kind: Some("Hướng dẫn".into()),
            issuer: Some("Ban Tuyên giáo Tỉnh ủy Bình Thuận".into()),
            system: Some(System::Party),
            level: Some(Level::Province),
            province: Some("Bình Thuận".into()),
            date: "2017-05-31".parse().ok(),
            state,
            held: state == State::Held,
            files: if state == State::Held { vec!["218.txt".into()] } else { Vec::new() },
            ..Node::default()
        }
    }

    pub fn evidence() -> Evidence {
        Evidence {
            path: "218.txt".into(),
            line: 21,
            start: 378,
            end: 418,
            quote: "Căn cứ Hướng dẫn số 36-HD/BTGTU, ngày 31/5/2017".into(),
            ..Evidence::default()
        }
    }

    /// 218/LĐLĐ, which is held, is based on 36-HD/BTGTU, which is not.
    pub fn graph() -> Graph {
        let mut graph = Graph::default();
        let missing = graph.graph.add_node(node("binh-thuan/btgtu/hd/36", "36-HD/BTGTU", State::Missing));
        let held = graph.graph.add_node(node("binh-thuan/ldld/cv/218", "218/LĐLĐ", State::Held));
        let edge = Edge {
            relation: Relation::Basis,
            direct: true,
            rule: "number+symbol+issuer+date".into(),
            act: None,
            confidence: 0.976,
            evidence: vec![evidence()],
            rules: vec!["number+symbol+issuer+date"],
        };
        graph.graph.add_edge(held, missing, edge);
        graph.collection.files = 1;
        graph.collection.sha256 = "0123456789abcdef".into();
        graph
    }

    pub fn record() -> Record {
        Record {
            path: "218.txt".into(),
            texts: vec!["Hướng dẫn số 36-HD/BTGTU, ngày 31/5/2017".into()],
            evidence: vec![evidence()],
            ..Record::default()
        }
    }
}
