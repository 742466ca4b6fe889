//! One function for each command.

mod audit;
mod diff;
mod draw;
mod explain;
mod export;
mod extract;
mod fix;
mod init;
mod show;
mod text;
mod trace;

use super::Outcome;
use super::args::{AnswerFormat, Arguments, Command, InputArgs, Shared};
use super::input::{Inputs, Troubles};
use super::knowledge;
use super::language::{Language, say};
use super::output::Output;
use super::report::{self, Page};
use super::terminal;
use indicatif::{ProgressBar, ProgressStyle};
use luocdo::Survey;
use luocdo::correction::Corrections;
use luocdo::graph::{self, Graph, NodeIndex};
use luocdo::lexicon::Lexicon;
use luocdo::lookup::{Lookup, look_up};
use std::path::PathBuf;

/// Runs the command.
pub fn run(arguments: Arguments) -> anyhow::Result<Outcome> {
    let Arguments { command, shared } = arguments;
    if let Some(jobs) = shared.jobs {
        // Fails only if the pool has been built already, and this is the only place that builds it.
        let _ = rayon::ThreadPoolBuilder::new().num_threads(jobs).build_global();
    }
    match command {
        Command::Extract(args) => extract::run(args, &shared),
        Command::Draw(args) => draw::run(&args, &shared),
        Command::Audit(args) => audit::run(&args, &shared),
        Command::Explain(args) => explain::run(&args, &shared),
        Command::Diff(args) => diff::run(&args, &shared),
        Command::Init(args) => init::run(&args, &shared),
        Command::Export(args) => export::run(&args, &shared),
        Command::Trace(args) => trace::run(&args, &shared),
        Command::Fix(args) => fix::run(&args, &shared),
        Command::Show(args) => show::run(&args, &shared),
        Command::Text(args) => text::run(&args, &shared),
    }
}

/// A collection that a command works on.
struct Collection {
    survey: Survey,
    lexicon: &'static Lexicon,
    inputs: Inputs,
    troubles: Troubles,
    /// The files read, which no output may replace.
    files: Vec<PathBuf>,
}

/// Reads and resolves what the inputs hold.
fn collect(args: &InputArgs, shared: &Shared) -> anyhow::Result<Collection> {
    let lexicon = knowledge::lexicon(shared)?;
    let (table, corrections) = knowledge::corrections(shared, &args.inputs, lexicon)?.unzip();
    let collection = collect_with(args, shared, lexicon, corrections.unwrap_or_default())?;
    if let Some(table) = table.filter(|_| !shared.quiet) {
        let stale = knowledge::stale(&table, &collection.survey.stale, shared.language());
        terminal::tell(&stale)?;
    }
    Ok(collection)
}

/// As [`collect`], with these corrections.
fn collect_with(
    args: &InputArgs,
    shared: &Shared,
    lexicon: &'static Lexicon,
    corrections: Corrections,
) -> anyhow::Result<Collection> {
    let language = shared.language();
    let registry = knowledge::registry(shared, lexicon)?;
    let mut inputs = Inputs::find(args, language)?;
    let files = inputs.places().map(PathBuf::from).chain(knowledge::files(shared, &args.inputs)).collect();
    let mut troubles = inputs.troubles(language);
    let progress = progress(&inputs, shared);
    let options = luocdo::Options { graph: graph::Options { allow_secret: shared.allow_mat, registry }, corrections };
    let survey = luocdo::survey(inputs.named_sources(), lexicon, &options, |record| {
        troubles.note(record);
        progress.inc(1);
    });
    progress.finish_and_clear();
    Ok(Collection { survey, lexicon, inputs, troubles, files })
}

/// The document that was typed; else what it could be, in words for the terminal.
fn find(graph: &Graph, typed: &str, page: Page) -> Result<NodeIndex, String> {
    let language = page.language;
    let list = |found: Vec<NodeIndex>| -> String {
        let entry = |index: NodeIndex| {
            let node = &graph.graph[index];
            let lines = report::entry(&report::line(node, language), &report::state(node, language), 2, page.width);
            format!("{}\n    {}\n", lines.join("\n"), report::styled(report::FAINT, &node.id))
        };
        found.into_iter().map(entry).collect()
    };
    match look_up(graph, typed) {
        Lookup::One(found) => Ok(found),
        Lookup::Several(found) => {
            let count = found.len();
            let heading = say!(
                language,
                "“{typed}” hợp với {count} văn bản; hãy thêm chữ (cơ quan, tỉnh, năm) hoặc dùng định danh:\n",
                "“{typed}” fits {count} documents; add words (organ, province, year) or give the id:\n"
            );
            Err(heading + &list(found))
        }
        Lookup::None(near) if near.is_empty() => Err(say!(
            language,
            "Chưa thấy “{typed}” trong kho, cũng chưa thấy văn bản nào trong kho viện dẫn nó\n",
            "“{typed}” is not in the collection, and no document of it cites it\n"
        )),
        Lookup::None(near) => {
            let heading = say!(
                language,
                "Chưa thấy “{typed}” trong kho, cũng chưa thấy văn bản nào trong kho viện dẫn nó. Gần nhất:\n",
                "“{typed}” is not in the collection, and no document of it cites it. Nearest:\n"
            );
            Err(heading + &list(near))
        }
    }
}

/// A bar on standard error while documents are read, where somebody looks at it.
fn progress(inputs: &Inputs, shared: &Shared) -> ProgressBar {
    if shared.quiet {
        return ProgressBar::hidden();
    }
    let words = say!(shared.language(), "Đọc", "Reading");
    let (bar, template) = match inputs.count() {
        Some(count) => (ProgressBar::new(count as u64), "{msg} {bar:40} {human_pos}/{human_len} {eta}"),
        None => (ProgressBar::new_spinner(), "{msg} {human_pos} {per_sec}"),
    };
    if let Ok(style) = ProgressStyle::with_template(template) {
        bar.set_style(style);
    }
    let bar = bar.with_message(words.clone());
    #[cfg(feature = "pdf-in")]
    {
        let (bar, language) = (bar.clone(), shared.language());
        luocdo::text::ocr::watch(move |page, pages| {
            bar.set_message(say!(
                language,
                "{words}: nhận dạng chữ trang {page} (tệp có {pages} trang ảnh)",
                "{words}: recognising page {page} ({pages} pictures of pages in the file)"
            ));
        });
    }
    bar
}

/// Says what was passed over and what could not be read, and whether that is the end of it.
fn conclude(inputs: &Inputs, troubles: &Troubles, outcome: Outcome, shared: &Shared) -> anyhow::Result<Outcome> {
    let language = shared.language();
    if let Some(skipped) = inputs.skipped(language).filter(|_| !shared.quiet && !inputs.is_empty()) {
        terminal::tell(&say!(language, "Bỏ qua: {skipped}\n", "Skipped: {skipped}\n"))?;
    }
    conclude_reading(inputs, troubles, outcome, shared)
}

/// As [`conclude`], where it has been said what was passed over.
fn conclude_reading(
    inputs: &Inputs,
    troubles: &Troubles,
    outcome: Outcome,
    shared: &Shared,
) -> anyhow::Result<Outcome> {
    let outcome = conclude_troubles(troubles, outcome, shared)?;
    if inputs.is_empty() && !shared.quiet {
        nothing_found(inputs, shared.language())?;
    }
    Ok(outcome)
}

/// Says what could not be read, and whether that is the end of it.
fn conclude_troubles(troubles: &Troubles, outcome: Outcome, shared: &Shared) -> anyhow::Result<Outcome> {
    if !shared.quiet {
        troubles.print()?;
    }
    Ok(if shared.strict && troubles.count() > 0 { Outcome::Failed } else { outcome })
}

fn nothing_found(inputs: &Inputs, language: Language) -> std::io::Result<()> {
    let line = match inputs.skipped(language) {
        Some(skipped) => say!(
            language,
            "Không thấy văn bản nào (bỏ qua {skipped}); luocdo đọc .docx, .doc, .pdf, .html, .rtf, .odt, .txt, .md, .zip\n",
            "No document found (skipped {skipped}); luocdo reads .docx, .doc, .pdf, .html, .rtf, .odt, .txt, .md, .zip\n"
        ),
        None => say!(language, "Không thấy văn bản nào\n", "No document found\n"),
    };
    terminal::tell(&line)
}

/// Words that answer for a result that is not there: where the result would stand if people read it, else beside it.
fn answer(words: &str, format: AnswerFormat, output: &mut Output) -> std::io::Result<()> {
    match format {
        AnswerFormat::Text => output.write_words(words),
        AnswerFormat::Json => terminal::tell(words),
    }
}
