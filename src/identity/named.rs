//! Documents that are cited by name: congress and plenum resolutions, charters, laws, and what another act issues.
//!
//! Each form says which words it needs; where one is missing the name is open and gives no key. A law's key is its number
//! if the table of acts knows the version, else its title and year.

use super::memo::Memo;
use super::series::{self, Said};
use super::units;
use super::{Key, digest, kind_of_name};
use crate::date::{PartialDate, TWO_TIERS};
use crate::document::Document;
use crate::lexicon::{Act, Home, Lexicon, folded_title, ordinal};
use crate::text::fold::{fold, slug};

/// What is said of a named document.
#[derive(Clone, Copy, Debug)]
pub struct Name<'a> {
    /// Name of the kind.
    pub kind: Option<&'a str>,
    /// The name with its kind word: `Nghị quyết Đại hội XIII của Đảng`.
    pub name: &'a str,
    /// The issuer as written or completed.
    pub issuer: Option<&'a str>,
    /// The date.
    pub date: Option<PartialDate>,
    /// The term as written.
    pub term: Option<&'a str>,
}

/// Kinds that are laws by name.
pub const LAWS: [&str; 4] = ["Hiến pháp", "Bộ luật", "Luật", "Pháp lệnh"];

/// A slug of at most eight words and, where something was left out, a digest of all of them.
pub fn short_slug(words: &str) -> String {
    let whole = slug(words);
    let mut parts = whole.split('-');
    let head: Vec<&str> = parts.by_ref().take(8).collect();
    let head = head.join("-");
    if parts.next().is_none() {
        return head;
    }
    // Of the words alone: one text writes "sửa đổi, bổ sung", another "sửa đổi bổ sung".
    let words: Vec<&str> = words.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    format!("{head}-{}", digest(&words.join(" ")))
}

/// The name of what an act issues without its time frame, which one text gives and another leaves out: "Chiến lược dữ liệu
/// quốc gia đến năm 2030". No act issues two things that differ by nothing else.
pub(super) fn without_time_frame(name: &str) -> &str {
    const FRAMES: [&str; 8] =
        [" đến năm ", " giai đoạn ", " từ nay ", " từ năm ", " thời kỳ ", " nhiệm kỳ ", " định hướng ", " tầm nhìn "];
    let lower = name.to_lowercase();
    let cut = FRAMES.iter().filter_map(|frame| lower.find(frame)).min().filter(|_| lower.len() == name.len());
    let short = cut.and_then(|at| name.get(..at)).unwrap_or(name).trim_end_matches(|c: char| !c.is_alphanumeric());
    if short.split_whitespace().count() < SHORTEST_NAME { name } else { short }
}

/// Kind and subject: "Chương trình hành động" alone names nothing.
const SHORTEST_NAME: usize = 5;

/// The key of a held paper that has no number but a name: a congress resolution, a law.
pub(super) fn of_document(memo: &mut Memo<'_>, document: &Document, home: &Home) -> Option<Key> {
    let kind = document.kind.as_deref()?;
    let subject = document.subject.as_deref().unwrap_or_default();
    let said =
        Name { kind: Some(kind), name: subject, issuer: document.issuer.as_deref(), date: document.date, term: None };
    if LAWS.contains(&kind) {
        let whole =
            if fold(subject).starts_with(&fold(kind)) { subject.to_string() } else { format!("{kind} {subject}") };
        let said = Name { name: whole.trim(), ..said };
        return law(memo, &said).map(|(key, _)| key).or_else(|| by_title(memo.lexicon, &said));
    }
    let issued_by_congress = said.issuer.is_some_and(|issuer| fold(issuer).contains("đại hội"));
    if issued_by_congress { congress(memo, &Name { name: "", ..said }, home) } else { None }
}

/// The resolution or other paper of a congress: body, ordinal or years, kind.
pub fn congress(memo: &mut Memo<'_>, said: &Name<'_>, home: &Home) -> Option<Key> {
    let kind = kind_of_name(memo, said.kind.unwrap_or("Nghị quyết"));
    let words = [Some(said.name), said.issuer].into_iter().flatten().find(|words| fold(words).contains("đại hội"))?;
    let folded = fold(words);
    let count = session(words).or_else(|| said.issuer.and_then(session)).or_else(|| said.term.and_then(ordinal));
    let session = match count {
        Some(count) => format!("{count:02}"),
        None => format!("nk-{}", tenure(&folded)?),
    };
    let home = &Home { date: day_of_congress(&folded, count, home.date), ..home.clone() };
    let body = body(memo, words, said.issuer, home)?;
    Some(Key::new(&format!("{body}/dai-hoi/{session}/{kind}")))
}

/// When a congress met, as far as it tells which of two provinces of one name it was of: "nhiệm kỳ 2020-2025" is the one before the
/// merger, and so is any congress but the first, for those of 2025 count anew.
fn day_of_congress(folded: &str, count: Option<u8>, written: Option<PartialDate>) -> Option<PartialDate> {
    let first_year = tenure(folded).and_then(|years| years[..4].parse().ok());
    const MERGED: u16 = 2025;
    let since = |date: PartialDate| date.earliest() >= TWO_TIERS && date.year_number() < MERGED + 5;
    match (first_year, count) {
        (Some(year), _) if year < MERGED => PartialDate::year(year),
        (None, Some(2..)) if written.is_none_or(since) => "2025-06".parse().ok(),
        _ => written,
    }
}

/// The ordinal of a congress: "lần thứ XIV", "Đại hội XIII", "lần thứ nhất".
fn session(words: &str) -> Option<u8> {
    const SPELT: [&str; 10] = ["nhất", "hai", "ba", "tư", "năm", "sáu", "bảy", "tám", "chín", "mười"];
    let tokens: Vec<&str> = words.split(|c: char| !c.is_alphanumeric()).filter(|token| !token.is_empty()).collect();
    let figure = |token: &str| {
        let spelt = SPELT.iter().position(|word| *word == fold(token)).and_then(|at| u8::try_from(at + 1).ok());
        ordinal(token).or(spelt)
    };
    let after_times = tokens.windows(3).find(|run| fold(run[0]) == "lần" && fold(run[1]) == "thứ");
    if let Some(run) = after_times {
        return figure(run[2]);
    }
    let start = tokens.windows(2).position(|run| fold(run[0]) == "đại" && fold(run[1]) == "hội")? + 2;
    // A year or a span of years is no ordinal, so only Roman figures and small numbers count.
    tokens[start..].iter().find_map(|token| ordinal(token))
}

/// The years in "nhiệm kỳ 2020 - 2025".
fn tenure(folded: &str) -> Option<String> {
    let years: Vec<&str> = folded.split(|c: char| !c.is_ascii_digit()).filter(|run| run.len() == 4).collect();
    match years[..] {
        [from, to] => Some(format!("{from}-{to}")),
        _ => None,
    }
}

/// The body that met, as the beginning of an id.
fn body(memo: &mut Memo<'_>, words: &str, issuer: Option<&str>, home: &Home) -> Option<String> {
    let all = format!("{} | {}", fold(words), issuer.map(fold).unwrap_or_default());
    if all.contains("đảng bộ") {
        return local_body(memo, [issuer, Some(words)], home);
    }
    for (word, central, code) in [
        ("công đoàn", "việt nam", "cong-doan"),
        ("đoàn thanh niên", "", "doan-thanh-nien"),
        ("đoàn tncs", "", "doan-thanh-nien"),
        ("đoàn toàn quốc", "", "doan-thanh-nien"),
        ("phụ nữ", "", "hoi-phu-nu"),
        ("nông dân", "", "hoi-nong-dan"),
        ("cựu chiến binh", "", "hoi-cuu-chien-binh"),
        ("mặt trận", "", "mat-tran"),
        ("mttq", "", "mat-tran"),
    ] {
        if !all.contains(word) {
            continue;
        }
        let local = ["tỉnh", "thành phố", "huyện", "quận", "thị xã", " xã", "phường", "ngành", "cơ sở"];
        let is_local = local.iter().any(|unit| all.contains(unit));
        return (!is_local && (all.contains(central) || all.contains("toàn quốc"))).then(|| code.to_string());
    }
    let national = ["của đảng", "toàn quốc", "đảng cộng sản", "đại hội đảng"].iter().any(|mark| all.contains(mark));
    national.then(|| "tw".to_string())
}

/// A local party organisation in its territory: `lai-chau/dang-bo`.
fn local_body(memo: &mut Memo<'_>, texts: [Option<&str>; 2], home: &Home) -> Option<String> {
    let lexicon = memo.lexicon;
    texts.into_iter().flatten().find_map(|text| {
        let start = text.char_indices().map(|(at, _)| at).find(|&at| fold(&text[at..]).starts_with("đại hội"))?;
        let name = lexicon.organs.read(&capitalised(&text[start..]), home, &lexicon.places);
        if !name.complete {
            return None;
        }
        let place = series::place_id(lexicon, name.province.as_deref()?, home.date)?;
        let folded = fold(&name.name);
        let behind = &folded[folded.find("đảng bộ")? + "đảng bộ".len()..];
        let end = ["lần thứ", "nhiệm kỳ", "khóa"].iter().filter_map(|stop| behind.find(stop)).min();
        let mut parts = behind[..end.unwrap_or(behind.len())].split(',').map(str::trim).filter(|unit| !unit.is_empty());
        // "Đại hội Đảng bộ" alone may be that of any unit.
        let unit = parts.next()?;
        let begins = |words: &[&str]| words.iter().any(|word| unit.starts_with(&format!("{word} ")));
        let city = || lexicon.places.find(unit, home.date).is_some_and(|place| place.is_city(home.date) == Some(true));
        if begins(&["tỉnh"]) || begins(&["thành phố"]) && city() {
            return Some(format!("{place}/dang-bo"));
        }
        let own = units::right_below(units::unit_slug(unit), begins(&["xã"]) && !units::has_districts(home));
        let district = if begins(&["xã", "phường", "thị trấn"]) && units::has_districts(home) {
            // Two districts of a province may have a commune of this name.
            let at_home = home.commune.as_deref().map(units::unit_slug).as_ref() == Some(&own);
            let named = parts.next().map(units::unit_slug);
            format!("{}/", named.or_else(|| home.district.as_deref().filter(|_| at_home).map(units::unit_slug))?)
        } else {
            String::new()
        };
        Some(format!("{place}/{district}{own}/dang-bo"))
    })
}

/// The organ reader looks for a capital at the start.
pub(crate) fn capitalised(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map_or_else(String::new, |first| first.to_uppercase().chain(chars).collect())
}

/// A plenum's paper: "Nghị quyết Trung ương 4 khóa XII". A plenum may pass several, so the key has the name's kind only
/// where the name itself stands for one paper.
pub fn plenum(memo: &mut Memo<'_>, said: &Name<'_>) -> Option<Key> {
    let (number, term) = session_of_plenum(said)?;
    let kind = kind_of_name(memo, said.kind.unwrap_or("Nghị quyết"));
    Some(Key::new(&format!("tw/hoi-nghi/{number:02}/khoa-{term}/{kind}")))
}

/// Which plenum of which term: 4 and 12 of "Nghị quyết Trung ương 4 khóa XII".
pub fn session_of_plenum(said: &Name<'_>) -> Option<(u8, u8)> {
    let folded = fold(said.name);
    if !folded.contains("trung ương") || folded.contains("đảng bộ") {
        return None;
    }
    let behind = |word: &str| folded.find(word).map(|at| &folded[at + word.len()..]);
    let number = behind("trung ương lần thứ")
        .or_else(|| behind("hội nghị lần thứ"))
        .or_else(|| behind("trung ương"))
        .and_then(first_ordinal)?;
    let at = fold(said.name).find("khóa").map(|_| said.name).or(said.term)?;
    Some((number, term_in(at)?))
}

/// The first word, if it is an ordinal in figures or spelt.
fn first_ordinal(behind: &str) -> Option<u8> {
    let spelt =
        ["nhất", "hai", "ba", "tư", "năm", "sáu", "bảy", "tám", "chín", "mười", "mười một", "mười hai", "mười ba"];
    let behind = behind.trim();
    let first = behind.split(|c: char| !c.is_alphanumeric()).next()?;
    let by_figure = ordinal(&first.to_uppercase()).filter(|_| !first.is_empty());
    by_figure.or_else(|| {
        let longest = (0..spelt.len()).rev().find(|&at| behind.starts_with(spelt[at]))?;
        u8::try_from(longest + 1).ok()
    })
}

/// The number behind "khóa": `XII` and `12` alike.
pub(crate) fn term_in(words: &str) -> Option<u8> {
    let folded = fold(words);
    let behind = folded.rfind("khóa").map_or(folded.as_str(), |at| &folded[at + "khóa".len()..]);
    let first = behind.split(|c: char| !c.is_alphanumeric()).find(|word| !word.is_empty())?;
    ordinal(&first.to_uppercase())
}

/// A charter: whose, and of which term or year. Without either the version is open.
pub fn charter(memo: &mut Memo<'_>, said: &Name<'_>) -> Option<Key> {
    let folded = fold(said.name);
    let body = charter_body(&folded)?;
    let term = fold(said.name).contains("khóa").then_some(said.name).or(said.term).and_then(term_in);
    let version = match (term, said.date) {
        (Some(term), _) => format!("khoa-{term}"),
        (None, Some(date)) => date.year_number().to_string(),
        (None, None) => return None,
    };
    let kind = kind_of_name(memo, "Điều lệ");
    Some(Key::new(&format!("{body}/{kind}/{version}")))
}

/// The body of a charter or congress paper, as the beginning of an id.
pub(crate) fn charter_body(folded: &str) -> Option<&'static str> {
    [
        ("công đoàn", "cong-doan"),
        ("đoàn thanh niên", "doan-thanh-nien"),
        ("điều lệ đoàn", "doan-thanh-nien"),
        ("phụ nữ", "hoi-phu-nu"),
        ("nông dân", "hoi-nong-dan"),
        ("cựu chiến binh", "hoi-cuu-chien-binh"),
        ("mặt trận", "mat-tran"),
        ("đảng", "tw"),
    ]
    .into_iter()
    .find(|(word, _)| folded.contains(word))
    .map(|(_, body)| body)
}

/// The key of a law named with its year or date, and the row of the table of acts that it rests on, if any.
pub fn law<'l>(memo: &mut Memo<'l>, said: &Name<'_>) -> Option<(Key, Option<&'l Act>)> {
    let lexicon = memo.lexicon;
    let (title, year_in_name) = without_year(said.name);
    let title = &*lexicon.cues.title_in_full(title);
    let date = said.date.or_else(|| year_in_name.and_then(PartialDate::year))?;
    let year = date.year_number();
    let mut versions: Vec<&Act> = lexicon.acts.laws_by_title(title);
    let is_cut = versions.is_empty();
    if is_cut {
        versions = lexicon.acts.laws_begun_by(title);
    }
    let of_date: Vec<&&Act> = versions.iter().filter(|act| act.date.agrees_with(date)).collect();
    let of_year: Vec<&&Act> = versions.iter().filter(|act| act.date.year_number() == year).collect();
    if let [act] = of_date[..]
        && (!is_cut || title.split_whitespace().count() >= SHORTEST_NAME)
    {
        return Some((of_act(memo, act)?, Some(act)));
    }
    if is_cut {
        // The words of a longer title with a year that is none of its versions: the year is that of something else.
        let open = !date.is_full() && (!of_year.is_empty() || is_no_version(lexicon, &versions, year));
        let open = open || !of_date.is_empty() || is_of_the_amended(title, date);
        return if open { None } else { Some((by_title(lexicon, said)?, None)) };
    }
    match of_year[..] {
        // A day that is a few off (adopted, promulgated) still means the one law of its year.
        [act] => Some((of_act(memo, act)?, Some(act))),
        [] if is_no_version(lexicon, &versions, year) || is_of_the_amended(title, date) => None,
        [] => Some((by_title(lexicon, said)?, None)),
        // Two laws of one title in one year: the year alone names neither.
        _ => None,
    }
}

/// True for a year in which no law of this title was passed. The table of acts has every version of a title from the first
/// that it lists, and none is made anew within four years, so such a year is that of an amendment, or a slip. Amendments
/// follow each other faster.
fn is_no_version(lexicon: &Lexicon, versions: &[&Act], year: u16) -> bool {
    let newest = lexicon.acts.all().iter().map(|act| act.date.year_number()).max();
    let Some(first) = versions.first() else { return false };
    let young = if first.amends.is_empty() { YEARS_OF_A_LAW } else { 0 };
    first.date.year_number() < year + young && newest.is_some_and(|newest| year <= newest)
}

/// No law that was the first of its title in the table of acts took the place of one so young.
const YEARS_OF_A_LAW: u16 = 4;

/// True where the year may be that of the one amended law: "Luật sửa đổi, bổ sung một số điều của Luật Dầu khí năm 1993".
fn is_of_the_amended(title: &str, date: PartialDate) -> bool {
    let title = fold(title);
    let laws = title.split(' ').filter(|word| matches!(*word, "luật" | "lệnh")).count();
    !date.is_full() && laws <= 2 && title.split(' ').skip(1).take(3).any(|word| word == "sửa")
}

/// The key by title and year, for a law whose number nobody has told.
fn by_title(lexicon: &Lexicon, said: &Name<'_>) -> Option<Key> {
    let (title, year_in_name) = without_year(said.name);
    let year = said.date.map(PartialDate::year_number).or(year_in_name)?;
    law_key(lexicon, said.kind.unwrap_or("Luật"), title, year)
}

/// `luat/dat-dai/2013`, `hien-phap/2013`. A kind without a title names nothing.
fn law_key(lexicon: &Lexicon, kind: &str, title: &str, year: u16) -> Option<Key> {
    if kind == "Hiến pháp" {
        return Some(Key::new(&format!("hien-phap/{year}")));
    }
    let folded = folded_title(&lexicon.cues.title_in_full(title));
    let bare = folded.strip_prefix(&fold(kind)).map_or(folded.as_str(), str::trim);
    // "Pháp lệnh về phí và lệ phí" is "Pháp lệnh phí và lệ phí".
    let title = short_slug(bare.strip_prefix("về ").unwrap_or(bare));
    (!title.is_empty()).then(|| Key::new(&format!("{}/{title}/{year}", slug(kind))))
}

/// "Luật Đất đai năm 2013", "Luật Đất đai 2024" without the year, and the year.
pub fn without_year(name: &str) -> (&str, Option<u16>) {
    let name = name.trim();
    let digits = name.len() - name.trim_end_matches(|c: char| c.is_ascii_digit()).len();
    if digits != 4 {
        return (name, None);
    }
    let year = name[name.len() - 4..].parse().ok().filter(|year| (1945..2100).contains(year));
    let title = name[..name.len() - 4].trim_end_matches([' ', '(', ',', '\n', '\u{A0}']);
    let title = title.strip_suffix("năm").unwrap_or(title).trim_end();
    (if year.is_some() { title } else { name }, year)
}

/// The key of a row of the table of acts.
pub fn of_act(memo: &mut Memo<'_>, act: &Act) -> Option<Key> {
    if let Some(written) = act.number.as_ref().filter(|written| !is_order(written)) {
        let (number, end) = crate::number::read(written, 0, memo.lexicon)?;
        if end < written.len() {
            return None;
        }
        let claim = super::Claim {
            number: &number,
            kind: Some(&act.kind),
            issuer: Some(&act.issuer),
            date: Some(act.date),
            term: act.term.as_deref(),
        };
        return super::identify(memo, claim, &Home::default()).0.key();
    }
    let said = Name {
        kind: Some(&act.kind),
        name: &act.title,
        issuer: Some(&act.issuer),
        date: Some(act.date),
        term: act.term.as_deref(),
    };
    known(memo, &said)
}

/// True for the number of the order that promulgated a law (`35-L/CTN`, `16/2009/L-CTN`). Before 1997 several laws bore the
/// same one, and later it is not the law's, so such a law is known by its title and year.
pub(crate) fn is_order(number: &str) -> bool {
    if !number.trim_end().ends_with(['N', 'n']) {
        return false;
    }
    let folded = fold(number).replace(' ', "");
    matches!(folded.trim_start_matches(|c: char| c.is_ascii_digit() || matches!(c, '/' | '-')), "l/ctn" | "l-ctn")
}

/// The key of a document without number that is known in full: kind, title, issuer and date.
pub fn known(memo: &mut Memo<'_>, said: &Name<'_>) -> Option<Key> {
    let (kind, date) = (said.kind?, said.date?);
    if LAWS.contains(&kind) {
        return law_key(memo.lexicon, kind, without_year(said.name).0, date.year_number());
    }
    if kind == "Điều lệ" {
        let congress = said.issuer.filter(|issuer| fold(issuer).contains("đại hội")).and_then(session);
        let term = congress.map(|number| number.to_string());
        return charter(memo, &Name { term: said.term.or(term.as_deref()), ..*said });
    }
    if said.issuer.is_some_and(|issuer| fold(issuer).contains("đại hội")) {
        return congress(memo, said, &Home::default());
    }
    let asked = Said { number: None, issuer: said.issuer, date: Some(date) };
    let series = series::series(memo, asked, &Home::default()).series?;
    Some(dated(&series.path, &kind_of_name(memo, kind), date))
}

/// A paper known by its organ, kind and day: "Kế hoạch ngày 10/4/2020 của Tiểu ban Tuyên truyền".
pub fn dated(organ: &str, kind: &str, date: PartialDate) -> Key {
    Key::new(&format!("{organ}/{kind}/khong-so/{date}"))
}

/// A programme, strategy or scheme whose name has its own years, so that no other bears it.
pub fn programme(said: &Name<'_>) -> Option<Key> {
    const KINDS: [&str; 7] =
        ["Chương trình", "Chiến lược", "Đề án", "Quy hoạch", "Dự án", "Chương trình phối hợp", "Kế hoạch"];
    let kind = said.kind.filter(|kind| KINDS.contains(kind))?;
    let folded = fold(said.name);
    let years = folded.split(|c: char| !c.is_ascii_digit()).any(|run| run.len() == 4);
    let words = folded.split_whitespace().count();
    (years && words >= 6).then(|| Key::new(&format!("{}/{}", slug(kind), short_slug(said.name))))
}
