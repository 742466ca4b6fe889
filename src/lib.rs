//! luocdo reads Vietnamese administrative, party and union documents and shows who cites whom.
pub mod vocabulary;
pub mod source;
pub mod text;
pub mod date;
pub mod lexicon;
pub mod number;
pub mod document;
pub mod mention;
pub mod deadline;
pub mod record;
pub mod batch;
pub mod secrecy;
pub mod identity;
pub mod registry;
pub mod corpus;
pub mod reference;
pub mod graph;
pub mod correction;
pub mod analysis;
pub mod audit;
pub mod config;
pub mod comparison;
pub mod view;
pub mod diagram;
pub mod lookup;
pub mod render;

use graph::Graph;
use lexicon::Lexicon;
use record::Record;
use source::Source;
use std::convert::{Infallible, identity};

/// What counts as a document in a folder: what [`text::decode`] can read.
pub const DOCUMENTS: source::ReadOptions = source::ReadOptions {
    extensions: text::EXTENSIONS,
    pictures: &[],
    recognizes: text::recognizes,
    limits: source::Limits::DEFAULT,
};

/// A collection, read and resolved.
#[derive(Clone, Debug, Default)]
pub struct Survey {
    /// The documents it holds.
    pub corpus: corpus::Corpus,
    /// What each mention means.
    pub references: Vec<reference::Reference>,
    /// Documents, missing sources, and the edges between them with their evidence.
    pub graph: Graph,
    /// Corrections that fit nothing that was read.
    pub stale: Vec<correction::Stale>,
}

/// What a survey knows besides the lexicon.
#[derive(Clone, Debug, Default)]
pub struct Options {
    /// How to connect.
    pub graph: graph::Options,
    /// What people have corrected.
    pub corrections: correction::Corrections,
}

/// The whole way from documents to graph. `on_read` sees every record as it is read, in the order of the sources; nothing
/// in the result depends on that order or on the number of threads.
pub fn survey(
    sources: impl Iterator<Item = Source> + Send + 'static,
    lexicon: &Lexicon,
    options: &Options,
    mut on_read: impl FnMut(&Record),
) -> Survey {
    let mut records = Vec::new();
    batch::examine_each(sources, lexicon, record::Detail::Whole, identity, |mut batch| {
        batch.iter().for_each(&mut on_read);
        records.append(&mut batch);
        Ok::<(), Infallible>(())
    })
    .unwrap_or_else(|never| match never {});
    let mut stale = correction::correct_records(&mut records, &options.corrections, lexicon);
    let corpus = corpus::assemble(records, lexicon);
    let mut references = reference::resolve(&corpus, lexicon);
    stale.extend(correction::correct_references(&corpus, &mut references, &options.corrections));
    let mut graph = graph::connect(&corpus, &references, lexicon, &options.graph);
    stale.extend(correction::correct_sources(&mut graph, &options.corrections, lexicon));
    stale.sort();
    Survey { corpus, references, graph, stale }
}
