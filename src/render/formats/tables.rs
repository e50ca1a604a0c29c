//! Tables that people read as they stand, aligned by display width, with ASCII rules.

use comfy_table::presets::ASCII_MARKDOWN;
use comfy_table::{Cell as Drawn, CellAlignment, ContentArrangement, Table as Drawing};

use super::marks;
use super::ruled::{is_number, one_line, ruled};
use super::told_forms;
use super::told_prose;
use crate::lang::listed;
use crate::lang::record_words::Listing;
use crate::render::cell::Value;
use crate::render::fit::{fitted, folded};
use crate::render::layout::SheetLayout;
use crate::render::screen::{Figure, Screen, SheetView};
use crate::render::visible;

/// For a terminal: a rule of dashes under each heading, two blanks between columns.
pub fn text(screen: &Screen) -> Vec<u8> {
    let mut left_out: Vec<String> = Vec::new();
    let draw = |view: &SheetView| match (view.layout, screen.width) {
        (SheetLayout::Forms(form), _) => told_forms::text(view, form),
        (_, None) => ruled(view, &whole(view)),
        (_, Some((width, _))) => {
            let fitted = fitted(view, width);
            let new =
                fitted.left_out.iter().filter(|name| !left_out.contains(&(**name).to_owned()));
            let new: Vec<String> = new.map(|name| (*name).to_owned()).collect();
            left_out.extend(new);
            ruled(view, &fitted.columns)
        }
    };
    let mut parts = around(screen, &told_prose::LINES, draw);
    if let Some((width, lang)) = screen.width {
        let columns = listed(&left_out, lang);
        let note =
            (!left_out.is_empty()).then(|| Listing::TooNarrow { columns: &columns }.text(lang));
        parts.footer.extend(note);
        for text in parts.title.iter_mut().chain(&mut parts.footer) {
            let lines = text.lines().flat_map(|line| folded(line, width));
            *text = lines.collect::<Vec<_>>().join("\n");
        }
    }
    parts.bytes()
}

/// Markdown tables.
pub fn markdown(screen: &Screen) -> Vec<u8> {
    let draw = |view: &SheetView| match view.layout {
        SheetLayout::Forms(form) => told_forms::markdown(view, form),
        _ => piped(view),
    };
    around(screen, &told_prose::MARKDOWN, draw).bytes()
}

/// What stands on a screen from above to below.
struct Parts {
    title: Option<String>,
    tables: Vec<String>,
    footer: Vec<String>,
}

impl Parts {
    fn bytes(self) -> Vec<u8> {
        let footer = Some(self.footer.join("\n")).filter(|text| !text.is_empty());
        let parts: Vec<String> = self.title.into_iter().chain(self.tables).chain(footer).collect();
        visible(&(parts.join("\n\n") + "\n")).into_bytes()
    }
}

/// The title, the tables that have rows, and the footer.
fn around(
    screen: &Screen,
    headings: &told_prose::HeadingMarks,
    mut draw: impl FnMut(&SheetView) -> String,
) -> Parts {
    let mut tables = Vec::new();
    tables.extend(figures(&screen.figures));
    for mut view in screen.for_people().into_iter().filter(SheetView::says_something) {
        let marks = marks::of(&view);
        if let Some(marks) = &marks {
            marks.put_on(&mut view);
        }
        let width = screen.width.map_or(usize::MAX, |(width, _)| width);
        let is_text = !view.prose.is_empty() || view.is_below;
        match is_text {
            true => tables.extend(told_prose::told(&view, headings, width)),
            false => {
                let heading = view.heading.iter().flat_map(|heading| folded(heading, width));
                let heading = heading.map(|line| line + "\n").collect::<String>();
                tables.push(heading + &draw(&view));
                continue;
            }
        }
        if !view.rows.is_empty() {
            tables.push(draw(&view));
        }
    }
    let footer = screen.footer.clone().into_iter().collect();
    Parts { title: screen.title.clone(), tables, footer }
}

/// Each figure on a line.
fn figures(figures: &[Figure]) -> Option<String> {
    let line = |own: &Figure| {
        let source = own.source.iter().map(|source| format!("  ({source})"));
        format!("{}: {}{}", own.label, own.value, source.collect::<String>())
    };
    let lines: Vec<String> = figures.iter().map(line).collect();
    (!lines.is_empty()).then(|| lines.join("\n"))
}

/// Every column, as wide as it is.
fn whole(view: &SheetView) -> Vec<(usize, usize)> {
    (0..view.columns.len()).map(|at| (at, usize::MAX)).collect()
}

fn piped(view: &SheetView) -> String {
    let mut table = Drawing::new();
    table.load_style(ASCII_MARKDOWN);
    table.set_content_arrangement(ContentArrangement::Disabled);
    let heading = |at: usize| align(Drawn::new(view.columns[at]), is_number(view, at));
    table.set_header((0..view.columns.len()).map(heading));
    for row in &view.rows {
        table.add_row(row.iter().map(|value| {
            let text = one_line(value.shown().replace('|', "\\|").into());
            align(Drawn::new(text), matches!(value, Value::Number(_)))
        }));
    }
    table.trim_fmt()
}

fn align(cell: Drawn, right: bool) -> Drawn {
    cell.set_alignment(if right { CellAlignment::Right } else { CellAlignment::Left })
}
