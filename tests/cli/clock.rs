//! A clock that stands before what this machine has written: nothing is judged by it, and nothing
//! written or mailed under it.

use std::fs;

use crate::harness::Home;
use crate::mail::{self, EML, outbox};

const RULE: &str = "id = \"talk\"\nrecords = [\"talk\"]\nevery = \"month\"";
const LOG: &str = "log-talk C00001 --date 2024-11-15 -y";

/// A home in which a talk was logged on 18 November 2024.
fn written() -> Home {
    let home = Home::new().rule(RULE).child("C00001", "").at("2024-11-18");
    assert_eq!(home.run(LOG).code, 0);
    home
}

#[test]
fn every_command_that_would_use_a_clock_before_the_newest_record_stops_with_exit_3() {
    let home = written().at("2023-11-18");
    for line in ["overdue", "due", "obligations", "show C00001", "why C00001", "list", LOG, "mail"]
    {
        let home = if line == "mail" { mail_home().at("2023-11-18") } else { home_of(&home) };
        let ran = home.run(line);
        assert_eq!((ran.out.as_str(), ran.code), ("", 3), "{line}: {}", ran.err);
        let told = ran.err.contains("[clock-behind]") && ran.err.contains("2023-11-18");
        assert!(told && ran.err.contains("2024-11-18"), "{line}: {}", ran.err);
    }
    let ran = home.run("check --lang en");
    assert!(ran.code == 1 && ran.out.contains("error[clock-behind]"), "{ran:#?}");
}

/// A copy of the home, with its clock back in 2023.
fn home_of(home: &Home) -> Home {
    let other = Home::empty().at("2023-11-18");
    for file in ["care.toml", "calendar.toml", "rules.toml", "children/C00001.toml", ".care/clock"]
    {
        let to = other.root().join(file);
        fs::create_dir_all(to.parent().unwrap()).unwrap();
        fs::copy(home.root().join(file), to).unwrap();
    }
    other
}

#[test]
fn a_clock_may_go_back_by_a_day() {
    for (instant, code) in [("2024-11-17T04:00:00Z", 0), ("2024-11-17T03:59:59Z", 3)] {
        let home = written().at_instant(instant);
        assert_eq!(home.run("overdue").code, code, "{instant}");
    }
}

#[test]
fn a_given_day_takes_the_clock_out_of_a_judgement_but_not_out_of_a_change() {
    let home = written().at("2023-11-18");
    assert_eq!(home.run("overdue --today 2024-11-18").code, 0);
    for line in [LOG, "add-child 王小红 --class 2021-2 --joined 2024-09-02"] {
        let ran = home.run(&format!("{line} --today 2024-11-18"));
        assert!(ran.code == 3 && ran.err.contains("[clock-behind]"), "{line}: {ran:#?}");
    }
    assert!(!home.read("log/talk/2024-11.csv").contains("2023-"));
}

#[test]
fn the_instant_is_kept_only_when_it_moves_forward_and_may_hold_anything() {
    let home = written();
    assert_eq!(home.read(".care/clock"), "2024-11-18T12:00:00+08:00");
    let home = home.at("2024-11-17");
    assert_eq!(home.run("log-talk C00001 --date 2024-11-16").code, 0);
    assert_eq!(home.read(".care/clock"), "2024-11-18T12:00:00+08:00");
    for spoilt in [&b""[..], b"\0\0\0\0", b"2024", b"\xff\xfe", b"2024-11-18T12:00:00"] {
        let home = written().with_bytes(".care/clock", spoilt).at("2023-11-18");
        assert_eq!(home.run("overdue").code, 0, "{spoilt:?}");
    }
}

#[test]
fn a_dry_run_and_a_refused_change_leave_the_instant_as_it_was() {
    let home = written().at("2024-11-20");
    assert_eq!(home.run(&format!("{LOG} --dry-run")).code, 0);
    assert_eq!(home.run("log-talk C00009").code, 2);
    assert_eq!(home.read(".care/clock"), "2024-11-18T12:00:00+08:00");
}

#[test]
fn check_fix_shows_both_dates_and_forgets_the_later_one_only_with_yes() {
    let home = written().at("2023-11-18");
    let ran = home.run("check --fix");
    assert_eq!((ran.out.as_str(), ran.code), ("", 2));
    for part in ["2023-11-18", "2024-11-18", "-y"] {
        assert!(ran.err.contains(part), "{}", ran.err);
    }
    assert_eq!(home.run("overdue").code, 3);
    assert_eq!(home.run("check --fix -y --dry-run").code, 1);
    assert_eq!(home.run("overdue").code, 3);
    let ran = home.run("check --fix -y");
    assert!(!ran.out.contains("clock-behind"), "{ran:#?}");
    assert_eq!(home.read(".care/clock"), "2023-11-18T12:00:00+08:00");
    assert_eq!(home.run("overdue").code, 0);
}

fn mail_home() -> Home {
    let home = mail::home(EML);
    assert_eq!(home.run("log-talk C00001 --date 2024-11-15").code, 0);
    home
}

#[test]
fn in_1970_nobody_is_told_that_all_is_well() {
    let home = mail_home().at("1970-01-05");
    for line in ["mail", "mail --today 2024-11-18", "mail --preview"] {
        let ran = home.run(line);
        assert_eq!((ran.out.as_str(), ran.code), ("", 3), "{line}: {}", ran.err);
    }
    assert_eq!(outbox(&home), Vec::<String>::new());
    assert_eq!(home.run("mail --preview --today 2024-11-18").code, 0);
}
