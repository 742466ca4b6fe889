//! The graph of a collection: documents, missing and oral sources, addressed units, and typed edges with their evidence.
//!
//! [`connect()`] turns a corpus and its references into a [`Graph`] on petgraph. An edge runs from the citing to the cited
//! document; there is at most one for each relation and each way of knowing it (direct, or read in another document).

mod addressed;
mod bounds;
mod connect;
mod describe;
mod dissent;
mod gather;
mod joins;

pub(crate) use connect::WITHHELD;
pub use connect::{Options, connect};
pub(crate) use dissent::other_organ;

use crate::date::PartialDate;
pub use crate::record::Evidence;
use crate::vocabulary::{Language, Level, Purpose, Relation, State, System};
use petgraph::graph::DiGraph;
use serde::Serialize;

pub use petgraph::graph::{EdgeIndex, NodeIndex};

/// A document that the collection holds, or that its documents name.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Node {
    /// Stable id, never dependent on what else is held (docs/identity.md).
    pub id: String,
    /// Number and symbol as written: `36-HD/BTGTU`.
    pub number: Option<String>,
    /// Kind of document: `Hướng dẫn`.
    pub kind: Option<String>,
    /// The name, for a document without number.
    pub name: Option<String>,
    /// Issuing organ, complete: `Ban Tuyên giáo Tỉnh ủy Bình Thuận`.
    pub issuer: Option<String>,
    /// What tells the issuer, and with it system and level: `letterhead`, `signature`, `symbol`, `text`, `addressees` of its own paper;
    /// `citation` or `symbol` for a missing one; `registry`; `correction`.
    pub issuer_from: Option<&'static str>,
    /// What the organ has become, where it ended or changed its name since: its successors, joined by "; ". A document
    /// keeps its own organ in `issuer`.
    pub issuer_now: Option<String>,
    /// System of the issuing organ, where known.
    pub system: Option<System>,
    /// Level of the issuing organ, where known.
    pub level: Option<Level>,
    /// Province of the issuing organ as named at its date.
    pub province: Option<String>,
    /// Date of issue, of the precision there is.
    pub date: Option<PartialDate>,
    /// Earliest possible date, where `date` is not complete.
    pub not_before: Option<PartialDate>,
    /// Latest possible date, where `date` is not complete.
    pub not_after: Option<PartialDate>,
    /// What it is about (trích yếu), in the words of its own paper or of those that cite it.
    pub title: Option<String>,
    /// Held, missing or oral.
    pub state: State,
    /// The same as `state == held`, for readers of the wire.
    pub held: bool,
    /// A held paper that says "Dự thảo" or has its number blank.
    pub draft: bool,
    /// The files of a held document, sorted.
    pub files: Vec<String>,
    /// How many held documents cite it.
    pub cited_by: usize,
    /// How many mentions of it there are.
    pub mentions: usize,
    /// The provinces of the documents that cite it, sorted.
    pub cited_from: Vec<String>,
    /// The number is not a valid form (`01-/KH-TBTT&PV`).
    pub malformed: bool,
    /// Secrecy mark of a held document: its text is never embedded.
    pub secrecy: Option<String>,
    /// What the citing texts say of it, and how often.
    #[serde(skip_serializing_if = "Dossier::is_empty")]
    pub dossier: Dossier,
}

impl Default for Node {
    /// A missing source of which nothing is known.
    fn default() -> Self {
        Self {
            id: String::new(),
            number: None,
            kind: None,
            name: None,
            issuer: None,
            issuer_from: None,
            issuer_now: None,
            system: None,
            level: None,
            province: None,
            date: None,
            not_before: None,
            not_after: None,
            title: None,
            state: State::Missing,
            held: false,
            draft: false,
            files: Vec::new(),
            cited_by: 0,
            mentions: 0,
            cited_from: Vec::new(),
            malformed: false,
            secrecy: None,
            dossier: Dossier::default(),
        }
    }
}

/// What is known of a document from outside it: each thing that citing texts state, the most frequent first.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Dossier {
    /// Numbers as written.
    pub numbers: Vec<Stated>,
    /// Dates, ISO 8601.
    pub dates: Vec<Stated>,
    /// Issuers, complete where the citing text allows.
    pub issuers: Vec<Stated>,
    /// Titles.
    pub titles: Vec<Stated>,
    /// Date of the earliest document that cites it.
    pub first_cited: Option<PartialDate>,
    /// Date of the latest document that cites it.
    pub last_cited: Option<PartialDate>,
    /// The files of the documents that cite it first: all of that date.
    pub first_by: Vec<String>,
    /// The files of the documents that cite it last: all of that date.
    pub last_by: Vec<String>,
    /// Statements that contradict what the card shows: the dissenters against the majority.
    pub dissent: Vec<Dissent>,
    /// What the registry says where that contradicts the held paper, or the majority of the citing texts.
    pub registry: Option<Registered>,
    /// The number of pieces into which this part of the graph falls without the document. From 2 on, the document is the
    /// only thing that connects them.
    pub joins: usize,
    /// Number, date, issuer or title were completed from a registry (theo danh mục), not from a text.
    pub from_registry: bool,
    /// What people have corrected: `number`, `kind`, `date`, `issuer`, `title`.
    pub corrected: Vec<&'static str>,
}

impl Dossier {
    /// True if no citing text says anything of it.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}

/// One thing that citing texts state.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Stated {
    /// What they state.
    pub value: String,
    /// How many mentions state it.
    pub mentions: usize,
    /// The documents that state it, sorted.
    pub by: Vec<String>,
}

/// A statement against the majority.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Dissent {
    /// What it is about: `number`, `date`, `issuer` or `title`.
    pub about: &'static str,
    /// What is stated instead.
    pub value: String,
    /// How many mentions state it.
    pub mentions: usize,
    /// The documents that state it, sorted.
    pub by: Vec<String>,
}

/// A registry against a held document, or against what the citing texts say of a missing one.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Registered {
    /// The date of issue by the registry, where it is another.
    pub date: Option<PartialDate>,
    /// The issuer by the registry, where it is another.
    pub issuer: Option<String>,
    /// Where the row of the registry comes from.
    pub source: Option<String>,
}

/// What one document does with another.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Edge {
    /// The relation, from citing to cited.
    pub relation: Relation,
    /// True: the citing document says it. False: read in another document's words.
    pub direct: bool,
    /// The rule that resolved the reference of the highest confidence.
    pub rule: String,
    /// Id of the row of the table of acts that the link rests on, if it rests on one.
    pub act: Option<String>,
    /// The highest confidence among the evidence, 0 to 1.
    pub confidence: f32,
    /// Every mention that says so, sorted by path and start. Never empty.
    pub evidence: Vec<Evidence>,
    /// The rule that resolved each of them, in the same order.
    pub rules: Vec<&'static str>,
}

/// A unit that a document is sent to.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Addressed {
    /// The sending document.
    #[serde(skip)]
    pub node: NodeIndex,
    /// The unit as written.
    pub unit: String,
    /// To act, to know, as report, to keep.
    pub purpose: Purpose,
    /// Level of the unit, where the words tell it.
    #[serde(skip)]
    pub level: Option<Level>,
    /// Where it is said.
    #[serde(skip)]
    pub evidence: Evidence,
}

/// A mention that fits several documents, or none that can be named.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Unresolved {
    /// The document that holds the mention.
    pub path: String,
    /// Start in code points.
    pub start: usize,
    /// End in code points.
    pub end: usize,
    /// Line, from 1.
    #[serde(skip)]
    pub line: usize,
    /// The mention as written.
    pub text: String,
    /// `ambiguous`.
    pub state: &'static str,
    /// Ids of the documents it could mean, best first.
    pub candidates: Vec<String>,
    /// What is missing to decide: `open:organ`, `open:period`, `open:name` … (docs/identity.md).
    #[serde(skip)]
    pub rule: String,
}

/// What the figures rest on.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Collection {
    /// Version of the program.
    pub luocdo: String,
    /// Number of documents read.
    pub files: usize,
    /// Hash over names and contents, in hexadecimal.
    pub sha256: String,
}

/// The graph of a collection.
#[derive(Clone, Debug, Default)]
pub struct Graph {
    /// Nodes sorted by id, edges sorted by (from, to, relation, indirect).
    pub graph: DiGraph<Node, Edge>,
    /// Whom the documents are sent to.
    pub addressed: Vec<Addressed>,
    /// Mentions without a target.
    pub unresolved: Vec<Unresolved>,
    /// What was read.
    pub collection: Collection,
}

impl Graph {
    /// Names beside each issuer that has ended or changed its name what it is now: `Ban Dân vận Trung ương (nay là Ban
    /// Tuyên giáo và Dân vận Trung ương)`. Ids, levels and provinces stay those of the document's own time.
    pub fn name_successors(&mut self, language: Language) {
        let now = match language {
            Language::Vietnamese => "nay là",
            Language::English => "now",
        };
        for node in self.graph.node_weights_mut() {
            if let (Some(issuer), Some(successor)) = (&mut node.issuer, &node.issuer_now) {
                *issuer = format!("{issuer} ({now} {successor})");
            }
        }
    }
}
