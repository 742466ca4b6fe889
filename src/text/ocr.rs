//! Pictures of pages, read by an installed Tesseract (`vie`), page by page.
//!
//! Nothing here runs unless it is asked for. Tesseract and, for PDF, Poppler's pdftoppm are started as programs of their
//! own, each with a time limit. The quality of a page is the mean confidence that Tesseract states for its words.

use super::Problem;
use super::pdf::glyphs::{self, Glyph};
use super::pdf::page::{Line, lines};
use crate::source::Limits;
use std::fs;
use std::io::Read;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::OnceLock;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;
use std::time::Duration;

/// Resolution at which pages are drawn; less costs letters, more costs time.
const DOTS: &str = "200";
/// The size of letters in parts of the height of their line.
const LETTER: f64 = 0.7;
/// How often a program is looked at that has not ended.
const LOOK: Duration = Duration::from_millis(20);

type See = Box<dyn Fn(u32, usize) + Send + Sync>;

static WATCH: OnceLock<See> = OnceLock::new();

/// Has a function called as each page begins to be read, with its number and how many pictures of pages there are in the
/// file. The first caller of a process is the one that is heard.
pub fn watch(see: impl Fn(u32, usize) + Send + Sync + 'static) {
    // A second watcher is not heard, as said above.
    let _ = WATCH.set(Box::new(see));
}

/// A page as read.
pub(super) struct Page {
    pub(super) lines: Vec<Line>,
    /// Mean confidence of its words, 0 to 100.
    pub(super) quality: u32,
}

/// Reads pages of a PDF.
///
/// # Errors
/// That a program is missing, fails, or takes too long.
pub(super) fn pages(pdf: &[u8], numbers: &[u32], limits: &Limits) -> Result<Vec<(u32, Page)>, Problem> {
    has_tesseract()?;
    let folder = Folder::new()?;
    let file = folder.write("a.pdf", pdf)?;
    let mut read = Vec::with_capacity(numbers.len());
    for &number in numbers {
        if let Some(see) = WATCH.get() {
            see(number, numbers.len());
        }
        let (place, page) = (folder.0.join("a"), number.to_string());
        let mut draw = Command::new("pdftoppm");
        draw.args(["-r", DOTS, "-gray", "-png", "-singlefile", "-f", &page, "-l", &page]).arg(&file).arg(&place);
        run(draw, limits, "pdftoppm (poppler-utils)")?;
        read.push((number, picture_file(&folder.0.join("a.png"), number, limits)?));
    }
    Ok(read)
}

/// Reads a picture.
///
/// # Errors
/// As [`pages`].
pub(super) fn picture(bytes: &[u8], limits: &Limits) -> Result<Page, Problem> {
    has_tesseract()?;
    if let Some(see) = WATCH.get() {
        see(1, 1);
    }
    let folder = Folder::new()?;
    picture_file(&folder.write("a", bytes)?, 1, limits)
}

fn picture_file(path: &Path, number: u32, limits: &Limits) -> Result<Page, Problem> {
    let mut read = Command::new("tesseract");
    // One column of text in pieces of any size: keeps the two halves of a letterhead apart best.
    read.arg(path).args(["-", "-l", "vie", "--psm", "4", "tsv"]).env("OMP_THREAD_LIMIT", "1");
    let table = run(read, limits, "tesseract")?;
    Ok(page(&String::from_utf8_lossy(&table), number))
}

/// The table that Tesseract writes: a row for each line and word, with its place and confidence.
fn page(table: &str, number: u32) -> Page {
    let mut words = Vec::new();
    let (mut sum, mut baseline, mut height) = (0.0, 0.0, 0.0);
    for row in table.lines().skip(1) {
        let cells: Vec<&str> = row.split('\t').collect();
        if cells.len() < 12 {
            continue;
        }
        let at = |index: usize| cells[index].parse::<f64>().unwrap_or(0.0);
        let (x, y, width, tall) = (at(6), at(7), at(8), at(9));
        if cells[0] == "4" {
            (baseline, height) = (y + tall, tall);
        } else if cells[0] == "5" && !cells[11].trim().is_empty() {
            sum += at(10).max(0.0);
            words.push(Glyph::word(x, x + width, baseline, LETTER * height, cells[11]));
        }
    }
    let quality = if words.is_empty() { 0.0 } else { sum / words.len() as f64 };
    Page { lines: lines(&glyphs::Page::of(number, words)), quality: quality.round() as u32 }
}

/// A program to its end, or to the end of its time.
fn run(mut command: Command, limits: &Limits, name: &str) -> Result<Vec<u8>, Problem> {
    let child = command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::null()).spawn();
    let mut child = child.map_err(|_| missing(name))?;
    let mut out = child.stdout.take();
    let reader = thread::spawn(move || {
        let mut bytes = Vec::new();
        // What a program that breaks off has written is of no use; its exit says so.
        let _ = out.as_mut().map(|out| out.read_to_end(&mut bytes));
        bytes
    });
    let ended = wait(&mut child, limits.seconds);
    let bytes = reader.join().unwrap_or_default();
    match ended {
        Some(true) => Ok(bytes),
        Some(false) => Err(Problem::new(
            "ocr",
            format!("{name} could not read the picture"),
            "look at it in a picture viewer; scan it again",
        )),
        None => Err(Problem::new(
            "too-slow",
            format!("{name} took longer than {} s for a page", limits.seconds),
            "give it more time with --max-seconds",
        )),
    }
}

/// Whether a program has ended well; nothing if it had to be ended.
fn wait(child: &mut Child, seconds: u64) -> Option<bool> {
    let looks = Duration::from_secs(seconds.max(1)).as_millis() / LOOK.as_millis();
    for _ in 0..looks {
        if let Ok(Some(status)) = child.try_wait() {
            return Some(status.success());
        }
        thread::sleep(LOOK);
    }
    // It may have ended by itself by now.
    let _ = child.kill();
    let _ = child.wait();
    None
}

fn has_tesseract() -> Result<(), Problem> {
    static LANGUAGES: OnceLock<Option<String>> = OnceLock::new();
    let languages = LANGUAGES.get_or_init(|| {
        let listed = Command::new("tesseract").arg("--list-langs").stderr(Stdio::null()).output().ok()?;
        Some(String::from_utf8_lossy(&listed.stdout).into_owned())
    });
    match languages {
        None => Err(missing("tesseract")),
        Some(languages) if languages.lines().any(|language| language.trim() == "vie") => Ok(()),
        Some(_) => Err(Problem::new(
            "ocr",
            "Tesseract is there, but not its Vietnamese (vie)",
            "Debian, Ubuntu: apt install tesseract-ocr-vie; macOS: brew install tesseract-lang; Windows: choose Vietnamese in its installer",
        )),
    }
}

fn missing(name: &str) -> Problem {
    Problem::new(
        "ocr",
        format!("{name} is not installed, or not on the path"),
        "Debian, Ubuntu: apt install tesseract-ocr tesseract-ocr-vie poppler-utils; macOS: brew install tesseract tesseract-lang poppler; Windows: the installers of Tesseract (with Vietnamese) and Poppler",
    )
}

/// A folder for what the programs read and write, gone at the end.
struct Folder(PathBuf);

impl Folder {
    fn new() -> Result<Self, Problem> {
        static COUNT: AtomicUsize = AtomicUsize::new(0);
        let number = COUNT.fetch_add(1, Ordering::Relaxed);
        let path = std::env::temp_dir().join(format!("luocdo-ocr-{}-{number}", std::process::id()));
        fs::create_dir(&path).map_err(|error| unwritable(&error))?;
        Ok(Self(path))
    }

    fn write(&self, name: &str, bytes: &[u8]) -> Result<PathBuf, Problem> {
        let path = self.0.join(name);
        fs::write(&path, bytes).map_err(|error| unwritable(&error))?;
        Ok(path)
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        // What is left behind in the temporary folder is the system's to clear.
        let _ = fs::remove_dir_all(&self.0);
    }
}

fn unwritable(error: &std::io::Error) -> Problem {
    Problem::new("ocr", format!("the temporary folder cannot be written: {error}"), "make room there, or set TMPDIR")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_put_into_lines_and_columns_and_their_confidence_is_the_quality() {
        let row = |level: u32, line: u32, x: u32, width: u32, confidence: &str, word: &str| {
            format!("{level}\t1\t1\t1\t{line}\t1\t{x}\t{}\t{width}\t20\t{confidence}\t{word}\n", 30 * line)
        };
        let table = [
            "level\n".into(),
            row(4, 1, 0, 600, "-1", ""),
            row(5, 1, 0, 100, "90", "UBND"),
            row(5, 1, 105, 60, "80.5", "TỈNH"),
            row(5, 1, 400, 200, "90", "CỘNG HÒA XÃ HỘI"),
            row(4, 2, 0, 600, "-1", ""),
            row(5, 2, 0, 100, "70", "SỞ"),
            row(5, 2, 400, 200, "70", "Độc"),
        ];
        let page = page(&table.concat(), 3);
        let texts: Vec<&str> = page.lines.iter().map(|line| line.text.as_str()).collect();
        assert_eq!((texts, page.quality), (vec!["UBND TỈNH", "SỞ", "CỘNG HÒA XÃ HỘI", "Độc"], 80));
    }
}
