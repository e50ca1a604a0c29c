//! `exempt`, `buddy`, `card`: what a child is excused from, and who and what it has.

use crate::harness::Home;
use crate::life_edit::{changes, child, does, refused};

fn home() -> Home {
    Home::new()
        .at("2024-11-18")
        .staff("T00001", r#"{ role = "head_teacher", class = "2021-2", from = 2024-09-01 }"#)
        .child("C00001", "class = \"2021-2\"")
        .child("C00002", "class = \"2021-1\"")
        .with(
            "rules.toml",
            "[[rule]]\nid = \"monthly-call\"\nname = { zh = \"每月通话\", en = \"Monthly call\" }\n\
             why = \"测试\"\nrecords = [\"call\"]\nevery = \"month\"\n",
        )
}

#[test]
fn a_child_is_excused_from_a_rule_by_its_id_or_its_name() {
    let home = home();
    let line =
        "exempt C00001 每月通话 --from 10.1 --until 2024-12-31 --reason 父母无电话 --staff T00001";
    let said = does(&home, line);
    assert!(said.contains("“每月通话”，10月1日（周二）到 12月31日（周二）"), "{said}");
    let entry = "[[exempt]]\nrule = \"monthly-call\"\nfrom = 2024-10-01\nuntil = 2024-12-31\n\
                 reason = \"父母无电话\"\nby = \"T00001\"\n";
    assert!(child(&home).ends_with(entry), "{}", child(&home));
    let states = home.obligation_keys("2024-11-18", &["subject_id", "slot", "state"]);
    assert!(states.contains(&"C00001 2024-10 exempt".to_owned()), "{states:?}");
    assert!(states.contains(&"C00002 2024-10 missed".to_owned()), "{states:?}");
    let home = self::home();
    refused(&home, "exempt C00001 每周通话 --from 10.1 --reason x", "没有“每周通话”这条规则");
    refused(&home, "免办 C00001 monthly-call --from 2024-11-19 --reason x", "还没有到");
    let open = does(&home, "exempt C00001 monthly-call --from 10.1 --reason x --lang en");
    assert!(open.contains("from \"Monthly call\"") && open.contains("no last day"), "{open}");
}

#[test]
fn a_buddy_is_another_child_on_the_roll_or_a_pupil_by_name() {
    let home = home();
    let said = does(&home, "buddy C00001 C00002 --from 10.8");
    assert!(said.contains("和 儿童C00002，从 10月8日（周二）起"), "{said}");
    let entry = "[[buddy]]\nname = \"儿童C00002\"\nclass = \"2021-1\"\nfrom = 2024-10-08\n";
    assert!(child(&home).ends_with(entry), "{}", child(&home));
    let twice = home.run("buddy C00001 C00002");
    assert!(twice.code == 2 && twice.err.contains("从 2024-10-08 起已经结对"), "{}", twice.err);
    does(&home, "结对同学 C00001 赵佳怡");
    assert!(child(&home).ends_with("[[buddy]]\nname = \"赵佳怡\"\nfrom = 2024-11-18\n"));
    let home = self::home();
    refused(&home, "buddy C00001 C00001", "不能和自己结对");
    refused(&home, "buddy C00001 教师T00001", "是教师，不是学生");
    refused(&home, "buddy C00001 C00009", "没有叫“C00009”的人");
}

#[test]
fn a_card_is_issued_and_what_it_still_lacks_is_said() {
    let home = home();
    let said = does(&home, "card C00001 --issued 9.10");
    assert!(said.contains("联系卡上还缺：监护人电话、父亲电话、母亲电话"), "{said}");
    assert!(child(&home).ends_with("[contact_card]\nissued_on = 2024-09-10\n"));
    does(&home, "edit-child C00001 --set 监护人电话=13900139000 --set 父亲电话=13800138000");
    assert!(does(&home, "联系卡 C00001").contains("联系卡齐全"));
    let row = "2024-11-18|C00001||contact_card.issued_on|2024-09-10|2024-11-18|";
    assert_eq!(changes(&home, "2024-11").last().unwrap(), row);
    refused(&self::home(), "card C00001 --issued 2024-11-19", "还没有到");
}

#[test]
fn a_buddy_stands_once_at_a_time_and_one_written_twice_is_let_go_altogether() {
    let home = home();
    assert_eq!(home.run("buddy C00001 赵佳怡 --from 10.8").code, 0);
    let before = child(&home);
    let twice = home.run("buddy C00001 赵佳怡 --from 9.9");
    assert_eq!((twice.code, child(&home) == before), (2, true), "{}", twice.err);
    assert!(twice.err.contains("已经结对"), "{}", twice.err);
    let twice = format!("{before}\n[[buddy]]\nname = \"赵佳怡\"\nfrom = 2024-10-09\n");
    std::fs::write(home.root().join("children/C00001.toml"), twice).unwrap();
    assert_eq!(home.run("unpair C00001 赵佳怡 --date 11.1").code, 0);
    assert_eq!(child(&home).matches("until = 2024-11-01").count(), 2, "{}", child(&home));
    let ran = home.run("buddy C00001 赵佳怡 --from 11.10");
    assert_eq!(ran.code, 0, "{}", ran.err);
    let ran = home.run("unpair C00001 赵佳怡 --date 11.5");
    assert_eq!(ran.code, 2);
    assert!(ran.err.contains("care undo ") && !ran.err.contains("--until"), "{}", ran.err);
}
