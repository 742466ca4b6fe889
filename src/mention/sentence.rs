//! Sentences and list items: how far a cue reaches.
//!
//! A line end is a new paragraph only where the words say so, because converters break lines anywhere. A sentence ends at a
//! full stop before a capital. Items of a list take over the cue of the line that heads them ("Bãi bỏ các văn bản sau:").

use super::Reading;
use super::paragraph::{Paragraphs, begins_item, is_list_mark};
use super::words::{Keys, Row, Token, ahead, forward};
use crate::lexicon::Role;
use crate::text::Span;
use crate::text::fold::fold;
use crate::text::letter::word_start;
use crate::vocabulary::Relation;
use foldhash::fast::FixedState;
use std::collections::HashMap;

/// A sentence as far as relations go.
pub(super) struct Sentence {
    pub span: Span,
    pub paragraph: Span,
    /// The paragraph before ends with a colon or a full stop: no list goes on here.
    pub begins_anew: bool,
    pub opening: Opening,
    /// The cue of the line that heads the list in which it is an item.
    pub inherited: Option<(Relation, Span)>,
}

impl Sentence {
    /// Its paragraph is the next below another.
    pub fn is_below(&self, text: &str, paragraph: Span) -> bool {
        let between = text.get(paragraph.end..self.paragraph.start);
        between.is_some_and(|between| between.trim_start().is_empty())
    }
}

/// How a sentence begins.
#[derive(Clone, Debug, Default)]
pub(super) struct Opening {
    /// Its first word, past list marks.
    pub start: usize,
    /// The end of the sentence.
    end: usize,
    /// The recital phrase that opens it.
    pub cue: Option<(Relation, Span)>,
    /// It begins with a list mark, or right with a mention.
    pub item: bool,
    /// It begins with a list mark.
    pub marked: bool,
}

impl Opening {
    /// The recital phrase that opens the part of the sentence in which this gap ends, behind a semicolon or a comma:
    /// "…; theo đề nghị của …".
    pub fn later_cue(&self, reading: &Reading<'_>, gap: Span) -> Option<(Relation, Span)> {
        let text = reading.text.as_bytes();
        let from = self.start.max(gap.start.saturating_sub(1));
        let marks = text.get(from..self.end.min(gap.end.saturating_sub(1)))?;
        memchr::memrchr2_iter(b';', b',', marks).map(|at| from + at).find_map(|mark| {
            let (relation, cue) = opening_phrase(reading, mark + 1, self.end)?;
            let strong = matches!(relation, Relation::Responds | Relation::Basis) && cue.end - cue.start > "theo".len()
                || text[mark] == b';' && relation != Relation::Basis;
            strong.then_some((relation, cue))
        })
    }

    /// It opens with a verb of change: "Bãi bỏ …", "Đính chính … tại".
    pub fn changes(&self) -> bool {
        self.cue.is_some_and(|(relation, _)| {
            use Relation::{Amends, Corrects, Repeals, Replaces, Suspends};
            matches!(relation, Amends | Corrects | Repeals | Replaces | Suspends)
        })
    }

    /// True if the cue at hand is the very "Theo" that opens the sentence.
    pub fn is_theo_before(&self, mention: usize, cue: Span) -> bool {
        self.cue.is_some_and(|(relation, opening)| {
            relation == Relation::Basis && opening.start == cue.start && cue.end <= mention
        })
    }
}

/// The sentences around mentions, each found once: mentions come in order, and many share a sentence.
pub(super) struct Sentences<'r, 't> {
    reading: &'r Reading<'t>,
    paragraphs: Paragraphs<'t>,
    /// The first byte of the paragraph at hand, and the stops that end its sentences.
    stops: (usize, Vec<usize>),
    last: Option<Sentence>,
    /// What the lines above lists say, by the first byte of the paragraph.
    lines: HashMap<usize, Line, FixedState>,
}

/// A paragraph as the line above an item.
#[derive(Clone, Copy)]
struct Line {
    item: bool,
    heads: bool,
    colon: bool,
    starts_mention: bool,
    /// A heading that parts the paper: "II. KẾT QUẢ".
    section: bool,
    cue: Option<(Relation, Span)>,
}

/// Relations that recitals state.
fn is_recital(relation: Relation) -> bool {
    matches!(relation, Relation::Basis | Relation::Implements)
}

impl<'r, 't> Sentences<'r, 't> {
    pub fn of(reading: &'r Reading<'t>) -> Self {
        let paragraphs = Paragraphs::of(reading.text, reading.lexicon);
        Self { reading, paragraphs, stops: (usize::MAX, Vec::new()), last: None, lines: HashMap::default() }
    }

    /// The sentence that holds a byte. Cost: the paragraph's length, once for each paragraph.
    pub fn around(&mut self, at: usize) -> &Sentence {
        let text = self.reading.text;
        let paragraph = self.paragraphs.around(at);
        if self.stops.0 != paragraph.start {
            self.stops = (paragraph.start, stops(text, paragraph));
        }
        let span = sentence_in(text, paragraph, &self.stops.1, at);
        let last = self.last.take().filter(|last| last.span == span && last.paragraph == paragraph);
        let sentence = last.unwrap_or_else(|| {
            let opening = self.opening(span);
            // "Điều 3. Nghị định số …" is no member of the list of the article above.
            let words = text[paragraph.range()].trim_start();
            let article =
                words.strip_prefix("Điều ").is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_digit()));
            let first = text[paragraph.start..span.start].trim().is_empty();
            let inherited = if opening.item && first && !article { self.inherited(paragraph) } else { None };
            let begins_anew = text[..paragraph.start].trim_end().ends_with([':', '.']);
            Sentence { span, paragraph, begins_anew, opening, inherited }
        });
        self.last.insert(sentence)
    }

    fn opening(&self, span: Span) -> Opening {
        let text = self.reading.text;
        let mut tokens = Row::new(ahead(&text[span.range()], 0).take(14));
        let first = behind_marks(|at| tokens.get(at));
        let start = tokens.get(first).map_or(span.start, |t| span.start + t.start);
        let begins_with_mention = self.reading.mention_starts_at(start);
        Opening {
            start,
            end: span.end,
            cue: opening_phrase(self.reading, start, span.end),
            item: first > 0 || begins_with_mention,
            marked: first > 0,
        }
    }

    /// The nearest line above that ends with a colon, or is a heading, and holds a verb. What is carried out or named as a
    /// ground is listed within one section; what is repealed may be listed by fields.
    fn inherited(&mut self, item: Span) -> Option<(Relation, Span)> {
        let mut in_section = true;
        let mut above = item;
        for _ in 0..60 {
            above = self.paragraphs.above(above)?;
            let line = self.line(above);
            if line.heads && (line.cue.is_some() || line.colon) {
                return line.cue.filter(|(relation, _)| in_section || !is_recital(*relation));
            }
            if !line.item && !line.heads && !line.starts_mention {
                return None;
            }
            in_section &= !line.section;
        }
        None
    }

    fn line(&mut self, span: Span) -> Line {
        let reading = self.reading;
        *self.lines.entry(span.start).or_insert_with(|| {
            let line = &reading.text[span.range()];
            let end = line.trim_end();
            let colon = end.ends_with(':');
            let heads = colon || line.len() < 400 && !end.ends_with(['.', ';', ',']);
            Line {
                item: begins_item(line),
                heads,
                colon,
                starts_mention: !heads && reading.mention_starts_at(span.start),
                section: heads && begins_section(line),
                cue: if heads { heading_cue(reading, span).filter(|cue| !is_spent(reading, span, *cue)) } else { None },
            }
        })
    }
}

/// True if the cue of a recital has its object in the line itself: "Thực hiện Công văn số …, Huyện ủy báo cáo như sau:" heads
/// no list of documents; "Thực hiện Nghị quyết số … và các văn bản sau:" does.
fn is_spent(reading: &Reading<'_>, line: Span, (relation, cue): (Relation, Span)) -> bool {
    if !is_recital(relation) {
        return false;
    }
    let rest = reading.text[cue.end.min(line.end)..line.end].trim_end().trim_end_matches(':');
    let clause = reading.clause_in(&forward(rest, 0, 120));
    let words = fold(rest);
    let listed =
        ["văn bản", "văn bản sau", "văn bản sau đây", "văn bản dưới đây"].iter().any(|end| words.ends_with(end));
    let numbers = &reading.scan.numbers;
    let next = numbers.partition_point(|number| number.span.start < cue.end);
    clause || !listed && numbers.get(next).is_some_and(|number| number.span.start < line.end)
}

/// A Roman numeral with its stop, or capitals alone.
fn begins_section(line: &str) -> bool {
    let line = line.trim_start_matches(|c: char| c.is_whitespace() || matches!(c, '#' | '*'));
    let numeral = line.len() - line.trim_start_matches(['I', 'V', 'X']).len();
    let capitals = || line.chars().any(char::is_alphabetic) && !line.chars().any(char::is_lowercase);
    numeral > 0 && line[numeral..].starts_with(['.', ')', '-']) || capitals()
}

/// The first token behind the list marks and the number of an article: "Điều 2. Điều chỉnh …" opens with its verb.
fn behind_marks<'t>(mut token: impl FnMut(usize) -> Option<Token<'t>>) -> usize {
    let mut first = 0;
    while let Some(this) = token(first) {
        let (next, third) = (token(first + 1), token(first + 2));
        if is_article(&this, next.as_ref(), third.as_ref()) {
            first += 3;
        } else if is_list_mark(&this, next.as_ref(), first) {
            first += 1;
        } else {
            break;
        }
    }
    first
}

/// The strongest verb of a heading: an opening phrase, else its last verb of change.
pub(super) fn heading_cue(reading: &Reading<'_>, line: Span) -> Option<(Relation, Span)> {
    let (text, cues) = (&reading.text[line.range()], &reading.lexicon.cues);
    let tokens = forward(text, 0, 90);
    let cue = |first: &Token<'_>, last: &Token<'_>| Span::new(line.start + first.start, line.start + last.end);
    if text.trim_end().ends_with(':') {
        // "Các văn bản sau đây hết hiệu lực …:"
        let ends = tokens.windows(3).find(|w| w[0].is("hết") && w[1].is("hiệu") && w[2].is("lực"));
        if let Some([first, .., last]) = ends {
            return Some((Relation::Repeals, cue(first, last)));
        }
        // "A … được sửa đổi, bổ sung bởi:": what stands below does it to A.
        if text.trim_end().ends_with("bởi:") {
            return None;
        }
    }
    let opening = behind_marks(|at| tokens.get(at).copied());
    let words = tokens[opening.min(tokens.len())..].iter().map(|t| t.text);
    if let Some(count) = cues.heads_grounds(words) {
        return Some((Relation::Basis, cue(&tokens[opening], &tokens[opening + count - 1])));
    }
    let words = Keys::of(&tokens);
    let mut best = None;
    for begin in (0..tokens.len()).filter(|&begin| cues.begins_phrase(words.word(begin))) {
        let phrase = tokens[begin..].iter().take(4).take_while(|t| t.is_word()).count();
        let found = (begin + 1..=begin + phrase).rev().find_map(|end| {
            strong_cue(reading, words.run(begin, end), begin, opening, text)
                .map(|relation| (relation, cue(&tokens[begin], &tokens[end - 1])))
        });
        if matches!(found, Some((Relation::Repeals | Relation::Replaces | Relation::Amends, _))) {
            return found;
        }
        best = found.or(best);
    }
    best
}

/// The relation of a phrase that begins at the token `begin` of a heading, if it governs the list below. `opening` is the
/// first token behind the heading's list marks: "I. CĂN CỨ PHÁP LÝ" lists grounds; what is carried out under a numbered
/// heading is told, not listed.
fn strong_cue(reading: &Reading<'_>, phrase: &str, begin: usize, opening: usize, heading: &str) -> Option<Relation> {
    let opens = begin == 0 || begin == opening;
    let relation = reading.lexicon.cues.roles(phrase).iter().find_map(|(role, relation)| match role {
        Role::Object => *relation,
        Role::Opening if opens => *relation,
        _ => None,
    });
    relation.filter(|r| match r {
        Relation::Repeals | Relation::Replaces | Relation::Amends | Relation::Suspends | Relation::Corrects => true,
        Relation::Basis => opens || heading.trim_end().ends_with(':'),
        Relation::Implements => begin == 0 || heading.trim_end().ends_with(':'),
        _ => false,
    })
}

/// The longest recital phrase that begins at a byte.
fn opening_phrase(reading: &Reading<'_>, at: usize, end: usize) -> Option<(Relation, Span)> {
    let text = &reading.text[at..end];
    let cues = &reading.lexicon.cues;
    let first = ahead(text, 0).next()?;
    if !cues.begins_phrase(&first.key()) {
        return None;
    }
    let tokens: Vec<Token<'_>> = ahead(text, 0).take(5).take_while(Token::is_word).collect();
    let words = Keys::of(&tokens);
    (1..=tokens.len()).rev().find_map(|length| {
        cues.roles(words.run(0, length)).iter().find_map(|(role, relation)| {
            relation
                .filter(|_| *role == Role::Opening)
                .map(|r| (r, Span::new(at + tokens[0].start, at + tokens[length - 1].end)))
        })
    })
}

/// `Điều 2.`, `Khoản 1:`.
fn is_article(word: &Token<'_>, number: Option<&Token<'_>>, mark: Option<&Token<'_>>) -> bool {
    (word.is("điều") || word.is("khoản"))
        && number.is_some_and(|number| number.text.bytes().all(|b| b.is_ascii_digit()))
        && mark.is_some_and(|mark| matches!(mark.text, "." | ":"))
}

/// Where the sentences of a paragraph end.
fn stops(text: &str, paragraph: Span) -> Vec<usize> {
    memchr::memchr3_iter(b'.', b'?', b'!', &text.as_bytes()[paragraph.range()])
        .map(|at| paragraph.start + at)
        .filter(|&stop| ends_sentence(text, stop, paragraph.end))
        .collect()
}

/// The sentence of a paragraph that holds a byte.
fn sentence_in(text: &str, paragraph: Span, stops: &[usize], at: usize) -> Span {
    let next = stops.partition_point(|&stop| stop < at);
    let start = next.checked_sub(1).map_or(paragraph.start, |last| stops[last] + 1);
    let end = stops.get(next).map_or(paragraph.end, |stop| stop + 1);
    let sentence = &text[start..end];
    let skipped = sentence.len() - sentence.trim_start().len();
    let trimmed = sentence.trim_end().len();
    Span::new((start + skipped).min(at), start + trimmed.max(skipped))
}

/// A stop ends a sentence if white space and a capital follow, and no abbreviation or item number stands before.
fn ends_sentence(text: &str, stop: usize, end: usize) -> bool {
    let after = &text[stop + 1..end];
    let rest = after.trim_start_matches(['”', '"', ')', '*', '_', '/', '.']);
    let spaced = rest.starts_with(char::is_whitespace);
    let capital = rest
        .trim_start_matches(|c: char| c.is_whitespace() || c == '*')
        .chars()
        .next()
        .is_some_and(|c| c.is_uppercase() || matches!(c, '“' | '-' | '('));
    if !spaced || !capital {
        return false;
    }
    let word = &text[word_start(text, stop)..stop];
    let initial = word.chars().all(|c| c.is_uppercase() || c.is_ascii_digit()) && matches!(word.chars().count(), 1 | 2);
    let roman = word.bytes().all(|b| matches!(b, b'I' | b'V' | b'X'));
    // "TP. Hồ Chí Minh", "1. Quyết định": but a year or a date may end a sentence.
    !(initial || roman && !word.is_empty() && word.len() < 4)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_stop_in_an_abbreviation_does_not_end_a_sentence() {
        let text = "Theo UBND TP. Hồ Chí Minh tại văn bản này. Căn cứ Luật B.";
        let whole = Span::new(0, text.len());
        assert_eq!(
            &text[sentence_in(text, whole, &stops(text, whole), 3).range()],
            "Theo UBND TP. Hồ Chí Minh tại văn bản này."
        );
    }
}
