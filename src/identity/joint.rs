//! The series of papers that several organs issue together: every organ stands in the symbol.

use super::memo::Memo;
use super::series::{Series, code, place_id, series_head};
use super::units::Units;
use crate::date::PartialDate;
use crate::lexicon::{Home, Lexicon, Organ};
use crate::number::Number;
use crate::vocabulary::Level;
use std::sync::Arc;

/// Kinds that several organs issue together; every organ stands in the symbol.
pub(super) fn joint(number: &Number) -> bool {
    let kind = number.kind.as_deref().unwrap_or_default();
    ["LT", "LB", "LN", "PH"].iter().any(|ending| kind.ends_with(ending))
}

/// The series of several organs: all central, or all of the one level that all of them have, at home. With it the organs.
pub(super) fn of_joint<'l>(
    memo: &mut Memo<'l>,
    number: &Number,
    date: Option<PartialDate>,
    home: &Home,
) -> Option<(Series, Vec<&'l Organ>)> {
    let lexicon = memo.lexicon;
    let symbols: Vec<&str> = number.organ.as_deref()?.split(['-', '/']).collect();
    if symbols.len() < 2 {
        return None;
    }
    let mut bearers: Vec<Vec<&Organ>> = symbols.iter().map(|symbol| bearing(lexicon, symbol, date)).collect();
    let has = |bearers: &[&Organ], level: Level| bearers.iter().any(|organ| organ.level == level);
    let common =
        |bearers: &[Vec<&Organ>]| Level::ALL.iter().filter(|level| bearers.iter().all(|b| has(b, **level))).count();
    if common(&bearers) == 0 {
        // "TTLT-BTC-TNMT": a ministry without the first letter of its symbol.
        for (symbol, bearers) in symbols.iter().zip(&mut bearers).filter(|(_, bearers)| !has(bearers, Level::Central)) {
            bearers.extend(bearing(lexicon, &format!("B{symbol}"), date));
        }
    }
    let mut levels = Level::ALL.iter().filter(|level| bearers.iter().all(|b| has(b, **level)));
    let (Some(&level), None) = (levels.next(), levels.next()) else { return None };
    let heads: Option<Vec<&Organ>> = bearers
        .iter()
        .map(|bearers| {
            let mut heads = bearers.iter().filter(|o| o.level == level).map(|organ| series_head(lexicon, organ));
            let first = heads.next()?;
            heads.all(|other| other.id == first.id).then_some(first)
        })
        .collect();
    let heads = heads?;
    let codes: Vec<Arc<str>> = heads.iter().map(|organ| code(memo, organ)).collect();
    let lead = heads[0];
    let province = if lead.territorial { Some(home.province.clone()?) } else { None };
    let place = match &province {
        Some(province) => format!("{}/", place_id(lexicon, province, home.date)?),
        None => String::new(),
    };
    let below = Units::of(level, home).path(level, home)?;
    let below = if below.is_empty() { below } else { format!("{below}/") };
    let series = Series {
        path: format!("{place}{below}{}", codes.join("-")),
        system: Some(lead.system),
        level: Some(level),
        province,
        issuer: (!lead.territorial).then(|| lead.name.clone()),
    };
    Some((series, heads))
}

/// True if the words of a joint paper name an organ that its symbol lacks: "số 05/2008/TTLT-BNV-BTC của liên Bộ Quốc phòng -
/// Bộ Nội vụ - Bộ Tài chính". One of the two is a slip. Words that name fewer, or an organ by its later name, fit.
pub(super) fn names_another(lexicon: &Lexicon, issuer: &str, heads: &[&Organ], home: &Home) -> bool {
    let read = lexicon.organs.read(issuer, home, &lexicon.places);
    let Some(lead) = read.organ.filter(|organ| !organ.territorial) else { return false };
    let is_one = |organ: &Organ| {
        let own = series_head(lexicon, organ);
        let follows = |one: &Organ, other: &Organ| other.successors.contains(&one.id);
        heads.iter().any(|head| head.id == own.id || follows(own, head) || follows(head, own))
    };
    let Some(others) = read.name.strip_prefix(lead.name.as_str()) else { return false };
    if !is_one(lead) {
        return true;
    }
    // Joint organs are listed by their full names, one behind the other.
    let mut rest = others.to_owned();
    for organ in lexicon.organs.all().iter().filter(|organ| is_one(organ)) {
        rest = rest.replace(organ.name.as_str(), "");
    }
    let names =
        |part: &str| lexicon.organs.by_name(part.trim_matches([',', ' '])).iter().any(|organ| !organ.territorial);
    others.starts_with(", ") && (names(&rest) || rest.split(", ").any(names))
}

/// The organs that bear a symbol, which may end in a term (UBTVQH14), on a date.
fn bearing<'l>(lexicon: &'l Lexicon, symbol: &str, date: Option<PartialDate>) -> Vec<&'l Organ> {
    let mut bearers = lexicon.organs.candidates(symbol);
    bearers.retain(|organ| date.is_none_or(|date| organ.validity.holds(date)));
    bearers
}
