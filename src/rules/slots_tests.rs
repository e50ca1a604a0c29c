use super::*;
use crate::domain::calendar::Anchor;
use crate::rules::sample::{Sample, day, span, term, texts};

/// `label first..last` of each slot.
fn cut(sample: &Sample) -> Vec<String> {
    let slots = common(&sample.home.rules[0], &sample.home.calendar);
    slots.iter().map(shown).collect()
}

fn shown(slot: &Slot) -> String {
    format!("{} {}..{}", slot.label, slot.span.first, slot.span.last)
}

fn sample(every: Every, terms: &[(&str, &str, &str)]) -> Sample {
    let mut sample = Sample::new();
    sample.terms(terms.iter().map(|(id, first, last)| term(id, first, last)).collect());
    sample.rule("talk", every);
    sample
}

fn occasion(names: &[&str], before_days: u32, after_days: u32) -> Every {
    Every::Occasion { occasions: texts(names), before_days, after_days }
}

/// Two school years with one break of each kind, and two terms that touch.
const YEARS: [(&str, &str, &str); 4] = [
    ("2023-2024-1", "2023-09-01", "2024-01-19"),
    ("2023-2024-2", "2024-02-26", "2024-07-05"),
    ("2024-2025-1", "2024-09-02", "2025-01-17"),
    ("2024-2025-2", "2025-01-18", "2025-07-04"),
];

#[test]
fn weeks_begin_on_mondays_and_are_clipped_to_the_term() {
    let sample = sample(Every::Week, &[("2024-2025-1", "2024-09-04", "2024-09-16")]);
    assert_eq!(
        cut(&sample),
        [
            "2024-2025-1/w01 2024-09-04..2024-09-08",
            "2024-2025-1/w02 2024-09-09..2024-09-15",
            "2024-2025-1/w03 2024-09-16..2024-09-16",
        ]
    );
}

#[test]
fn a_term_from_monday_to_sunday_is_one_week_and_the_next_term_counts_from_one_again() {
    let terms =
        [("2024-2025-1", "2024-09-02", "2024-09-08"), ("2024-2025-2", "2024-09-09", "2024-09-14")];
    assert_eq!(
        cut(&sample(Every::Week, &terms)),
        ["2024-2025-1/w01 2024-09-02..2024-09-08", "2024-2025-2/w01 2024-09-09..2024-09-14"]
    );
}

#[test]
fn a_month_that_two_terms_share_gives_one_slot_in_each_with_the_same_label() {
    let terms =
        [("2024-2025-1", "2024-11-29", "2025-01-10"), ("2024-2025-2", "2025-01-20", "2025-02-01")];
    assert_eq!(
        cut(&sample(Every::Month, &terms)),
        [
            "2024-11 2024-11-29..2024-11-30",
            "2024-12 2024-12-01..2024-12-31",
            "2025-01 2025-01-01..2025-01-10",
            "2025-01 2025-01-20..2025-01-31",
            "2025-02 2025-02-01..2025-02-01",
        ]
    );
}

#[test]
fn the_anchor_windows_are_the_first_middle_and_last_28_days() {
    // 85 days: the middle begins (85 - 28) div 2 = 28 days after the first.
    let sample = sample(Every::Anchor, &[("2024-2025-1", "2024-09-02", "2024-11-25")]);
    assert_eq!(
        cut(&sample),
        [
            "2024-2025-1/start 2024-09-02..2024-09-29",
            "2024-2025-1/mid 2024-09-30..2024-10-27",
            "2024-2025-1/end 2024-10-29..2024-11-25",
        ]
    );
}

#[test]
fn a_terms_own_anchors_take_the_place_of_the_default_ones() {
    let mut own = term("2024-2025-1", "2024-09-02", "2025-01-17");
    let window = span("2024-10-08", "2024-10-18");
    own.anchors = Some(vec![Anchor { name: "harvest".to_owned(), span: window }]);
    let mut sample = sample(Every::Anchor, &[]);
    sample.terms(vec![own]);
    assert_eq!(cut(&sample), ["2024-2025-1/harvest 2024-10-08..2024-10-18"]);
}

#[test]
fn a_term_is_one_slot_and_a_year_goes_from_its_first_term_to_its_last() {
    assert_eq!(cut(&sample(Every::Term, &YEARS))[1], "2023-2024-2 2024-02-26..2024-07-05");
    assert_eq!(cut(&sample(Every::Term, &YEARS)).len(), 4);
    assert_eq!(
        cut(&sample(Every::Year, &YEARS)),
        ["2023-2024 2023-09-01..2024-07-05", "2024-2025 2024-09-02..2025-07-04"]
    );
}

#[test]
fn an_occasion_reaches_over_the_terms_edge_for_each_festival_inside_the_calendar() {
    // Mid-autumn 2023 is 09-29, in 2024 it is 09-17; that of 2025 lies after the calendar.
    let sample = sample(occasion(&["mid_autumn", "teachers_day"], 40, 3), &YEARS);
    assert_eq!(
        cut(&sample),
        [
            "mid_autumn/2023 2023-08-20..2023-10-02",
            "mid_autumn/2024 2024-08-08..2024-09-20",
            "teachers_day/2023 2023-08-01..2023-09-13",
            "teachers_day/2024 2024-08-01..2024-09-13",
        ]
    );
    let slots = common(&sample.home.rules[0], &sample.home.calendar);
    assert_eq!(slots[1].owed_on, Some(day("2024-09-17")));
}

#[test]
fn breaks_are_the_days_between_terms_of_one_year_and_of_two() {
    assert_eq!(
        cut(&sample(occasion(&["winter_break"], 7, 7), &YEARS)),
        ["winter_break/2024 2024-01-20..2024-02-25"],
        "no days between two terms: no slot"
    );
    let summer = sample(occasion(&["summer_break"], 7, 7), &YEARS);
    assert_eq!(cut(&summer), ["summer_break/2024 2024-07-06..2024-09-01"]);
    let slots = common(&summer.home.rules[0], &summer.home.calendar);
    assert_eq!(slots[0].owed_on, Some(day("2024-07-06")));
}

#[test]
fn a_break_of_a_single_day_is_a_slot() {
    let terms =
        [("2024-2025-1", "2024-09-02", "2025-01-17"), ("2024-2025-2", "2025-01-19", "2025-07-04")];
    let winter = sample(occasion(&["winter_break"], 7, 7), &terms);
    assert_eq!(cut(&winter), ["winter_break/2025 2025-01-18..2025-01-18"]);
}

#[test]
fn elders_who_share_a_birthday_share_a_slot_and_only_days_inside_the_calendar_give_one() {
    let elder = |month, day, lunar| Elder { name: String::new(), month, day, lunar, line: 0 };
    // The ninth of the ninth lunar month is 2023-10-23 and 2024-10-11.
    let elders = [elder(9, 9, true), elder(10, 11, false), elder(7, 20, false)];
    let mut sample = sample(occasion(&["elder_birthday"], 1, 2), &YEARS);
    let own = |sample: &Sample| -> Vec<String> {
        let slots = of_elders(&sample.home.rules[0], &elders, &sample.home.calendar);
        slots.iter().map(shown).collect()
    };
    assert_eq!(
        own(&sample),
        [
            "elder_birthday/2023-10-11 2023-10-10..2023-10-13",
            "elder_birthday/2023-10-23 2023-10-22..2023-10-25",
            "elder_birthday/2024-07-20 2024-07-19..2024-07-22",
            "elder_birthday/2024-10-11 2024-10-10..2024-10-13",
        ]
    );
    assert_eq!(cut(&sample), Vec::<String>::new(), "they are no slots that all children share");
    sample.home.rules[0].from = Some(day("2024-07-20"));
    assert_eq!(own(&sample), ["elder_birthday/2024-10-11 2024-10-10..2024-10-13"]);
    sample.home.rules[0].every = occasion(&["mid_autumn"], 1, 2);
    assert_eq!(own(&sample), Vec::<String>::new());
}

#[test]
fn each_school_day_is_a_slot_and_a_make_up_day_wins_over_a_weekend() {
    let mut sample = sample(
        Every::SchoolDay { sessions: Vec::new() },
        &[("2024-2025-1", "2024-09-26", "2024-10-09")],
    );
    sample.holiday("2024-10-01", "2024-10-07", "2024-09-29");
    let labels: Vec<String> = cut(&sample).iter().map(|line| line[..10].to_owned()).collect();
    assert_eq!(
        labels,
        ["2024-09-26", "2024-09-27", "2024-09-29", "2024-09-30", "2024-10-08", "2024-10-09"]
    );
}

#[test]
fn sessions_split_each_school_day() {
    let every = Every::SchoolDay { sessions: texts(&["noon", "dusk"]) };
    let sample = sample(every, &[("2024-2025-1", "2024-10-09", "2024-10-09")]);
    let slots = common(&sample.home.rules[0], &sample.home.calendar);
    let split: Vec<_> = slots.iter().map(|slot| (&*slot.label, slot.session)).collect();
    assert_eq!(split, [("2024-10-09/noon", Some(0)), ("2024-10-09/dusk", Some(1))]);
}

#[test]
fn a_slot_that_begins_before_the_rules_from_or_after_its_until_does_not_exist() {
    let mut sample = sample(Every::Month, &[("2024-2025-1", "2024-09-02", "2024-12-31")]);
    let labels = |sample: &Sample| -> Vec<String> {
        cut(sample).iter().map(|line| line[..7].to_owned()).collect()
    };
    sample.home.rules[0].from = Some(day("2024-09-03"));
    sample.home.rules[0].until = Some(day("2024-11-30"));
    assert_eq!(labels(&sample), ["2024-10", "2024-11"]);
    sample.home.rules[0].from = Some(day("2024-09-02"));
    sample.home.rules[0].until = Some(day("2024-12-01"));
    assert_eq!(labels(&sample), ["2024-09", "2024-10", "2024-11", "2024-12"]);
}

#[test]
fn a_rolling_or_state_rule_cuts_no_slots_and_an_empty_calendar_gives_none() {
    let rolling = Every::Rolling { days: 7, in_holidays: false };
    for every in [rolling, Every::State { requires: Vec::new() }] {
        assert_eq!(cut(&sample(every, &YEARS)), Vec::<String>::new());
    }
    for every in [Every::Week, Every::Year, Every::SchoolDay { sessions: Vec::new() }] {
        assert_eq!(cut(&sample(every, &[])), Vec::<String>::new());
    }
    assert_eq!(cut(&sample(occasion(&["mid_autumn"], 1, 1), &[])), Vec::<String>::new());
}
