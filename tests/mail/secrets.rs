//! The password of the mail server.

use std::fs;
use std::os::unix::fs::PermissionsExt;

use crate::certificate::Certificate;
use crate::delivery::{assert_ended, everyone};
use crate::home::{Home, TODAY};
use crate::server::{PASSWORD, Server, has_servers};

#[test]
fn a_password_file_that_others_may_read_is_refused() {
    if !has_servers() {
        return;
    }
    let Some(certificate) = Certificate::new() else { return };
    let (server, home) = (Server::secure("starttls", &certificate), Home::new());
    home.connect_securely(&server, "starttls", &certificate);
    let file = home.path().join("mail-password");
    for mode in [0o644, 0o640, 0o604] {
        fs::set_permissions(&file, fs::Permissions::from_mode(mode)).unwrap();
        let ran = home.mail(TODAY, &[]);
        assert_ended(&ran, 2);
        assert!(ran.err.contains("mail-password") && !ran.err.contains(PASSWORD), "{}", ran.err);
    }
    fs::remove_file(&file).unwrap();
    assert_ended(&home.mail(TODAY, &[]), 2);
    assert_eq!(server.mails().len(), 0);
    home.put("mail-password", PASSWORD);
    assert_ended(&home.mail(TODAY, &[]), 0);
    assert_eq!(server.recipients(), everyone());
}

#[test]
fn a_command_may_say_the_password() {
    if !has_servers() {
        return;
    }
    let Some(certificate) = Certificate::new() else { return };
    let (server, home) = (Server::secure("starttls", &certificate), Home::new());
    home.connect_securely(&server, "starttls", &certificate);
    let named = "password_file = \"mail-password\"";
    for (command, code) in [
        (r#"["/bin/false"]"#, 2),
        (r#"["/nonexistent"]"#, 2),
        (r#"["/bin/sh", "-c", "cat mail-password; exit 1"]"#, 2),
        (r#"["/bin/cat", "mail-password"]"#, 0),
    ] {
        home.connect_securely(&server, "starttls", &certificate);
        home.change("care.toml", named, &format!("password_command = {command}"));
        let ran = home.mail(TODAY, &[]);
        assert_ended(&ran, code);
        assert!(!ran.err.contains(PASSWORD), "{}", ran.err);
    }
    assert_eq!(server.recipients(), everyone());
}
