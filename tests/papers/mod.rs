//! Papers for tests, made by hand so that a test of resolution does not depend on how letters are read.

#![allow(dead_code)]

use luocdo::corpus::{self, Corpus};
use luocdo::document::Document;
use luocdo::graph::{self, Evidence, Graph};
use luocdo::lexicon::{Home, Lexicon};
use luocdo::mention::Mention;
use luocdo::number;
use luocdo::record::Record;
use luocdo::reference::{self, Reference, Target};
use luocdo::text::Span;
use luocdo::vocabulary::{Class, Relation, Zone};

pub fn lexicon() -> &'static Lexicon {
    Lexicon::embedded()
}

/// A paper with its own number, issuer and date; a blank number is given as "".
pub fn paper(path: &str, number: &str, issuer: &str, date: &str) -> Record {
    let lexicon = lexicon();
    let date = date.parse().ok();
    let read = lexicon.organs.read(issuer, &Home { date, ..Home::default() }, &lexicon.places);
    let number = (!number.is_empty()).then(|| number::read(number, 0, lexicon).expect("a number").0);
    let kind = number.as_ref().and_then(|number| number.kind.as_deref());
    let kind = kind.and_then(|kind| lexicon.kinds.by_abbreviation(kind, read.system));
    let document = Document {
        kind: Some(kind.map_or_else(|| "Công văn".into(), |kind| kind.name.clone())),
        number,
        issuer: (!issuer.is_empty()).then(|| issuer.into()),
        system: read.system,
        level: read.level,
        province: read.province.clone(),
        date,
        ..Document::default()
    };
    let mut fingerprint = [0u8; 32];
    for (at, byte) in path.bytes().enumerate() {
        fingerprint[at % 32] = byte.wrapping_add(fingerprint[at % 32].wrapping_mul(31));
    }
    Record { path: path.into(), document, fingerprint, ..Record::default() }
}

/// What a test says of a mention.
#[derive(Clone, Debug, Default)]
pub struct Cite {
    pub kind: Option<&'static str>,
    pub number: Option<String>,
    pub name: Option<String>,
    pub date: Option<String>,
    pub issuer: Option<String>,
    pub title: Option<String>,
    pub term: Option<&'static str>,
    pub relation: Option<Relation>,
    pub subject: u32,
    pub antecedent: Option<u32>,
    pub oral: bool,
}

pub fn cite(kind: &'static str, number: &str) -> Cite {
    Cite { kind: Some(kind), number: Some(number.into()), ..Cite::default() }
}

pub fn named(kind: &'static str, name: &str) -> Cite {
    Cite { kind: Some(kind), name: Some(name.into()), ..Cite::default() }
}

impl Cite {
    pub fn by(mut self, issuer: &str) -> Self {
        self.issuer = Some(issuer.into());
        self
    }

    pub fn on(mut self, date: &str) -> Self {
        self.date = Some(date.into());
        self
    }

    pub fn about(mut self, title: &str) -> Self {
        self.title = Some(title.into());
        self
    }

    pub fn term(mut self, term: &'static str) -> Self {
        self.term = Some(term);
        self
    }

    pub fn does(mut self, relation: Relation, subject: u32) -> Self {
        (self.relation, self.subject) = (Some(relation), subject);
        self
    }

    pub fn mention(&self, id: u32) -> Mention {
        let number = self.number.as_ref().map(|written| match number::read(written, 0, lexicon()) {
            Some((number, _)) => number,
            None => number::Number::bare(written),
        });
        let class = match (self.oral, &number) {
            (true, _) => Class::Oral,
            (_, Some(_)) => Class::Numbered,
            _ => Class::Named,
        };
        Mention {
            id,
            span: Span::new(0, 0),
            class,
            kind: self.kind.map(Into::into),
            number,
            name: self.name.as_deref().map(Into::into),
            date: self.date.as_deref().and_then(|date| date.parse().ok()),
            issued_on: None,
            issuer: self.issuer.as_deref().map(Into::into),
            issuer_full: None,
            term: self.term.map(Into::into),
            title: self.title.as_deref().map(Into::into),
            provision: None,
            relation: self.relation.unwrap_or(Relation::Implements),
            subject: self.subject,
            zone: Zone::Body,
            cue: None,
            sentence: Span::new(0, 0),
            confidence: 0.9,
            rule: "test",
            repaired: false,
            antecedent: self.antecedent,
        }
    }
}

/// A paper that cites.
pub fn citing(mut record: Record, cites: &[Cite]) -> Record {
    for (at, cite) in cites.iter().enumerate() {
        let text = [cite.kind, cite.number.as_deref(), cite.name.as_deref()];
        let text = text.into_iter().flatten().collect::<Vec<_>>().join(" ");
        let evidence = Evidence {
            path: record.path.as_str().into(),
            line: at + 1,
            start: at * 100,
            end: at * 100 + 10,
            quote: text.as_str().into(),
            ..Evidence::default()
        };
        record.mentions.push(cite.mention(u32::try_from(at + 1).expect("few")));
        record.texts.push(text);
        record.evidence.push(evidence);
    }
    record
}

/// A collection, resolved.
pub struct Resolved {
    pub corpus: Corpus,
    pub references: Vec<Reference>,
    pub graph: Graph,
}

pub fn resolve(records: Vec<Record>) -> Resolved {
    let corpus = corpus::assemble(records, lexicon());
    let references = reference::resolve(&corpus, lexicon());
    let graph = graph::connect(&corpus, &references, lexicon(), &graph::Options::default());
    Resolved { corpus, references, graph }
}

/// Each mention with what it means: `missing tw/ct/05/khoa-12 [title]`.
pub fn links(resolved: &Resolved) -> Vec<String> {
    links_of(&resolved.references)
}

/// As [`links`], of references alone.
pub fn links_of(references: &[Reference]) -> Vec<String> {
    references.iter().map(link).collect()
}

pub fn link(reference: &Reference) -> String {
    let rule = &reference.rule;
    match &reference.target {
        Target::Held(key) => format!("held {key} [{rule}]"),
        Target::Missing(key) => format!("missing {key} [{rule}]"),
        Target::Oral(key) => format!("oral {key} [{rule}]"),
        Target::Ambiguous(keys) => {
            let keys: Vec<&str> = keys.iter().map(|key| key.id()).collect();
            format!("ambiguous {} [{rule}]", keys.join(" "))
        }
    }
}

/// What the citations mean in a letter of the federation of Lai Châu of that date.
pub fn in_letter(date: &str, cites: &[Cite]) -> Vec<String> {
    links(&resolve(vec![citing(paper("letter", "745/LĐLĐ", LDLD_LAI_CHAU, date), cites)]))
}

pub const LDLD_LAI_CHAU: &str = "Liên đoàn Lao động tỉnh Lai Châu";
pub const LDLD_LAO_CAI: &str = "Liên đoàn Lao động tỉnh Lào Cai";
pub const UBND_LAI_CHAU: &str = "Ủy ban nhân dân tỉnh Lai Châu";
pub const UBND_SON_LA: &str = "Ủy ban nhân dân tỉnh Sơn La";
pub const TINH_UY_LAI_CHAU: &str = "Tỉnh ủy Lai Châu";
