//! Tables that people read as they stand, aligned by display width, with ASCII rules.

use comfy_table::presets::{ASCII_MARKDOWN, NOTHING};
use comfy_table::{Cell as Drawn, CellAlignment, ContentArrangement, Table as Drawing};
use unicode_width::UnicodeWidthStr;

use crate::render::cell::Value;
use crate::render::screen::{Reading, Screen};
use crate::render::visible;

/// For a terminal: a rule of dashes under each heading, two blanks between columns.
pub fn text(screen: &Screen) -> Vec<u8> {
    around(screen, ruled)
}

/// Markdown tables.
pub fn markdown(screen: &Screen) -> Vec<u8> {
    around(screen, piped)
}

/// The title, the tables that have rows, and the footer.
fn around(screen: &Screen, draw: fn(&Reading) -> String) -> Vec<u8> {
    let mut parts: Vec<String> = Vec::new();
    parts.extend(screen.title.clone());
    for reading in screen.for_people().iter().filter(|reading| !reading.rows.is_empty()) {
        let heading = reading.heading.clone().map(|heading| heading + "\n").unwrap_or_default();
        parts.push(heading + &draw(reading));
    }
    parts.extend(screen.footer.clone());
    visible(&(parts.join("\n\n") + "\n")).into_bytes()
}

fn ruled(reading: &Reading) -> String {
    let mut table = new_table(reading, NOTHING);
    table.add_row(rule_under(reading));
    fill(&mut table, reading, Value::shown);
    for column in table.column_iter_mut() {
        column.set_padding((0, 2));
    }
    let lines: Vec<String> = table.lines().map(|line| line.trim_end().to_owned()).collect();
    lines.join("\n")
}

fn piped(reading: &Reading) -> String {
    let mut table = new_table(reading, ASCII_MARKDOWN);
    fill(&mut table, reading, |value| value.shown().replace('|', "\\|"));
    table.trim_fmt()
}

fn new_table(reading: &Reading, style: comfy_table::TableStyle) -> Drawing {
    let mut table = Drawing::new();
    table.load_style(style);
    table.set_content_arrangement(ContentArrangement::Disabled);
    let headings = reading.columns.iter().enumerate();
    table.set_header(headings.map(|(at, name)| align(Drawn::new(name), is_number(reading, at))));
    table
}

fn fill(table: &mut Drawing, reading: &Reading, shown: fn(&Value) -> String) {
    for row in &reading.rows {
        table.add_row(row.iter().map(|value| {
            align(Drawn::new(one_line(&shown(value))), matches!(value, Value::Number(_)))
        }));
    }
}

fn rule_under(reading: &Reading) -> Vec<String> {
    let widest = |at: usize| {
        let cells = reading.rows.iter().map(|row| one_line(&row[at].shown()).width());
        cells.chain([reading.columns[at].width()]).max().unwrap_or_default()
    };
    (0..reading.columns.len()).map(|at| "-".repeat(widest(at))).collect()
}

fn is_number(reading: &Reading, at: usize) -> bool {
    reading.rows.iter().any(|row| matches!(row[at], Value::Number(_)))
}

fn align(cell: Drawn, right: bool) -> Drawn {
    cell.set_alignment(if right { CellAlignment::Right } else { CellAlignment::Left })
}

fn one_line(text: &str) -> String {
    text.replace(['\n', '\r', '\t'], " ")
}
