//! Rules, section 4: who ought to do it (`by`, `by_only`), and attempts.

use std::fmt::Write as _;

use crate::harness::{HEADER, Home, event_id};
use crate::rules_home::{LI, header, october, one_child, row};

/// A child of class 2021-1 with these pairs (staff, role, from and more), an October that was
/// missed, and five persons, of whom T00001 is the head teacher of the class.
fn paired(rule: &str, pairs: &[(&str, &str, &str)]) -> Home {
    let mut child = "class = '2021-1'\n".to_owned();
    for (staff, role, from) in pairs {
        let _ = write!(child, "[[pair]]\nstaff = '{staff}'\nrole = '{role}'\nfrom = {from}\n");
    }
    let head = |class| format!("{{ role = 'head_teacher', class = '{class}', from = 2024-09-02 }}");
    let parent = "{ role = 'proxy_parent', from = 2024-09-02 }";
    Home::new()
        .rule(&october(rule))
        .child(LI, &child)
        .staff("T00001", &head("2021-1"))
        .staff("T00002", &head("2021-2"))
        .staff("T00003", parent)
        .staff("T00004", parent)
        .staff("T00005", "{ role = 'home_keeper', from = 2024-09-02, until = 2024-10-20 }")
}

/// Who is named on 2024-11-05.
#[track_caller]
fn responsible(home: &Home) -> String {
    home.overdue("2024-11-05", &["responsible"]).concat()
}

const PARENT: &str = "by = 'proxy_parent'";

#[test]
fn the_responsible_person_is_the_childs_pair_with_that_role_today() {
    let pair = |pairs: &[_]| responsible(&paired(PARENT, pairs));
    assert_eq!(pair(&[("T00003", "proxy_parent", "2024-09-02")]), "T00003");
    // Neither a pair in another role, nor one that ended yesterday, nor one of tomorrow.
    let others = [
        ("T00003", "proxy_mother", "2024-09-02"),
        ("T00003", "proxy_parent", "2024-09-02\nuntil = 2024-11-04"),
        ("T00004", "proxy_parent", "2024-11-06"),
    ];
    assert_eq!(pair(&others), "T00001");
    assert_eq!(pair(&[("T00003", "proxy_parent", "2024-09-02\nuntil = 2024-11-05")]), "T00003");
}

#[test]
fn of_two_pairs_the_one_with_the_latest_from_is_responsible() {
    let older = ("T00004", "proxy_parent", "2024-09-02");
    let newer = ("T00003", "proxy_parent", "2024-10-01");
    assert_eq!(responsible(&paired(PARENT, &[older, newer])), "T00003");
    assert_eq!(responsible(&paired(PARENT, &[newer, older])), "T00003");
}

#[test]
fn else_it_is_the_head_teacher_of_the_class_else_nobody() {
    assert_eq!(responsible(&paired(PARENT, &[])), "T00001");
    let nobody = paired(PARENT, &[]).child(LI, "class = '2021-3'");
    assert_eq!(responsible(&nobody), "-");
}

#[test]
fn for_a_class_it_is_the_head_teacher_and_for_the_school_nobody() {
    let of = |subject: &str| {
        let rule = format!("by = 'proxy_parent'\nsubject = '{subject}'");
        responsible(&paired(&rule, &[("T00003", "proxy_parent", "2024-09-02")]))
    };
    assert_eq!(of("class"), "T00001");
    assert_eq!(of("school"), "-");
}

#[test]
fn without_by_nobody_is_responsible() {
    let pair = [("T00003", "proxy_parent", "2024-09-02")];
    assert_eq!(responsible(&paired("", &pair)), "-");
}

/// The days that count when these persons held the talks of 8, 15 and 22 October.
fn by(rule: &str, pairs: &[(&str, &str, &str)], staff: [&str; 3]) -> Vec<String> {
    let mut home = paired(rule, pairs);
    for (staff, day) in staff.iter().zip(["2024-10-08", "2024-10-15", "2024-10-22"]) {
        home = home.events("talk", &format!("{LI} {staff}"), &[day]);
    }
    home.obligation_keys("2024-11-10", &["count", "met_on"])
}

#[test]
fn only_by_only_makes_by_a_condition() {
    let staff = ["T00002", "T00004", ""];
    assert_eq!(by(PARENT, &[], staff), ["3 2024-10-08"]);
    assert_eq!(by("by = 'proxy_parent'\nby_only = false", &[], staff), ["3 2024-10-08"]);
    assert_eq!(by("by = 'proxy_parent'\nby_only = true", &[], staff), ["0 -"]);
}

#[test]
fn by_only_asks_that_one_of_the_events_staff_held_the_role_on_that_day_by_the_childs_pair() {
    let only = "by = 'proxy_parent'\nby_only = true";
    let pair = |from| [("T00003", "proxy_parent", from)];
    let (own, other) = ("T00003", "T00004");
    assert_eq!(by(only, &pair("2024-09-02"), [other, own, own]), ["2 2024-10-15"]);
    assert_eq!(by(only, &pair("2024-10-15"), [own, own, own]), ["2 2024-10-15"]);
    let ended = pair("2024-09-02\nuntil = 2024-10-08");
    assert_eq!(by(only, &ended, [own, own, own]), ["1 2024-10-08"]);
    // One of several is enough.
    assert_eq!(by(only, &pair("2024-09-02"), [other, "T00002 T00003", ""]), ["1 2024-10-15"]);
}

#[test]
fn for_other_roles_by_only_asks_staff_toml_and_the_childs_class_on_that_day() {
    let only = "by = 'head_teacher'\nby_only = true";
    assert_eq!(by(only, &[], ["T00002", "T00003", "T00001"]), ["1 2024-10-22"]);
    // A role without a class: the keeper held it until the 20th.
    let keeper = "by = 'home_keeper'\nby_only = true";
    assert_eq!(by(keeper, &[], ["T00005", "T00001", "T00005"]), ["1 2024-10-08"]);
    // In class 2021-2 until the 8th.
    let moved = "class = '2021-1'
        [[was]]\nfield = 'class'\nvalue = '2021-2'\nuntil = 2024-10-08";
    let home = paired(only, &[]).child(LI, moved).events(
        "talk",
        "C00001 T00002",
        &["2024-10-08", "2024-10-15"],
    );
    assert_eq!(home.obligation_keys("2024-11-10", &["count", "met_on"]), ["1 2024-10-08"]);
}

/// `state last_done attempts` on 2024-11-10 after these rows of calls: date, outcome, mode.
fn calls(more: &str, rows: &[(&str, &str, &str)]) -> Vec<String> {
    let rows: String =
        rows.iter().map(|(date, outcome, mode)| row(date, LI, "", outcome, mode)).collect();
    let rule = october(more).replace("talk", "call");
    let home = one_child(&rule).log("call", "2024-10", &header("mode"), &rows);
    home.overdue("2024-11-10", &["last_done", "attempts"])
}

#[test]
fn an_attempt_is_shown_and_never_counts_and_several_on_a_day_are_several() {
    let tried = "attempted";
    let twice = [("2024-10-08", tried, "phone"), ("2024-10-08", tried, "phone")];
    assert_eq!(calls("", &twice), ["- 2"]);
}

#[test]
fn an_attempt_must_meet_every_condition_but_outcome() {
    let tried = "attempted";
    let rows = [("2024-10-08", tried, "phone"), ("2024-10-09", tried, "in_person")];
    assert_eq!(calls("where = { mode = ['phone'] }", &rows), ["- 1"]);
    assert_eq!(calls("filled = ['result']", &rows), ["- 0"]);
    assert_eq!(calls("by = 'proxy_parent'\nby_only = true", &rows), ["- 0"]);
}

#[test]
fn attempts_are_those_after_the_last_event_that_counts() {
    let rows = [
        ("2024-10-07", "attempted", "phone"),
        ("2024-10-08", "attempted", "phone"),
        ("2024-10-08", "made", "phone"),
        ("2024-10-09", "attempted", "phone"),
    ];
    assert_eq!(calls("times = 2", &rows), ["2024-10-08 1"]);
}

#[test]
fn each_family_is_one_attempt() {
    let row = |id: &str, outcome: &str, hour: u32, replaces: &str| {
        format!("{id},2024-10-08,{LI},,{outcome},,2024-10-08T{hour:02}:00:00+08:00,,{replaces}")
    };
    let log = |outcome: &str| {
        let (first, second) = (event_id(), event_id());
        let rows = [row(&first, "attempted", 9, ""), row(&second, outcome, 10, &first)];
        let home = one_child(&october("times = 2"));
        let home = home.log("talk", "2024-10", HEADER, &rows.join("\n"));
        home.overdue("2024-11-10", &["last_done", "attempts"])
    };
    assert_eq!(log("attempted"), ["- 1"]);
    assert_eq!(log("made"), ["2024-10-08 0"]);
}
