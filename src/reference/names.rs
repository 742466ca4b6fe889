//! Rules for documents that are cited by name.
//!
//! By themselves: a congress or plenum, a charter or law with its version, a name that the table of acts has, an organ with
//! kind and day, a programme with its years. In the light of the paper: the same name told more fully, an antecedent, the
//! act that issues the document. Last, by the table of acts and the citing date: the one version of a law that can have
//! been in force.

use super::{Desk, Known, Places, Reading, is_issued};
use crate::date::PartialDate;
use crate::identity::named::{self, LAWS, Name};
use crate::identity::{self, Key, Said, Series};
use crate::lexicon::{Act, Home, Lexicon};
use crate::mention::Mention;
use crate::record::Record;
use crate::text::fold::fold;
use crate::vocabulary::{Relation, System};
use chrono::{Months, NaiveDate};
use std::collections::BTreeMap;
use std::sync::Arc;

/// A new law takes effect some months after its date; where the table of acts does not know the day, the longest known
/// delay counts, just over two years. Until then the version before it may be meant.
const TRANSITION: Months = Months::new(24);

/// A charter is in force when it is promulgated; papers written before may still mean the one before it.
const IN_PREPARATION: Months = Months::new(6);

/// Reads a name by itself.
pub(super) fn read(desk: &mut Desk<'_>, mention: &Mention, home: &Home, citing: Option<PartialDate>) -> Reading {
    let mut reading = Reading { rule: "open:name", ..Reading::default() };
    let Some(name) = mention.name.as_deref() else { return reading };
    let said = Name {
        kind: mention.kind.as_deref(),
        name,
        issuer: mention.issuer.as_deref().or(mention.issuer_full.as_deref()),
        date: mention.date,
        term: mention.term.as_deref(),
    };
    let kind = said.kind.unwrap_or_default();
    if LAWS.contains(&kind) {
        if let Some((key, act)) = named::law(&mut desk.memo, &said) {
            reading.fix(key, "title+year", act.map(|act| &act.id));
        }
        return reading;
    }
    let folded = fold(name);
    // "Nghị quyết Đại hội VII" is the Party's only where the words say so, whatever it is called elsewhere.
    let congress = folded.contains("đại hội") && kind != "Điều lệ";
    if let Some((act, key)) = desk.registry.by_name(&mut desk.memo, name, citing).filter(|_| !congress) {
        reading.fix(key, "known-name", Some(&act.id));
        return reading;
    }
    if kind == "Điều lệ" {
        read_charter(desk, &said, citing, &mut reading);
        return reading;
    }
    if congress {
        if let Some(key) = named::congress(&mut desk.memo, &said, home) {
            reading.fix(key, "congress", None);
        }
        return reading;
    }
    if let Some(key) = named::plenum(&mut desk.memo, &said) {
        read_plenum(desk, mention, &said, key, &mut reading);
        return reading;
    }
    read_dated(desk, &said, home, &mut reading);
    reading
}

/// A resolution of a plenum. Of several that it is known to have passed the matter tells which one is meant; without it all stay as
/// rivals. Of one, or none that is known, the plenum's name stands for it.
fn read_plenum(desk: &mut Desk<'_>, mention: &Mention, said: &Name<'_>, key: Key, reading: &mut Reading) {
    let lexicon = desk.memo.lexicon;
    let Some((number, term)) = named::session_of_plenum(said) else { return };
    let passed: Vec<&Act> = lexicon
        .acts
        .of_plenum(number)
        .filter(|act| {
            act.term.as_deref().and_then(named::term_in) == Some(term) && Some(act.kind.as_str()) == said.kind
        })
        .collect();
    if passed.len() < 2 {
        return reading.fix(key, "plenum", None);
    }
    let known: Vec<_> =
        passed.iter().filter_map(|act| Some((*act, desk.registry.identity(&mut desk.memo, act)?))).collect();
    let words = mention.title.as_deref().map(|words| desk.titles.of(words));
    match words.and_then(|words| super::Registry::by_title(&known, &words, &mut desk.titles)) {
        Some((act, key)) => reading.fix(key, "plenum+title", Some(&act.id)),
        None => reading.rivals = known.iter().map(|(_, known)| known.0.clone()).collect(),
    }
}

/// A law before 1997 that is cited by the order that promulgated it, "Luật Thuế sử dụng đất nông nghiệp số 23-L/CTN ngày
/// 10/7/1993": the law of that title, or the known act of that number and day.
pub(super) fn promulgated<'l>(desk: &mut Desk<'l>, mention: &Mention, text: &str) -> Option<(Key, Option<&'l Act>)> {
    let number = mention.number.as_ref().filter(|number| named::is_order(&number.text))?;
    let date = mention.date.filter(|date| date.is_full())?;
    let mut acts = desk.memo.lexicon.acts.by_number(&number.text);
    acts.retain(|act| act.date == date);
    if let [act] = acts[..] {
        return Some((named::of_act(&mut desk.memo, act)?, Some(act)));
    }
    let folded = fold(text);
    let title =
        folded.split(" số ").next().filter(|title| title.len() < folded.len() && title.split(' ').count() > 2)?;
    let said = Name { kind: mention.kind.as_deref(), name: title, issuer: None, date: Some(date), term: None };
    named::law(&mut desk.memo, &said)
}

/// Whose document a name is: the issuer's words, else the body in the name itself; laws are the legislature's.
pub(super) fn series_of(desk: &mut Desk<'_>, mention: &Mention, home: &Home) -> Option<Arc<Series>> {
    let kind = mention.kind.as_deref().unwrap_or_default();
    let body;
    let issuer = match (mention.issuer.as_deref().or(mention.issuer_full.as_deref()), kind) {
        (Some(issuer), _) => issuer,
        (None, "Pháp lệnh") => "Ủy ban Thường vụ Quốc hội",
        (None, "Hiến pháp" | "Bộ luật" | "Luật") => "Quốc hội",
        (None, _) => {
            let folded = fold(mention.name.as_deref()?);
            let at = ["đại hội", "hội nghị", "trung ương"].iter().filter_map(|word| folded.find(word)).min()?;
            body = named::capitalised(&folded[at..]);
            &body
        }
    };
    identity::series(&mut desk.memo, Said { number: None, issuer: Some(issuer), date: mention.date }, home).series
}

/// By organ, kind and day, else a programme with its years.
fn read_dated(desk: &mut Desk<'_>, said: &Name<'_>, home: &Home, reading: &mut Reading) {
    if let (Some(kind), Some(date)) = (said.kind, said.date.filter(|date| date.is_full())) {
        let asked = Said { number: None, issuer: said.issuer, date: Some(date) };
        if let Some(series) = identity::series(&mut desk.memo, asked, home).series {
            let key = named::dated(&series.path, &identity::kind_of_name(&mut desk.memo, kind), date);
            return reading.fix(key, "issuer+kind+date", None);
        }
    }
    if let Some(key) = named::programme(said) {
        reading.fix(key, "name+years", None);
    }
}

/// A charter by its term or date, from the table of acts if it has the version; without either by the citing date.
fn read_charter(desk: &mut Desk<'_>, said: &Name<'_>, citing: Option<PartialDate>, reading: &mut Reading) {
    let Some(body) = named::charter_body(&fold(said.name)) else { return };
    let versions = desk.registry.charters(body);
    let stated = fold(said.name).contains("khóa").then_some(said.name).or(said.term).and_then(named::term_in);
    if stated.is_some_and(|term| is_to_come(desk.memo.lexicon, body, term, citing)) {
        return;
    }
    if let Some(term) = stated {
        let of_term = |act: &&&Act| act.term.as_deref().and_then(named::term_in) == Some(term);
        let mut known = versions.iter().filter(of_term);
        if let (Some(act), None) = (known.next(), known.next())
            && let Some(known) = desk.registry.identity(&mut desk.memo, act)
        {
            return reading.fix(known.0.clone(), "charter", Some(&act.id));
        }
    }
    if let (None, Some(date)) = (stated, said.date) {
        let mut of_date = versions.iter().filter(|act| act.date.agrees_with(date));
        if let (Some(act), None) = (of_date.next(), of_date.next())
            && let Some(known) = desk.registry.identity(&mut desk.memo, act)
        {
            return reading.fix(known.0.clone(), "charter", Some(&act.id));
        }
    }
    if let Some(key) = named::charter(&mut desk.memo, said) {
        return reading.fix(key, "charter", None);
    }
    in_force(desk, &versions, citing, IN_PREPARATION, "charter-in-force", reading);
}

/// True for a term that had not begun when the paper was written: "góp ý sửa đổi Điều lệ khóa XIV" before that congress speaks
/// of a draft, or of the charter that it is to change.
fn is_to_come(lexicon: &Lexicon, body: &str, term: u8, citing: Option<PartialDate>) -> bool {
    let system = match body {
        "tw" => System::Party,
        "cong-doan" => System::Union,
        "doan-thanh-nien" => System::Youth,
        _ => return false,
    };
    let begins = lexicon.terms.by_number(system, &term.to_string()).and_then(|term| term.validity.from);
    begins.zip(citing).is_some_and(|(begins, citing)| citing.latest() < begins.earliest())
}

/// The version that can have been in force at the citing date, if it is one; else both stay as rivals.
fn in_force<'l>(
    desk: &mut Desk<'l>,
    versions: &[&'l Act],
    citing: Option<PartialDate>,
    transition: Months,
    rule: &'static str,
    reading: &mut Reading,
) {
    let Some(citing) = citing else { return };
    let before: Vec<&Act> = versions.iter().copied().filter(|act| act.date.earliest() <= citing.latest()).collect();
    let Some(last) = before.last() else { return };
    // Amendments of one law do not take each other's place.
    let beside = !last.amends.is_empty() && before.len() > 1;
    let rivals = if beside { before.len() } else { 2 };
    let settled = !beside && begins(last, transition).is_some_and(|day| day <= citing.earliest());
    let mut keys = before
        .iter()
        .rev()
        .take(if settled { 1 } else { rivals })
        .filter_map(|act| desk.registry.identity(&mut desk.memo, act).map(|known| known.0.clone()));
    if settled {
        if let Some(key) = keys.next() {
            reading.fix(key, rule, Some(&last.id));
        }
    } else {
        reading.rivals = keys.collect();
    }
}

/// The first day on which an act is in force, or can be at the latest.
fn begins(act: &Act, transition: Months) -> Option<NaiveDate> {
    act.in_force.map(PartialDate::latest).or_else(|| act.date.latest().checked_add_months(transition))
}

/// The version that a decree or circular details between its passing and its first day in force, if only one is waiting:
/// then nobody writes anew how the old one is carried out.
fn waiting<'a>(versions: &[&'a Act], said_on: PartialDate) -> Option<&'a Act> {
    let mut passed = versions.iter().filter(|act| act.date.earliest() <= said_on.latest());
    let last = passed.next_back()?;
    let waits = |act: &Act| begins(act, TRANSITION).is_some_and(|day| day > said_on.earliest());
    let before = last.date.latest() <= said_on.earliest() && waits(last);
    (before && !passed.next_back().is_some_and(|act| waits(act))).then_some(last)
}

/// True for a law that a decree or circular says to detail: "Nghị định … quy định chi tiết một số điều của Luật Đất đai".
fn is_detailed(record: &Record, mention: &Mention, place: Places<'_>) -> bool {
    let by = match mention.subject {
        0 => record.document.kind.as_deref(),
        subject => place.of(subject).and_then(|at| record.mentions[at].kind.as_deref()),
    };
    mention.relation == Relation::Guides && by.is_some_and(|by| by == "Nghị định" || by.starts_with("Thông tư"))
}

/// Gives what another mentioned act issues its parent's key: `…#quy-che-hoat-dong`.
pub(super) fn settle_issued(record: &Record, place: Places<'_>, readings: &mut [Reading]) {
    for (at, mention) in record.mentions.iter().enumerate() {
        if readings[at].key.is_some() || !is_issued(mention) {
            continue;
        }
        let parent = place.of(mention.subject).and_then(|parent| readings[parent].key.clone());
        if let (Some(parent), Some(name)) = (parent, mention.name.as_deref()) {
            readings[at].fix(parent.issued(name), "issued-by", None);
            let issuer = place.of(mention.subject).and_then(|parent| {
                readings[parent].identity.as_ref().and_then(|identity| identity.traits.series.clone())
            });
            readings[at].series = issuer.or(readings[at].series.take());
        }
    }
}

/// Settles open names by fuller mentions of the same name, by antecedent, by the law in force.
pub(super) fn settle_names(
    desk: &mut Desk<'_>,
    record: &Record,
    own: &Key,
    place: Places<'_>,
    readings: &mut [Reading],
) {
    let is_open = |(at, mention): (usize, &Mention)| {
        readings[at].key.is_none() && mention.number.is_none() && !is_issued(mention)
    };
    if !record.mentions.iter().enumerate().any(is_open) {
        return;
    }
    let own_title = own_title(record);
    let mut fuller: Known<Arc<str>, BTreeMap<Key, Option<PartialDate>>> = Known::default();
    let mut days: Known<Key, PartialDate> = Known::default();
    for (at, mention) in record.mentions.iter().enumerate() {
        let Some(key) = &readings[at].key else { continue };
        let day = day_of(desk, mention, &readings[at]);
        if let Some(day) = day {
            days.entry(key.clone()).or_insert(day);
        }
        if let Some(name) = name_of(desk, mention, &record.texts[at]) {
            let known = fuller.entry(name).or_default().entry(key.clone()).or_default();
            *known = known.or(day);
        }
    }
    for (at, mention) in record.mentions.iter().enumerate() {
        if readings[at].key.is_some() || mention.number.is_some() || is_issued(mention) {
            continue;
        }
        if let Some(key) =
            mention.antecedent.and_then(|id| place.of(id)).and_then(|before| readings[before].key.clone())
        {
            readings[at].fix(key, "antecedent", None);
            continue;
        }
        let said_on = said_on(desk, record, mention, place, readings, &days);
        let stated = stated(mention);
        let can_be = |day: Option<PartialDate>| {
            let in_time = day.zip(said_on).is_none_or(|(day, said_on)| day.earliest() <= said_on.latest());
            in_time && day.zip(stated).is_none_or(|(day, stated)| day.year_number() == stated.year_number())
        };
        // The law that speaks calls itself by its title; an older one of that title has its number or year.
        let name = name_of(desk, mention, &record.texts[at]);
        if own_title.is_some() && name.as_deref() == own_title.as_deref() && can_be(record.document.date) {
            readings[at].fix(own.clone(), "own-title", None);
            continue;
        }
        // "Luật Đất đai mới" is none that was named before; of a plenum that passed several the matter tells which.
        let anew = mention.rule == "new-law-by-name" || is_one_of_several(mention, &readings[at]);
        let siblings: Vec<&Key> = name
            .filter(|_| !anew)
            .and_then(|name| fuller.get(&name))
            .into_iter()
            .flatten()
            .filter_map(|(key, day)| can_be(*day).then_some(key))
            .collect();
        let detailed = is_detailed(record, mention, place);
        match siblings[..] {
            [key] => match in_title(desk, mention, (said_on, detailed)).filter(|told| told.key.as_ref() != Some(key)) {
                Some(told) => readings[at] = Reading { series: readings[at].series.take(), ..told },
                None => readings[at].fix(key.clone(), "sibling", None),
            },
            [] => law_in_force(desk, mention, (said_on, detailed), record.document.date, &mut readings[at]),
            _ => readings[at].rivals = siblings.into_iter().cloned().collect(),
        }
    }
}

/// The law that another act names in its title, where that act's day tells it: "Nghị định số 105/2021/NĐ-CP hướng dẫn Luật Phòng,
/// chống ma túy" beside the law of 2000.
fn in_title(desk: &mut Desk<'_>, mention: &Mention, said: (Option<PartialDate>, bool)) -> Option<Reading> {
    let mut told = Reading::default();
    if mention.subject > 0 {
        law_in_force(desk, mention, said, None, &mut told);
    }
    told.key.is_some().then_some(told)
}

/// True for a resolution of a plenum that passed several, which stand as its rivals: before this no other name has any but a charter.
fn is_one_of_several(mention: &Mention, reading: &Reading) -> bool {
    mention.kind.as_deref() == Some("Nghị quyết") && !reading.rivals.is_empty()
}

/// The day on which a name was written: that of the paper, or of the act in whose title it stands ("Nghị định số
/// 49/2013/NĐ-CP quy định chi tiết thi hành Bộ luật Lao động" means the code of that year). An amendment or a programme that
/// tells no day was there when it was named in its turn.
fn said_on(
    desk: &Desk<'_>,
    record: &Record,
    mention: &Mention,
    place: Places<'_>,
    readings: &[Reading],
    days: &Known<Key, PartialDate>,
) -> Option<PartialDate> {
    let mut subject = mention.subject;
    for _ in 0..DEEPEST {
        if subject == 0 {
            return record.document.date;
        }
        let at = place.of(subject)?;
        let act = &record.mentions[at];
        let again = || days.get(readings[at].key.as_ref()?).copied();
        let day = day_of(desk, act, &readings[at]).or_else(again);
        if day.is_some() || act.number.is_some() {
            return day;
        }
        subject = act.subject;
    }
    None
}

/// So many titles stand in each other, and no more.
const DEEPEST: usize = 8;

/// The date or year that stands with a name.
fn stated(mention: &Mention) -> Option<PartialDate> {
    let in_name = || named::without_year(mention.name.as_deref()?).1.and_then(PartialDate::year);
    mention.date.or_else(in_name)
}

/// The day or year of a mentioned act, from its own words or the table of acts.
fn day_of(desk: &Desk<'_>, mention: &Mention, reading: &Reading) -> Option<PartialDate> {
    let of_act = || desk.memo.lexicon.acts.by_id(reading.act.as_deref()?).map(|act| act.date);
    let printed = || mention.number.as_ref()?.year.and_then(PartialDate::year);
    mention.date.or_else(of_act).or_else(printed)
}

/// The title of a paper that is a law itself, as [`name_of`] gives it.
fn own_title(record: &Record) -> Option<String> {
    let kind = record.document.kind.as_deref().filter(|kind| LAWS.contains(kind))?;
    let subject = record.document.subject.as_deref()?;
    let title = if fold(subject).starts_with(&fold(kind)) { subject.to_owned() } else { format!("{kind} {subject}") };
    Some(plain(&title))
}

/// One spelling of a name: folded, without year, commas and dashes.
fn plain(name: &str) -> String {
    let words = fold(named::without_year(name).0).replace([',', '-'], " ");
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// A law named without its year, by the day on which it was named, and by whether it was to be detailed. Where that day is not
/// known the versions before the paper stay as rivals.
fn law_in_force(
    desk: &mut Desk<'_>,
    mention: &Mention,
    (said_on, detailed): (Option<PartialDate>, bool),
    citing: Option<PartialDate>,
    reading: &mut Reading,
) {
    let is_law = mention.kind.as_deref().is_some_and(|kind| LAWS.contains(&kind));
    let Some(name) = mention.name.as_deref().filter(|_| is_law) else { return };
    let versions = desk.registry.laws(named::without_year(name).0);
    let of_year = |act: &&Act| stated(mention).is_none_or(|stated| act.date.year_number() == stated.year_number());
    let meant: Vec<&Act> = versions.iter().copied().filter(of_year).collect();
    if let Some(day) = said_on.filter(|_| !meant.is_empty()) {
        in_force(desk, &meant, said_on, TRANSITION, "law-in-force", reading);
        if let Some(act) = waiting(&meant, day).filter(|_| detailed && reading.key.is_none())
            && let Some(known) = desk.registry.identity(&mut desk.memo, act)
        {
            reading.fix(known.0.clone(), "law-detailed", Some(&act.id));
        }
        return;
    }
    let in_time = |act: &&&Act| citing.is_none_or(|citing| act.date.earliest() <= citing.latest());
    let known = versions.iter().filter(in_time).filter_map(|act| desk.registry.identity(&mut desk.memo, act));
    reading.rivals = known.map(|known| known.0.clone()).collect();
}

/// The name under which mentions of one document meet: the name without year, or the law's title before its number.
fn name_of(desk: &mut Desk<'_>, mention: &Mention, text: &str) -> Option<Arc<str>> {
    if let Some(name) = mention.name.as_deref() {
        let plain = match desk.plain.get(name) {
            Some(known) => known.clone(),
            None => desk.plain.entry(name.to_owned()).or_insert(plain(name).into()).clone(),
        };
        return Some(plain).filter(|name| name.contains(' '));
    }
    let is_law = mention.kind.as_deref().is_some_and(|kind| LAWS.contains(&kind));
    mention.number.as_ref().filter(|_| is_law)?;
    let folded = fold(text);
    let title = folded.split(" số ").next()?.trim();
    (title.split(' ').count() > 2).then(|| plain(title).into())
}
