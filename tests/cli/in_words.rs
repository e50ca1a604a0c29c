//! What a clerk reads is in words: changes, rows in force, rules, the classes of many children.

use crate::harness::Home;

fn home() -> Home {
    Home::new()
        .at("2024-11-18")
        .staff("T00001", "{ role = \"head_teacher\", class = \"2021-2\", from = 2024-09-01 }")
        .child("C00001", "class = \"2021-2\"\nrisk = \"low\"")
}

fn done(home: &Home, line: &str) {
    let ran = home.run(line);
    assert_eq!(ran.code, 0, "{line}: {}", ran.err);
}

#[test]
fn the_register_of_changes_is_read_in_words_and_by_programs_in_codes() {
    let home = home();
    done(&home, "pair C00001 T00001 --role pair_teacher --from 2024-11-04");
    done(&home, "edit-child C00001 --set risk=high --why 家访");
    done(&home, "leave C00001 --date 2024-11-15 --reason 转学");
    let out = home.run("records change --format markdown").out;
    for told in ["结对·结对人", "教师T00001", "风险等级", "结对教师", "在册·离册日期", "转学"]
    {
        assert!(out.contains(told), "{told}: {out}");
    }
    for code in ["pair.staff", "pair_teacher", "T00001 ", "spell.", "transferred"] {
        assert!(!out.contains(&format!(" {code}")), "{code}: {out}");
    }
    let english = home.run("records change --format markdown --lang en").out;
    assert!(english.contains("Pair·adult") && english.contains("pair teacher"), "{english}");
    let rows = home.json("records change").to_string();
    assert!(rows.contains("\"pair.staff\"") && rows.contains("T00001 / pair_teacher"), "{rows}");
}

#[test]
fn history_says_what_was_changed_in_words_and_hides_what_is_masked() {
    let home = home();
    done(&home, "edit-child C00001 --set risk=high --why 家访");
    done(&home, "edit-child C00001 --set mother.phone=13900139001");
    done(&home, "undo");
    for line in ["history C00001", "history"] {
        let out = home.run(line).out;
        assert!(out.contains("风险等级：低 → 高"), "{out}");
        assert!(out.contains("母亲电话：139****9001") && !out.contains("13900139001"), "{out}");
        assert_eq!(out.matches("母亲电话").count(), 1, "{out}");
    }
}

#[test]
fn among_the_versions_of_a_record_the_row_in_force_is_marked() {
    let home = home();
    done(&home, "log-talk C00001 --staff T00001 --mode 面谈 --topic 学习");
    let id = home.json("records talk")[0]["id"].as_str().unwrap().to_owned();
    done(&home, &format!("amend {id} --set topic=安全"));
    let out = home.run("records talk --versions").out;
    let line = |topic: &str| out.lines().find(|line| line.contains(topic)).unwrap();
    assert!(line("安全").contains("更正，有效"), "{out}");
    assert!(!line("学习").contains("有效"), "{out}");
    assert!(!home.run("records talk").out.contains("有效"));
}

#[test]
fn rules_stand_by_their_names_beside_their_ids() {
    let home = home().rule("id = \"talk\"\nrecords = [\"talk\"]\nevery = \"month\"");
    let out = home.run("rules --why").out;
    assert_eq!(out.lines().filter(|line| line.starts_with("规则  ")).count(), 4, "{out}");
    assert!(out.lines().any(|line| line.starts_with("规则  talk")), "{out}");
}

#[test]
fn children_of_many_classes_are_counted_in_a_line_of_a_screen() {
    let home = (1..=6).fold(home(), |home, at| {
        home.child(&format!("C0001{at}"), &format!("class = \"2021-{at}\""))
    });
    let all = "C00011 C00012 C00013 C00014 C00015 C00016";
    let home = home.events("activity", all, &["2024-10-09"]);
    let out = home.run("records activity").out;
    assert!(out.contains("6 个班 6 人") && !out.contains("四（1）班"), "{out}");
    let whole = home.run("records activity --format markdown").out;
    assert!(whole.contains("四（1）班：儿童C00011"), "{whole}");
}
