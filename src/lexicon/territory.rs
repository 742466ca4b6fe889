//! The territory in an organ's name: what is written, what the citing document adds, what stays open.

use super::casing::capitalised;
use super::organ_name::{Home, Piece};
use super::organs::{Organ, Organs};
use super::places::{Place, Places};
use crate::date::PartialDate;
use crate::text::fold::fold;
use crate::vocabulary::Level;
use smol_str::SmolStr;

/// A name with its territory.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Territory {
    /// The whole name.
    pub(super) name: String,
    /// Level of the first unit in it.
    pub(super) level: Option<Level>,
    /// Province, without unit word.
    pub(super) province: Option<SmolStr>,
    /// False if a territory is needed and not known.
    pub(super) complete: bool,
    /// True if a known organ in it is the centre's.
    pub(super) central: bool,
    /// True if the words right behind a known name are its territory.
    pub(super) named: bool,
    /// True if the home was asked.
    pub(super) relative: bool,
}

/// Builds the name from its pieces, and fills bare units and bare organs from the home.
pub(super) fn complete(organs: &Organs, pieces: &[Piece], home: &Home, places: &Places) -> Territory {
    let mut build =
        Build { organs, home, places, out: Territory { complete: true, ..Territory::default() }, after_gap: false };
    let mut at = 0;
    while at < pieces.len() {
        at += match &pieces[at] {
            Piece::Gap(gap) => {
                build.out.name.push_str(gap);
                build.after_gap = true;
                1
            }
            Piece::Word(word) => {
                build.push(word);
                1
            }
            Piece::Unit(unit) => 1 + build.unit(unit, &pieces[at + 1..], at == 0),
            Piece::Known { spelling, organs, ends } => {
                let used = build.known(spelling, organs, ends, &pieces[at + 1..]);
                build.out.named |= used > 0;
                1 + used
            }
        };
    }
    build.out
}

struct Build<'a> {
    organs: &'a Organs,
    home: &'a Home,
    places: &'a Places,
    out: Territory,
    /// What stood between two words has been written: no space is due.
    after_gap: bool,
}

/// A unit in a name: how it is written in full, its level where certain, its province if it is one.
struct Unit {
    name: String,
    level: Option<Level>,
    province: Option<SmolStr>,
}

impl Build<'_> {
    fn push(&mut self, text: &str) {
        if !self.out.name.is_empty() && !self.after_gap {
            self.out.name.push(' ');
        }
        self.after_gap = false;
        self.out.name.push_str(text);
    }

    fn place(&mut self, unit: Unit) {
        self.push(&unit.name);
        self.out.level = self.out.level.or(unit.level);
        self.out.complete &= unit.level.is_some();
        self.out.province = self.out.province.take().or(unit.province);
    }

    /// A unit word and the name behind it; gives how many of the following pieces are the name.
    fn unit(&mut self, unit: &str, rest: &[Piece], first: bool) -> usize {
        let (name, used) = name_in(self.places, rest);
        let found = match name {
            Some(name) => Some(self.written(unit, &name)),
            None => {
                self.out.relative = true;
                self.at_home(unit)
            }
        };
        match found {
            Some(found) => self.place(found),
            None => {
                self.push(&if first { capitalised(unit) } else { unit.to_owned() });
                self.out.level = self.out.level.or(level_of(unit));
                self.out.complete = false;
            }
        }
        used
    }

    /// A unit with its name as the words have it.
    fn written(&self, unit: &str, name: &str) -> Unit {
        let level = if unit == "thành phố" { Some(Level::District) } else { level_of(unit) };
        let plain = Unit { name: format!("{unit} {name}"), level, province: None };
        let date = self.home.date;
        let Some(place) = self.places.find(name, date) else {
            let province = (unit == "tỉnh").then(|| name.into());
            return Unit { province, ..plain };
        };
        let province = Some(place.name.clone());
        match unit {
            "tỉnh" => Unit { name: format!("tỉnh {}", place.name), level, province },
            "thành phố" => match is_city_then(place, date) {
                Some(true) => Unit { name: place.full_name(date), level: Some(Level::Province), province },
                open => {
                    let province = province.filter(|_| open.is_some() && date.is_none_or(|date| place.exists(date)));
                    Unit {
                        name: format!("thành phố {}", place.name),
                        level: level.filter(|_| open.is_some()),
                        province,
                    }
                }
            },
            _ => plain,
        }
    }

    /// The home's unit for a bare unit word.
    fn at_home(&self, unit: &str) -> Option<Unit> {
        let province = self.home_province();
        match unit {
            "tỉnh" => province.filter(|home| home.name.starts_with("tỉnh ")),
            "thành phố" => province
                .filter(|home| fold(&home.name).starts_with("thành phố "))
                .or_else(|| self.lower(unit, Level::District)),
            "huyện" | "quận" | "thị xã" => self.lower(unit, Level::District),
            _ => self.lower(unit, Level::Commune),
        }
    }

    /// The home's province with its unit word.
    fn home_province(&self) -> Option<Unit> {
        let name = self.home.province.as_deref()?;
        let unit = match self.places.find(name, self.home.date) {
            Some(place) => Unit {
                name: place.full_name(self.home.date),
                level: Some(Level::Province),
                province: Some(place.name.clone()),
            },
            None => {
                let province = Some(place_name(name).into());
                Unit { name: name.to_owned(), level: Some(Level::Province), province }
            }
        };
        Some(unit)
    }

    /// The home's district or commune, if it is or can be of that unit.
    fn lower(&self, unit: &str, level: Level) -> Option<Unit> {
        let name = if level == Level::District { &self.home.district } else { &self.home.commune };
        let name = name.as_deref()?;
        let bare = place_name(name);
        let own_unit = fold(&name[..name.len() - bare.len()]);
        (own_unit.is_empty() || own_unit == unit).then(|| Unit {
            name: format!("{unit} {bare}"),
            level: Some(level),
            province: None,
        })
    }

    /// A known name and, if it needs one, the territory behind it; gives how many of the following pieces it takes.
    fn known(&mut self, spelling: &str, rows: &[usize], ends: &str, rest: &[Piece]) -> usize {
        self.push(spelling);
        let rows: Vec<&Organ> = rows.iter().map(|&at| self.organs.row(at)).collect();
        let then = |row: &&&Organ| self.home.date.is_none_or(|date| row.validity.holds(date));
        let central = |row: &&&Organ| !row.territorial;
        let unit_behind = matches!(rest.first(), Some(Piece::Unit(_)));
        if rows.iter().filter(then).any(|row| central(&row)) || rows.iter().all(|row| central(&row)) {
            // "Đoàn TNCS Hồ Chí Minh Trường Đại học …": that of a school, not of the country.
            const HOUSES: [&str; 5] = ["trường", "học", "bệnh", "công", "nhà"];
            let house = matches!(rest.first(), Some(Piece::Word(word)) if HOUSES.contains(&fold(word).as_str()));
            let branch = unit_behind || house && !rows.iter().all(|row| central(&row));
            self.out.central |= !branch;
            return 0;
        }
        if let Some((kind @ ("tỉnh" | "thành" | "huyện" | "quận" | "thị"), "ủy" | "đoàn")) = ends.split_once(' ')
        {
            return self.committee(kind, rest);
        }
        let units = rest.iter().any(|piece| matches!(piece, Piece::Unit(_)));
        let further = rest.iter().any(|piece| matches!(piece, Piece::Known { .. }));
        if units || further {
            return 0;
        }
        if matches!(rest.first(), Some(Piece::Word(word)) if word.starts_with(char::is_lowercase) && !is_tail(word)) {
            // "Ủy ban nhân dân cùng cấp": a class of organs, or words that are not its name
            self.out.complete &= levels(&rows, None) == [Level::Grassroots];
            return 0;
        }
        let (name, used) = name_in(self.places, rest);
        let place = name.as_deref().and_then(|name| self.places.find(name, self.home.date));
        let levels = levels(&rows, self.home.date);
        match (name, place) {
            (None, _) => self.take_home(&levels),
            (Some(_), Some(place)) if used == rest.len() && levels.contains(&Level::Province) => {
                self.province_behind(place, &levels);
                return used;
            }
            // the words behind are the unit's own name: công đoàn cơ sở Trường Tiểu học …
            _ => self.out.complete &= levels.contains(&Level::Grassroots),
        }
        0
    }

    /// "Sở Y tế Hà Nội": the unit word is added where the name cannot be a district's.
    fn province_behind(&mut self, place: &Place, levels: &[Level]) {
        let open = levels.len() > 1 && place.namesake_until.is_some();
        let name = if open { place.name.to_string() } else { place.full_name(self.home.date) };
        let level = (!open).then_some(Level::Province);
        self.place(Unit { name, level, province: Some(place.name.clone()) });
    }

    /// An organ without any territory takes the home's, of the one level it has or of the home's level.
    fn take_home(&mut self, levels: &[Level]) {
        self.out.relative = true;
        let level = match levels {
            [level] => Some(*level),
            _ => self.home.level.filter(|level| levels.contains(level)),
        };
        let unit = match level {
            Some(Level::Province) => self.home_province(),
            Some(Level::District) => self.full(&self.home.district, Level::District),
            Some(Level::Commune) => self.full(&self.home.commune, Level::Commune),
            _ => None,
        };
        match unit {
            Some(unit) => self.place(unit),
            None => self.out.complete = false,
        }
    }

    /// The home's district or commune with its unit word, if the home writes one.
    fn full(&self, name: &Option<SmolStr>, level: Level) -> Option<Unit> {
        let name = name.as_deref().filter(|name| place_name(name) != *name)?;
        Some(Unit { name: name.to_owned(), level: Some(level), province: None })
    }

    /// Tỉnh ủy, Thành ủy, Huyện ủy …: the bare name of the unit follows.
    fn committee(&mut self, kind: &str, rest: &[Piece]) -> usize {
        let (name, used) = name_in(self.places, rest);
        self.out.relative |= name.is_none();
        let found = match (kind, name) {
            (_, None) if matches!(rest.first(), Some(Piece::Unit(_))) => return 0,
            ("tỉnh", Some(name)) => Some(self.written("tỉnh", &name)),
            ("thành", Some(name)) => Some(self.written("thành phố", &name)),
            (_, Some(name)) => {
                let unit = if kind == "thị" { "thị xã" } else { kind };
                Some(Unit { name: format!("{unit} {name}"), level: Some(Level::District), province: None })
            }
            ("tỉnh", None) => self.at_home("tỉnh"),
            ("thành", None) => self.at_home("thành phố"),
            ("thị", None) => self.lower("thị xã", Level::District),
            (_, None) => self.lower(kind, Level::District),
        };
        match found {
            Some(mut unit) => {
                // a city named after a person keeps its unit word: Thành ủy Thành phố Hồ Chí Minh
                if !unit.name.starts_with("Thành phố ") {
                    unit.name = place_name(&unit.name).to_owned();
                }
                self.place(unit);
            }
            None => self.out.complete = false,
        }
        used
    }
}

/// The level that a unit word alone tells.
fn level_of(unit: &str) -> Option<Level> {
    match unit {
        "tỉnh" => Some(Level::Province),
        "huyện" | "quận" | "thị xã" => Some(Level::District),
        "xã" | "phường" | "thị trấn" | "đặc khu" => Some(Level::Commune),
        _ => None,
    }
}

/// Levels of rows, those that existed on the date if there are such, each once from the centre down.
fn levels(rows: &[&Organ], date: Option<PartialDate>) -> Vec<Level> {
    let of = |rows: &mut dyn Iterator<Item = &&Organ>| {
        let mut levels: Vec<Level> = rows.map(|row| row.level).collect();
        levels.sort_unstable();
        levels.dedup();
        levels
    };
    let then = of(&mut rows.iter().filter(|row| date.is_none_or(|date| row.validity.holds(date))));
    if then.is_empty() { of(&mut rows.iter()) } else { then }
}

/// The name at the start of what follows a unit word: a place of the lexicon, else a run of capitalised words or figures.
fn name_in(places: &Places, rest: &[Piece]) -> (Option<String>, usize) {
    let mut run: Vec<String> = Vec::new();
    let mut best = (None, 0);
    for (at, piece) in rest.iter().enumerate() {
        match piece {
            Piece::Word(word) => run.push(word.clone()),
            Piece::Gap(gap) if gap.trim() == "-" && !run.is_empty() => run.push("-".to_owned()),
            Piece::Known { spelling, .. } if run.is_empty() && places.find(spelling, None).is_some() => {
                run.push(spelling.clone())
            }
            _ => break,
        }
        let name = run.join(" ");
        if !name.ends_with('-')
            && places.find(&name, None).is_some()
            && places.first_in(&format!("tỉnh {name}"), None).is_some()
        {
            best = (Some(name), at + 1);
        }
    }
    if best.0.is_some() {
        return best;
    }
    let capital = |piece: &&Piece| matches!(piece, Piece::Word(word) if !word.starts_with(char::is_lowercase) && !is_ordinal(word));
    let name: Vec<String> = rest.iter().take_while(capital).map(|piece| text_of(piece).to_owned()).collect();
    let used = name.len();
    (Some(name.join(" ")).filter(|name| !name.is_empty()), used)
}

fn text_of(piece: &Piece) -> &str {
    match piece {
        Piece::Known { spelling: text, .. } | Piece::Unit(text) | Piece::Word(text) | Piece::Gap(text) => text,
    }
}

/// Words of a term behind an organ: khóa XIV, nhiệm kỳ, lần thứ.
fn is_tail(word: &str) -> bool {
    matches!(fold(word).as_str(), "khóa" | "nhiệm" | "lần")
}

/// Roman figures in capitals number congresses and terms, not units.
fn is_ordinal(word: &str) -> bool {
    word.chars().all(|c| matches!(c, 'I' | 'V' | 'X'))
}

/// The name without its unit word.
pub(super) fn place_name(name: &str) -> &str {
    let folded = fold(name);
    let unit =
        super::casing::UNITS.iter().find(|unit| folded.strip_prefix(**unit).is_some_and(|rest| rest.starts_with(' ')));
    match unit {
        Some(unit) => name
            .split_whitespace()
            .nth(unit.split(' ').count())
            .map_or(name, |first| name.find(first).map_or(name, |at| &name[at..])),
        None => name,
    }
}

/// Whether "thành phố" before the name means the unit itself; none if a city inside a province may be meant as well.
fn is_city_then(place: &Place, date: Option<PartialDate>) -> Option<bool> {
    let city = date.is_none_or(|date| place.exists(date)) && place.is_city(date)?;
    let namesake = place.namesake_until.is_some_and(|until| date.is_none_or(|date| date.earliest() <= until.latest()));
    if city && namesake { None } else { Some(city) }
}

/// True if the words say the centre or the whole country.
pub(super) fn says_centre(name: &str) -> bool {
    let folded = fold(name);
    ["việt nam", "trung ương", "quốc gia", "toàn quốc", "nhà nước"].iter().any(|words| folded.contains(words))
}
/// Bodies that act for an organ, and in its series.
const BODIES: [&str; 4] = ["ban chấp hành", "ban thường vụ", "ban thường trực", "ban thư ký"];

/// "Ban Chấp hành", "Ban Thường vụ" before a known name: the organ is that of the name.
pub(super) fn acts_for(before: &[Piece]) -> bool {
    let words = before.iter().map(|piece| if let Piece::Word(word) = piece { word.as_str() } else { "" });
    let words: Vec<&str> = words.collect();
    BODIES.contains(&fold(&words.join(" ")).as_str())
}

/// A folded name without the body that acts for the organ: "ban chấp hành hội nông dân huyện …".
pub(crate) fn without_body(name: &str) -> &str {
    BODIES.iter().find_map(|body| name.strip_prefix(body)?.strip_prefix(' ')).unwrap_or(name)
}
