//! Mentions by name: laws, charters, resolutions of congresses and plenums, regulations that a cited act issues, and
//! papers given by kind and date or by kind and organ.

use super::congress::{congress, members, report_beside};
use super::issuer::read_term;
use super::law::{self, law, law_date};
use super::name::name_end;
use super::numbered::trailing_date;
use super::scan::{Case, KindHit};
use super::titled;
use super::words::{Token, ahead, backward, behind, forward};
use super::{Found, Reading};
use crate::text::fold::fold;
use crate::text::{Span, after_gap};
use crate::vocabulary::Relation;

/// Every named mention outside the numbered ones, and those inside their names; sorted by start, longer first.
pub(super) fn read(reading: &Reading<'_>, numbered: &[Found]) -> Vec<Found> {
    let mut found: Vec<Found> = Vec::new();
    let inside = |span: Span, of: &[Found]| of.iter().rev().take(4).any(|f| f.span.overlaps(span));
    let mut next = 0;
    for hit in &reading.scan.kinds {
        while next < numbered.len() && numbered[next].span.end <= hit.span.start {
            next += 1;
        }
        let number = numbered.get(next).filter(|n| n.span.start <= hit.span.start);
        // The laws in the title of an amending law are mentions of their own.
        let in_number = number.is_some_and(|n| !(n.amending && n.span.start < hit.span.start && hit.word.law));
        if in_number {
            continue;
        }
        // "Công ước … về Luật Biển": words of the treaty's title.
        if found.last().is_some_and(|f| f.rule == "treaty" && f.span.contains(hit.span)) {
            continue;
        }
        let name = &hit.kind.name;
        let read = if hit.short {
            congress(reading, hit).filter(|_| hit.kind.name == "Nghị quyết")
        } else if hit.word.law {
            law(reading, hit)
        } else if inside(hit.span, &found) {
            None
        } else if name == "Nghị quyết" || name == "Kết luận" {
            congress(reading, hit).or_else(|| dated(reading, hit))
        } else {
            charter(reading, hit).or_else(|| promulgated(reading, hit, numbered, next)).or_else(|| dated(reading, hit))
        };
        let read = read.or_else(|| titled::read(reading, hit, &found));
        let Some(mut mention) = read else { continue };
        if numbered
            .get(next)
            .is_some_and(|n| n.span.start < mention.span.end && n.span.start > hit.span.start && !mention.holds_numbers)
        {
            continue;
        }
        let others = members(reading, &mut mention);
        found.extend(report_beside(reading, &mention));
        found.push(mention);
        found.extend(others);
    }
    found.extend(reading.scan.codes.iter().filter_map(|code| law::code(reading, code)));
    found.sort_by(|a, b| a.span.start.cmp(&b.span.start).then(b.span.end.cmp(&a.span.end)));
    found
}

/// `Điều lệ Đảng`, `Điều lệ Công đoàn Việt Nam khóa XIII`, `Cương lĩnh chính trị`, `Quy định về những điều đảng viên không
/// được làm`.
fn charter(reading: &Reading<'_>, hit: &KindHit<'_>) -> Option<Found> {
    if !hit.word.charter {
        return None;
    }
    let text = reading.text;
    let near = ahead(text, hit.span.end).take(18).take_while(|t| t.lines <= 1).map(|t| t.text);
    let Some(words) = reading.lexicon.cues.longest_charter(&hit.kind.name, near) else {
        return charter_of(reading, hit).or_else(|| charter_by_term(reading, hit));
    };
    // In small letters only a title that nothing else can mean, or the ground "Căn cứ điều lệ Công đoàn Việt Nam".
    let proper = || ahead(text, hit.span.end).next().is_some_and(|t| t.text.starts_with(char::is_uppercase));
    let ground = || proper() && titled::is_ground(text, hit.span.start);
    if hit.case == Case::Small && words < 6 && !ground() || law::is_draft(reading, hit) {
        return None;
    }
    let tokens = forward(text, hit.span.end, words);
    let (term, end) = read_term(text, tokens[words - 1].end);
    let (date, after) = law_date(text, end);
    // "Di chúc của Chủ tịch Hồ Chí Minh"
    let of = tokens.get(1).filter(|_| tokens[0].is("của") && words > 1);
    let issuer = of.map(|t| reading.issuer_phrase(t.start).unwrap_or(Span::new(t.start, end)));
    Some(Found { date, issuer, term, ..Found::named(hit, end, after, "charter") })
}

/// "khoản 3, Điều 7, Điều lệ khóa XI": the charter that the paper speaks of, by its term, where a rule of it is cited.
fn charter_by_term(reading: &Reading<'_>, hit: &KindHit<'_>) -> Option<Found> {
    if hit.kind.name != "Điều lệ" || hit.case != Case::Capital {
        return None;
    }
    let text = reading.text;
    let (term, end) = read_term(text, hit.span.end);
    let rule = backward(text, hit.span.start, 3).iter().any(|t| t.text.starts_with(|c: char| c.is_ascii_digit()));
    term.filter(|_| rule).map(|term| Found { term: Some(term), ..Found::named(hit, end, end, "charter") })
}

/// "Căn cứ Điều lệ tổ chức và hoạt động của Công ty TNHH Cấp nước Hòa An": the charter of a body with a name of its own, where
/// it is a ground or a rule of it is cited.
fn charter_of(reading: &Reading<'_>, hit: &KindHit<'_>) -> Option<Found> {
    const POINTERS: [&str; 6] = ["cứ", "theo", "tại", "của", "hiện", "hành"];
    const SORTS: [&[&str]; 4] = [&["tổ", "chức", "và", "hoạt", "động"], &["hoạt", "động"], &["tổ", "chức"], &[]];
    if hit.case != Case::Capital || hit.kind.name != "Điều lệ" {
        return None;
    }
    let text = reading.text;
    let before = backward(text, hit.span.start, 2);
    let pointed = before.first().is_some_and(|t| POINTERS.iter().any(|word| t.is(word)));
    // "ban hành Điều lệ" issues one.
    let issues = before.len() == 2 && before[0].is("hành") && before[1].is("ban");
    let tokens = forward(text, hit.span.end, 8);
    let says = |sort: &&&[&str]| tokens.len() > sort.len() && tokens.iter().zip(**sort).all(|(t, word)| t.is(word));
    let sort = SORTS.iter().find(says)?.len();
    let of = sort + usize::from(tokens[sort].is("của"));
    let head = |t: &&Token<'_>| reading.is_organ_head(t) || t.text == "Hợp";
    let body = tokens.get(of).filter(|t| pointed && !issues && t.text.starts_with(char::is_uppercase)).filter(head)?;
    // Names of firms mix capitals and small letters: "Công ty cổ phần Chế biến gỗ Bình Minh".
    const STOPS: [&str; 12] = ["về", "ngày", "năm", "số", "được", "do", "tại", "theo", "có", "quy", "và", "đã"];
    let name = ahead(text, body.end)
        .take(14)
        .take_while(|t| t.is_word() && t.lines <= 1 && !STOPS.iter().any(|stop| t.is(stop)));
    // "Điều lệ Công ty TNHH" names none.
    let proper: Vec<Token<'_>> = name.filter(|t| t.text.starts_with(char::is_uppercase)).collect();
    let end = proper.last()?.end;
    // "… ban hành kèm theo Quyết định số …" tells which act issued it.
    let issued = ahead(text, end).take(4).any(|t| t.is("hành") || t.is("duyệt"));
    let named = !issued && proper.iter().filter(|t| !t.is_capitals()).count() > 1;
    let (date, after) = law_date(text, end);
    let issuer = Some(Span::new(body.start, end));
    named.then(|| Found { date, issuer, ..Found::named(hit, end, after, "charter") })
}

/// "Quy định thi hành Điều lệ Đảng số 23-QĐ/TW": a charter bears no number; the rules that carry it out do.
pub(super) fn outer_of_charter<'l>(reading: &Reading<'l>, hit: KindHit<'l>) -> Option<KindHit<'l>> {
    let outer =
        reading.kind_before(hit.span.start).filter(|outer| hit.kind.name == "Điều lệ" && outer.case != Case::Small)?;
    let between = forward(reading.text, outer.span.end, 6);
    let between: Vec<&Token<'_>> = between.iter().take_while(|t| t.start < hit.span.start).collect();
    const VERBS: [&str; 6] = ["thi", "hành", "hướng", "dẫn", "thực", "hiện"];
    let verbs = between.len() > 1 && between.iter().all(|t| VERBS.iter().any(|verb| t.is(verb)));
    verbs.then_some(outer)
}

/// Bytes between an act and what it issues or amends at most: its issuer and date.
const BEHIND_ACT: usize = 260;

/// A regulation, plan, strategy or programme that a cited act issues: `… ban hành Quy chế làm việc`, `Chiến lược … được phê duyệt tại …`.
fn promulgated(reading: &Reading<'_>, hit: &KindHit<'_>, numbered: &[Found], next: usize) -> Option<Found> {
    let text = reading.text;
    // "ban hành quy chế đấu giá": in small letters only what no act but an issued one is, or what has its name between marks.
    let small = hit.case == Case::Small;
    // "phê duyệt kế hoạch hành động thực hiện tái cơ cấu ngành ong": a whole title.
    const TITLED: [&str; 5] = ["Kế hoạch", "Đề án", "Chương trình", "Chiến lược", "Quy hoạch"];
    let act = next.checked_sub(1).map(|at| &numbered[at]);
    let titled = || {
        let words = || ahead(text, hit.span.end).take(5).take_while(|t| t.is_word() && t.lines <= 1).count();
        // Nearly every such word stands far from any act.
        let near = act.is_some_and(|act| hit.span.start - act.span.end <= BEHIND_ACT);
        near && (TITLED.contains(&hit.kind.name.as_str()) && words() == 5 || regulates(reading, hit) && words() > 2)
    };
    let marked = || text[after_gap(text, hit.span.end).0..].starts_with(['“', '"', '«']);
    // "ban hành Hướng dẫn …": guidelines come with an act too, but "Hướng dẫn thực hiện Quy chế … ban hành kèm theo" names the act of
    // the rules.
    let issued = hit.kind.promulgated || hit.kind.name == "Hướng dẫn";
    if !issued || small && !ISSUED_ONLY.contains(&hit.kind.name.as_str()) && !marked() && !titled() {
        return None;
    }
    let after_act = issued_by_act_before(reading, hit, act);
    // "QUY CHẾ" / "(ban hành kèm theo …)" heads an annex.
    let before_act = if after_act || small || hit.case == Case::Upper || !hit.kind.promulgated {
        None
    } else {
        issued_by_act_after(reading, hit, numbered.get(next))
    };
    let carried = if after_act { number_of_task(reading, hit, numbered.get(next)) } else { None };
    let (end, relation) = match (after_act, before_act) {
        (true, _) => (carried.or_else(|| name_end(reading, hit))?, Relation::Promulgates),
        (false, Some(end)) => (end, Relation::Promulgates),
        (false, None) if amended_by_act_before(reading, hit, act) => {
            let end = name_end(reading, hit)?;
            // "… ban hành kèm theo Quyết định số …": the act that issued them is what is amended.
            let issued = ahead(text, end).take(4).any(|t| t.is("hành") || t.is("duyệt"));
            let issued = issued || ahead(text, hit.span.end).take_while(|t| t.start < end).any(|t| t.is("kèm"));
            // "… một số Quy định tại Nghị định số …" names no rules.
            let named = !ahead(text, hit.span.end).next().is_some_and(|t| t.is("tại"));
            (named && !issued).then_some((end, Relation::Amends))?
        }
        (false, None) => return None,
    };
    // A kind word alone, "như sau", "này": nothing that names a document.
    const NO_NAME: [&str; 7] = ["này", "như", "số", "kèm", "trên", "sau", "đó"];
    if ahead(text, hit.span.end)
        .next()
        .is_none_or(|t| t.start >= end || t.text == "," || NO_NAME.iter().any(|word| t.is(word)))
    {
        return None;
    }
    Some(Found {
        fixed: Some(relation),
        subject_after: before_act.is_some(),
        holds_numbers: carried.is_some(),
        ..Found::named(hit, end, end, if before_act.is_some() { "issued-at-act" } else { "issued-by-act" })
    })
}

/// "ban hành quy định về dạy thêm", "ban hành hướng dẫn thực hiện …": a noun in small letters, right behind its verb; "ban hành quy
/// định pháp luật" names none.
fn regulates(reading: &Reading<'_>, hit: &KindHit<'_>) -> bool {
    const ANY: [&str; 5] = ["pháp", "của", "này", "tại", "trên"];
    matches!(hit.kind.name.as_str(), "Quy định" | "Hướng dẫn")
        && behind(reading.text, hit.span.start).next().is_some_and(|t| t.is("hành") && t.lines == 0)
        && !ahead(reading.text, hit.span.end).next().is_some_and(|t| ANY.iter().any(|word| t.is(word)))
}

/// "Nghị định số … của Chính phủ sửa đổi, bổ sung một số điều của Quy chế …": what a cited act amends, where no act is said to
/// have issued it.
fn amended_by_act_before(reading: &Reading<'_>, hit: &KindHit<'_>, act: Option<&Found>) -> bool {
    const PART: [&str; 11] = ["một", "số", "điều", "khoản", "điểm", "nội", "dung", "của", "tại", "các", "vào"];
    const VERBS: [(&str, &str); 4] = [("sửa", "đổi"), ("bổ", "sung"), ("cập", "nhật"), ("điều", "chỉnh")];
    let Some(act) = act.filter(|act| hit.span.start - act.span.end <= BEHIND_ACT) else { return false };
    let tokens: Vec<Token<'_>> =
        backward(reading.text, hit.span.start, 18).into_iter().take_while(|t| t.start >= act.span.end).collect();
    let is = |at: usize, word: &str| tokens.get(at).is_some_and(|t| t.is(word));
    let verb = |at: usize| VERBS.iter().any(|(first, second)| is(at, second) && is(at + 1, first));
    // "bổ sung vào điểm a khoản 2 Điều 7 của Quy chế …"
    let figure = |t: &Token<'_>| t.text.len() == 1 || t.text.bytes().all(|b| b.is_ascii_digit());
    let part = |t: &&Token<'_>| t.is_word() && figure(t) || PART.iter().any(|word| t.is(word));
    let mut at = tokens.iter().take_while(part).count();
    if !verb(at) {
        return false;
    }
    while verb(at) || is(at, ",") && verb(at + 1) {
        at += if verb(at) { 2 } else { 1 };
    }
    at += tokens[at..].iter().take_while(|t| t.is("việc") || t.is("về")).count();
    let between = &reading.text[act.span.end..tokens.get(at).map_or(act.span.end, |t| t.end)];
    let issuer = ahead(between, 0).next().is_none_or(|t| t.is("của"));
    issuer && !between.contains([';', '.', ':', '“', '”']) && reading.is_issuer_phrase(between)
}

/// "Chương trình hành động của Chính phủ thực hiện Nghị quyết số 5-NQ/TW": the end of the number of what a plan carries out,
/// if nothing but words stands before the verb.
fn number_of_task(reading: &Reading<'_>, hit: &KindHit<'_>, act: Option<&Found>) -> Option<usize> {
    let plan = matches!(hit.kind.name.as_str(), "Kế hoạch" | "Chương trình" | "Chương trình hành động");
    let near = |act: &&Found| act.span.start > hit.span.end && act.span.start - hit.span.end < 160;
    let act = act.filter(|act| plan && act.has_kind_word).filter(near)?;
    let words = forward(&reading.text[hit.span.end..act.span.start], 0, 30);
    let [.., first, second] = words[..] else { return None };
    const VERBS: [(&str, &str); 3] = [("thực", "hiện"), ("triển", "khai"), ("thi", "hành")];
    let verb = VERBS.iter().any(|(a, b)| first.is(a) && second.is(b));
    let plain = words.iter().all(|t| t.is_word() && t.lines <= 1);
    let hits = &reading.scan.numbers;
    let number = hits.get(hits.partition_point(|number| number.span.start < act.span.start))?;
    (verb && plain && number.span.start < act.span.end).then_some(number.span.end)
}

/// Kinds that an act issues and that stand for no verb in small letters.
const ISSUED_ONLY: [&str; 4] = ["Quy chế", "Điều lệ", "Nội quy", "Quy tắc"];

/// "…, ngày … của Thủ tướng về việc phê duyệt “Chiến lược …": only issuer, date and the issuing verb stand between.
fn issued_by_act_before(reading: &Reading<'_>, hit: &KindHit<'_>, act: Option<&Found>) -> bool {
    // What a proposal asks for is not issued yet.
    let Some(act) = act.filter(|act| !super::change::proposes(act)) else { return false };
    let text = reading.text;
    if hit.span.start - act.span.end > BEHIND_ACT {
        return false;
    }
    let tokens = backward(text, hit.span.start, 8);
    let mut index = usize::from(tokens.first().is_some_and(|t| matches!(t.text, "“" | "\"" | "'" | "«")));
    let pair = |i: usize, a: &str, b: &str| {
        tokens.get(i).is_some_and(|t| t.is(b))
            && tokens.get(i + 1).is_some_and(|t| t.is(a))
            && tokens[i + 1].start >= act.span.end
    };
    // "… ban hành kèm theo Quy chế …"
    if pair(index, "kèm", "theo") && pair(index + 2, "ban", "hành") {
        index += 2;
    }
    const VERBS: [(&str, &str); 4] = [("ban", "hành"), ("phê", "duyệt"), ("phê", "chuẩn"), ("thông", "qua")];
    if VERBS.iter().any(|(first, second)| pair(index, first, second)) {
        index += 2;
    } else if !(ISSUED_ONLY.contains(&hit.kind.name.as_str())
        && hit.case == Case::Capital
        && tokens.first().is_some_and(|t| t.is("về") && t.lines <= 1))
    {
        // "Quyết định số … của Bộ trưởng về Quy chế hành nghề dược": rules that nothing else issues need no verb.
        return false;
    }
    while tokens
        .get(index)
        .is_some_and(|t| ["về", "việc", ":", "v", "/", "“", "\"", "«"].contains(&t.text.to_lowercase().as_str()))
    {
        index += 1;
    }
    let start = tokens.get(index).map_or(0, |t| t.end).max(act.span.end);
    let between = &text[act.span.end..start];
    // Between act and verb only its issuer and date: no new sentence, list member or subject. A comma behind the issuer of one
    // organ begins the clause in which another one issues its own.
    let organ = between.find("của ").map_or(0, |of| of + "của ".len());
    let clause = || between[organ..].contains(',') && organ > 0 && !super::issuer::is_joint(act);
    !between.contains([';', '.', ':', '“', '”']) && reading.is_issuer_phrase(between) && !clause()
}

/// What stands between the name of a paper and the act that issued it.
const ISSUED_BY: [&str; 6] =
    ["ban hành kèm theo", "ban hành theo", "ban hành tại", "phê duyệt kèm theo", "phê duyệt theo", "phê duyệt tại"];

/// "Chiến lược dữ liệu … được UBND Thành phố phê duyệt tại Quyết định số …": gives the end of the name.
fn issued_by_act_after(reading: &Reading<'_>, hit: &KindHit<'_>, act: Option<&Found>) -> Option<usize> {
    let act = act.filter(|a| a.span.start > hit.span.end && a.span.start - hit.span.end < 420)?;
    let between = &reading.text[hit.span.end..act.span.start];
    // "Đề án “…” ban hành kèm theo Quyết định số …": a name between marks ends with them.
    let marks = ahead(between, 0).next().is_some_and(|t| matches!(t.text, "“" | "\"" | "«"));
    // "một số điều của “Quy định …” (ban hành kèm theo Quyết định số …)": the marks stand around all of the name.
    let opened = || behind(reading.text, hit.span.start).next().is_some_and(|t| t.text == "“");
    let marked = if marks || opened() { name_end(reading, hit) } else { None };
    if let Some(end) = marked.filter(|&end| end < act.span.start) {
        let words = ahead(reading.text, end).take_while(|t| t.start < act.span.start).take(7);
        let words = words.map(|t| t.text.to_lowercase()).collect::<Vec<_>>().join(" ");
        let verb = words.strip_prefix(if marks { "được " } else { "” ( " });
        return ISSUED_BY.contains(&verb.unwrap_or(&words)).then_some(end);
    }
    if between.contains([';', ':', '“', '”']) || between.contains(". ") || between.contains("\n\n") {
        return None;
    }
    let led = backward(between, between.len(), 2);
    let led = led.iter().find(|t| !t.is("các"))?;
    if !led.is("theo") && !led.is("tại") {
        return None;
    }
    let tokens = without_abbreviations(forward(between, 0, 90));
    let passive = tokens.iter().position(|t| t.is("được")).or_else(|| issued_without_passive(&tokens))?;
    let tail: Vec<String> = tokens[passive..].iter().map(|t| t.text.to_lowercase()).collect();
    let tail = tail.join(" ");
    let tail = tail.strip_suffix(" các").unwrap_or(&tail);
    let issued = ISSUED_BY.iter().any(|verb| tail.ends_with(verb));
    let last = tokens[..passive].iter().rposition(|t| t.is_word() && !t.is("đã"))?;
    // "Quy chế làm việc của Chính phủ hiện hành (ban hành kèm theo …"
    let current = last > 2 && tokens[last].is("hành") && tokens[last - 1].is("hiện");
    let last = if current { last - 2 } else { last };
    let end = hit.span.end + tokens[last].end;
    // "Đề án quy định tại Điều 8 của Quy chế ban hành kèm theo …": the rules that were issued have no name here.
    let kind = reading.kind_before(end).filter(|kind| kind.span.end == end);
    (issued && last >= 1 && tokens[passive..].len() <= 16 && kind.is_none()).then_some(end)
}

/// "Quy chế thi trung học phổ thông (THPT) ban hành kèm theo": a bracket that only abbreviates is none of the words.
fn without_abbreviations(tokens: Vec<Token<'_>>) -> Vec<Token<'_>> {
    let abbreviates = |at: usize| {
        tokens[at].text == "("
            && tokens.get(at + 1).is_some_and(Token::is_capitals)
            && tokens.get(at + 2).is_some_and(|t| t.text == ")")
    };
    let inside = |at: usize| (at.saturating_sub(2)..=at).any(abbreviates);
    let kept: Vec<bool> = (0..tokens.len()).map(|at| !inside(at)).collect();
    tokens.into_iter().zip(kept).filter_map(|(token, kept)| kept.then_some(token)).collect()
}

/// "Quy chế hoạt động ban hành kèm theo …", "Quy chế hoạt động (ban hành theo …": where the issuing words begin.
fn issued_without_passive(tokens: &[Token<'_>]) -> Option<usize> {
    let end = tokens.len() - usize::from(tokens.last().is_some_and(|t| t.is("các")));
    let at = |verb: &str| end.checked_sub(verb.split(' ').count());
    let fits = |verb: &&&str| {
        at(verb).is_some_and(|at| tokens[at..end].iter().zip(verb.split(' ')).all(|(t, word)| t.is(word)))
    };
    let at = at(ISSUED_BY.iter().find(fits)?)?;
    let name = &tokens[..at - usize::from(at > 0 && tokens[at - 1].text == "(")];
    // "Quy chế làm việc ban hành kèm theo …": no name but that of its sort, the act tells which.
    // "Quy chế Đấu thầu" has one, in capitals.
    let words = name.iter().filter(|t| t.is_word()).count();
    let told = words > 2 || words == 2 && name[0].text.starts_with(char::is_uppercase);
    (told && name.iter().all(|t| !matches!(t.text, "(" | ")" | "|"))).then_some(at)
}

/// `Kế hoạch ngày 10/4/2020 của Tiểu ban …`, `Tờ trình của Sở Nội vụ ngày 5/6/2025`: kind and date, or kind, organ and date.
fn dated(reading: &Reading<'_>, hit: &KindHit<'_>) -> Option<Found> {
    if let Some(found) = described(reading, hit) {
        return Some(found);
    }
    if hit.case != Case::Capital {
        return None;
    }
    let text = reading.text;
    let first = &ahead(text, hit.span.end).next().filter(|t| t.lines <= 1 && hit.word.bare_number)?;
    let issuer = if first.is("của") { Some(reading.issuer_phrase(first.end)?) } else { None };
    if issuer.is_none() && !first.is("ngày") {
        return None;
    }
    let (date, end) = trailing_date(text, issuer.map_or(hit.span.end, |issuer| issuer.end));
    // "V/v góp ý dự thảo Quyết định của UBND tỉnh" / "Hà Nam, ngày …": the day is this paper's.
    let own = reading.document.date_span.is_some_and(|own| own.overlaps(Span::new(hit.span.start, end)));
    let date = date.filter(|date| date.is_full() && !own)?;
    Some(Found { date: Some(date), issuer, ..Found::named(hit, hit.span.end, end, "kind-and-date") })
}

/// "Biên bản họp ngày …", "Xét Báo cáo kết quả thanh tra ngày …", "Căn cứ Quy chế hoạt động Hội đồng nhân dân ngày …": by
/// kind, what it is about and the day. What a meeting was needs no more; of what else it tells it must be a ground.
fn described(reading: &Reading<'_>, hit: &KindHit<'_>) -> Option<Found> {
    const KINDS: [&str; 7] =
        ["Báo cáo", "Biên bản", "Thông báo", "Tờ trình", "Kết luận", "Thỏa thuận", "Thỏa ước lao động tập thể"];
    const RULES: [&str; 2] = ["Quy chế", "Điều lệ"];
    const MEETINGS: [&str; 5] = ["họp", "cuộc họp", "hội nghị", "làm việc", "kiểm tra"];
    const ABOUT: [&str; 13] = [
        "kết quả",
        "kết luận",
        "thẩm tra",
        "thẩm định",
        "thanh tra",
        "kiểm tra",
        "giám sát",
        "hội nghị",
        "đại hội",
        "cuộc họp",
        "phiên họp",
        "buổi làm việc",
        "hợp tác",
    ];
    let kind = hit.kind.name.as_str();
    if hit.case == Case::Upper || hit.case == Case::Small && kind != "Biên bản" {
        return None;
    }
    let rules = RULES.contains(&kind);
    if !rules && !KINDS.contains(&kind) {
        return None;
    }
    let text = reading.text;
    let ground = |t: Token<'_>| ["cứ", "xét", "hiện", "theo", "tại"].iter().any(|word| t.is(word));
    let is_ground = behind(text, hit.span.start).next().is_some_and(ground);
    // Nearly every other one is told in passing.
    if !is_ground && kind != "Biên bản" && !ahead(text, hit.span.end).next().is_some_and(|t| t.is("ký")) {
        return None;
    }
    let plain = |t: &Token<'_>| {
        (t.is_word() || t.text == ",")
            && t.lines <= 1
            && !["của", "về", "tại", "theo", "số", "ngày"].iter().any(|word| t.is(word))
    };
    let tokens: Vec<Token<'_>> = ahead(text, hit.span.end).take(15).take_while(plain).collect();
    let words = Span::new(tokens.first()?.start, tokens.last()?.end);
    ahead(text, words.end).next().filter(|t| t.is("ngày"))?;
    let about = fold(&text[words.range()]);
    let signed = about == "ký";
    let meeting = hit.case == Case::Capital && kind == "Biên bản" && MEETINGS.contains(&about.as_str());
    let told = || rules || ABOUT.iter().chain(&MEETINGS).any(|words| about.starts_with(words));
    if !(signed || meeting || is_ground && told()) {
        return None;
    }
    let (date, end) = trailing_date(text, words.end);
    let date = date.filter(|date| date.is_full())?;
    let name = if signed { hit.span.end } else { words.end };
    Some(Found { date: Some(date), ..Found::named(hit, name, end, "kind-and-date") })
}
