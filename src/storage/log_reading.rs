//! A log while it is read: against what, and where to tell of what is wrong in it.

use std::ops::Range;
use std::sync::Arc;

use super::source::Source;
use crate::domain::event::Header;
use crate::domain::home::Home;
use crate::domain::id::{Id, Kind};
use crate::domain::id_map::IdSet;
use crate::domain::month::Month;
use crate::domain::problem::{Cause, Lines, Problem, Sight};
use crate::domain::register::Register;

/// Whom rows may name, by id.
#[derive(Default)]
pub struct Roll {
    children: IdSet,
    staff: IdSet,
}

impl Roll {
    /// The children and the staff of a home.
    pub fn of(home: &Home) -> Roll {
        Roll {
            children: home.children.iter().map(|child| child.id).collect(),
            staff: home.staff.iter().map(|person| person.id).collect(),
        }
    }

    /// Is there a child, or a person, of this very id?
    pub fn knows(&self, id: Id, kind: Kind) -> bool {
        match kind {
            Kind::Child => self.children.contains(&id),
            Kind::Staff => self.staff.contains(&id),
            Kind::Event => false,
        }
    }
}

/// What a log is read against.
pub struct LogContext<'a> {
    pub home: &'a Home,
    pub roll: &'a Roll,
    pub register: &'a Register,
    pub month: Month,
    /// Look for remarks too, not only for faults.
    pub thorough: bool,
}

/// A line of the log, line break left out.
pub struct LogLine<'t> {
    pub number: usize,
    pub start: usize,
    pub text: &'t str,
}

impl LogLine<'_> {
    pub fn span(&self) -> Range<usize> {
        self.start..self.start + self.text.len()
    }
}

/// A log while its rows are read.
pub struct LogReading<'a> {
    pub source: &'a Source<'a>,
    pub asked: &'a LogContext<'a>,
    pub header: Arc<Header>,
}

impl LogReading<'_> {
    /// Tells of a line as a whole.
    pub fn tell_line(&self, line: &LogLine, at: usize, cause: Lines) {
        self.source.tell(line.start + at..line.start + line.text.len(), cause);
    }

    /// Tells of a part of a line, from a column on.
    pub fn tell(&self, line: &LogLine, column: usize, sight: Sight, cause: Cause) {
        let number = |at: usize| u32::try_from(at).unwrap_or(u32::MAX);
        let place = (&*self.source.file, number(line.number), number(column + 1));
        self.source.findings.add(Problem::at(place, sight, cause));
    }
}
