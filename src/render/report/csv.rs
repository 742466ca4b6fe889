//! Findings as one table, a row each.

use super::Report;
use crate::audit::Said;
use crate::render::csv::guarded;
use std::io::{self, Write};

const COLUMNS: [&str; 11] =
    ["id", "code", "name", "severity", "file", "line", "document", "message", "notes", "suggestion", "places"];

/// Writes the findings; with a byte order mark where asked, by which Excel knows UTF-8.
///
/// # Errors
/// What `out` says.
pub fn csv(report: &Report<'_>, byte_order_mark: bool, out: &mut dyn Write) -> io::Result<()> {
    if byte_order_mark {
        out.write_all("\u{FEFF}".as_bytes())?;
    }
    let mut rows = ::csv::Writer::from_writer(out);
    rows.write_record(COLUMNS).map_err(io::Error::from)?;
    let words = |said: &Said| said.in_language(report.language).to_string();
    for (heading, findings) in report.by_code() {
        for finding in findings {
            let row = [
                finding.id.clone(),
                finding.code.to_string(),
                heading.name(report.language).to_string(),
                finding.severity.code().to_string(),
                finding.path().unwrap_or_default().to_string(),
                finding.line().map(|line| line.to_string()).unwrap_or_default(),
                finding.node.clone().unwrap_or_default(),
                words(&finding.message),
                finding.notes.iter().map(words).collect::<Vec<_>>().join("; "),
                finding.suggestion.as_ref().map(words).unwrap_or_default(),
                finding.places.iter().map(|place| place.in_words(report.language)).collect::<Vec<_>>().join("; "),
            ];
            rows.write_record(row.iter().map(|cell| guarded(cell).into_owned())).map_err(io::Error::from)?;
        }
    }
    rows.flush()
}
