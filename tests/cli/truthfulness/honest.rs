//! Honest people, who work by commands as the handbook shows: nothing is to be asked of them.

use chrono::{Datelike, NaiveDate, Weekday};

use super::school::{days, is_school};
use crate::harness::Home;

/// Two classes with a teacher each, and a grandmother with two children.
fn home() -> Home {
    let teacher =
        |class| format!("{{ role = \"head_teacher\", class = \"{class}\", from = 2024-09-02 }}");
    let mut home = Home::new()
        .at("2024-09-02")
        .staff("T00001", &teacher("2021-1"))
        .staff("T00002", &teacher("2021-2"));
    for at in 1..=20 {
        let (class, family) = (1 + at % 2, if at < 3 { 1 } else { at });
        let carer = format!("name = \"奶奶{family}\"\nphone = [\"139000{family:05}\"]");
        let more = format!("class = \"2021-{class}\"\n[carer]\n{carer}");
        home = home.child(&format!("C{at:05}"), &more);
    }
    home.keep_private();
    home
}

fn does(home: &Home, line: &str) {
    let ran = home.run(line);
    assert_eq!(ran.code, 0, "{line}: {}{}", ran.out, ran.err);
}

/// Nothing is told on the last day of the year.
fn assert_nothing_to_ask(home: &Home) {
    let told = home.json("check truthfulness");
    assert_eq!(told, serde_json::json!([]));
}

fn fridays() -> Vec<NaiveDate> {
    let months = [(2024, 9), (2024, 10), (2024, 11), (2024, 12), (2025, 3), (2025, 4), (2025, 5)];
    let first = |(year, month)| NaiveDate::from_ymd_opt(year, month, 1).unwrap();
    let all = months.into_iter().flat_map(|month| days(first(month)));
    all.filter(|day| day.weekday() == Weekday::Fri && is_school(*day)).collect()
}

#[test]
fn of_a_teacher_who_talks_with_a_class_each_week_by_one_command_there_is_nothing_to_ask() {
    for each in ["", " --each"] {
        let mut home = home();
        for day in fridays() {
            home = home.at(&day.to_string());
            for class in [1, 2] {
                does(
                    &home,
                    &format!(
                        "log-talk --class 2021-{class} --staff T0000{class} --mode in_person -y \
                         --content 放学路上靠边走，不下水不玩火，有事告诉老师{each}"
                    ),
                );
            }
        }
        assert_nothing_to_ask(&home.at("2025-07-04"));
    }
}

#[test]
fn of_a_month_that_is_brought_in_from_a_paper_book_by_one_command_there_is_nothing_to_ask() {
    let mut home = home();
    for month in ["2024-10", "2024-11", "2024-12"] {
        // The book has a page for each child, in the order of the list.
        let row = |at: u32| format!("C{at:05},{month}-{:02}\n", 8 + at % 4);
        let rows: String = (1..=20).map(row).collect();
        home = home.at(&format!("{month}-27")).with("rows.csv", &format!("姓名,日期\n{rows}"));
        does(&home, "log-talk --rows rows.csv --staff T00001 -y");
        std::fs::remove_file(home.root().join("rows.csv")).unwrap();
    }
    assert_nothing_to_ask(&home.at("2025-07-04"));
}
