//! Organs on the lines of a letterhead: which lines are one name, which are superior and issuer, which issue together.

use super::class::Class;
use super::heads::Heads;
use super::lines::{Piece, folded, names_kind};
use crate::date::PartialDate;
use crate::lexicon::{Home, Lexicon};
use crate::number;
use crate::text::fold::fold;
use crate::text::{is_dash, is_gap};
use smol_str::{SmolStr, format_smolstr};
use std::sync::LazyLock;

/// The organs that the lines of a letterhead name, from the top down; wrapped lines are joined.
pub(super) fn organ_names(lines: &[&str], lexicon: &Lexicon) -> Vec<String> {
    let mut names: Vec<String> = Vec::new();
    for line in lines {
        let words = folded(line.trim_matches(|c: char| is_gap(c) || matches!(c, '.' | ',' | ':' | ';' | '~' | '=')));
        let words = without_session(words);
        let Some(last) = names.last_mut() else {
            names.push(words);
            continue;
        };
        if fold(last) == fold(&words) {
            continue;
        }
        let mark = if names_superior(last, &words) { "," } else { "" };
        let joined = format!("{last}{mark} {words}");
        if !(begins_organ(&words) || begins_short(&words, lexicon))
            || is_open(last)
            || goes_with(last, &joined, lexicon)
        {
            *last = joined;
        } else {
            names.push(words);
        }
    }
    let mut seen: Vec<String> = Vec::new();
    names.retain(|name| {
        let key = fold(name);
        let new = !seen.contains(&key);
        seen.push(key);
        new && name.chars().filter(|c| c.is_alphabetic()).count() > 3
    });
    names.into_iter().flat_map(|name| split_below(name, lexicon)).collect()
}

/// `HỘI ĐỒNG NHÂN DÂN QUẬN 6 KHÓA IX, KỲ HỌP THỨ 12`: of which term and at which session it acts is no part of its name.
fn without_session(words: String) -> String {
    let council = words.starts_with("HỘI ĐỒNG NHÂN DÂN ") || words.starts_with("HĐND ");
    let term = [" KHÓA ", " KHOÁ ", ", KỲ HỌP ", " KỲ HỌP "].iter().filter_map(|term| words.find(term)).min();
    term.filter(|_| council).map_or(words.clone(), |at| words[..at].trim_end_matches([',', ' ', '(']).to_owned())
}

/// `UBND XÃ VĨNH LINH` / `TỈNH QUẢNG TRỊ`: below an organ of a named unit the line names the unit above.
fn names_superior(organ: &str, line: &str) -> bool {
    const RANKS: [&[&str]; 3] =
        [&["xã", "phường", "thị trấn", "đặc khu"], &["huyện", "quận", "thị xã", "thành phố"], &["tỉnh", "thành phố"]];
    let (organ, line) = (fold(organ), fold(line));
    let rank_of_line = RANKS.iter().rposition(|units| units.iter().any(|unit| line.starts_with(&format!("{unit} "))));
    let organ = organ.replace("xã hội", "");
    let named = |units: &&[&str]| units.iter().any(|unit| organ.contains(&format!(" {unit} ")));
    rank_of_line.is_some_and(|rank| RANKS[..rank].iter().any(named))
}

/// The line opens an organ's name; any other line goes on with the one above.
pub(super) fn begins_organ(words: &str) -> bool {
    const HEADS: &str = "\
        ủy ban|ban|bộ|sở|liên đoàn|tổng liên đoàn|công đoàn|hội đồng|hội|tỉnh ủy|thành ủy|huyện ủy|\
        quận ủy|thị ủy|đảng ủy|đảng bộ|chi bộ|văn phòng|phòng|trường|chính phủ|quốc hội|thủ tướng|cục|\
        tổng cục|chi cục|viện|tòa án|kiểm toán|thanh tra|ngân hàng|kho bạc|mặt trận|đoàn|tỉnh đoàn|\
        huyện đoàn|thành đoàn|trung tâm|học viện|đài|báo|công ty|tổng công ty|tập đoàn|lđlđ|ubnd|hđnd|\
        bch|btv|ubmttq|mttq|tiểu ban|công an|bảo hiểm|đại hội|chủ tịch nước|quân ủy|đại học|bệnh viện|\
        thường trực|chủ tịch|tlđ|cđcs|tổ|nhà|hạt|chi đoàn|liên đội|xã đoàn|quận đoàn|thị đoàn|quân khu|\
        tổng thanh tra|trung ương đoàn|tỉnh hội|thành hội|huyện hội|quận hội|thị hội";
    let key = fold(words);
    static OPENINGS: LazyLock<Heads> = LazyLock::new(|| Heads::of(HEADS));
    OPENINGS.strip(&key, |rest| rest.is_empty() || rest.starts_with([' ', ',', '-'])).is_some()
}

/// The whole line is a known organ.
pub(super) fn is_organ(words: &str, lexicon: &Lexicon) -> bool {
    let organs = &lexicon.organs;
    !organs.by_name(words).is_empty() || organs.read(words, &Home::default(), &lexicon.places).organ.is_some()
}

/// The last words of one line and the next line are one organ's name: `… CỦA THỦ TƯỚNG` / `CHÍNH PHỦ`.
pub(super) fn ends_organ(last: &str, next: &str, lexicon: &Lexicon) -> bool {
    let words: Vec<&str> = last.split(is_gap).filter(|word| !word.is_empty()).collect();
    let ends = (1..=4.min(words.len())).map(|count| words[words.len() - count..].join(" "));
    ends.map(|end| format!("{end} {next}")).any(|name| !lexicon.organs.by_name(&name).is_empty())
}

/// The line opens with an abbreviation that is written out as the beginning of an organ's name: `VKSND`.
pub(super) fn begins_short(words: &str, lexicon: &Lexicon) -> bool {
    let first = words.split(' ').next().unwrap_or_default();
    lexicon.organs.written_out(first).is_some_and(begins_organ)
}

fn is_open(name: &str) -> bool {
    let key = fold(name);
    key.ends_with(['-', ',']) || key.ends_with(" và") || key.ends_with(" của")
}

/// The head of a name alone, or two lines that are one known name: `ỦY BAN THƯỜNG VỤ` / `QUỐC HỘI`.
fn goes_with(last: &str, joined: &str, lexicon: &Lexicon) -> bool {
    const BARE: [&str; 8] =
        ["đảng ủy", "văn phòng", "thanh tra", "chi bộ", "công đoàn", "ban quản lý", "ban chỉ đạo", "thường trực"];
    BARE.contains(&fold(last).as_str()) || !lexicon.organs.by_name(joined).is_empty()
}

/// The name of an organ goes on with the act by which it was set up: `ĐOÀN KIỂM TRA THEO` / `QUYẾT ĐỊNH SỐ 7-QĐ/ĐU`, or
/// `… THEO QUYẾT ĐỊNH` / `SỐ 7-QĐ/ĐU`. The number of a paper has a colon or stands below a rule.
pub(super) fn goes_on_with_act(organ: &str, next: &Piece<'_>, lexicon: &Lexicon) -> bool {
    let coloned = next.words.chars().take(6).any(|c| c == ':');
    let open = || match next.class {
        Class::Number => names_kind(organ, lexicon),
        _ => says_by(organ),
    };
    !next.apart && !coloned && open()
}

/// The line ends in "theo": what follows says by which act.
pub(super) fn says_by(words: &str) -> bool {
    words.split(is_gap).next_back().is_some_and(|last| fold(last) == "theo")
}

/// An organ that the act by which it was set up names, and that act as running text has it: `ĐOÀN GIÁM SÁT THEO` and `Nghị quyết
/// số 18/NQ-HĐND`. A symbol keeps its capitals.
pub(super) fn with_act<'n>(name: &'n str, lexicon: &Lexicon) -> Option<(&'n str, String)> {
    let number = *number::find(name).first()?;
    let (read, end) = number::read(name, number, lexicon)?;
    let before: Vec<&str> = name[..number].split_whitespace().collect();
    let words = before.strip_suffix(&["SỐ"]).or_else(|| before.strip_suffix(&["số"])).unwrap_or(&before);
    let (count, kind) = (1..=3.min(words.len())).rev().find_map(|count| {
        let kind = lexicon.kinds.by_name(&words[words.len() - count..].join(" "))?;
        Some((count, kind))
    })?;
    let first = words[words.len() - count];
    let organ = name[..first.as_ptr() as usize - name.as_ptr() as usize].trim_end();
    let act = format!("{} số {} {}", kind.name, read.text, fold(&name[end..]).trim());
    (!organ.is_empty()).then(|| (organ, act.trim_end().to_owned()))
}

/// Organs that stand on one line, the superior first: `ỦY BAN NHÂN DÂN TỈNH … SỞ …`.
fn split_below(name: String, lexicon: &Lexicon) -> Vec<String> {
    const BELOW: &str = "\
        SỞ |PHÒNG |LIÊN ĐOÀN LAO ĐỘNG |CÔNG ĐOÀN |BAN TỔ CHỨC|BAN TUYÊN GIÁO|BAN DÂN VẬN|\
        BAN THƯỜNG TRỰC|BAN THƯỜNG VỤ|BAN CHẤP HÀNH|CHI CỤC |HUYỆN ỦY |ĐẢNG ỦY |VĂN PHÒNG";
    if at_dashes(&name).len() > 1 || name.split(' ').count() < 5 {
        return vec![name];
    }
    // Either way of placing the tone takes as many bytes.
    let spelt = name.replace("UỶ", "ỦY");
    let mut cuts: Vec<usize> = BELOW.split('|').flat_map(|head| spelt.match_indices(head).map(|(at, _)| at)).collect();
    cuts.sort_unstable();
    let cut = cuts.into_iter().find(|&at| {
        let above = name[..at].trim_end();
        let inside = !name[..at].ends_with(' ')
            || ["CƠ", "VÀ", "VĂN"].iter().any(|word| above.ends_with(word))
            || above.split(' ').count() < 3;
        let read = (!inside).then(|| lexicon.organs.read(above, &Home::default(), &lexicon.places));
        // An organisation of the Party and the committee of one below it, whatever the first is called.
        let committee = spelt.starts_with("ĐẢNG BỘ ") && spelt[at..].starts_with("ĐẢNG ỦY ");
        read.is_some_and(|read| committee || read.complete && read.organ.is_some())
    });
    match cut {
        Some(at) => [vec![name[..at].trim_end().to_owned()], split_below(name[at..].to_owned(), lexicon)].concat(),
        None => vec![name],
    }
}

/// Bodies that act in the name of an organ, as none of its units does.
const COLLECTIVES: [&str; 8] =
    ["ban thường vụ", "ban chấp hành", "đoàn chủ tịch", "ban thường trực", "ban thư ký", "thường trực", "btv", "bch"];

/// The name is that of a collective of an organ: `Ban Thường trực Ủy ban Trung ương …`.
pub(super) fn begins_collective(name: &str) -> bool {
    let key = fold(name);
    COLLECTIVES.iter().any(|body| key.strip_prefix(body).is_some_and(|rest| rest.is_empty() || rest.starts_with(' ')))
}

/// A collective below its organ speaks for the organ: `LIÊN ĐOÀN LAO ĐỘNG TỈNH …` / `BAN CHẤP HÀNH`.
pub(super) fn without_collective(organs: &mut Vec<String>) {
    if organs.len() > 1 && organs.last().is_some_and(|last| COLLECTIVES.contains(&fold(last).as_str())) {
        organs.pop();
    }
}

/// The parts of a name between dashes, where each opens an organ.
pub(super) fn at_dashes(name: &str) -> Vec<String> {
    let mut parts: Vec<String> = Vec::new();
    for part in name.split(is_dash).map(str::trim).filter(|part| !part.is_empty()) {
        match parts.last_mut() {
            Some(last) if !begins_organ(part) => *last = format!("{last} - {part}"),
            _ => parts.push(part.to_owned()),
        }
    }
    parts
}

/// District and commune in a name, with their unit words: `huyện Tân Uyên`.
pub(crate) fn units(name: &str, date: Option<PartialDate>, lexicon: &Lexicon) -> (Option<SmolStr>, Option<SmolStr>) {
    const UNITS: [(&str, bool); 8] = [
        ("huyện", true),
        ("quận", true),
        ("thị xã", true),
        ("thành phố", true),
        ("thị trấn", false),
        ("phường", false),
        ("đặc khu", false),
        ("xã", false),
    ];
    let (mut district, mut commune) = (None, None);
    let key: Vec<String> = name.split(' ').map(fold).collect();
    let mut at = 0;
    while at < key.len() {
        let unit = UNITS
            .iter()
            .find(|(unit, _)| unit.split(' ').enumerate().all(|(i, word)| key.get(at + i).is_some_and(|k| k == word)));
        let Some((unit, is_district)) = unit else {
            at += 1;
            continue;
        };
        let from = at + unit.split(' ').count();
        let words: Vec<&str> = name
            .split(' ')
            .skip(from)
            .take_while(|word| !word.starts_with(char::is_lowercase) && !word.starts_with(is_dash))
            .collect();
        let words: Vec<&str> = words.into_iter().map(|word| word.trim_end_matches([',', ';', '.'])).collect();
        let named = words.join(" ");
        let province = *unit == "thành phố"
            && lexicon
                .places
                .find(&format!("thành phố {named}"), date)
                .is_some_and(|place| place.is_city(date) == Some(true));
        if !named.is_empty() && !province {
            *(if *is_district { &mut district } else { &mut commune }) = Some(format_smolstr!("{unit} {named}"));
        }
        at = from + words.len().max(1);
    }
    let committee = ["Huyện ủy ", "Quận ủy ", "Thị ủy "]
        .iter()
        .find_map(|head| name.find(head).map(|at| (head, &name[at + head.len()..])));
    if let Some((head, named)) = committee.filter(|(_, named)| named.starts_with(char::is_uppercase)) {
        let unit = match *head {
            "Huyện ủy " => "huyện",
            "Quận ủy " => "quận",
            _ => "thị xã",
        };
        district = district.or(Some(format_smolstr!("{unit} {named}")));
    }
    (district, commune)
}
