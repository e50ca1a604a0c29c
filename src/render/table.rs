//! Tables for people, aligned by display width, with ASCII rules.

use comfy_table::presets::{ASCII_MARKDOWN, NOTHING};
use comfy_table::{Cell as Drawn, CellAlignment, ContentArrangement, Table};
use unicode_width::UnicodeWidthStr;

use super::sheet::{Cell, Sheet};

/// A table for a terminal: a rule of dashes under each heading, two blanks between columns.
pub fn text(sheet: &Sheet) -> String {
    let mut table = new_table(sheet, NOTHING);
    table.add_row(rule_under(sheet));
    fill(&mut table, sheet);
    for column in table.column_iter_mut() {
        column.set_padding((0, 2));
    }
    let lines: Vec<String> = table.lines().map(|line| line.trim_end().to_owned()).collect();
    lines.join("\n")
}

/// A Markdown table.
pub fn markdown(sheet: &Sheet) -> String {
    let mut table = new_table(sheet, ASCII_MARKDOWN);
    let escaped = Sheet {
        rows: sheet.rows.iter().map(|row| row.iter().map(escape).collect()).collect(),
        ..sheet.clone()
    };
    fill(&mut table, &escaped);
    table.trim_fmt()
}

fn escape(cell: &Cell) -> Cell {
    match cell {
        Cell::Text(text) => Cell::Text(text.replace('|', "\\|")),
        other => other.clone(),
    }
}

fn new_table(sheet: &Sheet, style: comfy_table::TableStyle) -> Table {
    let mut table = Table::new();
    table.load_style(style);
    table.set_content_arrangement(ContentArrangement::Disabled);
    let headings = sheet.columns.iter().enumerate();
    table.set_header(headings.map(|(at, name)| align(Drawn::new(name), is_number(sheet, at))));
    table
}

fn fill(table: &mut Table, sheet: &Sheet) {
    for row in &sheet.rows {
        table.add_row(row.iter().map(|cell| {
            align(Drawn::new(one_line(&cell.shown())), matches!(cell, Cell::Number(_)))
        }));
    }
}

fn rule_under(sheet: &Sheet) -> Vec<String> {
    let widest = |at: usize| {
        let cells = sheet.rows.iter().map(|row| one_line(&row[at].shown()).width());
        cells.chain([sheet.columns[at].width()]).max().unwrap_or_default()
    };
    (0..sheet.columns.len()).map(|at| "-".repeat(widest(at))).collect()
}

fn is_number(sheet: &Sheet, at: usize) -> bool {
    sheet.rows.iter().any(|row| matches!(row[at], Cell::Number(_)))
}

fn align(cell: Drawn, right: bool) -> Drawn {
    cell.set_alignment(if right { CellAlignment::Right } else { CellAlignment::Left })
}

fn one_line(text: &str) -> String {
    text.replace(['\n', '\r', '\t'], " ")
}
