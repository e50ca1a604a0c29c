//! What a command reads of the disk, it reads once.

use std::path::Path;
use std::rc::Rc;

use crate::commands::home;
use crate::runs::{HOME, on};
use crate::sim_disk::SimDisk;

/// How often each record was read by a command on the home of `home`, by its path below the home.
fn reads(line: &str) -> Vec<(String, usize)> {
    let disk = Rc::new(SimDisk::seeing(home().0));
    let said = on(&disk, line);
    assert!(said.code <= 1, "{line}: {}", said.err);
    let reads = disk.reads();
    let below = reads.iter().filter_map(|path| path.strip_prefix(Path::new(HOME)).ok());
    let mut records: Vec<String> = below.map(|path| path.to_string_lossy().into_owned()).collect();
    records.retain(|path| !path.starts_with(".care/"));
    records.sort();
    let chunks = records.chunk_by(|one, other| one == other);
    chunks.map(|same| (same[0].clone(), same.len())).collect()
}

#[test]
fn to_log_a_row_the_settings_and_the_months_log_are_read_once() {
    let read = reads("log-talk 李小明 --date 2024-10-20");
    let times = |file: &str| read.iter().find(|(path, _)| path == file).map(|(_, times)| *times);
    assert_eq!(times("care.toml"), Some(1), "{read:?}");
    assert_eq!(times("log/talk/2024-10.csv"), Some(1), "{read:?}");
    // Nothing is read of the months and registers that the row has nothing to do with.
    let logs = read.iter().filter(|(path, _)| path.starts_with("log/"));
    assert_eq!(logs.count(), 1, "{read:?}");
}

#[test]
fn no_record_is_read_twice_to_add_a_row_or_a_child_or_to_make_a_list() {
    for line in [
        "log-talk 李小明 --date 2024-10-20",
        "add-child 张三 --class 2021-2 --joined 2024-09-02",
        "overdue",
        "due",
        "obligations",
        "list",
    ] {
        let twice: Vec<_> = reads(line).into_iter().filter(|(_, times)| *times > 1).collect();
        assert_eq!(twice, [], "{line}");
    }
}
