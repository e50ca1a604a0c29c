//! What the commands that write refuse, keep and report.

use crate::harness::{HEADER, Home};

fn home() -> Home {
    Home::new()
        .at("2024-11-18")
        .staff("T00001", r#"{ role = "head_teacher", class = "2021-2", from = 2024-09-01 }"#)
        .child("C00001", "class = \"2021-2\"")
        .child("C00002", "class = \"2021-2\"")
        .child("C00003", "class = \"2022-1\"")
}

#[track_caller]
fn refused(home: &Home, line: &str, said: &str) {
    let ran = home.run(line);
    assert_eq!((ran.out.as_str(), ran.code), ("", 2), "{line}: {}", ran.err);
    assert!(ran.err.contains(said), "{line}: {}", ran.err);
    assert!(!home.root().join("log").exists(), "{line} wrote something");
}

#[test]
fn a_future_date_is_refused() {
    refused(&home(), "log-talk C00001 --date 2024-11-19", "2024-11-19 还没有到");
    refused(&home(), "log-talk C00001 --date tomorrow --force", "还没有到");
}

#[test]
fn an_unlisted_choice_and_an_event_outside_the_spells_are_refused_without_force() {
    refused(&home(), "log-talk C00001 --mode telepathy", "in_person");
    refused(&home(), "log-talk C00001 --date 2024-09-01", "2024-09-01 时 儿童C00001 不在册");
    let home = home();
    assert_eq!(home.run("log-talk C00001 --mode telepathy --force").code, 0);
    assert_eq!(home.run("log-talk C00001 --date 2024-09-01 --force").code, 0);
    let remarks = home.run("check unlisted-choice outside-spells --format tsv").out;
    assert_eq!(remarks.lines().count(), 3);
}

#[test]
fn a_wrong_id_number_is_refused_without_force() {
    let home = home();
    let ran = home.run("add-child 张三 --id-number 990101201503120016");
    assert_eq!(ran.code, 2);
    assert!(ran.err.contains("18 位") && !ran.err.contains("990101201503120016"));
    assert_eq!(home.run("add-child 张三 --id-number 990101201503120016 --force").code, 0);
    assert_eq!(home.run("add-child 李四 --id-number 990101201503120015").code, 0);
}

#[test]
fn a_name_that_is_ambiguous_lists_the_candidates_and_one_that_is_unknown_the_nearest() {
    let named = |home: Home, id: &str, class: &str| {
        let text = format!("id = \"{id}\"\nname = \"李小明\"\nclass = \"{class}\"\n");
        let spell = "[[spell]]\njoined = 2024-09-02\n";
        home.with(&format!("children/{id}.toml"), &format!("{text}{spell}"))
    };
    let home = named(named(home(), "CAAAAA", "2021-2"), "CAAAAB", "2022-1");
    refused(&home, "log-talk 李小明", "CAAAAA  李小明  四（2）班");
    refused(&home, "log-talk CAAAA", "CAAAAB  李小明  三（1）班");
    refused(&home, "log-talk 李小朋", "是不是：李小明 四（2）班, 李小明 三（1）班");
    assert_eq!(home.run("log-talk caaaab").code, 0);
}

#[test]
fn a_required_column_that_is_missing_is_named_by_its_flag() {
    refused(&home(), "log-letter C00001", "--direction");
}

#[test]
fn a_whole_class_but_for_the_exceptions_stands_in_one_row() {
    let home = home();
    assert_eq!(home.run("log-talk --class 2021-2 --except C00001 --staff T00001").code, 0);
    assert_eq!(home.run("log-talk --class '四(2)班' --date 9.20").code, 0);
    let row = |file: &str| home.read(file).lines().nth(1).unwrap().to_owned();
    assert!(row("log/talk/2024-11.csv").contains(",2024-11-18,C00002,T00001,made,"));
    assert!(row("log/talk/2024-09.csv").contains(",2024-09-20,C00001 C00002,,made,"));
}

#[test]
fn rows_are_appended_under_the_files_own_header_and_unknown_columns_are_kept() {
    let header = HEADER.replace("note", "topic,weather,note");
    let old = "E0000000001,2024-11-04,C00001,,made,作业,晴,,2024-11-04T10:00:00+08:00,,";
    let home = home().own().log("talk", "2024-11", &header, old);
    assert_eq!(home.run("log-talk C00002 --topic '吃饭, 睡觉' --note '一\n二'").code, 0);
    let text = home.read("log/talk/2024-11.csv");
    let lines: Vec<&str> = text.lines().collect();
    assert_eq!(lines[..2], [header.as_str(), old]);
    assert!(lines[2].contains(",C00002,,made,\"吃饭, 睡觉\",,一\\n二,2024-11-18T12:00:00+08:00,,"));
    // A column that this header lacks is added before its note: nothing may be dropped.
    assert_eq!(home.run("log-talk C00002 --mood 开心").code, 0);
    let text = home.read("log/talk/2024-11.csv");
    let lines: Vec<&str> = text.lines().collect();
    assert_eq!(lines[0], HEADER.replace("note", "topic,weather,mood,note"));
    assert_eq!(lines[1], old.replace("作业,晴,", "作业,晴,,"));
    assert!(lines[3].contains(",C00002,,made,,,开心,,2024-11-18T12:00:00+08:00,,"));
}

#[test]
fn a_writer_appends_to_its_own_file() {
    let home = home().with(".care/writer", "office\n");
    assert_eq!(home.run("log-talk C00001").code, 0);
    assert!(home.root().join("log/talk/2024-11.office.csv").exists());
}

#[test]
fn a_write_in_json_gives_batch_ids_and_files_and_a_dry_run_writes_nothing() {
    let home = home();
    let dry = home.run("log-talk C00001 --dry-run --format json");
    let value: serde_json::Value = serde_json::from_str(&dry.out).unwrap();
    assert_eq!(value["files"], serde_json::json!(["log/talk/2024-11.csv"]));
    assert_eq!(value["written"].as_array().unwrap().len(), 1);
    assert!(!home.root().join("log").exists());
    let wet = home.run("log-talk C00001 --format json");
    let value: serde_json::Value = serde_json::from_str(&wet.out).unwrap();
    let id = value["written"][0].as_str().unwrap();
    assert!(home.read("log/talk/2024-11.csv").lines().nth(1).unwrap().starts_with(id));
    assert!(home.run("add-child 张三 -n").err.contains("试运行"));
    assert_eq!(home.run("list --format tsv").out.lines().count(), 4);
}

#[test]
fn a_home_of_a_newer_format_is_read_and_not_written() {
    let home = home().with("care.toml", "format = 2\nshiny = true\n[school]\nname = \"测试\"\n");
    assert_eq!(home.run("list").code, 0);
    let checked = home.run("check");
    assert_eq!(checked.code, 0);
    assert!(checked.out.contains("提醒[newer-format]"), "{}", checked.out);
    for line in
        ["log-talk C00001", "add-child 王小红", "amend E0000000001 --set note=x", "check --fix"]
    {
        let ran = home.run(line);
        assert_eq!((ran.out.as_str(), ran.code), ("", 2), "{line}");
        assert!(ran.err.contains("升级"), "{}", ran.err);
    }
    assert!(!home.root().join("log").exists());
}

#[test]
fn while_another_process_writes_a_writer_waits_and_then_exits_with_4() {
    let home = home();
    std::fs::create_dir_all(home.root().join(".care")).unwrap();
    let lock = std::fs::File::create(home.root().join(".care/lock")).unwrap();
    lock.lock().unwrap();
    let ran = home.run("log-talk C00001 --wait 0");
    assert_eq!((ran.out.as_str(), ran.code), ("", 4));
    assert_eq!(ran.err.lines().count(), 1, "a short wait names nobody first: {}", ran.err);
    assert_eq!(home.run("overdue").code, 0);
    drop(lock);
    assert_eq!(home.run("log-talk C00001 --wait 0").code, 0);
}

#[test]
fn a_wait_of_more_than_two_seconds_says_once_who_holds_the_home() {
    let home = home().with(".care/holder", "陈刚 4711");
    let lock = std::fs::File::create(home.root().join(".care/lock")).unwrap();
    lock.lock().unwrap();
    // The line is for a person who waits, so it goes to the terminal of a real process at once.
    let ran = std::process::Command::new(env!("CARGO_BIN_EXE_care"))
        .args(["log-talk", "C00001", "--wait", "3", "--lang", "zh-CN", "--today", "2024-11-18"])
        .arg("-C")
        .arg(home.root())
        .output()
        .unwrap();
    let err = String::from_utf8(ran.stderr).unwrap();
    assert_eq!(ran.status.code(), Some(4), "{err}");
    let lines: Vec<&str> = err.lines().collect();
    assert_eq!(lines[0], "等待另一个 care 写完（陈刚 4711）……");
    assert_eq!(err.matches("等待").count(), 1);
    assert!(lines[1].starts_with("错误"), "{err}");
}

#[test]
fn whoever_holds_the_home_is_named_by_the_command_wherever_its_flags_stand() {
    let home = home();
    for line in ["log-talk C00001", "--op-id x log-talk C00002", "--op-id=y 谈心 C00001 C00002"] {
        assert_eq!(home.run(line).code, 0, "{line}");
        let holder = home.read(".care/holder");
        assert!(holder.starts_with("care log-talk (pid "), "{line}: {holder}");
    }
}

#[cfg(unix)]
#[test]
fn files_are_for_their_owner_alone() {
    use std::os::unix::fs::PermissionsExt;
    let home = Home::empty().at("2024-11-18");
    assert_eq!(home.run("init home --preset guzhuang").code, 0);
    assert_eq!(home.run("-C home add-child 张三 --joined 2024-09-02").code, 0);
    assert_eq!(home.run("-C home log-talk 张三").code, 0);
    let mut folders = vec![home.root().join("home")];
    let mut seen = 0;
    while let Some(folder) = folders.pop() {
        assert_eq!(folder.metadata().unwrap().permissions().mode() & 0o777, 0o700, "{folder:?}");
        for entry in std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap()) {
            // What git keeps for itself has modes of its own.
            if entry.file_name() == ".git" {
                continue;
            }
            if entry.file_type().unwrap().is_dir() {
                folders.push(entry.path());
            } else {
                let mode = entry.metadata().unwrap().permissions().mode();
                assert_eq!(mode & 0o777, 0o600, "{:?}", entry.path());
                seen += 1;
            }
        }
    }
    assert!(seen >= 9, "{seen} files");
}

#[test]
fn adding_staff_keeps_every_byte_that_was_there() {
    let before = "# 我们的老师\n[[staff]]   # 班主任\nid = \"T00001\"\nname = '刘敏' # 四（2）班\n";
    let home = Home::new().at("2024-11-18").with("staff.toml", before);
    assert_eq!(home.run("add-staff 陈刚 --role 班主任:2022-1 --phone 13900000001").code, 0);
    let after = home.read("staff.toml");
    assert!(after.starts_with(before), "{after}");
    assert!(after.contains("role = \"head_teacher\", class = \"2022-1\", from = 2024-11-18"));
    assert_eq!(home.run("check").code, 0);
}

#[test]
fn like_last_takes_the_other_columns_from_the_registers_last_row() {
    let home = home();
    let first = "log-visit C00001 --date 2024-10-08 --staff T00001 --mode in_person --met 奶奶";
    assert_eq!(home.run(first).code, 0);
    assert_eq!(home.run("log-visit C00002 --like-last --met 爷爷").code, 0);
    let row = home.read("log/visit/2024-11.csv");
    assert!(row.contains(",C00002,T00001,made,in_person,爷爷,"), "{row}");
}

#[test]
fn a_chinese_word_names_the_register_and_its_choices() {
    let home = home();
    assert_eq!(home.run("家访 C00001 --mode 上门 --outcome attempted").code, 0);
    assert!(home.read("log/visit/2024-11.csv").contains(",C00001,,attempted,in_person,"));
}

#[test]
fn a_torn_last_line_is_set_aside_with_its_offset_and_never_thrown_away() {
    let home = home();
    assert_eq!(home.run("log-talk C00001 --note 完整").code, 0);
    let whole = home.read("log/talk/2024-11.csv");
    let home = home.and("log/talk/2024-11.csv", "E0000000009,2024-11-1");
    assert_eq!(home.run("log-talk C00002").code, 3);
    let ran = home.run("check --fix");
    assert_eq!(ran.code, 0, "{}{}", ran.out, ran.err);
    let kept = format!(".care/quarantine/log-talk-2024-11.csv.{}", whole.len());
    assert_eq!(home.read(&kept), "E0000000009,2024-11-1");
    assert!(ran.err.contains(&kept), "{}", ran.err);
    assert_eq!(home.read("log/talk/2024-11.csv"), whole);
    assert_eq!(home.run("log-talk C00002").code, 0);
}
