//! Rules, section 6: rolling rules, from one event to the next.

use crate::harness::Home;
use crate::rules_home::{LI, NEXT_TERM, WU, one_child, talk};

/// A talk every 30 days, and a child with this file.
fn rolling(rule: &str, child: &str) -> Home {
    Home::new().rule(&talk("rolling", rule)).child(LI, child)
}

/// 2024-09-02 and 30 days: 28 to the end of September, and two.
fn thirty() -> Home {
    rolling("days = 30", "")
}

/// The lines of the obligations without rule and child.
#[track_caller]
fn lines(home: &Home, today: &str) -> Vec<String> {
    let lines = home.obligations(today);
    lines.iter().map(|line| line.strip_prefix("r C00001 ").unwrap().to_owned()).collect()
}

fn spell(joined: &str, left: &str) -> String {
    format!("[[spell]]\njoined = {joined}\nleft = {left}")
}

#[test]
fn a_stretchs_first_day_is_the_first_anchor_and_the_slot_falls_due_days_later() {
    let open = |state| format!("2024-09-02 2024-09-02 2024-10-02 2024-10-02 {state} 0 -");
    assert_eq!(lines(&thirty(), "2024-09-02"), [open("open")]);
    assert_eq!(lines(&thirty(), "2024-10-02"), [open("open")]);
    assert_eq!(lines(&thirty(), "2024-10-03"), [open("overdue")]);
}

#[test]
fn the_next_event_closes_the_slot_and_is_the_next_anchor() {
    let home = thirty().events("talk", LI, &["2024-09-20", "2024-10-25"]);
    let expected = [
        "2024-09-02 2024-09-02 2024-09-20 2024-10-02 met 1 2024-09-20",
        "2024-09-20 2024-09-20 2024-10-25 2024-10-20 met_late 1 2024-10-25",
        "2024-10-25 2024-10-25 2024-11-24 2024-11-24 open 0 -",
    ];
    assert_eq!(lines(&home, "2024-11-01"), expected);
    let home = thirty().events("talk", LI, &["2024-10-02"]);
    let met = "2024-09-02 2024-09-02 2024-10-02 2024-10-02 met 1 2024-10-02";
    assert_eq!(lines(&home, "2024-11-10")[0], met);
}

#[test]
fn an_event_on_the_anchors_very_day_is_not_a_closing_event() {
    let days = ["2024-09-02", "2024-09-02", "2024-09-20", "2024-09-20"];
    let expected = [
        "2024-09-02 2024-09-02 2024-09-20 2024-10-02 met 1 2024-09-20",
        "2024-09-20 2024-09-20 2024-10-20 2024-10-20 open 0 -",
    ];
    assert_eq!(lines(&thirty().events("talk", LI, &days), "2024-10-01"), expected);
}

#[test]
fn days_inside_terms_count_and_with_in_holidays_all_days() {
    // 2025-01-11 to 01-17 are seven days, 2025-02-17 to 02-23 seven more.
    let home = |more: &str| {
        let home = rolling(&format!("days = 14\n{more}"), "[[spell]]\njoined = 2025-01-10");
        home.obligation_keys("2025-01-20", &["first", "due"])
    };
    assert_eq!(home(""), ["2025-01-10 2025-02-23"]);
    assert_eq!(home("in_holidays = false"), ["2025-01-10 2025-02-23"]);
    assert_eq!(home("in_holidays = true"), ["2025-01-10 2025-01-24"]);
}

#[test]
fn an_anchor_may_lie_in_the_holidays() {
    // Nothing passes before 2025-02-17, which is the first of the five days.
    let home = rolling("days = 5", "[[spell]]\njoined = 2025-01-20");
    let open = "2025-01-20 2025-01-20 2025-02-21 2025-02-21 open 0 -";
    assert_eq!(lines(&home, "2025-01-25"), [open]);
}

#[test]
fn weekends_and_holidays_inside_a_term_count() {
    let holiday = "[[holiday]]\nname = \"国庆节\"\nfirst = 2024-10-01\nlast = 2024-10-07\n";
    let home = rolling("days = 10", "[[spell]]\njoined = 2024-09-28");
    let home = home.and("calendar.toml", holiday);
    assert_eq!(home.obligation_keys("2024-09-28", &["due"]), ["2024-10-08"]);
}

#[test]
fn the_open_end_is_open_then_in_grace_then_overdue_while_the_stretch_contains_today() {
    let home = rolling("days = 30\ngrace_days = 3", "");
    let of = |today| home.obligation_keys(today, &["state"]).concat();
    assert_eq!(["2024-10-02", "2024-10-03", "2024-10-05"].map(of), ["open", "grace", "grace"]);
    assert_eq!(["2024-10-06", "2025-07-04"].map(of), ["overdue", "overdue"]);
}

#[test]
fn grace_still_runs_after_a_stretch_has_ended_and_then_the_slot_is_missed() {
    let home = rolling("days = 30\ngrace_days = 3", &spell("2024-09-02", "2024-10-03"));
    let of = |today| home.obligation_keys(today, &["state"]).concat();
    assert_eq!(["2024-10-03", "2024-10-04", "2024-10-05"].map(of), ["grace"; 3]);
    assert_eq!(of("2024-10-06"), "missed");
    let home = rolling("days = 30", &spell("2024-09-02", "2024-10-03"));
    let of = |today| home.obligation_keys(today, &["state"]).concat();
    assert_eq!(["2024-10-03", "2024-10-04"].map(of), ["overdue", "missed"]);
}

#[test]
fn a_stretch_that_ended_before_today_and_on_or_before_the_due_date_owes_nothing() {
    let home = rolling("days = 30", &spell("2024-09-02", "2024-10-02"));
    assert_eq!(home.obligation_keys("2024-10-02", &["state"]), ["open"]);
    assert_eq!(home.obligations("2024-10-03").len(), 0);
    assert_eq!(home.obligations("2024-12-10").len(), 0);
    // What was closed before stays.
    let met = "2024-09-02 2024-09-02 2024-09-20 2024-10-02 met 1 2024-09-20";
    assert_eq!(lines(&home.events("talk", LI, &["2024-09-20"]), "2024-12-10"), [met]);
}

#[test]
fn days_after_today_do_not_end_a_stretch() {
    let home = rolling("days = 30", &spell("2024-09-02", "2024-09-20"));
    let open = "2024-09-02 2024-09-02 2024-10-02 2024-10-02 open 0 -";
    assert_eq!(lines(&home, "2024-09-19"), [open]);
    assert_eq!(lines(&home, "2024-09-20"), [open]);
    assert_eq!(lines(&home, "2024-09-21").len(), 0);
}

#[test]
fn a_slot_for_which_the_calendar_ends_too_early_is_left_out_while_open() {
    // From 2025-06-04 there are 26 days of June and four of July, to the calendar's last day.
    let home = |joined: &str| {
        let home = rolling("days = 30", &format!("[[spell]]\njoined = {joined}"));
        home.obligation_keys("2025-07-10", &["first", "due", "state"])
    };
    assert_eq!(home("2025-06-04"), ["2025-06-04 2025-07-04 overdue"]);
    assert_eq!(home("2025-06-05").len(), 0);
    let all = rolling("days = 30\nin_holidays = true", "[[spell]]\njoined = 2025-06-05");
    let overdue = "2025-06-05 2025-06-05 2025-07-05 2025-07-05 overdue 0 -";
    assert_eq!(lines(&all, "2025-07-10"), [overdue]);
}

#[test]
fn such_a_slot_is_closed_as_met_with_the_events_date_as_its_due_date() {
    let home = rolling("days = 30", "[[spell]]\njoined = 2025-06-05");
    let met = "2025-06-05 2025-06-05 2025-06-20 2025-06-20 met 1 2025-06-20";
    assert_eq!(lines(&home.events("talk", LI, &["2025-06-20"]), "2025-07-10"), [met]);
}

/// Two stretches: 2024-09-02 to 09-19, and from 2024-10-01.
#[track_caller]
fn assert_two_stretches(home: impl Fn() -> Home) {
    let first = "2024-09-02 2024-09-02 2024-09-10 2024-10-02 met 1 2024-09-10";
    let second = "2024-10-01 2024-10-01 2024-10-31 2024-10-31 open 0 -";
    assert_eq!(lines(&home(), "2024-10-10"), [second]);
    // The event between the stretches closes nothing and is no anchor.
    let home = home().events("talk", LI, &["2024-09-10", "2024-09-25"]);
    assert_eq!(lines(&home, "2024-10-10"), [first, second]);
}

#[test]
fn a_stretch_is_a_run_of_days_on_which_the_child_is_present() {
    let pause = "[[pause]]\nfrom = 2024-09-20\nuntil = 2024-09-30";
    assert_two_stretches(|| rolling("days = 30", pause));
    let spells = format!("{}\n[[spell]]\njoined = 2024-10-01", spell("2024-09-02", "2024-09-19"));
    assert_two_stretches(|| rolling("days = 30", &spells));
}

#[test]
fn a_persons_stretch_is_the_time_in_the_role() {
    let rule = "days = 30\nsubject = 'staff'\nrole = 'doctor'";
    let home = Home::new().rule(&talk("rolling", rule)).staff(
        "T00001",
        "{ role = 'doctor', from = 2024-09-02, until = 2024-09-19 },
         { role = 'doctor', from = 2024-10-01 }",
    );
    let open = "r T00001 2024-10-01 2024-10-01 2024-10-31 2024-10-31 open 0 -";
    assert_eq!(home.obligations("2024-10-10"), [open]);
}

#[test]
fn a_stretch_is_a_run_of_days_on_which_no_exemption_covers_the_day() {
    let exempt = |rule: &str| {
        format!("[[exempt]]\nrule = '{rule}'\nfrom = 2024-09-20\nuntil = 2024-09-30\nreason = '病'")
    };
    assert_two_stretches(|| rolling("days = 30", &exempt("r")));
    let other = rolling("days = 30", &exempt("other"));
    let overdue = "2024-09-02 2024-09-02 2024-10-02 2024-10-02 overdue 0 -";
    assert_eq!(lines(&other, "2024-10-10"), [overdue]);
}

#[test]
fn a_stretch_is_a_run_of_days_on_which_applies_holds() {
    // High to 09-19, low to 09-30, then high again.
    let was = |value: &str, until: &str| {
        format!("[[was]]\nfield = 'risk'\nvalue = '{value}'\nuntil = {until}\n")
    };
    let child = format!("risk = 'high'\n{}{}", was("high", "2024-09-19"), was("low", "2024-09-30"));
    assert_two_stretches(|| rolling("days = 30\napplies = { risk = ['high'] }", &child));
}

#[test]
fn a_stretch_is_a_run_of_days_on_which_the_rule_is_in_force() {
    let from = rolling("days = 30\nfrom = 2024-10-01", "").events("talk", LI, &["2024-09-25"]);
    let open = "2024-10-01 2024-10-01 2024-10-31 2024-10-31 open 0 -";
    assert_eq!(lines(&from, "2024-10-10"), [open]);
    let until = |day: &str| rolling(&format!("days = 30\nuntil = {day}"), "");
    assert_eq!(lines(&until("2024-10-02"), "2024-10-10").len(), 0);
    let missed = "2024-09-02 2024-09-02 2024-10-02 2024-10-02 missed 0 -";
    assert_eq!(lines(&until("2024-10-03"), "2024-10-10"), [missed]);
}

#[test]
fn there_is_no_exempt_or_upcoming_rolling_slot() {
    let home = rolling("days = 30", "[[exempt]]\nrule = 'r'\nfrom = 2024-09-02\nreason = '病'");
    assert_eq!(home.obligations("2024-10-10").len(), 0);
    assert_eq!(thirty().obligations("2024-09-01").len(), 0);
    assert_eq!(rolling("days = 30\nfrom = 2024-10-01", "").obligations("2024-09-30").len(), 0);
}

#[test]
fn the_presence_threshold_does_not_apply() {
    // One day, a Saturday, and one before which the slot was due.
    let home = rolling("days = 1\nin_holidays = true", &spell("2024-09-07", "2024-09-09"));
    let missed = "2024-09-07 2024-09-07 2024-09-08 2024-09-08 missed 0 -";
    assert_eq!(lines(&home, "2024-09-10"), [missed]);
}

#[test]
fn an_overdue_rolling_slot_is_on_the_list_since_its_due_date() {
    let keys = ["slot", "due", "since", "days_overdue", "missed", "last_done"];
    let home = thirty().events("talk", LI, &["2024-09-10"]);
    let row = "2024-09-10 2024-10-10 2024-10-10 5 1 2024-09-10";
    assert_eq!(home.overdue("2024-10-15", &keys), [row]);
    assert_eq!(home.overdue("2024-10-10", &keys).len(), 0);
}

#[test]
fn a_missed_rolling_slot_is_never_on_the_list() {
    // Exempt from the 6th: the child is present, but the stretch ended after the due date.
    let exempt = "[[exempt]]\nrule = 'r'\nfrom = 2024-10-06\nreason = '病'";
    let home = rolling("days = 30", exempt);
    assert_eq!(home.obligation_keys("2024-10-10", &["state"]), ["missed"]);
    assert_eq!(home.overdue("2024-10-10", &["slot"]).len(), 0);
    assert_eq!(home.overdue("2024-10-05", &["slot"]), ["2024-09-02"]);
}

#[test]
fn a_rolling_row_knows_no_school_year() {
    // From 2024-10-10 to 2025-09-10 there are 365 days less 30.
    let home = thirty().and("calendar.toml", NEXT_TERM).events("talk", LI, &["2024-09-10"]);
    assert_eq!(home.overdue("2025-09-10", &["slot", "days_overdue"]), ["2024-09-10 335"]);
}

#[test]
fn each_child_has_its_own_stretches() {
    let home =
        one_child(&talk("rolling", "days = 30")).child(WU, "").events("talk", WU, &["2024-09-20"]);
    let expected = ["C00001 2024-09-02 open", "C00002 2024-09-02 met", "C00002 2024-09-20 open"];
    assert_eq!(home.obligation_keys("2024-09-25", &["child", "slot", "state"]), expected);
}
