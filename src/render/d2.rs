//! A view as D2: a container for each row, the words of the evidence in tooltips.
//!
//! D2 knows no time and bundles nothing, and its layout takes minutes where there is much; [`d2`] stays where it does not.

use super::net::{Look, Net, Node, TooMuch, net};
use super::theme::LIGHT;
use super::{is_harmful, markdown};
use crate::diagram::card::Family;
use crate::diagram::{Head, Options};
use crate::view::View;
use std::fmt::Write;

/// Most lines that D2 arranges in reasonable time.
const LINES: usize = 1_000;

/// The view as D2, in rows; title, direction of arrows and addressees as asked for.
pub fn d2(view: &View, options: &Options) -> Result<String, TooMuch> {
    let net = net(view, options);
    if net.arrows.len() > LINES {
        return Err(TooMuch { format: "D2", of: "lines", most: LINES, have: net.arrows.len() });
    }
    Ok(written(&net))
}

fn written(net: &Net) -> String {
    let mut out = format!("# {}\ndirection: {}\n", net.provenance, if net.cite { "up" } else { "down" });
    if let Some(title) = &net.title {
        let _ = writeln!(out, "title: {} {{near: top-center; shape: text; style.font-size: 28}}", quoted(title));
    }
    for (row, name) in net.rows.iter().enumerate() {
        let _ = writeln!(out, "row{row}: {} {{\n  style.fill: \"{}\"", quoted(&name.join(" · ")), LIGHT.tint);
        for (index, node) in net.nodes.iter().enumerate().filter(|(_, node)| node.row == row) {
            let _ = writeln!(out, "  n{index}: {} {{", quoted(&node.lines.join("\n")));
            let _ = writeln!(out, "    {}", look(node).join("; "));
            let _ = writeln!(out, "    class: [{}]", node.classes.join("; "));
            let _ = writeln!(out, "    tooltip: {}\n  }}", tooltip(&format!("{}\n{}", node.id, node.title)));
        }
        out.push_str("}\n");
    }
    for arrow in &net.arrows {
        let end = |index: usize| format!("row{}.n{index}", net.nodes[index].row);
        let head = match arrow.stroke.head() {
            Head::Full | Head::Barred => "triangle; target-arrowhead.style.filled: true",
            Head::Open => "arrow",
            Head::Hollow => "triangle; target-arrowhead.style.filled: false",
            Head::Dot => "circle; target-arrowhead.style.filled: true",
        };
        let dash = match (arrow.stroke.is_dotted(), arrow.direct) {
            (true, _) => "; style.stroke-dash: 2",
            (false, false) => "; style.stroke-dash: 5",
            (false, true) => "",
        };
        let _ = writeln!(
            out,
            "{} -> {}: {} {{style.stroke: \"{}\"{dash}; target-arrowhead.shape: {head}; tooltip: {}}}",
            end(arrow.from),
            end(arrow.to),
            quoted(arrow.words),
            LIGHT.of(arrow.stroke.tone()),
            tooltip(&arrow.title)
        );
    }
    out
}

/// Shape, colour and stroke of a box.
fn look(node: &Node) -> Vec<String> {
    let (shape, tone, held) = match node.look {
        Look::Document(family, held) => {
            let shape = match family {
                Family::Party | Family::Organisation => "hexagon",
                Family::State | Family::Guide | Family::Other => "rectangle",
                Family::Letter => "page",
                Family::Spoken => "callout",
            };
            (shape, LIGHT.of(family.tone()), held)
        }
        Look::Several(family, held) => ("rectangle", LIGHT.of(family.tone()), held),
        Look::Units => ("oval", LIGHT.plain, true),
    };
    let mut all =
        vec![format!("shape: {shape}"), format!("style.stroke: \"{tone}\""), "style.fill: \"#FFFFFF\"".to_string()];
    if !held {
        all.push("style.stroke-dash: 4".to_string());
    }
    match node.look {
        Look::Document(Family::State, _) => all.push("style.double-border: true".to_string()),
        Look::Document(Family::Guide, _) => all.push("style.border-radius: 10".to_string()),
        Look::Several(..) => all.push("style.multiple: true".to_string()),
        _ => {}
    }
    all
}

/// Words of a tooltip, which D2 reads as Markdown.
fn tooltip(words: &str) -> String {
    let lines: Vec<String> = words.split('\n').map(markdown::line).collect();
    quoted(&lines.join("\n"))
}

/// Words in double quotes; D2 would take a dollar for a variable.
fn quoted(words: &str) -> String {
    let mut safe = String::from("\"");
    for c in words.chars() {
        match c {
            '"' | '\\' | '$' => safe.extend(['\\', c]),
            '\n' => safe.push_str("\\n"),
            c if is_harmful(c) => {}
            c => safe.push(c),
        }
    }
    safe.push('"');
    safe
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::render::sample;
    use crate::view::{Query, select};

    #[test]
    fn the_sample_as_d2() {
        let graph = sample::graph();
        let text = d2(&select(&graph, &Query::default()), &Options::default()).expect("little");
        insta::assert_snapshot!(text, @r##"
        # luocdo-drawing: luocdo , 1 files, sha256 0123456789abcdef
        direction: down
        row0: "TỈNH · Đảng" {
          style.fill: "#F4F6F9"
          n0: "36-HD/BTGTU\nBTGTU Bình Thuận\n31/5/2017" {
            shape: rectangle; style.stroke: "#0B7F73"; style.fill: "#FFFFFF"; style.stroke-dash: 4; style.border-radius: 10
            class: [card; missing; guideline; party]
            tooltip: "doc-binh-thuan.btgtu.hd.36\nHướng dẫn 36-HD/BTGTU, Ban Tuyên giáo Tỉnh ủy Bình Thuận, 31/5/2017\nChưa thấy trong kho."
          }
          n1: "218/LĐLĐ\nBTGTU Bình Thuận\n31/5/2017" {
            shape: rectangle; style.stroke: "#0B7F73"; style.fill: "#FFFFFF"; style.border-radius: 10
            class: [card; held; guideline; party]
            tooltip: "doc-binh-thuan.ldld.cv.218\nHướng dẫn 218/LĐLĐ, Ban Tuyên giáo Tỉnh ủy Bình Thuận, 31/5/2017\nTệp: 218.txt"
          }
        }
        row0.n0 -> row0.n1: "căn cứ" {style.stroke: "#1B2333"; target-arrowhead.shape: triangle; target-arrowhead.style.filled: true; tooltip: "218/LĐLĐ căn cứ 36-HD/BTGTU\n“Căn cứ Hướng dẫn số 36-HD/BTGTU, ngày 31/5/2017” (218.txt, dòng 21)"}
        "##);
    }

    #[test]
    fn no_word_breaks_out_of_its_quotes() {
        assert_eq!(quoted("a\"b\\${x}\n"), r#""a\"b\\\${x}\n""#);
        assert_eq!(tooltip("<b>*x*\n"), r#""\\<b\\>\\*x\\*\n""#);
        assert_eq!(tooltip("- a\n12. b\n12/KH\n    c > d\n==="), r#""\\- a\n12\\. b\n12/KH\nc \\> d\n\\===""#);
    }
}
