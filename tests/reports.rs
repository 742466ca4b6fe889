//! Reports as other programs read them: openpyxl, a model made from the SARIF schema, junitparser, html5lib, xmllint. Where
//! a reader is not installed its test says so and passes; `.ci/run` installs them all.

mod skip;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// A fresh folder with the sample, and a paper that would like to be a formula, a tag and a command.
fn bench(name: &str) -> PathBuf {
    let bench = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("reports-{name}"));
    let _ = fs::remove_dir_all(&bench);
    fs::create_dir_all(bench.join("kho")).expect("a folder");
    for entry in fs::read_dir(root().join("data/sample")).expect("the sample").flatten() {
        fs::copy(entry.path(), bench.join("kho").join(entry.file_name())).expect("a copy");
    }
    let hostile = "=HYPERLINK(1)<b>&\nSố: 9/KH-UBND\n\nYên Bái, ngày 31/02/2021\n\nKẾ HOẠCH\n=1+1 <script>alert(1)</script> ]]> ::error::x\n\n\
        Thực hiện Kế hoạch số 45-KH/TU, ngày 06/3/2021 của Tỉnh ủy Yên Bái về “<img src=x> & \u{1} |a|`”, các đơn vị triển khai.\n";
    fs::write(bench.join("kho/99 lạ #1.txt"), hostile).expect("written");
    bench
}

fn run(bench: &Path, arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_luocdo"))
        .current_dir(bench)
        .args(arguments)
        .env("COLUMNS", "100")
        .env_remove("LUOCDO_LANG")
        .output()
        .expect("the program runs")
}

#[track_caller]
fn done(bench: &Path, arguments: &[&str]) -> String {
    let output = run(bench, arguments);
    assert_eq!(output.status.code(), Some(0), "luocdo {arguments:?}: {}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).expect("UTF-8")
}

/// Runs a Python program over a file, if Python has the module; a program that fails fails the test.
#[track_caller]
fn python(module: &str, program: &str, file: &Path) {
    let own = root().join("target/readers/bin/python3");
    let python = if own.exists() { own } else { PathBuf::from("python3") };
    let has = Command::new(&python).args(["-c", &format!("import {module}")]).output();
    if !has.is_ok_and(|output| output.status.success()) {
        skip::skipped(&format!("Python has no {module} here: a report is not read back by it"));
        return;
    }
    let output = Command::new(&python).args(["-c", program]).arg(file).output().expect("Python runs");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
}

#[test]
fn the_workbook_opens_with_its_sheets_and_no_cell_is_a_formula() {
    let bench = bench("xlsx");
    done(&bench, &["audit", "kho", "-q", "--exit-zero", "-o", "a.xlsx"]);
    done(&bench, &["audit", "kho", "-q", "--exit-zero", "-o", "b.xlsx", "-j", "1"]);
    let (one, other) = (fs::read(bench.join("a.xlsx")).unwrap(), fs::read(bench.join("b.xlsx")).unwrap());
    assert!(one == other && one.starts_with(b"PK"), "the same bytes in every run");
    let program = r#"
import sys, openpyxl
book = openpyxl.load_workbook(sys.argv[1])
assert book.sheetnames == ["Văn bản", "Viện dẫn", "Nguồn còn thiếu", "Nơi nhận", "Phát hiện", "Độ phủ"], book.sheetnames
for sheet in book:
    assert sheet.max_row > 1, sheet.title
    assert sheet.freeze_panes == "A2" and sheet.auto_filter.ref, sheet.title
    for row in sheet.iter_rows():
        for cell in row:
            assert cell.data_type != "f", (sheet.title, cell.coordinate, cell.value)
            if isinstance(cell.value, str) and cell.value[:1] in "=+-@":
                assert cell.quotePrefix, (sheet.title, cell.coordinate, cell.value)
numbers = [row[0].value for row in book["Văn bản"].iter_rows(min_row=2)]
assert "04/KH-CĐCS" in numbers, numbers
ranks = [row[0].value for row in book["Nguồn còn thiếu"].iter_rows(min_row=2)]
assert ranks == list(range(1, len(ranks) + 1)), ranks
codes = {row[0].value for row in book["Phát hiện"].iter_rows(min_row=2)}
assert {"NG101", "TK501", "NT204"} <= codes, codes
"#;
    python("openpyxl", program, &bench.join("a.xlsx"));
}

#[test]
fn the_retrieval_list_opens_with_a_letter_for_each_holder() {
    let bench = bench("worklist");
    for name in ["w.xlsx", "w.csv", "w.md"] {
        done(&bench, &["audit", "kho", "-q", "--exit-zero", "--statistics", "--worklist", name]);
    }
    let program = r#"
import sys, openpyxl
book = openpyxl.load_workbook(sys.argv[1])
rows = list(book["Phiếu tìm"].iter_rows(min_row=2, values_only=True))
assert rows[0][0] == 1 and rows[0][2] == "02-NQ/TW", rows[0]
assert "“" in rows[0][9] and "site:" in rows[0][11], rows[0]
letters = [sheet for sheet in book if sheet.title.startswith("Đề nghị")]
assert len(letters) > 5 and letters[0]["A1"].value == "PHIẾU ĐỀ NGHỊ CUNG CẤP VĂN BẢN"
"#;
    python("openpyxl", program, &bench.join("w.xlsx"));
    let table = fs::read_to_string(bench.join("w.csv")).unwrap();
    assert!(table.starts_with("Thứ tự,Văn bản cần tìm,"), "{table:.80}");
    let text = fs::read_to_string(bench.join("w.md")).unwrap();
    assert!(text.contains("## PHIẾU ĐỀ NGHỊ CUNG CẤP VĂN BẢN") && !text.contains("<img"), "markup of a paper is text");
    let failed = run(&bench, &["audit", "kho", "-q", "--worklist", "w.docx"]);
    assert_eq!(failed.status.code(), Some(2));
    assert!(!bench.join("w.docx").exists(), "whole or not at all");
}

#[test]
fn the_sarif_log_is_what_its_schema_says() {
    let bench = bench("sarif");
    done(&bench, &["audit", "kho", "-q", "--exit-zero", "-o", "a.sarif"]);
    let program = r#"
import json, sys
from urllib.parse import urlparse
from sarif_pydantic import Sarif
log = json.load(open(sys.argv[1], encoding="utf-8"))
model = Sarif.model_validate(log)
run = log["runs"][0]
assert log["version"] == "2.1.0" and len(model.runs[0].results) == len(run["results"]) > 60
rules = [rule["id"] for rule in run["tool"]["driver"]["rules"]]
for result in run["results"]:
    assert rules[result["ruleIndex"]] == result["ruleId"], result
    assert result["level"] in ("error", "warning", "note") and result["message"]["text"]
    assert result["partialFingerprints"]["luocdo/v1"].startswith(result["ruleId"])
    for location in result.get("locations", []) + result.get("relatedLocations", []):
        physical = location["physicalLocation"]
        uri = physical["artifactLocation"]["uri"]
        assert uri.isascii() and " " not in uri and not urlparse(uri).fragment, uri
        assert physical.get("region", {"startLine": 1})["startLine"] >= 1
"#;
    python("sarif_pydantic", program, &bench.join("a.sarif"));
}

#[test]
fn the_junit_report_is_xml_with_a_suite_for_each_code() {
    let bench = bench("junit");
    done(&bench, &["audit", "kho", "-q", "--exit-zero", "-o", "a.xml"]);
    let program = r#"
import sys
from junitparser import JUnitXml
report = JUnitXml.fromfile(sys.argv[1])
suites = list(report)
assert len(suites) >= 25, len(suites)
failures = sum(1 for suite in suites for case in suite for result in case.result)
assert failures == report.failures > 60, (failures, report.failures)
"#;
    python("junitparser", program, &bench.join("a.xml"));
    match Command::new("xmllint").arg("--noout").arg(bench.join("a.xml")).output() {
        Ok(output) => assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr)),
        Err(_) => skip::skipped("no xmllint here: well-formedness is not tested"),
    }
}

#[test]
fn the_page_is_valid_and_asks_for_nothing_from_outside() {
    let bench = bench("html");
    done(&bench, &["audit", "kho", "-q", "--exit-zero", "-o", "a.html"]);
    let page = fs::read_to_string(bench.join("a.html")).unwrap();
    assert!(!page.contains("<script") && !page.contains("src=\"http") && !page.contains("<img src=x"), "text is text");
    let program = r#"
import sys, html5lib
parser = html5lib.HTMLParser(strict=False, namespaceHTMLElements=False)
page = parser.parse(open(sys.argv[1], encoding="utf-8").read())
assert not parser.errors, parser.errors[:5]
images = page.findall(".//img")
assert images and all(image.get("src").startswith("data:image/svg+xml,") and image.get("alt") for image in images)
from urllib.parse import unquote
import xml.dom.minidom as dom
for image in images:
    drawing = dom.parseString(unquote(image.get("src").split(",", 1)[1]))
    assert drawing.documentElement.tagName == "svg"
"#;
    python("html5lib", program, &bench.join("a.html"));
}

#[test]
fn carets_stand_under_their_words_in_80_columns_whatever_the_letters_and_gaps() {
    let bench = bench("caret");
    fs::create_dir_all(bench.join("lech")).expect("a folder");
    let sentence = "Các cấp công đoàn tỉnh tiếp tục quán triệt,\ttổ chức thực hiện nghiêm túc Chỉ thị số 05-CT/TW về học tập trong toàn thể đoàn viên.";
    // "ệ" as e with two marks: what one reads is one letter, what one counts are three.
    let parts = [
        ("ệ", "e\u{323}\u{302}"),
        ("ế", "e\u{302}\u{301}"),
        ("ổ", "o\u{302}\u{309}"),
        ("ọ", "o\u{323}"),
        ("ấ", "a\u{302}\u{301}"),
    ];
    let apart = parts.iter().fold(sentence.to_string(), |text, (whole, parts)| text.replace(whole, parts));
    fs::write(bench.join("lech/a.txt"), format!("KẾ HOẠCH\n\n{sentence}\n")).expect("written");
    fs::write(bench.join("lech/b.txt"), format!("KẾ HOẠCH\n\n{apart}\n")).expect("written");
    let output = Command::new(env!("CARGO_BIN_EXE_luocdo"))
        .current_dir(&bench)
        .args(["audit", "lech", "-q", "--exit-zero", "--select", "NG102"])
        .env("COLUMNS", "80")
        .output()
        .expect("the program runs");
    let text = String::from_utf8(output.stdout).expect("UTF-8");
    assert!(text.lines().all(|line| line.chars().count() <= 80), "{text}");
    let lines: Vec<&str> = text.lines().collect();
    let carets: Vec<usize> = (0..lines.len()).filter(|&at| lines[at].contains('^')).collect();
    assert_eq!(carets.len(), 2, "{text}");
    for at in carets {
        let from = lines[at].chars().position(|c| c == '^').expect("a caret");
        let count = lines[at].chars().filter(|c| *c == '^').count();
        let marked: String = lines[at - 1].chars().skip(from).take(count).collect();
        assert_eq!(marked, "Chỉ thị số 05-CT/TW", "{text}");
    }
    assert!(text.contains("lech/a.txt:3\n"), "file and line, and no column of the excerpt: {text}");
}

#[test]
fn settings_that_cannot_be_used_are_refused_in_the_language_asked_for() {
    let bench = bench("refused");
    let refused = |arguments: &[&str]| {
        let output = run(&bench, &[&["audit", "kho", "-q"], arguments].concat());
        assert_eq!(output.status.code(), Some(2), "{arguments:?}");
        String::from_utf8(output.stderr).expect("UTF-8")
    };
    assert!(refused(&["--select", "NG11"]).contains("không có mã “NG11”, phải chăng là “NG101”?"));
    assert!(refused(&["--select", "NG11", "--lang", "en"]).contains("there is no code “NG11”, did you mean “NG101”?"));
    assert!(refused(&["--select", "NG101-zzz"]).contains("“NG101-zzz” không phải định danh phát hiện"));
    let twice = "{ code = \"QT901\", message = \"x\", forbid = {} }";
    let said = refused(&["--rule", twice, "--rule", twice]);
    assert!(said.contains("--rule, dòng 1, cột 10: một quy tắc khác đã mang mã QT901"), "{said}");
    assert!(refused(&["--organs", "khong-co.csv"]).contains("không đọc được “khong-co.csv”: không có tệp này"));
    fs::write(bench.join("da-biet.csv"), "id,code,about,reason,date\nNG101-1,NG101,x,,2025-06-30\n").expect("written");
    let said = refused(&["--baseline", "da-biet.csv"]);
    assert!(said.contains("da-biet.csv, dòng 2: “NG101-1” thiếu lý do (reason)"), "{said}");
    fs::write(bench.join("luocdo.toml"), "[audit]\nprofile = \"nd31\"\n").expect("written");
    let said = refused(&[]);
    assert!(said.contains("luocdo.toml, dòng 2, cột 11: không có “nd31”, phải chăng là “nd30”?"), "{said}");
}

#[test]
fn the_json_run_reads_back_and_is_like_itself() {
    let bench = bench("json");
    done(&bench, &["audit", "kho", "-q", "--exit-zero", "-o", "a.json"]);
    let run: serde_json::Value = serde_json::from_str(&fs::read_to_string(bench.join("a.json")).unwrap()).unwrap();
    for key in ["nodes", "edges", "unresolved", "addressed", "findings", "coverage"] {
        assert!(run[key].as_array().is_some_and(|list| !list.is_empty()), "{key}");
    }
    assert_eq!(run["findings"][0]["places"][0]["path"], run["findings"][0]["path"]);
    let same = done(&bench, &["diff", "a.json", "kho", "-q"]);
    assert!(same.contains("Phát hiện: thêm 0, bớt 0, đổi 0"), "{same}");
    fs::remove_file(bench.join("kho/01-yen-bai-tinh-uy-ke-hoach-45.txt")).unwrap();
    let output = ended(&bench, &["diff", "a.json", "kho", "-q"]);
    let words = output.1.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(words.contains("tình trạng: có trong kho → chưa thấy trong kho"), "{words}");
    assert_eq!(output.0, Some(1), "a difference ends with 1");
}

fn ended(bench: &Path, arguments: &[&str]) -> (Option<i32>, String) {
    let output = run(bench, arguments);
    (output.status.code(), String::from_utf8(output.stdout).expect("UTF-8"))
}

#[test]
fn markdown_csv_and_commands_hold_hostile_words_as_text() {
    let bench = bench("text");
    let text = done(&bench, &["audit", "kho", "-q", "--exit-zero", "-f", "md"]);
    assert!(!text.contains("<script>") && text.contains("\\<"), "markup of a paper is text");
    let table = done(&bench, &["audit", "kho", "-q", "--exit-zero", "-f", "csv"]);
    let mut rows = csv::Reader::from_reader(table.as_bytes());
    let mut count = 0;
    for row in rows.records() {
        let row = row.expect("every row has every column");
        assert!(row.iter().all(|cell| !cell.starts_with(['=', '+', '-', '@'])), "{row:?}");
        count += 1;
    }
    let commands = done(&bench, &["audit", "kho", "-q", "--exit-zero", "-f", "github"]);
    assert_eq!(commands.lines().count(), count, "a command a finding");
    let heads = ["::error ", "::warning ", "::notice "];
    assert!(commands.lines().all(|line| heads.iter().any(|head| line.starts_with(head))), "{commands}");
}

#[test]
fn a_baseline_takes_reasons_hides_and_tells_what_is_gone() {
    let bench = bench("baseline");
    let first = done(
        &bench,
        &[
            "audit",
            "kho",
            "-q",
            "--exit-zero",
            "--select",
            "SO301,NT203",
            "--baseline",
            "da-biet.csv",
            "--accept",
            "đã hỏi văn thư",
            "--as-of",
            "2026-01-05",
            "--statistics",
        ],
    );
    assert!(first.contains("SO301"), "{first}");
    let book = fs::read_to_string(bench.join("da-biet.csv")).unwrap();
    assert!(book.starts_with("id,code,about,reason,date\n") && book.contains("đã hỏi văn thư,2026-01-05"), "{book}");
    let second = done(&bench, &["audit", "kho", "-q", "--select", "SO301,NT203", "--baseline", "da-biet.csv"]);
    assert!(second.contains("điều đã biết, không kê lại") && second.contains("0 lỗi"), "{second}");
    fs::remove_file(bench.join("kho/06-yen-bai-ldld-du-thao-2023.txt")).unwrap();
    let third = done(&bench, &["audit", "kho", "-q", "--select", "SO301,NT203", "--baseline", "da-biet.csv"]);
    assert!(third.contains("đã hết, có thể bỏ khỏi sổ: SO301-"), "{third}");
    let bad = book.replace("đã hỏi văn thư", "");
    fs::write(bench.join("da-biet.csv"), bad).unwrap();
    let failed = run(&bench, &["audit", "kho", "-q", "--baseline", "da-biet.csv"]);
    assert_eq!(failed.status.code(), Some(2));
    assert!(String::from_utf8_lossy(&failed.stderr).contains("thiếu lý do"));
}

#[test]
fn settings_stand_in_for_flags_and_a_flag_counts_before_them() {
    let bench = bench("config");
    done(&bench, &["init", "."]);
    for name in ["luocdo.toml", "co-quan.csv", "luocdo-sua.csv"] {
        assert!(bench.join(name).is_file(), "{name}");
    }
    let plain = done(&bench, &["audit", "kho", "-q", "--exit-zero", "--statistics"]);
    fs::write(bench.join("luocdo.toml"), "[audit]\nselect = [\"SO\"]\nexit-zero = true\nstatistics = true\n").unwrap();
    let set = done(&bench, &["audit", "kho", "-q"]);
    assert!(set.contains("SO301") && !set.contains("NG101") && plain.contains("NG101"), "{set}");
    assert!(done(&bench, &["audit", "kho", "-q", "--select", "NG101"]).contains("NG101"));
    fs::write(bench.join("luocdo.toml"), "[audit]\nfail_on = \"note\"\n").unwrap();
    let failed = run(&bench, &["audit", "kho", "-q"]);
    let error = String::from_utf8_lossy(&failed.stderr).into_owned();
    assert_eq!(failed.status.code(), Some(2));
    assert!(error.contains("luocdo.toml, dòng 2, cột 1") && error.contains("“fail-on”"), "{error}");
    let kept = done(&bench, &["init", "."]);
    assert_eq!(kept.matches("đã có, giữ nguyên").count(), 3, "{kept}");
}

#[test]
fn what_a_place_says_stands_in_every_form_that_lists_places() {
    let bench = bench("said");
    let later = "LIÊN ĐOÀN LAO ĐỘNG TỈNH YÊN BÁI\n\nSố: 12/KH-LĐLĐ\n\nYên Bái, ngày 05 tháng 3 năm 2021\n\nKẾ HOẠCH\nHọc tập\n\n\
        Thực hiện Kế hoạch số 46-KH/TU, ngày 20/5/2021 của Tỉnh ủy Yên Bái, Ban Thường vụ triển khai.\n";
    fs::create_dir(bench.join("sau")).expect("a folder");
    fs::write(bench.join("sau/a.txt"), later).expect("written");
    for form in ["md", "csv", "junit"] {
        let text = done(&bench, &["audit", "sau", "-q", "--exit-zero", "--select", "NT202", "-f", form]);
        for said in ["văn bản được viện dẫn: ngày 20/5/2021", "ngày trên văn bản: 05/3/2021"] {
            assert!(text.contains(said), "{form}: {text}");
        }
    }
    done(&bench, &["audit", "sau", "-q", "--exit-zero", "--select", "NT202", "-o", "a.xlsx"]);
    let program = r#"
import sys, openpyxl
rows = list(openpyxl.load_workbook(sys.argv[1])["Phát hiện"].iter_rows(min_row=2, values_only=True))
assert len(rows) == 1 and "văn bản được viện dẫn: ngày 20/5/2021" in rows[0][3] and "05/3/2021" in rows[0][3], rows
"#;
    python("openpyxl", program, &bench.join("a.xlsx"));
}

#[test]
fn no_report_holds_a_control_or_a_mark_that_turns_text() {
    let bench = bench("harmful");
    let paper = "LIÊN ĐOÀN LAO ĐỘNG TỈNH YÊN BÁI\n\nSố: 12/KH-LĐLĐ\n\nYên Bái, ngày 05 tháng 3 năm 2021\n\nKẾ HOẠCH\nHọc tập\n\n\
        Thực hiện Kế hoạch số 46-KH/TU, ngày 20/02/2021 của Tỉnh ủy Yên Bái về \u{202E}học tập\u{2066} \u{1B}[31m làm theo, Ban Thường vụ triển khai.\n";
    fs::create_dir(bench.join("xau")).expect("a folder");
    fs::write(bench.join("xau/a\u{202E}.txt"), paper).expect("written");
    let harmful = |c: char| {
        matches!(c, '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}') || c.is_control() && c != '\n' && c != '\r'
    };
    for form in ["md", "csv", "junit", "html", "github"] {
        let text = done(&bench, &["audit", "xau", "-q", "--exit-zero", "-f", form]);
        assert!(!text.contains(harmful), "{form}: {text:?}");
    }
    for name in ["w.md", "w.csv"] {
        done(&bench, &["audit", "xau", "-q", "--exit-zero", "--worklist", name]);
        assert!(!fs::read_to_string(bench.join(name)).unwrap().contains(harmful), "{name}");
    }
    for name in ["a.svg", "a.dot", "a.mmd", "a.d2"] {
        done(&bench, &["draw", "xau", name, "-q"]);
        assert!(!fs::read_to_string(bench.join(name)).unwrap().contains(harmful), "{name}");
    }
}

#[test]
fn an_option_that_a_format_cannot_keep_is_refused_and_one_that_it_can_is_kept() {
    let bench = bench("options");
    for (name, option, value) in [
        ("a.dot", "--theme", "dark"),
        ("a.mmd", "--paper", "a3"),
        ("a.d2", "--time", "month"),
        ("a.dot", "--scale", "2"),
        ("a.svg", "--scale", "2"),
    ] {
        let output = run(&bench, &["draw", "kho", name, option, value]);
        let said = String::from_utf8_lossy(&output.stderr).into_owned();
        assert!(output.status.code() == Some(2) && said.contains(option), "{name} {option}: {said}");
        assert!(!bench.join(name).exists());
    }
    let output = run(&bench, &["draw", "kho", "a.svg", "--engine", "dot", "--text-to-path"]);
    assert_eq!(output.status.code(), Some(2));
    done(
        &bench,
        &[
            "draw",
            "kho",
            "a.dot",
            "-q",
            "--title",
            "Tên",
            "--lanes",
            "organ",
            "--arrows",
            "cite",
            "--addressees",
            "off",
        ],
    );
    assert!(fs::read_to_string(bench.join("a.dot")).unwrap().contains("label=\"Tên\""));
}

#[test]
fn holders_beyond_the_letters_of_the_workbook_are_named() {
    let bench = bench("holders");
    fs::create_dir(bench.join("nhieu")).expect("a folder");
    let organs = [
        ("UBND", "Ủy ban nhân dân"),
        ("LĐLĐ", "Liên đoàn Lao động"),
        ("SNV", "Sở Nội vụ"),
        ("STC", "Sở Tài chính"),
        ("SYT", "Sở Y tế"),
        ("SCT", "Sở Công Thương"),
        ("SXD", "Sở Xây dựng"),
        ("STP", "Sở Tư pháp"),
    ];
    let day = luocdo::date::PartialDate::day(2021, 2, 20);
    let places = luocdo::lexicon::Lexicon::embedded().places.all().iter();
    let sources = places.filter(|place| place.is_city(day) == Some(false)).flat_map(|place| {
        organs.map(|(code, organ)| {
            let name = &place.name;
            format!(
                "Thực hiện Kế hoạch số 15/KH-{code}, ngày 20/02/2021 của {organ} tỉnh {name}, các đơn vị triển khai."
            )
        })
    });
    let body: Vec<String> = sources.collect();
    let paper = format!(
        "LIÊN ĐOÀN LAO ĐỘNG TỈNH YÊN BÁI\n\nSố: 12/KH-LĐLĐ\n\nYên Bái, ngày 05 tháng 3 năm 2021\n\nKẾ HOẠCH\nHọc tập\n\n{}\n",
        body.join("\n")
    );
    fs::write(bench.join("nhieu/a.txt"), paper).expect("written");
    done(&bench, &["audit", "nhieu", "-q", "--exit-zero", "--worklist", "w.xlsx"]);
    let program = r#"
import sys, openpyxl
book = openpyxl.load_workbook(sys.argv[1])
letters = [sheet for sheet in book if sheet.title.startswith("Đề nghị")]
listed = book["Phiếu tìm"].max_row - 1
others = book["Các nơi khác"].max_row - 1
assert len(letters) == 200 and others > 0, (len(letters), others, listed)
"#;
    python("openpyxl", program, &bench.join("w.xlsx"));
}
