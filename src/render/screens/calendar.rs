//! The calendar as a screen: terms with their weeks and school days, holidays, make-up days.

use crate::domain::calendar::Calendar;
use crate::domain::doubt::terms::{CalendarDoubt, CalendarRow, doubts};
use crate::domain::spans::Span;
use crate::lang::Lang;
use crate::lang::talk::Msg;
use crate::lang::words::{self, Word};
use crate::render::cell::Cell;
use crate::render::screen::Screen;
use crate::render::sheet::{Sheet, SheetColumn};
use chrono::NaiveDate;

const KEYS: &[&str] = &["kind", "id", "year", "name", "first", "last", "school_days", "note"];

/// The terms and their windows, and what interrupts them.
pub fn screen(calendar: &Calendar, today: NaiveDate, lang: Lang) -> Screen {
    let notes = Notes { doubts: doubts(calendar), lang };
    Screen {
        title: Some(Msg::CalendarTitle { today }.text(lang)),
        sheets: vec![terms(calendar, &notes, lang), days_off(calendar, &notes, lang)],
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
    note: String,
}

/// What is doubtful about each row of the calendar.
struct Notes {
    doubts: Vec<CalendarDoubt>,
    lang: Lang,
}

impl Notes {
    /// What is to be said of a row; nothing of most.
    fn of(&self, row: CalendarRow) -> String {
        let own = self.doubts.iter().filter(|doubt| doubt.row == row);
        let said: Vec<String> = own.map(|doubt| doubt.cause.message(self.lang)).collect();
        said.join(" / ")
    }

    /// The column of notes, when there is one among these rows.
    fn column<'a, T>(
        &self,
        rows: &[T],
        note: impl Fn(&T) -> &str + Copy + 'a,
    ) -> Option<SheetColumn<'a, T>> {
        let heading = Word::Remark.text(self.lang);
        let column = SheetColumn::new("note", heading, move |row: &T| note(row).to_owned());
        rows.iter().any(|row| !note(row).is_empty()).then_some(column)
    }
}

fn terms(calendar: &Calendar, notes: &Notes, lang: Lang) -> Sheet {
    let mut stretches: Vec<Stretch> = Vec::new();
    for (at, term) in calendar.terms().iter().enumerate() {
        let (year, name) = (term.year.as_str(), term.name.clone().unwrap_or_default());
        let id = term.id.as_str().into();
        let note = notes.of(CalendarRow::Term(at));
        stretches.push(Stretch { kind: "term", id, year, name, span: term.span, note });
        for (place, window) in term.windows().iter().enumerate() {
            let id = format!("{}/{}", term.id, window.name);
            let said = format!("  {}", words::slot(&id, lang));
            let (id, name) = (Cell::from(id).said(said), window.name.clone());
            let note = notes.of(CalendarRow::Window(at, place));
            stretches.push(Stretch { kind: "anchor", id, year, name, span: window.span, note });
        }
    }
    let heading = |word: Word| word.text(lang);
    let mut columns = vec![
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
    columns.extend(notes.column(&stretches, |own| own.note.as_str()));
    Sheet::of(&columns, &stretches)
}

/// A holiday, or a make-up day.
struct DayOff<'c> {
    kind: &'static str,
    word: Word<'static>,
    name: &'c str,
    span: Span,
    note: String,
}

fn days_off(calendar: &Calendar, notes: &Notes, lang: Lang) -> Sheet {
    let holidays = calendar.holidays.iter().enumerate().map(|(at, holiday)| DayOff {
        kind: "holiday",
        word: Word::Holiday,
        name: &holiday.name,
        span: holiday.span,
        note: notes.of(CalendarRow::Holiday(at)),
    });
    let workdays = calendar.workdays.iter().enumerate().map(|(at, day)| DayOff {
        kind: "workday",
        word: Word::Workday,
        name: "",
        span: Span { first: day.date, last: day.date },
        note: notes.of(CalendarRow::Workday(at)),
    });
    let days: Vec<DayOff> = holidays.chain(workdays).collect();
    let heading = |word: Word| word.text(lang);
    let mut columns = vec![
        SheetColumn::new("kind", heading(Word::Kind), |day: &DayOff| {
            Cell::from(day.kind).said(day.word.text(lang))
        }),
        SheetColumn::new("name", heading(Word::Title), |day: &DayOff| day.name.to_owned()),
        SheetColumn::new("first", heading(Word::First), |day: &DayOff| day.span.first),
        SheetColumn::new("last", heading(Word::Last), |day: &DayOff| day.span.last),
    ];
    columns.extend(notes.column(&days, |own| own.note.as_str()));
    Sheet::of(&columns, &days)
}
