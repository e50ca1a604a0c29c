//! `care flag` and `care answer`: what somebody was asked stays with them until it is answered.

use crate::harness::Home;
use crate::mail::{EML, home as with_mail, mail_to, outbox};

const FLAGS: &str = "log/flag/2024-11.csv";

/// Two classes with their head teachers, a talk with the child of one and a session with it.
fn home(mail: &str) -> Home {
    let home = with_mail(mail);
    done(&home, "log-talk C00001 --staff T00001 --topic 作业 --date 2024-11-12");
    done(&home, "log-counselling C00001 --staff T00001 --problem 夜里哭 --date 2024-11-12");
    home
}

/// What is said of a change that is made.
#[track_caller]
fn done(home: &Home, line: &str) -> String {
    let ran = home.run(line);
    assert_eq!(ran.code, 0, "{line}: {}", ran.err);
    ran.err
}

/// The id of the one row of a register.
fn id(home: &Home, register: &str) -> String {
    let text = home.read(&format!("log/{register}/2024-11.csv"));
    text.lines().last().unwrap().split(',').next().unwrap().to_owned()
}

/// The home after a question on the talk.
fn asked(mail: &str) -> Home {
    let home = home(mail);
    let talk = id(&home, "talk");
    done(&home, &format!("flag {talk} --for 王芳 --note 和家长说的对不上"));
    home
}

#[test]
fn a_question_is_one_row_with_the_children_of_the_record_and_one_batch() {
    let home = home(EML);
    let talk = id(&home, "talk");
    let line = format!("提问 {talk} --请谁 wf --备注 和家长说的对不上");
    let said = done(&home, &line);
    assert!(said.contains("存疑 11月18日（周一） 儿童C00001") && said.contains("请 王芳 答复"));
    assert!(said.contains("care undo"), "{said}");
    let text = home.read(FLAGS);
    let row = text.lines().nth(1).unwrap();
    let id = &row[..11];
    let cells = format!(
        "{id},2024-11-18,C00001,,made,{talk},T00002,question,,,和家长说的对不上,2024-11-18"
    );
    assert!(row.starts_with(&cells), "{row}");
    done(&home, "undo");
    assert!(!home.run("due").out.contains("对不上"));
}

#[test]
fn who_asks_is_written_where_the_settings_tell_of_users() {
    let user = "\n[[user]]\nstaff = \"T00003\"\nname = \"gu\"\nreveal = [\"personal\"]\n";
    let home = home(EML).and("care.toml", user).used_by("gu");
    let talk = id(&home, "talk");
    done(&home, &format!("flag {talk} --for 刘敏 --note 请再问"));
    assert!(home.read(FLAGS).contains(",C00001,T00003,made,"), "{}", home.read(FLAGS));
    assert!(home.run("due").out.contains("顾正华"));
    // Whoever is none of the users sees what a wall may see.
    let wall = home.used_by("root").run("due");
    assert!(wall.code == 0 && !wall.out.contains("请再问"), "{}", wall.out);
}

#[test]
fn a_question_for_nobody_or_on_nothing_is_refused_and_nothing_is_written() {
    let home = home(EML);
    let talk = id(&home, "talk");
    for (line, says) in [
        (format!("flag {talk} --for 王方 --note 问"), "是不是：王芳"),
        (format!("flag {talk} --for 王芳"), "--note"),
        ("flag E0000000000 --for 王芳 --note 问".to_owned(), "没有编号为"),
        (format!("flag {talk} --note 问 --no-input"), "--for"),
    ] {
        let ran = home.run(&line);
        assert!(ran.code == 2 && ran.err.contains(says), "{line}: {ran:?}");
    }
    done(&home, &format!("void {talk} --why 记错"));
    assert_eq!(home.run(&format!("flag {talk} --for 王芳 --note 问")).code, 2);
    assert!(!home.root().join("log/flag").exists());
}

#[test]
fn it_is_in_the_lists_of_whom_it_asks_until_it_is_answered_and_both_are_on_record() {
    let home = asked(EML).at("2024-11-20");
    for (line, is_told) in [
        ("due", true),
        ("due --staff T00002", true),
        ("due --staff T00001", false),
        ("due --child C00001", true),
        ("due --child C00002", false),
        ("due --class 2021-2", true),
        ("due --class 2020-1", false),
        ("due --for wall", false),
        ("due --for parents", false),
        ("due --rule talk", false),
        ("answer", true),
    ] {
        assert_eq!(home.run(line).out.contains("和家长说的对不上"), is_told, "{line}");
    }
    let flag = id(&home, "flag");
    let said = done(&home, &format!("答复 {} 再问过了，是同一天的事", &flag[..8]));
    assert!(said.contains("已答复") && said.contains("问的是：和家长说的对不上"), "{said}");
    for line in ["due", "answer"] {
        assert!(!home.run(line).out.contains("对不上"), "{line}");
    }
    let rows = home.json("records flag --versions");
    let of = |at: usize, key: &str| rows[at][key].clone();
    assert_eq!(rows.as_array().unwrap().len(), 2);
    let (first, second) = if of(0, "replaces").is_null() { (0, 1) } else { (1, 0) };
    assert!(of(first, "answer").is_null() && of(first, "closed_on").is_null());
    assert_eq!(of(second, "answer"), "再问过了，是同一天的事");
    let closed = (of(second, "closed_on"), of(second, "replaces"));
    assert_eq!(closed, ("2024-11-20".into(), flag.into()));
    assert_eq!(home.run("check").code, 0);
    // Taken back, it is open again.
    done(&home, "undo");
    assert!(home.run("due").out.contains("和家长说的对不上"));
}

#[test]
fn what_programs_read_of_due_are_obligations_and_of_answer_what_is_open() {
    let home = asked(EML);
    let keys = |home: &Home| -> Vec<String> {
        let rows = home.json("due --days 20");
        rows[0].as_object().unwrap().keys().cloned().collect()
    };
    assert_eq!(keys(&home), keys(&with_mail(EML)));
    assert_eq!(home.json("due --days 0"), serde_json::json!([]));
    assert_eq!(home.run("due --days 0 --exit-code").code, 0);
    let open = home.json("answer");
    assert_eq!((&open[0]["for"], &open[0]["due"]), (&serde_json::json!(["T00002"]), &().into()));
    assert_eq!(open[0]["children"], serde_json::json!(["C00001"]));
    assert_eq!(open[0]["about"], id(&home, "talk"));
}

#[test]
fn an_answered_question_is_answered_anew_only_by_yes() {
    let home = asked(EML);
    let flag = id(&home, "flag");
    assert_eq!(home.run(&format!("answer {flag}")).code, 2, "an answer says something");
    done(&home, &format!("answer {flag} 问过了"));
    let again = home.run(&format!("answer {flag} 又问了"));
    assert!(again.code == 2 && again.err.contains("问过了") && again.err.contains("-y"));
    done(&home, &format!("answer {flag} 又问了 -y"));
    assert_eq!(home.json("records flag")[0]["answer"], "又问了");
    let talk = id(&home, "talk");
    let not_asked = home.run(&format!("answer {talk} 好"));
    assert!(not_asked.code == 2 && not_asked.err.contains("care flag"), "{}", not_asked.err);
}

#[test]
fn of_a_restricted_record_only_its_id_is_kept_and_told() {
    let home = home(&format!("{EML}\nmask = \"none\""));
    let session = id(&home, "counselling");
    let refused = home.run(&format!("flag {session} --for 王芳 --note 夜里还哭吗"));
    assert!(refused.code == 2 && !refused.err.contains("夜里"), "{}", refused.err);
    assert!(!home.root().join("log/flag").exists());
    done(&home, &format!("flag {session} --for 王芳"));
    let row = home.read(FLAGS).lines().nth(1).unwrap().to_owned();
    assert!(row.contains(&format!(",2024-11-18,,,made,{session},T00002,question,,,,")), "{row}");
    for line in ["due --days 0", "answer", "records flag", "mail --preview --to staff"] {
        let out = home.run(line).out;
        let told: Vec<&str> = out.lines().filter(|line| line.contains(&session)).collect();
        assert!(!told.is_empty(), "{line}: {out}");
        for words in ["儿童C00001", "夜里哭"] {
            assert!(told.iter().all(|line| !line.contains(words)), "{line}: {out}");
        }
    }
    let flag = id(&home, "flag");
    assert_eq!(home.run(&format!("answer {flag} 不哭了")).code, 2);
    done(&home, &format!("answer {flag}"));
    assert!(!home.run("due --days 0").out.contains(&session));
    assert!(!home.run("check").out.contains("closed-unanswered"));
}

#[test]
fn what_somebody_wrote_into_a_question_on_a_restricted_record_is_told_by_check_alone() {
    let home = home(&format!("{EML}\nmask = \"none\""));
    let session = id(&home, "counselling");
    let header = "id,date,children,staff,outcome,about,for,kind,answer,closed_on,note";
    let row = format!("E0000000001,2024-11-18,C00001,,made,{session},T00002,,,,夜里还哭吗");
    let tail = ["recorded,status,replaces", "2024-11-18T10:00:00+08:00,,"];
    let home = home.with(FLAGS, &format!("{header},{}\n{row},{}\n", tail[0], tail[1]));
    for line in ["due --days 0", "answer", "answer --format json", "mail --preview --to staff"] {
        let out = home.run(line).out;
        assert!(out.contains(&session) && !out.contains("夜里还哭吗"), "{line}: {out}");
    }
    assert!(!home.run("attention").out.contains("存疑没有答复"));
    assert!(home.run("check").out.contains("[tells-of-restricted]"));
}

#[test]
fn a_word_of_thanks_asks_nothing_and_is_in_one_mail() {
    let home = home(&format!("{EML}\ndue_days = 0"));
    let talk = id(&home, "talk");
    done(&home, &format!("flag {talk} --for 王芳 --note 谈得很细 --thanks"));
    assert!(!home.run("due").out.contains("谈得很细"));
    assert!(home.run("records flag").out.contains("谈得很细"));
    let flag = id(&home, "flag");
    assert!(home.run(&format!("answer {flag} 不谢")).err.contains("不用答复"));
    let told = |home: &Home| home.run("mail --preview").out.matches("谈得很细").count();
    assert_eq!(told(&home), 1);
    done(&home, "mail");
    let mails = outbox(&home).len();
    let home = home.at("2024-11-19");
    assert_eq!(told(&home), 0);
    done(&home, "mail");
    assert_eq!(outbox(&home).len(), 2 * mails, "the list itself goes again");
    assert_eq!(home.run("check --strict").out.matches("closed-unanswered").count(), 0);
}

#[test]
fn a_word_of_thanks_waits_for_the_mail_that_did_not_go() {
    let home = home(EML);
    let talk = id(&home, "talk");
    done(&home, "mail");
    done(&home, &format!("flag {talk} --for 王芳 --note 谈得很细 --thanks"));
    assert!(home.run("mail --preview").out.is_empty(), "the list of today went");
    let home = home.at("2024-11-20");
    let mail = mail_to(&home.run("mail --preview").out, "wang@school.example", "清单");
    assert!(mail.contains("有人感谢您") && mail.contains("谈得很细"), "{mail}");
    assert!(!mail.contains("等您答复"), "{mail}");
}

#[test]
fn a_decision_with_a_person_and_a_day_is_theirs_until_it_is_done() {
    let home = home(&format!("{EML}\ndue_days = 3"));
    let decided = "log-meeting --kind leading_group --decisions 查宿舍插座 --落实人 wf --落实期限";
    let wrong = home.run(&format!("{decided} 2024-11-25").replace("wf", "王方"));
    assert!(wrong.code == 2 && wrong.err.contains("王芳"), "{}", wrong.err);
    done(&home, &format!("{decided} 2024-11-25"));
    assert!(home.read("log/meeting/2024-11.csv").contains(",T00002,2024-11-25,,"));
    let mail = |day: &str| home.run(&format!("mail --preview --to staff --today {day}")).out;
    for (day, is_told) in
        [("2024-11-21", false), ("2024-11-22", true), ("2024-11-25", true), ("2024-12-02", true)]
    {
        let wang = mail_to(&mail(day), "wang@school.example", "清单");
        assert_eq!(wang.contains("查宿舍插座"), is_told, "{day}: {wang}");
        let due = home.run(&format!("due --days 3 --staff T00002 --today {day}")).out;
        assert_eq!(due.contains("查宿舍插座"), is_told, "{day}: {due}");
    }
    assert!(home.run("check --today 2024-11-26").out.contains("[date-passed]"));
    let meeting = id(&home, "meeting");
    done(&home, &format!("answer {meeting} 换了三个 --today 2024-11-26"));
    let row = &home.json("records meeting")[0];
    assert_eq!((&row["done_on"], &row["note"]), (&"2024-11-26".into(), &"换了三个".into()));
    assert!(!mail("2024-12-02").contains("查宿舍插座"));
    assert!(!home.run("check --today 2024-12-02").out.contains("[date-passed]"));
}

#[test]
fn an_item_of_the_plan_asks_its_staff_in_the_same_way() {
    let home = home(EML);
    done(&home, "log-work-item --item 修图书角 --staff 王芳 --due-on 2024-11-20");
    let due = home.run("due --staff T00002");
    assert!(due.out.contains("修图书角"), "{}", due.out);
    let item = id(&home, "work_item");
    done(&home, &format!("amend {item} --set done_on=2024-11-18"));
    assert!(!home.run("due").out.contains("修图书角"));
}

#[test]
fn a_child_with_an_open_question_wants_attention() {
    let why = |home: &Home| {
        let all = home.json("attention");
        let own = all.as_array().unwrap().iter().find(|own| own["child"] == "C00001").cloned();
        own.map(|own| own["why"].as_array().unwrap().contains(&"asked".into()))
    };
    let home = asked(EML);
    assert_eq!(why(&home), Some(true));
    let said = home.run("attention").out;
    assert!(said.contains("1 处存疑没有答复"), "{said}");
    let flag = id(&home, "flag");
    done(&home, &format!("answer {flag} 问过了"));
    assert_ne!(why(&home), Some(true));
}

#[test]
fn names_in_a_question_are_masked_in_a_mail_as_all_names_are() {
    let home = home(EML);
    let talk = id(&home, "talk");
    done(&home, &format!("flag {talk} --for 王芳 --note 儿童C00001和刘敏说的不一样"));
    let mail = mail_to(&home.run("mail --preview").out, "wang@school.example", "清单");
    assert!(mail.contains("和刘＊说的不一样") && !mail.contains("儿童C00001"), "{mail}");
    let subject = mail.lines().find(|line| line.starts_with("主题")).unwrap();
    assert!(subject.contains("等您答复 1 项") && !subject.contains("儿＊"), "{subject}");
}
