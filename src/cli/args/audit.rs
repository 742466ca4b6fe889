//! What `audit` takes.

use super::InputArgs;
use clap::{Args, ValueEnum};

/// `audit`.
#[derive(Args, Debug)]
pub struct AuditArgs {
    /// What is read.
    #[command(flatten)]
    pub input: InputArgs,

    /// Dạng ra: text hoặc ndjson [mặc định: text] (output format)
    #[arg(
        short,
        long,
        value_name = "DẠNG",
        default_value = "text",
        hide_default_value = true,
        hide_possible_values = true
    )]
    pub format: AuditFormat,

    /// Ghi vào tệp này; - là đầu ra chuẩn (write here; - is standard output)
    #[arg(short, long, value_name = "TỆP")]
    pub output: Option<String>,

    /// Mức làm mã thoát thành 1: error, warning, note, hay loi, canh-bao, ghi-chu [mặc định: error] (exit with 1 from here on)
    #[arg(long, value_name = "MỨC", default_value = "error", hide_default_value = true, hide_possible_values = true)]
    pub fail_on: FailOn,

    /// Mã thoát là 0 dù thấy gì (exit with 0 whatever is found)
    #[arg(long)]
    pub exit_zero: bool,

    /// Kê hết, không dừng ở 20 mục mỗi mã (list all, not 20 of each code)
    #[arg(long, alias = "tat-ca")]
    pub all: bool,

    /// Chỉ đếm theo mã (counts by code only)
    #[arg(long, alias = "thong-ke")]
    pub statistics: bool,
}

/// Formats of `audit`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum AuditFormat {
    /// For the terminal.
    #[value(alias = "terminal")]
    Text,
    /// One finding a line.
    #[value(alias = "jsonl")]
    Ndjson,
}

/// Thresholds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum FailOn {
    /// Errors.
    #[value(alias = "loi")]
    Error,
    /// Warnings and errors.
    #[value(alias = "canh-bao")]
    Warning,
    /// Anything.
    #[value(alias = "ghi-chu")]
    Note,
}
