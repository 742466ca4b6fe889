//! `trace`: what came of a document, or how it came down to another.

use super::{Collection, collect, find};
use crate::cli::Outcome;
use crate::cli::args::{AnswerFormat, Shared, TraceArgs};
use crate::cli::language::{counted, say};
use crate::cli::output::{self, Output, Target};
use crate::cli::report::{self, Page};
use crate::cli::tree;
use luocdo::analysis::{Paths, Scope, cascade, paths};
use luocdo::graph::{Graph, NodeIndex};
use luocdo::render::json;
use std::path::PathBuf;

/// More ways than anybody reads.
const WAYS: usize = 50;

/// Runs `trace`.
pub fn run(args: &TraceArgs, shared: &Shared) -> anyhow::Result<Outcome> {
    let language = shared.language();
    let target = Target::of(args.answer.output.as_deref());
    let format = output::form(args.answer.format, &target, AnswerFormat::ENDINGS, AnswerFormat::Text, language)?;
    let Collection { survey, inputs, troubles, files, .. } = collect(&args.input, shared)?;
    let graph = &survey.graph;
    let page = Page::standard(language);
    let mut output = Output::create(&target, files.iter().map(PathBuf::as_path), language)?;
    let scope = if args.all { Scope::every() } else { Scope::default() };
    let ends = find(graph, &args.from_document, page)
        .and_then(|top| args.to.as_deref().map(|to| find(graph, to, page)).transpose().map(|to| (top, to)));
    let outcome = match (ends, format) {
        (Err(words), format) => {
            super::answer(&words, format, &mut output)?;
            Outcome::Found
        }
        (Ok((top, None)), AnswerFormat::Text) => {
            output.write_words(&tree::cascade(graph, &cascade(graph, top, &scope), page))?;
            Outcome::Done
        }
        (Ok((top, None)), AnswerFormat::Json) => {
            json::write_cascade(graph, &cascade(graph, top, &scope), &mut output)?;
            Outcome::Done
        }
        (Ok((top, Some(to))), format) => ways(graph, (top, to), &scope, (format, page), &mut output)?,
    };
    output.finish()?;
    super::conclude(&inputs, &troubles, outcome, shared)
}

/// Every way from one document down to another.
fn ways(
    graph: &Graph,
    (from, to): (NodeIndex, NodeIndex),
    scope: &Scope,
    (format, page): (AnswerFormat, Page),
    output: &mut Output,
) -> anyhow::Result<Outcome> {
    let found = paths(graph, from, to, scope, WAYS);
    if format == AnswerFormat::Json {
        json::write_paths(graph, (from, to), &found, output)?;
    } else if found.paths.is_empty() {
        super::answer(&no_way(graph, (from, to), scope, page), format, output)?;
    } else {
        output.write_words(&ways_in_words(graph, &found, page))?;
    }
    Ok(if found.paths.is_empty() { Outcome::Found } else { Outcome::Done })
}

fn ways_in_words(graph: &Graph, found: &Paths, page: Page) -> String {
    let language = page.language;
    let mut text = String::new();
    for (index, path) in found.paths.iter().enumerate() {
        let (number, all) = (index + 1, found.paths.len());
        let steps = counted(language, path.hops.len(), "bước", "step");
        let heading = say!(language, "Đường {number}/{all}, {steps}", "Way {number} of {all}, {steps}");
        text += &format!("{}\n{}\n", report::styled(report::STRONG, &heading), tree::path(graph, path, page));
    }
    text.truncate(text.trim_end().len() + 1);
    if found.truncated {
        text += &say!(language, "Còn nhiều đường khác; chỉ kê {WAYS}.\n", "There are more ways; {WAYS} are listed.\n");
    }
    text
}

fn no_way(graph: &Graph, (from, to): (NodeIndex, NodeIndex), scope: &Scope, page: Page) -> String {
    let language = page.language;
    let name = |index: NodeIndex| report::called(&graph.graph[index], language).into_owned();
    let (a, b) = (name(from), name(to));
    let mut words = say!(
        language,
        "Chưa thấy trong kho đường nào từ {a} xuống {b}\n",
        "No way from {a} down to {b} is seen in the collection\n"
    );
    if !paths(graph, to, from, scope, 1).paths.is_empty() {
        words += &say!(
            language,
            "Có đường theo chiều ngược lại, từ {b} xuống {a}\n",
            "There is a way in the other direction, from {b} down to {a}\n"
        );
    } else if *scope != Scope::every() && !paths(graph, from, to, &Scope::every(), 1).paths.is_empty() {
        words += &say!(
            language,
            "Có đường qua chỗ chỉ dẫn chiếu: thêm --all\n",
            "There is a way by mere citations: add --all\n"
        );
    }
    words
}
