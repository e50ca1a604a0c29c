//! A home begun with `care init --preset guzhuang`: the overdue table is worked out by hand.

use crate::harness::{Home, Ran};

/// The id in the first `"written"` of a write's JSON.
fn written(ran: &Ran) -> String {
    let value: serde_json::Value = serde_json::from_str(&ran.out).unwrap();
    value["written"][0].as_str().unwrap().to_owned()
}

/// A home made on 18 November 2024: the term in hand begins on 2 September, so the rules do.
fn begun() -> Home {
    let home = Home::empty().at("2024-11-18");
    assert_eq!(home.run("init --preset guzhuang --school 固镇县顾庄小学").code, 0);
    let add = "add-staff 刘敏 --role head_teacher:2021-2 --from 2024-09-01";
    assert_eq!(home.run(add).code, 0);
    assert_eq!(home.run("add-child 李小明 --class 2021-2 --joined 2024-09-02").code, 0);
    assert_eq!(home.run("add-child 王小红 --class 2021-2 --joined 2024-10-14").code, 0);
    home
}

#[test]
fn the_overdue_table_of_a_new_home_is_the_one_worked_out_by_hand() {
    // What the children's files lack is listed below the dated rows; here these alone are shown.
    let home = begun();
    let rules = home.read("rules.toml");
    let dated = rules.split("[[rule]]").filter(|own| !own.contains("every = \"state\""));
    let home = home.with("rules.toml", &dated.collect::<Vec<_>>().join("[[rule]]"));
    for line in [
        "log-talk 李小明 --date 2024-10-15 --staff 刘敏",
        "log-visit lxm --date 9.10 --staff 刘敏 --mode 上门",
        "log-letter 李小明 --date 2024-10-20 --direction child_to_parent --occasion other",
    ] {
        let ran = home.run(line);
        assert_eq!(ran.code, 0, "{line}: {}", ran.err);
    }
    // Term 2024-09-02 to 2025-01-17 (138 days); windows: start 09-02..09-29, mid begins
    // (138 - 28) / 2 = 55 days after the first day, 10-27..11-23, end 12-21..01-17.
    // As of 18 November the months of September and October are past.
    // 李小明: contact missed in 09 and 10 (since 09-30: 49 days), letter or call missed in 09 but
    // done in October, after it: not live any more; so is the talk of September; the visit of the
    // first window is done.
    // 王小红 joined on 14 October: 14 school days of October (14th to 31st), ten are enough: talk,
    // contact, letter or call missed in October (since 10-31: 18 days); the first window was over.
    let expected = "\
逾期 4 项，2 名儿童（在册 2 名）    截至 2024-11-18    2024-2025学年第一学期

序号  班级       姓名    事项            应办期限    逾期           上次完成  责任人
----  ---------  ------  --------------  ----------  -------------  --------  ------
   1  四（2）班  李小明  每月监护人沟通  2024-10-31  49 天（2 次）  从未      刘敏
   2  四（2）班  王小红  每月监护人沟通  2024-10-31  18 天          从未      刘敏
   3  四（2）班  王小红  每月写信或通话  2024-10-31  18 天          从未      刘敏
   4  四（2）班  王小红  每月谈心        2024-10-31  18 天          从未      刘敏

7 天内到期 2 项：care due
";
    assert_eq!(home.run("overdue"), Ran { out: expected.to_owned(), err: String::new(), code: 0 });
    assert_eq!(home.run("overdue --exit-code").code, 1);
    assert_eq!(home.run("check").out, "记录完好，没有错误，也没有提醒\n");
}

#[test]
fn a_new_home_holds_the_handbook_and_not_the_contract_of_the_program() {
    let home = Home::empty().at("2024-11-18");
    assert_eq!(home.run("init").code, 0);
    assert!(home.read("README.md").contains("留守儿童之家记录手册"));
    assert!(!home.root().join("reference").exists());
}

#[test]
fn the_new_home_says_which_dates_to_confirm() {
    let home = Home::empty().at("2024-11-18");
    let ran = home.run("init");
    assert_eq!((ran.out.as_str(), ran.code), ("", 0));
    for line in [
        "  学期 2024-2025-1：2024-09-02 到 2025-01-17",
        "  学期 2024-2025-2：2025-02-17 到 2025-07-04",
        "  放假 国庆节：2024-10-01 到 2024-10-07",
    ] {
        assert!(ran.err.lines().any(|own| own == line), "{}", ran.err);
    }
    assert_eq!(home.run("check").out, "记录完好，没有错误，也没有提醒\n");
    assert_eq!(
        home.run("overdue").out,
        "逾期 0 项，0 名儿童（在册 0 名）    截至 2024-11-18    2024-2025学年第一学期\n\n\
         还没有规则（rules.toml 是空的），所以没有应办事项\n"
    );
}

#[test]
fn an_empty_roll_says_so_in_words() {
    let home = Home::empty().at("2024-11-18");
    assert_eq!(home.run("init --preset guzhuang").code, 0);
    let said = "在册儿童为零，所以没有应办事项；登记儿童：care add-child";
    assert!(home.run("overdue").out.contains(said));
}

#[test]
fn init_never_overwrites_what_is_there() {
    let home = Home::empty().at("2024-11-18").with("care.toml", "mine");
    let ran = home.run("init --preset guzhuang");
    assert_eq!((ran.out.as_str(), ran.code), ("", 2));
    assert_eq!(home.read("care.toml"), "mine");
    assert!(!home.root().join("rules.toml").exists());
}

#[test]
fn a_preset_is_in_force_from_the_first_day_of_the_term_in_hand() {
    for (today, from) in
        [("2024-11-18", "2024-09-02"), ("2025-03-01", "2025-02-17"), ("2025-08-20", "2025-09-01")]
    {
        let home = Home::empty().at(today);
        assert_eq!(home.run("init --preset guzhuang").code, 0);
        let rules = home.read("rules.toml");
        let count = |text: &str| rules.lines().filter(|line| line.starts_with(text)).count();
        assert_eq!(count(&format!("from = {from}")), count("[[rule]]"), "{today}");
    }
}

#[test]
fn a_correction_a_withdrawal_and_a_revival_change_what_counts() {
    let home = begun();
    let listed = home.json("list --where name=李小明");
    let id = listed[0]["id"].as_str().unwrap();
    let talks = |home: &Home| {
        let keys = ["subject_id", "rule", "slot", "state"];
        let all = home.obligation_keys("2024-11-18", &keys);
        let own = all.iter().filter_map(|line| line.strip_prefix(&format!("{id} ")));
        let talks = own.filter(|line| line.starts_with("monthly-talk 2024-1"));
        talks.map(str::to_owned).collect::<Vec<_>>()
    };
    let logged = home.run("log-talk 李小明 --date 2024-11-05 --staff 刘敏 --format json");
    let event = written(&logged);
    assert_eq!(talks(&home)[1], "monthly-talk 2024-11 met");

    // The date moves to another month: a moved row stays behind, the arrived one names it.
    let moved = home.run(&format!("amend {event} --set date=2024-10-30 --format json"));
    assert_eq!(moved.code, 0, "{}", moved.err);
    assert_eq!(talks(&home)[..2], ["monthly-talk 2024-10 met", "monthly-talk 2024-11 open"]);
    let november = home.read("log/talk/2024-11.csv");
    assert_eq!(november.lines().count(), 3);
    let last = november.lines().last().unwrap();
    assert!(last.ends_with(&format!(",moved,{event}")), "{last}");
    let sender = last.split(',').next().unwrap();
    let october = home.read("log/talk/2024-10.csv");
    assert!(october.trim_end().ends_with(&format!(",arrived,2024-11/{sender}")), "{october}");

    let event = written(&moved);
    let void = home.run(&format!("void {event} --why '记错了人' --format json"));
    assert_eq!(talks(&home)[0], "monthly-talk 2024-10 missed");
    let revived = home.run(&format!("amend {} --set note=没有记错 --format json", written(&void)));
    assert_eq!(revived.code, 0, "{}", revived.err);
    assert_eq!(talks(&home)[0], "monthly-talk 2024-10 met");
    // Only the row that speaks now can be voided; the former one is told what speaks for it.
    let (former, event) = (event, written(&revived));
    assert_eq!(home.run(&format!("void {former} --why again")).code, 2);
    assert_eq!(home.run(&format!("void {event} --why again")).code, 0);
    assert_eq!(home.run(&format!("void {event} --why again")).code, 2);
}
