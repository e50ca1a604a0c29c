//! `care settings`: a setting that is named twice; and what is said of goods and money.

use crate::harness::Home;

#[test]
fn a_setting_named_twice_is_one_or_refused_and_never_half_done() {
    let home = Home::new().at("2024-11-18");
    let before = home.read("care.toml");
    assert_eq!(home.run("settings --set 活动地点=操场 --set places=操场").code, 0);
    let set = home.read("care.toml");
    assert!(set.contains("places = [\"操场\"]"), "{set}");
    let both = home.run("settings --set 活动地点=教室 --unset places");
    assert_eq!((both.code, home.read("care.toml") == set), (2, true), "{}", both.err);
    assert_eq!(home.run("settings --unset places --unset 活动地点").code, 0);
    assert_ne!(home.read("care.toml"), set);
    assert!(!home.read("care.toml").contains("操场") && before.contains("format"));
}

#[test]
fn several_goods_of_one_day_are_nothing_to_remark_on() {
    let home = Home::new().at("2024-11-18").staff("T00001", "");
    let log = |what: &str| home.run(&format!("log-asset --move in --name {what} --quantity 3"));
    assert_eq!(log("毛巾").code, 0);
    let second = log("跳绳");
    assert!(second.code == 0 && !(second.out + &second.err).contains("已有记录"));
    assert_eq!(log("跳绳").code, 2, "all the same is asked about still");
}

#[test]
fn a_sum_says_to_programs_how_many_amounts_it_leaves_out() {
    let home = Home::new().at("2024-11-18").staff("T00001", "");
    for (name, quantity) in [("毛巾", "3"), ("跳绳", "12345678901234567890123")] {
        let line = format!("log-asset --move in --name {name} --quantity {quantity}");
        assert_eq!(home.run(&line).code, 0, "{line}");
    }
    let sum = home.json("records asset --sum quantity");
    assert_eq!(
        (sum[0]["in"].as_str(), sum[0]["not_added"].as_u64()),
        (Some("3"), Some(1)),
        "{sum}"
    );
}
