//! The characters of a page as lines in reading order: rows of phrases, and the columns of letterheads and closings one
//! after the other.

use super::glyphs::{Glyph, Page};
use super::paragraph;
use super::table::{self, Table};

/// Gaps in parts of the letter size: between letters of one word less than the first, between phrases of one line more
/// than the second.
const WORD_GAP: f64 = 0.15;
/// The same on a line that has blanks of its own.
const LOOSE_GAP: f64 = 0.3;
const PHRASE_GAP: f64 = 1.8;
/// Baselines that differ by less, in parts of the letter size, are one line.
const LINE: f64 = 0.45;
/// Two columns are at least so far apart, in parts of the letter size.
const GUTTER: f64 = 0.8;

/// A line as it is read.
#[derive(Clone, Debug)]
pub(in crate::text) struct Line {
    pub(in crate::text) text: String,
    pub(in crate::text) page: u32,
    pub(in crate::text) x: f64,
    pub(in crate::text) end: f64,
    pub(in crate::text) y: f64,
    pub(in crate::text) size: f64,
    /// It is no line of running text: of a column, or a row of a table.
    pub(in crate::text) apart: bool,
}

#[derive(Clone, Debug)]
struct Phrase {
    x: f64,
    end: f64,
    text: String,
}

#[derive(Clone, Debug)]
struct Row {
    y: f64,
    size: f64,
    phrases: Vec<Phrase>,
}

/// The lines of a page from top to bottom.
pub(in crate::text) fn lines(page: &Page) -> Vec<Line> {
    let (tables, outside) = table::split(page);
    let rows = rows(outside);
    let mut lines = Vec::with_capacity(rows.len());
    let mut at = 0;
    for table in tables {
        let above = rows[at..].iter().take_while(|row| row.y < table.top).count();
        running(&rows[at..at + above], page.number, &mut lines);
        at += above;
        table_lines(&table, page.number, &mut lines);
    }
    running(&rows[at..], page.number, &mut lines);
    lines
}

/// A row of a table as one line: its cells with tabs between them, each with its lines joined.
fn table_lines(table: &Table<'_>, page: u32, lines: &mut Vec<Line>) {
    for cells in &table.rows {
        let cells: Vec<Vec<Row>> = cells.iter().map(|glyphs| rows(glyphs.iter().copied())).collect();
        let Some(first) = cells.iter().flatten().next() else { continue };
        let mut texts = cells.iter().map(|rows| {
            let mut text = String::new();
            for phrase in rows.iter().flat_map(|row| &row.phrases) {
                paragraph::append(&mut text, &phrase.text);
            }
            text
        });
        let mut line = Line {
            text: texts.next().unwrap_or_default(),
            page,
            x: first.phrases.first().map_or(0.0, |phrase| phrase.x),
            end: cells.iter().flatten().flat_map(|row| &row.phrases).map(|phrase| phrase.end).fold(0.0, f64::max),
            y: first.y,
            size: first.size,
            apart: true,
        };
        for text in texts {
            line.text.push('\t');
            line.text.push_str(&text);
        }
        lines.push(line);
    }
}

/// Lines that are in no table.
fn running(rows: &[Row], number: u32, lines: &mut Vec<Line>) {
    let mut at = 0;
    while at < rows.len() {
        let block = columns(&rows[at..]);
        if let Some((length, gutter)) = block {
            for right in [false, true] {
                for row in &rows[at..at + length] {
                    let side: Vec<&Phrase> =
                        row.phrases.iter().filter(|phrase| (phrase.x >= gutter) == right).collect();
                    lines.extend(line(row, &side, number, true));
                }
            }
            at += length;
        } else {
            let all: Vec<&Phrase> = rows[at].phrases.iter().collect();
            lines.extend(line(&rows[at], &all, number, all.len() > 1));
            at += 1;
        }
    }
}

fn line(row: &Row, phrases: &[&Phrase], page: u32, apart: bool) -> Option<Line> {
    let (first, last) = (phrases.first()?, phrases.last()?);
    let text = phrases.iter().map(|phrase| phrase.text.as_str()).collect::<Vec<_>>().join("\t");
    Some(Line { text, page, x: first.x, end: last.end, y: row.y, size: row.size, apart })
}

/// Characters by baseline, from left to right, cut into phrases.
fn rows<'g>(glyphs: impl IntoIterator<Item = &'g Glyph>) -> Vec<Row> {
    let mut order: Vec<&Glyph> = glyphs.into_iter().filter(|glyph| !glyph.text.is_empty()).collect();
    order.sort_by(|a, b| a.y.total_cmp(&b.y).then(a.x.total_cmp(&b.x)));
    let mut rows: Vec<Vec<&Glyph>> = Vec::new();
    for glyph in order {
        match rows.last_mut() {
            Some(row) if (glyph.y - baseline(row)).abs() < LINE * glyph.size.max(row[0].size).min(72.0) => {
                row.push(glyph)
            }
            _ => rows.push(vec![glyph]),
        }
    }
    rows.into_iter().map(row).filter(|row| !row.phrases.is_empty()).collect()
}

/// The baseline of what the row has most of late: the last letter that is no blank.
fn baseline(row: &[&Glyph]) -> f64 {
    row.iter().rev().find(|glyph| !glyph.text.trim().is_empty()).or(row.last()).map_or(0.0, |glyph| glyph.y)
}

fn row(mut glyphs: Vec<&Glyph>) -> Row {
    glyphs.sort_by(|a, b| a.x.total_cmp(&b.x));
    let mut sizes: Vec<f64> = glyphs.iter().map(|glyph| glyph.size).collect();
    sizes.sort_by(f64::total_cmp);
    let size = sizes[sizes.len() / 2];
    let y = baseline(&glyphs);
    let blanks = glyphs.iter().filter(|glyph| glyph.text.trim().is_empty()).count();
    let word_gap = if blanks * 12 > glyphs.len() { LOOSE_GAP } else { WORD_GAP };
    let mut phrases: Vec<Phrase> = Vec::new();
    // The last letter that is no blank, and whether blanks came after it.
    let mut last: Option<&Glyph> = None;
    let mut blank = false;
    for glyph in glyphs {
        if glyph.text.trim().is_empty() {
            blank = true;
            continue;
        }
        let gap = last.map_or(f64::MAX, |last| glyph.x - last.end);
        // Letters printed twice, a little apart, look bold.
        if last.is_some_and(|last| last.text == glyph.text && (glyph.x - last.x).abs() < 0.12 * size) {
            continue;
        }
        match phrases.last_mut() {
            Some(phrase) if gap < PHRASE_GAP * size => {
                if blank || gap > word_gap * size {
                    phrase.text.push(' ');
                }
                phrase.text.push_str(&glyph.text);
                phrase.end = glyph.end;
            }
            _ => phrases.push(Phrase { x: glyph.x, end: glyph.end, text: glyph.text.clone() }),
        }
        (last, blank) = (Some(glyph), false);
    }
    Row { y, size, phrases }
}

/// The length of a block of two columns that begins here, and where the right one begins. Only letterheads and closings
/// are read so: in any other table the row is what belongs together.
fn columns(rows: &[Row]) -> Option<(usize, f64)> {
    let first = rows.first()?;
    let width = rows.iter().flat_map(|row| row.phrases.iter().map(|phrase| phrase.end)).fold(0.0, f64::max);
    let left = rows.iter().flat_map(|row| row.phrases.iter().map(|phrase| phrase.x)).fold(f64::MAX, f64::min);
    let middle = left + (width - left) / 2.0;
    let (mut from, mut to) = (left + 0.2 * (width - left), left + 0.72 * (width - left));
    // How far each side reaches; what stands below on one side alone belongs to what follows.
    let (mut left_end, mut right_end) = (0, 0);
    for (index, row) in rows.iter().enumerate() {
        let (mut next_from, mut next_to) = (from, to);
        for phrase in &row.phrases {
            if (phrase.x + phrase.end) / 2.0 < middle {
                next_from = next_from.max(phrase.end);
            } else {
                next_to = next_to.min(phrase.x);
            }
        }
        if next_to - next_from < GUTTER * first.size {
            break;
        }
        (from, to) = (next_from, next_to);
        if row.phrases.iter().any(|phrase| phrase.end <= from) {
            left_end = index + 1;
        }
        if row.phrases.iter().any(|phrase| phrase.x >= to) {
            right_end = index + 1;
        }
    }
    let length = left_end.min(right_end);
    let anchored = rows[..length].iter().flat_map(|row| &row.phrases).any(|phrase| is_anchor(&phrase.text));
    (length > 0 && left_end.max(right_end) > 1 && anchored).then_some((length, to - 1e-6))
}

/// Words that only letterheads and closings have.
fn is_anchor(words: &str) -> bool {
    let words = words.trim_start();
    ["CỘNG HÒA", "CỘNG HOÀ", "Độc lập -", "ĐẢNG CỘNG SẢN VIỆT NAM", "ĐOÀN TNCS", "Nơi nhận", "NƠI NHẬN", "Nơi gửi"]
        .iter()
        .any(|anchor| words.starts_with(anchor))
}
