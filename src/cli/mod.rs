//! The shell about the library: arguments, terminal, files written. Nothing below it prints, asks or looks at the clock.
//!
//! `args` says what can be typed, `run` has one function for each command, `report` and `tree` put results into words,
//! `output` writes them whole or not at all.

mod args;
mod input;
mod language;
mod output;
mod report;
mod run;
mod tree;

use clap::Parser;
use luocdo::vocabulary::Language;
use std::io::Write;
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
    let arguments = args::Arguments::parse();
    let language = arguments.shared.language();
    let color = arguments.shared.color_choice();
    color.write_global();
    match run::run(arguments) {
        Ok(outcome) => outcome.report(),
        Err(error) => {
            let heading = match language {
                Language::Vietnamese => "lỗi",
                Language::English => "error",
            };
            let message = format!("{}{heading}:{} {error:#}\n", report::ERROR, report::PLAIN);
            // Nothing is left to do if the terminal refuses even this.
            let _ = anstream::stderr().write_all(message.as_bytes());
            Outcome::Failed.report()
        }
    }
}
