//! What a folder and this machine can promise a home; found out by trying.

use std::path::Path;

use super::disk::{Disk, at};
use super::file_system::file_system;
use super::git;

/// What the disk under a folder does.
pub struct DiskTraits {
    /// A file can be kept from others.
    pub keeps_for_owner: bool,
    /// Every change shows in a file's times.
    pub tells_changes: bool,
    /// Large and small letters are one.
    pub folds_case: bool,
}

/// Tries what the disk under a folder does, by a file that is gone afterwards.
///
/// # Errors
/// Nothing can be written there.
pub fn disk_traits(folder: &Path) -> Disk<DiskTraits> {
    let name = format!(".care-probe.{}.tmp", std::process::id());
    let probe = folder.join(&name);
    let disk = file_system();
    at(&probe, disk.write(&probe, b"care\n"))?;
    let tried = DiskTraits {
        keeps_for_owner: disk.readable_by_others(&probe) == Some(false),
        tells_changes: disk.times(&probe).ok().flatten().is_some_and(|own| own.is_fine()),
        folds_case: disk.exists(&folder.join(name.to_uppercase())),
    };
    at(&probe, disk.remove(&probe))?;
    Ok(tried)
}

/// How many bytes may still be written under a folder, where the system says so.
pub fn room(folder: &Path) -> Option<u64> {
    fs4::available_space(folder).ok()
}

/// Folders that a program keeps alike on several machines, by parts of their names.
const SYNCED: [(&str, &str); 10] = [
    ("onedrive", "OneDrive"),
    ("dropbox", "Dropbox"),
    ("google drive", "Google Drive"),
    ("icloud", "iCloud"),
    ("nutstore", "坚果云"),
    ("坚果云", "坚果云"),
    ("baidunetdisk", "百度网盘"),
    ("百度网盘", "百度网盘"),
    ("wps云盘", "WPS 云盘"),
    ("wpsdrive", "WPS 云盘"),
];

/// The program that keeps a folder alike on several machines, as far as its path tells.
pub fn synced_by(folder: &Path) -> Option<&'static str> {
    let path = folder.to_string_lossy().to_lowercase();
    SYNCED.iter().find(|(part, _)| path.contains(part)).map(|(_, name)| *name)
}

/// The version of git, when it is there: `2.39.2`.
pub fn git_version() -> Option<String> {
    let said = git::said(Path::new("."), &["--version"])?;
    let version = said.split_whitespace().find(|own| own.starts_with(|c: char| c.is_ascii_digit()));
    version.map(str::to_owned)
}

/// The day of the last commit, when the folder is in a repository that has any.
pub fn last_commit(root: &Path) -> Option<String> {
    git::said(root, &["log", "-1", "--format=%cs"]).filter(|day| !day.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn folders_that_are_kept_alike_on_several_machines_are_known_by_their_paths() {
        for (path, name) in [
            ("/home/liu/OneDrive/之家", Some("OneDrive")),
            (r"D:\我的坚果云\之家", Some("坚果云")),
            (r"C:\Users\刘\WPSDrive\1\之家", Some("WPS 云盘")),
            ("/home/liu/留守儿童之家", None),
        ] {
            assert_eq!(synced_by(Path::new(path)), name, "{path}");
        }
    }
}
