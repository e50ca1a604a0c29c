//! Things in the tree that are no plain files: nothing hangs, and names are shown harmlessly.

use std::fs;
use std::os::unix::ffi::OsStrExt;
use std::os::unix::fs::symlink;
use std::path::Path;
use std::process::Command;
use std::time::Duration;

use crate::job::{LOG, NEXT, make_home};
use crate::rig::{CARE, Findings, Ran, Scratch, TODAY, shell, tool, within};

/// Places where something odd may stand.
const PLACES: [&str; 14] = [
    "log/talk/2024-12.csv",
    LOG,
    "log/talk",
    "log/odd",
    "children/C00009.toml",
    "children",
    "staff.toml",
    "rules.toml",
    "calendar.toml",
    "care.toml",
    "registers/odd.toml",
    ".care/writer",
    ".care/lock",
    ".care/journal",
];

/// Runs a command with little time and little memory.
fn briefly(home: &Path, words: &[&str]) -> Ran {
    let mut command = match tool("prlimit") {
        Some(prlimit) => {
            let mut command = Command::new(prlimit);
            command.args(["--as=1000000000", "--core=0"]).arg(CARE);
            command
        }
        None => Command::new(CARE),
    };
    within(command.args(words), home, Duration::from_secs(5))
}

fn odd(kind: &str, path: &Path) -> bool {
    let _ = fs::remove_file(path);
    let _ = fs::remove_dir_all(path);
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    match kind {
        "FIFO" => shell("mkfifo", &[&path.to_string_lossy()]),
        "loop" => symlink(path, path).is_ok(),
        "link to /dev/zero" => symlink("/dev/zero", path).is_ok(),
        "link to the folder above" => symlink("..", path).is_ok(),
        "link to nothing" => symlink("nothing-here", path).is_ok(),
        _ => fs::create_dir(path).is_ok(),
    }
}

#[test]
fn nothing_odd_in_the_tree_makes_a_command_hang_or_fall() {
    let kinds = [
        "FIFO",
        "loop",
        "link to /dev/zero",
        "link to the folder above",
        "link to nothing",
        "folder",
    ];
    let reads: [&[&str]; 3] =
        [&["overdue", "--today", TODAY], &["check", "--today", TODAY], &["list", "--today", TODAY]];
    let (mut runs, mut findings) = (0, Findings::default());
    for (kind, place) in kinds.iter().flat_map(|kind| PLACES.map(|place| (*kind, place))) {
        let home = Scratch::new();
        make_home(home.path());
        if !odd(kind, &home.path().join(place)) {
            println!("skipped: no {kind} can be made");
            continue;
        }
        for words in reads.iter().chain([&&NEXT[..]]) {
            let ran = briefly(home.path(), words);
            runs += 1;
            if ran.hung || !matches!(ran.code, Some(0..=4 | 6)) {
                let what = format!("{kind} as {place}: {}", ran.end());
                findings.add(&what, &format!("{}: {}", words[0], ran.err));
                // One time of waiting is enough.
                break;
            }
        }
    }
    println!("odd things: {runs} commands");
    findings.end();
}

#[test]
fn names_with_control_characters_are_shown_without_them() {
    let names: [&[u8]; 8] = [
        b"log/talk/2024-12\x1b[2J.csv",
        b"log/talk/2024-12\r.csv",
        b"log/a\nb.csv",
        b"log/x\x07y",
        b"children/C0\x1b]0;title\x07.toml",
        b"children/C\x9b1m.toml",
        b"children/\xff\xfe.toml",
        "children/C0\u{9b}2J\u{202e}x.toml".as_bytes(),
    ];
    let mut findings = Findings::default();
    for name in names {
        let home = Scratch::new();
        make_home(home.path());
        let path = home.path().join(std::ffi::OsStr::from_bytes(name));
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        if fs::write(path, "odd\n").is_err() {
            println!("skipped: no {:?} can be made", String::from_utf8_lossy(name));
            continue;
        }
        for command in ["overdue", "check", "list"] {
            let formats: [&[&str]; 2] = [&[], &["--format", "json"]];
            for format in formats {
                let words = [&[command, "--today", TODAY][..], format].concat();
                let ran = briefly(home.path(), &words);
                let said = format!("{}{}", ran.out, ran.err);
                // JSON escapes what it must and programs read it.
                let seen = |c: char| c.is_control() && c != '\n' || c == '\u{202e}';
                let is_odd = |c: char| if format.is_empty() { seen(c) } else { c < ' ' && seen(c) };
                let place =
                    format!("{command} {format:?} with {:?}", String::from_utf8_lossy(name));
                if let Some(found) = said.chars().find(|c| is_odd(*c)) {
                    findings.add(&format!("{found:?} is shown as it is"), &place);
                }
                if said.contains("a\nb") {
                    findings.add("a line break in a name is shown as it is", &place);
                }
                if !matches!(ran.code, Some(0 | 1 | 3)) {
                    findings.add(&ran.end(), &place);
                }
            }
        }
    }
    println!("odd names: {}", names.len());
    findings.end();
}

#[test]
fn a_link_that_points_out_of_the_home_is_followed_and_the_home_stays_whole() {
    let mut findings = Findings::default();
    for (file, words) in [
        ("children/C00002.toml", &["list", "--today", TODAY][..]),
        (LOG, &NEXT),
        ("staff.toml", &["add-staff", "陈刚", "--role", "principal", "--today", TODAY]),
        ("log/talk", &NEXT),
        (".care/lock", &NEXT),
    ] {
        let (home, outside) = (Scratch::new(), Scratch::new());
        make_home(home.path());
        let (path, target) = (home.path().join(file), outside.path().join("target"));
        let had = path.exists();
        if had {
            shell("cp", &["-r", &path.to_string_lossy(), &target.to_string_lossy()]);
            shell("rm", &["-r", &path.to_string_lossy()]);
        }
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        if symlink(&target, &path).is_err() {
            println!("skipped: no link can be made");
            return;
        }
        let before = crate::rig::files(outside.path());
        let ran = briefly(home.path(), words);
        let is_link = path.symlink_metadata().unwrap().is_symlink();
        let changed = crate::rig::files(outside.path()) != before;
        let check = briefly(home.path(), &["check", "--today", TODAY]);
        println!(
            "{file} as a link out: {} {}, still a link {is_link}, the target changed {changed}, \
             check {}",
            words[0],
            ran.end(),
            check.end()
        );
        if ran.code != Some(0) || check.code != Some(0) {
            findings.add(&format!("{}, check {}", ran.end(), check.end()), file);
        }
        if !is_link {
            findings.add("the link is replaced", file);
        }
        if words != ["list", "--today", TODAY] && file != ".care/lock" && !changed {
            findings.add("the record is not where the link points", file);
        }
    }
    findings.end();
}
