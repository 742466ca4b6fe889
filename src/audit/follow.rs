//! Findings about what came of a paper: units charged of which no follow-up is seen, reports that were due.

use super::case::{Held, is_law};
use super::coverage::{Charge, acting_on, answers, charges_by_node, spread};
use super::finding::by_place;
use super::{Case, Finding, Place, Said};
use crate::date::PartialDate;
use crate::deadline::Due;
use crate::graph::{Node, NodeIndex};
use crate::text::fold::fold;
use petgraph::Direction;
use std::collections::{BTreeMap, BTreeSet};

/// TK501: a held paper charges units below its organ, and of some of them no paper that acts on it is seen. A plural is
/// spread over the register of the date where there is one. One finding for each charging paper.
pub(super) fn no_follow_up(case: &Case<'_>) -> Vec<Finding> {
    let charges: BTreeMap<NodeIndex, Vec<Charge<'_>>> = charges_by_node(case);
    let mut found: Vec<Finding> =
        charges.iter().filter_map(|(index, charged)| of_directive(case, *index, charged)).collect();
    by_place(&mut found);
    found
}

fn of_directive(case: &Case<'_>, index: NodeIndex, charged: &[Charge<'_>]) -> Option<Finding> {
    let node = &case.graph.graph[index];
    let acting = acting_on(case, index);
    let mut open: Vec<(&Charge<'_>, Option<(usize, usize)>)> = Vec::new();
    for charge in charged {
        let fits: Vec<NodeIndex> = acting.iter().copied().filter(|&other| answers(case, node, charge, other)).collect();
        let counts = spread(case, node, charge).map(|units| (covered(case, &units, &fits), units.len()));
        let done = counts.map_or(!fits.is_empty(), |(covered, expected)| covered >= expected);
        if !done {
            open.push((charge, counts));
        }
    }
    if open.is_empty() {
        return None;
    }
    let (name, total, left) = (case.name(node), charged.len(), open.len());
    let mut finding = Finding::new(Said::new(
        format!("{} giao {total} nơi thực hiện; {left} nơi chưa thấy văn bản triển khai trong kho", name.vietnamese),
        format!("{} charges {total}; of {left} no follow-up is seen in the collection", name.english),
    ))
    .about(&node.id);
    for (charge, counts) in open {
        let said = match counts {
            Some((covered, expected)) => by_register(charge.unit, covered, expected),
            None => Said::alike(charge.unit),
        };
        finding = finding.at(Place::of(charge.evidence, charge.unit).saying(said));
    }
    let untold = acting.iter().filter(|&&other| !charged.iter().any(|charge| answers(case, node, charge, other)));
    let untold: BTreeSet<&str> = untold.filter_map(|&other| case.graph.graph[other].issuer.as_deref()).collect();
    if !untold.is_empty() {
        let list = untold.into_iter().collect::<Vec<_>>().join("; ");
        finding = finding.note(Said::new(
            format!("có triển khai mà không có tên trong nơi nhận: {list}"),
            format!("seen acting without being named: {list}"),
        ));
    }
    Some(finding.suggest(Said::new(
        "bổ sung văn bản của các nơi nhận vào kho; chưa thấy trong kho không có nghĩa là chưa thực hiện",
        "add the papers of those units to the collection; not seen does not mean not done",
    )))
}

fn covered(case: &Case<'_>, units: &[String], fits: &[NodeIndex]) -> usize {
    let of = |node: &Node, unit: &str| {
        let unit = fold(unit);
        node.province.as_deref().is_some_and(|province| fold(province) == unit)
            || node.issuer.as_deref().is_some_and(|issuer| fold(issuer).ends_with(&unit))
    };
    units.iter().filter(|unit| fits.iter().any(|&index| of(&case.graph.graph[index], unit))).count()
}

/// TK502: a held paper wants a report by a day that has passed, and of those it charges some are not seen reporting: no
/// report that cites it, or by the register of its date not one of each unit. The day is looked at on the date asked for,
/// else on the latest date of the collection. One finding for each paper.
pub(super) fn no_report(case: &Case<'_>) -> Vec<Finding> {
    let Some(today) = case.as_of() else { return Vec::new() };
    let charges = charges_by_node(case);
    let mut found = Vec::new();
    // A law wants reports of everybody and for ever: no deadline of this paper.
    let asks = |held: &&Held<'_>| case.is_open(held.record) && !is_law(held.node.kind.as_deref());
    for held in case.held().iter().filter(asks) {
        let passed = passed(case, held, today);
        if passed.is_empty() {
            continue;
        }
        let reports = reports(case, held.index);
        let open = unreported(case, held, charges.get(&held.index).map_or(&[][..], Vec::as_slice), &reports);
        if open.is_empty() && !reports.is_empty() {
            continue;
        }
        found.push(overdue(case, held, passed, &open, &reports, today));
    }
    found
}

type Passed = (Due, PartialDate, Place);

/// The days that have passed, each once with the first time it came.
fn passed(case: &Case<'_>, held: &Held<'_>, today: PartialDate) -> Vec<Passed> {
    let mut passed: Vec<Passed> = Vec::new();
    for (due, evidence, words) in &held.record.deadlines {
        let first = due.first(held.node.date).filter(|first| first.latest() < today.earliest());
        // A day before the paper is told of, not asked for.
        let first = first.filter(|first| held.node.date.is_none_or(|issued| issued.earliest() <= first.latest()));
        if let Some(first) = first.filter(|_| passed.iter().all(|(known, ..)| known != due)) {
            passed.push((*due, first, case.within(held.record, evidence, words)));
        }
    }
    passed
}

/// Charged units that are not seen reporting, and of a plural how many are.
fn unreported(case: &Case<'_>, held: &Held<'_>, charged: &[Charge<'_>], reports: &[NodeIndex]) -> Vec<Said> {
    let of_charge = |charge: &Charge<'_>| {
        let fits: Vec<NodeIndex> =
            reports.iter().copied().filter(|&report| answers(case, held.node, charge, report)).collect();
        match spread(case, held.node, charge) {
            Some(units) => {
                let (seen, all) = (covered(case, &units, &fits), units.len());
                (seen < all).then(|| by_register(charge.unit, seen, all))
            }
            None => fits.is_empty().then(|| Said::alike(charge.unit)),
        }
    };
    charged.iter().filter_map(of_charge).collect()
}

fn by_register(unit: &str, seen: usize, all: usize) -> Said {
    Said::new(
        format!("{unit}: thấy {seen}/{all} theo danh bạ ngày ban hành"),
        format!("{unit}: {seen} of {all} seen, by the register of its date"),
    )
}

fn overdue(
    case: &Case<'_>,
    held: &Held<'_>,
    passed: Vec<Passed>,
    open: &[Said],
    reports: &[NodeIndex],
    today: PartialDate,
) -> Finding {
    let days: Vec<String> = passed.iter().map(|(due, ..)| due.written()).collect();
    let (name, days) = (case.name(held.node), days.join(", "));
    let (seen, seen_too) = match reports.len() {
        0 => ("chưa thấy báo cáo trong kho".to_string(), "none is seen in the collection".to_string()),
        some => (format!("mới thấy {some} báo cáo trong kho"), format!("seen in the collection: {some}")),
    };
    let mut finding = Finding::new(Said::new(
        format!("{} yêu cầu báo cáo trước {days}; {seen}", name.vietnamese),
        format!("{} wants a report before {days}; {seen_too}", name.english),
    ))
    .about(&held.node.id);
    for (due, first, place) in passed {
        let first = first.written();
        finding = finding.at(match due {
            Due::On(_) => place.saying(Said::new(format!("hạn {first}"), format!("due {first}"))),
            Due::Day { .. } => place.saying(Said::new(
                format!("lần đầu sau ngày ban hành: {first}"),
                format!("first after its date: {first}"),
            )),
        });
    }
    let graph = &case.graph.graph;
    let reported: BTreeSet<&str> = reports.iter().filter_map(|&report| graph[report].issuer.as_deref()).collect();
    if !reported.is_empty() {
        let list = reported.into_iter().collect::<Vec<_>>().join("; ");
        finding = finding.note(Said::new(format!("đã thấy báo cáo của: {list}"), format!("reports seen of: {list}")));
    }
    for said in open {
        finding = finding.note(Said::new(
            format!("chưa thấy báo cáo của: {}", said.vietnamese),
            format!("no report seen of: {}", said.english),
        ));
    }
    let today = today.written();
    finding.note(Said::new(format!("tính đến {today}"), format!("as of {today}"))).suggest(Said::new(
        "tìm báo cáo của các nơi nhận để bổ sung vào kho",
        "look for the reports of those addressed",
    ))
}

/// Held reports that cite the paper.
fn reports(case: &Case<'_>, index: NodeIndex) -> Vec<NodeIndex> {
    let graph = &case.graph.graph;
    let is_report = |node: &Node| {
        [&node.kind, &node.title].into_iter().flatten().any(|words| fold(words).contains("báo cáo")) && node.held
    };
    let mut reports: Vec<NodeIndex> =
        graph.neighbors_directed(index, Direction::Incoming).filter(|&other| is_report(&graph[other])).collect();
    reports.sort_unstable();
    reports.dedup();
    reports
}
