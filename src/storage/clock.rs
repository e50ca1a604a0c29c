//! The newest instant of entry that this machine has written: a clock that stands long before it
//! cannot be right.

use std::path::Path;

use chrono::{DateTime, FixedOffset, TimeDelta};

use super::disk::{self, Disk};
use super::layout;
use crate::domain::problem::{Dates, Problem, Quote, Sight};

/// How far a clock may go back without being wrong: some are set right now and then.
const LEEWAY: TimeDelta = TimeDelta::hours(24);

/// The newest instant written. A file that was lost or spoilt loses this protection, no more.
fn newest(root: &Path) -> Disk<Option<DateTime<FixedOffset>>> {
    let bytes = disk::read(&root.join(layout::CLOCK))?.unwrap_or_default();
    Ok(DateTime::parse_from_rfc3339(String::from_utf8_lossy(&bytes).trim()).ok())
}

/// What is wrong with a clock that stands at `now`.
pub fn behind(root: &Path, now: DateTime<FixedOffset>) -> Disk<Option<Problem>> {
    let newest = newest(root)?.map(|newest| newest.with_timezone(&now.timezone()));
    let Some(newest) = newest.filter(|own| own.signed_duration_since(now) > LEEWAY) else {
        return Ok(None);
    };
    let (clock, recorded) = (Quote::of(now.date_naive()), Quote::of(newest.date_naive()));
    let cause = Dates::ClockBehind { clock, recorded };
    Ok(Some(Problem::of_file(layout::CLOCK, Sight::Open(None), cause)))
}

/// Keeps the instant at which something was saved, when it is the newest.
pub fn move_forward(root: &Path, now: DateTime<FixedOffset>) {
    // Only a protection: the change is saved, whether this is kept or not.
    if newest(root).is_ok_and(|newest| newest.is_none_or(|newest| newest < now)) {
        let _ = set(root, now);
    }
}

/// Forgets whatever was later than `now`.
pub fn set(root: &Path, now: DateTime<FixedOffset>) -> Disk<()> {
    let temporary = root.join(layout::CLOCK_BEING_WRITTEN);
    disk::replace(&root.join(layout::CLOCK), &temporary, now.to_rfc3339().as_bytes())
}
