//! The incidents that are open, at the head of what is overdue.

use super::{cells, event_people};
use crate::domain::home::Home;
use crate::domain::privacy::Gate;
use crate::lang::incident_words::Incidents;
use crate::lang::record_words::Listing;
use crate::lang::words::Word;
use crate::lang::{Lang, label};
use crate::render::cell::Cell;
use crate::render::sheet::{Sheet, SheetColumn};
use crate::reports::records::{Record, Records};

/// Of an incident only what tells whether somebody must act: what happened, its record tells.
const TOLD: [&str; 4] = ["kind", "reported_to", "reported_on", "receipt"];

/// How many are open, where they may not be seen.
pub fn sealed(records: &Records, lang: Lang) -> Option<String> {
    let incidents: usize = records.restricted.iter().map(|(_, count)| count).sum();
    (incidents > 0).then(|| Incidents::Sealed { incidents }.text(lang))
}

/// Those that may be seen, the oldest first; nothing where there is none.
pub fn sheet(home: &Home, records: &Records, (gate, lang): (&Gate, Lang)) -> Option<Sheet> {
    let register = records.shown.first()?.register;
    let people = |own: &Record| event_people::children(home, &own.event, lang, true);
    let mut columns = vec![
        SheetColumn::for_people(Word::Date.text(lang), |own: &Record| own.event.date),
        SheetColumn::for_people(Listing::Children.text(lang), people),
    ];
    for column in TOLD.iter().filter_map(|name| register.column(name)) {
        let cell = move |own: &Record| {
            let told = cells::in_words((home, lang), register, (&own.event, column), gate);
            let untold = (column.name == "reported_on").then(|| Incidents::NotReported.text(lang));
            Cell::text(told.filter(|text| !text.is_empty()).or(untold))
        };
        columns.push(SheetColumn::for_people(label(&column.label, lang), cell));
    }
    let id = |own: &Record| own.event.id.to_string();
    columns.push(SheetColumn::for_people(Incidents::Event.text(lang), id));
    let heading = Incidents::Open { incidents: records.shown.len() }.text(lang);
    Some(Sheet::of(&columns, &records.shown).numbered(Word::Number.text(lang)).headed(heading))
}
