//! Several documents as one counted card: repeated units, and what is beyond the limit.
//!
//! An [`Elision`] always says how many documents it stands for and names them; nothing is invented of them.

use super::{Query, strength};
use crate::date::PartialDate;
use crate::graph::{EdgeIndex, Graph, Node, NodeIndex};
use crate::vocabulary::{Level, Relation, State, System};
use petgraph::Direction;
use petgraph::visit::EdgeRef;
use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

/// Several documents drawn as one card.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Elision {
    /// The documents, in the order of the graph.
    pub members: Vec<NodeIndex>,
    /// True: units that do the same, each as the others ("11 LĐLĐ huyện"). False: what is beyond the limit.
    pub repeated: bool,
    /// The kind that all of them have.
    pub kind: Option<String>,
    /// The level that all of them have.
    pub level: Option<Level>,
    /// The system that all of them have.
    pub system: Option<System>,
    /// What their organs are called without their places, where that is the same: `Liên đoàn Lao động huyện`.
    pub organ: Option<String>,
    /// The different organs and the different provinces among them.
    pub organs: usize,
    /// The different provinces among them.
    pub provinces: usize,
    /// How many of them are held.
    pub held: usize,
    /// The earliest and the latest date among those that have one.
    pub dates: Option<(PartialDate, PartialDate)>,
    /// The lines to drawn documents; what is left out of a whole row has none.
    pub ties: Vec<Tie>,
}

/// A line between an elision and a document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tie {
    /// The document.
    pub document: NodeIndex,
    /// True if the elided documents cite it, false if it cites them.
    pub cited: bool,
    /// The relation.
    pub relation: Relation,
    /// One edge of the graph for each document that is tied so, in the order of the members.
    pub edges: Vec<EdgeIndex>,
}

impl Tie {
    /// True if the directive runs from the document to the elision.
    pub fn flows_in(&self) -> bool {
        self.cited != (self.relation == Relation::Promulgates)
    }
}

/// How a document is tied to another: the other one, whether it is the cited one, the relation.
type Way = (NodeIndex, bool, Relation);

/// The strongest edge between a document and each of its wanted neighbours.
fn ways(graph: &Graph, query: &Query, node: NodeIndex, wanted: &[bool]) -> BTreeMap<Way, EdgeIndex> {
    let mut best: BTreeMap<(NodeIndex, bool), (usize, bool, EdgeIndex, Relation)> = BTreeMap::new();
    for direction in [Direction::Outgoing, Direction::Incoming] {
        for edge in graph.graph.edges_directed(node, direction) {
            let cited = direction == Direction::Outgoing;
            let other = if cited { edge.target() } else { edge.source() };
            let relation = edge.weight().relation;
            if other == node || !wanted[other.index()] || !query.relations.passes(Some(&relation)) {
                continue;
            }
            let new = (strength(relation), !edge.weight().direct, edge.id(), relation);
            best.entry((other, cited)).and_modify(|old| *old = (*old).min(new)).or_insert(new);
        }
    }
    best.into_iter().map(|((other, cited), (_, _, edge, relation))| ((other, cited, relation), edge)).collect()
}

/// Fewest documents that fold.
const FOLD: usize = 3;

/// Folds documents that only cite, and that agree in kind, level, system, state, organ but for its place, year, and in
/// what they do with which documents. They are no longer wanted one by one. Costs n log n in documents and edges.
pub(super) fn fold(graph: &Graph, query: &Query, wanted: &mut [bool]) -> Vec<Elision> {
    type Likeness<'g> = (Option<&'g str>, Option<Level>, Option<System>, State, String, Option<u16>, Vec<Way>);
    let mut alike: BTreeMap<Likeness, Vec<(NodeIndex, Vec<EdgeIndex>)>> = BTreeMap::new();
    for index in graph.graph.node_indices().filter(|n| wanted[n.index()] && !query.focus.contains(n)) {
        let node = &graph.graph[index];
        let (Some(kind), Some(organ)) = (node.kind.as_deref(), stem(node)) else { continue };
        let ways = ways(graph, query, index, wanted);
        if ways.is_empty() || ways.keys().any(|(_, cited, _)| !cited) {
            continue;
        }
        let year = node.date.map(|date| date.year_number());
        let likeness = (Some(kind), node.level, node.system, node.state, organ, year, ways.keys().copied().collect());
        alike.entry(likeness).or_default().push((index, ways.into_values().collect()));
    }
    let mut folded: Vec<Elision> = Vec::new();
    for ((.., targets), members) in alike {
        let issuers: BTreeSet<Option<&str>> = members.iter().map(|(n, _)| graph.graph[*n].issuer.as_deref()).collect();
        if issuers.len() < FOLD {
            continue;
        }
        members.iter().for_each(|(member, _)| wanted[member.index()] = false);
        let ties = targets.into_iter().enumerate().map(|(at, (document, cited, relation))| Tie {
            document,
            cited,
            relation,
            edges: members.iter().map(|(_, edges)| edges[at]).collect(),
        });
        folded.push(gathered(graph, members.iter().map(|(n, _)| *n).collect(), true, ties.collect()));
    }
    folded.sort_by_key(|elision| elision.members[0]);
    folded
}

/// Documents that are left out, with the edge by which each is tied to what is drawn.
type Group = Vec<(NodeIndex, Option<EdgeIndex>)>;

/// Where a group belongs: its tie, and what its members share.
type Place<'g> = (Option<Way>, Option<Level>, Option<System>, Option<&'g str>);

/// The groups, those of one document at a wider place.
fn joined<'g>(groups: BTreeMap<Place<'g>, Group>, wider: fn(Place<'g>) -> Place<'g>) -> BTreeMap<Place<'g>, Group> {
    let mut joined: BTreeMap<Place, Group> = BTreeMap::new();
    for (place, members) in groups {
        let place = if members.len() > 1 { place } else { wider(place) };
        joined.entry(place).or_default().extend(members);
    }
    joined
}

/// Counts what is left out on at most `most` cards, those that stand for most documents first: where several of one kind are
/// tied alike to a drawn document, at that document; the others by level and system, without a line. Each document is counted
/// once, at the drawn document that it is tied to most strongly.
pub(super) fn elide(graph: &Graph, query: &Query, left: &[NodeIndex], drawn: &[bool], most: usize) -> Vec<Elision> {
    let mut groups: BTreeMap<Place, Group> = BTreeMap::new();
    for &index in left {
        let hub = |(way, _): &(Way, EdgeIndex)| (strength(way.2), Reverse(graph.graph[way.0].cited_by), way.0, way.1);
        let tie = ways(graph, query, index, drawn).into_iter().min_by_key(hub);
        let node = &graph.graph[index];
        let kind = node.kind.as_deref().filter(|_| tie.is_some());
        let place = (tie.map(|(way, _)| way), node.level, node.system, kind);
        groups.entry(place).or_default().push((index, tie.map(|(_, edge)| edge)));
    }
    // What stands alone joins the others of its row at the same document, then those of its row: a card for one document
    // would say less than its own.
    let groups = joined(groups, |(way, level, system, _)| (way, level, system, None));
    let groups = joined(groups, |(_, level, system, _)| (None, level, system, None));
    let (tied, untied): (Vec<_>, Vec<_>) = groups.into_iter().partition(|((way, ..), _)| way.is_some());
    let by_size =
        |groups: &mut Vec<(Place<'_>, Group)>| groups.sort_by_key(|(place, members)| (Reverse(members.len()), *place));
    let (mut tied, mut rest) = (tied, BTreeMap::from_iter(untied));
    by_size(&mut tied);
    for ((_, level, system, _), members) in tied.split_off(tied.len().min(most.div_ceil(2))) {
        let place = (None, level, system, None);
        rest.entry(place).or_insert_with(Group::new).extend(members.into_iter().map(|(member, _)| (member, None)));
    }
    let mut rest: Vec<(Place, Group)> = rest.into_iter().filter(|(_, members)| members.len() > 1).collect();
    by_size(&mut rest);
    rest.truncate(most - tied.len());
    tied.extend(rest);
    let elision = |((way, ..), mut members): (Place, Group)| {
        members.sort_unstable();
        let edges: Vec<EdgeIndex> = members.iter().filter_map(|(_, edge)| *edge).collect();
        let tie = way.map(|(document, cited, relation)| Tie { document, cited, relation, edges });
        gathered(graph, members.into_iter().map(|(member, _)| member).collect(), false, tie.into_iter().collect())
    };
    let mut elisions: Vec<Elision> = tied.into_iter().map(elision).collect();
    elisions.sort_by_key(|elision| elision.members[0]);
    elisions
}

/// What is true of all members.
fn gathered(graph: &Graph, members: Vec<NodeIndex>, repeated: bool, ties: Vec<Tie>) -> Elision {
    let nodes = || members.iter().map(|member| &graph.graph[*member]);
    let organs: BTreeSet<&str> = nodes().filter_map(|node| node.issuer.as_deref()).collect();
    let provinces: BTreeSet<&str> = nodes().filter_map(|node| node.province.as_deref()).collect();
    let dates = || nodes().filter_map(|node| node.date);
    Elision {
        kind: shared(nodes().map(|node| node.kind.clone())),
        level: shared(nodes().map(|node| node.level)),
        system: shared(nodes().map(|node| node.system)),
        organ: shared(nodes().map(stem)),
        organs: organs.len(),
        provinces: provinces.len(),
        held: nodes().filter(|node| node.state == State::Held).count(),
        dates: dates().min_by_key(|d| d.earliest()).zip(dates().max_by_key(|d| d.latest())),
        members,
        repeated,
        ties,
    }
}

/// The value that all have, if there is one.
fn shared<T: PartialEq>(mut values: impl Iterator<Item = Option<T>>) -> Option<T> {
    let first = values.next()??;
    values.all(|value| value.as_ref() == Some(&first)).then_some(first)
}

/// What an organ is called without its place: up to the word for its unit, else without the name of its province.
fn stem(node: &Node) -> Option<String> {
    let issuer = node.issuer.as_deref()?;
    Some(
        unit_stem(issuer)
            .or_else(|| {
                let place = node.province.as_deref()?;
                Some(issuer.strip_suffix(place)?.trim_end().to_string())
            })
            .unwrap_or_else(|| issuer.to_string()),
    )
}

/// Words after which the name of a place follows.
const UNITS: [&str; 16] = [
    "tỉnh",
    "thành phố",
    "huyện",
    "quận",
    "thị xã",
    "xã",
    "phường",
    "thị trấn",
    "đặc khu",
    "ngành",
    "Tỉnh ủy",
    "Thành ủy",
    "Huyện ủy",
    "Quận ủy",
    "Thị ủy",
    "Thị đoàn",
];

/// The beginning of a name up to and with the last word for a unit that a capital follows: `Liên đoàn Lao động huyện` of
/// `Liên đoàn Lao động huyện Mường Vang`.
pub(crate) fn unit_stem(name: &str) -> Option<String> {
    let end = UNITS.iter().flat_map(|unit| name.match_indices(unit).map(|(at, unit)| (at, at + unit.len()))).filter(
        |(at, end)| {
            let starts = name[..*at].chars().next_back().is_none_or(|c| !c.is_alphanumeric());
            let place = name[*end..].strip_prefix(' ').and_then(|rest| rest.chars().next());
            starts && place.is_some_and(|c| c.is_uppercase() || c.is_numeric())
        },
    );
    end.map(|(_, end)| end).max().map(|end| name[..end].to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_name_of_a_unit_ends_where_its_place_begins() {
        assert_eq!(unit_stem("Liên đoàn Lao động huyện Mường Vang").as_deref(), Some("Liên đoàn Lao động huyện"));
        assert_eq!(unit_stem("Ủy ban nhân dân thành phố Thủ Đức").as_deref(), Some("Ủy ban nhân dân thành phố"));
        assert_eq!(unit_stem("Ban Tuyên giáo Tỉnh ủy Lai Châu").as_deref(), Some("Ban Tuyên giáo Tỉnh ủy"));
        assert_eq!(unit_stem("Các huyện, thành phố"), None);
    }
}
