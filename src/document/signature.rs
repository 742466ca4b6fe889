//! The signature block: who signed, in what office, on whose behalf.
//!
//! [`read`] takes the pieces of the closing part. Capitals are offices and authorities (`TM.`, `KT.`, `TL.`, `TUQ.`);
//! a line of capitalised words behind them is the name. Blocks and names are matched in order, because two columns may
//! be read one after the other. Seals, stamps and copies (SAO Y) say nothing about the paper's own signer.

use super::Signer;
use super::copied::names_copy;
use super::lines::{Piece, tokens};
use super::offices::{
    clean, from_mark, leading_capitals, mark, names_a_person, office_at, position_start, proper_office,
};
use crate::lexicon::Lexicon;
use crate::text::fold::fold;
use crate::text::{is_dash, is_gap};

/// A block of offices and the name under it, as it grows.
#[derive(Default)]
struct Block {
    offices: String,
    name: Option<String>,
    /// The line it opens on and its middle there: blocks side by side are told apart by it.
    row: usize,
    middle: usize,
}

/// Reads who signed; nothing if no office and no name is there.
pub(super) fn read(pieces: &[Piece<'_>], lexicon: &Lexicon) -> Option<Signer> {
    let blocks = blocks(pieces);
    let signed: Vec<Signer> = blocks.iter().map(|block| signer(block, lexicon)).collect();
    let join = |field: fn(&Signer) -> Option<&String>| {
        let mut parts: Vec<&str> = signed.iter().filter_map(field).map(String::as_str).collect();
        if parts.windows(2).all(|pair| pair[0] == pair[1]) {
            parts.truncate(1);
        }
        (!parts.is_empty()).then(|| parts.join("; "))
    };
    let signer = Signer {
        name: join(|signer| signer.name.as_ref()),
        position: join(|signer| signer.position.as_ref()),
        authority: join(|signer| signer.authority.as_ref()),
    };
    (signer != Signer::default()).then_some(signer)
}

/// Longest line of a signature block, in bytes; anything longer is text.
const LONGEST: usize = 400;

/// Blocks in the order of reading, each with its name.
fn blocks(pieces: &[Piece<'_>]) -> Vec<Block> {
    let mut blocks: Vec<Block> = Vec::new();
    let mut alone = None;
    for piece in pieces {
        let words = piece.words.trim_start_matches(|c: char| matches!(c, '}' | ')') || is_gap(c));
        if names_copy(words) {
            break;
        }
        let words = without_signed(words);
        if is_item(words) || words.len() > LONGEST {
            continue;
        }
        if let Some(name) = names_a_person(words, !blocks.is_empty()) {
            add_name(&mut blocks, name, piece, &mut alone);
            continue;
        }
        let (offices, rest) = leading_capitals(words);
        let offices = from_mark(offices);
        if !offices.is_empty() {
            add_offices(&mut blocks, offices, piece);
            if let Some(name) = names_a_person(rest, !blocks.is_empty()) {
                add_name(&mut blocks, name, piece, &mut alone);
            }
        }
    }
    // Offices below the last name are those of annexes and copies.
    let named = blocks.iter().rposition(|block| block.name.is_some()).map_or(1, |last| last + 1);
    blocks.truncate(named);
    if blocks.is_empty() && alone.is_some() {
        blocks.push(Block { name: alone, ..Block::default() });
    }
    blocks
}

/// "Tòng Thị Ươm (đã ký)", "Đã ký: Tòng Thị Ươm": the name alone.
fn without_signed(words: &str) -> &str {
    const SIGNED: [&str; 4] = ["(đã ký)", "(Đã ký)", "(ĐÃ KÝ)", "(đã kí)"];
    let words =
        SIGNED.iter().find_map(|signed| words.strip_suffix(signed)).map_or(words, |name| name.trim_end_matches(is_gap));
    let led = ["Đã ký:", "ĐÃ KÝ:"].iter().find_map(|signed| words.strip_prefix(signed));
    led.map_or(words, |name| name.trim_start_matches(is_gap))
}

/// Gives a name to the block it stands under: the first without one, or of those side by side the nearest.
fn add_name(blocks: &mut [Block], name: String, piece: &Piece<'_>, alone: &mut Option<String>) {
    if blocks.is_empty() {
        alone.get_or_insert(name);
    } else if let Some(at) = open_block(blocks, piece) {
        blocks[at].name = Some(name);
    }
}

/// The block without a name that a piece belongs to.
fn open_block(blocks: &[Block], piece: &Piece<'_>) -> Option<usize> {
    let first = blocks.iter().position(|block| block.name.is_none())?;
    let beside = |at: &usize| blocks[*at].name.is_none() && blocks[*at].row == blocks[first].row;
    (first..blocks.len()).filter(beside).min_by_key(|&at| blocks[at].middle.abs_diff(piece.middle()))
}

/// Adds a line of capitals to the block it belongs to.
fn add_offices(blocks: &mut Vec<Block>, offices: &str, piece: &Piece<'_>) {
    let marked = mark(offices).is_some();
    let opens = marked || office_at(&fold(offices)).is_some();
    let last = blocks.last();
    let beside = last.is_some_and(|last| last.row == piece.row && last.name.is_none());
    let done = last.is_none_or(|last| last.name.is_some() || marked && has_position(&last.offices));
    if opens && (done || beside) {
        blocks.push(Block { offices: offices.to_owned(), row: piece.row, middle: piece.middle(), name: None });
        return;
    }
    let columns = blocks.iter().filter(|block| block.name.is_none()).count() > 1;
    let at = if columns && !marked { open_columns(blocks, piece) } else { blocks.len().checked_sub(1) };
    if let Some(block) = at.map(|at| &mut blocks[at]).filter(|block| block.name.is_none()) {
        block.offices.push(' ');
        block.offices.push_str(offices);
    }
}

/// Of blocks that stand side by side the nearest; else the last.
fn open_columns(blocks: &[Block], piece: &Piece<'_>) -> Option<usize> {
    let last = blocks.len().checked_sub(1)?;
    let beside = |at: &usize| blocks[*at].name.is_none() && blocks[*at].row == blocks[last].row;
    (0..=last).filter(beside).min_by_key(|&at| blocks[at].middle.abs_diff(piece.middle()))
}

/// The block has the signer's own office.
fn has_position(offices: &str) -> bool {
    position_start(&fold(offices)).is_some_and(|at| at > 0) || mark(offices).is_none()
}

/// An entry of the list of recipients.
fn is_item(words: &str) -> bool {
    words.starts_with(|c: char| is_dash(c) || matches!(c, '+' | '•' | '(')) || words.ends_with([';', ':'])
}

/// Authority, position and name of a block.
fn signer(block: &Block, lexicon: &Lexicon) -> Signer {
    let mut rest = block.offices.trim();
    let mut authority: Vec<String> = Vec::new();
    while let Some((shown, length)) = mark(rest) {
        let body = &rest[length..];
        let next = (1..body.len())
            .filter(|&at| body.is_char_boundary(at) && body[..at].ends_with(' '))
            .find(|&at| mark(&body[at..]).is_some());
        let (here, later) = next.map_or((body, ""), |at| body.split_at(at));
        let (behalf, position) = if next.is_some() { (here, later) } else { at_position(here) };
        authority.push(format!("{shown} {}", proper_office(clean(behalf), lexicon)).trim_end().to_owned());
        rest = position.trim();
    }
    let position = clean(rest);
    Signer {
        name: block.name.clone(),
        position: (!position.is_empty()).then(|| proper_office(position, lexicon)),
        authority: (!authority.is_empty()).then(|| authority.join(", ")),
    }
}

/// Splits `ỦY BAN NHÂN DÂN CHỦ TỊCH` before the office of the signer.
fn at_position(body: &str) -> (&str, &str) {
    let key: String = body.chars().map(|c| if is_gap(c) { ' ' } else { c }).collect();
    let starts: Vec<_> = tokens(&key).collect();
    let folded: Vec<String> = starts.iter().map(|(_, token)| fold(token)).collect();
    let joined = folded.join(" ");
    let Some(at) = position_start(&joined) else { return (body, "") };
    let word = joined[..at].split(' ').filter(|word| !word.is_empty()).count();
    starts.get(word).map_or((body, ""), |(start, _)| {
        let offset = body.char_indices().nth(key[..*start].chars().count()).map_or(body.len(), |(offset, _)| offset);
        body.split_at(offset)
    })
}

#[cfg(test)]
mod tests {
    use super::super::lines::Pieces;
    use super::*;
    use crate::text::Span;

    fn parts(text: &str) -> (Option<String>, Option<String>, Option<String>) {
        let lexicon = Lexicon::embedded();
        read(Pieces::of(text, Span::new(0, text.len()), false, lexicon).first(99), lexicon)
            .map_or((None, None, None), |s| (s.authority, s.position, s.name))
    }

    fn some(authority: &str, position: &str, name: &str) -> (Option<String>, Option<String>, Option<String>) {
        let value = |text: &str| (!text.is_empty()).then(|| text.to_owned());
        (value(authority), value(position), value(name))
    }

    #[test]
    fn a_deputy_signs_for_the_collective() {
        let expected = some("TM. Ban Thường vụ", "Phó Chủ tịch", "Lò Thị Mai Hương");
        for text in [
            "**TM. BAN THƯỜNG VỤ\nPHÓ CHỦ TỊCH**\n\n\nLò Thị Mai Hương",
            "| Nơi nhận: - Như trên; - Lưu: VT. | TM. BAN THƯỜNG VỤ PHÓ CHỦ TỊCH Lò Thị Mai Hương |",
            "Nơi nhận:                    TM. BAN THƯỜNG VỤ\n- Như trên;                     PHÓ CHỦ TỊCH\n- Lưu: VT.\n                 Lò Thị Mai Hương",
            "TM. BAN\nTHƯỜNG VỤ\nPHÓ CHỦ TỊCH\n(Đã ký)\nLÒ THỊ MAI HƯƠNG\n",
        ] {
            assert_eq!(parts(text), expected, "{text}");
        }
    }

    #[test]
    fn each_authority_of_a_chain_is_kept() {
        let text = "TM. ỦY BAN NHÂN DÂN\nKT. CHỦ TỊCH\nPHÓ CHỦ TỊCH\n\nPhan Văn Đức";
        assert_eq!(parts(text), some("TM. Ủy ban nhân dân, KT. Chủ tịch", "Phó Chủ tịch", "Phan Văn Đức"));
        let text = "T/M ĐOÀN CHỦ TỊCH\nCHỦ TỊCH\n\nGiàng A Páo";
        assert_eq!(parts(text), some("T/M Đoàn Chủ tịch", "Chủ tịch", "Giàng A Páo"));
        let text = "TL. BAN THƯỜNG VỤ\nCHÁNH VĂN PHÒNG\nBế Văn Tư";
        assert_eq!(parts(text), some("TL. Ban Thường vụ", "Chánh Văn phòng", "Bế Văn Tư"));
    }

    #[test]
    fn the_head_signs_without_authority() {
        assert_eq!(parts("CHỦ TỊCH\n\nThiếu tướng Đặ ng Văn Tám"), some("", "Chủ tịch", "Đặng Văn Tám"));
    }

    #[test]
    fn two_columns_of_joint_signers_are_matched_in_order() {
        let text =
            "KT. BỘ TRƯỞNG BỘ Y TẾ\nTHỨ TRƯỞNG\n\nKT. BỘ TRƯỞNG BỘ TÀI CHÍNH\nTHỨ TRƯỞNG\n\nTrần Một\n\nLê Hai\n";
        let (authority, position, name) = parts(text);
        assert_eq!(name.as_deref(), Some("Trần Một; Lê Hai"));
        assert_eq!(position.as_deref(), Some("Thứ trưởng"));
        assert_eq!(authority.as_deref(), Some("KT. Bộ trưởng Bộ Y tế; KT. Bộ trưởng Bộ Tài chính"));
    }

    #[test]
    fn recipients_and_copies_sign_nothing() {
        assert_eq!(parts("Nơi nhận:\n- Ban Tổ chức Tỉnh ủy;\n- Lưu: VT, Hoàng Lan."), some("", "", ""));
        let text = "BÍ THƯ\nVi Văn Sáu\nSAO Y BẢN CHÍNH\nCHÁNH VĂN PHÒNG\nTô Thị Chín";
        assert_eq!(parts(text), some("", "Bí thư", "Vi Văn Sáu"));
    }
}
