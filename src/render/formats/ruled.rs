//! A table on a screen: a rule of dashes under each heading, two blanks between columns. It may
//! have as many rows as a school has duties, so each cell is measured once and lines are written
//! straight.

use std::borrow::Cow;

use unicode_width::UnicodeWidthStr;

use crate::render::cell::Value;
use crate::render::fit::folded;
use crate::render::screen::SheetView;

/// Between two columns.
const GAP: usize = 2;

/// One cell as it is written.
struct Drawn<'v> {
    /// Its lines, with line breaks between them.
    text: Cow<'v, str>,
    lines: usize,
    /// Of its widest line.
    width: usize,
    right: bool,
}

/// A table of these columns, by place, each as wide as is said at most.
pub fn ruled<'v>(view: &SheetView<'v>, columns: &[(usize, usize)]) -> String {
    let heading = |(at, _): &(usize, usize)| {
        Drawn::new(Cow::Borrowed(view.columns[*at]), is_number(view, *at))
    };
    let headings: Vec<Drawn> = columns.iter().map(heading).collect();
    let cells = |row: &Vec<&'v Value>| {
        columns.iter().map(|(at, width)| Drawn::of(row[*at], *width)).collect()
    };
    let rows: Vec<Vec<Drawn>> = view.rows.iter().map(cells).collect();
    let mut widths: Vec<usize> = headings.iter().map(|own| own.width).collect();
    for row in &rows {
        for (width, own) in widths.iter_mut().zip(row) {
            *width = own.width.max(*width);
        }
    }
    let rule: Vec<Drawn> =
        widths.iter().map(|width| Drawn::new("-".repeat(*width).into(), false)).collect();
    let mut text = String::new();
    let blanks = " ".repeat(widths.iter().max().map_or(GAP, |widest| widest + GAP));
    for row in [&headings, &rule].into_iter().chain(&rows) {
        write_row(&mut text, row, &widths, &blanks);
    }
    text.truncate(text.len().saturating_sub(1));
    text
}

impl<'v> Drawn<'v> {
    fn new(text: Cow<'v, str>, right: bool) -> Drawn<'v> {
        let lines = 1 + text.bytes().filter(|byte| *byte == b'\n').count();
        let width = match lines {
            1 => width_of(&text),
            _ => text.split('\n').map(width_of).max().unwrap_or_default(),
        };
        Drawn { text, lines, width, right }
    }

    /// A value on lines of this width.
    fn of(value: &'v Value, width: usize) -> Drawn<'v> {
        Drawn::new(within(one_line(value.text()), width), matches!(value, Value::Number(_)))
    }

    /// One of its lines with its width; an empty one below the last.
    fn line(&self, at: usize) -> (&str, usize) {
        if self.lines == 1 && at == 0 {
            return (&self.text, self.width);
        }
        let line = self.text.split('\n').nth(at).unwrap_or_default();
        (line, width_of(line))
    }
}

/// How many places a text takes. Where it has the most usual letters alone, they are counted.
fn width_of(text: &str) -> usize {
    let mut width = 0;
    for letter in text.chars() {
        width += match letter {
            ' '..='~' => 1,
            '\u{4e00}'..='\u{9fff}' | '（' | '）' | '，' | '：' => 2,
            _ => return text.width(),
        };
    }
    width
}

/// A text on lines of this width, as far as its words allow.
fn within(text: Cow<str>, width: usize) -> Cow<str> {
    // No letter is wider than the bytes that it takes.
    if text.len() > width {
        return folded(&text, width).join("\n").into();
    }
    match text {
        Cow::Borrowed(text) => text.trim_end().into(),
        Cow::Owned(mut text) => {
            text.truncate(text.trim_end().len());
            text.into()
        }
    }
}

/// Writes the lines of a row; there are as many blanks as any cell may want.
fn write_row(text: &mut String, row: &[Drawn], widths: &[usize], blanks: &str) {
    let height = row.iter().map(|cell| cell.lines).max().unwrap_or_default();
    for at in 0..height {
        let start = text.len();
        for (cell, width) in row.iter().zip(widths) {
            let (line, own) = cell.line(at);
            let free = width.saturating_sub(own);
            let (before, after) = if cell.right { (free, GAP) } else { (0, free + GAP) };
            text.push_str(blanks.get(..before).unwrap_or(blanks));
            text.push_str(line);
            text.push_str(blanks.get(..after).unwrap_or(blanks));
        }
        let written = text.get(start..).unwrap_or_default();
        text.truncate(start + written.trim_end().len());
        text.push('\n');
    }
}

/// Does a column hold numbers?
pub fn is_number(view: &SheetView, at: usize) -> bool {
    view.rows.iter().any(|row| matches!(row[at], Value::Number(_)))
}

/// Without marks that would begin another line or leave a gap.
pub fn one_line(text: Cow<str>) -> Cow<str> {
    match text.bytes().any(|byte| matches!(byte, b'\n' | b'\r' | b'\t')) {
        true => text.replace(['\n', '\r', '\t'], " ").into(),
        false => text,
    }
}

#[cfg(test)]
mod tests {
    use chrono::NaiveDate;
    use comfy_table::presets::NOTHING;
    use comfy_table::{Cell, CellAlignment, ContentArrangement, Table};

    use super::*;
    use crate::render::layout::SheetLayout;

    /// The same table, drawn by the table library.
    fn by_library(view: &SheetView, columns: &[(usize, usize)]) -> String {
        let align = |cell: Cell, right: bool| {
            cell.set_alignment(if right { CellAlignment::Right } else { CellAlignment::Left })
        };
        let mut table = Table::new();
        table.load_style(NOTHING);
        table.set_content_arrangement(ContentArrangement::Disabled);
        let heading =
            |(at, _): &(usize, usize)| align(Cell::new(view.columns[*at]), is_number(view, *at));
        table.set_header(columns.iter().map(heading));
        let text = |row: &[&Value], (at, width): &(usize, usize)| {
            folded(&one_line(row[*at].shown().into()), *width).join("\n")
        };
        let widest = |own: &(usize, usize)| {
            let cells: Vec<String> = view.rows.iter().map(|row| text(row, own)).collect();
            let lines = cells.iter().flat_map(|cell| cell.lines()).map(UnicodeWidthStr::width);
            "-".repeat(lines.chain([view.columns[own.0].width()]).max().unwrap())
        };
        table.add_row(columns.iter().map(widest));
        for row in &view.rows {
            let cell = |own: &(usize, usize)| {
                align(Cell::new(text(row, own)), matches!(row[own.0], Value::Number(_)))
            };
            table.add_row(columns.iter().map(cell));
        }
        table.column_iter_mut().for_each(|column| {
            column.set_padding((0, 2));
        });
        let lines: Vec<String> = table.lines().map(|line| line.trim_end().to_owned()).collect();
        lines.join("\n")
    }

    /// Numbers that look thrown, the same each time.
    struct Dice(u64);

    impl Dice {
        fn below(&mut self, sides: usize) -> usize {
            self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040);
            usize::try_from(self.0 >> 33).unwrap() % sides
        }

        fn value(&mut self) -> Value {
            const PIECES: [&str; 16] = [
                "李小梅",
                "家访",
                "、",
                "a|b",
                ", ",
                "。",
                "\t",
                "\n",
                " ",
                "e\u{301}",
                "☺\u{fe0f}",
                "\u{3000}",
                "\u{202e}",
                "👨\u{200d}👩\u{200d}👧",
                "-",
                "孩子很想念在外务工的父母希望",
            ];
            let text = |dice: &mut Dice| {
                (0..dice.below(6)).map(|_| PIECES[dice.below(PIECES.len())]).collect::<String>()
            };
            match self.below(6) {
                0 => Value::Number(i64::try_from(self.below(100_000)).unwrap() - 500),
                1 => Value::Date(NaiveDate::from_ymd_opt(2024, 12, 20).unwrap()),
                2 => Value::Nothing,
                3 => Value::List((0..self.below(3)).map(|_| text(self)).collect()),
                _ => Value::Text(text(self)),
            }
        }
    }

    #[test]
    fn any_table_is_drawn_as_the_table_library_draws_it() {
        const HEADINGS: [&str; 4] = ["序号", "name", "备注", "x"];
        for seed in 0..600 {
            let mut dice = Dice(seed);
            let width = 1 + dice.below(HEADINGS.len());
            let values: Vec<Vec<Value>> =
                (0..dice.below(7)).map(|_| (0..width).map(|_| dice.value()).collect()).collect();
            let view = SheetView {
                heading: None,
                is_below: false,
                prose: &[],
                columns: HEADINGS[..width].to_vec(),
                keys: vec![None; width],
                layout: &SheetLayout::Rows,
                minor: Vec::new(),
                rows: values.iter().map(|row| row.iter().collect()).collect(),
            };
            let columns: Vec<(usize, usize)> =
                (0..width).map(|at| (at, [usize::MAX, 4, 9, 24][dice.below(4)])).collect();
            assert_eq!(ruled(&view, &columns), by_library(&view, &columns), "seed {seed}");
        }
    }
}
