//! `care handover`: a class is handed over at a term's end, whole or not at all.

use serde_json::json;

use crate::harness::{Home, SETTINGS};

const PAIRING: &str = "\n[pairing]\nfollows_class = [\"proxy_parent\"]\n";
const HEAD: &str = r#"{ role = "head_teacher", class = "2021-2", from = 2024-09-01 }"#;
const TEACHER: &str = r#"{ role = "subject_teacher", from = 2024-09-01 }"#;

fn home() -> Home {
    let pair = "[[pair]]\nstaff = \"T00001\"\nrole = \"proxy_parent\"\nfrom = 2024-09-02\n";
    let child =
        |class: &str| format!("class = \"{class}\"\n[[spell]]\njoined = 2024-09-02\n{pair}");
    Home::new()
        .at("2025-01-17")
        .with("care.toml", &format!("{SETTINGS}{PAIRING}"))
        .staff("T00001", HEAD)
        .staff("T00002", TEACHER)
        .staff("T00003", r#"{ role = "subject_teacher", from = 2020-09-01, until = 2024-12-31 }"#)
        .child("C00001", &child("2021-2"))
        .child("C00002", &child("2021-2"))
        .child("C00003", &child("2019-1"))
        .rule("id = \"talk\"\nrecords = [\"talk\"]\nevery = \"month\"")
        .rule("id = \"handover\"\nrecords = [\"handover\"]\nevery = \"term\"\nsubject = \"class\"")
        .events("talk", "C00001 T00001", &["2024-09-10", "2024-12-12", "2025-01-06"])
}

fn all_files(home: &Home) -> Vec<String> {
    ["staff.toml", "children/C00001.toml", "children/C00002.toml"].map(|own| home.read(own)).into()
}

#[test]
fn the_sheet_lists_children_papers_and_open_matters_and_writes_nothing() {
    let home = home();
    let before = all_files(&home);
    let ran = home.run("handover --class 四（2）班");
    assert_eq!(ran.code, 0, "{}", ran.err);
    for said in ["四（2）班 2024-2025-1", "儿童C00001", "代理家长 教师T00001", "谈心 3", "监交人："]
    {
        assert!(ran.out.contains(said), "{said}: {}", ran.out);
    }
    let rows = home.json("handover --class 2021-2");
    let of = |nth: usize| ["child", "adults", "papers", "open"].map(|key| rows[nth][key].clone());
    let (none, adults) = (json!([]), json!(["T00001"]));
    assert_eq!(of(0), [json!("C00001"), adults.clone(), json!(["talk 3"]), none.clone()]);
    let open = json!(["talk 2024-12", "talk 2025-01"]);
    assert_eq!(of(1), [json!("C00002"), adults, none, open]);
    assert!(rows[2].is_null(), "the class's children alone: {rows}");
    assert_eq!(all_files(&home), before);
    assert!(!home.root().join("log/handover").exists());
}

#[test]
fn owners_move_and_the_entry_is_made_in_one_batch_that_one_undo_takes_back() {
    let home = home();
    let before = all_files(&home);
    let ran = home.run("学期交接 --class 2021-2 --to 教师T00002 --files 档案2份 --witness 校长");
    assert_eq!(ran.code, 0, "{}", ran.err);
    for said in [
        "已登记交接：四（2）班，2024-2025-1，儿童 2 名，交给 教师T00002",
        "教师T00002 担任四（2）班班主任，1月18日（周六）起",
        "教师T00001 的四（2）班班主任到1月17日（周五）为止",
        "代理家长由 教师T00001 换成 教师T00002",
    ] {
        assert!(ran.err.contains(said), "{said}: {}", ran.err);
    }
    let log = home.read("log/handover/2025-01.csv");
    let row = "2025-01-17,C00001 C00002,T00001 T00002,made,2021-2,教师T00001,教师T00002,";
    assert!(log.contains(row) && log.contains("档案2份,校长"), "{log}");
    assert!(home.read("staff.toml").contains("class = \"2021-2\", from = 2025-01-18"));
    assert!(home.read("children/C00001.toml").contains("T00002"));
    let met = |own: &serde_json::Value| own["rule"] == "handover" && own["subject_id"] == "2021-2";
    let owed = home.json("obligations --all");
    let own = owed.as_array().unwrap().iter().find(|own| met(own)).unwrap().clone();
    assert_eq!(own["state"], "met", "{own}");
    let again = home.run("handover --class 2021-2 --to T00001");
    assert_eq!(again.code, 2);
    assert!(again.err.contains("已经登记过交接"), "{}", again.err);
    assert_eq!(home.run("undo").code, 0);
    assert_eq!(all_files(&home), before);
}

#[test]
fn a_head_teacher_who_keeps_the_class_hands_over_its_papers_alone() {
    let home = home();
    let before = all_files(&home);
    let ran = home.run("handover --class 2021-2 --to T00001 --lang en");
    assert_eq!(ran.code, 0, "{}", ran.err);
    assert!(ran.err.contains("stays head teacher of"), "{}", ran.err);
    assert_eq!(all_files(&home), before);
    assert!(home.read("log/handover/2025-01.csv").contains(",T00001,made,2021-2,"));
}

#[test]
fn a_class_that_leaves_school_gets_no_new_head_teacher() {
    let home = home().at("2025-07-04");
    let staff = home.read("staff.toml");
    let ran = home.run("handover --class 2019-1 --to T00002");
    assert_eq!(ran.code, 0, "{}", ran.err);
    assert!(ran.err.contains("这学期毕业"), "{}", ran.err);
    assert_eq!(home.read("staff.toml"), staff);
}

#[test]
fn a_handover_to_somebody_unknown_or_gone_or_of_nobody_is_told_before_anything_is_changed() {
    let home = home();
    let before = all_files(&home);
    for (line, said) in [
        ("handover --class 2021-2 --to 无此人", "无此人"),
        ("handover --class 2021-2 --to T00003", "已经不在校任职"),
        ("handover --class 2022-1 --to T00002", "没有在册儿童"),
        ("handover --class 2021-2 --to T00002 --term 2024-2025-2", "才开始"),
        ("handover --class 2021-2 --to T00002 --term 2030-2031-1", "没有“2030-2031-1”这个学期"),
    ] {
        let ran = home.run(line);
        assert_eq!(ran.code, 2, "{line}: {}", ran.err);
        assert!(ran.err.contains(said), "{line}: {}", ran.err);
        assert_eq!(all_files(&home), before, "{line}");
    }
    assert!(!home.root().join("log/handover").exists());
}

#[test]
fn long_before_the_terms_end_the_handover_is_asked_about() {
    let home = home().at("2024-11-18");
    let before = all_files(&home);
    let ran = home.run("handover --class 2021-2 --to T00002");
    assert_eq!((ran.code, all_files(&home) == before), (2, true), "{}", ran.err);
    assert!(ran.err.contains("到 2025-01-17 才结束"), "{}", ran.err);
    assert_eq!(home.run("handover --class 2021-2 --to T00002 -y").code, 0);
}

#[test]
fn two_head_teachers_may_take_each_others_classes() {
    let home = home();
    assert_eq!(home.run("handover --class 2021-2 --to T00002").code, 0);
    let line = "handover --class 2019-1 --to T00001";
    assert_eq!(home.run(line).code, 0, "who gives a class away may take another");
}

#[test]
fn a_handover_that_reaches_back_is_asked_about() {
    let home = home().at("2025-07-04");
    let before = all_files(&home);
    let line = "handover --class 2021-2 --to T00002 --term 2024-2025-1";
    let ran = home.run(line);
    assert_eq!((ran.code, all_files(&home) == before), (2, true), "{}", ran.err);
    assert!(ran.err.contains("不再算数"), "{}", ran.err);
    assert_eq!(home.run(&format!("{line} -y")).code, 0);
}

#[test]
fn whoever_takes_the_entry_back_is_told_how_to_take_back_the_handover() {
    let home = home();
    let before = all_files(&home);
    assert_eq!(home.run("handover --class 2021-2 --to T00002").code, 0);
    let log = home.read("log/handover/2025-01.csv");
    let id = log.lines().nth(1).and_then(|line| line.split(',').next()).unwrap().to_owned();
    let ran = home.run(&format!("void {id} --why 写错了"));
    assert_eq!(ran.code, 2, "{}", ran.out);
    let undo = ran.err.split("care undo ").nth(1).and_then(|rest| rest.split_whitespace().next());
    assert_eq!(home.run(&format!("undo {}", undo.unwrap())).code, 0, "{}", ran.err);
    assert_eq!(all_files(&home), before);
}

#[test]
fn what_is_only_advised_is_no_open_matter() {
    let home =
        home().rule("id = \"bag\"\nrecords = [\"growth\"]\nevery = \"month\"\nlevel = \"advised\"");
    let open = home.json("handover --class 2021-2")[1]["open"].to_string();
    assert!(open.contains("talk") && !open.contains("bag"), "{open}");
}
