//! The rows of a drawing: by level and system, by system and level, by province, or by organ.
//!
//! Rows come from the documents, not from a list of organs: a level without documents has no row. Their names, their order
//! and the dates between which they exist come from `data/lanes.csv`. Systems of one level share a row if they have few
//! documents; the State and the mass organisations also if no year has documents of both. Where there would be too many
//! rows, the smallest neighbours of one level (system, …) share one.

use super::Rows;
use super::item::Item;
use super::wording::{Words, short_name};
use crate::date::PartialDate;
use crate::vocabulary::{Language, Level, System};
use chrono::Datelike;
use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet, BinaryHeap};
use std::sync::OnceLock;

/// A row: its name, what is in it, when it ended.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Lane {
    /// Name of the row.
    pub(crate) title: String,
    /// Names of what is in it: systems, levels.
    pub(crate) note: String,
    /// The last day of the level that the row stands for, where it has ended.
    pub(crate) until: Option<PartialDate>,
}

impl Lane {
    /// The last day of its level, counted from the first of the year 1.
    pub(crate) fn last_day(&self) -> Option<i32> {
        self.until.map(|until| until.latest().num_days_from_ce())
    }
}

/// The rows and the row of every item.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Lanes {
    /// From the top down; what is not known last.
    pub(crate) rows: Vec<Lane>,
    /// For each item its index in `rows`.
    pub(crate) of: Vec<usize>,
}

/// A line of `data/lanes.csv`.
struct Known {
    axis: String,
    code: String,
    names: [String; 2],
    until: Option<PartialDate>,
}

/// The table of levels and systems, in its order. A line that cannot be read is left out; a test reads them all.
fn table() -> &'static [Known] {
    static TABLE: OnceLock<Vec<Known>> = OnceLock::new();
    TABLE.get_or_init(|| {
        let mut reader = csv::Reader::from_reader(include_bytes!("../../data/lanes.csv").as_slice());
        let known = |row: csv::StringRecord| {
            let text = |at: usize| row.get(at).unwrap_or_default().to_string();
            Known { axis: text(0), code: text(1), names: [text(2), text(3)], until: text(5).parse().ok() }
        };
        reader.records().flatten().map(known).collect()
    })
}

fn known(axis: &str, code: &str) -> Option<(usize, &'static Known)> {
    table().iter().enumerate().find(|(_, known)| known.axis == axis && known.code == code)
}

fn name(known: Option<(usize, &'static Known)>, unknown: &'static str, words: &Words) -> String {
    let at = usize::from(words.language == Language::English);
    known.map_or_else(|| unknown.to_string(), |(_, known)| known.names[at].clone())
}

/// Everything that a name and a place in the order need of a level or a system.
struct Part {
    order: usize,
    name: String,
    until: Option<PartialDate>,
}

fn level(level: Option<Level>, words: &Words) -> Part {
    let known = level.and_then(|level| known("level", level.code()));
    let order = known.map_or(usize::MAX, |(order, _)| order);
    Part { order, name: name(known, words.level_unknown, words), until: known.and_then(|(_, known)| known.until) }
}

fn system(system: Option<System>, words: &Words) -> Part {
    let known = system.and_then(|system| known("system", system.code()));
    let order = known.map_or(usize::MAX, |(order, _)| order);
    Part { order, name: name(known, words.system_unknown, words), until: None }
}

/// The Party, the State, the mass organisations, the unknown: what is kept apart within a level.
fn group(system: Option<System>) -> usize {
    match system {
        Some(System::Party) => 0,
        Some(System::State) => 1,
        Some(_) => 2,
        None => 3,
    }
}

/// What makes a row, in the order of rows: the block in which rows may be joined, then what parts them.
type Key = (usize, usize, String);

/// The row of an item before rows are joined.
struct Row {
    key: Key,
    title: String,
    note: (usize, String),
    until: Option<PartialDate>,
}

fn row(item: &Item, rows: Rows, words: &Words) -> Row {
    let (level, system) = (level(item.level, words), system(item.system, words));
    let note = |part: &Part| (part.order, part.name.clone());
    match rows {
        Rows::Level => Row {
            // What no level is known of stands together.
            key: (level.order, if item.level.is_none() { 0 } else { group(item.system) }, String::new()),
            note: note(&system),
            title: level.name.to_uppercase(),
            until: level.until,
        },
        Rows::System => Row {
            key: (system.order, level.order, String::new()),
            note: note(&level),
            title: system.name.to_uppercase(),
            until: level.until,
        },
        Rows::Province => {
            let central = item.level == Some(Level::Central);
            let place = item.province.filter(|_| !central);
            let order = if central { 0 } else { 1 + usize::from(place.is_none()) };
            let title = match place {
                _ if central => level.name.to_uppercase(),
                Some(place) => place.to_uppercase(),
                None => words.province_unknown.to_uppercase(),
            };
            Row {
                key: (order, 0, place.unwrap_or_default().to_string()),
                note: note(if central { &system } else { &level }),
                title,
                until: None,
            }
        }
        Rows::Organ => {
            let organ = item.organ.map(short_name);
            let title = organ.clone().unwrap_or_else(|| words.organ_unknown.to_string());
            Row {
                key: (level.order, system.order, organ.unwrap_or_default()),
                note: note(&level),
                title,
                until: level.until,
            }
        }
    }
}

/// What several items of one row have.
#[derive(Default)]
struct Content {
    title: String,
    notes: BTreeSet<(usize, String)>,
    years: BTreeSet<Option<u16>>,
    documents: usize,
    until: Option<PartialDate>,
}

/// Assigns rows. Costs n log n.
pub(crate) fn lanes(items: &[Item], rows: Rows, words: &Words) -> Lanes {
    let mut contents: BTreeMap<Key, Content> = BTreeMap::new();
    let mut keys: Vec<Key> = Vec::with_capacity(items.len());
    for item in items {
        let row = row(item, rows, words);
        let content = contents.entry(row.key.clone()).or_default();
        content.title = row.title;
        content.until = row.until;
        content.notes.insert(row.note);
        content.years.insert(item.date.or(item.not_after).map(|d| d.year_number()));
        content.documents += 1;
        keys.push(row.key);
    }
    let few = (items.len() / 16).max(4);
    let mut joined: Vec<(Key, Content)> = Vec::new();
    let mut row_of: BTreeMap<Key, usize> = BTreeMap::new();
    for (key, content) in contents {
        match joined.last_mut() {
            Some((first, shared)) if may_share(rows, (first, shared), (&key, &content), few) => {
                join(shared, content, rows, words);
            }
            _ => joined.push((key.clone(), content)),
        }
        row_of.insert(key, joined.len() - 1);
    }
    let (joined, place) = join_rows(joined, rows, words);
    let of = keys.iter().map(|key| place[row_of[key]]).collect();
    let named = |(_, content): (Key, Content)| Lane {
        title: content.title,
        note: content.notes.into_iter().map(|(_, name)| name).collect::<Vec<_>>().join(", "),
        until: content.until,
    };
    Lanes { rows: joined.into_iter().map(named).collect(), of }
}

/// More rows than these, and the sheet is mostly empty.
fn most(rows: Rows) -> usize {
    match rows {
        Rows::Level | Rows::System => 9,
        Rows::Province | Rows::Organ => 14,
    }
}

/// Joins neighbours of one block, those with the fewest documents first, until there are few enough; gives what is left, and
/// for each row where it is now. Costs n log n.
fn join_rows(joined: Vec<(Key, Content)>, rows: Rows, words: &Words) -> (Vec<(Key, Content)>, Vec<usize>) {
    let all = joined.len();
    let mut left = all;
    let (mut before, mut after): (Vec<Option<usize>>, Vec<usize>) =
        (0..all).map(|at| (at.checked_sub(1), at + 1)).unzip();
    let mut joined: Vec<Option<(Key, Content)>> = joined.into_iter().map(Some).collect();
    let pair = |joined: &[Option<(Key, Content)>], after: &[usize], at: usize| {
        let (first, second) = (joined[at].as_ref()?, joined.get(after[at])?.as_ref()?);
        (first.0.0 == second.0.0).then(|| Reverse((first.1.documents + second.1.documents, at)))
    };
    let mut pairs: BinaryHeap<_> = (0..all).filter_map(|at| pair(&joined, &after, at)).collect();
    while left > most(rows) {
        let Some(fewest) = pairs.pop() else { break };
        let Reverse((_, at)) = fewest;
        // What was joined since is another pair, or none.
        if pair(&joined, &after, at) != Some(fewest) {
            continue;
        }
        let next = after[at];
        if let (Some((_, content)), Some((_, shared))) = (joined[next].take(), joined[at].as_mut()) {
            join(shared, content, rows, words);
        }
        after[at] = after[next];
        if let Some(before) = before.get_mut(after[at]) {
            *before = Some(at);
        }
        left -= 1;
        pairs.extend([Some(at), before[at]].into_iter().flatten().filter_map(|at| pair(&joined, &after, at)));
    }
    let mut living = 0;
    let place = joined.iter().map(|row| {
        living += usize::from(row.is_some());
        living - 1
    });
    let place = place.collect();
    (joined.into_iter().flatten().collect(), place)
}

/// Puts the content of one row into another.
fn join(shared: &mut Content, content: Content, rows: Rows, words: &Words) {
    shared.documents += content.documents;
    shared.years.extend(content.years);
    shared.notes.extend(content.notes);
    if shared.title != content.title {
        shared.title = match rows {
            Rows::Organ => words.other_organs.to_string(),
            _ => words.other_provinces.to_uppercase(),
        };
    }
    shared.until = shared.until.zip(content.until).map(|(a, b)| a.max(b));
}

/// So few documents of the State or of mass organisations need no row of their own.
const FEW: usize = 3;

/// True for two groups of one known level that have few documents, or, without the Party, if one has very few or none of the
/// same year as the other. Systems
/// drawn apart share a row for levels with few documents.
fn may_share(rows: Rows, (first, shared): (&Key, &Content), (second, content): (&Key, &Content), few: usize) -> bool {
    let block = first.0 == second.0 && first.0 != usize::MAX;
    let together_few = shared.documents + content.documents <= few;
    match rows {
        Rows::Level => {
            let party = first.1 == 0 || second.1 == 0;
            let small = shared.documents.min(content.documents) <= FEW;
            block && (together_few || (!party && (small || shared.years.is_disjoint(&content.years))))
        }
        Rows::System => block && together_few,
        Rows::Province | Rows::Organ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn every_level_and_system_has_a_row_in_the_table_and_every_row_a_source_for_its_end() {
        let mut reader = csv::Reader::from_reader(include_bytes!("../../data/lanes.csv").as_slice());
        let rows: Vec<csv::StringRecord> = reader.records().collect::<Result<_, _>>().expect("a table");
        for row in &rows {
            assert!(row[5].is_empty() == row[6].is_empty(), "{row:?}: an end needs a source");
            assert!(row[5].is_empty() || row[5].parse::<PartialDate>().is_ok(), "{row:?}");
        }
        let codes = |axis: &str| rows.iter().filter(|r| &r[0] == axis).map(|r| r[1].to_string()).collect::<Vec<_>>();
        assert_eq!(codes("level"), Level::ALL.iter().map(|l| l.code()).collect::<Vec<_>>());
        assert_eq!(codes("system"), System::ALL.iter().map(|s| s.code()).collect::<Vec<_>>());
    }
    /// Rows joined as by looking at every pair again: the oracle.
    fn joined_slowly(mut rows: Vec<(usize, usize)>, most: usize) -> Vec<(usize, usize)> {
        while rows.len() > most {
            let pairs = rows.windows(2).enumerate().filter(|(_, pair)| pair[0].0 == pair[1].0);
            let Some(at) = pairs.min_by_key(|(at, pair)| (pair[0].1 + pair[1].1, *at)).map(|(at, _)| at) else { break };
            rows[at].1 += rows.remove(at + 1).1;
        }
        rows
    }

    proptest! {
        #[test]
        fn the_smallest_neighbours_of_a_block_share_a_row_and_every_document_finds_its_own(
            sizes in prop::collection::vec((0..3_usize, 1..9_usize), 0..60)
        ) {
            let mut sizes = sizes;
            sizes.sort_by_key(|(block, _)| *block);
            let content = |(at, (block, documents)): (usize, &(usize, usize))| {
                ((*block, at, String::new()), Content { title: at.to_string(), documents: *documents, ..Content::default() })
            };
            let rows: Vec<(Key, Content)> = sizes.iter().enumerate().map(content).collect();
            let (joined, place) = join_rows(rows, Rows::Organ, Words::of(Language::Vietnamese));
            let found: Vec<(usize, usize)> = joined.iter().map(|(key, content)| (key.0, content.documents)).collect();
            prop_assert_eq!(&found, &joined_slowly(sizes.clone(), most(Rows::Organ)));
            let mut counted = vec![0; found.len()];
            place.iter().zip(&sizes).for_each(|(row, (_, documents))| counted[*row] += documents);
            prop_assert_eq!(counted, found.iter().map(|(_, documents)| *documents).collect::<Vec<_>>());
        }
    }
}
