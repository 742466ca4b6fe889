//! Two runs side by side: what was added, what is gone, what changed (so sánh hai lần chạy).
//!
//! A [`Run`] is what a saved run tells (`luocdo audit -f json`, `luocdo export -t json`), or what one is made of now;
//! [`compare`] sets two against each other. Documents are known by id, relations by both ends, citations by file and
//! sentence, findings by id. Nothing is matched by likeness.

use crate::audit::Said;
use crate::date::PartialDate;
use crate::text::fold::fold;
use crate::vocabulary::Language;
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
use thiserror::Error;

/// What can be compared of a run.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Run {
    /// Documents by id: each field by its name.
    pub documents: BTreeMap<String, BTreeMap<String, String>>,
    /// Relations.
    pub relations: BTreeSet<Tie>,
    /// Whom documents are sent to.
    pub addressees: BTreeSet<Sent>,
    /// Citations by file and sentence: the documents meant there.
    pub citations: BTreeMap<(String, String), BTreeSet<String>>,
    /// Findings by id. Nothing if the run was saved without an audit.
    pub findings: Option<BTreeMap<String, Found>>,
}

/// A finding of a run.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Found {
    /// The file that shows it.
    pub path: String,
    /// What is the matter.
    pub message: Said,
}

/// A relation between two documents.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Tie {
    /// Id of the citing document.
    pub from: String,
    /// Code of the relation.
    pub relation: String,
    /// Id of the cited document.
    pub to: String,
    /// The citing document says so itself.
    pub direct: bool,
}

/// A document sent to a unit.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Sent {
    /// Id of the document.
    pub from: String,
    /// The unit as written.
    pub unit: String,
    /// Code of the purpose.
    pub purpose: String,
}

/// Why a saved run cannot be used.
#[derive(Debug, Error, PartialEq, Eq)]
pub enum RunError {
    /// It is no JSON.
    #[error("{file}: not JSON: {reason}; save a run with luocdo audit FOLDER -f json -o {file}")]
    NotJson {
        /// The file.
        file: String,
        /// What is wrong.
        reason: String,
    },
    /// It is JSON and no run.
    #[error("{file}: no saved run: the key “{lacks}” is missing; save one with luocdo audit FOLDER -f json -o {file}")]
    NoRun {
        /// The file.
        file: String,
        /// The key.
        lacks: &'static str,
    },
}

/// Fields of a document that are compared (docs/formats.md lists them for users): what is read of it. What is counted or
/// concluded from other documents follows from their own differences.
const FIELDS: [&str; 14] = [
    "number",
    "kind",
    "name",
    "issuer",
    "system",
    "level",
    "date",
    "title",
    "state",
    "draft",
    "malformed",
    "province",
    "secrecy",
    FILES,
];

/// The field of the files, one on each line.
const FILES: &str = "files";

impl Run {
    /// Reads a saved run.
    ///
    /// # Errors
    /// Where the text is no JSON, or no run.
    pub fn read(file: &str, text: &str) -> Result<Self, RunError> {
        let run: Value = serde_json::from_str(text.trim_start_matches('\u{FEFF}'))
            .map_err(|error| RunError::NotJson { file: file.into(), reason: error.to_string() })?;
        let list = |key: &'static str| {
            run[key].as_array().ok_or_else(|| RunError::NoRun { file: file.to_string(), lacks: key })
        };
        let mut read = Self::default();
        for node in list("nodes")? {
            let field = |key: &&'static str| Some(((*key).to_string(), words(&node[*key]).filter(|w| !w.is_empty())?));
            read.documents.insert(text_of(&node["id"]), FIELDS.iter().filter_map(field).collect());
        }
        for edge in list("edges")? {
            let (from, to, relation) = (text_of(&edge["from"]), text_of(&edge["to"]), text_of(&edge["relation"]));
            for place in edge["evidence"].as_array().into_iter().flatten() {
                let at = (text_of(&place["path"]), text_of(&place["quote"]));
                read.citations.entry(at).or_default().insert(to.clone());
            }
            read.relations.insert(Tie { from, relation, to, direct: edge["direct"] == true });
        }
        for sent in list("addressed")? {
            let [from, unit, purpose] = ["from", "unit", "purpose"].map(|key| text_of(&sent[key]));
            read.addressees.insert(Sent { from, unit, purpose });
        }
        for open in list("unresolved")? {
            let at = (text_of(&open["path"]), text_of(&open["text"]));
            read.citations.entry(at).or_default().insert(OPEN.into());
        }
        read.findings = run["findings"].as_array().map(|findings| {
            let entry = |finding: &Value| {
                let message = Said::new(text_of(&finding["message"]), text_of(&finding["message_en"]));
                (text_of(&finding["id"]), Found { path: text_of(&finding["path"]), message })
            };
            findings.iter().map(entry).collect()
        });
        Ok(read)
    }
}

impl Run {
    /// A document as people know it: kind, number or name, issuer, date; its id if nothing else is known.
    pub fn name_of(&self, id: &str) -> String {
        let field = |key: &str| self.documents.get(id).and_then(|fields| fields.get(key)).map(String::as_str);
        let own = field("number").or(field("name"));
        let Some(own) = own.or(field("title")) else { return id.to_string() };
        let kind = field("kind").filter(|kind| !fold(own).starts_with(&fold(kind)));
        let date = field("date").map(|date| date.parse().map_or_else(|_| date.to_string(), PartialDate::written));
        let head: Vec<&str> = kind.into_iter().chain([own]).collect();
        let rest = field("issuer").filter(|_| field("number").is_some()).map(str::to_owned).into_iter().chain(date);
        [head.join(" ")].into_iter().chain(rest).collect::<Vec<_>>().join(", ")
    }

    /// The run with every file named from this folder on, so that the same papers in two folders are the same files.
    pub fn below(mut self, folder: &str) -> Self {
        let folder = folder.trim_start_matches("./").trim_end_matches('/');
        let bare = |path: &str| {
            let rest = path.strip_prefix(folder).and_then(|rest| rest.strip_prefix('/'));
            rest.unwrap_or(path).to_string()
        };
        self.citations = self.citations.into_iter().map(|((path, quote), ids)| ((bare(&path), quote), ids)).collect();
        for files in self.documents.values_mut().filter_map(|fields| fields.get_mut(FILES)) {
            *files = files.lines().map(bare).collect::<Vec<_>>().join("\n");
        }
        if let Some(findings) = &mut self.findings {
            findings.values_mut().for_each(|found| found.path = bare(&found.path));
        }
        self
    }
}

/// What stands for an open citation.
const OPEN: &str = "?";

fn text_of(value: &Value) -> String {
    words(value).unwrap_or_default()
}

fn words(value: &Value) -> Option<String> {
    match value {
        Value::Null => None,
        Value::String(text) => Some(text.clone()),
        Value::Array(values) => Some(values.iter().map(text_of).collect::<Vec<_>>().join("\n")),
        other => Some(other.to_string()),
    }
}

/// What differs in one sort of things.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Part<T = String> {
    /// Only in the second run.
    pub added: Vec<T>,
    /// Only in the first.
    pub removed: Vec<T>,
    /// In both, and not the same.
    pub changed: Vec<T>,
}

impl<T> Default for Part<T> {
    fn default() -> Self {
        Self { added: Vec::new(), removed: Vec::new(), changed: Vec::new() }
    }
}

/// A document of either run, and the fields in which it differs.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Altered {
    /// Its id.
    pub id: String,
    /// Name of the field, before, after; nothing for what is added or gone.
    pub fields: Vec<(String, Option<String>, Option<String>)>,
}

impl<T> Part<T> {
    /// The part with each thing in other words.
    pub fn map<U>(&self, words: impl Fn(&T) -> U) -> Part<U> {
        let each = |list: &[T]| list.iter().map(&words).collect();
        Part { added: each(&self.added), removed: each(&self.removed), changed: each(&self.changed) }
    }

    /// True if nothing differs.
    pub fn is_empty(&self) -> bool {
        self.added.is_empty() && self.removed.is_empty() && self.changed.is_empty()
    }
}

/// What differs between two runs, each list sorted.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Comparison {
    /// Documents, held and missing.
    pub documents: Part<Altered>,
    /// Citations.
    pub citations: Part,
    /// Relations.
    pub relations: Part<Tie>,
    /// Addressees.
    pub addressees: Part<Sent>,
    /// Findings; nothing if one of the runs has none saved.
    pub findings: Option<Part<Reworded>>,
}

/// A finding of either run, and how its words differ.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Reworded {
    /// Its id.
    pub id: String,
    /// Its words in the first run, for what changed.
    pub before: Option<Said>,
    /// Its words; in the second run, if it has it.
    pub message: Said,
}

impl Reworded {
    /// In words: the id, then what is the matter, before and after.
    pub fn in_language(&self, language: Language) -> String {
        let before = self.before.as_ref().map(|said| format!("{} → ", said.in_language(language))).unwrap_or_default();
        format!("{}  {before}{}", self.id, self.message.in_language(language))
    }
}

impl Comparison {
    /// True if nothing differs.
    pub fn is_empty(&self) -> bool {
        let findings = self.findings.as_ref().is_none_or(Part::is_empty);
        let graph = self.documents.is_empty() && self.relations.is_empty() && self.addressees.is_empty();
        findings && graph && self.citations.is_empty()
    }
}

/// Sets two runs against each other. Cost: n log n.
pub fn compare(before: &Run, after: &Run) -> Comparison {
    Comparison {
        documents: documents(before, after),
        citations: citations(before, after),
        relations: sets(&before.relations, &after.relations),
        addressees: sets(&before.addressees, &after.addressees),
        findings: before.findings.as_ref().zip(after.findings.as_ref()).map(|(before, after)| findings(before, after)),
    }
}

fn documents(before: &Run, after: &Run) -> Part<Altered> {
    let mut part = Part::default();
    let alone = |id: &String| Altered { id: id.clone(), fields: Vec::new() };
    for (id, fields) in &after.documents {
        let Some(old) = before.documents.get(id) else {
            part.added.push(alone(id));
            continue;
        };
        let keys: BTreeSet<&String> = old.keys().chain(fields.keys()).collect();
        let differing = keys.into_iter().filter(|key| old.get(*key) != fields.get(*key));
        let fields: Vec<_> =
            differing.map(|key| (key.clone(), old.get(key).cloned(), fields.get(key).cloned())).collect();
        if !fields.is_empty() {
            part.changed.push(Altered { id: id.clone(), fields });
        }
    }
    part.removed = before.documents.keys().filter(|id| !after.documents.contains_key(*id)).map(alone).collect();
    part
}

fn citations(before: &Run, after: &Run) -> Part {
    let mut part = Part::default();
    let list = |ids: &BTreeSet<String>| ids.iter().map(String::as_str).collect::<Vec<_>>().join(", ");
    for ((path, quote), ids) in &after.citations {
        match before.citations.get(&(path.clone(), quote.clone())) {
            None => part.added.push(format!("{path}: “{quote}” → {}", list(ids))),
            Some(old) if old != ids => {
                part.changed.push(format!("{path}: “{quote}”: {} → {}", list(old), list(ids)));
            }
            Some(_) => {}
        }
    }
    let gone = before.citations.iter().filter(|(at, _)| !after.citations.contains_key(*at));
    part.removed = gone.map(|((path, quote), ids)| format!("{path}: “{quote}” → {}", list(ids))).collect();
    part
}

/// What has no more to it than that it is there.
fn sets<T: Clone + Ord>(before: &BTreeSet<T>, after: &BTreeSet<T>) -> Part<T> {
    Part {
        added: after.difference(before).cloned().collect(),
        removed: before.difference(after).cloned().collect(),
        changed: Vec::new(),
    }
}

/// By id; where a paper lies in another folder, ids that rest on its file differ, and code, file and words tell.
fn findings<'r>(before: &'r BTreeMap<String, Found>, after: &'r BTreeMap<String, Found>) -> Part<Reworded> {
    let code = |id: &'r str| id.split('-').next().unwrap_or_default();
    let said = |findings: &'r BTreeMap<String, Found>| -> BTreeSet<(&str, &Found)> {
        findings.iter().map(|(id, found)| (code(id), found)).collect()
    };
    let (said_before, said_after) = (said(before), said(after));
    let one = |id: &str, before: Option<&Found>, found: &Found| Reworded {
        id: id.to_string(),
        before: before.map(|found| found.message.clone()),
        message: found.message.clone(),
    };
    let mut part = Part::default();
    for (id, found) in after {
        match before.get(id) {
            Some(old) if old.message != found.message => part.changed.push(one(id, Some(old), found)),
            Some(_) => {}
            None if said_before.contains(&(code(id), found)) => {}
            None => part.added.push(one(id, None, found)),
        }
    }
    let gone =
        before.iter().filter(|(id, found)| !after.contains_key(*id) && !said_after.contains(&(code(id), *found)));
    part.removed = gone.map(|(id, found)| one(id, None, found)).collect();
    part
}

#[cfg(test)]
mod tests {
    use super::*;

    const BEFORE: &str = r#"{"nodes":[{"id":"a","number":"1","state":"held"},{"id":"b","state":"missing"}],
        "edges":[{"from":"a","to":"b","relation":"basis","direct":true,"evidence":[{"path":"a.txt","quote":"Căn cứ B"}]}],
        "unresolved":[],"addressed":[{"from":"a","unit":"Sở Nội vụ","purpose":"act"}],"findings":[{"id":"NG101-1","message":"thiếu b","message_en":"b is missing"}]}"#;

    #[test]
    fn what_is_added_gone_and_changed_is_told() {
        let after = BEFORE
            .replace(r#""state":"missing""#, r#""state":"held""#)
            .replace(r#"{"id":"NG101-1","message":"thiếu b","message_en":"b is missing"}"#, "")
            .replace(r#""to":"b""#, r#""to":"c""#);
        let (before, after) = (Run::read("a", BEFORE).unwrap(), Run::read("b", &after).unwrap());
        let found = compare(&before, &after);
        let (was, now) = (Some("missing".to_string()), Some("held".to_string()));
        assert_eq!(found.documents.changed, [Altered { id: "b".into(), fields: vec![("state".into(), was, now)] }]);
        assert_eq!(found.citations.changed, ["a.txt: “Căn cứ B”: b → c"]);
        assert_eq!((found.relations.added.len(), found.relations.removed.len()), (1, 1));
        let gone = &found.findings.unwrap().removed[0];
        assert_eq!(gone.in_language(Language::Vietnamese), "NG101-1  thiếu b");
        assert_eq!(gone.in_language(Language::English), "NG101-1  b is missing");
    }

    #[test]
    fn a_run_is_like_itself_and_one_without_audit_has_no_findings_to_compare() {
        let run = Run::read("a", BEFORE).unwrap();
        assert!(compare(&run, &run).is_empty());
        let bare = Run { findings: None, ..run.clone() };
        assert_eq!(compare(&run, &bare).findings, None);
    }

    #[test]
    fn nothing_that_is_read_of_a_document_or_its_addressees_differs_in_silence() {
        let before = Run::read("a", BEFORE).unwrap();
        for (old, new) in [
            ("Sở Nội vụ", "Sở Tài chính"),
            (r#""purpose":"act""#, r#""purpose":"info""#),
            (r#""number":"1","#, r#""number":"1","system":"party","#),
            (r#""number":"1","#, r#""number":"1","level":"province","#),
            (r#""number":"1","#, r#""number":"1","malformed":true,"#),
            (r#""number":"1","#, r#""number":"1","files":["a.txt"],"#),
        ] {
            let after = Run::read("b", &BEFORE.replace(old, new)).unwrap();
            assert!(!compare(&before, &after).is_empty(), "{new}");
        }
        let counted = BEFORE.replace(r#""number":"1","#, r#""number":"1","mentions":9,"files":[],"#);
        assert!(compare(&before, &Run::read("b", &counted).unwrap()).is_empty(), "a count follows from the citations");
    }

    #[test]
    fn the_same_files_in_two_folders_are_the_same() {
        let files = |folder: &str| {
            BEFORE.replace(r#""number":"1","#, &format!(r#""number":"1","files":["{folder}/a.txt","{folder}/b.txt"],"#))
        };
        let run = |folder: &str| Run::read(folder, &files(folder)).unwrap().below(folder);
        assert!(compare(&run("cu"), &run("moi")).is_empty());
        assert!(!compare(&run("cu"), &Run::read("moi", &files("moi")).unwrap()).is_empty());
    }

    #[test]
    fn a_document_is_named_as_people_know_it() {
        let run = r#"{"nodes":[{"id":"a","number":"45-KH/TU","kind":"Kế hoạch","issuer":"Tỉnh ủy Yên Bái","date":"2021-09-20"},
            {"id":"b","kind":"Luật","name":"Luật Công đoàn"}],"edges":[],"unresolved":[],"addressed":[]}"#;
        let run = Run::read("a", run).unwrap();
        assert_eq!(run.name_of("a"), "Kế hoạch 45-KH/TU, Tỉnh ủy Yên Bái, 20/9/2021");
        assert_eq!((run.name_of("b").as_str(), run.name_of("c").as_str()), ("Luật Công đoàn", "c"));
    }

    #[test]
    fn what_is_no_run_is_named() {
        assert!(matches!(Run::read("a.json", "{"), Err(RunError::NotJson { .. })));
        assert_eq!(
            Run::read("a.json", "{}").unwrap_err().to_string(),
            "a.json: no saved run: the key “nodes” is missing; save one with luocdo audit FOLDER -f json -o a.json"
        );
    }
}
