//! The only look at the clock: which day it is, where somebody asks for today.

use super::language::{Language, word};
use anyhow::Context;
use chrono::{DateTime, Duration};
use luocdo::date::PartialDate;
use std::time::{SystemTime, UNIX_EPOCH};

/// Hours by which Việt Nam is ahead of UTC.
const VIET_NAM: i64 = 7;

/// Today in Việt Nam, whatever the computer is set to.
pub fn today(language: Language) -> anyhow::Result<PartialDate> {
    #[expect(
        clippy::disallowed_methods,
        reason = "asked for by --as-of hom-nay or --accept; no output depends on it otherwise"
    )]
    let now = SystemTime::now();
    let seconds = now.duration_since(UNIX_EPOCH).ok().and_then(|since| i64::try_from(since.as_secs()).ok());
    let day = seconds.and_then(|seconds| DateTime::from_timestamp(seconds, 0));
    let day = day.map(|utc| (utc + Duration::hours(VIET_NAM)).date_naive());
    day.and_then(PartialDate::from_naive).context(word(
        language,
        "đồng hồ của máy không chỉ một ngày của thế kỷ này; hãy chỉnh lại, hoặc nêu ngày bằng --as-of 2025-06-30",
        "the clock shows no day of this century; set it, or give the day: --as-of 2025-06-30",
    ))
}
