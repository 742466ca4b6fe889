//! The archivist's retrieval list as a workbook, a table and a text.

use super::markdown::mark;
use super::sheet::{Book, Cell, Column, failed};
use super::{Report, day};
use crate::audit::worklist::{Request, Wanted, requests};
use crate::render::csv::guarded;
use crate::render::markdown::line as text;
use rust_xlsxwriter::XlsxError;
use std::io::{self, Write};

/// Most letters of request in one workbook; a last sheet names whom else to ask.
const LETTERS: usize = 200;

const COLUMNS: [[Column; 13]; 2] = [
    [
        ("Thứ tự", 7.0),
        ("Văn bản cần tìm", 40.0),
        ("Số, ký hiệu", 18.0),
        ("Cơ quan ban hành", 30.0),
        ("Ngày ban hành", 13.0),
        ("Trích yếu", 50.0),
        ("Văn bản viện dẫn", 10.0),
        ("Tỉnh", 20.0),
        ("Nối dòng chỉ đạo", 9.0),
        ("Lời viện dẫn", 80.0),
        ("Có thể có tại", 50.0),
        ("Chuỗi tìm", 60.0),
        ("Ghi khác nhau", 40.0),
    ],
    [
        ("Rank", 7.0),
        ("Document to find", 40.0),
        ("Number and symbol", 18.0),
        ("Issuer", 30.0),
        ("Date", 13.0),
        ("Subject", 50.0),
        ("Citing documents", 10.0),
        ("Provinces", 20.0),
        ("Cascades joined", 9.0),
        ("Citations", 80.0),
        ("Probably held by", 50.0),
        ("Search for", 60.0),
        ("Also stated", 40.0),
    ],
];

fn cells(report: &Report<'_>, wanted: &Wanted) -> [String; 13] {
    let node = &report.case.graph.graph[wanted.node];
    let language = report.language;
    let quoted = wanted.citations.iter().map(|place| match &place.quote {
        Some(quote) => format!("“{quote}” ({})", place.at()),
        None => place.at(),
    });
    let holders = wanted.holders.iter().map(|(holder, why)| format!("{holder} ({})", why.in_language(language)));
    let searches = wanted.searches.iter().map(|(place, words)| format!("{}: {words}", place.in_language(language)));
    [
        wanted.rank.to_string(),
        wanted.name.in_language(language).to_string(),
        node.number.clone().unwrap_or_default(),
        node.issuer.clone().unwrap_or_default(),
        day(node.date),
        node.title.clone().or_else(|| node.name.clone()).unwrap_or_default(),
        node.cited_by.to_string(),
        node.cited_from.join("; "),
        if wanted.joins > 1 { wanted.joins.to_string() } else { String::new() },
        quoted.collect::<Vec<_>>().join("\n"),
        holders.collect::<Vec<_>>().join("\n"),
        searches.collect::<Vec<_>>().join("\n"),
        wanted.disputed.join("\n"),
    ]
}

fn columns(report: &Report<'_>) -> &'static [Column] {
    &COLUMNS[usize::from(report.word("vi", "en") == "en")]
}

/// Writes the list as one table.
///
/// # Errors
/// What `out` says.
pub fn worklist_csv(report: &Report<'_>, byte_order_mark: bool, out: &mut dyn Write) -> io::Result<()> {
    if byte_order_mark {
        out.write_all("\u{FEFF}".as_bytes())?;
    }
    let mut rows = ::csv::Writer::from_writer(out);
    rows.write_record(columns(report).iter().map(|(name, _)| *name)).map_err(io::Error::from)?;
    for wanted in report.wanted {
        let cells = cells(report, wanted);
        rows.write_record(cells.iter().map(|cell| guarded(cell).into_owned())).map_err(io::Error::from)?;
    }
    rows.flush()
}

/// Writes the list as a workbook: the list, then a letter of request for each likely holder, then those beyond the number of
/// letters.
///
/// # Errors
/// What `out` says, or a limit of the format.
pub fn worklist_xlsx(report: &Report<'_>, out: &mut dyn Write) -> io::Result<()> {
    out.write_all(&workbook(report).map_err(failed)?)
}

fn workbook(report: &Report<'_>) -> Result<Vec<u8>, XlsxError> {
    let mut book = Book::new(report.word("Phiếu tìm văn bản", "Retrieval list"))?;
    let rows = report.wanted.iter().map(|wanted| {
        let counts = [0, 6, 8];
        let cells = cells(report, wanted).into_iter().enumerate();
        let cell = |(at, text): (usize, String)| match text.parse() {
            Ok(count) if counts.contains(&at) => Cell::Count(count),
            _ => Cell::Text(text),
        };
        cells.map(cell).collect()
    });
    book.table(report.word("Phiếu tìm", "Retrieval list"), columns(report), rows)?;
    let requests = requests(report.case, report.wanted, report.language);
    let (letters, others) = requests.split_at(requests.len().min(LETTERS));
    for (at, request) in letters.iter().enumerate() {
        let (before, after) = letter(report, request);
        let rows = request.lines.iter().enumerate().map(|(row, line)| {
            vec![
                Cell::Count(row + 1),
                line.name.as_str().into(),
                line.subject.as_str().into(),
                line.ground.as_str().into(),
            ]
        });
        let columns: [Column; 4] = [
            (report.word("TT", "No."), 5.0),
            (report.word("Văn bản đề nghị cung cấp", "Document"), 45.0),
            (report.word("Về việc", "Subject"), 40.0),
            (report.word("Được viện dẫn tại", "Cited at"), 30.0),
        ];
        let name = format!("{} {}", report.word("Đề nghị", "Request"), at + 1);
        book.letter(&name, title(report), &before, &columns, rows.collect(), &after)?;
    }
    if !others.is_empty() {
        let columns: [Column; 2] = [
            (report.word("Nơi đề nghị, chưa có phiếu riêng", "Whom else to ask, without a letter here"), 60.0),
            (report.word("Văn bản đề nghị cung cấp", "Documents to ask for"), 80.0),
        ];
        let row = |request: &Request| {
            let names: Vec<&str> = request.lines.iter().map(|line| line.name.as_str()).collect();
            vec![request.holder.as_str().into(), names.join("\n").into()]
        };
        book.table(report.word("Các nơi khác", "Others"), &columns, others.iter().map(row))?;
    }
    book.finish()
}

fn title(report: &Report<'_>) -> &'static str {
    report.word("PHIẾU ĐỀ NGHỊ CUNG CẤP VĂN BẢN", "REQUEST FOR COPIES OF DOCUMENTS")
}

/// The lines before and after the table of a letter.
fn letter(report: &Report<'_>, request: &Request) -> (Vec<String>, Vec<String>) {
    let dots = "……………………………………";
    let before = vec![
        format!("{}: {}", report.word("Kính gửi", "To"), request.holder),
        format!("{}: {dots}", report.word("Cơ quan, người đề nghị", "From")),
        format!("{}: {dots}", report.word("Mục đích sử dụng", "Purpose")),
        report
            .word(
                "Qua soát xét tài liệu, chúng tôi chưa thấy trong kho các văn bản dưới đây. Đề nghị quý cơ quan cung cấp bản sao:",
                "On reviewing our papers we have not seen the following in our collection. We ask you for copies:",
            )
            .to_string(),
    ];
    let after = vec![
        report
            .word(
                "Nếu không lưu giữ, đề nghị cho biết nơi có thể liên hệ.",
                "If you do not hold them, please tell us whom to ask.",
            )
            .to_string(),
        format!("{}: {dots}", report.word("Ngày, chữ ký", "Date, signature")),
    ];
    (before, after)
}

/// Writes the list and the letters as Markdown.
///
/// # Errors
/// What `out` says.
pub fn worklist_markdown(report: &Report<'_>, out: &mut dyn Write) -> io::Result<()> {
    mark(out)?;
    writeln!(out, "# {}\n", report.word("Phiếu tìm văn bản", "Retrieval list"))?;
    for wanted in report.wanted {
        let [rank, name, _, _, _, subject, documents, provinces, joins, citations, holders, searches, disputed] =
            cells(report, wanted);
        writeln!(out, "## {rank}. {}\n", text(&name))?;
        let facts = [
            (report.word("Về việc", "Subject"), subject),
            (report.word("Văn bản viện dẫn", "Citing documents"), documents),
            (report.word("Tỉnh", "Provinces"), provinces),
            (report.word("Nối dòng chỉ đạo", "Cascades joined"), joins),
            (report.word("Ghi khác nhau", "Also stated"), disputed),
        ];
        for (key, value) in facts.iter().filter(|(_, value)| !value.is_empty()) {
            writeln!(out, "- {key}: {}", text(value))?;
        }
        for (key, lines) in [
            (report.word("Lời viện dẫn", "Citations"), &citations),
            (report.word("Có thể có tại", "Probably held by"), &holders),
            (report.word("Chuỗi tìm", "Search for"), &searches),
        ] {
            if !lines.is_empty() {
                writeln!(out, "- {key}:")?;
                lines.lines().try_for_each(|line| writeln!(out, "  - {}", text(line)))?;
            }
        }
        writeln!(out)?;
    }
    for request in requests(report.case, report.wanted, report.language) {
        let (before, after) = letter(report, &request);
        writeln!(out, "---\n\n## {}\n", title(report))?;
        before.iter().try_for_each(|line| writeln!(out, "{}\n", text(line)))?;
        writeln!(
            out,
            "| {} |",
            report.word("TT | Văn bản | Về việc | Được viện dẫn tại", "No. | Document | Subject | Cited at")
        )?;
        writeln!(out, "|---:|---|---|---|")?;
        for (at, line) in request.lines.iter().enumerate() {
            writeln!(out, "| {} | {} | {} | {} |", at + 1, text(&line.name), text(&line.subject), text(&line.ground))?;
        }
        writeln!(out)?;
        after.iter().try_for_each(|line| writeln!(out, "{}\n", text(line)))?;
    }
    Ok(())
}
