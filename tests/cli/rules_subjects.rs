//! Rules, section 3: rules whose subject is a person, a class or the school.

use crate::harness::Home;
use crate::rules_home::{LI, WU, header, row};

/// October for this subject: 2024-10-01 to 10-04, and then Monday to Friday from the 7th on.
fn rule(subject: &str, register: &str) -> String {
    format!(
        "id = 'r'\nevery = 'month'\nfrom = 2024-10-01\nuntil = 2024-10-31
        subject = {subject}\nrecords = ['{register}']"
    )
}

/// `subject_id state` on 2024-11-05, when October is over.
#[track_caller]
fn owed(home: &Home) -> Vec<String> {
    home.obligation_keys("2024-11-05", &["subject_id", "state"])
}

fn head_teachers() -> Home {
    Home::new().rule(&rule("'staff'\nrole = 'head_teacher'", "training"))
}

#[test]
fn each_person_holding_the_rules_role_owes_while_it_is_in_force() {
    // From the 18th there are ten school days, from the 21st nine.
    let home = head_teachers()
        .staff("T00003", "{ role = 'head_teacher', from = 2024-10-18 }")
        .staff("T00001", "{ role = 'head_teacher', class = '2021-1', from = 2024-09-02 }")
        .staff("T00002", "{ role = 'doctor', from = 2024-09-02 }")
        .staff("T00004", "{ role = 'head_teacher', from = 2024-10-21 }");
    assert_eq!(owed(&home), ["T00001 missed", "T00003 missed"]);
}

#[test]
fn a_person_holding_the_role_twice_owes_once() {
    // Two classes, one after the other: together ten school days.
    let home = head_teachers().staff(
        "T00001",
        "{ role = 'head_teacher', class = '2021-1', from = 2024-10-01, until = 2024-10-04 },
         { role = 'head_teacher', class = '2021-2', from = 2024-10-24 }",
    );
    assert_eq!(owed(&home), ["T00001 missed"]);
}

#[test]
fn an_event_is_a_persons_when_staff_names_them() {
    let role = "{ role = 'head_teacher', from = 2024-09-02 }";
    let home = head_teachers()
        .staff("T00001", role)
        .staff("T00002", role)
        .staff("T00003", role)
        .events("training", "T00001 T00003", &["2024-10-12"]);
    assert_eq!(owed(&home), ["T00001 met", "T00002 missed", "T00003 met"]);
    let rows = home.overdue("2024-11-05", &["subject", "subject_id", "child"]);
    assert_eq!(rows, ["staff T00002 -"]);
}

#[test]
fn a_person_without_the_role_on_the_due_date_owes_the_slot_only_if_it_is_met() {
    let role = |until| format!("{{ role = 'head_teacher', from = 2024-09-02, until = {until} }}");
    let home = head_teachers()
        .staff("T00001", &role("2024-10-30"))
        .staff("T00002", &role("2024-10-31"))
        .staff("T00003", &role("2024-10-30"))
        .events("training", "T00003", &["2024-10-12"]);
    assert_eq!(owed(&home), ["T00002 missed", "T00003 met"]);
}

/// Two classes with one child each.
fn classes(register: &str) -> Home {
    Home::new()
        .rule(&rule("'class'", register))
        .child(LI, "class = '2021-1'")
        .child(WU, "class = '2021-2'")
}

#[test]
fn a_class_owes_while_a_child_of_it_is_present() {
    // Four school days of one child and six of another make ten.
    let home = |later: &str| {
        let (early, late) = ("joined = 2024-10-01\nleft = 2024-10-04", format!("joined = {later}"));
        let child = |spell: &str| format!("class = '2022-1'\n[[spell]]\n{spell}");
        classes("activity").child("C00003", &child(early)).child("C00004", &child(&late))
    };
    let expected = ["2021-1 missed", "2021-2 missed", "2022-1 missed"];
    assert_eq!(owed(&home("2024-10-24")), expected);
    assert_eq!(owed(&home("2024-10-25")), expected[..2]);
    let rows = home("2024-10-24").overdue("2024-11-05", &["subject", "subject_id", "child"]);
    assert_eq!(rows, ["class 2021-1 -", "class 2021-2 -", "class 2022-1 -"]);
}

#[test]
fn an_event_is_a_classs_when_its_class_column_names_it() {
    // The child named is in the other class; the column decides.
    let rows = row("2024-10-12", WU, "", "made", "2021-1");
    let home = classes("handover").log("handover", "2024-10", &header("class"), &rows);
    assert_eq!(owed(&home), ["2021-1 met", "2021-2 missed"]);
}

#[test]
fn without_the_class_column_an_event_is_a_classs_when_one_of_its_children_is_in_it() {
    let home = classes("activity").events("activity", WU, &["2024-10-12"]);
    assert_eq!(owed(&home), ["2021-1 missed", "2021-2 met"]);
    let both = classes("activity").events("activity", "C00001 C00002", &["2024-10-12"]);
    assert_eq!(owed(&both), ["2021-1 met", "2021-2 met"]);
}

#[test]
fn a_childs_class_is_that_on_the_day() {
    // In 2021-1 to the 17th (13 school days), in 2021-2 from the 18th (10).
    let moved = "class = '2021-2'
        [[was]]\nfield = 'class'\nvalue = '2021-1'\nuntil = 2024-10-17";
    let home = || Home::new().rule(&rule("'class'", "activity")).child(LI, moved);
    assert_eq!(owed(&home()), ["2021-2 missed"]);
    let before = home().events("activity", LI, &["2024-10-17"]);
    assert_eq!(owed(&before), ["2021-1 met", "2021-2 missed"]);
    let after = home().events("activity", LI, &["2024-10-18"]);
    assert_eq!(owed(&after), ["2021-2 met"]);
}

#[test]
fn a_class_whose_children_are_paused_on_the_due_date_is_not_off_the_roll() {
    let class = |child: &str| {
        let child = format!("class = '2021-1'\n{child}");
        owed(&Home::new().rule(&rule("'class'", "activity")).child(LI, &child))
    };
    // Ten school days before the 15th, nine before the 14th.
    assert_eq!(class("[[pause]]\nfrom = 2024-10-15"), ["2021-1 missed"]);
    assert_eq!(class("[[pause]]\nfrom = 2024-10-14").len(), 0);
    assert_eq!(class("[[spell]]\njoined = 2024-09-02\nleft = 2024-10-18").len(), 0);
}

#[test]
fn the_school_is_always_present_and_every_event_of_the_register_is_its_own() {
    let home = Home::new().rule(&rule("'school'", "meeting"));
    assert_eq!(owed(&home), ["school missed"]);
    let rows = home.overdue("2024-11-05", &["subject", "subject_id", "child"]);
    assert_eq!(rows, ["school school -"]);
    assert_eq!(owed(&home.events("meeting", "", &["2024-10-12"])), ["school met"]);
    let named = Home::new().rule(&rule("'school'", "meeting")).child(LI, "");
    assert_eq!(owed(&named.events("meeting", LI, &["2024-10-12"])), ["school met"]);
}
