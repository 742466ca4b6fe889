//! `extract`: every document as one line, as soon as it is read.

use crate::cli::Outcome;
use crate::cli::args::{ExtractArgs, ExtractFormat, Shared};
use crate::cli::input::Inputs;
use crate::cli::output::{Output, Target};
use luocdo::batch::examine_each;
use luocdo::lexicon::Lexicon;
use luocdo::render::ndjson;
use luocdo::secrecy;
use std::io::{self, Write};

/// Runs `extract`.
pub fn run(args: ExtractArgs, shared: &Shared) -> anyhow::Result<Outcome> {
    let language = shared.language();
    let mut inputs = Inputs::find(&args.input, language)?;
    let mut output = Output::create(&Target::of(args.output.as_deref()), inputs.files(), language)?;
    let mut troubles = inputs.troubles(language);
    let progress = super::progress(&inputs, shared);
    let stream = inputs.count().is_none();
    let mut lines = Lines { format: args.format, count: 0 };
    examine_each(inputs.sources(), Lexicon::embedded(), |mut record| {
        if !shared.allow_mat {
            secrecy::withhold(&mut record);
        }
        troubles.note(&record);
        progress.inc(1);
        lines.begin(&mut output)?;
        ndjson::write_object(&record, &mut output)?;
        lines.end(&mut output)?;
        // Somebody at the other end of a stream may wait for this answer before sending the next question.
        if stream { output.flush() } else { Ok(()) }
    })?;
    lines.close(&mut output)?;
    progress.finish_and_clear();
    output.finish()?;
    super::conclude(&inputs, &troubles, Outcome::Done, shared)
}

/// What stands between the objects.
struct Lines {
    format: ExtractFormat,
    count: usize,
}

impl Lines {
    fn begin(&mut self, out: &mut Output) -> io::Result<()> {
        self.count += 1;
        match self.format {
            ExtractFormat::Ndjson => Ok(()),
            ExtractFormat::Json => out.write_all(if self.count == 1 { b"[\n" } else { b",\n" }),
        }
    }

    fn end(&self, out: &mut Output) -> io::Result<()> {
        match self.format {
            ExtractFormat::Ndjson => out.write_all(b"\n"),
            ExtractFormat::Json => Ok(()),
        }
    }

    fn close(&self, out: &mut Output) -> io::Result<()> {
        match self.format {
            ExtractFormat::Ndjson => Ok(()),
            ExtractFormat::Json => out.write_all(if self.count == 0 { b"[]\n" } else { b"\n]\n" }),
        }
    }
}
