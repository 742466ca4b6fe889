//! The rows of a drawing: one for each level, split by system where a level has several.
//!
//! Rows come from the documents, not from a list of organs: a level without documents has no row. Systems of one level
//! share a row if they have few documents; the State and the mass organisations also if no year has documents of both.
//! Where there would be too many rows, more systems of a level share one.

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
    documents: usize,
}

/// Assigns rows. Costs n log n.
pub(crate) fn lanes(view: &View, words: &Words) -> Lanes {
    let mut contents: BTreeMap<Key, Content> = BTreeMap::new();
    for node in view.nodes.iter().map(|n| &view.graph.graph[*n]) {
        let content = contents.entry(key(node)).or_default();
        content.years.insert(node.date.or(node.not_after).map(|d| d.year_number()));
        content.systems.insert((group(node.system), node.system));
        content.documents += 1;
    }
    let few = (view.nodes.len() / 16).max(4);
    let mut rows: Vec<(Key, Content)> = Vec::new();
    let mut row_of: BTreeMap<Key, usize> = BTreeMap::new();
    for (key, content) in contents {
        match rows.last_mut() {
            Some((first, shared)) if may_share((*first, shared), (key, &content), few) => {
                shared.documents += content.documents;
                shared.years.extend(content.years);
                shared.systems.extend(content.systems);
            }
            _ => rows.push((key, content)),
        }
        row_of.insert(key, rows.len() - 1);
    }
    join_rows(&mut rows, &mut row_of);
    let of = view.nodes.iter().map(|n| row_of[&key(&view.graph.graph[*n])]).collect();
    let named = |((_, level, _), content): (Key, Content)| Lane {
        title: level.map_or(words.level_unknown, |l| l.name(words.language)).to_uppercase(),
        note: note(&content.systems, words),
    };
    Lanes { rows: rows.into_iter().map(named).collect(), of }
}

/// More rows than these, and the sheet is mostly empty.
const MOST_ROWS: usize = 9;

/// Joins rows of one level, those with the fewest documents first, until there are few enough.
fn join_rows(rows: &mut Vec<(Key, Content)>, row_of: &mut BTreeMap<Key, usize>) {
    while rows.len() > MOST_ROWS {
        let pairs = rows.windows(2).enumerate().filter(|(_, pair)| pair[0].0.1.is_some() && pair[0].0.1 == pair[1].0.1);
        let fewest = pairs.min_by_key(|(at, pair)| (pair[0].1.documents + pair[1].1.documents, *at)).map(|(at, _)| at);
        let Some(at) = fewest else { break };
        let (_, joined) = rows.remove(at + 1);
        rows[at].1.documents += joined.documents;
        rows[at].1.systems.extend(joined.systems);
        for row in row_of.values_mut().filter(|row| **row > at) {
            *row -= 1;
        }
    }
}

/// True for two groups of one known level that have few documents, or, without the Party, none of the same year.
fn may_share((first, shared): (Key, &Content), (second, content): (Key, &Content), few: usize) -> bool {
    let party = first.2 == 0 || second.2 == 0;
    let level = first.1.is_some() && first.1 == second.1;
    level && (shared.documents + content.documents <= few || (!party && shared.years.is_disjoint(&content.years)))
}

/// The systems of a row in words.
fn note(systems: &BTreeSet<(usize, Option<System>)>, words: &Words) -> String {
    let names: Vec<&str> =
        systems.iter().map(|(_, s)| s.map_or(words.system_unknown, |s| s.name(words.language))).collect();
    names.join(", ")
}
