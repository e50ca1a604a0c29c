//! `care attention`: the children nobody asked, the quietest first, each with the reasons.

use std::collections::BTreeSet;

use serde_json::Value;

use crate::harness::Home;
use crate::printed::{DAY, SCHOOLS, by_hand, school};

/// The first day of the term.
const FIRST: &str = "2024-09-02";

/// The open registers that rules about children count.
fn registers(home: &Home) -> BTreeSet<String> {
    let rules: toml::Table = home.read("rules.toml").parse().unwrap();
    let text = |rule: &toml::Value, key: &str| {
        rule.get(key).and_then(toml::Value::as_str).unwrap_or_default().to_owned()
    };
    let of_children = rules["rule"].as_array().unwrap().iter().filter(|rule| {
        ["", "child"].contains(&text(rule, "subject").as_str()) && text(rule, "level") != "inform"
    });
    let names = of_children.flat_map(|rule| {
        let all = rule.get("records").and_then(toml::Value::as_array).cloned().unwrap_or_default();
        all.into_iter().map(|own| own.as_str().unwrap().to_owned())
    });
    names.filter(|name| !["counselling", "plan", "incident"].contains(&name.as_str())).collect()
}

fn told(home: &Home, words: &str) -> Vec<Value> {
    home.json(&format!("attention {words}")).as_array().unwrap().clone()
}

#[test]
fn who_is_quietest_stands_first_and_every_line_has_a_reason() {
    for name in SCHOOLS {
        let home = school(name);
        let all = told(&home, "");
        let days: Vec<i64> = all.iter().map(|own| own["days"].as_i64().unwrap()).collect();
        assert!(days.is_sorted_by(|one, next| one >= next), "{name}: {days:?}");
        for own in &all {
            assert!(!own["why"].as_array().unwrap().is_empty(), "{name}: {own}");
        }
    }
}

#[test]
fn the_last_contact_and_the_overdue_rows_are_those_of_the_logs_and_of_overdue() {
    for name in SCHOOLS {
        let home = school(name);
        let late = home.json("overdue --level advised");
        let late = late.as_array().unwrap();
        for own in told(&home, "") {
            let child = own["child"].as_str().unwrap();
            let number =
                late.iter().filter(|row| row["subject_id"] == child && !row["due"].is_null());
            let number = number.count();
            assert_eq!(own["overdue"], number, "{name}: {own}");
            let done = registers(&home)
                .into_iter()
                .flat_map(|register| by_hand(&home, &register, (FIRST, DAY)));
            let theirs = done.filter(|row| {
                row["outcome"] != "attempted" && row["children"].split(' ').any(|id| id == child)
            });
            let last = theirs.map(|row| row["date"].clone()).max();
            assert_eq!(own["last"].as_str().map(str::to_owned), last, "{name}: {own}");
        }
    }
}

#[test]
fn a_wrong_number_wants_attention_until_it_is_checked_again() {
    let home = school("guzhuang");
    let class = told(&home, "--class 2021-2");
    let child = home.json("list --class 2021-2")[0]["id"].as_str().unwrap().to_owned();
    let wrong = |home: &Home| {
        let all = told(home, "");
        let own = all.iter().find(|own| own["child"] == child.as_str());
        own.is_some_and(|own| own["why"].as_array().unwrap().contains(&"phones".into()))
    };
    assert!(!wrong(&home));
    let log = |day: &str, result: &str| {
        let line =
            format!("log-contact-check {child} --date {day} --whose 母亲 --result {result} -y");
        assert_eq!(home.run(&line).code, 0, "{}", home.run(&line).err);
    };
    log("12.10", "停机");
    assert!(wrong(&home));
    log("12.12", "已更新");
    assert!(!wrong(&home));
    assert!(class.iter().all(|own| own["class"] == "2021-2"), "{class:?}");
}

#[test]
fn for_a_wall_names_are_masked_and_no_restricted_record_is_told() {
    let home = school("wangjiaba");
    let names = home.json("list");
    let shown = home.run("attention --for wall").out;
    for child in names.as_array().unwrap() {
        assert!(!shown.contains(child["name"].as_str().unwrap()), "{child}");
    }
    assert!(!home.run("attention").out.contains("个别教育"));
}
