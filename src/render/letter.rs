//! A mail as text and as simple HTML: no script, no picture, nothing fetched; readable on a phone.

use super::visible;
use crate::lang::Lang;
use crate::lang::access_words::AccessSaid;

/// What a mail says.
pub struct Letter {
    pub subject: String,
    pub title: String,
    pub parts: Vec<Part>,
    /// The language as HTML names it.
    pub language: &'static str,
}

/// A part of a mail.
pub enum Part {
    Heading(String),
    Line(String),
    /// Rows of a list, under their headings.
    Entries([String; 3], Vec<LetterRow>),
}

/// One row of a list: three things, and below each what says more.
pub struct LetterRow {
    pub main: [String; 3],
    pub more: [String; 3],
}

impl Letter {
    /// The same with a last line that says under which entry of the log of access it went.
    pub fn entered(mut self, number: usize, hash: &str) -> Letter {
        let lang = Lang::parse(self.language).unwrap_or(Lang::Zh);
        self.parts.push(Part::Line(AccessSaid::Head { number, hash }.text(lang)));
        self
    }

    /// As text.
    pub fn text(&self) -> String {
        let mut lines = vec![self.title.clone()];
        for part in &self.parts {
            match part {
                Part::Heading(heading) => lines.extend([String::new(), heading.clone()]),
                Part::Line(line) => lines.push(line.clone()),
                Part::Entries(_, entries) => {
                    for (at, entry) in entries.iter().enumerate() {
                        lines.push(format!("{:>3}. {}", at + 1, joined(&entry.main)));
                        let more = joined(&entry.more);
                        lines.extend((!more.is_empty()).then(|| format!("     {more}")));
                    }
                }
            }
        }
        visible(&(lines.join("\n") + "\n"))
    }

    /// As HTML.
    pub fn html(&self) -> String {
        let parts: String = self.parts.iter().map(html_of).collect();
        let (title, language) = (inert(&self.title), self.language);
        format!(
            "<!DOCTYPE html>\n<html lang=\"{language}\">\n<head>\n<meta charset=\"utf-8\">\n\
             <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
             <title>{title}</title>\n</head>\n<body style=\"{BODY}\">\n<div style=\"{PAGE}\">\n\
             <h1 style=\"{TITLE}\">{title}</h1>\n{parts}</div>\n</body>\n</html>\n"
        )
    }
}

const BODY: &str = "margin:0;padding:12px;background:#fff;color:#222;\
    font:15px/1.5 -apple-system,'PingFang SC','Microsoft YaHei','Noto Sans CJK SC',sans-serif";
const PAGE: &str = "max-width:720px;margin:0 auto;overflow-wrap:anywhere";
const TITLE: &str = "font-size:20px;line-height:1.3;margin:0 0 8px";
const HEADING: &str = "font-size:17px;margin:20px 0 6px";
const TABLE: &str = "width:100%;border-collapse:collapse;table-layout:fixed";
const HEAD_CELL: &str = "text-align:left;font-weight:normal;color:#555;padding:4px 8px 4px 0";
const CELL: &str = "vertical-align:top;padding:6px 8px 6px 0;border-top:1px solid #ccc";
const MORE: &str = "color:#555;font-size:13px";
/// Three columns that hold two lines each fit a phone's 390 pixels.
const WIDTHS: [&str; 3] = ["31%", "31%", "38%"];

fn html_of(part: &Part) -> String {
    match part {
        Part::Heading(heading) => format!("<h2 style=\"{HEADING}\">{}</h2>\n", inert(heading)),
        Part::Line(line) => format!("<p style=\"margin:4px 0\">{}</p>\n", inert(line)),
        Part::Entries(headings, entries) => {
            let head = |(heading, width): (&String, &str)| {
                let heading = inert(heading);
                format!("<th style=\"{HEAD_CELL};width:{width}\">{heading}</th>")
            };
            let heads: String = headings.iter().zip(WIDTHS).map(head).collect();
            let rows: String = entries.iter().map(row).collect();
            format!("<table style=\"{TABLE}\">\n<tr>{heads}</tr>\n{rows}</table>\n")
        }
    }
}

fn row(entry: &LetterRow) -> String {
    let cell = |(main, more): (&String, &String)| {
        let below = match more.is_empty() {
            true => String::new(),
            false => format!("<br><span style=\"{MORE}\">{}</span>", inert(more)),
        };
        format!("<td style=\"{CELL}\">{}{below}</td>", inert(main))
    };
    let cells: String = entry.main.iter().zip(&entry.more).map(cell).collect();
    format!("<tr>{cells}</tr>\n")
}

fn joined(texts: &[String; 3]) -> String {
    let said: Vec<&str> =
        texts.iter().map(String::as_str).filter(|text| !text.is_empty()).collect();
    said.join("  ")
}

/// A text that HTML shows as it is.
fn inert(text: &str) -> String {
    let mut shown = String::with_capacity(text.len());
    for letter in visible(text).chars() {
        match letter {
            '&' => shown.push_str("&amp;"),
            '<' => shown.push_str("&lt;"),
            '>' => shown.push_str("&gt;"),
            '"' => shown.push_str("&quot;"),
            '\'' => shown.push_str("&#39;"),
            '\n' | '\t' => shown.push(' '),
            other => shown.push(other),
        }
    }
    shown
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn markup_in_a_name_is_shown_and_does_nothing() {
        assert_eq!(
            inert("<b onclick='x'>&\"\r\n\u{202e}"),
            "&lt;b onclick=&#39;x&#39;&gt;&amp;&quot;\\u{d} \\u{202e}"
        );
    }
}
