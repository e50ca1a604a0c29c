//! A day outside all terms of the calendar: that nothing is asked is said, and what to write.

use crate::harness::Home;
use crate::mail;

fn home() -> Home {
    let rule = "id = \"talk\"\nrecords = [\"talk\"]\nevery = \"month\"\nfrom = 2025-06-15";
    Home::new().rule(rule).staff("T00001", "").child("C00001", "class = \"2021-2\"")
}

#[test]
fn a_list_made_after_the_last_term_says_that_nothing_is_asked_and_with_which_command_the_calendar_goes_on()
 {
    for day in ["2025-07-05", "2025-09-02"] {
        for line in ["overdue", "due", "overdue --format markdown", "overdue --level inform"] {
            let ran = home().run(&format!("{line} --today {day}"));
            assert_eq!((ran.code, ran.err.as_str()), (0, ""), "{line}");
            for told in [
                "2025-07-04",
                "不等于都办了",
                "care calendar add-term 2025-2026-1",
                "care new-year",
            ] {
                assert!(ran.out.contains(told), "{line}: {told}: {}", ran.out);
            }
        }
        for line in ["overdue --format json", "due --format csv", "overdue --for wall"] {
            let ran = home().run(&format!("{line} --today {day}"));
            assert!(ran.code == 0 && !ran.out.contains("add-term"), "{ran:?}");
            assert!(ran.err.contains("add-term 2025-2026-1"), "{line}: {}", ran.err);
        }
    }
    let english = home().run("overdue --lang en --today 2025-07-05").out;
    assert!(english.contains("an empty list does not mean that all is done"), "{english}");
}

#[test]
fn a_list_made_before_the_first_term_says_when_it_begins() {
    let ran = home().run("overdue --today 2024-08-20");
    assert!(ran.code == 0 && ran.out.contains("2024-09-02 才开始"), "{ran:?}");
}

#[test]
fn within_the_calendar_nothing_is_said_of_it() {
    for day in ["2024-09-02", "2025-02-01", "2025-07-04"] {
        let ran = home().run(&format!("overdue --today {day}"));
        assert!(!ran.out.contains("add-term") && ran.err.is_empty(), "{ran:?}");
    }
}

#[test]
fn the_mail_to_the_office_says_that_the_calendar_has_ended() {
    let preview = |mail: &str| mail::home(mail).run("mail --preview --today 2025-07-10").out;
    let sign = mail::mail_to(&preview(mail::EML), "gu@school.example", "平安信");
    assert!(sign.contains("add-term 2025-2026-1") && sign.contains("不等于都办了"), "{sign}");
    let summary = preview(&format!("{}\nin_holidays = true", mail::EML));
    let summary = mail::mail_to(&summary, "gu@school.example", "汇总");
    assert!(summary.contains("add-term 2025-2026-1"), "{summary}");
}
