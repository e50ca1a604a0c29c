//! What a child's file holds, as a screen of its own: every field and every dated entry.

use super::Names;
use super::child_facts::facts;
use crate::domain::child::Child;
use crate::domain::privacy::Gate;
use crate::lang::export_words::ExportWord;
use crate::lang::talk::Msg;
use crate::render::screen::Screen;

/// The file.
pub fn screen(names: &Names, child: &Child, gate: &Gate) -> Screen {
    let lang = names.lang;
    let title = ExportWord::File { name: &child.name, id: &child.id.to_string() }.text(lang);
    let facts = facts(names, child, gate, true).headed(Msg::Facts.text(lang));
    Screen { title: Some(title), sheets: vec![facts], ..Screen::default() }
}
