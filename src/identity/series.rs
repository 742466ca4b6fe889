//! Whose number it is: from the symbol, the issuer's words and the citing document to the organ whose series is counted.
//!
//! Politburo, Secretariat and Central Committee write in one series, a chairman in that of his committee. The organ has its
//! territory and its generation (`lao-cai` ended in 2025, `lao-cai-2025` began). Where symbol and named issuer contradict
//! each other, the issuer counts. What the words leave open has no series: nothing is filled in from the collection.

use super::joint::{joint, names_another, of_joint};
use super::memo::{Memo, Standing};
use super::units::Units;
use crate::date::PartialDate;
use crate::lexicon::{Home, Lexicon, Organ, OrganName};
use crate::number::{Family, Number};
use crate::text::fold::{fold, slug};
use crate::vocabulary::{Level, System};
use smol_str::SmolStr;
use std::sync::Arc;

/// An organ in whose series documents are numbered.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Series {
    /// Territory and organ as the beginning of an id: `lai-chau/ldld`, `tw`.
    pub path: String,
    /// Its system.
    pub system: Option<System>,
    /// Its level.
    pub level: Option<Level>,
    /// Its province, as named at the date.
    pub province: Option<SmolStr>,
    /// The issuer in full: `Ban Tuyên giáo Tỉnh ủy Bình Thuận`.
    pub issuer: Option<String>,
}

/// What told the organ.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ToldBy {
    /// The symbol alone.
    Symbol,
    /// The issuer's words.
    Issuer,
    /// The symbol, and the territory of the citing document.
    Home,
}

/// What is said of the organ.
#[derive(Clone, Copy, Debug)]
pub struct Said<'a> {
    /// The number, whose symbol counts.
    pub number: Option<&'a Number>,
    /// The issuer as written or completed.
    pub issuer: Option<&'a str>,
    /// When: decides which generation of an organ or province is meant.
    pub date: Option<PartialDate>,
}

/// What the words tell of the organ.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Told {
    /// The organ in its territory; nothing where the words leave it open.
    pub series: Option<Arc<Series>>,
    /// What told it.
    pub by: Option<ToldBy>,
    /// The level that the words tell, also where the territory stays open: "UBND huyện".
    pub level: Option<Level>,
}

/// The series that is meant in a document whose own territory is `home`.
pub fn series(memo: &mut Memo<'_>, said: Said<'_>, home: &Home) -> Told {
    let symbol = said.number.and_then(|number| number.organ.as_deref());
    if symbol.is_none() && said.issuer.is_none() {
        return Told::default();
    }
    let at = memo.standing(home);
    let date = said.date.map(|date| memo.representative(date)).or(at.date);
    let said = Said { date: date.filter(|_| said.date.is_some()), ..said };
    let question = memo.question(said, said.number.is_some_and(joint), date);
    let (asked, told) = match memo.by_words.get(&question) {
        Some((asked, Some(told))) => (*asked, told.clone()),
        known => {
            let known = known.map(|(asked, _)| *asked);
            let asked = known.unwrap_or_else(|| u32::try_from(memo.by_words.len()).expect("fewer questions than that"));
            match memo.at_home.get(&(asked, at.whereabouts)).filter(|_| known.is_some()) {
                Some(told) => (asked, told.clone()),
                None => {
                    let (told, relative) = work_out(memo, said, &Home { date, ..home.clone() });
                    memo.by_words.insert(question, (asked, Some(told.clone()).filter(|_| !relative)));
                    if relative {
                        memo.at_home.insert((asked, at.whereabouts), told.clone());
                    }
                    (asked, told)
                }
            }
        }
    };
    if is_torn(memo, asked, said, &told, at) { Told { series: None, by: None, ..told } } else { told }
}

/// True if the organ is the home's without being named ("Tỉnh ủy", "UBND tỉnh"), of a day before the home's province was
/// made out of several that had such an organ each: which of them is meant is not said.
fn is_torn(memo: &mut Memo<'_>, asked: u32, said: Said<'_>, told: &Told, at: Standing<'_>) -> bool {
    let Some(province) = told.series.as_ref().and_then(|series| series.province.as_deref()) else { return false };
    let (Some(own), Some(then), Some((name, now))) = (at.date, said.date, at.province) else { return false };
    if now.validity.holds(then) {
        return false;
    }
    let lexicon = memo.lexicon;
    let torn = || lexicon.places.was_several(now, then, said.issuer, province);
    *memo.torn.entry((asked, name, own)).or_insert_with(torn)
}

/// What is told, and whether the home was asked for it.
fn work_out(memo: &mut Memo<'_>, said: Said<'_>, home: &Home) -> (Told, bool) {
    let lexicon = memo.lexicon;
    let symbol = said.number.and_then(|number| number.organ.as_deref());
    let told = |memo: &mut Memo<'_>, series: Option<Series>, by: ToldBy, level: Option<Level>| {
        let level = series.as_ref().and_then(|series| series.level).or(level);
        Told { by: series.as_ref().map(|_| by), series: series.map(|series| memo.parts.series(series)), level }
    };
    let together =
        said.number.filter(|number| joint(number)).and_then(|number| of_joint(memo, number, said.date, home));
    if let Some((joint, heads)) = together {
        if said.issuer.is_some_and(|issuer| names_another(lexicon, issuer, &heads, home)) {
            return (told(memo, None, ToldBy::Symbol, joint.level), true);
        }
        let by = if joint.province.is_some() { ToldBy::Home } else { ToldBy::Symbol };
        return (told(memo, Some(joint), by, None), true);
    }
    let is_joint = said.number.is_some_and(joint);
    let bearers = symbol.map(|symbol| lexicon.organs.candidates(symbol)).unwrap_or_default();
    let of_symbol = said
        .number
        .zip(symbol)
        .and_then(|(number, symbol)| only_head(lexicon, symbol, number.family, bearers.clone(), said.date));
    if let Some(issuer) = said.issuer {
        let (name, issuer) = read_issuer(lexicon, issuer, home);
        // Words that no organ is known by: a symbol of one central organ still tells, a shared one does not.
        let certain = of_symbol.is_some_and(|head| head.symbol_is_unique && !head.territorial);
        let known = name.organ.is_some() || begins_with(&name, &bearers).is_some();
        let not_yet = is_not_yet(&name, of_symbol, said.date);
        if (known && !not_yet) || !(known || certain || names_nobody(issuer)) {
            let series = of_issuer(memo, &name, issuer, symbol, &bearers, home);
            // A commune may take its district from the home.
            let below = !matches!(name.level, Some(Level::Central | Level::Province | Level::District));
            return (told(memo, series, ToldBy::Issuer, name.level), is_joint || name.relative || below);
        }
    }
    let Some(head) = of_symbol else { return (Told::default(), is_joint || said.issuer.is_some()) };
    let by = if head.territorial { ToldBy::Home } else { ToldBy::Symbol };
    let series = placed(memo, head, None, home);
    (told(memo, series, by, Some(head.level)), is_joint || said.issuer.is_some() || head.territorial)
}

/// True if a later writer names the successor of the symbol's organ: "Nghị định số 18-HĐBT ngày 17/01/1992 của Chính phủ".
fn is_not_yet(name: &OrganName<'_>, of_symbol: Option<&Organ>, date: Option<PartialDate>) -> bool {
    let (Some(organ), Some(head), Some(date)) = (name.organ, of_symbol, date) else { return false };
    let later = !organ.validity.holds(date) || head.successors.contains(&organ.id);
    later && head.validity.holds(date) && !head.territorial
}

/// The organ that the words name. The standing board of a committee that is not listed itself writes in the committee's
/// series: "Ban Thường vụ Đảng ủy Ủy ban nhân dân tỉnh".
fn read_issuer<'l, 'w>(lexicon: &'l Lexicon, written: &'w str, home: &Home) -> (OrganName<'l>, &'w str) {
    let name = lexicon.organs.read(written, home, &lexicon.places);
    if name.organ.is_none() {
        let board = ["Ban Thường vụ ", "Ban Chấp hành ", "Thường trực "];
        let committee = board.iter().find_map(|board| written.strip_prefix(board));
        if let Some(committee) = committee.filter(|rest| fold(rest).starts_with("đảng ủy ")) {
            let read = lexicon.organs.read(committee, home, &lexicon.places);
            if read.organ.is_some() || read.complete {
                return (OrganName { relative: read.relative || name.relative, ..read }, committee);
            }
            return (OrganName { relative: read.relative || name.relative, ..name }, written);
        }
    }
    (name, written)
}

/// The series of a named issuer; its symbol helps to tell which part of the organ writes.
fn of_issuer(
    memo: &mut Memo<'_>,
    name: &OrganName<'_>,
    written: &str,
    symbol: Option<&str>,
    bearers: &[&Organ],
    home: &Home,
) -> Option<Series> {
    let lexicon = memo.lexicon;
    let organ = match name.organ {
        Some(organ) if GENERIC.contains(&organ.id.as_str()) => {
            let more = fold(&name.name) != fold(&organ.name);
            return if more { unlisted(lexicon, name, symbol, home) } else { None };
        }
        organ => organ,
    };
    let head = match organ {
        Some(organ) => Some(head_of(lexicon, organ, bearers)),
        None => begins_with(name, bearers).map(|organ| series_head(lexicon, organ)),
    };
    let Some(head) = head else { return unlisted(lexicon, name, symbol, home) };
    let mut series = placed(memo, head, Some((name, written)), home)?;
    let of_many = bearers.iter().all(|bearer| GENERIC.contains(&bearer.id.as_str()));
    if let Some(symbol) = symbol.filter(|symbol| of_many && is_temporary(symbol)) {
        series.path = format!("{}-{}", series.path, slug(symbol));
    }
    Some(series)
}

/// The symbol of a steering committee, of a congress's sub-committee: it counts apart from the organ that set it up.
fn is_temporary(symbol: &str) -> bool {
    ["BCĐ", "TBVK", "TBNS", "TBTT", "TBPV", "BCKN", "BTCĐH"].iter().any(|body| symbol.starts_with(body))
}

/// Rows of the lexicon that stand for many organs of one name: what follows the name tells which.
const GENERIC: [&str; 5] =
    ["ban-chi-dao-trung-uong", "ban-chi-dao-quoc-gia", "ban-can-su-dang", "dang-doan", "dang-uy-bo"];

/// "đồng chí Bí thư", "cơ quan cấp trên", "Trung ương": words that name no organ. The symbol tells which it is.
fn names_nobody(issuer: &str) -> bool {
    let folded = fold(issuer);
    if matches!(folded.as_str(), "trung ương" | "ở trung ương" | "cấp trung ương") {
        return true;
    }
    ["đồng chí", "cấp trên", "cơ quan", "đơn vị"].iter().any(|word| folded.starts_with(word))
}

/// The one bearer of the symbol, of the name's level, whose own name the longer name begins with, if only territory
/// follows: "Tiểu ban Tuyên truyền và phục vụ Đại hội Đảng bộ tỉnh". "Ban Chỉ đạo quốc gia về …" is an organ of its own.
fn begins_with<'l>(name: &OrganName<'_>, bearers: &[&'l Organ]) -> Option<&'l Organ> {
    let folded = fold(&name.name);
    let only_territory = |behind: &str| {
        let place = name.province.as_deref().map(fold).unwrap_or_default();
        let behind = behind.replace(&place, " ");
        let known = ["đảng", "bộ", "đại", "hội", "biểu", "tỉnh", "thành", "phố"];
        behind.split(|c: char| !c.is_alphanumeric()).all(|word| word.is_empty() || known.contains(&word))
    };
    let mut fits = bearers.iter().filter(|organ| {
        let mut names = organ.forms.iter().chain(&organ.aliases).chain([&organ.name]);
        name.level.is_none_or(|level| level == organ.level)
            && names.any(|known| folded.strip_prefix(&fold(known)).is_some_and(only_territory))
    });
    let first = fits.next()?;
    fits.next().is_none().then_some(first)
}

/// The organ whose series the named organ writes in, given the organs that bear the symbol.
fn head_of<'l>(lexicon: &'l Lexicon, organ: &'l Organ, bearers: &[&'l Organ]) -> &'l Organ {
    let bears = |organ: &Organ| bearers.iter().any(|bearer| bearer.id == organ.id);
    let own = series_head(lexicon, organ);
    if bearers.is_empty() || bears(organ) || bears(own) {
        return own;
    }
    let above = above(lexicon, organ).into_iter().filter(|up| up.level == organ.level).find(|up| bears(up));
    if let Some(up) = above {
        return series_head(lexicon, up);
    }
    // "26-HD/BTCTW của Bộ Chính trị": the three bodies that write in one series have their boards in common.
    let mut below = bearers.iter().filter(|bearer| {
        let is_own = |up: &&Organ| up.id == organ.id || up.id == own.id;
        bearer.level == organ.level && self::above(lexicon, bearer).iter().any(is_own)
    });
    match (below.next(), below.next()) {
        (Some(part), None) => series_head(lexicon, part),
        _ => own,
    }
}

pub(super) fn series_head<'l>(lexicon: &'l Lexicon, organ: &'l Organ) -> &'l Organ {
    organ.series_of.as_deref().and_then(|id| lexicon.organs.by_id(id)).unwrap_or(organ)
}

/// The organs above, nearest first.
fn above<'l>(lexicon: &'l Lexicon, organ: &Organ) -> Vec<&'l Organ> {
    let mut chain: Vec<&Organ> = Vec::new();
    let mut next = organ.parent.as_deref();
    while let Some(up) = next.and_then(|id| lexicon.organs.by_id(id)) {
        if chain.len() > 8 {
            break;
        }
        next = up.parent.as_deref();
        chain.push(up);
    }
    chain
}

/// The one series that the symbol can belong to, without any words.
fn only_head<'l>(
    lexicon: &'l Lexicon,
    symbol: &str,
    family: Family,
    mut bearers: Vec<&'l Organ>,
    date: Option<PartialDate>,
) -> Option<&'l Organ> {
    // TƯ is Trung ương, or Tỉnh ủy misread: only the issuer's words tell.
    if symbol.contains('Ư') {
        return None;
    }
    if let Some(date) = date {
        bearers.retain(|organ| organ.validity.holds(date));
    }
    let hyphen_first = |organ: &Organ| matches!(organ.system, System::Party | System::Youth | System::Farmers);
    let written_so = |organ: &Organ| match family {
        Family::Party => hyphen_first(organ),
        Family::State => !hyphen_first(organ),
        Family::Old | Family::Bare => true,
    };
    // "128/QĐ-TW": the Party's centre, in the form of the State; no organ that writes so has the symbol.
    let states = family == Family::State;
    let form_tells = !states || bearers.iter().any(|organ| written_so(organ) || organ.territorial);
    bearers.retain(|organ| !form_tells || written_so(organ));
    let head = series_head(lexicon, bearers.first()?);
    if GENERIC.contains(&head.id.as_str()) {
        return None;
    }
    let one_series = bearers.iter().all(|organ| series_head(lexicon, organ).id == head.id);
    // A symbol marked as shared counts only if the sharers all write in this series.
    let explained = head.symbol_is_unique || bearers.len() > 1;
    (one_series && explained).then_some(head)
}

/// The organ in its territory. None if the territory is not told.
fn placed(memo: &mut Memo<'_>, head: &Organ, read: Option<(&OrganName, &str)>, home: &Home) -> Option<Series> {
    let lexicon = memo.lexicon;
    let asked = lexicon.organs.by_id(&head.id)?;
    let head = of_its_time(lexicon, asked, home.date);
    let code = code(memo, head);
    let mut series =
        Series { path: code.to_string(), system: Some(head.system), level: Some(head.level), ..Series::default() };
    if !head.territorial {
        // TW is written by several organs: the symbol alone does not say which of them issued.
        let own = || head.symbol_is_unique.then(|| head.name.clone());
        series.issuer = read.map(|(name, _)| name.name.clone()).filter(|_| head.id == asked.id).or_else(own);
        return Some(series);
    }
    let province = match read {
        Some((name, _)) => name.province.clone().filter(|_| name.complete),
        None => home.province.clone(),
    }?;
    let place = place_id(lexicon, &province, home.date)?;
    let units = match read {
        Some((name, written)) => Units::read(head, &name.name, written, home),
        None => Units::of(head.level, home),
    };
    // Of the rank of a district but no district's: "Công đoàn ngành Giáo dục tỉnh".
    let of_branch = head.level == Level::District && units.district.is_none();
    let below = match read {
        Some((name, _)) if of_branch => slug(&name.name),
        _ => units.path(head.level, home)?,
    };
    series.path =
        [place.as_str(), &below, &code].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join("/");
    series.issuer = read.map(|(name, _)| name.name.clone()).or_else(|| {
        let bearer = lexicon.places.find(&province, home.date);
        (head.level == Level::Province).then(|| lexicon.seat_name(head, bearer, home.date))
    });
    series.province = Some(province);
    Some(series)
}

/// Until July 1981 the Government was Hội đồng Chính phủ, and numbered with -CP as well: 93-CP of 1977. The symbol of today does not
/// tell it, and later writers say "Chính phủ".
fn of_its_time<'l>(lexicon: &'l Lexicon, head: &'l Organ, date: Option<PartialDate>) -> &'l Organ {
    const GOVERNMENT: &str = "chinh-phu";
    const COUNCIL: &str = "hoi-dong-chinh-phu";
    let council = lexicon.organs.by_id(COUNCIL).filter(|_| head.id == GOVERNMENT);
    council.filter(|council| date.is_some_and(|date| council.validity.holds(date))).unwrap_or(head)
}

/// An organ that the lexicon does not list: its whole name is its code, if it is a whole name.
fn unlisted(lexicon: &Lexicon, name: &OrganName, symbol: Option<&str>, home: &Home) -> Option<Series> {
    if !name.complete || name.name.is_empty() {
        return None;
    }
    let place = match &name.province {
        Some(province) => Some(place_id(lexicon, province, home.date)?),
        None => None,
    };
    let code = match symbol {
        // A symbol that ends in the number of a decision (BCĐQG1237) is the organ's own.
        Some(symbol) if symbol.ends_with(|c: char| c.is_ascii_digit()) => slug(symbol),
        Some(symbol) => format!("{}-{}", slug(&name.name), slug(symbol)),
        None => slug(&name.name),
    };
    let path = place.into_iter().chain([code]).collect::<Vec<_>>().join("/");
    let issuer = Some(name.name.clone());
    Some(Series { path, system: name.system, level: name.level, province: name.province.clone(), issuer })
}

/// The province row that bore the name; none if the date leaves two open.
pub(super) fn place_id(lexicon: &Lexicon, province: &str, date: Option<PartialDate>) -> Option<String> {
    let Some(place) = lexicon.places.find(province, date) else { return Some(slug(province)) };
    let open = date
        .is_some_and(|date| lexicon.places.bearers(&place.name).iter().filter(|other| other.exists(date)).count() > 1);
    (!open).then(|| place.id.clone())
}

/// The organ's part of an id: its first symbol, or its own id where another series of its level has the same symbol.
pub(super) fn code<'l>(memo: &mut Memo<'l>, organ: &'l Organ) -> Arc<str> {
    if let Some(known) = memo.codes.get(organ.id.as_str()) {
        return known.clone();
    }
    let lexicon = memo.lexicon;
    let code: Arc<str> = match organ.symbols.first() {
        Some(symbol) => {
            let shared = lexicon.organs.candidates(symbol).iter().any(|other| {
                other.level == organ.level
                    && series_head(lexicon, other).id != organ.id
                    && other.validity.overlaps(organ.validity)
                    && other.symbols.first() == Some(symbol)
            });
            if shared { organ.id.as_str().into() } else { slug(&symbol.replace("TƯ", "TW")).into() }
        }
        None => organ.id.as_str().into(),
    };
    memo.codes.insert(&organ.id, code.clone());
    code
}
