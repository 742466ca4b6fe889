//! One thing to look at: its code, its places, its words.

use crate::graph::{Evidence, WITHHELD};
use crate::vocabulary::Language;
use serde::Serialize;
use sha2::{Digest, Sha256};
use smol_str::SmolStr;
use std::borrow::Cow;
use std::collections::HashMap;
use std::ops::Range;

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
    /// Every value, the gravest first.
    pub const ALL: [Severity; 3] = [Severity::Error, Severity::Warning, Severity::Note];

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

    /// The value with this code, or its Vietnamese name without marks.
    pub fn from_code(code: &str) -> Option<Self> {
        match code {
            "note" | "ghi-chu" => Some(Self::Note),
            "warning" | "canh-bao" => Some(Self::Warning),
            "error" | "loi" => Some(Self::Error),
            _ => None,
        }
    }
}

/// A text for people in both languages.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
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

    /// Words that are alike in both languages: a name, a number.
    pub fn alike(words: impl Into<String>) -> Self {
        let words = words.into();
        Self { vietnamese: words.clone(), english: words }
    }

    /// The text in one language.
    pub fn in_language(&self, language: Language) -> &str {
        match language {
            Language::Vietnamese => &self.vietnamese,
            Language::English => &self.english,
        }
    }
}

/// Where a finding shows. Lines count from 1, offsets in code points of the file.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Place {
    /// The file.
    pub path: String,
    /// Line; nothing where only the file is known.
    pub line: Option<usize>,
    /// Start.
    pub start: Option<usize>,
    /// End.
    pub end: Option<usize>,
    /// The sentence; nothing where the paper's secrecy mark withholds it.
    pub quote: Option<String>,
    /// The words that matter, in bytes of `quote`.
    pub mark: Option<Range<usize>>,
    /// What this place says.
    pub said: Option<Said>,
}

impl Place {
    /// A file of which no place is known.
    pub fn file(path: &str) -> Self {
        Self { path: path.to_string(), ..Self::default() }
    }

    /// A place with the words that matter there.
    pub fn of(evidence: &Evidence, words: &str) -> Self {
        // Line 0 stands for a place of which only the file is known.
        let known = evidence.line > 0;
        let quote =
            Some(&evidence.quote).filter(|quote| !quote.is_empty() && *quote != WITHHELD).map(SmolStr::to_string);
        let words = words.split_whitespace().collect::<Vec<_>>().join(" ");
        let mark = quote.as_deref().and_then(|quote| marked(quote, &words));
        Self {
            path: evidence.path.to_string(),
            line: known.then_some(evidence.line),
            start: known.then_some(evidence.start),
            end: known.then_some(evidence.end),
            quote,
            mark,
            said: None,
        }
    }

    /// The same place and what it says.
    pub fn saying(mut self, said: Said) -> Self {
        self.said = Some(said);
        self
    }

    /// File and line, and what the place says: `a.txt:12: ngày trên văn bản: 05/9/2016`.
    pub fn in_words(&self, language: Language) -> String {
        match &self.said {
            Some(said) => format!("{}: {}", self.at(), said.in_language(language)),
            None => self.at(),
        }
    }

    /// File and line: `a.txt:12`.
    pub fn at(&self) -> String {
        self.line.map_or_else(|| self.path.clone(), |line| format!("{}:{line}", self.path))
    }
}

/// Where the words stand in a quote, of which marks and gaps have been folded away.
fn marked(quote: &str, words: &str) -> Option<Range<usize>> {
    let plain: String = words.chars().filter(|c| !matches!(c, '*' | '#')).collect();
    let plain = plain.trim();
    let at = quote.find(plain).filter(|_| !plain.is_empty())?;
    Some(at..at + plain.len())
}

/// One thing to look at.
#[derive(Clone, Debug, PartialEq)]
pub struct Finding {
    /// Its code.
    pub code: Cow<'static, str>,
    /// How grave it is.
    pub severity: Severity,
    /// The same in every run over the same papers: `NG101-3f2a90c1d4e5b607`. It rests on code, document and what is the matter,
    /// not on lines, so that it outlives other edits.
    pub id: String,
    /// Where it shows; the first is the chief one. Empty for what no single file shows.
    pub places: Vec<Place>,
    /// The document it is about.
    pub node: Option<String>,
    /// What is the matter.
    pub message: Said,
    /// What else is known.
    pub notes: Vec<Said>,
    /// What to do.
    pub suggestion: Option<Said>,
    /// What tells it from other findings of its code about the same document.
    about: String,
    /// A severity of its own, other than that of its code.
    own_severity: Option<Severity>,
}

impl Finding {
    /// A finding without place; code and severity are set by [`super::audit`].
    pub(super) fn new(message: Said) -> Self {
        Self {
            code: Cow::Borrowed(""),
            severity: Severity::Note,
            id: String::new(),
            places: Vec::new(),
            node: None,
            message,
            notes: Vec::new(),
            suggestion: None,
            about: String::new(),
            own_severity: None,
        }
    }

    /// The chief place.
    pub fn place(&self) -> Option<&Place> {
        self.places.first()
    }

    /// The file that shows it.
    pub fn path(&self) -> Option<&str> {
        self.place().map(|place| place.path.as_str())
    }

    /// The line that shows it.
    pub fn line(&self) -> Option<usize> {
        self.place()?.line
    }

    pub(super) fn at(mut self, place: impl Into<Option<Place>>) -> Self {
        self.places.extend(place.into());
        self
    }

    pub(super) fn about(mut self, node: &str) -> Self {
        self.node = Some(node.to_string());
        self
    }

    /// What tells it from others of its code and document; never a line number.
    pub(super) fn namely(mut self, what: impl Into<String>) -> Self {
        self.about = what.into();
        self
    }

    pub(super) fn note(mut self, note: Said) -> Self {
        self.notes.push(note);
        self
    }

    pub(super) fn suggest(mut self, suggestion: Said) -> Self {
        self.suggestion = Some(suggestion);
        self
    }

    pub(super) fn graded(mut self, severity: Severity) -> Self {
        self.own_severity = Some(severity);
        self
    }

    pub(super) fn of_code(mut self, code: impl Into<Cow<'static, str>>, severity: Severity) -> Self {
        self.code = code.into();
        self.severity = self.own_severity.unwrap_or(severity);
        self
    }

    fn digest(&self) -> String {
        let mut hash = Sha256::new();
        // A document is known by its node; what has none, by its file.
        let whose = self.node.as_deref().or(self.path()).unwrap_or_default();
        for part in [&self.code, whose, &self.about] {
            hash.update(part.as_bytes());
            hash.update([0]);
        }
        // Eight bytes: at four, two of some ten thousand documents share an id, and a baseline would hide both.
        hash.finalize()[..8].iter().map(|byte| format!("{byte:02x}")).collect()
    }
}

/// Gives every finding its id; of equal ones the second ends in `.2`.
pub(super) fn number(findings: &mut [Finding]) {
    let mut seen: HashMap<String, usize> = HashMap::with_capacity(findings.len());
    for finding in findings {
        let id = format!("{}-{}", finding.code, finding.digest());
        let count = seen.entry(id.clone()).or_default();
        *count += 1;
        finding.id = if *count == 1 { id } else { format!("{id}.{count}") };
    }
}

/// The order of a report: by file and place.
pub(super) fn by_place(found: &mut [Finding]) {
    fn key(finding: &Finding) -> (Option<&str>, Option<usize>, Option<usize>, Option<&str>) {
        let place = finding.place();
        (finding.path(), place.and_then(|p| p.start), place.and_then(|p| p.end), finding.node.as_deref())
    }
    found.sort_by(|a, b| key(a).cmp(&key(b)).then_with(|| a.about.cmp(&b.about)));
}

#[cfg(test)]
mod tests {
    use super::*;

    fn evidence(line: usize) -> Evidence {
        Evidence {
            path: "a.txt".into(),
            line,
            start: 3,
            end: 9,
            quote: "Căn cứ Chỉ thị số 05-CT/TW".into(),
            ..Evidence::default()
        }
    }

    #[test]
    fn the_words_that_matter_are_marked_in_the_sentence() {
        let place = Place::of(&evidence(2), "**Chỉ thị\n số** 05-CT/TW");
        let (quote, mark) = (place.quote.unwrap(), place.mark.unwrap());
        assert_eq!(&quote[mark], "Chỉ thị số 05-CT/TW");
        assert_eq!(Place::of(&evidence(2), "Kế hoạch").mark, None);
    }

    #[test]
    fn an_id_outlives_edits_elsewhere_and_tells_findings_apart() {
        let finding = |line, about: &str| {
            Finding::new(Said::default())
                .at(Place::of(&evidence(line), ""))
                .namely(about)
                .of_code("NG102", Severity::Note)
        };
        let mut found = vec![finding(2, "x"), finding(7, "x"), finding(2, "y")];
        number(&mut found);
        assert_eq!(found[1].id, format!("{}.2", found[0].id));
        assert!(found[0].id.starts_with("NG102-") && found[0].id != found[2].id);
    }
}
