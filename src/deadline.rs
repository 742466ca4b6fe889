//! Days by which a paper wants a report (thời hạn báo cáo): "báo cáo … trước ngày 10/11/2021", "định kỳ … trước ngày 05/6".
//!
//! [`find`] gives every such day of a text with its place. What is asked for, and of whom, is left to people; days that
//! stand for something else than a report are passed over. One pass for the word "ngày", then a look at its sentence.

use crate::date::{self, PartialDate};
use crate::text::{Span, is_gap};
use chrono::Datelike;

/// When a report is due.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Due {
    /// On a day that the text gives with its year.
    On(PartialDate),
    /// On a day and month, without a year.
    Day {
        /// Day of the month.
        day: u8,
        /// Month.
        month: u8,
        /// Again each year ("định kỳ", "hằng năm", "6 tháng").
        yearly: bool,
    },
}

impl Due {
    /// The first day of its kind on or after the date of the paper; nothing where the paper tells no full date and the text
    /// no year.
    pub fn first(self, issued: Option<PartialDate>) -> Option<PartialDate> {
        match self {
            Self::On(date) => Some(date),
            Self::Day { day, month, .. } => {
                let issued = issued.filter(|date| date.is_full())?.earliest();
                let year = u16::try_from(issued.year()).ok()?;
                let this = PartialDate::day(year, month, day).filter(|date| date.earliest() >= issued);
                this.or_else(|| PartialDate::day(year + 1, month, day))
            }
        }
    }

    /// As offices write it: `10/11/2021`, `05/6`, with "hằng năm" for what comes again.
    pub fn written(self) -> String {
        match self {
            Self::On(date) => date.written(),
            Self::Day { day, month, yearly } => {
                let month = if month < 3 { format!("{month:02}") } else { month.to_string() };
                format!("{day:02}/{month}{}", if yearly { " hằng năm" } else { "" })
            }
        }
    }
}

/// A day by which a report is due.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Deadline {
    /// When.
    pub due: Due,
    /// From "trước ngày" to the end of the date.
    pub span: Span,
    /// The sentence that asks for it.
    pub sentence: Span,
}

/// Bytes looked at on both sides; a sentence that asks for a report is rarely longer.
const SIDE: usize = 700;

/// Every day by which a report is due, in the order of the text. Linear: at most 700 bytes on each side of each "ngày".
pub fn find(text: &str) -> Vec<Deadline> {
    let mut found = Vec::new();
    for at in memchr::memmem::find_iter(text.as_bytes(), "ngày") {
        let Some(start) = before(text, at) else { continue };
        let Some((due, end)) = due(text, at) else { continue };
        let sentence = sentence(text, start, end);
        let said = text[sentence.range()].to_lowercase();
        // Small letters may take more bytes than capitals: each side is taken by itself.
        let asks = text[sentence.start..start].to_lowercase();
        let behind = text[end..sentence.end].to_lowercase();
        if !is_report(&asks, &behind) {
            continue;
        }
        let yearly = ["định kỳ", "hằng năm", "hàng năm", "6 tháng", "sáu tháng", "hằng quý", "hàng quý"];
        let due = match due {
            Due::Day { day, month, .. } => {
                Due::Day { day, month, yearly: yearly.iter().any(|word| said.contains(word)) }
            }
            on => on,
        };
        found.push(Deadline { due, span: Span::new(start, end), sentence });
    }
    found
}

/// True if what is due is a report: the words before the day ask for one, or what is sent is reported on in the same clause.
/// A duty that is told after the report ("báo cáo … phê duyệt và giao dự toán trước ngày") takes the day for itself.
fn is_report(asks: &str, behind: &str) -> bool {
    let same_clause = behind.split(';').next().unwrap_or_default();
    // "Trước ngày 05/6 hằng năm, các đơn vị gửi báo cáo": the day stands first.
    let opens = asks.trim_end_matches(is_gap).is_empty();
    match asks.rfind("báo cáo") {
        Some(at) => {
            !["và giao ", ", giao ", "và ban hành ", ", ban hành "].iter().any(|duty| asks[at..].contains(duty))
        }
        None => (opens || asks.contains("gửi")) && same_clause.contains("báo cáo"),
    }
}

/// Where "trước" or "chậm nhất" begins, if one stands right before the "ngày" at `at`.
fn before(text: &str, at: usize) -> Option<usize> {
    const BY: [&str; 7] =
        ["trước", "chậm nhất là", "chậm nhất vào", "chậm nhất", "muộn nhất là", "muộn nhất", "hạn cuối"];
    let left = text[..at].trim_end_matches(is_gap);
    let begins = |word: &str| {
        let from = left.len().checked_sub(word.len())?;
        // The first letter may be a capital; in these words it takes as many bytes.
        left.get(from..).filter(|said| said.to_lowercase() == word).map(|_| from)
    };
    BY.into_iter().find_map(begins)
}

fn due(text: &str, at: usize) -> Option<(Due, usize)> {
    if let Some((date, end)) = date::read(text, at).filter(|(date, _)| date.is_full()) {
        return Some((Due::On(date), end));
    }
    let rest = &text[at + "ngày".len()..];
    let body = rest.trim_start_matches(|c: char| is_gap(c) || c == '*');
    let day_digits = body.bytes().take_while(u8::is_ascii_digit).count();
    let behind = body[day_digits..].trim_start_matches([' ', '\u{A0}']);
    let behind =
        behind.strip_prefix(['/', '-']).or_else(|| behind.strip_prefix("tháng"))?.trim_start_matches([' ', '\u{A0}']);
    let month_digits = behind.bytes().take_while(u8::is_ascii_digit).count();
    let goes_on = behind[month_digits..].starts_with(['/', '-', '.'])
        && behind[month_digits + 1..].starts_with(|c: char| c.is_ascii_digit());
    if !(1..3).contains(&day_digits) || !(1..3).contains(&month_digits) || goes_on {
        return None;
    }
    let (day, month) = (body[..day_digits].parse().ok()?, behind[..month_digits].parse().ok()?);
    // A leap year has every day that there is.
    PartialDate::day(2024, month, day)?;
    let end = text.len() - behind.len() + month_digits;
    Some((Due::Day { day, month, yearly: false }, end))
}

/// From the end of the sentence before to the end of this one; an empty line ends a sentence too.
fn sentence(text: &str, start: usize, end: usize) -> Span {
    let mut from = start.saturating_sub(SIDE);
    while !text.is_char_boundary(from) {
        from += 1;
    }
    let mut to = (end + SIDE).min(text.len());
    while !text.is_char_boundary(to) {
        to -= 1;
    }
    let left = &text[from..start];
    let begin =
        ["\n\n", "./.", "; \n", ";\n"].iter().filter_map(|mark| left.rfind(mark).map(|at| at + mark.len())).max();
    let stop = full_stops(left).last().copied();
    let begin = begin.into_iter().chain(stop).max().map_or(from, |at| from + at);
    let right = &text[end..to];
    let finish =
        [right.find("\n\n"), right.find("./."), full_stops(right).first().copied()].into_iter().flatten().min();
    let (begin, finish) = (begin, finish.map_or(to, |at| end + at));
    let lead = text[begin..start].len() - text[begin..start].trim_start_matches(is_gap).len();
    Span::new(begin + lead, finish)
}

/// Bytes behind full stops that end a sentence: a gap and a capital follow.
fn full_stops(text: &str) -> Vec<usize> {
    let ends = |at: usize| {
        let mut next = text[at + 1..].chars().skip_while(|c| *c == '*');
        next.next().is_some_and(is_gap)
            && next.find(|c| !is_gap(*c) && *c != '*').is_some_and(|c| c.is_uppercase() || c.is_ascii_digit())
    };
    text.match_indices('.').map(|(at, _)| at).filter(|&at| ends(at)).map(|at| at + 1).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(text: &str) -> Vec<String> {
        find(text).iter().map(|deadline| deadline.due.written()).collect()
    }

    #[test]
    fn letters_that_grow_when_they_are_made_small_do_not_cut_a_sentence() {
        assert_eq!(written("Công ty İİ gửi báo cáo về trước ngày 10/11/2021."), ["10/11/2021"]);
    }

    #[test]
    fn a_day_may_stand_before_what_is_due() {
        assert_eq!(written("Trước ngày 05/6 hằng năm, các đơn vị gửi báo cáo về Sở."), ["05/6 hằng năm"]);
        assert_eq!(written("Trước ngày 05/6 hằng năm, các đơn vị trồng cây."), [""; 0]);
    }

    #[test]
    fn the_day_of_a_report_is_read_in_every_form() {
        assert_eq!(written("Đề nghị báo cáo kết quả về Sở trước ngày 10/11/2021./."), ["10/11/2021"]);
        assert_eq!(written("gửi báo cáo chậm nhất\nngày 05 tháng 9 năm 2022 để tổng hợp."), ["05/9/2022"]);
        assert_eq!(
            written("báo cáo định kỳ **6 tháng trước ngày 05/6 và báo cáo năm trước ngày 05/12** gửi về tỉnh"),
            ["05/6 hằng năm", "05/12 hằng năm"]
        );
        assert_eq!(written("Các đơn vị gửi về Ban trước ngày 15/3 để tổng hợp, báo cáo."), ["15/3"]);
    }

    #[test]
    fn other_days_are_no_deadlines() {
        for text in [
            "Các dự án đã phê duyệt trước ngày 01/7/2020 được tiếp tục.",
            "Báo cáo số 12/BC-UBND ngày 05/9/2020 của Ủy ban nhân dân.",
            "Cần báo cáo đầy đủ. Hồ sơ nộp trước ngày 01/7/2020 được giữ nguyên.",
            "báo cáo trước ngày 45/13",
            "xây dựng kế hoạch và gửi về Sở trước ngày 28/02/2023; lập dự toán; báo cáo khi có yêu cầu.",
            "tổng hợp dự toán, báo cáo Chính phủ phê duyệt và giao dự toán cho các Bộ trước ngày 20/11 hằng năm.",
        ] {
            assert_eq!(written(text), Vec::<String>::new(), "{text}");
        }
    }

    #[test]
    fn a_day_without_a_year_is_the_first_after_the_paper() {
        let due = Due::Day { day: 5, month: 6, yearly: true };
        let first = |issued: &str| due.first(issued.parse().ok()).map(|date| date.to_string());
        assert_eq!(first("2017-06-22").as_deref(), Some("2018-06-05"));
        assert_eq!(first("2017-06-05").as_deref(), Some("2017-06-05"));
        assert_eq!(first("2017"), None);
    }
}
