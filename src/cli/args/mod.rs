//! What can be typed. Help is Vietnamese first with English beside it; machine words (formats, codes) are English, and
//! Vietnamese ones are taken too.

mod draw;

use clap::{ArgAction, Args, Parser, Subcommand, ValueEnum};
pub use draw::{DrawArgs, DrawFormat};
use luocdo::vocabulary::Language;

const TEMPLATE: &str = "\
{about-with-newline}
Cách dùng (usage): {usage}

{all-args}{after-help}
";

const INPUT: &str = "Đầu vào (input)";
const OPTIONS: &str = "Tùy chọn (options)";
const SHARED: &str = "Chung cho mọi lệnh (for every command)";

/// The whole command line.
#[derive(Debug, Parser)]
#[command(
    name = "luocdo",
    version,
    about = "Đọc văn bản hành chính, văn bản Đảng và đoàn thể: văn bản nào thực hiện văn bản nào, và nguồn nào còn thiếu.
Reads Vietnamese administrative, party and union documents: who implements whom, and which sources are missing.",
    help_template = TEMPLATE,
    subcommand_help_heading = "Lệnh (commands)",
    subcommand_value_name = "LỆNH",
    next_help_heading = OPTIONS,
    disable_help_flag = true,
    disable_version_flag = true,
    disable_help_subcommand = true,
    arg_required_else_help = true,
    max_term_width = 100,
    after_help = "\
Ví dụ (examples):
  luocdo ve van-ban/ so-do.svg         vẽ sơ đồ dòng chảy chỉ đạo (draw the cascade)
  luocdo soat van-ban/                 nguồn nào nên tìm trước (which sources to look for first)
  luocdo lan 07-CT/TW van-ban/         văn bản này chảy xuống đến đâu (how far down it went)

Mã thoát (exit codes): 0 xong · 1 có điều cần xem (findings, no path, unknown id) · 2 lỗi (error)"
)]
pub struct Arguments {
    /// What to do.
    #[command(subcommand)]
    pub command: Command,
    /// How to do it.
    #[command(flatten)]
    pub shared: Shared,
}

/// Options that every command takes.
#[derive(Args, Clone, Debug)]
#[command(next_help_heading = SHARED)]
pub struct Shared {
    /// Ngôn ngữ của lời nhắn: vi hoặc en [mặc định: vi] (language of messages; default vi)
    #[arg(
        long,
        global = true,
        value_name = "vi|en",
        env = "LUOCDO_LANG",
        hide_env = true,
        hide_possible_values = true
    )]
    lang: Option<Lang>,

    /// Màu: auto, always, never; NO_COLOR cũng được (colour of messages)
    #[arg(
        long,
        global = true,
        value_name = "KHI",
        default_value = "auto",
        hide_default_value = true,
        hide_possible_values = true
    )]
    color: Color,

    /// Chỉ báo lỗi (say nothing but errors)
    #[arg(short, long, global = true)]
    pub quiet: bool,

    /// Số luồng; kết quả không đổi theo số luồng (threads; results never depend on it)
    #[arg(short, long, global = true, value_name = "N")]
    pub jobs: Option<usize>,

    /// Có tệp không đọc được thì mã thoát là 2 (exit with 2 if any file cannot be read)
    #[arg(long, global = true)]
    pub strict: bool,

    /// Cho hiện lời văn bản có dấu MẬT; nếu không, chỉ hiện số và ngày (show the text of papers marked secret)
    #[arg(long, global = true)]
    pub allow_mat: bool,

    /// In trợ giúp (print help)
    #[arg(short, long, global = true, action = ArgAction::Help)]
    help: Option<bool>,

    /// In phiên bản (print version)
    #[arg(short = 'V', long, action = ArgAction::Version)]
    version: Option<bool>,
}

impl Shared {
    /// The language of messages: as asked, else Vietnamese. The locale does not decide: most computers of Vietnamese
    /// offices are set to English.
    pub fn language(&self) -> Language {
        match self.lang {
            Some(Lang::En) => Language::English,
            Some(Lang::Vi) | None => Language::Vietnamese,
        }
    }

    /// Whether messages are coloured. NO_COLOR and CLICOLOR_FORCE decide where nothing was asked.
    pub fn color_choice(&self) -> anstream::ColorChoice {
        match self.color {
            Color::Auto => anstream::ColorChoice::Auto,
            Color::Always => anstream::ColorChoice::Always,
            Color::Never => anstream::ColorChoice::Never,
        }
    }
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum Lang {
    Vi,
    En,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum Color {
    Auto,
    Always,
    Never,
}

/// One command.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Vẽ dòng chảy chỉ đạo thành sơ đồ SVG hoặc DOT (draw the cascade as a poster)
    #[command(visible_alias = "ve", help_template = TEMPLATE, next_help_heading = OPTIONS, after_help = "\
Ví dụ (examples):
  luocdo ve van-ban/ so-do.svg
  luocdo ve van-ban/ so-do.svg --focus 07-CT/TW --down 3      chỉ quanh một văn bản (around one document)
  luocdo draw van-ban/ map.svg --lang en --since 2020
  luocdo draw van-ban/ -f dot | dot -Tpdf > map.pdf

Mục cuối trong hai mục trở lên là tệp ra nếu là - hoặc có đuôi hình vẽ. Tệp có sẵn mà không do luocdo vẽ chỉ bị
thay khi dùng -o (the last of several is the output; a file that luocdo did not draw is replaced only with -o).")]
    Draw(DrawArgs),

    /// Bóc thông tin và viện dẫn, mỗi văn bản một dòng (one line a document: letterhead and references)
    #[command(visible_alias = "boc", help_template = TEMPLATE, next_help_heading = OPTIONS, after_help = "\
Ví dụ (examples):
  luocdo boc van-ban/ > boc.ndjson
  luocdo extract cong-van.txt --format json
  cat kho.ndjson | luocdo extract --from ndjson - > boc.ndjson      mỗi dòng (a line): {\"id\": …, \"text\": …}")]
    Extract(ExtractArgs),

    /// Soát nguồn, số, ngày: nguồn nào nên tìm trước (what to look at, and which sources to look for first)
    #[command(visible_alias = "soat", help_template = TEMPLATE, next_help_heading = OPTIONS, after_help = "\
Ví dụ (examples):
  luocdo soat van-ban/
  luocdo audit van-ban/ -f ndjson -o soat.ndjson --exit-zero
  luocdo soat van-ban/ --fail-on canh-bao             mã thoát 1 khi có cảnh báo (exit with 1 on warnings)

“Chưa thấy trong kho” không có nghĩa là không có, hay chưa thực hiện (absence from the collection is no more than that).")]
    Audit(AuditArgs),

    /// Xuất mạng viện dẫn đã phân giải: json, csv, dot (the resolved graph)
    #[command(visible_alias = "xuat", help_template = TEMPLATE, next_help_heading = OPTIONS, after_help = "\
Ví dụ (examples):
  luocdo xuat van-ban/ -t json -o kho.json
  luocdo export van-ban/ -t csv -o kho --bom      ghi (writes) kho.nodes.csv, kho.edges.csv, kho.citations.csv")]
    Export(ExportArgs),

    /// Dòng chảy bên dưới một văn bản, kèm câu trích (the cascade below a document, with the sentence of each arrow)
    #[command(visible_alias = "lan", help_template = TEMPLATE, next_help_heading = OPTIONS, after_help = "\
Ví dụ (examples):
  luocdo lan 07-CT/TW van-ban/
  luocdo trace \"45-KH/TU Yên Bái\" van-ban/ --to 27/KH-LĐLĐ

Số viết cách nào cũng được: 7 ct/tw, 07/CT-TW (any spelling of a number will do).")]
    Trace(TraceArgs),

    /// Một văn bản: nó viện dẫn gì, văn bản nào viện dẫn nó (one document, what it cites and what cites it)
    #[command(visible_alias = "hien", help_template = TEMPLATE, next_help_heading = OPTIONS, after_help = "\
Ví dụ (example):
  luocdo hien 218/LĐLĐ van-ban/")]
    Show(ShowArgs),

    /// In lời văn bản đúng như luocdo đọc; mọi vị trí đếm theo lời này (the text that all offsets count into)
    #[command(visible_alias = "chu", help_template = TEMPLATE, next_help_heading = OPTIONS)]
    Text(TextArgs),
}

/// What is read.
#[derive(Args, Clone, Debug)]
pub struct InputArgs {
    /// Tệp, thư mục, hoặc - cho NDJSON ở đầu vào chuẩn (files, folders, or - for NDJSON on standard input)
    #[arg(required = true, value_name = "VÀO", help_heading = INPUT, display_order = 0)]
    pub inputs: Vec<String>,

    /// Đầu vào là các dòng {"id": …, "text": …}: ndjson (inputs hold JSON lines)
    #[arg(long, value_name = "ndjson", help_heading = INPUT, hide_possible_values = true)]
    pub from: Option<FromFormat>,
}

/// Forms of input that must be said.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum FromFormat {
    /// One JSON object a line.
    #[value(alias = "jsonl")]
    Ndjson,
}

/// `extract`.
#[derive(Args, Debug)]
pub struct ExtractArgs {
    /// What is read.
    #[command(flatten)]
    pub input: InputArgs,

    /// Dạng ra: ndjson hoặc json [mặc định: ndjson] (output format)
    #[arg(
        short,
        long,
        visible_alias = "to",
        value_name = "DẠNG",
        default_value = "ndjson",
        hide_default_value = true,
        hide_possible_values = true
    )]
    pub format: ExtractFormat,

    /// Ghi vào tệp này; - là đầu ra chuẩn (write here; - is standard output)
    #[arg(short, long, value_name = "TỆP")]
    pub output: Option<String>,
}

/// `export`.
#[derive(Args, Debug)]
pub struct ExportArgs {
    /// What is read.
    #[command(flatten)]
    pub input: InputArgs,

    /// Dạng ra: json, csv, dot [mặc định: json] (output format)
    #[arg(
        short,
        long,
        visible_short_alias = 't',
        value_name = "DẠNG",
        default_value = "json",
        hide_default_value = true,
        hide_possible_values = true
    )]
    pub format: ExportFormat,

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

/// Formats of answers to people.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum AnswerFormat {
    /// For the terminal.
    #[value(alias = "terminal")]
    Text,
    /// One object.
    Json,
}

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

    /// Dạng ra: text hoặc json [mặc định: text] (output format)
    #[arg(
        short,
        long,
        value_name = "DẠNG",
        default_value = "text",
        hide_default_value = true,
        hide_possible_values = true
    )]
    pub format: AnswerFormat,

    /// Ghi vào tệp này; - là đầu ra chuẩn (write here; - is standard output)
    #[arg(short, long, value_name = "TỆP")]
    pub output: Option<String>,
}

/// `show`.
#[derive(Args, Debug)]
pub struct ShowArgs {
    /// Văn bản: số, ký hiệu, hoặc định danh (the document: a number or id)
    #[arg(value_name = "A", help_heading = INPUT, display_order = 0)]
    pub document: String,

    /// What is read.
    #[command(flatten)]
    pub input: InputArgs,

    /// Dạng ra: text hoặc json [mặc định: text] (output format)
    #[arg(
        short,
        long,
        value_name = "DẠNG",
        default_value = "text",
        hide_default_value = true,
        hide_possible_values = true
    )]
    pub format: AnswerFormat,

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

/// `text`.
#[derive(Args, Debug)]
pub struct TextArgs {
    /// Một tệp; - là đầu vào chuẩn (one file; - is standard input)
    #[arg(value_name = "TỆP", help_heading = INPUT)]
    pub file: String,

    /// Ghi vào tệp này; - là đầu ra chuẩn (write here; - is standard output)
    #[arg(short, long, value_name = "TỆP RA")]
    pub output: Option<String>,
}

#[cfg(test)]
mod tests {
    use super::*;
    use clap::CommandFactory;

    #[test]
    fn the_command_line_is_consistent() {
        Arguments::command().debug_assert();
    }

    #[test]
    fn every_option_says_what_it_is_for_in_both_languages() {
        let command = Arguments::command();
        for one in std::iter::once(&command).chain(command.get_subcommands()) {
            for argument in one.get_arguments() {
                let help = argument.get_help().map(ToString::to_string).unwrap_or_default();
                assert!(
                    help.contains('(') && help.ends_with(')'),
                    "{} {}: {help:?}",
                    one.get_name(),
                    argument.get_id()
                );
            }
        }
    }

    #[test]
    fn every_command_has_a_vietnamese_name() {
        for command in Arguments::command().get_subcommands() {
            assert_eq!(command.get_visible_aliases().count(), 1, "{}", command.get_name());
        }
    }
}
