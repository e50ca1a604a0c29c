//! School E: whether the children stay, and what they reach.

use crate::school::School;

#[test]
fn e03_children_stay_attendance_and_who_left_are_told_as_figures() {
    let school = School::of("goudun");
    school.keeps(
        "缺勤 李小明 --date 10.8 --from 2024-10-08 --until 2024-10-09 --reason 疑似辍学",
        ("log/absence/2024-10.csv", ",2024-10-08,李小明,,made,2024-10-08,2024-10-09,dropped_out,"),
    );
    school.tells("print report", "缺勤登记 1 次，疑似辍学 1 名");
    school.does("leave 赵佳怡 --date 10.10 --reason 转学");
    school.tells("print report", "期初 0 名，入册 2 名，离册 1 名，期末 1 名");
    school.refuses("缺勤 李小明 --reason 不想来", "“缺勤原因”只有这些选项");
}

#[test]
fn e20_results_awards_and_breaches_stand_beside_those_of_the_term_before() {
    let school = School::of("goudun");
    school.keeps(
        "成绩 李小明 --date 9.26 --kind 体育比赛 --title 县运动会 --level 县级 --place 第三名",
        ("log/result/2024-09.csv", ",2024-09-26,李小明,,made,sport,县运动会,county,第三名,,"),
    );
    school.does("违纪 李小明 --date 9.27 --kind 打架 --facts 操场上推人 --measures 约谈家长");
    school.does("表彰 李小明 --date 9.30 --kind 竞赛获奖 --holder 第三名");
    school.tells("print report", "体育比赛 1 1");
    school.tells("print report", "违纪 1 1");
    school.hides("records 违纪", "操场上推人");
    school.tells("records 违纪 --reveal sensitive --reason 核对", "李小明 打架 操场上推人");
    school.refuses("成绩 李小明 --kind 比赛", "体育比赛");
}
