//! `care why` and `care rules --diff` against the answers they explain.

use std::collections::BTreeSet;

use crate::harness::Home;
use serde_json::Value;

fn text(row: &Value, key: &str) -> String {
    row[key].as_str().unwrap_or_default().to_owned()
}

/// The live events of a child in a log, by the plain reading: not replaced, not void, not ahead.
fn live_events(home: &Home, register: &str, child: &str, today: &str) -> BTreeSet<String> {
    let mut rows: Vec<(String, bool, Vec<String>)> = Vec::new();
    let folder = home.root().join("log").join(register);
    for entry in std::fs::read_dir(folder).into_iter().flatten() {
        let mut reader = csv::Reader::from_path(entry.unwrap().path()).unwrap();
        let header = reader.headers().unwrap().clone();
        for record in reader.records() {
            let record = record.unwrap();
            let cell = |name: &str| {
                let at = header.iter().position(|own| own == name).unwrap();
                record[at].to_owned()
            };
            let mine = cell("children").split(' ').any(|own| own == child);
            let replaces = cell("replaces");
            let is_live = cell("status") != "void" && cell("date").as_str() <= today;
            rows.push((cell("id"), mine && is_live, vec![replaces]));
        }
    }
    let replaced: BTreeSet<&String> = rows.iter().flat_map(|(_, _, replaces)| replaces).collect();
    let live = rows.iter().filter(|(id, mine, _)| *mine && !replaced.contains(id));
    live.map(|(id, _, _)| id.clone()).collect()
}

#[test]
fn why_accounts_for_every_live_event_of_the_child_in_the_rules_registers() {
    let mut events = 0;
    for (example, today) in [
        ("guzhuang", "2025-07-04"),
        ("tingshui", "2025-07-04"),
        ("wangjiaba", "2025-06-20"),
        ("goudun", "2025-06-20"),
        ("sunchengsi", "2025-06-20"),
    ] {
        let home = Home::copy_of(&format!("examples/{example}"));
        let children = home.json(&format!("list --left --today {today}"));
        let rules = home.json(&format!("rules --today {today}"));
        for child in children.as_array().unwrap().iter().step_by(7) {
            let id = text(child, "id");
            for rule in rules.as_array().unwrap().iter().filter(|r| r["subject"] == "child") {
                let line = format!("why {id} {} --today {today}", text(rule, "id"));
                let rows = home.json(&line);
                let told: Vec<String> = rows
                    .as_array()
                    .unwrap()
                    .iter()
                    .filter(|row| row["slot"].is_null() && !row["event"].is_null())
                    .filter(|row| ["counted", "rejected"].contains(&&*text(row, "part")))
                    .map(|row| text(row, "event"))
                    .collect();
                let mut expected = BTreeSet::new();
                for register in rule["records"].as_array().unwrap() {
                    expected.extend(live_events(&home, register.as_str().unwrap(), &id, today));
                }
                assert_eq!(told.len(), expected.len(), "{line}: an event is told twice or not");
                assert_eq!(told.into_iter().collect::<BTreeSet<_>>(), expected, "{line}");
                events += expected.len();
            }
        }
    }
    assert!(events > 1_000, "only {events} events were looked at");
}

#[test]
fn the_state_that_why_tells_is_the_state_of_the_obligation() {
    let home = Home::copy_of("examples/guzhuang");
    let today = "2025-03-10";
    let all = home.json(&format!("obligations --today {today} --rule monthly-talk"));
    for child in ["CK1K32", "CX9XJV", "CEE2MV", "CQ7DRW"] {
        let rows = home.json(&format!("why {child} monthly-talk --today {today}"));
        let own = rows.as_array().unwrap().iter().filter(|row| row["part"] == "state");
        let told: BTreeSet<String> = own
            .filter(|row| row["state"] != "not_owed" && !row["slot"].is_null())
            .map(|row| format!("{} {}", text(row, "slot"), text(row, "state")))
            .collect();
        let own = all.as_array().unwrap().iter().filter(|row| row["child"] == child);
        let expected: BTreeSet<String> =
            own.map(|row| format!("{} {}", text(row, "slot"), text(row, "state"))).collect();
        assert_eq!(told, expected, "{child}");
    }
}

/// Rule, subject, days and how many are late, as the overdue list has them.
fn standings(home: &Home, today: &str) -> BTreeSet<String> {
    let keys = ["rule", "subject_id", "days_overdue", "missed"];
    home.overdue(today, &keys).into_iter().collect()
}

#[test]
fn the_difference_of_two_rules_lists_exactly_the_children_whose_state_changes() {
    for (from, to) in [("month", "week"), ("week", "month"), ("month", "month"), ("month", "term")]
    {
        let home = Home::copy_of("examples/guzhuang");
        let rules = home.read("rules.toml");
        let with = |every: &str| {
            let (head, rest) = rules.split_once("id = \"monthly-talk\"").unwrap();
            let rest = rest.replacen("every = \"month\"", &format!("every = \"{every}\""), 1);
            format!("{head}id = \"monthly-talk\"{rest}")
        };
        let today = "2024-12-20";
        let home = home.with("old-rules.toml.txt", &with(from)).with("rules.toml", &with(from));
        let before = standings(&home, today);
        let home = home.with("rules.toml", &with(to));
        let after = standings(&home, today);
        let changed: BTreeSet<(String, String)> = before
            .symmetric_difference(&after)
            .map(|line| {
                let mut words = line.split(' ');
                (words.next().unwrap().to_owned(), words.next().unwrap().to_owned())
            })
            .collect();
        let rows = home.json(&format!("rules --diff old-rules.toml.txt --today {today}"));
        let told: BTreeSet<(String, String)> = rows
            .as_array()
            .unwrap()
            .iter()
            .map(|row| (text(row, "rule"), text(row, "subject_id")))
            .collect();
        assert_eq!(told, changed, "{from} to {to}");
    }
}

#[test]
fn known_at_drops_rows_recorded_later_before_families_are_settled() {
    let header = crate::harness::HEADER;
    let rows = "E0000000001,2024-10-10,C00001,,made,,2024-10-10T10:00:00+08:00,,
                E0000000002,2024-10-10,C00001,,made,,2024-11-05T00:30:00+08:00,void,E0000000001
                E0000000003,2024-10-12,C00002,,made,,2024-11-02T23:59:00+08:00,,";
    let home = Home::new()
        .rule(
            "id = 'r'\nrecords = ['talk']\nevery = 'month'\nuntil = 2024-10-31\nfrom = 2024-10-01",
        )
        .child("C00001", "")
        .child("C00002", "")
        .log("talk", "2024-10", header, rows);
    let late = |day: &str| {
        let line = format!("overdue --today 2024-12-01{day}");
        let rows = home.json(&line);
        rows.as_array().unwrap().iter().map(|row| text(row, "subject_id")).collect::<Vec<_>>()
    };
    assert_eq!(late(""), ["C00001"]);
    assert_eq!(late(" --known-at 2024-11-05"), ["C00001"]);
    assert_eq!(late(" --known-at 2024-11-04"), Vec::<String>::new());
    assert_eq!(late(" --known-at 2024-11-01"), ["C00002"]);
}
