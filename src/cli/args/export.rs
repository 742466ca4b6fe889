//! What `export` takes.

use super::InputArgs;
use clap::{Args, ValueEnum};

/// `export`.
#[derive(Args, Debug)]
pub struct ExportArgs {
    /// What is read.
    #[command(flatten)]
    pub input: InputArgs,

    /// Dạng ra: json, csv, dot [mặc định: theo đuôi tệp, không thì json] (output format; default by the ending)
    #[arg(short, long, visible_short_alias = 't', value_name = "DẠNG", hide_possible_values = true)]
    pub format: Option<ExportFormat>,

    /// Ghi vào tệp này; với csv là phần đầu của ba tên tệp (write here; for csv the beginning of three names)
    #[arg(short, long, value_name = "TỆP")]
    pub output: Option<String>,

    /// Bảng csv ra đầu ra chuẩn: nodes, edges, citations [mặc định: citations] (csv table for standard output)
    #[arg(long, value_name = "BẢNG", hide_possible_values = true)]
    pub table: Option<CsvTable>,

    /// Thêm dấu BOM để Excel nhận ra UTF-8 (byte order mark, for Excel)
    #[arg(long)]
    pub bom: bool,
}

/// Formats of `export`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum ExportFormat {
    /// One object.
    Json,
    /// Three tables.
    Csv,
    /// Graphviz.
    #[value(alias = "gv")]
    Dot,
}

impl ExportFormat {
    /// What the ending of a file tells.
    pub const ENDINGS: &[(&str, Self)] =
        &[("json", Self::Json), ("csv", Self::Csv), ("dot", Self::Dot), ("gv", Self::Dot)];
}

/// Tables of `export --format csv`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum CsvTable {
    /// One row a document.
    Nodes,
    /// One row an edge.
    Edges,
    /// One row a citation.
    Citations,
}
