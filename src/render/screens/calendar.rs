//! The calendar as a screen: terms with their weeks and school days, holidays, make-up days.

use crate::domain::calendar::Calendar;
use crate::domain::spans::Span;
use crate::lang::Lang;
use crate::lang::talk::Msg;
use crate::lang::words::{self, Word};
use crate::render::cell::Cell;
use crate::render::screen::Screen;
use crate::render::table::{Column, Table};
use chrono::NaiveDate;

const KEYS: &[&str] = &["kind", "id", "year", "name", "first", "last", "school_days"];

/// The terms and their windows, and what interrupts them.
pub fn screen(calendar: &Calendar, today: NaiveDate, lang: Lang) -> Screen {
    Screen {
        title: Some(Msg::CalendarTitle { today }.text(lang)),
        tables: vec![terms(calendar, lang), days_off(calendar, lang)],
        keys: KEYS,
        ..Screen::default()
    }
}

/// A term, or a window of one.
struct Stretch<'c> {
    kind: &'static str,
    id: Cell,
    year: &'c str,
    name: String,
    span: Span,
}

fn terms(calendar: &Calendar, lang: Lang) -> Table {
    let mut stretches: Vec<Stretch> = Vec::new();
    for term in calendar.terms() {
        let (year, name) = (term.year.as_str(), term.name.clone().unwrap_or_default());
        let id = term.id.as_str().into();
        stretches.push(Stretch { kind: "term", id, year, name, span: term.span });
        for window in term.windows() {
            let id = format!("{}/{}", term.id, window.name);
            let said = format!("  {}", words::slot(&id, lang));
            let (id, name) = (Cell::from(id).said(said), window.name.to_string());
            stretches.push(Stretch { kind: "anchor", id, year, name, span: window.span });
        }
    }
    let heading = |word: Word| word.text(lang);
    let columns = [
        Column::new("id", heading(Word::Term), |own: &Stretch| own.id.clone()),
        Column::new("year", heading(Word::Year), |own: &Stretch| own.year.to_owned()),
        Column::new("first", heading(Word::First), |own: &Stretch| own.span.first),
        Column::new("last", heading(Word::Last), |own: &Stretch| own.span.last),
        Column::new("school_days", heading(Word::SchoolDays), |own: &Stretch| {
            Cell::count(calendar.school_days(&own.span).len())
        }),
        Column::for_programs("kind", |own: &Stretch| own.kind),
        Column::for_programs("name", |own: &Stretch| own.name.clone()),
    ];
    Table::of(&columns, &stretches)
}

/// A holiday, or a make-up day.
struct DayOff<'c> {
    kind: &'static str,
    word: Word<'static>,
    name: &'c str,
    span: Span,
}

fn days_off(calendar: &Calendar, lang: Lang) -> Table {
    let holidays = calendar.holidays.iter().map(|holiday| DayOff {
        kind: "holiday",
        word: Word::Holiday,
        name: &holiday.name,
        span: holiday.span,
    });
    let workdays = calendar.workdays.iter().map(|day| DayOff {
        kind: "workday",
        word: Word::Workday,
        name: "",
        span: Span { first: *day, last: *day },
    });
    let days: Vec<DayOff> = holidays.chain(workdays).collect();
    let heading = |word: Word| word.text(lang);
    let columns = [
        Column::new("kind", heading(Word::Kind), |day: &DayOff| {
            Cell::from(day.kind).said(day.word.text(lang))
        }),
        Column::new("name", heading(Word::Title), |day: &DayOff| day.name.to_owned()),
        Column::new("first", heading(Word::First), |day: &DayOff| day.span.first),
        Column::new("last", heading(Word::Last), |day: &DayOff| day.span.last),
    ];
    Table::of(&columns, &days)
}
