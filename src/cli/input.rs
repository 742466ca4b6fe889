//! What the inputs on the command line stand for, and the words about what could not be read.

use super::args::{FromFormat, InputArgs};
use super::language::{Language, counted, say, word};
use super::output::aside;
use super::report;
use anyhow::{Context, bail};
use luocdo::record::Record;
use luocdo::source::{self, ReadError, Reading, Source};
use luocdo::text::Problem;
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
    reading: Reading,
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
        let mut inputs = Self { parts: Vec::new(), reading: Reading::default(), empty: false };
        for input in &args.inputs {
            let part = if input == STANDARD {
                Part::Lines(None)
            } else if args.reading.from == Some(FromFormat::Parquet) || is_table(input) {
                Part::Rows(PathBuf::from(input))
            } else if args.reading.from.is_some() || is_lines(input) {
                Part::Lines(Some(open_lines(input, language)?))
            } else {
                let read = source::read(std::slice::from_ref(input), &args.reading.limits.documents());
                inputs.add(read.map_err(|error| absent(&error, language))?)
            };
            inputs.parts.push(part);
        }
        inputs.drop_repeated();
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

    /// Files that will be read.
    pub fn files(&self) -> impl Iterator<Item = &Path> {
        self.parts
            .iter()
            .filter_map(|part| if let Part::Files(files) = part { Some(files) } else { None })
            .flatten()
            .filter_map(|source| match &source.origin {
                source::Origin::File(path) => Some(path.as_path()),
                _ => None,
            })
    }

    /// The documents in the order of the inputs, each with a name to be cited by: its path, else its id.
    pub fn named_sources(&mut self) -> impl Iterator<Item = Source> + Send + use<> {
        self.sources().enumerate().map(|(index, mut source)| {
            if source.path.is_empty() {
                source.path = match &source.id {
                    Some(serde_json::Value::String(id)) => id.clone(),
                    Some(id) => id.to_string(),
                    None => format!("line {}", index + 1),
                };
            }
            source
        })
    }

    /// The documents, in the order of the inputs.
    pub fn sources(&mut self) -> impl Iterator<Item = Source> + Send + use<> {
        std::mem::take(&mut self.parts).into_iter().flat_map(|part| -> Box<dyn Iterator<Item = Source> + Send> {
            match part {
                Part::Files(files) => Box::new(files.into_iter()),
                Part::Lines(Some(file)) => Box::new(source::lines(BufReader::new(file))),
                Part::Rows(path) => rows(&path),
                Part::Lines(None) => Box::new(source::lines(BufReader::new(std::io::stdin()))),
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
        let mut troubles = Troubles { language, count: 0, lines: Vec::new() };
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
        Part::Files(reading.sources)
    }

    /// Two inputs may hold the same file; it is read where it first stands.
    fn drop_repeated(&mut self) {
        let mut seen = std::collections::BTreeSet::new();
        for part in &mut self.parts {
            if let Part::Files(files) = part {
                files.retain(|source| seen.insert(source.path.clone()));
            }
        }
    }
}

/// Documents that could not be read, for the person at the terminal.
pub struct Troubles {
    language: Language,
    count: usize,
    lines: Vec<String>,
}

impl Troubles {
    /// Notes what is wrong with a record, if anything is.
    pub fn note(&mut self, record: &Record) {
        // What was read from a picture is said in the record; it is no trouble.
        for problem in record.problems.iter().filter(|problem| problem.code != "ocr" || record.format.is_none()) {
            let name = match &record.id {
                Some(id) if record.path.is_empty() => format!("id {id}"),
                _ => record.path.clone(),
            };
            self.add(&name, &describe(problem, self.language));
        }
    }

    fn add(&mut self, name: &str, what: &str) {
        self.count += 1;
        if self.lines.len() < NAMED {
            let heading = word(self.language, "cảnh báo", "warning");
            let separator = if name.is_empty() { "" } else { ": " };
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
        aside(&text)
    }
}

/// The rows of a table, or the reason why there are none.
fn rows(path: &Path) -> Box<dyn Iterator<Item = Source> + Send> {
    #[cfg(feature = "parquet")]
    let rows = source::rows(path);
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
fn is_table(input: &str) -> bool {
    source::head(Path::new(input)).starts_with(b"PAR1")
}

/// True for a file of JSON lines by name and content.
fn is_lines(input: &str) -> bool {
    let path = Path::new(input);
    let named =
        path.extension().is_some_and(|e| ["ndjson", "jsonl", "json"].iter().any(|known| e.eq_ignore_ascii_case(known)));
    named && path.is_file() && source::is_lines(&source::head(path))
}

/// A problem in the words of the terminal: what and what to do.
pub fn describe(problem: &Problem, language: Language) -> String {
    let Problem { code, message, remedy } = problem;
    match (language, *code) {
        (Language::English, _) => format!("{message}; {remedy}"),
        (_, "unreadable") => format!("không đọc được ({message}); xem tệp còn đó không và có quyền đọc không"),
        (_, "not-text") => {
            let what = content(message);
            format!("không phải văn bản đọc được{what}; bỏ ra ngoài, hoặc lưu thành .docx, .pdf, .txt")
        }
        (_, "encoding") => {
            format!("không nhận ra bảng mã của chữ ({message}); mở bằng trình soạn thảo rồi lưu lại với mã UTF-8")
        }
        (_, "empty") => format!("không có chữ nào ({message}); tải lại, hoặc bỏ ra ngoài"),
        (_, "encrypted") => format!("tệp có mật khẩu ({message}); mở bằng mật khẩu rồi lưu lại không mật khẩu"),
        (_, "damaged") => format!("tệp hỏng ({message}); tải lại, hoặc mở bằng chương trình của nó rồi lưu lại"),
        (_, "compression") => {
            format!("bảng Parquet nén kiểu không mở được ({message}); lưu lại với nén Snappy, hoặc không nén")
        }
        (_, "too-large") => format!("vượt giới hạn ({message}); nếu tin tệp này thì nới giới hạn: {remedy}"),
        (_, "too-slow") => format!("đọc quá lâu ({message}); nới --max-seconds, hoặc lưu lại tệp"),
        (_, "no-text-layer") => {
            format!("PDF quét, không có lớp chữ ({message}); thêm --ocr để nhận dạng (cần Tesseract)")
        }
        (_, "poor-text-layer") => {
            format!("lớp chữ của PDF kém ({message}); thêm --ocr để nhận dạng lại (cần Tesseract)")
        }
        (_, "ocr") => format!("không nhận dạng được chữ ({message}); {remedy}"),
        (_, "bad-line") => format!(r#"không phải một văn bản ({message}); mỗi dòng là một {{"id": …, "text": …}}"#),
        _ => format!("{message}; {remedy}"),
    }
}

/// What a file holds instead of a document, where the problem tells it.
fn content(message: &str) -> String {
    const KNOWN: [(&str, &str); 7] = [
        ("archive", "tệp nén khác .zip"),
        ("spreadsheet", "bảng tính"),
        ("presentation", "bản trình chiếu"),
        ("Parquet", "bảng Parquet"),
        ("program", "chương trình"),
        ("picture", "ảnh; thêm --ocr để nhận dạng chữ, cần Tesseract"),
        ("old Office", "tệp Office cũ không phải Word, hoặc đã hỏng"),
    ];
    let known = KNOWN.iter().find(|(english, _)| message.contains(english));
    known.map(|(_, vietnamese)| format!(" ({vietnamese})")).unwrap_or_default()
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

#[cfg(test)]
mod tests {
    use super::*;

    /// The words of the terminal are found by those of the record; this holds the two together.
    #[cfg(feature = "formats")]
    #[test]
    fn what_a_file_holds_instead_of_a_document_is_told_in_vietnamese() {
        let compound = |stream: &str| {
            let wide = stream.bytes().flat_map(|byte| [byte, 0]);
            b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1".iter().copied().chain(wide).collect::<Vec<u8>>()
        };
        let package = |entry: &str| format!("PK\u{3}\u{4}{entry}").into_bytes();
        let files: [(Vec<u8>, &str); 12] = [
            (b"Rar!\x1A\x07".to_vec(), "tệp nén"),
            (b"7z\xBC\xAF\x27\x1C".to_vec(), "tệp nén"),
            (b"\x1F\x8B\x08".to_vec(), "tệp nén"),
            (b"PAR1".to_vec(), "bảng Parquet"),
            (b"\x7FELF".to_vec(), "chương trình"),
            (b"MZ\x90\0".to_vec(), "chương trình"),
            (b"\x89PNG\r\n".to_vec(), "ảnh"),
            (package("xl/workbook.xml"), "bảng tính"),
            (package("ppt/presentation.xml"), "bản trình chiếu"),
            (compound("Workbook"), "bảng tính"),
            (compound("PowerPoint Document"), "tệp Office cũ"),
            (b"a\0bcdefghijkl".to_vec(), ""),
        ];
        for (bytes, what) in files {
            let problem = luocdo::text::decode("a", bytes).unwrap_err();
            assert_eq!(problem.code, "not-text", "{problem:?}");
            let told = describe(&problem, Language::Vietnamese);
            let said = format!("không phải văn bản đọc được{}{what}", if what.is_empty() { "; " } else { " (" });
            assert!(told.starts_with(&said), "{told}");
        }
    }
}
