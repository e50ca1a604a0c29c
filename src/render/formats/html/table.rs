//! A table of the page.

use std::fmt::Write as _;

use crate::render::cell::Value;
use crate::render::formats::ruled::is_number;
use crate::render::formats::wide::{AT_LENGTH, widest};
use crate::render::page_text::escaped;
use crate::render::screen::SheetView;
use crate::render::sheet::Minor;

/// The key of the column by which a reader may choose a class.
pub const CLASS: &str = "class";

/// A table, with what it is called for those who hear the page.
pub fn draw(page: &mut String, view: &SheetView, called: &str) {
    let called = escaped(called);
    let _ =
        writeln!(page, "<div class=scroll role=region tabindex=0 aria-label=\"{called}\"><table>");
    let kinds: Vec<String> = (0..view.columns.len()).map(|at| kind(view, at)).collect();
    page.push_str("<thead><tr>");
    for (at, heading) in view.columns.iter().enumerate() {
        let _ = write!(page, "<th scope=col{}>{}</th>", kinds[at], escaped(heading));
    }
    page.push_str("</tr></thead>\n<tbody>\n");
    let class = view.place(CLASS);
    for row in &view.rows {
        let own = class.map(|at| escaped(&row[at].shown()));
        match own {
            Some(class) => {
                let _ = write!(page, "<tr data-class=\"{class}\">");
            }
            None => page.push_str("<tr>"),
        }
        for (at, value) in row.iter().enumerate() {
            let _ = write!(page, "<td{}>{}</td>", kinds[at], text(value));
        }
        page.push_str("</tr>\n");
    }
    page.push_str("</tbody></table></div>\n");
}

/// What a cell shows.
pub fn text(value: &Value) -> String {
    escaped(&value.text())
}

/// Cells no wider than this are never broken, or not where there is room: in half Chinese letters.
const NEVER_BROKEN: usize = 8;
const SELDOM_BROKEN: usize = 13;

/// How a column looks, as the style knows it.
fn kind(view: &SheetView, at: usize) -> String {
    let wide = widest(view, at);
    let held = match (wide <= NEVER_BROKEN, wide <= SELDOM_BROKEN) {
        (true, _) => Some("k1"),
        (_, true) => Some("k2"),
        // Beside cells that are never broken a long text would stand letter below letter.
        _ => (wide > AT_LENGTH).then_some("l"),
    };
    let side = if is_number(view, at) { "n" } else { "s" };
    let spare = (view.minor[at] == Minor::Spare).then_some("m2");
    let words: Vec<&str> = [side].into_iter().chain(held).chain(spare).collect();
    format!(" class=\"{}\"", words.join(" "))
}

#[cfg(test)]
mod tests {
    use crate::render::formats::html;
    use crate::render::layout::{Chart, FormsPerPage, RowForm, RowFormLine};
    use crate::render::screen::{Figure, Screen};
    use crate::render::sheet::{Sheet, SheetColumn};

    const CHILDREN: [(&str, &str, i64); 3] = [
        ("李小梅", "三（1）班", 2),
        ("<b>&\"'", "三（2）班", 0),
        ("\u{202e}王芳\u{0}", "三（1）班", 1),
    ];

    fn columns() -> [SheetColumn<'static, (&'static str, &'static str, i64)>; 3] {
        [
            SheetColumn::new("class", "班级", |own: &(&str, &str, i64)| own.1),
            SheetColumn::new("name", "姓名", |own: &(&str, &str, i64)| own.0),
            SheetColumn::new("times", "次数", |own: &(&str, &str, i64)| own.2),
        ]
    }

    fn page(sheet: Sheet) -> String {
        let figure = Figure {
            label: "在册".to_owned(),
            value: "3".to_owned(),
            source: Some("care list".to_owned()),
        };
        let title = Some("家访\n到今天".to_owned());
        let screen =
            Screen { title, figures: vec![figure], sheets: vec![sheet], ..Screen::default() };
        String::from_utf8(html::draw(&screen)).unwrap()
    }

    #[test]
    fn a_page_holds_every_row_once_and_nothing_in_it_is_a_mark() {
        let page = page(Sheet::of(&columns(), &CHILDREN));
        assert!(page.contains("<h1>家访</h1>") && page.contains("<p>到今天</p>"), "{page}");
        assert!(page.contains("<dt>在册</dt><dd>3</dd><dd class=by>明细：care list</dd>"));
        assert_eq!(page.matches("<tr data-class").count(), 3);
        assert!(page.contains("&lt;b&gt;&amp;&quot;&#39;") && !page.contains("<b>"));
        assert!(!page.contains('\u{202e}') && !page.contains('\u{0}'), "marks are shown instead");
        assert_eq!(page.matches("<option>").count(), 2, "each class once");
        for asking in ["http:", "https:", "src=", "@import", "url("] {
            assert!(!page.contains(asking), "asks for nothing: {asking}");
        }
    }

    #[test]
    fn a_page_of_one_class_has_no_script() {
        let page = page(Sheet::of(&columns(), &CHILDREN[..1]));
        assert!(!page.contains("<script>") && !page.contains("id=filter"));
    }

    #[test]
    fn a_chart_stands_above_the_table_of_its_numbers() {
        let name = || "name".to_owned();
        let bars =
            Chart::Bars { label: name(), part: "times".to_owned(), whole: "times".to_owned() };
        let page = page(Sheet::of(&columns(), &CHILDREN).charted(bars));
        let (chart, table) = (page.find("<svg").unwrap(), page.find("<table>").unwrap());
        assert!(chart < table);
        assert_eq!(page.matches("<rect class=done").count(), 2, "nothing of nothing has no bar");
        let months =
            Chart::Trend { label: name(), part: "times".to_owned(), whole: "times".to_owned() };
        let page = self::page(Sheet::of(&columns(), &CHILDREN).charted(months));
        assert_eq!(page.matches("<rect class=rest").count(), 2);
        let heat = Chart::Heat { label: name(), cells: vec!["times".to_owned()] };
        let page = self::page(Sheet::of(&columns(), &CHILDREN).charted(heat));
        assert!(["h0", "h1", "h2"].iter().all(|own| page.contains(&format!("<path class={own} "))));
    }

    #[test]
    fn a_form_has_each_label_with_its_value_and_a_line_to_sign() {
        let form = RowForm {
            heading: "家访记录".to_owned(),
            per_page: FormsPerPage::Four,
            lines: vec![RowFormLine::of(["name", "gone", "class"]), RowFormLine::text("times", 4)],
            below: vec!["签名：".to_owned()],
        };
        let page = page(Sheet::of(&columns(), &CHILDREN).on_forms(form));
        assert_eq!(page.matches("<article class=form").count(), 3);
        assert_eq!(page.matches("<dt>姓名</dt><dd>李小梅</dd>").count(), 1);
        assert_eq!(page.matches("<p class=sign>签名：</p>").count(), 3);
        assert!(page.contains("--h:4") && page.contains("forms four"));
    }
}
