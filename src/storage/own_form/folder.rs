//! Where forms lie: in the home's own folder, and those that come with the program. A school's own
//! takes the place of one that is shipped under its name.

use std::path::Path;

use super::FormKind;
use crate::domain::nearest::nearest;
use crate::domain::own_form::braces::folded;
use crate::storage::disk::{self, Disk};
use crate::storage::layout::{self, has_extension};

/// A form that comes with the program: its file, what it is called in English, what it is.
type ShippedForm = (&'static str, &'static str, &'static [u8]);

/// All of them.
const SHIPPED: [ShippedForm; 2] = [
    (
        "留守儿童登记表.docx",
        "child-registration",
        include_bytes!("../../../data-template/forms/留守儿童登记表.docx"),
    ),
    ("花名册.xlsx", "roster", include_bytes!("../../../data-template/forms/花名册.xlsx")),
];

/// Files that look like forms and cannot be filled.
const OTHERS: [&str; 8] = ["doc", "xls", "docm", "xlsm", "dotx", "xltx", "wps", "et"];

/// A form that was found.
pub struct FoundForm {
    /// With its ending.
    pub file: String,
    pub bytes: Vec<u8>,
}

/// What a word names in the folder.
pub enum FormSought {
    Found(FoundForm),
    /// Several files are called so.
    Several(Vec<String>),
    /// A file that cannot be filled as it is.
    Unfit(String),
    /// None is called so: those that there are, and the nearest.
    NotThere {
        files: Vec<String>,
        near: Option<String>,
    },
}

/// The form that a word names: by its name, with the ending or without.
///
/// # Errors
/// The folder cannot be read.
pub fn sought(root: &Path, word: &str) -> Disk<FormSought> {
    let own: Vec<String> = disk::list(&root.join(layout::FORMS))?
        .into_iter()
        .filter(|entry| !entry.is_folder && !entry.name.starts_with('~'))
        .map(|entry| entry.name)
        .collect();
    let is_form = |file: &str| FormKind::ALL.iter().any(|(_, end)| has_extension(file, end));
    let is_meant = |file: &&String| is_called(file, word);
    let found: Vec<&String> = own.iter().filter(|file| is_form(file)).filter(is_meant).collect();
    match found[..] {
        [file] => {
            let path = root.join(layout::FORMS).join(file);
            let bytes = disk::read(&path)?.unwrap_or_default();
            return Ok(FormSought::Found(FoundForm { file: file.clone(), bytes }));
        }
        [] => {}
        _ => return Ok(FormSought::Several(found.into_iter().cloned().collect())),
    }
    let is_other = |file: &&String| OTHERS.iter().any(|end| has_extension(file, end));
    if let Some(file) = own.iter().filter(is_meant).find(is_other) {
        return Ok(FormSought::Unfit(file.clone()));
    }
    let shipped = |(file, english, _): &&ShippedForm| {
        is_called(file, word) || folded(english) == folded(word)
    };
    if let Some((file, _, bytes)) = SHIPPED.iter().find(shipped) {
        let form = FoundForm { file: (*file).to_owned(), bytes: bytes.to_vec() };
        return Ok(FormSought::Found(form));
    }
    let shipped = SHIPPED.iter().map(|(file, ..)| (*file).to_owned());
    let mut files: Vec<String> = own.into_iter().filter(|file| is_form(file)).collect();
    files.extend(shipped.filter(|file| !files.contains(file)).collect::<Vec<_>>());
    let stems: Vec<&str> = files.iter().map(|file| stem(file)).collect();
    let near = nearest(word, stems).map(str::to_owned);
    Ok(FormSought::NotThere { files, near })
}

/// The name without its ending.
pub fn stem(file: &str) -> &str {
    file.rsplit_once('.').map_or(file, |(stem, _)| stem)
}

fn is_called(file: &str, word: &str) -> bool {
    let word = folded(word);
    folded(file) == word || folded(stem(file)) == word
}
