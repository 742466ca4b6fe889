//! The lexicon from outside: numbers that several acts bear, tables of the user's own, and messages for broken ones.

use luocdo::lexicon::{Lexicon, LoadError, load};
use luocdo::vocabulary::Language;
use std::collections::BTreeMap;
use std::fs;
use std::path::PathBuf;

/// Citations that fit several acts, with the acts: test data, because the program must never need it.
const COLLISIONS: &str = include_str!("data/collisions.csv");

#[test]
fn a_citation_that_fits_several_acts_gives_all_of_them() {
    let acts = &Lexicon::embedded().acts;
    let mut citations: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for record in csv::Reader::from_reader(COLLISIONS.as_bytes()).records() {
        let record = record.expect("the table of collisions is CSV");
        let [written, kind, number, date, act] = [0, 1, 2, 3, 4].map(|i| record[i].to_owned());
        let bare = acts.by_short_form(&written);
        let found = if bare.is_empty() { acts.by_number(&number) } else { bare };
        assert!(found.len() > 1 && found.iter().any(|a| *a.id == *act), "{written}: {act}");
        if !number.is_empty() {
            let dated: Vec<&str> = acts.find(&kind, &number, date.parse().ok()).iter().map(|a| &*a.id).collect();
            assert_eq!(dated, [act.as_str()], "{written} of {date}");
        }
        citations.entry(written).or_default().push(act);
    }
    assert!(citations.len() > 20 && citations.values().all(|acts| acts.len() > 1));
}

#[test]
fn the_documented_numbers_of_rows_are_those_of_the_tables() {
    let root = PathBuf::from(env!("CARGO_MANIFEST_DIR"));
    let page = fs::read_to_string(root.join("docs/lexicon.md")).expect("the page is in the repository");
    let told: BTreeMap<String, usize> = page
        .lines()
        .filter_map(|line| {
            let (table, rest) = line.strip_prefix("| `")?.split_once("` | ")?;
            Some((table.to_owned(), rest.split(' ').next()?.parse().ok()?))
        })
        .collect();
    let tables = fs::read_dir(root.join("data/lexicon")).expect("the tables are in the repository");
    let held: BTreeMap<String, usize> = tables
        .map(|entry| {
            let file = entry.expect("the folder can be read");
            let rows = csv::Reader::from_path(file.path()).expect("a table").into_records().count();
            (file.file_name().to_string_lossy().into_owned(), rows)
        })
        .collect();
    assert_eq!(told, held, "the table at the top of docs/lexicon.md");
}

#[test]
fn the_lexicon_is_shared_between_threads() {
    fn shared<T: Send + Sync>(value: T) -> T {
        value
    }
    let lexicon = shared(Lexicon::embedded());
    let count = std::thread::spawn(move || lexicon.organs.all().len()).join().expect("the thread ends well");
    assert_eq!(count, lexicon.organs.all().len());
}

/// A folder for one test's own tables.
fn folder(name: &str, tables: &[(&str, &str)]) -> PathBuf {
    let dir = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name);
    fs::create_dir_all(&dir).expect("the target folder can be written");
    for (file, text) in tables {
        fs::write(dir.join(file), text).expect("the target folder can be written");
    }
    dir
}

const TERMS: &str =
    "id,body,system,level,term,congress_opened,congress_closed,from,to,restarts,certainty,evidence,source\n";

#[test]
fn a_table_of_the_same_name_replaces_and_adds_rows() {
    let rows = "dang-xiv,Đảng Cộng sản Việt Nam,party,central,XIV,,,2026-01-24,2031-01,term,B,memory,test\n\
                dang-xv,Đảng Cộng sản Việt Nam,party,central,XV,,,2031-02,,term,C,memory,test\n";
    let dir = folder("extended", &[("terms.csv", &(TERMS.to_owned() + rows))]);
    let own = load(Some(&dir)).expect("the tables are right");
    let embedded = &Lexicon::embedded().terms;
    assert_eq!(own.terms.all().len(), embedded.all().len() + 1);
    let date = "2032".parse().expect("a year");
    assert_eq!(own.terms.party_term(date).map(|term| term.name.as_str()), Some("XV"));
    assert_eq!(embedded.party_term(date).map(|term| term.name.as_str()), Some("XIV"));
    assert_eq!(own.acts.all().len(), Lexicon::embedded().acts.all().len(), "other tables stay as they are");
}

/// What a folder with these tables is refused for.
fn refusal(name: &str, file: &str, text: &str) -> String {
    match load(Some(&folder(name, &[(file, text)]))) {
        Err(error) => error.to_string(),
        Ok(_) => panic!("{name} was accepted"),
    }
}

#[test]
fn a_broken_table_is_refused_with_place_and_remedy() {
    let bad_date = "x,Y,party,central,I,,,31/12/2020,,term,A,memory,test\n";
    let message = refusal("bad-date", "terms.csv", &(TERMS.to_owned() + bad_date));
    for part in ["terms.csv", "line 2", "“from”", "“31/12/2020”", "2017-05-31"] {
        assert!(message.contains(part), "{part} in {message}");
    }
    let reversed = "x,Y,party,central,I,,,2020,2019,term,A,memory,test\n";
    assert!(refusal("reversed", "terms.csv", &(TERMS.to_owned() + reversed)).contains("on or after 2020"));
    let blank = ",Y,party,central,I,,,,,term,A,memory,test\n";
    assert!(refusal("blank", "terms.csv", &(TERMS.to_owned() + blank)).contains("must not be blank"));
    assert!(refusal("column", "terms.csv", "id,body\nx,Y\n").contains("“system” is missing"));
    assert!(refusal("cells", "terms.csv", &(TERMS.to_owned() + "x,Y\n")).contains("line 2"));
    let twice = "x,Y,party,central,I,,,,,term,A,memory,test\n".repeat(2);
    assert!(refusal("twice", "terms.csv", &(TERMS.to_owned() + &twice)).contains("line 3: a row above is “x” already"));
    let system = "x,Y,police,central,I,,,,,term,A,memory,test\n";
    assert!(refusal("system", "terms.csv", &(TERMS.to_owned() + system)).contains("one of: party, state"));
}

#[test]
fn a_reference_to_nothing_is_refused() {
    let header = "id,name,kind,city_from,generations,valid_from,valid_to,successor,city_namesake_until,needs_unit,\
                  spellings,abbreviations,code,certainty,evidence,source\n";
    let row = "mới,Mới,tỉnh,,34,,,nowhere,,no,,,,A,memory,test\n";
    let dir = folder("reference", &[("places.csv", &(header.to_owned() + row))]);
    let error = load(Some(&dir)).expect_err("no place has this id");
    assert!(matches!(&error, LoadError::Reference { column: "successor", value, .. } if value == "nowhere"), "{error}");
}

/// The embedded row of a table that begins with these words.
fn row(table: &str, begins: &str) -> String {
    let text = fs::read_to_string(format!("{}/data/lexicon/{table}", env!("CARGO_MANIFEST_DIR"))).expect("it is there");
    text.lines().find(|line| line.starts_with(begins)).expect(begins).to_owned()
}

/// What a folder with these rows is refused for, in both languages.
fn contradiction(name: &str, table: &str, rows: &[String]) -> (String, String) {
    let text = format!("{}\n{}\n", row(table, ""), rows.join("\n"));
    let loaded = load(Some(&folder(&format!("rows-{name}"), &[(table, &text)])));
    let Err(error) = loaded else { panic!("{name} was accepted") };
    (error.in_language(Language::Vietnamese), error.in_language(Language::English))
}

#[test]
fn rows_that_contradict_each_other_are_refused_with_row_and_remedy() {
    let first = |table: &str, begins: &str, from: &str, to: &str| row(table, begins).replacen(from, to, 1);
    let kind = "Chỉ dẫn,guidance,party,CT,,,directive,no,no,,,,B,memory,test".to_owned();
    let cases = [
        ("abbreviation", "kinds.csv", vec![kind], ["Chỉ dẫn", "abbreviations", "viết tắt", "other_abbreviations"]),
        (
            "symbol",
            "organs.csv",
            vec![first("organs.csv", "bo-noi-vu,", "bo-noi-vu,Bộ Nội vụ", "bo-moi,Bộ Mới")],
            ["bo-moi", "symbol_is_unique", "BNV", "ghi no"],
        ),
        (
            "level",
            "organs.csv",
            vec![first("organs.csv", "tinh-uy,", ",province,yes,", ",province,no,")],
            ["tinh-uy", "territorial", "địa danh", "yes"],
        ),
        (
            "namesake",
            "places.csv",
            vec![first("places.csv", "lai-chau,", "lai-chau,", "lai-chau-khac,")],
            ["lai-chau-khac", "valid_from", "cùng tên", "ngày kết thúc"],
        ),
        (
            "gap",
            "terms.csv",
            vec![first("terms.csv", "dang-xiv,", "dang-xiv,", "dang-xvi,").replace(",XIV,", ",XVI,")],
            ["dang-xvi", "term", "thiếu", "thêm"],
        ),
        (
            "younger",
            "acts.csv",
            vec![first("acts.csv", "luat-12-2012-qh13,", "2012-06-20", "1980-06-20")],
            ["luat-12-2012-qh13", "supersedes", "1980-06-20", "sửa ngày"],
        ),
        (
            "kind",
            "acts.csv",
            vec![first("acts.csv", "luat-12-2012-qh13,", "Luật,", "Lệ luật,")],
            ["luat-12-2012-qh13", "kind", "Lệ luật", "kinds.csv"],
        ),
        (
            "twice",
            "acts.csv",
            vec![first("acts.csv", "luat-12-2012-qh13,", "luat-12-2012-qh13,", "luat-cong-doan-2012,")],
            ["luat-cong-doan-2012", "number", "luat-12-2012-qh13", "bỏ một"],
        ),
    ];
    for (name, table, rows, parts) in cases {
        let (vietnamese, english) = contradiction(name, table, &rows);
        assert!(vietnamese.contains(&format!("rows-{name}/{table}")), "{vietnamese}");
        for part in parts {
            assert!(vietnamese.contains(part), "{part} in {vietnamese}");
        }
        assert!(english.contains("row “") && english != vietnamese, "{english}");
    }
}

#[test]
fn each_message_has_a_vietnamese_form() {
    let error = load(Some(&folder(
        "vietnamese",
        &[("terms.csv", &(TERMS.to_owned() + "x,Y,party,central,I,,,31/12/2020,,term,A,m,t\n"))],
    )));
    let Err(error) = error else { panic!("a bad date was accepted") };
    let message = error.in_language(Language::Vietnamese);
    for part in ["terms.csv, dòng 2", "cột “from”", "“31/12/2020” không hợp lệ", "cần một ngày"] {
        assert!(message.contains(part), "{part} in {message}");
    }
}

#[test]
fn a_table_with_semicolons_is_a_table() {
    let rows = TERMS.replace(',', ";")
        + "dang-xiv;Đảng Cộng sản Việt Nam;party;central;XIV;;;2026-01-24;;term;B;memory;của tôi\n";
    let own = load(Some(&folder("semicolons", &[("terms.csv", &rows)]))).expect("Excel in Vietnam writes it so");
    let source = own.terms.all().iter().find(|term| term.id == "dang-xiv").map(|term| term.provenance.source.clone());
    assert_eq!(source.as_deref(), Some("của tôi"));
}

#[test]
fn a_new_law_need_not_repeat_the_row_of_the_old_one() {
    let new = row("acts.csv", "luat-50-2024-qh15,")
        .replace("luat-50-2024-qh15", "luat-moi")
        .replace("50/2024/QH15", "99/2030/QH17");
    let new = new.replace("2024-11-27", "2030-01-01").replace("2025-07-01", "2030-07-01").replace("QH XV", "QH XVII");
    let new = new.replace("luat-12-2012-qh13", "luat-50-2024-qh15");
    let text = format!("{}\n{new}\n", row("acts.csv", ""));
    let own = load(Some(&folder("new-law", &[("acts.csv", &text)]))).expect("a new law");
    let old = own.acts.by_id("luat-50-2024-qh15").expect("the old one stays");
    assert!(old.superseded_by.contains(&"luat-moi".to_owned()), "{:?}", old.superseded_by);
}
