//! The registry (danh mục văn bản): documents known from elsewhere, by number, kind, issuer, date and title.
//!
//! [`load`] turns a table into a [`Registry`], which completes the card of a source that the collection lacks. What it
//! says is marked "theo danh mục" and is never evidence: it makes no link and no document. `data/registry.csv` ships the
//! named acts; a user's own table has the same columns. A row whose issuer and date do not fix one document is refused.

use crate::date::PartialDate;
use crate::identity::named::{self, Name};
use crate::identity::{Claim, Key, Memo, Series, identify};
use crate::lexicon::table::{A_DATE, A_NUMBER, LoadError, Row, Sources, rows};
use crate::lexicon::{Home, Lexicon};
use crate::number;
use std::collections::HashMap;
use std::path::Path;
use std::sync::Arc;

/// A document known from elsewhere.
#[derive(Clone, Debug, PartialEq)]
pub struct Entry {
    /// Number and symbol; none for constitutions, congress resolutions and other named acts.
    pub number: Option<String>,
    /// Name of the kind.
    pub kind: String,
    /// Issuing organ, complete.
    pub issuer: String,
    /// Date of issue, of the precision that is known.
    pub date: PartialDate,
    /// What it is about; for laws their title.
    pub title: String,
    /// Where the row comes from.
    pub source: Option<String>,
    /// Whose number series it is in, where the issuer tells it.
    pub series: Option<Arc<Series>>,
}

/// Documents known from elsewhere, by key.
#[derive(Clone, Debug, Default)]
pub struct Registry {
    by_key: HashMap<Key, Entry>,
}

impl Registry {
    /// The registry of this version: the named acts. What a user's own lexicon gives no key is left out.
    pub fn shipped(lexicon: &Lexicon) -> Self {
        let mut memo = Memo::new(lexicon);
        let mut by_key = HashMap::new();
        let add = |row: &Row<'_>| {
            if let Ok((key, entry)) = entry(row, &mut memo) {
                by_key.entry(key).or_insert(entry);
            }
            Ok(row.line())
        };
        // The tests load the shipped table: it is a table.
        let _ = rows(&shipped(), u64::to_string, add);
        Self { by_key }
    }

    /// What is known of a document.
    pub fn entry(&self, key: &Key) -> Option<&Entry> {
        self.by_key.get(key)
    }

    /// How many documents it knows.
    pub fn len(&self) -> usize {
        self.by_key.len()
    }

    /// True if it knows none.
    pub fn is_empty(&self) -> bool {
        self.by_key.is_empty()
    }
}

/// Loads a user's own table.
///
/// # Errors
/// [`LoadError`] with file, line, column and remedy: a table that cannot be read, is not CSV, lacks a column, has two rows
/// for one document, or has a row that fixes none.
pub fn load(file: &Path, lexicon: &Lexicon) -> Result<Registry, LoadError> {
    let text =
        std::fs::read_to_string(file).map_err(|reason| LoadError::Unreadable { path: file.to_path_buf(), reason })?;
    read(&Sources(vec![(file.display().to_string(), &text)]), lexicon)
}

fn shipped() -> Sources<'static> {
    Sources(vec![("data/registry.csv".to_owned(), include_str!("../data/registry.csv"))])
}

fn read(sources: &Sources<'_>, lexicon: &Lexicon) -> Result<Registry, LoadError> {
    let mut memo = Memo::new(lexicon);
    let found = rows(sources, |(key, _): &(Key, Entry)| key.to_string(), |row| entry(row, &mut memo))?;
    Ok(Registry { by_key: found.into_iter().collect() })
}

fn entry(row: &Row<'_>, memo: &mut Memo<'_>) -> Result<(Key, Entry), LoadError> {
    let optional = |text: &str| (!text.is_empty()).then(|| text.to_owned());
    let mut entry = Entry {
        number: optional(row.text("number")?),
        kind: row.required("kind")?,
        issuer: row.required("issuer")?,
        date: row.date("date")?.ok_or_else(|| row.wrong("date", A_DATE))?,
        title: row.required("title")?,
        source: optional(row.text("source")?),
        series: None,
    };
    let Some(written) = entry.number.clone().filter(|written| !named::is_order(written)) else {
        let said = Name {
            kind: Some(&entry.kind),
            name: &entry.title,
            issuer: Some(&entry.issuer),
            date: Some(entry.date),
            term: None,
        };
        let key = named::known(memo, &said).ok_or_else(|| {
            row.wrong(
                "issuer",
                (
                    "tên cơ quan kèm tỉnh: không có số thì cơ quan, loại và ngày mới cho biết văn bản nào",
                    "an organ with its province: without a number the issuer, kind and date tell the document",
                ),
            )
        })?;
        return Ok((key, entry));
    };
    let read = number::read(&written, 0, memo.lexicon).filter(|(_, end)| *end == written.len());
    let (number, _) = read.ok_or_else(|| row.wrong("number", A_NUMBER))?;
    let claim = Claim {
        number: &number,
        kind: Some(&entry.kind),
        issuer: Some(&entry.issuer),
        date: Some(entry.date),
        term: None,
    };
    let (identity, _) = identify(memo, claim, &Home::default());
    let key = identity.key().ok_or_else(|| {
        let (column, remedy) = if identity.traits.series.is_none() {
            let vi = "tên cơ quan kèm tỉnh (Tỉnh ủy Lai Châu): thiếu tỉnh thì số này là của nhiều văn bản";
            ("issuer", (vi, "an organ with its province (Tỉnh ủy Lai Châu): without it the number is many documents"))
        } else if identity.traits.kind.is_none() {
            ("kind", ("tên loại văn bản, như viết trước số", "a kind of document, as it is written before the number"))
        } else {
            let vi = "ngày đủ rõ: cả ngày, nếu số đánh theo ngày hoặc nhiệm kỳ";
            ("date", (vi, "a date that is full enough: a day, where numbers count by day or term"))
        };
        row.wrong(column, remedy)
    })?;
    entry.series = identity.traits.series;
    Ok((key, entry))
}

#[cfg(test)]
mod tests {
    use super::*;

    const HEADER: &str = "number,kind,issuer,date,title,source\n";

    fn own(rows: &str) -> Result<Registry, LoadError> {
        let text = format!("{HEADER}{rows}");
        read(&Sources(vec![("own.csv".to_owned(), &text)]), Lexicon::embedded())
    }

    fn refusal(rows: &str) -> String {
        own(rows).err().map(|error| error.to_string()).unwrap_or_default()
    }

    #[test]
    fn every_named_act_is_in_the_shipped_registry_as_the_table_of_acts_has_it() {
        let lexicon = Lexicon::embedded();
        let registry = Registry::shipped(lexicon);
        let mut memo = Memo::new(lexicon);
        for act in lexicon.acts.all() {
            let Some(key) = named::of_act(&mut memo, act) else { continue };
            let entry = registry.entry(&key).unwrap_or_else(|| panic!("{key} is not in data/registry.csv"));
            assert_eq!((&entry.kind, &entry.number, entry.date), (&act.kind, &act.number, act.date), "{key}");
        }
        assert!(registry.len() > 500);
        let strictly = read(&shipped(), lexicon).expect("each row fixes one document");
        assert_eq!(strictly.len(), registry.len());
    }

    #[test]
    fn a_local_document_is_known_by_its_issuer_and_date() {
        let registry =
            own("36-HD/BTGTU,Hướng dẫn,Ban Tuyên giáo Tỉnh ủy Bình Thuận,2017-05-31,về việc gì đó,sổ văn bản\n");
        let registry = registry.expect("the row is right");
        let entry = registry.entry(&Key::new("binh-thuan/btgtu/hd/36/nk-2015-2020")).expect("its key");
        assert_eq!(entry.source.as_deref(), Some("sổ văn bản"));
        assert_eq!(entry.series.as_ref().and_then(|series| series.province.as_deref()), Some("Bình Thuận"));
    }

    #[test]
    fn a_row_that_fixes_no_document_is_refused_with_its_place_and_a_remedy() {
        let message = refusal("12/KH-UBND,Kế hoạch,UBND tỉnh,2021-03-02,gì đó,\n");
        for part in ["own.csv", "line 2", "“issuer”", "UBND tỉnh", "province"] {
            assert!(message.contains(part), "{part} in {message}");
        }
        assert!(refusal("mười hai,Kế hoạch,UBND tỉnh Lai Châu,2021,gì đó,\n").contains("“number”"));
        assert!(refusal("12/LĐLĐ,Công văn,LĐLĐ tỉnh Lai Châu,2021,gì đó,\n").contains("“date”"));
        assert!(refusal(",Công văn,LĐLĐ tỉnh,2021-03-02,gì đó,\n").contains("“issuer”"));
        let twice = "12/KH-UBND,Kế hoạch,UBND tỉnh Lai Châu,2021-03-02,gì đó,\n012/KH-UBND,Kế hoạch,Ủy ban nhân dân tỉnh Lai Châu,2021-04-02,khác,\n";
        assert!(refusal(twice).contains("line 3: a row above is “lai-chau/ubnd/kh/12/nam-2021” already"));
    }
}
