//! `text`: the words that every offset counts into.

use crate::cli::Outcome;
use crate::cli::args::{Shared, TextArgs};
use crate::cli::input::{self, STANDARD};
use crate::cli::knowledge;
use crate::cli::language::say;
use crate::cli::output::{Output, Target};
use anyhow::{Context, anyhow, bail};
use luocdo::source::{self, Source};
use luocdo::{document, text};
use std::io::{Read, Write};
use std::path::Path;

/// Runs `text`.
pub fn run(args: &TextArgs, shared: &Shared) -> anyhow::Result<Outcome> {
    let language = shared.language();
    let source = find(args, shared)?;
    let limits = args.limits.limits();
    let name = &args.file;
    let bytes = source.bytes().with_context(|| say!(language, "không đọc được “{name}”", "cannot read “{name}”"))?;
    let text = text::decode_within(&source.path, bytes, &limits)
        .map_err(|problem| anyhow!("“{name}”: {}", input::describe(&problem, language)))?;
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
    let read = (name != STANDARD).then(|| Path::new(name));
    let mut output = Output::create(&Target::of(args.output.as_deref()), read, language)?;
    output.write_all(text.original().as_bytes())?;
    output.finish()?;
    Ok(Outcome::Done)
}

fn find(args: &TextArgs, shared: &Shared) -> anyhow::Result<Source> {
    let language = shared.language();
    let name = &args.file;
    if name == STANDARD {
        let mut bytes = Vec::new();
        std::io::stdin().read_to_end(&mut bytes)?;
        return Ok(Source::memory("", bytes));
    }
    if Path::new(name).is_dir() {
        bail!(say!(language, "“{name}” là thư mục; hãy chọn một tệp", "“{name}” is a folder; choose one file"));
    }
    let reading = source::read(std::slice::from_ref(name), &args.limits.documents());
    let mut sources = reading.map_err(|error| input::absent(&error, language))?.sources;
    match (sources.pop(), sources.is_empty()) {
        (Some(source), true) => Ok(source),
        _ => {
            bail!(say!(language, "“{name}” hợp với nhiều tệp; hãy chọn một", "“{name}” fits several files; choose one"))
        }
    }
}
