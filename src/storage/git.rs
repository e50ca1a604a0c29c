//! The uses of git, when it is there: a new home becomes a repository, and an older version of a
//! file is shown.

use std::path::Path;
use std::process::{Command, Stdio};

/// Makes the folder a git repository; `false` when there is no git, or the folder is in one.
pub fn init(root: &Path) -> bool {
    let git = |args: &[&str]| {
        let mut command = Command::new("git");
        command.arg("-C").arg(root).args(args).stdout(Stdio::null()).stderr(Stdio::null());
        command.status().is_ok_and(|status| status.success())
    };
    !git(&["rev-parse", "--is-inside-work-tree"]) && git(&["init", "--quiet"])
}

/// A file of the home as it was in a revision; `None` when there is no git, revision or file.
pub fn show(root: &Path, revision: &str, file: &str) -> Option<Vec<u8>> {
    // A revision never begins with a dash; an option would.
    if revision.starts_with('-') {
        return None;
    }
    let shown = Command::new("git")
        .arg("-C")
        .arg(root)
        .args(["show", &format!("{revision}:./{file}")])
        .output()
        .ok()?;
    shown.status.success().then_some(shown.stdout)
}
