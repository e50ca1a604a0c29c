//! Statuses derived on a day: who is left behind by which definition, age, grade, birthdays.

use crate::harness::{Home, SETTINGS};
use crate::rules_home::{LI, fault, talk};

/// The day of the table: a Monday of the first term, after which the next begins on 2025-02-17.
const DAY: &str = "2024-11-18";

/// A child in each row: born, class, father and mother (`away` or `home`, since when, guardianship;
/// `-` where the file says nothing), how it left the roll; then the eight statuses on the day.
const TABLE: &str = include_str!("statuses.txt");

/// What hangs on birthdays is asked of another day than today only so.
const LOOK: &str = "--reveal sensitive --reason 核对";

/// The rows of the table.
fn rows() -> Vec<&'static str> {
    TABLE.lines().filter(|line| !line.starts_with('#')).collect()
}

/// The file of one child of the table.
fn file(facts: &str) -> String {
    let words: Vec<&str> = facts.split_whitespace().collect();
    let line = |key: &str, value: &str| match value {
        "-" => String::new(),
        _ => format!("{key} = {value}\n"),
    };
    let quoted = |value: &str| if value == "-" { value.to_owned() } else { format!("'{value}'") };
    let mut text = match words[0] {
        "id" => "id_number = '990101201503120015'\n".to_owned(),
        born => line("birth_date", born),
    };
    text += &line("class", &quoted(words[1]));
    let mut later = String::new();
    for (parent, told) in ["father", "mother"].into_iter().zip([words[2], words[3]]) {
        let told: Vec<&str> = told.split('/').collect();
        let away = match told[0] {
            "away" => "true",
            "home" | "was" => "false",
            _ => "-",
        };
        let since = if told[0] == "was" { "-" } else { told[1] };
        let guardianship = line("guardianship", &quoted(told[2]));
        let lines = [format!("[{parent}]\n"), line("away", away), line("away_since", since)];
        text += &(lines.concat() + &guardianship);
        if told[0] == "was" {
            let was = |field: &str, value: &str| {
                format!("[[was]]\nfield = '{field}'\nvalue = {value}\nuntil = 2024-10-31\n")
            };
            later += &was(&format!("{parent}.away"), "true");
            later += &was(&format!("{parent}.away_since"), told[1]);
        }
    }
    let left = words.get(4).map(|reason| format!("left = 2024-10-31\nreason = '{reason}'\n"));
    format!("{text}{later}[[spell]]\njoined = 2024-09-02\n{}", left.unwrap_or_default())
}

fn id(place: usize) -> String {
    format!("C000{:02}", place + 1)
}

/// A home with the thirty children.
fn thirty() -> Home {
    let home = Home::new().with("care.toml", &format!("{SETTINGS}other_classes = ['学前班']\n"));
    let facts = rows().into_iter().map(|row| row.split('|').next().unwrap_or_default());
    facts.enumerate().fold(home, |home, (place, facts)| home.child(&id(place), &file(facts)))
}

#[test]
fn statuses_equal_a_table_worked_out_by_hand_for_thirty_children() {
    let home = thirty();
    assert_eq!(rows().len(), 30);
    for (place, row) in rows().into_iter().enumerate() {
        let reveal = "--reveal sensitive --reason 核对年龄";
        let shown = home.json(&format!("show {} --today {DAY} {reveal}", id(place)));
        let lines = shown.as_array().unwrap().iter().filter(|line| line["part"] == "status");
        let shown: Vec<&str> = lines.map(|line| line["value"].as_str().unwrap()).collect();
        let (_, expected) = row.split_once('|').unwrap();
        assert_eq!(shown.join(" "), expected.trim(), "{}: {row}", id(place));
    }
}

#[test]
fn the_four_counts_stand_side_by_side_without_names() {
    let home = thirty();
    let ran = home.run(&format!("list --count-by left-behind --on {DAY}"));
    let rows = ["民政口径  14    10     4", "学籍口径  17     5     6", "普查口径  17     7     4"];
    for row in rows.iter().chain(&["本校口径  28     0     0", "一方外出）7 名", "双方外出）10 名"])
    {
        assert!(ran.out.contains(row), "{row}\n{}", ran.out);
    }
    assert!(!ran.out.contains("儿童C"), "{}", ran.out);
    let english = home.run(&format!("list --count-by left_behind --on {DAY} --lang en")).out;
    for words in ["left behind (Civil Affairs)", "one parent away 7, both parents away 10"] {
        assert!(english.contains(words), "{words}\n{english}");
    }
    assert_eq!(
        home.json(&format!("名单 --统计 留守 --on {DAY} --left"))[3],
        serde_json::json!({
            "definition": "school", "yes": 28, "no": 2, "unknown": 0, "share": "93"
        })
    );
}

#[test]
fn whoever_is_counted_can_be_listed_and_the_unknown_stand_apart() {
    let home = thirty();
    let ids = |condition: &str| {
        let list = home.json(&format!("list --where {condition} --on {DAY} {LOOK}"));
        let ids = list.as_array().unwrap().iter().map(|own| own["id"].as_str().unwrap().to_owned());
        ids.collect::<Vec<_>>().join(" ")
    };
    assert_eq!(ids("civil_affairs=unknown"), "C00006 C00015 C00017 C00018");
    assert_eq!(ids("民政口径=不详"), ids("civil_affairs=unknown"));
    assert_eq!(ids("registry=0"), "C00002 C00007 C00009 C00024 C00028");
    assert_eq!(ids("turns_14=是"), "C00022");
    assert_eq!(ids("本学期满16周岁=yes"), "C00019 C00020");
    assert_eq!(ids("年级=六年级"), "C00022 C00023");
    let counted = home.json(&format!("list --count-by registry --on {DAY}"));
    let counts = |own: &serde_json::Value| format!("{}:{}", own["registry"], own["children"]);
    let counted: Vec<String> = counted.as_array().unwrap().iter().map(counts).collect();
    assert_eq!(counted, ["\"0\":5", "\"1\":7", "\"2\":10", "\"unknown\":6"]);
}

#[test]
fn a_page_says_what_decided_each_status_in_both_languages() {
    let home = thirty();
    let says = |place: usize, lang: &str, words: &[&str]| {
        let out = home.run(&format!("show {} --today {DAY} --lang {lang}", id(place - 1))).out;
        let missing = words.iter().find(|word| !out.contains(**word));
        assert_eq!(missing, None, "{out}");
    };
    says(
        1,
        "zh-CN",
        &["2024-11-18 的认定", "父母双方外出满 3 个月", "父母双方外出满 6 个月", "在册"],
    );
    says(4, "zh-CN", &["父母一方外出，另一方无监护能力或已故"]);
    says(6, "zh-CN", &["没有写明：母亲监护能力"]);
    says(6, "en", &["Statuses on 2024-11-18", "not known: mother's guardianship"]);
    says(11, "en", &["away for less than 6 months"]);
    says(15, "zh-CN", &["没有写明：父亲外出、父亲监护能力、母亲外出、母亲监护能力"]);
    says(19, "zh-CN", &["已满 16 周岁"]);
    says(26, "zh-CN", &["已离册：随父母外出"]);
    says(27, "en", &["left the roll: transferred"]);
}

#[test]
fn an_age_is_as_private_as_the_birth_date() {
    let home = thirty();
    let page = home.run(&format!("show C00001 --today {DAY}")).out;
    let age = page.lines().find(|line| line.starts_with("年龄")).unwrap();
    assert_eq!(age.split_whitespace().collect::<Vec<_>>(), ["年龄", "***"]);
    for flags in ["--count-by age", "--where age=9"] {
        let ran = home.run(&format!("list {flags} --on {DAY}"));
        assert!(ran.code == 2 && ran.err.contains("--reveal sensitive"), "{ran:?}");
    }
    let reveal = "--reveal sensitive --reason 统计年龄段";
    let ages = home.json(&format!("list --count-by age --on {DAY} {reveal}"));
    let ages: Vec<&str> =
        ages.as_array().unwrap().iter().map(|own| own["age"].as_str().unwrap()).collect();
    assert_eq!(ages, ["5", "9", "13", "15", "16", "18", "unknown"]);
}

#[test]
fn who_is_born_on_29_february_comes_of_age_on_the_28th_of_a_common_year() {
    let child = "birth_date = 2008-02-29\nclass = '2021-2'\n[father]\naway = true\n\
                 away_since = 2019-02-01\n";
    let home = Home::new().child(LI, child);
    let census =
        |day: &str| home.json(&format!("list --count-by census --on {day}"))[0]["census"].clone();
    assert_eq!((census("2026-02-27"), census("2026-02-28")), ("yes".into(), "no".into()));
    assert_eq!(
        home.json(&format!("list --where turns_16=yes --on {DAY} {LOOK}"))
            .as_array()
            .unwrap()
            .len(),
        0
    );
}

#[test]
fn what_was_changed_later_does_not_change_the_status_of_an_earlier_day() {
    let home = thirty();
    let ran = home.run(
        "edit-child C00001 --set mother.away=false --set mother.away_since= --from 2024-12-02 \
         --today 2024-12-20",
    );
    assert_eq!(ran.code, 0, "{ran:?}");
    let registry = |day: &str| {
        let list = home.json(&format!("list --where registry=2 --on {day} --today 2024-12-20"));
        list.as_array().unwrap().iter().any(|own| own["id"] == "C00001")
    };
    assert!(registry("2024-12-01") && !registry("2024-12-02"));
}

#[test]
fn a_rule_applies_by_the_status_on_the_slots_first_day() {
    let both = "[father]\naway = true\naway_since = 2024-09-10\n\
                [mother]\naway = true\naway_since = 2024-09-02\n";
    let months = |applies: &str, child: &str| {
        let rule = format!("applies = {{ {applies} }}\nfrom = 2024-10-01\nuntil = 2025-03-31");
        let home = Home::new().rule(&talk("month", &rule)).child(LI, child);
        home.obligation_keys("2025-04-01", &["slot"]).join(" ")
    };
    let child = format!("class = '2021-2'\nbirth_date = 2009-01-01\n{both}");
    assert_eq!(months("registry = [2]", &child), "2025-01 2025-02 2025-03");
    assert_eq!(months("registry = ['0', '1']", &child), "2024-10 2024-11 2024-12");
    assert_eq!(months("civil_affairs = 'yes'", &child), "2024-10 2024-11 2024-12");
    assert_eq!(months("age = [16]", &child), "2025-01 2025-02 2025-03");
    assert_eq!(months("turns_16 = 'yes'", &child), "2024-10 2024-11 2024-12 2025-01");
    assert_eq!(months("census = 'unknown'", "class = '2021-2'"), months("grade = ['4']", &child));
}

#[test]
fn a_status_that_there_is_not_is_a_fault_of_the_rule_naming_the_nearest() {
    let rule = |applies: &str| talk("month", &format!("applies = {{ {applies} }}"));
    let home = |applies: &str| Home::new().rule(&rule(applies)).child(LI, "");
    let told = fault(&home("civil_affair = 'yes'"), "unknown-name");
    assert!(told.contains("civil_affairs"), "{told}");
    let ran = home("census = ['ye']").run("check --today 2024-11-18");
    assert!(ran.out.contains("census") && ran.out.contains("yes"), "{ran:?}");
}

#[test]
fn a_status_is_never_set() {
    let home = thirty();
    for word in ["civil_affairs", "民政口径", "年龄"] {
        let ran = home.run(&format!("edit-child C00001 --set {word}=yes --today {DAY}"));
        assert!(ran.code == 2 && ran.err.contains("算出来的"), "{ran:?}");
    }
}

#[test]
fn what_hangs_on_a_birthday_is_asked_of_another_day_only_by_who_may_see_the_birth_date() {
    let home = thirty().at(DAY);
    for asked in
        ["--where civil_affairs=yes", "--where turns_14=yes", "--count-by census --class 四2"]
    {
        let ran = home.run(&format!("list {asked} --on 2024-11-17"));
        assert_eq!((ran.out.as_str(), ran.code), ("", 2), "{asked}");
        assert!(ran.err.contains("--reveal sensitive"), "{asked}: {}", ran.err);
        assert_eq!(home.run(&format!("list {asked} --on 2024-11-17 {LOOK}")).code, 0, "{asked}");
        assert_eq!(home.run(&format!("list {asked}")).code, 0, "today is free: {asked}");
        assert_eq!(home.run(&format!("list {asked} --today 2024-11-17")).code, 2, "{asked}");
    }
    for free in ["--where registry=0", "--where grade=4", "--count-by left-behind"] {
        assert_eq!(home.run(&format!("list {free} --on 2024-11-17")).code, 0, "{free}");
    }
    assert_eq!(home.run("list --count-by age --on 2024-11-17").code, 2, "an age is masked always");
}

#[test]
fn a_list_that_is_asked_by_an_unknown_value_names_no_flag_that_it_has_not() {
    let ran = thirty().run("list --where registry=3");
    assert_eq!(ran.code, 2);
    assert!(ran.err.contains("单亲留守") && !ran.err.contains("--force"), "{}", ran.err);
}
