//! `export`: the resolved graph for other programs.

use super::{Collection, collect};
use crate::cli::Outcome;
use crate::cli::args::{CsvTable, ExportArgs, ExportFormat, Shared};
use crate::cli::language::say;
use crate::cli::output::{self, Output, Target};
use anyhow::bail;
use luocdo::render::csv::{CsvOptions, Table, write_table};
use luocdo::render::{dot, json};
use luocdo::view::{self, Query};
use std::io::Write;
use std::path::{Path, PathBuf};

/// Runs `export`.
pub fn run(args: &ExportArgs, shared: &Shared) -> anyhow::Result<Outcome> {
    let language = shared.language();
    let target = Target::of(args.output.as_deref());
    if args.table.is_some() && target != Target::Standard {
        bail!(say!(
            language,
            "--table chọn bảng cho đầu ra chuẩn; với -o, cả ba bảng đều được ghi",
            "--table chooses a table for standard output; with -o all three are written"
        ));
    }
    let format = output::form(args.format, &target, ExportFormat::ENDINGS, ExportFormat::Json, language)?;
    let collection = collect(&args.input, shared)?;
    let Collection { survey, inputs, troubles, files, .. } = &collection;
    let read = || files.iter().map(PathBuf::as_path);
    match format {
        ExportFormat::Json => {
            let mut output = Output::create(&target, read(), language)?;
            json::write_graph(&survey.graph, &mut output)?;
            output.finish()?;
        }
        ExportFormat::Dot => {
            // The whole graph: nothing is left out where nobody has to look at all of it at once.
            let query = Query { max_nodes: usize::MAX, competence: true, ..Query::default() };
            let options = luocdo::diagram::Options { language, ..luocdo::diagram::Options::default() };
            let mut output = Output::create(&target, read(), language)?;
            output.write_all(dot(&view::select(&survey.graph, &query), &options).as_bytes())?;
            output.finish()?;
        }
        ExportFormat::Csv => {
            let tables = match &target {
                Target::Standard => vec![(args.table.map_or(Table::Citations, table), Target::Standard)],
                Target::File(base) => Table::ALL.map(|table| (table, Target::File(table_path(base, table)))).to_vec(),
            };
            let options = CsvOptions { byte_order_mark: args.bom };
            // All are written before the first is put in place.
            let mut written = Vec::new();
            for (table, target) in tables {
                let mut output = Output::create(&target, read(), language)?;
                write_table(table, &survey.graph, &survey.corpus.records, options, &mut output)?;
                written.push(output);
            }
            written.into_iter().try_for_each(Output::finish)?;
        }
    }
    super::conclude(inputs, troubles, Outcome::Done, shared)
}

fn table(table: CsvTable) -> Table {
    match table {
        CsvTable::Nodes => Table::Nodes,
        CsvTable::Edges => Table::Edges,
        CsvTable::Citations => Table::Citations,
    }
}

/// `kho` and `kho.csv` both give `kho.nodes.csv`.
fn table_path(base: &Path, table: Table) -> PathBuf {
    let mut path =
        if base.extension().is_some_and(|e| e == "csv") { base.with_extension("") } else { base.to_path_buf() };
    path.as_mut_os_string().push(format!(".{}.csv", table.name()));
    path
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tables_are_named_after_their_base() {
        for base in ["kho", "kho.csv"] {
            assert_eq!(table_path(Path::new(base), Table::Nodes), Path::new("kho.nodes.csv"));
        }
        assert_eq!(table_path(Path::new("kho.2021"), Table::Edges), Path::new("kho.2021.edges.csv"));
    }
}
