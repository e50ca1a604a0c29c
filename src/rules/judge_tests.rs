use super::*;
use crate::domain::child::Elder;
use crate::domain::facts::Fact;
use crate::domain::rule::SubjectKind;
use crate::rules::sample::{AUTUMN, Sample, day, role_of, staff_id, text, texts};

const LATER: &str = "2025-07-31";

/// One child on the roll from a day, and one rule.
fn sample(every: Every, joined: &str) -> Sample {
    let mut sample = Sample::new();
    sample.child('A', joined);
    sample.rule("talk", every);
    sample
}

fn monthly() -> Sample {
    sample(Every::Month, AUTUMN.0)
}

fn teachers_day() -> Every {
    let occasions = texts(&["teachers_day"]);
    Every::Occasion { occasions, before_days: 3, after_days: 3 }
}

/// Why a slot of the only child is not owed.
fn refusal(sample: &Sample, slot: &str) -> Option<NotOwed> {
    let plan = sample.plan(LATER);
    let rulings = rulings(&plan, &sample.tally(&plan), Case { rule: 0, member: 0 });
    rulings.into_iter().find(|ruling| &*ruling.slot.label == slot).unwrap().owed.err()
}

#[test]
fn a_child_owes_a_slot_when_it_is_present_on_enough_school_days_of_it() {
    let thresholds = [
        (Every::Week, "2024-2025-1/w02", "2024-09-11", "2024-09-12", 3),
        (Every::Month, "2024-10", "2024-10-18", "2024-10-19", 10),
        (Every::Anchor, "2024-2025-1/start", "2024-09-23", "2024-09-24", 5),
        (Every::Term, "2024-2025-1", "2024-12-23", "2024-12-24", 20),
        (Every::Year, "2024-2025", "2025-05-12", "2025-05-13", 40),
        (Every::SchoolDay { sessions: Vec::new() }, "2024-10-09", "2024-10-09", "2024-10-10", 1),
    ];
    for (every, slot, enough, too_late, needed) in thresholds {
        let own = sample(every.clone(), enough);
        assert_eq!(own.state(LATER, "A", slot), "missed", "{slot}");
        let own = sample(every, too_late);
        assert_eq!(own.state(LATER, "A", slot), "not owed", "{slot}");
        let days = needed - 1;
        assert_eq!(refusal(&own, slot), Some(NotOwed::TooFewDays { days, needed }), "{slot}");
    }
}

#[test]
fn the_rule_may_name_the_school_days_that_are_enough() {
    let mut own = sample(Every::Month, "2024-10-30");
    own.home.rules[0].min_school_days = Some(2);
    assert_eq!(own.state(LATER, "A", "2024-10"), "missed");
    own.home.rules[0].min_school_days = Some(3);
    assert_eq!(own.state(LATER, "A", "2024-10"), "not owed");
}

#[test]
fn pauses_take_days_out_and_the_days_around_them_are_added_up() {
    let mut own = monthly();
    // Five school days before the pause and five after it.
    own.pause('A', "2024-10-08", "2024-10-20");
    own.pause('A', "2024-10-15", "2024-10-24");
    assert_eq!(own.state(LATER, "A", "2024-10"), "missed");
    own.pause('A', "2024-10-25", "2024-10-25");
    assert_eq!(refusal(&own, "2024-10"), Some(NotOwed::TooFewDays { days: 9, needed: 10 }));
}

#[test]
fn an_occasion_is_owed_by_who_is_present_on_the_festival_itself() {
    let mut own = sample(teachers_day(), "2024-09-10");
    assert_eq!(own.state(LATER, "A", "teachers_day/2024"), "missed");
    own.pause('A', "2024-09-10", "2024-09-10");
    let day = day("2024-09-10");
    assert_eq!(refusal(&own, "teachers_day/2024"), Some(NotOwed::Absent { day }));
    let mut own = sample(teachers_day(), AUTUMN.0);
    own.home.rules[0].min_school_days = Some(99);
    assert_eq!(own.state(LATER, "A", "teachers_day/2024"), "missed");
}

#[test]
fn a_child_off_the_roll_on_the_due_date_owes_the_slot_only_if_it_is_met() {
    let mut own = monthly();
    own.left('A', "2024-10-31");
    assert_eq!(own.state(LATER, "A", "2024-10"), "missed");
    own.left('A', "2024-10-30");
    let due = day("2024-10-31");
    assert_eq!(refusal(&own, "2024-10"), Some(NotOwed::OffRoll { due }));
    own.event("talk", "2024-10-09", "A");
    assert_eq!(own.state(LATER, "A", "2024-10"), "met");
}

#[test]
fn a_child_paused_on_the_due_date_owes_the_slot() {
    let mut own = monthly();
    own.pause('A', "2024-10-25", "2024-11-30");
    assert_eq!(own.state(LATER, "A", "2024-10"), "missed");
}

#[test]
fn applies_is_asked_on_the_slots_first_day_and_each_named_field_must_hold() {
    let mut own = monthly();
    own.home.rules[0].applies = vec![("care_type".to_owned(), texts(&["grandparent", "none"]))];
    own.was('A', "care_type", "grandparent", "2024-10-01");
    own.fact('A', "care_type", text("one_parent"));
    assert_eq!(own.state(LATER, "A", "2024-10"), "missed");
    assert_eq!(refusal(&own, "2024-11"), Some(NotOwed::DoesNotApply));
    own.home.rules[0].applies.push(("tags".to_owned(), texts(&["b"])));
    assert_eq!(own.state(LATER, "A", "2024-10"), "not owed");
    own.fact('A', "tags", Fact::List(texts(&["a", "b"])));
    assert_eq!(own.state(LATER, "A", "2024-10"), "missed");
}

#[test]
fn an_exemption_excuses_unmet_slots_of_its_rule_whose_due_date_is_inside_it() {
    let mut own = monthly();
    own.exempt('A', "talk", "2024-10-31", "2024-12-30");
    own.exempt('A', "visit", "2024-12-01", "");
    own.event("talk", "2024-11-05", "A");
    assert_eq!(own.state("2024-10-05", "A", "2024-10"), "exempt", "before open");
    assert_eq!(own.state("2024-09-05", "A", "2024-10"), "exempt", "before upcoming");
    assert_eq!(own.state(LATER, "A", "2024-11"), "met");
    assert_eq!(own.state(LATER, "A", "2024-12"), "missed");
}

#[test]
fn a_slot_is_upcoming_open_in_grace_overdue_and_missed_in_this_order() {
    let mut own = monthly();
    own.home.rules[0].due_days = Some(10);
    own.home.rules[0].grace_days = 3;
    let days = [
        ("2024-09-30", "upcoming"),
        ("2024-10-01", "open"),
        ("2024-10-10", "open"),
        ("2024-10-11", "grace"),
        ("2024-10-13", "grace"),
        ("2024-10-14", "overdue"),
        ("2024-10-31", "overdue"),
        ("2024-11-01", "missed"),
    ];
    for (today, state) in days {
        assert_eq!(own.state(today, "A", "2024-10"), state, "{today}");
    }
}

#[test]
fn grace_may_go_past_the_slots_last_day_after_which_it_is_missed() {
    let mut own = monthly();
    own.home.rules[0].grace_days = 2;
    assert_eq!(own.state("2024-10-31", "A", "2024-10"), "open", "due today is not overdue");
    assert_eq!(own.state("2024-11-02", "A", "2024-10"), "grace");
    assert_eq!(own.state("2024-11-03", "A", "2024-10"), "missed");
}

#[test]
fn due_days_count_from_the_first_day_present_and_never_pass_the_slots_last_day() {
    let mut own = monthly();
    own.home.rules[0].due_days = Some(10);
    own.home.rules[0].min_school_days = Some(0);
    own.pause('A', "2024-09-30", "2024-10-06");
    own.pause('A', "2024-11-01", "2024-11-30");
    let due = |own: &Sample, slot: &str| own.owed(LATER, "A", slot).unwrap().dates.unwrap().due;
    assert_eq!(due(&own, "2024-10"), day("2024-10-16"));
    assert_eq!(due(&own, "2024-11"), day("2024-11-10"), "never present: from its first day");
    own.home.rules[0].due_days = Some(26);
    assert_eq!(due(&own, "2024-10"), day("2024-10-31"));
}

#[test]
fn what_was_done_by_the_due_date_is_met_and_after_it_met_late() {
    for (date, state) in [
        ("2024-09-30", "missed"),
        ("2024-10-01", "met"),
        ("2024-10-10", "met"),
        ("2024-10-11", "met_late"),
        ("2024-10-31", "met_late"),
        ("2024-11-01", "missed"),
    ] {
        let mut own = monthly();
        own.home.rules[0].due_days = Some(10);
        own.event("talk", date, "A");
        assert_eq!(own.state(LATER, "A", "2024-10"), state, "{date}");
    }
}

#[test]
fn a_slot_is_met_on_the_day_of_the_times_th_distinct_day() {
    let mut own = monthly();
    own.home.rules[0].times = 2;
    for date in ["2024-10-17", "2024-10-09", "2024-10-09"] {
        own.event("talk", date, "A");
    }
    own.event("talk", "2024-11-01", "A");
    let one = own.owed(LATER, "A", "2024-10").unwrap();
    assert_eq!((one.count, one.met_on, one.state), (2, Some(day("2024-10-17")), State::Met));
    own.home.rules[0].times = 3;
    let one = own.owed(LATER, "A", "2024-10").unwrap();
    assert_eq!((one.count, one.met_on, one.state), (2, None, State::Missed));
}

#[test]
fn an_event_counts_for_every_slot_that_contains_its_date() {
    let occasions = texts(&["spring_festival", "winter_break", "teachers_day", "mid_autumn"]);
    let mut own = sample(Every::Occasion { occasions, before_days: 5, after_days: 5 }, AUTUMN.0);
    own.event("talk", "2024-09-13", "A");
    assert_eq!(
        own.states(LATER),
        [
            "A teachers_day/2024 met",
            "A mid_autumn/2024 met",
            "A winter_break/2025 missed",
            "A spring_festival/2025 missed"
        ],
        "in the order of their first days"
    );
}

#[test]
fn an_event_counts_for_the_session_that_it_names() {
    let every = Every::SchoolDay { sessions: texts(&["noon", "dusk"]) };
    let mut own = sample(every, AUTUMN.0);
    own.column("talk", "session", &[]);
    own.cells("talk", "2024-10-09", "A", &[("session", "dusk")]);
    for session in ["", "dawn"] {
        own.cells("talk", "2024-10-10", "A", &[("session", session)]);
    }
    assert_eq!(own.state(LATER, "A", "2024-10-09/noon"), "missed");
    assert_eq!(own.state(LATER, "A", "2024-10-09/dusk"), "met");
    assert_eq!(own.state(LATER, "A", "2024-10-10/noon"), "missed");
    assert_eq!(own.state(LATER, "A", "2024-10-10/dusk"), "missed");
}

#[test]
fn a_person_owes_while_the_role_is_in_force_and_an_event_is_theirs_when_staff_names_them() {
    let mut own = Sample::new();
    own.staff('S', "doctor", AUTUMN.0, "2024-11-30");
    own.staff('T', "principal", AUTUMN.0, "");
    let rule = own.rule("talk", Every::Month);
    rule.subject = SubjectKind::Staff;
    rule.role = Some(role_of("doctor"));
    let event = own.event("talk", "2024-10-09", "");
    event.staff = vec![staff_id('S')].into();
    assert_eq!(own.states("2025-01-17"), ["S 2024-09 missed", "S 2024-10 met", "S 2024-11 missed"]);
}

#[test]
fn a_class_owes_while_a_child_of_it_is_present_and_the_school_always() {
    let mut own = Sample::new();
    own.child('A', "2024-10-01");
    own.was('A', "class", "2021-1", "2024-11-30");
    own.fact('A', "class", text("2021-2"));
    own.rule("talk", Every::Month).subject = SubjectKind::Class;
    own.event("talk", "2024-10-09", "A");
    own.left('A', "2024-12-31");
    assert_eq!(
        own.states("2025-01-17"),
        ["2021-1 2024-10 met", "2021-1 2024-11 missed", "2021-2 2024-12 missed"]
    );
    own.home.rules[0].subject = SubjectKind::School;
    own.home.rules[0].every = Every::Term;
    assert_eq!(own.states("2025-02-17"), ["school 2024-2025-1 met", "school 2024-2025-2 open"]);
}

#[test]
fn slots_that_end_before_the_asked_day_are_left_out() {
    let own = monthly();
    let (plan, tally) = (own.plan("2024-12-05"), own.tally(&own.plan("2024-12-05")));
    let labels = |from: &str| -> Vec<String> {
        let all = obligations(&plan, &tally, Case { rule: 0, member: 0 }, Some(day(from)));
        all.into_iter().take(2).map(|one| one.slot.to_string()).collect()
    };
    assert_eq!(labels("2024-10-31"), ["2024-10", "2024-11"]);
    assert_eq!(labels("2024-11-01"), ["2024-11", "2024-12"]);
}

#[test]
fn the_slots_of_a_member_that_have_begun_are_told_in_their_order_with_its_school_days() {
    let mut own = monthly();
    own.home.rules[0].every = {
        let occasions = texts(&["elder_birthday", "mid_autumn"]);
        Every::Occasion { occasions, before_days: 1, after_days: 1 }
    };
    let elder = |day| Elder { name: String::new(), month: 9, day, lunar: false, line: 0 };
    own.home.children[0].elders = vec![elder(12), elder(21)];
    let plan = own.plan("2024-09-20");
    let rulings_of =
        |plan: &Plan| rulings(plan, &own.tally(plan), Case { rule: 0, member: 0 }).into_iter();
    let told = rulings_of(&plan).map(|ruling| (ruling.slot.label, ruling.school_days));
    let all = [
        ("elder_birthday/2024-09-12", 3),
        ("mid_autumn/2024", 3),
        ("elder_birthday/2024-09-21", 1),
    ];
    assert!(told.eq(all.map(|(label, days)| (label.into(), days))));
    assert_eq!(rulings_of(&own.plan("2024-09-19")).len(), 2);
}
