//! Power cuts while mail is sent: a mail never goes twice, and none whose fate is not known goes
//! again unasked.

use std::collections::HashSet;
use std::path::{Path, PathBuf};
use std::rc::Rc;

use crate::commands::home;
use crate::runs::{HOME, on, ran};
use crate::sim_disk::SimDisk;
use crate::state::State;
use crate::torn::Torn;
use crate::unsettled::Unsettled;

/// Two people get a summary, as files.
const MAIL: &str = "\n[mail]\nfrom = \"care@school.example\"\ntransport = \"eml\"\n\
    summary_to = [\"office@school.example\", \"county@school.example\"]\n";

/// The day is one on which something is overdue.
const LINE: &str = "mail --today 2024-12-20";

fn with_mail() -> Unsettled {
    let (mut state, _) = home();
    let settings = state.names[&Path::new(HOME).join("care.toml")];
    let text = [state.bytes[settings].as_slice(), MAIL.as_bytes()].concat();
    *state.file(settings) = Rc::new(text);
    Unsettled::firm(state)
}

/// The ledger's lines: the recipient and how the mail to them stands.
fn ledger(state: &State) -> Vec<(String, String)> {
    let files = state.files();
    let text = files.get(&Path::new(HOME).join(".care/mail")).cloned().unwrap_or_default();
    let line = |line: &str| {
        let cells: Vec<&str> = line.split('\t').collect();
        (cells[2].to_owned(), cells[3].to_owned())
    };
    String::from_utf8(text.to_vec()).unwrap().lines().map(line).collect()
}

/// The mails that went: each file with its text.
fn outbox(state: &State) -> Vec<(PathBuf, String)> {
    let is_mail = |path: &PathBuf| path.extension().is_some_and(|own| own == "eml");
    let files = state.files().into_iter().filter(|(path, _)| is_mail(path));
    files.map(|(path, bytes)| (path, String::from_utf8(bytes.to_vec()).unwrap())).collect()
}

#[test]
fn after_a_power_cut_no_mail_goes_twice_and_one_that_was_cut_off_is_told() {
    let start = with_mail();
    let whole = ran(&start, LINE, 1);
    assert_eq!(whole.said.code, 0, "{}", whole.said.err);
    assert_eq!(outbox(&whole.end(&start).seen()).len(), 2);
    let (mut states, mut told, mut judged) = (0, 0, HashSet::new());
    for steps in 0..=whole.steps() {
        whole.after(&start, steps).each_state(Torn::Few, |print, found| {
            states += 1;
            if !judged.insert(print) {
                return;
            }
            let state = found.state();
            let place = format!("after {steps} steps");
            let (lines, went) = (ledger(&state), outbox(&state));
            for (path, text) in &went {
                let entered = lines.iter().any(|(to, _)| text.contains(&format!("To: {to}")));
                assert!(entered, "{place}: {} is not entered", path.display());
            }
            for (to, stand) in &lines {
                let is_there = went.iter().any(|(_, text)| text.contains(&format!("To: {to}")));
                assert!(stand != "sent" || is_there, "{place}: {to} did not get what was sent");
            }
            let is_open = lines.iter().any(|(_, stand)| stand == "begun");
            let disk = Rc::new(SimDisk::seeing(state));
            let next = on(&disk, LINE);
            assert_eq!(next.code, if is_open { 5 } else { 0 }, "{place}: {}", next.err);
            told += usize::from(is_open);
            let after = outbox(&disk.seen());
            assert!(went.iter().all(|mail| after.contains(mail)), "{place}: a mail went twice");
            let again = on(&disk, &format!("{LINE} --resend"));
            assert_eq!(again.code, 0, "{place}: {}", again.err);
            assert_eq!(outbox(&disk.seen()).len(), 2, "{place}: not everybody got theirs");
        });
    }
    println!("{states} states while mail was sent, {told} told: no mail went twice");
    assert!(told > 5, "only {told} told");
}
