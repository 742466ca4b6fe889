//! Documents by identity: which files are one document, and which documents are held.
//!
//! [`assemble`] turns records into a [`Corpus`]. Files with one key are one holding: the scan and the text of a paper, or
//! the same content under two names. A file that is issued with an act ("Ban hành kèm theo Quyết định số …") and has no
//! number belongs to that act. A draft without a full date is a document of its own. Files of one key whose dates
//! differ stay one holding, because the numbering rule says so, and the conflict is kept for the audit. Records that could
//! not be read take no part but stay counted.

use crate::date::PartialDate;
use crate::identity::{self, Identity, Key, Memo, Parts};
use crate::lexicon::{Home, Lexicon};
use crate::record::Record;
use crate::text::fold::fold;
use crate::vocabulary::Zone;
use foldhash::fast::FixedState;
use std::cmp::Reverse;
use std::collections::HashMap;

/// A held document and the files that hold it.
#[derive(Clone, Debug)]
pub struct Holding {
    /// Its key.
    pub key: Key,
    /// What its paper says of its number; without a number mostly empty.
    pub identity: Identity,
    /// Indices into [`Corpus::records`], the fullest file first.
    pub records: Vec<usize>,
    /// The full dates that its files bear, if they differ; sorted.
    pub conflicting_dates: Vec<PartialDate>,
}

/// The held documents of a collection.
#[derive(Clone, Debug, Default)]
pub struct Corpus {
    /// Every file read, sorted by path.
    pub records: Vec<Record>,
    /// The held documents, sorted by key.
    pub holdings: Vec<Holding>,
    homes: Vec<Home>,
    /// What their identities are made of; who compares with them goes on with these.
    parts: Parts,
    by_key: HashMap<Key, usize, FixedState>,
    of_record: Vec<Option<usize>>,
}

impl Corpus {
    /// The holding with this key.
    pub fn holding(&self, key: &Key) -> Option<&Holding> {
        self.by_key.get(key).map(|&at| &self.holdings[at])
    }

    /// The holding that a record belongs to; none for a file that could not be read.
    pub fn holding_of(&self, record: usize) -> Option<&Holding> {
        self.of_record.get(record).copied().flatten().map(|at| &self.holdings[at])
    }

    /// The parts of the identities of its holdings.
    pub(crate) fn parts(&self) -> &Parts {
        &self.parts
    }

    /// Where a record's paper is at home.
    pub fn home(&self, record: usize) -> &Home {
        &self.homes[record]
    }

    /// The fullest record of a holding.
    pub fn first_record(&self, holding: &Holding) -> &Record {
        &self.records[holding.records[0]]
    }
}

/// Sorts the records into holdings. The order of the records does not matter. Linear but for the sorting.
pub fn assemble(mut records: Vec<Record>, lexicon: &Lexicon) -> Corpus {
    let id = |record: &Record| record.id.as_ref().map(|id| id.json().to_owned());
    // In place: a stable sort would want as much memory again for half of them. Equals are one file read twice.
    records.sort_unstable_by(|a, b| (&a.path, id(a), a.fingerprint).cmp(&(&b.path, id(b), b.fingerprint)));
    let homes: Vec<Home> = records.iter().map(|record| identity::home(record, lexicon)).collect();
    let mut memo = Memo::new(lexicon);
    let mut holdings: Vec<Holding> = Vec::with_capacity(records.len());
    let mut by_key: HashMap<Key, usize, FixedState> = HashMap::default();
    let mut by_content: HashMap<[u8; 32], usize> = HashMap::new();
    for (index, record) in records.iter().enumerate().filter(|(_, record)| is_read(record)) {
        let at = *by_content.entry(record.fingerprint).or_insert_with(|| {
            let home = &homes[index];
            let (identity, key) = match attached(&mut memo, record, home) {
                Some(key) => (Identity::default(), key),
                None => identity::of_document(&mut memo, &record.document, home, &record.fingerprint),
            };
            *by_key.entry(key).or_insert_with_key(|key| {
                let (key, conflicting_dates) = (key.clone(), Vec::new());
                holdings.push(Holding { key, identity, records: Vec::new(), conflicting_dates });
                holdings.len() - 1
            })
        });
        holdings[at].records.push(index);
    }
    holdings.iter_mut().for_each(|held| order(held, &records));
    holdings.sort_unstable_by(|a, b| a.key.cmp(&b.key));
    holdings.shrink_to_fit();
    let mut of_record = vec![None; records.len()];
    for (at, held) in holdings.iter().enumerate() {
        by_key.insert(held.key.clone(), at);
        held.records.iter().for_each(|&record| of_record[record] = Some(at));
    }
    Corpus { records, holdings, homes, parts: memo.parts, by_key, of_record }
}

/// The key of a paper that another act issues with itself: `ttg/qd/52/2016#quy-che-…`. It has no number of its own and
/// says so above its text.
fn attached(memo: &mut Memo<'_>, record: &Record, home: &Home) -> Option<Key> {
    let document = &record.document;
    if document.number.is_some() || document.blank_symbol.is_some() {
        return None;
    }
    let (at, parent) = record.mentions.iter().enumerate().find(|(_, mention)| mention.number.is_some())?;
    let quote = fold(&record.evidence.get(at)?.quote);
    let before = quote.split(&fold(record.texts.get(at)?)).next()?;
    let says_so = parent.zone == Zone::Title && before.trim_end().ends_with("kèm theo");
    let name = document.subject.as_deref().or(document.kind.as_deref()).filter(|_| says_so)?;
    let kind = document.kind.as_deref().filter(|kind| !fold(name).starts_with(&fold(kind)));
    let name = kind.map_or_else(|| name.to_owned(), |kind| format!("{kind} {name}"));
    Some(identity::of_mention(memo, parent, home)?.0.key()?.issued(&name))
}

/// A record is a document if its text could be read.
fn is_read(record: &Record) -> bool {
    record.problems.iter().all(|problem| !matches!(problem.code, "unreadable" | "not-text" | "encoding"))
}

/// Puts the fullest file first, and keeps the dates if they differ.
fn order(held: &mut Holding, records: &[Record]) {
    held.records.shrink_to_fit();
    held.records.sort_by_key(|&at| {
        let document = &records[at].document;
        let told = [document.number.is_some(), document.date.is_some_and(|d| d.is_full()), document.subject.is_some()];
        (document.draft, Reverse(told.into_iter().filter(|told| *told).count()), at)
    });
    let mut dates: Vec<PartialDate> =
        held.records.iter().filter_map(|&at| records[at].document.date).filter(|date| date.is_full()).collect();
    dates.sort_unstable();
    dates.dedup();
    if dates.len() > 1 {
        held.conflicting_dates = dates;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::Document;
    use crate::number::{Family, Number};
    use crate::text::Problem;
    use crate::vocabulary::{Level, System};

    fn paper(path: &str, issuer: &str, province: &str, count: &str, date: &str) -> Record {
        let number = Number {
            text: format!("{count}/KH-UBND").into(),
            kind: Some("KH".into()),
            organ: Some("UBND".into()),
            family: Family::State,
            ..Number::bare(count)
        };
        let document = Document {
            number: (!count.is_empty()).then_some(number),
            kind: Some("Kế hoạch".into()),
            issuer: Some(issuer.into()),
            system: Some(System::State),
            level: Some(Level::Province),
            province: Some(province.into()),
            date: date.parse().ok(),
            ..Document::default()
        };
        let mut fingerprint = [0; 32];
        fingerprint[..path.len().min(32)].copy_from_slice(&path.as_bytes()[..path.len().min(32)]);
        Record { path: path.into(), document, fingerprint, ..Record::default() }
    }

    fn ids(records: Vec<Record>) -> Vec<String> {
        let corpus = assemble(records, Lexicon::embedded());
        corpus.holdings.iter().map(|held| format!("{} x{}", held.key, held.records.len())).collect()
    }

    const LAI_CHAU: &str = "Ủy ban nhân dân tỉnh Lai Châu";
    const SON_LA: &str = "Ủy ban nhân dân tỉnh Sơn La";

    #[test]
    fn one_number_of_two_provinces_is_two_documents() {
        let held = ids(vec![
            paper("a", LAI_CHAU, "Lai Châu", "12", "2021-03-02"),
            paper("b", SON_LA, "Sơn La", "12", "2021-03-02"),
            paper("c", LAI_CHAU, "Lai Châu", "12", "2022-03-02"),
        ]);
        assert_eq!(
            held,
            ["lai-chau/ubnd/kh/12/nam-2021 x1", "lai-chau/ubnd/kh/12/nam-2022 x1", "son-la/ubnd/kh/12/nam-2021 x1"]
        );
    }

    #[test]
    fn two_files_of_one_paper_are_one_document_and_two_dates_a_conflict() {
        let records = vec![
            paper("a", LAI_CHAU, "Lai Châu", "12", "2021-03-02"),
            paper("b", LAI_CHAU, "Lai Châu", "012", "2021-03-02"),
            paper("c", LAI_CHAU, "Lai Châu", "7", "2021-03-02"),
            paper("d", LAI_CHAU, "Lai Châu", "7", "2021-05-02"),
        ];
        let corpus = assemble(records, Lexicon::embedded());
        let conflicts: Vec<usize> = corpus.holdings.iter().map(|held| held.conflicting_dates.len()).collect();
        assert_eq!(ids(corpus.records.clone()), ["lai-chau/ubnd/kh/07/nam-2021 x2", "lai-chau/ubnd/kh/12/nam-2021 x2"]);
        assert_eq!(conflicts, [2, 0]);
    }

    #[test]
    fn drafts_never_merge_without_number_and_date() {
        let signed = paper("a", LAI_CHAU, "Lai Châu", "12", "2021-03-02");
        let mut draft = paper("b", LAI_CHAU, "Lai Châu", "12", "2021");
        draft.document.draft = true;
        assert_eq!(ids(vec![signed, draft]).len(), 2);
    }

    #[test]
    fn the_same_content_under_two_names_is_one_document_and_an_unreadable_file_none() {
        let mut copy = paper("a", "", "", "", "");
        let first = copy.clone();
        copy.path = "copy".into();
        let mut broken = paper("x", LAI_CHAU, "Lai Châu", "1", "2021-01-02");
        broken.problems.push(Problem { code: "not-text", message: String::new(), remedy: String::new() });
        let corpus = assemble(vec![copy, first, broken], Lexicon::embedded());
        assert_eq!(corpus.holdings.len(), 1);
        assert_eq!((corpus.holding_of(0).map(|h| h.records.len()), corpus.holding_of(2).is_none()), (Some(2), true));
    }

    #[test]
    fn what_is_issued_with_an_act_belongs_to_the_act() {
        let text = "QUY CHẾ\nHoạt động thông tin cơ sở\n(Ban hành kèm theo Quyết định số 52/2016/QĐ-TTg ngày 06 tháng 12 \
                    năm 2016 của Thủ tướng Chính phủ)\n\nĐiều 1. Phạm vi điều chỉnh\nQuy chế này quy định hoạt động.\n";
        let record = crate::record::examine(&crate::source::Source::memory("a.txt", text), Lexicon::embedded());
        let corpus = assemble(vec![record], Lexicon::embedded());
        assert_eq!(corpus.holdings[0].key.id(), "ttg/qd/52/2016#quy-che-hoat-dong-thong-tin-co-so");
    }

    #[test]
    fn a_consolidated_text_is_not_its_act() {
        let consolidated = |number: &str| Number {
            text: number.into(),
            kind: Some("VBHN".into()),
            organ: Some("BTC".into()),
            family: Family::State,
            ..Number::bare("12")
        };
        let mut act = paper("a", "Bộ Tài chính", "", "12", "2018-11-14");
        let mut text = act.clone();
        (act.path, text.path, text.fingerprint) = ("act".into(), "text".into(), [9; 32]);
        text.document.number = Some(consolidated("12/VBHN-BTC"));
        text.document.kind = Some("Văn bản hợp nhất".into());
        act.document.number = Some(Number {
            text: "12/2018/TT-BTC".into(),
            year: Some(2018),
            kind: Some("TT".into()),
            organ: Some("BTC".into()),
            family: Family::State,
            ..Number::bare("12")
        });
        assert_eq!(ids(vec![act, text]), ["btc/tt/12/2018 x1", "btc/vbhn/12/nam-2018 x1"]);
    }
}
