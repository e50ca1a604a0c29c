//! Incidents that are not closed: somebody has still to do something about a child in danger.

use chrono::NaiveDate;

use crate::domain::event::Event;

/// The register of incidents.
pub const INCIDENT: &str = "incident";

/// Was it not closed by that day?
pub fn is_open(event: &Event, day: NaiveDate) -> bool {
    !event.attempted && event.is_open(day)
}
