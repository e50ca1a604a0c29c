//! Input that nobody would write: it is refused or read as it stands, and nothing else happens.

use std::fs;

use crate::harness::{HEADER, Home};

fn home() -> Home {
    Home::new().at("2024-11-18").child("C00001", "class = \"2021-2\"")
}

#[test]
fn a_list_is_never_put_in_the_place_of_a_record() {
    let home = home();
    for file in [
        "care.toml",
        "children/C00001.toml",
        "./children/../rules.toml",
        ".care/journal",
        "CARE.toml",
        "Children/c00001.toml.",
        "staff.toml::$DATA",
    ] {
        let ran = home.run(&format!("list -o {file}"));
        assert_eq!(ran.code, 2, "{file}: {}", ran.err);
        assert!(ran.err.contains("是记录"), "{file}: {}", ran.err);
    }
    for file in ["nul", "out/Con.csv", "名单.csv:2024"] {
        let ran = home.run(&format!("list -o {file}"));
        assert!(ran.code == 2 && ran.err.contains("不能作文件名"), "{file}: {}", ran.err);
    }
    assert_eq!(home.run("check").code, 0);
    assert_eq!(home.run("list -o names.csv").code, 0);
}

#[test]
fn a_register_by_the_name_of_a_device_is_a_fault() {
    let home = home().with("registers/aux.toml", "zh = \"其他\"\nen = \"Other\"\n");
    let ran = home.run("check");
    assert!(ran.code == 1 && ran.out.contains("registers/aux.toml"), "{}{}", ran.out, ran.err);
    assert!(ran.out.contains("设备"), "{}", ran.out);
}

#[cfg(unix)]
#[test]
fn a_list_is_put_in_the_place_of_no_record_by_way_of_a_link_either() {
    use std::os::unix::fs::symlink;
    let (home, before) = (home(), home().read("children/C00001.toml"));
    let outside = Home::empty();
    // A link to the home, to a folder in it, and to a record.
    symlink(home.root(), outside.root().join("home")).unwrap();
    symlink(home.root().join("children"), outside.root().join("children")).unwrap();
    symlink(home.root().join("children/C00001.toml"), outside.root().join("one.csv")).unwrap();
    let real = home.root().display().to_string();
    let linked = outside.root().join("home").display().to_string();
    for (dir, file, code) in [
        (&linked, format!("{real}/children/C00001.toml"), 2),
        (&real, format!("{linked}/children/C00001.toml"), 2),
        (&real, "children/C00001.toml".to_owned(), 2),
        (&real, "one.csv".to_owned(), 0),
    ] {
        let ran = outside.run(&format!("-C {dir} list -o {file} -y"));
        assert_eq!(ran.code, code, "-C {dir}, -o {file}: {}", ran.err);
        assert_eq!(home.read("children/C00001.toml"), before, "-C {dir}, -o {file}");
    }
    assert!(outside.read("one.csv").contains("C00001"));
}

#[cfg(unix)]
#[test]
fn a_record_that_is_a_link_to_nothing_is_not_written_and_stays_a_link() {
    let home = home();
    let staff = home.root().join("staff.toml");
    std::os::unix::fs::symlink("../away/staff.toml", &staff).unwrap();
    let ran = home.run("add-staff 陈刚 --role principal");
    assert_eq!((ran.out.as_str(), ran.code), ("", 3), "{}", ran.err);
    assert!(ran.err.contains("staff.toml"), "{}", ran.err);
    assert!(staff.is_symlink());
    assert_eq!(home.run("check lookalike").code, 1);
}

#[test]
fn a_word_that_is_refused_does_not_steer_the_terminal() {
    for word in ["log-\u{1b}[31mred", "log-\u{202e}talk", "\u{1b}]0;title\u{7}"] {
        let ran = home().run(word);
        assert_eq!(ran.code, 2, "{}", ran.err);
        assert!(!ran.err.contains(['\u{1b}', '\u{202e}', '\u{7}']), "{:?}", ran.err);
    }
}

#[test]
fn a_rule_may_reach_further_than_there_is_time() {
    for rule in [
        "id = \"a\"\nrecords = [\"talk\"]\nevery = \"month\"\ngrace_days = 4294967295",
        "id = \"a\"\nrecords = [\"call\"]\nevery = \"occasion\"\noccasions = [\"elder_birthday\"]\n\
         before_days = 4294967295\nafter_days = 4294967295",
    ] {
        let home = home().rule(rule);
        for line in ["overdue", "due", "due --days 4294967295", "why C00001", "obligations"] {
            let ran = home.run(line);
            assert_eq!(ran.code, 0, "{rule}: {line}: {}", ran.err);
        }
    }
}

#[test]
fn a_date_that_records_cannot_hold_is_no_date() {
    let home = home();
    for day in ["12024-01-01", "4000000天前"] {
        assert_eq!(home.run(&format!("overdue --today {day}")).code, 2, "{day}");
    }
}

#[test]
fn a_date_with_a_blank_in_it_is_no_date() {
    let row = "EAAAAAAAAA1,2024-1 -15,C00001,,made,,2024-10-15T12:00:00+08:00,,";
    let home = home().log("talk", "2024-10", HEADER, row);
    let ran = home.run("check no-such-date --format tsv");
    assert_eq!(ran.out.lines().count(), 2, "{}", ran.out);
}

#[test]
fn behind_a_torn_line_in_the_ledger_nothing_is_done_twice() {
    let home = home().with(".care/ledger", "{\"op_id\":\"wechat-16\",\"batch\":\"B1\"");
    for _ in 0..2 {
        let ran = home.run("log-talk C00001 --date 2024-11-01 --op-id wechat-17");
        assert_eq!(ran.code, 0, "{}", ran.err);
    }
    let log = fs::read_to_string(home.root().join("log/talk/2024-11.csv")).unwrap();
    assert_eq!(log.lines().count(), 2, "{log}");
}

#[test]
fn init_is_refused_in_a_whole_home_and_what_a_killed_command_left_there_is_finished() {
    let step = r##"[{"step":"append","file":"rules.toml","offset":0,"text":"# left behind\n"}]"##;
    let home = home().with(".care/journal", step);
    let ran = home.run("init");
    assert_eq!((ran.out.as_str(), ran.code), ("", 2), "{}", ran.err);
    assert!(!home.root().join(".care/journal").exists());
    assert_eq!(home.read("rules.toml"), "# left behind\n");
}

#[test]
fn a_journal_that_leads_out_of_the_home_is_damaged_and_stays() {
    let journal = "[{\"step\":\"put\",\"file\":\"../outside\",\"before\":null,\"text\":\"a\"}]";
    let home = home().with(".care/journal", journal);
    assert_eq!(home.run("overdue").code, 3);
    assert_eq!(home.run("log-talk C00001 --date 2024-11-01").code, 3);
    assert_eq!(fs::read_to_string(home.root().join(".care/journal")).unwrap(), journal);
    assert!(!home.root().join("../outside").exists());
}
