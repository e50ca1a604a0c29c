//! A register as a school's book: one record a row, or one a page, as its form has it.

use chrono::{Datelike, NaiveDate};

use super::list::choice_cell;
use super::records::unseen;
use super::{cells, event_people};
use crate::domain::child::Child;
use crate::domain::home::Home;
use crate::domain::label::Words;
use crate::domain::privacy::Gate;
use crate::domain::register::Column;
use crate::lang::paper_words::PaperWord;
use crate::lang::print_words::Printing;
use crate::lang::record_words::Listing;
use crate::lang::saved_words::weekday;
use crate::lang::words::Word;
use crate::lang::{Lang, label, words_in};
use crate::render::cell::Cell;
use crate::render::layout::{FormsPerPage, RowForm, RowFormLine};
use crate::render::screen::Screen;
use crate::render::sheet::{Sheet, SheetColumn};
use crate::reports::book::{BookColumn, BookLayout, BookOf};
use crate::reports::records::{Record, Records};

/// What a book is printed with.
pub struct BookPage<'a> {
    pub home: &'a Home,
    pub book: &'a BookOf<'a>,
    pub records: &'a Records<'a>,
    /// Whose records they are, and of when, in words.
    pub whose: &'a str,
    pub when: &'a str,
    pub day: NaiveDate,
    pub gate: &'a Gate,
    pub lang: Lang,
}

/// The book.
pub fn screen(page: &BookPage) -> Screen {
    let (lang, shown) = (page.lang, &page.records.shown);
    let mut columns =
        vec![SheetColumn::for_programs("id", |own: &Record| own.event.id.to_string())];
    columns.extend(page.book.columns().into_iter().filter_map(|column| page.column(column)));
    let title = Printing::BookTitle {
        book: &page.name(),
        whose: page.whose,
        when: page.when,
        count: shown.len(),
    };
    let sealed = unseen(page.records, lang);
    let how = sealed.is_some().then(|| Printing::ToReveal.text(lang));
    let signed = Some(to_sign(page.book.signs(), lang)).filter(|_| sealed.is_none());
    let sheet = Sheet::of(&columns, shown).numbered(Word::Number.text(lang));
    let is_on_pages = page.book.layout() == BookLayout::Page;
    let (sheet, signed) = match is_on_pages {
        true => (sheet.on_forms(page.form(signed)), None),
        false => (sheet, signed),
    };
    let footer: Vec<String> = sealed.into_iter().chain(how).chain(signed).collect();
    Screen {
        title: Some(title.text(lang)),
        sheets: vec![sheet],
        footer: Some(footer.join("\n")).filter(|text| !text.is_empty()),
        ..Screen::default()
    }
}

/// The line on which a form is signed.
pub(super) fn to_sign(who: &[Words], lang: Lang) -> String {
    let one = |words: &Words| Printing::ToSign { who: words_in(*words, lang) }.text(lang);
    who.iter().map(one).collect::<Vec<_>>().join("    ")
}

impl<'a> BookPage<'a> {
    /// What the book is called.
    pub fn name(&self) -> String {
        let register = label(&self.book.register.label, self.lang);
        let of_form = self.book.form.map(|own| words_in(own.title, self.lang).to_owned());
        of_form.unwrap_or_else(|| Printing::BookOf { register }.text(self.lang))
    }

    /// A page of the book.
    fn form(&self, signed: Option<String>) -> RowForm {
        let number = Word::Number.text(self.lang);
        let lines = self.book.lines().into_iter().enumerate().map(|(at, (names, height))| {
            let number = Some(number.as_str()).filter(|_| at == 0);
            let keys = number.into_iter().chain(names).map(str::to_owned).collect();
            RowFormLine { keys, height }
        });
        RowForm {
            heading: self.name(),
            per_page: FormsPerPage::One,
            lines: lines.collect(),
            below: signed.into_iter().chain(self.basis()).collect(),
        }
    }

    /// The law by which it is made, with the school and the day.
    fn basis(&self) -> Vec<String> {
        let Some(basis) = self.book.form.and_then(|own| own.basis) else { return Vec::new() };
        let unit = PaperWord::UnitAndDay { unit: &self.home.settings.school, day: self.day };
        vec![words_in(basis, self.lang).to_owned(), unit.text(self.lang)]
    }

    /// A column; none of a kind that is only there when something stands in it.
    fn column(&'a self, column: BookColumn<'a>) -> Option<SheetColumn<'a, Record<'a>>> {
        let (home, lang) = (self.home, self.lang);
        let some = |has: fn(&Record) -> bool| self.records.shown.iter().any(has);
        let people = move |own: &Record| event_people::children(home, &own.event, lang, false);
        Some(match column {
            BookColumn::Own(own) => self.own(own),
            BookColumn::Date => {
                SheetColumn::new("date", Word::Date.text(lang), |own: &Record| own.event.date)
            }
            BookColumn::Week => {
                SheetColumn::new("week", Printing::Week.text(lang), |own: &Record| self.week(own))
                    .helpful()
            }
            BookColumn::Weekday => {
                SheetColumn::new("weekday", Listing::OfWeek.text(lang), move |own: &Record| {
                    let day = own.event.date.weekday();
                    Cell::from(i64::from(day.number_from_monday())).said(weekday(day, lang))
                })
            }
            BookColumn::Children => {
                SheetColumn::new("children", Listing::Children.text(lang), people)
            }
            BookColumn::Number => {
                SheetColumn::new("number", Printing::HowMany.text(lang), |own: &Record| {
                    let count = own.event.children.len();
                    if count == 0 { Cell::NOTHING } else { Cell::count(count) }
                })
            }
            BookColumn::Class => {
                SheetColumn::new("class", Printing::Class.text(lang), move |own: &Record| {
                    event_people::classes(home, &own.event, lang)
                })
            }
            BookColumn::Sex => {
                SheetColumn::new("sex", Word::Sex.text(lang), |own: &Record| self.sex(own))
            }
            BookColumn::Staff => {
                SheetColumn::new("staff", Word::Staff.text(lang), move |own: &Record| {
                    event_people::staff(home, &own.event, lang)
                })
            }
            BookColumn::Outcome if !some(|own| own.event.attempted) => return None,
            BookColumn::Outcome => {
                SheetColumn::new("outcome", Listing::Outcome.text(lang), move |own: &Record| {
                    let word = own.event.attempted.then(|| Word::Attempted.text(lang));
                    let code = if own.event.attempted { "attempted" } else { "made" };
                    Cell::from(code).said(Cell::text(word))
                })
            }
            BookColumn::Note if !some(|own| own.has(NOTE)) => return None,
            BookColumn::Note => SheetColumn::new(NOTE, Listing::Note.text(lang), |own: &Record| {
                let text = own.register.guarded(&own.event, NOTE);
                Cell::text(text.map(|text| text.shown(self.gate)))
            }),
        })
    }

    fn own(&'a self, column: &'a Column) -> SheetColumn<'a, Record<'a>> {
        let heading = label(&column.label, self.lang);
        SheetColumn::new(column.name.as_str(), heading, move |own: &Record| {
            let told = own.register.guarded(&own.event, &column.name);
            let words = cells::in_words(
                (self.home, self.lang),
                own.register,
                (&own.event, column),
                self.gate,
            );
            Cell::text(told.map(|text| text.shown(self.gate))).said(Cell::text(words))
        })
    }

    /// In which week of its term it was; outside all terms in none.
    fn week(&self, own: &Record) -> Cell {
        let week = self.home.calendar.week_of(own.event.date);
        week.map_or(Cell::NOTHING, |week| {
            Cell::count(week).said(Printing::NthWeek { week }.text(self.lang))
        })
    }

    /// Of a record of one child.
    fn sex(&self, own: &Record) -> Cell {
        let mut children = own.event.children.iter().filter_map(|id| self.home.child(*id));
        let cell = |child: &Child| choice_cell(child, "sex", self.lang);
        match (children.next(), children.next()) {
            (Some(child), None) => cell(child),
            _ => Cell::NOTHING,
        }
    }
}

const NOTE: &str = "note";
