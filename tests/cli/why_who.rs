//! `care why` of a class, of one of the staff, and of the school.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

use crate::harness::Home;

fn text(row: &Value, key: &str) -> String {
    row[key].as_str().unwrap_or_default().to_owned()
}

#[test]
fn the_states_that_why_tells_of_any_subject_are_those_of_its_obligations() {
    let mut kinds = BTreeSet::new();
    for (folder, today) in [
        ("tests/golden/w01/home", "2025-01-10"),
        ("tests/golden/w02/home", "2025-01-10"),
        ("tests/golden/w03/home", "2025-01-10"),
        ("examples/goudun", "2025-07-04"),
        ("examples/wangjiaba", "2025-06-20"),
    ] {
        let home = Home::copy_of(folder);
        let mut expected: BTreeMap<(String, String), BTreeSet<String>> = BTreeMap::new();
        for row in home.json(&format!("obligations --today {today}")).as_array().unwrap() {
            if row["subject"] != "child" {
                kinds.insert(text(row, "subject"));
                let key = (text(row, "subject_id"), text(row, "rule"));
                let state = format!("{} {}", text(row, "slot"), text(row, "state"));
                expected.entry(key).or_default().insert(state);
            }
        }
        for ((who, rule), expected) in expected {
            let line = format!("why {who} {rule} --today {today}");
            let rows = home.json(&line);
            let own = rows.as_array().unwrap().iter().filter(|row| row["part"] == "state");
            let told: BTreeSet<String> = own
                .filter(|row| row["state"] != "not_owed" && !row["slot"].is_null())
                .map(|row| format!("{} {}", text(row, "slot"), text(row, "state")))
                .collect();
            assert_eq!(told, expected, "{folder}: {line}");
        }
    }
    assert_eq!(kinds.into_iter().collect::<Vec<_>>(), ["class", "school", "staff"]);
}

const KEEPER: &str = "{ role = \"home_keeper\", from = 2024-09-02 }";

/// A child, a keeper and a rule for each kind of subject.
fn home() -> Home {
    let rule = |id: &str, more: &str| {
        format!("id = \"{id}\"\nrecords = [\"duty\"]\nevery = \"month\"\n{more}")
    };
    Home::new()
        .child("C00001", "class = \"2021-2\"")
        .staff("T00001", KEEPER)
        .rule(&rule("of-keepers", "subject = \"staff\"\nrole = \"home_keeper\""))
        .rule(&rule("of-classes", "subject = \"class\""))
        .rule(&rule("of-school", "subject = \"school\""))
        .rule(&rule("of-children", ""))
}

#[test]
fn only_the_rules_of_its_kind_are_told_of_a_subject() {
    let home = home();
    for (who, rule) in [
        ("C00001", "of-children"),
        ("T00001", "of-keepers"),
        ("2021-2", "of-classes"),
        ("四（2）班", "of-classes"),
        ("school", "of-school"),
        ("学校", "of-school"),
    ] {
        let rows = home.json(&format!("why {who} --today 2024-11-18"));
        let rules: BTreeSet<String> =
            rows.as_array().unwrap().iter().map(|row| text(row, "rule")).collect();
        assert_eq!(rules.into_iter().collect::<Vec<_>>(), [rule], "{who}");
    }
    let ran = home.run("why school of-children --today 2024-11-18 --lang en");
    assert!(ran.code == 0 && ran.out.contains("this rule is not about school"), "{ran:?}");
    let ran = home.run("why 四（2）班 of-school --today 2024-11-18");
    assert!(ran.code == 0 && ran.out.contains("这条规则不管四（2）班"), "{ran:?}");
}

#[test]
fn the_presence_of_one_of_the_staff_is_the_time_in_the_role_with_its_line() {
    let rows = home().json("why T00001 of-keepers --today 2024-11-18");
    let presence = rows.as_array().unwrap().iter().find(|row| row["part"] == "presence").unwrap();
    assert_eq!(presence["file"], "staff.toml");
    assert!(presence["line"].as_u64().is_some_and(|line| line > 0), "{presence}");
    assert!(text(presence, "words").contains("2024-09-02 -"), "{presence}");
}

#[test]
fn a_child_and_one_of_the_staff_of_one_name_are_both_listed() {
    let home = home();
    let child = home.read("children/C00001.toml").replace("儿童C00001", "刘敏");
    let staff = format!("[[staff]]\nid = \"T00002\"\nname = \"刘敏\"\nroles = [{KEEPER}]\n");
    let home = home.with("children/C00001.toml", &child).and("staff.toml", &staff);
    for word in ["刘敏", "liumin", "lm"] {
        let ran = home.run(&format!("why {word} --today 2024-11-18"));
        assert_eq!((ran.code, ran.out.as_str()), (2, ""), "{word}");
        assert!(ran.err.contains("C00001  刘敏  四（2）班"), "{}", ran.err);
        assert!(ran.err.contains("T00002  刘敏  留守儿童管理员"), "{}", ran.err);
    }
    assert_eq!(home.run("why T00002 --today 2024-11-18").code, 0);
    assert_eq!(home.run("why 五（9）班 --today 2024-11-18").code, 2);
}
