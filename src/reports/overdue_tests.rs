//! The overdue list: which rows there are, what they say, and their order.

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
    assert_eq!(late_from(&plan), day(AUTUMN.0));
    assert_eq!(late_from(&own.plan("2024-02-01")), day("2024-02-01"), "before the first term");
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
