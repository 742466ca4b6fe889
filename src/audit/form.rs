//! Findings about the form of numbers.

use super::finding::{Place, by_place};
use super::profile::Book;
use super::{Case, Finding, Said, Severity};
use crate::number::{Family, Number};
use crate::text::fold::fold;
use crate::vocabulary::System;
use std::collections::HashSet;

/// SO302: a number in no valid form, of a held document or as cited; once for each file and number. Every system has its
/// own form; the one that the paper belongs to counts.
pub(super) fn malformed(case: &Case<'_>) -> Vec<Finding> {
    let mut found = Vec::new();
    for held in case.held() {
        let document = &held.record.document;
        if let Some(number) = document.number.as_ref().filter(|number| number.malformed) {
            found.push(misshapen(case, number, document.system, case.number_place(held.record)).about(&held.node.id));
        }
    }
    let mut seen = HashSet::new();
    for reference in case.references {
        let Some(number) = case.mention(reference).number.as_ref().filter(|number| number.malformed) else { continue };
        if !seen.insert((reference.record, number.text.as_str())) {
            continue;
        }
        let system = reference.series.as_ref().and_then(|series| series.system);
        let path = &case.corpus.records[reference.record].path;
        let finding = misshapen(case, number, system, case.place(reference)).namely(format!("{} {path}", number.text));
        found.push(match reference.target.key() {
            Some(key) => finding.about(key.id()),
            None => finding,
        });
    }
    by_place(&mut found);
    found
}

fn misshapen(case: &Case<'_>, number: &Number, system: Option<System>, place: Place) -> Finding {
    let (written, nearest) = (&number.text, nearest(number, system));
    // A number whose organ is not known is judged as its own kind judges it.
    let bound = system.is_none()
        || case.options.profile.binds(Book::Party, system)
        || case.options.profile.binds(Book::Nd30, system);
    let finding = Finding::new(Said::new(
        format!("số, ký hiệu sai mẫu: “{written}”"),
        format!("malformed number or symbol: “{written}”"),
    ))
    .at(place)
    .namely(written.as_str())
    .suggest(Said::new(
        format!("có thể là “{nearest}”; đối chiếu bản gốc trước khi sửa"),
        format!("perhaps “{nearest}”; compare the original before correcting it"),
    ));
    if bound { finding } else { finding.graded(Severity::Note) }
}

/// SO304: the kind that is named is none that the symbol stands for: "Kế hoạch số 36-HD/BTGTU". Of the words for what a
/// decision issues (Quy chế, Đề án) the symbol says nothing. Once for each file and number.
pub(super) fn other_kind(case: &Case<'_>) -> Vec<Finding> {
    let mut found = Vec::new();
    for held in case.held().iter().filter(|held| case.is_open(held.record)) {
        let document = &held.record.document;
        if let (Some(number), Some(kind)) = (&document.number, &document.kind) {
            let finding = contradiction(case, number, kind, document.system);
            found.extend(finding.map(|finding| finding.at(case.number_place(held.record)).about(&held.node.id)));
        }
    }
    let mut seen = HashSet::new();
    for reference in case.references {
        let mention = case.mention(reference);
        let (Some(number), Some(kind)) = (&mention.number, &mention.kind) else { continue };
        let system = reference.series.as_ref().and_then(|series| series.system);
        let Some(finding) = contradiction(case, number, kind, system) else { continue };
        if seen.insert((reference.record, number.text.as_str())) {
            let path = &case.corpus.records[reference.record].path;
            let finding = finding.at(case.place(reference)).namely(format!("{} {path}", number.text));
            found.push(match reference.target.key() {
                Some(key) => finding.about(key.id()),
                None => finding,
            });
        }
    }
    by_place(&mut found);
    found
}

fn contradiction(case: &Case<'_>, number: &Number, kind: &str, system: Option<System>) -> Option<Finding> {
    let kinds = &case.lexicon.kinds;
    let symbol = number.kind.as_deref()?;
    let named = kinds.by_name(kind)?;
    let mut stands_for = kinds.alternatives(symbol, None);
    stands_for.extend(system.map(|system| kinds.alternatives(symbol, Some(system))).into_iter().flatten());
    let told = |name: &str| {
        let (one, other) = (fold(kind), fold(name));
        // "Thông báo kết luận" is a Thông báo, a joint circular a circular.
        one.starts_with(&other) || other.starts_with(&one)
    };
    let fits = stands_for.iter().any(|other| told(&other.name))
        // Old numbers have organ and kind in any order: 19-TC/QĐ/CĐKT.
        || named
            .abbreviations
            .iter()
            .chain(&named.other_abbreviations)
            .any(|known| known == symbol || number.text.split(['/', '-']).any(|part| part == known));
    // A letter prints no kind in its number, and what is called a letter in passing may be any paper.
    let issues = named.promulgated && ["QĐ", "NQ", "NĐ", "TT", "L"].contains(&symbol);
    let idle = stands_for.is_empty() || issues || named.abbreviations.is_empty() || fold(kind) == "công văn";
    if fits || idle {
        return None;
    }
    let meant: Vec<&str> = stands_for.iter().map(|kind| kind.name.as_str()).collect();
    let (written, meant) = (&number.text, meant.first().copied().unwrap_or_default());
    Some(
        Finding::new(Said::new(
            format!("tên loại không khớp ký hiệu: {kind} số {written}; {symbol} là {meant}"),
            format!("the kind contradicts the symbol: {kind} {written}; {symbol} stands for {meant}"),
        ))
        .suggest(Said::new(
            "đối chiếu bản gốc: sai tên loại hoặc sai ký hiệu",
            "compare the original: one of them is wrong",
        )),
    )
}

/// The nearest valid form, by the punctuation of the system.
fn nearest(number: &Number, system: Option<System>) -> String {
    let count: String =
        number.text.chars().take_while(|c| c.is_ascii_digit() || *c == '.' || c.is_lowercase()).collect();
    let organ = number.organ.as_deref().unwrap_or_default();
    let party = match system {
        Some(system) => matches!(system, System::Party | System::Youth | System::Farmers),
        None => number.family == Family::Party,
    };
    let form = match (&number.kind, number.year) {
        (Some(kind), _) if party => format!("{count}-{kind}/{organ}"),
        (Some(kind), Some(year)) => format!("{count}/{year}/{kind}-{organ}"),
        (Some(kind), None) => format!("{count}/{kind}-{organ}"),
        (None, Some(year)) => format!("{count}/{year}/{organ}"),
        (None, None) => format!("{count}/{organ}"),
    };
    form.trim_end_matches(['-', '/']).to_string()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lexicon::Lexicon;

    #[test]
    fn the_nearest_form_follows_the_punctuation_of_the_system() {
        let (number, _) = crate::number::read("01-/KH-TBTT&PV", 0, Lexicon::embedded()).expect("a number");
        assert!(number.malformed);
        assert_eq!(nearest(&number, Some(System::Party)), "01-KH/TBTT&PV");
        assert_eq!(nearest(&number, Some(System::Union)), "01/KH-TBTT&PV");
    }
}
