//! The same register brought in again: changed there, changed here, and its refused rows mended.

use std::collections::BTreeMap;
use std::fs;

use calamine::{Data, Reader, open_workbook_auto};
use serde_json::Value;

use crate::case;
use crate::kept::{Kept, snapshot};
use crate::refusals::workbooks;
use crate::trial::{Desk, Said};

const TALK: &str = "日期,学生姓名,教师,谈话内容\n2024-09-20,李小明,刘敏,想爸爸\n\
                    2024-09-21,张三,刘敏,数学\n";

fn import(desk: &Desk, name: &str, text: &str, more: &[&str]) -> Said {
    let path = desk.files().join(name);
    fs::write(&path, text).unwrap();
    let words = ["import", path.to_str().unwrap(), "-y", "--register", "talk"];
    desk.care(&[&words[..], more].concat())
}

/// The words of each talk that speaks.
fn talks(desk: &Desk) -> Vec<String> {
    let kept = Kept::read(&desk.home());
    let speaking = kept.speaking();
    let talks = kept.rows.iter().filter(|row| row.register == "talk");
    let talks = talks.filter(|row| speaking.contains(&row.cells["id"]));
    let mut words: Vec<String> = talks.map(|row| row.cells["content"].clone()).collect();
    words.sort();
    words
}

fn event(desk: &Desk, content: &str) -> String {
    let kept = Kept::read(&desk.home());
    kept.rows
        .iter()
        .find(|row| row.cells.get("content").is_some_and(|own| own == content))
        .unwrap()
        .cells["id"]
        .clone()
}

#[test]
fn a_row_that_changed_in_the_file_changes_its_record_and_is_said_before() {
    let desk = Desk::new("again-changed", "home");
    let first = import(&desk, "谈心记录.csv", TALK, &[]);
    assert_eq!((first.code, talks(&desk)), (Some(0), vec!["想爸爸".into(), "数学".into()]));
    let changed = TALK.replace("想爸爸", "想妈妈");
    let before = snapshot(&desk.home());
    let dry = import(&desk, "谈心记录.csv", &changed, &["-n"]);
    assert!(snapshot(&desk.home()) == before, "{}", dry.text);
    for word in ["谈话内容", "李小明"] {
        assert!(dry.text.contains(word), "{word}: {}", dry.text);
    }
    let said = import(&desk, "谈心记录.csv", &changed, &[]);
    assert_eq!(said.code, Some(0), "{}", said.text);
    assert_eq!(talks(&desk), ["想妈妈", "数学"], "{}", said.text);
}

#[test]
fn what_was_amended_or_withdrawn_here_stays_so_when_the_file_comes_again() {
    let desk = Desk::new("again-kept", "home");
    assert_eq!(import(&desk, "谈心记录.csv", TALK, &[]).code, Some(0));
    let amended = event(&desk, "想爸爸");
    let said = desk.care(&["amend", &amended, "--set", "content=想爸爸，哭了"]);
    assert_eq!(said.code, Some(0), "{}", said.text);
    let withdrawn = event(&desk, "数学");
    let said = desk.care(&["void", &withdrawn, "--why", "记错了"]);
    assert_eq!(said.code, Some(0), "{}", said.text);
    let before = snapshot(&desk.home());
    let again = import(&desk, "谈心记录.csv", TALK, &[]);
    assert_eq!(talks(&desk), ["想爸爸，哭了"], "{}", again.text);
    assert!(snapshot(&desk.home()) == before, "{}", again.text);
    for name in ["李小明", "张三"] {
        assert!(again.text.contains(name), "it is said of {name}: {}", again.text);
    }
}

#[test]
fn a_file_with_more_rows_adds_those_alone() {
    let desk = Desk::new("again-more", "home");
    assert_eq!(import(&desk, "谈心记录.csv", TALK, &[]).code, Some(0));
    let more = format!("{TALK}2024-09-22,李小红,刘敏,新来的\n");
    // Another name and another order: it is the rows that are known, not the file.
    let mut lines: Vec<&str> = more.lines().collect();
    lines[1..].reverse();
    let said = import(&desk, "谈心记录（二）.csv", &lines.join("\n"), &[]);
    assert_eq!(said.code, Some(0), "{}", said.text);
    assert_eq!(talks(&desk), ["想爸爸", "数学", "新来的"], "{}", said.text);
}

#[test]
fn of_a_child_whose_row_changed_the_former_value_is_kept_in_the_register_of_changes() {
    let desk = Desk::new("again-child", "home");
    let path = desk.files().join("花名册.csv");
    let text = "姓名,班级,身份证号,风险等级\n李小明,四（2）班,990101201503120015,高\n";
    fs::write(&path, text).unwrap();
    let said = desk.care(&["import", path.to_str().unwrap(), "-y"]);
    assert_eq!(said.code, Some(0), "{}", said.text);
    let kept = Kept::read(&desk.home());
    let boy = kept.children.values().find(|own| own["name"] == "李小明").unwrap();
    assert_eq!(boy["risk"], "high");
    let change = kept.rows.iter().find(|row| row.register == "change").unwrap();
    assert_eq!((change.cells["field"].as_str(), change.cells["new"].as_str()), ("risk", "high"));
}

/// The rows of the workbook of refused rows, as a clerk saves them once they are mended: each
/// heading's cell of a name set right, and no row of those who stood twice.
fn mended(path: &std::path::Path, right: &BTreeMap<&str, &Value>) -> String {
    let mut book = open_workbook_auto(path).unwrap();
    let (_, range) = book.worksheets().remove(0);
    let rows: Vec<Vec<String>> =
        range.rows().map(|row| row.iter().map(Data::to_string).collect()).collect();
    let is_heading = |row: &Vec<String>| row.iter().any(|cell| cell == "姓名");
    let head = rows.iter().position(is_heading).unwrap();
    let place = |heading: &str| rows[head].iter().position(|cell| cell == heading).unwrap();
    let name = place("姓名");
    let mut writer = csv::WriterBuilder::new().flexible(true).from_writer(Vec::new());
    for row in &rows[..=head] {
        writer.write_record(row).unwrap();
    }
    for mut row in rows[head + 1..].iter().cloned() {
        let Some(own) = right.get(row[name].as_str()) else { continue };
        for heading in ["出生日期", "身份证号"] {
            row[place(heading)] = own[heading].as_str().unwrap().into();
        }
        writer.write_record(&row).unwrap();
    }
    String::from_utf8(writer.into_inner().unwrap()).unwrap()
}

#[test]
fn the_refused_rows_mended_complete_the_roster_and_all_of_it_again_changes_nothing() {
    let case = case::all().into_iter().find(|case| case.name == "roster-300").unwrap();
    let desk = Desk::new("again-mended", "empty");
    let path = desk.put(&case.files[0]);
    let first = desk.care(&["import", path.to_str().unwrap(), "-y"]);
    assert_eq!(first.code, Some(1), "{}", first.text);
    let right = case.list("mended").unwrap().iter();
    let right: BTreeMap<&str, &Value> =
        right.map(|own| (own["姓名"].as_str().unwrap(), own)).collect();
    let refused = workbooks(&desk.files());
    let text = mended(&refused[0], &right);
    let file = desk.files().join("补齐.csv");
    fs::write(&file, text).unwrap();
    let second = desk.care(&["import", file.to_str().unwrap(), "-y"]);
    assert_eq!(second.code, Some(0), "{}", second.text);
    let kept = Kept::read(&desk.home());
    assert_eq!(kept.children.len(), 298);
    for (name, own) in right {
        let child = kept.children.values().find(|child| child["name"] == *name).unwrap();
        assert_eq!(child["id_number"], own["身份证号"]);
    }
    let before = snapshot(&desk.home());
    for own in [&path, &file] {
        let said = desk.care(&["import", own.to_str().unwrap(), "-y"]);
        assert!(snapshot(&desk.home()) == before, "{}", said.text);
    }
}
