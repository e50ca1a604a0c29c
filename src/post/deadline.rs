//! Until when something is waited for. This is the one stopwatch of the program: what day and what
//! time it is stays a parameter.

use std::io::{self, ErrorKind};
use std::time::{Duration, Instant};

/// A moment after which nothing is waited for.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Deadline(Instant);

impl Deadline {
    /// So long from now.
    pub fn after(patience: Duration) -> Deadline {
        Deadline(Instant::now() + patience)
    }

    /// How long may still be waited; an error when the time is up.
    pub fn left(self) -> io::Result<Duration> {
        let left = self.0.saturating_duration_since(Instant::now());
        if left.is_zero() { Err(ErrorKind::TimedOut.into()) } else { Ok(left) }
    }
}
