//! Territory below the province as parts of an id: `tam-duong/ban-bo`, `tp-phan-thiet`.
//!
//! Districts and communes are not listed in the lexicon; they are taken as written, without their unit words. Which
//! province they lie in is told elsewhere.

use crate::date::TWO_TIERS;
use crate::lexicon::{Home, Organ, without_body};
use crate::text::fold::{fold, slug};
use crate::vocabulary::Level;
use smol_str::SmolStr;

/// District and commune, as parts of an id.
#[derive(Debug, Default)]
pub(super) struct Units {
    pub(super) district: Option<String>,
    commune: Option<String>,
    /// What else the name has behind the organ: the unit of a grassroots organ.
    rest: Option<String>,
}

impl Units {
    /// The units of a home that a level needs.
    pub(super) fn of(level: Level, home: &Home) -> Self {
        let unit = |name: &Option<SmolStr>, needed: bool| name.as_deref().filter(|_| needed).map(unit_slug);
        Self {
            district: unit(&home.district, level >= Level::District),
            commune: unit(&home.commune, level >= Level::Commune),
            rest: None,
        }
    }

    /// Reads the units out of a completed name: "Ủy ban nhân dân xã Bản Bo, huyện Tam Đường".
    pub(super) fn read(head: &Organ, name: &str, written: &str, home: &Home) -> Self {
        if head.level <= Level::Province {
            return Self::default();
        }
        let mut units = Self::default();
        let behind = behind_organ(head, name).or_else(|| behind_organ(head, written)).unwrap_or_default();
        for part in behind.split(',').map(str::trim).filter(|part| !part.is_empty()) {
            let folded = fold(part);
            let starts = |words: &[&str]| words.iter().any(|word| folded.starts_with(&format!("{word} ")));
            if starts(&["tỉnh", "thành phố hà nội", "thành phố hồ chí minh"]) {
                continue;
            }
            let commune = starts(&["xã", "phường", "thị trấn", "đặc khu"]);
            let slot = if commune || (head.level == Level::Commune && units.commune.is_none()) {
                &mut units.commune
            } else {
                &mut units.district
            };
            slot.get_or_insert_with(|| unit_slug(part));
        }
        if head.level == Level::Grassroots {
            units.rest = Some(slug(without_body(&fold(name))));
        }
        // A commune without its district, in a paper of that commune or of a district: the district is the paper's own.
        let own_commune = home.commune.as_deref().map(unit_slug) == units.commune;
        if head.level == Level::Commune
            && units.district.is_none()
            && (own_commune || home.level == Some(Level::District))
        {
            units.district = home.district.as_deref().map(unit_slug);
        }
        units
    }

    /// The path below the province; none if a unit that the level needs is missing.
    pub(super) fn path(&self, level: Level, home: &Home) -> Option<String> {
        let districts = has_districts(home);
        let parts: Vec<&String> = match level {
            Level::Central | Level::Province => Vec::new(),
            Level::District => vec![self.district.as_ref()?],
            Level::Commune if districts => vec![self.district.as_ref()?, self.commune.as_ref()?],
            Level::Commune => vec![self.commune.as_ref()?],
            Level::Grassroots => vec![self.rest.as_ref()?],
        };
        let path = parts.into_iter().map(String::as_str).collect::<Vec<_>>().join("/");
        Some(right_below(path, level == Level::Commune && !districts))
    }
}

/// A commune's part of an id, marked where it stands right below the province: one of 2025 may bear the name of the district that
/// ended in that year.
pub(super) fn right_below(commune: String, is_below: bool) -> String {
    let marked = MARKS.iter().any(|(_, mark)| !mark.is_empty() && commune.starts_with(mark));
    if is_below && !marked { format!("x-{commune}") } else { commune }
}

/// Districts ended on 30 June 2025; before, a commune's name is not unique within its province.
pub(super) fn has_districts(home: &Home) -> bool {
    home.date.is_none_or(|date| date.earliest() < TWO_TIERS)
}

/// The words behind the organ's own: its territory.
fn behind_organ(head: &Organ, name: &str) -> Option<String> {
    let folded = fold(name);
    let own = head.forms.iter().chain(&head.aliases).chain([&head.name]).map(|form| fold(form));
    let names = [folded.as_str(), without_body(&folded)];
    let behind = |own: String| names.iter().find_map(|name| name.strip_prefix(own.as_str()));
    let behind = own.filter_map(behind).map(str::trim).min_by_key(|behind| behind.len())?;
    (!behind.is_empty()).then(|| behind.to_owned())
}

/// The words for units, and what stands for them in an id: cities and towns keep a short mark, because a district may bear the same name.
const MARKS: [(&str, &str); 10] = [
    ("thành phố ", "tp-"),
    ("tp. ", "tp-"),
    ("tp.", "tp-"),
    ("thị xã ", "tx-"),
    ("thị trấn ", "tt-"),
    ("phường ", "p-"),
    ("huyện ", ""),
    ("quận ", "q-"),
    ("xã ", ""),
    ("đặc khu ", "dk-"),
];

/// A unit without its unit word.
pub(super) fn unit_slug(name: &str) -> String {
    let folded = fold(name);
    let marked = MARKS.iter().find_map(|(word, mark)| Some(format!("{mark}{}", slug(folded.strip_prefix(word)?))));
    marked.unwrap_or_else(|| slug(&folded))
}
