//! The signature block: who signed, in what office, on whose behalf.
//!
//! [`read`] takes the pieces of the closing part. Capitals are offices and authorities (`TM.`, `KT.`, `TL.`, `TUQ.`);
//! a line of capitalised words behind them is the name. Blocks and names are matched in order, because two columns may
//! be read one after the other. Seals, stamps and copies (SAO Y) say nothing about the paper's own signer.

use super::Signer;
use super::class::is_capitals;
use super::lines::{Piece, tokens};
use super::own::folded;
use crate::lexicon::Lexicon;
use crate::text::fold::fold;
use crate::text::{is_dash, is_gap};

/// Offices that sign, with the capitals that they have in running text.
const OFFICES: [&str; 67] = [
    "Phó Chủ tịch",
    "Chủ tịch",
    "Phó Bí thư",
    "Bí thư",
    "Tổng Bí thư",
    "Thứ trưởng",
    "Bộ trưởng",
    "Phó Thủ tướng",
    "Thủ tướng",
    "Phó Giám đốc",
    "Phó Tổng Giám đốc",
    "Tổng Giám đốc",
    "Giám đốc",
    "Phó Chánh",
    "Chánh Văn phòng",
    "Phó Chánh Văn phòng",
    "Chánh Thanh tra",
    "Phó Chánh Thanh tra",
    "Chánh án",
    "Phó Chánh án",
    "Phó Viện trưởng",
    "Viện trưởng",
    "Phó Trưởng",
    "Phó Trưởng ban",
    "Trưởng ban",
    "Trưởng phòng",
    "Phó Trưởng phòng",
    "Trưởng đoàn",
    "Trưởng Tiểu ban",
    "Trưởng khoa",
    "Phó Chủ nhiệm",
    "Chủ nhiệm",
    "Phó Cục trưởng",
    "Cục trưởng",
    "Phó Tổng cục trưởng",
    "Tổng cục trưởng",
    "Phó Vụ trưởng",
    "Vụ trưởng",
    "Phó Chi cục trưởng",
    "Chi cục trưởng",
    "Phó Hiệu trưởng",
    "Hiệu trưởng",
    "Tổng Kiểm toán",
    "Phó Tổng Kiểm toán",
    "Phó Thống đốc",
    "Thống đốc",
    "Phó Tổng Thanh tra",
    "Tổng Thanh tra",
    "Ủy viên Thường trực",
    "Ủy viên",
    "Tư lệnh",
    "Phó Tư lệnh",
    "Chính ủy",
    "Phó Chính ủy",
    "Chỉ huy trưởng",
    "Hạt trưởng",
    "Tổng Biên tập",
    "Phó Tổng Biên tập",
    "Tổng Thư ký",
    "Phó Tổng Thư ký",
    "Thư ký",
    "Chủ tọa",
    "Đoàn Chủ tịch",
    "Tổ trưởng",
    "Đội trưởng",
    "Viện phó",
    "Phó Văn phòng",
];

/// Family names that open a person's name.
const SURNAMES: [&str; 118] = [
    "nguyễn", "trần", "lê", "phạm", "hoàng", "huỳnh", "phan", "vũ", "võ", "đặng", "bùi", "đỗ", "hồ", "ngô", "dương",
    "lý", "đào", "đoàn", "vương", "trịnh", "trương", "đinh", "lâm", "phùng", "mai", "tô", "hà", "tạ", "cao", "châu",
    "thái", "lưu", "lương", "chu", "đàm", "đồng", "đông", "giang", "giàng", "hứa", "kiều", "kim", "la", "lại", "lò",
    "lô", "lục", "lữ", "mã", "mạc", "nghiêm", "ninh", "nông", "ông", "phí", "quách", "quàng", "sùng", "sầm", "tăng",
    "thạch", "thân", "tiêu", "tống", "tôn", "trang", "triệu", "từ", "văn", "viên", "vàng", "vi", "vừ", "âu", "bạch",
    "bế", "cà", "cù", "cung", "diệp", "doãn", "giáp", "hầu", "hạ", "hàn", "khổng", "khương", "khuất", "kha", "lường",
    "lầu", "lù", "ma", "mùa", "phương", "phó", "phù", "quan", "thào", "thiều", "tòng", "tráng", "tẩn", "chẻo", "vầy",
    "y", "h", "k", "ksor", "rơ", "điểu", "a", "siu", "ninh", "ưng", "đèo", "hờ", "hảng",
];

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

/// Blocks in the order of reading, each with its name.
fn blocks(pieces: &[Piece<'_>]) -> Vec<Block> {
    let mut blocks: Vec<Block> = Vec::new();
    let mut alone = None;
    for piece in pieces {
        let words = piece.words.trim_start_matches(|c: char| matches!(c, '}' | ')') || is_gap(c));
        if is_copy(words) {
            break;
        }
        if is_item(words) {
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
    (first..blocks.len()).filter(beside).min_by_key(|&at| blocks[at].middle.abs_diff(piece.middle))
}

/// Adds a line of capitals to the block it belongs to.
fn add_offices(blocks: &mut Vec<Block>, offices: &str, piece: &Piece<'_>) {
    let marked = mark(offices).is_some();
    let opens = marked || office_at(&fold(offices)).is_some();
    let last = blocks.last();
    let beside = last.is_some_and(|last| last.row == piece.row && last.name.is_none());
    let done = last.is_none_or(|last| last.name.is_some() || marked && has_position(&last.offices));
    if opens && (done || beside) {
        blocks.push(Block { offices: offices.to_owned(), row: piece.row, middle: piece.middle, name: None });
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
    (0..=last).filter(beside).min_by_key(|&at| blocks[at].middle.abs_diff(piece.middle))
}

/// The block has the signer's own office.
fn has_position(offices: &str) -> bool {
    position_start(&fold(offices)).is_some_and(|at| at > 0) || mark(offices).is_none()
}

/// True for a line that opens with an authority or an office in capitals.
pub(super) fn signs(words: &str) -> bool {
    let (offices, _) = leading_capitals(words);
    let offices = from_mark(offices);
    !offices.is_empty() && (mark(offices).is_some() || office_at(&fold(offices)).is_some())
}

/// True for a line that opens with an authority (`TM. BAN THƯỜNG VỤ`): only a signature does.
pub(super) fn signs_for(words: &str) -> bool {
    mark(words).is_some_and(|(_, length)| words[length..].starts_with(char::is_uppercase))
        && !leading_capitals(words).0.is_empty()
}

/// A copy of the paper, certified below it.
fn is_copy(words: &str) -> bool {
    ["SAO Y", "SAO LỤC", "TRÍCH SAO", "Sao y bản chính"].iter().any(|copy| words.starts_with(copy))
}

/// Capitals from the authority on, where a title stands before it: `XÁC THỰC VĂN BẢN HỢP NHẤT` / `KT. BỘ TRƯỞNG`.
fn from_mark(offices: &str) -> &str {
    if office_at(&fold(offices)).is_some() {
        return offices;
    }
    let marked = tokens(offices).into_iter().find(|(at, _)| mark(&offices[*at..]).is_some());
    marked.map_or(offices, |(at, _)| &offices[at..])
}

/// An entry of the list of recipients.
fn is_item(words: &str) -> bool {
    words.starts_with(|c: char| is_dash(c) || matches!(c, '+' | '•' | '(')) || words.ends_with([';', ':'])
}

/// The capitals at the start of a line, and what follows them.
fn leading_capitals(words: &str) -> (&str, &str) {
    let mut end = 0;
    for (start, token) in tokens(words) {
        if token.chars().any(char::is_lowercase) {
            break;
        }
        end = start + token.len();
    }
    let (offices, rest) = words.split_at(end);
    let offices = offices.trim_matches(|c: char| is_gap(c) || is_dash(c));
    if is_capitals(offices) { (offices, rest.trim_start_matches(is_gap)) } else { ("", words) }
}

/// The abbreviation of authority that opens a line: `TM.`, `T/M`, `KT.`; as the State writes it, and its length.
fn mark(words: &str) -> Option<(&'static str, usize)> {
    const MARKS: [(&str, &str); 8] = [
        ("TUQ", "TUQ."),
        ("TM", "TM."),
        ("KT", "KT."),
        ("TL", "TL."),
        ("T/M", "T/M"),
        ("K/T", "K/T"),
        ("T/L", "T/L"),
        ("TU/Q", "TU/Q"),
    ];
    MARKS.iter().find_map(|(written, shown)| {
        let rest = words.strip_prefix(written)?;
        rest.starts_with(['.', ' ', '*', ':'])
            .then(|| (*shown, words.len() - rest.trim_start_matches(['.', ' ', '*', ':']).len()))
    })
}

/// The office that a key begins with, past an acting "Q.".
fn office_at(key: &str) -> Option<&'static str> {
    let key = key.strip_prefix("q. ").or_else(|| key.strip_prefix("quyền ")).unwrap_or(key);
    OFFICES.iter().filter(|office| begins_with(key, office)).max_by_key(|office| office.len()).copied()
}

/// True if the key begins with the office as a whole word.
fn begins_with(key: &str, office: &str) -> bool {
    let mut rest = key.chars();
    office.chars().flat_map(char::to_lowercase).all(|c| rest.next() == Some(c))
        && !rest.next().is_some_and(char::is_alphabetic)
}

/// An office and its organ in capitals as running text has them: `Phó Chủ tịch`, `Giám đốc Sở Nội vụ`.
fn proper_office(words: &str, lexicon: &Lexicon) -> String {
    let words = folded(words);
    let (acting, body) = match words.get(..3) {
        Some("Q. ") => ("Q. ", &words[3..]),
        _ => ("", words.as_str()),
    };
    let Some(office) = office_at(&fold(body)).filter(|_| is_capitals(body)) else {
        return format!("{acting}{}", lexicon.organs.proper_case(body));
    };
    let rest: Vec<&str> = body.split(' ').skip(office.split(' ').count()).collect();
    if rest.is_empty() {
        return format!("{acting}{office}");
    }
    let rest = rest.join(" ");
    if office_at(&fold(&rest)).is_some() {
        // One person in two offices, a line each.
        return format!("{acting}{office}, {}", proper_office(&rest, lexicon));
    }
    format!("{acting}{office} {}", lexicon.organs.proper_case(&rest))
}

/// Where the signer's own office begins in the key of what follows an authority.
fn position_start(key: &str) -> Option<usize> {
    let mut previous = "";
    let mut skip_to = 0;
    for (at, word) in tokens(key) {
        let starts = at >= skip_to
            && !matches!(previous, "đoàn" | "ban" | "phó" | "tổng" | "ủy" | "viên" | "cục")
            && !previous.ends_with(',');
        if starts && let Some(office) = office_at(&key[at..]).filter(|office| *office != "Đoàn Chủ tịch") {
            if at > 0 {
                return Some(at);
            }
            skip_to = at + office.len();
        }
        previous = word;
    }
    None
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
    let starts = tokens(&key);
    let folded: Vec<String> = starts.iter().map(|(_, token)| fold(token)).collect();
    let joined = folded.join(" ");
    let Some(at) = position_start(&joined) else { return (body, "") };
    let word = joined[..at].split(' ').filter(|word| !word.is_empty()).count();
    starts.get(word).map_or((body, ""), |(start, _)| {
        let offset = body.char_indices().nth(key[..*start].chars().count()).map_or(body.len(), |(offset, _)| offset);
        body.split_at(offset)
    })
}

fn clean(words: &str) -> &str {
    words.trim_matches(|c: char| is_gap(c) || matches!(c, ',' | '.' | ';' | '(' | ')' | '[' | ']'))
}

/// The name of a person that the words are; `expected` where an office stands before it.
pub(super) fn names_a_person(words: &str, expected: bool) -> Option<String> {
    let words = without_rank(clean(words));
    let mut parts: Vec<String> = Vec::new();
    for (_, token) in tokens(words) {
        if token.starts_with(char::is_lowercase) && !parts.is_empty() && token.chars().count() < 4 {
            parts.last_mut()?.push_str(token);
        } else {
            parts.push(token.to_owned());
        }
    }
    let known = SURNAMES.contains(&fold(parts.first()?).trim_end_matches(['\'', '.']));
    let capitals = is_capitals(words) && words.chars().filter(|c| c.is_alphabetic()).count() > 3;
    let word = |part: &String| {
        part.starts_with(char::is_uppercase)
            && part.chars().all(|c| c.is_alphabetic() || matches!(c, '\'' | '’' | '-' | 'ʼ'))
            && (capitals || part.chars().skip(1).all(|c| !c.is_uppercase()))
    };
    let fits = (2..=6).contains(&parts.len()) && parts.iter().all(word) && !is_office_or_organ(words);
    let mended = parts.len() < tokens(words).len();
    (fits && (known || expected && !capitals && !mended)).then(|| {
        let proper = |part: &String| {
            part.chars().take(1).chain(part.chars().skip(1).flat_map(char::to_lowercase)).collect::<String>()
        };
        parts.iter().map(|part| if capitals { proper(part) } else { part.clone() }).collect::<Vec<_>>().join(" ")
    })
}

fn is_office_or_organ(words: &str) -> bool {
    const HEADS: [&str; 22] = [
        "ban ",
        "văn phòng",
        "sở ",
        "bộ ",
        "tỉnh ",
        "thành ",
        "ủy ban",
        "hội ",
        "huyện ",
        "xã ",
        "phường ",
        "liên đoàn",
        "công đoàn",
        "đảng ",
        "chính phủ",
        "quốc hội",
        "độc lập",
        "đã ký",
        "thường trực",
        "tổng ",
        "mặt trận",
        "trung ",
    ];
    let key = fold(words);
    office_at(&key).is_some() || HEADS.iter().any(|head| key.starts_with(head))
}

/// Without a rank of the forces or an academic title.
fn without_rank(words: &str) -> &str {
    const RANKS: [&str; 24] = [
        "Đại tướng",
        "Thượng tướng",
        "Trung tướng",
        "Thiếu tướng",
        "Đại tá",
        "Thượng tá",
        "Trung tá",
        "Thiếu tá",
        "Phó Đô đốc",
        "Đô đốc",
        "Chuẩn Đô đốc",
        "GS.TS.",
        "PGS.TS.",
        "GS.TS",
        "PGS.TS",
        "PGS. TS.",
        "TS.",
        "ThS.",
        "Ths.",
        "TS",
        "ThS",
        "BS.",
        "LS.",
        "Đ/c",
    ];
    RANKS
        .iter()
        .find_map(|rank| words.strip_prefix(rank).filter(|rest| rest.starts_with([' ', '.'])))
        .map_or(words, |rest| clean(rest))
}

#[cfg(test)]
mod tests {
    use super::super::lines::pieces;
    use super::*;

    fn parts(text: &str) -> (Option<String>, Option<String>, Option<String>) {
        let lexicon = Lexicon::embedded();
        read(&pieces(text, 0, 99, false, lexicon), lexicon)
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
