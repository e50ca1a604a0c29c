//! Floor 3: reports to text, in the reader's language. The only importer of the table library.

pub mod ics;
pub mod letter;
pub mod letters;
mod machine;
pub mod problems;
pub mod screens;
pub mod sheet;
mod table;
pub mod wall;

use crate::domain::marks::steers;
use sheet::{Screen, Sheet};

/// The forms in which data can be asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    Table,
    Plain,
    Csv,
    Tsv,
    Json,
    Jsonl,
    Markdown,
    /// A calendar for a phone.
    Ics,
    /// What people see, as a spreadsheet opens it; for files named `.csv`.
    Sheet,
}

impl Format {
    /// Is it read as prose, in the reader's language?
    pub fn is_for_people(self) -> bool {
        matches!(self, Format::Table | Format::Markdown)
    }

    /// The form that a file's name asks for.
    pub fn of_file(path: &std::path::Path) -> Option<Format> {
        match path.extension()?.to_str()?.to_ascii_lowercase().as_str() {
            "csv" => Some(Format::Sheet),
            "tsv" => Some(Format::Tsv),
            "json" => Some(Format::Json),
            "jsonl" => Some(Format::Jsonl),
            "ics" => Some(Format::Ics),
            "md" => Some(Format::Markdown),
            _ => None,
        }
    }
}

/// The words that `--format` takes.
pub const FORMATS: [(&str, Format); 8] = [
    ("table", Format::Table),
    ("plain", Format::Plain),
    ("csv", Format::Csv),
    ("tsv", Format::Tsv),
    ("json", Format::Json),
    ("jsonl", Format::Jsonl),
    ("markdown", Format::Markdown),
    ("ics", Format::Ics),
];

/// A screen as text in a format. People's formats show the human sheets with their words; machine
/// formats the one machine sheet, with English keys in both languages.
pub fn render(screen: &Screen, format: Format) -> String {
    match format {
        Format::Table => visible(&people(screen, table::text)),
        Format::Markdown => visible(&people(screen, table::markdown)),
        Format::Plain => visible(&screen.sheets.iter().map(machine::plain).collect::<String>()),
        Format::Sheet => {
            screen.sheets.iter().map(machine::spreadsheet).collect::<Vec<_>>().join("\r\n")
        }
        Format::Csv => machine::separated(&screen.data, b','),
        Format::Tsv => machine::separated(&screen.data, b'\t'),
        Format::Json => machine::json(&screen.data),
        Format::Jsonl => machine::json_lines(&screen.data),
        // No screen has days but that of `due`, which draws its own; others refuse the word.
        Format::Ics => String::new(),
    }
}

/// A text for a terminal: marks that would steer it, or turn a line around, are shown instead.
pub fn visible(text: &str) -> String {
    let steers = |c: char| steers(c) && !matches!(c, '\n' | '\t');
    if !text.contains(steers) {
        return text.to_owned();
    }
    let shown = |c: char| if steers(c) { c.escape_unicode().to_string() } else { c.to_string() };
    text.chars().map(shown).collect()
}

fn people(screen: &Screen, draw: fn(&Sheet) -> String) -> String {
    let mut parts: Vec<String> = Vec::new();
    parts.extend(screen.title.clone());
    for sheet in &screen.sheets {
        let heading = sheet.heading.clone().map(|heading| heading + "\n").unwrap_or_default();
        if !sheet.rows.is_empty() {
            parts.push(heading + &draw(sheet));
        }
    }
    parts.extend(screen.footer.clone());
    let mut text = parts.join("\n\n");
    text.push('\n');
    text
}
