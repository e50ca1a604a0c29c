//! How a home stands after a mishap: what was there is there, and what was added is whole.

use std::path::{Path, PathBuf};

use crate::rig::Files;

/// What a home gained.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Gained {
    /// Rows, files of children, entries of staff, files of a new home.
    pub pieces: usize,
    /// Temporary files left behind.
    pub litter: usize,
}

/// What stands in `after` that did not stand in `before`; an error is damage in words.
pub fn gained(before: &Files, after: &Files) -> Result<Gained, String> {
    let mut gained = Gained::default();
    let is_gone = |name: &&PathBuf| {
        !name.starts_with(".care") && !is_temporary(name) && !after.contains_key(*name)
    };
    if let Some(name) = before.keys().find(is_gone) {
        return Err(format!("{} is gone", name.display()));
    }
    for (name, bytes) in after.iter().filter(|(name, _)| !name.starts_with(".care")) {
        match before.get(name) {
            Some(old) => gained.pieces += added(name, old, bytes)?,
            None if is_temporary(name) => gained.litter += 1,
            None => gained.pieces += new_file(name, bytes)?,
        }
    }
    Ok(gained)
}

/// The same for a home that was made: every file of it stands as in a home made in peace.
pub fn gained_home(peaceful: &Files, after: &Files) -> Result<Gained, String> {
    let mut gained = Gained::default();
    for (name, bytes) in after.iter().filter(|(name, _)| !name.starts_with(".care")) {
        match peaceful.get(name) {
            Some(whole) if whole == bytes => gained.pieces += 1,
            Some(_) => return Err(format!("{} is not whole", name.display())),
            None if is_temporary(name) => gained.litter += 1,
            None => return Err(format!("{} is strange", name.display())),
        }
    }
    Ok(gained)
}

fn is_temporary(name: &Path) -> bool {
    let name = name.file_name().unwrap_or_default().to_string_lossy();
    name.starts_with('.') && name.contains(".tmp")
}

fn added(name: &Path, old: &[u8], bytes: &[u8]) -> Result<usize, String> {
    let shown = name.display();
    let Some(tail) = bytes.strip_prefix(old) else {
        return Err(format!("{shown} lost what it had"));
    };
    if tail.is_empty() {
        return Ok(0);
    }
    if name.starts_with("log") {
        return rows(bytes)
            .map(|now| now - rows(old).unwrap_or(0))
            .map_err(|why| format!("{shown} {why}"));
    }
    if name == Path::new("staff.toml") {
        return entries(bytes)
            .map(|now| now - entries(old).unwrap_or(0))
            .ok_or_else(|| format!("{shown} is not whole"));
    }
    Err(format!("{shown} changed"))
}

fn new_file(name: &Path, bytes: &[u8]) -> Result<usize, String> {
    let shown = name.display();
    if name.starts_with("log") {
        return rows(bytes).map_err(|why| format!("{shown} {why}"));
    }
    let whole = entries(bytes).is_some() && String::from_utf8_lossy(bytes).contains("joined");
    match name.starts_with("children") && whole {
        true => Ok(1),
        false => Err(format!("{shown} is new and not whole")),
    }
}

fn rows(bytes: &[u8]) -> Result<usize, String> {
    let text = std::str::from_utf8(bytes).map_err(|_| "is not text".to_owned())?;
    if !text.ends_with('\n') {
        return Err("has a torn line".to_owned());
    }
    let commas = |line: &str| line.matches(',').count();
    let mut lines = text.lines();
    let width = commas(lines.next().unwrap_or_default());
    let mut ids = std::collections::BTreeSet::new();
    for line in lines {
        if commas(line) != width {
            return Err("has a partial line".to_owned());
        }
        if !ids.insert(line.split(',').next()) {
            return Err("has a row twice".to_owned());
        }
    }
    Ok(ids.len())
}

fn entries(bytes: &[u8]) -> Option<usize> {
    let table: toml::Table = std::str::from_utf8(bytes).ok()?.parse().ok()?;
    let staff = table.get("staff").and_then(toml::Value::as_array);
    Some(staff.map_or(0, Vec::len))
}
