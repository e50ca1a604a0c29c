//! A change that waits in the journal and can no longer be made, because somebody changed its file
//! by hand meanwhile. Neither may be lost: the change was confirmed, and the hand's work is work.

use std::path::Path;

use super::disk::{self, Disk};
use super::journal::{self, Step};
use super::repair;

/// A file that was set aside, so that the change that waited for it could be made.
#[derive(Debug, PartialEq, Eq)]
pub struct SetAside {
    pub file: String,
    /// Where it lies now, as the hand left it.
    pub kept_in: String,
}

/// The files that stand in the way of a change that waits.
pub fn files(root: &Path) -> Disk<Vec<String>> {
    Ok(blocked(root)?.into_iter().map(|(step, _)| step.file().to_owned()).collect())
}

/// Sets these files aside and makes the changes. The home's lock must be held. Each file is safe in
/// its new place before its own is touched, and the journal stays until all is done.
pub fn settle(root: &Path) -> Disk<Vec<SetAside>> {
    let mut set_aside = Vec::new();
    for (step, bytes) in blocked(root)? {
        let kept_in = repair::keep(root, step.file(), &bytes)?;
        disk::place(&root.join(step.file()), &made(&step, bytes))?;
        set_aside.push(SetAside { file: step.file().to_owned(), kept_in });
    }
    journal::recover(root)?;
    Ok(set_aside)
}

fn blocked(root: &Path) -> Disk<Vec<(Step, Vec<u8>)>> {
    let mut blocked = Vec::new();
    for step in journal::pending(root)? {
        let bytes = disk::read(&root.join(step.file()))?;
        if step.after(bytes.as_deref()).is_none() {
            blocked.push((step, bytes.unwrap_or_default()));
        }
    }
    Ok(blocked)
}

/// The file with the change: of a log all whole lines that others added stay.
fn made(step: &Step, mut bytes: Vec<u8>) -> Vec<u8> {
    match step {
        Step::Put { text, .. } => text.clone().into_bytes(),
        // As it was, it may go.
        Step::Remove { before, .. } => before.clone().into_bytes(),
        Step::Append { text, .. } => {
            bytes.truncate(bytes.iter().rposition(|byte| *byte == b'\n').map_or(0, |at| at + 1));
            bytes.extend_from_slice(text.as_bytes());
            bytes
        }
    }
}
