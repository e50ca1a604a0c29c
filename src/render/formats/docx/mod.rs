//! What people see, as a document: headings, texts, tables and forms, and what a school's paper has
//! around them.

mod alike;
mod form;
mod form_places;
mod table;
#[cfg(test)]
mod tests;

use self::alike::AlikeTables;
use super::xlsx::figure;
use crate::lang::Lang;
use crate::lang::paper_words::PaperWord;
use crate::render::document::{
    Document, DocumentBlock, DocumentPage, DocumentSection, ParagraphStyle,
};
use crate::render::layout::SheetLayout;
use crate::render::screen::{Screen, SheetView};
use crate::render::sheet::Prose;

/// Between the parts of a title.
const PARTS: &str = "    ";

/// The document's bytes.
pub fn draw(screen: &Screen) -> Vec<u8> {
    document(screen).bytes()
}

/// A text that is no table, as a document.
pub fn of_text(text: &str, lang: Lang) -> Vec<u8> {
    let title = text.lines().find(|line| !line.trim().is_empty()).unwrap_or_default().to_owned();
    let line = |line: &str| paragraph(ParagraphStyle::Plain, line);
    let blocks = text.lines().map(line).collect();
    let sections = vec![DocumentSection { page: DocumentPage::Upright, blocks }];
    Document { title, lang, made: chrono::DateTime::UNIX_EPOCH, sections }.bytes()
}

/// The document.
pub fn document(screen: &Screen) -> Document {
    let all = AllViews::of(screen);
    let views = &all.views;
    // Forms are handed in one by one: nothing stands around them.
    let is_of_forms = !views.is_empty() && views.iter().all(is_form);
    let mut sections = Vec::new();
    if !is_of_forms {
        let first = views.first().filter(|view| !is_form(view)).map(|view| all.page(view));
        let page = first.unwrap_or(DocumentPage::Upright);
        sections.push(DocumentSection { page, blocks: above(screen) });
    }
    for view in views {
        let (page, blocks) = (all.page(view), all.blocks(view));
        match sections.last_mut().filter(|last| last.page == page && !is_form(view)) {
            Some(last) => last.blocks.extend(blocks),
            None => sections.push(DocumentSection { page, blocks }),
        }
    }
    let below = below(screen, !is_of_forms);
    sections.last_mut().into_iter().for_each(|last| last.blocks.extend(below.iter().cloned()));
    Document {
        title: title(screen).0.unwrap_or_default().to_owned(),
        lang: screen.paper.as_ref().map_or(Lang::Zh, |paper| paper.lang),
        made: screen.paper.as_ref().map(|paper| paper.made).unwrap_or_default(),
        sections,
    }
}

fn is_form(view: &SheetView) -> bool {
    matches!(view.layout, SheetLayout::Forms(_)) && !view.rows.is_empty()
}

fn is_table(view: &SheetView) -> bool {
    matches!(view.layout, SheetLayout::Rows)
}

fn paragraph(style: ParagraphStyle, text: &str) -> DocumentBlock {
    DocumentBlock::Paragraph(style, text.to_owned())
}

/// A paragraph for each line that says something.
fn paragraphs(style: ParagraphStyle, text: &str) -> impl Iterator<Item = DocumentBlock> {
    let lines = text.lines().map(str::trim).filter(|line| !line.is_empty());
    lines.map(move |line| paragraph(style, line))
}

/// The first line of the title, and the others.
fn title(screen: &Screen) -> (Option<&str>, impl Iterator<Item = &str>) {
    let text = screen.title.as_deref().unwrap_or_default();
    let mut lines = text.lines().map(str::trim).filter(|line| !line.is_empty());
    (lines.next(), lines)
}

/// What stands above all else.
fn above(screen: &Screen) -> Vec<DocumentBlock> {
    let (title, lines) = title(screen);
    let mut above = Vec::new();
    if let Some(title) = title {
        // What a title is of and its day stand below it.
        let (name, rest) = title.split_once(PARTS).unwrap_or((title, ""));
        above.push(paragraph(ParagraphStyle::Title, name));
        above.extend(paragraphs(ParagraphStyle::Subtitle, rest));
    }
    above.extend(lines.map(|line| paragraph(ParagraphStyle::Note, line)));
    let figures = screen.figures.iter();
    above.extend(figures.map(|own| paragraph(ParagraphStyle::Note, &figure(own))));
    above.extend(screen.paper.as_ref().map(|paper| {
        let unit = PaperWord::UnitAndDay { unit: &paper.unit, day: paper.day };
        paragraph(ParagraphStyle::Note, &unit.text(paper.lang))
    }));
    above
}

/// What stands below: notes, and where people sign, where they do not sign each form.
fn below(screen: &Screen, is_signed: bool) -> Vec<DocumentBlock> {
    let notes = screen.footer.iter().flat_map(|text| paragraphs(ParagraphStyle::Note, text));
    let signed =
        screen.paper.iter().filter(|_| is_signed).map(|paper| {
            paragraph(ParagraphStyle::Signed, &PaperWord::Signatures.text(paper.lang))
        });
    notes.chain(signed).collect()
}

/// The views of a screen, of which each is drawn beside the others.
struct AllViews<'s> {
    views: Vec<SheetView<'s>>,
    alike: Vec<AlikeTables<'s>>,
}

impl<'s> AllViews<'s> {
    fn of(screen: &'s Screen) -> AllViews<'s> {
        let views = screen.for_paper();
        let alike = AlikeTables::all(views.iter().filter(|view| is_table(view)));
        AllViews { views, alike }
    }

    /// The tables that are drawn as that of a view is.
    fn alike(&self, view: &SheetView) -> Option<&AlikeTables<'s>> {
        self.alike.iter().find(|own| is_table(view) && own.columns == view.columns)
    }

    /// How the page of a view lies. A list lies one way; in a text a wide table alone lies across.
    fn page(&self, view: &SheetView) -> DocumentPage {
        let is_told = self.views.iter().any(|own| !own.prose.is_empty());
        let is_across = match is_told {
            true => self.alike(view).is_some_and(|own| own.is_wide),
            false => self.alike.iter().any(|own| own.is_wide),
        };
        match (is_form(view), is_across) {
            (true, _) => DocumentPage::Form,
            (_, true) => DocumentPage::Across,
            _ => DocumentPage::Upright,
        }
    }

    /// A view: its heading, its text, and its table or its forms.
    fn blocks(&self, view: &SheetView) -> Vec<DocumentBlock> {
        let page = self.page(view);
        let text = view.prose.iter().flat_map(|own| match own {
            Prose::Said(text) => paragraphs(ParagraphStyle::Body, text),
            Prose::Heading(text) => paragraphs(ParagraphStyle::Heading3, text),
            Prose::ToWrite(text) => paragraphs(ParagraphStyle::ToWrite, text),
        });
        let mut blocks: Vec<DocumentBlock> = heading(view).chain(text).collect();
        if view.columns.is_empty() || (view.rows.is_empty() && !view.prose.is_empty()) {
            return blocks;
        }
        match (view.layout, self.alike(view)) {
            (SheetLayout::Forms(own), _) if is_form(view) => {
                blocks.extend(form::pages(view, own, page));
            }
            (_, Some(alike)) => {
                blocks.push(DocumentBlock::Table(table::of(view, alike, page)));
            }
            _ => blocks.push(DocumentBlock::Table(table::with_marks(view, page))),
        }
        blocks
    }
}

/// The heading of a view; what it is of stands below it.
fn heading(view: &SheetView) -> impl Iterator<Item = DocumentBlock> {
    let style = if view.is_below { ParagraphStyle::Heading2 } else { ParagraphStyle::Heading1 };
    let text = view.heading.as_deref().unwrap_or_default();
    let (name, rest) = text.split_once(PARTS).unwrap_or((text, ""));
    paragraphs(style, name).chain(paragraphs(ParagraphStyle::Note, rest))
}
