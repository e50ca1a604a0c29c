//! `care print report`: the summary of a term, a year or a month, with the school's own words.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use serde_json::Value;

use crate::harness::Home;

const DAY: &str = "2025-01-17";

fn school(name: &str) -> Home {
    Home::copy_of(&format!("examples/{name}")).own()
}

/// Every file of a home but those of this machine.
fn texts(folder: &Path) -> BTreeMap<PathBuf, Vec<u8>> {
    let mut all = BTreeMap::new();
    for entry in fs::read_dir(folder).unwrap().map(Result::unwrap) {
        let path = entry.path();
        if entry.file_name() == ".care" {
            continue;
        }
        match path.is_dir() {
            true => all.extend(texts(&path)),
            false => drop(all.insert(path.clone(), fs::read(&path).unwrap())),
        }
    }
    all
}

fn report(home: &Home, words: &str) -> String {
    let ran = home.run(&format!("print report {words} --today {DAY}"));
    assert_eq!(ran.code, 0, "{}", ran.err);
    ran.out
}

fn figures(home: &Home, words: &str) -> Vec<Value> {
    let told = report(home, &format!("{words} --format json"));
    serde_json::from_str::<Value>(&told).unwrap().as_array().unwrap().clone()
}

fn value(all: &[Value], [table, row, column]: [&str; 3]) -> Value {
    let is = |own: &&Value| own["table"] == table && own["row"] == row && own["column"] == column;
    all.iter().find(is).unwrap_or_else(|| panic!("{table} {row} {column}"))["value"].clone()
}

#[test]
fn a_word_added_by_hand_in_the_report_file_is_in_the_next_printing_of_every_format() {
    let home = school("guzhuang");
    let file = home.root().join("report/2024-2025-1.md");
    let before = fs::read_to_string(&file).unwrap();
    fs::write(&file, before.replace("## 困难和请求\n", "## 困难和请求\n电话机坏了一台。\n"))
        .unwrap();
    for format in ["table", "markdown", "html"] {
        let told = report(&home, &format!("--format {format}"));
        assert!(told.contains("电话机坏了一台。"), "{format}");
        assert!(told.contains("老人不会用手机"), "{format}");
    }
}

#[test]
fn printing_twice_changes_nothing_and_no_record_is_written() {
    let home = school("tingshui");
    let files = || texts(home.root());
    let before = files();
    for format in ["table", "html", "json", "markdown"] {
        let words = format!("--format {format}");
        assert_eq!(report(&home, &words), report(&home, &words), "{format}");
    }
    assert_eq!(files(), before);
}

#[test]
fn words_below_a_heading_that_the_report_has_not_are_printed_at_its_end_and_told() {
    let home = school("guzhuang");
    let file = home.root().join("report/2024-2025-1.md");
    let before = fs::read_to_string(&file).unwrap();
    fs::write(&file, before.replace("## 困难和请求", "## 困难与要求")).unwrap();
    let ran = home.run(&format!("print report --today {DAY}"));
    assert!(ran.out.contains("困难与要求"), "{}", ran.out);
    assert!(ran.out.contains("老人不会用手机"), "{}", ran.out);
    let line = before.lines().position(|line| line == "## 困难和请求").unwrap() + 1;
    let told = format!("report/2024-2025-1.md：第 {line} 行的标题“困难与要求”不是报告里的标题");
    assert!(ran.err.contains(&told), "{}", ran.err);
    assert!(ran.err.contains("最接近的是“困难和请求”"), "{}", ran.err);
}

#[test]
fn own_words_with_markup_stand_in_a_page_as_they_were_typed() {
    let home = school("guzhuang");
    let file = home.root().join("report/2024-2025-1.md");
    fs::write(&file, "## 工作成效\n<script>alert(1)</script> **好** & <b>\n### 小标题\n- 一条\n")
        .unwrap();
    let page = report(&home, "--format html");
    assert!(
        page.contains("&lt;script&gt;alert(1)&lt;/script&gt; **好** &amp; &lt;b&gt;"),
        "{page}"
    );
    assert!(page.contains("<h4>小标题</h4>"), "{page}");
    assert!(!page.contains("<script>alert"), "{page}");
}

#[test]
fn what_no_record_tells_is_marked_as_the_schools_to_write_until_it_has_written_it() {
    let home = school("sunchengsi");
    let marked = "（学校填写：外出务工的特点";
    assert!(!report(&home, "").contains(marked));
    fs::remove_file(home.root().join("report/2024-2025-1.md")).unwrap();
    let ran = home.run(&format!("print report --today {DAY}"));
    assert!(ran.out.contains(marked), "{}", ran.out);
    assert!(ran.err.contains("care print report --begin-words"), "{}", ran.err);
}

#[test]
fn the_file_of_own_words_is_begun_with_every_heading_and_loses_nothing_that_was_typed() {
    let home = school("guzhuang");
    let file = "report/2024-2025-1.md";
    fs::write(home.root().join(file), "## 工作成效\n好多了。\n").unwrap();
    let begin = format!("print report --begin-words --today {DAY}");
    let ran = home.run(&begin);
    assert_eq!(ran.code, 0, "{}", ran.err);
    let text = home.read(file);
    assert!(text.starts_with("## 工作成效\n好多了。\n"), "{text}");
    assert_eq!(text.matches("## ").count(), 14, "{text}");
    assert_eq!(text.matches("## 工作成效").count(), 1, "{text}");
    // What is asked there is no word of the school.
    assert!(report(&home, "").contains("（学校填写：外出务工的特点"));
    let again = home.run(&begin);
    assert!((again.out + &again.err).contains("标题都在"));
    assert_eq!(home.read(file), text);
    assert_eq!(home.run("undo -y").code, 0);
    assert_eq!(home.read(file), "## 工作成效\n好多了。\n");
}

#[test]
fn a_file_of_own_words_that_is_no_text_stops_the_report_and_names_its_place() {
    let home = school("guzhuang");
    fs::write(home.root().join("report/2024-2025-1.md"), b"## \xb9\xa4\xd7\xf7\n").unwrap();
    let ran = home.run(&format!("print report --today {DAY}"));
    assert_eq!(ran.code, 3, "{}", ran.err);
    assert!(ran.err.contains("report/2024-2025-1.md:1:4"), "{}", ran.err);
}

#[test]
fn own_words_that_were_saved_under_another_ending_stop_the_report_and_are_named() {
    let home = school("guzhuang");
    let folder = home.root().join("report");
    for name in
        ["2024-2025-1.md.txt", "2024-2025-1.txt", "2024-2025-1 (1).md", "2024-2025-1 副本.md"]
    {
        fs::write(folder.join(name), "## 工作成效\n好。\n").unwrap();
        let ran = home.run(&format!("print report --today {DAY}"));
        assert_eq!(ran.code, 3, "{name}: {}", ran.out);
        assert!(ran.err.contains(&format!("report/{name}")), "{}", ran.err);
        fs::remove_file(folder.join(name)).unwrap();
    }
    // Words of other days are none of this report's.
    fs::write(folder.join("2024-2025-2.md"), "## 工作成效\n好。\n").unwrap();
    fs::write(folder.join("2024-2025.md"), "## 工作成效\n好。\n").unwrap();
    report(&home, "");
    fs::write(folder.join("草稿.docx"), "").unwrap();
    let ran = home.run("check --today 2024-12-20");
    assert!(ran.out.contains("report/草稿.docx"), "{}", ran.out);
}

#[test]
fn who_was_there_who_came_and_who_left_make_up_who_is_there_from_term_to_term() {
    for name in ["goudun", "guzhuang", "sunchengsi", "tingshui", "wangjiaba"] {
        let home = school(name);
        let all = |words: &str| {
            let told = home.run(&format!("print report {words} --today 2025-07-20 --format json"));
            serde_json::from_str::<Value>(&told.out).unwrap().as_array().unwrap().clone()
        };
        let of = |words: &str| {
            let all = all(words);
            ["opening", "joined", "left", "closing"]
                .map(|row| value(&all, ["T17", row, "children"]).as_u64().unwrap())
        };
        let [first, second, year] =
            ["--term 2024-2025-1", "--term 2024-2025-2", "--year 2024-2025"].map(of);
        for [opening, joined, left, closing] in [first, second, year] {
            assert_eq!(opening + joined, left + closing, "{name}");
        }
        assert_eq!(first[3], second[0], "{name}");
        assert_eq!([year[0], year[3]], [first[0], second[3]], "{name}");
        assert_eq!([year[1], year[2]], [first[1] + second[1], first[2] + second[2]], "{name}");
    }
}

#[test]
fn shares_are_as_precise_as_the_school_writes_them() {
    let home = school("tingshui");
    let day = "2024-12-20";
    let told = |home: &Home| home.run(&format!("print report --today {day}")).out;
    let first = told(&home);
    for share in ["38 %", "52 %", "6.3 %", "3.7 %"] {
        assert!(first.contains(share), "{share}");
    }
    let settings = home.read("care.toml");
    fs::write(home.root().join("care.toml"), settings + "\n[work]\nshares = \"hundredth\"\n")
        .unwrap();
    let exact = told(&home);
    for share in ["37.57 %", "52.38 %", "6.35 %", "3.70 %"] {
        assert!(exact.contains(share), "{share}");
    }
    let settings = home.read("care.toml").replace("hundredth", "hundreth");
    fs::write(home.root().join("care.toml"), settings).unwrap();
    let ran = home.run(&format!("print report --today {day}"));
    assert_eq!(ran.code, 3, "{}", ran.err);
    assert!(ran.err.contains("hundredth"), "{}", ran.err);
}

#[test]
fn a_bulletin_and_a_report_of_absences_say_none_where_there_is_none() {
    let home = school("wangjiaba");
    let told = report(&home, "absence --month 2024-11");
    assert!(told.contains("缺勤：无。") && told.contains("劝返：无。"), "{told}");
    let told = report(&home, "月报 --month 2024-11");
    for part in ["四种口径", "入册和离册名单", "档案变更", "缺勤：无。", "劝返：无。"]
    {
        assert!(told.contains(part), "{part}: {told}");
    }
}

#[test]
fn absences_of_the_days_are_listed_however_short_a_part_of_them_lies_there() {
    let home = school("goudun");
    let absences = figures(&home, "absence --month 2024-11");
    let rows = absences.iter().filter(|own| own["table"] == "absence" && own["column"] == "date");
    assert_eq!(rows.count(), 2);
}

#[test]
fn days_without_a_term_or_ahead_are_refused_by_name() {
    let home = school("guzhuang");
    let refused = |words: &str, told: &str| {
        let ran = home.run(&format!("print report {words} --today {DAY}"));
        assert_eq!((ran.code, ran.out.as_str()), (2, ""), "{words}: {}", ran.err);
        assert!(ran.err.contains(told), "{words}: {}", ran.err);
    };
    refused("--term 2031-2032-1", "2031-2032-1");
    refused("year --year 2031-2032", "2031-2032");
    refused("--from 2026-01-01", "2026-01-01");
    refused("每周", "没有“每周”这种总结");
    refused("--pack 盒", "--pack");
    let early = home.run("print report --today 2024-08-01");
    assert_eq!(early.code, 2, "{}", early.err);
}

#[test]
fn of_restricted_registers_a_report_tells_numbers_alone_and_its_trace_nobody() {
    let home = school("wangjiaba");
    for words in ["", "--trace", "--trace --format json", "month --month 2024-11 --trace"] {
        let told = report(&home, words);
        for id in ["log/plan", "log/counselling", "log/incident"] {
            assert!(!told.contains(id), "{words}: {id}");
        }
    }
    let sealed = report(&home, "--trace");
    assert!(sealed.contains("（密封，只报数）"), "{sealed}");
}

#[test]
fn each_number_of_children_or_records_has_as_many_rows_behind_it() {
    let home = school("sunchengsi");
    let told = report(&home, "--trace --format json");
    let rows = serde_json::from_str::<Value>(&told).unwrap();
    let behind = |[table, row, column]: [&str; 3]| {
        let is =
            |own: &&Value| own["table"] == table && own["row"] == row && own["column"] == column;
        rows.as_array().unwrap().iter().filter(is).count() as u64
    };
    let all = figures(&home, "");
    for place in [
        ["T1", "total", "children"],
        ["T1", "3", "girls"],
        ["T3", "grandparent", "children"],
        ["T9", "talk", "records"],
        ["T17", "joined", "children"],
    ] {
        let number = value(&all, place).as_u64().unwrap();
        assert!(number > 0 && behind(place) == number, "{place:?}: {number} {}", behind(place));
    }
}

#[test]
fn a_report_for_an_authority_names_no_child() {
    let home = school("guzhuang");
    let names = home.json("list --today 2025-01-17");
    let names =
        names.as_array().unwrap().iter().map(|own| own["name"].as_str().unwrap().to_owned());
    let names: Vec<String> = names.collect();
    let named = |told: &str| names.iter().filter(|name| told.contains(name.as_str())).count();
    assert!(named(&report(&home, "")) > 5);
    for words in ["--for authority", "--for authority --format json"] {
        assert_eq!(named(&report(&home, words)), 0, "{words}");
    }
}
