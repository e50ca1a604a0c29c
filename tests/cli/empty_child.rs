//! A child of whom nothing is known yet, and whom nobody has talked to, on each of the five homes:
//! no rule holds for it by itself, and none is such that nobody can meet it.

use std::collections::BTreeSet;

use crate::harness::Home;
use serde_json::Value;

const HOMES: [&str; 5] = ["sunchengsi", "guzhuang", "tingshui", "wangjiaba", "goudun"];

const TODAY: &str = "2024-12-20";

/// An example home to which a child was added that day, of whom nothing was written but its class;
/// with the child's id.
fn with_empty_child(example: &str) -> (Home, String) {
    let home = Home::copy_of(&format!("examples/{example}")).at(TODAY);
    let ran = home.run(&format!("add-child 空白白 --class 2021-1 --joined {TODAY}"));
    assert_eq!(ran.code, 0, "{example}: {}", ran.err);
    let children = home.json("list");
    let own = children.as_array().unwrap().iter().find(|row| row["name"] == "空白白").unwrap();
    let id = text(own, "id");
    (home, id)
}

fn text(row: &Value, key: &str) -> String {
    row[key].as_str().unwrap_or_default().to_owned()
}

/// The rules on every child that fit; one that is for some children only is not among them.
fn rules(home: &Home, fits: impl Fn(&Value) -> bool) -> BTreeSet<String> {
    let for_some = |id: &str| {
        let rules = home.read("rules.toml");
        let own = rules.split("[[rule]]").find(|rule| rule.contains(&format!("id = \"{id}\"")));
        own.unwrap().lines().any(|line| line.starts_with("applies"))
    };
    let all = home.json("rules");
    let own = all.as_array().unwrap().iter().filter(|rule| rule["subject"] == "child");
    own.filter(|rule| fits(rule)).map(|rule| text(rule, "id")).filter(|id| !for_some(id)).collect()
}

#[test]
fn an_empty_child_lacks_on_its_first_day_what_each_school_demands_of_every_child() {
    for example in HOMES {
        let (home, id) = with_empty_child(example);
        let states = rules(&home, |rule| rule["every"] == "state" && rule["level"] == "required");
        assert!(states.len() >= 2, "{example}: {states:?}");
        let rows = home.json("overdue");
        let own = rows.as_array().unwrap().iter().filter(|row| row["child"] == *id);
        let lacking = own.filter(|row| !row["lacks"].as_array().unwrap().is_empty());
        assert_eq!(lacking.map(|row| text(row, "rule")).collect::<BTreeSet<_>>(), states);
    }
}

#[test]
fn each_state_that_a_school_demands_is_met_by_children_whose_papers_are_in_order() {
    for example in HOMES {
        let home = Home::copy_of(&format!("examples/{example}")).at(TODAY);
        let states = rules(&home, |rule| rule["every"] == "state" && rule["level"] == "required");
        let all = home.json("obligations --all");
        let met = all.as_array().unwrap().iter().filter(|row| row["state"] == "met");
        let met: BTreeSet<String> = met.map(|row| text(row, "rule")).collect();
        assert!(states.is_subset(&met), "{example}: {states:?} {met:?}");
    }
}

#[test]
fn the_inform_list_names_first_the_child_whom_nobody_talked_to() {
    for example in HOMES {
        let (home, id) = with_empty_child(example);
        let informs = rules(&home, |rule| rule["every"] != "state" && rule["level"] == "inform");
        assert!(!informs.is_empty(), "{example}");
        let rows = home.json("overdue --level inform");
        let never = rows.as_array().unwrap().iter().take_while(|row| row["days_since"].is_null());
        let own = never.filter(|row| row["child"] == *id && row["last_done"].is_null());
        assert_eq!(own.map(|row| text(row, "rule")).collect::<BTreeSet<_>>(), informs, "{example}");
        let shown = home.run("overdue --level inform").out;
        let line = shown.lines().find(|line| line.contains("空白白")).unwrap();
        assert!(line.contains("从未"), "{line}");
    }
    // Where a talk has a number it is owed; where it has none, it is on this list.
    let (home, id) = with_empty_child("sunchengsi");
    let rows = home.json("overdue --level inform --rule pair-talk");
    assert!(rows.as_array().unwrap().iter().any(|row| row["child"] == *id), "{rows}");
}
