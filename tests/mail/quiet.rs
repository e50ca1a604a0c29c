//! When there is nothing to say, and when nothing can be said.

use std::fs;

use crate::delivery::{assert_ended, assert_sound, everyone};
use crate::home::{CHILDREN, Home, OFFICE, PRINCIPAL, TODAY};
use crate::rig::Ran;
use crate::server::{Mail, Server, has_servers};

/// October's talk was held with every child.
fn all_done(home: &Home) {
    home.talk(&CHILDREN.map(|child| child.0).join(" "), "2024-10-15");
}

/// It said nothing at all and was content.
fn assert_silent(ran: &Ran) {
    assert_ended(ran, 0);
    assert_eq!(ran.err, "");
}

const HEADS: [&str; 2] = [OFFICE, PRINCIPAL.1];

#[test]
fn with_nothing_to_say_there_is_no_mail_and_no_output_at_all() {
    let home = Home::new();
    // Not even a server is needed.
    let settings = "from = \"care@school.example\"\nserver = \"127.0.0.1\"\nport = 1\n\
                    security = \"none\"\nsummary_to = [\"T00003\"]\nheartbeat = \"never\"\n";
    home.school("测试小学", settings);
    all_done(&home);
    for _ in 0..2 {
        assert_silent(&home.mail(TODAY, &[]));
    }
}

#[test]
fn the_sign_of_life_comes_once_a_week_unless_a_summary_went() {
    if !has_servers() {
        return;
    }
    let (server, home) = (Server::plain(), Home::new());
    home.connect(&server);
    // The first summary, on a Friday, and the last, on a Monday.
    for day in [TODAY, "2024-11-11"] {
        assert_ended(&home.mail(day, &[]), 0);
        assert_eq!(server.recipients(), everyone());
    }
    all_done(&home);
    // Nothing is due within seven days before the 23rd.
    let expected = [("2024-11-12", 0), ("2024-11-17", 0), ("2024-11-19", 2), ("2024-11-20", 0)];
    for (day, count) in expected {
        for count in [count, 0] {
            let ran = home.mail(day, &[]);
            assert_ended(&ran, 0);
            let mails = server.mails();
            mails.iter().for_each(assert_sound);
            let to: Vec<&str> = mails.iter().map(|mail| mail.envelope.to[0].as_str()).collect();
            assert_eq!(to.len(), count, "{day}: {to:?}");
            assert!(to.iter().all(|address| HEADS.contains(address)));
            assert_eq!(ran.err.is_empty(), count == 0, "{}", ran.err);
        }
    }
}

#[test]
fn outside_of_terms_there_is_the_sign_of_life_only() {
    if !has_servers() {
        return;
    }
    let (server, home) = (Server::plain(), Home::new());
    home.connect(&server);
    // A Saturday between the terms; things are overdue.
    assert_ended(&home.mail("2025-02-01", &[]), 0);
    assert_eq!(server.recipients(), HEADS);
    assert_silent(&home.mail("2025-02-02", &[]));
    home.change("care.toml", "from =", "in_holidays = true\nfrom =");
    assert_ended(&home.mail("2025-02-02", &[]), 0);
    // The principal has a list as well of what is late so long that it went up.
    assert_eq!(server.recipients(), [&everyone()[..], &[PRINCIPAL.1]].concat());
}

#[test]
fn a_home_with_faults_gives_3_and_one_notice_without_names() {
    if !has_servers() {
        return;
    }
    let server = Server::plain();
    let log = "log/talk/2024-10.csv";
    let faults: [(&str, &str, &str, &[&str]); 4] = [
        (log, "2024-10-15,", "李小明,", &HEADS),
        ("children/C00001.toml", "\"\nclass", "\nclass", &HEADS),
        ("children/C00001.toml", "joined = ", "李小明 = ", &HEADS),
        // Whose address is in a file that cannot be read cannot be told.
        ("staff.toml", "roles = [{", "刘敏 = [{", &HEADS[..1]),
    ];
    for (file, old, new, told) in faults {
        let home = Home::new();
        home.connect(&server);
        home.put("children/C00001.toml", &child_in_letters());
        home.change(file, old, new);
        for told in [told, &[]] {
            let ran = home.mail(TODAY, &[]);
            assert_ended(&ran, 3);
            let mails = server.mails();
            let mut to: Vec<&str> = mails.iter().map(Mail::to).collect();
            to.sort_unstable();
            assert_eq!(to, told, "{file}");
            mails.iter().for_each(assert_sound);
            let said = mails.iter().map(|mail| mail.words() + mail.header("Subject"));
            let said = said.collect::<String>() + &ran.err;
            for name in ["李小明", "李*明", "刘敏", "刘*", "李"] {
                assert!(!said.contains(name), "{file}: {said}");
            }
        }
        // Mended on the same day, the lists go.
        fs::remove_dir_all(home.path().join("log")).unwrap();
        let whole = Home::new();
        for file in [log, "children/C00001.toml", "staff.toml"] {
            home.put(file, &fs::read_to_string(whole.path().join(file)).unwrap());
        }
        assert_ended(&home.mail(TODAY, &[]), 0);
        assert_eq!(server.recipients(), everyone());
    }
}

/// The first child's file with its name as a person would type it.
fn child_in_letters() -> String {
    "id = \"C00001\"\nname = \"李小明\"\nclass = \"2021-2\"\n\n[[spell]]\njoined = 2024-09-30\n"
        .to_owned()
}

#[test]
fn a_calendar_that_has_run_out_is_a_fault_and_told() {
    if !has_servers() {
        return;
    }
    let (server, home) = (Server::plain(), Home::new());
    home.connect(&server);
    assert_ended(&home.mail("2025-10-10", &[]), 3);
    assert_eq!(server.recipients(), HEADS);
}
