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
    assert!(summary.contains("没有人收到清单的 14 项（其中 9 项上面已列出）"), "{summary}");
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

/// A home whose first child has an open pair with a proxy parent who held the role up to a day.
fn with_proxy_parent(until: &str, mail: &str) -> crate::harness::Home {
    let proxy = "[[staff]]\nid = \"T00007\"\nname = \"钱桂花\"\nemail = \"qian@school.example\"\n";
    let roles =
        format!("roles = [{{ role = \"proxy_parent\", from = 2020-09-01, until = {until} }}]\n");
    let pair = "[[pair]]\nrole = \"proxy_parent\"\nstaff = \"T00007\"\nfrom = 2024-09-02\n";
    let home = home(mail);
    let rules = home.read("rules.toml").replace("head_teacher", "proxy_parent");
    home.with("rules.toml", &rules)
        .and("staff.toml", &format!("{proxy}{roles}\n"))
        .and("children/C00001.toml", pair)
}

#[test]
fn who_holds_no_role_any_more_is_told_nothing_though_the_pair_stayed_open() {
    // The last day of a role is a day of it.
    for (until, is_told) in [("2024-11-18", true), ("2024-11-17", false)] {
        let settings = format!("{EML}\nescalate_days = 300\nmask = \"none\"");
        let ran = with_proxy_parent(until, &settings).run("mail --preview");
        assert_eq!(ran.code, 0, "{}", ran.err);
        assert_eq!(ran.out.contains("<qian@school.example>"), is_told, "{}", ran.out);
        // What the one who left cannot be told goes to the next one up, here the head teacher.
        assert_eq!(ran.out.contains("<liu@school.example>"), !is_told, "{}", ran.out);
        let summary = mail_to(&ran.out, "gu@school.example", "汇总");
        assert_eq!(summary.contains("现在没有任职，不再发清单"), !is_told, "{summary}");
        if !is_told {
            let raised = mail_to(&ran.out, "liu@school.example", "清单");
            assert!(raised.contains("儿童C00001") && raised.contains("钱桂花"), "{raised}");
        }
    }
}

#[test]
fn who_is_responsible_stays_the_pair_on_screens_though_the_role_has_ended() {
    let home = with_proxy_parent("2024-11-17", EML);
    let rows = home.json("overdue --today 2024-11-18");
    let row = rows.as_array().unwrap().iter().find(|row| row["child"] == "C00001").unwrap();
    assert_eq!(
        (&row["responsible"], &row["responsible_name"]),
        (&"T00007".into(), &"钱桂花".into())
    );
}

#[test]
fn a_principal_of_before_is_told_nothing_and_the_exit_code_is_5() {
    let home = home(EML);
    let left = "{ role = \"principal\", from = 2020-09-01, until = 2024-11-17 }";
    let staff =
        home.read("staff.toml").replace("{ role = \"principal\", from = 2020-09-01 }", left);
    let home = home.with("staff.toml", &staff);
    let ran = home.run("mail -q");
    assert_eq!(
        (ran.code, ran.err.contains("T00003 在 [mail] summary_to 里")),
        (5, true),
        "{}",
        ran.err
    );
    assert!(outbox(&home).iter().all(|name| !name.contains("T00003")), "{:?}", outbox(&home));
}

#[test]
fn programs_read_the_previewed_mails_as_an_array() {
    let home = home(&format!("{EML}\nmask = \"none\""));
    let mails = home.json("mail --preview");
    let mails = mails.as_array().unwrap();
    let to = |address: &str| mails.iter().find(|mail| mail["to"] == address).unwrap();
    assert_eq!(mails.len(), 4, "{mails:?}");
    let liu = to("liu@school.example");
    assert_eq!((&liu["kind"], &liu["name"]), (&"list".into(), &"刘敏".into()));
    let (subject, text) = (liu["subject"].as_str().unwrap(), liu["text"].as_str().unwrap());
    assert!(subject.contains("逾期 1 项") && text.contains("儿童C00001"), "{liu}");
    let shown = home.run("mail --preview").out;
    assert!(mails.iter().all(|mail| shown.contains(mail["text"].as_str().unwrap())), "{shown}");
    let nothing = home.json("mail --preview --to staff --today 2024-09-03");
    assert_eq!(nothing, serde_json::json!([]));
}
