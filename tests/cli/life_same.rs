//! A home that was changed by commands is judged as one whose files say the same by hand.

use crate::harness::Home;

const DATES: [&str; 5] = ["2024-09-20", "2024-10-14", "2024-11-04", "2024-11-25", "2025-01-10"];

fn home() -> Home {
    Home::new()
        .at("2025-01-10")
        .staff("T00001", r#"{ role = "head_teacher", class = "2021-2", from = 2024-09-01 }"#)
        .rule("id = \"call\"\nrecords = [\"call\"]\nevery = \"month\"")
        .rule(
            "id = \"talk\"\nrecords = [\"talk\"]\nevery = \"week\"\n\
          applies = { risk = [\"high\"] }",
        )
        .rule(
            "id = \"visit\"\nrecords = [\"visit\"]\nevery = \"rolling\"\ndays = 30\n\
             applies = { class = [\"2021-2\"] }",
        )
        .rule(
            "id = \"tagged\"\nrecords = [\"help\"]\nevery = \"month\"\n\
          applies = { tags = [\"poor\"] }",
        )
        .rule("id = \"meet\"\nrecords = [\"meeting\"]\nevery = \"month\"\nsubject = \"class\"")
        .rule("id = \"card\"\nevery = \"state\"\nrequires = [\"contact_card\", \"carer.phone\"]")
        .child("C00001", "class = \"2021-2\"\nrisk = \"low\"\ntags = [\"poor\"]")
        .child("C00002", "class = \"2021-2\"")
        .events("call", "C00001 C00002", &["2024-09-05", "2024-11-12"])
        .events("visit", "C00001", &["2024-10-10"])
        .events("talk", "C00002", &["2024-11-06"])
}

fn judged(home: &Home) -> Vec<serde_json::Value> {
    DATES
        .iter()
        .flat_map(|day| {
            ["obligations --all", "overdue"].map(|line| format!("{line} --today {day}"))
        })
        .map(|line| home.json(&line))
        .collect()
}

#[track_caller]
fn same(lines: &[&str], first: &str, second: &str) {
    let by_command = home();
    for line in lines {
        let ran = by_command.run(line);
        assert_eq!(ran.code, 0, "{line}: {}", ran.err);
    }
    let by_hand = home().child("C00001", first).child("C00002", second);
    assert_eq!(judged(&by_command), judged(&by_hand));
    assert_ne!(judged(&by_command), judged(&home()), "{lines:?} changed nothing");
}

const SECOND: &str = "class = \"2021-2\"";

#[test]
fn facts_that_rules_look_at_are_judged_by_what_they_were_on_the_day() {
    let lines = [
        "edit-child C00001 --set risk=high --from 2024-10-14",
        "edit-child C00001 --set tags= --from 2024-11-01",
        "transfer C00001 --class 2021-1 --from 2024-11-04",
        "edit-child C00001 --set carer.phone=13900139000",
        "edit-child C00001 --set risk=low --from 2024-12-02",
    ];
    let first = "class = \"2021-1\"\nrisk = \"low\"\n[carer]\nphone = [\"13900139000\"]\n\
        [[was]]\nfield = \"risk\"\nvalue = \"low\"\nuntil = 2024-10-13\n\
        [[was]]\nfield = \"risk\"\nvalue = \"high\"\nuntil = 2024-12-01\n\
        [[was]]\nfield = \"tags\"\nvalue = [\"poor\"]\nuntil = 2024-10-31\n\
        [[was]]\nfield = \"class\"\nvalue = \"2021-2\"\nuntil = 2024-11-03\n";
    same(&lines, first, SECOND);
}

#[test]
fn times_on_the_roll_pauses_and_exemptions_are_judged_as_by_hand() {
    let lines = [
        "leave C00001 --date 2024-10-20 --reason 父母返乡 -y",
        "rejoin C00001 --date 2024-11-11 --class 2021-1",
        "pause C00002 --from 2024-10-08 --reason 住院",
        "resume C00002 --date 2024-10-28",
        "pause C00002 --from 2024-12-02 --until 2025-02-20 --reason 随父母外出",
        "exempt C00001 call --from 2024-11-01 --until 2025-01-31 --reason 无电话",
        "card C00001 --issued 2024-11-12",
    ];
    let first = "class = \"2021-1\"\nrisk = \"low\"\ntags = [\"poor\"]\n\
        [contact_card]\nissued_on = 2024-11-12\n\
        [[spell]]\njoined = 2024-09-02\nleft = 2024-10-20\n[[spell]]\njoined = 2024-11-11\n\
        [[was]]\nfield = \"class\"\nvalue = \"2021-2\"\nuntil = 2024-11-10\n\
        [[exempt]]\nrule = \"call\"\nfrom = 2024-11-01\nuntil = 2025-01-31\nreason = \"无电话\"\n";
    let second = "class = \"2021-2\"\n\
        [[pause]]\nfrom = 2024-10-08\nuntil = 2024-10-27\n\
        [[pause]]\nfrom = 2024-12-02\nuntil = 2025-02-20\n";
    same(&lines, first, second);
}

#[test]
fn a_change_that_holds_from_today_leaves_every_former_judgement_as_it_was() {
    let today = "2025-01-10";
    let changed = home();
    let line = "edit-child C00001 --set risk=high --set care_type=grandparent --set boarding=true";
    assert_eq!(changed.run(line).code, 0);
    let states = |home: &Home| home.json(&format!("obligations --today {today}"));
    assert_eq!(states(&changed), states(&home()));
}
