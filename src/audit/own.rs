//! Findings about a held document's own number and date.

use super::{Case, Finding, Said};
use crate::corpus::Holding;
use crate::date::PartialDate;
use crate::graph::{Evidence, Node};
use crate::record::Record;

/// The held documents with their nodes and fullest records, in the order of files.
fn held<'s>(case: &Case<'s>) -> Vec<(&'s Holding, &'s Node, &'s Record)> {
    let nodes = case.nodes();
    let graph = &case.graph.graph;
    let with_node = |holding: &'s Holding| {
        let node = &graph[*nodes.get(holding.key.id())?];
        Some((holding, node, case.corpus.first_record(holding)))
    };
    let mut all: Vec<_> = case.corpus.holdings.iter().filter_map(with_node).collect();
    all.sort_by(|a, b| a.2.path.cmp(&b.2.path));
    all
}

/// The place, or the file where no place is known.
fn place(evidence: Option<&Evidence>, record: &Record) -> Evidence {
    evidence.cloned().unwrap_or_else(|| Evidence { path: record.path.clone(), ..Evidence::default() })
}

/// SO301: a held document whose place for the number is blank. A text that has no such place is not counted.
pub(super) fn blank_number(case: &Case<'_>) -> Vec<Finding> {
    let blank = |record: &Record| {
        let document = &record.document;
        document.number.is_none() && (document.blank_symbol.is_some() || document.number_span.is_some())
    };
    let finding = |(_, node, record): (&Holding, &Node, &Record)| {
        let symbol = record.document.blank_symbol.as_deref().map_or_else(String::new, |symbol| format!("/{symbol}"));
        Finding::new(Said::new(
            format!("số văn bản bỏ trống: “Số:      {symbol}”"),
            format!("the number is left blank: “Số:      {symbol}”"),
        ))
        .at(Some(&place(record.number_evidence.as_ref(), record)))
        .about(&node.id)
        .suggest(Said::new(
            "đối chiếu sổ đăng ký văn bản đi hoặc bản đã ký để bổ sung số",
            "take the number from the register of outgoing papers or the signed copy",
        ))
    };
    held(case).into_iter().filter(|(_, _, record)| blank(record)).map(finding).collect()
}

/// NT203: a held document whose day or month is blank, with the earliest and latest day it can have.
pub(super) fn blank_date(case: &Case<'_>) -> Vec<Finding> {
    let blank = |record: &Record| match record.document.date {
        Some(date) => !date.is_full(),
        None => record.document.date_span.is_some(),
    };
    let finding = |(_, node, record): (&Holding, &Node, &Record)| {
        let written = node.date.map_or_else(|| "…".to_string(), PartialDate::written);
        let (vietnamese, english) = bounds(node);
        Finding::new(Said::new(
            format!("ngày ban hành chưa đủ: {written}{vietnamese}"),
            format!("the date of issue is incomplete: {written}{english}"),
        ))
        .at(Some(&place(record.date_evidence.as_ref(), record)))
        .about(&node.id)
        .suggest(Said::new(
            "đối chiếu sổ đăng ký văn bản đi hoặc bản đã ký để bổ sung ngày",
            "take the date from the register of outgoing papers or the signed copy",
        ))
    };
    held(case).into_iter().filter(|(_, _, record)| blank(record)).map(finding).collect()
}

fn bounds(node: &Node) -> (String, String) {
    let part = |words: &str, date: Option<PartialDate>| {
        date.map_or_else(String::new, |date| format!("; {words} {}", date.written()))
    };
    (
        part("sớm nhất", node.not_before) + &part("muộn nhất", node.not_after),
        part("at the earliest", node.not_before) + &part("at the latest", node.not_after),
    )
}

/// SO303: files of one organ, kind, number and period that bear different dates.
pub(super) fn conflict(case: &Case<'_>) -> Vec<Finding> {
    let finding = |(holding, node, record): (&Holding, &Node, &Record)| {
        let days: Vec<String> = holding.conflicting_dates.iter().map(|date| date.written()).collect();
        let (name, days) = (node.number.as_deref().unwrap_or(&node.id), days.join(", "));
        let mut finding = Finding::new(Said::new(
            format!("một số, ký hiệu có nhiều ngày: {name} ({days})"),
            format!("one number bears several dates: {name} ({days})"),
        ))
        .at(Some(&place(record.number_evidence.as_ref(), record)))
        .about(&node.id);
        for file in holding.records.iter().map(|&at| &case.corpus.records[at]) {
            let date = file.document.date.map_or_else(|| "…".to_string(), PartialDate::written);
            let each = format!("{}: {date}", file.path);
            finding = finding.note(Said::new(each.clone(), each));
        }
        finding.suggest(Said::new(
            "kiểm tra số đã cấp hai lần hay ngày ghi sai",
            "check whether the number was given twice or a date is wrong",
        ))
    };
    held(case).into_iter().filter(|(holding, _, _)| !holding.conflicting_dates.is_empty()).map(finding).collect()
}
