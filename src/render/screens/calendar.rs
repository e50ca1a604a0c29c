//! The calendar as a screen: terms with their weeks and school days, holidays, make-up days.

use crate::domain::calendar::Calendar;
use crate::domain::spans::Span;
use crate::lang::Lang;
use crate::lang::talk::Msg;
use crate::lang::words::{self, Word};
use crate::render::sheet::{Cell, Screen, Sheet};
use chrono::NaiveDate;

/// The terms and their windows, and what interrupts them.
pub fn screen(calendar: &Calendar, today: NaiveDate, lang: Lang) -> Screen {
    let mut data = Sheet::new(["kind", "id", "year", "name", "first", "last", "school_days"]);
    let title = Msg::CalendarTitle { today }.text(lang);
    let sheets = vec![terms(calendar, lang, &mut data), days_off(calendar, lang, &mut data)];
    Screen { title: Some(title), sheets, footer: None, data }
}

fn terms(calendar: &Calendar, lang: Lang, data: &mut Sheet) -> Sheet {
    let columns = [Word::Term, Word::Year, Word::First, Word::Last, Word::SchoolDays];
    let mut sheet = Sheet::new(columns.map(|word| word.text(lang)));
    let mut add = |kind: &str, id: &str, year: &str, name: &str, span: &Span, shown: String| {
        let days = calendar.school_days(span).len();
        sheet.rows.push(vec![
            shown.into(),
            year.into(),
            Cell::Date(span.first),
            Cell::Date(span.last),
            Cell::count(days),
        ]);
        data.rows.push(vec![
            kind.into(),
            id.into(),
            year.into(),
            name.into(),
            Cell::Date(span.first),
            Cell::Date(span.last),
            Cell::count(days),
        ]);
    };
    for term in calendar.terms() {
        let name = term.name.as_deref().unwrap_or_default();
        add("term", &term.id, &term.year, name, &term.span, term.id.clone());
        for window in term.windows() {
            let id = format!("{}/{}", term.id, window.name);
            let shown = format!("  {}", words::slot(&id, lang));
            add("anchor", &id, &term.year, &window.name, &window.span, shown);
        }
    }
    sheet
}

fn days_off(calendar: &Calendar, lang: Lang, data: &mut Sheet) -> Sheet {
    let columns = [Word::Kind, Word::Title, Word::First, Word::Last];
    let mut sheet = Sheet::new(columns.map(|word| word.text(lang)));
    let mut add = |kind: &str, word: Word, name: &str, span: Span| {
        let (first, last) = (Cell::Date(span.first), Cell::Date(span.last));
        sheet.rows.push(vec![word.text(lang).into(), name.into(), first.clone(), last.clone()]);
        let blank = || Cell::Null;
        data.rows.push(vec![kind.into(), blank(), blank(), name.into(), first, last, blank()]);
    };
    for holiday in &calendar.holidays {
        add("holiday", Word::Holiday, &holiday.name, holiday.span);
    }
    for day in &calendar.workdays {
        add("workday", Word::Workday, "", Span { first: *day, last: *day });
    }
    sheet
}
