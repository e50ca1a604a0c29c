//! `merge-children`: two files of one child become one, and no event is lost.

use crate::harness::Home;
use crate::life_edit::changes;
use crate::life_edit::does;

const RULE: &str = "id = \"talk\"\nrecords = [\"talk\"]\nevery = \"month\"";

fn home() -> Home {
    let exempt = "[[exempt]]\nrule = \"talk\"\nfrom = 2024-11-01\nuntil = 2024-11-10\n";
    let facts = "class = \"2021-2\"\nrisk = \"high\"\nethnic_group = \"汉族\"";
    Home::new()
        .own()
        .at("2024-11-18")
        .rule(RULE)
        .child("C00001", "# 第一份\nclass = \"2021-2\"\nrisk = \"low\"\naddress = \"村东\"")
        .child("C00002", &format!("{facts}\n{exempt}[[spell]]\njoined = 2024-09-02\n"))
        .events("talk", "C00001", &["2024-09-10"])
        .events("talk", "C00002", &["2024-10-10"])
        .events("talk", "C00001 C00002", &["2024-10-11"])
}

const LINE: &str = "merge-children C00001 C00002 --take 姓名=keep --take risk=other \
    --take exempt=other";

#[test]
fn the_kept_child_takes_the_events_facts_and_entries_of_the_other() {
    let home = home();
    let said = does(&home, LINE);
    assert!(said.contains("儿童C00002 C00002 的记录归到 儿童C00001 四（2）班"), "{said}");
    assert!(said.contains("从另一个文件带来：民族、风险等级、免办"), "{said}");
    assert!(!home.root().join("children/C00002.toml").exists());
    let text = home.read("children/C00001.toml");
    for line in [
        "# 第一份\n",
        "name = \"儿童C00001\"",
        "risk = \"high\"",
        "also = [\"C00002\"]",
        "address = \"村东\"",
        "[[exempt]]\nrule = \"talk\"\nfrom = 2024-11-01\nuntil = 2024-11-10\n",
    ] {
        assert!(text.contains(line), "{line}: {text}");
    }
    assert!(!text.contains("[[was]]") && text.matches("[[spell]]").count() == 1, "{text}");
    let rows = changes(&home, "2024-11");
    assert!(rows.contains(&"2024-11-18|C00001||risk|low|high|".to_owned()), "{rows:?}");
    assert!(rows.contains(&"2024-11-18|C00001||also||C00002|".to_owned()), "{rows:?}");
    let states = home.obligation_keys("2024-11-18", &["subject_id", "slot", "state", "count"]);
    assert_eq!(states[..2], ["C00001 2024-09 met 1", "C00001 2024-10 met 2"]);
    assert!(states.iter().all(|line| !line.contains("C00002")), "{states:?}");
    // Its former id is still a way to name it.
    assert!(home.run("show C00002").out.contains("儿童C00001  C00001"));
    let ledger = home.read(".care/ledger");
    let entry: serde_json::Value = serde_json::from_str(ledger.lines().last().unwrap()).unwrap();
    assert!(entry["before"]["children/C00002.toml"].as_str().unwrap().contains("汉族"));
}

#[test]
fn what_the_files_say_differently_must_be_chosen_and_is_shown() {
    let home = home();
    let before = home.read("children/C00001.toml");
    let ran = home.run("merge-children C00001 C00002");
    assert_eq!((ran.out.as_str(), ran.code), ("", 2));
    for said in [
        "有 3 处不同",
        "风险等级：低（--take risk=keep）  高（--take risk=other）",
        "--take name=keep",
    ] {
        assert!(ran.err.contains(said), "{}", ran.err);
    }
    for (line, said) in [
        ("--take risk=both --take name=keep", "字段=keep 或 字段=other"),
        ("--take risk=keep --take name=keep --take class=keep", "“class”没有不同"),
        ("--take risk=keep", "有 2 处不同"),
    ] {
        let ran = home.run(&format!("merge-children C00001 C00002 {line}"));
        assert!(ran.code == 2 && ran.err.contains(said), "{line}: {}", ran.err);
    }
    let itself = home.run("合并儿童 C00001 C00001");
    assert!(itself.code == 2 && itself.err.contains("不能和自己合并"), "{}", itself.err);
    let dry = home.run(&format!("{LINE} -n --lang en"));
    assert!(dry.code == 0 && dry.err.contains("is gone"), "{}", dry.err);
    assert_eq!(home.read("children/C00001.toml"), before);
    assert!(home.root().join("children/C00002.toml").exists());
}

#[test]
fn times_on_the_roll_that_overlap_are_chosen_and_others_are_brought_along() {
    let home = home().with(
        "children/C00003.toml",
        "id = \"C00003\"\nname = \"儿童C00001\"\n[[spell]]\njoined = 2024-09-09\nleft = 2024-09-20\n",
    );
    let ran = home.run("merge-children C00001 C00003");
    assert!(ran.code == 2 && ran.err.contains("--take spell=other"), "{}", ran.err);
    does(&home, "merge-children C00001 C00003 --take 在册=other");
    let text = home.read("children/C00001.toml");
    assert!(text.contains("[[spell]]\njoined = 2024-09-09\nleft = 2024-09-20\n"), "{text}");
    let home = self::home().with(
        "children/C00003.toml",
        "id = \"C00003\"\nname = \"儿童C00001\"\n[[spell]]\njoined = 2024-03-01\nleft = 2024-06-20\n",
    );
    does(&home, "merge-children C00001 C00003");
    let text = home.read("children/C00001.toml");
    assert!(text.contains("[[spell]]\njoined = 2024-03-01\nleft = 2024-06-20\n"), "{text}");
    // A child that took another's events gives both ids on.
    does(&home, "merge-children C00002 C00001 --take name=keep --take risk=keep");
    let text = home.read("children/C00002.toml");
    assert!(text.contains("also = [\"C00001\", \"C00003\"]"), "{text}");
}
