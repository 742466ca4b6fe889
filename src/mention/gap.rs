//! What stands between two mentions of a sentence: a title that goes on, or a clause of its own.

use super::relation::lead_start;
use super::words::{Token, backward, behind};
use super::{Found, Reading};

/// "(nay là Chính phủ)", "(sau đây gọi tắt là Nghị định 133)": a bracket that stands between a paper and its title, passed over.
fn past_bracket<'g, 't>(gap: &'g [Token<'t>]) -> &'g [Token<'t>] {
    const LONGEST: usize = 30;
    let opened = gap.first().is_some_and(|t| t.text == "(");
    let close = gap.iter().take(LONGEST).position(|t| t.text == ")").filter(|_| opened);
    // Behind "…), xã hướng dẫn" a clause begins.
    close.map(|close| &gap[close + 1..]).filter(|rest| rest.first().is_some_and(Token::is_word)).unwrap_or(gap)
}

/// Words right after a mention (and its issuer) open its title or say what it does.
pub(super) fn opens_title(reading: &Reading<'_>, gap: &[Token<'_>]) -> bool {
    let gap = past_bracket(gap);
    let tokens = &gap[..gap.len().min(40)];
    let mut index = 0;
    let subject_mark =
        |at: usize| tokens.get(at).is_some_and(|t| t.is("v")) && tokens.get(at + 1).is_some_and(|t| t.text == "/");
    while tokens.get(index).is_some_and(|t| {
        matches!(t.text, "(" | ")" | "“" | "\"" | ",")
            || t.is("khóa")
            || t.is("khoá")
            || t.text.bytes().all(|b| matches!(b, b'I' | b'V' | b'X')) && !subject_mark(index)
    }) {
        index += 1;
    }
    // The rest of an issuer that was not read whole: its name runs up to the title.
    while index < 26 && !is_opener(&tokens[index.min(tokens.len())..]) {
        let Some(token) = tokens.get(index) else { return false };
        let name = token.is("của")
            || token.is("và")
            || matches!(token.text, "," | "-" | "–" | ":")
            || token.text.starts_with(char::is_uppercase)
            || reading.lexicon.cues.joins_organ_name(token.text);
        if !name {
            return token.is("nghị");
        }
        index += 1;
    }
    index < tokens.len()
}

/// Words that open a title or say what a document does, with the word that must follow, if any.
const OPENERS: [(&str, &str); 32] = [
    ("về", ""),
    ("v", ""),
    ("quy", "định"),
    ("hướng", "dẫn"),
    ("sửa", "đổi"),
    ("bổ", "sung"),
    ("ban", "hành"),
    ("phê", "duyệt"),
    ("thực", "hiện"),
    ("triển", "khai"),
    ("thi", "hành"),
    ("thay", "thế"),
    ("bãi", "bỏ"),
    ("hủy", "bỏ"),
    ("tiếp", "tục"),
    ("tổ", "chức"),
    ("điều", "chỉnh"),
    ("đính", "chính"),
    ("giải", "thích"),
    ("công", "bố"),
    ("tổng", "kết"),
    ("sơ", "kết"),
    ("học", "tập"),
    ("hợp", "nhất"),
    ("căn", "cứ"),
    ("ghi", ""),
    ("nêu", ""),
    ("cụ", "thể"),
    ("quán", "triệt"),
    ("đình", "chỉ"),
    ("trả", "lời"),
    ("phúc", "đáp"),
];

pub(super) fn is_opener(tokens: &[Token<'_>]) -> bool {
    let is = |index: usize, word: &str| tokens.get(index).is_some_and(|t| t.is(word));
    OPENERS.iter().any(|(first, second)| is(0, first) && (second.is_empty() || is(1, second)))
}

/// ", thực hiện", "và điều chỉnh": a verb beside the one before. Behind a comma "về" and "quy định" are the title going on.
pub(super) fn joins_verb(gap: &[Token<'_>]) -> bool {
    let [first, rest @ ..] = gap else { return false };
    (first.text == "," || first.is("và")) && is_opener(rest) && !rest.first().is_some_and(|t| t.is("về") || t.is("quy"))
}

/// "và", ", và", "hoặc".
pub(super) fn begins_with_and(gap: &[Token<'_>]) -> bool {
    let and = |t: &Token<'_>| t.is("và") || t.is("hoặc");
    match gap {
        [first, ..] if and(first) => true,
        [first, second, ..] => first.text == "," && and(second),
        _ => false,
    }
}

pub(super) fn begins_with_about(gap: &[Token<'_>]) -> bool {
    past_bracket(gap).iter().take(4).any(|t| t.is("về") || t.is("v") || t.text == "“")
}

/// The last place where the sentence leaves the title of the mention before: a closed quotation, a semicolon, "đồng thời".
pub(super) fn break_in(reading: &Reading<'_>, gap: &[Token<'_>]) -> Option<usize> {
    let tokens = &gap[..gap.len().min(120)];
    let mut last = None;
    for (index, token) in tokens.iter().enumerate() {
        let next = tokens.get(index + 1);
        let pair = |a: &str, b: &str| token.is(a) && next.is_some_and(|t| t.is(b));
        let clause = token.text == "," && reading.opens_clause(&tokens[index + 1..]);
        if token.text == ";" && reading.title_goes_on_after_semicolon(tokens, index) {
            continue;
        }
        if matches!(token.text, ";" | "”")
            || pair("đồng", "thời")
            || pair("gắn", "với")
            || pair("trong", "đó")
            || pair("có", "hiệu")
            || pair("và", "giao")
            || token.text == "," && next.is_some_and(|t| t.is("giao") || t.is("để") || t.is("nhằm"))
            || clause
            || token.text == "\"" && index > 0 && tokens[..index].iter().any(|t| t.text == "\"")
        {
            last = Some(token.end);
        }
    }
    last
}

/// "và hướng dẫn tại", ", các quy định tại", ", yêu cầu của Tỉnh ủy tại": a noun for what a paper says, named beside another.
pub(super) fn points_beside(gap: &[Token<'_>]) -> bool {
    const SAID: [(&str, &str); 6] =
        [("ý", "kiến"), ("chỉ", "đạo"), ("kết", "luận"), ("yêu", "cầu"), ("hướng", "dẫn"), ("quy", "định")];
    let [first, rest @ ..] = gap else { return false };
    let several = rest.first().is_some_and(|t| t.is("các") || t.is("những"));
    let rest = &rest[usize::from(several)..];
    let (Some(noun), Some(last)) = (rest.get(..2), rest.last()) else { return false };
    let said = SAID.iter().any(|(a, b)| noun[0].is(a) && noun[1].is(b));
    // "… quy định tại" behind a comma may be the title going on.
    let joined = first.is("và") || first.text == "," && (several || !noun[0].is("quy") && !noun[0].is("hướng"));
    joined && said && last.is("tại") && rest.get(2).is_some_and(|t| t.is("tại") || t.is("của"))
}

/// "vi phạm Quy định số … về …, vi phạm Điều 12 …": where the verb before the earlier mention comes again, its title has ended.
pub(super) fn same_verb_again(reading: &Reading<'_>, previous: &Found, gap: &[Token<'_>]) -> Option<usize> {
    let before = backward(reading.text, lead_start(previous), 2);
    let [second, first] = before[..] else { return None };
    let is_verb = first.is_word() && second.is_word() && first.lines == 0;
    let again = |at: &usize| {
        gap[*at].text == ","
            && gap.get(at + 1).is_some_and(|t| t.is(&first.text.to_lowercase()))
            && gap.get(at + 2).is_some_and(|t| t.is(&second.text.to_lowercase()))
    };
    (0..gap.len()).rev().filter(|_| is_verb).find(again).map(|at| gap[at].end)
}

/// "… vì không còn phù hợp với Nghị định số …", "… do trái với Luật …": why something is done, right before the paper at byte `at`.
pub(super) fn is_reason(reading: &Reading<'_>, from: usize, at: usize) -> bool {
    let words = &reading.text[from.min(at)..at];
    let Some(with) = behind(words, words.len()).next().filter(|t| t.is("với")) else { return false };
    let rest = &backward(words, with.start, 11)[..];
    let says = match rest {
        [second, first, ..] if second.is("hợp") && first.is("phù") => true,
        [first, ..] => first.is("trái"),
        [] => false,
    };
    let clause = || rest.iter().take_while(|t| t.is_word());
    says && clause().any(|t| t.is("vì") || t.is("do"))
}
