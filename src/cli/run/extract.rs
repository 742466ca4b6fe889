//! `extract`: every document as one line, as soon as it is read.

use crate::cli::Outcome;
use crate::cli::args::{ExtractArgs, ExtractFormat, Shared};
use crate::cli::input::Inputs;
use crate::cli::knowledge;
use crate::cli::output::{self, Output, Target};
use luocdo::batch::examine_each;
use luocdo::record::{Detail, Record};
use luocdo::render::ndjson;
use luocdo::secrecy;
use std::io::{self, Write};
use std::path::PathBuf;

/// Runs `extract`.
pub fn run(args: ExtractArgs, shared: &Shared) -> anyhow::Result<Outcome> {
    let language = shared.language();
    let target = Target::of(args.output.as_deref());
    let format = output::form(args.format, &target, ExtractFormat::ENDINGS, ExtractFormat::Ndjson, language)?;
    let lexicon = knowledge::lexicon(shared)?;
    let mut inputs = Inputs::find(&args.input, language)?;
    let mut files: Vec<PathBuf> = inputs.places().map(PathBuf::from).collect();
    files.extend(knowledge::files(shared, &args.input.inputs));
    let mut output = Output::create(&target, files.iter().map(PathBuf::as_path), language)?;
    let mut troubles = inputs.troubles(language);
    let progress = super::progress(&inputs, shared);
    let stream = inputs.count().is_none();
    let mut lines = Lines { format, count: 0 };
    let make = |record| Line::of(record, shared);
    let read: io::Result<()> = examine_each(inputs.sources(), lexicon, Detail::Line, make, |batch| {
        for line in batch {
            line.trouble.iter().for_each(|record| troubles.note(record));
            progress.inc(1);
            lines.begin(&mut output)?;
            output.write_all(&line.object?)?;
            lines.end(&mut output)?;
        }
        // Somebody at the other end of a stream may wait for this answer before sending the next question.
        if stream {
            output.flush()?;
        }
        // Nobody waits for the rest: what has been read is what was asked for.
        if output.is_closed() { Err(io::ErrorKind::BrokenPipe.into()) } else { Ok(()) }
    });
    if !output.is_closed() {
        read?;
    }
    lines.close(&mut output)?;
    progress.finish_and_clear();
    output.finish()?;
    super::conclude(&inputs, &troubles, Outcome::Done, shared)
}

/// A record as it is written, made where it was read.
struct Line {
    object: io::Result<Vec<u8>>,
    /// Name and problems, where there are any.
    trouble: Option<Record>,
}

impl Line {
    fn of(mut record: Record, shared: &Shared) -> Self {
        if !shared.allow_mat {
            secrecy::withhold(&mut record);
        }
        let mut object = Vec::new();
        let written = ndjson::write_object(&record, &mut object);
        let trouble = !record.problems.is_empty();
        let named = |record: Record| Record {
            path: record.path,
            id: record.id,
            problems: record.problems,
            ..Record::default()
        };
        Self { object: written.map(|()| object), trouble: trouble.then(|| named(record)) }
    }
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
