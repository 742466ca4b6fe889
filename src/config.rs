//! Settings of a collection (luocdo.toml): what a command would otherwise be told by flags of the same names.
//!
//! [`parse`] reads the text; nothing is looked for on a disk here. An unknown key is an error that names its place and the
//! key that was probably meant: a setting that silently does nothing is worse than none.

use crate::audit::Profile;
use crate::audit::rules::{Rule, RuleFault};
use crate::source::distance;
use serde::Deserialize;
use thiserror::Error;

/// The name of the file.
pub const FILE: &str = "luocdo.toml";

/// Everything that can be set.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(deny_unknown_fields, default, rename_all = "kebab-case")]
pub struct Config {
    /// For `luocdo audit`.
    pub audit: AuditConfig,
}

/// What `luocdo audit` can be told.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(deny_unknown_fields, default, rename_all = "kebab-case")]
pub struct AuditConfig {
    /// Codes to show: `NG`, `SO301`, `NT202:moi/**`.
    pub select: Option<Vec<String>>,
    /// Codes not to show.
    pub ignore: Option<Vec<String>>,
    /// `error`, `warning` or `note`.
    pub fail_on: Option<String>,
    /// End with 0 whatever is found.
    pub exit_zero: Option<bool>,
    /// Whose rules of form are applied.
    pub profile: Option<Profile>,
    /// The day on which deadlines are looked at: 2025-06-30, or "hom-nay"; nothing takes the latest date of the collection.
    pub as_of: Option<String>,
    /// File of accepted findings.
    pub baseline: Option<String>,
    /// File of units (co-quan.csv).
    pub organs: Option<String>,
    /// Form of the report.
    pub format: Option<String>,
    /// Where the report goes.
    pub output: Option<String>,
    /// Where the retrieval list goes.
    pub worklist: Option<String>,
    /// List all, not the first of each code.
    pub all: Option<bool>,
    /// Counts only.
    pub statistics: Option<bool>,
    /// Who is seen acting.
    pub coverage: Option<bool>,
    /// Begin tables with a byte order mark.
    pub bom: Option<bool>,
    /// What users want of their own papers.
    pub rule: Vec<Rule>,
}

/// Why settings cannot be used.
#[derive(Debug, Error, PartialEq, Eq)]
pub enum ConfigError {
    /// A key or a value that there is not.
    #[error("{file}{}: there is no “{name}”{}; there are: {}", at(*.place), near(.nearest.as_deref()), .known.join(", "))]
    Unknown {
        /// The file.
        file: String,
        /// Line and column in characters, from 1.
        place: Option<(usize, usize)>,
        /// What stands there.
        name: String,
        /// What may stand there.
        known: Vec<String>,
        /// What was probably meant.
        nearest: Option<String>,
    },
    /// No TOML, a key too few, or a value of another kind.
    #[error("{file}{}: {reason}", at(*.place))]
    Malformed {
        /// The file.
        file: String,
        /// Line and column in characters, from 1.
        place: Option<(usize, usize)>,
        /// What the reader says.
        reason: String,
    },
    /// A rule that cannot be checked.
    #[error("{file}{}: {fault}", at(*.place))]
    Rule {
        /// The file.
        file: String,
        /// Line and column in characters, from 1, of its code.
        place: Option<(usize, usize)>,
        /// What is wrong.
        fault: RuleFault,
    },
}

fn at(place: Option<(usize, usize)>) -> String {
    place.map_or_else(String::new, |(line, column)| format!(", line {line}, column {column}"))
}

fn near(nearest: Option<&str>) -> String {
    nearest.map_or_else(String::new, |near| format!(", did you mean “{near}”?"))
}

/// Reads settings. `file` is the name that errors give.
///
/// # Errors
/// Where the text is no TOML, has an unknown key, or a value or rule that cannot be.
pub fn parse(file: &str, text: &str) -> Result<Config, ConfigError> {
    let text = text.trim_start_matches('\u{FEFF}');
    let config: Config = toml::from_str(text).map_err(|error| malformed(file, text, &error))?;
    match first_fault(&config.audit.rule) {
        Some((rule, fault)) => Err(ConfigError::Rule { file: file.into(), place: code_place(text, rule), fault }),
        None => Ok(config),
    }
}

/// The first rule that cannot be checked, or whose code an earlier one has.
fn first_fault(rules: &[Rule]) -> Option<(usize, RuleFault)> {
    rules.iter().enumerate().find_map(|(at, rule)| Some((at, rule.fault_among(&rules[..at])?)))
}

/// The code of a rule and its place.
#[derive(Deserialize)]
struct Coded {
    code: toml::Spanned<String>,
}

/// Where the code of a rule stands: settings are read a second time, as rules know no places.
fn code_place(text: &str, rule: usize) -> Option<(usize, usize)> {
    #[derive(Deserialize)]
    struct Whole {
        audit: Audit,
    }
    #[derive(Deserialize)]
    struct Audit {
        rule: Vec<Coded>,
    }
    let whole: Whole = toml::from_str(text).ok()?;
    Some(line_and_column(text, whole.audit.rule.get(rule)?.code.span().start))
}

/// Line and column of a byte, in characters from 1.
fn line_and_column(text: &str, at: usize) -> (usize, usize) {
    let before = &text[..at.min(text.len())];
    let line = before.matches('\n').count() + 1;
    (line, before.rsplit('\n').next().unwrap_or_default().chars().count() + 1)
}

/// Reads one rule as it stands on a command line: `{ code = "QT901", message = "…", require = { relation = "basis" } }`;
/// `others` are the rules that there are already.
///
/// # Errors
/// As [`parse`].
pub fn parse_rule(text: &str, others: &[Rule]) -> Result<Rule, ConfigError> {
    #[derive(Deserialize)]
    struct One {
        rule: Rule,
    }
    #[derive(Deserialize)]
    struct Named {
        rule: Coded,
    }
    const KEY: &str = "rule = ";
    let flag = "--rule";
    let line = format!("{KEY}{text}");
    // Places count in what was typed.
    let typed = |error: toml::de::Error| {
        let mut fault = malformed(flag, &line, &error);
        if let ConfigError::Unknown { place, .. } | ConfigError::Malformed { place, .. } = &mut fault
            && let Some((1, column)) = place
        {
            *column = column.saturating_sub(KEY.len()).max(1);
        }
        fault
    };
    let one: One = toml::from_str(&line).map_err(typed)?;
    match one.rule.fault_among(others) {
        Some(fault) => {
            let code = toml::from_str::<Named>(&line).ok().map(|named| named.rule.code.span().start);
            let place = code.map(|at| line_and_column(text, at.saturating_sub(KEY.len())));
            Err(ConfigError::Rule { file: flag.into(), place, fault })
        }
        None => Ok(one.rule),
    }
}

fn malformed(file: &str, text: &str, error: &toml::de::Error) -> ConfigError {
    let file = file.to_string();
    let reason = error.message().trim_end().to_string();
    let place = error.span().map(|span| line_and_column(text, span.start));
    match unknown(&reason) {
        Some((name, known)) => ConfigError::Unknown { file, place, nearest: nearest(&name, &known), name, known },
        None => ConfigError::Malformed { file, place, reason },
    }
}

/// Serde names an unknown key or value and then those that there are, each between backticks.
fn unknown(reason: &str) -> Option<(String, Vec<String>)> {
    let told = reason.starts_with("unknown field") || reason.starts_with("unknown variant");
    let mut quoted = reason.split('`').skip(1).step_by(2).map(str::to_owned);
    Some((quoted.next().filter(|_| told)?, quoted.collect()))
}

fn nearest(name: &str, known: &[String]) -> Option<String> {
    let typed: Vec<char> = name.chars().collect();
    let far = |other: &&String| distance(&typed, &other.chars().collect::<Vec<_>>());
    known.iter().min_by_key(far).filter(|near| far(near) <= 1 + typed.len() / 3).cloned()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::vocabulary::Level;

    #[test]
    fn settings_are_read_under_the_names_of_the_flags() {
        let text = "[audit]\nselect = [\"NG\"]\nfail-on = \"warning\"\nprofile = \"nd30\"\nas-of = \"2025-06-30\"\n\
            [[audit.rule]]\ncode = \"QT901\"\nmessage = \"phải có căn cứ\"\n\
            papers = { kind = \"Kế hoạch\", level = [\"commune\"] }\nrequire = { level = \"above\" }\n";
        let config = parse(FILE, text).unwrap().audit;
        assert_eq!(config.select.as_deref(), Some(&["NG".to_string()][..]));
        assert_eq!((config.fail_on.as_deref(), config.profile), (Some("warning"), Some(Profile::Nd30)));
        assert_eq!(config.rule[0].papers.level, [Level::Commune]);
        assert_eq!(parse(FILE, "").unwrap(), Config::default());
    }

    #[test]
    fn an_unknown_key_is_an_error_with_place_and_suggestion() {
        let error = parse(FILE, "[audit]\nselct = [\"NG\"]\n").unwrap_err().to_string();
        let wanted =
            "luocdo.toml, line 2, column 1: there is no “selct”, did you mean “select”?; there are: select, ignore";
        assert!(error.starts_with(wanted), "{error}");
        let error = parse(FILE, "[audit]\nprofile = \"nd31\"\n").unwrap_err().to_string();
        assert!(error.contains("did you mean “nd30”?"), "{error}");
        assert!(parse(FILE, "[audit\n").unwrap_err().to_string().starts_with("luocdo.toml, line 1"));
    }

    #[test]
    fn places_count_from_behind_the_byte_order_mark() {
        let error = parse(FILE, "\u{FEFF}# đủ\n[audit]\n# đủ\nselct = [\"NG\"]\n").unwrap_err().to_string();
        assert!(error.starts_with("luocdo.toml, line 4, column 1: there is no “selct”"), "{error}");
    }

    #[test]
    fn an_unknown_word_of_a_rule_is_told_with_what_was_probably_meant() {
        let said = |text: &str| parse_rule(text, &[]).unwrap_err().to_string();
        for (level, at) in [("\"comune\"", 53), ("[\"province\", \"comune\"]", 66)] {
            let rule =
                format!("{{ code = \"QT901\", message = \"đ\", papers = {{ level = {level} }}, forbid = {{}} }}");
            let wanted = format!(
                "--rule, line 1, column {at}: there is no “comune”, did you mean “commune”?; there are: central"
            );
            assert!(said(&rule).starts_with(&wanted), "{}", said(&rule));
        }
        let rule = "{ code = \"QT901\", message = \"đ\", severity = \"eror\", forbid = {} }";
        let wanted =
            "--rule, line 1, column 45: there is no “eror”, did you mean “error”?; there are: error, warning, note";
        assert_eq!(said(rule), wanted);
        let neither = "{ code = \"QT901\", message = \"đ\", papers = { kind = 3 }, forbid = {} }";
        assert!(said(neither).contains("a word or a list of words"), "{}", said(neither));
    }

    #[test]
    fn a_rule_must_want_one_thing_and_have_a_code_of_its_own() {
        let rule = |body: &str| parse_rule(body, &[]).map(|rule| rule.code).map_err(|error| error.to_string());
        assert_eq!(rule("{ code = \"QT901\", message = \"x\", forbid = {} }"), Ok("QT901".into()));
        assert!(
            rule("{ code = \"NG101\", message = \"x\", forbid = {} }").unwrap_err().contains("is a code of luocdo")
        );
        assert!(rule("{ code = \"qt9\", message = \"x\", forbid = {} }").unwrap_err().contains("two capitals"));
        assert!(rule("{ code = \"QT901\", message = \"x\" }").unwrap_err().contains("either require or forbid"));
        let error = rule("{ code = \"QT901\", message = \"x\", forbid = { relaton = \"basis\" } }").unwrap_err();
        assert!(error.contains("“relation”"), "{error}");
    }
    #[test]
    fn two_rules_with_one_code_are_refused_at_the_second() {
        let rule = |code: &str| format!("[[audit.rule]]\nmessage = \"x\"\ncode = \"{code}\"\nforbid = {{}}\n");
        let two =
            |first: &str, second: &str| parse(FILE, &(rule(first) + &rule(second))).map_err(|error| error.to_string());
        let refused = "luocdo.toml, line 7, column 8: another rule has the code QT901 already; choose another";
        assert_eq!(two("QT901", "QT901").unwrap_err(), refused);
        assert!(two("QT901", "QT902").is_ok());
        let known = two("QT901", "QT902").unwrap().audit.rule;
        let typed =
            |code: &str| parse_rule(&format!("{{ code = \"{code}\", message = \"x\", forbid = {{}} }}"), &known);
        let refused = "--rule, line 1, column 10: another rule has the code QT902 already; choose another";
        assert_eq!(typed("QT902").unwrap_err().to_string(), refused);
        assert!(typed("QT903").is_ok());
    }
}
