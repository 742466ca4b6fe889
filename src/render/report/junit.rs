//! Findings as a JUnit report: one suite for each code; a finding is a failed case, a code without findings passes.

use super::{Heading, Report};
use crate::audit::{CODES, Finding};
use crate::render::is_harmful;
use quick_xml::Writer;
use quick_xml::events::{BytesDecl, BytesText, Event};
use std::collections::BTreeMap;
use std::io::{self, Write};

/// Writes the report as XML.
///
/// # Errors
/// What `out` says.
pub fn junit(report: &Report<'_>, out: &mut dyn Write) -> io::Result<()> {
    let groups: BTreeMap<&str, Vec<&Finding>> =
        report.by_code().into_iter().map(|(heading, found)| (heading.code(), found)).collect();
    let headings: Vec<Heading<'_>> =
        CODES.iter().map(Heading::Code).chain(report.case.options.rules.iter().map(Heading::Rule)).collect();
    let mut xml = Writer::new_with_indent(Vec::new(), b' ', 2);
    xml.write_event(Event::Decl(BytesDecl::new("1.0", Some("UTF-8"), None)))?;
    let failures: usize = groups.values().map(Vec::len).sum();
    let passed = headings.iter().filter(|heading| !groups.contains_key(heading.code())).count();
    let (all, failed) = ((failures + passed).to_string(), failures.to_string());
    xml.create_element("testsuites")
        .with_attributes([("name", "luocdo"), ("tests", all.as_str()), ("failures", failed.as_str()), ("errors", "0")])
        .write_inner_content(|xml| {
            headings.iter().try_for_each(|heading| {
                suite(xml, report, heading, groups.get(heading.code()).map_or(&[][..], Vec::as_slice))
            })
        })?;
    out.write_all(&xml.into_inner())?;
    out.write_all(b"\n")
}

fn suite(xml: &mut Writer<Vec<u8>>, report: &Report<'_>, heading: &Heading<'_>, found: &[&Finding]) -> io::Result<()> {
    let name = format!("{} {}", heading.code(), clean(heading.name(report.language)));
    let (tests, failures) = (found.len().max(1).to_string(), found.len().to_string());
    xml.create_element("testsuite")
        .with_attributes([
            ("name", name.as_str()),
            ("tests", tests.as_str()),
            ("failures", failures.as_str()),
            ("errors", "0"),
            ("skipped", "0"),
        ])
        .write_inner_content(|xml| {
            if found.is_empty() {
                xml.create_element("testcase")
                    .with_attributes([("name", name.as_str()), ("classname", heading.code())])
                    .write_empty()?;
            }
            found.iter().try_for_each(|finding| case(xml, report, finding))
        })?;
    Ok(())
}

fn case(xml: &mut Writer<Vec<u8>>, report: &Report<'_>, finding: &Finding) -> io::Result<()> {
    let message = clean(finding.message.in_language(report.language));
    let class = clean(finding.path().unwrap_or(&finding.code));
    let mut text: Vec<String> = finding.places.iter().map(|place| place.in_words(report.language)).collect();
    text.extend(finding.notes.iter().map(|note| note.in_language(report.language).to_string()));
    text.extend(finding.suggestion.as_ref().map(|said| said.in_language(report.language).to_string()));
    let text = clean(&text.join("\n"));
    xml.create_element("testcase")
        .with_attributes([("name", finding.id.as_str()), ("classname", class.as_str())])
        .write_inner_content(|xml| {
            xml.create_element("failure")
                .with_attributes([("message", message.as_str()), ("type", finding.severity.code())])
                .write_text_content(BytesText::new(&text))?;
            Ok::<(), io::Error>(())
        })?;
    Ok(())
}

/// Without what is harmful, which XML 1.0 cannot have either; lines end as on Unix.
pub(super) fn clean(text: &str) -> String {
    text.chars().filter(|c| *c != '\r' && !is_harmful(*c)).collect()
}
