//! A copy of a home for practising, beside it: with other names, numbers and phones, without mail,
//! people who may see things, and the registers that are restricted.

use std::path::{Path, PathBuf};

use super::disk::{self, Disk};
use super::file_system::file_system;
use super::{journal, layout};
use crate::domain::disguise::Disguise;

/// What a copy's folder is called after the home's own.
const ENDING: &str = "-practice";

/// Nothing of it is for git, wherever it lies.
const IGNORED: &str = "*\n";

/// Where the copy of a home is.
pub fn folder(root: &Path) -> PathBuf {
    let whole = file_system().canonical(root).unwrap_or_else(|_| root.to_owned());
    let name = whole.file_name().unwrap_or_default().to_string_lossy();
    whole.with_file_name(format!("{name}{ENDING}"))
}

/// Is this a copy for practising? Only such a one is ever removed.
pub fn is_practice(root: &Path) -> bool {
    disk::exists(&root.join(layout::PRACTICE))
}

/// What is copied, and how it is changed on the way.
pub struct Copying<'a> {
    pub root: &'a Path,
    pub disguise: &'a Disguise,
    /// The registers whose logs stay away.
    pub restricted: &'a [String],
    /// What stands before the school's name.
    pub marked: &'a str,
}

impl Copying<'_> {
    /// The files of the copy with their texts; last the one that makes it a home.
    pub fn texts(&self) -> Disk<Vec<(String, String)>> {
        let mut files: Vec<String> =
            [layout::CALENDAR, layout::RULES, layout::STAFF, "README.md"].map(str::to_owned).into();
        for folder in [layout::REGISTERS, layout::CHILDREN] {
            files.extend(self.names(folder)?.iter().map(|name| format!("{folder}/{name}")));
        }
        for register in self.names(layout::LOG)? {
            if !self.restricted.contains(&register) {
                let folder = layout::register(&register);
                files.extend(self.names(&folder)?.iter().map(|name| format!("{folder}/{name}")));
            }
        }
        let mut texts = Vec::new();
        for file in files {
            let Some(text) = self.read(&file)? else { continue };
            let is_of_people = file == layout::STAFF
                || [layout::CHILDREN, layout::LOG].iter().any(|own| file.starts_with(own));
            let text = if is_of_people { self.disguise.over(&text) } else { text };
            texts.push((file, text));
        }
        let settings = self.read(layout::SETTINGS)?.map(|text| self.settings(&text));
        texts.extend(settings.map(|text| (layout::SETTINGS.to_owned(), text)));
        Ok(texts)
    }

    fn names(&self, folder: &str) -> Disk<Vec<String>> {
        let mut names: Vec<String> =
            journal::list(self.root, folder)?.into_iter().map(|entry| entry.name).collect();
        names.retain(|name| !name.starts_with('.'));
        Ok(names)
    }

    fn read(&self, file: &str) -> Disk<Option<String>> {
        let bytes = journal::read(self.root, file)?;
        Ok(bytes.map(|bytes| String::from_utf8_lossy(&bytes).into_owned()))
    }

    /// The settings without what reaches others, and with the mark in the school's name.
    fn settings(&self, text: &str) -> String {
        let Ok(mut document) = text.parse::<toml_edit::DocumentMut>() else {
            return text.to_owned();
        };
        for table in ["mail", "user", "work"] {
            document.remove(table);
        }
        if let Some(school) = document.get_mut("school").and_then(|own| own.as_table_like_mut()) {
            let name = school.get("name").and_then(toml_edit::Item::as_str).unwrap_or_default();
            let name = format!("{}{name}", self.marked);
            school.insert("name", toml_edit::value(name));
        }
        document.to_string()
    }
}

/// Writes the copy, its mark first.
pub fn write(to: &Path, texts: &[(String, String)]) -> Disk<()> {
    disk::create_folder(&to.join(layout::MACHINE))?;
    disk::place(&to.join(layout::PRACTICE), b"")?;
    disk::place(&to.join(".gitignore"), IGNORED.as_bytes())?;
    for folder in [layout::CHILDREN, layout::LOG, layout::REGISTERS] {
        disk::create_folder(&to.join(folder))?;
    }
    for (file, text) in texts {
        let path = to.join(file);
        disk::create_folder(path.parent().unwrap_or(to))?;
        disk::place(&path, text.as_bytes())?;
    }
    Ok(())
}

/// Removes a copy for practising with all that is in it; the mark goes last but for the folder, so
/// that what was begun can be ended.
pub fn remove(copy: &Path) -> Disk<()> {
    let mark = copy.join(layout::PRACTICE);
    remove_below(copy, &mark)?;
    for path in [mark, copy.join(layout::MACHINE), copy.to_owned()] {
        disk::at(&path, file_system().remove(&path))?;
    }
    Ok(())
}

fn remove_below(folder: &Path, mark: &Path) -> Disk<()> {
    for entry in disk::list_all(folder)? {
        let path = folder.join(&entry.name);
        if path == mark {
            continue;
        }
        let is_link = file_system().is_link(&path);
        if entry.is_folder && !is_link {
            remove_below(&path, mark)?;
            if mark.starts_with(&path) {
                continue;
            }
        }
        disk::at(&path, file_system().remove(&path))?;
    }
    Ok(())
}
