//! Which organs there were on a day (danh bạ cơ quan): the provinces of the lexicon, and the units that a user lists.
//!
//! Provinces come from the lexicon with their dates: 63 to 30 June 2025, 34 since. Of districts and communes the lexicon
//! has no list; a file `co-quan.csv` may give them (columns `name,level,province,system,from,to`). A district ends with
//! 30 June 2025 whatever a row says.

use crate::date::{PartialDate, TWO_TIERS};
use crate::lexicon::table::{LoadError, Row, Sources, rows};
use crate::lexicon::{Lexicon, Validity};
use crate::text::fold::fold;
use crate::vocabulary::{Level, System};

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
    /// When it was there.
    pub validity: Validity,
}

impl Register {
    /// Reads a register from CSV. Lines that begin with # are remarks.
    ///
    /// # Errors
    /// Where columns are missing, a cell holds what it cannot, or two rows are one.
    pub fn read(file: &str, text: &str) -> Result<Self, LoadError> {
        let key = |unit: &Unit| {
            let first = unit.validity.from.map(|from| from.to_string());
            let parts = [Some(unit.name.clone()), unit.province.clone(), first];
            parts.into_iter().flatten().collect::<Vec<_>>().join(", ")
        };
        let rows = rows(&Sources(vec![(file.to_string(), text)]), key, unit);
        Ok(Self { rows: rows.map_err(|error| error.listed_in("docs/audit.md"))? })
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
        if level == Level::District && date.earliest() >= TWO_TIERS {
            return None;
        }
        let there = |unit: &&Unit| {
            unit.level == level
                && unit.validity.holds(date)
                && province.is_none_or(|wanted| unit.province.as_deref().is_none_or(|own| fold(own) == fold(wanted)))
                && (unit.system.is_none() || system.is_none() || unit.system == system)
        };
        let mut names: Vec<String> = self.rows.iter().filter(there).map(|unit| unit.name.clone()).collect();
        names.sort();
        names.dedup();
        (!names.is_empty()).then_some(names)
    }
}

fn unit(row: &Row<'_>) -> Result<Unit, LoadError> {
    let optional = |text: &str| (!text.is_empty()).then(|| text.to_owned());
    Ok(Unit {
        name: row.required("name")?,
        level: row.level("level")?,
        province: optional(row.text("province")?),
        system: if row.text("system")?.is_empty() { None } else { Some(row.system("system")?) },
        validity: row.validity("from", "to")?,
    })
}

/// The units of the first level on a day, by name.
fn provinces(lexicon: &Lexicon, date: PartialDate) -> Vec<String> {
    let there = lexicon.places.all().iter().filter(|place| place.exists(date));
    let mut names: Vec<String> = there.map(|place| place.name.to_string()).collect();
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
            "co-quan.csv, line 2, column “level”: “huyện” is not one of: central, province, district, commune, grassroots"
        );
        assert!(Register::read("a.csv", "name,level\nx,district\n").unwrap_err().to_string().contains("“province”"));
    }
}
