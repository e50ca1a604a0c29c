//! What of a home lies open to others: by git, by a cloud drive, by sheets left in it.

use std::path::Path;

use super::backup::{self, Open};
use super::disk::{self, Disk};
use super::layout::{self, has_extension};
use crate::domain::problem::{Access, Count, Problem, Sight};

/// What the names of the folders of cloud drives hold, in small letters.
const CLOUDS: [&str; 20] = [
    "onedrive",
    "dropbox",
    "google drive",
    "icloud",
    "nutstore",
    "坚果云",
    "baidusync",
    "baidunetdisk",
    "百度网盘",
    "wps云盘",
    "wpsdrive",
    "weiyun",
    "微云",
    "wps cloud files",
    "阿里云盘",
    "夸克网盘",
    "天翼云盘",
    "115网盘",
    "115 网盘",
    "钉钉",
];

/// The hidden names that cloud drives leave in what they synchronise.
const CLOUD_MARKS: [&str; 3] = [".dropbox", ".nutstore", ".baidusync"];

/// The endings of sheets and pages that hold lists.
const SHEETS: [&str; 8] = ["xlsx", "xls", "csv", "tsv", "docx", "pdf", "html", "ics"];

/// The folders whose files are records, or forms to be filled in.
const OF_THE_HOME: [&str; 5] =
    [layout::CHILDREN, layout::LOG, layout::REGISTERS, layout::FORMS, layout::SHEETS];

/// All that lies open.
pub fn problems(root: &Path) -> Disk<Vec<Problem>> {
    let mut open = Vec::new();
    let mut tell = |file: &str, cause: Access| {
        open.push(Problem::of_file(file, Sight::Open(None), cause));
    };
    let git = disk::read(&root.join(layout::GIT_CONFIG)).ok().flatten().unwrap_or_default();
    let has_remote = |line: &str| line.trim_start().starts_with("[remote ");
    if String::from_utf8_lossy(&git).lines().any(has_remote) {
        tell(layout::GIT_CONFIG, Access::GitRemote);
    }
    if disk::readable_by_others(&root.join(layout::GIT_CONFIG)) {
        tell(".git", Access::GitReadable);
    }
    let entries = disk::list_all(root)?;
    let is_marked = entries.iter().any(|own| begins(&own.name, &CLOUD_MARKS));
    if is_marked || disk::folders_above(root).iter().any(|name| holds(name, &CLOUDS)) {
        tell(".", Access::CloudFolder);
    }
    let own_files = disk::list_all(&root.join(layout::MACHINE))?.into_iter();
    let is_open = |name: &str| disk::readable_by_others(&root.join(layout::MACHINE).join(name));
    let files = own_files.filter(|own| !own.is_folder && is_open(&own.name)).count();
    if files > 0 {
        tell(layout::MACHINE, Access::OwnFilesReadable { files: Count::of(files) });
    }
    for (path, open) in backup::without_passphrase(root)? {
        tell(
            &path,
            match open {
                Open::Archive => Access::OpenBackup,
                Open::Home => Access::HomeBeside,
            },
        );
    }
    for own in entries.iter().filter(|own| !own.name.starts_with('.')) {
        let holds_sheets = match own.is_folder {
            false => is_sheet(&own.name),
            // An export of everything is a folder; what lies in the home's own is judged elsewhere.
            true if OF_THE_HOME.contains(&own.name.as_str()) => false,
            true => {
                let inside = disk::list_all(&root.join(&own.name)).unwrap_or_default();
                inside.iter().any(|own| is_sheet(&own.name))
            }
        };
        if holds_sheets {
            tell(&own.name, Access::ExportInHome);
        }
    }
    Ok(open)
}

fn is_sheet(name: &str) -> bool {
    SHEETS.iter().any(|ending| has_extension(name, ending))
}

fn holds(name: &str, words: &[&str]) -> bool {
    let name = name.to_lowercase();
    name == "115" || words.iter().any(|word| name.contains(word))
}

fn begins(name: &str, words: &[&str]) -> bool {
    let name = name.to_lowercase();
    words.iter().any(|word| name.starts_with(word))
}
