//! A zip archive as a folder in one file: its documents by their inner paths, `a.zip!/b.docx`, archives inside it one
//! level deep.
//!
//! Entries are listed without unpacking anything but inner archives, which share the limits of the outer one, and unpacked
//! one at a time, within limits of size, ratio and number; listing ends when its time is over. Names are never joined to a
//! path of the file system.

use super::{Limits, Origin, ReadOptions, Reading, Refusal, Source, wire_path};
use std::collections::BTreeSet;
use std::fs::File;
use std::io::{self, Cursor, Read, Seek};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{self, RecvTimeoutError, Sender};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;
use std::time::Duration;
use zip::ZipArchive;
use zip::result::ZipError;

/// Sets a path inside an archive apart from the path of the archive.
const INSIDE: &str = "!/";

trait Bytes: Read + Seek + Send {}
impl<T: Read + Seek + Send> Bytes for T {}

type Zip = ZipArchive<Box<dyn Bytes>>;

/// A document inside an archive.
#[derive(Clone, Debug)]
pub struct Entry {
    archive: Arc<Archive>,
    index: usize,
}

/// An archive, opened again when its first entry is read and closed with its last.
struct Archive {
    place: PathBuf,
    /// The entry of the outer archive that this one is.
    inner: Option<usize>,
    open: Mutex<Option<Zip>>,
}

impl std::fmt::Debug for Archive {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Archive").field("place", &self.place).field("inner", &self.inner).finish_non_exhaustive()
    }
}

impl Entry {
    /// The file that holds it.
    pub(super) fn place(&self) -> &Path {
        &self.archive.place
    }

    /// The numbers of the entries that lead to it, from the outer archive on.
    pub(super) fn numbers(&self) -> Vec<usize> {
        self.archive.inner.into_iter().chain([self.index]).collect()
    }

    /// The bytes of the entry. An archive that many threads read from is read by one at a time.
    ///
    /// # Errors
    /// What is wrong with the archive or the entry, or which limit it is beyond.
    pub(super) fn bytes(&self, limits: &Limits) -> Result<Vec<u8>, Refusal> {
        let mut open = self.archive.open.lock().unwrap_or_else(PoisonError::into_inner);
        if open.is_none() {
            *open = Some(self.archive.unpack(limits)?);
        }
        let Some(zip) = open.as_mut() else { return Err(damaged("it closed while it was read")) };
        let bytes = entry(zip, self.index, &mut { *limits }, None);
        // The last reader closes it, so that many archives do not hold many files open.
        if Arc::strong_count(&self.archive) == 1 {
            *open = None;
        }
        bytes
    }
}

impl Archive {
    fn unpack(&self, limits: &Limits) -> Result<Zip, Refusal> {
        let file = File::open(&self.place).map_err(|error| unreadable(&error))?;
        let mut zip = open(Box::new(io::BufReader::new(file)), limits)?;
        match self.inner {
            None => Ok(zip),
            Some(index) => open(Box::new(Cursor::new(entry(&mut zip, index, &mut { *limits }, None)?)), limits),
        }
    }
}

/// True if a file may be an archive: a zip file that is no Office document.
pub(super) fn is_archive(head: &[u8]) -> bool {
    head.starts_with(b"PK\x03\x04") || head.starts_with(b"PK\x05\x06")
}

/// Adds the documents of an archive. False if it is a package of another kind, which is one document.
pub(super) fn add(path: &str, place: &Path, options: &ReadOptions, reading: &mut Reading) -> bool {
    let archive = Archive { place: place.to_path_buf(), inner: None, open: Mutex::new(None) };
    let mut zip = match archive.unpack(&options.limits) {
        Ok(zip) => zip,
        // A docx that is broken is a broken document, and its reader says so.
        Err(refusal) if place.extension().is_some_and(|e| e.eq_ignore_ascii_case("zip")) => {
            reading.archives.push(place.to_path_buf());
            reading.sources.push(refused(path.to_string(), refusal));
            return true;
        }
        Err(_) => return false,
    };
    if is_document(&zip) {
        return false;
    }
    let bell = Bell::after(options.limits.seconds);
    let (found, names) = (Vec::new(), BTreeSet::new());
    let mut listing = Listing { options, left: options.limits, bell, found, names, reading };
    listing.list(path, &mut zip, &Arc::new(archive));
    let mut found = listing.found;
    found.sort_by(|a, b| a.path.cmp(&b.path));
    reading.archives.push(place.to_path_buf());
    reading.sources.append(&mut found);
    true
}

/// Packages of Office programs name their parts.
fn is_document(zip: &Zip) -> bool {
    zip.file_names().flatten().any(|name| matches!(&*name, "[Content_Types].xml" | "mimetype" | "content.xml"))
}

/// The documents of one archive as they are found.
struct Listing<'r> {
    options: &'r ReadOptions,
    /// What all archives inside may still unpack to, and hold, together: they are unpacked while nobody waits for a document.
    left: Limits,
    /// Rings when listing must be done: the bytes of some archives are few and slow.
    bell: Bell,
    found: Vec<Source>,
    /// As shown: `./a.txt` and `a.txt` are two entries.
    names: BTreeSet<String>,
    reading: &'r mut Reading,
}

impl Listing<'_> {
    fn list(&mut self, path: &str, zip: &mut Zip, archive: &Arc<Archive>) {
        let options = self.options;
        for index in 0..zip.len() {
            if self.bell.has_rung() {
                // What has been found is read; the rest is told by the name of its archive.
                self.found.push(refused(path.to_owned(), too_slow(&options.limits)));
                return;
            }
            let Some(name) = name(zip, index) else { continue };
            let shown = format!("{path}{INSIDE}{}", wire_path(Path::new(&name)).trim_start_matches('/'));
            let last = name.rsplit('/').next().unwrap_or_default();
            let hidden = name.split('/').any(is_hidden);
            let extension = super::extension(Path::new(&name));
            let known = [options.extensions, options.pictures].concat().contains(&extension.as_str());
            if hidden || super::is_lock(last) || name.ends_with('/') {
                continue;
            }
            let path = if self.names.insert(shown.clone()) { shown } else { format!("{path}{INSIDE}{name}") };
            if extension == "zip" && archive.inner.is_none() {
                self.nested(path, zip, index, archive);
            } else if known || (extension.is_empty() && is_recognized(zip, index, options)) {
                let origin = Origin::Entry(Entry { archive: Arc::clone(archive), index });
                self.found.push(Source { limits: options.limits, ..Source::new(path, origin) });
            } else {
                *self.reading.skipped.entry(extension).or_default() += 1;
            }
        }
    }

    /// An archive inside an archive. What lies deeper still is counted as passed over.
    fn nested(&mut self, path: String, zip: &mut Zip, index: usize, outer: &Arc<Archive>) {
        let archive = Archive { place: outer.place.clone(), inner: Some(index), open: Mutex::new(None) };
        let unpacked = entry(zip, index, &mut self.left, Some(&self.bell));
        let inner = unpacked.and_then(|bytes| open(Box::new(Cursor::new(bytes)), &self.left));
        match inner {
            Ok(mut inner) => {
                self.left.entries -= inner.len();
                self.list(&path, &mut inner, &Arc::new(archive));
            }
            Err(refusal) => self.found.push(refused(path, refusal)),
        }
    }
}

fn is_hidden(part: &str) -> bool {
    part.starts_with('.') && !matches!(part, "." | "..") || part == "__MACOSX"
}

fn refused(path: String, refusal: Refusal) -> Source {
    Source::new(path, Origin::Refused(refusal))
}

/// Names are UTF-8, or what the writer's code page made of it.
fn name(zip: &Zip, index: usize) -> Option<String> {
    let name = zip.name_for_index(index)?.ok()?;
    Some(name.replace('\\', "/"))
}

fn is_recognized(zip: &mut Zip, index: usize, options: &ReadOptions) -> bool {
    let mut head = Vec::new();
    match zip.by_index(index) {
        // What cannot be read here is no document that anybody could read.
        Ok(file) => file.take(4096).read_to_end(&mut head).is_ok() && (options.recognizes)(&head),
        Err(_) => false,
    }
}

fn open(bytes: Box<dyn Bytes>, limits: &Limits) -> Result<Zip, Refusal> {
    let zip = ZipArchive::new(bytes).map_err(refusal)?;
    if zip.len() > limits.entries {
        return Err(Refusal {
            code: "too-large",
            message: format!("the archive has {} entries, more than {}", zip.len(), limits.entries),
            remedy: "raise --max-entries if it is to be trusted".into(),
        });
    }
    Ok(zip)
}

/// The bytes of an entry, which are taken off what may still be unpacked.
fn entry(zip: &mut Zip, index: usize, left: &mut Limits, bell: Option<&Bell>) -> Result<Vec<u8>, Refusal> {
    let file = zip.by_index(index).map_err(refusal)?;
    let most = left.allowance(file.compressed_size(), left.file.min(left.unpacked));
    let mut bytes = Vec::new();
    let read = Until { file, bell }.take(most + 1).read_to_end(&mut bytes);
    left.unpacked = left.unpacked.saturating_sub(bytes.len() as u64);
    if bytes.len() as u64 > most {
        return Err(Refusal {
            code: "too-large",
            message: format!("it unpacks to more than {} MB", most >> 20),
            remedy: "raise --max-ratio, --max-file or --max-unpacked if it is to be trusted".into(),
        });
    }
    match read {
        Ok(_) => Ok(bytes),
        Err(error) if error.kind() == io::ErrorKind::TimedOut => Err(too_slow(left)),
        Err(error) => Err(damaged(&error.to_string())),
    }
}

/// An entry while it is unpacked, until the time is over.
struct Until<'b, R> {
    file: R,
    bell: Option<&'b Bell>,
}

impl<R: Read> Read for Until<'_, R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        if self.bell.is_some_and(Bell::has_rung) {
            return Err(io::ErrorKind::TimedOut.into());
        }
        self.file.read(buffer)
    }
}

/// Rings when the time for something is over, unless it is dropped before. It waits on a thread: the library asks no clock.
struct Bell {
    rung: Arc<AtomicBool>,
    _dropped: Sender<()>,
}

impl Bell {
    fn after(seconds: u64) -> Self {
        let rung = Arc::new(AtomicBool::new(false));
        let (dropped, waiting) = mpsc::channel();
        let rings = Arc::clone(&rung);
        let wait = move || {
            if waiting.recv_timeout(Duration::from_secs(seconds.max(1))) == Err(RecvTimeoutError::Timeout) {
                rings.store(true, Ordering::Relaxed);
            }
        };
        // Where no thread can wait, bytes alone are the limit.
        let _ = thread::Builder::new().spawn(wait);
        Self { rung, _dropped: dropped }
    }

    fn has_rung(&self) -> bool {
        self.rung.load(Ordering::Relaxed)
    }
}

fn too_slow(limits: &Limits) -> Refusal {
    Refusal {
        code: "too-slow",
        message: format!("listing it took longer than {} s", limits.seconds),
        remedy: "give it more time with --max-seconds, or unpack it and read the folder".into(),
    }
}

fn refusal(error: ZipError) -> Refusal {
    match error {
        ZipError::InvalidPassword | ZipError::UnsupportedArchive(ZipError::PASSWORD_REQUIRED) => Refusal {
            code: "encrypted",
            message: "the archive is encrypted with a password".into(),
            remedy: "unpack it with the password and read the folder".into(),
        },
        ZipError::Io(error) => damaged(&error.to_string()),
        other => damaged(&other.to_string()),
    }
}

fn damaged(reason: &str) -> Refusal {
    Refusal {
        code: "damaged",
        message: format!("the archive is damaged: {reason}"),
        remedy: "fetch it again, or unpack it and read the folder".into(),
    }
}

fn unreadable(error: &io::Error) -> Refusal {
    Refusal {
        code: "unreadable",
        message: error.to_string(),
        remedy: "check that the file exists and that you may read it".into(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::Write;

    #[test]
    fn an_archive_inside_is_given_up_when_the_time_is_over() {
        let mut outer = zip::ZipWriter::new(Cursor::new(Vec::new()));
        outer.start_file("trong.zip", zip::write::SimpleFileOptions::default()).unwrap();
        outer.write_all(b"PK\x05\x06").unwrap();
        let bytes = outer.finish().unwrap().into_inner();
        let mut zip = open(Box::new(Cursor::new(bytes)), &Limits::DEFAULT).unwrap();
        let bell = Bell::after(60);
        let mut unpack = || entry(&mut zip, 0, &mut { Limits::DEFAULT }, Some(&bell));
        assert_eq!(unpack().unwrap(), b"PK\x05\x06");
        bell.rung.store(true, Ordering::Relaxed);
        assert_eq!(unpack().unwrap_err().code, "too-slow");
    }
}
