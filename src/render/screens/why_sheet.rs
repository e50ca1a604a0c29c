//! The links of one slot's chain, and the sheet that they make.

use chrono::NaiveDate;

use super::Names;
use crate::domain::id::Id;
use crate::lang::why_words::Why;
use crate::lang::words::Word;
use crate::render::cell::Cell;
use crate::render::sheet::{Sheet, SheetColumn};

/// What a link tells of.
#[derive(Clone, Copy)]
pub(super) enum LinkKind {
    Rule,
    Source,
    Asked,
    Calendar,
    Holiday,
    Presence,
    InRole,
    Pause,
    Exempt,
    Counted,
    Rejected,
    Silent,
    State,
}

impl LinkKind {
    /// The code for programs and the word for people.
    fn names(self) -> (&'static str, Why<'static>) {
        match self {
            LinkKind::Rule => ("rule", Why::PartRule),
            LinkKind::Source => ("source", Why::PartSource),
            LinkKind::Asked => ("asked", Why::PartAsked),
            LinkKind::Calendar => ("calendar", Why::PartCalendar),
            LinkKind::Holiday => ("holiday", Why::PartHoliday),
            LinkKind::Presence => ("presence", Why::PartPresence),
            // For programs it is the presence of one of the staff.
            LinkKind::InRole => ("presence", Why::PartInRole),
            LinkKind::Pause => ("pause", Why::PartPause),
            LinkKind::Exempt => ("exempt", Why::PartExempt),
            LinkKind::Counted => ("counted", Why::PartCounts),
            LinkKind::Rejected => ("rejected", Why::PartRefused),
            LinkKind::Silent => ("silent", Why::PartSilent),
            LinkKind::State => ("state", Why::PartState),
        }
    }
}

/// One link: what it tells of, where that stands, of which record it is, in words.
pub(super) struct Link {
    kind: LinkKind,
    place: Option<(String, u32)>,
    record: Option<(NaiveDate, Id)>,
    text: String,
}

impl Link {
    pub(super) fn new(kind: LinkKind, text: String) -> Link {
        Link { kind, place: None, record: None, text }
    }

    /// The same with the file and line where it stands.
    pub(super) fn at(self, file: &str, line: u32) -> Link {
        Link { place: Some((file.to_owned(), line)), ..self }
    }

    /// The same with the record that it tells of.
    pub(super) fn of(self, date: NaiveDate, id: Id) -> Link {
        Link { record: Some((date, id)), ..self }
    }
}

/// The links of a slot, under its rule, label and state; or those of a rule's records.
#[derive(Default)]
pub(super) struct SlotSheet {
    pub(super) rule: usize,
    pub(super) slot: Option<String>,
    pub(super) state: Option<&'static str>,
    /// The state in words, or what else the sheet holds.
    pub(super) said: String,
    pub(super) links: Vec<Link>,
}

impl SlotSheet {
    pub(super) const KEYS: &[&str] =
        &["rule", "slot", "state", "part", "file", "line", "date", "event", "words"];

    pub(super) fn sheet(&self, names: &Names) -> Sheet {
        let lang = names.lang;
        let id = names.plan.rules[self.rule].rule.id.as_str();
        let columns = [
            SheetColumn::for_programs("rule", |_| id),
            SheetColumn::for_programs("slot", |_| Cell::text(self.slot.clone())),
            SheetColumn::for_programs("state", |_| Cell::text(self.state)),
            SheetColumn::new("part", Why::Part.text(lang), |link: &Link| {
                let (code, word) = link.kind.names();
                Cell::from(code).said(word.text(lang))
            }),
            SheetColumn::new("file", Why::Place.text(lang), |link: &Link| {
                let place = link.place.as_ref();
                let said = place.map(|(file, line)| format!("{file}:{line}"));
                Cell::text(place.map(|(file, _)| file)).said(said.unwrap_or_default())
            }),
            SheetColumn::for_programs("line", |link: &Link| {
                link.place.as_ref().map_or(Cell::NOTHING, |(_, line)| i64::from(*line).into())
            }),
            SheetColumn::new("date", Word::Date.text(lang), |link: &Link| {
                Cell::date(link.record.map(|(date, _)| date))
            }),
            SheetColumn::for_programs("event", |link: &Link| {
                Cell::text(link.record.map(|(_, id)| id.to_string()))
            }),
            SheetColumn::new("words", Why::Words.text(lang), |link: &Link| match link.record {
                Some((_, id)) => {
                    Cell::from(link.text.as_str()).said(format!("{}  {id}", link.text))
                }
                None => link.text.as_str().into(),
            }),
        ];
        let slot = self.slot.as_deref().map_or(String::new(), |slot| names.slot(self.rule, slot));
        let heading = [format!("{} ({id})", names.rule(self.rule)), slot, self.said.clone()];
        Sheet::of(&columns, &self.links).headed(heading.join("  ").trim_end().to_owned())
    }
}
