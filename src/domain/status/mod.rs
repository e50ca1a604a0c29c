//! Statuses: what follows from a child's facts on a day. They are worked out whenever they are
//! asked for and never stored; where a fact that decides is missing, the status is not known.

mod age;
mod changes;
mod fields;
mod finding;
mod left_behind;
mod on_day;
mod parent;

use chrono::NaiveDate;

use super::child::Child;
use super::home::Home;
use super::privacy::Guarded;
use super::schema::{self, Field};
use super::school_year::first_year;
use super::spans::{Span, Spans, day_before};

use fields::{NO, NONE, YES};
use on_day::{OnDay, Roll};

pub use fields::{FIELDS, UNKNOWN};
pub use finding::{DecidedBy, Finding};

/// What can be asked of a child on a day, beside its fields; in the order of `FIELDS`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ChildStatus {
    /// Left behind by the rule of Civil Affairs.
    CivilAffairs,
    /// Left behind by the student registry: 0, 1 or 2 parents are away.
    Registry,
    /// Left behind by the census.
    Census,
    /// Counted by the school itself.
    School,
    Age,
    Grade,
    /// Turns 14 in the term in hand.
    Turns14,
    Turns16,
}

use ChildStatus::{Age, Census, CivilAffairs, Grade, Registry, School, Turns14, Turns16};

/// All of them, in the order in which they are shown.
pub const ALL: [ChildStatus; 8] =
    [CivilAffairs, Registry, Census, School, Age, Grade, Turns14, Turns16];

/// The four ways in which left-behind children are counted.
pub const LEFT_BEHIND: [ChildStatus; 4] = [CivilAffairs, Registry, Census, School];

impl ChildStatus {
    /// The status that is called so in records.
    pub fn named(path: &str) -> Option<ChildStatus> {
        ALL.into_iter().find(|status| status.field().path == path)
    }

    /// What it is called, which values it has, and how private they are.
    pub fn field(self) -> &'static Field {
        &FIELDS[self as usize]
    }

    /// Does it hang on the birth date, so that it becomes another on a birthday?
    pub fn rests_on_birth(self) -> bool {
        matches!(self, CivilAffairs | Census | Age | Turns14 | Turns16)
    }

    /// What it is on a day.
    pub fn on(self, child: &Child, home: &Home, day: NaiveDate) -> Finding {
        let case = OnDay { child, home, day };
        match self {
            CivilAffairs => left_behind::civil_affairs(&case),
            Registry => left_behind::registry(&case),
            Census => left_behind::census(&case),
            School => school(&case),
            Age => age::age(&case),
            Grade => grade(&case),
            Turns14 => age::turns(&case, 14),
            Turns16 => age::turns(&case, 16),
        }
    }

    /// The days on which it has one of the values.
    pub fn days_when(self, child: &Child, home: &Home, values: &[String]) -> Spans {
        let days = changes::days(child, home);
        let ends = days.iter().skip(1).map(|next| day_before(*next)).chain([NaiveDate::MAX]);
        let spans = days.iter().zip(ends).map(|(first, last)| Span { first: *first, last });
        Spans::union(spans.filter(|span| values.contains(&self.on(child, home, span.first).code)))
    }
}

/// A field of a child or a status: whatever can be asked of it.
pub fn asked(path: &str) -> Option<&'static Field> {
    schema::find(schema::CHILD, path).or_else(|| schema::find(FIELDS, path))
}

/// The days on which a field or a status of a child has one of the values.
pub fn days_when(home: &Home, child: &Child, asked: &str, values: &[String]) -> Spans {
    match ChildStatus::named(asked) {
        Some(status) => status.days_when(child, home, values),
        None => child.days_when(asked, values),
    }
}

/// The values of a field as they are now, or of a status on a day, each behind its guard.
pub fn guarded(home: &Home, child: &Child, asked: &str, day: NaiveDate) -> Vec<Guarded> {
    match ChildStatus::named(asked) {
        Some(status) => vec![status.field().guard().over(status.on(child, home, day).code)],
        None => child.guarded(asked),
    }
}

/// The school counts those on its roll.
fn school(case: &OnDay) -> Finding {
    match case.roll() {
        Roll::On => Finding::of(YES, DecidedBy::OnRoll),
        Roll::Before => Finding::of(NO, DecidedBy::NotYetOnRoll),
        Roll::Left(reason) => Finding::of(NO, DecidedBy::Left(reason)),
    }
}

/// The grade of its class; a class without one, or past the school's last, has none.
fn grade(case: &OnDay) -> Finding {
    let Some(class) = case.child.class_on(case.day) else {
        return Finding::unknown(DecidedBy::NotKnown(vec!["class"]));
    };
    if class.year_and_number().is_none() {
        return Finding::plain(NONE);
    }
    let year = case.home.calendar.spoken_year(case.day);
    let Some(grade) = year.and_then(first_year).and_then(|year| class.grade_in(year)) else {
        return Finding::unknown(DecidedBy::NoTerm);
    };
    let is_here =
        u32::try_from(grade).is_ok_and(|own| (1..=case.home.settings.grades).contains(&own));
    Finding::plain(if is_here { grade.to_string() } else { NONE.to_owned() })
}
