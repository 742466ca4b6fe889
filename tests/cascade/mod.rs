//! Graphs to draw: the cascade around five real union papers, built from their facts by hand, and generated ones.
#![allow(dead_code)] // Each test program uses what it needs.

use luocdo::date::PartialDate;
use luocdo::graph::{Addressed, Collection, Edge, Evidence, Graph, Node, NodeIndex};
use luocdo::vocabulary::{Level, Purpose, Relation, State, System};

/// A document of which nothing is known but its id.
pub fn document(id: &str, state: State) -> Node {
    Node { id: id.to_string(), state, held: state == State::Held, ..Node::default() }
}

/// An edge with one place of evidence.
pub fn edge(relation: Relation, direct: bool, path: &str, line: usize, quote: &str) -> Edge {
    let evidence = Evidence { path: path.into(), line, start: 0, end: 10, quote: quote.into(), ..Evidence::default() };
    Edge {
        relation,
        direct,
        rule: "number".to_string(),
        act: None,
        confidence: 0.9,
        evidence: vec![evidence],
        rules: vec!["number"],
    }
}

/// Counts citing documents and mentions, as a finished graph has them.
pub fn count(graph: &mut Graph) {
    for index in graph.graph.node_indices() {
        let mut citing: Vec<NodeIndex> = Vec::new();
        let mut mentions = 0;
        for from in graph.graph.neighbors_directed(index, petgraph::Direction::Incoming) {
            mentions += 1;
            if graph.graph[from].held && from != index && !citing.contains(&from) {
                citing.push(from);
            }
        }
        graph.graph[index].cited_by = citing.len();
        graph.graph[index].mentions = mentions;
    }
}

/// Row of the table below: id, number or name, kind, issuer, system, level, province, date or `<` bound.
type Row =
    (&'static str, &'static str, &'static str, &'static str, Option<System>, Option<Level>, &'static str, &'static str);

const PARTY: Option<System> = Some(System::Party);
const UNION: Option<System> = Some(System::Union);
const CENTRE: Option<Level> = Some(Level::Central);
const PROVINCE: Option<Level> = Some(Level::Province);

#[rustfmt::skip]
const SEEDS: [Row; 20] = [
    ("bt/218", "218/LĐLĐ", "Công văn", "Liên đoàn Lao động tỉnh Bình Thuận", UNION, PROVINCE, "Bình Thuận", "2017-06-22"),
    ("lc/184", "184/KH-LĐLĐ", "Kế hoạch", "Liên đoàn Lao động tỉnh Lai Châu", UNION, PROVINCE, "Lai Châu", "2020-08-21"),
    ("lc/745", "745/LĐLĐ", "Công văn", "Liên đoàn Lao động tỉnh Lai Châu", UNION, PROVINCE, "Lai Châu", "2021-08-18"),
    ("lo/2021", "/LĐLĐ", "Công văn", "Liên đoàn Lao động tỉnh Lào Cai", UNION, PROVINCE, "Lào Cai", "2021"),
    ("lc/1202", "1202/LĐLĐ", "Công văn", "Liên đoàn Lao động tỉnh Lai Châu", UNION, PROVINCE, "Lai Châu", "2023-04-24"),
    ("tw/07", "07-CT/TW", "Chỉ thị", "Ban Bí thư khóa XII", PARTY, CENTRE, "", "2016-09-05"),
    ("tw/52", "52/2016/QĐ-TTg", "Quyết định", "Thủ tướng Chính phủ", Some(System::State), CENTRE, "", "2016-12-06"),
    ("tw/02", "02-NQ/TW", "Nghị quyết", "Bộ Chính trị", PARTY, CENTRE, "", "<2021"),
    ("tw/dh13", "=Nghị quyết Đại hội XIII", "Nghị quyết", "Đại hội XIII của Đảng", PARTY, CENTRE, "", "<2021"),
    ("tw/05", "05-CT/TW", "Chỉ thị", "Bộ Chính trị khóa XII", PARTY, CENTRE, "", "<2021-05-18"),
    ("tw/01", "01-KL/TW", "Kết luận", "Bộ Chính trị", PARTY, CENTRE, "", "2021-05-18"),
    ("tld/432", "432/TB-TLĐ", "Thông báo", "Tổng Liên đoàn Lao động Việt Nam", UNION, CENTRE, "", "2021-10-05"),
    ("bt/36", "36-HD/BTGTU", "Hướng dẫn", "Ban Tuyên giáo Tỉnh ủy Bình Thuận", PARTY, PROVINCE, "Bình Thuận", "2017-05-31"),
    ("lc/01", "01-/KH-TBTT&PV", "Kế hoạch", "Tiểu ban Tuyên truyền và phục vụ Đại hội", PARTY, PROVINCE, "Lai Châu", "2020-04-10"),
    ("lc/loi", "~", "", "Trưởng Tiểu ban Tuyên truyền", PARTY, PROVINCE, "Lai Châu", "2020-08-20"),
    ("lc/309", "309-CV/TU", "Công văn", "Tỉnh ủy Lai Châu", PARTY, PROVINCE, "Lai Châu", "2021-08-11"),
    ("lc/310", "310-CV/TU", "Công văn", "Tỉnh ủy Lai Châu", PARTY, PROVINCE, "Lai Châu", "2021-08-11"),
    ("lc/dh14", "=Nghị quyết Đại hội Đảng bộ tỉnh lần thứ XIV", "Nghị quyết", "Đảng bộ tỉnh Lai Châu", PARTY, PROVINCE, "Lai Châu", "<2023-04-24"),
    ("lc/660", "660-CV/BTGTU", "Công văn", "Ban Tuyên giáo Tỉnh ủy Lai Châu", PARTY, PROVINCE, "Lai Châu", "2023-04-12"),
    ("lc/126", "126/KH-LĐLĐ", "Kế hoạch", "Liên đoàn Lao động tỉnh Lai Châu", UNION, PROVINCE, "Lai Châu", "2019-10-31"),
];

/// Citing, cited, relation, direct.
#[rustfmt::skip]
const CITATIONS: [(&str, &str, Relation, bool); 21] = [
    ("bt/218", "tw/07", Relation::Implements, true), ("bt/218", "tw/52", Relation::Implements, true),
    ("bt/218", "bt/36", Relation::Basis, true), ("bt/36", "tw/07", Relation::Implements, false),
    ("bt/218", "tw/07", Relation::Cites, true),
    ("lc/184", "lc/01", Relation::Implements, true), ("lc/184", "lc/loi", Relation::Implements, true),
    ("lc/184", "lc/126", Relation::Cites, true),
    ("lc/745", "lc/309", Relation::Implements, true), ("lc/745", "lc/310", Relation::Implements, true),
    ("lc/745", "tw/01", Relation::Implements, true), ("lc/309", "tw/01", Relation::Implements, false),
    ("tw/01", "tw/05", Relation::Follows, false), ("lc/745", "tw/05", Relation::Cites, true),
    ("lo/2021", "tld/432", Relation::Basis, true), ("lo/2021", "tw/dh13", Relation::Implements, true),
    ("lo/2021", "tw/02", Relation::Implements, true), ("lo/2021", "tw/05", Relation::Implements, true),
    ("lc/1202", "lc/660", Relation::Basis, true), ("lc/1202", "lc/dh14", Relation::Cites, true),
    ("lc/1202", "tw/dh13", Relation::Cites, true),
];

/// The five papers, their fifteen sources, and the units they are sent to.
pub fn seeds() -> Graph {
    let mut graph = Graph::default();
    let mut rows = SEEDS;
    rows.sort_by_key(|row| row.0);
    for (id, name, kind, issuer, system, level, province, time) in rows {
        let held = ["bt/218", "lc/184", "lc/745", "lo/2021", "lc/1202"].contains(&id);
        let state = if held {
            State::Held
        } else if name == "~" {
            State::Oral
        } else {
            State::Missing
        };
        let some = |text: &str| (!text.is_empty()).then(|| text.to_string());
        let date = |text: &str| text.parse::<PartialDate>().ok();
        let mut node = document(id, state);
        match name.strip_prefix('=') {
            Some(name) => node.name = some(name),
            None if name == "~" => node.name = None,
            None => node.number = some(name),
        }
        (node.kind, node.issuer, node.province) = (some(kind), some(issuer), some(province));
        (node.system, node.level) = (system, level);
        match time.strip_prefix('<') {
            Some(bound) => node.not_after = date(bound),
            None => node.date = date(time),
        }
        node.malformed = id == "lc/01";
        if held {
            node.files.push(format!("{id}.txt"));
        }
        if id == "lo/2021" {
            (node.draft, node.not_before) = (true, date("2021-10-05"));
        }
        graph.graph.add_node(node);
    }
    let find =
        |graph: &Graph, id: &str| graph.graph.node_indices().find(|n| graph.graph[*n].id == id).expect("a known id");
    for (id, title) in [
        ("bt/218", "phối hợp tuyên truyền thực hiện Chỉ thị số 07-CT/TW"),
        ("lc/184", "Tổ chức các hoạt động tuyên truyền Đại hội Đảng bộ tỉnh"),
        ("lc/745", "học tập, quán triệt, tuyên truyền Kết luận số 01-KL/TW"),
        ("lo/2021", "triển khai nhiệm vụ công tác tuyên giáo Công đoàn"),
        ("lc/1202", "tuyên truyền kết quả sơ kết giữa nhiệm kỳ"),
    ] {
        let node = find(&graph, id);
        graph.graph[node].title = Some(title.to_string());
    }
    for (line, (citing, cited, relation, direct)) in CITATIONS.iter().enumerate() {
        let (from, to) = (find(&graph, citing), find(&graph, cited));
        let quote = format!("câu thứ {} viện dẫn “{}”", line + 1, graph.graph[to].id);
        graph.graph.add_edge(from, to, edge(*relation, *direct, &format!("{citing}.txt"), line + 3, &quote));
    }
    for (id, unit) in [
        ("bt/218", "Liên đoàn Lao động cấp huyện"),
        ("bt/218", "Công đoàn cấp ngành"),
        ("lc/184", "Các LĐLĐ huyện, thành phố, CĐ Ngành"),
        ("lc/745", "Liên đoàn Lao động các huyện, thành phố"),
        ("lc/745", "Các Công đoàn Ngành, Công đoàn Viên chức"),
        ("lc/745", "Công đoàn cơ sở trực thuộc"),
        ("lo/2021", "Liên đoàn Lao động các huyện, thành phố, thị xã"),
        ("lo/2021", "Công đoàn ngành và tương đương"),
        ("lc/1202", "Liên đoàn Lao động các huyện, thành phố"),
        ("lc/1202", "Các Công đoàn Ngành, Công đoàn Viên chức"),
    ] {
        let node = find(&graph, id);
        graph.addressed.push(addressed(node, unit, id));
    }
    graph.collection = Collection { luocdo: "0.1.0".to_string(), files: 5, sha256: "5eed".repeat(16) };
    count(&mut graph);
    graph
}

/// A unit that a document is sent to, to act.
pub fn addressed(node: NodeIndex, unit: &str, id: &str) -> Addressed {
    let quote = format!("Kính gửi: {unit}").into();
    let evidence =
        Evidence { path: format!("{id}.txt").into(), line: 5, start: 0, end: 9, quote, ..Evidence::default() };
    Addressed { node, unit: unit.to_string(), purpose: Purpose::Act, level: None, evidence }
}

/// Numbers that look random and are always the same (xorshift: Marsaglia, 2003).
pub struct Chance(u64);

impl Chance {
    pub fn new(seed: u64) -> Self {
        Self(seed.wrapping_mul(0x9E37_79B9_7F4A_7C15) | 1)
    }

    pub fn below(&mut self, limit: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 % u64::try_from(limit.max(1)).expect("a limit")).expect("below the limit")
    }

    pub fn one_in(&mut self, n: usize) -> bool {
        self.below(n) == 0
    }

    pub fn of<T: Copy>(&mut self, all: &[T]) -> T {
        all[self.below(all.len())]
    }
}

/// A cascade of `n` documents: most cite older documents of higher levels, some anything at all; parts of what could be
/// known are not.
pub fn random(n: usize, seed: u64) -> Graph {
    let mut chance = Chance::new(seed);
    let mut graph = Graph::default();
    let kinds =
        ["Chỉ thị", "Nghị quyết", "Hướng dẫn", "Kế hoạch", "Công văn", "Quyết định", "Thông báo", "Chương trình"];
    let symbols = ["TW", "TU", "BTGTU", "LĐLĐ", "UBND", "TTg", "TLĐ", "SGDĐT"];
    for i in 0..n {
        let level = Level::ALL[(i * 5 / n.max(1) + usize::from(chance.one_in(5))).min(4)];
        let held = chance.below(5) < 2;
        let state = if held {
            State::Held
        } else if chance.one_in(15) {
            State::Oral
        } else {
            State::Missing
        };
        let mut node = document(&format!("d/{i:05}"), state);
        let kind = chance.of(&kinds);
        if !chance.one_in(12) {
            node.kind = Some(kind.to_string());
        }
        match chance.below(10) {
            0 => node.name = Some(format!("{kind} Đại hội lần thứ {i}")),
            1 if !held => {}
            _ => {
                node.number =
                    Some(format!("{:02}-{}/{}", i % 999, kind.chars().take(1).collect::<String>(), chance.of(&symbols)))
            }
        }
        if !chance.one_in(9) {
            node.issuer = Some(
                chance
                    .of(&[
                        "Ban Tuyên giáo Tỉnh ủy Lai Châu",
                        "Bộ Chính trị",
                        "Ủy ban nhân dân tỉnh Bình Thuận",
                        "Liên đoàn Lao động thành phố Thủ Đức",
                    ])
                    .to_string(),
            );
        }
        node.level = (!chance.one_in(12)).then_some(level);
        node.system =
            (!chance.one_in(12)).then(|| chance.of(&[System::Party, System::State, System::Union, System::Youth]));
        node.province = chance.one_in(2).then(|| chance.of(&["Lai Châu", "Lào Cai", "Bình Thuận"]).to_string());
        let year = 2005 + u16::try_from((i * 12 / n.max(1) + chance.below(5)).min(20)).expect("a small number");
        let day = PartialDate::day(
            year,
            1 + u8::try_from(chance.below(12)).unwrap(),
            1 + u8::try_from(chance.below(28)).unwrap(),
        );
        match chance.below(8) {
            0 => node.not_after = day,
            1 => node.date = PartialDate::year(year),
            2 if chance.one_in(3) => {}
            3 if chance.one_in(3) => node.not_before = day,
            _ => node.date = day,
        }
        node.title =
            chance.one_in(2).then(|| "về tăng cường công tác tuyên truyền, quán triệt và thực hiện".to_string());
        (node.malformed, node.draft) = (chance.one_in(20), held && chance.one_in(10));
        if held {
            node.files.push(format!("tep-{i}.txt"));
        }
        graph.graph.add_node(node);
    }
    for _ in 0..n + n / 3 {
        let (a, b) = (chance.below(n), chance.below(n));
        let hub = chance.one_in(4);
        let (mut from, mut to) = (a.max(b), if hub { b % (n / 12 + 1) } else { a.min(b) });
        if chance.one_in(12) {
            (from, to) = (to, from);
        }
        let relation = if chance.one_in(4) {
            chance.of(Relation::ALL)
        } else {
            chance.of(&[Relation::Implements, Relation::Basis])
        };
        let (from, to) = (NodeIndex::new(from), NodeIndex::new(to));
        graph.graph.add_edge(from, to, edge(relation, !chance.one_in(6), "tep.txt", 3, "câu trích làm chứng"));
    }
    for node in graph.graph.node_indices() {
        if graph.graph[node].held && chance.below(3) < 2 {
            for _ in 0..=chance.below(3) {
                let unit = chance.of(&[
                    "UBND các huyện, thành phố",
                    "Công đoàn cơ sở",
                    "Các sở, ban, ngành",
                    "Đảng ủy các xã",
                ]);
                graph.addressed.push(addressed(node, unit, "tep"));
            }
        }
    }
    graph.collection = Collection { luocdo: "0.1.0".to_string(), files: n, sha256: "ab".repeat(32) };
    count(&mut graph);
    graph
}
