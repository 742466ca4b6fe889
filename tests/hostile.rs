//! Files that an office's folder holds beside the good ones: each costs one line with reason and remedy, and the rest is
//! read. The files with a password were made from tests/files/mat.*; the password is "luocdo".

use luocdo::lexicon::Lexicon;
use luocdo::record::{Record, examine};
use luocdo::source::{self, Source};
use serde_json::Value;
use std::fs;
use std::io::{Read, Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

const PAPER: &str = "Căn cứ Quyết định số 12/QĐ-UBND ngày 02/3/2020 của UBND tỉnh Lào Cai;\n";

fn bytes(name: &str) -> Vec<u8> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/files").join(name);
    fs::read(&path).unwrap_or_else(|error| panic!("{name}: {error}"))
}

/// An empty folder for one test.
fn folder(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("hostile").join(name);
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).expect("a folder");
    folder
}

fn luocdo(arguments: &[&str], input: &Path) -> Output {
    Command::new(env!("CARGO_BIN_EXE_luocdo")).args(arguments).arg(input).output().expect("the program runs")
}

/// The lines of `extract`, as JSON.
fn extracted(input: &Path) -> Vec<Value> {
    let output = luocdo(&["extract"], input);
    assert_eq!(output.status.code(), Some(0), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).expect("UTF-8").lines().map(|l| serde_json::from_str(l).expect("JSON")).collect()
}

fn problem(name: &str, bytes: Vec<u8>) -> String {
    let record: Record = examine(&Source::memory(name, bytes), Lexicon::embedded());
    record.problems.first().unwrap_or_else(|| panic!("{name}: no problem")).code.to_string()
}

fn zipped(entries: &[(&str, &[u8])]) -> Vec<u8> {
    // As OpenDocument asks of its first entry.
    let options = zip::write::SimpleFileOptions::default().compression_method(zip::CompressionMethod::Stored);
    let mut zip = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    for (name, bytes) in entries {
        zip.start_file(*name, options).expect("a new entry");
        zip.write_all(bytes).expect("memory takes everything");
    }
    zip.finish().expect("memory takes everything").into_inner()
}

/// Word's own mark that the text of a .doc is encrypted.
fn closed_doc() -> Vec<u8> {
    let mut file = cfb::CompoundFile::open(std::io::Cursor::new(bytes("ke-hoach.doc"))).expect("a compound file");
    let mut stream = file.open_stream("WordDocument").expect("its text");
    stream.seek(SeekFrom::Start(11)).expect("in the head");
    let mut flags = [0];
    stream.read_exact(&mut flags).expect("the flags");
    stream.seek(SeekFrom::Start(11)).expect("in the head");
    stream.write_all(&[flags[0] | 1]).expect("memory takes everything");
    drop(stream);
    file.into_inner().into_inner()
}

#[test]
fn a_file_with_a_password_is_named_so_in_every_format() {
    let manifest = b"<manifest:manifest xmlns:manifest=\"urn:oasis:names:tc:opendocument:xmlns:manifest:1.0\">\
        <manifest:file-entry manifest:full-path=\"content.xml\"><manifest:encryption-data/></manifest:file-entry>\
        </manifest:manifest>";
    let odt = zipped(&[
        ("mimetype", b"application/vnd.oasis.opendocument.text"),
        ("META-INF/manifest.xml", manifest),
        ("content.xml", b"\x01\x02\x03"),
    ]);
    for (name, file) in [
        ("mat-khau.docx", bytes("mat-khau.docx")),
        ("mat-khau.pdf", bytes("mat-khau.pdf")),
        ("mat-khau.doc", closed_doc()),
        ("mat-khau.odt", odt),
    ] {
        assert_eq!(problem(name, file), "encrypted", "{name}");
    }
}

#[test]
fn one_bad_file_costs_one_line_and_strict_tells_it_by_the_exit_code() {
    let folder = folder("one-line");
    fs::write(folder.join("tot.txt"), PAPER).expect("a file");
    fs::write(folder.join("khoá.docx"), bytes("mat-khau.docx")).expect("a file");
    fs::write(folder.join("rỗng.txt"), "").expect("a file");
    let records = extracted(&folder);
    assert_eq!(records.len(), 3);
    for record in &records {
        let path = record["path"].as_str().expect("a path");
        let codes: Vec<&str> =
            record["problems"].as_array().expect("a list").iter().filter_map(|p| p["code"].as_str()).collect();
        match path.rsplit('/').next() {
            Some("tot.txt") => assert_eq!((codes.len(), record["mentions"].as_array().map(Vec::len)), (0, Some(1))),
            Some("khoá.docx") => assert_eq!(codes, ["encrypted"]),
            _ => assert_eq!(codes, ["empty"]),
        }
    }
    let output = luocdo(&["extract", "--strict"], &folder);
    assert_eq!(output.status.code(), Some(2));
    let told = String::from_utf8(output.stderr).expect("UTF-8");
    let closed: Vec<&str> = told.lines().filter(|line| line.contains("khoá.docx")).collect();
    assert_eq!(closed.len(), 1, "{told}");
    assert!(closed[0].contains("mật khẩu") && closed[0].contains("lưu lại"), "{told}");
}

/// A PDF of these objects, numbered from 1; the first is the catalogue.
fn pdf(objects: &[&str]) -> Vec<u8> {
    let mut file = b"%PDF-1.4\n".to_vec();
    let mut places = Vec::new();
    for (index, object) in objects.iter().enumerate() {
        places.push(file.len());
        file.extend(format!("{} 0 obj\n{object}\nendobj\n", index + 1).bytes());
    }
    let table = file.len();
    file.extend(format!("xref\n0 {}\n0000000000 65535 f \n", objects.len() + 1).bytes());
    for place in places {
        file.extend(format!("{place:010} 00000 n \n").bytes());
    }
    let size = objects.len() + 1;
    file.extend(format!("trailer\n<< /Size {size} /Root 1 0 R >>\nstartxref\n{table}\n%%EOF\n").bytes());
    file
}

#[test]
fn objects_of_a_pdf_that_lead_back_to_themselves_end() {
    let pages = pdf(&[
        "<< /Type /Catalog /Pages 2 0 R >>",
        "<< /Type /Pages /Count 1 /Kids [3 0 R] >>",
        "<< /Type /Pages /Count 1 /Kids [2 0 R] /Parent 2 0 R >>",
    ]);
    assert_eq!(problem("cay.pdf", pages), "damaged");
    let form = "<< /Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /A 5 0 R >> >> /Length 5 >>\n\
                stream\n/A Do\nendstream";
    let page =
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] /Contents 4 0 R /Resources << /XObject << /A 5 0 R >> >> >>";
    let forms = pdf(&[
        "<< /Type /Catalog /Pages 2 0 R >>",
        "<< /Type /Pages /Count 1 /Kids [3 0 R] >>",
        page,
        "<< /Length 5 >>\nstream\n/A Do\nendstream",
        form,
    ]);
    assert_eq!(problem("hinh.pdf", forms), "damaged");
}

#[test]
fn a_form_that_draws_itself_with_the_resources_of_the_page_ends_and_the_page_is_read() {
    let page = "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 99 99] /Contents 4 0 R \
                /Resources << /XObject << /A 5 0 R >> /Font << /F 6 0 R >> >> >>";
    let file = pdf(&[
        "<< /Type /Catalog /Pages 2 0 R >>",
        "<< /Type /Pages /Count 1 /Kids [3 0 R] >>",
        page,
        "<< /Length 50 >>\nstream\n/A Do BT /F 9 Tf (So 5/QD-UBND ngay 1) Tj ET /A Do\nendstream",
        "<< /Type /XObject /Subtype /Form /BBox [0 0 9 9] /Length 5 >>\nstream\n/A Do\nendstream",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ]);
    let path = folder("vong").join("vong.pdf");
    fs::write(&path, file).expect("written");
    let output = luocdo(&["text"], &path);
    assert_eq!(String::from_utf8_lossy(&output.stdout).trim(), "So 5/QD-UBND ngay 1");
}

#[test]
fn a_file_that_vanishes_after_it_was_found_is_named_and_the_others_are_read() {
    let folder = folder("vanishing");
    fs::write(folder.join("a.txt"), PAPER).expect("a file");
    fs::write(folder.join("b.txt"), PAPER).expect("a file");
    let input = folder.to_string_lossy().into_owned();
    let reading = source::read(&[input], &luocdo::DOCUMENTS).expect("it exists");
    fs::remove_file(folder.join("a.txt")).expect("it was there");
    let records: Vec<Record> = reading.sources.iter().map(|source| examine(source, Lexicon::embedded())).collect();
    assert_eq!(records[0].problems[0].code, "unreadable");
    assert!(!records[0].problems[0].remedy.is_empty());
    assert_eq!(records[1].mentions.len(), 1);
}

/// Names as long as a file system takes them, with letters taken apart as macOS writes them.
#[cfg(target_os = "linux")]
#[test]
fn long_names_and_names_of_letters_taken_apart_come_back_as_they_are() {
    let folder = folder("names");
    let apart = "Kế hoạch số 12 của Đảng ủy xã Mường Bú.txt";
    let apart: String = unicode_normalization::UnicodeNormalization::nfd(apart).collect();
    let long = format!("{}.txt", "ế".repeat((255 - 4) / 3) + "ab");
    assert_eq!(long.len(), 255);
    for name in [apart.as_str(), long.as_str(), "có  hai dấu cách.txt"] {
        fs::write(folder.join(name), PAPER).expect("a file");
    }
    let mut names: Vec<String> = extracted(&folder)
        .iter()
        .map(|record| {
            assert_eq!(record["mentions"].as_array().map(Vec::len), Some(1));
            record["path"].as_str().and_then(|path| path.rsplit('/').next()).expect("a path").to_string()
        })
        .collect();
    names.sort();
    let mut expected = vec![apart, long, "có  hai dấu cách.txt".to_string()];
    expected.sort();
    assert_eq!(names, expected);
}

#[test]
fn rows_of_a_table_and_lines_of_json_are_documents() {
    let folder = folder("rows");
    fs::write(folder.join("bang.parquet"), bytes("hai-van-ban.parquet")).expect("a file");
    let rows = extracted(&folder.join("bang.parquet"));
    let ids: Vec<_> = rows.iter().map(|row| row["id"].clone()).collect();
    assert_eq!(ids, [Value::from("a"), Value::from("b"), Value::from("c")]);
    let counts: Vec<_> = rows.iter().map(|row| row["mentions"].as_array().map_or(0, Vec::len)).collect();
    assert_eq!(counts, [1, 2, 0]);
    assert_eq!(rows[2]["problems"].as_array().map(Vec::len), Some(1), "a row without a text says so");

    let lines = format!("{{\"id\": 7, \"text\": {}}}\n{{\"id\": 8}}\nkhông phải JSON\n", Value::from(PAPER));
    fs::write(folder.join("dong.ndjson"), lines).expect("a file");
    let lines = extracted(&folder.join("dong.ndjson"));
    assert_eq!(lines.len(), 3);
    assert_eq!((&lines[0]["id"], lines[0]["mentions"].as_array().map(Vec::len)), (&Value::from(7), Some(1)));
    assert!(lines[1..].iter().all(|line| line["problems"].as_array().is_some_and(|list| list.len() == 1)));

    fs::write(folder.join("nen.parquet"), bytes("nen-zstd.parquet")).expect("a file");
    let output = luocdo(&["extract"], &folder.join("nen.parquet"));
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(said.contains("nen.parquet") && said.contains("ZSTD") && said.contains("Snappy"), "{said}");
    let cut = bytes("hai-van-ban.parquet");
    fs::write(folder.join("cut.parquet"), &cut[..cut.len() / 2]).expect("a file");
    let output = luocdo(&["extract"], &folder.join("cut.parquet"));
    assert_ne!(output.status.code(), Some(101), "it does not break down");
    assert!(String::from_utf8_lossy(&output.stderr).contains("cut.parquet"));
}
