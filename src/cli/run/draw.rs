//! `draw`: the cascade as a poster, and in a few lines what was read, drawn and missed.

use super::{Collection, collect, find};
use crate::cli::Outcome;
use crate::cli::args::{DrawArgs, DrawFormat, InputArgs, Shared};
use crate::cli::input::STANDARD;
use crate::cli::language::{Language, count, counted, say, word};
use crate::cli::output::{Output, Target};
use crate::cli::report::{self, FAINT, Page, STRONG, styled};
use anyhow::{anyhow, bail};
use luocdo::diagram::{self, Diagram};
use luocdo::graph::Graph;
use luocdo::render;
use luocdo::source::{head, is_own_output};
use luocdo::view::{self, Query, View};
use luocdo::vocabulary::State;
use std::io::{IsTerminal, Write};
use std::path::{Path, PathBuf};

/// Units of a drawing to a millimetre.
const UNITS: i32 = 4;

/// Columns before the words of a summary line.
const LEADER: usize = 24;

/// Runs `draw`.
pub fn run(args: &DrawArgs, shared: &Shared) -> anyhow::Result<Outcome> {
    let language = shared.language();
    let (inputs, out) = split_out(&args.input.inputs, args.output.is_some());
    let target = Target::of(args.output.as_deref().or(out.as_deref()));
    let format = format(args.format, &target, language)?;
    refuse_terminal(args.output.is_some() || out.is_some(), language)?;
    if args.output.is_none() {
        refuse_foreign(&target, language)?;
    }
    let mut collection = collect(&InputArgs { inputs, from: args.input.from }, shared)?;
    if args.as_now {
        collection.survey.graph.name_successors(language);
    }
    let graph = &collection.survey.graph;
    let view = view::select(graph, &query(args, graph, language)?);
    let (bytes, diagram) = drawn(&view, args, format, language);
    let read = collection.files.iter().map(PathBuf::as_path);
    let mut output = Output::create(&target, read, language)?;
    output.write_all(bytes.as_bytes())?;
    output.finish()?;
    if !shared.quiet {
        let summary = Summary { collection: &collection, view: &view, args, language };
        anstream::stderr().write_all(summary.words(&target, diagram.as_ref(), bytes.len()).as_bytes())?;
    }
    super::conclude(&collection.inputs, &collection.troubles, Outcome::Done, shared)
}

/// The bytes, and the diagram where there is one.
fn drawn(view: &View<'_>, args: &DrawArgs, format: DrawFormat, language: Language) -> (String, Option<Diagram>) {
    match format {
        DrawFormat::Dot => (render::dot(view, language), None),
        DrawFormat::Svg => {
            let arrows = if args.arrows_cite() { diagram::Arrows::Cite } else { diagram::Arrows::Down };
            let options = diagram::Options { language, title: args.title.clone(), arrows, ..Default::default() };
            let diagram = diagram::arrange(view, &options);
            (render::svg(&diagram), Some(diagram))
        }
    }
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
    ["svg", "dot", "gv", "png", "pdf", "jpg", "jpeg", "webp", "html"].contains(&ending.as_str()).then_some(ending)
}

fn format(asked: Option<DrawFormat>, target: &Target, language: Language) -> anyhow::Result<DrawFormat> {
    if let Some(format) = asked {
        return Ok(format);
    }
    let Target::File(path) = target else { return Ok(DrawFormat::Svg) };
    match ending(path).as_deref() {
        Some("dot" | "gv") => Ok(DrawFormat::Dot),
        Some("svg") | None => Ok(DrawFormat::Svg),
        Some(other) => bail!(say!(
            language,
            "luocdo không vẽ .{other}; hãy chọn .svg (trình duyệt, Word, Inkscape mở được) hoặc .dot",
            "luocdo does not draw .{other}; choose .svg (browsers, Word and Inkscape open it) or .dot"
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
        let path = path.display();
        bail!(say!(
            language,
            "“{path}” đã có và không phải do luocdo vẽ; đặt tên khác, hoặc thay nó bằng: -o {path}",
            "“{path}” exists and luocdo did not draw it; choose another name, or replace it with: -o {path}"
        ));
    }
    Ok(())
}

fn query(args: &DrawArgs, graph: &Graph, language: Language) -> anyhow::Result<Query> {
    let page = Page::standard_error(language);
    let focus = args.focus.iter().map(|typed| find(graph, typed, page)).collect::<Result<Vec<_>, _>>();
    Ok(Query {
        max_nodes: args.max_nodes,
        focus: focus.map_err(|words| anyhow!("--focus: {}", words.trim_end()))?,
        up: args.up,
        down: args.down,
        from_year: args.since,
        to_year: args.until,
        relations: args.relations(),
        systems: args.systems(),
        levels: args.levels(),
        provinces: args.province.clone(),
        competence: args.competence,
        ..Query::default()
    })
}

/// What was read, drawn and missed, and what to do next.
struct Summary<'r> {
    collection: &'r Collection,
    view: &'r View<'r>,
    args: &'r DrawArgs,
    language: Language,
}

impl Summary<'_> {
    fn words(&self, target: &Target, diagram: Option<&Diagram>, bytes: usize) -> String {
        let page = Page::standard_error(self.language);
        let mut text = String::new();
        let lines = [
            self.read(),
            self.drawn(target, diagram, bytes),
            self.left_out(),
            self.undecided(),
            self.skipped(),
            self.next(),
        ];
        for (heading, words) in lines.into_iter().flatten() {
            let dots = LEADER.saturating_sub(report::columns(&heading) + 2);
            let lines = report::wrap(&words, page.width.saturating_sub(LEADER).max(30));
            text += &format!(
                "{heading} {} {}\n",
                styled(FAINT, &"·".repeat(dots)),
                lines.join(&format!("\n{}", " ".repeat(LEADER)))
            );
        }
        text
    }

    fn read(&self) -> Option<(String, String)> {
        let language = self.language;
        let graph = &self.collection.survey.graph;
        let in_state = |state: State| graph.graph.node_weights().filter(|node| node.state == state).count();
        let held = counted(language, in_state(State::Held), "văn bản", "document");
        let edges = counted(language, graph.graph.edge_count(), "quan hệ", "relation");
        let missing = counted(language, in_state(State::Missing), "nguồn còn thiếu", "missing source");
        let files = counted(language, graph.collection.files, "tệp", "file");
        Some((say!(language, "Đọc {files}", "Read {files}"), format!("{held}, {edges}, {missing}")))
    }

    fn drawn(&self, target: &Target, diagram: Option<&Diagram>, bytes: usize) -> Option<(String, String)> {
        let language = self.language;
        let cards = counted(language, self.view.nodes.len(), "khung", "card");
        let mut words = Vec::new();
        if let Some(diagram) = diagram {
            let lanes = counted(language, diagram.lanes.len(), "hàng", "lane");
            let columns = counted(language, diagram.columns.len(), "cột năm", "year column");
            words.push(format!("{}, {columns}, {lanes}", sheet(diagram, language)));
        }
        if let Target::File(path) = target {
            let size = count(language, bytes.div_ceil(1024));
            words.push(format!("{} ({size} KB)", styled(STRONG, &path.display().to_string())));
        }
        Some((say!(language, "Vẽ {cards}", "Drew {cards}"), words.join(" · ")))
    }

    fn left_out(&self) -> Option<(String, String)> {
        let language = self.language;
        let mut words = Vec::new();
        if self.view.left_out > 0 {
            let more = counted(language, self.view.left_out, "văn bản", "document");
            let all = self.view.nodes.len() + self.view.left_out;
            words.push(say!(
                language,
                "{more}, vẽ hết thì --max-nodes {all}, vẽ quanh một văn bản thì --focus SỐ",
                "{more}; --max-nodes {all} draws all, --focus NUMBER what is around one"
            ));
        }
        if self.view.competence > 0 {
            let laws = counted(language, self.view.competence, "luật về thẩm quyền", "law of competence");
            words.push(format!("{laws} (--competence)"));
        }
        (!words.is_empty()).then(|| (word(language, "Không vẽ", "Not drawn").to_string(), words.join("; ")))
    }

    fn undecided(&self) -> Option<(String, String)> {
        let language = self.language;
        let open = self.collection.survey.graph.unresolved.len();
        let mentions = counted(language, open, "viện dẫn", "citation");
        let words = say!(
            language,
            "{mentions} hợp với nhiều văn bản; luocdo không đoán",
            "{mentions} may mean several documents; luocdo does not guess"
        );
        (open > 0).then(|| (word(language, "Chưa xác định", "Undecided").to_string(), words))
    }

    fn skipped(&self) -> Option<(String, String)> {
        let language = self.language;
        let unread = self.collection.troubles.count();
        let mut words = Vec::new();
        if unread > 0 {
            words.push(counted(language, unread, "tệp không đọc được", "unreadable file"));
        }
        words.extend(self.collection.inputs.skipped(language));
        (!words.is_empty()).then(|| (word(language, "Bỏ qua", "Skipped").to_string(), words.join(", ")))
    }

    fn next(&self) -> Option<(String, String)> {
        let language = self.language;
        let inputs: Vec<String> =
            split_out(&self.args.input.inputs, self.args.output.is_some()).0.iter().map(|i| quoted(i)).collect();
        let command = format!("{} {} {}", program(), word(language, "soat", "audit"), inputs.join(" "));
        let why = word(language, "xem nguồn nào nên tìm trước", "which sources to look for first");
        Some((word(language, "Tiếp theo", "Next").to_string(), format!("{} — {why}", styled(STRONG, &command))))
    }
}

/// How this program is called here: from a checkout nobody has `luocdo` at hand.
fn program() -> &'static str {
    let built = std::env::current_exe().is_ok_and(|exe| {
        let folders: Vec<_> = exe.components().rev().skip(1).take(2).map(|part| part.as_os_str().to_owned()).collect();
        folders.len() == 2 && folders[0] == "release" && folders[1] == "target"
    });
    if built { "cargo run --release --" } else { "luocdo" }
}

/// A word as the shell takes it.
fn quoted(word: &str) -> String {
    if word.contains(|c: char| c.is_whitespace() || "\"'&|;<>()$`*?".contains(c)) {
        format!("\"{word}\"")
    } else {
        word.to_string()
    }
}

/// The paper that a drawing needs, in full size.
fn sheet(diagram: &Diagram, language: Language) -> String {
    let (width, height) = (diagram.width / UNITS, diagram.height / UNITS);
    let (long, short) = (width.max(height), width.min(height));
    let sizes = [("A4", 297, 210), ("A3", 420, 297), ("A2", 594, 420), ("A1", 841, 594), ("A0", 1189, 841)];
    let fitting = sizes.iter().find(|(_, l, s)| long <= *l && short <= *s);
    let way = if width >= height { word(language, "ngang", "landscape") } else { word(language, "dọc", "portrait") };
    match fitting {
        Some((name, _, _)) => format!("{name} {way} ({width} × {height} mm)"),
        None => format!("{width} × {height} mm"),
    }
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
        assert_eq!(of(None, &file("a.png")), None);
    }

    #[test]
    fn paper_is_named_where_a_drawing_fits_it() {
        let drawing = |width: i32, height: i32| Diagram { width, height, ..Diagram::default() };
        assert_eq!(sheet(&drawing(1680, 1188), Language::English), "A3 landscape (420 × 297 mm)");
        assert_eq!(sheet(&drawing(800, 1100), Language::Vietnamese), "A4 dọc (200 × 275 mm)");
        assert_eq!(sheet(&drawing(8000, 1000), Language::English), "2000 × 250 mm");
    }
}
