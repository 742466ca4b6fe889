//! How citations are written: what Decree 30/2020/NĐ-CP, annex I, part II, 6 wants of a basis and of a first citation.

use super::case;
use super::finding::by_place;
use super::profile::Book;
use super::{Case, Finding, Said, Severity};
use crate::corpus::Corpus;
use crate::date::PartialDate;
use crate::mention::Mention;
use crate::record::Record;
use crate::reference::{Reference, Target};
use crate::text::fold::fold;
use crate::vocabulary::{Class, Relation, Zone};
use std::collections::{BTreeMap, HashSet};

/// A part that a citation lacks, in both languages.
type Part = (&'static str, &'static str);

const DATE: Part = ("ngày ban hành", "date");
const ISSUER: Part = ("cơ quan ban hành", "issuing organ");
const NUMBER: Part = ("số, ký hiệu", "number and symbol");
const KIND: Part = ("tên loại", "kind");

/// TT401: a basis of the document that is not written in full: kind, number and symbol, organ, date (II.6.a). Laws and
/// ordinances need no number and organ. The subject is not looked at: where it ends is a matter of reading.
pub(super) fn basis(case: &Case<'_>) -> Vec<Finding> {
    let lacking = |mention: &Mention| -> Vec<Part> {
        let law = is_law(mention);
        let number = mention.number.as_ref().is_some_and(|number| number.organ.is_some());
        [
            (mention.kind.is_none(), KIND),
            (!law && !number && mention.class == Class::Numbered, NUMBER),
            (!law && !names_issuer(mention), ISSUER),
            (!mention.date.is_some_and(|date| date.is_full()), DATE),
        ]
        .into_iter()
        .filter_map(|(lacks, part)| lacks.then_some(part))
        .collect()
    };
    let words = ("căn cứ chưa ghi đủ", "basis not written in full");
    // A constitution has no date in a basis, and a congress no number.
    let counts = |mention: &Mention, relation| {
        mention.class != Class::Oral
            && mention.kind.as_deref() != Some("Hiến pháp")
            && relation == Relation::Basis
            && mention.zone == Zone::Preamble
    };
    collect(case, words, counts, lacking)
}

/// TT402: the first citation of a numbered document gives no date or no organ (II.6.b). The subject line, bases, and what
/// stands in the title of another document are not first citations.
pub(super) fn first(case: &Case<'_>) -> Vec<Finding> {
    let counts = |mention: &Mention, relation| {
        mention.class == Class::Numbered
            && !matches!(mention.zone, Zone::Title | Zone::Notes | Zone::Closing)
            && !(relation == Relation::Basis && mention.zone == Zone::Preamble)
            && mention.number.as_ref().is_some_and(|number| number.organ.is_some())
            && !is_law(mention)
    };
    let lacking = |mention: &Mention| -> Vec<Part> {
        [(!names_issuer(mention), ISSUER), (mention.date.is_none(), DATE)]
            .into_iter()
            .filter_map(|(lacks, part)| lacks.then_some(part))
            .collect()
    };
    let words = ("lần viện dẫn đầu chưa ghi đủ", "first citation not written in full");
    collect(case, words, counts, lacking)
}

fn is_law(mention: &Mention) -> bool {
    let organ = mention.number.as_ref().and_then(|number| number.organ.as_deref()).unwrap_or_default();
    case::is_law(mention.kind.as_deref()) || organ.starts_with("QH")
}

/// Papers of which these rules speak: no web articles, and no legal documents, which have rules of their own.
fn is_administrative(record: &Record) -> bool {
    let document = &record.document;
    let printed = document.number.as_ref().is_some_and(|number| number.year.is_some());
    let kind = document.kind.as_deref().map(fold).unwrap_or_default();
    let other = ["nghị định", "thông tư", "thông tư liên tịch", "bài viết"];
    !printed && !case::is_law(document.kind.as_deref()) && !other.contains(&kind.as_str())
}

/// What the words before a citation tell already: "Ngày 09/4/2013, Chính phủ đã ban hành Nghị định số 31/2013/NĐ-CP".
fn told_before(before: &str) -> Vec<Part> {
    let lower = before.to_lowercase();
    let mut start = lower.len().saturating_sub(160);
    while !lower.is_char_boundary(start) {
        start += 1;
    }
    let near = &lower[start..];
    let mut told = Vec::new();
    if near.match_indices("ngày ").any(|(at, word)| near[at + word.len()..].starts_with(|c: char| c.is_ascii_digit()))
    {
        told.push(DATE);
    }
    if ["ban hành", "có văn bản", "có công văn", "đề nghị tại", "báo cáo tại", "đề nghị của"]
        .iter()
        .any(|word| near.contains(word))
        || near.trim_end().ends_with(" có")
    {
        told.push(ISSUER);
    }
    told
}

/// An act that is named only because it amends the one before it.
fn is_amendment_in_passing(before: &str) -> bool {
    let lower = before.to_lowercase();
    let lead = lower.trim_end();
    lower.contains("sửa đổi") && ["theo", "bởi", "tại", "và", ";", ","].iter().any(|word| lead.ends_with(word))
}

/// The text names the organ, or the name of the act does.
fn names_issuer(mention: &Mention) -> bool {
    mention.issuer.is_some() || mention.class == Class::Named
}

/// The first citation of each document in each file that counts and lacks something.
fn collect(
    case: &Case<'_>,
    words: Part,
    counts: impl Fn(&Mention, Relation) -> bool,
    lacking: impl Fn(&Mention) -> Vec<Part>,
) -> Vec<Finding> {
    let mut seen: HashSet<(usize, String)> = HashSet::new();
    let mut found = Vec::new();
    for of_record in case.references.chunk_by(|a, b| a.record == b.record) {
        let record = &case.corpus.records[of_record[0].record];
        if !is_administrative(record) || !case.is_open(record) {
            continue;
        }
        // One organ at the end of a list is the organ of all of it.
        let shared = shared_issuers(case.corpus, of_record);
        for reference in of_record {
            let mention = case.mention(reference);
            if matches!(mention.zone, Zone::Title) || mention.subject != 0 {
                continue;
            }
            let relation = case.relation(reference);
            if !seen.insert((reference.record, identity(reference, mention))) || !counts(mention, relation) {
                continue;
            }
            let mut lacks = lacking(mention);
            lacks.retain(|part| *part != ISSUER || !shared.contains(&mention.sentence.start));
            let (before, behind) = case.around(reference).unwrap_or_default();
            let told = told_before(before);
            lacks.retain(|part| relation == Relation::Basis || !told.contains(part));
            // "Chương trình phối hợp số … giữa Liên đoàn Lao động tỉnh và Tỉnh đoàn" names its organs.
            if behind.trim_start_matches([',', ' ']).starts_with("giữa ") {
                lacks.retain(|part| *part != ISSUER);
            }
            if lacks.is_empty() || mention.antecedent.is_some() || is_amendment_in_passing(before) {
                continue;
            }
            found.push(finding(case, reference, words, &lacks));
        }
    }
    by_place(&mut found);
    found
}

/// Sentences in which a list of numbers shares one organ.
fn shared_issuers(corpus: &Corpus, of_record: &[Reference]) -> HashSet<usize> {
    let mut counts: BTreeMap<usize, (usize, usize)> = BTreeMap::new();
    for reference in of_record {
        let mention = &corpus.records[reference.record].mentions[reference.mention];
        let (all, told) = counts.entry(mention.sentence.start).or_default();
        *all += 1;
        *told += usize::from(mention.issuer.is_some());
    }
    counts.into_iter().filter(|(_, (all, told))| *told > 0 && told < all).map(|(sentence, _)| sentence).collect()
}

fn identity(reference: &Reference, mention: &Mention) -> String {
    match &reference.target {
        Target::Held(key) | Target::Missing(key) | Target::Oral(key) => key.id().to_string(),
        Target::Ambiguous(_) => fold(
            mention.number.as_ref().map(|number| number.text.as_str()).or(mention.name.as_deref()).unwrap_or_default(),
        ),
    }
}

/// The decree is in force since 5 March 2020; to older papers it is a yardstick.
fn severity(case: &Case<'_>, record: &Record) -> Severity {
    let in_force = PartialDate::day(2020, 3, 5);
    let older = record.document.date.is_some_and(|date| Some(date) < in_force);
    if older { Severity::Note } else { case.options.profile.severity(Book::Nd30, record.document.system) }
}

fn finding(case: &Case<'_>, reference: &Reference, words: Part, lacks: &[Part]) -> Finding {
    let record = &case.corpus.records[reference.record];
    let mut text = record.texts[reference.mention].split_whitespace().collect::<Vec<_>>().join(" ");
    // "57" in "các Nghị quyết số 57, 59, 68-NQ/TW": the list gives the symbol.
    let number = case.mention(reference).number.as_ref().filter(|number| number.text.len() > text.len());
    if let Some(number) = number {
        text = number.text.to_string();
    }
    let list = |pick: fn(&Part) -> &'static str| lacks.iter().map(pick).collect::<Vec<_>>().join(", ");
    let (vi, en) = (list(|part| part.0), list(|part| part.1));
    let finding = Finding::new(Said::new(
        format!("{}: “{text}” thiếu {vi}", words.0),
        format!("{}: “{text}” lacks {en}", words.1),
    ))
    .at(case.place(reference))
    .namely(format!("{} {}", record.path, fold(&text)))
    .graded(severity(case, record));
    let finding = match case.corpus.holding_of(reference.record) {
        Some(holding) => finding.about(holding.key.id()),
        None => finding,
    };
    finding.suggest(Said::new(
        "ghi thêm phần còn thiếu (Nghị định 30/2020/NĐ-CP, Phụ lục I, phần II, mục 6)",
        "add what is lacking (Decree 30/2020/NĐ-CP, annex I, part II, 6)",
    ))
}
