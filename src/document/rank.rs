//! The level of an issuer that its own name leaves open, from the units that it writes to.
//!
//! The last evidence of level, after letterhead, place and superior: who writes to the federations of the districts is the
//! federation of the province, who reports to that of the province is one of a district. Only organs of the same name
//! count, for anybody may write to anybody. The committees that it reports to tell its territory. Where two units tell
//! different levels nothing is known.

use super::issuer::Paper;
use super::organs::units;
use crate::date::TWO_TIERS;
use crate::lexicon::Home;
use crate::text::fold::fold;
use crate::vocabulary::{Level, Purpose};
use smol_str::SmolStr;
use std::collections::BTreeSet;

/// Where an issuer of this name is at home, with its level.
pub(super) fn home_of(paper: &Paper<'_>, name: &str, home: &Home) -> Option<Home> {
    let lexicon = paper.lexicon;
    let nowhere = Home { date: home.date, ..Home::default() };
    let own = fold(name);
    let mut levels = BTreeSet::new();
    let (mut provinces, mut districts) = (BTreeSet::new(), BTreeSet::new());
    for unit in paper.addressees.iter().chain(paper.recipients) {
        let organ = lexicon.organs.read(&unit.name, &nowhere, &lexicon.places);
        let reports = unit.purpose == Some(Purpose::Report);
        let folded = fold(&organ.name);
        // "Công đoàn cơ sở" is no organ of the name "Công đoàn".
        let behind = folded.strip_prefix(&own).filter(|rest| rest.is_empty() || rest.starts_with(' '));
        if let Some(behind) = behind.map(str::trim_start) {
            levels.extend(level_of_many(behind).and_then(|level| above(level, home)));
            levels.extend(organ.level.filter(|_| reports).and_then(|level| below(level, home)));
        }
        if reports {
            provinces.extend(organ.province.clone());
            districts.extend(units(&organ.name, home.date, lexicon).0);
        }
    }
    let only = |found: BTreeSet<SmolStr>| if found.len() == 1 { found.into_iter().next() } else { None };
    let level = if levels.len() == 1 { levels.into_iter().next() } else { None }?;
    Some(Home {
        level: Some(level),
        province: home.province.clone().or_else(|| only(provinces)),
        district: home.district.clone().or_else(|| only(districts)),
        ..home.clone()
    })
}

/// The level of the units that a plural names: "các huyện, thành phố".
fn level_of_many(words: &str) -> Option<Level> {
    let has = |forms: &[&str]| forms.iter().any(|form| words.starts_with(form));
    if has(&["các huyện", "cấp huyện", "các quận", "các thị xã"]) {
        Some(Level::District)
    } else if has(&["các xã", "cấp xã", "các phường"]) {
        Some(Level::Commune)
    } else if has(&["các tỉnh", "cấp tỉnh"]) {
        Some(Level::Province)
    } else {
        None
    }
}

/// True if there were districts on the day of the paper, the last of which was 30 June 2025; unknown where its date is.
fn has_districts(home: &Home) -> Option<bool> {
    let date = home.date?;
    if date.latest() < TWO_TIERS { Some(true) } else { (date.earliest() >= TWO_TIERS).then_some(false) }
}

fn above(level: Level, home: &Home) -> Option<Level> {
    match level {
        Level::Province => Some(Level::Central),
        Level::District => Some(Level::Province),
        Level::Commune => has_districts(home).map(|have| if have { Level::District } else { Level::Province }),
        Level::Central | Level::Grassroots => None,
    }
}

fn below(level: Level, home: &Home) -> Option<Level> {
    match level {
        Level::Central => Some(Level::Province),
        Level::Province => has_districts(home).map(|have| if have { Level::District } else { Level::Commune }),
        Level::District => Some(Level::Commune),
        Level::Commune | Level::Grassroots => None,
    }
}
