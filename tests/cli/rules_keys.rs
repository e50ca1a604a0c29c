//! Rules, section 8: the keys of a rule, their defaults, and what is said of wrong ones.

use crate::harness::Home;
use crate::rules_home::{LI, fault, header, one_child, row, talk};

/// A sound rule for each `every`, without its name and source.
const SOUND: [(&str, &str); 10] = [
    ("week", "records = ['talk']"),
    ("month", "records = ['talk']"),
    ("anchor", "records = ['talk']"),
    ("term", "records = ['talk']"),
    ("year", "records = ['talk']"),
    ("occasion", "records = ['talk']\noccasions = ['mid_autumn']"),
    ("school_day", "records = ['duty']"),
    ("rolling", "records = ['talk']\ndays = 30"),
    ("after", "records = ['talk']\ndays = 10\nafter = { records = ['visit'] }"),
    ("state", "requires = ['risk']"),
];

/// A home with the sound rule of this `every` and more keys.
fn home(every: &str, more: &str) -> Home {
    let (_, keys) = SOUND.iter().find(|(name, _)| *name == every).unwrap();
    one_child(&format!("id = 'r'\nevery = '{every}'\n{keys}\n{more}"))
}

/// A home whose `rules.toml` is this text.
fn file(rules: &str) -> Home {
    Home::new().with("rules.toml", rules).child(LI, "")
}

/// The key fits the rules with these `every` and is a fault in all the others.
#[track_caller]
fn assert_fits(key: &str, fits: &[&str]) {
    for (every, keys) in SOUND {
        if keys.contains(key.split(' ').next().unwrap()) {
            continue;
        }
        let home = home(every, key);
        if fits.contains(&every) {
            let ran = home.run("obligations --today 2024-11-10");
            assert_eq!(ran.code, 0, "{every} {key}: {}", ran.err);
        } else {
            fault(&home, "key-does-not-fit");
        }
    }
}

const SLOTS: [&str; 7] = ["week", "month", "anchor", "term", "year", "occasion", "school_day"];

#[test]
fn each_every_of_section_2_is_known_and_another_is_a_fault() {
    for (every, _) in SOUND {
        assert_eq!(home(every, "").run("obligations --today 2024-11-10").code, 0, "{every}");
    }
    let said = fault(&one_child(&talk("mont", "")), "not-one-of");
    assert!(said.contains("month"), "{said}");
}

#[test]
fn a_key_that_does_not_fit_the_rules_every_is_a_fault() {
    let but_state = [&SLOTS[..], &["rolling", "after"]].concat();
    assert_fits("times = 2", &SLOTS);
    assert_fits("min_school_days = 2", &["week", "month", "anchor", "term", "year", "school_day"]);
    assert_fits("unless = { note = ['好'] }", &but_state);
    assert_fits("after = { records = ['talk'] }", &[]);
    assert_fits("count = 'school'", &["after"]);
    assert_fits("where = { note = ['好'] }", &but_state);
    assert_fits("filled = ['note']", &but_state);
    assert_fits("occasions = ['lantern']", &["occasion"]);
    assert_fits("before_days = 3", &["occasion"]);
    assert_fits("after_days = 3", &["occasion"]);
    assert_fits("sessions = ['noon']", &["school_day"]);
    assert_fits("days = 10", &["rolling"]);
    assert_fits("in_holidays = true", &["rolling"]);
    assert_fits("requires = ['risk']", &["state"]);
}

#[test]
fn keys_for_every_rule_fit_them_all() {
    let all: Vec<&str> = SOUND.iter().map(|(every, _)| *every).collect();
    let keys = [
        "subject = 'child'",
        "applies = { risk = ['high'] }",
        "by = 'proxy_parent'",
        "from = 2024-09-02",
        "until = 2025-07-04",
        "level = 'advised'",
    ];
    for key in keys {
        assert_fits(key, &all);
    }
}

#[test]
fn a_key_that_does_not_fit_names_its_file_and_line() {
    // The line of `days` in the file: five keys stand before it.
    let said = fault(&home("month", "days = 30"), "key-does-not-fit");
    assert!(said.starts_with("rules.toml:7:"), "{said}");
}

#[test]
fn an_unknown_key_is_a_fault_naming_file_line_and_the_nearest_valid_name() {
    let said = fault(&home("month", "grace_day = 3"), "unknown-name");
    assert!(said.starts_with("rules.toml:7:"), "{said}");
    assert!(said.contains("grace_days"), "{said}");
    let said = fault(&home("month", "recods = ['talk']"), "unknown-name");
    assert!(said.contains("“records”"), "{said}");
}

#[test]
fn applies_is_for_children_and_role_for_staff() {
    let subject = |subject: &str| home("month", &format!("subject = {subject}"));
    fault(&subject("'class'\napplies = { risk = ['high'] }"), "key-does-not-fit");
    fault(&subject("'school'\napplies = { risk = ['high'] }"), "key-does-not-fit");
    let staff = "'staff'\nrole = 'doctor'\napplies = { risk = ['high'] }";
    fault(&subject(staff), "key-does-not-fit");
    fault(&subject("'child'\nrole = 'doctor'"), "key-does-not-fit");
    fault(&subject("'staff'"), "missing-key");
    assert_eq!(subject("'staff'\nrole = 'doctor'").run("overdue --today 2024-11-10").code, 0);
}

#[test]
fn id_name_why_and_every_are_required() {
    let keys = ["id = 'r'", "name = '谈心'", "why = '制度'", "every = 'month'"];
    let rule = |keys: &[&str]| format!("[[rule]]\nrecords = ['talk']\n{}\n", keys.join("\n"));
    assert_eq!(file(&rule(&keys)).run("overdue --today 2024-11-10").code, 0);
    for left_out in 0..keys.len() {
        let mut rest = keys.to_vec();
        let key = rest.remove(left_out).split(' ').next().unwrap();
        let said = fault(&file(&rule(&rest)), "missing-key");
        assert!(said.contains(&format!("“{key}”")), "{said}");
    }
}

#[test]
fn records_occasions_days_and_requires_are_required_where_they_fit() {
    let rules = [
        ("records", "every = 'month'"),
        ("occasions", "every = 'occasion'\nrecords = ['talk']"),
        ("days", "every = 'rolling'\nrecords = ['talk']"),
        ("requires", "every = 'state'"),
    ];
    for (key, rule) in rules {
        let said = fault(&one_child(&format!("id = 'r'\n{rule}")), "missing-key");
        assert!(said.contains(&format!("“{key}”")), "{said}");
    }
    fault(&home("state", "records = ['talk']"), "key-does-not-fit");
}

#[test]
fn an_id_is_unique() {
    let twice = home("month", "").rule(&talk("week", ""));
    let said = fault(&twice, "duplicate-id");
    // The first rule has six lines and a blank one; the second's id stands in its fourth.
    assert!(said.starts_with("rules.toml:11:"), "{said}");
}

#[test]
fn a_name_is_a_text_or_has_zh_and_en() {
    let name = |name: &str| {
        let keys = "id = 'r'\nwhy = '制度'\nevery = 'month'\nrecords = ['talk']";
        file(&format!("[[rule]]\nname = {name}\n{keys}\n"))
    };
    let shown = |home: &Home, lang: &str| {
        home.json(&format!("rules --lang {lang} --today 2024-10-10"))[0]["name"].clone()
    };
    let both = name("{ zh = '每月谈心', en = 'Monthly talk' }");
    assert_eq!(shown(&both, "zh-CN"), "每月谈心");
    assert_eq!(shown(&both, "en"), "Monthly talk");
    assert_eq!(shown(&name("'每月谈心'"), "en"), "每月谈心");
    fault(&name("{ zh = '每月谈心' }"), "missing-key");
    fault(&name("3"), "wrong-type");
}

#[test]
fn values_outside_their_bounds_are_faults() {
    for (key, least) in [("times", 1), ("due_days", 1), ("grace_days", 0), ("min_school_days", 0)] {
        fault(&home("month", &format!("{key} = {}", least - 1)), "wrong-type");
        let ran = home("month", &format!("{key} = {least}")).run("overdue --today 2024-11-10");
        assert_eq!(ran.code, 0, "{key}: {}", ran.err);
    }
    fault(&one_child(&talk("rolling", "days = 0")), "wrong-type");
    fault(&home("month", "times = '2'"), "wrong-type");
    fault(&home("month", "times = 2\nmax = 1"), "wrong-type");
    fault(&home("month", "level = 'must'"), "not-one-of");
    fault(&home("month", "subject = 'pupil'"), "not-one-of");
    fault(&home("month", "from = '2024-09-02'"), "wrong-type");
    fault(&home("month", "by = 'proxy_parents'"), "unknown-name");
    fault(&one_child("id = 'r'\nevery = 'month'\nrecords = ['talks']"), "unknown-name");
    let rule = "id = 'r'\nevery = 'occasion'\nrecords = ['talk']\noccasions = ['mid_autum']";
    let said = fault(&one_child(rule), "unknown-name");
    assert!(said.contains("mid_autumn"), "{said}");
}

#[test]
fn a_rule_without_more_keys_has_the_defaults() {
    // Of children, once, with no day of grace, at the month's end, and required.
    let none = home("month", "until = 2024-09-30").events("talk", LI, &["2024-09-03"]);
    let met = ["r C00001 2024-09 2024-09-02 2024-09-30 2024-09-30 met 1 2024-09-03"];
    assert_eq!(none.obligations("2024-10-01"), met);
    let late = home("month", "until = 2024-09-30");
    let keys = ["subject", "due", "days_overdue", "responsible"];
    assert_eq!(late.overdue("2024-10-01", &keys), ["child 2024-09-30 1 -"]);
    let shown = late.json("rules --today 2024-10-01");
    let shown = |key: &str| shown[0][key].to_string();
    assert_eq!(["subject", "level", "by"].map(shown), ["\"child\"", "\"required\"", "null"]);
    // Seven days before the festival and seven after it.
    let slot = ["2024-09-10 2024-09-24"];
    assert_eq!(home("occasion", "").obligation_keys("2024-09-10", &["first", "last"]), slot);
    // Without `by_only` and `sessions` any event will do.
    let rows = row("2024-10-09", LI, "", "made", "");
    let day = home("school_day", "by = 'proxy_parent'\nfrom = 2024-10-09\nuntil = 2024-10-09");
    let day = day.log("duty", "2024-10", &header("session"), &rows);
    assert_eq!(day.obligation_keys("2024-10-10", &["slot", "state"]), ["2024-10-09 met"]);
}
