//! Rules, section 2: occasions, which are festivals, breaks and elders' birthdays.

use chrono::{Days, NaiveDate};

use crate::harness::Home;
use crate::rules_home::{LI, NEXT_TERM, WU, one_child, one_term, slots};

/// A rule for these occasions, separated by blanks.
fn letter(occasions: &str, more: &str) -> String {
    let occasions: Vec<&str> = occasions.split(' ').collect();
    format!("id = 'r'\nevery = 'occasion'\nrecords = ['letter']\noccasions = {occasions:?}\n{more}")
}

/// The day itself is the whole slot.
const THE_DAY: &str = "before_days = 0\nafter_days = 0";

const FESTIVALS: &str = "new_year new_year_eve spring_festival lantern qingming dragon_boat \
    mid_autumn double_ninth womens_day mothers_day fathers_day childrens_day teachers_day \
    national_day";

#[test]
fn a_slot_is_the_festival_less_before_days_to_the_festival_and_after_days() {
    let home = |more| slots(&one_child(&letter("mid_autumn", more)), "2024-09-17");
    assert_eq!(home(""), ["mid_autumn/2024 2024-09-10 2024-09-24"]);
    let more = "before_days = 3\nafter_days = 1";
    assert_eq!(home(more), ["mid_autumn/2024 2024-09-14 2024-09-18"]);
}

#[test]
fn festivals_are_named_never_dated() {
    // May 2025 has its second Sunday on the 11th, June its third on the 15th.
    let expected = [
        ("teachers_day", "2024-09-10"),
        ("mid_autumn", "2024-09-17"),
        ("national_day", "2024-10-01"),
        ("double_ninth", "2024-10-11"),
        ("new_year", "2025-01-01"),
        ("new_year_eve", "2025-01-28"),
        ("spring_festival", "2025-01-29"),
        ("lantern", "2025-02-12"),
        ("womens_day", "2025-03-08"),
        ("qingming", "2025-04-04"),
        ("mothers_day", "2025-05-11"),
        ("dragon_boat", "2025-05-31"),
        ("childrens_day", "2025-06-01"),
        ("fathers_day", "2025-06-15"),
    ];
    let expected = expected.map(|(name, day)| format!("{name}/{} {day} {day}", &day[..4]));
    assert_eq!(slots(&one_child(&letter(FESTIVALS, THE_DAY)), "2024-09-02"), expected);
}

/// The published days of spring festival, qingming, dragon boat, mid autumn and double ninth.
const PUBLISHED: [(i32, [&str; 5]); 12] = [
    (2015, ["02-19", "04-05", "06-20", "09-27", "10-21"]),
    (2016, ["02-08", "04-04", "06-09", "09-15", "10-09"]),
    (2017, ["01-28", "04-04", "05-30", "10-04", "10-28"]),
    (2018, ["02-16", "04-05", "06-18", "09-24", "10-17"]),
    (2019, ["02-05", "04-05", "06-07", "09-13", "10-07"]),
    (2020, ["01-25", "04-04", "06-25", "10-01", "10-25"]),
    (2021, ["02-12", "04-04", "06-14", "09-21", "10-14"]),
    (2022, ["02-01", "04-05", "06-03", "09-10", "10-04"]),
    (2023, ["01-22", "04-05", "06-22", "09-29", "10-23"]),
    (2024, ["02-10", "04-04", "06-10", "09-17", "10-11"]),
    (2025, ["01-29", "04-04", "05-31", "10-06", "10-29"]),
    (2026, ["02-17", "04-05", "06-19", "09-25", "10-18"]),
];

#[test]
fn lunar_dates_are_the_published_ones_of_twelve_years() {
    let mut expected = Vec::new();
    for (year, days) in PUBLISHED {
        let mut add = |name: &str, day: NaiveDate| expected.push(format!("{name}/{year} {day}"));
        let day = |month_day: &str| format!("{year}-{month_day}").parse::<NaiveDate>().unwrap();
        let [spring, qingming, dragon_boat, mid_autumn, double_ninth] = days.map(day);
        add("new_year_eve", spring.pred_opt().unwrap());
        add("spring_festival", spring);
        // The 15th day of the month that the festival begins.
        add("lantern", spring + Days::new(14));
        add("qingming", qingming);
        add("dragon_boat", dragon_boat);
        add("mid_autumn", mid_autumn);
        add("double_ninth", double_ninth);
    }
    let lunar = "new_year_eve spring_festival lantern qingming dragon_boat mid_autumn double_ninth";
    let home = Home::new()
        .with("calendar.toml", &one_term("2015-01-01", "2026-12-31"))
        .rule(&letter(lunar, THE_DAY))
        .child(LI, "[[spell]]\njoined = 2015-01-01");
    assert_eq!(home.obligation_keys("2026-12-31", &["slot", "first"]), expected);
}

/// The slots of teachers' day, 2024-09-10, and national day, 2024-10-01, in one term.
fn in_term(first: &str, last: &str, more: &str) -> Vec<String> {
    let home = Home::new()
        .with("calendar.toml", &one_term(first, last))
        .rule(&letter("teachers_day national_day", more))
        .child(LI, "[[spell]]\njoined = 2024-08-01");
    slots(&home, "2024-09-10")
}

#[test]
fn an_occasion_is_never_clipped() {
    let expected =
        ["teachers_day/2024 2024-08-31 2024-09-20", "national_day/2024 2024-09-21 2024-10-11"];
    let more = "before_days = 10\nafter_days = 10";
    assert_eq!(in_term("2024-09-10", "2024-10-01", more), expected);
}

#[test]
fn a_festival_has_a_slot_when_it_falls_between_the_calendars_first_and_last_day() {
    assert_eq!(
        in_term("2024-09-11", "2024-10-01", THE_DAY),
        ["national_day/2024 2024-10-01 2024-10-01"]
    );
    assert_eq!(
        in_term("2024-09-10", "2024-09-30", THE_DAY),
        ["teachers_day/2024 2024-09-10 2024-09-10"]
    );
}

#[test]
fn a_festival_in_a_break_between_two_terms_has_a_slot() {
    // Spring festival, 2025-01-29, lies between 2025-01-17 and 2025-02-17.
    let home = one_child(&letter("spring_festival", ""));
    assert_eq!(slots(&home, "2024-09-02"), ["spring_festival/2025 2025-01-22 2025-02-05"]);
}

#[test]
fn breaks_are_the_days_between_two_terms_of_one_school_year_and_of_two_successive_ones() {
    // `before_days` and `after_days` do not apply; no break follows the last term.
    let home = one_child(&letter("winter_break summer_break", "before_days = 3\nafter_days = 0"));
    let winter = "winter_break/2025 2025-01-18 2025-02-16";
    assert_eq!(slots(&home, "2024-09-02"), [winter]);
    let home = home.and("calendar.toml", NEXT_TERM);
    assert_eq!(slots(&home, "2024-09-02"), [winter, "summer_break/2025 2025-07-05 2025-08-31"]);
}

#[test]
fn a_break_is_labelled_by_the_year_of_its_first_day() {
    let early = Home::new()
        .rule(&letter("winter_break", ""))
        .child(LI, "")
        .with("calendar.toml", &two_terms("2024-12-27", "2025-02-17"));
    assert_eq!(slots(&early, "2024-09-02"), ["winter_break/2024 2024-12-28 2025-02-16"]);
}

#[test]
fn no_days_between_two_terms_no_slot() {
    let home = |next| {
        let calendar = two_terms("2025-01-17", next);
        slots(
            &one_child(&letter("winter_break", "")).with("calendar.toml", &calendar),
            "2024-09-02",
        )
    };
    assert_eq!(home("2025-01-18").len(), 0);
    assert_eq!(home("2025-01-19"), ["winter_break/2025 2025-01-18 2025-01-18"]);
}

/// Two terms of one year: the end of the first, the beginning of the second.
fn two_terms(last: &str, first: &str) -> String {
    let second = one_term(first, "2025-07-04").replace("\"t\"", "\"u\"");
    format!("{}{second}", one_term("2024-09-02", last))
}

/// A home of two school years with one child whose elders have these birthdays.
fn elders(birthdays: &[(&str, &str)], more: &str) -> Vec<String> {
    let elder = |(birthday, calendar): &(&str, &str)| {
        format!(
            "[[elder]]\nname = \"老人\"\nbirthday = \"{birthday}\"\ncalendar = \"{calendar}\"\n"
        )
    };
    let elders: String = birthdays.iter().map(elder).collect();
    let home = Home::new()
        .and("calendar.toml", NEXT_TERM)
        .rule(&letter("elder_birthday", more))
        .child(LI, &elders)
        .child(WU, "");
    home.obligation_keys("2024-09-02", &["subject_id", "slot", "first", "last"])
}

#[test]
fn an_elders_birthday_is_labelled_by_its_date_and_owed_by_the_elders_grandchild_alone() {
    let expected = [
        "C00001 elder_birthday/2024-10-05 2024-09-28 2024-10-12",
        "C00001 elder_birthday/2025-10-05 2025-09-28 2025-10-12",
    ];
    assert_eq!(elders(&[("10-05", "solar")], ""), expected);
}

#[test]
fn a_lunar_birthday_follows_the_lunar_calendar() {
    // The 15th of the eighth month is the mid-autumn festival.
    let expected = [
        "C00001 elder_birthday/2024-09-17 2024-09-17 2024-09-17",
        "C00001 elder_birthday/2025-10-06 2025-10-06 2025-10-06",
    ];
    assert_eq!(elders(&[("08-15", "lunar")], THE_DAY), expected);
}

#[test]
fn elders_sharing_a_date_share_a_slot() {
    // In 2024 the three fall on one day, in 2025 the lunar one does not.
    let birthdays = [("09-17", "solar"), ("08-15", "lunar"), ("09-17", "solar")];
    let expected = [
        "C00001 elder_birthday/2024-09-17 2024-09-17 2024-09-17",
        "C00001 elder_birthday/2025-09-17 2025-09-17 2025-09-17",
        "C00001 elder_birthday/2025-10-06 2025-10-06 2025-10-06",
    ];
    assert_eq!(elders(&birthdays, THE_DAY), expected);
}

#[test]
fn a_leap_month_is_ignored() {
    // The sixth month of 2025 begins on 06-25, the leap sixth on 07-25, the seventh on 08-23.
    let expected = ["C00001 elder_birthday/2025-07-09 2025-07-09 2025-07-09"];
    assert_eq!(elders(&[("06-15", "lunar")], THE_DAY), expected);
    let expected = ["C00001 elder_birthday/2025-08-23 2025-08-23 2025-08-23"];
    assert_eq!(elders(&[("07-01", "lunar")], THE_DAY), expected);
}

#[test]
fn lunar_day_30_and_02_29_fall_on_the_months_last_day() {
    // The twelfth month of the year before 2025-01-29 has 29 days, the last on 2025-01-28.
    let expected = ["C00001 elder_birthday/2025-01-28 2025-01-28 2025-01-28"];
    assert_eq!(elders(&[("12-30", "lunar")], THE_DAY), expected);
    let expected = ["C00001 elder_birthday/2025-02-28 2025-02-28 2025-02-28"];
    assert_eq!(elders(&[("02-29", "solar")], THE_DAY), expected);
}

#[test]
fn before_the_first_term_what_was_due_in_that_time_is_on_the_list() {
    // On the roll since 08-20, due within two days; the first term begins on 09-02.
    let rule = letter("mid_autumn", "before_days = 40\ndue_days = 2");
    let home = Home::new().rule(&rule).child(LI, "[[spell]]\njoined = 2024-08-20");
    let home = home.events("letter", LI, &["2024-08-01"]);
    let row = "mid_autumn/2024 2024-08-21 2024-08-01";
    assert_eq!(home.overdue("2024-08-30 -q", &["slot", "due", "last_done"]), [row]);
    assert_eq!(home.overdue("2024-08-21 -q", &["slot"]).len(), 0);
}
