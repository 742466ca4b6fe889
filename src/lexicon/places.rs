//! Provinces and centrally-run cities (tỉnh, thành phố trực thuộc trung ương) of all generations, with their dates.
//!
//! Territory makes the unit: a name that was kept when provinces merged is two rows (`lao-cai`, `lao-cai-2025`). Districts
//! and communes are not listed; a city inside a province that bears the same name is known by [`Place::namesake_until`].

use super::table::{LoadError, Provenance, Sources, Validity, check_references, rows};
use super::words::{Word, join, prefixes, words};
use super::{Index, WordSet};
use crate::date::PartialDate;
use crate::text::fold::{bare, fold};
use smol_str::SmolStr;
use std::ops::Range;

/// One unit of the first level.
#[derive(Clone, Debug, PartialEq)]
pub struct Place {
    /// Stable id: `lao-cai-2025`.
    pub id: String,
    /// The name without its unit word: `Lào Cai`.
    pub name: SmolStr,
    /// The unit word as written before the name when the row begins: `tỉnh`, `thành phố`, `Thành phố`, `đặc khu`.
    pub unit: String,
    /// The day on which a province became a centrally-run city.
    pub city_from: Option<PartialDate>,
    /// `63` (to 30 June 2025), `34` (since), `historic`.
    pub generations: Vec<String>,
    /// When the unit existed.
    pub validity: Validity,
    /// Ids of the units that took its territory.
    pub successors: Vec<String>,
    /// To this day a city inside a province bore the same name (thành phố Cao Bằng, thành phố Huế).
    pub namesake_until: Option<PartialDate>,
    /// True if the name alone is usually something else (Hồ Chí Minh, the person): it counts after a unit word only.
    pub needs_unit: bool,
    /// Other spellings in running text.
    pub spellings: Vec<String>,
    /// Letters for it in symbols; many are shared by several units.
    pub abbreviations: Vec<String>,
    /// Official code; it does not identify a unit without the date.
    pub code: Option<String>,
    /// Where the row comes from.
    pub provenance: Provenance,
}

impl Place {
    /// True if it was a centrally-run city on that date; without a date, if it always was. None if the date is open.
    pub fn is_city(&self, date: Option<PartialDate>) -> Option<bool> {
        let born_city = fold(&self.unit) == "thành phố";
        match (self.city_from, date) {
            (None, _) => Some(born_city),
            (Some(from), Some(date)) if from.earliest() <= date.earliest() => Some(true),
            (Some(from), Some(date)) if date.latest() < from.earliest() => Some(false),
            _ => None,
        }
    }

    /// The name with its unit word on that date: `tỉnh Lai Châu`, `thành phố Hà Nội`, `Thành phố Hồ Chí Minh`.
    /// Where the date is open between province and city, the older form.
    pub fn full_name(&self, date: Option<PartialDate>) -> String {
        let became_city = self.city_from.is_some() && self.is_city(date) == Some(true);
        format!("{} {}", if became_city { "thành phố" } else { &self.unit }, self.name)
    }

    /// True if the unit may have existed on that date.
    pub fn exists(&self, date: PartialDate) -> bool {
        self.validity.holds(date)
    }
}

/// The table of places.
#[derive(Clone, Debug)]
pub struct Places {
    rows: Vec<Place>,
    by_id: Index<usize>,
    by_name: Index<Vec<usize>>,
    /// The words with which names and unit words begin.
    first_words: WordSet,
    /// The letters of each name, for names that a scan broke.
    letters: Vec<String>,
    longest: usize,
}

impl Places {
    pub(super) fn load(file: &str, sources: &Sources<'_>) -> Result<Self, LoadError> {
        let rows = rows(sources, |place: &Place| place.id.clone(), read)?;
        let by_id: Index<usize> = rows.iter().enumerate().map(|(i, place)| (place.id.clone(), i)).collect();
        let references = rows.iter().flat_map(|p| p.successors.iter().map(|id| (p.id.as_str(), id.as_str())));
        check_references(file, "successor", references, |id| by_id.contains_key(id))?;
        let mut by_name: Index<Vec<usize>> = Index::default();
        for (at, place) in rows.iter().enumerate() {
            let full = place.full_name(None);
            let spellings = place.spellings.iter().map(String::as_str).chain([place.name.as_str(), &full]);
            let mut keys: Vec<String> = spellings.flat_map(|s| [key(s), bare(&key(s))]).collect();
            keys.sort();
            keys.dedup();
            keys.into_iter().for_each(|key| by_name.entry(key).or_default().push(at));
        }
        let longest = by_name.keys().map(|key| key.split(' ').count()).max().unwrap_or(0);
        let names = by_name.keys().map(String::as_str).chain(UNITS);
        let first_words = names.filter_map(|name| name.split(' ').next()).map(str::to_owned).collect();
        let letters = rows.iter().map(|place| letters(&place.name)).collect();
        Ok(Self { rows, by_id, by_name, first_words, letters, longest })
    }

    /// Every row, in the order of the table.
    pub fn all(&self) -> &[Place] {
        &self.rows
    }

    /// The unit with this id.
    pub fn by_id(&self, id: &str) -> Option<&Place> {
        self.by_id.get(id).map(|&at| &self.rows[at])
    }

    /// The unit that bears the name on that date, with or without its unit word, in any case and tone placement, or
    /// wholly without marks.
    ///
    /// Where several units bore the name, the one that existed on the date; outside all of them the nearest in time,
    /// since old units are cited long after their end. Without a date the youngest, as people speak today.
    pub fn find(&self, name: &str, date: Option<PartialDate>) -> Option<&Place> {
        let name = key(name);
        let without_unit = UNITS.iter().find_map(|unit| name.strip_prefix(unit)?.strip_prefix(' '));
        let found = self.by_name.get(&name).or_else(|| self.by_name.get(without_unit?))?;
        self.nearest(found, date)
    }

    /// The first unit whose letters, small and without gaps and marks between them, pass.
    pub(crate) fn by_letters(&self, fits: impl Fn(&str) -> bool) -> Option<&Place> {
        self.letters.iter().position(|letters| fits(letters)).map(|at| &self.rows[at])
    }

    /// Every unit that bears or bore the name, in the order of the table.
    pub fn bearers(&self, name: &str) -> Vec<&Place> {
        self.by_name.get(&key(name)).into_iter().flatten().map(|&at| &self.rows[at]).collect()
    }

    /// True if the province `now` was made out of several that there were `then`, and the words of its organ do not say
    /// which: they neither name `province`, nor tell a city from the others.
    pub fn was_several(&self, now: &Place, then: PartialDate, organ: Option<&str>, province: &str) -> bool {
        let organ = organ.map(fold);
        if organ.as_ref().is_some_and(|organ| organ.contains(&fold(province))) {
            return false;
        }
        // "UBND thành phố" alone is a province's; "UBND thành phố Dĩ An" is of a city in a province.
        let ends = |word: &&str| organ.as_ref().is_some_and(|organ| organ.ends_with(word));
        let city = ["thành phố", "thành ủy", "thành đoàn"].iter().any(ends);
        let kind = (city || organ.as_ref().is_some_and(|organ| organ.contains("tỉnh"))).then_some(city);
        let was = |place: &&Place| {
            place.successors.contains(&now.id)
                && place.exists(then)
                && kind.is_none_or(|city| place.is_city(Some(then)) == Some(city))
        };
        self.all().iter().filter(was).nth(1).is_some()
    }

    /// The first unit named in a text, and the bytes of its name with the unit word before it.
    ///
    /// Longest match at word boundaries; the name begins with a capital or follows a unit word (hòa bình is peace).
    pub fn first_in(&self, text: &str, date: Option<PartialDate>) -> Option<(&Place, Range<usize>)> {
        let words = words(text);
        (0..words.len()).find_map(|start| self.at(text, &words, start, date))
    }

    /// The unit whose name begins at a word, as [`Places::first_in`].
    fn at(
        &self,
        text: &str,
        words: &[Word],
        start: usize,
        date: Option<PartialDate>,
    ) -> Option<(&Place, Range<usize>)> {
        if !self.first_words.contains(&words[start].key) {
            return None;
        }
        let unit = UNITS.iter().map(|unit| unit.split(' ').count()).filter(|&length| {
            words.len() > start + length && UNITS.contains(&join(&words[start..start + length]).as_str())
        });
        let name = start + unit.max().unwrap_or(0);
        let rest = &words[name..words.len().min(name + self.longest)];
        let joins = |pair: &&[Word]| joins(&pair[0].key, &text[pair[0].range.end..pair[1].range.start]);
        let run = &rest[..rest.windows(2).take_while(joins).count() + 1];
        let joined = join(run);
        prefixes(run, &joined).find_map(|(length, key)| {
            let place = self.nearest(self.by_name.get(key)?, date)?;
            let spelt_out = run[0].key != "tp" && run[0].key != "thành" && run[0].key != "tphcm";
            let marked = name > start || (run[0].capital && !(place.needs_unit && spelt_out));
            marked.then(|| (place, words[start].range.start..run[length - 1].range.end))
        })
    }

    fn nearest(&self, found: &[usize], date: Option<PartialDate>) -> Option<&Place> {
        let places = found.iter().map(|&at| &self.rows[at]);
        let Some(date) = date else {
            return places.max_by_key(|place| place.validity.from.map(PartialDate::earliest));
        };
        places.min_by_key(|place| {
            let before = place.validity.from.map_or(0, |from| (from.earliest() - date.latest()).num_days().max(0));
            let after = place.validity.to.map_or(0, |to| (date.earliest() - to.latest()).num_days().max(0));
            before + after
        })
    }
}

/// Unit words of the first level, longest first.
const UNITS: [&str; 4] = ["thành phố", "đặc khu", "tỉnh", "tp"];

/// The letters of a text in small, and nothing between them.
pub(crate) fn letters(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

/// One spelling of a name: the folded words, joined by single spaces.
fn key(name: &str) -> String {
    join(&words(name))
}

/// True if what stands between a word and the next may stand inside a name; a full stop only after TP and TT.
fn joins(word: &str, between: &str) -> bool {
    match fold(between).as_str() {
        "" | "-" | "- " => true,
        "." | ". " => matches!(word, "tp" | "tt"),
        _ => false,
    }
}

fn read(row: &super::table::Row<'_>) -> Result<Place, LoadError> {
    let code = row.text("code")?;
    Ok(Place {
        id: row.required("id")?,
        name: row.required("name")?.into(),
        unit: row.required("kind")?,
        city_from: row.date("city_from")?,
        generations: row.list("generations")?,
        validity: row.validity("valid_from", "valid_to")?,
        successors: row.list("successor")?,
        namesake_until: row.date("city_namesake_until")?,
        needs_unit: row.flag("needs_unit")?,
        spellings: row.list("spellings")?,
        abbreviations: row.list("abbreviations")?,
        code: (!code.is_empty()).then(|| code.to_owned()),
        provenance: row.provenance()?,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lexicon::Lexicon;

    fn places() -> &'static Places {
        &Lexicon::embedded().places
    }

    fn find(name: &str, date: &str) -> Option<&'static str> {
        places().find(name, date.parse().ok()).map(|place| place.id.as_str())
    }

    #[test]
    fn the_date_tells_two_units_of_one_name_apart() {
        assert_eq!(find("Lào Cai", "2021"), Some("lao-cai"));
        assert_eq!(find("Lào Cai", "2025-07-01"), Some("lao-cai-2025"));
        assert_eq!(find("tỉnh Hậu Giang", "1990"), Some("hau-giang-1976"));
        assert_eq!(find("Hậu Giang", "2010"), Some("hau-giang"));
        assert_eq!(find("Cần Thơ", "2000"), Some("can-tho-tinh"));
    }

    #[test]
    fn an_ended_unit_keeps_its_name_in_later_papers() {
        assert_eq!(find("Bình Thuận", "2026-03"), Some("binh-thuan"));
        assert_eq!(find("Hà Tây", ""), Some("ha-tay"));
        assert_eq!(find("Lào Cai", ""), Some("lao-cai-2025"));
    }

    #[test]
    fn spellings_with_other_marks_or_none_find_the_unit() {
        for written in ["Thanh Hoá", "THANH HÓA", "tỉnh Thanh Hóa", "Thanh Hoa"] {
            assert_eq!(find(written, "2020"), Some("thanh-hoa"), "{written}");
        }
        for written in ["TP. Hồ Chí Minh", "TPHCM", "TP.HCM", "Thành phố Hồ Chí Minh", "Hồ Chí Minh"] {
            assert_eq!(find(written, "2020"), Some("ho-chi-minh"), "{written}");
        }
        assert_eq!(find("Bà Rịa – Vũng Tàu", "2020"), Some("ba-ria-vung-tau"));
        assert_eq!(find("Atlantis", "2020"), None);
    }

    #[test]
    fn the_first_name_in_a_text_has_its_bytes() {
        let first =
            |text: &'static str| places().first_in(text, None).map(|(p, range)| (p.name.as_str(), &text[range]));
        assert_eq!(first("Lai Châu, ngày 18 tháng 8 năm 2021"), Some(("Lai Châu", "Lai Châu")));
        assert_eq!(first("ỦY BAN NHÂN DÂN\nTHÀNH PHỐ HÀ NỘI"), Some(("Hà Nội", "THÀNH PHỐ HÀ NỘI")));
        assert_eq!(first("tại TP. Hồ Chí Minh hôm nay"), Some(("Hồ Chí Minh", "TP. Hồ Chí Minh")));
        assert_eq!(first("CĐ ngành của TPHCM"), Some(("Hồ Chí Minh", "TPHCM")));
        assert_eq!(first("tỉnh Quảng Nam, tỉnh Quảng Ngãi"), Some(("Quảng Nam", "tỉnh Quảng Nam")));
    }

    #[test]
    fn words_that_only_look_like_names_are_not_places() {
        let first = |text: &str| places().first_in(text, None).map(|(p, _)| p.id.clone());
        assert_eq!(first("giữ gìn hòa bình, ổn định"), None);
        assert_eq!(first("tư tưởng, đạo đức, phong cách Hồ Chí Minh"), None);
        assert_eq!(first("Đoàn Thanh niên Cộng sản Hồ Chí Minh"), None);
        assert_eq!(first("Hà. Nội bộ"), None);
        assert_eq!(first("tỉnh hòa bình"), Some("hoa-binh".to_owned()));
    }

    #[test]
    fn the_full_name_follows_the_date() {
        let full = |name: &str, date: &str| {
            let date = date.parse().ok();
            places().find(name, date).map(|place| place.full_name(date))
        };
        assert_eq!(full("Lai Châu", "2020").as_deref(), Some("tỉnh Lai Châu"));
        assert_eq!(full("Hà Nội", "2020").as_deref(), Some("thành phố Hà Nội"));
        assert_eq!(full("TPHCM", "2020").as_deref(), Some("Thành phố Hồ Chí Minh"));
        assert_eq!(full("Đồng Nai", "2026-04-29").as_deref(), Some("tỉnh Đồng Nai"));
        assert_eq!(full("Đồng Nai", "2026-04-30").as_deref(), Some("thành phố Đồng Nai"));
        assert_eq!(full("Huế", "2025").as_deref(), Some("thành phố Huế"));
    }

    #[test]
    fn each_of_the_63_is_followed_by_one_of_the_34() {
        let of = |generation: &'static str| {
            places().all().iter().filter(move |p| p.generations.iter().any(|g| g == generation))
        };
        assert_eq!(of("34").count(), 34);
        assert_eq!(of("63").filter(|p| p.id != "hue").count(), 63);
        for old in of("63").filter(|p| p.generations.len() == 1) {
            let [successor] = old.successors.as_slice() else { panic!("{} has not one successor", old.id) };
            let next = places().by_id(successor).expect("checked on loading");
            assert!(next.generations.iter().any(|g| g == "34"), "{}", old.id);
            let (to, from) = (old.validity.to.expect("an end"), next.validity.from.expect("a beginning"));
            assert_eq!(to.latest().succ_opt(), Some(from.earliest()), "{}", old.id);
        }
    }
}
