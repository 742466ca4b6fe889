//! Names of files: as typed, as shown, as meant where they are mistyped.

use super::ReadError;
use std::ffi::{OsStr, OsString};
use std::fs;
use std::path::{Path, PathBuf};
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// A path as outputs show it: `/` on all systems, no `.` parts. Bytes that are no Unicode stand as `\xFF`.
pub fn wire_path(path: &Path) -> String {
    let typed = shown(path.as_os_str());
    let typed = if cfg!(windows) { typed.replace('\\', "/") } else { typed };
    let root = if typed.starts_with('/') { "/" } else { "" };
    let parts: Vec<&str> = typed.split('/').filter(|part| !part.is_empty() && *part != ".").collect();
    format!("{root}{}", parts.join("/"))
}

fn shown(name: &OsStr) -> String {
    if let Some(name) = name.to_str() {
        return name.to_owned();
    }
    let mut shown = String::new();
    for chunk in name.as_encoded_bytes().utf8_chunks() {
        shown.push_str(chunk.valid());
        chunk.invalid().iter().for_each(|byte| shown.push_str(&format!("\\x{byte:02X}")));
    }
    shown
}

/// The input itself if it exists, else the files that fit its pattern, sorted.
pub(super) fn expand(input: &str) -> Result<Vec<PathBuf>, ReadError> {
    let path = Path::new(input);
    // A link that leads nowhere exists by name; reading it tells what is wrong.
    if fs::symlink_metadata(path).is_ok() {
        return Ok(vec![path.to_path_buf()]);
    }
    let pattern = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    if !pattern.contains(['*', '?']) {
        return Err(ReadError::Absent { input: input.to_string(), similar: similar(path) });
    }
    let pattern: Vec<char> = pattern.nfc().collect();
    let fits = |name: &OsString| {
        let name = name.to_string_lossy();
        !name.starts_with('.') && fits(&pattern, &name.nfc().collect::<Vec<_>>())
    };
    let mut names: Vec<OsString> = names(parent(path)).filter(fits).collect();
    names.sort();
    if names.is_empty() {
        return Err(ReadError::NoMatch { input: input.to_string() });
    }
    Ok(names.into_iter().map(|name| path.with_file_name(name)).collect())
}

/// The folder that a path stands in.
fn parent(path: &Path) -> &Path {
    path.parent().filter(|p| !p.as_os_str().is_empty()).unwrap_or(Path::new("."))
}

fn names(folder: &Path) -> impl Iterator<Item = OsString> {
    fs::read_dir(folder).into_iter().flatten().flatten().map(|entry| entry.file_name())
}

/// `*` stands for any run of characters, `?` for one.
fn fits(pattern: &[char], name: &[char]) -> bool {
    match pattern.split_first() {
        None => name.is_empty(),
        Some(('*', rest)) => (0..=name.len()).any(|at| fits(rest, &name[at..])),
        Some((&c, rest)) => name.split_first().is_some_and(|(&n, left)| (c == '?' || c == n) && fits(rest, left)),
    }
}

/// The existing path that differs least from one that does not exist, looked for where the path first goes astray.
fn similar(path: &Path) -> Option<String> {
    let mut astray = path;
    while !parent(astray).exists() {
        astray = parent(astray);
    }
    let wanted = plain(&astray.file_name()?.to_string_lossy());
    let nearest = names(parent(astray)).map(|name| (distance(&wanted, &plain(&shown(&name))), name)).min()?;
    let found = astray.with_file_name(&nearest.1);
    let found = match path.strip_prefix(astray) {
        Ok(rest) if !rest.as_os_str().is_empty() && found.join(rest).exists() => found.join(rest),
        _ => found,
    };
    (nearest.0 <= wanted.len().div_ceil(3)).then(|| wire_path(&found))
}

/// Small letters without marks: the way a name is mistyped.
fn plain(name: &str) -> Vec<char> {
    name.nfd()
        .filter(|c| !is_combining_mark(*c))
        .flat_map(char::to_lowercase)
        .map(|c| if c == 'đ' { 'd' } else { c })
        .collect()
}

/// Edit distance (Levenshtein), one row at a time.
pub(crate) fn distance(a: &[char], b: &[char]) -> usize {
    let mut row: Vec<usize> = (0..=b.len()).collect();
    for (i, x) in a.iter().enumerate() {
        let mut diagonal = row[0];
        row[0] = i + 1;
        for (j, y) in b.iter().enumerate() {
            let replaced = diagonal + usize::from(x != y);
            diagonal = row[j + 1];
            row[j + 1] = replaced.min(row[j] + 1).min(row[j + 1] + 1);
        }
    }
    row[b.len()]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_are_shown_without_dots_and_doubled_slashes() {
        for (typed, shown) in [("./van-ban//1.txt", "van-ban/1.txt"), (".", ""), ("../a/./b/", "../a/b"), ("/a", "/a")]
        {
            assert_eq!(wire_path(Path::new(typed)), shown);
        }
    }
}
