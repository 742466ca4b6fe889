//! `audit`: what an archivist should look at, as a report of many forms, with an exit code for scripts.

mod settings;

use super::{Collection, collect};
use crate::cli::args::{AuditArgs, AuditFormat, Shared};
use crate::cli::findings::{Shown, words};
use crate::cli::language::{Language, say};
use crate::cli::output::{self, Output, Target};
use crate::cli::report::Page;
use crate::cli::terminal;
use crate::cli::{Outcome, clock};
use anyhow::bail;
use luocdo::audit::baseline::{Baseline, Held};
use luocdo::audit::coverage::coverage;
use luocdo::audit::worklist::worklist;
use luocdo::audit::{Case, Finding, Severity, audit};
use luocdo::render::report::{self, Report};
use settings::Settings;
use std::io::Write;
use std::path::{Path, PathBuf};

/// Runs `audit`.
pub fn run(args: &AuditArgs, shared: &Shared) -> anyhow::Result<Outcome> {
    let language = shared.language();
    let settings = Settings::gather(args, shared)?;
    if let Some(words) = settings::unread(args, language).filter(|_| !shared.quiet) {
        terminal::tell(&words)?;
    }
    output::distinct(&settings.targets(), language)?;
    let worklist_form = settings.worklist.as_deref().map(|path| WorklistForm::of(path, language)).transpose()?;
    let Collection { survey, lexicon, inputs, troubles, files } = collect(&args.input, shared)?;
    let case = Case::new(&survey.corpus, &survey.references, &survey.graph, lexicon, &settings.options);
    let mut findings = audit(&case);
    let all = findings.len();
    findings.retain(|finding| settings.selection.shows(finding));
    let ignored = all - findings.len();
    let baseline = settings.known.as_ref().map_or_else(Held::default, |known| known.apply(&mut findings));
    // What no format of this run shows is not worked out.
    let whole = !matches!(
        settings.format,
        AuditFormat::Text | AuditFormat::Concise | AuditFormat::Github | AuditFormat::Ndjson
    );
    let wanted = if whole || settings.worklist.is_some() { worklist(&case, &findings) } else { Vec::new() };
    let coverage = if whole || settings.coverage { coverage(&case) } else { Vec::new() };
    let report = Report {
        case: &case,
        findings: &findings,
        wanted: &wanted,
        coverage: &coverage,
        ignored,
        baseline: &baseline,
        language,
    };
    let outcome = outcome(&findings, &settings);
    let read = || files.iter().chain(&settings.files).map(PathBuf::as_path);
    let mut written = Vec::new();
    if let (Some(path), Some(form)) = (&settings.worklist, worklist_form) {
        let mut output = Output::create(&Target::of(Some(path)), read(), language)?;
        match form {
            WorklistForm::Xlsx => report::worklist_xlsx(&report, &mut output)?,
            WorklistForm::Csv => report::worklist_csv(&report, settings.bom, &mut output)?,
            WorklistForm::Markdown => report::worklist_markdown(&report, &mut output)?,
        }
        written.push(output);
    }
    if let (Some(reason), Some(path)) = (&args.accept, &settings.baseline) {
        written.push(accept(&report, &settings, reason, Output::create(&Target::of(Some(path)), read(), language)?)?);
    }
    let mut output = Output::create(&Target::of(settings.output.as_deref()), read(), language)?;
    write(&report, &settings, outcome, &mut output)?;
    written.push(output);
    // All are written before the first is put in place.
    written.into_iter().try_for_each(Output::finish)?;
    super::conclude(&inputs, &troubles, outcome, shared)
}

/// Whether anything is at or above the threshold.
fn outcome(findings: &[Finding], settings: &Settings) -> Outcome {
    let threshold: Severity = settings.fail_on;
    let found = findings.iter().any(|finding| finding.severity >= threshold);
    if found && !settings.exit_zero { Outcome::Found } else { Outcome::Done }
}

fn write(report: &Report<'_>, settings: &Settings, outcome: Outcome, output: &mut Output) -> anyhow::Result<()> {
    match settings.format {
        AuditFormat::Text | AuditFormat::Concise => {
            let shown = Shown {
                all: settings.all,
                statistics: settings.statistics,
                coverage: settings.coverage,
                concise: settings.format == AuditFormat::Concise,
            };
            let page = Page::standard(report.language);
            output.write_words(&words(report, &shown, outcome, page))?;
        }
        AuditFormat::Json => report::json(report, output)?,
        AuditFormat::Ndjson => report::ndjson(report, output)?,
        AuditFormat::Csv => report::csv(report, settings.bom, output)?,
        AuditFormat::Xlsx => report::xlsx(report, output)?,
        AuditFormat::Md => report::markdown(report, output)?,
        AuditFormat::Html => report::html(report, output)?,
        AuditFormat::Sarif => report::sarif(report, output)?,
        AuditFormat::Github => report::github(report, output)?,
        AuditFormat::Junit => report::junit(report, output)?,
    }
    Ok(())
}

/// Forms of the retrieval list.
enum WorklistForm {
    Xlsx,
    Csv,
    Markdown,
}

impl WorklistForm {
    /// By the ending of the file.
    fn of(path: &str, language: Language) -> anyhow::Result<Self> {
        let ending = Path::new(path).extension().map(|ending| ending.to_string_lossy().to_lowercase());
        match ending.as_deref() {
            Some("xlsx") => Ok(Self::Xlsx),
            Some("csv") => Ok(Self::Csv),
            Some("md") => Ok(Self::Markdown),
            _ => bail!(say!(
                language,
                "--worklist ghi .xlsx, .csv hoặc .md, không ghi “{path}”",
                "--worklist writes .xlsx, .csv or .md, not “{path}”"
            )),
        }
    }
}

/// Adds what is shown to the baseline, on the day asked for or today.
fn accept(report: &Report<'_>, settings: &Settings, reason: &str, mut output: Output) -> anyhow::Result<Output> {
    let known = settings.known.clone().unwrap_or_default();
    let day = settings.options.as_of.map_or_else(|| clock::today(report.language), Ok)?;
    let accepted: Baseline = known.with(report.findings, reason, day, report.language);
    output.write_all(accepted.written().as_bytes())?;
    Ok(output)
}
