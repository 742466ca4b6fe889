//! One file as read: the paper, its mentions, and the place of each.
//!
//! [`examine`] takes a source through decode, parse and extract, turns every span into line, code points and quoted
//! sentence, and lets the text go: a collection holds no bodies. A file that cannot be read is a record with a problem.

use crate::date::{self, PartialDate};
use crate::deadline::{self, Due};
use crate::document::{self, Document};
use crate::lexicon::Lexicon;
use crate::mention::{self, Mention};
use crate::source::Source;
use crate::text::{self, Encoding, Format, Problem, Span, Text};
use serde::Serialize;
use sha2::{Digest, Sha256};
use smol_str::{SmolStr, ToSmolStr};
use std::panic::{AssertUnwindSafe, catch_unwind};

/// Where a text says something.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Evidence {
    /// The document that says it.
    pub path: SmolStr,
    /// Line, from 1.
    pub line: usize,
    /// Start in code points of the text as it stands.
    pub start: usize,
    /// End in code points.
    pub end: usize,
    /// The sentence, gaps folded; for a mention the whole sentence around it.
    pub quote: SmolStr,
    /// The page, from 1, where the file has pages.
    pub page: Option<u32>,
    /// The paragraph, cell or note of the file, or the byte of a text file; nothing where the page is all there is.
    pub place: Option<SmolStr>,
    /// The words as they stand in the file, shown as Latin-1, where they were converted from an old encoding.
    pub source: Option<String>,
}

/// One file as read.
#[derive(Clone, Debug, Default)]
pub struct Record {
    /// Path as on the wire.
    pub path: String,
    /// Id given with the text, if any.
    pub id: Option<crate::source::Id>,
    /// What the paper says of itself.
    pub document: Document,
    /// What it says of others.
    pub mentions: Vec<Mention>,
    /// The exact words of each mention, as they stand in the file. Same order as `mentions`.
    pub texts: Vec<String>,
    /// The words that govern each mention ([`Mention::cue`]), as they stand in the file. Same order as `mentions`.
    pub cues: Vec<Option<SmolStr>>,
    /// The place of each mention. Same order as `mentions`.
    pub evidence: Vec<Evidence>,
    /// The place of the own number or of its blank.
    pub number_evidence: Option<Box<Evidence>>,
    /// The place of the own date.
    pub date_evidence: Option<Box<Evidence>>,
    /// The place of each addressee, then of each recipient.
    pub unit_evidence: Vec<Evidence>,
    /// Days by which it wants a report, each with its place and its words.
    pub deadlines: Vec<(Due, Evidence, String)>,
    /// Days that no calendar has, each with its place and its words.
    pub impossible_dates: Vec<(Evidence, String)>,
    /// What could not be read.
    pub problems: Vec<Problem>,
    /// What the file is; nothing if it could not be read.
    pub format: Option<Format>,
    /// How its letters were written.
    pub encoding: Option<Encoding>,
    /// SHA-256 of the bytes.
    pub fingerprint: [u8; 32],
}

impl Record {
    /// The full date that a citation gives in its own words. The date at the end of a list may be that of its last member
    /// only, and the words before a name may date something else: such dates are counted against nobody.
    pub fn own_date(&self, mention: usize) -> Option<PartialDate> {
        let (mention, words) = (&self.mentions[mention], &self.texts[mention]);
        let date = mention.date.filter(|date| date.is_full())?;
        let number = mention.number.as_ref()?;
        let year = date.year_number();
        // The year printed in a number is not the year of a date.
        let printed = number.year == Some(year);
        let times = words.matches(&year.to_string()).count();
        (times > usize::from(printed)).then_some(date)
    }
}

/// How much of a file is kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Detail {
    /// What a line of output says: the paper, its mentions, their words and places. No fingerprint and no quoted sentences;
    /// of the evidence only that of the mentions, without path.
    Line,
    /// All of it, as a collection needs it.
    Whole,
}

/// Reads one source. Never fails: what goes wrong stands in `problems`.
pub fn examine(source: &Source, lexicon: &Lexicon) -> Record {
    examine_for(source, lexicon, Detail::Whole)
}

/// Reads as much of one source as is wanted.
pub fn examine_for(source: &Source, lexicon: &Lexicon, detail: Detail) -> Record {
    let mut record = Record { path: source.path.clone(), id: source.id.clone(), ..Record::default() };
    let bytes = match source.bytes() {
        Ok(bytes) => bytes,
        Err(error) => {
            record.problems.push(error.into());
            return record;
        }
    };
    if detail == Detail::Whole {
        record.fingerprint = Sha256::digest(&bytes).into();
    }
    match text::decode_within(&source.path, bytes, &source.limits) {
        Ok(text) => {
            (record.format, record.encoding) = (Some(text.format), Some(text.encoding));
            record.problems.clone_from(&text.notes);
            contained(&mut record, |record| fill(record, &text, lexicon, detail));
        }
        Err(problem) => record.problems.push(problem),
    }
    record
}

/// A fault of the program itself costs the file that brought it to light and no other: nothing is told of the paper, and the
/// fault stands among its problems.
fn contained(record: &mut Record, fill: impl FnOnce(&mut Record)) {
    let mut filled = record.clone();
    // What a fault leaves half filled is thrown away.
    if catch_unwind(AssertUnwindSafe(|| fill(&mut filled))).is_ok() {
        *record = filled;
        return;
    }
    record.problems.push(Problem::fault());
}

fn fill(record: &mut Record, text: &Text, lexicon: &Lexicon, detail: Detail) {
    let document = document::parse(text, lexicon);
    let mentions = mention::extract(text, &document, lexicon);
    let places: Vec<(Span, Span)> = mentions.iter().map(|m| (m.span, m.sentence)).collect();
    record.texts = places.iter().map(|(span, _)| text.quote(*span).to_string()).collect();
    record.cues = mentions.iter().map(|m| m.cue.map(|span| SmolStr::new(text.quote(span)))).collect();
    record.evidence = locate(text, &places.iter().map(|(span, _)| *span).collect::<Vec<_>>());
    if detail == Detail::Whole {
        quote(record, text, &places, &document);
    }
    record.document = document;
    record.mentions = mentions;
}

/// Adds the sentences of the mentions, and the places of what the paper says of itself.
fn quote(record: &mut Record, text: &Text, places: &[(Span, Span)], document: &Document) {
    let path = SmolStr::new(&record.path);
    quoted(&mut record.evidence, &path, text, places.iter().map(|(_, sentence)| *sentence));
    let of = |places: &[(Span, Span)]| {
        let mut evidence = locate(text, &places.iter().map(|(span, _)| *span).collect::<Vec<_>>());
        quoted(&mut evidence, &path, text, places.iter().map(|(_, sentence)| *sentence));
        evidence
    };
    let one = |span: Option<Span>| span.and_then(|s| of(&[(s, line_of(text, s))]).pop()).map(Box::new);
    record.number_evidence = one(document.number_span);
    record.date_evidence = one(document.date_span);
    let units: Vec<(Span, Span)> =
        document.addressees.iter().chain(&document.recipients).map(|unit| (unit.span, unit.span)).collect();
    record.unit_evidence = of(&units);
    let words = |span: Span| folded(&text.as_str()[span.range()]);
    let due = deadline::find(text.as_str());
    let places = of(&due.iter().map(|deadline| (deadline.span, deadline.sentence)).collect::<Vec<_>>());
    record.deadlines = due.iter().zip(places).map(|(one, place)| (one.due, place, words(one.span))).collect();
    let odd: Vec<Span> =
        date::impossible(text.as_str()).into_iter().map(|range| Span::new(range.start, range.end)).collect();
    let places = of(&odd.iter().map(|&span| (span, line_of(text, span))).collect::<Vec<_>>());
    record.impossible_dates = places.into_iter().zip(odd.into_iter().map(words)).collect();
}

/// Line and code points of each place, in any order. One pass over the text for all of them.
fn locate(text: &Text, spans: &[Span]) -> Vec<Evidence> {
    let mut order: Vec<usize> = (0..spans.len()).collect();
    order.sort_by_key(|&index| spans[index].start);
    let mut lines = vec![0; spans.len()];
    let (mut line, mut at) = (1, 0);
    for index in order {
        line += memchr::memchr_iter(b'\n', &text.as_str().as_bytes()[at..spans[index].start]).count();
        at = spans[index].start;
        lines[index] = line;
    }
    let points = text.code_points(spans).into_iter().zip(lines).zip(spans);
    points
        .map(|(((start, end), line), span)| {
            let place = text.place(span.start);
            Evidence {
                line,
                start,
                end,
                page: place.page,
                place: Some(place.part.to_smolstr()).filter(|place| !place.is_empty()),
                source: text.source_of(*span),
                ..Evidence::default()
            }
        })
        .collect()
}

/// Adds path and sentence to each evidence. Neighbours often share their sentence.
fn quoted(evidence: &mut [Evidence], path: &SmolStr, text: &Text, sentences: impl Iterator<Item = Span>) {
    let mut last: Option<(Span, SmolStr)> = None;
    for (evidence, sentence) in evidence.iter_mut().zip(sentences) {
        let same = last.take().filter(|(span, _)| *span == sentence);
        let (_, quote) =
            last.insert(same.unwrap_or_else(|| (sentence, folded(&text.as_str()[sentence.range()]).into())));
        (evidence.path, evidence.quote) = (path.clone(), quote.clone());
    }
}

/// White space folded, emphasis and heading marks dropped: a sentence for people.
fn folded(sentence: &str) -> String {
    let mut out = String::with_capacity(sentence.len());
    for word in sentence.split(|c: char| c.is_whitespace() || c == '*' || c == '#').filter(|w| !w.is_empty()) {
        if !out.is_empty() && !out.ends_with(['(', '“']) && !word.starts_with([',', '.', ';', ':', ')', '”']) {
            out.push(' ');
        }
        out.push_str(word);
    }
    out
}

fn line_of(text: &Text, span: Span) -> Span {
    let body = text.as_str();
    let start = body[..span.start].rfind('\n').map_or(0, |at| at + 1);
    let end = body[span.end..].find('\n').map_or(body.len(), |at| span.end + at);
    Span::new(start, end)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_fault_of_the_program_costs_the_file_that_shows_it() {
        let mut record = Record { path: "a.txt".into(), format: Some(Format::Text), ..Record::default() };
        contained(&mut record, |record| {
            record.texts.push("half".into());
            panic!("a fault, as this test wants it");
        });
        assert_eq!((record.path.as_str(), record.texts.len(), record.format), ("a.txt", 0, Some(Format::Text)));
        assert_eq!(record.problems.iter().map(|problem| problem.code).collect::<Vec<_>>(), ["fault"]);
        contained(&mut record, |record| record.texts.push("whole".into()));
        assert_eq!((record.texts.len(), record.problems.len()), (1, 1));
    }
}
