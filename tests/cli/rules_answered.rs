//! Rules, section 6a: what answers an after-slot, and how it stands without an answer.

use crate::harness::Home;
use crate::rules_after::{again, follow_up, lines, told, visit_after};
use crate::rules_home::{LI, NEXT_TERM, WU, one_child};

/// Asked for by the visit in vain of 2024-10-08, due on the 18th.
const ASKED: &str = "2024-10-08 attempted";

/// That visit of a child with this file, under a rule with these keys.
fn asked(rule: &str, child: &str) -> Home {
    told(Home::new().rule(&again(rule)).child(LI, child), "visit", &[ASKED])
}

/// The states, with a blank between; `-` where nothing is owed.
#[track_caller]
fn state(home: &Home, today: &str) -> String {
    let states = home.obligation_keys(today, &["state"]).join(" ");
    if states.is_empty() { "-".to_owned() } else { states }
}

fn spells(days: &[(&str, &str)]) -> String {
    let spell = |(joined, left): &(&str, &str)| {
        let left = if left.is_empty() { String::new() } else { format!("left = {left}\n") };
        format!("[[spell]]\njoined = {joined}\n{left}")
    };
    days.iter().map(spell).collect()
}

#[test]
fn the_first_event_that_counts_on_or_after_the_first_day_answers_and_never_an_attempt() {
    let rule = again("filled = ['mode']\nunless = { mode = ['phone'] }");
    let days = [
        "2024-10-07 made in_person",
        ASKED,
        "2024-10-09 made",
        "2024-10-10 made phone",
        "2024-10-12 made in_person",
        "2024-10-13 made in_person",
    ];
    let home = told(one_child(&rule), "visit", &days);
    let met = "2024-10-08/2024-10-18 2024-10-08 2024-10-12 2024-10-18 met 1 2024-10-12";
    assert_eq!(lines(&home, "2024-10-20"), [met]);
    assert_eq!(state(&home, "2024-10-11"), "open");
    let tried = told(asked("", ""), "visit", &["2024-10-09 attempted"]);
    assert_eq!(state(&tried, "2024-10-20"), "overdue overdue");
}

#[test]
fn a_thing_does_not_answer_itself_but_another_register_answers_on_that_day() {
    let talk = "2024-10-08 made ,2024-10-08";
    let home = told(one_child(&follow_up("")), "talk", &[talk, "2024-10-08 made"]);
    assert_eq!(state(&home, "2024-10-08"), "open");
    assert_eq!(state(&home, "2024-10-09"), "overdue");
    let home = told(home, "visit", &["2024-10-08 made"]);
    let met = "2024-10-08/2024-10-08 2024-10-08 2024-10-08 2024-10-08 met 1 2024-10-08";
    assert_eq!(lines(&home, "2024-10-09"), [met]);
}

#[test]
fn an_attempt_in_the_morning_is_answered_in_the_afternoon() {
    let home = told(asked("", ""), "visit", &["2024-10-08 made"]);
    let met = "2024-10-08/2024-10-18 2024-10-08 2024-10-08 2024-10-18 met 1 2024-10-08";
    assert_eq!(lines(&home, "2024-10-08"), [met]);
}

#[test]
fn one_event_answers_every_slot_that_it_can() {
    let days = [ASKED, "2024-10-10 attempted", "2024-10-19 made", "2024-10-25 attempted"];
    let home = told(one_child(&again("")), "visit", &days);
    let expected = [
        "2024-10-08/2024-10-18 2024-10-08 2024-10-19 2024-10-18 met_late 1 2024-10-19",
        "2024-10-10/2024-10-20 2024-10-10 2024-10-19 2024-10-20 met 1 2024-10-19",
        "2024-10-25/2024-11-04 2024-10-25 2024-11-04 2024-11-04 open 0 -",
    ];
    assert_eq!(lines(&home, "2024-10-25"), expected);
}

#[test]
fn it_is_met_up_to_the_due_date_and_met_late_after_it() {
    let on = |day: &str| {
        let home = told(asked("grace_days = 5", ""), "visit", &[&format!("{day} made")]);
        home.obligation_keys("2024-12-01", &["state", "met_on", "last", "due"]).concat()
    };
    assert_eq!(on("2024-10-18"), "met 2024-10-18 2024-10-18 2024-10-18");
    assert_eq!(on("2024-10-19"), "met_late 2024-10-19 2024-10-19 2024-10-18");
    assert_eq!(on("2024-11-30"), "met_late 2024-11-30 2024-11-30 2024-10-18");
}

#[test]
fn off_the_roll_on_the_due_date_nothing_is_owed_and_what_was_answered_stays() {
    let left = spells(&[("2024-09-02", "2024-10-17")]);
    for today in ["2024-10-12", "2024-10-17", "2024-10-18", "2024-11-20"] {
        assert_eq!(state(&asked("grace_days = 5", &left), today), "-", "{today}");
    }
    let home = told(asked("", &left), "visit", &["2024-10-15 made"]);
    assert_eq!(state(&home, "2024-11-20"), "met");
    // Paused is on the roll.
    let pause = "[[pause]]\nfrom = 2024-10-12\nuntil = 2024-10-30";
    assert_eq!(state(&asked("", pause), "2024-10-18"), "open");
    // Gone for the due date alone, and back the day after.
    let back = spells(&[("2024-09-02", "2024-10-17"), ("2024-10-19", "")]);
    assert_eq!(state(&asked("", &back), "2024-10-25"), "-");
}

#[test]
fn it_is_exempt_when_an_exemption_covers_the_due_date() {
    let exempt = |rule: &str, from: &str, until: &str| {
        let days = format!("from = 2024-10-{from}\nuntil = 2024-10-{until}");
        let child = format!("[[exempt]]\nrule = '{rule}'\n{days}\nreason = '病'");
        ["2024-10-10", "2024-10-30"].map(|today| state(&asked("", &child), today)).join(" ")
    };
    assert_eq!(exempt("r", "18", "18"), "exempt exempt");
    assert_eq!(exempt("r", "08", "17"), "open overdue");
    assert_eq!(exempt("r", "19", "30"), "open overdue");
    assert_eq!(exempt("other", "18", "18"), "open overdue");
}

#[test]
fn it_is_open_up_to_the_due_date_then_in_grace_and_then_overdue() {
    let home = asked("grace_days = 3", "");
    let of = |today| state(&home, today);
    assert_eq!(["2024-10-08", "2024-10-18"].map(of), ["open"; 2]);
    assert_eq!(["2024-10-19", "2024-10-21"].map(of), ["grace"; 2]);
    assert_eq!(["2024-10-22", "2025-07-04"].map(of), ["overdue"; 2]);
    assert_eq!(
        ["2024-10-18", "2024-10-19"].map(|day| state(&asked("", ""), day)),
        ["open", "overdue"]
    );
}

#[test]
fn who_left_by_the_day_after_the_due_date_owes_nothing_and_who_left_later_is_in_grace_or_missed() {
    let of = |left: &str, days: [&str; 3]| {
        let home = asked("grace_days = 3", &spells(&[("2024-09-02", left)]));
        days.map(|today| state(&home, today)).join(" ")
    };
    let days = ["2024-10-18", "2024-10-19", "2024-10-22"];
    assert_eq!(of("2024-10-18", days), "open - -");
    // On the roll on the 19th still.
    let days = ["2024-10-20", "2024-10-21", "2024-10-22"];
    assert_eq!(of("2024-10-19", days), "grace grace missed");
}

#[test]
fn what_is_missed_while_the_child_is_away_is_overdue_again_when_it_comes_back() {
    let of = |left: &str| {
        let home = asked("", &spells(&[("2024-09-02", left), ("2024-11-04", "")]));
        ["2024-10-25", "2024-11-03", "2024-11-04"].map(|today| state(&home, today)).join(" ")
    };
    assert_eq!(of("2024-10-19"), "missed missed overdue");
    assert_eq!(of("2024-10-18"), "- - overdue");
}

#[test]
fn upcoming_does_not_occur_and_the_presence_threshold_does_not_apply() {
    assert_eq!(state(&asked("", ""), "2024-10-07"), "-");
    let agreed = told(one_child(&follow_up("")), "talk", &["2024-10-08 made ,2024-12-24"]);
    assert_eq!(state(&agreed, "2024-10-08"), "open");
    // Asked and due in the holidays, on no school day.
    let home = told(one_child(&again("")), "visit", &["2025-01-25 attempted"]);
    let late = "2025-01-25/2025-02-04 2025-01-25 2025-02-04 2025-02-04 overdue 0 -";
    assert_eq!(lines(&home, "2025-02-05"), [late]);
}

#[test]
fn a_person_is_present_while_the_role_is_in_force() {
    let rule = visit_after("records = ['visit']", "days = 10\nsubject = 'staff'\nrole = 'doctor'");
    let home = |until: &str| {
        let role = format!("{{ role = 'doctor', from = 2024-09-02, until = 2024-09-{until} }}");
        let home = Home::new().rule(&rule).staff("T00001", &role);
        let home = home.staff("T00002", "{ role = 'doctor', from = 2024-09-11 }");
        home.events("visit", "T00001 T00002", &["2024-09-10"])
    };
    let of = |until: &str, today: &str| {
        home(until).obligation_keys(today, &["subject_id", "slot", "state"])
    };
    let slot = |state: &str| format!("T00001 2024-09-10/2024-09-20 {state}");
    assert_eq!(of("20", "2024-09-15"), [slot("open")]);
    assert_eq!(of("19", "2024-09-15").len(), 0);
    assert_eq!(of("20", "2024-09-21").len(), 0);
    assert_eq!(of("21", "2024-09-22"), [slot("missed")]);
}

#[test]
fn a_class_is_asked_through_its_children_and_the_school_through_every_event() {
    let of = |subject: &str| {
        let rule = again(&format!("subject = '{subject}'"));
        let home = Home::new().rule(&rule).child(LI, "class = '2021-2'");
        let home = told(home.child(WU, "class = '2022-1'"), "visit", &[ASKED]);
        home.obligation_keys("2024-10-19", &["subject_id", "slot", "state"])
    };
    assert_eq!(of("class"), ["2021-2 2024-10-08/2024-10-18 overdue"]);
    assert_eq!(of("school"), ["school 2024-10-08/2024-10-18 overdue"]);
}

const ROW: [&str; 7] = ["slot", "due", "since", "days_overdue", "missed", "last_done", "attempts"];

#[test]
fn a_row_counts_what_is_overdue_since_the_earliest_due_date() {
    // Due on the 18th, the 30th and, not yet late, on 11-09; from 10-18 to 11-05 there are 18 days.
    let days = ["2024-10-07 made", ASKED, "2024-10-20 attempted", "2024-10-30 attempted"];
    let home = told(one_child(&again("")), "visit", &days);
    let row = "2024-10-20/2024-10-30 2024-10-30 2024-10-18 18 2 2024-10-07 3";
    assert_eq!(home.overdue("2024-11-05", &ROW), [row]);
    assert_eq!(home.overdue("2024-10-18", &ROW).len(), 0);
    let never = told(one_child(&again("")), "visit", &days[1..2]);
    let row = "2024-10-08/2024-10-18 2024-10-18 2024-10-18 1 1 - 1";
    assert_eq!(never.overdue("2024-10-19", &ROW), [row]);
    // The late answer takes it off the list.
    let home = told(home, "visit", &["2024-11-05 made"]);
    assert_eq!(home.overdue("2024-11-05", &ROW).len(), 0);
}

#[test]
fn overdue_after_slots_of_any_school_year_are_on_the_list() {
    // From 2024-10-18 to 2025-09-10 there are 365 days less 38.
    let home = told(asked("", "").and("calendar.toml", NEXT_TERM), "visit", &["2024-09-05 made"]);
    let row = "2024-10-08/2024-10-18 2024-10-18 2024-10-18 327 1 2024-09-05 1";
    assert_eq!(home.overdue("2025-09-10", &ROW), [row]);
}

#[test]
fn only_subjects_present_today_are_on_the_list_and_never_what_is_missed() {
    let listed = |child: &str, today: &str| asked("", child).overdue(today, &["slot"]).len();
    let pause = "[[pause]]\nfrom = 2024-10-21\nuntil = 2024-10-30";
    let of = |today| listed(pause, today);
    assert_eq!(["2024-10-20", "2024-10-21", "2024-10-31"].map(of), [1, 0, 1]);
    let left = spells(&[("2024-09-02", "2024-10-21")]);
    let of = |today| listed(&left, today);
    assert_eq!(["2024-10-21", "2024-10-22"].map(of), [1, 0]);
    assert_eq!(state(&asked("", &left), "2024-10-22"), "missed");
}

#[test]
fn what_is_due_is_told_to_its_day_and_in_grace_and_what_is_late_no_more() {
    let due = |today: &str| {
        let home = asked("grace_days = 2", "");
        let rows = home.json(&format!("due --days 3 --today {today}"));
        rows.as_array().unwrap().len()
    };
    assert_eq!(["2024-10-14", "2024-10-15", "2024-10-18"].map(due), [0, 1, 1]);
    assert_eq!(["2024-10-20", "2024-10-21"].map(due), [1, 0]);
}
