//! What `extract` and `text` take: one document at a time.

use super::{INPUT, InputArgs, LimitArgs};
use clap::{Args, ValueEnum};

/// `extract`.
#[derive(Args, Debug)]
pub struct ExtractArgs {
    /// What is read.
    #[command(flatten)]
    pub input: InputArgs,

    /// Dạng ra: ndjson hoặc json [mặc định: theo đuôi tệp, không thì ndjson] (output format; default by the ending)
    #[arg(short, long, visible_alias = "to", value_name = "DẠNG", hide_possible_values = true)]
    pub format: Option<ExtractFormat>,

    /// Ghi vào tệp này; - là đầu ra chuẩn (write here; - is standard output)
    #[arg(short, long, value_name = "TỆP")]
    pub output: Option<String>,
}

/// Formats of `extract`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum ExtractFormat {
    /// One object a line.
    #[value(alias = "jsonl")]
    Ndjson,
    /// One array.
    Json,
}

impl ExtractFormat {
    /// What the ending of a file tells.
    pub const ENDINGS: &[(&str, Self)] = &[("ndjson", Self::Ndjson), ("jsonl", Self::Ndjson), ("json", Self::Json)];
}

/// `text`.
#[derive(Args, Debug)]
pub struct TextArgs {
    /// Tệp, thư mục; - một mình là đầu vào chuẩn (files, folders; - by itself is standard input)
    #[arg(required = true, value_name = "VÀO", help_heading = INPUT)]
    pub inputs: Vec<String>,

    /// Ghi vào tệp này; nhiều văn bản thì vào thư mục này, mỗi văn bản một tệp .txt (write to this file; several documents to
    /// this folder, a .txt each)
    #[arg(short, long, value_name = "RA")]
    pub output: Option<String>,

    /// How much the file may cost.
    #[command(flatten)]
    pub limits: LimitArgs,
}
