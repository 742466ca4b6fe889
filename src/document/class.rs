//! What one piece of a letterhead or a closing part says, by its words alone.
//!
//! [`class`] tells number lines from number citations, place-date lines from dates in sentences, kinds from words that
//! sound like them. Where a piece stands does not matter here; `walk` weighs that.

use super::copied::names_copy;
use super::heads::Heads;
use super::issued::read_date;
use super::lines::{head, tokens};
use crate::lexicon::{Lexicon, Place, letters};
use crate::text::fold::fold;
use crate::text::letter::{is_capital, is_letter, is_small, is_word, same_word};
use crate::text::{is_dash, is_gap, is_slash};
use memchr::memmem::{self, Finder};
use std::sync::LazyLock;

/// What one line, cell or half of a line says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Class {
    /// `CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM`, or a part of it.
    Motto,
    /// `ĐẢNG CỘNG SẢN VIỆT NAM`, `ĐOÀN TNCS HỒ CHÍ MINH` as the title of a paper.
    PartyTitle,
    /// `Số: 12/KH-UBND`, filled in or blank.
    Number,
    /// `Luật số: 51/2024/QH15` alone.
    KindNumber,
    /// `51/2024/QĐ-UBND` alone: a number cut off its `Số`.
    Symbol,
    /// `Lai Châu, ngày 24 tháng 4 năm 2023`, or the date of it alone.
    PlaceDate,
    /// A kind of document and nothing else.
    Kind,
    /// `V/v …`, `Về việc …`.
    About,
    /// `Kính gửi`.
    To,
    /// `Nơi nhận`.
    Recipients,
    /// `MẬT`, `TỐI MẬT`, `TUYỆT MẬT`.
    Secrecy,
    /// `HỎA TỐC`, `KHẨN`.
    Urgency,
    /// `DỰ THẢO`.
    Draft,
    /// `SAO Y`, `SAO LỤC`, `TRÍCH SAO`: the form of a certified copy, over its heading or in its stamp.
    Copy,
    /// `QUYẾT ĐỊNH:`, `QUYẾT NGHỊ`, `NAY BAN HÀNH`.
    Decides,
    /// `Căn cứ …`, `Thực hiện …`: a sentence that opens with a ground.
    Ground,
    /// `Điều 1`, `I.`, `1.`, `Chương I`: a heading of the operative text.
    Section,
    /// `(Kèm theo Quyết định …)`.
    Attached,
    /// Page numbers, gazette lines, stamps.
    Furniture,
    /// Capitals that are none of the above: organs, titles, offices.
    Capitals,
    /// Anything else.
    Text,
}

/// Longest place-date line, in bytes.
const PLACE_DATE: usize = 240;

/// Longest mark of secrecy, in bytes: its letters apart, and a frame around them.
const LONGEST_MARK: usize = 80;

/// What a piece says, by its words alone.
pub(super) fn class(words: &str, lexicon: &Lexicon) -> Class {
    let opening = head(words, 72);
    let key = fold(opening);
    let key = key.trim_matches(|c: char| matches!(c, ' ' | '(' | ')' | '"' | '“' | '”'));
    let short = words.len() <= opening.len();
    if is_furniture(key, short) {
        Class::Furniture
    } else if let Some(class) = by_opening(key, short) {
        class
    } else if is_number(words) {
        Class::Number
    } else if is_symbol(words) {
        Class::Symbol
    } else if let Some(class) = by_kind(words, key, lexicon) {
        class
    } else if words.len() < PLACE_DATE && place_before_date(words, lexicon) == Some(0)
        || key.starts_with("ngày") && is_dated(words, 0)
    {
        Class::PlaceDate
    } else if let Some(class) = by_structure(words, key) {
        class
    } else if is_capitals(words) {
        if short && names_copy(words) { Class::Copy } else { Class::Capitals }
    } else {
        Class::Text
    }
}

fn is_furniture(key: &str, short: bool) -> bool {
    let page = key.len() <= 9 && !key.contains(is_letter);
    let stamp = ["công báo/số", "ký bởi:", "người ký:", "email:", "cơ quan: ", "văn bản quy phạm pháp luật", "trang "];
    page || short && stamp.iter().any(|s| key.starts_with(s)) && !(key.starts_with("trang ") && key.len() > 12)
}

fn by_opening(key: &str, short: bool) -> Option<Class> {
    let first = key.as_bytes().first();
    let is = |words: &[&str]| words.iter().any(|w| w.as_bytes().first() == first && key.starts_with(w));
    let whole = |words: &[&str]| short && words.contains(&key.trim_end_matches(['.', ':', ' ']));
    if short && (is(&["cộng hòa xã hội chủ"]) || is_part_of_motto(key))
        || is(&["độc lập - tự do", "độc lập -tự do", "độc lập- tự do", "độc lập-tự do"]) && key.len() < 60
    {
        Some(Class::Motto)
    } else if whole(&[
        "đảng cộng sản việt nam",
        "đảng công sản việt nam",
        "đảng cộng sản",
        "cộng sản việt nam",
        "đội tntp hồ chí minh",
        "đội thiếu niên tiền phong hồ chí minh",
        "đoàn tncs hồ chí minh",
        "đoàn thanh niên cộng sản hồ chí minh",
        "việt nam",
    ]) {
        Some(Class::PartyTitle)
    } else if is(&["v/v", "v/ v", "v⁄v", "về việc", "về:"]) {
        Some(Class::About)
    } else if is(&["kính gửi", "kính gởi", "đồng kính gửi", "kinh gửi:"]) || short && key.ends_with(" điện:")
    {
        Some(Class::To)
    } else if is(&["nơi nhận", "nơi gửi:", "nơi gởi:"]) && (short || key.starts_with("nơi nhận:")) {
        Some(Class::Recipients)
    } else if is(&["kèm theo", "ban hành kèm theo", "đính kèm", "ban hành theo"]) {
        Some(Class::Attached)
    } else if whole(&["hỏa tốc", "thượng khẩn", "khẩn", "hỏa tốc hẹn giờ"]) {
        Some(Class::Urgency)
    } else {
        None
    }
}

/// A line of the motto broken over two, wherever it was broken: `CỘNG` / `HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM`; and one of which a
/// conversion spoilt a letter in the middle.
fn is_part_of_motto(key: &str) -> bool {
    const MOTTO: &str = "cộng hòa xã hội chủ nghĩa việt nam";
    let key = key.trim_end_matches(['.', ':', ' ']);
    let begins = || key.len() >= "cộng".len() && MOTTO.strip_prefix(key).is_some_and(|rest| rest.starts_with(' '));
    // "VIỆT NAM" and "NAM" alone end other names too.
    let ends = || MOTTO.strip_suffix(key).is_some_and(|rest| rest.ends_with(' ')) && key.len() > "việt nam".len();
    // "HÒA XÃ HỘI CHỦ NGHĨA VIỆT": broken on both sides.
    let within = || key.len() > "xã hội chủ nghĩa".len() && memmem::find(MOTTO.as_bytes(), key.as_bytes()).is_some();
    // "CÔNG HÒA XÃ HỘI …", and the State's name of before 1976.
    let spoilt = || {
        key.starts_with("cộng hòa x") && key.ends_with("chủ nghĩa việt nam")
            || key.ends_with("hòa xã hội chủ nghĩa việt nam")
            || key.starts_with("việt nam dân chủ cộng h")
    };
    // "HIẾN PHÁP" / "NƯỚC CỘNG HÒA …": the name of what is above goes on.
    key.len() < 60 && !key.starts_with("nước ") && (begins() || ends() || within() || spoilt())
}

fn by_kind(words: &str, key: &str, lexicon: &Lexicon) -> Option<Class> {
    let decides = ["quyết nghị", "quyết định", "nghị định", "chỉ thị", "nay ban hành", "quyết nghị:"];
    let bare = key.trim_end_matches([':', '.', ' ']);
    if secrecy(words).is_some() {
        return Some(Class::Secrecy);
    }
    if bare
        .strip_prefix("dự thảo")
        .is_some_and(|rest| rest.chars().count() < 16 && !rest.contains("nghị") && !rest.contains("luật"))
    {
        return Some(Class::Draft);
    }
    if bare == "quyết nghị" || key.ends_with(':') && decides.contains(&bare) && is_capitals(words) {
        return Some(Class::Decides);
    }
    if words.starts_with(char::is_uppercase) && heads(words, bare, lexicon) {
        return Some(Class::Kind);
    }
    let (kind, rest) = Some(key).filter(|key| key.contains('/'))?.split_once(" số")?;
    let number = rest.trim_start_matches([':', ' ', '.']);
    (number.starts_with(|c: char| c.is_ascii_digit())
        && number.contains('/')
        && !number.contains(" ngày")
        && lexicon.kinds.by_name(kind).is_some())
    .then_some(Class::KindNumber)
}

/// A kind of document or another heading alone; in capitals one of three words and more with its subject behind it, `BẢN GIAO
/// ƯỚC THI ĐUA NĂM 2024`, or any with the organ that decides, `NGHỊ QUYẾT CỦA BAN CHẤP HÀNH ĐẢNG BỘ HUYỆN`. A bracket may
/// stand behind it: `QUY ĐỊNH (BỔ SUNG)`.
fn heads(words: &str, bare: &str, lexicon: &Lexicon) -> bool {
    let bare = bare.find('(').and_then(|_| bare.split_once(" (")).map_or(bare, |(bare, _)| bare);
    let fits = bare.len() < 60 || bare.len() < 200 && is_capitals(words);
    let said = Some(bare).filter(|_| fits).and_then(|bare| lexicon.heading(bare));
    said.is_some_and(|(_, count)| {
        let whole = count == bare.split_whitespace().count();
        let of = || bare.split_whitespace().nth(count) == Some("của");
        whole && bare.len() < 60 || !whole && (count > 2 || of()) && is_capitals(words)
    })
}

/// `Số:` and a number, or a blank and a symbol.
fn is_number(words: &str) -> bool {
    let Some(rest) =
        words.strip_prefix("Số").or_else(|| words.strip_prefix("SỐ")).or_else(|| words.strip_prefix("số:"))
    else {
        // "S: 12/QĐ-UBND", a letter lost.
        let rest = words.strip_prefix("S:").map(|rest| rest.trim_start_matches(is_gap));
        return rest.is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_digit()) && rest.contains(is_slash));
    };
    let blank = |c: char| is_gap(c) || matches!(c, ':' | '.' | '…' | '·');
    let after = rest.trim_start_matches(blank);
    // "Số" alone: the number stands on the next line.
    let coloned = rest.is_empty() || rest.trim_start_matches(is_gap).starts_with(':') || words.starts_with("số:");
    after.starts_with(|c: char| c.is_ascii_digit() || c == '/' || is_dash(c) || c == '(')
        || coloned && (after.is_empty() || after.starts_with("O") || after.starts_with('l'))
}

/// One run of symbols with a slash or an end that waits for more.
fn is_symbol(words: &str) -> bool {
    if words.contains(is_gap) {
        return false;
    }
    let dashes = words.chars().filter(|c| is_dash(*c)).count();
    let cut = words.ends_with(is_dash) || words.contains(is_slash) || dashes > 1;
    cut && words.chars().any(char::is_uppercase)
        && words.chars().any(is_dash_or_slash)
        && !words.contains([',', ';', ':'])
}

fn is_dash_or_slash(c: char) -> bool {
    is_dash(c) || is_slash(c)
}

fn by_structure(words: &str, key: &str) -> Option<Class> {
    let key = key.trim_start_matches(|c: char| is_dash(c) || matches!(c, ' ' | '+' | '•' | '*'));
    if is_section(words) {
        return Some(Class::Section);
    }
    (!is_capitals(words) && opens_with_ground(key)).then_some(Class::Ground)
}

/// `Điều 1`, `Chương I`, `Phần thứ nhất`, `I.`, `A.`, `1.`: the head of an operative part.
pub(super) fn is_section(words: &str) -> bool {
    if !words.starts_with(|c: char| c.is_ascii_alphanumeric() || c == 'Đ') {
        return false;
    }
    let mut tokens = words.split(is_gap).filter(|token| !token.is_empty());
    let (Some(first), second) = (tokens.next(), tokens.next()) else { return false };
    let is = |word: &&str| same_word(first, word);
    if ["điều", "chương", "phần", "mục"].iter().any(is) {
        first.starts_with(char::is_uppercase) && second.is_some_and(is_ordinal)
    } else if is(&"lời") {
        words.len() < 30 && fold(words) == "lời nói đầu"
    } else {
        second.is_some_and(|second| is_list_mark(first, second))
    }
}

/// `1`, `I.`, `thứ`: what follows the word for a part.
fn is_ordinal(token: &str) -> bool {
    let digits = token.trim_end_matches(['.', ':', ')']);
    let arabic = digits.chars().all(|c| c.is_ascii_digit() || c == '.');
    let roman = digits.chars().all(|c| "IVXLivx".contains(c));
    !digits.is_empty() && (arabic || roman) || matches!(fold(token).as_str(), "thứ" | "mở" | "một" | "a" | "b")
}

/// `I.`, `A.`, `1.`, `1.2)`, `I` before a stop or a dash.
fn is_list_mark(first: &str, second: &str) -> bool {
    let head = first.trim_end_matches(['.', ')', '/', '-']);
    let marked = first.len() > head.len() || second.starts_with([')', '.', '/', '-']);
    let roman = head.chars().all(|c| "IVX".contains(c));
    let arabic = head.starts_with(|c: char| c.is_ascii_digit()) && head.chars().all(|c| c.is_ascii_digit() || c == '.');
    let letter = head.len() == 1 && head.chars().all(|c| c.is_ascii_uppercase());
    marked && !head.is_empty() && (roman || arabic && head.len() <= 5 || letter)
}

/// The folded opening of a sentence that names a ground.
pub(super) fn opens_with_ground(key: &str) -> bool {
    const GROUNDS: &str = "\
        căn cứ|chiếu|xét |thực hiện |theo |trên cơ sở|phúc đáp|trả lời |tiếp theo |tiếp tục thực hiện|\
        triển khai |thi hành |để |nhằm |sau khi |quán triệt |hưởng ứng |ngày 0|ngày 1|ngày 2|ngày 3|vừa qua|\
        thời gian qua|\
        trong thời gian|trong những năm|được sự |qua |nhận được |tại ";
    static HEADS: LazyLock<Heads> = LazyLock::new(|| Heads::of(GROUNDS));
    HEADS.open(key)
}

/// `- Căn cứ …`: a ground of the strictest sort, with or without the mark of its list.
pub(super) fn is_basis(words: &str) -> bool {
    let words = words.trim_start_matches(|c: char| is_dash(c) || is_gap(c));
    fold(head(words, 8)).starts_with("căn cứ")
}

/// Mostly capital letters, at least four of them, or all of two or three.
pub(super) fn is_capitals(words: &str) -> bool {
    const SEEN: usize = 160;
    // So many small letters are too many, whatever the others are.
    let head = &words.as_bytes()[..words.len().min(SEEN)];
    if head.iter().map(|byte| u8::from(byte.is_ascii_lowercase())).sum::<u8>() as usize * 9 > head.len() {
        return false;
    }
    let (mut capitals, mut small) = (0, 0);
    for c in words.chars().take(SEEN) {
        if is_capital(c) {
            capitals += 1;
        } else {
            small += usize::from(is_small(c));
        }
    }
    capitals >= 2 && (small == 0 || capitals >= 4 && small * 8 <= capitals)
}

/// Where the place of a place-date line begins, if the words hold one.
pub(super) fn place_before_date(words: &str, lexicon: &Lexicon) -> Option<usize> {
    static DAY: LazyLock<Finder<'_>> = LazyLock::new(|| Finder::new("gày"));
    let mut from = 0;
    while let Some(found) = DAY.find(&words.as_bytes()[from..]) {
        let at = from + found;
        from = at + "gày".len();
        let Some(day) =
            words[..at].char_indices().next_back().filter(|(_, c)| matches!(c, 'n' | 'N')).map(|(day, _)| day)
        else {
            continue;
        };
        if !is_dated(words, day) {
            continue;
        }
        let before = words[..day].trim_end_matches(is_gap);
        // "Thứ Hai, ngày …" heads a page of the web.
        if ["Thứ ", "Chủ nhật", "Chủ Nhật"].iter().any(|day| before.starts_with(day)) {
            continue;
        }
        let comma = before.ends_with(',');
        let place = before.trim_end_matches(|c: char| c == ',' || is_gap(c));
        if let Some(start) = place_start(place, comma, lexicon) {
            return Some(start);
        }
    }
    None
}

/// "ngày" here opens a date with month and year, filled in or blank, that ends its line.
fn is_dated(words: &str, day: usize) -> bool {
    let Some(rest) = words.get(day + "ngày".len()..) else { return false };
    if let Some((_, end)) = read_date(words, day) {
        return ends_line(&words[end..]);
    }
    // Cut at the end of the line: the rest stands on the next.
    let cut = |part: &str| part.trim_matches(|c: char| is_gap(c) || c.is_ascii_digit() || ".…".contains(c)).is_empty();
    rest.split_once("tháng").map_or_else(|| cut(rest), |(day, month)| cut(day) && cut(month))
}

fn ends_line(rest: &str) -> bool {
    !rest.contains(is_letter) || rest.trim_start_matches(|c: char| !is_letter(c)).starts_with("V/")
}

/// The start of the name that ends here: a known place, or words with capitals up to the start.
fn place_start(words: &str, comma: bool, lexicon: &Lexicon) -> Option<usize> {
    let tokens: Vec<(usize, &str)> = tokens(words).collect();
    if let [.., (start, unit), (_, number)] = tokens[..]
        && comma
        && number.bytes().all(|b| b.is_ascii_digit())
        && matches!(unit, "Quận" | "Q." | "Phường" | "quận" | "phường")
    {
        return Some(start);
    }
    let named = tokens.iter().rev().take(7).take_while(|(_, token)| is_name_token(token)).count();
    if named == 0 && comma && words.chars().all(|c| is_gap(c) || matches!(c, '.' | '…' | '_')) {
        // "......., ngày 03 tháng 8 năm 2020": the place is still to be written.
        return words.contains(['.', '…', '_']).then_some(0);
    }
    if named == 0 {
        return (comma && mended_place(words, lexicon).is_some()).then_some(0);
    }
    let run = &tokens[tokens.len() - named..];
    let known = run.iter().find(|(start, _)| lexicon.places.find(&words[*start..], None).is_some());
    if let Some((start, _)) = known {
        return Some(*start);
    }
    if comma && mended_place(words, lexicon).is_some() {
        return Some(0);
    }
    const TIMES: [&str; 10] = ["Chiều", "Sáng", "Tối", "Từ", "Đến", "Vào", "Trước", "Sau", "Trong", "Ký"];
    // Behind a number on the same line, or alone.
    let before = tokens.len().checked_sub(named + 1).map(|at| tokens[at].1);
    let alone = before.is_none_or(|before| before.contains(is_slash));
    (comma && alone && !TIMES.contains(&run[0].1)).then_some(run[0].0)
}

/// The place whose name a scan broke by gaps: `Qu ả ng Ngãi`.
pub(super) fn mended_place<'l>(words: &str, lexicon: &'l Lexicon) -> Option<&'l Place> {
    let key = Some(letters(words)).filter(|key| key.len() < 40)?;
    lexicon
        .places
        .by_letters(|name| key.strip_suffix(name).is_some_and(|unit| matches!(unit, "" | "tỉnh" | "thànhphố" | "tp")))
}

/// A word of a place's name: a capital and small letters, `TP.`, `-`, or the pieces that a scan leaves of one.
fn is_name_token(token: &str) -> bool {
    let short =
        matches!(token, "-" | "–" | "TP." | "TP" | "Tp." | "TP.HCM" | "TPHCM" | "T.P" | "HCM" | "phố" | "xã" | "trấn");
    let name =
        token.starts_with(char::is_uppercase) && token.chars().all(|c| is_letter(c) || matches!(c, '.' | '\'' | '-'));
    short || name && token.chars().any(char::is_lowercase) || token.chars().count() == 1 && token.chars().all(is_letter)
}

/// The byte after `Kính gửi` and its colon.
pub(super) fn after_to(words: &str) -> usize {
    let key_end = words.char_indices().filter(|(_, c)| c.is_whitespace()).map(|(at, _)| at);
    let second = words.find(':').map(|colon| colon + 1).or_else(|| key_end.take(2).nth(1)).unwrap_or(words.len());
    if second <= 40 {
        second
    } else {
        words.char_indices().filter(|(_, c)| c.is_whitespace()).nth(1).map_or(words.len(), |(at, _)| at)
    }
}

/// The mark of secrecy that a line says and nothing else, in capitals or behind `Độ mật`; its letters may stand apart.
pub(super) fn secrecy(words: &str) -> Option<&'static str> {
    const MARKS: [(&str, &str); 3] = [("mật", "MẬT"), ("tốimật", "TỐI MẬT"), ("tuyệtmật", "TUYỆT MẬT")];
    let first = words.chars().find(|&c| is_word(c)).filter(|_| words.len() < LONGEST_MARK)?;
    let may_be = matches!(first, 'M' | 'm' | 'T' | 't' | 'Đ' | 'đ') && (words.contains('Ậ') || words.contains('ậ'));
    let key = may_be.then(|| letters(words))?;
    let (key, told) = key.strip_prefix("độmật").map_or((key.as_str(), false), |mark| (mark, true));
    let (_, mark) = MARKS.iter().find(|(letters, _)| *letters == key)?;
    (told || is_capitals(words)).then_some(*mark)
}
