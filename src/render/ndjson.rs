//! Records as JSON lines: one a line, every key always there, unknown is null (docs/formats.md).

use crate::document::Document;
use crate::mention::Mention;
use crate::record::Record;
use crate::vocabulary::{Level, Purpose, System};
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
    let mut line = Vec::with_capacity(1024 * (record.mentions.len() + 1));
    object(record, &mut line)?;
    out.write_all(&line)
}

fn object(record: &Record, out: &mut Vec<u8>) -> serde_json::Result<()> {
    let mut line = Object::open(out);
    line.value("v", &super::WIRE_VERSION)?;
    if let Some(id) = &record.id {
        line.value("id", id)?;
    }
    line.text("path", known(&record.path))?;
    line.code("extractor", Some(concat!("luocdo ", env!("CARGO_PKG_VERSION"))));
    line.value("format", &record.format)?;
    line.value("encoding", &record.encoding)?;
    paper(&record.document, line.inside("document"))?;
    line.list("mentions", 0..record.mentions.len(), |index, out| mention(record, index, Object::open(out)))?;
    line.value("problems", &record.problems)?;
    line.close();
    Ok(())
}

fn paper(document: &Document, mut line: Object<'_>) -> serde_json::Result<()> {
    line.text("number", document.number.as_ref().map(|number| number.text.as_str()))?;
    line.text("kind", document.kind.as_deref())?;
    line.text("issuer", document.issuer.as_deref())?;
    line.code("issuer_from", document.issuer_from);
    line.text("parent_issuer", document.parent_issuer.as_deref())?;
    line.code("system", document.system.map(System::code));
    line.code("level", document.level.map(Level::code));
    line.text("province", document.province.as_deref())?;
    line.text("district", document.district.as_deref())?;
    line.text("commune", document.commune.as_deref())?;
    line.text("place", document.place.as_deref())?;
    line.value("date", &document.date)?;
    line.text("subject", document.subject.as_deref())?;
    line.list("addressees", &document.addressees, |unit, out| string(&unit.name, out))?;
    line.list("recipients", &document.recipients, |unit, out| {
        let mut recipient = Object::open(out);
        recipient.text("unit", Some(&unit.name))?;
        recipient.code("purpose", unit.purpose.map(Purpose::code));
        recipient.close();
        Ok(())
    })?;
    match &document.signer {
        Some(signer) => {
            let mut inside = line.inside("signer");
            inside.text("name", signer.name.as_deref())?;
            inside.text("position", signer.position.as_deref())?;
            inside.text("authority", signer.authority.as_deref())?;
            inside.close();
        }
        None => line.code("signer", None),
    }
    line.text("secrecy", document.secrecy.as_deref())?;
    line.value("draft", &document.draft)?;
    line.close();
    Ok(())
}

fn mention(record: &Record, index: usize, mut line: Object<'_>) -> serde_json::Result<()> {
    let mention: &Mention = &record.mentions[index];
    let place = record.evidence.get(index);
    line.value("id", &mention.id)?;
    line.value("start", &place.map(|place| place.start))?;
    line.value("end", &place.map(|place| place.end))?;
    line.value("line", &place.map(|place| place.line))?;
    line.value("page", &place.and_then(|place| place.page))?;
    line.text("place", place.and_then(|place| place.place.as_deref()))?;
    line.text("text", record.texts.get(index).and_then(|text| known(text)))?;
    line.text("source", place.and_then(|place| place.source.as_deref()))?;
    line.code("class", Some(mention.class.code()));
    line.text("kind", mention.kind.as_deref())?;
    line.text("number", mention.number.as_ref().map(|number| number.text.as_str()))?;
    line.text("name", mention.name.as_deref())?;
    line.value("date", &mention.date)?;
    line.text("issuer", mention.issuer.as_deref())?;
    line.text("issuer_full", mention.issuer_full.as_deref())?;
    line.text("term", mention.term.as_deref())?;
    line.text("title", mention.title.as_deref())?;
    line.text("provision", mention.provision.as_deref())?;
    line.code("relation", Some(mention.relation.code()));
    line.value("subject", &mention.subject)?;
    line.code("zone", Some(mention.zone.code()));
    line.text("cue", record.cues.get(index).and_then(|cue| cue.as_deref()))?;
    line.value("confidence", &hundredths(mention.confidence))?;
    line.code("rule", Some(mention.rule));
    // Letters or joints were put right to read it.
    line.value("repaired", &mention.repaired)?;
    line.close();
    Ok(())
}

/// A JSON object as it is written, key by key: what serde_json writes, but no key and no code is looked through for what must
/// be escaped, and texts in one look.
struct Object<'o>(&'o mut Vec<u8>);

impl<'o> Object<'o> {
    fn open(out: &'o mut Vec<u8>) -> Self {
        out.push(b'{');
        Self(out)
    }

    fn close(self) {
        self.0.push(b'}');
    }

    fn key(&mut self, key: &str) {
        self.0.extend_from_slice(if self.0.ends_with(b"{") { b"\"" } else { b",\"" });
        self.0.extend_from_slice(key.as_bytes());
        self.0.extend_from_slice(b"\":");
    }

    /// A word of the program, which holds nothing to escape.
    fn code(&mut self, key: &str, code: Option<&str>) {
        self.key(key);
        match code {
            Some(code) => quoted(code, self.0),
            None => self.0.extend_from_slice(b"null"),
        }
    }

    fn text(&mut self, key: &str, text: Option<&str>) -> serde_json::Result<()> {
        self.key(key);
        match text {
            Some(text) => string(text, self.0)?,
            None => self.0.extend_from_slice(b"null"),
        }
        Ok(())
    }

    fn value(&mut self, key: &str, value: &impl Serialize) -> serde_json::Result<()> {
        self.key(key);
        serde_json::to_writer(&mut *self.0, value)
    }

    fn inside(&mut self, key: &str) -> Object<'_> {
        self.key(key);
        Object::open(self.0)
    }

    fn list<T>(
        &mut self,
        key: &str,
        items: impl IntoIterator<Item = T>,
        write: impl Fn(T, &mut Vec<u8>) -> serde_json::Result<()>,
    ) -> serde_json::Result<()> {
        self.key(key);
        self.0.push(b'[');
        for (at, item) in items.into_iter().enumerate() {
            if at > 0 {
                self.0.push(b',');
            }
            write(item, self.0)?;
        }
        self.0.push(b']');
        Ok(())
    }
}

fn string(text: &str, out: &mut Vec<u8>) -> serde_json::Result<()> {
    let escaped = |byte: u8| (byte < b' ') | (byte == b'"') | (byte == b'\\');
    // Free of branches, so that it becomes vector code; nearly no text has anything to escape.
    if text.bytes().fold(false, |any, byte| any | escaped(byte)) {
        return serde_json::to_writer(out, text);
    }
    quoted(text, out);
    Ok(())
}

fn quoted(text: &str, out: &mut Vec<u8>) {
    out.push(b'"');
    out.extend_from_slice(text.as_bytes());
    out.push(b'"');
}

/// Two decimals are what a calibrated confidence can mean, and they print alike everywhere.
fn hundredths(confidence: f32) -> f64 {
    (f64::from(confidence) * 100.0).round() / 100.0
}

/// [`hundredths`], for what is derived.
pub(super) fn rounded<S: Serializer>(confidence: &f32, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_f64(hundredths(*confidence))
}

/// Nothing, for what is unknown or withheld.
pub(super) fn known(text: &str) -> Option<&str> {
    (!text.is_empty()).then_some(text)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::number::Number;
    use crate::record::Evidence;
    use crate::text::Span;
    use crate::vocabulary::{Class, Relation, Zone};

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
