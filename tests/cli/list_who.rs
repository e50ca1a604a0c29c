//! Who is who on a day: `care list staff`, `pairs`, `classes`.

use crate::harness::Home;

const LEAD: &str = "{ role = \"principal\", from = 2018-08-20, rank = \"head\", \
    duty = [\"safety_law\", \"life\"] }";
const HEAD: &str = "{ role = \"head_teacher\", class = \"2021-2\", from = 2024-09-01 }";
const GONE: &str = "{ role = \"volunteer\", from = 2023-09-01, until = 2024-06-30 }";

fn home() -> Home {
    let pair = |staff: &str| {
        format!("[[pair]]\nstaff = \"{staff}\"\nrole = \"pair_teacher\"\nfrom = 2024-09-02\n")
    };
    let two = pair("T00002") + &pair("T00001").replace("2024-09-02", "2024-10-08");
    let class = |code: &str, sex: &str, more: &str| {
        format!("class = \"{code}\"\nsex = \"{sex}\"\n{more}\n[[spell]]\njoined = 2024-09-02\n")
    };
    Home::new()
        .staff("T00001", LEAD)
        .staff("T00002", HEAD)
        .staff("T00003", GONE)
        .and(
            "staff.toml",
            "[[staff]]\nid = \"T00004\"\nname = \"方医生\"\nphone = [\"13900139000\"]\n\
             employer = \"柳河村卫生室\"\nroles = [{ role = \"doctor\", from = 2024-09-01 }]\n",
        )
        .child("C00001", &class("2021-2", "male", &two))
        .child("C00002", &class("2021-2", "female", &pair("T00002")))
        .child("C00003", &class("2022-1", "male", ""))
}

/// The lines of a screen between its rule of dashes and its end, blanks as one.
fn rows(text: &str) -> Vec<String> {
    let rows = text.lines().skip_while(|line| !line.starts_with("--")).skip(1);
    let plain = |line: &str| line.split_whitespace().collect::<Vec<_>>().join(" ");
    rows.take_while(|line| !line.is_empty()).map(plain).collect()
}

#[test]
fn the_staff_stand_with_their_roles_ranks_and_duties_in_the_words_of_the_school() {
    let out = home().run("list staff --today 2024-10-10").out;
    assert_eq!(
        rows(&out),
        [
            "1 T00001 教师T00001 校长（2018-08-20 起） 组长 安全法制、生活",
            "2 T00002 教师T00002 四（2）班班主任（2024-09-01 起）",
            "3 T00004 方医生 心理辅导医生（2024-09-01 起） 柳河村卫生室",
        ]
    );
    let english = home().run("list staff --lang en --today 2024-10-10").out;
    assert!(english.contains("head teacher of 四（2）班 (since 2024-09-01)"), "{english}");
    assert!(english.contains("safety and law, life"), "{english}");
}

#[test]
fn those_who_serve_on_the_day_are_listed_and_all_of_them_with_left() {
    let names = |line: &str| home().run(line).out.matches("T0000").count() / 2;
    assert_eq!(names("list 教师 --today 2024-10-10"), 2);
    assert_eq!(names("list staff --on 2024-05-01 --today 2024-10-10"), 2);
    assert_eq!(names("list staff --left --today 2024-10-10"), 3);
    assert_eq!(rows(&home().run("list staff --class 4.2 --today 2024-10-10").out).len(), 1);
}

#[test]
fn programs_read_roles_as_objects() {
    let staff = home().json("list staff --today 2024-10-10");
    let role = &staff[0]["roles"][0];
    assert_eq!((&role["role"], &role["rank"]), (&"principal".into(), &"head".into()));
    assert_eq!(role["duty"], serde_json::json!(["safety_law", "life"]));
    assert_eq!(role["until"], serde_json::Value::Null);
    assert_eq!(staff[2]["employer"], "柳河村卫生室");
    let csv = home().run("list staff --format csv --today 2024-10-10").out;
    assert!(csv.starts_with("id,name,roles,rank,duty,employer,from,until\n"), "{csv}");
}

#[test]
fn pairs_stand_with_the_load_of_the_adult_and_the_unpaired_at_the_end() {
    let out = home().run("list pairs --today 2024-10-10").out;
    assert_eq!(
        rows(&out),
        [
            "1 四（2）班 儿童C00001 教师T00002 结对教师 2024-09-02 2",
            "2 四（2）班 儿童C00001 教师T00001 结对教师 2024-10-08 1",
            "3 四（2）班 儿童C00002 教师T00002 结对教师 2024-09-02 2",
        ]
    );
    assert!(out.contains("没有结对的儿童 1 名\n"), "{out}");
    assert!(out.trim_end().ends_with("三（1）班  儿童C00003  未结对"), "{out}");
    let before = home().json("list 结对 --on 10.1 --today 2024-10-10");
    let before = before.as_array().unwrap();
    assert_eq!(before.len(), 3);
    assert_eq!((&before[0]["staff"], &before[0]["load"]), (&"T00002".into(), &2.into()));
    assert_eq!((&before[2]["child"], &before[2]["staff"]), (&"C00003".into(), &().into()));
}

#[test]
fn classes_stand_with_their_head_teachers_and_counts() {
    let out = home().run("list classes --today 2024-10-10").out;
    assert!(out.starts_with("班级 2 个，儿童 3 名（男 2，女 1）    截至 2024-10-10\n"), "{out}");
    assert_eq!(rows(&out), ["1 三（1）班 1 1 0 1", "2 四（2）班 教师T00002 2 1 1 0"]);
    let classes = home().json("list 班级 --today 2024-10-10");
    assert_eq!(classes[1]["class"], "2021-2");
    assert_eq!(classes[1]["head_teacher"], "T00002");
}

#[test]
fn children_are_listed_as_ever_and_as_of_a_day() {
    let home = home();
    let plain = home.run("list --today 2024-10-10");
    assert_eq!(home.run("list 儿童 --today 2024-10-10"), plain);
    assert_eq!(home.run("list children --on 2024-10-10 --today 2024-10-12"), plain);
    assert!(home.run("list --on 2024-09-01 --today 2024-10-10").out.starts_with("儿童 0 名"));
}

#[test]
fn a_flag_that_asks_something_of_children_is_refused_elsewhere() {
    for line in ["list pairs --where risk=high", "list staff --count-by sex", "list 班级 --left"]
    {
        let ran = home().run(line);
        assert_eq!((ran.code, ran.out.as_str()), (2, ""), "{line}");
        assert!(ran.err.contains("只用于儿童名单"), "{}", ran.err);
    }
    assert_eq!(home().run("list cats").code, 2);
}
