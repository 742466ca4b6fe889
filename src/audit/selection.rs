//! Which findings are shown: by code, name or id, and by file.
//!
//! A pattern is `CODE` or `CODE:PATH`. CODE is a code (`NG101`), the beginning of codes (`NG`, `NT2`), a name
//! (`missing-source`), the id of one finding (`NG101-3f2a90c1d4e5b607`) or its beginning, or `*`; PATH is written as in .gitignore
//! and fits from any folder on; with a `/` before it, only from where the run began.

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
    /// What stands behind a code makes no id.
    #[error(
        "“{written}” is no id of a finding: {code} may be followed by - and the figures 0-9, a-f that a report shows"
    )]
    BadId {
        /// What was written.
        written: String,
        /// The code in it.
        code: String,
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
        let (bare, id) = code.split_once('-').map_or((code.as_str(), None), |(bare, id)| (bare, Some(id)));
        let known = || CODES.iter().map(|known| known.code.to_string()).chain(own_codes.iter().cloned());
        // Only a whole code has findings with ids.
        let fits = |known: &str| if id.is_some() { known == bare } else { known.starts_with(bare) };
        if code != "*" && (bare.is_empty() || !known().any(|known| fits(&known))) {
            let typed: Vec<char> = code.chars().collect();
            let names = CODES.iter().map(|known| known.slug.to_string());
            let near = known()
                .chain(names)
                .map(|known| (distance(&typed, &known.to_uppercase().chars().collect::<Vec<_>>()), known))
                .min()
                .filter(|(far, _)| *far <= 2);
            return Err(SelectionError::UnknownCode { written: code, nearest: near.map(|(_, code)| code) });
        }
        if id.is_some_and(|id| !is_id(id)) {
            return Err(SelectionError::BadId { written: written.into(), code: bare.into() });
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

/// True for the figures of an id, or their beginning; the second of two equal findings ends in `.2`.
fn is_id(written: &str) -> bool {
    let (figures, count) = written.split_once('.').unwrap_or((written, "2"));
    let hex = figures.bytes().all(|b| b.is_ascii_hexdigit()) && (1..=16).contains(&figures.len());
    hex && !count.is_empty() && count.bytes().all(|b| b.is_ascii_digit())
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

    #[test]
    fn what_selects_nothing_is_refused_and_the_beginning_of_an_id_is_not() {
        let said = |pattern: &str| {
            Selection::new(&[pattern.into()], &[], &["QT901".into()]).map_err(|error| error.to_string())
        };
        let refused = said("NG101-zzz").unwrap_err();
        assert!(refused.starts_with("“NG101-zzz” is no id of a finding: NG101 may be followed by"), "{refused}");
        for pattern in ["NG-missing", "NG-3f2a", "missing-sourc"] {
            assert!(said(pattern).unwrap_err().starts_with("there is no code"), "{pattern}");
        }
        assert!(said("missing-sourc").unwrap_err().contains("did you mean “missing-source”?"));
        for pattern in ["NG101-", "NG101-3f2a90c1d4e5b6071", "NG101-3f2a.", "NG101-3f2a.x"] {
            assert!(said(pattern).is_err(), "{pattern}");
        }
        for pattern in ["NG101-3f2a", "ng101-3F2A90C1D4E5B607.2", "QT901-0:moi/**"] {
            assert!(said(pattern).is_ok(), "{pattern}");
        }
    }
}
