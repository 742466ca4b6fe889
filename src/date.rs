//! Dates as documents give them: complete, month only, or year only (ngày, tháng, năm ban hành).
//!
//! [`PartialDate`] keeps the precision that the text has; [`read`] takes one off the front of a text.
//! A date that the calendar does not have (31/02) is not a date; the audit reports it from the text.

use chrono::NaiveDate;
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use std::fmt;
use std::str::FromStr;

/// A date of day, month or year precision. Years run from 1900 to 2099: outside it, a number is something else.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PartialDate {
    year: u16,
    month: Option<u8>,
    day: Option<u8>,
}

impl PartialDate {
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
        ((1900..2100).contains(&year) && (1..=12).contains(&month)).then_some(Self { year, month: Some(month), day: None })
    }

    /// A year alone.
    pub fn year(year: u16) -> Option<Self> {
        (1900..2100).contains(&year).then_some(Self { year, month: None, day: None })
    }

    /// The year, which every date has.
    pub fn year_number(self) -> u16 {
        self.year
    }

    /// True if day and month are known.
    pub fn is_full(self) -> bool {
        self.day.is_some()
    }

    /// The first calendar day that this date can mean.
    pub fn earliest(self) -> NaiveDate {
        NaiveDate::from_ymd_opt(i32::from(self.year), u32::from(self.month.unwrap_or(1)), u32::from(self.day.unwrap_or(1)))
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
        NaiveDate::from_ymd_opt(year, month, 1).and_then(|d| d.pred_opt()).expect("a PartialDate is valid by construction")
    }

    /// The full date of a calendar day.
    pub fn from_naive(date: NaiveDate) -> Option<Self> {
        use chrono::Datelike;
        Self::day(u16::try_from(date.year()).ok()?, u8::try_from(date.month()).ok()?, u8::try_from(date.day()).ok()?)
    }

    /// True if the two can mean the same day ("2017" and "2017-05-31" can).
    pub fn agrees_with(self, other: Self) -> bool {
        self.earliest() <= other.latest() && other.earliest() <= self.latest()
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
