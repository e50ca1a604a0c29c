//! From what a score comes: each item with the rows behind it.

use super::Names;
use super::scores::{DECIMALS, NO_POINTS, why_none};
use crate::domain::child::Child;
use crate::domain::event::Event;
use crate::domain::id::Id;
use crate::domain::score_sheet::{ScoreItem, ScoreSource};
use crate::domain::subject::Subject;
use crate::lang::score_words::Scoring;
use crate::lang::words::{self, Word};
use crate::lang::{label, listed};
use crate::render::cell::Cell;
use crate::render::screen::Screen;
use crate::render::sheet::{Sheet, SheetColumn};
use crate::reports::scores::ItemPoints;
use crate::rules::obligation::Obligation;

/// One thing behind an item.
pub enum ScoreSourceRow<'a> {
    /// What was owed, with the records that answered it.
    Slot(&'a Obligation, Vec<&'a Event>),
    Record(&'a str, &'a Event),
    Mark(&'a Event),
    /// So many, of a restricted register or of a rule that one answers.
    Sealed(usize),
    Nothing,
}

/// An item with what is behind it.
pub struct ScoreItemRows<'a> {
    pub item: &'a ScoreItem,
    pub points: ItemPoints,
    pub rows: Vec<ScoreSourceRow<'a>>,
}

type BehindRow<'a> = (&'a ScoreItemRows<'a>, &'a ScoreSourceRow<'a>);

/// Each row behind each item.
pub fn screen(names: &Names, title: &Scoring, items: &[ScoreItemRows]) -> Screen {
    let lang = names.lang;
    let rows: Vec<BehindRow> =
        items.iter().flat_map(|own| own.rows.iter().map(move |row| (own, row))).collect();
    let columns = [
        SheetColumn::new("item", Scoring::ItemHead.text(lang), |(own, _): &BehindRow| {
            Cell::from(own.item.id.as_str()).said(label(&own.item.name, lang))
        }),
        SheetColumn::new("points", Scoring::PointsHead.text(lang), |(own, _): &BehindRow| {
            own.points.points.map_or(Cell::NOTHING.said(NO_POINTS), |points| {
                Cell::from(points.exact()).said(points.rounded(DECIMALS, false))
            })
        }),
        SheetColumn::for_programs("part", |(own, _): &BehindRow| {
            own.points.counted.map_or(Cell::NOTHING, |(part, _)| Cell::count(part))
        }),
        SheetColumn::for_programs("whole", |(own, _): &BehindRow| {
            own.points.counted.map_or(Cell::NOTHING, |(_, whole)| Cell::count(whole))
        }),
        SheetColumn::for_programs("max", |(own, _): &BehindRow| i64::from(own.item.max)),
        SheetColumn::for_people(Scoring::CountHead.text(lang), |(own, _): &BehindRow| {
            how(names, own)
        }),
        SheetColumn::new("source", Scoring::SourceHead.text(lang), |own: &BehindRow| {
            source(names, own)
        }),
        SheetColumn::new("child", Scoring::WhoHead.text(lang), |(_, row): &BehindRow| {
            children(names, row)
        }),
        SheetColumn::new("slot", Word::Slot.text(lang), |(_, row): &BehindRow| slot(names, row)),
        SheetColumn::new("state", Word::State.text(lang), |(_, row): &BehindRow| match row {
            ScoreSourceRow::Slot(one, _) => {
                Cell::from(one.state.name()).said(words::state(one.state, lang))
            }
            _ => Cell::NOTHING,
        }),
        SheetColumn::new("id", Word::Id.text(lang), |(_, row): &BehindRow| {
            let ids: Vec<String> = events(row).iter().map(|own| own.id.to_string()).collect();
            if ids.is_empty() { Cell::NOTHING } else { Cell::from(ids) }
        })
        .minor(),
        SheetColumn::new("place", Scoring::PlaceHead.text(lang), |(_, row): &BehindRow| {
            let places: Vec<String> = events(row)
                .iter()
                .map(|own| format!("{}:{}", own.row.header.file, own.row.line))
                .collect();
            if places.is_empty() { Cell::NOTHING } else { Cell::from(places) }
        }),
    ];
    Screen {
        title: Some(title.text(lang)),
        sheets: vec![Sheet::of(&columns, &rows)],
        ..Screen::default()
    }
}

fn events<'a>(row: &ScoreSourceRow<'a>) -> Vec<&'a Event> {
    match row {
        ScoreSourceRow::Slot(_, events) => events.clone(),
        ScoreSourceRow::Record(_, event) | ScoreSourceRow::Mark(event) => vec![event],
        ScoreSourceRow::Sealed(_) | ScoreSourceRow::Nothing => Vec::new(),
    }
}

/// How the points are reckoned.
pub fn how(names: &Names, own: &ScoreItemRows) -> String {
    let (home, lang, max) = (names.plan.home, names.lang, own.item.max);
    let (part, whole) = own.points.counted.unwrap_or_default();
    match &own.item.source {
        ScoreSource::Mark => Scoring::OfMark { max }.text(lang),
        ScoreSource::Rate(id) => {
            let rule = home.rules.iter().find(|rule| rule.id == *id);
            let rule = rule.map_or(id.as_str(), |rule| label(&rule.name, lang));
            Scoring::OfRate { rule, done: part, due: whole, max }.text(lang)
        }
        ScoreSource::Count { register, .. } => {
            let register = home.registers.get(register);
            let register = register.map_or("", |own| label(&own.label, lang));
            Scoring::OfCount { register, count: part, full: whole, max }.text(lang)
        }
    }
}

fn source(names: &Names, (own, row): &BehindRow) -> Cell {
    let (home, lang) = (names.plan.home, names.lang);
    match row {
        ScoreSourceRow::Slot(one, _) => Cell::from("slot").said(names.rule(one.case.rule)),
        ScoreSourceRow::Record(register, event) => {
            let said = home.registers.get(*register).map_or(*register, |r| label(&r.label, lang));
            Cell::from(*register).said(format!("{said} {}", event.date))
        }
        ScoreSourceRow::Mark(event) => {
            let staff = event.staff.iter().filter_map(|id| names.person(Some(*id)));
            let staff = listed(&staff.collect::<Vec<_>>(), lang);
            let said = format!("{} {} {staff}", Scoring::SayMarks.text(lang), event.date);
            Cell::from("mark").said(said.trim_end())
        }
        ScoreSourceRow::Sealed(count) => {
            Cell::from("sealed").said(Scoring::Sealed { count: *count }.text(lang))
        }
        ScoreSourceRow::Nothing => {
            let none = own.points.points.err().map(why_none);
            none.map_or(Cell::NOTHING.said(NO_POINTS), |(code, said)| {
                Cell::from(code).said(said.text(lang))
            })
        }
    }
}

fn children(names: &Names, row: &ScoreSourceRow) -> Cell {
    let home = names.plan.home;
    let ids: Vec<Id> = match row {
        ScoreSourceRow::Slot(one, _) => match names.subject(one.case) {
            Subject::Child(at) => home.children.get(*at).map(|own| own.id).into_iter().collect(),
            _ => Vec::new(),
        },
        ScoreSourceRow::Record(_, event) => event.children.to_vec(),
        _ => Vec::new(),
    };
    if ids.is_empty() {
        return Cell::NOTHING;
    }
    let own = ids.iter().filter_map(|id| home.child(*id));
    let said: Vec<String> = own.map(|child: &Child| child.name.clone()).collect();
    Cell::from(ids.iter().map(ToString::to_string).collect::<Vec<_>>())
        .said(listed(&said, names.lang))
}

fn slot(names: &Names, row: &ScoreSourceRow) -> Cell {
    match row {
        ScoreSourceRow::Slot(one, _) => {
            Cell::from(&*one.slot).said(names.slot(one.case.rule, &one.slot))
        }
        _ => Cell::NOTHING,
    }
}
