//! The log of access as a screen: is its chain whole, and where does it end?

use crate::lang::Lang;
use crate::lang::access_words::AccessSaid;
use crate::render::cell::Cell;
use crate::render::screen::Screen;
use crate::render::sheet::{Sheet, SheetColumn};

/// What was found of the chain.
pub struct ChainPage<'a> {
    pub entries: usize,
    pub hash: Option<&'a str>,
    /// What is wrong, and in which line; none when the chain is whole.
    pub wrong: Option<(&'static str, AccessSaid<'a>, Option<usize>)>,
}

/// One sentence for people, an object for programs.
pub fn screen(page: &ChainPage, lang: Lang) -> Screen {
    let title = match (&page.wrong, page.hash) {
        (Some((_, said, _)), _) => said.text(lang),
        (None, Some(hash)) => AccessSaid::Whole { lines: page.entries, hash }.text(lang),
        (None, None) => AccessSaid::Empty.text(lang),
    };
    let columns = [
        SheetColumn::for_programs("entries", |own: &&ChainPage| Cell::count(own.entries)),
        SheetColumn::for_programs("head", |own: &&ChainPage| Cell::text(own.hash)),
        SheetColumn::for_programs("broken", |own: &&ChainPage| {
            Cell::text(own.wrong.as_ref().map(|(word, ..)| *word))
        }),
        SheetColumn::for_programs("line", |own: &&ChainPage| {
            own.wrong.as_ref().and_then(|(.., line)| *line).map_or(Cell::NOTHING, Cell::count)
        }),
    ];
    Screen { title: Some(title), sheets: vec![Sheet::of(&columns, [&page])], ..Screen::default() }
}
