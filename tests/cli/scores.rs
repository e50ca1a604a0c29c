//! Score sheets: `care mark`, `score`, `why --score` and `print assessment`, against the logs and
//! against `care rates`.

use std::collections::BTreeMap;

use serde_json::Value;

use crate::harness::Home;
use crate::printed::{DAY, SCHOOLS, by_hand, school};

/// The days of the first term and of the break after it, up to the day of judgement.
const DAYS: (&str, &str) = ("2000-01-01", DAY);

fn sheet(of: &str, items: &str) -> String {
    format!(
        "name = {{ zh = \"本校考核\", en = \"own\" }}\nwhy = \"《考核办法》\"\nof = \"{of}\"\n\n{items}\n\
         [[level]]\nid = \"good\"\nname = {{ zh = \"优\", en = \"good\" }}\nfrom = 60\n\n\
         [[level]]\nid = \"poor\"\nname = {{ zh = \"差\", en = \"poor\" }}\n"
    )
}

fn item(id: &str, max: u32, source: &str) -> String {
    format!(
        "[[item]]\nid = \"{id}\"\nname = {{ zh = \"{id}\", en = \"{id}\" }}\nmax = {max}\n{source}\n\n"
    )
}

fn array(value: &Value) -> &Vec<Value> {
    value.as_array().unwrap()
}

/// A required rule about children whose `by` says who answers for it, and by which something has
/// fallen due.
fn rule_of(home: &Home) -> String {
    let rules: toml::Table = home.read("rules.toml").parse().unwrap();
    let of_children = rules["rule"].as_array().unwrap().iter().filter(|rule| {
        let text = |key: &str| rule.get(key).and_then(toml::Value::as_str).unwrap_or_default();
        let is_answered = rule.get("records").is_some();
        ["", "child"].contains(&text("subject")) && rule.get("by").is_some() && is_answered
    });
    let ids: Vec<&str> = of_children.map(|rule| rule["id"].as_str().unwrap()).collect();
    let rates = home.json("rates");
    let due = |row: &&Value| row["due"].as_u64().unwrap() > 0;
    let mut groups = array(&rates).iter().filter(due).map(|row| row["group"].as_str().unwrap());
    groups.find(|group| ids.contains(group)).unwrap().to_owned()
}

/// A part of a whole, times a maximum, to two decimals, rounded half up.
fn points(part: u64, whole: u64, max: u64) -> Option<String> {
    (whole > 0).then(|| {
        let hundredths = (part * max * 200 + whole) / (2 * whole);
        format!("{}.{:02}", hundredths / 100, hundredths % 100)
    })
}

#[test]
fn a_rate_is_that_of_rates_and_a_count_that_of_the_logs_for_each_subject_of_each_kind() {
    for name in SCHOOLS {
        let home = school(name);
        let rule = rule_of(&home);
        for of in ["child", "pair", "teacher", "class", "school"] {
            let items = item("rate", 70, &format!("rate = \"{rule}\""))
                + &item("visits", 30, "count = \"visit\"\nfull = 7");
            std::fs::create_dir_all(home.root().join("sheets")).unwrap();
            std::fs::write(home.root().join("sheets/own.toml"), sheet(of, &items)).unwrap();
            home.keep_private();
            let visits = by_hand(&home, "visit", DAYS);
            let all = home.json("score own");
            assert!(!array(&all).is_empty(), "{name} {of}");
            for row in array(&all).iter().step_by((array(&all).len() / 3).max(1)) {
                let subject = row["subject"].as_str().unwrap();
                let ids: Vec<&str> = subject.split('/').collect();
                let narrowed = match (of, ids.as_slice()) {
                    ("child", [child]) => format!("--child {child}"),
                    ("pair", [child, staff]) => format!("--child {child} --staff {staff}"),
                    ("teacher", [staff]) => format!("--staff {staff}"),
                    ("class", [class]) => format!("--class {class}"),
                    _ => String::new(),
                };
                let rates = home.json(&format!("rates --rule {rule} {narrowed}"));
                let sum = |key: &str| {
                    array(&rates).iter().map(|row| row[key].as_u64().unwrap()).sum::<u64>()
                };
                let rate = points(sum("done"), sum("due"), 70);
                assert_eq!(row["points_rate"].as_str(), rate.as_deref(), "{name} {of} {row}");
                if of == "class" {
                    continue;
                }
                let is_theirs = |own: &&BTreeMap<String, String>| {
                    let named = |column: &str, id: &str| own[column].split(' ').any(|x| x == id);
                    let made = own["outcome"] != "attempted";
                    made && ids.iter().all(|id| match id.chars().next() {
                        Some('C') => named("children", id),
                        Some('T') => named("staff", id),
                        _ => true,
                    })
                };
                let count = visits.iter().filter(is_theirs).count() as u64;
                let visits = points(count.min(7), 7, 30).unwrap();
                assert_eq!(row["points_visits"], visits.as_str(), "{name} {of} {row}");
            }
        }
    }
}

/// The example home with a sheet of pairs all of whose items are marks, and one of risk.
fn home() -> Home {
    let items = item("process", 50, "") + &item("result", 50, "");
    let own = school("guzhuang").with("sheets/own.toml", &sheet("pair", &items));
    assert_eq!(own.run("score --begin risk").code, 0);
    own
}

#[track_caller]
fn works(home: &Home, line: &str) -> String {
    let ran = home.run(line);
    assert_eq!(ran.code, 0, "care {line}\n{}{}", ran.out, ran.err);
    ran.out + &ran.err
}

#[track_caller]
fn refused(home: &Home, line: &str, said: &str) {
    let ran = home.run(line);
    assert!(ran.code != 0 && ran.err.contains(said), "care {line}\n{ran:?}");
}

fn row(home: &Home, line: &str) -> Value {
    let all = home.json(line);
    assert_eq!(array(&all).len(), 1, "{all}");
    all[0].clone()
}

#[test]
fn marks_of_one_command_are_one_batch_and_a_later_one_supersedes_them() {
    let home = home();
    let said = works(&home, "mark own 欧阳晨曦 process=30.5 result=40 --staff 刘敏");
    assert!(said.contains("总分 70.5，满分 100") && said.contains("等次：优"), "{said}");
    let own = row(&home, "score own 欧阳晨曦");
    assert_eq!(
        (&own["total"], &own["exact"], &own["level"]),
        (&"70.50".into(), &"141/2".into(), &"good".into())
    );
    let said = works(&home, "mark own 欧阳晨曦 process=10");
    assert!(said.contains("原来 30.5"), "{said}");
    assert_eq!(row(&home, "score own 欧阳晨曦")["level"], "poor");
    works(&home, "undo");
    assert_eq!(row(&home, "score own 欧阳晨曦")["total"], "70.50");
    works(&home, "undo");
    let own = row(&home, "score own 欧阳晨曦");
    assert_eq!(
        (&own["total"], &own["lacking"]),
        (&Value::Null, &serde_json::json!(["process", "result"]))
    );
}

#[test]
fn all_who_lack_a_mark_are_listed_by_class_and_name_and_nobody_is_ranked() {
    let home = home();
    works(&home, "mark own 欧阳晨曦 process=50 result=50");
    let all = home.json("score own");
    let complete = array(&all).iter().filter(|own| !own["total"].is_null()).count();
    assert!(complete == 1 && array(&all).len() > 10);
    assert!(array(&all)[0].get("place").is_none());
    refused(&home, "score own --ranked", "教师厅〔2025〕2号");
    refused(&home, "score own --ranked --lang en", "教师厅〔2025〕2号");
    let said = works(&home, "settings --set 按分排名=是");
    assert!(said.contains("教师厅〔2025〕2号"), "{said}");
    let ranked = home.json("score own --ranked");
    assert_eq!((&ranked[0]["place"], &ranked[0]["total"]), (&1.into(), &"100.00".into()));
    assert!(ranked[1]["place"].is_null());
    assert!(home.json("score own")[0].get("place").is_none(), "not asked for");
}

#[test]
fn what_the_sheet_does_not_know_or_allow_is_refused_and_nothing_is_saved() {
    let home = home();
    let before = home.read("log/assessment/2024-12.csv");
    for (line, said) in [
        ("mark own 欧阳晨曦 process=51", "0 到 50"),
        ("mark own 欧阳晨曦 process=-1", "0 到 50"),
        ("mark own 欧阳晨曦 process=很好", "0 到 50"),
        ("mark own 欧阳晨曦 proces=5", "process"),
        ("mark own 欧阳晨曦 process=5 process=6", "写了两次"),
        ("mark own 欧阳晨曦", "process"),
        ("mark own process=5", "写明评谁"),
        ("mark onw 欧阳晨曦 process=5", "own"),
        ("mark own 没有的人 process=5", "没有的人"),
        ("mark own 欧阳晨曦 process=5 --set-risk", "sets"),
        ("score own --term 2030", "2024-2025-1"),
    ] {
        refused(&home, line, said);
    }
    assert_eq!(home.read("log/assessment/2024-12.csv"), before);
}

#[test]
fn a_risk_sheet_gives_the_level_and_sets_it_only_when_asked() {
    let home = home();
    let marks = "年龄=5 身体=10 心理=10 行为=5 家庭隐患=10 家庭收入=5";
    let said = works(&home, &format!("mark risk 欧阳晨曦 {marks}"));
    assert!(said.contains("还没打分：父母情况") && said.contains("2025-03-01"), "{said}");
    assert!(row(&home, "score risk 欧阳晨曦")["level"].is_null());
    let said = works(&home, "mark risk 欧阳晨曦 父母情况=0 --set-risk --staff 刘敏");
    assert!(said.contains("等次：高"), "{said}");
    let child = row(&home, "score risk 欧阳晨曦");
    assert_eq!(
        (&child["total"], &child["level"], &child["period"]),
        (&"45.00".into(), &"high".into(), &"2024-09".into())
    );
    let id = child["subject"].as_str().unwrap();
    let file = home.read(&format!("children/{id}.toml"));
    assert!(file.contains("risk = \"high\""), "{file}");
    let changes = home.json("records change --child 欧阳晨曦");
    let last = array(&changes).last().unwrap();
    assert_eq!((&last["field"], &last["new"]), (&"risk".into(), &"high".into()));
    let said = works(&home, "mark risk 欧阳晨曦 父母情况=5");
    assert!(
        said.contains("edit-child") && said.contains("medium") || said.contains("low"),
        "{said}"
    );
    assert!(home.read(&format!("children/{id}.toml")).contains("risk = \"high\""));
}

#[test]
fn a_faulty_sheet_stops_scores_and_check_and_no_promise() {
    let home = home();
    let before = home.run("overdue");
    let file = home.root().join("sheets/own.toml");
    let text = std::fs::read_to_string(&file).unwrap();
    std::fs::write(&file, text.replace("of = \"pair\"", "of = \"pair\"\ntotal = 90")).unwrap();
    for line in [
        "score",
        "score own",
        "score risk",
        "mark risk 欧阳晨曦 年龄=5",
        "print assessment own",
        "why --score own 欧阳晨曦",
        "check",
    ] {
        let ran = home.run(line);
        assert_eq!(ran.code, if line == "check" { 1 } else { 3 }, "{line} {ran:?}");
        assert!((ran.out + &ran.err).contains("sheets/own.toml:4"), "{line}");
    }
    assert_eq!(home.run("overdue"), before);
}

#[test]
fn every_figure_leads_to_its_rows_and_a_restricted_register_to_a_number_alone() {
    let home = school("guzhuang");
    let rule = rule_of(&home);
    let items = item("rate", 40, &format!("rate = \"{rule}\""))
        + &item("visits", 30, "count = \"visit\"\nfull = 7")
        + &item("help", 20, "count = \"counselling\"\nfull = 2")
        + &item("effort", 10, "");
    let home = home.with("sheets/own.toml", &sheet("child", &items));
    works(&home, "mark own 欧阳晨曦 effort=8 --staff 刘敏");
    works(&home, "log-counselling 欧阳晨曦 --staff 刘敏 --process 秘密 -y");
    let all = home.json("why --score own 欧阳晨曦");
    let of =
        |id: &str| -> Vec<&Value> { array(&all).iter().filter(|own| own["item"] == id).collect() };
    for own in of("rate") {
        assert_eq!(own["source"], "slot");
        let (state, places) = (own["state"].as_str().unwrap(), &own["place"]);
        assert_eq!(["met", "met_late"].contains(&state), !places.is_null(), "{own}");
    }
    let due = of("rate")[0]["whole"].as_u64().unwrap();
    assert!(due > 0 && of("rate").len() as u64 >= due);
    let visits = by_hand(&home, "visit", DAYS);
    let child = home.json("list --where name=欧阳晨曦")[0]["id"].as_str().unwrap().to_owned();
    let own = visits.iter().filter(|row| row["children"].contains(&child));
    assert_eq!(of("visits").len(), own.filter(|row| row["outcome"] != "attempted").count());
    for own in of("visits") {
        let (file, line) = own["place"][0].as_str().unwrap().split_once(':').unwrap();
        let text = home.read(file);
        let line = text.lines().nth(line.parse::<usize>().unwrap() - 1).unwrap();
        assert!(line.starts_with(own["id"][0].as_str().unwrap()), "{own}");
    }
    let sealed = of("help");
    assert_eq!((sealed.len(), &sealed[0]["source"]), (1, &"sealed".into()));
    assert!(sealed[0]["place"].is_null() && sealed[0]["child"].is_null());
    assert_eq!(of("effort")[0]["source"], "mark");
    assert!(!works(&home, "why --score own 欧阳晨曦").contains("秘密"));
    let one = home.json("why --score own 欧阳晨曦 effort");
    assert_eq!(array(&one).len(), 1);
}

#[test]
fn the_sheet_to_sign_has_items_points_sources_and_lines_and_can_be_blank() {
    let home = home();
    works(&home, "mark own 欧阳晨曦 process=30 result=40 --staff 刘敏");
    let page = works(&home, "print assessment own 欧阳晨曦 --format html");
    for text in [
        "process",
        "满分",
        "打分",
        "总分：70（满分 100）",
        "等次：优",
        "评分人：刘敏",
        "校长（签字）",
        "《考核办法》",
    ] {
        assert!(page.contains(text), "{text}\n{page}");
    }
    let page = works(&home, "print 考核表 own --blank --format html");
    assert!(page.contains("考核对象：__________") && !page.contains("评分人：刘敏"), "{page}");
    refused(&home, "print assessment own --from 2024-10-01", "--from");
    works(&home, "score --begin class");
    works(&home, "log-award --kind 先进班级 --holder 四2 --date 2024-12-10 -y");
    let page = works(&home, "print assessment class 四2 --format html");
    assert!(page.contains("本周期表彰：先进班级 2024-12-10") && page.contains("本周期惩处：无"));
}

#[test]
fn a_sheet_is_in_backups_and_copies_for_practising_and_its_name_among_those_of_the_register() {
    let home = home();
    let said = home.run("log-assessment --help").out;
    assert!(said.contains("own") && said.contains("risk"), "{said}");
    works(&home, "log-assessment --sheet 本校考核 --subject x --item process --score 1 -y");
    let told = home.run("check").out;
    assert!(told.contains("mark-of-nobody") || told.contains("不知道是谁"), "{told}");
    works(&home, "mark own 欧阳晨曦 process=30");
    works(&home, "practise -y");
    let copy = home.root().with_file_name("home-practice");
    let sheet = std::fs::read_to_string(copy.join("sheets/own.toml")).unwrap();
    assert_eq!(sheet, home.read("sheets/own.toml"));
    let log = std::fs::read_dir(copy.join("log/assessment")).unwrap();
    let texts = log.map(|file| std::fs::read_to_string(file.unwrap().path()).unwrap());
    assert!(texts.collect::<String>().contains(",process,30,50,2024-2025-1,"));
    let stick = home.root().with_file_name("stick");
    std::fs::create_dir(&stick).unwrap();
    works(&home, &format!("backup {} -y", stick.display()));
    let held = std::fs::read_dir(&stick).unwrap().next().unwrap().unwrap();
    let held = String::from_utf8_lossy(&std::fs::read(held.path()).unwrap()).into_owned();
    assert!(held.contains("sheets/own.toml"));
}
