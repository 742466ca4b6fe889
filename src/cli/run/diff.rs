//! `diff`: two runs or two folders side by side.

use super::collect;
use crate::cli::Outcome;
use crate::cli::args::{AnswerFormat, DiffArgs, InputArgs, Shared};
use crate::cli::language::{Language, count, say, word};
use crate::cli::output::{self, Output, Target};
use crate::cli::report::{self, FAINT, GOOD, Page, STRONG, WARNING, styled};
use anyhow::Context;
use luocdo::audit::baseline::Held;
use luocdo::audit::{Case, Options, audit};
use luocdo::comparison::{Altered, Comparison, Part, Reworded, Run, Sent, Tie, compare};
use luocdo::date::PartialDate;
use luocdo::render::report::Report;
use luocdo::vocabulary::{Level, Purpose, Relation, State, System};
use serde_json::json;
use std::io::Write;
use std::path::{Path, PathBuf};

/// Differences of one part that are listed; more with `--all`.
const LISTED: usize = 20;

/// Runs `diff`. It ends with 1 if anything differs.
pub fn run(args: &DiffArgs, shared: &Shared) -> anyhow::Result<Outcome> {
    let language = shared.language();
    let target = Target::of(args.answer.output.as_deref());
    let format = output::form(args.answer.format, &target, AnswerFormat::ENDINGS, AnswerFormat::Text, language)?;
    // The same papers in two folders are the same files: each side is told from the folders that were typed on.
    let folders = [&args.before, &args.after].into_iter().filter(|input| !is_saved(input));
    let bare = |run: Run| folders.clone().fold(run, |run, folder| run.below(folder));
    let mut files = Vec::new();
    let (before, read_before) = read(&args.before, args, shared, &mut files)?;
    let (after, read_after) = read(&args.after, args, shared, &mut files)?;
    let sides = Sides { before: bare(before), after: bare(after) };
    let found = compare(&sides.before, &sides.after);
    let mut output = Output::create(&target, files.iter().map(PathBuf::as_path), language)?;
    match format {
        AnswerFormat::Text => {
            output.write_words(&words(&found, &sides, args.all, Page::standard(language)))?;
        }
        AnswerFormat::Json => {
            serde_json::to_writer_pretty(&mut output, &wire(&found))?;
            output.write_all(b"\n")?;
        }
    }
    output.finish()?;
    Ok(match (read_before, read_after) {
        (Outcome::Done, Outcome::Done) if found.is_empty() => Outcome::Done,
        (Outcome::Done, Outcome::Done) => Outcome::Found,
        _ => Outcome::Failed,
    })
}

fn is_saved(input: &str) -> bool {
    Path::new(input).extension().is_some_and(|ending| ending.eq_ignore_ascii_case("json"))
}

/// A saved run, or a run over a folder; and whether what could not be read is the end of it. What it reads is added to
/// `files`.
fn read(input: &str, args: &DiffArgs, shared: &Shared, files: &mut Vec<PathBuf>) -> anyhow::Result<(Run, Outcome)> {
    let language = shared.language();
    if is_saved(input) && args.reading.from.is_none() {
        let text = std::fs::read_to_string(input)
            .with_context(|| say!(language, "không đọc được “{input}”", "cannot read “{input}”"))?;
        files.push(input.into());
        return Ok((Run::read(input, &text)?, Outcome::Done));
    }
    let inputs = InputArgs { inputs: vec![input.to_string()], reading: args.reading.clone() };
    let collection = collect(&inputs, shared)?;
    files.extend_from_slice(&collection.files);
    let survey = &collection.survey;
    let options = Options { allow_secret: shared.allow_mat, ..Options::default() };
    let case = Case::new(&survey.corpus, &survey.references, &survey.graph, collection.lexicon, &options);
    let findings = audit(&case);
    let report = Report {
        case: &case,
        findings: &findings,
        wanted: &[],
        coverage: &[],
        ignored: 0,
        baseline: &Held::default(),
        language,
    };
    // By way of what would be saved, so that a folder and its saved run are the same.
    let mut saved = Vec::new();
    luocdo::render::report::json(&report, &mut saved)?;
    let run = Run::read(input, &String::from_utf8(saved)?)?;
    Ok((run, super::conclude(&collection.inputs, &collection.troubles, Outcome::Done, shared)?))
}

/// The two runs that are compared.
struct Sides {
    before: Run,
    after: Run,
}

impl Sides {
    /// A document in words, from the run that knows it.
    fn name(&self, id: &str) -> String {
        let run = if self.after.documents.contains_key(id) { &self.after } else { &self.before };
        run.name_of(id)
    }

    fn altered(&self, one: &Altered, language: Language) -> String {
        let field = |(key, old, new): &(String, Option<String>, Option<String>)| {
            let value = |value: &Option<String>| shown(key, value.as_deref(), language);
            format!("{}: {} → {}", field(key, language), value(old), value(new))
        };
        let fields: Vec<String> = one.fields.iter().map(field).collect();
        let fields = if fields.is_empty() { String::new() } else { format!(": {}", fields.join("; ")) };
        self.name(&one.id) + &fields
    }

    fn sent(&self, sent: &Sent, language: Language) -> String {
        let purpose = Purpose::from_code(&sent.purpose).map_or(sent.purpose.as_str(), |known| known.name(language));
        format!("{} → {} ({purpose})", self.name(&sent.from), sent.unit)
    }

    fn tie(&self, tie: &Tie, language: Language) -> String {
        let relation = Relation::from_code(&tie.relation).map_or(tie.relation.as_str(), |known| known.name(language));
        let indirect = if tie.direct { "" } else { word(language, " (gián tiếp)", " (indirect)") };
        format!("{} — {relation} → {}{indirect}", self.name(&tie.from), self.name(&tie.to))
    }
}

/// A field of a document as people call it.
fn field(key: &str, language: Language) -> &str {
    match key {
        "number" => word(language, "số, ký hiệu", "number"),
        "kind" => word(language, "loại", "kind"),
        "name" => word(language, "tên", "name"),
        "issuer" => word(language, "cơ quan", "issuer"),
        "date" => word(language, "ngày", "date"),
        "title" => word(language, "trích yếu", "title"),
        "state" => word(language, "tình trạng", "state"),
        "draft" => word(language, "dự thảo", "draft"),
        "province" => word(language, "tỉnh", "province"),
        "secrecy" => word(language, "độ mật", "secrecy"),
        "system" => word(language, "hệ thống", "system"),
        "level" => word(language, "cấp", "level"),
        "malformed" => word(language, "số sai mẫu", "malformed number"),
        "files" => word(language, "tệp", "files"),
        other => other,
    }
}

/// The value of a field in words.
fn shown(key: &str, value: Option<&str>, language: Language) -> String {
    let Some(value) = value else { return "–".into() };
    let said = match (key, value) {
        ("state", _) => State::from_code(value).map(|state| state.name(language).to_string()),
        ("date", _) => value.parse().ok().map(PartialDate::written),
        ("system", _) => System::from_code(value).map(|system| system.name(language).to_string()),
        ("level", _) => Level::from_code(value).map(|level| level.name(language).to_string()),
        ("files", _) => Some(value.replace('\n', "; ")),
        (_, "true") => Some(word(language, "có", "yes").to_string()),
        (_, "false") => Some(word(language, "không", "no").to_string()),
        _ => None,
    };
    said.unwrap_or_else(|| value.to_string())
}

type Named = ((&'static str, &'static str), Part);

fn parts(found: &Comparison, sides: &Sides, language: Language) -> Vec<Named> {
    let citation = |words: &String| words.clone();
    let mut parts = vec![
        (("Văn bản", "Documents"), found.documents.map(|one| sides.altered(one, language))),
        (("Viện dẫn", "Citations"), found.citations.map(citation)),
        (("Quan hệ", "Relations"), found.relations.map(|tie| sides.tie(tie, language))),
        (("Nơi nhận", "Addressees"), found.addressees.map(|sent| sides.sent(sent, language))),
    ];
    let finding = |one: &Reworded| one.in_language(language);
    parts.extend(found.findings.as_ref().map(|part| (("Phát hiện", "Findings"), part.map(finding))));
    parts
}

fn words(found: &Comparison, sides: &Sides, all: bool, page: Page) -> String {
    let language = page.language;
    let mut lines = Vec::new();
    for ((vietnamese, english), part) in parts(found, sides, language) {
        let [added, removed, changed] =
            [&part.added, &part.removed, &part.changed].map(|list| count(language, list.len()));
        let name = styled(STRONG, word(language, vietnamese, english));
        lines.push(say!(
            language,
            "{name}: thêm {added}, bớt {removed}, đổi {changed}",
            "{name}: {added} added, {removed} removed, {changed} changed"
        ));
        for (sign, style, list) in
            [("+", GOOD, &part.added), ("-", WARNING, &part.removed), ("~", STRONG, &part.changed)]
        {
            let shown = if all { list.len() } else { list.len().min(LISTED) };
            for entry in &list[..shown] {
                let wrapped = report::wrap(entry, page.width.saturating_sub(6));
                for (at, line) in wrapped.iter().enumerate() {
                    let sign = if at == 0 { styled(style, sign) } else { " ".into() };
                    lines.push(format!("  {sign} {line}"));
                }
            }
            if list.len() > shown {
                let more = count(language, list.len() - shown);
                lines.push(format!(
                    "    {}",
                    styled(FAINT, &say!(language, "… còn {more} (--all)", "… {more} more (--all)"))
                ));
            }
        }
    }
    if found.findings.is_none() {
        let note = word(
            language,
            "Phát hiện không so sánh được: một bên lưu bằng export, không phải audit -f json.",
            "Findings cannot be compared: one side was saved by export, not by audit -f json.",
        );
        lines.extend(report::wrap(note, page.width));
    }
    lines.join("\n") + "\n"
}

/// The comparison for machines: ids and codes, and words in both languages.
fn wire(found: &Comparison) -> serde_json::Value {
    fn part<T: serde::Serialize>(part: &Part<T>) -> serde_json::Value {
        json!({ "added": part.added, "removed": part.removed, "changed": part.changed })
    }
    let document = |one: &Altered| {
        let fields = one.fields.iter().map(|(key, old, new)| json!({ "field": key, "before": old, "after": new }));
        json!({ "id": one.id, "fields": fields.collect::<Vec<_>>() })
    };
    let tie = |tie: &Tie| json!({ "from": tie.from, "relation": tie.relation, "to": tie.to, "direct": tie.direct });
    let sent = |sent: &Sent| json!({ "from": sent.from, "unit": sent.unit, "purpose": sent.purpose });
    let finding = |one: &Reworded| {
        let before = one.before.as_ref();
        json!({
            "id": one.id,
            "message": one.message.vietnamese,
            "message_en": one.message.english,
            "before": before.map(|said| &said.vietnamese),
            "before_en": before.map(|said| &said.english),
        })
    };
    json!({
        "v": luocdo::render::WIRE_VERSION,
        "documents": part(&found.documents.map(document)),
        "citations": part(&found.citations),
        "relations": part(&found.relations.map(tie)),
        "addressees": part(&found.addressees.map(sent)),
        "findings": found.findings.as_ref().map(|findings| part(&findings.map(finding))),
    })
}
