//! Rules, section 2: the slots that `every` cuts, with their labels. Occasions have a file of
//! their own, rolling and state rules too.

use crate::harness::Home;
use crate::rules_home::{LI, NEXT_TERM, fault, header, one_child, one_term, row, slots, talk};

/// A child that came in August, and a rule that asks for one school day only.
fn any_day(calendar: &str, every: &str) -> Home {
    Home::new()
        .with("calendar.toml", calendar)
        .rule(&talk(every, "min_school_days = 1"))
        .child(LI, "[[spell]]\njoined = 2024-08-01")
}

#[test]
fn weeks_start_on_monday_and_are_clipped_to_the_term() {
    // From a Wednesday to a Tuesday.
    let home = any_day(&one_term("2024-09-04", "2024-09-24"), "week");
    let expected = [
        "t/w01 2024-09-04 2024-09-08",
        "t/w02 2024-09-09 2024-09-15",
        "t/w03 2024-09-16 2024-09-22",
        "t/w04 2024-09-23 2024-09-24",
    ];
    assert_eq!(slots(&home, "2024-09-24"), expected);
}

#[test]
fn week_1_holds_the_terms_first_day() {
    // A Sunday, on which school is made up; week 2 begins on the next day.
    let calendar = format!(
        "{}[[workday]]\ndate = 2024-09-01\n{}",
        one_term("2024-09-01", "2024-09-06"),
        one_term("2025-02-20", "2025-02-21").replace("\"t\"", "\"u\"")
    );
    let expected = [
        "t/w01 2024-09-01 2024-09-01",
        "t/w02 2024-09-02 2024-09-06",
        "u/w01 2025-02-20 2025-02-21",
    ];
    assert_eq!(slots(&any_day(&calendar, "week"), "2025-02-21"), expected);
}

#[test]
fn week_7_of_the_first_term_is_labelled_with_two_digits() {
    let home = one_child(&talk("week", "from = 2024-10-14\nuntil = 2024-10-14"));
    assert_eq!(slots(&home, "2024-10-14"), ["2024-2025-1/w07 2024-10-14 2024-10-20"]);
}

#[test]
fn a_make_up_saturday_belongs_to_its_week() {
    // Wednesday to Friday of week 2 are off: two school days, and a third on the Saturday.
    let holiday = "[[holiday]]\nname = \"放假\"\nfirst = 2024-09-11\nlast = 2024-09-13\n";
    let home = || one_child(&talk("week", "until = 2024-09-15")).and("calendar.toml", holiday);
    assert_eq!(home().obligation_keys("2024-09-20", &["slot"]), ["2024-2025-1/w01"]);
    let home = home().and("calendar.toml", "[[workday]]\ndate = 2024-09-14\n").events(
        "talk",
        LI,
        &["2024-09-14"],
    );
    let expected = [
        "r C00001 2024-2025-1/w01 2024-09-02 2024-09-08 2024-09-08 missed 0 -",
        "r C00001 2024-2025-1/w02 2024-09-09 2024-09-15 2024-09-15 met 1 2024-09-14",
    ];
    assert_eq!(home.obligations("2024-09-20"), expected);
}

#[test]
fn months_are_calendar_months_clipped_to_the_term() {
    let home = one_child(&talk("month", "min_school_days = 1"));
    let expected = [
        "2024-09 2024-09-02 2024-09-30",
        "2024-10 2024-10-01 2024-10-31",
        "2024-11 2024-11-01 2024-11-30",
        "2024-12 2024-12-01 2024-12-31",
        "2025-01 2025-01-01 2025-01-17",
        "2025-02 2025-02-17 2025-02-28",
        "2025-03 2025-03-01 2025-03-31",
        "2025-04 2025-04-01 2025-04-30",
        "2025-05 2025-05-01 2025-05-31",
        "2025-06 2025-06-01 2025-06-30",
        "2025-07 2025-07-01 2025-07-04",
    ];
    assert_eq!(slots(&home, "2025-07-04"), expected);
}

#[test]
fn a_month_shared_by_two_terms_gives_one_slot_in_each_with_the_same_label() {
    let calendar = format!(
        "{}{}",
        one_term("2025-01-20", "2025-02-07"),
        one_term("2025-02-17", "2025-03-01").replace("\"t\"", "\"u\"")
    );
    let home = any_day(&calendar, "month").events("talk", LI, &["2025-02-20"]);
    let expected = [
        "r C00001 2025-01 2025-01-20 2025-01-31 2025-01-31 missed 0 -",
        "r C00001 2025-02 2025-02-01 2025-02-07 2025-02-07 missed 0 -",
        "r C00001 2025-02 2025-02-17 2025-02-28 2025-02-28 met 1 2025-02-20",
    ];
    // March has one day in the term, a Saturday.
    assert_eq!(home.obligations("2025-03-01"), expected);
}

#[test]
fn a_term_and_a_year_are_slots_of_their_own() {
    let home = |every| one_child(&talk(every, "")).and("calendar.toml", NEXT_TERM);
    let terms = [
        "2024-2025-1 2024-09-02 2025-01-17",
        "2024-2025-2 2025-02-17 2025-07-04",
        "2025-2026-1 2025-09-01 2026-01-23",
    ];
    assert_eq!(slots(&home("term"), "2024-09-02"), terms);
    let years = ["2024-2025 2024-09-02 2025-07-04", "2025-2026 2025-09-01 2026-01-23"];
    assert_eq!(slots(&home("year"), "2024-09-02"), years);
}

#[test]
fn anchor_windows_are_the_first_28_days_the_middle_28_and_the_last_28() {
    // 138 days: the middle begins (138 - 28) / 2 = 55 days after the first day.
    let home = one_child(&talk("anchor", "until = 2025-01-17"));
    let expected = [
        "2024-2025-1/start 2024-09-02 2024-09-29",
        "2024-2025-1/mid 2024-10-27 2024-11-23",
        "2024-2025-1/end 2024-12-21 2025-01-17",
    ];
    assert_eq!(slots(&home, "2025-01-17"), expected);
    // 139 days: 111 div 2 is 55 too.
    let home = home.with("calendar.toml", &one_term("2024-09-02", "2025-01-18"));
    let expected = [
        "t/start 2024-09-02 2024-09-29",
        "t/mid 2024-10-27 2024-11-23",
        "t/end 2024-12-22 2025-01-18",
    ];
    assert_eq!(slots(&home, "2025-01-17"), expected);
}

/// A term of eight weeks with this table of windows.
fn anchored(windows: &str) -> Home {
    let term = one_term("2024-09-02", "2024-10-27");
    one_child(&talk("anchor", "")).with("calendar.toml", &format!("{term}{windows}"))
}

#[test]
fn the_terms_own_table_names_the_windows() {
    let home = anchored(
        "[term.anchors]\nlate = [2024-10-21, 2024-10-27]\nearly = [2024-09-02, 2024-10-20]\n",
    );
    let expected = ["t/early 2024-09-02 2024-10-20", "t/late 2024-10-21 2024-10-27"];
    assert_eq!(slots(&home, "2024-11-10"), expected);
}

#[test]
fn windows_lie_inside_the_term_and_do_not_overlap() {
    let table = |windows: &str| anchored(&format!("[term.anchors]\n{windows}\n"));
    let outside = "anchor-outside-term";
    fault(&table("early = [2024-09-01, 2024-09-20]"), outside);
    fault(&table("late = [2024-10-21, 2024-10-28]"), outside);
    let two = "one = [2024-09-02, 2024-09-20]\ntwo = [2024-09-20, 2024-10-20]";
    fault(&table(two), "anchors-overlap");
}

#[test]
fn anchors_over_a_term_under_84_days_without_its_own_table_are_a_fault() {
    fault(&anchored(""), "term-too-short");
    // 84 days from 2024-09-02: 29 of September, 31 of October, 24 of November.
    let home = |last| anchored("").with("calendar.toml", &one_term("2024-09-02", last));
    fault(&home("2024-11-23"), "term-too-short");
    // Three windows without a gap: the middle begins (84 - 28) / 2 = 28 days after the first day.
    let expected = [
        "t/start 2024-09-02 2024-09-29",
        "t/mid 2024-09-30 2024-10-27",
        "t/end 2024-10-28 2024-11-24",
    ];
    assert_eq!(slots(&home("2024-11-24"), "2024-11-24"), expected);
}

/// Noon and after class on Wednesday, 2024-10-09, with three rows on that day.
fn sessions(more: &str) -> Home {
    let rule = "id = 'r'\nevery = 'school_day'\nrecords = ['duty']\nsubject = 'school'\n";
    let rule = format!("{rule}from = 2024-10-09\nuntil = 2024-10-09\n{more}");
    let rows = ["after_school", "", "weekend"].map(|own| row("2024-10-09", "", "", "", own));
    Home::new().rule(&rule).log("duty", "2024-10", &header("session"), &rows.concat())
}

#[test]
fn each_school_day_is_split_by_sessions_and_a_blank_or_unlisted_session_counts_for_none() {
    let home = sessions("sessions = ['noon', 'after_school']");
    let day = "2024-10-09 2024-10-09 2024-10-09";
    let expected = [
        format!("r school 2024-10-09/after_school {day} met 1 2024-10-09"),
        format!("r school 2024-10-09/noon {day} missed 0 -"),
    ];
    assert_eq!(home.obligations("2024-10-10"), expected);
}

#[test]
fn a_blank_or_unlisted_session_is_not_the_last_event_either() {
    let rows = [("2024-10-09", "after_school"), ("2024-10-10", ""), ("2024-10-10", "weekend")];
    let rows = rows.map(|(day, own)| row(day, "", "", "made", own)).concat();
    let home = sessions("sessions = ['noon', 'after_school']");
    let home = home.log("duty", "2024-10", &header("session"), &rows);
    let live = home.overdue("2024-10-11", &["slot", "last_done"]);
    assert_eq!(live, ["2024-10-09/noon 2024-10-09"]);
}

#[test]
fn without_sessions_the_label_is_the_date_and_every_session_counts() {
    let expected = ["r school 2024-10-09 2024-10-09 2024-10-09 2024-10-09 met 1 2024-10-09"];
    assert_eq!(sessions("").obligations("2024-10-10"), expected);
}

#[test]
fn a_register_without_the_session_column_is_a_fault() {
    let rule = talk("school_day", "sessions = ['noon']").replace("['talk']", "['duty', 'talk']");
    fault(&one_child(&rule), "no-session-column");
}

#[test]
fn a_slot_whose_first_day_lies_before_from_or_after_until_does_not_exist() {
    let months = |more: &str| {
        let home = one_child(&talk("month", more));
        home.obligation_keys("2024-09-02", &["slot"])
    };
    let until = "\nuntil = 2024-11-30";
    assert_eq!(months(&format!("from = 2024-09-02{until}")), ["2024-09", "2024-10", "2024-11"]);
    assert_eq!(months(&format!("from = 2024-09-03{until}")), ["2024-10", "2024-11"]);
    assert_eq!(months("until = 2024-11-01"), ["2024-09", "2024-10", "2024-11"]);
    assert_eq!(months("until = 2024-10-31"), ["2024-09", "2024-10"]);
}

#[test]
fn care_rules_prints_the_first_slot_that_exists() {
    let home = one_child(&talk("month", "from = 2024-09-03"))
        .rule(&talk("week", "").replace("'r'", "'s'"))
        .rule(&talk("year", "from = 2024-09-03").replace("'r'", "'t'"));
    let rules = home.json("rules --today 2024-10-08");
    let first: Vec<_> = (0..3).map(|at| rules[at]["first_slot"].as_str()).collect();
    // The only school year began before the last rule did.
    assert_eq!(first, [Some("2024-10"), Some("2024-2025-1/w01"), None]);
}
