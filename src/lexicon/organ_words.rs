//! Words that make up organs' names: abbreviations, titles of office, and words with their capitals.
//!
//! These are the small change of names; whole organs stand in the table of organs.

use super::organs::name_key;
use super::table::{LoadError, Provenance, Sources, rows};
use super::{Index, WordSet};

/// What a row is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum WordUse {
    /// `written` is short for `full`.
    Abbreviation,
    /// `written` is a person's office; the organ begins with `full`, or with what follows if `full` is blank.
    Office,
    /// `full` shows the capitals of a word of several syllables.
    Capitals,
    /// A word that stays small.
    Small,
}

/// One word.
#[derive(Clone, Debug, PartialEq)]
pub struct OrganWord {
    /// As written.
    pub written: String,
    /// What it stands for.
    pub full: String,
    /// What the row is for.
    pub word_use: WordUse,
    /// Where the row comes from.
    pub provenance: Provenance,
}

/// The table of words.
#[derive(Clone, Debug)]
pub struct OrganWords {
    rows: Vec<OrganWord>,
    abbreviations: Index<usize>,
    offices: Index<usize>,
    /// The words with which offices begin.
    first_words: WordSet,
    longest_office: usize,
}

impl OrganWords {
    pub(super) fn load(sources: &Sources<'_>) -> Result<Self, LoadError> {
        let rows = rows(sources, |word: &OrganWord| format!("{:?} {}", word.word_use, word.written), read)?;
        let of = |word_use: WordUse| rows.iter().enumerate().filter(move |(_, word)| word.word_use == word_use);
        let abbreviations = of(WordUse::Abbreviation).map(|(at, word)| (word.written.clone(), at)).collect();
        let offices: Index<usize> = of(WordUse::Office).map(|(at, word)| (name_key(&word.written), at)).collect();
        let longest_office = offices.keys().map(|key| key.split(' ').count()).max().unwrap_or(0);
        let first_words = offices.keys().filter_map(|key| key.split(' ').next()).map(str::to_owned).collect();
        Ok(Self { rows, abbreviations, offices, first_words, longest_office })
    }

    /// Every row, in the order of the table.
    pub fn all(&self) -> &[OrganWord] {
        &self.rows
    }

    /// What an abbreviation stands for; case counts.
    pub fn abbreviation(&self, written: &str) -> Option<&str> {
        self.abbreviations.get(written).map(|&at| self.rows[at].full.as_str())
    }

    /// The beginning of the organ behind an office (`trưởng ban`: `Ban`), by its key.
    pub(super) fn office(&self, key: &str) -> Option<&str> {
        self.offices.get(key).map(|&at| self.rows[at].full.as_str())
    }

    /// True if an office begins with the word of this key.
    pub(super) fn begins_office(&self, word: &str) -> bool {
        self.first_words.contains(word)
    }

    /// Most words of an office.
    pub(super) fn longest_office(&self) -> usize {
        self.longest_office
    }
}

fn read(row: &super::table::Row<'_>) -> Result<OrganWord, LoadError> {
    Ok(OrganWord {
        written: row.required("written")?,
        full: row.text("full")?.to_owned(),
        word_use: row.choice(
            "use",
            &[
                ("abbreviation", WordUse::Abbreviation),
                ("office", WordUse::Office),
                ("capitals", WordUse::Capitals),
                ("small", WordUse::Small),
            ],
        )?,
        provenance: row.provenance()?,
    })
}
