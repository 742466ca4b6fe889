//! Named acts (văn bản thường viện dẫn): laws, party, union and front documents that are cited by name or short form.
//!
//! The table is not complete and never excludes that another act of the same number exists; it says which ones do, and
//! so shows that a number alone is ambiguous. Nothing here picks one of several: every look-up gives all that fit.

use super::Index;
use super::table::{A_DATE, LoadError, Provenance, Sources, check_references, rows};
use crate::date::PartialDate;
use crate::text::fold::fold;
use crate::vocabulary::System;
use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

/// One act.
#[derive(Clone, Debug, PartialEq)]
pub struct Act {
    /// Stable id: `luat-12-2012-qh13`.
    pub id: Arc<str>,
    /// Name of the kind.
    pub kind: String,
    /// Number and symbol; none for congress resolutions, constitutions and some laws before 1997.
    pub number: Option<String>,
    /// Issuing organ, complete.
    pub issuer: String,
    /// Its system.
    pub system: System,
    /// Term of congress or legislature: `XII`, `QH XIII`.
    pub term: Option<String>,
    /// Number of the plenum that passed it, for resolutions of the Party's central committee.
    pub plenum: Option<u8>,
    /// Date of issue.
    pub date: PartialDate,
    /// First day on which it is in force, for laws where it is known. Until then the version before it holds.
    pub in_force: Option<PartialDate>,
    /// Title; for laws with the kind word, as they are cited.
    pub title: String,
    /// What it is called instead: `Nghị quyết Trung ương 4 khóa XII`.
    pub short_forms: Vec<String>,
    /// Ids of the acts it replaces.
    pub supersedes: Vec<String>,
    /// Ids of the acts that replace it.
    pub superseded_by: Vec<String>,
    /// Ids of the acts it amends.
    pub amends: Vec<String>,
    /// Where the row comes from.
    pub provenance: Provenance,
}

/// The table of acts.
#[derive(Clone, Debug)]
pub struct Acts {
    rows: Vec<Act>,
    by_id: HashMap<Arc<str>, usize>,
    by_number: Index<Vec<usize>>,
    by_short_form: Index<Vec<usize>>,
    by_title: BTreeMap<String, Vec<usize>>,
}

/// Kinds that are cited by title.
const LAWS: [&str; 4] = ["Hiến pháp", "Bộ luật", "Luật", "Pháp lệnh"];

impl Acts {
    pub(super) fn load(file: &str, sources: &Sources<'_>) -> Result<Self, LoadError> {
        let mut rows = rows(sources, |act: &Act| act.id.to_string(), read)?;
        let by_id: HashMap<Arc<str>, usize> = rows.iter().enumerate().map(|(i, act)| (act.id.clone(), i)).collect();
        let [mut by_number, mut by_short_form] = [Index::default(), Index::default()];
        let mut by_title: BTreeMap<String, Vec<usize>> = BTreeMap::new();
        let add = |index: &mut Index<Vec<usize>>, key: String, at: usize| {
            let found = index.entry(key).or_default();
            if !found.contains(&at) {
                found.push(at);
            }
        };
        for (at, act) in rows.iter().enumerate() {
            if let Some(number) = &act.number {
                add(&mut by_number, number_key(number), at);
            }
            for form in &act.short_forms {
                add(&mut by_short_form, fold(form), at);
            }
            if LAWS.contains(&act.kind.as_str()) {
                by_title.entry(title_key(&act.title)).or_default().push(at);
            } else if let Some(number) = act.number.as_deref().and_then(leading_number) {
                add(&mut by_short_form, format!("{} {number}", fold(&act.kind)), at);
            }
        }
        for (column, ids) in [
            ("supersedes", (|act| &act.supersedes) as fn(&Act) -> &Vec<String>),
            ("superseded_by", |act| &act.superseded_by),
            ("amends", |act| &act.amends),
        ] {
            let references = rows.iter().flat_map(|act| ids(act).iter().map(|id| (&*act.id, id.as_str())));
            check_references(file, column, references, |id| by_id.contains_key(id))?;
        }
        say_both_ways(&mut rows, &by_id);
        Ok(Self { rows, by_id, by_number, by_short_form, by_title })
    }

    /// Every row, in the order of the table.
    pub fn all(&self) -> &[Act] {
        &self.rows
    }

    /// The act with this id.
    pub fn by_id(&self, id: &str) -> Option<&Act> {
        self.by_id.get(id).map(|&at| &self.rows[at])
    }

    /// The acts with this number, whatever its spaces, zeros, dashes and case: `7-ct/tw` is `07-CT/TW`.
    pub fn by_number(&self, number: &str) -> Vec<&Act> {
        self.found(&self.by_number, &number_key(number))
    }

    /// The acts of this kind and number whose date agrees, where one is given. The kind is compared without case.
    pub fn find(&self, kind: &str, number: &str, date: Option<PartialDate>) -> Vec<&Act> {
        let kind = fold(kind);
        let mut acts = self.by_number(number);
        acts.retain(|act| fold(&act.kind) == kind && date.is_none_or(|date| date.agrees_with(act.date)));
        acts
    }

    /// The acts that are called so: `Hiến pháp 2013`, `Nghị quyết Trung ương 7 khóa XII`. A kind with a bare number
    /// (`Nghị quyết 18`, `Chỉ thị 05`) gives every listed act of that kind and number, whoever issued it.
    pub fn by_short_form(&self, text: &str) -> Vec<&Act> {
        let key = fold(text);
        let key = match key.rsplit_once(' ') {
            Some((kind, number)) if number.starts_with(|c: char| c.is_ascii_digit()) && !kind.ends_with("năm") => {
                let number = number.trim_start_matches('0');
                format!("{} {number}", kind.strip_suffix(" số").unwrap_or(kind))
            }
            _ => key,
        };
        self.found(&self.by_short_form, &key)
    }

    /// The constitutions, codes, laws and ordinances with this title, with or without the kind word, oldest first. A title
    /// that begins with its kind is none of another: "Pháp lệnh Xử lý vi phạm hành chính" is not the law that followed it.
    pub fn laws_by_title(&self, title: &str) -> Vec<&Act> {
        let found = self.by_title.get(&title_key(title)).into_iter().flatten();
        of_kind(title, found.map(|&at| &self.rows[at]).collect())
    }

    /// The laws whose titles go on behind these words, oldest first: of "Pháp lệnh Ưu đãi người có công" those of "Pháp lệnh
    /// Ưu đãi người có công với cách mạng". None of an amendment, whose title may go on in any way.
    pub fn laws_begun_by(&self, title: &str) -> Vec<&Act> {
        let key = title_key(title) + " ";
        if key.starts_with("sửa ") {
            return Vec::new();
        }
        let longer = self.by_title.range(key.clone()..).take_while(|(other, _)| other.starts_with(&key));
        of_kind(title, longer.flat_map(|(_, acts)| acts).map(|&at| &self.rows[at]).collect())
    }

    /// The acts that a plenum of this number passed, in any term.
    pub fn of_plenum(&self, number: u8) -> impl Iterator<Item = &Act> {
        self.rows.iter().filter(move |act| act.plenum == Some(number))
    }

    fn found(&self, index: &Index<Vec<usize>>, key: &str) -> Vec<&Act> {
        index.get(key).into_iter().flatten().map(|&at| &self.rows[at]).collect()
    }
}

/// Those of the kind that the words begin with, if they do, oldest first.
fn of_kind<'a>(title: &str, mut acts: Vec<&'a Act>) -> Vec<&'a Act> {
    let folded = fold(title);
    let says = |kind: &str| folded.strip_prefix(kind).is_some_and(|rest| rest.is_empty() || rest.starts_with(' '));
    if says("pháp lệnh") {
        acts.retain(|act| act.kind == "Pháp lệnh");
    } else if says("luật") || says("bộ luật") {
        acts.retain(|act| act.kind != "Pháp lệnh");
    }
    acts.sort_by_key(|act| (act.date, act.id.clone()));
    acts
}

/// What one row says of replacing another, the other says too: a user's new law need not repeat the row of the old one.
fn say_both_ways(rows: &mut [Act], by_id: &HashMap<Arc<str>, usize>) {
    for at in 0..rows.len() {
        let id = rows[at].id.to_string();
        let (older, newer) = (rows[at].supersedes.clone(), rows[at].superseded_by.clone());
        let say = |said: &mut Vec<String>| {
            if !said.contains(&id) {
                said.push(id.clone());
            }
        };
        older.iter().for_each(|older| say(&mut rows[by_id[older.as_str()]].superseded_by));
        newer.iter().for_each(|newer| say(&mut rows[by_id[newer.as_str()]].supersedes));
    }
}

/// One spelling of a number: no spaces, no leading zeros, one dash, one Đ, TƯ as TW, capitals.
fn number_key(number: &str) -> String {
    let folded = fold(number).replace(' ', "").to_uppercase().replace("T.Ư", "TW").replace("TƯ", "TW");
    let bare = folded.trim_start_matches('0');
    if bare.starts_with(|c: char| c.is_ascii_digit()) { bare.to_owned() } else { folded }
}

/// The number before the symbol, with its letter and without zeros: `7b` of `07b/NQ-TLĐ`.
fn leading_number(number: &str) -> Option<String> {
    let end = number.find(['/', '-', '.']).unwrap_or(number.len());
    let leading = number[..end].trim_start_matches('0').to_lowercase();
    leading.starts_with(|c: char| c.is_ascii_digit()).then_some(leading)
}

/// A title folded, with the "của" that some leave out before the law that is amended.
pub(crate) fn folded_title(title: &str) -> String {
    const AMENDED: &str = "một số điều ";
    let folded = fold(title);
    match folded.split_once(AMENDED) {
        Some((amends, law)) if ["luật ", "bộ luật ", "pháp lệnh "].iter().any(|kind| law.starts_with(kind)) => {
            format!("{amends}{AMENDED}của {law}")
        }
        _ => folded,
    }
}

/// One spelling of a title: folded, without commas, dashes and "và", which stand for each other, without the word Luật, Bộ luật
/// stays.
fn title_key(title: &str) -> String {
    const STATE: &str = "nước cộng hòa xã hội chủ nghĩa việt nam";
    let words = folded_title(title).replace([',', '-'], " ");
    let words: Vec<&str> = words.split_whitespace().filter(|word| *word != "và").collect();
    let words = match words.as_slice() {
        ["luật", rest @ ..] | ["pháp", "lệnh", rest @ ..] if !rest.is_empty() => rest,
        // "Hiến pháp nước Cộng hòa xã hội chủ nghĩa Việt Nam".
        [hien @ "hiến", phap @ "pháp", of @ ..] if STATE.ends_with(&of.join(" ")) => &[*hien, *phap],
        all => all,
    };
    words.join(" ")
}

fn read(row: &super::table::Row<'_>) -> Result<Act, LoadError> {
    let optional = |text: &str| (!text.is_empty()).then(|| text.to_owned());
    let date = row.date("date")?.ok_or_else(|| row.wrong("date", A_DATE))?;
    let in_force = row.date("in_force")?;
    if in_force.is_some_and(|begin| begin.latest() < date.earliest()) {
        let needs =
            (format!("ngày từ {date} trở đi, là ngày ban hành"), format!("on or after {date}, the date of the act"));
        return Err(row.wrong("in_force", needs));
    }
    Ok(Act {
        id: row.required("id")?.into(),
        kind: row.required("kind")?,
        number: optional(row.text("number")?),
        issuer: row.required("issuer")?,
        system: row.system("system")?,
        term: optional(row.text("term")?),
        plenum: row.number("plenum")?,
        date,
        in_force,
        title: row.required("title")?,
        short_forms: row.list("short_forms")?,
        supersedes: row.list("supersedes")?,
        superseded_by: row.list("superseded_by")?,
        amends: row.list("amends")?,
        provenance: row.provenance()?,
    })
}

#[cfg(test)]
mod tests {
    use crate::lexicon::Lexicon;

    fn ids(acts: &[&super::Act]) -> Vec<String> {
        acts.iter().map(|act| act.id.to_string()).collect()
    }

    #[test]
    fn one_number_gives_every_act_that_bears_it() {
        let acts = &Lexicon::embedded().acts;
        assert_eq!(ids(&acts.by_number("7 - CT/TƯ")), ["chi-thi-07-ct-tw-2016", "chi-thi-07-ct-tw-2026"]);
        assert_eq!(acts.by_number("27-NQ/TW").len(), 4);
        assert!(acts.by_number("68-NQ/TW").iter().all(|act| act.number.as_deref() != Some("68/NQ-CP")));
        assert!(acts.by_number("9999/NQ-CP").is_empty());
    }

    #[test]
    fn a_date_leaves_the_act_of_that_date() {
        let acts = &Lexicon::embedded().acts;
        let date = "2016-09-05".parse().ok();
        assert_eq!(ids(&acts.find("Chỉ thị", "07-CT/TW", date)), ["chi-thi-07-ct-tw-2016"]);
        assert!(acts.find("Nghị quyết", "07-CT/TW", date).is_empty());
        assert!(acts.find("Chỉ thị", "07-CT/TW", "2018".parse().ok()).is_empty());
    }

    #[test]
    fn the_series_qdi_is_not_qd() {
        let acts = &Lexicon::embedded().acts;
        assert_eq!(ids(&acts.by_number("08-QĐi/TW")), ["quy-dinh-08-qdi-tw-2018"]);
    }

    #[test]
    fn a_title_gives_every_version_of_a_law_oldest_first() {
        let acts = &Lexicon::embedded().acts;
        let found = acts.laws_by_title("Luật Ban hành văn bản quy phạm pháp luật");
        let years: Vec<u16> = found.iter().map(|act| act.date.year_number()).collect();
        assert_eq!(years, [1996, 2008, 2015, 2025]);
        assert_eq!(acts.laws_by_title("ban hành văn bản quy phạm pháp luật").len(), 4);
        assert_eq!(acts.laws_by_title("Bộ luật Lao động").len(), 3);
        assert!(acts.laws_by_title("Luật Lao động").is_empty(), "there is a code of this name, no law");
    }

    #[test]
    fn a_title_is_one_whatever_joins_its_words() {
        let Lexicon { acts, cues, .. } = Lexicon::embedded();
        let spellings =
            ["HĐND và UBND", "HĐND, UBND", "Hội đồng nhân dân, UBND", "Hội đồng nhân dân và Ủy ban nhân dân"];
        for whose in spellings {
            let title = format!("Luật Ban hành VBQPPL của {whose}");
            let found = acts.laws_by_title(&cues.title_in_full(&title));
            assert_eq!(ids(&found), ["luat-31-2004-qh11"], "{whose}");
        }
        let amending = "Luật Sửa đổi, bổ sung một số điều của Luật Giáo dục";
        let amends = ids(&acts.laws_by_title(amending));
        assert!(!amends.is_empty());
        assert_eq!(ids(&acts.laws_by_title(&amending.replace(" của", ""))), amends);
        assert_eq!(super::folded_title("Danh mục một số điều ước"), "danh mục một số điều ước", "no law is amended");
    }

    #[test]
    fn short_forms_name_acts() {
        let acts = &Lexicon::embedded().acts;
        assert_eq!(ids(&acts.by_short_form("Nghị quyết Trung ương 4 khoá XII")), ["nghi-quyet-04-nq-tw-2016"]);
        assert_eq!(ids(&acts.by_short_form("Hiến pháp năm 2013")), ["hien-phap-2013"]);
        let eighteen = ids(&acts.by_short_form("Nghị quyết 18"));
        assert!(eighteen.len() > 1, "two terms have one: {eighteen:?}");
        assert_eq!(ids(&acts.by_short_form("Nghị quyết số 7b")), ["nghi-quyet-7b-nq-tld-2016"]);
        assert!(acts.by_short_form("Nghị quyết").is_empty());
    }
}
