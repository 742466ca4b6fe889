//! The part of a graph worth drawing.
//!
//! [`select`] takes a graph and a [`Query`] and gives a [`View`]: the nodes and edges to draw, and what was left out.

use crate::graph::{EdgeIndex, Graph, NodeIndex};
use crate::vocabulary::Relation;

/// What to draw.
#[derive(Clone, Debug)]
pub struct Query {
    /// Most cards to draw.
    pub max_nodes: usize,
}

impl Default for Query {
    fn default() -> Self {
        Self { max_nodes: 70 }
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
    /// Indices into `graph.addressed` whose sender is drawn, purpose `act` only.
    pub addressed: Vec<usize>,
    /// Nodes of the graph that are not drawn.
    pub left_out: usize,
}

/// One line of the drawing. Where two documents are tied by several relations the strongest is drawn and the rest counted.
#[derive(Clone, Copy, Debug)]
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
