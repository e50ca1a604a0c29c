//! The calendar as a screen: terms with their weeks and school days, holidays, make-up days.

use crate::domain::calendar::Calendar;
use crate::domain::spans::Span;
use crate::lang::Lang;
use crate::lang::talk::Msg;
use crate::lang::words::{self, Word};
use crate::render::cell::Cell;
use crate::render::screen::Screen;
use crate::render::sheet::{Sheet, SheetColumn};
use chrono::NaiveDate;

const KEYS: &[&str] = &["kind", "id", "year", "name", "first", "last", "school_days"];

/// The terms and their windows, and what interrupts them.
pub fn screen(calendar: &Calendar, today: NaiveDate, lang: Lang) -> Screen {
    Screen {
        title: Some(Msg::CalendarTitle { today }.text(lang)),
        sheets: vec![terms(calendar, lang), days_off(calendar, lang)],
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

fn terms(calendar: &Calendar, lang: Lang) -> Sheet {
    let mut stretches: Vec<Stretch> = Vec::new();
    for term in calendar.terms() {
        let (year, name) = (term.year.as_str(), term.name.clone().unwrap_or_default());
        let id = term.id.as_str().into();
        stretches.push(Stretch { kind: "term", id, year, name, span: term.span });
        for window in term.windows() {
            let id = format!("{}/{}", term.id, window.name);
            let said = format!("  {}", words::slot(&id, lang));
            let (id, name) = (Cell::from(id).said(said), window.name.clone());
            stretches.push(Stretch { kind: "anchor", id, year, name, span: window.span });
        }
    }
    let heading = |word: Word| word.text(lang);
    let columns = [
        SheetColumn::new("id", heading(Word::Term), |own: &Stretch| own.id.clone()),
        SheetColumn::new("year", heading(Word::Year), |own: &Stretch| own.year.to_owned()),
        SheetColumn::new("first", heading(Word::First), |own: &Stretch| own.span.first),
        SheetColumn::new("last", heading(Word::Last), |own: &Stretch| own.span.last),
        SheetColumn::new("school_days", heading(Word::SchoolDays), |own: &Stretch| {
            Cell::count(calendar.school_days(&own.span).len())
        }),
        SheetColumn::for_programs("kind", |own: &Stretch| own.kind),
        SheetColumn::for_programs("name", |own: &Stretch| own.name.clone()),
    ];
    Sheet::of(&columns, &stretches)
}

/// A holiday, or a make-up day.
struct DayOff<'c> {
    kind: &'static str,
    word: Word<'static>,
    name: &'c str,
    span: Span,
}

fn days_off(calendar: &Calendar, lang: Lang) -> Sheet {
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
        SheetColumn::new("kind", heading(Word::Kind), |day: &DayOff| {
            Cell::from(day.kind).said(day.word.text(lang))
        }),
        SheetColumn::new("name", heading(Word::Title), |day: &DayOff| day.name.to_owned()),
        SheetColumn::new("first", heading(Word::First), |day: &DayOff| day.span.first),
        SheetColumn::new("last", heading(Word::Last), |day: &DayOff| day.span.last),
    ];
    Sheet::of(&columns, &days)
}
