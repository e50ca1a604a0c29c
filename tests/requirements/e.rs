//! School E: the group and its office, the lectures, the network around the school.

use crate::school::School;

/// Both children have 刘敏 as their proxy guardian.
fn with_guardians() -> School {
    let school = School::of("goudun");
    for child in ["李小明", "赵佳怡"] {
        school.does(&format!("pair {child} 刘敏 --role 代管家长 --from 2024-09-02"));
    }
    school
}

#[test]
fn e01_the_leading_group_has_an_office() {
    let school = School::of("goudun");
    school.does("add-staff 周明 --role 党员 --from 2024-09-01");
    school.does("appoint 周明 --role 校长 --rank 组长 --from 2024-09-01");
    school.does("appoint 陈刚 --role 副校长 --rank 副组长 --from 2024-09-01");
    school.keeps(
        "appoint 王芳 --role 辅导员 --rank 办公室 --from 2024-09-01",
        ("staff.toml", "{ role = \"counsellor\", from = 2024-09-01, rank = \"office\" }"),
    );
    school.tells("list 教师", "王芳 办公室");
    school.tells("list 教师", "周明 校长 组长");
    school.refuses(
        "appoint 刘敏 --role 关工委主任 --rank 办公室 --from 2024-09-01",
        "没有“关工委主任”这个角色",
    );
}

#[test]
fn e02_the_group_meets_and_the_term_without_a_meeting_is_told() {
    let school = School::of("goudun");
    school.tells("overdue --level inform --rule leading-group", "全校 领导小组会议 从未");
    school.keeps(
        "会议 --date 9.6 --kind 领导小组 --chair 周明 --matters 思想现状 --decisions 刘敏负责四年级",
        ("log/meeting/2024-09.csv", ",leading_group,周明,思想现状,刘敏负责四年级,"),
    );
    school.tells("overdue --level inform --rule leading-group", "领导小组会议 2024-09-06");
    school.tells("records 会议", "2024-09-06 领导小组 思想现状 刘敏负责四年级");
    school.refuses("会议 --date 2024-11-01 --kind 领导小组", "还没有到");
}

#[test]
fn e04_file_card_and_growth_bag_are_there_or_owed() {
    let school = School::of("goudun");
    school.tells("overdue --rule child-file", "李小明 监护人 联系卡");
    school.does(
        "edit-child 李小明 --set 监护类型=隔代监护 --set 监护人=王桂英 --set carer.relation=奶奶",
    );
    school.does("edit-child 李小明 --set 监护人电话=13900139009 --set 父亲电话=13900139008");
    school.keeps(
        "card 李小明 --issued 2024-09-10",
        ("children/李小明.toml", "issued_on = 2024-09-10"),
    );
    school.does("成长记录 李小明 --date 10.9 --category 自我介绍 --title 我");
    school.hides("overdue --rule growth-bag", "李小明");
    school.tells("list --count-by 监护类型", "隔代监护 1 50 %");
    school.tells("show 李小明 --all --full", "监护人 王桂英");
    school.refuses("card 李小明 --issued 昨日早上", "看不懂日期“昨日早上”");
}

#[test]
fn e08_proxy_guardians_visit_call_and_write_and_what_is_not_done_is_owed() {
    let school = with_guardians();
    school.keeps(
        "家访 李小明 --mode 上门 --staff 刘敏 --date 9.18 --purpose 家教指导",
        ("log/visit/2024-09.csv", ",2024-09-18,李小明,刘敏,made,in_person,,guidance,"),
    );
    school.does("电话联系 李小明 --staff 刘敏 --date 9.19 --receiver 妈妈");
    school.does("书信 李小明 --staff 刘敏 --date 9.20 --direction 教师致家长");
    for rule in ["每月家访", "每月与家长通话", "每学期给家长写信"] {
        school.tells("obligations", &format!("李小明 {rule} 完成"));
    }
    school.tells("overdue", "赵佳怡 每月家访 刘敏");
    school.tells("overdue", "赵佳怡 每月与家长通话 刘敏");
    school.refuses("家访 李小明 --mode 上门 --staff 刘敏 --date 8.1", "不在册");
}

#[test]
fn e09_several_teachers_are_paired_with_one_child_and_go_with_it() {
    let school = with_guardians();
    school.keeps(
        "pair 李小明 陈刚 --role 结对教师 --from 2024-09-02",
        ("children/李小明.toml", "staff = \"陈刚\"\nrole = \"pair_teacher\""),
    );
    school.does("帮扶 李小明 --staff 陈刚 --date 10.10 --kind 学习 --content 数学");
    school.tells("list 结对", "李小明 刘敏 代管家长");
    school.tells("list 结对", "李小明 陈刚 结对教师");
    school.tells("records --child 李小明", "2024-10-10 帮扶 陈刚 数学");
    school.does("unpair 李小明 陈刚 --role 结对教师 --date 2024-10-14");
    school.hides("list 结对", "陈刚");
    school.refuses("unpair 李小明 王芳", "没有和 王芳 结着对");
}

#[test]
fn e11_theme_activities_and_social_surveys_are_kept() {
    let school = School::of("goudun");
    school.keeps(
        "活动 --class 2021-2 --date 9.16 --kind 社会调查 --theme 家乡的变化 --place 村里",
        ("log/activity/2024-09.csv", ",made,,村里,social_survey,家乡的变化,"),
    );
    school.does("活动 --class 2021-2 --date 9.14 --kind 主题班会 --theme 中秋团圆");
    school.tells("records 活动", "2024-09-16 社会调查 家乡的变化");
    school.tells("records 活动", "2024-09-14 主题班会 中秋团圆");
    school.refuses("活动 --class 2021-2 --kind 春游", "social_survey");
}

#[test]
fn e12_one_to_two_lectures_a_term_reach_every_child() {
    let school = School::of("goudun");
    school.keeps(
        "讲座 李小明 --date 9.20 --kind 安全 --topic 防溺水 --speaker 王警官 --speaker-unit 派出所",
        ("log/lecture/2024-09.csv", ",2024-09-20,李小明,,made,safety,防溺水,王警官,派出所,"),
    );
    school.tells("obligations --rule term-lecture", "李小明 完成 1");
    school.tells("obligations --rule term-lecture", "赵佳怡 待办 0");
    school.tells("overdue --rule term-lecture --today 2025-01-20", "赵佳怡 安全法制讲座");
    school.tells("records 讲座", "2024-09-20 李小明 安全 防溺水 王警官");
    school.refuses("讲座 李小明 --kind 音乐", "safety");
}

#[test]
fn e13_there_are_group_activities_in_holidays() {
    let school = School::of("goudun");
    school.keeps(
        "活动 李小明 赵佳怡 --date 10.3 --session 节假日 --kind 体育活动 --theme 国庆球赛",
        ("log/activity/2024-10.csv", ",made,holiday,,sport,国庆球赛,"),
    );
    school.tells("records 活动", "2024-10-03 节假日 体育活动 国庆球赛");
    school.tells("calendar", "国庆节 2024-10-01");
    school.refuses("活动 李小明 --date 2025-10-03 --session 节假日", "还没有到");
}

#[test]
fn e14_pupils_call_home_at_set_times() {
    let school = School::of("goudun");
    school.keeps(
        "亲情电话 李小明 --date 10.9 --mode 视频 --receiver 爸爸 --minutes 10 --line 视频电脑",
        ("log/family_call/2024-10.csv", ",2024-10-09,李小明,,made,video,爸爸,10,computer,"),
    );
    school.tells("rules", "亲情电话 每月");
    school.tells("overdue --level inform --rule family-call", "李小明 6 2024-10-09");
    school.tells("overdue --level inform --rule family-call", "赵佳怡 从未");
    school.tells("records 亲情电话", "李小明 视频 10 视频电脑");
    school.refuses("亲情电话 李小明 --minutes -5", "“-5”");
}

#[test]
fn e15_books_are_lent_and_read_in_the_home() {
    let school = School::of("goudun");
    school.keeps(
        "图书借阅 李小明 --date 9.20 --title 草房子 --due-on 2024-10-10",
        ("log/book_loan/2024-09.csv", ",2024-09-20,李小明,,made,草房子,2024-10-10,"),
    );
    school.tells("check", "log/book_loan/2024-09.csv date-passed 2024-10-10");
    school.does("活动 李小明 赵佳怡 --date 10.14 --session 课后 --kind 课外阅读 --theme 草房子");
    school.tells("records 图书借阅", "李小明 草房子 2024-10-10");
    school.tells("records 活动", "2024-10-14 课后 课外阅读 草房子");
    school.refuses("图书借阅 李小明 --date 9.20", "缺少 --title");
}

#[test]
fn e16_donations_come_in_and_go_out_and_more_out_than_in_is_told() {
    let school = School::of("goudun");
    school.keeps(
        "捐赠 --date 9.20 --donor 镇关工委 --donor-kind 关工委 --goods 书包 --quantity 20 --receipt 0042 \
         --move 收到",
        ("log/donation/2024-09.csv", ",镇关工委,kgw,,书包,20,,0042,"),
    );
    school.does(
        "捐赠 李小明 赵佳怡 --date 10.8 --goods 书包 --quantity 22 --move 发放 --use 每人一个",
    );
    school.tells("check", "below-zero 2");
    school.does("捐赠 --date 9.30 --goods 书包 --quantity 19 --move 盘点");
    school.tells("check", "stocktake-differs 19 20");
    school.tells("records 捐赠", "2024-09-20 镇关工委 关工委 书包 20 0042");
    school.refuses("捐赠 --donor 镇关工委 --cash 若干", "“捐款金额”要写成");
}

#[test]
fn e17_parents_meet_sit_on_a_committee_and_come_on_open_days() {
    let school = School::of("goudun");
    school.keeps(
        "监护人培训 --class 2021-2 --date 9.25 --kind 家长会 --topic 家庭教育 --guardians 2",
        ("log/training/2024-09.csv", ",made,parent_meeting,家庭教育,,2,"),
    );
    school.does("会议 --date 9.26 --kind 家长委员会 --matters 护学");
    school.does("活动 --date 9.27 --kind 学校开放日 --theme 走进课堂");
    school.tells("records 监护人培训", "2024-09-25 家长会 家庭教育");
    school.tells("records 会议", "2024-09-26 家长委员会 护学");
    school.tells("records 活动", "2024-09-27 学校开放日 走进课堂");
    school.refuses("监护人培训 --class 2021-2 --kind 网课", "parent_meeting");
}

#[test]
fn e18_the_patrol_has_a_rota_whose_gaps_are_told_and_a_log() {
    let school = School::of("goudun");
    school.does("appoint 王芳 --role 巡逻队员 --from 2024-09-01");
    for day in ["2024-10-16", "2024-10-18"] {
        school.does(&format!("log-rota --date {day} --session 课后 --staff 王芳 --role 巡逻队"));
    }
    school.tells("check", "rota-gap 2024-10-17");
    school.keeps(
        "log-patrol --date 10.14 --session 课后 --staff 王芳 --route 校门到村口 --findings 无异常",
        ("log/patrol/2024-10.csv", ",2024-10-14,,王芳,made,after_school,校门到村口,无异常,"),
    );
    school.tells("records patrol", "2024-10-14 王芳 课后 校门到村口 无异常");
    school.refuses("log-patrol --session 深夜", "morning");
}

#[test]
fn e19_people_from_outside_are_invited_to_speak() {
    let school = School::of("goudun");
    school.does("add-staff 王警官 --role 志愿者 --from 2024-09-01");
    school.keeps(
        "edit-staff 王警官 --set 单位=沟墩派出所",
        ("staff.toml", "employer = \"沟墩派出所\""),
    );
    school.does(
        "讲座 --class 2021-2 --date 9.20 --kind 法制 --speaker 王警官 --speaker-unit 沟墩派出所",
    );
    school.tells("list 教师", "王警官 志愿者 沟墩派出所");
    school.tells("records 讲座", "法制 王警官 沟墩派出所");
    school.refuses("讲座 --class 2021-2 --kind 魔术", "safety");
}

#[test]
fn e05_a_file_that_nobody_reviewed_for_long_is_told_until_it_is() {
    let school = School::of("goudun");
    school.does("settings --set 档案复核天数=30");
    school.tells("check", "not-reviewed 43");
    school.keeps(
        "edit-child 李小明 --set 监护人电话=13900139009 --staff 刘敏",
        ("log/change/2024-10.csv", ",2024-10-15,李小明,刘敏,made,carer.phone,"),
    );
    school.does("edit-child 赵佳怡 --set 监护人电话=13900139008");
    school.hides("check", "not-reviewed");
    school.tells("records 变更", "李小明 刘敏");
    school.refuses("settings --set 档案复核天数=0", "不小于 1 的整数");
}

#[test]
fn e06_the_class_is_handed_over_at_the_terms_end_with_children_papers_and_open_matters() {
    let school = School::of("goudun");
    school.does("pair 赵佳怡 刘敏 --role 代管家长 --from 2024-09-09");
    school.does("家访 赵佳怡 --staff 刘敏 --date 10.9 --mode 上门");
    let sheet = "学期交接 --class 四（2）班";
    school.tells(sheet, "赵佳怡 代管家长 刘敏 家访 1");
    school.tells(sheet, "移交人： 接收人： 监交人：");
    school.tells("obligations --rule class-handover", "学期末交接 四（2）班 待办");
    school.keeps(
        &format!("{sheet} --to 刘敏 --files 档案2份 --witness 王芳 -y"),
        ("log/handover/2024-10.csv", ",刘敏,made,2021-2,刘敏,刘敏,"),
    );
    school.tells("records 交接", "刘敏 档案2份 王芳");
    school.refuses(&format!("{sheet} --to 陈刚"), "已经登记过交接");
}

#[test]
fn e07_every_category_of_the_growth_bag_is_asked_for_and_reported() {
    let school = School::of("goudun");
    school.tells("overdue --level advised --rule growth-categories", "赵佳怡 成长记录");
    school.keeps(
        "成长记录 赵佳怡 --date 10.9 --category 获奖 --title 书法一等奖",
        ("log/growth/2024-10.csv", ",made,award,书法一等奖,"),
    );
    school.tells("why 赵佳怡 growth-categories", "缺：成长记录各类");
    school.does("家长反馈 赵佳怡 --staff 刘敏 --date 10.10 --content 本月进步很大");
    school.tells("records 家长反馈", "赵佳怡 刘敏 本月进步很大");
    school.refuses("成长记录 赵佳怡 --category 零食", "homework");
}

#[test]
fn e10_buddies_of_the_class_and_the_team_are_kept_with_their_post() {
    let school = School::of("goudun");
    school.keeps(
        "buddy 赵佳怡 周宁 --from 2024-09-09 --post 中队长",
        ("children/赵佳怡.toml", "post = \"中队长\""),
    );
    school.tells("list 同学 --reveal personal --reason 打印", "赵佳怡 周宁 中队长");
    school.does("unpair 赵佳怡 周宁 --date 2024-10-11");
    school.hides("list 同学 --on 2024-10-12", "中队长");
    school.tells("check", "提醒");
    school.refuses("unpair 赵佳怡 周宁", "周宁");
}
