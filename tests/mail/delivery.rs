//! The mails of a day arrive, each once, each with what its reader may know.

use serde_json::json;

use crate::certificate::Certificate;
use crate::home::{Home, OFFICE, PRINCIPAL, TEACHERS, TODAY};
use crate::rig::Ran;
use crate::server::{Mail, PASSWORD, Server, USER, has_servers};

/// The headers of every mail, and no others.
pub const HEADERS: [&str; 8] = [
    "Auto-Submitted",
    "Content-Type",
    "Date",
    "From",
    "MIME-Version",
    "Message-ID",
    "Subject",
    "To",
];

/// The addresses that get mail on the day, sorted.
pub fn everyone() -> [&'static str; 4] {
    [TEACHERS[1].1, TEACHERS[0].1, OFFICE, PRINCIPAL.1]
}

/// It ended with a code and said nothing on standard output.
pub fn assert_ended(ran: &Ran, code: i32) {
    assert_eq!((ran.code, ran.out.as_str()), (Some(code), ""), "{}", ran.err);
}

/// Is it a mail as a mail must be?
pub fn assert_sound(mail: &Mail) {
    let mut names: Vec<&str> = mail.headers.iter().map(|(name, _)| name.as_str()).collect();
    names.sort_unstable();
    assert_eq!(names, HEADERS, "{}", mail.raw);
    assert_eq!(mail.defects, Vec::<String>::new(), "{}", mail.raw);
    assert_eq!((mail.bare_breaks, mail.strange_bytes), (0, 0), "{}", mail.raw);
    assert!(mail.longest_line <= 78 + 20, "a line of {}", mail.longest_line);
    assert_eq!(mail.kind, "multipart/alternative");
    let parts: Vec<_> = mail
        .parts
        .iter()
        .map(|part| (part.kind.as_str(), part.charset.as_deref(), part.encoding.as_str()))
        .collect();
    let part = |kind| (kind, Some("utf-8"), "base64");
    assert_eq!(parts, [part("text/plain"), part("text/html")]);
    for part in &mail.parts {
        assert_eq!(part.headers, ["Content-Type", "Content-Transfer-Encoding"]);
    }
    assert!(!mail.text.trim().is_empty() && !mail.html_text.trim().is_empty());
}

/// The four mails of the day arrived, and are what they must be.
fn assert_all(mails: &[Mail]) {
    let mut to: Vec<&str> = mails.iter().map(Mail::to).collect();
    to.sort_unstable();
    assert_eq!(to, everyone());
    for mail in mails {
        assert_sound(mail);
        assert_eq!(mail.header("From"), "留守儿童之家 <care@school.example>");
        assert_eq!(mail.envelope.to, [mail.to()]);
        assert_eq!(mail.envelope.from, "care@school.example");
    }
    let of = |address| mails.iter().find(|mail| mail.to() == address).unwrap().words();
    let names = ["李＊明", "赵＊怡", "王＊丽", "孙＊然"];
    let shown = |words: &str| names.map(|name| words.contains(name));
    assert_eq!(shown(&of(TEACHERS[0].1)), [true, true, false, false]);
    assert_eq!(shown(&of(TEACHERS[1].1)), [false, false, true, false]);
    let subject = mails.iter().find(|mail| mail.to() == OFFICE).unwrap().header("Subject");
    assert!(subject.starts_with("留守儿童之家：全校逾期 3 项（2024-11-"), "{subject}");
    // The summary has the worst cases, of all classes.
    for address in [PRINCIPAL.1, OFFICE] {
        assert_eq!(shown(&of(address)), [true, true, true, false], "{}", of(address));
    }
    let mut ids: Vec<&str> = mails.iter().map(|mail| mail.header("Message-ID")).collect();
    ids.sort_unstable();
    ids.dedup();
    assert_eq!(ids.len(), mails.len());
}

#[test]
fn each_person_gets_a_mail_with_their_own_children_only() {
    if !has_servers() {
        return;
    }
    let Some(certificate) = Certificate::new() else { return };
    for security in ["starttls", "tls"] {
        let (server, home) = (Server::secure(security, &certificate), Home::new());
        home.connect_securely(&server, security, &certificate);
        assert_ended(&home.mail(TODAY, &[]), 0);
        let mails = server.mails();
        assert_all(&mails);
        assert!(mails.iter().all(|mail| mail.envelope.tls));
        assert!(mails.iter().all(|mail| mail.envelope.user.as_deref() == Some(USER)));
        // The same day is done; the next one is another.
        let again = home.mail(TODAY, &[]);
        assert_ended(&again, 0);
        assert_eq!((server.mails().len(), again.err.as_str()), (0, ""));
        let quiet = home.mail("2024-11-11", &["-q"]);
        assert_ended(&quiet, 0);
        assert_eq!(quiet.err, "");
        assert_all(&server.mails());
    }
}

#[test]
fn a_server_that_cannot_be_trusted_gets_nothing() {
    if !has_servers() {
        return;
    }
    let (Some(own), Some(other), Some(elsewhere)) =
        (Certificate::new(), Certificate::new(), Certificate::of("DNS:mail.school.example"))
    else {
        return;
    };
    for security in ["starttls", "tls"] {
        for (shown, trusted) in [(&own, &other), (&elsewhere, &elsewhere)] {
            let (server, home) = (Server::secure(security, shown), Home::new());
            home.connect_securely(&server, security, trusted);
            let ran = home.mail(TODAY, &[]);
            assert_ended(&ran, 5);
            assert!(!ran.err.contains(PASSWORD), "{}", ran.err);
            // Without an authority of its own it trusts those of the machine.
            home.change("care.toml", "ca_file = \"ca.pem\"\n", "");
            assert_ended(&home.mail(TODAY, &[]), 5);
            assert_eq!(server.mails().len(), 0);
        }
    }
}

#[test]
fn a_wrong_password_is_told_and_not_shown() {
    if !has_servers() {
        return;
    }
    let Some(certificate) = Certificate::new() else { return };
    let (server, home) = (Server::secure("starttls", &certificate), Home::new());
    home.connect_securely(&server, "starttls", &certificate);
    home.put("mail-password", "not-the-password\n");
    let ran = home.mail(TODAY, &[]);
    assert_ended(&ran, 5);
    assert!(ran.err.contains("535") && !ran.err.contains("not-the-password"), "{}", ran.err);
    home.put("mail-password", PASSWORD);
    assert_ended(&home.mail(TODAY, &[]), 0);
    assert_all(&server.mails());
}

#[test]
fn a_server_that_offers_no_tls_gets_nothing_in_the_clear() {
    if !has_servers() {
        return;
    }
    let Some(certificate) = Certificate::new() else { return };
    for security in ["starttls", "tls"] {
        let (server, home) = (Server::plain(), Home::new());
        home.connect_securely(&server, security, &certificate);
        // A handshake against plain words need not fail before the patience for an answer ends.
        assert_ended(&home.mail(TODAY, &[]), 5);
        assert_eq!(server.mails().len(), 0);
    }
}

#[test]
fn a_refused_recipient_does_not_stop_the_others() {
    if !has_servers() {
        return;
    }
    let refused = TEACHERS[0];
    let (server, home) = (Server::new(json!({ "refused": [refused.1] })), Home::new());
    home.connect(&server);
    for expected in [&[TEACHERS[1].1, OFFICE, PRINCIPAL.1][..], &[]] {
        let ran = home.mail(TODAY, &[]);
        assert_ended(&ran, 5);
        assert!(ran.err.contains(refused.1) && ran.err.contains("550"), "{}", ran.err);
        assert_eq!(server.recipients(), expected);
    }
    let kind_server = Server::plain();
    home.connect(&kind_server);
    assert_ended(&home.mail(TODAY, &[]), 0);
    assert_eq!(kind_server.recipients(), [refused.1]);
}

#[test]
fn a_server_that_is_busy_or_down_is_told_and_tried_again() {
    if !has_servers() {
        return;
    }
    let home = Home::new();
    let busy = Server::new(json!({ "data": "busy" }));
    home.connect(&busy);
    let ran = home.mail(TODAY, &[]);
    assert_ended(&ran, 5);
    assert!(ran.err.contains("451"), "{}", ran.err);
    assert_eq!(busy.mails().len(), 0);
    drop(busy);
    let ran = home.mail(TODAY, &[]);
    assert_ended(&ran, 5);
    assert!(ran.err.contains("127.0.0.1") || ran.err.contains("refused"), "{}", ran.err);
    let server = Server::plain();
    home.connect(&server);
    assert_ended(&home.mail(TODAY, &[]), 0);
    assert_all(&server.mails());
}

#[test]
fn a_mail_whose_fate_is_unknown_goes_again_only_by_resend() {
    if !has_servers() {
        return;
    }
    let (silent, home) = (Server::new(json!({ "data": "drop" })), Home::new());
    home.connect(&silent);
    assert_ended(&home.mail(TODAY, &[]), 5);
    let mails = silent.mails();
    assert_all(&mails);
    let server = Server::plain();
    home.connect(&server);
    for _ in 0..2 {
        let ran = home.mail(TODAY, &[]);
        assert_ended(&ran, 5);
        for mail in &mails {
            let id = mail.header("Message-ID").trim_matches(['<', '>']);
            assert!(ran.err.contains(id), "{id} is not named: {}", ran.err);
        }
        assert_eq!(server.mails().len(), 0);
    }
    assert_ended(&home.mail(TODAY, &["--resend"]), 0);
    assert_all(&server.mails());
    assert_ended(&home.mail(TODAY, &[]), 0);
    assert_eq!(server.mails().len(), 0);
}

#[test]
fn nothing_goes_in_the_clear_to_another_machine() {
    let home = Home::new();
    let settings = "from = \"care@school.example\"\nsummary_to = [\"T00003\"]\n\
                    server = \"192.0.2.1\"\nsecurity = \"none\"\n";
    home.school("测试小学", settings);
    let ran = home.mail(TODAY, &[]);
    assert_ended(&ran, 2);
}
