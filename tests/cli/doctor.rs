//! `care doctor`: is this machine ready, each line with its remedy.

use std::rc::Rc;

use care::with_disk;

use crate::backup::stick::Stick;
use crate::harness::Home;

fn home() -> Home {
    let home = Home::copy_of("examples/guzhuang").own().at("2024-12-20");
    home.keep_private();
    home
}

/// How each thing stands, as programs read it.
fn standings(home: &Home) -> Vec<(String, String, String)> {
    let rows = home.run("doctor --format json").out;
    let rows: serde_json::Value = serde_json::from_str(&rows).unwrap();
    let text = |value: &serde_json::Value| value.as_str().unwrap_or_default().to_owned();
    let rows = rows.as_array().unwrap().iter();
    rows.map(|row| (text(&row["check"]), text(&row["standing"]), text(&row["to_do"]))).collect()
}

#[track_caller]
fn assert_stands(home: &Home, check: &str, standing: &str, to_do: &str) {
    let rows = standings(home);
    let row = rows.iter().find(|(own, ..)| own == check).unwrap();
    assert_eq!(row.1, standing, "{row:?}");
    assert!(row.2.contains(to_do), "{row:?}");
}

#[test]
fn in_a_sound_home_nothing_is_wrong_and_the_backup_that_is_missing_is_noted() {
    let home = home();
    let ran = home.run("doctor");
    assert_eq!(ran.code, 0, "{}", ran.out);
    assert!(ran.out.contains("不行的 0 项"), "{}", ran.out);
    for check in ["program", "home", "disk", "lock", "clock", "records"] {
        assert_stands(&home, check, "well", "");
    }
    assert_stands(&home, "room", "well", "");
    assert_stands(&home, "exchange", "well", "");
    assert_stands(&home, "backup", "remark", "care backup");
    assert_stands(&home, "letters", "remark", "chcp 65001");
}

#[test]
fn it_reads_and_leaves_the_home_as_it_is() {
    for home in [home(), Home::copy_of("examples/guzhuang").at("2024-12-20")] {
        let names = || {
            let all = std::fs::read_dir(home.root()).unwrap();
            let mut all: Vec<_> = all.map(|own| own.unwrap().file_name()).collect();
            all.sort();
            all
        };
        let before = names();
        assert_eq!(home.run("doctor").code, 0);
        assert_eq!(names(), before);
    }
}

#[test]
fn records_with_faults_are_wrong_and_it_ends_with_one() {
    let home = home().with("staff.toml", "[[staff]\n");
    assert_eq!(home.run("doctor").code, 1);
    assert_stands(&home, "records", "wrong", "care check");
}

#[test]
fn a_clock_that_stands_before_what_was_written_is_wrong() {
    let home = home();
    assert_eq!(home.run("log-talk 诸葛明哲 --mode 面谈").code, 0);
    let home = home.at("2024-12-01");
    assert_stands(&home, "clock", "wrong", "care check --fix");
    assert_eq!(home.run("doctor").code, 1);
}

#[test]
fn where_there_is_no_home_it_says_how_to_make_one() {
    let folder = Home::empty();
    let ran = folder.run("doctor");
    assert_eq!(ran.code, 0, "{}", ran.out);
    assert_stands(&folder, "home", "remark", "care init");
    assert!(standings(&folder).iter().all(|(check, ..)| check != "records"));
}

#[test]
fn a_home_in_a_synchronised_folder_is_told_to_leave_it() {
    let home = home();
    let below = home.root().join("OneDrive/之家");
    std::fs::create_dir_all(&below).unwrap();
    assert_eq!(home.run("init OneDrive/之家 --preset blank").code, 0);
    let ran = home.run("-C OneDrive/之家 doctor");
    assert!(ran.out.contains("在OneDrive同步的文件夹里"), "{}", ran.out);
    assert!(ran.out.contains("移到别的文件夹"), "{}", ran.out);
}

#[test]
fn a_backup_that_was_made_is_told_with_its_day() {
    let home = home();
    let stick = Home::empty();
    let ran = home.run(&format!("backup {} -y", stick.root().display()));
    assert_eq!(ran.code, 0, "{}", ran.err);
    assert_stands(&home, "backup", "well", "");
    assert!(home.run("doctor").out.contains("最近一次 2024-12-20"));
}

#[test]
fn a_narrow_window_is_told_to_be_made_wider() {
    assert!(home().wide(80).run("doctor --lang en").out.contains("80 columns"));
    let rows = standings(&home().wide(120));
    assert!(rows.iter().any(|(check, standing, _)| check == "terminal" && standing == "well"));
}

#[test]
fn what_another_machine_wrote_is_told_with_its_month_and_that_there_is_none_is_no_fault() {
    let home = Home::new().own().at("2024-11-20").child("C00001", "");
    home.keep_private();
    let recorded = home.run("log-talk C00001 --date 2024-11-18 --topic 学习 -y");
    assert_eq!(recorded.code, 0, "{}", recorded.err);
    assert!(home.run("doctor").out.contains("还没有过"));
    let log = home.read("log/talk/2024-11.csv").replace("2024-11-18", "2024-10-18");
    let home = home.with("log/talk/2024-10.office.csv", &log);
    let others = "最近的是 2024-10 的；这台电脑写在 2024-10.csv 这样的文件里";
    assert!(home.run("doctor").out.contains(others));
    let elsewhere = Stick { machine: Some("second"), ..Stick::default() };
    let said = with_disk(Rc::new(elsewhere), || home.run("doctor").out);
    assert!(said.contains("最近的是 2024-11 的；这台电脑还没有写过"), "{said}");
    assert_stands(&home, "exchange", "well", "");
}

#[test]
fn where_mail_is_set_whoever_lacks_an_address_is_named() {
    let home = crate::mail::home(crate::mail::EML);
    home.keep_private();
    assert_stands(&home, "addresses", "well", "");
    let staff = home.read("staff.toml").replace("email = \"wang@school.example\"\n", "");
    let home = home.with("staff.toml", &staff);
    assert_stands(&home, "addresses", "remark", "care edit-staff");
    assert!(home.run("doctor").out.contains("1 人没有邮箱：王芳"));
    // Without mail nobody needs one.
    assert!(!standings(&self::home()).iter().any(|(check, ..)| check == "addresses"));
}

#[test]
fn the_code_page_of_windows_is_told_as_one() {
    for (letters, said, standing) in [
        ((|| Some("936".to_owned())) as fn() -> Option<String>, "代码页 936", "remark"),
        (|| Some("65001".to_owned()), "代码页 65001", "well"),
        (|| Some("UTF-8".to_owned()), "窗口用 UTF-8", "well"),
    ] {
        let home = home();
        let now = "2024-12-20T10:00:00+08:00".parse().unwrap();
        let call = |line: &str| care::Call {
            letters,
            ..care::Call::new(crate::harness::words(line), now, home.root().to_owned())
        };
        let (mut out, mut err) = (Vec::new(), Vec::new());
        care::run(&call("doctor"), &mut out, &mut err);
        assert!(String::from_utf8_lossy(&out).contains(said), "{said}");
        let mut out = Vec::new();
        care::run(&call("doctor --json check,standing"), &mut out, &mut err);
        let row = format!("{{\"check\":\"letters\",\"standing\":\"{standing}\"}}");
        assert!(String::from_utf8_lossy(&out).contains(&row), "{row}");
    }
}
