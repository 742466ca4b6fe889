//! The heading of whoever made a certified copy, where it stands above the letterhead of the paper that was copied.
//!
//! "SAO Y", "SAO LỤC", "TRÍCH SAO" with the organ, number and date of the copy (Nghị định 30/2020, Điều 25 to 27): the copy is
//! a file of its original, so its heading is passed over, with its recipients and its signature, and what it says is nobody's. A
//! heading below the original's signature needs nothing, and one with no letterhead behind it is the paper that there is.

use super::class::Class;
use super::lines::Piece;
use super::offices::{names_a_person, signs};
use super::own::{is_heading, own_number};
use crate::lexicon::Lexicon;
use crate::text::fold::fold;

/// Pieces of such a heading: organs, number, motto, form of the copy, place and date.
const LONGEST: usize = 12;

/// Pieces behind it within which the original's own letterhead shows itself.
const REACH: usize = 12;

/// The pieces of the paper itself: those behind the heading of a copy, if they begin with one.
pub(super) fn original<'a, 't>(pieces: &'a [Piece<'t>], lexicon: &Lexicon) -> &'a [Piece<'t>] {
    let end = heading(pieces, lexicon).unwrap_or(0);
    &pieces[end..]
}

/// True for the words that name the form of a copy.
pub(super) fn names_copy(words: &str) -> bool {
    ["SAO Y", "SAO LỤC", "TRÍCH SAO", "BẢN SAO", "Sao y bản chính"].iter().any(|copy| words.starts_with(copy))
}

/// The end of a copy's heading.
fn heading(pieces: &[Piece<'_>], lexicon: &Lexicon) -> Option<usize> {
    let top = &pieces[..pieces.len().min(LONGEST)];
    let form = top.iter().position(|piece| piece.class == Class::Copy)?;
    let number = (0..top.len()).find(|&at| numbers_copy(pieces, at, lexicon))?;
    let mut end = form.max(number) + 1;
    let belongs = |piece: &Piece<'_>| {
        matches!(
            piece.class,
            Class::Capitals | Class::Motto | Class::PartyTitle | Class::Number | Class::PlaceDate | Class::Copy
        )
    };
    if !pieces[..end].iter().all(belongs) {
        return None;
    }
    let dated = pieces[..end].iter().any(|piece| piece.class == Class::PlaceDate);
    let title = |piece: &&Piece<'_>| matches!(piece.class, Class::Motto | Class::PartyTitle);
    let titles = pieces[end..].iter().take_while(title).count();
    if !dated && pieces.get(end + titles).is_some_and(|piece| piece.class == Class::PlaceDate) {
        end += titles + 1;
    }
    end += signature(&pieces[end..]);
    let numbered = |at: usize| {
        let piece = &pieces[at];
        let own = matches!(piece.class, Class::Number | Class::KindNumber).then(|| own_number(pieces, at, lexicon));
        own.flatten().is_some_and(|own| piece.class == Class::Number || is_heading(piece, &own))
    };
    (end..pieces.len().min(end + REACH)).any(numbered).then_some(end)
}

/// How many pieces whoever made the copy signs with: those down to the name under an office, or to the last office.
fn signature(pieces: &[Piece<'_>]) -> usize {
    let top = &pieces[..pieces.len().min(LONGEST)];
    // The original's letterhead begins before it is signed.
    let own = top.iter().position(|piece| matches!(piece.class, Class::Motto | Class::PartyTitle | Class::Number));
    let top = &top[..own.unwrap_or(top.len())];
    let Some(office) = top.iter().position(|piece| signs(piece.words)) else { return 0 };
    let name = top[office..].iter().position(|piece| names_a_person(piece.words, true).is_some());
    let signs_on = |piece: &&Piece<'_>| signs(piece.words) || fold(piece.words).contains("đã ký");
    let unnamed = || top[office..].iter().take_while(signs_on).count();
    office + name.map_or_else(unnamed, |name| name + 1)
}

fn numbers_copy(pieces: &[Piece<'_>], at: usize, lexicon: &Lexicon) -> bool {
    let own = (pieces[at].class == Class::Number).then(|| own_number(pieces, at, lexicon)).flatten();
    let symbol = own.and_then(|own| own.number).and_then(|number| number.kind);
    // "SL" numbers decrees of the first years too.
    let kinds = symbol.map(|symbol| lexicon.kinds.alternatives(&symbol, None)).unwrap_or_default();
    kinds.iter().any(|kind| ["Bản sao", "Bản trích sao"].iter().any(|copy| kind.name.starts_with(copy)))
}
