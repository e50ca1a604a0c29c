//! Names that look like one of the home's own and are not read: copies that a synchronising folder
//! made, hidden ones, links that lead nowhere. They may be where the records went.

use std::path::Path;

use super::disk::{self, Disk, FolderEntry};
use super::file_system::file_system;
use super::layout::{self, has_extension};
use super::source::Findings;
use super::{journal, register_file};
use crate::domain::problem::{Alike, Files, Misnamed, Problem, Sight};

/// The files and folders at the top of a home that hold records, without their endings.
const FILES: [&str; 4] = [layout::SETTINGS, layout::CALENDAR, layout::RULES, layout::STAFF];
const FOLDERS: [&str; 3] = [layout::CHILDREN, layout::LOG, layout::REGISTERS];

/// What programs add to the name of a second version.
const COPY: [&str; 8] = ["副本", "复件", "拷贝", "冲突", "copy", "conflict", "desktop-", "laptop-"];
/// What people and editors add to the name of what they keep: beside the proper file it is spare.
const SPARE: [&str; 5] = ["bak", "old", "orig", "backup", "备份"];

/// Tells of what at the top of a home looks like its own.
pub fn check_top(root: &Path, findings: &Findings) -> Disk<()> {
    let entries = disk::list_all(root)?;
    for entry in kept(root, "", &entries, findings) {
        if let Some(cause) = of_top(root, &entry.name, &entries) {
            tell(&entry.name, cause, findings);
        }
    }
    Ok(())
}

/// What a folder of the home holds and the journal will add, by name, but for what is hidden or
/// left over; what may hold records all the same is told.
pub fn list(root: &Path, folder: &str, findings: &Findings) -> Disk<Vec<FolderEntry>> {
    let entries = journal::list(root, folder)?;
    let mut listed = kept(root, folder, &entries, findings);
    listed.retain(|entry| {
        let file = format!("{folder}/{}", entry.name);
        let is_described = [layout::REGISTERS, layout::SHEETS].contains(&folder);
        let is_copy = is_described && is_copy(&entry.name);
        if is_copy || is_hidden_record(root, folder, &entry.name) {
            tell(&file, Files::Lookalike { why: Alike::Copy }, findings);
        }
        if is_described && layout::is_reserved(&entry.name) {
            tell(&file, Files::MisnamedFile { why: Misnamed::Device }, findings);
        }
        !is_copy && !entry.name.starts_with('.')
    });
    Ok(listed)
}

/// All but links to nothing, what editors leave and what this program was writing.
pub fn kept(
    root: &Path,
    folder: &str,
    entries: &[FolderEntry],
    findings: &Findings,
) -> Vec<FolderEntry> {
    let path =
        |name: &str| if folder.is_empty() { name.into() } else { format!("{folder}/{name}") };
    let mut kept = Vec::new();
    for entry in entries.iter().filter(|entry| !is_being_written(&entry.name)) {
        let file = path(&entry.name);
        if entry.is_link && !file_system().exists(&root.join(&file)) {
            tell(&file, Files::Lookalike { why: Alike::DeadLink }, findings);
        } else if is_leftover(&entry.name, entries) {
            tell(&file, Files::EditorLeftover, findings);
        } else {
            kept.push(entry.clone());
        }
    }
    kept
}

fn tell(file: &str, cause: Files, findings: &Findings) {
    findings.add(Problem::of_file(file, Sight::Open(None), cause));
}

/// Is it what this program was writing when it was killed?
pub fn is_being_written(name: &str) -> bool {
    name.starts_with('.') && has_extension(name, "tmp")
}

/// A lock of an editor or what it left. A kept version without the proper file is more than that.
fn is_leftover(name: &str, entries: &[FolderEntry]) -> bool {
    let begins = [".~lock", "~$", "._"].iter().any(|own| name.starts_with(own));
    // WPS keeps a copy of what it has open.
    let kept = name.strip_suffix('~').or(name.strip_prefix(".~"));
    let kept = kept.filter(|proper| has(entries, proper));
    begins || has_extension(name, "swp") || kept.is_some()
}

fn has(entries: &[FolderEntry], name: &str) -> bool {
    entries.iter().any(|entry| entry.name == name)
}

/// Would it be read, were it not hidden?
fn is_hidden_record(root: &Path, folder: &str, name: &str) -> bool {
    let Some(open) = name.strip_prefix('.') else { return false };
    match folder {
        layout::CHILDREN | layout::REGISTERS | layout::SHEETS => has_extension(open, "toml"),
        layout::LOG => register_file::is_described(root, open),
        _ => has_extension(open, "csv"),
    }
}

fn of_top(root: &Path, name: &str, entries: &[FolderEntry]) -> Option<Files> {
    if FILES.contains(&name) || FOLDERS.contains(&name) {
        return None;
    }
    let lower = name.to_lowercase();
    let file = FILES.iter().find(|own| {
        let stem = own.trim_end_matches(".toml");
        lower.contains(".toml") && is_like(&lower.replacen(".toml", "", 1), stem)
    });
    let own = file.or_else(|| FOLDERS.iter().find(|own| is_like(&lower, own)))?;
    // Where large and small letters are one, this is the proper file itself.
    if lower == *own && !has(entries, own) && disk::exists(&root.join(own)) {
        return None;
    }
    let is_spare = SPARE.iter().any(|word| lower.contains(word)) && has(entries, own);
    Some(if is_spare { Files::StrayFile } else { Files::Lookalike { why: Alike::Copy } })
}

/// Tells of what at the top of a home looks like its folder of score sheets.
pub fn check_sheets(root: &Path, findings: &Findings) -> Disk<()> {
    for entry in disk::list_all(root)?.iter().filter(|own| own.name != layout::SHEETS) {
        let lower = entry.name.to_lowercase();
        let is_it = lower == layout::SHEETS && disk::exists(&root.join(layout::SHEETS));
        if is_like(&lower, layout::SHEETS) && !is_it {
            tell(&entry.name, Files::Lookalike { why: Alike::Copy }, findings);
        }
    }
    Ok(())
}

/// Is it a second file of this name, or the file under another ending?
pub fn is_copy_of(name: &str, stem: &str, ending: &str) -> bool {
    let Some(rest) = name.strip_prefix(stem).filter(|rest| *rest != ending) else { return false };
    // A longer name of the same kind, such as a term's beside that of its year, is another's.
    let goes_on = |letter: char| letter.is_alphanumeric() || "-_".contains(letter);
    let is_apart = !rest.starts_with(goes_on);
    let lower = rest.to_lowercase();
    let marks =
        [ending, ".txt", ".docx", ".doc"].iter().fold(lower, |own, end| own.replace(end, ""));
    is_apart && is_mark(&marks)
}

/// Is it this name with nothing about it but the marks of a copy?
fn is_like(name: &str, own: &str) -> bool {
    name.split_once(own).is_some_and(|(before, after)| is_mark(before) && is_mark(after))
}

fn is_mark(text: &str) -> bool {
    let is_between = |c: char| c.is_whitespace() || " .-_~()（）[]【】".contains(c);
    let text = text.trim_matches(is_between);
    let is_number = text.len() <= 2 && text.bytes().all(|byte| byte.is_ascii_digit());
    is_number || COPY.iter().chain(&SPARE).any(|word| text.contains(word))
}

/// Does a description's name bear the mark of a copy?
fn is_copy(name: &str) -> bool {
    let stem = name.strip_suffix(".toml").unwrap_or(name).to_lowercase();
    let numbered = stem.trim_end_matches([')', '）']).rsplit_once(['(', '（']);
    let is_numbered = stem.ends_with([')', '）'])
        && numbered.is_some_and(|(_, number)| number.bytes().all(|byte| byte.is_ascii_digit()));
    is_numbered || COPY.iter().any(|word| stem.contains(word))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_copy_that_wps_keeps_of_what_it_has_open_is_a_leftover_beside_the_proper_file() {
        let entry =
            |name: &str| FolderEntry { name: name.into(), is_folder: false, is_link: false };
        let entries = [entry("2026-11.csv"), entry("2026-11.office.csv")];
        for name in [".~2026-11.csv", "2026-11.csv~", ".~2026-11.office.csv"] {
            assert!(is_leftover(name, &entries), "{name}");
        }
        assert!(!is_leftover(".~2026-10.csv", &entries));
    }

    #[test]
    fn copies_of_the_homes_own_are_told_from_other_files() {
        let entry =
            |name: &str| FolderEntry { name: name.into(), is_folder: false, is_link: false };
        let entries = [entry("staff.toml"), entry("rules.toml")];
        let told = |name: &str| of_top(Path::new("/no/home"), name, &entries);
        let fault = Some(Files::Lookalike { why: Alike::Copy });
        for name in [
            "staff (1).toml",
            "staff(1).toml",
            "staff（1）.toml",
            "staff 2.toml",
            "Staff.toml",
            ".staff.toml",
            "staff - 副本.toml",
            "副本 staff.toml",
            "Copy of staff.toml",
            "staff_conflict.toml",
            "calendar.sync-conflict-20240901-101010-ABCDEF.toml",
            "calendar.toml.bak",
            "care-DESKTOP-7GH2.toml",
            "children (1)",
            "children - 副本",
            "log (1)",
            ".log",
            "registers_conflict",
        ] {
            assert_eq!(told(name), fault, "{name}");
        }
        assert_eq!(told("staff.toml.bak"), Some(Files::StrayFile));
        for name in ["old.toml", "rules-2023.toml", "catalog", "log.txt", "calendar.ics", ".git"] {
            assert_eq!(told(name), None, "{name}");
        }
    }
}
