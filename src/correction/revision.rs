//! A table of corrections with new lines: what a person says again of one thing takes the place of what was said before.

use super::{Change, Line, Stale, Verdict, parse, table};
use crate::lexicon::Lexicon;
use crate::lexicon::table::LoadError;
use crate::text::fold::fold;
use std::collections::BTreeSet;

/// The table `old` with `lines` in it; whoever wrote them saw the collection as `old` corrects it, but for the lines that
/// are `stale`. A new line about something that was corrected goes back to what was read at first, and takes the place of
/// the earlier line; the rest of the table, remarks too, stays letter by letter.
///
/// # Errors
/// As [`parse`], of the old table or the new one.
pub fn revise(file: &str, old: &str, lines: &[Line], stale: &[Stale], lexicon: &Lexicon) -> Result<String, LoadError> {
    let known = if old.trim().is_empty() { Vec::new() } else { parse(file, old, lexicon)?.lines };
    let is_applied = |line: &Line| stale.iter().all(|stale| stale.line != line.line);
    let (applied, idle): (Vec<&Line>, Vec<&Line>) = known.iter().partition(|line| is_applied(line));
    let mut gone: BTreeSet<u64> = BTreeSet::new();
    let mut new: Vec<Line> = Vec::new();
    for line in lines {
        let line = as_read(line, &applied);
        let about = applied.iter().chain(&idle).filter(|known| known.subject() == line.subject());
        let replaced = about.filter(|known| {
            line.change == Change::Edge(Verdict::Reject) || known.change.aspect() == line.change.aspect()
        });
        gone.extend(replaced.map(|known| known.line));
        new.push(line);
    }
    let kept = without(old, &gone);
    let ended = if kept.is_empty() || kept.ends_with('\n') { "" } else { "\n" };
    let whole = format!("{kept}{ended}{}", table(&new, &kept));
    parse(file, &whole, lexicon)?;
    Ok(whole)
}

/// The line with what was read before any correction.
fn as_read(line: &Line, applied: &[&Line]) -> Line {
    let mut line = line.clone();
    match &line.change {
        Change::Document(_) | Change::Source(_) => {
            let same = |known: &&&Line| {
                known.subject() == line.subject()
                    && known.change.aspect() == line.change.aspect()
                    && known.change.stage() == line.change.stage()
            };
            if let Some(known) = applied.iter().find(same) {
                line.before.clone_from(&known.before);
            }
        }
        Change::Edge(verdict) => {
            let became = applied.iter().find(|known| is_now(known, applied, &line)).copied();
            let Some(known) = became else { return line };
            // What is right as it was corrected stays so.
            let keeps = *verdict == Verdict::Confirm && !matches!(known.change, Change::Edge(Verdict::Reject));
            (line.id, line.before) = (known.id.clone(), known.before.clone());
            if keeps {
                line.change = known.change.clone();
            }
        }
    }
    line
}

/// True if the arrow of a known line is the one of `line`, as all lines about it correct it.
fn is_now(known: &Line, applied: &[&Line], line: &Line) -> bool {
    if known.path != line.path || fold(&known.quote) != fold(&line.quote) {
        return false;
    }
    let (mut id, mut relation) = (known.id.as_str(), known.before.as_str());
    for other in applied.iter().filter(|other| other.subject() == known.subject()) {
        match &other.change {
            Change::Edge(Verdict::To(to)) => id = to,
            Change::Edge(Verdict::Relation(says)) => relation = says.code(),
            _ => {}
        }
    }
    matches!(known.change, Change::Edge(_)) && id == line.id && relation == line.before
}

/// A table without the rows of these lines. A row goes on while a quoted cell is open, and is counted from the remarks
/// before it on.
fn without(table: &str, gone: &BTreeSet<u64>) -> String {
    let mut kept = String::with_capacity(table.len());
    let (mut is_open, mut drops) = (false, false);
    for (line, number) in table.split_inclusive('\n').zip(1..) {
        drops |= gone.contains(&number);
        if !is_open && (line.starts_with('#') || line.trim().is_empty()) {
            kept.push_str(line);
            continue;
        }
        is_open ^= line.matches('"').count() % 2 == 1;
        if !drops {
            kept.push_str(line);
        }
        drops &= is_open;
    }
    kept
}

#[cfg(test)]
mod tests {
    use super::super::{COLUMNS, Field, Why};
    use super::*;
    use crate::vocabulary::Relation;

    fn edge(id: &str, before: Relation, verdict: Verdict) -> Line {
        Line {
            line: 0,
            path: "a.txt".into(),
            quote: "Thực hiện \"A\",\nngày 11/8".into(),
            id: id.into(),
            before: before.code().into(),
            change: Change::Edge(verdict),
            reason: "đã xem".into(),
        }
    }

    fn revised(old: &str, line: Line) -> String {
        revise("sua.csv", old, &[line], &[], Lexicon::embedded()).expect("a table")
    }

    /// Subject, what of it, and the value of each line.
    fn said(table: &str) -> Vec<String> {
        let lines = parse("sua.csv", table, Lexicon::embedded()).expect("a table").lines;
        let words = |line: &Line| match &line.change {
            Change::Edge(verdict) => format!("{} {} {} {}", line.id, line.before, verdict.name(), verdict.value()),
            Change::Document(field) | Change::Source(field) => {
                format!("{} {} {}", field.name(), line.before, field.value())
            }
        };
        lines.iter().map(|line| words(line).trim_end().to_owned()).collect()
    }

    #[test]
    fn what_is_said_again_of_an_arrow_takes_the_place_of_what_was_said() {
        use Relation::{Basis, Guides, Implements};
        let first = revised("", edge("x/y/1", Implements, Verdict::Relation(Basis)));
        // Seen as the table corrects it, the arrow is a basis now.
        let again = revised(&first, edge("x/y/1", Basis, Verdict::Relation(Guides)));
        assert_eq!(said(&again), ["x/y/1 implements relation guides"]);
        let moved = revised(&again, edge("x/y/1", Guides, Verdict::To("x/y/2".into())));
        assert_eq!(said(&moved), ["x/y/1 implements relation guides", "x/y/1 implements to x/y/2"]);
        let confirmed = revised(&moved, edge("x/y/2", Guides, Verdict::Confirm));
        assert_eq!(said(&confirmed).len(), 2, "{confirmed}");
        assert!(confirmed.contains("x/y/2"), "{confirmed}");
        let rejected = revised(&moved, edge("x/y/2", Guides, Verdict::Reject));
        assert_eq!(said(&rejected), ["x/y/1 implements reject"]);
        // Rejected arrows are named as they are read.
        let back = revised(&rejected, edge("x/y/1", Implements, Verdict::Confirm));
        assert_eq!(said(&back), ["x/y/1 implements confirm"]);
    }

    #[test]
    fn a_field_goes_back_to_what_was_read_at_first_unless_its_line_is_stale() {
        let lexicon = Lexicon::embedded();
        let line = |before: &str, date: &str| Line {
            line: 0,
            path: "a.txt".into(),
            quote: String::new(),
            id: String::new(),
            before: before.into(),
            change: Change::Document(Field::read("date", date, lexicon).expect("a date")),
            reason: "sổ".into(),
        };
        let head = format!("# sổ công văn, \"tập 1\n{}\n# 2021\n", COLUMNS.join(","));
        let first = revised(&head, line("2021-08", "18/8/2021"));
        assert_eq!(said(&revised(&first, line("2021-08-18", "19/8/2021"))), ["date 2021-08 2021-08-19"]);
        let known = parse("sua.csv", &first, lexicon).expect("a table").lines;
        let stale = [known[0].stale(Why::Changed)];
        let second = revise("sua.csv", &first, &[line("2020", "19/8/2021")], &stale, lexicon).expect("a table");
        assert_eq!(said(&second), ["date 2020 2021-08-19"]);
        assert!(second.starts_with(&head), "the rest stays as it is: {second}");
    }
}
