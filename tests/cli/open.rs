//! `care open`: a copy for Excel and WPS.

use crate::harness::Home;
use crate::workbooks::sheet;

fn home() -> Home {
    Home::copy_of("examples/guzhuang").own().at_instant("2024-12-20T10:30:05+08:00")
}

const TALKS: &str = "谈心-20241220-103005.xlsx";

#[test]
fn a_register_is_put_into_a_file_as_records_puts_it_and_called_a_copy() {
    let home = home();
    let ran = home.run("open 谈心");
    assert_eq!(ran.code, 0, "{}", ran.err);
    assert!(ran.err.contains(&format!("“{TALKS}”是一份副本")), "{}", ran.err);
    assert_eq!(home.run("records talk -o by-records.xlsx").code, 0);
    let read = |file: &str| sheet(&home.root().join(file), "记录");
    assert_eq!(read(TALKS), read("by-records.xlsx"));
}

#[test]
fn the_roster_is_the_list_of_the_children() {
    let home = home();
    assert_eq!(home.run("打开 名册").code, 0);
    let names = |file: &str, sheet_name: &str| {
        sheet(&home.root().join(file), sheet_name).concat().join(" ")
    };
    assert!(names("名册-20241220-103005.xlsx", "儿童").contains("诸葛明哲"));
    assert_eq!(home.run("open roster --lang en").code, 0);
    assert!(home.root().join("roster-20241220-103005.xlsx").exists());
}

#[test]
fn each_copy_has_a_name_of_its_own_so_that_none_is_in_the_way() {
    let home = home();
    assert_eq!(home.run("open talk").code, 0);
    let home = home.at_instant("2024-12-20T10:30:06+08:00");
    assert_eq!(home.run("open talk").code, 0);
    assert!(home.root().join(TALKS).exists());
    assert!(home.root().join("谈心-20241220-103006.xlsx").exists());
}

#[test]
fn a_register_that_nobody_knows_is_refused_with_the_nearest() {
    let ran = home().run("open tallk");
    assert_eq!(ran.code, 2);
    assert!(ran.err.contains("talk"), "{}", ran.err);
}

#[test]
fn in_a_dry_run_nothing_is_put_anywhere() {
    let home = home();
    assert_eq!(home.run("open talk -n").code, 0);
    assert!(!home.root().join(TALKS).exists());
}
