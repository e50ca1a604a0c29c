//! What this machine changed, as a screen.

use crate::lang::Lang;
use crate::lang::undo_words::UndoWord;
use crate::render::cell::Cell;
use crate::render::screen::Screen;
use crate::render::sheet::{Sheet, SheetColumn};

/// One batch as a line.
pub struct BatchLine {
    pub name: String,
    pub at: String,
    pub command: String,
    /// What it changed, in words; its rows and files.
    pub what: String,
    pub written: Vec<String>,
    pub files: Vec<String>,
    pub state: BatchState,
}

/// What became of a batch.
pub enum BatchState {
    Stands,
    Undone,
    /// It takes another back.
    Undoes(String),
}

impl BatchState {
    fn cell(&self, lang: Lang) -> Cell {
        match self {
            BatchState::Stands => Cell::from("stands").said(UndoWord::Stands.text(lang)),
            BatchState::Undone => Cell::from("undone").said(UndoWord::IsUndone.text(lang)),
            BatchState::Undoes(name) => {
                Cell::from("undoes").said(UndoWord::Undoes { name }.text(lang))
            }
        }
    }
}

/// The batches, the newest last.
pub fn screen(batches: &[BatchLine], lang: Lang) -> Screen {
    let columns = [
        SheetColumn::new("batch", UndoWord::Batch.text(lang), |own: &BatchLine| own.name.clone()),
        SheetColumn::new("at", UndoWord::At.text(lang), |own: &BatchLine| {
            let minute = own.at.get(..16).unwrap_or(&own.at).replace('T', " ");
            Cell::from(own.at.as_str()).said(minute)
        }),
        SheetColumn::new("command", UndoWord::By.text(lang), |own: &BatchLine| own.command.clone()),
        SheetColumn::for_people(UndoWord::What.text(lang), |own: &BatchLine| own.what.clone()),
        SheetColumn::new("state", UndoWord::StateHeading.text(lang), move |own: &BatchLine| {
            own.state.cell(lang)
        }),
        SheetColumn::for_programs("written", |own: &BatchLine| own.written.clone()),
        SheetColumn::for_programs("files", |own: &BatchLine| own.files.clone()),
    ];
    Screen {
        title: Some(UndoWord::Title { count: batches.len() }.text(lang)),
        sheets: vec![Sheet::of(&columns, batches)],
        footer: Some(UndoWord::Others.text(lang)),
        keys: &["batch", "at", "command", "state", "written", "files"],
        ..Screen::default()
    }
}
