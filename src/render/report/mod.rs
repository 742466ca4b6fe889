//! What an audit found, for people and for machines; one file per format, all from one [`Report`].
//!
//! | Format | For |
//! |---|---|
//! | [`ndjson()`], [`json()`] | programs; `json` also feeds `luocdo diff` |
//! | [`csv()`] | spreadsheets, one row a finding |
//! | [`xlsx()`] | offices: documents, citations, missing sources, addressees, findings, coverage |
//! | [`markdown()`], [`html()`] | reading; the page is one file with drawings inside |
//! | [`sarif()`], [`github()`], [`junit()`] | editors and continuous integration |
//! | [`worklist_xlsx()`], [`worklist_csv()`], [`worklist_markdown()`] | the archivist's retrieval list |
//!
//! Codes and keys are English in every language. Same report, same bytes.

mod csv;
mod github;
mod html;
mod json;
mod junit;
mod markdown;
mod sarif;
mod sheet;
mod wire;
mod worklist;
mod xlsx;

pub use csv::csv;
pub use github::github;
pub use html::html;
pub use json::{json, ndjson};
pub use junit::junit;
pub use markdown::markdown;
pub use sarif::sarif;
pub use worklist::{worklist_csv, worklist_markdown, worklist_xlsx};
pub use xlsx::xlsx;

use crate::audit::baseline::Held;
use crate::audit::codes::Code;
use crate::audit::coverage::{Expected, Row};
use crate::audit::rules::Rule;
use crate::audit::worklist::Wanted;
use crate::audit::{CODES, Case, Finding, Severity};
use crate::date::PartialDate;
use crate::graph::NodeIndex;
use crate::vocabulary::Language;
use std::collections::BTreeMap;

/// What an audit found, after selection and baseline.
#[derive(Debug)]
pub struct Report<'r> {
    /// What was audited.
    pub case: &'r Case<'r>,
    /// What is shown, in the order of the audit.
    pub findings: &'r [Finding],
    /// The missing sources that are shown, in the order in which to look for them.
    pub wanted: &'r [Wanted],
    /// Who is seen acting.
    pub coverage: &'r [Row],
    /// How many findings the selection leaves out.
    pub ignored: usize,
    /// What the baseline hides, and what of it is gone.
    pub baseline: &'r Held,
    /// Language of the words that are not the documents' own.
    pub language: Language,
}

impl Report<'_> {
    /// The codes found, with their findings, in the order of a report; codes of the user's rules last.
    pub fn by_code(&self) -> Vec<(Heading<'_>, Vec<&Finding>)> {
        let mut groups: BTreeMap<&str, Vec<&Finding>> = BTreeMap::new();
        for finding in self.findings {
            groups.entry(&finding.code).or_default().push(finding);
        }
        let built_in = CODES.iter().map(Heading::Code);
        let own = self.case.options.rules.iter().map(Heading::Rule);
        built_in.chain(own).filter_map(|heading| Some((heading, groups.remove(heading.code())?))).collect()
    }

    /// The coverage by directive, in the order of the graph.
    pub fn directives(&self) -> impl Iterator<Item = Directive<'_>> {
        self.coverage.chunk_by(|a, b| a.directive == b.directive).map(|rows| {
            let (seen, unseen): (Vec<&Row>, Vec<&Row>) = rows.iter().partition(|row| !row.acted.is_empty());
            Directive { index: rows[0].directive, seen, unseen }
        })
    }

    /// How many findings are of this severity.
    pub fn count(&self, severity: Severity) -> usize {
        self.findings.iter().filter(|finding| finding.severity == severity).count()
    }

    /// How many documents are held.
    pub fn documents(&self) -> usize {
        self.case.held().len()
    }

    fn word(&self, vietnamese: &'static str, english: &'static str) -> &'static str {
        match self.language {
            Language::Vietnamese => vietnamese,
            Language::English => english,
        }
    }
}

/// One directive with the units under it.
#[derive(Clone, Debug)]
pub struct Directive<'r> {
    /// The directive.
    pub index: NodeIndex,
    /// Units that are seen acting.
    pub seen: Vec<&'r Row>,
    /// Units that are not.
    pub unseen: Vec<&'r Row>,
}

impl Directive<'_> {
    /// How many units there are.
    pub fn units(&self) -> usize {
        self.seen.len() + self.unseen.len()
    }
}

/// What a group of findings is about.
#[derive(Clone, Copy, Debug)]
pub enum Heading<'r> {
    /// A built-in code.
    Code(&'r Code),
    /// A rule of the user.
    Rule(&'r Rule),
}

impl<'r> Heading<'r> {
    /// The code.
    pub fn code(&self) -> &'r str {
        match self {
            Self::Code(code) => code.code,
            Self::Rule(rule) => &rule.code,
        }
    }

    /// What it is about.
    pub fn name(&self, language: Language) -> &'r str {
        match self {
            Self::Code(code) => code.name.in_language(language),
            Self::Rule(rule) => &rule.message,
        }
    }

    /// How grave it mostly is.
    pub fn severity(&self) -> Severity {
        match self {
            Self::Code(code) => code.severity,
            Self::Rule(rule) => rule.severity,
        }
    }
}

/// Why a unit stands in the coverage, in words.
fn expected(expected: Expected, language: Language) -> &'static str {
    match (expected, language) {
        (Expected::Named, Language::Vietnamese) => "có tên trong nơi nhận",
        (Expected::Named, Language::English) => "named",
        (Expected::Register, Language::Vietnamese) => "theo danh bạ ngày ban hành",
        (Expected::Register, Language::English) => "by the register of the date",
        (Expected::Level, Language::Vietnamese) => "chỉ đạo của trung ương, chưa rõ nơi nhận",
        (Expected::Level, Language::English) => "directive of the centre, addressees not known",
        (Expected::Untold, Language::Vietnamese) => "không có tên trong nơi nhận",
        (Expected::Untold, Language::English) => "not named",
    }
}

/// The code of it for machines.
const fn expected_code(expected: Expected) -> &'static str {
    match expected {
        Expected::Named => "named",
        Expected::Register => "register",
        Expected::Level => "level",
        Expected::Untold => "untold",
    }
}

/// A date as offices write it; nothing where none is known.
fn day(date: Option<PartialDate>) -> String {
    date.map(PartialDate::written).unwrap_or_default()
}
