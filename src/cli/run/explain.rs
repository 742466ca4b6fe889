//! `explain`: what a code of the audit means, from the one table of codes.

use crate::cli::Outcome;
use crate::cli::args::{ExplainArgs, Shared};
use crate::cli::language::{say, word};
use crate::cli::output::Output;
use crate::cli::output::Target;
use crate::cli::report::{self, FAINT, Page, STRONG, styled};
use anyhow::bail;
use luocdo::audit::{CODES, Code};

/// Runs `explain`.
pub fn run(args: &ExplainArgs, shared: &Shared) -> anyhow::Result<Outcome> {
    let page = Page::standard(shared.language());
    let mut out = String::new();
    if args.codes.is_empty() {
        out = list(&CODES.iter().collect::<Vec<_>>(), page);
    }
    for written in &args.codes {
        let group: Vec<&Code> = CODES.iter().filter(|code| is_group(written, code)).collect();
        if !group.is_empty() {
            out += &list(&group, page);
            continue;
        }
        let Some(code) = Code::find(written) else {
            bail!(say!(
                page.language,
                "không có mã “{written}”; luocdo giai-thich kê mọi mã",
                "there is no code “{written}”; luocdo explain lists them all"
            ));
        };
        if !out.is_empty() {
            out.push('\n');
        }
        out += &explained(code, page);
    }
    let mut output = Output::create(&Target::Standard, [], page.language)?;
    output.write_words(&out)?;
    output.finish()?;
    Ok(Outcome::Done)
}

/// `NG` is all whose codes are these letters and a number.
fn is_group(written: &str, code: &Code) -> bool {
    code.code.trim_end_matches(|c: char| c.is_ascii_digit()).eq_ignore_ascii_case(written)
}

fn list(codes: &[&Code], page: Page) -> String {
    let language = page.language;
    let line = |code: &&Code| {
        let severity = report::padded(code.severity.name(language), 8);
        format!("{}  {severity}  {}\n", styled(STRONG, code.code), code.name.in_language(language))
    };
    codes.iter().map(line).collect()
}

fn explained(code: &Code, page: Page) -> String {
    let language = page.language;
    let head = format!("{}  {}", styled(STRONG, code.code), styled(STRONG, code.name.in_language(language)));
    let each = code.each.in_language(language);
    let severity = code.severity.name(language);
    let facts = say!(language, "{severity} · một phát hiện cho {each}", "{severity} · one finding for {each}");
    let (slug, example) = (code.slug, word(language, "Ví dụ:", "Example:"));
    let mut lines = vec![head, styled(FAINT, &format!("{slug} · {facts}"))];
    lines.push(String::new());
    lines.extend(report::wrap(code.rule.in_language(language), page.width));
    lines.push(String::new());
    lines.extend(report::wrap(&format!("{example} {}", code.example.in_language(language)), page.width));
    lines.join("\n") + "\n"
}
