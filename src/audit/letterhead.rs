//! NG107: a citation and the letterhead of the document that it means contradict each other in date, kind or issuer.

use super::{Case, Finding, Said};
use crate::date::PartialDate;
use crate::graph::{Node, other_organ};
use crate::mention::Mention;
use crate::reference::Target;
use crate::text::fold::fold;
use std::collections::HashSet;

/// NG107: a citation of a held document gives another full date, kind or issuer than the paper itself. Once for each
/// citing file, cited document and difference.
pub(super) fn disagrees(case: &Case<'_>) -> Vec<Finding> {
    let mut seen = HashSet::new();
    let mut found = Vec::new();
    for reference in case.references {
        let Target::Held(key) = &reference.target else { continue };
        let (Some(to), Some(holding)) = (case.node_of(key), case.corpus.holding(key)) else { continue };
        let to = &case.graph.graph[to];
        // Of a secret paper only number and date are said; of several dates the audit speaks elsewhere.
        let own_files = holding.records.contains(&reference.record);
        if own_files || !holding.conflicting_dates.is_empty() {
            continue;
        }
        let record = case.corpus.first_record(holding);
        let mention = case.mention(reference);
        let differences = [date(case.stated_date(reference), to), kind(case, mention, to), issuer(mention, to)];
        for difference in differences.into_iter().flatten() {
            if !seen.insert((reference.record, key, difference.vietnamese.clone())) {
                continue;
            }
            let name = case.name(to);
            let finding = Finding::new(Said::new(
                format!("viện dẫn khác với văn bản có trong kho: {}; {}", name.vietnamese, difference.vietnamese),
                format!("the citation differs from the held document: {}; {}", name.english, difference.english),
            ))
            .at(case.place(reference).saying(Said::new("viện dẫn", "citation")))
            .at(case.number_place(record).saying(Said::new("văn bản", "document")))
            .about(&to.id)
            .namely(format!("{} {}", case.corpus.records[reference.record].path, difference.english));
            found.push(finding.suggest(Said::new(
                "đối chiếu hai văn bản; sửa viện dẫn, hoặc xem lại có phải cùng một văn bản",
                "compare the two; correct the citation, or see whether it is the same document",
            )));
        }
    }
    found
}

fn date(cited: Option<PartialDate>, held: &Node) -> Option<Said> {
    let (cited, own) = (cited?, held.date.filter(|date| date.is_full())?);
    (!cited.agrees_with(own)).then(|| {
        let (cited, own) = (cited.written(), own.written());
        Said::new(format!("viện dẫn ghi {cited}, văn bản ghi {own}"), format!("cited as {cited}, dated {own}"))
    })
}

/// Only what the letterhead or the signature names: an issuer that is inferred may be the one in error.
fn issuer(mention: &Mention, held: &Node) -> Option<Said> {
    let (cited, own) = (mention.issuer_full.as_deref()?, held.issuer.as_deref()?);
    let printed = matches!(held.issuer_from, Some("letterhead" | "signature"));
    (printed && other_organ(cited, own)).then(|| {
        Said::new(
            format!("viện dẫn ghi của {cited}, văn bản là của {own}"),
            format!("cited as {cited}'s, issued by {own}"),
        )
    })
}

/// Only where both kinds are in the lexicon and neither stands for the other: the words for what a decision issues
/// ("Quy chế", "Đề án") name the decision too.
fn kind(case: &Case<'_>, mention: &Mention, held: &Node) -> Option<Said> {
    let (cited, own) = (mention.kind.as_deref()?, held.kind.as_deref()?);
    let (one, other) = (case.lexicon.kinds.by_name(cited)?, case.lexicon.kinds.by_name(own)?);
    let shares = one.abbreviations.iter().any(|abbreviation| other.abbreviations.contains(abbreviation));
    let issues = ["quyết định", "nghị quyết", "nghị định", "thông tư"].contains(&fold(own).as_str());
    let idle = one.promulgated && issues || one.abbreviations.is_empty();
    // A letter prints no kind, and "Công văn" is what any paper may be called in passing.
    let letter = [cited, own].iter().any(|kind| fold(kind) == "công văn");
    let apart =
        fold(cited) != fold(own) && !fold(own).starts_with(&fold(cited)) && !fold(cited).starts_with(&fold(own));
    (apart && !idle && !shares && !letter && held.secrecy.is_none()).then(|| {
        Said::new(format!("viện dẫn gọi là {cited}, văn bản ghi {own}"), format!("cited as “{cited}”, headed “{own}”"))
    })
}
