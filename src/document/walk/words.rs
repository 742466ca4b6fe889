//! Lines of small letters: organs in small letters, subjects and addressees that go on, or the first sentence of the text.

use super::super::class::{Class, is_capitals};
use super::super::lines::{Piece, head};
use super::super::organs::begins_organ;
use super::super::subject::{ends_sentence, is_open, is_sentence};
use super::{Part, Walk};
use crate::text::fold::fold;
use crate::text::{is_dash, is_gap};

impl<'t> Walk<'_, 't> {
    pub(super) fn words(&mut self, at: usize) -> bool {
        let piece = self.pieces[at];
        match self.part {
            Part::Letterhead if piece.heading => true,
            Part::Letterhead => self.words_of_letterhead(at),
            Part::Subject => self.words_of_subject(at),
            Part::Addressees => self.words_of_addressees(at),
            Part::Decides => false,
        }
    }

    /// Small letters in the letterhead: an organ in small letters, or the text if it is a sentence.
    fn words_of_letterhead(&mut self, at: usize) -> bool {
        let piece = self.pieces[at];
        if !self.header.begun() {
            return piece.words.len() < 160 || at < 4;
        }
        if self.heads_letter(at) {
            return self.about(&piece);
        }
        let short = piece.words.len() < 90;
        let known = short && !self.lexicon.organs.by_name(piece.words).is_empty();
        let goes_on = known || short && !is_sentence(&self.pieces[at..]);
        // "Liên đội trường Tiểu học Mường Bú" below the organ in capitals.
        let below = goes_on && self.header.titled && self.header.kind.is_none() && !self.header.organs.is_empty();
        if known || below && piece.words.starts_with(char::is_uppercase) && begins_organ(piece.words) {
            self.header.organs.push(piece.span);
        }
        goes_on
    }

    fn words_of_subject(&mut self, at: usize) -> bool {
        let piece = self.pieces[at];
        if self.header.subject.is_empty() {
            if is_sentence(&self.pieces[at..]) && piece.words.len() > 120 {
                return false;
            }
            return self.extend_subject(&piece);
        }
        if fold(head(piece.words, 10)).starts_with("họ và tên") {
            return false;
        }
        let last = self.last_subject().unwrap_or_default();
        let small = piece.words.starts_with(|c: char| c.is_lowercase() || c.is_ascii_digit());
        let joined = !piece.apart && !self.interrupted;
        if !piece.ruled
            && (joined || small && !ends_sentence(last) || is_open(last))
            && !(joined && is_capitals(last) && !small)
        {
            return self.extend_subject(&piece);
        }
        if self.header.kind.is_none() && !is_sentence(&self.pieces[at..]) && piece.words.len() < 90 {
            if !self.interrupted && self.ends_column(at) {
                return self.extend_subject(&piece);
            }
            self.part = Part::Letterhead;
            return self.words_of_letterhead(at);
        }
        false
    }

    /// The last line of a letter's subject in its column, blank lines or not: the motto, the day or the addressee follows.
    fn ends_column(&self, at: usize) -> bool {
        let next = self.pieces.get(at + 1).map(|next| next.class);
        let words = self.pieces[at].words;
        matches!(next, Some(Class::Motto | Class::PlaceDate | Class::To))
            && !begins_organ(words)
            && !words.ends_with(',')
    }

    fn words_of_addressees(&mut self, at: usize) -> bool {
        let piece = self.pieces[at];
        let last = self.header.addressees.last().map(|span| self.text[span.range()].trim_end_matches(is_gap));
        let Some(last) = last else { return self.addressee(&piece) };
        let marked = piece.words.starts_with(|c: char| is_dash(c) || matches!(c, '+' | '•'));
        let small = piece.words.starts_with(|c: char| c.is_lowercase() || c.is_ascii_digit());
        let open = last.ends_with([';', ',']) || is_open(last);
        let ended = last.ends_with('.');
        let listed = marked && (!ended || self.header.addressees.len() < 2);
        if listed || open && piece.words.len() < 160 || small && !ended {
            return self.addressee(&piece);
        }
        if !piece.apart && !ended && !is_sentence(&self.pieces[at..]) && piece.words.len() < 100 {
            return self.addressee(&piece);
        }
        false
    }

    pub(super) fn addressee(&mut self, piece: &Piece<'t>) -> bool {
        self.header.addressees.push(piece.span);
        self.interrupted = false;
        true
    }
}
