//! What was changed is taken back, and done again; what later work stands on stays.

use crate::harness::{Home, Ran};

fn home() -> Home {
    let home = Home::new()
        .at("2024-11-18")
        .staff("T00001", r#"{ role = "head_teacher", class = "2021-2", from = 2024-09-01 }"#)
        .child("C00001", "class = \"2021-2\"")
        .child("C00002", "class = \"2021-2\"")
        .rule("id = \"talk\"\nrecords = [\"talk\"]\nevery = \"month\"");
    home.keep_private();
    home
}

#[track_caller]
fn said(home: &Home, line: &str) -> Ran {
    let ran = home.run(line);
    assert_eq!(ran.code, 0, "{line}: {}", ran.err);
    ran
}

fn ok(home: &Home, line: &str) {
    let ran = said(home, line);
    assert!(ran.err.lines().next().is_some(), "{line} says what it did");
}

/// What the records say, corrections settled.
fn meaning(home: &Home) -> Vec<serde_json::Value> {
    let records = home.json("records");
    let mut records = records.as_array().unwrap().clone();
    for record in &mut records {
        let own = record.as_object_mut().unwrap();
        for key in ["id", "recorded", "replaces", "source_file", "source_line", "status"] {
            own.remove(key);
        }
    }
    records.sort_by_key(ToString::to_string);
    records
}

fn id_of(ran: &Ran) -> String {
    let object: serde_json::Value = serde_json::from_str(&ran.out).unwrap();
    object["written"][0].as_str().unwrap().to_owned()
}

#[test]
fn plain_undo_takes_the_newest_batch_and_redo_does_it_again_as_often_as_one_likes() {
    let home = home();
    ok(&home, "log-talk C00001 --date 2024-11-05 --note 甲");
    let one = meaning(&home);
    ok(&home, "log-talk C00001 C00002 --date 2024-11-06 --note 乙");
    let two = meaning(&home);
    for _ in 0..3 {
        let ran = said(&home, "undo");
        assert!(ran.err.contains("已撤销：") && ran.err.contains("记录 1 条"), "{}", ran.err);
        assert_eq!(meaning(&home), one);
        ok(&home, "redo");
        assert_eq!(meaning(&home), two);
    }
    ok(&home, "undo");
    ok(&home, "undo");
    assert_eq!(meaning(&home), Vec::<serde_json::Value>::new());
    assert_eq!(home.run("undo").code, 1, "nothing is left to take back");
    assert_eq!(home.run("check --strict").code, 0);
}

#[test]
fn undo_of_a_correction_a_withdrawal_and_a_move_gives_back_what_stood_before() {
    let home = home();
    let id = id_of(&said(&home, "log-talk C00001 --date 2024-11-05 --note 甲 --format json"));
    let before = meaning(&home);
    for change in [
        format!("amend {id} --set note=乙"),
        format!("amend {id} --set date=2024-10-08"),
        format!("amend {id} --set date=2024-11-06"),
    ] {
        ok(&home, &change);
        let after = meaning(&home);
        assert_ne!(after, before, "{change}");
        for _ in 0..2 {
            ok(&home, "undo");
            assert_eq!(meaning(&home), before, "{change}");
            ok(&home, "redo");
            assert_eq!(meaning(&home), after, "{change}");
        }
        ok(&home, "undo");
        assert_eq!(home.run("check --strict").code, 0, "{change}: {}", home.run("check").out);
    }
}

#[test]
fn undo_gives_a_file_its_former_bytes_and_takes_the_rows_of_the_change_register_back() {
    let home = home();
    let before = home.read("children/C00001.toml");
    ok(&home, "edit-child C00001 --set risk=high --from 2024-11-10");
    assert_eq!(meaning(&home).len(), 1, "a change is entered");
    ok(&home, "undo");
    assert_eq!(home.read("children/C00001.toml"), before);
    assert_eq!(meaning(&home), Vec::<serde_json::Value>::new());
    let batch = id_of_batch(&said(&home, "add-child 李小明 --class 2021-2 --format json"));
    let (all, _) = children(&home);
    ok(&home, &format!("undo {batch}"));
    assert_eq!(children(&home).0, all - 1);
    ok(&home, "redo");
    assert_eq!(children(&home).0, all);
}

fn id_of_batch(ran: &Ran) -> String {
    let object: serde_json::Value = serde_json::from_str(&ran.out).unwrap();
    object["batch"].as_str().unwrap().to_owned()
}

fn children(home: &Home) -> (usize, String) {
    let folder = std::fs::read_dir(home.root().join("children")).unwrap();
    let list = home.run("list").out;
    (folder.map(Result::unwrap).filter(|own| own.path().extension().is_some()).count(), list)
}

#[test]
fn what_later_work_stands_on_is_not_taken_back_and_that_work_is_named() {
    let home = home();
    let first = id_of_batch(&said(&home, "edit-child C00001 --set risk=high --format json"));
    let second = id_of_batch(&said(&home, "edit-child C00001 --set sex=male --format json"));
    let ran = home.run(&format!("undo {first}"));
    assert_eq!((ran.code, ran.err.contains(&second)), (1, true), "{}", ran.err);
    // A hand's work is nothing that a command may throw away.
    let home = home.and("children/C00001.toml", "# by hand\n");
    let ran = home.run("undo");
    assert_eq!((ran.code, ran.err.contains("手工改的")), (1, true), "{}", ran.err);
    // Whom a record names cannot be gone.
    let child = said(&home, "add-child 李小明 --class 2021-2 --joined 2024-11-01 --format json");
    let talk = id_of(&said(&home, "log-talk 李小明 --date 2024-11-05 --format json"));
    let ran = home.run(&format!("undo {}", id_of_batch(&child)));
    assert_eq!((ran.code, ran.err.contains("log/talk/2024-11.csv")), (1, true), "{}", ran.err);
    // A corrected row is taken back by its correction.
    let log = id_of_batch(&said(&home, "log-talk C00002 --date 2024-11-06 --format json"));
    ok(&home, &format!("amend {talk} --set note=x"));
    let named = home.run(&format!("undo {log} -n"));
    assert_eq!(named.code, 0, "{}", named.err);
    assert!(home.run("undo nosuch").code == 2);
}

#[test]
fn history_tells_what_was_changed_what_was_taken_back_and_of_whom() {
    let home = home();
    ok(&home, "log-talk C00001 --date 2024-11-05");
    ok(&home, "log-talk C00002 --date 2024-11-06");
    ok(&home, "undo");
    let states = |line: &str| -> Vec<String> {
        let all = home.json(&format!("history {line}"));
        let own = |one: &serde_json::Value| {
            format!("{} {}", one["command"].as_str().unwrap(), one["state"].as_str().unwrap())
        };
        all.as_array().unwrap().iter().map(own).collect()
    };
    assert_eq!(states(""), ["log-talk stands", "log-talk undone", "undo undoes"]);
    assert_eq!(states("C00001"), ["log-talk stands"]);
    assert_eq!(states("C00002"), ["log-talk undone", "undo undoes"]);
    let shown = home.run("历史").out;
    assert!(shown.contains("2024-11-18 ") && shown.contains("已撤销"), "{shown}");
    let english = home.run("history --lang en").out;
    assert!(english.contains("taken back") && english.contains("1 row"), "{english}");
}

#[test]
fn a_dry_run_of_undo_writes_nothing() {
    let home = home();
    ok(&home, "log-talk C00001 --date 2024-11-05");
    let (log, ledger) = (home.read("log/talk/2024-11.csv"), home.read(".care/ledger"));
    ok(&home, "undo -n");
    assert_eq!((home.read("log/talk/2024-11.csv"), home.read(".care/ledger")), (log, ledger));
}

#[test]
fn an_entry_that_was_corrected_is_taken_back_once_the_correction_is() {
    let home = home();
    let id = id_of(&said(&home, "log-talk C00001 --date 2024-11-05 --note 甲 --format json"));
    ok(&home, &format!("amend {id} --set note=乙"));
    ok(&home, "undo");
    ok(&home, "undo");
    assert_eq!(meaning(&home), Vec::<serde_json::Value>::new());
}

#[test]
fn an_operation_that_was_taken_back_is_not_told_as_done_until_it_is_done_again() {
    let home = home();
    let line = "log-talk C00001 --date 2024-11-05 --op-id 甲";
    ok(&home, line);
    ok(&home, "undo");
    for dry in ["", " -n"] {
        let ran = home.run(&format!("{line}{dry}"));
        assert!(ran.code == 1 && ran.err.contains("care redo"), "{ran:?}");
    }
    assert_eq!(meaning(&home).len(), 0);
    ok(&home, "redo");
    let ran = said(&home, line);
    assert!(ran.err.contains("以前已经完成"), "{}", ran.err);
    assert_eq!(meaning(&home).len(), 1);
}

#[test]
fn undo_and_redo_take_nothing_back_while_the_ledgers_end_is_torn() {
    let home = home();
    ok(&home, "log-talk C00001 --date 2024-11-05");
    ok(&home, "undo");
    let named = id_of_batch(&said(&home, "log-talk C00001 --date 2024-11-06 --format json"));
    let ledger = home.read(".care/ledger");
    let home = home.with(".care/ledger", &ledger[..ledger.len() - 20]);
    for line in ["undo", "redo", "undo -n"] {
        let ran = home.run(line);
        assert!(ran.code == 1 && ran.err.contains(".care/ledger"), "{line}: {ran:?}");
    }
    assert_eq!(meaning(&home).len(), 1, "{named} stands");
    // What comes later is known again; what lies behind the torn line is not.
    ok(&home, "log-talk C00002 --date 2024-11-07");
    ok(&home, "undo");
    assert_eq!(home.run("undo").code, 1);
}

#[test]
fn a_refused_redo_says_what_stands_in_its_way() {
    let home = home();
    ok(&home, "edit-child C00001 --set risk=high");
    ok(&home, "undo");
    let home = home.and("children/C00001.toml", "# by hand\n");
    for (lang, word) in [("zh-CN", "没有重做："), ("en", "not done again: ")] {
        let ran = home.run(&format!("redo --lang {lang}"));
        assert!(ran.code == 1 && ran.err.contains(word), "{}", ran.err);
        assert!(ran.err.contains("children/C00001.toml"), "{}", ran.err);
        assert!(ran.err.contains("care edit-child C00001"), "{}", ran.err);
    }
}

#[test]
fn a_file_that_changed_since_is_told_with_the_command_that_changes_it() {
    let home = home();
    ok(&home, "edit-staff T00001 --set sex=female");
    let home = home.and("staff.toml", "# merged\n");
    let ran = home.run("undo");
    assert!(ran.code == 1 && ran.err.contains("care edit-staff"), "{}", ran.err);
    assert!(ran.err.contains("git 合并") && !ran.err.contains("edit-child"), "{}", ran.err);
}

#[cfg(unix)]
#[test]
fn a_ledger_that_others_may_read_is_told_of_and_taken_back_on_the_next_write() {
    use std::os::unix::fs::PermissionsExt;
    let home = home();
    ok(&home, "log-talk C00001 --date 2024-11-05");
    let ledger = home.root().join(".care/ledger");
    std::fs::set_permissions(&ledger, PermissionsExt::from_mode(0o644)).unwrap();
    let ran = home.run("check privacy");
    assert!(ran.out.contains("own-files-readable"), "{}", ran.out);
    ok(&home, "log-talk C00002 --date 2024-11-05");
    let mode = std::fs::metadata(&ledger).unwrap().permissions().mode();
    assert_eq!(mode & 0o777, 0o600);
    assert!(!home.run("check privacy").out.contains("own-files-readable"));
}

#[test]
fn the_ledger_forgets_what_was_entered_more_than_400_days_before_the_last_change() {
    let old = |at: &str, number: usize| {
        let text = "早先的内容".repeat(20);
        let head = format!("\"batch\":\"B{number:09}\",\"at\":\"{at}T08:00:00+08:00\"");
        let rest = "\"command\":\"edit-child\",\"written\":[],\"files\":[]";
        format!("{{{head},{rest},\"before\":{{\"a\":\"{text}\"}}}}\n")
    };
    let long_ago: String = (0..300).map(|number| old("2020-01-01", number)).collect();
    let home = home().and(".care/ledger", &(long_ago + &old("2020-06-01", 999)));
    home.keep_private();
    ok(&home, "log-talk C00001");
    let ledger = home.read(".care/ledger");
    assert!(ledger.contains("2020-01-01"), "beside the last entry they were not old");
    ok(&home, "log-call C00001");
    let ledger = home.read(".care/ledger");
    assert!(!ledger.contains("2020-01-01"), "{} bytes", ledger.len());
    ok(&home, "undo");
    ok(&home, "undo");
}
