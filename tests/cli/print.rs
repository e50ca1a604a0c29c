//! `care print inspection`: what an inspector asks for, box by box, counted another way.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;

use serde_json::Value;

use crate::access::looks;
use crate::harness::{Home, opened};
use crate::printed::{DAY, SCHOOLS, by_hand, on_forms, restricted_texts, school};
use crate::workbooks::sheet;

const FIRST: &str = "2024-09-02";

fn lines(home: &Home) -> Vec<Value> {
    home.json("print inspection").as_array().unwrap().clone()
}

#[test]
fn all_twenty_boxes_are_told_in_their_order_with_the_count_that_the_logs_give_by_hand() {
    for name in SCHOOLS {
        let home = school(name);
        let lines = lines(&home);
        let numbers: Vec<i64> = lines.iter().map(|own| own["box"].as_i64().unwrap()).collect();
        assert!(numbers.is_sorted(), "{numbers:?}");
        assert_eq!(numbers.iter().collect::<BTreeSet<_>>().len(), 20, "{name}");
        for line in lines.iter().filter(|own| own["register"] == own["content"]) {
            let Some(register) = line["register"].as_str() else { continue };
            let logs = home.root().join(format!("log/{register}"));
            let stays = ["room", "partner", "asset"].contains(&register);
            let first = if stays { "0000-00-00" } else { FIRST };
            let done = by_hand(&home, register, (first, DAY));
            let done = done.iter().filter(|row| row["outcome"] != "attempted").count();
            match line["count"].as_u64() {
                Some(count) => assert_eq!(count, done as u64, "{name}: {line}"),
                // Nothing of it is kept, which is not the same as nothing.
                None => assert!(!logs.exists() && done == 0, "{name}: {line}"),
            }
        }
    }
}

#[test]
fn what_this_home_does_not_keep_is_told_so_and_never_as_nothing() {
    let home = school("guzhuang");
    let of = |own: &Value| (own["register"].clone(), own["count"].clone());
    let lines = lines(&home);
    assert!(lines.iter().any(|own| of(own) == ("fund".into(), Value::Null)), "{lines:?}");
    let screen = home.run("print inspection").out;
    let line = screen.lines().find(|line| line.contains("经费")).unwrap();
    assert!(line.contains("本系统不记（纸质）") && !line.contains(" 0 "), "{line}");
    let english = home.run("print inspection --lang en").out;
    assert!(english.contains("not kept here (on paper)"), "{english}");
}

#[test]
fn every_command_of_the_list_runs_as_it_stands() {
    let mut tried = BTreeSet::new();
    for name in SCHOOLS {
        let home = school(name);
        for line in lines(&home) {
            let command = line["command"].as_str().unwrap().strip_prefix("care ").unwrap();
            let ran = home.run(command);
            assert_eq!(ran.code, 0, "{name}: care {command}: {}", ran.err);
            tried.insert(command.split(' ').next().unwrap().to_owned());
        }
    }
    assert_eq!(tried.into_iter().collect::<Vec<_>>(), ["list", "print", "records", "rules"]);
}

/// What is missing of a kind, by rule or requirement, as the list tells it.
fn gaps(lines: &[Value], kind: &str) -> BTreeMap<String, (u64, u64)> {
    let all = lines.iter().flat_map(|own| own["missing"].as_array().unwrap().iter());
    let own = all.filter(|gap| gap["gap"] == kind);
    let number = |gap: &Value, key: &str| gap[key].as_u64().unwrap();
    let told = own.map(|gap| {
        let what = gap["what"].as_str().unwrap().to_owned();
        (what, (number(gap, "count"), number(gap, "subjects")))
    });
    let told: Vec<_> = told.collect();
    let count = told.len();
    let told: BTreeMap<_, _> = told.into_iter().collect();
    assert_eq!(told.len(), count, "each is told on one line: {told:?}");
    told
}

#[test]
fn what_was_not_done_is_what_the_obligations_of_the_required_rules_tell_and_stands_on_one_line() {
    for name in SCHOOLS {
        let home = school(name);
        let mut missed: BTreeMap<String, (u64, BTreeSet<String>)> = BTreeMap::new();
        let rules = home.json("rules");
        let rules = rules.as_array().unwrap();
        let level =
            |id: &Value| rules.iter().find(|own| own["id"] == *id).unwrap()["level"].clone();
        for own in home.json("obligations").as_array().unwrap() {
            let is_late = own["state"] == "missed" || own["state"] == "overdue";
            let due = own["due"].as_str();
            let is_in = due.is_some_and(|due| (FIRST..=DAY).contains(&due));
            if is_late && is_in && level(&own["rule"]) == "required" {
                let rule = own["rule"].as_str().unwrap().to_owned();
                let (count, subjects) = missed.entry(rule).or_default();
                *count += 1;
                subjects.insert(own["subject_id"].to_string());
            }
        }
        let missed: BTreeMap<String, (u64, u64)> = missed
            .into_iter()
            .map(|(rule, (count, subjects))| (rule, (count, subjects.len() as u64)))
            .collect();
        assert_eq!(gaps(&lines(&home), "not_done"), missed, "{name}");
        let mut lacking: BTreeMap<String, u64> = BTreeMap::new();
        for row in home.json("overdue").as_array().unwrap() {
            for lack in row["lacks"].as_array().into_iter().flatten() {
                *lacking.entry(lack.as_str().unwrap().to_owned()).or_default() += 1;
            }
        }
        let told = gaps(&lines(&home), "lacks").into_iter().map(|(what, (count, _))| (what, count));
        assert_eq!(told.collect::<BTreeMap<_, _>>(), lacking, "{name}");
    }
}

#[test]
fn no_minutes_no_stocktake_no_head_and_items_whose_day_has_passed_are_missing() {
    let row =
        |id: &str, day: &str, own: &str| format!("{id},{day},,,made,{own},,{day}T10:00:00+08:00,,");
    let head =
        |own: &str| format!("id,date,children,staff,outcome,{own},note,recorded,status,replaces");
    let home = Home::new()
        .at(DAY)
        .staff(
            "T00001",
            r#"{ role = "principal", from = 2024-09-01, rank = "member", duty = ["study"] }"#,
        )
        .child("C00001", "tags = [\"poor\"]")
        .child("C00002", "tags = [\"poor\"]\n[contact_card]\nissued_on = 2024-09-10")
        .log(
            "meeting",
            "2024-05",
            &head("kind"),
            &row("E0000000001", "2024-05-08", "leading_group"),
        )
        .log("asset", "2024-10", &head("move,name"), &row("E0000000002", "2024-10-08", "in,电视"))
        .log(
            "work_item",
            "2024-10",
            &head("item,due_on,done_on"),
            &[
                row("E0000000003", "2024-10-08", "甲,2024-11-30,"),
                row("E0000000004", "2024-10-08", "乙,2024-12-31,"),
                row("E0000000005", "2024-10-08", "丙,2024-11-30,2024-11-29"),
            ]
            .join("\n"),
        )
        .log(
            "aid",
            "2024-10",
            "id,date,children,staff,outcome,amount,note,recorded,status,replaces",
            "E0000000006,2024-10-08,C00001,,made,500,,2024-10-08T10:00:00+08:00,,",
        );
    let lines = lines(&home);
    let of = |content: &str| {
        let line = lines.iter().find(|own| own["content"] == content).unwrap();
        let gaps = line["missing"].as_array().unwrap().iter();
        let gaps = gaps.map(|gap| format!("{} {}", gap["gap"].as_str().unwrap(), gap["count"]));
        gaps.collect::<Vec<_>>().join(", ")
    };
    assert_eq!(of("meeting"), "none 0");
    assert_eq!(of("asset"), "no_stocktake 1");
    assert_eq!(of("work_item"), "items_late 1");
    assert_eq!(of("aid"), "no_aid 1");
    assert_eq!(of("cards"), "no_card 1");
    assert_eq!(of("pairs"), "unpaired 2");
    assert_eq!(of("group"), "no_head 1, area_open 1, area_open 1, area_open 1");
    let screen = home.run("print inspection").out;
    for said in ["没有盘点", "过期未完成 1 项", "没有组长", "没有人分管安全法制", "没有发卡 1 名"]
    {
        assert!(screen.contains(said), "{said}: {screen}");
    }
}

#[test]
fn of_restricted_registers_only_the_number_is_told_in_the_list_and_in_the_folder() {
    for name in SCHOOLS {
        let home = school(name);
        let secret = restricted_texts(&home);
        let ran = home.run("print inspection --pack 迎检");
        assert_eq!(ran.code, 0, "{}", ran.err);
        let mut all = [ran.out, ran.err, home.run("print inspection --format json").out].concat();
        for file in fs::read_dir(home.root().join("迎检")).unwrap() {
            let file = file.unwrap();
            let name = file.file_name().into_string().unwrap();
            assert!(!name.starts_with("10-"), "what is sealed stays out: {name}");
            all += &opened::text(&fs::read(file.path()).unwrap());
        }
        for text in secret {
            assert!(!all.contains(&text), "{name}: {text}");
        }
    }
}

#[test]
fn the_box_is_a_folder_of_numbered_files_with_every_child_of_the_roll_on_its_cards() {
    for name in SCHOOLS {
        let home = school(name);
        let ran = home.run("print inspection --pack 迎检");
        assert_eq!(ran.code, 0, "{}", ran.err);
        let folder = home.root().join("迎检");
        let files: BTreeSet<String> = fs::read_dir(&folder)
            .unwrap()
            .map(|own| own.unwrap().file_name().into_string().unwrap())
            .collect();
        assert!(ran.err.contains(&format!("文件 {} 个", files.len())), "{}", ran.err);
        for file in
            ["00-迎检清单.html", "04-花名册.xlsx", "04-联系卡.xlsx", "05-结对帮扶一览表.xlsx"]
        {
            assert!(files.contains(file), "{name}: {files:?}");
        }
        let names: Vec<String> = home
            .json("list")
            .as_array()
            .unwrap()
            .iter()
            .map(|own| own["name"].as_str().unwrap().to_owned())
            .collect();
        for file in &files {
            let number = file.split('-').next().unwrap();
            assert!(number.len() == 2 && number.parse::<u8>().is_ok_and(|own| own <= 20), "{file}");
            assert!(!names.iter().any(|own| file.contains(own.as_str())), "{file}");
        }
        let rows = sheet(&folder.join("04-联系卡.xlsx"), "联系卡");
        let school = rows[0][0].clone();
        let cards = on_forms(&rows, &school);
        let mut on_cards: Vec<String> = cards.into_iter().map(|own| own["姓名"].clone()).collect();
        let mut names = names;
        on_cards.sort_unstable();
        names.sort_unstable();
        assert_eq!(on_cards, names, "{name}");
        let look = looks(&home).pop().unwrap();
        assert_eq!((&look["command"], &look["file"]), (&"print".into(), &"迎检".into()));
        let told = look["count"].as_u64().unwrap();
        assert!(told >= names.len() as u64 && look["why"].is_null(), "{look}");
    }
}

#[test]
fn a_folder_in_which_something_lies_is_left_alone_and_a_dry_run_writes_nothing() {
    let home = school("guzhuang").with("迎检/旧的.txt", "旧");
    let ran = home.run("print inspection --pack 迎检 -y");
    assert_eq!(ran.code, 2);
    assert!(ran.err.contains("迎检 里已经有文件"), "{}", ran.err);
    assert_eq!(fs::read_dir(home.root().join("迎检")).unwrap().count(), 1);
    let ran = home.run("print inspection --pack 新的 -n");
    assert_eq!(ran.code, 0, "{}", ran.err);
    assert!(!home.root().join("新的").exists() && looks(&home).is_empty());
    assert_eq!(home.run("print inspection --pack 新的 -o 清单.xlsx").code, 2);
    // An empty folder is as good as none.
    fs::create_dir(home.root().join("空的")).unwrap();
    assert_eq!(home.run("print inspection --pack 空的").code, 0);
    assert!(home.root().join("空的/00-迎检清单.html").exists());
}

#[test]
fn the_days_are_those_of_the_year_the_term_or_as_asked_and_never_lie_ahead() {
    let home = Home::copy_of("examples/guzhuang").own().at("2025-03-20");
    let title = |line: &str| home.run(&format!("print inspection {line}")).out;
    assert!(title("").starts_with("迎检清单    2024-2025学年    2024-09-02 至 2025-03-20\n"));
    let term = title("--term 2024-2025-1");
    assert!(term.contains("2024-09-02 至 2025-01-17"), "{term}");
    assert!(title("--year 2024-2025").contains("2024-09-02 至 2025-03-20"));
    assert!(title("--from 2024-10-01 --until 2024-10-31").contains("2024-10-01 至 2024-10-31"));
    for (line, said) in [
        ("--term 2030-2031-1", "没有“2030-2031-1”这个学期"),
        ("--year 2030-2031", "没有“2030-2031”这个学年"),
        ("--from 2025-04-01", "还没有可看的"),
        ("--class 四2", "--class 不能用于打印迎检清单"),
        ("谈心", "多出来的字"),
    ] {
        let ran = home.run(&format!("print inspection {line}"));
        assert_eq!((ran.code, ran.out.as_str()), (2, ""), "{line}: {}", ran.err);
        assert!(ran.err.contains(said), "{line}: {}", ran.err);
    }
}

#[test]
fn an_empty_home_has_twenty_boxes_and_a_calendar_that_ran_out_stops_the_list() {
    let home = Home::new().at(DAY);
    let lines = lines(&home);
    let kept = lines.iter().filter(|own| !own["count"].is_null());
    let kept: Vec<String> =
        kept.map(|own| format!("{} {}", own["content"], own["count"])).collect();
    assert_eq!(kept, ["\"children\" 0", "\"files\" 0", "\"pairs\" 0"]);
    assert_eq!(home.run("print inspection --pack 空").code, 0);
    assert!(home.root().join("空/00-迎检清单.html").exists());
    let ran = Home::new().at("2025-11-20").run("print inspection");
    assert_eq!((ran.code, ran.out.as_str()), (3, ""), "{}", ran.err);
}
