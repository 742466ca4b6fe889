//! Corrections by people (sửa): what was read wrongly, and arrows that are not so, kept apart from the documents.
//!
//! [`load`] turns a reviewed table into [`Corrections`], which every run applies again: [`correct_records`] to what papers
//! say of themselves, [`correct_references`] to what mentions mean, [`correct_sources`] to the cards of missing sources. A
//! line holds what was read when it was written; where that is no longer so, the line is not applied and comes back as
//! [`Stale`]. Nothing is ever changed in a document.

mod place;
mod records;
mod references;
mod revision;
mod sources;

pub use records::{correct_records, read_now};
pub use references::{REJECTED, correct_references, edge_lines};
pub use revision::revise;
pub use sources::{card_now, correct_sources};

use crate::date::{self, PartialDate};
use crate::lexicon::Lexicon;
use crate::lexicon::table::{A_NUMBER, LoadError, NOT_BLANK, Needs, Row, Sources, delimiter, one_of, rows};
use crate::number::{self, Number};
use crate::source::wire_path;
use crate::text::fold::fold;
use crate::vocabulary::Relation;
use std::path::Path;

/// The columns of the table, in order.
pub const COLUMNS: [&str; 8] = ["about", "path", "quote", "id", "field", "before", "after", "reason"];

/// A reviewed table of corrections.
#[derive(Clone, Debug, Default)]
pub struct Corrections {
    /// The folder of the table, as outputs show it: paths count from there. Empty for the folder of the run.
    folder: String,
    lines: Vec<Line>,
}

impl Corrections {
    /// Without what is said of arrows: these are as they are read.
    pub fn without_arrows(mut self) -> Self {
        self.lines.retain(|line| line.change.stage() != Stage::References);
        self
    }

    fn about(&self, stage: Stage) -> impl Iterator<Item = &Line> {
        self.lines.iter().filter(move |line| line.change.stage() == stage)
    }
}

/// One correction.
#[derive(Clone, Debug, PartialEq)]
pub struct Line {
    /// The line of the table, from 1; 0 for one that is not written yet.
    pub line: u64,
    /// The file that is corrected, or whose sentence is.
    pub path: String,
    /// The sentence, for an arrow.
    pub quote: String,
    /// The document: itself, or the one that the arrow points to.
    pub id: String,
    /// What was read.
    pub before: String,
    /// What is right.
    pub change: Change,
    /// Why (lý do).
    pub reason: String,
}

/// What a correction changes.
#[derive(Clone, Debug, PartialEq)]
pub enum Change {
    /// What a held paper says of itself.
    Document(Field),
    /// The card of a missing source.
    Source(Field),
    /// An arrow.
    Edge(Verdict),
}

impl Change {
    /// What of its subject it changes: two lines about one subject may not change the same.
    fn aspect(&self) -> &'static str {
        match self {
            Self::Document(field) | Self::Source(field) => field.name(),
            Self::Edge(Verdict::Relation(_)) => "relation",
            Self::Edge(Verdict::Reject | Verdict::Confirm | Verdict::To(_)) => "target",
        }
    }

    fn stage(&self) -> Stage {
        match self {
            Self::Document(_) => Stage::Records,
            Self::Edge(_) => Stage::References,
            Self::Source(_) => Stage::Sources,
        }
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Stage {
    Records,
    References,
    Sources,
}

/// A field with its right value.
#[derive(Clone, Debug, PartialEq)]
pub enum Field {
    /// Number and symbol.
    Number(Box<Number>),
    /// Name of the kind.
    Kind(String),
    /// Date of issue.
    Date(PartialDate),
    /// Issuing organ, with its territory.
    Issuer(String),
    /// What it is about.
    Title(String),
}

impl Field {
    /// The field's name in the table.
    pub fn name(&self) -> &'static str {
        match self {
            Self::Number(_) => "number",
            Self::Kind(_) => "kind",
            Self::Date(_) => "date",
            Self::Issuer(_) => "issuer",
            Self::Title(_) => "title",
        }
    }

    /// The value as it stands in the table.
    pub fn value(&self) -> String {
        match self {
            Self::Number(number) => number.text.to_string(),
            Self::Date(date) => date.to_string(),
            Self::Kind(text) | Self::Issuer(text) | Self::Title(text) => text.clone(),
        }
    }

    /// A field by its name in the table and its value as typed. The error says what may stand there.
    ///
    /// # Errors
    /// What the value must be, if it is not.
    pub fn read(name: &str, value: &str, lexicon: &Lexicon) -> Result<Self, Needs> {
        let value = value.trim();
        match name {
            "number" => match number::read(value, 0, lexicon) {
                Some((number, end)) if end == value.len() => Ok(Self::Number(Box::new(number))),
                _ => Err(A_NUMBER.into()),
            },
            "kind" => lexicon.kinds.by_name(value).map(|kind| Self::Kind(kind.name.to_string())).ok_or_else(|| {
                let english = "a kind of document as it is written before the number: Kế hoạch";
                ("tên loại văn bản như viết trước số: Kế hoạch", english).into()
            }),
            "date" => date::typed(value)
                .map(Self::Date)
                .ok_or_else(|| ("một ngày: 2017-05-31 hoặc 31/5/2017", "a date: 2017-05-31 or 31/5/2017").into()),
            "issuer" if !value.is_empty() => Ok(Self::Issuer(value.to_owned())),
            "title" if !value.is_empty() => Ok(Self::Title(value.to_owned())),
            _ => Err(NOT_BLANK.into()),
        }
    }

    /// The names of the fields in the table.
    const NAMES: [&str; 5] = ["number", "kind", "date", "issuer", "title"];
}

/// What a person says of an arrow.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// There is no such arrow.
    Reject,
    /// It is right.
    Confirm,
    /// It points to the document with this id.
    To(String),
    /// It says this.
    Relation(Relation),
}

impl Verdict {
    fn name(&self) -> &'static str {
        match self {
            Self::Reject => "reject",
            Self::Confirm => "confirm",
            Self::To(_) => "to",
            Self::Relation(_) => "relation",
        }
    }

    fn value(&self) -> String {
        match self {
            Self::Reject | Self::Confirm => String::new(),
            Self::To(id) => id.clone(),
            Self::Relation(relation) => relation.code().to_owned(),
        }
    }
}

/// A line that fits nothing that was read.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Stale {
    /// The line of the table, from 1.
    pub line: u64,
    /// What it is about: a file, or the id of a source.
    pub subject: String,
    /// Why it was not applied.
    pub why: Why,
}

/// Why a correction was not applied.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Why {
    /// The file or source is not in the collection.
    Absent,
    /// It is read as corrected without the correction.
    Needless,
    /// Something else is read now than when the line was written.
    Changed,
    /// No file stands at the path from the table's folder, and several end with it.
    Ambiguous,
}

/// Loads a table.
///
/// # Errors
/// [`LoadError`] with file, line, column and remedy: a table that cannot be read, is not CSV, lacks a column, has two lines
/// about one thing, or a cell that its column cannot hold.
pub fn load(file: &Path, lexicon: &Lexicon) -> Result<Corrections, LoadError> {
    let text =
        std::fs::read_to_string(file).map_err(|reason| LoadError::Unreadable { path: file.to_path_buf(), reason })?;
    parse(&file.display().to_string(), &text, lexicon)
}

/// As [`load`], of a text; paths in it count from the folder of `file`.
///
/// # Errors
/// As [`load`], but for a file that cannot be read.
pub fn parse(file: &str, text: &str, lexicon: &Lexicon) -> Result<Corrections, LoadError> {
    let lines = rows(&Sources(vec![(file.to_owned(), text)]), key, |row| read(row, lexicon))?;
    let folder = Path::new(file).parent().map(wire_path).unwrap_or_default();
    Ok(Corrections { folder, lines })
}

/// What two lines must not both be about.
fn key(line: &Line) -> String {
    format!("{} {}", line.subject(), line.change.aspect())
}

fn read(row: &Row<'_>, lexicon: &Lexicon) -> Result<Line, LoadError> {
    let field = row.required("field")?;
    let after = row.text("after")?.to_owned();
    let of_field = || match Field::NAMES.contains(&field.as_str()) {
        true => Field::read(&field, &after, lexicon).map_err(|needs| row.wrong("after", needs)),
        false => Err(row.wrong("field", one_of(&Field::NAMES))),
    };
    let change = match row.text("about")? {
        "document" => {
            row.required("path")?;
            Change::Document(of_field()?)
        }
        "source" => {
            row.required("id")?;
            Change::Source(of_field()?)
        }
        "edge" => {
            row.required("path")?;
            row.required("id")?;
            Change::Edge(verdict(row, &field, &after)?)
        }
        _ => return Err(row.wrong("about", one_of(&["document", "source", "edge"]))),
    };
    let text = |column| row.text(column).map(str::to_owned);
    Ok(Line {
        line: row.line(),
        path: text("path")?,
        quote: text("quote")?,
        id: text("id")?,
        before: text("before")?,
        change,
        reason: row.required("reason")?,
    })
}

fn verdict(row: &Row<'_>, field: &str, after: &str) -> Result<Verdict, LoadError> {
    match field {
        "reject" => Ok(Verdict::Reject),
        "confirm" => Ok(Verdict::Confirm),
        "to" => row.required("after").map(Verdict::To),
        "relation" => Relation::from_code(after).map(Verdict::Relation).ok_or_else(|| {
            let codes: Vec<&str> = Relation::ALL.iter().map(|relation| relation.code()).collect();
            row.wrong("after", one_of(&codes))
        }),
        _ => Err(row.wrong("field", one_of(&["reject", "confirm", "to", "relation"]))),
    }
}

/// The lines as they go on with a table, with its first line if there is none. Cells are quoted as CSV has it, and stand
/// between the marks that the table has.
pub fn table(lines: &[Line], before: &str) -> String {
    let mut writer = csv::WriterBuilder::new().delimiter(delimiter(before)).from_writer(Vec::new());
    if before.trim().is_empty() {
        writer.write_record(COLUMNS).expect("a row fits into memory");
    }
    for line in lines {
        let (about, field, after) = match &line.change {
            Change::Document(field) => ("document", field.name(), field.value()),
            Change::Source(field) => ("source", field.name(), field.value()),
            Change::Edge(verdict) => ("edge", verdict.name(), verdict.value()),
        };
        let row = [about, &line.path, &line.quote, &line.id, field, &line.before, &after, &line.reason];
        writer.write_record(row).expect("a row fits into memory");
    }
    let bytes = writer.into_inner().expect("memory takes everything");
    String::from_utf8(bytes).expect("cells are texts")
}

/// What a line says of what is read now.
fn fits(line: &Line, now: &str, right: &str) -> Result<(), Why> {
    let same = |other: &str| now == other || fold(now) == fold(other);
    match (same(right), same(&line.before)) {
        (true, _) => Err(Why::Needless),
        (false, true) => Ok(()),
        (false, false) => Err(Why::Changed),
    }
}

impl Line {
    /// What it is about, as it was read.
    fn subject(&self) -> String {
        match &self.change {
            Change::Document(_) => self.path.clone(),
            Change::Source(_) => self.id.clone(),
            Change::Edge(_) => format!("{} {} {} {}", self.path, fold(&self.quote), self.id, self.before),
        }
    }

    fn stale(&self, why: Why) -> Stale {
        let subject = if matches!(self.change, Change::Source(_)) { &self.id } else { &self.path };
        Stale { line: self.line, subject: subject.clone(), why }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn refusal(rows: &str) -> String {
        let text = format!("{}\n{rows}", COLUMNS.join(","));
        parse("sua.csv", &text, Lexicon::embedded()).err().map(|error| error.to_string()).unwrap_or_default()
    }

    #[test]
    fn what_is_written_is_read_again() {
        let lexicon = Lexicon::embedded();
        let line = |change, before: &str| Line {
            line: 0,
            path: "van-ban/a, \"b\".txt".into(),
            quote: "Thực hiện Công văn 309-CV/TU,\nngày 11/8".into(),
            id: "lai-chau/tu/cv/309/nk-2020-2025".into(),
            before: before.into(),
            change,
            reason: "xem bản giấy".into(),
        };
        let field = |name: &str, value: &str| Field::read(name, value, lexicon).expect("a value");
        let lines = [
            line(Change::Document(field("date", "18/8/2021")), "2021"),
            line(Change::Source(field("number", "309-CV/TU")), ""),
            line(Change::Edge(Verdict::To("tw/ct/05/khoa-12".into())), "implements"),
        ];
        let read = parse("sua.csv", &table(&lines, ""), lexicon).expect("it was just written");
        let again: Vec<Line> = read.lines.into_iter().map(|line| Line { line: 0, ..line }).collect();
        assert_eq!(again, lines);
    }

    #[test]
    fn a_wrong_cell_is_refused_with_its_place_and_what_may_stand_there() {
        let message = refusal("document,a.txt,,,date,,31/02/2021,vì sao\n");
        for part in ["sua.csv", "line 2", "“after”", "31/02/2021", "31/5/2017"] {
            assert!(message.contains(part), "{part} in {message}");
        }
        assert!(refusal("document,a.txt,,,colour,,red,vì sao\n").contains("“field”"));
        assert!(refusal("edge,a.txt,q,x,relation,cites,loves,vì sao\n").contains("implements"));
        assert!(refusal("document,a.txt,,,date,,2021,\n").contains("“reason”"), "a correction has its reason");
        assert!(refusal("paper,a.txt,,,date,,2021,r\n").contains("document, source, edge"));
    }
}
