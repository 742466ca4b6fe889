//! What a text says of other documents, and where: one document at a time.
//!
//! [`extract`] finds every mention of docs/glossary.md's three classes (numbered, named, oral) and reads kind, number,
//! date, issuer, provision, relation and subject from the words around it. A mention is as written: which document it
//! means is decided in `reference`.

use crate::date::PartialDate;
use crate::document::Document;
use crate::lexicon::Lexicon;
use crate::number::Number;
use crate::text::{Span, Text};
use crate::vocabulary::{Class, Relation, Zone};
use reading::Reading;
use scan::KindHit;
use smol_str::SmolStr;

mod antecedent;
mod article;
mod bare;
mod change;
mod confidence;
mod congress;
mod day;
mod ending;
mod gap;
mod issuer;
mod law;
mod listed;
mod name;
mod named;
mod naming;
mod nested;
mod numbered;
mod oral;
mod own;
mod paragraph;
mod provision;
mod quotation;
mod reach;
mod reading;
mod relation;
mod scan;
mod sentence;
mod share;
mod tail;
mod title;
mod titled;
mod words;

/// A mention of one other document, as written.
#[derive(Clone, Debug, PartialEq)]
pub struct Mention {
    /// From 1, in the order of the text.
    pub id: u32,
    /// From the kind word to the end of number or name, and of the date that follows directly.
    pub span: Span,
    /// Numbered, named or oral.
    pub class: Class,
    /// Vietnamese name of the kind, abbreviations expanded.
    pub kind: Option<SmolStr>,
    /// Number and symbol.
    pub number: Option<Number>,
    /// The name of an unnumbered document, without its date.
    pub name: Option<Box<str>>,
    /// Date as stated in the mention or right after it.
    pub date: Option<PartialDate>,
    /// The day that the head of its sentence gives it, where it has no date of its own: "Ngày 26/4/2013, … ban hành".
    pub issued_on: Option<PartialDate>,
    /// Issuer as written near the mention.
    pub issuer: Option<SmolStr>,
    /// Issuer completed from symbol and context, where certain.
    pub issuer_full: Option<SmolStr>,
    /// Term of congress or assembly as written ("khóa XII" gives `XII`).
    pub term: Option<SmolStr>,
    /// What the text says the document is about.
    pub title: Option<Box<str>>,
    /// The cited part as written.
    pub provision: Option<SmolStr>,
    /// What the subject does with the mentioned document.
    pub relation: Relation,
    /// 0: this document; else the id of the mention whose document stands in the relation.
    pub subject: u32,
    /// Where it stands.
    pub zone: Zone,
    /// The word that governs it.
    pub cue: Option<Span>,
    /// The sentence that is shown as evidence.
    pub sentence: Span,
    /// How sure the reading is, 0 to 1.
    pub confidence: f32,
    /// The rule that found it.
    pub rule: &'static str,
    /// Letters or joints were put right to read it.
    pub repaired: bool,
    /// It defines or uses a short form of an earlier mention with this id ("Quy định 377" for "Quy định số 377-QĐ/TW").
    pub antecedent: Option<u32>,
}

impl Mention {
    /// The day of the document as the text tells it: its own date, else that of the head of the sentence.
    pub fn day(&self) -> Option<PartialDate> {
        self.date.or(self.issued_on)
    }
}

/// Finds the mentions of a document, in the order of the text. Total and linear.
pub fn extract(text: &Text, document: &Document, lexicon: &Lexicon) -> Vec<Mention> {
    let reading = Reading::new(text.as_str(), document, lexicon);
    let numbered = numbered::read(&reading);
    let named = named::read(&reading, &numbered);
    let mut found = merge(numbered, named);
    let oral = oral::read(&reading, &found);
    found.extend(oral);
    found.sort_by(|a, b| a.span.start.cmp(&b.span.start).then(b.span.end.cmp(&a.span.end)));
    // "QUYẾT ĐỊNH" / "SỐ 5/QĐ-UBND … BAN HÀNH QUY CHẾ …": what the paper itself issues is its annex.
    let mut by_own = false;
    let mut repeats = own::repeats_in_brackets(&reading, &found).into_iter();
    found.retain(|f| {
        let own = own::is_own(&reading, f);
        by_own = if f.number.is_some() { own } else { by_own };
        let annex = by_own && f.rule == "issued-by-act";
        let repeats = repeats.next() == Some(true);
        !own && !annex && !repeats && !article::is_furniture(&reading, f)
    });
    provision::attach(&reading, &mut found);
    issuer::attach(&reading, &mut found);
    relation::relate(&reading, &mut found);
    article::report(&reading, &mut found);
    finish(&reading, found)
}

/// A mention in the making. Subjects are indices here and become ids at the end.
#[derive(Clone, Debug)]
struct Found {
    span: Span,
    class: Option<Class>,
    kind: Option<SmolStr>,
    number: Option<Number>,
    name: Option<Span>,
    /// The name where a list leaves part of it to its first member.
    full_name: Option<Box<str>>,
    date: Option<PartialDate>,
    issuer: Option<Span>,
    /// The issuer stands at the end of the list, not beside this member.
    issuer_shared: bool,
    /// The byte after issuer, term and later date.
    after_issuer: usize,
    term: Option<SmolStr>,
    provision: Option<Span>,
    /// Kind word further left that heads the list.
    head: Option<Span>,
    has_kind_word: bool,
    /// The date of the next member is this one's too.
    shares_date: bool,
    /// An amending law, whose title holds other laws.
    amending: bool,
    /// It lies inside another mention.
    inner: bool,
    /// Its span may hold numbered mentions.
    holds_numbers: bool,
    /// The relation is given by the form itself.
    fixed: Option<Relation>,
    /// Its subject is the next numbered mention.
    subject_after: bool,
    repaired: bool,
    rule: &'static str,
    relation: Relation,
    subject: Option<usize>,
    cue: Option<Span>,
    sentence: Span,
}

impl Found {
    /// A document by name: from its kind word to where the name ends, and on to where its date does.
    fn named(hit: &KindHit<'_>, name: usize, end: usize, rule: &'static str) -> Self {
        Self {
            span: Span::new(hit.span.start, end),
            class: Some(Class::Named),
            kind: Some(hit.kind.name.clone()),
            name: Some(Span::new(hit.span.start, name)),
            rule,
            has_kind_word: true,
            ..Self::default()
        }
    }
}

impl Default for Found {
    fn default() -> Self {
        let nowhere = Span::new(0, 0);
        Self {
            span: nowhere,
            class: None,
            kind: None,
            number: None,
            name: None,
            full_name: None,
            date: None,
            issuer: None,
            issuer_shared: false,
            after_issuer: 0,
            term: None,
            provision: None,
            head: None,
            has_kind_word: false,
            shares_date: false,
            amending: false,
            inner: false,
            holds_numbers: false,
            fixed: None,
            subject_after: false,
            repaired: false,
            rule: "",
            relation: Relation::Cites,
            subject: None,
            cue: None,
            sentence: nowhere,
        }
    }
}

/// Numbered and named mentions together. A named one gives way to a numbered one that it meets, unless it holds it whole.
fn merge(mut numbered: Vec<Found>, named: Vec<Found>) -> Vec<Found> {
    let mut kept: Vec<Found> = Vec::with_capacity(numbered.len() + named.len());
    let mut next = 0;
    let mut outer: Option<(Span, bool)> = None;
    for mut mention in named {
        while next < numbered.len() && numbered[next].span.end <= mention.span.start {
            next += 1;
        }
        let meets = || numbered[next..].iter().take_while(|n| n.span.start < mention.span.end);
        if meets().any(|n| n.amending && n.span.start < mention.span.start && n.span.contains(mention.span)) {
            mention.inner = true;
            kept.push(mention);
            continue;
        }
        // "Kế hoạch thực hiện Kết luận số 5-KL/TW": the date behind the number is the conclusion's.
        let carries =
            |n: &Found| mention.holds_numbers && mention.rule == "issued-by-act" && mention.span.start < n.span.start;
        if meets().any(|n| !mention.span.contains(n.span) && !carries(n)) {
            continue;
        }
        if let Some((span, amending)) = outer.filter(|(span, _)| mention.span.start < span.end) {
            if !span.contains(mention.span) {
                continue;
            }
            mention.inner = true;
            // The date at the end belongs to the amending law.
            if amending && mention.date.is_some() {
                mention.date = None;
                mention.span.end = mention.name.map_or(mention.span.end, |n| n.end);
            }
        } else {
            outer = Some((mention.span, mention.amending));
            // The date at the end belongs to the amending law, also behind the number of the last law in its title.
            let inside = |n: &&mut Found| mention.amending && n.span.start < mention.span.end;
            for last in numbered[next..].iter_mut().take_while(inside).filter(|n| n.span.end == mention.span.end) {
                if let (Some(name), true) = (mention.name, last.date.is_some()) {
                    (last.date, last.span.end) = (None, name.end);
                }
            }
        }
        kept.push(mention);
    }
    kept.extend(numbered);
    kept
}

/// Indices become ids, spans become words; short forms find their antecedent.
fn finish(reading: &Reading<'_>, found: Vec<Found>) -> Vec<Mention> {
    let antecedents = antecedent::told(reading, &found);
    let titles: Vec<_> = (0..found.len())
        .map(|index| (title::of(reading, &found, index), day::told_before(reading, &found, index)))
        .collect();
    let words = |span: Span| &reading.text[span.range()];
    (1..)
        .zip(found.into_iter().zip(titles).zip(antecedents))
        .map(|(id, ((mut f, (title, issued_on)), antecedent))| {
            let issuer = f.issuer.filter(|s| s.end > s.start).map(words).map(folded);
            Mention {
                id,
                span: f.span,
                class: f.class.unwrap_or(Class::Numbered),
                name: f
                    .full_name
                    .take()
                    .or_else(|| f.name.filter(|_| f.class == Some(Class::Named)).map(words).map(folded)),
                date: f.date,
                issued_on,
                issuer_full: reading.issuer_full(&f, issuer.as_ref()),
                issuer,
                title,
                provision: f.provision.map(words).map(folded),
                relation: f.relation,
                subject: f.subject.map_or(0, |s| s as u32 + 1),
                zone: reading.document.zone(f.span.start),
                cue: f.cue,
                sentence: f.sentence,
                confidence: confidence::of(&f),
                rule: f.rule,
                repaired: f.repaired,
                antecedent: antecedent.map(|a| a as u32 + 1),
                kind: f.kind,
                number: f.number,
                term: f.term,
            }
        })
        .collect()
}

/// Gaps folded to one space, emphasis dropped.
fn folded<Words: From<String>>(words: &str) -> Words {
    let mut folded = String::with_capacity(words.len());
    for word in words.split(crate::text::is_gap).filter(|word| !word.is_empty()) {
        if !folded.is_empty() {
            folded.push(' ');
        }
        folded.push_str(word);
    }
    folded.into()
}
