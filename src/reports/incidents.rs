//! Incidents that are not closed: somebody has still to do something about a child in danger.

use chrono::NaiveDate;

use crate::domain::event::{Event, iso_date};

/// The register of incidents.
pub const INCIDENT: &str = "incident";

/// Was it not closed by that day?
pub fn is_open(event: &Event, day: NaiveDate) -> bool {
    !event.attempted && event.filled("closed_on").and_then(iso_date).is_none_or(|own| own > day)
}
