//! The letterhead: which pieces at the top of a paper are its number, date, organs, kind, subject and addressees.
//!
//! [`read`] walks over as many pieces of the first page as the letterhead takes, and over those below the furniture of a web
//! page where that was taken for one; where there is no letterhead, the form of a portal or a heading may tell what one would.

use super::form;
use super::issued::OwnDate;
use super::lines::Pieces;
use super::own::{OwnNumber, behind_introduction, introduced, without_heading};
use super::reprint;
use super::top;
use super::walk::walk;
use crate::lexicon::Lexicon;
use crate::text::Span;

/// Pieces of the first page that are looked at, those that nearly every letterhead ends in, and those in which one with title
/// and number does.
const WINDOW: usize = 140;
const USUAL: usize = 32;
const FEW: usize = 24;

/// Pieces behind its end that the walk looks at, at most.
const AHEAD: usize = 12;

/// What the top of the paper holds; spans are in the order of reading.
#[derive(Debug, Default)]
pub(super) struct Header {
    pub(super) number: Option<OwnNumber>,
    pub(super) date: Option<OwnDate>,
    /// The kind as the lexicon names it, and its line.
    pub(super) kind: Option<(smol_str::SmolStr, Span)>,
    /// The lines of organs above the kind.
    pub(super) organs: Vec<Span>,
    /// The lines of the organ that decides, between the subject and the grounds.
    pub(super) decides: Vec<Span>,
    /// The lines of the subject.
    pub(super) subject: Vec<Span>,
    /// The lines of the addressees, without `Kính gửi`.
    pub(super) addressees: Vec<Span>,
    pub(super) secrecy: Option<&'static str>,
    pub(super) draft: bool,
    /// The motto or the party's title is there.
    pub(super) titled: bool,
    /// The party's title is there.
    pub(super) party: bool,
    /// The youth union's title is there.
    pub(super) youth: bool,
    /// `Kính gửi` is there.
    pub(super) addressed: bool,
    /// Where the text proper begins.
    pub(super) end: usize,
}

impl Header {
    /// Something that only a letterhead has was seen.
    pub(super) fn begun(&self) -> bool {
        self.titled || self.number.is_some() || self.date.is_some() || self.kind.is_some() || self.addressed
    }
}

/// Reads the letterhead of a text.
pub(super) fn read(text: &str, lexicon: &Lexicon) -> Header {
    let page = Span::new(0, text.len());
    let mut page = Pieces::of(text, page, true, lexicon);
    let (mut pieces, mut header) = Default::default();
    for most in [FEW, USUAL, WINDOW] {
        pieces = page.first(most);
        header = walk(text, pieces, lexicon);
        // The walk looks a few pieces ahead of where it ends.
        let ended = pieces.get(most - AHEAD).is_none_or(|piece| header.end < piece.span.start);
        let told = header.titled && header.number.is_some();
        if pieces.len() < most || ended && (told || most > FEW && !header.titled && !top::is_titled(text)) {
            break;
        }
    }
    // The letterhead may stand below the menus of a web page, where these were taken for one.
    let top = top::below_page(pieces, &header);
    let header = top.map_or(header, |at| walk(text, &pieces[at..], lexicon));
    if let Some((told, form)) = if header.titled { None } else { form::read(pieces, lexicon) } {
        // Below the text the form tells the same, and the text begins above it.
        let below = top::first_sentence(&pieces[..form.start]);
        let end = below.unwrap_or_else(|| pieces.get(form.end).map_or(text.len(), |piece| piece.span.start));
        let own = if below.is_some() { header } else { walk(text, &pieces[form.end..], lexicon) };
        return form::complete(own, Header { end, ..told });
    }
    // "Toàn văn như sau:" / "CHƯƠNG TRÌNH": below what a page says of the paper.
    let below = if header.titled || header.kind.is_some() { None } else { behind_introduction(pieces) };
    let below = below.map(|at| walk(text, &pieces[at..], lexicon)).filter(|below| below.kind.is_some());
    if let Some(below) = below {
        return below;
    }
    let unheaded = if header.titled || header.number.is_some() { None } else { without_heading(pieces) };
    if let Some(end) = unheaded.map(|at| pieces[at].span.start)
        && let Some(told) = introduced(text, header.kind.as_ref().map(|(kind, _)| kind.as_str()), end, lexicon)
    {
        let kind = header.kind.or(Some((told.kind, told.number.span)));
        let subject = header.subject;
        return Header { number: Some(told.number), date: told.date, kind, subject, end, ..Header::default() };
    }
    let reprinted = if header.begun() { None } else { reprint::read(text, pieces, lexicon) };
    let alone = reprinted.is_none() && !header.titled && header.number.is_none() && header.date.is_none();
    let reprinted = if alone { reprint::bracketed(text, pieces, lexicon) } else { reprinted };
    reprinted.unwrap_or(header)
}
