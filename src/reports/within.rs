//! What falls due within some days: what a matrix shows and rates count.
//!
//! Each obligation belongs to the day on which it falls due, so that it stands in one term and in
//! one month. A state has no such day and is asked for together with today.

use super::obligations::of_case;
use crate::domain::spans::Span;
use crate::rules::case::Case;
use crate::rules::judge::{self, SlotCount};
use crate::rules::obligation::Obligation;
use crate::rules::plan::Plan;
use crate::rules::tally::Tally;

/// What falls due on these days, of the cases that are asked about, in the order of obligations.
pub fn obligations(
    plan: &Plan,
    tally: &Tally,
    days: &Span,
    keeps: impl Fn(Case) -> bool,
) -> Vec<Obligation> {
    let falls = |one: &Obligation| days.contains(one.dates.map_or(plan.today, |dates| dates.due));
    let of = |case| of_case(plan, tally, case, Some(days.first)).into_iter().filter(falls);
    cases(plan, keeps).flat_map(of).collect()
}

/// How many slots fall due on these days for the same cases, and how many of them nobody owes.
pub fn slots(plan: &Plan, tally: &Tally, days: &Span, keeps: impl Fn(Case) -> bool) -> SlotCount {
    let counts = cases(plan, keeps).map(|case| judge::slots_due(plan, tally, case, days));
    counts.fold(SlotCount::default(), |sum, own| SlotCount {
        all: sum.all + own.all,
        not_owed: sum.not_owed + own.not_owed,
    })
}

fn cases<'p>(plan: &'p Plan, keeps: impl Fn(Case) -> bool + 'p) -> impl Iterator<Item = Case> + 'p {
    let all = (0..plan.rules.len()).flat_map(|rule| plan.cases_of(rule));
    all.filter(move |case| keeps(*case))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::rule::{Condition, Every};
    use crate::rules::sample::{AUTUMN, Sample, span, state_rule};

    fn sample() -> Sample {
        let mut own = Sample::new();
        own.child('A', AUTUMN.0);
        own.rule("talk", Every::Month);
        own.rule("visit", Every::Term);
        own.rule("pair", state_rule(&[("consent", Condition::Consent)]));
        own
    }

    fn told(own: &Sample, today: &str, days: &Span) -> Vec<String> {
        let plan = own.plan(today);
        let all = obligations(&plan, &own.tally(&plan), days, |_| true);
        all.iter().map(|one| one.slot.to_string()).collect()
    }

    #[test]
    fn an_obligation_stands_in_the_month_in_which_it_falls_due_and_a_state_in_that_of_today() {
        let own = sample();
        let (september, january) =
            (span("2024-09-01", "2024-09-30"), span("2025-01-01", "2025-01-31"));
        assert_eq!(told(&own, "2024-09-20", &september), ["now", "2024-09"]);
        assert_eq!(told(&own, "2024-10-20", &september), ["2024-09"]);
        assert_eq!(told(&own, "2024-10-20", &january), ["2025-01", "2024-2025-1"]);
    }

    #[test]
    fn every_obligation_of_a_calendar_stands_in_one_of_its_terms() {
        let mut own = sample();
        own.rule("call", Every::Rolling { days: 9, in_holidays: true });
        own.rule("letter", Every::Year);
        let today = "2025-07-20";
        let terms = own.home.calendar.terms().iter();
        let days = terms.map(|term| own.home.calendar.days_of(term));
        let mut in_terms: Vec<String> = days.flat_map(|days| told(&own, today, &days)).collect();
        let mut all = told(&own, today, &Span::new(chrono::NaiveDate::MIN, None));
        in_terms.sort();
        all.sort();
        assert_eq!(in_terms, all);
        assert!(all.len() > 12, "{all:?}");
    }

    #[test]
    fn what_is_owed_and_what_is_not_are_all_the_slots_there_are() {
        let mut own = sample();
        own.child('B', "2024-11-25");
        own.left('A', "2024-10-15");
        let plan = own.plan("2024-12-20");
        let tally = own.tally(&plan);
        let days = own.home.calendar.days_of(&own.home.calendar.terms()[0]);
        let owed = obligations(&plan, &tally, &days, |_| true);
        let slots = slots(&plan, &tally, &days, |_| true);
        // Two children: five months, a term and a state each.
        assert_eq!(slots.all, 2 * (5 + 1 + 1));
        assert_eq!(slots.all - slots.not_owed, owed.len());
        let only = |case: Case| case.member == 0;
        assert_eq!(super::slots(&plan, &tally, &days, only).all, 7);
    }
}
