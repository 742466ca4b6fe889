//! The subject (trích yếu, V/v): where its lines end, and how a reader would quote it.

use super::class::{Class, opens_with_ground};
use super::heads::Heads;
use super::lines::{Piece, folded, head, is_rule};
use crate::text::fold::fold;
use crate::text::{Span, is_dash, is_gap};
use std::sync::LazyLock;

/// The subject as a reader would quote it: joined, gaps folded, without lead-in, brackets and end marks.
pub(super) fn read(text: &str, lines: &[Span]) -> Option<String> {
    let parts = lines.iter().map(|span| &text[span.range()]).filter(|words| !is_rule(words));
    let joined = folded(&parts.collect::<Vec<_>>().join(" "));
    let mut subject = joined.trim_matches(|c: char| c == ' ' || is_dash(c));
    if subject.starts_with('(') && subject.ends_with(')') && subject.matches('(').count() == 1 {
        subject = &subject[1..subject.len() - 1];
    }
    let subject = without_lead(without_decider(without_letterhead(subject)));
    let subject = subject.trim_end_matches(|c: char| matches!(c, '.' | ';' | ':' | ',' | ' ' | '/') || is_dash(c));
    (!subject.is_empty()).then(|| subject.to_owned())
}

/// Old copies repeat the whole letterhead under the kind, before or behind the title: `CỦA CHÍNH PHỦ SỐ 7/1999/NĐ-CP
/// NGÀY … VỀ …`, `… SỐ 23-L/CTN NGÀY … CỦA QUỐC HỘI`.
fn without_letterhead(subject: &str) -> &str {
    if !subject.bytes().any(|byte| byte.is_ascii_digit()) {
        return subject;
    }
    let words: Vec<String> = subject.split(' ').map(fold).collect();
    let digits = |word: &String| word.starts_with(|c: char| c.is_ascii_digit()) && word.contains(['/', '-']);
    let number = words.windows(2).position(|pair| pair[0] == "số" && digits(&pair[1]));
    let Some(number) = number else { return subject };
    let byte = |word: usize| subject.split(' ').take(word).map(|word| word.len() + 1).sum::<usize>();
    let end = byte(number + 2);
    let dated = subject.get(end..).and_then(|rest| crate::date::read(rest, 0)).map_or(end, |(_, after)| end + after);
    let issuer = |word: &str| matches!(word, "của" | "cuả");
    if issuer(&words[0]) && number < 14 {
        return subject.get(dated..).unwrap_or_default().trim_start();
    }
    let behind = subject.get(dated..).unwrap_or_default().trim();
    let by = words[..number].iter().rposition(|word| issuer(word));
    if number > 0
        && (behind.is_empty() && by.is_some_and(|by| words[by + 1] == "quốc")
            || fold(behind).starts_with("của quốc hội"))
    {
        return subject[..byte(by.filter(|_| behind.is_empty()).unwrap_or(number))].trim_end();
    }
    subject
}

/// `CỦA BAN CHẤP HÀNH ĐẢNG BỘ TỈNH VỀ TRỒNG RỪNG`: the title behind the organ that decides.
fn without_decider(subject: &str) -> &str {
    let organ = subject.split_once(' ').filter(|(of, _)| fold(of) == "của");
    let about = || [" VỀ ", " Về ", " về "].iter().filter_map(|about| subject.find(about)).min();
    organ.filter(|(_, organ)| decider(organ)).and_then(|_| about()).map_or(subject, |at| &subject[at + 1..])
}

/// Without `V/v`, `Về việc`, `Về`.
fn without_lead(subject: &str) -> &str {
    for lead in ["v/v:", "v/v", "v/ v", "v⁄v", "về việc:", "về việc", "về"] {
        let head = head(subject, lead.chars().count());
        let rest = subject.get(head.len()..).unwrap_or_default();
        let whole =
            rest.starts_with([' ', ':', '.']) || lead.starts_with("v/") && rest.starts_with(char::is_alphabetic);
        if whole && fold(head) == lead {
            return rest.trim_start_matches([' ', ':', '.']);
        }
    }
    subject
}

/// Capitals that name the organ or person who decides.
pub(super) fn decider(words: &str) -> bool {
    const HEADS: &str = "\
        chủ tịch|ủy ban|hội đồng|bộ trưởng|thủ tướng|chính phủ|quốc hội|giám đốc|tổng giám đốc|\
        ban thường vụ|ban chấp hành|đoàn chủ tịch|chánh án|viện trưởng|tổng kiểm toán|thống đốc|\
        hiệu trưởng|ban bí thư|bộ chính trị|tổng bí thư|bí thư|trưởng ban|ban giám|cục trưởng|\
        tổng cục trưởng|chánh văn phòng|đại hội|thường trực|liên đoàn|ban chỉ đạo|tổng thanh tra|\
        ban quản lý|tỉnh ủy|trưởng phòng";
    let key = fold(words);
    static OPENINGS: LazyLock<Heads> = LazyLock::new(|| Heads::of(HEADS));
    OPENINGS.strip(&key, |rest| rest.is_empty() || rest.starts_with([' ', ',', '-'])).is_some()
        && !opens_with_ground(&key)
}

/// `CỦA BAN CHẤP HÀNH ĐẢNG BỘ TỈNH KHÓA XX` under or behind the kind: the byte where the organ begins. A line that goes on
/// with a number or a title says more.
pub(super) fn decider_behind(words: &str) -> Option<usize> {
    let at = words.find(is_gap).filter(|&at| matches!(fold(&words[..at]).as_str(), "của" | "cuả"))?;
    let organ = words[at..].trim_start_matches(is_gap);
    let key = fold(organ);
    const MORE: [&str; 6] = [" số ", " về ", " thực hiện ", " triển khai ", " ban hành ", " tại "];
    (decider(organ) && !MORE.iter().any(|more| key.contains(more))).then_some(words.len() - organ.len())
}

/// The byte of a line under the kind where it says who decides, or goes on with what the line above has `begun` to say.
pub(super) fn of_whom(line: &Piece<'_>, begun: bool) -> Option<usize> {
    let of = decider_behind(line.words).or((begun && names_unit(line.words)).then_some(0));
    of.filter(|_| !line.apart)
}

/// A line that goes on with the unit or term of an organ: `TỈNH HÀ NAM`, `KHÓA XX, NHIỆM KỲ 2020 - 2025`.
pub(super) fn names_unit(words: &str) -> bool {
    const UNITS: &str = "tỉnh|thành phố|huyện|quận|thị xã|xã|phường|đặc khu|khóa|nhiệm kỳ|lần thứ";
    static HEADS: LazyLock<Heads> = LazyLock::new(|| Heads::of(UNITS));
    HEADS.strip(fold(words).trim_start_matches('('), |rest| rest.starts_with(' ')).is_some()
}

/// A line that tells of which term an organ is and when it met, and is no part of its name: `KHÓA XII, KỲ HỌP THỨ 7`.
pub(super) fn names_term(words: &str) -> bool {
    static HEADS: LazyLock<Heads> = LazyLock::new(|| Heads::of("khóa|kỳ họp|nhiệm kỳ"));
    HEADS.strip(fold(words).trim_start_matches('('), |rest| rest.starts_with(' ')).is_some()
}

/// Capitals that say what a paper does or of which term its makers are: `BAN HÀNH QUY CHẾ …`, `KHÓA X, KỲ HỌP THỨ BA`. Where the
/// line of the kind was lost they stand below the number like an organ.
pub(super) fn opens_title(words: &str) -> bool {
    const HEADS: &str = "\
        ban hành|phê duyệt|quy định|công bố|hướng dẫn|sửa đổi|bổ sung|bãi bỏ|thực hiện|triển khai|về|về việc|khóa|kỳ họp";
    static OPENINGS: LazyLock<Heads> = LazyLock::new(|| Heads::of(HEADS));
    OPENINGS.strip(&fold(words), |rest| rest.starts_with([' ', ','])).is_some()
}

/// The paragraph that begins with these pieces is a sentence of the text, not a title: it ends in a stop or promises a list.
pub(super) fn is_sentence(pieces: &[Piece<'_>]) -> bool {
    let mut length = 0;
    let mut last = "";
    for (index, piece) in pieces.iter().enumerate() {
        // A ground on a line of its own begins the text below a title.
        let ground = piece.class == Class::Ground
            && !piece.words.starts_with(char::is_lowercase)
            && !last.ends_with(';')
            && !is_open(last);
        if index > 0 && (piece.apart || ground || !matches!(piece.class, Class::Text | Class::Ground)) {
            break;
        }
        length += piece.words.len();
        let words = piece.words.trim_end_matches(|c: char| is_gap(c) || matches!(c, '”' | '"' | ')'));
        let promises = ["như sau", "sau đây", "các nội dung sau", "nội dung sau"].iter().any(|end| words.contains(end));
        if promises
            || words.ends_with([':', '.', ';']) && (length > 60 || words.ends_with(':')) && !words.ends_with("./.")
        {
            return true;
        }
        last = words;
    }
    length > 600
}

/// The line cannot end a title: it ends in a joining word, a comma or a hyphen.
pub(super) fn is_open(words: &str) -> bool {
    let words = words.trim_end_matches(is_gap);
    let last = words.split(is_gap).next_back().unwrap_or_default();
    const OPEN: &str = "\
        và|của|về|cho|trong|tại|với|theo|trên|đối|giữa|các|một|số|do|bằng|đến|từ|để|là|việc|ngày";
    static JOINING: LazyLock<Heads> = LazyLock::new(|| Heads::of(OPEN));
    words.ends_with(',') || words.ends_with(is_dash) || JOINING.hold(&fold(last))
}

pub(super) fn ends_sentence(words: &str) -> bool {
    words.trim_end_matches(|c: char| is_gap(c) || matches!(c, '”' | '"' | ')')).ends_with(['.', ';'])
}

/// The line below the number of a letter is its subject where no "V/v" says so, as the Party writes: the rest of the letterhead or the
/// addressee follows.
pub(super) fn heads_letter(pieces: &[Piece<'_>], at: usize) -> bool {
    const NEAR: usize = 6;
    let line = &pieces[at];
    let below = pieces[at + 1..].iter().take(NEAR).map(|piece| piece.class);
    let rest = |class: &Class| matches!(class, Class::To | Class::PlaceDate | Class::Motto | Class::PartyTitle);
    let text = |class: &Class| matches!(class, Class::Ground | Class::Section | Class::Decides | Class::Text);
    let mut following = below.skip_while(|class| *class == Class::Text && line.words.len() < 100);
    line.words.len() < 250
        && line.words.starts_with(char::is_uppercase)
        && !line.words.ends_with([';', ':', '.'])
        && following.find(|class| rest(class) || text(class)).is_some_and(|class| rest(&class))
}
