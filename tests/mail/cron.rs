//! Under a real cron, by the documented line.

use std::fs::{self, File};
use std::io::Write;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use crate::delivery::{assert_sound, everyone};
use crate::home::{Home, PRINCIPAL};
use crate::rig::{CARE, shell, tool};
use crate::server::{Mail, Server, has_servers};
use crate::skip::skipped;

/// The documented line, each minute, with the paths of this machine.
fn line(home: &Home) -> String {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("examples/cron/crontab");
    let text = fs::read_to_string(file).unwrap();
    let mut lines = text.lines().filter(|line| !line.starts_with('#') && !line.is_empty());
    let line = lines.next().unwrap();
    assert_eq!(lines.next(), None, "one line is documented");
    let put = |line: String, (old, new): (&str, &str)| {
        assert!(line.contains(old), "{line} has no {old}");
        line.replace(old, new)
    };
    let folder = home.path().to_string_lossy();
    let own = [("0 7 * * *", "* * * * *"), ("/usr/local/bin/care", CARE), ("/srv/home", &folder)];
    own.into_iter().fold(line.to_owned(), put)
}

/// A cron that runs, and lines in this user's crontab; both as before with the end of this value.
struct Crontab {
    before: Vec<u8>,
    started: Option<Child>,
    /// Of two such tests on one machine the second waits.
    _turn: File,
}

impl Crontab {
    fn new(lines: &[String]) -> Option<Crontab> {
        let Some(crontab) = tool("crontab") else {
            skipped("cron is missing");
            return None;
        };
        let turn = File::create(std::env::temp_dir().join("care-test-of-cron")).unwrap();
        turn.lock().unwrap();
        let runs = shell("pidof", &["cron"]) || shell("pidof", &["crond"]);
        if !runs && !shell("sh", &["-c", "test $(id -u) = 0"]) {
            skipped("no cron runs, and only root may start one");
            return None;
        }
        // Empty when there is none.
        let before = Command::new(crontab).arg("-l").output().unwrap().stdout;
        let table = [&before[..], lines.concat().as_bytes()].concat();
        // From here on whatever fails puts the old table back.
        let mut own = Crontab { before, started: None, _turn: turn };
        install(&table);
        if runs {
            // It tells a new table by the second it was written in: one that it looked at within
            // the same second it would never read.
            std::thread::sleep(Duration::from_millis(1100));
            install(&table);
        } else {
            own.started = Some(Command::new("/usr/sbin/cron").arg("-f").spawn().unwrap());
        }
        Some(own)
    }
}

fn install(table: &[u8]) {
    let mut command = Command::new(tool("crontab").unwrap());
    let mut child = command.arg("-").stdin(Stdio::piped()).spawn().unwrap();
    child.stdin.take().unwrap().write_all(table).unwrap();
    assert!(child.wait().unwrap().success());
}

impl Drop for Crontab {
    fn drop(&mut self) {
        match self.before.is_empty() {
            true => drop(shell("crontab", &["-r"])),
            false => install(&self.before),
        }
        if let Some(cron) = &mut self.started {
            let _ = cron.kill();
            let _ = cron.wait();
        }
    }
}

/// Everyone, and the principal once more: there is a list of what has been late so long.
fn recipients() -> Vec<&'static str> {
    [&everyone()[..], &[PRINCIPAL.1]].concat()
}

#[test]
fn the_documented_line_under_cron_sends_each_mail_once_even_64_times_in_a_minute() {
    if !has_servers() {
        return;
    }
    let (alone, crowded) = (Server::plain(), Server::plain());
    let (one, many) = (Home::of_now(), Home::of_now());
    one.connect(&alone);
    many.connect(&crowded);
    let lines = [vec![line(&one)], vec![line(&many); 64]].concat();
    let lines: Vec<String> = lines.into_iter().map(|line| line + "\n").collect();
    let Some(_table) = Crontab::new(&lines) else { return };
    // A cron that ran before reads the table in the next minute, and obeys it from the one after.
    let patience = Duration::from_secs(180);
    let begun = Instant::now();
    let is_done = |server: &Server| server.count() >= recipients().len();
    while !(is_done(&alone) && is_done(&crowded)) {
        let came = [alone.count(), crowded.count()];
        assert!(begun.elapsed() < patience, "mails after {patience:?}: {came:?}");
        std::thread::sleep(Duration::from_millis(200));
    }
    std::thread::sleep(Duration::from_secs(5));
    for server in [&alone, &crowded] {
        let mails = server.mails();
        mails.iter().for_each(assert_sound);
        let mut to: Vec<&str> = mails.iter().map(Mail::to).collect();
        to.sort_unstable();
        assert_eq!(to, recipients());
    }
    println!("mails after {:?}", begun.elapsed());
}
