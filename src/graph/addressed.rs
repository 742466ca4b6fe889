//! Whom a document is sent to: Kính gửi and Nơi nhận into addressed units.
//!
//! Addressees are asked to act. A recipient has the purpose that its list says; where it says none, the copy is for
//! information. "Như trên" and "Lưu: VT" name no unit.

use super::{Addressed, NodeIndex, Options, gather};
use crate::corpus::{Corpus, Holding};
use crate::lexicon::{Home, Lexicon};
use crate::record::{Evidence, Record};
use crate::text::fold::fold;
use crate::vocabulary::{Level, Purpose};

/// The units that a holding is sent to, in the order of its paper, each once for each purpose.
pub(super) fn addressed(
    corpus: &Corpus,
    holding: &Holding,
    node: NodeIndex,
    lexicon: &Lexicon,
    options: &Options,
) -> Vec<Addressed> {
    let mut sent: Vec<Addressed> = Vec::new();
    for &at in &holding.records {
        let record = &corpus.records[at];
        if !gather::is_open(record, options.allow_secret) {
            continue;
        }
        for (name, purpose, evidence) in units(record) {
            if !sent.iter().any(|known| known.unit == name && known.purpose == purpose) {
                let level = level_of(name, corpus.home(at), lexicon);
                sent.push(Addressed { node, unit: name.to_string(), purpose, level, evidence });
            }
        }
    }
    sent
}

fn units(record: &Record) -> impl Iterator<Item = (&str, Purpose, Evidence)> {
    let document = &record.document;
    let addressees = document.addressees.iter().map(|unit| (unit, Purpose::Act));
    let recipients = document.recipients.iter().map(|unit| (unit, unit.purpose.unwrap_or(Purpose::Know)));
    addressees.chain(recipients).enumerate().filter(|(_, (unit, purpose))| is_unit(&unit.name, *purpose)).map(
        |(at, (unit, purpose))| {
            let evidence = record.unit_evidence.get(at).cloned();
            let nowhere = || Evidence { path: record.path.as_str().into(), ..Evidence::default() };
            (unit.name.as_str(), purpose, evidence.unwrap_or_else(nowhere))
        },
    )
}

/// "Như trên", "Như Điều 3", "Lưu: VT" say where the paper goes without naming anybody.
fn is_unit(name: &str, purpose: Purpose) -> bool {
    let folded = fold(name);
    let words = ["như", "lưu", "vt"];
    let first = folded.split(|c: char| !c.is_alphanumeric()).next().unwrap_or_default();
    purpose != Purpose::Keep && !first.is_empty() && !words.contains(&first)
}

/// The level of a unit or of the units a plural names; nothing if the words do not tell.
fn level_of(name: &str, home: &Home, lexicon: &Lexicon) -> Option<Level> {
    let folded = fold(name);
    let has = |words: &[&str]| words.iter().any(|word| folded.contains(word));
    let many = has(&["các ", "cấp ", "trực thuộc"]);
    if many && has(&["cơ sở"]) {
        return Some(Level::Grassroots);
    }
    if many && has(&["xã, phường", "cấp xã", "các xã", "phường, đặc khu"]) {
        return Some(Level::Commune);
    }
    if many && has(&["huyện", "cấp ngành", "công đoàn ngành", "thị xã", "quận"]) {
        return Some(Level::District);
    }
    if many && has(&["các tỉnh", "tỉnh, thành phố", "cấp tỉnh", "các sở", "sở, ban, ngành"]) {
        return Some(Level::Province);
    }
    lexicon.organs.read(name, home, &lexicon.places).level
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn formulas_are_no_units() {
        for name in ["Như trên", "Như kính gửi", "Như Điều 3", "Lưu: VT, KGVX", "Lưu VT", "VT"] {
            assert!(!is_unit(name, Purpose::Know), "{name}");
        }
        assert!(is_unit("Tổng LĐLĐ Việt Nam", Purpose::Know));
    }

    #[test]
    fn plural_addressees_have_the_level_they_name() {
        let level = |name: &str| level_of(name, &Home::default(), Lexicon::embedded());
        assert_eq!(level("Liên đoàn Lao động các huyện, thành phố"), Some(Level::District));
        assert_eq!(level("Công đoàn cấp ngành"), Some(Level::District));
        assert_eq!(level("Công đoàn cơ sở trực thuộc"), Some(Level::Grassroots));
        assert_eq!(level("Ủy ban nhân dân các xã, phường"), Some(Level::Commune));
        assert_eq!(level("Các đồng chí"), None);
    }
}
