//! The home's score sheets among those that the register of marks knows.

use super::disk::{self, Disk};
use super::{journal, layout};
use crate::domain::label::Label;
use crate::domain::register::{Choice, ColumnType, Register};

/// Adds the home's sheets to those that the register of marks knows: each is called as its file
/// says. What is wrong in the file is told by whoever reads it as a sheet.
pub(super) fn add_choices(root: &std::path::Path, register: &mut Register) -> Disk<()> {
    let sheet = register.columns.iter_mut().find(|column| column.name == "sheet");
    let Some(ColumnType::Choice(choices)) = sheet.map(|column| &mut column.holds) else {
        return Ok(());
    };
    for entry in disk::list(&root.join(layout::SHEETS))? {
        let Some(id) = entry.name.strip_suffix(".toml") else { continue };
        let file = format!("{}/{}", layout::SHEETS, entry.name);
        let bytes = journal::read(root, &file)?.unwrap_or_default();
        let label = called(&String::from_utf8_lossy(&bytes), id);
        match choices.iter_mut().find(|own| own.code == id) {
            Some(own) => own.label = label,
            None => choices.push(Choice { code: id.to_owned(), label }),
        }
    }
    Ok(())
}

/// What a sheet says that it is called; else the name of its file.
fn called(text: &str, id: &str) -> Label {
    let document: toml_edit::DocumentMut = text.parse().unwrap_or_default();
    let word = |lang: &str| {
        let name = document.get("name");
        let own = name.and_then(|own| own.as_str().or_else(|| own.get(lang)?.as_str()));
        own.unwrap_or(id).to_owned()
    };
    Label::new(word("zh"), word("en"))
}
