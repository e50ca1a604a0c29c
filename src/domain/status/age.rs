//! A child's age, and the term in which it comes to one.

use chrono::NaiveDate;

use super::fields::{NO, YES};
use super::finding::{DecidedBy, Finding};
use super::on_day::OnDay;
use super::parent::months_later;
use crate::domain::calendar::{Calendar, DAYS_AFTER_LAST_TERM};
use crate::domain::facts::Fact;
use crate::domain::resident_id;
use crate::domain::spans::{Span, day_before, days_later};

/// Nobody grows older than this.
pub const OLDEST: u32 = 130;

/// The birthday on which so many years are full; of those born on 29 February the 28th in a year
/// that has no other last day of the month.
pub fn birthday(birth: NaiveDate, years: u32) -> NaiveDate {
    months_later(birth, years * 12)
}

/// The date of birth that a field tells: its own, or that inside an id number that is right.
pub fn told_by(field: &str, fact: &Fact) -> Option<NaiveDate> {
    match (field, fact) {
        ("birth_date", Fact::Date(birth)) => Some(*birth),
        ("id_number", Fact::Text(number)) if resident_id::is_valid(number) => {
            resident_id::birth_date(number)
        }
        _ => None,
    }
}

impl OnDay<'_> {
    /// When it was born, if that is known.
    pub fn birth(&self) -> Option<NaiveDate> {
        let told = |field| told_by(field, self.child.fact_on(field, self.day)?);
        told("birth_date").or_else(|| told("id_number")).filter(|birth| *birth <= self.day)
    }

    /// Is it younger than this?
    pub fn is_below(&self, years: u32) -> Option<bool> {
        self.birth().map(|birth| self.day < birthday(birth, years))
    }
}

fn not_born() -> Finding {
    Finding::unknown(DecidedBy::NotKnown(vec!["birth_date"]))
}

/// The years that are full on the day.
pub fn age(case: &OnDay) -> Finding {
    let Some(birth) = case.birth() else { return not_born() };
    let full = (1..=OLDEST).take_while(|years| birthday(birth, *years) <= case.day).count();
    Finding::plain(full.to_string())
}

/// Is the birthday in the term in hand, or in the break after it?
pub fn turns(case: &OnDay, years: u32) -> Finding {
    let Some(birth) = case.birth() else { return not_born() };
    match term_in_hand(&case.home.calendar, case.day) {
        None => Finding::unknown(DecidedBy::NoTerm),
        Some(term) if term.contains(birthday(birth, years)) => Finding::plain(YES),
        Some(_) => Finding::plain(NO),
    }
}

/// The term begun last with the break after it, so that no birthday falls between two terms.
fn term_in_hand(calendar: &Calendar, day: NaiveDate) -> Option<Span> {
    let term = calendar.term_begun(day).filter(|_| !calendar.has_run_out(day))?;
    let next = calendar.terms().iter().find(|next| term.span.last < next.span.first);
    let days_after = u32::try_from(DAYS_AFTER_LAST_TERM).unwrap_or_default();
    let ended = || days_later(term.span.last, days_after);
    let last = next.map_or_else(ended, |next| day_before(next.span.first));
    Some(Span { first: term.span.first, last })
}
