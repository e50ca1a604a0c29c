//! Rules, section 5: due dates, when a slot is met, and the one state that each slot has.

use crate::harness::Home;
use crate::rules_home::{LI, october, one_child, states, talk};

/// The due date of the first child's October.
#[track_caller]
fn due(rule: &str, child: &str) -> Vec<String> {
    let home = Home::new().rule(&october(rule)).child(LI, child);
    home.obligation_keys("2024-10-31", &["due"])
}

#[test]
fn due_is_the_slots_last_day() {
    assert_eq!(due("", ""), ["2024-10-31"]);
}

#[test]
fn with_due_days_it_is_that_many_days_from_the_first_day_in_the_slot_on_which_it_is_present() {
    assert_eq!(due("due_days = 10", ""), ["2024-10-10"]);
    assert_eq!(due("due_days = 1", ""), ["2024-10-01"]);
    // Weekends count: 2024-10-12 is a Saturday.
    assert_eq!(due("due_days = 10", "[[spell]]\njoined = 2024-10-12"), ["2024-10-21"]);
    let paused = "[[pause]]\nfrom = 2024-09-20\nuntil = 2024-10-06";
    assert_eq!(due("due_days = 10", paused), ["2024-10-16"]);
}

#[test]
fn due_days_never_go_beyond_the_slots_last_day() {
    assert_eq!(due("due_days = 31", ""), ["2024-10-31"]);
    assert_eq!(due("due_days = 32", ""), ["2024-10-31"]);
    assert_eq!(
        due("due_days = 10", "[[pause]]\nfrom = 2024-10-03\nuntil = 2024-10-08"),
        ["2024-10-10"]
    );
    let late = "[[spell]]\njoined = 2024-10-18";
    assert_eq!(due("due_days = 15", late), ["2024-10-31"]);
}

#[test]
fn a_child_present_on_no_day_of_the_slot_is_counted_from_its_first() {
    let away = "[[pause]]\nfrom = 2024-10-01\nuntil = 2024-10-31";
    assert_eq!(due("due_days = 10\nmin_school_days = 0", away), ["2024-10-10"]);
}

#[test]
fn a_slot_is_met_when_events_fall_on_at_least_times_days_and_met_on_is_the_times_th() {
    let days = ["2024-10-08", "2024-10-08", "2024-10-15", "2024-10-29"];
    let times = |times: usize| {
        let home = one_child(&october(&format!("times = {times}"))).events("talk", LI, &days);
        home.obligations("2024-11-01").concat()
    };
    let slot = "r C00001 2024-10 2024-10-01 2024-10-31 2024-10-31";
    assert_eq!(times(1), format!("{slot} met 3 2024-10-08"));
    assert_eq!(times(2), format!("{slot} met 3 2024-10-15"));
    assert_eq!(times(3), format!("{slot} met 3 2024-10-29"));
    assert_eq!(times(4), format!("{slot} missed 3 -"));
}

#[test]
fn met_is_on_or_before_the_due_date_and_met_late_after_it() {
    let met = |day: &str| {
        states(&one_child(&october("due_days = 10")).events("talk", LI, &[day]), "2024-11-10")
    };
    assert_eq!(met("2024-10-10"), "met");
    assert_eq!(met("2024-10-11"), "met_late");
    assert_eq!(met("2024-10-31"), "met_late");
    let twice = one_child(&october("due_days = 10\ntimes = 2"));
    let twice = twice.events("talk", LI, &["2024-10-10", "2024-10-11"]);
    assert_eq!(states(&twice, "2024-11-10"), "met_late");
}

#[test]
fn upcoming_open_grace_overdue_and_missed_follow_one_another() {
    // Due on the 10th with three days of grace, in a slot that ends on the 31st.
    let home = one_child(&october("due_days = 10\ngrace_days = 3"));
    let expected = [
        ("2024-09-30", "upcoming"),
        ("2024-10-01", "open"),
        ("2024-10-10", "open"),
        ("2024-10-11", "grace"),
        ("2024-10-13", "grace"),
        ("2024-10-14", "overdue"),
        ("2024-10-31", "overdue"),
        ("2024-11-01", "missed"),
    ];
    for (today, state) in expected {
        assert_eq!(states(&home, today), state, "{today}");
    }
}

#[test]
fn grace_runs_on_after_the_slots_last_day() {
    let home = one_child(&october("grace_days = 3"));
    let of = |day| states(&home, day);
    assert_eq!(["2024-10-31", "2024-11-01", "2024-11-03"].map(of), ["open", "grace", "grace"]);
    assert_eq!(of("2024-11-04"), "missed");
    let home = one_child(&october(""));
    assert_eq!(states(&home, "2024-11-01"), "missed");
}

#[test]
fn an_event_before_the_due_date_meets_the_slot_at_once() {
    let home = one_child(&october("")).events("talk", LI, &["2024-10-08"]);
    let of = |day| states(&home, day);
    assert_eq!(["2024-09-30", "2024-10-07", "2024-10-08"].map(of), ["upcoming", "open", "met"]);
}

#[test]
fn what_happens_after_the_slots_last_day_does_not_mend_it() {
    let home = one_child(&october("grace_days = 5")).events("talk", LI, &["2024-11-02"]);
    let missed = "r C00001 2024-10 2024-10-01 2024-10-31 2024-10-31";
    assert_eq!(home.obligations("2024-11-03"), [format!("{missed} grace 0 -")]);
    assert_eq!(home.obligations("2025-07-04"), [format!("{missed} missed 0 -")]);
}

/// A child exempt from the rule from October to December.
fn exempt() -> Home {
    let exempt = "[[exempt]]\nrule = 'r'\nfrom = 2024-10-01\nuntil = 2024-12-31\nreason = '病'";
    Home::new().rule(&october("")).child(LI, exempt)
}

#[test]
fn exempt_comes_before_upcoming_open_and_missed_but_after_met() {
    for today in ["2024-09-10", "2024-10-10", "2024-11-10"] {
        assert_eq!(states(&exempt(), today), "exempt", "{today}");
    }
    let home = exempt().events("talk", LI, &["2024-10-08"]);
    assert_eq!(states(&home, "2024-10-07"), "exempt");
    assert_eq!(states(&home, "2024-10-08"), "met");
}

#[test]
fn each_owed_subject_rule_and_slot_has_exactly_one_state() {
    let home = one_child(&talk("month", "min_school_days = 1")).child("C00002", "");
    let home = home.rule(&talk("term", "").replace("'r'", "'t'"));
    let rows = home.obligation_keys("2025-03-10", &["rule", "child", "first"]);
    let mut once = rows.clone();
    once.dedup();
    assert_eq!(rows, once);
    // Eleven months and two terms for each of the two children.
    assert_eq!(rows.len(), 26);
    let terms = home.obligation_keys("2025-03-10", &["rule", "child", "slot", "state"]);
    let expected = [
        "t C00001 2024-2025-1 missed",
        "t C00001 2024-2025-2 open",
        "t C00002 2024-2025-1 missed",
        "t C00002 2024-2025-2 open",
    ];
    assert_eq!(terms[22..], expected);
}

#[test]
fn obligations_hold_required_and_advised_rules() {
    let mut home = Home::new().child(LI, "");
    for level in ["required", "advised", "inform"] {
        let rule = october(&format!("level = '{level}'")).replace("'r'", &format!("'{level}'"));
        home = home.rule(&rule);
    }
    assert_eq!(home.obligation_keys("2024-11-10", &["rule"]), ["advised", "required"]);
}

#[test]
fn more_than_max_is_never_a_fault() {
    let home = one_child(&october("times = 1\nmax = 2")).events(
        "talk",
        LI,
        &["2024-10-08", "2024-10-09", "2024-10-10"],
    );
    assert_eq!(home.obligation_keys("2024-11-10", &["state", "count"]), ["met 3"]);
    let ran = home.run("check --today 2024-11-10");
    assert_eq!(ran.code, 0, "{}", ran.out);
}
