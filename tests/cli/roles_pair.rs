//! `care pair` and `care unpair`: what they write, say and refuse.

use crate::harness::{Home, SETTINGS};

const PAIRING: &str = "\n[pairing]\none_to_one = [\"pair_teacher\"]\n\
    exactly_one = [\"proxy_parent\"]\nload = { proxy_mother = 1 }\n";

fn home() -> Home {
    Home::new()
        .at("2024-11-18")
        .with("care.toml", &format!("{SETTINGS}{PAIRING}"))
        .staff("T00001", r#"{ role = "head_teacher", class = "2021-2", from = 2024-09-01 }"#)
        .staff("T00002", r#"{ role = "proxy_parent", from = 2024-09-01 }"#)
        .child("C00001", "class = \"2021-2\"")
        .child("C00002", "class = \"2021-2\"")
}

#[track_caller]
fn says(home: &Home, line: &str, said: &[&str]) {
    let ran = home.run(line);
    assert_eq!((ran.out.as_str(), ran.code), ("", 0), "{line}: {}", ran.err);
    assert_eq!(ran.err.lines().collect::<Vec<_>>(), said, "{line}");
}

#[track_caller]
fn refuses(home: &Home, line: &str, said: &str) {
    let child = home.read("children/C00001.toml");
    let ran = home.run(line);
    assert_eq!((ran.out.as_str(), ran.code), ("", 2), "{line}: {}", ran.err);
    assert!(ran.err.contains(said), "{line}: {}", ran.err);
    assert_eq!(home.read("children/C00001.toml"), child, "{line}");
}

#[test]
fn a_pair_is_written_at_the_end_of_the_file_and_entered_as_a_change() {
    let home = home().and("children/C00001.toml", "\n# 手写的一行\n");
    let before = home.read("children/C00001.toml");
    says(
        &home,
        "pair C00001 T00002 --role 代理家长 --from 10.8",
        &[
            "已结对：儿童C00001（四（2）班），代理家长 教师T00002，10月8日（周二）起",
            "结束：care unpair C00001 T00002 --role proxy_parent",
            "撤销：care undo",
        ],
    );
    let pair = "\n[[pair]]\nstaff = \"T00002\"\nrole = \"proxy_parent\"\nfrom = 2024-10-08\n";
    assert_eq!(home.read("children/C00001.toml"), format!("{before}{pair}"));
    let row = home.read("log/change/2024-10.csv");
    assert!(row.contains(",2024-10-08,C00001,,made,pair.staff,,T00002 / proxy_parent,"), "{row}");
    assert_eq!(home.run("check outside-spells after-today").code, 0);
    says(
        &home,
        "unpair C00001 T00002 --date 2024-11-15 --lang en",
        &[
            "pair ended: 儿童C00001（四（2）班）, proxy parent 教师T00002, until 2024-11-15 (Fri)",
            "look at 儿童C00001（四（2）班）: each child has one proxy parent (exactly_one), \
             this child has none",
            "take it back: care undo",
        ],
    );
    let ended = format!("{before}{pair}until = 2024-11-15\n");
    assert_eq!(home.read("children/C00001.toml"), ended);
    let row = home.read("log/change/2024-11.csv");
    assert!(row.contains(",2024-11-15,C00001,,made,pair.staff,T00002 / proxy_parent,,"), "{row}");
}

#[test]
fn a_condition_that_a_pair_breaks_is_said_and_the_pair_is_saved() {
    let home = home();
    let said = |line: &str, words: &[&str]| {
        let ran = home.run(line);
        assert_eq!(ran.code, 0, "{line}: {}", ran.err);
        for word in words {
            assert!(ran.err.contains(word), "{line}: {}", ran.err);
        }
    };
    said("pair C00001 T00002 --role 结对教师", &["没有登记为结对教师", "care appoint T00002"]);
    said(
        "pair C00002 T00002 --role 帮扶教师",
        &["请看 教师T00002：结对教师要求一对一", "2 名儿童"],
    );
    said("pair C00001 T00001 --role pair_teacher", &["请看 儿童C00001（四（2）班）", "有 2 位"]);
    said("pair C00001 T00001 --role 代理家长", &["staff.toml 里没有担任代理家长"]);
    said("edit-staff T00001 --set 性别=男", &["性别：男"]);
    said("pair C00001 T00001 --role 代理妈妈", &["代理妈妈的性别写的是男"]);
    said("pair C00002 T00001 --role 代理妈妈", &["代理妈妈最多结 1 名儿童，这个人结着 2 名"]);
    let remarks = home.run("check shared-adult several-adults never-in-role male-proxy-mother");
    assert!(remarks.out.contains("提醒 4 处"), "{}", remarks.out);
}

#[test]
fn a_head_teacher_has_the_pairs_that_follow_the_class_without_another_role() {
    let pairing = "\n[pairing]\nfollows_class = [\"proxy_parent\"]\n";
    let home = home().with("care.toml", &format!("{SETTINGS}{pairing}"));
    let ran = home.run("pair C00001 T00001 --role 代理家长");
    assert_eq!((ran.err.lines().count(), ran.code), (3, 0), "{}", ran.err);
    let ran = home.run("pair C00002 T00002 --role 代理家长");
    assert!(
        ran.err.contains("代理家长由班主任担任，这里是 T00002，班主任是 T00001"),
        "{}",
        ran.err
    );
}

#[test]
fn a_pair_that_cannot_be_is_refused_with_what_to_type() {
    let home = home();
    assert_eq!(home.run("pair C00001 T00002 --role 代理家长 --from 2024-10-08").code, 0);
    refuses(&home, "pair C00001 T00002 --role 代理家长", "已经是儿童C00001（四（2）班）的代理家长");
    refuses(
        &home,
        "pair C00001 T00002 --role 代理家长 --from 2024-09-10",
        "care unpair C00001 T00002 --role proxy_parent",
    );
    refuses(&home, "pair C00001 T00002 --role 校长", "不和儿童结对");
    refuses(&home, "pair C00001 T00002 --role proxy_parents", "是不是：proxy_parent");
    refuses(&home, "pair C00001 T00009 --role 代理家长", "T00009");
    refuses(&home, "pair C00009 T00002 --role 代理家长", "C00009");
    refuses(&home, "pair C00001 T00001 --role 代理家长 --from 2024-11-19", "还没有到");
    refuses(&home, "pair C00001 T00001 --role 代理家长 --from 2024-09-01", "不在册");
    refuses(&home, "pair C00001 T00001", "--role");
    refuses(&home, "unpair C00001 T00001", "现在结着对的：代理家长 教师T00002");
    refuses(&home, "unpair C00001 T00002 --role 辅导员", "辅导员不是 教师T00002");
    refuses(&home, "unpair C00001 T00002 --date 2024-10-07", "不能到10月7日（周一）为止");
    assert_eq!(home.run("pair C00001 T00002 --role 辅导员").code, 0);
    refuses(&home, "unpair C00001 T00002", "--role counsellor（辅导员）、--role proxy_parent");
    assert_eq!(home.run("unpair C00001 T00002 --role 辅导员").code, 0);
    let after = "pair C00001 T00002 --role 代理家长 --from 2024-11-16";
    assert_eq!(home.run("unpair C00001 T00002 --role 代理家长 --date 2024-11-15").code, 0);
    assert_eq!(home.run(after).code, 0, "one that has ended may begin again");
}

#[test]
fn a_dry_run_writes_nothing_and_a_named_operation_is_done_once() {
    let home = home();
    let before = home.read("children/C00001.toml");
    let ran = home.run("pair C00001 T00002 --role 代理家长 -n");
    assert!(ran.err.starts_with("试运行") && ran.err.contains("已结对"), "{}", ran.err);
    assert_eq!(home.read("children/C00001.toml"), before);
    assert!(!home.root().join("log").exists());
    let line = "pair C00001 T00002 --role 代理家长 --op-id once --format json";
    let first: serde_json::Value = serde_json::from_str(&home.run(line).out).unwrap();
    let files = ["children/C00001.toml", "log/change/2024-11.csv"];
    assert_eq!(first["files"], serde_json::json!(files));
    assert_eq!(first["written"].as_array().unwrap().len(), 2);
    let again: serde_json::Value = serde_json::from_str(&home.run(line).out).unwrap();
    assert_eq!(again["batch"], first["batch"]);
    assert_eq!(home.read("children/C00001.toml").matches("[[pair]]").count(), 1);
}

#[test]
fn a_pair_may_be_ended_after_the_child_has_left() {
    let left = "class = \"2021-2\"\n[[spell]]\njoined = 2024-09-02\nleft = 2024-10-31\n\n\
                [[pair]] # since the beginning\nstaff = \"T00002\"\nrole = \"proxy_parent\"\n\
                from = 2024-09-02\n";
    let home = home().child("C00003", left);
    let before = home.read("children/C00003.toml");
    assert_eq!(home.run("unpair C00003 T00002").code, 0);
    let after = home.read("children/C00003.toml");
    let lines = |text: &str| text.lines().map(str::to_owned).collect::<Vec<_>>();
    let kept: Vec<String> =
        lines(&after).into_iter().filter(|line| line != "until = 2024-11-18").collect();
    assert_eq!((kept, lines(&after).len()), (lines(&before), lines(&before).len() + 1));
    let checked = home.run("check outside-spells").out;
    assert!(!checked.contains("outside-spells]"), "{checked}");
}
