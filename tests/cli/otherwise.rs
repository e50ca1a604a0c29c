//! What another program finds in the files of a home: scripts of the tests, run by Python.

#[allow(clippy::print_stdout, reason = "it says what was left out")]
#[path = "../mail/skip.rs"]
mod skip;

use std::collections::BTreeMap;
use std::process::Command;

use serde_json::Value;

use crate::harness::project;

/// What a script in `tests/cli` prints; none on a machine without Python 3.11.
pub fn told_by(script: &str, args: &[&str]) -> Option<Value> {
    let mut command = Command::new("python3");
    // Nothing is written beside the scripts.
    command.arg("-B").arg(project().join("tests/cli").join(script)).args(args);
    let ran = command.env("PYTHONIOENCODING", "utf-8").output();
    let Some(ran) = ran.ok().filter(|ran| ran.status.code() != Some(77)) else {
        skip::skipped("there is no python3 with tomllib");
        return None;
    };
    assert!(ran.status.success(), "{}", String::from_utf8_lossy(&ran.stderr));
    Some(serde_json::from_slice(&ran.stdout).unwrap())
}

/// The lines of which there are more on one side than on the other.
pub fn differences(
    told: impl IntoIterator<Item = String>,
    counted: impl IntoIterator<Item = String>,
) -> Vec<String> {
    let mut balance: BTreeMap<String, i32> = BTreeMap::new();
    for line in told {
        *balance.entry(line).or_default() += 1;
    }
    for line in counted {
        *balance.entry(line).or_default() -= 1;
    }
    let side = |count: i32| if count > 0 { "told" } else { "counted" };
    balance
        .into_iter()
        .filter(|(_, own)| *own != 0)
        .map(|(line, own)| side(own).to_owned() + " " + &line)
        .collect()
}
