//! `diff`: two runs or two folders side by side.

use super::collect;
use crate::cli::Outcome;
use crate::cli::args::{AnswerFormat, DiffArgs, InputArgs, Shared};
use crate::cli::language::{count, say, word};
use crate::cli::output::{Output, Target};
use crate::cli::report::{self, FAINT, GOOD, Page, STRONG, WARNING, styled};
use anyhow::Context;
use luocdo::audit::baseline::Held;
use luocdo::audit::{Case, Options, audit};
use luocdo::comparison::{Comparison, Part, Run, compare};
use luocdo::lexicon::Lexicon;
use luocdo::render::report::Report;
use serde_json::json;
use std::io::Write;
use std::path::Path;

/// Differences of one part that are listed; more with `--all`.
const LISTED: usize = 20;

/// Runs `diff`. It ends with 1 if anything differs.
pub fn run(args: &DiffArgs, shared: &Shared) -> anyhow::Result<Outcome> {
    let language = shared.language();
    // The same papers in two folders are the same files: each side is told from the folders that were typed on.
    let folders = [&args.before, &args.after].into_iter().filter(|input| !is_saved(input));
    let bare = |run: Run| folders.clone().fold(run, |run, folder| run.below(folder));
    let before = bare(read(&args.before, args, shared)?);
    let after = bare(read(&args.after, args, shared)?);
    let found = compare(&before, &after);
    let mut output = Output::create(&Target::of(args.answer.output.as_deref()), [], language)?;
    match args.answer.format {
        AnswerFormat::Text => super::write_styled(&words(&found, args.all, Page::standard(language)), &mut output)?,
        AnswerFormat::Json => {
            serde_json::to_writer_pretty(&mut output, &wire(&found))?;
            output.write_all(b"\n")?;
        }
    }
    output.finish()?;
    Ok(if found.is_empty() { Outcome::Done } else { Outcome::Found })
}

fn is_saved(input: &str) -> bool {
    Path::new(input).extension().is_some_and(|ending| ending.eq_ignore_ascii_case("json"))
}

/// A saved run, or a run over a folder.
fn read(input: &str, args: &DiffArgs, shared: &Shared) -> anyhow::Result<Run> {
    let language = shared.language();
    if is_saved(input) && args.from.is_none() {
        let text = std::fs::read_to_string(input)
            .with_context(|| say!(language, "không đọc được “{input}”", "cannot read “{input}”"))?;
        return Ok(Run::read(input, &text)?);
    }
    let inputs = InputArgs { inputs: vec![input.to_string()], from: args.from, limits: args.limits.clone() };
    let collection = collect(&inputs, shared)?;
    let survey = &collection.survey;
    let options = Options { allow_secret: shared.allow_mat, ..Options::default() };
    let case = Case::new(&survey.corpus, &survey.references, &survey.graph, Lexicon::embedded(), &options);
    let findings = audit(&case);
    let report = Report {
        case: &case,
        findings: &findings,
        wanted: &[],
        coverage: &[],
        ignored: 0,
        baseline: &Held::default(),
        language,
    };
    // By way of what would be saved, so that a folder and its saved run are the same.
    let mut saved = Vec::new();
    luocdo::render::report::json(&report, &mut saved)?;
    let run = Run::read(input, &String::from_utf8(saved)?)?;
    super::conclude(&collection.inputs, &collection.troubles, Outcome::Done, shared)?;
    Ok(run)
}

fn parts(found: &Comparison) -> Vec<((&'static str, &'static str), &Part)> {
    let mut parts = vec![
        (("Văn bản", "Documents"), &found.documents),
        (("Viện dẫn", "Citations"), &found.citations),
        (("Quan hệ", "Relations"), &found.relations),
    ];
    parts.extend(found.findings.as_ref().map(|part| (("Phát hiện", "Findings"), part)));
    parts
}

fn words(found: &Comparison, all: bool, page: Page) -> String {
    let language = page.language;
    let mut lines = Vec::new();
    for ((vietnamese, english), part) in parts(found) {
        let [added, removed, changed] =
            [&part.added, &part.removed, &part.changed].map(|list| count(language, list.len()));
        let name = styled(STRONG, word(language, vietnamese, english));
        lines.push(say!(
            language,
            "{name}: thêm {added}, bớt {removed}, đổi {changed}",
            "{name}: {added} added, {removed} removed, {changed} changed"
        ));
        for (sign, style, list) in
            [("+", GOOD, &part.added), ("-", WARNING, &part.removed), ("~", STRONG, &part.changed)]
        {
            let shown = if all { list.len() } else { list.len().min(LISTED) };
            for entry in &list[..shown] {
                let wrapped = report::wrap(entry, page.width.saturating_sub(6));
                for (at, line) in wrapped.iter().enumerate() {
                    let sign = if at == 0 { styled(style, sign) } else { " ".into() };
                    lines.push(format!("  {sign} {line}"));
                }
            }
            if list.len() > shown {
                let more = count(language, list.len() - shown);
                lines.push(format!(
                    "    {}",
                    styled(FAINT, &say!(language, "… còn {more} (--all)", "… {more} more (--all)"))
                ));
            }
        }
    }
    if found.findings.is_none() {
        let note = word(
            language,
            "Phát hiện không so sánh được: một bên lưu bằng export, không phải audit -f json.",
            "Findings cannot be compared: one side was saved by export, not by audit -f json.",
        );
        lines.extend(report::wrap(note, page.width));
    }
    lines.join("\n") + "\n"
}

fn wire(found: &Comparison) -> serde_json::Value {
    let part = |part: &Part| json!({ "added": part.added, "removed": part.removed, "changed": part.changed });
    json!({
        "v": luocdo::render::WIRE_VERSION,
        "documents": part(&found.documents),
        "citations": part(&found.citations),
        "relations": part(&found.relations),
        "findings": found.findings.as_ref().map(part),
    })
}
