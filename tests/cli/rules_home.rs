//! What the tests of the rules start from: one child, small rules, rows of a log.

use crate::harness::{Home, event_id};

/// The child of most tests, on the roll since the first day of the first term.
pub const LI: &str = "C00001";

/// A second child.
pub const WU: &str = "C00002";

/// The first term of the next school year, to stand after the two of `CALENDAR`.
pub const NEXT_TERM: &str = "
[[term]]
id = \"2025-2026-1\"
year = \"2025-2026\"
first = 2025-09-01
last = 2026-01-23
";

/// The keys of a rule `r` on talks.
pub fn talk(every: &str, more: &str) -> String {
    format!("id = 'r'\nevery = '{every}'\nrecords = ['talk']\n{more}")
}

/// The same for October 2024 alone: its first slot is the 1st (a Tuesday) to the 31st, with 23
/// school days.
pub fn october(more: &str) -> String {
    talk("month", &format!("from = 2024-10-01\nuntil = 2024-10-31\n{more}"))
}

/// A home with this one rule and the first child.
pub fn one_child(rule: &str) -> Home {
    Home::new().rule(rule).child(LI, "")
}

/// One term as a calendar.
pub fn one_term(first: &str, last: &str) -> String {
    format!("[[term]]\nid = \"t\"\nyear = \"y\"\nfirst = {first}\nlast = {last}\n")
}

/// The header of a log with these columns of the register's own, separated by commas.
pub fn header(own: &str) -> String {
    format!("id,date,children,staff,outcome,{own},note,recorded,status,replaces")
}

/// A row for such a log: children, staff, outcome and own cells as the log writes them.
pub fn row(date: &str, children: &str, staff: &str, outcome: &str, own: &str) -> String {
    let id = event_id();
    format!("{id},{date},{children},{staff},{outcome},{own},,{date}T10:00:00+08:00,,\n")
}

/// The states of all obligations on a day, in their order, with a blank between.
#[track_caller]
pub fn states(home: &Home, today: &str) -> String {
    home.obligation_keys(today, &["state"]).join(" ")
}

/// The label, first and last day of every slot that is owed.
#[track_caller]
pub fn slots(home: &Home, today: &str) -> Vec<String> {
    home.obligation_keys(today, &["slot", "first", "last"])
}

/// Nothing is judged because of a fault that this check finds; returns what was said.
#[track_caller]
pub fn fault(home: &Home, check: &str) -> String {
    let ran = home.run("obligations --today 2024-11-10");
    assert_eq!((ran.out.as_str(), ran.code), ("", 3), "{check}: {}", ran.err);
    assert!(ran.err.contains(&format!("[{check}]")), "{check}: {}", ran.err);
    ran.err
}

#[test]
fn a_child_is_shown_and_nothing_judged_when_the_calendar_has_run_out() {
    let home = Home::copy_of("tests/mistakes/base").at("2025-12-20");
    let ran = home.run("show C7K3FQ");
    assert_eq!(ran.code, 0, "{ran:#?}");
    assert!(ran.out.contains("校历已经用完，应办事项无法判断"), "{}", ran.out);
    assert!(!ran.out.contains("逾期"), "{}", ran.out);
    assert_eq!(home.run("list").code, 0);
    assert_eq!(home.run("overdue").code, 3);
}

#[test]
fn the_calendar_shows_what_is_doubtful_beside_the_row() {
    let home = Home::copy_of("tests/mistakes/base").at("2024-12-20");
    let calendar = home.read("calendar.toml").replace("2024-10-07", "2025-10-07");
    let ran = home.with("calendar.toml", &calendar).run("calendar");
    assert!(ran.out.contains("提醒"), "{}", ran.out);
    assert!(ran.out.contains("这个假期有 372 天"), "{}", ran.out);
}
