//! Many runs at once, and the lock between them.

use std::os::unix::process::ExitStatusExt;
use std::process::{Child, Command, Stdio};
use std::time::Duration;

use serde_json::json;

use crate::delivery::{assert_ended, everyone};
use crate::home::{Home, TODAY};
use crate::rig::{CARE, shell, tool};
use crate::server::{Server, has_servers};

/// Starts a run and does not wait for it.
fn start(home: &Home, wait: &str) -> Child {
    // Whoever starts the tests in the background may have told all below it to ignore interrupts.
    let mut command = Command::new(tool("env").unwrap());
    command.args(["--default-signal=INT", CARE]).current_dir(home.path());
    command.args(["mail", "--today", TODAY, "--wait", wait]);
    command.env_clear().stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
    command.spawn().unwrap()
}

/// Starts a run and returns once its first mail is being handed over.
fn start_sending(home: &Home) -> Child {
    let mut run = start(home, "0");
    while !home.path().join(".care/mail").exists() {
        assert!(run.try_wait().unwrap().is_none(), "it ended before it sent anything");
        std::thread::sleep(Duration::from_millis(5));
    }
    run
}

#[test]
fn of_64_overlapping_runs_each_mail_goes_once() {
    if !has_servers() {
        return;
    }
    let (server, home) = (Server::plain(), Home::new());
    home.connect(&server);
    let runs: Vec<Child> = (0..64).map(|_| start(&home, "60")).collect();
    for mut run in runs {
        assert_eq!(run.wait().unwrap().code(), Some(0));
    }
    assert_eq!(server.recipients(), everyone());
}

#[test]
fn whoever_waits_longer_than_it_may_gives_4_and_a_run_cut_off_is_told() {
    if !has_servers() {
        return;
    }
    let (slow, home) = (Server::new(json!({ "data": "hang" })), Home::new());
    home.connect(&slow);
    let mut first = start_sending(&home);
    assert_ended(&home.mail(TODAY, &["--wait", "0"]), 4);
    // Records may be written meanwhile.
    let talk = ["log-talk", "C00001", "--date", "2024-11-07", "--today", TODAY, "--wait", "0"];
    assert_eq!(home.care(&talk).code, Some(0));
    first.kill().unwrap();
    first.wait().unwrap();
    let server = Server::plain();
    home.connect(&server);
    let ran = home.mail(TODAY, &[]);
    assert_ended(&ran, 5);
    let told = ran.err.matches("Message-ID").count();
    assert_eq!((told, server.mails().len()), (1, 3), "{}", ran.err);
    assert_ended(&home.mail(TODAY, &["--resend"]), 0);
    assert_eq!(server.mails().len(), 1);
}

#[test]
fn an_interrupted_run_ends_with_130_and_is_told() {
    if !has_servers() {
        return;
    }
    let (slow, home) = (Server::new(json!({ "data": "hang" })), Home::new());
    home.connect(&slow);
    let mut run = start_sending(&home);
    std::thread::sleep(Duration::from_millis(200));
    assert!(shell("kill", &["-INT", &run.id().to_string()]));
    let status = run.wait().unwrap();
    // What a shell makes of the signal.
    let code = status.code().or(status.signal().map(|signal| 128 + signal));
    assert_eq!(code, Some(130));
    assert_ended(&home.mail(TODAY, &["--transport", "eml"]), 5);
}
