//! Which children somebody reached, and when: the records that rules about children count, child by
//! child and week by week.

use std::collections::HashMap;

use chrono::NaiveDate;

use crate::domain::calendar::Term;
use crate::domain::event::Event;
use crate::domain::home::Home;
use crate::domain::id::Id;
use crate::domain::rule::{Level, SubjectKind};
use crate::domain::spans::{Span, Spans, days_earlier};
use crate::rules::plan::Plan;

/// A child of whom nothing is recorded for so many days is one whom nobody reached.
pub const QUIET_DAYS: u32 = 30;

/// The weeks of a term up to today, and each child's records in them.
pub struct Contacts {
    pub weeks: Vec<Span>,
    pub children: Vec<ChildContacts>,
}

/// One child who is present today.
pub struct ChildContacts {
    /// By place in the home.
    pub child: usize,
    /// How many records each week has; none where the child was not there.
    pub by_week: Vec<Option<usize>>,
    /// The last day of those that were read.
    pub last: Option<NaiveDate>,
    /// Tries after that day that reached nobody.
    pub attempts: usize,
    /// Was nothing recorded of it for so long that somebody ought to ask? One who came, or came
    /// back, later than that has not been there so long.
    pub is_quiet: bool,
}

/// The registers in which a child is reached: those that rules about children count. What is
/// restricted is not among them.
pub fn registers(home: &Home) -> Vec<&str> {
    let rules = home.rules.iter().filter(|own| own.level != Level::Inform);
    let of_children = rules.filter(|own| own.subject == SubjectKind::Child);
    let names = of_children.flat_map(|own| own.records.iter().map(String::as_str));
    let is_open = |name: &&str| home.registers.get(*name).is_some_and(|own| !own.restricted);
    let mut names: Vec<&str> = names.filter(is_open).collect();
    names.sort_unstable();
    names.dedup();
    names
}

/// The days of which records must be read: the term, and so long before today as a child may be
/// quiet.
pub fn days(plan: &Plan) -> Span {
    let quiet = days_earlier(plan.today, QUIET_DAYS);
    let term = plan.home.calendar.term_begun(plan.today);
    let first = term.map_or(quiet, |term| term.span.first.min(quiet));
    Span { first, last: plan.today }
}

/// The contacts of all children who are present today, in the home's order.
pub fn contacts<'e>(plan: &Plan, events: impl IntoIterator<Item = &'e Event>) -> Contacts {
    let today = plan.today;
    let term = plan.home.calendar.term_begun(today);
    let mut weeks = term.map(Term::weeks).unwrap_or_default();
    weeks.retain(|week| week.first <= today);
    let present = plan.home.children.iter().enumerate();
    let present = present.filter(|(_, child)| child.present().contains(today));
    let mut days: HashMap<Id, (Vec<NaiveDate>, Vec<NaiveDate>)> = HashMap::new();
    for event in events {
        for id in &event.children {
            let (done, tried) = days.entry(*id).or_default();
            if event.attempted { tried.push(event.date) } else { done.push(event.date) }
        }
    }
    let nothing = (Vec::new(), Vec::new());
    let children = present.map(|(at, child)| {
        let (done, tried) = days.get(&child.id).unwrap_or(&nothing);
        let there = child.present();
        let last = done.iter().max().copied();
        ChildContacts {
            child: at,
            by_week: weeks.iter().map(|week| in_week(week, &there, done)).collect(),
            last,
            attempts: tried.iter().filter(|day| last.is_none_or(|last| **day > last)).count(),
            is_quiet: is_quiet(today, &there, last),
        }
    });
    Contacts { children: children.collect(), weeks }
}

/// A child who was there on no day of a week was not to be reached in it.
fn in_week(week: &Span, there: &Spans, done: &[NaiveDate]) -> Option<usize> {
    let count = done.iter().filter(|day| week.contains(**day)).count();
    (count > 0 || there.first_in(week).is_some()).then_some(count)
}

fn is_quiet(today: NaiveDate, there: &Spans, last: Option<NaiveDate>) -> bool {
    let since = days_earlier(today, QUIET_DAYS);
    let been_there = there.iter().any(|span| span.first <= since && span.contains(today));
    been_there && last.is_none_or(|last| last < since)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::rule::Every;
    use crate::rules::sample::{AUTUMN, Sample, day};

    const TODAY: &str = "2024-10-09";

    fn sample() -> Sample {
        let mut own = Sample::new();
        own.child('A', AUTUMN.0);
        own.child('B', "2024-09-20");
        own.rule("talk", Every::Month);
        own
    }

    fn told(own: &Sample, today: &str) -> Contacts {
        let plan = own.plan(today);
        let events: Vec<Event> = own.events().iter().map(|(_, event)| event.clone()).collect();
        contacts(&plan, &events)
    }

    #[test]
    fn each_week_of_the_term_up_to_today_has_its_records_and_none_where_the_child_was_not_there() {
        let mut own = sample();
        own.event("talk", "2024-09-09", "A");
        own.event("talk", "2024-09-10", "AB");
        let told = told(&own, "2024-09-26");
        assert_eq!(told.weeks.len(), 4);
        assert_eq!(told.children[0].by_week, [Some(0), Some(2), Some(0), Some(0)]);
        assert_eq!(
            told.children[1].by_week,
            [None, Some(1), Some(0), Some(0)],
            "as it is recorded"
        );
    }

    #[test]
    fn a_child_is_quiet_when_nothing_is_recorded_for_thirty_days_in_which_it_was_there() {
        let mut own = sample();
        own.event("talk", "2024-09-08", "A");
        own.attempt("talk", "2024-09-30", "A");
        let children = told(&own, TODAY).children;
        assert_eq!((children[0].is_quiet, children[0].attempts), (true, 1));
        assert!(!children[1].is_quiet, "it came less than thirty days ago");
        own.event("talk", "2024-09-09", "A");
        assert!(!told(&own, TODAY).children[0].is_quiet, "thirty days ago to the day");
        assert!(told(&own, "2024-10-20").children[1].is_quiet);
    }

    #[test]
    fn only_open_registers_that_rules_about_children_count_are_read_as_far_back_as_is_needed() {
        let mut own = sample();
        own.rule("file", crate::rules::sample::state_rule(&[]));
        own.rule("secret", Every::Month);
        own.rule("news", Every::Month).level = Level::Inform;
        own.home.registers.get_mut("secret").unwrap().restricted = true;
        assert_eq!(registers(&own.home), ["talk"]);
        assert_eq!(days(&own.plan(TODAY)).first, day(AUTUMN.0));
        assert_eq!(days(&own.plan("2024-09-10")).first, day("2024-08-11"));
    }
}
