//! What a status is found to be, and why.

use super::fields::{NO, NOBODY, UNKNOWN};

/// What a status is on a day, and what decided it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    pub code: String,
    /// None where the code says it all.
    pub because: Option<DecidedBy>,
}

/// What decided a status.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum DecidedBy {
    BothAway,
    OneAwayOtherUnable,
    OneAwayOtherAble,
    NobodyAway,
    BothDead,
    /// One parent or both are away, for so many months at least.
    AwayFor {
        both: bool,
        months: u32,
    },
    /// Somebody is away, but not yet so many months.
    NotAwayFor {
        months: u32,
    },
    OfAge {
        years: u32,
    },
    /// The fields that would have decided and do not say it.
    NotKnown(Vec<&'static str>),
    OnRoll,
    NotYetOnRoll,
    /// Off the roll, for this reason.
    Left(Option<String>),
    /// Its class is none of compulsory education.
    NotCompulsory,
    /// The calendar has no term for the day.
    NoTerm,
}

impl Finding {
    pub fn of(code: impl Into<String>, because: DecidedBy) -> Finding {
        Finding { code: code.into(), because: Some(because) }
    }

    pub fn plain(code: impl Into<String>) -> Finding {
        Finding { code: code.into(), because: None }
    }

    pub fn unknown(because: DecidedBy) -> Finding {
        Finding::of(UNKNOWN, because)
    }

    /// Of one of the four ways of counting: is the child counted?
    pub fn counts(&self) -> Option<bool> {
        match self.code.as_str() {
            UNKNOWN => None,
            NO | NOBODY => Some(false),
            _ => Some(true),
        }
    }
}
