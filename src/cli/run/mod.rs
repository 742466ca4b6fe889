//! One function for each command.

mod extract;
mod text;

use super::Outcome;
use super::args::{Arguments, Command, Shared};
use super::input::{Inputs, Troubles};
use super::language::{Language, say};
use indicatif::{ProgressBar, ProgressStyle};
use std::io::Write;

/// Runs the command.
pub fn run(arguments: Arguments) -> anyhow::Result<Outcome> {
    let Arguments { command, shared } = arguments;
    if let Some(jobs) = shared.jobs {
        // Fails only if the pool has been built already, and this is the only place that builds it.
        let _ = rayon::ThreadPoolBuilder::new().num_threads(jobs).build_global();
    }
    match command {
        Command::Extract(args) => extract::run(args, &shared),
        Command::Text(args) => text::run(&args, &shared),
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
    bar.with_message(words)
}

/// Says what could not be read, and whether that is the end of it.
fn conclude(inputs: &Inputs, troubles: &Troubles, shared: &Shared) -> anyhow::Result<Outcome> {
    if !shared.quiet {
        troubles.print()?;
        if inputs.is_empty() {
            nothing_found(inputs, shared.language())?;
        }
    }
    Ok(if shared.strict && troubles.count() > 0 { Outcome::Failed } else { Outcome::Done })
}

fn nothing_found(inputs: &Inputs, language: Language) -> std::io::Result<()> {
    let line = match inputs.skipped(language) {
        Some(skipped) => say!(
            language,
            "Không thấy văn bản nào (bỏ qua {skipped}); luocdo đọc .txt và .md\n",
            "No document found (skipped {skipped}); luocdo reads .txt and .md\n"
        ),
        None => say!(language, "Không thấy văn bản nào\n", "No document found\n"),
    };
    anstream::stderr().write_all(line.as_bytes())
}
