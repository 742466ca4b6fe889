//! Which document a mention means, and by which rule.
//!
//! [`resolve`] turns the mentions of a corpus into [`Reference`]s. A mention gets a document only when its own words and
//! its own paper fix the full key, or a named rule of `open` or `names` excludes every other act that the lexicon, the
//! table of acts and the numbering allow. Which documents are held decides between held and missing, and nothing else:
//! remove any document and no link moves to another one. What stays open is ambiguous, with the candidates that are known.
//! The rules and their names are listed in docs/identity.md.

mod candidates;
mod names;
mod open;
mod registry;
mod title;

use crate::corpus::Corpus;
use crate::identity::{self, Identity, Key, Memo, Period, Series};
use crate::lexicon::{Home, Lexicon};
use crate::mention::Mention;
use crate::record::Record;
use crate::text::fold::slug;
use crate::vocabulary::{Class, Relation};
use candidates::Shelf;
use registry::Registry;
use std::sync::Arc;
use title::Titles;
pub(crate) use title::contradict as titles_contradict;

/// What a mention means.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Target {
    /// A held document.
    Held(Key),
    /// A document that the collection does not hold.
    Missing(Key),
    /// Several documents, or one that cannot be named: the known candidates, likeliest first.
    Ambiguous(Vec<Key>),
    /// A meeting or spoken instruction.
    Oral(Key),
}

impl Target {
    /// The key, unless ambiguous.
    pub fn key(&self) -> Option<&Key> {
        match self {
            Self::Held(key) | Self::Missing(key) | Self::Oral(key) => Some(key),
            Self::Ambiguous(_) => None,
        }
    }
}

/// A mention and the document it means.
#[derive(Clone, Debug, PartialEq)]
pub struct Reference {
    /// Index into [`Corpus::records`].
    pub record: usize,
    /// Index into the record's mentions.
    pub mention: usize,
    /// What it means.
    pub target: Target,
    /// The rule that decided: `number+symbol+issuer+date`, `sibling`, `law-in-force`. For an ambiguous one what is missing:
    /// `open:organ`, `open:period`.
    pub rule: &'static str,
    /// Id of the row of the table of acts that the link rests on, if it does.
    pub act: Option<Arc<str>>,
    /// Whose document it is, where the words tell it.
    pub series: Option<Arc<Series>>,
    /// What it says, where a person has corrected the mention's relation.
    pub relation: Option<Relation>,
    /// Confidence of the mention, lowered by rules that read more than its own words.
    pub confidence: f32,
}

/// What is known of one mention while its document is read.
#[derive(Clone, Debug, Default)]
struct Reading {
    key: Option<Key>,
    rule: &'static str,
    act: Option<Arc<str>>,
    /// Parts of a number's identity.
    identity: Option<Identity>,
    /// Whose document a name is, where the words tell it.
    series: Option<Arc<Series>>,
    /// Documents that the rules found and could not choose between.
    rivals: Vec<Key>,
    oral: bool,
}

impl Reading {
    fn fix(&mut self, key: Key, rule: &'static str, act: Option<&Arc<str>>) {
        self.key = Some(key);
        self.rule = rule;
        self.act = act.cloned();
    }
}

/// What is known, by what it is known by. The hash is fast and the same in every run; no order comes of it.
type Known<K, V> = std::collections::HashMap<K, V, foldhash::fast::FixedState>;

/// What every rule may look at: the lexicon and the document that the mention stands in; never other documents.
struct Desk<'l> {
    memo: Memo<'l>,
    registry: Registry<'l>,
    titles: Titles,
    /// Names under which mentions of one document meet, by the name as written.
    plain: Known<String, Arc<str>>,
}

impl<'l> Desk<'l> {
    fn new(corpus: &Corpus, lexicon: &'l Lexicon) -> Self {
        let mut memo = Memo::new(lexicon);
        memo.parts = corpus.parts().clone();
        Self { memo, registry: Registry::new(lexicon), titles: Titles::default(), plain: Known::default() }
    }
}

/// Where the mentions of a record stand, by id. Ids count from 1, so a mention mostly stands at its own place.
#[derive(Clone, Copy)]
struct Places<'r>(&'r [Mention]);

impl Places<'_> {
    fn of(self, id: u32) -> Option<usize> {
        let guess = usize::try_from(id).ok()?.checked_sub(1)?;
        let stands = |at: &usize| self.0.get(*at).is_some_and(|mention| mention.id == id);
        Some(guess).filter(stands).or_else(|| self.0.iter().position(|mention| mention.id == id))
    }
}

/// Resolves every mention. References come in the order of records and mentions. Linear in the mentions: what is open
/// waits, as it was read, until every document that is told in full is known; the rest is settled as it is read.
pub fn resolve(corpus: &Corpus, lexicon: &Lexicon) -> Vec<Reference> {
    let mut desk = Desk::new(corpus, lexicon);
    let count = corpus.records.iter().map(|record| record.mentions.len()).sum();
    let mut shelf = Shelf::of_holdings(corpus, count);
    let mut references = Vec::with_capacity(count);
    let mut readings = Vec::new();
    for (index, record) in corpus.records.iter().enumerate() {
        read_document(&mut desk, corpus, index, &mut readings);
        for (at, mut reading) in readings.drain(..).enumerate() {
            let mut reference = settle(corpus, index, at, &mut reading);
            match (&mut reference.target, reading.identity.take()) {
                (Target::Ambiguous(known), told) if known.is_empty() => {
                    let (mention, citing) = (&record.mentions[at], record.document.date);
                    *known = shelf.ask(&mut desk, references.len(), mention, (told, reading.rivals), citing);
                }
                (Target::Missing(key), Some(identity)) => {
                    *key = shelf.tell_of(key.clone(), identity, record.mentions[at].title.as_deref());
                }
                _ => {}
            }
            references.push(reference);
        }
    }
    shelf.tell(&mut desk, &mut references);
    references
}

/// Reads all mentions of one record, each first by itself, then in the light of the others. `readings` is empty.
fn read_document(desk: &mut Desk<'_>, corpus: &Corpus, index: usize, readings: &mut Vec<Reading>) {
    let record = &corpus.records[index];
    let Some(holding) = corpus.holding_of(index) else { return };
    let home = corpus.home(index);
    let place = Places(&record.mentions);
    let mentions = record.mentions.iter().zip(&record.texts);
    readings.extend(mentions.enumerate().map(|(at, words)| read_alone(desk, record, at, words, home)));
    open::settle_numbers(desk, record, home, holding, place, readings);
    names::settle_issued(record, place, readings);
    names::settle_names(desk, record, &holding.key, place, readings);
    // An issued regulation may be named again alone, or be the antecedent of a later name.
    names::settle_issued(record, place, readings);
    settle_oral(record, &holding.key, place, readings);
}

fn read_alone(
    desk: &mut Desk<'_>,
    record: &Record,
    at: usize,
    (mention, text): (&Mention, &String),
    home: &Home,
) -> Reading {
    if mention.class == Class::Oral {
        let series = names::series_of(desk, mention, home);
        return Reading { oral: true, rule: "oral", series, ..Reading::default() };
    }
    if let Some((mut identity, rule)) = identity::of_mention(&mut desk.memo, mention, home) {
        if let Some((key, act)) = names::promulgated(desk, mention, text) {
            let act = act.map(|act| act.id.clone());
            return Reading { key: Some(key), rule: "title+year", act, identity: Some(identity), ..Reading::default() };
        }
        // The assembly tells the term whatever year and day say.
        if matches!(identity.traits.period, Some(Period::Printed(_))) && open::contradicts_itself(record, at) {
            identity.traits.period = None;
        }
        let key = identity.key();
        return Reading { key, rule, identity: Some(identity), ..Reading::default() };
    }
    let series = names::series_of(desk, mention, home);
    if is_issued(mention) {
        return Reading { rule: "open:parent", series, ..Reading::default() };
    }
    Reading { series, ..names::read(desk, mention, home, record.document.date) }
}

/// A regulation, plan or programme that another mentioned document issues.
fn is_issued(mention: &Mention) -> bool {
    mention.relation == Relation::Promulgates && mention.subject != 0 && mention.class == Class::Named
}

/// A meeting is known by the document that tells of it, the kind of speech and the day.
fn settle_oral(record: &Record, own: &Key, place: Places<'_>, readings: &mut [Reading]) {
    for (at, mention) in record.mentions.iter().enumerate().filter(|(_, mention)| mention.class == Class::Oral) {
        let teller = place.of(mention.subject).and_then(|subject| readings[subject].key.as_ref()).unwrap_or(own);
        let kind = slug(mention.kind.as_deref().unwrap_or("Ý kiến chỉ đạo"));
        let day = match mention.date {
            Some(date) => date.to_string(),
            None => identity::digest(&record.texts[at]),
        };
        let key = Key::new(&format!("{teller}#{kind}-{day}"));
        readings[at].fix(key, "oral", None);
    }
}

/// Turns a reading into a reference: held or missing; what stays open has no candidates yet.
fn settle(corpus: &Corpus, record: usize, index: usize, reading: &mut Reading) -> Reference {
    let mention = &corpus.records[record].mentions[index];
    let citing = corpus.records[record].document.date;
    let series = reading.identity.as_ref().and_then(|identity| identity.traits.series.clone());
    let (target, rule) = match reading.key.take() {
        Some(key) if reading.oral => (Target::Oral(key), reading.rule),
        Some(key) => match corpus.holding(&key) {
            Some(held) if open::cannot_be(mention, citing, held, corpus) => {
                (Target::Ambiguous(vec![key]), "open:later")
            }
            // The key that the corpus has, not another text of the same words.
            Some(held) => (Target::Held(held.key.clone()), reading.rule),
            None => (Target::Missing(key), reading.rule),
        },
        None => {
            let rule = reading.identity.as_ref().map_or(reading.rule, open::lacking);
            (Target::Ambiguous(Vec::new()), rule)
        }
    };
    Reference {
        record,
        mention: index,
        target,
        rule,
        act: reading.act.take(),
        series: series.or_else(|| reading.series.take()),
        relation: None,
        confidence: mention.confidence * open::weight(rule),
    }
}
