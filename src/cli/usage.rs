//! What is wrong with a command line, in the language asked for: clap finds the fault, its words are English.

use super::language::{Language, say, word};
use clap::error::{ContextKind, ContextValue, ErrorKind};
use luocdo::source::wire_path;
use std::error::Error;
use std::ffi::OsString;
use std::num::{IntErrorKind, ParseIntError};
use std::path::Path;

/// The language that a command line asks for which could not be read: its `--lang`, else LUOCDO_LANG, else Vietnamese.
pub fn language(arguments: &[OsString], preset: Option<&str>) -> Language {
    let words: Vec<&str> = arguments.iter().filter_map(|argument| argument.to_str()).collect();
    let after = words.windows(2).find(|pair| pair[0] == "--lang").map(|pair| pair[1]);
    let within = words.iter().find_map(|argument| argument.strip_prefix("--lang="));
    match after.or(within).or(preset) {
        Some("en") => Language::English,
        _ => Language::Vietnamese,
    }
}

/// The fault, what may have been meant, how the command is used, and where more stands. Several lines; the first has no
/// heading.
pub fn explain(error: &clap::Error, typed: &[OsString], language: Language) -> String {
    let mut lines = vec![fault(error, typed, language)];
    if let Some(meant) = meant(error) {
        lines.push(say!(language, "  phải chăng là {meant}?", "  did you mean {meant}?"));
    }
    let usage = text(error, ContextKind::Usage);
    let usage = usage.trim().trim_start_matches("Usage:").trim();
    if !usage.is_empty() {
        lines.push(format!("\n{}: {usage}", word(language, "Cách dùng", "Usage")));
    }
    lines.push(say!(language, "\nXem thêm: thêm --help vào lệnh", "\nFor more, add --help to the command"));
    lines.join("\n") + "\n"
}

fn fault(error: &clap::Error, typed: &[OsString], language: Language) -> String {
    let argument = text(error, ContextKind::InvalidArg);
    let value = text(error, ContextKind::InvalidValue);
    match error.kind() {
        ErrorKind::InvalidSubcommand => {
            let name = text(error, ContextKind::InvalidSubcommand);
            say!(language, "không có lệnh “{name}”", "there is no command “{name}”")
        }
        ErrorKind::UnknownArgument => say!(language, "không có tùy chọn {argument}", "there is no option {argument}"),
        ErrorKind::MissingRequiredArgument => say!(language, "còn thiếu {argument}", "{argument} is missing"),
        ErrorKind::ArgumentConflict => {
            let other = text(error, ContextKind::PriorArg);
            if other.is_empty() || other == argument {
                say!(language, "{argument} chỉ được dùng một lần", "{argument} can be given only once")
            } else {
                say!(language, "{argument} không đi cùng {other}", "{argument} does not go with {other}")
            }
        }
        ErrorKind::InvalidValue => {
            let choice = choice(error, language);
            if value.is_empty() {
                say!(language, "{argument} cần một giá trị{choice}", "{argument} needs a value{choice}")
            } else {
                say!(language, "{argument} không nhận “{value}”{choice}", "{argument} does not take “{value}”{choice}")
            }
        }
        ErrorKind::ValueValidation => {
            let reason = reason(error, language);
            say!(language, "{argument} không nhận “{value}”: {reason}", "{argument} does not take “{value}”: {reason}")
        }
        ErrorKind::InvalidUtf8 => {
            let name = typed.iter().find(|word| word.to_str().is_none()).map(|word| wire_path(Path::new(word)));
            let name = name.unwrap_or_default();
            say!(
                language,
                "“{name}” có byte không phải UTF-8; tệp có tên như vậy thì đổi tên, hoặc đọc cả thư mục chứa nó",
                "“{name}” has bytes that are no UTF-8; rename a file of such a name, or read the folder that holds it"
            )
        }
        // Rare ones, in clap's own words without its heading and tips.
        _ => {
            let words = error.to_string();
            words.lines().next().unwrap_or_default().trim_start_matches("error: ").to_string()
        }
    }
}

/// The values that would do.
fn choice(error: &clap::Error, language: Language) -> String {
    let values = text(error, ContextKind::ValidValue);
    if values.is_empty() { values } else { say!(language, "; hãy chọn: {values}", "; choose from: {values}") }
}

/// Why a parser of ours refuses a value.
fn reason(error: &clap::Error, language: Language) -> String {
    let Some(source) = error.source() else { return String::new() };
    match source.downcast_ref::<ParseIntError>().map(ParseIntError::kind) {
        Some(IntErrorKind::PosOverflow) => word(language, "số quá lớn", "the number is too large").into(),
        Some(_) => word(language, "phải là số nguyên, không âm", "it must be a whole number, not negative").into(),
        None => source.to_string(),
    }
}

fn meant(error: &clap::Error) -> Option<String> {
    [ContextKind::SuggestedSubcommand, ContextKind::SuggestedArg, ContextKind::SuggestedValue]
        .into_iter()
        .map(|kind| text(error, kind))
        .find(|words| !words.is_empty())
}

fn text(error: &clap::Error, kind: ContextKind) -> String {
    match error.get(kind) {
        Some(ContextValue::String(one)) => one.clone(),
        Some(ContextValue::Strings(many)) => many.join(", "),
        Some(ContextValue::StyledStr(one)) => one.to_string(),
        Some(ContextValue::StyledStrs(many)) => many.iter().map(ToString::to_string).collect::<Vec<_>>().join(", "),
        Some(ContextValue::Number(one)) => one.to_string(),
        _ => String::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::super::args::Arguments;
    use super::*;
    use clap::Parser;

    fn told(arguments: &[&str]) -> String {
        let arguments: Vec<OsString> = std::iter::once(&"luocdo").chain(arguments).map(OsString::from).collect();
        let error = Arguments::try_parse_from(&arguments).expect_err("it cannot be run");
        explain(&error, &arguments, language(&arguments, None))
            .lines()
            .take(2)
            .collect::<Vec<_>>()
            .join("\n")
            .trim()
            .to_string()
    }

    #[test]
    fn a_fault_is_told_in_the_language_of_the_user() {
        assert_eq!(told(&["drw"]), "không có lệnh “drw”\n  phải chăng là draw?");
        assert_eq!(told(&["ve", ".", "--titel", "x"]), "không có tùy chọn --titel\n  phải chăng là --title?");
        assert_eq!(told(&["ve"]), "còn thiếu <VÀO>...");
        assert_eq!(told(&["ve", ".", "-j", "hai"]), "--jobs <N> không nhận “hai”: phải là số nguyên, không âm");
        assert_eq!(told(&["ve", ".", "-j", "-1", "--lang", "en"]), "there is no option -1");
        assert_eq!(told(&["boc", ".", "--from"]), "--from <ndjson|parquet> cần một giá trị; hãy chọn: ndjson, parquet");
        assert_eq!(
            told(&["xuat", ".", "-t", "xml", "--lang=en"])
                .lines()
                .next()
                .map(|line| line.contains("does not take “xml”; choose from: json")),
            Some(true)
        );
    }

    #[cfg(unix)]
    #[test]
    fn a_name_that_is_no_utf_8_is_named_with_what_to_do() {
        use std::os::unix::ffi::OsStrExt;
        let name = std::ffi::OsStr::from_bytes(b"c\xF4ng-v\xE3n.doc").to_owned();
        let typed = ["luocdo".into(), "text".into(), name];
        let error = Arguments::try_parse_from(&typed).expect_err("it cannot be run");
        let told = explain(&error, &typed, Language::Vietnamese);
        assert!(told.starts_with("“c\\xF4ng-v\\xE3n.doc” có byte không phải UTF-8; tệp có tên"), "{told}");
    }

    #[test]
    fn the_language_is_that_of_the_option_then_that_of_the_environment() {
        let typed = |words: &[&str]| words.iter().map(OsString::from).collect::<Vec<_>>();
        assert_eq!(language(&typed(&["ve"]), None), Language::Vietnamese);
        assert_eq!(language(&typed(&["ve"]), Some("en")), Language::English);
        assert_eq!(language(&typed(&["--lang", "vi"]), Some("en")), Language::Vietnamese);
        assert_eq!(language(&typed(&["--lang=en"]), None), Language::English);
    }
}
