//! An answer sees what there was on the day of judgement: no record of a later day, and of a field
//! with earlier values the one that held.

use crate::harness::Home;

const TALK: &str =
    "id,date,children,staff,outcome,mode,topic,content,note,recorded,status,replaces";

fn home() -> Home {
    let was = |field: &str, value: &str| {
        format!("[[was]]\nfield = \"{field}\"\nvalue = \"{value}\"\nuntil = 2024-09-30\n")
    };
    let earlier = was("risk", "low") + &was("care_type", "one_parent") + &was("class", "2022-1");
    let now = "class = \"2021-2\"\nrisk = \"high\"\ncare_type = \"grandparent\"\n";
    let end = ",,2024-11-20T10:00:00+08:00,,";
    let rows = format!(
        "E0000000A01,2024-11-04,C00001,T00001,made,phone,天气,{end}
         E0000000A02,2024-11-18,C00001,T00001,made,phone,做梦,{end}
         E0000000A03,2024-11-05,C00001,T00001,made,phone,下雨,{end}
         E0000000A04,2024-11-19,C00001,T00001,made,phone,下雨,{end}E0000000A03"
    );
    Home::new()
        .rule("id = \"talk\"\nrecords = [\"talk\"]\nevery = \"month\"")
        .staff("T00001", "")
        .child("C00001", &format!("{now}{earlier}[[spell]]\njoined = 2024-09-02\n"))
        .log("talk", "2024-11", TALK, &rows)
}

#[test]
fn a_record_dated_after_today_is_in_no_answer() {
    let lines = [
        "records",
        "records talk --versions",
        "records --child C00001",
        "find 做梦",
        "find 下雨",
        "show C00001",
        "show C00001 --all",
        "why C00001",
        "history E0000000A02",
    ];
    for line in lines {
        for format in ["table", "json", "csv"] {
            let ran = home().run(&format!("{line} --today 2024-11-10 --format {format}"));
            assert_eq!(ran.code, 0, "{line}: {}", ran.err);
            for ahead in ["E0000000A02", "做梦", "2024-11-18", "2024-11-19"] {
                assert!(!ran.out.contains(ahead), "{line}: {ahead}: {}", ran.out);
            }
        }
    }
    // The families are settled first: a row whose date was moved ahead speaks no more.
    let then = home().json("records --today 2024-11-10");
    assert_eq!(then.as_array().map(Vec::len), Some(1), "{then}");
    let now = home().json("records --today 2024-11-20");
    assert_eq!(now.as_array().map(Vec::len), Some(3), "{now}");
}

#[test]
fn a_list_of_an_earlier_day_has_the_values_of_that_day_in_columns_conditions_and_counts() {
    let list = |line: &str| home().json(&format!("list {line} --today 2024-10-10"));
    let then = &list("--on 2024-09-30")[0];
    assert_eq!((&then["risk"], &then["care_type"]), (&"low".into(), &"one_parent".into()));
    assert_eq!(then["class"], "2022-1");
    let now = &list("--on 2024-10-01")[0];
    assert_eq!((&now["risk"], &now["care_type"]), (&"high".into(), &"grandparent".into()));
    let count = |line: &str| list(line).as_array().unwrap().len();
    assert_eq!(count("--where risk=low --on 2024-09-30"), 1);
    assert_eq!(count("--where risk=high --on 2024-09-30"), 0);
    assert_eq!(count("--where risk=high"), 1);
    assert_eq!(list("--count-by risk --on 2024-09-30")[0]["risk"], "low");
    assert_eq!(list("--count-by class --on 2024-09-30")[0]["class"], "2022-1");
    assert_eq!(list("--count-by risk")[0]["risk"], "high");
}

#[test]
fn the_page_of_a_child_on_an_earlier_day_has_the_values_of_that_day() {
    let risk = |day: &str| {
        let page = home().json(&format!("show C00001 --today {day}"));
        let lines = page.as_array().unwrap().clone();
        lines.into_iter().find(|line| line["key"] == "risk").unwrap()["value"].clone()
    };
    assert_eq!(risk("2024-09-30"), "low");
    assert_eq!(risk("2024-10-01"), "high");
}

#[test]
fn a_class_called_by_its_grade_in_a_school_year_without_terms_is_refused_with_the_code_to_write() {
    let home = home().and("staff.toml", "").at("2025-06-20");
    for (line, class) in [
        ("appoint T00001 --role 班主任 --from 2025-09-01", "四2"),
        ("appoint T00001 --role 班主任 --from 2025-09-01", "4.2"),
        ("list --on 2025-09-01 --today 2025-09-02", "四（2）班"),
    ] {
        let ran = home.run(&format!("{line} --class {class}"));
        assert_eq!((ran.code, ran.out.as_str()), (2, ""), "{line}");
        assert!(ran.err.contains("2025-2026") && ran.err.contains("2022-2"), "{}", ran.err);
    }
    let ran = home.run("why 四2 --today 2025-08-28");
    assert!(ran.code == 2 && ran.err.contains("2022-2"), "{}", ran.err);
    // By its code it is taken, and not called by last year's grade.
    let ran = home.run("appoint T00001 --role 班主任 --from 2025-09-01 --class 2022-2 -n");
    assert!(ran.code == 0 && ran.err.contains("2022级（2）班"), "{ran:?}");
    // In the summer the classes are still called as in the year that has ended.
    let summer = home.run("list --class 四2 --today 2025-07-20");
    assert!(summer.out.contains("四（2）班"), "{summer:?}");
}

#[test]
fn a_day_that_was_agreed_is_the_first_from_the_day_of_the_record_on() {
    let home = home().at("2024-12-05");
    let agreed = |line: &str| {
        let ran = home.run(&format!("log-talk C00001 --staff T00001 -y {line}"));
        assert_eq!(ran.code, 0, "{}", ran.err);
        let talks = home.json("records talk");
        let last =
            |own: &&serde_json::Value| own["recorded"].as_str().unwrap().starts_with("2024-12-05");
        let last = talks.as_array().unwrap().iter().rfind(last).unwrap().clone();
        (last["follow_up_on"].clone(), last["id"].as_str().unwrap().to_owned())
    };
    assert_eq!(agreed("--date 12.4 --follow-up-on 1.10").0, "2025-01-10");
    let (day, id) = agreed("--date 12.5 --follow-up-on 12.1");
    assert_eq!(day, "2025-12-01");
    assert_eq!(home.run(&format!("amend {id} --set follow_up_on=12.10")).code, 0);
    let talks = home.json("records talk");
    assert!(talks.to_string().contains("\"2024-12-10\""), "{talks}");
}
