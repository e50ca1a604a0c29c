//! The one use of git: a new home becomes a repository, when git is there and it is in none yet.

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
