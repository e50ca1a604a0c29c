//! Rules, section 7: when each name in `requires` holds.

use std::fmt::Write as _;

use crate::harness::{HEADER, Home};
use crate::rules_home::{LI, NEXT_TERM, header, row};

/// A rule that requires this one name of the child.
fn asks(name: &str) -> Home {
    Home::new().rule(&format!("id = 's'\nevery = 'state'\nrequires = ['{name}']"))
}

/// Does it hold on 2024-10-10 for a child with this file?
#[track_caller]
fn holds(name: &str, child: &str) -> bool {
    is_met(&asks(name).child(LI, child), "2024-10-10")
}

#[track_caller]
fn is_met(home: &Home, today: &str) -> bool {
    let states = home.obligation_keys(today, &["state"]);
    assert_eq!(states.len(), 1);
    states == ["met"]
}

#[test]
fn a_field_holds_when_it_is_neither_absent_nor_blank_nor_an_empty_list() {
    let phone = |value: &str| holds("carer.phone", &format!("[carer]\nphone = {value}"));
    assert!(!holds("carer.phone", ""));
    assert!(!holds("carer.phone", "[carer]\nname = '王桂英'"));
    assert!(!phone("[]"));
    assert!(!phone("''"));
    assert!(!phone("'  '"));
    assert!(phone("['0564-3320000']"));
    assert!(phone("'0564-3320000'"));
    assert!(!holds("father.work_place", "[father]\nwork_place = ' '"));
    assert!(holds("father.work_place", "[father]\nwork_place = '浙江省宁波市'"));
    assert!(holds("boarding", "boarding = false"));
}

#[test]
fn a_date_holds_when_it_is_not_after_today() {
    let on = |date: &str| {
        let child = format!("[carer]\ndelegation_notice_on = {date}");
        holds("carer.delegation_notice_on", &child)
    };
    assert!(on("2024-10-09"));
    assert!(on("2024-10-10"));
    assert!(!on("2024-10-11"));
}

#[test]
fn a_field_path_may_name_a_field_of_the_staff() {
    let rule =
        "id = 's'\nevery = 'state'\nsubject = 'staff'\nrole = 'doctor'\nrequires = ['email']";
    let person = |id: &str, email: &str| {
        let roles = "roles = [{ role = 'doctor', from = 2024-09-02 }]";
        format!("[[staff]]\nid = '{id}'\nname = '医生'\n{email}\n{roles}\n")
    };
    let staff = [person("T00001", ""), person("T00002", "email = 'a@school.example'")].concat();
    let home = Home::new().rule(rule).with("staff.toml", &staff);
    let expected = ["T00001 overdue", "T00002 met"];
    assert_eq!(home.obligation_keys("2024-10-10", &["subject_id", "state"]), expected);
}

/// A child with these pairs: role, from and more.
fn pairs(name: &str, pairs: &[(&str, &str)]) -> bool {
    let mut child = String::new();
    for (role, from) in pairs {
        let _ = write!(child, "[[pair]]\nstaff = 'T00001'\nrole = '{role}'\nfrom = {from}\n");
    }
    let parent = "{ role = 'proxy_parent', from = 2024-09-02 }";
    is_met(&asks(name).staff("T00001", parent).child(LI, &child), "2024-10-10")
}

#[test]
fn pair_holds_when_at_least_one_pair_with_the_role_is_in_force() {
    let name = "pair.proxy_parent";
    let now = ("proxy_parent", "2024-10-10\nuntil = 2024-10-10");
    assert!(!pairs(name, &[]));
    assert!(pairs(name, &[now]));
    assert!(pairs(name, &[now, now]));
    assert!(!pairs(name, &[("proxy_mother", "2024-09-02")]));
    assert!(!pairs(name, &[("proxy_parent", "2024-10-11")]));
    assert!(!pairs(name, &[("proxy_parent", "2024-09-02\nuntil = 2024-10-09")]));
}

#[test]
fn pair_one_holds_when_exactly_one_pair_with_the_role_is_in_force() {
    let name = "pair.one.proxy_parent";
    let now = ("proxy_parent", "2024-09-02");
    assert!(!pairs(name, &[]));
    assert!(pairs(name, &[now]));
    assert!(!pairs(name, &[now, ("proxy_parent", "2024-10-10")]));
    assert!(pairs(name, &[now, ("proxy_parent", "2024-10-11")]));
    assert!(pairs(name, &[now, ("proxy_mother", "2024-09-02")]));
}

#[test]
fn contact_card_holds_with_its_date_a_phone_for_the_carer_and_for_a_parent_and_a_head_teacher() {
    let card = |child: &str, class: &str| {
        let head = format!("{{ role = 'head_teacher', class = '{class}', from = 2024-09-02 }}");
        let child = format!("class = '2021-1'\n{child}");
        is_met(&asks("contact_card").staff("T00001", &head).child(LI, &child), "2024-10-10")
    };
    let issued = "[contact_card]\nissued_on = 2024-09-10\n";
    let carer = "[carer]\nphone = ['0564-3320000']\n";
    let father = "[father]\nphone = ['13800138000']\n";
    let mother = "[mother]\nphone = ['13800138000']\n";
    assert!(card(&[issued, carer, father].concat(), "2021-1"));
    assert!(card(&[issued, carer, mother].concat(), "2021-1"));
    assert!(!card(&[carer, father].concat(), "2021-1"));
    assert!(!card(&[issued, father, mother].concat(), "2021-1"));
    assert!(!card(&[issued, carer].concat(), "2021-1"));
    assert!(!card(&[issued, carer, father].concat(), "2021-2"));
}

#[test]
fn contact_card_is_named_whole_among_what_is_lacking() {
    let home = asks("contact_card").child(LI, "");
    assert_eq!(home.overdue("2024-10-10", &["lacks"]), ["[\"contact_card\"]"]);
}

/// Is the fact there on a day, after one talk on another, in a home of two school years?
fn talked(span: &str, talk: &str, today: &str) -> bool {
    let home = asks(&format!("talk.{span}")).and("calendar.toml", NEXT_TERM);
    is_met(&home.child(LI, "").events("talk", LI, &[talk]), today)
}

#[test]
fn ever_holds_from_the_event_on() {
    assert!(!talked("ever", "2024-10-10", "2024-10-09"));
    assert!(talked("ever", "2024-10-10", "2024-10-10"));
    assert!(talked("ever", "2024-10-10", "2025-12-01"));
}

#[test]
fn this_term_holds_in_the_events_term_and_until_the_next_begins() {
    assert!(talked("this_term", "2024-09-02", "2025-01-17"));
    // Between terms, the latest begun.
    assert!(talked("this_term", "2024-09-02", "2025-02-16"));
    assert!(!talked("this_term", "2024-09-02", "2025-02-17"));
    assert!(talked("this_term", "2025-02-17", "2025-08-31"));
}

#[test]
fn this_year_holds_in_the_events_school_year() {
    assert!(talked("this_year", "2024-09-02", "2025-07-04"));
    assert!(talked("this_year", "2024-09-02", "2025-08-31"));
    assert!(!talked("this_year", "2024-09-02", "2025-09-01"));
    assert!(!talked("this_year", "2025-07-04", "2025-09-01"));
}

#[test]
fn such_an_event_is_live_the_subjects_and_no_attempt() {
    let row = |children: &str, outcome: &str, status: &str| {
        let row =
            format!("EAAAAAAAAA1,2024-10-08,{children},,{outcome},,2024-10-08T10:00:00Z,{status},");
        let home = asks("talk.ever").child(LI, "").log("talk", "2024-10", HEADER, &row);
        is_met(&home, "2024-10-10")
    };
    assert!(row(LI, "made", ""));
    assert!(!row(LI, "made", "void"));
    assert!(!row(LI, "attempted", ""));
    assert!(!row("", "made", ""));
}

const CATEGORIES: [&str; 12] = [
    "self_intro",
    "talk",
    "conduct",
    "health",
    "letter",
    "homework",
    "reading",
    "award",
    "plan",
    "summary",
    "report",
    "care_activity",
];

#[test]
fn growth_all_categories_holds_when_each_choice_has_an_entry_this_term() {
    let grown = |categories: &[&str], first: &str| {
        let row = |category: &&str| row("2024-10-08", LI, "", "made", category);
        let rows: String = categories.iter().map(row).collect();
        let home = asks("growth.all_categories").child(LI, "");
        let home = home.log("growth", "2024-10", &header("category"), &rows);
        home.log("growth", "2025-02", &header("category"), first)
    };
    assert!(is_met(&grown(&CATEGORIES, ""), "2024-10-10"));
    assert!(!is_met(&grown(&CATEGORIES[1..], ""), "2024-10-10"));
    assert!(!is_met(&grown(&CATEGORIES, ""), "2024-10-07"));
    // The next term asks for all of them again.
    let one = row("2025-02-18", LI, "", "made", "talk");
    assert!(!is_met(&grown(&CATEGORIES, &one), "2025-02-20"));
}

#[test]
fn survey_all_headings_holds_when_each_heading_column_has_an_entry_this_term() {
    let surveyed = |entries: &[&str]| {
        let rows: String =
            entries.iter().map(|cells| row("2024-10-08", LI, "", "made", cells)).collect();
        let home = asks("survey.all_headings").child(LI, "");
        home.log("survey", "2024-10", &header("study,life,mind,safety,health"), &rows)
    };
    assert!(is_met(&surveyed(&["好,好,好,好,好"]), "2024-10-10"));
    assert!(is_met(&surveyed(&["好,,好,,", ",好,,好,好"]), "2024-10-10"));
    assert!(!is_met(&surveyed(&["好,好,好,好, "]), "2024-10-10"));
    assert!(!is_met(&surveyed(&["好,好,好,好,好"]), "2025-02-17"));
}

#[test]
fn open_plan_holds_with_a_plan_whose_closed_on_is_blank() {
    let planned = |closed: &[&str]| {
        let rows: String =
            closed.iter().map(|date| row("2024-09-10", LI, "", "made", date)).collect();
        let home = asks("open_plan").child(LI, "");
        is_met(&home.log("plan", "2024-09", &header("closed_on"), &rows), "2025-03-01")
    };
    assert!(!planned(&[]));
    assert!(planned(&[""]));
    assert!(!planned(&["2024-12-01"]));
    assert!(planned(&["2024-12-01", ""]));
}

#[test]
fn consent_holds_with_one_that_is_not_withdrawn_or_a_legal_basis_in_the_childs_file() {
    let given = |withdrawn: &[&str], child: &str| {
        let rows: String =
            withdrawn.iter().map(|date| row("2024-09-10", LI, "", "made", date)).collect();
        let home = asks("consent").child(LI, child);
        is_met(&home.log("consent", "2024-09", &header("withdrawn_on"), &rows), "2025-03-01")
    };
    assert!(!given(&[], ""));
    assert!(given(&[""], ""));
    assert!(!given(&["2024-12-01"], ""));
    assert!(given(&["2024-12-01", ""], ""));
    assert!(given(&[], "legal_basis = '民政委托'"));
    assert!(!given(&[], "legal_basis = ' '"));
}
