//! Which documents and relations a question lets through: what is asked for, and what is asked away.

use super::Query;
use crate::date::PartialDate;
use crate::graph::{Graph, Node, NodeIndex};
use crate::text::fold::{bare, names, slug};
use crate::vocabulary::Level;
use chrono::NaiveDate;

/// Values that are wanted and values that are not. Empty, it lets everything through.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Filter<T> {
    /// With any value here, only these pass.
    pub only: Vec<T>,
    /// These never pass.
    pub without: Vec<T>,
}

impl<T> Default for Filter<T> {
    fn default() -> Self {
        Self { only: Vec::new(), without: Vec::new() }
    }
}

impl<T> Filter<T> {
    /// Lets only these values through.
    pub fn only(values: impl IntoIterator<Item = T>) -> Self {
        Self { only: values.into_iter().collect(), without: Vec::new() }
    }

    /// True if it lets everything through.
    pub fn is_empty(&self) -> bool {
        self.only.is_empty() && self.without.is_empty()
    }

    /// True if a value that `is` recognizes is not asked away, and is asked for if anything is.
    fn lets(&self, is: impl Fn(&T) -> bool) -> bool {
        (self.only.is_empty() || self.only.iter().any(&is)) && !self.without.iter().any(is)
    }
}

impl Filter<String> {
    /// The same filter over keys of its words.
    fn keys(&self, key: fn(&str) -> String) -> Self {
        let keys = |words: &[String]| words.iter().map(|word| key(word)).collect();
        Self { only: keys(&self.only), without: keys(&self.without) }
    }
}

impl<T: PartialEq> Filter<T> {
    /// True if the value passes; what is not known passes only where nothing is asked for.
    pub fn passes(&self, value: Option<&T>) -> bool {
        self.lets(|wanted| Some(wanted) == value)
    }
}

/// Which documents the filters of the query let through.
pub(super) fn filtered(graph: &Graph, query: &Query) -> Vec<bool> {
    let organs = query.organs.keys(bare);
    let provinces = query.provinces.keys(slug);
    let passes = |node: &Node| {
        query.systems.passes(node.system.as_ref())
            && query.levels.passes(node.level.as_ref())
            && query.states.passes(Some(&node.state))
            && in_provinces(node, &provinces)
            && organs.lets(|organ| node.issuer.as_deref().is_some_and(|issuer| names(&bare(issuer), organ)))
            && in_time(node, &query.periods)
    };
    let mut wanted: Vec<bool> = graph.graph.node_weights().map(passes).collect();
    for focus in &query.focus {
        wanted[focus.index()] = true;
    }
    for without in &query.without {
        wanted[without.index()] = false;
    }
    wanted
}

/// A document of the centre belongs to every province, but one asked away by its own province does not pass.
fn in_provinces(node: &Node, provinces: &Filter<String>) -> bool {
    let own = node.province.as_deref().map(slug);
    let asked_for = provinces.only.is_empty()
        || node.level == Some(Level::Central)
        || own.as_ref().is_some_and(|own| provinces.only.contains(own));
    asked_for && !own.is_some_and(|own| provinces.without.contains(&own))
}

/// From one day, month or year to another, both included; without an end, for ever.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Period {
    /// The first day, month or year.
    pub from: Option<PartialDate>,
    /// The last.
    pub to: Option<PartialDate>,
}

impl Period {
    /// True if a document can be of this time; one of unknown time always can.
    fn can_hold(&self, node: &Node) -> bool {
        let (earliest, latest) = bounds(node);
        self.from.is_none_or(|from| latest.is_none_or(|latest| latest >= from.earliest()))
            && self.to.is_none_or(|to| earliest.is_none_or(|earliest| earliest <= to.latest()))
    }

    /// True if a document must be of this time.
    fn holds(&self, node: &Node) -> bool {
        let (earliest, latest) = bounds(node);
        self.from.is_none_or(|from| earliest.is_some_and(|earliest| earliest >= from.earliest()))
            && self.to.is_none_or(|to| latest.is_some_and(|latest| latest <= to.latest()))
    }
}

/// The first and the last day that a document can be of.
fn bounds(node: &Node) -> (Option<NaiveDate>, Option<NaiveDate>) {
    let earliest = node.date.or(node.not_before).map(|date| date.earliest());
    (earliest, node.date.or(node.not_after).map(|date| date.latest()))
}

/// A document stays as long as it can be of a time asked for, and need not be of one asked away.
fn in_time(node: &Node, periods: &Filter<Period>) -> bool {
    let asked_for = periods.only.is_empty() || periods.only.iter().any(|period| period.can_hold(node));
    asked_for && !periods.without.iter().any(|period| period.holds(node))
}

/// Takes out documents that none of the relations asked for touches; gives their number.
pub(super) fn drop_unrelated(graph: &Graph, query: &Query, wanted: &mut [bool]) -> usize {
    if query.relations.is_empty() {
        return 0;
    }
    let mut tied = vec![false; wanted.len()];
    for edge in graph.graph.raw_edges() {
        let (from, to) = (edge.source(), edge.target());
        if from != to
            && wanted[from.index()]
            && wanted[to.index()]
            && query.relations.passes(Some(&edge.weight.relation))
        {
            (tied[from.index()], tied[to.index()]) = (true, true);
        }
    }
    let mut dropped = 0;
    for index in graph.graph.node_indices().map(NodeIndex::index) {
        if wanted[index] && !tied[index] && !query.focus.iter().any(|focus| focus.index() == index) {
            wanted[index] = false;
            dropped += 1;
        }
    }
    dropped
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_asked_away_does_not_pass_even_if_it_is_asked_for() {
        let filter = Filter { only: vec![1, 2], without: vec![2] };
        assert_eq!([1, 2, 3].map(|n| filter.passes(Some(&n))), [true, false, false]);
        assert!(!filter.passes(None) && Filter { only: vec![], without: vec![1] }.passes(None));
    }
}
