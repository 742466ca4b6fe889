//! Web articles about documents: a heading and prose, with no letterhead, addressees or signature of its own.
//!
//! The document that an article reports is another one; an article has no number, issuer or date. Told by what only
//! pages have (picture captions, download lines, questions as headings, the source before the first sentence, the time of
//! publication) and by how news begin ("… vừa ban hành …", "… ban hành …. Theo đó, …"), never by the lack of a letterhead alone.

use super::header::Header;
use super::lines::{Row, head, rows};
use crate::text::fold::fold;
use crate::text::{Span, is_dash, is_gap};
use memchr::memmem;

/// Heading and text of a web article.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Article {
    /// The heading line; empty where the text begins at once.
    pub(super) heading: Span,
    /// Where the text begins.
    pub(super) body: usize,
}

/// What only web pages print.
const FURNITURE: [&str; 19] = [
    "Hình từ Internet",
    "Hình từ internet",
    "Ảnh minh họa",
    "Hình minh họa",
    "đặt câu hỏi tại đây",
    ">>>",
    "Tải về",
    "TẢI VỀ",
    "Xem thêm:",
    "Bài viết liên quan",
    "Tin liên quan",
    "Xem chi tiết tại đây",
    "Xem chi tiết nội dung",
    "xem tại đây",
    "Lượt xem",
    "Ý kiến bạn đọc",
    "Tác giả bài viết",
    "Nguồn ảnh",
    "Trân trọng cảm ơn quý khách",
];

/// Recognises a web article; nothing where the paper has a letterhead, addressees or a signature.
pub(super) fn read(text: &str, header: &Header, signed: bool) -> Option<Article> {
    if header.begun() || signed {
        return None;
    }
    if let Some(article) = stamped(text) {
        return Some(article);
    }
    let mut lines = rows(text, 0);
    let first = lines.next()?;
    let heading = first.words;
    let page = FURNITURE.iter().any(|words| memmem::find(text.as_bytes(), words.as_bytes()).is_some());
    let answers = answers(text, heading) || retells(text);
    let asks = heading.trim_end().ends_with('?');
    let marked = text[first.line.range()].trim_start().starts_with('#');
    let reports = (asks || marked || page) && reports(text, first.span().end);
    let signs = [page, asks, reports].iter().filter(|sign| **sign).count();
    let mut below = rows(text, first.line.end);
    let mut next = || below.next().map_or("", |row| row.words);
    let (second, third) = (next(), next());
    let begins = is_dateline(second) || is_stamp(second) || narrates(second) || narrates(third);
    let begins = begins || [second, third].into_iter().any(|line| reports_event(line) || reports_issue(line));
    let news = accords(second, third) || tells_news(second) || tells_news(third);
    let printed = !heading.ends_with(['.', ';', ':', ',']) && begins;
    if tells_news(heading) || accords(heading, second) {
        // The text begins at once.
        return Some(Article { heading: Span::new(0, 0), body: first.line.start });
    }
    (signs > 1 || page && marked || printed || answers || news)
        .then(|| Article { heading: first.span(), body: body(first, lines) })
}

/// `UBND tỉnh … vừa ban hành Kế hoạch số …`: what has just been issued, told at the head of a long paragraph.
fn tells_news(line: &str) -> bool {
    const JUST: [&str; 4] = ["vừa ban hành", "vừa ký ban hành", "vừa có văn bản", "vừa có công văn"];
    let just = JUST.iter().any(|just| head(line, NEWS).contains(just));
    line.len() > 120 && just && !opens_ground(line) && !line.ends_with("như sau:")
}

/// The line says that a paper was issued: "đã ban hành kế hoạch", "ban hành Kế hoạch".
fn issues(line: &str) -> bool {
    const ISSUES: &str = "ban hành ";
    line.match_indices(ISSUES).any(|(at, _)| {
        let told = ["đã ", "vừa "].iter().any(|told| line[..at].ends_with(told));
        told || line[at + ISSUES.len()..].starts_with(char::is_uppercase)
    })
}

/// A ground with which papers begin, though they have lost their letterhead.
fn opens_ground(line: &str) -> bool {
    ["Căn cứ ", "Thực hiện ", "Theo ", "Triển khai "].iter().any(|ground| line.starts_with(ground))
}

/// `… đã ban hành Công văn số …. Theo đó, …`: what was issued, and what it says.
fn accords(line: &str, next: &str) -> bool {
    const ACCORDING: &str = "Theo đó,";
    let (issued, told) =
        line.split_once(ACCORDING).map_or((line, next.starts_with(ACCORDING)), |(issued, _)| (issued, true));
    let ended = issued.len() > 60 && issued.trim_end_matches(is_gap).ends_with('.');
    told && ended && !opens_ground(line) && issues(issued)
}

/// Letters within which news say what has happened.
const NEWS: usize = 240;

/// A reader's question and its answer: `Hỏi: …` and `Trả lời:` open lines one behind the other, or the page says that it
/// answers (`Giải đáp pháp luật: …`).
fn answers(text: &str, heading: &str) -> bool {
    const COLUMNS: [&str; 4] = ["giải đáp pháp luật", "hỏi đáp pháp luật", "hỏi - đáp pháp luật", "tư vấn pháp luật"];
    let key = |words: &str, most: usize| fold(head(words, most));
    let column = key(heading, 24);
    if COLUMNS.iter().any(|name| column.strip_prefix(name).is_some_and(|rest| rest.starts_with([':', ' ']))) {
        return heading.contains([':', '?']);
    }
    let lines = rows(text, 0).take(40);
    let opens = |row: &Row<'_>, word: &str| {
        row.words.starts_with(['H', 'T'])
            && key(row.words, 12).strip_prefix(word).is_some_and(|rest| rest.starts_with(':'))
    };
    let mut lines = lines.skip_while(|row| !opens(row, "hỏi"));
    lines.any(|row| opens(&row, "trả lời") || opens(&row, "đáp"))
}

/// An article that begins with its source or the time of day, or whose heading stands above or below the time at which the page
/// was put out, with prose behind it.
fn stamped(text: &str) -> Option<Article> {
    let lines: Vec<Row<'_>> = rows(text, 0).take(8).collect();
    let first = lines.first().filter(|row| is_dateline(row.words) || narrates(row.words));
    if let Some(row) = first {
        return Some(Article { heading: Span::new(0, 0), body: row.line.start });
    }
    let short = lines.iter().take_while(|row| row.words.len() < PROSE).count();
    let stamp = lines[..short].iter().position(|row| is_stamp(row.words))?;
    let heading = stamp.checked_sub(1).or_else(|| (stamp + 1 < short).then_some(stamp + 1))?;
    let (heading, stamp) = (lines[heading], lines[stamp]);
    let prose = lines.get(short).is_some_and(|row| row.words.contains(['.', ',']));
    prose.then(|| Article { heading: heading.span(), body: heading.line.end.max(stamp.line.end) + 1 })
}

/// Shortest first paragraph of an article, in bytes.
const PROSE: usize = 200;

/// `(Cổng TTĐT) - Chiều 20/9, …`, `CTTĐT - Ngày 6/8, …`: the source, with which only news begin.
fn is_dateline(line: &str) -> bool {
    // "Lời tòa soạn"
    if line.starts_with("LTS:") {
        return true;
    }
    if let Some((source, rest)) = line.split_once(is_dash) {
        // "II - TÌNH HÌNH" heads a part.
        let source = source.trim_end_matches(is_gap);
        let letters = (3..=12).contains(&source.chars().count()) && source.chars().all(char::is_uppercase);
        let numeral = source.bytes().all(|byte| matches!(byte, b'I' | b'V' | b'X'));
        if letters && !numeral && rest.len() > 60 && rest.trim_start_matches(is_gap).starts_with(char::is_uppercase) {
            return !super::class::is_capitals(rest);
        }
    }
    let source = line.strip_prefix('(').and_then(|rest| rest.split_once(')'));
    source.is_some_and(|(source, rest)| {
        let name = (2..=40).contains(&source.len()) && source.starts_with(char::is_uppercase);
        name && rest.trim_start_matches(is_gap).starts_with(is_dash) && rest.len() > 60
    })
}

/// `Sáng ngày 03/7, Huyện ủy tổ chức hội nghị …`: with the time of day only news begin.
fn narrates(line: &str) -> bool {
    let key = Some(line).filter(|line| line.len() > 60).map(|line| fold(head(line, 24)));
    let key = key.unwrap_or_default();
    let rest = ["sáng ", "trưa ", "chiều ", "tối "].iter().find_map(|time| key.strip_prefix(time));
    let day = rest.map(|rest| rest.strip_prefix("ngày ").unwrap_or(rest));
    day.is_some_and(|day| day.starts_with(|c: char| c.is_ascii_digit()) || day.starts_with("nay"))
}

/// `Thực hiện Kế hoạch …, Liên đội đã tổ chức …`: what was held, told under a heading and promising nothing.
fn reports_event(line: &str) -> bool {
    const HELD: [&str; 5] = ["đã tổ chức", "tổ chức thành công", "long trọng tổ chức", "đã long trọng", "đã diễn ra"];
    line.len() > 120 && HELD.iter().any(|held| line.contains(held)) && !line.contains("như sau")
}

/// `Ngày 2/7/2020, Hội LHPN Hà Nội ban hành Kế hoạch …`: what was issued on a day, told under a heading and promising nothing.
fn reports_issue(line: &str) -> bool {
    const ISSUED: [&str; 7] =
        ["ban hành", " có công văn", " có văn bản", " có thông báo", " có kế hoạch", "đã ký", "tổ chức ký"];
    let day = line.strip_prefix("Ngày ").filter(|day| day.starts_with(|c: char| c.is_ascii_digit()));
    let head = line.char_indices().nth(NEWS).map_or(line, |(end, _)| &line[..end]);
    day.is_some() && line.ends_with('.') && !line.contains("sau:") && ISSUED.iter().any(|issued| head.contains(issued))
}

/// A paragraph that begins with "Văn bản nêu rõ" retells what another paper says.
fn retells(text: &str) -> bool {
    const WORDS: [&str; 4] = ["Văn bản nêu rõ", "Công văn nêu rõ", "Kế hoạch nêu rõ", "Chỉ thị nêu rõ"];
    let begins = |at: usize| text[..at].trim_end_matches(' ').ends_with(['\n', '.']);
    WORDS.iter().any(|words| memmem::find_iter(text.as_bytes(), words.as_bytes()).any(begins))
}

/// `Thứ năm, 14/8/2025 | 09:15`, `16/06/2022 4:14:PM`, `24/03/2022`, `Lượt xem: 6783`: when a page was put out, and how many
/// have seen it.
fn is_stamp(line: &str) -> bool {
    const DAYS: [&str; 13] = ["hai", "ba", "tư", "năm", "sáu", "bảy", "bẩy", "2", "3", "4", "5", "6", "7"];
    let key = Some(line).filter(|line| line.len() < 90).map(fold).unwrap_or_default();
    let begins = |rest: &str| rest.starts_with(|c: char| c.is_ascii_digit());
    if key.strip_prefix("lượt xem").is_some_and(|count| begins(count.trim_start_matches([':', ' ']))) {
        return true;
    }
    let weekday = match key.strip_prefix("thứ ") {
        Some(rest) => DAYS.iter().find_map(|day| rest.strip_prefix(day)),
        None => key.strip_prefix("chủ nhật"),
    };
    let day = weekday.map(|rest| rest.trim_start_matches([',', ' ']));
    if day.is_some_and(|rest| begins(rest) || rest.starts_with("ngày")) {
        return true;
    }
    // A day in figures, alone or with the hour.
    let bytes = key.as_bytes();
    let digit = |at: usize| bytes.get(at).is_some_and(u8::is_ascii_digit);
    let hour = || memchr::memchr_iter(b':', bytes).any(|at| at > 0 && digit(at - 1) && digit(at + 1) && digit(at + 2));
    let figures = (0..bytes.len()).filter(|&at| digit(at) && (at == 0 || !digit(at - 1)));
    figures.into_iter().any(|at| {
        let day = crate::date::read(&key, at).filter(|(day, end)| day.is_full() && !key[at..*end].contains(' '));
        day.is_some_and(|(_, end)| at == 0 && end == key.len() || hour())
    })
}

/// The first lines say that somebody issued a document: "Ngày 21/7/2025, … đã ban hành Công văn …".
fn reports(text: &str, from: usize) -> bool {
    let lines = rows(text, from).filter(|row| row.words.len() > 40).take(6);
    lines.map(|row| fold(head(row.words, 400))).any(|line| {
        let dated = line.starts_with("ngày ")
            || line.starts_with("vừa qua")
            || line.starts_with("mới đây")
            || line.contains("(tp")
            || line.starts_with("theo ");
        dated && ["ban hành", "đã có", "ký quyết định", "đã thông qua"].iter().any(|verb| line.contains(verb))
    })
}

/// Behind the heading, and behind the line that repeats it as the title of the article.
fn body<'t>(heading: Row<'_>, mut lines: impl Iterator<Item = Row<'t>>) -> usize {
    let Some(second) = lines.next() else { return heading.line.end };
    if fold(second.words) != fold(heading.words) {
        return second.line.start;
    }
    lines.next().map_or(second.line.end, |third| third.line.start)
}
