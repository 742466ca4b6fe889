//! What users want of their own papers (quy tắc riêng): relations that must be there, and relations that must not.
//!
//! A rule names papers, and what each of them must cite at least once (`require`) or must not cite (`forbid`). Rules come
//! from luocdo.toml and are checked like the built-in codes.

use super::case::{Case, Held};
use super::codes::CODES;
use super::finding::{Finding, Place, Said, Severity};
use crate::graph::{Edge, Node};
use crate::text::fold::{fold, names};
use crate::vocabulary::{Level, Relation, State, System};
use petgraph::Direction;
use petgraph::visit::EdgeRef;
use serde::de::{Error, IntoDeserializer, SeqAccess, Visitor};
use serde::{Deserialize, Deserializer};
use std::fmt;
use std::marker::PhantomData;

/// One rule.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Rule {
    /// Its own code, two letters and three figures: `QT901`.
    pub code: String,
    /// How grave it is to break it.
    #[serde(default = "warning", deserialize_with = "severity")]
    pub severity: Severity,
    /// What the report says.
    pub message: String,
    /// The papers that it is for.
    #[serde(default)]
    pub papers: Papers,
    /// What each of them must cite at least once.
    pub require: Option<Cites>,
    /// What none of them may cite.
    pub forbid: Option<Cites>,
}

/// Papers, told by what is known of them. An empty list tells nothing.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case", default)]
pub struct Papers {
    /// Kinds, in any case: `Kế hoạch`.
    #[serde(deserialize_with = "one_or_more")]
    pub kind: Vec<String>,
    /// Levels of the issuing organ.
    #[serde(deserialize_with = "one_or_more")]
    pub level: Vec<Level>,
    /// Systems of the issuing organ.
    #[serde(deserialize_with = "one_or_more")]
    pub system: Vec<System>,
    /// Provinces.
    #[serde(deserialize_with = "one_or_more")]
    pub province: Vec<String>,
    /// Whole words of the issuer's name.
    #[serde(deserialize_with = "one_or_more")]
    pub issuer: Vec<String>,
}

/// Citations of a paper.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case", default)]
pub struct Cites {
    /// What the paper does with the cited document.
    #[serde(deserialize_with = "one_or_more")]
    pub relation: Vec<Relation>,
    /// Kinds of the cited document.
    #[serde(deserialize_with = "one_or_more")]
    pub kind: Vec<String>,
    /// Levels of its organ, by name or against the paper's own.
    #[serde(deserialize_with = "one_or_more")]
    pub level: Vec<Rank>,
    /// Systems of its organ.
    #[serde(deserialize_with = "one_or_more")]
    pub system: Vec<System>,
    /// Held, missing or oral.
    #[serde(deserialize_with = "one_or_more")]
    pub state: Vec<State>,
}

/// A level, or a level against that of the citing paper.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Rank {
    /// Nearer to the centre (cấp trên).
    Above,
    /// The same (cùng cấp).
    Same,
    /// Further from it (cấp dưới).
    Below,
    /// The centre.
    Central,
    /// A province.
    Province,
    /// A district.
    District,
    /// A commune.
    Commune,
    /// The grassroots.
    Grassroots,
}

const fn warning() -> Severity {
    Severity::Warning
}

fn severity<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Severity, D::Error> {
    let written = String::deserialize(deserializer)?;
    Severity::from_code(&written).ok_or_else(|| D::Error::unknown_variant(&written, &["error", "warning", "note"]))
}

/// A word or a list of words. An untagged enum would do, but for its errors, which do not tell the words that there are.
fn one_or_more<'de, D: Deserializer<'de>, T: Deserialize<'de>>(deserializer: D) -> Result<Vec<T>, D::Error> {
    struct Words<T>(PhantomData<T>);
    impl<'de, T: Deserialize<'de>> Visitor<'de> for Words<T> {
        type Value = Vec<T>;

        fn expecting(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
            out.write_str("a word or a list of words")
        }

        fn visit_str<E: Error>(self, word: &str) -> Result<Self::Value, E> {
            T::deserialize(word.into_deserializer()).map(|one| vec![one])
        }

        fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Self::Value, A::Error> {
            std::iter::from_fn(|| list.next_element().transpose()).collect()
        }
    }
    deserializer.deserialize_any(Words(PhantomData))
}

/// Why a rule cannot be checked.
#[derive(Clone, Debug, thiserror::Error, PartialEq, Eq)]
pub enum RuleFault {
    /// Its code has another form.
    #[error("“{0}” is no code; write two capitals and three figures, such as QT901")]
    NoCode(String),
    /// Its code is a built-in one.
    #[error("{0} is a code of luocdo; choose another, such as QT901")]
    Taken(String),
    /// It wants nothing, or two things.
    #[error("{0}: a rule has either require or forbid")]
    WantsNotOne(String),
    /// Another rule has its code.
    #[error("another rule has the code {0} already; choose another")]
    Twice(String),
}

impl Rule {
    /// What is wrong with the rule itself, if anything: its code, or that it wants nothing.
    pub fn fault(&self) -> Option<RuleFault> {
        let letters = self.code.bytes().take_while(u8::is_ascii_uppercase).count();
        let figures = self.code.bytes().skip(letters).all(|b| b.is_ascii_digit());
        if letters != 2 || self.code.len() != 5 || !figures {
            return Some(RuleFault::NoCode(self.code.clone()));
        }
        if CODES.iter().any(|code| code.code == self.code) {
            return Some(RuleFault::Taken(self.code.clone()));
        }
        (self.require.is_some() == self.forbid.is_some()).then(|| RuleFault::WantsNotOne(self.code.clone()))
    }

    /// The same, or that one of the others has its code: findings and counts go by code.
    pub fn fault_among(&self, others: &[Rule]) -> Option<RuleFault> {
        let taken = || others.iter().any(|other| other.code == self.code);
        self.fault().or_else(|| taken().then(|| RuleFault::Twice(self.code.clone())))
    }
}

/// What breaks the rules, in the order of the rules, then of files.
pub(super) fn check_all(case: &Case<'_>) -> Vec<Finding> {
    case.options.rules.iter().flat_map(|rule| check(case, rule)).collect()
}

fn check(case: &Case<'_>, rule: &Rule) -> Vec<Finding> {
    let papers = case.held().iter().filter(|held| rule.papers.hold(held.node));
    papers
        .flat_map(|held| match (&rule.require, &rule.forbid) {
            (Some(wanted), _) => required(case, held, rule, wanted).into_iter().collect(),
            (None, Some(unwanted)) => forbidden(case, held, rule, unwanted),
            (None, None) => Vec::new(),
        })
        .map(|finding| finding.of_code(rule.code.clone(), rule.severity))
        .collect()
}

fn required(case: &Case<'_>, held: &Held<'_>, rule: &Rule, wanted: &Cites) -> Option<Finding> {
    let cited = |(edge, to): (&Edge, &Node)| wanted.hold(held.node, edge, to);
    if outgoing(case, held).into_iter().any(cited) {
        return None;
    }
    let finding = broken(case, held, rule).at(case.number_place(held.record));
    Some(
        finding.note(Said::new("chưa thấy viện dẫn nào như quy tắc đòi", "no citation such as the rule wants is seen")),
    )
}

fn forbidden(case: &Case<'_>, held: &Held<'_>, rule: &Rule, unwanted: &Cites) -> Vec<Finding> {
    let found = outgoing(case, held).into_iter().filter(|(edge, to)| unwanted.hold(held.node, edge, to));
    found
        .map(|(edge, to)| {
            let name = case.name(to);
            let place = edge.evidence.first();
            broken(case, held, rule)
                .namely(format!("{} {}", edge.relation, to.id))
                .at(place.map(|place| Place::of(place, to.number.as_deref().unwrap_or_default())))
                .note(Said::new(format!("viện dẫn {}", name.vietnamese), format!("cites {}", name.english)))
        })
        .collect()
}

fn broken(case: &Case<'_>, held: &Held<'_>, rule: &Rule) -> Finding {
    let name = case.name(held.node);
    Finding::new(Said::new(
        format!("{}: {}", name.vietnamese, rule.message),
        format!("{}: {}", name.english, rule.message),
    ))
    .about(&held.node.id)
}

/// What the paper itself says of others, in the order of the graph.
fn outgoing<'s>(case: &Case<'s>, held: &Held<'_>) -> Vec<(&'s Edge, &'s Node)> {
    let graph = &case.graph.graph;
    let mut edges: Vec<_> = graph
        .edges_directed(held.index, Direction::Outgoing)
        .filter(|edge| edge.weight().direct)
        .map(|edge| (edge.id(), edge.weight(), &graph[edge.target()]))
        .collect();
    edges.sort_by_key(|(id, ..)| *id);
    edges.into_iter().map(|(_, edge, to)| (edge, to)).collect()
}

fn among<T: PartialEq>(list: &[T], value: Option<&T>) -> bool {
    list.is_empty() || value.is_some_and(|value| list.contains(value))
}

fn named(list: &[String], value: Option<&str>) -> bool {
    list.is_empty() || value.map(fold).is_some_and(|value| list.iter().any(|name| fold(name) == value))
}

impl Papers {
    fn hold(&self, node: &Node) -> bool {
        let issuer = node.issuer.as_deref().map(fold).unwrap_or_default();
        named(&self.kind, node.kind.as_deref())
            && among(&self.level, node.level.as_ref())
            && among(&self.system, node.system.as_ref())
            && named(&self.province, node.province.as_deref())
            && (self.issuer.is_empty() || self.issuer.iter().any(|words| names(&issuer, &fold(words))))
    }
}

impl Cites {
    fn hold(&self, from: &Node, edge: &Edge, to: &Node) -> bool {
        among(&self.relation, Some(&edge.relation))
            && named(&self.kind, to.kind.as_deref())
            && (self.level.is_empty() || self.level.iter().any(|rank| rank.fits(from, to)))
            && among(&self.system, to.system.as_ref())
            && among(&self.state, Some(&to.state))
    }
}

impl Rank {
    fn fits(self, from: &Node, to: &Node) -> bool {
        let is = |level: Level| to.level == Some(level);
        match self {
            Self::Above => to.level.zip(from.level).is_some_and(|(to, from)| to < from),
            Self::Same => to.level.zip(from.level).is_some_and(|(to, from)| to == from),
            Self::Below => to.level.zip(from.level).is_some_and(|(to, from)| to > from),
            Self::Central => is(Level::Central),
            Self::Province => is(Level::Province),
            Self::District => is(Level::District),
            Self::Commune => is(Level::Commune),
            Self::Grassroots => is(Level::Grassroots),
        }
    }
}
