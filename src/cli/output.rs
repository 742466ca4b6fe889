//! Files written whole or not at all, and standard output, whose reader may leave at any time.

use super::language::{Language, say};
use super::{refusal, terminal};
use anstream::adapter::strip_str;
use anyhow::bail;
use luocdo::source::OWN_MARK;
use std::fs::{self, File, OpenOptions};
use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};

/// Where a result goes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Target {
    /// Standard output.
    Standard,
    /// A file.
    File(PathBuf),
}

impl Target {
    /// What `-o` says; standard output where nothing is said. The system's names of standard output are that too: opened
    /// as a file, it would be written over from its beginning.
    pub fn of(output: Option<&str>) -> Self {
        match output {
            None | Some(super::input::STANDARD | "/dev/stdout" | "/dev/fd/1" | "/proc/self/fd/1") => Self::Standard,
            Some(path) => Self::File(PathBuf::from(path)),
        }
    }

    /// The ending of the file in small letters; `kho.2021` has none.
    pub fn ending(&self) -> Option<String> {
        let Self::File(path) = self else { return None };
        let ending = path.extension()?.to_string_lossy().to_lowercase();
        ending.contains(char::is_alphabetic).then_some(ending)
    }

    /// What tells it from other targets, however it is written.
    fn place(&self) -> Option<PathBuf> {
        let Self::File(path) = self else { return None };
        let beside = || Some(folder(path).canonicalize().ok()?.join(path.file_name()?));
        Some(path.canonicalize().ok().or_else(beside).unwrap_or_else(|| path.clone()))
    }
}

/// The form that is asked for, else the one that the ending of the file tells; `usual` where neither says any.
pub fn form<F: Copy>(
    asked: Option<F>,
    target: &Target,
    endings: &[(&str, F)],
    usual: F,
    language: Language,
) -> anyhow::Result<F> {
    let (None, Some(ending)) = (asked, target.ending()) else { return Ok(asked.unwrap_or(usual)) };
    if let Some((_, form)) = endings.iter().find(|(known, _)| *known == ending) {
        return Ok(*form);
    }
    let known = endings.iter().map(|(known, _)| format!(".{known}")).collect::<Vec<_>>().join(", ");
    bail!(say!(
        language,
        "lệnh này không ghi .{ending}; hãy chọn {known}, hoặc nêu dạng bằng -f",
        "this command does not write .{ending}; choose {known}, or give the form with -f"
    ))
}

/// Refuses two results under one name: the second would take the place of the first.
pub fn distinct(targets: &[Target], language: Language) -> anyhow::Result<()> {
    let places: Vec<Option<PathBuf>> = targets.iter().map(Target::place).collect();
    for (at, target) in targets.iter().enumerate() {
        if !places[..at].contains(&places[at]) {
            continue;
        }
        let shown = match target {
            Target::File(path) => path.display().to_string(),
            Target::Standard => super::input::STANDARD.to_owned(),
        };
        bail!(say!(
            language,
            "hai kết quả cùng ghi vào “{shown}”; hãy chọn hai tên khác nhau",
            "two results would be written to “{shown}”; choose two names"
        ));
    }
    Ok(())
}

/// True for a file that is open already, under the name that the system gives it.
fn is_open_already(path: &Path) -> bool {
    ["/dev/fd", "/proc"].iter().any(|folder| path.starts_with(folder)) || path == Path::new("/dev/stderr")
}

/// The folder that a path stands in.
fn folder(path: &Path) -> &Path {
    path.parent().filter(|p| !p.as_os_str().is_empty()).unwrap_or(Path::new("."))
}

/// A result being written. What is not finished leaves no trace: the file of that name stays as it was.
pub enum Output {
    /// To standard output.
    Standard(Standard),
    /// To a file that takes the place of the old one at the end.
    Draft(Draft),
    /// To a device or pipe, which cannot be replaced.
    Device(BufWriter<File>, Failure),
}

/// What to say when writing fails.
#[derive(Clone, Debug)]
pub struct Failure {
    words: String,
    language: Language,
}

impl Failure {
    fn new(path: &Path, language: Language) -> Self {
        let path = path.display();
        let words = say!(
            language,
            "không ghi được “{path}”; tệp cũ, nếu có, vẫn nguyên",
            "cannot write “{path}”; an old file of that name is as it was"
        );
        Self { words, language }
    }

    /// The error with the name of the file.
    fn of<T>(&self, result: io::Result<T>) -> io::Result<T> {
        let named = |error: io::Error| {
            let cause = refusal::of_system(&error, self.language);
            io::Error::new(error.kind(), format!("{}: {cause}", self.words))
        };
        result.map_err(named)
    }
}

impl Output {
    /// Begins to write. None of `read` may be the file written: a result must not take the place of what it is made of.
    pub fn create<'p>(
        target: &Target,
        read: impl IntoIterator<Item = &'p Path>,
        language: Language,
    ) -> anyhow::Result<Self> {
        let Target::File(path) = target else { return Ok(Self::Standard(Standard::default())) };
        if is_open_already(path) {
            let failure = Failure::new(path, language);
            let file = failure.of(OpenOptions::new().append(true).open(path))?;
            return Ok(Self::Device(BufWriter::new(file), failure));
        }
        let shown = path.display();
        if path.is_dir() {
            bail!(say!(
                language,
                "“{shown}” là thư mục, không ghi được",
                "“{shown}” is a folder and cannot be written"
            ));
        }
        if let Ok(place) = path.canonicalize() {
            if read.into_iter().any(|input| input.canonicalize().is_ok_and(|input| input == place)) {
                bail!(say!(
                    language,
                    "“{shown}” là tệp đang đọc; hãy chọn tên khác để ghi",
                    "“{shown}” is a file being read; choose another name to write to"
                ));
            }
            if !place.is_file() {
                let failure = Failure::new(path, language);
                let device = failure.of(OpenOptions::new().write(true).open(&place))?;
                return Ok(Self::Device(BufWriter::new(device), failure));
            }
        }
        Ok(Self::Draft(Draft::create(path, Failure::new(path, language))?))
    }

    /// Ends: the file stands under its name, complete.
    pub fn finish(mut self) -> io::Result<()> {
        self.flush()?;
        match self {
            Self::Standard(_) | Self::Device(..) => Ok(()),
            Self::Draft(draft) => draft.put_in_place(),
        }
    }
}

impl Output {
    /// True once the reader of standard output has left.
    pub fn is_closed(&self) -> bool {
        matches!(self, Self::Standard(Standard { closed: true, .. }))
    }

    /// Styled words for people, without the styles where the output is a file or does not show them. A file says that
    /// luocdo wrote it, so that it is not read as a document later.
    pub fn write_words(&mut self, words: &str) -> io::Result<()> {
        let words = terminal::styled(words);
        match self {
            Self::Standard(out) => {
                out.flush()?;
                out.attempt((), |_| anstream::stdout().write_all(words.as_bytes()))
            }
            Self::Draft(_) => write!(self, "{OWN_MARK} {}\n\n{}", env!("CARGO_PKG_VERSION"), strip_str(&words)),
            Self::Device(..) => write!(self, "{}", strip_str(&words)),
        }
    }
}

impl Write for Output {
    fn write(&mut self, buffer: &[u8]) -> io::Result<usize> {
        match self {
            Self::Standard(out) => out.write(buffer),
            Self::Draft(draft) => draft.failure.of(draft.file.write(buffer)),
            Self::Device(out, failure) => failure.of(out.write(buffer)),
        }
    }

    fn flush(&mut self) -> io::Result<()> {
        match self {
            Self::Standard(out) => out.flush(),
            Self::Draft(draft) => draft.failure.of(draft.file.flush()),
            Self::Device(out, failure) => failure.of(out.flush()),
        }
    }
}

/// Standard output until its reader leaves. `luocdo … | head` has what it wants: that is no reason for a message, nor for
/// what else is written to be lost.
#[derive(Default)]
pub struct Standard {
    out: Option<BufWriter<io::Stdout>>,
    closed: bool,
}

impl Standard {
    /// Hands on to the writer while there is a reader; `lost` stands for what nobody takes.
    fn attempt<T>(
        &mut self,
        lost: T,
        write: impl FnOnce(&mut BufWriter<io::Stdout>) -> io::Result<T>,
    ) -> io::Result<T> {
        if self.closed {
            return Ok(lost);
        }
        match write(self.out.get_or_insert_with(|| BufWriter::new(io::stdout()))) {
            Err(error) if error.kind() == io::ErrorKind::BrokenPipe => {
                self.closed = true;
                Ok(lost)
            }
            result => result,
        }
    }
}

impl Write for Standard {
    fn write(&mut self, buffer: &[u8]) -> io::Result<usize> {
        self.attempt(buffer.len(), |out| out.write(buffer))
    }

    fn flush(&mut self) -> io::Result<()> {
        self.attempt((), |out| out.flush())
    }
}

/// A file under a name of its own beside the place where it is to stand.
pub struct Draft {
    file: BufWriter<File>,
    /// Nothing once it is in place.
    draft: Option<PathBuf>,
    path: PathBuf,
    failure: Failure,
}

impl Draft {
    fn create(path: &Path, failure: Failure) -> io::Result<Self> {
        // A link stays a link: what it points to is replaced.
        let place = path.canonicalize().unwrap_or_else(|_| path.to_path_buf());
        let folder = folder(&place);
        failure.of(fs::create_dir_all(folder))?;
        let (draft, file) = failure.of(new_file(folder, &short_name(&place)))?;
        let draft = Self { file: BufWriter::new(file), draft: Some(draft), path: place, failure };
        if let (Ok(old), Some(new)) = (fs::metadata(&draft.path), &draft.draft) {
            draft.failure.of(fs::set_permissions(new, old.permissions()))?;
        }
        Ok(draft)
    }

    fn put_in_place(mut self) -> io::Result<()> {
        self.failure.of(self.file.get_ref().sync_all())?;
        if let Some(draft) = &self.draft {
            self.failure.of(fs::rename(draft, &self.path))?;
        }
        self.draft = None;
        Ok(())
    }
}

impl Drop for Draft {
    fn drop(&mut self) {
        if let Some(draft) = &self.draft {
            // The run has failed already, and with a better message than this could give.
            let _ = fs::remove_file(draft);
        }
    }
}

/// A file that nobody else has: what a run that was killed left behind may have its name.
fn new_file(folder: &Path, name: &str) -> io::Result<(PathBuf, File)> {
    let mut number = 0_u32;
    loop {
        let draft = folder.join(format!(".luocdo-{}-{number}-{name}.tmp", std::process::id()));
        match File::create_new(&draft) {
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => number += 1,
            made => return Ok((draft, made?)),
        }
    }
}

/// File systems end names at 255 bytes; the draft's must not be the one that is too long.
fn short_name(path: &Path) -> String {
    path.file_name().map(|name| name.to_string_lossy().chars().take(40).collect()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn folder(name: &str) -> PathBuf {
        let folder = std::env::temp_dir().join(format!("luocdo-output-{name}-{}", std::process::id()));
        let _ = fs::remove_dir_all(&folder);
        fs::create_dir_all(&folder).expect("a folder");
        folder
    }

    fn names(folder: &Path) -> Vec<String> {
        let entries = fs::read_dir(folder).expect("it exists").flatten();
        entries.map(|entry| entry.file_name().to_string_lossy().into_owned()).collect()
    }

    #[test]
    fn what_is_not_finished_leaves_the_old_file_and_no_trace() {
        let folder = folder("unfinished");
        let path = folder.join("a.svg");
        fs::write(&path, "old").unwrap();
        let target = Target::File(path.clone());
        let mut output = Output::create(&target, [], Language::English).unwrap();
        output.write_all(b"new").unwrap();
        drop(output);
        assert_eq!(fs::read_to_string(&path).unwrap(), "old");
        assert_eq!(names(&folder), ["a.svg"]);
        let mut output = Output::create(&target, [], Language::English).unwrap();
        output.write_all(b"new").unwrap();
        output.finish().unwrap();
        assert_eq!(fs::read_to_string(&path).unwrap(), "new");
        assert_eq!(names(&folder), ["a.svg"]);
        fs::remove_dir_all(folder).unwrap();
    }

    #[test]
    fn a_document_being_read_is_never_written_over() {
        let folder = folder("same");
        let path = folder.join("a.txt");
        fs::write(&path, "văn bản").unwrap();
        let target = Target::File(folder.join("../").join(folder.file_name().unwrap()).join("a.txt"));
        assert!(Output::create(&target, [path.as_path()], Language::English).is_err());
        fs::remove_dir_all(folder).unwrap();
    }

    #[test]
    fn two_results_never_share_a_file_nor_a_draft() {
        let folder = folder("two");
        let file = |name: &str| Target::File(folder.join(name));
        let is_refused = |one: &str, other: &str| distinct(&[file(one), file(other)], Language::English).is_err();
        assert!(is_refused("p.csv", "./p.csv"));
        assert!(!is_refused("p.csv", "q.csv"));
        let target = file("a.svg");
        let drafts = [0, 1].map(|_| Output::create(&target, [], Language::English).unwrap());
        assert_eq!(names(&folder).len(), 2);
        drafts.into_iter().for_each(|draft| draft.finish().unwrap());
        fs::remove_dir_all(folder).unwrap();
    }

    #[test]
    fn missing_folders_are_made() {
        let folder = folder("deep");
        let path = folder.join("x/y/a.svg");
        let output = Output::create(&Target::File(path.clone()), [], Language::English).unwrap();
        output.finish().unwrap();
        assert!(path.is_file());
        fs::remove_dir_all(folder).unwrap();
    }
}
