//! Findings about sources: missing ones, open citations, relations by hearsay, oral instructions.

use super::finding::by_place;
use super::{Case, Finding, Place, Said};
use crate::analysis::missing_by_weight;
use crate::correction::REJECTED;
use crate::graph::{Edge, Node, NodeIndex, Unresolved};
use crate::identity::named::of_act;
use crate::identity::{Key, Memo};
use crate::lexicon::Act;
use crate::reference::Reference;
use crate::text::fold::fold;
use crate::vocabulary::{Language, Relation, State};
use petgraph::Direction;
use petgraph::visit::EdgeRef;
use std::collections::{BTreeMap, BTreeSet, HashMap};

/// More citing documents are counted, not listed.
const LISTED: usize = 8;

/// NG101: one finding for each missing source, the weightiest first.
pub(super) fn missing(case: &Case<'_>) -> Vec<Finding> {
    let finding = |index: NodeIndex| {
        let node: &Node = &case.graph.graph[index];
        let references = case.cited(&node.id);
        let name = case.name(node);
        let mut finding = Finding::new(Said::new(
            format!("chưa thấy trong kho: {}", name.vietnamese),
            format!("not seen in the collection: {}", name.english),
        ))
        .about(&node.id)
        .note(weight(node));
        let citing = first_of_each_file(references);
        finding.places = citing.iter().take(LISTED).map(|reference| case.place(reference)).collect();
        let rest = citing.len().saturating_sub(LISTED);
        if rest > 0 {
            finding =
                finding.note(Said::new(format!("và {rest} tệp khác viện dẫn"), format!("cited in {rest} other files")));
        }
        if node.dossier.from_registry {
            finding = finding.note(Said::new(
                "một phần thông tin theo danh mục văn bản đã biết, không theo văn bản trong kho",
                "part of this is from the table of known acts, not from a document of the collection",
            ));
        }
        finding.suggest(Said::new(
            "bổ sung văn bản vào kho, hoặc đề nghị cơ quan ban hành cung cấp (--worklist lập phiếu)",
            "add the document to the collection, or ask its issuer for it (--worklist writes the request)",
        ))
    };
    missing_by_weight(case.graph).into_iter().map(finding).collect()
}

fn weight(node: &Node) -> Said {
    let joined = node.dossier.joins;
    let provinces = node.cited_from.join(", ");
    let from = if provinces.is_empty() { String::new() } else { format!(" ({provinces})") };
    let (documents, count) = (node.cited_by, node.cited_from.len());
    let (joins, joins_too) = match joined {
        0 | 1 => (String::new(), String::new()),
        _ => (format!(", nối {joined} dòng chỉ đạo"), format!("; cascades joined: {joined}")),
    };
    Said::new(
        format!("{documents} văn bản viện dẫn, {count} tỉnh{from}, {} lần nhắc{joins}", node.mentions),
        format!("citing documents: {documents}; provinces: {count}{from}; mentions: {}{joins_too}", node.mentions),
    )
}

fn first_of_each_file<'s>(references: &[&'s Reference]) -> Vec<&'s Reference> {
    let mut seen: BTreeSet<usize> = BTreeSet::new();
    references.iter().copied().filter(|reference| seen.insert(reference.record)).collect()
}

/// NG102: one finding for each ambiguous citation of a document; the same words again in the same file are counted.
pub(super) fn ambiguous(case: &Case<'_>) -> Vec<Finding> {
    let mut again: BTreeMap<(&str, String), Vec<&Unresolved>> = BTreeMap::new();
    // What a person has rejected is not asked about again.
    for open in case.graph.unresolved.iter().filter(|open| open.rule != REJECTED) {
        again.entry((&open.path, fold(&open.text))).or_default().push(open);
    }
    let open: HashMap<(&str, usize), &Reference> = case
        .references
        .iter()
        .filter(|reference| reference.target.key().is_none())
        .map(|reference| {
            let record = &case.corpus.records[reference.record];
            ((record.path.as_str(), record.evidence[reference.mention].start), reference)
        })
        .collect();
    let acts = known_acts(case);
    let named = |candidate: &str| match (case.node_of(&Key::new(candidate)), acts.get(candidate)) {
        (Some(index), _) => case.name(&case.graph.graph[index]),
        (None, Some(act)) => {
            let own = act.number.as_deref().unwrap_or(&act.title);
            Said::alike(format!("{} {own}, {}", act.kind, act.date.written()))
        }
        (None, None) => Said::alike(candidate),
    };
    let mut found: Vec<Finding> = again.values().map(|places| open_citation(case, places, &open, &named)).collect();
    by_place(&mut found);
    found
}

/// The table of known acts by the id of the document.
fn known_acts<'s>(case: &Case<'s>) -> HashMap<String, &'s Act> {
    let mut memo = Memo::new(case.lexicon);
    let acts = case.lexicon.acts.all().iter();
    acts.filter_map(|act| Some((of_act(&mut memo, act)?.id().to_string(), act))).collect()
}

fn open_citation(
    case: &Case<'_>,
    places: &[&Unresolved],
    references: &HashMap<(&str, usize), &Reference>,
    named: &dyn Fn(&str) -> Said,
) -> Finding {
    let open = places[0];
    let reference = |open: &Unresolved| references.get(&(open.path.as_str(), open.start)).copied();
    let (vietnamese, english) = lacking(&open.rule);
    let mut text = open.text.split_whitespace().collect::<Vec<_>>().join(" ");
    // "57" in "các Nghị quyết số 57, 59, 68-NQ/TW": the list gives the symbol.
    let is_told = |reference: &&Reference| case.is_open(&case.corpus.records[reference.record]);
    let number = reference(open).filter(is_told).and_then(|reference| case.mention(reference).number.as_ref());
    if let Some(number) = number.filter(|number| number.text.len() > text.len()) {
        text = number.text.to_string();
    }
    let mut finding = Finding::new(Said::new(
        format!("chưa xác định được văn bản: “{text}”; {vietnamese}"),
        format!("not known which document: “{text}”; {english}"),
    ));
    finding.places = places
        .iter()
        .map(|open| match reference(open) {
            Some(reference) => case.place(reference),
            None => Place {
                path: open.path.clone(),
                line: Some(open.line),
                start: Some(open.start),
                end: Some(open.end),
                ..Place::default()
            },
        })
        .collect();
    finding = finding.namely(fold(&open.text));
    for candidate in &open.candidates {
        let name = named(candidate);
        finding = finding.note(Said::new(format!("có thể là {}", name.vietnamese), format!("may be {}", name.english)));
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
    by_place(&mut found);
    found
}

fn by_hearsay(case: &Case<'_>, from: &Node, edge: &Edge, to: &Node) -> Finding {
    let (source, target) = (case.name(from), case.name(to));
    let said_in: BTreeSet<&str> = edge.evidence.iter().map(|evidence| evidence.path.as_str()).collect();
    let (vi, en) = (edge.relation.name(Language::Vietnamese), edge.relation.name(Language::English));
    let mut finding = Finding::new(Said::new(
        format!("chỉ biết qua văn bản khác: {} — {vi} → {}", source.vietnamese, target.vietnamese),
        format!("known only from another document: {} — {en} → {}", source.english, target.english),
    ))
    .at(edge.evidence.first().map(|place| Place::of(place, from.number.as_deref().unwrap_or_default())))
    .about(&from.id)
    .namely(format!("{} {}", edge.relation, to.id));
    if said_in.len() > 1 {
        let list = said_in.into_iter().collect::<Vec<_>>().join(", ");
        finding = finding.note(Said::new(format!("theo lời {list}"), format!("in the words of {list}")));
    }
    finding.suggest(Said::new(
        "tìm văn bản đứng trước dấu → để xác nhận",
        "obtain the document before the arrow to confirm it",
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
            .at(edge
                .weight()
                .evidence
                .first()
                .map(|place| Place::of(place, graph[index].name.as_deref().unwrap_or_default())))
            .about(&graph[index].id)
            .suggest(Said::new(
                "tìm biên bản hoặc thông báo kết luận cuộc họp",
                "look for the minutes or the notice of the conclusions",
            )),
        );
    }
    by_place(&mut found);
    found
}
