//! The shell about the library: arguments, terminal, files written. Nothing below it prints, asks or looks at the clock.
//!
//! `args` says what can be typed, `run` has one function for each command, `report` and `tree` put results into words,
//! `output` writes them whole or not at all.

mod args;
mod clock;
mod findings;
mod input;
mod knowledge;
mod language;
mod output;
mod problem;
mod refusal;
mod report;
mod run;
mod terminal;
mod tree;
mod usage;

use clap::Parser;
use clap::error::ErrorKind;
use luocdo::vocabulary::Language;
use std::ffi::OsString;
use std::process::{ExitCode, Termination};

/// How a run ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// Done, and nothing at or above the threshold.
    Done,
    /// Done, and there is something: findings, no path, an unknown or ambiguous id.
    Found,
    /// Not done: usage, input or internal error.
    Failed,
}

impl Termination for Outcome {
    fn report(self) -> ExitCode {
        ExitCode::from(match self {
            Self::Done => 0,
            Self::Found => 1,
            Self::Failed => 2,
        })
    }
}

/// Parses what was typed, runs it, and says what went wrong.
pub fn main() -> ExitCode {
    let arguments = match args::Arguments::try_parse() {
        Ok(arguments) => arguments,
        Err(error) => return refuse(&error),
    };
    let language = arguments.shared.language();
    let color = arguments.shared.color_choice();
    color.write_global();
    match run::run(arguments) {
        Ok(outcome) => outcome.report(),
        Err(error) => fail(language, &format!("{}\n", refusal::words(&error, language))),
    }
}

/// A command line that cannot be run: help and version where they were asked for, else what is wrong with it.
fn refuse(error: &clap::Error) -> ExitCode {
    if matches!(
        error.kind(),
        ErrorKind::DisplayHelp | ErrorKind::DisplayVersion | ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand
    ) {
        error.exit();
    }
    let typed: Vec<OsString> = std::env::args_os().collect();
    #[expect(clippy::disallowed_methods, reason = "the shell may ask the environment; the library does not")]
    let preset = std::env::var("LUOCDO_LANG").ok();
    let language = usage::language(&typed, preset.as_deref());
    fail(language, &usage::explain(error, &typed, language))
}

fn fail(language: Language, message: &str) -> ExitCode {
    let heading = language::word(language, "lỗi", "error");
    let message = format!("{}{heading}:{} {message}", report::ERROR, report::PLAIN);
    // Nothing is left to do if the terminal refuses even this.
    let _ = terminal::tell(&message);
    Outcome::Failed.report()
}
