//! `care print form NAME` with the school's own forms: what is filled in, and what is recorded.
//! What other programs' forms look like afterwards is tested by `--test forms`.

use std::fs;

use crate::access::looks;
use crate::own_form_files::{
    DAY, document, document_with, home, print, row, told, with, workbook_with,
};
use crate::workbooks::{names, sheet};

#[test]
fn a_document_is_filled_for_one_child_masked_unless_it_is_revealed_and_the_look_is_recorded() {
    let form = document(&[
        "{{学校.名称}} {{儿童.姓名}} {{child.class}} {{父亲.电话}} {{家庭住址}} {{儿童.特长}} {{校长}}",
        "谈心{{谈心.次数}} 心理{{心理辅导.次数}} {{今天}}",
    ]);
    let home = with("联系表.docx", &form);
    let ran = print(&home, "联系表 C00001 -o 出.docx");
    assert_eq!(ran.code, 0, "{}", ran.err);
    assert!(ran.err.contains("1 名儿童") && ran.err.contains("--reveal"), "{}", ran.err);
    let text = told(&home.root().join("出.docx"));
    assert!(text[0].starts_with("测试小学 李小明 四（2）班 138****8000 柳河村"), "{text:?}");
    assert!(text[0].contains('*') && text[0].ends_with("教师T00001"), "{text:?}");
    assert_eq!(text[1], "谈心2 心理1 2024-12-02");
    let look = looks(&home).pop().unwrap();
    assert_eq!((&look["file"], &look["count"]), (&"出.docx".into(), &1.into()));
    let ran = print(&home, "联系表 C00001 -o 出.docx -y --reveal personal,sensitive --reason 上报");
    assert_eq!(ran.code, 0, "{}", ran.err);
    let text = told(&home.root().join("出.docx"));
    assert!(text[0].contains("13800138000 柳河村 &amp; &lt;三组&gt; 画画"), "{text:?}");
    assert_eq!(looks(&home).pop().unwrap()["why"], "上报");
}

#[test]
fn what_follows_from_a_childs_facts_is_told_as_on_the_day() {
    let form =
        document(&["{{儿童.年级}}", "{{儿童.本校口径}}", "{{child.grade}}", "{{儿童.学籍口径}}"]);
    let home = with("情况.docx", &form);
    assert_eq!(print(&home, "情况 C00001 -o 出.docx").code, 0);
    let shown = home.run(&format!("show C00001 --today {DAY}")).out;
    let is_told = |label: &str, value: &str| {
        shown.lines().any(|line| line.split_whitespace().take(2).eq([label, value]))
    };
    let text = told(&home.root().join("出.docx"));
    assert_eq!((&*text[0], &*text[2]), ("四年级", "四年级"), "entered in 2021");
    assert!(is_told("本校口径", &text[1]) && is_told("学籍口径", &text[3]), "{text:?}: {shown}");
}

#[test]
fn rows_and_blocks_repeat_for_each_record_of_the_term_and_what_was_not_done_only_where_it_is_told()
{
    let table = |cells: &[&str]| {
        let one = |own: &&str| format!("<w:tc><w:p><w:r><w:t>{own}</w:t></w:r></w:p></w:tc>");
        let cells: String = cells.iter().map(one).collect();
        format!("<w:tbl><w:tr>{cells}</w:tr></w:tbl>")
    };
    let body = table(&["{{序号}}", "{{谈心.日期}}", "{{talk.content}}"]);
    let home = with("谈心.docx", &document_with(&body, &[]));
    assert_eq!(print(&home, "谈心 C00001 -o 出.docx").code, 0);
    let text = told(&home.root().join("出.docx"));
    assert_eq!(text, ["1", "2024-10-11", "上课走神", "2", "2024-10-13", "想妈妈"]);
    let body = table(&["{{谈心.日期}}", "{{谈心.是否完成}}"]);
    let home = with("谈心.docx", &document_with(&body, &[]));
    assert_eq!(print(&home, "谈心 C00001 -o 出.docx").code, 0);
    assert!(told(&home.root().join("出.docx")).contains(&"未成功".to_owned()));
    let ran = print(&home, "谈心 C00001 --month 2024-09 -o 空.docx");
    assert_eq!(ran.code, 0, "{}", ran.err);
    assert_eq!(told(&home.root().join("空.docx")), ["", ""]);
    let block = document(&["头", "{{#谈心}}", "{{谈心.日期}}", "{{谈心.内容}}", "{{/谈心}}", "尾"]);
    let home = with("谈心.docx", &block);
    assert_eq!(print(&home, "谈心 C00002 -o 出.docx").code, 0);
    assert_eq!(told(&home.root().join("出.docx")), ["头", "2024-10-13", "想妈妈", "尾"]);
}

#[test]
fn what_is_restricted_is_only_counted_until_it_is_revealed() {
    let form = document(&["{{心理辅导.日期}} {{心理辅导.教师}}", "{{本学期.心理辅导次数}}"]);
    let home = with("辅导.docx", &form);
    let ran = print(&home, "辅导 C00001 -o 出.docx");
    assert_eq!(ran.code, 0, "{}", ran.err);
    assert!(ran.err.contains("--reveal restricted"), "{}", ran.err);
    assert_eq!(told(&home.root().join("出.docx")), ["*** ***", "1"]);
    let ran = print(&home, "辅导 C00001 -o 出.docx -y --reveal restricted --reason 转介");
    assert_eq!(ran.code, 0, "{}", ran.err);
    assert!(told(&home.root().join("出.docx"))[0].starts_with("2024-10-14"));
}

#[test]
fn a_form_of_all_children_has_a_row_for_each_and_one_of_one_child_a_page_or_a_file_for_each() {
    let rows = row(1, &["{{学校.名称}}", "{{人数}}", "{{本班}}"])
        + &row(2, &["{{序号}}", "{{儿童.姓名}}", "{{父亲.电话}}"])
        + &row(3, &["完"]);
    let home = with("名单.xlsx", &workbook_with(&rows, "", &[]));
    let open = "--reveal personal --reason 上报";
    let ran = print(&home, &format!("名单 -o 出.xlsx {open}"));
    assert_eq!(ran.code, 0, "{}", ran.err);
    let rows = sheet(&home.root().join("出.xlsx"), "表");
    assert_eq!(rows[0][..3], ["测试小学", "<2>", "四（2）班"]);
    assert_eq!(rows[1][..3], ["<1>", "李小明", "13800138000"]);
    assert_eq!(rows[2][..3], ["<2>", "欧阳晨", "13800138001"]);
    assert_eq!(rows[3][0], "完");
    assert_eq!(print(&home, "名单 --pack 各班").code, 0);
    assert!(home.root().join("各班/名单-01-四（2）班.xlsx").exists());

    let home = with("卡.docx", &document(&["{{儿童.姓名}}", "{{谈心.次数}}"]));
    assert_eq!(print(&home, "卡 -o 出.docx").code, 0);
    assert_eq!(told(&home.root().join("出.docx")), ["李小明", "2", "欧阳晨", "1"]);
    let bytes = fs::read(home.root().join("出.docx")).unwrap();
    let text = crate::harness::opened::text(&bytes);
    assert_eq!(text.matches("<w:pageBreakBefore/>").count(), 1, "{text}");
    assert_eq!(print(&home, "卡 --class 四2 --pack 盒").code, 0);
    for file in ["盒/卡-01-四（2）班.docx", "盒/卡-02-四（2）班.docx"] {
        assert_eq!(told(&home.root().join(file)).len(), 2, "{file}");
    }
    let look = looks(&home).pop().unwrap();
    assert_eq!((&look["file"], &look["count"]), (&"盒".into(), &2.into()));

    let home = with("卡.xlsx", &workbook_with(&row(1, &["{{儿童.姓名}}"]), "", &[]));
    assert_eq!(print(&home, "卡 -o 出.xlsx").code, 0);
    let file = home.root().join("出.xlsx");
    assert_eq!(names(&file), ["01-四（2）班", "02-四（2）班"]);
    assert_eq!(sheet(&file, "02-四（2）班"), [["欧阳晨"]]);
}

#[test]
fn the_shipped_forms_are_filled_and_one_of_the_school_takes_their_place() {
    let home = home();
    assert_eq!(print(&home, "花名册 -o 出.xlsx").code, 0);
    let rows = sheet(&home.root().join("出.xlsx"), "花名册");
    assert!(rows[0][0].starts_with("测试小学") && rows[4][1] == "欧阳晨", "{rows:?}");
    assert_eq!(print(&home, "留守儿童登记表 C00001 -o 出.docx").code, 0);
    let text = told(&home.root().join("出.docx")).concat();
    assert!(!text.contains("{{"), "{text}");
    assert_eq!(print(&home, "花名册 --blank -o forms/花名册.xlsx").code, 0);
    let first = fs::read(home.root().join("forms/花名册.xlsx")).unwrap();
    assert!(first.starts_with(b"PK"));
    let own = workbook_with(&row(1, &["{{序号}}", "{{儿童.编号}}"]), "", &[]);
    let home = home.with_bytes("forms/花名册.xlsx", &own);
    assert_eq!(print(&home, "花名册 -o 出.xlsx -y").code, 0);
    assert_eq!(sheet(&home.root().join("出.xlsx"), "表")[1], ["<2>", "C00002"]);
    // A form of the school's under the name of one that the program makes is meant by its ending.
    let home = home.with_bytes("forms/登记表.docx", &document(&["{{儿童.姓名}}"]));
    assert_eq!(print(&home, "登记表.docx C00001 -o 己.docx").code, 0);
    assert_eq!(told(&home.root().join("己.docx")), ["李小明"]);
}

#[test]
fn filling_twice_gives_the_same_bytes_and_a_backup_holds_the_forms() {
    let home = with("卡.docx", &document(&["{{儿童.姓名}}"]));
    let print = |file: &str| {
        assert_eq!(print(&home, &format!("卡 -o {file}")).code, 0);
        fs::read(home.root().join(file)).unwrap()
    };
    assert_eq!(print("一.docx"), print("二.docx"));
    let named = |home: &crate::harness::Home, file: &str| {
        home.run("check --format json").out.contains(&format!("\"file\":\"{file}\""))
    };
    // A form is no list that was left in the home; what was filled in is one.
    assert!(!named(&home, "forms") && named(&home, "一.docx"));
    assert_eq!(home.run("backup ..").code, 0);
    let backup = "../care-backup-2024-12-02-1200.tar";
    assert_eq!(home.run(&format!("backup --restore {backup} ../again")).code, 0);
    let again = home.root().join("../again/forms/卡.docx");
    assert_eq!(fs::read(again).unwrap(), fs::read(home.root().join("forms/卡.docx")).unwrap());
}
