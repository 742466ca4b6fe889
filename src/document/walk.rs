//! The walk over the pieces of a first page: which are its number, date, organs, kind, subject and addressees.
//!
//! Pieces are taken by what they say, so that columns read one after the other, line by line or mixed give the same. It stops
//! at the first sentence of the text proper; whatever stands behind is a citation.

use super::class::{Class, after_to, is_basis, is_capitals, secrecy};
use super::header::Header;
use super::issued::{OwnDate, own_date};
use super::lines::{Piece, head, tokens};
use super::organs::{begins_organ, ends_organ, goes_on_with_act, is_organ};
use super::own::{is_heading, kind_before, number_behind, own_number, title_behind};
use super::subject::{
    decider, decider_behind, heads_letter, is_open, is_sentence, names_term, names_unit, of_whom, opens_title,
};
use super::top;
use crate::lexicon::Lexicon;
use crate::text::fold::fold;
use crate::text::{Span, is_gap};

mod words;

/// Longest line that may name an organ, in bytes.
const LONGEST_NAME: usize = 600;

/// What the next line of words belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Part {
    Letterhead,
    Subject,
    Addressees,
    Decides,
}

/// A walk over the pieces.
struct Walk<'a, 't> {
    text: &'t str,
    pieces: &'a [Piece<'t>],
    lexicon: &'a Lexicon,
    header: Header,
    part: Part,
    /// Another line of the letterhead lies between the last line of this part and the next.
    interrupted: bool,
    /// Ends of pieces that were read with an earlier one: a symbol or a date that was cut.
    taken: Vec<usize>,
    /// `Luật số: …` before the kind.
    kind_number: Option<usize>,
    /// A subject that a page title gives: `Về việc …` before everything else.
    page_title: Vec<Span>,
}

/// Walks over the pieces of a first page up to the first sentence of the text proper.
pub(super) fn walk(text: &str, pieces: &[Piece<'_>], lexicon: &Lexicon) -> Header {
    let walk = Walk {
        text,
        pieces: super::copied::original(super::stamp::behind(pieces), lexicon),
        lexicon,
        header: Header::default(),
        part: Part::Letterhead,
        interrupted: false,
        taken: Vec::new(),
        kind_number: None,
        page_title: Vec::new(),
    };
    walk.run()
}

impl<'t> Walk<'_, 't> {
    fn run(mut self) -> Header {
        let mut last = 0;
        let stop = (0..self.pieces.len()).find(|&at| {
            let goes_on = self.step(at);
            if goes_on {
                last = self.pieces[at].span.end;
            }
            !goes_on
        });
        self.header.end = stop.map_or(last, |at| self.pieces[at].span.start);
        if !self.header.begun() {
            // No letterhead at all: the text begins with its first sentence.
            self.header.end = self.header.end.min(top::first_sentence(self.pieces).unwrap_or(usize::MAX));
        }
        if let Some(at) = self.kind_number.filter(|_| self.header.number.is_none()) {
            self.header.number =
                own_number(self.pieces, at, self.lexicon).filter(|own| is_heading(&self.pieces[at], own));
            // Judgments print no other heading: "Bản án số: 7/2031/HS-ST".
            if self.header.kind.is_none() && self.header.number.is_some() {
                self.header.kind = kind_before(&self.pieces[at], self.lexicon);
            }
        }
        if self.header.number.is_none() && self.header.titled {
            self.header.number = stop.and_then(|stop| number_behind(self.pieces, stop, self.lexicon));
        }
        if self.header.subject.is_empty() && self.header.kind.is_none() {
            self.header.subject = std::mem::take(&mut self.page_title);
        }
        self.header
    }

    /// Takes the piece; false where the text proper begins.
    fn step(&mut self, at: usize) -> bool {
        let piece = self.pieces[at];
        if self.taken.contains(&piece.span.end) {
            return true;
        }
        match piece.class {
            Class::Motto | Class::PartyTitle => self.title(at),
            Class::Number | Class::KindNumber => return self.number(at),
            Class::PlaceDate => return self.date(at),
            Class::Secrecy => {
                self.header.secrecy = self.header.secrecy.or_else(|| secrecy(piece.words));
            }
            Class::Draft => self.header.draft = true,
            Class::Urgency | Class::Copy | Class::Attached | Class::Symbol => {}
            Class::Furniture => return true,
            Class::Recipients | Class::Decides => return false,
            Class::Kind => return self.kind(&piece),
            Class::About => return self.about(&piece),
            Class::To => return self.to(&piece),
            Class::Ground => return self.ground(at),
            Class::Section => return self.section(&piece),
            Class::Capitals => return self.capitals(at),
            Class::Text => return self.words(at),
        }
        self.interrupted = true;
        true
    }

    /// A line of the motto or of the party's title.
    fn title(&mut self, at: usize) {
        let piece = self.pieces[at];
        let key = fold(piece.words);
        // "BẢO HIỂM XÃ HỘI" / "VIỆT NAM": the name of the organ above goes on.
        let above = at.checked_sub(1).filter(|_| !piece.apart).map(|above| self.pieces[above].span);
        let header = &mut self.header;
        if key == "việt nam" && above.is_some() && header.organs.last().copied() == above {
            return header.organs.push(piece.span);
        }
        if key == "cộng sản việt nam" {
            // "ĐẢNG" / "CỘNG SẢN VIỆT NAM"
            header.organs.pop_if(|last| fold(&self.text[last.range()]) == "đảng");
        }
        header.titled = true;
        let party = piece.class == Class::PartyTitle;
        let youth = key.contains("tncs") || key.starts_with("đội ");
        header.party |= party && !youth;
        header.youth |= party && youth;
    }

    fn number(&mut self, at: usize) -> bool {
        let piece = self.pieces[at];
        if piece.heading {
            return true;
        }
        if self.part == Part::Subject && !piece.apart && !self.interrupted && self.header.kind.is_some() {
            // "CHƯƠNG TRÌNH PHỐI HỢP" / "Số: 1122/CTr-BHXH": the number stands below the kind.
            let own = self.header.subject.is_empty() && self.header.number.is_none();
            if !own || own_number(self.pieces, at, self.lexicon).is_none_or(|own| own.number.is_none()) {
                // "… Quyết định" / "Số 12/QĐ-UBND": the subject goes on.
                return self.extend_subject(&piece);
            }
        }
        let above = at.checked_sub(1).map(|at| &self.pieces[at]).filter(|_| self.part == Part::Letterhead);
        let organ = above.filter(|above| self.header.organs.last() == Some(&above.span));
        if organ.is_some_and(|organ| goes_on_with_act(organ.words, &piece, self.lexicon)) {
            // "ĐOÀN KIỂM TRA THEO" / "QUYẾT ĐỊNH SỐ 7-QĐ/ĐU": the organ's name goes on.
            self.header.organs.push(piece.span);
            return true;
        }
        if piece.class == Class::KindNumber {
            let first = self.header.kind.is_none() && self.kind_number.is_none() && self.part == Part::Letterhead;
            self.kind_number = self.kind_number.or(first.then_some(at));
        } else if self.header.number.is_none() {
            self.header.number = own_number(self.pieces, at, self.lexicon);
            self.taken.extend(self.header.number.as_ref().map(|own| own.span.end).filter(|end| *end != piece.span.end));
        }
        self.interrupted = true;
        true
    }

    fn date(&mut self, at: usize) -> bool {
        let piece = self.pieces[at];
        let goes_on =
            piece.words.starts_with('n') && !piece.apart && !self.interrupted && !self.header.subject.is_empty();
        if self.part == Part::Subject && goes_on {
            // "… Quyết định số 1/QĐ-TTg" / "ngày 5 tháng 9 năm 2016": the subject goes on.
            return self.extend_subject(&piece);
        }
        let read = own_date(self.pieces, at, self.lexicon);
        let better = |old: &OwnDate, new: &OwnDate| old.place.is_none() && new.place.is_some();
        if let Some(read) = read {
            self.taken.push(read.span.end);
            let alone = read.place.is_none()
                && !self.header.titled
                && self.header.number.is_none()
                && self.kind_number.is_none();
            if !alone && self.header.date.as_ref().is_none_or(|old| better(old, &read)) {
                self.header.date = Some(read);
            }
        }
        self.interrupted = true;
        true
    }

    fn kind(&mut self, piece: &Piece<'t>) -> bool {
        let capitals = is_capitals(piece.words);
        if self.header.kind.is_some() {
            // A second kind line opens the decision, or is a subject's last word: "… THỰC HIỆN" / "NGHỊ QUYẾT CỦA TỈNH ỦY".
            let goes_on = !capitals || piece.words.contains(" CỦA ");
            return goes_on && self.part == Part::Subject && self.extend_subject(piece);
        }
        let heads = piece.apart && (piece.heading || self.header.begun());
        if !capitals && (!heads || self.part == Part::Addressees) {
            return self.header.begun();
        }
        let words = piece.words.split_once(" (").map_or(piece.words, |(kind, _)| kind);
        let said = self.lexicon.heading(words.trim_matches(|c: char| is_gap(c) || matches!(c, ':' | '.')));
        self.header.kind = said.map(|(kind, _)| (kind.into(), piece.span));
        self.header.subject.clear();
        self.part = Part::Subject;
        self.interrupted = false;
        // "BẢN GIAO ƯỚC THI ĐUA NĂM 2024": the rest of the line is the subject, or says who decides.
        let rest = said.and_then(|(_, count)| tokens(piece.words).nth(count));
        if let Some((at, _)) = rest.filter(|(_, word)| capitals && !word.starts_with('(')) {
            let rest = Span::new(piece.span.start + at, piece.span.end);
            match decider_behind(&self.text[rest.range()]) {
                Some(of) => self.header.decides.push(Span::new(rest.start + of, rest.end)),
                None => self.header.subject.push(rest),
            }
        }
        true
    }

    fn about(&mut self, piece: &Piece<'t>) -> bool {
        let is_abbreviated = fold(piece.words).starts_with("v/");
        if self.header.kind.is_some() && self.part != Part::Subject && !is_abbreviated {
            return false;
        }
        if self.header.kind.is_some() && !self.header.subject.is_empty() {
            return self.part == Part::Subject && self.extend_subject(piece);
        }
        if piece.heading || !is_abbreviated && !self.header.begun() && self.header.organs.is_empty() {
            self.page_title = vec![piece.span];
            return true;
        }
        self.begin_subject(piece.span);
        true
    }

    fn to(&mut self, piece: &Piece<'t>) -> bool {
        self.header.addressed = true;
        self.part = Part::Addressees;
        self.interrupted = false;
        let key = fold(head(piece.words, 16));
        if ["kính", "kinh", "đồng kính"].iter().any(|word| key.starts_with(word)) {
            let rest = piece.words.find(['i', 'I']).map_or(piece.words.len(), |_| after_to(piece.words));
            let span = Span::new(piece.span.start + rest, piece.span.end);
            if self.text[span.range()].contains(char::is_alphabetic) {
                self.header.addressees.push(span);
            }
        } else {
            self.header.decides.push(piece.span);
        }
        true
    }

    fn ground(&mut self, at: usize) -> bool {
        let piece = self.pieces[at];
        let small = piece.words.starts_with(char::is_lowercase);
        let basis = is_basis(piece.words);
        match self.part {
            Part::Subject if small || self.header.subject.is_empty() && !basis && !is_sentence(&self.pieces[at..]) => {
                self.extend_subject(&piece)
            }
            Part::Subject if !basis && !piece.apart && !self.header.addressed && self.header.kind.is_none() => {
                self.extend_subject(&piece)
            }
            Part::Addressees if small && !piece.apart => self.addressee(&piece),
            Part::Letterhead if self.heads_letter(at) => self.about(&piece),
            Part::Letterhead => piece.heading || !self.header.begun() && piece.words.len() < 120,
            _ => false,
        }
    }

    /// The subject of a letter without "V/v".
    fn heads_letter(&self, at: usize) -> bool {
        let number = self.header.number.as_ref().and_then(|own| own.number.as_ref());
        let letter = number.is_some_and(|number| number.kind.as_deref() == Some("CV"));
        letter && self.header.subject.is_empty() && self.header.kind.is_none() && heads_letter(self.pieces, at)
    }

    fn section(&mut self, piece: &Piece<'t>) -> bool {
        match self.part {
            Part::Addressees if self.header.addressees.is_empty() || piece.words.ends_with(';') => {
                self.addressee(piece)
            }
            _ => !self.header.begun(),
        }
    }

    fn capitals(&mut self, at: usize) -> bool {
        let piece = self.pieces[at];
        if piece.words.len() > LONGEST_NAME && (self.part != Part::Subject || self.header.kind.is_none()) {
            return self.part == Part::Letterhead && !self.header.begun();
        }
        let number = self.kind_number.filter(|_| self.header.kind.is_none()).map(|at| self.pieces[at].words);
        if let Some((kind, title)) = number.and_then(|number| title_behind(number, piece.words, self.lexicon)) {
            self.header.kind = Some((kind.into(), piece.span));
            self.begin_subject(Span::new(piece.span.start + title, piece.span.end));
            return true;
        }
        match self.part {
            Part::Letterhead => {
                if let Some((kind, title)) = top::titled_kind(self.pieces, at, self.lexicon) {
                    let numbered = top::numbered_title(&piece, &kind, title, self.lexicon);
                    let title = numbered.as_ref().map_or(title, |title| title.subject);
                    if let Some(title) = numbered {
                        self.header.number.get_or_insert(title.number);
                        self.header.decides.extend(title.organ);
                    }
                    self.header.kind = Some((kind, piece.span));
                    self.begin_subject(Span::new(piece.span.start + title, piece.span.end));
                } else if self.titles(at) {
                    self.begin_subject(piece.span);
                } else if !piece.heading
                    && !names_term(piece.words)
                    && (self.header.number.is_none() || !opens_title(piece.words))
                {
                    self.header.organs.push(piece.span);
                }
            }
            Part::Subject if self.header.kind.is_none() => {
                let goes_on = !piece.apart && !self.interrupted && self.last_subject().is_some_and(is_capitals);
                if goes_on && decider(piece.words) && !self.last_subject().is_some_and(is_open) {
                    self.part = Part::Decides;
                    self.header.decides.push(piece.span);
                    return true;
                }
                if goes_on {
                    return self.extend_subject(&piece);
                }
                self.header.organs.push(piece.span);
                self.interrupted = true;
            }
            Part::Subject => return self.capitals_under_kind(at),
            Part::Addressees if self.header.addressees.is_empty() => return self.addressee(&piece),
            Part::Addressees => {
                self.header.organs.push(piece.span);
                self.interrupted = true;
            }
            Part::Decides => {
                if piece.apart {
                    return false;
                }
                self.header.decides.push(piece.span);
            }
        }
        true
    }

    /// Capitals below number and date that neither begin an organ nor go on with one: the title, where the line of the kind
    /// was lost.
    fn titles(&self, at: usize) -> bool {
        let piece = &self.pieces[at];
        let above = at.checked_sub(1).map(|above| self.pieces[above].span);
        let dated = self.header.number.is_some() && self.header.date.is_some();
        let organ =
            || begins_organ(piece.words) || names_unit(piece.words) || self.header.organs.last().copied() == above;
        // The kind or the addressee below shows that this is still the letterhead.
        let goes_on = || {
            let below = self.pieces[at + 1..].iter().take(6);
            below.into_iter().any(|piece| matches!(piece.class, Class::Kind | Class::To | Class::About))
        };
        dated && !piece.heading && !self.header.organs.is_empty() && !organ() && !goes_on()
    }

    /// Under the kind, capitals are the subject, or the organ that decides.
    fn capitals_under_kind(&mut self, at: usize) -> bool {
        let piece = self.pieces[at];
        if self.header.subject.is_empty() {
            let begun = self.header.decides.last().is_some_and(|last| last.end == self.pieces[at - 1].span.end);
            let Some(of) = of_whom(&piece, begun) else { return self.extend_subject(&piece) };
            self.header.decides.push(Span::new(piece.span.start + of, piece.span.end));
            return true;
        }
        let last = self.last_subject().unwrap_or_default();
        let before_ground = self.pieces[at + 1..]
            .iter()
            .find(|p| p.class != Class::Capitals || p.apart)
            .is_some_and(|p| matches!(p.class, Class::Ground | Class::Decides) || p.apart);
        let known = || !piece.apart && ends_organ(last, piece.words, self.lexicon);
        let names = decider(piece.words) || piece.apart && before_ground && is_organ(piece.words, self.lexicon);
        let deciding = names && !is_open(last) && (piece.apart || before_ground || !is_capitals(last)) && !known();
        if deciding || !is_capitals(last) {
            self.part = Part::Decides;
            self.header.decides.push(piece.span);
            return true;
        }
        if piece.ruled {
            return false;
        }
        self.extend_subject(&piece)
    }

    fn begin_subject(&mut self, span: Span) {
        self.header.subject = vec![span];
        self.part = Part::Subject;
        self.interrupted = false;
    }

    fn extend_subject(&mut self, piece: &Piece<'t>) -> bool {
        self.header.subject.push(piece.span);
        self.interrupted = false;
        self.header.subject.len() < 16
    }

    fn last_subject(&self) -> Option<&'t str> {
        self.header.subject.last().map(|span| &self.text[span.range()])
    }
}
