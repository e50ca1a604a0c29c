//! What is longer than the terminal is shown page by page.

use std::path::PathBuf;
use std::process::Command;

use care::{Call, Pager, run};
use chrono::{TimeZone, Utc};

use crate::harness::{Home, words};

fn home() -> Home {
    Home::copy_of("examples/guzhuang")
}

/// What a run at a terminal of so many lines writes past the pager.
fn shown(home: &Home, line: &str, pager: Pager) -> String {
    let now = Utc.with_ymd_and_hms(2024, 12, 20, 4, 0, 0).unwrap();
    let mut call = Call::new(words(line), now, PathBuf::from(home.root()));
    call.pager = Some(pager);
    let (mut out, mut err) = (Vec::new(), Vec::new());
    assert_eq!(run(&call, &mut out, &mut err), 0, "{}", String::from_utf8_lossy(&err));
    String::from_utf8(out).unwrap()
}

#[test]
fn only_what_is_longer_than_the_terminal_goes_to_the_pager() {
    let home = home();
    let long = home.run("list --today 2024-12-20").out;
    let lines = long.lines().count();
    let list = "list --today 2024-12-20";
    let of = |height| Pager { height, show: |_| true };
    assert_eq!(shown(&home, list, of(lines + 1)), long);
    assert_eq!(shown(&home, list, of(lines)), "");
    assert_eq!(shown(&home, &format!("{list} --no-pager"), of(3)), long);
    assert_eq!(shown(&home, &format!("{list} -o list.txt"), of(3)), "");
    assert!(home.read("list.txt").contains("欧阳晨曦"));
}

#[test]
fn a_pager_that_is_missing_or_fails_costs_nothing() {
    let home = home();
    let long = home.run("list --today 2024-12-20").out;
    let failing = Pager { height: 3, show: |_| false };
    assert_eq!(shown(&home, "list --today 2024-12-20", failing), long);
}

/// The program at a real terminal of ten lines, which `script` makes; none where that is not there.
fn at_a_terminal(home: &Home, pager: &str, line: &str) -> Option<String> {
    let program = env!("CARGO_BIN_EXE_care");
    let ran = Command::new("script")
        .args(["-qec", &format!("stty rows 10 cols 200; '{program}' {line}"), "/dev/null"])
        .current_dir(home.root())
        .env("CARE_PAGER", pager)
        .env("LC_ALL", "C.UTF-8")
        .env_remove("CARE_DIR")
        .env_remove("LINES")
        .stdin(std::process::Stdio::null())
        .output()
        .ok()?;
    Some(String::from_utf8_lossy(&ran.stdout).replace('\r', ""))
}

#[cfg(unix)]
#[test]
fn the_pager_of_the_environment_is_run_at_a_terminal_alone() {
    let home = home();
    let list = "list --today 2024-12-20";
    let Some(first) = at_a_terminal(&home, "head -n 3", list) else { return };
    let whole = at_a_terminal(&home, "", list).unwrap();
    assert!(whole.lines().count() > 10, "{whole}");
    // It quits early, which is no fault.
    assert_eq!(first.lines().count(), 3, "{first}");
    for pager in ["cat", "no-such-pager", "false"] {
        assert_eq!(at_a_terminal(&home, pager, list).unwrap(), whole, "{pager}");
    }
    assert_eq!(at_a_terminal(&home, "head -n 3", &format!("{list} --no-pager")).unwrap(), whole);
    let piped = at_a_terminal(&home, "head -n 3", &format!("{list} | cat")).unwrap();
    assert!(piped.lines().count() > 10, "{piped}");
}
