//! What is not open is shown through its guard, wherever it stands.

use crate::harness::Home;

const CHILD: &str = "id_number = \"990101201503120015\"\naddress = \"柳河村三组\"\n\
    [mother]\nphone = [\"13900139001\"]\n[carer]\nhealth = \"weak\"\nbirth_year = 1956\n";

/// The head and the tail of every log.
const ROW: &str = "2024-10-08,C00001,,made";
const END: &str = ",,2024-10-08T10:00:00+08:00,,";

fn home() -> Home {
    let changes = [
        ("EC10AAAAAA1", "mother.phone,13900139007,13900139001"),
        ("EC10AAAAAA2", "母亲电话,13900139008,"),
        ("EC10AAAAAA3", "risk,low,medium"),
        ("EC10AAAAAA4", "搬家,柳河村三组九号,"),
        ("EC10AAAAAA5", "pause.from,,2024-09-20"),
    ];
    let rows = changes.map(|(id, own)| format!("{id},{ROW},{own},换了{END}"));
    let head = "id,date,children,staff,outcome";
    let tail = "note,recorded,status,replaces";
    let call = format!("EC10AAAAAB1,{ROW},phone,李桂芳,13900139009,8,近来学习,{END}");
    Home::new()
        .child("C00001", CHILD)
        .child("C00002", &CHILD.replace("0015", "0023").replace("三组", "四组"))
        .log("change", "2024-10", &format!("{head},field,old,new,why,{tail}"), &rows.join("\n"))
        .log(
            "call",
            "2024-10",
            &format!("{head},mode,receiver,phone,minutes,content,result,{tail}"),
            &call,
        )
}

#[test]
fn the_page_hides_in_events_what_it_hides_among_the_facts() {
    let ran = home().run("show C00001 --today 2024-10-10");
    assert_eq!(ran.code, 0, "{}", ran.err);
    for hidden in ["1390013900", "李桂芳", "柳河村三组", "990101201503120015"] {
        assert!(!ran.out.contains(hidden), "{hidden}: {}", ran.out);
    }
    for shown in [
        "mother.phone 139****9007 139****9001",
        "母亲电话 139****9008",
        "risk low medium",
        "pause.from 2024-09-20",
        "电话 李** 139****9009 8 近来学习",
    ] {
        assert!(ran.out.contains(shown), "{shown}: {}", ran.out);
    }
}

#[test]
fn the_full_page_shows_what_is_personal_and_a_class_more_where_it_is_asked_for() {
    let page = |flags: &str| home().run(&format!("show C00001 {flags} --today 2024-10-10")).out;
    let personal = ["13900139007", "13900139009", "李桂芳", "柳河村三组九号"];
    let (id_number, full) = ("990101201503120015", page("--full"));
    for shown in personal {
        assert!(full.contains(shown), "{shown}: {full}");
    }
    assert!(!full.contains(id_number), "{full}");
    let sensitive = page("--reveal sensitive --reason 办医保");
    assert!(sensitive.contains(id_number) && !sensitive.contains("李桂芳"), "{sensitive}");
    let both = page("--reveal personal,敏感 --reason 办医保");
    for shown in personal.into_iter().chain([id_number]) {
        assert!(both.contains(shown), "{shown}: {both}");
    }
}

#[test]
fn who_counts_or_chooses_by_what_is_masked_must_be_allowed_to_see_it() {
    let told = [("carer.health", "weak"), ("address", "柳河村三组"), ("x.room", "3")];
    for (field, value) in told {
        for line in [format!("--count-by {field}"), format!("--where {field}={value}")] {
            let ran = home().run(&format!("list {line} --today 2024-10-10"));
            assert_eq!((ran.code, ran.out.as_str()), (2, ""), "{line}");
            let class = if field == "carer.health" { "sensitive" } else { "personal" };
            assert!(ran.err.contains(&format!("--reveal {class} --reason")), "{}", ran.err);
        }
    }
    let wrong = home().run("list --where carer.health=weak --reveal personal --reason 核对");
    assert_eq!(wrong.code, 2, "{}", wrong.err);
    let home = home();
    let reveal = "--reveal sensitive --reason 体检 --today 2024-10-10";
    let counted = home.run(&format!("list --count-by carer.health {reveal}"));
    assert!(counted.out.contains("体弱"), "{counted:?}");
    let chosen = home.run(&format!("list --where carer.health=ill {reveal}"));
    assert!(chosen.out.starts_with("儿童 0 名"), "{chosen:?}");
    // That nobody is chosen tells of everybody who was asked.
    for look in crate::access::looks(&home) {
        assert_eq!(look["count"], 2, "{look}");
        assert_eq!(look["classes"], serde_json::json!(["sensitive"]), "{look}");
        assert_eq!(look["of"], serde_json::json!(["carer.health"]), "{look}");
    }
    assert_eq!(crate::access::looks(&home).len(), 2);
}

#[test]
fn a_school_may_say_how_private_a_column_of_its_own_register_is() {
    let register = "zh = \"接送\"\nen = \"pick-up\"\n[[column]]\nname = \"who\"\nzh = \"谁接\"\n\
        en = \"who\"\ntype = \"text\"\nprivacy = \"PRIVACY\"\n";
    let page = |privacy: &str| {
        let row = format!("EC10AAAAAC1,{ROW},李桂芳{END}");
        let head = "id,date,children,staff,outcome,who,note,recorded,status,replaces";
        home()
            .with("registers/pickup.toml", &register.replace("PRIVACY", privacy))
            .log("pickup", "2024-10", head, &row)
            .run("show C00001 --today 2024-10-10")
    };
    assert!(page("open").out.contains("李桂芳"));
    for privacy in ["personal", "sensitive", "restricted"] {
        let ran = page(privacy);
        assert!(ran.out.contains("接送") && ran.out.contains("李**"), "{}", ran.out);
    }
    let ran = page("secret");
    assert!(ran.code == 3 && ran.err.contains("not-one-of"), "{}", ran.err);
}

#[test]
fn the_words_of_the_password_command_are_never_shown() {
    for mail in [
        "password_command = [\"pass\", \"geheim\", 3]\n",
        "password_command = [\n  \"pass\",\n  \"geheim\" \"geheim\",\n]\n",
    ] {
        let home = Home::new();
        let home = home.and("care.toml", &format!("[mail]\n{mail}"));
        let ran = home.run("check");
        assert_eq!(ran.code, 1, "{}", ran.err);
        assert!(!format!("{ran:?}").contains("geheim"), "{ran:?}");
    }
}
