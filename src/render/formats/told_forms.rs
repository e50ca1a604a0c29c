//! Forms where nothing can be drawn: one below the other, label and value on a line.

use unicode_width::UnicodeWidthStr;

use crate::render::cell::Value;
use crate::render::layout::RowForm;
use crate::render::screen::SheetView;

/// The fields of a form in its order, each with its place in the view.
fn fields(view: &SheetView, form: &RowForm) -> impl Iterator<Item = usize> {
    form.lines.iter().flat_map(|line| view.places(&line.keys))
}

/// All forms of a view.
pub fn text(view: &SheetView, form: &RowForm) -> String {
    let wide = fields(view, form).map(|at| view.columns[at].width()).max().unwrap_or_default();
    let form_of = |row: &Vec<&Value>| {
        let line = |at: usize| {
            let (label, value) = (view.columns[at], row[at].shown());
            let gap = " ".repeat(wide - label.width() + 2);
            let value = value.replace('\n', &format!("\n{}", " ".repeat(wide + 2)));
            format!("{label}{gap}{value}").trim_end().to_owned()
        };
        let head = Some(form.heading.clone()).filter(|own| !own.is_empty());
        let lines = head.into_iter().chain(fields(view, form).map(line));
        lines.chain(form.below.iter().cloned()).collect::<Vec<_>>().join("\n")
    };
    view.rows.iter().map(form_of).collect::<Vec<_>>().join("\n\n")
}

/// The same as tables of Markdown.
pub fn markdown(view: &SheetView, form: &RowForm) -> String {
    let escaped = |text: &str| text.replace('|', "\\|").replace('\n', "<br>");
    let form_of = |row: &Vec<&Value>| {
        let line = |at: usize| {
            format!("| {} | {} |", escaped(view.columns[at]), escaped(&row[at].shown()))
        };
        let head = format!("### {}\n\n|  |  |\n|---|---|", form.heading);
        let below = form.below.iter().map(|line| format!("\n{line}"));
        let lines = [head].into_iter().chain(fields(view, form).map(line)).chain(below);
        lines.collect::<Vec<_>>().join("\n")
    };
    view.rows.iter().map(form_of).collect::<Vec<_>>().join("\n\n")
}
