//! Days that fall due, as a calendar that a phone can subscribe to.

use chrono::{DateTime, NaiveDate, Utc};

/// A calendar that a phone can subscribe to.
#[derive(Clone, Debug)]
pub struct Feed {
    pub name: String,
    /// When it was made.
    pub stamp: DateTime<Utc>,
    pub days: Vec<FeedDay>,
}

/// One entry.
#[derive(Clone, Debug)]
pub struct FeedDay {
    pub date: NaiveDate,
    /// The same each time it is written, so that a phone moves an entry and adds none.
    pub id: String,
    pub title: String,
}
