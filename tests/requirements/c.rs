//! School C: the classes of care, the proxy guardians and the buddies.

use crate::school::School;

/// Both children have 刘敏 as their proxy guardian.
fn with_guardians(preset: &str) -> School {
    let school = School::of(preset);
    for child in ["李小明", "赵佳怡"] {
        school.does(&format!("pair {child} 刘敏 --role 代管家长 --from 2024-09-02"));
    }
    school
}

#[test]
fn c01_every_child_is_of_one_class_of_care_and_the_shares_are_printed() {
    let school = School::of("tingshui");
    school.keeps(
        "edit-child 李小明 --set 监护类型=隔代监护",
        ("children/李小明.toml", "care_type = \"grandparent\""),
    );
    school.tells("overdue --rule child-file", "赵佳怡 监护类型");
    school.does("edit-child 赵佳怡 --set 监护类型=父母单方监护");
    school.does("add-child 孙浩 --class 2022-1 --joined 2024-09-02 --care-type 亲朋监护");
    school.tells("list --count-by 监护类型", "父母单方监护 1 33 %");
    school.tells("list --count-by 监护类型 --digits", "亲朋监护 1 33.33 %");
    school.tells("list --count-by 监护类型", "合计 3");
    school.refuses("edit-child 李小明 --set 监护类型=散养", "“监护类型”只有这些选项");
}

#[test]
fn c02_the_problems_of_a_child_are_noted_as_tags() {
    let school = School::of("tingshui");
    school.keeps(
        "edit-child 李小明 --set 标签=缺少家教、缺少沟通",
        ("children/李小明.toml", "tags = [\"缺少家教\", \"缺少沟通\"]"),
    );
    school.tells("list --where 标签=缺少沟通", "李小明");
    school.hides("list --where 标签=缺少沟通", "赵佳怡");
    school.tells("show 李小明", "标签 缺少家教 缺少沟通");
    school.refuses("edit-child 李小明 --set 毛病=缺少沟通", "没有“毛病”这个字段");
}

#[test]
fn c03_file_and_growth_bag_are_kept_together() {
    let school = School::of("tingshui");
    school.tells("overdue --rule growth-bag", "李小明 成长记录");
    school.keeps(
        "成长记录 李小明 --date 10.9 --category 获奖 --title 演讲二等奖 --kept-in 档案柜2",
        ("log/growth/2024-10.csv", ",2024-10-09,李小明,,made,award,演讲二等奖,档案柜2,"),
    );
    school.hides("overdue --rule growth-bag", "李小明");
    school.tells("show 李小明 --all", "2024-10-09 成长记录 获奖 演讲二等奖");
    school.refuses("成长记录 李小明 --category 零食", "homework");
}

#[test]
fn c06_the_head_teacher_reports_to_the_parents() {
    let school = School::of("tingshui");
    school.tells("overdue --level inform --rule report-to-parents", "李小明 从未 刘敏");
    school.keeps(
        "家长反馈 李小明 --date 10.11 --staff 刘敏 --mode 电话 --content 数学有进步",
        ("log/feedback/2024-10.csv", ",2024-10-11,李小明,刘敏,made,phone,数学有进步,"),
    );
    school.tells("overdue --level inform --rule report-to-parents", "李小明 4 2024-10-11");
    school.tells("records 家长反馈", "李小明 刘敏 电话 数学有进步");
    school.refuses("家长反馈 --content 数学有进步 --no-input", "没有说是哪些儿童");
}

#[test]
fn c07_each_child_has_a_proxy_guardian() {
    let school = School::of("tingshui");
    school.tells("overdue --rule proxy-guardian", "李小明 未安排代管家长");
    school.keeps(
        "pair 李小明 刘敏 --role 代管家长 --from 2024-09-02",
        ("children/李小明.toml", "staff = \"刘敏\"\nrole = \"proxy_guardian\""),
    );
    school.hides("overdue --rule proxy-guardian", "李小明");
    school.tells("list 结对", "李小明 刘敏 代管家长");
    school.refuses("pair 李小明 刘敏 --role 家长代表", "没有“家长代表”这个角色");
}

#[test]
fn c08_only_the_proxy_guardians_own_visit_fills_the_month() {
    let school = with_guardians("tingshui");
    school.keeps(
        "家访 李小明 --mode 上门 --staff 刘敏 --date 9.20 --met 爷爷",
        ("log/visit/2024-09.csv", ",2024-09-20,李小明,刘敏,made,in_person,爷爷,"),
    );
    school.does("家访 赵佳怡 --mode 上门 --staff 陈刚 --date 9.20");
    school.tells("obligations --rule monthly-visit", "李小明 2024-09 完成");
    school.tells("overdue --rule monthly-visit", "赵佳怡 每月家访 2024-09-30 刘敏");
    school.refuses("家访 李小明 --staff 没有这人 --date 9.20", "没有叫“没有这人”的人");
}

#[test]
fn c09_a_call_that_nobody_answered_is_kept_and_does_not_count() {
    let school = with_guardians("tingshui");
    school.does(
        "电话联系 李小明 --staff 刘敏 --date 9.12 --receiver 爸爸 --minutes 6 --content 近况",
    );
    school.keeps(
        "电话联系 赵佳怡 --staff 刘敏 --date 9.12 --receiver 妈妈 --outcome attempted",
        ("log/call/2024-09.csv", ",2024-09-12,赵佳怡,刘敏,attempted,"),
    );
    school.tells("obligations --rule monthly-call", "李小明 2024-09 完成 1");
    school.tells("overdue --rule monthly-call", "赵佳怡 每月与家长通话 2024-09-30");
    school.tells("records 电话联系", "赵佳怡 未成");
    school.refuses("电话联系 李小明 --minutes 半小时", "“时长”要写成");
}

#[test]
fn c10_visit_call_and_the_terms_letter_stand_in_one_list() {
    let school = with_guardians("tingshui");
    school.does("书信 赵佳怡 --staff 刘敏 --date 9.25 --direction 学生致家长");
    school.keeps(
        "书信 李小明 --staff 刘敏 --date 9.25 --direction 教师致家长 --topic 新学期",
        ("log/letter/2024-09.csv", ",2024-09-25,李小明,刘敏,made,staff_to_parent,,,新学期,"),
    );
    school.tells("obligations", "李小明 每学期给家长写信 完成");
    school.tells("obligations", "赵佳怡 每学期给家长写信 待办");
    school.tells("obligations", "李小明 每月家访 2024-09 漏办");
    school.tells("obligations", "李小明 每月与家长通话 2024-09 漏办");
    school.refuses("书信 李小明 --direction 教师致学生", "staff_to_parent");
}

#[test]
fn c11_visits_to_tutor_and_to_guide_the_carers_are_told_apart() {
    let school = with_guardians("tingshui");
    school.keeps(
        "家访 李小明 --mode 上门 --staff 陈刚 --date 10.9 --purpose 学习辅导",
        ("log/visit/2024-10.csv", ",2024-10-09,李小明,陈刚,made,in_person,,tutoring,"),
    );
    school.does("家访 赵佳怡 --mode 上门 --staff 陈刚 --date 10.9 --purpose 慰问");
    school.tells("records 家访", "李小明 陈刚 上门 学习辅导");
    school.tells("overdue --level inform --rule tutoring-visit", "李小明 6 2024-10-09");
    school.tells("overdue --level inform --rule tutoring-visit", "赵佳怡 从未");
    school.refuses("家访 李小明 --purpose 吃饭", "tutoring");
}

#[test]
fn c12_a_child_may_have_several_adults_and_all_are_printed() {
    let school = with_guardians("tingshui");
    school.keeps(
        "pair 李小明 陈刚 --role 结对教师 --from 2024-09-02",
        ("children/李小明.toml", "staff = \"陈刚\"\nrole = \"pair_teacher\""),
    );
    school.does("pair 李小明 王芳 --role 代理妈妈 --from 2024-09-02");
    school.tells("list 结对", "李小明 刘敏 代管家长 2");
    school.tells("list 结对", "李小明 陈刚 结对教师 1");
    school.tells("list 结对", "李小明 王芳 代理妈妈 1");
    school.does("帮扶 李小明 --staff 陈刚 --date 10.9 --kind 心理 --content 陪伴");
    school.tells("records 帮扶", "李小明 陈刚 心理 陪伴");
    school.refuses("pair 李小明 王芳 --role 代理妈妈 --from 2024-09-02", "王芳 已经是李小明");
}

#[test]
fn c14_buddies_share_a_weekend_with_consent() {
    let school = School::of("tingshui");
    school.does(
        "知情同意 李小明 赵佳怡 --date 10.9 --kind 活动同意 --given-by 监护人 --scope 周末同住",
    );
    school.keeps(
        "活动 李小明 赵佳怡 --date 10.12 --session 周末 --kind 伙伴互助 --theme 周末做客",
        ("log/activity/2024-10.csv", ",made,weekend,,buddy,周末做客,"),
    );
    school.tells("records 知情同意", "2024-10-09 活动同意 周末同住");
    school.tells("records 活动", "2024-10-12 周末 伙伴互助 周末做客");
    school.tells("show 李小明", "活动 周末做客");
    school.refuses("知情同意 李小明 --kind 默许", "separate");
}

#[test]
fn c15_theme_activities_at_festivals_and_their_prizes_are_kept() {
    let school = School::of("tingshui");
    school.keeps(
        "活动 --class 2021-2 --date 9.14 --kind 主题班会 --theme 关爱留守学生见真情 --effect 好",
        ("log/activity/2024-09.csv", ",theme_meeting,关爱留守学生见真情,,好,"),
    );
    school.does("活动 --class 2021-2 --date 10.9 --kind 演讲 --theme 我是家里的小主人");
    school.does("表彰 李小明 --date 10.9 --kind 竞赛获奖 --holder 李小明");
    school.tells("records 活动", "2024-09-14 主题班会 关爱留守学生见真情");
    school.tells("records 表彰", "李小明 竞赛获奖");
    school.refuses("表彰 李小明 --date 10.9", "缺少 --kind");
}

#[test]
fn c17_difficulties_and_requests_to_the_upper_level_are_kept_for_the_school() {
    let school = School::of("tingshui");
    school.keeps(
        "log-needs --date 10.8 --cause 人数增加、人手不足 --measures 请上级增派教师 \
         --review-on 2024-10-14",
        (
            "log/needs/2024-10.csv",
            ",2024-10-08,,,made,人数增加、人手不足,请上级增派教师,2024-10-14,",
        ),
    );
    school.tells("records needs", "2024-10-08 人数增加、人手不足 请上级增派教师");
    school.tells("check", "log/needs/2024-10.csv date-passed 2024-10-14");
    school.refuses("log-needs --date 2024-10-16 --cause 人手不足", "还没有到");
}

#[test]
fn c04_a_file_that_nobody_reviewed_for_long_is_told() {
    let school = School::of("tingshui");
    school.keeps("settings --set 档案复核天数=30", ("care.toml", "review_days = 30"));
    school.tells("check", "not-reviewed 43");
    school.does("edit-child 李小明 --set 监护人电话=13900139009");
    school.does("log-contact-check 赵佳怡 --date 10.14");
    school.hides("check", "not-reviewed");
    school.tells("records 变更", "李小明 监护人");
    school.refuses("settings --set 档案复核天数=很久", "不小于 1 的整数");
}

#[test]
fn c05_every_category_of_the_growth_bag_is_asked_for() {
    let school = School::of("tingshui");
    school.tells("overdue --level advised --rule growth-categories", "李小明 成长记录");
    school.keeps(
        "成长记录 李小明 --date 10.9 --category 作业样本 --title 数学作业",
        ("log/growth/2024-10.csv", ",made,homework,数学作业,"),
    );
    school.tells("why 李小明 growth-categories", "缺：成长记录各类");
    school.tells("records 成长记录 --count-by 类别", "作业样本 1 100 %");
    school.refuses("成长记录 李小明 --category 零食", "homework");
}

#[test]
fn c13_buddies_are_paired_listed_with_their_post_and_parted() {
    let school = School::of("tingshui");
    school.keeps(
        "buddy 李小明 周宁 --from 2024-09-09 --post 班长",
        ("children/李小明.toml", "[[buddy]]\nname = \"周宁\"\npost = \"班长\"\nfrom = 2024-09-09"),
    );
    school.tells("list 同学 --reveal personal --reason 打印", "李小明 周宁 班长 2024-09-09");
    school.does("buddy 李小明 赵佳怡 --from 2024-09-09");
    school
        .keeps("buddy 李小明 赵佳怡 --post 小队长", ("children/李小明.toml", "post = \"小队长\""));
    school.keeps(
        "unpair 李小明 周宁 --date 2024-10-10",
        ("children/李小明.toml", "until = 2024-10-10"),
    );
    school.tells("list 同学", "李小明 赵** 小队长");
    school.hides("list 同学", "班长");
    school.refuses("buddy 李小明 李小明", "不能和自己结对");
}

#[test]
fn c16_a_rooms_area_is_kept_and_a_small_room_is_told() {
    let school = School::of("tingshui");
    school.does("settings --set 场地面积=20");
    school.does("log-room --date 9.3 --name 活动室 --place 教学楼一层");
    school.tells("check", "log/room/2024-09.csv no-area");
    school.keeps(
        "log-room --date 9.4 --name 活动室 --place 教学楼一层 --area-m2 18.5 --equipment 书架",
        ("log/room/2024-09.csv", ",活动室,教学楼一层,18.5,,书架,"),
    );
    school.tells("check", "small-room 18.5 20");
    school.hides("check", "no-area");
    school.tells("records 场地", "活动室 教学楼一层 18.5 书架");
    school.refuses("log-room --name 活动室 --area-m2 大", "要写");
}
