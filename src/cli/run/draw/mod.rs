//! `draw`: the cascade as a poster, and in a few lines what was read, drawn and missed.

mod graphviz;
mod picture;
mod summary;

use super::{collect, find};
use crate::cli::Outcome;
use crate::cli::args::{DrawArgs, DrawFormat, Shared};
use crate::cli::input::STANDARD;
use crate::cli::language::{Language, say, word};
use crate::cli::output::{Output, Target};
use crate::cli::report::{self, Page};
use crate::cli::terminal;
use anyhow::{anyhow, bail};
use luocdo::graph::Graph;
use luocdo::source::{head, is_own_output};
use luocdo::view::{self, Absent, Query};
use std::io::{IsTerminal, Write};
use std::path::{Path, PathBuf};
use summary::{Summary, quoted};

/// Runs `draw`.
pub fn run(args: &DrawArgs, shared: &Shared) -> anyhow::Result<Outcome> {
    let language = shared.language();
    let (inputs, out) = split_out(&args.inputs, args.output.is_some());
    let target = Target::of(args.output.as_deref().or(out.as_deref()));
    let format = format(args.format, &target, language)?;
    picture::refuse(args, format, language)?;
    refuse_terminal(args.output.is_some() || out.is_some(), language)?;
    if args.output.is_none() {
        refuse_foreign(&target, language)?;
    }
    let mut collection = collect(&args.input(inputs), shared)?;
    if args.as_now {
        collection.survey.graph.name_successors(language);
    }
    let graph = &collection.survey.graph;
    let query = query(args, graph, language)?;
    if !shared.quiet {
        let words = view::absent(graph, &query).iter().map(|absent| not_there(absent, language)).collect::<String>();
        terminal::tell(&words)?;
    }
    let view = view::select(graph, &query);
    let picture = picture::picture(&view, &query, args, format, language)?;
    let read = collection.files.iter().map(PathBuf::as_path);
    let mut output = Output::create(&target, read, language)?;
    output.write_all(&picture.bytes)?;
    output.finish()?;
    if !shared.quiet {
        let summary = Summary { collection: &collection, view: &view, args, language };
        terminal::tell(&summary.words(&target, &picture))?;
    }
    super::conclude_reading(&collection.inputs, &collection.troubles, Outcome::Done, shared)
}

/// The last of two or more positionals is where to draw, if it is `-` or ends like a drawing.
fn split_out(inputs: &[String], output_given: bool) -> (Vec<String>, Option<String>) {
    match inputs {
        [rest @ .., last]
            if !rest.is_empty() && !output_given && (last == STANDARD || ending(Path::new(last)).is_some()) =>
        {
            (rest.to_vec(), Some(last.clone()))
        }
        _ => (inputs.to_vec(), None),
    }
}

/// The ending of a drawing, whether luocdo draws it or others do.
fn ending(path: &Path) -> Option<String> {
    let ending = path.extension()?.to_str()?.to_ascii_lowercase();
    ["svg", "dot", "gv", "png", "pdf", "mmd", "mermaid", "d2", "jpg", "jpeg", "webp", "html"]
        .contains(&ending.as_str())
        .then_some(ending)
}

fn format(asked: Option<DrawFormat>, target: &Target, language: Language) -> anyhow::Result<DrawFormat> {
    if let Some(format) = asked {
        return Ok(format);
    }
    match target.ending().as_deref() {
        Some("dot" | "gv") => Ok(DrawFormat::Dot),
        Some("png") => Ok(DrawFormat::Png),
        Some("pdf") => Ok(DrawFormat::Pdf),
        Some("mmd" | "mermaid") => Ok(DrawFormat::Mermaid),
        Some("d2") => Ok(DrawFormat::D2),
        Some("svg") | None => Ok(DrawFormat::Svg),
        Some(other) => bail!(say!(
            language,
            "luocdo không vẽ .{other}; hãy chọn .svg (trình duyệt, Word, Inkscape mở được), .png, .pdf, .dot, .mmd hoặc .d2",
            "luocdo does not draw .{other}; choose .svg (browsers, Word and Inkscape open it), .png, .pdf, .dot, .mmd or .d2"
        )),
    }
}

fn refuse_terminal(told: bool, language: Language) -> anyhow::Result<()> {
    if !told && std::io::stdout().is_terminal() {
        bail!(say!(
            language,
            "vẽ vào đâu? Thêm tên tệp: luocdo ve van-ban/ so-do.svg; hoặc -o - nếu muốn xem mã SVG",
            "draw where? Name a file: luocdo draw van-ban/ map.svg; or -o - to see the SVG itself"
        ));
    }
    Ok(())
}

/// A file that somebody else made is replaced only where `-o` says so.
fn refuse_foreign(target: &Target, language: Language) -> anyhow::Result<()> {
    let Target::File(path) = target else { return Ok(()) };
    if path.is_file() && !is_own_output(&head(path)) {
        let path = path.display().to_string();
        let typed = quoted(&path);
        bail!(say!(
            language,
            "“{path}” đã có và không phải do luocdo vẽ; đặt tên khác, hoặc thay nó bằng: -o {typed}",
            "“{path}” exists and luocdo did not draw it; choose another name, or replace it with: -o {typed}"
        ));
    }
    Ok(())
}

/// What is asked for and nothing bears, and what there is instead.
fn not_there(absent: &Absent, language: Language) -> String {
    let Absent { filter, asked, there } = absent;
    let (heading, asked) = (word(language, "cảnh báo", "warning"), terminal::name(asked));
    let there = there.iter().map(|name| format!("“{}”", terminal::name(name))).collect::<Vec<_>>().join(", ");
    let there = if there.is_empty() { there } else { say!(language, "; có {there}", "; there is {there}") };
    let words = say!(
        language,
        "--{filter}: trong kho không có gì ứng với “{asked}”{there}",
        "--{filter}: nothing in the collection bears “{asked}”{there}"
    );
    format!("{}{heading}:{} {words}\n", report::WARNING, report::PLAIN)
}

fn query(args: &DrawArgs, graph: &Graph, language: Language) -> anyhow::Result<Query> {
    let page = Page::standard_error(language);
    let found = |typed: &[String]| {
        let found = typed.iter().map(|typed| find(graph, typed, page)).collect::<Result<Vec<_>, _>>();
        found.map_err(|words| anyhow!("--focus: {}", words.trim_end()))
    };
    let focus = args.focus();
    Ok(Query {
        max_nodes: args.max_nodes,
        focus: found(&focus.only)?,
        without: found(&focus.without)?,
        up: args.up,
        down: args.down,
        periods: args.periods(),
        relations: args.relations(),
        systems: args.systems(),
        levels: args.levels(),
        states: args.states(),
        provinces: args.provinces(),
        organs: args.organs(),
        competence: args.competence,
        fold: args.fold(),
        reduce: args.reduce,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn split(words: &[&str], output_given: bool) -> (Vec<String>, Option<String>) {
        split_out(&words.iter().map(ToString::to_string).collect::<Vec<_>>(), output_given)
    }

    #[test]
    fn the_last_of_several_is_the_drawing_if_it_ends_like_one() {
        assert_eq!(split(&["van-ban", "a.svg"], false), (vec!["van-ban".into()], Some("a.svg".into())));
        assert_eq!(split(&["van-ban", "-"], false).1, Some("-".into()));
        assert_eq!(split(&["van-ban", "A.DOT"], false).1, Some("A.DOT".into()));
        assert_eq!(split(&["a.svg"], false).1, None, "a single one is the input");
        assert_eq!(split(&["-"], false).1, None);
        assert_eq!(split(&["a.txt", "b.txt"], false).1, None);
        assert_eq!(split(&["a.txt", "b.svg"], true).1, None, "-o has said where");
    }

    #[test]
    fn the_format_follows_the_ending_unless_it_is_said() {
        let file = |name: &str| Target::File(name.into());
        let of = |asked, target: &Target| format(asked, target, Language::English).ok();
        assert_eq!(of(None, &file("a.dot")), Some(DrawFormat::Dot));
        assert_eq!(of(None, &file("a")), Some(DrawFormat::Svg));
        assert_eq!(of(None, &Target::Standard), Some(DrawFormat::Svg));
        assert_eq!(of(Some(DrawFormat::Dot), &file("a.svg")), Some(DrawFormat::Dot));
        assert_eq!(of(None, &file("a.png")), Some(DrawFormat::Png));
        assert_eq!(of(None, &file("so-do.2021")), Some(DrawFormat::Svg), "a year is no ending");
        assert_eq!([of(None, &file("a.jpg")), of(None, &file("a.docx"))], [None, None]);
    }
}
