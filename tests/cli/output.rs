//! `-o FILE`: what was written is said, and nothing that stands is written over unasked.

use std::fs;

use crate::harness::Home;

fn home() -> Home {
    Home::new().at("2024-11-18").child("C00001", "class = \"2021-2\"").child("C00002", "")
}

#[test]
fn a_list_that_goes_to_a_file_says_which_and_how_many_rows_unless_it_is_to_be_quiet() {
    // Below that stands the entry in the log of access.
    let first = |said: &str| said.lines().next().unwrap_or_default().to_owned();
    let ran = home().run("list -o 名单.csv");
    assert_eq!(
        (ran.code, first(&ran.err).as_str(), ran.out.as_str()),
        (0, "已写入 名单.csv，共 2 行", "")
    );
    let ran = home().run("list -o list.json --lang en");
    assert_eq!((ran.code, first(&ran.err).as_str()), (0, "2 rows written to list.json"));
    let ran = home().run("list -o 名单.csv -q");
    assert_eq!((ran.code, ran.err.as_str()), (0, ""));
    let ran = home().run("help exit-codes -o codes.txt");
    assert_eq!((ran.code, ran.err.as_str()), (0, "已写入 codes.txt\n"));
    assert_eq!(home().run("list -o /dev/null").code, 0);
}

#[test]
fn a_file_that_stands_is_written_over_only_with_y_and_is_asked_about_before_anything_is_saved() {
    let home = home().with("list.csv", "kept");
    let ran = home.run("list -o list.csv");
    assert_eq!((ran.code, ran.out.as_str()), (2, ""));
    assert!(ran.err.contains("list.csv 已经有了") && ran.err.contains("-y"), "{}", ran.err);
    assert_eq!(home.read("list.csv"), "kept");
    assert_eq!(home.run("log-talk C00001 --format json -o list.csv").code, 2);
    assert!(!home.root().join("log/talk").exists());
    assert_eq!(home.run("list -o list.csv -n").code, 0);
    assert_eq!(home.read("list.csv"), "kept");
    assert_eq!(home.run("list -o list.csv -y").code, 0);
    assert!(home.read("list.csv").contains("C00001"));
}

#[test]
fn on_a_terminal_the_file_that_stands_is_asked_about() {
    let home = home().with("list.csv", "kept");
    let ran = home.answering(|| Some("n".to_owned())).run("list -o list.csv");
    assert_eq!(ran.code, 2, "{}", ran.err);
    assert!(ran.err.contains("盖掉它吗？"), "{}", ran.err);
    let home = self::home().with("list.csv", "kept").answering(|| Some("y".to_owned()));
    assert_eq!(home.run("list -o list.csv").code, 0);
    assert!(home.read("list.csv").contains("C00001"));
}

#[test]
fn a_write_that_fails_leaves_the_old_file_whole() {
    let home = home().with("list.csv", "kept");
    let temporary = format!(".list.csv.{}.tmp", std::process::id());
    fs::create_dir_all(home.root().join(temporary)).unwrap();
    let ran = home.run("list -o list.csv -y");
    assert_eq!(ran.code, 6, "{}", ran.err);
    assert!(!ran.err.contains("已写入"), "{}", ran.err);
    assert_eq!(home.read("list.csv"), "kept");
}
