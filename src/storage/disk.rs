//! Every disk access there is. Files are made for their owner alone.
//!
//! Appending is one write of whole lines and an fsync; replacing goes through a temporary file,
//! an fsync, a rename and an fsync of the folder. Nothing is left half written.

use std::fs::{self, File, OpenOptions};
use std::io::{self, Read, Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};

/// A failed access, with the path it was about.
#[derive(Debug)]
pub struct DiskError {
    pub path: PathBuf,
    pub source: io::Error,
}

/// The result of a disk access.
pub type Disk<T> = Result<T, DiskError>;

fn at<T>(path: &Path, result: io::Result<T>) -> Disk<T> {
    result.map_err(|source| DiskError { path: path.to_owned(), source })
}

/// A name in a folder.
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Entry {
    pub name: String,
    pub is_folder: bool,
}

/// The bytes of a file; `None` when there is no such file.
pub fn read(path: &Path) -> Disk<Option<Vec<u8>>> {
    match fs::read(path) {
        Ok(bytes) => Ok(Some(bytes)),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
        Err(error) => at(path, Err(error)),
    }
}

/// What a folder holds, by name, hidden things left out; empty when there is no such folder.
pub fn list(folder: &Path) -> Disk<Vec<Entry>> {
    let entries = match fs::read_dir(folder) {
        Ok(entries) => entries,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Vec::new()),
        Err(error) => return at(folder, Err(error)),
    };
    let mut names = Vec::new();
    for entry in entries {
        let entry = at(folder, entry)?;
        let name = entry.file_name().to_string_lossy().into_owned();
        if !name.starts_with('.') {
            let is_folder = at(&entry.path(), entry.file_type())?.is_dir();
            names.push(Entry { name, is_folder });
        }
    }
    names.sort_unstable();
    Ok(names)
}

/// Is there something at this path?
pub fn exists(path: &Path) -> bool {
    path.exists()
}

/// Makes a folder and those above it.
pub fn create_folder(path: &Path) -> Disk<()> {
    at(path, owner::create_folder(path))
}

/// Adds whole lines at a file's end: one write, then fsync. A failed or short write is cut back,
/// so that the file ends as it did.
pub fn append(path: &Path, lines: &[u8]) -> Disk<()> {
    let mut file = at(path, OpenOptions::new().read(true).append(true).open(path))?;
    let length = at(path, file.metadata())?.len();
    at(path, ends_in_newline(&mut file, length))?;
    match file.write_all(lines) {
        Ok(()) => at(path, file.sync_data()),
        Err(error) => {
            let _ = file.set_len(length);
            at(path, Err(error))
        }
    }
}

fn ends_in_newline(file: &mut File, length: u64) -> io::Result<()> {
    if length == 0 {
        return Ok(());
    }
    file.seek(SeekFrom::Start(length - 1))?;
    let mut last = [0u8];
    file.read_exact(&mut last)?;
    if last == *b"\n" {
        return Ok(());
    }
    Err(io::Error::new(io::ErrorKind::InvalidData, "the last line is torn"))
}

/// Makes a new file; an existing one is an error and is not touched.
pub fn create(path: &Path, bytes: &[u8]) -> Disk<()> {
    if exists(path) {
        return at(path, Err(io::ErrorKind::AlreadyExists.into()));
    }
    replace(path, bytes)
}

/// Puts a file in another's place, whole or not at all.
pub fn replace(path: &Path, bytes: &[u8]) -> Disk<()> {
    let folder = path.parent().unwrap_or(Path::new("."));
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let temporary = folder.join(format!(".{name}.{}.tmp", std::process::id()));
    let written = write_new(&temporary, bytes).and_then(|()| fs::rename(&temporary, path));
    if written.is_err() {
        let _ = fs::remove_file(&temporary);
    }
    at(path, written)?;
    at(folder, owner::sync_folder(folder))
}

/// Writes a list to where the user wants it: a file is put in place whole, a device or a pipe is
/// written to as it is.
pub fn put_out(path: &Path, bytes: &[u8]) -> Disk<()> {
    let is_special = path.metadata().is_ok_and(|meta| !meta.is_file());
    if !is_special {
        return replace(path, bytes);
    }
    let written =
        OpenOptions::new().write(true).open(path).and_then(|mut out| out.write_all(bytes));
    at(path, written)
}

fn write_new(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let mut file =
        owner::only(OpenOptions::new().write(true).create(true).truncate(true)).open(path)?;
    file.write_all(bytes)?;
    file.sync_all()
}

/// Opens the file that is locked, making it when it is not there.
pub fn open_lock(path: &Path) -> Disk<File> {
    at(path, owner::only(OpenOptions::new().write(true).create(true).truncate(false)).open(path))
}

/// May others than the owner read this file? Never, where files have no such modes.
pub fn readable_by_others(path: &Path) -> bool {
    owner::readable_by_others(path)
}

#[cfg(unix)]
mod owner {
    //! Files and folders for their owner alone, by Unix modes.
    use std::fs::{DirBuilder, File, OpenOptions};
    use std::io;
    use std::os::unix::fs::{DirBuilderExt, OpenOptionsExt, PermissionsExt};
    use std::path::Path;

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

    pub fn readable_by_others(path: &Path) -> bool {
        std::fs::metadata(path).is_ok_and(|meta| meta.permissions().mode() & 0o077 != 0)
    }
}

#[cfg(not(unix))]
mod owner {
    //! Where there are no modes, the user's profile folder protects its files, and a rename is
    //! flushed with the file.
    use std::fs::OpenOptions;
    use std::io;
    use std::path::Path;

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

    pub fn readable_by_others(_path: &Path) -> bool {
        false
    }
}
