//! The rota of a month as a screen: who is planned, and who did it.

use chrono::{Datelike, NaiveDate};

use crate::domain::home::Home;
use crate::domain::id::Id;
use crate::domain::month::Month;
use crate::domain::register::{Column, Register};
use crate::lang::record_words::Listing;
use crate::lang::saved_words::weekday;
use crate::lang::words::Word;
use crate::lang::{Lang, label, listed};
use crate::render::cell::Cell;
use crate::render::screen::Screen;
use crate::render::sheet::{Sheet, SheetColumn};
use crate::reports::rota::Shift;

/// The shifts of a month; those of days to come are not done yet.
pub fn screen(
    (home, rota): (&Home, &Register),
    shifts: &[Shift],
    (month, today): (Month, NaiveDate),
    lang: Lang,
) -> Screen {
    let people = |ids: &[Id]| {
        let name = |id: &Id| home.person(*id).map(|own| own.name.clone());
        let names: Vec<String> = ids.iter().filter_map(name).collect();
        let ids: Vec<String> = ids.iter().map(ToString::to_string).collect();
        Cell::from(ids).said(listed(&names, lang))
    };
    let choices = rota.column("session").map(Column::choices).unwrap_or_default();
    let session = |code: &str| {
        let own = choices.iter().find(|own| own.code == code);
        Cell::from(code).said(own.map_or(code, |own| label(&own.label, lang)))
    };
    let columns = [
        SheetColumn::new("date", Listing::Day.text(lang), |own: &Shift| own.date),
        SheetColumn::for_people(Listing::OfWeek.text(lang), |own: &Shift| {
            weekday(own.date.weekday(), lang)
        }),
        SheetColumn::new("session", Listing::Session.text(lang), |own: &Shift| {
            session(&own.session)
        }),
        SheetColumn::new("planned", Listing::Planned.text(lang), |own: &Shift| {
            people(&own.planned)
        }),
        SheetColumn::new("done", Listing::OnDuty.text(lang), |own: &Shift| people(&own.done)),
        SheetColumn::new("state", Word::State.text(lang), |own: &Shift| {
            let (code, word) = match own.is_done {
                true => ("done", Listing::ShiftDone),
                false if own.date < today => ("missing", Listing::ShiftMissing),
                false => ("ahead", Listing::ShiftAhead),
            };
            Cell::from(code).said(word.text(lang))
        }),
    ];
    let planned = shifts.iter().filter(|own| own.is_planned).count();
    let done = shifts.iter().filter(|own| own.is_done).count();
    let month = month.to_string();
    Screen {
        title: Some(Listing::RotaTitle { month: &month, planned, done }.text(lang)),
        sheets: vec![Sheet::of(&columns, shifts).numbered(Word::Number.text(lang))],
        ..Screen::default()
    }
}
