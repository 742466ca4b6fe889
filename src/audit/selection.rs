//! Which findings are shown: by code, name or id, and by file.
//!
//! A pattern is `CODE` or `CODE:PATH`. CODE is a code (`NG101`), the beginning of codes (`NG`, `NT2`), a name
//! (`missing-source`), the id of one finding (`NG101-3f2a90c1`) or `*`; PATH is written as in .gitignore and fits from any
//! folder on; with a `/` before it, only from where the run began.

use super::codes::CODES;
use super::finding::Finding;
use crate::source::distance;
use ignore::gitignore::{Gitignore, GitignoreBuilder};
use std::path::Path;
use thiserror::Error;

/// What is shown and what is not. Nothing selected means everything.
#[derive(Clone, Debug, Default)]
pub struct Selection {
    select: Vec<Pattern>,
    ignore: Vec<Pattern>,
}

#[derive(Clone, Debug)]
struct Pattern {
    code: String,
    paths: Option<Gitignore>,
    anchored: bool,
}

/// Why a pattern cannot be understood.
#[derive(Clone, Debug, Error, PartialEq, Eq)]
pub enum SelectionError {
    /// No code begins so.
    #[error("there is no code “{written}”{}; luocdo explain lists the codes", .nearest.as_ref().map_or_else(String::new, |near| format!(", did you mean “{near}”?")))]
    UnknownCode {
        /// What was written.
        written: String,
        /// The code that comes nearest.
        nearest: Option<String>,
    },
    /// The path is no pattern.
    #[error("“{written}” is no pattern for paths: {reason}; write it as in .gitignore")]
    BadPath {
        /// What was written.
        written: String,
        /// What is wrong.
        reason: String,
    },
}

impl Selection {
    /// A selection from patterns. `own_codes` are the codes of the user's rules.
    ///
    /// # Errors
    /// At the first pattern that fits no code, or whose path is no pattern.
    pub fn new(select: &[String], ignore: &[String], own_codes: &[String]) -> Result<Self, SelectionError> {
        let read = |patterns: &[String]| -> Result<Vec<Pattern>, SelectionError> {
            patterns.iter().map(|pattern| Pattern::read(pattern, own_codes)).collect()
        };
        Ok(Self { select: read(select)?, ignore: read(ignore)? })
    }

    /// True if the finding is shown.
    pub fn shows(&self, finding: &Finding) -> bool {
        let among = |patterns: &[Pattern]| patterns.iter().any(|pattern| pattern.fits(finding));
        (self.select.is_empty() || among(&self.select)) && !among(&self.ignore)
    }
}

impl Pattern {
    fn read(written: &str, own_codes: &[String]) -> Result<Self, SelectionError> {
        let written = written.trim();
        let (code, path) = written.split_once(':').map_or((written, None), |(code, path)| (code, Some(path.trim())));
        let slug = CODES.iter().find(|known| known.slug.eq_ignore_ascii_case(code));
        let code = slug.map_or_else(|| code.to_uppercase(), |known| known.code.to_string());
        let bare = code.split('-').next().unwrap_or_default();
        let known = || CODES.iter().map(|known| known.code.to_string()).chain(own_codes.iter().cloned());
        if code != "*" && (bare.is_empty() || !known().any(|known| known.starts_with(bare))) {
            let typed: Vec<char> = code.chars().collect();
            let near = known()
                .map(|known| (distance(&typed, &known.chars().collect::<Vec<_>>()), known))
                .min()
                .filter(|(far, _)| *far <= 2);
            return Err(SelectionError::UnknownCode { written: code, nearest: near.map(|(_, code)| code) });
        }
        let paths = path.map(glob).transpose()?;
        Ok(Self { code, paths, anchored: path.is_some_and(|path| path.starts_with('/')) })
    }

    fn fits(&self, finding: &Finding) -> bool {
        let id = || finding.id.to_uppercase().starts_with(&self.code);
        let code = self.code == "*" || finding.code.starts_with(&self.code) || self.code.contains('-') && id();
        let fits = |paths: &Gitignore, path: &str| match self.anchored {
            true => matches(paths, path),
            false => tails(path).any(|tail| matches(paths, tail)),
        };
        code && self.paths.as_ref().is_none_or(|paths| finding.path().is_some_and(|path| fits(paths, path)))
    }
}

fn glob(written: &str) -> Result<Gitignore, SelectionError> {
    let bad = |reason: ignore::Error| SelectionError::BadPath { written: written.into(), reason: reason.to_string() };
    let mut builder = GitignoreBuilder::new("");
    builder.add_line(None, written).map_err(bad)?;
    builder.build().map_err(bad)
}

/// A file fits if it does itself, or a folder above it.
fn matches(paths: &Gitignore, path: &str) -> bool {
    let path = Path::new(path.trim_start_matches(['/', '.']));
    path.ancestors().any(|part| part != Path::new("") && paths.matched(part, part != path).is_ignore())
}

/// The path, and what is left of it below each of its folders.
fn tails(path: &str) -> impl Iterator<Item = &str> {
    std::iter::once(path).chain(path.match_indices('/').map(|(at, _)| &path[at + 1..])).filter(|tail| !tail.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::audit::{Place, Said, Severity};

    fn finding(code: &'static str, path: &str) -> Finding {
        let mut found = vec![Finding::new(Said::default()).at(Place::file(path)).of_code(code, Severity::Note)];
        super::super::finding::number(&mut found);
        found.remove(0)
    }

    fn selection(select: &[&str], ignore: &[&str]) -> Selection {
        let owned = |list: &[&str]| list.iter().map(|s| (*s).to_string()).collect::<Vec<_>>();
        Selection::new(&owned(select), &owned(ignore), &["QT901".to_string()]).unwrap()
    }

    #[test]
    fn a_code_its_beginning_its_name_and_an_id_select() {
        let (one, other) = (finding("NG101", "a/x.txt"), finding("SO301", "b.txt"));
        for pattern in ["NG101", "ng", "NG1", "missing-source", one.id.as_str(), "*:a/", "NG:*.txt"] {
            let selection = selection(&[pattern], &[]);
            assert!(selection.shows(&one) && !selection.shows(&other), "{pattern}");
        }
    }

    #[test]
    fn what_is_ignored_in_one_folder_shows_in_another() {
        let below = selection(&[], &["NG101:luu/**", "NT"]);
        assert!(!below.shows(&finding("NG101", "kho/luu/x.txt")) && !below.shows(&finding("NG101", "luu/a/x.txt")));
        assert!(below.shows(&finding("NG101", "kho/moi/x.txt")) && below.shows(&finding("SO301", "luu/x.txt")));
        assert!(!below.shows(&finding("NT202", "moi/x.txt")));
        let anchored = selection(&[], &["NG101:/luu/"]);
        assert!(anchored.shows(&finding("NG101", "kho/luu/x.txt")) && !anchored.shows(&finding("NG101", "luu/x.txt")));
    }

    #[test]
    fn an_unknown_code_is_named_with_the_nearest() {
        let error = Selection::new(&["NG11".into()], &[], &[]).unwrap_err();
        assert_eq!(error.to_string(), "there is no code “NG11”, did you mean “NG101”?; luocdo explain lists the codes");
    }
}
