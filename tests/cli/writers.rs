//! Two machines never write to one file: a name is bound to the machine and the folder that took
//! it, and a copy takes another.

use std::fs;
use std::path::Path;
use std::process::Command;
use std::rc::Rc;
use std::thread::sleep;
use std::time::Duration;

use care::with_disk;

use crate::backup::stick::Stick;
use crate::harness::Home;

/// Logs a talk in October, and returns what was said.
fn log(home: &Home) -> String {
    let ran = home.run("log-talk C00001 --date 2024-10-15 -y");
    assert_eq!(ran.code, 0, "{}", ran.err);
    ran.err
}

fn new() -> Home {
    Home::new().child("C00001", "class = \"2021-2\"")
}

/// The logs of the talks, by name.
fn logs(home: &Home) -> Vec<String> {
    let entries = fs::read_dir(home.root().join("log/talk")).unwrap();
    let mut names: Vec<String> =
        entries.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
    names.sort();
    names
}

/// The names of the writers besides the first.
fn writers(home: &Home) -> Vec<String> {
    let name = |log: &String| log.split('.').nth(1).filter(|own| *own != "csv").map(str::to_owned);
    logs(home).iter().filter_map(name).collect()
}

/// A copy of the whole folder, made file by file as a stick or a backup does.
fn copied(home: &Home) -> Home {
    let other = Home::empty();
    copy(home.root(), other.root());
    other
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap().map(Result::unwrap) {
        let (path, target) = (entry.path(), to.join(entry.file_name()));
        if path.is_dir() {
            copy(&path, &target);
        } else {
            fs::copy(path, target).unwrap();
        }
    }
}

fn git(folder: &Path, args: &[&str]) {
    let name = ["-c", "user.name=test", "-c", "user.email=test@localhost"];
    let mut git = Command::new("git");
    let status = git.arg("-C").arg(folder).args(name).args(args).output().unwrap().status;
    assert!(status.success(), "git {args:?}");
}

#[test]
fn the_first_machine_has_no_name_and_keeps_none() {
    let begun = Home::empty();
    assert_eq!(begun.run("init").code, 0);
    assert!(begun.read(".care/writer").contains("\"name\":\"\""));
    let home = new();
    for _ in 0..2 {
        let ran = log(&home);
        assert!(!ran.contains("自己的文件"), "{ran}");
        assert_eq!(logs(&home), ["2024-10.csv"]);
    }
    let moved = Home::empty();
    fs::remove_dir(moved.root()).unwrap();
    fs::rename(home.root(), moved.root()).unwrap();
    log(&moved);
    assert_eq!(logs(&moved), ["2024-10.csv"]);
}

#[test]
fn a_copied_folder_takes_a_name_of_its_own_and_says_what_that_means() {
    let home = new();
    log(&home);
    let copy = copied(&home);
    let ran = log(&copy);
    let taken = writers(&copy);
    assert!(taken.len() == 1 && taken[0].len() == 4, "{taken:?}");
    assert!(taken[0].bytes().all(|own| own.is_ascii_lowercase() || own.is_ascii_digit()));
    assert!(ran.contains(&format!("log/talk/2024-10.{}.csv", taken[0])), "{ran}");
    let again = log(&copy);
    assert!(!again.contains("自己的文件"), "{again}");
    assert_eq!(writers(&copy), taken);
    // All writers' files are read together.
    assert_eq!(copy.run("log-talk C00001 --date 2024-10-16").code, 0);
    let copy = copy.rule("id = \"talk\"\nrecords = [\"talk\"]\nevery = \"month\"");
    assert_eq!(copy.obligation_keys("2024-10-20", &["slot", "count"])[1], "2024-10 2");
    log(&home);
    assert_eq!(logs(&home), ["2024-10.csv"]);
}

/// Logs a talk with the stick, on which the home is, in a machine.
fn log_in(machine: &'static str, home: &Home) -> String {
    with_disk(Rc::new(Stick { machine: Some(machine), ..Stick::default() }), || log(home))
}

#[test]
fn a_stick_that_goes_between_two_machines_has_one_name_for_each_and_says_so_once() {
    let home = new();
    let heard: Vec<bool> = ["first", "second", "first", "second", "third", "first", "second"]
        .map(|machine| log_in(machine, &home).contains("自己的文件"))
        .to_vec();
    assert_eq!(heard, [false, true, false, false, true, false, false]);
    assert_eq!(writers(&home).len(), 2, "{:?}", logs(&home));
    let lines = |log: &String| home.read(&format!("log/talk/{log}")).lines().count() - 1;
    let mut rows: Vec<usize> = logs(&home).iter().map(lines).collect();
    rows.sort_unstable();
    assert_eq!(rows, [1, 3, 3]);
}

#[test]
fn a_copy_of_a_stick_is_no_place_where_machines_find_their_names_again() {
    let home = new();
    log_in("first", &home);
    log_in("second", &home);
    let copy = copied(&home);
    let before = writers(&copy);
    for machine in ["second", "first"] {
        assert!(log_in(machine, &copy).contains("自己的文件"), "{machine}");
    }
    assert_eq!(writers(&copy).len(), before.len() + 2);
    // Where a copy cannot be told from what it was made of, whoever comes back is new.
    let blind = |machine: &'static str| {
        let stick = Stick { machine: Some(machine), knows_no_makings: true, ..Stick::default() };
        with_disk(Rc::new(stick), || log(&home))
    };
    assert!(blind("third").contains("自己的文件"));
    assert!(!blind("third").contains("自己的文件"));
    assert!(blind("first").contains("自己的文件"));
}

#[test]
fn a_disk_that_forgets_when_files_were_made_makes_no_copy_of_the_home() {
    let home = new();
    let copy = copied(&home);
    for (home, names) in [(home, 0), (copy.with(".care/writer", ""), 1)] {
        for _ in 0..3 {
            let stick = Rc::new(Stick { forgets_makings: true, ..Stick::default() });
            with_disk(stick, || log(&home));
            assert_eq!(writers(&home).len(), names);
            // Times are of the clock's ticks.
            sleep(Duration::from_millis(10));
        }
    }
}

#[test]
fn a_restored_backup_takes_a_name_and_so_does_a_copy_of_a_copy() {
    let home = new();
    log(&home);
    let backup = fs::read(home.root().join(".care/writer")).unwrap();
    // The old file stays, so that its place is not given to the new one.
    let (old, own) = (home.root().join(".care/kept"), home.root().join(".care/writer"));
    fs::rename(&own, old).unwrap();
    fs::write(own, backup).unwrap();
    log(&home);
    assert_eq!(writers(&home).len(), 1);
    let copy = copied(&home);
    log(&copy);
    assert_eq!(writers(&copy).len(), 2);
}

#[test]
fn a_clone_takes_a_name_before_it_writes_anything() {
    let home = new();
    git(home.root(), &["init", "--quiet"]);
    log(&home);
    fs::write(home.root().join(".gitignore"), ".care/\n").unwrap();
    git(home.root(), &["add", "-A"]);
    git(home.root(), &["commit", "-qm", "begin"]);
    let clone = Home::empty();
    let from = home.root().to_str().unwrap();
    git(clone.root(), &["clone", "--quiet", from, "."]);
    log(&clone);
    assert_eq!(writers(&clone).len(), 1);
    log(&home);
    assert_eq!(writers(&home), Vec::<String>::new());
}

#[test]
fn a_cloned_disk_is_known_by_the_machines_marks() {
    for machine in ["[]", "[\"no-such-machine\"]"] {
        let home = new();
        log(&home);
        let path = home.root().join(".care/writer");
        let kept = fs::read_to_string(&path).unwrap();
        let (before, own) = kept.split_once("\"machine\":").unwrap();
        // In place: the file stays the very file.
        fs::write(&path, format!("{before}\"machine\":{machine}}}")).unwrap();
        log(&home);
        // Where nothing tells this machine from others, it is the same as one without marks.
        let is_same = own.starts_with(machine);
        assert_eq!(writers(&home).is_empty(), is_same, "{machine}");
    }
}

#[test]
fn a_name_from_before_names_were_bound_is_kept_and_bound() {
    let home = new().with(".care/writer", "office\n");
    let ran = log(&home);
    assert!(!ran.contains("自己的文件"), "{ran}");
    assert_eq!(logs(&home), ["2024-10.office.csv"]);
    assert!(home.read(".care/writer").contains("\"name\":\"office\""));
    let copy = copied(&home);
    log(&copy);
    assert_eq!(writers(&copy).len(), 2);
}

#[test]
fn what_is_no_name_is_replaced_by_one() {
    for spoilt in ["", "../../x", "east-2", "averyveryverylongname", "{\"name\":\"A\"}"] {
        let home = new().with(".care/writer", spoilt);
        log(&home);
        assert_eq!(writers(&home)[0].len(), 4, "{spoilt}");
    }
}

#[test]
fn a_refused_change_and_a_dry_run_take_no_name() {
    let home = new().with(".care/writer", "");
    assert_eq!(home.run("log-talk C00009 --date 2024-10-15").code, 2);
    assert_eq!(home.run("log-talk C00001 --date 2024-10-15 --dry-run").code, 0);
    assert_eq!(home.read(".care/writer"), "");
}
