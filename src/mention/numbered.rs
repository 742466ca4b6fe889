//! Mentions with a number: kind word, number and symbol, date; alone or in lists that share a kind.

use super::bare::{members_before, read_bare};
use super::issuer::read_term;
use super::scan::{Case, KindHit, NumberHit};
use super::words::{Token, ahead, backward, forward};
use super::{Found, Reading, article, day, named};
use crate::date;
use crate::number::{Family, Number};
use crate::text::{Cursor, Span, is_dash, is_gap, letter};
use crate::vocabulary::{Class, System};
use smol_str::SmolStr;

/// Words before a number that make it something else than a document.
const NOT_DOCUMENTS: [&str; 22] = [
    "khai",
    "mẫu",
    "biểu",
    "phụ",
    "lục",
    "bảng",
    "hộp",
    "phòng",
    "nhà",
    "đường",
    "lô",
    "thửa",
    "tờ",
    "tài",
    "khoản",
    "thoại",
    "fax",
    "máy",
    "hiệu",
    "quyển",
    "tcvn",
    "qcvn",
];

/// Every numbered mention of the text, in order.
pub(super) fn read(reading: &Reading<'_>) -> Vec<Found> {
    let mut found: Vec<Found> = Vec::new();
    for hit in &reading.scan.numbers {
        if let Some(mention) = read_full(reading, hit, found.last()) {
            let shared = members_before(reading, &mention, hit, found.last());
            found.extend(shared);
            found.push(mention);
        }
    }
    let taken: Vec<Span> = found.iter().map(|f| f.span).collect();
    found.extend(read_bare(reading, &taken));
    found.sort_by_key(|f| f.span);
    found.dedup_by(|later, earlier| earlier.span.overlaps(later.span));
    found
}

/// A number with its symbol, and what stands before and after it.
fn read_full(reading: &Reading<'_>, hit: &NumberHit, previous: Option<&Found>) -> Option<Found> {
    let text = reading.text;
    let mut lead = lead_in(reading, hit.span.start);
    let so = lead.kind.map_or(lead.start, |_| so_before(text, hit.span.start));
    let outer = if is_legislature(&hit.number) { super::law::amending_before(reading, so, hit.span.end) } else { None };
    if let Some(outer) = outer {
        lead = Lead { start: outer.span.start, kind: Some(outer), ..lead };
    }
    let listed = previous.is_some_and(|p| follows_in_list(text, p.span.end, lead.start));
    if lead.kind.is_some_and(|k| k.word.not_cited) {
        return None;
    }
    if lead.kind.is_none() && (article::is_offered(text, hit) || !acceptable_alone(reading, hit, &lead, listed)) {
        return None;
    }
    if hit.number.family == Family::Old && !acceptable_old(reading, hit, &lead) {
        return None;
    }
    let (date, end) = trailing_date(text, hit.span.end);
    let of_work = day::is_of_work(reading, hit, lead.start, date);
    let (date, end) = if of_work { (None, hit.span.end) } else { (date, end) };
    let number = hit.number.clone();
    let mut kind = lead.kind.map(|k| k.kind.name.clone());
    let generic = lead.kind.is_some_and(|k| k.word.generic);
    if kind.is_none() || generic {
        let shared = previous.filter(|_| listed && !generic).and_then(|p| p.kind.clone());
        let may_mean = |kind: &SmolStr| symbol_may_mean(reading, &number, kind);
        // "Văn bản số 518/CN-VPĐK": no one calls a certificate so.
        let by_symbol = kind_of_symbol(reading, &number);
        let by_symbol = by_symbol.map(|kind| {
            if generic && (kind.starts_with("Giấy") || kind == "Thông cáo") { "Công văn".into() } else { kind }
        });
        kind = shared.filter(may_mean).or(by_symbol).or_else(|| {
            // Under "các văn bản số …" each number says its own kind.
            let several = || reading.kind_before(lead.start).is_some_and(|k| k.word.generic);
            let takes = listed && !generic && number.family != Family::Party && !several();
            // Beside `136/KH-UBND` the letter `2209/UBND-VHXH` is no plan; no letter has its year in the number.
            let letter = |p: &&Found| {
                let says_kind = p.number.as_ref().is_some_and(|n| n.kind.is_some());
                let bare = number.kind.is_none() && number.year.is_none();
                says_kind && bare && number.organ.is_some() && !is_legislature(&number)
            };
            previous.filter(|p| takes && !letter(p)).and_then(|p| p.kind.clone())
        });
    }
    if kind.is_none() && number.kind.is_none() && number.organ.is_some() && !is_legislature(&number) {
        kind = Some("Công văn".into());
    }
    Some(Found {
        span: Span::new(lead.start, end),
        class: Some(Class::Numbered),
        kind,
        repaired: number.repaired || date::is_misread(&text[hit.span.end..end]),
        date,
        number: Some(number),
        head: lead.head,
        issuer: lead.issuer,
        rule: if lead.kind.is_some() {
            "numbered"
        } else if listed {
            "numbered-list"
        } else {
            "numbered-alone"
        },
        has_kind_word: lead.kind.is_some(),
        amending: outer.is_some(),
        ..Found::default()
    })
}

/// Where "số" stands before the digits, or the digits.
fn so_before(text: &str, digits: usize) -> usize {
    let word = backward(text, digits, 1);
    word.first().filter(|t| ends_in_so(t.text)).map_or(digits, |t| t.end - so_length(t.text))
}

/// What stands before a number: the kind word that opens the mention, or the head of a list.
pub(super) struct Lead<'l> {
    pub(super) start: usize,
    pub(super) kind: Option<KindHit<'l>>,
    /// "số" stands before the digits.
    so: bool,
    /// A kind word further left that heads a list, with its own issuer ("các Nghị quyết của HĐND tỉnh: số …").
    pub(super) head: Option<Span>,
    /// The issuer between kind word and number.
    issuer: Option<Span>,
}

pub(super) fn lead_in<'l>(reading: &Reading<'l>, digits: usize) -> Lead<'l> {
    let text = reading.text;
    let mut start = digits;
    let mut so = false;
    let tokens = backward(text, digits, 3);
    let mut next = tokens.iter();
    if let Some(first) = next.next().filter(|t| t.lines <= 1) {
        let colon = first.text == ":";
        let word = if colon { next.next() } else { Some(first) };
        if let Some(word) = word.filter(|t| t.lines <= 1 && ends_in_so(t.text)) {
            so = true;
            start = word.end - so_length(word.text);
        }
    }
    // "Luật Nuôi ong 7/2031/QH19": the number of a law may stand right behind its title.
    let near = &text.as_bytes()[digits..text.len().min(digits + 16)];
    let behind_title = !so && near.windows(3).any(|part| part == b"/QH");
    let law = if so || behind_title { super::law::law_before(reading, start) } else { None };
    let Some(hit) = law.or_else(|| reading.kind_before(start)) else {
        return Lead { start, kind: None, so, head: None, issuer: None };
    };
    let hit = named::outer_of_charter(reading, hit).unwrap_or(hit);
    let between = &text[hit.span.end..start];
    match joins(reading, &hit, between, so || behind_title && hit.word.law) {
        Join::Direct => {
            let hit = announced(reading, hit);
            Lead { start: hit.span.start, kind: Some(hit), so, head: None, issuer: None }
        }
        Join::Head => Lead { start, kind: None, so, head: Some(hit.span), issuer: None },
        Join::No => {
            let issuer = if so { issuer_between(reading, &hit, start) } else { None };
            let kind = issuer.map(|_| hit);
            Lead { start: kind.map_or(start, |kind| kind.span.start), kind, so, head: None, issuer }
        }
    }
}

/// "Hướng dẫn của Ban Tổ chức Trung ương số 43-HD/BTCTW", "Thông tư liên tịch Bộ Y tế - Bộ Tài chính - … số 13/2014/…":
/// nothing but the issuer stands between kind word and number.
pub(super) fn issuer_between(reading: &Reading<'_>, hit: &KindHit<'_>, number: usize) -> Option<Span> {
    let text = reading.text;
    if hit.case == Case::Small || hit.short || reading.plural_before(hit.span.start) {
        return None;
    }
    let of = ahead(text, hit.span.end).next().filter(|t| t.is("của"));
    let issuer = reading.issuer_phrase(of.map_or(hit.span.end, |of| of.end))?;
    // "… Ban Chấp hành Tổng Liên đoàn Lao động Việt Nam (khóa XII) số 12/NQ-BCH"
    let (_, end) = read_term(text, issuer.end);
    let rest = text.get(end..number)?.trim_matches(is_gap);
    matches!(rest, "" | ",").then_some(issuer)
}

/// "Thông báo Kết luận số 159-TB/TW", "Thông báo ý kiến kết luận số 5-TB/TU": a notice of a conclusion is a notice.
pub(super) fn announced<'l>(reading: &Reading<'l>, hit: KindHit<'l>) -> KindHit<'l> {
    let notice =
        reading.kind_before(hit.span.start).filter(|k| k.kind.name == "Thông báo" && hit.kind.name == "Kết luận");
    let between =
        |k: &KindHit<'_>| forward(reading.text, k.span.end, 3).into_iter().take_while(|t| t.start < hit.span.start);
    notice.filter(|k| between(k).all(|t| t.is("ý") || t.is("kiến"))).map_or(hit, |k| KindHit { kind: k.kind, ..k })
}

fn ends_in_so(word: &str) -> bool {
    let so = letter::same_word(word, "số") || letter::same_word(word, "sô");
    so || word.ends_with(['ố', 'Ố']) && word.chars().count() < 12 && word.to_lowercase().ends_with("số")
}

fn so_length(word: &str) -> usize {
    word.char_indices().rev().nth(1).map_or(word.len(), |(at, _)| word.len() - at)
}

enum Join {
    /// The kind word opens the span.
    Direct,
    /// It heads a list: kind yes, span no.
    Head,
    No,
}

/// How a kind word and what stands between it and the number hang together.
fn joins(reading: &Reading<'_>, hit: &KindHit<'_>, between: &str, so: bool) -> Join {
    if between.len() > 260 || between.matches('\n').count() > 3 {
        return Join::No;
    }
    let words = between.trim_matches(is_gap);
    if words.is_empty() {
        return Join::Direct;
    }
    if !so && !words.ends_with(':') {
        return Join::No;
    }
    let tokens = forward(between, 0, 60);
    if hit.short {
        return Join::No;
    }
    let generic = hit.word.generic;
    if tokens.len() == 1 && tokens[0].text == ":" {
        return if generic { Join::Head } else { Join::Direct };
    }
    // "03 kế hoạch (số 11, 12, 13-KH/HU)"
    if tokens.len() == 1 && tokens[0].text == "(" && so && reading.plural_before(hit.span.start) {
        return Join::Head;
    }
    if tokens
        .iter()
        .any(|t| t.text == ";" || t.text == "." || t.text == "”" || t.text == "\"" || t.is("này") || t.is("ngày"))
    {
        return Join::No;
    }
    let colon = tokens.last().is_some_and(|t| t.text == ":");
    if colon && (hit.case != Case::Small || so && reading.plural_before(hit.span.start)) {
        return Join::Head;
    }
    if !so || tokens.iter().any(|t| t.text.starts_with(|c: char| c.is_ascii_digit())) {
        return Join::No;
    }
    let title = hit.word.law;
    if title && hit.case != Case::Small && tokens.len() <= 30 && !tokens.iter().any(|t| t.text == ":") {
        return Join::Direct;
    }
    let organ_between = tokens.first().is_some_and(|t| t.is("của"));
    if organ_between && hit.case != Case::Small && reading.plural_before(hit.span.start) {
        return Join::Head;
    }
    let plain = tokens.len() <= 9
        && !tokens.iter().any(|t| {
            ["của", "về", "tại", "theo", "được", "do", "đã", "có", "mang", "từ", "ghi", "là", "(", ")", ":"]
                .contains(&t.text.to_lowercase().as_str())
        });
    // "Báo cáo giải trình, tiếp thu số …": a kind with its qualifier, where no other kind word stands between.
    if plain { Join::Direct } else { Join::No }
}

/// A number without a kind word counts if "số", a list or a known symbol stands for it.
fn acceptable_alone(reading: &Reading<'_>, hit: &NumberHit, lead: &Lead<'_>, listed: bool) -> bool {
    let before = backward(reading.text, lead.start, 3);
    if before.first().is_some_and(|t| NOT_DOCUMENTS.contains(&t.text.to_lowercase().as_str())) {
        return false;
    }
    // "QCVN 02: 2009/BYT"
    let standard = |t: &Token<'_>| ["QCVN", "TCVN", "QCĐP", "TCCS"].iter().any(|word| t.text.starts_with(word));
    if before.first().is_some_and(|t| t.text == ":") && before.iter().any(standard) {
        return false;
    }
    let number = &hit.number;
    // "bảng kê số 06D/BK", "số 12B/KP3": a capital behind the count is a document's only behind its kind.
    if number.count.ends_with(|c: char| c.is_ascii_uppercase()) {
        return false;
    }
    let organ_known = number.organ.as_deref().is_some_and(|o| reading.knows_organ(o));
    let kind_known = number.kind.is_some() && number.organ.is_some();
    match number.family {
        Family::Party | Family::State => {
            if number.kind.as_deref() == Some("HĐ") || is_case_number(number) {
                return false;
            }
            (lead.so
                && (number.organ.is_some() || lead.head.is_some())
                && (listed || !counts_things(reading, hit, lead, &before)))
                || (listed && (organ_known || kind_known))
                || (kind_known && organ_known)
                || (number.family == Family::Party && kind_known && !number.repaired)
                || stands_listed(reading, hit, &before)
        }
        Family::Old => lead.head.is_some() || listed,
        Family::Bare => false,
    }
}

/// "gói thầu số 05/XL", "tổ số 5/KP3": behind a common noun "số" counts things, unless the symbol is a kind's or an organ's.
fn counts_things(reading: &Reading<'_>, hit: &NumberHit, lead: &Lead<'_>, before: &[Token<'_>]) -> bool {
    /// Words behind which a number itself is meant.
    const POINTING: [&str; 12] = ["là", "gồm", "có", "mang", "ghi", "ký", "với", "cùng", "cả", "này", "đó", "như"];
    let Some(noun) = before.first().filter(|t| t.is_word() && t.lines == 0) else { return false };
    let number = &hit.number;
    let organ = number.organ.as_deref().unwrap_or_default();
    let known = number.kind.is_some() || organ.chars().count() > 2 && reading.knows_organ(organ);
    !known
        && lead.head.is_none()
        && !reading.lexicon.cues.ends_phrase(&noun.key())
        && !POINTING.iter().any(|word| noun.is(word))
}

/// "… còn lưu: 1202/LĐLĐ, 218/LĐLĐ và …": a letter's number alone, between the marks of a list, with the symbol of an organ.
fn stands_listed(reading: &Reading<'_>, hit: &NumberHit, before: &[Token<'_>]) -> bool {
    let organ = hit.number.organ.as_deref().filter(|_| hit.number.kind.is_none() && !hit.number.repaired);
    let first = organ.map(|organ| organ.split('-').next().unwrap_or(organ));
    let known =
        first.is_some_and(|organ| organ.chars().count() > 2 && !reading.lexicon.organs.candidates(organ).is_empty());
    let marked =
        before.first().is_some_and(|t| t.lines == 0 && (matches!(t.text, ":" | "," | ";" | "(") || t.is("và")));
    let after = forward(reading.text, hit.span.end, 1);
    let ended = after.first().is_none_or(|t| matches!(t.text, "," | ";" | "." | ")") || t.is("và") || t.is("ngày"));
    known && marked && ended
}

/// Courts number judgments like letters: `47/2026/DS-PT`.
fn is_case_number(number: &Number) -> bool {
    const CASES: [&str; 12] = ["DS", "HS", "HC", "KDTM", "HNGĐ", "LĐ", "HSST", "DSST", "HSPT", "DSPT", "TLST", "TLPT"];
    number.year.is_some() && number.organ.as_deref().is_some_and(|o| CASES.contains(&o.split('-').next().unwrap_or(o)))
}

/// An old number has no slash: it needs a kind word or "số", and an organ that numbered so.
fn acceptable_old(reading: &Reading<'_>, hit: &NumberHit, lead: &Lead<'_>) -> bool {
    let organ = hit.number.organ.as_deref().unwrap_or_default();
    (lead.kind.is_some() || lead.so) && (hit.number.kind.is_some() || reading.lexicon.cues.is_old_organ(organ))
}

fn is_legislature(number: &Number) -> bool {
    number
        .organ
        .as_deref()
        .is_some_and(|o| o.starts_with("QH") || o.contains("UBTVQH") || o.contains("CTN") || o.starts_with("HĐNN"))
}

/// "các Quy định số 21-QĐ/TW và số 22-QĐ/TW": the symbol may stand for the kind that the list is of.
fn symbol_may_mean(reading: &Reading<'_>, number: &Number, kind: &str) -> bool {
    let abbreviation = number.kind.as_deref();
    abbreviation
        .is_some_and(|a| reading.lexicon.kinds.alternatives(a, system_of(number)).iter().any(|k| k.name == kind))
}

fn system_of(number: &Number) -> Option<System> {
    match number.family {
        Family::Party => Some(System::Party),
        _ if number.organ.as_deref().is_some_and(|o| o.starts_with("MTT")) => Some(System::Front),
        _ => Some(System::State),
    }
}

/// Kind from the symbol: `TTr` is a Tờ trình, `43-CV/TU` a Công văn.
fn kind_of_symbol(reading: &Reading<'_>, number: &Number) -> Option<SmolStr> {
    if let Some(organ) = number.organ.as_deref().filter(|_| number.kind.is_none())
        && organ.contains("PL-UBTVQH")
    {
        return Some("Pháp lệnh".into());
    }
    let abbreviation = number.kind.as_deref()?;
    reading.lexicon.kinds.by_abbreviation(abbreviation, system_of(number)).map(|k| k.name.clone())
}

/// True if only list words stand between the end of one mention (with its issuer and title) and the start of the next.
fn follows_in_list(text: &str, end: usize, start: usize) -> bool {
    if start < end || start - end > 600 {
        return false;
    }
    let last = backward(text, start, 1);
    start == end
        || last.first().is_some_and(|t| {
            t.start < end
                || matches!(t.text, "," | ";" | ":")
                || t.is("và")
                || t.is("đến")
                || t.is("hoặc")
                || t.is("các")
        })
}

/// The date that follows directly: an optional comma or bracket and "ngày" or "năm" between. Gives it and the end of the span.
pub(super) fn trailing_date(text: &str, end: usize) -> (Option<date::PartialDate>, usize) {
    let mut cursor = Cursor::new(text, after_note_mark(text, after_unit(text, end)));
    let before = cursor.at;
    if !cursor.gap(2) {
        return (None, end);
    }
    // "…/TW" / "Ngày 15/8/2025, …": a line that begins with a date begins a sentence; "Ngày 15/8/2025 của …" does not.
    if cursor.rest().starts_with("Ngày") && text[before..cursor.at].contains('\n') {
        let of = |after: usize| text[after..].trim_start().starts_with("của ");
        if !date::read(text, cursor.at).is_some_and(|(_, after)| of(after)) {
            return (None, end);
        }
    }
    let mut bracket = false;
    if matches!(cursor.peek(), Some(',' | '(')) {
        bracket = cursor.peek() == Some('(');
        cursor.bump();
        cursor.gap(1);
    }
    // "số A và số B cùng ngày …"
    if cursor.word("cùng", true) {
        cursor.gap(1);
    }
    let rest = cursor.rest();
    let introduced = ["ngày", "Ngày", "NGÀY", "năm", "NĂM", "tháng"].iter().any(|w| rest.starts_with(w));
    if !introduced && !bracket {
        return (None, end);
    }
    let Some((date, after)) = date::read(text, cursor.at).filter(|(_, after)| !is_range(text, *after)) else {
        return (None, end);
    };
    if !bracket {
        return (Some(date), after);
    }
    let behind = text[after..].trim_start();
    match behind.strip_prefix(')') {
        // "37-CT/TW (03/9/2014)": a day alone in the bracket needs no word.
        Some(rest) if introduced || date.is_full() => (Some(date), text.len() - rest.len()),
        None if introduced && behind.starts_with(',') => (Some(date), after),
        _ => (None, end),
    }
}

/// `12/2002/TT-BCA (A11) ngày …`: the byte after the code of the drafting unit.
fn after_unit(text: &str, end: usize) -> usize {
    let rest = text[end..].trim_start_matches(' ');
    let code = rest.strip_prefix('(').and_then(|rest| rest.split_once(')'));
    let unit = code.map(|(unit, _)| unit.trim()).filter(|unit| {
        let letters = unit.bytes().take_while(u8::is_ascii_uppercase).count();
        (1..=2).contains(&letters)
            && (letters + 1..=letters + 3).contains(&unit.len())
            && unit[letters..].bytes().all(|b| b.is_ascii_digit())
    });
    match (unit, code) {
        (Some(_), Some((_, after))) => text.len() - after.len(),
        _ => end,
    }
}

/// `66-NQ/TW1 2 ngày …`, `…[1] ngày …`, `…(2) của …`: the byte after the marks of footnotes that stand behind a number or a
/// date, where a date or an organ follows them.
pub(super) fn after_note_mark(text: &str, end: usize) -> usize {
    let rest = &text[end..];
    let glued = || text[..end].ends_with(letter::is_letter);
    let after = if let Some(open) = rest.trim_start_matches(' ').strip_prefix(['[', '(']) {
        let digits = open.bytes().take_while(u8::is_ascii_digit).count();
        open[digits..].strip_prefix([']', ')']).filter(|_| (1..=2).contains(&digits))
    } else if rest.starts_with(['¹', '²', '³']) {
        Some(rest.trim_start_matches(['¹', '²', '³']))
    } else {
        let marks = rest.trim_start_matches(|c: char| c.is_ascii_digit() || c == ' ');
        let length = rest.len() - marks.len();
        (rest.starts_with(|c: char| c.is_ascii_digit()) && length < 6 && glued()).then(|| &rest[length - 1..])
    };
    let follows = |after: &&str| {
        let next = after.trim_start_matches(|c| c == ',' || is_gap(c));
        next.len() < after.len() && ["ngày", "năm", "của"].iter().any(|word| next.starts_with(word))
    };
    after.filter(follows).map_or(end, |after| text.len() - after.len())
}

/// "năm 2021 - 2025" is a period, not a date.
fn is_range(text: &str, after: usize) -> bool {
    let mut cursor = Cursor::new(text, after);
    cursor.gap(0);
    cursor.peek().is_some_and(is_dash) && {
        cursor.bump();
        cursor.gap(0);
        cursor.peek().is_some_and(|c| c.is_ascii_digit())
    }
}
