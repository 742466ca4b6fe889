//! `show`: one document, what it cites, and what cites it.

use super::{Collection, collect, find};
use crate::cli::Outcome;
use crate::cli::args::{AnswerFormat, Shared, ShowArgs};
use crate::cli::language::{Language, say, word};
use crate::cli::output::{self, Output, Target};
use crate::cli::report::{self, FAINT, FIXED, Page, RELATION, STRONG, styled};
use luocdo::graph::{Edge, Graph, Node, NodeIndex};
use luocdo::render::json;
use luocdo::vocabulary::Purpose;
use petgraph::Direction;
use petgraph::visit::EdgeRef;
use std::path::PathBuf;

/// Columns of the names of fields.
const FIELD: usize = 12;

/// Runs `show`.
pub fn run(args: &ShowArgs, shared: &Shared) -> anyhow::Result<Outcome> {
    let language = shared.language();
    let target = Target::of(args.answer.output.as_deref());
    let format = output::form(args.answer.format, &target, AnswerFormat::ENDINGS, AnswerFormat::Text, language)?;
    let Collection { survey, inputs, troubles, files, .. } = collect(&args.input, shared)?;
    let page = Page::standard(language);
    let mut output = Output::create(&target, files.iter().map(PathBuf::as_path), language)?;
    let outcome = match find(&survey.graph, &args.document, page) {
        Err(words) => {
            super::answer(&words, format, &mut output)?;
            Outcome::Found
        }
        Ok(index) => {
            match format {
                AnswerFormat::Text => output.write_words(&sheet(&survey.graph, index, page))?,
                AnswerFormat::Json => json::write_document(&survey.graph, index, &mut output)?,
            }
            Outcome::Done
        }
    };
    output.finish()?;
    super::conclude(&inputs, &troubles, outcome, shared)
}

fn sheet(graph: &Graph, index: NodeIndex, page: Page) -> String {
    let language = page.language;
    let node = &graph.graph[index];
    let mut lines =
        report::spread(&styled(STRONG, &report::called(node, language)), &report::state(node, language), page.width);
    for (name, value) in fields(graph, index, language) {
        lines.extend(field(name, &value, page));
    }
    let cites = word(language, "VIỆN DẪN", "CITES");
    let cited = word(language, "ĐƯỢC VIỆN DẪN", "CITED BY");
    lines.extend(neighbours(graph, (index, Direction::Outgoing), cites, page));
    lines.extend(neighbours(graph, (index, Direction::Incoming), cited, page));
    lines.extend(undecided(graph, node, page));
    lines.join("\n") + "\n"
}

fn fields(graph: &Graph, index: NodeIndex, language: Language) -> Vec<(&'static str, String)> {
    let node = &graph.graph[index];
    let units = |purpose: Purpose| {
        let sent = graph.addressed.iter().filter(|sent| sent.node == index && sent.purpose == purpose);
        sent.map(|sent| sent.unit.as_str()).collect::<Vec<_>>().join("; ")
    };
    let place = [node.level.map(|level| level.name(language)), node.system.map(|system| system.name(language))];
    let all = [
        (word(language, "Loại", "Kind"), node.kind.clone().unwrap_or_default()),
        (word(language, "Cơ quan", "Issuer"), node.issuer.clone().unwrap_or_default()),
        (word(language, "Nay là", "Now"), node.issuer_now.clone().unwrap_or_default()),
        (word(language, "Cấp, hệ", "Level"), place.into_iter().flatten().collect::<Vec<_>>().join(", ")),
        (word(language, "Ngày", "Date"), report::date(node, language).unwrap_or_default()),
        (word(language, "Trích yếu", "Subject"), node.title.clone().unwrap_or_default()),
        (word(language, "Độ mật", "Secrecy"), node.secrecy.clone().unwrap_or_default()),
        (word(language, "Thực hiện", "To act"), units(Purpose::Act)),
        (word(language, "Để biết", "To know"), units(Purpose::Know)),
        (word(language, "Báo cáo", "As report"), units(Purpose::Report)),
        (word(language, "Lưu", "To keep"), units(Purpose::Keep)),
        (word(language, "Tệp", "File"), node.files.join("; ")),
        (word(language, "Định danh", "Id"), node.id.clone()),
    ];
    all.into_iter().filter(|(_, value)| !value.is_empty()).collect()
}

fn field(name: &str, value: &str, page: Page) -> Vec<String> {
    let room = page.width.saturating_sub(FIELD + 2).max(20);
    let name = |index: usize| report::padded(if index == 0 { name } else { "" }, FIELD);
    report::wrap(value, room)
        .iter()
        .enumerate()
        .map(|(index, line)| format!("  {}{line}", styled(FAINT, &name(index))))
        .collect()
}

/// Every edge of a direction: what it says, of which document, in which words.
fn neighbours(graph: &Graph, (index, direction): (NodeIndex, Direction), heading: &str, page: Page) -> Vec<String> {
    let mut edges: Vec<_> = graph.graph.edges_directed(index, direction).collect();
    edges.sort_by_key(|edge| (!edge.weight().direct, edge.id()));
    let mut lines = vec![String::new(), styled(STRONG, &format!("{heading} ({})", edges.len()))];
    for edge in edges {
        let other = &graph.graph[if direction == Direction::Outgoing { edge.target() } else { edge.source() }];
        let name = edge.weight().relation.name(page.language);
        let gap = FIXED.to_string().repeat(FIELD.saturating_sub(report::columns(name)).max(2));
        let left = format!("{}{gap}{}", styled(RELATION, name), report::line(other, page.language));
        lines.extend(report::entry(&left, &report::state(other, page.language), 2, page.width));
        lines.extend(evidence(graph, edge.weight(), &graph.graph[edge.target()], page));
    }
    lines
}

/// Every place that says so, with its whole sentence.
fn evidence(graph: &Graph, edge: &Edge, about: &Node, page: Page) -> Vec<String> {
    let mut lines = Vec::new();
    for place in &edge.evidence {
        let reporter = if edge.direct { String::new() } else { report::reporter(graph, place, page.language) };
        let words = format!("{reporter} {} {}", report::quoted(place, about, usize::MAX), report::place(place));
        lines.extend(report::wrap(&words, page.width - 6).iter().map(|line| format!("      {line}")));
    }
    lines
}

/// Mentions in the document's own files that fit several documents.
fn undecided(graph: &Graph, node: &Node, page: Page) -> Vec<String> {
    let open: Vec<_> = graph.unresolved.iter().filter(|mention| node.files.contains(&mention.path)).collect();
    if open.is_empty() {
        return Vec::new();
    }
    let heading = word(page.language, "CHƯA XÁC ĐỊNH", "UNDECIDED");
    let mut lines = vec![String::new(), styled(STRONG, &format!("{heading} ({})", open.len()))];
    for mention in open {
        let place = report::path(&mention.path, Some(mention.line));
        let could = mention.candidates.join(", ");
        let could =
            if could.is_empty() { could } else { say!(page.language, "có thể là {could}", "may be {could}") };
        let words = format!("“{}” {could} {place}", mention.text);
        lines.extend(
            report::wrap(&words, page.width - 4)
                .into_iter()
                .enumerate()
                .map(|(index, line)| if index == 0 { format!("  {line}") } else { format!("    {line}") }),
        );
    }
    lines
}
