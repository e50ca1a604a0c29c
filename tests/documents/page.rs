//! What stands on the page (html) that a command makes, as far as a document has it too.

/// The texts between the tags of some elements, in their order.
fn inside<'p>(page: &'p str, names: &[&str]) -> Vec<&'p str> {
    let mut found: Vec<(usize, &str)> = Vec::new();
    for name in names {
        let (begin, end) = (format!("<{name}"), format!("</{name}>"));
        for (at, _) in page.match_indices(&begin) {
            let (_, rest) = page.split_at(at + begin.len());
            if !rest.starts_with([' ', '>']) {
                continue;
            }
            let text = rest.split_once('>').and_then(|(_, text)| text.split_once(&end));
            found.extend(text.map(|(text, _)| (at, text)));
        }
    }
    found.sort_unstable();
    found.into_iter().map(|(_, text)| text).collect()
}

fn letters(text: &str) -> String {
    let text = text.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"");
    text.replace("&#39;", "'").replace("&amp;", "&")
}

/// Its tables, row by row, the headings first.
pub fn tables(page: &str) -> Vec<Vec<Vec<String>>> {
    let cells = |row: &str| inside(row, &["th", "td"]).into_iter().map(letters).collect();
    let rows = |table: &str| inside(table, &["tr"]).into_iter().map(cells).collect();
    inside(page, &["table"]).into_iter().map(rows).collect()
}

/// The headings of the page and of its parts.
pub fn headings(page: &str) -> Vec<String> {
    inside(page, &["h1", "h2", "h3"]).into_iter().map(letters).collect()
}

/// What somebody has still to write, paragraph by paragraph.
pub fn to_write(page: &str) -> Vec<String> {
    let begun = page.split("<p class=to-write>").skip(1);
    begun.filter_map(|rest| Some(letters(rest.split_once("</p>")?.0))).collect()
}

/// What stands in its forms: headings, labels, values, and where people sign.
pub fn forms(page: &str) -> Vec<String> {
    let forms = inside(page, &["article"]).into_iter();
    let texts = forms.flat_map(|form| inside(form, &["h3", "dt", "dd", "p"]));
    texts.map(letters).collect()
}
