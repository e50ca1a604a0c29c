//! What is entered of each mail, and what is told to another program.

use serde_json::{Value, json};

use crate::delivery::{assert_ended, everyone};
use crate::home::{Home, TEACHERS, TODAY};
use crate::rig::Ran;
use crate::server::{Server, has_servers};

#[test]
fn nothing_goes_when_it_cannot_be_entered_or_looked_up() {
    if !has_servers() {
        return;
    }
    let server = Server::plain();
    let unreadable: fn(&Home) = |home| home.put(".care/mail", "not\ta\tledger\n");
    let unwritable: fn(&Home) = |home| home.put(".care/mail.tmp/in-the-way", "");
    for spoil in [unreadable, unwritable] {
        let home = Home::new();
        home.connect(&server);
        spoil(&home);
        assert_ended(&home.mail(TODAY, &[]), 6);
        assert_eq!(server.count(), 0);
    }
}

#[test]
fn with_json_each_mail_is_told_with_its_kind_recipient_result_and_id() {
    if !has_servers() {
        return;
    }
    let refused = TEACHERS[0].1;
    let (server, home) = (Server::new(json!({ "refused": [refused] })), Home::new());
    home.connect(&server);
    let told = |ran: &Ran| serde_json::from_str::<Vec<Value>>(&ran.out).unwrap();
    let ran = home.mail(TODAY, &["--format", "json"]);
    let told_first = told(&ran);
    assert_eq!(ran.code, Some(5), "{}", ran.err);
    let mut to: Vec<&str> = told_first.iter().map(|one| one["to"].as_str().unwrap()).collect();
    to.sort_unstable();
    assert_eq!(to, everyone());
    let mails = server.mails();
    for one in &told_first {
        let keys: Vec<&String> = one.as_object().unwrap().keys().collect();
        assert_eq!(keys, ["kind", "to", "result", "message_id"]);
        let mail = mails.iter().find(|mail| one["to"] == mail.to());
        let id = one["message_id"].as_str().unwrap().trim_matches(['<', '>']);
        match mail {
            Some(mail) => assert!(mail.header("Message-ID").contains(id), "{id}"),
            None => assert_eq!(one["to"], refused),
        }
        assert_eq!(one["result"], if mail.is_some() { "sent" } else { "refused" });
        assert!(one["kind"] == "list" || one["kind"] == "summary");
    }
    let again = home.mail(TODAY, &["--format", "json"]);
    assert_eq!(told(&again).len(), 1, "{}", again.out);
}
