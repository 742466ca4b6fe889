//! Papers that their title tells and no number: by kind, organ and title ("Thông tư của Bộ Tài chính về …"), plans that are said to
//! be approved ("Quy hoạch … đã được Thủ tướng Chính phủ phê duyệt"), treaties of a year, the rules that an organ works by, what a rule
//! is cited of, and what a cited act issued under the name that it has there.

use super::congress::period_end;
use super::issuer::{joint_issuers, read_term};
use super::name::name_end;
use super::numbered::trailing_date;
use super::own::begins_line;
use super::scan::{Case, KindHit};
use super::words::{Token, ahead, backward, behind, forward};
use super::{Found, Reading};
use crate::text::fold::fold;
use crate::text::{Span, is_dash, is_gap};
use crate::vocabulary::Zone;

/// What the title tells of a paper in capitals; `found` are the named mentions before it.
pub(super) fn read(reading: &Reading<'_>, hit: &KindHit<'_>, found: &[Found]) -> Option<Found> {
    const FORMS: [fn(&Reading<'_>, &KindHit<'_>) -> Option<Found>; 5] =
        [of_organ, approved, treaty, working_rules, of_rule];
    if hit.case != Case::Capital || hit.short {
        return None;
    }
    FORMS.iter().find_map(|form| form(reading, hit)).or_else(|| again(reading, hit, found))
}

/// "Chỉ thị của Thủ tướng Chính phủ về …": kind, organ and title together are the name.
fn of_organ(reading: &Reading<'_>, hit: &KindHit<'_>) -> Option<Found> {
    let one = ONE_OF_A_KIND.contains(&hit.kind.name.as_str());
    if !one || of_many(reading) {
        return None;
    }
    let text = reading.text;
    let first = ahead(text, hit.span.end).next().filter(|t| t.is("của") && t.lines <= 1)?;
    if is_to_come(reading, hit) {
        return None;
    }
    let issuer = reading.issuer_phrase(first.end)?;
    let about = forward(text, issuer.end, 2);
    let name_end = name_end(reading, hit).filter(|&end| end > issuer.end)?;
    let end = title_end(text, Span::new(issuer.end, name_end))?;
    // "… về các vùng": of several.
    let one = about.len() == 2 && about[0].is("về") && about[0].lines <= 1 && !about[1].is("các");
    // "Thông tư của Bộ Tài chính quy định …" says it where nothing points at the paper.
    let said = about.len() == 2 && about[0].lines <= 1 && opens_rules(&about) && is_pointed_at(reading, hit);
    let titled = (one || said) && end > about[1].end;
    (titled && !is_own(reading, hit, issuer)).then(|| named(hit, end, issuer, "kind-and-title"))
}

/// "quy định tại Nghị định về hợp đồng xây dựng", "theo quy định tại Kế hoạch triển khai … của UBND Thành phố": a rule of the
/// paper is cited, and its title tells which: a decree's alone, another's with its organ.
fn of_rule(reading: &Reading<'_>, hit: &KindHit<'_>) -> Option<Found> {
    const PLANS: [&str; 4] = ["Kế hoạch", "Chương trình", "Đề án", "Quy chế"];
    let kind = hit.kind.name.as_str();
    let decree = kind == "Nghị định";
    let kept = decree || kind.starts_with("Thông tư") || PLANS.contains(&kind);
    if !kept || of_many(reading) || !is_rule_of(reading, hit) {
        return None;
    }
    let text = reading.text;
    let name_end = name_end(reading, hit)?;
    let title = Span::new(hit.span.end, name_end);
    let tokens = forward(&text[title.range()], 0, 60);
    let [first, second, third, ..] = &tokens[..] else { return None };
    let about = first.is("về") && !second.is("các") || opens_rules(&tokens);
    let says = ["này", "số", "của", "như", "trên", "đó"].iter().all(|word| !first.is(word)) && first.is_word();
    if !(about || says && PLANS.contains(&kind)) {
        return None;
    }
    if decree {
        let end = title_end(text, title).filter(|&end| end > title.start + third.start)?;
        return Some(Found::named(hit, end, end, "kind-and-title"));
    }
    // The organ stands behind the title, "của Bộ Xây dựng", or as who issued it, "do Bộ Xây dựng ban hành".
    let (at, issuer) = (3..tokens.len()).rev().find_map(|at| {
        let of = tokens[at].is("của") || tokens[at].is("do");
        let issuer = of.then(|| reading.issuer_phrase(title.start + tokens[at].end)).flatten()?;
        let ministry = PLANS.contains(&kind) || ahead(text, issuer.start).next().is_some_and(|t| t.is("bộ"));
        ministry.then_some((at, issuer))
    })?;
    let end = title.start + tokens[at - 1].end;
    let whole = title_end(text, title).is_some_and(|last| last >= end);
    (whole && !is_own(reading, hit, issuer)).then(|| named(hit, end, issuer, "kind-and-title"))
}

/// "Điều 5 Quy chế quản lý tài sản công": a rule of what a cited act issued, under the name that it has there.
fn again(reading: &Reading<'_>, hit: &KindHit<'_>, found: &[Found]) -> Option<Found> {
    if !hit.kind.promulgated {
        return None;
    }
    let mut before = behind(reading.text, hit.span.start).peekable();
    before.next_if(|t| t.is("của"));
    let number = before.next().is_some_and(|t| t.text.bytes().all(|b| b.is_ascii_digit()));
    let article = number && before.next().is_some_and(|t| t.is("điều"));
    if !article && !is_rule_of(reading, hit) {
        return None;
    }
    // Not further back than a reader remembers: the cost stays linear.
    let issued = found.iter().rev().take(200).filter(|f| matches!(f.rule, "issued-by-act" | "issued-at-act"));
    let end = issued.filter(|f| f.kind.as_ref() == Some(&hit.kind.name)).find_map(|f| {
        let name = &reading.text[Span::new(f.span.start + hit.span.end - hit.span.start, f.span.end).range()];
        let mut here = ahead(reading.text, hit.span.end);
        let mut end = None;
        for token in ahead(name, 0) {
            end = here.next().filter(|t| fold(t.text) == fold(token.text)).map(|t| t.end);
            end?;
        }
        end
    })?;
    Some(Found::named(hit, end, end, "issued-again"))
}

/// "quy định về …", "hướng dẫn thi hành …": the verb with which the title of an act begins.
fn opens_rules(tokens: &[Token<'_>]) -> bool {
    let [first, second, ..] = tokens else { return false };
    first.is("quy") && second.is("định") || first.is("hướng") && second.is("dẫn")
}

/// "tại Thông tư của …", "theo Thông tư của …", "Căn cứ Thông tư của …".
fn is_pointed_at(reading: &Reading<'_>, hit: &KindHit<'_>) -> bool {
    let before = backward(reading.text, hit.span.start, 1);
    before.first().is_some_and(|t| t.lines <= 1 && ["tại", "theo", "cứ"].iter().any(|word| t.is(word)))
}

/// "quy định tại", "quy định của", "hướng dẫn tại" right before the paper.
fn is_rule_of(reading: &Reading<'_>, hit: &KindHit<'_>) -> bool {
    let mut before = behind(reading.text, hit.span.start);
    if !before.next().is_some_and(|of| (of.is("tại") || of.is("của")) && of.lines <= 1) {
        return false;
    }
    let (Some(second), Some(first)) = (before.next(), before.next()) else { return false };
    first.is("quy") && second.is("định") || first.is("hướng") && second.is("dẫn")
}

/// Kinds of which an organ issues one under a title; reports and plans come every year under the same.
const ONE_OF_A_KIND: [&str; 9] = [
    "Nghị định",
    "Nghị quyết",
    "Quyết định",
    "Chỉ thị",
    "Thông tư",
    "Thông tư liên tịch",
    "Kết luận",
    "Hướng dẫn",
    "Công điện",
];

/// A law speaks of the papers that others shall issue.
fn of_many(reading: &Reading<'_>) -> bool {
    matches!(reading.document.kind.as_deref(), Some("Luật" | "Bộ luật" | "Pháp lệnh" | "Hiến pháp"))
}

/// "Quy hoạch mạng lưới đường bộ … đã được Thủ tướng Chính phủ phê duyệt": a plan that an organ approved.
fn approved(reading: &Reading<'_>, hit: &KindHit<'_>) -> Option<Found> {
    if !hit.kind.promulgated {
        return None;
    }
    let text = reading.text;
    let stops = |t: &Token<'_>| t.is("được") || matches!(t.text, ";" | ":" | "." | "(" | "”") || t.lines > 1;
    let mut tokens: Vec<Token<'_>> = Vec::with_capacity(32);
    let mut following = ahead(text, hit.span.end).take(60);
    let stop = loop {
        let token = following.next()?;
        tokens.push(token);
        if stops(&token) {
            break tokens.len() - 1;
        }
    };
    if !tokens[stop].is("được") || is_to_come(reading, hit) {
        return None;
    }
    let issuer = reading.issuer_phrase(tokens[stop].end)?;
    let verb = forward(text, issuer.end, 2);
    const VERBS: [(&str, &str); 3] = [("phê", "duyệt"), ("ban", "hành"), ("thông", "qua")];
    let issued = verb.len() == 2 && VERBS.iter().any(|(a, b)| verb[0].is(a) && verb[1].is(b));
    let last = if stop > 0 && tokens[stop - 1].is("đã") { stop - 1 } else { stop };
    // A name of three words at least; "Kế hoạch được …" names none.
    (issued && last > 2 && tokens[..last].iter().all(names)).then(|| {
        let end = tokens[..last].iter().rfind(|t| t.is_word()).map_or(hit.span.end, |t| t.end);
        named(hit, end, issuer, "approved-plan")
    })
}

/// "Công ước Liên hợp quốc về Luật Biển năm 1982": a treaty with the year or day behind its title.
fn treaty(reading: &Reading<'_>, hit: &KindHit<'_>) -> Option<Found> {
    if !TREATIES.contains(&hit.kind.name.as_str()) || is_to_come(reading, hit) {
        return None;
    }
    let tokens = forward(reading.text, hit.span.end, 26);
    let stop = tokens.iter().position(|t| t.is("năm") || t.is("ngày"))?;
    // Words that no title of a treaty goes on with, and the next act of a list.
    const NOT_IN_TITLES: [&str; 8] = ["theo", "được", "trong", "từ", "đến", "ký", "có", "giai"];
    let kind = |t: &Token<'_>| reading.kind_at(t.start).is_some();
    let next_act = |at: usize| tokens[at].is("và") && tokens.get(at + 1).is_some_and(kind);
    let plain = (0..stop).all(|at| {
        let token = &tokens[at];
        let named = names(token) && !NOT_IN_TITLES.iter().any(|word| token.is(word));
        token.lines <= 1 && named && !next_act(at)
    });
    let title = tokens[..stop].last().filter(|t| stop > 1 && plain && t.is_word())?;
    let (date, end) = trailing_date(reading.text, title.end);
    Some(Found { date: Some(date?), ..Found::named(hit, title.end, end, "treaty") })
}

/// "Căn cứ Quy chế làm việc của Ban Chấp hành Đảng bộ huyện khóa XXII, nhiệm kỳ 2020 - 2025": the rules that an organ works
/// by are one paper of its term.
fn working_rules(reading: &Reading<'_>, hit: &KindHit<'_>) -> Option<Found> {
    if hit.kind.name != "Quy chế" {
        return None;
    }
    let text = reading.text;
    let [work, ing, of] = forward(text, hit.span.end, 3)[..] else { return None };
    if !work.is("làm") || !ing.is("việc") || !of.is("của") {
        return None;
    }
    if !is_ground(text, hit.span.start) {
        return None;
    }
    let first = reading.issuer_phrase(of.end)?;
    // "… của UBND tỉnh, Chủ tịch UBND tỉnh giao …": the main clause begins.
    let joint = joint_issuers(reading, first);
    let next = ahead(text, joint.end).next().filter(|t| t.is_word() && t.lines == 0 && !t.is("khóa") && !t.is("khoá"));
    let issuer = if next.is_some() { first } else { joint };
    let (term, end) = read_term(text, issuer.end);
    let after = forward(text, end, 6);
    let comma = usize::from(after.first().is_some_and(|t| t.text == ","));
    let years = match &after[comma.min(after.len())..] {
        [tenure, period, years @ ..] if tenure.is("nhiệm") && period.is("kỳ") => period_end(years),
        _ => None,
    };
    let found = named(hit, years.unwrap_or(end), issuer, "working-rules");
    (!is_own(reading, hit, issuer)).then_some(Found { term, ..found })
}

/// "Căn cứ" stands right before a byte, or opens its line, which names one ground after another: "Căn cứ Điều lệ Đảng và …".
pub(super) fn is_ground(text: &str, at: usize) -> bool {
    /// Longest line that is looked back on, in bytes.
    const LINE: usize = 1000;
    let before = backward(text, at, 3);
    let mut near = before.iter().skip_while(|t| t.is("vào"));
    let first = near.next();
    if first.is_some_and(|t| t.is("cứ")) {
        return near.next().is_some_and(|t| t.is("căn"));
    }
    let joined = first.is_some_and(|t| matches!(t.text, "," | ";") || t.is("và"));
    let from = text.floor_char_boundary(at.saturating_sub(LINE));
    let line = text[from..at].rfind('\n').map_or(from, |end| from + end + 1);
    let opening = || forward(text[line..at].trim_start_matches(|c| is_gap(c) || is_dash(c)), 0, 2);
    joined && matches!(opening()[..], [first, second] if first.is("căn") && second.is("cứ"))
}

const TREATIES: [&str; 3] = ["Công ước", "Hiệp định", "Hiệp ước"];

fn named(hit: &KindHit<'_>, end: usize, issuer: Span, rule: &'static str) -> Found {
    Found { issuer: Some(issuer), ..Found::named(hit, end, end, rule) }
}

/// Words and marks that a name is made of.
fn names(token: &Token<'_>) -> bool {
    let mark = matches!(token.text, "," | "-" | "–");
    mark || token.is_word() && !["này", "sau", "đó", "nếu", "khi", "thì"].iter().any(|word| token.is(word))
}

/// Where a title ends before the verb of its sentence.
fn title_end(text: &str, title: Span) -> Option<usize> {
    const VERBS: [&str; 10] = ["đã", "là", "nêu", "thì", "phải", "sẽ", "để", "nhằm", "được", "chưa"];
    const CLAUSES: [&str; 12] = ["không", "nhưng", "nay", "đồng", "trong", "để", "mà", "vì", "do", "đề", "yêu", "các"];
    let tokens = forward(&text[title.range()], 0, 80);
    let clause = |at: usize| {
        let next = tokens.get(at + 1);
        tokens[at].text == ","
            && next.is_none_or(|t| t.text.starts_with(char::is_uppercase) || CLAUSES.iter().any(|word| t.is(word)))
    };
    let words = (0..tokens.len()).take_while(|&at| !clause(at) && !VERBS.iter().any(|verb| tokens[at].is(verb)));
    words.filter(|&at| tokens[at].is_word()).last().map(|at| title.start + tokens[at].end)
}

/// Several papers, or one that is still to be issued: "xây dựng, ban hành Quyết định của …", "trình Nghị quyết của …".
fn is_to_come(reading: &Reading<'_>, hit: &KindHit<'_>) -> bool {
    let before = backward(reading.text, hit.span.start, 3);
    let is = |at: usize, word: &str| before.get(at).is_some_and(|t| t.is(word));
    const DRAFTS: [(&str, &str); 10] = [
        ("ban", "hành"),
        ("xây", "dựng"),
        ("dự", "thảo"),
        ("soạn", "thảo"),
        ("tham", "mưu"),
        ("hoàn", "thiện"),
        ("thông", "qua"),
        ("trình", "ký"),
        ("góp", "ý"),
        ("phê", "duyệt"),
    ];
    // "Khi có Nghị quyết của …", "nếu có Quyết định của …"; "sau khi có", "từ khi có" tell of one that there is.
    let told = || ["sau", "từ", "trước", "ngay"].iter().any(|word| is(2, word));
    let supposed = is(0, "có") && (is(1, "nếu") || is(1, "hợp") || is(1, "khi") && !told());
    supposed
        || reading.plural_before(hit.span.start)
        || ["mọi", "một", "mỗi", "trình", "thành"].iter().any(|word| is(0, word))
        || DRAFTS.iter().any(|(first, second)| is(0, second) && is(1, first))
}

/// The paper speaks of itself: its title, "Trên đây là Kế hoạch của Ủy ban nhân dân tỉnh về …".
fn is_own(reading: &Reading<'_>, hit: &KindHit<'_>, issuer: Span) -> bool {
    let document = reading.document;
    if document.zone(hit.span.start) == Zone::Title && begins_line(reading.text, hit.span.start, is_gap) {
        return true;
    }
    if document.kind.as_deref() != Some(hit.kind.name.as_str()) {
        return false;
    }
    let announced = behind(reading.text, hit.span.start).next().is_some_and(|t| t.is("là"));
    let read = reading.lexicon.organs.read(&reading.text[issuer.range()], reading.home(), &reading.lexicon.places);
    announced || document.issuer.as_deref().is_some_and(|own| fold(own) == fold(&read.name))
}
