//! Records as JSON lines: one a line, every key always there, unknown is null (docs/formats.md).

use crate::date::PartialDate;
use crate::document::{Document, Signer, Unit};
use crate::mention::Mention;
use crate::record::Record;
use crate::source::Id;
use crate::text::{Encoding, Format, Problem};
use crate::vocabulary::{Class, Level, Purpose, Relation, System, Zone};
use serde::{Serialize, Serializer};
use std::io::{self, Write};

/// Writes one record as one line, with its line end.
///
/// # Errors
/// What `out` says.
pub fn write_record<W: Write + ?Sized>(record: &Record, out: &mut W) -> io::Result<()> {
    write_object(record, out)?;
    out.write_all(b"\n")
}

/// Writes one record as one JSON object, without a line end.
///
/// # Errors
/// What `out` says.
pub fn write_object<W: Write + ?Sized>(record: &Record, out: &mut W) -> io::Result<()> {
    let line = Line {
        v: super::WIRE_VERSION,
        id: record.id.as_ref(),
        path: known(&record.path),
        extractor: concat!("luocdo ", env!("CARGO_PKG_VERSION")),
        format: record.format,
        encoding: record.encoding,
        document: (&record.document).into(),
        mentions: (0..record.mentions.len()).map(|index| wire_mention(record, index)).collect(),
        problems: &record.problems,
    };
    serde_json::to_writer(out, &line).map_err(io::Error::from)
}

/// Two decimals are what a calibrated confidence can mean, and they print alike everywhere.
pub(super) fn rounded<S: Serializer>(confidence: &f32, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_f64((f64::from(*confidence) * 100.0).round() / 100.0)
}

/// Nothing, for what is unknown or withheld.
pub(super) fn known(text: &str) -> Option<&str> {
    (!text.is_empty()).then_some(text)
}

#[derive(Serialize)]
struct Line<'r> {
    v: u32,
    #[serde(skip_serializing_if = "Option::is_none")]
    id: Option<&'r Id>,
    path: Option<&'r str>,
    extractor: &'static str,
    format: Option<Format>,
    encoding: Option<Encoding>,
    document: WireDocument<'r>,
    mentions: Vec<WireMention<'r>>,
    problems: &'r [Problem],
}

#[derive(Serialize)]
struct WireDocument<'r> {
    number: Option<&'r str>,
    kind: Option<&'r str>,
    issuer: Option<&'r str>,
    issuer_from: Option<&'r str>,
    parent_issuer: Option<&'r str>,
    system: Option<System>,
    level: Option<Level>,
    province: Option<&'r str>,
    district: Option<&'r str>,
    commune: Option<&'r str>,
    place: Option<&'r str>,
    date: Option<PartialDate>,
    subject: Option<&'r str>,
    addressees: Vec<&'r str>,
    recipients: Vec<Recipient<'r>>,
    signer: Option<WireSigner<'r>>,
    secrecy: Option<&'r str>,
    draft: bool,
}

#[derive(Serialize)]
struct Recipient<'r> {
    unit: &'r str,
    purpose: Option<Purpose>,
}

#[derive(Serialize)]
struct WireSigner<'r> {
    name: Option<&'r str>,
    position: Option<&'r str>,
    authority: Option<&'r str>,
}

#[derive(Serialize)]
struct WireMention<'r> {
    id: u32,
    start: Option<usize>,
    end: Option<usize>,
    line: Option<usize>,
    page: Option<u32>,
    place: Option<&'r str>,
    text: Option<&'r str>,
    source: Option<&'r str>,
    class: Class,
    kind: Option<&'r str>,
    number: Option<&'r str>,
    name: Option<&'r str>,
    date: Option<PartialDate>,
    issuer: Option<&'r str>,
    issuer_full: Option<&'r str>,
    term: Option<&'r str>,
    title: Option<&'r str>,
    provision: Option<&'r str>,
    relation: Relation,
    subject: u32,
    zone: Zone,
    cue: Option<&'r str>,
    #[serde(serialize_with = "rounded")]
    confidence: f32,
    rule: &'r str,
    /// Letters or joints were put right to read it.
    repaired: bool,
}

impl<'r> From<&'r Document> for WireDocument<'r> {
    fn from(document: &'r Document) -> Self {
        Self {
            number: document.number.as_ref().map(|number| number.text.as_str()),
            kind: document.kind.as_deref(),
            issuer: document.issuer.as_deref(),
            issuer_from: document.issuer_from,
            parent_issuer: document.parent_issuer.as_deref(),
            system: document.system,
            level: document.level,
            province: document.province.as_deref(),
            district: document.district.as_deref(),
            commune: document.commune.as_deref(),
            place: document.place.as_deref(),
            date: document.date,
            subject: document.subject.as_deref(),
            addressees: document.addressees.iter().map(|unit| unit.name.as_str()).collect(),
            recipients: document.recipients.iter().map(recipient).collect(),
            signer: document.signer.as_ref().map(signer),
            secrecy: document.secrecy.as_deref(),
            draft: document.draft,
        }
    }
}

fn recipient(unit: &Unit) -> Recipient<'_> {
    Recipient { unit: &unit.name, purpose: unit.purpose }
}

fn signer(signer: &Signer) -> WireSigner<'_> {
    WireSigner {
        name: signer.name.as_deref(),
        position: signer.position.as_deref(),
        authority: signer.authority.as_deref(),
    }
}

fn wire_mention(record: &Record, index: usize) -> WireMention<'_> {
    let mention: &Mention = &record.mentions[index];
    let place = record.evidence.get(index);
    WireMention {
        id: mention.id,
        start: place.map(|place| place.start),
        end: place.map(|place| place.end),
        line: place.map(|place| place.line),
        page: place.and_then(|place| place.page),
        place: place.and_then(|place| place.place.as_deref()),
        source: place.and_then(|place| place.source.as_deref()),
        text: record.texts.get(index).and_then(|text| known(text)),
        class: mention.class,
        kind: mention.kind.as_deref(),
        number: mention.number.as_ref().map(|number| number.text.as_str()),
        name: mention.name.as_deref(),
        date: mention.date,
        issuer: mention.issuer.as_deref(),
        issuer_full: mention.issuer_full.as_deref(),
        term: mention.term.as_deref(),
        title: mention.title.as_deref(),
        provision: mention.provision.as_deref(),
        relation: mention.relation,
        subject: mention.subject,
        zone: mention.zone,
        cue: record.cues.get(index).and_then(|cue| cue.as_deref()),
        confidence: mention.confidence,
        rule: mention.rule,
        repaired: mention.repaired,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::number::Number;
    use crate::record::Evidence;
    use crate::text::Span;

    fn line(record: &Record) -> String {
        let mut out = Vec::new();
        write_record(record, &mut out).expect("memory takes everything");
        String::from_utf8(out).expect("JSON is UTF-8")
    }

    #[test]
    fn every_key_is_there_when_nothing_is_known() {
        insta::assert_snapshot!(line(&Record { path: "a.txt".into(), ..Record::default() }), @r#"{"v":1,"path":"a.txt","extractor":"luocdo 0.1.0","format":null,"encoding":null,"document":{"number":null,"kind":null,"issuer":null,"issuer_from":null,"parent_issuer":null,"system":null,"level":null,"province":null,"district":null,"commune":null,"place":null,"date":null,"subject":null,"addressees":[],"recipients":[],"signer":null,"secrecy":null,"draft":false},"mentions":[],"problems":[]}"#);
    }

    #[test]
    fn an_id_comes_back_as_it_came_and_a_path_that_was_not_given_is_null() {
        let record = Record { id: Some(serde_json::Value::from(7).into()), ..Record::default() };
        assert!(line(&record).starts_with(r#"{"v":1,"id":7,"path":null,"#));
    }

    #[test]
    fn a_mention_has_its_place_its_words_and_two_decimals_of_confidence() {
        let mention = Mention {
            id: 1,
            span: Span::new(9, 28),
            class: Class::Numbered,
            kind: Some("Chỉ thị".into()),
            number: Some(Number::bare("05")),
            name: None,
            date: "2016-05-15".parse().ok(),
            issued_on: None,
            issuer: None,
            issuer_full: None,
            term: None,
            title: None,
            provision: None,
            relation: Relation::Basis,
            subject: 0,
            zone: Zone::Preamble,
            cue: Some(Span::new(0, 8)),
            sentence: Span::new(0, 28),
            confidence: 0.976_543,
            rule: "numbered",
            repaired: false,
            antecedent: None,
        };
        let record = Record {
            path: "a.txt".into(),
            mentions: vec![mention],
            texts: vec!["Chỉ thị số 05".into()],
            cues: vec![Some("Căn cứ".into())],
            evidence: vec![Evidence {
                path: "a.txt".into(),
                line: 3,
                start: 7,
                end: 20,
                quote: "…".into(),
                ..Evidence::default()
            }],
            ..Record::default()
        };
        let line = line(&record);
        let mentions = &line[line.find("\"mentions\"").expect("a key")..];
        insta::assert_snapshot!(mentions, @r#""mentions":[{"id":1,"start":7,"end":20,"line":3,"page":null,"place":null,"text":"Chỉ thị số 05","source":null,"class":"numbered","kind":"Chỉ thị","number":"05","name":null,"date":"2016-05-15","issuer":null,"issuer_full":null,"term":null,"title":null,"provision":null,"relation":"basis","subject":0,"zone":"preamble","cue":"Căn cứ","confidence":0.98,"rule":"numbered","repaired":false}],"problems":[]}"#);
    }
}
