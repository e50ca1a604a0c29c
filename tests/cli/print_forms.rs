//! `care print cards|pairs|timetable|handover|form`: everyone and everything once.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;

use serde_json::Value;

use crate::access::looks;
use crate::harness::{HEADER, Home};
use crate::printed::{DAY, SCHOOLS, by_hand, restricted_texts, school, sorted};
use crate::workbooks::sheet;

/// The ids of the children on the roll, as their files have it.
fn on_roll(home: &Home) -> Vec<String> {
    let mut ids = Vec::new();
    for file in fs::read_dir(home.root().join("children")).unwrap() {
        let text = fs::read_to_string(file.unwrap().path()).unwrap();
        let child: toml::Table = text.parse().unwrap();
        let spells = child["spell"].as_array().unwrap();
        let is_here = spells.iter().any(|own| {
            let day = |key: &str| own.get(key).map(ToString::to_string);
            let left = day("left");
            day("joined").unwrap().as_str() <= DAY && left.is_none_or(|left| left.as_str() >= DAY)
        });
        ids.extend(is_here.then(|| child["id"].as_str().unwrap().to_owned()));
    }
    ids.sort_unstable();
    ids
}

#[test]
fn every_child_of_the_roll_has_one_card_and_one_registration_form() {
    for name in SCHOOLS {
        let home = school(name);
        let roll = on_roll(&home);
        for form in ["cards", "form registration"] {
            let ran = home.run(&format!("print {form} --format json"));
            assert_eq!(ran.code, 0, "{}", ran.err);
            let rows: Value = serde_json::from_str(&ran.out).unwrap();
            assert_eq!(sorted(&rows, "child"), roll, "{name} {form}");
            assert!(!home.run(&format!("print {form}")).out.contains("null"));
        }
    }
}

/// A child with all that a form asks for, whose mother is dead.
fn known() -> Home {
    let known = "class = \"2021-2\"\nsex = \"male\"\nid_number = \"990101201503120015\"\n\
        birth_date = 2015-03-12\nboarding = false\ncare_type = \"grandparent\"\n\
        address = \"柳河村三组\"\n[father]\nname = \"李强\"\nphone = [\"13800138000\"]\naway = true\n\
        work_place = \"浙江省宁波市\"\n[mother]\nname = \"张兰\"\nguardianship = \"dead\"\n\
        [carer]\nname = \"王桂英\"\nrelation = \"grandmother\"\nrating = \"fair\"\n\
        [[pair]]\nstaff = \"T00001\"\nrole = \"proxy_parent\"\nfrom = 2024-09-02\n\
        [[spell]]\njoined = 2024-09-02\n";
    Home::new()
        .at(DAY)
        .with(
            "staff.toml",
            "[[staff]]\nid = \"T00001\"\nname = \"刘敏\"\nphone = [\"13900139000\"]\nroles = [\
             { role = \"head_teacher\", class = \"2021-2\", from = 2024-09-01 },\
             { role = \"party_member\", from = 2024-09-01 }]\n",
        )
        .child("C00001", known)
        .child("C00002", "class = \"2021-2\"")
}

#[test]
fn a_registration_form_ticks_boxes_writes_a_dash_for_the_dead_and_leaves_blank_what_is_not_known() {
    let home = known();
    let ran = home.run("print form 登记表 --format markdown");
    for said in [
        "√男　□女",
        "□住校　√走读",
        "√隔代监护　□父母单方监护",
        "√是　□否",
        "□健康　□残疾　□患病",
        "□较好　√一般　□差",
        "| 母亲 | — |",
    ] {
        assert!(ran.out.contains(said), "{said}: {}", ran.out);
    }
    assert!(!ran.out.contains("张兰") && !ran.out.contains("null"), "{}", ran.out);
    for hidden in ["13800138000", "990101201503120015", "柳河村三组", "李强"] {
        assert!(!ran.out.contains(hidden), "{hidden}");
    }
    assert!(ran.err.contains("--reveal personal,sensitive"), "{}", ran.err);
    let line =
        "print form registration C00001 --reveal personal,sensitive --reason 上报 -o 表.xlsx";
    let ran = home.run(line);
    assert_eq!(ran.code, 0, "{}", ran.err);
    let rows = sheet(&home.root().join("表.xlsx"), "农村留守儿童基本情况登记表");
    let text = rows.concat().join("\n");
    for shown in ["13800138000", "990101201503120015", "柳河村三组", "李强", "填表人（签名）"]
    {
        assert!(text.contains(shown), "{shown}: {text}");
    }
    assert!(!text.contains("儿童C00002"));
    let look = looks(&home).pop().unwrap();
    assert_eq!((&look["why"], &look["count"]), (&"上报".into(), &1.into()));
    assert_eq!(home.run("print form registration --reveal personal").code, 2);
}

#[test]
fn a_card_shows_whole_phones_only_when_they_are_revealed_with_a_reason() {
    let home = known();
    let ran = home.run("print cards C00001");
    assert!(ran.out.contains("138****8000") && ran.out.contains("139****9000"), "{}", ran.out);
    assert!(!ran.out.contains("李强") && ran.out.contains("刘敏"), "{}", ran.out);
    let ran = home.run("print cards C00001 --reveal personal --reason 发给家长");
    for shown in ["13800138000", "13900139000", "李强", "王桂英", "柳河村三组", "—"] {
        assert!(ran.out.contains(shown), "{shown}: {}", ran.out);
    }
    assert_eq!(looks(&home).pop().unwrap()["why"], "发给家长");
    let rows = home.run("print cards --class 四2 --format json").out;
    assert_eq!(sorted(&serde_json::from_str(&rows).unwrap(), "child"), ["C00001", "C00002"]);
}

#[test]
fn the_table_of_pairs_has_every_pair_in_force_once_and_every_child_without_one() {
    for name in SCHOOLS {
        let home = school(name);
        let rows: Value = serde_json::from_str(&home.run("print pairs --format json").out).unwrap();
        let mut children = sorted(&rows, "child");
        children.dedup();
        assert_eq!(children, on_roll(&home), "{name}");
        let listed = home.json("list pairs");
        let pair = |own: &Value| [own["child"].clone(), own["staff"].clone(), own["role"].clone()];
        let all = |rows: &Value| {
            let mut all: Vec<String> =
                rows.as_array().unwrap().iter().map(|own| format!("{:?}", pair(own))).collect();
            all.sort_unstable();
            all
        };
        assert_eq!(all(&rows), all(&listed), "{name}");
    }
    let home = known();
    let ran = home.run("print pairs --format plain");
    let paired = ran.out.lines().find(|line| line.contains("C00001")).unwrap();
    assert!(!ran.out.contains("13900139000") && paired.contains("刘敏"), "{}", ran.out);
    let wall = home.run("print pairs --for wall").out;
    assert!(!wall.contains("刘敏") && !wall.contains("儿童C00001"), "{wall}");
    for form in ["cards", "form registration", "book talk", "handover", "inspection"] {
        let ran = home.run(&format!("print {form} --for parents"));
        assert!(ran.code == 2 && ran.err.contains("不给墙上和家长看"), "{form}: {ran:?}");
    }
    let whole = "print cards --for authority --reveal restricted --reason 上报";
    assert_eq!(home.run(whole).code, 2);
    let screen = home.run("print pairs").out;
    for said in ["结对帮扶一览表", "一对一", "√", "班主任", "未结对", "139****9000"]
    {
        assert!(screen.contains(said), "{said}: {screen}");
    }
}

#[test]
fn the_timetable_has_everybody_who_is_planned_on_their_day_and_in_their_session() {
    let home = school("sunchengsi");
    let ran = home.run("print timetable --month 2024-12 --format json");
    assert_eq!(ran.code, 0, "{}", ran.err);
    let rows: Value = serde_json::from_str(&ran.out).unwrap();
    let mut planned: BTreeMap<(String, String), BTreeSet<String>> = BTreeMap::new();
    for row in by_hand(&home, "rota", ("2024-12-01", "2024-12-31")) {
        let people = row["staff"].split(' ').filter(|id| !id.is_empty()).map(str::to_owned);
        planned.entry((row["date"].clone(), row["session"].clone())).or_default().extend(people);
    }
    assert!(planned.len() > 10, "{planned:?}");
    let mut told = BTreeMap::new();
    for row in rows.as_array().unwrap() {
        for (session, people) in row.as_object().unwrap() {
            let Some(people) = people.as_array().filter(|own| !own.is_empty()) else { continue };
            let people = people.iter().map(|id| id.as_str().unwrap().to_owned());
            let day = row["date"].as_str().unwrap().to_owned();
            told.insert((day, session.clone()), people.collect::<BTreeSet<_>>());
        }
    }
    planned.retain(|_, people| !people.is_empty());
    assert_eq!(told, planned);
    let screen = home.run("print 值日表").out;
    for said in ["值日表    2024-12", "星期", "午间", "签字"] {
        assert!(screen.contains(said), "{said}: {screen}");
    }
    let ran = Home::new().at(DAY).run("print timetable");
    assert!(ran.code == 0 && ran.out.contains("排班 0 个时段"), "{ran:?}");
}

#[test]
fn the_handover_sheets_of_all_classes_have_every_child_with_a_class_once_and_lines_to_sign() {
    for name in SCHOOLS {
        let home = school(name);
        let ran = home.run("print handover --format json");
        assert_eq!(ran.code, 0, "{name}: {}", ran.err);
        let rows: Value = serde_json::from_str(&ran.out).unwrap();
        assert_eq!(sorted(&rows, "child"), on_roll(&home), "{name}");
    }
    let home = school("guzhuang");
    let ran = home.run("print 交接表 --class 四2 --term 2024-2025-1");
    for said in
        ["学期末交接表    2024-2025学年第一学期", "四（2）班    儿童", "接收人：____", "联系卡"]
    {
        assert!(ran.out.contains(said), "{said}: {}", ran.out);
    }
    assert_eq!(home.run("print handover --month 2024-11").code, 2);
}

#[test]
fn the_contents_of_a_growth_bag_name_all_categories_and_each_item_once_for_each_of_its_children() {
    for name in SCHOOLS {
        let home = school(name);
        let ran = home.run("print form growth --format json");
        assert_eq!(ran.code, 0, "{name}: {}", ran.err);
        let rows: Value = serde_json::from_str(&ran.out).unwrap();
        let rows = rows.as_array().unwrap();
        let roll: BTreeSet<String> = on_roll(&home).into_iter().collect();
        let mut hand = Vec::new();
        for row in by_hand(&home, "growth", ("0000-00-00", DAY)) {
            let own = row["children"].split(' ').filter(|id| roll.contains(*id));
            hand.extend(own.map(|id| (id.to_owned(), row["id"].clone())));
        }
        let text = |own: &Value, key: &str| own[key].as_str().unwrap().to_owned();
        let items = rows.iter().filter(|own| own["id"].is_string());
        let mut told: Vec<_> = items.map(|own| (text(own, "child"), text(own, "id"))).collect();
        told.sort_unstable();
        hand.sort_unstable();
        assert_eq!(told, hand, "{name}");
        for child in roll {
            let own = rows.iter().filter(|own| own["child"] == child.as_str());
            let categories: BTreeSet<String> = own.map(|own| text(own, "category")).collect();
            assert_eq!(categories.len(), 12, "{name} {child}");
        }
    }
}

#[test]
fn individual_plans_are_counted_and_printed_only_when_they_are_revealed() {
    let home = school("wangjiaba");
    let plans = by_hand(&home, "plan", ("0000-00-00", DAY)).len();
    let ran = home.run("print form 个别教育");
    assert!(ran.code == 0 && ran.out.contains(&format!("个别教育 {plans}")), "{}", ran.out);
    assert!(ran.out.contains("--reveal restricted"), "{}", ran.out);
    assert!(!restricted_texts(&home).iter().any(|text| ran.out.contains(text)));
    let ran = home.run("print form plan --reveal restricted --reason 存档 --format json");
    let rows: Value = serde_json::from_str(&ran.out).unwrap();
    assert_eq!(rows.as_array().unwrap().len(), plans);
    assert!(
        plans > 0 && looks(&home).pop().unwrap()["classes"] == serde_json::json!(["restricted"])
    );
    let ran = home.run("print form plan --reveal restricted --reason 存档");
    assert!(ran.out.contains("负责教师（签字）") && ran.out.contains("教育措施"), "{}", ran.out);
    for line in ["print form", "print form 没有的", "print form registration 无此人"] {
        assert_eq!(home.run(line).code, 2, "{line}");
    }
    assert_eq!(home.run("print form registration --term 2024-2025-1").code, 2);
}

#[test]
fn names_with_marks_stand_in_every_form_as_they_are_and_reckon_nothing() {
    let child = |id: &str, name: &str| {
        format!(
            "id = \"{id}\"\nname = \"{name}\"\nclass = \"2021-2\"\n[[spell]]\njoined = 2024-09-02\n"
        )
    };
    let home = Home::new()
        .at(DAY)
        .with("children/C00001.toml", &child("C00001", "<b>李</b>&"))
        .with("children/C00002.toml", &child("C00002", "=1+1"))
        .log(
            "talk",
            "2024-10",
            HEADER,
            "E0000000002,2024-10-09,C00001 C00002,,made,@x,2024-10-09T10:00:00+08:00,,",
        );
    for form in ["cards", "pairs", "book talk", "form registration", "form growth", "handover"] {
        let ran = home.run(&format!("print {form} -y -o 表.xlsx"));
        assert_eq!(ran.code, 0, "{form}: {}", ran.err);
        let book = fs::read(home.root().join("表.xlsx")).unwrap();
        let parts = crate::harness::opened::parts(&book);
        assert!(
            parts.iter().all(|(_, text)| !text.contains("<f>") && !text.contains("<b>李")),
            "{form}"
        );
        let text = home.run(&format!("print {form}")).out;
        assert!(text.contains("<b>李</b>&") && text.contains("=1+1"), "{form}: {text}");
    }
}

#[test]
fn an_empty_home_prints_every_form_without_a_row() {
    let home = Home::new().at(DAY);
    for form in [
        "cards",
        "pairs",
        "timetable",
        "handover",
        "book talk",
        "form registration",
        "form growth",
        "form plan",
    ] {
        let ran = home.run(&format!("print {form} --format json"));
        assert_eq!((ran.code, ran.out.trim()), (0, "[]"), "{form}: {}", ran.err);
        for end in ["", "--lang en", "-y -o 空.xlsx"] {
            let ran = home.run(&format!("print {form} {end}"));
            assert_eq!(ran.code, 0, "{form} {end}: {}", ran.err);
        }
    }
}
