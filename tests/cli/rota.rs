//! `care rota`: who is planned for duty, and who did it.

use crate::harness::Home;

fn home() -> Home {
    let role = "{ role = \"home_keeper\", from = 2024-09-01 }";
    let home = Home::new().at("2024-11-20").staff("T00001", role).staff("T00002", role);
    let lines = [
        "log-rota --staff T00001 --session 午间 --date 2024-11-18",
        "log-rota --staff T00002 --session 课后 --date 2024-11-18",
        "log-rota --staff T00001 --session noon --date 2024-11-25",
        "log-duty --staff T00002 --session 午间 --date 2024-11-18",
    ];
    for line in lines {
        assert_eq!(home.run(line).code, 0, "{line}");
    }
    home
}

#[test]
fn a_month_shows_each_session_with_who_is_planned_and_who_did_it() {
    let home = home();
    let rows = home.json("rota");
    let row = |nth: usize| {
        let own = &rows[nth];
        let text = |key: &str| own[key].as_str().unwrap().to_owned();
        let ids = |key: &str| own[key].as_array().unwrap().len();
        (text("date"), text("session"), ids("planned"), ids("done"), text("state"))
    };
    let expected = [
        ("2024-11-18", "noon", 1, 1, "done"),
        ("2024-11-18", "after_school", 1, 0, "missing"),
        ("2024-11-25", "noon", 1, 0, "ahead"),
    ];
    assert_eq!(rows.as_array().unwrap().len(), expected.len());
    for (nth, (date, session, planned, done, state)) in expected.into_iter().enumerate() {
        assert_eq!(row(nth), (date.into(), session.into(), planned, done, state.into()));
    }
    assert_eq!(rows[0]["done"][0], "T00002");
    let screen = home.run("排班对照 --month 11月").out;
    assert!(screen.starts_with("2024-11 排班 3 个时段，值了 1 个"), "{screen}");
    assert!(screen.contains("周一") && screen.contains("没有记录"), "{screen}");
    assert_eq!(home.json("rota --month 2024-10").as_array().unwrap().len(), 0);
    assert!(home.run("rota --month 12").out.starts_with("2024-12 "));
    assert_eq!(home.run("rota --month 十三月").code, 2);
}

#[test]
fn check_tells_of_what_was_planned_and_not_done_and_of_no_day_to_come() {
    let home = home();
    let told = home.run("check rota-not-done").out;
    assert!(told.contains("有 1 个没有值日记录"), "{told}");
    assert!(!home.run("check").out.contains("after-today"));
    assert_eq!(home.run("log-duty --staff T00002 --session 课后 --date 2024-11-18").code, 0);
    assert!(!home.run("check").out.contains("rota-not-done"));
}
