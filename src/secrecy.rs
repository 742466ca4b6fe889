//! What the record of a paper marked MẬT, TỐI MẬT or TUYỆT MẬT may show: number and date, its own and those it cites.
//!
//! [`withhold`] takes the words out after everything has been read and before anything is written; that a paper cites
//! another stays, with its place. Graphs are made without the words in the first place (`graph::Options`).

use crate::document::Document;
use crate::record::Record;

/// Takes the words out of a record whose paper bears a secrecy mark; any other is left as it is.
pub fn withhold(record: &mut Record) {
    if record.document.secrecy.is_none() {
        return;
    }
    let document = std::mem::take(&mut record.document);
    record.document = Document {
        number: document.number,
        number_span: document.number_span,
        system: document.system,
        level: document.level,
        date: document.date,
        date_span: document.date_span,
        secrecy: document.secrecy,
        draft: document.draft,
        ..Document::default()
    };
    for mention in &mut record.mentions {
        mention.name = None;
        mention.issuer = None;
        mention.issuer_full = None;
        mention.title = None;
        mention.provision = None;
    }
    record.texts.iter_mut().for_each(String::clear);
    record.cues.iter_mut().for_each(|cue| *cue = None);
    record.unit_evidence.clear();
    record.deadlines.clear();
    record.impossible_dates.clear();
    let places = [&mut record.number_evidence, &mut record.date_evidence].into_iter().flatten().map(Box::as_mut);
    record.evidence.iter_mut().chain(places).for_each(|evidence| {
        evidence.quote = Default::default();
        evidence.source = None;
    });
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::number::Number;
    use crate::record::Evidence;

    #[test]
    fn a_marked_record_keeps_number_and_date_only() {
        let mut record = Record { path: "a.txt".into(), texts: vec!["Chỉ thị mật".into()], ..Record::default() };
        record.document.subject = Some("về việc mật".into());
        record.document.issuer = Some("Tỉnh ủy".into());
        record.document.number = Some(Number::bare("7"));
        record.evidence = vec![Evidence { quote: "lời mật".into(), ..Evidence::default() }];
        let before = record.clone();
        withhold(&mut record);
        assert_eq!(record.document.subject, before.document.subject, "without a mark nothing changes");
        record.document.secrecy = Some("TỐI MẬT".into());
        withhold(&mut record);
        assert_eq!((&record.document.subject, &record.document.issuer), (&None, &None));
        assert_eq!(record.document.number, before.document.number);
        assert_eq!((record.texts[0].as_str(), record.evidence[0].quote.as_str()), ("", ""));
    }
}
