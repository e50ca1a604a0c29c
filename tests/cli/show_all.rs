//! The whole file of a child: `care show --all`; and that no list tells what is masked.

use std::collections::BTreeSet;
use std::fs;

use crate::harness::Home;

const CHILD: &str = "class = \"2022-1\"\nrisk = \"high\"\nid_number = \"990101201503120015\"\n\
    [mother]\nphone = [\"13900139001\"]\n[contact_card]\nissued_on = 2024-09-10\n\
    [[spell]]\njoined = 2023-09-01\nleft = 2024-01-10\nreason = \"moved_with_parents\"\n\
    [[spell]]\njoined = 2024-09-02\n\
    [[pause]]\nfrom = 2024-09-20\nuntil = 2024-09-22\nreason = \"住院\"\n\
    [[pair]]\nstaff = \"T00001\"\nrole = \"proxy_parent\"\nfrom = 2024-09-02\nuntil = 2024-09-30\n\
    [[buddy]]\nname = \"赵佳怡\"\nfrom = 2024-09-02\n\
    [[exempt]]\nrule = \"talk\"\nfrom = 2024-10-01\nby = \"T00001\"\n\
    [[elder]]\nname = \"王桂英\"\nbirthday = \"08-15\"\ncalendar = \"lunar\"\n\
    [[was]]\nfield = \"risk\"\nvalue = \"low\"\nuntil = 2024-09-30\n\
    [[was]]\nfield = \"mother.phone\"\nvalue = \"13900139002\"\nuntil = 2024-09-30\n";

fn home() -> Home {
    let days: Vec<String> = (1..=15).map(|day| format!("2024-09-{day:02}")).collect();
    let days: Vec<&str> = days.iter().map(String::as_str).collect();
    Home::new()
        .rule("id = \"talk\"\nrecords = [\"talk\"]\nevery = \"month\"")
        .staff("T00001", "{ role = \"principal\", from = 2020-09-01 }")
        .child("C00001", CHILD)
        .events("activity", "C00001", &days)
}

#[test]
fn the_whole_file_has_every_field_every_entry_and_every_event() {
    let out = home().run("show C00001 --all --today 2024-10-10").out;
    let out: String =
        out.split([' ', '\n']).filter(|w| !w.is_empty()).collect::<Vec<_>>().join(" ");
    for line in [
        "风险等级 高",
        "联系卡发放 2024-09-10",
        "在册 入册日期 2023-09-01；离册日期 2024-01-10；离册原因 随父母外出",
        "在册 入册日期 2024-09-02",
        "暂停 起 2024-09-20；止 2024-09-22；原因 住院",
        "结对 结对人 教师T00001；角色 代理家长；起 2024-09-02；止 2024-09-30",
        "结对同学 姓名 赵**；起 2024-09-02",
        "免办 规定 规则；起 2024-10-01；批准人 教师T00001",
        "长辈生日 姓名 王**；生日 08-15；历法 农历",
        "原值 字段 风险等级；原来的值 低；到哪天为止 2024-09-30",
        "原值 字段 母亲电话；原来的值 139****9002；到哪天为止 2024-09-30",
        "母亲电话 139****9001",
        "全部记录",
        "2024-09-01 活动",
        "2024-09-15 活动",
    ] {
        assert!(out.contains(line), "{line}: {out}");
    }
    let english = home().run("show C00001 --all --lang en --today 2024-10-10").out;
    assert!(english.contains("All events") && english.contains("role proxy parent"), "{english}");
}

#[test]
fn what_is_revealed_of_the_facts_is_revealed_in_the_entries_too() {
    let ran =
        home().run("show C00001 --all --full --reveal sensitive --reason 核对 --today 2024-10-10");
    for shown in ["13900139001", "13900139002", "赵佳怡", "王桂英", "990101201503120015"] {
        assert!(ran.out.contains(shown), "{shown}: {}", ran.out);
    }
}

#[test]
fn programs_read_each_value_of_an_entry_under_its_path() {
    let lines = home().json("show C00001 --all --today 2024-10-10");
    let value = |key: &str| {
        let own = lines.as_array().unwrap().iter().find(|line| line["key"] == key);
        own.map(|own| format!("{} {}", own["part"], own["value"]).replace('"', ""))
    };
    assert_eq!(value("spell.1.left").as_deref(), Some("entry 2024-01-10"));
    assert_eq!(value("spell.2.joined").as_deref(), Some("entry 2024-09-02"));
    assert_eq!(value("pair.1.role").as_deref(), Some("entry proxy_parent"));
    assert_eq!(value("was.1.value").as_deref(), Some("entry 139****9002"));
    assert_eq!(value("buddy.1.name").as_deref(), Some("entry 赵**"));
    let short = home().json("show C00001 --today 2024-10-10");
    assert!(short.as_array().unwrap().iter().all(|line| line["part"] != "entry"));
}

#[test]
fn the_former_ids_of_a_merged_child_stand_on_the_page_of_its_whole_file_alone() {
    let home = home().child("C00002", "also = [\"C00008\", \"C00009\"]");
    let out = home.run("show C00002 --all --today 2024-10-10").out;
    assert!(out.contains("原编号") && out.contains("C00008、C00009"), "{out}");
    let english = home.run("show C00002 --all --lang en --today 2024-10-10").out;
    assert!(english.contains("Former ids") && english.contains("C00008, C00009"), "{english}");
    let lines = home.json("show C00002 --all --today 2024-10-10");
    let own = lines.as_array().unwrap().iter().find(|line| line["key"] == "also").unwrap();
    assert_eq!(own["value"], "C00008 C00009");
    assert!(!home.run("show C00002 --today 2024-10-10").out.contains("C00009"));
    assert!(!home.run("show C00001 --all --today 2024-10-10").out.contains("原编号"));
}

/// The values of these keys in a home's files of children and staff.
fn secrets(home: &Home) -> BTreeSet<String> {
    let mut secrets = BTreeSet::new();
    let files = fs::read_dir(home.root().join("children")).unwrap();
    let children = files.map(|file| fs::read_to_string(file.unwrap().path()).unwrap());
    for text in children.chain([home.read("staff.toml")]) {
        for line in text.lines() {
            let Some((key, value)) = line.split_once('=') else { continue };
            let is_secret = ["phone", "id_number", "student_no", "address", "email"];
            if is_secret.contains(&key.trim()) {
                let quoted = value.split('"').skip(1).step_by(2);
                secrets.extend(quoted.filter(|own| own.len() > 5).map(str::to_owned));
            }
        }
    }
    secrets
}

#[test]
fn phones_numbers_and_addresses_of_the_example_homes_are_told_by_no_list_and_no_search() {
    for example in ["goudun", "guzhuang", "sunchengsi", "tingshui", "wangjiaba"] {
        let home = Home::copy_of(&format!("examples/{example}"));
        let secrets = secrets(&home);
        assert!(secrets.len() > 50, "{example}: {}", secrets.len());
        let children = home.json("list --today 2024-12-20");
        let some = children.as_array().unwrap().iter().step_by(40);
        let mut lines: Vec<String> =
            some.map(|own| format!("show {} --all", own["id"].as_str().unwrap())).collect();
        for what in ["", " staff", " pairs", " classes"] {
            lines.push(format!("list{what}"));
        }
        lines.extend(["records".to_owned(), "records --versions --month 2024-11".to_owned()]);
        for number in secrets.iter().step_by(secrets.len() / 4) {
            lines.push(format!("find '{number}'"));
        }
        lines.push("find 1390".to_owned());
        for (at, line) in lines.iter().enumerate() {
            let formats = ["table", "json", "csv", "markdown", "plain", "tsv", "jsonl"];
            let few = if line.starts_with("list") { formats.len() } else { 2 };
            for format in formats.iter().cycle().skip(at).take(few) {
                let ran = home.run(&format!("{line} --format {format} --today 2024-12-20"));
                assert_eq!(ran.code, 0, "{line}: {}", ran.err);
                let said = ran.out + &ran.err;
                let told: Vec<&String> = secrets.iter().filter(|own| said.contains(*own)).collect();
                assert!(told.is_empty(), "{example}: {line} --format {format}: {told:?}");
            }
        }
    }
}
