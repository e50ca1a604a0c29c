//! What must not be lost without a word: a child out of the roll, a row, what was done before.

use std::fs;
use std::path::Path;

use serde_json::json;

use crate::harness::{HEADER, Home};

fn home() -> Home {
    Home::new().child("C00001", "").at("2024-11-18")
}

#[track_caller]
fn stops(home: &Home, line: &str, saying: &str) {
    let ran = home.run(line);
    assert_eq!((ran.out.as_str(), ran.code), ("", 3), "{line}: {}", ran.err);
    assert!(ran.err.contains(saying), "{line}: {}", ran.err);
}

/// The batches in the ledger, oldest first.
fn batches(home: &Home) -> Vec<String> {
    let name = |line: &str| {
        let batch: serde_json::Value = serde_json::from_str(line).unwrap();
        batch["batch"].as_str().unwrap().to_owned()
    };
    home.read(".care/ledger").lines().map(name).collect()
}

#[test]
fn a_folder_among_the_children_is_a_fault_and_so_is_a_child_under_any_other_name() {
    let child = "id = \"C00002\"\nname = \"李小明\"\n\n[[spell]]\njoined = 2024-09-02\n";
    for name in ["graduated/C00002.toml", "李小明.toml.txt", "李小明.txt", "新.TOML（副本）"]
    {
        let home = home().with(&format!("children/{name}"), child);
        let told = name.split('/').next().unwrap();
        for line in ["overdue", "list", "log-talk C00001"] {
            stops(&home, line, &format!("children/{told}: 错误[misnamed-file]"));
        }
    }
    let spare = child.replace("C00002", "C00001");
    let home = home().with("children/备份.txt", &spare).with("children/名单.txt", "李小明\n");
    assert_eq!(home.run("overdue").code, 0);
}

#[test]
fn a_missing_folder_of_children_is_a_fault_where_there_were_any_and_else_none() {
    let gone = |home: &Home| fs::remove_dir_all(home.root().join("children")).unwrap();
    let fault = "children: 错误[missing-file]";
    let named = home().events("talk", "C00001", &["2024-11-05"]);
    gone(&named);
    stops(&named, "overdue", fault);
    let begun = Home::new().at("2024-11-18");
    assert_eq!(begun.run("list").code, 0);
    assert_eq!(begun.run("add-child 王小红 --joined 2024-09-02 -y").code, 0);
    gone(&begun);
    stops(&begun, "list", fault);
    let taken_back = Home::new().at("2024-11-18");
    assert_eq!(taken_back.run("add-child 王小红 --joined 2024-09-02 -y").code, 0);
    assert_eq!(taken_back.run("undo").code, 0);
    gone(&taken_back);
    assert_eq!(taken_back.run("list").code, 0);
}

#[test]
fn a_restored_backup_and_logs_without_their_writer_are_written_under_a_new_name() {
    let logs = |folder: &Path| {
        let names = fs::read_dir(folder.join("log/talk")).unwrap();
        names.map(|own| own.unwrap().file_name().into_string().unwrap()).collect::<Vec<_>>()
    };
    let home = home();
    assert_eq!(home.run("log-talk C00001").code, 0);
    assert_eq!(home.run("backup ..").code, 0);
    let file = "../care-backup-2024-11-18-1200.tar";
    assert_eq!(home.run(&format!("backup --restore {file} ../again")).code, 0);
    let again = home.root().with_file_name("again");
    let ran = home.run(&format!("-C {} log-talk C00001 -y", again.display()));
    assert!(ran.code == 0 && ran.err.contains("自己的文件"), "{}", ran.err);
    assert_eq!(logs(&again).len(), 2);
    fs::remove_file(home.root().join(".care/writer")).unwrap();
    let ran = home.run("log-talk C00001 -y");
    assert!(ran.code == 0 && ran.err.contains("自己的文件"), "{}", ran.err);
    assert_eq!(logs(home.root()).len(), 2);
}

#[test]
fn of_two_batches_of_one_name_undo_takes_back_the_newer() {
    let home = home();
    for day in ["05", "06", "07"] {
        assert_eq!(home.run(&format!("log-talk C00001 --date 2024-11-{day}")).code, 0);
    }
    let names = batches(&home);
    let ledger = home.read(".care/ledger").replace(&names[1], &names[0]);
    let home = home.with(".care/ledger", &ledger).at("2024-11-19");
    let left = |home: &Home| {
        let rows = home.json("records talk");
        rows.as_array().unwrap().iter().map(|row| row["date"].clone()).collect::<Vec<_>>()
    };
    assert_eq!(home.run(&format!("undo {}", names[0])).code, 0);
    assert_eq!(left(&home).len(), 2);
    assert!(!left(&home).contains(&json!("2024-11-06")));
    assert_eq!(home.run("redo").code, 0);
    assert_eq!(left(&home).len(), 3);
    // The older one of the name is not taken for undone, and plain undo takes the newest of all.
    assert_eq!(home.run("undo").code, 0);
    assert!(!left(&home).contains(&json!("2024-11-07")));
}

#[test]
fn a_row_whose_id_stands_in_quotes_is_amended_and_voided_as_any_other() {
    let row = "\"E0000000001\",2024-11-05,C00001,,made,,2024-11-05T10:00:00+08:00,,";
    for line in ["amend E0000000001 --set note=改", "void E0000000001 --why 记错了 -y"] {
        let home = home().log("talk", "2024-11", HEADER, row);
        let ran = home.run(line);
        assert_eq!(ran.code, 0, "{line}: {}", ran.err);
    }
}

#[test]
fn a_waiting_row_is_not_added_to_a_log_that_was_changed_by_hand_above_it() {
    let row = |id: &str, note: &str| {
        format!("{id},2024-11-05,C00001,,made,{note},2024-11-05T10:00:00+08:00,,\n")
    };
    let file = "log/talk/2024-11.csv";
    let whole = format!("{HEADER}\n{}", row("E0000000001", "一"));
    let waits = row("E0000000002", "二");
    let step = json!([{"step": "append", "file": file, "offset": whole.len(), "text": waits,
        "header": HEADER}]);
    let swapped = HEADER.replace("children,staff", "staff,children");
    let by_hand = [
        whole.replace("一", ""),
        whole.replace("一", "一一"),
        whole.replace(HEADER, &swapped),
        whole.trim_end().to_owned(),
    ];
    for text in by_hand {
        let home = home().with(file, &text).with(".care/journal", &step.to_string());
        stops(&home, "overdue", &format!("{file}: 错误[blocked-change]"));
        assert_eq!(home.run("log-talk C00001").code, 3);
        assert_eq!(home.read(file), text);
    }
    // It is there already: a change above it does no harm.
    let there = whole.replace("一", "") + &waits;
    let home = home().with(file, &there).with(".care/journal", &step.to_string());
    assert_eq!(home.run("list").code, 0);
    assert_eq!(home.run("log-talk C00001 --date 2024-11-07 -y").code, 0);
    assert_eq!(home.read(file).matches("E0000000002").count(), 1);
}

#[test]
fn a_named_operation_is_not_done_again_while_a_line_of_the_ledger_cannot_be_read() {
    let line = "log-talk C00001 --date 2024-11-05 --op-id 甲";
    let other = "log-talk C00001 --date 2024-11-06 --op-id 乙";
    let home = home();
    assert_eq!(home.run(line).code, 0);
    let torn = home.read(".care/ledger").replace("{\"batch\"", "{batch\"");
    let home = home.with(".care/ledger", &torn);
    let ran = home.run(line);
    assert!(ran.code == 1 && ran.err.contains(".care/ledger"), "{}", ran.err);
    assert_eq!(home.json("records talk").as_array().unwrap().len(), 1);
    assert_eq!(home.run(other).code, 0);
    // One that can be read is known to be done.
    let read = Home::new().child("C00001", "").at("2024-11-18");
    assert_eq!(read.run(other).code, 0);
    let read = read.and(".care/ledger", "{\"batch\n");
    assert_eq!(read.run(other).code, 0);
    assert_eq!(read.json("records talk").as_array().unwrap().len(), 1);
}
