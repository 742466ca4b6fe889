//! The architecture as a test: module order, file length, and what must not stand in the source.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

/// Longest source file, in lines.
const LONGEST: usize = 500;

/// Source files that may be longer, and why.
const LONGER: &[(&str, &str)] = &[];

/// The files of a folder and below, sorted; build products and other people's things left out.
fn files(folder: &str) -> Vec<PathBuf> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let walk =
        ignore::WalkBuilder::new(root.join(folder)).hidden(false).filter_entry(|e| e.file_name() != ".git").build();
    let mut files: Vec<PathBuf> = walk
        .flatten()
        .filter(|e| e.file_type().is_some_and(|t| t.is_file()))
        .map(ignore::DirEntry::into_path)
        .collect();
    files.sort();
    files
}

fn sources() -> Vec<(String, String)> {
    let rust = files("src").into_iter().filter(|path| path.extension().is_some_and(|e| e == "rs"));
    rust.map(|path| (name(&path), fs::read_to_string(&path).expect("source is UTF-8"))).collect()
}

fn name(path: &Path) -> String {
    let path = path.strip_prefix(env!("CARGO_MANIFEST_DIR")).expect("inside the package");
    path.to_string_lossy().replace('\\', "/")
}

/// What a file says before its tests, without comments: tests may look wherever they like.
fn code(text: &str) -> String {
    let end = text.find("#[cfg(test)]").unwrap_or(text.len());
    text[..end].lines().filter(|line| !line.trim_start().starts_with("//")).map(|line| format!("{line}\n")).collect()
}

fn report(findings: &[String]) {
    assert!(findings.is_empty(), "\n{}\n", findings.join("\n"));
}

#[test]
fn a_module_uses_only_modules_above_it() {
    let library = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("src/lib.rs")).expect("it exists");
    let declared = library.lines().filter_map(|line| line.trim_start_matches("pub ").strip_prefix("mod "));
    let place: BTreeMap<&str, usize> =
        declared.enumerate().map(|(place, line)| (line.trim_end_matches([';', ' ', '{']), place)).collect();
    let mut findings = Vec::new();
    let mut seen = 0;
    for (file, text) in sources() {
        let module = file.trim_start_matches("src/").split(['/', '.']).next().unwrap_or_default().to_string();
        let Some(&own) = place.get(module.as_str()) else { continue };
        for used in used_modules(&code(&text)) {
            seen += 1;
            if place.get(used.as_str()).is_some_and(|&other| other > own) {
                findings.push(format!("{file} uses `{used}`, which lib.rs lists below `{module}`"));
            }
        }
    }
    assert!(seen > 20, "this test looks at too little: {seen} uses");
    report(&findings);
}

/// `crate::a::…` and `crate::{a, b::…}` name modules a and b.
fn used_modules(code: &str) -> Vec<String> {
    let word = |text: &str| text.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect::<String>();
    let mut found = Vec::new();
    for (at, _) in code.match_indices("crate::") {
        let rest = &code[at + "crate::".len()..];
        match rest.strip_prefix('{') {
            Some(list) => {
                let list = &list[..list.find("};").unwrap_or(list.len())];
                found.extend(list.split(',').map(|part| word(part.trim())));
            }
            None => found.push(word(rest)),
        }
    }
    found
}

#[test]
fn a_file_fits_into_one_look() {
    let mut findings = Vec::new();
    for (file, text) in sources() {
        let lines = text.lines().count();
        let allowed = LONGER.iter().any(|(longer, _)| *longer == file);
        if lines > LONGEST && !allowed {
            findings.push(format!(
                "{file} has {lines} lines; split it by noun, or say in tests/tidy.rs why it must be long"
            ));
        }
        if allowed && lines <= LONGEST {
            findings.push(format!("{file} is short enough now; take it off the list in tests/tidy.rs"));
        }
    }
    report(&findings);
}

#[test]
fn every_file_says_first_what_it_is_for() {
    let silent = |(file, text): (String, String)| {
        (!text.starts_with("//! ")).then(|| format!("{file} does not begin with //! and what it turns into what"))
    };
    report(&sources().into_iter().filter_map(silent).collect::<Vec<_>>());
}

#[test]
fn no_file_is_named_after_nothing() {
    let empty = ["utils", "util", "helpers", "helper", "types", "manager", "common", "misc"];
    let named = |(file, _): (String, String)| {
        let stem = Path::new(&file).file_stem().map(|s| s.to_string_lossy().into_owned()).unwrap_or_default();
        empty.contains(&stem.as_str()).then(|| format!("{file}: name it after the noun it is about"))
    };
    report(&sources().into_iter().filter_map(named).collect::<Vec<_>>());
}

/// A Unicode word boundary throws the regex engine off its fast path on every letter with a mark: 24 times slower on
/// Vietnamese. `(?-u:\b)` is the ASCII one.
#[test]
fn no_pattern_has_a_unicode_word_boundary() {
    let mut findings = Vec::new();
    for (file, text) in sources() {
        for (number, line) in text.lines().enumerate() {
            if !line.trim_start().starts_with("//") && line.replace(r"(?-u:\b)", "").contains(r"\b") {
                findings.push(format!("{file}:{}: a Unicode word boundary; write (?-u:\\b)", number + 1));
            }
        }
    }
    report(&findings);
}

#[test]
fn nothing_is_left_for_later() {
    let later = ["todo!(", "unimplemented!(", "dbg!(", "#[ignore", concat!("TO", "DO"), concat!("FIX", "ME")];
    let mut findings = Vec::new();
    for (file, text) in sources() {
        for (number, line) in text.lines().enumerate() {
            for mark in later {
                if line.contains(mark) {
                    findings.push(format!("{file}:{}: {mark}", number + 1));
                }
            }
        }
    }
    report(&findings);
}

/// What holds on one machine only does not belong into the project.
#[test]
fn no_file_names_a_place_on_one_machine() {
    let places = ["/ho\u{6d}e/", "/ro\u{6f}t/", "/U\u{73}ers/", "/t\u{6d}p/", "/wo\u{72}k/"];
    let mut findings = Vec::new();
    let mut seen = 0;
    for path in files("") {
        let Ok(text) = fs::read_to_string(&path) else { continue };
        seen += 1;
        for (number, line) in text.lines().enumerate() {
            if let Some(place) = places.iter().find(|place| begins_path(line, place)) {
                findings.push(format!("{}:{}: {place}", name(&path), number + 1));
            }
        }
    }
    assert!(seen > 30, "this test looks at too little: {seen} files");
    report(&findings);
}

/// `a/work/b` is no path that begins at the root.
fn begins_path(line: &str, place: &str) -> bool {
    line.match_indices(place)
        .any(|(at, _)| !line[..at].ends_with(|c: char| c.is_alphanumeric() || "._-)}>*".contains(c)))
}

#[test]
fn the_library_does_not_print() {
    let mut findings = Vec::new();
    for (file, text) in sources() {
        let shell = file.starts_with("src/cli/") || file == "src/main.rs";
        let printed = ["println!(", "print!(", "std::env::var", "SystemTime::now", "Instant::now"];
        for word in printed.iter().filter(|word| !shell && code(&text).contains(**word)) {
            findings.push(format!("{file}: {word} belongs into src/cli"));
        }
    }
    report(&findings);
}

/// Links and names of documentation that stand in the documentation lead somewhere.
#[test]
fn every_link_between_documents_leads_somewhere() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut findings = Vec::new();
    let mut seen = 0;
    for path in files("").into_iter().filter(|path| path.extension().is_some_and(|e| e == "md")) {
        let text = fs::read_to_string(&path).expect("documentation is UTF-8");
        let here = path.parent().expect("in a folder");
        for target in links(&text) {
            seen += 1;
            if !here.join(&target).exists() && !root.join(&target).exists() {
                findings.push(format!("{}: there is no {target}", name(&path)));
            }
        }
    }
    assert!(seen > 10, "this test looks at too little: {seen} links");
    report(&findings);
}

/// `](a/b.md)` and a bare `docs/b.md`.
fn links(text: &str) -> Vec<String> {
    let linked = text.split("](").skip(1).filter_map(|rest| rest.split([')', '#']).next()).map(str::to_string);
    let linked = linked.filter(|target| !target.is_empty() && !target.contains(':') && !target.contains(' '));
    let words = text.split(|c: char| c.is_whitespace() || "()`[],;".contains(c));
    let named = words.filter(|word| word.starts_with("docs/")).map(|word| word.trim_end_matches('.').to_string());
    linked.chain(named.filter(|name| name.ends_with(".md"))).collect()
}

#[test]
fn every_audit_code_is_documented_with_its_severity() {
    let page = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/audit.md")).expect("it exists");
    let missing = |code: &luocdo::audit::Code| {
        let row = format!("| {} | {} | {} |", code.code, code.severity.code(), code.name.english);
        (!page.contains(&row)).then(|| format!("docs/audit.md has no row that begins {row}"))
    };
    report(&luocdo::audit::CODES.iter().filter_map(missing).collect::<Vec<_>>());
    let rows = page.lines().filter(|line| line.starts_with("| ") && line.as_bytes()[4].is_ascii_digit()).count();
    assert_eq!(rows, luocdo::audit::CODES.len(), "docs/audit.md has rows of codes that are none");
}
