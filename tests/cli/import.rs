//! `care import`: sheets of a school's own, and sheets that come back.

use std::fs;

use calamine::{Data, Reader, Xlsx, open_workbook};

use crate::harness::Home;

const ROSTER: &str = "\
示例小学留守儿童花名册,,,,,,,,
序号,姓名,性别,出生年月,身份证号,父亲,,监护人,
,,,,,姓名,电话,姓名,关系
1,张　三,男,2015.3.12,990101201503120015,张强,13800138000/0564-3320000,王桂英,奶奶
2,李小红,女,2015年3月,99010120150312004x,—,无,李奶奶,外婆
3,王五,男,2015-03-01,990101201503010000,王强,13800138001,,
合计,3
校长（签字）：,
";

fn empty() -> Home {
    Home::new().at_instant("2024-11-25T10:00:00+08:00")
}

fn put(home: &Home, file: &str, text: &str) {
    fs::write(home.root().join(file), text).unwrap();
}

/// The files of the children, one after another.
fn children(home: &Home) -> String {
    let folder = fs::read_dir(home.root().join("children"));
    let mut all: Vec<String> = folder
        .into_iter()
        .flatten()
        .map(|entry| fs::read_to_string(entry.unwrap().path()).unwrap())
        .collect();
    all.sort();
    all.concat()
}

/// The cells of a workbook's first sheet.
fn cells(home: &Home, file: &str) -> Vec<Vec<String>> {
    let mut book: Xlsx<_> = open_workbook(home.root().join(file)).unwrap();
    let range = book.worksheet_range_at(0).unwrap().unwrap();
    let words = |cell: &Data| cell.to_string();
    range.rows().map(|row| row.iter().map(words).collect()).collect()
}

#[test]
fn a_roster_with_headings_of_two_rows_becomes_children_and_a_damaged_number_comes_back() {
    let home = empty();
    put(&home, "三（2）班.csv", ROSTER);
    let ran = home.run("import 三（2）班.csv -y --joined 2024-09-01");
    assert_eq!(ran.code, 1, "{}", ran.err);
    assert!(ran.err.contains("新增 2，改动 0，没有变化 0，退回 1"), "{}", ran.err);
    assert!(ran.err.contains("第 6 行：“身份证号”被表格软件改坏了"), "{}", ran.err);
    assert!(ran.err.contains("出生日期 2015-03-01 还认得出"), "{}", ran.err);
    let all = children(&home);
    for line in [
        "name = \"张三\"",
        "birth_date = 2015-03-12",
        "id_number = \"99010120150312004X\"",
        "phone = [\"13800138000\", \"0564-3320000\"]",
        "relation = \"grandmother\"",
        "relation = \"maternal_grandmother\"",
        "guardianship = \"dead\"",
        "joined = 2024-09-01",
        "class = \"2022-2\"",
    ] {
        assert!(all.contains(line), "{line} in {all}");
    }
    assert!(!all.contains("王五"));
    let back = cells(&home, "三（2）班-refused.xlsx");
    let row = back.iter().find(|row| row.contains(&"王五".to_owned())).unwrap();
    assert!(row.last().unwrap().contains("15 位"), "{row:?}");
    assert!(back.iter().any(|row| row.last().unwrap() == "退回原因"), "{back:?}");
}

#[test]
fn the_same_file_twice_changes_nothing_and_one_import_is_one_undo() {
    let home = empty();
    put(&home, "三（2）班.csv", ROSTER);
    assert_eq!(home.run("import 三（2）班.csv -y --joined 2024-09-01").code, 1);
    let before = children(&home);
    let ran = home.run("import 三（2）班.csv -y --joined 2024-09-01");
    assert!(ran.err.contains("新增 0，改动 0，没有变化 2，退回 1"), "{}", ran.err);
    assert_eq!(children(&home), before);
    assert!(!home.root().join("三（2）班-refused-2.xlsx").exists());
    assert_eq!(home.run("undo").code, 0);
    assert_eq!(children(&home), "");
}

#[test]
fn a_changed_row_updates_its_child_and_what_was_edited_here_since_is_kept() {
    let home = empty();
    put(&home, "三（2）班.csv", ROSTER);
    assert_eq!(home.run("import 三（2）班.csv -y").code, 1);
    let mended = ROSTER.replace("13800138000/0564-3320000", "13900139000");
    put(&home, "三（2）班.csv", &mended);
    let ran = home.run("import 三（2）班.csv -y");
    assert!(ran.err.contains("新增 0，改动 1，没有变化 1"), "{}", ran.err);
    assert!(children(&home).contains("phone = [\"13900139000\"]"));
    assert_eq!(home.run("edit-child 张三 --set father.phone=13700137000").code, 0);
    let ran = home.run("import 三（2）班.csv -y");
    assert!(ran.err.contains("改动 0，没有变化 2"), "{}", ran.err);
    assert!(ran.err.contains("第 4 行这里后来改过，保留现有的：张三"), "{}", ran.err);
    assert!(children(&home).contains("13700137000"));
}

#[test]
fn nothing_is_written_before_the_whole_file_was_judged_and_somebody_has_agreed() {
    let home = empty();
    put(&home, "三（2）班.csv", ROSTER);
    let ran = home.run("import 三（2）班.csv");
    assert_eq!(ran.code, 2);
    assert!(ran.err.contains("父亲·电话 → 父亲电话"), "{}", ran.err);
    assert!(ran.err.contains("-y"), "{}", ran.err);
    // What is private is shown masked.
    assert!(!ran.err.contains("13800138000"), "{}", ran.err);
    assert_eq!(children(&home), "");
    let ran = home.run("import 三（2）班.csv -n");
    assert_eq!(ran.code, 1);
    assert!(ran.err.contains("将新增 2，改动 0，没有变化 0，退回 1"), "{}", ran.err);
    assert_eq!(children(&home), "");
    assert!(!home.root().join("三（2）班-refused.xlsx").exists());
}

/// A home with a child and its head teacher.
fn with_child() -> Home {
    let home = empty();
    for line in [
        "add-staff 刘敏 --role head_teacher:三2 --from 2024-09-01",
        "add-child 李小明 --class 三2 --joined 2024-09-01",
        "add-child 王小雨 --class 三2 --joined 2024-09-01",
    ] {
        let ran = home.run(line);
        assert_eq!(ran.code, 0, "{}", ran.err);
    }
    home
}

const TALKS: &str = "\
2024—2025学年第一学期谈心记录,,,,
日期,学生姓名,班级,谈心教师,谈话内容
9月20日,李小明,三（2）班,刘敏,作业
10.8,王小雨、李小明,三2班,刘敏老师,想家
2024/11/30,李小明,三2,刘敏,还没有到
45566,李小明,三2,刘敏,表格里的日期
";

#[test]
fn a_talk_book_becomes_records_and_what_stands_is_told_from_what_is_new() {
    let home = with_child();
    put(&home, "谈心.csv", TALKS);
    let ran = home.run("import 谈心.csv -y");
    assert_eq!(ran.code, 1, "{}", ran.err);
    assert!(ran.err.contains("新增 2，改动 0，没有变化 0，退回 2"), "{}", ran.err);
    assert!(ran.err.contains("2024-11-30 还没有到"), "{}", ran.err);
    let records = home.run("records talk --format csv").out;
    assert!(records.contains("2024-09-20") && records.contains("2024-10-08"), "{records}");
    // The same again; a changed cell; and one that was edited here since.
    let ran = home.run("import 谈心.csv -y");
    assert!(ran.err.contains("新增 0，改动 0，没有变化 2，退回 2"), "{}", ran.err);
    put(&home, "谈心.csv", &TALKS.replace(",作业", ",作业和睡眠"));
    let ran = home.run("import 谈心.csv -y");
    assert!(ran.err.contains("新增 0，改动 1，没有变化 1"), "{}", ran.err);
    assert!(ran.err.contains("改动：谈心 9月20日（周五） 李小明 刘敏 “谈话内容”"), "{}", ran.err);
    assert!(home.run("records talk --format csv").out.contains("作业和睡眠"));
}

#[test]
fn two_talks_of_one_day_are_two_records_however_often_the_file_comes() {
    let home = with_child();
    let rows = "日期,姓名,教师,谈话内容\n9.20,李小明,刘敏,早上\n9.20,李小明,刘敏,下午\n";
    put(&home, "谈心.csv", rows);
    assert_eq!(home.run("import 谈心.csv -y").code, 0);
    let ran = home.run("import 谈心.csv -y");
    assert!(ran.err.contains("新增 0，改动 0，没有变化 2，退回 0"), "{}", ran.err);
}

#[test]
fn a_row_that_carries_a_code_is_the_record_of_that_code() {
    let home = with_child();
    let row = |text: &str| format!("日期,姓名,教师,谈话内容,编号\n{text}\n");
    put(&home, "谈心.csv", &row("9.20,李小明,刘敏,早上,T-7H3KM2QXA4\n,王小雨,刘敏,,T-7H3KM2QXA5"));
    let ran = home.run("import 谈心.csv -y");
    assert!(ran.err.contains("新增 1，改动 0，没有变化 0，退回 0"), "{}", ran.err);
    assert!(home.run("records talk --format csv").out.contains("E7H3KM2QXA4"));
    // Other people, and still the same record.
    put(&home, "谈心.csv", &row("9.20,王小雨,刘敏,早上,T-7H3KM2QXA4"));
    let ran = home.run("import 谈心.csv -y");
    assert!(ran.err.contains("新增 0，改动 1"), "{}", ran.err);
    put(
        &home,
        "谈心.csv",
        &row("9.20,王小雨,刘敏,早上,T-7H3KM2QXA4\n9.21,王小雨,刘敏,早上,T-7H3KM2QXA4"),
    );
    let ran = home.run("import 谈心.csv -y");
    assert!(ran.err.contains("与第 2 行的编号相同"), "{}", ran.err);
}

#[test]
fn staff_pairs_and_terms_come_in_as_lists_too() {
    let home = with_child();
    put(
        &home,
        "教师名单.csv",
        "姓名,性别,职务,任教班级,联系电话\n陈刚,男,校长,,13800138000\n周婷,女,班主任,四1班,\n孙亮,男,数学教师,,\n",
    );
    let ran = home.run("import 教师名单.csv -y");
    assert!(ran.err.contains("新增 3，改动 0"), "{}", ran.err);
    let ran = home.run("import 教师名单.csv -y");
    assert!(ran.err.contains("新增 0，改动 0，没有变化 3"), "{}", ran.err);
    put(
        &home,
        "结对帮扶一览表.csv",
        "班级,学生姓名,帮扶教师,结对日期\n三2,李小明,陈刚,2024.9.10\n三2,王小雨,周婷,\n",
    );
    let ran = home.run("import 结对帮扶一览表.csv -y");
    assert!(ran.err.contains("新增 2"), "{}", ran.err);
    let ran = home.run("import 结对帮扶一览表.csv -y");
    assert!(ran.err.contains("新增 0，改动 0，没有变化 2"), "{}", ran.err);
    put(&home, "校历.csv", "学期,开始日期,结束日期\n2025-2026第一学期,2025-09-01,2026-01-23\n");
    let ran = home.run("import 校历.csv -y");
    assert!(ran.err.contains("新增 1"), "{}", ran.err);
    assert!(home.read("calendar.toml").contains("2026-01-23"));
    let ran = home.run("import 校历.csv -y");
    assert!(ran.err.contains("没有变化 1"), "{}", ran.err);
}

#[test]
fn what_headings_mean_is_said_once_and_remembered() {
    let home = empty();
    put(&home, "名册.csv", "姓名,班级,妈妈手机号码一\n李小明,三2,13800138000\n");
    let ran = home.run("import 名册.csv -n");
    assert!(ran.err.contains("没有用的栏：妈妈手机号码一"), "{}", ran.err);
    put(&home, "map.toml", "\"妈妈手机号码一\" = \"mother.phone\"\n");
    assert_eq!(home.run("import 名册.csv -y --map map.toml").code, 0);
    assert!(children(&home).contains("13800138000"));
    put(&home, "名册.csv", "姓名,班级,妈妈手机号码一\n王小雨,三2,13900139000\n");
    assert_eq!(home.run("import 名册.csv -y").code, 0);
    assert!(children(&home).contains("13900139000"));
    put(&home, "map.toml", "\"妈妈手机号码一\" = \"mother.fone\"\n");
    let ran = home.run("import 名册.csv -y --map map.toml");
    assert!(ran.code == 2 && ran.err.contains("mother.fone"), "{}", ran.err);
}

#[test]
fn a_file_that_is_no_sheet_is_refused_by_name_of_what_is_wrong() {
    let home = empty();
    for (text, why) in [
        ("<html><table></table></html>", "网页"),
        ("", "不是表格文件"),
        ("今天天气好\n明天也好\n", "看得懂"),
    ] {
        put(&home, "名册.xls", text);
        let ran = home.run("import 名册.xls -y");
        assert_eq!(ran.code, 2, "{}", ran.err);
        assert!(ran.err.contains(why), "{}", ran.err);
    }
    let ran = home.run("import 没有.xls -y");
    assert!(ran.code == 2 && ran.err.contains("没有 没有.xls 这个文件"), "{}", ran.err);
}

#[test]
fn no_two_children_of_one_import_have_one_id() {
    let home = empty();
    let rows = "姓名,班级,编号\n李小明,三2,T-7H3KM2QXA4\n王小雨,三2,T-7H3KM99999\n";
    put(&home, "名册.csv", rows);
    let ran = home.run("import 名册.csv -y");
    assert!(ran.err.contains("新增 2"), "{}", ran.err);
    let all = children(&home);
    assert!(all.contains("李小明") && all.contains("王小雨"), "{all}");
}
