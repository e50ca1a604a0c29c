//! The overdue list as a screen.

use std::collections::BTreeMap;

use super::Names;
use crate::domain::order::{ClassPlace, NamePlace, class_place, name_place};
use crate::domain::subject::Subject;
use crate::lang::talk::Msg;
use crate::lang::words::Word;
use crate::lang::{Lang, clauses, requires, status_words};
use crate::render::cell::Cell;
use crate::render::screen::Screen;
use crate::render::sheet::{Group, Sheet, SheetColumn};
use crate::reports::overdue::{OverdueRow, children};
use crate::rules::obligation::Missing;

/// The home on the day, as it is told above and below the list.
pub struct HomeToday<'a> {
    pub enrolled: usize,
    pub term: Option<&'a str>,
    /// How many obligations fall due within a week; none where nothing is owed.
    pub due_soon: Option<usize>,
    pub rules: usize,
    /// Of how many children a rule that is asked about cannot tell whether they owe.
    pub not_reached: usize,
}

/// Does some rule ask today for anything of anybody?
fn asks_anything(names: &Names) -> bool {
    names.plan.present_today().any(|case| names.plan.asks_today(case))
}

/// How the rows are put together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum GroupBy {
    Class,
    Staff,
    Rule,
}

/// The keys of `spec/interface.md`, in its order.
const KEYS: &[&str] = &[
    "rule",
    "rule_name",
    "subject",
    "subject_id",
    "child",
    "name",
    "class",
    "slot",
    "due",
    "since",
    "days_overdue",
    "missed",
    "last_done",
    "attempts",
    "responsible",
    "responsible_name",
    "lacks",
    "days_since",
    "lacks_parts",
];

/// The list.
pub fn screen(
    names: &Names,
    rows: &[OverdueRow],
    group: Option<GroupBy>,
    around: &HomeToday,
) -> Screen {
    let lang = names.lang;
    let (count, children) = (rows.len(), children(names.plan, rows));
    let (enrolled, today) = (around.enrolled, names.plan.today);
    let term = around.term.unwrap_or_default();
    // What rules of the level `inform` tell is not owed.
    let title = match around.due_soon {
        Some(_) => Msg::OverdueTitle { rows: count, children, enrolled, today, term },
        None => Msg::InformTitle { rows: count, children, enrolled, today, term },
    };
    let nothing = match (around.enrolled, around.rules) {
        (_, 0) => Some(Msg::NoRules.text(lang)),
        (0, _) => Some(Msg::EmptyRoll.text(lang)),
        // Silence must not mean that nothing is owed.
        _ if around.due_soon.is_some() && rows.is_empty() && !asks_anything(names) => {
            Some(Msg::NoRuleAsks.text(lang))
        }
        _ => None,
    };
    let soon = around.due_soon.map(|count| match count {
        0 => Msg::NothingSoon.text(lang),
        count => Msg::DueSoon { count }.text(lang),
    });
    let sheet = Sheet::of(&columns(names), rows);
    let sheet = match group {
        Some(group) => sheet.grouped(groups(names, rows, group)),
        None => sheet.for_people_by(places(names, rows)),
    };
    Screen {
        title: Some(title.text(lang)),
        sheets: vec![sheet.numbered(Word::Number.text(lang))],
        footer: footer(nothing.or(soon), around.not_reached, lang),
        keys: KEYS,
        ..Screen::default()
    }
}

fn footer(said: Option<String>, not_reached: usize, lang: Lang) -> Option<String> {
    let lines: Vec<String> =
        said.into_iter().chain(status_words::not_reached(not_reached, lang)).collect();
    (!lines.is_empty()).then(|| lines.join("\n"))
}

/// Where each row stands for people: as given, but those that nothing but their subjects' ids
/// set apart by class and name.
fn places<'r>(
    names: &'r Names,
    rows: &'r [OverdueRow],
) -> impl Iterator<Item = (usize, (ClassPlace, NamePlace))> + 'r {
    let is_tied = |a: &OverdueRow, b: &OverdueRow| {
        (a.days_overdue, a.days_since, a.case.rule) == (b.days_overdue, b.days_since, b.case.rule)
    };
    let ties = rows.chunk_by(is_tied).enumerate();
    ties.flat_map(move |(tie, tied)| {
        tied.iter().map(move |row| (tie, names.plan.place(subject(names, row))))
    })
}

/// Where a group stands among the others: what belongs to nobody last.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
struct GroupPlace {
    is_nobodys: bool,
    class: ClassPlace,
    name: NamePlace,
    heading: String,
}

fn groups(names: &Names, rows: &[OverdueRow], group: GroupBy) -> Vec<Group> {
    let named = |heading: String| {
        let (class, name) = (ClassPlace::Nowhere, name_place(&heading));
        GroupPlace { is_nobodys: false, class, name, heading }
    };
    let place = |row: &OverdueRow| match group {
        GroupBy::Class => {
            let subject = subject(names, row);
            let class = class_place(names.plan.class_of(subject));
            GroupPlace { class, ..named(names.class(subject)) }
        }
        GroupBy::Staff => {
            let person = names.person(names.plan.responsible(row.case));
            let is_nobodys = person.is_none();
            let heading = person.unwrap_or_else(|| Word::Ownerless.text(names.lang));
            GroupPlace { is_nobodys, ..named(heading) }
        }
        GroupBy::Rule => named(names.rule(row.case.rule)),
    };
    let mut by_place: BTreeMap<GroupPlace, Vec<usize>> = BTreeMap::new();
    for (at, row) in rows.iter().enumerate() {
        by_place.entry(place(row)).or_default().push(at);
    }
    let own = |(place, rows): (GroupPlace, Vec<usize>)| Group {
        heading: format!("{} ({})", place.heading, rows.len()),
        rows,
    };
    by_place.into_iter().map(own).collect()
}

fn subject<'n>(names: &'n Names<'_>, row: &OverdueRow) -> &'n Subject {
    names.subject(row.case)
}

fn columns<'n>(names: &'n Names<'_>) -> Vec<SheetColumn<'n, OverdueRow>> {
    let heading = |word: Word| word.text(names.lang);
    let plan = names.plan;
    vec![
        SheetColumn::new("class", heading(Word::Class), |row| {
            names.class_cell(subject(names, row))
        })
        .helpful(),
        SheetColumn::new("name", heading(Word::Name), |row| names.name(subject(names, row))),
        SheetColumn::new("rule_name", heading(Word::Duty), |row: &OverdueRow| {
            names.rule(row.case.rule)
        }),
        SheetColumn::new("due", heading(Word::Due), |row: &OverdueRow| {
            Cell::date(row.due).said(due(names, row))
        })
        .minor(),
        SheetColumn::new("days_overdue", heading(Word::Late), |row: &OverdueRow| {
            Cell::from(row.days_overdue).said(late(names, row))
        }),
        SheetColumn::new("last_done", heading(Word::LastDone), |row: &OverdueRow| {
            Cell::date(row.last_done).said(last_done(names, row))
        })
        .minor(),
        SheetColumn::new("responsible_name", heading(Word::Responsible), |row: &OverdueRow| {
            names.person_cell(plan.responsible(row.case))
        })
        .helpful(),
        SheetColumn::for_programs("rule", |row: &OverdueRow| {
            plan.rules[row.case.rule].rule.id.as_str()
        }),
        SheetColumn::for_programs("subject", |row| subject(names, row).kind().name()),
        SheetColumn::for_programs("subject_id", |row| subject(names, row).id(names.home())),
        SheetColumn::for_programs("child", |row| names.child_cell(subject(names, row))),
        SheetColumn::for_programs("slot", |row: &OverdueRow| Cell::text(row.slot.as_deref())),
        SheetColumn::for_programs("since", |row: &OverdueRow| Cell::date(row.since)),
        SheetColumn::for_programs("missed", |row: &OverdueRow| Cell::count(row.missed)),
        SheetColumn::for_programs("attempts", |row: &OverdueRow| Cell::count(row.attempts)),
        SheetColumn::for_programs("responsible", |row: &OverdueRow| {
            Cell::text(plan.responsible(row.case).map(|id| id.to_string()))
        }),
        SheetColumn::for_programs("lacks", |row: &OverdueRow| requirements(&row.lacks)),
        SheetColumn::for_programs("days_since", |row: &OverdueRow| {
            row.days_since.map_or(Cell::NOTHING, Cell::from)
        }),
        SheetColumn::for_programs("lacks_parts", |row: &OverdueRow| parts(&row.lacks)),
    ]
}

/// The due date, with the session when the day has several; or what a state rule misses.
pub fn due(names: &Names, row: &OverdueRow) -> String {
    match row.due {
        None if row.slot.is_none() => String::new(),
        None => requires::lacking(names.home(), &row.lacks, names.lang),
        Some(_) if !names.plan.rules[row.case.rule].rule.sessions().is_empty() => {
            names.slot(row.case.rule, row.slot.as_deref().unwrap_or_default())
        }
        Some(due) if names.plan.rules[row.case.rule].rule.after().is_some() => {
            let slot = row.slot.as_deref().unwrap_or_default();
            let asked = names.asked(row.case.rule, slot, row.agreed.as_deref());
            clauses(&[due.to_string(), asked], names.lang)
        }
        Some(due) => due.to_string(),
    }
}

/// The names in `requires` of what is missing.
pub fn requirements(lacks: &[Missing]) -> Vec<String> {
    lacks.iter().map(|own| own.requirement.clone()).collect()
}

fn parts(lacks: &[Missing]) -> Vec<String> {
    lacks.iter().flat_map(|own| &own.parts).map(ToString::to_string).collect()
}

pub fn late(names: &Names, row: &OverdueRow) -> String {
    match row.due {
        Some(_) if row.missed > 1 => {
            Word::DaysLateTimes { days: row.days_overdue, times: row.missed }.text(names.lang)
        }
        Some(_) => Word::DaysLate { days: row.days_overdue }.text(names.lang),
        None if row.slot.is_some() => Word::Now.text(names.lang),
        None => match row.days_since {
            Some(days) => Word::DaysSince { days }.text(names.lang),
            None => Word::Never.text(names.lang),
        },
    }
}

/// The last date; or how often it was tried since, which says more than a date.
pub fn last_done(names: &Names, row: &OverdueRow) -> String {
    match (row.attempts, row.last_done, row.due) {
        (_, _, None) if row.slot.is_some() => String::new(),
        (0, None, _) => Word::Never.text(names.lang),
        (0, Some(date), _) => date.to_string(),
        (times, _, _) => Word::Tried { times }.text(names.lang),
    }
}
