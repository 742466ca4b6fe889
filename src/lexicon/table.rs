//! CSV text into rows with typed cells; every complaint names file, line, column and remedy.
//!
//! A cell is text, a list separated by `|`, a date of any precision, yes or no, or a code. What a row means is left to
//! the table that reads it; rows of the same id are merged here: a later row replaces an earlier one.

use super::Index;
use crate::date::PartialDate;
use crate::vocabulary::{Language, Level, System};
use csv::StringRecord;
use std::fmt;
use std::path::PathBuf;
use thiserror::Error;

/// What a row needs, in both languages.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Needs {
    /// Vietnamese.
    pub vietnamese: String,
    /// English.
    pub english: String,
}

impl From<(&str, &str)> for Needs {
    fn from((vietnamese, english): (&str, &str)) -> Self {
        Self { vietnamese: vietnamese.to_owned(), english: english.to_owned() }
    }
}

impl From<(String, String)> for Needs {
    fn from((vietnamese, english): (String, String)) -> Self {
        Self { vietnamese, english }
    }
}

/// In English, as the other words of an error; [`LoadError::in_language`] has both.
impl fmt::Display for Needs {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.english)
    }
}

/// Why a lexicon could not be loaded.
#[derive(Debug, Error)]
pub enum LoadError {
    /// The file is there and cannot be read.
    #[error("cannot read the table {path}: {reason}; check its permissions, or save it as CSV in UTF-8")]
    Unreadable {
        /// The file.
        path: PathBuf,
        /// What the system says.
        reason: std::io::Error,
    },
    /// The file is not a CSV table in UTF-8.
    #[error("{file}, line {line}: {reason}; write CSV in UTF-8 with one cell for each column of the first line")]
    Malformed {
        /// The table.
        file: String,
        /// The line, from 1.
        line: u64,
        /// What the CSV reader says.
        reason: String,
    },
    /// A column of the table is not there.
    #[error("{file}: the column “{column}” is missing; add it to the first line ({listed} lists the columns)")]
    MissingColumn {
        /// The table.
        file: String,
        /// The column.
        column: &'static str,
        /// The page that lists the columns.
        listed: &'static str,
    },
    /// A cell holds what its column cannot.
    #[error("{file}, line {line}, column “{column}”: “{value}” is not {expected}")]
    Cell {
        /// The table.
        file: String,
        /// The line, from 1.
        line: u64,
        /// The column.
        column: &'static str,
        /// What stands there.
        value: String,
        /// What may stand there.
        expected: Needs,
    },
    /// Two rows of one file are the same.
    #[error("{file}, line {line}: a row above is “{key}” already; remove one of them or give it another id")]
    Duplicate {
        /// The table.
        file: String,
        /// The line, from 1.
        line: u64,
        /// What tells rows of the table apart.
        key: String,
    },
    /// A row refers to an id that no row has.
    #[error("{file}, row “{id}”, column “{column}”: there is no row “{value}”; add it or correct the id")]
    Reference {
        /// The table.
        file: String,
        /// The row.
        id: String,
        /// The column.
        column: &'static str,
        /// The unknown id.
        value: String,
    },
    /// A row contradicts itself or another row.
    #[error("{file}, row “{id}”, column “{column}”: {needs}")]
    Rule {
        /// The table.
        file: String,
        /// The row.
        id: String,
        /// The column.
        column: &'static str,
        /// What is wrong and what to do.
        needs: Needs,
    },
}

impl LoadError {
    /// The complaint about a table whose columns stand on another page than those of the lexicon.
    pub(crate) fn listed_in(mut self, page: &'static str) -> Self {
        if let Self::MissingColumn { listed, .. } = &mut self {
            *listed = page;
        }
        self
    }

    /// The message in a language: table, place, what is wrong, and what to do.
    pub fn in_language(&self, language: Language) -> String {
        if language == Language::English {
            return self.to_string();
        }
        match self {
            Self::Unreadable { path, reason } => {
                let path = path.display();
                format!("không đọc được bảng {path}: {reason}; xem lại quyền đọc, hoặc lưu lại tệp dạng CSV UTF-8")
            }
            Self::Malformed { file, line, reason } => format!(
                "{file}, dòng {line}: không phải bảng CSV ({reason}); lưu lại dạng CSV UTF-8, mỗi dòng đủ số ô như dòng đầu"
            ),
            Self::MissingColumn { file, column, listed } => {
                format!("{file}: thiếu cột “{column}”; thêm cột ấy vào dòng đầu ({listed} có đủ tên cột)")
            }
            Self::Cell { file, line, column, value, expected } => {
                format!("{file}, dòng {line}, cột “{column}”: “{value}” không hợp lệ; cần {}", expected.vietnamese)
            }
            Self::Duplicate { file, line, key } => {
                format!("{file}, dòng {line}: một dòng ở trên đã là “{key}”; bỏ một trong hai, hoặc đổi mã")
            }
            Self::Reference { file, id, column, value } => {
                format!(
                    "{file}, dòng “{id}”, cột “{column}”: không có dòng nào mang mã “{value}”; thêm dòng ấy hoặc sửa mã"
                )
            }
            Self::Rule { file, id, column, needs } => {
                format!("{file}, dòng “{id}”, cột “{column}”: {}", needs.vietnamese)
            }
        }
    }
}

/// How sure a row is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Certainty {
    /// The text of a rule, two sources, or general record beyond doubt.
    A,
    /// One source, or practice.
    B,
    /// Unverified: to be checked before it is shown as a fact.
    C,
}

/// What a row rests on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Evidence {
    /// The rule was read, at least in part.
    Rule,
    /// Seen in documents or on published pages.
    Seen,
    /// General record, not looked up.
    Memory,
}

/// Where a row comes from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Provenance {
    /// How sure it is.
    pub certainty: Certainty,
    /// What it rests on.
    pub evidence: Evidence,
    /// The rule, page or practice.
    pub source: String,
}

/// A span of time, open at either end; days of partial dates count wholly.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Validity {
    /// First day, month or year.
    pub from: Option<PartialDate>,
    /// Last day, month or year.
    pub to: Option<PartialDate>,
}

impl Validity {
    /// True if some day that `date` can mean lies in the span.
    pub fn holds(self, date: PartialDate) -> bool {
        self.from.is_none_or(|from| from.earliest() <= date.latest())
            && self.to.is_none_or(|to| date.earliest() <= to.latest())
    }

    /// True if every day that `date` can mean lies in the span.
    pub fn covers(self, date: PartialDate) -> bool {
        self.from.is_none_or(|from| from.earliest() <= date.earliest())
            && self.to.is_none_or(|to| date.latest() <= to.latest())
    }

    /// True if the two spans share a day.
    pub fn overlaps(self, other: Self) -> bool {
        let before =
            |a: Self, b: Self| matches!((a.to, b.from), (Some(to), Some(from)) if to.latest() < from.earliest());
        !before(self, other) && !before(other, self)
    }
}

/// What a cell with a date needs.
pub(crate) const A_DATE: (&str, &str) =
    ("một ngày: 2017, 2017-05 hoặc 2017-05-31", "a date: 2017, 2017-05 or 2017-05-31");

/// What a blank cell needs that must not be blank.
pub(crate) const NOT_BLANK: (&str, &str) =
    ("một giá trị: ô này không được để trống", "something: the cell must not be blank");

/// What a cell with a number needs.
pub(crate) const A_NUMBER: (&str, &str) =
    ("số kèm ký hiệu: 36-HD/BTGTU, 52/2016/QĐ-TTg", "a number with its symbol: 36-HD/BTGTU, 52/2016/QĐ-TTg");

/// What a cell with a code needs.
pub(crate) fn one_of(codes: &[&str]) -> Needs {
    let codes = codes.join(", ");
    (format!("một trong các giá trị: {codes}"), format!("one of: {codes}")).into()
}

/// One row of a table.
pub(crate) struct Row<'t> {
    file: &'t str,
    columns: &'t Index<usize>,
    line: u64,
    record: &'t StringRecord,
}

impl Row<'_> {
    /// The line of the file, from 1.
    pub(crate) fn line(&self) -> u64 {
        self.line
    }

    /// The cell, without spaces at its ends; empty if blank.
    pub(crate) fn text(&self, column: &'static str) -> Result<&str, LoadError> {
        let index = self.columns.get(column);
        let index = index.ok_or_else(|| LoadError::MissingColumn {
            file: self.file.to_owned(),
            column,
            listed: "docs/lexicon.md",
        })?;
        Ok(self.record.get(*index).unwrap_or_default().trim())
    }

    /// The cell, which must not be blank.
    pub(crate) fn required(&self, column: &'static str) -> Result<String, LoadError> {
        match self.text(column)? {
            "" => Err(self.wrong(column, NOT_BLANK)),
            text => Ok(text.to_owned()),
        }
    }

    /// The parts of the cell between `|`, blank ones left out.
    pub(super) fn list(&self, column: &'static str) -> Result<Vec<String>, LoadError> {
        Ok(self.text(column)?.split('|').map(str::trim).filter(|part| !part.is_empty()).map(str::to_owned).collect())
    }

    /// The date in the cell, if any.
    pub(crate) fn date(&self, column: &'static str) -> Result<Option<PartialDate>, LoadError> {
        match self.text(column)? {
            "" => Ok(None),
            text => text.parse().map(Some).map_err(|_| self.wrong(column, A_DATE)),
        }
    }

    /// The span between two date cells, in their order.
    pub(crate) fn validity(&self, from: &'static str, to: &'static str) -> Result<Validity, LoadError> {
        let validity = Validity { from: self.date(from)?, to: self.date(to)? };
        match (validity.from, validity.to) {
            (Some(first), Some(last)) if last.latest() < first.earliest() => {
                let needs = (
                    format!("ngày từ {first} trở đi, là ngày bắt đầu"),
                    format!("on or after {first}, where the span begins"),
                );
                Err(self.wrong(to, needs))
            }
            _ => Ok(validity),
        }
    }

    /// Yes or no.
    pub(super) fn flag(&self, column: &'static str) -> Result<bool, LoadError> {
        self.choice(column, &[("yes", true), ("no", false)])
    }

    /// One of a closed list of codes.
    pub(super) fn choice<T: Copy>(&self, column: &'static str, choices: &[(&str, T)]) -> Result<T, LoadError> {
        let text = self.text(column)?;
        let found = choices.iter().find(|(code, _)| *code == text).map(|(_, value)| *value);
        found.ok_or_else(|| {
            let codes: Vec<&str> = choices.iter().map(|(code, _)| *code).collect();
            self.wrong(column, one_of(&codes))
        })
    }

    /// A number, if any.
    pub(super) fn number(&self, column: &'static str) -> Result<Option<u8>, LoadError> {
        match self.text(column)? {
            "" => Ok(None),
            text => text
                .parse()
                .map(Some)
                .map_err(|_| self.wrong(column, ("một số nguyên từ 0 đến 255", "a whole number from 0 to 255"))),
        }
    }

    /// The code of a system.
    pub(crate) fn system(&self, column: &'static str) -> Result<System, LoadError> {
        let systems: Vec<(&str, System)> = System::ALL.iter().map(|system| (system.code(), *system)).collect();
        self.choice(column, &systems)
    }

    /// The code of a level.
    pub(crate) fn level(&self, column: &'static str) -> Result<Level, LoadError> {
        let levels: Vec<(&str, Level)> = Level::ALL.iter().map(|level| (level.code(), *level)).collect();
        self.choice(column, &levels)
    }

    /// The columns certainty, evidence and source.
    pub(super) fn provenance(&self) -> Result<Provenance, LoadError> {
        Ok(Provenance {
            certainty: self.choice("certainty", &[("A", Certainty::A), ("B", Certainty::B), ("C", Certainty::C)])?,
            evidence: self.choice(
                "evidence",
                &[("rule", Evidence::Rule), ("seen", Evidence::Seen), ("memory", Evidence::Memory)],
            )?,
            source: self.required("source")?,
        })
    }

    /// The complaint that a cell is not what its column needs.
    pub(crate) fn wrong(&self, column: &'static str, expected: impl Into<Needs>) -> LoadError {
        LoadError::Cell {
            file: self.file.to_owned(),
            line: self.line,
            column,
            value: self
                .record
                .get(self.columns.get(column).copied().unwrap_or(usize::MAX))
                .unwrap_or_default()
                .to_owned(),
            expected: expected.into(),
        }
    }
}

/// The texts of one table, in the order in which they are read: first the embedded one.
pub(crate) struct Sources<'t>(pub(crate) Vec<(String, &'t str)>);

/// Reads the rows of all sources. A row with the key of a row of an earlier source takes its place.
pub(crate) fn rows<T>(
    sources: &Sources<'_>,
    key: impl Fn(&T) -> String,
    mut read: impl FnMut(&Row<'_>) -> Result<T, LoadError>,
) -> Result<Vec<T>, LoadError> {
    let mut all: Vec<T> = Vec::new();
    let mut places: Index<(usize, &str)> = Index::default();
    for (file, text) in &sources.0 {
        let text = text.trim_start_matches('\u{FEFF}');
        let mut reader = csv::ReaderBuilder::new();
        // Lines that begin with # are remarks.
        let mut reader = reader.delimiter(delimiter(text)).comment(Some(b'#')).from_reader(text.as_bytes());
        let malformed = |error: &csv::Error| LoadError::Malformed {
            file: file.clone(),
            line: error.position().map_or(1, csv::Position::line),
            reason: error.to_string(),
        };
        let headers = reader.headers().map_err(|error| malformed(&error))?;
        let columns: Index<usize> = headers.iter().enumerate().map(|(i, h)| (h.trim().to_owned(), i)).collect();
        let mut record = StringRecord::new();
        while reader.read_record(&mut record).map_err(|error| malformed(&error))? {
            let line = record.position().map_or(1, csv::Position::line);
            let row = read(&Row { file, columns: &columns, line, record: &record })?;
            let key = key(&row);
            match places.get(&key) {
                Some((_, seen)) if *seen == file.as_str() => {
                    return Err(LoadError::Duplicate { file: file.clone(), line, key });
                }
                Some(&(at, _)) => {
                    places.insert(key, (at, file));
                    all[at] = row;
                }
                None => {
                    places.insert(key, (all.len(), file));
                    all.push(row);
                }
            }
        }
    }
    Ok(all)
}

/// True if a spreadsheet would run the cell; a document must not be able to make it.
pub(crate) fn is_formula(cell: &str) -> bool {
    cell.starts_with(['=', '+', '-', '@', '\t', '\r', '\n'])
}

/// What stands between the cells: Excel writes semicolons where the comma is the decimal mark, as in Vietnam.
pub(crate) fn delimiter(text: &str) -> u8 {
    let first = text.lines().next().unwrap_or_default();
    if first.matches(';').count() > first.matches(',').count() { b';' } else { b',' }
}

/// Complains about the first reference to an id that is not there.
pub(super) fn check_references<'a>(
    file: &str,
    column: &'static str,
    mut references: impl Iterator<Item = (&'a str, &'a str)>,
    exists: impl Fn(&str) -> bool,
) -> Result<(), LoadError> {
    match references.find(|(_, value)| !exists(value)) {
        None => Ok(()),
        Some((id, value)) => {
            Err(LoadError::Reference { file: file.to_owned(), id: id.to_owned(), column, value: value.to_owned() })
        }
    }
}
