//! Bytes of a file into text that remembers where each piece came from.
//!
//! [`decode`] gives a [`Text`]: the words as they stand in the file, and the same words in NFC for every later stage.
//! Offsets inside the program are bytes of the NFC text ([`Span`]); people and the wire get code points of the text as it
//! stands ([`Text::code_points`]). NFC is made here and nowhere else. One file per format: today `plain`.

mod composed;
mod cursor;
pub mod fold;
pub(crate) mod letter;
mod plain;
mod span;

pub(crate) use cursor::after_gap;
pub use cursor::{Cursor, is_dash, is_gap, is_slash};
pub use span::{Span, Text};

use serde::Serialize;
use std::path::Path;

/// Something that could not be read, or only in part. The document keeps its line in every output.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Problem {
    /// Stable code: `unreadable`, `not-text`, `encoding`, `empty`.
    pub code: &'static str,
    /// What happened, with the place.
    pub message: String,
    /// What to do about it.
    pub remedy: String,
}

/// The format that the content of a file shows, whatever its name says.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Format {
    /// Plain text.
    Text,
    /// Markdown, read as it stands: its marks belong to the text.
    Markdown,
}

/// Extensions of documents that a folder is searched for.
pub const EXTENSIONS: &[&str] = &["txt", "md", "markdown"];

/// True if the beginning of a file without extension shows a format that [`decode`] reads. A character may be cut at its end.
pub fn recognizes(head: &[u8]) -> bool {
    plain::recognizes(head)
}

/// Turns the bytes of a file into text, by content. Linear in the bytes.
///
/// # Errors
/// A [`Problem`] if the content is in none of the formats and encodings that luocdo reads.
pub fn decode(name: &str, bytes: Vec<u8>) -> Result<Text, Problem> {
    let extension = Path::new(name).extension().and_then(|e| e.to_str()).unwrap_or_default().to_ascii_lowercase();
    let format = if matches!(extension.as_str(), "md" | "markdown") { Format::Markdown } else { Format::Text };
    plain::decode(bytes).map(|text| Text::new(text, format))
}
