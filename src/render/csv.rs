//! A graph as tables for Gephi, R and spreadsheets: nodes, edges, and one row for every citation.
//!
//! The first columns of nodes and edges bear the names that Gephi looks for. A cell that a spreadsheet would take for a
//! formula gets an apostrophe before it. Without a byte order mark unless asked: Excel wants one, nearly nothing else does.

use super::{harmless, label};
use crate::date::PartialDate;
use crate::graph::{Edge, Evidence, Graph, Node};
use crate::lexicon::table::is_formula;
use crate::record::Record;
use petgraph::visit::EdgeRef;
use std::borrow::Cow;
use std::collections::BTreeMap;
use std::io::{self, Write};

/// One of the three tables.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Table {
    /// One row a document, held, missing or oral.
    Nodes,
    /// One row an edge.
    Edges,
    /// One row a citation, also the ambiguous ones.
    Citations,
}

impl Table {
    /// Every table, in the order of their files.
    pub const ALL: [Table; 3] = [Table::Nodes, Table::Edges, Table::Citations];

    /// The name in the file name.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Nodes => "nodes",
            Self::Edges => "edges",
            Self::Citations => "citations",
        }
    }
}

/// How to write a table.
#[derive(Clone, Copy, Debug, Default)]
pub struct CsvOptions {
    /// Begin with a byte order mark, by which Excel knows UTF-8.
    pub byte_order_mark: bool,
}

/// Writes one table. `records` give the citations their words as written.
///
/// # Errors
/// What `out` says.
pub fn write_table(
    table: Table,
    graph: &Graph,
    records: &[Record],
    options: CsvOptions,
    out: &mut dyn Write,
) -> io::Result<()> {
    if options.byte_order_mark {
        out.write_all("\u{FEFF}".as_bytes())?;
    }
    let mut rows = csv::Writer::from_writer(out);
    match table {
        Table::Nodes => nodes(graph, &mut rows),
        Table::Edges => edges(graph, &mut rows),
        Table::Citations => citations(graph, records, &mut rows),
    }
    .and_then(|()| Ok(rows.flush()?))
    .map_err(|error| match error.into_kind() {
        csv::ErrorKind::Io(error) => error,
        other => io::Error::other(format!("{other:?}")),
    })
}

type Rows<'w> = csv::Writer<&'w mut dyn Write>;

const NODES: [&str; 20] = [
    "Id",
    "Label",
    "number",
    "kind",
    "name",
    "issuer",
    "system",
    "level",
    "province",
    "date",
    "not_before",
    "not_after",
    "title",
    "state",
    "draft",
    "cited_by",
    "mentions",
    "cited_from",
    "files",
    "collection",
];

fn nodes(graph: &Graph, rows: &mut Rows<'_>) -> csv::Result<()> {
    rows.write_record(NODES)?;
    for node in graph.graph.node_weights() {
        let text = |value: &Option<String>| value.clone().unwrap_or_default();
        let date = |value: Option<PartialDate>| value.map(|date| date.to_string()).unwrap_or_default();
        let row = [
            node.id.clone(),
            label(node).into_owned(),
            text(&node.number),
            text(&node.kind),
            text(&node.name),
            text(&node.issuer),
            node.system.map(|system| system.to_string()).unwrap_or_default(),
            node.level.map(|level| level.to_string()).unwrap_or_default(),
            text(&node.province),
            date(node.date),
            date(node.not_before),
            date(node.not_after),
            text(&node.title),
            node.state.to_string(),
            node.draft.to_string(),
            node.cited_by.to_string(),
            node.mentions.to_string(),
            node.cited_from.join("; "),
            node.files.join("; "),
            collection(graph),
        ];
        write_row(&row, rows)?;
    }
    Ok(())
}

const EDGES: [&str; 11] =
    ["Source", "Target", "Type", "Weight", "Label", "direct", "rule", "confidence", "file", "line", "collection"];

fn edges(graph: &Graph, rows: &mut Rows<'_>) -> csv::Result<()> {
    rows.write_record(EDGES)?;
    for edge in graph.graph.edge_references() {
        let Edge { relation, direct, rule, confidence, evidence, .. } = edge.weight();
        let first = evidence.first();
        let row = [
            graph.graph[edge.source()].id.clone(),
            graph.graph[edge.target()].id.clone(),
            "Directed".to_string(),
            evidence.len().to_string(),
            relation.to_string(),
            direct.to_string(),
            rule.clone(),
            format!("{confidence:.2}"),
            first.map(|place| place.path.to_string()).unwrap_or_default(),
            first.map(|place| place.line.to_string()).unwrap_or_default(),
            collection(graph),
        ];
        write_row(&row, rows)?;
    }
    Ok(())
}

const CITATIONS: [&str; 14] = [
    "document",
    "document_id",
    "sentence",
    "reference",
    "relation",
    "target",
    "target_id",
    "state",
    "direct",
    "rule",
    "confidence",
    "file",
    "line",
    "collection",
];

fn citations(graph: &Graph, records: &[Record], rows: &mut Rows<'_>) -> csv::Result<()> {
    rows.write_record(CITATIONS)?;
    let written = Written::of(records);
    let mut all: Vec<(&str, usize, [String; 14])> = Vec::new();
    for edge in graph.graph.edge_references() {
        let (from, to) = (&graph.graph[edge.source()], &graph.graph[edge.target()]);
        for (place, rule) in edge.weight().evidence.iter().zip(&edge.weight().rules) {
            all.push((&place.path, place.start, citation(graph, &written, (from, to), edge.weight(), (place, rule))));
        }
    }
    let holder: BTreeMap<&str, &Node> =
        graph.graph.node_weights().flat_map(|node| node.files.iter().map(move |file| (file.as_str(), node))).collect();
    for mention in &graph.unresolved {
        let from = holder.get(mention.path.as_str());
        let row = [
            from.map(|node| label(node).into_owned()).unwrap_or_default(),
            from.map(|node| node.id.clone()).unwrap_or_default(),
            String::new(),
            mention.text.clone(),
            String::new(),
            String::new(),
            mention.candidates.join("; "),
            mention.state.to_string(),
            String::new(),
            mention.rule.clone(),
            String::new(),
            mention.path.clone(),
            mention.line.to_string(),
            collection(graph),
        ];
        all.push((&mention.path, mention.start, row));
    }
    // In the order of reading, whatever the order of the edges.
    all.sort();
    all.iter().try_for_each(|(_, _, row)| write_row(row, rows))
}

fn citation(
    graph: &Graph,
    written: &Written<'_>,
    (from, to): (&Node, &Node),
    edge: &Edge,
    (place, rule): (&Evidence, &str),
) -> [String; 14] {
    [
        label(from).into_owned(),
        from.id.clone(),
        place.quote.to_string(),
        written.at(place).to_string(),
        edge.relation.to_string(),
        label(to).into_owned(),
        to.id.clone(),
        to.state.to_string(),
        edge.direct.to_string(),
        rule.to_owned(),
        format!("{:.2}", edge.confidence),
        place.path.to_string(),
        place.line.to_string(),
        collection(graph),
    ]
}

/// The words of every mention, by file and place.
struct Written<'r>(BTreeMap<(&'r str, usize, usize), &'r str>);

impl<'r> Written<'r> {
    fn of(records: &'r [Record]) -> Self {
        let mentions = records.iter().flat_map(|record| record.evidence.iter().zip(&record.texts));
        Self(mentions.map(|(place, text)| ((place.path.as_str(), place.start, place.end), text.as_str())).collect())
    }

    fn at(&self, place: &Evidence) -> &'r str {
        self.0.get(&(place.path.as_str(), place.start, place.end)).copied().unwrap_or_default()
    }
}

/// Enough of the fingerprint to tell which data a table rests on.
fn collection(graph: &Graph) -> String {
    graph.collection.sha256.chars().take(12).collect()
}

fn write_row<const N: usize>(row: &[String; N], rows: &mut Rows<'_>) -> csv::Result<()> {
    rows.write_record(row.iter().map(|cell| guarded(cell).into_owned()))
}

/// A cell that no spreadsheet runs, without what is harmful.
pub(super) fn guarded(cell: &str) -> Cow<'_, str> {
    let cell = harmless(cell);
    if is_formula(&cell) { format!("'{cell}").into() } else { cell }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::graph::Unresolved;
    use crate::render::sample;

    fn table(table: Table, graph: &Graph) -> String {
        let mut out = Vec::new();
        write_table(table, graph, &[sample::record()], CsvOptions::default(), &mut out)
            .expect("memory takes everything");
        String::from_utf8(out).expect("UTF-8")
    }

    #[test]
    fn gephi_finds_the_columns_that_it_looks_for() {
        assert!(table(Table::Nodes, &sample::graph()).starts_with("Id,Label,"));
        assert!(table(Table::Edges, &sample::graph()).starts_with("Source,Target,Type,Weight,Label,"));
    }

    #[test]
    fn every_citation_is_a_row_with_the_words_as_written() {
        let mut graph = sample::graph();
        graph.unresolved.push(Unresolved {
            path: "218.txt".into(),
            start: 2,
            end: 5,
            line: 1,
            text: "=NQ 04".into(),
            state: "ambiguous",
            candidates: vec!["a".into(), "b".into()],
            rule: "open:period".into(),
        });
        insta::assert_snapshot!(table(Table::Citations, &graph), @r#"
        document,document_id,sentence,reference,relation,target,target_id,state,direct,rule,confidence,file,line,collection
        218/LĐLĐ,binh-thuan/ldld/cv/218,,'=NQ 04,,,a; b,ambiguous,,open:period,,218.txt,1,0123456789ab
        218/LĐLĐ,binh-thuan/ldld/cv/218,"Căn cứ Hướng dẫn số 36-HD/BTGTU, ngày 31/5/2017","Hướng dẫn số 36-HD/BTGTU, ngày 31/5/2017",basis,36-HD/BTGTU,binh-thuan/btgtu/hd/36,missing,true,number+symbol+issuer+date,0.98,218.txt,21,0123456789ab
        "#);
    }

    #[test]
    fn a_cell_is_never_a_formula() {
        for cell in ["=1+1", "+1", "-1", "@a", "\t=1"] {
            assert_eq!(guarded(cell), format!("'{cell}"));
        }
        assert_eq!(guarded("36-HD/BTGTU"), "36-HD/BTGTU");
    }

    #[test]
    fn excel_gets_its_mark_only_on_request() {
        let mut out = Vec::new();
        let options = CsvOptions { byte_order_mark: true };
        write_table(Table::Nodes, &Graph::default(), &[], options, &mut out).expect("memory takes everything");
        assert!(out.starts_with(b"\xEF\xBB\xBFId,"));
    }
}
