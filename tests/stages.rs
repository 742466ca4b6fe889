//! One short letter at every stage: what each turns it into.

use luocdo::lexicon::Lexicon;
use luocdo::source::Source;
use luocdo::text::{Span, decode};
use luocdo::{Survey, corpus, document, graph, mention, record, reference};
use std::fmt::Write as _;

const LETTER: &str = "LIÊN ĐOÀN LAO ĐỘNG TỈNH YÊN BÁI    CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
LIÊN ĐOÀN LAO ĐỘNG HUYỆN MƯỜNG VÀNG       Độc lập - Tự do - Hạnh phúc

Số: 12/LĐLĐ                               Mường Vàng, ngày 05 tháng 11 năm 2021
V/v phổ biến Nghị quyết số 02-NQ/TW

Kính gửi: Các công đoàn cơ sở trực thuộc.

Căn cứ Hướng dẫn số 31-HD/BTGTU, ngày 05/10/2021 của Ban Tuyên giáo Tỉnh ủy về việc thực hiện Nghị quyết số 02-NQ/TW, ngày 12/6/2021 của Bộ Chính trị, Ban Thường vụ Liên đoàn Lao động huyện đề nghị các đơn vị:

1. Đọc kỹ khoản 2 Điều 5 Luật Công đoàn năm 2012.

Nơi nhận:
- Như trên;
- Lưu: VT.

TM. BAN THƯỜNG VỤ
CHỦ TỊCH

Phạm Văn Dũng
";

fn stage_one() -> record::Record {
    record::examine(&Source::memory("12.txt", LETTER), Lexicon::embedded())
}

#[test]
fn decode_keeps_the_words_as_they_stand() {
    let text = decode("12.txt", LETTER.into()).expect("UTF-8");
    let at = text.as_str().find("31-HD").expect("in the letter");
    insta::assert_snapshot!(text.quote(Span::new(at, at + 11)), @"31-HD/BTGTU");
    insta::assert_snapshot!(text.line(at), @"9");
}

#[test]
fn parse_reads_the_letterhead() {
    let text = decode("12.txt", LETTER.into()).expect("UTF-8");
    let d = document::parse(&text, Lexicon::embedded());
    let shown = format!(
        "{:?} {:?}\n{:?} < {:?}\n{:?} {:?} {:?} {:?}\n{:?}\n{:?}\n{:?}",
        d.number.as_ref().map(|n| n.text.as_str()),
        d.kind,
        d.issuer,
        d.parent_issuer,
        d.system.map(|s| s.code()),
        d.level.map(|l| l.code()),
        d.province,
        d.date.map(|d| d.to_string()),
        d.subject,
        d.addressees.iter().map(|u| u.name.as_str()).collect::<Vec<_>>(),
        d.signer
    );
    insta::assert_snapshot!(shown, @r#"
    Some("12/LĐLĐ") Some("Công văn")
    Some("Liên đoàn Lao động huyện Mường Vàng") < Some("Liên đoàn Lao động tỉnh Yên Bái")
    Some("union") Some("district") Some("Yên Bái") Some("2021-11-05")
    Some("phổ biến Nghị quyết số 02-NQ/TW")
    ["Các công đoàn cơ sở trực thuộc"]
    Some(Signer { name: Some("Phạm Văn Dũng"), position: Some("Chủ tịch"), authority: Some("TM. Ban Thường vụ") })
    "#);
}

#[test]
fn extract_reads_who_is_cited_and_how() {
    let text = decode("12.txt", LETTER.into()).expect("UTF-8");
    let document = document::parse(&text, Lexicon::embedded());
    let mut shown = String::new();
    for m in mention::extract(&text, &document, Lexicon::embedded()) {
        let words = text.quote(m.span);
        let (issuer, part) = (m.issuer.unwrap_or_default(), m.provision.unwrap_or_default());
        writeln!(shown, "{} {words} | {issuer} | {part} | {} {} {}", m.id, m.relation, m.subject, m.zone)
            .expect("a string");
    }
    insta::assert_snapshot!(shown, @r"
    1 Nghị quyết số 02-NQ/TW |  |  | implements 0 title
    2 Hướng dẫn số 31-HD/BTGTU, ngày 05/10/2021 | Ban Tuyên giáo Tỉnh ủy |  | basis 0 preamble
    3 Nghị quyết số 02-NQ/TW, ngày 12/6/2021 | Bộ Chính trị |  | implements 2 preamble
    4 Luật Công đoàn năm 2012 |  | khoản 2 Điều 5 | cites 0 body
    ");
}

#[test]
fn resolve_and_connect_give_nodes_and_typed_edges() {
    let lexicon = Lexicon::embedded();
    let corpus = corpus::assemble(vec![stage_one()], lexicon);
    let references = reference::resolve(&corpus, lexicon);
    let graph = graph::connect(&corpus, &references, lexicon, &graph::Options::default());
    let mut shown = String::new();
    for node in graph.graph.node_weights() {
        writeln!(shown, "{} {}", node.state, node.id).expect("a string");
    }
    for edge in graph.graph.edge_indices() {
        let (from, to) = graph.graph.edge_endpoints(edge).expect("an edge of this graph");
        let Some(weight) = graph.graph.edge_weight(edge) else { continue };
        let known = if weight.direct { "direct" } else { "indirect" };
        writeln!(
            shown,
            "{} -{}-> {} {known}, {}",
            graph.graph[from].id, weight.relation, graph.graph[to].id, weight.rule
        )
        .expect("a string");
    }
    insta::assert_snapshot!(shown, @r"
    missing qh/luat/12/qh13
    missing tw/nq/02/khoa-13
    missing yen-bai/btgtu/hd/31/nk-2020-2025
    held yen-bai/muong-vang/ldld/cv/12/2021-11-05
    yen-bai/btgtu/hd/31/nk-2020-2025 -implements-> tw/nq/02/khoa-13 indirect, number+symbol+issuer+date
    yen-bai/muong-vang/ldld/cv/12/2021-11-05 -cites-> qh/luat/12/qh13 direct, title+year
    yen-bai/muong-vang/ldld/cv/12/2021-11-05 -implements-> tw/nq/02/khoa-13 direct, antecedent
    yen-bai/muong-vang/ldld/cv/12/2021-11-05 -basis-> yen-bai/btgtu/hd/31/nk-2020-2025 direct, number+symbol+issuer+date
    ");
}

#[test]
fn the_whole_way_is_the_stages_one_after_the_other() {
    let lexicon = Lexicon::embedded();
    let survey: Survey =
        luocdo::survey([Source::memory("12.txt", LETTER)].into_iter(), lexicon, &luocdo::Options::default(), |_| {});
    let corpus = corpus::assemble(vec![stage_one()], lexicon);
    let graph = graph::connect(&corpus, &reference::resolve(&corpus, lexicon), lexicon, &graph::Options::default());
    let ids = |g: &graph::Graph| g.graph.node_weights().map(|n| n.id.clone()).collect::<Vec<_>>();
    assert_eq!(ids(&survey.graph), ids(&graph));
    assert_eq!(survey.graph.graph.edge_count(), graph.graph.edge_count());
}
