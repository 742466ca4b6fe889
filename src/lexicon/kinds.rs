//! Kinds of document (thể loại): names, abbreviations in symbols and in running text, one row for each system.
//!
//! The word in the text decides the kind, not the symbol: QĐ stands for Quyết định and, in the Party, for Quy định too.
//! [`Kinds::by_abbreviation`] gives the first reading, [`Kinds::alternatives`] all of them.

use super::Index;
use super::table::{LoadError, Provenance, Sources, Validity, rows};
use crate::text::fold::fold;
use crate::vocabulary::System;
use smol_str::SmolStr;
use std::borrow::Cow;
use std::cmp::Reverse;

/// How a kind is drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Outline {
    /// Directives, resolutions, conclusions, regulations of the Party and the organisations.
    Directive,
    /// Legal documents of the State.
    Law,
    /// Plans, programmes, schemes, guidance.
    Plan,
    /// Letters, notices, reports, submissions, telegrams, copies.
    Letter,
    /// Charters and platforms.
    Charter,
}

/// Whether documents of the kind lay down rules of law.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Normative {
    /// Always.
    Yes,
    /// Never.
    No,
    /// Some do: the form of the number or the issuer decides.
    Either,
}

/// One kind of document as one system uses it.
#[derive(Clone, Debug, PartialEq)]
pub struct Kind {
    /// The name as it stands before a number: `Thông tư liên tịch`.
    pub name: SmolStr,
    /// English name.
    pub english: String,
    /// The system; none if all use it.
    pub system: Option<System>,
    /// Abbreviations in symbols by rule: `TTLT`.
    pub abbreviations: Vec<String>,
    /// Other abbreviations met in symbols: older, loose, or shared with another kind that has the first claim.
    pub other_abbreviations: Vec<String>,
    /// Abbreviations in running text, before a number: `NĐ 30/2020/NĐ-CP`.
    pub text_abbreviations: Vec<String>,
    /// How it is drawn.
    pub outline: Outline,
    /// True if another act may issue it, and it then has no number of its own (Quy chế ban hành kèm theo Quyết định).
    pub promulgated: bool,
    /// Whether it lays down rules of law.
    pub normative: Normative,
    /// Rank among normative documents, 1 the highest; none where the issuer decides.
    pub rank: Option<u8>,
    /// When the kind was in use.
    pub validity: Validity,
    /// Where the row comes from.
    pub provenance: Provenance,
}

/// The table of kinds.
#[derive(Clone, Debug)]
pub struct Kinds {
    rows: Vec<Kind>,
    by_name: Index<Vec<usize>>,
    /// Rows that have an abbreviation: by rule, and by loose use.
    by_abbreviation: Index<[Vec<usize>; 2]>,
    names: Vec<String>,
    text_abbreviations: Vec<(String, usize)>,
}

impl Kinds {
    pub(super) fn load(sources: &Sources<'_>) -> Result<Self, LoadError> {
        let rows =
            rows(sources, |kind: &Kind| format!("{} ({})", kind.name, kind.system.map_or("any", System::code)), read)?;
        let mut by_name: Index<Vec<usize>> = Index::default();
        for (index, kind) in rows.iter().enumerate() {
            let name = fold(&kind.name);
            // "Qui chế" as it was written.
            let older = name.strip_prefix("quy ").map(|rest| format!("qui {rest}"));
            for name in older.into_iter().chain([name]) {
                by_name.entry(name).or_default().push(index);
            }
        }
        let mut by_abbreviation: Index<[Vec<usize>; 2]> = Index::default();
        for (index, kind) in rows.iter().enumerate() {
            for (loose, column) in [&kind.abbreviations, &kind.other_abbreviations].into_iter().enumerate() {
                for abbreviation in column {
                    by_abbreviation.entry(abbreviation.clone()).or_default()[loose].push(index);
                }
            }
        }
        let mut names: Vec<String> = rows.iter().map(|kind| kind.name.to_string()).collect();
        names.sort_by_key(|name| (Reverse(name.chars().count()), name.clone()));
        names.dedup();
        let mut text_abbreviations: Vec<(String, usize)> = Vec::new();
        for (index, kind) in rows.iter().enumerate() {
            for abbreviation in &kind.text_abbreviations {
                if text_abbreviations.iter().all(|(known, _)| known != abbreviation) {
                    text_abbreviations.push((abbreviation.clone(), index));
                }
            }
        }
        text_abbreviations
            .sort_by_key(|(abbreviation, _)| (Reverse(abbreviation.chars().count()), abbreviation.clone()));
        Ok(Self { rows, by_name, by_abbreviation, names, text_abbreviations })
    }

    /// Every row, in the order of the table.
    pub fn all(&self) -> &[Kind] {
        &self.rows
    }

    /// The kind with this name, whatever its case and tone marks (`Bộ Luật`); the State's row before the others'.
    pub fn by_name(&self, written: &str) -> Option<&Kind> {
        self.rows_named(written).next()
    }

    /// The kind with this name as the system uses it; another system's row if it has none of its own.
    pub fn by_name_in(&self, written: &str, system: System) -> Option<&Kind> {
        let own = self.rows_named(written).find(|kind| kind.system.is_none_or(|s| s == system));
        own.or_else(|| self.by_name(written))
    }

    /// The kind that an abbreviation in a symbol stands for first: by the rule of the system, by the rule of another
    /// system, then by loose use. Case counts (TTr, CTr, CT); Đ may be written Ð.
    pub fn by_abbreviation(&self, abbreviation: &str, system: Option<System>) -> Option<&Kind> {
        self.alternatives(abbreviation, system).into_iter().next()
    }

    /// True if an abbreviation stands for a kind in the symbols of any system.
    pub fn abbreviates(&self, abbreviation: &str) -> bool {
        self.by_abbreviation.contains_key(&*with_plain_eth(abbreviation))
    }

    /// Every kind that an abbreviation can stand for, the likeliest first, each name once.
    ///
    /// With a system that has the abbreviation, only its own readings count; else those of all systems.
    pub fn alternatives(&self, abbreviation: &str, system: Option<System>) -> Vec<&Kind> {
        let Some(rows) = self.by_abbreviation.get(&*with_plain_eth(abbreviation)) else { return Vec::new() };
        let readings = |own: bool| {
            let mut found: Vec<&Kind> = Vec::new();
            for kind in rows.iter().flatten().map(|&row| &self.rows[row]) {
                let fits = !own || kind.system.is_none() || kind.system == system;
                if fits && found.iter().all(|known| known.name != kind.name) {
                    found.push(kind);
                }
            }
            found
        };
        let own = if system.is_some() { readings(true) } else { Vec::new() };
        if own.is_empty() { readings(false) } else { own }
    }

    /// The kind that an abbreviation before a number stands for in running text (`NQ 18-NQ/TW`, `CV 745/LĐLĐ`).
    pub fn by_text_abbreviation(&self, written: &str) -> Option<&Kind> {
        let written = written.replace('Ð', "Đ");
        self.text_abbreviations.iter().find(|(known, _)| *known == written).map(|(_, index)| &self.rows[*index])
    }

    /// Every name once, the longest first: the first that fits is the right one.
    pub fn names(&self) -> &[String] {
        &self.names
    }

    /// Every abbreviation of running text once, the longest first.
    pub fn text_abbreviations(&self) -> impl Iterator<Item = &str> {
        self.text_abbreviations.iter().map(|(abbreviation, _)| abbreviation.as_str())
    }

    fn rows_named(&self, written: &str) -> impl Iterator<Item = &Kind> {
        self.by_name.get(&fold(written)).into_iter().flatten().map(|&index| &self.rows[index])
    }
}

/// Đ for Ð.
fn with_plain_eth(abbreviation: &str) -> Cow<'_, str> {
    if abbreviation.contains('Ð') { abbreviation.replace('Ð', "Đ").into() } else { abbreviation.into() }
}

fn read(row: &super::table::Row<'_>) -> Result<Kind, LoadError> {
    Ok(Kind {
        name: row.required("kind")?.into(),
        english: row.required("english")?,
        system: if row.text("system")? == "any" { None } else { Some(row.system("system")?) },
        abbreviations: row.list("abbreviations")?,
        other_abbreviations: row.list("other_abbreviations")?,
        text_abbreviations: row.list("text_abbreviations")?,
        outline: row.choice(
            "class",
            &[
                ("directive", Outline::Directive),
                ("law", Outline::Law),
                ("plan", Outline::Plan),
                ("letter", Outline::Letter),
                ("charter", Outline::Charter),
            ],
        )?,
        promulgated: row.flag("promulgated")?,
        normative: row
            .choice("normative", &[("yes", Normative::Yes), ("no", Normative::No), ("either", Normative::Either)])?,
        rank: row.number("rank")?,
        validity: row.validity("valid_from", "valid_to")?,
        provenance: row.provenance()?,
    })
}

#[cfg(test)]
mod tests {
    use crate::lexicon::Lexicon;
    use crate::vocabulary::System;

    fn name(abbreviation: &str, system: Option<System>) -> Option<&'static str> {
        Lexicon::embedded().kinds.by_abbreviation(abbreviation, system).map(|kind| kind.name.as_str())
    }

    #[test]
    fn a_name_is_found_in_any_case_and_tone_placement() {
        let kinds = &Lexicon::embedded().kinds;
        assert_eq!(kinds.by_name("Bộ Luật").map(|k| k.name.as_str()), Some("Bộ luật"));
        assert_eq!(kinds.by_name("BẢN THOẢ THUẬN").map(|k| k.name.as_str()), Some("Bản thỏa thuận"));
        assert_eq!(kinds.by_name("Văn thư"), None);
        assert_eq!(kinds.by_name("Nghị"), None);
    }

    #[test]
    fn the_system_decides_what_an_abbreviation_means() {
        assert_eq!(name("TTr", Some(System::State)), Some("Tờ trình"));
        assert_eq!(name("TTr", Some(System::Party)), Some("Tờ trình"));
        assert_eq!(name("TTr", Some(System::Front)), Some("Thông tri"));
        assert_eq!(name("TT", Some(System::Party)), Some("Thông tri"));
        assert_eq!(name("TT", Some(System::State)), Some("Thông tư"));
        assert_eq!(name("CV", Some(System::Union)), Some("Công văn"));
    }

    #[test]
    fn the_decision_sign_leaves_the_regulation_open() {
        let kinds = &Lexicon::embedded().kinds;
        let party: Vec<&str> = kinds.alternatives("QĐ", Some(System::Party)).iter().map(|k| k.name.as_str()).collect();
        assert_eq!(party, ["Quyết định", "Quy định"]);
        assert_eq!(name("QÐ", None), Some("Quyết định"));
        for written in ["QyĐ", "QĐi"] {
            assert_eq!(name(written, Some(System::Party)), Some("Quy định"), "{written}");
        }
    }

    #[test]
    fn case_tells_programme_from_directive() {
        assert_eq!(name("CTr", None), Some("Chương trình"));
        assert_eq!(name("CT", None), Some("Chỉ thị"));
        assert_eq!(name("ct", None), None);
        assert_eq!(name("DA", None), Some("Dự án"));
        assert_eq!(name("ĐA", None), Some("Đề án"));
    }

    #[test]
    fn names_come_longest_first_so_that_the_joint_circular_wins() {
        let names = Lexicon::embedded().kinds.names();
        let at = |name: &str| names.iter().position(|n| n == name).expect(name);
        assert!(at("Thông tư liên tịch") < at("Thông tư") && at("Bộ luật") < at("Luật"));
        assert!(names.windows(2).all(|w| w[0] != w[1]));
    }

    #[test]
    fn running_text_abbreviations_name_a_kind() {
        let kinds = &Lexicon::embedded().kinds;
        for (written, full) in
            [("NĐ", "Nghị định"), ("NQ", "Nghị quyết"), ("CV", "Công văn"), ("KL", "Kết luận"), ("TT", "Thông tư")]
        {
            assert_eq!(kinds.by_text_abbreviation(written).map(|k| k.name.as_str()), Some(full));
        }
        assert_eq!(kinds.by_text_abbreviation("BQ"), None);
    }

    #[test]
    fn what_another_act_may_issue_is_marked() {
        let kinds = &Lexicon::embedded().kinds;
        for (name, expected) in [("Quy chế", true), ("Chiến lược", true), ("Công văn", false), ("Nghị định", false)]
        {
            assert_eq!(kinds.by_name(name).map(|k| k.promulgated), Some(expected), "{name}");
        }
    }
}
