//! All changes of records go through a journal, so that a command's changes are saved together or
//! not at all.
//!
//! The steps are written to `.care/journal` under a temporary name, made durable, and renamed: that
//! is the moment of saving. Then they are applied and the journal is removed. Whoever takes the
//! lock finishes a journal that was left behind; applying a step twice changes nothing. A reader
//! sees a file as it will be once the journal is applied.

use std::collections::BTreeSet;
use std::io;
use std::path::{Path, PathBuf};
use std::time::Duration;

use super::disk::{self, Disk, DiskError, FolderEntry, at};
use super::file_system::file_system;
use super::journal_append::{Since, append, changed_by_hand};
use super::layout::{self, has_extension};
pub use super::step::{Step, together};

/// A line more in a list, which is made when it is not there.
pub fn line(root: &Path, file: &str, line: &str) -> Disk<Step> {
    let (file, line) = (file.to_owned(), format!("{line}\n"));
    Ok(match read(root, &file)? {
        Some(bytes) => {
            // A torn last line must not take this one with it.
            let is_torn = !bytes.is_empty() && !bytes.ends_with(b"\n");
            let text = if is_torn { format!("\n{line}") } else { line };
            Step::Append { file, offset: bytes.len() as u64, text, header: None }
        }
        None => Step::Put { file, before: None, text: line },
    })
}

/// How far a batch came.
#[derive(Debug)]
pub enum Saved {
    Whole,
    /// It is saved in the journal, and whoever writes next will finish it.
    Unfinished(DiskError),
}

/// Saves the steps, one for each file, together, and shows how many are done. The home's lock must
/// be held.
///
/// # Errors
/// Nothing was saved.
pub fn save(root: &Path, steps: &[Step], progress: fn(usize, usize)) -> Disk<Saved> {
    let new = steps.iter().filter(|step| matches!(step, Step::Put { before: None, .. }));
    let folders = new.filter_map(|step| Some(root.join(step.file()).parent()?.to_owned()));
    for folder in folders.collect::<BTreeSet<PathBuf>>() {
        disk::create_folder(&folder)?;
    }
    for step in steps {
        let place = disk::place_of(&root.join(step.file()))?;
        // Whoever has it open would keep the change waiting, and all that come after it.
        at(&place, file_system().is_free(&place))?;
    }
    if let Some(error) = commit(root, steps)? {
        return Ok(Saved::Unfinished(error));
    }
    let applied = apply(root, steps, Since::JustNow, progress);
    Ok(match applied.and_then(|()| remove(root)) {
        Ok(()) => Saved::Whole,
        Err(error) => Saved::Unfinished(error),
    })
}

/// Puts the journal in place. Of one that could not be confirmed, and that a disk which fails for
/// good did not even let go of, the error is given: it will be found.
///
/// # Errors
/// It does not stand: nothing was saved.
fn commit(root: &Path, steps: &[Step]) -> Disk<Option<DiskError>> {
    let folder = root.join(layout::MACHINE);
    disk::create_folder(&folder)?;
    let journal = root.join(layout::JOURNAL);
    let temporary = root.join(layout::JOURNAL_BEING_WRITTEN);
    let text = serde_json::to_string(steps).unwrap_or_default();
    let named = disk::put_in_place(&journal, &temporary, text.as_bytes());
    let is_named = named.is_ok();
    let Err(error) = named.and_then(|()| at(&folder, file_system().sync_folder(&folder))) else {
        return Ok(None);
    };
    // Not confirmed, so it must not be found: nobody was told that it was saved.
    let let_go = file_system().remove(&journal);
    let _ = file_system().remove(&temporary);
    let _ = file_system().sync_folder(&folder);
    // What has the name and was not let go of is there, even on a disk that does not show it.
    let is_kept = let_go.is_err_and(|own| is_named && own.kind() != io::ErrorKind::NotFound);
    if is_kept || is_pending(root) { Ok(Some(error)) } else { Err(error) }
}

fn remove(root: &Path) -> Disk<()> {
    let journal = root.join(layout::JOURNAL);
    at(&journal, file_system().remove(&journal))?;
    let folder = root.join(layout::MACHINE);
    at(&folder, file_system().sync_folder(&folder))
}

/// Finishes what a command left behind, and tells whether there was any. The home's lock must be
/// held.
pub fn recover(root: &Path) -> Disk<bool> {
    let steps = pending(root)?;
    if steps.is_empty() {
        return Ok(false);
    }
    // Whoever renamed it may have been killed before its name was durable.
    let folder = root.join(layout::MACHINE);
    at(&folder, file_system().sync_folder(&folder))?;
    apply(root, &steps, Since::Earlier, |_, _| ())?;
    remove(root)?;
    Ok(true)
}

/// Was a journal left behind?
pub fn is_pending(root: &Path) -> bool {
    disk::exists(&root.join(layout::JOURNAL))
}

/// The steps of a journal that was left behind. One that cannot be read is an error: what was
/// saved in it must not be forgotten.
pub fn pending(root: &Path) -> Disk<Vec<Step>> {
    let path = root.join(layout::JOURNAL);
    match disk::read(&path)? {
        Some(bytes) => at(&path, steps(&bytes)),
        None => Ok(Vec::new()),
    }
}

/// The steps that a journal's bytes hold. With one that leads out of the home it is damaged.
pub fn steps(bytes: &[u8]) -> io::Result<Vec<Step>> {
    let steps: Vec<Step> = serde_json::from_slice(bytes).map_err(io::Error::other)?;
    match steps.iter().find(|step| !layout::is_below(step.file())) {
        Some(step) => Err(io::Error::other(format!("{:?} is no file of the home", step.file()))),
        None => Ok(together(steps)),
    }
}

fn apply(root: &Path, steps: &[Step], since: Since, progress: fn(usize, usize)) -> Disk<()> {
    for (done, step) in steps.iter().enumerate() {
        progress(done + 1, steps.len());
        let path = root.join(step.file());
        if let Step::Append { offset, text, header, .. } = step {
            if Path::new(step.file()).starts_with(layout::MACHINE) {
                disk::keep_for_owner(&path);
            }
            append(&path, *offset, (header.as_deref(), text), since)?;
            continue;
        }
        match step.after(disk::read(&path)?.as_deref()) {
            None => return changed_by_hand(&path),
            // What stands there already is put there once more: a sync that failed may have left
            // it in memory alone, and a second sync of the same would not save it.
            Some(Some(bytes)) => disk::place(&path, &bytes)?,
            Some(None) => take_away(&path)?,
        }
    }
    Ok(())
}

fn take_away(path: &Path) -> Disk<()> {
    if disk::exists(path) {
        at(path, file_system().remove(path))?;
    }
    // One that is gone already may be so in memory alone.
    let folder = path.parent().unwrap_or(Path::new("."));
    at(folder, file_system().sync_folder(folder))
}

/// A file as it will be once a journal left behind is applied; `None` when there is no such file.
pub fn read(root: &Path, file: &str) -> Disk<Option<Vec<u8>>> {
    // The journal first: of one that is applied and removed meanwhile the file tells.
    let look = || {
        let steps = pending(root)?;
        Ok(overlay(disk::read(&root.join(file))?, &steps, file))
    };
    let is_torn = |bytes: &Option<Vec<u8>>| bytes.as_ref().is_some_and(|b| !b.ends_with(b"\n"));
    let mut bytes = look()?;
    // Logs and this machine's lists grow in place. A writer may be in the middle of its line: a
    // moment later the file is whole. TOML is put in place whole: without a last line end it was
    // saved so by an editor.
    let grows = !has_extension(file, "toml");
    for _ in 0..5 {
        if !grows || !is_torn(&bytes) {
            break;
        }
        file_system().wait(Duration::from_millis(2));
        bytes = look()?;
    }
    Ok(bytes)
}

/// How long a file will be once a journal left behind is applied.
pub fn length(root: &Path, file: &str) -> Disk<u64> {
    if pending(root)?.iter().any(|step| step.file() == file) {
        return Ok(read(root, file)?.map_or(0, |bytes| bytes.len() as u64));
    }
    let path = root.join(file);
    Ok(at(&path, file_system().length(&path))?.unwrap_or_default())
}

fn overlay(bytes: Option<Vec<u8>>, steps: &[Step], file: &str) -> Option<Vec<u8>> {
    steps
        .iter()
        .filter(|step| step.file() == file)
        .fold(bytes, |bytes, step| step.after(bytes.as_deref()).unwrap_or(bytes))
}

/// A file that is put in place whole, as it will be once the steps of a journal left behind, which
/// were read before, are applied. Steps that are applied already change nothing.
pub fn read_after(root: &Path, file: &str, steps: &[Step]) -> Disk<Option<Vec<u8>>> {
    Ok(overlay(disk::read(&root.join(file))?, steps, file))
}

/// A folder's names, hidden ones too, as they will be once a journal left behind is applied.
pub fn list(root: &Path, folder: &str) -> Disk<Vec<FolderEntry>> {
    let steps = pending(root)?;
    let mut entries = disk::list_all(&root.join(folder))?;
    for step in &steps {
        let below = Path::new(step.file());
        let name = below.file_name().unwrap_or_default().to_string_lossy().into_owned();
        let is_here = below.parent() == Some(Path::new(folder));
        if is_here && matches!(step, Step::Remove { .. }) {
            if read(root, step.file())?.is_none() {
                entries.retain(|entry| entry.name != name);
            }
        } else if is_here && !entries.iter().any(|entry| entry.name == name) {
            entries.push(FolderEntry { name, is_folder: false, is_link: false });
        }
    }
    entries.sort_unstable();
    Ok(entries)
}
