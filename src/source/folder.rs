//! The documents of a folder and of the folders in it.

use super::name::wire_path;
use super::{IGNORE_FILE, OWN_FILES, ReadOptions, Reading, Unlisted, add, extension, head, is_lock, is_own_output};
use ignore::WalkBuilder;
use std::path::{Path, PathBuf};

/// The documents of one folder, sorted by path.
pub(super) fn search(folder: &Path, options: &ReadOptions, reading: &mut Reading) {
    let mut found: Vec<(String, PathBuf)> = Vec::new();
    // Only rules that lie inside the folder count: what stands around it, or in somebody's settings, must not change
    // what a collection holds.
    let walk = WalkBuilder::new(folder)
        .follow_links(true)
        .parents(false)
        .require_git(false)
        .ignore(false)
        .git_global(false)
        .git_exclude(false)
        .add_custom_ignore_filename(IGNORE_FILE)
        .build();
    for entry in walk {
        match entry {
            Ok(entry) if entry.file_type().is_some_and(|kind| kind.is_file()) => {
                if is_left_over(entry.path()) {
                    continue;
                } else if is_document(entry.path(), options) {
                    found.push((wire_path(entry.path()), entry.into_path()));
                } else {
                    *reading.skipped.entry(extension(entry.path())).or_default() += 1;
                }
            }
            Ok(_) => {}
            Err(error) => reading.unlisted.push(unlisted(&error)),
        }
    }
    found.sort();
    reading.unlisted.sort_by(|a, b| a.path.cmp(&b.path));
    for (path, place) in found {
        // Only an archive is opened while listing.
        let zip = cfg!(feature = "formats") && extension(&place) == "zip";
        let head = if zip { head(&place) } else { Vec::new() };
        add(path, place, &head, options, reading);
    }
}

/// What belongs to luocdo, and what Word lays beside a document while somebody has it open: neither a document nor worth
/// counting.
fn is_left_over(path: &Path) -> bool {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    is_lock(&name) || OWN_FILES.contains(&&*name)
}

fn is_document(path: &Path, options: &ReadOptions) -> bool {
    match extension(path).as_str() {
        "" => {
            let head = head(path);
            (options.recognizes)(&head) && !is_own_output(&head)
        }
        "zip" => cfg!(feature = "formats"),
        picture if options.pictures.contains(&picture) => true,
        known if options.extensions.contains(&known) => !is_own_output(&head(path)),
        _ => false,
    }
}

fn unlisted(error: &ignore::Error) -> Unlisted {
    match error {
        ignore::Error::WithDepth { err, .. } => unlisted(err),
        ignore::Error::WithPath { path, err } => Unlisted { path: wire_path(path), reason: err.to_string() },
        ignore::Error::Loop { ancestor, child } => Unlisted {
            path: wire_path(child),
            reason: format!("the link leads back to {}, which holds it", wire_path(ancestor)),
        },
        other => Unlisted { path: String::new(), reason: other.to_string() },
    }
}
