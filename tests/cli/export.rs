//! `care export`: files that leave the program, read back by another library.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use crate::access::looks;
use crate::harness::{Home, opened};
use crate::workbooks::{names, sheet};

fn guzhuang() -> Home {
    Home::copy_of("examples/guzhuang").own().at("2024-12-20")
}

/// The names of the files of a folder.
fn files(folder: &Path) -> BTreeSet<String> {
    let names = fs::read_dir(folder).unwrap().map(|own| own.unwrap().file_name());
    names.map(|name| name.into_string().unwrap()).collect()
}

/// All that a reader of any of the files of a folder can see.
fn all(folder: &Path) -> String {
    files(folder).iter().map(|name| opened::text(&fs::read(folder.join(name)).unwrap())).collect()
}

#[test]
fn the_roster_and_every_register_with_records_are_files_in_both_forms() {
    let home = guzhuang();
    let ran = home.run("export out");
    assert_eq!((ran.code, ran.out.as_str()), (0, ""), "{}", ran.err);
    let out = home.root().join("out");
    let mut expected = BTreeSet::from(["名册.xlsx".to_owned(), "名册.csv".to_owned()]);
    let records = home.json("records");
    let labels = home.run("records --format plain").out;
    let kinds: BTreeSet<&str> =
        labels.lines().map(|line| line.split('\t').nth(2).unwrap()).collect();
    for kind in &kinds {
        expected.extend(["xlsx", "csv"].map(|end| format!("{kind}.{end}")));
    }
    assert_eq!(files(&out), expected);
    assert!(kinds.len() > 5 && !records.as_array().unwrap().is_empty());
    let talks = home.json("records talk").as_array().unwrap().len();
    assert!(ran.err.contains(&format!("谈心 {talks}")), "{}", ran.err);
    // Title, unit, headings; a blank line and the one to sign.
    assert_eq!(sheet(&out.join("谈心.xlsx"), "谈心").len(), talks + 5);
    let csv = fs::read_to_string(out.join("谈心.csv")).unwrap();
    assert!(csv.starts_with('\u{feff}') && csv.contains("序号,日期,儿童,教师"), "{csv}");
    let children = fs::read_dir(home.root().join("children")).unwrap().count();
    let roster = fs::read_to_string(out.join("名册.csv")).unwrap();
    assert_eq!(roster.lines().count(), children + 1);
}

#[test]
fn what_is_masked_stays_masked_unless_it_is_revealed_with_a_reason_and_both_are_recorded() {
    let home = guzhuang();
    let id = home.json("list")[0]["id"].as_str().unwrap().to_owned();
    let text = home.read(&format!("children/{id}.toml"));
    let number = text.lines().find(|line| line.starts_with("id_number")).unwrap();
    let number = number.split('"').nth(1).unwrap().to_owned();
    let ran = home.run("export out");
    assert!(ran.code == 0 && ran.err.contains("遮盖的内容照样遮着"), "{}", ran.err);
    assert!(!all(&home.root().join("out")).contains(&number));
    let look = looks(&home).pop().unwrap();
    let children = fs::read_dir(home.root().join("children")).unwrap().count();
    assert_eq!((&look["count"], &look["file"]), (&children.into(), &"out".into()));
    assert!(look["why"].is_null());
    let ran = home.run("export whole --reveal personal,sensitive --reason 备份给教育局");
    assert_eq!(ran.code, 0, "{}", ran.err);
    assert!(all(&home.root().join("whole")).contains(&number));
    let look = looks(&home).pop().unwrap();
    assert_eq!(look["why"], "备份给教育局");
    assert_eq!(look["classes"], serde_json::json!(["personal", "sensitive"]));
}

const HEADER: &str = "id,date,children,staff,outcome,note,recorded,status,replaces";

fn with_secrets() -> Home {
    Home::new()
        .at("2024-11-18")
        .child("C00001", "class = \"2021-2\"\n")
        .child("C00002", "class = \"2021-2\"\n")
        .log(
            "counselling",
            "2024-10",
            HEADER,
            "E0000000001,2024-10-08,C00001,,made,夜里做梦,2024-10-08T10:00:00+08:00,,",
        )
        .log(
            "talk",
            "2024-10",
            HEADER,
            "E0000000002,2024-10-09,C00001 C00002,,made,=1+1,2024-10-09T10:00:00+08:00,,
             E0000000003,2024-10-10,C00002,,made,只说张三,2024-10-10T10:00:00+08:00,,",
        )
}

#[test]
fn restricted_registers_are_left_out_and_counted_unless_they_are_revealed() {
    let home = with_secrets();
    let ran = home.run("export out");
    assert!(ran.code == 0 && ran.err.contains("心理辅导 1"), "{}", ran.err);
    let out = home.root().join("out");
    assert!(!all(&out).contains("夜里做梦") && !files(&out).contains("心理辅导.csv"));
    let ran = home.run("export whole --reveal restricted --reason 移交");
    assert_eq!(ran.code, 0, "{}", ran.err);
    assert!(all(&home.root().join("whole")).contains("夜里做梦"));
}

#[test]
fn no_spreadsheet_reckons_with_what_was_written() {
    let home = with_secrets();
    assert_eq!(home.run("export out").code, 0);
    let csv = fs::read_to_string(home.root().join("out/谈心.csv")).unwrap();
    assert!(csv.contains(",'=1+1,"), "{csv}");
    let book = fs::read(home.root().join("out/谈心.xlsx")).unwrap();
    assert!(opened::parts(&book).iter().all(|(_, text)| !text.contains("<f>")));
    assert!(
        sheet(&home.root().join("out/谈心.xlsx"), "谈心").concat().contains(&"=1+1".to_owned())
    );
}

#[test]
fn a_childs_file_holds_its_facts_its_entries_and_every_record_of_it_and_of_nobody_else() {
    let home = with_secrets();
    let ran = home.run("export --child C00001 -o file.xlsx");
    assert_eq!((ran.code, ran.out.as_str()), (0, ""), "{}", ran.err);
    assert!(ran.err.contains("心理辅导 1") && ran.err.contains("看一遍"), "{}", ran.err);
    let file = home.root().join("file.xlsx");
    assert_eq!(names(&file), ["基本情况", "谈心"]);
    let facts = sheet(&file, "基本情况").concat();
    assert!(facts.iter().any(|own| own.contains("入册日期 2024-09-02")), "{facts:?}");
    let text = opened::text(&fs::read(&file).unwrap());
    assert!(!text.contains("儿童C00002") && !text.contains("只说张三"), "{text}");
    assert_eq!(looks(&home).pop().unwrap()["children"], serde_json::json!(["C00001"]));
    let ran = home.run("export --child C00001 copy");
    assert_eq!(ran.code, 0, "{}", ran.err);
    assert_eq!(
        files(&home.root().join("copy")),
        ["基本情况.csv", "谈心.csv"].map(str::to_owned).into()
    );
    let ran = home.run(
        "export --child C00001 whole --reveal personal,sensitive,restricted --reason 家长要一份",
    );
    assert!(ran.code == 0 && !ran.err.contains("照样遮着"), "{}", ran.err);
    assert!(all(&home.root().join("whole")).contains("夜里做梦"));
}

#[test]
fn nothing_is_written_over_unasked_and_no_record_ever() {
    let home = with_secrets();
    assert_eq!(home.run("export out").code, 0);
    let before = fs::read(home.root().join("out/谈心.csv")).unwrap();
    let ran = home.run("export out");
    assert!(ran.code == 2 && ran.err.contains("-y") && ran.err.contains("4 个"), "{}", ran.err);
    assert_eq!(home.run("export out -y").code, 0);
    assert_eq!(fs::read(home.root().join("out/谈心.csv")).unwrap(), before);
    let recorded = looks(&home).len();
    let ran = home.run("export log/talk");
    assert!(ran.code == 2, "{}", ran.err);
    assert_eq!(files(&home.root().join("log/talk")).len(), 1);
    assert_eq!(looks(&home).len(), recorded);
}

#[test]
fn without_a_folder_it_is_called_by_the_day_and_a_dry_run_makes_none() {
    let home = with_secrets();
    let ran = home.run("导出 -n");
    assert!(ran.code == 0 && ran.err.contains("导出-2024-11-18"), "{}", ran.err);
    assert!(!home.root().join("导出-2024-11-18").exists() && looks(&home).is_empty());
    assert_eq!(home.run("导出").code, 0);
    let folder = home.root().join("导出-2024-11-18");
    assert!(files(&folder).contains("谈心.xlsx"));
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        for name in files(&folder) {
            let mode = fs::metadata(folder.join(&name)).unwrap().permissions().mode();
            assert_eq!(mode & 0o777, 0o600, "{name}");
        }
    }
    assert_eq!(home.run("export --lang en").code, 0);
    assert!(files(&home.root().join("export-2024-11-18")).contains("talk.csv"));
}

#[test]
fn where_it_goes_must_be_clear() {
    let home = with_secrets();
    for (line, said) in [
        ("export -o all.xlsx", "--child"),
        ("export --child C00001", "文件夹"),
        ("export --child C00001 out -o file.xlsx", "文件夹"),
        ("export --child C00001 -o file.csv", "xlsx"),
        ("export --child 无名氏 out", "无名氏"),
    ] {
        let ran = home.run(line);
        assert!(ran.code == 2 && ran.err.contains(said), "{line}: {}", ran.err);
    }
    assert!(looks(&home).is_empty());
}

#[test]
fn the_same_export_has_the_same_bytes() {
    let home = guzhuang();
    assert_eq!(home.run("export a").code, 0);
    assert_eq!(home.run("export b").code, 0);
    for name in files(&home.root().join("a")) {
        let read = |folder: &str| fs::read(home.root().join(folder).join(&name)).unwrap();
        assert!(read("a") == read("b"), "{name}");
    }
}

#[test]
fn an_export_that_stays_in_the_home_is_told_of() {
    let home = with_secrets();
    home.keep_private();
    assert!(!home.run("check privacy").out.contains("export-in-home"));
    assert_eq!(home.run("export out").code, 0);
    let ran = home.run("check privacy");
    assert!(ran.out.contains("export-in-home") && ran.out.contains("out"), "{}", ran.out);
}
