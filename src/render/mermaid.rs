//! A view as a Mermaid flowchart, for notes and pages that draw it themselves: a subgraph for each row.
//!
//! Mermaid knows no time, no bundles, and refuses more than 500 lines or 50,000 characters; [`mermaid`] stays below both.

use super::net::{Look, Net, Node, TooMuch, net};
use super::theme::LIGHT;
use super::{harmless, is_harmful};
use crate::diagram::card::Family;
use crate::diagram::{Head, Options};
use crate::view::View;
use std::fmt::Write;

/// Most lines and most characters.
const LINES: usize = 450;
const CHARACTERS: usize = 50_000;

/// The view as Mermaid, in rows; title, direction of arrows and addressees as asked for.
pub fn mermaid(view: &View, options: &Options) -> Result<String, TooMuch> {
    let net = net(view, options);
    let too_much = |of, most, have| TooMuch { format: "Mermaid", of, most, have };
    if net.arrows.len() > LINES {
        return Err(too_much("lines", LINES, net.arrows.len()));
    }
    let text = written(&net);
    let characters = text.chars().count();
    if characters > CHARACTERS {
        return Err(too_much("characters", CHARACTERS, characters));
    }
    Ok(text)
}

fn written(net: &Net) -> String {
    let mut out = match &net.title {
        Some(title) => format!("---\n# {}\ntitle: {}\n---\n", net.provenance, in_yaml(title)),
        None => format!("%% {}\n", net.provenance),
    };
    // Mermaid puts the end of an arrow further on than its beginning; the centre stays above.
    let _ = writeln!(out, "flowchart {}", if net.cite { "BT" } else { "TB" });
    for (row, name) in net.rows.iter().enumerate() {
        let _ = writeln!(out, "subgraph row{row} [\"{}\"]", quoted(&name.join(" · ")));
        for (index, node) in net.nodes.iter().enumerate().filter(|(_, node)| node.row == row) {
            let (open, close) = brackets(node);
            let lines: Vec<String> = node.lines.iter().map(|line| quoted(line)).collect();
            let _ = writeln!(out, "  n{index}{open}\"{}\"{close}:::{}", lines.join("<br/>"), class(node));
        }
        out.push_str("end\n");
    }
    for arrow in &net.arrows {
        let shape = match (arrow.stroke.head(), arrow.direct) {
            (_, false) => "-.->",
            (Head::Full, _) => "==>",
            (Head::Open, _) | (Head::Hollow, _) => "-->",
            (Head::Dot, _) => "--o",
            (Head::Barred, _) => "--x",
        };
        let _ = writeln!(out, "n{} {shape}|\"{}\"| n{}", arrow.from, quoted(arrow.words), arrow.to);
    }
    for (class, colour) in [
        ("directive", LIGHT.party),
        ("legal", LIGHT.state),
        ("guideline", LIGHT.guide),
        ("letter", LIGHT.letter),
        ("plain", LIGHT.plain),
    ] {
        let _ = writeln!(out, "classDef {class} fill:#fff,color:{},stroke:{colour},stroke-width:2.6px", LIGHT.ink);
        let _ = writeln!(
            out,
            "classDef {class}Missing fill:#fff,color:{},stroke:{colour},stroke-width:1.6px,stroke-dasharray:6 4",
            LIGHT.ink
        );
    }
    out
}

fn class(node: &Node) -> &'static str {
    match node.look {
        Look::Units => "plain",
        Look::Document(family, held) | Look::Several(family, held) => match (family, held) {
            (Family::Party, true) => "directive",
            (Family::Party, false) => "directiveMissing",
            (Family::State, true) => "legal",
            (Family::State, false) => "legalMissing",
            (Family::Guide, true) => "guideline",
            (Family::Guide, false) => "guidelineMissing",
            (Family::Letter, true) => "letter",
            (Family::Letter, false) => "letterMissing",
            (_, true) => "plain",
            (_, false) => "plainMissing",
        },
    }
}

fn brackets(node: &Node) -> (&'static str, &'static str) {
    match node.look {
        Look::Document(Family::Party | Family::Organisation, _) => ("{{", "}}"),
        Look::Document(Family::State, _) => ("[[", "]]"),
        Look::Document(Family::Guide, _) => ("(", ")"),
        Look::Document(Family::Letter, _) => (">", "]"),
        Look::Document(Family::Other | Family::Spoken, _) | Look::Several(..) => ("[", "]"),
        Look::Units => ("([", "])"),
    }
}

/// A title in the settings above the flowchart, which are YAML: double quotes as in JSON.
fn in_yaml(title: &str) -> String {
    serde_json::Value::from(harmless(title)).to_string()
}

/// Words inside quotes: whatever Mermaid or HTML could take for its own becomes an entity code.
fn quoted(words: &str) -> String {
    let mut safe = String::with_capacity(words.len());
    for c in words.chars() {
        match c {
            '"' => safe.push_str("#quot;"),
            '#' | '<' | '>' | '&' | '`' | '\\' | ';' | '{' | '}' | '%' => {
                let _ = write!(safe, "#{};", u32::from(c));
            }
            '\n' | '\t' | '\r' => safe.push(' '),
            c if is_harmful(c) => {}
            c => safe.push(c),
        }
    }
    safe
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::render::sample;
    use crate::view::{Query, select};

    #[test]
    fn the_sample_as_mermaid() {
        let graph = sample::graph();
        let text = mermaid(&select(&graph, &Query::default()), &Options::default()).expect("little");
        let body: Vec<&str> = text.lines().filter(|line| !line.starts_with("classDef")).collect();
        insta::assert_snapshot!(body.join("\n"), @r#"
        %% luocdo-drawing: luocdo , 1 files, sha256 0123456789abcdef
        flowchart TB
        subgraph row0 ["TỈNH · Đảng"]
          n0("36-HD/BTGTU<br/>BTGTU Bình Thuận<br/>31/5/2017"):::guidelineMissing
          n1("218/LĐLĐ<br/>BTGTU Bình Thuận<br/>31/5/2017"):::guideline
        end
        n0 ==>|"căn cứ"| n1
        "#);
    }

    #[test]
    fn no_word_breaks_out_of_its_quotes() {
        assert_eq!(quoted("a\"b#c<br/>`d`\n"), "a#quot;b#35;c#60;br/#62;#96;d#96; ");
    }

    #[test]
    fn more_lines_than_mermaid_takes_are_refused_with_their_number() {
        let mut graph = sample::graph();
        let nodes: Vec<_> = graph.graph.node_indices().collect();
        for i in 0..=LINES {
            let node = graph.graph.add_node(sample::node(&format!("n{i}"), "1/KH", crate::vocabulary::State::Missing));
            let edge = graph.graph.raw_edges()[0].weight.clone();
            graph.graph.add_edge(node, nodes[0], edge);
        }
        let query = Query { max_nodes: usize::MAX, ..Query::default() };
        let refused = mermaid(&select(&graph, &query), &Options::default()).expect_err("too much");
        assert_eq!((refused.most, refused.have), (LINES, LINES + 2));
    }
}
