//! Findings about the form of numbers.

use super::{Case, Finding, Said};
use crate::graph::Evidence;
use crate::number::{Family, Number};
use crate::vocabulary::System;
use std::collections::BTreeSet;

/// SO302: a number in no valid form, of a held document or as cited; once for each file and number.
pub(super) fn malformed(case: &Case<'_>) -> Vec<Finding> {
    let mut found = Vec::new();
    for holding in &case.corpus.holdings {
        let record = case.corpus.first_record(holding);
        if let Some(number) = record.document.number.as_ref().filter(|number| number.malformed) {
            let nowhere = Evidence { path: record.path.clone(), ..Evidence::default() };
            let place = record.number_evidence.as_ref().unwrap_or(&nowhere);
            found.push(finding(number, record.document.system).at(Some(place)).about(holding.key.id()));
        }
    }
    let mut seen = BTreeSet::new();
    for reference in case.references {
        let mention = &case.corpus.records[reference.record].mentions[reference.mention];
        let Some(number) = mention.number.as_ref().filter(|number| number.malformed) else { continue };
        if !seen.insert((reference.record, number.text.as_str())) {
            continue;
        }
        let system = reference.series.as_ref().and_then(|series| series.system);
        let finding = finding(number, system).at(Some(case.place(reference)));
        found.push(match reference.target.key() {
            Some(key) => finding.about(key.id()),
            None => finding,
        });
    }
    found.sort_by(|a, b| (&a.path, a.start).cmp(&(&b.path, b.start)));
    found
}

fn finding(number: &Number, system: Option<System>) -> Finding {
    let (written, nearest) = (&number.text, nearest(number, system));
    Finding::new(Said::new(
        format!("số, ký hiệu sai mẫu: “{written}”"),
        format!("malformed number or symbol: “{written}”"),
    ))
    .suggest(Said::new(
        format!("có thể là “{nearest}”; đối chiếu bản gốc trước khi sửa"),
        format!("perhaps “{nearest}”; compare the original before correcting it"),
    ))
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
