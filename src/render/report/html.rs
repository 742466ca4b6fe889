//! A report as one page in one file: no script, no request, to be read on any computer and printed.
//!
//! It looks like the poster (`theme`), and each of the first missing sources has its own small cascade, drawn by
//! [`crate::diagram`]. Drawings stand in the page as images, so that their names and styles never meet.

use super::{Report, day, expected};
use crate::audit::worklist::Wanted;
use crate::audit::{Finding, Place, Said, Severity};
use crate::diagram::{self, Diagram};
use crate::graph::NodeIndex;
use crate::render::{escaped, svg};
use crate::view::{Query, select};
use std::io::{self, Write};

/// Missing sources with a drawing.
const DRAWN: usize = 8;

/// Most cards of a drawing.
const CARDS: usize = 14;

/// Widest drawing, room about it, and room for the years above the rows; in units of the diagram.
const WIDEST: i32 = 1000;
const MARGIN: i32 = 6;
const YEARS: i32 = 34;

/// Findings of one code that are open on the page; the rest are a click away.
const OPEN: usize = 25;

const STYLE: &str = include_str!("page.css");

/// Writes the page.
///
/// # Errors
/// What `out` says.
pub fn html(report: &Report<'_>, out: &mut dyn Write) -> io::Result<()> {
    let title = report.word("Soát văn bản", "Audit of documents");
    write!(
        out,
        "<!DOCTYPE html>\n<html lang=\"{}\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <meta name=\"generator\" content=\"{} {}\">\n\
         <meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; img-src data:; style-src 'unsafe-inline'\">\n\
         <title>{title}</title>\n<style>\n{STYLE}</style>\n</head>\n<body>\n<header>\n<h1>{title}</h1>\n",
        report.word("vi", "en"),
        crate::render::MARKER,
        env!("CARGO_PKG_VERSION"),
    )?;
    numbers(report, out)?;
    writeln!(out, "</header>\n<main>")?;
    missing(report, out)?;
    for (heading, findings) in report.by_code().into_iter().filter(|(heading, _)| heading.code() != "NG101") {
        let (code, name) = (heading.code(), escaped(heading.name(report.language)));
        writeln!(
            out,
            "<section id=\"{code}\">\n<h2><span class=\"code\">{code}</span> {name} <b>{}</b></h2>",
            findings.len()
        )?;
        let (open, more) = findings.split_at(findings.len().min(OPEN));
        open.iter().try_for_each(|finding| one(report, finding, out))?;
        if !more.is_empty() {
            writeln!(out, "<details><summary>{} {}</summary>", report.word("còn", "more:"), more.len())?;
            more.iter().try_for_each(|finding| one(report, finding, out))?;
            writeln!(out, "</details>")?;
        }
        writeln!(out, "</section>")?;
    }
    coverage(report, out)?;
    writeln!(out, "</main>\n<footer>")?;
    let collection = &report.case.graph.collection;
    let sha: String = collection.sha256.chars().take(12).collect();
    writeln!(
        out,
        "<p>{}</p>\n<p>luocdo {} · {} {} · {sha}</p>\n</footer>\n</body>\n</html>",
        report.word(
            "Báo cáo đọc những gì có trong kho. “Chưa thấy trong kho” không có nghĩa là không có, hay chưa thực hiện; mỗi mã có quy tắc và giới hạn, xem luocdo giai-thich MÃ.",
            "This reads what the collection holds. “Not seen in the collection” means neither that it does not exist nor that nothing was done; each code has its rule and limits, see luocdo explain CODE.",
        ),
        collection.luocdo,
        collection.files,
        report.word("tệp", "files"),
    )
}

fn numbers(report: &Report<'_>, out: &mut dyn Write) -> io::Result<()> {
    let mut number = |count: usize, words: &str, class: &str| {
        writeln!(out, "<div class=\"number {class}\"><b>{count}</b> {words}</div>")
    };
    number(report.documents(), report.word("văn bản trong kho", "documents held"), "")?;
    number(report.wanted.len(), report.word("nguồn còn thiếu", "missing sources"), "missing")?;
    number(report.count(Severity::Error), report.word("lỗi", "errors"), "error")?;
    number(report.count(Severity::Warning), report.word("cảnh báo", "warnings"), "warning")?;
    number(report.count(Severity::Note), report.word("ghi chú", "notes"), "")?;
    if report.baseline.hidden > 0 {
        number(report.baseline.hidden, report.word("đã biết, không kê", "accepted, not listed"), "")?;
    }
    Ok(())
}

fn missing(report: &Report<'_>, out: &mut dyn Write) -> io::Result<()> {
    let graph = &report.case.graph.graph;
    let wanted = report.wanted;
    if wanted.is_empty() {
        return Ok(());
    }
    let heading = report.word("nguồn còn thiếu, theo thứ tự nên tìm", "missing sources, in the order in which to look");
    writeln!(
        out,
        "<section id=\"NG101\">\n<h2><span class=\"code\">NG101</span> {heading} <b>{}</b></h2>",
        wanted.len()
    )?;
    for source in wanted.iter().take(DRAWN) {
        let name = escaped(source.name.in_language(report.language));
        writeln!(out, "<article>\n<h3>{}. {name}</h3>", source.rank)?;
        if let Some(title) = &graph[source.node].title {
            writeln!(out, "<p class=\"title\">{}</p>", escaped(title))?;
        }
        writeln!(out, "<p class=\"facts\">{}</p>", facts(report, source))?;
        writeln!(
            out,
            "<div class=\"drawing\" tabindex=\"0\"><img alt=\"{name}\" src=\"{}\"></div>",
            drawing(report, source.node)
        )?;
        source.citations.iter().try_for_each(|place| quote(report, place, out))?;
        writeln!(out, "</article>")?;
    }
    if wanted.len() > DRAWN {
        writeln!(
            out,
            "<table>\n<tr><th></th><th>{}</th><th>{}</th><th>{}</th><th>{}</th><th class=\"path\">{}</th></tr>",
            report.word("Nguồn", "Source"),
            report.word("Văn bản", "Documents"),
            report.word("Tỉnh", "Provinces"),
            report.word("Lần nhắc", "Mentions"),
            report.word("Viện dẫn đầu", "First citation")
        )?;
        for source in wanted.iter().skip(DRAWN) {
            let node = &graph[source.node];
            let first = source.citations.first().map(Place::at).unwrap_or_default();
            writeln!(
                out,
                "<tr><td>{}</td><td>{}</td><td>{}</td><td>{}</td><td>{}</td><td class=\"path\">{}</td></tr>",
                source.rank,
                escaped(source.name.in_language(report.language)),
                node.cited_by,
                node.cited_from.len(),
                node.mentions,
                escaped(&first)
            )?;
        }
        writeln!(out, "</table>")?;
    }
    writeln!(out, "</section>")
}

fn facts(report: &Report<'_>, source: &Wanted) -> String {
    let node = &report.case.graph.graph[source.node];
    let mut facts = vec![
        format!("{} {}", node.cited_by, report.word("văn bản viện dẫn", "citing documents")),
        format!("{} {}", node.cited_from.len(), report.word("tỉnh", "provinces")),
        format!("{} {}", node.mentions, report.word("lần nhắc", "mentions")),
    ];
    if source.joins > 1 {
        facts.push(
            format!("{} {}", report.word("nối", "joins"), source.joins) + report.word(" dòng chỉ đạo", " cascades"),
        );
    }
    facts.extend(
        source.holders.first().map(|(holder, _)| format!("{} {}", report.word("hỏi:", "ask:"), escaped(holder))),
    );
    facts.join(" · ")
}

/// The source, what it rests on and what acts on it, as an image in the page.
fn drawing(report: &Report<'_>, node: NodeIndex) -> String {
    let query =
        Query { focus: vec![node], up: Some(1), down: Some(2), max_nodes: CARDS, competence: true, ..Query::default() };
    let view = select(report.case.graph, &query);
    let options =
        diagram::Options { language: report.language, max_width: Some(WIDEST), ..diagram::Options::default() };
    let drawing = bare(diagram::arrange(&view, &options));
    // Percent-encoding is shorter than base64 for text, and readable.
    let mut uri = String::from("data:image/svg+xml,");
    for c in drawing.chars() {
        match c {
            '%' => uri.push_str("%25"),
            '#' => uri.push_str("%23"),
            '"' => uri.push_str("%22"),
            '<' => uri.push_str("%3C"),
            '>' => uri.push_str("%3E"),
            '&' => uri.push_str("%26"),
            '\n' | '\r' | '\t' => uri.push(' '),
            c => uri.push(c),
        }
    }
    uri
}

/// Years, rows and cards without title, legend and foot, which the page has itself.
fn bare(mut diagram: Diagram) -> String {
    let rows = diagram.lanes.iter().chain(&diagram.columns);
    let (left, right) =
        (rows.clone().map(|r| r.x).min().unwrap_or(0), rows.clone().map(|r| r.right()).max().unwrap_or(0));
    let (top, bottom) = (rows.clone().map(|r| r.y).min().unwrap_or(0), rows.map(|r| r.y + r.h).max().unwrap_or(0));
    diagram.frame.clear();
    let drawn = svg(&diagram);
    // The whole sheet is drawn; the window onto it is the rows with the years above them.
    let (x, y, w, h) = (left - MARGIN, top - YEARS, right - left + 2 * MARGIN, bottom - top + YEARS + MARGIN);
    let window = format!("viewBox=\"{x} {y} {w} {h}\"");
    let size = |mm: i32| format!("{}.{:02}mm", mm / 4, mm % 4 * 25);
    let Some((head, rest)) = drawn.split_once(" viewBox=\"") else { return drawn };
    let rest = rest.split_once('"').map_or(rest, |(_, rest)| rest);
    let start = head.find(" width=\"").unwrap_or(head.len());
    format!("{} width=\"{}\" height=\"{}\" {window}{rest}", &head[..start], size(w), size(h))
}

fn one(report: &Report<'_>, finding: &Finding, out: &mut dyn Write) -> io::Result<()> {
    let words = |said: &Said| escaped(said.in_language(report.language));
    writeln!(
        out,
        "<article class=\"{}\">\n<p class=\"message\">{}</p>",
        finding.severity.code(),
        words(&finding.message)
    )?;
    finding.places.iter().try_for_each(|place| quote(report, place, out))?;
    for note in &finding.notes {
        writeln!(out, "<p class=\"note\">{}</p>", words(note))?;
    }
    if let Some(advice) = &finding.suggestion {
        writeln!(out, "<p class=\"advice\">{}</p>", words(advice))?;
    }
    writeln!(out, "</article>")
}

fn quote(report: &Report<'_>, place: &Place, out: &mut dyn Write) -> io::Result<()> {
    let said = place.said.as_ref().map(|said| format!(" <i>{}</i>", escaped(said.in_language(report.language))));
    let said = said.unwrap_or_default();
    let path = format!("<span class=\"path\">{}</span>{said}", escaped(&place.at()));
    match (&place.quote, &place.mark) {
        (Some(quote), Some(mark)) => writeln!(
            out,
            "<blockquote>{}<mark>{}</mark>{}<br>{path}</blockquote>",
            escaped(&quote[..mark.start]),
            escaped(&quote[mark.clone()]),
            escaped(&quote[mark.end..])
        ),
        (Some(quote), None) => writeln!(out, "<blockquote>{}<br>{path}</blockquote>", escaped(quote)),
        (None, _) => writeln!(out, "<p class=\"place\">{path}</p>"),
    }
}

fn coverage(report: &Report<'_>, out: &mut dyn Write) -> io::Result<()> {
    if report.coverage.is_empty() {
        return Ok(());
    }
    let graph = &report.case.graph.graph;
    writeln!(out, "<section id=\"coverage\">\n<h2>{}</h2>", report.word("Độ phủ", "Coverage"))?;
    for directive in report.directives() {
        let name = escaped(report.case.name(&graph[directive.index]).in_language(report.language));
        let (seen, units) = (directive.seen.len(), directive.units());
        writeln!(out, "<details>\n<summary>{name} <b>{seen}/{units}</b></summary>\n<table>")?;
        for row in directive.seen {
            let first = &graph[row.acted[0]];
            let after = row.days.map(|days| format!("{days} {}", report.word("ngày", "days"))).unwrap_or_default();
            writeln!(
                out,
                "<tr><td>{}</td><td>{}</td><td>{}</td><td>{}</td><td>{after}</td></tr>",
                escaped(&row.unit),
                expected(row.expected, report.language),
                escaped(&report.case.short(first)),
                day(first.date)
            )?;
        }
        let unseen: Vec<String> = directive.unseen.iter().map(|row| escaped(&row.unit)).collect();
        if !unseen.is_empty() {
            let words = report.word("chưa thấy trong kho", "not seen in the collection");
            writeln!(out, "<tr class=\"unseen\"><td>{words}</td><td colspan=\"4\">{}</td></tr>", unseen.join(", "))?;
        }
        writeln!(out, "</table>\n</details>")?;
    }
    writeln!(out, "</section>")
}
