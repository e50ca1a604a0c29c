//! What is masked is shown by one flag, and only once the look has been recorded.

use std::fs;

use crate::harness::{Home, Ran};

const CHILD: &str = "class = \"2021-2\"\nid_number = \"990101201503120015\"\naddress = \"柳河村三组\"\n\
    [carer]\nhealth = \"weak\"\n[[spell]]\njoined = 2024-09-02\n";

fn home() -> Home {
    let head = "id,date,children,staff,outcome,problem,note,recorded,status,replaces";
    let row = "E0000000C01,2024-10-08,C00001,,made,怕黑,,2024-10-08T10:00:00+08:00,,";
    let call = "id,date,children,staff,outcome,receiver,phone,note,recorded,status,replaces";
    let rows = "E0000000A01,2024-10-08,C00002,,made,李桂芳,13900139009,,\
        2024-10-08T10:00:00+08:00,,";
    Home::new()
        .child("C00001", CHILD)
        .child("C00002", &CHILD.replace("0015", "0023").replace("三组", "四组"))
        .log("counselling", "2024-10", head, row)
        .log("call", "2024-10", call, rows)
        .used_by("liumin")
}

fn run(home: &Home, line: &str) -> Ran {
    home.run(&format!("{line} --today 2024-10-10"))
}

/// The looks that were recorded.
pub fn looks(home: &Home) -> Vec<serde_json::Value> {
    let text = fs::read_to_string(home.root().join(".care/access")).unwrap_or_default();
    text.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

#[test]
fn a_look_is_recorded_with_who_what_of_whom_how_many_and_why() {
    let home = home();
    let ran = run(&home, "show C00001 --reveal personal --reason '补办 医保'");
    assert!(ran.code == 0 && ran.out.contains("柳河村三组"), "{ran:?}");
    let looks = looks(&home);
    assert_eq!(looks.len(), 1);
    let look = |key: &str| looks[0][key].clone();
    assert_eq!(look("user"), "liumin");
    assert_eq!(look("command"), "show");
    assert_eq!(look("classes"), serde_json::json!(["personal"]));
    assert_eq!(look("children"), serde_json::json!(["C00001"]));
    assert_eq!((look("count"), look("why")), (1.into(), "补办 医保".into()));
    assert_eq!(look("of"), serde_json::json!(["address"]));
    assert_eq!(look("at"), "2030-01-01T12:00:00+08:00");
    // Names of fields and never values.
    assert!(!looks[0].to_string().contains("柳河村"));
}

#[test]
fn the_full_page_is_recorded_with_a_reason_in_words_or_with_the_one_that_is_given() {
    let home = home();
    assert_eq!(run(&home, "show C00001 --full").code, 0);
    assert_eq!(run(&home, "show C00001 --full --reason 家访").code, 0);
    let why: Vec<_> = looks(&home).iter().map(|look| look["why"].clone()).collect();
    assert_eq!(why, ["查看整页（--full）", "家访"]);
}

#[test]
fn what_shows_nothing_masked_is_not_recorded() {
    let home = home();
    for line in ["show C00001", "records call", "list", "list --count-by risk", "find 怕黑"] {
        let ran = run(&home, line);
        assert!(ran.code == 0, "{line}: {ran:?}");
        for hidden in ["柳河村三组", "李桂芳", "13900139009"] {
            assert!(!ran.out.contains(hidden), "{line}: {}", ran.out);
        }
    }
    assert!(!home.root().join(".care/access").exists());
}

#[test]
fn a_restricted_register_is_counted_until_it_is_named_and_revealed() {
    let home = home();
    assert!(!run(&home, "records counselling").out.contains("怕黑"));
    let other = run(&home, "records counselling --reveal personal --reason 核对").out;
    assert!(!other.contains("怕黑"), "{other}");
    let all = run(&home, "records --reveal restricted --reason 核对").out;
    assert!(!all.contains("怕黑"), "{all}");
    for format in ["table", "json", "csv"] {
        let line = format!("records counselling --reveal 保密 --reason 核对 --format {format}");
        let ran = run(&home, &line);
        assert!(ran.code == 0 && ran.out.contains("怕黑"), "{ran:?}");
    }
    let look = looks(&home).pop().unwrap();
    assert_eq!(look["classes"], serde_json::json!(["restricted"]));
    assert_eq!(look["of"], serde_json::json!(["counselling"]));
    let page = run(&home, "show C00001 --reveal restricted --reason 转介").out;
    assert!(page.contains("怕黑") && !page.contains("柳河村三组"), "{page}");
}

#[test]
fn records_and_counts_are_revealed_for_the_children_that_they_tell_of() {
    let home = home();
    let calls = run(&home, "records call --reveal personal --reason 核对号码").out;
    assert!(calls.contains("李桂芳") && calls.contains("13900139009"), "{calls}");
    let counted = run(&home, "list --count-by address --reveal personal --reason 分村组").out;
    assert!(counted.contains("柳河村三组") && counted.contains("柳河村四组"), "{counted}");
    let looks = looks(&home);
    assert_eq!(looks[0]["children"], serde_json::json!(["C00002"]));
    assert_eq!((&looks[1]["count"], &looks[1]["of"]), (&2.into(), &serde_json::json!(["address"])));
}

#[test]
fn find_looks_through_restricted_registers_only_when_that_is_asked_for() {
    let home = home();
    assert!(run(&home, "find 怕黑").out.contains("没有找到"));
    let found = run(&home, "find 怕黑 --reveal restricted --reason 转介").out;
    assert!(found.contains("儿童C00001") && !found.contains("怕黑"), "{found}");
    assert_eq!(looks(&home)[0]["classes"], serde_json::json!(["restricted"]));
}

#[test]
fn nothing_is_shown_when_the_look_cannot_be_recorded() {
    let lines = [
        "show C00001 --full",
        "show C00001 --reveal sensitive --reason 办医保 --format json",
        "records counselling --reveal restricted --reason 转介",
        "list --count-by address --reveal personal --reason 分村组",
        "find 怕黑 --reveal restricted --reason 转介 -o found.csv",
    ];
    for line in lines {
        let home = home();
        fs::create_dir_all(home.root().join(".care/access")).unwrap();
        let ran = run(&home, line);
        assert_eq!((ran.code, ran.out.as_str()), (6, ""), "{line}: {}", ran.err);
        assert!(ran.err.contains("什么也没有显示"), "{line}: {}", ran.err);
        assert!(!home.root().join("found.csv").exists());
    }
}

#[test]
fn a_dry_run_that_shows_is_recorded_as_well() {
    let home = home();
    assert_eq!(run(&home, "show C00001 --full -n").code, 0);
    assert_eq!(looks(&home).len(), 1);
}

#[test]
fn a_blank_reason_none_or_one_without_anything_to_reveal_is_refused() {
    let home = home();
    for (flags, said) in [
        ("--reveal personal", "--reason"),
        ("--reveal personal --reason '  '", "空白"),
        ("--full --reason ''", "空白"),
        ("--reason 家访", "--reveal"),
        ("--reveal secret --reason 家访", "restricted"),
        ("--reveal open --reason 家访", "restricted"),
    ] {
        let ran = run(&home, &format!("show C00001 {flags}"));
        assert_eq!((ran.code, ran.out.as_str()), (2, ""), "{flags}: {}", ran.err);
        assert!(ran.err.contains(said), "{flags}: {}", ran.err);
    }
    let staff = run(&home, "list staff --reveal personal --reason 核对");
    assert!(staff.code == 2 && staff.err.contains("--reveal"), "{staff:?}");
    assert!(looks(&home).is_empty());
}

#[test]
fn a_look_that_finds_faults_shows_nothing_and_is_not_recorded() {
    let home = home().and("children/C00001.toml", "risk = \n");
    let ran = run(&home, "show C00001 --full");
    assert!(ran.code == 3 && !format!("{ran:?}").contains("柳河村"), "{ran:?}");
    assert!(looks(&home).is_empty());
}
