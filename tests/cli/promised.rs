//! What was agreed in a talk: the clerk types it, and it stands on the lists until it is done.

use crate::harness::Home;
use crate::mail::{EML, home, mail_to};
use crate::rules_after::{follow_up, told, visit_after};
use crate::rules_home::{LI, header, one_child, row};

/// The head teacher's two classes on 10 September 2024, and a rule for what a talk agreed on.
fn school() -> Home {
    let settings = format!("{EML}\ndue_days = 0\nmask = \"none\"");
    home(&settings).at("2024-09-10").rule(&follow_up("by = 'head_teacher'\nlevel = 'advised'"))
}

/// The same after a talk on which the clerk wrote what was agreed for the 17th.
fn agreed() -> Home {
    let home = school();
    let words = "'下周看作业，带上数学本和错题本，顺便问问奶奶的腿'";
    let line = "log-talk C00001 --staff T00001 --topic 作业";
    let ran = home.run(&format!("{line} --follow-up {words} --follow-up-on 9.17"));
    assert_eq!(ran.code, 0, "{}", ran.err);
    home
}

/// The mail of the head teacher who is responsible, empty when there is none.
fn mail_of_liu(home: &Home) -> String {
    let ran = home.run("mail --preview");
    assert_eq!(ran.code, 0, "{}", ran.err);
    let is_told = ran.out.contains("<liu@school.example>");
    if is_told { mail_to(&ran.out, "liu@school.example", "清单") } else { String::new() }
}

#[test]
fn what_was_agreed_is_due_the_same_minute_with_its_first_words() {
    assert!(!school().run("due").out.contains("2024-09-17"));
    let home = agreed();
    let ran = home.run("due");
    let promised = ran.out.lines().find(|line| line.contains("2024-09-17")).unwrap();
    assert!(promised.contains("约定：下周看作业，") && promised.contains("刘敏"), "{promised}");
    assert!(!ran.out.contains("奶奶的腿"), "only the first words: {}", ran.out);
    let rows = home.json("due");
    let row = rows.as_array().unwrap().iter().find(|row| row["rule"] == "r").unwrap();
    assert_eq!((&row["due"], &row["state"]), (&"2024-09-17".into(), &"open".into()));
}

#[test]
fn it_is_in_the_responsible_persons_mail_on_its_day_and_in_nobody_elses() {
    let home = agreed().at("2024-09-16");
    assert!(!mail_of_liu(&home).contains("下周看作业"), "the day before, with due_days = 0");
    let home = home.at("2024-09-17");
    assert!(mail_of_liu(&home).contains("下周看作业"), "{}", mail_of_liu(&home));
    let all = home.run("mail --preview").out;
    assert_eq!(all.matches("下周看作业").count(), 1, "{all}");
}

#[test]
fn it_is_gone_from_both_when_it_is_answered() {
    for answer in ["log-talk C00001 --topic 作业", "log-visit C00001 --mode in_person"] {
        let home = agreed().at("2024-09-17");
        assert!(home.run("due --days 0").out.contains("下周看作业"));
        assert_eq!(home.run(&format!("{answer} --staff T00001")).code, 0, "{answer}");
        assert!(!home.run("due --days 0").out.contains("下周看作业"), "{answer}");
        assert!(!mail_of_liu(&home).contains("下周看作业"), "{answer}");
    }
}

#[test]
fn when_its_day_has_passed_it_is_overdue_with_the_same_words_until_it_is_done() {
    let home = agreed().at("2024-09-18");
    assert!(!home.run("due").out.contains("下周看作业"));
    let late = home.run("overdue --level advised").out;
    assert!(late.contains("下周看作业"), "{late}");
    assert_eq!(home.run("log-talk C00001 --topic 作业 --staff T00001").code, 0);
    assert!(!home.run("overdue --level advised").out.contains("下周看作业"));
    let keys = home.obligation_keys("2024-09-18", &["rule", "state", "met_on"]);
    assert!(keys.contains(&"r met_late 2024-09-18".to_owned()), "{keys:?}");
}

#[test]
fn a_rule_that_only_informs_promises_nothing() {
    let rule = follow_up("level = 'inform'");
    let home = told(one_child(&rule), "talk", &["2024-10-08 made 看作业,2024-10-15"]);
    assert_eq!(home.json("due --today 2024-10-15").as_array().unwrap().len(), 0);
    for level in ["required", "advised"] {
        let rows = home.json(&format!("overdue --level {level} --today 2024-10-20"));
        assert_eq!(rows.as_array().unwrap().len(), 0, "{level}");
    }
    // The talk itself is what counts last: twelve days.
    let rows = home.json("overdue --level inform --today 2024-10-20");
    assert_eq!((&rows[0]["days_since"], &rows[0]["due"]), (&12.into(), &().into()));
}

#[test]
fn the_words_of_a_restricted_register_are_in_no_list_mail_calendar_or_table() {
    let columns = "source,problem,process,effect,next_on,referred_to";
    let cells = "observed,夜里哭,谈了梦,好些,2024-09-17,镇医院";
    let rule =
        "id = 'again'\nevery = 'after'\nafter = { records = ['counselling'], on = 'next_on' }
                records = ['counselling']\nby = 'head_teacher'";
    let home = home(&format!("{EML}\nmask = \"none\"")).rule(rule);
    let rows = row("2024-09-10", LI, "", "made", cells);
    let home = home.log("counselling", "2024-09", &header(columns), &rows);
    for (day, line) in [
        ("2024-09-17", "due"),
        ("2024-09-17", "due --format json"),
        ("2024-09-17", "due --format csv"),
        ("2024-09-17", "due --format ics"),
        ("2024-09-17", "mail --preview"),
        ("2024-09-18", "overdue"),
        ("2024-09-18", "overdue --format json"),
        ("2024-09-18", "mail --preview"),
        ("2024-09-18", "obligations --all --format json"),
    ] {
        let ran = home.run(&format!("{line} --today {day}"));
        assert_eq!(ran.code, 0, "{line}: {}", ran.err);
        assert!(ran.out.contains("2024-09-17") || ran.out.contains("20240917"), "{line}");
        for words in ["夜里哭", "谈了梦", "好些", "镇医院", "observed"] {
            assert!(!ran.out.contains(words), "{line}: {words}");
        }
    }
}

#[test]
fn why_names_what_asked_with_its_file_and_line() {
    let talks = ["2024-10-07 made", "2024-10-08 made 看作业,2024-10-15"];
    let home = told(one_child(&follow_up("")), "talk", &talks);
    let ran = home.run("why C00001 r --today 2024-10-20");
    assert_eq!(ran.code, 0, "{}", ran.err);
    let asking = ran.out.lines().find(|line| line.contains("log/talk/2024-10.csv:3")).unwrap();
    assert!(asking.starts_with("起因") && asking.contains("2024-10-08"), "{}", ran.out);
    let own = ran.out.lines().filter(|line| line.starts_with("不算")).collect::<String>();
    assert!(own.contains("2024-10-08") && own.contains("这一项不是由它办成的"), "{}", ran.out);
    // Joining asks in the child's own file.
    let joined = one_child(&visit_after("joined = true", "days = 14"));
    let ran = joined.run("why C00001 r --today 2024-09-20");
    assert!(ran.out.contains("children/C00001.toml:4"), "{}", ran.out);
}

#[test]
fn a_rule_may_ask_for_itself_for_ever_and_is_shown_as_what_it_is() {
    // Each visit asks for the next within thirty days.
    let rule = visit_after("records = ['visit']", "days = 30");
    let home = told(one_child(&rule), "visit", &["2024-09-10 made", "2024-10-05 made"]);
    let expected = ["2024-09-10/2024-10-10 met", "2024-10-05/2024-11-04 open"];
    assert_eq!(home.obligation_keys("2024-10-20", &["slot", "state"]), expected);
    home.keep_private();
    assert_eq!(home.json("check --today 2024-10-20").as_array().unwrap().len(), 0);
    let ran = home.run("rules --today 2024-10-20");
    assert_eq!(ran.code, 0, "{}", ran.err);
    assert!(ran.out.contains("家访后 30 天内要有家访"), "{}", ran.out);
    let ran = home.run("rules --today 2024-10-20 --lang en");
    assert!(ran.out.contains("30 days"), "{}", ran.out);
}

/// The cells of every row of a register on an example home, as its logs have them.
fn logged(home: &Home, register: &str, columns: &[&str]) -> Vec<Vec<String>> {
    let folder = home.root().join("log").join(register);
    let mut rows = Vec::new();
    for entry in std::fs::read_dir(folder).into_iter().flatten() {
        let mut reader = csv::Reader::from_path(entry.unwrap().path()).unwrap();
        let header = reader.headers().unwrap().clone();
        for record in reader.records().map(Result::unwrap) {
            let cell = |name: &&str| {
                let at = header.iter().position(|own| own == *name).unwrap();
                record[at].to_owned()
            };
            rows.push(columns.iter().map(cell).collect());
        }
    }
    rows
}

#[test]
fn each_example_home_shows_what_was_asked_for_met_met_late_overdue_and_never_asked_again() {
    for example in ["sunchengsi", "guzhuang", "tingshui", "wangjiaba", "goudun"] {
        let home = Home::copy_of(&format!("examples/{example}"));
        let rules = home.json("rules --today 2024-12-20");
        let rules = rules.as_array().unwrap().iter().filter(|rule| rule["every"] == "after");
        let asking: Vec<&str> = rules.map(|rule| rule["id"].as_str().unwrap()).collect();
        let keys = home.obligation_keys("2024-12-20", &["rule", "state"]);
        for state in ["met", "met_late", "overdue"] {
            let is_there =
                asking.iter().any(|rule| keys.iter().any(|key| *key == format!("{rule} {state}")));
            assert!(is_there, "{example}: {state}");
        }
        // Something to follow up, or a round of counselling, without a day for it.
        let talks = logged(&home, "talk", &["follow_up", "follow_up_on"]);
        let rounds = logged(&home, "counselling", &["id", "next_on"]);
        let is_blank = |row: &Vec<String>| !row[0].is_empty() && row[1].is_empty();
        assert!(talks.iter().chain(&rounds).any(is_blank), "{example}");
    }
}

#[test]
fn on_each_example_home_a_visit_by_phone_does_not_count() {
    for example in ["sunchengsi", "guzhuang", "tingshui", "wangjiaba", "goudun"] {
        let home = Home::copy_of(&format!("examples/{example}"));
        let visits = logged(&home, "visit", &["mode", "outcome", "children", "id"]);
        let by_phone = visits.iter().find(|row| row[0] == "phone" && row[1] == "made").unwrap();
        let line = format!("why {} visit-again --today 2024-12-20", by_phone[2]);
        let ran = home.run(&line);
        let told: Vec<&str> = ran.out.lines().filter(|own| own.contains(&by_phone[3])).collect();
        assert!(!told.is_empty(), "{example}: {}", ran.out);
        assert!(told.iter().all(|own| own.starts_with("不算") && own.contains("方式")), "{told:?}");
    }
}
