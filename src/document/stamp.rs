//! The stamp of the office that received a paper, where it stands above the letterhead: "TRƯỜNG … / ĐẾN / Số: 1998 / Ngày: … /
//! Chuyển: …". Its organ, number and day are the receiver's, and nothing of them is the paper's.

use super::class::Class;
use super::lines::Piece;
use crate::text::fold::fold;
use crate::text::is_gap;

/// Pieces of a stamp at most, and those behind it within which the paper's own letterhead shows itself.
const LONGEST: usize = 8;
const REACH: usize = 12;

/// Longest line of a stamp, in bytes.
const LINE: usize = 60;

/// What a stamp asks to be filled in.
const LINES: [&str; 6] = ["số", "ngày", "giờ", "chuyển", "kính chuyển", "lưu"];

/// The pieces of the paper itself: those behind the stamp, if they begin with one.
pub(super) fn behind<'a, 't>(pieces: &'a [Piece<'t>]) -> &'a [Piece<'t>] {
    &pieces[end(pieces).unwrap_or(0)..]
}

fn end(pieces: &[Piece<'_>]) -> Option<usize> {
    let key = |piece: &Piece<'_>| fold(piece.words.trim_matches(|c: char| is_gap(c) || c == ':'));
    let arrived = |piece: &Piece<'_>| {
        let may_be = piece.words.len() < LINE && piece.words.contains(['ế', 'Ế']);
        may_be && ["đến", "công văn đến", "văn bản đến"].contains(&key(piece).as_str())
    };
    // Above it stands who received the paper, and nothing else.
    let mark = pieces.iter().take(4).position(arrived)?;
    let receiver = pieces[..mark].iter().all(|piece| piece.class == Class::Capitals);
    let fills = |piece: &&Piece<'_>| {
        let key = key(piece);
        let asks = |line: &str| key.strip_prefix(line).is_some_and(|rest| !rest.starts_with(char::is_alphabetic));
        // "Số: 12/KH-UBND" is the paper's own.
        piece.words.len() < LINE && LINES.into_iter().any(asks) && (key.starts_with("ngày") || !key.contains('/'))
    };
    let filled = pieces[mark + 1..].iter().take(LONGEST).take_while(fills).count();
    let end = mark + 1 + filled;
    let letterhead = pieces[end..].iter().take(REACH);
    let own =
        letterhead.into_iter().any(|piece| matches!(piece.class, Class::Motto | Class::PartyTitle | Class::Number));
    (receiver && filled > 1 && own).then_some(end)
}
