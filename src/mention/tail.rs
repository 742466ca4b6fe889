//! What stands right before a mention: the cue that governs it as an object, and what parts the two.

use super::Reading;
use super::words::{Token, forward};
use crate::lexicon::Role;
use crate::text::Span;
use crate::text::fold::fold;
use crate::vocabulary::Relation;

/// What stands right before a mention.
#[derive(Default)]
pub(super) struct Tail {
    /// Nothing but marks.
    pub(super) empty: bool,
    /// A list mark or "và" stands there.
    pub(super) separated: bool,
    /// That mark is a semicolon or a new item.
    pub(super) semicolon: bool,
    /// The nearest cue, if only glue stands between it and the mention.
    pub(super) cue: Option<(Role, Relation, Span)>,
    /// The cue is a "theo".
    pub(super) according: bool,
    /// "chỉ đạo … tại" between a verb of carrying out and the mention.
    pub(super) directive: bool,
    /// "một số nội dung": a part of an act.
    pub(super) part: bool,
    /// "quy định tại": the act lays it down.
    pub(super) prescribed: bool,
    /// "theo đề nghị của … tại": a proposal.
    pub(super) proposed: bool,
    /// A colon heads the list that the mention begins.
    pub(super) colon: bool,
}

/// Reads `stretch`, the words between the last mention or the opening of the sentence and this mention.
pub(super) fn tail(reading: &Reading<'_>, stretch: Span) -> Tail {
    let text = &reading.text[stretch.range()];
    let tokens = forward(text, 0, usize::MAX);
    let mut end = tokens.len();
    let mut tail = Tail::default();
    // Quotation marks, list marks and "các" do not part a verb from its object.
    while end > 0 {
        let token = &tokens[end - 1];
        let plural = token.is("các") || token.is("những");
        if matches!(token.text, "“" | "\"" | "'" | "«" | "[" | "|" | "#" | ">") || plural {
            end -= 1;
            continue;
        }
        if token.text == ":" || (matches!(token.text, "-" | "+" | "–" | "•") && end > 1 && tokens[end - 1].lines > 0)
        {
            tail.separated = true;
            tail.semicolon |= token.text != ":";
            tail.colon |= token.text == ":";
            end -= 1;
            continue;
        }
        if matches!(token.text, "," | ";") || token.is("và") || token.is("hoặc") || token.is("đến") && !tail.separated
        {
            tail.separated = true;
            tail.semicolon |= token.text == ";";
            end -= 1;
            if token.text == "," || token.text == ";" || token.is("và") {
                continue;
            }
        }
        break;
    }
    tail.empty = tokens[..end].iter().all(|t| !t.is_word() || is_item_mark(t.text));
    if tail.separated && !tail.empty {
        return tail;
    }
    if !tail.empty {
        find_cue(reading, &tokens[..end], stretch.start, &mut tail);
    }
    tail
}

/// `1`, `a`, `IV`: numbers of list items.
fn is_item_mark(word: &str) -> bool {
    word.bytes().all(|b| b.is_ascii_digit() || matches!(b, b'I' | b'V' | b'X')) || word.chars().count() == 1
}

/// Walks left over glue until a governing phrase ends there; the longest phrase wins at each place.
fn find_cue(reading: &Reading<'_>, tokens: &[Token<'_>], offset: usize, tail: &mut Tail) {
    let words: Vec<String> = tokens.iter().map(|t| fold(t.text)).collect();
    let cues = &reading.lexicon.cues;
    let mut end = tokens.len();
    'walk: while end > 0 {
        let mut glued = None;
        for length in (1..=cues.longest.min(end) + 3).rev() {
            if glued.is_some() {
                break;
            }
            let Some(begin) = end.checked_sub(length) else { continue };
            if tokens[begin..end].iter().any(|t| matches!(t.text, ";" | "." | ":" | "”" | "“" | ")" | "(")) {
                continue;
            }
            let phrase: Vec<&str> = words[begin..end]
                .iter()
                .zip(&tokens[begin..end])
                .filter(|(_, t)| t.is_word())
                .map(|(w, _)| w.as_str())
                .collect();
            if phrase.is_empty() || !tokens[begin].is_word() {
                continue;
            }
            let phrase = phrase.join(" ");
            for (role, relation) in cues.roles(&phrase) {
                let span = Span::new(offset + tokens[begin].start, offset + tokens[end - 1].end);
                match role {
                    Role::Object | Role::Reference | Role::Passive => {
                        if *role == Role::Object && noun_not_verb(&words, begin, &phrase) {
                            continue;
                        }
                        let relation = relation.unwrap_or(Relation::Cites);
                        let (role, relation) = refine(&words, begin, *role, relation, &phrase);
                        tail.according =
                            phrase.starts_with("theo") || words[..begin].last().is_some_and(|w| w == "theo");
                        tail.directive = phrase == "tại" && directive_before(&words, begin);
                        tail.prescribed = phrase.starts_with("quy định")
                            || words[..begin].iter().rev().take(14).any(|w| w == "quy")
                                && phrase == "ban hành kèm theo";
                        tail.proposed = phrase == "tại" && proposal_before(&words, begin);
                        tail.cue = Some((role, relation, span));
                        return;
                    }
                    Role::Glue => glued = glued.or(Some((begin, phrase.starts_with("một số")))),
                    Role::Opening => {}
                }
            }
        }
        match glued {
            Some((begin, part)) => {
                tail.part |= part;
                end = begin;
            }
            None => break 'walk,
        }
    }
}

/// "công tác tuyên truyền", "sự điều chỉnh": a noun made of the verb takes no object.
fn noun_not_verb(words: &[String], begin: usize, phrase: &str) -> bool {
    let before = begin.checked_sub(1).map(|i| words[i].as_str());
    let noun = matches!(before, Some("sự" | "tác" | "bản" | "các"))
        && matches!(phrase, "hướng dẫn" | "sửa đổi" | "điều chỉnh" | "bổ sung" | "giải thích");
    let applied = phrase == "áp dụng" && before != Some("tục");
    let study = phrase == "giáo dục" && !words[..begin].iter().rev().take(3).any(|w| w == "biến");
    let opinion = matches!(before, Some("kiến" | "ý"));
    let standing = phrase == "căn cứ" && before == Some("có");
    noun || applied || study || standing || opinion
}

/// A verb under "theo" or inside an organ's name or a noun for papers only points.
fn refine(words: &[String], begin: usize, role: Role, relation: Relation, phrase: &str) -> (Role, Relation) {
    let before: Vec<&str> = words[..begin].iter().rev().take(8).map(String::as_str).collect();
    let papers = phrase.contains("thi hành")
        || phrase.contains("thực hiện")
        || phrase.contains("hướng dẫn")
        || phrase.contains("quy định chi tiết");
    let of_papers = papers && before.iter().take(6).zip(before.iter().skip(1)).any(|(b, a)| *a == "văn" && *b == "bản");
    let organ = before
        .iter()
        .take(6)
        .zip(before.iter().skip(1))
        .any(|(b, a)| matches!((*a, *b), ("chỉ", "đạo") | ("công", "tác") | ("giúp", "việc")))
        && before.iter().take(8).any(|w| matches!(*w, "ban" | "tổ"))
        && matches!(phrase, "triển khai" | "thực hiện" | "triển khai thực hiện");
    let under_theo = before.first() == Some(&"theo");
    // "trình Quốc hội Nghị quyết sửa đổi …": an act still to come, not this paper.
    let unnamed = matches!(relation, Relation::Amends | Relation::Guides)
        && before.len() > 3
        && matches!((before[1], before[0]), ("nghị", "quyết" | "định") | ("thông", "tư") | ("quyết", "định"));
    if of_papers || organ || unnamed || under_theo && relation != Relation::Basis {
        (Role::Reference, Relation::Cites)
    } else {
        (role, relation)
    }
}

/// "thực hiện (ý kiến) chỉ đạo của … tại": the written instruction is what is carried out.
fn directive_before(words: &[String], begin: usize) -> bool {
    let before = &words[begin.saturating_sub(24)..begin];
    before
        .windows(2)
        .any(|w| w[0] == "chỉ" && w[1] == "đạo" || w[0] == "kết" && w[1] == "luận" || w[0] == "yêu" && w[1] == "cầu")
        && before.windows(2).any(|w| matches!((w[0].as_str(), w[1].as_str()), ("thực", "hiện") | ("triển", "khai")))
        && !before.iter().any(|w| w == "theo")
}

/// "theo đề nghị của … tại", "xét đề nghị của … tại".
fn proposal_before(words: &[String], begin: usize) -> bool {
    let before = &words[begin.saturating_sub(30)..begin];
    let nearest = before.iter().rposition(|w| matches!(w.as_str(), "theo" | "xét"));
    nearest.is_some_and(|at| {
        before.get(at + 1).is_some_and(|w| w == "đề") && before.get(at + 2).is_some_and(|w| w == "nghị")
    })
}
