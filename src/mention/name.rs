//! Where the name of a paper ends: at a mark, at a verb that no title goes on with, before the next paper or a clause of its own.

use super::Reading;
use super::scan::{Case, KindHit};
use super::words::{Token, ahead, forward};

/// The end of a title: the mark or the words that no title goes on with.
pub(super) fn name_end(reading: &Reading<'_>, hit: &KindHit<'_>) -> Option<usize> {
    let text = reading.text;
    let mut end = None;
    // Where the name ends if what "và" adds is issued by another act.
    let mut before_and = None;
    let tokens = forward(text, hit.span.end, 90);
    // "…, Nghị định số 34/2002/NĐ-CP": the next of a list.
    let next_act = |at: usize| {
        let kind = tokens.get(at).and_then(|t| reading.kind_at(t.start)).filter(|kind| kind.case != Case::Small);
        kind.and_then(|kind| ahead(text, kind.span.end).next())
            .is_some_and(|t| t.is("số") || t.text.starts_with(|c: char| c.is_ascii_digit()))
    };
    // "Đề án “…”": the name is what stands between the marks.
    if let Some(open) = tokens.first().filter(|t| matches!(t.text, "“" | "\"" | "«") && t.lines <= 1) {
        let close = tokens[1..].iter().find(|t| matches!(t.text, "”" | "\"" | "»"))?;
        return (!text[open.end..close.start].contains("\n\n")).then_some(close.end);
    }
    // "Quy định xét danh hiệu “…” và tập thể “…” cấp Trung ương": what is quoted inside the name does not end it.
    let mut quoted_to = 0;
    for (index, token) in tokens.iter().enumerate() {
        let paragraph =
            token.lines > 1 && !token.text.starts_with(char::is_lowercase) && !reading.mid_name_break(text, token);
        if token.text == "“" && index > 0 {
            quoted_to =
                tokens[index..].iter().take_while(|t| t.lines <= 1).find(|t| t.text == "”").map_or(0, |t| t.end);
        }
        if token.start < quoted_to && !paragraph {
            if token.end == quoted_to {
                end = Some(token.end);
            }
            continue;
        }
        if paragraph || matches!(token.text, "”" | "\"" | "»" | "(" | ")" | ":" | "|") {
            break;
        }
        if matches!(token.text, "." | ";") {
            let inside = token.text == ";" && reading.title_goes_on_after_semicolon(&tokens, index);
            if !inside {
                break;
            }
        }
        let pair = |a: &str, b: &str| token.is(a) && tokens.get(index + 1).is_some_and(|t| t.is(b));
        let issued_with = pair("ban", "hành") && tokens.get(index + 2).is_some_and(|t| t.is("kèm"));
        if issued_with && before_and.is_some() {
            return before_and;
        }
        // "phê duyệt Đề án … và giao Sở Xây dựng chủ trì", "… và yêu cầu các đơn vị …"
        let whom = |at: usize| tokens.get(at).is_some_and(|t| t.is("các") || reading.is_organ_head(t));
        let charges = pair("và", "giao") && whom(index + 2) && !tokens[index + 2].is("các")
            || pair("và", "yêu") && whom(index + 3);
        let ends = charges
            || token.is("thì")
            || token.is("tại") && next_act(index + 1)
            || pair("hết", "hiệu")
            || pair("đi", "vào")
            || pair("có", "hiệu")
            || pair("và", "các") && tokens.get(index + 2).is_some_and(|t| t.is("văn") || t.is("quy"));
        // "nguồn vốn được sử dụng để cho vay": what the name is about, not what is done with the paper.
        let attribute = tokens.get(index + 1).is_some_and(|t| t.is("sử") || t.is("phép") || t.is("hưởng"));
        // "… doanh nghiệp Căn cứ Luật …": the next ground, where the mark between the two was lost.
        if index > 0
            && (issued_with
                || ends
                || token.is("được") && index > 1 && !attribute
                || pair("triển", "khai") && tokens.get(index + 2).is_some_and(|t| t.is("thực")) && index > 2
                || token.text == ","
                    && (reading.opens_clause(&tokens[index + 1..])
                        || next_act(index + 1)
                        || issues_another(reading, &tokens[index + 1..]))
                || reading.opens_recital(&tokens, index))
        {
            break;
        }
        if token.is_word() && !token.is("và") && !token.is("hoặc") {
            end = Some(token.end);
        }
        let added = if token.is("và") { tokens.get(index + 1).and_then(|t| reading.kind_at(t.start)) } else { None };
        if let Some(added) = added {
            let before = tokens.get(index.wrapping_sub(1)).map(|t| t.end);
            if added.case != Case::Small {
                return before;
            }
            before_and = before;
        }
    }
    end
}

/// "…, Ban Chỉ đạo chuyển đổi số huyện ban hành Kế hoạch …": the main clause begins with the organ that acts.
fn issues_another(reading: &Reading<'_>, tokens: &[Token<'_>]) -> bool {
    let head = tokens.first().filter(|t| t.text.starts_with(char::is_uppercase) && reading.is_organ_head(t));
    let Some(organ) = head.and_then(|head| reading.issuer_phrase(head.start)) else { return false };
    let mut behind = ahead(reading.text, organ.end).skip_while(|t| t.is("đã") || t.is("vừa")).peekable();
    // "Ban Chỉ đạo … (sau đây gọi tắt là Ban Chỉ đạo) ban hành"
    if behind.next_if(|t| t.text == "(").is_some() {
        behind.by_ref().take(14).find(|t| t.text == ")");
    }
    let (first, second) = (behind.next(), behind.next());
    let verb = first.zip(second).is_some_and(|(a, b)| a.is("ban") && b.is("hành") || a.is("xây") && b.is("dựng"));
    verb && behind.next().is_some_and(|t| reading.kind_at(t.start).is_some())
}
