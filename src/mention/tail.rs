//! What stands right before a mention: the cue that governs it as an object, and what parts the two.

use super::Reading;
use super::words::{Keys, Token, forward};
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
    /// "ban hành kèm theo", "công bố tại": the act issued what stands before.
    pub(super) issued: bool,
    /// "theo đề nghị của … tại": a proposal.
    pub(super) proposed: bool,
    /// A colon heads the list that the mention begins.
    pub(super) colon: bool,
}

/// Reads a stretch that ends where a mention begins.
pub(super) fn tail(reading: &Reading<'_>, stretch: Span) -> Tail {
    let text = &reading.text[stretch.range()];
    tail_of(reading, &forward(text, 0, usize::MAX), stretch.start)
}

/// The same of the tokens of a stretch, which begins at byte `offset`.
pub(super) fn tail_of(reading: &Reading<'_>, tokens: &[Token<'_>], offset: usize) -> Tail {
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
    if let Some(cue) = proposal_named_in_bracket(&tokens[..end]) {
        let span = Span::new(offset + cue.start, offset + cue.end);
        return Tail { proposed: true, cue: Some((Role::Reference, Relation::Cites, span)), ..tail };
    }
    tail.empty = tokens[..end].iter().all(|t| !t.is_word() || is_item_mark(t.text));
    if tail.separated && !tail.empty {
        return tail;
    }
    if !tail.empty {
        find_cue(reading, &tokens[..end], offset, &mut tail);
    }
    tail
}

/// `1`, `a`, `IV`: numbers of list items.
fn is_item_mark(word: &str) -> bool {
    word.bytes().all(|b| b.is_ascii_digit() || matches!(b, b'I' | b'V' | b'X')) || word.chars().count() == 1
}

/// Tokens before a mention in which its cue is looked for; no verb stands further from its object.
const REACH: usize = 200;

/// Tokens in which nearly every cue is found, with all that is asked of the words before it.
const NEAR: usize = 64;

/// Words before a phrase that are looked at.
const BEFORE: usize = 30;

/// Looks for the cue near the mention, and further left only where it may stand there.
fn find_cue(reading: &Reading<'_>, tokens: &[Token<'_>], offset: usize, tail: &mut Tail) {
    let last = tokens.iter().rev().take(REACH).find(|t| t.is_word());
    if !last.is_some_and(|t| reading.lexicon.cues.ends_phrase(&t.key())) {
        return;
    }
    let tokens = &tokens[tokens.len().saturating_sub(REACH)..];
    let near = &tokens[tokens.len().saturating_sub(NEAR)..];
    let least = if near.len() < tokens.len() { reading.lexicon.cues.longest + 3 + BEFORE } else { 0 };
    if !near.iter().any(Token::is_word) || !find_cue_in(reading, near, least, offset, tail) {
        find_cue_in(reading, tokens, 0, offset, tail);
    }
}

/// Walks left over glue until a governing phrase ends there; the longest phrase wins at each place. False if it comes to
/// where fewer than `least` tokens are left.
fn find_cue_in(reading: &Reading<'_>, tokens: &[Token<'_>], least: usize, offset: usize, tail: &mut Tail) -> bool {
    let words = Keys::of(tokens);
    let mut end = tokens.len();
    while end > 0 {
        if end < least {
            return false;
        }
        match governing(reading, tokens, &words, end) {
            Some(Governing::Cue { begin, role, relation }) => {
                let phrase = words.run(begin, end);
                let own = || issues_itself(reading, &words, begin);
                let (role, relation) = refine(&words, begin, role, relation, phrase, own);
                tail.according = phrase.starts_with("theo") || words.before(begin, 1).any(|w| w == "theo");
                tail.directive = phrase == "tại" && directive_before(&words, begin);
                tail.prescribed = phrase.starts_with("quy định")
                    || phrase == "ban hành kèm theo" && words.before(begin, 14).any(|w| w == "quy");
                // "một số điều của Quy định kèm theo Nghị quyết số …"
                let rules = || ["định", "chế"].iter().any(|noun| words.before(begin, 3).eq([*noun, "quy", "của"]));
                tail.issued = phrase.starts_with("ban hành") && phrase.len() > "ban hành".len()
                    || phrase == "tại" && published_before(&words, begin)
                    || phrase == "kèm theo" && rules();
                tail.proposed = phrase == "tại" && proposal_before(&words, begin).is_some();
                let span = Span::new(offset + tokens[begin].start, offset + tokens[end - 1].end);
                tail.cue = Some((role, relation, span));
                return true;
            }
            Some(Governing::Glue(begin)) => {
                tail.part |= words.run(begin, end).starts_with("một số");
                end = begin;
            }
            None => return true,
        }
    }
    true
}

/// What the longest phrase that ends at a place is.
enum Governing {
    Cue { begin: usize, role: Role, relation: Relation },
    Glue(usize),
}

/// The longest phrase that ends before token `end`, past marks that stand between its words.
fn governing(reading: &Reading<'_>, tokens: &[Token<'_>], words: &Keys, end: usize) -> Option<Governing> {
    let cues = &reading.lexicon.cues;
    let last = words.before(end, end).find(|word| !word.is_empty())?;
    if !cues.ends_phrase(last) {
        return None;
    }
    let stop = |t: &Token<'_>| matches!(t.text, ";" | "." | ":" | "”" | "“" | ")" | "(");
    let furthest = end.saturating_sub(cues.longest + 3);
    let first = tokens[furthest..end].iter().rposition(stop).map_or(furthest, |at| furthest + at + 1);
    for begin in (first..end).filter(|&begin| cues.begins_phrase(words.word(begin))) {
        let phrase = words.run(begin, end);
        let mut glue = None;
        for (role, relation) in cues.roles(phrase) {
            match role {
                Role::Object if noun_not_verb(words, begin, phrase) => {}
                Role::Object | Role::Reference | Role::Passive => {
                    let relation = relation.unwrap_or(Relation::Cites);
                    return Some(Governing::Cue { begin, role: *role, relation });
                }
                Role::Glue => glue = Some(Governing::Glue(begin)),
                Role::Opening => {}
            }
        }
        if glue.is_some() {
            return glue;
        }
    }
    None
}

/// "công tác tuyên truyền", "sự điều chỉnh": a noun made of the verb takes no object.
fn noun_not_verb(words: &Keys, begin: usize, phrase: &str) -> bool {
    let before = words.before(begin, 1).next();
    let noun = matches!(before, Some("sự" | "tác" | "bản" | "các"))
        && matches!(phrase, "hướng dẫn" | "sửa đổi" | "điều chỉnh" | "bổ sung" | "giải thích");
    let applied = phrase == "áp dụng" && before != Some("tục");
    let study = phrase == "giáo dục" && !words.before(begin, 3).any(|w| w == "biến");
    let opinion = matches!(before, Some("kiến" | "ý"));
    let standing = phrase == "căn cứ" && before == Some("có");
    noun || applied || study || standing || opinion
}

/// A verb under "theo" or inside an organ's name or a noun for papers only points.
fn refine(
    words: &Keys,
    begin: usize,
    role: Role,
    relation: Relation,
    phrase: &str,
    own: impl Fn() -> bool,
) -> (Role, Relation) {
    let before: Vec<&str> = words.before(begin, 8).collect();
    const PAPERS: [&str; 4] = ["thi hành", "thực hiện", "hướng dẫn", "quy định chi tiết"];
    let of_papers = before.iter().take(6).zip(before.iter().skip(1)).any(|(b, a)| *a == "văn" && *b == "bản")
        && PAPERS.iter().any(|verb| phrase.contains(verb));
    let organ = before
        .iter()
        .take(6)
        .zip(before.iter().skip(1))
        .any(|(b, a)| matches!((*a, *b), ("chỉ", "đạo") | ("công", "tác") | ("giúp", "việc")))
        && before.iter().take(8).any(|w| matches!(*w, "ban" | "tổ"))
        && matches!(phrase, "triển khai" | "thực hiện" | "triển khai thực hiện");
    let under_theo = before.first() == Some(&"theo");
    // "trình Quốc hội Nghị quyết sửa đổi …": an act still to come, not this paper.
    let kind = before.len() > 1
        && (matches!(
            (before[1], before[0]),
            ("nghị", "quyết" | "định") | ("thông", "tư") | ("quyết", "định") | ("pháp", "lệnh") | ("văn", "bản")
        ) || before[0] == "luật");
    let unnamed = kind
        && before.len() > 3
        && matches!(relation, Relation::Amends | Relation::Guides | Relation::Replaces | Relation::Repeals)
        && !own();
    // "đề xuất điều chỉnh Quy hoạch …": this paper does not change it.
    let change = super::change::is_change(relation);
    // "đề nghị Tỉnh ủy sửa đổi …", "trong khi chờ Chính phủ sửa đổi …": the organ that is to do it stands between.
    const CLAUSES: [&str; 7] = ["và", "thì", "nên", "mà", "để", "được", "với"];
    let to_come = || {
        let clause: Vec<&str> = words.before(begin, 12).take_while(|word| !word.is_empty()).collect();
        let asked =
            |w: &[&str]| matches!((w[1], w[0]), ("đề", "xuất") | ("kiến", "nghị") | ("nghiên", "cứu") | ("đề", "nghị"));
        // What is waited for stands between: an organ, and no other clause.
        let waited = clause.iter().position(|word| *word == "chờ");
        let waited = waited.is_some_and(|at| !clause[..at].iter().any(|word| CLAUSES.contains(word)));
        clause.windows(2).any(asked) || waited || matches!(clause[..], ["chưa", ..] | ["khi", "trước", ..])
    };
    let proposed = change && to_come();
    if of_papers || organ || unnamed || proposed || under_theo && relation != Relation::Basis {
        (Role::Reference, Relation::Cites)
    } else {
        (role, relation)
    }
}

/// "Bộ trưởng Bộ … ban hành Thông tư hướng dẫn …": the paper says in its preamble what it is.
fn issues_itself(reading: &Reading<'_>, words: &Keys, begin: usize) -> bool {
    let Some(kind) = reading.document.kind.as_deref().map(fold) else { return false };
    let count = kind.split(' ').count();
    let mut before: Vec<&str> = words.before(begin, count + 2).collect();
    before.reverse();
    before.len() == count + 2 && before[..2] == ["ban", "hành"] && before[2..].iter().copied().eq(kind.split(' '))
}

/// "thực hiện (ý kiến) chỉ đạo của … tại": the written instruction is what is carried out.
fn directive_before(words: &Keys, begin: usize) -> bool {
    let before: Vec<&str> = words.before(begin, 24).collect();
    let pair = |pairs: &[(&str, &str)]| before.windows(2).any(|w| pairs.contains(&(w[1], w[0])));
    pair(&[("chỉ", "đạo"), ("kết", "luận"), ("yêu", "cầu")])
        && pair(&[("thực", "hiện"), ("triển", "khai")])
        && !before.contains(&"theo")
}

/// "… ban hành tại", "… công bố tại".
fn published_before(words: &Keys, begin: usize) -> bool {
    let before: Vec<&str> = words.before(begin, 2).collect();
    before.len() == 2 && matches!((before[1], before[0]), ("ban", "hành") | ("công", "bố") | ("phê", "duyệt"))
}

/// "theo đề nghị của Phòng Nội vụ (Tờ trình số …": the bracket names the paper that makes the proposal.
fn proposal_named_in_bracket(tokens: &[Token<'_>]) -> Option<Span> {
    let (bracket, before) = tokens.split_last().filter(|(last, _)| last.text == "(")?;
    let near = &before[before.len().saturating_sub(BEFORE)..];
    let made = proposal_before(&Keys::of(near), near.len())?;
    let organ = near.get(made + 3..)?.iter().all(|t| t.is_word() || t.text == "-");
    organ.then(|| Span::new(near[made].start, near[made + 2].end.min(bracket.start)))
}

/// Where "theo đề nghị của … tại", "xét đề nghị của … tại", "chấp thuận đề nghị của … tại" begins before token `begin`.
fn proposal_before(words: &Keys, begin: usize) -> Option<usize> {
    let before: Vec<&str> = words.before(begin, BEFORE).collect();
    let nearest = before.iter().position(|w| matches!(*w, "theo" | "xét" | "như" | "thuận")).filter(|at| *at > 1)?;
    ((before[nearest - 1], before[nearest - 2]) == ("đề", "nghị")).then(|| begin - 1 - nearest)
}
