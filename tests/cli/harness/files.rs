//! Whole folders: copied, and kept private.

use std::fs;
use std::path::Path;

use super::Home;

#[path = "../../own_writer.rs"]
mod own_writer;

impl Home {
    /// The same with the files of a folder of the project over its own.
    pub fn and_copy_of(self, folder: &str) -> Home {
        copy(&super::project().join(folder), self.root());
        self
    }

    /// The same with its logs written by this machine, which goes on in them.
    pub fn own(self) -> Home {
        let home = self.with(".care/writer", "");
        own_writer::own(home.root()).unwrap();
        home
    }
}

pub fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap().map(Result::unwrap) {
        let target = to.join(entry.file_name());
        match entry.file_type().unwrap().is_dir() {
            true => copy(&entry.path(), &target),
            false => fs::copy(entry.path(), target).map(|_| ()).unwrap(),
        }
    }
}

#[cfg(unix)]
pub fn keep_private(folder: &Path) {
    use std::os::unix::fs::PermissionsExt;
    for entry in fs::read_dir(folder).unwrap().map(Result::unwrap) {
        match entry.file_type().unwrap().is_dir() {
            true => keep_private(&entry.path()),
            false => fs::set_permissions(entry.path(), fs::Permissions::from_mode(0o600)).unwrap(),
        }
    }
}
