//! PDF with a text layer: characters by their places, put back into lines, columns and paragraphs.
//!
//! What the pages print around the paper (page numbers, running headers, the gazette's line, signature stamps) is left
//! out, the columns of a letterhead and of a closing are set apart, and lines are joined into paragraphs, across pages
//! too. A page whose letters are a picture is named. Left out: rotated text, form fields, comments. Characters come from
//! pdf-extract (`sheaf`), which is fenced page by page.

mod furniture;
pub(super) mod glyphs;
pub(super) mod page;
mod paint;
mod paragraph;
mod sheaf;
mod table;

use super::content::encrypted;
use super::place::{Mark, Part, Place};
use super::{Decoded, Problem, flow, legacy, ocr, syllable};
use crate::source::Limits;
use glyphs::Glyphs;
use pdf_extract::{Document, ObjectId};
use std::collections::{BTreeMap, BTreeSet};
use std::panic::{AssertUnwindSafe, catch_unwind};

/// Deepest chain of page tree or of forms inside forms that is followed.
const DEEPEST: usize = 40;

/// The text of a PDF file.
pub(super) fn decode(bytes: &[u8], limits: &Limits) -> Result<Decoded, Problem> {
    let mut document = load(bytes)?;
    let pages = document.get_pages();
    if pages.is_empty() {
        return Err(damaged("it has no pages"));
    }
    let mut glyphs = Glyphs::new(limits.text);
    sheaf::read(&mut document, &pages, &mut glyphs)?;
    let mut lines: Vec<Vec<page::Line>> = glyphs.pages.iter().map(page::lines).collect();
    let mut empty = empty_pages(&document, &pages, &glyphs);
    if lines.iter().all(Vec::is_empty) {
        empty = pages.keys().copied().collect();
    }
    let mut notes = Vec::new();
    let poor = empty.is_empty() && is_poor(&lines);
    if poor && limits.ocr {
        empty = pages.keys().copied().collect();
    } else if poor {
        notes.push(Problem::new(
            "poor-text-layer",
            "its text layer has hardly a Vietnamese word: it was made by a poor recognition, or is in another language",
            "read the letters of the pictures anew with --ocr (needs Tesseract)",
        ));
    }
    if !empty.is_empty() && limits.ocr {
        let read = ocr::pages(bytes, &empty, limits)?;
        notes.push(qualities(&read));
        lines.retain(|page| page.first().is_some_and(|line| !empty.contains(&line.page)));
        lines.extend(read.into_iter().map(|(_, page)| page.lines));
        lines.sort_by_key(|page| page.first().map_or(0, |line| line.page));
    } else if !empty.is_empty() {
        notes.push(no_text(&empty, pages.len()));
    }
    if lines.iter().all(Vec::is_empty) {
        return Err(no_text(&empty, pages.len()));
    }
    let mut decoded = assemble(lines);
    decoded.notes.append(&mut notes);
    if !glyphs.broken.is_empty() {
        let message = format!("the file is damaged: {} cannot be read", listed(&glyphs.broken));
        decoded.notes.push(Problem::new("damaged", message, "open it in a PDF reader and print it to a new PDF"));
    }
    if let Some(problem) = unreadable_letters(&decoded.text) {
        return Err(problem);
    }
    Ok(decoded)
}

/// A picture of a page, read.
pub(super) fn picture(bytes: &[u8], limits: &Limits) -> Result<Decoded, Problem> {
    let page = ocr::picture(bytes, limits)?;
    let note = qualities(&[(1, ocr::Page { lines: Vec::new(), quality: page.quality })]);
    let mut decoded = assemble(vec![page.lines]);
    decoded.notes.push(note);
    Ok(decoded)
}

/// Lines of pages into a text.
fn assemble(lines: Vec<Vec<page::Line>>) -> Decoded {
    let paragraphs = paragraph::join(furniture::without(lines));
    flow::assemble(paragraphs.into_iter().map(|paragraph| {
        let place = |&(at, page): &(usize, u32)| Mark { at, place: Place { page: Some(page), part: Part::Whole } };
        let marks = paragraph.pages.iter().map(place).collect();
        (paragraph.text, marks)
    }))
}

fn qualities(read: &[(u32, ocr::Page)]) -> Problem {
    let pages: Vec<String> = read.iter().map(|(number, page)| format!("{number}: {}", page.quality)).collect();
    let message = format!("read by Tesseract from pictures; confidence of 100 by page: {}", pages.join(", "));
    Problem::new("ocr", message, "compare what matters with the picture")
}

/// Words that a text layer is judged by, and the share of them that bear marks and are syllables: two in three of
/// Vietnamese, one in eight where a program for English read the pictures.
const WORDS: usize = 40;
const SHARE: usize = 4;

fn is_poor(lines: &[Vec<page::Line>]) -> bool {
    let (mut marked, mut all) = (0, 0);
    for line in lines.iter().flatten() {
        all += line.text.split(|c: char| !c.is_alphanumeric()).filter(|word| word.len() > 1).count();
        marked += syllable::tally(&line.text).0;
    }
    // Letters of old encodings are judged when they have been converted.
    let old =
        lines.iter().flatten().filter(|line| legacy::may_be(&line.text)).count() * 2 > lines.iter().flatten().count();
    all >= WORDS && marked * SHARE < all && !old
}

fn load(bytes: &[u8]) -> Result<Document, Problem> {
    let loaded = catch_unwind(AssertUnwindSafe(|| Document::load_mem(bytes)));
    let mut document = match loaded {
        Ok(Ok(document)) => document,
        Ok(Err(error)) => return Err(load_problem(&error.to_string())),
        Err(_) => return Err(damaged("its reader broke down")),
    };
    if document.is_encrypted() {
        let opened = catch_unwind(AssertUnwindSafe(|| document.decrypt("")));
        if !matches!(opened, Ok(Ok(()))) {
            return Err(encrypted("the PDF is encrypted with a password"));
        }
    }
    Ok(document)
}

fn load_problem(error: &str) -> Problem {
    if error.to_lowercase().contains("password") || error.to_lowercase().contains("decrypt") {
        return encrypted("the PDF is encrypted with a password");
    }
    damaged(error)
}

fn damaged(reason: &str) -> Problem {
    let message = format!("the PDF is damaged: {reason}");
    Problem::new("damaged", message, "fetch it again, or open it in a PDF reader and print it to a new PDF")
}

/// Pages that draw something and have no letters.
fn empty_pages(document: &Document, pages: &BTreeMap<u32, ObjectId>, glyphs: &Glyphs) -> Vec<u32> {
    let lettered: BTreeSet<u32> =
        glyphs.pages.iter().filter(|page| !page.glyphs.is_empty()).map(|page| page.number).collect();
    let draws = |id: ObjectId| {
        let content = catch_unwind(AssertUnwindSafe(|| document.get_page_content(id)));
        matches!(content, Ok(Ok(content)) if memchr::memmem::find(&content, b"Do").is_some()
            || memchr::memmem::find(&content, b"BI").is_some())
    };
    let empty = pages.iter().filter(|(number, id)| !lettered.contains(number) && draws(**id));
    empty.map(|(number, _)| *number).filter(|number| !glyphs.broken.contains(number)).collect()
}

fn no_text(empty: &[u32], all: usize) -> Problem {
    let message = if empty.len() == all || empty.is_empty() {
        format!("no text layer: the {all} pages are pictures, or have no letters")
    } else {
        format!("no text layer on {} of {all}", listed(empty))
    };
    Problem::new("no-text-layer", message, "read the letters of the pictures with --ocr (needs Tesseract)")
}

/// `page 3`, `pages 2, 5 to 9`.
fn listed(pages: &[u32]) -> String {
    let mut parts: Vec<(u32, u32)> = Vec::new();
    for &page in pages {
        match parts.last_mut() {
            Some(last) if last.1 + 1 == page => last.1 = page,
            _ => parts.push((page, page)),
        }
    }
    let words: Vec<String> = parts
        .iter()
        .map(|(first, last)| if first == last { first.to_string() } else { format!("{first} to {last}") })
        .collect();
    format!("page{} {}", if pages.len() == 1 { "" } else { "s" }, words.join(", "))
}

/// Letters whose fonts do not say what they mean come out as signs of private use or control characters.
fn unreadable_letters(text: &str) -> Option<Problem> {
    let (mut letters, mut odd) = (0_usize, 0_usize);
    for c in text.chars().filter(|c| !c.is_whitespace()) {
        letters += 1;
        odd += usize::from(c.is_control() || matches!(c, '\u{E000}'..='\u{F8FF}' | '\u{FFFD}'));
    }
    (odd * 5 > letters).then(|| {
        Problem::new(
            "encoding",
            "the fonts of the PDF do not say what their letters mean",
            "read the letters of its picture with --ocr (needs Tesseract)",
        )
    })
}
