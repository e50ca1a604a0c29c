//! Faults of several files, all told at once.

use super::{CHECK, OVERDUE, array, folder};
use crate::harness::Home;

/// Check and place of each problem, in the order told.
fn places(json: &str) -> Vec<String> {
    let number =
        |value: &serde_json::Value| value.as_u64().map_or("-".to_owned(), |n| n.to_string());
    let place = |row: &serde_json::Value| {
        let (check, file) = (row["check"].as_str().unwrap(), row["file"].as_str().unwrap());
        format!("{file}:{}:{} {check}", number(&row["line"]), number(&row["column"]))
    };
    array(json).iter().map(place).collect()
}

#[track_caller]
fn assert_told(home: &Home, expected: &[&str]) {
    let ran = home.run(&format!("{OVERDUE} --format json"));
    assert_eq!(ran.code, 3);
    assert_eq!(places(&ran.err), expected);
    let ran = home.run(OVERDUE);
    let starts = |line: &&str| {
        expected
            .iter()
            .any(|place| line.starts_with(place.split(' ').next().unwrap().trim_end_matches(":-")))
    };
    assert_eq!(ran.err.lines().filter(starts).count(), expected.len(), "{}", ran.err);
    let counted = format!("共 {} 处错误", expected.len());
    assert!(ran.err.lines().last().unwrap().starts_with(&counted), "{}", ran.err);
}

#[test]
fn faults_of_the_files_without_logs_are_told_at_once_in_the_order_of_files_lines_and_columns() {
    let home = folder::base();
    let staff = home.read("staff.toml").replace("email", "e_mail").replace("proxy_", "proxi_");
    let rules = home.read("rules.toml").replace("\"visit\"", "\"visits\", \"talks\"");
    let child = home.read("children/C2M9RD.toml").replace("joined = 2024-09-02", "joined = 3");
    let home = home
        .with("staff.toml", &staff)
        .with("rules.toml", &rules)
        .with("children/C2M9RD.toml", &child)
        .with("children/C00000.toml", "id = \"C00000\"\nname = \"赵一\"\n")
        .with("calendar.toml", "[[term]]\nid = \"1\"\nyear = \"2024-2025\"\nfirst = 2024-09-02\n")
        .with("log/talks/2024-10.csv", "");
    assert_told(
        &home,
        &[
            "calendar.toml:1:1 missing-key",
            "children/C00000.toml:1:1 no-spell",
            "children/C2M9RD.toml:8:10 wrong-type",
            "log/talks:-:- unknown-name",
            "rules.toml:14:12 unknown-name",
            "rules.toml:14:22 unknown-name",
            "staff.toml:6:1 unknown-name",
            "staff.toml:12:19 unknown-name",
        ],
    );
}

#[test]
fn faults_of_several_logs_are_told_at_once_in_the_order_of_files_lines_and_columns() {
    let home = folder::base();
    let talk = home.read("log/talk/2024-10.csv");
    let bad = talk.replace("2024-10-09,C7K3FQ,T8B5QW", "2024-10-32,C7K3FX,TZZZZZ");
    let visit = home.read("log/visit/2024-09.csv").replace("C2M9RD", "C2M9RD C2M9RE");
    let counselling = home.read("log/counselling/2024-10.csv").replace("C2M9RD", "");
    let home = home
        .with("log/talk/2024-10.csv", &format!("{bad}x,y\n"))
        .with("log/talk/2024-11.office.csv", "E,2024\n")
        .with("log/talk/2024-9.csv", "")
        .with("log/visit/2024-09.csv", &visit)
        .with("log/counselling/2024-10.csv", counselling.trim_end());
    assert_told(
        &home,
        &[
            "log/counselling/2024-10.csv:2:107 torn-line",
            "log/talk/2024-10.csv:2:13 no-such-date",
            "log/talk/2024-10.csv:2:24 unknown-name",
            "log/talk/2024-10.csv:2:31 unknown-name",
            "log/talk/2024-10.csv:5:1 field-count",
            "log/talk/2024-11.office.csv:1:1 no-header",
            "log/talk/2024-9.csv:-:- misnamed-file",
            "log/visit/2024-09.csv:3:31 unknown-name",
        ],
    );
}

#[test]
fn check_tells_of_a_childs_file_and_of_a_log_at_once() {
    let home = folder::base();
    let child = home.read("children/C2M9RD.toml").replace("risk", "rsik");
    let talk = home.read("log/talk/2024-10.csv").replace("C7K3FQ", "C7K3FX");
    let home = home.with("children/C2M9RD.toml", &child).with("log/talk/2024-10.csv", &talk);
    let ran = home.run(&format!("{CHECK} --format json"));
    assert_eq!(
        places(&ran.out),
        ["children/C2M9RD.toml:5:1 unknown-name", "log/talk/2024-10.csv:2:24 unknown-name",]
    );
}

#[test]
fn whoever_leans_on_a_file_with_a_fault_is_not_told_of_too() {
    let home = folder::base();
    let staff = home.read("staff.toml").replace("T8B5QW", "0012");
    let talk = home.read("log/talk/2024-10.csv").replace("2024-10-16,", "2024-10-36,");
    let home = home
        .with("staff.toml", &staff)
        .with("children/C2M9RD.toml", "id = \"C2M9RD\"\nname = 3\n[[spell]]\njoined = 3\n")
        .with("log/talk/2024-10.csv", &talk);
    let told = [
        "children/C2M9RD.toml:2:8 wrong-type",
        "children/C2M9RD.toml:4:10 wrong-type",
        "log/talk/2024-10.csv:3:13 no-such-date",
        "staff.toml:10:6 bad-id",
    ];
    assert_eq!(places(&home.run(&format!("{CHECK} --format json")).out), told);
    let home = home.with("children/C2M9RD.toml", "id = \"C2M9RD\"\nname = “王小雨”\n");
    let told = ["children/C2M9RD.toml:2:8 toml-syntax", told[2], told[3]];
    assert_eq!(places(&home.run(&format!("{CHECK} --format json")).out), told);
}

#[test]
fn what_hangs_on_an_unreadable_file_has_no_fault_of_its_own() {
    let gbk: &[u8] = b"id = \"C2M9RD\"\nname = \"\xcd\xf5\xd0\xa1\xd3\xea\"\n";
    let files = ["children/C2M9RD.toml", "staff.toml", "care.toml", "calendar.toml", "rules.toml"];
    let logs = ["log/talk/2024-10.csv", "log/talk/2024-11.office.csv", "registers/talk.toml"];
    for file in files.into_iter().chain(logs) {
        let home = folder::base().with_bytes(file, gbk);
        home.keep_private();
        let expected = format!("{file}:2:9 not-utf8");
        for line in [OVERDUE, CHECK] {
            let ran = home.run(&format!("{line} --format json"));
            let told = if line == CHECK { &ran.out } else { &ran.err };
            let faults: Vec<String> = places(told);
            assert_eq!(faults, [expected.as_str()], "{line}");
        }
    }
}

#[test]
fn check_of_one_name_says_how_many_other_problems_there_are() {
    let home = folder::base().with("children/C00000.toml", "id = \"C00000\"\nname = \"赵一\"\n");
    home.keep_private();
    let ran = home.run(&format!("{CHECK} terms-overlap"));
    assert_eq!(ran.out, "错误 0 处，提醒 0 处\n别的问题还有 1 处：care check\n");
    assert_eq!(ran.code, 0);
}
