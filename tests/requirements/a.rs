//! School A: the group, the plans, the pairs and the child's file.

use crate::school::School;

#[test]
fn a01_the_number_that_was_reported_is_held_against_the_roll_and_the_share_is_printed() {
    let school = School::of("sunchengsi");
    school.keeps(
        "log-enrolment --date 9.4 --class 2021-2 --term 2024-2025-1 --pupils 18 --boys 10 \
         --girls 8",
        ("log/enrolment/2024-09.csv", ",2021-2,2024-2025-1,18,10,8,"),
    );
    school.does("摸底 --date 9.18 --scope 全校 --pupils 103 --found 3 --reported-to 乡中心校");
    school.tells("check", "log/head_count/2024-09.csv head-count-differs 3 2");
    school.does("摸底 --date 9.20 --scope 全校 --pupils 103 --found 2");
    school.hides("check", "head-count-differs");
    school.tells("print report", "四年级 18 2 11 %");
    school.refuses("摸底 --found 两名", "“留守儿童”要写成 12");
}

#[test]
fn a02_who_is_at_home_is_kept_and_counted_and_a_missing_carer_is_owed() {
    let school = School::of("sunchengsi");
    school.tells("overdue --rule child-file", "李小明 留守儿童档案 监护人文化程度 刘敏");
    school.keeps(
        "edit-child 李小明 --set 监护人=王桂英 --set carer.relation=奶奶 --set 监护人出生年=1950 \
         --set 监护人健康=体弱 --set 监护人文化程度=文盲",
        (
            "children/李小明.toml",
            "birth_year = 1950\nhealth = \"weak\"\neducation = \"illiterate\"",
        ),
    );
    school.tells("list --count-by carer.education --reveal sensitive --reason 汇总", "文盲 1 50 %");
    school.refuses("edit-child 李小明 --set 监护人健康=很弱", "“监护人健康”只有这些选项");
}

#[test]
fn a03_causes_and_measures_are_dated_and_a_passed_review_is_told() {
    let school = School::of("sunchengsi");
    school.keeps(
        "log-needs 李小明 --date 10.8 --cause 父母常年在外 --measures 每周通话 --review-on 2024-10-14",
        ("log/needs/2024-10.csv", ",2024-10-08,李小明,,made,父母常年在外,每周通话,2024-10-14,"),
    );
    school.tells("records needs", "李小明 父母常年在外 每周通话");
    school.tells("check", "log/needs/2024-10.csv date-passed 2024-10-14");
    school.refuses("log-needs 李小明 --review-on 明日", "看不懂日期");
}

#[test]
fn a04_the_leading_group_has_one_head_the_principal() {
    let school = School::of("sunchengsi");
    school.does("add-staff 孙国安 --role 党员 --from 2024-09-01");
    school.keeps(
        "appoint 孙国安 --role 校长 --rank 组长 --from 2024-09-01",
        ("staff.toml", "{ role = \"principal\", from = 2024-09-01, rank = \"head\" }"),
    );
    school.tells("list 教师", "孙国安 校长 组长");
    school.does("appoint 王芳 --role 副校长 --rank 组长 --from 2024-09-01");
    school.tells("check", "two-group-heads 两个组长");
    school
        .refuses("appoint 陈刚 --role 校长 --rank 头儿 --from 2024-09-01", "“--rank”只有这些选项");
}

#[test]
fn a05_the_three_year_plan_has_goals_by_year_and_a_file_that_runs_out() {
    let school = School::of("sunchengsi");
    school.does(
        "log-document --date 2022-09-01 --kind 计划 --title 三年规划 --valid-until 2024-08-31",
    );
    school.tells("check", "log/document/2022-09.csv date-passed 2024-08-31");
    school.keeps(
        "log-work-item --date 9.3 --plan 三年规划 --years 2024-2025 --item 建活动室 \
         --due-on 2025-06-30 --file 规划.docx",
        (
            "log/work_item/2024-09.csv",
            ",2024-09-03,,,made,三年规划,2024-2025,建活动室,2025-06-30,,规划.docx,",
        ),
    );
    school.tells("records work_item", "三年规划 2024-2025 建活动室 2025-06-30");
    school.refuses("log-work-item --plan 三年规划", "缺少 --item");
}

#[test]
fn a06_the_yearly_plan_tells_what_is_late_and_what_is_done() {
    let school = School::of("sunchengsi");
    school.keeps(
        "log-work-item --date 9.3 --plan 年度计划 --item 家长会 --due-on 2024-09-30 --staff 刘敏",
        ("log/work_item/2024-09.csv", ",2024-09-03,,刘敏,made,年度计划,,家长会,2024-09-30,,"),
    );
    school.tells("check", "log/work_item/2024-09.csv date-passed 2024-09-30");
    school.does("log-work-item --date 10.10 --plan 年度计划 --item 家长会 --done-on 2024-10-10");
    school.hides("check", "date-passed");
    school.tells("records work_item", "2024-10-10 年度计划 家长会");
    school.refuses("log-work-item --item 家长会 --due-on 2024-13-01", "看不懂日期");
}

#[test]
fn a08_the_list_of_pairs_shows_the_load_and_who_has_nobody() {
    let school = School::of("sunchengsi");
    school.tells("overdue --rule pair", "李小明 未安排结对教师");
    school.keeps(
        "pair 李小明 陈刚 --role 结对教师 --from 2024-09-02",
        ("children/李小明.toml", "staff = \"陈刚\"\nrole = \"pair_teacher\"\nfrom = 2024-09-02"),
    );
    school.tells("list 结对", "李小明 陈刚 结对教师 2024-09-02 1");
    school.tells("list 结对", "赵佳怡");
    school.refuses("pair 赵佳怡 陈刚 --role 校长", "“校长”不和儿童结对");
}

#[test]
fn a09_talks_of_pair_teachers_fill_the_talk_book() {
    let school = School::of("sunchengsi");
    school.does("pair 李小明 陈刚 --role 结对教师 --from 2024-09-02");
    school.keeps(
        "谈心 李小明 --staff 陈刚 --date 10.10 --topic 近来学习",
        ("log/talk/2024-10.csv", ",2024-10-10,李小明,陈刚,made,,近来学习,"),
    );
    school.tells("records 谈心", "2024-10-10 李小明 陈刚 近来学习");
    school
        .tells("overdue --level inform --rule pair-talk", "李小明 结对教师谈心 5 2024-10-10 陈刚");
    school.refuses("谈心 王小二 --staff 陈刚", "没有叫“王小二”的人");
}

#[test]
fn a10_the_childs_thinking_is_followed_from_talk_to_talk() {
    let school = School::of("sunchengsi");
    school.does("谈心 李小明 --staff 陈刚 --date 9.10 --mood 低落 --思想动态 想爸妈");
    school.keeps(
        "谈心 李小明 --staff 陈刚 --date 10.10 --mood 开朗 --思想动态 爱上画画",
        ("log/talk/2024-10.csv", ",开朗,,,,,,爱上画画,"),
    );
    school.tells("records 谈心 --child 李小明", "2024-09-10 低落 想爸妈");
    school.tells("records 谈心 --child 李小明", "2024-10-10 开朗 爱上画画");
    school.tells("overdue --level inform --rule pair-talk", "赵佳怡 从未");
    school.refuses("谈心 李小明 --date 2024-10-20", "还没有到");
}

#[test]
fn a11_home_visits_fill_the_visit_book_and_the_days_since_are_told() {
    let school = School::of("sunchengsi");
    school.keeps(
        "家访 李小明 --mode 上门 --staff 陈刚 --date 10.8 --met 奶奶 --home-state 奶奶照看",
        ("log/visit/2024-10.csv", ",2024-10-08,李小明,陈刚,made,in_person,奶奶,,奶奶照看,"),
    );
    school.tells("records 家访", "2024-10-08 李小明 陈刚 上门");
    school.tells("overdue --level inform --rule pair-visit", "李小明 定期家访 7 2024-10-08");
    school.refuses("家访 李小明 --mode 飞鸽", "in_person");
}

#[test]
fn a12_substitute_mothers_are_women_of_the_staff() {
    let school = School::of("sunchengsi");
    school.keeps(
        "pair 李小明 王芳 --role 代理妈妈 --from 2024-09-02",
        ("children/李小明.toml", "staff = \"王芳\"\nrole = \"proxy_mother\""),
    );
    school.tells("list 结对", "李小明 王芳 代理妈妈");
    school.does("appoint 陈刚 --role 代理妈妈 --from 2024-09-01");
    school.does("pair 赵佳怡 陈刚 --role 代理妈妈 --from 2024-09-02");
    school.tells("check", "male-proxy-mother 男");
    school.refuses("pair 赵佳怡 没有这人 --role 代理妈妈", "没有叫“没有这人”的人");
}

#[test]
fn a13_each_child_has_a_growth_record_this_term_or_it_is_owed() {
    let school = School::of("sunchengsi");
    school.tells("overdue --rule growth-record", "李小明 成长记录");
    school.keeps(
        "成长记录 李小明 --date 10.9 --category 作业样本 --title 作文",
        ("log/growth/2024-10.csv", ",2024-10-09,李小明,,made,homework,作文,"),
    );
    school.hides("overdue --rule growth-record", "李小明");
    school.tells("records 成长记录", "李小明 作业样本 作文");
    school.refuses("成长记录 李小明 --category 玩具", "homework");
}

#[test]
fn a14_the_village_joint_conference_has_minutes_and_the_term_without_one_is_told() {
    let school = School::of("sunchengsi");
    school.tells("overdue --level inform --rule joint-conference", "全校 村联席会议 从未");
    school.keeps(
        "会议 --date 10.9 --kind 村联席会议 --chair 孙国安 --matters 假期看护 --decisions 村医义诊 \
         --present 村委会、村卫生室",
        ("log/meeting/2024-10.csv", "joint_conference,孙国安,假期看护,村医义诊,村委会、村卫生室"),
    );
    school.tells("records 会议", "2024-10-09 村联席会议 假期看护 村医义诊");
    school.tells("overdue --level inform --rule joint-conference", "村联席会议 6 2024-10-09");
    school.refuses("会议 --kind 茶话会", "joint_conference");
}

#[test]
fn a15_the_clinic_doctor_is_engaged_from_a_day_to_a_day() {
    let school = School::of("sunchengsi");
    school.does("add-staff 张医生 --role 心理辅导医生 --from 2024-09-01 --phone 13900139001");
    school.tells("check", "no-employer 心理辅导医生");
    school.keeps(
        "edit-staff 张医生 --set 单位=柳河村卫生室",
        ("staff.toml", "employer = \"柳河村卫生室\""),
    );
    school.tells("list 教师", "张医生 心理辅导医生 柳河村卫生室");
    school.does("dismiss 张医生 --role 心理辅导医生 --date 2024-09-30");
    school.does("心理辅导 李小明 --staff 张医生 --date 10.8 -y");
    school.tells("check", "log/counselling/2024-10.csv staff-outside-dates");
    school.refuses("add-staff 钱医生 --role 神医", "没有“神医”这个角色");
}

#[test]
fn a16_counselling_is_counted_only_and_the_agreed_day_is_owed() {
    let school = School::of("sunchengsi");
    school.keeps(
        "心理辅导 李小明 --staff 陈刚 --date 9.20 --problem 失眠 --next-on 2024-10-08",
        ("log/counselling/2024-09.csv", ",2024-09-20,李小明,陈刚,made,,,失眠,,,,2024-10-08,"),
    );
    school.tells("show 李小明", "心理辅导 1");
    school.hides("show 李小明", "失眠");
    school.tells("overdue --level advised --rule counselling-next", "李小明 2024-10-08");
    school.refuses("心理辅导 李小明 --mood-score 很低", "“情绪评分”要写成 12");
}

#[test]
fn a17_a_survey_of_all_pupils_keeps_what_was_found_added_and_removed() {
    let school = School::of("sunchengsi");
    school.keeps(
        "摸底 --date 9.18 --scope 六个班逐户核对 --pupils 103 --found 2 --added 1 --removed 3",
        ("log/head_count/2024-09.csv", ",2024-09-18,,,made,六个班逐户核对,103,2,1,3,"),
    );
    school.tells("records 摸底", "2024-09-18 六个班逐户核对 103 2 1 3");
    school.tells("print book 摸底", "六个班逐户核对 103");
    school.hides("check", "head-count-differs");
    school.refuses("log-head-count --scope 全校", "found");
}

#[test]
fn a18_every_child_has_a_file_and_what_it_lacks_is_owed() {
    let school = School::of("guzhuang");
    school.tells("overdue --rule child-file", "李小明 监护类型 监护人 刘敏");
    school.keeps(
        "edit-child 李小明 --set 监护类型=隔代监护 --set 监护人=王桂英 --set carer.relation=奶奶",
        ("children/李小明.toml", "[carer]\nname = \"王桂英\"\nrelation = \"grandmother\""),
    );
    school.hides("overdue --rule child-file", "李小明");
    school.tells("show 李小明 --all --full", "监护人 王桂英");
    school.refuses("edit-child 李小明 --set 出生日期=春天", "看不懂日期“春天”");
}
