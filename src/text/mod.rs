//! Bytes of a file into text that remembers where each piece came from.
//!
//! [`decode`] looks at the content, never only at the name, and gives a [`Text`]: the words as they stand in the file, and
//! the same words in NFC for every later stage. Offsets inside the program are bytes of the NFC text ([`Span`]); people
//! and the wire get code points of the text as it stands ([`Text::code_points`]) and the [`Place`] in the file. NFC is
//! made here and nowhere else. One file per format; `flow` puts paragraphs, cells and notes in order for all of them.

mod composed;
mod content;
mod cursor;
#[cfg(feature = "formats")]
mod doc;
#[cfg(feature = "formats")]
mod docx;
mod fence;
#[cfg(any(feature = "formats", feature = "pdf-in"))]
mod flow;
pub mod fold;
#[cfg(any(feature = "formats", feature = "pdf-in"))]
mod font;
#[cfg(feature = "formats")]
mod html;
#[cfg(feature = "formats")]
mod label;
mod legacy;
pub(crate) mod letter;
#[cfg(feature = "formats")]
mod odt;
#[cfg(feature = "formats")]
mod package;
#[cfg(feature = "pdf-in")]
pub mod ocr;
#[cfg(feature = "pdf-in")]
mod pdf;
mod place;
mod plain;
#[cfg(feature = "formats")]
mod rtf;
mod span;
mod syllable;

pub use content::recognizes;
pub(crate) use cursor::after_gap;
pub use cursor::{Cursor, is_dash, is_gap, is_slash};
pub use legacy::Encoding;
pub use place::{Part, Place};
pub use span::{Run, Span, Text};

use crate::source::{Limits, SourceError};
use serde::Serialize;

/// Something that could not be read, or only in part. The document keeps its line in every output.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Problem {
    /// Stable code, of those in docs/formats.md: `unreadable`, `not-text`, `encoding`, `encrypted`, `damaged`, ….
    pub code: &'static str,
    /// What happened, with the place.
    pub message: String,
    /// What to do about it.
    pub remedy: String,
}

impl Problem {
    pub(crate) fn new(code: &'static str, message: impl Into<String>, remedy: impl Into<String>) -> Self {
        Self { code, message: message.into(), remedy: remedy.into() }
    }

    /// What is said of a file on which luocdo itself broke down.
    pub fn fault() -> Self {
        let remedy = "please report it with the file; the other files are read";
        Self::new("fault", "a fault of luocdo itself ended the reading of this file", remedy)
    }
}

impl From<SourceError> for Problem {
    fn from(error: SourceError) -> Self {
        Self::new(error.code(), error.to_string(), error.remedy())
    }
}

/// The format that the content of a file shows, whatever its name says.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Format {
    /// Plain text.
    #[default]
    Text,
    /// Markdown, read as it stands: its marks belong to the text.
    Markdown,
    /// Word since 2007.
    Docx,
    /// Word 97 to 2003.
    Doc,
    /// Rich Text Format.
    Rtf,
    /// OpenDocument text.
    Odt,
    /// A web page.
    Html,
    /// Portable Document Format.
    Pdf,
    /// A picture of a page, read where that is asked for.
    Picture,
}

/// What a reader of a format gives.
#[derive(Debug, Default)]
struct Decoded {
    text: String,
    places: place::Places,
    runs: Vec<Run>,
    encoding: Encoding,
    notes: Vec<Problem>,
}

impl Decoded {
    /// Keeps no more of the text than it may be long, and says so.
    fn cut(&mut self, most: usize) {
        if self.text.len() <= most {
            return;
        }
        let end = self.text.floor_char_boundary(most);
        // A run is converted as a whole: what of it would remain leads nowhere in its source.
        let whole = self.runs.partition_point(|run| run.end <= end);
        let end = self.runs.get(whole).map_or(end, |run| run.start.min(end));
        self.runs.truncate(whole);
        self.text.truncate(end);
        if !self.notes.iter().any(|note| note.code == "too-large") {
            self.notes.push(too_long(most));
        }
    }
}

fn too_long(most: usize) -> Problem {
    Problem::new(
        "too-large",
        format!("the text is longer than {} MB and is read only so far", most >> 20),
        "raise --max-text, or split the file",
    )
}

/// Extensions of documents that a folder is searched for.
pub const EXTENSIONS: &[&str] = &[
    "txt",
    "md",
    "markdown",
    #[cfg(feature = "formats")]
    "docx",
    #[cfg(feature = "formats")]
    "docm",
    #[cfg(feature = "formats")]
    "doc",
    #[cfg(feature = "formats")]
    "rtf",
    #[cfg(feature = "formats")]
    "odt",
    #[cfg(feature = "formats")]
    "html",
    #[cfg(feature = "formats")]
    "htm",
    #[cfg(feature = "pdf-in")]
    "pdf",
];

/// Extensions of pictures, which a folder is searched for where pictures are read.
pub const PICTURES: &[&str] = &["png", "jpg", "jpeg", "tif", "tiff"];

/// [`decode_within`] the default limits.
///
/// # Errors
/// As [`decode_within`].
pub fn decode(name: &str, bytes: Vec<u8>) -> Result<Text, Problem> {
    decode_within(name, bytes, &Limits::DEFAULT)
}

/// Turns the bytes of a file into text, by content; the name tells Markdown from text and nothing else. Linear in the
/// bytes, and in what they unpack to. Every format but plain text is read on a thread apart, so that a reader that
/// panics, or is not done in the time that `limits` gives, costs this file and nothing else.
///
/// # Errors
/// A [`Problem`] if the content is in none of the formats and encodings that luocdo reads, or is broken, encrypted, or
/// beyond a limit.
pub fn decode_within(name: &str, bytes: Vec<u8>, limits: &Limits) -> Result<Text, Problem> {
    let content = content::of(name, &bytes)?;
    let limits = *limits;
    let mut decoded = match content {
        Format::Text | Format::Markdown => plain::decode(bytes)?,
        // Programs that read pictures have their own limit, page by page.
        _ => fence::run(if limits.ocr { DAY } else { limits.seconds }, move || unpack(content, &bytes, &limits))?,
    };
    decoded.cut(limits.text);
    if decoded.text.trim().is_empty() && decoded.notes.is_empty() {
        return Err(Problem::new("empty", "there are no words in it", "look at it; a picture of a page needs --ocr"));
    }
    Ok(Text::of(decoded, content))
}

/// Seconds.
const DAY: u64 = 86_400;

/// Reads one of the formats that are not text by themselves.
fn unpack(format: Format, bytes: &[u8], limits: &Limits) -> Result<Decoded, Problem> {
    match format {
        #[cfg(feature = "formats")]
        Format::Docx => docx::decode(bytes, limits),
        #[cfg(feature = "formats")]
        Format::Odt => odt::decode(bytes, limits),
        #[cfg(feature = "formats")]
        Format::Doc => doc::decode(bytes, limits),
        #[cfg(feature = "formats")]
        Format::Rtf => rtf::decode(bytes, limits),
        #[cfg(feature = "formats")]
        Format::Html => html::decode(bytes, limits),
        #[cfg(feature = "pdf-in")]
        Format::Pdf => pdf::decode(bytes, limits),
        #[cfg(feature = "pdf-in")]
        Format::Picture if limits.ocr => pdf::picture(bytes, limits),
        Format::Picture => {
            Err(Problem::new("not-text", "the content is a picture", "read its letters with --ocr (needs Tesseract)"))
        }
        _ => {
            let (_, _) = (bytes, limits);
            Err(Problem::new("not-text", "this build does not read the format", "use the full build, or save as .txt"))
        }
    }
}
