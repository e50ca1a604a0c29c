//! Counselling, plans and incidents: numbers alone, in every format and in the trace.

use std::collections::BTreeSet;

use serde_json::Value;

use super::kept::{obligations, report, trace};
use super::traced::TRACED;
use super::{ALL, Asked, MONTH, SCHOOL_YEAR, TERMS, school, text};
use crate::harness::Home;
use crate::printed::{SCHOOLS, by_hand, restricted_texts};

const RESTRICTED: [&str; 3] = ["counselling", "plan", "incident"];

const ALWAYS: (&str, &str) = ("0000-00-00", "9999-99-99");

/// The ids of the records that only their number may tell.
fn ids(home: &Home) -> Vec<String> {
    let rows = RESTRICTED.into_iter().flat_map(|name| by_hand(home, name, ALWAYS));
    rows.map(|row| row["id"].clone()).collect()
}

/// The rules that such records ask for, or that nothing else can answer.
fn rules(home: &Home) -> BTreeSet<String> {
    let rules: toml::Table = home.read("rules.toml").parse().unwrap();
    let own = rules["rule"].as_array().unwrap().iter().filter(|rule| is_restricted(rule));
    own.map(|rule| rule["id"].as_str().unwrap().to_owned()).collect()
}

fn is_restricted(rule: &toml::Value) -> bool {
    let names = |list: Option<&toml::Value>| -> Vec<String> {
        let all = list.and_then(toml::Value::as_array).into_iter().flatten();
        all.map(|own| own.as_str().unwrap().to_owned()).collect()
    };
    let is_one = |name: &String| RESTRICTED.contains(&name.as_str());
    let answers = names(rule.get("records"));
    let asking = names(rule.get("after").and_then(|own| own.get("records")));
    let facts = names(rule.get("requires"));
    let mut words = facts.iter().flat_map(|own| own.split(['.', '_']));
    !answers.is_empty() && answers.iter().all(is_one)
        || asking.iter().any(is_one)
        || words.any(|word| RESTRICTED.contains(&word))
}

/// Looks for what must not be seen in the formats.
fn nothing_shows(home: &Home, asked: Asked, more: &str, formats: &[&str]) {
    let secret = [ids(home), restricted_texts(home)].concat();
    assert!(secret.len() > 2);
    for format in formats {
        let line = asked.line(&format!("{more} --format {format}"));
        let ran = home.run(&line);
        assert_eq!(ran.code, 0, "{line}: {}", ran.err);
        assert!(ran.out.len() > 500, "{line}: {}", ran.out);
        let shown = secret.iter().find(|own| ran.out.contains(own.as_str()));
        assert_eq!(shown, None, "{line}");
    }
}

#[test]
fn no_id_and_no_text_of_a_restricted_record_stands_in_a_report_of_any_format() {
    for name in SCHOOLS {
        let home = school(name);
        nothing_shows(&home, SCHOOL_YEAR, "", &["table", "json", "csv", "html", "xlsx"]);
        nothing_shows(&home, MONTH, "", &["table", "json", "html"]);
    }
}

#[test]
fn no_id_and_no_text_of_a_restricted_record_stands_in_a_trace_of_any_format() {
    for name in SCHOOLS {
        let home = school(name);
        nothing_shows(&home, TERMS[1], " --trace", &["csv"]);
        nothing_shows(&home, MONTH, " --trace", &["table", "json", "html", "xlsx"]);
    }
}

#[test]
fn whoever_is_asked_for_by_a_restricted_record_is_not_named_among_what_was_not_done() {
    let mut named = 0;
    for name in SCHOOLS {
        let rules = rules(&school(name));
        assert!(!rules.is_empty(), "{name}");
        for asked in ALL {
            for line in report(name, asked).iter() {
                let Some(rule) = line.cell("rule") else { continue };
                assert!(!rules.contains(rule), "{name} {}: {}", asked.name, line.shown());
                named += 1;
            }
        }
    }
    assert!(named > 100, "{named}");
}

#[test]
fn the_trace_of_restricted_records_tells_neither_who_nor_when() {
    let (mut wrong, mut sealed) = (Vec::new(), 0);
    for name in SCHOOLS {
        let rules = rules(&school(name));
        for asked in TRACED {
            for source in trace(name, asked).iter() {
                // An activity may be called counselling too, and is open.
                let is_owed = source.table == "T9" && rules.contains(&source.row);
                if is_owed || RESTRICTED.contains(&source.register.as_str()) {
                    sealed += 1;
                    if !source.id.is_empty() || !source.place.is_empty() {
                        wrong.push(format!("{name} {}: {}", asked.name, source.shown()));
                    }
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{} sources:\n{}", wrong.len(), wrong.join("\n"));
    assert!(sealed > 20, "{sealed}");
}

#[test]
fn the_trace_of_sums_over_rules_tells_no_slot_of_a_restricted_rule() {
    let mut wrong = BTreeSet::new();
    for name in SCHOOLS {
        let rules = rules(&school(name));
        let all = obligations(name, TERMS[1].today);
        let slot = |own: &Value| ["subject_id", "slot"].map(|key| text(&own[key]));
        let is_sealed = |own: &&Value| rules.contains(own["rule"].as_str().unwrap());
        // Slots that no open rule has: those alone tell of a restricted record.
        let open: BTreeSet<_> = all.iter().filter(|own| !is_sealed(own)).map(slot).collect();
        let sealed: BTreeSet<_> = all.iter().filter(is_sealed).map(slot).collect();
        for asked in TRACED {
            for source in trace(name, asked).iter().filter(|own| own.register == "slot") {
                let own = [source.id.clone(), source.place.clone()];
                if sealed.contains(&own) && !open.contains(&own) {
                    wrong.insert(format!("{name} {}: {}", asked.name, source.shown()));
                }
            }
        }
    }
    let shown: Vec<String> = wrong.iter().take(20).cloned().collect();
    assert!(wrong.is_empty(), "{} sources:\n{}", wrong.len(), shown.join("\n"));
}
