//! Each daily and termly job of the handbook, through the menu alone. What the handbook has one
//! type is run by `readme`.

use crate::harness::Home;

/// A job, what is answered (`#` picks by what is written, `~` is free text), and what is then seen.
struct Job {
    what: &'static str,
    answers: &'static [&'static str],
    seen: &'static [&'static str],
}

const RECORD: &str = "#记录一件事";
const LOOK: &str = "#查看";
const MEND: &str = "#改错";
const CHILDREN: &str = "#儿童：";
const STAFF: &str = "#教师：";
const MANAGE: &str = "#管理";

const fn job(
    what: &'static str,
    answers: &'static [&'static str],
    seen: &'static [&'static str],
) -> Job {
    Job { what, answers, seen }
}

const JOBS: &[Job] = &[
    job("看谁逾期", &["#逾期"], &["命令：care 逾期", "李浩然"]),
    job("看谁快到期", &["#快要到期"], &["命令：care 到期"]),
    job(
        "谈心",
        &[RECORD, "#谈心", "", "#李小明", "王芳", "", "1", "~作业", "."],
        &["已记录：谈心", "撤销：care undo"],
    ),
    job(
        "家访没人在家",
        &[RECORD, "#家访", "昨天", "李浩然", "陈立新", "#未成功", "."],
        &["已记录：家访", "李浩然"],
    ),
    job("通话", &[RECORD, "#电话联系", "", "李浩然", "", "."], &["已记录：电话联系"]),
    job("书信", &[RECORD, "#书信", "", "李浩然", "", "", "1", "."], &["已记录：书信"]),
    job("全班活动", &[RECORD, "#活动", "", "三1", "", "", "."], &["已记录：活动", "三（1）班"]),
    job("查一名儿童", &[LOOK, "#一名儿童", "李浩然"], &["李浩然", "应办事项"]),
    job("儿童名单", &[LOOK, "#儿童名单"], &["诸葛明哲"]),
    job("查以前的记录", &[LOOK, "#查看登记过的记录"], &["命令：care 记录"]),
    job("查找", &[LOOK, "#查找", "~欧阳"], &["欧阳晨曦"]),
    job("为什么", &[LOOK, "#为什么", "李浩然", "."], &["学期三次家访"]),
    job(
        "更正",
        &[MEND, "#更正", "1", "#备注", "~补一句", ""],
        &["撤销：care undo", "--set note=补一句"],
    ),
    job("作废", &[MEND, "#作废", "1", "~记重了"], &["撤销：care undo"]),
    job("撤销", &[CHILDREN, "#联系卡", "李浩然", ".", MEND, "#撤销"], &["命令：care 撤销"]),
    job("看改过什么", &[MEND, "#这台电脑"], &["命令：care 历史"]),
    job("登记教师", &[STAFF, "#登记一名教师", "~钱明", "#结对教师", "."], &["已登记", "钱明"]),
    job(
        "登记儿童",
        &[CHILDREN, "#登记一名", "~林小满", "三1", "#女", "", "", "#隔代监护", "."],
        &["林小满", "三（1）班"],
    ),
    job(
        "修改儿童的情况",
        &[CHILDREN, "#修改", "李浩然", "#风险等级", "#高", "", "."],
        &["风险等级：", "→ 高"],
    ),
    job("转班", &[CHILDREN, "#一名儿童转到", "李浩然", "五1", "12.2", "."], &["五（1）班"]),
    job(
        "离册又回来",
        &[
            CHILDREN,
            "#一名儿童离册",
            "李浩然",
            "12.2",
            "#转学",
            ".",
            "y",
            CHILDREN,
            "#离册的儿童",
            "李浩然",
            "12.16",
            ".",
        ],
        &["已离册：李浩然", "李浩然"],
    ),
    job(
        "暂停和回来",
        &[
            CHILDREN,
            "#一名儿童暂时",
            "李浩然",
            "12.2",
            "",
            "~去看爸妈",
            ".",
            CHILDREN,
            "#暂停的儿童",
            "李浩然",
            "12.9",
            ".",
        ],
        &["去看爸妈"],
    ),
    job(
        "免办",
        &[CHILDREN, "#一名儿童在一段", "李浩然", "#每月谈心", "12.2", "", "~住院", "."],
        &["每月谈心"],
    ),
    job(
        "结对和结束",
        &[
            CHILDREN,
            "#给儿童结对",
            "李浩然",
            "王芳",
            "#代理妈妈",
            ".",
            CHILDREN,
            "#结束儿童",
            "李浩然",
            "王芳",
            "#代理妈妈",
            "",
        ],
        &["代理妈妈"],
    ),
    job(
        "任职和免职",
        &[
            STAFF,
            "#登记一人担任",
            "王芳",
            "#党员",
            "",
            "12.2",
            ".",
            STAFF,
            "#结束一人",
            "王芳",
            "#党员",
            "",
        ],
        &["党员"],
    ),
    job("检查", &[MANAGE, "#检查"], &["命令：care 检查"]),
    job("规则", &[MANAGE, "#学校的规则"], &["命令：care 规则"]),
    job("校历", &[MANAGE, "#校历"], &["命令：care 校历"]),
    job("备份", &[MANAGE, "#把全部记录备份", "..", "."], &["备份做好了", "care-backup-"]),
    job("练习", &[MANAGE, "#建一份练习"], &["练习用的副本建好了"]),
];

#[test]
fn every_daily_and_termly_job_of_the_handbook_is_done_through_the_menu_alone() {
    let mut wrong = Vec::new();
    for Job { what, answers, seen } in JOBS {
        let home = Home::copy_of("examples/guzhuang").at("2024-12-20");
        let answers: Vec<&str> = answers.iter().copied().chain([""]).collect();
        let sat = home.sit("", &answers);
        let missing: Vec<&&str> = seen.iter().filter(|own| !sat.screen.contains(**own)).collect();
        if !missing.is_empty() || sat.code != 0 || sat.heard != answers.len() {
            wrong.push(format!("{what}: exit {}, {missing:?}\n{}", sat.code, sat.screen));
        }
        let copy = format!("{}-practice", home.root().display());
        let _ = std::fs::remove_dir_all(copy);
    }
    assert!(wrong.is_empty(), "{} of {}\n{}", wrong.len(), JOBS.len(), wrong.join("\n====\n"));
}
