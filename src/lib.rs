//! luocdo reads Vietnamese administrative, party and union documents and shows who cites whom.
pub mod vocabulary;
pub mod text;
pub mod date;
pub mod graph;
pub mod view;
