//! The uses of git, when it is there: a new home becomes a repository, each batch a commit where
//! the school wants it, and an older version of a file is shown.

use std::path::Path;
use std::process::{Command, Stdio};

/// Makes the folder a git repository that its owner alone reads, and commits what is in it; `false`
/// when there is no git, or the folder is in a repository.
pub fn init(root: &Path) -> bool {
    let is_new = !git(root, &["rev-parse", "--is-inside-work-tree"])
        && git(root, &["init", "--quiet", "--shared=0600"]);
    is_new && commit(root, &[".".to_owned()], "care init")
}

/// Commits these files, and nothing else that may wait there. The message tells nothing personal.
pub fn commit(root: &Path, files: &[String], message: &str) -> bool {
    let paths = || std::iter::once("--").chain(files.iter().map(String::as_str));
    let add: Vec<&str> = ["add", "--all"].into_iter().chain(paths()).collect();
    let mut commit = vec!["-c", "commit.gpgSign=false"];
    // A machine on which nobody has told git who they are.
    if !git(root, &["config", "user.email"]) {
        commit.extend(["-c", "user.name=care", "-c", "user.email=care@localhost"]);
    }
    commit.extend(["commit", "--quiet", "--no-verify", "--message", message, "--only"]);
    commit.extend(paths());
    git(root, &add) && git(root, &commit)
}

fn git(root: &Path, args: &[&str]) -> bool {
    let mut command = Command::new("git");
    command.arg("-C").arg(root).args(args).stdout(Stdio::null()).stderr(Stdio::null());
    command.status().is_ok_and(|status| status.success())
}

/// What git says, without the last line end; `None` when there is no git or it refuses.
pub fn said(root: &Path, args: &[&str]) -> Option<String> {
    Some(String::from_utf8_lossy(&output(root, args)?).trim_end().to_owned())
}

/// A file of the home as it was in a revision; `None` when there is no git, revision or file.
pub fn show(root: &Path, revision: &str, file: &str) -> Option<Vec<u8>> {
    // A revision never begins with a dash; an option would.
    let is_option = revision.starts_with('-');
    if is_option { None } else { output(root, &["show", &format!("{revision}:./{file}")]) }
}

fn output(root: &Path, args: &[&str]) -> Option<Vec<u8>> {
    let ran = Command::new("git").arg("-C").arg(root).args(args).output().ok()?;
    ran.status.success().then_some(ran.stdout)
}
