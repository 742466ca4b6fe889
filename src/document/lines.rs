//! A text as lines, and the lines of a letterhead or a signature block as pieces that each say one thing.
//!
//! [`rows`] gives the lines with list and emphasis marks stripped; [`pieces`] splits some of them at table pipes, wide
//! gaps and anchors (`CỘNG HÒA`, `Độc lập`, `V/v`, `<place>, ngày`) and says what each piece is. A piece is classed by
//! what it says, never by where it stands. What the pieces mean together is left to the other files.

use crate::date;
use crate::lexicon::Lexicon;
use crate::text::fold::fold;
use crate::text::{Cursor, Span, is_dash, is_gap, is_slash};

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

/// A line of the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Row {
    /// The line without marks and gaps at its ends.
    pub(super) words: Span,
    /// The whole line without its line end.
    pub(super) line: Span,
}

/// A line, a cell of a table, or a part of a line between two anchors.
#[derive(Clone, Copy, Debug)]
pub(super) struct Piece<'t> {
    /// Where it stands, without marks and gaps at its ends.
    pub(super) span: Span,
    /// What it says.
    pub(super) words: &'t str,
    /// What that is.
    pub(super) class: Class,
    /// A blank line, a rule or another cell lies before it.
    pub(super) apart: bool,
    /// A rule (-----) lies right before it.
    pub(super) ruled: bool,
    /// It begins with `#`.
    pub(super) heading: bool,
}

/// The lines of a text, one after the other.
pub(super) fn rows(text: &str, from: usize) -> impl Iterator<Item = Row> + '_ {
    let ends = memchr::memchr_iter(b'\n', &text.as_bytes()[from..]).map(move |end| from + end).chain([text.len()]);
    ends.scan(from, |start, end| {
        let line = Span::new(*start, end);
        *start = end + 1;
        Some(line)
    })
    .map(|line| Row { words: trimmed(text, line), line })
}

/// A span without gaps, emphasis, heading marks and pipes at its ends.
pub(super) fn trimmed(text: &str, span: Span) -> Span {
    let is_mark = |c: char| is_gap(c) || matches!(c, '#' | '>' | '|' | '`');
    let words = &text[span.range()];
    let left = words.len() - words.trim_start_matches(is_mark).len();
    let length = words.trim_matches(is_mark).len();
    Span::new(span.start + left, span.start + left + length)
}

/// A line of dashes, stars or dots.
pub(super) fn is_rule(line: &str) -> bool {
    let marks = line.chars().filter(|c| !c.is_whitespace());
    line.len() > 2
        && line.contains(|c: char| is_dash(c) || "*_=~".contains(c))
        && marks.clone().count() > 2
        && marks.clone().all(|c| is_dash(c) || "*_=~.…|:o".contains(c))
}

/// Pieces of the lines from `from`, at most `most` of them. `letterhead` also splits at the anchors of a letterhead.
pub(super) fn pieces<'t>(
    text: &'t str,
    from: usize,
    most: usize,
    letterhead: bool,
    lexicon: &Lexicon,
) -> Vec<Piece<'t>> {
    let mut found: Vec<Piece<'t>> = Vec::new();
    let (mut apart, mut ruled) = (true, false);
    // Under the kind a line is the subject, which may hold every anchor.
    let mut under_kind = false;
    for row in rows(text, from) {
        if found.len() >= most {
            break;
        }
        let line = &text[row.line.range()];
        if row.words.start >= row.words.end || is_rule(&text[row.words.range()]) {
            apart = true;
            ruled |= is_rule(line) && !line.contains('|');
            continue;
        }
        let heading = line.trim_start().starts_with('#');
        for (index, span) in halves(text, row.line, letterhead && !under_kind, lexicon).into_iter().enumerate() {
            let words = &text[span.range()];
            if is_rule(words) {
                (apart, ruled) = (true, true);
                continue;
            }
            let class = class(words, lexicon);
            under_kind |= class == Class::Kind && is_capitals(words);
            if class != Class::Furniture {
                found.push(Piece { span, words, class, apart: apart || index > 0, ruled, heading });
                (apart, ruled) = (false, false);
            }
        }
    }
    found
}

/// The parts of a line that belong to different cells.
fn halves(text: &str, line: Span, letterhead: bool, lexicon: &Lexicon) -> Vec<Span> {
    let mut cells = Vec::new();
    for cell in split_by(text, line, |rest| {
        ["|", "<br>", "<br/>", "<br />"].into_iter().find(|m| rest.starts_with(m)).map(str::len)
    }) {
        let mut at = cell.start;
        let words = &text[cell.range()];
        let is_wide = |c: char| c.is_whitespace() && c != '\n';
        while let Some((gap, length)) = wide_gap(&text[at..cell.end], is_wide) {
            cells.push(trimmed(text, Span::new(at, at + gap)));
            at += gap + length;
        }
        cells.push(trimmed(text, Span::new(at, cell.start + words.len())));
    }
    cells.retain(|cell| cell.start < cell.end);
    if !letterhead {
        return cells;
    }
    cells.into_iter().flat_map(|cell| at_anchors(text, cell, lexicon)).filter(|cell| cell.start < cell.end).collect()
}

/// The first run of three or more blanks, or a tab, with something on both sides.
fn wide_gap(words: &str, is_wide: impl Fn(char) -> bool) -> Option<(usize, usize)> {
    let mut from = words.len() - words.trim_start_matches(&is_wide).len();
    loop {
        let start = from + words[from..].find(&is_wide)?;
        let run = &words[start..];
        let length = run.len() - run.trim_start_matches(&is_wide).len();
        let wide = run[..length].chars().count() > 2 || run[..length].contains('\t');
        if start + length >= words.len() {
            return None;
        }
        if wide {
            return Some((start, length));
        }
        from = start + length;
    }
}

/// Splits a span where `mark` gives the length of a separator.
fn split_by(text: &str, span: Span, mark: impl Fn(&str) -> Option<usize>) -> Vec<Span> {
    let (mut parts, mut start, mut at) = (Vec::new(), span.start, span.start);
    while at < span.end {
        let rest = &text[at..span.end];
        if let Some(length) = mark(rest) {
            parts.push(Span::new(start, at));
            at += length;
            start = at;
        } else {
            at += rest.chars().next().map_or(1, char::len_utf8);
        }
    }
    parts.push(Span::new(start, span.end));
    parts
}

/// Splits a cell of a letterhead where another line of it begins.
fn at_anchors(text: &str, cell: Span, lexicon: &Lexicon) -> Vec<Span> {
    // A sentence of the text may hold every anchor; letterheads are short.
    if cell.end - cell.start > 900 {
        return vec![cell];
    }
    let mut cuts: Vec<usize> = Vec::new();
    let words = &text[cell.range()];
    for (at, _) in
        words.char_indices().filter(|&(at, c)| at > 0 && words[..at].ends_with([' ', '\u{A0}', '*', '_']) && !is_gap(c))
    {
        if is_anchor(&words[..at], &words[at..]) {
            cuts.push(at);
        }
    }
    cuts.extend(after_motto(words));
    cuts.extend(place_before_date(words, lexicon).filter(|&at| at > 0));
    cuts.sort_unstable();
    cuts.dedup();
    let ends = cuts.iter().copied().chain([words.len()]);
    let starts = [0].into_iter().chain(cuts.iter().copied());
    starts.zip(ends).map(|(a, b)| trimmed(text, Span::new(cell.start + a, cell.start + b))).collect()
}

/// True where a line of the letterhead begins behind another one.
fn is_anchor(before: &str, here: &str) -> bool {
    const MOTTO: [&str; 6] = [
        "CỘNG HÒA XÃ HỘI",
        "CỘNG HOÀ XÃ HỘI",
        "Độc lập - Tự do",
        "Độc lập – Tự do",
        "Độc Lập - Tự Do",
        "ĐỘC LẬP - TỰ DO",
    ];
    let before = before.trim_end_matches(is_gap);
    let capital = ends_in_capitals(before);
    if MOTTO.iter().any(|m| here.starts_with(m)) {
        return !before.ends_with("NƯỚC") && !before.ends_with("Nước") && !before.ends_with("nước");
    }
    if here.starts_with("ĐẢNG CỘNG SẢN VIỆT NAM") {
        return capital && here.trim_end_matches(is_gap) == "ĐẢNG CỘNG SẢN VIỆT NAM" && is_party_organ(before);
    }
    if here.starts_with("V/v")
        || here.starts_with("V/V")
        || here.starts_with("Kính gửi:")
        || here.starts_with("Nơi nhận:")
    {
        return true;
    }
    let number = here.strip_prefix("Số").or_else(|| here.strip_prefix("SỐ"));
    number.is_some_and(|rest| {
        let rest = rest.trim_start_matches(is_gap);
        (rest.starts_with(':') || rest.starts_with(|c: char| c.is_ascii_digit()))
            && (capital || before.ends_with(['-', '*', '.']))
    })
}

fn ends_in_capitals(words: &str) -> bool {
    words
        .split_whitespace()
        .next_back()
        .is_some_and(|w| w.chars().any(char::is_alphabetic) && !w.chars().any(char::is_lowercase))
}

fn is_party_organ(words: &str) -> bool {
    let key = fold(words);
    [
        "ủy",
        "đảng bộ",
        "ban chấp hành",
        "ban tổ chức",
        "ban tuyên giáo",
        "chi bộ",
        "văn phòng",
        "ban dân vận",
        "ban nội chính",
    ]
    .iter()
    .any(|organ| key.contains(organ))
}

/// Where something follows the motto on its line.
fn after_motto(words: &str) -> Option<usize> {
    let ends = ["CHỦ NGHĨA VIỆT NAM", "Hạnh phúc", "Hạnh Phúc", "HẠNH PHÚC"];
    let motto = words.starts_with("CỘNG HÒA")
        || words.starts_with("CỘNG HOÀ")
        || words.contains("Tự do")
        || words.contains("Tự Do");
    motto
        .then(|| ends.iter().filter_map(|end| words.rfind(end).map(|at| at + end.len())).max())
        .flatten()
        .filter(|&at| at < words.len())
}

/// Where the place of a place-date line begins, if the words hold one.
pub(super) fn place_before_date(words: &str, lexicon: &Lexicon) -> Option<usize> {
    let mut from = 0;
    while let Some(found) = words[from..].find("gày") {
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
    let filled = date::read(words, day).is_some_and(|(_, end)| ends_line(&words[end..]));
    let head: String = rest.chars().take(60).collect();
    let blank = head.contains("tháng")
        && head.contains("năm")
        && rest.chars().take(4).all(|c| !c.is_alphabetic() || "t".contains(c));
    filled
        || blank
        || rest.trim_matches(is_gap).is_empty()
        || rest.trim_matches(is_gap).chars().all(|c| c.is_ascii_digit())
}

fn ends_line(rest: &str) -> bool {
    !rest.contains(char::is_alphabetic) || rest.trim_start_matches(|c: char| !c.is_alphabetic()).starts_with("V/")
}

/// The start of the name that ends here: a known place, or words with capitals up to the start.
fn place_start(words: &str, comma: bool, lexicon: &Lexicon) -> Option<usize> {
    let tokens: Vec<(usize, &str)> = tokens(words);
    let named = tokens.iter().rev().take(7).take_while(|(_, token)| is_name_token(token)).count();
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
    (comma && run[0].0 == 0 && !TIMES.contains(&run[0].1)).then_some(run[0].0)
}

/// The place whose name a scan broke by gaps: `Qu ả ng Ngãi`.
pub(super) fn mended_place<'l>(words: &str, lexicon: &'l Lexicon) -> Option<&'l crate::lexicon::Place> {
    let squeeze =
        |name: &str| name.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect::<String>();
    let key = Some(squeeze(words)).filter(|key| key.len() < 40)?;
    lexicon.places.all().iter().find(|place| {
        let name = squeeze(&place.name);
        name == key || key.strip_suffix(name.as_str()).is_some_and(|unit| matches!(unit, "tỉnh" | "thànhphố" | "tp"))
    })
}

/// The words of a text with their places.
pub(super) fn tokens(words: &str) -> Vec<(usize, &str)> {
    let base = words.as_ptr() as usize;
    words.split(is_gap).filter(|token| !token.is_empty()).map(|token| (token.as_ptr() as usize - base, token)).collect()
}

/// A word of a place's name: a capital and small letters, `TP.`, `-`, or the pieces that a scan leaves of one.
fn is_name_token(token: &str) -> bool {
    let short =
        matches!(token, "-" | "–" | "TP." | "TP" | "Tp." | "TP.HCM" | "TPHCM" | "T.P" | "HCM" | "phố" | "xã" | "trấn");
    let name = token.starts_with(char::is_uppercase)
        && token.chars().all(|c| c.is_alphabetic() || matches!(c, '.' | '\'' | '-'));
    short
        || name && token.chars().any(char::is_lowercase)
        || token.chars().count() == 1 && token.chars().all(char::is_alphabetic)
}

/// What a piece says, by its words alone.
pub(super) fn class(words: &str, lexicon: &Lexicon) -> Class {
    let opening: String = words.chars().take(72).collect();
    let key = fold(&opening);
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
    } else if place_before_date(words, lexicon) == Some(0) || key.starts_with("ngày") && is_dated(words, 0) {
        Class::PlaceDate
    } else if let Some(class) = by_structure(words, key) {
        class
    } else if is_capitals(words) {
        Class::Capitals
    } else {
        Class::Text
    }
}

fn is_furniture(key: &str, short: bool) -> bool {
    let no_letters = !key.contains(char::is_alphabetic);
    let page = no_letters && key.len() <= 9;
    let stamp = ["công báo/số", "ký bởi:", "người ký:", "email:", "cơ quan: ", "văn bản quy phạm pháp luật", "trang "];
    page || short && stamp.iter().any(|s| key.starts_with(s)) && !(key.starts_with("trang ") && key.len() > 12)
}

fn by_opening(key: &str, short: bool) -> Option<Class> {
    let is = |words: &[&str]| words.iter().any(|w| key.starts_with(w));
    let whole = |words: &[&str]| short && words.contains(&key.trim_end_matches(['.', ':', ' ']));
    if short
        && (is(&["cộng hòa xã hội chủ"]) || whole(&["cộng hòa", "cộng hòa xã", "cộng hòa xã hội", "xã hội chủ nghĩa việt nam", "chủ nghĩa việt nam", "hội chủ nghĩa việt nam"]))
        || is(&["độc lập - tự do", "độc lập -tự do", "độc lập- tự do", "độc lập-tự do"]) && key.len() < 60
    {
        Some(Class::Motto)
    } else if whole(&[
        "đảng cộng sản việt nam",
        "đảng cộng sản",
        "đoàn tncs hồ chí minh",
        "đoàn thanh niên cộng sản hồ chí minh",
        "việt nam",
    ]) {
        Some(Class::PartyTitle)
    } else if is(&["v/v", "v/ v", "v⁄v", "về việc"]) {
        Some(Class::About)
    } else if is(&["kính gửi", "kính gởi", "đồng kính gửi"]) || short && key.ends_with(" điện:") {
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

fn by_kind(words: &str, key: &str, lexicon: &Lexicon) -> Option<Class> {
    let decides = ["quyết nghị", "quyết định", "nghị định", "chỉ thị", "nay ban hành", "quyết nghị:"];
    let bare = key.trim_end_matches([':', '.', ' ']);
    if is_capitals(words) {
        let marks = ["mật", "tối mật", "tuyệt mật"];
        if marks.contains(&bare)
            || bare.strip_prefix("độ mật").is_some_and(|m| marks.contains(&m.trim_matches([':', ' '])))
        {
            return Some(Class::Secrecy);
        }
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
    if bare.len() < 60 && lexicon.kinds.by_name(bare).is_some() && words.starts_with(char::is_uppercase) {
        return Some(Class::Kind);
    }
    let (kind, rest) = key.split_once(" số")?;
    let number = rest.trim_start_matches([':', ' ', '.']);
    (number.starts_with(|c: char| c.is_ascii_digit())
        && number.contains('/')
        && !number.contains(" ngày")
        && lexicon.kinds.by_name(kind).is_some())
    .then_some(Class::KindNumber)
}

/// `Số:` and a number, or a blank and a symbol.
fn is_number(words: &str) -> bool {
    let Some(rest) =
        words.strip_prefix("Số").or_else(|| words.strip_prefix("SỐ")).or_else(|| words.strip_prefix("số:"))
    else {
        return false;
    };
    let blank = |c: char| is_gap(c) || matches!(c, ':' | '.' | '…' | '·');
    let after = rest.trim_start_matches(blank);
    let coloned = rest.trim_start_matches(is_gap).starts_with(':') || words.starts_with("số:");
    after.starts_with(|c: char| c.is_ascii_digit() || c == '/' || is_dash(c) || c == '(')
        || coloned && (after.is_empty() || after.starts_with("O") || after.starts_with('l'))
}

/// One run of symbols with a slash or an end that waits for more.
fn is_symbol(words: &str) -> bool {
    let cut = words.ends_with(is_dash) || words.contains(is_slash);
    cut && !words.contains(is_gap) && words.chars().any(char::is_uppercase) && words.chars().any(is_dash_or_slash) && !words.contains([',', ';', ':'])
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
    let mut tokens = words.split(is_gap).filter(|token| !token.is_empty());
    let (Some(first), second) = (tokens.next(), tokens.next()) else { return false };
    let numbered = |token: &str| {
        let token = token.trim_end_matches(['.', ':', ')']);
        !token.is_empty()
            && (token.chars().all(|c| c.is_ascii_digit() || c == '.') || token.chars().all(|c| "IVXLivx".contains(c)))
    };
    let ordinal = |token: &str| numbered(token) || matches!(fold(token).as_str(), "thứ" | "mở" | "một" | "a" | "b");
    if matches!(fold(first).as_str(), "điều" | "chương" | "phần" | "mục") {
        return first.starts_with(char::is_uppercase) && second.is_some_and(ordinal);
    }
    let head = first.trim_end_matches(['.', ')', '/', '-']);
    let marked = first.len() > head.len() || second.is_some_and(|s| s.starts_with([')', '.', '/', '-']));
    let roman = head.chars().all(|c| "IVX".contains(c)) && !head.is_empty();
    let arabic = head.len() <= 5
        && head.starts_with(|c: char| c.is_ascii_digit())
        && head.chars().all(|c| c.is_ascii_digit() || c == '.');
    marked && second.is_some() && (roman || arabic || head.len() == 1 && head.chars().all(|c| c.is_ascii_uppercase()))
}

/// The folded opening of a sentence that names a ground.
pub(super) fn opens_with_ground(key: &str) -> bool {
    const GROUNDS: [&str; 26] = [
        "căn cứ",
        "chiếu",
        "xét ",
        "thực hiện ",
        "theo ",
        "trên cơ sở",
        "phúc đáp",
        "trả lời ",
        "tiếp theo ",
        "tiếp tục thực hiện",
        "triển khai ",
        "thi hành ",
        "để ",
        "nhằm ",
        "sau khi ",
        "quán triệt ",
        "hưởng ứng ",
        "ngày ",
        "vừa qua",
        "thời gian qua",
        "trong thời gian",
        "trong những năm",
        "được sự ",
        "qua ",
        "nhận được ",
        "tại ",
    ];
    GROUNDS.iter().any(|ground| key.starts_with(ground))
}

/// Mostly capital letters, at least four of them, or all of two or three.
pub(super) fn is_capitals(words: &str) -> bool {
    let (mut capitals, mut small) = (0, 0);
    for c in words.chars().take(160) {
        capitals += usize::from(c.is_uppercase());
        small += usize::from(c.is_lowercase());
    }
    capitals >= 2 && (small == 0 || capitals >= 4 && small * 8 <= capitals)
}

/// Steps a cursor over gaps, colons and dots.
pub(super) fn skip_filler(cursor: &mut Cursor<'_>) {
    while cursor.peek().is_some_and(|c| is_gap(c) || matches!(c, ':' | '.' | '…' | '·' | '|')) {
        cursor.bump();
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use Class::*;

    fn classes(text: &str) -> Vec<(Class, &str)> {
        pieces(text, 0, 99, true, Lexicon::embedded()).into_iter().map(|p| (p.class, p.words)).collect()
    }

    #[test]
    fn a_line_is_known_by_what_it_says() {
        for (words, class) in [
            ("CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM", Motto),
            ("Độc lập – Tự do – Hạnh phúc", Motto),
            ("ĐẢNG CỘNG SẢN VIỆT NAM", PartyTitle),
            ("Số:12/LĐLĐ", Number),
            ("Số:      /LĐLĐ", Number),
            ("Số …/KH-UBND", Number),
            ("Luật số: 7/2031/QH19", KindNumber),
            ("Mường Lát, ngày 3 tháng 9 năm 2020", PlaceDate),
            ("TP. Hồ Chí Minh, ngày     tháng   năm 2020", PlaceDate),
            ("## KẾ HOẠCH", Kind),
            ("V/v tổ chức hội thao", About),
            ("Kính gửi: Ban Tổ chức Tỉnh ủy", To),
            ("TỐI MẬT", Secrecy),
            ("DỰ THẢO LẦN 2", Draft),
            ("QUYẾT ĐỊNH:", Decides),
            ("Căn cứ Luật Công đoàn;", Ground),
            ("- Căn cứ Luật Công đoàn;", Ground),
            ("Điều 1. Phạm vi", Section),
            ("II. NHIỆM VỤ", Section),
            ("CÔNG BÁO/Số 7/Ngày 02-02-2031", Furniture),
            ("LIÊN ĐOÀN LAO ĐỘNG TỈNH LAI CHÂU", Capitals),
        ] {
            assert_eq!(classes(words).first().map_or(Furniture, |(class, _)| *class), class, "{words}");
        }
    }

    #[test]
    fn what_only_looks_like_a_line_of_the_letterhead_is_text() {
        for (words, not) in [
            ("Luật Bảo vệ bí mật nhà nước", Secrecy),
            ("Số lượng đại biểu: 120", Number),
            ("Chiều ngày 9 tháng 11 năm 2020", PlaceDate),
            ("Hội nghị tại Hà Nội, ngày 5/9/2016 đã bàn", PlaceDate),
            ("Kế hoạch này có hiệu lực từ ngày ký", Kind),
            ("Nghị định số 12/2031/NĐ-CP ngày 1/1/2031 của Chính phủ", KindNumber),
            ("THỰC HIỆN CÔNG TÁC TUYÊN GIÁO", Ground),
        ] {
            assert_ne!(class(words, Lexicon::embedded()), not, "{words}");
        }
    }

    #[test]
    fn two_columns_on_one_line_are_split_at_gaps_and_anchors() {
        let text = "LĐLĐ TỈNH CAO BẰNG   CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n\
                    BAN THƯỜNG VỤ Độc lập - Tự do - Hạnh phúc\n\
                    Số: 31/LĐLĐ Cao Bằng, ngày 18 tháng 8 năm 2021\n\
                    V/v họp báo\n";
        let found = classes(text);
        let expected = [Capitals, Motto, Capitals, Motto, Number, PlaceDate, About];
        assert_eq!(found.iter().map(|(class, _)| *class).collect::<Vec<_>>(), expected, "{found:?}");
        assert_eq!(found[5].1, "Cao Bằng, ngày 18 tháng 8 năm 2021");
    }

    #[test]
    fn cells_of_a_table_row_are_pieces() {
        let text =
            "| CHÍNH PHỦ ------- | CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM Độc lập - Tự do - Hạnh phúc ---- |\n|---|---|\n";
        let found = classes(text);
        assert_eq!(found.iter().map(|(class, _)| *class).collect::<Vec<_>>(), [Capitals, Motto, Motto], "{found:?}");
    }

    #[test]
    fn a_date_inside_a_sentence_is_no_place_date() {
        let lexicon = Lexicon::embedded();
        assert_eq!(place_before_date("V/v thực hiện Chỉ thị số 7-CT/TW, ngày 05/9/2016", lexicon), None);
        assert_eq!(place_before_date("Số: 1/BC Sơn La, ngày 05 tháng 9 năm 2016", lexicon), Some("Số: 1/BC ".len()));
    }
}
