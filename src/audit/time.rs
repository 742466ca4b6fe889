//! Findings about the time of citations: later sources, days that no calendar has, terms that the date contradicts.

use super::finding::by_place;
use super::{Case, Finding, Said};
use crate::date::PartialDate;
use crate::reference::Target;
use crate::text::fold::fold;
use crate::vocabulary::{Level, System};
use std::collections::{BTreeMap, HashSet};

/// NT202: a held document cites a document that bears a later date, by its own paper or, where that has no full date, as the
/// citation states it. The same day is in order. Once for each pair of documents.
pub(super) fn later(case: &Case<'_>) -> Vec<Finding> {
    let mut seen = HashSet::new();
    let mut found = Vec::new();
    for reference in case.references {
        let Some(key) = reference.target.key() else { continue };
        let (Some((_, from)), Some(to)) = (case.citing(reference), case.node_of(key)) else { continue };
        let to = &case.graph.graph[to];
        let full = |date: Option<PartialDate>| date.filter(|date| date.is_full());
        let paper = if matches!(reference.target, Target::Held(_)) { to.date } else { None };
        // What the paper shows of its date counts before what is said of it.
        let stated = || case.stated_date(reference).filter(|said| paper.is_none_or(|paper| paper.agrees_with(*said)));
        let (Some(own), Some(cited)) = (full(from.date), full(paper).or_else(stated)) else { continue };
        if cited <= own || !seen.insert((from.id.as_str(), key)) {
            continue;
        }
        let (source, target) = (case.name(from), case.name(to));
        let record = &case.corpus.records[reference.record];
        let mut finding = Finding::new(Said::new(
            format!("{} viện dẫn văn bản có ngày sau: {}", source.vietnamese, target.vietnamese),
            format!("{} cites a later document: {}", source.english, target.english),
        ))
        .at(case.place(reference).saying(cited_on(cited)))
        .about(&from.id)
        .namely(key.id())
        .at(case.date_place(record).saying(own_date(own)));
        if let Some(held) = case.corpus.holding(key) {
            let place = case.date_place(case.corpus.first_record(held));
            finding = finding.at(match paper {
                Some(paper) => place.saying(own_date(paper)),
                None => place,
            });
        }
        found.push(finding.suggest(Said::new(
            "kiểm tra lại ngày của hai văn bản và số, ký hiệu được viện dẫn",
            "check both dates, and the number that is cited",
        )));
    }
    found
}

fn cited_on(date: PartialDate) -> Said {
    Said::new(format!("văn bản được viện dẫn: ngày {}", date.written()), format!("cited document: {}", date.written()))
}

fn own_date(date: PartialDate) -> Said {
    Said::new(format!("ngày trên văn bản: {}", date.written()), format!("date of the paper: {}", date.written()))
}

/// NT204: a day that no calendar has (31/02), as the text has it. The same day again in the same file is counted.
pub(super) fn impossible(case: &Case<'_>) -> Vec<Finding> {
    let mut found = Vec::new();
    for record in case.corpus.records.iter().filter(|record| case.is_open(record)) {
        let mut again: BTreeMap<String, Vec<usize>> = BTreeMap::new();
        for (at, (_, written)) in record.impossible_dates.iter().enumerate() {
            again.entry(fold(written)).or_default().push(at);
        }
        for (folded, places) in again {
            let written = &record.impossible_dates[places[0]].1;
            let mut finding = Finding::new(Said::new(
                format!("không có ngày này trong lịch: “{written}”"),
                format!("no calendar has this day: “{written}”"),
            ))
            .namely(folded)
            .suggest(Said::new(
                "đối chiếu bản gốc; có thể do nhận dạng chữ",
                "compare the original; it may be misread",
            ));
            for at in places {
                let (evidence, written) = &record.impossible_dates[at];
                finding = finding.at(case.within(record, evidence, written));
            }
            found.push(finding);
        }
    }
    by_place(&mut found);
    found
}

/// NT205: a citation of a central Party document gives both a term and a date, and the date lies outside the term. Days of
/// a congress belong to both terms. Once for each cited document and file.
pub(super) fn outside_its_term(case: &Case<'_>) -> Vec<Finding> {
    let terms = &case.lexicon.terms;
    let mut seen = HashSet::new();
    let mut found = Vec::new();
    for reference in case.references {
        let mention = case.mention(reference);
        let (Some(date), Some(stated)) = (case.stated_date(reference), &mention.term) else { continue };
        let series = reference.series.as_deref();
        let central = series.is_some_and(|s| s.system == Some(System::Party) && s.level == Some(Level::Central));
        let Some(term) = terms.by_number(System::Party, stated).filter(|_| central) else { continue };
        // A committee goes on until its successor is elected, and the congress itself speaks for the next.
        let opened = term.congress_opened.unwrap_or(date);
        let fits = term.validity.holds(date) || date == opened || (opened < date && term.congress_closed >= Some(date));
        let key = reference.target.key().map(crate::identity::Key::id).unwrap_or_default();
        if fits || !seen.insert((reference.record, key, date)) {
            continue;
        }
        let words = &case.corpus.records[reference.record].texts[reference.mention];
        let words = if case.is_open(&case.corpus.records[reference.record]) { words.as_str() } else { "…" };
        let words = words.split_whitespace().collect::<Vec<_>>().join(" ");
        let mut finding = Finding::new(Said::new(
            format!("ngày {} không thuộc khóa {}: “{words}”", date.written(), term.name),
            format!("{} is not within term {}: “{words}”", date.written(), term.name),
        ))
        .at(case.place(reference))
        .namely(format!("{key} {date} {}", term.name));
        if let Some(other) = terms.party_term(date) {
            finding = finding.note(Said::new(
                format!("ngày {} thuộc khóa {}", date.written(), other.name),
                format!("{} is within term {}", date.written(), other.name),
            ));
        }
        found.push(finding.suggest(Said::new(
            "kiểm tra ngày, khóa và số: số văn bản Đảng đánh lại từ 01 mỗi khóa",
            "check date, term and number: Party numbers begin again at 01 with each term",
        )));
    }
    found
}
