//! What people see, with Windows line ends, as spreadsheet programs like it. A cell that a program
//! would take for a formula, or for a date that it is not, is kept a text.

use crate::render::cell::Value;
use crate::render::screen::{Screen, SheetView};

pub fn draw(screen: &Screen) -> Vec<u8> {
    screen.for_people().iter().map(one).collect::<Vec<_>>().join(&b"\r\n"[..])
}

fn one(view: &SheetView) -> Vec<u8> {
    let mut writer =
        csv::WriterBuilder::new().terminator(csv::Terminator::CRLF).from_writer(Vec::new());
    // Writing to memory cannot fail.
    let _ = writer.write_record(&view.columns);
    for row in &view.rows {
        let _ = writer.write_record(row.iter().copied().map(kept_a_text));
    }
    writer.into_inner().unwrap_or_default()
}

fn kept_a_text(value: &Value) -> String {
    let shown = value.shown();
    let is_formula = shown.starts_with(['=', '+', '-', '@']) && shown.len() > 1;
    match value {
        Value::Text(_) if is_formula => format!("'{shown}"),
        Value::Text(_)
        | Value::Number(_)
        | Value::Date(_)
        | Value::List(_)
        | Value::Things(_)
        | Value::Nothing
        | Value::Absent => shown,
    }
}
