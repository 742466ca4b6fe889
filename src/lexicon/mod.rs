//! The field's knowledge as data: kinds, organs, places, terms and named acts, loaded once and never changed.
//!
//! [`load`] turns the embedded tables of `data/lexicon`, and those of a folder of the same names, into a [`Lexicon`]; a
//! row of the folder takes the place of the embedded row of the same id, any other is added. The tables say what exists;
//! how documents are written stands in the grammars that use them. docs/lexicon.md describes every column.

mod acts;
mod assembly;
mod casing;
mod check;
mod cues;
mod finder;
mod kinds;
mod organ_name;
mod organ_words;
mod organs;
mod places;
mod register;
mod starts;
pub(crate) mod table;
mod terms;
mod territory;
mod words;

pub(crate) use acts::folded_title;
pub use acts::{Act, Acts};
pub use cues::{Cues, KindWord, Role};
pub use finder::{Finder, Sighting, Sought};
pub use kinds::{Kind, Kinds, Normative, Outline};
pub use organ_name::{Home, OrganName};
pub use organ_words::{OrganWord, OrganWords, WordUse};
pub use organs::{Organ, Organs};
pub(crate) use places::letters;
pub use places::{Place, Places};
pub use register::{Seat, Succession};
pub use table::{Certainty, Evidence, LoadError, Needs, Provenance, Validity};
pub use terms::{Restart, Term, Terms, ordinal, to_roman};
pub(crate) use territory::without_body;

use std::panic::resume_unwind;
use std::path::Path;
use std::sync::OnceLock;
use std::thread;
use table::Sources;

/// Something by its key. The hash is fast and the same in every run; nothing walks through an index.
type Index<V> = std::collections::HashMap<String, V, foldhash::fast::FixedState>;

/// Words to be asked for.
type WordSet = std::collections::HashSet<String, foldhash::fast::FixedState>;

/// Everything the program knows of the field.
#[derive(Clone, Debug)]
pub struct Lexicon {
    /// Kinds of document.
    pub kinds: Kinds,
    /// Issuing organs.
    pub organs: Organs,
    /// Provinces and centrally-run cities.
    pub places: Places,
    /// Terms of congresses and legislatures.
    pub terms: Terms,
    /// Named acts.
    pub acts: Acts,
    /// Words that govern mentions.
    pub cues: Cues,
}

impl Lexicon {
    /// The lexicon of this version, built on first use.
    ///
    /// # Panics
    /// Never in a released program: the tests load the embedded tables.
    pub fn embedded() -> &'static Self {
        static EMBEDDED: OnceLock<Lexicon> = OnceLock::new();
        EMBEDDED.get_or_init(|| load(None).unwrap_or_else(|error| panic!("the embedded lexicon is broken: {error}")))
    }

    /// The kind of a paper under this line, in any case, and how many words of it say so: the name of a kind alone, or a
    /// heading that says more (`BIÊN BẢN HỌP`), alone or with its subject behind it.
    pub fn heading(&self, line: &str) -> Option<(&str, usize)> {
        let kind =
            |words: &str| self.kinds.by_name(words).map(|kind| (kind.name.as_str(), words.split_whitespace().count()));
        // "NGHỊ QUYẾT CỦA BAN CHẤP HÀNH …": who decides stands behind the kind.
        let behind = |of: &str| memchr::memmem::find(line.as_bytes(), of.as_bytes());
        let of = || [" CỦA ", " của "].into_iter().find_map(|of| kind(&line[..behind(of)?]));
        kind(line).or_else(|| self.cues.heading(line)).or_else(of)
    }
}

/// Loads the embedded tables, replaced and extended by those of a folder.
///
/// # Errors
/// [`LoadError`] with file, line or row, column and remedy: a table that cannot be read, is not CSV, lacks a column, has a
/// cell that its column cannot hold, refers to a row that is not there, or contradicts another row. The embedded tables
/// are checked by the tests, a folder's when it is loaded.
pub fn load(dir: Option<&Path>) -> Result<Lexicon, LoadError> {
    let [kinds, words, organs, places, terms, acts, cues, lists] = [
        ("kinds.csv", include_str!("../../data/lexicon/kinds.csv")),
        ("organ_words.csv", include_str!("../../data/lexicon/organ_words.csv")),
        ("organs.csv", include_str!("../../data/lexicon/organs.csv")),
        ("places.csv", include_str!("../../data/lexicon/places.csv")),
        ("terms.csv", include_str!("../../data/lexicon/terms.csv")),
        ("acts.csv", include_str!("../../data/lexicon/acts.csv")),
        ("cues.csv", include_str!("../../data/lexicon/cues.csv")),
        ("words.csv", include_str!("../../data/lexicon/words.csv")),
    ]
    .map(|(file, embedded)| own_table(dir, file).map(|own| (file, embedded, own)));
    // Side by side what needs no other table: every run waits for them.
    let lexicon = thread::scope(|scope| -> Result<Lexicon, LoadError> {
        let acts = scope.spawn(|| with_sources(acts?, Acts::load));
        let rest = scope.spawn(|| {
            let places = with_sources(places?, Places::load)?;
            Ok::<_, LoadError>((places, with_sources(terms?, |_, sources| Terms::load(sources))?))
        });
        let words = with_sources(words?, |_, sources| OrganWords::load(sources))?;
        let kinds = with_sources(kinds?, |_, sources| Kinds::load(sources))?;
        let organs = with_sources(organs?, |file, sources| Organs::load(file, sources, words));
        let (acts, organs) = (acts.join().unwrap_or_else(|panic| resume_unwind(panic))?, organs?);
        let cues = with_sources(cues?, |_, cues| {
            with_sources(lists?, |_, words| Cues::load(cues, words, &kinds, &acts, &organs))
        })?;
        let (places, terms) = rest.join().unwrap_or_else(|panic| resume_unwind(panic))?;
        Ok(Lexicon { kinds, organs, places, terms, acts, cues })
    })?;
    if let Some(dir) = dir {
        check::check(&lexicon, |table| match dir.join(table) {
            own if own.is_file() => own.display().to_string(),
            _ => format!("data/lexicon/{table}"),
        })?;
    }
    Ok(lexicon)
}

/// A table's name, its embedded text, and the path and text of the user's own.
type Table = (&'static str, &'static str, Option<(String, String)>);

fn own_table(dir: Option<&Path>, file: &str) -> Result<Option<(String, String)>, LoadError> {
    let Some(path) = dir.map(|dir| dir.join(file)) else { return Ok(None) };
    match std::fs::read_to_string(&path) {
        Ok(text) => Ok(Some((path.display().to_string(), text))),
        Err(reason) if reason.kind() == std::io::ErrorKind::NotFound => Ok(None),
        Err(reason) => Err(LoadError::Unreadable { path, reason }),
    }
}

fn with_sources<T>(
    (file, embedded, own): Table,
    load: impl FnOnce(&str, &Sources<'_>) -> Result<T, LoadError>,
) -> Result<T, LoadError> {
    let mut sources = Sources(vec![(format!("data/lexicon/{file}"), embedded)]);
    let name = own.as_ref().map_or_else(|| format!("data/lexicon/{file}"), |(path, _)| path.clone());
    if let Some((path, text)) = &own {
        sources.0.push((path.clone(), text));
    }
    load(&name, &sources)
}
