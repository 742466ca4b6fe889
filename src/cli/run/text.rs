//! `text`: the words that every offset counts into.

use crate::cli::Outcome;
use crate::cli::args::{Shared, TextArgs};
use crate::cli::input::{self, STANDARD};
use crate::cli::knowledge;
use crate::cli::language::say;
use crate::cli::output::{Output, Target};
use crate::cli::problem::describe;
use crate::cli::terminal;
use anyhow::{anyhow, bail};
use luocdo::document;
use luocdo::source::{self, Source};
use luocdo::text::{self, Problem};
use std::io::{IsTerminal, Read, Write};
use std::path::{Path, PathBuf};

/// Runs `text`.
pub fn run(args: &TextArgs, shared: &Shared) -> anyhow::Result<Outcome> {
    let language = shared.language();
    let target = Target::of(args.output.as_deref());
    if let Some(ending) = target.ending().filter(|ending| !["txt", "md"].contains(&ending.as_str())) {
        bail!(say!(
            language,
            "lệnh này chỉ ghi lời văn, không ghi .{ending}; hãy chọn .txt hoặc .md",
            "this command writes words alone, not .{ending}; choose .txt or .md"
        ));
    }
    let (source, files) = find(args, shared)?;
    let limits = args.limits.limits();
    let name = &args.file;
    let said = |problem: &Problem| anyhow!("“{name}”: {}", describe(problem, language));
    let bytes = source.bytes().map_err(|error| said(&error.into()))?;
    let text = text::decode_within(&source.path, bytes, &limits).map_err(|problem| said(&problem))?;
    // Few papers have the word at all: the others are written without the lexicon, which takes longer to load than most
    // files to read.
    if !shared.allow_mat
        && document::may_be_secret(&text)
        && let Some(mark) = document::parse(&text, knowledge::lexicon(shared)?).secrecy
    {
        bail!(say!(
            language,
            "“{name}” có dấu {mark}; thêm --allow-mat nếu được phép cho hiện",
            "“{name}” is marked {mark}; add --allow-mat if it may be shown"
        ));
    }
    let mut output = Output::create(&target, files.iter().map(PathBuf::as_path), language)?;
    let words = text.original();
    // Bytes stay as they are, but for a terminal, which would obey some of them.
    let shown = target == Target::Standard && std::io::stdout().is_terminal();
    output.write_all(if shown { terminal::plain(words) } else { words.into() }.as_bytes())?;
    output.finish()?;
    Ok(Outcome::Done)
}

/// The document, and the files that it is read from.
fn find(args: &TextArgs, shared: &Shared) -> anyhow::Result<(Source, Vec<PathBuf>)> {
    let language = shared.language();
    let name = &args.file;
    if name == STANDARD {
        let limits = args.limits.limits();
        let mut bytes = Vec::new();
        // One byte more than it may have tells that it is too long.
        std::io::stdin().take(limits.file.saturating_add(1)).read_to_end(&mut bytes)?;
        return Ok((Source { limits, ..Source::memory("", bytes) }, Vec::new()));
    }
    if Path::new(name).is_dir() {
        bail!(say!(language, "“{name}” là thư mục; hãy chọn một tệp", "“{name}” is a folder; choose one file"));
    }
    let reading = source::read(std::slice::from_ref(name), &args.limits.documents());
    let mut reading = reading.map_err(|error| input::absent(&error, language))?;
    let files = reading.places().map(PathBuf::from).collect();
    match (reading.sources.pop(), reading.sources.is_empty()) {
        (Some(source), true) => Ok((source, files)),
        _ => {
            bail!(say!(language, "“{name}” hợp với nhiều tệp; hãy chọn một", "“{name}” fits several files; choose one"))
        }
    }
}
