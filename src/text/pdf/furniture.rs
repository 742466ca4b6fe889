//! What pages print around the paper: page numbers, running headers and footers, the gazette's line, signature stamps.

use super::page::Line;
use std::collections::BTreeMap;

/// Lines at the top and at the bottom of a page among which furniture is looked for.
const DEPTH: usize = 3;

/// The lines without furniture.
pub(super) fn without(pages: Vec<Vec<Line>>) -> Vec<Vec<Line>> {
    let mut seen: BTreeMap<String, usize> = BTreeMap::new();
    for page in &pages {
        let count = page.len();
        let edges = (0..count.min(DEPTH)).chain(count.saturating_sub(DEPTH).max(DEPTH)..count);
        let mut patterns: Vec<String> = edges.map(|at| pattern(&page[at].text)).collect();
        patterns.sort();
        patterns.dedup();
        patterns.into_iter().for_each(|pattern| *seen.entry(pattern).or_default() += 1);
    }
    // Even and odd pages differ, so half of the pages of one kind is a quarter of all.
    let often = (pages.len() / 4).max(3);
    let is_furniture = |line: &Line| {
        let repeated = seen.get(&pattern(&line.text)).is_some_and(|&times| times >= often);
        repeated || is_number(&line.text) || is_gazette(&line.text)
    };
    pages
        .into_iter()
        .map(|page| {
            let mut gone = stamp(&page);
            let standing: Vec<usize> = (0..page.len()).filter(|&at| !gone[at]).collect();
            // The first line that stays ends the look from its side.
            let top = standing.iter().take(DEPTH).take_while(|&&at| is_furniture(&page[at]));
            let bottom = standing.iter().rev().take(DEPTH).take_while(|&&at| is_furniture(&page[at]));
            top.chain(bottom).for_each(|&at| gone[at] = true);
            page.into_iter().zip(gone).filter(|(_, gone)| !gone).map(|(line, _)| line).collect()
        })
        .collect()
}

/// A line with its numbers left out: what running headers have in common.
fn pattern(text: &str) -> String {
    text.chars().filter(|c| !c.is_ascii_digit() && !c.is_whitespace()).collect()
}

/// `12`, `- 3 -`, `Trang 3/5`.
fn is_number(text: &str) -> bool {
    let words = text.trim().trim_matches(['-', '–', '—', ' ']);
    let words =
        ["Trang", "trang", "Page", "TRANG"].iter().find_map(|word| words.strip_prefix(word)).unwrap_or(words).trim();
    let digits = words.chars().filter(char::is_ascii_digit).count();
    (1..=6).contains(&digits) && words.chars().all(|c| c.is_ascii_digit() || matches!(c, '/' | ' ')) && words.len() <= 9
}

/// The line of the official gazette: `CÔNG BÁO/Số 665 + 666/Ngày 12-7-2021   49`.
fn is_gazette(text: &str) -> bool {
    let start = text.trim_start_matches(|c: char| c.is_ascii_digit() || c.is_whitespace());
    start.starts_with("CÔNG BÁO/Số") || start.starts_with("CÔNG BÁO / Số")
}

/// The stamp of an electronic signature: two lines or more that say who signed and when.
fn stamp(page: &[Line]) -> Vec<bool> {
    let is_stamp = |line: &Line| {
        ["Người ký:", "Ký bởi:", "Email:", "Cơ quan:", "Thời gian ký:", "Ngày ký:", "Signature Not Verified"]
            .iter()
            .any(|start| line.text.trim_start().starts_with(start))
    };
    let found: Vec<bool> = page.iter().enumerate().map(|(at, line)| at < 12 && is_stamp(line)).collect();
    if found.iter().filter(|found| **found).count() > 1 { found } else { vec![false; page.len()] }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn page(number: u32, lines: &[&str]) -> Vec<Line> {
        let line = |text: &&str| Line {
            text: (*text).into(),
            page: number,
            x: 0.0,
            end: 1.0,
            y: 0.0,
            size: 1.0,
            apart: false,
        };
        lines.iter().map(line).collect()
    }

    fn left(pages: Vec<Vec<Line>>) -> Vec<Vec<String>> {
        without(pages).into_iter().map(|page| page.into_iter().map(|line| line.text).collect()).collect()
    }

    #[test]
    fn numbers_running_headers_and_stamps_go_and_words_stay() {
        let body = |number: u32| ["thân", "giữa", "cuối"].map(|word| format!("{word} {}", "x".repeat(number as usize)));
        let pages = (1..5).map(|number| {
            let [a, b, c] = body(number);
            page(number, &["Sở A – Bản tin 7", &a, &b, &c, "- 3 -"])
        });
        assert_eq!(left(pages.collect())[0], body(1));
        let stamped = page(1, &["Người ký: A", "Thời gian ký: 1", "CÔNG BÁO/Số 1 + 2/Ngày 1-1-2020 3", "Số: 5/QĐ"]);
        assert_eq!(left(vec![stamped]), [["Số: 5/QĐ"]]);
        assert!(!is_number("2020 và") && !is_number("5.") && is_number("Trang 3/5"));
    }
}
