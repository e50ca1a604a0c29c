//! Steps that fail, once or for good: the exit code tells what became of the command.

use std::io;
use std::rc::Rc;

use crate::commands::{commands, home};
use crate::count;
use crate::runs::{Said, on, written};
use crate::sim_disk::SimDisk;
use crate::state::State;

/// A step that fails.
#[derive(Clone, Copy, Debug)]
pub struct Fault {
    /// Which step, counted from 0.
    pub at: usize,
    /// Do all steps after it fail too?
    pub sticky: bool,
    /// Does a failing write leave half of its bytes?
    pub half: bool,
}

/// What Windows says of a file that another program holds.
const SHARED_WITH_NOBODY: i32 = 32;

/// A step whose file another program holds for so many tries.
pub struct Held {
    pub at: usize,
    pub tries: u32,
}

impl Held {
    /// Is the file of a step free now?
    pub fn let_go(&mut self, at: usize) -> io::Result<()> {
        if self.at != at || self.tries == 0 {
            return Ok(());
        }
        self.tries -= 1;
        Err(io::Error::from_raw_os_error(SHARED_WITH_NOBODY))
    }
}

fn disk(state: &State) -> Rc<SimDisk> {
    Rc::new(SimDisk::seeing(state.clone()))
}

#[test]
fn whichever_step_fails_once_or_for_good_the_exit_code_tells_the_truth() {
    let (state, ids) = home();
    let mut faults = 0;
    for line in commands(&ids) {
        let whole = disk(&state);
        assert_eq!(on(&whole, &line).code, 0, "{line}");
        let steps = 0..whole.history().len();
        for (at, sticky, half) in steps.flat_map(|at| {
            [(at, false, false), (at, false, true), (at, true, false), (at, true, true)]
        }) {
            faults += 1;
            let fault = Fault { at, sticky, half };
            let disk = Rc::new(SimDisk::seeing(state.clone()).failing(fault));
            let told = on(&disk, &line);
            let place = format!("{line}, {fault:?}, exit {}", told.code);
            let after = Rc::new(SimDisk::seeing(disk.seen()));
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

#[test]
fn with_the_power_off_no_command_says_that_it_saved_and_finished() {
    let (state, ids) = home();
    for line in commands(&ids) {
        let whole = disk(&state);
        assert_eq!(on(&whole, &line).code, 0, "{line}");
        for steps in 0..whole.history().len() {
            let disk = Rc::new(SimDisk::seeing(state.clone()).cut_after(steps));
            let code = on(&disk, &line).code;
            assert!([6, 7].contains(&code), "{line} cut after {steps}: exit {code}");
        }
    }
}

#[test]
fn a_file_that_another_program_holds_for_a_moment_is_waited_for() {
    let (state, ids) = home();
    for line in commands(&ids) {
        let whole = disk(&state);
        assert_eq!(on(&whole, &line).code, 0, "{line}");
        for at in 0..whole.history().len() {
            let disk = Rc::new(SimDisk::seeing(state.clone()).held(Held { at, tries: 5 }));
            assert_eq!(on(&disk, &line).code, 0, "{line}, step {at}");
            assert_eq!(disk.history().len(), whole.history().len(), "{line}, step {at}");
        }
    }
}

#[test]
fn a_log_that_is_open_in_another_program_keeps_a_row_from_being_saved_at_all() {
    let (state, _) = home();
    let first = disk(&state);
    assert_eq!(on(&first, "log-talk 李小明 --date 2024-11-06").code, 0);
    let state = first.seen();
    let open = Rc::new(SimDisk::seeing(state.clone()).open_elsewhere("log/talk/2024-11.csv"));
    let told = on(&open, "log-talk 王小红 --date 2024-11-07 --lang zh-CN");
    assert_eq!(told.code, 6, "{}", told.err);
    assert!(told.err.contains("2024-11.csv") && told.err.contains("WPS 或 Excel"), "{}", told.err);
    assert_eq!(records(&open), records(&disk(&state)));
    let after = Rc::new(SimDisk::seeing(open.seen()));
    assert_eq!(on(&after, "log-talk 王小红 --date 2024-11-07").code, 0);
    assert_eq!(records(&after), records(&disk(&state)) + 1);
}

#[test]
fn while_the_change_of_an_earlier_command_waits_whoever_cannot_write_is_told_of_it() {
    let (state, _) = home();
    let line = "log-talk 李小明 --date 2024-11-06 --lang zh-CN";
    let mut told = 0;
    for at in 0.. {
        let disk = Rc::new(SimDisk::seeing(state.clone()).failing(broken(at)));
        let first = on(&disk, line);
        if disk.history().len() <= at {
            break;
        }
        let after = Rc::new(SimDisk::seeing(disk.seen()).failing(broken(0)));
        let second = on(&after, line);
        let waits = disk.seen().files().keys().any(|path| path.ends_with(".care/journal"));
        assert_eq!(second.err.contains("以前一个命令的改动"), waits, "{at}: {}", second.err);
        told += usize::from(waits && first.code == 7);
    }
    assert!(told > 1, "only {told} waited");
}

/// A disk that fails for good at a step.
fn broken(at: usize) -> Fault {
    Fault { at, sticky: true, half: false }
}

/// Is every acknowledged row there once, and does the home read without a fault?
fn assert_sound(disk: &Rc<SimDisk>, acknowledged: &[String], place: &str) {
    let check = on(disk, "check");
    assert_eq!(check.code, 0, "{place}: {}{}", check.out, check.err);
    for id in acknowledged {
        assert_eq!(count(&disk.seen(), id), 1, "{place}: {id}");
    }
}

/// How many lines the records of a home have.
fn records(disk: &Rc<SimDisk>) -> usize {
    count(&disk.seen(), "")
}

/// How many there are when only the next command wrote its row.
fn records_after(state: &State, next: &Said) -> usize {
    let disk = disk(state);
    assert_eq!(on(&disk, "log-talk 王小红 --date 2024-11-01").code, next.code);
    records(&disk)
}
