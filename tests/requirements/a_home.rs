//! School A: the home itself, its helpers and its means.

use crate::school::School;

#[test]
fn a20_the_home_is_open_at_noon_and_after_school_and_a_missed_session_is_owed() {
    let school = School::of("sunchengsi");
    school.does("rules");
    school.keeps(
        "活动 --class 2021-2 --date 10.14 --session 午间 --kind 课外阅读 --place 之家",
        ("log/activity/2024-10.csv", ",made,noon,之家,reading,"),
    );
    school.tells("obligations --rule home-open", "2024-10-14 午间 完成");
    school.tells("obligations --rule home-open", "2024-10-14 课后 漏办");
    school.does("log-rota --date 2024-10-16 --session 课后 --staff 刘敏");
    school.tells("rota", "2024-10-16 课后 刘敏");
    school.refuses("活动 --session 半夜", "noon");
}

#[test]
fn a21_the_rota_tells_gaps_doubles_loads_and_who_has_not_the_role() {
    let school = School::of("sunchengsi");
    school.keeps(
        "log-rota --date 2024-10-16 --session 午间 --staff 王芳 --role 代理妈妈",
        ("log/rota/2024-10.csv", ",2024-10-16,,王芳,made,noon,proxy_mother,"),
    );
    school.does("log-rota --date 2024-10-18 --session 午间 --staff 王芳 --role 结对教师");
    school.tells("check", "rota-gap 2024-10-17");
    school.tells("check", "not-in-role 结对教师");
    school.does("log-duty --date 10.14 --session 午间 --staff 王芳 --signed 王芳");
    school.tells("rota", "2024-10-14 午间 王芳");
    school.does("log-rota --date 2024-10-18 --session 午间 --staff 王芳 --role 代理妈妈 -y");
    school.tells("check", "on-duty-twice");
    for day in ["14", "15", "16", "17", "18"] {
        school.does(&format!("log-rota --date 2024-10-{day} --session 课后 --staff 王芳 -y"));
    }
    school.tells("check", "too-many-sessions 王芳");
    school.refuses("log-rota --date 2024-10-16 --session 半夜 --staff 王芳", "noon");
}

#[test]
fn a26_contact_with_parents_and_guardians_is_counted() {
    let school = School::of("sunchengsi");
    school.does("rules --adopt monthly-guardian-contact --suggest guzhuang -y");
    school.keeps(
        "监护人沟通 李小明 --date 10.8 --mode 电话 --staff 刘敏 --carer 奶奶 --life 按时吃饭",
        ("log/guardian_contact/2024-10.csv", ",2024-10-08,李小明,刘敏,made,phone,奶奶,按时吃饭,"),
    );
    school.tells("obligations --rule monthly-guardian-contact", "李小明 2024-10 完成 1");
    school.tells("overdue --rule monthly-guardian-contact", "赵佳怡 每月监护人沟通");
    school.refuses("监护人沟通 --date 10.8 --carer 奶奶 --no-input", "没有说是哪些儿童");
}

#[test]
fn a28_experience_is_exchanged_at_seminars_and_round_tables() {
    let school = School::of("sunchengsi");
    school.keeps(
        "会议 --date 9.27 --kind 研讨会 --matters 交流经验 --staff 刘敏、陈刚",
        ("log/meeting/2024-09.csv", ",2024-09-27,,刘敏 陈刚,made,seminar,,交流经验,"),
    );
    school.does("会议 --date 10.9 --kind 座谈会 --matters 留守儿童心理");
    school.tells("records 会议", "2024-09-27 研讨会 交流经验");
    school.tells("records 会议", "2024-10-09 座谈会");
    school.refuses("会议 --date 2024-09-31 --kind 研讨会", "“2024-09-31”");
}

#[test]
fn a30_partners_in_the_village_are_kept_and_the_next_contact_is_told() {
    let school = School::of("sunchengsi");
    school.keeps(
        "log-partner --date 9.5 --name 柳河村委会 --kind 村委会 --phone 0564-3320000 \
         --matter 假期看护 --next-on 2024-10-10",
        ("log/partner/2024-09.csv", "柳河村委会,village,0564-3320000,假期看护,2024-10-10,"),
    );
    school.tells("records partner", "柳河村委会 村委会 假期看护");
    school.hides("records partner", "3320000");
    school.tells("check", "log/partner/2024-09.csv date-passed 2024-10-10");
    school.refuses("log-partner --kind 村委会", "缺少 --name");
}

#[test]
fn a07_each_rule_that_the_school_must_have_is_among_its_documents() {
    let school = School::of("sunchengsi");
    school.keeps(
        "settings --set 必备文件=实施办法、管理办法",
        ("care.toml", "documents = [\"实施办法\", \"管理办法\"]"),
    );
    school.keeps(
        "log-document --date 2024-09-03 --kind 制度 --title 实施办法 --file 文件柜1",
        ("log/document/2024-09.csv", ",made,rule,实施办法,"),
    );
    school.tells("check", "document-missing “管理办法”");
    school.hides("check", "“实施办法”");
    school.does("log-document --date 9.4 --kind 制度 --title 管理办法 --valid-until 2024-09-30");
    school.tells("check", "document-missing “管理办法”");
    school.tells("records 文件", "制度 实施办法 文件柜1");
    school.refuses("settings --set 必备文件=", "没有写内容");
}

#[test]
fn a22_an_activity_is_held_at_one_of_the_schools_places() {
    let school = School::of("sunchengsi");
    school.keeps(
        "settings --set 活动地点=活动室、操场",
        ("care.toml", "places = [\"活动室\", \"操场\"]"),
    );
    school.does("活动 --class 2021-2 --date 10.8 --session 课后 --kind 体育活动 --place 操场");
    school.hides("check", "strange-place");
    school.keeps(
        "活动 --class 2021-2 --date 10.9 --session 午间 --kind 课外阅读 --place 河边",
        ("log/activity/2024-10.csv", ",noon,河边,reading,"),
    );
    school.tells("check", "log/activity/2024-10.csv strange-place “河边”");
    school.tells("settings", "活动地点 活动室、操场");
    school.refuses("settings --set 地方=活动室", "没有叫“地方”的设置");
}

#[test]
fn a23_activities_are_counted_by_kind_and_what_was_not_held_is_told() {
    let school = School::of("sunchengsi");
    school.keeps(
        "settings --set 活动类型=课外阅读、体育活动、心理辅导",
        ("care.toml", "activity_kinds = [\"reading\", \"sport\", \"counselling\"]"),
    );
    for day in ["10.8", "10.9"] {
        school.does(&format!("活动 --class 2021-2 --date {day} --session 午间 --kind 课外阅读"));
    }
    school.does("活动 --class 2021-2 --date 10.10 --session 课后 --kind 体育活动");
    school.tells("records 活动 --count-by 类型", "课外阅读 2 67 %");
    school.tells("records 活动 --count-by kind --format csv", "sport,1,33");
    school.tells("check", "kinds-not-held 心理辅导");
    school.hides("check", "体育活动");
    school.refuses("settings --set 活动类型=打麻将", "只有这些选项");
}

#[test]
fn a27_aid_is_added_up_by_child_and_by_kind() {
    let school = School::of("sunchengsi");
    school.keeps(
        "资助 李小明 --date 9.10 --kind 生活补助 --amount 500 --source 县教育局",
        ("log/aid/2024-09.csv", ",2024-09-10,李小明,,made,living_allowance,500,"),
    );
    school.does("资助 李小明 --date 10.8 --kind 节日慰问 --amount 120.5");
    school.does("资助 赵佳怡 --date 10.8 --kind 节日慰问 --amount 120.5");
    school.tells("records 资助 --sum 金额 --count-by 儿童", "李小明 2 620.5");
    school.tells("records 资助 --sum 金额 --count-by 资助类别", "节日慰问 2 241");
    school.tells("records 资助 --sum 金额", "合计 3 741");
    school.refuses("records 资助 --sum 资金来源", "不能合计");
}

#[test]
fn a29_what_came_in_and_went_out_and_the_balance_are_printed() {
    let school = School::of("sunchengsi");
    school.does("经费 --date 9.10 --direction 收入 --purpose 图书 --amount 800 --source 拨款");
    school.keeps(
        "经费 --date 10.8 --direction 支出 --purpose 图书 --amount 320.5 --receipt 12号",
        ("log/fund/2024-10.csv", ",made,out,图书,320.5,"),
    );
    school.does("经费 --date 10.9 --direction 收入 --purpose 活动 --amount 100");
    school.tells("records 经费 --sum 金额 --count-by 经费用途", "图书 2 800 320.5 479.5");
    school.tells("records 经费 --sum 金额", "合计 3 900 320.5 579.5");
    school.refuses("经费 --direction 收入 --amount 多", "要写");
}

#[test]
fn a19_each_child_has_a_card_that_can_be_printed_and_one_without_is_owed() {
    let school = School::of("sunchengsi");
    school.tells("overdue --rule contact-card", "李小明 联系卡");
    school.keeps(
        "card 李小明 --issued 2024-10-10",
        ("children/李小明.toml", "[contact_card]\nissued_on = 2024-10-10"),
    );
    school.tells("print cards --format json", "李小明");
    school.tells("print report", "有联系卡的 1 名，占 50 %");
    school.refuses("card 李小明 --issued 2024-10-30", "2024-10-30");
}

#[test]
fn a31_the_summary_is_printed_with_the_schools_name_and_day_and_its_own_words() {
    let school = School::of("sunchengsi");
    school.keeps(
        "print report --begin-words",
        ("report/2024-2025-1.md", "## 困难和请求\n<!-- （学校填写：经费"),
    );
    school.tells("print report", "测试小学 工作总结");
    school.keeps("print report -o 总结.html", ("总结.html", "填报日期：2024-10-15"));
    school.tells("print report", "在册留守儿童 2 名，其中男 1 名、女 1 名");
    school.refuses("print report --term 2031-2032-1", "没有“2031-2032-1”这个学期");
}

#[test]
fn a24_the_pairs_are_assessed_and_who_lacks_a_mark_is_told() {
    let school = School::of("sunchengsi");
    school.does("pair 李小明 陈刚 --role 结对教师 --from 2024-09-02");
    school.does("pair 赵佳怡 陈刚 --role 结对教师 --from 2024-09-02");
    school.does("score --begin pair");
    school.keeps(
        "评分 pair 李小明 陈刚 过程=13 成效=12.5 --staff 刘敏",
        (
            "log/assessment/2024-10.csv",
            ",李小明,刘敏,made,pair,李小明/陈刚,process,13,15,2024-2025-1,",
        ),
    );
    school.tells("得分 pair", "李小明/陈刚 13 12.5");
    school.tells("得分 pair", "赵佳怡/陈刚 过程、成效");
    school.tells("得分 pair", "结对考核表 评完 1 没评完 1");
    school.refuses("得分 pair --ranked", "不以留痕、台账作为评价教师的依据");
    school.refuses("评分 pair 李小明 陈刚 过程=16", "0 到 15");
}
