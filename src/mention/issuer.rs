//! Whose document it is, as written near the mention: after it ("của Bộ Chính trị"), before it ("Tờ trình" of the body that
//! proposes), or shared by the members of a list.

use super::scan::KindHit;
use super::words::{Token, ahead, backward, behind, forward};
use super::{Found, Reading};
use crate::date::PartialDate;
use crate::text::Span;
use crate::text::fold::fold;
use crate::vocabulary::Class;
use smol_str::SmolStr;

/// Fills issuer, term, and a date that stands behind the issuer.
pub(super) fn attach(reading: &Reading<'_>, found: &mut [Found]) {
    for index in 0..found.len() {
        let next_start = found[index + 1..].iter().map(|f| f.span.start).find(|s| *s >= found[index].span.end);
        let this = &found[index];
        if this.class == Some(Class::Oral) || this.inner {
            continue;
        }
        let after = if this.issuer.is_some() { None } else { after_mention(reading, this, next_start) };
        let before =
            if this.issuer.is_none() && after.is_none() { before_mention(reading, found, index) } else { None };
        let after =
            after.or_else(|| if before.is_none() { behind_title(reading, &found[index], next_start) } else { None });
        let inside = named_inside(reading, &found[index]);
        let this = &mut found[index];
        if let Some(after) = after {
            this.issuer = Some(after.issuer);
            this.term = after.term;
            this.after_issuer = after.end;
            if this.date.is_none() {
                this.date = after.date;
            }
        } else if before.is_some() {
            this.issuer = before;
        } else if this.issuer.is_none() {
            this.issuer = inside;
        } else if let Some(own) = this.issuer.filter(|own| this.term.is_none() && own.end < this.span.end) {
            this.term = read_term(reading.text, own.end).0;
        }
        if this.after_issuer == 0 {
            this.after_issuer = this.span.end;
        }
        super::day::later_date(reading, this);
    }
    super::share::share(reading, found);
}

struct After {
    issuer: Span,
    term: Option<SmolStr>,
    date: Option<PartialDate>,
    end: usize,
}

fn after_mention(reading: &Reading<'_>, found: &Found, next_start: Option<usize>) -> Option<After> {
    let text = reading.text;
    let end = super::numbered::after_note_mark(text, found.span.end);
    let end = after_same_day(text, end).unwrap_or(end);
    let bracket = issuing_bracket(text, found.span.start, end);
    let end = bracket.unwrap_or(end);
    let first = ahead(text, end).next()?;
    let opens = matches!(first.text, "(" | ",") || ["của", "do", "khóa", "khoá"].iter().any(|word| first.is(word));
    // "Thông tư liên tịch số … giữa Bộ A và Bộ B".
    if first.is("giữa") && is_joint(found) {
        let issuer = joint_issuers(reading, reading.issuer_phrase(first.end)?);
        return Some(After { issuer, term: None, date: None, end: issuer.end });
    }
    if !opens {
        return bare_organ(reading, found, &first);
    }
    let close = || ahead(text, end).take(6).find(|t| t.text == ")");
    let word = match first.text {
        // "(sửa đổi) của Bộ Chính trị"
        "(" => close().map_or(Some(first), |close| ahead(text, close.end).next())?,
        // ", của Chủ tịch …" after a list of proposals.
        "," => ahead(text, first.end).next().filter(|t| t.is("của")).unwrap_or(first),
        _ => first,
    };
    if word.lines > 2 {
        return None;
    }
    if next_start.is_some_and(|s| word.start >= s) && bracket.is_none() {
        return None;
    }
    if word.is("của") {
        let issuer = reading.issuer_phrase(word.end)?;
        let issuer = if is_joint(found) { joint_issuers(reading, issuer) } else { issuer };
        let (term, end) = read_term(text, issuer.end);
        let (date, end) = super::numbered::trailing_date(text, end);
        return Some(After { issuer, term, date, end });
    }
    if word.is("do") {
        let issuer = reading.issuer_phrase(word.end)?;
        let verb = forward(text, issuer.end, 2);
        const VERBS: [(&str, &str); 3] = [("ban", "hành"), ("phê", "duyệt"), ("thông", "qua")];
        let [first, second] = verb[..] else { return None };
        // "Quy định số 7 thi hành Điều lệ Đảng do Ban Bí thư ban hành": a charter is adopted, what is issued is the rules.
        let adopts = first.is("thông");
        let issued = VERBS.iter().any(|(a, b)| first.is(a) && second.is(b)) && (adopts || found.rule != "charter");
        // "Kế hoạch thi hành Luật Nuôi ong do Sở Y tế ban hành": no office passes a law.
        let law = matches!(found.kind.as_deref(), Some("Luật" | "Bộ luật"));
        let passes = || fold(&reading.text[issuer.range()]).starts_with("quốc hội");
        // "do Đại hội … thông qua ngày 12/12/2012"
        let date = || super::numbered::trailing_date(text, second.end).0;
        return (issued && (!law || passes())).then(|| After { issuer, term: None, date: date(), end: second.end });
    }
    // "Nghị quyết số 18-NQ/TW, khóa XII": a term without issuer.
    let (term, end) = read_term(text, end);
    term.map(|term| After { issuer: Span::new(end, end), term: Some(term), date: None, end })
}

/// "Hướng dẫn liên tịch số … về … do Bộ A và Bộ B ban hành ngày …": the organ and the day behind the title.
fn behind_title(reading: &Reading<'_>, found: &Found, next_start: Option<usize>) -> Option<After> {
    let text = reading.text;
    let mut tokens = ahead(text, found.span.end).take(60);
    let titled = tokens.next().is_some_and(|t| t.is("về") && t.lines <= 1);
    if !titled || found.number.is_none() || found.date.is_some() {
        return None;
    }
    let title =
        |t: &Token<'_>| !matches!(t.text, ";" | "." | ":" | "(" | ")") && next_start.is_none_or(|next| t.end <= next);
    let by = tokens.take_while(title).find(|t| t.is("do") && t.lines <= 1)?;
    let issuer = reading.issuer_phrase(by.end)?;
    let issuer = if is_joint(found) { joint_issuers(reading, issuer) } else { issuer };
    let [first, second, ..] = forward(text, issuer.end, 2)[..] else { return None };
    let issued = first.is("ban") && second.is("hành");
    let (date, end) = super::numbered::trailing_date(text, second.end);
    (issued && date.is_some_and(PartialDate::is_full)).then_some(After { issuer, term: None, date, end })
}

/// "Nghị định số 7/2031/NĐ-CP ngày … Chính phủ quy định …": the organ of the symbol right behind, where "của" was left out.
fn bare_organ(reading: &Reading<'_>, found: &Found, first: &Token<'_>) -> Option<After> {
    let symbol = found.number.as_ref()?.organ.as_deref()?;
    found.date?;
    if first.lines > 1 || !first.text.starts_with(char::is_uppercase) {
        return None;
    }
    let organ = reading.lexicon.organs.by_symbol(symbol, found.date)?;
    let issuer = reading.issuer_phrase(first.start)?;
    let same = fold(&reading.text[issuer.range()]) == fold(&organ.name);
    same.then_some(After { issuer, term: None, date: None, end: issuer.end })
}

/// "Quy chế A (ban hành kèm theo Quyết định số B) của Bộ X", "Thông tư số A (có hiệu lực từ ngày …) của Bộ X": the
/// byte behind the bracket, for the act that it closes with and for the one before it.
fn issuing_bracket(text: &str, start: usize, end: usize) -> Option<usize> {
    let issues = |open: usize| {
        let mut words = ahead(text, open).skip_while(|t| t.is("đã"));
        let first = words.next();
        first.is_some_and(|t| ["ban", "được", "sửa", "kèm", "có", "sau", "gọi"].iter().any(|word| t.is(word)))
    };
    let mark = ahead(text, end).next()?;
    let close = match mark.text {
        ")" => {
            let before = |t: &Token<'_>| !matches!(t.text, ";" | "." | ")") && t.lines <= 1;
            let open = behind(text, start).take(60).take_while(before).find(|t| t.text == "(")?;
            issues(open.end).then_some(mark)?
        }
        "(" if issues(mark.end) => {
            let within = |t: &Token<'_>| !matches!(t.text, ";" | "(") && t.lines <= 1;
            ahead(text, mark.end).take(60).take_while(within).find(|t| t.text == ")")?
        }
        _ => return None,
    };
    ahead(text, close.end).next().is_some_and(|t| t.is("của")).then_some(close.end)
}

/// "Quy định số A, ngày 12/01/2018 và Quy định số B cùng ngày": the byte after these words behind B.
pub(super) fn after_same_day(text: &str, end: usize) -> Option<usize> {
    let mut tokens = ahead(text, end);
    tokens.next().filter(|t| t.is("cùng"))?;
    tokens.next().filter(|t| t.is("ngày") && t.lines == 0).map(|t| t.end)
}

/// "Kế hoạch hành động của Chính phủ về …": the organ in the first words of the name of what an act issues.
fn named_inside(reading: &Reading<'_>, found: &Found) -> Option<Span> {
    let name = found.name.filter(|_| matches!(found.rule, "issued-by-act" | "issued-at-act"))?;
    // "Quy chế làm việc của Chính phủ": the organ that the rules are for, whoever made them.
    if matches!(found.kind.as_deref(), Some("Quy chế" | "Quy định" | "Điều lệ" | "Nội quy")) {
        return None;
    }
    let words = forward(&reading.text[name.range()], 0, 8);
    let of = words.iter().take_while(|t| t.is_word() && !t.is("về")).find(|t| t.is("của"))?;
    reading.issuer_phrase(name.start + of.end).filter(|issuer| issuer.end <= name.end)
}

/// Several organs number it: `08/2005/TTLT-BNV-BTC`.
pub(super) fn is_joint(found: &Found) -> bool {
    let liaison = found.kind.as_deref().is_some_and(|kind| kind.contains("liên"));
    let symbol = found.number.as_ref().and_then(|n| n.kind.as_deref()).is_some_and(|k| matches!(k, "TTLT" | "NQLT"));
    liaison || symbol
}

/// "của Bộ Nội vụ, Bộ Tài chính hướng dẫn …": every organ of the list.
pub(super) fn joint_issuers(reading: &Reading<'_>, first: Span) -> Span {
    let mut whole = first;
    while let [mark, head, ..] = forward(reading.text, whole.end, 3).as_slice()
        && (matches!(mark.text, "," | "-" | "–") || mark.is("và"))
        && head.text.starts_with(char::is_uppercase)
        && let Some(next) = reading.issuer_phrase(mark.end)
    {
        whole.end = next.end;
    }
    whole
}

/// `(khóa XII)`, `khóa XIII`, `, khóa 11`.
pub(super) fn read_term(text: &str, at: usize) -> (Option<SmolStr>, usize) {
    let read = || {
        let mut tokens = ahead(text, at);
        let mut word = tokens.next()?;
        let bracket = word.text == "(";
        if bracket || word.text == "," {
            word = tokens.next()?;
        }
        if !(word.is("khóa") || word.is("khoá")) || word.lines > 1 {
            return None;
        }
        let which = tokens.next()?;
        let value =
            which.text.bytes().all(|b| matches!(b, b'I' | b'V' | b'X') || b.is_ascii_digit()) && which.text.len() < 6;
        let close = tokens.next().filter(|close| bracket && close.text == ")");
        value.then(|| (Some(which.text.into()), close.map_or(which.end, |close| close.end)))
    };
    read().unwrap_or((None, at))
}

/// "theo đề nghị của Bộ trưởng Bộ X tại Tờ trình số …", "Y đã ban hành Hướng dẫn số …", "được Z phê duyệt tại …".
fn before_mention(reading: &Reading<'_>, found: &[Found], index: usize) -> Option<Span> {
    let text = reading.text;
    let this = &found[index];
    if this.name.is_some() && this.rule != "issued-at-act" {
        return None;
    }
    let left = found[..index].iter().rev().find(|f| !f.inner).map_or(0, |f| f.span.end);
    if let Some(issuer) = this.head.and_then(|head| after_head(reading, head)) {
        return Some(issuer);
    }
    if this.rule == "issued-at-act" {
        let passive = forward(text, this.span.end, 3).into_iter().find(|t| t.is("được"))?;
        return reading.issuer_phrase(passive.end);
    }
    let start = this.provision.map_or(this.span.start, |p| p.start.min(this.span.start));
    let start = this.head.map_or(start, |head| head.start);
    let clause = |t: &Token<'_>| t.start >= left && !matches!(t.text, ";" | "." | "“" | "”");
    let near = || behind(text, start).take(44).take_while(clause);
    let nearest = near().find(|t| !t.is("các") && t.text != ":")?;
    let pointed = usize::from(nearest.is("tại") || nearest.is("theo"));
    if near().nth(pointed).is_some_and(|t| t.text == "(" && t.lines <= 1) {
        return before_bracket(reading, this, &near().skip(pointed + 1).collect::<Vec<_>>());
    }
    if !["tại", "theo", "hành", "có", "ký", "ra"].iter().any(|word| nearest.is(word)) {
        return None;
    }
    let tokens: Vec<Token<'_>> = near().collect();
    let mut at = 0;
    while tokens.get(at).is_some_and(|t| t.is("các") || t.text == ":") {
        at += 1;
    }
    if tokens.get(at)?.is("tại") || tokens[at].is("theo") && tokens.get(at + 1).is_some_and(|t| t.is("duyệt")) {
        at += 1;
        at = said_at(&tokens, at);
        // "Sở Y tế (cơ quan thường trực) tại": what the organ is besides.
        if tokens.get(at).is_some_and(|t| t.text == ")") {
            at += tokens[at..].iter().take(16).position(|t| t.text == "(").map_or(0, |open| open + 1);
        }
        // "Phòng đã báo cáo tại": a bare word names no organ.
        let named = |issuer: &Span| reading.text[issuer.range()].contains(' ');
        let subject = || subject_ending_at(reading, &tokens[at..]).filter(named);
        return organ_ending_at(reading, &tokens[at..])
            .or_else(|| subject().filter(|organ| !receives(text, organ.start)));
    }
    let promulgates = tokens.get(at).is_some_and(|t| t.is("hành")) && tokens.get(at + 1).is_some_and(|t| t.is("ban"));
    // "Thủ tướng Chính phủ ký Quyết định số …", "UBND tỉnh có Công văn số …", "Ban Bí thư ra Chỉ thị số …"
    let has = tokens.get(at).is_some_and(|t| t.is("có") || t.is("ký") || t.is("ra"));
    if promulgates || has {
        at += if promulgates { 2 } else { 1 };
        while tokens.get(at).is_some_and(|t| ["đã", "đang", "vừa", "ký", "có"].iter().any(|word| t.is(word))) {
            at += 1;
        }
        // "Bộ Chính trị (khóa XIII) đã ban hành"
        if tokens.get(at).is_some_and(|t| t.text == ")") {
            at += tokens[at..].iter().take(5).position(|t| t.text == "(")? + 1;
        }
        if tokens.get(at + 1).is_some_and(|t| t.is("khóa") || t.is("khoá")) {
            at += 2;
        }
        // "Thay mặt Ban Bí thư, Thường trực … đã ký ban hành": whose paper the signer signs.
        let on_behalf = tokens[at..].windows(2).find(|w| w[0].is("mặt") && w[1].is("thay"));
        if let Some(issuer) = on_behalf.and_then(|pair| reading.issuer_phrase(pair[0].end)) {
            return Some(issuer);
        }
        // "Sở có Tờ trình số …": a bare word names no organ.
        let named = |issuer: &Span| promulgates || reading.text[issuer.range()].contains(' ');
        return subject_ending_at(reading, &tokens[at..]).filter(named);
    }
    None
}

/// "Xét đề nghị của Ban Tổ chức Tỉnh ủy (Tờ trình số …)", "nghe Phòng Nội vụ báo cáo (Báo cáo số …)", "Quy định của Ban Bí
/// thư về … (Quy định số …)": what stands before the bracket that the number opens says whose it is.
fn before_bracket(reading: &Reading<'_>, this: &Found, before: &[Token<'_>]) -> Option<Span> {
    let said = said_at(before, 0);
    let named = |issuer: &Span| reading.text[issuer.range()].contains(' ') && !receives(reading.text, issuer.start);
    let organ = organ_ending_at(reading, before)
        .or_else(|| subject_ending_at(reading, &before[said..]).filter(|organ| said > 0 && named(organ)))
        .or_else(|| {
            let open = before.first()?.end;
            let hits = reading.scan.kinds[..reading.scan.kinds.partition_point(|k| k.span.end <= open)].iter().rev();
            let near = |k: &&KindHit<'_>| before.iter().any(|t| t.start == k.span.start);
            let same = hits.take(6).find(|k| Some(&k.kind.name) == this.kind.as_ref() && near(k))?;
            let of = ahead(reading.text, same.span.end).next().filter(|t| t.is("của"))?;
            reading.issuer_phrase(of.end)
        })?;
    // "đơn vị của Bộ Y tế (Quyết định số 5/QĐ-TTg)": the symbol is another's.
    let organs = &reading.lexicon.organs;
    let symbol = this.number.as_ref().and_then(|n| n.organ.as_deref());
    let by_symbol =
        symbol.and_then(|symbol| organs.by_symbol(symbol, this.date)).filter(|known| known.symbol_is_unique);
    let read =
        || organs.read(&reading.text[organ.range()], reading.home(), &reading.lexicon.places).organ.map(|o| &o.id);
    by_symbol.is_none_or(|known| read() == Some(&known.id)).then_some(organ)
}

/// "trình Ủy ban nhân dân tỉnh tại Tờ trình số …", "báo cáo Thủ tướng tại …": the organ at a byte is written to.
fn receives(text: &str, organ: usize) -> bool {
    let before = backward(text, organ, 3);
    let is = |at: usize, word: &str| before.get(at).is_some_and(|t| t.is(word));
    let asked = is(0, "nghị") && is(1, "đề") && !is(2, "theo") && !is(2, "xét");
    asked || ["trình", "gửi", "cáo", "mưu"].iter().any(|word| is(0, word))
}

/// Past the verbs of saying before "tại": "… đã tổng hợp và đề nghị tại", "… phê duyệt tại".
fn said_at(tokens: &[Token<'_>], mut at: usize) -> usize {
    const VERBS: [(&str, &str); 21] = [
        ("thẩm", "định"),
        ("thẩm", "tra"),
        ("đề", "xuất"),
        ("kiến", "nghị"),
        ("ý", "kiến"),
        ("kết", "luận"),
        ("nhiệm", "vụ"),
        ("thống", "nhất"),
        ("phê", "duyệt"),
        ("ban", "hành"),
        ("công", "bố"),
        ("đề", "nghị"),
        ("nêu", "rõ"),
        ("trả", "lời"),
        ("chỉ", "đạo"),
        ("hướng", "dẫn"),
        ("yêu", "cầu"),
        ("thông", "báo"),
        ("tổng", "hợp"),
        ("báo", "cáo"),
        ("quyết", "định"),
    ];
    let is = |at: usize, word: &str| tokens.get(at).is_some_and(|t| t.is(word));
    loop {
        if VERBS.iter().any(|(a, b)| is(at, b) && is(at + 1, a)) {
            at += 2;
        } else if ["đã", "và", "có", "giao"].iter().any(|word| is(at, word)) {
            at += 1;
        } else {
            return at;
        }
    }
}

/// "các Quyết định của Bộ trưởng Bộ X: Số …": the issuer stands after the head of the list.
fn after_head(reading: &Reading<'_>, head: Span) -> Option<Span> {
    let of = forward(reading.text, head.end, 1);
    of.first().filter(|t| t.is("của")).and_then(|t| reading.issuer_phrase(t.end))
}

/// The organ whose name ends where these tokens (nearest first) begin, after "của", "do" or "được".
fn organ_ending_at(reading: &Reading<'_>, tokens: &[Token<'_>]) -> Option<Span> {
    let end = tokens.first()?.end;
    for token in tokens.iter().skip(1) {
        if token.is("của") || token.is("được") || token.is("do") {
            let phrase = reading.issuer_phrase(token.end)?;
            if phrase.end >= end {
                return Some(Span::new(phrase.start, end));
            }
            // "Đoàn giám sát của Ủy ban …": a longer name may hold the first "của".
            continue;
        }
    }
    None
}

/// The organ that is the subject of "ban hành": its name begins a clause.
fn subject_ending_at(reading: &Reading<'_>, tokens: &[Token<'_>]) -> Option<Span> {
    let end = tokens.first()?.end;
    let mut best = None;
    for token in tokens.iter().take(20) {
        if token.text.starts_with(char::is_uppercase) && reading.is_organ_head(token) {
            if reading.issuer_phrase(token.start).is_some_and(|phrase| phrase.end >= end) {
                best = Some(Span::new(token.start, end));
            }
        } else if !token.is_word() && token.text != "," && token.text != "-" {
            break;
        }
        // The heading of a page is no part of what it stands above.
        if token.lines > 1 {
            break;
        }
    }
    best
}
