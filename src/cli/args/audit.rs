//! What `audit`, `explain`, `init` and `diff` take. Every option of `audit` can stand in luocdo.toml under its own name.

use super::{INPUT, InputArgs, ReadingArgs};
use clap::{Args, ValueEnum};
use luocdo::audit::Severity;

/// `audit`.
#[derive(Args, Debug)]
pub struct AuditArgs {
    /// What is read.
    #[command(flatten)]
    pub input: InputArgs,

    /// Dạng ra: text, concise, json, ndjson, csv, xlsx, md, html, sarif, github, junit [mặc định: theo đuôi tệp, không thì text] (output format; default by the ending)
    #[arg(short, long, value_name = "DẠNG", hide_possible_values = true)]
    pub format: Option<AuditFormat>,

    /// Ghi vào tệp này; - là đầu ra chuẩn (write here; - is standard output)
    #[arg(short, long, value_name = "TỆP")]
    pub output: Option<String>,

    /// Chỉ các mã này: NG, SO301, NT202:moi/** ; có thể lặp lại (only these codes, in these files)
    #[arg(long, alias = "chon", value_name = "MÃ", value_delimiter = ',')]
    pub select: Vec<String>,

    /// Bỏ qua các mã này: TT401, NG101:luu/** ; có thể lặp lại (leave these codes out, in these files)
    #[arg(long, alias = "bo-qua", value_name = "MÃ", value_delimiter = ',')]
    pub ignore: Vec<String>,

    /// Quy chuẩn thể thức: auto, nd30, party [mặc định: auto, theo cơ quan] (whose rules of form are applied)
    #[arg(long, alias = "quy-chuan", value_name = "TÊN", hide_possible_values = true)]
    pub profile: Option<ProfileName>,

    /// Mức làm mã thoát thành 1: error, warning, note, hay loi, canh-bao, ghi-chu [mặc định: error] (exit with 1 from here on)
    #[arg(long, value_name = "MỨC", value_parser = severity)]
    pub fail_on: Option<Severity>,

    /// Mã thoát là 0 dù thấy gì (exit with 0 whatever is found)
    #[arg(long)]
    pub exit_zero: bool,

    /// Kê hết, kèm câu trích, không dừng ở 20 mục mỗi mã (list all, with excerpts, not 20 of each code)
    #[arg(long, alias = "tat-ca")]
    pub all: bool,

    /// Chỉ đếm theo mã (counts by code only)
    #[arg(long, alias = "thong-ke")]
    pub statistics: bool,

    /// Bảng độ phủ: ai đã thấy triển khai, sau bao nhiêu ngày, ai chưa thấy (who is seen acting, who is not)
    #[arg(long, alias = "do-phu")]
    pub coverage: bool,

    /// Ghi phiếu tìm văn bản và phiếu đề nghị cung cấp vào tệp .xlsx, .csv hoặc .md (the retrieval list and letters of request)
    #[arg(long, alias = "phieu-tim", value_name = "TỆP")]
    pub worklist: Option<String>,

    /// Sổ điều đã biết: không kê lại, và nêu điều đã hết (file of accepted findings: hidden, and told when gone)
    #[arg(long, alias = "da-biet", value_name = "TỆP")]
    pub baseline: Option<String>,

    /// Thêm mọi điều đang kê vào --baseline với lý do này (add what is listed to the baseline for this reason)
    #[arg(long, alias = "chap-nhan", value_name = "LÝ DO", requires = "baseline")]
    pub accept: Option<String>,

    /// Xét hạn báo cáo vào ngày này: 2025-06-30, hoặc hom-nay [mặc định: ngày mới nhất trong kho] (the day on which deadlines are looked at)
    #[arg(long, alias = "tinh-den", value_name = "NGÀY")]
    pub as_of: Option<String>,

    /// Danh bạ cơ quan: co-quan.csv (register of districts and communes)
    #[arg(long, alias = "co-quan", value_name = "TỆP")]
    pub organs: Option<String>,

    /// Quy tắc riêng, như trong luocdo.toml; có thể lặp lại (a rule of your own, as in luocdo.toml)
    #[arg(long, alias = "quy-tac", value_name = "{…}")]
    pub rule: Vec<String>,

    /// Bảng bắt đầu bằng dấu thứ tự byte cho Excel (tables begin with the byte order mark that Excel wants)
    #[arg(long)]
    pub bom: bool,

    /// Tệp cài đặt [mặc định: luocdo.toml trong thư mục hiện thời, nếu có] (settings; default luocdo.toml here, if it is there)
    #[arg(long, value_name = "TỆP")]
    pub config: Option<String>,
}

fn severity(written: &str) -> Result<Severity, String> {
    let unknown = || "không có mức này (no such severity): error, warning, note".to_string();
    Severity::from_code(written).ok_or_else(unknown)
}

/// Formats of `audit`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum AuditFormat {
    /// For the terminal, with excerpts.
    #[value(alias = "terminal", alias = "full")]
    Text,
    /// For the terminal, one finding a line.
    Concise,
    /// The whole run as one object.
    Json,
    /// One finding a line.
    #[value(alias = "jsonl", alias = "json-lines")]
    Ndjson,
    /// One row a finding.
    Csv,
    /// A workbook.
    Xlsx,
    /// Markdown.
    #[value(alias = "markdown")]
    Md,
    /// One page in one file.
    Html,
    /// SARIF 2.1.0.
    Sarif,
    /// Workflow commands.
    Github,
    /// JUnit.
    #[value(alias = "xml")]
    Junit,
}

impl AuditFormat {
    /// What the endings of files tell.
    pub const ENDINGS: &[(&str, Self)] = &[
        ("txt", Self::Text),
        ("xlsx", Self::Xlsx),
        ("html", Self::Html),
        ("htm", Self::Html),
        ("md", Self::Md),
        ("csv", Self::Csv),
        ("json", Self::Json),
        ("ndjson", Self::Ndjson),
        ("jsonl", Self::Ndjson),
        ("sarif", Self::Sarif),
        ("xml", Self::Junit),
    ];
}

/// Rules of form.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum ProfileName {
    /// To each paper the rules that bind it.
    Auto,
    /// Decree 30/2020/NĐ-CP.
    Nd30,
    /// The Party's.
    #[value(alias = "dang")]
    Party,
}

/// `explain`.
#[derive(Args, Debug)]
pub struct ExplainArgs {
    /// Mã hoặc tên: NG101, missing-source; không ghi thì kê mọi mã (code or name; without one all are listed)
    #[arg(value_name = "MÃ", help_heading = INPUT)]
    pub codes: Vec<String>,
}

/// `init`.
#[derive(Args, Debug)]
pub struct InitArgs {
    /// Thư mục [mặc định: thư mục hiện thời] (folder; default the current one)
    #[arg(value_name = "THƯ MỤC", default_value = ".", hide_default_value = true, help_heading = INPUT)]
    pub folder: String,
}

/// `diff`.
#[derive(Args, Debug)]
pub struct DiffArgs {
    /// Lần trước: thư mục, hoặc tệp .json đã lưu bằng audit -f json (before: a folder, or a saved run)
    #[arg(value_name = "A", help_heading = INPUT, display_order = 0)]
    pub before: String,

    /// Lần sau (after)
    #[arg(value_name = "B", help_heading = INPUT, display_order = 1)]
    pub after: String,

    /// How both are read.
    #[command(flatten)]
    pub reading: ReadingArgs,

    /// Form of the answer.
    #[command(flatten)]
    pub answer: super::AnswerArgs,

    /// Kê hết, không dừng ở 20 mục mỗi phần (list all, not 20 of each part)
    #[arg(long, alias = "tat-ca")]
    pub all: bool,
}
