//! Congresses and plenums, which are cited as issuers by short names, into their full names.
//!
//! `Đại hội XIII của Đảng` is the national congress; `Đại hội Đảng bộ tỉnh lần thứ XIV` is the home province's;
//! `Trung ương 4 khóa XII` a plenum of the Central Committee. A congress without its body stays as it is written.

use super::organ_name::{Home, OrganName};
use super::organs::Organs;
use super::places::Places;
use super::terms::{ordinal, to_roman};
use super::words::Word;
use crate::vocabulary::{Level, System};

/// The full name of a congress or plenum; nothing if the text is none, or its body is not said.
pub(super) fn read<'l>(
    organs: &'l Organs,
    text: &str,
    all: &[Word],
    home: &Home,
    places: &Places,
) -> Option<OrganName<'l>> {
    let keys: Vec<&str> = all.iter().map(|word| word.key.as_str()).collect();
    plenum(organs, text, all, &keys).or_else(|| match keys.as_slice() {
        ["đại", "hội", ..] if has(&keys, &["đảng", "bộ"]) => {
            local_congress(organs, text, all, &keys, home, places)
        }
        ["đại", "hội", ..] => national_congress(organs, text, all, &keys),
        _ => None,
    })
}

fn national_congress<'l>(organs: &'l Organs, text: &str, all: &[Word], keys: &[&str]) -> Option<OrganName<'l>> {
    const WORDS: [&str; 11] = ["đại", "hội", "biểu", "toàn", "quốc", "lần", "thứ", "của", "đảng", "cộng", "sản"];
    let number = all.iter().zip(keys).filter(|(_, key)| !WORDS.contains(key)).collect::<Vec<_>>();
    let [(figure, _)] = number.as_slice() else { return None };
    if !keys.contains(&"đảng") {
        return None;
    }
    let number = ordinal(&text[figure.range.clone()])?;
    let name = format!("Đại hội đại biểu toàn quốc lần thứ {} của Đảng", to_roman(number));
    Some(central(organs, name, "dai-hoi-dang-toan-quoc"))
}

/// `Trung ương 4 khóa XII`, `Hội nghị Trung ương 4 (khóa XII)`, `Hội nghị lần thứ tư Ban Chấp hành Trung ương khóa XII`; a
/// plenum of the Central Committee also where the term stands elsewhere.
fn plenum<'l>(organs: &'l Organs, text: &str, all: &[Word], keys: &[&str]) -> Option<OrganName<'l>> {
    let term_at = keys.iter().position(|key| *key == "khóa");
    let term = match term_at {
        Some(at) => Some(ordinal(&text[all.get(at + 1)?.range.clone()])?),
        None => None,
    };
    let before = &keys[..term_at.unwrap_or(keys.len())];
    // "Ban Chấp hành Trung ương Đoàn" is another.
    let of_party = |rest: &[&str]| rest.iter().all(|key| ["đảng", "cộng", "sản", "việt", "nam"].contains(key));
    let number = match before {
        ["trung", "ương", number] if term.is_some() => *number,
        ["hội", "nghị", "trung", "ương", number] => *number,
        ["hội", "nghị", "trung", "ương", "lần", "thứ", number] => *number,
        ["hội", "nghị", "lần", "thứ", number, "ban", "chấp", "hành", "trung", "ương", rest @ ..] if of_party(rest) => {
            *number
        }
        ["hội", "nghị", "ban", "chấp", "hành", "trung", "ương", "lần", "thứ", number, rest @ ..] if of_party(rest) => {
            *number
        }
        _ => return None,
    };
    let number = number.parse().ok().or_else(|| ORDINALS.iter().position(|word| *word == number))?;
    let ordinal = ORDINALS.get(number).filter(|word| !word.is_empty())?;
    let term = term.map(|term| format!(" khóa {}", to_roman(term))).unwrap_or_default();
    let name = format!("Hội nghị lần thứ {ordinal} Ban Chấp hành Trung ương{term}");
    Some(central(organs, name, "ban-chap-hanh-trung-uong"))
}

/// Ordinals by their numbers.
const ORDINALS: [&str; 16] = [
    "",
    "nhất",
    "hai",
    "ba",
    "tư",
    "năm",
    "sáu",
    "bảy",
    "tám",
    "chín",
    "mười",
    "mười một",
    "mười hai",
    "mười ba",
    "mười bốn",
    "mười lăm",
];

/// A congress of a local party organisation: `Đại hội đại biểu Đảng bộ tỉnh Lai Châu lần thứ XIV`, its years kept.
fn local_congress<'l>(
    organs: &'l Organs,
    text: &str,
    all: &[Word],
    keys: &[&str],
    home: &Home,
    places: &Places,
) -> Option<OrganName<'l>> {
    let at = keys.windows(2).position(|pair| pair == ["đảng", "bộ"])?;
    let after = (at..keys.len()).find(|&i| matches!(keys[i], "lần" | "nhiệm" | "khóa"));
    let body_end = after.map_or(text.len(), |i| all[i].range.start);
    let body = text[all[at].range.start..body_end].trim_end_matches(|c: char| !c.is_alphanumeric());
    let mut name = organs.read(body, home, places);
    if body.chars().count() == "Đảng bộ".chars().count() {
        // The congress of any party organisation: of the province, of the office itself.
        name = OrganName { name: "Đảng bộ".to_owned(), level: None, province: None, complete: false, ..name };
    }
    let early = all[2..at].iter().find_map(|word| ordinal(&text[word.range.clone()]));
    let tail = match (early, after) {
        (Some(number), None) => format!(" lần thứ {}", to_roman(number)),
        (Some(number), Some(_)) if keys[after?] != "lần" => {
            format!(" lần thứ {}, {}", to_roman(number), &text[body_end..])
        }
        (_, Some(_)) => format!(" {}", &text[body_end..]),
        (None, None) => String::new(),
    };
    name.name = format!("Đại hội đại biểu {}{tail}", name.name);
    name.system = Some(System::Party);
    name.organ = organs.by_id("dai-hoi-dang-bo-tinh").filter(|organ| name.level == Some(organ.level));
    Some(name)
}

fn central<'l>(organs: &'l Organs, name: String, id: &str) -> OrganName<'l> {
    OrganName {
        name,
        system: Some(System::Party),
        level: Some(Level::Central),
        province: None,
        organ: organs.by_id(id),
        complete: true,
        relative: false,
    }
}

fn has(keys: &[&str], run: &[&str]) -> bool {
    keys.windows(run.len()).any(|window| window == run)
}
