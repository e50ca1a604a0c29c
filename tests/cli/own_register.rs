//! A register of the school's own, written from its page alone; and registers that change.

use crate::harness::{HEADER, Home};

const PAGE: &str = include_str!("../../data-template/reference/registers.md");

/// The piece of the page that is TOML, the nth.
fn toml(nth: usize) -> String {
    let block = PAGE.split("```toml\n").nth(nth + 1).unwrap();
    block.split("```").next().unwrap().to_owned()
}

fn home() -> Home {
    Home::new().at("2024-11-18").child("C00001", "class = \"2021-2\"").child("C00002", "")
}

fn swimming() -> Home {
    home().with("registers/swimming_safety.toml", &toml(0)).with("rules.toml", &toml(1))
}

#[test]
fn a_register_written_from_the_page_alone_has_command_help_checks_and_records() {
    let home = swimming();
    let help = home.run("log-swimming-safety --help");
    assert!(help.out.contains("防溺水") && help.out.contains("letter 告知书"), "{}", help.out);
    let ran = home.run("log-swimming-safety C00001 --形式 谈话 --附近水域 村东水塘");
    assert_eq!(ran.code, 0, "{}", ran.err);
    assert!(ran.err.contains("每月防溺水谈话"), "{}", ran.err);
    for refused in
        ["C00001", "--form talk", "C00001 --form swim", "C00001 --form talk --signed-on 水"]
    {
        assert_eq!(home.run(&format!("log-swimming-safety {refused}")).code, 2, "{refused}");
    }
    let rows = home.json("records 防溺水");
    assert_eq!(rows[0]["form"], "talk");
    assert_eq!(rows[0]["pond"], "村东水塘");
    let log = home.read("log/swimming_safety/2024-11.csv");
    let home = home.with("log/swimming_safety/2024-11.csv", &log.replace(",talk,", ",swim,"));
    let checked = home.run("check");
    assert!(checked.out.contains("提醒[unlisted-choice]"), "{}", checked.out);
    assert!(home.run("help registers").out.contains("防溺水"));
}

#[test]
fn it_has_an_overdue_rule_and_a_state_rule() {
    let home = swimming();
    assert_eq!(home.run("log-swimming-safety C00001 --form talk").code, 0);
    let rows = home.json("overdue --today 2024-12-05");
    let of = |rule: &str| {
        let own = rows.as_array().unwrap().iter().filter(|row| row["rule"] == rule);
        own.map(|row| row["child"].as_str().unwrap().to_owned()).collect::<Vec<_>>()
    };
    assert_eq!(of("swimming-safety-ever"), ["C00002"]);
    assert!(of("swimming-safety-monthly").contains(&"C00002".to_owned()));
    assert!(home.run("why C00002 swimming-safety-ever").out.contains("防溺水"));
}

#[test]
fn a_column_that_is_added_in_mid_month_is_given_to_the_months_log_and_is_blank_in_its_rows() {
    let home = home().with("registers/swimming_safety.toml", &toml(0));
    assert_eq!(home.run("log-swimming-safety C00001 --form talk --note '一,\"二\"'").code, 0);
    let before = home.read("log/swimming_safety/2024-11.csv");
    let column = "[[column]]\nname = \"weather\"\nzh = \"天气\"\nen = \"weather\"\n";
    let home = home.and("registers/swimming_safety.toml", column);
    // A row that does not fill it leaves the log's header as it was.
    assert_eq!(home.run("log-swimming-safety C00002 --form talk").code, 0);
    assert!(home.read("log/swimming_safety/2024-11.csv").starts_with(&before));
    assert_eq!(home.run("log-swimming-safety C00002 --form visit --天气 晴").code, 0);
    let text = home.read("log/swimming_safety/2024-11.csv");
    let lines: Vec<&str> = text.lines().collect();
    assert!(lines[0].contains(",pond,weather,note,"), "{text}");
    assert!(lines[1].contains(",talk,,,,\"一,\"\"二\"\"\","), "{text}");
    assert!(lines[3].contains(",visit,,,晴,,"), "{text}");
    let rows = home.json("records 防溺水");
    let cells: Vec<&serde_json::Value> =
        rows.as_array().unwrap().iter().map(|row| &row["weather"]).collect();
    assert_eq!(cells.len(), 3);
    assert!(cells.iter().any(|cell| **cell == "晴"), "{cells:?}");
    assert_eq!(home.run("check").code, 0);
    // Taking it back takes the row back, and leaves the log's other rows.
    assert_eq!(home.run("undo").code, 0);
    assert_eq!(home.json("records 防溺水").as_array().unwrap().len(), 2);
}

#[test]
fn a_batch_whose_later_row_needs_a_new_column_is_saved_whole() {
    let own = "E0000000001,2024-11-04,C00001,,made,,2024-11-04T10:00:00+08:00,,";
    let home = home().own().log("talk", "2024-11", HEADER, own);
    let rows = "儿童\t主题\t备注\nC00001\t\t一\nC00002\t作业\t二\n";
    let home = home.with("rows.txt", rows);
    let path = home.root().join("rows.txt").display().to_string();
    let ran = home.run(&format!("log-talk --rows {path}"));
    assert_eq!(ran.code, 0, "{}", ran.err);
    let text = home.read("log/talk/2024-11.csv");
    let lines: Vec<&str> = text.lines().collect();
    assert_eq!(lines.len(), 4, "{text}");
    assert!(lines[0].contains("outcome,topic,note"), "{text}");
    assert!(lines[1].starts_with("E0000000001,2024-11-04,C00001,,made,,,"), "{text}");
    assert!(lines[3].contains(",made,作业,二,"), "{text}");
}

#[test]
fn a_column_named_like_a_common_flag_has_it() {
    let home = home().staff("T00001", "{ role = \"home_keeper\", from = 2024-09-01 }");
    let lines = [
        (
            "log-absence C00001 --from 11.4 --until 11.20 --reason 病假 --verified-by 刘敏",
            "absence",
        ),
        ("log-family-call C00001 --line 手机", "family_call"),
        ("log-document --title 章程 --file 一号柜 --valid-until 2026-08-31", "document"),
        ("log-fund --direction 收入 --amount 500 --purpose 活动", "fund"),
        ("log-enrolment --class 2021-2 --pupils 40", "enrolment"),
        ("log-flag --about E1 --for T00001", "flag"),
    ];
    for (line, register) in lines {
        let ran = home.run(line);
        assert_eq!(ran.code, 0, "{line}: {}", ran.err);
        assert!(home.root().join(format!("log/{register}/2024-11.csv")).exists());
    }
    let absence = &home.json("records absence")[0];
    assert_eq!((&absence["from"], &absence["until"]), (&"2024-11-04".into(), &"2024-11-20".into()));
    assert_eq!(home.json("records document")[0]["file"], "一号柜");
    assert_eq!(home.json("records family_call")[0]["line"], "mobile");
}

#[test]
fn a_row_of_the_rota_may_lie_ahead_and_is_listed_but_never_counted() {
    let rule = "id = \"rota\"\nrecords = [\"rota\"]\nevery = \"week\"\nsubject = \"school\"";
    let home = home().staff("T00001", "{ role = \"home_keeper\", from = 2024-09-01 }").rule(rule);
    let ran = home.run("log-rota --staff T00001 --session 午间 --date 2024-11-25");
    assert_eq!(ran.code, 0, "{}", ran.err);
    assert_eq!(home.run("log-duty --staff T00001 --session 午间 --date 2024-11-25").code, 2);
    assert_eq!(home.json("records rota")[0]["date"], "2024-11-25");
    let met = |today: &str| {
        let rows = home.json(&format!("obligations --today {today}"));
        let met = rows.as_array().unwrap().iter().filter(|row| row["state"] == "met");
        met.count()
    };
    assert_eq!(met("2024-11-18"), 0);
    let checked = home.run("check");
    assert!(!checked.out.contains("after-today"), "{}", checked.out);
    let id = home.json("records rota")[0]["id"].as_str().unwrap().to_owned();
    assert_eq!(home.run(&format!("amend {id} --set date=2024-12-02")).code, 0);
    assert_eq!(home.json("records rota")[0]["date"], "2024-12-02");
}

#[test]
fn a_school_may_cut_the_categories_of_the_growth_bag() {
    let cut = "[[column]]\nname = \"category\"\nzh = \"类别\"\nen = \"category\"\ntype = \"choice\"\n\
               choices = [{ code = \"award\", zh = \"获奖\", en = \"award\" }]\n";
    let rule = "id = \"bag\"\nevery = \"state\"\nrequires = [\"growth.all_categories\"]";
    let home = home().with("registers/growth.toml", cut).rule(rule);
    assert_eq!(home.run("log-growth C00001 --category 书信").code, 2);
    assert_eq!(home.run("log-growth C00001 --category 获奖 --title 画画").code, 0);
    let rows = home.json("overdue");
    let late: Vec<&str> =
        rows.as_array().unwrap().iter().map(|row| row["child"].as_str().unwrap()).collect();
    assert_eq!(late, ["C00002"]);
}

#[test]
fn a_shipped_register_is_called_as_the_school_renames_it() {
    let home = home().with("registers/talk.toml", "zh = \"心\\u8bed\"\naliases = [\"悄悄话\"]\n");
    for (word, day) in [("心语", 11), ("悄悄话", 12), ("log-talk", 13)] {
        let ran = home.run(&format!("{word} C00001 --date 11.{day}"));
        assert_eq!(ran.code, 0, "{word}: {}", ran.err);
    }
    assert_eq!(home.json("records talk").as_array().unwrap().len(), 3);
    let home = home.with("registers/talk.toml", "zh = ");
    assert_eq!(home.run("心语 C00001").code, 3);
}

#[test]
fn the_restricted_registers_are_those_of_the_contract() {
    let home = home();
    let open = ["absence", "persuade", "needs", "contact_check", "flag"];
    for register in open {
        let ran = home.run(&format!("log-{} C00001", register.replace('_', "-")));
        assert_eq!(ran.code, 0, "{register}: {}", ran.err);
        assert_eq!(home.json(&format!("records {register}")).as_array().unwrap().len(), 1);
    }
    for register in ["counselling", "plan", "incident"] {
        assert_eq!(home.run(&format!("log-{register} C00001")).code, 0);
        let ran = home.run(&format!("records {register} --format json"));
        assert_eq!((ran.out.trim(), ran.code), ("[]", 0), "{}", ran.err);
        assert!(ran.err.contains("保密登记只说条数"), "{}", ran.err);
    }
}
