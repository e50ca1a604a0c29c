//! `care template`: forms to be filled in with Excel or WPS, read back by another library.

use std::collections::BTreeSet;
use std::fs;

use crate::access::looks;
use crate::harness::{Home, opened};
use crate::workbooks::{names, sheet};

pub fn guzhuang() -> Home {
    Home::copy_of("examples/guzhuang").own().at("2024-12-20")
}

/// The headings of a form's first line, and its rows.
pub fn form(home: &Home, line: &str, name: &str) -> (Vec<String>, Vec<Vec<String>>) {
    let ran = home.run(&format!("template {line} -o form.xlsx -y"));
    assert_eq!((ran.code, ran.out.as_str()), (0, ""), "{}", ran.err);
    let mut rows = sheet(&home.root().join("form.xlsx"), name);
    (rows.remove(0), rows)
}

fn part(home: &Home, end: &str) -> String {
    let parts = opened::parts(&fs::read(home.root().join("form.xlsx")).unwrap());
    parts.into_iter().find(|(name, _)| name.ends_with(end)).unwrap().1
}

#[test]
fn the_form_of_a_register_has_its_columns_and_thirty_empty_rows_each_with_a_code_of_its_own() {
    let home = guzhuang();
    let (headings, rows) = form(&home, "谈心", "谈心");
    assert_eq!(headings[..6], ["日期", "姓名", "班级", "教师", "方式", "主题"]);
    let end = headings.len();
    assert_eq!(headings[end - 3..], ["是否完成", "备注", "编号"]);
    assert_eq!(rows.len(), 30);
    let codes: BTreeSet<&String> = rows.iter().map(|row| &row[end - 1]).collect();
    assert_eq!(codes.len(), 30);
    let letters = |code: &str| code.chars().all(|own| own.is_ascii_alphanumeric());
    assert!(codes.iter().all(|own| own.len() == 12 && letters(own.strip_prefix("T-").unwrap())));
    assert!(rows.iter().all(|row| row[..end - 1].iter().all(String::is_empty)));
    let (_, others) = form(&home, "谈心", "谈心");
    assert!(others.iter().all(|row| !codes.contains(&row[end - 1])), "codes come once");
}

#[test]
fn its_cells_are_texts_with_lists_to_choose_from_and_each_heading_says_what_may_stand_there() {
    let home = guzhuang();
    form(&home, "谈心", "谈心");
    let text = part(&home, "sheet1.xml");
    assert!(text.contains("<dataValidation type=\"list\""), "{text}");
    assert!(
        text.contains("&quot;面谈,电话,视频,留言,集体&quot;")
            || text.contains("\"面谈,电话,视频,留言,集体\"")
    );
    assert!(text.contains("hidden=\"1\"") && text.contains("orientation=\"landscape\""));
    assert!(part(&home, "styles.xml").contains("numFmtId=\"49\""), "the format of texts");
    let notes = part(&home, "comments1.xml");
    for note in ["如 2024-9-20", "必填。", "选一个：面谈、电话", "不填就是完成"]
    {
        assert!(notes.contains(note), "{note}: {notes}");
    }
    let file = home.root().join("form.xlsx");
    assert_eq!(names(&file), ["谈心", "说明", "选项"]);
    let children = sheet(&file, "选项");
    assert!(children.iter().any(|row| row[0] == "诸葛明哲"), "{children:?}");
    let guide: String = sheet(&file, "说明").concat().concat();
    assert!(guide.contains("care import form.xlsx"), "{guide}");
}

#[test]
fn what_is_pasted_below_its_headings_is_read_as_rows_of_the_register() {
    let home = guzhuang();
    let (headings, _) = form(&home, "talk", "谈心");
    let cell = |heading: &String| match heading.as_str() {
        "日期" => "2024-12-19",
        "姓名" => "诸葛明哲",
        "教师" => "刘敏",
        "方式" => "面谈",
        "谈话内容" => "想爸爸",
        "是否完成" => "完成",
        "编号" => "T-7H3KM2QXA4",
        _ => "",
    };
    let row: Vec<&str> = headings.iter().map(cell).collect();
    let text = format!("{}\n{}\n", headings.join("\t"), row.join("\t"));
    fs::write(home.root().join("rows.tsv"), text).unwrap();
    let ran = home.run("log-talk --rows rows.tsv");
    assert_eq!(ran.code, 0, "{}", ran.err);
    assert!(home.run("records talk --from 2024-12-19").out.contains("想爸爸"));
}

#[test]
fn every_register_has_a_form_with_headings_of_their_own_in_both_languages() {
    let home = guzhuang();
    let listed = home.run("help registers --lang en").out;
    let words = listed.lines().filter_map(|line| line.split_whitespace().next());
    let all: Vec<&str> = words.collect();
    let mut made = 0;
    for register in all {
        for lang in ["zh-CN", "en"] {
            let ran = home.run(&format!("template {register} --lang {lang} -o form.xlsx -y"));
            if ran.code != 0 {
                continue;
            }
            made += 1;
            let file = home.root().join("form.xlsx");
            let headings = sheet(&file, &names(&file)[0]).remove(0);
            let once: BTreeSet<&String> = headings.iter().collect();
            assert_eq!(once.len(), headings.len(), "{register}: {headings:?}");
        }
    }
    assert!(made > 80, "{made}");
}

#[test]
fn what_is_owed_stands_in_it_already_once_for_each_child() {
    let home = guzhuang();
    let (headings, rows) = form(&home, "talk --owed", "谈心");
    let at = |name: &str| headings.iter().position(|own| own == name).unwrap();
    let children = home.json("list");
    let name = |id: &serde_json::Value| {
        let own = children.as_array().unwrap().iter().find(|child| child["id"] == *id).unwrap();
        own["name"].as_str().unwrap().to_owned()
    };
    let mut owing = BTreeSet::new();
    for list in ["overdue", "due"] {
        for row in home.json(list).as_array().unwrap() {
            if row["rule"].as_str().unwrap().contains("talk") {
                owing.insert(name(&row["child"]));
            }
        }
    }
    let listed: BTreeSet<String> = rows.iter().map(|row| row[at("姓名")].clone()).collect();
    assert!(!owing.is_empty() && owing == listed, "{owing:?} {listed:?}");
    assert_eq!(rows.len(), listed.len());
    let first = &rows[0];
    assert!(first[at("应办事项")].contains("每月谈心：应于 2024-11-30，已逾期 20 天"), "{first:?}");
    assert!(first[at("班级")].ends_with('班') && !first[at("教师")].is_empty(), "{first:?}");
    assert!(first[at("日期")].is_empty() && first[at("编号")].starts_with("T-"), "{first:?}");
}

#[test]
fn what_is_owed_is_narrowed_by_class_staff_and_rule() {
    let home = guzhuang();
    let (headings, all) = form(&home, "talk --owed", "谈心");
    let at = |name: &str| headings.iter().position(|own| own == name).unwrap();
    let (class, staff) = (all[0][at("班级")].clone(), all[0][at("教师")].clone());
    let (_, of_class) = form(&home, &format!("talk --owed --class '{class}'"), "谈心");
    assert!(of_class.len() < all.len() && of_class.iter().all(|row| row[at("班级")] == class));
    let (_, of_staff) = form(&home, &format!("talk --owed --staff {staff}"), "谈心");
    assert!(of_staff.len() < all.len() && of_staff.iter().all(|row| row[at("教师")] == staff));
    let (_, of_rule) = form(&home, "talk --owed --rule 每月谈心", "谈心");
    assert!(of_rule.len() < all.len() && !of_rule.is_empty());
}

#[test]
fn children_who_are_called_alike_are_told_apart_in_the_list() {
    let child = |id: &str, class: &str| {
        format!(
            "id = \"{id}\"\nname = \"王芳\"\nclass = \"{class}\"\n[[spell]]\njoined = 2024-09-02\n"
        )
    };
    let home = Home::new()
        .at("2024-11-18")
        .with("children/C00001.toml", &child("C00001", "2022-1"))
        .with("children/C00002.toml", &child("C00002", "2022-2"))
        .with("children/C00003.toml", &child("C00003", "2022-2"));
    form(&home, "talk", "谈心");
    let text = part(&home, "sheet1.xml");
    for name in ["王芳（三（1）班）", "王芳（C00002）", "王芳（C00003）"] {
        assert!(text.contains(name), "{name}: {text}");
    }
}

#[test]
fn the_roster_has_what_is_of_a_person_below_the_person() {
    let home = guzhuang();
    let (above, rows) = form(&home, "roster", "名册");
    let below = &rows[0];
    assert_eq!(above[..4], ["序号", "姓名", "性别", "出生日期"]);
    let father = above.iter().position(|own| own == "父亲").unwrap();
    assert_eq!(below[father..father + 3], ["姓名", "电话", "外出"]);
    assert_eq!(above.last().unwrap(), "编号");
    assert_eq!(rows.len(), 31);
    let is_empty = |row: &Vec<String>| row[..row.len() - 1].iter().all(String::is_empty);
    assert!(rows[1..].iter().all(is_empty), "no child stands in it");
}

#[test]
fn whoever_can_be_chosen_in_it_is_in_the_log_of_access_and_the_file_is_its_owners() {
    let home = guzhuang();
    form(&home, "talk", "谈心");
    let enrolled = home.json("list").as_array().unwrap().len();
    let look = looks(&home).pop().unwrap();
    assert_eq!((&look["count"], &look["file"]), (&enrolled.into(), &"form.xlsx".into()));
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        let mode = fs::metadata(home.root().join("form.xlsx")).unwrap().permissions().mode();
        assert_eq!(mode & 0o777, 0o600);
    }
}

#[test]
fn without_a_files_name_the_form_gets_one_and_is_opened() {
    let home = guzhuang();
    let ran = home.run("填报表 谈心 --应办");
    assert_eq!(ran.code, 0, "{}", ran.err);
    assert!(home.root().join("谈心填报表-20241220-120000.xlsx").exists(), "{}", ran.err);
}

#[test]
fn what_is_no_form_is_refused_and_nothing_is_written_over_unasked() {
    let home = guzhuang();
    for (line, said) in [
        ("template talk -o form.csv", "xlsx"),
        ("template roster --owed -o form.xlsx", "名册"),
        ("template talk --staff 刘敏 -o form.xlsx", "--owed"),
        ("template tallk -o form.xlsx", "talk"),
    ] {
        let ran = home.run(line);
        assert!(ran.code == 2 && ran.err.contains(said), "{line}: {}", ran.err);
        assert!(!home.root().join("form.xlsx").exists(), "{line}");
    }
    fs::write(home.root().join("form.xlsx"), "mine").unwrap();
    let ran = home.run("template talk -o form.xlsx");
    assert!(ran.code == 2 && ran.err.contains("-y"), "{}", ran.err);
    assert_eq!(home.read("form.xlsx"), "mine");
}

#[test]
fn when_nothing_is_owed_that_is_said() {
    let home = Home::new().at("2024-11-18").child("C00001", "class = \"2022-1\"");
    let ran = home.run("template talk --owed -o form.xlsx");
    assert_eq!(ran.code, 0);
    assert!(ran.err.contains("没有“谈心”的应办事项"), "{}", ran.err);
}
