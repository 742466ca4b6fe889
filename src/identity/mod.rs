//! What makes two mentions the same document: organ with its territory, kind, number with suffix, and numbering period.
//!
//! [`of_document`] and [`of_mention`] turn what a paper says of itself or of another into an [`Identity`]; when all four
//! parts are told it has a [`Key`], whose text is the document's id in every output. A key is worked out from the paper,
//! the citation and the lexicon alone, so no id ever depends on what else is held. Documents without a number are named in
//! [`named`]. Which document an incomplete identity means is decided in `reference`. The tables are in docs/identity.md.

mod home;
mod joint;
mod memo;
pub mod named;
mod period;
mod series;
mod units;

pub use home::home;
pub use memo::{Memo, Part, Parts};
pub use period::{Period, ReadFrom};
pub use series::{Said, Series, Told, ToldBy, series};

use crate::date::PartialDate;
use crate::document::Document;
use crate::lexicon::{Home, Lexicon};
use crate::mention::Mention;
use crate::number::{Family, Number};
use crate::text::fold::{fold, slug};
use crate::vocabulary::{Level, System};
use sha2::{Digest, Sha256};
use std::fmt::{self, Write};
use std::sync::Arc;

/// The full identity of a document; its text is the id.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Key(Arc<str>);

impl Key {
    /// A key with this text.
    pub fn new(id: &str) -> Self {
        Self(id.into())
    }

    /// The id.
    pub fn id(&self) -> &str {
        &self.0
    }

    /// The key of a regulation, plan or programme that this document issues: `ttg/qd/52/2016#quy-che-…`.
    pub fn issued(&self, name: &str) -> Self {
        Self(format!("{}#{}", self.0, named::short_slug(named::without_time_frame(name))).into())
    }
}

impl fmt::Display for Key {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// What is told of a numbered document. Each part that is missing leaves several documents possible.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Identity {
    /// Count without leading zeros, with suffix and decimals: `7b`.
    pub count: Option<Part>,
    /// Symbol of the organ as a part of an id, drafting units left out: `tw`. Nothing for a bare number.
    pub symbol: Option<Part>,
    /// What else is told.
    pub traits: Traits,
}

/// What is told of a document besides count and symbol.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Traits {
    /// Kind as a part of an id: `ct`.
    pub kind: Option<Part>,
    /// Whose series it is.
    pub series: Option<Arc<Series>>,
    /// Level of the issuing organ, also where its territory stays open.
    pub level: Option<Level>,
    /// The numbering period.
    pub period: Option<Period>,
    /// The date as stated.
    pub date: Option<PartialDate>,
}

impl Identity {
    /// The key, if every part is told.
    pub fn key(&self) -> Option<Key> {
        let Traits { kind, series, period, .. } = &self.traits;
        let (count, kind) = (self.count.as_deref()?, kind.as_deref()?);
        let (series, period) = (series.as_ref()?, period.as_ref()?);
        let mut id = String::with_capacity(series.path.len() + 32);
        for part in [&series.path, "/", kind, "/"] {
            id.push_str(part);
        }
        push_count(&mut id, count);
        write!(id, "/{period}").expect("a text takes any text");
        Some(Key(id.into()))
    }

    /// True if both can be the same document: no part that both tell differs.
    pub fn agrees_with(&self, other: &Self) -> bool {
        let told = |identity: &Self| identity.traits.series.is_some();
        let same_symbol = || told(self) && told(other) || equal(&self.symbol, &other.symbol);
        self.count == other.count && self.traits.agree_with(&other.traits) && same_symbol()
    }
}

impl Traits {
    /// True if two documents of one count and symbol can be the same: nothing that is told of both differs.
    pub fn agree_with(&self, other: &Self) -> bool {
        let same_organ = || match (&self.series, &other.series) {
            (Some(a), Some(b)) => Arc::ptr_eq(a, b) || a.path == b.path,
            _ => equal(&self.level, &other.level),
        };
        let same_day = || match (self.date, other.date) {
            (Some(a), Some(b)) => a.agrees_with(b),
            _ => true,
        };
        same_day() && equal(&self.period, &other.period) && equal(&self.kind, &other.kind) && same_organ()
    }
}

fn equal<T: PartialEq>(a: &Option<T>, b: &Option<T>) -> bool {
    matches!((a, b), (Some(a), Some(b)) if a == b) || a.is_none() || b.is_none()
}

/// What is said of a numbered document, wherever it is said.
#[derive(Clone, Copy, Debug)]
pub struct Claim<'a> {
    /// Number and symbol.
    pub number: &'a Number,
    /// Name of the kind.
    pub kind: Option<&'a str>,
    /// The issuer as written or completed.
    pub issuer: Option<&'a str>,
    /// The date.
    pub date: Option<PartialDate>,
    /// The term as written.
    pub term: Option<&'a str>,
}

/// The identity that a claim gives in a document whose territory is `home`, and what told its parts:
/// `number+symbol+issuer+date`.
pub fn identify(memo: &mut Memo<'_>, claim: Claim<'_>, home: &Home) -> (Identity, &'static str) {
    let number = claim.number;
    let (issuer, term_of_issuer) = claim.issuer.map_or((None, None), without_term);
    let term = claim.term.or(term_of_issuer);
    let date = claim.date.or_else(|| number.year.and_then(PartialDate::year));
    let told = series(memo, Said { number: Some(number), issuer, date }, home);
    let found = told.series.as_deref();
    let period = found.and_then(|series| period::period(memo, series, number, claim.date, term));
    let kind = kind_code(memo, number, claim.kind, found);
    let (period, read_from) = period.unzip();
    let rule = rule(number.organ.is_some(), told.by, read_from);
    let identity = Identity {
        count: Some(memo.parts.text(&number.count)),
        symbol: number.organ.as_deref().map(|organ| symbol_code(memo, organ)),
        traits: Traits { kind, series: told.series, level: told.level, period, date: claim.date },
    };
    (identity, rule)
}

/// The name of the rule by which these parts fix a key.
fn rule(symbol: bool, told: Option<ToldBy>, read: Option<ReadFrom>) -> &'static str {
    use {ReadFrom::*, ToldBy::*};
    match (symbol, told, read) {
        (true, Some(Issuer), Some(Date)) => "number+symbol+issuer+date",
        (true, Some(Issuer), Some(Term)) => "number+symbol+issuer+term",
        (true, Some(Issuer), _) => "number+symbol+issuer",
        (true, Some(Home), Some(Date)) => "number+symbol+home+date",
        (true, Some(Home), Some(Term)) => "number+symbol+home+term",
        (true, Some(Home), _) => "number+symbol+home",
        (true, _, Some(Date)) => "number+symbol+date",
        (true, _, Some(Term)) => "number+symbol+term",
        (true, ..) => "number+symbol",
        (false, Some(_), Some(Date)) => "number+issuer+date",
        (false, Some(_), Some(Term)) => "number+issuer+term",
        (false, ..) => "number",
    }
}

impl<'a> Claim<'a> {
    /// What a mention says, if it has a number.
    pub fn of(mention: &'a Mention) -> Option<Self> {
        Some(Self {
            number: mention.number.as_ref()?,
            kind: mention.kind.as_deref(),
            issuer: mention.issuer.as_deref().or(mention.issuer_full.as_deref()),
            date: mention.day(),
            term: mention.term.as_deref(),
        })
    }
}

/// The identity of a mentioned document, and what told its parts.
pub fn of_mention(memo: &mut Memo<'_>, mention: &Mention, home: &Home) -> Option<(Identity, &'static str)> {
    Some(identify(memo, Claim::of(mention)?, home))
}

/// A held paper's own identity and key. The key is always there: where the paper does not tell its identity, it is made of
/// what it does tell and of its content, and no citation can reach it.
pub fn of_document(memo: &mut Memo<'_>, document: &Document, home: &Home, fingerprint: &[u8; 32]) -> (Identity, Key) {
    // A law before 1997 bears the number of the order that promulgated it, as others do; its title tells it.
    let order = document.number.as_ref().is_some_and(|number| named::is_order(&number.text));
    if order && let Some(key) = named::of_document(memo, document, home) {
        return (Identity::default(), key);
    }
    if let Some(number) = &document.number {
        let claim = Claim {
            number,
            kind: document.kind.as_deref(),
            issuer: document.issuer.as_deref(),
            date: document.date,
            term: None,
        };
        let (mut identity, _) = identify(memo, claim, home);
        let traits = &mut identity.traits;
        if traits.period.is_none() && traits.series.as_ref().is_some_and(|series| keeps_dates(series)) {
            // "745/LĐLĐ, ngày   tháng 8 năm 2021": as much of the date as the paper has.
            traits.period = document.date.map(Period::Date);
        }
        let undated_draft = document.draft && !document.date.is_some_and(|date| date.is_full());
        if let Some(key) = identity.key().filter(|_| !undated_draft) {
            return (identity, key);
        }
        let key = loose(&identity, document, fingerprint);
        return (identity, key);
    }
    if let Some(key) = named::of_document(memo, document, home) {
        return (Identity::default(), key);
    }
    let told = series(memo, Said { number: None, issuer: document.issuer.as_deref(), date: document.date }, home);
    let kind = document.kind.as_deref().map(|kind| kind_of_name(memo, kind));
    let traits = Traits { kind, series: told.series, date: document.date, ..Traits::default() };
    let identity = Identity { traits, ..Identity::default() };
    let key = unnumbered(&identity, document, fingerprint);
    (identity, key)
}

/// Systems whose numbers are told apart by their dates.
fn keeps_dates(series: &Series) -> bool {
    !matches!(series.system, Some(System::State | System::Party | System::Youth | System::Farmers | System::Women))
}

/// `lao-cai/ldld/cv/khong-so/2021/trien-khai-nhiem-vu-…`: a paper whose number is blank, by organ, kind, date and subject.
fn unnumbered(identity: &Identity, document: &Document, fingerprint: &[u8; 32]) -> Key {
    match (&identity.traits.series, &identity.traits.kind, &document.subject, document.date) {
        (Some(series), Some(kind), Some(subject), Some(date)) => {
            let subject = if document.secrecy.is_some() { digest(subject) } else { named::short_slug(subject) };
            Key(format!("{}/{kind}/khong-so/{date}/{subject}", series.path).into())
        }
        _ => loose(identity, document, fingerprint),
    }
}

/// A paper that cannot be told from others by what it says: its content tells.
fn loose(identity: &Identity, document: &Document, fingerprint: &[u8; 32]) -> Key {
    let content: String = fingerprint[..4].iter().map(|byte| format!("{byte:02x}")).collect();
    if document.kind.as_deref() == Some("Bài viết") {
        let title = document.subject.as_deref().filter(|_| document.secrecy.is_none()).map(named::short_slug);
        return Key(format!("bai-viet/{}{content}", title.map_or_else(String::new, |t| format!("{t}/"))).into());
    }
    let traits = &identity.traits;
    let organ = traits.series.as_ref().map(|series| series.path.as_str()).or(identity.symbol.as_deref());
    let date = traits.date.map(|date| date.to_string());
    let count = identity.count.as_deref().map(|count| {
        let mut padded = String::new();
        push_count(&mut padded, count);
        padded
    });
    let parts = [
        organ.unwrap_or("khong-ro"),
        traits.kind.as_deref().unwrap_or("van-ban"),
        count.as_deref().unwrap_or("khong-so"),
        date.as_deref().unwrap_or("khong-ngay"),
        &content,
    ];
    Key(parts.join("/").into())
}

/// Eight hexadecimal digits of the words, spelling folded.
pub(crate) fn digest(words: &str) -> String {
    Sha256::digest(fold(words).as_bytes())[..4].iter().map(|byte| format!("{byte:02x}")).collect()
}

/// Numbers below 10 are written with a zero: `07`, `07b`.
fn push_count(id: &mut String, count: &str) {
    let digits = count.bytes().take_while(u8::is_ascii_digit).count();
    if digits < 2 {
        id.push('0');
    }
    for c in count.chars() {
        if c == 'đ' { id.push_str("dd") } else { id.push(c) }
    }
}

/// "Ban Bí thư Trung ương (khóa XII)" without the term, and the term.
fn without_term(issuer: &str) -> (Option<&str>, Option<&str>) {
    let bytes = issuer.as_bytes();
    if !memchr::memchr_iter(b'h', bytes).any(|at| matches!(bytes.get(at + 1), Some(b'o' | 0xC3))) {
        return (Some(issuer), None);
    }
    for mark in ["khóa", "khoá", "Khóa", "Khoá"] {
        if let Some(at) = issuer.rfind(mark) {
            let organ = issuer[..at].trim_end_matches(|c: char| c.is_whitespace() || matches!(c, '(' | ','));
            if !organ.is_empty() {
                return (Some(organ), Some(&issuer[at..]));
            }
        }
    }
    (Some(issuer), None)
}

/// The kind as a part of an id. The symbol counts before the word: a regulation numbered QĐ stands in the series QĐ.
fn kind_code(memo: &mut Memo<'_>, number: &Number, kind: Option<&str>, series: Option<&Series>) -> Option<Part> {
    let legislature = number.organ.as_deref().and_then(period::assembly).is_some()
        || series.is_some_and(|series| matches!(series.path.as_str(), "qh" | "ubtvqh"));
    if contradicts(memo, number, kind) {
        return None;
    }
    if let Some(first) = number.kind.as_deref() {
        let by_organ = series.is_some_and(|series| is_ministry(first, number, series));
        let Some(symbol) = kind_behind_organ(memo, number, by_organ).or(Some(first).filter(|_| !by_organ)) else {
            return kind.map(|kind| kind_of_name(memo, kind));
        };
        if matches!(symbol, "LCT" | "L") && (legislature || number.organ.as_deref() == Some("CTN")) {
            return Some(abbreviation_code(memo, "luat"));
        }
        // "Thông tư liên Bộ số 12/TT-LB" is not in the series of the ministry that leads.
        if number.organ.as_deref() == Some("LB") {
            return Some(memo.parts.text(&format!("{}lb", slug(symbol))));
        }
        // Resolutions numbered NQ-QH15 and NN/YYYY/QH15 are two series.
        let joint = symbol.ends_with("LT");
        return Some(if legislature && number.year.is_none() && symbol != "PL" && !joint {
            memo.parts.text(&format!("{}-ca-biet", slug(symbol)))
        } else if symbol == "DA" && kind == Some("Đề án") {
            kind_of_name(memo, "Đề án")
        } else {
            abbreviation_code(memo, symbol)
        });
    }
    match kind {
        Some("Luật" | "Bộ luật") => Some(abbreviation_code(memo, "luat")),
        Some(kind) => Some(kind_of_name(memo, kind)),
        None if number.family == Family::State && number.organ.is_some() && !legislature => {
            Some(kind_of_name(memo, "Công văn"))
        }
        None => None,
    }
}

/// "Nghị quyết số 13/NĐ-CP": the word is that of one sort of act and the symbol of another. Which of the two is the slip, nobody
/// can tell.
fn contradicts(memo: &mut Memo<'_>, number: &Number, kind: Option<&str>) -> bool {
    const ACTS: [&str; 6] = ["Nghị quyết", "Nghị định", "Quyết định", "Thông tư", "Chỉ thị", "Pháp lệnh"];
    let Some(stated) = kind.filter(|kind| ACTS.contains(kind)) else { return false };
    let Some(symbol) = number.kind.as_deref().filter(|_| number.family != Family::Old) else { return false };
    // CT may be Chủ tịch and Cục Thuế as well. Nearly always word and symbol agree.
    if number.organ.is_none() || symbol == "CT" || abbreviation_code(memo, symbol) == kind_of_name(memo, stated) {
        return false;
    }
    let meant = memo.lexicon.kinds.alternatives(symbol, None);
    let other = |name: &str| ACTS.contains(&name) && name != stated;
    !meant.is_empty() && meant.iter().all(|kind| other(&kind.name))
}

/// The kind of the old form that names the organ first: QĐ in "19-TC/QĐ/CĐKT", where TC is the Ministry of Finance.
fn kind_behind_organ<'n>(memo: &Memo<'_>, number: &'n Number, by_organ: bool) -> Option<&'n str> {
    let known = |written: &str| memo.lexicon.kinds.by_abbreviation(written, None).is_some();
    let (second, _) = number.organ.as_deref()?.split_once(['/', '-'])?;
    ((by_organ || !known(number.kind.as_deref()?)) && known(second)).then_some(second)
}

/// True if the ministry's letters stand where the kind does, TC of "Bộ Tài chính": they are a kind's too by chance (Thông
/// cáo). In "CT-BCT" the ministry is named behind it.
fn is_ministry(symbol: &str, number: &Number, series: &Series) -> bool {
    let Some(name) = series.issuer.as_deref().and_then(|issuer| issuer.strip_prefix("Bộ ")) else { return false };
    let initials: String =
        name.split_whitespace().flat_map(|word| word.chars().next()).flat_map(char::to_uppercase).collect();
    let behind = number.organ.as_deref().unwrap_or_default().split(['-', '/']).next();
    symbol == initials && behind.and_then(|behind| behind.strip_prefix('B')) != Some(symbol)
}

fn abbreviation_code(memo: &mut Memo<'_>, symbol: &str) -> Part {
    if let Some(known) = memo.kinds.get(symbol) {
        return known.clone();
    }
    // Without its marks a project would be a scheme (ĐA), and a contract a guideline (HD).
    let code = match symbol {
        "DA" => kind_of_name(memo, "Dự án"),
        "HĐ" => kind_of_name(memo, "Hợp đồng"),
        _ => memo.parts.text(&slug(symbol)),
    };
    memo.kinds.insert(symbol.to_string(), code.clone());
    code
}

/// The kind's part of an id from its name: its abbreviation, or the name itself.
pub(crate) fn kind_of_name(memo: &mut Memo<'_>, kind: &str) -> Part {
    if let Some(known) = memo.kinds.get(kind) {
        return known.clone();
    }
    let row = || memo.lexicon.kinds.by_name(kind).and_then(|kind| kind.abbreviations.first());
    let code = match kind {
        "Công văn" => "cv",
        // Both are written QĐ and share a series.
        "Quy định" | "Quyết định" => "qd",
        "Dự án" => "du-an",
        "Hợp đồng" => "hop-dong",
        _ => &slug(row().map_or(kind, String::as_str)),
    };
    let code = memo.parts.text(code);
    memo.kinds.insert(kind.to_string(), code.clone());
    code
}

/// The organ's symbol as a part of an id, without drafting units, TƯ as TW.
fn symbol_code(memo: &mut Memo<'_>, organ: &str) -> Part {
    if let Some(known) = memo.symbols.get(organ) {
        return known.clone();
    }
    let code = slug(&without_units(organ, memo.lexicon).replace("T.Ư", "TW").replace("TƯ", "TW"));
    let code = memo.parts.text(&code);
    memo.symbols.insert(organ.to_string(), code.clone());
    code
}

/// The shortest beginning of a symbol that names the same organs: `UBND` of `UBND-KGVX`. A symbol that the lexicon does
/// not know stays whole.
fn without_units<'s>(symbol: &'s str, lexicon: &Lexicon) -> &'s str {
    let bearers =
        |symbol: &str| lexicon.organs.candidates(symbol).iter().map(|organ| organ.id.clone()).collect::<Vec<_>>();
    let whole = bearers(symbol);
    let mut best = symbol;
    while let Some(end) = best.rfind(['-', '/']).filter(|_| !whole.is_empty()) {
        if bearers(&best[..end]) != whole {
            break;
        }
        best = &best[..end];
    }
    best
}
