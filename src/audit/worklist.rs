//! The archivist's retrieval list (phiếu tìm văn bản): everything that is known of each missing source, who probably
//! holds it, what to type into the usual portals, and the letter of request.
//!
//! Nothing here asks a network: search strings are words to be typed. Holders are likely, not certain: the issuer keeps
//! its own papers, and whoever cites one had it in hand.

use super::case::Case;
use super::finding::{Finding, Place, Said};
use crate::analysis::missing_by_weight;
use crate::date::PartialDate;
use crate::graph::{Dissent, Node, NodeIndex};
use crate::lexicon::Succession;
use crate::reference::Reference;
use crate::text::fold::fold;
use crate::vocabulary::{Language, Level, System};
use std::collections::{BTreeSet, HashMap, HashSet};

/// Quoted citations of each source.
const QUOTED: usize = 5;

/// Holders named of each source.
const HOLDERS: usize = 4;

/// One source to look for.
#[derive(Clone, Debug, PartialEq)]
pub struct Wanted {
    /// Its place in the list, from 1.
    pub rank: usize,
    /// Its node.
    pub node: NodeIndex,
    /// What it is, in words.
    pub name: Said,
    /// Cascades that hang together at it.
    pub joins: usize,
    /// The citations that are quoted, one of each file.
    pub citations: Vec<Place>,
    /// Who probably holds it, likeliest first, and why.
    pub holders: Vec<(String, Said)>,
    /// What to type, and where.
    pub searches: Vec<(Said, String)>,
    /// Who said something else than the majority.
    pub disputed: Vec<String>,
}

/// The missing sources that the findings tell of, in the order in which to look for them. Cost: linear in the mentions of
/// missing sources.
pub fn worklist(case: &Case<'_>, findings: &[Finding]) -> Vec<Wanted> {
    let told: HashSet<&str> = findings
        .iter()
        .filter(|finding| finding.code == "NG101")
        .filter_map(|finding| finding.node.as_deref())
        .collect();
    let is_told = |node: &NodeIndex| told.contains(case.graph.graph[*node].id.as_str());
    let wanted = |(at, node): (usize, NodeIndex)| {
        let card = &case.graph.graph[node];
        let references = case.cited(&card.id);
        Wanted {
            rank: at + 1,
            node,
            name: case.name(card),
            joins: card.dossier.joins,
            citations: citations(case, references),
            holders: holders(case, card, references),
            searches: searches(card),
            disputed: disputed(card),
        }
    };
    missing_by_weight(case.graph).into_iter().filter(is_told).enumerate().map(wanted).collect()
}

fn citations(case: &Case<'_>, references: &[&Reference]) -> Vec<Place> {
    let mut seen = BTreeSet::new();
    let of_each = references.iter().filter(|reference| seen.insert(reference.record));
    of_each.take(QUOTED).map(|reference| case.place(reference)).collect()
}

/// The issuer, then the organs of the earliest papers that cite it: they had it in hand.
fn holders(case: &Case<'_>, card: &Node, references: &[&Reference]) -> Vec<(String, Said)> {
    let mut holders: Vec<(String, Said)> = Vec::new();
    if let Some(issuer) = &card.issuer {
        holders.push(match keeper(case, card, issuer) {
            Some(keeper) => (keeper, Said::new("lưu giữ văn kiện đại hội", "keeps the papers of the congress")),
            None => match &card.issuer_now {
                Some(now) => {
                    (now.clone(), Said::new(format!("nay thay {issuer}"), format!("now in place of {issuer}")))
                }
                None => (issuer.clone(), Said::new("cơ quan ban hành", "its issuer")),
            },
        });
    }
    let mut citing: Vec<&Node> =
        references.iter().filter_map(|reference| case.citing(reference)).map(|(_, node)| node).collect();
    citing.sort_by_key(|node| (node.date.is_none(), node.date.map(|date| date.earliest()), &node.id));
    for node in citing {
        let Some(issuer) = &node.issuer else { continue };
        if holders.len() < HOLDERS && holders.iter().all(|(known, _)| known != issuer) {
            let paper = case.short(node);
            holders.push((
                issuer.clone(),
                Said::new(format!("đã viện dẫn trong {paper}"), format!("cites it in {paper}")),
            ));
        }
    }
    holders
}

/// A congress has no registry: its papers are kept by the office of the committee that it elects, or of what has taken its
/// place.
fn keeper(case: &Case<'_>, card: &Node, issuer: &str) -> Option<String> {
    let party = card.system == Some(System::Party) && fold(issuer).starts_with("đại hội");
    match (card.level.filter(|_| party)?, &card.province) {
        (Level::Central, _) => Some("Văn phòng Trung ương Đảng".into()),
        (Level::Province, Some(province)) => {
            let offices = committees(case, province, card.date.or(card.not_after));
            Some(offices.iter().map(|name| format!("Văn phòng {name}")).collect::<Vec<_>>().join("; "))
        }
        _ => None,
    }
}

/// The Party committees that are now where that of a province was on a day: Tỉnh ủy, in a city Thành ủy.
fn committees(case: &Case<'_>, province: &str, day: Option<PartialDate>) -> Vec<String> {
    let lexicon = case.lexicon;
    let (Some(organ), Some(place)) = (lexicon.organs.by_id("tinh-uy"), lexicon.places.find(province, day)) else {
        return vec![format!("Tỉnh ủy {province}")];
    };
    let then = lexicon.seat_name(organ, Some(place), day);
    match day.map(|day| lexicon.succession(&then, Some(province), day)) {
        Some(Succession::Followed(seats)) => seats.into_iter().map(|seat| seat.name).collect(),
        _ => vec![then],
    }
}

/// Portals by system, as people know them.
fn portals(system: Option<System>) -> &'static [(&'static str, &'static str)] {
    match system {
        Some(System::Party) => &[("Hệ thống tư liệu văn kiện Đảng", "tulieuvankien.dangcongsan.vn")],
        Some(System::State) => &[
            ("Cơ sở dữ liệu quốc gia về văn bản pháp luật", "vbpl.vn"),
            ("Hệ thống văn bản Chính phủ", "vanban.chinhphu.vn"),
        ],
        Some(System::Union) => &[("Công đoàn Việt Nam", "congdoan.vn")],
        _ => &[],
    }
}

fn searches(card: &Node) -> Vec<(Said, String)> {
    let mut searches: Vec<(Said, String)> = Vec::new();
    let kind = card.kind.as_deref().unwrap_or_default();
    let subject = card.title.as_deref().or(card.name.as_deref()).map(|title| first_words(title, 12));
    let key = match (&card.number, &subject) {
        (Some(number), _) => format!("\"{number}\""),
        (None, Some(subject)) => format!("\"{subject}\""),
        (None, None) => return searches,
    };
    let year = card.date.map(|date| format!(" {}", date.year_number())).unwrap_or_default();
    let place = card.province.as_deref().map(|province| format!(" {province}")).unwrap_or_default();
    let anywhere = Said::new("công cụ tìm kiếm", "search engine");
    searches.push((anywhere.clone(), format!("{kind} {key}{place}{year}").trim().to_string()));
    if let (Some(_), Some(subject)) = (&card.number, &subject) {
        searches.push((anywhere, format!("{kind} \"{subject}\"{place}{year}").trim().to_string()));
    }
    for (name, site) in portals(card.system) {
        searches.push((Said::alike(*name), format!("site:{site} {key}")));
    }
    searches
}

fn first_words(text: &str, most: usize) -> String {
    text.split_whitespace().take(most).collect::<Vec<_>>().join(" ").replace('"', "")
}

/// Dates, issuers and titles against those of the majority, and who states them.
fn disputed(card: &Node) -> Vec<String> {
    let written = |dissent: &Dissent| match dissent.about {
        "date" => dissent.value.parse().map_or_else(|_| dissent.value.clone(), PartialDate::written),
        _ => dissent.value.clone(),
    };
    let dissent = card.dossier.dissent.iter();
    dissent.map(|dissent| format!("{} ({})", written(dissent), dissent.by.join(", "))).collect()
}

/// The letter of request (phiếu đề nghị cung cấp văn bản): one for each likely holder, its sources in the order of the
/// list. What the letter cannot know is left as dots.
pub fn requests(case: &Case<'_>, wanted: &[Wanted], language: Language) -> Vec<Request> {
    let mut requests: Vec<Request> = Vec::new();
    let mut known: HashMap<String, usize> = HashMap::new();
    for source in wanted {
        let nobody = || match language {
            Language::Vietnamese => "(chưa rõ cơ quan)".to_string(),
            Language::English => "(holder not known)".to_string(),
        };
        let holder = source.holders.first().map_or_else(nobody, |(holder, _)| holder.clone());
        let card = &case.graph.graph[source.node];
        // Another office knows the paper that cites by its number, and no file of this collection.
        let first = case.cited(&card.id).first().and_then(|reference| case.citing(reference));
        let line = Line {
            name: source.name.in_language(language).to_string(),
            subject: card.title.clone().unwrap_or_default(),
            ground: first.map(|(_, node)| case.name(node).in_language(language).to_string()).unwrap_or_default(),
        };
        match known.get(&holder) {
            Some(&at) => requests[at].lines.push(line),
            None => {
                known.insert(holder.clone(), requests.len());
                requests.push(Request { holder, lines: vec![line] });
            }
        }
    }
    requests
}

/// A letter of request.
#[derive(Clone, Debug, PartialEq)]
pub struct Request {
    /// Whom it goes to.
    pub holder: String,
    /// What is asked for.
    pub lines: Vec<Line>,
}

/// One document of a request.
#[derive(Clone, Debug, PartialEq)]
pub struct Line {
    /// What it is.
    pub name: String,
    /// What it is about.
    pub subject: String,
    /// The paper that cites it: the ground of the request.
    pub ground: String,
}
