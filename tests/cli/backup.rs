//! `care backup`: the home in one file elsewhere, and back from it byte for byte or not at all.

mod passphrase;
pub mod stick;

use std::cell::Cell;
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::rc::Rc;

use care::with_disk;

use crate::access::looks;
use crate::harness::{Home, Ran};
use stick::Stick;

const OPEN: &str = "care-backup-2025-07-03-1200.tar";
const LOCKED: &str = "care-backup-2025-07-03-1200.locked";

fn home() -> Home {
    Home::copy_of("examples/guzhuang").at("2025-07-03").used_by("liumin")
}

/// A file beside the home.
fn beside(home: &Home, name: &str) -> PathBuf {
    home.root().with_file_name(name)
}

/// A file beside the home that its owner alone reads, with a passphrase in it.
fn passphrase(home: &Home, text: &str) {
    let path = beside(home, "passphrase");
    fs::write(&path, text).unwrap();
    let_read(&path, 0o600);
}

fn let_read(path: &Path, mode: u32) {
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        fs::set_permissions(path, PermissionsExt::from_mode(mode)).unwrap();
    }
    #[cfg(not(unix))]
    let _ = (path, mode);
}

/// Every file below a folder with its bytes, but for those of the machine.
fn tree(folder: &Path) -> BTreeMap<PathBuf, Vec<u8>> {
    let mut files = BTreeMap::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(own) = folders.pop() {
        for entry in fs::read_dir(own).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else {
                let below = path.strip_prefix(folder).unwrap().to_owned();
                files.insert(below, fs::read(&path).unwrap());
            }
        }
    }
    files.retain(|file, _| !file.starts_with(".care") || file.ends_with("access"));
    files
}

#[track_caller]
fn works(ran: Ran) -> String {
    assert_eq!(ran.code, 0, "{}{}", ran.out, ran.err);
    ran.err
}

#[track_caller]
fn refused(ran: &Ran, code: u8, why: &str) {
    assert_eq!(ran.code, code, "{}", ran.err);
    assert!(ran.err.contains(why), "{}", ran.err);
}

#[test]
fn a_backup_of_each_example_home_is_restored_byte_for_byte_and_judged_alike() {
    for school in ["goudun", "guzhuang", "sunchengsi", "tingshui", "wangjiaba"] {
        let home = Home::copy_of(&format!("examples/{school}")).at("2025-07-03");
        works(home.run("backup .."));
        works(home.run(&format!("backup --restore ../{OPEN} ../again")));
        let again = beside(&home, "again");
        assert_eq!(tree(home.root()), tree(&again), "{school}");
        assert!(!again.join(".care/backup").exists() && !again.join(".git").exists());
        for line in ["overdue", "list", "check", "audit verify"] {
            let there = home.run(&format!("-C {} {line} --today 2025-06-10", again.display()));
            let here = home.run(&format!("{line} --today 2025-06-10"));
            let remarks = line == "check";
            assert!(there == here || remarks && there.code == here.code, "{school}: {line}");
        }
    }
}

#[test]
fn a_backup_is_for_its_owner_alone_and_its_list_names_every_file_with_its_hash() {
    let home = home().with("registers/own.txt", "自己的\n").with("staff (1).toml", "# 副本\n");
    let said = works(home.run("backup .."));
    assert!(said.contains(OPEN) && said.contains("没有密码"), "{said}");
    let path = beside(&home, OPEN);
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        assert_eq!(fs::metadata(&path).unwrap().permissions().mode() & 0o777, 0o600);
    }
    let text = String::from_utf8_lossy(&fs::read(&path).unwrap()).into_owned();
    let (_, list) = text.split_once("care-backup 1\nmade 2025-07-03T12:00:00+08:00\n").unwrap();
    for file in tree(home.root()).keys() {
        let line = format!("  {}\n", file.display());
        assert!(list.contains(&line), "{line}");
    }
    let left: Vec<_> = fs::read_dir(path.parent().unwrap()).unwrap().collect();
    assert_eq!(left.len(), 2, "{left:?}");
}

#[test]
fn a_backup_is_in_the_log_of_access_before_it_is_written_and_has_its_own_entry_in_it() {
    let home = home();
    works(home.run("backup .."));
    let look = looks(&home).pop().unwrap();
    assert_eq!((&look["file"], &look["command"]), (&OPEN.into(), &"backup".into()));
    assert_eq!(look["classes"], serde_json::json!(["personal", "sensitive", "restricted"]));
    let children = fs::read_dir(home.root().join("children")).unwrap().count();
    assert_eq!(look["count"], children);
    works(home.run(&format!("backup --restore ../{OPEN} ../again")));
    assert_eq!(
        fs::read(beside(&home, "again/.care/access")).unwrap(),
        home.read(".care/access").into_bytes()
    );
    let hash = look["hash"].as_str().unwrap();
    assert!(fs::read(beside(&home, OPEN)).unwrap().windows(64).any(|own| own == hash.as_bytes()));

    let home = self::home();
    fs::create_dir_all(home.root().join(".care/access")).unwrap();
    assert_eq!(home.run("backup ..").code, 6);
    assert!(!beside(&home, OPEN).exists());
}

#[test]
fn a_damaged_backup_is_refused_by_name_before_anything_is_put_in_place() {
    let home = home();
    passphrase(&home, "春天的小河流过村口\n");
    works(home.run("backup .."));
    works(home.run("backup .. --passphrase-file ../passphrase"));
    for name in [OPEN, LOCKED] {
        let path = beside(&home, name);
        let bytes = fs::read(&path).unwrap();
        let at = [0, 5, 300, bytes.len() / 2, bytes.len() - 1];
        for at in at {
            let mut flipped = bytes.clone();
            flipped[at] ^= 4;
            fs::write(&path, flipped).unwrap();
            let line =
                format!("backup --restore ../{name} ../again --passphrase-file ../passphrase");
            refused(&home.run(&line), 1, "备份坏了");
            assert!(!beside(&home, "again").exists(), "{name} {at}");
        }
    }
    let ran = home.run("backup --restore care.toml ../again --lang en");
    refused(&ran, 1, "the backup is damaged");
    refused(&home.run("backup --restore ../none.tar ../again"), 2, "没有“");
}

#[test]
fn a_backup_goes_into_a_folder_that_is_there_and_outside_the_home_once_a_minute() {
    let home = home();
    refused(&home.run("backup ../usb"), 2, "U 盘接上了吗");
    for inside in [".", "log", "../home/children"] {
        refused(&home.run(&format!("backup {inside}")), 2, "就在之家里面");
    }
    works(home.run("backup .. -n"));
    assert!(!beside(&home, OPEN).exists() && looks(&home).is_empty());
    works(home.run("backup .."));
    refused(&home.run("backup .."), 1, "这一分钟的备份已经有了");
    fs::create_dir(beside(&home, "full")).unwrap();
    fs::write(beside(&home, "full/.hidden"), "").unwrap();
    refused(&home.run(&format!("backup --restore ../{OPEN} ../full")), 2, "里有东西");
    refused(&home.run(&format!("backup --restore ../{OPEN} .")), 2, "里有东西");
    works(home.run(&format!("backup --restore ../{OPEN} ../again -n")));
    assert!(!beside(&home, "again").exists());
}

#[test]
fn who_may_not_see_all_makes_no_backup() {
    let user = "\n[[user]]\nstaff = \"T00001\"\nname = \"liumin\"\nreveal = [\"personal\"]\n";
    let home = home().and("care.toml", user);
    refused(&home.run("backup .."), 1, "没有让您看全部");
    refused(&home.used_by("nobody").run("backup .."), 2, "[[user]]");
}

#[test]
fn onto_a_stick_without_modes_a_backup_goes_under_a_passphrase_or_when_it_was_confirmed() {
    let home = home();
    passphrase(&home, "春天的小河流过村口\n");
    let on = |stick: Stick, line: &str| with_disk(Rc::new(stick), || home.run(line));
    let run = |line: &str| on(Stick { has_no_modes: true, ..Stick::default() }, line);
    refused(&run("backup .."), 2, "文件不能只让自己读");
    // Where nobody is asked, what is to be typed stands there whole.
    for (line, typed) in [
        ("backup ..", "care backup .. -y\n"),
        ("备份 ..", "care 备份 .. --passphrase-file 密码.txt\n"),
        ("backup .. --lang en", "care backup .. --lang en -y\n"),
    ] {
        refused(&run(line), 2, typed);
    }
    // Where the system does not say, it is not taken for granted either.
    let silent = || Stick { is_silent: true, ..Stick::default() };
    refused(&on(silent(), "backup .."), 2, "看不出");
    let privacy = on(silent(), "check privacy");
    assert!(privacy.err.contains("看不出文件别人能不能读"), "{}", privacy.err);
    assert!(!home.run("check privacy").err.contains("看不出"));
    assert!(!beside(&home, OPEN).exists() && looks(&home).is_empty());
    works(run("backup .. -y"));
    works(home.run("backup .. --passphrase-file ../passphrase"));
    assert!(beside(&home, OPEN).exists() && beside(&home, LOCKED).exists());
}

#[test]
fn what_is_not_read_back_as_it_was_written_is_no_backup() {
    let home = home();
    let stick = Rc::new(Stick { is_worn: true, ..Stick::default() });
    refused(&with_disk(stick, || home.run("backup ..")), 1, "读回来的和写下去的不一样");
    assert!(!beside(&home, OPEN).exists() && !home.root().join(".care/backup").exists());
    // After the probe and its own file of a hidden name.
    let stick = Rc::new(Stick { lasts: Some(Cell::new(2)), ..Stick::default() });
    assert_eq!(with_disk(stick, || home.run("backup ..")).code, 6);
    assert_eq!(fs::read_dir(home.root().parent().unwrap()).unwrap().count(), 1);
}

#[test]
fn a_restoring_that_is_broken_off_leaves_no_home() {
    let home = home();
    works(home.run("backup .."));
    let files = tree(home.root()).len();
    for (turn, lasts) in [0, 1, files / 2, files].into_iter().enumerate() {
        let stick = Rc::new(Stick { lasts: Some(Cell::new(lasts)), ..Stick::default() });
        let line = format!("backup --restore ../{OPEN} ../again{turn}");
        assert_eq!(with_disk(stick, || home.run(&line)).code, 6);
        let again = beside(&home, &format!("again{turn}"));
        assert!(!again.join("care.toml").exists(), "{lasts}");
        let ran = home.run(&format!("-C {} list", again.display()));
        assert_eq!(ran.code, 2, "{}", ran.err);
    }
}

#[test]
fn check_remarks_that_no_backup_was_made_of_what_was_written_here_or_none_for_two_weeks() {
    let home = home();
    let remarks = |home: &Home| home.run("check no-backup").out.contains("[no-backup]");
    for turn in 0..20 {
        works(home.run(&format!("log-talk 李浩然 --topic 第{turn}次")));
    }
    works(home.run("log-talk 李浩然 --topic 又一次"));
    assert!(!remarks(&home), "two weeks have not gone by since the first");
    let home = home.at("2025-07-18");
    assert!(remarks(&home));
    works(home.run("backup .."));
    let folder = beside(&home, "").file_name().unwrap().to_string_lossy().into_owned();
    assert_eq!(home.read(".care/backup"), format!("2025-07-18 {folder}\n"));
    assert!(!remarks(&home));
    let home = home.at("2025-08-01");
    assert!(!remarks(&home));
    let home = home.at("2025-08-02");
    assert!(home.run("check").out.contains("上次备份是 2025-07-18"));
}

#[test]
fn what_lies_open_is_told_of_a_backup_without_a_passphrase_alone() {
    let home = home();
    passphrase(&home, "春天的小河流过村口\n");
    works(home.run("backup .. --passphrase-file ../passphrase"));
    assert!(!home.run("check privacy").out.contains("open-backup"));
    works(home.run("backup .."));
    let out = home.run("check privacy").out;
    assert!(out.contains(OPEN) && !out.contains(LOCKED), "{out}");
    fs::rename(beside(&home, OPEN), beside(&home, "care-backup-x.locked")).unwrap();
    assert!(home.run("check privacy").out.contains("care-backup-x.locked"));
}

#[test]
fn a_backup_of_a_copy_for_practising_is_one_when_it_is_restored() {
    let home = home();
    works(home.run("practise"));
    let copy = beside(&home, "home-practice");
    works(home.run(&format!("-C {} backup ..", copy.display())));
    let name = fs::read_dir(home.root().parent().unwrap()).unwrap();
    let names: Vec<_> = name.map(|own| own.unwrap().file_name()).collect();
    assert!(names.iter().any(|own| own == OPEN), "{names:?}");
    works(home.run(&format!("backup --restore ../{OPEN} ../again")));
    let said = home.run(&format!("-C {} list", beside(&home, "again").display())).err;
    assert!(said.contains("【练习】"), "{said}");
}
