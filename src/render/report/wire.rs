//! The parts of a report as they stand on the wire: every key always there, unknown is null, words in both languages so
//! that a file does not depend on who made it.

use crate::audit::{Finding, Place, Said, Severity};
use crate::graph::Collection;
use crate::vocabulary::Language;
use serde::Serialize;

#[derive(Serialize)]
pub(super) struct WireFinding<'f> {
    pub(super) v: u32,
    pub(super) id: &'f str,
    pub(super) code: &'f str,
    pub(super) severity: Severity,
    pub(super) path: Option<&'f str>,
    pub(super) line: Option<usize>,
    pub(super) start: Option<usize>,
    pub(super) end: Option<usize>,
    pub(super) node: Option<&'f str>,
    pub(super) message: &'f str,
    pub(super) message_en: &'f str,
    pub(super) notes: Vec<&'f str>,
    pub(super) notes_en: Vec<&'f str>,
    pub(super) suggestion: Option<&'f str>,
    pub(super) suggestion_en: Option<&'f str>,
    pub(super) places: Vec<WirePlace<'f>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) collection: Option<&'f Collection>,
}

#[derive(Serialize)]
pub(super) struct WirePlace<'f> {
    path: &'f str,
    line: Option<usize>,
    start: Option<usize>,
    end: Option<usize>,
    quote: Option<&'f str>,
    said: Option<&'f str>,
    said_en: Option<&'f str>,
}

impl<'f> From<&'f Finding> for WireFinding<'f> {
    fn from(finding: &'f Finding) -> Self {
        let (vi, en) = (Language::Vietnamese, Language::English);
        let words = |language| finding.notes.iter().map(|said: &Said| said.in_language(language)).collect();
        let advice = |language| finding.suggestion.as_ref().map(|said| said.in_language(language));
        let place = finding.place();
        Self {
            v: crate::render::WIRE_VERSION,
            id: &finding.id,
            code: &finding.code,
            severity: finding.severity,
            path: finding.path(),
            line: finding.line(),
            start: place.and_then(|place| place.start),
            end: place.and_then(|place| place.end),
            node: finding.node.as_deref(),
            message: finding.message.in_language(vi),
            message_en: finding.message.in_language(en),
            notes: words(vi),
            notes_en: words(en),
            suggestion: advice(vi),
            suggestion_en: advice(en),
            places: finding.places.iter().map(wire_place).collect(),
            collection: None,
        }
    }
}

fn wire_place(place: &Place) -> WirePlace<'_> {
    let said = |language| place.said.as_ref().map(|said| said.in_language(language));
    WirePlace {
        path: &place.path,
        line: place.line,
        start: place.start,
        end: place.end,
        quote: place.quote.as_deref(),
        said: said(Language::Vietnamese),
        said_en: said(Language::English),
    }
}
