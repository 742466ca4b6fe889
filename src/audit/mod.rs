//! What an archivist should look at: missing sources, open citations, blank and impossible numbers and dates.
//!
//! [`audit`] turns a resolved collection into [`Finding`]s. One function for each code, one table of codes with severity
//! and names; to add a code, add its row to [`CODES`] and its function beside the others (docs/audit.md). A finding says
//! where, what, and what to do. Absence is only ever absence from the collection: "chưa thấy trong kho". The words of
//! secret papers stand in no finding, because they stand in no graph.

mod citing;
mod form;
mod own;
mod sources;

use crate::corpus::Corpus;
use crate::graph::{Evidence, Graph, Node, NodeIndex};
use crate::identity::Key;
use crate::lexicon::Lexicon;
use crate::reference::Reference;
use crate::text::fold::fold;
use crate::vocabulary::Language;
use serde::Serialize;
use std::collections::{BTreeMap, HashMap};

/// How grave a finding is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Severity {
    /// Worth knowing (ghi chú).
    Note,
    /// To be checked (cảnh báo).
    Warning,
    /// To be put right, or to be procured (lỗi).
    Error,
}

impl Severity {
    /// The ASCII code used in machine outputs.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Note => "note",
            Self::Warning => "warning",
            Self::Error => "error",
        }
    }

    /// The name shown to people.
    pub const fn name(self, language: Language) -> &'static str {
        match (self, language) {
            (Self::Note, Language::Vietnamese) => "ghi chú",
            (Self::Warning, Language::Vietnamese) => "cảnh báo",
            (Self::Error, Language::Vietnamese) => "lỗi",
            (_, Language::English) => self.code(),
        }
    }
}

/// A text for people in both languages.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Said {
    /// In Vietnamese.
    pub vietnamese: String,
    /// In English.
    pub english: String,
}

impl Said {
    /// The same thing in both languages.
    pub fn new(vietnamese: impl Into<String>, english: impl Into<String>) -> Self {
        Self { vietnamese: vietnamese.into(), english: english.into() }
    }

    /// The text in one language.
    pub fn in_language(&self, language: Language) -> &str {
        match language {
            Language::Vietnamese => &self.vietnamese,
            Language::English => &self.english,
        }
    }
}

/// A kind of finding.
#[derive(Clone, Copy, Debug)]
pub struct Code {
    /// Stable code: `NG101`.
    pub code: &'static str,
    /// How grave it is.
    pub severity: Severity,
    /// Its name in Vietnamese.
    pub vietnamese: &'static str,
    /// Its name in English.
    pub english: &'static str,
    /// Finds it.
    find: fn(&Case<'_>) -> Vec<Finding>,
}

impl Code {
    /// The name shown to people.
    pub const fn name(&self, language: Language) -> &'static str {
        match language {
            Language::Vietnamese => self.vietnamese,
            Language::English => self.english,
        }
    }
}

/// Every code, in the order of a report.
#[rustfmt::skip]
pub const CODES: &[Code] = &[
    Code { code: "NG101", severity: Severity::Error, find: sources::missing,
        vietnamese: "nguồn được viện dẫn chưa thấy trong kho", english: "cited source not seen in the collection" },
    Code { code: "NG102", severity: Severity::Warning, find: sources::ambiguous,
        vietnamese: "viện dẫn chưa xác định được văn bản", english: "citation that does not tell which document" },
    Code { code: "NG104", severity: Severity::Note, find: sources::hearsay,
        vietnamese: "quan hệ chỉ biết qua lời văn bản khác", english: "relation known only from another document's words" },
    Code { code: "NG106", severity: Severity::Note, find: sources::oral,
        vietnamese: "thực hiện chỉ đạo bằng lời", english: "acts on an oral instruction" },
    Code { code: "NT202", severity: Severity::Error, find: citing::later,
        vietnamese: "viện dẫn văn bản có ngày sau", english: "cites a later document" },
    Code { code: "NT203", severity: Severity::Warning, find: own::blank_date,
        vietnamese: "ngày ban hành bỏ trống hoặc thiếu", english: "date of issue blank or incomplete" },
    Code { code: "SO301", severity: Severity::Error, find: own::blank_number,
        vietnamese: "số văn bản bỏ trống", english: "number left blank" },
    Code { code: "SO302", severity: Severity::Warning, find: form::malformed,
        vietnamese: "số, ký hiệu sai mẫu", english: "malformed number or symbol" },
    Code { code: "SO303", severity: Severity::Error, find: own::conflict,
        vietnamese: "trùng số, ký hiệu và cơ quan nhưng khác ngày", english: "same number, symbol and organ, different dates" },
];

/// One thing to look at. Lines count from 1, offsets in code points of the file.
#[derive(Clone, Debug, PartialEq)]
pub struct Finding {
    /// Its code.
    pub code: &'static str,
    /// How grave it is.
    pub severity: Severity,
    /// The file that shows it.
    pub path: Option<String>,
    /// Line.
    pub line: Option<usize>,
    /// Start.
    pub start: Option<usize>,
    /// End.
    pub end: Option<usize>,
    /// The document it is about.
    pub node: Option<String>,
    /// What is the matter.
    pub message: Said,
    /// What else is known.
    pub notes: Vec<Said>,
    /// What to do.
    pub suggestion: Option<Said>,
}

impl Finding {
    /// A finding without place; code and severity are set by [`audit`].
    fn new(message: Said) -> Self {
        Self {
            code: "",
            severity: Severity::Note,
            path: None,
            line: None,
            start: None,
            end: None,
            node: None,
            message,
            notes: Vec::new(),
            suggestion: None,
        }
    }

    fn at(mut self, place: Option<&Evidence>) -> Self {
        if let Some(place) = place {
            self.path = Some(place.path.clone());
            // Line 0 stands for a place of which only the file is known.
            if place.line > 0 {
                (self.line, self.start, self.end) = (Some(place.line), Some(place.start), Some(place.end));
            }
        }
        self
    }

    fn about(mut self, node: &str) -> Self {
        self.node = Some(node.to_string());
        self
    }

    fn note(mut self, note: Said) -> Self {
        self.notes.push(note);
        self
    }

    fn suggest(mut self, suggestion: Said) -> Self {
        self.suggestion = Some(suggestion);
        self
    }
}

/// A collection as the audit sees it.
#[derive(Clone, Copy, Debug)]
pub struct Case<'s> {
    /// The held documents.
    pub corpus: &'s Corpus,
    /// What each mention means.
    pub references: &'s [Reference],
    /// The graph of both.
    pub graph: &'s Graph,
    /// Names of kinds in both languages.
    pub lexicon: &'s Lexicon,
}

impl<'s> Case<'s> {
    /// The references to each document, in the order of files and text.
    fn cited(&self) -> HashMap<&'s Key, Vec<&'s Reference>> {
        let mut cited: HashMap<&Key, Vec<&Reference>> = HashMap::new();
        for reference in self.references {
            if let Some(key) = reference.target.key() {
                cited.entry(key).or_default().push(reference);
            }
        }
        cited
    }

    /// Where a reference stands.
    fn place(&self, reference: &Reference) -> &'s Evidence {
        &self.corpus.records[reference.record].evidence[reference.mention]
    }

    /// The nodes by id.
    fn nodes(&self) -> BTreeMap<&'s str, NodeIndex> {
        let graph = &self.graph.graph;
        graph.node_indices().map(|index| (graph[index].id.as_str(), index)).collect()
    }

    /// A document in words: kind, number or name, issuer, date.
    fn name(&self, node: &Node) -> Said {
        let english =
            |kind: &str| self.lexicon.kinds.by_name(kind).map_or_else(|| kind.to_string(), |k| k.english.clone());
        let full = node.date.is_some_and(|date| date.is_full());
        let named = node.number.is_none() && node.name.is_some();
        Said {
            vietnamese: in_words(node, node.kind.clone(), "của", if full { "ngày " } else { "" }),
            english: in_words(node, node.kind.as_deref().filter(|_| !named).map(english), "of", ""),
        }
    }
}

fn in_words(node: &Node, kind: Option<String>, of: &str, dated: &str) -> String {
    let own = node.number.as_deref().or(node.name.as_deref());
    let head = match (kind, own) {
        (Some(kind), Some(own)) if !fold(own).starts_with(&fold(&kind)) => format!("{kind} {own}"),
        (_, Some(own)) => own.to_string(),
        (Some(kind), None) if node.title.is_some() => format!("{kind} “{}”", node.title.as_deref().unwrap_or_default()),
        (Some(kind), None) => kind,
        (None, None) => node.id.clone(),
    };
    // A name mostly holds its issuer.
    let issuer = node.issuer.as_deref().filter(|_| node.number.is_some()).map(|issuer| format!(" {of} {issuer}"));
    let date =
        node.date.filter(|date| !head.contains(&date.written())).map(|date| format!(", {dated}{}", date.written()));
    format!("{head}{}{}", issuer.unwrap_or_default(), date.unwrap_or_default())
}

/// Every finding, in the order of [`CODES`]; missing sources by weight, the rest by file and place.
pub fn audit(case: &Case<'_>) -> Vec<Finding> {
    let found = CODES.iter().flat_map(|code| {
        let of_code = (code.find)(case).into_iter();
        of_code.map(|finding| Finding { code: code.code, severity: code.severity, ..finding })
    });
    found.collect()
}
