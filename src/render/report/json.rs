//! A report as one JSON object, and its findings as JSON lines (docs/formats.md).
//!
//! The object holds the whole run: documents, relations and open citations as `luocdo export` writes them, then findings,
//! coverage and what the baseline hid. It is what `luocdo diff` compares.

use super::wire::WireFinding;
use super::{Report, expected_code};
use crate::render::json::{write_graph_open, write_list};
use serde::Serialize;
use std::io::{self, Write};

/// Writes the whole run.
///
/// # Errors
/// What `out` says.
pub fn json(report: &Report<'_>, out: &mut dyn Write) -> io::Result<()> {
    let graph = report.case.graph;
    write_graph_open(graph, out)?;
    write_list("findings", report.findings.iter().map(WireFinding::from), out)?;
    let id = |index: &crate::graph::NodeIndex| graph.graph[*index].id.as_str();
    let coverage = report.coverage.iter().map(|row| WireRow {
        directive: id(&row.directive),
        unit: &row.unit,
        expected: expected_code(row.expected),
        acted: row.acted.iter().map(id).collect(),
        days: row.days,
    });
    write_list("coverage", coverage, out)?;
    let gone: Vec<&str> = report.baseline.gone.iter().map(|row| row.id.as_str()).collect();
    write!(out, ",\n\"ignored\":{},\n\"accepted\":{},\n\"gone\":", report.ignored, report.baseline.hidden)?;
    serde_json::to_writer(&mut *out, &gone)?;
    out.write_all(b"}\n")
}

/// Writes one finding a line.
///
/// # Errors
/// What `out` says.
pub fn ndjson(report: &Report<'_>, out: &mut dyn Write) -> io::Result<()> {
    for finding in report.findings {
        let line = WireFinding { collection: Some(&report.case.graph.collection), ..WireFinding::from(finding) };
        serde_json::to_writer(&mut *out, &line)?;
        out.write_all(b"\n")?;
    }
    Ok(())
}

#[derive(Serialize)]
struct WireRow<'r> {
    directive: &'r str,
    unit: &'r str,
    expected: &'static str,
    acted: Vec<&'r str>,
    days: Option<i64>,
}
