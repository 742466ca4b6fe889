//! Laws, codes, ordinances and the constitution by title, and amending laws with the laws in their titles.

use super::numbered::trailing_date;
use super::scan::{Case, KindHit};
use super::words::{Token, ahead, backward, behind, forward};
use super::{Found, Reading};
use crate::date::PartialDate;
use crate::text::fold::fold;
use crate::text::{Cursor, Span, is_dash, is_gap};
use crate::vocabulary::Class;

/// `Luật Đất đai năm 2013`, `Bộ luật Lao động`, `Hiến pháp năm 2013`, `Pháp lệnh …`, and amending laws with their whole title.
pub(super) fn law(reading: &Reading<'_>, hit: &KindHit<'_>) -> Option<Found> {
    let text = reading.text;
    let first = ahead(text, hit.span.end).next().filter(|t| t.lines <= 1)?;
    if hit.case == Case::Small && !first.text.starts_with(char::is_uppercase) || first.is("này") || first.is("số") {
        return None;
    }
    if is_draft(reading, hit) {
        return None;
    }
    const LONGEST: usize = 48;
    let near = ahead(text, hit.span.end).take(LONGEST).take_while(|t| t.lines <= 1).map(|t| t.text);
    let known = reading.lexicon.cues.longest_title(&hit.kind.name, near);
    if hit.case == Case::Small && known.is_none() {
        return None;
    }
    let constitution = hit.kind.name == "Hiến pháp";
    let amending = first.is("sửa") || first.is("bổ");
    // Of a known title no more is asked than what closes it.
    let most = known.filter(|_| !constitution && !amending).map_or(LONGEST, |words| words + 1);
    let tokens = forward(text, hit.span.end, most);
    let end = if constitution {
        constitution_end(hit, &tokens)
    } else {
        amending_end(reading, &tokens)
            .or_else(|| known.map(|words| closed(&tokens, words)).or_else(|| unknown_title_end(reading, hit, &tokens)))
            .or_else(|| quoted_end(&tokens))
            .or_else(|| dated_end(hit, &tokens))?
    };
    let whole = if constitution { end } else { behind_state(text, end) };
    let (date, after) = match law_date(text, behind_amended(text, whole)) {
        (Some(year), _)
            if !year.has_month()
                && is_of_budget(text, hit.span.start)
                && !is_version(reading, &text[hit.span.start..end], year) =>
        {
            (None, whole)
        }
        (None, _) => (None, whole),
        dated => dated,
    };
    // "Hiến pháp" alone is an idea more often than a document.
    if constitution && date.is_none() {
        let governed = backward(text, hit.span.start, 2);
        let basis = governed.len() == 2 && governed[0].is("cứ") && governed[1].is("căn");
        if !basis && end == hit.span.end {
            return None;
        }
    }
    // "Nay Luật Đất đai mới đã được ban hành": not the one that was named before.
    let anew = date.is_none() && ahead(text, whole).next().is_some_and(|t| t.is("mới") && t.lines <= 1);
    let rule = if amending {
        "amending-law"
    } else if anew {
        "new-law-by-name"
    } else {
        "law-by-name"
    };
    Some(Found {
        date,
        amending,
        // The laws that it amends may have their numbers.
        holds_numbers: amending,
        ..Found::named(hit, end, after, rule)
    })
}

/// "dự toán ngân sách thực hiện Pháp lệnh ưu đãi người có công với cách mạng năm 2020": the year is that of the budget.
fn is_of_budget(text: &str, start: usize) -> bool {
    const MONEY: [(&str, &str); 3] = [("dự", "toán"), ("kinh", "phí"), ("ngân", "sách")];
    let before = backward(text, start, 10);
    let near: Vec<&Token<'_>> = before.iter().take_while(|t| t.is_word()).collect();
    let carried = matches!(near[..], [second, first, ..] if second.is("hiện") && first.is("thực"));
    let money = |pair: &[&Token<'_>]| MONEY.iter().any(|(first, second)| pair[1].is(first) && pair[0].is(second));
    carried && near.windows(2).any(money)
}

/// True if a law of that title and year was there when the paper was written.
fn is_version(reading: &Reading<'_>, title: &str, year: PartialDate) -> bool {
    let acts = reading.lexicon.acts.laws_by_title(&reading.lexicon.cues.title_in_full(title));
    let written = reading.document.date.map(PartialDate::latest);
    acts.iter().any(|act| act.date.agrees_with(year) && written.is_some_and(|day| act.date.earliest() <= day))
}

/// `BLHS`, `BLTTHS năm 2015`: a code of law by its abbreviation, where a bracket does not only tell it.
pub(super) fn code(reading: &Reading<'_>, &(span, title): &(Span, &str)) -> Option<Found> {
    let text = reading.text;
    let (date, end) = law_date(text, span.end);
    let told = text[..span.start].ends_with('(') && text[end..].starts_with(')');
    let named = backward(text, span.start, 2).iter().any(|t| t.is("tắt"));
    (!told && !named).then(|| Found {
        span: Span::new(span.start, end),
        class: Some(Class::Named),
        kind: Some("Bộ luật".into()),
        name: Some(span),
        full_name: Some(title.into()),
        date,
        rule: "law-by-name",
        has_kind_word: true,
        ..Found::default()
    })
}

/// "dự thảo Luật Việc làm", "dự án Luật Nhà giáo", "(Dự thảo) Điều lệ Công đoàn": what is not passed yet.
pub(super) fn is_draft(reading: &Reading<'_>, hit: &KindHit<'_>) -> bool {
    let before = backward(reading.text, hit.span.start, 4);
    let quoted = usize::from(before.first().is_some_and(|t| matches!(t.text, "“" | "\"" | ")")));
    let [draft, pre, ..] = &before[quoted.min(before.len())..] else { return false };
    pre.is("dự") && (draft.is("thảo") || draft.is("án")) && draft.lines <= 1
}

fn constitution_end(hit: &KindHit<'_>, tokens: &[Token<'_>]) -> usize {
    state_end(tokens).unwrap_or(hit.span.end)
}

/// "nước Cộng hòa xã hội chủ nghĩa Việt Nam", "nước CHXHCN Việt Nam".
fn state_end(tokens: &[Token<'_>]) -> Option<usize> {
    tokens.first().filter(|t| t.is("nước"))?;
    const STATE: [&str; 9] = ["nước", "cộng", "hòa", "xã", "hội", "chủ", "nghĩa", "việt", "nam"];
    const SHORT: [&str; 4] = ["nước", "chxhcn", "việt", "nam"];
    let says = |words: &[&str]| {
        tokens.len() >= words.len() && tokens.iter().zip(words).all(|(token, word)| fold(token.text) == *word)
    };
    let words = [STATE.as_slice(), &SHORT].into_iter().find(|words| says(words))?;
    Some(tokens[words.len() - 1].end)
}

/// "Bộ luật Lao động Việt Nam", "Bộ luật Dân sự nước Cộng hòa xã hội chủ nghĩa Việt Nam năm 1995": the byte behind the state
/// whose law it is.
fn behind_state(text: &str, end: usize) -> usize {
    let Some(first) = ahead(text, end).next().filter(|t| t.is("việt") || t.is("nước") || t.is("của")) else {
        return end;
    };
    let tokens = forward(text, end, 10);
    let of = usize::from(first.is("của"));
    if let [viet, nam, ..] = &tokens[..]
        && viet.text == "Việt"
        && nam.text == "Nam"
        && viet.lines + nam.lines <= 1
    {
        return nam.end;
    }
    state_end(&tokens[of..]).unwrap_or(end)
}

/// "Luật Đầu tư công (sửa đổi) năm 2019": the byte after the bracket that says which version is meant.
fn behind_amended(text: &str, end: usize) -> usize {
    let mut tokens = ahead(text, end);
    let mut amended = None;
    for word in ["(", "sửa", "đổi", ")"] {
        amended = tokens.next().filter(|token| token.is(word) && token.lines <= 1);
        if amended.is_none() {
            break;
        }
    }
    amended.map_or(end, |close| close.end)
}

/// "ngày 19 tháng 6 năm 2015", "năm 2019", a bare "2024", "(2005)".
pub(super) fn law_date(text: &str, end: usize) -> (Option<PartialDate>, usize) {
    let (date, after) = trailing_date(text, end);
    if let Some(year) = date {
        // "năm 2013 ngày 29/11/2013"
        let (day, later) = trailing_date(text, after);
        return match day.filter(|day| !year.has_month() && day.is_full() && day.agrees_with(year)) {
            Some(day) => (Some(day), later),
            None => (date, after),
        };
    }
    let mut cursor = Cursor::new(text, end);
    if cursor.gap(1) && cursor.at > end {
        let bracket = cursor.peek() == Some('(') && cursor.bump().is_some();
        let before = cursor.at;
        if let Some(year) = cursor.digits(4).filter(|_| cursor.at - before == 4) {
            let ended = !cursor.peek().is_some_and(|c| c.is_alphanumeric() || is_dash(c) || c == '/');
            let closed = !bracket || cursor.bump() == Some(')');
            if let Some(date) = u16::try_from(year).ok().and_then(PartialDate::year).filter(|_| ended && closed) {
                return (Some(date), cursor.at);
            }
        }
    }
    (None, end)
}

/// `sửa đổi, bổ sung một số điều của Luật A và Luật B`, of which the first two words are given: the whole title, to the end of the
/// last law in it.
fn amending_end(reading: &Reading<'_>, tokens: &[Token<'_>]) -> Option<usize> {
    let added =
        |at: usize| tokens.get(at).is_some_and(|t| t.is("bổ")) && tokens.get(at + 1).is_some_and(|t| t.is("sung"));
    if !(tokens.first()?.is("sửa") && tokens.get(1)?.is("đổi") || added(0)) {
        return None;
    }
    let mut at = tokens[1].end;
    let mut end = None;
    let mut numbered = false;
    // Each law in the title, joined by commas and "và".
    loop {
        let Some(hit) = reading.kind_after(at).filter(|k| k.word.law && k.span.start - at < 120) else {
            return end;
        };
        if hit.case == Case::Small {
            // "… của các luật liên quan đến đầu tư xây dựng cơ bản": the laws are not named one by one.
            let several = reading.plural_before(hit.span.start);
            return if several { end.or_else(|| words_end(tokens_after(reading, hit.span.end))) } else { end };
        }
        let between = forward(reading.text, at, 24);
        let plain = between.iter().take_while(|t| t.start < hit.span.start).all(|t| {
            const OWN: [&str; 27] = [
                ",", "và", "bổ", "sung", "một", "số", "điều", "của", "các", "khoản", "điểm", "tại", "phụ", "lục",
                "danh", "mục", "sửa", "đổi", "liên", "quan", "đến", "luật", "theo", "bãi",
                // slips for "bổ"
                "bố", "bỏ", "bồ",
            ];
            OWN.contains(&t.text.to_lowercase().as_str()) || t.text.chars().all(|c| c.is_ascii_digit())
        });
        if !plain {
            return end;
        }
        let after = forward(reading.text, hit.span.end, 24);
        let several = behind(reading.text, hit.span.start).next().is_some_and(|t| t.is("các"));
        let Some(title) = title_end(reading, &hit, &after).or_else(|| several.then(|| words_end(after)).flatten())
        else {
            return end;
        };
        let number = own_number(reading, &hit, title, numbered);
        numbered |= number.is_some();
        let title = number.unwrap_or(title);
        end = Some(title);
        let joint = forward(reading.text, title, 2);
        let listed =
            joint.first().is_some_and(|t| t.text == "," || t.is("và")) || joint.first().is_some_and(|t| t.text == ";");
        if !listed || joint.first().is_some_and(|t| t.text == ";") {
            return end;
        }
        let next = reading.kind_after(joint[0].end);
        let last =
            if joint[0].text == "," && joint.get(1).is_some_and(|t| t.is("và")) { joint[1].end } else { joint[0].end };
        let directly = next.is_some_and(|k| reading.text[last..k.span.start].trim().is_empty() && k.word.law);
        if !directly {
            return end;
        }
        at = joint[0].end;
        // "Luật sửa đổi Luật A và Luật B quy định …": the second belongs to the title too; a date after it ends the list.
    }
}

/// The end of the number behind a law in the title of an amending law, where it is that law's: the table of acts knows it
/// and another law follows, or the law before it in the list has its own. Else it is the amending law's.
fn own_number(reading: &Reading<'_>, law: &KindHit<'_>, title: usize, listed: bool) -> Option<usize> {
    let so = ahead(reading.text, title).next().filter(|t| t.is("số"))?;
    let digits = ahead(reading.text, so.end).next()?;
    let at = reading.scan.numbers.binary_search_by_key(&digits.start, |hit| hit.span.start).ok()?;
    let hit = &reading.scan.numbers[at];
    let said: Vec<String> = ahead(&reading.text[law.span.start..title], 0).map(|t| fold(t.text)).collect();
    let known = || {
        let mut acts = reading.lexicon.acts.by_number(&hit.number.text).into_iter();
        acts.any(|act| ahead(&act.title, 0).map(|t| fold(t.text)).eq(said.iter().cloned()))
    };
    let follows = || {
        let joint = forward(reading.text, hit.span.end, 2);
        let mark = joint.first().filter(|t| t.text == "," || t.is("và"));
        let next = mark.and_then(|mark| reading.kind_after(mark.end).map(|next| (mark, next)));
        next.is_some_and(|(mark, next)| {
            let between = reading.text[mark.end..next.span.start].trim();
            next.word.law && next.case != Case::Small && matches!(between, "" | "và")
        })
    };
    (listed || follows() && known()).then_some(hit.span.end)
}

fn tokens_after<'t>(reading: &Reading<'t>, at: usize) -> Vec<Token<'t>> {
    forward(reading.text, at, 20)
}

/// The last word before a mark, a date, a number or a verb of the sentence.
fn words_end(tokens: Vec<Token<'_>>) -> Option<usize> {
    const STOPS: [&str; 9] = ["ngày", "số", "năm", "được", "đã", "có", "tại", "và", "quy"];
    // "37 luật có liên quan đến quy hoạch"
    let goes_on = |at: usize| {
        let next = |word: &str| tokens.get(at + 1).is_some_and(|t| t.is(word));
        tokens[at].is("có") && next("liên") || tokens[at].is("quy") && next("hoạch")
    };
    let stops = |at: usize| STOPS.iter().any(|stop| tokens[at].is(stop)) && !goes_on(at);
    let within = (0..tokens.len()).take_while(|&at| tokens[at].is_word() && tokens[at].lines <= 1 && !stops(at));
    within.last().map(|at| tokens[at].end)
}

/// "Pháp lệnh về phí và lệ phí ngày 28 tháng 8 năm 2001": a title in small letters needs a date or number behind it.
fn about_end(tokens: &[Token<'_>]) -> Option<usize> {
    let stop = tokens.iter().take(26).position(|t| ["ngày", "số"].iter().any(|w| t.is(w)))?;
    // "ủy ban" is no "ban hành".
    let committee = |at: usize| at > 0 && tokens[at].is("ban") && tokens[at - 1].is("ủy");
    let plain = tokens[..stop].iter().enumerate().all(|(at, t)| {
        let opens = at == 0 && (t.is("về") || t.is("quy"));
        (t.is_word() || t.text == ",") && t.lines <= 1 && (opens || committee(at) || !stops_title(t))
    });
    let digits = |at: usize| tokens.get(at).is_some_and(|t| t.text.starts_with(|c: char| c.is_ascii_digit()));
    (stop > 1 && plain && digits(stop + 1)).then(|| tokens[stop - 1].end)
}

fn stops_title(token: &Token<'_>) -> bool {
    ["kể", "trước", "luật"].iter().chain(&STOPS).any(|word| token.is(word))
}

/// `Pháp lệnh "Ưu đãi người hoạt động cách mạng …"`: a title between quotation marks.
fn quoted_end(tokens: &[Token<'_>]) -> Option<usize> {
    let open = tokens.first().filter(|t| matches!(t.text, "“" | "\""))?;
    let close = tokens.iter().skip(1).position(|t| matches!(t.text, "”" | "\""))? + 1;
    let plain = tokens[1..close].iter().all(|t| t.is_word() || matches!(t.text, "," | "-"));
    (open.lines == 0 && close > 2 && plain && tokens[1].text.starts_with(char::is_uppercase)).then(|| tokens[close].end)
}

/// "Pháp lệnh ngày 22 tháng 1 năm 1981": the date alone tells which.
fn dated_end(hit: &KindHit<'_>, tokens: &[Token<'_>]) -> Option<usize> {
    let dated = tokens.first()?.is("ngày") && tokens.get(1)?.text.starts_with(|c: char| c.is_ascii_digit());
    (dated && hit.case == Case::Capital).then_some(hit.span.end)
}

/// Words that no title of a law goes on with.
const STOPS: [&str; 51] = [
    "về", "được", "đã", "có", "quy", "ngày", "năm", "số", "trên", "trong", "tại", "theo", "để", "cho", "là", "này",
    "thì", "phải", "với", "khi", "nếu", "do", "đến", "từ", "bằng", "hiện", "nêu", "cũng", "mới", "như", "ban", "chưa",
    "không", "còn", "bao", "khóa", "khoá", "ra", "đối", "sau", "căn", "nhằm", "gồm", "nhưng", "vẫn", "sẽ", "cùng",
    "hoặc", "hay", "áp", "hết",
];

/// The end of a law's title: the longest known title, else words up to one that no title goes on with.
fn title_end(reading: &Reading<'_>, hit: &KindHit<'_>, tokens: &[Token<'_>]) -> Option<usize> {
    let known = reading.lexicon.cues.longest_title(&hit.kind.name, plain_texts(tokens));
    known.map(|words| closed(tokens, words)).or_else(|| unknown_title_end(reading, hit, tokens))
}

/// The end of a title that no list knows as a whole.
fn unknown_title_end(reading: &Reading<'_>, hit: &KindHit<'_>, tokens: &[Token<'_>]) -> Option<usize> {
    let upper = hit.case == Case::Upper;
    if tokens.first()?.is("về") {
        let words = reading.lexicon.cues.longest_title(&hit.kind.name, plain_texts(&tokens[1..]));
        return words.map(|words| closed(&tokens[1..], words)).or_else(|| about_end(tokens));
    }
    if !tokens.first()?.text.starts_with(char::is_uppercase) {
        return about_end(tokens).filter(|_| hit.case == Case::Capital);
    }
    let mut end = None;
    for (index, token) in tokens.iter().enumerate().take(24) {
        let small = token.text.to_lowercase();
        let digit = token.text.starts_with(|c: char| c.is_ascii_digit());
        if token.lines > 1 || digit || STOPS.contains(&small.as_str()) && !upper {
            break;
        }
        if upper
            && (!token.text.chars().all(|c| c.is_uppercase() || !c.is_alphabetic())
                || ["TRÊN", "VỀ", "TẠI", "NGÀY", "NĂM", "SỐ"].contains(&token.text))
        {
            break;
        }
        if !token.is_word() {
            // A comma inside a title is followed by its next words in small letters; a hyphen joins.
            let goes_on = (token.text == "," || token.text == "-")
                && tokens.get(index + 1).is_some_and(|t| t.text.starts_with(char::is_lowercase))
                && tokens[index + 1..].iter().take(6).any(|t| t.is("và"));
            if goes_on {
                continue;
            }
            break;
        }
        if small == "và" {
            let next = tokens.get(index + 1);
            let stops = next.is_none_or(|t| {
                const NEXT: [&str; 10] = ["các", "luật", "những", "văn", "pháp", "quy", "nghị", "bộ", "thông", "hướng"];
                NEXT.contains(&t.text.to_lowercase().as_str())
            });
            if stops {
                break;
            }
            continue;
        }
        if !matches!(small.as_str(), "ở" | "của" | "cả") {
            end = Some(token.end);
        }
    }
    end
}

/// The words of a title as far as they stand together.
fn plain_texts<'a, 't>(tokens: &'a [Token<'t>]) -> impl Iterator<Item = &'t str> + 'a {
    tokens.iter().take_while(|t| t.lines <= 1).map(|t| t.text)
}

/// Where a title of so many tokens ends: behind the mark that closes a quotation or a bracket in it, "(HIV/AIDS)".
fn closed(tokens: &[Token<'_>], words: usize) -> usize {
    let count = |mark: &str| tokens[..words].iter().filter(|t| t.text == mark).count();
    let quoted = count("“") > count("”") || count("\"") % 2 == 1;
    match tokens.get(words) {
        Some(mark) if quoted && matches!(mark.text, "”" | "\"") => mark.end,
        Some(mark) if mark.text == ")" && count("(") > count(")") => mark.end,
        _ => tokens[words - 1].end,
    }
}

/// `Luật Quy hoạch đô thị số 30/2009/QH12`: the law whose title runs up to the number, though another kind word stands nearer.
pub(super) fn law_before<'l>(reading: &Reading<'l>, number: usize) -> Option<KindHit<'l>> {
    let mut nearest = true;
    for hit in kinds_before(reading, number, 240) {
        let law = hit.word.law && hit.case != Case::Small;
        // "Luật … theo hợp đồng số 69/2020/QH14": the last words of the title are no kind of what is numbered.
        let adjacent = !hit.word.not_cited && reading.text[hit.span.end..number].chars().all(is_gap);
        if nearest && (law || adjacent) {
            return None;
        }
        nearest = false;
        if law {
            let end = title_end(reading, &hit, &forward(reading.text, hit.span.end, 30))?;
            return (end <= number && reading.text[end..number].chars().all(is_gap)).then_some(hit);
        }
    }
    None
}

/// `Luật sửa đổi, bổ sung một số điều của Luật Hải quan số 42/2005/QH11`: the number at the end is the amending law's,
/// unless the text goes on with what amended that number before.
pub(super) fn amending_before<'l>(reading: &Reading<'l>, number: usize, end: usize) -> Option<KindHit<'l>> {
    let (_, after) = trailing_date(reading.text, end);
    let behind = forward(reading.text, after, 3);
    let at = usize::from(behind.first().is_some_and(|t| t.is("đã")));
    if behind.get(at).is_some_and(|t| t.is("được")) && behind.get(at + 1).is_some_and(|t| t.is("sửa")) {
        return None;
    }
    // "Quốc hội ban hành Luật sửa đổi … Luật Hải quan số 29/2001/QH10": the law speaks of itself and numbers the other.
    let issues = |hit: &KindHit<'_>| {
        let before = backward(reading.text, hit.span.start, 2);
        before.len() == 2 && before[0].is("hành") && before[1].is("ban")
    };
    kinds_before(reading, number, 420)
        .filter(|hit| hit.word.law && hit.case != Case::Small && !issues(hit) && !is_draft(reading, hit))
        .find(|hit| {
            let end = amending_end(reading, &forward(reading.text, hit.span.end, 2));
            end.is_some_and(|end| end <= number && reading.text[end..number].chars().all(is_gap))
        })
}

/// The kind words before a byte, nearest first, not further than so many bytes and not past the end of a clause.
fn kinds_before<'r, 'l>(reading: &'r Reading<'l>, at: usize, reach: usize) -> impl Iterator<Item = KindHit<'l>> + 'r {
    let last = reading.scan.kinds.partition_point(|k| k.span.end <= at);
    let near = reading.scan.kinds[..last].iter().rev().take(6).copied();
    near.take_while(move |k| {
        let between = &reading.text[k.span.end..at];
        at - k.span.start <= reach && !between.contains([';', '.', '(']) && !between.contains("\n\n")
    })
}
