//! Files written whole or not at all, and standard output, whose reader may leave at any time.

use super::language::{Language, say};
use anyhow::bail;
use luocdo::render::is_harmful;
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
    /// What `-o` says; standard output where nothing is said.
    pub fn of(output: Option<&str>) -> Self {
        match output {
            None | Some(super::input::STANDARD) => Self::Standard,
            Some(path) => Self::File(PathBuf::from(path)),
        }
    }
}

/// A result being written. What is not finished leaves no trace: the file of that name stays as it was.
pub enum Output {
    /// To standard output.
    Standard(BufWriter<io::Stdout>),
    /// To a file that takes the place of the old one at the end.
    Draft(Draft),
    /// To a device or pipe, which cannot be replaced.
    Device(BufWriter<File>, Failure),
}

/// What to say when writing fails.
#[derive(Clone, Debug)]
pub struct Failure(String);

impl Failure {
    fn new(path: &Path, language: Language) -> Self {
        let path = path.display();
        Self(say!(
            language,
            "không ghi được “{path}”; tệp cũ, nếu có, vẫn nguyên",
            "cannot write “{path}”; an old file of that name is as it was"
        ))
    }

    /// The error with the name of the file.
    fn of<T>(&self, result: io::Result<T>) -> io::Result<T> {
        result.map_err(|error| io::Error::new(error.kind(), format!("{}: {error}", self.0)))
    }
}

impl Output {
    /// Begins to write. None of `read` may be the file written: a result must not take the place of a document.
    pub fn create<'p>(
        target: &Target,
        read: impl IntoIterator<Item = &'p Path>,
        language: Language,
    ) -> anyhow::Result<Self> {
        let Target::File(path) = target else { return Ok(Self::Standard(BufWriter::new(io::stdout()))) };
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
                    "“{shown}” là văn bản đang đọc; hãy chọn tên khác để ghi",
                    "“{shown}” is a document being read; choose another name to write to"
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

impl Write for Output {
    fn write(&mut self, buffer: &[u8]) -> io::Result<usize> {
        match self {
            Self::Standard(out) => quiet_if_closed(out.write(buffer)),
            Self::Draft(draft) => draft.failure.of(draft.file.write(buffer)),
            Self::Device(out, failure) => failure.of(out.write(buffer)),
        }
    }

    fn flush(&mut self) -> io::Result<()> {
        match self {
            Self::Standard(out) => quiet_if_closed(out.flush()),
            Self::Draft(draft) => draft.failure.of(draft.file.flush()),
            Self::Device(out, failure) => failure.of(out.flush()),
        }
    }
}

/// `luocdo … | head` has what it wants: no reason for a message, nor to wait for a thread that reads standard input.
pub fn quiet_if_closed<T>(result: io::Result<T>) -> io::Result<T> {
    if result.as_ref().is_err_and(|error| error.kind() == io::ErrorKind::BrokenPipe) {
        std::process::exit(0);
    }
    result
}

/// Styled words beside the answer.
pub fn aside(text: &str) -> io::Result<()> {
    anstream::stderr().write_all(tame(text).as_bytes())
}

/// The text without what a document or the name of a file could have a terminal do: of controls only styles stay.
pub fn tame(text: &str) -> String {
    let mut tamed = String::with_capacity(text.len());
    for (at, part) in text.split('\u{1B}').enumerate() {
        let style = |part: &str| {
            part.strip_prefix('[')?
                .trim_start_matches(|c: char| c.is_ascii_digit() || c == ';')
                .strip_prefix('m')
                .map(drop)
        };
        if at > 0 && style(part).is_some() {
            tamed.push('\u{1B}');
        }
        tamed.extend(part.chars().filter(|c| !is_harmful(*c)));
    }
    tamed
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
        let folder = place.parent().filter(|p| !p.as_os_str().is_empty()).unwrap_or(Path::new("."));
        failure.of(fs::create_dir_all(folder))?;
        let draft = folder.join(format!(".luocdo-{}-{}.tmp", std::process::id(), short_name(&place)));
        let file = failure.of(File::create(&draft))?;
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
    fn missing_folders_are_made() {
        let folder = folder("deep");
        let path = folder.join("x/y/a.svg");
        let output = Output::create(&Target::File(path.clone()), [], Language::English).unwrap();
        output.finish().unwrap();
        assert!(path.is_file());
        fs::remove_dir_all(folder).unwrap();
    }

    #[test]
    fn a_document_cannot_move_the_cursor_and_styles_stay() {
        assert_eq!(tame("\u{1B}[1;31mđỏ\u{1B}[0m\n"), "\u{1B}[1;31mđỏ\u{1B}[0m\n");
        assert_eq!(tame("a\u{1B}[2Jb\u{1B}]0;tên\u{7}c\u{202E}d"), "a[2Jb]0;têncd");
    }
}
