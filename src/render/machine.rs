//! Formats for programs: English keys and codes in both languages.

use serde_json::{Map, Value};

use super::sheet::{Cell, Sheet};

/// One record a line, cells separated by a tab, no heading.
pub fn plain(sheet: &Sheet) -> String {
    let line = |row: &Vec<Cell>| {
        let cells: Vec<String> =
            row.iter().map(|cell| cell.shown().replace(['\n', '\t'], " ")).collect();
        cells.join("\t") + "\n"
    };
    sheet.rows.iter().map(line).collect()
}

/// Comma or tab separated, with a header.
pub fn separated(sheet: &Sheet, delimiter: u8) -> String {
    let mut writer = csv::WriterBuilder::new().delimiter(delimiter).from_writer(Vec::new());
    // Writing to memory cannot fail, and every row has the columns of the sheet.
    let _ = writer.write_record(&sheet.columns);
    for row in &sheet.rows {
        let _ = writer.write_record(row.iter().map(Cell::shown));
    }
    let bytes = writer.into_inner().unwrap_or_default();
    String::from_utf8(bytes).unwrap_or_default()
}

/// What people see, with Windows line ends, as spreadsheet programs like it. A cell that a program
/// would take for a formula, or for a date that it is not, is kept a text.
pub fn spreadsheet(sheet: &Sheet) -> String {
    let mut writer =
        csv::WriterBuilder::new().terminator(csv::Terminator::CRLF).from_writer(Vec::new());
    // Writing to memory cannot fail.
    let _ = writer.write_record(&sheet.columns);
    for row in &sheet.rows {
        let _ = writer.write_record(row.iter().map(kept_a_text));
    }
    String::from_utf8(writer.into_inner().unwrap_or_default()).unwrap_or_default()
}

fn kept_a_text(cell: &Cell) -> String {
    let shown = cell.shown();
    let is_formula = shown.starts_with(['=', '+', '-', '@']) && shown.len() > 1;
    match cell {
        Cell::Text(_) if is_formula => format!("'{shown}"),
        _ => shown,
    }
}

/// One array of objects.
pub fn json(sheet: &Sheet) -> String {
    let objects: Vec<String> = objects(sheet).map(|object| format!("  {object}")).collect();
    match objects.is_empty() {
        true => "[]\n".to_owned(),
        false => format!("[\n{}\n]\n", objects.join(",\n")),
    }
}

/// One object a line.
pub fn json_lines(sheet: &Sheet) -> String {
    objects(sheet).map(|object| object.to_string() + "\n").collect()
}

fn objects(sheet: &Sheet) -> impl Iterator<Item = Value> + '_ {
    sheet.rows.iter().map(|row| {
        let pairs = sheet.columns.iter().cloned().zip(row.iter().map(value));
        Value::Object(pairs.collect::<Map<_, _>>())
    })
}

fn value(cell: &Cell) -> Value {
    match cell {
        Cell::Text(text) => Value::from(text.as_str()),
        Cell::Number(number) => Value::from(*number),
        Cell::Date(date) => Value::from(date.to_string()),
        Cell::List(entries) => Value::from(entries.clone()),
        Cell::Null => Value::Null,
    }
}
