//! Tables that people read as they stand, aligned by display width, with ASCII rules.

use comfy_table::presets::{ASCII_MARKDOWN, NOTHING};
use comfy_table::{Cell as Drawn, CellAlignment, ContentArrangement, Table as Drawing};
use unicode_width::UnicodeWidthStr;

use crate::render::cell::Value;
use crate::render::screen::{Screen, SheetView};
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
fn around(screen: &Screen, draw: fn(&SheetView) -> String) -> Vec<u8> {
    let mut parts: Vec<String> = Vec::new();
    parts.extend(screen.title.clone());
    for view in screen.for_people().iter().filter(|view| !view.rows.is_empty()) {
        let heading = view.heading.clone().map(|heading| heading + "\n").unwrap_or_default();
        parts.push(heading + &draw(view));
    }
    parts.extend(screen.footer.clone());
    visible(&(parts.join("\n\n") + "\n")).into_bytes()
}

fn ruled(view: &SheetView) -> String {
    let mut table = new_table(view, NOTHING);
    table.add_row(rule_under(view));
    fill(&mut table, view, Value::shown);
    for column in table.column_iter_mut() {
        column.set_padding((0, 2));
    }
    let lines: Vec<String> = table.lines().map(|line| line.trim_end().to_owned()).collect();
    lines.join("\n")
}

fn piped(view: &SheetView) -> String {
    let mut table = new_table(view, ASCII_MARKDOWN);
    fill(&mut table, view, |value| value.shown().replace('|', "\\|"));
    table.trim_fmt()
}

fn new_table(view: &SheetView, style: comfy_table::TableStyle) -> Drawing {
    let mut table = Drawing::new();
    table.load_style(style);
    table.set_content_arrangement(ContentArrangement::Disabled);
    let headings = view.columns.iter().enumerate();
    table.set_header(headings.map(|(at, name)| align(Drawn::new(name), is_number(view, at))));
    table
}

fn fill(table: &mut Drawing, view: &SheetView, shown: fn(&Value) -> String) {
    for row in &view.rows {
        table.add_row(row.iter().map(|value| {
            align(Drawn::new(one_line(&shown(value))), matches!(value, Value::Number(_)))
        }));
    }
}

fn rule_under(view: &SheetView) -> Vec<String> {
    let widest = |at: usize| {
        let cells = view.rows.iter().map(|row| one_line(&row[at].shown()).width());
        cells.chain([view.columns[at].width()]).max().unwrap_or_default()
    };
    (0..view.columns.len()).map(|at| "-".repeat(widest(at))).collect()
}

fn is_number(view: &SheetView, at: usize) -> bool {
    view.rows.iter().any(|row| matches!(row[at], Value::Number(_)))
}

fn align(cell: Drawn, right: bool) -> Drawn {
    cell.set_alignment(if right { CellAlignment::Right } else { CellAlignment::Left })
}

fn one_line(text: &str) -> String {
    text.replace(['\n', '\r', '\t'], " ")
}
