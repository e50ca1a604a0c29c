//! Rules, section 4: corrections. Rows linked by `replaces` are one family, for which one speaks.

use std::fmt::Write as _;

use crate::harness::{HEADER, Home};
use crate::rules_home::{LI, WU, fault, header, october, one_child};

/// A row: the last letter of its id, its day in October, the time at which it was recorded on the
/// 20th, its status, and the letter of the row that it replaces.
type Row<'a> = (&'a str, &'a str, &'a str, &'a str, &'a str);

fn rows(rows: &[Row]) -> String {
    let mut text = String::new();
    for (letter, day, time, status, replaces) in rows {
        let id = |letter: &str| match letter {
            "" => String::new(),
            letter => format!("EAAAAAAAAA{letter}"),
        };
        let (id, replaces) = (id(letter), id(replaces));
        let _ = write!(text, "{id},2024-10-{day},{LI},,made,,2024-10-20T{time},{status},");
        let _ = writeln!(text, "{replaces}");
    }
    text
}

fn family(log: &[Row]) -> Home {
    one_child(&october("")).log("talk", "2024-10", HEADER, &rows(log))
}

/// How many days count, and on which the slot was met.
#[track_caller]
fn says(log: &[Row]) -> String {
    family(log).obligation_keys("2024-11-10", &["count", "met_on"]).concat()
}

const FIRST: Row = ("A", "08", "08:00:00+08:00", "", "");

#[test]
fn the_row_that_no_row_replaces_speaks() {
    let second = ("B", "09", "09:00:00+08:00", "", "A");
    assert_eq!(says(&[FIRST, second]), "1 2024-10-09");
    // In a chain only its end speaks, whatever the order of the lines and of the times.
    let third = ("C", "10", "07:00:00+08:00", "", "B");
    assert_eq!(says(&[third, FIRST, second]), "1 2024-10-10");
}

#[test]
fn of_two_corrections_the_one_recorded_last_speaks() {
    let (early, late) =
        (("C", "09", "09:00:00+08:00", "", "A"), ("B", "10", "09:00:01+08:00", "", "A"));
    assert_eq!(says(&[FIRST, early, late]), "1 2024-10-10");
    assert_eq!(says(&[late, early, FIRST]), "1 2024-10-10");
}

#[test]
fn of_two_corrections_recorded_together_the_greatest_id_speaks() {
    let (less, greater) =
        (("B", "10", "09:00:00+08:00", "", "A"), ("C", "09", "09:00:00+08:00", "", "A"));
    assert_eq!(says(&[FIRST, less, greater]), "1 2024-10-09");
    assert_eq!(says(&[greater, less, FIRST]), "1 2024-10-09");
}

#[test]
fn recorded_is_compared_as_an_instant() {
    // 03:00 in Greenwich is 11:00 in China, later than 10:00 there.
    let china = ("C", "09", "10:00:00+08:00", "", "A");
    let greenwich = ("B", "10", "03:00:00+00:00", "", "A");
    assert_eq!(says(&[FIRST, china, greenwich]), "1 2024-10-10");
    // The same instant in two zones is a tie.
    let same = ("B", "10", "02:00:00+00:00", "", "A");
    assert_eq!(says(&[FIRST, china, same]), "1 2024-10-09");
}

#[test]
fn when_the_row_that_speaks_is_void_the_family_is_silent() {
    let void = ("B", "08", "09:00:00+08:00", "void", "A");
    assert_eq!(says(&[FIRST, void]), "0 -");
    let (early, late) =
        (("C", "09", "08:30:00+08:00", "", "A"), ("C", "09", "09:30:00+08:00", "", "A"));
    assert_eq!(says(&[FIRST, void, early]), "0 -");
    assert_eq!(says(&[FIRST, void, late]), "1 2024-10-09");
}

#[test]
fn a_row_replacing_a_void_one_revives_the_family() {
    let void = ("B", "08", "09:00:00+08:00", "void", "A");
    let again = ("C", "11", "09:30:00+08:00", "", "B");
    assert_eq!(says(&[FIRST, void, again]), "1 2024-10-11");
}

#[test]
fn a_correction_is_a_whole_row() {
    // The correction names another child and leaves the heading blank: nothing is inherited.
    let log = |second: &str| {
        let first = "EAAAAAAAAAA,2024-10-08,C00001,,made,好,,2024-10-08T10:00:00+08:00,,";
        let home = one_child(&october("filled = ['study']")).child(WU, "");
        let home = home.log("talk", "2024-10", &header("study"), &format!("{first}\n{second}"));
        home.obligation_keys("2024-11-10", &["child", "state"])
    };
    let other = "EAAAAAAAAAB,2024-10-08,C00002,,made,好,,2024-10-08T11:00:00+08:00,,EAAAAAAAAAA";
    assert_eq!(log(other), ["C00001 missed", "C00002 met"]);
    let blank = "EAAAAAAAAAB,2024-10-08,C00001,,made,,,2024-10-08T11:00:00+08:00,,EAAAAAAAAAA";
    assert_eq!(log(blank), ["C00001 missed", "C00002 missed"]);
}

#[test]
fn two_corrections_of_one_row_are_a_remark() {
    let (one, two) =
        (("B", "09", "09:00:00+08:00", "", "A"), ("C", "10", "10:00:00+08:00", "", "A"));
    let check = |log: &[Row]| family(log).run("check two-corrections --today 2024-11-10");
    let ran = check(&[FIRST, one, two]);
    assert!(ran.out.contains("[two-corrections]"), "{}", ran.out);
    assert_eq!(ran.code, 0);
    assert!(!check(&[FIRST, one, ("C", "10", "10:00:00+08:00", "", "B")]).out.contains('['));
}

#[test]
fn replaces_may_name_a_row_in_any_writers_file_of_the_same_register_and_month() {
    let second = rows(&[("B", "09", "09:00:00+08:00", "", "A")]);
    let home = family(&[FIRST]).log("talk", "2024-10.office", HEADER, &second);
    assert_eq!(home.obligation_keys("2024-11-10", &["count", "met_on"]), ["1 2024-10-09"]);
}

#[test]
fn a_replaces_that_names_no_such_row_is_a_fault() {
    let second = ("B", "09", "09:00:00+08:00", "", "A");
    let said = fault(&family(&[second]), "replaces-nothing");
    assert!(said.starts_with("log/talk/2024-10.csv:2:"), "{said}");
    // Neither a row of another month nor one of another register will do.
    let month = "EAAAAAAAAAA,2024-09-08,C00001,,made,,2024-10-08T10:00:00+08:00,,";
    fault(&family(&[second]).log("talk", "2024-09", HEADER, month), "replaces-nothing");
    fault(&family(&[second]).log("call", "2024-10", HEADER, &rows(&[FIRST])), "replaces-nothing");
}

#[test]
fn a_cycle_is_a_fault() {
    let first = ("A", "08", "08:00:00+08:00", "", "B");
    let second = ("B", "09", "09:00:00+08:00", "", "A");
    fault(&family(&[first, second]), "replaces-cycle");
    fault(&family(&[("A", "08", "08:00:00+08:00", "", "A")]), "replaces-cycle");
}

#[test]
fn an_id_that_occurs_twice_is_a_fault_unless_the_rows_are_identical() {
    assert_eq!(says(&[FIRST, FIRST]), "1 2024-10-08");
    let office = |row: Row| family(&[FIRST]).log("talk", "2024-10.office", HEADER, &rows(&[row]));
    let same = office(FIRST).obligation_keys("2024-11-10", &["count", "met_on"]);
    assert_eq!(same, ["1 2024-10-08"]);
    let other = ("A", "09", "08:00:00+08:00", "", "");
    fault(&family(&[FIRST, other]), "duplicate-id");
    fault(&office(other), "duplicate-id");
}
