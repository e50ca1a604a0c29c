//! A report as a screen: sections of sentences and the school's own words, with tables below them.

mod bonds;
mod figures;
mod month;
mod page;
mod sentences;
mod standing;
mod story;
mod trace;

pub use self::page::{ReportPage, ToldSection};
pub use self::trace::trace;

use self::figures::{KEYS, for_programs, sheet};
use self::story::Story;
use crate::domain::own_words::{OwnSection, OwnText};
use crate::domain::settings::NUMERALS;
use crate::lang::report_words::Reporting;
use crate::lang::{Lang, words_in};
use crate::render::screen::Screen;
use crate::render::sheet::{Prose, Sheet};
use crate::reports::work_report::Section;
use crate::reports::work_report::figures::FigureTable;

/// The words of every heading of these sections, in both languages.
pub fn headings(sections: &[Section]) -> Vec<&'static str> {
    sections.iter().flat_map(|own| [own.title().0, own.title().1]).collect()
}

/// The report.
pub fn screen(page: &ReportPage) -> Screen {
    let (names, lang) = (page.names, page.names.lang);
    let counted = Reporting::Counted { first: page.basis.span.first, last: page.basis.span.last };
    let mut opening = vec![Prose::Said(counted.text(lang))];
    opening.extend(page.own.below(&[""]).flat_map(texts));
    let mut sheets = vec![Sheet::told(opening)];
    for (at, told) in page.sections.iter().enumerate() {
        sheets.push(section(page, (at, told)));
        let tables = told.tables.iter().filter(|own| page.says_none || !own.is_nothing());
        sheets.extend(tables.map(|table| sheet(names, table)));
    }
    let known: Vec<Section> = page.sections.iter().map(|own| own.section).collect();
    for (own, _) in page.own.strangers(&headings(&known)) {
        let text = texts(own).collect();
        sheets.push(Sheet::told(text).headed(own.heading.clone()));
    }
    if !page.annex.is_empty() {
        let behind = Prose::Said(Reporting::Behind.text(lang));
        sheets.push(Sheet::told(vec![behind]).headed(Reporting::Annex.text(lang)));
        sheets.extend(page.annex.iter().map(|table| sheet(names, table)));
    }
    let tables = page.sections.iter().flat_map(|own| &own.tables).chain(page.annex);
    sheets.push(for_programs(names, &tables.collect::<Vec<_>>()));
    let title = page.own.title.clone().unwrap_or_else(|| page.title.clone());
    Screen { title: Some(title), sheets, keys: KEYS, ..Screen::default() }
}

/// What the school wrote below a heading.
fn texts(own: &OwnSection) -> impl Iterator<Item = Prose> + use<'_> {
    own.texts.iter().map(|text| match text {
        OwnText::Said(text) => Prose::Said(text.clone()),
        OwnText::Heading(text) => Prose::Heading(text.clone()),
    })
}

/// A section: what the records tell, the school's own words, or what it has still to write.
fn section(page: &ReportPage, (at, told): (usize, &ToldSection)) -> Sheet {
    let lang = page.names.lang;
    let story = Story { page, tables: &told.tables };
    let mut prose = story.of(told.section);
    let is_silent = prose.is_empty() && told.tables.iter().all(FigureTable::is_nothing);
    let headings = [told.section.title().0, told.section.title().1];
    let own: Vec<Prose> = page.own.below(&headings).flat_map(texts).collect();
    match told.section.asks() {
        Some(asks) if own.is_empty() => {
            let what = words_in(asks, lang);
            prose.push(Prose::ToWrite(Reporting::ToWrite { what }.text(lang)));
        }
        None if is_silent && own.is_empty() && !page.says_none => {
            prose.push(Prose::Said(Reporting::NothingRecorded.text(lang)));
        }
        _ => prose.extend(own),
    }
    let title = words_in(told.section.title(), lang);
    let number = numeral(at + 1, lang);
    Sheet::told(prose).headed(Reporting::Numbered { number: &number, title }.text(lang))
}

/// 一 to 十四; in English figures.
fn numeral(number: usize, lang: Lang) -> String {
    match lang {
        Lang::En => number.to_string(),
        Lang::Zh => {
            let ten = if number >= 10 { "十" } else { "" };
            let units = NUMERALS.get(number % 10).filter(|_| !number.is_multiple_of(10));
            format!("{ten}{}", units.copied().unwrap_or_default())
        }
    }
}
