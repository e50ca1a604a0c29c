//! `-` in the place of a value that must not stand in a command line, and of a file.

use crate::harness::Home;

/// An invented number that adds up.
const NUMBER: &str = "990101201409150015";

fn home() -> Home {
    Home::copy_of("examples/guzhuang").own().at("2024-12-20")
}

fn file_of(home: &Home, id: &str) -> String {
    home.read(&format!("children/{id}.toml"))
}

/// The id that a name has.
fn id_of(home: &Home, name: &str) -> String {
    let found: serde_json::Value =
        serde_json::from_str(&home.run("list --json name,id").out).unwrap();
    let mut all = found.as_array().unwrap().iter();
    let child = all.find(|own| own["name"] == name).unwrap();
    child["id"].as_str().unwrap().to_owned()
}

#[test]
fn a_phone_is_asked_for_at_a_terminal_and_read_from_standard_input_elsewhere() {
    let home = home();
    let id = id_of(&home, "欧阳晨曦");
    let sitting = home.sit("edit-child 欧阳晨曦 --set 监护人电话=-", &["13912340001"]);
    assert_eq!(sitting.code, 0, "{}", sitting.screen);
    assert!(sitting.screen.contains("监护人电话："), "{}", sitting.screen);
    assert!(file_of(&home, &id).contains("13912340001"));
    let home = home.told(|| Ok(b"13912340002\r\n13912340003\n".to_vec()));
    let ran = home.run("edit-child 欧阳晨曦 --set carer.phone=- --set father.phone=－");
    assert_eq!(ran.code, 0, "{}", ran.err);
    let file = file_of(&home, &id);
    assert!(file.contains("13912340002") && file.contains("13912340003"), "{file}");
    assert!(!ran.err.contains("13912340002"), "{}", ran.err);
}

#[test]
fn a_value_that_is_not_given_changes_nothing() {
    let home = home();
    let id = id_of(&home, "欧阳晨曦");
    let before = file_of(&home, &id);
    let ran = home.run("edit-child 欧阳晨曦 --set carer.phone=-");
    assert_eq!(ran.code, 2);
    assert!(ran.err.contains("监护人电话写的是 -"), "{}", ran.err);
    assert_eq!(home.sit("edit-child 欧阳晨曦 --set carer.phone=-", &[""]).code, 2);
    assert_eq!(home.sit("edit-child 欧阳晨曦 --set carer.phone=-", &[]).code, 130);
    assert_eq!(file_of(&home, &id), before);
}

#[test]
fn a_new_child_and_a_new_teacher_need_no_number_in_the_command_line() {
    let home = home().told(|| Ok(format!("{NUMBER}\n13912340004\n").into_bytes()));
    let ran = home.run(
        "add-child 测试甲 --class 四2 --id-number - --set carer.phone=- --force -y --json written",
    );
    assert_eq!(ran.code, 0, "{}", ran.err);
    let id = id_of(&home, "测试甲");
    let file = file_of(&home, &id);
    assert!(file.contains(NUMBER) && file.contains("13912340004"), "{file}");
    let home = home.told(|| Ok(b"13912340005\n13912340006\nlin@school.example\n".to_vec()));
    let ran = home.run("add-staff 林测试 --role doctor --phone - --phone - --email -");
    assert_eq!(ran.code, 0, "{}", ran.err);
    let staff = home.read("staff.toml");
    let new = &staff[staff.find("林测试").unwrap()..];
    for value in ["13912340005", "13912340006", "lin@school.example"] {
        assert!(new.contains(value) && !ran.err.contains(value), "{new}");
    }
    let home = home.told(|| Ok(b"13912340007\n".to_vec()));
    assert_eq!(home.run("edit-staff 林测试 --set 电话=-").code, 0);
    assert!(home.read("staff.toml").contains("13912340007"));
}

#[test]
fn a_personal_column_of_a_record_is_asked_for_and_an_open_one_is_a_dash() {
    let home = home();
    let listed = home.run("records guardian_contact --json id");
    let events: Vec<serde_json::Value> = serde_json::from_str(&listed.out).unwrap();
    let event = events[0]["id"].as_str().unwrap();
    let ran = home.run(&format!("amend {event} --set note=- -n"));
    assert_eq!(ran.code, 0, "{}", ran.err);
    let ran = home.run(&format!("amend {event} --set carer=- -n"));
    let is_asked = ran.err.contains("写的是 -");
    assert_eq!((ran.code, is_asked), (2, true), "{}", ran.err);
}

#[test]
fn the_line_that_a_form_prints_withholds_what_was_typed_in_it() {
    let home = home();
    let sitting = home.sit("edit-child 欧阳晨曦", &["监护人电话", "13912340008", ".", ".", "y"]);
    assert_eq!(sitting.code, 0, "{}", sitting.screen);
    let line = sitting.screen.lines().find(|line| line.contains("care edit-child")).unwrap();
    assert!(line.contains("--set carer.phone=-"), "{line}");
    assert!(!line.contains("13912340008"), "{line}");
    assert!(file_of(&home, &id_of(&home, "欧阳晨曦")).contains("13912340008"));
}

#[test]
fn a_dash_in_the_place_of_a_file_is_standard_input_or_output() {
    let home = home();
    let shown = home.run("list");
    for dash in ["-o -", "-o-", "--output=-", "－o －"] {
        assert_eq!(home.run(&format!("list {dash}")), shown, "{dash}");
    }
    assert!(!home.root().join("-").exists());
    let csv = home.run("list --format csv -o -").out;
    assert!(csv.starts_with("id,") || csv.starts_with("name,") || csv.contains(",name"), "{csv}");
    let rules = home.read("rules.toml");
    assert!(rules.contains("[[rule]]"));
    let old = home.told(|| Ok(Vec::new()));
    for line in ["rules --diff -", "rules --against -"] {
        let ran = old.run(line);
        assert_eq!(ran.code, 0, "{line}: {}", ran.err);
    }
    let ran = old.run("log-talk --rows -");
    assert_eq!(ran.code, 2);
    assert!(ran.err.contains('-'), "{}", ran.err);
}

#[test]
fn a_backup_is_sealed_and_opened_with_a_passphrase_from_standard_input() {
    let home = home().told(|| Ok(b"four invented words here\n".to_vec()));
    let away = Home::empty();
    let folder = away.root().display().to_string();
    let ran = home.run(&format!("backup '{folder}' --passphrase-file -"));
    assert_eq!(ran.code, 0, "{}", ran.err);
    let made = std::fs::read_dir(away.root()).unwrap().next().unwrap().unwrap().path();
    let file = made.display();
    let restored = Home::empty().told(|| Ok(b"four invented words here\n".to_vec()));
    let ran = restored.run(&format!("backup . --restore '{file}' --passphrase-file -"));
    assert_eq!(ran.code, 0, "{}", ran.err);
    assert_eq!(restored.read("rules.toml"), home.read("rules.toml"));
    let wrong = Home::empty().told(|| Ok(b"other invented words here\n".to_vec()));
    assert_eq!(wrong.run(&format!("backup . --restore '{file}' --passphrase-file -")).code, 1);
    let neither = Home::empty();
    let ran = neither.run("backup . --restore -");
    assert_ne!(ran.code, 0, "{}", ran.err);
}
