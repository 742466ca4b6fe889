//! Results in words for the terminal: styles, columns, and what a document is called.

use super::language::{Language, say, word};
use super::terminal;
use luocdo::date::PartialDate;
use luocdo::diagram::wording::short_name;
use luocdo::graph::{Evidence, Graph, Node};
use luocdo::render::label;
use luocdo::vocabulary::State;
use std::borrow::Cow;
use terminal_size::{Height, Width, terminal_size_of};
use unicode_width::UnicodeWidthStr;

// Styles, in the one place where colours are named. Meaning never hangs on colour: every word stands without it.

/// The end of a style.
pub const PLAIN: &str = "\x1b[0m";
/// What a line is about.
pub const STRONG: &str = "\x1b[1m";
/// What can be passed over.
pub const FAINT: &str = "\x1b[2m";
/// What one document does with another.
pub const RELATION: &str = "\x1b[36m";
/// Something failed.
pub const ERROR: &str = "\x1b[1;31m";
/// Something wants a look.
pub const WARNING: &str = "\x1b[1;33m";
/// Something is there.
pub const GOOD: &str = "\x1b[32m";

/// Wider lines are hard to read, however wide the terminal.
const WIDEST: usize = 120;

/// Where nobody says how wide the page is.
const USUAL: usize = 100;

/// The page that is written on.
#[derive(Clone, Copy, Debug)]
pub struct Page {
    /// Language of the words.
    pub language: Language,
    /// Columns.
    pub width: usize,
}

impl Page {
    /// Standard output: as wide as the terminal, or as COLUMNS says.
    pub fn standard(language: Language) -> Self {
        Self::of(terminal_size_of(std::io::stdout()), language)
    }

    /// Standard error, for what is not a result.
    pub fn standard_error(language: Language) -> Self {
        Self::of(terminal_size_of(std::io::stderr()), language)
    }

    fn of(terminal: Option<(Width, Height)>, language: Language) -> Self {
        #[expect(clippy::disallowed_methods, reason = "the shell may know the terminal; the library does not")]
        let said = || std::env::var("COLUMNS").ok().and_then(|columns| columns.parse().ok());
        let width = terminal.map(|(width, _)| usize::from(width.0)).or_else(said).unwrap_or(USUAL).clamp(40, WIDEST);
        Self { language, width }
    }
}

/// Words in a style, each by itself, so that a line may break between them.
pub fn styled(style: &str, text: &str) -> String {
    let word = |word: &str| if word.is_empty() { String::new() } else { format!("{style}{word}{PLAIN}") };
    text.split(' ').map(word).collect::<Vec<_>>().join(" ")
}

/// Columns that a text takes on a terminal: marks of decomposed letters and styles take none.
pub fn columns(text: &str) -> usize {
    anstream::adapter::strip_str(text).to_string().width()
}

/// A text in lines of at most `width` columns. A word that is wider stands alone; a dot between parts ends a line and
/// begins none.
pub fn wrap(text: &str, width: usize) -> Vec<String> {
    let mut lines = Vec::new();
    let (mut line, mut used) = (String::new(), 0);
    let text = text.replace(" · ", &format!("{FIXED}· "));
    for word in text.split(' ').filter(|word| !word.is_empty()) {
        let wide = columns(word);
        if used > 0 && used + 1 + wide > width {
            lines.push(std::mem::take(&mut line));
            used = 0;
        }
        if used > 0 {
            line.push(' ');
            used += 1;
        }
        line.push_str(word);
        used += wide;
    }
    if used > 0 {
        lines.push(line);
    }
    lines.iter().map(|line| line.replace(FIXED, " ")).collect()
}

/// A blank at which no line breaks, and which is a plain blank once the lines are made.
pub const FIXED: char = '\u{A0}';

/// `left` and, at the right edge, `right`; on two lines where there is no room.
pub fn spread(left: &str, right: &str, width: usize) -> Vec<String> {
    let (one, other) = (columns(left), columns(right));
    if one + 2 + other <= width {
        return vec![format!("{}{}{right}", left.replace(FIXED, " "), " ".repeat(width - one - other))];
    }
    wrap(&format!("{left} · {right}"), width)
}

/// [`spread`] further in; what does not fit beside goes below, further in still.
pub fn entry(left: &str, right: &str, indent: usize, width: usize) -> Vec<String> {
    let room = width.saturating_sub(indent);
    let (first, next) = (" ".repeat(indent), " ".repeat(indent + 2));
    if columns(left) + 2 + columns(right) <= room {
        return spread(left, right, room).iter().map(|line| format!("{first}{line}")).collect();
    }
    let lines = wrap(&format!("{left} · {right}"), room.saturating_sub(2)).into_iter().enumerate();
    lines.map(|(index, line)| format!("{}{line}", if index == 0 { &first } else { &next })).collect()
}

/// Text padded with blanks to a number of columns.
pub fn padded(text: &str, width: usize) -> String {
    format!("{text}{}", " ".repeat(width.saturating_sub(columns(text))))
}

/// What a document is called: number, name, or kind with the remark that it has no number.
pub fn called(node: &Node, language: Language) -> Cow<'_, str> {
    match (&node.number, &node.name, &node.kind) {
        (None, None, Some(kind)) if node.state != State::Oral => {
            Cow::Owned(say!(language, "{kind} (số để trống)", "{kind} (number blank)"))
        }
        _ => label(node),
    }
}

/// Number, organ and date in one line.
pub fn line(node: &Node, language: Language) -> String {
    let mut parts = vec![styled(STRONG, &called(node, language))];
    parts.extend(issuer(node));
    parts.extend(date(node, language));
    parts.join(" · ")
}

/// The issuing organ, shortened as offices do; nothing where the name tells it already.
pub fn issuer(node: &Node) -> Option<String> {
    let told = |issuer: &&str| node.number.is_none() && node.name.as_deref().is_some_and(|name| name.contains(issuer));
    node.issuer.as_deref().filter(|issuer| !told(issuer)).map(short_name)
}

/// The date, or what is known about it.
pub fn date(node: &Node, language: Language) -> Option<String> {
    let written = |date: PartialDate| date.written();
    let bounds = match (node.not_before.map(written), node.not_after.map(written)) {
        (Some(first), Some(last)) if first == last => Some(first),
        (Some(first), Some(last)) => Some(say!(language, "từ {first} đến {last}", "between {first} and {last}")),
        (Some(first), None) => Some(say!(language, "sớm nhất {first}", "not before {first}")),
        (None, Some(last)) => Some(say!(language, "muộn nhất {last}", "not after {last}")),
        (None, None) => None,
    };
    match (node.date, bounds) {
        (Some(date), Some(bounds)) if !date.is_full() => Some(format!("{} ({bounds})", date.written())),
        (Some(date), _) => Some(date.written()),
        (None, bounds) => bounds,
    }
}

/// Held, missing or oral, in words.
pub fn state(node: &Node, language: Language) -> String {
    let style = if node.held { GOOD } else { FAINT };
    styled(style, node.state.name(language))
}

/// A sentence in quotation marks, cut to about `most` columns with what it is about inside; nothing where it is withheld.
pub fn quoted(evidence: &Evidence, about: &Node, most: usize) -> String {
    if evidence.quote.is_empty() {
        return String::new();
    }
    let needle = about.number.as_deref().or(about.name.as_deref()).unwrap_or_default();
    format!("“{}”", excerpt(&evidence.quote, needle, most))
}

/// Where something is said; a path stays in one piece.
pub fn place(evidence: &Evidence) -> String {
    path(&evidence.path, Some(evidence.line))
}

/// A file and a line in it.
pub fn path(path: &str, line: Option<usize>) -> String {
    let line = line.map_or(String::new(), |line| format!(":{line}"));
    styled(FAINT, &format!("{}{line}", terminal::name(path).replace(' ', &FIXED.to_string())))
}

/// In whose words a relation is known, if not in those of the document itself.
pub fn reporter(graph: &Graph, evidence: &Evidence, language: Language) -> String {
    let holds = |node: &&Node| node.files.iter().any(|file| *file == evidence.path);
    let Some(node) = graph.graph.node_weights().find(holds) else {
        return word(language, "gián tiếp", "indirect").into();
    };
    let name = called(node, language);
    say!(language, "gián tiếp, lời của {name}:", "indirect, in the words of {name}:")
}

/// About `most` columns of a text, broken between words, with `needle` inside if the text has it.
fn excerpt<'t>(text: &'t str, needle: &str, most: usize) -> Cow<'t, str> {
    if text.width() <= most {
        return Cow::Borrowed(text);
    }
    let words: Vec<&str> = text.split(' ').collect();
    let at = text.find(needle).filter(|_| !needle.is_empty()).unwrap_or(0);
    let hit = text[..at].matches(' ').count();
    // Two thirds of the room before what it is about: the cue that governs it stands there.
    let (mut first, mut used) = (hit, 0);
    while first > 0 && used + words[first - 1].width() < most * 2 / 3 {
        first -= 1;
        used += words[first].width() + 1;
    }
    let mut last = hit;
    while last < words.len() && (last == hit || used + words[last].width() < most) {
        used += words[last].width() + 1;
        last += 1;
    }
    let (before, after) = (if first > 0 { "… " } else { "" }, if last < words.len() { " …" } else { "" });
    Cow::Owned(format!("{before}{}{after}", words[first..last].join(" ")))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_are_those_of_a_terminal_in_both_forms_and_any_style() {
        assert_eq!(columns("Chỉ thị"), 7);
        assert_eq!(columns("Chi\u{309} thi\u{323}"), 7);
        assert_eq!(columns(&styled(STRONG, "Chỉ thị")), 7);
    }

    #[test]
    fn lines_break_between_words_and_none_is_too_wide() {
        assert_eq!(wrap("một hai ba bốn", 7), ["một hai", "ba bốn"]);
        assert_eq!(wrap("một · hai", 6), ["một ·", "hai"]);
        assert_eq!(wrap("a dài-hơn-cả-dòng b", 5), ["a", "dài-hơn-cả-dòng", "b"]);
    }

    #[test]
    fn an_excerpt_has_what_it_is_about() {
        let text = "một hai ba bốn năm sáu bảy tám chín mười 07-CT/TW mười một mười hai mười ba";
        let cut = excerpt(text, "07-CT/TW", 30);
        assert!(cut.contains("07-CT/TW") && cut.starts_with("… ") && cut.ends_with(" …"), "{cut}");
        assert!(cut.width() <= 36, "{cut}");
        assert_eq!(excerpt("ngắn", "x", 30), "ngắn");
    }

    #[test]
    fn what_does_not_fit_beside_goes_below() {
        assert_eq!(spread("ab", "cd", 8), ["ab    cd"]);
        assert_eq!(spread("ab cd", "ef", 5), ["ab", "cd ·", "ef"]);
    }
}
