//! The naive evaluator against the golden homes: answers worked out by other, independent code.

use std::path::Path;

use serde_json::Value;

use crate::{difference, naive};

/// The answer to the question that the name of the file holds, such as `overdue-2024-10-15`.
fn answer(home: &naive::Home, question: &str) -> Value {
    let (command, date) = question.split_at(question.len() - "-2024-10-15".len());
    let today = date[1..].parse().unwrap();
    match command {
        "overdue" => home.overdue(today),
        "overdue-inform" => home.inform(today, None),
        "obligations" => home.obligations_all(today),
        other => panic!("no command {other}"),
    }
}

#[test]
fn the_naive_evaluator_equals_every_golden_answer() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden");
    let (mut compared, mut wrong) = (0, Vec::new());
    for entry in std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()) {
        let home = naive::Home::read(&entry.join("home"));
        for file in std::fs::read_dir(entry.join("expected")).unwrap() {
            let file = file.unwrap().path();
            let question = file.file_stem().unwrap().to_str().unwrap();
            let expected = serde_json::from_slice(&std::fs::read(&file).unwrap()).unwrap();
            if let Some(text) = difference(&expected, &answer(&home, question)) {
                wrong.push(format!("{}: {text}", file.display()));
            }
            compared += 1;
        }
    }
    assert!(wrong.is_empty(), "{} wrong: {}", wrong.len(), wrong.join("\n\n"));
    assert_eq!(compared, 211);
}
