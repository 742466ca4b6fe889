//! Cues: the words that govern a mention, and the small word lists with which mentions are read.
//!
//! `cues.csv` gives each phrase a role (see [`Role`]); marks inside phrases do not count. `words.csv` holds closed lists:
//! kinds of law, titles of laws and charters, words of congress names and of organ names.

use super::finder::Finder;
use super::table::{self, LoadError, Row, Sources};
use super::{Acts, Kind, Kinds, Organs};
use super::{Index, WordSet};
use crate::text::fold::{fold, fold_onto};
use crate::text::letter::is_word;
use crate::vocabulary::Relation;
use std::borrow::Cow;
use std::collections::BTreeMap;

/// What a phrase does to the mention after it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Role {
    /// Opens a recital or a sentence and governs the list that follows.
    Opening,
    /// A verb that governs its direct object.
    Object,
    /// Points at a document without acting on it.
    Reference,
    /// Ties two cited acts: what follows stands beside what stands before.
    Passive,
    /// May stand between a verb and its object.
    Glue,
}

/// Small words of long organ names that also open titles: a name never goes on with them.
const NOT_IN_NAMES: [&str; 12] = ["về", "năm", "từ", "trong", "tại", "cho", "theo", "sau", "trước", "được", "là", "có"];

/// What stands around the word for a part of an act: "một số điều của", "các nội dung cụ thể nêu tại".
fn parts_of_acts() -> impl Iterator<Item = (&'static str, &'static str, &'static str)> {
    let each = |some| ["", " cụ thể"].into_iter().map(move |which| (some, which));
    let pairs = ["một số", "các", "những"].into_iter().flat_map(each);
    pairs.flat_map(|(some, which)| {
        ["", " của", " tại", " nêu tại", " trong"].into_iter().map(move |of| (some, which, of))
    })
}

/// Cues and word lists, compiled.
#[derive(Clone, Debug)]
pub struct Cues {
    phrases: Index<Vec<(Role, Option<Relation>)>>,
    /// The words with which phrases begin, and those with which they end.
    first_words: WordSet,
    last_words: WordSet,
    /// Words in the longest phrase.
    pub longest: usize,
    lists: Index<WordSet>,
    titles: Index<Titles>,
    charters: Index<Titles>,
    organ_names: Titles,
    /// Headings, and the kind that each says, by the folded words.
    headings: (Titles, Index<String>),
    /// Headings of sections that list grounds: "Căn cứ pháp lý".
    grounds: Titles,
    /// The codes of law that have an abbreviation of their own: `BLHS`.
    codes: Index<String>,
    /// Abbreviations in titles of laws, written out: `VBQPPL`.
    title_words: Index<String>,
    /// Kind and sort (true: speech, false: meeting) of each opening of oral mentions.
    oral: Vec<(String, bool)>,
    /// For each of the names of kinds its row.
    rows_of_names: Vec<usize>,
    /// One for each row of the table of kinds.
    kind_words: Vec<KindWord>,
    /// Kind words, openings of oral mentions, and abbreviated kind words; see [`Cues::kind`],
    /// [`Cues::oral_kind`], [`Kinds::by_abbreviation`].
    pub finder: Finder,
}

/// What the lists say of a kind.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct KindWord {
    /// Documents of this kind are cited by title: laws, codes, ordinances, the constitution.
    pub law: bool,
    /// "Văn bản": a word for any kind.
    pub generic: bool,
    /// Documents of this kind are cited by a count alone ("Chỉ thị 05"); not "Chương trình 135".
    pub bare_number: bool,
    /// Documents of this kind are not cited.
    pub not_cited: bool,
    /// There are titles of charters and platforms of this kind.
    pub charter: bool,
}

/// Folded titles and what they begin with, word by word; true for a whole title. Beside them the letters that begin one.
#[derive(Clone, Debug, Default)]
struct Titles(Index<bool>, Vec<char>);

/// A row of `cues.csv`.
#[derive(Clone, Debug)]
struct Cue {
    phrase: String,
    role: Role,
    relation: Option<Relation>,
}

/// A row of `words.csv`.
#[derive(Clone, Debug)]
struct Word {
    list: String,
    of: String,
    word: String,
}

const ROLES: [(&str, Role); 5] = [
    ("opening", Role::Opening),
    ("object", Role::Object),
    ("reference", Role::Reference),
    ("passive", Role::Passive),
    ("glue", Role::Glue),
];

fn read_cue(row: &Row<'_>) -> Result<Cue, LoadError> {
    let role = row.choice("role", &ROLES)?;
    let relation = match role {
        Role::Glue => None,
        Role::Passive if row.text("relation")?.is_empty() => None,
        _ => {
            let code = row.text("relation")?;
            Some(Relation::from_code(code).ok_or_else(|| {
                row.wrong("relation", ("mã quan hệ (docs/formats.md)", "the code of a relation (docs/formats.md)"))
            })?)
        }
    };
    Ok(Cue { phrase: row.required("phrase")?, role, relation })
}

fn read_word(row: &Row<'_>) -> Result<Word, LoadError> {
    Ok(Word { list: row.required("list")?, of: row.text("of")?.to_owned(), word: row.required("word")? })
}

impl Cues {
    /// Compiles both tables with the names and titles of the others.
    pub(super) fn load(
        cues: &Sources<'_>,
        words: &Sources<'_>,
        kinds: &Kinds,
        acts: &Acts,
        organs: &Organs,
    ) -> Result<Self, LoadError> {
        let cues = table::rows(cues, |cue: &Cue| format!("{} {:?}", cue.phrase, cue.role), read_cue)?;
        let words = table::rows(words, |word: &Word| format!("{}/{}/{}", word.list, word.of, word.word), read_word)?;
        Ok(Self::compile(&cues, &words, kinds, acts, organs))
    }

    fn compile(cues: &[Cue], words: &[Word], kinds: &Kinds, acts: &Acts, organs: &Organs) -> Self {
        let mut phrases: Index<Vec<(Role, Option<Relation>)>> = Index::default();
        let mut longest = 0;
        for row in cues {
            let phrase = plain(&row.phrase);
            longest = longest.max(phrase.split(' ').count());
            phrases.entry(phrase).or_default().push((row.role, row.relation));
        }
        // "thực hiện một số nội dung cụ thể nêu tại …": a part of the act may stand between a verb and the act.
        for part in words.iter().filter(|row| row.list == "part-of-act").map(|row| plain(&row.word)) {
            for (some, which, of) in parts_of_acts() {
                let phrase = format!("{some} {part}{which}{of}");
                longest = longest.max(phrase.split(' ').count());
                phrases.entry(phrase).or_default().push((Role::Glue, None));
            }
        }
        let word = |of: fn(&str) -> Option<&str>| phrases.keys().filter_map(|p| of(p).map(str::to_owned)).collect();
        let first_words = word(|phrase| phrase.split(' ').next());
        let last_words = word(|phrase| phrase.rsplit(' ').next());
        let mut lists: Index<WordSet> = Index::default();
        let (mut titles, mut charters): (Index<Titles>, Index<Titles>) = Default::default();
        let mut headings: (Titles, Index<String>) = Default::default();
        let [mut codes, mut title_words]: [Index<String>; 2] = Default::default();
        let mut grounds = Titles::default();
        let mut oral: BTreeMap<String, (String, bool)> = BTreeMap::new();
        for row in words {
            match row.list.as_str() {
                "law-title" => titles.entry(row.of.clone()).or_default().add(&row.word),
                "heading" => {
                    headings.0.add(&row.word);
                    headings.1.insert(plain(&row.word), row.of.clone());
                }
                "code-short" => {
                    codes.insert(row.word.clone(), row.of.clone());
                }
                "title-short" => {
                    title_words.insert(row.word.clone(), row.of.clone());
                }
                "grounds-heading" => grounds.add(&row.word),
                "charter" => charters.entry(row.of.clone()).or_default().add(&row.word),
                "oral-speech" | "oral-meeting" => {
                    oral.insert(row.word.clone(), (row.of.clone(), row.list == "oral-speech"));
                }
                _ => {
                    lists.entry(row.list.clone()).or_default().insert(row.word.clone());
                }
            }
        }
        for act in acts.all().iter().filter(|a| matches!(a.kind.as_str(), "Luật" | "Bộ luật" | "Pháp lệnh")) {
            titles.entry(act.kind.clone()).or_default().add(act.title.trim_start_matches(&act.kind));
        }
        // Every small word of a known organ's name may stand inside an organ's name.
        let connectors = lists.entry("organ-connector".to_string()).or_default();
        for organ in organs.all() {
            let names = organ.aliases.iter().chain(&organ.forms).chain(std::iter::once(&organ.name));
            for word in names.flat_map(|name| name.split(|c: char| !is_word(c))) {
                if word.starts_with(char::is_lowercase) && !NOT_IN_NAMES.contains(&word) {
                    connectors.insert(fold(word));
                }
            }
        }
        let listed: Vec<String> = connectors.iter().map(|word| fold(word)).collect();
        connectors.extend(listed);
        let runs = lists.entry("organ-run".to_string()).or_default();
        let mut organ_names = Titles::default();
        for organ in organs.all() {
            for name in organ.aliases.iter().chain(&organ.forms).chain(std::iter::once(&organ.name)) {
                let folded = plain(name).replace(" và ", " ");
                add_pairs(&folded, runs);
                if name.split(' ').count() > 1 && !name.contains(['(', '/', ';', '…']) {
                    organ_names.add(name);
                }
            }
        }
        let mut short: Vec<String> =
            kinds.text_abbreviations().filter(|a| a.chars().count() > 1).map(str::to_string).collect();
        short.extend(codes.keys().cloned());
        short.sort();
        short.dedup();
        let (openings, oral): (Vec<String>, Vec<(String, bool)>) = oral.into_iter().unzip();
        let keys: Vec<String> = kinds.all().iter().map(|kind| fold(&kind.name)).collect();
        let row = |name: &String| Some(fold(name)).and_then(|key| keys.iter().position(|known| *known == key));
        let rows_of_names = kinds.names().iter().filter_map(row).collect();
        let kind_words = kinds.all().iter().map(|kind| kind_word(&kind.name, &lists, &charters)).collect();
        // "Điện" is a kind before a number alone, where it is looked for among the short ones.
        let short_kinds = lists.get("short-kind");
        let sought = |name: &String| {
            if short_kinds.is_some_and(|set| set.contains(name)) { String::new() } else { name.clone() }
        };
        let names: Vec<String> = kinds.names().iter().map(sought).collect();
        let finder = Finder::new(&names, &openings, &short);
        Self {
            phrases,
            first_words,
            last_words,
            longest,
            lists,
            titles,
            charters,
            organ_names,
            headings,
            grounds,
            codes,
            title_words,
            oral,
            rows_of_names,
            kind_words,
            finder,
        }
    }

    /// The roles of a phrase: small letters, one space between words, no marks.
    pub fn roles(&self, phrase: &str) -> &[(Role, Option<Relation>)] {
        self.phrases.get(phrase).map_or(&[], Vec::as_slice)
    }

    /// True if a phrase begins with this folded word.
    pub fn begins_phrase(&self, word: &str) -> bool {
        self.first_words.contains(word)
    }

    /// True if a phrase ends with this folded word.
    pub fn ends_phrase(&self, word: &str) -> bool {
        self.last_words.contains(word)
    }

    /// True if the word stands in a list.
    pub fn lists(&self, list: &str, word: &str) -> bool {
        self.lists.get(list).is_some_and(|set| set.contains(word))
    }

    /// The kind whose name [`Cues::finder`] found, by the phrase that it gives.
    pub fn kind<'k>(&self, phrase: usize, kinds: &'k Kinds) -> (&'k Kind, KindWord) {
        let row = self.rows_of_names[phrase];
        (&kinds.all()[row], self.kind_words[row])
    }

    /// What the lists say of a kind of the table.
    pub fn kind_word(&self, kind: &Kind, kinds: &Kinds) -> Option<KindWord> {
        kinds.all().iter().position(|row| std::ptr::eq(row, kind)).map(|row| self.kind_words[row])
    }

    /// Organs that numbered without a slash before 1997.
    pub fn is_old_organ(&self, organ: &str) -> bool {
        self.lists("old-organ", organ)
    }

    /// Words that names of congresses and plenums are made of, folded.
    pub fn is_congress_word(&self, folded: &str) -> bool {
        self.lists("congress-word", folded)
    }

    /// Kind and sort (true: speech, false: meeting) of an opening phrase, by the place at which [`Cues::finder`] gives it.
    pub fn oral_kind(&self, phrase: usize) -> (&str, bool) {
        let (kind, speech) = &self.oral[phrase];
        (kind, *speech)
    }

    /// The kind of a paper under a heading that is more than the kind's name (`BIÊN BẢN HỌP` heads a Biên bản), and how many
    /// words of the line the heading takes.
    pub fn heading(&self, line: &str) -> Option<(&str, usize)> {
        let words = || line.split_whitespace();
        let count = self.headings.0.longest_prefix(words())?;
        let kind = self.headings.1.get(&plain(&words().take(count).collect::<Vec<_>>().join(" ")))?;
        Some((kind, count))
    }

    /// How many of these words (marks among them) the longest known title of a law of this kind takes.
    pub fn longest_title<'w>(&self, kind: &str, words: impl Iterator<Item = &'w str>) -> Option<usize> {
        self.titles.get(kind)?.longest_prefix(words.map(|word| self.title_word(word).unwrap_or(word)))
    }

    /// The title of a law with its abbreviations written out: "Luật Tổ chức HĐND và UBND".
    pub fn title_in_full<'t>(&self, title: &'t str) -> Cow<'t, str> {
        let words = || title.split_inclusive(|c: char| !is_word(c));
        let body = |word: &str| word.trim_end_matches(|c: char| !is_word(c)).len();
        if words().all(|word| self.title_word(&word[..body(word)]).is_none()) {
            return Cow::Borrowed(title);
        }
        let full = words().flat_map(|word| {
            let (word, mark) = word.split_at(body(word));
            [self.title_word(word).unwrap_or(word), mark]
        });
        Cow::Owned(full.collect())
    }

    /// What an abbreviation in the title of a law stands for.
    fn title_word(&self, word: &str) -> Option<&str> {
        // Nearly every word has a small letter, and is not looked up.
        let capitals = !word.bytes().any(|byte| byte.is_ascii_lowercase());
        if capitals { self.title_words.get(word).map(String::as_str) } else { None }
    }

    /// How many of the words head a section that lists grounds ("Căn cứ pháp lý", "Cơ sở xây dựng"), if they do.
    pub fn heads_grounds<'w>(&self, words: impl Iterator<Item = &'w str>) -> Option<usize> {
        self.grounds.longest_prefix(words)
    }

    /// True if in the name of a known organ one of these words follows the other, marks and "và" left out.
    pub fn follows_in_organ_name(&self, word: &str, next: &str) -> bool {
        self.lists("organ-run", &format!("{} {}", fold(word), fold(next)))
    }

    /// True if a word may stand in small letters inside the name of an organ.
    pub fn joins_organ_name(&self, word: &str) -> bool {
        self.lists("organ-connector", &fold(word))
    }

    /// How many of these words the longest known name of an organ takes.
    pub fn longest_organ<'w>(&self, words: impl Iterator<Item = &'w str>) -> Option<usize> {
        self.organ_names.longest_prefix(words)
    }

    /// The code of law that an abbreviation stands for: "Bộ luật Hình sự" for `BLHS`.
    pub fn code(&self, written: &str) -> Option<&str> {
        self.codes.get(written).map(String::as_str)
    }

    /// The same for charters and platforms.
    pub fn longest_charter<'w>(&self, kind: &str, words: impl Iterator<Item = &'w str>) -> Option<usize> {
        self.charters.get(kind)?.longest_prefix(words)
    }
}

impl Titles {
    fn add(&mut self, title: &str) {
        let folded = plain(title);
        if folded.is_empty() {
            return;
        }
        self.1.extend(folded.chars().next().filter(|first| !self.1.contains(first)));
        for (end, _) in folded.match_indices(' ') {
            self.0.entry(folded[..end].to_owned()).or_default();
        }
        self.0.insert(folded, true);
    }

    fn longest_prefix<'w>(&self, words: impl Iterator<Item = &'w str>) -> Option<usize> {
        let mut so_far = String::new();
        let mut best = None;
        for (index, word) in words.enumerate() {
            if !word.starts_with(is_word) {
                continue;
            }
            if !so_far.is_empty() {
                so_far.push(' ');
            } else if self.none_begins(word) {
                break;
            } else {
                so_far.reserve(64);
            }
            fold_onto(word, &mut so_far);
            match self.0.get(&so_far) {
                Some(true) => best = Some(index + 1),
                Some(false) => {}
                None => break,
            }
        }
        best
    }
}

impl Titles {
    /// True if the first letter tells that no title begins with the word: most words that are asked about do not.
    fn none_begins(&self, word: &str) -> bool {
        let first = word.chars().next().filter(char::is_ascii_alphabetic);
        first.is_some_and(|first| !self.1.contains(&first.to_ascii_lowercase()))
    }
}

fn kind_word(kind: &str, lists: &Index<WordSet>, charters: &Index<Titles>) -> KindWord {
    let is = |list: &str| lists.get(list).is_some_and(|set| set.contains(kind));
    KindWord {
        law: is("law-kind"),
        generic: is("generic-kind"),
        bare_number: is("bare-number-kind"),
        not_cited: is("not-cited-kind"),
        charter: charters.contains_key(kind),
    }
}

/// Each two words of folded words that follow each other.
fn add_pairs(folded: &str, pairs: &mut WordSet) {
    let mut starts = (0, 0);
    let ends = folded.match_indices(' ').map(|(end, _)| end).chain(std::iter::once(folded.len()));
    for (at, end) in ends.enumerate() {
        let pair = &folded[starts.0..end];
        if at > 0 && !pairs.contains(pair) {
            pairs.insert(pair.to_owned());
        }
        starts = (starts.1, end + 1);
    }
}

/// Folded words without marks.
fn plain(phrase: &str) -> String {
    let mut out = String::with_capacity(phrase.len());
    for word in phrase.split(|c: char| !is_word(c)).filter(|word| !word.is_empty()) {
        if !out.is_empty() {
            out.push(' ');
        }
        fold_onto(word, &mut out);
    }
    out
}
