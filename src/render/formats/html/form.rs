//! Forms of the page.

use std::fmt::Write as _;

use super::table::{self, CLASS};
use crate::render::layout::{FormsPerPage, RowForm};
use crate::render::page_text::escaped;
use crate::render::screen::SheetView;

/// The forms of a view, one for each row.
pub fn draw(page: &mut String, view: &SheetView, form: &RowForm) {
    let _ = writeln!(page, "<div class=\"{}\">", per_page(form.per_page));
    let class = view.place(CLASS);
    for row in &view.rows {
        page.push_str("<article class=form");
        if let Some(at) = class {
            let _ = write!(page, " data-class=\"{}\"", table::text(row[at]));
        }
        page.push('>');
        if !form.heading.is_empty() {
            let _ = write!(page, "<h3>{}</h3>", escaped(&form.heading));
        }
        page.push_str("<dl>");
        for line in &form.lines {
            let places = view.places(&line.keys);
            if places.is_empty() {
                continue;
            }
            page.push_str("<div class=row>");
            for at in places {
                let high = match line.height {
                    0 | 1 => String::new(),
                    high => format!(" style=\"--h:{high}\""),
                };
                let (label, value) = (escaped(view.columns[at]), table::text(row[at]));
                let _ = write!(page, "<div><dt>{label}</dt><dd{high}>{value}</dd></div>");
            }
            page.push_str("</div>");
        }
        page.push_str("</dl>");
        for line in &form.below {
            let _ = write!(page, "<p class=sign>{}</p>", escaped(line));
        }
        page.push_str("</article>\n");
    }
    page.push_str("</div>\n");
}

/// The word by which the style knows how many forms stand on a page.
fn per_page(forms: FormsPerPage) -> &'static str {
    match forms {
        FormsPerPage::One => "forms",
        FormsPerPage::Four => "forms four",
    }
}
