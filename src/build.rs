//! Names the commit that the program is built from, for `care --version`. Nothing of the clock or
//! the machine goes in: the same commit gives the same program. Without git it is the version
//! alone.

use std::path::Path;
use std::process::Command;

/// What the program is made of; a commit with other files than these gives the same program.
const PARTS: [&str; 4] = ["Cargo.lock", "Cargo.toml", "data-template", "src"];

/// What changes in git when the commit does, as far as it is there.
const MOVES: [&str; 3] = ["HEAD", "logs/HEAD", "packed-refs"];

fn main() {
    for part in PARTS {
        println!("cargo::rerun-if-changed={part}");
    }
    let version = env!("CARGO_PKG_VERSION");
    let version = commit().map_or(version.to_owned(), |commit| format!("{version} ({commit})"));
    println!("cargo::rustc-env=CARE_VERSION={version}");
}

/// The commit, with a `+` when what is built differs from it.
fn commit() -> Option<String> {
    const SHOWN: usize = 12;
    // A copy without git may lie in somebody else's repository.
    if !Path::new(".git").exists() {
        return None;
    }
    for name in MOVES {
        let path = git(&["rev-parse", "--git-path", name])?;
        // A file that is not there would have the program built anew every time.
        if Path::new(&path).exists() {
            println!("cargo::rerun-if-changed={path}");
        }
    }
    let head = git(&["rev-parse", "--verify", "HEAD"])?;
    let mut changed = vec!["status", "--porcelain", "--"];
    changed.extend(PARTS);
    let mark = if git(&changed)?.is_empty() { "" } else { "+" };
    Some(format!("{}{mark}", head.get(..SHOWN)?))
}

fn git(arguments: &[&str]) -> Option<String> {
    // A hook sets GIT_DIR and GIT_INDEX_FILE for another purpose.
    let ran = Command::new("git")
        .args(arguments)
        .env_remove("GIT_DIR")
        .env_remove("GIT_INDEX_FILE")
        .output()
        .ok()?;
    let text = String::from_utf8(ran.stdout).ok()?;
    ran.status.success().then(|| text.trim().to_owned())
}
