//! The program as people meet it: what it prints, writes and ends with. Cases with fixed words are in tests/cmd; the
//! README and every --help are run as they stand.

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};
use unicode_normalization::UnicodeNormalization;

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// A fresh folder with the sample collection in it.
fn bench(name: &str) -> PathBuf {
    let bench = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("cli-{name}"));
    let _ = fs::remove_dir_all(&bench);
    fs::create_dir_all(bench.join("data/sample")).expect("a folder");
    for entry in fs::read_dir(root().join("data/sample")).expect("the sample").flatten() {
        fs::copy(entry.path(), bench.join("data/sample").join(entry.file_name())).expect("a copy");
    }
    bench
}

fn luocdo(bench: &Path) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_luocdo"));
    command.current_dir(bench).env("COLUMNS", "100");
    for name in ["LUOCDO_LANG", "CLICOLOR_FORCE", "NO_COLOR"] {
        command.env_remove(name);
    }
    command
}

fn run(bench: &Path, arguments: &[&str]) -> Output {
    luocdo(bench).args(arguments).output().expect("the program runs")
}

/// Standard output of a run that must end with 0.
fn done(bench: &Path, arguments: &[&str]) -> String {
    let output = run(bench, arguments);
    assert_eq!(output.status.code(), Some(0), "luocdo {arguments:?}: {}", text(&output.stderr));
    text(&output.stdout)
}

/// Standard error of a run that must end with 2 and write nothing.
fn failed(bench: &Path, arguments: &[&str]) -> String {
    let output = run(bench, arguments);
    assert_eq!(output.status.code(), Some(2), "luocdo {arguments:?}: {}", text(&output.stderr));
    assert!(output.stdout.is_empty(), "luocdo {arguments:?} wrote {}", text(&output.stdout));
    text(&output.stderr)
}

/// Standard output of a run with this on standard input.
fn fed(bench: &Path, arguments: &[&str], input: &str) -> String {
    let mut child =
        luocdo(bench).args(arguments).stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().expect("the program runs");
    child.stdin.take().expect("piped").write_all(input.as_bytes()).expect("taken");
    let output = child.wait_with_output().expect("it ends");
    assert!(output.status.success());
    text(&output.stdout)
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8(bytes.to_vec()).expect("UTF-8")
}

fn names(folder: &Path) -> Vec<String> {
    let mut names: Vec<String> = fs::read_dir(folder)
        .expect("a folder")
        .flatten()
        .map(|e| e.file_name().to_string_lossy().into_owned())
        .collect();
    names.sort();
    names
}

/// Every line of a language's fenced blocks that begins a command of luocdo, as its words, and the file after `>`.
fn commands(document: &str) -> Vec<(Vec<String>, Option<String>)> {
    let mut inside = false;
    let mut found = Vec::new();
    for line in document.lines() {
        if line.starts_with("```") {
            inside = !inside && line == "```sh";
            continue;
        }
        let line = line.split(" #").next().unwrap_or_default().trim();
        let words = ["luocdo ", "cargo run --release -- "].iter().find_map(|before| line.strip_prefix(before));
        let Some(words) = words.filter(|_| inside) else { continue };
        let (words, file) =
            words.split_once(" > ").map_or((words, None), |(words, file)| (words, Some(file.to_string())));
        found.push((words.split_whitespace().map(str::to_string).collect(), file));
    }
    found
}

#[test]
fn every_command_of_the_readme_does_what_it_says() {
    let bench = bench("readme");
    let readme = fs::read_to_string(root().join("README.md")).expect("it exists");
    let commands = commands(&readme);
    assert!(commands.len() >= 9, "the README has lost its commands: {commands:?}");
    for (words, file) in commands {
        let words: Vec<&str> = words.iter().map(String::as_str).collect();
        let output = run(&bench, &words);
        let findings = ["audit", "soat"].contains(&words[0]);
        let expected = if findings && !words.contains(&"--exit-zero") { 1 } else { 0 };
        assert_eq!(output.status.code(), Some(expected), "luocdo {words:?}: {}", text(&output.stderr));
        if let Some(file) = file {
            fs::write(bench.join(file), &output.stdout).expect("written");
        }
    }
    for file in [
        "output/cascade.svg",
        "so-do.svg",
        "kho.nodes.csv",
        "kho.edges.csv",
        "kho.citations.csv",
        "kho.json",
        "kho.dot",
    ] {
        let length = fs::metadata(bench.join(file)).unwrap_or_else(|e| panic!("{file}: {e}")).len();
        assert!(length > 100, "{file} has {length} bytes");
    }
}

#[test]
fn the_terminal_cases_print_what_stands_in_them() {
    trycmd::TestCases::new().env("COLUMNS", "100").case("tests/cmd/*.trycmd").case("README.md");
}

#[test]
fn help_fits_eighty_columns_and_teaches_by_example() {
    let bench = bench("help");
    for command in [
        "draw",
        "ve",
        "audit",
        "soat",
        "trace",
        "lan",
        "show",
        "hien",
        "extract",
        "boc",
        "export",
        "xuat",
        "explain",
        "giai-thich",
        "diff",
        "so-sanh",
        "init",
        "tao",
    ] {
        let output = luocdo(&bench).args([command, "--help"]).env("COLUMNS", "80").output().unwrap();
        let help = text(&output.stdout);
        assert!(help.contains("Ví dụ (example"), "{command} has no example");
        let widest = help.lines().max_by_key(|line| line.chars().count()).unwrap_or_default();
        assert!(widest.chars().count() <= 80, "{command}: {widest}");
        // An example that is broken over two lines cannot be copied.
        let examples = help.lines().filter(|line| line.starts_with("  luocdo ") || line.starts_with("  cat "));
        assert!(examples.clone().count() > 0 && examples.clone().all(|line| !line.ends_with(" >")), "{command}");
    }
}

#[test]
fn a_vietnamese_verb_is_the_english_one() {
    let bench = bench("verbs");
    let both = |vietnamese: &[&str], english: &[&str]| {
        let (one, other) = (run(&bench, vietnamese), run(&bench, english));
        assert_eq!(
            (one.status.code(), text(&one.stdout)),
            (other.status.code(), text(&other.stdout)),
            "{vietnamese:?}"
        );
    };
    both(&["boc", "data/sample"], &["extract", "data/sample"]);
    both(&["xuat", "data/sample"], &["export", "data/sample"]);
    both(&["soat", "data/sample"], &["audit", "data/sample"]);
    both(&["giai-thich", "NG101"], &["explain", "NG101"]);
    both(&["so-sanh", "data/sample", "data/sample"], &["diff", "data/sample", "data/sample"]);
    both(&["lan", "02-NQ/TW", "data/sample"], &["trace", "02-NQ/TW", "data/sample"]);
    both(&["hien", "512/LĐLĐ", "data/sample"], &["show", "512/LĐLĐ", "data/sample"]);
    both(&["ve", "data/sample", "-"], &["draw", "data/sample", "-"]);
    both(&["chu", "data/sample/18-mat-phan-dau.txt"], &["text", "data/sample/18-mat-phan-dau.txt"]);
}

#[test]
fn drawing_says_what_was_read_drawn_and_missed_and_what_to_do_next() {
    let bench = bench("summary");
    let output = run(&bench, &["draw", "data/sample", "output/cascade.svg", "--lang", "en"]);
    assert_eq!(output.status.code(), Some(0));
    let summary = text(&output.stderr);
    for words in [
        "Read 24 files",
        "23 documents",
        "missing source",
        "Drew ",
        "output/cascade.svg",
        "Skipped",
        "luocdo audit data/sample",
    ] {
        assert!(summary.contains(words), "“{words}” is not in\n{summary}");
    }
    assert!(summary.contains("24-tep-hong.txt"), "the unreadable file is named\n{summary}");
    assert!(output.stdout.is_empty());
    assert!(run(&bench, &["draw", "data/sample", "a.svg", "-q"]).stderr.is_empty(), "-q says nothing");
}

#[test]
fn a_limit_on_cards_says_what_it_leaves_out() {
    let bench = bench("limit");
    let output = run(&bench, &["draw", "data/sample", "a.svg", "--max-nodes", "5", "--lang", "en"]);
    let summary = text(&output.stderr);
    assert!(
        summary.contains("Drew 5 cards") && summary.contains("Not drawn") && summary.contains("--max-nodes"),
        "{summary}"
    );
}

#[test]
fn a_file_that_luocdo_did_not_draw_is_replaced_only_where_it_is_said() {
    let bench = bench("foreign");
    fs::write(bench.join("a.svg"), "<svg>mine</svg>").unwrap();
    let error = failed(&bench, &["draw", "data/sample", "a.svg"]);
    assert!(error.contains("a.svg") && error.contains("-o"), "{error}");
    fs::write(bench.join("so do.svg"), "<svg>mine</svg>").unwrap();
    let error = failed(&bench, &["draw", "data/sample", "so do.svg"]);
    assert!(error.trim_end().ends_with(if cfg!(windows) { "-o \"so do.svg\"" } else { "-o 'so do.svg'" }), "{error}");
    assert_eq!(fs::read_to_string(bench.join("a.svg")).unwrap(), "<svg>mine</svg>");
    done(&bench, &["draw", "data/sample", "-o", "a.svg"]);
    done(&bench, &["draw", "data/sample", "a.svg"]);
    assert!(fs::read_to_string(bench.join("a.svg")).unwrap().contains("luocdo"));
}

#[test]
fn an_output_is_written_whole_or_not_at_all() {
    let bench = bench("whole");
    fs::create_dir(bench.join("folder.svg")).unwrap();
    failed(&bench, &["draw", "data/sample", "-o", "folder.svg"]);
    failed(&bench, &["draw", "absent", "new.svg"]);
    failed(&bench, &["extract", "data/sample/18-mat-phan-dau.txt", "-o", "data/sample/18-mat-phan-dau.txt"]);
    let same = fs::read(bench.join("data/sample/18-mat-phan-dau.txt")).unwrap();
    assert_eq!(same, fs::read(root().join("data/sample/18-mat-phan-dau.txt")).unwrap());
    done(&bench, &["export", "data/sample", "-t", "csv", "-o", "deep/er/kho.csv"]);
    assert_eq!(names(&bench.join("deep/er")), ["kho.citations.csv", "kho.edges.csv", "kho.nodes.csv"]);
    assert_eq!(names(&bench), ["data", "deep", "folder.svg"], "no draft stays behind");
}

#[test]
fn no_result_takes_the_place_of_what_it_is_made_of() {
    let bench = bench("thay");
    let paper = fs::read(bench.join("data/sample/03-yen-bai-ldld-cong-van-512.txt")).unwrap();
    for folder in ["cu", "moi"] {
        fs::create_dir_all(bench.join(folder)).unwrap();
        fs::write(bench.join(folder).join("g1.txt"), &paper).unwrap();
    }
    let line = serde_json::json!({"id": 1, "text": text(&paper)}).to_string();
    fs::write(bench.join("a.ndjson"), line).unwrap();
    let mut zip = zip::ZipWriter::new(fs::File::create(bench.join("a.zip")).unwrap());
    zip.start_file("b.txt", zip::write::SimpleFileOptions::default()).unwrap();
    zip.write_all(&paper).unwrap();
    zip.finish().unwrap();
    fs::copy(bench.join("a.zip"), bench.join("nen.txt")).unwrap();
    fs::copy(root().join("tests/files/hai-van-ban.parquet"), bench.join("a.parquet")).unwrap();
    fs::write(bench.join("so.csv"), "number,kind,issuer,date,title,source\n").unwrap();
    fs::write(bench.join("rieng.toml"), "[audit]\norgans = \"organ.csv\"\n").unwrap();
    done(&bench, &["init", "."]);
    fs::copy(bench.join("co-quan.csv"), bench.join("organ.csv")).unwrap();
    done(&bench, &["export", "cu", "-o", "cu.json"]);
    for (arguments, file) in [
        (&["extract", "a.zip"][..], "a.zip"),
        (&["extract", "a.ndjson"], "a.ndjson"),
        (&["extract", "a.parquet"], "a.parquet"),
        (&["extract", "cu"], "cu/g1.txt"),
        (&["diff", "cu", "moi"], "cu/g1.txt"),
        (&["diff", "cu", "moi"], "moi/g1.txt"),
        (&["diff", "cu.json", "moi"], "cu.json"),
        (&["text", "cu/g*.txt"], "cu/g1.txt"),
        (&["text", "nen.txt"], "nen.txt"),
        (&["export", "cu", "--registry", "so.csv"], "so.csv"),
        (&["export", "cu", "--fixes", "luocdo-sua.csv"], "luocdo-sua.csv"),
        (&["audit", "cu", "--config", "rieng.toml", "-f", "json"], "rieng.toml"),
        (&["audit", "cu", "--config", "rieng.toml", "-f", "json"], "organ.csv"),
    ] {
        let before = fs::read(bench.join(file)).unwrap();
        let format: &[&str] = match arguments[0] {
            "export" => &["-t", "json"],
            "extract" => &["-f", "ndjson"],
            _ => &[],
        };
        let error = failed(&bench, &[arguments, format, &["-o", file]].concat());
        assert!(error.contains("đang đọc"), "{arguments:?} -o {file}: {error}");
        assert_eq!(fs::read(bench.join(file)).unwrap(), before, "{file}");
    }
    done(&bench, &["extract", "a.zip", "-o", "b.ndjson"]);
}

#[test]
fn two_results_of_one_name_are_refused_before_anything_is_read() {
    let bench = bench("hai-ket-qua");
    for (output, worklist) in [("p.csv", "p.csv"), ("p.csv", "data/../p.csv")] {
        let error = failed(&bench, &["audit", "khong-co", "-o", output, "--worklist", worklist]);
        assert!(error.contains("hai kết quả"), "{error}");
    }
    let error = failed(&bench, &["audit", "khong-co", "--worklist", "p.docx"]);
    assert!(error.contains(".xlsx"), "{error}");
    assert_eq!(names(&bench), ["data"]);
}

#[test]
fn a_reader_that_leaves_costs_neither_the_other_results_nor_the_exit_code() {
    let bench = bench("bo-di");
    let leave = |arguments: &[&str]| {
        let mut child = luocdo(&bench)
            .args(arguments)
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .expect("the program runs");
        drop(child.stdout.take());
        child.wait().expect("it ends").code()
    };
    assert_eq!(leave(&["text", "data/sample"]), Some(0));
    for format in ["text", "json"] {
        let _ = fs::remove_file(bench.join("p.csv"));
        assert_eq!(leave(&["audit", "data/sample", "-f", format, "--worklist", "p.csv"]), Some(1), "{format}");
        assert!(fs::metadata(bench.join("p.csv")).is_ok_and(|file| file.len() > 100), "{format}");
    }
    assert_eq!(leave(&["export", "data/sample", "--strict"]), Some(2), "a file cannot be read");
}

#[cfg(target_os = "linux")]
#[test]
fn a_pipe_is_read_once_from_its_beginning() {
    let bench = bench("ong");
    let long = format!("Số: 1/KH-UBND\n{}", "Căn cứ Chỉ thị số 05-CT/TW.\n".repeat(400));
    assert_eq!(fed(&bench, &["text", "/dev/stdin"], &long), long);
    let lines = fed(&bench, &["extract", "-q", "/dev/stdin"], &long);
    assert_eq!(lines.matches("\"text\":\"Chỉ thị số 05-CT/TW\"").count(), 400);
    assert!(Command::new("mkfifo").arg(bench.join("ong.txt")).status().expect("mkfifo").success());
    let child = luocdo(&bench).args(["text", "ong.txt"]).stdout(Stdio::piped()).spawn().expect("the program runs");
    fs::write(bench.join("ong.txt"), &long).expect("a reader");
    assert_eq!(text(&child.wait_with_output().expect("it ends").stdout), long);
}

#[cfg(target_os = "linux")]
#[test]
fn standard_output_by_its_name_in_the_system_is_written_on_to() {
    let bench = bench("dev");
    fs::write(bench.join("nhat-ky"), "dòng cũ\n").unwrap();
    for name in ["/dev/stdout", "/dev/fd/1", "/proc/self/fd/1"] {
        let log = fs::OpenOptions::new().append(true).open(bench.join("nhat-ky")).unwrap();
        let status = luocdo(&bench).args(["extract", "-q", "data/sample", "-o", name]).stdout(log).status().unwrap();
        assert!(status.success(), "{name}");
    }
    let log = fs::read_to_string(bench.join("nhat-ky")).unwrap();
    assert!(log.starts_with("dòng cũ\n{"), "{}", &log[..40]);
    assert_eq!(log.lines().count(), 1 + 3 * 24);
}

#[test]
fn what_is_passed_over_is_said_by_every_command_that_reads_a_folder() {
    let bench = bench("bo-qua");
    fs::write(bench.join("data/sample/bang.xlsx"), "x").unwrap();
    fs::write(bench.join("data/sample/~$ke-hoach.docx"), "x").unwrap();
    done(&bench, &["init", "data/sample"]);
    for command in [&["extract"][..], &["export"], &["audit", "--exit-zero"], &["show", "512/LĐLĐ"]] {
        let output = run(&bench, &[command, &["data/sample", "-o", "ra"]].concat());
        let said = text(&output.stderr);
        assert!(said.contains("Bỏ qua: 1 .xlsx\n"), "{command:?}: {said}");
    }
}

#[test]
fn reports_for_people_are_not_read_as_documents() {
    let bench = bench("doc-lai");
    let papers = || done(&bench, &["extract", "-q", "data/sample"]).lines().count();
    let before = papers();
    for (arguments, file) in [
        (&["audit", "data/sample", "--exit-zero"][..], "soat.txt"),
        (&["trace", "02-NQ/TW", "data/sample"], "lan.txt"),
        (&["show", "512/LĐLĐ", "data/sample"], "hien.txt"),
        (&["diff", "data/sample", "data/sample"], "khac.txt"),
    ] {
        let file = format!("data/sample/{file}");
        done(&bench, &[arguments, &["-q", "-o", &file]].concat());
        assert_eq!(papers(), before, "{file}");
    }
    done(&bench, &["text", "data/sample/03-yen-bai-ldld-cong-van-512.txt", "-o", "data/sample/chu.txt"]);
    assert_eq!(papers(), before + 1, "the words of a paper are a paper");
}

#[cfg(target_os = "linux")]
#[test]
fn a_name_of_a_file_forges_no_line_and_no_order_to_the_terminal() {
    let bench = bench("ten");
    fs::create_dir(bench.join("kho")).unwrap();
    fs::write(bench.join("kho/a\u{1b}[2J\nlỗi: giả.txt"), "").unwrap();
    let said = text(&luocdo(&bench).args(["extract", "kho", "--color", "always"]).output().unwrap().stderr);
    assert!(!said.contains("\u{1b}[2J") && !said.contains("\nlỗi:"), "{said:?}");
    assert!(said.contains("a␛[2J␊lỗi: giả.txt"), "{said:?}");
}

#[test]
fn an_id_comes_back_as_it_was_written() {
    let bench = bench("ma");
    for id in ["123456789012345678901234567890", "1.50", "\"a\\u0062\"", "{\"b\": [1, 2]}"] {
        let line = fed(&bench, &["extract", "-q", "-"], &format!("{{\"id\": {id}, \"text\": \"Căn cứ\"}}\n"));
        assert!(line.contains(&format!("\"id\":{id},")), "{id}: {line}");
    }
}

#[test]
fn limits_hold_for_standard_input_and_for_lines_too() {
    let bench = bench("gioi-han");
    let long = "Căn cứ Chỉ thị số 05-CT/TW. ".repeat(60_000);
    let refused = |arguments: &[&str], input: &str| {
        let mut child = luocdo(&bench)
            .args(arguments)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .expect("the program runs");
        // It may end before it has read all.
        let _ = child.stdin.take().expect("piped").write_all(input.as_bytes());
        let output = child.wait_with_output().expect("it ends");
        (output.status.code(), text(&output.stderr))
    };
    let (code, said) = refused(&["text", "-", "--max-file", "1"], &long);
    assert!(code == Some(2) && said.contains("vượt giới hạn"), "{said}");
    let line = serde_json::json!({"id": 1, "text": long}).to_string();
    for limit in ["--max-file", "--max-text"] {
        let (code, said) = refused(&["extract", "-", limit, "1"], &line);
        assert!(code == Some(0) && said.contains("vượt giới hạn"), "{limit}: {said}");
    }
    fs::write(bench.join("dai.txt"), &long).unwrap();
    let cut = done(&bench, &["text", "dai.txt", "--max-text", "1"]);
    assert!(cut.len() <= 1 << 20 && cut.len() > (1 << 20) - 8 && long.starts_with(&cut), "{}", cut.len());
}

#[test]
fn the_ending_of_a_file_decides_its_form_in_every_command() {
    let bench = bench("duoi");
    let begins = |arguments: &[&str], file: &str| {
        done(&bench, &[arguments, &["-q", "-o", file]].concat());
        fs::read_to_string(bench.join(file)).expect("written").chars().take(9).collect::<String>()
    };
    assert!(begins(&["extract", "data/sample"], "a.json").starts_with("[\n{"));
    assert!(begins(&["extract", "data/sample"], "a.ndjson").starts_with("{\"v\""));
    assert_eq!(begins(&["export", "data/sample"], "a.dot"), "digraph l");
    done(&bench, &["export", "data/sample", "-q", "-o", "kho.csv"]);
    assert!(bench.join("kho.nodes.csv").exists() && !bench.join("kho.csv").exists());
    assert!(begins(&["show", "512/LĐLĐ", "data/sample"], "b.json").starts_with('{'));
    for command in [&["extract"][..], &["export"], &["show", "1"], &["trace", "1"], &["diff", "1"]] {
        let error = failed(&bench, &[command, &["khong-co", "-o", "a.xlsx"]].concat());
        assert!(error.contains("không ghi .xlsx"), "{error}");
    }
    for command in ["audit", "text", "draw"] {
        let error = failed(&bench, &[command, "khong-co", "-o", "a.docx"]);
        assert!(error.contains(".docx; hãy chọn ."), "{error}");
    }
    assert!(
        begins(&["text", "data/sample/18-mat-phan-dau.txt", "--allow-mat"], "a.2021").len() > 1,
        "a year is no ending"
    );
    assert!(begins(&["extract", "data/sample", "-f", "ndjson"], "a.txt").starts_with("{\"v\""), "as it was said");
}

#[test]
fn a_filter_that_nothing_bears_says_what_there_is() {
    let bench = bench("bo-loc");
    let told = |filters: &[&str]| {
        let output = run(&bench, &[&["draw", "data/sample", "-o", "a.svg"], filters].concat());
        assert_eq!(output.status.code(), Some(0), "{}", text(&output.stderr));
        let lines = text(&output.stderr);
        lines.lines().filter(|line| line.starts_with("cảnh báo: --")).collect::<Vec<_>>().join("\n")
    };
    assert_eq!(
        told(&["--province", "Yen Bay"]),
        "cảnh báo: --province: trong kho không có gì ứng với “Yen Bay”; có “Yên Bái”"
    );
    assert!(told(&["--organ", "!Tinh uy Quang Nan"]).ends_with("Tỉnh ủy Quảng Nam”"));
    assert!(told(&["--relation", "suspends"]).contains("--relation: trong kho không có gì ứng với “suspends”; có “"));
    assert_eq!(told(&["--province", "yen-bai", "--organ", "tỉnh ủy", "--level", "tinh", "--level", "!trung-uong"]), "");
    assert_eq!(told(&["--relation", "!suspends", "-q", "--province", "Xa"]), "", "what is asked away may be away");
}

#[test]
fn the_language_of_the_environment_is_read_in_any_case_and_may_be_empty() {
    let bench = bench("moi-truong");
    let said = |language: &str| {
        let output = luocdo(&bench).args(["extract", "khong-co"]).env("LUOCDO_LANG", language).output().unwrap();
        text(&output.stderr)
    };
    assert!(said("EN").starts_with("error: ") && said("").starts_with("lỗi: không có tệp"), "{}", said(""));
}

#[test]
fn a_group_of_codes_is_listed() {
    let bench = bench("nhom");
    let listed = done(&bench, &["explain", "ng"]);
    assert!(listed.lines().count() > 2 && listed.lines().all(|line| line.starts_with("NG")), "{listed}");
    assert!(failed(&bench, &["explain", "XX"]).contains("XX"));
}

#[cfg(unix)]
#[test]
fn what_cannot_be_written_is_named_and_the_old_settings_stay_out_of_it() {
    let bench = bench("khong-ghi");
    fs::write(bench.join("tep"), "x").unwrap();
    let error = failed(&bench, &["extract", "data/sample", "-o", "tep/a.ndjson"]);
    assert!(error.contains("tep/a.ndjson"), "{error}");
    // "-" in the settings of another folder is standard output there too.
    fs::create_dir(bench.join("khac")).unwrap();
    fs::write(bench.join("khac/luocdo.toml"), "[audit]\noutput = \"-\"\n").unwrap();
    let report = done(&bench, &["audit", "data/sample", "--exit-zero", "--config", "khac/luocdo.toml"]);
    assert!(report.contains("NG101") && names(&bench.join("khac")) == ["luocdo.toml"]);
    let said = done(&bench, &["init", "khac"]);
    assert!(said.contains("--config khac/luocdo.toml"), "{said}");
    let beside = run(&bench, &["audit", "khac", "-f", "ndjson", "-o", "ra"]);
    assert!(text(&beside.stderr).contains("Không dùng khac/luocdo.toml"), "{}", text(&beside.stderr));
}

#[cfg(target_os = "linux")]
#[test]
fn a_full_disk_is_a_clear_error() {
    let bench = bench("full");
    let output = run(&bench, &["extract", "data/sample", "-o", "/dev/full"]);
    let error = text(&output.stderr);
    assert_eq!(output.status.code(), Some(2), "{error}");
    assert!(error.contains("/dev/full") && error.contains("No space left"), "{error}");
}

#[test]
fn a_reader_that_leaves_is_a_quiet_end() {
    let bench = bench("closed");
    let mut child = luocdo(&bench)
        .args(["extract", "-q", "data/sample"])
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the program runs");
    drop(child.stdout.take());
    let output = child.wait_with_output().expect("it ends");
    assert_eq!((output.status.code(), text(&output.stderr)), (Some(0), String::new()));
}

#[test]
fn an_input_that_does_not_exist_ends_with_2_and_names_the_nearest() {
    let bench = bench("absent");
    for command in [&["extract", "data/sampel"][..], &["audit", "data/sampel"], &["show", "1", "data/sampel"]] {
        let error = failed(&bench, command);
        assert!(error.contains("“data/sampel”") && error.contains("“data/sample”"), "{error}");
    }
}

#[test]
fn a_file_that_cannot_be_read_costs_only_itself_unless_strict() {
    let bench = bench("strict");
    let output = run(&bench, &["extract", "data/sample"]);
    assert_eq!(output.status.code(), Some(0));
    let lines: Vec<serde_json::Value> =
        text(&output.stdout).lines().map(|line| serde_json::from_str(line).expect("one object a line")).collect();
    assert_eq!(lines.len(), 24);
    let broken = lines.last().expect("24 lines");
    assert_eq!(broken["path"], "data/sample/24-tep-hong.txt");
    assert_eq!(broken["problems"][0]["code"], "not-text");
    assert_eq!(broken["mentions"], serde_json::json!([]));
    assert!(broken["document"]["number"].is_null());
    for command in ["extract", "export", "audit", "draw"] {
        let output = run(&bench, &[command, "data/sample", "--strict", "-o", "out"]);
        assert_eq!(output.status.code(), Some(2), "{command}");
    }
}

#[test]
fn the_threshold_of_the_audit_decides_the_exit_code() {
    let bench = bench("threshold");
    fs::write(bench.join("trong.txt"), "Trang này không viện dẫn gì.\n").unwrap();
    for (arguments, code) in [
        (&["data/sample"][..], 1),
        (&["data/sample", "--exit-zero"], 0),
        (&["data/sample", "--fail-on", "ghi-chu"], 1),
        (&["data/sample", "--fail-on", "note", "-f", "ndjson"], 1),
        (&["trong.txt"], 0),
    ] {
        let output = run(&bench, &[&["audit", "-q"], arguments].concat());
        assert_eq!(output.status.code(), Some(code), "{arguments:?}: {}", text(&output.stdout));
        let said = format!("mã thoát {code}");
        assert!(arguments.contains(&"ndjson") || text(&output.stdout).ends_with(&format!("{said}\n")), "{arguments:?}");
    }
}

#[test]
fn threads_and_the_order_of_files_change_no_byte() {
    let bench = bench("order");
    let graph = done(&bench, &["export", "data/sample", "-j", "1"]);
    assert_eq!(graph, done(&bench, &["export", "data/sample", "-j", "7"]));
    let files: Vec<String> =
        names(&bench.join("data/sample")).iter().rev().map(|name| format!("data/sample/{name}")).collect();
    let backwards: Vec<&str> = std::iter::once("export").chain(files.iter().map(String::as_str)).collect();
    assert_eq!(graph, done(&bench, &backwards));
    assert_eq!(done(&bench, &["draw", "data/sample", "-", "-j", "1"]), done(&bench, &["draw", "data/sample", "-"]));
}

#[test]
fn documents_from_a_stream_are_those_of_the_files() {
    let bench = bench("stream");
    let mut stream = String::new();
    for name in names(&bench.join("data/sample")) {
        if let Ok(text) = fs::read_to_string(bench.join("data/sample").join(&name)) {
            stream += &serde_json::json!({"id": name, "path": format!("data/sample/{name}"), "text": text}).to_string();
            stream.push('\n');
        }
    }
    let line = |line: &str| serde_json::from_str::<serde_json::Value>(line).expect("one object a line");
    let streamed = fed(&bench, &["extract", "--from", "ndjson", "-"], &stream);
    let mut count = 0;
    for (streamed, read) in streamed.lines().map(line).zip(done(&bench, &["extract", "data/sample"]).lines().map(line))
    {
        assert_eq!((&streamed["path"], &streamed["document"]), (&read["path"], &read["document"]));
        assert_eq!(streamed["mentions"], read["mentions"]);
        assert_eq!(streamed["id"].as_str().map(|id| format!("data/sample/{id}")).as_deref(), read["path"].as_str());
        count += 1;
    }
    assert_eq!(count, 23);
}

#[test]
fn a_bad_line_of_a_stream_has_its_line_in_the_output() {
    let bench = bench("bad-line");
    let stream = "{\"id\": 1, \"text\": \"Căn cứ Chỉ thị số 05-CT/TW\"}\nkhông phải JSON\n{\"id\": \"ba\", \"path\": \"a/b.txt\"}\n";
    let out = fed(&bench, &["boc", "--from", "ndjson", "-", "-q"], stream);
    let lines: Vec<serde_json::Value> =
        out.lines().map(|line| serde_json::from_str(line).expect("one object a line")).collect();
    let seen: Vec<_> = lines.iter().map(|l| (&l["id"], &l["path"], l["problems"][0]["code"].as_str())).collect();
    let (one, three, path, null) = (1.into(), "ba".into(), "a/b.txt".into(), serde_json::Value::Null);
    assert_eq!(seen, [(&one, &null, None), (&null, &null, Some("bad-line")), (&three, &path, Some("bad-line"))]);
    assert_eq!(lines[0]["mentions"][0]["number"], "05-CT/TW");
    assert_eq!(lines[1]["problems"][0]["message"], "line 2, column 1: not a document: expected value");
}

#[test]
fn offsets_slice_the_file_as_it_stands() {
    let bench = bench("offsets");
    let mut mentions = 0;
    for line in done(&bench, &["extract", "data/sample"]).lines() {
        let line: serde_json::Value = serde_json::from_str(line).expect("one object a line");
        let path = line["path"].as_str().expect("a path");
        let Ok(file) = fs::read_to_string(bench.join(path)) else { continue };
        assert_eq!(file, done(&bench, &["text", path]), "{path}");
        for mention in line["mentions"].as_array().expect("a list") {
            let at = |key: &str| usize::try_from(mention[key].as_u64().expect("a number")).expect("small");
            let slice: String = file.chars().skip(at("start")).take(at("end") - at("start")).collect();
            assert_eq!(mention["text"], slice, "{path}");
            assert_eq!(at("line"), file.chars().take(at("start")).filter(|c| *c == '\n').count() + 1, "{path}");
            mentions += 1;
        }
    }
    assert!(mentions > 50, "this test looks at too little: {mentions}");
}

/// A letter with a mark of secrecy, and words that must not come out.
const MARKED: &str = "TỈNH ỦY YÊN BÁI\n*\nSố: 77-CV/TU\nMẬT\nYên Bái, ngày 05 tháng 10 năm 2021\nV/v việc Hồng Hạc\n\n\
    Kính gửi: Đơn vị Bạch Hạc\n\nThực hiện Chỉ thị số 05-CT/TW, ngày 15/5/2016 của Bộ Chính trị; Kế hoạch Thanh Hạc ngày \
    01/10/2021 của Ban Hắc Hạc, Tỉnh ủy giao Đơn vị Bạch Hạc lo việc Hồng Hạc.\n\nT/M BAN THƯỜNG VỤ\nPHÓ BÍ THƯ\n\nHoàng Hạc\n";

#[test]
fn of_a_marked_paper_only_number_and_date_come_out() {
    let bench = bench("secret");
    fs::create_dir(bench.join("mat")).unwrap();
    fs::write(bench.join("mat/mat.txt"), MARKED).unwrap();
    fs::copy(bench.join("data/sample/01-yen-bai-tinh-uy-ke-hoach-45.txt"), bench.join("mat/mo.txt")).unwrap();
    let runs: &[&[&str]] = &[
        &["extract", "mat"],
        &["extract", "mat", "-f", "json"],
        &["export", "mat"],
        &["export", "mat", "-t", "csv"],
        &["export", "mat", "-t", "csv", "--table", "nodes"],
        &["export", "mat", "-t", "csv", "--table", "edges"],
        &["export", "mat", "-t", "dot"],
        &["draw", "mat", "-"],
        &["audit", "mat", "--exit-zero"],
        &["audit", "mat", "--exit-zero", "-f", "ndjson"],
        &["audit", "mat", "--exit-zero", "-f", "json"],
        &["audit", "mat", "--exit-zero", "-f", "csv"],
        &["audit", "mat", "--exit-zero", "-f", "md"],
        &["audit", "mat", "--exit-zero", "-f", "html"],
        &["audit", "mat", "--exit-zero", "-f", "sarif"],
        &["audit", "mat", "--exit-zero", "-f", "junit"],
        &["audit", "mat", "--exit-zero", "-f", "github"],
        &["audit", "mat", "--exit-zero", "-f", "concise"],
        &["audit", "mat", "--exit-zero", "--all", "--coverage"],
        &["audit", "mat", "--exit-zero", "--statistics", "--worklist", "phieu.md"],
        &["trace", "05-CT/TW", "mat"],
        &["trace", "05-CT/TW", "mat", "-f", "json"],
        &["show", "77-CV/TU", "mat"],
        &["show", "77-CV/TU", "mat", "-f", "json"],
    ];
    let (mut shown, mut lifted) = (0, 0);
    for arguments in runs {
        let words = done(&bench, arguments);
        assert!(!words.contains("Hạc") && !words.to_lowercase().contains("hac"), "luocdo {arguments:?}:\n{words}");
        shown += usize::from(words.contains("77-CV/TU"));
        let allowed = done(&bench, &[arguments, &["--allow-mat"][..]].concat());
        lifted += usize::from(words != allowed);
    }
    assert!(lifted >= 10, "--allow-mat lifts it: {lifted}");
    assert!(shown >= 8, "the number is shown: {shown}");
    assert!(failed(&bench, &["text", "mat/mat.txt"]).contains("--allow-mat"));
    assert_eq!(done(&bench, &["text", "mat/mat.txt", "--allow-mat"]), MARKED);
}

#[test]
fn the_words_of_a_folder_come_one_after_the_other_or_each_in_a_file_of_its_own() {
    let bench = bench("loi-van");
    fs::create_dir_all(bench.join("kho/2021")).unwrap();
    let papers = [
        ("kho/2021/b.txt", "Số: 2\n"),
        ("kho/a.md", "Số: 1"),
        ("kho/mat.txt", MARKED),
        ("kho/z.doc", "a\u{0}bcdefghijkl"),
    ];
    papers.iter().for_each(|(name, words)| fs::write(bench.join(name), words).unwrap());
    let both = "==> kho/2021/b.txt <==\nSố: 2\n\n==> kho/a.md <==\nSố: 1\n";
    let output = run(&bench, &["text", "kho"]);
    assert_eq!((output.status.code(), text(&output.stdout).as_str()), (Some(0), both));
    let told = text(&output.stderr);
    assert!(told.contains("kho/mat.txt: có dấu MẬT") && told.contains("kho/z.doc: không phải văn bản"), "{told}");
    assert_eq!(run(&bench, &["text", "kho", "--strict"]).status.code(), Some(2));
    assert_eq!(done(&bench, &["text", "kho/*.md", "kho/2021", "-q"]).matches("==>").count(), 2);
    // A file by itself is nothing but its words, even where it is all that a pattern fits.
    assert_eq!(done(&bench, &["text", "kho/*.md"]), "Số: 1");

    let output = run(&bench, &["text", "kho", "-o", "loi/van"]);
    assert!(output.stdout.is_empty() && text(&output.stderr).contains("lời của 2 văn bản vào “loi/van”"));
    let written = |name: &str| fs::read_to_string(bench.join("loi/van/kho").join(name)).ok();
    assert_eq!(written("2021/b.txt").as_deref(), Some("Số: 2\n"));
    assert_eq!(written("a.md.txt").as_deref(), Some("Số: 1"));
    assert_eq!((written("mat.txt"), written("z.doc.txt")), (None, None));
    done(&bench, &["text", "kho", "-o", "loi/van", "--allow-mat", "-q"]);
    assert_eq!(written("mat.txt").as_deref(), Some(MARKED));

    fs::write(bench.join("tep"), "").unwrap();
    for (folder, why) in
        [("tep", "một thư mục"), ("kho/loi", "nơi đang đọc"), ("kho", "nơi đang đọc"), (".", "nơi đang đọc")]
    {
        assert!(failed(&bench, &["text", "kho", "-o", folder]).contains(why), "{folder}");
    }
    assert_eq!(names(&bench.join("kho")), ["2021", "a.md", "mat.txt", "z.doc"]);
}

#[test]
fn colour_comes_only_where_it_is_wanted() {
    let bench = bench("colour");
    let escape = |arguments: &[&str]| text(&run(&bench, arguments).stdout).contains('\u{1b}');
    assert!(!escape(&["trace", "02-NQ/TW", "data/sample"]), "a pipe is no terminal");
    assert!(escape(&["trace", "02-NQ/TW", "data/sample", "--color", "always"]));
    let forced = luocdo(&bench).args(["trace", "02-NQ/TW", "data/sample"]).env("CLICOLOR_FORCE", "1").output().unwrap();
    assert!(text(&forced.stdout).contains('\u{1b}'));
    done(&bench, &["trace", "02-NQ/TW", "data/sample", "--color", "always", "-o", "a.txt"]);
    assert!(!fs::read_to_string(bench.join("a.txt")).unwrap().contains('\u{1b}'), "a file has no colours");
}

#[test]
fn no_line_for_people_is_wider_than_their_terminal() {
    let bench = bench("width");
    for width in ["80", "100", "120"] {
        for arguments in [
            &["audit", "data/sample", "--all"][..],
            &["trace", "02-NQ/TW", "data/sample"],
            &["show", "45-KH/TU Yên Bái", "data/sample"],
        ] {
            let output = luocdo(&bench).args(arguments).env("COLUMNS", width).output().unwrap();
            for line in text(&output.stdout).lines() {
                // A path is one word and may be longer than a narrow page.
                let columns = line.nfc().count();
                let fits =
                    columns <= width.parse().unwrap() || line.trim_start_matches(['│', ' ']).starts_with("data/");
                assert!(fits, "{width}: {arguments:?}: {line}");
            }
        }
    }
}

#[test]
fn the_language_of_messages_never_reaches_a_machine_output() {
    let bench = bench("language");
    for arguments in [
        &["extract", "data/sample"][..],
        &["export", "data/sample"],
        &["audit", "data/sample", "-f", "ndjson", "--exit-zero"],
    ] {
        assert_eq!(done(&bench, arguments), done(&bench, &[arguments, &["--lang", "en"]].concat()));
    }
    let english =
        luocdo(&bench).args(["audit", "data/sample", "--exit-zero"]).env("LUOCDO_LANG", "en").output().unwrap();
    assert_eq!(text(&english.stdout), done(&bench, &["audit", "data/sample", "--exit-zero", "--lang", "en"]));
}

/// The rows of the edges of an export, without the columns that hold the whole collection.
fn arrows(bench: &Path) -> Vec<String> {
    let table = done(bench, &["xuat", "data/sample", "-t", "csv", "--table", "edges"]);
    table.lines().skip(1).map(|row| row.split(',').take(2).collect::<Vec<_>>().join(" ")).collect()
}

#[test]
fn a_correction_is_written_beside_the_collection_and_applied_by_every_run() {
    let bench = bench("sua");
    let before = arrows(&bench);
    let graph: serde_json::Value =
        serde_json::from_str(&done(&bench, &["xuat", "data/sample", "-t", "json"])).expect("JSON");
    let edge = &graph["edges"][0];
    let word = |value: &serde_json::Value| value.as_str().expect("a text").to_string();
    let (from, to, relation) = (word(&edge["from"]), word(&edge["to"]), word(&edge["relation"]));
    let sua = ["sua", "--edge", &from, &to, &relation, "data/sample", "--reject", "--ly-do", "chỉ nhắc tên"];
    let said = text(&run(&bench, &sua).stderr);
    assert!(said.contains("data/sample/luocdo-sua.csv"), "{said}");
    let after = arrows(&bench);
    assert_eq!(before.len() - 1, after.len());
    let table = fs::read_to_string(bench.join("data/sample/luocdo-sua.csv")).expect("the table");
    assert!(table.starts_with("about,path,quote,id,field,before,after,reason\n") && table.contains("chỉ nhắc tên"));
    // The sentence has changed: the line is reported and changes nothing.
    let path = word(&edge["evidence"][0]["path"]);
    let quote = word(&edge["evidence"][0]["quote"]);
    fs::write(bench.join("data/sample/luocdo-sua.csv"), table.replace(quote.get(..20).unwrap_or(&quote), "Khác hẳn"))
        .expect("written");
    let output = run(&bench, &["xuat", "data/sample", "-t", "csv", "--table", "edges"]);
    let warning = text(&output.stderr);
    let name = path.rsplit('/').next().expect("a name");
    assert!(warning.contains("dòng 2") && warning.contains(name), "{warning}");
    assert_eq!(arrows(&bench), before);
}

#[test]
fn what_was_corrected_can_be_corrected_again() {
    let bench = bench("sua-lai");
    let table = || fs::read_to_string(bench.join("data/sample/luocdo-sua.csv")).expect("the table");
    let rows = || table().lines().count() - 1;
    // A field, and what the table says of it when it is applied.
    let fix =
        |typed: &str, day: &str| ["sua", typed, "data/sample", "--ngay", day, "--ly-do", "bản gốc"].map(str::to_string);
    let fixed = |arguments: &[String]| {
        let words: Vec<&str> = arguments.iter().map(String::as_str).collect();
        let said = run(&bench, &words);
        assert_eq!(said.status.code(), Some(0), "{arguments:?}: {}", text(&said.stderr));
        let read = run(&bench, &["xuat", "data/sample", "-t", "json"]);
        assert!(!text(&read.stderr).contains("luocdo-sua.csv"), "a line is stale: {}", text(&read.stderr));
        text(&read.stdout)
    };
    assert!(fixed(&fix("512/LĐLĐ", "19/10/2021")).contains("\"date\":\"2021-10-19\""));
    let again = fix("512/LĐLĐ 19/10/2021", "20/10/2021");
    assert!(fixed(&again).contains("\"date\":\"2021-10-20\""));
    assert_eq!(rows(), 1, "{}", table());
    // An arrow: another relation, another again, rejected, and right after all.
    let graph: serde_json::Value =
        serde_json::from_str(&done(&bench, &["xuat", "data/sample", "-t", "json"])).expect("JSON");
    let edges = graph["edges"].as_array().expect("edges");
    let edge = edges.iter().find(|edge| edge["relation"] == "implements").expect("an arrow");
    let word = |key: &str| edge[key].as_str().expect("a text").to_string();
    let arrow = |relation: &str, verdict: &[&str]| -> Vec<String> {
        let (from, to) = (word("from"), word("to"));
        let words = [&["sua", "--edge", &from, &to, relation, "data/sample"], verdict, &["--ly-do", "x"]].concat();
        words.into_iter().map(str::to_string).collect()
    };
    let count = |read: &str, relation: &str| {
        let graph: serde_json::Value = serde_json::from_str(read).expect("JSON");
        let edges = graph["edges"].as_array().expect("edges");
        edges
            .iter()
            .filter(|one| one["from"] == word("from") && one["to"] == word("to") && one["relation"] == relation)
            .count()
    };
    assert_eq!(count(&fixed(&arrow("implements", &["--relation", "guides"])), "guides"), 1);
    assert_eq!(count(&fixed(&arrow("guides", &["--relation", "basis"])), "basis"), 1);
    let rejected = fixed(&arrow("basis", &["--reject"]));
    assert_eq!(count(&rejected, "basis") + count(&rejected, "implements"), 0);
    assert_eq!(count(&fixed(&arrow("implements", &["--confirm"])), "implements"), 1);
}

#[test]
fn the_help_of_fix_gives_an_example_that_finds_its_paper() {
    let bench = bench("sua-vi-du");
    fs::create_dir_all(bench.join("van-ban")).expect("a folder");
    let paper = "LIÊN ĐOÀN LAO ĐỘNG TỈNH LÀO CAI\n\nSố:      /LĐLĐ\nV/v tuyên truyền\n\nLào Cai, ngày    tháng 8 năm 2021\n\n\
        Kính gửi: Liên đoàn Lao động các huyện;\n\nBan Thường vụ đề nghị các đơn vị triển khai.\n";
    fs::write(bench.join("van-ban/a.txt"), paper).expect("written");
    done(&bench, &["fix", "LĐLĐ Lào Cai 2021", "van-ban/", "--so", "512/LĐLĐ", "--ly-do", "sổ văn bản đi"]);
    assert!(done(&bench, &["xuat", "van-ban", "-t", "json"]).contains("\"number\":\"512/LĐLĐ\""));
}

#[test]
fn two_runs_are_compared_with_the_lexicon_and_strictness_of_the_command_and_in_its_language() {
    let bench = bench("so-sanh");
    fs::create_dir_all(bench.join("kho")).expect("a folder");
    fs::copy(bench.join("data/sample/03-yen-bai-ldld-cong-van-512.txt"), bench.join("kho/a.txt")).expect("a copy");
    let english = run(&bench, &["diff", "data/sample", "kho", "--lang", "en", "--all", "-q"]);
    let words = text(&english.stdout);
    assert!(words.contains("not seen in the collection") && !words.contains("chưa thấy trong kho:"), "{words}");
    fs::write(bench.join("kho/hong.txt"), [0u8, 1, 2, 255]).expect("written");
    let same = ["diff", "kho", "kho", "-q"];
    assert_eq!(run(&bench, &same).status.code(), Some(0));
    assert_eq!(run(&bench, &[&same[..], &["--strict"]].concat()).status.code(), Some(2), "a file cannot be read");
    // An organ that only the own table knows is of the same level on both sides, saved or read.
    fs::create_dir_all(bench.join("bang")).expect("a folder");
    let own = ["--lexicon", "bang", "-q"];
    done(&bench, &[&["audit", "kho", "--exit-zero", "-o", "a.json"][..], &own].concat());
    done(&bench, &[&["diff", "a.json", "kho"][..], &own].concat());
}

#[test]
fn what_is_hidden_is_hidden_in_every_report() {
    let bench = bench("an");
    let report = |file: &str| {
        done(
            &bench,
            &["soat", "data/sample", "--ignore", "NG101", "--exit-zero", "-q", "-o", file, "--worklist", "phieu.csv"],
        );
        fs::read_to_string(bench.join(file)).expect("written")
    };
    let page = report("a.html");
    assert!(page.contains("<div class=\"number missing\"><b>0</b> nguồn còn thiếu</div>"), "{page}");
    assert_eq!(fs::read_to_string(bench.join("phieu.csv")).expect("written").lines().count(), 1, "only the columns");
}

#[test]
fn a_value_of_the_settings_is_refused_under_the_name_of_their_file() {
    let bench = bench("cai-dat");
    for (line, key) in
        [("as-of = \"hôm qua\"", "as-of"), ("format = \"doc\"", "format"), ("fail-on = \"x\"", "fail-on")]
    {
        fs::write(bench.join("rieng.toml"), format!("[audit]\n{line}\n")).expect("written");
        let said = failed(&bench, &["soat", "data/sample", "--config", "rieng.toml"]);
        assert!(said.contains(&format!("rieng.toml, {key}: ")), "{said}");
    }
}

#[test]
fn what_cannot_be_drawn_or_read_is_said_in_vietnamese() {
    let bench = bench("tieng-viet");
    let said = failed(&bench, &["ve", "data/sample", "a.png", "--scale", "8"]);
    assert!(said.contains("điểm ảnh, quá lớn") && !said.contains("picture"), "{said}");
    fs::write(bench.join("hong.txt"), [0xC3, 1, 2, 255]).expect("written");
    let said = text(&run(&bench, &["boc", "hong.txt"]).stderr);
    assert!(said.contains("không phải văn bản đọc được; bỏ ra ngoài") && !said.contains("the content"), "{said}");
}

#[test]
fn a_table_of_corrections_that_is_named_and_not_there_is_made() {
    let bench = bench("sua-moi");
    let sua = ["sua", "512/LĐLĐ", "data/sample", "--fixes", "moi.csv", "--ngay", "19/10/2021", "--ly-do", "bản gốc"];
    let output = run(&bench, &sua);
    assert_eq!(output.status.code(), Some(0), "{}", text(&output.stderr));
    let table = fs::read_to_string(bench.join("moi.csv")).expect("the table");
    assert!(table.contains("2021-10-19") && table.contains("bản gốc"), "{table}");
    // To read, a table must be there.
    let missing = failed(&bench, &["xuat", "data/sample", "--fixes", "khong-co.csv", "-t", "json"]);
    assert!(missing.contains("khong-co.csv"), "{missing}");
}

#[test]
fn a_wrong_correction_is_refused_and_nothing_is_written() {
    let bench = bench("sua-sai");
    let refused = failed(&bench, &["sua", "512/LĐLĐ", "data/sample", "--ngay", "31/02/2021", "--ly-do", "x"]);
    assert!(refused.contains("--ngay") && refused.contains("31/5/2017"), "{refused}");
    let nothing = failed(&bench, &["sua", "512/LĐLĐ", "data/sample", "--ly-do", "x"]);
    assert!(nothing.contains("--so"), "{nothing}");
    assert!(!bench.join("data/sample/luocdo-sua.csv").exists());
    fs::write(bench.join("data/sample/luocdo-sua.csv"), "about,path\ndocument,a.txt\n").expect("written");
    let broken = failed(&bench, &["xuat", "data/sample", "-t", "json"]);
    assert!(broken.contains("luocdo-sua.csv"), "{broken}");
}

#[test]
fn a_lexicon_and_a_registry_of_ones_own_are_read_or_refused_with_the_place() {
    let bench = bench("tri-thuc");
    fs::create_dir_all(bench.join("bang")).expect("a folder");
    let header =
        "id,body,system,level,term,congress_opened,congress_closed,from,to,restarts,certainty,evidence,source\n";
    fs::write(bench.join("bang/terms.csv"), format!("{header}x,Y,party,central,I,,,31/12/2020,,term,A,memory,test\n"))
        .expect("written");
    let refused = failed(&bench, &["xuat", "data/sample", "-t", "json", "--lexicon", "bang"]);
    assert!(refused.contains("terms.csv") && refused.contains("dòng 2") && refused.contains("from"), "{refused}");
    let absent = failed(&bench, &["xuat", "data/sample", "-t", "json", "--lexicon", "khong-co"]);
    assert!(absent.contains("khong-co"), "{absent}");
    fs::write(bench.join("so.csv"), "number,kind,issuer,date,title,source\n1/X,Công văn,UBND tỉnh,2021,a,b\n")
        .expect("written");
    let refused = failed(&bench, &["xuat", "data/sample", "-t", "json", "--registry", "so.csv"]);
    assert!(refused.contains("so.csv") && refused.contains("dòng 2"), "{refused}");
}
