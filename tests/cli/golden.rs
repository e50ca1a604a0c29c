//! The golden homes: answers worked out by other, slower code.

use crate::harness::{Home, project};
use serde_json::Value;

/// The homes, by the first letter of their names, whose answers the program does not give yet: the
/// naive evaluator alone is held to them (`tests/property`). To be emptied, and the count raised.
const PENDING: &[&str] = &[];

/// Every key of a golden row must be equal; a row may have more.
fn assert_projection(place: &str, golden: &Value, ours: &Value) {
    let (golden, ours) = (golden.as_array().unwrap(), ours.as_array().unwrap());
    for (at, (expected, got)) in golden.iter().zip(ours).enumerate() {
        for (key, value) in expected.as_object().unwrap() {
            assert_eq!(&got[key], value, "{place} row {at}, key {key}: {got}");
        }
    }
    assert_eq!(golden.len(), ours.len(), "{place}");
}

#[test]
fn overdue_and_obligations_equal_every_golden_answer() {
    let mut compared = 0;
    for entry in std::fs::read_dir(project().join("tests/golden")).unwrap() {
        let name = entry.unwrap().file_name().into_string().unwrap();
        if PENDING.iter().any(|letter| name.starts_with(letter)) {
            continue;
        }
        let home = Home::copy_of(&format!("tests/golden/{name}/home"));
        let expected = project().join(format!("tests/golden/{name}/expected"));
        for file in std::fs::read_dir(expected).unwrap().map(|file| file.unwrap().path()) {
            let stem = file.file_stem().unwrap().to_str().unwrap().to_owned();
            let (command, date) = stem.split_once('-').unwrap();
            let all = if command == "obligations" { " --all" } else { "" };
            let date = date
                .strip_prefix("inform-")
                .map_or(date.to_owned(), |date| format!("{date} --level inform"));
            let golden = serde_json::from_slice(&std::fs::read(&file).unwrap()).unwrap();
            // With all months read, with what is kept of closed ones made, and with it used.
            for turn in 0..3 {
                if turn == 1 {
                    std::fs::create_dir_all(home.root().join(".care")).unwrap();
                }
                let ours = home.json(&format!("{command}{all} --today {date}"));
                assert_projection(&format!("{name}/{stem}"), &golden, &ours);
            }
            compared += 1;
        }
    }
    assert_eq!(compared, 211);
}
