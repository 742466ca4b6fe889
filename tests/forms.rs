//! How documents are cited: every form of data/forms.toml is read, and every look-alike is left alone.

use luocdo::lexicon::Lexicon;
use luocdo::mention::Mention;
use luocdo::record::{Record, examine};
use luocdo::source::Source;
use serde::Deserialize;

#[derive(Deserialize)]
struct Forms {
    form: Vec<Form>,
}

#[derive(Deserialize)]
struct Form {
    id: String,
    #[serde(default, rename = "match")]
    matches: Vec<Match>,
    #[serde(default)]
    list: Vec<List>,
    #[serde(default)]
    reject: Vec<Reject>,
}

#[derive(Deserialize)]
struct Match {
    text: String,
    number: Option<String>,
    kind: Option<String>,
    date: Option<String>,
    name: Option<String>,
}

#[derive(Deserialize)]
struct List {
    text: String,
    found: Vec<String>,
}

#[derive(Deserialize)]
struct Reject {
    text: String,
    why: String,
}

fn read(text: &str) -> Record {
    examine(&Source::memory("form.txt", text), Lexicon::embedded())
}

fn shown(mention: &Mention) -> String {
    let number = mention.number.as_ref().map(|number| number.text.as_str());
    number.or(mention.name.as_deref()).unwrap_or_default().to_owned()
}

/// Runs one check over all forms and lists what fails.
fn check(mut failure: impl FnMut(&Form) -> Vec<String>) {
    let forms: Forms = toml::from_str(include_str!("../data/forms.toml")).expect("data/forms.toml is valid");
    let failures: Vec<String> =
        forms.form.iter().flat_map(|form| failure(form).into_iter().map(|f| format!("{}: {f}", form.id))).collect();
    assert!(failures.is_empty(), "{} failures:\n{}", failures.len(), failures.join("\n"));
}

#[test]
fn every_form_is_read_as_one_reference() {
    check(|form| {
        form.matches
            .iter()
            .filter_map(|expected| {
                // Alone at the head of a text it would be the text's own number.
                let capitals = !expected.text.contains(char::is_lowercase);
                let lead =
                    if capitals { "KẾ HOẠCH\nTHỰC HIỆN" } else { "Các cơ quan, đơn vị thực hiện" };
                let record = read(&format!("Kính gửi: Các đơn vị\n\n{lead} {}", expected.text));
                let [mention] = record.mentions.as_slice() else {
                    let all: Vec<String> = record.mentions.iter().map(shown).collect();
                    return Some(format!("“{}” gives {all:?}", expected.text));
                };
                let number = mention.number.as_ref().map(|n| n.text.as_str());
                let date = mention.date.map(|d| d.to_string());
                let right = number == expected.number.as_deref()
                    && (expected.kind.is_none() || mention.kind.as_deref() == expected.kind.as_deref())
                    && (expected.date.is_none() || date == expected.date)
                    && (expected.name.is_none() || mention.name.as_deref() == expected.name.as_deref());
                (!right).then(|| {
                    format!("“{}” is {number:?} {:?} {date:?} {:?}", expected.text, mention.kind, mention.name)
                })
            })
            .collect()
    });
}

#[test]
fn every_list_is_taken_apart() {
    check(|form| {
        form.list
            .iter()
            .filter_map(|expected| {
                let found: Vec<String> = read(&expected.text).mentions.iter().map(shown).collect();
                (found != expected.found)
                    .then(|| format!("“{}” gives {found:?}, not {:?}", expected.text, expected.found))
            })
            .collect()
    });
}

#[test]
fn no_look_alike_is_read() {
    check(|form| {
        form.reject
            .iter()
            .filter_map(|reject| {
                let found: Vec<String> = read(&reject.text).mentions.iter().map(shown).collect();
                (!found.is_empty()).then(|| format!("“{}” gives {found:?} ({})", reject.text, reject.why))
            })
            .collect()
    });
}
