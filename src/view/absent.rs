//! What a query asks for and nothing in the graph bears: a misspelt province would leave a drawing that looks whole.

use super::Query;
use super::filter::Filter;
use crate::graph::Graph;
use crate::source::distance;
use crate::text::fold::{bare, names, slug};
use crate::vocabulary::{Level, Relation, State, System};
use std::collections::BTreeSet;

/// A value of a filter that nothing in the graph bears.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Absent {
    /// The filter: `province`.
    pub filter: &'static str,
    /// As asked for; a code where the values are a closed list.
    pub asked: String,
    /// What there is instead: every code of a closed list, the nearest name, a few names where none is near.
    pub there: Vec<String>,
}

/// So many names are told where none is near.
const FEW: usize = 5;

/// Every value asked for, and every name asked away, that nothing bears, in the order of the filters. A code that is asked
/// away is asked rightly where there is none. Linear in the graph for each name.
pub fn absent(graph: &Graph, query: &Query) -> Vec<Absent> {
    let nodes = || graph.graph.node_weights();
    let provinces: BTreeSet<&str> = nodes().filter_map(|node| node.province.as_deref()).collect();
    let organs: BTreeSet<&str> = nodes().filter_map(|node| node.issuer.as_deref()).collect();
    let relations = graph.graph.edge_weights().map(|edge| edge.relation);
    let mut found = codes("relation", &query.relations, relations, Relation::code);
    found.extend(codes("system", &query.systems, nodes().filter_map(|node| node.system), System::code));
    found.extend(codes("level", &query.levels, nodes().filter_map(|node| node.level), Level::code));
    found.extend(codes("state", &query.states, nodes().map(|node| node.state), State::code));
    found.extend(words("province", &query.provinces, &provinces, |name, asked| slug(name) == slug(asked)));
    found.extend(words("organ", &query.organs, &organs, |name, asked| names(&bare(name), &bare(asked))));
    found
}

fn codes<T: Copy + Ord>(
    filter: &'static str,
    asked: &Filter<T>,
    there: impl Iterator<Item = T>,
    code: fn(T) -> &'static str,
) -> Vec<Absent> {
    if asked.only.is_empty() {
        return Vec::new();
    }
    let there: BTreeSet<T> = there.collect();
    let codes = || there.iter().map(|value| code(*value).to_owned()).collect();
    let lacking = asked.only.iter().filter(|value| !there.contains(value));
    lacking.map(|value| Absent { filter, asked: code(*value).to_owned(), there: codes() }).collect()
}

fn words(
    filter: &'static str,
    asked: &Filter<String>,
    there: &BTreeSet<&str>,
    bears: fn(&str, &str) -> bool,
) -> Vec<Absent> {
    let lacking = |asked: &&String| !there.iter().any(|name| bears(name, asked));
    let of = |asked: &String| Absent { filter, asked: asked.clone(), there: instead(asked, there) };
    asked.only.iter().chain(&asked.without).filter(lacking).map(of).collect()
}

/// The name that has the words most like those asked for, if some are; else a few names.
fn instead(asked: &str, there: &BTreeSet<&str>) -> Vec<String> {
    let asked = bare(asked);
    let count = asked.split(' ').count();
    let letters: Vec<char> = asked.chars().collect();
    let far = |name: &str| {
        let name = bare(name);
        let words: Vec<&str> = name.split(' ').collect();
        let runs = words.windows(count.min(words.len())).map(|run| run.join(" ").chars().collect::<Vec<_>>());
        runs.map(|run| distance(&letters, &run)).min()
    };
    let nearest = there.iter().filter_map(|name| Some((far(name)?, name.len(), *name))).min();
    match nearest.filter(|(far, ..)| *far <= letters.len().div_ceil(3)) {
        Some((.., name)) => vec![name.to_owned()],
        None => there.iter().take(FEW).map(|name| (*name).to_owned()).collect(),
    }
}
