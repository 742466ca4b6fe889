//! An organ as a document writes it into its complete name, with what the document itself leaves to its reader.
//!
//! "UBND tỉnh" in a paper of Sơn La is `Ủy ban nhân dân tỉnh Sơn La`: abbreviations are written out, persons in office
//! give way to their organ, capitals follow the rules, and a bare "tỉnh" or "Tỉnh ủy" takes the name from the citing
//! document. What neither the words nor the document tell stays as it is and is marked incomplete; nothing is guessed.

use super::assembly;
use super::casing::{UNITS, capitalised};
use super::organs::{Organ, Organs};
use super::places::Places;
use super::territory::{Territory, acts_for, complete, place_name, says_centre};
use super::words::{Word, is_syllable, join, prefixes, words};
use crate::date::PartialDate;
use crate::text::Cursor;
use crate::text::letter::{is_letter, is_word};
use crate::vocabulary::{Level, System};
use smol_str::SmolStr;

/// Where the citing document is at home, as far as it is known.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Home {
    /// Province or centrally-run city: `Lai Châu`, with or without its unit word.
    pub province: Option<SmolStr>,
    /// District, town or city of the province: `huyện Tuy Phong`, `Phan Thiết`.
    pub district: Option<SmolStr>,
    /// Commune, ward or special zone.
    pub commune: Option<SmolStr>,
    /// Level of the issuing organ: "UBND" without more is of the same level.
    pub level: Option<Level>,
    /// Date of the document: units and organs exist in time.
    pub date: Option<PartialDate>,
}

/// An organ's complete name and what follows from it.
#[derive(Clone, Debug, PartialEq)]
pub struct OrganName<'l> {
    /// The name; with territory where `complete`.
    pub name: String,
    /// Its system, where the words tell it.
    pub system: Option<System>,
    /// Its level, where the words or the home tell it.
    pub level: Option<Level>,
    /// The province it belongs to, by its name without unit word. A district or commune that is named without its
    /// province is taken to be in the home's.
    pub province: Option<SmolStr>,
    /// The row of the lexicon; of joint organs the first, which leads. None for parts of organs and unknown ones.
    pub organ: Option<&'l Organ>,
    /// False where a territory is needed and neither the words nor the home give it, and for an unknown organ without
    /// any territory: the name may fit several organs.
    pub complete: bool,
    /// True if the home was asked, whether it could tell or not: the words alone give the same in any document of that
    /// date where this is false.
    pub relative: bool,
}

/// A run of the written name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Piece {
    /// A name of the lexicon: how to write it, the rows it can be, its last two words as keys.
    Known { spelling: String, organs: Vec<usize>, ends: String },
    /// A word of a territorial unit: `tỉnh`.
    Unit(String),
    /// Any other word.
    Word(String),
    /// What stands between words, other than one space.
    Gap(String),
}

impl Organs {
    /// The complete name of an organ written in a document of that home. Total: what is not known is kept.
    pub fn read<'l>(&'l self, written: &str, home: &Home, places: &Places) -> OrganName<'l> {
        let text = self.normal(written);
        let all = words(&text);
        if let Some(name) = assembly::read(self, &text, &all, home, places) {
            return name;
        }
        if let Some(name) = self.joint(&all) {
            return name;
        }
        let pieces = match self.without_office(&text, &all) {
            Some(organ) => self.pieces(&organ, &words(&organ)),
            None => self.pieces(&text, &all),
        };
        let territory = complete(self, &pieces, home, places);
        self.named_by(&pieces, territory, home, places)
    }

    /// The complete name of the organ whose symbol a document of that home cites without more: `BTGTU` in a paper of
    /// Bình Thuận. Nothing where the symbol alone fixes no organ ([`Organs::by_symbol`]); the system of the number's
    /// shape helps where it is known.
    pub fn read_symbol<'l>(
        &'l self,
        symbol: &str,
        system: Option<System>,
        home: &Home,
        places: &Places,
    ) -> Option<OrganName<'l>> {
        let organ = match system {
            Some(system) => self.by_symbol_in(symbol, system, home.date)?,
            None => self.by_symbol(symbol, home.date)?,
        };
        let province = home.province.as_deref().and_then(|name| places.find(name, home.date));
        let city = province.is_some_and(|place| place.is_city(home.date) == Some(true));
        let name = if city {
            organ.name.replace("Tỉnh ủy", "Thành ủy").replace("Tỉnh đoàn", "Thành đoàn")
        } else {
            organ.name.clone()
        };
        Some(OrganName { organ: Some(organ), ..self.read(&name, home, places) })
    }

    /// Spaces folded, abbreviations written out, capitals lowered, without "đồng chí" and "của" at the start.
    fn normal(&self, written: &str) -> String {
        let cleared: String = written.chars().map(|c| if matches!(c, '*' | '_') { ' ' } else { c }).collect();
        let tokens: Vec<&str> = cleared.split_whitespace().collect();
        let capitals = self.is_capitals(&tokens);
        let kept = |token: &str| capitals && is_syllable(token);
        let expanded = tokens.iter().map(|token| if kept(token) { (*token).to_owned() } else { self.expanded(token) });
        let text = expanded.collect::<Vec<_>>().join(" ");
        let text = text.trim_matches(|c: char| !(is_word(c) || matches!(c, ')' | '(' | '"' | '”' | '“')));
        let mut text = if capitals { self.proper_case(text) } else { text.to_owned() };
        for lead in ["của ", "đồng chí ", "đ/c ", "tm. ", "t/m "] {
            if Cursor::new(&text, 0).word(lead, true) {
                text = text.split_at(lead.len()).1.to_owned();
            }
        }
        text
    }

    /// The token with its abbreviation written out, its punctuation kept; `TP.` loses its stop, `&` is "và".
    fn expanded(&self, token: &str) -> String {
        let behind = token.trim_start_matches(|c: char| !is_word(c));
        let body = behind.trim_end_matches(|c: char| !is_word(c));
        let (before, after) = (&token[..token.len() - behind.len()], &behind[body.len()..]);
        if let Some(full) = self.words.abbreviation(body) {
            return format!("{before}{full}{}", after.trim_start_matches('.'));
        }
        let is_unit = |word: &str| self.words.abbreviation(word).is_some_and(|full| UNITS.contains(&full));
        match body.split_once('.').filter(|(unit, name)| !name.contains('.') && is_unit(unit)) {
            Some((unit, name)) => format!("{before}{} {}{after}", self.expanded(unit), self.expanded(name)),
            None if token == "&" => "và".to_owned(),
            None => token.to_owned(),
        }
    }

    /// True if every word but abbreviations is in capitals and there is one.
    fn is_capitals(&self, tokens: &[&str]) -> bool {
        let spelt = tokens.iter().map(|token| token.trim_matches(|c: char| !is_word(c)));
        let mut spelt = spelt.filter(|body| body.chars().any(is_letter) && self.words.abbreviation(body).is_none());
        let mut found = false;
        spelt.all(|body| {
            found |= body.chars().count() > 1 && !body.chars().all(|c| matches!(c, 'I' | 'V' | 'X'));
            !body.chars().any(char::is_lowercase)
        }) && found
    }

    /// Without the title of a person's office, where an organ follows: `Giám đốc Sở Nội vụ` is `Sở Nội vụ`. Nothing where
    /// there is none.
    fn without_office(&self, text: &str, all: &[Word]) -> Option<String> {
        let organ = self.organ_at(text, all, 0);
        if organ.is_some_and(|(_, organs)| organs.iter().all(|&at| !self.row(at).territorial)) {
            return None;
        }
        all.first().filter(|word| self.words.begins_office(&word.key))?;
        let longest = self.words.longest_office().min(all.len().saturating_sub(1));
        let (length, organ) =
            (1..=longest).rev().find_map(|length| Some((length, self.words.office(&join(&all[..length]))?)))?;
        let rest = &text[all[length].range.start..];
        if !organ.is_empty() {
            return Some(format!("{organ} {rest}"));
        }
        all[length].capital.then(|| self.without_office(rest, &words(rest)).unwrap_or_else(|| rest.to_owned()))
    }

    /// Joint organs: `liên Bộ Tài chính - Y tế` is `Bộ Tài chính, Bộ Y tế`; the first leads.
    fn joint<'l>(&'l self, all: &[Word]) -> Option<OrganName<'l>> {
        let declared = all.first()?.key == "liên" && matches!(all.get(1)?.key.as_str(), "bộ" | "ngành" | "tịch");
        let mut found: Vec<usize> = Vec::new();
        let mut at = if declared { 2 } else { 0 };
        while at < all.len() {
            if at > 0 && matches!(all[at].key.as_str(), "và" | "bộ" | "ngành") && !self.begins_name(all, at) {
                at += 1;
                continue;
            }
            let (length, organ) = self.ministry_at(all, at, declared || !found.is_empty())?;
            found.push(organ);
            at += length;
        }
        if found.len() < 2 {
            return None;
        }
        let names: Vec<&str> = found.iter().map(|&at| self.row(at).name.as_str()).collect();
        let lead = self.row(found[0]);
        Some(OrganName {
            name: names.join(", "),
            system: Some(lead.system),
            level: Some(Level::Central),
            province: None,
            organ: Some(lead),
            complete: true,
            relative: false,
        })
    }

    fn begins_name(&self, all: &[Word], at: usize) -> bool {
        self.ministry_at(all, at, false).is_some()
    }

    /// The central organ at a word, and how many words it takes; where several are listed the word Bộ may be left out.
    fn ministry_at(&self, all: &[Word], at: usize, listed: bool) -> Option<(usize, usize)> {
        if !listed && !self.begins_any(&all[at].key) {
            return None;
        }
        let run = &all[at..all.len().min(at + self.longest())];
        let joined = join(run);
        prefixes(run, &joined).find_map(|(length, key)| {
            let short = if listed { self.named(&format!("bộ {key}")) } else { &[] };
            let organ = self.named(key).iter().chain(short).find(|named| !self.row(named.organ).territorial)?.organ;
            Some((length, organ))
        })
    }

    /// The written name as known names, unit words, words and what stands between.
    pub(super) fn pieces(&self, text: &str, all: &[Word]) -> Vec<Piece> {
        let mut pieces = Vec::new();
        let (mut at, mut end) = (0, 0);
        while at < all.len() {
            let gap = &text[end..all[at].range.start];
            if gap != " " && !gap.is_empty() {
                pieces.push(Piece::Gap(gap.to_owned()));
            }
            let any = at > 0 && matches!(all[at - 1].key.as_str(), "cấp" | "các" | "những" | "mỗi" | "từng");
            let unit = (1..=2.min(all.len() - at)).rev().find(|&length| !any && unit_at(all, at, length));
            let length = if let Some((length, organs)) = self.organ_at(text, all, at) {
                let run = &all[at..at + length];
                let spelling = self.spelling(&join(run), at == 0);
                let ends = join(&run[length.saturating_sub(2)..]);
                pieces.push(Piece::Known { spelling, organs, ends });
                length
            } else if let Some(length) = unit {
                pieces.push(Piece::Unit(join(&all[at..at + length])));
                length
            } else {
                pieces.push(Piece::Word(text[all[at].range.clone()].to_owned()));
                1
            };
            at += length;
            end = all[at - 1].range.end;
        }
        if end < text.len() {
            pieces.push(Piece::Gap(text[end..].to_owned()));
        }
        pieces
    }

    /// The longest name of the lexicon that begins at a word: how many words, and which rows.
    fn organ_at(&self, text: &str, all: &[Word], at: usize) -> Option<(usize, Vec<usize>)> {
        let rest = all.get(at..).filter(|rest| rest.first().is_some_and(|word| self.begins_any(&word.key)))?;
        let most = self.longest().min(rest.len());
        let inside = |pair: &&[Word]| {
            let between = &text[pair[0].range.end..pair[1].range.start];
            !between.contains(['(', ')', ';', '\n', '/', ':'])
        };
        let most = rest[..most].windows(2).take_while(inside).count() + 1;
        let joined = join(&rest[..most]);
        let fits = |length: usize| at == 0 || rest[..length].iter().any(|word| word.capital);
        let mut known = prefixes(&rest[..most], &joined).map(|(length, key)| (length, self.named(key)));
        let (length, found) = known.find(|(length, found)| !found.is_empty() && fits(*length))?;
        Some((length, found.iter().map(|named| named.organ).collect()))
    }

    /// How a known name is written: as the organ is called where all its rows agree, else as the form that fits.
    fn spelling(&self, key: &str, first: bool) -> String {
        let spelling = self.named(key).first().map(|named| named.spelling.clone()).unwrap_or_default();
        if first { capitalised(&spelling) } else { spelling }
    }

    /// System, level and row from the first known name, with the territory that the words have.
    fn named_by<'l>(&'l self, pieces: &[Piece], territory: Territory, home: &Home, places: &Places) -> OrganName<'l> {
        let known = pieces.iter().position(|piece| matches!(piece, Piece::Known { .. }));
        let Some((at, Piece::Known { organs, .. })) = known.map(|at| (at, &pieces[at])) else {
            return unknown(territory, places, home.date);
        };
        let rows: Vec<&Organ> = organs.iter().map(|&at| self.row(at)).collect();
        let system = Some(rows[0].system).filter(|first| rows.iter().all(|row| row.system == *first));
        // "Kho bạc Nhà nước tỉnh": a unit right behind a central organ makes it a branch
        let branch = matches!(pieces.get(at + 1), Some(Piece::Unit(_))) && rows.iter().all(|row| !row.territorial);
        let own = Some(rows[0].level).filter(|first| !branch && rows.iter().all(|row| row.level == *first));
        // "Đảng bộ xã": the row is the province's, the words are of a commune
        let unit_behind = matches!(pieces.get(at + 1), Some(Piece::Unit(_)));
        let lower = unit_behind && territory.level.is_some_and(|level| level > Level::Province);
        let own = own.filter(|level| !(lower && *level == Level::Province));
        // "Công đoàn trường …": the words behind a name make it another organ, but for the units at the base
        let qualified = matches!(pieces.get(at + 1), Some(Piece::Word(_)) if !territory.named)
            || matches!(pieces.get(at + 1), Some(Piece::Known { .. }));
        let head = (at == 0 || acts_for(&pieces[..at])) && (!qualified || own == Some(Level::Grassroots));
        let level = own.filter(|level| head || *level == Level::Central).or(territory.level);
        let level = level.or(territory.central.then_some(Level::Central));
        let mut row: Vec<&Organ> =
            rows.into_iter().filter(|row| level.is_none_or(|level| row.level == level)).collect();
        if let (true, Some(date)) = (row.len() > 1, home.date) {
            row.retain(|row| row.validity.holds(date));
        }
        let below = level.is_some_and(|level| level > Level::Province);
        let at_home = || home.province.as_deref().filter(|_| below).map(|name| place_name(name).into());
        OrganName {
            name: territory.name,
            system,
            level,
            relative: territory.relative || (below && territory.province.is_none()),
            province: territory.province.or_else(at_home),
            organ: (head && row.len() == 1).then(|| row[0]),
            complete: territory.complete,
        }
    }
}

/// An organ that the lexicon does not know: complete if it says the centre, or a territory.
fn unknown<'l>(territory: Territory, places: &Places, date: Option<PartialDate>) -> OrganName<'l> {
    let last = places.first_in(&territory.name, date).filter(|(_, range)| range.end == territory.name.len());
    let province = territory.province.or_else(|| last.map(|(place, _)| place.name.clone()));
    let central = territory.level.is_none() && says_centre(&territory.name);
    let complete = territory.complete && (territory.level.is_some() || central || province.is_some());
    let level = central.then_some(Level::Central);
    let (name, relative) = (territory.name, territory.relative);
    OrganName { name, system: None, level, province, organ: None, complete, relative }
}

/// True if the words are a unit word; xã hội is society.
fn unit_at(all: &[Word], at: usize, length: usize) -> bool {
    let key = join(&all[at..at + length]);
    let society = key == "xã" && all.get(at + 1).is_some_and(|next| next.key == "hội");
    UNITS.contains(&key.as_str()) && !society
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lexicon::Lexicon;

    fn home(province: &str, district: &str, level: &str, date: &str) -> Home {
        let some = |text: &str| (!text.is_empty()).then(|| text.into());
        let (level, date) = (Level::from_code(level), date.parse().ok());
        Home { province: some(province), district: some(district), commune: None, level, date }
    }

    fn read(written: &str, home: &Home) -> OrganName<'static> {
        let lexicon = Lexicon::embedded();
        lexicon.organs.read(written, home, &lexicon.places)
    }

    /// The name, and `?` behind it if it is not complete.
    fn name(written: &str, home: &Home) -> String {
        let read = read(written, home);
        if read.complete { read.name } else { read.name + "?" }
    }

    #[test]
    fn the_home_completes_relative_names() {
        let home = home("Sơn La", "huyện Mai Sơn", "province", "2023-02-17");
        for (written, full) in [
            ("UBND tỉnh", "Ủy ban nhân dân tỉnh Sơn La"),
            ("Uỷ ban nhân dân", "Ủy ban nhân dân tỉnh Sơn La"),
            ("SỞ KẾ HOẠCH VÀ ĐẦU TƯ", "Sở Kế hoạch và Đầu tư tỉnh Sơn La"),
            ("LĐLĐ tỉnh", "Liên đoàn Lao động tỉnh Sơn La"),
            ("BAN TUYÊN GIÁO TỈNH ỦY", "Ban Tuyên giáo Tỉnh ủy Sơn La"),
            ("Sở GD&ĐT", "Sở Giáo dục và Đào tạo tỉnh Sơn La"),
            ("UBND huyện", "Ủy ban nhân dân huyện Mai Sơn"),
            ("Ban Thường vụ Huyện ủy", "Ban Thường vụ Huyện ủy Mai Sơn"),
            ("Hội đồng nhân dân tỉnh khóa XIV", "Hội đồng nhân dân tỉnh Sơn La khóa XIV"),
        ] {
            assert_eq!(name(written, &home), full, "{written}");
        }
    }

    #[test]
    fn persons_in_office_give_way_to_their_organ() {
        let home = home("Quảng Ngãi", "", "province", "2022");
        for (written, full) in [
            ("Chủ tịch UBND tỉnh", "Ủy ban nhân dân tỉnh Quảng Ngãi"),
            ("Bộ trưởng Bộ Công an", "Bộ Công an"),
            ("Bộ trưởng, Chủ nhiệm Văn phòng Chính phủ", "Văn phòng Chính phủ"),
            ("Giám đốc Sở Nội vụ", "Sở Nội vụ tỉnh Quảng Ngãi"),
            ("Trưởng ban Tuyên giáo Tỉnh ủy", "Ban Tuyên giáo Tỉnh ủy Quảng Ngãi"),
            ("Tổng Thanh tra Chính phủ", "Thanh tra Chính phủ"),
            ("Chủ tịch nước", "Chủ tịch nước"),
            ("Thủ tướng", "Thủ tướng Chính phủ"),
        ] {
            assert_eq!(name(written, &home), full, "{written}");
        }
    }

    #[test]
    fn cities_are_cities_at_their_time_only() {
        let city = home("Hồ Chí Minh", "", "province", "2025-11");
        assert_eq!(name("Đảng ủy UBND Thành phố", &city), "Đảng ủy Ủy ban nhân dân Thành phố Hồ Chí Minh");
        assert_eq!(name("Ban Thường vụ Thành ủy", &city), "Ban Thường vụ Thành ủy Thành phố Hồ Chí Minh");
        assert_eq!(
            name("Giám đốc Sở Tài chính", &home("Hải Phòng", "", "", "2025")),
            "Sở Tài chính thành phố Hải Phòng"
        );
        let level = |date: &str| read("UBND thành phố Huế", &home("", "", "", date)).level;
        assert_eq!(level("2020"), Some(Level::District));
        assert_eq!(level("2025-05"), Some(Level::Province));
        assert_eq!(level(""), None, "undated, either can be meant");
        assert_eq!(name("Tỉnh ủy", &home("Đồng Nai", "", "", "2026-05")), "Tỉnh ủy?", "a city has a Thành ủy");
    }

    #[test]
    fn a_symbol_is_read_with_the_home_too() {
        let lexicon = Lexicon::embedded();
        let read = |symbol: &str, system, home: &Home| {
            lexicon.organs.read_symbol(symbol, system, home, &lexicon.places).map(|read| read.name)
        };
        let province = home("Bình Thuận", "", "province", "2017");
        assert_eq!(read("BTGTU", None, &province).as_deref(), Some("Ban Tuyên giáo Tỉnh ủy Bình Thuận"));
        assert_eq!(read("TTg", None, &province).as_deref(), Some("Thủ tướng Chính phủ"));
        assert_eq!(read("UBND", Some(System::State), &province), None);
        let city = home("Hải Phòng", "", "province", "2025-11");
        assert_eq!(read("BTCTU", Some(System::Party), &city).as_deref(), Some("Ban Tổ chức Thành ủy Hải Phòng"));
    }

    #[test]
    fn nothing_is_guessed_where_the_territory_is_open() {
        let nowhere = Home::default();
        for written in
            ["UBND tỉnh", "LĐLĐ huyện", "Sở Nội vụ", "Tỉnh ủy", "Ủy ban nhân dân", "Đảng ủy", "Phòng Nghiệp vụ Một"]
        {
            assert!(!read(written, &nowhere).complete, "{written}");
        }
        let province = home("Lai Châu", "", "province", "2024");
        assert_eq!(name("LĐLĐ huyện", &province), "Liên đoàn Lao động huyện?");
        assert_eq!(name("Ban Thường vụ Thành ủy", &province), "Ban Thường vụ Thành ủy?");
        assert_eq!(name("UBND", &home("Lai Châu", "", "", "2024")), "Ủy ban nhân dân?", "the level is not known");
    }

    #[test]
    fn system_level_province_and_row_follow_from_the_words() {
        let home = home("Bình Thuận", "Tuy Phong", "district", "2020");
        let check = |written: &str| {
            let read = read(written, &home);
            (read.system, read.level, read.province.unwrap_or_default(), read.organ.map_or("", |organ| &organ.id))
        };
        let place = || SmolStr::new("Bình Thuận");
        assert_eq!(
            check("LIÊN ĐOÀN LAO ĐỘNG HUYỆN TUY PHONG"),
            (Some(System::Union), Some(Level::District), place(), "lien-doan-lao-dong-huyen")
        );
        assert_eq!(
            check("Công đoàn cơ sở trường Tiểu học Liên Hương"),
            (Some(System::Union), Some(Level::Grassroots), place(), "cong-doan-co-so")
        );
        assert_eq!(
            check("Tổng LĐLĐ Việt Nam"),
            (Some(System::Union), Some(Level::Central), SmolStr::default(), "tong-lien-doan-lao-dong-viet-nam")
        );
        assert_eq!(check("Công đoàn trường Liên Hương"), (Some(System::Union), None, SmolStr::default(), ""));
        assert_eq!(check("Hội quán Hoa Sen"), (None, None, SmolStr::default(), ""));
    }

    #[test]
    fn joint_organs_are_listed_and_the_first_leads() {
        let full = "Bộ Lao động - Thương binh và Xã hội, Bộ Tài chính, Bộ Y tế";
        for written in [
            "Liên Bộ: Lao động Thương binh và Xã hội, Tài chính, Y tế",
            "liên Bộ Lao động - Thương binh và Xã hội – Bộ Tài chính và Bộ Y tế",
            "BỘ LAO ĐỘNG - THƯƠNG BINH VÀ XÃ HỘI - BỘ TÀI CHÍNH - BỘ Y TẾ",
        ] {
            let read = read(written, &Home::default());
            assert_eq!(read.name, full);
            assert_eq!(read.organ.map(|organ| organ.symbols[0].as_str()), Some("BLĐTBXH"));
        }
        assert_eq!(name("Bộ Văn hóa, Thể thao và Du lịch", &Home::default()), "Bộ Văn hóa, Thể thao và Du lịch");
    }

    #[test]
    fn congresses_and_plenums_get_their_full_names() {
        let home = home("Lai Châu", "", "province", "2021");
        for (written, full) in [
            ("Đại hội XIII của Đảng", "Đại hội đại biểu toàn quốc lần thứ XIII của Đảng"),
            ("Đại hội Đảng bộ tỉnh lần thứ XIV", "Đại hội đại biểu Đảng bộ tỉnh Lai Châu lần thứ XIV"),
            ("Đại hội XIII Đảng bộ tỉnh", "Đại hội đại biểu Đảng bộ tỉnh Lai Châu lần thứ XIII"),
            ("Trung ương 4 khoá XII", "Hội nghị lần thứ tư Ban Chấp hành Trung ương khóa XII"),
            ("Đại hội VII CĐNHVN", "Đại hội VII Công đoàn Ngân hàng Việt Nam"),
            ("Đại hội XIII", "Đại hội XIII?"),
        ] {
            assert_eq!(name(written, &home), full, "{written}");
        }
    }
}
