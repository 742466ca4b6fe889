//! Who issued the paper: the complete name, and where it stands in its system.
//!
//! [`find`] takes the organs of the letterhead; where they are lost or say too little, the organ that decides, the
//! symbol with the place of issue, the signature, the sentence of the preamble that orders, and the units that it writes
//! to, in this order. It says which one it took. Names and territories are completed by the lexicon; what nothing tells stays open.

use super::association::{committee_of, unit_of, youth_committee};
use super::header::Header;
use super::lines::folded;
use super::organs::{at_dashes, begins_collective, begins_organ, organ_names, units, with_act, without_collective};
use super::speech::{speaker, territory};
use super::{Signer, Unit, rank};
use crate::lexicon::{Home, Lexicon, Organ, OrganName};
use crate::number::Family;
use crate::text::Span;
use crate::text::fold::fold;
use crate::vocabulary::{Level, System};
use smol_str::SmolStr;

/// The issuer and its place in the system.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Issuer {
    pub(super) name: Option<SmolStr>,
    pub(super) from: Option<&'static str>,
    pub(super) parent: Option<SmolStr>,
    pub(super) system: Option<System>,
    pub(super) level: Option<Level>,
    pub(super) province: Option<SmolStr>,
    pub(super) district: Option<SmolStr>,
    pub(super) commune: Option<SmolStr>,
}

/// What is known of the paper when its issuer is looked for.
pub(super) struct Paper<'a> {
    pub(super) text: &'a str,
    pub(super) header: &'a Header,
    pub(super) signer: Option<&'a Signer>,
    pub(super) addressees: &'a [Unit],
    pub(super) recipients: &'a [Unit],
    /// The sentences up to the one that orders.
    pub(super) preamble: Span,
    pub(super) lexicon: &'a Lexicon,
}

/// A name that may be the issuer's, and how it is known.
struct Claim<'l> {
    organ: OrganName<'l>,
    from: &'static str,
}

/// Finds the issuer.
pub(super) fn find(paper: &Paper<'_>) -> Issuer {
    let lexicon = paper.lexicon;
    // A heading in capitals alone is no letterhead.
    let lines = paper.header.organs.iter().filter(|_| paper.header.begun()).map(|span| &paper.text[span.range()]);
    let lines: Vec<&str> = lines.collect();
    let mut organs = organ_names(&lines, lexicon);
    if let Some(joint) = joint(paper, &organs) {
        return joint;
    }
    without_collective(&mut organs);
    let mut home = home(paper);
    let parent = organs.len().checked_sub(2).map(|at| lexicon.organs.read(&organs[at], &home, &lexicon.places));
    if let Some(parent) = &parent {
        learn(&mut home, parent, lexicon);
    }
    let mut claims = letterhead(paper, &organs, parent.as_ref(), &mut home);
    let lost = if organs.len() == 1 { below_lost(paper, &claims, &home) } else { None };
    let parent = parent.or_else(|| lost.as_ref().map(|_| claims[0].organ.clone()));
    if let Some(lost) = lost {
        claims.insert(0, lost);
    }
    claims.extend(from_kind(paper));
    if !claims.iter().any(is_settled) {
        claims.extend(from_symbol(paper, &home));
        claims.extend(from_signature(paper, &home));
    }
    if !claims.iter().any(is_settled) {
        claims.extend(from_text(paper, &home));
    }
    let longest = || (0..claims.len()).rev().max_by_key(|&at| claims[at].organ.name.split(' ').count());
    let at = claims.iter().position(is_settled).or_else(longest);
    let mut issuer = at.map(|at| issuer(claims.swap_remove(at), &home, paper)).unwrap_or_default();
    if issuer.level.is_none() {
        issuer = by_addressees(issuer, paper, &home);
    }
    issuer.parent =
        parent.map(|parent| SmolStr::from(parent.name)).filter(|parent| issuer.name.as_ref() != Some(parent));
    issuer
}

/// The issuer with the level and territory that the units it writes to tell.
fn by_addressees(open: Issuer, paper: &Paper<'_>, home: &Home) -> Issuer {
    let Some(name) = open.name.as_deref() else { return open };
    let Some(home) = rank::home_of(paper, name, home) else { return open };
    let organ = paper.lexicon.organs.read(name, &home, &paper.lexicon.places);
    let told = issuer(Claim { organ, from: "addressees" }, &home, paper);
    Issuer { level: home.level, system: told.system.or(open.system), parent: open.parent, ..told }
}

fn is_settled(claim: &Claim<'_>) -> bool {
    claim.organ.complete
        || claim.from == "letterhead" && is_of_region(&claim.organ.name)
        || claim.from == "letterhead"
            && claim.organ.system.is_none()
            && claim.organ.name.contains(' ')
            && claim.organ.level.is_none()
            && claim.organ.name.split(' ').count() > 3
}

/// The organ of the symbol right below the one that the letterhead names, where its own line was lost: `TỔNG LIÊN ĐOÀN LAO ĐỘNG`
/// over `Số: 730/LĐLĐ`, issued in a province.
fn below_lost<'l>(paper: &Paper<'l>, claims: &[Claim<'_>], home: &Home) -> Option<Claim<'l>> {
    let upper = claims.first()?.organ.organ?;
    let symbol = symbol(paper)?;
    let mut bearers = paper.lexicon.organs.candidates(&symbol);
    // "8019/TLĐ-TG" under the name of TLĐ: the unit that drafted it.
    let drafted = |own: &String| symbol.strip_prefix(own.as_str()).is_some_and(|rest| rest.starts_with('-'));
    let unit = |organ: &&Organ| !begins_collective(&organ.name);
    if upper.symbols.iter().chain(&upper.aliases).any(drafted) && bearers.iter().all(unit) {
        return None;
    }
    if bearers.iter().any(|organ| organ.id == upper.id || organ.series_of.as_ref() == Some(&upper.id)) {
        return None;
    }
    bearers.retain(|organ| organ.parent.as_ref() == Some(&upper.id));
    let [organ] = bearers[..] else { return None };
    let organ = paper.lexicon.organs.read(&organ.name, home, &paper.lexicon.places);
    let below = organ.level.is_some_and(|level| level >= upper.level);
    (organ.complete && below).then_some(Claim { organ, from: "symbol" })
}

/// The name is that of a branch: `Kiểm toán nhà nước khu vực XI`, `Ngân hàng Chính sách xã hội Chi nhánh tỉnh Sơn La`.
fn is_branch(name: &str) -> bool {
    fold(name).contains(" chi nhánh ") || is_of_region(name)
}

/// `Kiểm toán nhà nước khu vực XI`: the number of its region makes a branch one organ.
fn is_of_region(name: &str) -> bool {
    fold(name).split_once(" khu vực ").is_some_and(|(_, number)| {
        let number = number.split(' ').next().unwrap_or_default();
        !number.is_empty() && number.chars().all(|c| c.is_ascii_digit() || matches!(c, 'i' | 'v' | 'x'))
    })
}

/// Home as far as the place-date line tells it.
fn home(paper: &Paper<'_>) -> Home {
    let date = paper.header.date.as_ref().and_then(|own| own.date);
    let place = paper.header.date.as_ref().and_then(|own| own.place.as_deref());
    let province = place.and_then(|place| paper.lexicon.places.find(place, date)).map(|place| place.name.clone());
    let level = province.is_some().then_some(Level::Province);
    Home { province, level, date, ..Home::default() }
}

/// Takes the territory that an organ of the letterhead names.
fn learn(home: &mut Home, organ: &OrganName<'_>, lexicon: &Lexicon) {
    if let Some(province) = &organ.province {
        home.province = Some(province.clone());
    }
    let (district, commune) = units(&organ.name, home.date, lexicon);
    home.district = home.district.take().or(district);
    home.commune = home.commune.take().or(commune);
}

/// Organs that issue together, joined as they stand.
fn joint(paper: &Paper<'_>, organs: &[String]) -> Option<Issuer> {
    let kind = paper.header.kind.as_ref().is_some_and(|(kind, _)| fold(kind).contains("liên tịch"));
    let mut parts: Vec<String> = organs.iter().flat_map(|organ| at_dashes(organ)).collect();
    let mut seen: Vec<String> = Vec::new();
    parts.retain(|part| {
        seen.push(fold(part));
        !seen[..seen.len() - 1].contains(&seen[seen.len() - 1])
    });
    let dashed = parts.len() > organs.len() && organs.len() == 1;
    if parts.len() < 2 || !(kind || dashed) {
        return None;
    }
    let home = home(paper);
    let read: Vec<OrganName<'_>> =
        parts.iter().map(|part| paper.lexicon.organs.read(part, &home, &paper.lexicon.places)).collect();
    if !kind && read.iter().any(|organ| organ.system.is_none()) {
        return None;
    }
    let names = read.iter().flat_map(|organ| {
        let parts: Vec<&str> = organ.name.split(", ").collect();
        if parts.iter().all(|part| begins_organ(part)) { parts } else { vec![organ.name.as_str()] }
    });
    let name = names.collect::<Vec<_>>().join(" - ");
    Some(Issuer {
        name: Some(name.into()),
        from: Some("letterhead"),
        system: read[0].system,
        level: read[0].level,
        province: read[0].province.clone(),
        ..Issuer::default()
    })
}

/// What the letterhead and the line that decides say.
fn letterhead<'a>(
    paper: &Paper<'a>,
    organs: &[String],
    parent: Option<&OrganName<'_>>,
    home: &mut Home,
) -> Vec<Claim<'a>> {
    let lexicon = paper.lexicon;
    let mut claims = Vec::new();
    let decides = decider(paper);
    if let Some(last) = organs.last() {
        let mut organ = below(last, parent, paper, home);
        if !organ.complete {
            // A deciding line repeats the name, often with the territory.
            let fuller = decides.as_deref().map(|words| lexicon.organs.read(words, home, &lexicon.places));
            if let Some(fuller) = fuller.filter(|fuller| fuller.complete && shares_words(&fuller.name, &organ.name)) {
                organ = fuller;
            }
        }
        organ.complete |= is_of_place(&organ, paper);
        claims.push(Claim { organ, from: "letterhead" });
    }
    if let Some(decides) = decides {
        claims.push(Claim { organ: lexicon.organs.read(&decides, home, &lexicon.places), from: "letterhead" });
    }
    claims
}

/// A known organ that is named with the place of issue needs no word for its unit: `HỘI LIÊN HIỆP PHỤ NỮ HÀ ĐÔNG`.
fn is_of_place(organ: &OrganName<'_>, paper: &Paper<'_>) -> bool {
    let place = paper.header.date.as_ref().and_then(|own| own.place.as_deref());
    let of = place.and_then(|place| organ.name.strip_suffix(place));
    organ.system.is_some() && of.is_some_and(|name| name.trim_end().contains(' '))
}

fn shares_words(fuller: &str, name: &str) -> bool {
    fold(fuller).starts_with(&fold(name)) || name.split(' ').any(|word| word.chars().count() == 1)
}

/// The line that decides: `CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH …`, `THỦ TƯỚNG CHÍNH PHỦ điện:`.
fn decider(paper: &Paper<'_>) -> Option<String> {
    let lines: Vec<&str> = paper.header.decides.iter().map(|span| &paper.text[span.range()]).collect();
    let words = folded(&lines.join(" "));
    let words = words.trim_end_matches([':', ' ']).trim_end_matches("điện").trim();
    (!words.is_empty()).then(|| words.to_owned())
}

/// The issuing organ as its superior and its symbol complete it: `TỈNH ỦY …` / `BAN TUYÊN GIÁO`.
fn below<'a>(words: &str, parent: Option<&OrganName<'_>>, paper: &Paper<'a>, home: &Home) -> OrganName<'a> {
    let organs = &paper.lexicon.organs;
    let read = |words: &str| organs.read(words, home, &paper.lexicon.places);
    if let Some((organ, act)) = with_act(words, paper.lexicon) {
        let organ = below(organ, parent, paper, home);
        return OrganName { name: format!("{} {act}", organ.name), complete: false, ..organ };
    }
    // In capitals a syllable may be an abbreviation too (TƯ PHÁP).
    let cased = organs.proper_case(words);
    let alone = if organs.by_name(&cased).is_empty() { read(words) } else { read(&cased) };
    if let Some(union) = youth_committee(&alone.name).filter(|_| paper.header.youth) {
        return read(&union);
    }
    let of = |parent: &OrganName<'_>| {
        let name = parent.name.as_str();
        let union = || unit_of(&cased, name).or_else(|| committee_of(&alone.name, name));
        union().or_else(|| board_of(&cased, name)).or_else(|| office_of(&cased, name))
    };
    if let Some(whole) = parent.and_then(of) {
        return read(&whole);
    }
    if let Some(whole) = named_by_symbol(&cased, paper) {
        return read(&whole);
    }
    if alone.complete && alone.organ.is_some() {
        return alone;
    }
    let by_symbol = symbol(paper).and_then(|symbol| organs.by_symbol(&symbol, home.date));
    // "LIÊN HIỆP CÁC HỘI … VIỆT NAM" in Hà Nội is none of its branches.
    if fold(&alone.name).ends_with(" việt nam") && by_symbol.is_some_and(|organ| organ.territorial) {
        return OrganName { complete: true, level: Some(Level::Central), province: None, ..alone };
    }
    // A branch writes the symbol of the whole.
    if let Some(organ) = by_symbol.filter(|_| !is_branch(&alone.name)).filter(|organ| {
        fold(&organ.name).starts_with(&fold(&alone.name)) || fold(&alone.name).starts_with(&fold(&organ.name))
    }) {
        return read(&organ.name);
    }
    if let Some(branch) = parent.and_then(|parent| branch(&alone, parent)) {
        return read(&branch);
    }
    if let Some(parent) = parent {
        let base = base(&parent.name, parent.organ);
        let joined = format!("{} {base}", alone.name);
        if !organs.by_name(&joined).is_empty() {
            return read(&joined);
        }
    }
    alone
}

/// The organ whose name the line begins and whose symbol no other writes: `VIỆN KIỂM SÁT NHÂN DÂN` on a paper of `VKSTC`, where
/// the second line of the name was lost.
fn named_by_symbol(line: &str, paper: &Paper<'_>) -> Option<String> {
    let candidates = paper.lexicon.organs.candidates(&symbol(paper)?);
    let [organ] = candidates[..] else { return None };
    let goes_on = fold(&organ.name).strip_prefix(&fold(line)).is_some_and(|rest| rest.starts_with(' '));
    (goes_on && organ.symbol_is_unique && organ.level == Level::Central).then(|| organ.name.to_string())
}

/// An organ of the rank of a district that is of no district is in the province of its superior: below "Liên đoàn Lao động
/// tỉnh Lai Châu" stands "Công đoàn ngành Giáo dục tỉnh Lai Châu".
fn branch(name: &OrganName<'_>, parent: &OrganName<'_>) -> Option<String> {
    let of_province = parent.complete && parent.level == Some(Level::Province) && parent.system == name.system;
    let is_branch = name.organ.is_some_and(|organ| organ.territorial && organ.level == Level::District);
    let known = parent.organ?.forms.iter().chain(std::iter::once(&parent.organ?.name));
    let territory = known.filter_map(|own| parent.name.strip_prefix(own.as_str())).min_by_key(|rest| rest.len())?;
    (of_province && is_branch && !name.complete).then(|| format!("{}{territory}", name.name))
}

/// An office that ends with its superior's first word is the superior's: `SỞ Y TẾ LONG AN` / `THANH TRA SỞ`.
fn office_of(name: &str, superior: &str) -> Option<String> {
    let (office, last) = name.rsplit_once(' ')?;
    let first = superior.split(' ').next().filter(|first| matches!(*first, "Sở" | "Bộ"))?;
    (fold(last) == fold(first)).then(|| format!("{office} {superior}"))
}

/// A board of a council, of the Front or of a Party committee is named with it: `HỘI ĐỒNG NHÂN DÂN TỈNH SƠN LA` / `BAN PHÁP CHẾ`.
fn board_of(name: &str, superior: &str) -> Option<String> {
    const BOARDS: [&str; 6] =
        ["ban tuyên giáo", "ban tổ chức", "ban dân vận", "ban nội chính", "ban phong trào", "ban dân chủ - pháp luật"];
    let key = fold(name);
    let council = superior.starts_with("Hội đồng nhân dân ") && key.starts_with("ban ") && !key.contains("hội đồng");
    let committee = superior.starts_with("Ủy ban Mặt trận Tổ quốc ") || superior.starts_with("Đảng ủy ");
    (council || committee && BOARDS.contains(&key.as_str())).then(|| format!("{name} {superior}"))
}

/// The parent's name without its territory: `Huyện ủy`.
fn base(name: &str, organ: Option<&Organ>) -> String {
    organ.map_or_else(|| name.to_owned(), |organ| organ.name.clone())
}

/// The symbol of the issuing organ in the number, filled in or blank.
fn symbol(paper: &Paper<'_>) -> Option<SmolStr> {
    let own = paper.header.number.as_ref()?;
    if let Some(number) = &own.number {
        return number.organ.clone();
    }
    let blank = own.blank_symbol.as_deref()?;
    let (kind, rest) = blank.split_once(['-', '/']).unwrap_or(("", blank));
    let is_kind = paper.lexicon.kinds.by_abbreviation(kind, None).is_some();
    Some(if is_kind { rest } else { blank }.into())
}

/// Laws, ordinances and decrees have one maker each.
fn from_kind<'a>(paper: &Paper<'a>) -> Option<Claim<'a>> {
    let (kind, _) = paper.header.kind.as_ref()?;
    let maker = match kind.as_str() {
        "Hiến pháp" | "Bộ luật" | "Luật" => "Quốc hội",
        "Pháp lệnh" => "Ủy ban Thường vụ Quốc hội",
        "Nghị định" => "Chính phủ",
        _ => return None,
    };
    let organ = paper.lexicon.organs.read(maker, &Home::default(), &paper.lexicon.places);
    Some(Claim { organ, from: "text" })
}

/// The organ that writes the symbol, at home where the paper was issued.
fn from_symbol<'a>(paper: &Paper<'a>, home: &Home) -> Option<Claim<'a>> {
    let organs = &paper.lexicon.organs;
    let symbol = symbol(paper)?;
    let read =
        |name: &str, home: &Home| Claim { organ: organs.read(name, home, &paper.lexicon.places), from: "symbol" };
    if let Some(organ) = organs.by_symbol(&symbol, home.date) {
        return Some(read(&organ.name, home));
    }
    let family = paper.header.number.as_ref().and_then(|own| own.number.as_ref()).map(|number| number.family);
    let mut candidates = organs.candidates(&symbol);
    match family {
        Some(Family::Party) => {
            candidates.retain(|organ| matches!(organ.system, System::Party | System::Youth | System::Farmers))
        }
        Some(Family::State) => candidates.retain(|organ| !matches!(organ.system, System::Party | System::Youth)),
        _ => {}
    }
    let unit = level_in_text(paper, candidates.first().map(|organ| organ.name.as_str())?);
    let place = paper.header.date.as_ref().and_then(|own| own.place.clone());
    let level = unit.as_ref().map(|(level, _)| *level).or(home.level)?;
    let organ = candidates.iter().find(|organ| organ.level == level)?;
    match (level, unit, place) {
        (Level::Province, _, _) if home.province.is_some() => {
            Some(read(&organ.name, &Home { level: Some(level), ..home.clone() }))
        }
        (Level::District | Level::Commune, Some((_, unit)), Some(place)) if home.province.is_none() => {
            let name = format!("{unit} {place}");
            Some(read(&format!("{} {name}", organ.name), &Home { level: Some(level), ..home.clone() }))
        }
        _ => Some(read(&organ.name, home)),
    }
}

/// The unit that the paper's own organ is of, as its sentences call it: "Ban Thường vụ LĐLĐ huyện yêu cầu".
fn level_in_text(paper: &Paper<'_>, organ: &str) -> Option<(Level, &'static str)> {
    const UNITS: [(&str, Level); 8] = [
        ("tỉnh", Level::Province),
        ("huyện", Level::District),
        ("quận", Level::District),
        ("thị xã", Level::District),
        ("phường", Level::Commune),
        ("thị trấn", Level::Commune),
        ("đặc khu", Level::Commune),
        ("xã", Level::Commune),
    ];
    let speaker = speaker(paper)?;
    let key = fold(&paper.lexicon.organs.read(&speaker, &Home::default(), &paper.lexicon.places).name);
    let rest = &key[key.find(&fold(organ))? + fold(organ).len()..];
    UNITS.iter().find(|(unit, _)| rest.trim_start().starts_with(unit)).map(|(unit, level)| (*level, *unit))
}

/// The organ that the signature names: `TM. CHÍNH PHỦ`, `THỦ TƯỚNG`, `KT. BỘ TRƯỞNG BỘ …`.
fn from_signature<'a>(paper: &Paper<'a>, home: &Home) -> Option<Claim<'a>> {
    let signer = paper.signer?;
    let authorities = signer.authority.iter().flat_map(|words| words.split([';', ',']));
    let position = signer.position.iter().flat_map(|words| words.split(';'));
    let words = authorities.chain(position).map(|words| without_mark(words.trim()));
    let mut open = None;
    for words in words.filter(|words| !words.is_empty()) {
        let organ = paper.lexicon.organs.read(words, home, &paper.lexicon.places);
        if organ.organ.is_none() && organ.system.is_none() || fold(&organ.name).starts_with("ban thường") {
            continue;
        }
        if organ.complete {
            return Some(Claim { organ, from: "signature" });
        }
        open = open.or(Some(Claim { organ, from: "signature" }));
    }
    open
}

fn without_mark(words: &str) -> &str {
    ["TM. ", "KT. ", "TL. ", "TUQ. ", "T/M ", "K/T ", "T/L ", "TU/Q ", "Q. "]
        .iter()
        .find_map(|mark| words.strip_prefix(mark))
        .unwrap_or(words)
}

/// The organ that speaks in the sentence that orders, at home where the text says.
fn from_text<'a>(paper: &Paper<'a>, home: &Home) -> Option<Claim<'a>> {
    let speaker = speaker(paper)?;
    let organs = &paper.lexicon.organs;
    let organ = organs.read(&speaker, home, &paper.lexicon.places);
    organ.system?;
    if organ.complete {
        return Some(Claim { organ, from: "text" });
    }
    let province = territory(paper, home.date);
    let home = Home { province: province.or(home.province.clone()), level: Some(Level::Province), ..home.clone() };
    Some(Claim { organ: organs.read(&speaker, &home, &paper.lexicon.places), from: "text" })
}

/// The claim with level and territory spelt out.
fn issuer(claim: Claim<'_>, home: &Home, paper: &Paper<'_>) -> Issuer {
    let organ = claim.organ;
    let (district, commune) = units(&organ.name, home.date, paper.lexicon);
    let unit_level = if commune.is_some() { Some(Level::Commune) } else { district.as_ref().map(|_| Level::District) };
    let local = organ.level != Some(Level::Central);
    let party = paper.header.party.then_some(System::Party);
    let below = matches!(organ.level.or(unit_level), Some(Level::Commune | Level::Grassroots));
    Issuer {
        system: organ.system.or(party),
        level: organ.level.or(unit_level),
        province: organ.province.clone().or_else(|| home.province.clone().filter(|_| local)),
        district: district.or_else(|| home.district.clone().filter(|_| below)),
        commune: commune.or_else(|| home.commune.clone().filter(|_| organ.level == Some(Level::Grassroots))),
        name: Some(organ.name.into()),
        from: Some(claim.from),
        parent: None,
    }
}
