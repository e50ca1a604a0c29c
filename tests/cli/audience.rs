//! `--for`: what a wall, parents and the authorities may read.

use crate::harness::{Home, project};

const TODAY: &str = "2024-12-20";

fn guzhuang() -> Home {
    Home::copy_of(&project().join("examples/guzhuang").display().to_string()).at(TODAY)
}

fn names(home: &Home) -> Vec<String> {
    let listed = home.json("list");
    let listed = listed.as_array().unwrap().iter();
    listed.map(|own| own["name"].as_str().unwrap().to_owned()).collect()
}

#[test]
fn for_a_wall_or_parents_no_whole_name_of_a_child_stands_in_any_format() {
    // A home that hides nothing in its mails hides names from these all the same.
    let mail = "\n[mail]\nfrom = \"care@example.org\"\ntransport = \"eml\"\nmask = \"none\"\n";
    let home = guzhuang().and("care.toml", mail);
    assert_eq!(home.run("overdue").code, 0);
    let names = names(&home);
    for line in ["overdue", "list", "list pairs", "list --count-by care_type"] {
        for format in ["table", "csv", "json", "markdown", "html"] {
            for whom in ["wall", "parents"] {
                let ran = home.run(&format!("{line} --for {whom} --format {format}"));
                assert_eq!(ran.code, 0, "{line} {whom}: {}", ran.err);
                let told: Vec<&String> =
                    names.iter().filter(|own| ran.out.contains(*own)).collect();
                assert!(told.is_empty(), "{line} {whom} {format}: {told:?}");
            }
        }
    }
}

#[test]
fn the_office_and_the_authorities_read_names_and_a_wall_reads_none_of_the_staff() {
    let home = guzhuang();
    let listed = |whom: &str| home.run(&format!("overdue --for {whom} --format csv")).out;
    assert_eq!(listed("office"), home.run("overdue --format csv").out);
    assert_eq!(listed("authority"), listed("office"));
    assert!(listed("parents").contains("陈立新") && !listed("wall").contains("陈立新"));
    assert_eq!(listed("wall").lines().count(), listed("office").lines().count());
}

#[test]
fn of_a_list_for_a_wall_or_parents_nothing_is_told_but_class_and_name() {
    let home = guzhuang();
    let keys = |whom: &str| {
        let told = home.json(&format!("list --for {whom}"));
        let first = told.as_array().unwrap()[0].as_object().unwrap().clone();
        first.keys().cloned().collect::<Vec<_>>()
    };
    assert_eq!(keys("wall"), ["class", "name"]);
    assert_eq!(keys("parents"), ["class", "name"]);
    assert!(keys("office").len() > 5);
}

#[test]
fn what_an_audience_may_not_see_is_not_revealed_to_it_either() {
    let home = guzhuang();
    for (whom, class, is_told) in [
        ("wall", "personal", false),
        ("parents", "sensitive", false),
        ("authority", "restricted", false),
        ("authority", "sensitive", true),
        ("office", "sensitive", true),
    ] {
        let line =
            format!("list --count-by carer.health --for {whom} --reveal {class} --reason 核对");
        let ran = home.run(&line);
        let refused = ran.err.contains("不给 --for 所写的人看");
        assert_eq!((ran.code == 0, refused), (is_told, !is_told), "{line}: {}", ran.err);
    }
}

#[test]
fn a_count_under_three_is_told_to_the_office_alone_and_cannot_be_worked_out() {
    let home = Home::copy_of(&project().join("examples/tingshui").display().to_string()).at(TODAY);
    let told = home.json("list --count-by care_type --class 2021-2 --for authority");
    let office = home.json("list --count-by care_type --class 2021-2");
    let counts = |told: &serde_json::Value| -> Vec<Option<i64>> {
        told.as_array().unwrap().iter().map(|own| own["children"].as_i64()).collect()
    };
    let (told, office) = (counts(&told), counts(&office));
    assert_eq!(told.len(), office.len());
    let small = office.iter().flatten().filter(|own| (1..3).contains(*own)).count();
    assert!(small > 0, "{office:?}");
    let hidden = told.iter().filter(|own| own.is_none()).count();
    assert!(hidden >= 2.min(office.len()), "{told:?} of {office:?}");
    for (told, office) in told.iter().zip(&office) {
        assert!(told.is_none() || told == office && !(1..3).contains(&told.unwrap()));
    }
    let page = home.run("list --count-by care_type --class 2021-2 --for authority");
    assert!(page.out.contains("不对外公布"), "{}", page.out);
}

#[test]
fn the_four_definitions_side_by_side_hide_small_counts_below_the_table_too() {
    let home =
        Home::copy_of(&project().join("examples/sunchengsi").display().to_string()).at(TODAY);
    let told = |whom: &str| home.run(&format!("list --count-by 留守 --for {whom}"));
    let (office, outside) = (told("office"), told("authority"));
    assert_eq!((office.code, outside.code), (0, 0), "{}{}", office.err, outside.err);
    let split = "单亲留守（一方外出）1 名，双亲留守（双方外出）26 名";
    assert!(office.out.contains(split) && !office.out.contains("不对外公布"), "{}", office.out);
    let rest = [" 26 名", "单亲留守"].iter().any(|own| outside.out.contains(own));
    assert!(!rest && outside.out.contains("不对外公布"), "{}", outside.out);
}
