//! What `trace` and `show` take: questions about one document. `diff` answers in the same forms.

use super::{INPUT, InputArgs};
use clap::{Args, ValueEnum};

/// `trace`.
#[derive(Args, Debug)]
pub struct TraceArgs {
    /// Văn bản bắt đầu: số, ký hiệu, hoặc định danh (where to begin: a number or id)
    #[arg(value_name = "A", help_heading = INPUT, display_order = 0)]
    pub from_document: String,

    /// What is read.
    #[command(flatten)]
    pub input: InputArgs,

    /// Mọi đường từ A xuống đến văn bản này (every way from A down to this document)
    #[arg(long, value_name = "B")]
    pub to: Option<String>,

    /// Kể cả quan hệ chỉ dẫn chiếu, phúc đáp, tiếp theo (follow mere citations, replies and sequels too)
    #[arg(long)]
    pub all: bool,

    /// Form of the answer.
    #[command(flatten)]
    pub answer: AnswerArgs,
}

/// `show`.
#[derive(Args, Debug)]
pub struct ShowArgs {
    /// Văn bản: số, ký hiệu, hoặc định danh (the document: a number or id)
    #[arg(value_name = "SỐ VĂN BẢN", help_heading = INPUT, display_order = 0)]
    pub document: String,

    /// What is read.
    #[command(flatten)]
    pub input: InputArgs,

    /// Form of the answer.
    #[command(flatten)]
    pub answer: AnswerArgs,
}

/// Form of an answer, and where it goes.
#[derive(Args, Debug)]
pub struct AnswerArgs {
    /// Dạng ra: text hoặc json [mặc định: theo đuôi tệp, không thì text] (output format; default by the ending)
    #[arg(short, long, value_name = "DẠNG", hide_possible_values = true)]
    pub format: Option<AnswerFormat>,

    /// Ghi vào tệp này; - là đầu ra chuẩn (write here; - is standard output)
    #[arg(short, long, value_name = "TỆP")]
    pub output: Option<String>,
}

/// Formats of answers to people.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum AnswerFormat {
    /// For the terminal.
    #[value(alias = "terminal")]
    Text,
    /// One object.
    Json,
}

impl AnswerFormat {
    /// What the ending of a file tells.
    pub const ENDINGS: &[(&str, Self)] = &[("txt", Self::Text), ("json", Self::Json)];
}
