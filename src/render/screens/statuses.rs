//! What is derived from children's facts on a day: of one child, and the four counts of all.

use chrono::NaiveDate;

use super::list::told;
use crate::domain::audience::Audience;
use crate::domain::child::Child;
use crate::domain::home::Home;
use crate::domain::privacy::Gate;
use crate::domain::share::SharePrecision;
use crate::domain::status::{ALL, ChildStatus, LEFT_BEHIND};
use crate::lang::record_words::Listing;
use crate::lang::rule_words::field_value;
use crate::lang::status_words::{StatusSaid, because};
use crate::lang::talk::Msg;
use crate::lang::words::Word;
use crate::lang::{Lang, label};
use crate::render::cell::Cell;
use crate::render::screen::Screen;
use crate::render::sheet::{Sheet, SheetColumn};
use crate::reports::small_counts::{HiddenCounts, hidden_from};

/// One status of a child: which, what it is, and why.
struct StatusLine {
    status: ChildStatus,
    value: Cell,
    because: Option<String>,
}

/// The statuses of a child on a day, each with what decided it.
pub fn of_child(home: &Home, child: &Child, gate: &Gate, (day, lang): (NaiveDate, Lang)) -> Sheet {
    let lines = ALL.map(|status| {
        let field = status.field();
        let finding = status.on(child, home, day);
        let shown = field.guard().over(finding.code).shown(gate);
        let said = field_value(field.path, &shown, lang);
        let because = finding.because.as_ref().map(|own| because(own, lang));
        StatusLine { status, value: Cell::from(shown).said(said), because }
    });
    let columns = [
        SheetColumn::for_programs("part", |_| "status"),
        SheetColumn::new("key", Word::Field.text(lang), |line: &StatusLine| {
            let field = line.status.field();
            Cell::from(field.path).said(label(&field.label, lang))
        }),
        SheetColumn::new("value", Word::Value.text(lang), |line: &StatusLine| line.value.clone()),
        SheetColumn::for_people(StatusSaid::Because.text(lang), |line: &StatusLine| {
            Cell::text(line.because.clone())
        }),
    ];
    Sheet::of(&columns, &lines)
}

/// How many are counted by one of the four definitions.
struct DefinitionCount {
    status: ChildStatus,
    yes: usize,
    no: usize,
    unknown: usize,
    /// What of these, in this order, is not told.
    hidden: HiddenCounts,
}

/// The four counts of left-behind children side by side; no names.
pub fn side_by_side(
    home: &Home,
    children: &[&Child],
    (shares, audience): (SharePrecision, Audience),
    (day, lang): (NaiveDate, Lang),
) -> Screen {
    let counted = LEFT_BEHIND.map(|status| {
        let found = children.iter().map(|child| status.on(child, home, day).counts());
        let found: Vec<Option<bool>> = found.collect();
        let of = |answer: Option<bool>| found.iter().filter(|own| **own == answer).count();
        let (yes, no, unknown) = (of(Some(true)), of(Some(false)), of(None));
        let hidden = hidden_from(audience, &[yes, no, unknown]);
        DefinitionCount { status, yes, no, unknown, hidden }
    });
    let parents_away = |code: &str| {
        let has = |child: &&&Child| ChildStatus::Registry.on(child, home, day).code == code;
        children.iter().filter(has).count()
    };
    let total = children.len();
    let heading = |said: StatusSaid| said.text(lang);
    let columns = [
        SheetColumn::new("definition", heading(StatusSaid::Definition), |own: &DefinitionCount| {
            let field = own.status.field();
            Cell::from(field.path).said(label(&field.label, lang))
        }),
        SheetColumn::new("yes", heading(StatusSaid::Yes), |own: &DefinitionCount| {
            told(own.yes, own.hidden.counts[0])
        }),
        SheetColumn::new("no", heading(StatusSaid::No), |own: &DefinitionCount| {
            told(own.no, own.hidden.counts[1])
        }),
        SheetColumn::new("unknown", heading(StatusSaid::Unknown), |own: &DefinitionCount| {
            told(own.unknown, own.hidden.counts[2])
        }),
        SheetColumn::new("share", Word::Share.text(lang), move |own: &DefinitionCount| {
            let share = shares.digits(own.yes, total).unwrap_or_default();
            let said = format!("{share} %");
            if own.hidden.counts[0] { Cell::NOTHING } else { Cell::from(share).said(said) }
        }),
    ];
    let (one, both) = (parents_away("1"), parents_away("2"));
    // The two together are a count of the table.
    let parts = hidden_from(audience, &[one, both]);
    let is_told = !parts.counts.contains(&true);
    let is_whole = is_told && !counted.iter().any(|own| own.hidden.counts.contains(&true));
    let registry = is_told.then(|| StatusSaid::Registry { one, both }.text(lang));
    let small = (!is_whole).then(|| Listing::SmallCounts.text(lang));
    let footer = registry.into_iter().chain([StatusSaid::WhoCounts.text(lang)]).chain(small);
    let sum_is_told = !counted.iter().any(|own| own.hidden.sum);
    Screen {
        title: sum_is_told.then(|| Msg::ListTitle { count: total, today: day }.text(lang)),
        footer: Some(footer.collect::<Vec<_>>().join("\n")),
        sheets: vec![Sheet::of(&columns, &counted)],
        ..Screen::default()
    }
}
