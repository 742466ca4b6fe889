//! Who was charged, who is seen acting, who is not: directive × province and directive × unit.
//!
//! A directive is a held paper that charges units below its organ, or a document of the centre that held papers act on.
//! Whom it charges is told by its addressees; a plural ("các tỉnh", "các huyện") is spread over the register of its date.
//! Acting is a held paper's own word that it implements, guides or rests on the directive. A unit of which nothing is
//! seen may well have acted: the collection does not show it, and no more.

use super::case::{Case, Held};
use crate::date::PartialDate;
use crate::graph::{Addressed, Evidence, Node, NodeIndex};
use crate::lexicon::{Home, Lexicon, Organ};
use crate::text::fold::fold;
use crate::vocabulary::{Level, Purpose, Relation, State, System};
use petgraph::Direction;
use petgraph::visit::EdgeRef;
use std::collections::{BTreeMap, BTreeSet};

/// Why a unit is in the table.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Expected {
    /// The directive names it.
    Named,
    /// It is one of those that the directive names together ("các tỉnh"), by the register of the date.
    Register,
    /// It is a province, and the directive is the centre's; its addressees are not known.
    Level,
    /// Nobody charged it, as far as is seen: it acted untold.
    Untold,
}

/// One unit under one directive.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    /// The directive.
    pub directive: NodeIndex,
    /// The unit: a name as the directive has it, a province, a unit of the register, or an acting organ.
    pub unit: String,
    /// Why it is here.
    pub expected: Expected,
    /// The papers in which it is seen acting, the earliest first. Empty: not seen acting in the collection.
    pub acted: Vec<NodeIndex>,
    /// Days from the directive to the first of them, where both dates are complete.
    pub days: Option<i64>,
}

/// A unit that a held paper charges.
#[derive(Clone, Debug)]
pub(super) struct Charge<'s> {
    pub(super) unit: &'s str,
    pub(super) level: Option<Level>,
    pub(super) system: Option<System>,
    pub(super) plural: bool,
    /// The organs that the words name, as far as the lexicon knows them.
    organs: Vec<&'s Organ>,
    pub(super) evidence: &'s Evidence,
}

/// The table, by directive in the order of the graph, then by unit. Cost: one pass over addressees and edges, times the
/// units of a register where a plural is spread.
pub fn coverage(case: &Case<'_>) -> Vec<Row> {
    let charges = charges_by_node(case);
    let graph = &case.graph.graph;
    let mut rows = Vec::new();
    for index in graph.node_indices() {
        let acting = acting_on(case, index);
        match charges.get(&index) {
            Some(charged) => rows.extend(of_charges(case, index, charged, &acting)),
            None if is_central_directive(&graph[index]) && !acting.is_empty() => {
                rows.extend(by_province(case, index, &acting));
            }
            None => {}
        }
    }
    rows
}

/// The units that each held paper charges.
pub(super) fn charges_by_node<'s>(case: &Case<'s>) -> BTreeMap<NodeIndex, Vec<Charge<'s>>> {
    let mut sent: BTreeMap<NodeIndex, Vec<&'s Addressed>> = BTreeMap::new();
    for addressed in &case.graph.addressed {
        sent.entry(addressed.node).or_default().push(addressed);
    }
    let of = |held: &Held<'s>| {
        let charged = charges(case, held, sent.get(&held.index)?);
        (!charged.is_empty()).then_some((held.index, charged))
    };
    case.held().iter().filter_map(of).collect()
}

/// Kinds by which nobody is charged.
const IDLE: [&str; 10] = [
    "báo cáo",
    "tờ trình",
    "biên bản",
    "giấy mời",
    "bài viết",
    "hợp đồng",
    "thư",
    "giấy giới thiệu",
    "phiếu",
    "diễn văn",
];

fn charges<'s>(case: &Case<'s>, held: &Held<'s>, sent: &[&'s Addressed]) -> Vec<Charge<'s>> {
    let kind = held.node.kind.as_deref().map(fold).unwrap_or_default();
    let Some(own) = held.node.level.filter(|_| !IDLE.iter().any(|idle| kind.starts_with(idle))) else {
        return Vec::new();
    };
    let home = case.corpus.home(held.holding.records[0]);
    let read = |addressed: &&'s Addressed| charge(case, held, addressed, own, home);
    let to_act = || sent.iter().filter(|addressed| addressed.purpose == Purpose::Act);
    let told: Vec<Charge<'_>> = to_act().filter_map(read).collect();
    if to_act().next().is_some() {
        return told;
    }
    // A plan has no addressees: it charges those below to whom it is sent.
    sent.iter().filter(|addressed| addressed.purpose == Purpose::Know).filter_map(read).collect()
}

/// A unit below the issuing organ; of its own level only an organ that the lexicon places under it.
fn charge<'s>(case: &Case<'s>, held: &Held<'_>, to: &'s Addressed, own: Level, home: &Home) -> Option<Charge<'s>> {
    let organs = &case.lexicon.organs;
    let read = organs.read(&to.unit, home, &case.lexicon.places);
    let level = to.level.or(read.level)?;
    let below = level > own
        || level == own && to.purpose == Purpose::Act && {
            let issuer =
                held.node.issuer.as_deref().and_then(|issuer| organs.read(issuer, home, &case.lexicon.places).organ);
            let parent = read.organ.and_then(|organ| organ.parent.as_deref());
            issuer.is_some_and(|issuer| Some(issuer.id.as_str()) == parent)
        };
    let folded = fold(&to.unit);
    let plural = ["các ", " các ", "cấp ", "trực thuộc"].iter().any(|word| folded.contains(word));
    let organs = || organs_of(case.lexicon, &to.unit, level, home);
    below.then(|| Charge {
        unit: &to.unit,
        level: Some(level),
        system: read.system,
        plural,
        organs: organs(),
        evidence: &to.evidence,
    })
}

/// Held papers that say themselves that they act on a document, the earliest first.
pub(super) fn acting_on(case: &Case<'_>, index: NodeIndex) -> Vec<NodeIndex> {
    let graph = &case.graph.graph;
    let own = graph[index].issuer.as_deref().map(fold);
    let acting: BTreeSet<NodeIndex> = graph
        .edges_directed(index, Direction::Incoming)
        .filter(|edge| edge.weight().direct && graph[edge.source()].held)
        .filter(|edge| {
            use Relation::{Basis, Follows, Guides, Implements, Responds};
            matches!(edge.weight().relation, Implements | Basis | Guides | Responds | Follows)
        })
        .map(|edge| edge.source())
        .filter(|source| own.is_none() || graph[*source].issuer.as_deref().map(fold) != own)
        .collect();
    let mut acting: Vec<NodeIndex> = acting.into_iter().collect();
    acting.sort_by_key(|&index| (day(&graph[index]).is_none(), day(&graph[index]), index));
    acting
}

fn day(node: &Node) -> Option<PartialDate> {
    node.date.filter(|date| date.is_full())
}

/// A document of the centre that directs: no law, no decree, nothing spoken.
fn is_central_directive(node: &Node) -> bool {
    let kind = node.kind.as_deref().map(fold).unwrap_or_default();
    let directs = [
        "chỉ thị",
        "nghị quyết",
        "kết luận",
        "kế hoạch",
        "chương trình",
        "hướng dẫn",
        "công điện",
        "thông tri",
        "công văn",
    ];
    node.level == Some(Level::Central) && node.state != State::Oral && directs.contains(&kind.as_str())
}

fn of_charges(case: &Case<'_>, directive: NodeIndex, charged: &[Charge<'_>], acting: &[NodeIndex]) -> Vec<Row> {
    let node = &case.graph.graph[directive];
    let mut rows: Vec<Row> = Vec::new();
    let mut told: BTreeSet<NodeIndex> = BTreeSet::new();
    for charge in charged {
        let fits: Vec<NodeIndex> = acting.iter().copied().filter(|&index| answers(case, node, charge, index)).collect();
        told.extend(&fits);
        match spread(case, node, charge) {
            Some(units) => rows.extend(units.into_iter().map(|unit| {
                let own =
                    fits.iter().copied().filter(|&index| is_of(&case.graph.graph[index], &unit, charge)).collect();
                row(case, directive, unit, Expected::Register, own)
            })),
            None => rows.push(row(case, directive, charge.unit.to_string(), Expected::Named, fits)),
        }
    }
    rows.extend(untold(case, directive, acting.iter().copied().filter(|index| !told.contains(index))));
    rows
}

/// The units that a plural stands for, by the register of the directive's date; nothing where no register tells.
pub(super) fn spread(case: &Case<'_>, directive: &Node, charge: &Charge<'_>) -> Option<Vec<String>> {
    let date = directive.date.filter(|_| charge.plural)?;
    let level = charge.level?;
    if level == Level::Province && !means_all_provinces(charge.unit) {
        return None;
    }
    let sender_above = directive.level.is_some_and(|own| own < level);
    let province = directive.province.as_deref();
    let known = || case.options.register.on(case.lexicon, level, province, charge.system, date);
    sender_above.then(known).flatten()
}

/// "Các tỉnh, thành phố trực thuộc Trung ương" are all; "các tỉnh Tây Nguyên" are some.
fn means_all_provinces(unit: &str) -> bool {
    let folded = fold(unit);
    let all = ["trực thuộc t", "các tỉnh, thành phố", "các tỉnh, tp", "tỉnh ủy, thành ủy", "tỉnh, thành ủy", "cả nước"];
    all.iter().any(|words| folded.contains(words)) || folded.ends_with("các tỉnh")
}

/// True if the paper's organ is the unit, or one of those that a plural or a list names. Where the words name organs of the
/// lexicon, a paper of another organ is no answer: a committee's plan is not its department's.
pub(super) fn answers(case: &Case<'_>, directive: &Node, charge: &Charge<'_>, acting: NodeIndex) -> bool {
    let acting = &case.graph.graph[acting];
    let issuer = acting.issuer.as_deref().map(fold).unwrap_or_default();
    let unit = fold(charge.unit);
    let is_it = !issuer.is_empty() && (issuer.starts_with(&unit) || unit.starts_with(&issuer));
    if !charge.plural && (is_it || charge.organs.is_empty()) {
        return is_it;
    }
    let within = match &directive.province {
        Some(_) => acting.province == directive.province,
        None if charge.plural => true,
        None => acting.province.as_deref().is_some_and(|province| unit.contains(&fold(province))),
    };
    let system = charge.system.is_none() || acting.system.is_none() || charge.system == acting.system;
    within && system && acting.level == charge.level && is_named(case, charge, acting)
}

/// True if the words name the acting organ, or no organ that the lexicon knows.
fn is_named(case: &Case<'_>, charge: &Charge<'_>, acting: &Node) -> bool {
    let Some(issuer) = acting.issuer.as_deref().filter(|_| !charge.organs.is_empty()) else { return true };
    let home = Home {
        province: acting.province.as_deref().map(Into::into),
        level: acting.level,
        date: acting.date,
        ..Home::default()
    };
    let Some(organ) = case.lexicon.organs.read(issuer, &home, &case.lexicon.places).organ else { return true };
    // What is signed "Chủ tịch" or "Ban Thường vụ" goes out in the series of the organ itself.
    let whole = organ.series_of.as_deref().and_then(|id| case.lexicon.organs.by_id(id)).unwrap_or(organ);
    charge.organs.iter().any(|named| [organ, whole].iter().any(|acting| named.name == acting.name))
}

/// The organs that the words of a charge name, each of the charge's level: "HĐND, UBND các tỉnh" names two.
fn organs_of<'l>(lexicon: &'l Lexicon, unit: &str, level: Level, home: &Home) -> Vec<&'l Organ> {
    let home = Home { level: Some(level), ..home.clone() };
    let read = |part: &str| lexicon.organs.read(part, &home, &lexicon.places).organ;
    let parts = unit.split([',', ';']).flat_map(|part| part.split(" và "));
    parts.filter_map(|part| read(part.trim())).filter(|organ| organ.level == level).collect()
}

/// True if an acting paper is of this province, or its organ bears the unit's name.
fn is_of(acting: &Node, unit: &str, charge: &Charge<'_>) -> bool {
    let unit = fold(unit);
    match charge.level {
        Some(Level::Province) => acting.province.as_deref().is_some_and(|province| fold(province) == unit),
        _ => acting.issuer.as_deref().is_some_and(|issuer| fold(issuer).ends_with(&unit)),
    }
}

/// Provinces seen acting on a directive of the centre whose addressees are not known, and those not seen.
fn by_province(case: &Case<'_>, directive: NodeIndex, acting: &[NodeIndex]) -> Vec<Row> {
    let graph = &case.graph.graph;
    let date = graph[directive].date.or(graph[directive].not_before);
    let Some(date) = date.or_else(|| acting.iter().find_map(|&index| day(&graph[index]))) else { return Vec::new() };
    let Some(provinces) = case.options.register.on(case.lexicon, Level::Province, None, None, date) else {
        return Vec::new();
    };
    let mut of: BTreeMap<String, Vec<NodeIndex>> = BTreeMap::new();
    let mut elsewhere = Vec::new();
    for &index in acting {
        match graph[index].province.as_deref() {
            Some(province) if provinces.iter().any(|known| known == province) => {
                of.entry(province.to_string()).or_default().push(index);
            }
            _ => elsewhere.push(index),
        }
    }
    let rows = provinces.into_iter().map(|province| {
        let acted = of.remove(&province).unwrap_or_default();
        row(case, directive, province, Expected::Level, acted)
    });
    let mut rows: Vec<Row> = rows.collect();
    rows.extend(untold(case, directive, elsewhere.into_iter()));
    rows
}

fn untold(case: &Case<'_>, directive: NodeIndex, acting: impl Iterator<Item = NodeIndex>) -> Vec<Row> {
    let mut by_organ: BTreeMap<String, Vec<NodeIndex>> = BTreeMap::new();
    for index in acting {
        let node = &case.graph.graph[index];
        by_organ.entry(node.issuer.clone().unwrap_or_else(|| case.short(node))).or_default().push(index);
    }
    by_organ.into_iter().map(|(organ, acted)| row(case, directive, organ, Expected::Untold, acted)).collect()
}

fn row(case: &Case<'_>, directive: NodeIndex, unit: String, expected: Expected, acted: Vec<NodeIndex>) -> Row {
    let graph = &case.graph.graph;
    let first = acted.iter().find_map(|&index| day(&graph[index]));
    let days = day(&graph[directive]).zip(first).map(|(from, to)| (to.earliest() - from.earliest()).num_days());
    Row { directive, unit, expected, acted, days }
}
