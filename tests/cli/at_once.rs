//! Two commands on one home at the same time.

use std::fs::{self, File};
use std::time::Duration;

use crate::harness::{HEADER, Home};

/// The exit codes, in order, of two runs that have both come to the home's lock before either may
/// go on.
fn codes_of_two(home: &Home, folder: &str, lines: [&str; 2]) -> [u8; 2] {
    let machine = home.root().join(folder).join(".care");
    fs::create_dir_all(&machine).unwrap();
    let lock = File::create(machine.join("lock")).unwrap();
    lock.lock().unwrap();
    let mut codes = std::thread::scope(|scope| {
        let runs = lines.map(|line| scope.spawn(move || home.run(line).code));
        await_the_queue(&lock, 2);
        drop(lock);
        runs.map(|run| run.join().unwrap())
    });
    codes.sort_unstable();
    codes
}

/// Returns when so many stand in the kernel's queue for a lock.
#[cfg(target_os = "linux")]
fn await_the_queue(lock: &File, waiting: usize) {
    use std::os::unix::fs::MetadataExt;
    let inode = format!(":{} ", lock.metadata().unwrap().ino());
    let stands = |line: &&str| line.contains("-> ") && line.contains(&inode);
    let queue = || fs::read_to_string("/proc/locks").unwrap().lines().filter(stands).count();
    for _ in 0..5_000 {
        if queue() >= waiting {
            return;
        }
        std::thread::sleep(Duration::from_millis(1));
    }
    panic!("{} instead of {waiting} wait for the lock", queue());
}

/// Elsewhere nobody tells who waits.
#[cfg(not(target_os = "linux"))]
fn await_the_queue(_: &File, _: usize) {
    std::thread::sleep(Duration::from_millis(300));
}

#[test]
fn a_child_that_two_add_at_once_is_added_once_and_the_other_is_told() {
    let home = Home::new().at("2024-11-18").child("C00001", "class = \"2021-2\"");
    let add = "add-child 李四 --class 2021-2";
    assert_eq!(codes_of_two(&home, ".", [add; 2]), [0, 2]);
    assert_eq!(fs::read_dir(home.root().join("children")).unwrap().count(), 2);
}

#[test]
fn a_person_whom_two_add_at_once_is_added_once_and_the_other_is_told() {
    let home = Home::new().at("2024-11-18");
    let add = "add-staff 陈刚 --role principal";
    assert_eq!(codes_of_two(&home, ".", [add; 2]), [0, 2]);
    assert_eq!(home.read("staff.toml").matches("陈刚").count(), 1);
}

#[test]
fn an_event_that_two_take_back_at_once_is_taken_back_once_and_the_other_is_told() {
    // The machine has a name: its first correction makes a log of its own.
    let row = "E0000000001,2024-11-04,C00001,,made,,2024-11-04T10:00:00+08:00,,";
    let home = Home::new().at("2024-11-18").child("C00001", "").with(".care/writer", "office\n");
    let home = home.log("talk", "2024-11", HEADER, row);
    assert_eq!(codes_of_two(&home, ".", ["void E0000000001 --why x"; 2]), [0, 2]);
    assert_eq!(home.read("log/talk/2024-11.office.csv").lines().count(), 2);
}

#[test]
fn of_two_that_begin_a_home_in_one_folder_one_makes_it_and_the_other_is_told() {
    let home = Home::empty().at("2024-11-18");
    let begin = ["init new --preset guzhuang", "init new --preset goudun"];
    assert_eq!(codes_of_two(&home, "new", begin), [0, 2]);
    assert_eq!(home.run("-C new check").code, 0);
}

#[test]
fn a_refused_init_leaves_nothing_behind_in_the_folder() {
    let home = Home::empty().at("2024-11-18").with("full/notes.txt", "notes\n");
    assert_eq!(home.run("init full").code, 2);
    assert_eq!(fs::read_dir(home.root().join("full")).unwrap().count(), 1);
    assert_eq!(home.run("init other --preset nonesuch").code, 2);
    assert!(!home.root().join("other").exists());
}
