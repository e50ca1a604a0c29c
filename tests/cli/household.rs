//! Children of one household: shown together, and told of in one event with `--household`.

use crate::harness::{HEADER, Home};

const CARER: &str = "[carer]\nname = \"王桂英\"\nphone = [\"0564-3320000\"]";

/// Two with one carer; a third with the father of the second; a fourth with a namesake for carer.
fn home() -> Home {
    Home::new()
        .at("2024-11-18")
        .staff("T00001", r#"{ role = "head_teacher", class = "2021-2", from = 2024-09-01 }"#)
        .child("C00001", &format!("class = \"2021-2\"\n{CARER}"))
        .child(
            "C00002",
            "class = \"2022-1\"\n[father]\nname = \"李强\"\nphone = \"13900139001\"\n\
             [carer]\nname = \"王 桂英\"\nphone = [\"13900139009\", \"０５６４３３２００００\"]",
        )
        .child("C00003", "class = \"2023-1\"\n[father]\nname = \"李强\"\nphone = [\"13900139001\"]")
        .child("C00004", "[carer]\nname = \"王桂英\"\nphone = [\"13900139004\"]")
}

fn shown(home: &Home, line: &str) -> Option<String> {
    let lines = home.json(line);
    let own = lines.as_array().unwrap().iter().find(|line| line["key"] == "household");
    own.map(|own| own["value"].as_str().unwrap().to_owned())
}

/// The children of each row of a log.
fn told_of(home: &Home, file: &str) -> Vec<String> {
    let text = home.read(file);
    text.lines().skip(1).map(|line| line.split(',').nth(2).unwrap().to_owned()).collect()
}

#[test]
fn who_has_the_same_carer_or_parent_by_name_and_phone_is_of_one_household() {
    let home = home();
    assert_eq!(shown(&home, "show C00001").as_deref(), Some("C00003 C00002"));
    assert_eq!(shown(&home, "show C00003").as_deref(), Some("C00002 C00001"));
    assert_eq!(shown(&home, "show C00004"), None, "a namesake with another phone");
    let out = home.run("show C00001").out;
    assert!(out.contains("同户"), "{out}");
    assert!(out.contains("儿童C00003 二（1）班、儿童C00002 三（1）班"), "{out}");
    assert!(!out.contains("李强") && !out.contains("13900139009"), "{out}");
    let out = home.run("show C00001 --lang en").out;
    assert!(out.contains("Household"), "{out}");
}

#[test]
fn a_name_without_a_phone_or_a_phone_that_is_none_makes_no_household() {
    let home = Home::new()
        .child("C00001", "[carer]\nname = \"王桂英\"")
        .child("C00002", "[carer]\nname = \"王桂英\"")
        .child("C00003", "[carer]\nname = \"王桂英\"\nphone = [\"无\"]")
        .child("C00004", "[carer]\nname = \"王桂英\"\nphone = [\"无\"]")
        .child("C00005", "[carer]\nphone = [\"13900139004\"]")
        .child("C00006", "[carer]\nphone = [\"13900139004\"]")
        .child("C00007", "[mother]\nname = \"王桂英\"\nphone = [\"13900139007\"]")
        .child("C00008", "[carer]\nname = \"王桂英\"\nphone = [\"13900139007\"]");
    for child in 1..=8 {
        assert_eq!(shown(&home, &format!("show C0000{child}")), None, "C0000{child}");
    }
}

#[test]
fn one_event_is_written_for_the_household_and_it_is_said_who_was_taken_in() {
    let home = home();
    let line = "log-visit C00001 --mode 上门 --staff T00001 --date 11.15 --household";
    let ran = home.run(line);
    assert_eq!(ran.code, 0, "{}", ran.err);
    assert!(ran.err.contains("儿童C00001、儿童C00002、儿童C00003"), "{}", ran.err);
    let said = "同户的一起记：儿童C00002 三（1）班、儿童C00003 二（1）班\n";
    assert!(ran.err.contains(said), "{}", ran.err);
    assert_eq!(told_of(&home, "log/visit/2024-11.csv"), ["C00001 C00002 C00003"]);
    // Named twice over, each child is told of once.
    let ran = home.run("log-visit C00003 C00001 --mode 上门 --date 11.16 --household");
    assert_eq!(ran.code, 0, "{}", ran.err);
    assert_eq!(told_of(&home, "log/visit/2024-11.csv")[1], "C00003 C00001 C00002");
}

#[test]
fn without_the_flag_and_for_a_child_alone_nobody_is_taken_in() {
    let home = home();
    assert_eq!(home.run("log-visit C00001 --mode 上门 --date 11.15").code, 0);
    let ran = home.run("log-visit C00004 --mode 上门 --date 11.15 --household");
    assert_eq!(ran.code, 0, "{}", ran.err);
    assert!(ran.err.contains("没有同户的其他儿童在册"), "{}", ran.err);
    let english = "log-visit C00004 --mode phone --date 2024-11-14 --household --lang en";
    let ran = home.run(english);
    assert!(ran.err.contains("nobody else of the household is on the roll"), "{}", ran.err);
    assert_eq!(told_of(&home, "log/visit/2024-11.csv"), ["C00001", "C00004", "C00004"]);
}

#[test]
fn who_is_not_on_the_roll_that_day_is_left_out_and_so_is_who_is_excepted() {
    let home = home();
    assert_eq!(home.run("leave C00002 --date 11.10 --reason 转学").code, 0);
    let ran = home.run("log-visit C00001 --mode 上门 --date 11.15 --household");
    assert!(ran.err.contains("同户的一起记：儿童C00003 二（1）班\n"), "{}", ran.err);
    let ran = home.run("log-visit C00001 --mode 上门 --date 11.8 --household --except C00003");
    assert!(ran.err.contains("同户的一起记：儿童C00002 三（1）班\n"), "{}", ran.err);
    assert_eq!(told_of(&home, "log/visit/2024-11.csv"), ["C00001 C00003", "C00001 C00002"]);
    // One who has left lives there still, and links those who stay; it is shown no more.
    assert_eq!(shown(&home, "show C00001").as_deref(), Some("C00003"));
    let named = home.run("log-visit C00002 --mode 上门 --date 11.15 --household");
    assert_eq!(named.code, 2, "{}", named.err);
}

#[test]
fn a_registers_own_column_takes_the_flag_over() {
    let register = "zh = \"分户\"\nen = \"Household list\"\nneeds_children = true\n\
                    [[column]]\nname = \"household\"\nzh = \"户号\"\nen = \"Household\"\n";
    let home = home().with("registers/by_house.toml", register);
    let ran = home.run("log-by-house C00001 --household 三组12号 --date 11.15");
    assert_eq!(ran.code, 0, "{}", ran.err);
    let text = home.read("log/by_house/2024-11.csv");
    let header = HEADER.replace("outcome,", "outcome,household,");
    assert!(text.starts_with(&header), "{text}");
    assert!(text.contains(",C00001,,made,三组12号,"), "{text}");
}
