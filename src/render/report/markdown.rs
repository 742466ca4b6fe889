//! A report as Markdown, to be read in an editor or pasted into a note.

use super::{Report, day, expected};
use crate::audit::{Finding, Place, Said, Severity};
use crate::render::markdown::{code, line as text};
use std::io::{self, Write};

/// Missing sources in the table.
const TABLE: usize = 50;

/// Writes the report.
///
/// # Errors
/// What `out` says.
pub fn markdown(report: &Report<'_>, out: &mut dyn Write) -> io::Result<()> {
    let collection = &report.case.graph.collection;
    let count = |severity: Severity| report.count(severity);
    mark(out)?;
    writeln!(out, "# {}\n", report.word("Soát văn bản", "Audit"))?;
    writeln!(
        out,
        "{} {} · {} {} · {} {} · {} {}\n",
        report.documents(),
        report.word("văn bản", "documents"),
        count(Severity::Error),
        report.word("lỗi", "errors"),
        count(Severity::Warning),
        report.word("cảnh báo", "warnings"),
        count(Severity::Note),
        report.word("ghi chú", "notes")
    )?;
    writeln!(out, "{}\n", report.word(
        "“Chưa thấy trong kho” chỉ nói về kho này: không có nghĩa là không có, hay chưa thực hiện.",
        "“Not seen in the collection” speaks of this collection only: not that it does not exist, not that nothing was done."
    ))?;
    missing(report, out)?;
    for (heading, findings) in report.by_code() {
        if heading.code() == "NG101" {
            continue;
        }
        writeln!(out, "## {} {}: {}\n", heading.code(), text(heading.name(report.language)), findings.len())?;
        findings.iter().try_for_each(|finding| one(report, finding, out))?;
        writeln!(out)?;
    }
    coverage(report, out)?;
    let sha: String = collection.sha256.chars().take(12).collect();
    writeln!(out, "luocdo {} · {} {} · {sha}", collection.luocdo, collection.files, report.word("tệp", "files"))
}

/// Says that luocdo wrote it, so that a report beside the documents is not read as one of them.
pub(super) fn mark(out: &mut dyn Write) -> io::Result<()> {
    writeln!(out, "<!-- {} {} -->\n", crate::render::MARKER, env!("CARGO_PKG_VERSION"))
}

fn missing(report: &Report<'_>, out: &mut dyn Write) -> io::Result<()> {
    let missing = report.wanted;
    if missing.is_empty() {
        return Ok(());
    }
    let shown = missing.len();
    writeln!(
        out,
        "## NG101 {}: {shown}\n",
        report.word("Nguồn còn thiếu, xếp theo thứ tự nên tìm", "Missing sources, in the order in which to look")
    )?;
    writeln!(
        out,
        "| | {} |",
        report.word(
            "Nguồn | Văn bản viện dẫn | Tỉnh | Lần nhắc | Nối dòng | Viện dẫn đầu",
            "Source | Citing documents | Provinces | Mentions | Joins | First citation"
        )
    )?;
    writeln!(out, "|---:|---|---:|---:|---:|---:|---|")?;
    for wanted in missing.iter().take(TABLE) {
        let node = &report.case.graph.graph[wanted.node];
        let first = wanted.citations.first().map(Place::at).unwrap_or_default();
        writeln!(
            out,
            "| {} | {} | {} | {} | {} | {} | {} |",
            wanted.rank,
            text(wanted.name.in_language(report.language)),
            node.cited_by,
            node.cited_from.len(),
            node.mentions,
            wanted.joins,
            text(&first)
        )?;
    }
    if shown > TABLE {
        writeln!(out, "\n{} {}", report.word("Còn nữa:", "More:"), shown - TABLE)?;
    }
    writeln!(out)
}

fn one(report: &Report<'_>, finding: &Finding, out: &mut dyn Write) -> io::Result<()> {
    let words = |said: &Said| text(said.in_language(report.language));
    let at = |place: &Place| {
        let said = place.said.as_ref().map(|said| format!(": {}", words(said))).unwrap_or_default();
        code(&place.at()) + &said
    };
    let first = finding.place().map(|place| format!(" {}", at(place))).unwrap_or_default();
    writeln!(out, "- {}{first}", words(&finding.message))?;
    if let Some(quote) = finding.place().and_then(|place| place.quote.as_deref()) {
        writeln!(out, "  > {}", text(quote))?;
    }
    finding.places.iter().skip(1).try_for_each(|place| writeln!(out, "  - {}", at(place)))?;
    finding.notes.iter().try_for_each(|note| writeln!(out, "  - {}", words(note)))?;
    match &finding.suggestion {
        Some(advice) => writeln!(out, "  - *{}*", words(advice)),
        None => Ok(()),
    }
}

/// For each directive who is seen and who is not.
fn coverage(report: &Report<'_>, out: &mut dyn Write) -> io::Result<()> {
    if report.coverage.is_empty() {
        return Ok(());
    }
    let graph = &report.case.graph.graph;
    writeln!(out, "## {}\n", report.word("Độ phủ", "Coverage"))?;
    for directive in report.directives() {
        let name = report.case.name(&graph[directive.index]);
        let (seen, units) = (directive.seen.len(), directive.units());
        writeln!(out, "### {} ({seen}/{units})\n", text(name.in_language(report.language)))?;
        for row in directive.seen {
            let first = &graph[row.acted[0]];
            let after = row.days.map(|days| format!(", {days} {}", report.word("ngày", "days"))).unwrap_or_default();
            let (unit, why) = (text(&row.unit), expected(row.expected, report.language));
            writeln!(out, "- {unit} ({why}): {}, {}{after}", text(&report.case.short(first)), day(first.date))?;
        }
        let unseen: Vec<String> = directive.unseen.iter().map(|row| text(&row.unit)).collect();
        if !unseen.is_empty() {
            let words = report.word("chưa thấy trong kho", "not seen in the collection");
            writeln!(out, "- {words}: {}", unseen.join(", "))?;
        }
        writeln!(out)?;
    }
    Ok(())
}
