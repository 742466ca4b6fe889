//! Whose rules of form are applied to whose papers.
//!
//! Decree 30/2020/NĐ-CP binds the organs of the State; political and mass organisations apply it as fits them (Article 2),
//! and the Party has a guide of its own. What does not bind a paper is a note at most.

use super::finding::Severity;
use crate::vocabulary::System;
use serde::{Deserialize, Serialize};

/// Whose rules of form are applied.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Profile {
    /// To each paper the rules that bind it.
    #[default]
    Auto,
    /// Decree 30 to every paper.
    Nd30,
    /// The Party's rules to every paper.
    Party,
}

/// A set of rules of form.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Book {
    /// Decree 30/2020/NĐ-CP.
    Nd30,
    /// The Party's rules.
    Party,
}

impl Profile {
    /// True if these rules bind a paper of this system.
    pub fn binds(self, book: Book, system: Option<System>) -> bool {
        match self {
            Self::Auto => match book {
                Book::Nd30 => system == Some(System::State),
                Book::Party => system == Some(System::Party),
            },
            Self::Nd30 => book == Book::Nd30,
            Self::Party => book == Book::Party,
        }
    }

    /// The severity of a fault against these rules in a paper of this system: a warning where they bind, else a note.
    pub fn severity(self, book: Book, system: Option<System>) -> Severity {
        if self.binds(book, system) { Severity::Warning } else { Severity::Note }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_rule_of_form_warns_only_those_whom_it_binds() {
        let grave = |profile: Profile, system| profile.severity(Book::Nd30, Some(system)) == Severity::Warning;
        assert!(grave(Profile::Auto, System::State) && !grave(Profile::Auto, System::Union));
        assert!(!grave(Profile::Auto, System::Party) && !grave(Profile::Party, System::State));
        assert!(grave(Profile::Nd30, System::Union));
    }
}
