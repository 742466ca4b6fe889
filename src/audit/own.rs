//! Findings about a held document's own number, date and letterhead.

use super::case::Held;
use super::finding::Severity;
use super::{Case, Finding, Said};
use crate::date::PartialDate;
use crate::graph::Node;
use crate::record::Record;
use crate::text::fold::fold;
use std::collections::BTreeSet;

/// SO301: a held document whose place for the number is blank. A text that has no such place is not counted.
pub(super) fn blank_number(case: &Case<'_>) -> Vec<Finding> {
    let blank = |record: &Record| {
        let document = &record.document;
        document.number.is_none() && (document.blank_symbol.is_some() || document.number_span.is_some())
    };
    let finding = |held: &Held<'_>| {
        let symbol =
            held.record.document.blank_symbol.as_deref().map_or_else(String::new, |symbol| format!("/{symbol}"));
        Finding::new(Said::new(
            format!("số văn bản bỏ trống: “Số:      {symbol}”"),
            format!("the number is left blank: “Số:      {symbol}”"),
        ))
        .at(case.number_place(held.record))
        .about(&held.node.id)
        .suggest(Said::new(
            "đối chiếu sổ đăng ký văn bản đi hoặc bản đã ký để bổ sung số",
            "take the number from the register of outgoing papers or the signed copy",
        ))
    };
    case.held().iter().filter(|held| blank(held.record)).map(finding).collect()
}

/// NT203: a held document whose day or month is blank, with the earliest and latest day it can have.
pub(super) fn blank_date(case: &Case<'_>) -> Vec<Finding> {
    let blank = |record: &Record| match record.document.date {
        Some(date) => !date.is_full(),
        None => record.document.date_span.is_some() && record.impossible_dates.is_empty(),
    };
    let finding = |held: &Held<'_>| {
        let written = held.node.date.map_or_else(|| "…".to_string(), PartialDate::written);
        let (vietnamese, english) = bounds(held.node);
        Finding::new(Said::new(
            format!("ngày ban hành chưa đủ: {written}{vietnamese}"),
            format!("the date of issue is incomplete: {written}{english}"),
        ))
        .at(case.date_place(held.record))
        .about(&held.node.id)
        .suggest(Said::new(
            "đối chiếu sổ đăng ký văn bản đi hoặc bản đã ký để bổ sung ngày",
            "take the date from the register of outgoing papers or the signed copy",
        ))
    };
    case.held().iter().filter(|held| blank(held.record)).map(finding).collect()
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

/// SO303: files of one organ, kind, number and period that are not one paper: their dates differ, or what they are about.
/// The same content under two names is a copy, and a note.
pub(super) fn duplicate(case: &Case<'_>) -> Vec<Finding> {
    case.held().iter().filter(|held| held.holding.records.len() > 1).filter_map(|held| of_holding(case, held)).collect()
}

fn of_holding(case: &Case<'_>, held: &Held<'_>) -> Option<Finding> {
    let files: Vec<&Record> = held.holding.records.iter().map(|&at| &case.corpus.records[at]).collect();
    let contents: BTreeSet<[u8; 32]> = files.iter().map(|file| file.fingerprint).collect();
    let name = case.short(held.node);
    let conflict = !held.holding.conflicting_dates.is_empty() || subjects_differ(&files);
    let finding = if conflict {
        let days: Vec<String> = held.holding.conflicting_dates.iter().map(|date| date.written()).collect();
        let days = if days.is_empty() { String::new() } else { format!(" ({})", days.join(", ")) };
        Finding::new(Said::new(
            format!("một số, ký hiệu cho nhiều văn bản: {name}{days}"),
            format!("one number for several documents: {name}{days}"),
        ))
        .suggest(Said::new(
            "kiểm tra số đã cấp hai lần hay ngày ghi sai",
            "check whether the number was given twice or a date is wrong",
        ))
    } else if contents.len() == 1 {
        Finding::new(Said::new(
            format!("{} tệp cùng một nội dung: {name}", files.len()),
            format!("{} files with the same content: {name}", files.len()),
        ))
        .namely("copy")
        .graded(Severity::Note)
        .suggest(Said::new("giữ một tệp", "keep one of them"))
    } else {
        // Two readings of one paper, such as its scan and its text.
        return None;
    };
    let mut finding = finding.about(&held.node.id);
    for file in files {
        let date = file.document.date.map_or_else(|| "…".to_string(), PartialDate::written);
        finding = finding.at(case.number_place(file).saying(Said::alike(date)));
    }
    Some(finding)
}

/// True if any two files tell subjects that share hardly a word. Each wording is compared once, whatever files have it.
fn subjects_differ(files: &[&Record]) -> bool {
    let words = |record: &Record| -> Option<BTreeSet<String>> {
        let folded = fold(record.document.subject.as_deref()?);
        Some(folded.split(|c: char| !c.is_alphanumeric()).filter(|word| word.len() > 2).map(str::to_owned).collect())
    };
    let subjects: BTreeSet<BTreeSet<String>> = files.iter().filter_map(|file| words(file)).collect();
    let differ = |one: &BTreeSet<String>, other: &BTreeSet<String>| {
        let shorter = one.len().min(other.len());
        shorter >= 5 && one.intersection(other).count() * 4 < shorter
    };
    subjects.iter().enumerate().any(|(at, one)| subjects.iter().skip(at + 1).any(|other| differ(one, other)))
}

/// SO305: a numbered paper whose letterhead does not name its organ; who issued it is read elsewhere or not known. A web
/// article has no letterhead and is not counted.
pub(super) fn inferred_issuer(case: &Case<'_>) -> Vec<Finding> {
    let finding = |held: &Held<'_>| {
        let document = &held.record.document;
        let from = match document.issuer_from {
            Some("letterhead") => return None,
            Some("signature") => ("theo chữ ký", "from the signature"),
            Some("symbol") => ("theo ký hiệu", "from the symbol"),
            Some("addressees") => ("theo nơi nhận", "from whom it is sent to"),
            _ if document.issuer.is_some() => ("theo lời văn", "from the text"),
            _ => ("chưa rõ cơ quan nào", "it is not known which organ"),
        };
        let who = document.issuer.as_deref().filter(|_| case.is_open(held.record));
        let who = who.map_or_else(String::new, |issuer| format!(": {issuer}"));
        Some(
            Finding::new(Said::new(
                format!("cơ quan ban hành không ghi ở phần đầu, {}{who}", from.0),
                format!("the letterhead does not name the issuing organ; {}{who}", from.1),
            ))
            .at(case.number_place(held.record))
            .about(&held.node.id)
            .suggest(Said::new(
                "đối chiếu bản gốc: phần đầu có thể đã mất khi chuyển dạng tệp",
                "compare the original: the letterhead may have been lost in conversion",
            )),
        )
    };
    let is_paper = |held: &&Held<'_>| {
        held.record.document.kind.as_deref() != Some("Bài viết")
            && (held.record.document.number.is_some() || held.record.document.blank_symbol.is_some())
    };
    case.held().iter().filter(is_paper).filter_map(finding).collect()
}
