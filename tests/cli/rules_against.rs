//! `care rules --against`: the school's rules beside a preset's, a file's or a revision's.

use crate::harness::Home;

const DAY: &str = "--today 2024-12-20";

fn example(name: &str) -> Home {
    let home = Home::copy_of(&format!("examples/{name}"));
    home.keep_private();
    home
}

/// `rule verdict own+own less more` for each rule of the other set.
fn rows(home: &Home, other: &str) -> Vec<String> {
    let list = |value: &serde_json::Value| {
        let names: Vec<&str> =
            value.as_array().unwrap().iter().map(|own| own.as_str().unwrap()).collect();
        if names.is_empty() { "-".to_owned() } else { names.join("+") }
    };
    let compared = home.json(&format!("rules --against {other} {DAY}"));
    let row = |one: &serde_json::Value| {
        let text = |key: &str| one[key].as_str().unwrap().to_owned();
        let lists = ["own", "less", "more"].map(|key| list(&one[key])).join(" ");
        format!("{} {} {lists}", text("rule"), text("verdict"))
    };
    compared.as_array().unwrap().iter().map(row).collect()
}

/// The four rules of the national minimum that are its own.
fn national(school: &str) -> Vec<String> {
    let mut rows = rows(&example(school), "national");
    let follow_ups = rows.split_off(4);
    assert_eq!(follow_ups.len(), 5);
    assert!(follow_ups.iter().all(|row| row.contains(" equal ")), "{follow_ups:?}");
    rows
}

#[test]
fn guzhuang_visits_three_times_a_term_and_has_no_plan_and_no_phone_of_the_carer() {
    assert_eq!(
        national("guzhuang"),
        [
            "child-file below child-file requires -",
            "own-plan missing - - -",
            "term-visit above term-visit - often+by_only",
            "key-times above term-visit - level+records+unless+by_only",
        ]
    );
}

#[test]
fn tingshui_and_goudun_visit_monthly_and_their_card_has_the_carers_phone() {
    for school in ["tingshui", "goudun"] {
        let rows = national(school);
        assert_eq!(
            rows[..3],
            [
                "child-file above child-file - requires",
                "own-plan missing - - -",
                "term-visit above monthly-visit - often+by_only",
            ]
        );
        assert!(rows[3].starts_with("key-times above monthly-call - level+often"), "{rows:?}");
    }
}

#[test]
fn what_sunchengsi_only_informs_of_is_below_and_two_of_its_rules_make_up_a_file() {
    assert_eq!(
        national("sunchengsi"),
        [
            "child-file differs child-file+contact-card requires requires",
            "own-plan missing - - -",
            "term-visit below pair-visit level -",
            "key-times below pair-talk level -",
        ]
    );
}

#[test]
fn wangjiaba_makes_plans_for_serious_cases_alone_and_talks_weekly() {
    assert_eq!(
        national("wangjiaba"),
        [
            "child-file above child-file - requires",
            "own-plan below individual-plan applies -",
            "term-visit below guardian-exchange level -",
            "key-times above weekly-talk - level+often+records+filled+by_only",
        ]
    );
}

#[test]
fn each_example_beside_the_preset_it_began_from_is_equal_throughout() {
    for school in ["sunchengsi", "guzhuang", "tingshui", "wangjiaba", "goudun"] {
        let rows = rows(&example(school), school);
        let unequal: Vec<&String> = rows.iter().filter(|row| !row.contains(" equal ")).collect();
        assert_eq!(unequal, Vec::<&String>::new(), "{school}");
    }
}

#[test]
fn the_reasons_are_said_in_both_languages() {
    let home = example("guzhuang");
    let zh = home.run(&format!("rules --against national {DAY}")).out;
    let en = home.run(&format!("rules --against national {DAY} --lang en")).out;
    assert!(zh.contains("次数多：本校每学期的每个阶段一次，对照每学期一次"), "{zh}");
    assert!(zh.contains("缺监护人电话") && zh.contains("须由班主任本人做"), "{zh}");
    assert!(zh.contains("高于 2 条、相同 5 条、低于 1 条、本校没有 1 条"), "{zh}");
    assert!(en.contains("more often: once in each window of the term here, once each term there"));
    assert!(en.contains("lacks carer's phone") && en.contains("2 above, 5 equal, 1 below"), "{en}");
}

#[test]
fn what_cannot_be_ordered_is_said_with_both_reasons() {
    let monthly = "id = \"talk\"\nrecords = [\"talk\"]\nevery = \"month\"";
    let other = "[[rule]]\nname = \"规则\"\nwhy = \"测试\"\n".to_owned()
        + &monthly.replace("month", "week")
        + "\ngrace_days = 7\n";
    let home = Home::new().rule(monthly).with("county.toml", &other);
    let beside = |lang: &str| {
        let file = home.root().join("county.toml");
        home.run(&format!("rules --against {} --lang {lang}", file.display()))
    };
    let (zh, en) = (beside("zh-CN"), beside("en"));
    assert_eq!((zh.code, en.code), (0, 0), "{}{}", zh.err, en.err);
    let said = "宽在：次数少：本校每月一次，对照每周一次；严在：宽限少：本校 0 天，对照 7 天";
    assert!(zh.out.contains("各有宽严") && zh.out.contains(said), "{}", zh.out);
    let said = "looser: less often: once each month here, once each week there; \
                stricter: fewer days of grace: 0 here, 7 there";
    assert!(en.out.contains("differs") && en.out.contains(said), "{}", en.out);
}

#[test]
fn a_name_that_is_nothing_is_refused_with_the_nearest_preset_and_all_of_them() {
    let ran = example("guzhuang").run("rules --against nationl");
    assert_eq!((ran.out.as_str(), ran.code), ("", 2));
    for said in ["没有“nationl”这套规则", "wangjiaba, goudun, national", "是不是：national"]
    {
        assert!(ran.err.contains(said), "{}", ran.err);
    }
}

#[test]
fn a_file_of_rules_with_faults_is_told_and_nothing_is_compared() {
    let home = Home::new().with("county.toml", "[[rule]]\nid = \"a\"\nevery = \"moon\"\n");
    let ran = home.run(&format!("rules --against {}", home.root().join("county.toml").display()));
    assert_eq!((ran.out.as_str(), ran.code), ("", 3), "{}", ran.err);
}

#[test]
fn a_preset_without_rules_says_so_and_the_school_without_any_misses_each() {
    let ran = example("guzhuang").run("rules --against blank");
    assert!(ran.out.contains("blank 里没有规则") && ran.code == 0, "{}", ran.out);
    let rows = rows(&Home::new(), "national");
    assert!(rows.len() == 9 && rows.iter().all(|row| row.ends_with(" missing - - -")), "{rows:?}");
}

#[test]
fn exemptions_from_rules_that_the_other_set_has_not_are_no_hindrance() {
    let home = Home::new()
        .staff("T00001", "")
        .rule("id = \"own\"\nrecords = [\"talk\"]\nevery = \"month\"")
        .child(
            "C00001",
            "[[exempt]]\nrule = \"own\"\nfrom = 2024-09-02\nreason = \"病\"\nby = \"T00001\"\n",
        );
    let ran = home.run("rules --against national");
    assert_eq!(ran.code, 0, "{}", ran.err);
}

#[test]
fn the_ways_of_looking_at_rules_exclude_each_other() {
    let home = example("guzhuang");
    for line in [
        "--against national --diff old",
        "--against national --suggest",
        "--against national --adopt own-plan",
        "--diff old --suggest",
        "--diff old --adopt own-plan",
        "--why --against national",
    ] {
        let ran = home.run(&format!("rules {line}"));
        assert!(ran.code == 2 && ran.err.contains("不能与"), "{line}: {}", ran.err);
    }
}
