//! `care rates`: how much of what fell due was done in time.

use crate::harness::Home;

fn home() -> Home {
    let talk = "id = \"talk\"\nrecords = [\"talk\"]\nevery = \"month\"\ngrace_days = 3\n\
                by = \"head_teacher\"";
    let file = "id = \"file\"\nevery = \"state\"\nrequires = [\"carer.name\"]";
    let term = "id = \"visit\"\nrecords = [\"visit\"]\nevery = \"term\"\nlevel = \"advised\"";
    let head = "{ role = \"head_teacher\", class = \"2021-2\", from = 2024-09-01 }";
    Home::new()
        .at("2024-11-20")
        .rule(talk)
        .rule(file)
        .rule(term)
        .staff("T00001", head)
        .child("C00001", "class = \"2021-2\"\n[carer]\nname = \"奶奶\"")
        .child("C00002", "class = \"2021-1\"")
        .events("talk", "C00001 C00002", &["2024-09-10"])
        .events("talk", "C00001", &["2024-10-10", "2024-11-10"])
}

fn lines(home: &Home, flags: &str) -> Vec<String> {
    let told = home.json(&format!("rates {flags}"));
    let shown = |value: &serde_json::Value| match value {
        serde_json::Value::Null => "-".to_owned(),
        serde_json::Value::String(text) => text.clone(),
        other => other.to_string(),
    };
    let keys =
        ["group", "due", "done", "rate", "late", "undone", "early", "open", "exempt", "total"];
    let line = |row: &serde_json::Value| keys.map(|key| shown(&row[key])).join(" ");
    told.as_array().unwrap().iter().map(line).collect()
}

#[test]
fn the_counts_stand_beside_each_percentage_and_the_last_row_is_the_whole() {
    let told = home().run("rates --by class").out;
    assert!(told.starts_with("完成率 66.7 %（到期 6 项，按时 4 项）    2024-2025-1"), "{told}");
    for line in [
        "班级       到期  按时  完成率   迟办  未办  提前  待办  免办  合计\n",
        "四（1）班     3     1  33.3 %      0     2     0     4     0     7  ",
        "四（2）班     3     3  100.0 %     0     0     1     3     0     7  ",
        "合计          6     4  66.7 %      0     2     1     7     0    14  ",
    ] {
        assert!(told.contains(line), "{line}:\n{told}");
    }
    assert!(told.contains("共 14 格＝应办 14 项＋不用办 0 格"), "{told}");
    let english = home().run("rates --by class --lang en").out;
    assert!(english.starts_with("66.7 % in time (4 of 6 due)"), "{english}");
    assert!(english.contains("check: 14 slots"), "{english}");
}

#[test]
fn each_split_is_in_an_order_of_its_own_and_no_ranking() {
    let home = home();
    assert_eq!(
        lines(&home, ""),
        ["talk 4 3 75.0 0 1 1 5 0 10", "file 2 1 50.0 0 1 0 0 0 2", "visit 0 0 - 0 0 0 2 0 2",],
        "as the rules are written; nothing due is no rate"
    );
    let (first, last) = ("2021-1 3 1 33.3 0 2 0 4 0 7", "2021-2 3 3 100.0 0 0 1 3 0 7");
    assert_eq!(lines(&home, "--by class"), [first, last]);
    assert_eq!(
        lines(&home, "--by staff"),
        ["T00001 2 2 100.0 0 0 1 2 0 5", "- 4 2 50.0 0 2 0 5 0 9"],
        "what nobody is responsible for stands last"
    );
    let months = lines(&home, "--按 月份");
    assert_eq!(months[0], "2024-09 2 2 100.0 0 0 0 0 0 2");
    assert_eq!(months[1], "2024-10 2 1 50.0 0 1 0 0 0 2");
    assert_eq!(months[2], "2024-11 0 0 - 0 0 1 1 0 2");
    assert_eq!(months[5], "- 2 1 50.0 0 1 0 0 0 2", "a state falls due in no month");
}

#[test]
fn what_is_still_in_its_days_of_grace_has_not_fallen_due() {
    let home = home();
    let october = |day: &str| lines(&home, &format!("--month 2024-10 --rule talk --today {day}"));
    assert_eq!(october("2024-11-03"), ["talk 0 0 - 0 0 1 1 0 2"]);
    assert_eq!(october("2024-11-04"), ["talk 2 1 50.0 0 1 0 0 0 2"]);
}

#[test]
fn those_who_are_excused_or_owe_nothing_stand_beside_the_rate() {
    let exempt = "class = \"2021-1\"\n[[exempt]]\nrule = \"talk\"\nfrom = 2024-10-01\n\
                  until = 2024-10-31\nreason = \"住院\"";
    let late = "class = \"2021-1\"\n[[spell]]\njoined = 2024-11-01\n";
    let home = home().child("C00002", exempt).child("C00003", late);
    assert_eq!(
        lines(&home, "--rule talk --by class"),
        ["2021-1 1 1 100.0 0 0 0 6 1 8", "2021-2 2 2 100.0 0 0 1 2 0 5"]
    );
    let told = home.run("rates --rule talk").out;
    assert!(told.contains("共 15 格＝应办 13 项＋不用办 2 格"), "{told}");
}

#[test]
fn without_anything_due_there_is_no_rate() {
    let told = home().run("rates --rule visit").out;
    assert!(told.starts_with("完成率 —（还没有到期的）"), "{told}");
    assert!(told.contains("规则     0     0  —"), "{told}");
    let empty = Home::new().at("2024-11-20").run("rates").out;
    assert!(empty.contains("还没有规则") && !empty.contains('%'), "{empty}");
    let ran = home().run("rates --month 2030-01");
    assert!(ran.code == 0 && ran.out.contains("这段时间里没有应办事项"), "{ran:?}");
}

#[test]
fn all_terms_together_hold_what_each_holds() {
    for example in ["guzhuang", "wangjiaba"] {
        let home = Home::copy_of(&format!("examples/{example}")).at("2025-06-20");
        let total = |flags: &str| -> u64 {
            let told = home.json(&format!("rates --by class {flags}"));
            told.as_array().unwrap().iter().map(|row| row["total"].as_u64().unwrap()).sum()
        };
        let whole = total("--from 2020-01-01");
        assert_eq!(total("--term 2024-2025-1") + total("--term 2024-2025-2"), whole);
        assert_eq!(whole, home.json("obligations --all").as_array().unwrap().len() as u64);
    }
}
