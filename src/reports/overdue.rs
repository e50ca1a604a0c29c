//! The overdue list: what must someone do now.

use std::cmp::Reverse;
use std::collections::BTreeSet;
use std::rc::Rc;

use chrono::NaiveDate;

use super::still_owed::StillOwed;
use crate::domain::rule::Every;
use crate::domain::subject::Subject;
use crate::rules::case::Case;
use crate::rules::obligation::{Missing, Obligation, SlotDates, State};
use crate::rules::plan::Plan;
use crate::rules::tally::Tally;

/// One row: a subject that is present today, a rule, and what is late.
#[derive(Clone, Debug)]
pub struct OverdueRow {
    pub case: Case,
    /// Label and due date of the live slot due last; a state rule has no date, a rule that informs
    /// has neither.
    pub slot: Option<Rc<str>>,
    pub due: Option<NaiveDate>,
    /// The earliest due date among the live slots.
    pub since: Option<NaiveDate>,
    pub days_overdue: i64,
    /// How many slots are live.
    pub missed: usize,
    pub last_done: Option<NaiveDate>,
    /// Tries after the last event that counts.
    pub attempts: usize,
    pub lacks: Vec<Missing>,
    /// What was agreed for the day.
    pub agreed: Option<Rc<str>>,
    /// Of a rule that informs: how long ago the last event that counts was.
    pub days_since: Option<i64>,
}

/// How many children stand in these rows.
pub fn children(plan: &Plan, rows: &[OverdueRow]) -> usize {
    let subjects = rows.iter().map(|row| plan.subject(row.case));
    let children = subjects.filter(|subject| matches!(subject, Subject::Child(_)));
    children.collect::<BTreeSet<_>>().len()
}

/// The first day of today's school year, from which slots must be judged.
pub fn first_day(plan: &Plan) -> NaiveDate {
    let year = plan.school_year_today().and_then(|year| plan.home.calendar.year(year));
    year.map_or(plan.today, |span| span.first)
}

/// The rows whose last event may lie before this school year: it must be known, or nothing ever
/// have been counted, before they can be told.
pub fn undecided(plan: &Plan, tally: &Tally) -> Vec<Case> {
    undecided_of(plan, tally, &StillOwed::of(plan, tally, 0))
}

/// The same, out of what is still owed.
pub fn undecided_of(plan: &Plan, tally: &Tally, owed: &StillOwed) -> Vec<Case> {
    let live = Live::of(plan, tally);
    let counts = |case: &Case| !matches!(plan.rules[case.rule].rule.every, Every::State { .. });
    // What asks may lie further back than what was read; nothing before the last answer matters.
    let asks = |case: &Case| plan.rules[case.rule].rule.after().is_some();
    owed.iter()
        .filter(|(case, owed)| {
            asks(case) || counts(case) && owed.iter().any(|one| live.is_live(one))
        })
        .map(|(case, _)| case)
        .collect()
}

/// The rows in the order of the list: days overdue descending, rule, subject.
pub fn rows(plan: &Plan, tally: &Tally) -> Vec<OverdueRow> {
    rows_of(plan, tally, &StillOwed::of(plan, tally, 0))
}

/// The same, out of what is still owed.
pub fn rows_of(plan: &Plan, tally: &Tally, owed: &StillOwed) -> Vec<OverdueRow> {
    let live = Live::of(plan, tally);
    let mut rows: Vec<OverdueRow> =
        owed.iter().filter_map(|(case, owed)| live.row(case, owed)).collect();
    // Rules and members stand in the order of their ids; those of 0 days are states.
    rows.sort_by_key(|row| (Reverse(row.days_overdue), row.case));
    rows
}

/// Tells which late slots are still live. Considered are those due in today's school year, and
/// older ones too when nothing ever counted.
struct Live<'p> {
    plan: &'p Plan<'p>,
    tally: &'p Tally,
    first_day: NaiveDate,
    year: Option<&'p str>,
}

impl<'p> Live<'p> {
    fn of(plan: &'p Plan, tally: &'p Tally) -> Live<'p> {
        Live { plan, tally, first_day: first_day(plan), year: plan.school_year_today() }
    }

    fn is_live(&self, one: &Obligation) -> bool {
        match (&self.plan.rules[one.case.rule].rule.every, one.dates) {
            (Every::State { .. } | Every::Rolling { .. } | Every::After(_), _) => {
                one.state == State::Overdue
            }
            (_, None) => false,
            (_, Some(dates)) => {
                let counted = self.tally.of(one.case);
                one.state.is_late()
                    && !counted.done_after(dates.last)
                    && (counted.days.is_empty() || self.is_of_this_year(dates))
            }
        }
    }

    fn is_of_this_year(&self, dates: SlotDates) -> bool {
        dates.last >= self.first_day && self.plan.home.calendar.school_year(dates.due) == self.year
    }

    fn row(&self, case: Case, owed: &[Obligation]) -> Option<OverdueRow> {
        let live: Vec<&Obligation> = owed.iter().filter(|one| self.is_live(one)).collect();
        let counted = self.tally.of(case);
        let latest = live
            .iter()
            .max_by_key(|slot| (slot.dates.map(|dates| (dates.due, dates.first)), &slot.slot))?;
        let since = live.iter().filter_map(|slot| Some(slot.dates?.due)).min();
        let is_state = latest.dates.is_none();
        Some(OverdueRow {
            case,
            slot: Some(latest.slot.clone()),
            due: latest.dates.map(|dates| dates.due),
            since,
            days_overdue: since.map_or(0, |since| (self.plan.today - since).num_days()),
            missed: live.len(),
            last_done: counted.last_done().filter(|_| !is_state),
            attempts: if is_state { 0 } else { counted.attempts_since() },
            lacks: latest.lacks.clone(),
            agreed: latest.agreed.clone(),
            days_since: None,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::sample::{AUTUMN, Sample, day, state_rule, term};

    const TODAY: &str = "2024-11-20";

    /// One child, and a rule on talks each month.
    fn sample() -> Sample {
        let mut sample = Sample::new();
        sample.child('A', AUTUMN.0);
        sample.rule("talk", Every::Month);
        sample
    }

    fn listed(sample: &Sample, today: &str) -> Vec<OverdueRow> {
        let plan = sample.plan(today);
        rows(&plan, &sample.tally(&plan))
    }

    /// `rule subject days` of each row.
    fn lines(sample: &Sample, today: &str) -> Vec<String> {
        let plan = sample.plan(today);
        let line = |row: &OverdueRow| {
            let subject = sample.called(plan.subject(row.case));
            format!("{} {subject} {}", plan.rules[row.case.rule].rule.id, row.days_overdue)
        };
        listed(sample, today).iter().map(line).collect()
    }

    #[test]
    fn a_row_shows_the_live_slot_due_last_and_counts_from_the_first() {
        let mut own = sample();
        own.event("talk", "2024-09-09", "A");
        own.attempt("talk", "2024-09-08", "A");
        own.attempt("talk", "2024-10-08", "A");
        let rows = listed(&own, "2024-12-05");
        assert_eq!(rows.len(), 1);
        let row = &rows[0];
        assert_eq!((row.slot.as_deref().unwrap(), row.due), ("2024-11", Some(day("2024-11-30"))));
        assert_eq!((row.since, row.days_overdue), (Some(day("2024-10-31")), 35));
        assert_eq!((row.missed, row.attempts), (2, 1));
        assert_eq!(row.last_done, Some(day("2024-09-09")));
    }

    #[test]
    fn a_late_slot_is_live_until_something_that_counts_happens_after_its_last_day() {
        let mut own = sample();
        own.event("talk", "2024-11-01", "A");
        assert_eq!(lines(&own, TODAY), Vec::<String>::new());
        let mut own = sample();
        own.event("talk", "2024-09-30", "A");
        assert_eq!(lines(&own, TODAY), ["talk A 20"]);
    }

    #[test]
    fn an_event_in_a_slot_too_few_does_not_end_it() {
        let mut own = sample();
        own.home.rules[0].times = 2;
        own.event("talk", "2024-10-31", "A");
        assert_eq!(listed(&own, TODAY)[0].slot.as_deref(), Some("2024-10"));
        assert_eq!(listed(&own, TODAY)[0].missed, 1, "but ends the one before");
    }

    #[test]
    fn what_is_due_today_is_not_overdue() {
        let own = sample();
        assert_eq!(lines(&own, "2024-09-30"), Vec::<String>::new());
        assert_eq!(lines(&own, "2024-10-01"), ["talk A 1"]);
    }

    #[test]
    fn slots_of_older_school_years_are_considered_only_when_nothing_ever_counted() {
        let years = |own: &mut Sample| {
            own.terms(vec![
                term("2023-2024-2", "2024-02-26", "2024-07-05"),
                term("2024-2025-1", AUTUMN.0, AUTUMN.1),
            ]);
            own.home.children[0].spells[0].span.first = day("2024-02-26");
            own.home.rules[0].every = Every::Term;
        };
        let mut own = sample();
        years(&mut own);
        assert_eq!(lines(&own, "2024-09-02"), ["talk A 59"], "never done");
        own.event("talk", "2024-02-20", "A");
        assert_eq!(lines(&own, "2024-09-02"), Vec::<String>::new());
        assert_eq!(lines(&own, "2024-07-06"), ["talk A 1"], "still that school year");
        let plan = own.plan("2024-09-02");
        assert_eq!(first_day(&plan), day(AUTUMN.0));
        assert_eq!(first_day(&own.plan("2024-02-01")), day("2024-02-01"), "before the first term");
        own.rule("visit", Every::Term);
        let plan = own.plan("2024-07-06");
        assert_eq!(
            undecided(&plan, &own.tally(&plan)),
            [Case { rule: 0, member: 0 }, Case { rule: 1, member: 0 }]
        );
    }

    #[test]
    fn only_who_is_present_today_is_listed() {
        let mut own = sample();
        own.pause('A', TODAY, TODAY);
        assert_eq!(lines(&own, "2024-11-19"), ["talk A 50"]);
        assert_eq!(lines(&own, TODAY), Vec::<String>::new());
    }

    #[test]
    fn rows_go_by_days_overdue_descending_then_rule_then_subject() {
        let mut own = sample();
        own.child('B', AUTUMN.0);
        own.rule("call", Every::Month);
        own.event("call", "2024-09-09", "AB");
        own.event("talk", "2024-09-09", "A");
        assert_eq!(lines(&own, TODAY), ["talk B 51", "call A 20", "call B 20", "talk A 20"]);
        let plan = own.plan(TODAY);
        assert_eq!(children(&plan, &listed(&own, TODAY)), 2, "each child once");
    }

    #[test]
    fn a_state_row_has_no_dates_and_stands_after_the_dated_ones() {
        let mut own = sample();
        let field = crate::domain::rule::Condition::Field("nation".to_owned());
        own.rule("file", state_rule(&[("nation", field)]));
        own.event("talk", "2024-09-09", "A");
        assert_eq!(lines(&own, TODAY), ["talk A 20", "file A 0"]);
        let row = listed(&own, TODAY).remove(1);
        assert_eq!((row.slot.as_deref().unwrap(), row.due, row.since), ("now", None, None));
        assert_eq!((row.missed, row.last_done, row.attempts), (1, None, 0));
        assert_eq!(row.lacks[0].requirement, "nation");
        let plan = own.plan(TODAY);
        assert_eq!(
            undecided(&plan, &own.tally(&plan)),
            [Case { rule: 1, member: 0 }],
            "its events lie in no slot"
        );
    }

    #[test]
    fn only_an_overdue_rolling_slot_is_listed_never_a_missed_one() {
        let mut own = sample();
        own.home.rules[0].every = Every::Rolling { days: 10, in_holidays: true };
        own.pause('A', "2024-10-01", "2024-11-04");
        assert_eq!(lines(&own, "2024-09-30"), ["talk A 18"]);
        assert_eq!(lines(&own, "2024-11-15"), Vec::<String>::new());
        let rows = listed(&own, "2024-11-16");
        assert_eq!((rows.len(), rows[0].missed), (1, 1));
        assert_eq!((rows[0].since, rows[0].due), (Some(day("2024-11-15")), rows[0].since));
    }

    #[test]
    fn an_overdue_slot_still_running_is_live_beside_the_missed_ones() {
        let mut own = sample();
        own.home.rules[0].every = Every::Week;
        own.home.rules[0].due_days = Some(3);
        let row = listed(&own, "2024-09-12").remove(0);
        assert_eq!((row.slot.as_deref().unwrap(), row.missed), ("2024-2025-1/w02", 2));
    }

    #[test]
    fn of_live_slots_due_on_one_day_the_one_that_began_last_is_shown() {
        let mut own = sample();
        // The long windows of the names end with the term, as the last month does.
        let mut autumn = term("2024-2025-1", AUTUMN.0, "2024-10-31");
        let window = |name: &str, first: &str| crate::domain::calendar::Anchor {
            name: name.to_owned(),
            span: crate::rules::sample::span(first, "2024-10-31"),
        };
        autumn.anchors = Some(vec![window("a", "2024-10-01"), window("z", "2024-09-10")]);
        own.terms(vec![autumn]);
        own.home.rules[0].every = Every::Anchor;
        assert_eq!(listed(&own, TODAY)[0].slot.as_deref(), Some("2024-2025-1/a"));
    }
}
