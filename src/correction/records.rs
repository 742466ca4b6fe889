//! What papers say of themselves, as corrected.

use super::place::meant;
use super::{Change, Corrections, Field, Line, Stage, Stale, fits};
use crate::document::Document;
use crate::lexicon::{Home, Lexicon};
use crate::record::Record;

/// Corrects the papers, before they are sorted into documents. Linear: a look-up for each record and line.
pub fn correct_records(records: &mut [Record], corrections: &Corrections, lexicon: &Lexicon) -> Vec<Stale> {
    let lines: Vec<&Line> = corrections.about(Stage::Records).collect();
    if lines.is_empty() {
        return Vec::new();
    }
    let mut stale = Vec::new();
    for (line, meant) in lines.iter().zip(meant(&lines, &corrections.folder, records)) {
        let Change::Document(field) = &line.change else { continue };
        match meant {
            Err(why) => stale.push(line.stale(why)),
            Ok(found) => {
                for at in found {
                    let document = &mut records[at].document;
                    match fits(line, &read_now(document, field), &field.value()) {
                        Ok(()) => correct(document, field, lexicon),
                        Err(why) => stale.push(line.stale(why)),
                    }
                }
            }
        }
    }
    stale
}

/// What the paper is read as; empty where nothing is.
pub fn read_now(document: &Document, field: &Field) -> String {
    let value = match field {
        Field::Number(_) => document.number.as_ref().map(|number| number.text.to_string()),
        Field::Kind(_) => document.kind.as_deref().map(str::to_owned),
        Field::Date(_) => document.date.map(|date| date.to_string()),
        Field::Issuer(_) => document.issuer.as_deref().map(str::to_owned),
        Field::Title(_) => document.subject.clone(),
    };
    value.unwrap_or_default()
}

fn correct(document: &mut Document, field: &Field, lexicon: &Lexicon) {
    match field {
        Field::Number(number) => {
            document.number = Some((**number).clone());
            // A blank number had made it a draft.
            if document.blank_symbol.take().is_some() {
                document.draft = false;
            }
        }
        Field::Kind(kind) => document.kind = Some(kind.as_str().into()),
        Field::Date(date) => document.date = Some(*date),
        Field::Title(title) => document.subject = Some(title.clone()),
        Field::Issuer(issuer) => {
            let home = Home { province: document.province.clone(), date: document.date, ..Home::default() };
            let read = lexicon.organs.read(issuer, &home, &lexicon.places);
            let (district, commune) = crate::document::units(&read.name, document.date, lexicon);
            document.system = read.system.or(document.system);
            document.level = read.level.or(document.level);
            document.province = read.province.or(document.province.take());
            (document.district, document.commune) = (district, commune);
            document.issuer = Some(read.name.into());
            document.issuer_from = Some("correction");
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::{Why, parse};
    use super::*;

    const HEADER: &str = "about,path,quote,id,field,before,after,reason\n";

    fn corrected(rows: &str) -> (Document, Vec<Why>) {
        let lexicon = Lexicon::embedded();
        let corrections = parse("sua.csv", &format!("{HEADER}{rows}"), lexicon).expect("a table");
        let document = Document {
            issuer: Some("Liên đoàn Lao động tỉnh Lai Châu".into()),
            province: Some("Lai Châu".into()),
            blank_symbol: Some("LĐLĐ".into()),
            draft: true,
            date: "2021-08".parse().ok(),
            ..Document::default()
        };
        let mut records = vec![Record { path: "kho/a.txt".into(), document, ..Record::default() }];
        let stale = correct_records(&mut records, &corrections, lexicon);
        (records.remove(0).document, stale.into_iter().map(|stale| stale.why).collect())
    }

    #[test]
    fn a_field_is_corrected_where_the_paper_reads_as_it_did() {
        let (document, stale) =
            corrected("document,a.txt,,,number,,745/LĐLĐ,sổ\ndocument,kho/a.txt,,,date,2021-08,18/8/2021,sổ\n");
        assert_eq!(document.number.map(|number| number.text).as_deref(), Some("745/LĐLĐ"));
        assert_eq!(document.date.map(|date| date.to_string()).as_deref(), Some("2021-08-18"));
        assert!(!document.draft && stale.is_empty());
    }

    #[test]
    fn an_issuer_brings_its_territory() {
        let (document, _) = corrected(
            "document,a.txt,,,issuer,liên đoàn lao động tỉnh lai châu,\"LĐLĐ huyện Tam Đường, tỉnh Lai Châu\",sổ\n",
        );
        assert_eq!(document.district.as_deref(), Some("huyện Tam Đường"));
        assert_eq!(document.level, Some(crate::vocabulary::Level::District));
    }

    #[test]
    fn a_line_that_no_longer_fits_is_reported_and_not_applied() {
        let (document, stale) = corrected("document,a.txt,,,date,2020-01-01,2021-08-18,sổ\n");
        assert_eq!(
            (document.date.map(|date| date.to_string()).as_deref(), stale),
            (Some("2021-08"), vec![Why::Changed])
        );
        assert_eq!(corrected("document,a.txt,,,date,2020,2021-08,sổ\n").1, [Why::Needless]);
        assert_eq!(corrected("document,b.txt,,,date,2020,2021-08,sổ\n").1, [Why::Absent]);
    }
}
