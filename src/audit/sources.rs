//! Findings about sources: missing ones, open citations, relations by hearsay, oral instructions.

use super::{Case, Finding, Said};
use crate::analysis::missing_by_weight;
use crate::date::PartialDate;
use crate::graph::{Edge, Node, Unresolved};
use crate::identity::Key;
use crate::reference::Reference;
use crate::text::fold::fold;
use crate::vocabulary::{Language, Relation, State};
use petgraph::Direction;
use petgraph::visit::EdgeRef;
use std::collections::{BTreeMap, BTreeSet};

/// More citing documents are counted, not listed.
const LISTED: usize = 8;

/// NG101: one finding for each missing source, the weightiest first.
pub(super) fn missing(case: &Case<'_>) -> Vec<Finding> {
    let cited = case.cited();
    let finding = |index| {
        let node: &Node = &case.graph.graph[index];
        let references = cited.get(&Key::new(&node.id)).map_or(&[][..], Vec::as_slice);
        let name = case.name(node);
        let mut finding = Finding::new(Said::new(
            format!("chưa thấy trong kho: {}", name.vietnamese),
            format!("not seen in the collection: {}", name.english),
        ))
        .at(references.first().map(|first| case.place(first)))
        .about(&node.id)
        .note(weight(node));
        finding.notes.extend(citing_files(case, references));
        finding.notes.extend(dissenters(node));
        if node.dossier.from_registry {
            finding = finding.note(Said::new(
                "một phần thông tin theo danh mục văn bản đã biết, không theo văn bản trong kho",
                "part of this is from the table of known acts, not from a document of the collection",
            ));
        }
        finding.suggest(Said::new(
            "bổ sung văn bản vào kho, hoặc đề nghị cơ quan ban hành cung cấp",
            "add the document to the collection, or ask its issuer for it",
        ))
    };
    missing_by_weight(case.graph).into_iter().map(finding).collect()
}

fn weight(node: &Node) -> Said {
    let provinces = node.cited_from.join(", ");
    let from = if provinces.is_empty() { String::new() } else { format!(" ({provinces})") };
    let (documents, count) = (node.cited_by, node.cited_from.len());
    Said::new(
        format!("{documents} văn bản viện dẫn, {count} tỉnh{from}, {} lần nhắc", node.mentions),
        format!("citing documents: {documents}; provinces: {count}{from}; mentions: {}", node.mentions),
    )
}

/// The places that cite it, one for each file.
fn citing_files(case: &Case<'_>, references: &[&Reference]) -> Vec<Said> {
    let mut seen: BTreeSet<usize> = BTreeSet::new();
    let first_of_each: Vec<&&Reference> = references.iter().filter(|reference| seen.insert(reference.record)).collect();
    let mut notes: Vec<Said> = first_of_each
        .iter()
        .take(LISTED)
        .map(|reference| {
            let place = case.place(reference);
            let at = format!("{}:{}", place.path, place.line);
            Said::new(format!("viện dẫn tại {at}"), format!("cited at {at}"))
        })
        .collect();
    let rest = first_of_each.len().saturating_sub(LISTED);
    if rest > 0 {
        notes.push(Said::new(format!("và {rest} tệp khác"), format!("and {rest} other files")));
    }
    notes
}

/// Dates that citing texts give against the majority.
fn dissenters(node: &Node) -> Vec<Said> {
    let Some(date) = node.date else { return Vec::new() };
    let against = node.dossier.dates.iter().filter_map(|stated| {
        let other: PartialDate = stated.value.parse().ok()?;
        (!other.agrees_with(date)).then(|| {
            let by = stated.by.join(", ");
            let day = other.written();
            Said::new(format!("ngày ghi khác: {day} ({by})"), format!("another date: {day} ({by})"))
        })
    });
    against.collect()
}

/// NG102: one finding for each ambiguous citation of a document; the same words again in the same file are counted.
pub(super) fn ambiguous(case: &Case<'_>) -> Vec<Finding> {
    let mut again: BTreeMap<(&str, String), Vec<&Unresolved>> = BTreeMap::new();
    for open in &case.graph.unresolved {
        again.entry((&open.path, fold(&open.text))).or_default().push(open);
    }
    let mut found: Vec<Finding> = again.values().map(|places| open_citation(places)).collect();
    found.sort_by(|a, b| (&a.path, a.start, a.end).cmp(&(&b.path, b.start, b.end)));
    found
}

fn open_citation(places: &[&Unresolved]) -> Finding {
    let open = places[0];
    let (vietnamese, english) = lacking(&open.rule);
    let text = open.text.split_whitespace().collect::<Vec<_>>().join(" ");
    let mut finding = Finding::new(Said::new(
        format!("chưa xác định được văn bản: “{text}”; {vietnamese}"),
        format!("not known which document: “{text}”; {english}"),
    ));
    finding.path = Some(open.path.clone());
    (finding.line, finding.start, finding.end) = (Some(open.line), Some(open.start), Some(open.end));
    for candidate in &open.candidates {
        finding = finding.note(Said::new(format!("có thể là {candidate}"), format!("may be {candidate}")));
    }
    let others: BTreeSet<usize> = places[1..].iter().map(|place| place.line).collect();
    if !others.is_empty() {
        let lines = others.iter().map(usize::to_string).collect::<Vec<_>>().join(", ");
        let times = places.len() - 1;
        finding = finding.note(Said::new(
            format!("còn {times} lần nữa, dòng {lines}"),
            format!("{times} more times, lines {lines}"),
        ));
    }
    finding.suggest(Said::new(
        "ghi đủ số, ký hiệu, ngày và cơ quan ban hành ở lần viện dẫn đầu",
        "give number, symbol, date and issuing organ in the first citation",
    ))
}

/// What an open citation lacks, by its rule.
fn lacking(rule: &str) -> (&'static str, &'static str) {
    match rule {
        "open:organ" => ("chưa rõ cơ quan ban hành hoặc địa phương", "issuing organ or its territory is not told"),
        "open:kind" => ("chưa rõ loại văn bản", "the kind is not told"),
        "open:period" => ("chưa rõ ngày, năm hoặc nhiệm kỳ", "date, year or term is not told"),
        "open:parent" => ("chưa rõ văn bản ban hành", "the document that issues it is not told"),
        "open:later" => ("văn bản cùng số trong kho có ngày sau", "the held document of this number is later"),
        _ => ("tên gọi chưa đủ để xác định", "the name does not tell enough"),
    }
}

/// NG104: one finding for each relation that is only read in another document's words.
pub(super) fn hearsay(case: &Case<'_>) -> Vec<Finding> {
    let graph = &case.graph.graph;
    let said_itself = |from, to, relation: Relation| {
        graph.edges_connecting(from, to).any(|edge| edge.weight().direct && edge.weight().relation == relation)
    };
    let mut found: Vec<Finding> = graph
        .edge_references()
        .filter(|edge| !edge.weight().direct)
        .filter(|edge| !said_itself(edge.source(), edge.target(), edge.weight().relation))
        .map(|edge| by_hearsay(case, &graph[edge.source()], edge.weight(), &graph[edge.target()]))
        .collect();
    found.sort_by(|a, b| (&a.path, a.start, &a.node).cmp(&(&b.path, b.start, &b.node)));
    found
}

fn by_hearsay(case: &Case<'_>, from: &Node, edge: &Edge, to: &Node) -> Finding {
    let (source, target) = (case.name(from), case.name(to));
    let said_in: BTreeSet<&str> = edge.evidence.iter().map(|evidence| evidence.path.as_str()).collect();
    let said_in = said_in.into_iter().collect::<Vec<_>>().join(", ");
    let (vi, en) = (edge.relation.name(Language::Vietnamese), edge.relation.name(Language::English));
    Finding::new(Said::new(
        format!("chỉ biết qua văn bản khác: {} — {vi} → {}", source.vietnamese, target.vietnamese),
        format!("known only from another document: {} — {en} → {}", source.english, target.english),
    ))
    .at(edge.evidence.first())
    .about(&from.id)
    .note(Said::new(format!("theo lời {said_in}"), format!("in the words of {said_in}")))
    .suggest(Said::new(
        format!("tìm {} để xác nhận", source.vietnamese),
        format!("obtain {} to confirm it", source.english),
    ))
}

/// NG106: one finding for each oral source that a held document itself acts on.
pub(super) fn oral(case: &Case<'_>) -> Vec<Finding> {
    let graph = &case.graph.graph;
    let mut found = Vec::new();
    for index in graph.node_indices().filter(|&index| graph[index].state == State::Oral) {
        let acting = graph.edges_directed(index, Direction::Incoming).filter(|edge| {
            let acts = matches!(edge.weight().relation, Relation::Implements | Relation::Basis);
            edge.weight().direct && acts && graph[edge.source()].held
        });
        let Some(edge) = acting.min_by_key(|edge| edge.id()) else { continue };
        let (source, acts) = (case.name(&graph[index]), case.name(&graph[edge.source()]));
        found.push(
            Finding::new(Said::new(
                format!("{} dựa vào chỉ đạo bằng lời: {}", acts.vietnamese, source.vietnamese),
                format!("{} acts on an oral instruction: {}", acts.english, source.english),
            ))
            .at(edge.weight().evidence.first())
            .about(&graph[index].id)
            .suggest(Said::new(
                "tìm biên bản hoặc thông báo kết luận cuộc họp",
                "look for the minutes or the notice of the conclusions",
            )),
        );
    }
    found.sort_by(|a, b| (&a.path, a.start, &a.node).cmp(&(&b.path, b.start, &b.node)));
    found
}
