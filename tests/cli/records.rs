//! Everything that was written can be read back: `care records`, against a reading of the same
//! files by another program, `records.py`.

use std::collections::BTreeSet;
use std::fs;

use serde_json::Value;

use crate::harness::{HEADER, Home, project};
use crate::otherwise::told_by;

const HOMES: [&str; 5] = ["goudun", "guzhuang", "sunchengsi", "tingshui", "wangjiaba"];

/// The descriptions of a register, the shipped one and the home's own.
fn description(home: &Home, register: &str) -> String {
    let shipped = project().join(format!("src/domain/registers/{register}.toml"));
    let own = home.root().join(format!("registers/{register}.toml"));
    let read = |path| fs::read_to_string(path).unwrap_or_default();
    read(shipped) + &read(own)
}

/// The registers of a home that have logs and may be shown.
fn open_registers(home: &Home) -> Vec<String> {
    let folders = fs::read_dir(home.root().join("log")).unwrap();
    let names = folders.map(|own| own.unwrap().file_name().to_str().unwrap().to_owned());
    let open = |name: &String| !description(home, name).contains("restricted = true");
    names.filter(open).collect()
}

/// What another program reads; none where it cannot run.
fn read_otherwise(home: &Home, versions: bool, registers: &[String]) -> Option<Vec<Value>> {
    let mut args = vec![home.root().to_str().unwrap(), if versions { "1" } else { "0" }];
    args.extend(registers.iter().map(String::as_str));
    let told = told_by("records.py", &args)?;
    Some(told.as_array().unwrap().clone())
}

/// Is a cell the other one, or as much of it as may be seen of a column that is not open?
fn is_shown(home: &Home, record: &Value, key: &str, written: &Value) -> bool {
    let shown = &record[key];
    let is_private = || {
        let text = description(home, record["register"].as_str().unwrap());
        let column = text.split("[[column]]").find(|c| c.contains(&format!("name = \"{key}\"\n")));
        column.is_some_and(|own| own.contains("privacy = "))
    };
    shown == written || shown.as_str().is_some_and(|text| text.contains('*')) && is_private()
}

#[test]
fn the_records_of_every_register_are_those_that_another_program_reads() {
    let mut compared = 0;
    for example in HOMES {
        let home = Home::copy_of(&format!("examples/{example}"));
        let registers = open_registers(&home);
        for versions in [false, true] {
            let Some(expected) = read_otherwise(&home, versions, &registers) else { return };
            let flag = if versions { " --versions" } else { "" };
            let records = home.json(&format!("records {}{flag}", registers.join(" ")));
            let records = records.as_array().unwrap();
            assert_eq!(records.len(), expected.len(), "{example}");
            for (record, written) in records.iter().zip(&expected) {
                for (key, cell) in written.as_object().unwrap() {
                    assert!(is_shown(&home, record, key, cell), "{key}: {record} {written}");
                }
                compared += 1;
            }
            let all = home.json(&format!("records{flag}"));
            assert_eq!(all.as_array().unwrap().len(), records.len(), "{example}");
        }
    }
    assert!(compared > 30_000, "{compared}");
}

const TALK: &str =
    "id,date,children,staff,outcome,mode,topic,content,note,recorded,status,replaces";
const END: &str = ",,2024-10-10T10:00:00+08:00,,";

fn home() -> Home {
    let talks = format!(
        "E0000000A01,2024-10-08,C00001 C00002,T00001,made,in_person,学习,想\\n爸爸{END}
         E0000000A02,2024-10-09,C00002,T00002,attempted,,,{END}
         E0000000A03,2024-10-09,C00001,T00001,made,phone,安全,{END}E0000000A01"
    );
    let november = format!("E0000000B01,2024-11-04,C00001,T00001,made,phone,天气,{END}");
    let secret = "id,date,children,staff,outcome,problem,note,recorded,status,replaces";
    let counselling = format!("E0000000C01,2024-10-08,C00001,T00001,made,怕黑{END}");
    Home::new()
        .staff("T00001", "{ role = \"head_teacher\", class = \"2021-2\", from = 2024-09-01 }")
        .staff("T00002", "")
        .child("C00001", "class = \"2021-2\"")
        .child(
            "C00002",
            "class = \"2022-1\"\n[[was]]\nfield = \"class\"\nvalue = \"2021-2\"\n\
                          until = 2024-10-08\n[[spell]]\njoined = 2024-09-02\n",
        )
        .log("talk", "2024-10", TALK, &talks)
        .log("talk", "2024-11", TALK, &november)
        .log("counselling", "2024-10", secret, &counselling)
        .events("lecture", "C00001 C00002", &["2024-10-09"])
}

/// The ids of what is listed.
#[track_caller]
fn ids(home: &Home, line: &str) -> Vec<String> {
    let listed = home.json(line);
    let id = |own: &Value| own["id"].as_str().unwrap().trim_start_matches("E0000000").to_owned();
    listed.as_array().unwrap().iter().map(id).collect()
}

#[test]
fn an_object_has_the_keys_of_the_contract_and_of_its_own_register_in_their_order() {
    let home = home().log(
        "talk",
        "2024-10",
        TALK,
        &format!("E0000000A01,2024-10-08,C00001,T00001,made,in_person,学习,想\\n爸爸{END}"),
    );
    let records = home.json("records talk lecture --month 2024-10");
    let keys = |at: usize| -> Vec<&str> {
        records[at].as_object().unwrap().keys().map(String::as_str).collect()
    };
    let head = ["id", "register", "date", "children", "staff", "outcome"];
    let tail = ["note", "recorded", "status", "replaces", "source_file", "source_line"];
    assert!(keys(0).starts_with(&head) && keys(0).ends_with(&tail), "{:?}", keys(0));
    assert!(keys(0).contains(&"study") && !keys(0).contains(&"speaker"), "{:?}", keys(0));
    assert!(keys(1).contains(&"speaker") && !keys(1).contains(&"study"), "{:?}", keys(1));
    let first = &records[0];
    assert_eq!(first["children"][0]["name"], "儿童C00001");
    assert_eq!(first["staff"][0]["id"], "T00001");
    assert_eq!((&first["content"], &first["study"]), (&"想\n爸爸".into(), &Value::Null));
    assert_eq!(first["source_file"], "log/talk/2024-10.csv");
    assert_eq!((&first["source_line"], &first["outcome"]), (&2.into(), &"made".into()));
}

#[test]
fn records_are_asked_for_by_child_staff_month_days_and_term() {
    let home = home();
    assert_eq!(ids(&home, "records talk"), ["A02", "A03", "B01"]);
    assert_eq!(ids(&home, "records talk --child C00002"), ["A02"]);
    assert_eq!(ids(&home, "records talk --staff T00002"), ["A02"]);
    assert_eq!(ids(&home, "records talk --month 2024年11月"), ["B01"]);
    assert_eq!(ids(&home, "records talk --from 2024-10-10"), ["B01"]);
    assert_eq!(ids(&home, "records talk --until 2024-10-09"), ["A02", "A03"]);
    assert_eq!(ids(&home, "records talk --term 2024-2025-1"), ["A02", "A03", "B01"]);
    assert_eq!(ids(&home, "records talk --term 2024-2025-2"), [""; 0]);
    assert_eq!(ids(&home, "records --month 2024-10").len(), 3);
}

#[test]
fn a_class_is_that_of_the_day_of_the_record_as_it_was_called_then() {
    let home = home().events("duty", "C00002", &["2024-10-08", "2024-10-09"]);
    assert_eq!(ids(&home, "records duty --class 四（2）班").len(), 1);
    assert_eq!(ids(&home, "records duty --class 2022-1").len(), 1);
    assert_eq!(ids(&home, "records talk --class 四（2）班"), ["A03", "B01"]);
    assert_eq!(ids(&home, "records talk --class 三1 --today 2024-10-20"), ["A02"]);
    let ran = home.run("records --class 九（9）班");
    assert_eq!((ran.code, ran.out.as_str()), (2, ""));
}

#[test]
fn versions_show_every_row_of_a_family_with_what_became_of_it() {
    let home = home();
    assert_eq!(ids(&home, "records talk --versions --child C00002"), ["A01", "A02", "A03"]);
    let out = home.run("records talk --versions --month 2024-10").out;
    assert!(out.contains("更正") && out.contains("E0000000A01"), "{out}");
    let rows = home.json("records talk --versions --month 2024-10");
    assert_eq!(rows[2]["replaces"], "E0000000A01");
}

#[test]
fn registers_are_named_in_either_language_and_a_wrong_name_is_told_with_the_nearest() {
    let home = home();
    for name in ["talk", "谈心", "谈话记录", "log-talk", "ｔａｌｋ"] {
        assert_eq!(ids(&home, &format!("记录 {name}")).len(), 3, "{name}");
    }
    let ran = home.run("records talkk");
    assert_eq!(ran.code, 2);
    assert!(ran.err.contains("talk"), "{}", ran.err);
    for line in
        ["records --month 13", "records --term x", "records --from 2024-10-09 --until 2024-10-08"]
    {
        let ran = home.run(line);
        assert_eq!((ran.code, ran.out.as_str()), (2, ""), "{line}");
    }
}

#[test]
fn of_a_restricted_register_only_the_number_is_told_and_only_when_it_is_named() {
    let home = home();
    for format in ["table", "plain", "csv", "tsv", "json", "jsonl", "markdown"] {
        let ran = home.run(&format!("records 心理辅导 talk --format {format}"));
        let said = ran.out.clone() + &ran.err;
        assert_eq!(ran.code, 0);
        assert!(!said.contains("怕黑") && !said.contains("E0000000C01"), "{format}: {said}");
        assert!(said.contains("心理辅导 1"), "{format}: {said}");
    }
    let ran = home.run("records --lang en");
    assert!(!ran.out.contains("counselling"), "{}", ran.out);
}

#[test]
fn people_read_names_and_headings_newest_last_and_only_columns_in_which_something_stands() {
    let out = home().run("records talk --month 10月 --today 2024-10-20").out;
    let heads = out.lines().nth(2).unwrap().split_whitespace().collect::<Vec<_>>().join(" ");
    assert_eq!(heads, "序号 日期 儿童 教师 结果 方式 主题 编号");
    assert!(out.contains("儿童C00001") && out.contains("电话"), "{out}");
    let out = home().run("records --lang en --today 2024-11-20").out;
    let heads = out.lines().nth(2).unwrap();
    assert!(heads.contains("Register") && heads.contains("Content"), "{out}");
    let places = ["2024-10-09", "2024-11-04"].map(|day| out.find(day));
    assert!(places.is_sorted() && out.contains("topic: 安全"), "{out}");
}

#[test]
fn many_children_stand_by_class_on_a_screen_with_their_number() {
    let home = (1..8).fold(Home::new(), |home, at| {
        home.child(&format!("C0000{at}"), &format!("class = \"202{}-1\"", 1 + at % 2))
    });
    let all = "C00001 C00002 C00003 C00004 C00005 C00006 C00007";
    let home = home.events("activity", all, &["2024-10-09"]);
    let out = home.run("records activity").out;
    assert!(out.contains("三（1）班 4 人；四（1）班 3 人"), "{out}");
    let out = home.run("records activity --format markdown").out;
    assert!(out.contains("四（1）班：儿童C00002、儿童C00004、儿童C00006"), "{out}");
}

#[test]
fn a_narrow_terminal_is_told_which_columns_had_no_room() {
    let cells = "in_person,近来学习怎样,说想爸爸了约好周末通话";
    let row = format!("E0000000A01,2024-10-08,C00001,,made,{cells}{END}");
    let home = Home::new().child("C00001", "").log("talk", "2024-10", TALK, &row);
    let whole = home.run("records talk").out;
    assert!(whole.contains("谈话内容") && !whole.contains("放不下"), "{whole}");
    let home = home.wide(60);
    let narrow = home.run("records talk").out;
    assert!(narrow.contains("放不下的栏目：") && narrow.contains("E0000000A01"), "{narrow}");
    let markdown = home.run("records talk --format markdown").out;
    assert!(markdown.contains("说想爸爸了约好周末通话"), "{markdown}");
}

#[test]
fn a_fault_in_a_month_that_is_asked_for_stops_it_and_one_elsewhere_does_not() {
    let home = home().log("talk", "2024-12", HEADER, "E0000000D01,2024-12-40,,,made,,x,,");
    assert_eq!(home.run("records talk --month 2024-10").code, 0);
    assert_eq!(home.run("records lecture").code, 0);
    let ran = home.run("records talk");
    assert_eq!((ran.code, ran.out.as_str()), (3, ""));
    assert!(ran.err.contains("log/talk/2024-12.csv:2:13"), "{}", ran.err);
}

#[test]
fn records_are_read_when_the_calendar_has_run_out() {
    let ran = home().run("records talk --today 2027-01-01");
    assert_eq!((ran.code, ran.err.as_str()), (0, ""));
    assert!(ran.out.contains("E0000000A03"), "{}", ran.out);
}

#[test]
fn cells_are_hidden_as_the_page_of_a_child_hides_them() {
    let head = "id,date,children,staff,outcome,field,old,new,why,note,recorded,status,replaces";
    let change = format!("E0000000A01,2024-10-08,C00001,,made,mother.phone,13900139001,,换了{END}");
    let risk = format!("E0000000A02,2024-10-08,C00001,,made,risk,low,medium,{END}");
    let home = home().log("change", "2024-10", head, &format!("{change}\n{risk}"));
    for format in ["table", "plain", "csv", "tsv", "json", "jsonl", "markdown"] {
        let out = home.run(&format!("records change --format {format}")).out;
        assert!(out.contains("139****9001") && !out.contains("13900139001"), "{format}: {out}");
    }
    let out = home.run("records change").out;
    assert!(out.contains("母亲电话") && out.contains("风险等级"), "{out}");
    let cells: BTreeSet<&str> = out.split_whitespace().collect();
    assert!(cells.contains("低") && cells.contains("中"), "{out}");
}
