//! What a text says of other documents, and where: one document at a time.
//!
//! [`extract`] finds every mention of docs/glossary.md's three classes (numbered, named, oral) and reads kind, number,
//! date, issuer, provision, relation and subject from the words around it. A mention is as written: which document it
//! means is decided in `reference`.

use crate::date::PartialDate;
use crate::document::Document;
use crate::lexicon::Lexicon;
use crate::number::Number;
use crate::text::{Span, Text};
use crate::vocabulary::{Class, Relation, Zone};

/// A mention of one other document, as written.
#[derive(Clone, Debug, PartialEq)]
pub struct Mention {
    /// From 1, in the order of the text.
    pub id: u32,
    /// From the kind word to the end of number or name, and of the date that follows directly.
    pub span: Span,
    /// Numbered, named or oral.
    pub class: Class,
    /// Vietnamese name of the kind, abbreviations expanded.
    pub kind: Option<String>,
    /// Number and symbol.
    pub number: Option<Number>,
    /// The name of an unnumbered document, without its date.
    pub name: Option<String>,
    /// Date as stated in the mention or right after it.
    pub date: Option<PartialDate>,
    /// Issuer as written near the mention.
    pub issuer: Option<String>,
    /// Issuer completed from symbol and context, where certain.
    pub issuer_full: Option<String>,
    /// Term of congress or assembly as written ("khóa XII" gives `XII`).
    pub term: Option<String>,
    /// What the text says the document is about.
    pub title: Option<String>,
    /// The cited part as written.
    pub provision: Option<String>,
    /// What the subject does with the mentioned document.
    pub relation: Relation,
    /// 0: this document; else the id of the mention whose document stands in the relation.
    pub subject: u32,
    /// Where it stands.
    pub zone: Zone,
    /// The word that governs it.
    pub cue: Option<Span>,
    /// The sentence that is shown as evidence.
    pub sentence: Span,
    /// How sure the reading is, 0 to 1.
    pub confidence: f32,
    /// The rule that found it.
    pub rule: &'static str,
    /// Letters or joints were put right to read it.
    pub repaired: bool,
    /// It defines or uses a short form of an earlier mention with this id ("Quy định 377" for "Quy định số 377-QĐ/TW").
    pub antecedent: Option<u32>,
}

/// Finds the mentions of a document, in the order of the text. Total and linear.
pub fn extract(_text: &Text, _document: &Document, _lexicon: &Lexicon) -> Vec<Mention> {
    Vec::new()
}
