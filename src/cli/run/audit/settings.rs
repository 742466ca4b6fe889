//! What was typed and what luocdo.toml says, as one: a flag counts before the file, the file before the default.

use crate::cli::args::{AuditArgs, AuditFormat, ProfileName, Shared};
use crate::cli::clock;
use crate::cli::input::STANDARD;
use crate::cli::language::{Language, say};
use crate::cli::output::{self, Target};
use anyhow::{Context, bail};
use clap::ValueEnum;
use luocdo::audit::baseline::Baseline;
use luocdo::audit::register::Register;
use luocdo::audit::selection::Selection;
use luocdo::audit::{Options, Profile, Severity};
use luocdo::config::{self, AuditConfig};
use luocdo::date::{self, PartialDate};
use std::fs;
use std::path::{Path, PathBuf};

/// How this run audits and reports.
pub struct Settings {
    /// How to audit.
    pub options: Options,
    /// What is shown.
    pub selection: Selection,
    /// Form of the report.
    pub format: AuditFormat,
    /// Where it goes.
    pub output: Option<String>,
    /// Exit with 1 from here on.
    pub fail_on: Severity,
    /// Exit with 0 whatever is found.
    pub exit_zero: bool,
    /// List all.
    pub all: bool,
    /// Counts only.
    pub statistics: bool,
    /// Who is seen acting.
    pub coverage: bool,
    /// Byte order mark before tables.
    pub bom: bool,
    /// Where the retrieval list goes.
    pub worklist: Option<String>,
    /// The file of accepted findings.
    pub baseline: Option<String>,
    /// What it holds; nothing if it is still to be made.
    pub known: Option<Baseline>,
    /// The files that were read for them, which no result may replace.
    pub files: Vec<PathBuf>,
    /// The baseline is written anew.
    accepting: bool,
}

impl Settings {
    /// Reads the settings file and the files that it names.
    pub fn gather(args: &AuditArgs, shared: &Shared) -> anyhow::Result<Self> {
        let language = shared.language();
        let (name, file) = settings_file(args, language)?;
        // Files that the settings name lie beside them.
        let base = Path::new(&name).parent().map(Path::to_path_buf).unwrap_or_default();
        let beside = |name: &String| match name.as_str() {
            STANDARD => name.clone(),
            _ => base.join(name).to_string_lossy().into_owned(),
        };
        let mut rules = file.rule.clone();
        for rule in &args.rule {
            rules.push(config::parse_rule(rule, &rules)?);
        }
        let own_codes: Vec<String> = rules.iter().map(|rule| rule.code.clone()).collect();
        let list = |typed: &[String], said: &Option<Vec<String>>| {
            if typed.is_empty() { said.clone().unwrap_or_default() } else { typed.to_vec() }
        };
        let select = list(&args.select, &file.select);
        let ignore = list(&args.ignore, &file.ignore);
        let output = args.output.clone().or_else(|| file.output.as_ref().map(beside));
        let baseline = args.baseline.clone().or_else(|| file.baseline.as_ref().map(beside));
        let organs = args.organs.clone().or_else(|| file.organs.as_ref().map(beside));
        let known = known(baseline.as_deref(), args.accept.is_some(), language)?;
        let as_of = match (&args.as_of, &file.as_of) {
            (Some(typed), _) => Some(day(typed, "--as-of", language)?),
            (None, Some(said)) => Some(day(said, &format!("{name}, as-of"), language)?),
            (None, None) => None,
        };
        let profile = args.profile.map(profile).or(file.profile).unwrap_or_default();
        let register = match &organs {
            Some(path) => Register::read(path, &text(path, language)?)?,
            None => Register::default(),
        };
        let options = Options { as_of, profile, rules, register, allow_secret: shared.allow_mat };
        Ok(Self {
            options,
            selection: Selection::new(&select, &ignore, &own_codes)?,
            format: format(args, (&name, &file), output.as_deref(), language)?,
            fail_on: match (args.fail_on, &file.fail_on) {
                (Some(typed), _) => typed,
                (None, Some(said)) => threshold(said, &name, language)?,
                (None, None) => Severity::Error,
            },
            exit_zero: args.exit_zero || file.exit_zero.unwrap_or_default(),
            all: args.all || file.all.unwrap_or_default(),
            statistics: args.statistics || file.statistics.unwrap_or_default(),
            coverage: args.coverage || file.coverage.unwrap_or_default(),
            bom: args.bom || file.bom.unwrap_or_default(),
            worklist: args.worklist.clone().or_else(|| file.worklist.as_ref().map(beside)),
            output,
            files: [Some(name), organs, baseline.clone().filter(|_| args.accept.is_none())]
                .into_iter()
                .flatten()
                .map(PathBuf::from)
                .collect(),
            accepting: args.accept.is_some(),
            baseline,
            known,
        })
    }

    /// Where results go.
    pub fn targets(&self) -> Vec<Target> {
        let baseline = self.baseline.as_deref().filter(|_| self.accepting);
        let aside = [self.worklist.as_deref(), baseline].into_iter().flatten();
        aside.map(|path| Target::of(Some(path))).chain([Target::of(self.output.as_deref())]).collect()
    }
}

/// The settings file that was typed, else luocdo.toml here if there is one; and what it says.
fn settings_file(args: &AuditArgs, language: Language) -> anyhow::Result<(String, AuditConfig)> {
    let path = match &args.config {
        Some(path) => path.clone(),
        None if Path::new(config::FILE).is_file() => config::FILE.to_string(),
        None => return Ok((config::FILE.to_string(), AuditConfig::default())),
    };
    let said = config::parse(&path, &text(&path, language)?)?.audit;
    Ok((path, said))
}

/// Says that settings lie beside the papers and are not read: whoever hands a folder over would say where results are
/// written.
pub fn unread(args: &AuditArgs, language: Language) -> Option<String> {
    if args.config.is_some() || Path::new(config::FILE).is_file() {
        return None;
    }
    let beside =
        args.input.inputs.iter().map(|input| Path::new(input).join(config::FILE)).find(|file| file.is_file())?;
    let shown = beside.display();
    Some(say!(
        language,
        "Không dùng {shown}; muốn dùng thì thêm: --config {shown}\n",
        "{shown} is not used; to use it add: --config {shown}\n"
    ))
}

fn text(path: &str, language: Language) -> anyhow::Result<String> {
    fs::read_to_string(path).with_context(|| say!(language, "không đọc được “{path}”", "cannot read “{path}”"))
}

/// The accepted findings. A file that is not there yet is made by --accept, and an error otherwise.
fn known(path: Option<&str>, accepting: bool, language: Language) -> anyhow::Result<Option<Baseline>> {
    match path {
        None => Ok(None),
        Some(path) if accepting && !Path::new(path).exists() => Ok(None),
        Some(path) => Ok(Some(Baseline::read(path, &text(path, language)?)?)),
    }
}

fn format(
    args: &AuditArgs,
    (name, file): (&str, &AuditConfig),
    output: Option<&str>,
    language: Language,
) -> anyhow::Result<AuditFormat> {
    let unknown = |said: &String| {
        anyhow::anyhow!(say!(
            language,
            "{name}, format: không có dạng “{said}”; xem luocdo soat --help",
            "{name}, format: there is no format “{said}”; see luocdo audit --help"
        ))
    };
    let of_file = file.format.as_ref().filter(|_| args.format.is_none());
    let said = of_file.map(|said| AuditFormat::from_str(said, true).map_err(|_| unknown(said))).transpose()?;
    // The ending that is typed counts before the format that the settings give, and theirs after it.
    let asked = args.format.or(said.filter(|_| args.output.is_none()));
    let usual = said.unwrap_or(AuditFormat::Text);
    output::form(asked, &Target::of(output), AuditFormat::ENDINGS, usual, language)
}

fn threshold(said: &str, name: &str, language: Language) -> anyhow::Result<Severity> {
    let Some(severity) = Severity::from_code(said) else {
        bail!(say!(
            language,
            "{name}, fail-on: “{said}” không phải error, warning, note",
            "{name}, fail-on: “{said}” is none of error, warning, note"
        ));
    };
    Ok(severity)
}

fn day(written: &str, told_by: &str, language: Language) -> anyhow::Result<PartialDate> {
    if ["hom-nay", "today"].contains(&written) {
        return clock::today(language);
    }
    date::typed(written).filter(|date| date.is_full()).with_context(|| {
        say!(
            language,
            "{told_by}: “{written}” không phải ngày; hãy viết 2025-06-30, 30/6/2025 hoặc hom-nay",
            "{told_by}: “{written}” is not a day; write 2025-06-30, 30/6/2025 or today"
        )
    })
}

const fn profile(name: ProfileName) -> Profile {
    match name {
        ProfileName::Auto => Profile::Auto,
        ProfileName::Nd30 => Profile::Nd30,
        ProfileName::Party => Profile::Party,
    }
}
