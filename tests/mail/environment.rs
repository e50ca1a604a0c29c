//! The machine's language, zone and home folder change nothing.

use std::process::Command;

use crate::delivery::{assert_ended, assert_sound};
use crate::home::Home;
use crate::rig::{CARE, run};
use crate::server::{Mail, Server, has_servers};

/// A mail without what must differ: its Message-ID, which is also in the boundary, its date, and
/// the hash of the entry under which it went.
fn comparable(mail: &Mail) -> String {
    let id = mail.header("Message-ID").trim_matches(['<', '>']);
    let head = mail.raw.lines().take_while(|line| !line.is_empty()).collect::<Vec<_>>().join("\n");
    let head = head.replace(id, "ID").replace(&id.replace('@', "."), "ID");
    let head: Vec<&str> = head.lines().filter(|line| !line.starts_with("Date: ")).collect();
    let words = mail.words();
    let words = words.lines().map(|line| match line.split_once("校验码") {
        Some((before, _)) => before,
        None => line,
    });
    format!("{}\n\n{}", head.join("\n"), words.collect::<Vec<_>>().join("\n"))
}

#[test]
fn under_cron_the_mails_are_the_same_byte_for_byte() {
    if !has_servers() {
        return;
    }
    let server = Server::plain();
    let environments = [
        &[("LANG", "C"), ("TZ", "America/New_York")][..],
        &[("LANG", "zh_CN.UTF-8"), ("TZ", "Asia/Shanghai"), ("HOME", "/root"), ("TERM", "xterm")],
        &[("LANG", "en_US.UTF-8"), ("LC_ALL", "en_US.UTF-8"), ("TZ", "Pacific/Kiritimati")],
    ];
    let mut all = Vec::new();
    for environment in environments {
        let home = Home::of_now();
        home.connect(&server);
        // Without a language of its own, which the machine's must not decide.
        home.change("care.toml", "language = \"zh-CN\"\n", "");
        let mut command = Command::new("/usr/bin/env");
        command.args(environment.iter().map(|(name, value)| format!("{name}={value}")));
        command.arg(CARE).arg("-C").arg(home.path()).arg("mail");
        assert_ended(&run(&mut command, std::path::Path::new("/")), 0);
        let mut mails = server.mails();
        mails.sort_by(|a, b| a.to().cmp(b.to()));
        mails.iter().for_each(assert_sound);
        all.push(mails.iter().map(comparable).collect::<Vec<_>>());
    }
    assert_eq!(all[0].len(), 5);
    assert!(all.iter().all(|mails| *mails == all[0]), "{all:#?}");
}
