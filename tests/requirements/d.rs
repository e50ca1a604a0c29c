//! School D: the proxy parents, their talks and cards, and the sunny stage.

use crate::school::School;

/// Both children have 刘敏 as their proxy parent.
fn with_parents() -> School {
    let school = School::of("wangjiaba");
    for child in ["李小明", "赵佳怡"] {
        school.does(&format!("pair {child} 刘敏 --role 代理家长 --from 2024-09-02"));
    }
    school
}

#[test]
fn d01_the_documents_from_above_are_listed() {
    let school = School::of("wangjiaba");
    school.keeps(
        "log-document --date 9.3 --kind 通知 --title 校内留守儿童之家建设和管理办法 --number 皖教1号 \
         --issuer 省教育厅 --file 文件柜1",
        ("log/document/2024-09.csv", ",notice,校内留守儿童之家建设和管理办法,皖教1号,省教育厅,,文件柜1,"),
    );
    school.tells("records document", "2024-09-03 通知 校内留守儿童之家建设 皖教1号 省教育厅");
    school.refuses("log-document --date 9.3 --kind 通知 --issuer 省教育厅", "缺少 --title");
}

#[test]
fn d02_the_management_group_has_three_ranks() {
    let school = School::of("wangjiaba");
    school.does("add-staff 周明 --role 党员 --from 2024-09-01");
    school.does("appoint 陈刚 --role 副校长 --rank 副组长 --from 2024-09-01");
    school.tells("check", "no-group-head");
    school.does("appoint 周明 --role 校长 --rank 组长 --from 2024-09-01");
    school.keeps(
        "appoint 王芳 --role 班主任 --class 2022-1 --rank 成员 --from 2024-09-01",
        ("staff.toml", "class = \"2022-1\", from = 2024-09-01, rank = \"member\""),
    );
    school.tells("list 教师", "周明 校长 组长");
    school.tells("list 教师", "陈刚 副校长 副组长");
    school.tells("list 教师", "王芳 班主任 成员");
    school.refuses(
        "appoint 刘敏 --role 副校长 --rank 委员 --from 2024-09-01",
        "“--rank”只有这些选项",
    );
}

#[test]
fn d03_help_is_of_four_kinds() {
    let school = with_parents();
    school.keeps(
        "帮扶 李小明 --staff 刘敏 --date 10.9 --kind 思想 --content 谈理想",
        ("log/help/2024-10.csv", ",2024-10-09,李小明,刘敏,made,thinking,谈理想,"),
    );
    for kind in ["学习", "言行", "生活"] {
        school.does(&format!("帮扶 李小明 --staff 刘敏 --date 10.10 --kind {kind} -y"));
        school.tells("records 帮扶", &format!("2024-10-10 李小明 刘敏 {kind}"));
    }
    school.refuses("帮扶 李小明 --kind 其他", "study");
}

#[test]
fn d04_model_cases_stand_beside_the_plan() {
    let school = School::of("wangjiaba");
    school.does("log-work-item --date 9.3 --plan 工作方案 --item 树立典型 --due-on 2024-12-31");
    school.keeps(
        "log-model-case 李小明 --date 10.9 --title 从沉默到开朗 --about 代理家长每周谈心",
        ("log/model_case/2024-10.csv", ",2024-10-09,李小明,,made,从沉默到开朗,代理家长每周谈心,"),
    );
    school.tells("records work_item", "工作方案 树立典型 2024-12-31");
    school.tells("records model_case", "2024-10-09 李小明 从沉默到开朗");
    school.refuses("log-model-case --about 谈心", "缺少 --title");
}

#[test]
fn d05_file_and_card_of_each_child_are_listed_by_class() {
    let school = School::of("wangjiaba");
    school.does("add-child 孙浩 --class 2022-1 --joined 2024-09-02");
    school.tells("overdue --group-by class --rule child-file", "李小明 联系卡");
    school.does("edit-child 李小明 --set 监护人电话=13900139009 --set 父亲电话=13900139008");
    school.keeps(
        "card 李小明 --issued 2024-09-10",
        ("children/李小明.toml", "issued_on = 2024-09-10"),
    );
    school.tells("show 李小明", "联系卡 2024-09-10");
    school.tells("list --class 四2", "李小明");
    school.hides("list --class 四2", "孙浩");
    school.refuses("card 李小明 --issued 2024-12-10", "还没有到");
}

#[test]
fn d07_teachers_keep_a_diary_and_those_without_an_entry_are_told() {
    let school = School::of("wangjiaba");
    school.tells("overdue --level inform --rule care-diary", "刘敏 从未");
    school.keeps(
        "关爱日记 李小明 --staff 刘敏 --date 10.11 --text 今天他笑了",
        ("log/diary/2024-10.csv", ",2024-10-11,李小明,刘敏,made,今天他笑了,"),
    );
    school.tells("overdue --level inform --rule care-diary", "刘敏 4 2024-10-11");
    school.tells("records 关爱日记 --staff 刘敏", "2024-10-11 李小明 今天他笑了");
    school.refuses("关爱日记 李小明 --staff 没有这人 --text 笑了", "没有叫“没有这人”的人");
}

#[test]
fn d08_proxy_parents_exchange_with_the_guardian_and_feed_back() {
    let school = with_parents();
    school.keeps(
        "监护人沟通 李小明 --staff 刘敏 --mode 面谈 --date 10.10 --carer 爷爷 --request 多辅导 \
         --result 每周两次",
        ("log/guardian_contact/2024-10.csv", ",in_person,爷爷,,,,多辅导,每周两次,"),
    );
    school.tells("records 监护人沟通", "李小明 刘敏 面谈 多辅导 每周两次");
    school.tells("overdue --level inform --rule guardian-exchange", "李小明 5 2024-10-10 刘敏");
    school.tells("overdue --level inform --rule guardian-exchange", "赵佳怡 从未 刘敏");
    school.refuses("监护人沟通 李小明 --date 2024-10-16 --carer 爷爷", "还没有到");
}

#[test]
fn d09_round_tables_bring_parents_children_and_guardians_together() {
    let school = with_parents();
    school.tells("overdue --level inform --rule round-table", "座谈会 从未");
    school.keeps(
        "会议 李小明 赵佳怡 --date 10.11 --kind 座谈会 --staff 刘敏 --matters 期中复习 \
         --present 代理家长1人、监护人2人",
        ("log/meeting/2024-10.csv", ",刘敏,made,round_table,,期中复习,,代理家长1人、监护人2人"),
    );
    school.tells("overdue --level inform --rule round-table", "座谈会 4 2024-10-11");
    school.tells("records 会议", "李小明、赵佳怡 刘敏 座谈会 期中复习 代理家长1人");
    school.refuses("会议 --date 10.11 --kind 聚餐", "round_table");
}

#[test]
fn d11_a_serious_case_has_a_plan_whose_review_is_not_late() {
    let school = with_parents();
    school.does("edit-child 李小明 --set 标签=serious --from 2024-09-02");
    school.tells("overdue --rule individual-plan", "李小明 个别教育");
    school.keeps(
        "个别教育 李小明 --date 9.10 --trigger 学习严重滑坡 --goals 及格 --measures 每日辅导 \
         --review-on 2024-10-10",
        ("log/plan/2024-09.csv", ",made,study_decline,及格,每日辅导,2024-10-10,"),
    );
    school.hides("overdue --rule individual-plan", "李小明");
    school.tells("overdue --level advised --rule plan-review", "李小明 2024-10-10");
    school.tells("records plan --reveal restricted --reason 复查", "李小明 学习严重滑坡 及格");
    school.hides("show 李小明", "每日辅导");
    school.refuses("个别教育 李小明 --trigger 顽皮", "personality");
}

#[test]
fn d14_the_family_line_is_made_known_and_who_never_called_is_told() {
    let school = School::of("wangjiaba");
    school.does("rules --adopt family-call --suggest goudun -y");
    school.does("log-publicity --date 9.2 --kind 公示 --title 亲情电话0558-3320000");
    school.tells("records publicity", "公示 亲情电话0558-3320000");
    school.keeps(
        "亲情电话 李小明 --date 10.9 --mode 电话 --receiver 妈妈 --minutes 6 --line 学校电话",
        ("log/family_call/2024-10.csv", ",2024-10-09,李小明,,made,phone,妈妈,6,school_line,"),
    );
    school.tells("overdue --level inform --rule family-call", "李小明 6 2024-10-09");
    school.tells("overdue --level inform --rule family-call", "赵佳怡 从未");
    school.tells("records 亲情电话", "李小明 6 学校电话");
    school.refuses("亲情电话 李小明 --line 公用电话", "school_line");
}

#[test]
fn d15_the_weekly_talk_fills_all_four_headings() {
    let school = with_parents();
    school.keeps(
        "谈心 李小明 --staff 刘敏 --date 10.9 --study 稳定 --life 正常 --mood 开朗 --body 健康",
        ("log/talk/2024-10.csv", ",2024-10-09,李小明,刘敏,made,,,稳定,正常,开朗,健康,"),
    );
    school.does("谈心 赵佳怡 --staff 刘敏 --date 10.9 --study 稳定");
    school.tells("obligations --rule weekly-talk", "李小明 第6周 完成 1");
    school.tells("overdue --rule weekly-talk", "赵佳怡 每周谈心 刘敏");
    school.tells("records 谈心", "李小明 刘敏 稳定 正常 开朗 健康");
    school.refuses("谈心 李小明 --staff 刘敏 --睡眠 好", "没有“--睡眠”这个选项");
}

#[test]
fn d16_a_visit_to_guardian_or_parents_is_fed_back() {
    let school = with_parents();
    school.keeps(
        "家访 李小明 --mode 上门 --staff 刘敏 --date 10.12 --met 爷爷 --guardian-opinion 放心 \
         --school-feedback 上课专心",
        ("log/visit/2024-10.csv", ",made,in_person,爷爷,,,放心,,,,,上课专心,"),
    );
    school.tells("overdue --level inform --rule guardian-exchange", "李小明 3 2024-10-12");
    school.tells("records 家访", "李小明 刘敏 上门 放心 上课专心");
    school.does("家长反馈 李小明 --date 10.12 --staff 刘敏 --mode 面谈 --content 近来专心");
    school.tells("records 家长反馈", "李小明 刘敏 面谈 近来专心");
    school.refuses("家访 李小明 --date 前天晚上 --mode 上门", "看不懂日期“前天晚上”");
}

#[test]
fn d18_the_child_writes_at_festivals_and_on_the_elders_birthday() {
    let school = with_parents();
    school.does("edit-child 李小明 --elder 王桂英=农历8.15");
    school.keeps(
        "书信 李小明 --date 9.16 --staff 刘敏 --direction 学生致家长 --occasion 中秋节 \
         --reply-on 2024-09-28",
        ("log/letter/2024-09.csv", ",李小明,刘敏,made,child_to_parent,mid_autumn,,,2024-09-28,"),
    );
    school.tells("obligations --rule occasion-letter", "李小明 中秋节 完成");
    school.tells("obligations --rule occasion-letter", "李小明 长辈生日 2024-09-17 完成");
    school.tells("obligations --rule occasion-letter", "赵佳怡 中秋节 漏办");
    school.tells("records 书信", "李小明 学生致家长 中秋节 2024-09-28");
    school.refuses("书信 李小明 --direction 学生致家长 --occasion 泼水节", "mid_autumn");
}

#[test]
fn d06_pairs_follow_the_head_teacher_once_that_is_switched_on() {
    let school = School::of("wangjiaba");
    school.keeps(
        "settings --set 随班主任=代理家长 --set 每人一位=代理家长",
        ("care.toml", "follows_class = [\"proxy_parent\"]\nexactly_one = [\"proxy_parent\"]"),
    );
    school.tells("check", "no-adult");
    for child in ["李小明", "赵佳怡"] {
        school.does(&format!("pair {child} 刘敏 --role 代理家长 --from 2024-09-02"));
    }
    school.hides("check", "no-adult");
    school.does("appoint 王芳 --role 班主任 --class 2021-2 --from 2024-10-14");
    school.tells("list 结对", "李小明 王芳 代理家长 2024-10-14");
    school.refuses("settings --set 随班主任=门卫", "门卫");
}

#[test]
fn d10_one_text_on_the_talk_cards_of_many_children_is_told() {
    let school = School::of("wangjiaba");
    school.does("settings --set 雷同谈话人数=2");
    school.keeps(
        "谈心 李小明 --staff 刘敏 --date 10.9 --content 最近学习认真上课专心",
        ("log/talk/2024-10.csv", "最近学习认真上课专心"),
    );
    school.hides("check", "same-text");
    school.does("谈心 赵佳怡 --staff 刘敏 --date 10.10 --content 最近学习认真上课专心");
    school.tells("check", "log/talk/2024-10.csv same-text 2");
    school.tells("records 谈心", "赵佳怡 刘敏 最近学习认真上课专心");
    school.refuses("settings --set 雷同谈话人数=1", "不小于 2 的整数");
}

#[test]
fn d13_a_school_year_without_a_stocktake_is_told() {
    let school = School::of("wangjiaba");
    school.keeps("settings --set 每年盘点=是", ("care.toml", "yearly_stocktake = true"));
    school.does("log-asset --date 9.3 --move 入库 --name 电视机 --quantity 1 --source 拨付");
    school.tells("check", "care.toml no-stocktake");
    school.keeps(
        "log-asset --date 10.8 --move 盘点 --name 电视机 --quantity 1",
        ("log/asset/2024-10.csv", ",stocktake,电视机,1,"),
    );
    school.hides("check", "no-stocktake");
    school.tells("records 物品", "盘点 电视机 1");
    school.refuses("settings --set 每年盘点=也许", "只有这些选项");
}

#[test]
fn d17_who_took_part_in_nothing_is_told_and_the_rate_of_each_is_printed() {
    let school = School::of("wangjiaba");
    school.keeps(
        "活动 李小明 --date 10.9 --kind 书画 --theme 阳光舞台",
        ("log/activity/2024-10.csv", ",calligraphy,阳光舞台,"),
    );
    school.does("活动 李小明 --date 10.10 --kind 乒乓球 --theme 两体两艺");
    school.tells("overdue --level inform --rule sunny-stage", "赵佳怡 从未");
    school.tells("records 活动 --count-by 儿童", "李小明 2 100 %");
    school.refuses("活动 李小明 --kind 麻将", "calligraphy");
}

#[test]
fn d12_classes_and_teachers_are_assessed_and_awards_follow() {
    let school = with_parents();
    school.does("score --begin class");
    school.does("score --begin teacher");
    school.keeps(
        "评分 class 四2 档案齐全=19 成长记录袋=18 学生进步=17",
        ("log/assessment/2024-10.csv", ",class,2021-2,files,19,20,2024-2025-1,"),
    );
    school.does("评分 teacher 刘敏 quality=18 progress=14 parents=15");
    school.tells("得分 class", "四（2）班 19 18 17");
    school.tells("得分 teacher", "王芳 谈心质量、学生进步、家长满意");
    school.does("settings --set 按分排名=是");
    school.tells("得分 class --ranked", "名次");
    school.tells("得分 class --ranked --format csv", "class,2024-2025-1,2021-2,1,");
    school.does("log-award --date 10.15 --kind 先进班级 --holder 四2");
    school.does("log-award --date 10.15 --kind 先进代理家长 --holder 刘敏 --staff 刘敏");
    school.tells("print 考核表 class", "本周期表彰 先进班级");
    school.tells("print 考核表 teacher 刘敏", "本周期表彰 先进代理家长");
    school.refuses("评分 class 四2 档案齐全=21", "0 到 20");
}
