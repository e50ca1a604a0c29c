//! Rules, section 7: facts that must hold today, what a state rule's slot looks like.

use crate::harness::Home;
use crate::rules_home::{LI, WU, fault, october};

/// A rule `s` that requires these names, written as a TOML list.
fn requires(names: &str, more: &str) -> String {
    format!("id = 's'\nevery = 'state'\nrequires = {names}\n{more}")
}

/// A phone for the carer is required.
fn phone(more: &str, child: &str) -> Home {
    Home::new().rule(&requires("['carer.phone']", more)).child(LI, child)
}

#[test]
fn the_slot_is_now_and_has_no_dates_and_no_count() {
    let home = phone("", "[carer]\nphone = ['0564-3320000']").child(WU, "");
    let expected = ["s C00001 now - - - met 0 -", "s C00002 now - - - overdue 0 -"];
    assert_eq!(home.obligations("2024-10-10"), expected);
}

#[test]
fn its_row_on_the_list_has_0_days_and_1_missed() {
    let keys = ["slot", "due", "since", "days_overdue", "missed", "last_done", "attempts"];
    assert_eq!(phone("", "").overdue("2024-10-10", &keys), ["now - - 0 1 - 0"]);
    let fields = ["slot", "first", "last", "due", "met_on", "count", "state"];
    let met = phone("", "[carer]\nphone = '13800138000'");
    assert_eq!(met.obligation_keys("2024-10-10", &fields), ["now - - - - 0 met"]);
    assert_eq!(met.overdue("2024-10-10", &keys).len(), 0);
}

#[test]
fn lacks_is_what_is_missing_in_the_order_of_requires() {
    let names = "['risk', 'carer.phone', 'care_type', 'address']";
    let home = Home::new().rule(&requires(names, "")).child(LI, "care_type = 'none'");
    assert_eq!(home.overdue("2024-10-10", &["lacks"]), ["[\"risk\",\"carer.phone\",\"address\"]"]);
}

#[test]
fn lacks_is_empty_in_all_other_rows() {
    let home = Home::new().rule(&october("")).child(LI, "");
    assert_eq!(home.overdue("2024-11-10", &["rule", "lacks"]), ["r []"]);
}

#[test]
fn state_rows_follow_the_dated_rows_on_the_list() {
    let home = phone("", "").child(WU, "").rule(&october("").replace("'r'", "'z'"));
    let expected = ["z C00001 1", "z C00002 1", "s C00001 0", "s C00002 0"];
    assert_eq!(home.overdue("2024-11-01", &["rule", "child", "days_overdue"]), expected);
}

#[test]
fn a_fact_is_required_of_each_subject_present_today() {
    let owed = |child: &str| phone("", child).obligations("2024-10-10").len();
    assert_eq!(owed("[[spell]]\njoined = 2024-10-10"), 1);
    assert_eq!(owed("[[spell]]\njoined = 2024-10-11"), 0);
    assert_eq!(owed("[[spell]]\njoined = 2024-09-02\nleft = 2024-10-09"), 0);
    assert_eq!(owed("[[pause]]\nfrom = 2024-10-10\nuntil = 2024-10-10"), 0);
}

#[test]
fn a_fact_is_required_from_the_rules_from_to_its_until() {
    let home = phone("from = 2024-10-08\nuntil = 2024-10-10", "");
    let owed = |today| home.obligations(today).len();
    assert_eq!(["2024-10-07", "2024-10-08", "2024-10-10", "2024-10-11"].map(owed), [0, 1, 1, 0]);
}

#[test]
fn applies_takes_todays_values() {
    let child = "risk = 'high'\n[[was]]\nfield = 'risk'\nvalue = 'low'\nuntil = 2024-10-09";
    let home = phone("applies = { risk = ['high'] }", child);
    assert_eq!(home.obligations("2024-10-09").len(), 0);
    assert_eq!(home.obligations("2024-10-10").len(), 1);
}

#[test]
fn the_state_is_exempt_when_an_exemption_covers_today_unless_it_is_met() {
    let exempt = "[[exempt]]\nrule = 's'\nfrom = 2024-10-08\nuntil = 2024-10-10\nreason = '病'";
    let home = phone("", exempt);
    let of = |today| home.obligation_keys(today, &["state"]).concat();
    let expected = ["overdue", "exempt", "exempt", "overdue"];
    assert_eq!(["2024-10-07", "2024-10-08", "2024-10-10", "2024-10-11"].map(of), expected);
    assert_eq!(home.overdue("2024-10-10", &["slot"]).len(), 0);
    let met = phone("", &format!("[carer]\nphone = '13800138000'\n{exempt}"));
    assert_eq!(met.obligation_keys("2024-10-10", &["state"]), ["met"]);
}

#[test]
fn a_state_rule_may_ask_staff_a_class_or_the_school() {
    let subject = |subject: &str, requires: &str| {
        format!(
            "id = '{subject}'\nevery = 'state'\nrequires = ['{requires}']\nsubject = '{subject}'"
        )
    };
    let home = Home::new()
        .rule(&format!("{}\nrole = 'doctor'", subject("staff", "training.ever")))
        .rule(&subject("class", "handover.this_term"))
        .rule(&subject("school", "meeting.this_year"))
        .staff("T00001", "{ role = 'doctor', from = 2024-09-02 }")
        .staff("T00002", "{ role = 'doctor', from = 2024-10-11 }")
        .child(LI, "class = '2021-1'")
        .events("meeting", "", &["2024-09-10"])
        .events("training", "T00002", &["2024-09-10"]);
    let expected = ["class 2021-1 overdue", "school school met", "staff T00001 overdue"];
    assert_eq!(home.obligation_keys("2024-10-10", &["rule", "subject_id", "state"]), expected);
}

#[test]
fn an_unknown_name_is_a_fault_with_the_nearest() {
    let said = |name: &str| {
        fault(&Home::new().rule(&requires(&format!("['{name}']"), "")), "unknown-name")
    };
    assert!(said("carer.phon").contains("carer.phone"));
    assert!(said("talk.this_tem").contains("talk.this_term"));
    assert!(said("pair.proxy_parnt").contains("pair.proxy_parent"));
    said("pair.one.principal");
    said("nothing_like_it");
}

#[test]
fn a_name_that_does_not_fit_the_subject_is_a_fault() {
    let ask = |name: &str, subject: &str| {
        let rule = requires(&format!("['{name}']"), &format!("subject = {subject}"));
        Home::new().rule(&rule)
    };
    let fits_only_children = [
        "pair.proxy_parent",
        "pair.one.proxy_parent",
        "contact_card",
        "growth.all_categories",
        "survey.all_headings",
        "open_plan",
        "consent",
    ];
    for name in fits_only_children {
        for subject in ["'staff'\nrole = 'doctor'", "'class'", "'school'"] {
            fault(&ask(name, subject), "requirement-does-not-fit");
        }
    }
    for subject in ["'class'", "'school'"] {
        fault(&ask("carer.phone", subject), "requirement-does-not-fit");
    }
}
