//! What is still owed: of each case that is present today, the obligations that are late or fall
//! due soon. The overdue list and what falls due are both read out of it, so that each case is
//! judged once.

use chrono::NaiveDate;

use crate::domain::spans::{Span, days_earlier, days_later};
use crate::rules::case::Case;
use crate::rules::judge;
use crate::rules::obligation::{Obligation, State};
use crate::rules::plan::Plan;
use crate::rules::tally::Tally;

/// The cases that are present today, in their order, and what each still owes.
pub struct StillOwed {
    cases: Vec<(Case, Vec<Obligation>)>,
    /// From when on slots are judged, and to when they are looked for.
    days: Span,
}

/// The first day from which slots must be judged for both lists.
pub fn first_day(plan: &Plan) -> NaiveDate {
    late_from(plan).min(soon_from(plan))
}

/// The first day of today's school year, from which slots must be judged.
pub fn late_from(plan: &Plan) -> NaiveDate {
    let year = plan.school_year_today().and_then(|year| plan.home.calendar.year(year));
    year.map_or(plan.today, |span| span.first)
}

/// The first day from which slots may fall due soon: that of the earliest slot that holds today.
pub fn soon_from(plan: &Plan) -> NaiveDate {
    let grace = plan.rules.iter().map(|compiled| compiled.rule.grace_days).max().unwrap_or(0);
    days_earlier(plan.today, grace)
}

/// Is it unmet, and falls due by a day or is in grace?
pub(super) fn is_soon(one: &Obligation, by: NaiveDate) -> bool {
    match one.state {
        State::Open | State::Upcoming => one.dates.is_some_and(|dates| dates.due <= by),
        State::Grace => true,
        _ => false,
    }
}

impl StillOwed {
    /// What is late, and what falls due within so many days.
    pub fn of(plan: &Plan, tally: &Tally, days: u32) -> StillOwed {
        let days = Span { first: first_day(plan), last: days_later(plan.today, days) };
        let owed = |case| (case, still_owed(plan, tally, case, &days));
        StillOwed { cases: plan.present_today().map(owed).collect(), days }
    }

    /// Judges cases again of which more was counted meanwhile; they are in order.
    pub fn renew(&mut self, plan: &Plan, tally: &Tally, changed: &[Case]) {
        let is_changed = |case: &Case| changed.binary_search(case).is_ok();
        for (case, owed) in self.cases.iter_mut().filter(|(case, _)| is_changed(case)) {
            *owed = still_owed(plan, tally, *case, &self.days);
        }
    }

    /// Each case with what it still owes.
    pub fn iter(&self) -> impl Iterator<Item = (Case, &[Obligation])> {
        self.cases.iter().map(|(case, owed)| (*case, owed.as_slice()))
    }

    /// The last day on which something falls due soon.
    pub fn last_day(&self) -> NaiveDate {
        self.days.last
    }
}

/// Older slots are judged too when nothing ever counted.
fn still_owed(plan: &Plan, tally: &Tally, case: Case, days: &Span) -> Vec<Obligation> {
    let never = tally.of(case).days.is_empty();
    let first = if never { NaiveDate::MIN } else { days.first };
    let mut owed = judge::within(plan, tally, case, &Span { first, ..*days });
    owed.retain(|one| one.state.is_late() || is_soon(one, days.last));
    // Of most cases nothing is left, and all of them are held at once.
    owed.shrink_to_fit();
    owed
}

#[cfg(test)]
mod tests {
    use super::super::due;
    use super::*;
    use crate::domain::rule::{Condition, Every};
    use crate::rules::sample::{AUTUMN, Sample, state_rule};

    fn sample() -> Sample {
        let mut own = Sample::new();
        own.child('A', AUTUMN.0);
        own.child('B', AUTUMN.0);
        own.rule("talk", Every::Month);
        own.rule("visit", Every::Rolling { days: 20, in_holidays: true });
        own.rule("call", Every::Week);
        let nation = Condition::Field("nation".to_owned());
        own.rule("file", state_rule(&[("nation", nation)]));
        for rule in &mut own.home.rules {
            rule.grace_days = 3;
        }
        own.event("visit", "2024-10-09", "A");
        own.event("call", "2024-10-29", "A");
        own
    }

    #[test]
    fn what_falls_due_out_of_what_is_still_owed_is_what_is_judged_for_it_alone() {
        let own = sample();
        for today in ["2024-09-02", "2024-10-29", "2024-11-01", "2024-11-30", "2025-01-20"] {
            let plan = own.plan(today);
            let tally = own.tally(&plan);
            for days in [0, 7, 40] {
                let out = due::soon_of(&StillOwed::of(&plan, &tally, days));
                let alone = due::soon(&plan, &tally, days);
                assert_eq!(format!("{out:?}"), format!("{alone:?}"), "{today} {days}");
            }
        }
    }

    #[test]
    fn a_case_is_judged_again_when_more_was_counted_for_it() {
        let own = sample();
        let plan = own.plan("2024-11-30");
        let mut owed = StillOwed::of(&plan, &own.tally(&plan), 7);
        let mut later = sample();
        later.event("talk", "2024-11-29", "AB");
        let tally = later.tally(&plan);
        let talk = plan.rules.iter().position(|own| own.rule.id.as_str() == "talk").unwrap();
        let late = |owed: &StillOwed| -> Vec<usize> {
            let all = owed.iter().filter(|(case, owed)| case.rule == talk && !owed.is_empty());
            all.map(|(case, _)| case.member).collect()
        };
        assert_eq!(late(&owed), [0, 1]);
        owed.renew(&plan, &tally, &[Case { rule: talk, member: 1 }]);
        let open = |at: usize| {
            let case = Case { rule: talk, member: at };
            let (_, owed) = owed.iter().find(|(own, _)| *own == case).unwrap();
            owed.iter().any(|one| &*one.slot == "2024-11")
        };
        assert_eq!((open(0), open(1)), (true, false), "the other stands as it was judged");
    }
}
