//! A cascade as a tree of lines and box characters.

use super::language::{say, word};
use super::report::{self, FAINT, FIXED, Page, RELATION, styled};
use luocdo::analysis::{Cascade, Path, Row};
use luocdo::graph::{Edge, EdgeIndex, Graph, NodeIndex};
use luocdo::vocabulary::Relation;

/// Lines that a quoted sentence may take.
const QUOTE_LINES: usize = 3;

/// One entry with what hangs on it.
#[derive(Debug, Default)]
struct Branch {
    /// What stands at the branch, and at the right edge.
    head: (String, String),
    /// Lines below it.
    details: Vec<String>,
    children: Vec<Branch>,
}

/// The cascade below a document.
pub fn cascade(graph: &Graph, cascade: &Cascade, page: Page) -> String {
    let mut rows = cascade.rows.as_slice();
    match rows.split_first() {
        Some((top, rest)) => {
            rows = rest;
            let mut branch = entry(graph, top, page);
            let below = children(graph, top, &mut rows, page);
            branch.children.splice(0..0, below);
            printed(&branch, page.width)
        }
        None => String::new(),
    }
}

/// One way from a document down to another.
pub fn path(graph: &Graph, path: &Path, page: Page) -> String {
    let mut below = None;
    for (index, &node) in path.nodes.iter().enumerate().rev() {
        let edges = index.checked_sub(1).map_or(Vec::new(), |hop| path.hops[hop].clone());
        let row = Row { depth: index, node, edges, repeated: false, addressed: Vec::new() };
        let mut branch = entry(graph, &row, page);
        branch.children.extend(below);
        below = Some(branch);
    }
    below.map_or(String::new(), |branch| printed(&branch, page.width))
}

/// Takes the rows below `parent` off the list.
fn children(graph: &Graph, parent: &Row, rows: &mut &[Row], page: Page) -> Vec<Branch> {
    let mut found = Vec::new();
    while let Some((row, rest)) = rows.split_first().filter(|(row, _)| row.depth > parent.depth) {
        *rows = rest;
        let mut branch = entry(graph, row, page);
        let below = children(graph, row, rows, page);
        // What acts on it comes before whom it is sent to, and answers what came of that.
        branch.children.splice(0..0, below);
        found.push(branch);
    }
    found
}

fn entry(graph: &Graph, row: &Row, page: Page) -> Branch {
    let node = &graph.graph[row.node];
    let mut left = report::line(node, page.language);
    if let Some(relation) = relations(graph, &row.edges, page) {
        left = format!("{}{FIXED}{FIXED}{left}", styled(RELATION, &relation));
    }
    let details = row.edges.iter().flat_map(|&edge| quotes(graph, edge, page)).collect();
    if row.repeated {
        let note = word(page.language, "(đã nêu ở trên)", "(shown above)");
        return Branch { head: (left, styled(FAINT, note)), details, children: Vec::new() };
    }
    Branch {
        head: (left, report::state(node, page.language)),
        details,
        children: addressed(graph, row, page).into_iter().collect(),
    }
}

/// The relations between a document and the one above it, each once.
fn relations(graph: &Graph, edges: &[EdgeIndex], page: Page) -> Option<String> {
    let mut names: Vec<&str> = Vec::new();
    for &edge in edges {
        let name = graph.graph[edge].relation.name(page.language);
        if !names.contains(&name) {
            names.push(name);
        }
    }
    (!names.is_empty()).then(|| names.join(", "))
}

/// The sentence behind an arrow, and where it stands.
fn quotes(graph: &Graph, index: EdgeIndex, page: Page) -> Vec<String> {
    let edge: &Edge = &graph.graph[index];
    let Some((first, others)) = edge.evidence.split_first() else { return Vec::new() };
    let (_, cited) = graph.graph.edge_endpoints(index).expect("an edge of the graph");
    let mut words = Vec::new();
    if !edge.direct {
        words.push(report::reporter(graph, first, page.language));
    }
    words.push(report::quoted(first, &graph.graph[cited], page.width * QUOTE_LINES));
    words.push(report::place(first));
    if !others.is_empty() {
        let more = others.len();
        words.push(styled(FAINT, &say!(page.language, "và {more} chỗ khác", "and {more} more")));
    }
    vec![words.join(" ")]
}

/// Whom a document is sent to, to act on it.
fn addressed(graph: &Graph, row: &Row, page: Page) -> Option<Branch> {
    let units: Vec<&str> = row.addressed.iter().map(|&index| graph.addressed[index].unit.as_str()).collect();
    if units.is_empty() {
        return None;
    }
    let sent = word(page.language, "kính gửi", "addressed to");
    let mut branch = Branch::default();
    branch.head.0 = format!("{}{FIXED}{FIXED}{}", styled(RELATION, sent), units.join("; "));
    if !is_acted_on(graph, row.node) {
        let note = word(page.language, "chưa thấy văn bản triển khai trong kho", "no follow-up seen in the collection");
        branch.head.1 = styled(FAINT, note);
    }
    Some(branch)
}

/// True if a document does more with this one than cite it.
fn is_acted_on(graph: &Graph, node: NodeIndex) -> bool {
    graph
        .graph
        .edges_directed(node, petgraph::Direction::Incoming)
        .any(|edge| edge.weight().relation != Relation::Cites)
}

fn printed(branch: &Branch, width: usize) -> String {
    let mut out = String::new();
    print(branch, "", "", width, &mut out);
    out
}

/// `first` stands before the head, `rest` before everything below it.
fn print(branch: &Branch, first: &str, rest: &str, width: usize, out: &mut String) {
    let bar = if branch.children.is_empty() { "   " } else { "│  " };
    let below = format!("{rest}{}", styled(FAINT, bar));
    let room = width.saturating_sub(report::columns(first)).max(20);
    let (left, right) = &branch.head;
    let head = if right.is_empty() { report::wrap(left, room) } else { report::spread(left, right, room) };
    for (index, line) in head.iter().enumerate() {
        let before = if index == 0 { first } else { &below };
        push(before, line, out);
    }
    for detail in &branch.details {
        let room = width.saturating_sub(report::columns(&below)).max(20);
        report::wrap(detail, room).iter().for_each(|line| push(&below, line, out));
    }
    for (index, child) in branch.children.iter().enumerate() {
        let last = index + 1 == branch.children.len();
        let (turn, bar) = if last { ("└─ ", "   ") } else { ("├─ ", "│  ") };
        print(child, &format!("{rest}{}", styled(FAINT, turn)), &format!("{rest}{}", styled(FAINT, bar)), width, out);
    }
}

fn push(before: &str, line: &str, out: &mut String) {
    out.push_str(before);
    out.push_str(line);
    out.push('\n');
}
