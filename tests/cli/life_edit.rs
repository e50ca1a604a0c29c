//! `edit-child` and `transfer`: facts change, and what they were is kept.

use crate::harness::Home;

fn home() -> Home {
    Home::new()
        .at("2024-11-18")
        .staff("T00001", r#"{ role = "head_teacher", class = "2021-2", from = 2024-09-01 }"#)
        .child(
            "C00001",
            "# 转来的\nclass = \"2021-2\" # 四（2）班\nrisk = \"low\"\n[carer]\nname = \"王桂英\"",
        )
        .child("C00002", "class = \"2021-2\"")
}

/// What was said of a change that leaves the home sound.
#[track_caller]
pub fn does(home: &Home, line: &str) -> String {
    let ran = home.run(line);
    assert_eq!((ran.out.as_str(), ran.code), ("", 0), "{line}: {}", ran.err);
    let checked = home.run("check");
    assert_eq!(checked.code, 0, "{line}: {}", checked.out);
    ran.err
}

/// The file of the child of most tests.
pub fn child(home: &Home) -> String {
    home.read("children/C00001.toml")
}

/// Refused with exit 2, saying this, and nothing was written.
#[track_caller]
pub fn refused(home: &Home, line: &str, said: &str) {
    let before = child(home);
    let ran = home.run(line);
    assert_eq!((ran.out.as_str(), ran.code), ("", 2), "{line}: {}", ran.err);
    assert!(ran.err.contains(said), "{line}: {}", ran.err);
    assert_eq!(child(home), before, "{line}");
    assert!(!home.root().join("log").exists(), "{line}");
}

/// The rows of the register of changes: children, staff, field, old, new, why.
pub fn changes(home: &Home, month: &str) -> Vec<String> {
    let text = home.read(&format!("log/change/{month}.csv"));
    let mut lines = text.lines();
    let names: Vec<&str> = lines.next().unwrap().split(',').collect();
    let at = |name: &str| names.iter().position(|own| *own == name).unwrap();
    let cells = ["date", "children", "staff", "field", "old", "new", "why"].map(at);
    let row = |line: &str| {
        let row: Vec<&str> = line.split(',').collect();
        cells.iter().map(|at| row[*at]).collect::<Vec<_>>().join("|")
    };
    lines.map(row).collect()
}

#[test]
fn a_field_is_set_by_its_path_or_its_chinese_label_and_a_choice_by_its_word() {
    let home = home();
    let said = does(&home, "edit-child C00001 --set 风险等级=高 --set 监护人电话=13900139000");
    assert!(said.contains("儿童C00001 四（2）班 的风险等级：低 → 高"), "{said}");
    assert!(said.contains("11月17日（周日）及以前，风险等级仍按“低”判断"), "{said}");
    assert!(said.contains("监护人电话：未填 → 139****9000"), "{said}");
    let text = home.read("children/C00001.toml");
    assert!(text.contains("# 转来的\nclass = \"2021-2\" # 四（2）班\nrisk = \"high\"\n"), "{text}");
    assert!(text.contains("name = \"王桂英\"\nphone = [\"13900139000\"]\n"), "{text}");
    assert!(
        text.contains("[[was]]\nfield = \"risk\"\nvalue = \"low\"\nuntil = 2024-11-17\n"),
        "{text}"
    );
    assert_eq!(
        changes(&home, "2024-11"),
        ["2024-11-18|C00001||risk|low|high|", "2024-11-18|C00001||carer.phone||13900139000|"]
    );
}

#[test]
fn an_empty_value_takes_the_field_away_and_english_says_so() {
    let home = home();
    let said = does(
        &home,
        "edit-child C00001 --set risk= --from 2024-10-01 --why wrong --staff T00001 --lang en",
    );
    assert!(said.contains("risk: low -> not set"), "{said}");
    assert!(said.contains("up to 2024-09-30 (Mon) the risk is judged as \"low\""), "{said}");
    let text = home.read("children/C00001.toml");
    assert!(!text.contains("risk = \"") && text.contains("field = \"risk\""), "{text}");
    assert_eq!(changes(&home, "2024-10"), ["2024-10-01|C00001|T00001|risk|low||wrong"]);
    does(&home, "edit-child C00001 --set risk=medium --from 2024-11-01");
    assert!(home.read("children/C00001.toml").contains("value = \"\"\nuntil = 2024-10-31"));
}

#[test]
fn a_name_is_changed_and_what_is_so_already_is_not_written() {
    let home = home();
    does(&home, "edit-child C00001 --set 姓名=李小明");
    assert!(home.run("list --format tsv").out.contains("李小明"));
    let before = home.read("children/C00001.toml");
    let said = does(&home, "修改儿童 李小明 --set name=李小明");
    assert!(said.contains("没有改动"), "{said}");
    assert_eq!(home.read("children/C00001.toml"), before);
    assert_eq!(changes(&home, "2024-11").len(), 1);
}

#[test]
fn what_a_new_child_would_be_refused_for_is_refused() {
    let home = home();
    refused(&home, "edit-child C00001 --set id_number=990101201503120016", "18 位");
    refused(&home, "edit-child C00001 --set carer.phone=空号", "拨不通");
    refused(&home, "edit-child C00001 --set birth_date=2025-01-01", "还没有到");
    refused(&home, "edit-child C00001 --set risk=很高", "high 高");
    refused(&home, "edit-child C00001 --set riks=high", "是不是：risk");
    refused(&home, "edit-child C00001 --set class=不知道", "不像班级");
    refused(&home, "edit-child C00001 --set name=", "姓名不能清空");
    refused(&home, "edit-child C00001 --set name=儿童C00002", "加 -y");
    refused(&home, "edit-child C00001 --set risk=high --from 2024-11-19", "还没有到");
    refused(&home, "edit-child C00001 --set risk=high --from 2024-09-01", "2024-09-02 入册");
    refused(&home, "edit-child C00009 --set risk=high", "没有叫");
}

#[test]
fn a_former_value_is_not_overwritten_by_a_change_for_earlier_days() {
    let home = home();
    does(&home, "edit-child C00001 --set risk=high --from 2024-10-15");
    let before = home.read("children/C00001.toml");
    let ran = home.run("edit-child C00001 --set risk=medium --from 2024-10-01");
    assert_eq!(ran.code, 2);
    assert!(ran.err.contains("--from 2024-10-15"), "{}", ran.err);
    assert_eq!(home.read("children/C00001.toml"), before);
    // On the day of the change itself the value held on no day.
    does(&home, "edit-child C00001 --set risk=medium --from 2024-10-15");
    let text = home.read("children/C00001.toml");
    assert_eq!(text.matches("[[was]]").count(), 1, "{text}");
}

#[test]
fn several_fields_of_one_child_are_saved_in_one_step_and_a_dry_run_saves_none() {
    let home = home();
    let line = "edit-child C00001 --set risk=high --set class=四1 --set 住校=是";
    let before = home.read("children/C00001.toml");
    let dry = home.run(&format!("{line} -n --format json"));
    assert_eq!(dry.code, 0, "{}", dry.err);
    let value: serde_json::Value = serde_json::from_str(&dry.out).unwrap();
    let files = serde_json::json!(["children/C00001.toml", "log/change/2024-11.csv"]);
    assert_eq!((&value["batch"], &value["files"]), (&serde_json::Value::Null, &files));
    assert_eq!(home.read("children/C00001.toml"), before);
    does(&home, &format!("{line} --op-id once"));
    let after = home.read("children/C00001.toml");
    assert!(after.contains("class = \"2021-1\" # 四（2）班") && after.contains("boarding = true"));
    assert_eq!(after.matches("[[was]]").count(), 3, "{after}");
    assert!(does(&home, &format!("{line} --op-id once")).contains("以前已经完成"));
    assert_eq!(home.read("children/C00001.toml"), after);
    let ledger = home.read(".care/ledger");
    assert_eq!(ledger.lines().count(), 1);
    let entry: serde_json::Value = serde_json::from_str(&ledger).unwrap();
    assert_eq!(entry["before"]["children/C00001.toml"], serde_json::json!(before));
}

#[test]
fn a_transfer_keeps_the_old_class_up_to_the_day_before() {
    let home = home();
    let said = does(&home, "transfer C00001 --class 四1 --from 11.4 --reason 分班");
    assert!(said.contains("儿童C00001 四（2）班 → 四（1）班，从 11月4日（周一）起"), "{said}");
    let text = home.read("children/C00001.toml");
    let was = "[[was]]\nfield = \"class\"\nvalue = \"2021-2\"\nuntil = 2024-11-03\n";
    assert!(text.contains("class = \"2021-1\" # 四（2）班") && text.contains(was), "{text}");
    assert_eq!(changes(&home, "2024-11"), ["2024-11-04|C00001||class|2021-2|2021-1|分班"]);
    let home = self::home();
    refused(&home, "transfer C00001 --class 四2 --from 11.4", "本来就在 四（2）班");
    refused(&home, "转班 C00001 --class 四1 --from 2024-11-19", "还没有到");
    refused(&home, "transfer C00001 --class 四1", "--from");
}
