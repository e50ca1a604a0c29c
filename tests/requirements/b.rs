//! School B: its four systems, and what each month and each term asks.

use crate::school::School;

#[test]
fn b01_the_four_areas_of_duty_each_have_a_holder_or_the_lack_is_told() {
    let school = School::of("guzhuang");
    school.does("add-staff 周明 --role 党员 --from 2024-09-01");
    school.keeps(
        "appoint 周明 --role 校长 --rank 组长 --duty 安全法制 --from 2024-09-01",
        ("staff.toml", "rank = \"head\", duty = [\"safety_law\"]"),
    );
    school.does("appoint 王芳 --role 辅导员 --rank 成员 --duty 思想品德 --from 2024-09-01");
    school.does("appoint 陈刚 --role 教导主任 --rank 成员 --duty 学习 --from 2024-09-01");
    school.tells("list 教师", "周明 校长 组长 安全法制");
    school.tells("check", "area-without-holder 没有人分管生活");
    school.refuses(
        "appoint 刘敏 --role 副校长 --duty 伙食 --from 2024-09-01",
        "“--duty”只有这些选项",
    );
}

#[test]
fn b02_the_aim_stands_in_the_plan() {
    let school = School::of("guzhuang");
    school.keeps(
        "log-work-item --date 9.3 --plan 年度计划 --item 自我管理、自我保护、自我调节 --due-on 2025-01-17",
        ("log/work_item/2024-09.csv", ",年度计划,,自我管理、自我保护、自我调节,2025-01-17,"),
    );
    school.tells("records work_item", "年度计划 自我管理、自我保护 2025-01-17");
    school.tells("check", "记录完好");
    school.refuses("log-work-item --item 自我管理 --due-on 2025-02-30", "“2025-02-30”");
}

#[test]
fn b04_the_survey_has_five_headings_filled_for_each_child() {
    let school = School::of("guzhuang");
    school.keeps(
        "调查 李小明 --date 10.8 --study 中等 --life 正常 --mind 开朗 --safety 无隐患 --health 良好",
        ("log/survey/2024-10.csv", ",2024-10-08,李小明,,made,中等,正常,开朗,无隐患,良好,"),
    );
    school.does("调查 赵佳怡 --date 10.8 --study 中等");
    school.tells("obligations --rule five-heading-survey", "李小明 完成");
    school.tells("obligations --rule five-heading-survey", "赵佳怡 待办");
    school.tells("records 调查 --class 四（2）班", "李小明 中等 正常 开朗 无隐患 良好");
    school.refuses("调查 --date 10.8 --study 中等 --no-input", "没有说是哪些儿童");
}

#[test]
fn b05_the_childs_file_records_what_the_child_needs_to_grow() {
    let school = School::of("guzhuang");
    school.keeps(
        "log-needs 李小明 --date 9.10 --cause 缺少陪伴 --measures 结对谈心 --review-on 2024-10-10",
        ("log/needs/2024-09.csv", ",2024-09-10,李小明,,made,缺少陪伴,结对谈心,2024-10-10,"),
    );
    school.tells("show 李小明 --all", "2024-09-10 缺少陪伴 结对谈心");
    school.tells("check", "log/needs/2024-09.csv date-passed 2024-10-10");
    school.refuses("log-needs 王小二 --cause 缺少陪伴", "没有叫“王小二”的人");
}

#[test]
fn b07_pair_help_is_recorded_and_the_pair_without_any_is_told() {
    let school = School::of("guzhuang");
    school.does("pair 李小明 陈刚 --role 结对教师 --from 2024-09-02");
    school.tells("overdue --level inform --rule pair-help", "李小明 从未 陈刚");
    school.keeps(
        "帮扶 李小明 --staff 陈刚 --date 10.9 --kind 学习 --content 辅导数学 --effect 有进步",
        ("log/help/2024-10.csv", ",2024-10-09,李小明,陈刚,made,study,辅导数学,,有进步,"),
    );
    school.tells("records 帮扶", "李小明 陈刚 学习 辅导数学");
    school.tells("overdue --level inform --rule pair-help", "李小明 6 2024-10-09");
    school.refuses("帮扶 李小明 --kind 零花钱", "money");
}

#[test]
fn b08_each_child_is_talked_with_once_a_month() {
    let school = School::of("guzhuang");
    school.does("pair 李小明 陈刚 --role 结对教师 --from 2024-09-02");
    school.keeps(
        "谈心 李小明 --staff 陈刚 --date 9.20 --topic 适应新学期 --思想动态 稳定",
        ("log/talk/2024-09.csv", ",2024-09-20,李小明,陈刚,made,,适应新学期,"),
    );
    school.tells("obligations --rule monthly-talk", "李小明 2024-09 完成 1");
    school.tells("obligations --rule monthly-talk", "赵佳怡 2024-09 漏办 0");
    school.tells("overdue --rule monthly-talk", "赵佳怡 每月谈心 2024-09-30");
    school.refuses("谈心 李小明 --date 2024-08-20", "不在册");
}

#[test]
fn b09_visits_at_one_anchor_are_not_visits_at_three() {
    let school = School::of("guzhuang");
    for day in ["9.10", "9.11", "9.12"] {
        school.does(&format!("家访 李小明 --mode 上门 --staff 刘敏 --date {day} -y"));
    }
    school.keeps(
        "家访 赵佳怡 --mode 电话 --staff 刘敏 --date 9.12",
        ("log/visit/2024-09.csv", ",2024-09-12,赵佳怡,刘敏,made,phone,"),
    );
    school.tells("obligations --rule term-visit", "李小明 期初 完成");
    school.tells("obligations --rule term-visit --all", "李小明 期中 未");
    school.tells("overdue --rule term-visit", "赵佳怡 学期三次家访 2024-09-29 刘敏");
    school.refuses("家访 李小明 --date 9.12 --purpose 做客", "routine");
}

#[test]
fn b12_a_letter_or_a_call_fills_the_month() {
    let school = School::of("guzhuang");
    school.keeps(
        "书信 李小明 --date 9.13 --direction 学生致家长 --topic 中秋",
        ("log/letter/2024-09.csv", ",2024-09-13,李小明,,made,child_to_parent,,,中秋,"),
    );
    school.does("亲情电话 赵佳怡 --date 9.14 --receiver 妈妈 --minutes 8");
    school.tells("obligations --rule monthly-letter-or-call", "李小明 2024-09 完成");
    school.tells("obligations --rule monthly-letter-or-call", "赵佳怡 2024-09 完成");
    school.tells("why 李小明 monthly-letter-or-call", "2024-09-13 书信");
    school.tells("why 赵佳怡 monthly-letter-or-call", "2024-09-14 亲情电话");
    school.does("书信 李小明 --date 10.9 --direction 教师致家长");
    school.tells("due --days 30 --rule monthly-letter-or-call", "李小明 2024-10-31");
    school.refuses("书信 李小明 --date 9.13", "缺少 --direction");
}

#[test]
fn b13_the_guardian_is_spoken_with_each_month_on_life_health_and_mind() {
    let school = School::of("guzhuang");
    school.keeps(
        "监护人沟通 李小明 --date 9.18 --mode 面谈 --staff 刘敏 --carer 奶奶 --life 正常 --body 健康 \
         --mind 想父母",
        ("log/guardian_contact/2024-09.csv", ",刘敏,made,in_person,奶奶,正常,健康,想父母,"),
    );
    school.tells("records 监护人沟通", "李小明 面谈 正常 健康 想父母");
    school.tells("obligations --rule monthly-guardian-contact", "李小明 2024-09 完成");
    school.tells("overdue --rule monthly-guardian-contact", "赵佳怡 2024-09-30 刘敏");
    school.refuses("监护人沟通 李小明 --mode 托人", "in_person");
}

#[test]
fn b03_the_four_named_systems_are_among_the_documents() {
    let school = School::of("guzhuang");
    school.keeps(
        "settings --set 必备文件=谈心制度、帮扶制度、家访制度、家校联系制度",
        ("care.toml", "documents = [\"谈心制度\", \"帮扶制度\", \"家访制度\", \"家校联系制度\"]"),
    );
    school.does("log-document --date 9.3 --kind 制度 --title 谈心制度");
    school.tells("check", "document-missing “家校联系制度”");
    for title in ["帮扶制度", "家访制度", "家校联系制度"] {
        school.does(&format!("log-document --date 9.3 --kind 制度 --title {title}"));
    }
    school.hides("check", "document-missing");
    school.tells("records 文件", "制度 家访制度");
    school.refuses("settings --unset 制度", "没有叫“制度”的设置");
}

#[test]
fn b06_one_to_one_pairing_is_switched_on_and_a_second_child_is_told() {
    let school = School::of("guzhuang");
    school.keeps(
        "settings --set 一对一结对=结对教师",
        ("care.toml", "[pairing]\none_to_one = [\"pair_teacher\"]"),
    );
    school.does("pair 李小明 陈刚 --role 结对教师 --from 2024-09-02");
    school.does("pair 赵佳怡 陈刚 --role 结对教师 --from 2024-09-02");
    school.tells("check", "shared-adult");
    school.tells("settings", "一对一结对 结对教师");
    school.tells("list 教师", "陈刚 党员");
    school.does("settings --unset 一对一结对");
    school.hides("check", "shared-adult");
    school.refuses("settings --set 一对一结对=校长", "不和儿童结对");
}

#[test]
fn b10_guardians_are_trained_and_the_share_that_was_reached_is_told() {
    let school = School::of("guzhuang");
    school.keeps(
        "监护人培训 李小明 --date 9.20 --kind 家长会 --topic 隔代教育 --guardians 2",
        ("log/training/2024-09.csv", ",2024-09-20,李小明,,made,parent_meeting,隔代教育,,2,"),
    );
    school.tells("print report", "监护人培训 1 次，2 人次参加，涉及 1 名儿童的监护人，占 50 %");
    school.tells("list", "赵佳怡");
    school.refuses("监护人培训 李小明 --guardians 两个多", "“监护人数”要写成 12");
}

#[test]
fn b14_the_summary_is_sent_up_dated_and_kept_as_a_document() {
    let school = School::of("guzhuang");
    school.tells("print report --from 2024-09-02 --until 2024-10-15", "2024-09-02 至 2024-10-15");
    school.keeps(
        "log-document --date 10.15 --kind 总结 --title 留守儿童之家工作总结 --file 总结.docx",
        ("log/document/2024-10.csv", ",2024-10-15,,,made,summary,留守儿童之家工作总结,"),
    );
    school.tells("records document", "总结 留守儿童之家工作总结");
    school.refuses("print report --from 2025-10-15", "2025-10-15");
}

#[test]
fn b11_the_work_of_the_school_is_scored_for_the_inspection() {
    let school = School::of("guzhuang");
    school.does("score --begin school");
    school.keeps(
        "评分 school 领导小组和制度=18 场地和设施=20 成效=15",
        ("log/assessment/2024-10.csv", ",school,school,leading,18,20,2024-2025,"),
    );
    school.does("讲座 --all --date 10.9 --topic 防溺水");
    school.tells("得分 school", "全校 18 20 15 不合格");
    school.tells("print 考核表 school", "领导小组和制度 20 18");
    school.tells("为什么 --score school 全校 lectures", "2024-10-09 log/lecture/2024-10.csv");
    school.refuses("评分 school 活动=20", "从记录里来");
}
