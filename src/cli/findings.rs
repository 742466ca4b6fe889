//! Findings in words for the terminal: grouped by code, ranked where there is a rank, with the sentence and a caret.

use super::Outcome;
use super::language::{count, counted, say, word};
use super::report::{self, ERROR, FAINT, Page, STRONG, WARNING, columns, padded, styled};
use annotate_snippets::{AnnotationKind, Group, Level, Renderer, Snippet};
use luocdo::audit::{Finding, Place, Severity};
use luocdo::graph::Node;
use luocdo::render::report::{Heading, Report};
use std::collections::BTreeMap;
use std::ops::Range;
use unicode_width::UnicodeWidthStr;

/// Findings of one code that are listed; more with `--all`.
const LISTED: usize = 20;

/// Findings of one code that are shown with their sentence; more with `--all`.
const EXCERPTS: usize = 2;

/// Columns before a finding.
const INDENT: usize = 7;

/// The code whose findings are a table: the list to go looking with.
const MISSING: &str = "NG101";

/// What of a report is shown.
pub struct Shown {
    /// Everything, not the first of each code.
    pub all: bool,
    /// Counts only.
    pub statistics: bool,
    /// Who is seen acting.
    pub coverage: bool,
    /// One finding a line.
    pub concise: bool,
}

/// The report in words.
pub fn words(report: &Report<'_>, shown: &Shown, outcome: Outcome, page: Page) -> String {
    let writer = Writer { report, shown, page };
    let mut lines = Vec::new();
    if shown.concise {
        lines.extend(report.findings.iter().map(|finding| writer.concise(finding)));
    } else {
        for (heading, findings) in report.by_code() {
            if shown.statistics {
                lines.push(writer.statistics(&heading, &findings));
                continue;
            }
            let listed = if shown.all { findings.len() } else { findings.len().min(LISTED) };
            lines.extend(writer.heading(&heading, &findings));
            lines.extend(if heading.code() == MISSING {
                writer.ranked(&findings[..listed])
            } else {
                writer.listed(&findings[..listed])
            });
            lines.extend(writer.more(findings.len() - listed));
            lines.push(String::new());
        }
    }
    if shown.coverage {
        lines.extend(writer.coverage());
    }
    lines.extend(writer.baseline());
    lines.push(writer.total(outcome));
    lines.join("\n") + "\n"
}

struct Writer<'r> {
    report: &'r Report<'r>,
    shown: &'r Shown,
    page: Page,
}

impl Writer<'_> {
    /// `tep.txt:12 NT202 lỗi …`: for editors and for grep.
    fn concise(&self, finding: &Finding) -> String {
        let language = self.page.language;
        let at = finding.place().map(Place::at).unwrap_or_default();
        let severity = painted(finding.severity, finding.severity.name(language));
        let (code, id) = (styled(STRONG, &finding.code), styled(FAINT, &finding.id));
        format!("{at}: {code} {severity}: {} [{id}]", finding.message.in_language(language))
            .trim_start_matches(": ")
            .into()
    }

    fn statistics(&self, heading: &Heading<'_>, found: &[&Finding]) -> String {
        let language = self.page.language;
        let severity = gravest(found);
        let severity = painted(severity, severity.name(language));
        let number = count(language, found.len());
        format!("{number:>6}  {}  {severity}  {}", styled(STRONG, heading.code()), heading.name(language))
    }

    /// The code, what it is about, how often, how grave; for the table the names of its columns.
    fn heading(&self, heading: &Heading<'_>, found: &[&Finding]) -> Vec<String> {
        let language = self.page.language;
        let severity = gravest(found);
        let severity = painted(severity, severity.name(language));
        let name = styled(STRONG, &format!("{}  {}", heading.code(), heading.name(language)));
        let left = format!("{name} ({}) · {severity}", count(language, found.len()));
        if heading.code() != MISSING {
            return report::wrap(&left, self.page.width);
        }
        let counts = styled(FAINT, &self.counts_heading());
        if columns(&left) + 2 + columns(&counts) <= self.page.width {
            return report::spread(&left, &counts, self.page.width);
        }
        let mut lines = report::wrap(&left, self.page.width);
        lines.push(format!("{}{counts}", " ".repeat(self.page.width.saturating_sub(columns(&counts)))));
        lines
    }

    fn counts_heading(&self) -> String {
        COUNTS.map(|(vietnamese, english)| word(self.page.language, vietnamese, english)).join("  ")
    }

    /// Missing sources in the order in which to look for them.
    fn ranked(&self, found: &[&Finding]) -> Vec<String> {
        let graph = self.report.case.graph;
        let nodes: BTreeMap<&str, (&Node, usize)> = graph
            .graph
            .node_indices()
            .map(|index| (graph.graph[index].id.as_str(), (&graph.graph[index], graph.graph[index].dossier.joins)))
            .collect();
        let nodes: Vec<(&Node, usize)> =
            found.iter().filter_map(|finding| nodes.get(finding.node.as_deref()?).copied()).collect();
        let names = nodes.iter().map(|(node, _)| columns(&report::called(node, self.page.language)));
        let names = names.filter(|width| *width <= NAME).max().unwrap_or_default();
        nodes.iter().enumerate().flat_map(|(index, (node, joins))| self.rank(index + 1, node, *joins, names)).collect()
    }

    fn rank(&self, rank: usize, node: &Node, joins: usize, names: usize) -> Vec<String> {
        let language = self.page.language;
        let widths = COUNTS.map(|(vietnamese, english)| columns(word(language, vietnamese, english)));
        let counts: Vec<String> = [node.cited_by, node.cited_from.len(), node.mentions, joins]
            .iter()
            .zip(widths)
            .map(|(number, width)| format!("{:>width$}", count(language, *number)))
            .collect();
        let counts = counts.join("  ");
        let about = [report::issuer(node), report::date(node, language)];
        let name = styled(STRONG, &report::called(node, language));
        let mut about: Vec<String> = about.into_iter().flatten().collect();
        if node.number.is_some() {
            about.splice(0..0, node.kind.clone());
        }
        let room = self.page.width.saturating_sub(INDENT + columns(&counts) + 2).max(20);
        let mut lines = columned(&name, &about.join(" · "), names, room);
        let rest = lines.split_off(1.min(lines.len()));
        let first = lines.pop().unwrap_or_default();
        let mut all = vec![format!("{rank:>4}.  {}  {counts}", padded(&first, room))];
        all.extend(rest.into_iter().map(|line| format!("{}{line}", " ".repeat(INDENT))));
        all
    }

    /// Findings one by one: what, where, in which words, and what to do about it, once where it is the same for all.
    fn listed(&self, found: &[&Finding]) -> Vec<String> {
        let language = self.page.language;
        let advice = |finding: &Finding| finding.suggestion.as_ref().map(|said| said.in_language(language).to_string());
        let common = found
            .first()
            .and_then(|first| advice(first))
            .filter(|_| found.windows(2).all(|two| advice(two[0]) == advice(two[1])));
        let mut lines = Vec::new();
        for (at, finding) in found.iter().enumerate() {
            let excerpt = self.shown.all || at < EXCERPTS;
            let place = finding.place().map(|place| self.where_said(place)).unwrap_or_default();
            let excerpt = finding.place().filter(|_| excerpt).and_then(|place| self.excerpt(place, finding.severity));
            let place = if excerpt.is_some() { String::new() } else { place };
            lines.extend(self.indented(&format!("{} {place}", finding.message.in_language(language)), 0));
            lines.extend(excerpt.unwrap_or_default());
            for other in finding.places.iter().skip(1) {
                lines.extend(self.indented(&format!("· {}", self.where_said(other)), 2));
            }
            for note in &finding.notes {
                lines.extend(self.indented(&format!("· {}", note.in_language(language)), 2));
            }
            if common.is_none() {
                lines.extend(advice(finding).iter().flat_map(|words| self.advice(words)));
            }
        }
        lines.extend(common.iter().flat_map(|words| self.advice(words)));
        lines
    }

    /// File and line, and what that place says.
    fn where_said(&self, place: &Place) -> String {
        let said = place.said.as_ref().map(|said| format!(" {}", said.in_language(self.page.language)));
        report::path(&place.path, place.line) + &said.unwrap_or_default()
    }

    /// The sentence with a caret under the words that matter; nothing where the words are not known.
    fn excerpt(&self, place: &Place, severity: Severity) -> Option<Vec<String>> {
        let (quote, mark) = (place.quote.as_deref()?, place.mark.clone()?);
        let room = self.page.width.saturating_sub(INDENT + 8).max(30);
        let (cut, mark) = window(quote, mark, room);
        let level = match severity {
            Severity::Error => Level::ERROR,
            Severity::Warning => Level::WARNING,
            Severity::Note => Level::NOTE,
        };
        let said = place.said.as_ref().map(|said| said.in_language(self.page.language));
        // A label that has no room beside the caret would make the line too wide.
        let said = said.filter(|said| cut[..mark.end].width() + said.width() < room && cut[mark.clone()] != **said);
        let snippet = Snippet::source(cut.as_str())
            .line_start(place.line.unwrap_or(1))
            .path(place.path.as_str())
            .annotation(AnnotationKind::Primary.span(mark).label(said));
        let drawn = Renderer::styled().term_width(400).render(&[Group::with_level(level).element(snippet)]);
        // The column that stands behind file and line is one of this excerpt, and none of the file.
        let column = format!(":{}", place.line.unwrap_or(1)) + ":";
        let without_column = |line: &str| match line.rfind(&column).filter(|_| line.contains("--> ")) {
            Some(at) => {
                let rest = &line[at + column.len()..];
                let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
                format!("{}{}", &line[..at + column.len() - 1], &rest[digits..])
            }
            None => line.to_string(),
        };
        Some(drawn.lines().map(|line| format!("{}{}", " ".repeat(INDENT), without_column(line))).collect())
    }

    fn advice(&self, words: &str) -> Vec<String> {
        let heading = word(self.page.language, "gợi ý:", "suggestion:");
        self.indented(&format!("{} {words}", styled(FAINT, heading)), 2)
    }

    fn indented(&self, text: &str, by: usize) -> Vec<String> {
        let before = " ".repeat(INDENT + by);
        let room = self.page.width.saturating_sub(INDENT + by).max(20);
        hanging(text, room, 2).into_iter().map(|line| format!("{before}{line}")).collect()
    }

    fn more(&self, more: usize) -> Option<String> {
        let number = count(self.page.language, more);
        let words = say!(self.page.language, "… còn {number} (--all)", "… {number} more (--all)");
        (more > 0).then(|| format!("{}{}", " ".repeat(INDENT), styled(FAINT, &words)))
    }

    /// Each directive: how many are seen acting and how soon, and who is not seen.
    fn coverage(&self) -> Vec<String> {
        let (language, graph) = (self.page.language, &self.report.case.graph.graph);
        let mut lines = vec![styled(STRONG, word(language, "Độ phủ", "Coverage"))];
        for directive in self.report.directives() {
            let (seen, of) = (count(language, directive.seen.len()), count(language, directive.units()));
            lines.extend(report::entry(
                &report::line(&graph[directive.index], language),
                &format!("{seen}/{of}"),
                2,
                self.page.width,
            ));
            for row in &directive.seen {
                let first = &graph[row.acted[0]];
                let days = row.days.map(|days| say!(language, " · sau {days} ngày", " · after {days} days"));
                let days = days.unwrap_or_default();
                let paper = report::called(first, language);
                lines.extend(self.indented(&format!("{}: {paper}{days}", row.unit), 0));
            }
            let unseen: Vec<&str> = directive.unseen.iter().map(|row| row.unit.as_str()).collect();
            if !unseen.is_empty() {
                let shown = if self.shown.all { unseen.len() } else { unseen.len().min(LISTED) };
                let more = if unseen.len() > shown { format!(" … +{}", unseen.len() - shown) } else { String::new() };
                let list = unseen[..shown].join(", ");
                let words =
                    say!(language, "chưa thấy trong kho: {list}{more}", "not seen in the collection: {list}{more}");
                lines.extend(self.indented(&styled(FAINT, &words), 0));
            }
        }
        lines.push(String::new());
        lines
    }

    /// What the baseline hides, and what of it is gone.
    fn baseline(&self) -> Vec<String> {
        let (language, held) = (self.page.language, self.report.baseline);
        let mut lines = Vec::new();
        if held.hidden > 0 {
            let hidden = count(language, held.hidden);
            lines.push(say!(language, "{hidden} điều đã biết, không kê lại", "{hidden} accepted findings, not listed"));
        }
        for gone in &held.gone {
            let (id, about) = (&gone.id, &gone.about);
            let line =
                say!(language, "đã hết, có thể bỏ khỏi sổ: {id} {about}", "gone, may leave the baseline: {id} {about}");
            lines.extend(report::wrap(&line, self.page.width));
        }
        if !lines.is_empty() {
            lines.push(String::new());
        }
        lines
    }

    /// The last line: how much there is of everything, and the exit code.
    fn total(&self, outcome: Outcome) -> String {
        let language = self.page.language;
        let of = |severity: Severity| self.report.count(severity);
        let code = match outcome {
            Outcome::Done => 0,
            Outcome::Found => 1,
            Outcome::Failed => 2,
        };
        let mut parts = vec![
            counted(language, self.report.documents(), "văn bản", "document"),
            painted(Severity::Error, &counted(language, of(Severity::Error), "lỗi", "error")),
            painted(Severity::Warning, &counted(language, of(Severity::Warning), "cảnh báo", "warning")),
            counted(language, of(Severity::Note), "ghi chú", "note"),
        ];
        if self.report.ignored > 0 {
            let ignored = count(language, self.report.ignored);
            parts.push(say!(language, "bỏ qua {ignored}", "{ignored} left out"));
        }
        parts.push(say!(language, "mã thoát {code}", "exit {code}"));
        parts.join(" · ")
    }
}

/// Names of the counts by which missing sources are ranked.
const COUNTS: [(&str, &str); 4] = [("văn bản", "docs"), ("tỉnh", "prov."), ("lần nhắc", "mentions"), ("nối", "joins")];

/// Longer names stand by themselves; shorter ones are a column.
const NAME: usize = 22;

fn gravest(found: &[&Finding]) -> Severity {
    found.iter().map(|finding| finding.severity).max().unwrap_or(Severity::Note)
}

/// About `most` columns of a quote around the words that matter, cut between words, and where they stand in it.
fn window(quote: &str, mark: Range<usize>, most: usize) -> (String, Range<usize>) {
    if quote.width() <= most {
        return (quote.to_string(), mark);
    }
    let (before, words, after) = (&quote[..mark.start], &quote[mark.clone()], &quote[mark.end..]);
    let inside = cut_end(words, most.saturating_sub(8));
    let room = most.saturating_sub(inside.width() + 4);
    // The cue that governs the words stands before them.
    let left = cut_start(before, room * 2 / 3);
    let right = if inside.len() < words.len() { "" } else { cut_end(after, room.saturating_sub(left.width())) };
    let lead = if left.len() < before.len() { "… " } else { "" };
    let trail =
        if left.len() + inside.len() + right.len() + mark.start - left.len() < quote.len() { " …" } else { "" };
    let start = lead.len() + left.len();
    (format!("{lead}{left}{inside}{right}{trail}"), start..start + inside.len())
}

/// The longest beginning of a text of at most so many columns that ends between words.
fn cut_end(text: &str, most: usize) -> &str {
    if text.width() <= most {
        return text;
    }
    let ends = text.match_indices(' ').map(|(at, _)| at).take_while(|&at| text[..at].width() <= most);
    &text[..ends.last().unwrap_or_default()]
}

/// The longest end of a text of at most so many columns that begins between words.
fn cut_start(text: &str, most: usize) -> &str {
    if text.width() <= most {
        return text;
    }
    let start = text.match_indices(' ').map(|(at, _)| at + 1).find(|&at| text[at..].width() <= most);
    &text[start.unwrap_or(text.len())..]
}

/// A name and what it is, in two columns; one below the other where the name is too long for its column.
fn columned(name: &str, about: &str, names: usize, room: usize) -> Vec<String> {
    let before = " ".repeat(names + 2);
    let about = report::wrap(about, room.saturating_sub(names + 2).max(10));
    if columns(name) > names {
        let name = report::wrap(name, room);
        return name.into_iter().chain(about.into_iter().map(|line| format!("{before}{line}"))).collect();
    }
    let mut lines: Vec<String> = about.into_iter().map(|line| format!("{before}{line}")).collect();
    match lines.first_mut() {
        Some(first) => first.replace_range(..names, &padded(name, names)),
        None => lines.push(name.to_string()),
    }
    lines
}

/// Lines of which all but the first stand further in.
fn hanging(text: &str, room: usize, by: usize) -> Vec<String> {
    let lines = report::wrap(text, room.saturating_sub(by).max(10)).into_iter().enumerate();
    lines.map(|(index, line)| if index == 0 { line } else { format!("{}{line}", " ".repeat(by)) }).collect()
}

fn painted(severity: Severity, words: &str) -> String {
    match severity {
        Severity::Error => styled(ERROR, words),
        Severity::Warning => styled(WARNING, words),
        Severity::Note => words.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_window_keeps_the_words_that_matter_between_whole_words() {
        let quote = "Căn cứ Luật Tổ chức; Thực hiện Kế hoạch số 45-KH/TU ngày 20/9/2021 của Ban Thường vụ Tỉnh ủy về việc đổi mới";
        let at = quote.find("Kế hoạch").unwrap();
        let mark = at..at + "Kế hoạch số 45-KH/TU".len();
        let (cut, marked) = window(quote, mark, 50);
        assert_eq!(&cut[marked], "Kế hoạch số 45-KH/TU");
        assert!(cut.width() <= 50 && cut.starts_with("… ") && cut.ends_with(" …"), "{cut}");
    }

    #[test]
    fn the_caret_stands_under_the_words_in_both_forms_of_vietnamese() {
        // Decomposed letters take the columns of the letters, not of their marks.
        let composed = "Chỉ thị số 05-CT/TW";
        let decomposed = "Chi\u{309} thi\u{323} số 05-CT/TW";
        let caret = |text: &str| {
            let at = text.find("05").unwrap();
            let snippet = Snippet::source(text).path("a.txt").annotation(AnnotationKind::Primary.span(at..text.len()));
            let drawn = Renderer::plain().render(&[Group::with_level(Level::NOTE).element(snippet)]);
            drawn.lines().find_map(|line| line.find('^')).expect("a caret")
        };
        assert_eq!(caret(composed), caret(decomposed));
    }
}
