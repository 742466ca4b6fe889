//! Corrections by people over a whole collection, and what a registry completes.

mod papers;

use luocdo::corpus::Corpus;
use luocdo::correction::{self, Corrections, Stale, Why};
use luocdo::graph::{self, Graph};
use luocdo::record::Record;
use luocdo::reference::Reference;
use luocdo::vocabulary::{Level, Relation, System};
use luocdo::{audit, corpus, reference, registry};
use papers::*;
use petgraph::visit::EdgeRef;

const HEADER: &str = "about,path,quote,id,field,before,after,reason\n";

fn table(rows: &str) -> Corrections {
    correction::parse("sua.csv", &format!("{HEADER}{rows}"), lexicon()).expect("a table")
}

/// A corrected collection, and the lines that were not applied.
fn read(mut records: Vec<Record>, rows: &str) -> (Corpus, Vec<Reference>, Graph, Vec<Stale>) {
    let corrections = table(rows);
    let mut stale = correction::correct_records(&mut records, &corrections, lexicon());
    let corpus = corpus::assemble(records, lexicon());
    let mut references = reference::resolve(&corpus, lexicon());
    stale.extend(correction::correct_references(&corpus, &mut references, &corrections));
    let mut graph = graph::connect(&corpus, &references, lexicon(), &graph::Options::default());
    stale.extend(correction::correct_sources(&mut graph, &corrections, lexicon()));
    (corpus, references, graph, stale)
}

/// What the audit finds in it under one code.
fn found(code: &str, records: Vec<Record>, rows: &str) -> Vec<String> {
    let (corpus, references, graph, _) = read(records, rows);
    let options = audit::Options::default();
    let case = audit::Case::new(&corpus, &references, &graph, lexicon(), &options);
    let of_code = audit::audit(&case).into_iter().filter(|finding| finding.code == code);
    of_code.map(|finding| finding.message.vietnamese).collect()
}

/// The arrows of a corrected collection, and the lines that were not applied.
fn corrected(records: Vec<Record>, rows: &str) -> (Vec<String>, Vec<Stale>, Graph) {
    let (_, _, graph, stale) = read(records, rows);
    let arrows = graph.graph.edge_references().map(|edge| {
        let id = |index: graph::NodeIndex| &graph.graph[index].id;
        let said = edge.weight();
        format!("{} {} {} [{}]", id(edge.source()), said.relation, id(edge.target()), said.rule)
    });
    (arrows.collect(), stale, graph)
}

fn letter() -> Vec<Record> {
    let cites = [cite("Chỉ thị", "05-CT/TW").by("Bộ Chính trị").on("2016-05-15")];
    vec![citing(paper("kho/letter.txt", "745/LĐLĐ", LDLD_LAI_CHAU, "2021-08-18"), &cites)]
}

const ARROW: &str = "edge,letter.txt,Chỉ thị 05-CT/TW,tw/ct/05/khoa-12";
const FROM: &str = "lai-chau/ldld/cv/745/2021-08-18";

/// The folder holds a paper of the same name: what is said of the one says nothing of the other.
#[test]
fn a_correction_is_of_the_file_at_its_path_and_of_no_other_of_that_name() {
    let blank = |path: &str| {
        let mut blank = paper(path, "", LDLD_LAI_CHAU, "2021-08-18");
        blank.document.blank_symbol = Some("LĐLĐ".into());
        blank
    };
    let mut records = vec![blank("kho/sub/a.txt"), blank("kho/a.txt")];
    let row = format!("{HEADER}document,a.txt,,,number,,512/LĐLĐ,sổ\n");
    let beside = correction::parse("kho/luocdo-sua.csv", &row, lexicon()).expect("a table");
    assert!(correction::correct_records(&mut records.clone(), &beside, lexicon()).is_empty());
    correction::correct_records(&mut records, &beside, lexicon());
    let numbers: Vec<bool> = records.iter().map(|record| record.document.number.is_some()).collect();
    assert_eq!(numbers, [false, true]);
    // From elsewhere the line could mean either.
    let mut records = vec![blank("kho/sub/a.txt"), blank("kho/a.txt")];
    let stale = correction::correct_records(&mut records, &table("document,a.txt,,,number,,512/LĐLĐ,sổ\n"), lexicon());
    assert!(records.iter().all(|record| record.document.number.is_none()));
    assert_eq!(stale.into_iter().map(|stale| stale.why).collect::<Vec<_>>(), [Why::Ambiguous]);
}

#[test]
fn a_rejected_arrow_is_gone_and_stays_listed_as_open() {
    let (arrows, stale, graph) = corrected(letter(), &format!("{ARROW},reject,implements,,chỉ nhắc tên\n"));
    assert!(arrows.is_empty() && stale.is_empty());
    let open: Vec<(&str, usize)> =
        graph.unresolved.iter().map(|one| (one.rule.as_str(), one.candidates.len())).collect();
    assert_eq!(open, [("rejected", 0)], "what people have rejected is not forgotten");
}

#[test]
fn who_rejected_an_arrow_is_not_asked_which_document_it_means() {
    assert_eq!(found("NG101", letter(), "").len(), 1);
    let rejected = format!("{ARROW},reject,implements,,chỉ nhắc tên\n");
    assert!(found("NG101", letter(), &rejected).is_empty() && found("NG102", letter(), &rejected).is_empty());
}

#[test]
fn the_audit_takes_a_relation_as_it_is_corrected() {
    const OLD: &str = "12/2015/QĐ-UBND";
    let of = "UBND tỉnh Lai Châu";
    let replaces = [cite("Quyết định", OLD).by(of).on("2015-04-03").does(Relation::Replaces, 0)];
    let rests = [cite("Quyết định", OLD).by(of).on("2015-04-03").does(Relation::Implements, 0)];
    let records = || {
        vec![
            citing(paper("kho/moi.txt", "07/2020/QĐ-UBND", "Ủy ban nhân dân tỉnh Lai Châu", "2020-01-10"), &replaces),
            citing(paper("kho/letter.txt", "745/LĐLĐ", LDLD_LAI_CHAU, "2021-08-18"), &rests),
        ]
    };
    let (_, _, graph, _) = read(records(), "");
    let old =
        graph.graph.node_weights().find(|node| node.number.as_deref() == Some(OLD)).expect("it is cited").id.clone();
    assert_eq!(found("NG103", records(), "").len(), 1);
    let merely_cited = format!("edge,letter.txt,,{old},relation,implements,cites,chỉ nhắc tên\n");
    assert!(found("NG103", records(), &merely_cited).is_empty());
    let amended = format!("edge,moi.txt,,{old},relation,replaces,amends,chỉ sửa\n");
    assert!(found("NG103", records(), &amended).is_empty());
}

#[test]
fn an_arrow_can_point_elsewhere_and_say_something_else() {
    let rows = format!("{ARROW},to,implements,tw/ct/07/khoa-12,đã xem\n{ARROW},relation,implements,basis,đã xem\n");
    assert_eq!(corrected(letter(), &rows).0, [format!("{FROM} basis tw/ct/07/khoa-12 [corrected]")]);
    let twice = format!("{ARROW},to,implements,tw/ct/07/khoa-12,x\n{ARROW},confirm,implements,,x\n");
    assert!(correction::parse("sua.csv", &format!("{HEADER}{twice}"), lexicon()).is_err());
}

#[test]
fn a_card_is_corrected_where_it_has_what_it_had() {
    let why = |before: &str, after: &str| {
        let row = format!("source,,,tw/ct/05/khoa-12,issuer,{before},{after},r\n");
        corrected(letter(), &row).1.into_iter().map(|stale| stale.why).collect::<Vec<_>>()
    };
    assert!(why("Bộ Chính trị", "Ban Bí thư").is_empty());
    assert_eq!(why("Quốc hội", "Ban Bí thư"), [Why::Changed]);
    assert_eq!(why("Quốc hội", "Bộ Chính trị"), [Why::Needless]);
}

#[test]
fn an_arrow_is_confirmed_pointed_elsewhere_or_says_something_else() {
    let of = |rest: &str| corrected(letter(), &format!("{ARROW},{rest},đã xem\n")).0;
    assert_eq!(of("confirm,implements,"), [format!("{FROM} implements tw/ct/05/khoa-12 [confirmed]")]);
    assert_eq!(of("to,implements,tw/ct/07/khoa-12"), [format!("{FROM} implements tw/ct/07/khoa-12 [corrected]")]);
    assert_eq!(of("relation,implements,basis"), [format!("{FROM} basis tw/ct/05/khoa-12 [corrected]")]);
}

#[test]
fn a_correction_touches_no_other_arrow() {
    let cites = [
        cite("Chỉ thị", "05-CT/TW").by("Bộ Chính trị").on("2016-05-15"),
        cite("Chỉ thị", "07-CT/TW").by("Ban Bí thư").on("2016-09-05"),
        cite("Chỉ thị", "05-CT/TW").by("Bộ Chính trị").on("2016-05-15").does(Relation::Basis, 0),
    ];
    let mut records = vec![citing(paper("kho/letter.txt", "745/LĐLĐ", LDLD_LAI_CHAU, "2021-08-18"), &cites)];
    records.push(citing(paper("kho/other.txt", "746/LĐLĐ", LDLD_LAI_CHAU, "2021-08-19"), &cites[..1]));
    let (arrows, _, _) = corrected(records, &format!("{ARROW},reject,implements,,chỉ nhắc tên\n"));
    assert_eq!(
        arrows,
        [
            format!("{FROM} basis tw/ct/05/khoa-12 [number+symbol+issuer+date]"),
            format!("{FROM} implements tw/ct/07/khoa-12 [number+symbol+issuer+date]"),
            "lai-chau/ldld/cv/746/2021-08-19 implements tw/ct/05/khoa-12 [number+symbol+issuer+date]".to_owned(),
        ]
    );
}

#[test]
fn a_line_that_fits_nothing_any_more_is_stale() {
    let why =
        |rows: &str| corrected(letter(), rows).1.into_iter().map(|stale| (stale.line, stale.why)).collect::<Vec<_>>();
    let other = "edge,letter.txt,Chỉ thị khác hẳn,tw/ct/05/khoa-12,reject,implements,,r\n";
    assert_eq!(why(other), [(2, Why::Changed)], "the sentence is another one now");
    assert_eq!(why("edge,gone.txt,x,tw/ct/05/khoa-12,reject,implements,,r\n"), [(2, Why::Absent)]);
    let needless = "edge,letter.txt,Chỉ thị 05-CT/TW,tw/ct/07/khoa-12,to,implements,tw/ct/05/khoa-12,r\n";
    assert_eq!(why(needless), [(2, Why::Needless)], "it points there by itself");
    assert_eq!(why("source,,,tw/ct/99/khoa-12,title,,gì đó,r\n"), [(2, Why::Absent)]);
}

#[test]
fn a_corrected_number_gives_the_paper_its_identity_and_its_arrows() {
    let mut blank = paper("kho/blank.txt", "", LDLD_LAI_CHAU, "2021-08-18");
    blank.document.blank_symbol = Some("LĐLĐ".into());
    blank.document.draft = true;
    let citing = citing(
        paper("kho/letter.txt", "745/LĐLĐ", LDLD_LAI_CHAU, "2021-09-18"),
        &[cite("Công văn", "512/LĐLĐ").by("LĐLĐ tỉnh").on("2021-08-18")],
    );
    let (_, _, before) = corrected(vec![blank.clone(), citing.clone()], "");
    assert!(before.graph.node_weights().any(|node| node.draft));
    let (arrows, stale, after) =
        corrected(vec![blank, citing], "document,blank.txt,,,number,,512/LĐLĐ,sổ văn bản đi\n");
    assert!(stale.is_empty() && arrows.len() == 1);
    let held = after.graph.node_weights().filter(|node| node.held).count();
    assert_eq!((held, after.graph.node_count()), (2, 2), "the cited letter is the corrected paper");
}

#[test]
fn a_source_whose_issuer_is_corrected_has_the_level_and_system_of_that_organ() {
    let (_, stale, graph) =
        corrected(letter(), "source,,,tw/ct/05/khoa-12,issuer,Bộ Chính trị,Ủy ban nhân dân tỉnh Lai Châu,r\n");
    let node = graph.graph.node_weights().find(|node| node.id == "tw/ct/05/khoa-12").expect("the source");
    assert_eq!((node.level, node.system), (Some(Level::Province), Some(System::State)));
    assert!(stale.is_empty() && node.issuer.as_deref() == Some("Ủy ban nhân dân tỉnh Lai Châu"));
}

#[test]
fn a_card_is_corrected_until_its_paper_comes() {
    let known = "đẩy mạnh học tập và làm theo tư tưởng, đạo đức, phong cách Hồ Chí Minh";
    let row = &format!("source,,,tw/ct/05/khoa-12,title,\"{known}\",việc khác,thư viện\n");
    let card = |graph: &Graph| graph.graph.node_weights().find(|node| node.id == "tw/ct/05/khoa-12").cloned();
    let (_, _, graph) = corrected(letter(), row);
    let node = card(&graph).expect("it is cited");
    assert_eq!((node.title.as_deref(), node.dossier.corrected), (Some("việc khác"), vec!["title"]));
    let mut records = letter();
    records.push(paper("kho/chi-thi.txt", "05-CT/TW", "Bộ Chính trị", "2016-05-15"));
    let (_, stale, graph) = corrected(records, row);
    assert_eq!(stale.len(), 1);
    assert!(card(&graph).is_some_and(|node| node.held && node.title.is_none()));
}

#[test]
fn a_registry_completes_a_card_and_makes_no_link() {
    let dir = std::path::Path::new(env!("CARGO_TARGET_TMPDIR")).join("registry");
    std::fs::create_dir_all(&dir).expect("the target folder can be written");
    let file = dir.join("own.csv");
    let rows = "number,kind,issuer,date,title,source\n\
                309-CV/TU,Công văn,Tỉnh ủy Lai Châu,2021-08-11,học tập kết luận,sổ công văn\n";
    std::fs::write(&file, rows).expect("the target folder can be written");
    let registry = registry::load(&file, lexicon()).expect("a registry");
    let cites = [cite("Công văn", "309-CV/TU").by("Tỉnh ủy").on("2021-08"), cite("Công văn", "309-CV/TU")];
    let records = vec![citing(paper("letter.txt", "745/LĐLĐ", LDLD_LAI_CHAU, "2021-08-18"), &cites)];
    let corpus = corpus::assemble(records, lexicon());
    let references = reference::resolve(&corpus, lexicon());
    let plain = graph::connect(&corpus, &references, lexicon(), &graph::Options::default());
    let options = graph::Options { registry, ..Default::default() };
    let graph = graph::connect(&corpus, &references, lexicon(), &options);
    assert_eq!(
        (plain.graph.node_count(), plain.graph.edge_count()),
        (graph.graph.node_count(), graph.graph.edge_count())
    );
    let card = graph.graph.node_weights().find(|node| !node.held).expect("the letter of the Tỉnh ủy");
    assert_eq!(card.title.as_deref(), Some("học tập kết luận"));
    assert_eq!(card.date.map(|date| date.to_string()).as_deref(), Some("2021-08-11"));
    assert!(card.dossier.from_registry && card.dossier.titles.is_empty(), "marked, and no statement of any text");
}
