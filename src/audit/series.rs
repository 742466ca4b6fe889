//! Findings about a whole series of numbers: holes, and numbers against dates.

use super::finding::Place;
use super::serial::Serial;
use super::{Case, Finding, Said};
use crate::date::PartialDate;
use crate::graph::{Node, NodeIndex};
use crate::lexicon::to_roman;
use crate::vocabulary::State;
use std::cmp::Reverse;
use std::collections::BTreeMap;

/// A series, and the documents seen in it in the order of their counts.
type Run<'s> = Vec<(u32, NodeIndex, &'s Node)>;

/// One number in so many must be seen before the holes are told.
const SEEN: usize = 10;

/// Holes of one series that are written out.
const SHOWN: usize = 12;

fn runs<'s>(case: &Case<'s>) -> BTreeMap<(&'s str, &'s str, &'s str), Run<'s>> {
    let graph = &case.graph.graph;
    let mut runs: BTreeMap<(&str, &str, &str), Run<'_>> = BTreeMap::new();
    for index in graph.node_indices().filter(|&index| graph[index].state != State::Oral) {
        let node = &graph[index];
        let Some(serial) = Serial::of(&node.id) else { continue };
        if let Some(count) = serial.count {
            runs.entry((serial.organ, serial.kind, serial.period)).or_default().push((count, index, node));
        }
    }
    for run in runs.values_mut() {
        run.sort_by_key(|(count, index, _)| (*count, *index));
    }
    runs
}

/// NT206: in one series a higher number bears an earlier date. Told are those that must move for the rest to run in order:
/// a longest run of dates that do not fall is kept. One finding for each document that stands outside it.
pub(super) fn out_of_order(case: &Case<'_>) -> Vec<Finding> {
    let mut found = Vec::new();
    for run in runs(case).into_values() {
        let dated: Vec<(u32, &Node, PartialDate)> =
            run.into_iter().filter_map(|(count, _, node)| Some((count, node, certain_date(case, node)?))).collect();
        let keep = longest_rising(&dated.iter().map(|(_, _, date)| *date).collect::<Vec<_>>());
        for (at, (_, node, date)) in dated.iter().enumerate().filter(|(at, _)| !keep[*at]) {
            let before = (0..at).rev().find(|&other| keep[other]).map(|other| &dated[other]);
            let after = (at + 1..dated.len()).find(|&other| keep[other]).map(|other| &dated[other]);
            found.push(disorder(case, node, *date, before, after));
        }
    }
    found
}

/// The date of its own paper, else the one that all citations give in their own words.
fn certain_date(case: &Case<'_>, node: &Node) -> Option<PartialDate> {
    if node.held {
        return node.date.filter(|date| date.is_full());
    }
    let mut stated = case.cited(&node.id).iter().filter_map(|reference| case.stated_date(reference));
    let first = stated.next()?;
    stated.all(|other| other == first).then_some(first)
}

type Dated<'s> = (u32, &'s Node, PartialDate);

fn disorder(
    case: &Case<'_>,
    node: &Node,
    date: PartialDate,
    before: Option<&Dated<'_>>,
    after: Option<&Dated<'_>>,
) -> Finding {
    let name = case.short(node);
    let mut finding = Finding::new(Said::new(
        format!("số và ngày không cùng thứ tự: {name} ngày {}", date.written()),
        format!("number and date run against each other: {name} of {}", date.written()),
    ))
    .about(&node.id);
    for (_, other, day) in [before, after].into_iter().flatten() {
        let (other, day) = (case.short(other), day.written());
        finding =
            finding.note(Said::new(format!("trong khi {other} ngày {day}"), format!("while {other} is of {day}")));
    }
    finding.places = places(case, node);
    finding.suggest(Said::new(
        "kiểm tra ngày và số; số có thể đã cấp trước, hoặc ghi sai",
        "check date and number; the number may have been given beforehand, or one is wrong",
    ))
}

/// Where a document shows: its own paper, else the first citation.
fn places(case: &Case<'_>, node: &Node) -> Vec<Place> {
    let key = crate::identity::Key::new(&node.id);
    match case.corpus.holding(&key) {
        Some(holding) => vec![case.number_place(case.corpus.first_record(holding))],
        None => case.cited(&node.id).first().map(|reference| case.place(reference)).into_iter().collect(),
    }
}

/// Which elements belong to a longest subsequence that never falls; of equally long ones the one that ends lowest.
/// Patience sorting with back pointers (Fredman 1975), n log n.
fn longest_rising(values: &[PartialDate]) -> Vec<bool> {
    let mut tops: Vec<usize> = Vec::new();
    let mut before: Vec<Option<usize>> = vec![None; values.len()];
    for (at, value) in values.iter().enumerate() {
        let pile = tops.partition_point(|&top| values[top] <= *value);
        before[at] = pile.checked_sub(1).map(|left| tops[left]);
        if pile == tops.len() { tops.push(at) } else { tops[pile] = at }
    }
    let mut keep = vec![false; values.len()];
    let mut next = tops.last().copied();
    while let Some(at) = next {
        keep[at] = true;
        next = before[at];
    }
    keep
}

/// SQ701: holes in a series whose numbers run without gap, of which at least two, and one in ten, are seen. A hole is evidence of a paper
/// that neither lies in the collection nor is cited by it. One finding for each organ, kind and period.
pub(super) fn holes(case: &Case<'_>) -> Vec<Finding> {
    let mut found = Vec::new();
    for ((organ, kind, period), run) in runs(case) {
        let contiguous = Serial { organ, kind, count: None, period }.is_contiguous();
        let mut counts: Vec<u32> = run.iter().map(|(count, ..)| *count).filter(|count| *count > 0).collect();
        counts.dedup();
        let Some(&last) = counts.last().filter(|_| contiguous && counts.len() > 1) else { continue };
        let holes = ranges(&counts);
        if holes.is_empty() {
            continue;
        }
        // Where hardly anything is seen, the holes tell nothing.
        if counts.len() * SEEN < last as usize {
            continue;
        }
        let absent = last as usize - counts.len();
        let (_, _, highest) = run[run.len() - 1];
        let whose = whose(case, highest, organ, period);
        let list: Vec<String> = holes.iter().take(SHOWN).map(written).collect();
        let more = if holes.len() > SHOWN { " …" } else { "" };
        let list = format!("{}{more}", list.join(", "));
        let mut finding = Finding::new(Said::new(
            format!(
                "dãy số {}: thấy {} trong 01–{last:02}, chưa thấy {absent}: {list}",
                whose.vietnamese,
                counts.len()
            ),
            format!("series {}: {} seen of 01–{last:02}, {absent} not seen: {list}", whose.english, counts.len()),
        ))
        .namely(format!("{organ}/{kind}/{period}"));
        finding.places = places(case, highest);
        let held = run.iter().filter(|(_, _, node)| node.held).count();
        finding = finding.note(Said::new(
            format!("{held} số có trong kho, {} số chỉ thấy qua viện dẫn", counts.len() - held.min(counts.len())),
            format!("{held} held, {} known from citations only", counts.len() - held.min(counts.len())),
        ));
        found.push((
            counts.len() * 1000 / last as usize,
            finding.suggest(Said::new(
                "số văn bản chạy liên tục: mỗi số chưa thấy là một văn bản có thể hỏi văn thư cơ quan ban hành",
                "numbers run without gap: each one not seen is a paper to ask the issuer's registry for",
            )),
        ));
    }
    // A series that is well covered tells more by its holes.
    found.sort_by_key(|(density, _)| Reverse(*density));
    found.into_iter().map(|(_, finding)| finding).collect()
}

/// The series in words: its kind, its organ, its period. Of the organs that share the series of the Central Committee none
/// is named.
fn whose(case: &Case<'_>, node: &Node, organ: &str, period: &str) -> Said {
    let kind = node.kind.as_deref().unwrap_or_default();
    let english = case.lexicon.kinds.by_name(kind).map_or(kind, |kind| kind.english.as_str());
    let issuer = node.issuer.as_deref().or(node.number.as_deref()).unwrap_or_default();
    let issuer = if organ == "tw" { "Trung ương" } else { issuer };
    let roman = |term: &str| term.parse().ok().map_or_else(|| term.to_string(), to_roman);
    let period = match period.split_once('-') {
        Some(("khoa", term)) => Said::new(format!("khóa {}", roman(term)), format!("term {}", roman(term))),
        Some(("nk", years)) => Said::new(format!("nhiệm kỳ {years}"), format!("term {years}")),
        _ => Said::new(format!("năm {period}"), period),
    };
    Said::new(
        format!("{kind} của {issuer} {}", period.vietnamese),
        format!("{english} of {issuer}, {}", period.english),
    )
}

/// The runs of numbers from 1 on that are not there.
fn ranges(counts: &[u32]) -> Vec<(u32, u32)> {
    let mut next = 1;
    let mut holes = Vec::new();
    for &count in counts {
        if count > next {
            holes.push((next, count - 1));
        }
        next = count + 1;
    }
    holes
}

fn written((first, last): &(u32, u32)) -> String {
    if first == last { format!("{first:02}") } else { format!("{first:02}–{last:02}") }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn holes_are_counted_from_one_to_the_highest() {
        assert_eq!(ranges(&[2, 3, 7]), [(1, 1), (4, 6)]);
        assert_eq!(ranges(&[1, 2, 3]), []);
        assert_eq!((written(&(4, 6)), written(&(1, 1))), ("04–06".to_string(), "01".to_string()));
    }

    #[test]
    fn the_fewest_are_out_of_order() {
        let dates = |days: &[u8]| days.iter().map(|day| PartialDate::day(2021, 3, *day).unwrap()).collect::<Vec<_>>();
        assert_eq!(longest_rising(&dates(&[1, 9, 2, 3, 3])), [true, false, true, true, true]);
        assert_eq!(longest_rising(&dates(&[1, 2])), [true, true]);
        assert_eq!(longest_rising(&[]), Vec::<bool>::new());
    }
}
