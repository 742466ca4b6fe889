//! The part of a graph worth drawing.
//!
//! [`select`] takes a graph and a [`Query`] and gives a [`View`]: the nodes and edges to draw, and what was left out. It
//! never invents documents; what it hides it counts. The rules in the order in which they are applied:
//!
//! | Rule | File |
//! |---|---|
//! | filters, each for and against | `filter` |
//! | focus and its reach | here |
//! | laws of competence, unless asked for | here |
//! | repeated units as one card | `elide` |
//! | beyond the limit: the most connected stay, the rest is counted where it belongs | here, `elide` |
//! | one line for two documents, the strongest | here |
//! | arrows that a longer chain implies, if asked | `reduce` |

mod absent;
mod cascades;
mod elide;
mod filter;
mod reduce;

pub use absent::{Absent, absent};
pub use cascades::cascades;
pub(crate) use elide::unit_stem;
pub use elide::{Elision, Tie};
pub use filter::{Filter, Period};

use crate::graph::{EdgeIndex, Graph, Node, NodeIndex};
use crate::vocabulary::{Level, Purpose, Relation, State, System};
use petgraph::Direction;
use petgraph::visit::EdgeRef;
use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet, BinaryHeap, VecDeque};

/// What to draw. An empty filter lets everything through.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Query {
    /// Most cards to draw, counted elisions included.
    pub max_nodes: usize,
    /// The documents in the middle; with none, the whole graph counts.
    pub focus: Vec<NodeIndex>,
    /// Steps from the focus to what it cites; nothing means as far as it goes.
    pub up: Option<usize>,
    /// Steps from the focus to those that cite it; nothing means as far as it goes.
    pub down: Option<usize>,
    /// Documents that are not drawn, whatever else is asked for.
    pub without: Vec<NodeIndex>,
    /// Times to draw; documents that can be of such a time stay.
    pub periods: Filter<Period>,
    /// Relations to draw; documents that none of them touches are not drawn.
    pub relations: Filter<Relation>,
    /// Systems to draw.
    pub systems: Filter<System>,
    /// Levels to draw.
    pub levels: Filter<Level>,
    /// States to draw.
    pub states: Filter<State>,
    /// Provinces to draw, with or without marks (`Yên Bái`, `yen-bai`); documents of the centre stay.
    pub provinces: Filter<String>,
    /// Organs to draw: whole words of their names, with or without marks.
    pub organs: Filter<String>,
    /// True: draw also laws that are cited only as the ground of an organ's competence.
    pub competence: bool,
    /// When units that do the same become one card.
    pub fold: Fold,
    /// True: leave out arrows that a longer chain implies.
    pub reduce: bool,
}

/// When units that do the same become one card.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Fold {
    /// Where there are more documents than the limit.
    #[default]
    Auto,
    /// Wherever there are three of them.
    Always,
    /// Never.
    Never,
}

impl Default for Query {
    fn default() -> Self {
        Self {
            max_nodes: 70,
            focus: Vec::new(),
            up: None,
            down: None,
            without: Vec::new(),
            periods: Filter::default(),
            relations: Filter::default(),
            systems: Filter::default(),
            levels: Filter::default(),
            states: Filter::default(),
            provinces: Filter::default(),
            organs: Filter::default(),
            competence: false,
            fold: Fold::Auto,
            reduce: false,
        }
    }
}

/// A part of a graph, and what it leaves out.
#[derive(Clone, Debug)]
pub struct View<'g> {
    /// The whole graph.
    pub graph: &'g Graph,
    /// Nodes to draw, in the order of the graph.
    pub nodes: Vec<NodeIndex>,
    /// Edges to draw, in the order of the graph; both ends are in `nodes`.
    pub edges: Vec<DrawnEdge>,
    /// Several documents as one card.
    pub elisions: Vec<Elision>,
    /// Indices into `graph.addressed` whose sender is drawn, purpose `act` only.
    pub addressed: Vec<usize>,
    /// Nodes that the query asks for, that are beyond its limit, and that no elision counts.
    pub left_out: usize,
    /// Laws that are cited only for competence, and are not drawn.
    pub competence: usize,
    /// Documents that pass the filters but have none of the relations asked for.
    pub unrelated: usize,
    /// Relations between drawn documents that are counted at a stronger one.
    pub weaker: usize,
    /// Arrows that a longer chain implies, and that are not drawn.
    pub implied: usize,
}

impl View<'_> {
    /// Documents that stand on cards: one each, or counted in an elision.
    pub fn documents(&self) -> usize {
        self.nodes.len() + self.elisions.iter().map(|elision| elision.members.len()).sum::<usize>()
    }
}

/// One line of the drawing. Where two documents are tied by several relations the strongest is drawn and the rest counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DrawnEdge {
    /// The edge of the graph.
    pub edge: EdgeIndex,
    /// From the citing document.
    pub from: NodeIndex,
    /// To the cited document.
    pub to: NodeIndex,
    /// Its relation.
    pub relation: Relation,
    /// How many weaker relations between the same two documents are not drawn.
    pub also: usize,
}

impl DrawnEdge {
    /// From where the directive comes to where it goes: from the cited document to the citing one, but from the act that
    /// promulgates to what it promulgates.
    pub fn flow(&self) -> (NodeIndex, NodeIndex) {
        if self.relation == Relation::Promulgates { (self.from, self.to) } else { (self.to, self.from) }
    }
}

/// Chooses what to draw. Costs n log n in nodes and edges; `reduce` more (docs/drawing.md).
pub fn select<'g>(graph: &'g Graph, query: &Query) -> View<'g> {
    let mut wanted = filter::filtered(graph, query);
    let distance = reach(graph, query);
    if !query.focus.is_empty() {
        for (keep, steps) in wanted.iter_mut().zip(&distance) {
            *keep = *keep && steps.is_some();
        }
    }
    let competence = if query.competence { 0 } else { drop_competence(graph, query, &mut wanted) };
    let unrelated = filter::drop_unrelated(graph, query, &mut wanted);
    let asked = count(&wanted);
    let folds = match query.fold {
        Fold::Auto => asked > query.max_nodes,
        Fold::Always => true,
        Fold::Never => false,
    };
    let folded = if folds { elide::fold(graph, query, &mut wanted) } else { Vec::new() };
    let elisions = keep_to_the_limit(graph, query, &distance, folded, &mut wanted);
    let (mut edges, weaker) = strongest_edges(graph, query, &wanted);
    let implied = if query.reduce { reduce::reduce(&mut edges) } else { 0 };
    let addressed = (0..graph.addressed.len())
        .filter(|&i| graph.addressed[i].purpose == Purpose::Act && wanted[graph.addressed[i].node.index()])
        .collect();
    let nodes: Vec<NodeIndex> = graph.graph.node_indices().filter(|n| wanted[n.index()]).collect();
    let mut view =
        View { graph, nodes, edges, elisions, addressed, left_out: 0, competence, unrelated, weaker, implied };
    view.left_out = asked - view.documents();
    view
}

fn count(wanted: &[bool]) -> usize {
    wanted.iter().filter(|w| **w).count()
}

/// One card in so many may be an elision.
const ELISIONS: usize = 7;

/// Keeps no more cards than the limit: the folded units that hang on what is kept, what carries the cascade, and what is
/// left out as counted cards.
fn keep_to_the_limit(
    graph: &Graph,
    query: &Query,
    distance: &[Option<usize>],
    mut folded: Vec<Elision>,
    wanted: &mut Vec<bool>,
) -> Vec<Elision> {
    if count(wanted) + folded.len() <= query.max_nodes {
        return folded;
    }
    let all = wanted.clone();
    // A counted card takes the place of no focus, nor of the only document.
    let focus = query.focus.iter().filter(|node| wanted[node.index()]).collect::<BTreeSet<_>>().len();
    let free = query.max_nodes.saturating_sub(focus.max(1));
    let share = (query.max_nodes / ELISIONS).min(free);
    folded.sort_by_key(|elision| (Reverse(elision.members.len()), elision.members[0]));
    folded.truncate(share.max(1).min(free));
    folded.sort_by_key(|elision| elision.members[0]);
    let mut elided = share.saturating_sub(folded.len());
    for last in [false, true] {
        // What is tied to folded units stays with them.
        let mut kept = all.clone();
        keep_the_connected(graph, distance, query.max_nodes - folded.len() - elided, &mut kept);
        let left: Vec<NodeIndex> = graph.graph.node_indices().filter(|n| all[n.index()] && !kept[n.index()]).collect();
        let elisions = elide::elide(graph, query, &left, &kept, elided);
        // Where fewer cards are needed for what is left out, documents take their room.
        if !last && elisions.len() < elided {
            elided = elisions.len();
            continue;
        }
        folded.iter_mut().for_each(|elision| elision.ties.retain(|tie| kept[tie.document.index()]));
        folded.retain(|elision| !elision.ties.is_empty());
        folded.extend(elisions);
        *wanted = kept;
        break;
    }
    folded
}

/// Steps from the focus to every document in reach, up and down the chain but never up and down again.
fn reach(graph: &Graph, query: &Query) -> Vec<Option<usize>> {
    let mut distance = vec![None; graph.graph.node_count()];
    for (direction, limit) in [(Direction::Outgoing, query.up), (Direction::Incoming, query.down)] {
        let mut seen = vec![false; graph.graph.node_count()];
        let mut queue: VecDeque<(NodeIndex, usize)> = query.focus.iter().map(|&n| (n, 0)).collect();
        while let Some((node, steps)) = queue.pop_front() {
            if std::mem::replace(&mut seen[node.index()], true) {
                continue;
            }
            let known = &mut distance[node.index()];
            *known = Some(known.map_or(steps, |k: usize| k.min(steps)));
            if limit.is_none_or(|limit| steps < limit) {
                let next =
                    graph.graph.edges_directed(node, direction).filter(|e| in_relations(e.weight().relation, query));
                queue.extend(
                    next.map(|e| if direction == Direction::Outgoing { e.target() } else { e.source() })
                        .map(|n| (n, steps + 1)),
                );
            }
        }
    }
    distance
}

fn in_relations(relation: Relation, query: &Query) -> bool {
    query.relations.passes(Some(&relation))
}

/// Takes out the laws that documents name only to say by what right they act; gives their number.
fn drop_competence(graph: &Graph, query: &Query, wanted: &mut [bool]) -> usize {
    let mut dropped = 0;
    for index in graph.graph.node_indices() {
        let node = &graph.graph[index];
        if !wanted[index.index()]
            || node.state == State::Held
            || query.focus.contains(&index)
            || !is_law_of_competence(node)
        {
            continue;
        }
        let mut uses = graph.graph.edges_directed(index, Direction::Incoming).peekable();
        if uses.peek().is_some() && uses.all(|e| e.weight().relation == Relation::Basis) {
            wanted[index.index()] = false;
            dropped += 1;
        }
    }
    dropped
}

/// Beginnings of the names of acts that give organs their powers and the making of documents its form.
const COMPETENCE: [&str; 4] = [
    "luật tổ chức ",
    "luật ban hành văn bản ",
    "luật sửa đổi, bổ sung một số điều của luật tổ chức ",
    "nghị định quy định chức năng, nhiệm vụ, quyền hạn",
];

fn is_law_of_competence(node: &Node) -> bool {
    let kind = node.kind.as_deref().unwrap_or_default();
    [&node.name, &node.title].into_iter().flatten().any(|words| {
        let words = words.to_lowercase();
        let with_kind = format!("{} {words}", kind.to_lowercase());
        COMPETENCE.iter().any(|start| words.starts_with(start) || with_kind.starts_with(start))
    })
}

/// Keeps `most` of the wanted: the focus and what is near it, else growing from the most connected document along
/// the relations, always to the most connected neighbour, so that what is kept hangs together.
fn keep_the_connected(graph: &Graph, distance: &[Option<usize>], most: usize, wanted: &mut [bool]) {
    let degree = |n: NodeIndex| {
        let near = graph.graph.neighbors_undirected(n).filter(|m| *m != n && wanted[m.index()]).count();
        near + 2 * usize::from(graph.graph[n].state == State::Held && near > 0)
    };
    let rank: Vec<(Reverse<usize>, usize, Reverse<usize>)> = graph
        .graph
        .node_indices()
        .map(|n| (Reverse(distance[n.index()].unwrap_or(usize::MAX)), degree(n), Reverse(n.index())))
        .collect();
    let mut seeds: Vec<NodeIndex> = graph.graph.node_indices().filter(|n| wanted[n.index()]).collect();
    seeds.sort_by_key(|n| Reverse(rank[n.index()]));
    let mut kept = vec![false; wanted.len()];
    let mut queued = vec![false; wanted.len()];
    let mut left = most;
    // Every focus comes before what is near the first of them.
    let focus = seeds.iter().filter(|seed| distance[seed.index()] == Some(0));
    let mut heap: BinaryHeap<_> = focus.map(|&seed| (rank[seed.index()], seed)).collect();
    for seed in seeds {
        heap.push((rank[seed.index()], seed));
        while let Some((_, node)) = heap.pop() {
            if left == 0 || std::mem::replace(&mut kept[node.index()], true) {
                continue;
            }
            left -= 1;
            for next in graph.graph.neighbors_undirected(node) {
                if wanted[next.index()] && !kept[next.index()] && !std::mem::replace(&mut queued[next.index()], true) {
                    heap.push((rank[next.index()], next));
                }
            }
        }
    }
    wanted.copy_from_slice(&kept);
}

/// One edge for each ordered pair of drawn documents, and how many weaker ones there are in all.
fn strongest_edges(graph: &Graph, query: &Query, wanted: &[bool]) -> (Vec<DrawnEdge>, usize) {
    let mut best: BTreeMap<(NodeIndex, NodeIndex), DrawnEdge> = BTreeMap::new();
    let mut weaker = 0;
    for edge in graph.graph.edge_references() {
        let (from, to, relation) = (edge.source(), edge.target(), edge.weight().relation);
        if from == to || !wanted[from.index()] || !wanted[to.index()] || !in_relations(relation, query) {
            continue;
        }
        let new = DrawnEdge { edge: edge.id(), from, to, relation, also: 0 };
        let strength = |e: &DrawnEdge| (strength(e.relation), !graph.graph[e.edge].direct, e.edge);
        best.entry((from, to))
            .and_modify(|old| {
                weaker += 1;
                let also = old.also + 1;
                *old = DrawnEdge { also, ..if strength(&new) < strength(old) { new } else { *old } };
            })
            .or_insert(new);
    }
    let mut edges: Vec<DrawnEdge> = best.into_values().collect();
    edges.sort_by_key(|e| e.edge);
    (edges, weaker)
}

/// Rank of a relation, the strongest first: what changes another document, what carries it out, what mentions it.
fn strength(relation: Relation) -> usize {
    use Relation::*;
    const ORDER: [Relation; 16] = [
        Replaces,
        Repeals,
        Amends,
        Suspends,
        Implements,
        Basis,
        Guides,
        Promulgates,
        Consolidates,
        Corrects,
        Follows,
        Responds,
        Interprets,
        Publishes,
        Translates,
        Cites,
    ];
    ORDER.iter().position(|r| *r == relation).unwrap_or(ORDER.len())
}
