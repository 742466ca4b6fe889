//! Offices, authorities and names of persons, as signature blocks write them.
//!
//! Offices are known by a closed list, authorities by their abbreviations (`TM.`, `KT.`, `TL.`, `TUQ.`), persons by the
//! shape of a name and, where no office stands before it, by the family name.

use super::class::is_capitals;
use super::heads::Heads;
use super::lines::{folded, tokens};
use crate::lexicon::Lexicon;
use crate::text::fold::fold;
use crate::text::letter::{is_letter, is_small};
use crate::text::{is_dash, is_gap};
use std::sync::LazyLock;

/// Offices that sign, with the capitals that they have in running text.
const OFFICES: &str = "\
    Phó Chủ tịch|Chủ tịch|Phó Bí thư|Bí thư|Tổng Bí thư|Thứ trưởng|Bộ trưởng|Phó Thủ tướng|Thủ tướng|\
    Phó Giám đốc|Phó Tổng Giám đốc|Tổng Giám đốc|Giám đốc|Phó Chánh|Chánh Văn phòng|Phó Chánh Văn phòng|\
    Chánh Thanh tra|Phó Chánh Thanh tra|Chánh án|Phó Chánh án|Phó Viện trưởng|Viện trưởng|Phó Trưởng|\
    Phó Trưởng ban|Trưởng ban|Trưởng phòng|Phó Trưởng phòng|Trưởng đoàn|Trưởng Tiểu ban|Trưởng khoa|\
    Phó Chủ nhiệm|Chủ nhiệm|Phó Cục trưởng|Cục trưởng|Phó Tổng cục trưởng|Tổng cục trưởng|Phó Vụ trưởng|\
    Vụ trưởng|Phó Chi cục trưởng|Chi cục trưởng|Phó Hiệu trưởng|Hiệu trưởng|Tổng Kiểm toán|\
    Phó Tổng Kiểm toán|Phó Thống đốc|Thống đốc|Phó Tổng Thanh tra|Tổng Thanh tra|Ủy viên Thường trực|\
    Ủy viên|Tư lệnh|Phó Tư lệnh|Chính ủy|Phó Chính ủy|Chỉ huy trưởng|Hạt trưởng|Tổng Biên tập|\
    Phó Tổng Biên tập|Tổng Thư ký|Phó Tổng Thư ký|Thư ký|Chủ tọa|Đoàn Chủ tịch|Tổ trưởng|Đội trưởng|\
    Viện phó|Phó Văn phòng";

/// Family names that open a person's name.
const SURNAMES: &str = "\
    nguyễn|trần|lê|phạm|hoàng|huỳnh|phan|vũ|võ|đặng|bùi|đỗ|hồ|ngô|dương|lý|đào|đoàn|vương|trịnh|trương|\
    đinh|lâm|phùng|mai|tô|hà|tạ|cao|châu|thái|lưu|lương|chu|đàm|đồng|đông|giang|giàng|hứa|kiều|kim|la|\
    lại|lò|lô|lục|lữ|mã|mạc|nghiêm|ninh|nông|ông|phí|quách|quàng|sùng|sầm|tăng|thạch|thân|tiêu|tống|tôn|\
    trang|triệu|từ|văn|viên|vàng|vi|vừ|âu|bạch|bế|cà|cù|cung|diệp|doãn|giáp|hầu|hạ|hàn|khổng|khương|\
    khuất|kha|lường|lầu|lù|ma|mùa|phương|phó|phù|quan|thào|thiều|tòng|tráng|tẩn|chẻo|vầy|y|h|k|ksor|rơ|\
    điểu|a|siu|ưng|đèo|hờ|hảng";

/// True for a line that opens with an authority or an office in capitals.
pub(super) fn signs(words: &str) -> bool {
    let (offices, _) = leading_capitals(words);
    let marked = || tokens(offices).any(|(at, _)| mark(&offices[at..]).is_some());
    !offices.is_empty() && (marked() || office_at(&fold(offices)).is_some())
}

/// True for a line that opens with an authority (`TM. BAN THƯỜNG VỤ`): only a signature does.
pub(super) fn signs_for(words: &str) -> bool {
    mark(words).is_some_and(|(_, length)| words[length..].starts_with(char::is_uppercase))
        && !leading_capitals(words).0.is_empty()
}

/// Capitals from the authority on, where a title stands before it: `XÁC THỰC VĂN BẢN HỢP NHẤT` / `KT. BỘ TRƯỞNG`.
pub(super) fn from_mark(offices: &str) -> &str {
    if office_at(&fold(offices)).is_some() {
        return offices;
    }
    let marked = tokens(offices).find(|(at, _)| mark(&offices[*at..]).is_some());
    marked.map_or(offices, |(at, _)| &offices[at..])
}

/// The capitals at the start of a line, and what follows them.
pub(super) fn leading_capitals(words: &str) -> (&str, &str) {
    let mut end = 0;
    let mut initial = None;
    for (start, token) in tokens(words) {
        if token.chars().any(char::is_lowercase) {
            // "CHỦ TỊCH Y Thanh …": a name may open with one letter.
            end = initial.unwrap_or(end);
            break;
        }
        initial = (token.chars().count() == 1 && token.chars().all(is_letter)).then_some(start);
        end = start + token.len();
    }
    let (offices, rest) = words.split_at(end);
    let offices = offices.trim_matches(|c: char| is_gap(c) || is_dash(c));
    if is_capitals(offices) { (offices, rest.trim_start_matches(is_gap)) } else { ("", words) }
}

/// The abbreviation of authority that opens a line: `TM.`, `T/M`, `KT.`; as the State writes it, and its length.
pub(super) fn mark(words: &str) -> Option<(&'static str, usize)> {
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
    if !matches!(words.as_bytes().first(), Some(b'T' | b'K')) {
        return None;
    }
    MARKS.iter().find_map(|(written, shown)| {
        let rest = words.strip_prefix(written)?;
        rest.starts_with(['.', ' ', '*', ':'])
            .then(|| (*shown, words.len() - rest.trim_start_matches(['.', ' ', '*', ':']).len()))
    })
}

/// The office that a key begins with, past an acting "Q.".
pub(super) fn office_at(key: &str) -> Option<&'static str> {
    let key = key.strip_prefix("q. ").or_else(|| key.strip_prefix("quyền ")).unwrap_or(key);
    static HEADS: LazyLock<Heads> = LazyLock::new(|| Heads::keyed(OFFICES, str::to_lowercase));
    let offices = HEADS.like(key).iter().filter(|(_, office)| begins_with(key, office));
    offices.map(|(office, _)| *office).max_by_key(|office| office.len())
}

/// True if the key begins with the office, in small letters, as a whole word.
fn begins_with(key: &str, office: &str) -> bool {
    key.strip_prefix(office).is_some_and(|rest| !rest.starts_with(is_letter))
}

/// An office and its organ in capitals as running text has them: `Phó Chủ tịch`, `Giám đốc Sở Nội vụ`.
pub(super) fn proper_office(words: &str, lexicon: &Lexicon) -> String {
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
pub(super) fn position_start(key: &str) -> Option<usize> {
    let mut previous = "";
    let mut skip_to = 0;
    for (at, word) in tokens(key) {
        let starts = at >= skip_to && !previous.ends_with(',');
        // The Secretariat and a presidium are organs, not offices.
        let organ = |office: &&str| {
            matches!((previous, *office), ("ban", "Bí thư") | ("đoàn", "Chủ tịch")) || *office == "Đoàn Chủ tịch"
        };
        if starts && let Some(office) = office_at(&key[at..]).filter(|office| !organ(office)) {
            if at > 0 {
                return Some(at);
            }
            skip_to = at + office.len();
        }
        previous = word;
    }
    None
}

/// Longest name of a person with a rank before it, in bytes.
const LONGEST_NAME: usize = 90;

/// The name of a person that the words are; `expected` where an office stands before it.
pub(super) fn names_a_person(words: &str, expected: bool) -> Option<String> {
    // No name holds a figure; nearly every line of a text does, or a mark.
    let unfit = |byte: u8| (byte.wrapping_sub(b'0') < 10) | (byte == b':');
    if words.bytes().fold(false, |found, byte| found | unfit(byte)) {
        return None;
    }
    let words = without_rank(clean(words));
    if words.len() > LONGEST_NAME || !words.starts_with(char::is_uppercase) {
        return None;
    }
    if !may_name(words) {
        return None;
    }
    let written: Vec<_> = tokens(words).collect();
    let parts = mended(&written);
    let capitals = is_capitals(words) && words.chars().filter(|&c| is_letter(c)).count() > 3;
    let word = |part: &String| {
        part.starts_with(char::is_uppercase)
            && part.chars().all(|c| is_letter(c) || matches!(c, '\'' | '’' | '-' | 'ʼ'))
            && (capitals || part.chars().skip(1).all(|c| !c.is_uppercase()))
    };
    if !(2..=6).contains(&parts.len()) || !parts.iter().all(word) {
        return None;
    }
    let known = is_surname(&parts[0]) || expected && !capitals && parts.len() == written.len();
    (known && !is_office_or_organ(words)).then(|| {
        let proper = |part: &String| {
            part.chars().take(1).chain(part.chars().skip(1).flat_map(char::to_lowercase)).collect::<String>()
        };
        parts.iter().map(|part| if capitals { proper(part) } else { part.clone() }).collect::<Vec<_>>().join(" ")
    })
}

/// Nothing but letters and marks of names stands there, and no longer word in small letters.
fn may_name(words: &str) -> bool {
    let mark = |c: char| matches!(c, '\'' | '’' | '-' | 'ʼ');
    words.split(is_gap).all(|word| {
        let small = word.starts_with(is_small) && word.chars().nth(3).is_some();
        !small && word.chars().all(|c| is_letter(c) || mark(c))
    })
}

/// The words of a name, with the pieces that a scan left of one put together: `Đặ ng`.
fn mended(tokens: &[(usize, &str)]) -> Vec<String> {
    let mut parts: Vec<String> = Vec::new();
    for (_, token) in tokens {
        match parts.last_mut() {
            Some(last) if token.starts_with(char::is_lowercase) && token.chars().count() < 4 => last.push_str(token),
            _ => parts.push((*token).to_owned()),
        }
    }
    parts
}

fn is_surname(word: &str) -> bool {
    let key = fold(word);
    static NAMES: LazyLock<Heads> = LazyLock::new(|| Heads::of(SURNAMES));
    NAMES.hold(key.trim_end_matches(['\'', '.']))
}

fn is_office_or_organ(words: &str) -> bool {
    const HEADS: &str = "\
        ban |văn phòng|sở |bộ |tỉnh |thành |ủy ban|hội |huyện |xã |phường |liên đoàn|công đoàn|đảng |\
        chính phủ|quốc hội|độc lập|đã ký|thường trực|tổng |mặt trận|trung ";
    let key = fold(words);
    static OPENINGS: LazyLock<Heads> = LazyLock::new(|| Heads::of(HEADS));
    office_at(&key).is_some() || OPENINGS.open(&key)
}

/// Without a rank of the forces or an academic title.
fn without_rank(words: &str) -> &str {
    const RANKS: &str = "\
        Đại tướng|Thượng tướng|Trung tướng|Thiếu tướng|Đại tá|Thượng tá|Trung tá|Thiếu tá|Phó Đô đốc|\
        Đô đốc|Chuẩn Đô đốc|GS.TS.|PGS.TS.|GS.TS|PGS.TS|PGS. TS.|TS.|ThS.|Ths.|TS|ThS|BS.|LS.|Đ/c";
    static TITLES: LazyLock<Heads> = LazyLock::new(|| Heads::of(RANKS));
    TITLES.strip(words, |rest| rest.starts_with([' ', '.'])).map_or(words, clean)
}

pub(super) fn clean(words: &str) -> &str {
    words.trim_matches(|c: char| is_gap(c) || matches!(c, ',' | '.' | ';' | '(' | ')' | '[' | ']'))
}
