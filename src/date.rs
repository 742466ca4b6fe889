//! Dates as documents give them: complete, month only, or year only (ngày, tháng, năm ban hành).
//!
//! [`PartialDate`] keeps the precision that the text has; [`read`] takes one off the front of a text.
//! A date that the calendar does not have (31/02) is not a date; the audit reports it from the text.

use crate::text::{Cursor, is_dash, is_gap, is_slash};
use chrono::NaiveDate;
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use std::fmt;
use std::hash::{Hash, Hasher};
use std::str::FromStr;

/// The first day of government in two tiers below the centre: provinces merged, no districts any more.
pub(crate) const TWO_TIERS: NaiveDate = NaiveDate::from_ymd_opt(2025, 7, 1).expect("the calendar has it");

/// A date of day, month or year precision. Years run from 1900 to 2099: outside it, a number is something else.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct PartialDate {
    year: u16,
    month: Option<u8>,
    day: Option<u8>,
}

/// As one number: dates are looked up by the million.
impl Hash for PartialDate {
    fn hash<H: Hasher>(&self, state: &mut H) {
        state.write_u32(self.code());
    }
}

impl PartialDate {
    /// The date as a number of its own, never 0.
    pub(crate) fn code(self) -> u32 {
        u32::from_be_bytes([0, 0, self.month.unwrap_or(0), self.day.unwrap_or(0)]) | u32::from(self.year) << 16
    }

    /// A full date, if the calendar has it.
    pub fn day(year: u16, month: u8, day: u8) -> Option<Self> {
        if !(1900..2100).contains(&year) {
            return None;
        }
        NaiveDate::from_ymd_opt(i32::from(year), u32::from(month), u32::from(day))?;
        Some(Self { year, month: Some(month), day: Some(day) })
    }

    /// A month of a year.
    pub fn month(year: u16, month: u8) -> Option<Self> {
        ((1900..2100).contains(&year) && (1..=12).contains(&month)).then_some(Self {
            year,
            month: Some(month),
            day: None,
        })
    }

    /// A year alone.
    pub fn year(year: u16) -> Option<Self> {
        (1900..2100).contains(&year).then_some(Self { year, month: None, day: None })
    }

    /// The year, which every date has.
    pub fn year_number(self) -> u16 {
        self.year
    }

    /// True if the month is known.
    pub fn has_month(self) -> bool {
        self.month.is_some()
    }

    /// True if day and month are known.
    pub fn is_full(self) -> bool {
        self.day.is_some()
    }

    /// The first calendar day that this date can mean.
    pub fn earliest(self) -> NaiveDate {
        NaiveDate::from_ymd_opt(
            i32::from(self.year),
            u32::from(self.month.unwrap_or(1)),
            u32::from(self.day.unwrap_or(1)),
        )
        .expect("a PartialDate is valid by construction")
    }

    /// The last calendar day that this date can mean.
    pub fn latest(self) -> NaiveDate {
        if self.day.is_some() {
            return self.earliest();
        }
        let (year, month) = match self.month {
            Some(month) if month < 12 => (i32::from(self.year), u32::from(month) + 1),
            _ => (i32::from(self.year) + 1, 1),
        };
        NaiveDate::from_ymd_opt(year, month, 1)
            .and_then(|d| d.pred_opt())
            .expect("a PartialDate is valid by construction")
    }

    /// The full date of a calendar day.
    pub fn from_naive(date: NaiveDate) -> Option<Self> {
        use chrono::Datelike;
        Self::day(u16::try_from(date.year()).ok()?, u8::try_from(date.month()).ok()?, u8::try_from(date.day()).ok()?)
    }

    /// True if the two can mean the same day ("2017" and "2017-05-31" can).
    pub fn agrees_with(self, other: Self) -> bool {
        // Every month as if it had 31 days: no day of a month is later than its last.
        let first = |date: Self| (date.year, date.month.unwrap_or(1), date.day.unwrap_or(1));
        let last = |date: Self| (date.year, date.month.unwrap_or(12), date.day.unwrap_or(31));
        first(self) <= last(other) && first(other) <= last(self)
    }

    /// As offices write it: a zero before days 1 to 9 and months 1 and 2 only (05/9/2016); `9/2016`, `2016`.
    pub fn written(self) -> String {
        match (self.month, self.day) {
            (Some(m), Some(d)) if m < 3 => format!("{d:02}/{m:02}/{}", self.year),
            (Some(m), Some(d)) => format!("{d:02}/{m}/{}", self.year),
            (Some(m), None) => format!("{m}/{}", self.year),
            _ => self.year.to_string(),
        }
    }
}

/// ISO 8601 with the precision there is: `2017-05-31`, `2017-05`, `2017`.
impl fmt::Display for PartialDate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}", self.year)?;
        if let Some(month) = self.month {
            write!(f, "-{month:02}")?;
        }
        if let Some(day) = self.day {
            write!(f, "-{day:02}")?;
        }
        Ok(())
    }
}

impl FromStr for PartialDate {
    type Err = String;

    fn from_str(s: &str) -> Result<Self, String> {
        let wrong = || format!("“{s}” is not a date; write 2017, 2017-05 or 2017-05-31");
        let parts: Vec<u16> = s.split('-').map(str::parse).collect::<Result<_, _>>().map_err(|_| wrong())?;
        match parts[..] {
            [y] => Self::year(y),
            [y, m] => Self::month(y, u8::try_from(m).unwrap_or(0)),
            [y, m, d] => Self::day(y, u8::try_from(m).unwrap_or(0), u8::try_from(d).unwrap_or(0)),
            _ => None,
        }
        .ok_or_else(wrong)
    }
}

/// A date as people type it into an option or a table: `2020`, `2020-05`, `2020-05-31`, `31/5/2020`, `31-5-2020`,
/// `31.5.2020`, `5/2020`.
pub fn typed(text: &str) -> Option<PartialDate> {
    text.parse().ok().or_else(|| {
        let parts: Vec<u16> = text.split(['/', '-', '.']).map(|part| part.parse().ok()).collect::<Option<_>>()?;
        let small = |part: u16| u8::try_from(part).ok();
        match parts[..] {
            [m, y] => PartialDate::month(y, small(m)?),
            [d, m, y] => PartialDate::day(y, small(m)?, small(d)?),
            _ => None,
        }
    })
}

impl Serialize for PartialDate {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for PartialDate {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer)?.parse().map_err(serde::de::Error::custom)
    }
}

/// Reads a date that starts at byte `at`: `ngày 05 tháng 3 năm 2020`, `ngày 5/9/2016`, `5-9-2016`, `5.9.2016`,
/// `tháng 4 năm 2025`, `năm 2024`, with gaps, line ends and emphasis marks inside. A blank day or month
/// (`ngày    tháng   năm 2021`) leaves that precision out. Gives the date and the byte after it.
pub fn read(text: &str, at: usize) -> Option<(PartialDate, usize)> {
    let mut cursor = Cursor::new(text, at);
    let introduced = cursor.word("ngày", true) && cursor.gap(1);
    let numeric = read_numeric(cursor).or_else(|| read_misread(cursor));
    if numeric.is_some() {
        return numeric;
    }
    let day = cursor.digits(2);
    cursor.gap(1);
    let month = if month_word(&mut cursor, introduced && day.is_some()) && cursor.gap(1) {
        let month = cursor.digits(2).or_else(|| month_in_words(&mut cursor));
        cursor.gap(1);
        if cursor.peek().is_some_and(|c| is_slash(c) || c == ',') {
            cursor.bump();
            cursor.gap(1);
        }
        Some(month)
    } else {
        None
    };
    if (introduced || day.is_some()) && month.is_none() {
        return None;
    }
    let misspelt = ["nám", "nãm", "tháng"].iter().any(|word| month.is_some() && cursor.word(word, false));
    if !misspelt && !cursor.word("năm", true) && !matches!(month, Some(Some(_))) {
        return None;
    }
    cursor.gap(1);
    let year = read_year(&mut cursor)?;
    let date = match (day, month.flatten()) {
        (Some(d), Some(m)) => PartialDate::day(year, u8::try_from(m).ok()?, u8::try_from(d).ok()?),
        (None, Some(m)) => PartialDate::month(year, u8::try_from(m).ok()?),
        _ => PartialDate::year(year),
    }?;
    Some((date, cursor.at))
}

/// The word for month, or a slip for it between day and month: `ngày 17 ngày 8 năm 2005`, `ngày 14 thảng 6 năm 2005`.
fn month_word(cursor: &mut Cursor<'_>, within: bool) -> bool {
    if cursor.word("tháng", true) {
        return true;
    }
    let start = *cursor;
    let slip = within && ["ngày", "năm", "thảng", "thàng", "thang"].iter().any(|word| cursor.word(word, false));
    let mut probe = *cursor;
    let month = slip && probe.gap(1) && probe.digits(2).is_some() && probe.gap(1);
    let year = month && ["năm", "nám", "tháng"].iter().any(|word| probe.word(word, false));
    if !year {
        *cursor = start;
    }
    year
}

/// Days behind the word "ngày" that no calendar has, with the bytes from "ngày" to the year: `ngày 31/02/2020`,
/// `ngày 45 tháng 3 năm 2021`. One pass for the word; cost does not grow with what stands between.
pub fn impossible(text: &str) -> Vec<std::ops::Range<usize>> {
    let mut found = Vec::new();
    for at in memchr::memmem::find_iter(text.as_bytes(), "gày") {
        let start = at - usize::from(text[..at].ends_with(['n', 'N']));
        let rest = start < at && !text[..start].ends_with(char::is_alphanumeric);
        if !rest || read(text, start).is_some() {
            continue;
        }
        if let Some((day, month, year, end)) = parts(text, at + "gày".len()) {
            let calendar = u8::try_from(month).ok().zip(u8::try_from(day).ok());
            let is_day = calendar.is_some_and(|(month, day)| PartialDate::day(year, month, day).is_some());
            if !is_day {
                found.push(start..end);
            }
        }
    }
    found
}

/// Day, month and year as figures, whatever they are, and the byte after them.
fn parts(text: &str, at: usize) -> Option<(u32, u32, u16, usize)> {
    let mut cursor = Cursor::new(text, at);
    cursor.gap(1);
    let day = cursor.digits(2)?;
    let month = match separator(&mut cursor) {
        Some(first) => {
            let month = cursor.digits(2)?;
            (separator(&mut cursor)? == first).then_some(month)?
        }
        None => {
            let mut cursor_in_words = Cursor::new(text, at);
            cursor_in_words.gap(1);
            cursor_in_words.digits(2)?;
            cursor_in_words.gap(1);
            if !(cursor_in_words.word("tháng", true) && cursor_in_words.gap(1)) {
                return None;
            }
            let month = cursor_in_words.digits(2)?;
            cursor_in_words.gap(1);
            if !cursor_in_words.word("năm", true) {
                return None;
            }
            cursor_in_words.gap(1);
            cursor = cursor_in_words;
            month
        }
    };
    let year = read_year(&mut cursor)?;
    Some((day, month, year, cursor.at))
}

/// `5/9/2016`, `05-09-2016`, `20/ 11 /2025`: one separator throughout, four digits of year.
fn read_numeric(mut cursor: Cursor<'_>) -> Option<(PartialDate, usize)> {
    let day = cursor.digits(2)?;
    let first = separator(&mut cursor)?;
    let month = cursor.digits(2)?;
    if separator(&mut cursor)? != first {
        return None;
    }
    let year = read_year(&mut cursor)?;
    PartialDate::day(year, u8::try_from(month).ok()?, u8::try_from(day).ok()?).map(|date| (date, cursor.at))
}

/// `03/l2/20l8`, `O5/9/2016`: letters that a scan put for digits.
fn read_misread(cursor: Cursor<'_>) -> Option<(PartialDate, usize)> {
    let part = |byte: &u8| byte.is_ascii_digit() || matches!(byte, b'l' | b'O' | b'/' | b'.' | b'-');
    let written = cursor.rest().as_bytes();
    let length = written.iter().take(10).take_while(|byte| part(byte)).count();
    let written = &cursor.rest()[..length];
    if !written.contains(['l', 'O']) || written.bytes().filter(u8::is_ascii_digit).count() < 3 {
        return None;
    }
    let meant = written.replace('l', "1").replace('O', "0");
    let (date, end) = read_numeric(Cursor::new(&meant, 0))?;
    Some((date, cursor.at + end))
}

/// True if letters stand for digits in what was read as a date.
pub(crate) fn is_misread(written: &str) -> bool {
    let digit = |byte: u8| byte.is_ascii_digit();
    written.as_bytes().windows(2).any(|pair| {
        matches!(pair[0], b'l' | b'O') && digit(pair[1]) || digit(pair[0]) && matches!(pair[1], b'l' | b'O')
    })
}

/// One of the separators, with blanks about it; dashes count as one kind, slashes as another.
fn separator(cursor: &mut Cursor<'_>) -> Option<char> {
    while cursor.peek().is_some_and(|c| is_gap(c) && c != '\n') {
        cursor.bump();
    }
    let found = match cursor.bump()? {
        c if is_slash(c) => '/',
        c if is_dash(c) => '-',
        '.' => '.',
        _ => return None,
    };
    while cursor.peek().is_some_and(|c| is_gap(c) && c != '\n') {
        cursor.bump();
    }
    Some(found)
}

/// Four digits and no fifth.
fn read_year(cursor: &mut Cursor<'_>) -> Option<u16> {
    let before = cursor.at;
    let year = cursor.digits(4)?;
    if cursor.at - before != 4 {
        return None;
    }
    u16::try_from(year).ok().filter(|y| (1900..2100).contains(y))
}

fn month_in_words(cursor: &mut Cursor<'_>) -> Option<u32> {
    const WORDS: [(&str, u32); 13] = [
        ("mười một", 11),
        ("mười hai", 12),
        ("giêng", 1),
        ("một", 1),
        ("hai", 2),
        ("ba", 3),
        ("tư", 4),
        ("bốn", 4),
        ("năm", 5),
        ("sáu", 6),
        ("bảy", 7),
        ("tám", 8),
        ("chín", 9),
    ];
    // "tháng năm 2021" is a blank month before the word for year, not May.
    let mut probe = *cursor;
    if probe.word("năm", false) && probe.gap(1) && probe.peek().is_some_and(|c| c.is_ascii_digit()) {
        return None;
    }
    WORDS.iter().find(|(word, _)| cursor.words(word)).map(|(_, month)| *month)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_are_typed_as_offices_and_as_machines_write_them() {
        let read = |text| typed(text).map(|date| date.to_string());
        for text in ["2020-05-31", "31/5/2020", "31/05/2020", "31-5-2020", "31.5.2020"] {
            assert_eq!(read(text).as_deref(), Some("2020-05-31"), "{text}");
        }
        assert_eq!((read("5/2020").as_deref(), read("2020").as_deref()), (Some("2020-05"), Some("2020")));
        for text in ["31/2/2020", "hôm qua", "5/31/2020", "2020/05/31", ""] {
            assert_eq!(read(text), None, "{text}");
        }
    }

    fn iso(text: &str) -> Option<String> {
        read(text, 0).map(|(date, _)| date.to_string())
    }

    #[test]
    fn every_written_form_is_read() {
        for text in [
            "ngày 05 tháng 9 năm 2016",
            "ngày 5/9/2016",
            "ngày 05/09/2016",
            "05-9-2016",
            "5.9.2016",
            "ngày5/9/2016",
            "ngày **05** tháng** 9* năm 2016",
            "ngày 05\ntháng 9 năm\n2016",
            "ngày 05/ 9 /2016",
            "Ngày 5 tháng chín năm 2016",
            "ngày 5 ngày 9 năm 2016",
            "ngày 5 thảng 9 nám 2016",
            "ngày 5 ngày 9 tháng 2016",
        ] {
            assert_eq!(iso(text).as_deref(), Some("2016-09-05"), "{text}");
        }
    }

    #[test]
    fn a_blank_day_or_month_lowers_the_precision() {
        assert_eq!(iso("ngày    tháng 02 năm 2025").as_deref(), Some("2025-02"));
        assert_eq!(iso("ngày tháng năm 2021").as_deref(), Some("2021"));
        assert_eq!(iso("tháng 4 năm 2025").as_deref(), Some("2025-04"));
        assert_eq!(iso("tháng 4/2025").as_deref(), Some("2025-04"));
        assert_eq!(iso("năm 2024").as_deref(), Some("2024"));
    }

    #[test]
    fn what_the_calendar_does_not_have_is_no_date() {
        for text in [
            "ngày 31/02/2020",
            "ngày 20/11/20225",
            "ngày 6 tháng 8",
            "ngày 5 năm 2016",
            "ngày 5 ngày 2016",
            "ngày Chủ nhật",
            "2016",
            "24/7",
            "5/9-2016",
        ] {
            assert_eq!(iso(text), None, "{text}");
        }
    }

    #[test]
    fn impossible_days_are_found_and_possible_ones_passed_over() {
        let found = |text: &str| impossible(text).into_iter().map(|range| text[range].to_string()).collect::<Vec<_>>();
        assert_eq!(found("Công văn ngày 31/02/2020 và ngày 05/9/2016"), ["ngày 31/02/2020"]);
        assert_eq!(found("Lai Châu, ngày 31 tháng 4 năm 2021"), ["ngày 31 tháng 4 năm 2021"]);
        assert_eq!(found("Ngày 12/13/2021"), ["Ngày 12/13/2021"]);
        for text in ["ngày 29/02/2024", "ngày    tháng   năm 2021", "ngày 20/11/20225", "ngày 31/4", "hằng ngày 7/24/2"]
        {
            assert_eq!(found(text), Vec::<String>::new(), "{text}");
        }
    }

    #[test]
    fn dates_are_written_as_offices_write_them() {
        assert_eq!(PartialDate::day(2016, 9, 5).unwrap().written(), "05/9/2016");
        assert_eq!(PartialDate::day(2021, 2, 5).unwrap().written(), "05/02/2021");
    }

    #[test]
    fn a_partial_date_spans_its_days() {
        let month = PartialDate::month(2024, 2).unwrap();
        assert_eq!(
            (month.earliest().to_string(), month.latest().to_string()),
            ("2024-02-01".into(), "2024-02-29".into())
        );
        assert!(month.agrees_with(PartialDate::year(2024).unwrap()));
    }
}
