//! Findings about the time of citations.

use super::{Case, Finding, Said};
use crate::date::PartialDate;
use crate::graph::Evidence;
use crate::reference::Target;
use std::collections::BTreeSet;

/// NT202: a held document cites a document that bears a later date, by its own paper or as the citation states it. The same
/// day is in order. Once for each pair of documents.
pub(super) fn later(case: &Case<'_>) -> Vec<Finding> {
    let nodes = case.nodes();
    let mut seen = BTreeSet::new();
    let mut found = Vec::new();
    for reference in case.references {
        let Some(key) = reference.target.key() else { continue };
        let Some(citing) = case.corpus.holding_of(reference.record) else { continue };
        let (Some(from), Some(to)) = (nodes.get(citing.key.id()), nodes.get(key.id())) else { continue };
        let (from, to) = (&case.graph.graph[*from], &case.graph.graph[*to]);
        let record = &case.corpus.records[reference.record];
        let cited = match reference.target {
            Target::Held(_) => to.date,
            _ => record.mentions[reference.mention].date,
        };
        let full = |date: Option<PartialDate>| date.filter(|date| date.is_full());
        let (Some(own), Some(cited)) = (full(from.date), full(cited)) else { continue };
        if cited <= own || !seen.insert((&citing.key, key)) {
            continue;
        }
        let (source, target) = (case.name(from), case.name(to));
        let mut finding = Finding::new(Said::new(
            format!("{} viện dẫn văn bản có ngày sau: {}", source.vietnamese, target.vietnamese),
            format!("{} cites a later document: {}", source.english, target.english),
        ))
        .at(Some(case.place(reference)))
        .about(&from.id);
        let held = case.corpus.holding(key).map(|held| case.corpus.first_record(held));
        let its_place = held.map_or(Some(case.place(reference)), |record| record.date_evidence.as_ref());
        finding.notes.extend(stands_at(record.date_evidence.as_ref(), own));
        finding.notes.extend(stands_at(its_place, cited));
        found.push(finding.suggest(Said::new(
            "kiểm tra lại ngày của hai văn bản và số, ký hiệu được viện dẫn",
            "check both dates, and the number that is cited",
        )));
    }
    found
}

/// Where a date stands.
fn stands_at(place: Option<&Evidence>, date: PartialDate) -> Option<Said> {
    let place = place?;
    let (day, at) = (date.written(), format!("{}:{}", place.path, place.line));
    Some(Said::new(format!("ngày {day} tại {at}"), format!("{day} at {at}")))
}
