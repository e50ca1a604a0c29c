//! What people type is taken as they mean it, and refused where nobody could see what it is.

use crate::harness::Home;

fn home() -> Home {
    Home::new()
        .at("2024-11-18")
        .staff("T0000A", r#"{ role = "head_teacher", class = "2021-2", from = 2024-09-01 }"#)
        .child("C0000B", "class = \"2021-2\"")
}

#[test]
fn an_id_in_wide_or_small_letters_is_meant_wherever_an_id_is_typed() {
    let home = home();
    let lines = [
        "log-talk Ｃ００００Ｂ --date 2024-11-05 --staff ｔ００００ａ",
        "show c0000b",
        "why Ｃ０000ｂ",
        "records --child Ｃ００００Ｂ",
        "edit-child ｃ００００ｂ --set risk=high",
        "edit-staff Ｔ００００Ａ --set sex=female",
        "history Ｃ００００Ｂ",
        "history",
    ];
    for line in lines {
        let ran = home.run(line);
        assert_eq!(ran.code, 0, "{line}: {}", ran.err);
    }
    let wide = |text: &str| -> String {
        let wide = |letter: char| char::from_u32(u32::from(letter) + 0xFEE0).unwrap();
        text.to_lowercase().chars().map(wide).collect()
    };
    let event = home.json("records talk")[0]["id"].as_str().unwrap().to_owned();
    for line in [
        format!("amend {} --set note=好", wide(&event)),
        format!("history {}", wide(&event)),
        format!("amend {event} --set children=Ｃ００００Ｂ"),
    ] {
        let ran = home.run(&line);
        assert_eq!(ran.code, 0, "{line}: {}", ran.err);
    }
    let batch = home.json("history")[0]["batch"].as_str().unwrap().to_owned();
    let ran = home.run(&format!("history {}", wide(&batch)));
    assert_eq!(ran.code, 0, "{}", ran.err);
}

#[test]
fn a_name_with_a_letter_that_nobody_sees_is_refused_saying_which_and_where() {
    for (letter, code) in [
        ('\u{200b}', "U+200B"),
        ('\u{202e}', "U+202E"),
        ('\u{2066}', "U+2066"),
        ('\u{7}', "U+0007"),
        ('\n', "U+000A"),
        ('\u{ad}', "U+00AD"),
        ('\u{feff}', "U+FEFF"),
        ('\u{3164}', "U+3164"),
    ] {
        let name = format!("王{letter}芳");
        let elder = format!("{name}=农历8.15");
        let calls: [&[&str]; 6] = [
            &["add-child", &name, "--class", "2021-2"],
            &["add-staff", &name, "--role", "principal"],
            &["edit-child", "C0000B", "--set", &format!("name={name}")],
            &["edit-child", "C0000B", "--set", &format!("carer.name={name}")],
            &["edit-child", "C0000B", "--elder", &elder],
            &["edit-staff", "T0000A", "--set", &format!("name={name}")],
        ];
        for words in calls {
            let home = home();
            let words: Vec<String> = words.iter().map(|word| (*word).to_owned()).collect();
            let ran = home.run_words(&words);
            let is_told = ran.err.contains(code) && ran.err.contains("第 2 个字符");
            assert!(ran.code == 2 && is_told, "{words:?}: {ran:?}");
            assert!(!home.root().join(".care/ledger").exists(), "{words:?}");
        }
    }
    let ran = home().run("add-child 阿依古丽·买买提 --class 2021-2");
    assert_eq!(ran.code, 0, "{}", ran.err);
}

#[test]
fn an_outcome_is_one_of_those_that_are_told_in_words_of_either_language() {
    let home = home();
    for word in ["made", "attempted", "完成", "未成功", "没做成", "不在家", "done"] {
        let ran = home.run(&format!("log-talk C0000B --date 2024-11-05 --outcome {word} -n"));
        assert_eq!(ran.code, 0, "{word}: {}", ran.err);
    }
    let wrong = |flags: &str| home.run(&format!("log-talk C0000B --outcome 也许 -n {flags}"));
    let ran = wrong("");
    assert!(ran.code == 2 && ran.err.contains("made, 完成, attempted, 未成功"), "{}", ran.err);
    let ran = wrong("--lang en");
    assert!(ran.code == 2 && ran.err.contains("made, attempted"), "{}", ran.err);
    let help = home.run("log-talk --help").out;
    assert!(help.contains("made 完成（默认）、attempted 未成功"), "{help}");
}

#[test]
fn a_comment_inside_a_list_that_is_replaced_or_taken_away_stays() {
    let phones =
        "[mother]\nphone = [\n  \"13900139001\", # 母亲的\n  # 晚上打\n  \"13900139002\",\n]\n";
    for value in ["13900139007", ""] {
        let home = home().child("C0000D", phones);
        let ran = home.run(&format!("edit-child C0000D --set mother.phone={value}"));
        assert_eq!(ran.code, 0, "{}", ran.err);
        let text = home.read("children/C0000D.toml");
        assert!(text.contains("# 母亲的\n") && text.contains("# 晚上打\n"), "{text}");
        assert!(!text.contains("13900139001"), "{text}");
        assert!(home.run("check").code == 0);
    }
    let person = "\n[[staff]]\nid = \"T0000D\"\nname = \"教师\"\n\
        phone = [ # 值班\n  \"13900139001\",\n]\n\
        roles = [{ role = \"principal\", from = 2024-09-01 }]\n";
    let home = home().and("staff.toml", person);
    let ran = home.run("edit-staff T0000D --set phone=13900139007");
    assert_eq!(ran.code, 0, "{}", ran.err);
    assert!(home.read("staff.toml").contains("# 值班\n"), "{}", home.read("staff.toml"));
}
