//! Findings as SARIF 2.1.0, which editors and code hosts read.
//!
//! Every code is a rule of the tool. Regions are in lines and code points (`unicodeCodePoints`); fingerprints are the ids of
//! findings, so that a host knows a finding again.

use super::{Heading, Report};
use crate::audit::{CODES, Finding, Place};
use serde_json::{Value, json};
use std::collections::HashMap;
use std::io::{self, Write};

const SCHEMA: &str = "https://json.schemastore.org/sarif-2.1.0.json";

/// Writes one run.
///
/// # Errors
/// What `out` says.
pub fn sarif(report: &Report<'_>, out: &mut dyn Write) -> io::Result<()> {
    let headings: Vec<Heading<'_>> =
        CODES.iter().map(Heading::Code).chain(report.case.options.rules.iter().map(Heading::Rule)).collect();
    let place: HashMap<&str, usize> = headings.iter().enumerate().map(|(at, heading)| (heading.code(), at)).collect();
    let log = json!({
        "$schema": SCHEMA,
        "version": "2.1.0",
        "runs": [{
            "tool": { "driver": {
                "name": "luocdo",
                "version": env!("CARGO_PKG_VERSION"),
                "rules": headings.iter().map(|heading| rule(heading, report)).collect::<Vec<_>>(),
            }},
            "columnKind": "unicodeCodePoints",
            "results": report.findings.iter().map(|finding| result(finding, &place, report)).collect::<Vec<_>>(),
        }],
    });
    serde_json::to_writer_pretty(&mut *out, &log)?;
    out.write_all(b"\n")
}

fn rule(heading: &Heading<'_>, report: &Report<'_>) -> Value {
    let name = heading.name(report.language);
    let mut rule = json!({
        "id": heading.code(),
        "shortDescription": { "text": name },
        "defaultConfiguration": { "level": heading.severity().code() },
    });
    if let Heading::Code(code) = heading {
        rule["name"] = json!(code.slug);
        rule["fullDescription"] = json!({ "text": code.rule.in_language(report.language) });
        rule["help"] = json!({ "text": code.example.in_language(report.language) });
    }
    rule
}

fn result(finding: &Finding, place: &HashMap<&str, usize>, report: &Report<'_>) -> Value {
    let words = |said: &crate::audit::Said| said.in_language(report.language).to_string();
    let mut text = vec![words(&finding.message)];
    text.extend(finding.notes.iter().map(words));
    text.extend(finding.suggestion.as_ref().map(words));
    let mut result = json!({
        "ruleId": finding.code,
        "level": finding.severity.code(),
        "message": { "text": text.join("\n") },
        "partialFingerprints": { "luocdo/v1": finding.id },
    });
    if let Some(at) = place.get(&*finding.code) {
        result["ruleIndex"] = json!(at);
    }
    if let Some((first, others)) = finding.places.split_first() {
        result["locations"] = json!([location(first, report)]);
        let others: Vec<Value> = others.iter().map(|place| location(place, report)).collect();
        if !others.is_empty() {
            result["relatedLocations"] = json!(others);
        }
    }
    result
}

fn location(place: &Place, report: &Report<'_>) -> Value {
    let mut physical = json!({ "artifactLocation": { "uri": uri(&place.path) } });
    if let Some(line) = place.line {
        physical["region"] = json!({ "startLine": line });
        if let (Some(start), Some(end)) = (place.start, place.end) {
            physical["region"]["charOffset"] = json!(start);
            physical["region"]["charLength"] = json!(end - start);
        }
    }
    let mut location = json!({ "physicalLocation": physical });
    if let Some(said) = &place.said {
        location["message"] = json!({ "text": said.in_language(report.language) });
    }
    location
}

/// A path as a relative reference: what a URI cannot have is percent-encoded.
fn uri(path: &str) -> String {
    let plain = |b: u8| b.is_ascii_alphanumeric() || b"-._~/!$&'()*+,;=@".contains(&b);
    let encoded = |b: u8| if plain(b) { char::from(b).to_string() } else { format!("%{b:02X}") };
    let path: String = path.bytes().map(encoded).collect();
    // A colon in the first part would make it a scheme; it is encoded. An absolute path has its own.
    if path.starts_with('/') { format!("file://{path}") } else { path }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_is_a_valid_reference() {
        assert_eq!(uri("văn bản/a#1.txt"), "v%C4%83n%20b%E1%BA%A3n/a%231.txt");
        assert_eq!(uri("/kho/a.txt"), "file:///kho/a.txt");
    }
}
