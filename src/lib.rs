//! luocdo reads Vietnamese administrative, party and union documents and shows who cites whom.
pub mod vocabulary;
pub mod source;
pub mod text;
pub mod date;
pub mod lexicon;
pub mod number;
pub mod document;
pub mod mention;
pub mod record;
pub mod batch;
pub mod graph;
pub mod secrecy;
pub mod lookup;
pub mod view;
pub mod render;

/// What counts as a document in a folder: what [`text::decode`] can read.
pub const DOCUMENTS: source::ReadOptions =
    source::ReadOptions { extensions: text::EXTENSIONS, recognizes: text::recognizes };
