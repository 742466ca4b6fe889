//! The laws of resolution, over generated collections whose numbers collide, over the sample, and over texts beside the
//! project where they are at hand.
//!
//! 1. Deletion: remove any document and no link moves to another one, and no link to a held document appears.
//! 2. Addition: a document that shares no kind and number with any other changes no other node or edge.
//! 3. Order: the order of the files changes nothing.

mod papers;

use luocdo::corpus;
use luocdo::document::Document;
use luocdo::graph::Graph;
use luocdo::identity::Key;
use luocdo::record::{self, Record};
use luocdo::reference::{self, Reference, Target};
use luocdo::source::{Origin, Source};
use luocdo::vocabulary::Relation;
use papers::*;
use petgraph::visit::EdgeRef;
use proptest::prelude::*;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

/// Organs whose numbers collide: same symbols, same kinds, few counts.
const ORGANS: [(&str, &str, &str); 6] = [
    (LDLD_LAI_CHAU, "/KH-LĐLĐ", "LĐLĐ tỉnh Lai Châu"),
    (LDLD_LAO_CAI, "/KH-LĐLĐ", "LĐLĐ tỉnh Lào Cai"),
    (UBND_LAI_CHAU, "/KH-UBND", "UBND tỉnh Lai Châu"),
    (UBND_SON_LA, "/KH-UBND", "UBND tỉnh Sơn La"),
    (TINH_UY_LAI_CHAU, "-KH/TU", "Tỉnh ủy Lai Châu"),
    ("Bộ Chính trị", "-KH/TW", "Bộ Chính trị"),
];

const DATES: [&str; 6] = ["2015-03-02", "2016-03-02", "2021-03-02", "2021-05-04", "2025-08-01", "2025-12-01"];

const TITLES: [&str; 3] = [
    "tổ chức hội thi cán bộ công đoàn giỏi",
    "phòng chống thiên tai và tìm kiếm cứu nạn",
    "đẩy mạnh học tập và làm theo tư tưởng, đạo đức, phong cách Hồ Chí Minh",
];

#[derive(Clone, Debug)]
struct Draw {
    organ: usize,
    count: u8,
    date: usize,
    title: usize,
    cites: Vec<DrawnCite>,
}

#[derive(Clone, Debug)]
struct DrawnCite {
    organ: usize,
    count: u8,
    date: usize,
    title: usize,
    /// Which of issuer, date, title are told, and whether the number is bare.
    told: (bool, bool, bool, bool),
    subject: u8,
}

fn drawn_cite() -> impl Strategy<Value = DrawnCite> {
    let told = (any::<bool>(), any::<bool>(), any::<bool>(), prop::bool::weighted(0.1));
    (0..ORGANS.len(), 1..4u8, 0..DATES.len(), 0..TITLES.len(), told, 0..3u8)
        .prop_map(|(organ, count, date, title, told, subject)| DrawnCite { organ, count, date, title, told, subject })
}

fn drawn() -> impl Strategy<Value = Vec<Draw>> {
    let paper = (0..ORGANS.len(), 1..4u8, 0..DATES.len(), 0..TITLES.len(), prop::collection::vec(drawn_cite(), 0..5))
        .prop_map(|(organ, count, date, title, cites)| Draw { organ, count, date, title, cites });
    prop::collection::vec(paper, 1..9)
}

fn collection(draws: &[Draw]) -> Vec<Record> {
    draws.iter().enumerate().map(|(at, draw)| record(at, draw)).collect()
}

fn record(at: usize, draw: &Draw) -> Record {
    let (issuer, symbol, _) = ORGANS[draw.organ];
    let mut paper = paper(&format!("{at}.txt"), &format!("{}{symbol}", draw.count), issuer, DATES[draw.date]);
    paper.document.subject = Some(TITLES[draw.title].into());
    let cites: Vec<Cite> = draw.cites.iter().enumerate().map(|(at, drawn)| drawn_to_cite(at, drawn)).collect();
    citing(paper, &cites)
}

fn drawn_to_cite(at: usize, drawn: &DrawnCite) -> Cite {
    let (_, symbol, name) = ORGANS[drawn.organ];
    let (issuer, date, title, bare) = drawn.told;
    let number = if bare { drawn.count.to_string() } else { format!("{}{symbol}", drawn.count) };
    let mut made = cite("Kế hoạch", &number);
    if issuer {
        made = made.by(name);
    }
    if date {
        made = made.on(DATES[drawn.date]);
    }
    if title {
        made = made.about(TITLES[drawn.title]);
    }
    let subject = if usize::from(drawn.subject) <= at { u32::from(drawn.subject) } else { 0 };
    made.does(Relation::Implements, subject)
}

/// What each mention means, by file and id.
type Targets = BTreeMap<(String, u32), Target>;

/// Every mention by file and id.
fn targets(corpus: &corpus::Corpus, references: &[Reference]) -> Targets {
    references
        .iter()
        .map(|reference| {
            let record = &corpus.records[reference.record];
            ((record.path.clone(), record.mentions[reference.mention].id), reference.target.clone())
        })
        .collect()
}

fn resolved_targets(records: Vec<Record>) -> (Vec<(Key, Vec<String>)>, Targets) {
    let corpus = corpus::assemble(records, lexicon());
    let references = reference::resolve(&corpus, lexicon());
    let files = |held: &corpus::Holding| held.records.iter().map(|&at| corpus.records[at].path.clone()).collect();
    let holdings = corpus.holdings.iter().map(|held| (held.key.clone(), files(held))).collect();
    (holdings, targets(&corpus, &references))
}

/// Removes each document in turn and looks for links that moved. Gives the first that did.
fn deletion_fails(records: &[Record], every: usize) -> Option<String> {
    let (holdings, before) = resolved_targets(records.to_vec());
    holdings.iter().step_by(every).find_map(|(removed, files)| {
        let rest: Vec<Record> = records.iter().filter(|record| !files.contains(&record.path)).cloned().collect();
        let (_, after) = resolved_targets(rest);
        after.iter().find_map(|(place, now)| {
            let then = &before[place];
            let moved = then.key().is_some() && then.key() != now.key();
            let appeared = matches!((then, now), (Target::Ambiguous(_) | Target::Missing(_), Target::Held(_)));
            let stayed = then.key() == Some(removed) && matches!(now, Target::Held(_));
            (moved || appeared || stayed)
                .then(|| format!("without {removed}: {place:?} meant {then:?} and now means {now:?}"))
        })
    })
}

/// Every node and edge in words, without what belongs to the added document.
fn in_words(graph: &Graph, without: &str) -> Vec<String> {
    let graph = &graph.graph;
    let nodes = graph.node_weights().filter(|node| !node.id.contains(without)).map(|node| format!("{node:?}"));
    let edges = graph
        .edge_references()
        .map(|edge| format!("{} {} {:?}", graph[edge.source()].id, graph[edge.target()].id, edge.weight()));
    nodes.chain(edges).collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 160, ..ProptestConfig::default() })]

    #[test]
    fn removing_a_document_moves_no_link(draws in drawn()) {
        prop_assert_eq!(deletion_fails(&collection(&draws), 1), None);
    }

    #[test]
    fn an_unrelated_document_changes_no_other(draws in drawn(), at in 0usize..9) {
        let records = collection(&draws);
        let before = in_words(&resolve(records.clone()).graph, "khac-han");
        let mut more = records;
        let stranger = Record { path: "khac-han".into(), ..paper("khac-han", "999/BC-LĐLĐ", LDLD_LAI_CHAU, "2021-03-03") };
        more.insert(at.min(more.len()), stranger);
        let after = in_words(&resolve(more).graph, "/bc/999/");
        prop_assert_eq!(before, after);
    }

    #[test]
    fn the_order_of_files_changes_nothing(draws in drawn(), turn in 0usize..9) {
        let records = collection(&draws);
        let mut turned = records.clone();
        turned.reverse();
        let turn = turn % turned.len();
        turned.rotate_left(turn);
        let (one, other) = (resolve(records).graph, resolve(turned).graph);
        prop_assert_eq!(in_words(&one, "none"), in_words(&other, "none"));
        prop_assert_eq!(one.unresolved, other.unresolved);
        prop_assert_eq!(one.collection, other.collection);
    }

    #[test]
    fn every_edge_has_evidence_and_no_document_cites_itself(draws in drawn()) {
        let graph = resolve(collection(&draws)).graph;
        for edge in graph.graph.edge_references() {
            prop_assert!(!edge.weight().evidence.is_empty());
            prop_assert_ne!(edge.source(), edge.target());
        }
        let ids: Vec<&String> = graph.graph.node_weights().map(|node| &node.id).collect();
        prop_assert!(ids.windows(2).all(|pair| pair[0] < pair[1]), "sorted, each once");
    }
}

/// The generator makes what the laws are about; else they would hold for want of cases.
#[test]
fn generated_collections_have_collisions_held_links_and_open_links() {
    let mut runner = proptest::test_runner::TestRunner::deterministic();
    let mut seen: BTreeMap<&str, usize> = BTreeMap::new();
    for _ in 0..200 {
        let draws = proptest::strategy::ValueTree::current(&drawn().new_tree(&mut runner).expect("a collection"));
        for target in resolved_targets(collection(&draws)).1.values() {
            let state = match target {
                Target::Held(_) => "held",
                Target::Missing(_) => "missing",
                Target::Ambiguous(known) if known.len() > 1 => "two candidates",
                Target::Ambiguous(_) => "ambiguous",
                Target::Oral(_) => "oral",
            };
            *seen.entry(state).or_default() += 1;
        }
    }
    for state in ["held", "missing", "ambiguous", "two candidates"] {
        assert!(seen.get(state).copied().unwrap_or(0) > 20, "{seen:?}");
    }
}

/// The texts of a folder, read as documents are.
fn read_folder(folder: &Path) -> Vec<Record> {
    let mut files: Vec<PathBuf> = std::fs::read_dir(folder)
        .into_iter()
        .flatten()
        .filter_map(|entry| Some(entry.ok()?.path()))
        .filter(|path| path.extension().is_some_and(|extension| extension == "txt" || extension == "md"))
        .collect();
    files.sort();
    let source = |path: PathBuf| Source::new(path.display().to_string(), Origin::File(path));
    files.into_iter().map(|path| record::examine(&source(path), lexicon())).collect()
}

#[test]
fn removing_a_document_of_the_sample_moves_no_link() {
    let records = read_folder(&Path::new(env!("CARGO_MANIFEST_DIR")).join("data/sample"));
    assert!(records.len() > 10, "the sample is there");
    assert_eq!(deletion_fails(&records, 1), None);
}

/// Texts beside the project, where they are at hand; nothing of them is kept.
#[test]
fn removing_a_real_document_moves_no_link() {
    let shared = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared");
    let folders = ["seeds", "eval/gold", "corpus/letters", "corpus/laws-txt"];
    let records: Vec<Record> = folders.iter().flat_map(|folder| read_folder(&shared.join(folder))).collect();
    if records.is_empty() {
        return;
    }
    let every = records.len().div_ceil(60);
    assert_eq!(deletion_fails(&records, every), None);
    assert_eq!(addition_fails(&records), None);
}

/// Adds a document that shares no kind and number with any other, and looks for nodes and edges that changed.
fn addition_fails(records: &[Record]) -> Option<String> {
    let stranger = paper("khac-han", "99999/BC-LĐLĐ", LDLD_LAI_CHAU, "2021-03-03");
    let before = in_words(&resolve(records.to_vec()).graph, "khac-han");
    let after = in_words(&resolve(records.iter().cloned().chain([stranger]).collect()).graph, "/bc/99999/");
    let changed = before.iter().zip(&after).find(|(one, other)| one != other);
    changed.map(|(one, other)| format!("{one} became {other}")).or_else(|| {
        (before.len() != after.len()).then(|| format!("{} became {} nodes and edges", before.len(), after.len()))
    })
}

#[test]
fn an_unrelated_document_changes_nothing_in_the_sample() {
    assert_eq!(addition_fails(&read_folder(&Path::new(env!("CARGO_MANIFEST_DIR")).join("data/sample"))), None);
}

/// Ids, edges and rules of the sample, read in a pool of so many threads, in the form of Unicode that `form` gives.
fn sample_arrows(threads: usize, form: fn(&str) -> String) -> Vec<String> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("data/sample");
    let mut files: Vec<PathBuf> = std::fs::read_dir(folder).expect("the sample").flatten().map(|e| e.path()).collect();
    files.sort();
    let sources: Vec<Source> = files
        .iter()
        .filter_map(|path| {
            let text = std::fs::read_to_string(path).ok()?;
            Some(Source::memory(&path.file_name()?.to_string_lossy(), form(&text)))
        })
        .collect();
    let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().expect("threads");
    let survey = pool.install(|| luocdo::survey(sources.into_iter(), lexicon(), &luocdo::Options::default(), |_| {}));
    let graph = &survey.graph.graph;
    // A paper that tells nothing of itself is known by the digest of its bytes, and the form of Unicode changes bytes.
    let told = graph.node_weights().filter(|node| !node.id.contains("/khong-ngay/"));
    let nodes = told.map(|node| format!("{} {:?} {:?}", node.id, node.state, node.date));
    let edges = graph.edge_references().map(|edge| {
        let said = edge.weight();
        format!("{} {} {} {}", graph[edge.source()].id, said.relation, graph[edge.target()].id, said.rule)
    });
    nodes.chain(edges).collect()
}

#[test]
fn threads_and_the_form_of_unicode_change_nothing() {
    use unicode_normalization::UnicodeNormalization;
    let one = sample_arrows(1, |text| text.nfc().collect());
    assert!(one.len() > 80, "the sample is there");
    for (threads, form) in [(4, (|text| text.nfc().collect()) as fn(&str) -> String), (2, |text| text.nfd().collect())]
    {
        let other = sample_arrows(threads, form);
        assert_eq!(one.iter().zip(&other).find(|(one, other)| one != other), None, "{threads} threads");
        assert_eq!(one.len(), other.len());
    }
}

/// The unit of the house in which a paper has no identity of its own still keeps it apart from every other.
#[test]
fn papers_that_tell_nothing_of_themselves_stay_apart() {
    let nothing = |path: &str| Record { document: Document::default(), ..paper(path, "", "", "") };
    let (holdings, _) = resolved_targets(vec![nothing("a"), nothing("b")]);
    assert_eq!(holdings.len(), 2);
}
