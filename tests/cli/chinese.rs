//! Whatever a clerk types in Chinese is read as meant, and what cannot be read is told with what
//! was probably meant and where it stands.

use crate::harness::{Home, Ran};

fn guzhuang() -> Home {
    let home = Home::copy_of("examples/guzhuang").own().at_instant("2024-12-20T15:30:00Z");
    home.keep_private();
    home
}

#[track_caller]
fn accepted(home: &Home, line: &str) -> Ran {
    let ran = home.run(line);
    assert_eq!(ran.code, 0, "care {line}\n{}", ran.err);
    ran
}

#[track_caller]
fn refused(home: &Home, line: &str, saying: &[&str]) {
    let ran = home.run(line);
    assert_eq!(ran.code, 2, "care {line}\n{}{}", ran.out, ran.err);
    for said in saying {
        assert!(ran.err.contains(said), "care {line}: no {said:?} in\n{}", ran.err);
    }
}

/// The row of a register that was entered last, as programs read it.
#[track_caller]
fn last(home: &Home, register: &str) -> serde_json::Value {
    let rows = home.json(&format!("records {register} --from 12.19 --until 12.19"));
    let rows = rows.as_array().unwrap().iter();
    rows.max_by_key(|row| row["recorded"].as_str().unwrap().to_owned()).unwrap().clone()
}

#[test]
fn a_register_is_kept_with_chinese_flags_alone() {
    let home = guzhuang();
    let line = "家访 欧阳晨曦 --日期 12.19 --教师 刘敏 --方式 上门 --受访人 奶奶 --存在问题 无 \
                --结果 完成 --备注 很好";
    let _ = accepted(&home, line);
    let row = last(&home, "visit");
    assert_eq!((&row["mode"], &row["met"]), (&"in_person".into(), &"奶奶".into()));
    assert_eq!((&row["note"], &row["outcome"]), (&"很好".into(), &"made".into()));
    assert_eq!(row["staff"][0]["name"], "刘敏");
}

#[test]
fn an_input_methods_dashes_blanks_and_letters_are_read_as_plain_ones() {
    let home = guzhuang();
    let _ = accepted(
        &home,
        "通话　欧阳晨曦 ——日期＝１２．１９ —教师 刘敏 －－时长 ８分钟 －－结果 未接通",
    );
    let row = last(&home, "call");
    assert_eq!((&row["minutes"], &row["outcome"]), (&8.to_string().into(), &"attempted".into()));
    assert_eq!(home.run("名单 ——ｆｏｒｍａｔ　ｊｓｏｎ").out, home.run("list --format json").out);
    assert_eq!(home.run("名单 ——lang en").out, home.run("list --lang en").out);
    // A note may begin with dashes.
    let _ = accepted(&home, "谈心 欧阳晨曦 --日期 12.19 --备注 ——后来好转");
    assert_eq!(last(&home, "talk")["note"], "——后来好转");
}

#[test]
fn a_registers_own_column_goes_before_a_common_flag_of_its_name() {
    let home = guzhuang();
    let ran = accepted(
        &home,
        "交接 --班级 2021-2 --日期 12.19 --移交人 刘敏 --接收人 张三 --未了事项 无",
    );
    assert!(ran.err.contains("交接"), "{}", ran.err);
    assert_eq!(last(&home, "handover")["class"], "2021-2");
    let _ = accepted(&home, "个别教育 欧阳晨曦 --日期 12.19 --立案原因 其他 --结果 好转 --force");
    assert!(home.read("log/plan/2024-12.csv").contains("好转"));
}

#[test]
fn facts_and_corrections_are_set_by_their_labels_and_the_beginnings_of_them() {
    let home = guzhuang();
    let _ = accepted(
        &home,
        "修改儿童 欧阳晨曦 --改 风险＝高 --set carer.relation=奶奶 --原因 走访所见",
    );
    let child = home.run("show 欧阳晨曦 --format json").out;
    assert!(child.contains("high"), "{child}");
    let _ = accepted(&home, "家访 欧阳晨曦 --日期 12.19");
    let id = last(&home, "visit")["id"].as_str().unwrap().to_owned();
    let _ =
        accepted(&home, &format!("更正 {id} --改 受访人=爷爷 --改 家访方式=电话 --改 结果=不在家"));
    let row = last(&home, "visit");
    assert_eq!((&row["met"], &row["outcome"]), (&"爷爷".into(), &"attempted".into()));
    refused(
        &home,
        &format!("更正 {id} --改 受访仁=爷爷"),
        &["是不是：受访人", "错在第 4 个词，--改 后面"],
    );
    let _ = accepted(&home, "登记教师 周兰 --角色 代理家长 --性别 女 --电话 13900139000");
    let _ =
        accepted(&home, "登记儿童 周小兰 --班级 四2 --性别 女 --监护类型 隔代监护 --风险等级 低");
    let _ = accepted(&home, "结对 周小兰 周兰 --角色 代理家长");
}

#[test]
fn lists_are_narrowed_counted_and_grouped_in_chinese() {
    let home = guzhuang();
    let same = |chinese: &str, english: &str| {
        let ran = accepted(&home, chinese);
        assert!(!ran.out.is_empty());
        assert_eq!(ran, home.run(english), "{chinese}");
    };
    same("名单 --条件 监护类型=隔代监护", "list --where care_type=grandparent");
    same("名单 --条件 班级=四2", "list --where class=2021-2");
    same("名单 --统计 风险", "list --count-by risk");
    same("逾期 --分组 班级 --级别 建议", "overdue --group-by class --level advised");
    same("记录 家访 --班级 四2 --月 11月", "records visit --class 2021-2 --month 2024-11");
    same("检查 家访", "check visit");
    same("帮助 家访", "help log-visit");
    same("帮助 退出码", "help exit-codes");
    same("帮助 专题", "help topics");
}

#[test]
fn a_mistyped_word_is_answered_with_the_nearest_that_there_is_and_its_place() {
    let home = guzhuang();
    refused(&home, "家方 欧阳晨曦", &["没有“家方”这个命令", "是不是：家访", "错在第 1 个词"]);
    refused(&home, "走访 欧阳晨曦", &["是不是：家访"]);
    refused(&home, "写信 欧阳晨曦", &["是不是：书信"]);
    refused(&home, "records 写信", &["是不是：书信"]);
    refused(&home, "谈心 欧阳晨曦 --教室 刘敏", &["是不是：--教师", "错在第 3 个词"]);
    refused(&home, "谈心 欧阳晨曦 --方式 面谭", &["是不是：面谈", "错在第 4 个词，--方式 后面"]);
    refused(&home, "谈心 欧阳晨曦 --日期 13.45", &["看不懂日期", "错在第 4 个词，--日期 后面"]);
    refused(&home, "通话 欧阳晨曦 --时长 1小时", &["“时长”要写成 12", "错在第 4 个词"]);
    refused(&home, "逾期 --规则 每月谈心心", &["是不是：", "错在第 3 个词，--规则 后面"]);
    refused(&home, "帮助 退出马", &["是不是：退出码"]);
    refused(&home, "名单 --统计 风险度", &["是不是：风险等级"]);
    refused(&home, "谈心 欧阳晨西", &["是不是：欧阳晨曦", "错在第 2 个词"]);
}

#[test]
fn of_whatever_is_mistyped_one_line_says_what_was_meant_in_either_language() {
    let home = guzhuang();
    for (line, meant) in [
        ("lis", "list"),
        ("recrods", "records"),
        ("log", "log-<"),
        ("log-talkk oycx", "log-talk"),
        ("log-book_laon oycx", "log-book-loan"),
        ("log-谈新 oycx", "谈心"),
        ("help log-tlak", "log-talk"),
        ("open rooster", "roster"),
        ("template 花民册 -o x.xlsx", "花名册"),
        ("overdue --clas 三1", "--class"),
        ("list --format tabel", "table"),
        ("list 儿章", "儿童"),
        ("rates --by 班纪", "班级"),
        ("calendar 加学起 2025-1", "加学期"),
        ("log-talk oycx --outcome 未接同", "未接通"),
    ] {
        for (lang, words) in [("zh-CN", "是不是"), ("en", "did you mean")] {
            let ran = home.run(&format!("{line} --lang {lang}"));
            assert_eq!(ran.code, 2, "{line}: {}", ran.err);
            let said: Vec<&str> = ran.err.lines().filter(|own| own.contains(words)).collect();
            assert_eq!(said.len(), 1, "{line}: {}", ran.err);
            assert!(said[0].contains(meant), "{line}: {}", ran.err);
        }
    }
    // What may be written is told in the words of the language.
    refused(&home, "rates --by x", &["class 班级, staff 教师", "错在第 3 个词，--by 后面"]);
    assert!(home.run("rates --by x --lang en").err.contains("class, staff, rule, month"));
    refused(&home, "rota 多的", &["“多的”多了，不知道是什么", "错在第 2 个词"]);
    refused(&home, "overdue --class 九9", &["没有“九9”这个班", "那天有：一（1）班、"]);
}
