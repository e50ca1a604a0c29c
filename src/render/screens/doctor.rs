//! How this machine stands, as a screen.

use crate::lang::Lang;
use crate::lang::doctor_words::DoctorSaid;
use crate::render::cell::Cell;
use crate::render::screen::Screen;
use crate::render::sheet::{Sheet, SheetColumn};

/// One thing that was looked at.
pub struct DoctorRow<'r> {
    pub key: &'static str,
    pub thing: &'r str,
    /// `well`, `remark` or `wrong`, and the same in words.
    pub standing: (&'static str, String),
    pub found: &'r str,
    pub to_do: Option<&'r str>,
}

/// One line for each thing.
pub fn screen(rows: &[DoctorRow], lang: Lang) -> Screen {
    let columns = [
        SheetColumn::new("check", DoctorSaid::Thing.text(lang), |row: &DoctorRow| {
            Cell::from(row.key).said(row.thing)
        }),
        SheetColumn::new("standing", DoctorSaid::Stands.text(lang), |row: &DoctorRow| {
            Cell::from(row.standing.0).said(&*row.standing.1)
        }),
        SheetColumn::new("found", DoctorSaid::Found.text(lang), |row: &DoctorRow| {
            row.found.to_owned()
        }),
        SheetColumn::new("to_do", DoctorSaid::ToDo.text(lang), |row: &DoctorRow| {
            Cell::text(row.to_do.map(str::to_owned))
        }),
    ];
    let count = |standing: &str| rows.iter().filter(|row| row.standing.0 == standing).count();
    let (wrong, remarks) = (count("wrong"), count("remark"));
    let footer = match wrong + remarks {
        0 => DoctorSaid::AllWell,
        _ => DoctorSaid::NotWell { wrong, remarks },
    };
    Screen {
        title: Some(DoctorSaid::Title.text(lang)),
        sheets: vec![Sheet::of(&columns, rows)],
        footer: Some(footer.text(lang)),
        ..Screen::default()
    }
}
