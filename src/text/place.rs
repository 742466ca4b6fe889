//! Where in its file a piece of a text stands: page, paragraph, cell, note, byte.

// The plainest build reads no fonts and no parts.
#![cfg_attr(not(all(feature = "formats", feature = "pdf-in")), allow(dead_code))]

use std::fmt;

/// A place in a file, as exact as its format tells it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Place {
    /// The page, from 1, where the format has pages.
    pub page: Option<u32>,
    /// The part of the file; the part is all that there is to say of a page.
    pub part: Part,
}

/// A part of a file. Everything counts from 1, bytes from 0.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Part {
    /// Nothing more is known.
    #[default]
    Whole,
    /// A byte of a text file.
    Byte(usize),
    /// A paragraph of the body.
    Paragraph(u32),
    /// A cell of a table.
    Cell {
        /// Which table.
        table: u32,
        /// Which row of it.
        row: u32,
        /// Which cell of the row.
        cell: u32,
    },
    /// A header of the pages.
    Header,
    /// A footer of the pages.
    Footer,
    /// A footnote or endnote, in the order of the file.
    Note(u32),
    /// A text box.
    Box(u32),
}

impl fmt::Display for Part {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Whole => Ok(()),
            Self::Byte(byte) => write!(f, "byte {byte}"),
            Self::Paragraph(number) => write!(f, "paragraph {number}"),
            Self::Cell { table, row, cell } => write!(f, "table {table}, row {row}, cell {cell}"),
            Self::Header => f.write_str("header"),
            Self::Footer => f.write_str("footer"),
            Self::Note(number) => write!(f, "note {number}"),
            Self::Box(number) => write!(f, "text box {number}"),
        }
    }
}

/// From a byte of a text on, where things stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Mark {
    /// First byte of the text as it stands.
    pub(super) at: usize,
    pub(super) place: Place,
}

/// Where each byte of a text comes from.
#[derive(Clone, Debug, Default)]
pub(super) enum Places {
    /// The file's own bytes.
    #[default]
    Same,
    /// Bytes of the file at anchors, in order; between two of them nothing better is known than the one before.
    Bytes(Vec<(usize, usize)>),
    /// Parts of the file, in order.
    Marks(Vec<Mark>),
}

impl Places {
    /// The place of a byte of the text.
    pub(super) fn of(&self, byte: usize) -> Place {
        match self {
            Self::Same => Place { page: None, part: Part::Byte(byte) },
            Self::Bytes(anchors) => {
                let after = anchors.partition_point(|anchor| anchor.0 <= byte);
                let found = after.checked_sub(1).map_or(0, |index| anchors[index].1);
                Place { page: None, part: Part::Byte(found) }
            }
            Self::Marks(marks) => {
                let after = marks.partition_point(|mark| mark.at <= byte);
                after.checked_sub(1).map_or(Place::default(), |index| marks[index].place)
            }
        }
    }
}
