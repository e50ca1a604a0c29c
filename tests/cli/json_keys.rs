//! `--json name,class`: objects with the keys that were asked for, in that order.

use serde_json::Value;

use crate::harness::Home;

fn home() -> Home {
    Home::copy_of("examples/guzhuang").at("2024-12-20")
}

/// The reading commands, each with keys that it has.
const READERS: [(&str, &[&str]); 24] = [
    ("overdue", &["name", "class", "due"]),
    ("due --days 30", &["slot", "rule"]),
    ("obligations", &["state", "child", "due"]),
    ("matrix --rule monthly-talk", &["state", "child", "slot"]),
    ("rates --by class", &["group", "rate", "due"]),
    ("list", &["name", "id"]),
    ("list staff", &["name", "id"]),
    ("list pairs", &["staff_name", "name"]),
    ("list classes", &["class"]),
    ("list --count-by care_type", &["share", "children"]),
    ("records visit --month 2024-10", &["date", "children", "mode"]),
    ("records talk --count-by staff", &["records"]),
    ("show oycx", &["value", "key"]),
    ("find 欧阳", &["name"]),
    ("why oycx", &["rule"]),
    ("rules", &["owing", "id"]),
    ("rules --against national", &["name"]),
    ("rules --suggest national", &["change", "rule"]),
    ("calendar", &["name", "kind"]),
    ("settings", &["value", "setting"]),
    ("history", &["state", "batch"]),
    ("check --strict", &["level", "check"]),
    ("doctor", &["standing", "check"]),
    ("audit verify", &["entries"]),
];

fn keys_of(object: &Value) -> Vec<&str> {
    object.as_object().unwrap().keys().map(String::as_str).collect()
}

#[test]
fn every_reading_command_prints_the_keys_that_were_asked_for_and_no_others() {
    let home = home();
    let mut rows = 0;
    for (line, keys) in READERS {
        for lang in ["zh-CN", "en"] {
            let ran = home.run(&format!("{line} --lang {lang} --json {}", keys.join(",")));
            assert!(ran.code < 2, "{line}: {ran:?}");
            let objects: Vec<Value> = serde_json::from_str(&ran.out).unwrap();
            assert!(objects.iter().all(|own| keys_of(own) == keys), "{line}: {}", ran.out);
            rows += objects.len();
        }
    }
    assert!(rows > 100, "{rows}");
}

#[test]
fn the_values_are_those_of_the_whole_json_and_a_part_that_is_not_there_is_null() {
    let home = home();
    let (whole, picked) = (home.json("overdue"), home.run("overdue --json due,name,due"));
    let picked: Vec<Value> = serde_json::from_str(&picked.out).unwrap();
    assert_eq!(whole.as_array().unwrap().len(), picked.len());
    for (whole, picked) in whole.as_array().unwrap().iter().zip(&picked) {
        assert_eq!((&whole["due"], &whole["name"]), (&picked["due"], &picked["name"]));
    }
    let mixed = home.run("records visit talk --month 2024-10 --json register,met");
    let mixed: Vec<Value> = serde_json::from_str(&mixed.out).unwrap();
    let talk = mixed.iter().find(|own| own["register"] == "talk").unwrap();
    assert_eq!(keys_of(talk), ["register", "met"]);
    assert!(talk["met"].is_null());
}

#[test]
fn the_headings_that_people_read_name_the_keys_too() {
    let home = home();
    let by_keys = home.run("overdue --json name,class,due");
    assert_eq!(by_keys.code, 0, "{by_keys:?}");
    for words in ["姓名,班级,应办期限", "姓名、班级、应办期限", "ｎａｍｅ，班级，ｄｕｅ"]
    {
        assert_eq!(home.run(&format!("逾期 --json {words}")), by_keys, "{words}");
    }
    assert_eq!(home.run("overdue --lang en --json Name,Class,Due"), by_keys);
    // A heading of the other language too, beside those of this one.
    for words in ["姓名,班级,应办期限", "姓名,Class,due"] {
        assert_eq!(home.run(&format!("overdue --lang en --json {words}")), by_keys, "{words}");
    }
    assert_eq!(home.run("逾期 --json Name,Class,Due"), by_keys);
    for (lang, heading) in [("zh-CN", "due  应办期限"), ("en", "due  Due")] {
        let ran = home.run(&format!("overdue --lang {lang} --json 姓名,Class,nothing"));
        assert!(ran.err.contains("nothing") && ran.err.contains(heading), "{}", ran.err);
        assert_eq!((ran.code, ran.out.as_str()), (2, ""));
    }
    let records = home.run("records visit --month 2024-10 --json 日期,方式,备注");
    let by_keys = home.run("records visit --month 2024-10 --json date,mode,note");
    assert_eq!((records.code, &records.out), (0, &by_keys.out), "{}", records.err);
}

#[test]
fn without_keys_or_with_an_unknown_one_those_that_there_are_are_listed() {
    let home = home();
    for (line, said) in [
        ("list --json", "--json 后面写要哪几项"),
        ("list --json -q", "--json 后面写要哪几项"),
        ("list --json=", "--json 后面写要哪几项"),
        ("list --json name,clas", "没有“clas”这一项"),
        ("list --json name,clas --lang en", "there is no key \"clas\""),
        ("list --json --lang en", "say behind --json which keys are wanted"),
    ] {
        let ran = home.run(line);
        assert_eq!((ran.out.as_str(), ran.code), ("", 2), "{line}");
        assert!(ran.err.contains(said), "{line}: {}", ran.err);
        assert!(ran.err.contains("  name  ") && ran.err.contains("  class  "), "{}", ran.err);
    }
    let near = home.run("list --json clas").err;
    assert!(near.contains("是不是") && near.contains("class"), "{near}");
}

#[test]
fn what_is_not_told_for_want_of_a_key_is_not_done_either() {
    let home = home().own();
    let before = home.run("history --json batch").out;
    let said = "log-visit 欧阳晨曦 --mode in_person --staff 刘敏 --date 昨天 --json";
    let ran = home.run(&format!("{said} nothing"));
    assert_eq!(ran.code, 2, "{ran:?}");
    assert!(ran.err.contains("written") && ran.err.contains("batch"), "{}", ran.err);
    assert_eq!(home.run("history --json batch").out, before);
    let done = home.run(&format!("{said} written"));
    assert_eq!((done.err.as_str(), done.code), ("", 0));
    let receipt: Value = serde_json::from_str(&done.out).unwrap();
    assert_eq!(keys_of(&receipt), ["written"]);
    // A look at what is masked is not entered when nothing is shown.
    assert_eq!(home.run("show oycx --full --json nothing").code, 2);
    assert!(!home.root().join(".care/access").exists());
    assert_eq!(home.run("show oycx --full --json value").code, 0);
    assert!(home.root().join(".care/access").exists());
}

#[test]
fn json_goes_with_no_other_format_and_with_no_answer_that_has_no_keys() {
    let home = home();
    for line in ["list --format csv --json name", "list --json name --format json"] {
        let ran = home.run(line);
        assert_eq!(ran.code, 2, "{line}");
        assert!(ran.err.contains("--json") && ran.err.contains("--format"), "{}", ran.err);
    }
    for line in ["help dates --json name", "completions bash --json name", "man --json name"] {
        let ran = home.run(line);
        assert_eq!((ran.out.as_str(), ran.code), ("", 2), "{line}");
    }
    assert_eq!(home.run("list --json name -o names.csv").code, 0);
    assert!(home.read("names.csv").starts_with("[\n"));
}
