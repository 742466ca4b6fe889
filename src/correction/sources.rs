//! Cards of missing sources, as corrected.
//!
//! A card is corrected by the id of its source, which stays: to say that two sources are one, the arrows are pointed
//! elsewhere. What the citing texts say stays in the dossier.

use super::{Change, Corrections, Field, Line, Stage, Stale, Why, fits};
use crate::graph::{Graph, Node};
use crate::lexicon::{Home, Lexicon};
use crate::vocabulary::State;
use std::collections::{BTreeSet, HashMap};

/// Corrects the cards of missing sources; with another issuer a source has the level, system and province of that organ.
pub fn correct_sources(graph: &mut Graph, corrections: &Corrections, lexicon: &Lexicon) -> Vec<Stale> {
    let lines: Vec<&Line> = corrections.about(Stage::Sources).collect();
    let mut by_id: HashMap<&str, Vec<usize>> = HashMap::new();
    for (at, line) in lines.iter().enumerate() {
        by_id.entry(&line.id).or_default().push(at);
    }
    let (mut stale, mut seen) = (Vec::new(), BTreeSet::new());
    for node in graph.graph.node_weights_mut() {
        for &at in by_id.get(node.id.as_str()).into_iter().flatten() {
            let Change::Source(field) = &lines[at].change else { continue };
            seen.insert(at);
            // The paper has come, and speaks for itself.
            let fits = match node.state {
                State::Missing => fits(lines[at], &card_now(node, field), &field.value()),
                State::Held | State::Oral => Err(Why::Changed),
            };
            if let Err(why) = fits {
                stale.push(lines[at].stale(why));
                continue;
            }
            match field {
                Field::Number(number) => node.number = Some(number.text.to_string()),
                Field::Kind(kind) => node.kind = Some(kind.clone()),
                Field::Issuer(issuer) => set_issuer(node, issuer, lexicon),
                Field::Title(title) => node.title = Some(title.clone()),
                Field::Date(date) => {
                    node.date = Some(*date);
                    (node.not_before, node.not_after) = (None, None);
                }
            }
            node.dossier.corrected.push(field.name());
        }
    }
    stale.extend((0..lines.len()).filter(|at| !seen.contains(at)).map(|at| lines[at].stale(Why::Absent)));
    stale
}

/// What the card has; empty where nothing is known.
pub fn card_now(node: &Node, field: &Field) -> String {
    let value = match field {
        Field::Number(_) => node.number.clone(),
        Field::Kind(_) => node.kind.clone(),
        Field::Date(_) => node.date.map(|date| date.to_string()),
        Field::Issuer(_) => node.issuer.clone(),
        Field::Title(_) => node.title.clone(),
    };
    value.unwrap_or_default()
}

fn set_issuer(node: &mut Node, issuer: &str, lexicon: &Lexicon) {
    let province = node.province.as_deref().map(Into::into);
    let home = Home { province, date: node.date, ..Home::default() };
    let read = lexicon.organs.read(issuer, &home, &lexicon.places);
    node.system = read.system.or(node.system);
    node.level = read.level.or(node.level);
    node.province = read.province.map(Into::into).or(node.province.take());
    (node.issuer, node.issuer_from) = (Some(read.name), Some("correction"));
}
