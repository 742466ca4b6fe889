//! The ratchet: readings of the project's own annotated passages never get worse.
//!
//! `tests/gold.csv` keeps, for each passage of data/gold, how many references it has and how many were matched, exact and
//! joint (exact span, number, relation and subject right), and how many were invented. A loss fails the test; a gain asks
//! for `BLESS=1 cargo test --test gold`. The measure is that of docs/accuracy.md.

use luocdo::lexicon::Lexicon;
use luocdo::record::{Record, examine};
use luocdo::source::Source;
use serde_json::Value;
use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::Path;

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Figures {
    gold: usize,
    matched: usize,
    exact: usize,
    joint: usize,
    invented: usize,
}

/// An annotated or a predicted reference, as far as it is compared.
#[derive(Clone, Debug)]
struct Reference {
    id: u64,
    start: usize,
    end: usize,
    number: Option<String>,
    relation: String,
    subject: u64,
}

fn annotated(gold: &Value) -> Vec<Reference> {
    let text = |v: &Value| v.as_str().map(str::to_string);
    let list = gold["references"].as_array().expect("references is a list");
    list.iter()
        .map(|r| Reference {
            id: r["id"].as_u64().expect("id"),
            start: r["start"].as_u64().expect("start") as usize,
            end: r["end"].as_u64().expect("end") as usize,
            number: text(&r["number"]).map(|n| folded(&n)),
            relation: text(&r["relation"]).expect("relation"),
            subject: r["subject"].as_u64().expect("subject"),
        })
        .collect()
}

fn predicted(record: &Record) -> Vec<Reference> {
    record
        .mentions
        .iter()
        .zip(&record.evidence)
        .map(|(m, e)| Reference {
            id: u64::from(m.id),
            start: e.start,
            end: e.end,
            number: m.number.as_ref().map(|n| folded(&n.text)),
            relation: m.relation.code().to_string(),
            subject: u64::from(m.subject),
        })
        .collect()
}

/// Numbers are compared without zeros in front, spaces and case.
fn folded(number: &str) -> String {
    let plain: String = number.to_uppercase().replace('Ð', "Đ").chars().filter(|c| !c.is_whitespace()).collect();
    plain.trim_start_matches('0').to_string()
}

/// Pairs by greatest overlap: equal numbers, or at least half of the longer span.
fn pairs(gold: &[Reference], found: &[Reference]) -> Vec<(usize, usize)> {
    let mut candidates: Vec<(usize, bool, usize, usize)> = Vec::new();
    for (i, g) in gold.iter().enumerate() {
        for (j, p) in found.iter().enumerate() {
            let overlap = g.end.min(p.end).saturating_sub(g.start.max(p.start));
            let longer = (g.end - g.start).max(p.end - p.start);
            let equal = g.number.is_some() && g.number == p.number;
            if overlap > 0 && (equal || 2 * overlap >= longer) {
                candidates.push((10_000 - overlap * 10_000 / longer, !equal, i, j));
            }
        }
    }
    candidates.sort_unstable();
    let mut taken: Vec<(usize, usize)> = Vec::new();
    for (_, _, i, j) in candidates {
        if !taken.iter().any(|(a, b)| *a == i || *b == j) {
            taken.push((i, j));
        }
    }
    taken
}

fn figures(gold: &[Reference], found: &[Reference]) -> Figures {
    let pairs = pairs(gold, found);
    let counterpart = |id: u64| pairs.iter().find(|(i, _)| gold[*i].id == id).map(|(_, j)| found[*j].id);
    let exact = |g: &Reference, p: &Reference| (g.start, g.end) == (p.start, p.end);
    let joint = pairs.iter().filter(|(i, j)| {
        let (g, p) = (&gold[*i], &found[*j]);
        let subject = if g.subject == 0 { Some(0) } else { counterpart(g.subject) };
        exact(g, p) && g.number == p.number && g.relation == p.relation && subject == Some(p.subject)
    });
    Figures {
        gold: gold.len(),
        matched: pairs.len(),
        exact: pairs.iter().filter(|(i, j)| exact(&gold[*i], &found[*j])).count(),
        joint: joint.count(),
        invented: found.len() - pairs.len(),
    }
}

fn read_all(folder: &Path) -> BTreeMap<String, Figures> {
    let mut all = BTreeMap::new();
    for entry in std::fs::read_dir(folder).expect("the folder of annotated passages") {
        let path = entry.expect("an entry").path();
        if path.extension().is_none_or(|e| e != "json") {
            continue;
        }
        let gold: Value = serde_json::from_slice(&std::fs::read(&path).expect("an annotation")).expect("valid JSON");
        let text = std::fs::read(path.with_extension("txt")).expect("the passage beside its annotation");
        let name = path.file_stem().expect("a name").to_string_lossy().into_owned();
        let record = examine(&Source::memory(&format!("{name}.txt"), text), Lexicon::embedded());
        all.insert(name, figures(&annotated(&gold), &predicted(&record)));
    }
    all
}

fn print(all: &BTreeMap<String, Figures>) -> String {
    let mut out = String::from("passage,gold,matched,exact,joint,invented\n");
    for (name, f) in all {
        writeln!(out, "{name},{},{},{},{},{}", f.gold, f.matched, f.exact, f.joint, f.invented).expect("a string");
    }
    out
}

#[test]
fn no_passage_is_read_worse_than_before() {
    let now = read_all(Path::new("data/gold"));
    assert!(now.len() >= 150, "only {} passages", now.len());
    let kept = Path::new("tests/gold.csv");
    if std::env::var_os("BLESS").is_some() {
        std::fs::write(kept, print(&now)).expect("tests/gold.csv is written");
    }
    let before = std::fs::read_to_string(kept).expect("tests/gold.csv; make it with BLESS=1");
    let mut losses = Vec::new();
    for line in before.lines().skip(1) {
        let mut cells = line.split(',');
        let name = cells.next().expect("a name");
        let mut next = || cells.next().and_then(|c| c.parse::<usize>().ok()).expect("a count");
        let (_, matched, exact, joint, invented) = (next(), next(), next(), next(), next());
        let figures = now.get(name).copied().unwrap_or_default();
        if figures.matched < matched || figures.exact < exact || figures.joint < joint || figures.invented > invented {
            losses.push(format!("{line} is now {figures:?}"));
        }
    }
    assert!(losses.is_empty(), "worse than before:\n{}", losses.join("\n"));
    assert_eq!(before, print(&now), "better than before: keep it with BLESS=1 cargo test --test gold");
}

#[test]
fn the_passages_as_a_whole_are_read_well() {
    let all = read_all(Path::new("data/gold"));
    let sum = |get: fn(&Figures) -> usize| all.values().map(get).sum::<usize>() as f64;
    let (gold, matched, invented) = (sum(|f| f.gold), sum(|f| f.matched), sum(|f| f.invented));
    let f1 = 2.0 * matched / (gold + matched + invented);
    assert!(f1 >= 0.96, "mentions F1 {f1:.4}");
}
