//! Findings that are known and accepted (sổ đã biết): one a line, each with a reason and a date.
//!
//! The file is CSV with the columns `id,code,about,reason,date`. A row without reason or date is an error: what is
//! accepted must be accountable. A baseline hides what it lists, and tells what it lists that is gone.

use super::finding::{Finding, Said};
use crate::date::PartialDate;
use crate::lexicon::LoadError;
use crate::lexicon::table::{Row, Sources, is_formula, rows};
use crate::vocabulary::Language;
use std::collections::HashSet;
use thiserror::Error;

/// The columns, in their order.
pub const COLUMNS: [&str; 5] = ["id", "code", "about", "reason", "date"];

/// Accepted findings.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Baseline {
    /// In the order of the file.
    pub rows: Vec<Accepted>,
}

/// One accepted finding.
#[derive(Clone, Debug, PartialEq)]
pub struct Accepted {
    /// Id of the finding.
    pub id: String,
    /// Its code.
    pub code: String,
    /// What it said.
    pub about: String,
    /// Why it is accepted.
    pub reason: String,
    /// Since when.
    pub date: PartialDate,
}

/// Why a baseline cannot be read.
#[derive(Debug, Error)]
pub enum BaselineError {
    /// It is not a CSV table with these columns, or has one finding twice.
    #[error(transparent)]
    Table(#[from] LoadError),
    /// A row lacks its reason or date.
    #[error("{file}, line {line}: “{id}” has no {lacks}; say why it is accepted, and since when (2025-06-30)")]
    Unaccounted {
        /// The file.
        file: String,
        /// The line, from 1.
        line: u64,
        /// Id of the finding.
        id: String,
        /// `reason` or `date`.
        lacks: &'static str,
    },
}

/// What a baseline makes of a run.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Held {
    /// How many findings it hides.
    pub hidden: usize,
    /// Rows whose finding is not there any more.
    pub gone: Vec<Accepted>,
}

impl Baseline {
    /// Reads a baseline.
    ///
    /// # Errors
    /// Where a column is missing, or a row has no reason or date.
    pub fn read(file: &str, text: &str) -> Result<Self, BaselineError> {
        let read = |row: &Row<'_>| -> Result<_, LoadError> {
            // The guard against formulas, which a spreadsheet keeps.
            let cell = |column| row.text(column).map(|cell| cell.strip_prefix('\'').unwrap_or(cell).to_string());
            Ok((row.line(), cell("id")?, cell("code")?, cell("about")?, cell("reason")?, cell("date")?))
        };
        let table = rows(&Sources(vec![(file.to_string(), text)]), |(_, id, ..)| id.clone(), read);
        let table = table.map_err(|error| error.listed_in("docs/audit.md"))?;
        let accepted = |(line, id, code, about, reason, date): (u64, String, String, String, String, String)| {
            let lacking = |lacks| BaselineError::Unaccounted { file: file.into(), line, id: id.clone(), lacks };
            let date = date.parse().map_err(|_| lacking("date"))?;
            if reason.is_empty() {
                return Err(lacking("reason"));
            }
            Ok(Accepted { id, code, about, reason, date })
        };
        Ok(Self { rows: table.into_iter().map(accepted).collect::<Result<_, _>>()? })
    }

    /// Takes the accepted findings out: those of the same id and code. What a row says of them is for people; it counts
    /// papers and names documents, which both change with the collection and the language while the matter is the same.
    pub fn apply(&self, findings: &mut Vec<Finding>) -> Held {
        let there: HashSet<(String, String)> =
            findings.iter().map(|finding| (finding.id.clone(), finding.code.to_string())).collect();
        let accepted: HashSet<(&str, &str)> =
            self.rows.iter().map(|row| (row.id.as_str(), row.code.as_str())).collect();
        let before = findings.len();
        findings.retain(|finding| !accepted.contains(&(finding.id.as_str(), &*finding.code)));
        let is_there = |row: &&Accepted| there.contains(&(row.id.clone(), row.code.clone()));
        let gone = self.rows.iter().filter(|row| !is_there(row)).cloned().collect();
        Held { hidden: before - findings.len(), gone }
    }

    /// The baseline as its file has it. Cells that a spreadsheet would take for formulas are guarded.
    pub fn written(&self) -> String {
        let mut rows = csv::Writer::from_writer(Vec::new());
        let guarded = |cell: &str| if is_formula(cell) { format!("'{cell}") } else { cell.to_string() };
        let written = rows.write_record(COLUMNS).and_then(|()| {
            self.rows.iter().try_for_each(|row| {
                rows.write_record(
                    [&row.id, &row.code, &row.about, &row.reason, &row.date.to_string()].map(|c| guarded(c)),
                )
            })
        });
        written.expect("memory takes everything");
        String::from_utf8(rows.into_inner().expect("memory takes everything")).expect("made of text")
    }

    /// The rows and those of more findings, all for one reason.
    pub fn with(&self, findings: &[Finding], reason: &str, date: PartialDate, language: Language) -> Self {
        let row = |finding: &Finding| Accepted {
            id: finding.id.clone(),
            code: finding.code.to_string(),
            about: Said::in_language(&finding.message, language).to_string(),
            reason: reason.to_string(),
            date,
        };
        let known: HashSet<&str> = self.rows.iter().map(|row| row.id.as_str()).collect();
        let new = findings.iter().filter(|finding| !known.contains(finding.id.as_str())).map(row);
        Self { rows: self.rows.iter().cloned().chain(new).collect() }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::audit::Severity;

    fn findings() -> Vec<Finding> {
        let finding = |about: &str| Finding::new(Said::alike(about)).about(about).of_code("NG101", Severity::Error);
        let mut found = vec![finding("a"), finding("b")];
        super::super::finding::number(&mut found);
        found
    }

    #[test]
    fn a_baseline_hides_what_it_lists_and_tells_what_is_gone() {
        let mut found = findings();
        let day = "2025-06-30".parse().unwrap();
        let mut baseline = Baseline::default().with(&found[..1], "đã hỏi Văn phòng", day, Language::Vietnamese);
        baseline.rows.push(Accepted { id: "NG101-00000000".into(), ..baseline.rows[0].clone() });
        assert_eq!(Baseline::read("b.csv", &baseline.written()).unwrap(), baseline);
        let held = baseline.apply(&mut found);
        assert_eq!((found.len(), held.hidden, held.gone.len()), (1, 1, 1));
        assert_eq!(found[0].node.as_deref(), Some("b"));
    }

    #[test]
    fn a_row_hides_the_finding_of_its_own_code_only_and_does_so_whatever_is_counted_in_its_words() {
        let day = "2025-06-30".parse().unwrap();
        let known = Baseline::default().with(&findings(), "đã hỏi Văn phòng", day, Language::Vietnamese);
        let mut counted = findings();
        counted[0].message = Said::alike("a, nay 2 văn bản viện dẫn");
        assert_eq!(known.apply(&mut counted).hidden, 2);
        let other = |row: &Accepted| Accepted { code: "NG104".into(), ..row.clone() };
        let (mut found, others) = (findings(), Baseline { rows: known.rows.iter().map(other).collect() });
        let held = others.apply(&mut found);
        assert_eq!((found.len(), held.gone.len()), (2, 2));
    }

    #[test]
    fn documents_by_the_hundred_thousand_have_ids_of_their_own() {
        let finding =
            |at: u32| Finding::new(Said::default()).about(&format!("so/{at}")).of_code("NG101", Severity::Error);
        let mut found: Vec<Finding> = (0..200_000).map(finding).collect();
        super::super::finding::number(&mut found);
        assert!(found.iter().all(|finding| !finding.id.contains('.')), "no two of them share one");
    }

    #[test]
    fn what_is_accepted_must_be_accountable() {
        let read = |row: &str| Baseline::read("b.csv", &format!("id,code,about,reason,date\n{row}\n"));
        assert_eq!(read("x,NG101,,vì,2025-06-30").unwrap().rows.len(), 1);
        assert_eq!(
            read("x,NG101,,,2025-06-30").unwrap_err().to_string(),
            "b.csv, line 2: “x” has no reason; say why it is accepted, and since when (2025-06-30)"
        );
        assert!(matches!(read("x,NG101,,vì,"), Err(BaselineError::Unaccounted { lacks: "date", .. })));
        let lacks = Baseline::read("b.csv", "id,reason\nx,vì\n").unwrap_err().to_string();
        assert_eq!(
            lacks,
            "b.csv: the column “code” is missing; add it to the first line (docs/audit.md lists the columns)"
        );
    }
}
