//! Crashes on a disk in memory: after every step of every command that writes, in every state in
//! which the disk may then be found, what was acknowledged is there, and the command's own change
//! is there as a whole or not at all. The same for crashes while the next command recovers.
//!
//! `CARE_CRASH_DEPTH=2` (the default is 1) cuts the recovery off as well.

#![allow(clippy::unwrap_used, clippy::missing_panics_doc, reason = "a test that panics has failed")]
#![allow(clippy::print_stdout, reason = "it tells its figures")]

mod sim_disk;
mod state;

use std::path::PathBuf;
use std::rc::Rc;

use care::{Call, run, with_disk};
use chrono::{TimeZone, Utc};
use sim_disk::{Fault, SimDisk};
use state::State;

/// What a run on a disk said and returned.
struct Ran {
    out: String,
    err: String,
    code: u8,
}

fn on(disk: &Rc<SimDisk>, line: &str) -> Ran {
    let words = line.split(' ').map(str::to_owned);
    let call = Call {
        args: words.chain(["--format", "json"].map(str::to_owned)).collect(),
        now: Utc.with_ymd_and_hms(2024, 11, 18, 4, 0, 0).unwrap(),
        directory: PathBuf::from("/home"),
        home: None,
        locale: None,
        completing: None,
    };
    let (mut out, mut err) = (Vec::new(), Vec::new());
    let disk = Rc::<SimDisk>::clone(disk);
    let code = with_disk(disk, || run(&call, &mut out, &mut err));
    let text = |bytes| String::from_utf8(bytes).unwrap();
    Ran { out: text(out), err: text(err), code }
}

fn written(ran: &Ran) -> Vec<String> {
    let value: serde_json::Value = serde_json::from_str(&ran.out).unwrap();
    let ids = value["written"].as_array().unwrap().iter();
    ids.map(|id| id.as_str().unwrap().to_owned()).collect()
}

/// A home with two children and some rows, all acknowledged; and the ids of the rows.
fn home() -> (State, Vec<String>) {
    let disk = Rc::new(SimDisk::new(State::default(), None));
    let mut ids = Vec::new();
    for line in [
        "init --preset guzhuang",
        "add-staff 刘敏 --role head_teacher:2021-2 --from 2024-09-01",
        "add-child 李小明 --class 2021-2 --joined 2024-09-02",
        "add-child 王小红 --class 2021-2 --joined 2024-09-02",
        "log-talk 李小明 --date 2024-10-15",
        "log-talk 王小红 --date 2024-10-16",
        "log-visit 李小明 --date 2024-11-05",
    ] {
        let ran = on(&disk, line);
        assert_eq!(ran.code, 0, "{line}: {}", ran.err);
        ids.extend(written(&ran).into_iter().filter(|id| id.starts_with('E')));
    }
    (disk.seen(), ids)
}

/// How often each text stands at the beginning of a line of some record.
fn count(state: &State, text: &str) -> usize {
    let files = state.files();
    let records =
        files.iter().filter(|(path, _)| !path.components().any(|c| c.as_os_str() == ".care"));
    let lines = records.map(|(_, bytes)| String::from_utf8_lossy(bytes).into_owned());
    let is_own = |line: &&str| line.starts_with(text) || *line == format!("id = \"{text}\"");
    lines.map(|text_of| text_of.lines().filter(is_own).count()).sum()
}

/// Is every acknowledged row there once, and does the home read without a fault?
fn assert_sound(disk: &Rc<SimDisk>, acknowledged: &[String], place: &str) {
    let check = on(disk, "check");
    assert_eq!(check.code, 0, "{place}: {}{}", check.out, check.err);
    for id in acknowledged {
        assert_eq!(count(&disk.seen(), id), 1, "{place}: {id}");
    }
}

/// Lets a command be cut off after each of its steps; from every state a disk may then be in, a
/// reader sees no fault, and the next command that writes leaves the home sound and whole.
fn cut_everywhere(state: &State, line: &str, acknowledged: &[String], depth: u32) -> usize {
    let whole = Rc::new(SimDisk::new(state.clone(), None));
    assert_eq!(on(&whole, line).code, 0, "{line}");
    let mut states = 0;
    for steps in 0..whole.steps() {
        let disk = Rc::new(SimDisk::new(state.clone(), Some(steps)));
        // The power is off: nobody hears what the command would say.
        let ran = on(&disk, line);
        assert!([6, 7].contains(&ran.code), "{line} cut after {steps}: exit {}", ran.code);
        for found in disk.crash_states() {
            states += 1;
            let place = format!("{line} cut after {steps}, state {states}");
            let after = Rc::new(SimDisk::new(found.clone(), None));
            let read = on(&after, "overdue");
            assert_eq!(read.code, 0, "{place}: {}", read.err);
            let next = "log-talk 王小红 --date 2024-11-01 --note next";
            let ran = on(&after, next);
            assert_eq!(ran.code, 0, "{place}: {}", ran.err);
            let mut all = acknowledged.to_vec();
            all.extend(written(&ran));
            assert_sound(&after, &all, &place);
            if depth > 1 {
                states += cut_everywhere(&found, next, acknowledged, depth - 1);
            }
        }
    }
    states
}

/// The commands that write, on the home of `home`.
fn commands(ids: &[String]) -> Vec<String> {
    vec![
        "add-child 张三 --class 2021-2 --joined 2024-09-02".to_owned(),
        "add-staff 陈刚 --role principal".to_owned(),
        "log-talk 李小明 --date 2024-11-06".to_owned(),
        "log-talk 李小明 --date 2024-10-20 --op-id again".to_owned(),
        format!("amend {} --set note=改", ids[0]),
        format!("amend {} --set date=2024-11-02", ids[0]),
        format!("void {} --why 记错", ids[1]),
    ]
}

#[test]
fn whichever_step_fails_once_or_for_good_the_exit_code_tells_the_truth() {
    let (state, ids) = home();
    let mut faults = 0;
    for line in commands(&ids) {
        let whole = Rc::new(SimDisk::new(state.clone(), None));
        assert_eq!(on(&whole, &line).code, 0, "{line}");
        for (at, sticky, half) in (0..whole.steps()).flat_map(|at| {
            [(at, false, false), (at, false, true), (at, true, false), (at, true, true)]
        }) {
            faults += 1;
            let fault = Fault { at, sticky, half };
            let disk = Rc::new(SimDisk::new(state.clone(), None).failing(fault));
            let told = on(&disk, &line);
            let place = format!("{line}, {fault:?}, exit {}", told.code);
            let after = Rc::new(SimDisk::new(disk.seen(), None));
            let next = on(&after, "log-talk 王小红 --date 2024-11-01");
            assert_eq!(next.code, 0, "{place}: {}", next.err);
            let mut all = ids.clone();
            all.extend(written(&next));
            match told.code {
                0 | 7 => all.extend(written(&told)),
                6 => assert_eq!(records(&after), records_after(&state, &next), "{place}"),
                code => panic!("{place}: exit {code}"),
            }
            assert_sound(&after, &all, &place);
        }
    }
    println!("{faults} faults: the exit code told the truth of each");
    assert!(faults > 300, "only {faults} faults");
}

/// How many lines the records of a home have.
fn records(disk: &Rc<SimDisk>) -> usize {
    count(&disk.seen(), "")
}

/// How many there are when only the next command wrote its row.
fn records_after(state: &State, next: &Ran) -> usize {
    let disk = Rc::new(SimDisk::new(state.clone(), None));
    assert_eq!(on(&disk, "log-talk 王小红 --date 2024-11-01").code, next.code);
    records(&disk)
}

#[test]
fn a_crash_after_any_step_of_any_writing_command_loses_and_halves_nothing() {
    let depth = std::env::var("CARE_CRASH_DEPTH").map_or(1, |text| text.parse().unwrap());
    let (state, ids) = home();
    let mut states = 0;
    for line in commands(&ids) {
        states += cut_everywhere(&state, &line, &ids, depth);
    }
    println!("{states} crash states, depth {depth}: nothing lost, nothing halved");
    assert!(states > 500, "only {states} states");
}

#[test]
fn an_operation_that_is_repeated_under_its_name_writes_nothing_twice() {
    let (state, _) = home();
    let disk = Rc::new(SimDisk::new(state, None));
    let line = "log-talk 李小明 --date 2024-11-06 --op-id wechat-17";
    let first = on(&disk, line);
    let again = on(&disk, line);
    assert_eq!((first.code, again.code), (0, 0));
    assert_eq!(first.out, again.out);
    assert_eq!(count(&disk.seen(), &written(&first)[0]), 1);
}
