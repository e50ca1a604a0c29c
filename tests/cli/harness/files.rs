//! Whole folders: copied, and kept private.

use std::fs;
use std::path::Path;

use care::{FileSystem, RealDisk};

use super::Home;

impl Home {
    /// The same with its logs written by this machine, which goes on in them.
    pub fn own(self) -> Home {
        let home = self.with(".care/writer", "");
        let file = RealDisk.mark(&home.root().join(".care/writer"));
        let kept =
            serde_json::json!({ "name": "", "file": file, "machine": RealDisk.machine_marks() });
        home.with(".care/writer", &kept.to_string())
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
