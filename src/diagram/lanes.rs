//! The rows of a drawing: one for each level, split by system where a level has several.
//!
//! Rows come from the documents, not from a list of organs: a level without documents has no row. The Party always has a
//! row of its own; the State and the mass organisations share one as long as no year has documents of both.

use super::wording::Words;
use crate::graph::Node;
use crate::view::View;
use crate::vocabulary::{Level, System};
use std::collections::{BTreeMap, BTreeSet};

/// A row: its name and the systems in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Lane {
    /// Name of the level in capitals.
    pub(crate) title: String,
    /// Names of the systems.
    pub(crate) note: String,
}

/// The rows and the row of every drawn document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Lanes {
    /// From the centre down; documents of unknown level last.
    pub(crate) rows: Vec<Lane>,
    /// For each document of the view its index in `rows`.
    pub(crate) of: Vec<usize>,
}

/// The Party, the State, the mass organisations, the unknown: the order of rows within a level.
fn group(system: Option<System>) -> usize {
    match system {
        Some(System::Party) => 0,
        Some(System::State) => 1,
        Some(_) => 2,
        None => 3,
    }
}

/// What makes a row: a level, the unknown last, and a group of systems.
type Key = (bool, Option<Level>, usize);

fn key(node: &Node) -> Key {
    (node.level.is_none(), node.level, if node.level.is_none() { 0 } else { group(node.system) })
}

/// The years and the systems of the documents of a row.
#[derive(Default)]
struct Content {
    years: BTreeSet<Option<u16>>,
    systems: BTreeSet<(usize, Option<System>)>,
}

/// Assigns rows. Costs n log n.
pub(crate) fn lanes(view: &View, words: &Words) -> Lanes {
    let mut contents: BTreeMap<Key, Content> = BTreeMap::new();
    for node in view.nodes.iter().map(|n| &view.graph.graph[*n]) {
        let content = contents.entry(key(node)).or_default();
        content.years.insert(node.date.or(node.not_after).map(|d| d.year_number()));
        content.systems.insert((group(node.system), node.system));
    }
    let mut rows: Vec<(Key, Content)> = Vec::new();
    let mut row_of: BTreeMap<Key, usize> = BTreeMap::new();
    for (key, content) in contents {
        match rows.last_mut() {
            Some((first, shared)) if may_share(*first, key) && shared.years.is_disjoint(&content.years) => {
                shared.years.extend(content.years);
                shared.systems.extend(content.systems);
            }
            _ => rows.push((key, content)),
        }
        row_of.insert(key, rows.len() - 1);
    }
    let of = view.nodes.iter().map(|n| row_of[&key(&view.graph.graph[*n])]).collect();
    let named = |((_, level, _), content): (Key, Content)| Lane {
        title: level.map_or(words.level_unknown, |l| l.name(words.language)).to_uppercase(),
        note: note(&content.systems, words),
    };
    Lanes { rows: rows.into_iter().map(named).collect(), of }
}

/// True for two groups of one known level, neither of them the Party.
fn may_share(first: Key, second: Key) -> bool {
    first.1.is_some() && first.1 == second.1 && first.2 > 0 && second.2 > 0
}

/// The systems of a row in words.
fn note(systems: &BTreeSet<(usize, Option<System>)>, words: &Words) -> String {
    let names: Vec<&str> =
        systems.iter().map(|(_, s)| s.map_or(words.system_unknown, |s| s.name(words.language))).collect();
    names.join(", ")
}
