//! The rota against the duty that was done: gaps, doubles, roles and loads.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{Datelike, NaiveDate};

use super::record_book::RecordBook;
use crate::domain::event::Event;
use crate::domain::home::Home;
use crate::domain::id::Id;
use crate::domain::month::Month;
use crate::domain::problem::{Count, Known, Problem, Quote, Rota};
use crate::domain::role::{self, RoleCode};
use crate::domain::spans::Span;

/// More sessions than this in one week are too many for one person.
pub const MOST_SESSIONS: usize = 5;

/// Sessions that each school day has.
const OF_SCHOOL_DAYS: [&str; 2] = ["noon", "after_school"];

const ROTA: &str = "rota";
const DUTY: &str = "duty";

pub fn doubts(records: &RecordBook) -> Vec<Problem> {
    let planned = records.of(ROTA);
    let mut found = gaps(records, &planned);
    found.extend(not_done(records, &planned));
    found.extend(loads(records, &planned));
    for register in [ROTA, DUTY] {
        found.extend(doubles(records, register));
        for event in records.of(register) {
            let role = event.filled("role").and_then(role::find).map(|own| own.code);
            let Some(role) = role else { continue };
            let outside =
                event.staff.iter().find(|id| !is_in_role(records.home, **id, role, event.date));
            if let Some(staff) = outside {
                let cause = Rota::NotInRole { staff: Quote::of(*staff), role };
                found.push(records.problem(register, event, cause));
            }
        }
    }
    found
}

/// A session of a day.
type DaySession<'e> = (NaiveDate, &'e str);

/// When somebody is on duty.
fn slot(event: &Event) -> DaySession<'_> {
    (event.date, event.filled("session").unwrap_or_default())
}

/// School days between the first and the last of a session's rota on which nobody is planned.
fn gaps(records: &RecordBook, planned: &[&Event]) -> Vec<Problem> {
    let mut found = Vec::new();
    for session in OF_SCHOOL_DAYS {
        let own: Vec<&&Event> = planned.iter().filter(|event| slot(event).1 == session).collect();
        let (Some(first), Some(last)) = (own.first(), own.last()) else { continue };
        let days: BTreeSet<NaiveDate> = own.iter().map(|event| event.date).collect();
        let span = Span { first: first.date, last: last.date };
        let school_days = records.home.calendar.school_days(&span).iter();
        let open: Vec<&NaiveDate> = school_days.filter(|day| !days.contains(day)).collect();
        if let Some(gap) = open.first() {
            let before = own.iter().rev().find(|event| event.date < **gap).unwrap_or(first);
            let (days, first) = (Count::of(open.len()), Quote::of(**gap));
            found.push(records.problem(ROTA, before, Rota::RotaGap { days, first }));
        }
    }
    found
}

/// What was planned for days that are over, and nobody wrote down as done, by the month.
fn not_done(records: &RecordBook, planned: &[&Event]) -> Vec<Problem> {
    let done: BTreeSet<(NaiveDate, &str)> = records.of(DUTY).into_iter().map(slot).collect();
    let mut open: BTreeMap<Month, (&Event, BTreeSet<DaySession>)> = BTreeMap::new();
    for event in planned {
        if event.date < records.today && !done.contains(&slot(event)) {
            let own = open.entry(event.month()).or_insert((event, BTreeSet::new()));
            own.1.insert(slot(event));
        }
    }
    let told = |(event, slots): &(&Event, BTreeSet<_>)| {
        records.problem(ROTA, event, Rota::RotaNotDone { sessions: Count::of(slots.len()) })
    };
    open.values().map(told).collect()
}

/// The same person twice in a session, or the same session and role twice.
fn doubles(records: &RecordBook, register: &str) -> Vec<Problem> {
    let mut people: BTreeMap<(NaiveDate, &str, Id), &Event> = BTreeMap::new();
    let mut sessions: BTreeMap<(NaiveDate, &str, &str), &Event> = BTreeMap::new();
    let mut found = Vec::new();
    for event in records.of(register) {
        let (day, session) = slot(event);
        let line = |first: &Event| Known::line(&first.row.header.file, first.row.line);
        let twice = event.staff.iter().find_map(|id| people.get(&(day, session, *id)));
        let again = sessions.get(&(day, session, event.filled("role").unwrap_or_default()));
        if let Some(first) = twice {
            found.push(records.problem(register, event, Rota::OnDutyTwice { first: line(first) }));
        } else if let Some(first) = again.filter(|_| register == ROTA) {
            found.push(records.problem(register, event, Rota::SessionTwice { first: line(first) }));
        }
        people.extend(event.staff.iter().map(|id| ((day, session, *id), event)));
        sessions.insert((day, session, event.filled("role").unwrap_or_default()), event);
    }
    found
}

/// People who are planned for too much of a week.
fn loads(records: &RecordBook, planned: &[&Event]) -> Vec<Problem> {
    let mut weeks: BTreeMap<(Id, i32, u32), BTreeMap<DaySession, &Event>> = BTreeMap::new();
    for event in planned {
        let week = event.date.iso_week();
        for id in &event.staff {
            let own = weeks.entry((*id, week.year(), week.week())).or_default();
            own.insert(slot(event), event);
        }
    }
    let mut found = Vec::new();
    for ((id, ..), slots) in &weeks {
        if let Some(event) = slots.values().nth(MOST_SESSIONS) {
            let (staff, sessions) = (Quote::of(*id), Count::of(slots.len()));
            let cause = Rota::TooManySessions { staff, sessions, most: Count::of(MOST_SESSIONS) };
            found.push(records.problem(ROTA, event, cause));
        }
    }
    found
}

/// Does the person hold the role on the day, by the staff file or as a child's pair? Of one of whom
/// nothing was written down it is not known.
fn is_in_role(home: &Home, id: Id, role: RoleCode, day: NaiveDate) -> bool {
    let Some(person) = home.person(id).filter(|own| !own.roles.is_empty()) else { return true };
    let is_pair = || {
        let mut pairs = home.children.iter().flat_map(|child| &child.pairs);
        pairs.any(|pair| pair.staff == id && pair.role == role && pair.span.contains(day))
    };
    person.holds(role, day, |_| true) || is_pair()
}
