//! `care rules --suggest` and `--adopt`: what a preset has that the school has not, one by one.

use crate::harness::Home;

/// A home with the rules of a preset, begun on 18 November 2024.
fn begun(preset: &str) -> Home {
    let home = Home::empty().at("2024-11-18");
    assert_eq!(home.run(&format!("init --preset {preset}")).code, 0);
    home
}

/// `rule change key+key` for each suggestion.
fn suggested(home: &Home, preset: &str) -> Vec<String> {
    let found = home.json(&format!("rules --suggest {preset}"));
    let row = |one: &serde_json::Value| {
        let keys: Vec<&str> =
            one["keys"].as_array().unwrap().iter().map(|key| key.as_str().unwrap()).collect();
        let text = |key: &str| one[key].as_str().unwrap().to_owned();
        format!("{} {} {}", text("rule"), text("change"), keys.join("+")).trim_end().to_owned()
    };
    found.as_array().unwrap().iter().map(row).collect()
}

#[test]
fn a_home_as_it_was_begun_has_nothing_to_adopt_and_the_preset_is_found_by_its_rules() {
    for preset in ["sunchengsi", "guzhuang", "tingshui", "wangjiaba", "goudun", "national"] {
        let ran = begun(preset).run("rules --suggest");
        assert_eq!(ran.code, 0, "{}", ran.err);
        assert!(ran.out.contains(&format!("{preset} 的规则本校都有，没有不同")), "{}", ran.out);
        assert!(ran.out.contains(&format!("取的是 {preset}")), "{}", ran.out);
        assert!(ran.out.contains("要看别的：care rules --suggest 名称"), "{}", ran.out);
    }
}

#[test]
fn what_is_new_and_what_differs_is_listed_with_the_keys_that_differ() {
    let home = begun("guzhuang");
    assert_eq!(
        suggested(&home, "national"),
        [
            "child-file changed requires+name+why",
            "own-plan new",
            "term-visit changed every+name+why+by_only",
            "key-times new",
        ]
    );
    let en = home.run("rules --suggest national --lang en").out;
    assert!(en.contains("the rules of national: 2 new here, 2 different"), "{en}");
    assert!(en.contains("At any time: open plan, by the head teacher"), "{en}");
    assert!(en.contains("care rules --adopt ID --suggest national"), "{en}");
}

#[test]
fn rules_that_are_like_no_one_preset_need_its_name() {
    for home in [begun("blank"), Home::new()] {
        let ran = home.run("rules --suggest");
        assert_eq!((ran.out.as_str(), ran.code), ("", 2));
        assert!(
            ran.err.contains("写明名称") && ran.err.contains("goudun, national"),
            "{}",
            ran.err
        );
        assert_eq!(home.run("rules --suggest national").code, 0);
    }
    let ran = begun("guzhuang").run("rules --suggest natonal");
    assert!(ran.code == 2 && ran.err.contains("是不是：national"), "{}", ran.err);
}

#[test]
fn a_new_rule_goes_to_the_end_with_its_comment_and_counts_from_the_term_in_hand() {
    let home = begun("guzhuang");
    let before = home.read("rules.toml");
    let ran = home.run("rules --adopt own-plan key-times own-plan --suggest national");
    assert_eq!(ran.code, 0, "{}", ran.err);
    let said = "已采用 national 的 own-plan（一生一策），从 2024-09-02 起算，以前的不追究";
    assert!(ran.err.contains(said) && ran.err.contains("key-times（重要时段关心）"), "{}", ran.err);
    let after = home.read("rules.toml");
    let added = after.strip_prefix(&before).unwrap();
    assert!(
        added.starts_with(
            "\n# 方案登记在“个别教育”里，没有结案（closed_on 空着）的才算。\n\
             [[rule]]\nid = \"own-plan\"\nfrom = 2024-09-02\nname = "
        ),
        "{added}"
    );
    assert!(
        added.contains("\n\n# 三个阶段：") && added.ends_with("level = \"advised\"\n"),
        "{added}"
    );
    assert_eq!(added.matches("[[rule]]").count(), 2);
    assert_eq!(home.run("check").code, 0);
    let rows = suggested(&home, "national");
    assert!(rows.len() == 2 && rows.iter().all(|row| row.contains(" changed ")), "{rows:?}");
}

#[test]
fn the_term_in_hand_is_that_of_the_schools_own_calendar() {
    let home = Home::new().at("2025-03-10");
    let ran = home.run("rules --adopt own-plan --suggest national --lang en");
    assert!(ran.err.contains("counted from 2025-02-17, not before"), "{}", ran.err);
    assert!(home.read("rules.toml").contains("id = \"own-plan\"\nfrom = 2025-02-17\n"));
}

#[test]
fn a_rule_that_the_school_has_otherwise_is_replaced_only_when_somebody_says_so() {
    let home = begun("guzhuang").and("rules.toml", "\n# 校长的话\n");
    let before = home.read("rules.toml");
    let ran = home.run("rules --adopt child-file --suggest national --no-input");
    assert_eq!(ran.code, 2);
    assert!(
        ran.err.contains("（requires, name, why）") && ran.err.contains("就加 -y"),
        "{}",
        ran.err
    );
    assert_eq!(home.read("rules.toml"), before);
    let ran = home.run("rules --adopt child-file --suggest national -y");
    assert!(ran.code == 0 && ran.err.contains("已换成 national 的写法"), "{}", ran.err);
    let after = home.read("rules.toml");
    let (lines, new): (Vec<&str>, Vec<&str>) = (before.lines().collect(), after.lines().collect());
    assert_eq!(lines.len(), new.len());
    let differing: Vec<&str> =
        new.iter().zip(&lines).filter(|(new, old)| new != old).map(|(new, _)| *new).collect();
    assert_eq!(differing.len(), 3, "{differing:?}");
    assert!(differing[2].contains("\"carer.phone\""), "{differing:?}");
    assert!(after.ends_with("\n# 校长的话\n") && home.run("check").code == 0);
}

#[test]
fn a_rule_that_the_school_has_as_it_is_is_said_and_nothing_is_written() {
    let home = begun("guzhuang");
    let ledger = home.read(".care/ledger");
    let ran = home.run("rules --adopt monthly-talk");
    assert_eq!(
        (ran.code, ran.err.as_str()),
        (0, "monthly-talk 本校已有，与 guzhuang 的相同，没有改动\n")
    );
    assert_eq!(home.read(".care/ledger"), ledger);
}

#[test]
fn an_id_that_the_preset_has_not_is_refused_with_the_nearest_and_nothing_is_written() {
    let home = begun("guzhuang");
    let before = home.read("rules.toml");
    let ran = home.run("rules --adopt key-times own-pla --suggest national");
    assert_eq!(ran.code, 2);
    assert!(ran.err.contains("national 没有“own-pla”") && ran.err.contains("是不是：own-plan"));
    assert_eq!(home.read("rules.toml"), before);
}

#[test]
fn a_dry_run_writes_nothing_and_an_operation_of_one_name_is_done_once() {
    let home = begun("guzhuang");
    let before = home.read("rules.toml");
    let ran = home.run("rules --adopt own-plan --suggest national -n");
    assert!(ran.code == 0 && ran.err.contains("own-plan"), "{}", ran.err);
    assert_eq!(home.read("rules.toml"), before);
    let entries = || home.read(".care/ledger").lines().count();
    let begun = entries();
    let line = "rules --adopt own-plan --suggest national --op-id plan-1 --format json";
    let (first, second) = (home.run(line), home.run(line));
    assert_eq!((first.code, second.code, entries()), (0, 0, begun + 1));
    assert_eq!(first.out, second.out);
    assert!(first.out.contains("\"files\":[\"rules.toml\"]"), "{}", first.out);
    let ledger = home.read(".care/ledger");
    let entry: serde_json::Value = serde_json::from_str(ledger.lines().last().unwrap()).unwrap();
    assert_eq!(entry["before"]["rules.toml"], before.as_str());
}

#[test]
fn what_would_bring_faults_is_told_and_not_written() {
    // Windows of 28 days do not fit into a term of two months.
    let calendar = "[[term]]\nid = \"2024-2025-1\"\nyear = \"2024-2025\"\nfirst = 2024-09-02\n\
                    last = 2024-10-31\n";
    let home = Home::new().at("2024-09-10").with("calendar.toml", calendar);
    let ran = home.run("rules --adopt key-times --suggest national");
    assert_eq!(ran.code, 3, "{}", ran.err);
    assert!(ran.err.contains("没有写入") && ran.err.contains("calendar.toml"), "{}", ran.err);
    assert_eq!(home.read("rules.toml"), "");
}

#[test]
fn rules_that_do_not_stand_apart_are_left_alone() {
    let inline = "rule = [{ id = \"own-plan\", name = \"方案\", why = \"测试\", every = \"state\", \
                  requires = [\"open_plan\"] }]\n";
    let home = Home::new().with("rules.toml", inline);
    let ran = home.run("rules --adopt own-plan --suggest national -y");
    assert_eq!(ran.code, 2, "{}", ran.err);
    assert!(ran.err.contains("用编辑器改"), "{}", ran.err);
    let ran = home.run("rules --adopt key-times --suggest national");
    assert_eq!(ran.code, 3, "{}", ran.err);
    assert_eq!(home.read("rules.toml"), inline);
}
