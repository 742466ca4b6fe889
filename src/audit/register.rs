//! Which organs there were on a day (danh bạ cơ quan): the provinces of the lexicon, and the units that a user lists.
//!
//! Provinces come from the lexicon with their dates: 63 to 30 June 2025, 34 since. Of districts and communes the lexicon
//! has no list; a file `co-quan.csv` may give them (columns `name,level,province,system,from,to`). A district ends with
//! 30 June 2025 whatever a row says.

use crate::date::PartialDate;
use crate::lexicon::Lexicon;
use crate::text::fold::fold;
use crate::vocabulary::{Level, System};
use thiserror::Error;

/// The columns of a register, in their order.
pub const COLUMNS: [&str; 6] = ["name", "level", "province", "system", "from", "to"];

/// Units listed by a user.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Register {
    rows: Vec<Unit>,
}

/// One unit.
#[derive(Clone, Debug, PartialEq)]
pub struct Unit {
    /// Its name: `Ủy ban nhân dân huyện Tuy Phong`, or only the place: `huyện Tuy Phong`.
    pub name: String,
    /// Its level.
    pub level: Level,
    /// Its province.
    pub province: Option<String>,
    /// Its system; nothing for a place, where every system has an organ.
    pub system: Option<System>,
    /// First day.
    pub from: Option<PartialDate>,
    /// Last day.
    pub to: Option<PartialDate>,
}

/// Why a register cannot be read.
#[derive(Debug, Error, PartialEq, Eq)]
pub enum RegisterError {
    /// It is not a CSV table with these columns.
    #[error("{file}: {reason}; a register has the columns name,level,province,system,from,to")]
    Malformed {
        /// The file.
        file: String,
        /// What is wrong.
        reason: String,
    },
    /// A cell holds what its column cannot.
    #[error("{file}, line {line}, column “{column}”: “{value}” is not {expected}")]
    Cell {
        /// The file.
        file: String,
        /// The line, from 1.
        line: u64,
        /// The column.
        column: &'static str,
        /// What stands there.
        value: String,
        /// What may stand there.
        expected: &'static str,
    },
}

impl Register {
    /// Reads a register from CSV. Lines that begin with # are remarks.
    ///
    /// # Errors
    /// Where columns are missing or a cell holds what it cannot.
    pub fn read(file: &str, text: &str) -> Result<Self, RegisterError> {
        let malformed = |reason: String| RegisterError::Malformed { file: file.into(), reason };
        let text = text.trim_start_matches('\u{FEFF}');
        let mut reader =
            csv::ReaderBuilder::new().comment(Some(b'#')).trim(csv::Trim::All).from_reader(text.as_bytes());
        let header = reader.headers().map_err(|error| malformed(error.to_string()))?.clone();
        if let Some(missing) = COLUMNS.iter().find(|column| !header.iter().any(|known| known == **column)) {
            return Err(malformed(format!("the column “{missing}” is missing")));
        }
        let at = |column: &str| header.iter().position(|known| known == column).unwrap_or_default();
        let columns = COLUMNS.map(at);
        let mut rows = Vec::new();
        for row in reader.records() {
            let row = row.map_err(|error| malformed(error.to_string()))?;
            let line = row.position().map_or(0, csv::Position::line);
            let cell = |column: usize| row.get(columns[column]).filter(|cell| !cell.is_empty());
            let wrong = |column: usize, expected| RegisterError::Cell {
                file: file.into(),
                line,
                column: COLUMNS[column],
                value: cell(column).unwrap_or_default().to_string(),
                expected,
            };
            let date = |column: usize| -> Result<Option<PartialDate>, RegisterError> {
                let parse = |cell: &str| cell.parse().map_err(|_| wrong(column, "a date like 2025-06-30"));
                cell(column).map(parse).transpose()
            };
            rows.push(Unit {
                name: cell(0).ok_or_else(|| wrong(0, "a name"))?.to_string(),
                level: cell(1)
                    .and_then(Level::from_code)
                    .ok_or_else(|| wrong(1, "central, province, district, commune or grassroots"))?,
                province: cell(2).map(str::to_owned),
                system: cell(3)
                    .map(|code| System::from_code(code).ok_or_else(|| wrong(3, "a system such as party, state, union")))
                    .transpose()?,
                from: date(4)?,
                to: date(5)?,
            });
        }
        Ok(Self { rows })
    }

    /// The units of a level that there were on a day, in a province where one is given; sorted by name. Nothing where no
    /// list is known: neither provinces of the lexicon nor rows of the user.
    pub fn on(
        &self,
        lexicon: &Lexicon,
        level: Level,
        province: Option<&str>,
        system: Option<System>,
        date: PartialDate,
    ) -> Option<Vec<String>> {
        if level == Level::Province {
            return Some(provinces(lexicon, date));
        }
        if level == Level::District && PartialDate::day(2025, 7, 1).is_some_and(|end| date >= end) {
            return None;
        }
        let there = |unit: &&Unit| {
            unit.level == level
                && unit.from.is_none_or(|from| from.earliest() <= date.latest())
                && unit.to.is_none_or(|to| date.earliest() <= to.latest())
                && province.is_none_or(|wanted| unit.province.as_deref().is_none_or(|own| fold(own) == fold(wanted)))
                && (unit.system.is_none() || system.is_none() || unit.system == system)
        };
        let mut names: Vec<String> = self.rows.iter().filter(there).map(|unit| unit.name.clone()).collect();
        names.sort();
        names.dedup();
        (!names.is_empty()).then_some(names)
    }
}

/// The units of the first level on a day, by name.
fn provinces(lexicon: &Lexicon, date: PartialDate) -> Vec<String> {
    let there = lexicon.places.all().iter().filter(|place| place.exists(date));
    let mut names: Vec<String> = there.map(|place| place.name.clone()).collect();
    names.sort();
    names.dedup();
    names
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(written: &str) -> PartialDate {
        written.parse().unwrap()
    }

    #[test]
    fn there_are_63_provinces_to_june_2025_and_34_since() {
        let count = |date: &str| provinces(Lexicon::embedded(), day(date)).len();
        assert_eq!((count("2017-06-22"), count("2025-06-30"), count("2025-07-01")), (63, 63, 34));
    }

    const LIST: &str = "name,level,province,system,from,to\n\
        huyện Tuy Phong,district,Bình Thuận,,,2025-06-30\nxã Liên Hương,commune,Lâm Đồng,,2025-07-01,\n";

    #[test]
    fn a_district_is_there_until_june_2025() {
        let register = Register::read("co-quan.csv", LIST).unwrap();
        let on = |level, province, date: &str| register.on(Lexicon::embedded(), level, Some(province), None, day(date));
        assert_eq!(on(Level::District, "Bình Thuận", "2017-06-22"), Some(vec!["huyện Tuy Phong".into()]));
        assert_eq!(on(Level::District, "Bình Thuận", "2025-07-02"), None);
        assert_eq!(on(Level::Commune, "Lâm Đồng", "2025-06-01"), None);
        assert_eq!(on(Level::Commune, "Lâm Đồng", "2025-07-02"), Some(vec!["xã Liên Hương".into()]));
    }

    #[test]
    fn a_wrong_cell_is_named_with_its_line() {
        let error = Register::read("co-quan.csv", &LIST.replace("district", "huyện")).unwrap_err();
        assert_eq!(
            error.to_string(),
            "co-quan.csv, line 2, column “level”: “huyện” is not central, province, district, commune or grassroots"
        );
        assert!(Register::read("a.csv", "name,level\nx,district\n").unwrap_err().to_string().contains("“province”"));
    }
}
