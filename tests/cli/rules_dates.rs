//! Rules, section 1: today, dates, terms, school days, school years.

use crate::harness::{CALENDAR, HEADER, Home, SETTINGS};
use crate::rules_home::{LI, NEXT_TERM, fault, october, one_child, one_term, states, talk};

/// The first week only: due on Sunday, 2024-09-08.
fn first_week() -> Home {
    one_child(&talk("week", "until = 2024-09-02"))
}

/// How many days each row is late at an instant, without `--today`.
#[track_caller]
fn days_late(home: Home, instant: &str) -> Vec<String> {
    let rows = home.at_instant(instant).json("overdue");
    rows.as_array().unwrap().iter().map(|row| row["days_overdue"].to_string()).collect()
}

#[test]
fn all_dates_are_inclusive_at_both_ends() {
    let home = one_child(&october("times = 2")).events("talk", LI, &["2024-10-01", "2024-10-31"]);
    let met = "r C00001 2024-10 2024-10-01 2024-10-31 2024-10-31 met 2 2024-10-31";
    assert_eq!(home.obligations("2024-12-01"), [met]);
    let home = one_child(&october("")).events("talk", LI, &["2024-09-30", "2024-11-01"]);
    let missed = "r C00001 2024-10 2024-10-01 2024-10-31 2024-10-31 missed 0 -";
    assert_eq!(home.obligations("2024-12-01"), [missed]);
}

#[test]
fn today_is_the_flag_else_the_clock_in_the_schools_time_zone() {
    // At 2024-09-08 16:30 UTC it is the 9th in China already, one day after the week was due.
    let (before, after) = ("2024-09-08T15:30:00Z", "2024-09-08T16:30:00Z");
    assert_eq!(days_late(first_week(), before).len(), 0);
    assert_eq!(days_late(first_week(), after), ["1"]);
    // Five hours behind Greenwich it becomes the 9th at 05:00 UTC.
    let settings = format!("{SETTINGS}time_zone = \"-05:00\"\n");
    let west = || first_week().with("care.toml", &settings);
    assert_eq!(days_late(west(), "2024-09-09T04:30:00Z").len(), 0);
    assert_eq!(days_late(west(), "2024-09-09T05:00:00Z"), ["1"]);
    let flag = first_week().at("2024-09-08");
    assert_eq!(flag.overdue("2024-09-10", &["days_overdue"]), ["2"]);
}

#[test]
fn nothing_else_reads_the_clock() {
    let home = || {
        one_child(&talk("month", "")).child("C00002", "birth_date = 2015-03-12").events(
            "talk",
            LI,
            &["2024-10-08"],
        )
    };
    let (early, late) = (home().at("2024-10-09"), home().at("2029-01-01"));
    for command in ["overdue", "due", "obligations --all", "list", "rules", "show C00002"] {
        let line = format!("{command} --today 2024-10-20");
        let ran = early.run(&line);
        assert_eq!((ran.err.as_str(), ran.code), ("", 0), "{line}");
        assert_eq!(ran, late.run(&line), "{line}");
    }
}

#[test]
fn families_are_settled_first_and_then_rows_dated_after_today_do_not_exist() {
    // The second row speaks for both; it is dated the 25th, so on the 24th there is nothing.
    let home = one_child(&talk("month", "until = 2024-09-30")).log(
        "talk",
        "2024-09",
        HEADER,
        "EAAAAAAAAA1,2024-09-10,C00001,,made,,2024-09-10T10:00:00+08:00,,
        EAAAAAAAAA2,2024-09-25,C00001,,made,,2024-09-10T11:00:00+08:00,,EAAAAAAAAA1",
    );
    let slot = "r C00001 2024-09 2024-09-02 2024-09-30 2024-09-30";
    assert_eq!(home.obligations("2024-09-24"), [format!("{slot} open 0 -")]);
    assert_eq!(home.obligations("2024-09-25"), [format!("{slot} met 1 2024-09-25")]);
}

#[test]
fn an_earlier_today_judges_with_todays_records() {
    // Both rows were entered in December; on 2024-10-08 the first counts, the withdrawn does not.
    let home = one_child(&october("times = 2")).log(
        "talk",
        "2024-10",
        HEADER,
        "EAAAAAAAAA1,2024-10-07,C00001,,made,,2024-12-01T10:00:00+08:00,,
        EAAAAAAAAA2,2024-10-08,C00001,,made,,2024-10-08T10:00:00+08:00,,
        EAAAAAAAAA3,2024-10-08,C00001,,made,,2024-12-01T10:00:00+08:00,void,EAAAAAAAAA2",
    );
    assert_eq!(home.obligation_keys("2024-10-08", &["state", "count"]), ["open 1"]);
}

#[test]
fn a_day_that_is_due_today_is_not_overdue() {
    let home = first_week();
    let none: [&str; 0] = [];
    assert_eq!(states(&home, "2024-09-08"), "open");
    assert_eq!(home.overdue("2024-09-08", &["slot"]), none);
    let due = home.json("due --today 2024-09-08");
    assert_eq!(due[0]["due"], "2024-09-08");
    assert_eq!(states(&home, "2024-09-09"), "missed");
    assert_eq!(home.overdue("2024-09-09", &["slot", "days_overdue"]), ["2024-2025-1/w01 1"]);
    assert_eq!(home.json("due --today 2024-09-09"), serde_json::json!([]));
}

#[test]
fn terms_never_overlap() {
    let second = |first: &str| {
        let term = format!("id = \"u\"\nyear = \"y\"\nfirst = {first}\nlast = 2025-06-30\n");
        let calendar = format!("{}[[term]]\n{term}", one_term("2024-09-02", "2025-01-17"));
        one_child(&talk("term", "")).with("calendar.toml", &calendar)
    };
    let said = fault(&second("2025-01-17"), "terms-overlap");
    assert!(said.starts_with("calendar.toml:6:"), "{said}");
    assert_eq!(states(&second("2025-01-18"), "2024-09-02"), "open upcoming");
}

#[test]
fn a_school_day_is_a_weekday_of_a_term_that_is_no_holiday_or_a_make_up_workday_which_wins() {
    // Two weeks. Thursday and Friday are a holiday, but school is made up on that Friday and on
    // the second Saturday; the make-up day after the term is none.
    let calendar = format!(
        "{}
        [[holiday]]\nname = \"校庆\"\nfirst = 2024-09-05\nlast = 2024-09-06
        [[workday]]\ndate = 2024-09-06
        [[workday]]\ndate = 2024-09-14
        [[workday]]\ndate = 2024-09-16",
        one_term("2024-09-02", "2024-09-15")
    );
    let rule = "id = 'r'\nevery = 'school_day'\nsubject = 'school'\nrecords = ['duty']";
    let days = Home::new().with("calendar.toml", &calendar).rule(rule);
    let expected = ["02", "03", "04", "06", "09", "10", "11", "12", "13", "14"];
    let expected = expected.map(|day| format!("2024-09-{day}"));
    assert_eq!(days.obligation_keys("2024-09-20", &["slot"]), expected);
}

#[test]
fn a_calendar_that_ended_more_than_60_days_ago_is_a_fault() {
    // The last term ends on 2025-07-04; 27 days of July, 31 of August and 2 of September follow.
    let home = first_week();
    for command in ["overdue", "obligations", "due"] {
        assert_eq!(home.run(&format!("{command} --today 2025-09-02")).code, 0, "{command}");
        let ran = home.run(&format!("{command} --today 2025-09-03"));
        assert_eq!((ran.out.as_str(), ran.code), ("", 3), "{command}");
        assert!(ran.err.contains("[calendar-ran-out]"), "{command}: {}", ran.err);
    }
}

#[test]
fn a_calendar_is_remarked_on_from_30_days_before_its_end() {
    // 2025-07-04 less 4 days is the last of June, less 30 the 4th of June.
    let home = first_week();
    let check = |today: &str| home.run(&format!("check calendar-ends --today {today}"));
    assert!(!check("2025-06-03").out.contains("[calendar-ends]"));
    for today in ["2025-06-04", "2025-07-04", "2025-09-02"] {
        let ran = check(today);
        assert!(ran.out.contains("[calendar-ends]"), "{today}: {}", ran.out);
        assert_eq!(ran.code, 0, "{today}");
    }
}

#[test]
fn an_empty_roll_or_a_home_without_rules_says_so_in_words() {
    let said = |home: &Home| home.run("overdue --today 2024-10-08").out;
    let words = ["在册儿童为零", "还没有规则"];
    assert!(said(&Home::new().rule(&october(""))).contains(words[0]));
    assert!(said(&Home::new().child(LI, "")).contains(words[1]));
    let left = "[[spell]]\njoined = 2024-09-02\nleft = 2024-10-07";
    assert!(said(&Home::new().rule(&october("")).child(LI, left)).contains(words[0]));
    let whole = said(&one_child(&october("")));
    assert!(words.iter().all(|word| !whole.contains(word)), "{whole}");
}

#[test]
fn the_school_year_of_a_date_is_that_of_the_latest_term_begun() {
    // May was missed and nothing has counted since: it is on the list until the next year begins.
    let home = one_child(&talk("month", "from = 2025-05-01\nuntil = 2025-05-31"))
        .and("calendar.toml", NEXT_TERM)
        .events("talk", LI, &["2025-04-10"]);
    assert_eq!(home.overdue("2025-08-31", &["slot"]), ["2025-05"]);
    assert_eq!(home.overdue("2025-09-01", &["slot"]).len(), 0);
}

#[test]
fn there_is_no_school_year_before_the_first_term() {
    let rule = "id = 'r'\nevery = 'state'\nrequires = ['talk.this_year']";
    let home = Home::new()
        .with("calendar.toml", CALENDAR)
        .rule(rule)
        .child(LI, "[[spell]]\njoined = 2024-08-01")
        .events("talk", LI, &["2024-08-20", "2024-09-02"]);
    assert_eq!(states(&home, "2024-09-01"), "overdue");
    assert_eq!(states(&home, "2024-09-02"), "met");
}
