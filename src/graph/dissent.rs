//! Who states something else than the card of a document: citing texts against the majority or the paper itself, and the
//! registry against both.
//!
//! Less precise is not different: a year fits its days, "Tỉnh ủy" fits "Ban Thường vụ Tỉnh ủy Lai Châu", a cut title fits
//! the whole one. Dates count only as a citation gives them in its own words ([`crate::record::Record::own_date`]).

use super::{Dissent, Node, Registered, Stated};
use crate::date::PartialDate;
use crate::reference::titles_contradict;
use crate::registry::Entry;
use crate::text::fold::fold;

/// What citing texts state against the card: dates, then issuers, then titles. `dates` are those of their own words, `titles`
/// those of citations that are written in full.
pub(super) fn dissent(node: &Node, dates: &[Stated], titles: &[Stated]) -> Vec<Dissent> {
    let against = |about: &'static str, stated: &[Stated], differs: &dyn Fn(&str) -> bool| -> Vec<Dissent> {
        let of = |one: &Stated| Dissent { about, value: one.value.clone(), mentions: one.mentions, by: one.by.clone() };
        stated.iter().filter(|one| differs(&one.value)).map(of).collect()
    };
    let other_date = |value: &str| value.parse().is_ok_and(|stated| contradicts(node.date, stated));
    let other_issuer = |value: &str| node.issuer.as_deref().is_some_and(|own| other_organ(own, value));
    let other_title = |value: &str| node.title.as_deref().is_some_and(|own| titles_contradict(own, value));
    let mut found = against("date", dates, &other_date);
    found.extend(against("issuer", &node.dossier.issuers, &other_issuer));
    found.extend(against("title", titles, &other_title));
    found
}

/// What the registry says of a document where that contradicts what it says itself, or most of the citing texts. `said` is the
/// date that they give.
pub(super) fn against_registry(node: &Node, said: Option<PartialDate>, entry: &Entry) -> Option<Registered> {
    let date = Some(entry.date).filter(|date| date.is_full() && contradicts(said, *date));
    // The name of a congress or law holds its issuer, in words of its own.
    let issuer = node.issuer.as_deref().filter(|own| node.number.is_some() && other_organ(own, &entry.issuer));
    let issuer = issuer.map(|_| entry.issuer.clone());
    (date.is_some() || issuer.is_some()).then(|| Registered { date, issuer, source: entry.source.clone() })
}

fn contradicts(own: Option<PartialDate>, stated: PartialDate) -> bool {
    own.is_some_and(|own| !stated.agrees_with(own))
}

/// True if the two cannot be names of one organ: neither holds the words of the other in their order. Words that tell an
/// organ's rank or its standing body rather than the organ ("Ban Thường vụ", "tỉnh", "Đảng") are passed over; "Trung ương"
/// alone is any organ of the centre.
pub(crate) fn other_organ(one: &str, other: &str) -> bool {
    const PASSED: [&str; 13] = [
        "ban thường vụ",
        "ban chấp hành",
        "đoàn chủ tịch",
        "toàn quốc",
        "thành phố",
        "tỉnh",
        "lần thứ",
        "đảng",
        "của",
        "và",
        "nước",
        "các",
        "chxhcn việt nam",
    ];
    let words = |text: &str| -> Vec<String> {
        let folded = fold(text).replace(|c: char| !c.is_alphanumeric(), " ");
        let mut bare = format!(" {} ", folded.split_whitespace().collect::<Vec<_>>().join(" "));
        for passed in PASSED {
            // "Tỉnh ủy", "Tỉnh đoàn" are names, and not "ủy", "đoàn" of a province.
            let names = [format!(" {passed} ủy "), format!(" {passed} đoàn ")];
            if !names.iter().any(|name| bare.contains(name.as_str())) {
                bare = bare.replace(&format!(" {passed} "), " ");
            }
        }
        bare.split_whitespace().map(str::to_owned).collect()
    };
    let (one, other) = (words(one), words(other));
    let centre = |words: &[String]| words.is_empty() || words.join(" ") == "trung ương";
    let within = |part: &[String], whole: &[String]| {
        let mut whole = whole.iter();
        part.iter().all(|word| whole.any(|other| other == word))
    };
    !centre(&one) && !centre(&other) && !within(&one, &other) && !within(&other, &one)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_shorter_or_fuller_name_is_the_same_organ() {
        for (one, other) in [
            ("Tỉnh ủy Lai Châu", "Ban Thường vụ Tỉnh ủy"),
            ("Thành ủy Hồ Chí Minh", "Ban Thường vụ Thành ủy Thành phố Hồ Chí Minh"),
            ("Đại hội XIII của Đảng", "Đại hội Đảng toàn quốc lần thứ XIII"),
            ("Bộ Tài chính - Bộ Nội vụ", "Bộ Tài chính, Bộ Nội vụ"),
            ("Bộ Chính trị, Ban Bí thư", "Ban Bí thư"),
            ("Ban Chấp hành Trung ương Đảng", "Trung ương"),
            ("Trung ương", "Bộ Chính trị"),
        ] {
            assert!(!other_organ(one, other), "{one} – {other}");
        }
    }

    #[test]
    fn organs_of_which_neither_names_the_other_differ() {
        for (one, other) in [
            ("Ban Bí thư", "Bộ Chính trị"),
            ("Tỉnh ủy Lai Châu", "Ủy ban nhân dân tỉnh Lai Châu"),
            ("Tỉnh ủy Lai Châu", "Tỉnh ủy Lào Cai"),
            ("Tỉnh ủy Lai Châu", "Tỉnh đoàn Lai Châu"),
            ("Sở Tài chính", "Bộ Tài chính"),
        ] {
            assert!(other_organ(one, other), "{one} – {other}");
        }
    }
}
