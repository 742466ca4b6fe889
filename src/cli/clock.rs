//! The only look at the clock: which day it is, where somebody asks for today.

use anyhow::Context;
use chrono::{DateTime, Duration};
use luocdo::date::PartialDate;
use std::time::{SystemTime, UNIX_EPOCH};

/// Hours by which Việt Nam is ahead of UTC.
const VIET_NAM: i64 = 7;

/// Today in Việt Nam, whatever the computer is set to.
pub fn today() -> anyhow::Result<PartialDate> {
    #[expect(
        clippy::disallowed_methods,
        reason = "asked for by --as-of hom-nay or --accept; no output depends on it otherwise"
    )]
    let now = SystemTime::now();
    let seconds = now.duration_since(UNIX_EPOCH).context("the clock stands before 1970")?.as_secs();
    let day = i64::try_from(seconds).ok().and_then(|seconds| DateTime::from_timestamp(seconds, 0));
    let day = day.map(|utc| (utc + Duration::hours(VIET_NAM)).date_naive());
    day.and_then(PartialDate::from_naive).context("the clock shows no day of this century")
}
