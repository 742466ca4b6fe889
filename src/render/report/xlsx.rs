//! A report as a workbook: documents, citations, missing sources, addressees, findings, coverage.
//!
//! Columns bear the names of Decree 30/2020/NĐ-CP (số, ký hiệu; tên loại; trích yếu; cơ quan ban hành; nơi nhận).

use super::sheet::{Book, Cell, Column, failed};
use super::{Report, day, expected};
use crate::audit::{Place, Said};
use crate::correction::REJECTED;
use crate::graph::{Evidence, Node};
use crate::vocabulary::{Language, State};
use petgraph::visit::EdgeRef;
use rust_xlsxwriter::XlsxError;
use std::io::{self, Write};

/// Writes the workbook.
///
/// # Errors
/// What `out` says, or a limit of the format.
pub fn xlsx(report: &Report<'_>, out: &mut dyn Write) -> io::Result<()> {
    out.write_all(&workbook(report).map_err(failed)?)
}

fn workbook(report: &Report<'_>) -> Result<Vec<u8>, XlsxError> {
    let mut book = Book::new(report.word("Soát văn bản", "Audit of documents"))?;
    let vi = report.language == Language::Vietnamese;
    let name = |vietnamese, english| if vi { vietnamese } else { english };
    book.table(name("Văn bản", "Documents"), columns(vi, &DOCUMENTS), documents(report))?;
    book.table(name("Viện dẫn", "Citations"), columns(vi, &CITATIONS), citations(report))?;
    book.table(name("Nguồn còn thiếu", "Missing sources"), columns(vi, &MISSING), missing(report))?;
    book.table(name("Nơi nhận", "Addressees"), columns(vi, &ADDRESSEES), addressees(report))?;
    book.table(name("Phát hiện", "Findings"), columns(vi, &FINDINGS), findings(report))?;
    book.table(name("Độ phủ", "Coverage"), columns(vi, &COVERAGE), coverage(report))?;
    book.finish()
}

/// Columns in both languages.
type Both<const N: usize> = [[Column; N]; 2];

fn columns<const N: usize>(vietnamese: bool, both: &Both<N>) -> &[Column] {
    &both[usize::from(!vietnamese)]
}

#[rustfmt::skip]
const DOCUMENTS: Both<13> = [
    [("Số, ký hiệu", 18.0), ("Tên loại", 14.0), ("Cơ quan ban hành", 34.0), ("Tỉnh", 14.0), ("Cấp", 10.0), ("Hệ thống", 12.0),
     ("Ngày ban hành", 13.0), ("Trích yếu", 60.0), ("Bản thảo", 9.0), ("Được viện dẫn bởi", 10.0), ("Lần nhắc", 8.0), ("Tệp", 40.0), ("Định danh", 34.0)],
    [("Number and symbol", 18.0), ("Kind", 14.0), ("Issuer", 34.0), ("Province", 14.0), ("Level", 10.0), ("System", 12.0),
     ("Date", 13.0), ("Subject", 60.0), ("Draft", 9.0), ("Cited by", 10.0), ("Mentions", 8.0), ("File", 40.0), ("Id", 34.0)],
];

fn documents<'r>(report: &'r Report<'_>) -> impl Iterator<Item = Vec<Cell>> + use<'r> {
    report.case.held().iter().map(|held| {
        let node = held.node;
        let language = report.language;
        vec![
            node.number.clone().into(),
            node.kind.clone().into(),
            node.issuer.clone().into(),
            node.province.clone().into(),
            node.level.map_or("", |level| level.name(language)).into(),
            node.system.map_or("", |system| system.name(language)).into(),
            day(node.date).into(),
            node.title.clone().into(),
            if node.draft { "x" } else { "" }.into(),
            node.cited_by.into(),
            node.mentions.into(),
            node.files.join("; ").into(),
            node.id.as_str().into(),
        ]
    })
}

#[rustfmt::skip]
const CITATIONS: Both<10> = [
    [("Văn bản", 18.0), ("Quan hệ", 12.0), ("Văn bản được viện dẫn", 20.0), ("Tình trạng", 16.0), ("Lời ai", 12.0), ("Câu trích", 80.0),
     ("Tệp", 40.0), ("Dòng", 7.0), ("Định danh văn bản", 34.0), ("Định danh được viện dẫn", 34.0)],
    [("Document", 18.0), ("Relation", 12.0), ("Cited document", 20.0), ("State", 16.0), ("Whose words", 12.0), ("Sentence", 80.0),
     ("File", 40.0), ("Line", 7.0), ("Document id", 34.0), ("Cited id", 34.0)],
];

fn citations<'r>(report: &'r Report<'_>) -> impl Iterator<Item = Vec<Cell>> + use<'r> {
    let graph = &report.case.graph.graph;
    let language = report.language;
    let edges = graph.edge_references().flat_map(move |edge| {
        let (from, to, weight) = (&graph[edge.source()], &graph[edge.target()], edge.weight());
        weight.evidence.iter().map(move |place: &Evidence| {
            let whose = if weight.direct {
                report.word("chính văn bản", "its own")
            } else {
                report.word("văn bản khác", "another's")
            };
            vec![
                report.case.short(from).into(),
                weight.relation.name(language).into(),
                report.case.short(to).into(),
                to.state.name(language).into(),
                whose.into(),
                place.quote.as_str().into(),
                place.path.as_str().into(),
                place.line.into(),
                from.id.as_str().into(),
                to.id.as_str().into(),
            ]
        })
    });
    let open = report.case.graph.unresolved.iter().map(move |open| {
        vec![
            "".into(),
            "".into(),
            open.text.split_whitespace().collect::<Vec<_>>().join(" ").into(),
            if open.rule == REJECTED {
                report.word("đã bỏ", "rejected").into()
            } else {
                report.word("chưa xác định", "open").into()
            },
            "".into(),
            "".into(),
            open.path.as_str().into(),
            open.line.into(),
            "".into(),
            open.candidates.join("; ").into(),
        ]
    });
    edges.chain(open)
}

#[rustfmt::skip]
const MISSING: Both<14> = [
    [("Thứ tự", 7.0), ("Số, ký hiệu", 18.0), ("Tên loại", 14.0), ("Cơ quan ban hành", 34.0), ("Ngày ban hành", 13.0), ("Trích yếu", 60.0),
     ("Văn bản viện dẫn", 10.0), ("Tỉnh", 24.0), ("Lần nhắc", 8.0), ("Nối dòng chỉ đạo", 9.0), ("Sớm nhất", 12.0), ("Muộn nhất", 12.0), ("Chỗ viện dẫn đầu", 40.0), ("Định danh", 34.0)],
    [("Rank", 7.0), ("Number and symbol", 18.0), ("Kind", 14.0), ("Issuer", 34.0), ("Date", 13.0), ("Subject", 60.0),
     ("Citing documents", 10.0), ("Provinces", 24.0), ("Mentions", 8.0), ("Cascades joined", 9.0), ("Not before", 12.0), ("Not after", 12.0), ("First citation", 40.0), ("Id", 34.0)],
];

fn missing<'r>(report: &'r Report<'_>) -> impl Iterator<Item = Vec<Cell>> + use<'r> {
    report.wanted.iter().map(|wanted| {
        let node: &Node = &report.case.graph.graph[wanted.node];
        vec![
            wanted.rank.into(),
            node.number.clone().or_else(|| node.name.clone()).into(),
            node.kind.clone().into(),
            node.issuer.clone().into(),
            day(node.date).into(),
            node.title.clone().into(),
            node.cited_by.into(),
            node.cited_from.join("; ").into(),
            node.mentions.into(),
            wanted.joins.into(),
            day(node.not_before).into(),
            day(node.not_after).into(),
            wanted.citations.first().map(Place::at).into(),
            node.id.as_str().into(),
        ]
    })
}

#[rustfmt::skip]
const ADDRESSEES: Both<7> = [
    [("Văn bản", 18.0), ("Ngày ban hành", 13.0), ("Nơi nhận", 50.0), ("Mục đích", 14.0), ("Cấp", 10.0), ("Tệp", 40.0), ("Dòng", 7.0)],
    [("Document", 18.0), ("Date", 13.0), ("Addressee", 50.0), ("Purpose", 14.0), ("Level", 10.0), ("File", 40.0), ("Line", 7.0)],
];

fn addressees<'r>(report: &'r Report<'_>) -> impl Iterator<Item = Vec<Cell>> + use<'r> {
    report.case.graph.addressed.iter().map(|sent| {
        let node = &report.case.graph.graph[sent.node];
        vec![
            report.case.short(node).into(),
            day(node.date).into(),
            sent.unit.as_str().into(),
            sent.purpose.name(report.language).into(),
            sent.level.map_or("", |level| level.name(report.language)).into(),
            sent.evidence.path.as_str().into(),
            sent.evidence.line.into(),
        ]
    })
}

#[rustfmt::skip]
const FINDINGS: Both<9> = [
    [("Mã", 8.0), ("Mức", 10.0), ("Phát hiện", 70.0), ("Chi tiết", 60.0), ("Gợi ý", 50.0), ("Tệp", 40.0), ("Dòng", 7.0), ("Câu trích", 70.0), ("Định danh phát hiện", 20.0)],
    [("Code", 8.0), ("Severity", 10.0), ("Finding", 70.0), ("Details", 60.0), ("Suggestion", 50.0), ("File", 40.0), ("Line", 7.0), ("Sentence", 70.0), ("Finding id", 20.0)],
];

fn findings<'r>(report: &'r Report<'_>) -> impl Iterator<Item = Vec<Cell>> + use<'r> {
    let words = |said: &Said| said.in_language(report.language).to_string();
    report.findings.iter().map(move |finding| {
        // The chief place has columns of its own, but none for what it says.
        let told = finding.places.iter().enumerate().filter(|(at, place)| *at > 0 || place.said.is_some());
        let places = told.map(|(_, place)| place.in_words(report.language));
        let details: Vec<String> = finding.notes.iter().map(words).chain(places).collect();
        vec![
            finding.code.to_string().into(),
            finding.severity.name(report.language).into(),
            words(&finding.message).into(),
            details.join("\n").into(),
            finding.suggestion.as_ref().map(words).into(),
            finding.path().unwrap_or_default().into(),
            finding.line().map_or_else(|| "".into(), Cell::from),
            finding.place().and_then(|place| place.quote.clone()).into(),
            finding.id.as_str().into(),
        ]
    })
}

#[rustfmt::skip]
const COVERAGE: Both<9> = [
    [("Văn bản chỉ đạo", 20.0), ("Cơ quan ban hành", 34.0), ("Ngày ban hành", 13.0), ("Đơn vị", 40.0), ("Vì sao kê", 26.0), ("Tình trạng", 22.0),
     ("Văn bản triển khai", 40.0), ("Ngày triển khai", 13.0), ("Sau (ngày)", 8.0)],
    [("Directive", 20.0), ("Issuer", 34.0), ("Date", 13.0), ("Unit", 40.0), ("Why listed", 26.0), ("State", 22.0),
     ("Follow-up", 40.0), ("Follow-up date", 13.0), ("After (days)", 8.0)],
];

fn coverage<'r>(report: &'r Report<'_>) -> impl Iterator<Item = Vec<Cell>> + use<'r> {
    let graph = &report.case.graph.graph;
    report.coverage.iter().map(move |row| {
        let directive = &graph[row.directive];
        let state = if row.acted.is_empty() {
            State::Missing.name(report.language)
        } else {
            report.word("đã thấy", "seen")
        };
        let acted: Vec<String> = row.acted.iter().map(|&index| report.case.short(&graph[index])).collect();
        vec![
            report.case.short(directive).into(),
            directive.issuer.clone().into(),
            day(directive.date).into(),
            row.unit.as_str().into(),
            expected(row.expected, report.language).into(),
            state.into(),
            acted.join("; ").into(),
            day(row.acted.first().and_then(|&index| graph[index].date)).into(),
            row.days.map_or_else(|| "".into(), Cell::Days),
        ]
    })
}
