//! The register of organs (danh bạ cơ quan): which organs there were on a day, where, and what took their place.
//!
//! Organs and places exist in time, so the register is asked for a day, or for the present: what has no end in the
//! tables. Districts and communes are not listed, so an organ below the province is one entry that stands for all of its
//! sort in a province. An old document keeps its old organ; a successor is shown beside it, never instead of it.

use super::{Home, Lexicon, Organ, Place};
use crate::date::PartialDate;
use crate::vocabulary::Level;
use std::collections::BTreeSet;

/// Successions in a row: a chain longer than this is a circle in a user's own table.
const LONGEST_CHAIN: usize = 8;

/// An organ in its territory.
#[derive(Clone, Debug, PartialEq)]
pub struct Seat<'l> {
    /// The organ.
    pub organ: &'l Organ,
    /// The province; none for central organs.
    pub place: Option<&'l Place>,
    /// The name with the territory, as written on the day: `Thành ủy Đồng Nai`. Below the province the class:
    /// `Liên đoàn Lao động cấp huyện, tỉnh Lai Châu`.
    pub name: String,
}

/// What has become of an organ.
#[derive(Clone, Debug, PartialEq)]
pub enum Succession<'l> {
    /// It is there under the same name.
    Same,
    /// These took its place: one where it was merged or renamed, several where it was divided.
    Followed(Vec<Seat<'l>>),
    /// It ended, and the tables know of no successor.
    Ended,
    /// The tables do not know the organ.
    Unknown,
}

impl Lexicon {
    /// The organs of a level that existed on a day: those of the centre, or those in the province. In the order of the
    /// table, each series once: boards that write in the series of another organ are left out. Nothing for a province
    /// that is not known or did not exist on the day.
    pub fn organs_of(&self, level: Level, province: Option<&str>, day: PartialDate) -> Vec<Seat<'_>> {
        let central = level == Level::Central;
        let place = province.and_then(|name| self.places.find(name, Some(day))).filter(|place| place.exists(day));
        if !central && place.is_none() {
            return Vec::new();
        }
        let place = place.filter(|_| !central);
        let listed = self.organs.all().iter().filter(|organ| {
            organ.level == level
                && organ.territorial != central
                && organ.series_of.is_none()
                && organ.validity.holds(day)
        });
        listed.map(|organ| Seat { organ, place, name: self.seat_name(organ, place, Some(day)) }).collect()
    }

    /// What has become of an organ that was called so on a day (Liên đoàn Lao động tỉnh Bình Thuận in 2017): its own
    /// successors in the successors of its province, as far as the tables go.
    pub fn succession(&self, issuer: &str, province: Option<&str>, day: PartialDate) -> Succession<'_> {
        let home = Home { province: province.map(Into::into), date: Some(day), ..Home::default() };
        let read = self.organs.read(issuer, &home, &self.places);
        let Some(organ) = read.organ else { return Succession::Unknown };
        let place = match read.province.as_deref().or(province).filter(|_| organ.territorial) {
            Some(name) => match self.places.find(name, Some(day)) {
                Some(place) => Some(place),
                None => return Succession::Unknown,
            },
            None => None,
        };
        let organs = self.heirs(organ, |id| self.organs.by_id(id), |o| &o.successors, |o| o.validity.to.is_none());
        if organs.is_empty() {
            return Succession::Ended;
        }
        let places: Vec<Option<&Place>> = match place {
            Some(place) => {
                let open = |p: &Place| p.validity.to.is_none();
                self.heirs(place, |id| self.places.by_id(id), |p| &p.successors, open).into_iter().map(Some).collect()
            }
            None => vec![None],
        };
        let same_place =
            places[..] == [place] && place.is_none_or(|place| place.full_name(Some(day)) == place.full_name(present()));
        if organs[..] == [organ] && (same_place || organ.level > Level::Province && places[..] == [place]) {
            return Succession::Same;
        }
        let seats = organs.iter().flat_map(|organ| {
            places.iter().map(|place| {
                let place = place.filter(|_| organ.territorial);
                Seat { organ, place, name: self.seat_name(organ, place, present()) }
            })
        });
        let mut found: Vec<Seat<'_>> = Vec::new();
        seats.for_each(|seat| {
            if !found.contains(&seat) {
                found.push(seat)
            }
        });
        Succession::Followed(found)
    }

    /// Those that are left at the ends of a chain of successions. Itself, if it has no end.
    fn heirs<'l, T>(
        &'l self,
        first: &'l T,
        by_id: impl Fn(&str) -> Option<&'l T>,
        next: impl Fn(&'l T) -> &'l Vec<String>,
        stands: impl Fn(&T) -> bool,
    ) -> Vec<&'l T> {
        let (mut left, mut now, mut seen) = (Vec::new(), vec![first], BTreeSet::new());
        for _ in 0..LONGEST_CHAIN {
            let ended: Vec<&T> = now.iter().copied().filter(|row| !stands(row)).collect();
            left.extend(now.iter().copied().filter(|row| stands(row)));
            now = ended
                .into_iter()
                .flat_map(&next)
                .filter(|id| seen.insert(id.as_str()))
                .filter_map(|id| by_id(id))
                .collect();
        }
        left
    }

    /// The name of an organ in a province on a day: `Ban Tổ chức Thành ủy Huế`, `Ủy ban nhân dân thành phố Huế`.
    pub(crate) fn seat_name(&self, organ: &Organ, place: Option<&Place>, day: Option<PartialDate>) -> String {
        let Some(place) = place else { return organ.name.clone() };
        let territory = place.full_name(day);
        let class = match organ.level {
            _ if organ.of_rank => None,
            Level::District => Some("cấp huyện"),
            Level::Commune => Some("cấp xã"),
            Level::Grassroots => Some("cơ sở"),
            Level::Central | Level::Province => None,
        };
        if let Some(class) = class {
            let said = organ.name.ends_with(class);
            return if said {
                format!("{}, {territory}", organ.name)
            } else {
                format!("{} {class}, {territory}", organ.name)
            };
        }
        // Party and youth committees carry the unit in their own name: Tỉnh ủy Lai Châu, Thành ủy Huế.
        let own = [("Tỉnh ủy", "Thành ủy"), ("Tỉnh đoàn", "Thành đoàn")]
            .into_iter()
            .find(|(word, _)| organ.name.ends_with(word));
        match own {
            Some((word, city)) if place.is_city(day) == Some(true) => {
                format!("{} {}", organ.name.replace(word, city), place.name)
            }
            Some(_) => format!("{} {}", organ.name, place.name),
            None => format!("{} {territory}", organ.name),
        }
    }
}

/// A time after everything in the tables: what has no end is there.
fn present() -> Option<PartialDate> {
    PartialDate::year(2099)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> PartialDate {
        text.parse().expect("a date")
    }

    fn after(issuer: &str, province: &str, date: &str) -> Vec<String> {
        let province = Some(province).filter(|name| !name.is_empty());
        match Lexicon::embedded().succession(issuer, province, day(date)) {
            Succession::Followed(seats) => seats.into_iter().map(|seat| seat.name).collect(),
            other => vec![format!("{other:?}")],
        }
    }

    fn names(level: Level, province: Option<&str>, date: &str) -> Vec<String> {
        Lexicon::embedded().organs_of(level, province, day(date)).into_iter().map(|seat| seat.name).collect()
    }

    #[test]
    fn an_organ_of_a_merged_province_is_followed_in_the_new_one() {
        assert_eq!(
            after("Liên đoàn Lao động tỉnh Bình Thuận", "Bình Thuận", "2017-06-22"),
            ["Liên đoàn Lao động tỉnh Lâm Đồng"]
        );
        assert_eq!(after("Liên đoàn Lao động tỉnh Lai Châu", "Lai Châu", "2021"), ["Same"]);
    }

    #[test]
    fn a_province_that_became_a_city_changes_the_names_of_its_organs() {
        assert_eq!(after("Tỉnh ủy Đồng Nai", "Đồng Nai", "2026-03"), ["Thành ủy Đồng Nai"]);
        assert_eq!(after("Tỉnh ủy Bắc Giang", "Bắc Giang", "2021"), ["Thành ủy Bắc Ninh"]);
        assert_eq!(
            after("Ủy ban nhân dân tỉnh Thừa Thiên Huế", "Thừa Thiên Huế", "2020"),
            ["Ủy ban nhân dân thành phố Huế"]
        );
    }

    #[test]
    fn ministries_follow_each_other_and_districts_end() {
        assert_eq!(after("Ban Tuyên giáo Trung ương", "", "2020"), ["Ban Tuyên giáo và Dân vận Trung ương"]);
        let ministry = after("Bộ Kế hoạch và Đầu tư", "", "2020");
        assert_eq!(ministry, ["Bộ Tài chính"]);
        assert_eq!(after("Ủy ban nhân dân huyện Tam Đường", "Lai Châu", "2020"), ["Ended"]);
        assert_eq!(
            after("Liên đoàn Lao động huyện Tam Đường", "Lai Châu", "2020"),
            ["Công đoàn cấp xã, tỉnh Lai Châu"]
        );
        assert_eq!(after("Ban Chỉ đạo chưa ai biết", "", "2020"), ["Unknown"]);
    }

    #[test]
    fn the_register_of_a_province_is_that_of_the_day() {
        let old = names(Level::Province, Some("Lai Châu"), "2020-05-01");
        assert!(old.contains(&"Sở Kế hoạch và Đầu tư tỉnh Lai Châu".to_owned()), "{old:?}");
        let new = names(Level::Province, Some("Lai Châu"), "2026-05-01");
        assert!(!new.contains(&"Sở Kế hoạch và Đầu tư tỉnh Lai Châu".to_owned()));
        assert!(
            new.contains(&"Tỉnh ủy Lai Châu".to_owned()) && new.contains(&"Ủy ban nhân dân tỉnh Lai Châu".to_owned())
        );
        assert!(names(Level::Province, Some("Đồng Nai"), "2026-05-01").contains(&"Thành ủy Đồng Nai".to_owned()));
        assert!(names(Level::Province, Some("Bình Thuận"), "2026-05-01").is_empty(), "it is no province any more");
        assert!(names(Level::Central, None, "2020").contains(&"Bộ Tài chính".to_owned()));
    }

    #[test]
    fn districts_have_organs_to_the_end_of_june_2025_and_party_blocks_are_of_no_territory_below() {
        let union = "Liên đoàn Lao động cấp huyện, tỉnh Lai Châu".to_owned();
        assert!(names(Level::District, Some("Lai Châu"), "2025-06-30").contains(&union));
        let after = names(Level::District, Some("Lai Châu"), "2025-07-01");
        assert!(!after.contains(&union));
        assert!(after.contains(&"Công đoàn ngành tỉnh Lai Châu".to_owned()), "of that rank, of no district");
    }
}
