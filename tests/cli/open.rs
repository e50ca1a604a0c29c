//! `care open`: a copy for Excel and WPS.

use crate::harness::Home;

fn home() -> Home {
    Home::copy_of("examples/guzhuang").own().at_instant("2024-12-20T10:30:05+08:00")
}

const TALKS: &str = "谈心-20241220-103005.csv";

#[test]
fn a_register_is_put_into_a_file_as_records_puts_it_and_called_a_copy() {
    let home = home();
    let ran = home.run("open 谈心");
    assert_eq!(ran.code, 0, "{}", ran.err);
    assert!(ran.err.contains(&format!("“{TALKS}”是一份副本")), "{}", ran.err);
    let opened = home.read(TALKS);
    assert!(opened.starts_with('\u{feff}'));
    assert_eq!(home.run("records talk -o by-records.csv").code, 0);
    assert_eq!(opened.lines().next(), home.read("by-records.csv").lines().next());
}

#[test]
fn the_roster_is_the_list_of_the_children() {
    let home = home();
    assert_eq!(home.run("打开 名册").code, 0);
    assert!(home.read("名册-20241220-103005.csv").contains("诸葛明哲"));
    assert_eq!(home.run("open roster --lang en").code, 0);
    assert!(home.read("roster-20241220-103005.csv").contains("诸葛明哲"));
}

#[test]
fn each_copy_has_a_name_of_its_own_so_that_none_is_in_the_way() {
    let home = home();
    assert_eq!(home.run("open talk").code, 0);
    let home = home.at_instant("2024-12-20T10:30:06+08:00");
    assert_eq!(home.run("open talk").code, 0);
    assert_ne!(home.read(TALKS), "");
    assert_ne!(home.read("谈心-20241220-103006.csv"), "");
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
