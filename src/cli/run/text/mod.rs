//! `text`: the words that every offset counts into.

mod several;

use crate::cli::Outcome;
use crate::cli::args::{InputArgs, ReadingArgs, Shared, TextArgs};
use crate::cli::input::{Inputs, STANDARD, Troubles};
use crate::cli::knowledge;
use crate::cli::language::say;
use crate::cli::output::{Output, Target};
use crate::cli::problem::describe;
use crate::cli::terminal;
use anyhow::{anyhow, bail};
use luocdo::document;
use luocdo::source::Source;
use luocdo::text::{self, Problem, Text};
use std::io::{IsTerminal, Read, Write};
use std::panic::catch_unwind;
use std::path::{Path, PathBuf};

/// Runs `text`.
pub fn run(args: &TextArgs, shared: &Shared) -> anyhow::Result<Outcome> {
    let language = shared.language();
    let target = Target::of(args.output.as_deref());
    let is_folder = || args.output.as_ref().is_some_and(|output| Path::new(output).is_dir());
    if let Some(ending) = target.ending().filter(|ending| !["txt", "md"].contains(&ending.as_str()) && !is_folder()) {
        bail!(say!(
            language,
            "lệnh này chỉ ghi lời văn, không ghi .{ending}; hãy chọn .txt hoặc .md",
            "this command writes words alone, not .{ending}; choose .txt or .md"
        ));
    }
    if args.inputs == [STANDARD] {
        let mut troubles = Troubles::none(language);
        one(&standard(args)?, STANDARD, &target, &[], &mut troubles, shared)?;
        return super::conclude_troubles(&troubles, Outcome::Done, shared);
    }
    if args.inputs.iter().any(|input| input == STANDARD) {
        bail!(say!(
            language,
            "- (đầu vào chuẩn) chỉ đứng một mình, không cùng tệp khác",
            "- (standard input) stands by itself, not beside files"
        ));
    }
    let reading = ReadingArgs { from: None, limits: args.limits.clone() };
    let mut inputs = Inputs::find(&InputArgs { inputs: args.inputs.clone(), reading }, language)?;
    let mut troubles = inputs.troubles(language);
    if inputs.count() != Some(1) || args.inputs.iter().any(|input| Path::new(input).is_dir()) {
        several::run(&args.inputs, &mut inputs, &target, &mut troubles, shared)?;
    } else {
        let files: Vec<PathBuf> = inputs.places().map(PathBuf::from).collect();
        for source in inputs.sources() {
            one(&source, &args.inputs[0], &target, &files, &mut troubles, shared)?;
        }
    }
    super::conclude(&inputs, &troubles, Outcome::Done, shared)
}

/// What standard input holds: one document, by its content.
fn standard(args: &TextArgs) -> anyhow::Result<Source> {
    let limits = args.limits.limits();
    let mut bytes = Vec::new();
    // One byte more than it may have tells that it is too long.
    std::io::stdin().take(limits.file.saturating_add(1)).read_to_end(&mut bytes)?;
    Ok(Source { limits, ..Source::memory("", bytes) })
}

/// The words of one document and nothing else, so that offsets can be counted.
fn one(
    source: &Source,
    name: &str,
    target: &Target,
    files: &[PathBuf],
    troubles: &mut Troubles,
    shared: &Shared,
) -> anyhow::Result<()> {
    let language = shared.language();
    let text = words(source, shared)?.map_err(|why| anyhow!("“{name}”: {why}"))?;
    let mut output = Output::create(target, files.iter().map(PathBuf::as_path), language)?;
    output.write_all(shown(text.original(), target).as_bytes())?;
    output.finish()?;
    troubles.note_problems(name, &text.notes, true);
    Ok(())
}

/// The words of a document as they are written: bytes stay as they are, but for a terminal, which would obey some of them.
fn shown<'t>(words: &'t str, target: &Target) -> std::borrow::Cow<'t, str> {
    let seen = *target == Target::Standard && std::io::stdout().is_terminal();
    if seen { terminal::plain(words) } else { words.into() }
}

/// The words of a document, or why they are not shown.
fn words(source: &Source, shared: &Shared) -> anyhow::Result<Result<Text, String>> {
    let language = shared.language();
    let read = source.bytes().map_err(Problem::from);
    let text = match read.and_then(|bytes| text::decode_within(&source.path, bytes, &source.limits)) {
        Ok(text) => text,
        Err(problem) => return Ok(Err(describe(&problem, language))),
    };
    // Few papers have the word at all: the others are written without the lexicon, which takes longer to load than most
    // files to read.
    if shared.allow_mat || !document::may_be_secret(&text) {
        return Ok(Ok(text));
    }
    let lexicon = knowledge::lexicon(shared)?;
    Ok(match catch_unwind(|| document::parse(&text, lexicon).secrecy) {
        Ok(None) => Ok(text),
        Ok(Some(mark)) => Err(say!(
            language,
            "có dấu {mark}; thêm --allow-mat nếu được phép cho hiện",
            "marked {mark}; add --allow-mat if it may be shown"
        )),
        Err(_) => Err(describe(&Problem::fault(), language)),
    })
}
