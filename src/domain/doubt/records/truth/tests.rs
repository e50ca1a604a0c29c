//! The pieces by which records are compared; the kinds as a whole are asked at the command line.

use std::sync::Arc;

use super::same_text::written_apart;
use super::work_book::{by_person, entries};
use crate::domain::event::{Event, Status};
use crate::domain::id::{Id, Kind};
use crate::domain::row::{Header, Row};

/// A talk of a day with children, entered at a time of that day, with a content.
fn talk(day: &str, children: &[&str], time: &str, content: &str) -> Event {
    let header =
        Arc::new(Header { file: "log/talk/2024-10.csv".into(), names: vec!["content".into()] });
    let ids = |kind, ids: &[&str]| {
        let all = ids.iter().map(|id| Id::parse(id, kind).unwrap());
        all.collect()
    };
    Event {
        id: Id::parse("E0000000001", Kind::Event).unwrap(),
        date: day.parse().unwrap(),
        children: ids(Kind::Child, children),
        staff: ids(Kind::Staff, &["T00001"]),
        attempted: false,
        recorded: format!("{day}T{time}+08:00").parse().unwrap(),
        status: Status::Stands,
        replaces: Vec::new(),
        row: Row::new(header, 2, [content].into_iter()),
    }
}

const CONTENT: &str = "过马路走人行道，看见水塘绕着走";

#[test]
fn what_one_command_entered_of_a_day_is_one_entry_with_a_row_for_all_or_for_each() {
    let for_each = ["C00001", "C00002", "C00003"]
        .map(|child| talk("2024-10-08", &[child], "16:00:00", CONTENT));
    let for_all = talk("2024-10-09", &["C00001", "C00002"], "16:00:00", CONTENT);
    let next = talk("2024-10-08", &["C00001"], "16:00:01", CONTENT);
    let rows: Vec<&Event> = for_each.iter().chain([&for_all, &next]).collect();
    let told: Vec<(usize, bool)> =
        entries(&rows).iter().map(|own| (own.rows.len(), own.is_of_a_group())).collect();
    assert_eq!(told, [(3, true), (1, false), (1, true)]);
}

#[test]
fn a_class_talk_with_the_same_words_each_week_is_not_written_one_by_one() {
    let weeks = ["2024-10-08", "2024-10-15", "2024-10-22"];
    let of_class = weeks.map(|day| talk(day, &["C00001", "C00002"], "16:00:00", CONTENT));
    let alone = weeks.map(|day| talk(day, &["C00003"], "17:00:00", CONTENT));
    let rows: Vec<&Event> = of_class.iter().chain(&alone[..2]).collect();
    let (apart, days) = written_apart(&rows);
    assert_eq!((apart.len(), days), (2, 2));
    assert!(apart.iter().all(|event| event.children.len() == 1));
}

#[test]
fn the_rows_of_a_person_are_told_apart_by_the_month_of_their_day() {
    let rows = ["2024-10-30", "2024-10-31", "2024-11-01"]
        .map(|day| talk(day, &["C00001"], "16:00:00", CONTENT));
    let months = by_person(&rows);
    let counts: Vec<(String, usize)> =
        months.iter().map(|((_, month), rows)| (month.to_string(), rows.len())).collect();
    assert_eq!(counts, [("2024-10".to_owned(), 2), ("2024-11".to_owned(), 1)]);
}
