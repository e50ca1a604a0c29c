//! Every disk access there is, in the few forms that the rest of storage needs.
//!
//! Records change only through the journal; here are reading, the writing of a whole file by a
//! temporary name, and the lists that go where the user wants them.

use std::io;
use std::path::{Path, PathBuf};

pub use super::file_system::FolderEntry;
use super::file_system::file_system;
use super::layout;

/// A failed access, with the path it was about.
#[derive(Debug)]
pub struct DiskError {
    pub path: PathBuf,
    pub source: io::Error,
}

/// The result of a disk access.
pub type Disk<T> = Result<T, DiskError>;

/// Keeps the path with an error.
pub fn at<T>(path: &Path, result: io::Result<T>) -> Disk<T> {
    result.map_err(|source| DiskError { path: path.to_owned(), source })
}

/// The bytes of a file; `None` when there is no such file.
pub fn read(path: &Path) -> Disk<Option<Vec<u8>>> {
    at(path, file_system().read(path))
}

/// What a folder holds, by name, hidden things left out; empty when there is no such folder.
pub fn list(folder: &Path) -> Disk<Vec<FolderEntry>> {
    let mut names = list_all(folder)?;
    names.retain(|entry| !entry.name.starts_with('.'));
    Ok(names)
}

/// The same with what is hidden.
pub fn list_all(folder: &Path) -> Disk<Vec<FolderEntry>> {
    let mut names = at(folder, file_system().list(folder))?.unwrap_or_default();
    names.sort_unstable();
    Ok(names)
}

/// Is there something at this path?
pub fn exists(path: &Path) -> bool {
    file_system().exists(path)
}

/// Makes a folder and those above it, and makes their names durable: also the name of one that is
/// there, for whoever made it may have been killed before that.
pub fn create_folder(path: &Path) -> Disk<()> {
    let parent = path.parent().unwrap_or(Path::new("."));
    let was_there = exists(path);
    if !was_there {
        if !parent.as_os_str().is_empty() {
            create_folder(parent)?;
        }
        at(path, file_system().create_folder(path))?;
    }
    match file_system().sync_folder(parent) {
        // A folder below one that we may not read is not of our making.
        Err(error) if was_there && error.kind() == io::ErrorKind::PermissionDenied => Ok(()),
        synced => at(parent, synced),
    }
}

/// Puts a file in place, whole or not at all, by way of a temporary name beside it.
pub fn replace(path: &Path, temporary: &Path, bytes: &[u8]) -> Disk<()> {
    let folder = path.parent().unwrap_or(Path::new("."));
    put_in_place(path, temporary, bytes)?;
    at(folder, file_system().sync_folder(folder))
}

/// The same while its name may still be lost in a power cut: its folder is not flushed.
pub fn put_in_place(path: &Path, temporary: &Path, bytes: &[u8]) -> Disk<()> {
    at(temporary, file_system().write(temporary, bytes))?;
    at(temporary, file_system().sync(temporary))?;
    at(path, file_system().rename(temporary, path))
}

/// Where a record is to be put: what a link leads to is replaced, and the link stays.
///
/// # Errors
/// A link to nothing: what it led to may only be away for a while.
pub fn place_of(path: &Path) -> Disk<PathBuf> {
    if file_system().is_link(path) {
        at(path, file_system().canonical(path))
    } else {
        Ok(path.to_owned())
    }
}

/// Puts a record in place, whole or not at all. The home's lock must be held.
pub fn place(path: &Path, bytes: &[u8]) -> Disk<()> {
    let path = place_of(path)?;
    replace(&path, &beside(&path, ".tmp"), bytes)
}

/// A hidden name in the same folder.
fn beside(path: &Path, ending: &str) -> PathBuf {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    path.with_file_name(format!(".{name}{ending}"))
}

/// A folder's path, links followed.
pub fn whole_path(folder: &Path) -> PathBuf {
    file_system().canonical(folder).unwrap_or_else(|_| folder.to_owned())
}

/// A path as people know it: Windows marks a whole one in front.
pub fn shown(path: &Path) -> String {
    let path = path.display().to_string();
    if let Some(share) = path.strip_prefix(r"\\?\UNC\") {
        return format!(r"\\{share}");
    }
    path.strip_prefix(r"\\?\").map_or_else(|| path.clone(), str::to_owned)
}

/// The names of a folder and of those above it, links followed.
pub fn folders_above(folder: &Path) -> Vec<String> {
    let whole = whole_path(folder);
    let names = whole.iter().map(|name| name.to_string_lossy().into_owned());
    names.collect()
}

/// Would a file that is put at this path stand among a home's records, by whatever way?
pub fn is_record(root: &Path, path: &Path) -> bool {
    let canonical = |path: &Path| file_system().canonical(path).unwrap_or_else(|_| path.to_owned());
    let folder = path.parent().unwrap_or(Path::new("."));
    let name = path.file_name().unwrap_or_default();
    let whole = canonical(root);
    let by_links = || layout::is_record(&whole, &canonical(folder).join(name));
    // What is there may have a second, shorter name. A link is replaced, not followed.
    let by_name = || !file_system().is_link(path) && layout::is_record(&whole, &canonical(path));
    layout::is_record(root, path) || by_links() || by_name()
}

/// Do two paths lead to one thing?
pub fn are_one(path: &Path, other: &Path) -> bool {
    let whole = |path| file_system().canonical(path).ok();
    whole(path).is_some_and(|own| Some(own) == whole(other))
}

/// Writes a list to where the user wants it: a file is put in place whole, a device or a pipe is
/// written to as it is.
pub fn put_out(path: &Path, bytes: &[u8]) -> Disk<()> {
    // A link that somebody laid is replaced, not followed; the system's own lead to its streams.
    let is_laid = file_system().is_link(path) && !path.starts_with("/dev");
    if file_system().is_special(path) && !is_laid {
        return at(path, file_system().append(path, bytes));
    }
    let temporary = beside(path, &format!(".{}.tmp", std::process::id()));
    if file_system().is_link(&temporary) {
        at(&temporary, file_system().remove(&temporary))?;
    }
    let put = replace(path, &temporary, bytes);
    if put.is_err() {
        let _ = file_system().remove(&temporary);
    }
    put
}

/// Takes a file back that somebody let others read; where that may not be, `check` tells of it.
pub fn keep_for_owner(path: &Path) {
    if readable_by_others(path) {
        let _ = file_system().keep_for_owner(path);
    }
}

/// Removes a file.
pub fn remove(path: &Path) -> Disk<()> {
    at(path, file_system().remove(path))
}

/// Does a file of the usual kind stand here, that [`put_out`] would replace?
pub fn is_file(path: &Path) -> bool {
    file_system().exists(path) && !file_system().is_special(path)
}

/// Is it known that others than the owner may read this file?
pub fn readable_by_others(path: &Path) -> bool {
    file_system().readable_by_others(path) == Some(true)
}

/// Does the system say who may read the files of a home?
pub fn says_who_reads(root: &Path) -> bool {
    file_system().readable_by_others(&root.join(layout::SETTINGS)).is_some()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_is_shown_without_the_mark_of_windows() {
        for (path, said) in [
            (r"\\?\D:\之家\care.toml", r"D:\之家\care.toml"),
            (r"\\?\UNC\server\home", r"\\server\home"),
            ("/home/school", "/home/school"),
        ] {
            assert_eq!(shown(Path::new(path)), said);
        }
    }
}
