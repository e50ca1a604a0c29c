//! What was agreed or asked reaches the person who ought to see to it, on its day, once, and is
//! gone when it is answered.

use crate::delivery::assert_ended;
use crate::home::{Home, TEACHERS};
use crate::server::{Mail, Server, has_servers};

/// What a talk agreed on, asked for on its day alone.
const FOLLOW_UP: &str = r#"[[rule]]
id = "again"
name = "约定再谈"
why = "测试"
records = ["talk", "visit"]
every = "after"
after = { records = ["talk"], on = "follow_up_on" }
by = "head_teacher"
level = "advised"
"#;

/// A home whose head teachers have nothing else to do, and a server; lists tell of the day itself.
fn home(server: &Server, due_days: u32) -> Home {
    let home = Home::new();
    home.connect(server);
    home.change("care.toml", "[mail]\n", &format!("[mail]\ndue_days = {due_days}\n"));
    home.put("rules.toml", FOLLOW_UP);
    home
}

#[track_caller]
fn done(home: &Home, day: &str, words: &[&str]) {
    let ran = home.care(&[words, &["--today", day]].concat());
    assert_eq!(ran.code, Some(0), "{words:?}: {}", ran.err);
}

/// The mails to a person that a day brings, and again on the same day nothing.
#[track_caller]
fn mails_of(home: &Home, server: &Server, day: &str, address: &str) -> Vec<Mail> {
    assert_ended(&home.mail(day, &[]), 0);
    let mails = server.mails();
    assert_ended(&home.mail(day, &[]), 0);
    assert_eq!(server.count(), 0, "{day}: a mail went twice");
    for mail in &mails {
        let subject = mail.header("Subject");
        assert!(!subject.contains(['李', '明', '作', '业']), "{subject}");
    }
    mails.into_iter().filter(|mail| mail.to() == address).collect()
}

/// In how many of the mails of a day to a person these words stand, once each.
#[track_caller]
fn told(home: &Home, server: &Server, day: &str, address: &str, words: &str) -> usize {
    let mails = mails_of(home, server, day, address);
    let own: Vec<&Mail> = mails.iter().filter(|mail| mail.text.contains(words)).collect();
    assert!(own.iter().all(|mail| mail.text.matches(words).count() == 1), "{words}");
    own.len()
}

const AGREED: [&str; 7] =
    ["log-talk", "C00001", "--follow-up", "看作业", "--follow-up-on", "2024-11-12", "--topic=学习"];

#[test]
fn a_follow_up_reaches_the_head_teacher_on_the_day_once_and_is_gone_when_it_is_answered() {
    if !has_servers() {
        return;
    }
    let (server, liu) = (Server::plain(), TEACHERS[0].1);
    let home = home(&server, 0);
    done(&home, "2024-11-08", &AGREED);
    assert_eq!(told(&home, &server, "2024-11-11", liu, "看作业"), 0, "the day before");
    assert_eq!(told(&home, &server, "2024-11-12", liu, "看作业"), 1, "on the day");
    assert_eq!(told(&home, &server, "2024-11-13", liu, "约定再谈"), 0, "told already");
    // Answered before its day there is nothing to tell.
    let other = home_with_answer(&server);
    assert_eq!(told(&other, &server, "2024-11-12", liu, "看作业"), 0, "answered");
}

/// The same home, where the talk was held a day early.
fn home_with_answer(server: &Server) -> Home {
    let own = home(server, 0);
    done(&own, "2024-11-08", &AGREED);
    done(&own, "2024-11-11", &["log-visit", "C00001", "--mode=in_person"]);
    own
}

#[test]
fn within_due_days_it_is_told_ahead_and_goes_to_nobody_else() {
    if !has_servers() {
        return;
    }
    let server = Server::plain();
    let home = home(&server, 1);
    done(&home, "2024-11-08", &AGREED);
    assert_eq!(told(&home, &server, "2024-11-11", TEACHERS[0].1, "应办 2024-11-12"), 1);
    assert_eq!(told(&home, &server, "2024-11-12", TEACHERS[1].1, "看作业"), 0);
}

#[test]
fn a_follow_up_whose_day_brought_no_mail_is_told_on_the_next_once() {
    if !has_servers() {
        return;
    }
    let (server, liu) = (Server::plain(), TEACHERS[0].1);
    let home = home(&server, 0);
    done(&home, "2024-11-08", &AGREED);
    assert_eq!(told(&home, &server, "2024-11-14", liu, "约定再谈"), 1);
    assert_eq!(told(&home, &server, "2024-11-15", liu, "约定再谈"), 0);
    let late = self::home(&server, 0);
    done(&late, "2024-11-08", &AGREED);
    done(&late, "2024-11-13", &["log-talk", "C00001", "--topic=学习"]);
    assert_eq!(told(&late, &server, "2024-11-14", liu, "约定再谈"), 0, "answered meanwhile");
}

/// The id of the last row of a register, in the log that the program began.
fn last_id(home: &Home, register: &str) -> String {
    let logs = std::fs::read_dir(home.path().join("log").join(register)).unwrap();
    let mut logs = logs.map(|log| log.unwrap().path());
    let own = logs.find(|log| log.to_str().unwrap().contains("/2024-11.")).unwrap();
    let text = std::fs::read_to_string(own).unwrap();
    text.lines().last().unwrap().split(',').next().unwrap().to_owned()
}

#[test]
fn a_question_is_in_the_mail_of_each_day_until_it_is_answered() {
    if !has_servers() {
        return;
    }
    let (server, chen) = (Server::plain(), TEACHERS[1].1);
    let home = home(&server, 0);
    done(&home, "2024-11-08", &AGREED);
    let talk = last_id(&home, "talk");
    done(&home, "2024-11-08", &["flag", &talk, "--for", "陈刚", "--note", "李小明说的是哪天"]);
    for day in ["2024-11-08", "2024-11-09", "2024-11-11"] {
        let mails = mails_of(&home, &server, day, chen);
        assert_eq!(mails.len(), 1, "{day}");
        let text = &mails[0].text;
        assert!(text.contains("李＊明说的是哪天") && !text.contains("李小明"), "{text}");
        assert!(mails[0].header("Subject").contains("等您答复 1 项"));
    }
    let flag = last_id(&home, "flag");
    done(&home, "2024-11-11", &["answer", &flag, "星期三"]);
    assert_eq!(mails_of(&home, &server, "2024-11-12", chen).len(), 0);
}

#[test]
fn a_refused_mail_leaves_the_word_of_thanks_for_the_next() {
    if !has_servers() {
        return;
    }
    let chen = TEACHERS[1].1;
    let refusing = Server::new(serde_json::json!({ "refused": [chen] }));
    let home = home(&refusing, 0);
    done(&home, "2024-11-08", &AGREED);
    let talk = last_id(&home, "talk");
    let thanks = ["flag", &talk, "--for", "陈刚", "--note", "谈得很细", "--thanks"];
    done(&home, "2024-11-08", &thanks);
    assert_ended(&home.mail("2024-11-08", &[]), 5);
    let server = Server::plain();
    home.connect(&server);
    assert_eq!(told(&home, &server, "2024-11-11", chen, "谈得很细"), 1);
    assert_eq!(told(&home, &server, "2024-11-12", chen, "谈得很细"), 0);
}

#[test]
fn a_decision_is_told_from_its_due_days_on_until_it_is_done() {
    if !has_servers() {
        return;
    }
    let (server, chen) = (Server::plain(), TEACHERS[1].1);
    let home = home(&server, 1);
    let decided = "查宿舍插座";
    let meeting = ["log-meeting", "--decisions", decided, "--decided-for", "陈刚", "--due-on"];
    done(&home, "2024-11-08", &[&meeting[..], &["2024-11-12"]].concat());
    assert_eq!(told(&home, &server, "2024-11-08", chen, decided), 0);
    assert_eq!(told(&home, &server, "2024-11-11", chen, decided), 1);
    assert_eq!(told(&home, &server, "2024-11-14", chen, decided), 1, "until it is done");
    let meeting = last_id(&home, "meeting");
    done(&home, "2024-11-14", &["answer", &meeting, "换了三个"]);
    assert_eq!(told(&home, &server, "2024-11-15", chen, decided), 0);
}
