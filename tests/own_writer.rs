//! Homes that a test has written or copied, in which this machine goes on writing.

use std::path::Path;
use std::{fs, io};

use care::{FileSystem, RealDisk};

/// Makes the logs of a home this machine's own. The file comes first: its mark stands in it.
pub fn own(root: &Path) -> io::Result<()> {
    let writer = root.join(".care/writer");
    fs::create_dir_all(root.join(".care"))?;
    fs::write(&writer, "")?;
    let (file, machine) = (RealDisk.lasting_mark(&writer), RealDisk.machine_marks());
    let kept =
        |file: Option<&str>| serde_json::json!({ "name": "", "file": file, "machine": machine });
    fs::write(&writer, kept(file.as_deref()).to_string())?;
    // On a disk where that changes the mark, none is kept.
    match RealDisk.lasting_mark(&writer) == file {
        true => Ok(()),
        false => fs::write(&writer, kept(None).to_string()),
    }
}
