//! What the inputs on the command line stand for, and the words about what could not be read.

use super::args::{FromFormat, InputArgs};
use super::language::{Language, counted, say, word};
use super::problem::describe;
use super::{report, terminal};
use anyhow::{Context, bail};
use luocdo::record::Record;
use luocdo::source::{self, Limits, ReadError, Reading, Source};
use luocdo::text::Problem;
use std::collections::HashSet;
use std::fs::File;
use std::io::BufReader;
use std::path::{Path, PathBuf};

/// Standard input on the command line.
pub const STANDARD: &str = "-";

/// Most troubles named one by one on the terminal; machine outputs name them all.
const NAMED: usize = 20;

/// The inputs, found but not yet read.
pub struct Inputs {
    parts: Vec<Part>,
    limits: Limits,
    reading: Reading,
    /// Tables and files of lines.
    streams: Vec<PathBuf>,
    /// No stream, and no document in any folder.
    empty: bool,
}

enum Part {
    Files(Vec<Source>),
    Lines(Option<File>),
    Rows(PathBuf),
}

impl Inputs {
    /// Finds what was typed. Fails before anything is read if one of it does not exist.
    pub fn find(args: &InputArgs, language: Language) -> anyhow::Result<Self> {
        let limits = args.reading.limits.limits();
        let mut inputs =
            Self { parts: Vec::new(), limits, reading: Reading::default(), streams: Vec::new(), empty: false };
        let mut seen = HashSet::new();
        for input in &args.inputs {
            let path = Path::new(input);
            let part = if input == STANDARD {
                Part::Lines(None)
            } else if args.reading.from == Some(FromFormat::Parquet) || is_table(path) {
                inputs.streams.push(path.to_path_buf());
                Part::Rows(path.to_path_buf())
            } else if args.reading.from.is_some() || is_lines(path) {
                let file = open_lines(input, language)?;
                inputs.streams.push(path.to_path_buf());
                Part::Lines(Some(file))
            } else {
                let read = source::read(std::slice::from_ref(input), &args.reading.limits.documents());
                // Two inputs may hold the same file; it is read where it first stands.
                let mut read = read.map_err(|error| absent(&error, language))?;
                source::drop_repeated(&mut read.sources, &mut seen);
                inputs.add(read)
            };
            inputs.parts.push(part);
        }
        inputs.empty = inputs.count() == Some(0);
        Ok(inputs)
    }

    /// How many documents there are, where that can be known beforehand.
    pub fn count(&self) -> Option<usize> {
        self.parts.iter().map(|part| if let Part::Files(files) = part { Some(files.len()) } else { None }).sum()
    }

    /// True if there is nothing to read.
    pub fn is_empty(&self) -> bool {
        self.empty
    }

    /// The files that will be opened.
    pub fn places(&self) -> impl Iterator<Item = &Path> {
        self.reading.places().chain(self.streams.iter().map(PathBuf::as_path)).chain(self.parts.iter().flat_map(
            |part| {
                let files: &[Source] = if let Part::Files(files) = part { files } else { &[] };
                files.iter().filter_map(Source::place)
            },
        ))
    }

    /// The documents in the order of the inputs, each with a name to be cited by: its path, else its id.
    pub fn named_sources(&mut self) -> impl Iterator<Item = Source> + Send + use<> {
        self.sources().enumerate().map(|(index, mut source)| {
            if source.path.is_empty() {
                source.path = source.id.as_ref().map_or_else(|| format!("line {}", index + 1), ToString::to_string);
            }
            source
        })
    }

    /// The documents, in the order of the inputs.
    pub fn sources(&mut self) -> impl Iterator<Item = Source> + Send + use<> {
        let limits = self.limits;
        std::mem::take(&mut self.parts).into_iter().flat_map(move |part| -> Box<dyn Iterator<Item = Source> + Send> {
            match part {
                Part::Files(files) => Box::new(files.into_iter()),
                Part::Lines(Some(file)) => Box::new(source::lines(BufReader::new(file), limits)),
                Part::Rows(path) => rows(&path, limits),
                Part::Lines(None) => Box::new(source::lines(BufReader::new(std::io::stdin()), limits)),
            }
        })
    }

    /// What the folders held besides documents, in a few words: `3 .pdf, 1 .docx`.
    pub fn skipped(&self, language: Language) -> Option<String> {
        let none = word(language, "không đuôi", "without extension");
        let mut kinds: Vec<(&String, &usize)> = self.reading.skipped.iter().collect();
        kinds.sort_by_key(|(extension, count)| (std::cmp::Reverse(**count), *extension));
        let name = |extension: &str| if extension.is_empty() { none.to_string() } else { format!(".{extension}") };
        let words: Vec<String> =
            kinds.iter().map(|(extension, count)| format!("{count} {}", name(extension))).collect();
        (!words.is_empty()).then(|| words.join(", "))
    }

    /// Trouble so far: places of folders that could not be listed.
    pub fn troubles(&self, language: Language) -> Troubles {
        let mut troubles = Troubles::none(language);
        for place in &self.reading.unlisted {
            let reason = &place.reason;
            troubles.add(&place.path, &say!(language, "không mở được ({reason})", "cannot be opened ({reason})"));
        }
        troubles
    }

    fn add(&mut self, mut reading: Reading) -> Part {
        for (extension, count) in std::mem::take(&mut reading.skipped) {
            *self.reading.skipped.entry(extension).or_default() += count;
        }
        self.reading.unlisted.append(&mut reading.unlisted);
        self.reading.archives.append(&mut reading.archives);
        Part::Files(reading.sources)
    }
}

/// Documents that could not be read, for the person at the terminal.
pub struct Troubles {
    language: Language,
    count: usize,
    lines: Vec<String>,
}

impl Troubles {
    /// Nothing is wrong so far.
    pub fn none(language: Language) -> Self {
        Self { language, count: 0, lines: Vec::new() }
    }

    /// Notes what is wrong with a record, if anything is.
    pub fn note(&mut self, record: &Record) {
        let name = match &record.id {
            Some(id) if record.path.is_empty() => format!("id {id}"),
            _ => record.path.clone(),
        };
        self.note_problems(&name, &record.problems, record.format.is_some());
    }

    /// Notes what is wrong with a document, whether or not it could be read all the same.
    pub fn note_problems(&mut self, name: &str, problems: &[Problem], is_read: bool) {
        // How well a picture was read is said in its record; it is no trouble.
        for problem in problems.iter().filter(|problem| problem.code != "ocr" || !is_read) {
            self.add(name, &describe(problem, self.language));
        }
    }

    /// Notes in words what is wrong with a document.
    pub fn add(&mut self, name: &str, what: &str) {
        self.count += 1;
        if self.lines.len() < NAMED {
            let heading = word(self.language, "cảnh báo", "warning");
            let separator = if name.is_empty() { "" } else { ": " };
            let (name, what) = (terminal::name(name), terminal::name(what));
            self.lines.push(format!("{}{heading}:{} {name}{separator}{what}\n", report::WARNING, report::PLAIN));
        }
    }

    /// How many there are.
    pub fn count(&self) -> usize {
        self.count
    }

    /// Names them on standard error.
    pub fn print(&self) -> std::io::Result<()> {
        let mut text = self.lines.concat();
        if let Some(more @ 1..) = self.count.checked_sub(self.lines.len()) {
            let files = counted(self.language, more, "chỗ khác", "more");
            text += &say!(self.language, "… và {files}\n", "… and {files}\n");
        }
        terminal::tell(&text)
    }
}

/// The rows of a table, or the reason why there are none.
#[cfg_attr(not(feature = "parquet"), allow(unused_variables))]
fn rows(path: &Path, limits: Limits) -> Box<dyn Iterator<Item = Source> + Send> {
    #[cfg(feature = "parquet")]
    let rows = source::rows(path, limits);
    #[cfg(not(feature = "parquet"))]
    let rows: Result<std::iter::Empty<Source>, _> = Err(source::Refusal {
        code: "not-text",
        message: "this build does not read Parquet".into(),
        remedy: "use the full build, or write JSON lines".into(),
    });
    match rows {
        Ok(rows) => Box::new(rows),
        Err(refusal) => {
            let path = source::wire_path(path);
            Box::new(std::iter::once(Source::new(path, source::Origin::Refused(refusal))))
        }
    }
}

/// True for a file that begins as a Parquet table does.
fn is_table(path: &Path) -> bool {
    source::head(path).starts_with(b"PAR1")
}

/// True for a file of JSON lines by name and content.
fn is_lines(path: &Path) -> bool {
    let named =
        path.extension().is_some_and(|e| ["ndjson", "jsonl", "json"].iter().any(|known| e.eq_ignore_ascii_case(known)));
    named && path.is_file() && source::is_lines(&source::head(path))
}

fn open_lines(input: &str, language: Language) -> anyhow::Result<File> {
    let path = Path::new(input);
    if path.is_dir() {
        bail!(say!(
            language,
            "“{input}” là thư mục; --from ndjson cần tệp hoặc -",
            "“{input}” is a folder; --from ndjson wants a file or -"
        ));
    }
    if !path.exists() {
        source::read(&[input.to_string()], &luocdo::DOCUMENTS).map_err(|error| absent(&error, language))?;
    }
    File::open(path).with_context(|| say!(language, "không mở được “{input}”", "cannot open “{input}”"))
}

/// An input that does not exist, in words.
pub fn absent(error: &ReadError, language: Language) -> anyhow::Error {
    anyhow::Error::msg(match error {
        ReadError::Absent { input, similar: None } => {
            say!(language, "không có tệp hay thư mục “{input}”", "there is no file or folder “{input}”")
        }
        ReadError::Absent { input, similar: Some(similar) } => say!(
            language,
            "không có tệp hay thư mục “{input}”; có “{similar}”, phải chăng là nó?",
            "there is no file or folder “{input}”; did you mean “{similar}”?"
        ),
        ReadError::NoMatch { input } => say!(language, "không tệp nào hợp với “{input}”", "no file fits “{input}”"),
    })
}
