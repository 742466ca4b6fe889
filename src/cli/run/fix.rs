//! `fix`: a correction by a person, written beside the collection; every later run applies it.

use super::{Collection, collect, collect_with, find};
use crate::cli::Outcome;
use crate::cli::args::{FixArgs, InputArgs, Shared};
use crate::cli::knowledge::{self, relative};
use crate::cli::language::{Language, counted, say};
use crate::cli::output::{Output, Target};
use crate::cli::report::Page;
use crate::cli::terminal;
use anyhow::{anyhow, bail};
use luocdo::correction::{self, Change, Field, Line, Verdict};
use luocdo::graph::{Graph, NodeIndex};
use luocdo::lexicon::Lexicon;
use luocdo::vocabulary::{Relation, State};
use petgraph::visit::EdgeRef;
use std::io::Write;
use std::path::{Path, PathBuf};

/// Runs `fix`.
pub fn run(args: &FixArgs, shared: &Shared) -> anyhow::Result<Outcome> {
    let language = shared.language();
    let (subject, inputs) = match (&args.edge, args.input.inputs.as_slice()) {
        (Some(edge), inputs @ [_, ..]) => (Subject::Arrow(edge), inputs),
        (None, [typed, inputs @ ..]) if !inputs.is_empty() => (Subject::Document(typed), inputs),
        _ => bail!(say!(
            language,
            "thiếu kho: luocdo sua 745/LĐLĐ van-ban/ --ngay 18/8/2021 --ly-do \"…\"",
            "the collection is missing: luocdo fix 745/LĐLĐ van-ban/ --ngay 18/8/2021 --ly-do \"…\""
        )),
    };
    let file = knowledge::fixes_file(shared, inputs, language)?;
    // A table that is still to be made holds nothing.
    let mut reading = shared.clone();
    reading.fixes.take_if(|file| !file.exists());
    let input = InputArgs { inputs: inputs.to_vec(), ..args.input.clone() };
    let collection = collect(&input, &reading)?;
    let page = Page::standard(language);
    let lines = match subject {
        Subject::Arrow(edge) => arrow(&collection.survey.graph, edge, args, page)
            .or_else(|refusal| arrow_as_read(&input, &reading, &collection, edge, args, page).ok_or(refusal)),
        Subject::Document(typed) => document(&collection, typed, args, page),
    };
    let mut lines = match lines {
        Ok(lines) => lines,
        Err(Refusal::Unknown(words)) => {
            terminal::tell(&words)?;
            return Ok(Outcome::Found);
        }
        Err(Refusal::Wrong(error)) => return Err(error),
    };
    for line in &mut lines {
        line.path = relative(&line.path, &file);
    }
    write(&file, &lines, &collection, language)?;
    if !shared.quiet {
        let (count, shown) = (counted(language, lines.len(), "dòng", "line"), file.display());
        let words = say!(
            language,
            "Đã ghi {count} vào {shown}; các lệnh sau áp dụng khi đọc kho này\n",
            "Wrote {count} to {shown}; later commands apply it when they read this collection\n"
        );
        terminal::tell(&words)?;
    }
    super::conclude(&collection.inputs, &collection.troubles, Outcome::Done, shared)
}

/// What is corrected.
enum Subject<'a> {
    /// From, to, relation.
    Arrow(&'a [String]),
    /// As typed.
    Document(&'a str),
}

/// Why nothing is written.
enum Refusal {
    /// No such document or arrow; in words for the terminal.
    Unknown(String),
    /// A value that cannot be.
    Wrong(anyhow::Error),
}

/// The lines that correct a document's fields.
fn document(collection: &Collection, typed: &str, args: &FixArgs, page: Page) -> Result<Vec<Line>, Refusal> {
    let (survey, language) = (&collection.survey, page.language);
    let fields = fields(args, collection.lexicon, language).map_err(Refusal::Wrong)?;
    let node = &survey.graph.graph[find(&survey.graph, typed, page).map_err(Refusal::Unknown)?];
    let line = |path: &str, before: String, change: Change| Line {
        line: 0,
        path: path.to_owned(),
        quote: String::new(),
        id: node.id.clone(),
        before,
        change,
        reason: args.reason.clone(),
    };
    match node.state {
        State::Oral => Err(Refusal::Wrong(anyhow!(say!(
            language,
            "“{typed}” là ý kiến chỉ đạo, không có số và ngày để sửa",
            "“{typed}” is a spoken instruction and has no fields to correct"
        )))),
        State::Missing => Ok(fields
            .into_iter()
            .map(|field| line("", correction::card_now(node, &field), Change::Source(field)))
            .collect()),
        State::Held => {
            let of_file = |path: &String| survey.corpus.records.iter().find(|record| record.path == *path);
            let records = node.files.iter().filter_map(of_file);
            Ok(records
                .flat_map(|record| {
                    fields.iter().map(|field| {
                        let before = correction::read_now(&record.document, field);
                        line(&record.path, before, Change::Document(field.clone()))
                    })
                })
                .collect())
        }
    }
}

/// The right fields as typed.
fn fields(args: &FixArgs, lexicon: &Lexicon, language: Language) -> anyhow::Result<Vec<Field>> {
    let typed = [
        ("number", "--so", &args.number),
        ("kind", "--loai", &args.kind),
        ("date", "--ngay", &args.date),
        ("issuer", "--organ", &args.issuer),
        ("title", "--trich-yeu", &args.title),
    ];
    let mut fields = Vec::new();
    for (name, option, value) in typed {
        let Some(value) = value else { continue };
        fields.push(Field::read(name, value, lexicon).map_err(|needs| {
            let (needed, english) = (needs.vietnamese, needs.english);
            anyhow!(say!(
                language,
                "{option} “{value}” không hợp lệ; cần {needed}",
                "{option} “{value}” is not {english}"
            ))
        })?);
    }
    if fields.is_empty() {
        bail!(say!(
            language,
            "chưa nói sửa gì; cần --so, --loai, --ngay, --organ hoặc --trich-yeu",
            "nothing to correct; give --so, --loai, --ngay, --organ or --trich-yeu"
        ));
    }
    Ok(fields)
}

/// The lines that say what is wrong with an arrow.
fn arrow(graph: &Graph, typed: &[String], args: &FixArgs, page: Page) -> Result<Vec<Line>, Refusal> {
    let language = page.language;
    let [from, to, relation] = typed else { unreachable!("--edge takes three values") };
    let (start, end) =
        (find(graph, from, page).map_err(Refusal::Unknown)?, find(graph, to, page).map_err(Refusal::Unknown)?);
    let verdict = match (&args.to, args.relation, args.reject) {
        (Some(to), ..) => Verdict::To(target(graph, to, page)?),
        (None, Some(relation), _) => Verdict::Relation(relation),
        (None, None, true) => Verdict::Reject,
        (None, None, false) => Verdict::Confirm,
    };
    let wanted = Relation::from_code(relation);
    let between = || graph.graph.edges_connecting(start, end);
    let lines: Vec<Line> = between()
        .filter(|edge| Some(edge.weight().relation) == wanted)
        .flat_map(|edge| correction::edge_lines(graph, edge.weight(), edge.target(), &verdict, &args.reason))
        .collect();
    if !lines.is_empty() {
        return Ok(lines);
    }
    let mut others: Vec<&str> = between().map(|edge| edge.weight().relation.code()).collect();
    others.sort_unstable();
    others.dedup();
    let others = others.join(", ");
    Err(Refusal::Unknown(if others.is_empty() {
        say!(language, "Không có mũi tên nào từ “{from}” đến “{to}”\n", "There is no arrow from “{from}” to “{to}”\n")
    } else {
        say!(
            language,
            "Không có mũi tên “{relation}” từ “{from}” đến “{to}”; có: {others}\n",
            "There is no arrow “{relation}” from “{from}” to “{to}”; there is: {others}\n"
        )
    }))
}

/// As [`arrow`], for one that is not there any more, for the table rejects it or points it elsewhere: what is typed is
/// looked for among the arrows as they are read.
fn arrow_as_read(
    input: &InputArgs,
    shared: &Shared,
    collection: &Collection,
    typed: &[String],
    args: &FixArgs,
    page: Page,
) -> Option<Vec<Line>> {
    let (_, corrections) = knowledge::corrections(shared, &input.inputs, collection.lexicon).ok()??;
    let read = collect_with(input, shared, collection.lexicon, corrections.without_arrows()).ok()?;
    arrow(&read.survey.graph, typed, args, page).ok()
}

/// The document that an arrow is pointed to: one of the graph, or an id as docs/identity.md makes them.
fn target(graph: &Graph, typed: &str, page: Page) -> Result<String, Refusal> {
    let index: Result<NodeIndex, String> = find(graph, typed, page);
    match index {
        Ok(index) => Ok(graph.graph[index].id.clone()),
        Err(_) if is_id(typed) => Ok(typed.to_owned()),
        Err(words) => Err(Refusal::Unknown(words)),
    }
}

/// `tw/ct/05/khoa-12`: small letters without marks, at least three parts.
fn is_id(typed: &str) -> bool {
    typed.split('/').count() > 2
        && typed.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || matches!(c, '/' | '-' | '#' | '.'))
}

/// Puts the lines into the table; the whole table is checked before anything is written.
fn write(file: &Path, lines: &[Line], collection: &Collection, language: Language) -> anyhow::Result<()> {
    let old = match std::fs::read_to_string(file) {
        Ok(old) => old,
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => String::new(),
        Err(error) => {
            let shown = file.display();
            return Err(anyhow::Error::new(error).context(say!(
                language,
                "không đọc được “{shown}”",
                "cannot read “{shown}”"
            )));
        }
    };
    let shown = file.display().to_string();
    let whole = correction::revise(&shown, &old, lines, &collection.survey.stale, collection.lexicon)
        .map_err(|error| anyhow!(error.in_language(language)))?;
    let read = collection.files.iter().map(PathBuf::as_path).filter(|read| *read != file);
    let mut output = Output::create(&Target::File(file.to_path_buf()), read, language)?;
    output.write_all(whole.as_bytes())?;
    Ok(output.finish()?)
}
