//! Drawings as a whole: every drawing is legible, every file is well formed, the same graph gives the same bytes.

mod cascade;

use cascade::{addressed, document, edge, random, seeds};
use luocdo::date::PartialDate;
use luocdo::diagram::{
    Addressees, Arrows, Diagram, Fault, Options, Paper, Part, Point, Rows, Sheet, Time, Tone, arrange, verify,
};
use luocdo::graph::{Graph, NodeIndex};
use luocdo::render::{LIGHT, MARKER, SvgOptions, d2, dot, mermaid, svg, svg_with};
use luocdo::view::{Filter, Fold, Period, Query, cascades, select};
use luocdo::vocabulary::{Language, Level, Relation, State, System};
use proptest::prelude::*;
use std::collections::BTreeSet;

const LANGUAGES: [Language; 2] = [Language::Vietnamese, Language::English];

fn options(language: Language) -> Options {
    Options { language, ..Options::default() }
}

fn whole(graph: &Graph) -> Query {
    Query { max_nodes: graph.graph.node_count(), ..Query::default() }
}

/// Draws a whole graph in every way, and lists the faults of all drawings.
fn faults(graph: &Graph) -> Vec<Fault> {
    let view = select(graph, &whole(graph));
    ways().into_iter().flat_map(|options| verify(&arrange(&view, &options))).collect()
}

/// Every way to draw, each knob turned at least once in both languages.
fn ways() -> Vec<Options> {
    let mut ways = Vec::new();
    for language in LANGUAGES {
        let plain = options(language);
        let with = |change: &dyn Fn(&mut Options)| {
            let mut options = plain.clone();
            change(&mut options);
            options
        };
        ways.push(plain.clone());
        ways.push(with(&|o| o.arrows = Arrows::Cite));
        for (rows, time) in [(Rows::System, Time::Month), (Rows::Province, Time::Order), (Rows::Organ, Time::Off)] {
            ways.push(with(&|o| (o.rows, o.time) = (rows, time)));
        }
        for (addressees, paper) in
            [(Addressees::Card, Paper::A4), (Addressees::Row, Paper::A3), (Addressees::Off, Paper::A1)]
        {
            ways.push(with(&|o| {
                (o.addressees, o.sheet) = (addressees, Some(paper.sheet()));
                if paper == Paper::A3 {
                    o.sheet = Some(Sheet::millimetres(297, 420));
                }
            }));
        }
    }
    ways
}

/// The texts of a drawing's cards and frame.
fn texts(diagram: &Diagram) -> Vec<String> {
    let parts = diagram.frame.iter().chain(&diagram.ground).chain(diagram.cards.iter().flat_map(|card| &card.parts));
    parts.filter_map(|part| if let Part::Text(text) = part { Some(text.words.clone()) } else { None }).collect()
}

/// Checks that tags nest, attributes are quoted and unique ids are unique: what XML asks of such a file.
fn well_formed(xml: &str) -> Result<(), String> {
    let (mut open, mut ids) = (Vec::new(), std::collections::BTreeSet::new());
    let mut rest = xml;
    while let Some(start) = rest.find('<') {
        let text = &rest[..start];
        if text.contains('>')
            || text
                .split('&')
                .skip(1)
                .any(|entity| !["amp;", "lt;", "gt;", "quot;"].iter().any(|e| entity.starts_with(e)))
        {
            return Err(format!("stray markup in text “{text}”"));
        }
        let end = rest[start..].find('>').ok_or("a tag without end")? + start;
        let tag = &rest[start + 1..end];
        rest = &rest[end + 1..];
        if let Some(name) = tag.strip_prefix('/') {
            if open.pop() != Some(name) {
                return Err(format!("</{name}> closes nothing"));
            }
            continue;
        }
        if tag.matches('"').count() % 2 == 1 || tag.contains('<') {
            return Err(format!("odd quotes in <{tag}>"));
        }
        if let Some(id) = tag.split(" id=\"").nth(1).and_then(|id| id.split('"').next())
            && !ids.insert(id.to_string())
        {
            return Err(format!("the id {id} occurs twice"));
        }
        if !tag.ends_with('/') {
            open.push(tag.split_whitespace().next().unwrap_or_default());
        }
    }
    if open.is_empty() { Ok(()) } else { Err(format!("{open:?} stay open")) }
}

#[test]
fn the_five_papers_are_drawn_without_fault() {
    assert_eq!(faults(&seeds()), []);
}

/// The graph of a folder, read by the whole pipeline; nothing if the folder is not there.
fn surveyed(folder: &str) -> Option<Graph> {
    let place = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join(folder);
    let place = place.canonicalize().ok()?.to_string_lossy().into_owned();
    let reading = luocdo::source::read(&[place], &luocdo::DOCUMENTS).expect("the folder can be read");
    let options = luocdo::Options::default();
    Some(luocdo::survey(reading.sources.into_iter(), luocdo::lexicon::Lexicon::embedded(), &options, |_| {}).graph)
}

#[test]
fn collections_of_real_papers_are_drawn_without_fault_in_every_way() {
    for folder in ["data/sample", "../shared/seeds", "../shared/eval/gold", "../shared/corpus"] {
        let Some(graph) = surveyed(folder) else { continue };
        assert!(graph.graph.node_count() > 15, "{folder} has become small");
        let some = |max_nodes| Query { max_nodes, fold: Fold::Always, reduce: true, ..Query::default() };
        for query in [Query::default(), whole(&graph), some(30), some(12)] {
            let view = select(&graph, &query);
            for options in ways() {
                let faults = verify(&arrange(&view, &options));
                assert!(faults.is_empty(), "{folder}, {query:?}, {options:?}: {faults:?}");
            }
        }
    }
}

#[test]
fn every_document_and_relation_of_the_five_papers_is_drawn() {
    let graph = seeds();
    let view = select(&graph, &Query::default());
    let diagram = arrange(&view, &options(Language::Vietnamese));
    assert_eq!(view.nodes.len(), 20);
    // 218/LĐLĐ cites and implements 07-CT/TW: one line, the weaker relation counted.
    assert_eq!((view.edges.len(), view.weaker), (20, 1));
    assert_eq!(diagram.cards.len(), 20 + 5, "five cards of addressees");
    assert_eq!(diagram.lines.len(), 20 + 5);
    let words = texts(&diagram);
    for expected in [
        "36-HD/BTGTU",
        "(trống)/LĐLĐ",
        "sớm nhất 05/10/2021",
        "muộn nhất 18/5/2021",
        "Chỉ đạo bằng lời",
        "2016",
        "TRUNG ƯƠNG",
    ] {
        assert!(words.iter().any(|w| w == expected), "{expected} is missing from {words:?}");
    }
}

#[test]
fn lines_run_from_the_source_to_the_paper_and_back_when_asked() {
    let graph = seeds();
    let view = select(&graph, &Query::default());
    let ends = |arrows: Arrows| {
        let diagram = arrange(&view, &Options { arrows, ..Options::default() });
        let line = diagram
            .lines
            .iter()
            .find(|line| line.id == "link-doc-bt.218.-doc-bt.36")
            .expect("the line is drawn")
            .clone();
        let at = |card: usize, point: Point| {
            let rect = diagram.cards[card].rect;
            rect.x <= point.x && point.x <= rect.right() && rect.y <= point.y && point.y <= rect.bottom()
        };
        assert!(at(line.from, line.points[0]) && at(line.to, line.points[line.points.len() - 1]));
        (diagram.cards[line.from].id.clone(), diagram.cards[line.to].id.clone())
    };
    assert_eq!(ends(Arrows::Down), ("doc-bt.36".to_string(), "doc-bt.218".to_string()));
    assert_eq!(ends(Arrows::Cite), ("doc-bt.218".to_string(), "doc-bt.36".to_string()));
}

#[test]
fn a_regulation_flows_from_the_act_that_promulgates_it() {
    let mut graph = Graph::default();
    let (act, regulation) = (document("act", State::Held), document("regulation", State::Missing));
    let (act, regulation) = (graph.graph.add_node(act), graph.graph.add_node(regulation));
    graph.graph.add_edge(act, regulation, edge(Relation::Promulgates, true, "t", 1, "q"));
    let view = select(&graph, &Query::default());
    for arrows in [Arrows::Down, Arrows::Cite] {
        let diagram = arrange(&view, &Options { arrows, ..Options::default() });
        let line = &diagram.lines[0];
        assert_eq!(
            (diagram.cards[line.from].id.as_str(), diagram.cards[line.to].id.as_str()),
            ("doc-act", "doc-regulation")
        );
    }
    assert!(dot(&view, &Options::default()).contains("\"act\" -> \"regulation\""));
}

#[test]
fn lines_show_who_says_it_and_where() {
    let graph = seeds();
    let view = select(&graph, &Query::default());
    let diagram = arrange(&view, &options(Language::Vietnamese));
    let line = |id: &str| diagram.lines.iter().find(|line| line.id == id).expect("the line is drawn");
    let direct = line("link-doc-bt.218.-doc-bt.36");
    assert!(!direct.dashed && direct.title.starts_with("218/LĐLĐ căn cứ 36-HD/BTGTU\n“"), "{}", direct.title);
    assert!(direct.title.contains("(bt/218.txt, dòng 5)"), "{}", direct.title);
    let indirect = line("link-doc-bt.36.-doc-tw.07");
    assert!(indirect.dashed && indirect.title.starts_with("Gián tiếp: "), "{}", indirect.title);
}

#[test]
fn a_sheet_without_documents_says_so() {
    let graph = Graph::default();
    let view = select(&graph, &Query::default());
    for language in LANGUAGES {
        let diagram = arrange(&view, &options(language));
        assert_eq!(verify(&diagram), []);
        let sentence = if language == Language::Vietnamese {
            "Không có văn bản nào để vẽ."
        } else {
            "There is no document to draw."
        };
        assert!(texts(&diagram).iter().any(|w| w == sentence));
        assert_eq!(well_formed(&svg(&diagram)), Ok(()));
    }
}

#[test]
fn one_document_of_which_nothing_is_known_is_drawn() {
    for state in State::ALL {
        let mut graph = Graph::default();
        graph.graph.add_node(document("x", *state));
        assert_eq!(faults(&graph), []);
        let view = select(&graph, &Query::default());
        let words = texts(&arrange(&view, &options(Language::Vietnamese)));
        assert!(
            words.iter().any(|w| w == "CHƯA RÕ CẤP") && words.iter().any(|w| w == "Chưa rõ thời gian"),
            "{words:?}"
        );
    }
}

#[test]
fn cycles_and_self_citations_do_not_break_the_drawing() {
    let mut graph = Graph::default();
    let nodes: Vec<NodeIndex> = (0..4).map(|i| graph.graph.add_node(document(&format!("n{i}"), State::Held))).collect();
    for (from, to) in [(0, 1), (1, 2), (2, 0), (3, 3), (0, 0), (1, 0), (3, 1), (1, 3)] {
        graph.graph.add_edge(nodes[from], nodes[to], edge(Relation::Implements, true, "t", 1, "q"));
    }
    assert_eq!(faults(&graph), []);
    let view = select(&graph, &Query::default());
    assert_eq!(view.edges.len(), 6, "self-citations are not drawn");
    assert_eq!(arrange(&view, &Options::default()).lines.len(), 6);
}

#[test]
fn a_source_that_everything_cites_shares_one_trunk() {
    let mut graph = Graph::default();
    let mut centre = document("a/source", State::Missing);
    (centre.level, centre.system, centre.date) = (Some(Level::Central), Some(System::Party), PartialDate::year(2010));
    let source = graph.graph.add_node(centre);
    for i in 0..60 {
        let mut paper = document(&format!("p/{i:02}"), State::Held);
        (paper.level, paper.date) = (Some(Level::Province), PartialDate::year(2011 + i % 7));
        let paper = graph.graph.add_node(paper);
        graph.graph.add_edge(paper, source, edge(Relation::Implements, true, "t", 1, "q"));
        graph.addressed.push(addressed(paper, "Các sở, ban, ngành", "t"));
    }
    cascade::count(&mut graph);
    assert_eq!(faults(&graph), []);
    let diagram = arrange(&select(&graph, &whole(&graph)), &Options::default());
    let bundles: std::collections::BTreeSet<usize> =
        diagram.lines.iter().filter(|l| l.relation.is_some()).map(|l| l.bundle).collect();
    assert_eq!(bundles.len(), 1);
}

#[test]
fn words_that_are_too_long_are_cut_inside_their_card() {
    let mut graph = Graph::default();
    let mut node = document("x", State::Held);
    node.number = Some("1234567890/2021/QĐ-UBND-TTHĐND-SNNPTNT-VPUBND".to_string());
    node.issuer = Some(
        "Ủy ban nhân dân huyện Thị xã Phường Xã Thôn Bản Làng Ấp Khóm Khu phố Tổ dân phố số không tên".to_string(),
    );
    node.title = Some("Mộttừrấtdàikhôngcókhoảngtrắngnàođểngắtdòngnênphảicắt ".repeat(5));
    graph.graph.add_node(node.clone());
    graph.graph.add_node(luocdo::graph::Node {
        id: "y".to_string(),
        state: State::Missing,
        held: false,
        ..node.clone()
    });
    graph.graph.add_node(luocdo::graph::Node {
        id: "z".to_string(),
        state: State::Missing,
        held: false,
        number: None,
        name: node.title.clone(),
        ..node
    });
    for unit in ["漢字😀".repeat(40), "Một đơn vị có tên rất dài ".repeat(9)] {
        graph.addressed.push(addressed(NodeIndex::new(0), &unit, "x"));
    }
    assert_eq!(faults(&graph), []);
}

#[test]
fn hostile_words_stay_words() {
    let mut graph = seeds();
    let node = graph.graph.node_indices().next().expect("a node");
    graph.graph[node].number = Some("<script>\"&\u{0}\u{B}\u{FFFF}".to_string());
    graph.graph[node].title = Some("</title></svg><!-- ]]> \u{202E}".to_string());
    graph.graph[node].id = "a\" onload=\"x".to_string();
    let view = select(&graph, &Query::default());
    let text = svg(&arrange(&view, &Options::default()));
    assert_eq!(well_formed(&text), Ok(()));
    assert!(!text.contains("<script") && !text.contains('\u{0}') && !text.contains('\u{B}'));
    assert!(graphviz_rust::parse(&dot(&view, &Options::default())).is_ok());
}

#[test]
fn drawings_carry_the_mark_of_the_program() {
    let graph = seeds();
    let view = select(&graph, &Query::default());
    for text in [svg(&arrange(&view, &Options::default())), dot(&view, &Options::default())] {
        assert!(text.find(MARKER).is_some_and(|at| at < 1000));
    }
}

#[test]
fn the_same_graph_gives_the_same_bytes() {
    let (first, second) = (random(60, 5), random(60, 5));
    let draw = |graph: &Graph| {
        let view = select(graph, &Query::default());
        (svg(&arrange(&view, &Options::default())), dot(&view, &Options::default()))
    };
    assert_eq!(draw(&first), draw(&second));
}

#[test]
fn a_large_graph_is_drawn_in_part_and_says_so() {
    let graph = random(400, 3);
    let view = select(&graph, &Query::default());
    let cards = view.nodes.len() + view.elisions.len();
    assert!((66..=70).contains(&cards), "{cards} cards");
    assert!(view.elisions.len() >= 3, "{:?}", view.elisions.len());
    assert_eq!(view.documents() + view.left_out, 400);
    let diagram = arrange(&view, &Options::default());
    assert_eq!(verify(&diagram), []);
    let words = texts(&diagram);
    for number in [view.left_out.to_string(), (view.documents() - view.nodes.len()).to_string()] {
        assert!(words.contains(&number), "{number}");
    }
    for elision in &view.elisions {
        let count = format!("+{} ", elision.members.len());
        assert!(elision.members.len() > 1 && words.iter().any(|w| w.starts_with(&count)), "{count}");
    }
    // What is drawn hangs together: no more than a few cards stand alone.
    let mut tied = vec![false; diagram.cards.len()];
    for line in &diagram.lines {
        (tied[line.from], tied[line.to]) = (true, true);
    }
    let alone = |(card, tied): (&luocdo::diagram::Card, &bool)| !tied && !card.classes.contains(&"elision");
    assert!(diagram.cards.iter().zip(&tied).filter(|pair| alone(*pair)).count() <= 3);
}

#[test]
fn a_focus_keeps_what_leads_to_it_and_what_follows_from_it() {
    let graph = seeds();
    let find = |id: &str| graph.graph.node_indices().find(|n| graph.graph[*n].id == id).expect("a known id");
    let ids = |query: Query| -> Vec<&str> {
        let view = select(&graph, &query);
        view.nodes.iter().map(|n| graph.graph[*n].id.as_str()).collect()
    };
    let focus = vec![find("tw/07")];
    assert_eq!(ids(Query { focus: focus.clone(), ..Query::default() }), ["bt/218", "bt/36", "tw/07"]);
    let near = Query { focus: vec![find("lc/745")], up: Some(1), down: Some(0), ..Query::default() };
    let other = Query { without: vec![find("lc/309")], ..near.clone() };
    assert_eq!(ids(near), ["lc/309", "lc/310", "lc/745", "tw/01", "tw/05"]);
    assert_eq!(ids(other), ["lc/310", "lc/745", "tw/01", "tw/05"]);
    let party =
        Query { systems: Filter::only([System::Party]), levels: Filter::only([Level::Central]), ..Query::default() };
    assert_eq!(ids(party), ["tw/01", "tw/02", "tw/05", "tw/07", "tw/dh13"]);
    let held = || Filter::only([State::Held]);
    let span = |from: &str, to: &str| Period { from: from.parse().ok(), to: to.parse().ok() };
    let years = Query { periods: Filter::only([span("2022", "")]), ..Query::default() };
    assert_eq!(ids(years), ["lc/1202", "lc/660", "lc/dh14"]);
    let two = Query {
        periods: Filter::only([span("2016", "2016"), span("2023", "2023")]),
        states: held(),
        ..Query::default()
    };
    assert_eq!(ids(two), ["lc/1202"]);
    let without = Filter { only: Vec::new(), without: vec![span("2018", "")] };
    // What may be older stays; what must be younger goes.
    assert_eq!(ids(Query { periods: without, states: held(), ..Query::default() }), ["bt/218"]);
    let until = Query {
        periods: Filter::only([span("", "2016-10")]),
        states: Filter::only([State::Missing]),
        ..Query::default()
    };
    // What has no date but can be of that time stays.
    assert_eq!(ids(until), ["lc/dh14", "tw/02", "tw/05", "tw/07", "tw/dh13"]);
    let without = |value: &str| Filter { only: Vec::new(), without: vec![value.to_string()] };
    let away = Query { provinces: without("lai châu"), levels: Filter::only([Level::Province]), ..Query::default() };
    assert_eq!(ids(away), ["bt/218", "bt/36", "lo/2021"]);
    let organ = Query { organs: Filter::only(["tỉnh uỷ lai châu".to_string()]), ..Query::default() };
    assert_eq!(ids(organ), ["lc/309", "lc/310", "lc/660"]);
    let follows = Query { relations: Filter::only([Relation::Follows]), ..Query::default() };
    assert_eq!(ids(follows), ["tw/01", "tw/05"]);
}

#[test]
fn laws_cited_for_competence_alone_are_counted_not_drawn() {
    let mut graph = Graph::default();
    let paper = graph.graph.add_node(document("a", State::Held));
    let mut law = document("b", State::Missing);
    (law.kind, law.title) = (Some("Luật".to_string()), Some("Tổ chức chính quyền địa phương".to_string()));
    let law = graph.graph.add_node(law);
    let mut other = document("c", State::Missing);
    (other.kind, other.name) = (Some("Luật".to_string()), Some("Luật Công đoàn".to_string()));
    let other = graph.graph.add_node(other);
    graph.graph.add_edge(paper, law, edge(Relation::Basis, true, "t", 1, "q"));
    graph.graph.add_edge(paper, other, edge(Relation::Basis, true, "t", 2, "q"));
    let view = select(&graph, &Query::default());
    assert_eq!((view.nodes.len(), view.competence), (2, 1));
    assert!(texts(&arrange(&view, &Options::default())).iter().any(|w| w == "Luật về thẩm quyền không vẽ: 1."));
    assert_eq!(select(&graph, &Query { competence: true, ..Query::default() }).nodes.len(), 3);
    graph.graph.add_edge(paper, law, edge(Relation::Implements, true, "t", 3, "q"));
    assert_eq!(select(&graph, &Query::default()).nodes.len(), 3, "a law that is carried out is drawn");
}

/// Eleven unions of districts that each implement one plan of their province, and that plan's source.
fn repeated() -> Graph {
    let mut graph = Graph::default();
    let mut plan = document("p/plan", State::Held);
    (plan.level, plan.system, plan.date) = (Some(Level::Province), Some(System::Union), PartialDate::day(2021, 3, 1));
    let plan = graph.graph.add_node(plan);
    for place in ["Ba", "Cờ", "Dạ", "Đà", "Kỳ", "La", "Mê", "Na", "Pa", "Sa", "Ta"] {
        let mut paper = document(&format!("q/{}", place.to_lowercase()), State::Held);
        (paper.level, paper.system) = (Some(Level::District), Some(System::Union));
        paper.kind = Some("Kế hoạch".to_string());
        paper.issuer = Some(format!("Liên đoàn Lao động huyện {place}"));
        paper.date = PartialDate::day(2021, 4, 2);
        let paper = graph.graph.add_node(paper);
        graph.graph.add_edge(paper, plan, edge(Relation::Implements, true, "t", 1, "q"));
    }
    cascade::count(&mut graph);
    graph
}

#[test]
fn units_that_do_the_same_fold_into_one_card_with_their_number() {
    let graph = repeated();
    let view = select(&graph, &Query { fold: Fold::Always, ..Query::default() });
    assert_eq!((view.nodes.len(), view.elisions.len(), view.left_out), (1, 1, 0));
    let diagram = arrange(&view, &Options::default());
    assert_eq!(verify(&diagram), []);
    let words = texts(&diagram);
    assert!(words.iter().any(|w| w == "11 kế hoạch") && words.iter().any(|w| w == "của 11 LĐLĐ huyện"), "{words:?}");
    let line = &diagram.lines[0];
    assert!(line.title.starts_with("11 kế hoạch thực hiện "), "{}", line.title);
    assert!(line.title.contains("và 8 chỗ khác"), "each has its own sentence: {}", line.title);
    let all = select(&graph, &Query::default());
    assert_eq!((all.nodes.len(), all.elisions.len()), (12, 0), "twelve cards need no folding");
    // The one that somebody cites is not like the others.
    let mut cited = repeated();
    let (one, plan) = (NodeIndex::new(3), NodeIndex::new(0));
    cited.graph.add_edge(plan, one, edge(Relation::Cites, true, "t", 1, "q"));
    let view = select(&cited, &Query { fold: Fold::Always, ..Query::default() });
    assert!(view.nodes.contains(&one) && view.elisions[0].members.len() == 10);
}

#[test]
fn an_implied_arrow_is_dropped_and_counted_when_asked() {
    let graph = seeds();
    let view = select(&graph, &Query { reduce: true, ..Query::default() });
    // 218 implements 07-CT/TW also by way of 36-HD; 745 implements 01-KL also by way of 309-CV, and cites 05-CT by both.
    assert_eq!((view.implied, view.edges.len()), (3, 17));
    let words = texts(&arrange(&view, &Options::default()));
    assert!(words.iter().any(|w| w.contains("Mũi tên suy được từ chuỗi dài hơn không vẽ: 3.")), "{words:?}");
}

#[test]
fn months_have_columns_of_their_own_and_a_year_alone_stands_on_hatched_ground() {
    let graph = seeds();
    let view = select(&graph, &Query::default());
    let diagram = arrange(&view, &Options { time: Time::Month, ..Options::default() });
    assert_eq!(verify(&diagram), []);
    let words = texts(&diagram);
    for month in ["9/2016", "12/2016", "5/2017"] {
        assert!(words.iter().any(|w| w == month), "{month} is missing from {words:?}");
    }
    // Of /LĐLĐ of 2021 no month is known.
    let card = diagram.cards.iter().find(|card| card.id == "doc-lo.2021").expect("it is drawn");
    assert!(card.day.is_none());
}

#[test]
fn rows_can_be_systems_provinces_or_organs() {
    let graph = seeds();
    let view = select(&graph, &Query::default());
    let named = |rows: Rows| texts(&arrange(&view, &Options { rows, ..Options::default() }));
    for (rows, expected) in [
        (Rows::System, vec!["ĐẢNG", "CÔNG ĐOÀN"]),
        (Rows::Province, vec!["TRUNG ƯƠNG", "BÌNH THUẬN", "LAI CHÂU", "LÀO CAI"]),
        (Rows::Organ, vec!["Bộ Chính trị", "Tỉnh ủy Lai Châu"]),
    ] {
        let words = named(rows);
        for name in expected {
            assert!(words.iter().any(|w| w == name), "{name} is missing from {words:?}");
        }
    }
}

#[test]
fn a_level_that_has_ended_ends_in_the_drawing() {
    let mut graph = Graph::default();
    for (id, level, date) in [
        ("a", Level::District, "2024-03-01"),
        ("b", Level::Province, "2025-05-01"),
        ("c", Level::Province, "2025-08-01"),
    ] {
        let mut node = document(id, State::Held);
        (node.level, node.system, node.date) = (Some(level), Some(System::State), date.parse().ok());
        graph.graph.add_node(node);
    }
    let diagram = arrange(&select(&graph, &Query::default()), &Options::default());
    assert_eq!(diagram.ended.len(), 1);
    let (area, words) = &diagram.ended[0];
    assert_eq!(words, "hết tồn tại từ sau 30/6/2025");
    assert!(diagram.captions.iter().any(|caption| caption.words == *words && area.holds(caption.rect())));
    let rect = |id: &str| diagram.cards.iter().find(|card| card.id == id).expect("drawn").rect;
    assert!(rect("doc-b").right() <= area.x && area.x <= rect("doc-c").x, "between the two papers of 2025");
    assert_eq!(verify(&diagram), []);
}

#[test]
fn a_drawing_for_paper_has_its_size_and_says_when_it_is_too_small() {
    let graph = seeds();
    let view = select(&graph, &Query::default());
    let on = |paper: Paper| arrange(&view, &Options { sheet: Some(paper.sheet()), ..Options::default() });
    let a3 = svg(&arrange(&view, &Options { sheet: Some(Sheet::millimetres(420, 297)), ..Options::default() }));
    assert!(a3.contains(" width=\"420mm\" height=\"297mm\" "), "{}", &a3[..300]);
    assert!(on(Paper::A3).is_legible());
    let large = random(300, 4);
    let view = select(&large, &whole(&large));
    assert!(!arrange(&view, &Options { sheet: Some(Paper::A4.sheet()), ..Options::default() }).is_legible());
}

#[test]
fn words_as_outlines_leave_no_text_but_the_titles() {
    let graph = seeds();
    let diagram = arrange(&select(&graph, &Query::default()), &Options::default());
    let text = svg_with(&diagram, &SvgOptions { outlines: true, ..SvgOptions::default() });
    assert!(!text.contains("<text") && text.contains("<use ") && text.contains("<title>"));
    assert_eq!(well_formed(&text), Ok(()));
}

#[test]
fn every_held_document_with_a_source_is_in_a_cascade() {
    let graph = seeds();
    let view = select(&graph, &Query::default());
    let sources = cascades(&view);
    let ids: Vec<&str> = sources.iter().map(|n| graph.graph[*n].id.as_str()).collect();
    // 05-CT/TW leads to two papers, and no other source to more; one more source each for the other three.
    assert_eq!(ids.len(), 4, "{ids:?}");
    assert!(ids.contains(&"tw/05"));
}

#[test]
fn mermaid_and_d2_name_every_document_and_every_arrow() {
    let graph = seeds();
    let view = select(&graph, &Query::default());
    let (mermaid, d2) = (mermaid(&view, &Options::default()).unwrap(), d2(&view, &Options::default()).unwrap());
    for text in [&mermaid, &d2] {
        assert!(text.find(MARKER).is_some_and(|at| at < 100));
        for node in &view.nodes {
            let number = graph.graph[*node].number.as_deref().unwrap_or_default();
            assert!(text.contains(&number.replace('&', "#38;")) || text.contains(number), "{number}");
        }
    }
    let arrows = |text: &str, sign: &str| text.lines().filter(|line| line.contains(sign)).count();
    assert_eq!(arrows(&mermaid, "|\""), view.edges.len() + 5);
    assert_eq!(arrows(&d2, " -> "), view.edges.len() + 5);
}

#[test]
fn every_format_says_the_same_of_units_and_of_several_documents() {
    let mut graph = repeated();
    let sender = graph.graph.node_indices().find(|node| graph.graph.edges(*node).next().is_none()).expect("a source");
    for (unit, id) in [("Sở Nội vụ", "a"), ("Ban Dân vận Tỉnh ủy", "b"), ("Tỉnh đoàn", "c")] {
        graph.addressed.push(addressed(sender, unit, id));
    }
    let view = select(&graph, &Query { fold: Fold::Always, ..Query::default() });
    let options = Options::default();
    let drawing = arrange(&view, &options);
    let texts = [
        svg(&drawing),
        dot(&view, &options),
        mermaid(&view, &options).expect("little"),
        d2(&view, &options).expect("little"),
    ];
    for text in &texts {
        assert!(text.contains("và 2 nơi khác"), "{text}");
    }
    // One family, one colour and one state wherever the several documents are drawn.
    let tone = LIGHT.of(Tone::Guide);
    let of_several = |text: &str, from: &str, to: &str| {
        let at = text.find(from).unwrap_or_else(|| panic!("{from} in {text}"));
        text[at..].split(to).next().unwrap_or_default().to_string()
    };
    assert!(of_several(&texts[1], "id=\"more-", "]").contains(tone));
    assert!(!of_several(&texts[1], "id=\"more-", "]").contains("dashed"));
    assert!(of_several(&texts[2], "11 kế hoạch", "\n").ends_with(":::guideline"));
    assert!(of_several(&texts[3], "11 kế hoạch", "}").contains(tone));
}

#[test]
fn the_style_sheet_has_the_classes_that_are_used_and_no_others() {
    let graph = seeds();
    let view = select(&graph, &Query::default());
    let drawing = arrange(&view, &Options::default());
    let counted = |class: &str| {
        let numbered = class.strip_prefix(['t', 'w']).is_some_and(|size| size.bytes().all(|b| b.is_ascii_digit()));
        let fixed = ["f-ended", "f-mark", "s-mark"].contains(&class);
        (numbered || class.starts_with("f-") || class.starts_with("s-")) && !fixed
    };
    for outlines in [false, true] {
        let text = svg_with(&drawing, &SvgOptions { outlines, ..SvgOptions::default() });
        let (head, body) = text.split_once("</style>").expect("a style sheet");
        let sheet = head.split_once("<style>").expect("a style sheet").1;
        let rules = sheet.split(['}', '\n']).filter_map(|rule| rule.strip_prefix('.')?.split('{').next());
        let defined: BTreeSet<&str> = rules.filter(|class| counted(class)).collect();
        let attributes = body.split("class=\"").skip(1).filter_map(|rest| rest.split('"').next());
        let used: BTreeSet<&str> = attributes.flat_map(str::split_whitespace).filter(|class| counted(class)).collect();
        assert_eq!(defined, used);
        let (_, drawn) = body.split_once("</pattern>").expect("the pattern of hatched ground");
        assert!(!drawn.contains("stroke-width="));
    }
}

#[test]
fn a_width_is_kept_where_it_can_be() {
    let graph = random(60, 9);
    let view = select(&graph, &Query::default());
    let free = arrange(&view, &Options::default());
    let narrow = arrange(&view, &Options { max_width: Some(free.width / 2), ..Options::default() });
    assert!(narrow.width < free.width && narrow.height > free.height);
    assert_eq!(verify(&narrow), []);
}

/// The faults are found if they are there: a verification that finds nothing proves nothing.
#[test]
fn verification_finds_what_is_wrong() {
    let graph = seeds();
    let diagram = arrange(&select(&graph, &Query::default()), &Options::default());
    let broken = |break_it: &dyn Fn(&mut Diagram)| {
        let mut diagram = diagram.clone();
        break_it(&mut diagram);
        verify(&diagram)
    };
    let has = |faults: Vec<Fault>, test: fn(&Fault) -> bool| assert!(faults.iter().any(test), "{faults:?}");
    has(broken(&|d| d.cards[1].rect = d.cards[0].rect), |f| matches!(f, Fault::CardsOverlap(..)));
    has(
        broken(&|d| {
            let card = d.cards[0].rect.centre();
            d.lines[0].points = vec![Point { x: 0, y: card.y }, Point { x: d.width, y: card.y }];
        }),
        |f| matches!(f, Fault::LineThroughCard(..)),
    );
    has(
        broken(&|d| {
            let rect = d.captions[0].rect().centre();
            d.lines[0].points = vec![Point { x: rect.x, y: 0 }, Point { x: rect.x, y: d.height }];
        }),
        |f| matches!(f, Fault::LineThroughCaption(..)),
    );
    has(broken(&|d| d.captions[0].at = d.captions[1].at), |f| matches!(f, Fault::CaptionCovered(..)));
    has(
        broken(&|d| {
            d.lines[1].bundle = 999;
            d.lines[1].points = d.lines[0].points.clone();
        }),
        |f| matches!(f, Fault::LinesCoincide(..)),
    );
    has(broken(&|d| (d.lines[0].points[0].x, d.lines[0].points[0].y) = (1, 1)), |f| matches!(f, Fault::LineAskew(..)));
    has(broken(&|d| d.lines[0].points.iter_mut().for_each(|p| *p = Point { x: p.x + 3, y: p.y + 3 })), |f| {
        matches!(f, Fault::LineLoose(..))
    });
    has(broken(&|d| d.lines[0].points.clear()), |f| matches!(f, Fault::LineAskew(..)));
    has(
        broken(&|d| {
            let words: Vec<Part> = d.cards[0].parts.iter().filter(|p| matches!(p, Part::Text(_))).cloned().collect();
            d.cards[0].parts.extend(words);
        }),
        |f| matches!(f, Fault::WordsOverlap(..)),
    );
    has(broken(&|d| d.frame.extend(d.frame.clone())), |f| matches!(f, Fault::WordsOverlap(..)));
    has(broken(&|d| d.captions[0].size -= 1), |f| matches!(f, Fault::WordsTooSmall(..)));
    has(broken(&|d| d.lines[0].title.clear()), |f| matches!(f, Fault::LineWithoutEvidence(..)));
    has(
        broken(&|d| {
            let Some(Part::Text(text)) = d.cards[0].parts.iter_mut().find(|p| matches!(p, Part::Text(_))) else {
                panic!("no words")
            };
            text.words = "một dòng quá dài cho khung này, dù khung rộng đến đâu".to_string();
        }),
        |f| matches!(f, Fault::WordsOutside(..)),
    );
    has(broken(&|d| d.cards[0].rect.y -= 400), |f| matches!(f, Fault::CardOutsideRow(..)));
    has(broken(&|d| d.cards.iter_mut().for_each(|c| c.day = c.day.map(|day| -day))), |f| {
        matches!(f, Fault::TimeReversed(..))
    });
    has(broken(&|d| d.cards[0].not_after = Some(0)), |f| matches!(f, Fault::TooLate(..)));
    has(broken(&|d| d.cards[0].not_before = Some(d.width)), |f| matches!(f, Fault::TooEarly(..)));
    has(broken(&|d| d.cards[1].id = d.cards[0].id.clone()), |f| matches!(f, Fault::IdTwice(..)));
    has(broken(&|d| d.cards[0].rect.x = d.width), |f| matches!(f, Fault::OutsideSheet(..)));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(if cfg!(debug_assertions) { 60 } else { 400 }))]

    #[test]
    fn every_cascade_is_drawn_without_fault(n in 0..90_usize, seed in 0..u64::MAX, way in 0..16_usize, max_nodes in 10..120_usize) {
        let graph = random(n, seed);
        let options = &ways()[way];
        for query in [whole(&graph), Query { max_nodes, reduce: true, ..Query::default() }] {
            let diagram = arrange(&select(&graph, &query), options);
            prop_assert_eq!(verify(&diagram), []);
            prop_assert_eq!(well_formed(&svg(&diagram)), Ok(()));
        }
    }

    /// A few documents that most others cite, or that cite most others.
    #[test]
    fn hubs_are_drawn_without_fault(n in 10..160_usize, hubs in 1..4_usize, seed in 0..u64::MAX, way in 0..16_usize) {
        let mut graph = random(n, seed);
        for hub in 0..hubs {
            for other in hubs..n {
                if (other + hub) % 3 > 0 {
                    let (from, to) = if hub % 2 == 0 { (other, hub) } else { (hub, other) };
                    let said = edge(Relation::ALL[hub], other % 5 > 0, "t", 1, "q");
                    graph.graph.add_edge(NodeIndex::new(from), NodeIndex::new(to), said);
                }
            }
        }
        prop_assert_eq!(verify(&arrange(&select(&graph, &whole(&graph)), &ways()[way])), []);
    }

    #[test]
    fn what_is_dense_is_drawn_without_fault(n in 2..14_usize, edges in prop::collection::vec((0..14_usize, 0..14_usize, 0..16_usize, any::<bool>()), 0..80), seed in 0..u64::MAX, way in 0..16_usize) {
        let mut graph = random(n, seed);
        for (from, to, relation, direct) in edges {
            let (from, to) = (NodeIndex::new(from % n), NodeIndex::new(to % n));
            graph.graph.add_edge(from, to, edge(Relation::ALL[relation], direct, "t", 1, "q"));
        }
        prop_assert_eq!(verify(&arrange(&select(&graph, &whole(&graph)), &ways()[way])), []);
    }

    #[test]
    fn a_selection_keeps_to_its_limit(n in 0..120_usize, max_nodes in 0..80_usize, seed in 0..u64::MAX) {
        let graph = random(n, seed);
        let view = select(&graph, &Query { max_nodes, competence: true, ..Query::default() });
        prop_assert!(n > max_nodes || view.nodes.len() == n);
        prop_assert!(view.nodes.len() + view.elisions.len() <= max_nodes || n <= max_nodes);
        prop_assert_eq!(view.documents() + view.left_out, n);
        for elision in &view.elisions {
            prop_assert!(elision.members.iter().all(|member| !view.nodes.contains(member)));
            prop_assert!(elision.ties.iter().all(|tie| view.nodes.contains(&tie.document)));
        }
        prop_assert!(view.nodes.windows(2).all(|pair| pair[0] < pair[1]));
        prop_assert!(view.edges.iter().all(|e| e.from != e.to && view.nodes.contains(&e.from) && view.nodes.contains(&e.to)));
    }
}

#[test]
fn every_focus_is_drawn_before_what_is_near_one_of_them() {
    let graph = random(60, 5);
    let mut order: Vec<NodeIndex> = graph.graph.node_indices().collect();
    order.sort_by_key(|node| graph.graph.neighbors_undirected(*node).count());
    // The least and the most connected of all: the neighbours of one would fill the drawing.
    let focus = vec![order[0], order[order.len() - 1], order[1]];
    for fold in [Fold::Auto, Fold::Never] {
        for max_nodes in 3..=8 {
            let view =
                select(&graph, &Query { focus: focus.clone(), max_nodes, fold, competence: true, ..Query::default() });
            assert!(focus.iter().all(|node| view.nodes.contains(node)), "{max_nodes}");
            assert!(view.nodes.len() + view.elisions.len() <= max_nodes);
        }
    }
}

#[test]
fn one_card_is_a_document_and_no_card_of_folded_units_without_it() {
    let graph = repeated();
    for max_nodes in 1..=3 {
        let view = select(&graph, &Query { max_nodes, ..Query::default() });
        assert!(!view.nodes.is_empty() && view.nodes.len() + view.elisions.len() <= max_nodes, "{max_nodes}");
    }
}

#[test]
fn formats_that_arrange_themselves_take_rows_arrows_title_and_addressees() {
    let mut graph = seeds();
    let first = graph.graph.node_indices().find(|node| graph.graph.edges(*node).next().is_none()).expect("a source");
    graph.addressed.push(addressed(first, "Sở Nội vụ", "a"));
    let view = select(&graph, &Query::default());
    let all = |options: &Options| {
        [dot(&view, options), mermaid(&view, options).expect("little"), d2(&view, options).expect("little")]
    };
    let plain = all(&Options::default());
    let titled = all(&Options { title: Some("Một \"tên\"\u{202E}\u{1B}[31m".into()), ..Options::default() });
    for (titled, plain) in titled.iter().zip(&plain) {
        assert!(titled.contains("Một ") && !plain.contains("Một "), "{titled}");
        assert!(!titled.contains(['\u{202E}', '\u{1B}']) && titled.find(MARKER).is_some_and(|at| at < 100));
    }
    for text in all(&Options { addressees: Addressees::Off, ..Options::default() }) {
        assert!(!text.contains("Sở Nội vụ"), "{text}");
    }
    for text in all(&Options { addressees: Addressees::Card, ..Options::default() }) {
        assert!(text.contains("Sở Nội vụ") && !text.to_uppercase().contains("NƠI NHẬN"), "{text}");
    }
    for (by_organ, by_level) in all(&Options { rows: Rows::Organ, ..Options::default() }).iter().zip(&plain) {
        assert_ne!(by_organ, by_level);
    }
    let edge = view.edges.iter().find(|edge| edge.relation != Relation::Promulgates).expect("a citation");
    let arrow = |from: NodeIndex, to: NodeIndex| format!("\"{}\" -> \"{}\"", graph.graph[from].id, graph.graph[to].id);
    let cite = all(&Options { arrows: Arrows::Cite, ..Options::default() });
    assert!(plain[0].contains(&arrow(edge.to, edge.from)) && cite[0].contains(&arrow(edge.from, edge.to)));
    assert!(cite[1].contains("flowchart BT") && plain[1].contains("flowchart TB"));
    assert!(cite[2].contains("direction: up") && plain[2].contains("direction: down"));
    assert!(graphviz_rust::parse(&cite[0]).is_ok());
}

#[test]
fn the_words_on_hatched_ground_say_what_the_card_says() {
    let said = |not_before: Option<&str>, not_after: Option<&str>| -> Vec<String> {
        let day = |text: Option<&str>| text.and_then(|text| text.parse().ok());
        let mut graph = Graph::default();
        let mut held = document("b/giua", State::Held);
        (held.level, held.date) = (Some(Level::Province), PartialDate::day(2017, 5, 31));
        let mut later = document("c/sau", State::Held);
        (later.level, later.date) = (Some(Level::Province), PartialDate::day(2019, 5, 31));
        let mut undated = document("a/nguon", State::Missing);
        (undated.level, undated.not_before, undated.not_after) =
            (Some(Level::Central), day(not_before), day(not_after));
        let mut nodes = vec![held, later, undated];
        // They make the row as high as the words over the undated card need.
        for id in ["d", "e", "f"] {
            let mut dated = document(id, State::Held);
            (dated.level, dated.date) = (Some(Level::Central), PartialDate::day(2016, 5, 31));
            nodes.push(dated);
        }
        for node in nodes {
            graph.graph.add_node(node);
        }
        let drawing = arrange(&select(&graph, &Query::default()), &Options::default());
        let words = drawing.captions.into_iter().map(|text| text.words);
        words.filter(|words| words.starts_with("Chưa rõ ngày")).collect()
    };
    assert_eq!(said(Some("2018-02-01"), None), ["Chưa rõ ngày: xếp từ mốc sớm nhất"]);
    assert_eq!(said(None, Some("2018-02-01")), ["Chưa rõ ngày: xếp trước mốc muộn nhất"]);
    assert_eq!(said(Some("2018-02-01"), Some("2018-12-31")), ["Chưa rõ ngày: xếp trước mốc muộn nhất"]);
    assert!(said(None, None).is_empty(), "the heading of the column says so");
}
