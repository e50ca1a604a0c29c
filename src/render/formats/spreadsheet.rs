//! What people see, with Windows line ends, as spreadsheet programs like it. A cell that a program
//! would take for a formula, or for a date that it is not, is kept a text.

use crate::render::cell::Value;
use crate::render::screen::{Screen, SheetView};
use crate::render::sheet::Prose;

pub fn draw(screen: &Screen) -> Vec<u8> {
    screen.for_people().iter().map(one).collect::<Vec<_>>().join(&b"\r\n"[..])
}

fn one(view: &SheetView) -> Vec<u8> {
    let mut writer = csv::WriterBuilder::new()
        .flexible(true)
        .terminator(csv::Terminator::CRLF)
        .from_writer(Vec::new());
    // Writing to memory cannot fail.
    for own in view.prose {
        let (Prose::Said(text) | Prose::Heading(text) | Prose::ToWrite(text)) = own;
        let _ = writer.write_record([kept_a_text(&Value::Text(text.clone()))]);
    }
    let _ = if view.columns.is_empty() { Ok(()) } else { writer.write_record(&view.columns) };
    for row in &view.rows {
        let _ = writer.write_record(row.iter().copied().map(kept_a_text));
    }
    writer.into_inner().unwrap_or_default()
}

fn kept_a_text(value: &Value) -> String {
    let shown = value.shown();
    match value {
        Value::Text(_) | Value::List(_) | Value::Things(_) if is_formula(&shown) => {
            format!("'{shown}")
        }
        Value::Text(_)
        | Value::Number(_)
        | Value::Date(_)
        | Value::List(_)
        | Value::Things(_)
        | Value::Nothing
        | Value::Absent => shown,
    }
}

/// Would a spreadsheet reckon with it? Some skip what is blank before, and take wide marks too.
fn is_formula(shown: &str) -> bool {
    let marks = ['=', '+', '-', '@', '＝', '＋', '－', '＠'];
    let begins = shown.trim_start().strip_prefix(marks);
    begins.is_some_and(|rest| !rest.is_empty()) || shown.starts_with(['\t', '\r', '\n'])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whatever_a_spreadsheet_would_reckon_with_is_kept_a_text() {
        for formula in ["=1+1", "＝1+1", " =1+1", "\u{3000}＠x", "\t1", "-2+3", "+86", "@x"] {
            assert!(is_formula(formula), "{formula}");
        }
        for text in ["-", "—", "1=1", "李小明", ""] {
            assert!(!is_formula(text), "{text}");
        }
    }
}
