//! What the citing text says a document is about: the words after "về", or between quotation marks.

use super::words::{Token, ahead, forward};
use super::{Found, Reading, folded};
use crate::text::Span;

/// The title of a numbered mention, as far as the sentence gives one.
pub(super) fn of(reading: &Reading<'_>, found: &[Found], index: usize) -> Option<Box<str>> {
    let this = &found[index];
    this.number.as_ref()?;
    let start = this.after_issuer.max(this.span.end);
    let end = this.sentence.end.max(start).min(start + 700);
    let end = (start..=end).rev().find(|at| reading.text.is_char_boundary(*at))?;
    let rest = &reading.text[start..end];
    let before = |t: &Token<'_>| {
        matches!(t.text, "(" | ")" | ",")
            || t.is("khóa")
            || t.is("khoá")
            || t.text.bytes().all(|b| matches!(b, b'I' | b'V' | b'X'))
    };
    let (first, opener) = ahead(rest, 0).take(110).enumerate().find(|(_, token)| !before(token))?;
    let quoted = matches!(opener.text, "“" | "\"");
    // "…, Ban Thường vụ đề nghị" is the sentence going on, and not a title that begins with "ban hành".
    let issues = || opener.is("ban") && ahead(rest, opener.end).next().is_some_and(|next| next.is("hành"));
    // "gửi kèm theo …, về Sở Tài chính trước ngày" tells where a report goes.
    let goes_to = || {
        let next = ahead(rest, opener.end).next().filter(|next| next.text.starts_with(char::is_uppercase));
        let head = next.map(|next| Token { start: start + next.start, end: start + next.end, ..next });
        if !head.is_some_and(|head| reading.is_organ_head(&head)) {
            return false;
        }
        // The verb stands near; a list without an end has no other.
        let near = reading.text.floor_char_boundary(this.span.start.saturating_sub(400)).max(this.sentence.start);
        let sent = reading.text[near..this.span.start].to_lowercase();
        sent.contains("báo cáo") || sent.contains("gửi")
    };
    let about = quoted
        || opener.is("về") && !goes_to()
        || opener.is("quy")
        || issues()
        || opener.is("phê")
        || opener.is("hướng")
        || opener.is("sửa");
    if !about {
        return None;
    }
    let tokens = forward(rest, 0, 110);
    let from = if opener.is("về") {
        let skip = usize::from(tokens.get(first + 1).is_some_and(|t| t.is("việc"))) + 1;
        tokens.get(first + skip)?.start
    } else if quoted {
        tokens.get(first + 1)?.start
    } else {
        opener.start
    };
    let next = found.get(index + 1).filter(|n| n.subject != Some(index) && !n.inner).map(|n| n.span.start);
    let mut to = from;
    let mut open = 0_usize;
    for (position, token) in tokens.iter().enumerate().skip(first + 1) {
        let is = |ahead: usize, word: &str| tokens.get(position + ahead).is_some_and(|t| t.is(word));
        let bracket = token.text == ")" && open == 0 || token.text == "(" && is(1, "sau") && is(2, "đây");
        open = (open + usize::from(token.text == "(")).saturating_sub(usize::from(token.text == ")"));
        let closed = matches!(token.text, ";" | "”" | "." | ":") || quoted && token.text == "\"" || bracket;
        // "…, Cục Thuế có ý kiến như sau": the paper begins to speak; "…, có hiệu lực từ ngày": what the act does.
        let speaks = || reading.names_itself(start + token.end) || is(1, "có") && is(2, "hiệu");
        let clause = token.text == "," && (reading.opens_clause(&tokens[position + 1..]) || speaks());
        let said = || token.is("nêu") && position > first + 2 && !tokens[position - 1].is("đã") && !is(1, "gương");
        let clause = clause || said() && !is(1, "cao");
        if closed || clause || token.lines > 1 || next.is_some_and(|n| start + token.start >= n) {
            // "phê duyệt “Chương trình …”": what is opened inside the title is closed with it.
            if token.text == "”" && rest[from..token.start].contains('“') {
                to = token.end;
            }
            break;
        }
        if token.is_word() && !token.is("và") || token.text == ")" {
            to = token.end;
        }
    }
    let title: Box<str> = folded(&reading.text[Span::new(start + from, start + to.max(from)).range()]);
    (title.chars().count() >= 6).then_some(title)
}
