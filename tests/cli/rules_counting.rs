//! Rules, section 4: which events count, on which day, and for which slots.

use crate::harness::{HEADER, Home};
use crate::rules_home::{LI, WU, fault, header, october, one_child, row, talk};

/// The days that count for the first child's October, as `count met_on`.
#[track_caller]
fn counted(home: &Home) -> Vec<String> {
    home.obligation_keys("2024-11-10", &["count", "met_on"])
}

/// October under a rule with these registers and keys.
fn rule(records: &str, more: &str) -> Home {
    one_child(&october(more).replace("['talk']", records))
}

/// The same with rows in a log: date and own cells.
fn log(home: Home, register: &str, own: &str, rows: &[(&str, &str)]) -> Home {
    let rows: String = rows.iter().map(|(day, cells)| row(day, LI, "", "made", cells)).collect();
    home.log(register, "2024-10", &header(own), &rows)
}

#[test]
fn an_event_counts_when_its_register_is_in_records_and_any_of_them_counts() {
    let home = rule("['talk', 'visit']", "").events("call", LI, &["2024-10-08"]);
    assert_eq!(counted(&home), ["0 -"]);
    let home = home.events("visit", LI, &["2024-10-09"]).events("talk", LI, &["2024-10-10"]);
    assert_eq!(counted(&home), ["2 2024-10-09"]);
}

#[test]
fn an_event_is_a_childs_when_it_is_among_its_children() {
    let home = one_child(&october("")).child(WU, "").child("C00003", "");
    let home = home.events("talk", "C00003 C00001", &["2024-10-08"]);
    let expected = ["C00001 met", "C00002 missed", "C00003 met"];
    assert_eq!(home.obligation_keys("2024-11-10", &["child", "state"]), expected);
}

#[test]
fn a_child_named_twice_is_named_once() {
    let rows = row("2024-10-08", "C00001 C00001", "", "attempted", "");
    let home = one_child(&october("")).log("talk", "2024-10", &header("topic"), &rows);
    assert_eq!(home.overdue("2024-11-10", &["attempts"]), ["1"]);
    let rows = row("2024-10-08", "C00001 C00001", "", "made", "");
    let home = one_child(&october("")).log("talk", "2024-10", &header("topic"), &rows);
    assert_eq!(counted(&home), ["1 2024-10-08"]);
}

#[test]
fn an_attempt_does_not_count_and_made_or_nothing_does() {
    for (outcome, expected) in
        [("attempted", "0 -"), ("made", "1 2024-10-08"), ("", "1 2024-10-08")]
    {
        let rows = row("2024-10-08", LI, "", outcome, "");
        let home = one_child(&october("")).log("talk", "2024-10", &header("topic"), &rows);
        assert_eq!(counted(&home), [expected], "{outcome}");
    }
}

#[test]
fn a_void_event_does_not_count() {
    let row = "EAAAAAAAAA1,2024-10-08,C00001,,made,,2024-10-08T10:00:00+08:00,void,";
    assert_eq!(counted(&one_child(&october("")).log("talk", "2024-10", HEADER, row)), ["0 -"]);
}

#[test]
fn each_column_in_where_holds_one_of_the_listed_values() {
    let both = "where = { mode = ['in_person', 'video'], place = ['校园'] }";
    let home = log(
        rule("['talk']", both),
        "talk",
        "mode,place",
        &[
            ("2024-10-07", "phone,校园"),
            ("2024-10-08", "in_person,家里"),
            ("2024-10-09", ",校园"),
            ("2024-10-10", "video,校园"),
        ],
    );
    assert_eq!(counted(&home), ["1 2024-10-10"]);
}

#[test]
fn each_column_in_filled_is_not_blank() {
    // A cell of white space only is blank.
    let home = log(
        rule("['talk']", "filled = ['study', 'life']"),
        "talk",
        "study,life",
        &[("2024-10-07", "好,"), ("2024-10-08", "  ,好"), ("2024-10-09", "好,好")],
    );
    assert_eq!(counted(&home), ["1 2024-10-09"]);
}

#[test]
fn where_and_filled_are_asked_only_of_registers_that_have_the_column() {
    // A letter from the child, or a call.
    let either = "where = { direction = ['child_to_parent'] }\nfilled = ['addressee']";
    let home = log(
        rule("['letter', 'call']", either),
        "letter",
        "direction,addressee",
        &[
            ("2024-10-07", "staff_to_parent,父亲"),
            ("2024-10-08", "child_to_parent,"),
            ("2024-10-09", "child_to_parent,父亲"),
        ],
    );
    assert_eq!(counted(&home), ["1 2024-10-09"]);
    assert_eq!(counted(&home.events("call", LI, &["2024-10-06"])), ["2 2024-10-06"]);
}

#[test]
fn a_cell_missing_from_an_older_header_is_blank() {
    for more in ["filled = ['study']", "where = { mode = ['in_person'] }"] {
        let home = rule("['talk']", more).events("talk", LI, &["2024-10-08"]);
        assert_eq!(counted(&home), ["0 -"], "{more}");
    }
}

#[test]
fn a_column_that_none_of_the_rules_registers_has_is_a_fault() {
    for more in ["where = { directio = ['child_to_parent'] }", "filled = ['directio']"] {
        let said = fault(&rule("['talk', 'letter']", more), "column-nowhere");
        assert!(said.contains("direction"), "{said}");
    }
    let home = rule("['talk', 'letter']", "filled = ['direction']");
    assert_eq!(counted(&home), ["0 -"]);
}

#[test]
fn the_occurred_date_decides_never_the_date_of_entry() {
    let rows = "EAAAAAAAAA1,2024-10-31,C00001,,made,,2024-12-05T10:00:00+08:00,,";
    let home = one_child(&october("")).log("talk", "2024-10", HEADER, rows);
    let expected = ["r C00001 2024-10 2024-10-01 2024-10-31 2024-10-31 met 1 2024-10-31"];
    assert_eq!(home.obligations("2024-11-10"), expected);
}

#[test]
fn several_events_on_one_day_count_once() {
    let days = ["2024-10-08", "2024-10-08", "2024-10-08", "2024-10-22"];
    let home = one_child(&october("times = 2")).events("talk", LI, &days);
    assert_eq!(counted(&home), ["2 2024-10-22"]);
    let home = rule("['talk', 'call']", "times = 2").events("talk", LI, &["2024-10-08"]).events(
        "call",
        LI,
        &["2024-10-08"],
    );
    assert_eq!(counted(&home), ["1 -"]);
}

#[test]
fn an_event_counts_whether_or_not_the_child_was_present_that_day() {
    let paused = "[[pause]]\nfrom = 2024-10-01\nuntil = 2024-10-10";
    let home = Home::new().rule(&october("")).child(LI, paused);
    assert_eq!(counted(&home.events("talk", LI, &["2024-10-03"])), ["1 2024-10-03"]);
    let later = "[[spell]]\njoined = 2024-10-10";
    let home = Home::new().rule(&october("")).child(LI, later);
    assert_eq!(counted(&home.events("talk", LI, &["2024-10-09"])), ["1 2024-10-09"]);
}

#[test]
fn an_event_counts_for_every_slot_of_the_rule_that_contains_its_date() {
    // Teachers' day is 2024-09-10, mid autumn 2024-09-17: both hold the 10th to the 17th.
    let rule = "id = 'r'\nevery = 'occasion'\noccasions = ['teachers_day', 'mid_autumn']
        records = ['letter']";
    let states = |day| {
        let home = one_child(rule).events("letter", LI, &[day]);
        home.obligation_keys("2024-10-10", &["slot", "state"])
    };
    let teachers = |state| format!("teachers_day/2024 {state}");
    let autumn = |state| format!("mid_autumn/2024 {state}");
    assert_eq!(states("2024-09-09"), [teachers("met"), autumn("missed")]);
    assert_eq!(states("2024-09-10"), [teachers("met"), autumn("met")]);
    assert_eq!(states("2024-09-17"), [teachers("met"), autumn("met")]);
    assert_eq!(states("2024-09-18"), [teachers("missed"), autumn("met")]);
}

#[test]
fn an_event_counts_for_every_rule_that_asks_for_it() {
    let home = one_child(&october(""))
        .rule(&talk("term", "until = 2024-09-02").replace("'r'", "'s'"))
        .events("talk", LI, &["2024-10-08"]);
    let expected = ["r 2024-10 met", "s 2024-2025-1 met"];
    assert_eq!(home.obligation_keys("2024-11-10", &["rule", "slot", "state"]), expected);
}
