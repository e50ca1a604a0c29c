//! `care appoint` and `care dismiss`: roles that begin, end, and take the pairs of a class along.

use crate::harness::{Home, SETTINGS};

const PAIRING: &str = "\n[pairing]\nfollows_class = [\"proxy_parent\"]\n";

const HEAD: &str = r#"{ role = "head_teacher", class = "2021-2", from = 2024-09-01 }"#;

const RULES: [&str; 2] = [
    "id = \"talk\"\nrecords = [\"talk\"]\nevery = \"month\"\nby = \"proxy_parent\"\nby_only = true",
    "id = \"visit\"\nrecords = [\"visit\"]\nevery = \"term\"\nby = \"head_teacher\"",
];

fn pair(staff: &str, from: &str) -> String {
    format!("\n[[pair]]\nstaff = \"{staff}\"\nrole = \"proxy_parent\"\nfrom = {from}\n")
}

fn home_of(head: &str, new: &str, one: &str, two: &str) -> Home {
    let spell = "[[spell]]\njoined = 2024-09-02\n";
    let home = Home::new()
        .at("2024-11-18")
        .with("care.toml", &format!("{SETTINGS}{PAIRING}"))
        .staff("T00001", head)
        .staff("T00002", new)
        .child("C00001", &format!("class = \"2021-2\"\n{spell}{one}"))
        .child("C00002", &format!("class = \"2021-2\"\n{spell}{two}"))
        .child("C00003", &format!("class = \"2022-1\"\n{spell}{}", pair("T00001", "2024-09-02")))
        .events("talk", "C00001 T00001", &["2024-09-10", "2024-11-12"])
        .events("talk", "C00002 T00002", &["2024-11-13"])
        .events("visit", "C00001 T00001", &["2024-09-20"]);
    RULES.iter().fold(home, |home, rule| home.rule(rule))
}

fn home() -> Home {
    home_of(HEAD, "", &pair("T00001", "2024-09-02"), &pair("T00001", "2024-11-15"))
}

#[track_caller]
fn refuses(home: &Home, line: &str, said: &str) {
    let staff = home.read("staff.toml");
    let ran = home.run(line);
    assert_eq!((ran.out.as_str(), ran.code), ("", 2), "{line}: {}", ran.err);
    assert!(ran.err.contains(said), "{line}: {}", ran.err);
    assert_eq!(home.read("staff.toml"), staff, "{line}");
}

#[test]
fn a_new_head_teacher_ends_the_old_ones_time_and_takes_over_the_pairs_in_one_batch() {
    let home = home();
    let line = "appoint T00002 --role 班主任 --class 四（2）班 --from 2024-11-11";
    let ran = home.run(line);
    let said = [
        "已任命：教师T00002，四（2）班班主任，11月11日（周一）起",
        "教师T00001 的四（2）班班主任到11月10日（周日）为止",
        "儿童C00001（四（2）班）的代理家长由 教师T00001 换成 教师T00002，11月11日（周一）起",
        "儿童C00002（四（2）班）的代理家长由 教师T00001 换成 教师T00002，11月15日（周五）起",
        "撤销：care undo",
    ];
    assert_eq!((ran.err.lines().collect::<Vec<_>>(), ran.code), (said.to_vec(), 0));
    let one = pair("T00001", "2024-09-02") + "until = 2024-11-10\n" + &pair("T00002", "2024-11-11");
    assert!(home.read("children/C00001.toml").ends_with(&one));
    assert!(home.read("children/C00002.toml").ends_with(&pair("T00002", "2024-11-15")));
    assert!(home.read("children/C00003.toml").ends_with(&pair("T00001", "2024-09-02")));
    let changes = home.read("log/change/2024-11.csv");
    let passed = ",pair.staff,T00001 / proxy_parent,T00002 / proxy_parent,";
    assert_eq!(changes.matches(passed).count(), 2, "{changes}");
    let ledger = home.read(".care/ledger");
    assert_eq!(ledger.lines().filter(|line| line.contains("appoint")).count(), 1, "{ledger}");
}

#[test]
fn what_is_judged_after_a_change_of_head_teachers_is_what_the_same_facts_by_hand_give() {
    let by_command = home();
    let line = "appoint T00002 --role head_teacher --class 2021-2 --from 2024-11-11";
    assert_eq!(by_command.run(line).code, 0);
    let old = HEAD.replace(" }", ", until = 2024-11-10 }");
    let new = HEAD.replace("2024-09-01", "2024-11-11");
    let one = pair("T00001", "2024-09-02") + "until = 2024-11-10\n" + &pair("T00002", "2024-11-11");
    let by_hand = home_of(&old, &new, &one, &pair("T00002", "2024-11-15"));
    for today in ["2024-09-30", "2024-11-10", "2024-11-11", "2024-11-18", "2025-01-31"] {
        let judged = |home: &Home| {
            let overdue = home.json(&format!("overdue --today {today}"));
            (home.obligations(today), overdue)
        };
        assert_eq!(judged(&by_command), judged(&by_hand), "{today}");
    }
}

#[test]
fn a_role_may_begin_ahead_and_that_is_said() {
    let home = home();
    let ran = home.run("appoint T00002 --role 副校长 --from 2025-02-17 --lang en");
    let said = "appointed: 教师T00002, vice principal, from 2025-02-17 (Mon)\n\
                2025-02-17 (Mon) is still to come, and it counts from then\n\
                take it back: care undo\n";
    assert_eq!((ran.err.as_str(), ran.code), (said, 0));
    let ran = home.run("appoint T00002 --role 班主任 --class 2021-2 --from 2025-02-17");
    assert_eq!((ran.err.lines().count(), ran.code), (6, 0), "{}", ran.err);
    let changes = home.read("log/change/2024-11.csv");
    assert_eq!(changes.matches(",2024-11-18,C0000").count(), 2, "{changes}");
    let checked = home.run("check --format json").out;
    assert!(!checked.contains("fault") && !checked.contains("pair"), "{checked}");
}

#[test]
fn a_dismissed_head_teacher_leaves_pairs_that_are_named_and_the_next_one_takes_them() {
    let home = home();
    let ran = home.run("dismiss T00001 --role 班主任 --date 2024-11-15");
    let said = [
        "已卸任：教师T00001，四（2）班班主任，到11月15日（周五）为止",
        "还是儿童C00001（四（2）班）的代理家长：\
         care unpair C00001 T00001 --role proxy_parent --date 2024-11-15",
        "还是儿童C00002（四（2）班）的代理家长：\
         care unpair C00002 T00001 --role proxy_parent --date 2024-11-15",
        "由新班主任接着担任：\
         care appoint 教师 --role head_teacher --class 2021-2 --from 2024-11-16",
        "撤销：care undo",
    ];
    assert_eq!((ran.err.lines().collect::<Vec<_>>(), ran.code), (said.to_vec(), 0));
    let ran = home.run("appoint T00002 --role head_teacher --class 2021-2 --from 2024-11-16");
    assert_eq!(ran.err.matches("由 教师T00001 换成 教师T00002").count(), 2, "{}", ran.err);
    assert!(home.read("children/C00001.toml").ends_with(&pair("T00002", "2024-11-16")));
}

#[test]
fn what_cannot_be_is_refused_with_what_to_type() {
    let home = home();
    refuses(&home, "appoint T00002 --role 班主任 --from 11.1", "--class 2021-2");
    refuses(&home, "appoint T00002 --role 班主任 --class 九九班 --from 11.1", "不像班级");
    refuses(&home, "appoint T00002 --role 班长 --from 11.1", "没有“班长”这个角色");
    refuses(&home, "appoint T00009 --role 党员 --from 11.1", "T00009");
    refuses(&home, "appoint T00002 --role 党员", "--from");
    let held = "care dismiss T00001 --role head_teacher --class 2021-2";
    refuses(&home, "appoint T00001 --role 班主任 --class 2021-2 --from 11.1", held);
    let first = "appoint T00002 --role 班主任 --class 2021-2 --from 2024-09-01";
    refuses(&home, first, "教师T00001 从9月1日（周日）起担任四（2）班班主任");
    refuses(&home, "dismiss T00001 --role 校长", "现在担任的：四（2）班班主任");
    refuses(&home, "dismiss T00002 --role 校长", "教师T00002 没有担任校长");
    refuses(&home, "dismiss T00001 --role 班主任 --date 2024-08-31", "staff.toml");
    assert_eq!(home.run("appoint T00001 --role 班主任 --class 2022-1 --from 11.1").code, 0);
    refuses(&home, "dismiss T00001 --role 班主任", "--class 2021-2（四（2）班）、--class 2022-1");
    assert_eq!(home.run("dismiss T00001 --role 班主任 --class 三1班").code, 0);
    refuses(&home, "dismiss T00001 --role 班主任 --class 2022-1", "没有担任三（1）班班主任");
}

#[test]
fn a_place_in_the_leading_group_is_written_with_the_role() {
    let home = home();
    let line = "appoint T00002 --role 副校长 --from 9.2 --rank 副组长 --duty 学习 --duty moral";
    let ran = home.run(line);
    assert_eq!(ran.code, 0, "{}", ran.err);
    let role = "{ role = \"vice_principal\", from = 2024-09-02, rank = \"deputy\", \
                duty = [\"study\", \"moral\"] }";
    assert!(home.read("staff.toml").contains(role), "{}", home.read("staff.toml"));
    assert!(!home.run("check --format json").out.contains("\"fault\""));
    refuses(&home, "appoint T00001 --role 党员 --from 9.2 --rank 队长", "deputy 副组长");
}

#[test]
fn a_dry_run_says_all_of_it_and_writes_nothing() {
    let home = home();
    let files = ["staff.toml", "children/C00001.toml"].map(|file| (file, home.read(file)));
    let ran = home.run("appoint T00002 --role 班主任 --class 2021-2 --from 11.11 -n");
    assert_eq!((ran.err.lines().count(), ran.code), (5, 0), "{}", ran.err);
    assert_eq!(home.run("dismiss T00001 --role 班主任 --dry-run").code, 0);
    for (file, text) in files {
        assert_eq!(home.read(file), text);
    }
    assert!(!home.root().join("log/change").exists());
}

#[test]
fn an_appointment_that_lies_ahead_is_cancelled_by_the_command_that_is_named() {
    let home = home();
    let before = home.read("staff.toml");
    let ran = home.run("appoint T00002 --role 副校长 --from 2025-02-17");
    assert_eq!(ran.code, 0, "{}", ran.err);
    let ran = home.run("dismiss T00002 --role 副校长");
    assert_eq!(ran.code, 2, "{}", ran.out);
    let undo = ran.err.split("care undo ").nth(1).and_then(|rest| rest.split_whitespace().next());
    let undo = undo.unwrap_or_else(|| panic!("{}", ran.err));
    assert_eq!(home.run(&format!("undo {undo}")).code, 0);
    assert_eq!(home.read("staff.toml"), before);
}

#[test]
fn the_time_before_a_head_teacher_who_is_to_come_can_be_filled() {
    let home = home().staff("T00003", "");
    let at = |day: &str| format!("--role 班主任 --class 2021-2 --from {day}");
    assert_eq!(home.run(&format!("appoint T00002 {}", at("2025-02-17"))).code, 0);
    let ran = home.run(&format!("appoint T00003 {}", at("2024-12-02")));
    assert_eq!(ran.code, 0, "{}", ran.err);
    let staff = home.read("staff.toml");
    assert!(staff.contains("from = 2024-12-02, until = 2025-02-16"), "{staff}");
    assert_eq!(home.run("check --today 2025-01-06 two-head-teachers no-head-teacher").code, 0);
    let child = home.read("children/C00001.toml");
    assert!(child.contains("from = 2024-12-02\nuntil = 2025-02-16\n"), "{child}");
    let ran = home.run(&format!("appoint T00003 {}", at("2025-02-17")));
    assert_eq!(ran.code, 2, "{}", ran.out);
}
