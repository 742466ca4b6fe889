//! The paper itself: letterhead, subject, addressees, signer, and the zones of its text.
//!
//! [`parse`] turns a text into a [`Document`]. It works on lines by what they say, never by where they stand, because
//! conversions scramble letterheads. What is not there is nothing: a blank number stays blank and never takes the next
//! number of the text. References to other documents are left to `mention`.

mod article;
mod association;
mod class;
mod copied;
mod footnotes;
mod form;
mod grounds;
mod header;
mod heads;
mod issued;
mod issuer;
mod lines;
mod offices;
mod organs;
mod own;
mod parties;
mod rank;
mod reprint;
mod signature;
mod speech;
mod stamp;
mod subject;
#[cfg(test)]
mod tests;
mod top;
mod walk;
mod zones;

use crate::date::PartialDate;
use crate::lexicon::Lexicon;
use crate::number::Number;
use crate::text::fold::fold;
use crate::text::{Span, Text, is_gap};
use crate::vocabulary::{Level, Purpose, System, Zone};
use smol_str::SmolStr;

pub(crate) use organs::units;

/// What a paper says of itself.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Document {
    /// Own number and symbol; nothing where it is blank or not in the text.
    pub number: Option<Number>,
    /// Where the number stands, or the blank that waits for it ("Số:      /LĐLĐ").
    pub number_span: Option<Span>,
    /// The symbol of a blank number: `LĐLĐ`, `KH-UBND`. Nothing where the number is filled in or absent.
    pub blank_symbol: Option<SmolStr>,
    /// Kind: `Kế hoạch`; `Công văn` for a letter that prints none; `Bài viết` for a web article.
    pub kind: Option<SmolStr>,
    /// Issuing organ, complete: `Liên đoàn Lao động tỉnh Lai Châu`.
    pub issuer: Option<SmolStr>,
    /// How the issuer is known: `letterhead`, `signature`, `symbol`, `text`, `addressees`.
    pub issuer_from: Option<&'static str>,
    /// Superior organ of the letterhead.
    pub parent_issuer: Option<SmolStr>,
    /// System of the issuer.
    pub system: Option<System>,
    /// Level of the issuer.
    pub level: Option<Level>,
    /// Province of the issuer, as named at its date: `Lai Châu`.
    pub province: Option<SmolStr>,
    /// District of the issuer, where it has one.
    pub district: Option<SmolStr>,
    /// Commune of the issuer, where it has one.
    pub commune: Option<SmolStr>,
    /// Place of issue (địa danh).
    pub place: Option<SmolStr>,
    /// Date of issue, of the precision there is.
    pub date: Option<PartialDate>,
    /// Where the date stands.
    pub date_span: Option<Span>,
    /// What it is about (trích yếu, V/v), gaps folded.
    pub subject: Option<String>,
    /// Where the subject stands.
    pub subject_span: Option<Span>,
    /// Kính gửi.
    pub addressees: Vec<Unit>,
    /// Nơi nhận.
    pub recipients: Vec<Unit>,
    /// Who signed.
    pub signer: Option<Signer>,
    /// Secrecy mark: `MẬT`, `TỐI MẬT`, `TUYỆT MẬT`.
    pub secrecy: Option<SmolStr>,
    /// It says "Dự thảo", or its number is blank.
    pub draft: bool,
    /// Where each zone begins, in the order of the text; the first begins at 0.
    pub zones: Vec<(usize, Zone)>,
}

/// A unit that the paper is sent to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unit {
    /// As written, gaps and list marks folded: `Liên đoàn Lao động các huyện, thành phố`.
    pub name: String,
    /// Why it is sent there; nothing is said in most lists.
    pub purpose: Option<Purpose>,
    /// Where it stands.
    pub span: Span,
}

/// Who signed, and on whose behalf.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Signer {
    /// Name; several are joined by "; ".
    pub name: Option<String>,
    /// Position: `Phó Chủ tịch`.
    pub position: Option<String>,
    /// On whose behalf: `TM. Ban Thường vụ`.
    pub authority: Option<String>,
}

impl Document {
    /// The zone of a byte of the text.
    pub fn zone(&self, byte: usize) -> Zone {
        let after = self.zones.partition_point(|(start, _)| *start <= byte);
        after.checked_sub(1).map_or(Zone::Body, |index| self.zones[index].1)
    }
}

/// Pieces of the closing part that are looked at.
const CLOSING: usize = 160;

/// False if it is plain that [`parse`] finds no mark of secrecy: a look through the text that needs no lexicon.
pub fn may_be_secret(text: &Text) -> bool {
    // What a comparison key drops, and gaps, may stand between the letters of a mark.
    let dropped = |c: char| is_gap(c) || matches!(c, '\u{AD}' | '\u{200B}'..='\u{200D}' | '\u{FEFF}');
    let text = text.as_str();
    let all = |letter: &'static str| memchr::memmem::find_iter(text.as_bytes(), letter).map(move |at| (at, letter));
    all("Ậ").chain(all("ậ")).any(|(at, letter)| {
        let (before, after) =
            (text[..at].trim_end_matches(dropped), text[at + letter.len()..].trim_start_matches(dropped));
        let Some(before) = before.strip_suffix(['m', 'M']).filter(|_| after.starts_with(['t', 'T'])) else {
            return false;
        };
        // In small letters it is a common word, and a mark behind "độ" alone.
        letter == "Ậ" && text[before.len()..].starts_with('M') || before.trim_end_matches(dropped).ends_with(['ộ', 'Ộ'])
    })
}

/// Reads the paper. Total: what cannot be told is left out. Linear in the text.
pub fn parse(text: &Text, lexicon: &Lexicon) -> Document {
    let mut document = read(text.as_str(), lexicon);
    document.addressees.shrink_to_fit();
    document.recipients.shrink_to_fit();
    document.zones.shrink_to_fit();
    document
}

fn read(text: &str, lexicon: &Lexicon) -> Document {
    let mut header = header::read(text, lexicon);
    if let (None, Some((kind, _)), false) = (&header.number, &header.kind, header.titled) {
        header.number = own::displaced(text, kind, lexicon);
    }
    if let (None, Some((kind, heading)), false) = (&header.number, &header.kind, header.titled)
        && let Some(told) = own::introduced(text, Some(kind), heading.start, lexicon)
    {
        header.number = Some(told.number);
        header.date = header.date.filter(|own| own.date.is_some_and(|date| date.is_full())).or(told.date);
    }
    let mut zones = zones::read(text, &header, lexicon);
    if !header.begun()
        && zones.closing.is_some()
        && let Some(told) = reprint::signed(text, lexicon)
    {
        header = told;
        zones = zones::read(text, &header, lexicon);
    }
    if let Some(article) = article::read(text, &header, zones.closing.is_some()) {
        return of_article(text, &article);
    }
    if !header.begun()
        && let Some(told) = reprint::titled(text, lexicon)
    {
        header = told;
        zones = zones::read(text, &header, lexicon);
    }
    if let Some(found) = issued::closing_date(text, header.date.as_ref(), zones.closing, lexicon) {
        let place = header.date.take().and_then(|date| date.place).or(found.place);
        header.date = Some(issued::OwnDate { place, ..found });
    }
    let closing = closing_pieces(text, zones.closing, lexicon);
    let own = header.number.as_ref();
    let addressees = parties::addressees(text, &header.addressees);
    let recipients = parties::recipients(text, &closing);
    let signer = signature::read(&closing, lexicon);
    let issuer = issuer::find(&issuer::Paper {
        text,
        header: &header,
        signer: signer.as_ref(),
        addressees: &addressees,
        recipients: &recipients,
        preamble: zones.preamble,
        lexicon,
    });
    Document {
        number: own.and_then(|own| own.number.clone()),
        number_span: own.map(|own| own.span),
        blank_symbol: own.and_then(|own| own.blank_symbol.clone()),
        kind: kind(&header, decided(text, zones.preamble.end), lexicon),
        place: header.date.as_ref().and_then(|date| date.place.clone()),
        date: header.date.as_ref().and_then(|date| date.date),
        date_span: header.date.as_ref().map(|date| date.span),
        subject: subject::read(text, &header.subject),
        subject_span: header
            .subject
            .first()
            .zip(header.subject.last())
            .map(|(first, last)| Span::new(first.start, last.end)),
        issuer: issuer.name,
        issuer_from: issuer.from,
        parent_issuer: issuer.parent,
        system: issuer.system,
        level: issuer.level,
        province: issuer.province,
        district: issuer.district,
        commune: issuer.commune,
        addressees,
        recipients,
        signer,
        secrecy: header.secrecy.map(SmolStr::new_static),
        draft: header.draft || own.is_some_and(|own| own.number.is_none()),
        zones: zones.starts,
    }
}

/// The pieces of the closing part, and none of an annex behind it.
fn closing_pieces<'t>(text: &'t str, closing: Option<Span>, lexicon: &Lexicon) -> Vec<lines::Piece<'t>> {
    let Some(closing) = closing else { return Vec::new() };
    lines::Pieces::of(text, closing, false, lexicon).first(CLOSING).to_vec()
}

/// A web article about a document: its heading, and nothing of the document that it reports.
fn of_article(text: &str, article: &article::Article) -> Document {
    let headed = Some(article.heading).filter(|heading| heading.start < heading.end);
    let body = (article.body.min(text.len()), Zone::Body);
    let zones = if headed.is_some() { vec![(0, Zone::Title), body] } else { vec![(0, Zone::Body)] };
    Document {
        kind: Some("Bài viết".into()),
        subject: headed.map(|heading| lines::folded(&text[heading.range()])),
        subject_span: headed,
        zones,
        ..Document::default()
    }
}

/// The kind printed; else the one that the symbol says; else a letter's.
fn kind(header: &header::Header, decided: Option<&'static str>, lexicon: &Lexicon) -> Option<SmolStr> {
    let number = header.number.as_ref();
    let (symbol, organ) = number
        .and_then(|own| match (&own.number, &own.blank_symbol) {
            (Some(number), _) => Some((number.kind.as_deref()?, number.organ.as_deref().unwrap_or_default())),
            (None, Some(blank)) => Some(blank.split_once(['-', '/']).unwrap_or((blank, ""))),
            (None, None) => None,
        })
        .unzip();
    // "2846/CT-TTHT" with V/v and Kính gửi: the office of a letter may begin with the letters of a kind, and then a unit of it
    // stands where the organ would. No office is written in small letters (TTr).
    let letter = header.kind.is_none() && header.addressed && !header.subject.is_empty();
    let unit = |organ: &str| !organ.is_empty() && lexicon.organs.candidates(organ).is_empty();
    let capitals = |symbol: &str| !symbol.contains(char::is_lowercase);
    let symbol = symbol.filter(|symbol| !(letter && capitals(symbol) && organ.is_some_and(unit)));
    let party =
        number.and_then(|own| own.number.as_ref()).is_some_and(|number| number.family == crate::number::Family::Party);
    let system = party.then_some(crate::vocabulary::System::Party);
    let by_symbol =
        symbol.and_then(|symbol| lexicon.kinds.by_abbreviation(symbol, system)).map(|kind| kind.name.clone());
    // "559/TC-LHH", "QUYẾT ĐỊNH", "Điều 1": what the grounds end in says more than letters that may be an office's.
    let decided = decided.filter(|_| !matches!(by_symbol.as_deref(), Some("Quyết định" | "Nghị quyết")));
    let consolidated = by_symbol.as_deref() == Some("Văn bản hợp nhất");
    let printed = header.kind.as_ref().map(|(kind, _)| kind.clone()).filter(|_| !consolidated);
    let letter = (header.addressed || number.is_some() || !header.subject.is_empty()).then(|| "Công văn".into());
    printed.or(decided.map(SmolStr::new_static)).or(by_symbol).or(letter)
}

/// "QUYẾT ĐỊNH:" or "QUYẾT NGHỊ" right above "Điều 1", where the body begins: what a paper is whose heading was lost.
fn decided(text: &str, body: usize) -> Option<&'static str> {
    /// Bytes between the two at most.
    const NEAR: usize = 60;
    let from = text.floor_char_boundary(body.saturating_sub(NEAR));
    let to = text.floor_char_boundary((body + NEAR).min(text.len()));
    let article = from + text[from..to].find("\nĐiều 1")?;
    let above = &text[from..article];
    if text[article + "\nĐiều 1".len()..].starts_with(|c: char| c.is_ascii_digit()) {
        return None;
    }
    // The word may be broken in two.
    let lines: Vec<&str> = above.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
    [1, 2]
        .into_iter()
        .filter(|count| *count <= lines.len())
        .find_map(|count| {
            let said = lines[lines.len() - count..].join(" ");
            let said = said.trim_matches(|c: char| is_gap(c) || matches!(c, ':' | '.'));
            let word = if class::is_capitals(said) { fold(said) } else { String::new() };
            [("quyết định", "Quyết định"), ("quyết nghị", "Nghị quyết")].into_iter().find(|(known, _)| word == *known)
        })
        .map(|(_, kind)| kind)
}
