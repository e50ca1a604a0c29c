//! What each system knows in its own way: files and folders for their owner alone, files that other
//! programs hold, a file's mark, and the machine's own marks.

#[cfg(not(unix))]
pub use elsewhere::{
    create_folder, is_free, keep, lasting_mark, machine, mark, only, patiently, readable_by_others,
    renamed, same_user, sync_folder, times,
};
#[cfg(unix)]
pub use unix::{
    create_folder, is_free, keep, lasting_mark, machine, mark, only, patiently, readable_by_others,
    renamed, same_user, sync_folder, times,
};

use std::path::Path;

/// How the mark of a file begins where nothing but the kind of its disk is known.
pub const KIND_OF_DISK: &str = "disk ";

/// What tells this machine from others: where Linux and Windows keep it. Elsewhere there is nothing
/// to read.
pub fn machine_marks() -> Vec<String> {
    let line = |path: &Path| {
        let text = std::fs::read_to_string(path).unwrap_or_default();
        Some(text.trim().to_owned()).filter(|own| !own.is_empty())
    };
    // Where the system has given the machine an id, no more need be asked.
    if let Some(id) = line(Path::new("/etc/machine-id")) {
        return vec![id];
    }
    let mut marks = Vec::new();
    let cards = std::fs::read_dir("/sys/class/net").into_iter().flatten().flatten();
    // Only a card that one can touch has a device; a bridge or a tunnel may come and go.
    let cards = cards.map(|card| card.path()).filter(|card| card.join("device").exists());
    marks.extend(cards.filter_map(|card| line(&card.join("address"))));
    marks.extend(machine());
    marks.sort();
    marks
}

#[cfg(unix)]
mod unix {
    //! By modes and inodes.
    use std::fs::{DirBuilder, File, Metadata, OpenOptions};
    use std::io;
    use std::os::unix::fs::{DirBuilderExt, MetadataExt, OpenOptionsExt, PermissionsExt};
    use std::path::Path;
    use std::time::UNIX_EPOCH;

    use super::super::file_system::FileTimes;

    pub fn only(options: &mut OpenOptions) -> &mut OpenOptions {
        options.mode(0o600)
    }

    pub fn create_folder(path: &Path) -> io::Result<()> {
        DirBuilder::new().recursive(true).mode(0o700).create(path)
    }

    pub fn sync_folder(path: &Path) -> io::Result<()> {
        let path = if path.as_os_str().is_empty() { Path::new(".") } else { path };
        File::open(path)?.sync_all()
    }

    /// What tells the machine from others is in files.
    pub fn machine() -> Option<String> {
        None
    }

    /// Are two names of users one?
    pub fn same_user(one: &str, other: &str) -> bool {
        one == other
    }

    /// Nobody who has a file open stands in the way of others.
    pub fn patiently<T>(mut attempt: impl FnMut() -> io::Result<T>) -> io::Result<T> {
        attempt()
    }

    #[allow(clippy::unnecessary_wraps, reason = "the counterpart elsewhere can fail")]
    pub fn is_free(_path: &Path) -> io::Result<()> {
        Ok(())
    }

    /// The new name is made durable with its folder.
    #[allow(clippy::unnecessary_wraps, reason = "the counterpart elsewhere can fail")]
    pub fn renamed(_to: &Path) -> io::Result<()> {
        Ok(())
    }

    #[allow(clippy::unnecessary_wraps, reason = "the counterpart elsewhere cannot tell")]
    pub fn readable_by_others(path: &Path) -> Option<bool> {
        let is_open = |meta: Metadata| meta.permissions().mode() & 0o077 != 0;
        Some(std::fs::metadata(path).is_ok_and(is_open))
    }

    pub fn keep(path: &Path) -> io::Result<()> {
        std::fs::set_permissions(path, PermissionsExt::from_mode(0o600))
    }

    #[allow(clippy::unnecessary_wraps, reason = "the counterpart elsewhere may know none")]
    pub fn mark(meta: &Metadata) -> Option<String> {
        Some(meta.ino().to_string())
    }

    /// A mark that stays when the disk is taken out and put in again. Where numbers do not, it is
    /// when the file was made; where that is not known either, what kind of disk it lies on.
    pub fn lasting_mark(path: &Path) -> Option<String> {
        let meta = path.metadata().ok()?;
        let Some(kind) = renumbering(path) else { return mark(&meta) };
        let made = meta.created().ok().and_then(|made| made.duration_since(UNIX_EPOCH).ok());
        Some(made.map_or(kind, |since| since.as_nanos().to_string()))
    }

    /// The kind of a disk that numbers its files anew each time: FAT, exFAT, and what a program
    /// serves in the system's place (FUSE).
    #[cfg(target_os = "linux")]
    fn renumbering(path: &Path) -> Option<String> {
        use rustix::fs::{FsWord, statfs};
        const KINDS: [FsWord; 3] = [0x4d44, 0x2011_bab0, 0x6573_5546];
        let kind = statfs(path).ok()?.f_type;
        KINDS.contains(&kind).then(|| format!("{}{kind:x}", super::KIND_OF_DISK))
    }

    #[cfg(not(target_os = "linux"))]
    fn renumbering(_path: &Path) -> Option<String> {
        None
    }

    /// Both times change with each write, and nobody can set the second one.
    #[allow(clippy::unnecessary_wraps, reason = "elsewhere there is no such time")]
    pub fn times(meta: &Metadata) -> Option<FileTimes> {
        let time = |seconds: i64, part: i64| i128::from(seconds) * 1_000_000_000 + i128::from(part);
        Some(FileTimes {
            length: meta.len(),
            modified: time(meta.mtime(), meta.mtime_nsec()),
            changed: time(meta.ctime(), meta.ctime_nsec()),
            inode: meta.ino(),
        })
    }
}

#[cfg(not(unix))]
mod elsewhere {
    //! Windows: there are no modes, the user's profile folder protects its files, and whoever has a
    //! file open may keep others from it.
    use std::fs::{Metadata, OpenOptions};
    use std::io;
    use std::os::windows::fs::OpenOptionsExt;
    use std::path::Path;
    use std::process::Command;
    use std::time::UNIX_EPOCH;

    use super::super::file_system::FileTimes;
    use super::super::patience;

    /// The rights to replace or remove a file, and to add to it.
    const DELETE: u32 = 0x0001_0000;
    const FILE_APPEND_DATA: u32 = 0x0004;

    /// What Windows called this machine when it was installed.
    pub fn machine() -> Option<String> {
        // By its whole path: no other program of that name, in whatever folder, is to be run.
        let mut ask = Command::new(r"C:\Windows\System32\reg.exe");
        let key = r"HKLM\SOFTWARE\Microsoft\Cryptography";
        let said = ask.args(["query", key, "/v", "MachineGuid"]).output().ok()?;
        let said = String::from_utf8_lossy(&said.stdout).into_owned();
        said.split_once("REG_SZ").map(|(_, id)| id.trim().to_owned()).filter(|id| !id.is_empty())
    }

    /// Are two names of users one? Large letters and small ones are.
    pub fn same_user(one: &str, other: &str) -> bool {
        one.to_lowercase() == other.to_lowercase()
    }

    pub fn patiently<T>(attempt: impl FnMut() -> io::Result<T>) -> io::Result<T> {
        patience::patiently(std::thread::sleep, attempt)
    }

    pub fn is_free(path: &Path) -> io::Result<()> {
        if !path.exists() {
            return Ok(());
        }
        let mut options = OpenOptions::new();
        options.access_mode(DELETE | FILE_APPEND_DATA);
        patiently(|| options.open(path)).map(drop)
    }

    /// Flushes the file under its new name: the folder itself cannot be.
    pub fn renamed(to: &Path) -> io::Result<()> {
        patiently(|| OpenOptions::new().write(true).open(to))?.sync_all()
    }

    pub fn only(options: &mut OpenOptions) -> &mut OpenOptions {
        options
    }

    pub fn create_folder(path: &Path) -> io::Result<()> {
        std::fs::create_dir_all(path)
    }

    #[expect(clippy::unnecessary_wraps, reason = "the Unix counterpart can fail")]
    pub fn sync_folder(_path: &Path) -> io::Result<()> {
        Ok(())
    }

    pub fn readable_by_others(_path: &Path) -> Option<bool> {
        None
    }

    #[expect(clippy::unnecessary_wraps, reason = "the Unix counterpart can fail")]
    pub fn keep(_path: &Path) -> io::Result<()> {
        Ok(())
    }

    pub fn mark(meta: &Metadata) -> Option<String> {
        let since = meta.created().ok()?.duration_since(UNIX_EPOCH).ok()?;
        Some(since.as_nanos().to_string())
    }

    pub fn lasting_mark(path: &Path) -> Option<String> {
        mark(&path.metadata().ok()?)
    }

    /// The standard library knows no time here that nobody can set.
    pub fn times(_meta: &Metadata) -> Option<FileTimes> {
        None
    }
}
