//! What leaves the screen with names in it is in the log of access first, and carries its mark.

use std::fs;

use crate::access::looks;
use crate::harness::Home;

fn home() -> Home {
    let rule = "id = \"talk\"\nrecords = [\"talk\"]\nevery = \"month\"\nby = \"principal\"";
    Home::new()
        .used_by("liumin")
        .at("2024-11-18")
        .rule(rule)
        .staff("T00001", "{ role = \"principal\", from = 2020-09-01 }")
        .child("C00001", "class = \"2021-2\"\naddress = \"柳河村三组\"\n")
        .child("C00002", "class = \"2021-2\"\n")
}

#[test]
fn a_list_with_names_that_goes_into_a_file_is_recorded_with_its_children_and_the_files_name() {
    let home = home();
    fs::create_dir(home.root().join("out")).unwrap();
    let ran = home.run("overdue -o out/list.csv");
    assert_eq!(ran.code, 0, "{}", ran.err);
    let look = looks(&home).pop().unwrap();
    assert_eq!(look["children"], serde_json::json!(["C00001", "C00002"]));
    assert_eq!((&look["file"], &look["count"]), (&"list.csv".into(), &2.into()));
    assert_eq!((&look["command"], &look["user"]), (&"overdue".into(), &"liumin".into()));
    assert!(look["why"].is_null() && look["classes"] == serde_json::json!([]));
    assert!(!look.to_string().contains("儿童C"), "{look}");
    assert!(ran.err.contains("查看记录第 1 条，校验码 "), "{}", ran.err);
    assert_eq!(home.run("audit verify").code, 0);
}

#[test]
fn a_page_for_people_ends_in_who_had_it_made_when_and_under_which_entry() {
    for format in ["table", "plain", "markdown"] {
        let home = home();
        let ran = home.run(&format!("list --format {format} -o list.txt"));
        assert_eq!(ran.code, 0, "{}", ran.err);
        let text = home.read("list.txt");
        let mark = text.lines().last().unwrap();
        assert!(mark.starts_with("liumin 2024-11-18 查看记录第 1 条，校验码 "), "{mark}");
        let hash = mark.rsplit(' ').next().unwrap();
        assert!(ran.err.contains(hash), "{}", ran.err);
        assert_eq!(home.run(&format!("audit verify --head {hash}")).code, 0);
    }
}

#[test]
fn a_calendar_carries_its_mark_as_a_property_and_what_programs_read_has_none() {
    let home = home();
    assert_eq!(home.run("due --days 30 -o due.ics").code, 0);
    let ics = home.read("due.ics").replace("\r\n ", "");
    assert!(ics.contains("\r\nX-CARE-MARK:liumin 2024-11-18 查看记录第 1 条"), "{ics}");
    for format in ["json", "jsonl", "csv", "tsv"] {
        let seen = home.run(&format!("list --format {format}")).out;
        assert_eq!(home.run(&format!("list --format {format} -o list.{format}")).code, 0);
        let text = home.read(&format!("list.{format}"));
        assert_eq!(text.trim_start_matches('\u{feff}'), seen, "{format}");
    }
    assert_eq!(looks(&home).len(), 5);
}

#[test]
fn a_screen_a_pipe_a_dry_run_and_a_file_without_names_are_not_recorded() {
    let home = home();
    for line in [
        "list",
        "overdue --format json",
        "list -o list.csv -n",
        "calendar -o calendar.csv",
        "overdue --for wall --format markdown -o wall.md",
    ] {
        let ran = home.run(line);
        assert!(ran.code == 0 && !ran.err.contains("查看记录"), "{line}: {}", ran.err);
    }
    assert!(looks(&home).is_empty());
}

#[test]
fn the_receipt_of_a_change_is_no_list_and_is_told_when_the_log_cannot_be_written() {
    let home = home();
    fs::create_dir_all(home.root().join(".care/access")).unwrap();
    let ran = home.run("edit-child C00001 --set risk=high --format json -o done.json");
    assert_eq!(ran.code, 0, "{}", ran.err);
    assert!(home.read("done.json").contains("C00001"));
}

#[test]
fn no_file_is_written_that_cannot_be_recorded() {
    let home = home();
    fs::create_dir_all(home.root().join(".care/access")).unwrap();
    for line in ["list -o list.csv", "overdue -o list.csv", "show C00001 --full -o list.csv"] {
        let ran = home.run(line);
        assert_eq!((ran.code, ran.out.as_str()), (6, ""), "{line}: {}", ran.err);
        assert!(!home.root().join("list.csv").exists(), "{line}");
    }
}

#[test]
fn what_is_revealed_and_printed_carries_its_mark_and_on_a_terminal_it_has_none() {
    let printed = home().run("show C00001 --full").out;
    assert!(printed.trim_end().lines().last().unwrap().contains("查看记录第 1 条"), "{printed}");
    let seen = home().wide(80).run("show C00001 --full").out;
    assert!(seen.contains("柳河村三组") && !seen.contains("查看记录第"), "{seen}");
}

#[test]
fn a_list_that_may_have_so_many_bytes_has_them_with_its_mark() {
    let home = home();
    let ran = home.run("overdue --format markdown --max-bytes 700 -o list.md");
    assert_eq!(ran.code, 0, "{}", ran.err);
    let text = home.read("list.md");
    assert!(text.len() <= 700 && text.contains("查看记录第 1 条"), "{}: {text}", text.len());
}
