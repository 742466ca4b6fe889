//! The gallery is what the program makes of the sample collection: every command in output/sample/README.md is run again,
//! and its files are compared byte by byte. `LUOCDO_GALLERY=write` writes them instead.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// A folder with the sample in it, in which commands can be run as they stand in the documentation.
fn bench(name: &str) -> PathBuf {
    let bench = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    let _ = fs::remove_dir_all(&bench);
    fs::create_dir_all(bench.join("data/sample")).expect("a folder");
    for entry in fs::read_dir(root().join("data/sample")).expect("the sample").flatten() {
        fs::copy(entry.path(), bench.join("data/sample").join(entry.file_name())).expect("a copy");
    }
    // A table of corrections that only some pictures apply stands beside the collection, not in it.
    fs::copy(root().join("data/sample-sua.csv"), bench.join("data/sample-sua.csv")).expect("a copy");
    bench
}

/// Files and command of each row of the table.
fn rows() -> Vec<(Vec<String>, String)> {
    let table = fs::read_to_string(root().join("output/sample/README.md")).expect("the table");
    let row = |line: &str| {
        let (files, command) = line.strip_prefix("| ")?.strip_suffix("` |")?.split_once(" | `")?;
        Some((files.split(", ").map(str::to_string).collect(), command.to_string()))
    };
    table.lines().filter_map(row).collect()
}

/// Runs `luocdo … > file` in the bench.
fn run(command: &str, bench: &Path) {
    let (words, file) = command.split_once(" > ").map_or((command, None), |(words, file)| (words, Some(file)));
    let words = words.strip_prefix("luocdo ").expect("a command of luocdo");
    let output = Command::new(env!("CARGO_BIN_EXE_luocdo"))
        .args(words.split(' '))
        .current_dir(bench)
        .env("COLUMNS", "100")
        .env_remove("LUOCDO_LANG")
        .env_remove("CLICOLOR_FORCE")
        .output()
        .expect("the program runs");
    assert!(output.status.success(), "{command}: {}", String::from_utf8_lossy(&output.stderr));
    if let Some(file) = file {
        fs::write(bench.join(file), output.stdout).expect("written");
    }
}

fn made(bench: &Path) -> BTreeMap<String, Vec<u8>> {
    let rows = rows();
    assert!(rows.len() >= 10, "the table has lost its rows");
    rows.iter().for_each(|(_, command)| run(command, bench));
    let files = rows.into_iter().flat_map(|(files, _)| files);
    files.map(|file| (file.clone(), fs::read(bench.join(&file)).unwrap_or_else(|e| panic!("{file}: {e}")))).collect()
}

#[test]
fn the_gallery_is_what_the_sample_becomes() {
    let gallery = root().join("output/sample");
    let made = made(&bench("gallery"));
    if std::env::var_os("LUOCDO_GALLERY").is_some_and(|value| value == "write") {
        made.iter().for_each(|(file, bytes)| fs::write(gallery.join(file), bytes).expect("written"));
    }
    for (file, bytes) in &made {
        let stands = fs::read(gallery.join(file)).unwrap_or_default();
        let at = stands.iter().zip(bytes).take_while(|(a, b)| a == b).count();
        let line = stands[..at].iter().filter(|byte| **byte == b'\n').count() + 1;
        assert!(stands == *bytes, "output/sample/{file} differs from line {line} on; look at it, then `just gallery`");
    }
    for entry in fs::read_dir(gallery).expect("the gallery").flatten() {
        let file = entry.file_name().to_string_lossy().into_owned();
        assert!(
            file == "README.md" || made.contains_key(&file),
            "output/sample/{file} is made by no command of its README"
        );
    }
}

#[test]
fn a_second_run_over_everything_makes_the_same_bytes() {
    let bench = bench("twice");
    let first = made(&bench);
    // Its own drawings and tables now lie beside the documents, and must not be read as such.
    for file in first.keys() {
        fs::copy(bench.join(file), bench.join("data/sample").join(file)).expect("a copy");
    }
    let text = |file: &&String| file.ends_with(".txt");
    first.keys().filter(text).for_each(|file| fs::remove_file(bench.join("data/sample").join(file)).expect("removed"));
    let second = made(&bench);
    for (file, bytes) in &first {
        assert!(*bytes == second[file], "{file} changes when run again");
    }
}
