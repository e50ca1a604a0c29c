//! The rules of the five schools: each preset loads, runs, and has the rows that were agreed.

use crate::harness::Home;

/// A home with a preset, begun on 18 November 2024.
fn begun(preset: &str) -> Home {
    let home = Home::empty().at("2024-11-18");
    let ran = home.run(&format!("init --preset {preset}"));
    assert_eq!(ran.code, 0, "{}", ran.err);
    home
}

/// `id every what level by`, what being the registers or, for a state, nothing.
fn rows(home: &Home) -> Vec<String> {
    let rules = home.json("rules");
    let row = |rule: &serde_json::Value| {
        let records: Vec<&str> =
            rule["records"].as_array().unwrap().iter().map(|own| own.as_str().unwrap()).collect();
        let by = rule["by"].as_str().unwrap_or("-");
        let text = |key: &str| rule[key].as_str().unwrap().to_owned();
        let what = if records.is_empty() { "-".to_owned() } else { records.join("+") };
        format!("{} {} {what} {} {by}", text("id"), text("every"), text("level"))
    };
    rules.as_array().unwrap().iter().map(row).collect()
}

#[test]
fn sunchengsi_asks_for_files_cards_records_pairs_and_an_open_home() {
    assert_eq!(
        rows(&begun("sunchengsi")),
        [
            "aid-to-the-poor term aid inform -",
            "appraisal year assessment inform -",
            "call-again after call advised head_teacher",
            "child-file state - required head_teacher",
            "contact-card state - required head_teacher",
            "counselling term counselling inform -",
            "counselling-next after counselling advised head_teacher",
            "growth-record state - required head_teacher",
            "home-open school_day duty+activity required -",
            "joint-conference term meeting inform -",
            "pair state - required head_teacher",
            "pair-talk month talk inform pair_teacher",
            "pair-visit term visit inform pair_teacher",
            "plan-review after plan advised head_teacher",
            "talk-follow-up after talk+visit+help+counselling advised head_teacher",
            "visit-again after visit advised head_teacher",
        ]
    );
}

#[test]
fn guzhuang_asks_for_talks_visits_letters_or_calls_and_contacts() {
    assert_eq!(
        rows(&begun("guzhuang")),
        [
            "call-again after call advised head_teacher",
            "child-file state - required head_teacher",
            "counselling-next after counselling advised head_teacher",
            "five-heading-survey term survey advised head_teacher",
            "guardian-training term training inform -",
            "monthly-guardian-contact month guardian_contact required head_teacher",
            "monthly-letter-or-call month letter+family_call required head_teacher",
            "monthly-talk month talk required pair_teacher",
            "pair state - required head_teacher",
            "pair-help term help inform pair_teacher",
            "plan-review after plan advised head_teacher",
            "talk-follow-up after talk+visit+help+counselling advised head_teacher",
            "term-visit anchor visit required head_teacher",
            "visit-again after visit advised head_teacher",
        ]
    );
}

#[test]
fn tingshui_asks_for_visits_calls_and_letters_by_the_proxy_guardian() {
    let home = begun("tingshui");
    assert_eq!(
        rows(&home),
        [
            "call-again after call advised head_teacher",
            "child-file state - required head_teacher",
            "counselling-next after counselling advised head_teacher",
            "growth-bag state - required head_teacher",
            "growth-categories state - advised head_teacher",
            "monthly-call month call required proxy_guardian",
            "monthly-visit month visit required proxy_guardian",
            "plan-review after plan advised head_teacher",
            "proxy-guardian state - required head_teacher",
            "report-to-parents term feedback inform head_teacher",
            "talk-follow-up after talk+visit+help+counselling advised head_teacher",
            "term-letter term letter required proxy_guardian",
            "tutoring-visit term visit inform -",
            "visit-again after visit advised head_teacher",
        ]
    );
    let rules = home.read("rules.toml");
    assert_eq!(rules.lines().filter(|line| *line == "by_only = true").count(), 3);
}

#[test]
fn the_national_minimum_asks_for_a_file_a_plan_and_a_visit_each_term_and_says_how_it_was_read() {
    let home = begun("national");
    let own = rows(&home);
    let own: Vec<&String> = own.iter().filter(|row| !row.contains(" after ")).collect();
    assert_eq!(
        own,
        [
            "child-file state - required head_teacher",
            "key-times anchor talk+visit+call+guardian_contact advised head_teacher",
            "own-plan state - required head_teacher",
            "term-visit term visit required head_teacher",
        ]
    );
    for rule in home.json("rules").as_array().unwrap() {
        let why = rule["why"].as_str().unwrap();
        let is_own = rule["every"] != "after";
        assert_eq!(
            why.starts_with("教基厅〔2025〕2号（按两份转载读，未见正式文本）"),
            is_own,
            "{why}"
        );
    }
}

#[test]
fn a_visit_by_phone_counts_for_no_preset() {
    for preset in ["sunchengsi", "guzhuang", "tingshui", "wangjiaba", "goudun", "national"] {
        let rules = begun(preset).read("rules.toml");
        for rule in rules.split("[[rule]]").filter(|own| own.contains("records = [\"visit\"")) {
            let is_said = rule.contains("unless = { mode = [\"phone\", \"video\", \"message\"] }");
            assert!(is_said, "{preset}: {rule}");
        }
    }
}

#[test]
fn an_empty_child_lacks_a_file_on_its_first_day_in_each_preset() {
    for preset in ["sunchengsi", "guzhuang", "tingshui", "wangjiaba", "goudun", "national"] {
        let home = begun(preset);
        assert_eq!(home.run("add-child 张三 --class 2021-2 --joined 2024-11-18").code, 0);
        let rows = home.json("overdue");
        let lacks = |row: &serde_json::Value| !row["lacks"].as_array().unwrap().is_empty();
        assert!(rows.as_array().unwrap().iter().any(lacks), "{preset}: {rows}");
    }
}

#[test]
fn wangjiaba_asks_for_weekly_talks_one_proxy_parent_and_plans() {
    assert_eq!(
        rows(&begun("wangjiaba")),
        [
            "call-again after call advised head_teacher",
            "care-diary month diary inform -",
            "child-file state - required head_teacher",
            "counselling-next after counselling advised head_teacher",
            "guardian-exchange term visit+guardian_contact+call inform proxy_parent",
            "individual-plan state - required proxy_parent",
            "occasion-letter occasion letter advised proxy_parent",
            "one-proxy-parent state - required head_teacher",
            "plan-review after plan advised head_teacher",
            "round-table term meeting inform -",
            "sunny-stage term activity inform -",
            "talk-card month talk inform head_teacher",
            "talk-follow-up after talk+visit+help+counselling advised head_teacher",
            "visit-again after visit advised head_teacher",
            "weekly-talk week talk required proxy_parent",
        ]
    );
}

#[test]
fn goudun_asks_for_visits_calls_letters_lectures_and_handovers() {
    let home = begun("goudun");
    assert_eq!(
        rows(&home),
        [
            "call-again after call advised head_teacher",
            "child-file state - required head_teacher",
            "class-handover term handover required head_teacher",
            "counselling-next after counselling advised head_teacher",
            "family-call month family_call inform -",
            "growth-bag state - required head_teacher",
            "growth-categories state - advised head_teacher",
            "leading-group term meeting inform -",
            "monthly-call month call required proxy_guardian",
            "monthly-visit month visit required proxy_guardian",
            "plan-review after plan advised head_teacher",
            "proxy-guardian state - required head_teacher",
            "talk-follow-up after talk+visit+help+counselling advised head_teacher",
            "term-lecture term lecture required -",
            "term-letter term letter required proxy_guardian",
            "visit-again after visit advised head_teacher",
        ]
    );
    assert!(home.read("rules.toml").contains("max = 2"));
}

#[test]
fn each_preset_runs_on_a_new_home_and_nobody_is_blamed_for_the_time_before() {
    for preset in ["blank", "sunchengsi", "guzhuang", "tingshui", "wangjiaba", "goudun", "national"]
    {
        let home = begun(preset);
        assert_eq!(home.run("check").code, 0, "{preset}");
        assert_eq!(home.run("add-child 张三 --class 2021-2 --joined 2023-09-01").code, 0);
        assert_eq!(home.run("overdue").code, 0, "{preset}");
        let all = home.obligation_keys("2024-11-18", &["first"]);
        assert!(all.iter().all(|first| first == "-" || &**first >= "2024-08-01"), "{preset}");
    }
}

#[test]
fn the_care_types_of_tingshui_are_printed_as_its_summary_has_them() {
    let home = Home::copy_of("examples/tingshui");
    let shares = |line: &str| -> Vec<String> {
        let counts = home.json(&format!("list --count-by care_type --today 2024-12-20{line}"));
        let row = |row: &serde_json::Value| {
            format!("{} {}", row["children"], row["share"].as_str().unwrap())
        };
        counts.as_array().unwrap().iter().map(row).collect()
    };
    assert_eq!(shares(""), ["71 38", "99 52", "12 6.3", "7 3.7"]);
    assert_eq!(shares(" --digits"), ["71 37.57", "99 52.38", "12 6.35", "7 3.70"]);
}

#[test]
fn three_visits_in_one_week_do_not_satisfy_guzhuangs_three_windows() {
    let home = begun("guzhuang").child("C00001", "");
    let rules = home.read("rules.toml").replace("by_only = true\n", "");
    let home = home.with("rules.toml", &rules);
    let visits = ["2024-09-09", "2024-09-10", "2024-09-12"];
    let home = home.events("visit", "C00001", &visits);
    let states = home.obligation_keys("2025-01-18", &["rule", "slot", "state"]);
    let visits: Vec<&String> = states.iter().filter(|own| own.starts_with("term-visit")).collect();
    assert_eq!(
        visits[..3],
        [
            "term-visit 2024-2025-1/start met",
            "term-visit 2024-2025-1/mid missed",
            "term-visit 2024-2025-1/end missed",
        ]
    );
}

#[test]
fn a_call_satisfies_guzhuangs_letter_or_call_month_and_a_staff_letter_does_not() {
    let header = "id,date,children,staff,outcome,direction,note,recorded,status,replaces";
    let letter = |id: &str, child: &str, direction: &str| {
        format!("{id},2024-10-10,{child},,made,{direction},,2024-10-10T10:00:00+08:00,,\n")
    };
    let letters = letter("E0000000001", "C00001", "staff_to_parent")
        + &letter("E0000000002", "C00002", "child_to_parent");
    let home = begun("guzhuang")
        .child("C00001", "")
        .child("C00002", "")
        .events("family_call", "C00001", &["2024-09-20"])
        .log("letter", "2024-10", header, &letters);
    let keys = ["subject_id", "slot", "state", "rule"];
    let states = home.obligation_keys("2024-11-18", &keys);
    let is = |line: &str| states.contains(&format!("{line} monthly-letter-or-call"));
    assert!(is("C00001 2024-09 met") && is("C00001 2024-10 missed") && is("C00002 2024-10 met"));
}

#[test]
fn a_third_lecture_at_goudun_is_a_figure_and_no_remark() {
    let home = Home::copy_of("examples/goudun");
    let remarks = home.json("check --today 2025-07-02");
    let of_lectures =
        |own: &&serde_json::Value| own["message"].as_str().unwrap().contains("term-lecture");
    assert_eq!(remarks.as_array().unwrap().iter().filter(of_lectures).count(), 0);
    let rows = home.json("obligations --all --rule term-lecture --today 2025-07-02");
    let most = rows.as_array().unwrap().iter().map(|own| own["count"].as_u64().unwrap()).max();
    assert_eq!(most, Some(3));
}

#[test]
fn a_talk_at_wangjiaba_without_all_four_headings_does_not_count_and_why_says_so() {
    let home = Home::copy_of("examples/wangjiaba");
    let ran = home.run("why CKWVZV weekly-talk --today 2024-12-20");
    assert!(ran.out.contains("没有填“身体”"), "{}", ran.out);
    let states = home.obligation_keys("2024-12-20", &["subject_id", "rule", "state"]);
    assert!(states.contains(&"CKWVZV weekly-talk missed".to_owned()));
}
