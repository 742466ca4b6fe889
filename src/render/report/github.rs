//! Findings as workflow commands of GitHub Actions: they show beside the line in a change.

use super::Report;
use crate::audit::Severity;
use crate::render::harmless;
use std::io::{self, Write};

/// Writes one command for each finding.
///
/// # Errors
/// What `out` says.
pub fn github(report: &Report<'_>, out: &mut dyn Write) -> io::Result<()> {
    for finding in report.findings {
        let level = match finding.severity {
            Severity::Error => "error",
            Severity::Warning => "warning",
            Severity::Note => "notice",
        };
        let file = finding.path().map_or_else(String::new, |path| format!("file={},", property(path)));
        let line = finding.line().map_or_else(String::new, |line| format!("line={line},"));
        let message = data(finding.message.in_language(report.language));
        writeln!(out, "::{level} {file}{line}title={}::{message}", property(&finding.code))?;
    }
    Ok(())
}

/// The text of a command: a line end would end it.
fn data(text: &str) -> String {
    harmless(text).replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

/// A property, where colon and comma mean something too.
fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_in_a_text_ends_a_command() {
        assert_eq!(data("100%\nx"), "100%25%0Ax");
        assert_eq!(property("a:b,c.txt"), "a%3Ab%2Cc.txt");
    }
}
