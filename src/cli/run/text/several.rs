//! The words of several documents: one after the other on standard output, or each in a file of its own.

use super::{shown, words};
use crate::cli::args::Shared;
use crate::cli::input::{Inputs, Troubles};
use crate::cli::language::{Language, counted, say};
use crate::cli::output::{Output, Target};
use crate::cli::{report, terminal};
use anyhow::bail;
use indicatif::ProgressBar;
use luocdo::batch::each;
use luocdo::source::wire_path;
use std::collections::BTreeSet;
use std::io::{self, IsTerminal, Write};
use std::path::{Path, PathBuf};

/// Texts that wait for their turn at most; as many are in memory.
const WAITING: usize = 32;

/// Longest part of a name that is written, in bytes: file systems end names at 255.
const LONGEST: usize = 230;

/// Writes the words of all documents.
pub fn run(
    typed: &[String],
    inputs: &mut Inputs,
    target: &Target,
    troubles: &mut Troubles,
    shared: &Shared,
) -> anyhow::Result<()> {
    let language = shared.language();
    let mut sink = Sink::of(target, typed, inputs, language)?;
    // Where the words themselves run over the terminal, no bar runs through them.
    let bar = if sink.is_seen() { ProgressBar::hidden() } else { super::super::progress(inputs, shared) };
    let mut count = 0;
    let read: anyhow::Result<()> = each(
        inputs.named_sources(),
        WAITING,
        |source| (source.path.clone(), words(source, shared)),
        |batch| {
            for (name, read) in batch {
                bar.inc(1);
                match read? {
                    Ok(text) => {
                        troubles.note_problems(&name, &text.notes, true);
                        sink.write(&name, text.original(), language)?;
                        count += 1;
                    }
                    Err(why) => troubles.add(&name, &why),
                }
            }
            // Nobody waits for the rest: what has been read is what was asked for.
            if sink.is_closed() { Err(io::Error::from(io::ErrorKind::BrokenPipe).into()) } else { Ok(()) }
        },
    );
    if !sink.is_closed() {
        read?;
    }
    bar.finish_and_clear();
    sink.finish()?;
    if let (Target::File(folder), false) = (target, shared.quiet) {
        let (documents, folder) = (counted(language, count, "văn bản", "document"), folder.display());
        terminal::tell(&say!(
            language,
            "Đã ghi lời của {documents} vào “{folder}”\n",
            "Wrote the words of {documents} to “{folder}”\n"
        ))?;
    }
    Ok(())
}

/// Where the words go.
enum Sink {
    /// One after the other, each below a line with its name.
    Stream { output: Output, begun: bool },
    /// Each to a file below a folder.
    Folder { folder: PathBuf, places: Places },
}

impl Sink {
    fn of(target: &Target, typed: &[String], inputs: &Inputs, language: Language) -> anyhow::Result<Self> {
        let Target::File(folder) = target else {
            return Ok(Self::Stream { output: Output::create(target, [], language)?, begun: false });
        };
        let shown = folder.display();
        let ending = target.ending().filter(|ending| ["txt", "md"].contains(&ending.as_str()));
        if ending.is_some() || (folder.exists() && !folder.is_dir()) {
            bail!(say!(
                language,
                "có nhiều văn bản, mỗi văn bản một tệp .txt; với -o hãy nêu một thư mục, không phải tệp “{shown}”",
                "there are several documents, and each gets a .txt of its own; give a folder with -o, not the file “{shown}”"
            ));
        }
        let place = real(folder);
        let holds_it = |input: &String| Path::new(input).canonicalize().is_ok_and(|input| place.starts_with(input));
        let held = |file: &Path| file.canonicalize().is_ok_and(|file| file.starts_with(&place));
        if typed.iter().any(holds_it) || inputs.places().any(held) {
            bail!(say!(
                language,
                "“{shown}” nằm trong nơi đang đọc, lần sau lời văn ghi ra sẽ bị đọc như văn bản; hãy chọn thư mục ở ngoài",
                "“{shown}” lies where documents are read, and what is written would be read as documents later; choose a folder outside"
            ));
        }
        Ok(Self::Folder { folder: folder.clone(), places: Places::below(typed) })
    }

    fn write(&mut self, name: &str, words: &str, language: Language) -> anyhow::Result<()> {
        match self {
            Self::Stream { output, begun } => {
                let (gap, style, plain) = (if *begun { "\n" } else { "" }, report::STRONG, report::PLAIN);
                output.flush()?;
                output.write_words(&format!("{gap}{style}==> {} <=={plain}\n", terminal::name(name)))?;
                let words = shown(words, &Target::Standard);
                output.write_all(words.as_bytes())?;
                if !words.ends_with('\n') {
                    output.write_all(b"\n")?;
                }
                *begun = true;
            }
            Self::Folder { folder, places } => {
                let target = Target::File(folder.join(places.of(name)));
                let mut output = Output::create(&target, [], language)?;
                output.write_all(words.as_bytes())?;
                output.finish()?;
            }
        }
        Ok(())
    }

    fn is_seen(&self) -> bool {
        matches!(self, Self::Stream { .. }) && io::stdout().is_terminal()
    }

    fn is_closed(&self) -> bool {
        matches!(self, Self::Stream { output, .. } if output.is_closed())
    }

    fn finish(self) -> io::Result<()> {
        match self {
            Self::Stream { output, .. } => output.finish(),
            Self::Folder { .. } => Ok(()),
        }
    }
}

/// The place that a path has or will have, links followed as far as there is anything.
fn real(path: &Path) -> PathBuf {
    let above = path.parent().filter(|above| !above.as_os_str().is_empty()).unwrap_or(Path::new("."));
    match (path.canonicalize(), path.file_name()) {
        (Ok(place), _) => place,
        (Err(_), Some(name)) if above != path => real(above).join(name),
        _ => path.to_path_buf(),
    }
}

/// Names of files, one for each document.
struct Places {
    /// What stands before the name in each input that was typed, the longest first.
    above: Vec<String>,
    /// The names that are taken, in small letters: some systems do not tell capitals apart.
    taken: BTreeSet<String>,
}

impl Places {
    /// Names that begin where the typed ones do: `/an/van-ban` gives `van-ban/…`.
    fn below(typed: &[String]) -> Self {
        let before = |input: &String| {
            let path = wire_path(Path::new(input));
            path.rfind('/').map_or(String::new(), |at| path[..=at].to_owned())
        };
        let mut above: Vec<String> = typed.iter().map(before).collect();
        above.sort_by_key(|above| std::cmp::Reverse(above.len()));
        Self { above, taken: BTreeSet::new() }
    }

    /// The name of the file for a document: `van-ban/a.doc` gives `van-ban/a.doc.txt`, `van-ban/b.txt` the same name again.
    /// It never leads out of the folder.
    fn of(&mut self, name: &str) -> String {
        let rest = self.above.iter().find_map(|above| name.strip_prefix(above.as_str())).unwrap_or(name);
        let parts = rest.split('/').filter(|part| !["", ".", ".."].contains(part)).map(safe);
        let parts = parts.collect::<Vec<_>>().join("/");
        let stem = parts.strip_suffix(".txt").unwrap_or(&parts);
        let numbered = |number: usize| match number {
            1 => format!("{stem}.txt"),
            _ => format!("{stem} ({number}).txt"),
        };
        let free = (1..).map(numbered).find(|name| self.taken.insert(name.to_lowercase()));
        free.unwrap_or_default()
    }
}

/// A part of a name that every system takes.
fn safe(part: &str) -> String {
    let name: String =
        part.chars().map(|c| if c.is_control() || r#"<>:"\|?*"#.contains(c) { '_' } else { c }).collect();
    name[..name.floor_char_boundary(LONGEST)].to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_document_has_a_file_of_its_own_inside_the_folder() {
        let typed = ["/an/van-ban/".to_owned(), "cu/a.doc".into(), "..".into()];
        let mut places = Places::below(&typed);
        assert_eq!(places.of("/an/van-ban/2021/a.docx"), "van-ban/2021/a.docx.txt");
        assert_eq!(places.of("cu/a.doc"), "a.doc.txt");
        assert_eq!(places.of("../A.doc"), "A.doc (2).txt");
        assert_eq!(places.of("../a.doc.txt"), "a.doc (3).txt");
        assert_eq!(places.of("../kho.zip!/../../b?.doc"), "kho.zip!/b_.doc.txt");
        assert_eq!(places.of(&"ă".repeat(200)).len(), 230 + ".txt".len());
    }
}
