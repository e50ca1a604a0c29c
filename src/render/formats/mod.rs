//! The formats: one file for each, or for a few that are alike, and one line for each in the table
//! below. No report knows them.

mod docx;
mod form_grid;
mod html;
mod ics;
mod json;
mod marks;
mod plain;
mod ruled;
mod separated;
mod spreadsheet;
mod tables;
#[cfg(test)]
mod tests;
mod told_forms;
mod told_prose;
mod wide;
pub mod xlsx;
mod xlsx_text;

use std::path::Path;

use super::screen::Screen;
use super::{document, visible};
use crate::lang::Lang;

/// How a format is read.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Manner {
    /// By people on a screen, where a list may be told in sentences.
    Screen,
    /// By people in a document.
    Document,
    /// By people, in a program for tables or in a browser, or printed.
    Paper,
    /// Cell by cell, by what a person opens it with.
    Cells,
    /// Day by day, by a calendar.
    Days,
    /// By programs, as objects with keys.
    Objects,
}

/// Spreadsheet programs take a CSV file for UTF-8 only when it begins with this mark.
const BOM: &str = "\u{feff}";
const NO_MARK: &str = "";

/// The endings of office programs' own files, as far as they are not drawn.
const OFFICE: [&str; 6] = ["xls", "doc", "ods", "et", "wps", "pdf"];

/// Makes the enum of formats and what is known of each.
macro_rules! formats {
    ($($(#[$about:meta])* $format:ident {
        $word:expr, $extension:expr, $manner:ident, $mark:expr, $draw:path
    })*) => {
        /// The forms in which data can be asked for.
        #[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
        pub enum Format {
            $($(#[$about])* $format,)*
        }

        impl Format {
            const ALL: &'static [Format] = &[$(Format::$format),*];

            /// What `--format` calls it.
            fn word(self) -> Option<&'static str> {
                match self { $(Format::$format => $word,)* }
            }

            /// How the names of its files end.
            fn extension(self) -> Option<&'static str> {
                match self { $(Format::$format => $extension,)* }
            }

            fn manner(self) -> Manner {
                match self { $(Format::$format => Manner::$manner,)* }
            }

            /// What its files begin with.
            fn mark(self) -> &'static str {
                match self { $(Format::$format => $mark,)* }
            }

            /// A screen in this format.
            pub fn draw(self, screen: &Screen) -> Vec<u8> {
                match self { $(Format::$format => $draw(screen),)* }
            }
        }
    };
}

// The word of `--format`, the end of a file's name, how it is read, what a file begins with, and
// what draws it.
formats! {
    #[default]
    Table { Some("table"), None, Screen, NO_MARK, tables::text }
    Plain { Some("plain"), None, Cells, NO_MARK, plain::draw }
    Csv { Some("csv"), None, Cells, BOM, separated::commas }
    Tsv { Some("tsv"), Some("tsv"), Cells, NO_MARK, separated::tabs }
    Json { Some("json"), Some("json"), Objects, NO_MARK, json::array }
    Jsonl { Some("jsonl"), Some("jsonl"), Objects, NO_MARK, json::lines }
    Markdown { Some("markdown"), Some("md"), Document, NO_MARK, tables::markdown }
    /// A calendar for a phone.
    Ics { Some("ics"), Some("ics"), Days, NO_MARK, ics::draw }
    /// A workbook.
    Xlsx { Some("xlsx"), Some("xlsx"), Paper, NO_MARK, xlsx::draw }
    /// A document for Word and WPS.
    Docx { Some("docx"), Some("docx"), Paper, NO_MARK, docx::draw }
    /// A page for a browser.
    Html { Some("html"), Some("html"), Paper, NO_MARK, html::draw }
    /// What people see, as a spreadsheet opens it.
    Sheet { None, Some("csv"), Cells, BOM, spreadsheet::draw }
}

impl Format {
    /// The words that `--format` takes.
    pub fn words() -> Vec<&'static str> {
        Format::ALL.iter().filter_map(|format| format.word()).collect()
    }

    /// The format that a word of `--format` names.
    pub fn named(word: &str) -> Option<Format> {
        Format::ALL.iter().copied().find(|format| format.word() == Some(word))
    }

    /// The format that a file's name asks for.
    pub fn of_file(path: &Path) -> Option<Format> {
        let end = path.extension()?.to_str()?.to_ascii_lowercase();
        Format::ALL.iter().copied().find(|format| format.extension() == Some(&end))
    }

    /// Does a file's name promise a form of office programs that is not drawn?
    pub fn is_of_an_office(path: &Path) -> bool {
        let end = path.extension().and_then(|end| end.to_str()).map(str::to_ascii_lowercase);
        end.is_some_and(|end| OFFICE.contains(&end.as_str()))
    }

    /// Is it read as prose, in the reader's language?
    pub fn is_for_people(self) -> bool {
        matches!(self.manner(), Manner::Screen | Manner::Document | Manner::Paper)
    }

    /// How many rows of a screen stand in this format.
    pub fn rows(self, screen: &Screen) -> usize {
        match self.is_for_people() {
            true => screen.for_people().iter().map(|view| view.rows.len()).sum(),
            false => screen.for_programs().rows.len(),
        }
    }

    /// Of what must be known of an answer: what stands in it, and what must be told beside it,
    /// since programs would not read it there.
    pub fn part<T>(self, note: Option<T>) -> (Option<T>, Option<T>) {
        if self.is_for_people() { (note, None) } else { (None, note) }
    }

    /// Is it read on a screen, where a list may be told in sentences?
    pub fn is_for_a_screen(self) -> bool {
        self.manner() == Manner::Screen
    }

    /// Does it hold nothing but what falls on a day?
    pub fn is_of_days(self) -> bool {
        self.manner() == Manner::Days
    }

    /// Is it opened by another program than a terminal, and printed there?
    pub fn is_on_paper(self) -> bool {
        self.manner() == Manner::Paper
    }

    /// Can it not be shown, since it is no text?
    pub fn is_no_text(self) -> bool {
        matches!(self, Format::Xlsx | Format::Docx)
    }

    /// Is it a workbook, which holds nothing but tables?
    pub fn is_a_workbook(self) -> bool {
        self == Format::Xlsx
    }

    /// Is it a page, on which there is room for more than a list?
    pub fn is_a_page(self) -> bool {
        self == Format::Html
    }

    /// A text that is no table, in this format.
    pub fn of_text(self, text: &[u8], lang: Lang) -> Vec<u8> {
        match self {
            Format::Html => html::of_text(&String::from_utf8_lossy(text), lang),
            Format::Docx => docx::of_text(&String::from_utf8_lossy(text), lang),
            _ => text.to_vec(),
        }
    }

    /// Does its reader want an object where people want a sentence?
    pub fn is_of_objects(self) -> bool {
        self.manner() == Manner::Objects
    }

    /// What a screen says, where its format is no plain text in which a name can be found.
    pub fn told(self, screen: &Screen) -> Option<String> {
        let text = || [Format::Table, Format::Json].map(|format| format.draw(screen)).concat();
        self.is_on_paper().then(|| String::from_utf8_lossy(&text()).into_owned())
    }

    /// What was drawn, with a line by which it is known again: at the end of what people read, in a
    /// calendar beside its name. What cells or objects are read from is left as it is.
    pub fn marked(self, drawn: &[u8], mark: &str) -> Vec<u8> {
        match self {
            Format::Table | Format::Plain | Format::Markdown => {
                let between: &[u8] = if drawn.is_empty() { b"" } else { b"\n" };
                [drawn, between, visible(mark).as_bytes(), b"\n"].concat()
            }
            Format::Ics => ics::marked(drawn, mark),
            Format::Html => html::marked(drawn, mark),
            Format::Docx => document::with_line(drawn, mark),
            Format::Csv
            | Format::Tsv
            | Format::Json
            | Format::Jsonl
            | Format::Xlsx
            | Format::Sheet => drawn.to_vec(),
        }
    }

    /// What was drawn, as a file holds it.
    pub fn as_file(self, drawn: &[u8]) -> Vec<u8> {
        [self.mark().as_bytes(), drawn].concat()
    }
}
