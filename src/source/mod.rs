//! Files, folders and standard input into named bytes. The only place where documents enter.
//!
//! [`read`] lists what the inputs hold, in a fixed order, and says what it left aside; [`lines`] takes documents off a
//! stream of JSON lines, [`rows()`] off a Parquet table. A zip archive is a folder in one file. Bytes are fetched later, one document at a time ([`Source::bytes`]). What the bytes mean is
//! `text`'s business; here a file counts as a document by its extension, or without one by a look at its head.

#[cfg(feature = "formats")]
mod archive;
mod folder;
mod id;
mod limits;
mod name;
#[cfg(feature = "parquet")]
mod rows;
mod stream;

pub use id::Id;
pub use limits::Limits;
#[cfg(feature = "parquet")]
pub use rows::rows;
pub use stream::is_lines;

pub(crate) use name::distance;
pub use name::wire_path;
pub use stream::lines;

use std::collections::{BTreeMap, HashSet};
use std::fs;
use std::io::{self, Read};
use std::path::{Component, Path, PathBuf};

/// What every file that luocdo writes for people has in its first kilobyte: a folder full of drawings can be read again
/// without reading the drawings, and a drawing is replaced without asking only where luocdo made it.
pub const OWN_MARK: &str = "luocdo-drawing";

/// Name of the file in which a collection lists what is not to be read, in the manner of `.gitignore`.
pub const IGNORE_FILE: &str = ".luocdoignore";

/// Files of luocdo's own that lie in a collection: settings, register of organs, corrections.
pub const OWN_FILES: [&str; 3] = ["luocdo.toml", "co-quan.csv", "luocdo-sua.csv"];

/// One document to read: a name, and where its bytes are. Bytes are fetched one document at a time.
#[derive(Clone, Debug)]
pub struct Source {
    /// The INPUT as typed joined with the path below it, `/` on all systems, no leading `./`. Empty for a line of a stream
    /// that gives none.
    pub path: String,
    /// The id given with it, for lines on standard input: any JSON value, handed back as it came.
    pub id: Option<Id>,
    /// Where the bytes are.
    pub origin: Origin,
    /// How much it may cost.
    pub limits: Limits,
}

/// Where the bytes of a source are.
#[derive(Clone, Debug)]
pub enum Origin {
    /// In a file.
    File(PathBuf),
    /// In memory: a line of standard input, a test.
    Memory(Vec<u8>),
    /// In an archive.
    #[cfg(feature = "formats")]
    Entry(archive::Entry),
    /// Nowhere: a line that holds no document, and why.
    Broken(String),
    /// Nowhere: an archive that cannot be opened, a file beyond a limit.
    Refused(Refusal),
}

/// Why a file is not read, and what to do about it.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{message}")]
pub struct Refusal {
    /// Stable code: `damaged`, `encrypted`, `too-large`.
    pub code: &'static str,
    /// What is wrong.
    pub message: String,
    /// What to do.
    pub remedy: String,
}

/// Why a source gives no bytes.
#[derive(Debug, thiserror::Error)]
pub enum SourceError {
    /// The file system refuses.
    #[error("{0}")]
    File(#[from] io::Error),
    /// The line is not a document.
    #[error("{0}")]
    Line(String),
    /// It is broken, encrypted or too large.
    #[error("{0}")]
    Refused(#[from] Refusal),
}

impl SourceError {
    /// Stable code for the outputs.
    pub fn code(&self) -> &'static str {
        match self {
            Self::File(_) => "unreadable",
            Self::Line(_) => "bad-line",
            Self::Refused(refusal) => refusal.code,
        }
    }

    /// What to do about it.
    pub fn remedy(&self) -> &str {
        match self {
            Self::File(_) => "check that the file exists and that you may read it",
            Self::Line(_) => r#"write one JSON object a line: {"id": …, "text": …}"#,
            Self::Refused(refusal) => &refusal.remedy,
        }
    }
}

impl Source {
    /// A document in memory.
    pub fn memory(path: &str, bytes: impl Into<Vec<u8>>) -> Self {
        Self::new(path.to_string(), Origin::Memory(bytes.into()))
    }

    /// A document at a place.
    pub fn new(path: String, origin: Origin) -> Self {
        Self { path, id: None, origin, limits: Limits::default() }
    }

    /// Its file, where it has one to itself.
    pub fn place(&self) -> Option<&Path> {
        match &self.origin {
            Origin::File(path) => Some(path),
            _ => None,
        }
    }

    /// The bytes.
    ///
    /// # Errors
    /// What the file system says, or what is wrong with the line.
    pub fn bytes(&self) -> Result<Vec<u8>, SourceError> {
        match &self.origin {
            Origin::File(path) => read_file(path, &self.limits),
            Origin::Memory(bytes) if bytes.len() as u64 > self.limits.file => Err(too_large(&self.limits).into()),
            Origin::Memory(bytes) => Ok(bytes.clone()),
            #[cfg(feature = "formats")]
            Origin::Entry(entry) => Ok(entry.bytes(&self.limits)?),
            Origin::Broken(reason) => Err(SourceError::Line(reason.clone())),
            Origin::Refused(refusal) => Err(refusal.clone().into()),
        }
    }
}

/// A file whole, unless it is larger than it may be. Its size is looked at before, and held while reading: a pipe or a file
/// that grows has none.
fn read_file(path: &Path, limits: &Limits) -> Result<Vec<u8>, SourceError> {
    let file = fs::File::open(path)?;
    let size = file.metadata()?.len();
    let mut bytes = Vec::new();
    if size <= limits.file {
        bytes.reserve_exact(usize::try_from(size).unwrap_or(0) + 1);
        file.take(limits.file + 1).read_to_end(&mut bytes)?;
    }
    if size.max(bytes.len() as u64) > limits.file {
        return Err(too_large(limits).into());
    }
    Ok(bytes)
}

fn too_large(limits: &Limits) -> Refusal {
    Refusal {
        code: "too-large",
        message: format!("the file is larger than {} MB", limits.file >> 20),
        remedy: "raise --max-file, or split the file".into(),
    }
}

/// What counts as a document in a folder.
#[derive(Clone, Copy, Debug)]
pub struct ReadOptions {
    /// Extensions of documents, in small letters, without the dot.
    pub extensions: &'static [&'static str],
    /// Extensions of pictures, where pictures count as documents.
    pub pictures: &'static [&'static str],
    /// For a file without extension: does this beginning of its content (at most 4 KB) look like a document?
    pub recognizes: fn(&[u8]) -> bool,
    /// How much one file may cost.
    pub limits: Limits,
}

/// What the inputs hold.
#[derive(Clone, Debug, Default)]
pub struct Reading {
    /// The documents: inputs in the order given, each folder sorted by path. A document named twice stands once.
    pub sources: Vec<Source>,
    /// Files of the folders that are no documents, counted by extension; "" for none.
    pub skipped: BTreeMap<String, usize>,
    /// What could not be listed: a folder that may not be opened, a link that leads nowhere or in a circle.
    pub unlisted: Vec<Unlisted>,
    /// Archives whose documents are among the sources, or that could not be opened.
    pub archives: Vec<PathBuf>,
}

impl Reading {
    /// The files that its documents stand in.
    pub fn places(&self) -> impl Iterator<Item = &Path> {
        let files = self.sources.iter().filter_map(Source::place);
        files.chain(self.archives.iter().map(PathBuf::as_path))
    }
}

/// A place in a folder that could not be listed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unlisted {
    /// Where.
    pub path: String,
    /// Why.
    pub reason: String,
}

/// Why nothing can be read.
#[derive(Debug, thiserror::Error)]
pub enum ReadError {
    /// There is no such file or folder.
    #[error("“{input}” does not exist{}", similar.as_ref().map_or(String::new(), |name| format!("; did you mean “{name}”?")))]
    Absent {
        /// As typed.
        input: String,
        /// The nearest name that exists.
        similar: Option<String>,
    },
    /// A file name pattern fits nothing.
    #[error("no file fits “{input}”")]
    NoMatch {
        /// As typed.
        input: String,
    },
}

/// Lists the documents of files and folders. Folders are searched through and through: `.gitignore` and `.luocdoignore`
/// inside them count, hidden files and what luocdo itself wrote are left out, links are followed and circles are not.
/// A file named by itself is always a document. `*` and `?` in the last part of an input that does not exist as such are
/// filled in, for shells that do not.
///
/// # Errors
/// The first input that does not exist; nothing has been read then.
pub fn read(inputs: &[String], options: &ReadOptions) -> Result<Reading, ReadError> {
    let mut reading = Reading::default();
    for input in inputs {
        for place in name::expand(input)? {
            if place.is_dir() {
                folder::search(&place, options, &mut reading);
            } else {
                let head = head(&place);
                add(wire_path(&place), place, &head, options, &mut reading);
            }
        }
    }
    drop_repeated(&mut reading.sources, &mut HashSet::new());
    Ok(reading)
}

/// Where the bytes of a document are: a file, and the numbers of its entries. What is shown of a path need not tell two
/// files apart.
pub type Spot = (PathBuf, Vec<usize>);

/// Leaves out the documents that were `seen` before.
pub fn drop_repeated(sources: &mut Vec<Source>, seen: &mut HashSet<Spot>) {
    sources.retain(|source| source.origin.spot().is_none_or(|spot| seen.insert(spot)));
}

impl Origin {
    fn spot(&self) -> Option<Spot> {
        let here = |path: &Path| path.components().filter(|part| !matches!(part, Component::CurDir)).collect();
        match self {
            Self::File(path) => Some((here(path), Vec::new())),
            #[cfg(feature = "formats")]
            Self::Entry(entry) => Some((here(entry.place()), entry.numbers())),
            Self::Memory(_) | Self::Broken(_) | Self::Refused(_) => None,
        }
    }
}

/// True if the beginning of a file shows that luocdo wrote it.
pub fn is_own_output(head: &[u8]) -> bool {
    let head = &head[..head.len().min(1024)];
    memchr::memmem::find(head, OWN_MARK.as_bytes()).is_some()
}

/// The first bytes of a file, at most 4 KB; nothing if it cannot be opened. A pipe gives its bytes once, to who reads it.
pub fn head(path: &Path) -> Vec<u8> {
    let Some(file) = path.is_file().then(|| fs::File::open(path).ok()).flatten() else { return Vec::new() };
    // With room for all of it one call reads it.
    let mut head = Vec::with_capacity(HEAD);
    // What cannot be read here is met again, and named, when the document is read.
    let _ = file.take(HEAD as u64).read_to_end(&mut head);
    head
}

/// Bytes of a file that are looked at before it is read.
const HEAD: usize = 4096;

/// A file, or the documents of an archive.
#[cfg_attr(not(feature = "formats"), allow(unused_variables))]
fn add(path: String, place: PathBuf, head: &[u8], options: &ReadOptions, reading: &mut Reading) {
    #[cfg(feature = "formats")]
    if archive::is_archive(head) && archive::add(&path, &place, options, reading) {
        return;
    }
    reading.sources.push(Source { limits: options.limits, ..Source::new(path, Origin::File(place)) });
}

/// `~$bao-cao.docx`: Word's note that somebody has the document open.
fn is_lock(name: &str) -> bool {
    name.starts_with("~$")
}

fn extension(path: &Path) -> String {
    path.extension().map_or(String::new(), |e| e.to_string_lossy().to_lowercase())
}

#[cfg(test)]
mod tests {
    use super::*;

    const OPTIONS: ReadOptions = ReadOptions {
        extensions: &["txt", "md"],
        pictures: &[],
        recognizes: |head| head.starts_with(b"So:"),
        limits: LIMITS,
    };
    const LIMITS: Limits = Limits::DEFAULT;

    /// A folder of the given files, gone when dropped.
    struct Folder(PathBuf);

    impl Folder {
        fn new(name: &str, files: &[(&str, &str)]) -> Self {
            let root = std::env::temp_dir().join(format!("luocdo-source-{name}-{}", std::process::id()));
            let _ = fs::remove_dir_all(&root);
            for (path, content) in files {
                let path = root.join(path);
                fs::create_dir_all(path.parent().expect("inside the root")).expect("a folder");
                fs::write(path, content).expect("a file");
            }
            Self(root)
        }

        fn read(&self, below: &str) -> Reading {
            read(&[self.0.join(below).to_string_lossy().into_owned()], &OPTIONS).expect("it exists")
        }

        fn names(&self, reading: &Reading) -> Vec<String> {
            let root = format!("{}/", wire_path(&self.0));
            reading.sources.iter().map(|s| s.path.strip_prefix(&root).expect("inside the root").to_string()).collect()
        }
    }

    impl Drop for Folder {
        fn drop(&mut self) {
            let _ = fs::remove_dir_all(&self.0);
        }
    }

    #[test]
    fn a_folder_gives_its_documents_sorted_and_counts_the_rest() {
        let folder = Folder::new(
            "sorted",
            &[
                ("b/1.txt", ""),
                ("b.md", ""),
                ("a.TXT", ""),
                ("x.json", ""),
                ("y.json", ""),
                ("thu", "So: 1"),
                ("ghi", ""),
            ],
        );
        let reading = folder.read("");
        assert_eq!(folder.names(&reading), ["a.TXT", "b.md", "b/1.txt", "thu"]);
        assert_eq!(reading.skipped, BTreeMap::from([("json".into(), 2), (String::new(), 1)]));
    }

    #[test]
    fn ignored_and_hidden_files_and_own_drawings_are_no_documents() {
        let own = format!("<!-- {OWN_MARK} 0.1.0 -->");
        let folder = Folder::new(
            "ignored",
            &[
                (".gitignore", "nhap/\n"),
                (".luocdoignore", "*-cu.txt\n"),
                ("nhap/1.txt", ""),
                ("2-cu.txt", ""),
                (".an.txt", ""),
                ("bao-cao.md", &own),
                ("3.txt", ""),
            ],
        );
        assert_eq!(folder.names(&folder.read("")), ["3.txt"]);
    }

    #[test]
    fn own_files_and_locks_of_word_are_neither_read_nor_counted() {
        let own = format!("{OWN_MARK}: bản soát");
        let files = [("1.txt", "So: 1"), ("~$2.md", "x"), ("luocdo.toml", ""), ("co-quan.csv", ""), ("soat.txt", &own)];
        let folder = Folder::new("own", &files);
        let reading = folder.read("");
        assert_eq!(folder.names(&reading), ["1.txt"]);
        assert_eq!(reading.skipped, BTreeMap::from([("txt".into(), 1)]));
    }

    #[cfg(target_os = "linux")]
    #[test]
    fn names_that_are_no_unicode_are_told_apart() {
        use std::os::unix::ffi::OsStrExt;
        let folder = Folder::new("bytes", &[("b.txt", "")]);
        for name in [&b"a\xFF.txt"[..], b"a\xFE.txt"] {
            fs::write(folder.0.join(std::ffi::OsStr::from_bytes(name)), "So: 1").expect("a file");
        }
        for below in ["", "a*.txt"] {
            let reading = folder.read(below);
            let names = folder.names(&reading);
            assert_eq!(names[..2], ["a\\xFE.txt", "a\\xFF.txt"], "{below}");
            assert_eq!(reading.sources[0].bytes().expect("it is there"), b"So: 1");
        }
    }

    #[test]
    fn a_file_named_by_itself_is_always_a_document() {
        let folder = Folder::new("named", &[("x.json", "{}")]);
        assert_eq!(folder.names(&folder.read("x.json")), ["x.json"]);
    }

    #[test]
    fn an_input_that_does_not_exist_is_named_with_the_nearest_that_does() {
        let folder = Folder::new("absent", &[("văn-bản/1.txt", ""), ("khac/2.txt", "")]);
        let root = folder.0.to_string_lossy().into_owned();
        let error = read(&[format!("{root}/van-ban/1.txt")], &OPTIONS).unwrap_err().to_string();
        assert!(error.contains("van-ban/1.txt” does not exist") && error.contains("/văn-bản/1.txt”?"), "{error}");
        let error = read(&[format!("{root}/zzzzzzzzzz")], &OPTIONS).unwrap_err().to_string();
        assert!(!error.contains("did you mean"), "{error}");
    }

    #[test]
    fn a_pattern_is_filled_in() {
        let folder = Folder::new("pattern", &[("10.txt", ""), ("11.txt", ""), ("2.txt", "")]);
        assert_eq!(folder.names(&folder.read("1*.txt")), ["10.txt", "11.txt"]);
        assert!(matches!(read(&[folder.0.join("9*").display().to_string()], &OPTIONS), Err(ReadError::NoMatch { .. })));
    }

    #[test]
    fn a_document_named_twice_stands_once() {
        let folder = Folder::new("twice", &[("1.txt", ""), ("2.txt", "")]);
        let root = folder.0.to_string_lossy().into_owned();
        let reading = read(&[format!("{root}/2.txt"), root], &OPTIONS).unwrap();
        assert_eq!(folder.names(&reading), ["2.txt", "1.txt"]);
    }

    #[cfg(unix)]
    #[test]
    fn a_circle_of_links_is_named_and_ends() {
        let folder = Folder::new("circle", &[("a/1.txt", "")]);
        std::os::unix::fs::symlink(&folder.0, folder.0.join("a/vong")).unwrap();
        let reading = folder.read("");
        assert_eq!(folder.names(&reading), ["a/1.txt"]);
        assert!(reading.unlisted[0].path.ends_with("a/vong"), "{:?}", reading.unlisted);
    }
}
