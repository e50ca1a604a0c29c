//! Rules, section 3: spells and pauses, the least school days, leavers, exemptions.

use crate::harness::Home;
use crate::rules_home::{LI, NEXT_TERM, october, one_child, states, talk};

/// A child with one spell.
fn spell(rule: &str, spell: &str) -> Home {
    Home::new().rule(rule).child(LI, &format!("[[spell]]\n{spell}"))
}

/// Is there a row for the first child on a day?
fn owes(home: &Home, today: &str) -> bool {
    !home.obligations(today).is_empty()
}

/// A child with these tables, and a rule for October.
fn in_october(rule: &str, child: &str) -> Home {
    Home::new().rule(&october(rule)).child(LI, child)
}

#[test]
fn spells_say_when_a_child_is_on_the_roll_both_ends_included() {
    // Five school days in the week of Monday, 2024-10-07.
    let rule = talk("week", "min_school_days = 5\nfrom = 2024-10-07\nuntil = 2024-10-13");
    let owed = |joined: &str, left: &str| {
        let home = spell(&rule, &format!("joined = {joined}\nleft = {left}"));
        owes(&home.events("talk", LI, &["2024-10-07"]), "2024-10-20")
    };
    assert!(owed("2024-10-07", "2024-10-11"));
    assert!(!owed("2024-10-08", "2024-10-11"));
    assert!(!owed("2024-10-07", "2024-10-10"));
}

#[test]
fn a_child_that_came_back_is_on_the_roll_in_each_spell() {
    // Present 10-01 to 10-04 and from 10-24: four school days and six (24, 25, 28 to 31).
    let spells = |back: &str| {
        let first = "[[spell]]\njoined = 2024-09-02\nleft = 2024-10-04";
        in_october("", &format!("{first}\n[[spell]]\njoined = {back}"))
    };
    assert_eq!(states(&spells("2024-10-24"), "2024-11-10"), "missed");
    assert!(!owes(&spells("2024-10-25"), "2024-11-10"));
}

#[test]
fn pauses_take_days_out() {
    // Monday, 2024-10-21 to 10-25 and 10-28 to 10-31 are nine school days, the 18th is the tenth.
    let until = |day: &str| in_october("", &format!("[[pause]]\nfrom = 2024-10-01\nuntil = {day}"));
    assert_eq!(states(&until("2024-10-17"), "2024-11-10"), "missed");
    assert!(!owes(&until("2024-10-18"), "2024-11-10"));
}

#[test]
fn overlapping_pauses_unite() {
    // Taken one by one they would leave eight of the ten days.
    let pauses = "[[pause]]\nfrom = 2024-10-01\nuntil = 2024-10-17
        [[pause]]\nfrom = 2024-10-10\nuntil = 2024-10-11";
    assert_eq!(states(&in_october("", pauses), "2024-11-10"), "missed");
    let second = "2024-10-10\nuntil = 2024-10-18";
    let longer = pauses.replace("2024-10-10\nuntil = 2024-10-11", second);
    assert!(!owes(&in_october("", &longer), "2024-11-10"));
}

#[test]
fn a_pause_without_until_lasts() {
    // Ten school days before it: four, five and 10-14.
    let home = Home::new()
        .rule(&talk("month", "from = 2024-10-01"))
        .child(LI, "[[pause]]\nfrom = 2024-10-15");
    assert_eq!(home.obligation_keys("2025-07-04", &["slot", "state"]), ["2024-10 missed"]);
}

/// A child that joins on the first day owes the first slot, on the second it does not.
#[track_caller]
fn least(every: &str, more: &str, joins: &str, too_late: &str) {
    let owed = |joined: &str| {
        let home = spell(&talk(every, more), &format!("joined = {joined}"));
        owes(&home, "2024-09-02")
    };
    assert!(owed(joins), "{every} from {joins}");
    assert!(!owed(too_late), "{every} from {too_late}");
}

#[test]
fn a_week_asks_for_3_school_days() {
    least("week", "until = 2024-09-02", "2024-09-04", "2024-09-05");
}

#[test]
fn a_month_asks_for_10_school_days() {
    // 2024-09-30, 23 to 27, 17 to 20.
    least("month", "until = 2024-09-02", "2024-09-17", "2024-09-18");
}

#[test]
fn an_anchor_asks_for_5_school_days() {
    // The window ends on Sunday, 2024-09-29.
    least("anchor", "until = 2024-09-02", "2024-09-23", "2024-09-24");
}

#[test]
fn a_term_asks_for_20_school_days() {
    // The last four weeks of the term begin on Monday, 2024-12-23.
    least("term", "until = 2024-09-02", "2024-12-23", "2024-12-24");
}

#[test]
fn a_year_asks_for_40_school_days() {
    // The last eight weeks of the year begin on Monday, 2025-05-12.
    least("year", "", "2025-05-12", "2025-05-13");
}

#[test]
fn any_other_slot_asks_for_1_school_day() {
    let only = "from = 2024-10-09\nuntil = 2024-10-09";
    least("school_day", only, "2024-10-09", "2024-10-10");
}

#[test]
fn min_school_days_replaces_them() {
    least("month", "until = 2024-09-02\nmin_school_days = 2", "2024-09-27", "2024-09-30");
}

#[test]
fn min_school_days_of_0_asks_for_none() {
    let away = "[[pause]]\nfrom = 2024-10-01\nuntil = 2024-10-31";
    assert!(!owes(&in_october("min_school_days = 1", away), "2024-11-10"));
    assert_eq!(states(&in_october("min_school_days = 0", away), "2024-11-10"), "missed");
}

#[test]
fn a_slot_with_fewer_school_days_than_that_is_owed_by_nobody() {
    // Of the week of 2024-09-30, three days are school days, or two.
    let week = |holiday: &str| {
        let holiday = format!("[[holiday]]\nfirst = {holiday}\nlast = 2024-10-07\n");
        let rule = talk("week", "from = 2024-09-30\nuntil = 2024-10-06");
        owes(&one_child(&rule).and("calendar.toml", &holiday), "2024-10-10")
    };
    assert!(week("2024-10-03"));
    assert!(!week("2024-10-02"));
}

/// The mid-autumn festival is Tuesday, 2024-09-17, fathers' day Sunday, 2025-06-15.
fn occasion(name: &str, more: &str) -> String {
    let rule = "id = 'r'\nevery = 'occasion'\nrecords = ['letter']\n";
    format!("{rule}occasions = ['{name}']\n{more}")
}

#[test]
fn an_occasion_is_owed_when_the_child_is_present_on_the_festival_itself() {
    let owed = |child: &str| {
        owes(&Home::new().rule(&occasion("mid_autumn", "")).child(LI, child), "2024-10-10")
    };
    assert!(owed("[[spell]]\njoined = 2024-09-17"));
    assert!(!owed("[[spell]]\njoined = 2024-09-18"));
    assert!(owed("[[pause]]\nfrom = 2024-09-18\nuntil = 2024-09-20"));
    assert!(!owed("[[pause]]\nfrom = 2024-09-17\nuntil = 2024-09-17"));
}

#[test]
fn a_break_is_owed_when_the_child_is_present_on_its_first_day() {
    // The winter break begins on 2025-01-18.
    let owed = |from: &str| {
        let pause = format!("[[pause]]\nfrom = {from}\nuntil = 2025-02-16");
        owes(&Home::new().rule(&occasion("winter_break", "")).child(LI, &pause), "2025-03-01")
    };
    assert!(owed("2025-01-19"));
    assert!(!owed("2025-01-18"));
}

#[test]
fn a_child_off_the_roll_on_the_due_date_owes_the_slot_only_if_it_is_met() {
    let left = |day: &str| format!("[[spell]]\njoined = 2024-09-02\nleft = {day}");
    assert!(!owes(&in_october("", &left("2024-10-30")), "2024-11-10"));
    assert_eq!(states(&in_october("", &left("2024-10-31")), "2024-11-10"), "missed");
    let met = in_october("", &left("2024-10-30")).events("talk", LI, &["2024-10-10"]);
    assert_eq!(states(&met, "2024-11-10"), "met");
}

#[test]
fn a_slot_that_was_met_late_is_met_for_a_leaver_too() {
    // Due on the 15th, when the child was gone; eleven school days before.
    let left = "[[spell]]\njoined = 2024-09-02\nleft = 2024-10-14";
    let home = in_october("due_days = 15", left);
    assert!(!owes(&home, "2024-11-10"));
    let home = home.events("talk", LI, &["2024-10-16"]);
    assert_eq!(states(&home, "2024-11-10"), "met_late");
}

#[test]
fn a_child_that_is_only_paused_on_the_due_date_owes_the_slot() {
    let paused = "[[pause]]\nfrom = 2024-10-21\nuntil = 2024-11-30";
    assert_eq!(states(&in_october("", paused), "2024-11-10"), "missed");
}

/// A child with an exemption from the rule, until a day unless that is empty.
fn exempt(rule: &str, from: &str, until: &str) -> Home {
    let until = if until.is_empty() { String::new() } else { format!("until = {until}\n") };
    let exempt =
        format!("[[exempt]]\nrule = '{rule}'\nfrom = {from}\n{until}reason = '父母无电话'");
    Home::new().rule(&talk("month", "from = 2024-10-01\nuntil = 2024-12-01")).child(LI, &exempt)
}

#[test]
fn an_exemption_excuses_each_unmet_slot_whose_due_date_is_inside_it() {
    let on = |from: &str, until: &str| states(&exempt("r", from, until), "2025-01-17");
    assert_eq!(on("2024-10-31", "2024-10-31"), "exempt missed missed");
    assert_eq!(on("2024-10-01", "2024-10-30"), "missed missed missed");
    assert_eq!(on("2024-11-01", "2024-12-31"), "missed exempt exempt");
    assert_eq!(on("2024-11-30", ""), "missed exempt exempt");
}

#[test]
fn an_exemption_does_not_touch_a_met_slot_or_another_rule() {
    let met = exempt("r", "2024-10-01", "").events("talk", LI, &["2024-11-05"]);
    assert_eq!(states(&met, "2025-01-17"), "exempt met exempt");
    let other = exempt("other", "2024-10-01", "").rule(&october("").replace("'r'", "'other'"));
    let expected = ["other exempt", "r missed", "r missed", "r missed"];
    assert_eq!(other.obligation_keys("2025-01-17", &["rule", "state"]), expected);
}

#[test]
fn a_child_owes_nothing_before_it_joined() {
    let home = spell(&talk("year", ""), "joined = 2025-09-01").and("calendar.toml", NEXT_TERM);
    assert_eq!(home.obligation_keys("2025-09-01", &["slot"]), ["2025-2026"]);
}
