//! Names in a folder of records that are not read and may be where a record went.

use super::disk::FolderEntry;
use super::layout::has_extension;

/// The names that a folder's records have.
pub struct Proper {
    /// With the dot.
    pub ending: &'static str,
    /// Is it what stands before the ending?
    pub is_stem: fn(&str) -> bool,
}

/// Is it a record that would not be read: a folder, for there may be more in it; a name that tells
/// of a record, as `C7K3FQ.toml.txt` or `2024-10.xlsx`, with no proper one beside it?
pub fn is_lost(entry: &FolderEntry, entries: &[FolderEntry], proper: &Proper) -> bool {
    let name = &entry.name;
    let stem = name.split('.').next().unwrap_or_default();
    let is_like = (proper.is_stem)(stem) || name.to_lowercase().contains(proper.ending);
    let is_spare = has(entries, &format!("{stem}{}", proper.ending));
    let is_misspelt = has_extension(name, proper.ending.trim_start_matches('.'));
    entry.is_folder || is_misspelt || is_like && !is_spare
}

/// Is there such a name?
pub fn has(entries: &[FolderEntry], name: &str) -> bool {
    entries.iter().any(|other| other.name == name)
}
