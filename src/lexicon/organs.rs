//! Issuing organs (cơ quan ban hành): names, symbols, systems, levels, and when they existed.
//!
//! A row is an organ without its territory: `Ủy ban nhân dân` has one row for each level, and the province, district or
//! commune comes from the document (`organ_name`). A symbol names an organ only where it cannot be another's: UBND,
//! LĐLĐ, ĐU and TW do not.

use super::casing::Casing;
use super::organ_words::OrganWords;
use super::table::{LoadError, Provenance, Sources, Validity, check_references, rows};
use super::words::{join, words};
use super::{Index, WordSet};
use crate::date::PartialDate;
use crate::text::letter;
use crate::vocabulary::{Level, System};

/// One organ.
#[derive(Clone, Debug, PartialEq)]
pub struct Organ {
    /// Stable id: `ban-tuyen-giao-tinh-uy`.
    pub id: String,
    /// The name without territory: `Ban Tuyên giáo Tỉnh ủy`.
    pub name: String,
    /// English name.
    pub english: String,
    /// Other full names that stay as they are written: `Ban Tuyên giáo Thành ủy`.
    pub forms: Vec<String>,
    /// Symbols, the one by rule first.
    pub symbols: Vec<String>,
    /// True if no other organ of its system writes the first symbol, listed here or not.
    pub symbol_is_unique: bool,
    /// Short and abbreviated names that stand for the name: `TLĐ`, `BCH Trung ương`.
    pub aliases: Vec<String>,
    /// Its system.
    pub system: System,
    /// Its level.
    pub level: Level,
    /// True if its name needs a province, district, commune or unit to be complete.
    pub territorial: bool,
    /// True if it has the rank of its level in a province without being any district's or commune's: Công đoàn ngành,
    /// Công đoàn Viên chức, courts of several communes.
    pub of_rank: bool,
    /// Id of the organ above it.
    pub parent: Option<String>,
    /// Ids of the organs that took over its work.
    pub successors: Vec<String>,
    /// Id of the organ in whose number series it writes (the Politburo in the Central Committee's).
    pub series_of: Option<String>,
    /// When it existed.
    pub validity: Validity,
    /// Where the row comes from.
    pub provenance: Provenance,
}

/// The table of organs.
#[derive(Clone, Debug)]
pub struct Organs {
    rows: Vec<Organ>,
    by_id: Index<usize>,
    by_symbol: Index<Vec<usize>>,
    by_name: Index<Vec<Named>>,
    /// The words with which names begin.
    first_words: WordSet,
    longest: usize,
    pub(super) words: OrganWords,
    pub(super) casing: Casing,
}

/// A name of an organ, and what it is written as.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Named {
    /// The row.
    pub(super) organ: usize,
    /// The spelling to show: the organ's name, or the other full name that was written.
    pub(super) spelling: String,
}

impl Organs {
    pub(super) fn load(file: &str, sources: &Sources<'_>, words: OrganWords) -> Result<Self, LoadError> {
        let rows = rows(sources, |organ: &Organ| organ.id.clone(), read)?;
        let by_id: Index<usize> = rows.iter().enumerate().map(|(i, organ)| (organ.id.clone(), i)).collect();
        for (column, ids) in [
            ("parent", (|organ| organ.parent.iter().collect()) as fn(&Organ) -> Vec<&String>),
            ("series_of", |organ| organ.series_of.iter().collect()),
            ("successor", |organ| organ.successors.iter().collect()),
        ] {
            let references = rows.iter().flat_map(|o| ids(o).into_iter().map(|id| (o.id.as_str(), id.as_str())));
            check_references(file, column, references, |id| by_id.contains_key(id))?;
        }
        let mut by_symbol: Index<Vec<usize>> = Index::default();
        let mut by_name: Index<Vec<Named>> = Index::default();
        for (organ, row) in rows.iter().enumerate() {
            let mut symbols: Vec<String> = row.symbols.iter().map(|symbol| symbol_key(symbol)).collect();
            symbols.sort();
            symbols.dedup();
            symbols.into_iter().for_each(|symbol| by_symbol.entry(symbol).or_default().push(organ));
            let kept = row.forms.iter().map(|form| (form, form));
            let names = kept.chain(row.aliases.iter().chain([&row.name]).map(|written| (written, &row.name)));
            for (written, spelling) in names {
                let named = by_name.entry(name_key(written)).or_default();
                if named.iter().all(|known| known.organ != organ) {
                    named.push(Named { organ, spelling: spelling.clone() });
                }
            }
        }
        let first_words = by_name.keys().filter_map(|key| key.split(' ').next()).map(str::to_owned).collect();
        let longest = by_name.keys().map(|key| key.split(' ').count()).max().unwrap_or(0);
        let casing = Casing::new(rows.iter().flat_map(|row| row.forms.iter().chain([&row.name])), &words);
        Ok(Self { rows, by_id, by_symbol, by_name, first_words, longest, words, casing })
    }

    /// Every row, in the order of the table.
    pub fn all(&self) -> &[Organ] {
        &self.rows
    }

    /// The organ with this id.
    pub fn by_id(&self, id: &str) -> Option<&Organ> {
        self.by_id.get(id).map(|&at| &self.rows[at])
    }

    /// The organ that the symbol alone fixes, on that date if one is given: `BTC`, `BGD&ĐT`, `QH15`, `BTGTU`; a drafting
    /// unit behind it does not matter (`VPCP-KGVX`). None for symbols that several organs share (`UBND`, `TW`, `ĐU`).
    pub fn by_symbol(&self, symbol: &str, date: Option<PartialDate>) -> Option<&Organ> {
        self.only(self.candidates(symbol), date)
    }

    /// As [`Organs::by_symbol`] among the organs of one system, which the shape of the number often tells.
    pub fn by_symbol_in(&self, symbol: &str, system: System, date: Option<PartialDate>) -> Option<&Organ> {
        let mut candidates = self.candidates(symbol);
        candidates.retain(|organ| organ.system == system);
        self.only(candidates, date)
    }

    /// Every listed organ that writes the symbol, in the order of the table. There may be more: `LĐLĐ` is written by
    /// each federation of its level.
    pub fn candidates(&self, symbol: &str) -> Vec<&Organ> {
        let mut rest = symbol;
        loop {
            let key = symbol_key(rest);
            let term = key.trim_end_matches(|c: char| c.is_ascii_digit()).trim_end_matches('K');
            if let Some(found) = self.by_symbol.get(&key).or_else(|| self.by_symbol.get(term)) {
                return found.iter().map(|&at| &self.rows[at]).collect();
            }
            match rest.rfind(['-', '/', ' ']) {
                Some(end) if end > 0 => rest = &rest[..end],
                _ => return Vec::new(),
            }
        }
    }

    /// The listed organs of this name, alias or form, in any case and tone placement, in the order of the table.
    pub fn by_name(&self, written: &str) -> Vec<&Organ> {
        self.named(&name_key(written)).iter().map(|named| &self.rows[named.organ]).collect()
    }

    /// An organ's name in capitals as it is written in running text: `ỦY BAN NHÂN DÂN TỈNH SƠN LA` becomes `Ủy ban nhân
    /// dân tỉnh Sơn La`. Names that the lexicon does not know follow the rules of capitals for organs, word by word.
    pub fn proper_case(&self, capitals: &str) -> String {
        self.casing.apply(capitals)
    }

    /// What an abbreviation in the names of organs stands for: `Viện kiểm sát nhân dân` for `VKSND`.
    pub(crate) fn written_out(&self, abbreviation: &str) -> Option<&str> {
        self.words.abbreviation(abbreviation)
    }

    pub(super) fn named(&self, key: &str) -> &[Named] {
        self.by_name.get(key).map_or(&[], Vec::as_slice)
    }

    /// True if a name begins with the word of this key.
    pub(super) fn begins_any(&self, word: &str) -> bool {
        self.first_words.contains(word)
    }

    /// Most words of a name.
    pub(super) fn longest(&self) -> usize {
        self.longest
    }

    pub(super) fn row(&self, at: usize) -> &Organ {
        &self.rows[at]
    }

    fn only<'a>(&'a self, mut organs: Vec<&'a Organ>, date: Option<PartialDate>) -> Option<&'a Organ> {
        match date {
            Some(date) => organs.retain(|organ| organ.validity.holds(date)),
            None => organs.retain(|organ| organ.validity.to.is_none_or(|to| to.year_number() >= UNDATED_SINCE)),
        }
        let series: Vec<&str> = organs.iter().map(|organ| organ.id.as_str()).collect();
        let mut heads = organs.iter().filter(|o| o.series_of.as_deref().is_none_or(|head| !series.contains(&head)));
        let organ = *heads.next()?;
        (heads.next().is_none() && organ.symbol_is_unique).then_some(organ)
    }
}

/// An undated symbol is not read as an organ that ended before this year: such papers are cited with their date.
const UNDATED_SINCE: u16 = 2000;

/// One spelling of a symbol: capitals, letters and digits only, Đ for Ð, TW for TƯ.
fn symbol_key(symbol: &str) -> String {
    let mut key = String::with_capacity(symbol.len());
    // The two characters before, in capitals.
    let (mut second, mut last) = ('\0', '\0');
    let plain = |c| if matches!(c, 'Ð' | 'Ɖ') { 'Đ' } else { c };
    let mut add = |c| {
        let central = c == 'Ư' && (last == 'T' || last == '.' && second == 'T');
        if letter::is_word(c) {
            key.push(if central { 'W' } else { c });
        }
        (second, last) = (last, c);
    };
    for c in symbol.chars().map(plain) {
        if letter::is_capital(c) { add(c) } else { c.to_uppercase().for_each(&mut add) }
    }
    key
}

/// One spelling of a name: folded words without commas and dashes.
pub(super) fn name_key(name: &str) -> String {
    join(&words(name))
}

fn read(row: &super::table::Row<'_>) -> Result<Organ, LoadError> {
    let optional = |text: &str| (!text.is_empty()).then(|| text.to_owned());
    let (territorial, of_rank) =
        row.choice("territorial", &[("yes", (true, false)), ("no", (false, false)), ("rank", (true, true))])?;
    Ok(Organ {
        id: row.required("id")?,
        name: row.required("name")?,
        english: row.required("english")?,
        forms: row.list("forms")?,
        symbols: row.list("symbols")?,
        symbol_is_unique: row.flag("symbol_is_unique")?,
        aliases: row.list("aliases")?,
        system: row.system("system")?,
        level: row.level("level")?,
        territorial,
        of_rank,
        parent: optional(row.text("parent")?),
        successors: row.list("successor")?,
        series_of: optional(row.text("series_of")?),
        validity: row.validity("valid_from", "valid_to")?,
        provenance: row.provenance()?,
    })
}

#[cfg(test)]
mod tests {
    use crate::lexicon::Lexicon;
    use crate::vocabulary::System;

    fn by_symbol(symbol: &str, date: &str) -> Option<&'static str> {
        Lexicon::embedded().organs.by_symbol(symbol, date.parse().ok()).map(|organ| organ.name.as_str())
    }

    #[test]
    fn a_symbol_that_is_one_organ_names_it() {
        for (symbol, name) in [
            ("BTC", "Bộ Tài chính"),
            ("TTg", "Thủ tướng Chính phủ"),
            ("QH15", "Quốc hội"),
            ("UBTVQH16", "Ủy ban Thường vụ Quốc hội"),
            ("BTGTU", "Ban Tuyên giáo Tỉnh ủy"),
            ("TLĐ", "Tổng Liên đoàn Lao động Việt Nam"),
            ("TU", "Tỉnh ủy"),
        ] {
            assert_eq!(by_symbol(symbol, ""), Some(name), "{symbol}");
        }
    }

    #[test]
    fn spellings_and_drafting_units_do_not_matter() {
        for symbol in ["BGDĐT", "BGD&ĐT", "BGD-ĐT", "BGDÐT"] {
            assert_eq!(by_symbol(symbol, "2015"), Some("Bộ Giáo dục và Đào tạo"), "{symbol}");
        }
        assert_eq!(by_symbol("VPCP-KGVX", "2015"), Some("Văn phòng Chính phủ"));
        assert_eq!(by_symbol("BNN", "2010"), Some("Bộ Nông nghiệp và Phát triển nông thôn"));
    }

    #[test]
    fn a_shared_symbol_names_nobody_and_has_candidates() {
        let organs = &Lexicon::embedded().organs;
        for symbol in ["UBND", "HĐND", "LĐLĐ", "ĐU", "TW", "BCH", "BTV", "ĐCT", "MTTQ", "UBND-KGVX", "XYZ"] {
            assert_eq!(by_symbol(symbol, ""), None, "{symbol}");
        }
        assert_eq!(organs.candidates("UBND").len(), 3);
        let central: Vec<&str> = organs.candidates("TW").iter().map(|organ| organ.id.as_str()).collect();
        assert_eq!(central, ["ban-chap-hanh-trung-uong", "bo-chinh-tri", "ban-bi-thu"]);
        assert!(organs.candidates("XYZ").is_empty());
    }

    #[test]
    fn the_date_and_the_system_tell_organs_of_one_symbol_apart() {
        let organs = &Lexicon::embedded().organs;
        let id = |date: &str| organs.by_symbol("BNV", date.parse().ok()).map(|organ| organ.id.as_str());
        assert_eq!(id("1990"), Some("bo-noi-vu-1975"));
        assert_eq!(id("2020"), Some("bo-noi-vu"));
        assert_eq!(id(""), Some("bo-noi-vu"));
        assert_eq!(by_symbol("BXD", "2026"), None, "a party board of communes writes it too since July 2025");
        let state = organs.by_symbol_in("BXD", System::State, "2026".parse().ok());
        assert_eq!(state.map(|organ| organ.id.as_str()), Some("bo-xay-dung"));
    }

    #[test]
    fn a_symbol_has_one_key_however_it_is_written() {
        for (symbol, key) in
            [("t.ư", "TW"), ("BTGTƯ-x", "BTGTWX"), ("NÐ.Ư", "NĐƯ"), ("ÐU", "ĐU"), ("T-Ư", "TƯ"), ("ß", "SS")]
        {
            assert_eq!(super::symbol_key(symbol), key, "{symbol}");
        }
    }

    #[test]
    fn names_aliases_and_forms_find_the_organ() {
        let organs = &Lexicon::embedded().organs;
        let ids = |written: &str| organs.by_name(written).iter().map(|o| o.id.as_str()).collect::<Vec<_>>();
        assert_eq!(ids("TỔNG LĐLĐ VIỆT NAM"), ["tong-lien-doan-lao-dong-viet-nam"]);
        assert_eq!(ids("Uỷ ban thường vụ Quốc hội"), ["uy-ban-thuong-vu-quoc-hoi"]);
        assert_eq!(ids("Thành ủy"), ["tinh-uy", "thanh-uy-thuoc-tinh"]);
        assert_eq!(ids("UBND").len(), 3);
        assert!(ids("Ủy ban").is_empty());
    }
}
