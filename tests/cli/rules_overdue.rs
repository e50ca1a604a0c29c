//! Rules, section 5: the overdue list, which answers what someone must do now.

use crate::harness::Home;
use crate::rules_home::{LI, NEXT_TERM, WU, october, one_child, talk};

/// September to November.
const AUTUMN: &str = "until = 2024-11-30";

const ROW: [&str; 7] = ["slot", "due", "since", "days_overdue", "missed", "last_done", "attempts"];

#[test]
fn an_overdue_or_missed_slot_is_late_and_one_in_grace_is_not() {
    let home = one_child(&october("due_days = 10\ngrace_days = 3"));
    let of = |today| home.overdue(today, &["due", "days_overdue"]);
    assert_eq!(of("2024-10-13").len(), 0);
    assert_eq!(of("2024-10-14"), ["2024-10-10 4"]);
    assert_eq!(of("2024-10-31"), ["2024-10-10 21"]);
    assert_eq!(of("2024-11-01"), ["2024-10-10 22"]);
}

#[test]
fn a_late_slot_is_live_until_something_that_counts_happens_after_its_last_day() {
    let home = one_child(&october("times = 2")).events("talk", LI, &["2024-10-31", "2024-11-20"]);
    let row = "2024-10 2024-10-31 2024-10-31 19 1 2024-10-31 0";
    assert_eq!(home.overdue("2024-11-19", &ROW), [row]);
    assert_eq!(home.overdue("2024-11-20", &ROW).len(), 0);
    let tried = one_child(&october("where = { mode = ['phone'] }"));
    assert_eq!(tried.events("talk", LI, &["2024-11-19"]).overdue("2024-11-19", &ROW).len(), 1);
}

#[test]
fn an_event_after_the_due_date_but_inside_the_slot_leaves_it_live() {
    let home = one_child(&october("times = 2\ndue_days = 10")).events("talk", LI, &["2024-10-20"]);
    let row = "2024-10 2024-10-10 2024-10-10 15 1 2024-10-20 0";
    assert_eq!(home.overdue("2024-10-25", &ROW), [row]);
}

#[test]
fn a_row_shows_the_live_slot_due_last_and_the_earliest_due_date() {
    let home = one_child(&talk("month", AUTUMN)).events("talk", LI, &["2024-10-05"]);
    // September is over and no longer live, October is met, November was missed.
    let row = "2024-11 2024-11-30 2024-11-30 10 1 2024-10-05 0";
    assert_eq!(home.overdue("2024-12-10", &ROW), [row]);
    // All three: the first was due on 2024-09-30, 31 + 30 + 10 days before.
    let row = "2024-11 2024-11-30 2024-09-30 71 3 - 0";
    assert_eq!(one_child(&talk("month", AUTUMN)).overdue("2024-12-10", &ROW), [row]);
}

#[test]
fn last_done_may_lie_outside_every_slot() {
    // The event is in the winter break, after December and before the rule's next slot.
    let rule = talk("month", "from = 2025-03-01\nuntil = 2025-03-31");
    let home = one_child(&rule).events("talk", LI, &["2025-01-25"]);
    assert_eq!(
        home.overdue("2025-04-02", &ROW),
        ["2025-03 2025-03-31 2025-03-31 2 1 2025-01-25 0"]
    );
}

#[test]
fn of_live_slots_due_on_one_day_the_one_with_the_latest_first_is_shown() {
    // Teachers' day has 09-03 to 09-17, mid autumn 09-10 to 09-24. A child that came on the 10th
    // has five days for both; by its label teachers' day would be the greater.
    let rule = "id = 'r'\nevery = 'occasion'\noccasions = ['teachers_day', 'mid_autumn']
        due_days = 5\nrecords = ['letter']";
    let home = Home::new().rule(rule).child(LI, "[[spell]]\njoined = 2024-09-10");
    let row = "mid_autumn/2024 2024-09-14 2024-09-14 1 2 - 0";
    assert_eq!(home.overdue("2024-09-15", &ROW), [row]);
}

#[test]
fn of_those_with_the_same_first_too_the_greatest_label_is_shown() {
    let rule = "id = 'r'\nevery = 'school_day'\nsessions = ['noon', 'after_school']
        records = ['duty']\nfrom = 2024-10-09\nuntil = 2024-10-09";
    let row = "2024-10-09/noon 2024-10-09 2024-10-09 1 2 - 0";
    assert_eq!(one_child(rule).overdue("2024-10-10", &ROW), [row]);
}

/// Two school years; in the first, June was missed.
fn june() -> Home {
    one_child(&talk("month", "from = 2025-06-01\nuntil = 2025-06-30"))
        .and("calendar.toml", NEXT_TERM)
}

#[test]
fn slots_due_in_an_earlier_school_year_are_left_out_once_anything_counted() {
    let home = june().events("talk", LI, &["2025-05-20"]);
    let row = "2025-06 2025-06-30 2025-06-30 62 1 2025-05-20 0";
    assert_eq!(home.overdue("2025-08-31", &ROW), [row]);
    assert_eq!(home.overdue("2025-09-01", &ROW).len(), 0);
}

#[test]
fn a_due_date_in_the_summer_lies_in_the_school_year_that_began_before_it() {
    // The break is due on 2025-08-31, so on the next day it is a matter of the year before.
    let rule = "id = 'r'\nevery = 'occasion'\noccasions = ['summer_break']\nrecords = ['letter']";
    let home = || one_child(rule).and("calendar.toml", NEXT_TERM);
    let row = "summer_break/2025 2025-08-31 2025-08-31 1 1 - 0";
    assert_eq!(home().overdue("2025-09-01", &ROW), [row]);
    let done = home().events("letter", LI, &["2025-05-20"]);
    assert_eq!(done.overdue("2025-09-01", &ROW).len(), 0);
}

#[test]
fn the_due_date_decides_the_school_year_not_the_slots_last_day() {
    // Teachers' day with 2025-08-21 to 09-17, due on 08-25, before the new year's first term.
    let rule = "id = 'r'\nevery = 'occasion'\noccasions = ['teachers_day']\nfrom = 2025-08-01
        records = ['letter']\nbefore_days = 20\ndue_days = 5";
    let home = || one_child(rule).and("calendar.toml", NEXT_TERM);
    let row = "teachers_day/2025 2025-08-25 2025-08-25 16 1 - 0";
    assert_eq!(home().overdue("2025-09-10", &ROW), [row]);
    let done = home().events("letter", LI, &["2025-05-20"]);
    assert_eq!(done.overdue("2025-08-31", &["days_overdue"]), ["6"]);
    assert_eq!(done.overdue("2025-09-10", &ROW).len(), 0);
}

#[test]
fn older_slots_are_considered_when_nothing_ever_counted_for_that_child_and_rule() {
    // Another child's talk, and this child's call, change nothing.
    let home = june().child(WU, "").events("talk", WU, &["2025-05-20"]).events(
        "call",
        LI,
        &["2025-05-20"],
    );
    let row = "2025-06 2025-06-30 2025-06-30 63 1 - 0";
    assert_eq!(home.overdue("2025-09-01", &ROW), [row]);
}

#[test]
fn only_subjects_present_today_are_listed() {
    let listed = |child: &str| {
        let home = Home::new().rule(&october("")).child(LI, child);
        home.overdue("2024-11-10", &["child"]).len()
    };
    let spell = |left: &str| format!("[[spell]]\njoined = 2024-09-02\nleft = {left}");
    assert_eq!(listed(&spell("2024-11-09")), 0);
    assert_eq!(listed(&spell("2024-11-10")), 1);
    assert_eq!(listed("[[pause]]\nfrom = 2024-11-10\nuntil = 2024-11-10"), 0);
    assert_eq!(listed("[[pause]]\nfrom = 2024-11-11"), 1);
}

#[test]
fn the_list_is_sorted_by_days_overdue_descending_rule_and_subject() {
    let rule = |id: &str, month: &str| {
        let more = format!("from = {month}-01\nuntil = {month}-28");
        talk("month", &more).replace("'r'", &format!("'{id}'"))
    };
    let home = Home::new()
        .rule(&rule("a", "2024-11"))
        .rule(&rule("c", "2024-10"))
        .rule(&rule("b", "2024-10"))
        .child(WU, "")
        .child(LI, "");
    let expected =
        ["b C00001 40", "b C00002 40", "c C00001 40", "c C00002 40", "a C00001 10", "a C00002 10"];
    assert_eq!(home.overdue("2024-12-10", &["rule", "child", "days_overdue"]), expected);
}

#[test]
fn the_list_holds_required_rules_and_level_advised_adds_the_advised() {
    let mut home = Home::new().child(LI, "");
    for level in ["required", "advised", "inform"] {
        let rule = october(&format!("level = '{level}'")).replace("'r'", &format!("'{level}'"));
        home = home.rule(&rule);
    }
    assert_eq!(home.overdue("2024-11-10", &["rule"]), ["required"]);
    let advised = home.json("overdue --level advised --today 2024-11-10");
    let rules: Vec<_> = advised.as_array().unwrap().iter().map(|row| &row["rule"]).collect();
    assert_eq!(rules, ["advised", "required"]);
}

#[test]
fn each_child_and_rule_with_live_slots_is_one_row() {
    let home = Home::new()
        .rule(&talk("week", "until = 2024-10-31"))
        .rule(&talk("month", AUTUMN).replace("'r'", "'m'"))
        .child(LI, "")
        .child(WU, "")
        .events("talk", WU, &["2024-12-01"]);
    // Weeks 1 to 9 begin before November; the first was due on 2024-09-08.
    let expected = ["r C00001 2024-2025-1/w09 9 93", "m C00001 2024-11 3 71"];
    let keys = ["rule", "child", "slot", "missed", "days_overdue"];
    assert_eq!(home.overdue("2024-12-10", &keys), expected);
}

#[test]
fn exempt_and_met_late_slots_are_not_late() {
    let exempt = "[[exempt]]\nrule = 'r'\nfrom = 2024-10-31\nuntil = 2024-10-31\nreason = '病'";
    let home = Home::new().rule(&talk("month", AUTUMN)).child(LI, exempt);
    let row = "2024-11 2024-11-30 2024-09-30 71 2 - 0";
    assert_eq!(home.overdue("2024-12-10", &ROW), [row]);
    let late = one_child(&october("due_days = 5")).events("talk", LI, &["2024-10-20"]);
    assert_eq!(late.overdue("2024-10-19", &["days_overdue"]), ["14"]);
    assert_eq!(late.overdue("2024-10-20", &ROW).len(), 0);
}

#[test]
fn events_before_the_school_year_count_for_a_slot_that_reaches_back_into_the_holidays() {
    let rule = "id = 'r'\nevery = 'occasion'\nrecords = ['letter']\noccasions = ['elder_birthday']";
    let elder = "[[elder]]\nname = '奶奶'\nbirthday = '09-05'\ncalendar = 'solar'\n";
    let spell = "[[spell]]\njoined = 2024-08-01\n";
    let home = Home::new()
        .rule(&format!("{rule}\ntimes = 2"))
        .child("C00001", &format!("{elder}{spell}"))
        .events("letter", "C00001", &["2024-08-30", "2024-09-10"]);
    // The slot is 29 August to 12 September: both letters are inside.
    assert_eq!(home.overdue("2024-09-20", &ROW).len(), 0);
}
