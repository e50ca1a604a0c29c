//! Plans that nobody answers for, incidents that nobody was told of, and head counts that the
//! roll does not bear out.

use super::record_book::RecordBook;
use crate::domain::amount::Amount;
use crate::domain::problem::{Casework, Count, Problem, Quote};

pub fn doubts(records: &RecordBook) -> Vec<Problem> {
    let plans = records.of("plan").into_iter();
    let ownerless =
        plans.filter(|event| event.staff.is_empty() && event.filled("closed_on").is_none());
    let mut found: Vec<Problem> =
        ownerless.map(|event| records.problem("plan", event, Casework::PlanWithoutOwner)).collect();
    // What kind it was only the record may tell; of every kind but `other` the law asks.
    let incidents = records.of("incident").into_iter();
    let untold = incidents.filter(|event| {
        event.filled("reported_on").is_none() && event.filled("kind") != Some("other")
    });
    found.extend(
        untold.map(|event| records.problem("incident", event, Casework::IncidentNotReported)),
    );
    found.extend(head_count(records));
    found
}

/// The latest head count, when it found others than are on the roll of its day.
fn head_count(records: &RecordBook) -> Option<Problem> {
    let event = records.of("head_count").pop()?;
    let counted = event.filled("found")?;
    let enrolled = records.home.enrolled(event.date);
    let is_borne_out = Amount::parse(counted) == Amount::parse(&enrolled.to_string());
    (!is_borne_out).then(|| {
        let (found, enrolled) = (Quote::of(counted.to_owned()), Count::of(enrolled));
        records.problem("head_count", event, Casework::HeadCountDiffers { found, enrolled })
    })
}
