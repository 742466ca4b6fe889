//! Numbers that several documents bear: they stay several, and an undated citation chooses none of them.
//!
//! The facts are test data (`tests/data/collisions.csv`, `tests/data/shared_numbers.csv`): the program must never need
//! them, because it cannot know all of them.

mod papers;

use papers::*;
use std::collections::{BTreeMap, BTreeSet};

/// Acts of one number with date and issuer, as one row each.
const ACTS: &str = include_str!("data/collisions.csv");

/// Citations whose number or name several organs use.
const SHARED: &str = include_str!("data/shared_numbers.csv");

fn rows(table: &str) -> Vec<csv::StringRecord> {
    let rows: Vec<_> = csv::Reader::from_reader(table.as_bytes()).into_records().map(|row| row.expect("CSV")).collect();
    assert!(rows.len() > 9, "the table is there");
    rows
}

fn id(link: &str) -> &str {
    link.split(' ').nth(1).unwrap_or_default()
}

#[test]
fn acts_of_one_number_stay_as_many_documents_as_they_are() {
    let mut by_number: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    let mut count: BTreeMap<String, usize> = BTreeMap::new();
    for row in rows(ACTS) {
        let (written, date, act) = (&row[0], &row[3], &row[4]);
        let act = lexicon().acts.by_id(act).expect("a row of the table of acts");
        let Some(number) = &act.number else { continue };
        let cited = Cite { kind: kind(&act.kind), ..cite("", number).by(&act.issuer).on(date) };
        let link = in_letter("2026-10-01", &[cited]).remove(0);
        assert!(link.starts_with("missing "), "{written} of {date}: {link}");
        by_number.entry(written.to_owned()).or_default().insert(id(&link).to_owned());
        *count.entry(written.to_owned()).or_default() += 1;
    }
    assert!(by_number.len() > 20);
    for (written, keys) in by_number {
        assert_eq!(keys.len(), count[&written], "{written}: {keys:?}");
    }
}

#[test]
fn an_undated_citation_of_a_shared_number_chooses_none() {
    for row in rows(ACTS) {
        let (written, act) = (&row[0], &row[4]);
        let act = lexicon().acts.by_id(act).expect("a row of the table of acts");
        let Some(number) = &act.number else { continue };
        // In the words of the citation: "Nghị quyết 27-NQ/TW", "Nghị quyết 68".
        let bare = written.rsplit(' ').next().filter(|last| last.chars().all(|c| c.is_ascii_digit()));
        let number = bare.unwrap_or(number);
        let cited = Cite { kind: kind(&act.kind), ..cite("", number) };
        let link = in_letter("2026-10-01", std::slice::from_ref(&cited)).remove(0);
        assert!(link.starts_with("ambiguous"), "{written}: {link}");
        // How many of them are held decides nothing.
        let held = paper("held", act.number.as_deref().expect("it has one"), &act.issuer, &row[3]);
        let letter = citing(paper("letter", "745/LĐLĐ", LDLD_LAI_CHAU, "2026-10-01"), &[cited]);
        let link = links(&resolve(vec![held, letter])).remove(0);
        assert!(link.starts_with("ambiguous"), "{written}, one held: {link}");
    }
}

/// A citation with each of several issuers and dates is as many documents; without both it is none of them.
#[test]
fn a_number_that_many_organs_use_needs_its_organ_and_period() {
    let mut groups: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    let mut count: BTreeMap<String, usize> = BTreeMap::new();
    for row in rows(SHARED) {
        let [group, class, written, issuer, date, expected] = [0, 1, 2, 3, 4, 5].map(|at| row[at].to_owned());
        let kind_word = kind(&class);
        let base = if written.starts_with(|c: char| c.is_ascii_digit()) {
            Cite { kind: kind_word, ..cite("", &written) }
        } else {
            Cite { kind: kind_word, ..named("", &written) }
        };
        let mut full = base.clone();
        if !issuer.is_empty() {
            full = full.by(&issuer);
        }
        if !date.is_empty() {
            full = full.on(&date);
        }
        let link = in_letter("2026-10-01", &[full]).remove(0);
        assert_eq!(id(&link), expected, "{written} of {issuer} of {date}: {link}");
        groups.entry(group.clone()).or_default().insert(expected);
        *count.entry(group.clone()).or_default() += 1;
        if !issuer.is_empty() || !date.is_empty() {
            let open = in_letter("2026-10-01", &[base]).remove(0);
            assert!(open.starts_with("ambiguous"), "{group}: {written} alone: {open}");
        }
    }
    for (group, ids) in groups {
        assert_eq!(ids.len(), count[&group], "{group}: {ids:?}");
    }
}

fn kind(name: &str) -> Option<&'static str> {
    lexicon().kinds.by_name(name).map(|kind| kind.name.as_str())
}

/// A letterhead, a plan and a signature; `above` and `below` are what a draft or a copy adds.
fn plan(path: &str, number: &str, date: &str, above: &str, below: &str) -> luocdo::record::Record {
    let text = format!(
        "{above}LIÊN ĐOÀN LAO ĐỘNG TỈNH LAI CHÂU\n\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n\nSố: \
         {number}\n\nLai Châu, {date}\n\nKẾ HOẠCH\nTổ chức hội thi đọc sách năm 2021\n\nCăn cứ Luật Công đoàn năm 2012;\nLiên \
         đoàn Lao động tỉnh ban hành kế hoạch.\n\nTM. BAN THƯỜNG VỤ\nPHÓ CHỦ TỊCH\n(Đã ký)\nLò Thị Mai\n{below}"
    );
    luocdo::record::examine(&luocdo::source::Source::memory(path, text), lexicon())
}

/// The held documents and how many files each has.
fn held(records: Vec<luocdo::record::Record>) -> Vec<(String, usize)> {
    let corpus = luocdo::corpus::assemble(records, lexicon());
    corpus.holdings.iter().map(|held| (held.key.to_string(), held.records.len())).collect()
}

#[test]
fn copies_of_a_paper_are_files_of_one_document() {
    const DAY: &str = "ngày 03 tháng 4 năm 2021";
    let stamped = "SAO Y\nLiên đoàn Lao động huyện Tam Đường\nNgày 12/5/2021 08:15:22\n";
    let copied = "\nLIÊN ĐOÀN LAO ĐỘNG HUYỆN TAM ĐƯỜNG\nSố: 07/SY-LĐLĐ\nSAO Y\nTam Đường, ngày 10 tháng 5 năm 2021\nCHỦ TỊCH\nVàng A Páo\n";
    let passed_on = "\nLIÊN ĐOÀN LAO ĐỘNG HUYỆN TAM ĐƯỜNG\nSố: 08/SL-LĐLĐ\nSAO LỤC\nTam Đường, ngày 11 tháng 5 năm 2021\nCHỦ TỊCH\nVàng A Páo\n";
    let above = format!("{}\n", copied.replace("CHỦ TỊCH\nVàng A Páo\n", ""));
    let copy_first = "SAO Y\nLIÊN ĐOÀN LAO ĐỘNG HUYỆN TAM ĐƯỜNG\nSố: 07/SY-LĐLĐ\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh \
                      phúc\nTam Đường, ngày 10 tháng 5 năm 2021\n\n";
    let with_recipients = copied.replace(
        "CHỦ TỊCH",
        "Nơi nhận:\n- Các công đoàn cơ sở;\n- Lưu: VT.\nTL. BAN THƯỜNG VỤ\nCHÁNH VĂN PHÒNG\n(Đã ký)",
    );
    let with_motto = "LIÊN ĐOÀN LAO ĐỘNG HUYỆN TAM ĐƯỜNG\nSố: 08/SL-LĐLĐ\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - \
                      Hạnh phúc\nTam Đường, ngày 11 tháng 5 năm 2021\nSAO LỤC\n\n";
    let of_party =
        "ĐẢNG BỘ TỈNH LAI CHÂU\nHUYỆN ỦY TAM ĐƯỜNG\nSAO Y\nSố 24-BS/HU\nTam Đường, ngày 12 tháng 5 năm 2021\n\n";
    let records = vec![
        plan("sao-y-tren.txt", "12/KH-LĐLĐ", DAY, &above, ""),
        plan("sao-luc-tren.txt", "12/KH-LĐLĐ", DAY, with_motto, ""),
        plan("ban-sao-tren.txt", "12/KH-LĐLĐ", DAY, of_party, ""),
        plan("sao-y-ky-tren.txt", "12/KH-LĐLĐ", DAY, copied, ""),
        plan("sao-y-noi-nhan-tren.txt", "12/KH-LĐLĐ", DAY, &with_recipients, ""),
        plan(
            "sao-y-khong-ten-tren.txt",
            "12/KH-LĐLĐ",
            DAY,
            &copied.replace("CHỦ TỊCH\nVàng A Páo", "TL. CHỦ TỊCH\nCHÁNH VĂN PHÒNG"),
            "",
        ),
        plan("sao-y-quoc-hieu-tren.txt", "12/KH-LĐLĐ", DAY, copy_first, ""),
        plan("goc.txt", "12/KH-LĐLĐ", DAY, "", ""),
        plan("ten-khac.txt", "12/KH-LĐLĐ", DAY, "", ""),
        plan("word.txt", "012/KH-LĐLĐ", DAY, "", "\n\n"),
        plan("dien-tu.txt", "12/KH-LĐLĐ", DAY, stamped, ""),
        plan("sao-y.txt", "12/KH-LĐLĐ", DAY, "", copied),
        plan("sao-luc.txt", "12/KH-LĐLĐ", DAY, "", passed_on),
        plan("trich-sao.txt", "12/KH-LĐLĐ\n(Trích sao)", DAY, "", ""),
    ];
    for record in &records {
        assert_eq!(record.document.issuer.as_deref(), Some("Liên đoàn Lao động tỉnh Lai Châu"), "{}", record.path);
        assert_eq!(record.document.date.map(|date| date.to_string()).as_deref(), Some("2021-04-03"), "{}", record.path);
        assert_eq!(record.document.parent_issuer, None, "{}", record.path);
        let cited: Vec<&String> = record.texts.iter().filter(|text| text.contains('/')).collect();
        assert!(cited.is_empty(), "{}: {cited:?}", record.path);
    }
    let count = records.len();
    assert_eq!(
        held(records),
        [("lai-chau/ldld/kh/12/2021-04-03".to_owned(), count)],
        "a copy's own number makes no document"
    );
}

#[test]
fn a_heading_of_a_copy_with_no_letterhead_behind_it_is_a_paper() {
    let alone = "LIÊN ĐOÀN LAO ĐỘNG HUYỆN TAM ĐƯỜNG\n\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n\nSố: \
                 07/SY-LĐLĐ\n\nTam Đường, ngày 10 tháng 5 năm 2021\n\nSAO Y\n\nKế hoạch số 12/KH-LĐLĐ của Liên đoàn Lao động \
                 tỉnh được sao y để các công đoàn cơ sở thực hiện.\n\nCHỦ TỊCH\nVàng A Páo\n";
    let record = luocdo::record::examine(&luocdo::source::Source::memory("to-sao.txt", alone), lexicon());
    assert_eq!(record.document.number.as_ref().map(|number| number.text.as_str()), Some("07/SY-LĐLĐ"));
    assert_eq!(record.mentions.len(), 1, "the plan that it copies");
}

#[test]
fn a_draft_is_the_signed_paper_only_if_number_and_date_say_so() {
    const DAY: &str = "ngày 03 tháng 4 năm 2021";
    let signed = || plan("ky.txt", "12/KH-LĐLĐ", DAY, "", "");
    let with = |draft| held(vec![signed(), draft]).len();
    assert_eq!(with(plan("blank.txt", "     /KH-LĐLĐ", "ngày     tháng 4 năm 2021", "DỰ THẢO\n", "")), 2);
    assert_eq!(with(plan("undated.txt", "12/KH-LĐLĐ", "ngày     tháng 4 năm 2021", "DỰ THẢO\n", "")), 2);
    assert_eq!(with(plan("numbered.txt", "12/KH-LĐLĐ", DAY, "DỰ THẢO\n", "")), 1);
    let blank = plan("blank.txt", "     /KH-LĐLĐ", "ngày     tháng 4 năm 2021", "", "");
    assert!(blank.document.draft, "a blank number makes a draft");
}
