//! `care mail`: nobody drops out unheard.

use crate::mail::{EML, home, mail_to, outbox};

#[test]
fn one_who_cannot_be_told_in_summary_to_stops_nobody_else_and_the_exit_code_is_5() {
    let home = home("transport = \"eml\"\nsummary_to = [\"T99999\", \"T00003\"]");
    let ran = home.run("mail -q");
    assert_eq!((ran.code, ran.err.contains("T99999")), (5, true), "{}", ran.err);
    assert_eq!(outbox(&home).len(), 4, "{:?}", outbox(&home));
}

#[test]
fn what_a_person_without_an_address_ought_to_do_goes_up_at_once_and_is_named_in_the_summary() {
    // Thirteen children of nobody's list: more than the ten worst cases.
    let home = (10..23).fold(home(&format!("{EML}\nescalate_days = 300")), |home, at| {
        home.child(&format!("C000{at}"), "class = \"2021-2\"")
    });
    let staff = home.read("staff.toml").replace("liu@school.example", "");
    let ran = home.with("staff.toml", &staff).run("mail --preview");
    let raised = mail_to(&ran.out, "gu@school.example", "清单");
    assert!(raised.contains("他人负责的 14 项"), "{raised}");
    let summary = mail_to(&ran.out, "gu@school.example", "汇总");
    assert!(summary.contains("没有人收到清单的 "), "{summary}");
    let rows = summary.lines().filter(|line| line.contains("规则  逾期 49 天")).count();
    assert!(rows >= 14, "{rows}: {summary}");
}

#[test]
fn a_mail_of_an_earlier_day_that_was_cut_off_is_told_even_when_nothing_can_be_sent() {
    let line = "2024-11-15\tlist\tT00001\tbegun\t20241115.abc@school.example\n";
    let home = home("server = \"localhost\"\nuser = \"care\"\npassword_file = \"nowhere\"")
        .with(".care/mail", line);
    for _ in 0..2 {
        let ran = home.run("mail -q");
        assert_eq!((ran.code, ran.err.contains("20241115.abc")), (2, true), "{}", ran.err);
    }
}

#[test]
fn a_sign_of_life_whose_fate_is_not_known_goes_again_the_next_day() {
    let line = "2024-11-18\theartbeat\tT00003\ttold\t20241118.abc@school.example\n";
    let home = home(&format!("{EML}\ndue_days = 0"))
        .events("talk", "C00001 C00002", &["2024-09-10", "2024-10-10", "2024-11-10"])
        .with(".care/mail", line)
        .at("2024-11-19");
    assert_eq!(home.run("mail -q").code, 0);
    assert_eq!(outbox(&home), ["2024-11-19-heartbeat-T00003.eml"]);
}

#[test]
#[cfg(unix)]
fn what_sendmail_put_into_its_queue_is_not_known_and_goes_again_only_with_resend() {
    use std::os::unix::fs::PermissionsExt;
    let settings = "transport = \"sendmail\"\nsendmail = \"queue\"\nsummary_to = [\"T00003\"]";
    let home = home(settings).with("count", "");
    let (program, count) = (home.root().join("queue"), home.root().join("count"));
    let home = home.with(
        "queue",
        &format!("#!/bin/sh\ncat >/dev/null\necho x >>'{}'\nexit 75\n", count.display()),
    );
    std::fs::set_permissions(program, std::fs::Permissions::from_mode(0o700)).unwrap();
    for (line, runs) in [("mail -q", 4), ("mail -q", 4), ("mail -q --resend", 8)] {
        let ran = home.run(line);
        assert_eq!((ran.code, home.read("count").lines().count()), (5, runs), "{}", ran.err);
        assert!(ran.err.contains("Message-ID"), "{}", ran.err);
    }
}
