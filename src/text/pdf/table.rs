//! Tables that are drawn with lines: which letters stand in which cell.
//!
//! A cell is what lies between the nearest rules above, below, left and right of a letter. A table without rules is not
//! seen here and is read line by line.

use super::glyphs::{Glyph, Page};

/// Rules shorter than this are strokes of letters or underlines of nothing, in points.
const SHORT: f64 = 6.0;
/// A filled rectangle thinner than this is a rule.
const THIN: f64 = 3.0;
/// Rules nearer to each other than this are one.
const NEAR: f64 = 2.5;
/// Most rules of a page that are looked at; a drawing has more.
const MOST: usize = 4000;

/// A rule: where it is across its direction, and from where to where along it.
#[derive(Clone, Copy, Debug)]
struct Rule {
    at: f64,
    from: f64,
    to: f64,
}

/// A rectangle that the page draws, corners in any order.
#[derive(Clone, Copy, Debug)]
pub(super) struct Drawn {
    pub(super) left: f64,
    pub(super) top: f64,
    pub(super) right: f64,
    pub(super) bottom: f64,
}

/// A table of a page.
pub(super) struct Table<'p> {
    /// Baseline of its first letters.
    pub(super) top: f64,
    /// Rows of cells of letters.
    pub(super) rows: Vec<Vec<Vec<&'p Glyph>>>,
}

/// The tables of a page from top to bottom, and the letters outside of them.
pub(super) fn split(page: &Page) -> (Vec<Table<'_>>, Vec<&Glyph>) {
    let (across, down) = rules(&page.drawn);
    let regions = regions(&down);
    let mut inside: Vec<Vec<(Cell, &Glyph)>> = vec![Vec::new(); regions.len()];
    let mut outside = Vec::new();
    for glyph in &page.glyphs {
        let middle = glyph.y - 0.3 * glyph.size;
        let region = regions.iter().position(|region| region.0 - NEAR < middle && middle < region.1 + NEAR);
        match region.and_then(|region| Some((region, cell(glyph.x, middle, &across, &down)?))) {
            Some((region, cell)) => inside[region].push((cell, glyph)),
            None => outside.push(glyph),
        }
    }
    let tables = inside.into_iter().filter(|glyphs| !glyphs.is_empty()).map(|glyphs| {
        // Rules may reach above the first letters of a table; what stands beside them there is read before it.
        let top = glyphs.iter().map(|(_, glyph)| glyph.y).fold(f64::MAX, f64::min);
        Table { top, rows: rows(glyphs) }
    });
    (tables.collect(), outside)
}

/// The upper and left rule of a cell, which tell it from the others.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Cell {
    top: f64,
    left: f64,
}

/// Horizontal and vertical rules.
fn rules(drawn: &[Drawn]) -> (Vec<Rule>, Vec<Rule>) {
    let (mut across, mut down) = (Vec::new(), Vec::new());
    for one in drawn.iter().take(MOST) {
        let (left, right) = (one.left.min(one.right), one.left.max(one.right));
        let (top, bottom) = (one.top.min(one.bottom), one.top.max(one.bottom));
        let (width, height) = (right - left, bottom - top);
        if height < THIN && width > SHORT {
            across.push(Rule { at: (top + bottom) / 2.0, from: left, to: right });
        } else if width < THIN && height > SHORT {
            down.push(Rule { at: (left + right) / 2.0, from: top, to: bottom });
        }
    }
    (across, down)
}

/// From where to where down the page vertical rules stand side by side: three or more make a table of two columns or more.
fn regions(down: &[Rule]) -> Vec<(f64, f64)> {
    let mut order: Vec<&Rule> = down.iter().collect();
    order.sort_by(|a, b| a.from.total_cmp(&b.from));
    let mut found: Vec<(f64, f64, Vec<f64>)> = Vec::new();
    for rule in order {
        match found.last_mut().filter(|region| rule.from < region.1 + 2.0 * NEAR) {
            Some(region) => {
                region.1 = region.1.max(rule.to);
                region.2.push(rule.at);
            }
            None => found.push((rule.from, rule.to, vec![rule.at])),
        }
    }
    let columns = |places: &mut Vec<f64>| {
        places.sort_by(f64::total_cmp);
        places.dedup_by(|a, b| (*a - *b).abs() < NEAR);
        places.len()
    };
    found.into_iter().filter_map(|(from, to, mut places)| (columns(&mut places) > 2).then_some((from, to))).collect()
}

/// The cell that a place lies in; nothing where no rules are around it.
fn cell(x: f64, y: f64, across: &[Rule], down: &[Rule]) -> Option<Cell> {
    let covers = |rule: &&Rule, at: f64| rule.from - NEAR < at && at < rule.to + NEAR;
    let left =
        down.iter().filter(|rule| covers(rule, y) && rule.at < x + NEAR).map(|rule| rule.at).fold(f64::MIN, f64::max);
    let right = down.iter().any(|rule| covers(&rule, y) && rule.at > x);
    let top = across.iter().filter(|rule| covers(rule, x) && rule.at < y).map(|rule| rule.at).fold(f64::MIN, f64::max);
    (left > f64::MIN && right && top > f64::MIN).then_some(Cell { top, left })
}

/// Letters by cell, cells by row.
fn rows(mut glyphs: Vec<(Cell, &Glyph)>) -> Vec<Vec<Vec<&Glyph>>> {
    // Rules of one row differ by less than they are near to each other: order by whole steps, which is an order.
    let step = |at: f64| (at / (2.0 * NEAR)).round() as i64;
    glyphs.sort_by_key(|(cell, _)| (step(cell.top), step(cell.left)));
    let mut rows: Vec<Vec<Vec<&Glyph>>> = Vec::new();
    let mut last: Option<Cell> = None;
    for (cell, glyph) in glyphs {
        let new_row = last.is_none_or(|last| step(last.top) != step(cell.top));
        let new_cell = new_row || last.is_some_and(|last| step(last.left) != step(cell.left));
        if new_row {
            rows.push(Vec::new());
        }
        if let Some(row) = rows.last_mut() {
            if new_cell {
                row.push(Vec::new());
            }
            if let Some(cell) = row.last_mut() {
                cell.push(glyph);
            }
        }
        last = Some(cell);
    }
    rows
}
