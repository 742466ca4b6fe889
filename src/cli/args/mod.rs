//! What can be typed. Help is Vietnamese first with English beside it; machine words (formats, codes) are English, and
//! Vietnamese ones are taken too.

mod answer;
mod audit;
mod draw;
mod export;
mod extract;
mod limits;
mod fix;

pub use answer::{AnswerArgs, AnswerFormat, ShowArgs, TraceArgs};
pub use audit::{AuditArgs, AuditFormat, DiffArgs, ExplainArgs, InitArgs, ProfileName};
pub use draw::{DrawArgs, DrawFormat, Engine, ThemeArg};
pub use export::{CsvTable, ExportArgs, ExportFormat};
pub use extract::{ExtractArgs, ExtractFormat, TextArgs};
pub use fix::FixArgs;
pub use limits::LimitArgs;

use clap::{ArgAction, Args, Parser, Subcommand, ValueEnum};
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
  # vẽ sơ đồ dòng chảy chỉ đạo (draw the cascade)
  luocdo ve van-ban/ so-do.svg
  # nguồn nào nên tìm trước (which sources to look for first)
  luocdo soat van-ban/
  # văn bản này chảy xuống đến đâu (how far down it went)
  luocdo lan 07-CT/TW van-ban/

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
        ignore_case = true,
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

    /// Thêm, thay bảng tri thức bằng acts.csv, organs.csv … trong thư mục này (own tables beside the embedded ones)
    #[arg(long, global = true, value_name = "THƯ_MỤC")]
    pub lexicon: Option<std::path::PathBuf>,

    /// Danh mục văn bản đã biết, để điền thẻ nguồn còn thiếu (documents known from elsewhere, to complete cards)
    #[arg(long, global = true, value_name = "TỆP")]
    pub registry: Option<std::path::PathBuf>,

    /// Bảng sửa của người soát [mặc định: luocdo-sua.csv trong kho] (corrections, applied on each run)
    #[arg(long, global = true, value_name = "TỆP", visible_alias = "sua")]
    pub fixes: Option<std::path::PathBuf>,

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
    /// A variable that is set to nothing says nothing.
    #[value(alias = "")]
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
    /// Vẽ dòng chảy chỉ đạo thành sơ đồ: SVG, PNG, PDF, DOT … (draw the cascade as a poster)
    #[command(visible_alias = "ve", override_usage = "luocdo draw [OPTIONS] <VÀO>... [RA]", help_template = TEMPLATE, next_help_heading = OPTIONS, after_help = "\
Ví dụ (examples):
  luocdo ve van-ban/ so-do.svg
  # chỉ quanh một văn bản (around one document)
  luocdo ve van-ban/ so-do.svg --focus 07-CT/TW --down 3
  # tiếng Anh, từ năm 2020 (in English, from 2020 on)
  luocdo draw van-ban/ map.svg --lang en --from 2020
  # trừ cấp huyện, in khổ A3 (all but districts, printed on A3)
  luocdo ve van-ban/ so-do.pdf --level '!huyen' --paper a3
  # qua Graphviz (by way of Graphviz)
  luocdo draw van-ban/ -f dot | dot -Tpdf > map.pdf

RA là - hoặc tên có đuôi hình vẽ. Tệp có sẵn mà không do luocdo vẽ chỉ bị thay khi dùng -o (OUT is - or ends like a drawing; a file that luocdo did not draw is replaced only with -o).")]
    Draw(DrawArgs),

    /// Bóc thông tin và viện dẫn, mỗi văn bản một dòng (one line a document: letterhead and references)
    #[command(visible_alias = "boc", help_template = TEMPLATE, next_help_heading = OPTIONS, after_help = "\
Ví dụ (examples):
  luocdo boc van-ban/ > boc.ndjson
  luocdo extract cong-van.txt --format json
  # mỗi dòng vào một văn bản (a document a line): {\"id\": …, \"text\": …}
  cat kho.ndjson | luocdo extract --from ndjson - > boc.ndjson")]
    Extract(ExtractArgs),

    /// Soát nguồn, số, ngày: nguồn nào nên tìm trước (what to look at, and which sources to look for first)
    #[command(visible_alias = "soat", help_template = TEMPLATE, next_help_heading = OPTIONS, after_help = "\
Ví dụ (examples):
  luocdo soat van-ban/
  # báo cáo mở bằng Excel, bằng trình duyệt (for Excel, for a browser)
  luocdo soat van-ban/ -o soat.xlsx
  luocdo soat van-ban/ -o soat.html
  # phiếu tìm, phiếu đề nghị cung cấp văn bản (retrieval list, letters)
  luocdo soat van-ban/ --worklist phieu-tim.xlsx
  # chỉ nguồn và số; trừ thư mục luu (sources and numbers only, but for one folder)
  luocdo soat van-ban/ --select NG,SO --ignore \"NG101:luu/**\"
  # mã thoát 1 khi có cảnh báo (exit with 1 on warnings)
  luocdo soat van-ban/ --fail-on canh-bao

Mã nào nghĩa là gì (what a code means): luocdo giai-thich NG101
Cài đặt lâu dài (lasting settings): luocdo tao, rồi sửa luocdo.toml
“Chưa thấy trong kho” không có nghĩa là không có, hay chưa thực hiện (absence from the collection is no more than that).")]
    Audit(AuditArgs),

    /// Giải thích một mã của soat: quy tắc, ví dụ (what a code of the audit means)
    #[command(visible_alias = "giai-thich", help_template = TEMPLATE, next_help_heading = OPTIONS, after_help = "\
Ví dụ (examples):
  luocdo giai-thich NG101
  luocdo explain missing-source --lang en")]
    Explain(ExplainArgs),

    /// So sánh hai lần chạy hoặc hai thư mục: văn bản, viện dẫn, quan hệ, phát hiện (compare two runs or two folders)
    #[command(visible_alias = "so-sanh", help_template = TEMPLATE, next_help_heading = OPTIONS, after_help = "\
Ví dụ (examples):
  luocdo so-sanh kho-cu/ kho-moi/
  luocdo audit van-ban/ -o hom-qua.json --exit-zero
  luocdo diff hom-qua.json van-ban/")]
    Diff(DiffArgs),

    /// Tạo luocdo.toml, co-quan.csv, luocdo-sua.csv có chú giải (commented settings, register of organs, corrections)
    #[command(visible_alias = "tao", help_template = TEMPLATE, next_help_heading = OPTIONS, after_help = "\
Ví dụ (example):
  luocdo tao van-ban/
  luocdo soat van-ban/ --config van-ban/luocdo.toml

Tệp đã có thì giữ nguyên (a file that is there stays as it is).")]
    Init(InitArgs),

    /// Xuất mạng viện dẫn đã phân giải: json, csv, dot (the resolved graph)
    #[command(visible_alias = "xuat", help_template = TEMPLATE, next_help_heading = OPTIONS, after_help = "\
Ví dụ (examples):
  luocdo xuat van-ban/ -t json -o kho.json
  # kho.nodes.csv, kho.edges.csv, kho.citations.csv
  luocdo export van-ban/ -t csv -o kho --bom")]
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

    /// Ghi một điều sửa: số, ngày, cơ quan đọc sai, mũi tên sai (write a correction that every later run applies)
    #[command(visible_alias = "sua", override_usage = "luocdo fix [SỐ] <VÀO>... --ly-do <LỜI> [OPTIONS]", help_template = TEMPLATE, next_help_heading = OPTIONS, after_help = "\
Ví dụ (examples):
  # ngày đọc sai (a date that was read wrongly)
  luocdo sua 745/LĐLĐ van-ban/ --ngay 18/8/2021 --ly-do \"xem bản giấy\"
  # số còn trống (a blank number)
  luocdo fix \"LĐLĐ Lào Cai 2021\" van-ban/ --so 512/LĐLĐ --ly-do \"sổ văn bản đi\"
  # mũi tên sai (a wrong arrow)
  luocdo sua --edge 745/LĐLĐ 01-KL/TW implements van-ban/ --reject --ly-do \"chỉ nhắc tên\"
  luocdo sua --edge 745/LĐLĐ 01-KL/TW implements van-ban/ --to tw/kl/01/khoa-12 --ly-do \"bản năm 2016\"

Văn bản không bị đổi: điều sửa nằm trong luocdo-sua.csv cạnh kho, mỗi lần chạy lại áp dụng và báo khi không còn khớp (documents stay as they are; the table is applied on each run, and lines that no longer fit are reported).")]
    Fix(FixArgs),

    /// In lời văn bản đúng như luocdo đọc; mọi vị trí đếm theo lời này (the text that all offsets count into)
    #[command(visible_alias = "chu", help_template = TEMPLATE, next_help_heading = OPTIONS, after_help = "\
Ví dụ (examples):
  luocdo chu van-ban/chi-thi-07.doc
  # cả thư mục, mỗi văn bản một tệp .txt (a folder, one .txt for each document)
  luocdo chu van-ban/ -o loi-van
  # tìm chữ trong mọi văn bản, dòng ==> <== nêu tên tệp (search all documents; ==> <== names the file)
  luocdo chu van-ban/ | grep -E \"^==>|chuyển đổi số\"

Vị trí chỉ đếm được khi mỗi văn bản đứng riêng: một tệp, hoặc -o thư mục (offsets count where a document stands by itself: one file, or -o folder).")]
    Text(TextArgs),
}

/// What is read.
#[derive(Args, Clone, Debug)]
pub struct InputArgs {
    /// Tệp, thư mục, hoặc - cho NDJSON ở đầu vào chuẩn (files, folders, or - for NDJSON on standard input)
    #[arg(required = true, value_name = "VÀO", help_heading = INPUT, display_order = 1)]
    pub inputs: Vec<String>,

    /// How it is read.
    #[command(flatten)]
    pub reading: ReadingArgs,
}

/// How inputs are read.
#[derive(Args, Clone, Debug)]
pub struct ReadingArgs {
    /// Đầu vào là các dòng {"id": …, "text": …}: ndjson, hoặc bảng có cột text: parquet (inputs hold JSON lines, or a table)
    #[arg(long, value_name = "ndjson|parquet", help_heading = INPUT, display_order = 2, hide_possible_values = true)]
    pub from: Option<FromFormat>,

    /// How much a file may cost.
    #[command(flatten)]
    pub limits: LimitArgs,
}

/// Forms of input that must be said.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum FromFormat {
    /// One JSON object a line.
    #[value(alias = "jsonl")]
    Ndjson,
    /// A Parquet table with a column `text`.
    Parquet,
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
