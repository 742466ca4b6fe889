//! What a run knows besides the documents: the lexicon, a registry, and the corrections that lie beside the collection.

use super::args::Shared;
use super::input::STANDARD;
use super::language::{Language, say, word};
use super::report;
use anyhow::{anyhow, bail};
use luocdo::correction::{Corrections, Stale, Why};
use luocdo::lexicon::{self, Lexicon};
use luocdo::registry::Registry;
use luocdo::source::wire_path;
use luocdo::{correction, registry};
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

/// The table of corrections, where nothing else is said: in the folder that is read, or beside the file.
const FIXES: &str = "luocdo-sua.csv";

/// The lexicon of the run: the embedded one, or with the tables of `--lexicon`.
pub fn lexicon(shared: &Shared) -> anyhow::Result<&'static Lexicon> {
    let Some(dir) = &shared.lexicon else { return Ok(Lexicon::embedded()) };
    let shown = dir.display();
    if !dir.is_dir() {
        bail!(say!(
            shared.language(),
            "--lexicon: không có thư mục “{shown}”; hãy nêu thư mục chứa acts.csv, organs.csv …",
            "--lexicon: there is no folder “{shown}”; give a folder with acts.csv, organs.csv …"
        ));
    }
    // It lives as long as the run, which uses one; whoever comes while it is loaded waits for it.
    static LOADED: Mutex<Option<&Lexicon>> = Mutex::new(None);
    let mut loaded = LOADED.lock().unwrap_or_else(PoisonError::into_inner);
    if let Some(lexicon) = *loaded {
        return Ok(lexicon);
    }
    let lexicon = lexicon::load(Some(dir)).map_err(|error| anyhow!(error.in_language(shared.language())))?;
    Ok(loaded.insert(Box::leak(Box::new(lexicon))))
}

/// What people know of missing sources: `--registry`.
pub fn registry(shared: &Shared, lexicon: &Lexicon) -> anyhow::Result<Registry> {
    Ok(match &shared.registry {
        Some(file) => registry::load(file, lexicon).map_err(|error| anyhow!(error.in_language(shared.language())))?,
        None => Registry::default(),
    })
}

/// The corrections: of `--fixes`, else of the table beside the collection, if there is one.
pub fn corrections(
    shared: &Shared,
    inputs: &[String],
    lexicon: &Lexicon,
) -> anyhow::Result<Option<(PathBuf, Corrections)>> {
    let file = match (&shared.fixes, beside(inputs)) {
        (Some(file), _) => file.clone(),
        (None, Some(file)) if file.is_file() => file,
        (None, _) => return Ok(None),
    };
    let corrections =
        correction::load(&file, lexicon).map_err(|error| anyhow!(error.in_language(shared.language())))?;
    Ok(Some((file, corrections)))
}

/// The files of it, which no result may replace.
pub fn files(shared: &Shared, inputs: &[String]) -> Vec<PathBuf> {
    let tables = shared.lexicon.iter().filter_map(|dir| std::fs::read_dir(dir).ok()).flatten().flatten();
    let named = [&shared.registry, &shared.fixes].into_iter().flatten().cloned();
    named.chain(beside(inputs)).chain(tables.map(|table| table.path())).collect()
}

/// The table that a correction is written to.
pub fn fixes_file(shared: &Shared, inputs: &[String], language: Language) -> anyhow::Result<PathBuf> {
    shared.fixes.clone().or_else(|| beside(inputs)).ok_or_else(|| {
        anyhow!(say!(
            language,
            "đầu vào chuẩn không có chỗ để ghi; hãy nêu tệp bằng --fixes",
            "standard input has no place beside it; give a file with --fixes"
        ))
    })
}

/// In the first folder that is read, or beside the first file.
fn beside(inputs: &[String]) -> Option<PathBuf> {
    let first = inputs.iter().find(|input| *input != STANDARD)?;
    let path = Path::new(first.split("!/").next().unwrap_or(first));
    Some(if path.is_dir() { path.join(FIXES) } else { path.with_file_name(FIXES) })
}

/// A path as it stands in the table: from the table's own folder, so that both can be moved together.
pub fn relative(path: &str, table: &Path) -> String {
    let folder = table.parent().map(wire_path).unwrap_or_default();
    let inside = path.strip_prefix(&folder).and_then(|rest| rest.strip_prefix('/')).filter(|_| !folder.is_empty());
    inside.unwrap_or(path).to_owned()
}

/// Corrections that were not applied, for the person at the terminal.
pub fn stale(file: &Path, stale: &[Stale], language: Language) -> String {
    let heading = word(language, "cảnh báo", "warning");
    let file = file.display();
    let line = |one: &Stale| {
        let (number, subject) = (one.line, &one.subject);
        let why = match one.why {
            Why::Absent => word(language, "không có trong lần đọc này", "not among what was read"),
            Why::Needless => {
                word(language, "nay đọc đã đúng, có thể bỏ dòng này", "read so without it; the line can go")
            }
            Why::Ambiguous => word(
                language,
                "nhiều tệp có tên này nên chưa áp dụng; hãy ghi đường dẫn tính từ thư mục của bảng",
                "several files have this name, so it was not applied; give the path from the folder of the table",
            ),
            Why::Changed => word(
                language,
                "nay đọc khác lúc ghi dòng này nên chưa áp dụng; hãy xem lại",
                "read otherwise than when the line was written, so it was not applied; look again",
            ),
        };
        let at = say!(language, "dòng {number}", "line {number}");
        format!("{}{heading}:{} {file}, {at} ({subject}): {why}\n", report::WARNING, report::PLAIN)
    };
    stale.iter().map(line).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_are_kept_from_the_folder_of_the_table() {
        assert_eq!(relative("van-ban/2021/a.txt", Path::new("van-ban/luocdo-sua.csv")), "2021/a.txt");
        assert_eq!(relative("van-ban/a.txt", Path::new("./van-ban/luocdo-sua.csv")), "a.txt");
        assert_eq!(relative("van-ban/a.txt", Path::new("van-ban//luocdo-sua.csv")), "a.txt");
        assert_eq!(relative("a.txt", Path::new("luocdo-sua.csv")), "a.txt");
        assert_eq!(relative("khac/a.txt", Path::new("van-ban/sua.csv")), "khac/a.txt");
    }
}
