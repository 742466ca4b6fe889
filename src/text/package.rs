//! The parts of a zip package (docx, odt), unpacked within limits, and a walk over XML that never recurses.

use super::Problem;
use super::content::encrypted;
use crate::source::Limits;
use quick_xml::XmlVersion;
use quick_xml::events::{BytesStart, Event};
use quick_xml::reader::Reader;
use std::borrow::Cow;
use std::io::{Cursor, Read};
use zip::ZipArchive;

/// An open package.
pub(super) struct Package<'b> {
    zip: ZipArchive<Cursor<&'b [u8]>>,
    limits: Limits,
    left: u64,
}

impl<'b> Package<'b> {
    pub(super) fn open(bytes: &'b [u8], limits: &Limits) -> Result<Self, Problem> {
        let zip = ZipArchive::new(Cursor::new(bytes)).map_err(|error| damaged(&error.to_string()))?;
        if zip.len() > limits.entries {
            let message = format!("it has {} parts, more than {}", zip.len(), limits.entries);
            return Err(Problem::new("too-large", message, "raise --max-entries if it is to be trusted"));
        }
        Ok(Self { zip, limits: *limits, left: limits.unpacked })
    }

    /// Names of the parts, sorted.
    pub(super) fn names(&self) -> Vec<String> {
        let mut names: Vec<String> = self.zip.file_names().flatten().map(Cow::into_owned).collect();
        names.sort();
        names
    }

    /// A part as XML text; nothing if there is none of the name.
    pub(super) fn xml(&mut self, name: &str) -> Result<Option<String>, Problem> {
        let Some(index) = self.zip.index_for_name(name) else { return Ok(None) };
        let file = self.zip.by_index(index).map_err(|error| match error {
            zip::result::ZipError::InvalidPassword => encrypted("the document is encrypted with a password"),
            zip::result::ZipError::UnsupportedArchive(zip::result::ZipError::PASSWORD_REQUIRED) => {
                encrypted("the document is encrypted with a password")
            }
            other => damaged(&other.to_string()),
        })?;
        let most = self.limits.allowance(file.compressed_size(), self.left);
        let mut bytes = Vec::new();
        let read = file.take(most + 1).read_to_end(&mut bytes);
        let whole = read.map_err(|error| error.to_string());
        if bytes.len() as u64 > most {
            let message = format!("its part {name} unpacks to more than {} MB", most >> 20);
            return Err(Problem::new(
                "too-large",
                message,
                "raise --max-ratio or --max-unpacked if it is to be trusted",
            ));
        }
        self.left -= bytes.len() as u64;
        match (whole, bytes.is_empty()) {
            (Err(error), true) => Err(damaged(&error)),
            // A part that breaks off is read as far as it goes; the walk meets the end of its XML and says so.
            _ => Ok(Some(text(&bytes))),
        }
    }
}

/// XML is UTF-8 unless it has the mark of UTF-16.
fn text(bytes: &[u8]) -> String {
    match encoding_rs::Encoding::for_bom(bytes) {
        Some((encoding, _)) => encoding.decode(bytes).0.into_owned(),
        None => String::from_utf8_lossy(bytes).into_owned(),
    }
}

pub(super) fn damaged(reason: &str) -> Problem {
    Problem::new(
        "damaged",
        format!("the file is damaged: {reason}"),
        "fetch it again, or open it in its program and save it",
    )
}

/// What a walk meets.
pub(super) enum Node<'n> {
    /// An element begins; the name with its prefix.
    Open(&'n str, &'n BytesStart<'n>),
    /// An element ends.
    Close(&'n str),
    /// Characters, entities resolved.
    Words(&'n str),
}

/// The prefix and the local part of a name.
pub(super) fn split(name: &str) -> (&str, &str) {
    name.split_once(':').unwrap_or(("", name))
}

/// An attribute by its local name.
pub(super) fn attribute<'s>(start: &'s BytesStart<'_>, local: &str) -> Option<Cow<'s, str>> {
    let found = start.attributes().with_checks(false).flatten().find(|a| split(a.key.as_ref()).1 == local)?;
    match found.normalized_value(XmlVersion::Implicit1_0) {
        Ok(value) => Some(Cow::Owned(value.into_owned())),
        Err(_) => Some(found.value),
    }
}

/// Goes over XML from its beginning to its end. Only the five entities of XML and numbers are resolved: entities that a
/// document type defines are left out, so that none can grow.
///
/// # Errors
/// A note of where the XML ends too early; what came before has been seen.
pub(super) fn walk(xml: &str, mut see: impl FnMut(Node<'_>)) -> Result<(), Problem> {
    let mut reader = Reader::from_str(xml);
    let config = reader.config_mut();
    config.check_end_names = false;
    config.allow_dangling_amp = true;
    config.allow_unmatched_ends = true;
    let mut open = 0_usize;
    loop {
        match reader.read_event() {
            Ok(Event::Start(start)) => {
                open += 1;
                see(Node::Open(start.name().as_ref(), &start));
            }
            Ok(Event::Empty(start)) => {
                see(Node::Open(start.name().as_ref(), &start));
                see(Node::Close(start.name().as_ref()));
            }
            Ok(Event::End(end)) => {
                open = open.saturating_sub(1);
                see(Node::Close(end.name().as_ref()));
            }
            Ok(Event::Text(words)) => see(Node::Words(&words)),
            Ok(Event::CData(words)) => see(Node::Words(&words)),
            Ok(Event::GeneralRef(entity)) => {
                let mut buffer = [0; 4];
                if let Some(c) = resolve(&entity) {
                    see(Node::Words(c.encode_utf8(&mut buffer)));
                }
            }
            Ok(Event::Eof) if open == 0 => return Ok(()),
            Ok(Event::Eof) => return Err(cut(xml.len())),
            Ok(_) => {}
            Err(_) => return Err(cut(reader.buffer_position() as usize)),
        }
    }
}

fn resolve(entity: &quick_xml::events::BytesRef<'_>) -> Option<char> {
    match &**entity {
        "amp" => Some('&'),
        "lt" => Some('<'),
        "gt" => Some('>'),
        "quot" => Some('"'),
        "apos" => Some('\''),
        "nbsp" => Some('\u{A0}'),
        _ => entity.resolve_char_ref().ok().flatten().filter(|c| *c != '\0'),
    }
}

fn cut(at: usize) -> Problem {
    let message = format!("the file is damaged: its XML breaks off at byte {at}; what stands before is read");
    Problem::new("damaged", message, "fetch it again, or open it in its program and save it")
}
