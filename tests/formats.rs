//! One paper in every format, with the letterhead and the list that offices make as tables: the same words of itself, the
//! same references, each with its place in the file. The files under tests/files were written for this project and saved by
//! LibreOffice; conversions of whole collections are .ci/faithful.py.

use luocdo::lexicon::Lexicon;
use luocdo::record::{Record, examine};
use luocdo::source::{self, Limits, Source};
use luocdo::text::{self, Encoding, Format, Problem};
use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};

const OFFICE: [(&str, Format); 6] = [
    ("docx", Format::Docx),
    ("doc", Format::Doc),
    ("rtf", Format::Rtf),
    ("odt", Format::Odt),
    ("html", Format::Html),
    ("pdf", Format::Pdf),
];

fn path(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/files").join(name)
}

fn bytes(name: &str) -> Vec<u8> {
    fs::read(path(name)).unwrap_or_else(|error| panic!("{name}: {error}"))
}

fn record(name: &str, bytes: Vec<u8>) -> Record {
    examine(&Source::memory(name, bytes), Lexicon::embedded())
}

fn problem(name: &str, bytes: Vec<u8>) -> Problem {
    record(name, bytes).problems.into_iter().next().unwrap_or_else(|| panic!("{name}: no problem"))
}

/// Number, kind, date and relation of every reference.
fn references(record: &Record) -> Vec<String> {
    let number = |m: &luocdo::mention::Mention| m.number.as_ref().map(|n| n.text.clone()).unwrap_or_default();
    let date = |m: &luocdo::mention::Mention| m.date.map(|date| date.to_string()).unwrap_or_default();
    let line = |m: &luocdo::mention::Mention| {
        format!("{} | {} | {} | {:?}", m.kind.as_deref().unwrap_or_default(), number(m), date(m), m.relation)
    };
    record.mentions.iter().map(line).collect()
}

#[test]
fn a_paper_says_the_same_of_itself_in_every_format() {
    for (extension, format) in OFFICE {
        let name = format!("ke-hoach.{extension}");
        let record = record(&name, bytes(&name));
        assert_eq!(record.format, Some(format), "{name}");
        assert!(record.problems.is_empty(), "{name}: {:?}", record.problems);
        let document = &record.document;
        let number = document.number.as_ref().map(|number| number.text.as_str());
        assert_eq!(number, Some("27/KH-LĐLĐ"), "{name}");
        assert_eq!(document.kind.as_deref(), Some("Kế hoạch"), "{name}");
        assert_eq!(document.issuer.as_deref(), Some("Liên đoàn Lao động tỉnh Lai Châu"), "{name}");
        assert_eq!(document.date.map(|date| date.to_string()).as_deref(), Some("2021-06-14"), "{name}");
        assert_eq!(document.place.as_deref(), Some("Lai Châu"), "{name}");
        let signer = document.signer.as_ref().and_then(|signer| signer.name.as_deref());
        assert_eq!(signer, Some("Lò Thị Mai"), "{name}");
    }
}

#[test]
fn a_paper_cites_the_same_in_every_format() {
    let expected = references(&record("ke-hoach.docx", bytes("ke-hoach.docx")));
    for number in ["45-KH/TU", "31/HD-TLĐ", "39/2016/NĐ-CP", "06/2020/TT-BLĐTBXH", "29-CT/TW"] {
        assert!(expected.iter().any(|line| line.contains(number)), "{number} in {expected:#?}");
    }
    for (extension, _) in OFFICE {
        let name = format!("ke-hoach.{extension}");
        assert_eq!(references(&record(&name, bytes(&name))), expected, "{name}");
    }
}

#[test]
fn labels_of_lists_are_made_as_word_shows_them() {
    let shown = "Điều 1. Phạm vi\n1. Kế hoạch này áp dụng cho các công đoàn cơ sở.\n2. Gồm có:\na) trường học;\nb) trạm y \
                 tế.\nĐiều 2. Thực hiện\n1. Theo Chỉ thị số 05-CT/TU.\nI. MỤC ĐÍCH\nI.1. Thăm hỏi đoàn viên.\nII. YÊU \
                 CẦU\nII.1. Tiết kiệm.\nII.2. An toàn.\n- trồng cây\nVII. Phần riêng\n1 \tNhà đa năng\n2 \tSân bóng\nHết.\n";
    for name in ["danh-so.docx", "danh-so.doc"] {
        let text = text::decode(name, bytes(name)).expect("readable");
        assert!(text.as_str().ends_with(shown), "{name}: {}", text.as_str());
    }
}

#[test]
fn every_reference_has_its_place_in_the_file() {
    for (extension, format) in OFFICE {
        let name = format!("ke-hoach.{extension}");
        let record = record(&name, bytes(&name));
        for evidence in &record.evidence {
            let place = evidence.place.as_deref().unwrap_or_default();
            match format {
                Format::Pdf => assert_eq!(evidence.page, Some(1), "{name}"),
                _ => assert!(place.starts_with("paragraph ") || place.starts_with("table "), "{name}: {place:?}"),
            }
        }
    }
    let record = record("ke-hoach.docx", bytes("ke-hoach.docx"));
    let listed = record.texts.iter().position(|text| text.contains("06/2020")).expect("cited in the list");
    assert_eq!(record.evidence[listed].place.as_deref(), Some("table 2, row 2, cell 2"));
}

#[test]
fn old_encodings_are_read_like_unicode_and_keep_what_the_file_says() {
    let expected = references(&record("utf-8.txt", bytes("utf-8.txt")));
    assert!(expected.len() > 1);
    for (name, encoding) in [
        ("tcvn3.txt", Encoding::Tcvn3),
        ("vni.txt", Encoding::Vni),
        ("viscii.txt", Encoding::Viscii),
        ("windows-1258.txt", Encoding::Windows1258),
        ("utf-16le.txt", Encoding::Utf16Le),
        ("utf-16be.txt", Encoding::Utf16Be),
    ] {
        let file = bytes(name);
        let record = record(name, file.clone());
        assert_eq!(record.encoding, Some(encoding), "{name}");
        assert_eq!(references(&record), expected, "{name}");
        let converted = !matches!(encoding, Encoding::Utf16Le | Encoding::Utf16Be);
        for evidence in &record.evidence {
            assert_eq!(evidence.source.is_some(), converted, "{name}");
            let at = evidence.place.as_deref().and_then(|place| place.strip_prefix("byte ")?.parse::<usize>().ok());
            let at = at.unwrap_or_else(|| panic!("{name}: {:?}", evidence.place));
            let first = evidence.source.as_deref().and_then(|source| source.chars().next());
            if let Some(first) = first {
                assert_eq!(char::from(file[at]), first, "{name}");
            }
        }
    }
}

/// Nothing but number and date of a marked paper comes out, whatever the format.
#[test]
fn a_marked_paper_stays_closed_in_every_format() {
    for extension in OFFICE.map(|(extension, _)| extension).into_iter().chain(["txt"]) {
        let name = format!("mat.{extension}");
        let file = path(&name);
        let run = |arguments: &[&str]| {
            let output = std::process::Command::new(env!("CARGO_BIN_EXE_luocdo")).args(arguments).arg(&file).output();
            output.expect("the program runs")
        };
        for command in [
            &["extract"][..],
            &["export", "-t", "json"],
            &["export", "-t", "dot"],
            &["draw", "-f", "svg"],
            &["audit", "-f", "ndjson"],
        ] {
            let out = String::from_utf8(run(command).stdout).expect("UTF-8");
            // What is missing is what the audit is about.
            let shown = if command[0] == "audit" { "05-CT/TU" } else { "12/BC-SNV" };
            assert!(out.contains(shown), "{name} {command:?}: {out}");
            for closed in ["rà soát hồ sơ", "214 hồ sơ", "công tác bảo vệ", "Hoàng Thị Sen"] {
                assert!(!out.contains(closed), "{name} {command:?} shows “{closed}”");
            }
        }
        let text = run(&["text"]);
        assert_eq!((text.status.code(), text.stdout.len()), (Some(2), 0), "{name}");
    }
}

#[test]
fn what_cannot_be_read_is_named_with_reason_and_remedy() {
    let docx = bytes("ke-hoach.docx");
    let pdf = bytes("ke-hoach.pdf");
    let doc = bytes("ke-hoach.doc");
    for (name, file, code) in [
        ("rong.txt", Vec::new(), "empty"),
        ("cut.docx", docx[..docx.len() / 2].to_vec(), "damaged"),
        ("cut.doc", doc[..600].to_vec(), "not-text"),
        ("cut.pdf", pdf[..400].to_vec(), "damaged"),
        ("anh.png", b"\x89PNG\r\n\x1a\n0000".to_vec(), "not-text"),
        ("bang.docx", zipped(&[("xl/workbook.xml", b"<x/>")]), "not-text"),
    ] {
        let problem = problem(name, file);
        assert_eq!(problem.code, code, "{name}: {problem:?}");
        assert!(!problem.message.is_empty() && !problem.remedy.is_empty(), "{name}: {problem:?}");
    }
}

fn zipped(entries: &[(&str, &[u8])]) -> Vec<u8> {
    let mut zip = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    for (name, bytes) in entries {
        zip.start_file(*name, zip::write::SimpleFileOptions::default()).expect("a new entry");
        zip.write_all(bytes).expect("memory takes everything");
    }
    zip.finish().expect("memory takes everything").into_inner()
}

/// A docx whose document is as given.
fn docx(document: &str) -> Vec<u8> {
    zipped(&[("[Content_Types].xml", b"<Types/>"), ("word/document.xml", document.as_bytes())])
}

#[test]
fn bombs_cost_one_file_and_little() {
    let zeros = vec![b' '; 64 << 20];
    let bomb = zipped(&[("word/document.xml", &zeros)]);
    assert!(bomb.len() < 200_000);
    assert_eq!(problem("bom.docx", bomb).code, "too-large");
    let entities = format!(
        "<!DOCTYPE x [<!ENTITY a \"{}\"><!ENTITY b \"&a;&a;&a;&a;\">]><w:document><w:body><w:p><w:r><w:t>Số &b; 1</w:t></w:r></w:p></w:body></w:document>",
        "a".repeat(1000)
    );
    assert_eq!(text::decode("a.docx", docx(&entities)).expect("read").as_str(), "Số  1\n");
    let deep =
        format!("<w:document><w:body>{}<w:p><w:r><w:t>sâu</w:t></w:r></w:p>", "<w:tbl><w:tr><w:tc>".repeat(100_000));
    let decoded = text::decode("a.docx", docx(&deep)).expect("read");
    assert_eq!((decoded.as_str(), decoded.notes[0].code), ("sâu\n", "damaged"));
    let groups = format!("{{\\rtf1 {}sau", "{".repeat(1_000_000));
    assert_eq!(text::decode("a.rtf", groups.into_bytes()).expect("read").as_str(), "sau\n");
}

#[test]
fn tracked_changes_are_read_as_accepted_and_numbering_is_written_out() {
    let body = r#"<w:document xmlns:w="w"><w:body>
        <w:p><w:r><w:t xml:space="preserve">Căn cứ Luật số </w:t></w:r><w:del><w:r><w:delText>1</w:delText></w:r></w:del><w:ins><w:r><w:t>2</w:t></w:r></w:ins></w:p>
        <w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:r><w:t xml:space="preserve">nối </w:t></w:r></w:p><w:p><w:r><w:t>tiếp</w:t></w:r></w:p>
        <w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>kín</w:t></w:r><w:r><w:t>hở</w:t></w:r></w:p>
        <w:p><w:r><w:rPr><w:rFonts w:ascii=".VnTime"/></w:rPr><w:t>NghÞ ®Þnh</w:t></w:r></w:p></w:body></w:document>"#;
    let decoded = text::decode("a.docx", docx(body)).expect("read");
    assert_eq!(decoded.as_str(), "Căn cứ Luật số 2\nnối tiếp\nhở\nNghị định\n");
    assert_eq!(decoded.encoding, Encoding::Tcvn3);
}

#[test]
fn an_archive_is_a_folder_and_one_inside_it_too() {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("formats-archive");
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).expect("a folder");
    let paper = bytes("ke-hoach.docx");
    let inner = zipped(&[("b/ke-hoach.docx", &paper), ("sau.zip", &zipped(&[("c.txt", b"x")]))]);
    let outer =
        zipped(&[("a/ke-hoach.docx", &paper), ("trong.zip", &inner), ("anh.png", b"x"), ("../ra.txt", b"Ngoai")]);
    fs::write(folder.join("kho.zip"), outer).expect("a file");
    fs::write(folder.join("hong.zip"), b"PK\x03\x04 hong").expect("a file");
    let input = folder.to_string_lossy().into_owned();
    let reading = source::read(std::slice::from_ref(&input), &luocdo::DOCUMENTS).expect("it exists");
    let root = source::wire_path(&folder);
    let names: Vec<&str> = reading
        .sources
        .iter()
        .map(|source| source.path.strip_prefix(&root).expect("inside").trim_start_matches('/'))
        .collect();
    assert_eq!(
        names,
        ["hong.zip", "kho.zip!/../ra.txt", "kho.zip!/a/ke-hoach.docx", "kho.zip!/trong.zip!/b/ke-hoach.docx"]
    );
    let records: Vec<Record> = reading.sources.iter().map(|source| examine(source, Lexicon::embedded())).collect();
    assert_eq!(records[0].problems[0].code, "damaged");
    assert_eq!(references(&records[2]), references(&records[3]));
    assert!(!records[2].mentions.is_empty());
    assert_eq!(reading.skipped.get("zip"), Some(&1), "an archive in an archive in an archive");
}

/// Files that differ from good ones in a few bytes: no reader breaks down, none runs away.
#[test]
fn damaged_files_are_read_or_named() {
    let mut chance = 0x9E37_79B9_7F4A_7C15_u64;
    let mut next = move |below: usize| {
        chance ^= chance << 13;
        chance ^= chance >> 7;
        chance ^= chance << 17;
        (chance % below.max(1) as u64) as usize
    };
    for (extension, format) in OFFICE {
        let name = format!("ke-hoach.{extension}");
        let good = bytes(&name);
        for _ in 0..24 {
            let mut file = good.clone();
            for _ in 0..=next(8) {
                let at = next(file.len());
                match next(4) {
                    0 => file.truncate(at.max(8)),
                    1 => file[at] = 0xFF,
                    2 => file[at] ^= 1 << next(8),
                    _ => {
                        let end = (at + next(64)).min(file.len());
                        let piece = file[at..end].to_vec();
                        file.splice(at..at, piece);
                    }
                }
            }
            let Err(problem) = text::decode_within(&name, file, &Limits { seconds: 20, ..Limits::DEFAULT }) else {
                continue;
            };
            assert_ne!(problem.code, "too-slow", "{name}");
            // The readers written here never panic; pdf-extract does, and is contained.
            if format != Format::Pdf {
                assert!(!problem.message.contains("broke down"), "{name}: {problem:?}");
            }
        }
    }
}

/// Archives inside an archive are unpacked to be listed: together they have what one has.
#[test]
fn archives_in_an_archive_share_its_limits_while_they_are_listed() {
    let inner = zipped(&[("a.txt", "Số: 1".as_bytes()), ("./a.txt", "Số: 2".as_bytes())]);
    let outer = zipped(&[("1.zip", inner.as_slice()), ("2.zip", &inner), ("3.zip", &inner)]);
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("shared-limits");
    fs::create_dir_all(&folder).expect("a folder");
    fs::write(folder.join("kho.zip"), outer).expect("a file");
    let listed = |limits: Limits| {
        let options = source::ReadOptions { limits, ..luocdo::DOCUMENTS };
        let input = folder.join("kho.zip").to_string_lossy().into_owned();
        source::read(&[input], &options).expect("it exists").sources
    };
    let all = listed(Limits::DEFAULT);
    let names: Vec<&str> =
        all.iter().filter_map(|source| source.path.split_once("kho.zip!/")).map(|(_, n)| n).collect();
    assert_eq!(names[..2], ["1.zip!/./a.txt", "1.zip!/a.txt"], "two entries are two documents");
    assert_eq!(all.len(), 6);
    let size = inner.len() as u64;
    for limits in
        [Limits { unpacked: 2 * size + size / 2, ..Limits::DEFAULT }, Limits { entries: 5, ..Limits::DEFAULT }]
    {
        let sources = listed(limits);
        assert_eq!(sources.len(), 5, "the third is named and not opened");
        assert_eq!(examine(&sources[4], Lexicon::embedded()).problems[0].code, "too-large");
    }
}

#[test]
fn a_file_beyond_a_limit_is_named() {
    let limits = Limits { file: 100, ..Limits::DEFAULT };
    let options = source::ReadOptions { limits, ..luocdo::DOCUMENTS };
    let input = path("ke-hoach.docx").to_string_lossy().into_owned();
    let reading = source::read(&[input], &options).expect("it exists");
    assert_eq!(examine(&reading.sources[0], Lexicon::embedded()).problems[0].code, "too-large");
    let short = Limits { text: 64, ..Limits::DEFAULT };
    let decoded = text::decode_within("ke-hoach.docx", bytes("ke-hoach.docx"), &short).expect("read so far");
    assert_eq!(decoded.notes[0].code, "too-large");
}
