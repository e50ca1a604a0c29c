//! What falls due soon: open slots, and those in their days of grace.

use super::still_owed::{StillOwed, is_soon, soon_from};
use crate::domain::rule::Every;
use crate::domain::spans::{Span, days_later};
use crate::rules::case::Case;
use crate::rules::judge;
use crate::rules::obligation::Obligation;
use crate::rules::plan::Plan;
use crate::rules::tally::Tally;

/// For how many days ahead the overdue list tells what falls due.
pub const WEEK: u32 = 7;

/// Unmet obligations that fall due from today to `days` later, and those in grace, by due date.
pub fn soon(plan: &Plan, tally: &Tally, days: u32) -> Vec<Obligation> {
    let asked = Span { first: soon_from(plan), last: days_later(plan.today, days) };
    let judged = plan.present_today().flat_map(|case| judge::within(plan, tally, case, &asked));
    sorted(judged.filter(|one| is_soon(one, asked.last)).collect())
}

/// The same, out of what is still owed within these days.
pub fn soon_of(owed: &StillOwed) -> Vec<Obligation> {
    let all = owed.iter().flat_map(|(_, owed)| owed);
    sorted(all.filter(|one| is_soon(one, owed.last_day())).cloned().collect())
}

fn sorted(mut soon: Vec<Obligation>) -> Vec<Obligation> {
    soon.sort_by_key(|one| (one.dates.map(|dates| dates.due), one.case));
    soon
}

/// The members of rolling rules and of those that ask after events: what falls due depends on the
/// last event, or on what asked since, however old.
pub fn undecided(plan: &Plan, _tally: &Tally) -> Vec<Case> {
    let depends = |case: &Case| {
        matches!(plan.rules[case.rule].rule.every, Every::Rolling { .. } | Every::After(_))
    };
    plan.present_today().filter(depends).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::sample::{AUTUMN, Sample, day};

    fn listed(sample: &Sample, today: &str, days: u32) -> Vec<String> {
        let plan = sample.plan(today);
        let line = |one: &Obligation| {
            let rule = &plan.rules[one.case.rule].rule.id;
            let subject = sample.called(plan.subject(one.case));
            format!("{rule} {subject} {} {}", one.slot, one.state.name())
        };
        soon(&plan, &sample.tally(&plan), days).iter().map(line).collect()
    }

    fn sample() -> Sample {
        let mut sample = Sample::new();
        sample.child('A', AUTUMN.0);
        sample.rule("talk", Every::Month);
        sample
    }

    #[test]
    fn open_slots_are_told_from_the_days_before_they_fall_due_to_the_due_day() {
        let mut own = sample();
        assert_eq!(listed(&own, "2024-10-23", 7), Vec::<String>::new());
        assert_eq!(listed(&own, "2024-10-24", 7), ["talk A 2024-10 open"]);
        assert_eq!(listed(&own, "2024-10-31", 0), ["talk A 2024-10 open"]);
        assert_eq!(listed(&own, "2024-11-01", 7), Vec::<String>::new(), "late is on another list");
        own.event("talk", "2024-10-09", "A");
        assert_eq!(listed(&own, "2024-10-31", 7), Vec::<String>::new());
    }

    #[test]
    fn a_slot_that_begins_within_the_days_is_told_too() {
        let mut own = sample();
        own.home.rules[0].due_days = Some(3);
        assert_eq!(listed(&own, "2024-09-27", 6), ["talk A 2024-10 upcoming"]);
        assert_eq!(listed(&own, "2024-09-26", 6), Vec::<String>::new());
    }

    #[test]
    fn slots_in_grace_are_told_to_the_last_day_of_grace() {
        let mut own = sample();
        own.home.rules[0].grace_days = 3;
        own.rule("visit", Every::Term);
        assert_eq!(soon_from(&own.plan("2024-11-03")), day("2024-10-31"));
        assert_eq!(listed(&own, "2024-11-03", 0), ["talk A 2024-10 grace"]);
        assert_eq!(listed(&own, "2024-11-04", 0), Vec::<String>::new());
    }

    #[test]
    fn they_go_by_due_date_and_only_of_those_present_today() {
        let mut own = sample();
        own.child('B', AUTUMN.0);
        own.child('C', AUTUMN.0);
        own.pause('C', "2024-10-30", "2024-10-30");
        own.rule("call", Every::Month);
        own.rule("visit", Every::Week).due_days = Some(3);
        assert_eq!(
            listed(&own, "2024-10-30", 1),
            [
                "visit A 2024-2025-1/w09 open",
                "visit B 2024-2025-1/w09 open",
                "call A 2024-10 open",
                "call B 2024-10 open",
                "talk A 2024-10 open",
                "talk B 2024-10 open",
            ]
        );
    }

    #[test]
    fn the_members_of_rolling_rules_depend_on_events_however_old() {
        let mut own = sample();
        own.rule("call", Every::Rolling { days: 7, in_holidays: true });
        let plan = own.plan("2024-10-09");
        assert_eq!(undecided(&plan, &own.tally(&plan)), [Case { rule: 0, member: 0 }]);
    }
}
