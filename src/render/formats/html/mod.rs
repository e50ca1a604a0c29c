//! A page for a browser: one file that asks for nothing, is read without its script, and is printed
//! on A4.

mod charts;
mod form;
mod table;

use std::fmt::Write as _;

use table::CLASS;

use crate::lang::Lang;
use crate::lang::page_words::PageWord;
use crate::lang::paper_words::PaperWord;
use crate::render::formats::wide::is_wide;
use crate::render::layout::{Chart, SheetLayout};
use crate::render::page_text::escaped;
use crate::render::screen::{Figure, Screen, SheetView};
use crate::render::sheet::Prose;

const STYLE: &str = include_str!("style.css");
const FILTER: &str = include_str!("filter.js");

/// Nothing is fetched, and nothing is run but what stands in the page.
const POLICY: &str = "default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'; \
                      base-uri 'none'; form-action 'none'";

const END: &str = "</body></html>\n";

/// The page's bytes.
pub fn draw(screen: &Screen) -> Vec<u8> {
    let lang = screen.paper.as_ref().map_or(Lang::Zh, |paper| paper.lang);
    let views = screen.for_paper();
    let shape = PageShape::of(&views);
    let mut lines = screen.title.iter().flat_map(|title| title.lines());
    let title = lines.find(|line| !line.trim().is_empty()).unwrap_or("care");
    let mut page = begun(title, shape, lang);
    let _ = write!(page, "<header><h1>{}</h1>", escaped(title));
    lines.filter(|line| !line.trim().is_empty()).for_each(|line| paragraph(&mut page, line));
    if let Some(paper) = &screen.paper {
        let unit = PaperWord::UnitAndDay { unit: &paper.unit, day: paper.day }.text(lang);
        let _ = write!(page, "<p class=unit>{}</p>", escaped(&unit));
    }
    page.push_str("</header>\n<main>\n");
    figures(&mut page, &screen.figures, lang);
    let classes = classes(&views);
    let has_filter = classes.len() > 1;
    if has_filter {
        filter(&mut page, &classes, lang);
    }
    for view in &views {
        section(&mut page, view, (title, lang));
    }
    page.push_str("</main>\n<footer>\n");
    for line in screen.footer.iter().flat_map(|text| text.lines()) {
        paragraph(&mut page, line);
    }
    if let Some(paper) = &screen.paper {
        let made = PageWord::Made { version: env!("CARGO_PKG_VERSION"), day: paper.day };
        paragraph(&mut page, &made.text(lang));
        if shape != PageShape::Forms {
            let signed = PaperWord::Signatures.text(lang);
            let _ = write!(page, "<p class=sign>{}</p>", escaped(&signed));
        }
    }
    page.push_str("</footer>\n");
    if has_filter {
        let _ = writeln!(page, "<script>{FILTER}</script>");
    }
    page.push_str(END);
    page.into_bytes()
}

/// The same with a line at its end by which it is known again.
pub fn marked(drawn: &[u8], mark: &str) -> Vec<u8> {
    let body = drawn.strip_suffix(END.as_bytes()).unwrap_or(drawn);
    let line = format!("<p>{}</p>\n{END}", escaped(mark));
    [body, line.as_bytes()].concat()
}

/// A text that is no table, as a page.
pub fn of_text(text: &str, lang: Lang) -> Vec<u8> {
    let title = text.lines().find(|line| !line.trim().is_empty()).unwrap_or("care");
    let text = escaped(text);
    format!("{}<main><pre>{text}</pre></main>\n{END}", begun(title, PageShape::Upright, lang))
        .into_bytes()
}

/// A page up to its body.
fn begun(title: &str, shape: PageShape, lang: Lang) -> String {
    let (code, title) = (if lang == Lang::Zh { "zh-CN" } else { "en" }, escaped(title));
    let across = if shape == PageShape::Across { ACROSS } else { "" };
    let class = if shape == PageShape::Forms { " class=of-forms" } else { "" };
    format!(
        "<!doctype html>\n<html lang={code}>\n<head>\n<meta charset=utf-8>\n\
         <meta name=viewport content=\"width=device-width, initial-scale=1\">\n\
         <meta http-equiv=Content-Security-Policy content=\"{POLICY}\">\n\
         <meta name=robots content=noindex>\n<meta name=referrer content=no-referrer>\n\
         <meta name=format-detection content=\"telephone=no\">\n\
         <title>{title}</title>\n<style>\n{STYLE}{across}</style>\n</head>\n<body{class}>\n"
    )
}

fn paragraph(page: &mut String, line: &str) {
    if !line.trim().is_empty() {
        let _ = writeln!(page, "<p>{}</p>", escaped(line));
    }
}

fn figures(page: &mut String, figures: &[Figure], lang: Lang) {
    if figures.is_empty() {
        return;
    }
    page.push_str("<dl class=figures>\n");
    for own in figures {
        let (label, value) = (escaped(&own.label), escaped(&own.value));
        let _ = write!(page, "<div><dt>{label}</dt><dd>{value}</dd>");
        if let Some(source) = &own.source {
            let behind = PageWord::Behind { command: source }.text(lang);
            let _ = write!(page, "<dd class=by>{}</dd>", escaped(&behind));
        }
        page.push_str("</div>\n");
    }
    page.push_str("</dl>\n");
}

/// The classes that the rows are of, in the order of a chart of classes where there is one.
fn classes(views: &[SheetView]) -> Vec<String> {
    let is_chart = |view: &&SheetView| matches!(view.layout, SheetLayout::Chart(_));
    let first = views.iter().filter(is_chart).chain(views.iter().filter(|own| !is_chart(own)));
    let mut classes: Vec<String> = Vec::new();
    for view in first {
        let Some(at) = view.place(CLASS) else { continue };
        for row in &view.rows {
            let class = row[at].shown();
            if !class.is_empty() && !classes.contains(&class) {
                classes.push(class);
            }
        }
    }
    classes
}

/// What the script shows, so that without it nothing stands there that does nothing.
fn filter(page: &mut String, classes: &[String], lang: Lang) {
    let (label, all) = (PageWord::Filter.text(lang), PageWord::AllClasses.text(lang));
    let rows = PageWord::RowsShown.text(lang);
    let _ = write!(page, "<p id=filter hidden><label>{} <select>", escaped(&label));
    let _ = write!(page, "<option value=\"\">{}</option>", escaped(&all));
    for class in classes {
        let _ = write!(page, "<option>{}</option>", escaped(class));
    }
    let _ =
        writeln!(page, "</select></label> <output data-rows=\"{}\"></output></p>", escaped(&rows));
}

/// A view under its heading.
fn section(page: &mut String, view: &SheetView, (title, lang): (&str, Lang)) {
    let heading = view.heading.as_deref().unwrap_or_default();
    page.push_str("<section>");
    if !heading.is_empty() {
        let level = if view.is_below { 3 } else { 2 };
        let _ = write!(page, "<h{level}>{}</h{level}>", escaped(heading));
    }
    page.push('\n');
    view.prose.iter().for_each(|own| prose(page, own));
    if view.columns.is_empty() {
        page.push_str("</section>\n");
        return;
    }
    let called = if heading.is_empty() { title } else { heading };
    match view.layout {
        SheetLayout::Forms(own) => form::draw(page, view, own),
        SheetLayout::Chart(own) => {
            page.push_str("<figure>\n");
            charts::draw(page, view, (own, called));
            match own {
                // A map says in a glance what its hundreds of numbers say; those are there for
                // whoever asks for them.
                Chart::Heat { .. } => {
                    paragraph(page, &PageWord::HeatKey.text(lang));
                    let numbers = escaped(&PageWord::Numbers.text(lang));
                    let _ = write!(page, "<details><summary>{numbers}</summary>");
                    table::draw(page, view, called);
                    page.push_str("</details>\n");
                }
                _ => table::draw(page, view, called),
            }
            page.push_str("</figure>\n");
        }
        SheetLayout::Rows => table::draw(page, view, called),
    }
    page.push_str("</section>\n");
}

fn prose(page: &mut String, own: &Prose) {
    let _ = match own {
        Prose::Said(text) => writeln!(page, "<p class=said>{}</p>", escaped(text)),
        Prose::Heading(text) => writeln!(page, "<h4>{}</h4>", escaped(text)),
        Prose::ToWrite(text) => writeln!(page, "<p class=to-write>{}</p>", escaped(text)),
    };
}

/// How the paper lies, and what is printed on it.
#[derive(Clone, Copy, PartialEq, Eq)]
enum PageShape {
    Upright,
    /// For a table that is wide.
    Across,
    /// Forms, which are signed one by one; nothing is printed but them.
    Forms,
}

const ACROSS: &str = "@page{size:A4 landscape}\n";

impl PageShape {
    fn of(views: &[SheetView]) -> PageShape {
        if views.iter().any(|view| matches!(view.layout, SheetLayout::Forms(_))) {
            return PageShape::Forms;
        }
        let is_table = |view: &&SheetView| matches!(view.layout, SheetLayout::Rows);
        match views.iter().filter(is_table).any(is_wide) {
            true => PageShape::Across,
            false => PageShape::Upright,
        }
    }
}
