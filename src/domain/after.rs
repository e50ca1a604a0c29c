//! What a rule asks for because something happened.

/// Something happened, so something is owed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct After {
    pub asks: Asking,
    pub due: AfterDue,
}

/// What asks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Asking {
    /// The first day of each time on the roll.
    Joined,
    /// Events of these registers.
    Events {
        records: Vec<String>,
        /// Attempts only; else only what was done asks.
        attempted: bool,
        conditions: Vec<(String, Vec<String>)>,
        unless: Vec<(String, Vec<String>)>,
    },
}

/// By when.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum AfterDue {
    /// So many days later, or school days on which the subject is present.
    Days { days: u32, school: bool },
    /// On the day that stands in this column of what asks.
    On(String),
}

impl After {
    /// The registers whose events ask.
    pub fn records(&self) -> &[String] {
        match &self.asks {
            Asking::Joined => &[],
            Asking::Events { records, .. } => records,
        }
    }

    /// Do only attempts ask?
    pub fn asks_attempts(&self) -> bool {
        matches!(self.asks, Asking::Events { attempted: true, .. })
    }

    /// The column of the agreed day.
    pub fn on(&self) -> Option<&str> {
        match &self.due {
            AfterDue::On(column) => Some(column),
            AfterDue::Days { .. } => None,
        }
    }
}
