//! Where a paper is at home: the territory, level and date that its relative words are read in.
//!
//! The letterhead of a commune or school seldom prints its province. What is missing is taken from the paper's own words: the
//! units that follow its own unit ("xã Khuổi Dào, huyện Nậm Khoang, tỉnh Hà Giang"), else the superiors it names, if all
//! of them are of one province and district: below the province an organ has its orders from its own. Other papers are
//! never looked at.

use crate::date::PartialDate;
use crate::lexicon::{Home, Lexicon};
use crate::record::Record;
use crate::text::fold::fold;
use crate::vocabulary::Level;
use smol_str::{SmolStr, format_smolstr};
use std::collections::BTreeSet;

/// The home of a paper.
pub fn home(record: &Record, lexicon: &Lexicon) -> Home {
    let document = &record.document;
    let mut home = Home {
        province: document.province.clone(),
        district: document.district.clone(),
        commune: document.commune.clone(),
        level: document.level,
        date: document.date,
    };
    if home.level.is_none_or(|level| level <= Level::Province) {
        return home;
    }
    home.province = home.province.map(|province| living(province, home.date, lexicon));
    let own = home.commune.as_deref().or(home.district.as_deref()).map(fold);
    if let Some(own) = own {
        let titles = record.mentions.iter().filter_map(|mention| mention.title.as_deref());
        let quotes = record.evidence.iter().map(|evidence| evidence.quote.as_str());
        for text in document.subject.as_deref().into_iter().chain(titles).chain(quotes) {
            complete(&mut home, text, &own, lexicon);
        }
    }
    from_superiors(&mut home, record, lexicon);
    home
}

/// The province of that name on a day, or the one that it has become part of: a ward of October 2025 that cites the former UBND tỉnh
/// Bình Dương lies in the new city.
fn living(province: SmolStr, date: Option<PartialDate>, lexicon: &Lexicon) -> SmolStr {
    let (Some(place), Some(date)) = (lexicon.places.find(&province, date), date) else { return province };
    match place.successors.as_slice() {
        [heir] if !place.exists(date) => {
            lexicon.places.by_id(heir).filter(|heir| heir.exists(date)).map_or(province, |heir| heir.name.clone())
        }
        _ => province,
    }
}

/// Reads the units that follow the paper's own unit in a text.
fn complete(home: &mut Home, text: &str, own: &str, lexicon: &Lexicon) {
    if home.province.is_some() && (home.district.is_some() || home.level != Some(Level::Commune)) {
        return;
    }
    let mut parts = text.split(',').skip_while(|part| !fold(part).ends_with(own)).skip(1);
    while let Some(unit) = parts.next().and_then(unit_at) {
        let folded = fold(&unit);
        let is_district = ["huyện ", "quận ", "thị xã "].iter().any(|word| folded.starts_with(word));
        if is_district {
            home.district.get_or_insert(unit);
        } else if let Some(place) = lexicon.places.find(&unit, home.date) {
            home.province.get_or_insert(place.name.clone());
            return;
        } else if folded.starts_with("thành phố ") {
            home.district.get_or_insert(unit);
        } else {
            return;
        }
    }
}

/// The unit that a part begins with: its unit word and the capitalised name behind it.
fn unit_at(part: &str) -> Option<SmolStr> {
    const UNITS: [&str; 5] = ["thành phố", "thị xã", "huyện", "quận", "tỉnh"];
    let words: Vec<&str> = part.split_whitespace().collect();
    let length = UNITS.iter().find_map(|unit| {
        let length = unit.split(' ').count();
        (words.len() > length && fold(&words[..length].join(" ")) == *unit).then_some(length)
    })?;
    let is_name = |word: &&&str| word.chars().next().is_some_and(char::is_uppercase);
    let name: Vec<&str> = words[length..].iter().take_while(is_name).copied().collect();
    if name.is_empty() {
        return None;
    }
    let name = name.join(" ");
    Some(format_smolstr!(
        "{} {}",
        words[..length].join(" ").to_lowercase(),
        name.trim_end_matches(|c: char| !c.is_alphanumeric())
    ))
}

/// The province, and for a commune the district, of the superiors that the paper names with their territory.
fn from_superiors(home: &mut Home, record: &Record, lexicon: &Lexicon) {
    let no_home = Home { date: home.date, ..Home::default() };
    let (mut provinces, mut districts) = (BTreeSet::new(), BTreeSet::new());
    let parent = record.document.parent_issuer.as_deref();
    for issuer in record.mentions.iter().filter_map(|mention| mention.issuer.as_deref()).chain(parent) {
        let name = lexicon.organs.read(issuer, &no_home, &lexicon.places);
        provinces.extend(name.province.clone().map(|province| living(province, home.date, lexicon)));
        if name.level == Some(Level::District)
            && let Some(at) = name.name.find(" huyện ")
        {
            districts.insert(SmolStr::from(&name.name[at + 1..]));
        }
    }
    let only = |found: BTreeSet<SmolStr>| if found.len() == 1 { found.into_iter().next() } else { None };
    home.province = home.province.take().or_else(|| only(provinces));
    if home.level == Some(Level::Commune) {
        home.district = home.district.take().or_else(|| only(districts));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::Document;

    fn commune(subject: &str) -> Record {
        let document = Document {
            issuer: Some("Ủy ban nhân dân xã Khuổi Dào".into()),
            level: Some(Level::Commune),
            commune: Some("xã Khuổi Dào".into()),
            date: "2021-08-12".parse().ok(),
            subject: Some(subject.into()),
            ..Document::default()
        };
        Record { document, ..Record::default() }
    }

    fn of(record: &Record) -> (Option<SmolStr>, Option<SmolStr>) {
        let home = home(record, Lexicon::embedded());
        (home.district, home.province)
    }

    #[test]
    fn the_units_behind_its_own_are_its_home() {
        let told = of(&commune("Chuyển đổi số xã Khuổi Dào, huyện Nậm Khoang, tỉnh Hà Giang năm 2021"));
        assert_eq!(told, (Some("huyện Nậm Khoang".into()), Some("Hà Giang".into())));
        assert_eq!(of(&commune("Chuyển đổi số, huyện Nậm Khoang, tỉnh Hà Giang")), (None, None), "not its own unit");
    }

    #[test]
    fn superiors_of_two_provinces_tell_nothing() {
        let mut record = commune("Chuyển đổi số");
        record.document.parent_issuer = Some("UBND tỉnh Hà Giang".into());
        assert_eq!(of(&record).1.as_deref(), Some("Hà Giang"));
        let text = "Căn cứ Kế hoạch số 12/KH-UBND ngày 03/4/2021 của UBND tỉnh Quảng Ninh;";
        let source = crate::source::Source::memory("a.txt", text);
        record.mentions = crate::record::examine(&source, Lexicon::embedded()).mentions;
        assert_eq!(record.mentions.len(), 1);
        assert_eq!(of(&record).1, None);
    }

    #[test]
    fn a_province_needs_nobody_elses_words() {
        let mut record = commune("");
        record.document.level = Some(Level::Province);
        record.document.parent_issuer = Some("UBND tỉnh Hà Giang".into());
        assert_eq!(of(&record).1, None);
    }
}
