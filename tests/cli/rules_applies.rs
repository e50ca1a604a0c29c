//! Rules, section 3: `applies`, and the earlier values of a field.

use crate::harness::Home;
use crate::rules_home::{LI, fault, october, states, talk};

/// October and November for children of high risk.
const HIGH: &str = "applies = { risk = ['high'] }\nfrom = 2024-10-01\nuntil = 2024-11-30";

fn was(field: &str, value: &str, until: &str) -> String {
    format!("[[was]]\nfield = '{field}'\nvalue = {value}\nuntil = {until}\n")
}

/// The slots that a child with this file owes under the rule.
fn months(rule: &str, child: &str) -> Vec<String> {
    let home = Home::new().rule(&talk("month", rule)).child(LI, child);
    home.obligation_keys("2024-12-01", &["slot"])
}

#[test]
fn a_rule_applies_when_the_named_field_is_among_its_values() {
    let either = "applies = { care_type = ['grandparent', 'none'] }\nuntil = 2024-09-30";
    assert_eq!(months(either, "care_type = 'none'"), ["2024-09"]);
    assert_eq!(months(either, "care_type = 'one_parent'").len(), 0);
    assert_eq!(months(either, "risk = 'high'").len(), 0);
}

#[test]
fn each_named_field_must_be_among_its_values() {
    let both = "applies = { care_type = ['grandparent'], risk = ['high'] }\nuntil = 2024-09-30";
    assert_eq!(months(both, "care_type = 'grandparent'\nrisk = 'high'"), ["2024-09"]);
    assert_eq!(months(both, "care_type = 'grandparent'\nrisk = 'low'").len(), 0);
    assert_eq!(months(both, "care_type = 'none'\nrisk = 'high'").len(), 0);
}

#[test]
fn of_a_list_field_one_entry_must_be_among_the_values() {
    let tagged = "applies = { tags = ['poor', 'serious_case'] }\nuntil = 2024-09-30";
    assert_eq!(months(tagged, "tags = ['twin', 'poor']"), ["2024-09"]);
    assert_eq!(months(tagged, "tags = ['twin']").len(), 0);
    assert_eq!(months(tagged, "tags = []").len(), 0);
}

#[test]
fn the_value_on_the_slots_first_day_decides() {
    let high = |until| format!("risk = 'high'\n{}", was("risk", "'low'", until));
    assert_eq!(months(HIGH, &high("2024-09-30")), ["2024-10", "2024-11"]);
    assert_eq!(months(HIGH, &high("2024-10-01")), ["2024-11"]);
    assert_eq!(months(HIGH, &high("2024-10-31")), ["2024-11"]);
    assert_eq!(months(HIGH, &high("2024-11-01")).len(), 0);
}

#[test]
fn the_earlier_value_with_the_earliest_until_on_or_after_the_day_holds() {
    // Written in another order than they held: low, then high until 10-15, then low.
    let child = format!(
        "risk = 'low'\n{}{}",
        was("risk", "'high'", "2024-10-15"),
        was("risk", "'low'", "2024-09-30")
    );
    assert_eq!(months(HIGH, &child), ["2024-10"]);
    let other = format!("risk = 'high'\n{}", was("care_type", "'low'", "2024-12-31"));
    assert_eq!(months(HIGH, &other), ["2024-10", "2024-11"]);
}

#[test]
fn two_earlier_values_with_the_same_field_and_until_are_a_fault() {
    let twice = |second: &str| {
        let first = was("risk", "'high'", "2024-10-15");
        Home::new().rule(&talk("month", HIGH)).child(LI, &format!("{first}{second}"))
    };
    let said = fault(&twice(&was("risk", "'low'", "2024-10-15")), "was-twice");
    assert!(said.starts_with("children/C00001.toml:"), "{said}");
    let fine = twice(&was("care_type", "'none'", "2024-10-15"));
    assert_eq!(fine.obligation_keys("2024-12-01", &["slot"]), ["2024-10"]);
}

#[test]
fn a_child_to_whom_a_rule_does_not_apply_is_not_on_the_list() {
    let rule = october("applies = { risk = ['high'] }");
    let home = Home::new().rule(&rule).child(LI, "risk = 'high'").child("C00002", "risk = 'low'");
    assert_eq!(home.overdue("2024-11-05", &["child"]), ["C00001"]);
    assert_eq!(states(&home, "2024-11-05"), "missed");
}

#[test]
fn children_of_whom_a_fact_is_missing_are_counted_where_a_rule_goes_by_their_status() {
    let both = "[father]\naway = true\n[mother]\naway = true\n";
    let none = "[father]\naway = false\n[mother]\naway = false\n";
    let rule = october("applies = { civil_affairs = ['yes'] }");
    let home = Home::new()
        .rule(&rule)
        .child(LI, both)
        .child("C00002", &format!("birth_date = 2015-01-01\n{both}"))
        .child("C00003", none);
    let told = home.run("overdue --today 2024-10-20").out;
    assert!(
        told.ends_with("\n1 名儿童的情况没有写明，有的规则管不到：care check status-unknown\n"),
        "{told}"
    );
    let told = home.run("rules --today 2024-10-20 --lang en").out;
    assert!(told.contains("1 child is not reached by some rule"), "{told}");
    let found = home.run("check status-unknown --today 2024-10-20").out;
    assert!(found.contains("C00001.toml") && !found.contains("C00002.toml"), "{found}");
    assert!(found.contains("care edit-child C00001 --set 出生日期=日期\n"), "{found}");
    assert!(!found.contains("C00003.toml"), "settled without the birth date: {found}");
    let other = home.run("overdue --today 2024-11-20").out;
    assert!(!other.contains("管不到"), "the rule is over: {other}");
}
