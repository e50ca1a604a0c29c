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
