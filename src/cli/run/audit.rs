//! `audit`: what an archivist should look at, grouped by code, with an exit code for scripts.

use super::{Collection, collect};
use crate::cli::args::{AuditArgs, AuditFormat, FailOn, Shared};
use crate::cli::language::{count, counted, say, word};
use crate::cli::output::{Output, Target};
use crate::cli::report::{self, ERROR, FAINT, Page, STRONG, WARNING, padded, styled};
use crate::cli::{Outcome, report::columns};
use luocdo::audit::{CODES, Case, Code, Finding, Severity, audit};
use luocdo::graph::{Graph, Node};
use luocdo::render::ndjson;
use luocdo::vocabulary::State;
use std::collections::BTreeMap;
use std::path::PathBuf;

/// Findings of one code that are listed; more with `--all`.
const LISTED: usize = 20;

/// Columns before a finding.
const INDENT: usize = 7;

/// The code whose findings are a table: the list to go looking with.
const MISSING: &str = "NG101";

/// Runs `audit`.
pub fn run(args: &AuditArgs, shared: &Shared) -> anyhow::Result<Outcome> {
    let language = shared.language();
    let Collection { survey, lexicon, inputs, troubles, files } = collect(&args.input, shared)?;
    let (corpus, graph) = (&survey.corpus, &survey.graph);
    let findings = audit(&Case { corpus, references: &survey.references, graph, lexicon });
    let outcome = outcome(&findings, args);
    let mut output = Output::create(&Target::of(args.output.as_deref()), files.iter().map(PathBuf::as_path), language)?;
    match args.format {
        AuditFormat::Ndjson => {
            findings.iter().try_for_each(|finding| ndjson::write_finding(finding, &graph.collection, &mut output))?;
        }
        AuditFormat::Text => {
            let report = Report { graph, findings: &findings, args, page: Page::standard(language) };
            super::write_styled(&report.words(outcome), &mut output)?;
        }
    }
    output.finish()?;
    super::conclude(&inputs, &troubles, outcome, shared)
}

/// Whether anything is at or above the threshold.
fn outcome(findings: &[Finding], args: &AuditArgs) -> Outcome {
    let threshold = match args.fail_on {
        FailOn::Error => Severity::Error,
        FailOn::Warning => Severity::Warning,
        FailOn::Note => Severity::Note,
    };
    let found = findings.iter().any(|finding| finding.severity >= threshold);
    if found && !args.exit_zero { Outcome::Found } else { Outcome::Done }
}

struct Report<'r> {
    graph: &'r Graph,
    findings: &'r [Finding],
    args: &'r AuditArgs,
    page: Page,
}

impl Report<'_> {
    fn words(&self, outcome: Outcome) -> String {
        let mut lines = Vec::new();
        for code in CODES {
            let found: Vec<&Finding> = self.findings.iter().filter(|finding| finding.code == code.code).collect();
            if found.is_empty() {
                continue;
            }
            if self.args.statistics {
                lines.push(self.statistics(code, found.len()));
                continue;
            }
            let shown = if self.args.all { found.len() } else { found.len().min(LISTED) };
            lines.extend(self.heading(code, found.len()));
            lines.extend(if code.code == MISSING {
                self.ranked(&found[..shown])
            } else {
                self.listed(&found[..shown])
            });
            lines.extend(self.more(found.len() - shown));
            lines.push(String::new());
        }
        lines.push(self.total(outcome));
        lines.join("\n") + "\n"
    }

    fn statistics(&self, code: &Code, found: usize) -> String {
        let language = self.page.language;
        let severity = painted(code.severity, code.severity.name(language));
        let number = count(language, found);
        format!("{number:>6}  {}  {severity}  {}", styled(STRONG, code.code), code.name(language))
    }

    /// The code, what it is about, how often, how grave; for the table the names of its columns.
    fn heading(&self, code: &Code, found: usize) -> Vec<String> {
        let language = self.page.language;
        let severity = painted(code.severity, code.severity.name(language));
        let name = styled(STRONG, &format!("{}  {}", code.code, code.name(language)));
        let left = format!("{name} ({}) · {severity}", count(language, found));
        if code.code != MISSING {
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
        let nodes: BTreeMap<&str, &Node> =
            self.graph.graph.node_weights().map(|node| (node.id.as_str(), node)).collect();
        let nodes: Vec<&Node> =
            found.iter().filter_map(|finding| nodes.get(finding.node.as_deref()?).copied()).collect();
        let names = nodes.iter().map(|node| columns(&report::called(node, self.page.language)));
        let names = names.filter(|width| *width <= NAME).max().unwrap_or_default();
        nodes.iter().enumerate().flat_map(|(index, node)| self.rank(index + 1, node, names)).collect()
    }

    fn rank(&self, rank: usize, node: &Node, names: usize) -> Vec<String> {
        let language = self.page.language;
        let widths = COUNTS.map(|(vietnamese, english)| columns(word(language, vietnamese, english)));
        let counts: Vec<String> = [node.cited_by, node.cited_from.len(), node.mentions]
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

    /// Findings one by one: what, where, and what to do about it, once where it is the same for all.
    fn listed(&self, found: &[&Finding]) -> Vec<String> {
        let language = self.page.language;
        let advice = |finding: &Finding| finding.suggestion.as_ref().map(|said| said.in_language(language).to_string());
        let common = found
            .first()
            .and_then(|first| advice(first))
            .filter(|_| found.windows(2).all(|two| advice(two[0]) == advice(two[1])));
        let mut lines = Vec::new();
        for finding in found {
            let place = finding.path.as_ref().map(|path| report::path(path, finding.line)).unwrap_or_default();
            lines.extend(self.indented(&format!("{} {place}", finding.message.in_language(language)), 0));
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

    /// The last line: how much there is of everything, and the exit code.
    fn total(&self, outcome: Outcome) -> String {
        let language = self.page.language;
        let held = self.graph.graph.node_weights().filter(|node| node.state == State::Held).count();
        let of = |severity: Severity| self.findings.iter().filter(|finding| finding.severity == severity).count();
        let code = match outcome {
            Outcome::Done => 0,
            Outcome::Found => 1,
            Outcome::Failed => 2,
        };
        [
            counted(language, held, "văn bản", "document"),
            painted(Severity::Error, &counted(language, of(Severity::Error), "lỗi", "error")),
            painted(Severity::Warning, &counted(language, of(Severity::Warning), "cảnh báo", "warning")),
            counted(language, of(Severity::Note), "ghi chú", "note"),
            say!(language, "mã thoát {code}", "exit {code}"),
        ]
        .join(" · ")
    }
}

/// Names of the counts by which missing sources are ranked.
const COUNTS: [(&str, &str); 3] = [("văn bản", "docs"), ("tỉnh", "prov."), ("lần nhắc", "mentions")];

/// Longer names stand by themselves; shorter ones are a column.
const NAME: usize = 22;

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
