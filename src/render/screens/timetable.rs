//! The timetable of duty, as it is posted: a line a day, a column a session.

use chrono::{Datelike, NaiveDate};

use crate::domain::home::Home;
use crate::domain::id::Id;
use crate::domain::register::{Column, Register};
use crate::lang::print_words::Printing;
use crate::lang::record_words::Listing;
use crate::lang::saved_words::weekday;
use crate::lang::words::Word;
use crate::lang::{Lang, label, listed};
use crate::render::cell::Cell;
use crate::render::screen::Screen;
use crate::render::sheet::{Sheet, SheetColumn};
use crate::reports::rota::Shift;

/// The shifts of a day.
struct DutyDay<'s> {
    date: NaiveDate,
    shifts: Vec<&'s Shift>,
}

/// Who is planned for each session of each day; sessions for which nobody ever is have no column.
pub fn screen(
    (home, rota): (&Home, &Register),
    shifts: &[Shift],
    when: &str,
    lang: Lang,
) -> Screen {
    let planned: Vec<&Shift> = shifts.iter().filter(|own| own.is_planned).collect();
    let days: Vec<DutyDay> = planned
        .chunk_by(|one, next| one.date == next.date)
        .map(|own| DutyDay { date: own[0].date, shifts: own.to_vec() })
        .collect();
    let choices = rota.column("session").map(Column::choices).unwrap_or_default();
    let mut sessions: Vec<&str> = Vec::new();
    for own in &planned {
        if !sessions.contains(&own.session.as_str()) {
            sessions.push(&own.session);
        }
    }
    sessions.sort_by_key(|code| choices.iter().position(|own| own.code == **code));
    let mut columns = vec![
        SheetColumn::new("date", Listing::Day.text(lang), |own: &DutyDay| own.date),
        SheetColumn::for_people(Listing::OfWeek.text(lang), |own: &DutyDay| {
            weekday(own.date.weekday(), lang)
        }),
        SheetColumn::new("week", Printing::Week.text(lang), |own: &DutyDay| {
            let week = home.calendar.week_of(own.date);
            week.map_or(Cell::NOTHING, |week| {
                Cell::count(week).said(Printing::NthWeek { week }.text(lang))
            })
        }),
    ];
    columns.extend(sessions.iter().map(|code| {
        let choice = choices.iter().find(|own| own.code == **code);
        let heading = choice.map_or(*code, |own| label(&own.label, lang));
        let of_session = |own: &DutyDay| -> Vec<Id> {
            let shift = own.shifts.iter().find(|shift| shift.session == **code);
            shift.map(|shift| shift.planned.clone()).unwrap_or_default()
        };
        SheetColumn::new(*code, heading, move |own: &DutyDay| {
            let ids = of_session(own);
            let names = ids.iter().filter_map(|id| home.person(*id)).map(|own| own.name.clone());
            let names: Vec<String> = names.collect();
            let ids: Vec<String> = ids.iter().map(ToString::to_string).collect();
            Cell::from(ids).said(listed(&names, lang))
        })
    }));
    columns.push(SheetColumn::for_people(Printing::Sign.text(lang), |_: &DutyDay| Cell::NOTHING));
    columns
        .push(SheetColumn::for_people(Printing::Remarks.text(lang), |_: &DutyDay| Cell::NOTHING));
    let title = Printing::Shifts { count: planned.len(), when };
    Screen {
        title: Some(title.text(lang)),
        sheets: vec![Sheet::of(&columns, &days).numbered(Word::Number.text(lang))],
        ..Screen::default()
    }
}
