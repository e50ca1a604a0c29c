//! People's lists stand by class and then by name as a dictionary has it; programs' by id.

use crate::harness::Home;

/// Six children whose ids, names as bytes, and names as people sort them, all stand differently.
fn home() -> Home {
    let named = |home: Home, (id, name, class): (&str, &str, &str)| {
        let home = home.child(id, &format!("class = \"{class}\""));
        let file = format!("children/{id}.toml");
        let text = home.read(&file).replace(&format!("儿童{id}"), name);
        home.with(&file, &text)
    };
    let children = [
        ("C00001", "张伟", "2020-1"),
        ("C00002", "王强", "2024-10"),
        ("C00003", "陈刚", "2024-10"),
        ("C00004", "李明", "2024-2"),
        ("C00005", "阿依古丽", "2020-1"),
        ("C00006", "曾强", "2020-1"),
    ];
    let rule = "id = \"talk\"\nrecords = [\"talk\"]\nevery = \"month\"\nfrom = 2024-10-01";
    children.into_iter().fold(Home::new().rule(rule), named)
}

/// As people read them: the first grade first.
const PEOPLE: [&str; 6] = ["李明", "陈刚", "王强", "阿依古丽", "曾强", "张伟"];

/// As their ids stand.
const PROGRAMS: [&str; 6] = ["张伟", "王强", "陈刚", "李明", "阿依古丽", "曾强"];

fn assert_order(text: &str, names: [&str; 6], line: &str) {
    let places = names.map(|name| text.find(name));
    assert!(places.is_sorted() && places[0].is_some(), "{line}: {text}");
}

#[test]
fn every_list_of_one_day_is_by_class_and_name_for_people_and_by_id_for_programs() {
    let home = home();
    for line in ["list --today 2024-10-20", "due --days 30 --today 2024-10-20"] {
        assert_order(&home.run(line).out, PEOPLE, line);
        assert_order(&home.run(&format!("{line} --format markdown")).out, PEOPLE, line);
    }
    let line = "list --today 2024-10-20 --format json";
    assert_order(&home.run(line).out, PROGRAMS, line);
    let line = "obligations --today 2024-10-20";
    assert_order(&home.run(line).out, PEOPLE, line);
    let ids = ["C00001", "C00002", "C00003", "C00004", "C00005", "C00006"];
    for line in ["obligations", "due --days 30"] {
        let line = format!("{line} --today 2024-10-20 --format json");
        assert_order(&home.run(&line).out, ids, &line);
    }
}

#[test]
fn groups_by_class_stand_from_the_first_grade_up_and_the_wall_keeps_the_order_of_the_list() {
    let home = home();
    let out = home.run("overdue --group-by class --today 2024-11-20").out;
    let places = ["一（2）班 (1)", "一（10）班 (2)", "五（1）班 (3)"].map(|class| out.find(class));
    assert!(places.is_sorted() && places[0].is_some(), "{out}");
    let line = "overdue --for wall --today 2024-11-20";
    let wall = home.run(line).out;
    assert_order(&wall, ["张＊", "王＊", "陈＊", "李＊", "阿＊＊丽", "曾＊"], line);
}

#[test]
fn the_difference_of_two_rules_is_by_class_and_name() {
    let home = home().with("old.toml.txt", "");
    let line = "rules --diff old.toml.txt --today 2024-11-20";
    assert_order(&home.run(line).out, PEOPLE, line);
    assert_order(&home.run(&format!("{line} --format json")).out, PROGRAMS, line);
}
